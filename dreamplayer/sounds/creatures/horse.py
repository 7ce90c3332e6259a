"""A horse walks past on sand, unhurried."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.filters import hall, hills, noise
from dreamplayer.kit.grid import baked, clock
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.kit.sound import strike
from dreamplayer.model.audio import Samples, Stretch

_START = 541
"""Random lane of when a hoof falls."""


def _hooves(own: Stretch) -> Samples:
    """A walk on sand, four beats to the step, that goes by from one side to the other."""
    t = clock(6.0)
    starts = tuple(0.3 * k + 0.05 * uniform_one(own.seed, _START, k) for k in range(18))
    x = (
        noise(6.0, own.seed, low=90.0, high=380.0, decibels=-4.0)
        * hills(t, starts, rise=0.045, fall=0.14)
        * hills(t, (0.0,), rise=2.4, fall=3.5)
    )
    angle = (np.linspace(-0.6, 0.6, len(t)) + 1.0) * np.pi / 4
    out = np.stack((x * np.cos(angle), x * np.sin(angle)), axis=1).astype(np.float32)
    return hall(out, seconds=1.8, wet=0.5, dark=900.0)


@strike(8.4)
def horse(block: Stretch) -> Samples:
    """A horse walks past on sand, unhurried."""
    return baked(block, _hooves, -33.0)
