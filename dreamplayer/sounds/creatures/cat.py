"""A cat asleep against one's shoulder."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.filters import hall, hills, noise
from dreamplayer.kit.grid import baked, clock
from dreamplayer.kit.harmony import nearest
from dreamplayer.kit.sound import strike
from dreamplayer.kit.vocal import AH, MM, glide, sung
from dreamplayer.model.audio import Samples, Stretch


def _purr(own: Stretch) -> Samples:
    """In and out at 24 soft beats a second, and a small question at the end."""
    t = clock(7.5)
    beat = 0.55 + 0.45 * np.sin(2 * np.pi * 24.0 * t)
    into, out = hills(t, (0.0, 3.4), rise=0.9, fall=0.8), hills(t, (1.6, 5.0), rise=0.7, fall=1.1)
    x = noise(7.5, own.seed, low=70.0, high=420.0, decibels=-3.0) * beat * (into * 0.8 + out)
    f = nearest(own.harmony, 392.0)
    mew = sung(
        t,
        glide(t, ((6.1, f * 0.9), (6.5, f), (7.2, f * 0.92))),
        (MM, AH),
        hills(t, (6.2,), rise=0.3, fall=0.6),
        own.seed,
    )
    return hall(
        (x + 0.35 * mew * hills(t, (6.1,), rise=0.25, fall=0.9)).astype(np.float32), seconds=0.9, wet=0.25, dark=1100.0
    )


@strike(8.7)
def cat(block: Stretch) -> Samples:
    """A cat asleep against one's shoulder."""
    return baked(block, _purr, -33.0)
