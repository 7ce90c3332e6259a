"""A long sigh that lets go."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.filters import hall, hills, noise
from dreamplayer.kit.grid import baked, clock
from dreamplayer.kit.harmony import nearest
from dreamplayer.kit.sound import strike
from dreamplayer.kit.vocal import MM, OO, glide, sung
from dreamplayer.model.audio import Samples, Stretch


def _sigh(own: Stretch) -> Samples:
    t = clock(3.4)
    bright = noise(3.4, own.seed, low=380.0, high=1250.0, decibels=-3.0) * hills(t, (0.0,), rise=0.55, fall=1.3)
    dark = noise(3.4, own.seed + 1, low=190.0, high=600.0, decibels=-4.0) * hills(t, (0.25,), rise=0.8, fall=2.2)
    f = nearest(own.harmony, 210.0)
    hum = sung(t, glide(t, ((0.0, f * 1.12), (0.7, f * 1.1), (2.8, f * 0.92))), (MM, OO), open_=0.4, seed=own.seed)
    x = bright * 0.55 + dark + 0.5 * hum * hills(t, (0.1,), rise=0.6, fall=2.1)
    return hall(x.astype(np.float32), seconds=1.8, wet=0.4, dark=1500.0)


@strike(5.7)
def sigh(block: Stretch) -> Samples:
    """A long sigh that lets go."""
    return baked(block, _sigh, -32.5)
