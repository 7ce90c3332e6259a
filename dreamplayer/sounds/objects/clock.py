"""A clock in the hall of a house where one was a child."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.filters import hall
from dreamplayer.kit.grid import LOW, baked, clock
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.kit.sound import strike
from dreamplayer.kit.tones import pan
from dreamplayer.model.audio import Samples, Stretch

_CASE_PITCH = 575
"""Random lane of the pitch of the case."""


def _ticks(own: Stretch) -> Samples:
    """Nine ticks in a wooden case, a second apart, every other one lower."""
    t = clock(9.5)
    out = np.zeros((len(t), 2), np.float32)
    u = clock(0.4)
    case = 310.0 + 50.0 * uniform_one(own.seed, _CASE_PITCH)
    for k in range(9):
        f = case * (1.19 if k % 2 else 1.0)
        x = np.sin(2 * np.pi * f * u) * np.exp(-u / 0.05) + 0.5 * np.sin(2 * np.pi * 0.5 * f * u) * np.exp(-u / 0.08)
        x *= np.clip(u / 0.04, 0.0, 1.0) ** 2 * np.clip((0.4 - u) / 0.1, 0.0, 1.0)
        loud = min(1.0, 0.4 + 0.2 * k) * min(1.0, 0.25 * (9 - k))
        n = round(k * 1.0 * LOW)
        out[n : n + len(u)] += pan(x * loud, 0.2)
    return hall(out, seconds=1.0, wet=0.35, dark=1100.0)


@strike(11.0, name="clock")
def clock_(block: Stretch) -> Samples:
    """A clock in the hall of a house where one was a child."""
    return baked(block, _ticks, -36.0)
