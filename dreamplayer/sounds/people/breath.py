"""Two slow breaths of someone asleep, close by."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.filters import hall, hills, noise
from dreamplayer.kit.grid import baked, clock
from dreamplayer.kit.sound import strike
from dreamplayer.model.audio import Samples, Stretch


def _breath(own: Stretch) -> Samples:
    t = clock(11.5)
    into = noise(11.5, own.seed, low=420.0, high=1300.0, decibels=-3.0) * hills(t, (0.0, 5.6), rise=1.5, fall=0.7)
    out = noise(11.5, own.seed + 1, low=240.0, high=850.0, decibels=-5.0) * hills(t, (2.1, 7.7), rise=0.9, fall=2.7)
    return hall((into * 0.55 + out).astype(np.float32), seconds=0.9, wet=0.25, dark=1600.0)


@strike(12.7)
def breath(block: Stretch) -> Samples:
    """Two slow breaths of someone asleep, close by."""
    return baked(block, _breath, -33.0)
