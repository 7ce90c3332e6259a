"""A gentle eye of golden light in the dark: it opens, rests half-lidded, and closes now and then."""

from __future__ import annotations

from functools import cache

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.painted import on
from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.people.features import _line
from dreamplayer.drawing.primitives import Array, Form, Shape, Sprites
from dreamplayer.elements.people._shared.features_in_light import motes, tone
from dreamplayer.kit.curves import ease, smooth
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import Canvas, canvas
from dreamplayer.kit.shapes import Painting, frames, painting
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_BLINK = 61
"""Random lane of when it blinks."""

_EYE_FRAMES = 7
"""From closed (0) to open (6)."""


_HALF_WIDE = 0.60
"""Metres from the middle of the eye to its corners."""
_LOW_LID, _HIGH_LID = -0.165, 0.355
"""Metres at the middle: the lower lid below the corners, and the open upper lid above the lower."""
_SLANT = -0.02
"""Metres by which the outer corner lies lower than the middle."""
_IRIS, _PUPIL, _SOFT = 0.222, 0.074, 0.012
"""Radii of the iris and the pupil, and breadth of soft edges, metres."""
_IRIS_MIDDLE = 0.022
"""Metres of the iris above the corners."""
_LASHES = 13


def _eye(c: Canvas, open_: float) -> Painting:
    """An almond of light; the lid rests on the iris even when it is open."""
    x = c.x / _HALF_WIDE
    across = np.clip(1 - x * x, 0, 1)
    low = _LOW_LID * across**0.9 + _SLANT * x
    high = low + (_HIGH_LID * across**0.75) * open_
    below_lid, above_lid = np.clip(0.5 + (high - c.y) / _SOFT, 0, 1), np.clip(0.5 + (c.y - low) / _SOFT, 0, 1)
    inside = below_lid * above_lid * (np.abs(x) < 1)
    centre = _IRIS_MIDDLE
    away = np.hypot(c.x, c.y - centre)
    angle = np.arctan2(c.y - centre, c.x)
    fibres = fbm(np.cos(angle) * 7.0 + 20, np.sin(angle) * 7.0 + away * 5, 4, 4)
    iris = np.clip((_IRIS - away) / _SOFT, 0, 1)
    ring = np.exp(-(((away - 0.212) / 0.014) ** 2))
    pupil = np.clip((_PUPIL - away) / 0.02, 0, 1)
    white = 0.045 + 0.05 * across
    brighter_inward = np.clip(1.25 - away / 0.20, 0.3, 1.2)
    glow = white * (1 - iris) + iris * (0.25 + 0.75 * fibres**1.3 * brighter_inward) * (1 - 0.5 * ring)
    glint = np.exp(-((np.hypot(c.x + 0.055, c.y - centre - 0.070) / 0.024) ** 2))
    glow = glow * (1 - 0.94 * pupil) + 0.85 * glint
    shade = 1.0 - 0.55 * np.exp(-np.clip(high - c.y, 0, None) / 0.05) * open_
    glow = glow * shade * inside
    lid = np.exp(-np.abs(c.y - high) / (0.004 + 0.007 * across)) * (np.abs(x) < 1.02) * (0.25 + 0.75 * across**0.5)
    under = np.exp(-np.abs(c.y - low) / 0.009) * (np.abs(x) < 1.0) * across**0.6 * 0.45
    crease = _line(
        c,
        [
            (-0.56, 0.10 + 0.05 * open_),
            (-0.25, 0.29 * (0.55 + 0.45 * open_) + 0.02),
            (0.10, 0.31 * (0.55 + 0.45 * open_) + 0.02),
            (0.50, 0.16 * (0.5 + 0.5 * open_)),
        ],
        0.004,
        0.010,
    )
    lashes = np.zeros_like(c.x)
    for k in range(_LASHES):
        along = -0.86 + 1.72 * k / (_LASHES - 1)
        root_low = _LOW_LID * (1 - along * along) ** 0.9 + _SLANT * along
        root = (_HALF_WIDE * along, root_low + _HIGH_LID * (1 - along * along) ** 0.75 * open_)
        lidded = 2 * open_ - 1
        long = 0.10 + 0.05 * (along + 0.9) / 1.8
        # Lashes point up from an open lid and down from a closed one; none is ever seen end on.
        upward = lidded if abs(lidded) > 0.35 else 0.35 * (1 if lidded >= 0 else -1)
        tip = (root[0] + 0.085 * along + 0.02, root[1] + long * upward)
        mid = (root[0] + 0.025 * along, root[1] + 0.45 * (tip[1] - root[1]))
        lashes = np.maximum(lashes, _line(c, [root, mid, tip], 0.0030, 0.0035))
    brow = _line(c, [(-0.60, 0.36), (-0.20, 0.50), (0.22, 0.49), (0.62, 0.34)], 0.010, 0.022) * 0.5
    total = np.clip(glow + 0.60 * lid + 0.6 * under + 0.16 * crease + 0.30 * lashes + 0.14 * brow, 0, 1)
    halo = np.exp(-((c.x / 0.62) ** 2 + (c.y / 0.34) ** 2) * 1.6) * 0.05
    fade = np.clip((0.80 - np.abs(c.x)) / 0.1, 0, 1) * np.clip((0.64 - np.abs(c.y)) / 0.08, 0, 1)
    shown = np.asarray(np.minimum(total + halo, 1.0) * fade, np.float32)
    return painting(c, (0.02, 0.02, 0.02), np.asarray(0.85 * inside, np.float32), shown)


