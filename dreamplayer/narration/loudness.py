"""Loudness normalization of clips."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dreamplayer.kit.loudness import loudness
from dreamplayer.model.audio import RATE

TARGET = -17.0
"""Loudness of a clip played on both channels, in LUFS; -20 where one channel is measured."""
CEILING = 10.0 ** (-3.0 / 20.0)
"""Highest sample value: -3 dBFS."""
_QUIETEST = -60.0
"""LUFS below which there is no speech to normalize."""


def levelled(samples: NDArray[np.float32], target: float = TARGET) -> NDArray[np.float32]:
    """The clip at a loudness, with its peaks limited softly where they would pass `CEILING`.

    Args:
        samples: mono at 48 kHz, (n,).
        target: LUFS: some 6 more sounds close and loud, some 6 less far away.
    """
    # Limiting a peak takes loudness away, which is made up for, four times at most.
    for _ in range(4):
        level = loudness(samples)
        pressed = np.abs(samples).max(initial=0.0) <= CEILING
        if level < _QUIETEST or (pressed and abs(level - target) < 0.1):
            break
        louder = samples * np.float32(10.0 ** ((target - level) / 20.0))
        samples = (louder * _room(louder)).astype(np.float32)
    return samples


def _room(samples: NDArray[np.float32]) -> NDArray[np.float64]:
    """Limiter gain, at most 1: keeps peaks under the ceiling and moves slowly enough not to be heard."""
    step = RATE // 200
    count = -(-samples.size // step)
    padded = np.zeros(count * step)
    padded[: samples.size] = np.abs(samples)
    need = np.minimum(1.0, CEILING / np.maximum(padded.reshape(count, step).max(axis=1), 1e-9))
    if need.min() >= 1.0:
        return np.ones(samples.size)
    # The least within 4 steps on either side, then a smooth mean over fewer: never above what is needed.
    reach, soft = 5, np.hanning(9)[1:-1]
    edge = np.pad(need, reach, constant_values=1.0)
    least = np.lib.stride_tricks.sliding_window_view(edge, 2 * reach + 1).min(axis=1)
    smooth = np.convolve(np.pad(least, 3, mode="edge"), soft / soft.sum(), "valid")
    at = (np.arange(samples.size) - step / 2) / step
    return np.asarray(np.interp(at, np.arange(count), smooth))
