"""Bees in a linden, a summer ago."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.filters import hall, hills
from dreamplayer.kit.grid import baked, clock
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.kit.sound import strike
from dreamplayer.kit.tones import pan
from dreamplayer.kit.vocal import MM, OO, glide, sung
from dreamplayer.model.audio import Samples, Stretch

_WANDER = 560
"""Random lane of how the pitch wanders; the number of the bee is added."""


def _swarm(own: Stretch) -> Samples:
    """A low hum that comes near and goes, its pitch never quite still."""
    t = clock(6.5)
    out = np.zeros((len(t), 2), np.float32)
    for i in range(3):
        f = 165.0 + 22.0 * i
        points = tuple((0.8 * k, f * (0.96 + 0.08 * uniform_one(own.seed, _WANDER + i, k))) for k in range(9))
        x = sung(t, glide(t, points), (MM, OO), open_=0.5, seed=own.seed + i) * hills(t, (0.5 * i,), rise=2.2, fall=3.2)
        out += pan(x, (-0.5, 0.5, 0.0)[i])
    return hall(out, seconds=1.2, wet=0.35, dark=1000.0)


@strike(8.2)
def bees(block: Stretch) -> Samples:
    """Bees in a linden, a summer ago."""
    return baked(block, _swarm, -34.0)
