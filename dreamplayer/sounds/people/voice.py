"""Someone calls from far away, without a word and without haste."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.filters import hall, hills, noise
from dreamplayer.kit.grid import baked, clock
from dreamplayer.kit.harmony import nearest
from dreamplayer.kit.sound import strike
from dreamplayer.kit.vocal import AH, MM, glide, sung
from dreamplayer.model.audio import Samples, Stretch


def _voice(own: Stretch) -> Samples:
    t = clock(4.6)
    f = nearest(own.harmony, 196.0)
    up = nearest(own.harmony, f * 1.2)
    pitch = glide(t, ((0.0, f * 0.98), (0.8, f), (1.6, up), (2.6, up), (4.0, f)))
    x = sung(t, pitch, (MM, AH), hills(t, (0.6,), rise=1.2, fall=2.2) * 0.6, own.seed) * hills(
        t, (0.0,), rise=0.9, fall=3.4
    )
    x += 0.12 * noise(4.6, own.seed, low=300.0, high=1200.0) * hills(t, (0.0,), rise=0.7, fall=3.0)
    return hall(x.astype(np.float32), seconds=2.6, wet=0.6, dark=1300.0)


@strike(7.9)
def voice(block: Stretch) -> Samples:
    """Someone calls from far away, without a word and without haste."""
    return baked(block, _voice, -32.0)
