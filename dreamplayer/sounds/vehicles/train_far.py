"""A night train: its wheels through the mattress, not through the ear."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.air import Spectrum, air, gust
from dreamplayer.kit.drift import drift
from dreamplayer.kit.sound import bed
from dreamplayer.model.audio import Samples, Stretch
from dreamplayer.sounds.vehicles._shared.rails import rails

_AIR, _GUSTS, _BEAT_DEPTH = 420, 421, 422
"""Random lanes."""


def _train(own: Stretch, t: float) -> Spectrum:
    """Wheels over joints: pairs of soft swells, a little faster than a heart at rest."""
    rush, beat, song = rails()
    pace = 1.42 + 0.1 * own.calm
    u = (t / pace) % 1.0
    pair = np.exp(-(((u - 0.18) / 0.055) ** 2)) + 0.75 * np.exp(-(((u - 0.36) / 0.055) ** 2))
    depth = (0.5 - 0.3 * own.calm) * (0.6 + 0.4 * drift(own.seed, _BEAT_DEPTH, t, period=19.0))
    return np.asarray(
        (0.85 * rush + beat * np.float32(0.25 + depth * pair) + 0.3 * song * np.float32(0.7 + 0.3 * depth * pair))
        * np.float32(0.041 * gust(own, _GUSTS, t, period=29.0, decibels=3.0))
    )


@bed("train", name="train-far", trim=-3.1)
def train_far(block: Stretch) -> Samples:
    """A night train: its wheels through the mattress, not through the ear."""
    return air(block, _train, lane=_AIR, width=0.5)
