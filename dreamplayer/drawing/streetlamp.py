"""A street lamp: a cast-iron post, a lantern of glass at its top."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.painted import on
from dreamplayer.kit.sdf import blob, canvas
from dreamplayer.kit.shapes import Layer, Painting, paint

POST = "post"
"""The manner of a lamp that stands out of doors."""
TALL = 3.4
"""Metres to the tip of its finial."""
FLAME = 2.92
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
    hood = blob(c, _mirrored([(0.31, 3.10), (0.29, 3.15), (0.12, 3.28), (0.05, 3.31), (0.045, 3.36), (0.02, TALL)]))
    fire = np.exp(-((c.x / 0.10) ** 2 + ((c.y - FLAME) / 0.20) ** 2))
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


STREETLAMP = on(canvas(*_FRAME, 8), "lights/streetlamp", _paint)
"""The shape, standing on its foot, TALL metres and its margins high."""
