"""A storm on the other side of the hills; here it is only weather to sleep by."""

from __future__ import annotations

from functools import cache

import numpy as np

from dreamplayer.kit.air import Spectrum, air, band, gust, slope
from dreamplayer.kit.drift import nested
from dreamplayer.kit.sound import bed
from dreamplayer.model.audio import Samples, Stretch

_AIR, _GUSTS, _ROLL = 480, 481, 482
"""Random lanes."""


@cache
def _far_storm() -> tuple[Spectrum, ...]:
    return (
        slope(low=45.0, high=190.0, decibels=-4.0),
        slope(low=70.0, high=600.0, decibels=-4.5),
        band(centre=380.0, octaves=0.5),
        band(centre=900.0, octaves=0.8),
    )


def _storm(own: Stretch, t: float) -> Spectrum:
    """Low wind in long surges, rain behind it, thunder that only rolls: surges of the lowest octave."""
    thunder, wind, howl, veil = _far_storm()
    ears = []
    for ear in (0.0, 0.7):
        u = t - ear
        force = gust(own, _GUSTS, u, period=10.3, decibels=7.0)
        roll = max(0.0, nested(own.seed, _ROLL, u, period=7.9) * 2.0 - 1.0) * (1.0 - 0.7 * own.calm)
        ears.append(force * (0.7 * wind + 0.3 * force * howl + 0.2 * veil) + 0.75 * roll * thunder)
    return np.stack(ears) * np.float32(0.04)


@bed(trim=-4.4)
def storm(block: Stretch) -> Samples:
    """A storm on the other side of the hills; here it is only weather to sleep by."""
    return air(block, _storm, lane=_AIR, width=0.7)
