"""A whisper one cannot make out, beside the ear and in the room."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.filters import hall, hills, noise
from dreamplayer.kit.grid import baked, clock
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.kit.sound import strike
from dreamplayer.kit.tones import pan
from dreamplayer.model.audio import Samples, Stretch

_SYLLABLES, _LENGTH, _VOWEL, _SIBILANT, _PAUSE, _SIDE = 230, 231, 232, 233, 234, 235
"""Random lanes of the syllables: how many, and of each the rest."""


def _whisper(own: Stretch) -> Samples:
    """Five to eight syllables of breath; vowels and soft consonants are two bands that trade places."""
    t = clock(3.6)
    low, high = np.zeros(len(t)), np.zeros(len(t))
    start = 0.0
    for i in range(5 + int(3 * uniform_one(own.seed, _SYLLABLES))):
        length = 0.16 + 0.2 * uniform_one(own.seed, _LENGTH, i)
        low += hills(t, (start,), rise=0.07, fall=length) * (0.5 + 0.5 * uniform_one(own.seed, _VOWEL, i))
        high += hills(t, (start + 0.6 * length,), rise=0.09, fall=0.14) * 0.3 * uniform_one(own.seed, _SIBILANT, i)
        start += length + 0.06 + 0.22 * uniform_one(own.seed, _PAUSE, i) ** 2
    x = (
        noise(3.6, own.seed, low=480.0, high=1500.0, decibels=-3.0) * low
        + noise(3.6, own.seed + 1, low=1700.0, high=2900.0, decibels=-4.0) * high
    )
    return hall(pan(x, uniform_one(own.seed, _SIDE) - 0.5), seconds=1.6, wet=0.45, dark=1900.0)


@strike(5.6)
def whisper(block: Stretch) -> Samples:
    """A whisper one cannot make out, beside the ear and in the room."""
    return baked(block, _whisper, -33.5)
