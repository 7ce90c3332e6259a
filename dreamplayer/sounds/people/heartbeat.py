"""A heart close by: nine calm beats that come near and go."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.curves import swell
from dreamplayer.kit.filters import hall
from dreamplayer.kit.grid import LOW, baked, clock
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.kit.sound import strike
from dreamplayer.model.audio import Samples, Stretch

_LOUDNESS = 3
"""Random lane of how loud a beat is."""


def _beats(own: Stretch) -> Samples:
    """Nine pairs of beats at 58 to 50 a minute: felt at 60 Hz, heard softly from 120 to 500."""
    t = clock(11.0)
    x = np.zeros(len(t))
    u = clock(0.5) - 0.14
    pace = 60.0 / (58.0 - 8.0 * own.calm)
    for k in range(9):
        start = 0.1 + k * pace * (1.0 + 0.01 * k)
        loud = min(1.0, 0.55 + 0.2 * k) * (1.0 - max(0, k - 4) / 5.5) * (1 + 0.04 * uniform_one(own.seed, _LOUDNESS, k))
        for late, f, amplitude in ((0.0, 58.0, 1.0), (0.33, 66.0, 0.62)):
            tone = sum(
                a * np.sin(2 * np.pi * f * h * u + 0.4 * h) for h, a in ((1, 1.0), (2, 0.7), (4, 0.4), (7, 0.16))
            )
            hill = np.exp(-((u / 0.062) ** 2)) * np.cos(np.pi * np.clip(u / 0.28, -0.5, 0.5)) ** 2
            n = round((start + late) * LOW)
            x[n : n + len(u)] += loud * amplitude * hill * tone
    x *= swell(11.0 - t)
    return hall(x.astype(np.float32), seconds=1.2, wet=0.25, dark=900.0)


@strike(12.5)
def heartbeat(block: Stretch) -> Samples:
    """A heart close by: nine calm beats that come near and go."""
    return baked(block, _beats)
