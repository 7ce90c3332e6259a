"""Thunder that rolls beyond the hills."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.filters import hall, hills, noise
from dreamplayer.kit.grid import clock
from dreamplayer.model.audio import Samples, Stretch


def rolling_thunder(own: Stretch) -> Samples:
    """Eight and a half seconds of far thunder in three slow swells, stereo at the low rate."""
    t = clock(8.5)
    roll = 0.4 + 0.6 * hills(t, (0.0, 1.7, 3.6), rise=1.3, fall=2.6)
    x = noise(8.5, own.seed, low=55.0, high=210.0, decibels=-4.0) + 0.35 * noise(
        8.5, own.seed + 1, low=180.0, high=480.0, decibels=-5.0
    )
    return hall(
        (x * roll * hills(t, (0.0,), rise=2.4, fall=6.0)).astype(np.float32),
        seconds=3.4,
        wet=0.5,
        dark=500.0,
        before=0.05,
    )
