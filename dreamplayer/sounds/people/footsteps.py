"""Somebody walks down a long corridor, and each step rings a little."""

from __future__ import annotations

from dreamplayer.kit.filters import hall, hills, noise
from dreamplayer.kit.grid import baked, clock
from dreamplayer.kit.harmony import nearest
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.kit.sound import strike
from dreamplayer.kit.vocal import MM, OO, sung
from dreamplayer.model.audio import Samples, Stretch
from dreamplayer.sounds._shared.passing import panned_past

_START = 571
"""Random lane of when a foot falls."""


def _steps(own: Stretch) -> Samples:
    """Six steps on stone, heel and sole, that walk away; under each the tone of the hall it walks through."""
    t = clock(5.6)
    starts = tuple(0.78 * k + 0.05 * uniform_one(own.seed, _START, k) for k in range(6))
    away = hills(t, (0.0,), rise=0.7, fall=4.8)
    x = noise(5.6, own.seed, low=110.0, high=520.0, decibels=-4.0) * hills(t, starts, rise=0.05, fall=0.11)
    x = x + 0.35 * noise(5.6, own.seed + 1, low=400.0, high=1300.0, decibels=-4.0) * hills(
        t, tuple(s + 0.12 for s in starts), rise=0.05, fall=0.1
    )
    f = nearest(own.harmony, 220.0)
    tone = sung(t, f, (MM, OO), open_=0.2, seed=own.seed) * hills(t, starts, rise=0.08, fall=0.5)
    return hall(panned_past((x + 0.22 * tone) * away, -0.25, 0.35), seconds=2.6, wet=0.6, dark=1200.0)


@strike(9.0)
def footsteps(block: Stretch) -> Samples:
    """Somebody walks down a long corridor, and each step rings a little."""
    return baked(block, _steps, -33.5)
