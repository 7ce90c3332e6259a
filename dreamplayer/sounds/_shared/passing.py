"""A sound that passes from one side to the other."""

from __future__ import annotations

import numpy as np

from dreamplayer.model.audio import Samples


def panned_past(x: np.ndarray[tuple[int], np.dtype[np.float64]], start: float, end: float) -> Samples:
    """One ear's sound that goes from one side to the other."""
    angle = (np.linspace(start, end, len(x)) + 1.0) * np.pi / 4
    return np.stack((x * np.cos(angle), x * np.sin(angle)), axis=1).astype(np.float32)
