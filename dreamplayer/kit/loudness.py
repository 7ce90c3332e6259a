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
    """The K weighting of BS.1770 at the bins of a real transform.

    Args:
        size: samples of the transform.
        rate: Hz of the sound.

    Returns:
        (size // 2 + 1,) complex gains, read-only: about 1 in the middle, +4 dB at the top, falling below 100 Hz.
    """
    z = np.exp(-2j * np.pi * np.fft.rfftfreq(size) * rate / RATE)
    out = np.ones(len(z), np.complex128)
    for b, a in (_SHELF, _HIGH):
        out *= (b[0] + b[1] * z + b[2] * z * z) / (a[0] + a[1] * z + a[2] * z * z)
    out.flags.writeable = False
    return out


@cache
def k_taps(n: int = 8192) -> NDArray[np.float64]:
    """The K weighting as the taps of a convolution at 48 kHz.

    Args:
        n: how many; at 8192 what is left out lies under -120 dB.

    Returns:
        (n,) taps, the first one for the newest sample.
    """
    return np.asarray(np.fft.irfft(k_response(1 << 17))[:n])


def lufs(power: NDArray[np.float64] | float) -> NDArray[np.float64]:
    """Loudness of a mean square, -0.691 + 10 log10(power) (BS.1770-4, equation 2).

    Args:
        power: K-weighted mean square summed over the ears, a number or an array.

    Returns:
        LUFS of the same shape, `SILENCE` at least; 10 more sound about twice as loud.
    """
    return np.asarray(-0.691 + 10.0 * np.log10(np.maximum(power, 10.0 ** ((SILENCE + 0.691) / 10.0))))


def gated(power: NDArray[np.float64]) -> float:
    """Integrated loudness (BS.1770-4): the mean of the blocks over -70 LUFS that are also over 10 LU below those' mean.

    Args:
        power: (n,) K-weighted mean squares of 400 ms each, summed over the ears.

    Returns:
        LUFS; `SILENCE` where no block is over the gate.
    """
    loud = power[lufs(power) > -70.0]
    if not len(loud):
        return SILENCE
    loud = loud[lufs(loud) > float(lufs(loud.mean())) - 10.0]
    return float(lufs(loud.mean()))


def k_power(x: NDArray[np.float32]) -> NDArray[np.float64]:
    """K-weighted square of each sample of a sound at 48 kHz.

    Args:
        x: (n,) samples, which count as heard in both ears, or (n, 2).

    Returns:
        (n,) squares, both ears added.
    """
    size = next_fast_len(len(x) + 8192)
    wide = x[:, None] if x.ndim == 1 else x
    weighted = np.fft.irfft(np.fft.rfft(wide, size, axis=0) * k_response(size)[:, None], size, axis=0)[: len(x)]
    return np.asarray(np.square(weighted).sum(axis=1) * (2.0 if x.ndim == 1 else 1.0))


def loudness(x: NDArray[np.float32]) -> float:
    """Integrated loudness of a whole sound at 48 kHz.

    Args:
        x: (n,) samples, which count as heard in both ears, or (n, 2).

    Returns:
        LUFS; `SILENCE` for nothing at all.
    """
    return loudness_of(k_power(x))


def loudness_of(power: NDArray[np.float64], rate: int = RATE) -> float:
    """Integrated loudness of squares that have been weighted already.

    Args:
        power: (n,) as `k_power` gives them, or means of as many each.
        rate: how many there are a second; a multiple of 10.

    Returns:
        LUFS; of what is shorter than 400 ms that of its mean, ungated.
    """
    step = rate // 10
    if len(power) < 4 * step:
        return float(lufs(power.mean())) if len(power) else SILENCE
    tenths = power[: len(power) // step * step].reshape(-1, step).mean(axis=1)
    return gated(np.convolve(tenths, np.full(4, 0.25), "valid"))


def loudest(x: NDArray[np.float32], rate: int = RATE) -> float:
    """The largest momentary loudness (400 ms) of a sound, with silence before and after it.

    Args:
        x: (n, 2) samples.
        rate: Hz.

    Returns:
        LUFS.
    """
    size = next_fast_len(len(x) + rate // 3)
    weighted = np.fft.irfft(np.fft.rfft(x, size, axis=0) * k_response(size, rate)[:, None], size, axis=0)
    step = rate // 50
    power = np.square(weighted).sum(axis=1)[: size // step * step].reshape(-1, step).mean(axis=1)
    return float(lufs(np.convolve(power, np.full(20, 0.05)).max()))


def at_level(x: NDArray[np.float32], level: float, rate: int = RATE) -> NDArray[np.float32]:
    """A sound scaled so that its loudest 400 ms have a given loudness.

    Args:
        x: (n, 2) samples.
        level: LUFS: -24 as loud as speech, -40 in the background, -60 hardly there.
        rate: Hz.

    Returns:
        float32 of the shape of `x`; silence stays silence.
    """
    now = loudest(x, rate)
    return x if now <= SILENCE + 1 else (x * np.float32(10.0 ** ((level - now) / 20.0))).astype(np.float32)
