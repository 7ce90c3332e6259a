"""A dog in a farmyard a mile away, who means nobody."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.filters import hall, hills, noise
from dreamplayer.kit.grid import baked, clock
from dreamplayer.kit.sound import strike
from dreamplayer.kit.vocal import AH, OO, glide, sung
from dreamplayer.model.audio import Samples, Stretch


def _barks(own: Stretch) -> Samples:
    """Three soft barks in a farmyard a mile away: more echo than dog."""
    t = clock(2.6)
    starts = (0.0, 0.52, 1.5)
    pitch = glide(t, tuple(point for s in starts for point in ((s, 250.0), (s + 0.2, 180.0))))
    x = sung(t, pitch, (OO, AH), open_=0.6, seed=own.seed) * hills(t, starts, rise=0.06, fall=0.2)
    x = x + 0.3 * noise(2.6, own.seed, low=300.0, high=900.0, decibels=-4.0) * hills(t, starts, rise=0.06, fall=0.16)
    return hall(x.astype(np.float32), seconds=3.0, wet=0.88, dark=800.0, before=0.06)


@strike(6.5)
def dog(block: Stretch) -> Samples:
    """A dog in a farmyard a mile away, who means nobody."""
    return baked(block, _barks, -35.0)
