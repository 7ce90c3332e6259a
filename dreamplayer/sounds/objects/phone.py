"""A telephone three rooms away, that somebody else will answer."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.filters import hall, hills
from dreamplayer.kit.grid import baked, clock
from dreamplayer.kit.harmony import nearest
from dreamplayer.kit.sound import strike
from dreamplayer.kit.tones import note
from dreamplayer.model.audio import Samples, Stretch


def _called(own: Stretch) -> Samples:
    """Two rings of a small bell under a cushion, three rooms away."""
    t = clock(5.0)
    f = nearest(own.harmony, 440.0)
    x = note(t, f, ((1.0, 1.0, 4.0), (1.5, 0.4, 3.0)), rise=0.06, seed=own.seed) * (
        0.7 + 0.3 * np.sin(2 * np.pi * 11.0 * t)
    )
    x = x * hills(t, (0.0, 2.4), rise=0.25, fall=1.1)
    return hall(x.astype(np.float32), seconds=2.2, wet=0.8, dark=900.0, before=0.03)


@strike(7.9)
def phone(block: Stretch) -> Samples:
    """A telephone three rooms away, that somebody else will answer."""
    return baked(block, _called, -35.0)
