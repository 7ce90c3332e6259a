"""A singing bowl, touched with felt; it rings for a quarter of a minute."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.filters import hall
from dreamplayer.kit.grid import baked, clock
from dreamplayer.kit.harmony import nearest
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.kit.sound import strike
from dreamplayer.kit.tones import note, pan
from dreamplayer.model.audio import Samples, Stretch

_PITCH, _SIDE = 210, 211
"""Random lanes."""

BOWL = ((1.0, 1.0, 5.5), (2.71, 0.3, 3.1), (5.15, 0.07, 1.5))
"""Partials of a bowl as (ratio, amplitude, seconds to fall to 1/e)."""


def _bowl(own: Stretch) -> Samples:
    t = clock(14.0)
    f = nearest(own.harmony, 165.0 + 90.0 * uniform_one(own.seed, _PITCH))
    x = note(t, f, BOWL, rise=0.07, seed=own.seed) * np.clip((14.0 - t) / 3.0, 0, 1)
    return hall(
        pan(x * (0.062 * own.strength), 0.5 * uniform_one(own.seed, _SIDE) - 0.25),
        seconds=3.4,
        wet=0.45,
        dark=1500.0,
    )


@strike(18.3)
def bowl(block: Stretch) -> Samples:
    """A singing bowl, touched with felt; it rings for a quarter of a minute."""
    return baked(block, _bowl)
