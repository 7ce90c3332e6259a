"""Two birds at the edge of a wood, before it is day."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.filters import hall, hills
from dreamplayer.kit.grid import LOW, baked, clock
from dreamplayer.kit.harmony import tones
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.kit.sound import strike
from dreamplayer.kit.tones import pan
from dreamplayer.model.audio import Samples, Stretch
from dreamplayer.sounds.creatures._shared.whistle import whistle

_PITCH, _BEND, _LOUDNESS, _PAUSE = 501, 502, 503, 504
"""Random lanes of the notes."""


def _birds(own: Stretch) -> Samples:
    """Two birds answer each other: short phrases of the key that bend a little, one left, one right."""
    out = np.zeros((round(7.6 * LOW), 2), np.float32)
    pitches = tones(own.harmony, 820.0, 1650.0)
    t = clock(0.5)
    start = 0.0
    for i in range(9):
        f = float(pitches[int(uniform_one(own.seed, _PITCH, i) * len(pitches))])
        bend = 1.0 + 0.1 * (uniform_one(own.seed, _BEND, i) - 0.5)
        x = whistle(t, ((0.0, f), (0.3, f * bend))) * hills(t, (0.0,), rise=0.09, fall=0.3)
        loud = (0.4 + 0.6 * uniform_one(own.seed, _LOUDNESS, i)) * (900.0 / f) * min(1.0, 0.5 + 0.15 * i)
        n = round(start * LOW)
        out[n : n + len(t)] += pan(x * loud, -0.5 if (i // 3) % 2 == 0 else 0.45)
        start += 0.3 + 0.25 * uniform_one(own.seed, _PAUSE, i) + (0.75 if i % 3 == 2 else 0.0)
    return hall(out, seconds=3.0, wet=0.75, dark=1700.0, before=0.03)


@strike(11.5)
def birdsong(block: Stretch) -> Samples:
    """Two birds at the edge of a wood, before it is day."""
    return baked(block, _birds, -35.0)
