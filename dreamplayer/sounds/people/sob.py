"""A quiet sob behind a door, falling to rest."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.filters import hall, hills, noise
from dreamplayer.kit.grid import baked, clock
from dreamplayer.kit.harmony import nearest
from dreamplayer.kit.sound import strike
from dreamplayer.kit.vocal import MM, OO, glide, sung
from dreamplayer.model.audio import Samples, Stretch


def _sob(own: Stretch) -> Samples:
    """Three soft falling breaths over a low hum: sorrow that is already being comforted."""
    t = clock(5.0)
    f = nearest(own.harmony, 220.0)
    starts = (0.0, 1.05, 2.3)
    air = noise(5.0, own.seed, low=300.0, high=1000.0, decibels=-4.0) * hills(t, starts, rise=0.22, fall=0.7)
    pitch = glide(t, ((0.0, f), (0.9, f * 0.9), (1.05, f * 0.97), (2.2, f * 0.86), (2.4, f * 0.92), (4.4, f * 0.8)))
    x = 0.75 * air + sung(t, pitch, (MM, OO), open_=0.3, seed=own.seed) * hills(t, starts, rise=0.3, fall=1.2)
    return hall(x.astype(np.float32), seconds=2.0, wet=0.55, dark=1200.0)


@strike(7.5)
def sob(block: Stretch) -> Samples:
    """A quiet sob behind a door, falling to rest."""
    return baked(block, _sob, -33.0)
