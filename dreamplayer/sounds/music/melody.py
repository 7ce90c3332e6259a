"""Seven notes of a tune one has known as a child."""

from __future__ import annotations

from dreamplayer.kit.filters import hall
from dreamplayer.kit.grid import baked
from dreamplayer.kit.sound import strike
from dreamplayer.model.audio import Samples, Stretch
from dreamplayer.sounds.music._shared.struck_and_bowed import keys, phrase


def _melody(own: Stretch) -> Samples:
    starts, notes = phrase(own, 7)
    return hall(keys(own.harmony, own.seed, starts, notes, 12.0), seconds=3.2, wet=0.55, dark=1600.0)


@strike(16.1)
def melody(block: Stretch) -> Samples:
    """Seven notes of a tune one has known as a child."""
    return baked(block, _melody, -31.5)
