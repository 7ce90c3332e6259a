"""A shy veil of pale light in the shape of someone, floating; one sees the night through it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.modelled.shape import Modelled, modelled
from dreamplayer.drawing.painted import shape
from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.people.carved import carved
from dreamplayer.drawing.people.person import Person, Wear, body
from dreamplayer.drawing.people.poses import POSES
from dreamplayer.drawing.people.standing import facing
from dreamplayer.drawing.primitives import Array, Form, Shape, Sprites
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.kit.shapes import blur
from dreamplayer.model.moment import Moment

_PHASE = 51
"""Random lane of when the first floats; the others take the lanes after it."""

_VEIL_FRAMES = 6
"""Frames of the veil's waving."""
_PX = 0.0075
_VEILED = Person("slim", Wear("robe", "cream", "cream", "cream", "hooded", "fair", 4, ("cloak",)), 3)
_PALE = (0.62, 0.64, 0.70)


@cache
def _cast() -> Modelled:
    """The veiled figure, its head bowed, before it is made thin."""
    pose = replace(POSES["sleeves"], head=(0.34, 0.25, 0.10))
    return modelled("ghost", lambda: [carved(body(_VEILED, pose).parts, _PALE, 1, _plain)], 1.15, px=_PX, ground=False)


def _plain(base: Array, p: Array, t: Array, angle: Array) -> Array:
    return base


@cache
def _veil_shape() -> Shape:
    """A veiled figure that ends in mist, its cloth waving through `_VEIL_FRAMES` frames."""
    made = _cast()

    def painted() -> Array:
        image = made.shape.paint()[0]
        rows = len(image)
        y = (1.0 - (np.arange(rows, dtype=np.float32) + 0.5) / rows)[:, None]
        thin = smooth(y, 0.03, 0.55)
        aslant = np.clip(np.hypot(image[..., 4], image[..., 5]), 0, 1)
        veil = image.copy()
        cover = image[..., 3] * thin
        # Cloth seen edge on holds more of the light: it shows outline and folds.
        glow = cover * (0.16 + 0.42 * aslant**2 + 0.30 * image[..., :3].mean(-1))
        veil[..., 3] = cover * (0.42 + 0.30 * aslant)
        veil[..., 7] = np.clip(blur(np.asarray(glow, np.float32), 1.2), 0, 1)
        return np.stack(
            [_waved(veil, np.asarray(y[:, 0], np.float32), k / (_VEIL_FRAMES - 1)) for k in range(_VEIL_FRAMES)]
        )

    return shape("light/veiled", painted, made.shape.aspect, made.shape.foot, modelled=True)


def _waved(image: Array, y: Array, wave: float) -> Array:
    """The picture with its rows shifted, more towards the hem; `wave` 0..1 from one side to the other."""
    out = np.zeros_like(image)
    columns = image.shape[1]
    shift = (2.0 * wave - 1.0) * 0.05 * columns * np.clip(0.7 - y, 0, 1) ** 1.5 * np.cos(5.0 * y + 1.5 * wave)
    across = np.arange(columns, dtype=np.float32)
    for row, by in enumerate(np.asarray(shift, np.float32)):
        at = np.clip(across - by, 0, columns - 1.001)
        left = at.astype(int)
        share = (at - left)[:, None]
        out[row] = image[row, left] * (1 - share) + image[row, left + 1] * share
    return out


@element("hero", 1.8)
def ghost(moment: Moment) -> tuple[Form, ...]:
    """A shy veil of pale light in the shape of someone, floating; one sees the night through it."""
    n = int(min(max(moment.count, 1), 4))
    out: list[Form] = []
    base = np.asarray(moment.tint or (0.50, 0.55, 0.78), np.float32)
    for k in range(n):
        phase = 6.28 * uniform_one(moment.seed, _PHASE + k)
        size = moment.size(1.8) * (1.0 - 0.12 * k)
        where = np.array(
            [
                [
                    moment.place.x
                    + (k - (n - 1) / 2) * 1.1 * moment.place.spread
                    + 0.12 * np.sin(0.31 * moment.t + phase),
                    moment.place.y + 0.14 + 0.07 * np.sin(0.55 * moment.t + phase),
                    moment.place.z + 0.4 * k,
                ]
            ],
            np.float32,
        )
        frame = 2.5 + 2.5 * float(np.sin(0.35 * moment.t + phase))
        body = Sprites(
            _veil_shape(), where, np.float32(size * _cast().metres / 1.75), tint=rgb(base * np.float32(0.5)),
            glow=rgb(base * np.float32(0.20 * (1 - 0.3 * moment.calm))), cover=0.6, lit=0.6, rim=0.1,
            turn=0.03 * float(np.sin(0.4 * moment.t + phase)), width=facing(moment, k), frame=min(max(frame, 0.0), 5.0),
        )  # fmt: skip
        out += gathered(moment.replace(seed=moment.seed + k), body, count=700, colour=(0.45, 0.48, 0.66))
    return tuple(out)
