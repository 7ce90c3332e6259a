"""Many people at ease, far enough away that no word is told: a market, a theatre before the play."""

from __future__ import annotations

from functools import cache

import numpy as np

from dreamplayer.kit.air import Spectrum, air, band, gust, slope
from dreamplayer.kit.drift import nested
from dreamplayer.kit.sound import bed
from dreamplayer.model.audio import Samples, Stretch

_AIR, _GUSTS, _GROUPS = 680, 681, 690
"""Random lanes; each group of voices takes one an ear."""
GROUPS = 4
"""Groups that talk on their own: with two one hears turns, with ten a hiss."""


@cache
def _voices() -> tuple[Spectrum, ...]:
    """The floor of the crowd, and one vowel a group: the first formants of a, o, e, u."""
    vowels = (band(centre=c, octaves=0.24) for c in (650.0, 450.0, 520.0, 330.0))
    return (slope(low=90.0, high=520.0, decibels=-4.0), *vowels)


def _crowd(own: Stretch, t: float) -> Spectrum:
    """Groups swell and sink apart from one another; each syllable is a drift of a quarter of a second."""
    floor_, *vowels = _voices()
    ears = []
    for ear in (0, 1):
        total = 0.85 * floor_
        for k, vowel in enumerate(vowels):
            lane = _GROUPS + 2 * k + ear
            talking = nested(own.seed, lane, t, period=5.0 + k) * (0.55 + 0.45 * nested(own.seed, lane + 60, t, 0.27))
            total = total + 0.44 * talking * (1.0 - 0.5 * own.calm) * vowel
        ears.append(total)
    return np.stack(ears) * np.float32(0.043 * gust(own, _GUSTS, t, period=27.0, decibels=2.0))


@bed(trim=-4.6)
def crowd(block: Stretch) -> Samples:
    """Many people at ease, far enough away that no word is told: a market, a theatre before the play."""
    return air(block, _crowd, lane=_AIR, width=0.75)
