"""The air of the night itself, wide, dark and even: what every night comes down to in its last minutes."""

from __future__ import annotations

from functools import cache

import numpy as np

from dreamplayer.kit.air import BINS, Spectrum, air, gust, slope, unit
from dreamplayer.kit.sound import bed
from dreamplayer.model.audio import Samples, Stretch

_AIR, _GUSTS = 500, 501
"""Random lanes."""


@cache
def _even() -> Spectrum:
    # No brighter than the night before it, and yet so wide that no second is louder than the next.
    return unit(slope(low=105.0, high=750.0, decibels=-2.8) / np.sqrt(1.0 + (BINS / 1500.0) ** 6))


def _still(own: Stretch, t: float) -> Spectrum:
    return _even() * np.float32(0.04 * gust(own, _GUSTS, t, period=43.0, decibels=2.0 * (1.0 - own.calm)))


@bed(name="night-air", trim=-3.4)
def night_air(block: Stretch) -> Samples:
    """The air of the night itself, wide, dark and even: what every night comes down to in its last minutes."""
    return air(block, _still, lane=_AIR, width=0.7)
