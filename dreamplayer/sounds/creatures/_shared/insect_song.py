"""Night insects far off: the air of their wood, and crickets as grains."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from dreamplayer.kit.air import Spectrum, gust
from dreamplayer.kit.grains import Grain
from dreamplayer.kit.grid import clock
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.kit.tones import attack
from dreamplayer.model.audio import RATE, Stretch
from dreamplayer.sounds._shared.woodland_air import woodland

_WIND = 141
"""Random lane of the wind in the wood."""
_PITCH, _PULSES = 145, 146
"""Random lanes of the chirps."""


def forest_spectrum(own: Stretch, t: float) -> Spectrum:
    """Spectrum of slow air in a forest at a time in seconds, (2, bins): gusts reach one ear .9 s before the other."""
    body, crown, twig = woodland()
    ears = []
    for ear in (0.0, 0.9):
        force = gust(own, _WIND, t - ear, period=11.3, decibels=6.0)
        ears.append(force * (0.85 * body + 0.35 * crown * force + 0.10 * twig * force))
    return np.stack(ears) * np.float32(0.038)


@lru_cache(maxsize=4)
def cricket_grains(own: Stretch) -> tuple[Grain, ...]:
    """Eight far singers: two to four soft pulses each, the air has taken their edge."""
    grains = []
    for i in range(8):
        f = 1750.0 + 900.0 * uniform_one(own.seed, _PITCH, i)
        pulses = 2 + int(3 * uniform_one(own.seed, _PULSES, i))
        t = clock(0.085 * pulses + 0.12, RATE)
        beat = np.clip(np.sin(np.pi * np.mod(t / 0.085, 1.0)), 0, 1) ** 2 * (t < 0.085 * pulses)
        x = beat * np.sin(2 * np.pi * f * t) * attack(t, 0.08) * np.clip((0.085 * pulses - t) / 0.06, 0, 1)
        grains.append((x * 0.0042).astype(np.float32))
    return tuple(grains)
