"""Chance without a generator: a hash of (seed, lane, index). Ask again, get the same."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

_LANE = np.uint32(0x9E3779B9)
_SEED = np.uint32(0x85EBCA6B)
_WORD = 0xFFFFFFFF


def mix(value: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Avalanche 32 bits: every input bit flips half of the output's.

    The `lowbias32` constants are Chris Wellons's (public domain, nullprogram.com 2018).
    """
    with np.errstate(over="ignore"):
        x = value ^ (value >> np.uint32(16))
        x = x * np.uint32(0x7FEB352D)
        x = x ^ (x >> np.uint32(15))
        x = x * np.uint32(0x846CA68B)
        return np.asarray(x ^ (x >> np.uint32(16)), np.uint32)


def _mix(x: int) -> int:
    """`mix` of a single number, 0 <= x < 2**32: many times as quick as an array of one."""
    x = ((x ^ (x >> 16)) * 0x7FEB352D) & _WORD
    x = ((x ^ (x >> 15)) * 0x846CA68B) & _WORD
    return x ^ (x >> 16)


def bits(seed: int, lane: int, index: ArrayLike) -> NDArray[np.uint32]:
    """32 random bits for each index: lanes of one seed are independent of each other."""
    with np.errstate(over="ignore"):
        at = np.asarray(index).astype(np.int64).astype(np.uint32)
        start = mix(np.asarray(np.uint32(seed & 0xFFFFFFFF) * _SEED + np.uint32(lane & 0xFFFFFFFF) * _LANE))
        return mix(at * np.uint32(0x27D4EB2F) + start)


def roll(seed: int, lane: int, index: ArrayLike) -> NDArray[np.float64]:
    """A number in [0, 1) for each index."""
    return bits(seed, lane, index).astype(np.float64) * 2.0**-32


def dice(seed: int, lane: int, count: int) -> NDArray[np.float32]:
    """`count` numbers in [0, 1), the first ones the same whatever the count."""
    return (bits(seed, lane, np.arange(count)) >> np.uint32(8)).astype(np.float32) * np.float32(2.0**-24)


def bell(seed: int, lane: int, count: int) -> NDArray[np.float32]:
    """`count` numbers about normally spread, mean 0, deviation 1, never beyond +-3.5."""
    total = sum(dice(seed, lane * 4 + k + 1009, count) for k in range(4))
    return ((np.asarray(total) - 2.0) * np.float32(1.732)).astype(np.float32)


def one(seed: int, lane: int = 0) -> float:
    """A single number in [0, 1)."""
    start = _mix((seed * int(_SEED) + lane * int(_LANE)) & _WORD)
    return _mix(start) * 2.0**-32


def seed_of(*parts: object) -> int:
    """A 31-bit seed from any printable parts, the same on every machine and day."""
    value = 0x811C9DC5
    for byte in "\x1f".join(str(part) for part in parts).encode():
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return _mix(value) & 0x7FFFFFFF
