"""Ice giving way, far out on the lake."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.filters import hall, noise
from dreamplayer.kit.grid import LOW, baked, clock
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.kit.sound import strike
from dreamplayer.kit.tones import attack, pan
from dreamplayer.model.audio import Samples, Stretch

_PITCH, _START, _LOUDNESS = 310, 311, 312
"""Random lanes of the cracks."""


def _crack(own: Stretch) -> Samples:
    """Four or five dull, woody knocks that run away across a lake of ice, each with its bending answer."""
    out = np.zeros((round(3.4 * LOW), 2), np.float32)
    t = clock(1.2)
    for i in range(5):
        f = 190.0 * 2.0 ** (0.9 * uniform_one(own.seed, _PITCH, i))
        bend = f * (1.0 + 0.5 * np.exp(-t / 0.06))
        x = np.sin(2 * np.pi * np.cumsum(bend) / LOW) * np.exp(-t / 0.13) * attack(t, 0.036)
        x += 0.35 * noise(1.2, own.seed + i, low=250.0, high=900.0) * np.exp(-t / 0.05) * attack(t, 0.036)
        n = round((0.34 * i**1.15 + 0.1 * uniform_one(own.seed, _START, i)) * LOW)
        out[n : n + len(t)] += pan(x * (0.55 + 0.45 * uniform_one(own.seed, _LOUDNESS, i)) * 0.82**i, -0.6 + 0.3 * i)
    return hall(out, seconds=3.2, wet=0.7, dark=1000.0, before=0.03)


@strike(7.5)
def crack(block: Stretch) -> Samples:
    """Ice giving way, far out on the lake."""
    return baked(block, _crack, -33.0)
