"""A large bird passes overhead, unhurried."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.filters import hall, hills, noise
from dreamplayer.kit.grid import baked, clock
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.kit.sound import strike
from dreamplayer.model.audio import Samples, Stretch

_SIDE = 330
"""Random lane: from which side it comes."""


def _wings(own: Stretch) -> Samples:
    """Nine beats that slow down, from one side to the other."""
    t = clock(3.4)
    starts = tuple(0.19 * k + 0.012 * k * k for k in range(9))
    beat = hills(t, starts, rise=0.07, fall=0.15) * hills(t, (0.0,), rise=0.9, fall=2.4)
    x = (
        noise(3.4, own.seed, low=260.0, high=800.0, decibels=-4.0) * beat
        + 0.3 * noise(3.4, own.seed + 1, low=800.0, high=1700.0, decibels=-4.0) * beat**2
    )
    where = np.linspace(-0.7, 0.7, len(t)) * (1 if uniform_one(own.seed, _SIDE) < 0.5 else -1)
    angle = (where + 1) * np.pi / 4
    out = np.stack((x * np.cos(angle), x * np.sin(angle)), axis=1).astype(np.float32)
    return hall(out, seconds=1.8, wet=0.4, dark=1400.0)


@strike(5.7)
def wings(block: Stretch) -> Samples:
    """A large bird passes overhead, unhurried."""
    return baked(block, _wings, -33.0)
