"""Under water: the weight of the sea, slow and muffled; a far swell goes over."""

from __future__ import annotations

from functools import cache

import numpy as np

from dreamplayer.kit.air import Spectrum, air, band, gust, slope
from dreamplayer.kit.drift import drift, nested
from dreamplayer.kit.sound import bed
from dreamplayer.model.audio import Samples, Stretch

_AIR, _GUSTS, _SWELL, _CURRENT, _BUBBLES = 660, 661, 662, 664, 666
"""Random lanes; the current takes two, one an ear."""


@cache
def _sea() -> tuple[Spectrum, ...]:
    return (
        slope(low=55.0, high=180.0, decibels=-4.0),
        band(centre=240.0, octaves=0.5),
        band(centre=440.0, octaves=0.35),
        band(centre=760.0, octaves=0.18),
    )


def _depth(own: Stretch, t: float) -> Spectrum:
    """A swell of some twelve seconds overhead, currents at each ear, and bubbles that are hardly there."""
    weight, current, shimmer, bubbles = _sea()
    over = drift(own.seed, _SWELL, t, period=6.1)
    ears = []
    for ear in (0, 1):
        flow = nested(own.seed, _CURRENT + ear, t, period=13.0)
        rising = nested(own.seed, _BUBBLES + ear, t, period=3.1) ** 4 * (1.0 - 0.7 * own.calm)
        ears.append(
            (0.75 + 0.35 * over) * weight + (0.30 + 0.45 * flow) * current + (0.16 + 0.18 * over) * shimmer
            + 0.20 * rising * bubbles
        )  # fmt: skip
    return np.stack(ears) * np.float32(0.045 * gust(own, _GUSTS, t, period=37.0, decibels=2.5))


@bed(trim=-6.0)
def undersea(block: Stretch) -> Samples:
    """Under water: the weight of the sea, slow and muffled; a far swell goes over."""
    return air(block, _depth, lane=_AIR, width=0.8)
