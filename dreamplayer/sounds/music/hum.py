"""A hum one feels more than hears: root, fifth and octave, their overtones slowly breathing."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from dreamplayer.kit.drift import drifts
from dreamplayer.kit.grid import tiled
from dreamplayer.kit.harmony import nearest
from dreamplayer.kit.sound import bed
from dreamplayer.kit.tones import TILE, bank
from dreamplayer.model.audio import RATE, Harmony, Samples, Stretch

_BREATH = 180
"""Random lane of the breath of the oscillators."""


@lru_cache(maxsize=8)
def _voices(own: Harmony) -> tuple[tuple[float, ...], NDArray[np.float64], NDArray[np.float64]]:
    """Root, fifth (or its nearest) and octave, eight partials each, in pairs a hair apart."""
    hertz: list[float] = []
    gain: list[tuple[float, float]] = []
    pace: list[float] = []
    for i, (ratio, loud) in enumerate(((1.0, 1.0), (1.5, 0.55), (2.0, 0.6), (4.0, 0.16))):
        f0 = nearest(own, own.root * ratio)
        for h in range(1, 9):
            if f0 * h > 1500.0:
                break
            body = loud / h**1.35 * (1 + 1.3 * np.exp(-(((f0 * h - 380.0) / 190.0) ** 2)))
            for side in (-1, 1):
                hertz.append(round(float(f0 * h * (1 + side * 0.0007)), 5))
                share = body * (1.0 if side < 0 else 0.35)
                where = 0.5 + side * 0.2 * (1 if i % 2 else -1)
                gain.append((share * np.cos(where * np.pi / 2), share * np.sin(where * np.pi / 2)))
                pace.append(7.0 + 17.0 * ((len(pace) * 0.6180339887) % 1.0))
    return tuple(hertz), np.array(gain).T, np.array(pace)


@lru_cache(maxsize=16)
def _gains(own: Stretch, k: int) -> NDArray[np.float32]:
    _, gain, pace = _voices(own.harmony)
    breath = 0.5 + 0.5 * drifts(own.seed, _BREATH, k * TILE / RATE, pace)
    return (gain * breath * 0.031).astype(np.float32)


def _tile(own: Stretch, k: int) -> Samples:
    return bank(_voices(own.harmony)[0], k, _gains(own, k), _gains(own, k + 1))


@bed("temple", tuned=True, trim=1.1)
def hum(block: Stretch) -> Samples:
    """A hum one feels more than hears: root, fifth and octave, their overtones slowly breathing."""
    return tiled(block, TILE, _tile)
