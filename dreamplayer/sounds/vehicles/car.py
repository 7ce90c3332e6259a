"""One car goes by in the street below and is gone."""

from __future__ import annotations

from dreamplayer.kit.filters import hall, hills, noise
from dreamplayer.kit.grid import baked, clock
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.kit.sound import strike
from dreamplayer.model.audio import Samples, Stretch
from dreamplayer.sounds._shared.passing import panned_past

_SIDE = 611
"""Random lane: from which side it comes."""


def _tyres(own: Stretch) -> Samples:
    t = clock(7.5)
    near = hills(t, (0.0,), rise=3.2, fall=4.2)
    x = (
        noise(7.5, own.seed, low=90.0, high=360.0, decibels=-4.0) * near
        + 0.35 * noise(7.5, own.seed + 1, low=300.0, high=900.0, decibels=-5.0) * near**3
    )
    side = 1.0 if uniform_one(own.seed, _SIDE) < 0.5 else -1.0
    return hall(panned_past(x, -0.7 * side, 0.7 * side), seconds=1.6, wet=0.35, dark=900.0)


@strike(9.6)
def car(block: Stretch) -> Samples:
    """One car goes by in the street below and is gone."""
    return baked(block, _tyres, -33.0)
