"""A fire that has burned down to a warm murmur, with a few soft snaps."""

from __future__ import annotations

from functools import cache, lru_cache

import numpy as np

from dreamplayer.kit.air import Spectrum, air, band, gust, slope
from dreamplayer.kit.drift import drift
from dreamplayer.kit.filters import noise
from dreamplayer.kit.grains import Grain, scattered_grains
from dreamplayer.kit.grid import clock
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.kit.sound import bed
from dreamplayer.kit.tones import attack
from dreamplayer.model.audio import RATE, Samples, Stretch

_AIR, _GUSTS, _LICK, _SNAP_PITCH, _HOW_OFTEN, _SNAPS = 360, 361, 362, 363, 364, 365
"""Random lanes of the air, of the flames in it, and of the snaps."""


@cache
def _blaze() -> tuple[Spectrum, ...]:
    return slope(low=60.0, high=300.0, decibels=-5.0), band(centre=330.0, octaves=0.6), band(centre=700.0, octaves=0.6)


def _fire_air(own: Stretch, t: float) -> Spectrum:
    deep, flame, edge = _blaze()
    lick = 0.5 + 0.5 * drift(own.seed, _LICK, t, period=0.9) * (1.0 - 0.6 * own.calm)
    return np.asarray(
        (deep + 0.7 * flame * lick + 0.2 * edge * lick)
        * np.float32(0.043 * gust(own, _GUSTS, t, period=9.0, decibels=4.0)),
        dtype=np.float32,
    )


@lru_cache(maxsize=4)
def _crackle(own: Stretch) -> tuple[Grain, ...]:
    """Ten little snaps, rounded: they tick, they do not click."""
    grains = []
    for i in range(10):
        t = clock(0.11, RATE)
        x = noise(
            0.11,
            370 + i,
            low=350.0,
            high=900.0 + 900.0 * uniform_one(own.seed, _SNAP_PITCH, i),
            decibels=-3.0,
            rate=RATE,
        )
        grains.append(
            (x * np.exp(-t / 0.014) * attack(t, 0.007) * np.clip((0.11 - t) / 0.03, 0, 1) * 0.022).astype("f4")
        )
    return tuple(grains)


def _snaps(own: Stretch, t: float) -> float:
    return (0.12 + 0.6 * drift(own.seed, _HOW_OFTEN, t, period=7.0) ** 2) * (1.0 - 0.8 * own.calm)


@bed("volcano", trim=-5.5)
def fire(block: Stretch) -> Samples:
    """A fire that has burned down to a warm murmur, with a few soft snaps."""
    return air(block, _fire_air, lane=_AIR, width=0.5) + scattered_grains(
        block, _crackle, _snaps, every=0.12, lane=_SNAPS, spread=0.5
    )
