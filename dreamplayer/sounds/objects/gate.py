"""A garden gate swings shut behind one."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.curves import swell
from dreamplayer.kit.filters import hall, hills
from dreamplayer.kit.grid import baked, clock
from dreamplayer.kit.harmony import nearest
from dreamplayer.kit.sound import strike
from dreamplayer.kit.vocal import MM, OO, glide, sung
from dreamplayer.model.audio import Samples, Stretch


def _gate(own: Stretch) -> Samples:
    """A hinge that hums rather than creaks, then wood meeting wood."""
    t = clock(4.4)
    f = nearest(own.harmony, 165.0)
    x = (
        0.6
        * sung(t, glide(t, ((0.0, f * 0.9), (1.4, f * 1.2), (2.4, f))), (MM, OO), open_=0.5, seed=own.seed)
        * hills(t, (0.0,), rise=1.0, fall=1.4)
    )
    u = np.maximum(t - 2.5, 0.0)
    thud = np.sin(2 * np.pi * 92.0 * u) + 0.6 * np.sin(2 * np.pi * 211.0 * u) + 0.25 * np.sin(2 * np.pi * 390.0 * u)
    x += thud * np.exp(-u / 0.12) * swell(u / 0.05)
    return hall(x.astype(np.float32), seconds=1.8, wet=0.45, dark=1000.0)


@strike(6.7)
def gate(block: Stretch) -> Samples:
    """A garden gate swings shut behind one."""
    return baked(block, _gate, -32.5)
