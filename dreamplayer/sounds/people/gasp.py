"""A breath drawn in wonder, and let out."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.filters import hall, hills, noise
from dreamplayer.kit.grid import baked, clock
from dreamplayer.kit.sound import strike
from dreamplayer.model.audio import Samples, Stretch


def _gasp(own: Stretch) -> Samples:
    t = clock(2.2)
    x = noise(2.2, own.seed, low=450.0, high=1500.0, decibels=-3.0) * hills(t, (0.0,), rise=0.42, fall=0.25)
    x = x + 0.7 * noise(2.2, own.seed + 1, low=260.0, high=800.0, decibels=-4.0) * hills(t, (0.75,), rise=0.4, fall=0.9)
    return hall(x.astype(np.float32), seconds=1.2, wet=0.35, dark=1600.0)


@strike(3.7)
def gasp(block: Stretch) -> Samples:
    """A breath drawn in wonder, and let out."""
    return baked(block, _gasp, -34.0)
