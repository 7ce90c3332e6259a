"""A lament hummed at a window, with nobody in the street."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.filters import hall, hills
from dreamplayer.kit.grid import baked, clock
from dreamplayer.kit.harmony import tones
from dreamplayer.kit.sound import strike
from dreamplayer.kit.vocal import MM, OO, glide, sung
from dreamplayer.model.audio import Samples, Stretch


def _lament(own: Stretch) -> Samples:
    """Four falling tones, hummed, each held a little longer than the one before."""
    t = clock(9.5)
    pitches = tones(own.harmony, 170.0, 400.0)[::-1][:5]
    first, second, third, last = pitches[0], pitches[1], pitches[2], pitches[4]
    points = (
        (0.0, first),
        (1.4, first),
        (1.9, second),
        (3.3, second),
        (3.9, third),
        (5.4, third),
        (6.1, last),
        (9.0, last),
    )
    x = sung(t, glide(t, points), (MM, OO), open_=0.5, seed=own.seed) * hills(t, (0.0,), rise=1.2, fall=8.0)
    x *= 0.75 + 0.25 * hills(t, (0.2, 2.0, 4.0, 6.2), rise=0.7, fall=0.9)
    return hall(x.astype(np.float32), seconds=3.6, wet=0.65, dark=1100.0, before=0.03)


@strike(14.0)
def lament(block: Stretch) -> Samples:
    """A lament hummed at a window, with nobody in the street."""
    return baked(block, _lament, -32.5)
