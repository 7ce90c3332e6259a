"""Small sounds scattered in time: drops, crackle, crickets, far bells. When and which follows from hashes."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial

import numpy as np
from numpy.typing import NDArray

from dreamplayer.kit.grid import tiled
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.model.audio import RATE, Samples, Stretch

Grain = NDArray[np.float32]
"""Mono, (n,)."""
Kinds = Callable[[Stretch], tuple[Grain, ...]]
"""The grains to draw from; a module's own function, kept under its name and cached by itself where costly."""
Likely = Callable[[Stretch, float], float]
"""How likely a cell holds a grain, 0..1, at a time in seconds since entry."""
TILE = 4096


def _scattered_tile(
    kinds: Kinds, likely: Likely, cell: int, lane: int, spread: float, soft: float, own: Stretch, k: int
) -> Samples:
    grains = kinds(own)
    longest = max(len(grain) for grain in grains)
    out = np.zeros((TILE, 2), np.float32)
    start = k * TILE
    for c in range(max(0, (start - longest) // cell), (start + TILE) // cell + 1):
        if uniform_one(own.seed, lane, c) >= likely(own, c * cell / RATE):
            continue
        grain = grains[int(uniform_one(own.seed, lane + 1, c) * len(grains))]
        entry = int((c + uniform_one(own.seed, lane + 2, c)) * cell) - start
        low, high = max(entry, 0), min(entry + len(grain), TILE)
        if high <= low:
            continue
        loud = soft + (1.0 - soft) * uniform_one(own.seed, lane + 3, c) ** 2
        angle = (1.0 + spread * (2.0 * uniform_one(own.seed, lane + 4, c) - 1.0)) * np.pi / 4
        piece = grain[low - entry : high - entry]
        out[low:high, 0] += piece * np.float32(loud * np.cos(angle))
        out[low:high, 1] += piece * np.float32(loud * np.sin(angle))
    return out


@cache
def _tiles(
    kinds: Kinds, likely: Likely, cell: int, lane: int, spread: float, soft: float
) -> Callable[[Stretch, int], Samples]:
    return partial(_scattered_tile, kinds, likely, cell, lane, spread, soft)


def scattered_grains(
    block: Stretch, kinds: Kinds, likely: Likely, every: float, lane: int = 500, spread: float = 0.8, soft: float = 0.2
) -> Samples:
    """Small sounds at random times, at most one in each cell of `every` seconds.

    Args:
        block: which samples of whose sound.
        kinds: the grains to draw from.
        likely: how likely a cell holds one, 0..1, by its time: .1 now and then, 1 in every cell.
        every: seconds of a cell: .02 a crackle, .2 drops, 10 a far bell.
        lane: first of five random streams.
        spread: 0 all in the middle .. 1 from ear to ear.
        soft: how loud the faintest is beside the loudest: 0 some are hardly heard, near and far; 1 all are alike.

    Returns:
        (n, 2) samples of the block.
    """
    return tiled(block, TILE, _tiles(kinds, likely, round(every * RATE), lane, spread, soft))
