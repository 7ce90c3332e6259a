"""A chant from the other end of a valley."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.filters import hall, hills
from dreamplayer.kit.grid import baked, clock
from dreamplayer.kit.harmony import nearest
from dreamplayer.kit.sound import strike
from dreamplayer.kit.tones import pan
from dreamplayer.kit.vocal import MM, OO, sung
from dreamplayer.model.audio import Samples, Stretch


def _chant(own: Stretch) -> Samples:
    """Low voices on the root and its fifth, mouths opening and closing together on three long syllables."""
    t = clock(10.0)
    out = np.zeros((len(t), 2), np.float32)
    mouth = hills(t, (0.6, 3.6, 6.6), rise=1.2, fall=1.6)
    swell = 0.35 + 0.65 * hills(t, (0.1, 3.1, 6.1), rise=1.1, fall=2.2)
    for i, ratio in enumerate((2.0, 2.0, 3.0, 4.0)):
        f = nearest(own.harmony, own.harmony.root * ratio) * (1.0 + 0.002 * (i - 1.5))
        x = sung(t, f, (MM, OO), mouth, own.seed + i) * swell / (1.0 + 0.4 * i)
        out += pan(x * hills(t, (0.0,), rise=2.0, fall=7.8), (-0.4, 0.4, 0.1, -0.1)[i])
    return hall(out, seconds=3.4, wet=0.6, dark=900.0, before=0.03)


@strike(14.3)
def chant(block: Stretch) -> Samples:
    """A chant from the other end of a valley."""
    return baked(block, _chant, -31.5)
