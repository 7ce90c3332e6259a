"""Gulls over a harbour one has left behind."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.filters import hall, hills
from dreamplayer.kit.grid import baked, clock
from dreamplayer.kit.harmony import nearest
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.kit.sound import strike
from dreamplayer.kit.tones import pan
from dreamplayer.kit.vocal import AH, OO, glide, sung
from dreamplayer.model.audio import Samples, Stretch

_PITCH, _START, _LOUDNESS, _SIDE = 511, 512, 513, 514
"""Random lanes of the cries."""


def _gulls(own: Stretch) -> Samples:
    """Four long calls that sink, each from another side."""
    t = clock(6.4)
    out = np.zeros((len(t), 2), np.float32)
    for i in range(4):
        f = nearest(own.harmony, 560.0 + 160.0 * uniform_one(own.seed, _PITCH, i))
        s = 1.15 * i + 0.3 * uniform_one(own.seed, _START, i)
        pitch = glide(t, ((s, f * 0.92), (s + 0.35, f), (s + 1.5, f * 0.8)))
        x = sung(t, pitch, (OO, AH), open_=0.3, seed=own.seed + i) * hills(t, (s,), rise=0.3, fall=1.1)
        out += pan(x * (0.6 + 0.4 * uniform_one(own.seed, _LOUDNESS, i)), 1.2 * uniform_one(own.seed, _SIDE, i) - 0.6)
    return hall(out, seconds=3.4, wet=0.85, dark=1200.0, before=0.05)


@strike(11.0, name="sea-birds")
def sea_birds(block: Stretch) -> Samples:
    """Gulls over a harbour one has left behind."""
    return baked(block, _gulls, -35.0)
