"""Varnished wood and taut strings of instruments."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import Canvas, Map

STRINGS = 0.9
"""How brightly strings glow, 0..1."""


def wood(c: Canvas, albedo: tuple[float, float, float], seed: int = 3, along: float = 26.0) -> Map:
    """Albedo of varnished wood with upright grain, (rows, columns, 3)."""
    grain = 0.6 + 0.6 * fbm(c.x * along, c.y * 3.0, seed)
    return np.asarray(grain[..., None] * np.asarray(albedo), np.float32)


def strings(c: Canvas, low: float, high: float, wide: float, count: int, taper: float = 0.6) -> Map:
    """Distance to a fan of strings between two heights, drawn together at the top by `taper`."""
    d = np.full(c.x.shape, 9.0, np.float32)
    for k in range(count):
        x = wide * (k / (count - 1) - 0.5)
        d = np.minimum(d, np.abs(c.x - x * (1 - (1 - taper) * (c.y - low) / (high - low))))
    return np.asarray(np.maximum(d - 0.0022, np.maximum(low - c.y, c.y - high)), np.float32)
