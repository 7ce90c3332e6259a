"""Filters without memory: whole sounds shaped by their spectrum, halls by one convolution. For what is made whole."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from dreamplayer.kit import hashing
from dreamplayer.kit.fft_length import next_fast_len
from dreamplayer.kit.grid import LOW
from dreamplayer.model.audio import RATE, Samples

Signal = NDArray[np.float32]


def shape(x: Signal, gain_at: NDArray[np.float64], size: int) -> Signal:
    """A sound with its spectrum multiplied by a gain for each bin. No phase shift.

    Args:
        x: (n,) samples or (n, 2).
        gain_at: (size // 2 + 1,) gains, from 0 Hz to half the rate.
        size: samples of the transform, n or more: what exceeds n is silence into which the filter rings out; with too
            little of it the end rings into the beginning.

    Returns:
        float32 of the shape of `x`.
    """
    spectrum = np.fft.rfft(x, size, axis=0)
    gain = gain_at if x.ndim == 1 else gain_at[:, None]
    return np.fft.irfft(spectrum * gain, size, axis=0)[: len(x)].astype(np.float32)


def between(x: Signal, low: float, high: float, steep: int = 2) -> Signal:
    """Keep what lies between low and high Hz; outside it falls by 6 x steep dB an octave. No phase shift.

    Args:
        x: (n,) samples or (n, 2).
        low: Hz.
        high: Hz.
        steep: multiples of 6 dB an octave.

    Returns:
        float32 of the shape of `x`.
    """
    size = next_fast_len(len(x) + RATE // 20)
    f = np.maximum(np.fft.rfftfreq(size, 1 / RATE), 1e-3)
    return shape(x, 1 / np.sqrt((1 + (low / f) ** (2 * steep)) * (1 + (f / high) ** (2 * steep))), size)


def resample(x: Signal, rate: int, to: int = RATE) -> Signal:
    """The same sound at another rate, by its spectrum: nothing is aliased, nothing above the lower half is kept.

    Args:
        x: (n,) samples or (n, 2).
        rate: Hz that it has.
        to: Hz that it gets.

    Returns:
        float32 samples at `to` Hz, (n,) or (n, 2).
    """
    if rate == to:
        return x.astype(np.float32)
    step = rate // int(np.gcd(rate, to))
    blocks = next_fast_len(-(-(len(x) + rate // 50) // step))
    size, out = blocks * step, blocks * step * to // rate
    spectrum = np.fft.rfft(x, size)
    keep = min(len(spectrum), out // 2 + 1)
    wide = np.zeros(out // 2 + 1, np.complex128)
    wide[:keep] = spectrum[:keep]
    return (np.fft.irfft(wide, out)[: round(len(x) * to / rate)] * (out / size)).astype(np.float32)


@lru_cache(maxsize=12)
def _hall(seconds: float, dark: float, before: float, seed: int, rate: int) -> Samples:
    """The answer of a hall to a click, (n, 2), energy 1 an ear: dense, its top dying before its bottom."""
    n = round(seconds * 1.25 * rate)
    t = np.arange(n) / rate
    out = np.zeros((n, 2), np.float32)
    f = np.fft.rfftfreq(n, 1 / rate)
    for ear in range(2):
        raw = 0.92 * hashing.normal(seed, 10, n) + (0.39 if ear else -0.39) * hashing.normal(seed, 11, n)
        spectrum = np.fft.rfft(raw)
        tail = np.zeros(n)
        for low, high, pace in ((120.0, 500.0, 1.0), (500.0, 1400.0, 0.8), (1400.0, 2.5 * dark, 0.5)):
            part = spectrum / np.sqrt((1 + (low / np.maximum(f, 1)) ** 4) * (1 + (f / high) ** 4))
            part *= (1 + (f / dark) ** 2) ** -0.5
            tail += np.fft.irfft(part, n) * 10 ** (-3 * t / (seconds * pace))
        rise = np.clip((t - before) / (0.03 + 0.02 * seconds), 0.0, 1.0)
        tail *= rise * rise * (3 - 2 * rise) * np.clip((n / rate - t) / (0.2 * seconds), 0.0, 1.0)
        out[:, ear] = tail / np.sqrt(np.sum(tail**2))
    return out


@lru_cache(maxsize=3)
def _answer(seconds: float, dark: float, before: float, seed: int, rate: int, size: int) -> NDArray[np.complex128]:
    return np.fft.rfft(_hall(seconds, dark, before, seed, rate), size, axis=0)


def hall(
    x: Signal, seconds: float, wet: float, dark: float = 1800.0, before: float = 0.015, seed: int = 5, rate: int = LOW
) -> Samples:
    """X in a hall that takes `seconds` to fall silent; mono or (n, 2). Longer than x by 1.25 times that.

    `wet` .2 a touch, .6 far down the nave. `dark`: Hz above which the hall absorbs sound.

    Args:
        x: (n,) samples or (n, 2).
        seconds: until it falls silent.
        wet: .2 a touch, .6 far down the nave.
        dark: Hz above which the hall absorbs sound.
        before: seconds until the hall answers.
        seed: which hall.
        rate: Hz of x.

    Returns:
        (n + 1.25 seconds, 2) samples.
    """
    n = len(x) + round(seconds * 1.25 * rate)
    size = next_fast_len(n)
    dry = (x if x.ndim == 2 else x[:, None]).astype(np.float32)
    tail = np.fft.irfft(
        np.fft.rfft(dry, size, axis=0) * _answer(seconds, dark, before, seed, rate, size), size, axis=0
    )[:n]
    out = (tail * wet).astype(np.float32)
    out[: len(dry)] += dry * np.float32(np.sqrt(max(1.0 - wet * wet, 0.0)))
    return out


def noise(seconds: float, seed: int, low: float, high: float, decibels: float = -3.0, rate: int = LOW) -> Signal:
    """Whole noise of an rms of 1 between low and high Hz, falling by `decibels` an octave there and steeply outside.

    Args:
        seconds: how long.
        seed: whose random numbers.
        low: Hz.
        high: Hz.
        decibels: dB an octave between them: 0 white, -3 pink.
        rate: Hz.

    Returns:
        (n,) float32, rms 1.
    """
    n = round(seconds * rate)
    size = next_fast_len(n)
    f = np.maximum(np.fft.rfftfreq(size, 1 / rate), 1.0)
    gain = (f / 500.0) ** (decibels / 6.02) / np.sqrt((1 + (low / f) ** 6) * (1 + (f / high) ** 6))
    phase = np.exp(2j * np.pi * hashing.uniform(seed, 17, len(f)))
    x = np.fft.irfft(gain * phase, size)[:n]
    return np.asarray(x / np.sqrt(np.mean(x**2)), dtype=np.float32)


def hills(t: NDArray[np.float64], starts: tuple[float, ...], rise: float, fall: float) -> NDArray[np.float64]:
    """An envelope of raised-cosine hills: each begins at its time, takes `rise` seconds up and `fall` down.

    Args:
        t: seconds, in order.
        starts: when each begins, seconds.
        rise: seconds up.
        fall: seconds down.

    Returns:
        (n,) float64, 0..1, of the shape of `t`.
    """
    out = np.zeros(len(t))
    step = t[1] - t[0]
    for start in starts:
        a, b, c = (round(x / step) for x in (start, start + rise, start + rise + fall))
        up = 0.5 - 0.5 * np.cos(np.pi * (t[a:b] - start) / rise)
        down = 0.5 + 0.5 * np.cos(np.pi * (t[b:c] - start - rise) / fall)
        out[a:b] = np.maximum(out[a:b], up)
        out[b:c] = np.maximum(out[b:c], down)
    return out
