"""Living nights: a forest with its insects, a garden, a meadow."""

from __future__ import annotations

from functools import cache, lru_cache

import numpy as np

from dreamplayer.kit.air import Spectrum, air, band, gust, slope
from dreamplayer.kit.drift import chance, drift
from dreamplayer.kit.grains import Grain, strewn
from dreamplayer.kit.grid import clock
from dreamplayer.kit.sound import bed
from dreamplayer.kit.tones import attack
from dreamplayer.model.audio import RATE, Samples, Stretch


@cache
def _wood() -> tuple[Spectrum, Spectrum, Spectrum]:
    return slope(60.0, 420.0, -5.0), band(560.0, 0.6), band(1300.0, 0.6)


def _forest(own: Stretch, t: float) -> Spectrum:
    body, crown, twig = _wood()
    ears = []
    for ear in (0.0, 0.9):
        force = gust(own, 141, t - ear, 11.3, 6.0)
        ears.append(force * (0.85 * body + 0.35 * crown * force + 0.10 * twig * force))
    return np.stack(ears) * np.float32(0.038)


@lru_cache(maxsize=4)
def _crickets(own: Stretch) -> tuple[Grain, ...]:
    """Eight far singers: two to four soft pulses each, the air has taken their edge."""
    grains = []
    for i in range(8):
        f = 1750.0 + 900.0 * chance(own.seed, 145, i)
        pulses = 2 + int(3 * chance(own.seed, 146, i))
        t = clock(0.085 * pulses + 0.12, RATE)
        beat = np.clip(np.sin(np.pi * np.mod(t / 0.085, 1.0)), 0, 1) ** 2 * (t < 0.085 * pulses)
        x = beat * np.sin(2 * np.pi * f * t) * attack(t, 0.08) * np.clip((0.085 * pulses - t) / 0.06, 0, 1)
        grains.append((x * 0.0042).astype(np.float32))
    return tuple(grains)


def _chirps(own: Stretch, t: float) -> float:
    return (0.15 + 0.75 * drift(own.seed, 144, t, 23.0)) * (1.0 - 0.75 * own.calm)


@bed("forest", "insect", "mushroom", "owl", "wolf", "bear", "deer", "spider", "bat", "tent", "barn", "cage", trim=-2.6)
def insects(block: Stretch) -> Samples:
    """A forest at night: slow air in the crowns and, far away, insects that come and go."""
    out = air(block, _forest, lane=140, width=0.7)
    out += strewn(block, _crickets, _chirps, every=0.31, lane=147, spread=0.95)
    return out


def _chirping(own: Stretch, t: float) -> float:
    return (0.45 + 0.5 * drift(own.seed, 149, t, 23.0)) * (1.0 - 0.75 * own.calm)


@bed(trim=-2.6)
def crickets(block: Stretch) -> Samples:
    """A summer night full of crickets, none of them near."""
    out = air(block, _forest, lane=150, width=0.7)
    out += strewn(block, _crickets, _chirping, every=0.27, lane=153, spread=0.95)
    return out


def _lawn(own: Stretch, t: float) -> Spectrum:
    body, crown, twig = _wood()
    force = gust(own, 161, t, 8.7, 5.0)
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
    return (0.1 + 0.6 * drift(own.seed, 164, t, 29.0)) * (1.0 - 0.8 * own.calm)


@bed(
    "garden",
    "flower",
    "meadow",
    "butterfly",
    "firefly",
    "fruit",
    "seed",
    "swing",
    "petals",
    "roots",
    "soil",
    "rabbit",
    trim=-2.4,
)
def garden_night(block: Stretch) -> Samples:
    """A garden after dark: mild air, a few soft whistles in the grass."""
    out = air(block, _lawn, lane=160, width=0.6)
    out += strewn(block, _peepers, _calls, every=1.3, lane=165, spread=0.9)
    return out
