"""A form drawn among the stars: a few bright ones on its lines, joined by the shortest threads."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from dreamplayer.drawing.primitives import Array
from dreamplayer.drawing.visions.point_cloud import PointCloud

STARS = 46
"""Bright stars of a constellation."""
AMONG = 1200
"""First points of the cloud that may be such a star."""
NEIGHBOURS, STRAY = 4, 0.035
"""How many others must be how near, heights of the form."""


@lru_cache(maxsize=16)
def constellation(cloud: PointCloud) -> tuple[Array, NDArray[np.int64]]:
    """Stars far from one another on the lines of a form, and the links of their minimum spanning tree.

    Args:
        cloud: of the form.

    Returns:
        (k, 3) positions as in the cloud, and (k - 1, 2) pairs of indices; both empty for a cloud without lines.
    """
    points = _close(cloud.position[np.flatnonzero(cloud.edge > 0.5)[:AMONG]])
    if len(points) < 2:
        return np.zeros((0, 3), np.float32), np.zeros((0, 2), np.int64)
    chosen = [int(np.argmax(points[:, 1]))]
    distance = np.linalg.norm(points[:, :2] - points[chosen[0], :2], axis=1)
    while len(chosen) < min(STARS, len(points)):
        # Farthest point sampling.
        chosen.append(int(np.argmax(distance)))
        distance = np.minimum(distance, np.linalg.norm(points[:, :2] - points[chosen[-1], :2], axis=1))
    stars = points[chosen]
    return stars, _spanning_tree(stars[:, :2])


def _close(points: Array) -> Array:
    """The points that have others beside them: a stray one would be a star of its own."""
    if len(points) < NEIGHBOURS + 1:
        return points
    between = np.linalg.norm(points[:, None, :2] - points[None, :, :2], axis=2)
    return points[np.partition(between, NEIGHBOURS, axis=1)[:, NEIGHBOURS] < STRAY]


def _spanning_tree(points: Array) -> NDArray[np.int64]:
    """The shortest links that join all points (Prim)."""
    between = np.linalg.norm(points[:, None] - points[None], axis=2)
    joined, links = np.zeros(len(points), bool), []
    joined[0] = True
    best, nearest = between[0].copy(), np.zeros(len(points), np.int64)
    for _ in range(len(points) - 1):
        j = int(np.argmin(np.where(joined, np.inf, best)))
        links.append((int(nearest[j]), j))
        joined[j] = True
        closer = between[j] < best
        best, nearest = np.where(closer, between[j], best), np.where(closer, j, nearest)
    return np.array(links, np.int64)
