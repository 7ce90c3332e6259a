"""Rows of painted trees from near to far with mist between, an aisle left open for the eye."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.particles import gathered
from dreamplayer.drawing.primitives import Array, Form, Shape, Sprites
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform
from dreamplayer.model.moment import Moment

_DEPTH_START, _SIDE_START = 1, 2
"""Random lanes of where the rows begin: in depth and to the side."""
_HEIGHT, _GROWTH, _KIND, _FLIP, _SWAY, _LEAN, _TONE = 3, 4, 5, 6, 7, 8, 9
"""Random lanes of a tree: its height, when it grows, its kind, whether it is mirrored, when it sways, its lean and
tone.
"""

BANDS = ((4.0, 11.0), (11.0, 24.0), (24.0, 90.0))
"""Metres: what stands in each can have mist, hills or people before and behind it."""


def tree_rows(
    moment: Moment, shape: Shape, kinds: int, count: int, tall: float, *,
    tint: tuple[float, float, float], glow: tuple[float, float, float] = (0.0, 0.0, 0.0), aisle: float = 0.34,
    grown: float = 1.0, near: float = 5.0, far: float = 55.0, lean: float = 0.0, lift: float = 0.0, mist: float = 1.0,
    wide: float | None = None, lit: float = 1.0, motes: bool = True,
) -> tuple[Form, ...]:  # fmt: skip
    """`count` trees about `tall` metres high, gathered out of `motes` or not.

    `aisle` in screen units stays free to either side of the middle; they reach `wide` to the sides, beyond the
    picture's edge unless given. `lit` is how strongly lamps and sky relight them.
    """
    seed, camera = moment.seed, moment.stage.camera
    depth_share = np.mod(uniform(seed, _DEPTH_START, 1)[0] + 0.6180339887 * np.arange(count), 1.0)
    z = near * (far / near) ** (depth_share**0.85)
    side = np.where(np.mod(np.arange(count), 2) == 0, 1.0, -1.0)
    wide = 1.18 * moment.aspect * moment.place.spread**0.5 if wide is None else wide
    aside = (
        aisle + (wide - aisle) * np.mod(uniform(seed, _SIDE_START, 1)[0] + 0.7548776662 * np.arange(count), 1.0) ** 0.9
    )
    aside = aside * np.where(z < 9.0, 1.15, 1.0)
    middle = (moment.place.x - camera.x) / max(moment.place.z, 4.0) * camera.focal
    x = camera.x + (middle + side * aside) * z / camera.focal
    height = tall * (0.72 + 0.55 * uniform(seed, _HEIGHT, count))
    order = smooth(moment.presence * 1.7 - 0.7 * (1.0 - z / far), 0.0, 1.0)
    grow = smooth(grown * 1.5 - 0.5 * uniform(seed, _GROWTH, count), 0.0, 1.0)
    frame = np.floor(uniform(seed, _KIND, count) * kinds)
    flip = np.where(uniform(seed, _FLIP, count) < 0.5, -1.0, 1.0)
    sway = 0.004 * np.sin(0.4 * moment.t + 6.28 * uniform(seed, _SWAY, count)) + lean * (
        uniform(seed, _LEAN, count) - 0.5
    )
    tone = 0.7 + 0.6 * uniform(seed, _TONE, count)
    place = np.stack([x, np.full(count, moment.place.y + lift), z], 1).astype(np.float32)
    forms: list[Form] = []
    for k, (low, high) in enumerate(BANDS):
        here = (z >= low) & (z < high)
        if not here.any():
            continue
        body = Sprites(
            shape, place[here], (height * (0.35 + 0.65 * grow))[here].astype(np.float32),
            tint=(np.asarray(tint)[None] * tone[here, None]).astype(np.float32), glow=glow,
            opacity=(order * smooth(grow, 0.0, 0.2))[here].astype(np.float32), turn=sway[here].astype(np.float32),
            width=flip[here].astype(np.float32), frame=frame[here].astype(np.float32), lit=lit, rim=0.7 * lit,
        )  # fmt: skip
        forms += gathered(moment, body, count=500) if k == 0 and motes else [body]
        if mist > 0.0:
            forms.append(_mist(moment, min(high, far), mist * smooth(moment.presence, 0.0, 1.0)))
    return tuple(forms)


def _mist(moment: Moment, z: float, show: float) -> Form:
    """A low bank of lit air between two rows."""
    camera = moment.stage.camera
    glow: Array = (
        np.asarray(moment.palette.glow, np.float32) * 0.42 + np.asarray(moment.stage.air.colour, np.float32) * 0.8
    )
    where = (camera.x + moment.stage.glow_x * z / camera.focal, 0.12 * z, z)
    return halo(where, 0.85 * z, glow * np.float32(show), width=3.6, depth=z + 0.01, reflect=False)
