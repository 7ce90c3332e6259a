"""From an engine's sample rate to the mixer's."""

from __future__ import annotations

from math import ceil, gcd

import numpy as np
from numpy.typing import NDArray

_EDGE = 0.94
"""Share of the lower Nyquist frequency from which the band is closed, so that nothing rings at its end."""


def resample(samples: NDArray[np.float32], rate: int, to: int) -> NDArray[np.float32]:
    """The same sound at another rate; its length is rounded to the nearest sample, nothing moves in time.

    Band-limited (sinc) interpolation of the whole clip at once, done in the spectrum: silence is laid behind the
    clip first, so that its end does not reach round to its beginning.
    """
    if rate == to or not samples.size:
        return samples.astype(np.float32, copy=False)
    step = rate // gcd(rate, to)
    blocks = _smooth(ceil((samples.size + rate // 5) / step))
    before, after = blocks * step, blocks * step * to // rate
    spectrum = np.fft.rfft(samples.astype(np.float64), before)
    kept = min(before, after) // 2 + 1
    band = np.zeros(after // 2 + 1, np.complex128)
    band[:kept] = spectrum[:kept]
    closing = np.linspace(0.0, 1.0, kept)
    band[:kept] *= 0.5 + 0.5 * np.cos(np.pi * np.clip((closing - _EDGE) / (1.0 - _EDGE), 0.0, 1.0))
    count = round(samples.size * to / rate)
    return (np.fft.irfft(band, after)[:count] * (after / before)).astype(np.float32)


def _smooth(least: int) -> int:
    """The next whole number with no prime factor over 5: a length whose transform is quick."""
    best = 1 << (least - 1).bit_length()
    five = 1
    while five < best:
        three = five
        while three < best:
            two = three * (1 << max(0, ceil(least / three) - 1).bit_length())
            if least <= two < best:
                best = two
            three *= 3
        five *= 5
    return best
