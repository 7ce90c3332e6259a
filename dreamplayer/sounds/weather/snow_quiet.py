"""Snow at night: sound has gone out of the world but for a soft breath."""

from __future__ import annotations

from functools import cache

import numpy as np

from dreamplayer.kit.air import Spectrum, air, band, gust, slope
from dreamplayer.kit.sound import bed
from dreamplayer.model.audio import Samples, Stretch

_AIR, _GUSTS, _BREATH = 460, 461, 462
"""Random lanes."""


@cache
def _snow() -> tuple[Spectrum, Spectrum, Spectrum]:
    return slope(low=80.0, high=380.0, decibels=-6.0), band(centre=480.0, octaves=0.5), band(centre=1500.0, octaves=0.6)


def _quiet(own: Stretch, t: float) -> Spectrum:
    still, breath, fall = _snow()
    return np.asarray(
        (still + 0.28 * breath * np.float32(gust(own, _BREATH, t, period=13.0, decibels=6.0)) + 0.06 * fall)
        * np.float32(0.046 * gust(own, _GUSTS, t, period=37.0, decibels=2.0)),
        dtype=np.float32,
    )


@bed("snow", name="snow-quiet", trim=-4.9)
def snow_quiet(block: Stretch) -> Samples:
    """Snow at night: sound has gone out of the world but for a soft breath."""
    return air(block, _quiet, lane=_AIR, width=0.55)
