"""The rim of a glass under a wet finger."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.filters import hall
from dreamplayer.kit.grid import baked, clock
from dreamplayer.kit.harmony import nearest
from dreamplayer.kit.sound import strike
from dreamplayer.kit.tones import note
from dreamplayer.model.audio import Samples, Stretch


def _ring(own: Stretch) -> Samples:
    t = clock(7.0)
    f = nearest(own.harmony, 520.0)
    x = note(t, f, ((1.0, 1.0, 3.2), (2.0, 0.2, 1.6), (3.01, 0.05, 0.8)), rise=0.25, seed=own.seed) * np.clip(
        (7.0 - t) / 2.0, 0, 1
    )
    return hall((x * (0.03 * own.strength)).astype(np.float32), seconds=3.0, wet=0.5, dark=1800.0)


@strike(10.8)
def ring(block: Stretch) -> Samples:
    """The rim of a glass under a wet finger."""
    return baked(block, _ring)
