"""Silence detection in a clip."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

STEP = 0.010
"""Seconds per value of the envelope."""
EDGE = -45.0
"""dB relative to the loudest moment, under which the clip is silent before its first and after its last sound."""
WITHIN = -38.0
"""dB relative to the loudest moment, under which a pause begins."""


def envelope(samples: NDArray[np.float32], rate: int) -> NDArray[np.float64]:
    """Level of the clip in steps of 10 ms, in dB relative to the loudest.

    Args:
        samples: mono, (n,).
        rate: Hz.

    Returns:
        (steps,), at most 0; -120 throughout for digital silence.
    """
    hop = max(1, int(rate * STEP))
    count = -(-samples.size // hop)
    padded = np.zeros(count * hop)
    padded[: samples.size] = samples
    power = (padded.reshape(count, hop) ** 2).mean(axis=1)
    top = power.max(initial=0.0)
    return 10.0 * np.log10(np.maximum(power, 1e-12) / top) if top > 1e-12 else np.full(count, -120.0)


def edges(samples: NDArray[np.float32], rate: int) -> tuple[float, float] | None:
    """Seconds at which the first sound begins and the last one ends; None for silence.

    Args:
        samples: mono, (n,).
        rate: Hz.
    """
    loud = np.flatnonzero(envelope(samples, rate) > EDGE)
    if not loud.size:
        return None
    return float(loud[0] * STEP), float(min((loud[-1] + 1) * STEP, samples.size / rate))


def pauses(samples: NDArray[np.float32], rate: int, shortest: float = 0.09) -> list[tuple[float, float]]:
    """Silences between sounds, as pairs of start and end in seconds.

    Args:
        samples: mono, (n,).
        rate: Hz.
        shortest: shortest pause in seconds.
    """
    quiet = envelope(samples, rate) < WITHIN
    turns = np.flatnonzero(np.diff(np.concatenate([[0], quiet.astype(np.int8), [0]])))
    spans = [(a, b) for a, b in zip(turns[::2], turns[1::2], strict=True) if a > 0 and b < quiet.size]
    return [(float(a * STEP), float(b * STEP)) for a, b in spans if (b - a) * STEP >= shortest]
