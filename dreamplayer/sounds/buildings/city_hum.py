"""A city at night from a high window: one even breath of far streets."""

from __future__ import annotations

from functools import cache

import numpy as np

from dreamplayer.kit.air import Spectrum, air, band, gust, slope
from dreamplayer.kit.drift import nested
from dreamplayer.kit.sound import bed
from dreamplayer.model.audio import Samples, Stretch

_AIR, _GUSTS, _PASSING, _PASSING_FAR = 400, 401, 402, 405
"""Random lanes; those of the cars that pass are two, one an ear."""


@cache
def _streets() -> tuple[Spectrum, ...]:
    return (
        slope(low=50.0, high=420.0, decibels=-4.5),
        band(centre=210.0, octaves=0.3),
        band(centre=330.0, octaves=0.3),
        band(centre=620.0, octaves=0.6),
    )


def _city(own: Stretch, t: float) -> Spectrum:
    """A floor of many engines, and single ones that pass, too far to be told apart."""
    floor_, low, middle, tyres = _streets()
    ears = []
    for ear in (0, 1):
        passing = nested(own.seed, _PASSING + ear, t, period=11.0) ** 2 * (1.0 - 0.7 * own.calm)
        other = nested(own.seed, _PASSING_FAR + ear, t, period=17.0) ** 2 * (1.0 - 0.7 * own.calm)
        ears.append(0.85 * floor_ + 0.45 * passing * low + 0.4 * other * middle + 0.22 * (0.4 + passing) * tyres)
    return np.stack(ears) * np.float32(0.042 * gust(own, _GUSTS, t, period=41.0, decibels=2.0))


@bed("city", "market", "street", "road", "carnival", "balcony", trim=-2.8)
def city_hum(block: Stretch) -> Samples:
    """A city at night from a high window: one even breath of far streets."""
    return air(block, _city, lane=_AIR, width=0.7)
