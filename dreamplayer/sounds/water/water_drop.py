"""One drop falls into dark water, and the hall listens."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.filters import hall
from dreamplayer.kit.grid import LOW, baked, clock
from dreamplayer.kit.harmony import nearest
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.kit.sound import strike
from dreamplayer.kit.tones import attack, pan
from dreamplayer.model.audio import Samples, Stretch

_PITCH, _SIDE = 131, 132
"""Random lanes."""


def _drop(own: Stretch) -> Samples:
    """A drop into a still pool in a wide hall: one tone of the harmony that bends upwards, and its rings."""
    t = clock(1.6)
    f = nearest(own.harmony, 420.0 + 260.0 * uniform_one(own.seed, _PITCH))
    bend = f * (1.0 + 0.06 * (1 - np.exp(-t / 0.05)))
    phase = 2 * np.pi * np.cumsum(bend) / LOW
    x = np.sin(phase) * np.exp(-t / 0.16) + 0.3 * np.sin(2 * phase + 0.6) * np.exp(-t / 0.07)
    x *= attack(t, 0.032)
    return hall(
        pan(x * (0.09 * own.strength), 0.6 * uniform_one(own.seed, _SIDE) - 0.3), seconds=2.6, wet=0.55, dark=1700.0
    )


@strike(4.85)
def water_drop(block: Stretch) -> Samples:
    """One drop falls into dark water, and the hall listens."""
    return baked(block, _drop)
