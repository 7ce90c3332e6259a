"""A choir breathes in and sings one open chord, in a church with its doors open."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.filters import hall, hills
from dreamplayer.kit.grid import baked, clock
from dreamplayer.kit.harmony import tones
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.kit.sound import strike
from dreamplayer.kit.tones import pan
from dreamplayer.kit.vocal import AH, OO, sung
from dreamplayer.model.audio import Samples, Stretch

_DETUNE = 260
"""Random lane of how far a voice is out of tune."""


def _choir(own: Stretch) -> Samples:
    """Five tones of the harmony, two singers each, who come in one after the other."""
    t = clock(11.0)
    out = np.zeros((len(t), 2), np.float32)
    pitches = tones(own.harmony, 150.0, 480.0)
    chosen = pitches[:: max(1, len(pitches) // 5)][:5]
    for i, f in enumerate(chosen):
        for side in (-1, 1):
            off = 1.0 + side * (0.0012 + 0.001 * uniform_one(own.seed, _DETUNE, i))
            mouth = hills(t, (0.8 + 0.3 * i,), rise=4.0, fall=5.0) * 0.55
            x = sung(t, f * off, (OO, AH), mouth, own.seed + 2 * i + (side > 0))
            x *= hills(t, (0.25 * i + 0.12 * (side + 1),), rise=3.2, fall=6.6) / (1.0 + 0.25 * i)
            out += pan(x, side * (0.15 + 0.13 * i))
    return hall(out, seconds=4.0, wet=0.6, dark=1300.0, before=0.03)


@strike(16.1)
def choir(block: Stretch) -> Samples:
    """A choir breathes in and sings one open chord, in a church with its doors open."""
    return baked(block, _choir, -30.5)
