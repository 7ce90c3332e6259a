"""A robed statue on its plinth, weathered stone: a monk, a queen, an old king with a staff."""

from __future__ import annotations

from functools import cache

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.modelled.part import Part, placed
from dreamplayer.drawing.modelled.shape import Modelled, modelled
from dreamplayer.drawing.painted import shape
from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.people.carved import block, carved
from dreamplayer.drawing.people.person import Person, Wear, body
from dreamplayer.drawing.people.poses import POSES
from dreamplayer.drawing.people.standing import contact
from dreamplayer.drawing.primitives import Array, Form, Shape, Sprites
from dreamplayer.elements.people._shared.modelled_people import shadow
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform, uniform_one
from dreamplayer.kit.noise import fbm
from dreamplayer.model.moment import Moment

_SIZE, _WHO = 61, 62
"""Random lanes: how large each of several is, and who is carved."""
_PX = 0.0062
_PLINTH = 0.58
"""Metres of its height."""
_STONE = (0.27, 0.25, 0.225)
_CARVED = (
    (Person("slight", Wear("robe", hair="hooded", more=("cowl",)), 1), "sleeves", 0.75),
    (Person("curved", Wear("robe", hair="crowned", more=("cloak",)), 3), "pocket", 0.60),
    (Person("bent", Wear("robe", hair="crowned", more=("cloak", "long beard")), 2), "staff", 0.65),
)
"""Who is carved, in which pose, from which side."""


@cache
def _stone(which: int) -> Modelled:
    """One of them on a plinth."""
    who, pose, yaw = _CARVED[which]

    def parts() -> list[list[Part]]:
        stone = np.asarray(_STONE)
        plinth = [
            block((-0.31, 0.0, -0.31), (0.31, 0.085, 0.31), stone * 0.92, which),
            block((-0.255, 0.085, -0.255), (0.255, 0.50, 0.255), stone, which + 3),
            block((-0.29, 0.50, -0.29), (0.29, _PLINTH, 0.29), stone * 1.05, which + 5),
        ]
        return [[*plinth, *placed(carved(body(who, POSES[pose]).parts, _STONE, which), (0.0, _PLINTH, 0.0))]]

    return modelled(f"statue/{who.key}/{pose}", parts, yaw, px=_PX)


@cache
def _cracking(which: int) -> Shape:
    """The same with fine glowing cracks: none, some, many."""
    whole = _stone(which)

    def painted() -> Array:
        image = whole.shape.paint()[0]
        rows, columns = image.shape[:2]
        y, x = np.mgrid[0:rows, 0:columns].astype(np.float32) * np.float32(_PX)
        seam = np.abs(fbm(x * 3.4 + 0.3 * fbm(x * 5, y * 5, 2, 3), y * 2.7, 12, 3) - 0.5)
        crack = np.exp(-seam * 130.0) * image[..., 3]
        out = []
        for much in (0.0, 0.5, 1.0):
            shown = image.copy()
            shown[..., :3] *= (1 - 0.8 * np.clip(crack * 2 * much, 0, 1))[..., None]
            far = np.hypot(x - x.mean(), y - 0.35 * y.max())
            shown[..., 7] = np.clip(crack * much * np.clip(0.35 + much * 1.2 - far * 0.5, 0, 1), 0, 1)
            out.append(shown)
        return np.stack(out)

    return shape(f"{whole.shape.key}/cracked", painted, whole.shape.aspect, whole.shape.foot, modelled=True)


@element("prop", 2.3, handles=("crack",))
def statue(moment: Moment) -> tuple[Form, ...]:
    """A robed statue on its plinth, weathered stone; told to crack, light shows through."""
    n = int(min(max(moment.count, 1), 6))
    which = int(uniform_one(moment.seed, _WHO) * len(_CARVED))
    whole = _stone(which)
    cracks = float(smooth(moment.event("crack"), 0.0, 1.0))
    size = whole.metres * moment.place.size * (np.ones(n) if n == 1 else 0.9 + 0.15 * uniform(moment.seed, _SIZE, n))
    k = np.arange(n)
    where = np.stack(
        [
            moment.place.x + 2.0 * (k - (n - 1) / 2) * moment.place.spread * moment.place.size,
            np.full(n, moment.place.y),
            np.maximum(moment.place.z + 0.5 * (k % 2), 2.0),
        ],
        1,
    ).astype(np.float32)
    tint = (1.0, 1.0, 1.0) if moment.tint is None else rgb(np.asarray(moment.tint, np.float32) / np.float32(0.26))
    figure = Sprites(
        _cracking(which) if cracks > 0.0 else whole.shape,
        where,
        size.astype(np.float32),
        tint=tint,
        glow=rgb(np.asarray(moment.palette.key, np.float32) * np.float32(0.75)),
        frame=cracks * 2.0 * 0.999,
        width=np.where(k % 2 == 0, 1.0, -1.0).astype(np.float32) * (1.0 if moment.place.x <= 0 else -1.0),
        shadow=shadow(moment),
    )
    return (*contact(moment, where, 0.7 * moment.place.size, 0.7), *gathered(moment, figure, count=900))
