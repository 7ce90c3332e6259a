"""Voices without words: tones through the mouth's resonances, breath, and many singing together."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dreamplayer.kit.hashing import uniform_one

Wave = NDArray[np.float64]
Vowel = tuple[tuple[float, float, float], ...]
"""Resonances as (Hz, Hz wide, amplitude)."""
OO: Vowel = ((320.0, 110.0, 1.0), (780.0, 150.0, 0.25), (2250.0, 300.0, 0.02))
AH: Vowel = ((620.0, 140.0, 1.0), (1080.0, 180.0, 0.5), (2450.0, 300.0, 0.05))
MM: Vowel = ((260.0, 120.0, 1.0), (900.0, 300.0, 0.05))
"""Resonances after Peterson and Barney (1952), the upper ones held down for the night."""


_TABLE = 16_384
"""Steps of one cycle: read between two of them, the 24th partial errs by less than -90 dB."""


def sung(t: Wave, hertz: Wave | float, vowels: tuple[Vowel, Vowel], open_: Wave | float, seed: int = 0) -> Wave:
    """One voice on a moving pitch, its mouth going from the first vowel (0) to the second (1). About rms .3.

    Its partials are harmonic, so that a mouth is one cycle of a wave, read at the pace of the pitch.

    Args:
        t: seconds, in order.
        hertz: its pitch, one or one for each time.
        vowels: mouth at 0 and at 1.
        open_: 0..1 between the two, one or one for each time.
        seed: whose voice.

    Returns:
        (n,) float64, about -1..1.
    """
    f = np.full(len(t), hertz) if np.isscalar(hertz) else np.asarray(hertz)
    wander = 1.0 + 0.0022 * np.sin(2 * np.pi * (4.6 + 0.5 * uniform_one(seed, 1)) * t + 6.3 * uniform_one(seed, 2))
    turns = np.cumsum(f * wander) * (t[1] - t[0])
    middle = float(np.mean(f))
    waves = np.zeros((2, _TABLE // 2 + 1), np.complex128)
    for h in range(1, 25):
        if middle * h > 2600.0:
            break
        waves[:, h] = [_through(vowel, middle * h) * h**-0.9 for vowel in vowels]
        waves[:, h] *= np.exp(6.3j * uniform_one(seed, 3, h)) * (_TABLE / 2)
    shut, wide = np.fft.irfft(waves, _TABLE, axis=1)
    place = np.mod(turns, 1.0) * _TABLE
    step = np.minimum(place.astype(np.int64), _TABLE - 1)
    share = place - step
    after = (step + 1) % _TABLE
    first, second = (wave[step] * (1.0 - share) + wave[after] * share for wave in (shut, wide))
    return np.asarray(first + (second - first) * open_, dtype=np.float64)


def _through(vowel: Vowel, hertz: float) -> float:
    """How much of a frequency the mouth lets through."""
    return 0.04 + sum(loud / (1.0 + ((hertz - at) / wide) ** 2) for at, wide, loud in vowel)


def glide(t: Wave, points: tuple[tuple[float, float], ...]) -> Wave:
    """A curve through (seconds, Hz), eased between them in the logarithm, level outside.

    Args:
        t: seconds, in order.
        points: (seconds, Hz) each.

    Returns:
        (n,) Hz.
    """
    at = np.array([p[0] for p in points])
    log = np.log([p[1] for p in points])
    i = np.clip(np.searchsorted(at, t) - 1, 0, len(at) - 2)
    u = np.clip((t - at[i]) / np.maximum(at[i + 1] - at[i], 1e-9), 0.0, 1.0)
    return np.asarray(np.exp(log[i] + (log[i + 1] - log[i]) * u * u * (3 - 2 * u)))
