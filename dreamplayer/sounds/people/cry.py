"""A cry so far away that it is only a colour of the evening."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.filters import hall, hills
from dreamplayer.kit.grid import baked, clock
from dreamplayer.kit.harmony import nearest
from dreamplayer.kit.sound import strike
from dreamplayer.kit.vocal import AH, OO, glide, sung
from dreamplayer.model.audio import Samples, Stretch


def _cry(own: Stretch) -> Samples:
    """A call that bends down, as of a far bird over water."""
    t = clock(4.2)
    f = nearest(own.harmony, 440.0)
    pitch = glide(t, ((0.0, f * 0.9), (0.7, f), (1.5, f), (3.6, f * 0.75)))
    x = sung(t, pitch, (OO, AH), open_=0.25, seed=own.seed) * hills(t, (0.0,), rise=0.9, fall=2.9)
    return hall(x.astype(np.float32), seconds=4.0, wet=0.85, dark=1100.0, before=0.05)


@strike(9.3)
def cry(block: Stretch) -> Samples:
    """A cry so far away that it is only a colour of the evening."""
    return baked(block, _cry, -34.0)
