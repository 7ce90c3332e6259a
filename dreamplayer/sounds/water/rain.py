"""Rain on leaves and far roofs, single drops near by; dark, without hiss."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from dreamplayer.kit.air import Spectrum, air, gust
from dreamplayer.kit.drift import drift, nested
from dreamplayer.kit.grains import Grain, scattered_grains
from dreamplayer.kit.grid import clock
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.kit.sound import bed
from dreamplayer.kit.tones import attack
from dreamplayer.model.audio import RATE, Samples, Stretch
from dreamplayer.sounds.water._shared.shower import shower

_AIR, _GUSTS, _HEAVY, _HOW_OFTEN, _DROP_PITCH, _DROPS = 80, 81, 82, 84, 85, 86
"""Random lanes of the air and of the near drops."""


def _rain_air(own: Stretch, t: float) -> Spectrum:
    roof, patter, veil = shower()
    heavy = 0.6 + 0.4 * nested(own.seed, _HEAVY, t, period=19.0)
    return np.asarray(
        (0.75 * roof + 0.3 * heavy * patter + 0.10 * heavy * veil * own.strength)
        * np.float32(0.037 * gust(own, _GUSTS, t, period=27.0, decibels=4.0)),
        dtype=np.float32,
    )


@lru_cache(maxsize=4)
def _drops(own: Stretch) -> tuple[Grain, ...]:
    """Twelve drops on leaves and sill: short round tones that rise a little, none sharp."""
    grains = []
    for i in range(12):
        t = clock(0.09, RATE)
        f = 380.0 * 2.0 ** (1.6 * uniform_one(own.seed, _DROP_PITCH, i))
        ring = np.sin(2 * np.pi * (f * t + 900.0 * t * t)) * np.exp(-t / 0.016) * attack(t, 0.006)
        grains.append((ring * np.clip((0.09 - t) / 0.02, 0, 1) * 0.016).astype(np.float32))
    return tuple(grains)


def _often(own: Stretch, t: float) -> float:
    return (0.35 + 0.5 * drift(own.seed, _HOW_OFTEN, t, period=11.0)) * (1.0 - 0.7 * own.calm)


@bed(trim=-2.4)
def rain(block: Stretch) -> Samples:
    """Rain on leaves and far roofs, single drops near by; dark, without hiss."""
    out = air(block, _rain_air, lane=_AIR, width=0.8)
    out += scattered_grains(block, _drops, _often, every=0.05, lane=_DROPS)
    return out
