"""Tones by adding sines from tables: many steady oscillators by one product of matrices, or single notes made whole."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from dreamplayer.kit import hashing
from dreamplayer.kit.curves import swell
from dreamplayer.model.audio import RATE

TILE = 2048
"""Samples over which the gains of a bank move in a straight line: 43 ms."""
Gains = NDArray[np.float32]
"""(2, n): left and right of each oscillator."""


_STEP = 64
"""Samples within which a bank's gains stand still: a step is some 90 dB below the tone."""


@lru_cache(maxsize=8)
def _tables(hertz: tuple[float, ...]) -> tuple[NDArray[np.float32], NDArray[np.complex64]]:
    """Cosines and sines over the first step, (2 n, _STEP), and the turn from step to step, (TILE / _STEP, n)."""
    pace = np.asarray(hertz) * (2 * np.pi / RATE)
    fine = np.outer(pace, np.arange(_STEP))
    coarse = np.outer(np.arange(0, TILE, _STEP), pace)
    return np.concatenate((np.cos(fine), np.sin(fine))).astype(np.float32), np.exp(1j * coarse).astype(np.complex64)


_RISE = (np.arange(TILE // _STEP) / (TILE // _STEP)).astype(np.float32)[:, None]


def bank(hertz: tuple[float, ...], k: int, start: Gains, end: Gains) -> NDArray[np.float32]:
    """A stretch of many steady oscillators, whose gains move in straight lines.

    Phases follow from the frequency, so that a tone common to two banks goes on through a crossfade. The
    product is small (64 x 2n by 2n x 64), which keeps it in the cache and on one core.

    Args:
        hertz: n frequencies.
        k: number of the tile; it begins at sample k * TILE.
        start: (2, n) gains at its first sample, left and right.
        end: (2, n) gains that the next tile begins with.

    Returns:
        (TILE, 2) samples.
    """
    fine, coarse = _tables(hertz)
    f = np.asarray(hertz)
    phase = np.mod(f * (k * TILE / RATE) + np.mod(f * 7.31, 1.0), 1.0) * (2 * np.pi)
    turn = coarse * np.exp(1j * phase).astype(np.complex64)
    rows = [turn * (start[ear] + (end[ear] - start[ear]) * _RISE) for ear in (0, 1)]
    left, right = (np.concatenate((row.real, -row.imag), axis=1) @ fine for row in rows)
    return np.stack((left.reshape(-1), right.reshape(-1)), axis=1)


def attack(t: NDArray[np.float64], seconds: float) -> NDArray[np.float64]:
    """Raised-cosine rise: 0 at t = 0, 1 from `seconds` on. Times in order.

    Args:
        t: seconds, in order.
        seconds: until it is 1.

    Returns:
        (n,) float64, 0..1.
    """
    out = np.ones(len(t))
    # The rise alone costs a cosine.
    rising = int(np.searchsorted(t, seconds))
    out[:rising] = swell(t[:rising] / seconds)
    return out


def note(
    t: NDArray[np.float64], hertz: float, partials: tuple[tuple[float, float, float], ...], rise: float, seed: int = 0
) -> NDArray[np.float64]:
    """A struck or blown note that rings out: partials as (ratio, amplitude, seconds to fall to 1/e).

    Each partial is two, a hair apart, so that it breathes. `rise` seconds of raised cosine: .03 a touch
    of metal, .2 a breath, 1 a bow.

    Args:
        t: seconds, in order.
        hertz: its pitch.
        partials: (ratio to the pitch, amplitude, seconds to fall to 1/e) each.
        rise: seconds of raised cosine at its beginning.
        seed: detunes the partials.

    Returns:
        (n,) float64, as loud as its partials together.
    """
    out = np.zeros(len(t))
    for i, (ratio, amplitude, fall) in enumerate(partials):
        if hertz * ratio > 9000.0:
            continue
        apart = 0.18 + 0.3 * hashing.uniform_one(seed, 300 + i)
        phase = 2 * np.pi * hashing.uniform_one(seed, 400 + i)
        turn = 2 * np.pi * hertz * ratio * t
        # Two tones apart by 2 x `apart` Hz are one tone that swells and sinks: half the sines.
        beat = 0.8 + 0.2 * np.cos(2 * np.pi * apart * t + phase)
        out += amplitude * np.exp(-t / fall) * beat * np.sin(turn + phase)
    return out * attack(t, rise)


def pan(x: NDArray[np.float64] | NDArray[np.float32], where: float) -> NDArray[np.float32]:
    """One ear to two with equal power: -1 left, 0 the middle, 1 right.

    Args:
        x: (n,) samples.
        where: -1 left .. 1 right.

    Returns:
        (n, 2) samples.
    """
    angle = (where + 1.0) * np.pi / 4
    return np.stack((x * np.cos(angle), x * np.sin(angle)), axis=1).astype(np.float32)
