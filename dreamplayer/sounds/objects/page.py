"""A page is turned by lamplight."""

from __future__ import annotations

from dreamplayer.kit.filters import hall, hills, noise
from dreamplayer.kit.grid import baked, clock
from dreamplayer.kit.sound import strike
from dreamplayer.kit.tones import pan
from dreamplayer.model.audio import Samples, Stretch


def _page(own: Stretch) -> Samples:
    t = clock(1.6)
    x = noise(1.6, own.seed, low=700.0, high=2200.0, decibels=-5.0) * hills(t, (0.0,), rise=0.34, fall=0.3)
    x = x + 0.7 * noise(1.6, own.seed + 1, low=300.0, high=1000.0, decibels=-4.0) * hills(
        t, (0.45,), rise=0.12, fall=0.5
    )
    return hall(pan(x, 0.2), seconds=0.8, wet=0.3, dark=1700.0)


@strike(2.6)
def page(block: Stretch) -> Samples:
    """A page is turned by lamplight."""
    return baked(block, _page, -36.0)
