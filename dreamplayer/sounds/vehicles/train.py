"""A night train on the other side of the town."""

from __future__ import annotations

from dreamplayer.kit.filters import hall, hills, noise
from dreamplayer.kit.grid import baked, clock
from dreamplayer.kit.harmony import nearest
from dreamplayer.kit.sound import strike
from dreamplayer.kit.tones import pan
from dreamplayer.kit.vocal import MM, OO, sung
from dreamplayer.model.audio import Samples, Stretch
from dreamplayer.sounds._shared.passing import panned_past


def _whistled(own: Stretch) -> Samples:
    """Wheels over joints, and far ahead a whistle of three tones."""
    t = clock(8.0)
    starts = tuple(s for k in range(8) for s in (0.95 * k, 0.95 * k + 0.24))
    x = (
        noise(8.0, own.seed, low=80.0, high=320.0, decibels=-4.0)
        * (0.4 + hills(t, starts, rise=0.07, fall=0.14))
        * hills(t, (0.0,), rise=3.0, fall=4.8)
    )
    out = panned_past(x, -0.5, 0.5)
    for i, ratio in enumerate((3.0, 4.0, 5.0)):
        f = nearest(own.harmony, own.harmony.root * ratio)
        out += pan(
            sung(t, f, (MM, OO), open_=0.6, seed=own.seed + i) * hills(t, (2.0 + 0.05 * i,), rise=0.8, fall=2.2) * 0.12,
            0.3,
        )
    return hall(out, seconds=3.4, wet=0.65, dark=900.0, before=0.04)


@strike(12.5)
def train(block: Stretch) -> Samples:
    """A night train on the other side of the town."""
    return baked(block, _whistled, -33.0)
