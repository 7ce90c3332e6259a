"""Frogs by a pond behind the house."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.filters import hall, hills
from dreamplayer.kit.grid import baked, clock
from dreamplayer.kit.harmony import nearest
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.kit.sound import strike
from dreamplayer.kit.tones import pan
from dreamplayer.kit.vocal import AH, OO, sung
from dreamplayer.model.audio import Samples, Stretch

_START = 550
"""Random lane of when each croaks; the number of the frog is added."""


def _croaks(own: Stretch) -> Samples:
    """Three frogs by a pond who take turns: short low trills, each with its own tone."""
    t = clock(6.0)
    out = np.zeros((len(t), 2), np.float32)
    for i in range(3):
        f = nearest(own.harmony, (196.0, 262.0, 330.0)[i])
        starts = tuple(0.5 * i + 1.45 * k + 0.3 * uniform_one(own.seed, _START + i, k) for k in range(4))
        trill = 0.6 + 0.4 * np.sin(2 * np.pi * (17.0 + 3.0 * i) * t)
        x = sung(t, f, (OO, AH), open_=0.35, seed=own.seed + i) * trill * hills(t, starts, rise=0.08, fall=0.3)
        out += pan(x / (1.0 + 0.3 * i), (-0.5, 0.5, 0.1)[i])
    return hall(out, seconds=2.2, wet=0.7, dark=1000.0, before=0.02)


@strike(9.0)
def frogs(block: Stretch) -> Samples:
    """Frogs by a pond behind the house."""
    return baked(block, _croaks, -34.5)
