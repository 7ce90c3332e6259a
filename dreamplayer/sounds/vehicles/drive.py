"""Driven home asleep on the back seat: an engine, a road, nothing to decide."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.air import Spectrum, air, gust
from dreamplayer.kit.drift import drift
from dreamplayer.kit.sound import bed
from dreamplayer.model.audio import Samples, Stretch
from dreamplayer.sounds.vehicles._shared.rails import rails

_AIR, _GUSTS, _SONG = 440, 441, 442
"""Random lanes."""


def _engine(own: Stretch, t: float) -> Spectrum:
    rush, beat, song = rails()
    return np.asarray(
        (0.9 * rush + 0.4 * beat + (0.22 + 0.12 * drift(own.seed, _SONG, t, period=8.0)) * song)
        * np.float32(0.042 * gust(own, _GUSTS, t, period=17.0, decibels=2.5)),
        dtype=np.float32,
    )


@bed("car", "plane", name="drive", trim=-4.9)
def drive(block: Stretch) -> Samples:
    """Driven home asleep on the back seat: an engine, a road, nothing to decide."""
    return air(block, _engine, lane=_AIR, width=0.45)
