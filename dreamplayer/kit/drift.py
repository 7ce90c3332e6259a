"""Slow change without a repeat: smooth noise of time, built of hashes, so any instant can be asked first."""

from __future__ import annotations

from math import floor

import numpy as np
from numpy.typing import NDArray

from dreamplayer.kit.hashing import uniform_at, uniform_one


def drift(seed: int, lane: int, t: float, period: float) -> float:
    """0..1 at time t: a new random height every `period` seconds, joined by fifth-degree curves.

    Velocity and acceleration have no jump. With periods that share no divisor several of them never
    come back to where they were together.

    Args:
        seed: whose random numbers.
        lane: random stream.
        t: seconds.
        period: seconds from height to height.
    """
    u = t / period
    k = floor(u)
    f = u - k
    a, b = uniform_one(seed, lane, k), uniform_one(seed, lane, k + 1)
    return a + (b - a) * f * f * f * (f * (f * 6.0 - 15.0) + 10.0)


def nested(seed: int, lane: int, t: float, period: float) -> float:
    """0..1: a drift whose pace is itself drifting, sometimes twice as fast, sometimes slow.

    Args:
        seed: whose random numbers.
        lane: random stream.
        t: seconds.
        period: seconds from height to height, on average.
    """
    bent = t + 1.7 * period * drift(seed, lane + 7919, t, period * 4.3)
    return 0.72 * drift(seed, lane, bent, period) + 0.28 * drift(seed, lane + 104729, t, period * 0.41)


def drifts(seed: int, lane: int, t: float, periods: NDArray[np.float64]) -> NDArray[np.float64]:
    """Several drifts at once, all independent; each moves as `drift` does.

    Args:
        seed: whose random numbers.
        lane: random stream.
        t: seconds.
        periods: (n,) seconds from height to height; 2 trembles, 20 breathes, 120 changes unnoticed.

    Returns:
        (n,) float64 in 0..1.
    """
    u = t / periods
    k = np.floor(u).astype(np.int64)
    f = u - k
    own = np.arange(len(periods), dtype=np.int64) * 1_000_003
    a, b = uniform_at(seed, lane, k + own), uniform_at(seed, lane, k + 1 + own)
    return np.asarray(a + (b - a) * f * f * f * (f * (f * 6.0 - 15.0) + 10.0))
