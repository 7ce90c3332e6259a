"""Something vast is set down softly, a long way off."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.curves import swell
from dreamplayer.kit.filters import hall, hills, noise
from dreamplayer.kit.grid import LOW, baked, clock
from dreamplayer.kit.sound import strike
from dreamplayer.kit.tones import attack
from dreamplayer.model.audio import Samples, Stretch


def _boom(own: Stretch) -> Samples:
    """A low tone that sinks a little, with enough of its octaves to be heard on small speakers."""
    t = clock(5.0)
    bend = 62.0 * (1.0 + 0.35 * np.exp(-t / 0.25))
    phase = 2 * np.pi * np.cumsum(bend) / LOW
    x = np.sin(phase) + 0.5 * np.sin(2 * phase + 0.5) + 0.28 * np.sin(4 * phase) + 0.1 * np.sin(6 * phase + 1.0)
    x *= np.exp(-t / 1.1) * attack(t, 0.22)
    x += 0.8 * noise(5.0, own.seed, low=60.0, high=260.0, decibels=-5.0) * hills(t, (0.05,), rise=0.5, fall=3.2)
    return hall((x * swell((5.0 - t) / 1.5)).astype(np.float32), seconds=4.0, wet=0.6, dark=600.0, before=0.05)


@strike(10.0)
def boom(block: Stretch) -> Samples:
    """Something vast is set down softly, a long way off."""
    return baked(block, _boom, -31.0)
