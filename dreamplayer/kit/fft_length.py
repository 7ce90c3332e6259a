"""Lengths that transforms like."""

from __future__ import annotations


def fast(n: int) -> int:
    """The least length of at least n that a Fourier transform likes: 2^a times 1, 3, 5 or 9."""
    best = 1 << max(n - 1, 1).bit_length()
    for odd in (3, 5, 9, 15):
        power = 1
        while odd * power < n:
            power *= 2
        best = min(best, odd * power)
    return best
