"""A door is closed softly, so that nobody wakes."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.filters import hall, hills, noise
from dreamplayer.kit.grid import baked, clock
from dreamplayer.kit.sound import strike
from dreamplayer.model.audio import Samples, Stretch


def _latch(own: Stretch) -> Samples:
    """A door is drawn to: its breath on the floor, wood meeting wood, a latch that was oiled."""
    t = clock(3.0)
    x = 0.5 * noise(3.0, own.seed, low=180.0, high=700.0, decibels=-5.0) * hills(t, (0.0,), rise=0.7, fall=0.5)
    u = np.maximum(t - 1.15, 0.0)
    thud = np.sin(2 * np.pi * 84.0 * u) + 0.6 * np.sin(2 * np.pi * 196.0 * u) + 0.3 * np.sin(2 * np.pi * 340.0 * u)
    x = x + thud * np.exp(-u / 0.11) * np.clip(u / 0.05, 0.0, 1.0) ** 2
    x = x + 0.12 * noise(3.0, own.seed + 1, low=500.0, high=1200.0, decibels=-4.0) * hills(
        t, (1.5,), rise=0.05, fall=0.1
    )
    return hall(x.astype(np.float32), seconds=1.6, wet=0.4, dark=1000.0)


@strike(5.1)
def door(block: Stretch) -> Samples:
    """A door is closed softly, so that nobody wakes."""
    return baked(block, _latch, -33.0)
