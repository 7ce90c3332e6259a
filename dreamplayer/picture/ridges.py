"""Skyline of hills as height maps: sums of value noise (fractal Brownian motion); far ranges smooth, near ones low."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dreamplayer.kit.hashing import uniform

_RANGES = ((0.145, 0.150, 3, 0.50), (0.090, 0.105, 4, 0.50), (0.045, 0.062, 5, 0.50), (0.010, 0.034, 6, 0.52))
"""Base and amplitude in half screens, first frequency, gain of each octave; far to near."""


def heights(seed: int, points: int = 2048) -> NDArray[np.float32]:
    """Height of each range of hills above the horizon; periodic in x.

    Args:
        seed: whose chance.
        points: columns.

    Returns:
        (points, 4), far to near, in half screens: .05 is a low swell, .3 a mountain.
    """
    x = np.arange(points) / points
    out = np.zeros((points, 4), np.float32)
    for lane, (base, amplitude, first, gain) in enumerate(_RANGES):
        y, weight, frequency = np.zeros(points), 1.0, first
        for octave in range(8):
            knots = uniform(seed, 31 * lane + octave, frequency).astype(np.float64)
            at = x * frequency
            i = np.floor(at).astype(int)
            u = at - i
            u = u * u * (3 - 2 * u)
            v = knots[i % frequency] * (1 - u) + knots[(i + 1) % frequency] * u
            y += weight * ((v - 0.5) if octave < 2 else (0.5 - abs(2 * v - 1)) * 0.55)
            weight *= gain
            frequency *= 2
        out[:, lane] = np.maximum(base + amplitude * (y + 0.30), 0.004)
    return out
