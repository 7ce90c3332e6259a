"""Embers meeting water, a long way down."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.filters import hall, hills, noise
from dreamplayer.kit.grid import baked, clock
from dreamplayer.kit.sound import strike
from dreamplayer.kit.tones import attack
from dreamplayer.model.audio import Samples, Stretch


def _hiss(own: Stretch) -> Samples:
    t = clock(3.0)
    x = noise(3.0, own.seed, 900.0, 2600.0, -5.0) * hills(t, (0.0,), 0.9, 1.9) * attack(t, 0.3)
    return hall(x.astype(np.float32), 1.4, 0.4, 1800.0)


@strike(4.8)
def hiss(block: Stretch) -> Samples:
    """Embers meeting water, a long way down."""
    return baked(block, _hiss, -35.0)
