"""Applause behind closed doors, for something that went well."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.filters import hall, hills, noise
from dreamplayer.kit.grid import baked, clock
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.kit.sound import strike
from dreamplayer.kit.tones import pan
from dreamplayer.model.audio import Samples, Stretch

_START = 590
"""Random lane of when hands clap; the side is added."""


def _hands(own: Stretch) -> Samples:
    """Many hands in a far hall: rain made of palms, that swells and goes."""
    t = clock(6.5)
    out = np.zeros((len(t), 2), np.float32)
    for side in (0, 1):
        starts = tuple(6.0 * uniform_one(own.seed, _START + side, i) for i in range(70))
        x = noise(6.5, own.seed + side, low=350.0, high=1300.0, decibels=-4.0) * (
            0.35 + hills(t, starts, rise=0.04, fall=0.08)
        )
        out += pan(x * hills(t, (0.0,), rise=2.2, fall=4.2), -0.6 if side else 0.6)
    return hall(out, seconds=2.8, wet=0.75, dark=1200.0, before=0.03)


@strike(10.2)
def applause(block: Stretch) -> Samples:
    """Applause behind closed doors, for something that went well."""
    return baked(block, _hands, -35.0)
