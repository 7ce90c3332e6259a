"""Glass that breaks like frost: it rains down as tones and settles."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.curves import swell
from dreamplayer.kit.filters import hall, hills, noise
from dreamplayer.kit.grid import LOW, baked, clock
from dreamplayer.kit.harmony import tones
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.kit.sound import strike
from dreamplayer.kit.tones import note, pan
from dreamplayer.model.audio import Samples, Stretch

_START, _PITCH, _LOUDNESS, _SIDE = 300, 301, 302, 303
"""Random lanes of the splinters."""

_SPLINTER = ((1.0, 1.0, 0.5), (2.32, 0.16, 0.22), (4.25, 0.02, 0.1))
"""Partials of a splinter as (ratio, amplitude, seconds to fall to 1/e); longer rings like a bell."""


def _frost(own: Stretch) -> Samples:
    """Some twenty small tones of the key, dense at first, then single, sinking; under them a breath of cold air."""
    out = np.zeros((round(4.6 * LOW), 2), np.float32)
    pitches = tones(own.harmony, 560.0, 2000.0)
    t = clock(1.6)
    for i in range(22):
        start = 2.6 * (i / 22.0) ** 1.7 + 0.12 * uniform_one(own.seed, _START, i)
        high = len(pitches) * (1.0 - 0.6 * i / 22.0) * (0.45 + 0.55 * uniform_one(own.seed, _PITCH, i))
        f = float(pitches[min(int(high), len(pitches) - 1)])
        x = note(t, f, _SPLINTER, rise=0.036, seed=own.seed + i) * swell((1.6 - t) / 0.5)
        loud = (0.4 + 0.6 * uniform_one(own.seed, _LOUDNESS, i)) * (600.0 / f) ** 0.7 * min(1.0, 0.45 + 0.12 * i)
        n = round(start * LOW)
        out[n : n + len(t)] += pan(x * loud, 1.6 * uniform_one(own.seed, _SIDE, i) - 0.8)
    t = clock(4.6)
    cold = noise(4.6, own.seed, low=500.0, high=1800.0, decibels=-4.0) * hills(t, (0.0,), rise=0.25, fall=2.2) * 0.1
    out += pan(cold, 0.0)
    return hall(out, seconds=3.0, wet=0.6, dark=2000.0)


@strike(8.4, name="glass-break")
def glass_break(block: Stretch) -> Samples:
    """Glass that breaks like frost: it rains down as tones and settles."""
    return baked(block, _frost, -32.0)
