"""An owl in a wood across the valley."""

from __future__ import annotations

from dreamplayer.kit.filters import hall, hills, noise
from dreamplayer.kit.grid import baked, clock
from dreamplayer.kit.harmony import nearest
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.kit.sound import strike
from dreamplayer.kit.tones import pan
from dreamplayer.model.audio import Samples, Stretch
from dreamplayer.sounds.creatures._shared.whistle import whistle

_SIDE = 520
"""Random lane: from which side it calls."""


def _hoots(own: Stretch) -> Samples:
    t = clock(5.2)
    f = nearest(own.harmony, 330.0)
    calls = (
        hills(t, (0.0,), rise=0.16, fall=0.5)
        + hills(t, (1.7, 2.25), rise=0.12, fall=0.35) * 0.7
        + hills(t, (2.8,), rise=0.2, fall=1.1)
    )
    x = whistle(t, ((0.0, f), (0.6, f * 0.97), (2.8, f), (3.9, f * 0.94))) * calls
    x = x + 0.05 * noise(5.2, own.seed, low=250.0, high=700.0) * calls
    return hall(pan(x, 0.8 * uniform_one(own.seed, _SIDE) - 0.4), seconds=3.2, wet=0.8, dark=1000.0, before=0.04)


@strike(9.4)
def owl(block: Stretch) -> Samples:
    """An owl in a wood across the valley."""
    return baked(block, _hoots, -33.5)
