"""The sea at night from the dunes: long waves on two clocks, none of them breaks hard."""

from __future__ import annotations

from functools import cache

import numpy as np

from dreamplayer.kit.air import Spectrum, air, band, slope
from dreamplayer.kit.drift import drift
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.kit.sound import bed
from dreamplayer.model.audio import Samples, Stretch

_PERIOD_DRIFT, _SIZE = 100, 102
"""Random lanes of a train of waves; its number is added."""
_AIR = 100
"""Random lane of the air."""


@cache
def _surf() -> tuple[Spectrum, ...]:
    return (
        slope(low=45.0, high=260.0, decibels=-5.0),
        slope(low=120.0, high=600.0, decibels=-3.0),
        band(centre=900.0, octaves=0.7),
        band(centre=1900.0, octaves=0.6),
    )


def _waves(own: Stretch, t: float) -> Spectrum:
    """Two trains of waves, nine and thirteen seconds or so: each gathers, runs up the sand and sighs back."""
    deep, body, foam, sand = _surf()
    ears = []
    for ear in (0.0, 0.6):
        total = 0.5 * deep
        for train, (period, share) in enumerate(((9.1, 1.0), (14.7, 0.8))):
            u = (t - ear) / period + 1.1 * drift(own.seed, _PERIOD_DRIFT + train, t, period=43.0)
            k = np.floor(u)
            f = float(u - k)
            size = (0.55 + 0.45 * uniform_one(own.seed, _SIZE + train, int(k))) * share * (1.0 - 0.55 * own.calm)
            gather = np.sin(np.pi * f) ** 2
            run = max(0.0, np.sin(np.pi * min(1.0, max(0.0, (f - 0.22) / 0.78)))) ** 2
            total = total + size * (0.45 * gather * body + 0.26 * run * foam + 0.085 * run * sand * own.strength)
        ears.append(total)
    return np.stack(ears) * np.float32(0.056)


@bed("ocean", "beach", "ship", "sand", trim=-3.2)
def waves(block: Stretch) -> Samples:
    """The sea at night from the dunes: long waves on two clocks, none of them breaks hard."""
    return air(block, _waves, lane=_AIR, width=0.65)
