"""Somebody writes a letter late at night in the room below."""

from __future__ import annotations

from dreamplayer.kit.filters import hall, hills, noise
from dreamplayer.kit.grid import baked, clock
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.kit.sound import strike
from dreamplayer.kit.tones import pan
from dreamplayer.model.audio import Samples, Stretch

_PAUSE = 581
"""Random lane of the pause before a key."""


def _letters(own: Stretch) -> Samples:
    """Some twenty keys in an uneven row, as through a wall, with a rest in it."""
    t = clock(5.5)
    times, s = [], 0.1
    for k in range(20):
        times.append(s)
        s += 0.15 + 0.16 * uniform_one(own.seed, _PAUSE, k) + (0.6 if k == 11 else 0.0)
    starts = tuple(s for s in times if s < 5.0)
    x = (
        noise(5.5, own.seed, low=260.0, high=900.0, decibels=-4.0)
        * hills(t, starts, rise=0.045, fall=0.07)
        * hills(t, (0.0,), rise=0.8, fall=4.4)
    )
    return hall(pan(x, -0.3), seconds=1.2, wet=0.5, dark=1000.0)


@strike(7.1)
def typewriter(block: Stretch) -> Samples:
    """Somebody writes a letter late at night in the room below."""
    return baked(block, _letters, -35.5)
