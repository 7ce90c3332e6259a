"""Noise with a moving spectrum: wind, water, leaves, breath. It never loops and keeps no filter's memory.

Short frames of random phase are shaped in frequency, windowed and overlapped (short-time Fourier synthesis,
sine windows, whose squares add to 1). A frame is a function of its number alone.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache, partial

import numpy as np
from numpy.typing import NDArray

from dreamplayer.kit import hashing
from dreamplayer.kit.drift import nested
from dreamplayer.kit.grid import tiled
from dreamplayer.model.audio import RATE, Samples, Stretch

Spectrum = NDArray[np.float32]
"""Amplitude of each bin, (bins,) for both ears alike or (2, bins). The rms heard is the root of the sum of squares."""
Shape = Callable[[Stretch, float], Spectrum]
"""The spectrum at a time in seconds since entry; a module's own function, so that frames can be kept under it."""
HOP = 2048
"""Samples from frame to frame: 43 ms, as fast as a spectrum may move."""
BINS: NDArray[np.float32] = np.fft.rfftfreq(2 * HOP, 1 / RATE).astype(np.float32)
"""Hz of each bin of a spectrum."""


def unit(spectrum: NDArray[np.float64] | Spectrum) -> Spectrum:
    """The same shape, scaled so that it is heard at an rms of 1.

    Args:
        spectrum: amplitude of each bin, (bins,).

    Returns:
        (bins,) float32, amplitude of each bin.
    """
    power = float(np.sqrt(np.sum(np.square(spectrum, dtype=np.float64))))
    return (spectrum / (power or 1.0)).astype(np.float32)


def band(centre: float, octaves: float, hop: int = HOP) -> Spectrum:
    """A soft hill around `centre` Hz, falling to .6 at `octaves` from it, heard at an rms of 1.

    Args:
        centre: Hz.
        octaves: octaves from the centre at which it has fallen to .6.
        hop: samples from frame to frame; the spectrum has hop + 1 bins.

    Returns:
        (hop + 1,) float32.
    """
    f = np.maximum(np.fft.rfftfreq(2 * hop, 1 / RATE), 1.0)
    hill = np.exp(-0.5 * (np.log2(f / centre) / octaves) ** 2)
    return unit(hill / np.sqrt(f))


def slope(low: float, high: float, decibels: float = -4.5, hop: int = HOP) -> Spectrum:
    """Between low and high Hz falling by `decibels` an octave (pink is -3), soft outside, rms 1.

    Args:
        low: Hz, where it sets in.
        high: Hz, where it ends.
        decibels: dB an octave: 0 white, -3 pink, -6 brown.
        hop: samples from frame to frame; the spectrum has hop + 1 bins.

    Returns:
        (hop + 1,) float32.
    """
    f = np.maximum(np.fft.rfftfreq(2 * hop, 1 / RATE), 1.0)
    tilt = (f / 200.0) ** (decibels / 6.02)
    return unit(tilt / np.sqrt((1 + (low / f) ** 4) * (1 + (f / high) ** 4)))


@cache
def _circle() -> NDArray[np.complex64]:
    return np.asarray(np.exp(2j * np.pi * np.arange(4096) / 4096), dtype=np.complex64)


@cache
def _window(hop: int) -> NDArray[np.float32]:
    width = 2 * hop
    arch = np.sin(np.pi * (np.arange(width) + 0.5) / width)
    return np.asarray(arch * (width / np.sqrt(2.0)), dtype=np.float32)


@lru_cache(maxsize=96)
def _frame(shape: Shape, own: Stretch, lane: int, width: float, hop: int, k: int) -> NDArray[np.float32]:
    """Frame k, (2, 2 hop): ears share the more, the smaller the width."""
    amplitude = shape(own, k * hop / RATE)
    bits = hashing.bits(own.seed, lane, np.arange(hop + 1) + k * 8191)
    circle = _circle()
    both, side = circle[bits & np.uint32(4095)], circle[(bits >> np.uint32(12)) & np.uint32(4095)]
    far = np.float32(np.sqrt(width / 2.0))
    near = np.float32(np.sqrt(1.0 - width / 2.0))
    both, side = both * near, side * far
    x = np.fft.irfft(np.stack((both + side, both - side)) * amplitude, axis=1).astype(np.float32, copy=False)
    return np.asarray(x * _window(hop))


def _cell(shape: Shape, lane: int, width: float, hop: int, own: Stretch, k: int) -> Samples:
    before = _frame(shape, own, lane, width, hop, k - 1)
    after = _frame(shape, own, lane, width, hop, k)
    return np.ascontiguousarray((before[:, hop:] + after[:, :hop]).T)


@cache
def _cells(shape: Shape, lane: int, width: float, hop: int) -> Callable[[Stretch, int], Samples]:
    return partial(_cell, shape, lane, width, hop)


def air(block: Stretch, shape: Shape, lane: int = 1, width: float = 0.5, hop: int = HOP) -> Samples:
    """Noise whose spectrum `shape` gives.

    Width 0 is one point before the face, 1 all around: the ears' correlation is 1 - width. A `hop` other
    than 2048 needs spectra of hop + 1 bins.

    Args:
        block: which samples of whose sound.
        shape: gives the spectrum at a time in seconds, (bins,) or (2, bins).
        lane: random stream, so that several airs of one sound differ.
        width: 0 a point .. 1 all around.
        hop: samples from frame to frame.

    Returns:
        (n, 2) samples of the block.
    """
    return tiled(block, hop, _cells(shape, lane, width, hop))


def gust(own: Stretch, lane: int, t: float, period: float, decibels: float) -> float:
    """A factor that wanders about 1, `decibels` from weakest to strongest, over some `period` seconds.

    Deep in the night it hardly moves: what has put someone to sleep must not rise again.

    Args:
        own: whose sound.
        lane: random stream.
        t: seconds.
        period: seconds over which it wanders.
        decibels: from weakest to strongest, early in the night.

    Returns:
        Factor on an amplitude.
    """
    deep = decibels * (1.0 - 0.82 * own.calm)
    return float(10.0 ** (deep * (nested(own.seed, lane, t, period * (1.0 + own.calm)) - 0.5) / 20.0))
