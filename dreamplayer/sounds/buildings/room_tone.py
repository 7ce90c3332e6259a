"""A room at night: the hush of its walls, a little of the garden through the window."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.air import Spectrum, air, gust
from dreamplayer.kit.drift import drift
from dreamplayer.kit.sound import bed
from dreamplayer.model.audio import Samples, Stretch
from dreamplayer.sounds._shared.walls import walls

_AIR, _GUSTS, _BREEZE = 340, 341, 342
"""Random lanes."""


def _room(own: Stretch, t: float) -> Spectrum:
    still, mode, panel, outside = walls()
    breeze = drift(own.seed, _BREEZE, t, period=31.0)
    total = still + 0.35 * mode + 0.3 * panel + (0.1 + 0.14 * breeze) * outside
    return np.asarray(total * np.float32(0.045 * gust(own, _GUSTS, t, period=23.0, decibels=2.5)))


@bed("room", "house", "school", "floor", "wood", "stairs", "barn", "castle", trim=-6.1)
def room_tone(block: Stretch) -> Samples:
    """A room at night: the hush of its walls, a little of the garden through the window."""
    return air(block, _room, lane=_AIR, width=0.5)
