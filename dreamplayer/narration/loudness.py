"""How loud speech is to an ear, and bringing every clip to one loudness."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

TARGET = -20.0
"""LUFS of a clip, measured as one channel."""
CEILING = 10.0 ** (-3.0 / 20.0)
"""Peaks stay under -3 dB full scale."""
_QUIETEST = -60.0
"""LUFS: below this there is no speech to bring up."""


def loudness(samples: NDArray[np.float32], rate: int = 48_000) -> float:
    """Gated loudness in LUFS by ITU-R BS.1770-5 of one channel; -inf for silence.

    Clips shorter than a gating block of 400 ms are measured as one block.
    """
    if not samples.any():
        return float("-inf")
    power = np.cumsum(np.concatenate([[0.0], _weighted(samples, rate) ** 2]))
    block = min(int(0.4 * rate), samples.size)
    at = np.arange(0, samples.size - block + 1, max(1, block // 4))
    mean = (power[at + block] - power[at]) / block
    level = -0.691 + 10.0 * np.log10(np.maximum(mean, 1e-14))
    heard = mean[level > -70.0]
    if not heard.size:
        return float("-inf")
    gate = -0.691 + 10.0 * np.log10(heard.mean()) - 10.0
    return float(-0.691 + 10.0 * np.log10(mean[(level > -70.0) & (level > gate)].mean()))


def levelled(samples: NDArray[np.float32], rate: int = 48_000, target: float = TARGET) -> NDArray[np.float32]:
    """The clip at the target loudness, its highest peaks pressed down softly where they would pass the ceiling."""
    # Pressing down a peak takes loudness away: what is lost is given back, four times at most.
    for _ in range(4):
        level = loudness(samples, rate)
        if level < _QUIETEST or abs(level - target) < 0.1:
            break
        louder = samples * np.float32(10.0 ** ((target - level) / 20.0))
        samples = (louder * _room(louder, rate)).astype(np.float32)
    return samples


def _room(samples: NDArray[np.float32], rate: int) -> NDArray[np.float64]:
    """A gain of at most 1 that keeps peaks under the ceiling and moves slowly enough not to be heard."""
    step = max(1, rate // 200)
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


def _weighted(samples: NDArray[np.float32], rate: int) -> NDArray[np.float64]:
    """K-weighting: the head's shelf and a high-pass, as BS.1770-5 gives them for 48 kHz."""
    size = 1 << int(np.ceil(np.log2(samples.size + rate // 4)))
    z = np.exp(-2j * np.pi * np.fft.rfftfreq(size) * rate / 48_000)
    shelf = (1.53512485958697 - 2.69169618940638 * z + 1.19839281085285 * z**2) / (
        1.0 - 1.69065929318241 * z + 0.73248077421585 * z**2
    )
    high = (1.0 - 2.0 * z + z**2) / (1.0 - 1.99004745483398 * z + 0.99007225036621 * z**2)
    spectrum = np.fft.rfft(samples.astype(np.float64), size)
    return np.asarray(np.fft.irfft(spectrum * shelf * high, size)[: samples.size])
