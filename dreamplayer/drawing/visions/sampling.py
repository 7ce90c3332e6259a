"""Weighted sampling of an image in an order whose every beginning covers all of it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dreamplayer.kit.hashing import mix, uniform
from dreamplayer.kit.sdf import Map

_ORDER = 9
"""Bits a side of the Hilbert curve: images up to 512 pixels."""
LEAST = 1e-4
"""Weights below it are never drawn."""


@dataclass(frozen=True, eq=False)
class Drawn:
    """Pixels drawn by their weight, and where within each its point lies."""

    row: NDArray[np.int64]
    column: NDArray[np.int64]
    x: NDArray[np.float32]
    """Pixels from the left edge."""
    y: NDArray[np.float32]
    """Pixels from the top edge."""


def drawn_by_weight(weight: Map, count: int, seed: int, lane: int) -> Drawn:
    """Draw points of an image with a density proportional to its weight (stratified along a Hilbert curve).

    The k-th point is the k-th number of a scrambled van der Corput sequence, looked up in the cumulative weight along
    the curve: any first n points are spread as evenly as all of them (Owen scrambling, Burley's hash of 2020).

    Args:
        weight: (rows, columns), 0 or more, at most 512 a side.
        count: how many points.
        seed: of the scrambling and of the place within a pixel.
        lane: which stream of that seed; it uses two.

    Returns:
        `count` points; none where the weight is 0 everywhere.
    """
    row, column = np.nonzero(weight > LEAST)
    if len(row) == 0:
        none = np.zeros(0, np.int64)
        return Drawn(none, none, np.zeros(0, np.float32), np.zeros(0, np.float32))
    order = np.argsort(_hilbert(column, row), kind="stable")
    row, column = row[order], column[order]
    total = np.cumsum(weight[row, column], dtype=np.float64)
    share = _van_der_corput(np.arange(count, dtype=np.uint32), seed + lane)
    pick = np.minimum(np.searchsorted(total, share * total[-1], side="right"), len(row) - 1)
    row, column = row[pick], column[pick]
    x = column.astype(np.float32) + uniform(seed, lane, count)
    y = row.astype(np.float32) + uniform(seed, lane + 1, count)
    return Drawn(row, column, x, y)


def _hilbert(x: NDArray[np.int64], y: NDArray[np.int64]) -> NDArray[np.int64]:
    """Distance along a Hilbert curve of each cell."""
    x, y = x.astype(np.int64), y.astype(np.int64)
    along = np.zeros(x.shape, np.int64)
    side = 1 << (_ORDER - 1)
    while side > 0:
        right, up = ((x & side) > 0).astype(np.int64), ((y & side) > 0).astype(np.int64)
        along += side * side * ((3 * right) ^ up)
        x, y = x & (side - 1), y & (side - 1)
        flip = (up == 0) & (right == 1)
        x, y = np.where(flip, side - 1 - x, x), np.where(flip, side - 1 - y, y)
        x, y = np.where(up == 0, y, x), np.where(up == 0, x, y)
        side >>= 1
    return along


def _van_der_corput(i: NDArray[np.uint32], seed: int) -> NDArray[np.float64]:
    """The radical inverse of i in base 2, its digits scrambled: even at every length, and without a lattice."""
    with np.errstate(over="ignore"):
        # Bits of the index, lowest first, are the digits of the result, highest first.
        x = i + mix(np.asarray(np.uint32(seed & 0xFFFFFFFF)))
        for factor in (0x6C50B47C, 0xB82F1E52, 0xC7AFE638, 0x8D22F6E6):
            x = x ^ (x * np.uint32(factor))
    return _bits_reversed(x).astype(np.float64) * 2.0**-32


def _bits_reversed(x: NDArray[np.uint32]) -> NDArray[np.uint32]:
    for shift, mask in ((1, 0x55555555), (2, 0x33333333), (4, 0x0F0F0F0F), (8, 0x00FF00FF)):
        x = ((x >> np.uint32(shift)) & np.uint32(mask)) | ((x & np.uint32(mask)) << np.uint32(shift))
    return (x >> np.uint32(16)) | (x << np.uint32(16))
