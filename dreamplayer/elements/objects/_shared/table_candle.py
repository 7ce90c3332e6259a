"""A candle on a table, of faces."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.mesh import Face, SurfacePoints, stuff, turned
from dreamplayer.kit.sdf import Map


def flame(x: float, y: float, z: float, tall: float = 0.10) -> list[Face]:
    """A candle's flame on its wick."""
    w = 0.17 * tall
    return turned(
        [(0.002, y), (w, y + 0.25 * tall), (0.8 * w, y + 0.5 * tall), (0.002, y + tall)],
        stuff((0.5, 0.4, 0.3), edge=0, glow=1.0),
        (x, z),
        facets=10,
    )


def candle(x: float, y: float, z: float, tall: float) -> list[Face]:
    """A candle, its upper end lit through."""

    def wax(s: SurfacePoints) -> tuple[Map, Map]:
        return np.tile(np.array([[0.42, 0.36, 0.27]], np.float32), (len(s.u), 1)), (
            0.12 + 0.55 * np.exp(-((y + tall - s.y) / 0.07))
        ).astype(np.float32)

    return [
        *turned([(0.032, y), (0.030, y + tall)], wax, (x, z), facets=12, lid=stuff((0.4, 0.3, 0.2), edge=0, glow=0.9)),
        *flame(x, y + tall, z),
    ]
