"""A garden after dark: mild air, a few soft whistles in the grass."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from dreamplayer.kit.air import Spectrum, air, gust
from dreamplayer.kit.drift import drift
from dreamplayer.kit.grains import Grain, scattered_grains
from dreamplayer.kit.grid import clock
from dreamplayer.kit.sound import bed
from dreamplayer.model.audio import RATE, Samples, Stretch
from dreamplayer.sounds._shared.woodland_air import woodland

_AIR, _GUSTS, _HOW_OFTEN, _PEEPERS = 160, 161, 164, 165
"""Random lanes of the air and of the peepers."""


def _lawn(own: Stretch, t: float) -> Spectrum:
    body, crown, twig = woodland()
    force = gust(own, _GUSTS, t, period=8.7, decibels=5.0)
    return np.asarray((0.9 * body + 0.3 * crown * force + 0.05 * twig) * np.float32(0.038 * force), dtype=np.float32)


@lru_cache(maxsize=4)
def _peepers(own: Stretch) -> tuple[Grain, ...]:
    """Soft whistles such as midwife toads make, around 1 kHz, each a breath long."""
    grains = []
    for i in range(5):
        f = 880.0 * 2.0 ** ((0, 2, 4, 7, 9)[i] / 24.0)
        t = clock(0.32, RATE)
        x = np.sin(2 * np.pi * f * t) * np.sin(np.pi * t / 0.32) ** 2
        grains.append((x * 0.0046).astype(np.float32))
    return tuple(grains)


def _calls(own: Stretch, t: float) -> float:
    return (0.1 + 0.6 * drift(own.seed, _HOW_OFTEN, t, period=29.0)) * (1.0 - 0.8 * own.calm)


@bed("garden", "meadow", "soil", trim=-2.4)
def garden_night(block: Stretch) -> Samples:
    """A garden after dark: mild air, a few soft whistles in the grass."""
    out = air(block, _lawn, lane=_AIR, width=0.6)
    out += scattered_grains(block, _peepers, _calls, every=1.3, lane=_PEEPERS, spread=0.9)
    return out
