"""Where people in a crowd stand: in clumps, each of a height of its own."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.primitives import Array
from dreamplayer.kit.hashing import uniform

_MIRROR, _TALL = 35, 36
"""Random lanes of which way each looks and how tall each is."""
_JUMP, _GAP, _DEPTH = 41, 50, 90
"""Random lanes of where they stand: how far a group is shifted; from 50 on the gaps within each group, from 90 on
their depth.
"""


def looks(seed: int, count: int) -> tuple[Array, Array]:
    """Which way each looks, +1 right or -1 left, and how tall each is, 1 usual; (count,) each.

    Args:
        seed: whose chance.
        count: how many.
    """
    mirror = np.where(uniform(seed, _MIRROR, count) < 0.5, -1.0, 1.0).astype(np.float32)
    return mirror, (0.93 + 0.14 * uniform(seed, _TALL, count)).astype(np.float32)


def clumps(seed: int, count: int, wide: float, aisle: float = 0.0) -> Array:
    """Where each stands, (count, 2) metres across and in depth: groups of three to six with air between them.

    `aisle` metres to both sides of the middle stay free.
    Neighbours in a group stand .55 to .9 m apart; groups lie along a shallow arc `wide` metres across.
    """
    sizes = [3, 6, 3, 4, 2, 5, 3, 6, 4, 2]
    out = np.zeros((count, 2), np.float32)
    groups: list[int] = []
    while sum(groups) < count:
        groups.append(sizes[len(groups) % len(sizes)])
    spans = np.array([0.62 * size + 1.5 for size in groups])
    ends = np.cumsum(spans)
    left = (ends - spans - ends[-1] / 2) * max(wide / ends[-1], 0.6)
    first = 0
    jump = uniform(seed, _JUMP, len(groups) + 1)
    for k, size in enumerate(groups):
        n = min(size, count - first)
        gap = 0.55 + 0.35 * uniform(seed, _GAP + k, n)
        x = np.cumsum(gap) - gap[0]
        out[first : first + n, 0] = left[k] + x + 0.8 * jump[k]
        out[first : first + n, 1] = 1.1 * uniform(seed, _DEPTH + k, n) + 2.2 * (jump[k + 1] - 0.5)
        first += n
    if aisle > 0.0:
        out[:, 0] += np.where(out[:, 0] < 0, -aisle, aisle)
    return out
