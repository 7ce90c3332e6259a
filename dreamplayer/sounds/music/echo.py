"""A tone that a valley says over to itself."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.curves import swell
from dreamplayer.kit.filters import hall
from dreamplayer.kit.grid import LOW, baked, clock
from dreamplayer.kit.harmony import nearest
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.kit.sound import strike
from dreamplayer.kit.tones import note, pan
from dreamplayer.model.audio import Samples, Stretch
from dreamplayer.sounds.music._shared.struck_and_bowed import FELT

_PITCH = 290
"""Random lane of the pitch."""


def _echo(own: Stretch) -> Samples:
    """One tone and its four returns, each softer, darker and from another side."""
    f = nearest(own.harmony, 360.0 + 120.0 * uniform_one(own.seed, _PITCH))
    t = clock(2.4)
    out = np.zeros((round(8.0 * LOW), 2), np.float32)
    for i in range(5):
        dull = tuple((ratio, loud * 0.75 ** (i * k), fall) for k, (ratio, loud, fall) in enumerate(FELT))
        x = note(t, f, dull, 0.04 + 0.03 * i, own.seed) * swell((2.4 - t) / 0.8) * 0.58**i
        n = round(i * 0.92 * LOW)
        out[n : n + len(t)] += pan(x, (0.0, -0.5, 0.45, -0.3, 0.2)[i])
    return hall(out, seconds=3.6, wet=0.6, dark=1200.0, before=0.04)


@strike(12.5)
def echo(block: Stretch) -> Samples:
    """A tone that a valley says over to itself."""
    return baked(block, _echo, -31.5)