@cache
def _eye_shape() -> Shape:
    """An eye of light, `_EYE_FRAMES` frames from closed to open."""
    box = (-0.80, -0.62, 0.80, 0.64)

    def painted() -> Array:
        c = canvas(*box, 224)
        return frames([_eye(c, k / (_EYE_FRAMES - 1)) for k in range(_EYE_FRAMES)])

    return on(canvas(*box, 8), "features/eye", painted)


@element("air", 1.3, handles=("open", "close"))
def eye(moment: Moment) -> tuple[Form, ...]:
    """A gentle eye of golden light in the dark: it opens, rests half-lidded, and closes now and then."""
    n = 1 if moment.count == 1 else 2
    size = moment.size(1.15) * (1.0 if n == 1 else 0.75)
    base = tone(moment, (1.0, 0.56, 0.22))
    u = (moment.t / 11.0 + uniform_one(moment.seed, _BLINK)) % 1.0
    blink = float(ease(min(1.0, abs(u - 0.5) / 0.09)))
    rest = (0.80 if n == 1 else 0.56) * blink * smooth(moment.presence, 0.5, 1.0)
    lid = (rest + (1.0 - rest) * moment.event("open")) * (1.0 - smooth(moment.event("close"), 0.0, 1.0))
    out: list[Form] = []
    calm = 1 - 0.3 * moment.calm
    for k in range(n):
        side = 0.0 if n == 1 else (k - 0.5) * 1.75 * size
        where = np.array(
            [moment.place.x + side, moment.place.y + 0.5 * size + 0.03 * np.sin(0.4 * moment.t), moment.place.z],
            np.float32,
        )
        body = Sprites(
            _eye_shape(), where[None], np.float32(size), glow=rgb(base * np.float32(0.60 * calm)), lit=0.0, cover=0.8,
            frame=lid * (_EYE_FRAMES - 1.001), width=-1.0 if k else 1.0,
        )  # fmt: skip
        out += gathered(moment.replace(seed=moment.seed + k), body, count=500, colour=rgb(base))
        out.append(
            motes(moment, _eye_shape(), where, size, base, n=260, frame=_EYE_FRAMES - 2, strength=0.25 * float(lid))
        )
    lamp = (moment.place.x, moment.place.y + 0.5 * size, moment.place.z - 0.1)
    out.append(Light(lamp, rgb(base * np.float32(0.30 * moment.presence * (0.3 + 0.7 * lid))), 2.5, 0.3))
    return tuple(out)
