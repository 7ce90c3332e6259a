"""A drum across the water, slower than a heart."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.filters import hall
from dreamplayer.kit.grid import LOW, baked, clock
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.kit.sound import strike
from dreamplayer.kit.tones import pan
from dreamplayer.model.audio import Samples, Stretch

_LOUDNESS = 601
"""Random lane of how loud a beat is."""


def _skins(own: Stretch) -> Samples:
    """Seven slow beats on a wide, slack drum."""
    out = np.zeros((round(7.5 * LOW), 2), np.float32)
    u = clock(1.4)
    for k in range(7):
        bend = 74.0 * (1.0 + 0.2 * np.exp(-u / 0.08))
        phase = 2 * np.pi * np.cumsum(bend) / LOW
        x = np.sin(phase) + 0.5 * np.sin(2.3 * phase + 0.4) + 0.2 * np.sin(4.1 * phase + 1.0)
        x *= np.exp(-u / 0.3) * np.clip(u / 0.06, 0.0, 1.0) ** 2 * np.clip((1.4 - u) / 0.4, 0.0, 1.0)
        loud = min(1.0, 0.5 + 0.2 * k) * (1.0 - 0.1 * max(0, k - 3)) * (0.8 + 0.2 * uniform_one(own.seed, _LOUDNESS, k))
        n = round(k * 0.98 * LOW)
        out[n : n + len(u)] += pan(x * loud, -0.1)
    return hall(out, seconds=2.4, wet=0.55, dark=600.0, before=0.03)


@strike(10.6)
def drum(block: Stretch) -> Samples:
    """A drum across the water, slower than a heart."""
    return baked(block, _skins, -32.5)
