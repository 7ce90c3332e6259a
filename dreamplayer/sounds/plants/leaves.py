"""The whisper of leaves: a breeze that reaches one side of the crown before the other."""

from __future__ import annotations

from functools import cache

import numpy as np

from dreamplayer.kit.air import BINS, Spectrum, air, band, gust, slope, unit
from dreamplayer.kit.drift import drift
from dreamplayer.kit.sound import bed
from dreamplayer.model.audio import Samples, Stretch

_AIR, _GUSTS, _SHIMMER = 30, 31, 32
"""Random lanes; ten are left to the shimmer at each ear."""


@cache
def _foliage() -> tuple[Spectrum, Spectrum, Spectrum]:
    top = unit(np.asarray(band(centre=2300.0, octaves=0.75)) / np.sqrt(1 + (BINS / 4200.0) ** 6))
    return slope(low=120.0, high=650.0, decibels=-4.0), band(centre=900.0, octaves=0.6), top


def _leaves(own: Stretch, t: float) -> Spectrum:
    body, twig, leaf = _foliage()
    ears = []
    for ear in (0.0, 0.8):
        u = t - ear
        force = gust(own, _GUSTS, u, period=6.3, decibels=9.0)
        shimmer = 0.6 + 0.4 * drift(own.seed, _SHIMMER + int(ear * 10), u, period=0.7)
        ears.append(force * (0.7 * body + 0.35 * twig * force + 0.13 * leaf * shimmer * force * own.strength))
    return np.stack(ears) * np.float32(0.031)


@bed("wheat", trim=-1.2)
def leaves(block: Stretch) -> Samples:
    """The whisper of leaves: a breeze that reaches one side of the crown before the other."""
    return air(block, _leaves, lane=_AIR, width=0.7)
