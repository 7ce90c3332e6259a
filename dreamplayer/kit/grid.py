"""What makes a sound the same at any cut: it is made in whole tiles on a fixed grid, then cut.

A tile is a pure function of its place on the grid, so nothing depends on where a stretch begins. Tiles
lately made are kept, which changes their cost and not their samples.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

import numpy as np

from dreamplayer.model.audio import RATE, Samples, Stretch

Tile = Callable[[Stretch, int], Samples]
"""Tile k of the sound that a stretch names by its seed, harmony, strength and calm: (size, 2)."""
Bake = Callable[[Stretch], Samples]
"""A whole strike, (n, 2), from the same four."""


def who(at: Stretch) -> Stretch:
    """The sound without its place in time: what tiles and bakes are kept under."""
    return replace(at, first=0, last=0, length=None)


@lru_cache(maxsize=192)
def _tile(make: Tile, own: Stretch, k: int) -> Samples:
    made = make(own, k)
    made.flags.writeable = False
    return made


def tiled(at: Stretch, size: int, make: Tile) -> Samples:
    """The stretch, cut out of tiles of `size` samples; silence before the sound's entry."""
    out = np.zeros((at.count, 2), np.float32)
    own = who(at)
    for k in range(max(at.first, 0) // size, -(-max(at.last, 0) // size)):
        low, high = max(at.first, k * size), min(at.last, (k + 1) * size)
        if high > low:
            out[low - at.first : high - at.first] = _tile(make, own, k)[low - k * size : high - k * size]
    return out


@lru_cache(maxsize=8)
def _whole(bake: Bake, own: Stretch) -> Samples:
    made = np.ascontiguousarray(bake(own), dtype=np.float32)
    made.flags.writeable = False
    return made


def baked(at: Stretch, bake: Bake) -> Samples:
    """The stretch of a strike that is made whole: silence before it and after."""
    out = np.zeros((at.count, 2), np.float32)
    if at.last <= 0 or at.count <= 0:
        return out
    x = _whole(bake, who(at))
    low, high = max(at.first, 0), min(at.last, len(x))
    if high > low:
        out[low - at.first : high - at.first] = x[low:high]
    return out


def clock(seconds: float) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Times of the samples of a strike: 0, 1/48000, ... up to `seconds`."""
    return np.arange(round(seconds * RATE)) / RATE
