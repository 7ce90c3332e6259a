"""Where a clip is silent."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

STEP = 0.010
"""Seconds between two values of the envelope."""
EDGE = -45.0
"""dB below the loudest moment: under it lies the silence before the first and after the last sound."""
WITHIN = -38.0
"""dB below the loudest moment: under it a word has ended."""


def envelope(samples: NDArray[np.float32], rate: int) -> NDArray[np.float64]:
    """Level of every 10 ms, in dB below the loudest."""
    hop = max(1, int(rate * STEP))
    count = -(-samples.size // hop)
    padded = np.zeros(count * hop)
    padded[: samples.size] = samples
    power = (padded.reshape(count, hop) ** 2).mean(axis=1)
    top = power.max(initial=0.0)
    return 10.0 * np.log10(np.maximum(power, 1e-12) / top) if top > 1e-12 else np.full(count, -120.0)


def edges(samples: NDArray[np.float32], rate: int) -> tuple[float, float] | None:
    """Seconds at which sound begins and ends; None where there is none."""
    loud = np.flatnonzero(envelope(samples, rate) > EDGE)
    if not loud.size:
        return None
    return float(loud[0] * STEP), float(min((loud[-1] + 1) * STEP, samples.size / rate))


def pauses(samples: NDArray[np.float32], rate: int, shortest: float = 0.09) -> list[tuple[float, float]]:
    """Silences between sounds, `shortest` seconds or longer, as (start, end)."""
    quiet = envelope(samples, rate) < WITHIN
    turns = np.flatnonzero(np.diff(np.concatenate([[0], quiet.astype(np.int8), [0]])))
    spans = [(a, b) for a, b in zip(turns[::2], turns[1::2], strict=True) if a > 0 and b < quiet.size]
    return [(float(a * STEP), float(b * STEP)) for a, b in spans if (b - a) * STEP >= shortest]
