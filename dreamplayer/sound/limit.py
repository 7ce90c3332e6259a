"""A look-ahead limiter: its gain is a function of the peaks around a sample, so that any cut gives the same samples."""

from __future__ import annotations

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from dreamplayer.model.audio import Samples

CEILING = 10.0 ** (-8.0 / 20.0)
"""Highest sample value, -8 dBFS: true peaks stay under -6 dBTP."""
CELL = 64
"""Samples per peak value: 1.3 ms."""
REACH = 24
"""Cells of look-ahead and release: 32 ms. Much less is heard as distortion, much more as pumping."""
_WEIGHT = np.hanning(2 * REACH + 1)[1:-1] / np.hanning(2 * REACH + 1)[1:-1].sum()


def limit(before: Samples, here: Samples, after: Samples) -> Samples:
    """A block with its peaks held under `CEILING`.

    Args:
        before: the block before it, of equal length.
        here: the block, (n, 2); n is a multiple of `CELL` and at least 2 * REACH * CELL.
        after: the block after it, of equal length.

    Returns:
        (n, 2) samples; `here` itself where no peak of the three exceeds the ceiling.
    """
    loudest = [float(np.abs(x).max()) for x in (before, here, after)]
    if max(loudest) <= CEILING:
        return here
    n = len(here)
    margin = 2 * REACH * CELL
    x = np.concatenate((before[n - margin :], here, after[:margin]))
    peak = np.abs(x).max(axis=1).reshape(-1, CELL).max(axis=1)
    allowed = np.minimum(1.0, CEILING / np.maximum(peak, 1e-9))
    least = sliding_window_view(allowed, 2 * REACH + 1).min(axis=1)
    eased = np.convolve(least, _WEIGHT, "valid")
    # `eased` begins 2 REACH - 1 cells into x: one cell before `here`.
    at = (np.arange(len(eased)) - 1 + 0.5) * CELL
    gain = np.interp(np.arange(n) + 0.5, at, eased)
    return np.asarray(here * gain[:, None], dtype=np.float32)
