"""Mice, squirrels and hedgehogs: what their heads share, and casting at a size at which their faces are kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from dreamplayer.drawing.modelled.cast import Bounds
from dreamplayer.drawing.modelled.part import Part, Vec
from dreamplayer.drawing.modelled.shape import Modelled
from dreamplayer.drawing.people.standing import walk_in
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.creatures._shared.residents import cast_of, residents
from dreamplayer.elements.creatures._shared.roaming import look_of
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.model.moment import Moment
from dreamplayer.model.reading import Colour

_POSE = 68
"""Lane of chance: what an animal does of which the words say nothing."""
SWINGS = (-1.0, 0.0, 1.0)
"""Frames of a walk: how far the legs are swung, of their whole swing."""
_CYCLES, _PACE = 5, 1.9
"""Of one that walks up: cycles, and seconds of the first of them."""
_DARK, _SHINE = (0.020, 0.014, 0.010), (0.8, 0.8, 0.8)


@dataclass(frozen=True)
class SmallFace:
    """Where eyes and nose are on a head, metres from its middle: to the left, up, ahead; and how large."""

    eye: tuple[float, float, float]
    eye_size: float
    nose: tuple[float, float]
    """Up, ahead."""
    nose_size: float
    nose_colour: Colour = _DARK


def face(f: SmallFace, centre: Vec, axes: Vec, *, awake: bool) -> list[Part]:
    """Eyes, their shine, and the nose; asleep the eyes are closed lines.

    Args:
        f: where they are.
        centre: middle of the head.
        axes: (3, 3), columns are the axes of the head.
        awake: eyes are open.
    """

    def at(x: float, y: float, z: float) -> Vec:
        return centre + axes[:, 0] * x + axes[:, 1] * y + axes[:, 2] * z

    eyes, shine, r = Part(_DARK, 0.001), Part(_SHINE, 0.001), f.eye_size
    x, y, z = f.eye
    for sign in (1.0, -1.0):
        if awake:
            eyes.ball(at(sign * x, y, z), r)
            shine.ball(at(sign * (x + 0.70 * r), y + 0.45 * r, z + 0.45 * r), 0.28 * r)
        else:
            bow = [(k, 0.45 * k * k) for k in (-0.9, -0.45, 0.0, 0.45, 0.9)]
            eyes.loft([at(sign * (x + 0.5 * r), y + (up - 0.5) * r, z + k * r) for k, up in bow], [0.13 * r] * 5)
    nose = Part(f.nose_colour, 0.002).ellipsoid(at(0, *f.nose), (f.nose_size, 0.8 * f.nose_size, 0.8 * f.nose_size))
    return [eyes, nose, *([shine] if awake else [])]


def cast_small(
    key: str,
    poses: Callable[[], Sequence[Sequence[Part]]],
    tall: float,
    yaw: float,
    enlarged: float,
    *,
    rows: int = 150,
) -> Modelled:
    """Frames of an animal whose parts are modelled `enlarged` times its size, shown at its true size.

    Steps and reliefs of casting are a millimetre, which would blunt the face of a mouse.

    Args:
        key: its name: kind, colours and pose.
        poses: gives the parts of each frame, enlarged.
        tall: metres of its height as modelled, for the resolution.
        yaw: radians: 0 faces the eye, pi/2 looks to the right, pi away.
        enlarged: times.
        rows: pixels of its height.
    """
    cast = cast_of(key, poses, tall, yaw, rows=rows)
    f = cast.frame
    true = Bounds(*(edge / enlarged for edge in (f.left, f.bottom, f.right, f.top)))
    return replace(cast, frame=true)


def pose_of(moment: Moment, poses: Sequence[str], usual: Sequence[str]) -> str:
    """What an animal does: what the words say, else one of the usual poses.

    Args:
        moment: with what the words say, and its seed.
        poses: those it has.
        usual: those of which chance takes one.
    """
    said = [part for part in (moment.manner or "").split("/") if part in poses]
    return said[0] if said else usual[int(uniform_one(moment.seed, _POSE) * len(usual))]


def hue(*colours: Colour) -> str:
    """A name of colours for the cache."""
    return "".join(f"{round(255 * c):02x}" for colour in colours for c in colour)


def scurry(moment: Moment, cast: Modelled, wide: float, stride: float) -> tuple[Form, ...]:
    """One that walks up and comes to rest; several stand about.

    Args:
        moment: when, where, and whose seed.
        cast: its frames, one for each of `SWINGS`.
        wide: metres that each takes.
        stride: metres of a cycle.
    """
    if moment.count > 1:
        return residents(moment, cast, wide, np.ones_like)
    left, _ = walk_in(moment, moment.size(stride), _CYCLES, _PACE)
    swing = float(np.sin(2 * np.pi * left / moment.size(stride)))
    on_its_way = replace(moment.place, x=moment.place.x - look_of(moment) * left)
    return residents(moment.replace(place=on_its_way), cast, wide, lambda phase: np.full_like(phase, 1.0 + swing))
