"""Brass as a material, and the box of light behind small things."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import Canvas, Map

BRASS = (0.24, 0.145, 0.05)
"""Linear colour of brass."""
GLOW3 = (0.45, 0.33, 0.2)
"""Linear colour of what shines by itself."""


def brass(c: Canvas, seed: int = 3, tone: float = 1.0) -> Map:
    """Worn brass."""
    return np.asarray((tone * (0.65 + 0.65 * fbm(c.x * 8, c.y * 8, seed)))[..., None] * np.asarray(BRASS), np.float32)


def boxed(c: Canvas, centre: tuple[float, float], half: tuple[float, float], round_: float = 0.0) -> Map:
    """A rectangle with rounded corners."""
    dx, dy = np.abs(c.x - centre[0]) - half[0] + round_, np.abs(c.y - centre[1]) - half[1] + round_
    return np.asarray(
        np.hypot(np.maximum(dx, 0), np.maximum(dy, 0)) + np.minimum(np.maximum(dx, dy), 0) - round_, np.float32
    )
