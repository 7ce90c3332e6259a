"""Rooms and fires: the tone of a room by lamplight, a fire, a cave."""

from __future__ import annotations

from functools import cache, lru_cache

import numpy as np

from dreamplayer.kit.air import Spectrum, air, band, gust, slope
from dreamplayer.kit.curves import swell
from dreamplayer.kit.drift import chance, drift
from dreamplayer.kit.filters import hall, noise
from dreamplayer.kit.grains import Grain, strewn
from dreamplayer.kit.grid import clock
from dreamplayer.kit.sound import bed
from dreamplayer.kit.tones import attack
from dreamplayer.model.audio import RATE, Samples, Stretch


@cache
def _walls() -> tuple[Spectrum, ...]:
    return slope(70.0, 480.0, -6.0), band(140.0, 0.25), band(390.0, 0.3), band(800.0, 0.7)


def _room(own: Stretch, t: float) -> Spectrum:
    still, mode, panel, outside = _walls()
    breeze = drift(own.seed, 342, t, 31.0)
    total = still + 0.35 * mode + 0.3 * panel + (0.1 + 0.14 * breeze) * outside
    return np.asarray(total * np.float32(0.045 * gust(own, 341, t, 23.0, 2.5)))


@bed(
    "room",
    "house",
    "bed",
    "school",
    "floor",
    "wood",
    "window",
    "door",
    "stairs",
    "barn",
    "box",
    "castle",
    "chair",
    "table",
    trim=-6.1,
)
def room_tone(block: Stretch) -> Samples:
    """A room at night: the hush of its walls, a little of the garden through the window."""
    return air(block, _room, lane=340, width=0.5)


def _passage(own: Stretch, t: float) -> Spectrum:
    still, mode, panel, outside = _walls()
    ears = []
    for ear in (0.0, 1.1):
        draught = gust(own, 351, t - ear, 14.0, 5.0)
        ears.append(draught * (0.8 * still + 0.5 * mode + 0.55 * panel * draught + 0.16 * outside))
    return np.stack(ears) * np.float32(0.043)


@bed("corridor", "tunnel", "labyrinth", "mirror", "arch", "wall", trim=-5.5)
def corridor(block: Stretch) -> Samples:
    """A long corridor: its own faint tone, and a draught that walks from end to end."""
    return air(block, _passage, lane=350, width=0.65)


@cache
def _blaze() -> tuple[Spectrum, ...]:
    return slope(60.0, 300.0, -5.0), band(330.0, 0.6), band(700.0, 0.6)


def _fire_air(own: Stretch, t: float) -> Spectrum:
    deep, flame, edge = _blaze()
    lick = 0.5 + 0.5 * drift(own.seed, 362, t, 0.9) * (1.0 - 0.6 * own.calm)
    return np.asarray(
        (deep + 0.7 * flame * lick + 0.2 * edge * lick) * np.float32(0.043 * gust(own, 361, t, 9.0, 4.0)),
        dtype=np.float32,
    )


@lru_cache(maxsize=4)
def _crackle(own: Stretch) -> tuple[Grain, ...]:
    """Ten little snaps, rounded: they tick, they do not click."""
    grains = []
    for i in range(10):
        t = clock(0.11, RATE)
        x = noise(0.11, 370 + i, 350.0, 900.0 + 900.0 * chance(own.seed, 363, i), -3.0, RATE)
        grains.append(
            (x * np.exp(-t / 0.014) * attack(t, 0.007) * np.clip((0.11 - t) / 0.03, 0, 1) * 0.022).astype("f4")
        )
    return tuple(grains)


def _snaps(own: Stretch, t: float) -> float:
    return (0.12 + 0.6 * drift(own.seed, 364, t, 7.0) ** 2) * (1.0 - 0.8 * own.calm)


@bed("fire", "candle", "volcano", "lamp", "sparks", trim=-5.5)
def fire(block: Stretch) -> Samples:
    """A fire that has burned down to a warm murmur, with a few soft snaps."""
    return air(block, _fire_air, lane=360, width=0.5) + strewn(
        block, _crackle, _snaps, every=0.12, lane=365, spread=0.5
    )


def _deep(own: Stretch, t: float) -> Spectrum:
    still, mode, panel, _ = _walls()
    return np.asarray(
        (0.9 * still + 0.6 * mode + 0.35 * panel) * np.float32(0.04 * gust(own, 381, t, 27.0, 3.0)), dtype=np.float32
    )


@lru_cache(maxsize=4)
def _drips(own: Stretch) -> tuple[np.ndarray, ...]:
    """Six drops in the dark, each with the hall's answer in it."""
    grains = []
    for i in range(6):
        t = clock(0.6, RATE)
        f = 420.0 * 2.0 ** (0.9 * chance(own.seed, 383, i))
        x = np.sin(2 * np.pi * (f * t + 160.0 * t * t)) * np.exp(-t / 0.07) * attack(t, 0.03)
        wet = hall((x * swell((0.6 - t) / 0.2)).astype(np.float32), 2.2, 0.75, 1300.0, rate=RATE).mean(axis=1)
        grains.append((wet * 0.018).astype(np.float32))
    return tuple(grains)


def _dripping(own: Stretch, t: float) -> float:
    return 0.45 * (1.0 - 0.7 * own.calm)


@bed("cave", "chasm", "glacier", "ice", trim=-6.2)
def cave(block: Stretch) -> Samples:
    """A cave: a dark, wide stillness; now and then a drop."""
    return air(block, _deep, lane=380, width=0.75) + strewn(block, _drips, _dripping, every=4.3, lane=384, spread=0.9)
