"""Slow change without a repeat: smooth noise of time, built of hashes, so any instant can be asked first."""

from __future__ import annotations

from functools import lru_cache
from math import floor

import numpy as np
from numpy.typing import NDArray

from dreamplayer.kit import hashing

_MASK = 0xFFFFFFFF


def _avalanche(x: int) -> int:
    """`hashing.mix` of one number, in Python integers: ten times faster than an array of one."""
    x ^= x >> 16
    x = x * 0x7FEB352D & _MASK
    x ^= x >> 15
    x = x * 0x846CA68B & _MASK
    return x ^ x >> 16


@lru_cache(maxsize=8192)
def _start(seed: int, lane: int) -> int:
    return _avalanche(((seed & _MASK) * 0x85EBCA6B + (lane & _MASK) * 0x9E3779B9) & _MASK)


def chance(seed: int, lane: int, index: int) -> float:
    """One random number: the same as `hashing.uniform_at(seed, lane, index)`, quicker for a single index.

    Args:
        seed: whose chance; its low 32 bits count.
        lane: stream of chance.
        index: which number of the stream; may be negative.

    Returns:
        A number in [0, 1).
    """
    return _avalanche(((index & _MASK) * 0x27D4EB2F + _start(seed, lane)) & _MASK) * 2.0**-32


def drift(seed: int, lane: int, t: float, period: float) -> float:
    """0..1 at time t: a new random height every `period` seconds, joined by fifth-degree curves.

    Velocity and acceleration have no jump. With periods that share no divisor several of them never
    come back to where they were together.

    Args:
        seed: whose chance.
        lane: stream of chance.
        t: seconds.
        period: seconds from height to height.
    """
    u = t / period
    k = floor(u)
    f = u - k
    a, b = chance(seed, lane, k), chance(seed, lane, k + 1)
    return a + (b - a) * f * f * f * (f * (f * 6.0 - 15.0) + 10.0)


def nested(seed: int, lane: int, t: float, period: float) -> float:
    """0..1: a drift whose pace is itself drifting, now hurried to half its period, now lingering.

    Args:
        seed: whose chance.
        lane: stream of chance.
        t: seconds.
        period: seconds from height to height, on average.
    """
    bent = t + 1.7 * period * drift(seed, lane + 7919, t, period * 4.3)
    return 0.72 * drift(seed, lane, bent, period) + 0.28 * drift(seed, lane + 104729, t, period * 0.41)


def drifts(seed: int, lane: int, t: float, periods: NDArray[np.float64]) -> NDArray[np.float64]:
    """Several drifts at once, all independent; each moves as `drift` does.

    Args:
        seed: whose chance.
        lane: stream of chance.
        t: seconds.
        periods: (n,) seconds from height to height; 2 trembles, 20 breathes, 120 changes unnoticed.

    Returns:
        (n,) float64 in 0..1.
    """
    u = t / periods
    k = np.floor(u).astype(np.int64)
    f = u - k
    own = np.arange(len(periods), dtype=np.int64) * 1_000_003
    a, b = hashing.uniform_at(seed, lane, k + own), hashing.uniform_at(seed, lane, k + 1 + own)
    return np.asarray(a + (b - a) * f * f * f * (f * (f * 6.0 - 15.0) + 10.0))
