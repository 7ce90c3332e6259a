"""Closed-form paths of what wanders about a place."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.primitives import Array
from dreamplayer.kit.hashing import uniform

_PHASE, _PACE = 200, 240
"""First random lanes of the sines: ten for each direction, one for each sine of it."""


def wander(seed: int, n: int, t: float, reach: Array | float) -> Array:
    """How far each has strayed from its home at t, (n, 3) metres: three slow sines a direction."""
    out = np.zeros((n, 3), np.float32)
    for axis, share in enumerate((1.0, 0.55, 0.8)):
        for k, pace in enumerate((0.11, 0.23, 0.41)):
            own = 6.2832 * uniform(seed, _PHASE + 10 * axis + k, n)
            speed = pace * (0.7 + 0.6 * uniform(seed, _PACE + 10 * axis + k, n))
            out[:, axis] += share * (0.6, 0.3, 0.14)[k] * np.sin(t * speed + own)
    return np.asarray(out * np.reshape(reach, (-1, 1)), np.float32)
