"""A whale far below, in no hurry to be answered."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.filters import hall, hills
from dreamplayer.kit.grid import LOW, baked, clock
from dreamplayer.kit.harmony import nearest
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.kit.sound import strike
from dreamplayer.kit.tones import attack
from dreamplayer.kit.vocal import glide
from dreamplayer.model.audio import Samples, Stretch

_PITCH = 570
"""Random lane of the pitch of the song."""


def _song(own: Stretch) -> Samples:
    """Two long tones that slide, and their echo from a sea floor."""
    t = clock(9.0)
    f = nearest(own.harmony, 150.0 + 60.0 * uniform_one(own.seed, _PITCH))
    first = glide(t, ((0.0, f * 0.8), (2.2, f * 1.3), (4.0, f)))
    second = glide(t, ((4.4, f * 1.4), (6.0, f * 1.05), (8.4, f * 0.9)))
    x = np.zeros(len(t))
    for pitch, start, fall in ((first, 0.0, 2.6), (second, 4.3, 2.8)):
        phase = 2 * np.pi * np.cumsum(pitch) / LOW
        x = x + (np.sin(phase) + 0.3 * np.sin(2 * phase)) * hills(t, (start,), rise=1.5, fall=fall) * attack(t, 0.3)
    return hall(x.astype(np.float32), seconds=4.4, wet=0.85, dark=700.0, before=0.06)


@strike(14.6)
def whale(block: Stretch) -> Samples:
    """A whale far below, in no hurry to be answered."""
    return baked(block, _song, -32.5)
