"""A child, seen from behind or walking up; with a lantern when the notes say `lantern = 1`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.motion.gait import steps
from dreamplayer.drawing.painted import on
from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.people.figure import Pose
from dreamplayer.drawing.people.standing import breath, cloth_tint, contact, facing, person, walk_in
from dreamplayer.drawing.primitives import Array, Dots, Form, Sprites
from dreamplayer.elements.people._shared.children import CHILD_METRES, LANTERN, back, side
from dreamplayer.elements.people._shared.groups import chosen
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform, uniform_one
from dreamplayer.kit.sdf import Canvas, canvas
from dreamplayer.kit.shapes import Layer, Painting, frames, paint
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light, Placement

_RIGHT, _DEEP, _POSE = 60, 80, 90
"""First lanes of chance of several children, one lane for each: where it stands (right, deep) and its pose."""
_BREATH, _FLY_PACE, _FLY_START = 22, 26, 27
"""Lanes of chance of the child with the lantern: its breath; of a fly in the lantern how quickly it turns, and from
where.
"""

_BOX = (-0.24, -0.05, 0.40, 1.06)
"""Frame of a child: left, bottom, right, top in child heights."""
_POSES: dict[str, Callable[[Canvas], list[Layer]]] = {
    "lantern": lambda c: back(c, True),
    "back": back,
    "side": side,
    "point": lambda c: side(c, None, True),
}
"""What paints each pose that stands still."""
_CHILD_POSES = (*_POSES, "walk")
_STRIDE = 0.42
"""Child heights covered by one cycle of the walk."""


@cache
def _pose(name: str) -> Pose:
    """One of `_CHILD_POSES`; `walk` has the frames of `drawing.motion.gait`."""
    box = (-0.26, -0.05, 0.26, 1.06) if name in ("walk", "side", "back") else _BOX
    box = (-0.26, -0.05, 0.36, 1.06) if name == "point" else box

    def painted() -> Painting | Array:
        c = canvas(*box, 256)
        if name == "walk":
            return frames([paint(c, side(c, stride, gait=left)) for stride, left in steps()])
        return paint(c, _POSES[name](c))

    c = canvas(*box, 8)
    return Pose(on(c, f"child/{name}", painted), c.height * CHILD_METRES / 1.72)


@element("hero", 1.12)
def child(moment: Moment) -> tuple[Form, ...]:
    """A child, seen from behind or walking up; with a lantern when the notes say `lantern = 1`."""
    if moment.count > 1:
        return _children(moment)
    look = facing(moment)
    if moment.param("lantern", 0.0) > 0.5:
        return _with_lantern(moment, look)
    name = chosen(moment, ("back", "walk", "side", "point", "walk"), _CHILD_POSES)
    if name == "lantern":
        return _with_lantern(moment, look)
    pose = _pose(name)
    if name == "walk":
        left, frame = walk_in(moment, _STRIDE * CHILD_METRES * moment.place.size, pace=2.8)
        return person(moment, pose, look=look, frame=frame, x=-look * left)
    return person(moment, pose, look=look)


def _children(moment: Moment) -> tuple[Form, ...]:
    n = int(min(moment.count, 12))
    out: list[Form] = []
    for k in range(n):
        x = (k - (n - 1) / 2) * 0.75 + 0.25 * float(normal(moment.seed, _RIGHT + k, 1)[0])
        z = moment.place.z + 0.7 * float(normal(moment.seed, _DEEP + k, 1)[0])
        name = ("back", "side", "point", "back")[int(uniform_one(moment.seed, _POSE + k) * 4)]
        place = moment.replace(seed=moment.seed + 17 * k, place=_moved(moment, x * moment.place.spread, max(2.0, z)))
        out += person(place, _pose(name), look=1.0 if x < 0 else -1.0)
    return tuple(out)


def _moved(moment: Moment, x: float, z: float) -> Placement:
    return replace(moment.place, x=moment.place.x + x, z=z)


def _with_lantern(moment: Moment, look: float) -> tuple[Form, ...]:
    """The lantern's light comes with the child: sways on its ring, and a few fireflies turn inside it."""
    pose = _pose("lantern")
    size = pose.metres * moment.place.size
    where = np.array([[moment.place.x, moment.place.y, moment.place.z]], np.float32)
    p = smooth(moment.presence, 0.3, 1.0) * (1.0 - 0.85 * moment.event("dim"))
    burn = p * (0.93 + 0.07 * float(np.sin(moment.t * 1.1)))
    warm = np.asarray(moment.palette.key, np.float32)
    sway, wide = breath(moment.t, uniform_one(moment.seed, _BREATH))
    body = Sprites(
        pose.shape,
        where,
        np.float32(size),
        tint=cloth_tint(moment),
        glow=rgb(warm * np.float32(1.5 * burn)),
        turn=sway,
        width=np.float32(wide * look),
    )
    unit = CHILD_METRES * moment.place.size
    # Centre the lantern as painted: the frame is not symmetric about the child.
    middle = 0.08
    spot = (
        float(where[0, 0] + look * (LANTERN[0] - middle) * unit),
        float(where[0, 1] + LANTERN[1] * unit),
        float(where[0, 2] - 0.12),
    )
    n = 14
    angle = 0.5 * moment.t * (0.6 + 0.8 * uniform(moment.seed, _FLY_PACE, n)) + 6.28 * uniform(
        moment.seed, _FLY_START, n
    )
    flies = np.stack(
        [
            spot[0] + 0.022 * unit * np.cos(angle),
            spot[1] + 0.030 * unit * np.sin(1.3 * angle + 1.0),
            np.full(n, spot[2] - 0.02),
        ],
        1,
    ).astype(np.float32)
    halo = np.array([spot], np.float32)
    behind = (spot[0], spot[1], spot[2] + 0.40)
    return (
        *contact(moment, where, 0.30 * moment.place.size),
        *gathered(moment, body, count=900),
        Dots(halo, np.float32(1.5 * unit), warm * np.float32(0.085 * burn), depth=moment.place.z + 0.06),
        Dots(halo, np.float32(0.42 * unit), warm * np.float32(0.20 * burn)),
        Dots(flies, np.float32(0.016 * unit), warm * np.float32(0.8 * burn)),
        Light(behind, rgb(warm * np.float32(burn)), 3.0, 0.6),
    )
