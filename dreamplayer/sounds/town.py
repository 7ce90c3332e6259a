"""Streets and travel, all from a distance: a city, a road, a train, an engine that carries one home."""

from __future__ import annotations

from functools import cache

import numpy as np

from dreamplayer.kit.air import Spectrum, air, band, gust, slope
from dreamplayer.kit.drift import drift, nested
from dreamplayer.kit.sound import bed
from dreamplayer.model.audio import Samples, Stretch


@cache
def _streets() -> tuple[Spectrum, ...]:
    return slope(50.0, 420.0, -4.5), band(210.0, 0.3), band(330.0, 0.3), band(620.0, 0.6)


def _city(own: Stretch, t: float) -> Spectrum:
    """A floor of many engines, and single ones that pass, too far to be told apart."""
    floor_, low, middle, tyres = _streets()
    ears = []
    for ear in (0, 1):
        passing = nested(own.seed, 402 + ear, t, 11.0) ** 2 * (1.0 - 0.7 * own.calm)
        other = nested(own.seed, 405 + ear, t, 17.0) ** 2 * (1.0 - 0.7 * own.calm)
        ears.append(0.85 * floor_ + 0.45 * passing * low + 0.4 * other * middle + 0.22 * (0.4 + passing) * tyres)
    return np.stack(ears) * np.float32(0.042 * gust(own, 401, t, 41.0, 2.0))


@bed(
    "city",
    "market",
    "street",
    "road",
    "crowd",
    "carnival",
    "balcony",
    "fence",
    "gate",
    "bicycle",
    "carriage",
    trim=-2.8,
)
def city_hum(block: Stretch) -> Samples:
    """A city at night from a high window: one even breath of far streets."""
    return air(block, _city, lane=400, width=0.7)


@cache
def _rails() -> tuple[Spectrum, ...]:
    return slope(55.0, 320.0, -5.0), band(170.0, 0.35), band(420.0, 0.5)


def _train(own: Stretch, t: float) -> Spectrum:
    """Wheels over joints: pairs of soft swells, a little faster than a heart at rest."""
    rush, beat, song = _rails()
    pace = 1.42 + 0.1 * own.calm
    u = (t / pace) % 1.0
    pair = np.exp(-(((u - 0.18) / 0.055) ** 2)) + 0.75 * np.exp(-(((u - 0.36) / 0.055) ** 2))
    depth = (0.5 - 0.3 * own.calm) * (0.6 + 0.4 * drift(own.seed, 422, t, 19.0))
    return np.asarray(
        (0.85 * rush + beat * np.float32(0.25 + depth * pair) + 0.3 * song * np.float32(0.7 + 0.3 * depth * pair))
        * np.float32(0.041 * gust(own, 421, t, 29.0, 3.0))
    )


@bed("train", name="train-far", trim=-3.1)
def train_far(block: Stretch) -> Samples:
    """A night train: its wheels through the mattress, not through the ear."""
    return air(block, _train, lane=420, width=0.5)


def _engine(own: Stretch, t: float) -> Spectrum:
    rush, beat, song = _rails()
    return np.asarray(
        (0.9 * rush + 0.4 * beat + (0.22 + 0.12 * drift(own.seed, 442, t, 8.0)) * song)
        * np.float32(0.042 * gust(own, 441, t, 17.0, 2.5)),
        dtype=np.float32,
    )


@bed("car", "plane", "rocket", "sled", name="drive", trim=-4.9)
def drive(block: Stretch) -> Samples:
    """Driven home asleep on the back seat: an engine, a road, nothing to decide."""
    return air(block, _engine, lane=440, width=0.45)
