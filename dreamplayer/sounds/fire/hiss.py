"""Embers meeting water, a long way down."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.filters import hall, hills, noise
from dreamplayer.kit.grid import baked, clock
from dreamplayer.kit.sound import strike
from dreamplayer.kit.tones import attack
from dreamplayer.model.audio import Samples, Stretch


def _hiss(own: Stretch) -> Samples:
    t = clock(3.0)
    x = (
        noise(3.0, own.seed, low=900.0, high=2600.0, decibels=-5.0)
        * hills(t, (0.0,), rise=0.9, fall=1.9)
        * attack(t, 0.3)
    )
    return hall(x.astype(np.float32), seconds=1.4, wet=0.4, dark=1800.0)


@strike(4.8)
def hiss(block: Stretch) -> Samples:
    """Embers meeting water, a long way down."""
    return baked(block, _hiss, -35.0)
