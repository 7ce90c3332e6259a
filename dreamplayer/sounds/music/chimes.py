"""Wind chimes at the end of a garden: a handful of tones, all in the key."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.filters import hall
from dreamplayer.kit.grid import LOW, baked, clock
from dreamplayer.kit.harmony import tones
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.kit.sound import strike
from dreamplayer.kit.tones import note, pan
from dreamplayer.model.audio import Samples, Stretch

_STROKES, _PITCH, _LOUDNESS, _SIDE, _PAUSE = 200, 201, 202, 203, 204
"""Random lanes of the strokes: how many, and of each the rest."""

TUBE = ((1.0, 1.0, 1.9), (2.76, 0.14, 0.7), (5.4, 0.025, 0.3))
"""A free bar: its partials at 1, 2.76 and 5.4 (Fletcher and Rossing, The Physics of Musical Instruments)."""


def _chimes(own: Stretch) -> Samples:
    """Five to eight tubes of the harmony that a breath of wind touches, first near together, then apart."""
    out = np.zeros((round(9.5 * LOW), 2), np.float32)
    pitches = tones(own.harmony, 480.0, 1180.0)
    t = clock(5.0)
    start = 0.0
    for i in range(5 + int(4 * uniform_one(own.seed, _STROKES))):
        f = float(pitches[int(uniform_one(own.seed, _PITCH, i) * len(pitches))])
        x = note(t, f, TUBE, rise=0.034, seed=own.seed + i) * np.clip(5.0 - t, 0, 1)
        loud = (0.35 + 0.65 * uniform_one(own.seed, _LOUDNESS, i)) * 0.9**i
        n = round(start * LOW)
        out[n : n + len(t)] += pan(x, 1.2 * uniform_one(own.seed, _SIDE, i) - 0.6) * np.float32(
            0.03 * loud * own.strength
        )
        start += 0.16 + 0.62 * uniform_one(own.seed, _PAUSE, i)
    return hall(out, seconds=3.2, wet=0.55, dark=2200.0)


@strike(13.5)
def chimes(block: Stretch) -> Samples:
    """Wind chimes at the end of a garden: a handful of tones, all in the key."""
    return baked(block, _chimes)
