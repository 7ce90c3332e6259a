"""Random numbers without a generator: a hash of (seed, lane, index), so that the same question has the same answer.

A counter-based generator: nothing runs on, any number can be asked for in any order. A *lane* is a stream of its own
under one seed; give each use its own lane, and name it where more than one function draws from the seed.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import ArrayLike, NDArray

_LANE = np.uint32(0x9E3779B9)
_SEED = np.uint32(0x85EBCA6B)
_INDEX = np.uint32(0x27D4EB2F)
_WORD = 0xFFFFFFFF


def mix(value: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Avalanche 32 bits: every input bit flips half of the output's.

    The `lowbias32` constants are Chris Wellons's (public domain, nullprogram.com 2018).

    Args:
        value: uint32 of any shape.

    Returns:
        uint32 of the same shape; a permutation, so that different inputs stay different.
    """
    with np.errstate(over="ignore"):
        x = value ^ (value >> np.uint32(16))
        x = x * np.uint32(0x7FEB352D)
        x = x ^ (x >> np.uint32(15))
        x = x * np.uint32(0x846CA68B)
        return np.asarray(x ^ (x >> np.uint32(16)), np.uint32)


def _mix(x: int) -> int:
    """`mix` of a single number, 0 <= x < 2**32, in Python integers."""
    x = ((x ^ (x >> 16)) * 0x7FEB352D) & _WORD
    x = ((x ^ (x >> 15)) * 0x846CA68B) & _WORD
    return x ^ (x >> 16)


def bits(seed: int, lane: int, index: ArrayLike) -> NDArray[np.uint32]:
    """32 random bits for each index.

    Args:
        seed: whose numbers; its low 32 bits count.
        lane: which stream of that seed; streams are independent of each other.
        index: integers of any shape.

    Returns:
        uint32 of the shape of `index`.
    """
    with np.errstate(over="ignore"):
        counter = np.asarray(index).astype(np.int64).astype(np.uint32)
        start = mix(np.asarray(np.uint32(seed & _WORD) * _SEED + np.uint32(lane & _WORD) * _LANE))
        return mix(counter * _INDEX + start)


def uniform_at(seed: int, lane: int, index: ArrayLike) -> NDArray[np.float64]:
    """A uniform number for each index.

    Args:
        seed: whose numbers.
        lane: which stream of that seed.
        index: integers of any shape.

    Returns:
        float64 in [0, 1), of the shape of `index`.
    """
    return bits(seed, lane, index).astype(np.float64) * 2.0**-32


def uniform(seed: int, lane: int, count: int) -> NDArray[np.float32]:
    """Uniform numbers for the indices 0 .. count - 1, the first ones the same whatever the count.

    Args:
        seed: whose numbers.
        lane: which stream of that seed.
        count: how many.

    Returns:
        (count,) float32 in [0, 1), of 24 random bits each.
    """
    return (bits(seed, lane, np.arange(count)) >> np.uint32(8)).astype(np.float32) * np.float32(2.0**-24)


def normal(seed: int, lane: int, count: int) -> NDArray[np.float32]:
    """Numbers that are about normally distributed: four uniform ones added (Irwin-Hall) and scaled.

    Args:
        seed: whose numbers.
        lane: which stream of that seed; it uses four streams of `uniform`, from `4 * lane + 1009` on.
        count: how many.

    Returns:
        (count,) float32, mean 0, standard deviation 1, within +-3.47.
    """
    total = sum(uniform(seed, lane * 4 + k + 1009, count) for k in range(4))
    return ((np.asarray(total) - 2.0) * np.float32(1.732)).astype(np.float32)


@lru_cache(maxsize=8192)
def _stream(seed: int, lane: int) -> int:
    """Where the numbers of a lane begin, as in `bits`."""
    return _mix((seed * int(_SEED) + lane * int(_LANE)) & _WORD)


def uniform_one(seed: int, lane: int = 0, index: int = 0) -> float:
    """A single uniform number: the same as `uniform_at` of that index, ten times as quick as an array of one.

    Args:
        seed: whose numbers; its low 32 bits count.
        lane: which stream of that seed.
        index: which number of the stream; may be negative.

    Returns:
        A number in [0, 1), of 32 random bits.
    """
    return _mix((index * int(_INDEX) + _stream(seed, lane)) & _WORD) * 2.0**-32


def seed_of(*parts: object) -> int:
    """A seed from any printable parts, the same on every machine and day (FNV-1a over their text, then `mix`).

    Args:
        parts: what tells one use from another: the night's seed, a name, a count. Their `str` counts, and their order.

    Returns:
        31 bits: 0 <= seed < 2**31.
    """
    value = 0x811C9DC5
    for byte in "\x1f".join(str(part) for part in parts).encode():
        value = ((value ^ byte) * 0x01000193) & _WORD
    return _mix(value) & 0x7FFFFFFF
