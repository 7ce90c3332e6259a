"""A whistled tone on a moving pitch, for birds."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dreamplayer.kit.grid import LOW
from dreamplayer.kit.vocal import glide


def whistle(t: NDArray[np.float64], points: tuple[tuple[float, float], ...]) -> NDArray[np.float64]:
    """A flute without breath on a moving pitch."""
    phase = 2 * np.pi * np.cumsum(glide(t, points)) / LOW
    return np.asarray(np.sin(phase) + 0.12 * np.sin(2 * phase + 0.7))
