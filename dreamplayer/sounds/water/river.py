"""A slow river, murmuring in six bands that each ripple at their own pace."""

from __future__ import annotations

from functools import cache

import numpy as np

from dreamplayer.kit.air import Spectrum, air, band, gust
from dreamplayer.kit.drift import drift
from dreamplayer.kit.sound import bed
from dreamplayer.model.audio import Samples, Stretch

_GUSTS, _QUICKNESS = 59, 60
"""Random lanes; the quickness of the bands has nine an ear."""
_AIR = 60
"""Random lane of the air."""


@cache
def _stream() -> tuple[Spectrum, ...]:
    return tuple(band(f, octaves=0.42) for f in (170.0, 300.0, 470.0, 720.0, 1100.0, 1700.0))


def _river(own: Stretch, t: float) -> Spectrum:
    bands = _stream()
    loud = (0.60, 0.52, 0.46, 0.34, 0.2, 0.09 * own.strength)
    ears = []
    for ear in (0, 1):
        total = np.zeros_like(bands[0])
        for i, one in enumerate(bands):
            quick = drift(own.seed, _QUICKNESS + 9 * ear + i, t, (2.9, 1.9, 1.3, 0.83, 0.61, 0.43)[i])
            total = total + one * np.float32(loud[i] * (0.55 + (0.7 - 0.3 * own.calm) * (quick - 0.3)))
        ears.append(total)
    return np.stack(ears) * np.float32(0.045 * gust(own, _GUSTS, t, period=31.0, decibels=3.0))


@bed("river", "bridge", trim=-3.4)
def river(block: Stretch) -> Samples:
    """A slow river, murmuring in six bands that each ripple at their own pace."""
    return air(block, _river, lane=_AIR, width=0.7)
