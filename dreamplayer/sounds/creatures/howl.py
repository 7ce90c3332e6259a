"""Wolves beyond the last hill, singing for themselves."""

from __future__ import annotations

from dreamplayer.kit.filters import hall, hills
from dreamplayer.kit.grid import baked, clock
from dreamplayer.kit.harmony import nearest
from dreamplayer.kit.sound import strike
from dreamplayer.kit.tones import pan
from dreamplayer.kit.vocal import AH, OO, glide, sung
from dreamplayer.model.audio import Samples, Stretch


def _howled(own: Stretch) -> Samples:
    """A long tone that climbs and sinks, and another that answers lower."""
    t = clock(8.0)
    f = nearest(own.harmony, 294.0)
    low = nearest(own.harmony, 220.0)
    first = glide(t, ((0.0, f * 0.75), (1.2, f), (3.0, f), (4.6, f * 0.82)))
    second = glide(t, ((3.2, low * 0.8), (4.4, low), (6.0, low), (7.6, low * 0.85)))
    out = pan(sung(t, first, (OO, AH), open_=0.2, seed=own.seed) * hills(t, (0.0,), rise=1.4, fall=3.2), -0.3)
    out += pan(
        sung(t, second, (OO, AH), open_=0.15, seed=own.seed + 1) * hills(t, (3.2,), rise=1.5, fall=3.0) * 0.7, 0.35
    )
    return hall(out, seconds=4.2, wet=0.9, dark=900.0, before=0.06)


@strike(13.4)
def howl(block: Stretch) -> Samples:
    """Wolves beyond the last hill, singing for themselves."""
    return baked(block, _howled, -34.0)
