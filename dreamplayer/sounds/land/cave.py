"""A cave: a dark, wide stillness; now and then a drop."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from dreamplayer.kit.air import Spectrum, air, gust
from dreamplayer.kit.curves import swell
from dreamplayer.kit.filters import hall
from dreamplayer.kit.grains import scattered_grains
from dreamplayer.kit.grid import clock
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.kit.sound import bed
from dreamplayer.kit.tones import attack
from dreamplayer.model.audio import RATE, Samples, Stretch
from dreamplayer.sounds._shared.walls import walls

_AIR, _GUSTS, _DROP_PITCH, _DROPS = 380, 381, 383, 384
"""Random lanes of the air and of the drops."""


def _deep(own: Stretch, t: float) -> Spectrum:
    still, mode, panel, _ = walls()
    return np.asarray(
        (0.9 * still + 0.6 * mode + 0.35 * panel) * np.float32(0.04 * gust(own, _GUSTS, t, period=27.0, decibels=3.0)),
        dtype=np.float32,
    )


@lru_cache(maxsize=4)
def _drips(own: Stretch) -> tuple[np.ndarray, ...]:
    """Six drops in the dark, each with the hall's answer in it."""
    grains = []
    for i in range(6):
        t = clock(0.6, RATE)
        f = 420.0 * 2.0 ** (0.9 * uniform_one(own.seed, _DROP_PITCH, i))
        x = np.sin(2 * np.pi * (f * t + 160.0 * t * t)) * np.exp(-t / 0.07) * attack(t, 0.03)
        wet = hall((x * swell((0.6 - t) / 0.2)).astype(np.float32), seconds=2.2, wet=0.75, dark=1300.0, rate=RATE).mean(
            axis=1
        )
        grains.append((wet * 0.018).astype(np.float32))
    return tuple(grains)


def _dripping(own: Stretch, t: float) -> float:
    return 0.45 * (1.0 - 0.7 * own.calm)


@bed("cave", "chasm", "glacier", trim=-6.2)
def cave(block: Stretch) -> Samples:
    """A cave: a dark, wide stillness; now and then a drop."""
    return air(block, _deep, lane=_AIR, width=0.75) + scattered_grains(
        block, _drips, _dripping, every=4.3, lane=_DROPS, spread=0.9
    )
