"""A bell in a village beyond the fields, one stroke."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.filters import hall
from dreamplayer.kit.grid import baked, clock
from dreamplayer.kit.harmony import nearest
from dreamplayer.kit.sound import strike
from dreamplayer.kit.tones import note
from dreamplayer.model.audio import Samples, Stretch

BELL = ((0.5, 0.55, 6.0), (1.0, 1.0, 4.2), (1.19, 0.28, 3.0), (1.5, 0.3, 2.4), (2.0, 0.42, 2.0), (2.67, 0.1, 1.0))
"""Hum, prime, minor third, fifth, octave: a church bell."""


def _bell(own: Stretch) -> Samples:
    t = clock(9.0)
    f = nearest(own.harmony, 290.0)
    x = note(t, f, BELL, rise=0.05, seed=own.seed) * np.clip((9.0 - t) / 2.0, 0, 1)
    return hall((x * (0.03 * own.strength)).astype(np.float32), seconds=4.0, wet=0.75, dark=1100.0, before=0.04)


@strike(14.1)
def bell(block: Stretch) -> Samples:
    """A bell in a village beyond the fields, one stroke."""
    return baked(block, _bell)
