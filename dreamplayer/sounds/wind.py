"""Moving air: wind, the hush of fog, high emptiness, leaves, wind in dry grass."""

from __future__ import annotations

from functools import cache

import numpy as np

from dreamplayer.kit.air import BINS, Spectrum, air, band, gust, slope, unit
from dreamplayer.kit.drift import drift, nested
from dreamplayer.kit.sound import bed
from dreamplayer.model.audio import Samples, Stretch


@cache
def _breeze() -> tuple[Spectrum, ...]:
    return slope(60.0, 700.0, -5.0), band(310.0, 0.5), band(520.0, 0.45), band(860.0, 0.5)


def _wind(own: Stretch, t: float) -> Spectrum:
    """A dark body and three hollows that answer each other, a little apart in the two ears."""
    body, low, middle, high = _breeze()
    ears = []
    for ear in (0.0, 0.45):
        u = t - ear
        force = gust(own, 11, u, 9.1, 7.0)
        lean = nested(own.seed, 12, u, 13.7)
        ears.append(
            force
            * (
                0.62 * body
                + low * (0.55 - 0.35 * lean)
                + middle * (0.12 + 0.42 * lean) * own.strength
                + high * 0.16 * lean * force * own.strength
            )
        )
    return np.stack(ears) * np.float32(0.0384)


@bed(
    "wind",
    "sky",
    "mountain",
    "cliff",
    "valley",
    "desert",
    "plane",
    "balloon",
    "kite",
    "tower",
    "roof",
    "windmill",
    trim=-3.9,
)
def wind(block: Stretch) -> Samples:
    """Wind over open land, low and round; gusts take some nine seconds and never rush."""
    return air(block, _wind, lane=10, width=0.6)


@cache
def _veil() -> tuple[Spectrum, Spectrum]:
    return slope(70.0, 420.0, -6.0), band(700.0, 0.9)


def _fog_hush(own: Stretch, t: float) -> Spectrum:
    body, veil = _veil()
    near = 0.25 + 0.3 * drift(own.seed, 22, t, 23.0)
    return (body + veil * near) * np.float32(gust(own, 21, t, 17.0, 4.0) * 0.045)


@bed("fog", "cloud", "void", "glass", "smoke", "ash", "shadow", "crater", "ruin", trim=-4.5)
def fog_hush(block: Stretch) -> Samples:
    """The hush inside fog: a soft dark breath with hardly any movement."""
    return air(block, _fog_hush, lane=20, width=0.45)


@cache
def _foliage() -> tuple[Spectrum, Spectrum, Spectrum]:
    top = unit(np.asarray(band(2300.0, 0.75)) / np.sqrt(1 + (BINS / 4200.0) ** 6))
    return slope(120.0, 650.0, -4.0), band(900.0, 0.6), top


def _leaves(own: Stretch, t: float) -> Spectrum:
    body, twig, leaf = _foliage()
    ears = []
    for ear in (0.0, 0.8):
        u = t - ear
        force = gust(own, 31, u, 6.3, 9.0)
        shimmer = 0.6 + 0.4 * drift(own.seed, 32 + int(ear * 10), u, 0.7)
        ears.append(force * (0.7 * body + 0.35 * twig * force + 0.13 * leaf * shimmer * force * own.strength))
    return np.stack(ears) * np.float32(0.031)


@bed("leaves", "tree", "vines", "reeds", "wheat", "moss", trim=-1.2)
def leaves(block: Stretch) -> Samples:
    """The whisper of leaves: a breeze that reaches one side of the crown before the other."""
    return air(block, _leaves, lane=30, width=0.7)
