"""A fall somewhere behind the trees: an even, dark rush."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.air import Spectrum, air, gust
from dreamplayer.kit.sound import bed
from dreamplayer.model.audio import Samples, Stretch
from dreamplayer.sounds.water._shared.shower import shower

_AIR, _GUSTS = 120, 121
"""Random lanes."""


def _far_fall(own: Stretch, t: float) -> Spectrum:
    roof, patter, _ = shower()
    return np.asarray(
        (0.95 * roof + 0.2 * patter) * np.float32(0.04 * gust(own, _GUSTS, t, period=13.0, decibels=2.0)),
        dtype=np.float32,
    )


@bed("waterfall", trim=-3.8)
def waterfall(block: Stretch) -> Samples:
    """A fall somewhere behind the trees: an even, dark rush."""
    return air(block, _far_fall, lane=_AIR, width=0.8)
