"""The hush inside fog: a soft dark breath with hardly any movement."""

from __future__ import annotations

from functools import cache

import numpy as np

from dreamplayer.kit.air import Spectrum, air, band, gust, slope
from dreamplayer.kit.drift import drift
from dreamplayer.kit.sound import bed
from dreamplayer.model.audio import Samples, Stretch

_AIR, _GUSTS, _NEARNESS = 20, 21, 22
"""Random lanes."""


@cache
def _veil() -> tuple[Spectrum, Spectrum]:
    return slope(low=70.0, high=420.0, decibels=-6.0), band(centre=700.0, octaves=0.9)


def _fog_hush(own: Stretch, t: float) -> Spectrum:
    body, veil = _veil()
    near = 0.25 + 0.3 * drift(own.seed, _NEARNESS, t, period=23.0)
    return (body + veil * near) * np.float32(gust(own, _GUSTS, t, period=17.0, decibels=4.0) * 0.045)


@bed("cloud", "void", "glass", "crater", "ruin", trim=-4.5)
def fog_hush(block: Stretch) -> Samples:
    """The hush inside fog: a soft dark breath with hardly any movement."""
    return air(block, _fog_hush, lane=_AIR, width=0.45)
