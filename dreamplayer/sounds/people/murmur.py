"""People talking quietly in another room: one hears that they are kind, not what they say."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.filters import hall, hills
from dreamplayer.kit.grid import baked, clock
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.kit.sound import strike
from dreamplayer.kit.tones import pan
from dreamplayer.kit.vocal import MM, OO, glide, sung
from dreamplayer.model.audio import Samples, Stretch

_PITCH, _START, _SPEAKS = 240, 245, 250
"""Random lanes of each voice; its number is added."""


def _murmur(own: Stretch) -> Samples:
    """Three low voices that take turns, syllables without edges, as through a wall."""
    t = clock(7.0)
    out = np.zeros((len(t), 2), np.float32)
    for i in range(3):
        base = (112.0, 138.0, 176.0)[i]
        points = tuple((0.7 * k, base * (0.92 + 0.2 * uniform_one(own.seed, _PITCH + i, k))) for k in range(11))
        starts = tuple(
            0.2 + 0.9 * i + 0.29 * k + 0.1 * uniform_one(own.seed, _START + i, k)
            for k in range(16)
            if uniform_one(own.seed, _SPEAKS + i, k) < 0.66
        )
        starts = tuple(s for s in starts if s < 6.3)
        x = sung(t, glide(t, points), (MM, OO), open_=0.6, seed=own.seed + i) * (
            0.12 + hills(t, starts, rise=0.11, fall=0.2)
        )
        x *= hills(t, (0.8 * i,), rise=1.2, fall=5.8 - 0.8 * i)
        out += pan(x, (-0.5, 0.4, 0.05)[i])
    return hall(out, seconds=1.3, wet=0.55, dark=700.0)


@strike(8.7)
def murmur(block: Stretch) -> Samples:
    """People talking quietly in another room: one hears that they are kind, not what they say."""
    return baked(block, _murmur, -32.0)
