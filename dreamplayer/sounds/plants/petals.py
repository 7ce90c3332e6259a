"""Petals coming down on grass, one hears them only because it is so still."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.filters import hall, hills, noise
from dreamplayer.kit.grid import baked, clock
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.kit.sound import strike
from dreamplayer.kit.tones import pan
from dreamplayer.model.audio import Samples, Stretch

_SECOND_THROW = 1
"""Added to the lane of the start: its second throw, so that most begin about the middle."""


def _petals(own: Stretch) -> Samples:
    """Forty puffs of soft air, thickest after a second."""
    t = clock(4.2)
    out = np.zeros((len(t), 2), np.float32)
    for side in (0, 1):
        for tone, (low, high) in enumerate(((420.0, 1100.0), (800.0, 1900.0))):
            lane = 320 + 4 * side + 2 * tone
            starts = tuple(
                float(3.4 * (0.5 * (uniform_one(own.seed, lane, i) + uniform_one(own.seed, lane + _SECOND_THROW, i))))
                for i in range(10)
            )
            x = (
                noise(4.2, own.seed + lane, low=low, high=high, decibels=-4.0)
                * hills(t, starts, rise=0.06, fall=0.16)
                * (0.5 if tone else 1.0)
            )
            out += pan(x, -0.6 if side else 0.6)
    return hall(out, seconds=1.2, wet=0.35, dark=1700.0)


@strike(5.8)
def petals(block: Stretch) -> Samples:
    """Petals coming down on grass, one hears them only because it is so still."""
    return baked(block, _petals, -36.0)
