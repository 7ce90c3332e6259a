"""Cellular patterns in the plane, after Worley (1996): stones in a path, tussocks of grass, fallen leaves, cracked mud.

Noise alone makes a ground of soft blots; what lies on real ground has edges, and each piece its own tone and tilt.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dreamplayer.kit.hashing import uniform

Map = NDArray[np.float32]
F = np.float32
_TILE = 256
"""Side of the table of chances: the pattern repeats after so many cells."""
_JITTER = 0.62
"""How far a middle may lie off its cell's middle, in cells; above .7 the nearest one might be missed."""


@cache
def _table(lane: int) -> Map:
    return uniform(11, lane, _TILE * _TILE).reshape(_TILE, _TILE)


@dataclass(frozen=True, eq=False)
class Cells:
    """The piece that each point belongs to; all (n,), in cells."""

    x: Map
    """Across from the piece's middle."""
    y: Map
    """Along from it."""
    away: Map
    """Distance from the middle, 0 .. about .8."""
    edge: Map
    """How much farther the next middle is: 0 on the border between two pieces .. about .7."""
    own: Map
    """A uniform number of the piece."""
    other: Map
    """Another one."""

    def turned(self) -> tuple[Map, Map]:
        """Coordinates turned by an angle of the piece's own: blades, leaves and grains lie in all directions.

        Returns:
            Coordinates along and across, of the shape of `x`; one unit is one cell.
        """
        angle = self.other * F(2 * np.pi)
        c, s = np.cos(angle), np.sin(angle)
        return self.x * c + self.y * s, self.y * c - self.x * s


def cells(x: NDArray[Any], y: NDArray[Any], seed: int = 0) -> Cells:
    """Which piece of a cellular pattern points lie in.

    Args:
        x: (n,) across, one piece a unit.
        y: (n,) along.
        seed: which pattern.
    """
    x = np.asarray(x, F) + F((seed * 17.31) % _TILE)
    y = np.asarray(y, F) + F((seed * 5.77) % _TILE)
    i0, j0 = np.floor(x - F(0.5)), np.floor(y - F(0.5))
    across, along = _table(1), _table(2)
    first, second = np.full(x.shape, 9.0, F), np.full(x.shape, 9.0, F)
    dx, dy = np.zeros(x.shape, F), np.zeros(x.shape, F)
    cell = np.zeros(x.shape, np.int32)
    # The four cells about a point: the nearest middle is one of theirs, but for rare slivers.
    for dj in (0, 1):
        for di in (0, 1):
            ci, cj = i0 + di, j0 + dj
            number = (ci.astype(np.int32) & (_TILE - 1)) * _TILE + (cj.astype(np.int32) & (_TILE - 1))
            ex = x - ci - F(0.5) - F(_JITTER) * (across.ravel()[number] - F(0.5))
            ey = y - cj - F(0.5) - F(_JITTER) * (along.ravel()[number] - F(0.5))
            d = ex * ex + ey * ey
            nearer = d < first
            second = np.where(nearer, first, np.minimum(second, d))
            first = np.where(nearer, d, first)
            dx, dy = np.where(nearer, ex, dx), np.where(nearer, ey, dy)
            cell = np.where(nearer, number, cell)
    away = np.sqrt(first)
    return Cells(dx, dy, away, np.sqrt(second) - away, _table(3).ravel()[cell], _table(4).ravel()[cell])
