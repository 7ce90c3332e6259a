"""Two slow breaths of someone asleep, close by."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.filters import hall, hills, noise
from dreamplayer.kit.grid import baked, clock
from dreamplayer.kit.sound import strike
from dreamplayer.model.audio import Samples, Stretch


def _breath(own: Stretch) -> Samples:
    t = clock(11.5)
    into = noise(11.5, own.seed, 420.0, 1300.0, -3.0) * hills(t, (0.0, 5.6), 1.5, 0.7)
    out = noise(11.5, own.seed + 1, 240.0, 850.0, -5.0) * hills(t, (2.1, 7.7), 0.9, 2.7)
    return hall((into * 0.55 + out).astype(np.float32), 0.9, 0.25, 1600.0)


@strike(12.7)
def breath(block: Stretch) -> Samples:
    """Two slow breaths of someone asleep, close by."""
    return baked(block, _breath, -33.0)
