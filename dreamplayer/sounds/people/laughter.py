"""Children laughing far off, at dusk."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.filters import hall, hills, noise
from dreamplayer.kit.grid import baked, clock
from dreamplayer.kit.harmony import nearest
from dreamplayer.kit.sound import strike
from dreamplayer.kit.tones import pan
from dreamplayer.kit.vocal import AH, OO, glide, sung
from dreamplayer.model.audio import Samples, Stretch


def _laughter(own: Stretch) -> Samples:
    """Two laughs on the far side of a garden: light, breathy, each note lower than the one before."""
    t = clock(3.2)
    out = np.zeros((len(t), 2), np.float32)
    for i, (base, where) in enumerate(((330.0, -0.35), (262.0, 0.4))):
        f = nearest(own.harmony, base)
        starts = tuple(0.75 * i + k * (0.2 + 0.012 * k) for k in range(6))
        pitch = glide(t, tuple((s, f * (1.12 - 0.05 * k)) for k, s in enumerate(starts)))
        x = sung(t, pitch, (OO, AH), open_=0.7, seed=own.seed + i)
        x = (x + 0.35 * noise(3.2, own.seed + i, low=500.0, high=1600.0)) * hills(t, starts, rise=0.06, fall=0.12)
        x *= hills(t, (0.75 * i,), rise=0.4, fall=1.6)
        out += pan(x, where)
    return hall(out, seconds=2.4, wet=0.8, dark=1300.0, before=0.03)


@strike(6.2)
def laughter(block: Stretch) -> Samples:
    """Children laughing far off, at dusk."""
    return baked(block, _laughter, -34.0)
