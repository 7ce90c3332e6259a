"""What is below a point: the height of the solids there, by vertical rays."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dreamplayer.drawing.solids.solid import Solid
from dreamplayer.model.stage import Vec3

_EDGE = 1e-4
"""Barycentric slack at an edge that two triangles share."""
_UPRIGHT = 1e-9
"""Twice the area in square metres below which a triangle, seen from above, is a wall."""


def heights_below(solids: Sequence[Solid], points: Sequence[Vec3]) -> NDArray[np.float64]:
    """The height of the first solid below each point.

    Args:
        solids: of a place.
        points: metres of the place.

    Returns:
        (n,) metres; -inf where nothing is below.
    """
    found = np.full(len(points), -np.inf)
    for solid in solids:
        corners = np.asarray(solid.vertices, np.float64)[solid.triangles]
        low, high = corners.min(1), corners.max(1)
        for k, (x, y, z) in enumerate(points):
            over = (low[:, 0] <= x) & (x <= high[:, 0]) & (low[:, 2] <= z) & (z <= high[:, 2]) & (low[:, 1] <= y)
            if not over.any():
                continue
            heights = _heights(corners[over], x, z)
            heights = heights[heights <= y]
            if len(heights):
                found[k] = max(found[k], float(heights.max()))
    return found


def _heights(corners: NDArray[np.float64], x: float, z: float) -> NDArray[np.float64]:
    """Heights at (x, z) of the triangles above or below it."""
    a, b, c = corners[:, 0], corners[:, 1], corners[:, 2]
    e, f = b - a, c - a
    area = e[:, 0] * f[:, 2] - e[:, 2] * f[:, 0]
    flat = np.abs(area) > _UPRIGHT
    a, e, f, area = a[flat], e[flat], f[flat], area[flat]
    px, pz = x - a[:, 0], z - a[:, 2]
    u = (px * f[:, 2] - pz * f[:, 0]) / area
    v = (pz * e[:, 0] - px * e[:, 2]) / area
    inside = (u >= -_EDGE) & (v >= -_EDGE) & (u + v <= 1 + _EDGE)
    return np.asarray((a[:, 1] + u * e[:, 1] + v * f[:, 1])[inside], np.float64)
