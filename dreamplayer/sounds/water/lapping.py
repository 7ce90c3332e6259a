"""Calm water against a hull or a stone: small waves that come in no hurry."""

from __future__ import annotations

from functools import cache

import numpy as np

from dreamplayer.kit.air import Spectrum, air, band, gust, slope
from dreamplayer.kit.drift import drift
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.kit.sound import bed
from dreamplayer.model.audio import Samples, Stretch

_AIR, _GUSTS, _PACE, _SIZE = 700, 701, 702, 710
"""Random lanes; of the waves one a train and ear."""
TRAINS = ((2.3, 1.0), (3.7, 0.8), (5.9, 0.6))
"""Seconds and size of the trains of waves that overlap."""


@cache
def _calm_water() -> tuple[Spectrum, ...]:
    return (
        slope(low=50.0, high=330.0, decibels=-4.5),
        band(centre=300.0, octaves=0.35),
        band(centre=620.0, octaves=0.35),
    )


def _lapping(own: Stretch, t: float) -> Spectrum:
    """Each small wave swells low, and clucks a little higher as it leaves."""
    still, push, cluck = _calm_water()
    ears = []
    for ear in (0, 1):
        total = 0.85 * still
        for train, (period, share) in enumerate(TRAINS):
            lane = _SIZE + 2 * train + ear
            u = (t + 0.4 * ear) / period + 0.8 * drift(own.seed, _PACE + train, t, period=17.0)
            k = int(np.floor(u))
            f = u - k
            size = share * uniform_one(own.seed, lane, k) ** 1.5 * (1.0 - 0.5 * own.calm)
            swell = np.sin(np.pi * f) ** 2
            leaving = np.exp(-(((f - 0.68) / 0.14) ** 2))
            total = total + size * (0.34 * swell * push + 0.26 * leaving * cluck)
        ears.append(total)
    return np.stack(ears) * np.float32(0.046 * gust(own, _GUSTS, t, period=33.0, decibels=2.0))


@bed()
def lapping(block: Stretch) -> Samples:
    """Calm water against a hull or a stone: small waves that come in no hurry."""
    return air(block, _lapping, lane=_AIR, width=0.65)
