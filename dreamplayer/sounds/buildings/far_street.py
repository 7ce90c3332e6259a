"""An old town after dark: air between walls, a voice behind a window, steps two streets away."""

from __future__ import annotations

from functools import cache

import numpy as np

from dreamplayer.kit.air import Spectrum, air, band, gust, slope
from dreamplayer.kit.drift import drift, nested
from dreamplayer.kit.sound import bed
from dreamplayer.model.audio import Samples, Stretch

_AIR, _GUSTS, _VOICES, _STEPS = 670, 671, 672, 674
"""Random lanes; the voices take two, one an ear."""
PACE = 0.62
"""Seconds from step to step of one who walks home."""


@cache
def _town() -> tuple[Spectrum, ...]:
    return (
        slope(low=55.0, high=420.0, decibels=-5.0),
        band(centre=350.0, octaves=0.22),
        band(centre=560.0, octaves=0.22),
        band(centre=290.0, octaves=0.20),
    )


def _street(own: Stretch, t: float) -> Spectrum:
    """Vowels without words at the edge of hearing, and now and then somebody's steps."""
    walls, open_vowel, closed_vowel, step = _town()
    walking = max(0.0, nested(own.seed, _STEPS, t, period=21.0) - 0.55) * 2.0 * (1.0 - 0.8 * own.calm)
    beat = (t / PACE) % 1.0
    tread = float(np.exp(-(((beat - 0.4) / 0.10) ** 2))) * walking
    ears = []
    for ear in (0, 1):
        talk = nested(own.seed, _VOICES + ear, t, period=2.3) * nested(own.seed, _VOICES + ear + 40, t, period=23.0)
        vowel = drift(own.seed, _VOICES + ear + 80, t, period=0.9)
        ears.append(walls + 0.42 * talk * (vowel * open_vowel + (1.0 - vowel) * closed_vowel) + 0.22 * tread * step)
    return np.stack(ears) * np.float32(0.044 * gust(own, _GUSTS, t, period=31.0, decibels=2.5))


@bed(trim=-3.1)
def far_street(block: Stretch) -> Samples:
    """An old town after dark: air between walls, a voice behind a window, steps two streets away."""
    return air(block, _street, lane=_AIR, width=0.7)
