"""Two long tones of a cello in the next room."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.curves import swell
from dreamplayer.kit.filters import hall
from dreamplayer.kit.grid import baked, clock
from dreamplayer.kit.harmony import nearest
from dreamplayer.kit.sound import strike
from dreamplayer.model.audio import Samples, Stretch
from dreamplayer.sounds.music._shared.struck_and_bowed import bowed


def _cello(own: Stretch) -> Samples:
    t = clock(9.0)
    f = nearest(own.harmony, 98.0)
    over = nearest(own.harmony, f * 1.5)
    x = bowed(t, f, 1.4, own.seed) * (1.0 - swell((t - 4.6) / 1.6)) + bowed(t, over, 2.6, own.seed + 1) * swell(
        (t - 4.2) / 1.8
    )
    return hall((x * swell((9.0 - t) / 2.6)).astype(np.float32), seconds=3.0, wet=0.45, dark=1300.0)


@strike(12.8)
def cello(block: Stretch) -> Samples:
    """Two long tones of a cello in the next room."""
    return baked(block, _cello, -30.0)
