"""A few bars from a room with open windows, and the strings that go with them."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.filters import hall, hills
from dreamplayer.kit.grid import baked, clock
from dreamplayer.kit.harmony import nearest
from dreamplayer.kit.sound import strike
from dreamplayer.kit.tones import pan
from dreamplayer.model.audio import Samples, Stretch
from dreamplayer.sounds.music._shared.struck_and_bowed import bowed, keys, phrase


def _music(own: Stretch) -> Samples:
    """A phrase over a bowed chord that swells and goes."""
    starts, notes = phrase(own, 6)
    t = clock(13.0)
    out = keys(own.harmony, own.seed, tuple(s + 1.5 for s in starts), notes, 13.0) * np.float32(0.7)
    for i, ratio in enumerate((2.0, 3.0, 4.0)):
        x = bowed(t, nearest(own.harmony, own.harmony.root * ratio), 3.0, own.seed + i) * hills(
            t, (0.0,), rise=4.0, fall=8.8
        )
        out += pan(x * 0.3 / (1 + 0.3 * i), (-0.3, 0.3, 0.0)[i])
    return hall(out, seconds=3.4, wet=0.5, dark=1500.0)


@strike(17.3)
def music(block: Stretch) -> Samples:
    """A few bars from a room with open windows, and the strings that go with them."""
    return baked(block, _music, -30.5)
