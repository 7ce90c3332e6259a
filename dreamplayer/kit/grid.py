"""What makes a sound the same at any cut: it is made in whole tiles on a fixed grid, then cut.

A tile is a pure function of its place on the grid, so nothing depends on where a stretch begins. Tiles
lately made are kept, which changes their cost and not their samples.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache, lru_cache, partial

import numpy as np
from numpy.typing import NDArray

from dreamplayer.kit.loudness import at_level
from dreamplayer.model.audio import Samples, Stretch

LOW = 16_000
"""Samples a second at which strikes are made: nothing in this night reaches 7 kHz, and a third of the work is saved."""
_TAPS = 24
_PIECE = 1024

Tile = Callable[[Stretch, int], Samples]
"""Tile k of the sound that a stretch names by its seed, harmony, strength and calm: (size, 2)."""
Bake = Callable[[Stretch], Samples]
"""A whole strike, (n, 2) at LOW samples a second, from the same four."""


def sound_key(block: Stretch) -> Stretch:
    """The sound without its place in time: what tiles and bakes are kept under.

    Args:
        block: which samples of whose sound.

    Returns:
        The same with `first`, `last` and `length` put back; equal for all blocks of one sound.
    """
    return replace(block, first=0, last=0, length=None)


@lru_cache(maxsize=192)
def _tile(make: Tile, own: Stretch, k: int) -> Samples:
    made = make(own, k)
    made.flags.writeable = False
    return made


def tiled(block: Stretch, size: int, make: Tile) -> Samples:
    """The stretch, cut out of tiles of `size` samples; silence before the sound's entry.

    Args:
        block: which samples of whose sound.
        size: samples of a tile.
        make: gives tile k, (size, 2); it must depend on the sound and k alone.

    Returns:
        (n, 2) samples of the block.
    """
    out = np.zeros((block.count, 2), np.float32)
    own = sound_key(block)
    for k in range(max(block.first, 0) // size, -(-max(block.last, 0) // size)):
        low, high = max(block.first, k * size), min(block.last, (k + 1) * size)
        if high > low:
            out[low - block.first : high - block.first] = _tile(make, own, k)[low - k * size : high - k * size]
    return out


@lru_cache(maxsize=16)
def _whole(bake: Bake, level: float, own: Stretch) -> Samples:
    """The strike at LOW, with room before and after it for the taps that bring it to 48 kHz."""
    loud = level + 20.0 * float(np.log10(max(own.strength, 0.05)))
    made = np.pad(at_level(np.asarray(bake(own), dtype=np.float32), loud, LOW), ((_TAPS, _TAPS + _PIECE), (0, 0)))
    made.flags.writeable = False
    return made


@cache
def _between() -> NDArray[np.float32]:
    """Three rows of taps: where a sample of 48 kHz lies 0, 1/3 and 2/3 after one of 16 kHz."""
    at = np.arange(-_TAPS, _TAPS)[None, ::-1] + np.arange(3)[:, None] / 3.0
    window = np.cos(np.pi * at / (2 * _TAPS + 1)) ** 2
    taps = np.sinc(0.94 * at) * window
    return np.asarray(taps / taps.sum(axis=1, keepdims=True), dtype=np.float32)


def _piece(bake: Bake, level: float, own: Stretch, k: int) -> Samples:
    x = _whole(bake, level, own)
    out = np.zeros((3 * _PIECE, 2), np.float32)
    near = x[k * _PIECE + 1 : (k + 1) * _PIECE + 2 * _TAPS]
    if len(near) == _PIECE + 2 * _TAPS - 1:
        for ear in (0, 1):
            for phase, taps in enumerate(_between()):
                out[phase::3, ear] = np.convolve(near[:, ear], taps[::-1], "valid")
    return out


@cache
def _pieces(bake: Bake, level: float) -> Tile:
    return partial(_piece, bake, level)


def baked(block: Stretch, bake: Bake, level: float = -30.0) -> Samples:
    """The stretch of a strike that is made whole, at LOW, and brought to 48 kHz piece by piece.

    Its loudest 400 ms are set to `level` LUFS at strength 1, whatever its notes. Silence before it and after.

    Args:
        block: which samples of whose sound.
        bake: gives the whole strike, (n, 2) at `LOW` Hz.
        level: LUFS of its loudest 400 ms at strength 1.

    Returns:
        (n, 2) samples of the block.
    """
    return tiled(block, 3 * _PIECE, _pieces(bake, level))


def clock(seconds: float, rate: int = LOW) -> NDArray[np.float64]:
    """Times of the samples of a strike: 0, 1/16000, ... up to `seconds`.

    Args:
        seconds: how long.
        rate: Hz.

    Returns:
        (n,) float64 seconds.
    """
    return np.arange(round(seconds * rate)) / rate
