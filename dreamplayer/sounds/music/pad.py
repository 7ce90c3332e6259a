"""Voices that are hardly there, each tone breathing on a clock of its own."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from dreamplayer.kit.drift import drifts
from dreamplayer.kit.grid import tiled
from dreamplayer.kit.harmony import tones
from dreamplayer.kit.sound import bed
from dreamplayer.kit.tones import TILE, bank
from dreamplayer.model.audio import RATE, Harmony, Samples, Stretch

_LEVEL_DRIFT = 190
"""Random lane of the level of the oscillators."""


@lru_cache(maxsize=8)
def _singers(own: Harmony) -> tuple[tuple[float, ...], NDArray[np.float64], NDArray[np.int64], NDArray[np.float64]]:
    """Frequencies, gains (2, n), which tone each belongs to, and the pace of each tone."""
    hertz: list[float] = []
    gain: list[tuple[float, float]] = []
    tone: list[int] = []
    chosen = tones(own, 130.0, 560.0)
    for i, f0 in enumerate(chosen):
        for h in range(1, 6):
            f = f0 * h
            mouth = 1.0 / (1 + ((f - 360.0) / 170.0) ** 2) + 0.22 / (1 + ((f - 800.0) / 200.0) ** 2) + 0.02
            for side in (-1, 1):
                hertz.append(round(float(f * (1 + side * 0.0009)), 5))
                where = 0.5 + side * 0.3 * (1 if i % 2 else -1)
                loud = mouth / h**0.8 * (1.0 if side < 0 else 0.5) * (300.0 / (f0 + 150.0))
                gain.append((loud * np.cos(where * np.pi / 2), loud * np.sin(where * np.pi / 2)))
                tone.append(i)
    pace = 13.0 + 21.0 * np.mod(np.arange(len(chosen)) * 0.6180339887, 1.0)
    return tuple(hertz), np.array(gain).T, np.array(tone), pace


@lru_cache(maxsize=16)
def _gains(own: Stretch, k: int) -> NDArray[np.float32]:
    _, gain, tone, pace = _singers(own.harmony)
    level = drifts(own.seed, _LEVEL_DRIFT, k * TILE / RATE, pace) ** 2
    level = level + own.calm * 0.6 * (0.33 - level)
    gains = gain * level[tone]
    # Full and thin moments are brought nearer to each other, as the music's are.
    even = (float(np.square(gains).sum()) + 0.01) ** -0.3
    return np.asarray(gains * (0.03 * even), dtype=np.float32)


def _tile(own: Stretch, k: int) -> Samples:
    return bank(_singers(own.harmony)[0], k, _gains(own, k), _gains(own, k + 1))


@bed("sunrise", tuned=True, trim=3.7)
def pad(block: Stretch) -> Samples:
    """Voices that are hardly there, each tone breathing on a clock of its own."""
    return tiled(block, TILE, _tile)
