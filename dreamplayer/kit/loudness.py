"""Loudness as ears weigh it: the K curve and gating of ITU-R BS.1770-4, without a filter's memory."""

from __future__ import annotations

from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from dreamplayer.kit.fft_length import next_fast_len
from dreamplayer.model.audio import RATE

_SHELF = ((1.53512485958697, -2.69169618940638, 1.19839281085285), (1.0, -1.69065929318241, 0.73248077421585))
_HIGH = ((1.0, -2.0, 1.0), (1.0, -1.99004745483398, 0.99007225036621))
"""The two stages at 48 kHz, from BS.1770-4 annex 1."""
SILENCE = -120.0
"""LUFS written for nothing at all."""


@lru_cache(maxsize=12)
def k_response(size: int, rate: int = RATE) -> NDArray[np.complex128]:
    """The K curve at the bins of a real transform of `size` samples at a rate."""
    z = np.exp(-2j * np.pi * np.fft.rfftfreq(size) * rate / RATE)
    out = np.ones(len(z), np.complex128)
    for b, a in (_SHELF, _HIGH):
        out *= (b[0] + b[1] * z + b[2] * z * z) / (a[0] + a[1] * z + a[2] * z * z)
    out.flags.writeable = False
    return out


@cache
def k_taps(n: int = 8192) -> NDArray[np.float64]:
    """The K curve as n taps: what is left out lies under -120 dB."""
    return np.asarray(np.fft.irfft(k_response(1 << 17))[:n])


def lufs(power: NDArray[np.float64] | float) -> NDArray[np.float64]:
    """Loudness of a K-weighted mean square, summed over the ears."""
    return np.asarray(-0.691 + 10.0 * np.log10(np.maximum(power, 10.0 ** ((SILENCE + 0.691) / 10.0))))


def gated(power: NDArray[np.float64]) -> float:
    """Integrated loudness of 400 ms blocks: over -70 LUFS, then over 10 LU below their mean."""
    loud = power[lufs(power) > -70.0]
    if not len(loud):
        return SILENCE
    loud = loud[lufs(loud) > float(lufs(loud.mean())) - 10.0]
    return float(lufs(loud.mean()))


def k_power(x: NDArray[np.float32]) -> NDArray[np.float64]:
    """K-weighted square of each sample, both ears added; mono counts as heard in both."""
    size = next_fast_len(len(x) + 8192)
    wide = x[:, None] if x.ndim == 1 else x
    weighted = np.fft.irfft(np.fft.rfft(wide, size, axis=0) * k_response(size)[:, None], size, axis=0)[: len(x)]
    return np.asarray(np.square(weighted).sum(axis=1) * (2.0 if x.ndim == 1 else 1.0))


def loudness(x: NDArray[np.float32]) -> float:
    """Integrated loudness of a whole sound, mono or (n, 2). A mono clip counts as heard in both ears."""
    return loudness_of(k_power(x))


def loudness_of(power: NDArray[np.float64], rate: int = RATE) -> float:
    """Integrated loudness of what `k_power` gives, or of its means, so many a second."""
    step = rate // 10
    if len(power) < 4 * step:
        return float(lufs(power.mean())) if len(power) else SILENCE
    tenths = power[: len(power) // step * step].reshape(-1, step).mean(axis=1)
    return gated(np.convolve(tenths, np.full(4, 0.25), "valid"))


def loudest(x: NDArray[np.float32], rate: int = RATE) -> float:
    """The largest momentary loudness (400 ms) of a sound, (n, 2), with silence before and after it."""
    size = next_fast_len(len(x) + rate // 3)
    weighted = np.fft.irfft(np.fft.rfft(x, size, axis=0) * k_response(size, rate)[:, None], size, axis=0)
    step = rate // 50
    power = np.square(weighted).sum(axis=1)[: size // step * step].reshape(-1, step).mean(axis=1)
    return float(lufs(np.convolve(power, np.full(20, 0.05)).max()))


def at_level(x: NDArray[np.float32], level: float, rate: int = RATE) -> NDArray[np.float32]:
    """X made as loud as `level` LUFS at its loudest 400 ms."""
    now = loudest(x, rate)
    return x if now <= SILENCE + 1 else (x * np.float32(10.0 ** ((level - now) / 20.0))).astype(np.float32)
