"""A long corridor: its own faint tone, and a draught that walks from end to end."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.air import Spectrum, air, gust
from dreamplayer.kit.sound import bed
from dreamplayer.model.audio import Samples, Stretch
from dreamplayer.sounds._shared.walls import walls

_AIR, _DRAUGHT = 350, 351
"""Random lanes."""


def _passage(own: Stretch, t: float) -> Spectrum:
    still, mode, panel, outside = walls()
    ears = []
    for ear in (0.0, 1.1):
        draught = gust(own, _DRAUGHT, t - ear, period=14.0, decibels=5.0)
        ears.append(draught * (0.8 * still + 0.5 * mode + 0.55 * panel * draught + 0.16 * outside))
    return np.stack(ears) * np.float32(0.043)


@bed("corridor", "tunnel", "labyrinth", trim=-5.5)
def corridor(block: Stretch) -> Samples:
    """A long corridor: its own faint tone, and a draught that walks from end to end."""
    return air(block, _passage, lane=_AIR, width=0.65)
