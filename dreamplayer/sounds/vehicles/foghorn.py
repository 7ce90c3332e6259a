"""A horn out in the fog: a ship that knows where it is."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.filters import hall, hills
from dreamplayer.kit.grid import baked, clock
from dreamplayer.kit.harmony import nearest
from dreamplayer.kit.sound import strike
from dreamplayer.kit.tones import note
from dreamplayer.model.audio import Samples, Stretch

_REED = ((1.0, 1.0, 9.0), (2.0, 0.4, 7.0), (3.0, 0.18, 5.0))
"""Partials of the horn as (ratio, amplitude, seconds to fall to 1/e)."""


def _horn(own: Stretch) -> Samples:
    t = clock(6.0)
    f = nearest(own.harmony, 98.0)
    x = note(t, f, _REED, rise=0.8, seed=own.seed) * hills(t, (0.0,), rise=1.2, fall=3.6)
    x = x + 0.5 * note(t, nearest(own.harmony, f * 1.5), _REED, rise=1.0, seed=own.seed + 1) * hills(
        t, (0.3,), rise=1.2, fall=3.2
    )
    return hall(x.astype(np.float32), seconds=4.0, wet=0.8, dark=800.0, before=0.05)


@strike(11.1)
def foghorn(block: Stretch) -> Samples:
    """A horn out in the fog: a ship that knows where it is."""
    return baked(block, _horn, -32.0)
