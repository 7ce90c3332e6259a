"""Lengths at which a fast Fourier transform is fast."""

from __future__ import annotations


def next_fast_len(n: int) -> int:
    """The least length of at least `n` that a Fourier transform is fast at (as `scipy.fft.next_fast_len`).

    Args:
        n: samples that must fit, 1 or more.

    Returns:
        Samples: a power of two times 1, 3, 5, 9 or 15.
    """
    best = 1 << max(n - 1, 1).bit_length()
    for odd in (3, 5, 9, 15):
        power = 1
        while odd * power < n:
            power *= 2
        best = min(best, odd * power)
    return best
