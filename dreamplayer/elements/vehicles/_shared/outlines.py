"""Discs and curves that vehicles are outlined by."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.mesh import Face, SurfacePoints, polygon
from dreamplayer.kit.outline import spline
from dreamplayer.kit.sdf import Map

Point3 = tuple[float, float, float]


def disc(
    centre: Point3, radius: float, spokes: int, tyre: float = 0.16, tone: float = 0.16, x0: float = 0.0
) -> list[Face]:
    """A wheel facing along z: tyre, spokes, hub."""

    def made(s: SurfacePoints) -> tuple[Map, Map]:
        x, y = s.x - centre[0] - x0, s.y - centre[1]
        r = np.hypot(x, y) / radius
        a = np.arctan2(y, x)
        bar = np.abs(np.mod(a / (2 * np.pi / spokes) + 0.5, 1) - 0.5) * 2 * np.pi / spokes * r < 0.055 * (
            1 if spokes < 20 else 0.35
        )
        solid = (r > 1 - tyre) | (r < 0.16) | bar
        colour = np.where(
            (r > 1 - tyre)[:, None], np.array([[0.025, 0.023, 0.025]]), np.array([[tone, tone * 0.8, tone * 0.65]])
        )
        colour = np.where(solid[:, None], colour, np.array([[0.006, 0.006, 0.008]]))
        rim = np.exp(-((r - 1 + tyre) ** 2) / 0.0012) * 0.30 + np.exp(-((r - 0.985) ** 2) / 0.0004) * 0.16
        return colour.astype(np.float32), (rim + 0.10 * bar * (r < 1 - tyre)).astype(np.float32)

    ring = [
        (centre[0] + radius * np.cos(t), centre[1] + radius * np.sin(t), centre[2])
        for t in np.linspace(0, 2 * np.pi, 41)[:-1]
    ]
    return [polygon(ring, made)]


def curve(points: list[tuple[float, float]], per: int = 6) -> list[tuple[float, float]]:
    """A closed outline through a few points."""
    return [(float(x), float(y)) for x, y in spline(points, per)]


def open_curve(points: list[tuple[float, float]], per: int = 5) -> list[tuple[float, float]]:
    """A line through a few points."""
    return [(float(x), float(y)) for x, y in spline(points, per, closed=False)]
