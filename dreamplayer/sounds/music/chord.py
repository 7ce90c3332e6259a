"""A step on marble that rings: a soft broken chord."""

from __future__ import annotations

from dreamplayer.kit.filters import hall
from dreamplayer.kit.grid import baked
from dreamplayer.kit.harmony import nearest
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.kit.sound import strike
from dreamplayer.model.audio import Samples, Stretch
from dreamplayer.sounds.music._shared.struck_and_bowed import keys

_START = 271
"""Random lane of when each tone is struck."""


def _chord(own: Stretch) -> Samples:
    """Four tones from low to high, a tenth of a second apart."""
    pitches = tuple(nearest(own.harmony, own.harmony.root * ratio) for ratio in (2.0, 3.0, 4.0, 5.04))
    starts = tuple(0.11 * i + 0.03 * uniform_one(own.seed, _START, i) for i in range(4))
    return hall(keys(own.harmony, own.seed, starts, pitches, 5.0), seconds=3.0, wet=0.5, dark=1500.0)


@strike(8.8)
def chord(block: Stretch) -> Samples:
    """A step on marble that rings: a soft broken chord."""
    return baked(block, _chord, -31.0)
