"""A lamp with a linen shade, its light a warm room of its own in the dark; out of doors a street lamp."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.painted import on
from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.primitives import Form, Sprites, f32
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal
from dreamplayer.kit.outline import spline
from dreamplayer.kit.sdf import blob, canvas
from dreamplayer.kit.shapes import Layer, Painting, paint
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_DEPTH = 1
"""Random lane: how far behind or before the row each of several lamps stands."""

POST = "post"
"""The manner of a lamp that stands out of doors."""
_TALL = 3.4
"""Metres to the tip of its finial."""
_FLAME = 2.92
"""Metres to its light."""
_FRAME = (-0.62, -0.04, 0.62, 3.5)
_HALF = [
    (0.26, 0.0), (0.25, 0.07), (0.17, 0.12), (0.16, 0.36), (0.11, 0.44), (0.075, 0.60), (0.055, 1.10), (0.085, 1.16),
    (0.05, 1.22), (0.040, 2.34), (0.075, 2.40), (0.060, 2.48), (0.13, 2.56),
]  # fmt: skip
"""The post from its foot up, (half width, height) in metres."""


def _mirrored(half: list[tuple[float, float]]) -> np.ndarray:
    return np.array([(-x, y) for x, y in half] + [(x, y) for x, y in reversed(half)], np.float32)


def _paint() -> Painting:
    c = canvas(*_FRAME, 420)
    post = blob(c, _mirrored(_HALF))
    bar = blob(c, np.array([(-0.34, 2.30), (-0.34, 2.335), (0.34, 2.335), (0.34, 2.30)], np.float32))
    glass = blob(c, _mirrored([(0.14, 2.58), (0.25, 3.10), (0.25, 3.12)]))
    hood = blob(c, _mirrored([(0.31, 3.10), (0.29, 3.15), (0.12, 3.28), (0.05, 3.31), (0.045, 3.36), (0.02, _TALL)]))
    fire = np.exp(-((c.x / 0.10) ** 2 + ((c.y - _FLAME) / 0.20) ** 2))
    ribs = np.exp(-(((np.abs(c.x) - 0.075 - 0.04 * (c.y - 2.58)) / 0.010) ** 2))
    light = np.clip((0.34 + 0.66 * fire) * (1.0 - 0.75 * ribs), 0.0, 1.0)
    iron = (0.10, 0.085, 0.085)
    lit = 0.22 * np.exp(-np.abs(c.y - 2.56) / 0.35)
    return paint(
        c,
        [
            Layer(post, iron, glow=np.asarray(lit, np.float32), round=0.06),
            Layer(bar, iron, glow=np.asarray(lit, np.float32), round=0.02),
            Layer(glass, (0.55, 0.42, 0.28), glow=np.asarray(light, np.float32), round=0.05),
            Layer(hood, iron, glow=np.asarray(0.10 * np.exp(-np.abs(c.y - 3.1) / 0.08), np.float32), round=0.05),
        ],
        unite=0.0,
    )


_STREETLAMP = on(canvas(*_FRAME, 8), "lights/streetlamp", _paint)
"""The shape, standing on its foot, TALL metres and its margins high."""


def _lamp_paint() -> Painting:
    """A table lamp: a linen shade lit from inside, a turned foot."""
    c = canvas(-0.48, -0.03, 0.48, 1.05, 300)
    foot = blob(
        c,
        spline(
            [
                (-0.20, 0.0),
                (-0.19, 0.035),
                (-0.07, 0.06),
                (-0.05, 0.14),
                (-0.11, 0.26),
                (-0.10, 0.36),
                (-0.035, 0.44),
                (-0.025, 0.56),
                (0.025, 0.56),
                (0.035, 0.44),
                (0.10, 0.36),
                (0.11, 0.26),
                (0.05, 0.14),
                (0.07, 0.06),
                (0.19, 0.035),
                (0.20, 0.0),
            ],
            per=5,
        ),
    )
    shade = blob(
        c, np.array([(-0.40, 0.52), (-0.24, 1.0), (0.24, 1.0), (0.40, 0.52), (0.2, 0.505), (0.0, 0.50), (-0.2, 0.505)])
    )
    weave = 0.93 + 0.07 * np.sin(c.x * 260) * np.sin(c.y * 260)
    fall = np.exp(-((c.x / 0.26) ** 2 + ((c.y - 0.70) / 0.24) ** 2))
    hem = 1.0 - 0.45 * np.exp(-(((c.y - 0.53) / 0.012) ** 2)) - 0.4 * np.exp(-(((c.y - 0.985) / 0.012) ** 2))
    return paint(
        c,
        [
            Layer(
                foot,
                (0.30, 0.19, 0.12),
                glow=np.asarray(0.35 * np.exp(-np.abs(c.y - 0.50) / 0.10), np.float32),
                round=0.09,
            ),
            Layer(
                shade,
                (0.55, 0.42, 0.30),
                glow=np.asarray(np.clip((0.16 + 0.80 * fall) * weave * hem, 0, 1), np.float32),
                round=0.30,
            ),
        ],
        unite=0.3,
    )


_LAMP = on(canvas(-0.48, -0.03, 0.48, 1.05, 8), "lights/lamp", _lamp_paint)


@element("prop", 1.0, handles=("ignite", "dim", "flicker"))
def lamp(moment: Moment) -> tuple[Form, ...]:
    """A lamp with a linen shade, its light a warm room of its own in the dark; out of doors a street lamp."""
    post = moment.manner == POST
    n = int(min(max(moment.count, 1), 8))
    p, size = moment.place, moment.size(1.0)
    k = np.arange(n)
    x = p.x + (k - (n - 1) / 2) * (3.2 if post else 1.5) * size * p.spread
    z = np.maximum(p.z + (2.6 if post else 0.8) * size * normal(moment.seed, _DEPTH, n) * (n > 1), 5.5 if post else 1.2)
    kindled = float(smooth(moment.event("ignite"), 0, 1))
    dim = 0.92 * float(smooth(moment.event("dim"), 0, 1)) * (1.0 - kindled)
    waver = 0.5 + 0.5 * float(np.sin(1.4 * moment.t))
    burn = (0.85 + 0.25 * kindled) * (1.0 - dim) * (1.0 - 0.15 * moment.event("flicker") * waver)
    where = np.stack([x, np.full(n, p.y), z], 1).astype(np.float32)
    warm = np.asarray(moment.tint or (1.0, 0.50, 0.17), np.float32)
    body = Sprites(
        _STREETLAMP if post else _LAMP,
        where,
        np.float32(size * (_TALL + 0.14 if post else 1.08)),
        tint=(0.30, 0.26, 0.24),
        glow=rgb(warm * np.float32(0.92 * burn)),
        rim=0.5,
    )
    show = float(smooth(moment.presence, 0.1, 1.0)) * burn
    top = where + f32([0, (_FLAME if post else 0.74) * size, -0.03])
    return (
        halo(top, 5.5 * size, warm * np.float32(0.13 * show)),
        *gathered(moment, body, count=500),
        halo(top, 1.8 * size, warm * np.float32(0.16 * show)),
        halo(where + f32([0, 0.02, -0.02]), 2.4 * size, warm * np.float32(0.10 * show), width=1.8, reflect=False),
        *(
            Light(
                (float(w[0]), float(w[1]) + (_FLAME if post else 0.7) * size, float(w[2]) - 0.1),
                rgb(warm * np.float32(0.95 * show)),
                3.0 * size,
                haze=0.8,
            )
            for w in where[:3]
        ),
    )
