"""Shapes of change, 0..1 to 0..1, clamped at both ends. No jump, no corner that an eye would catch."""

from __future__ import annotations

import math
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

Number = TypeVar("Number", float, NDArray[np.float32], NDArray[np.float64])


def clamp(x: Number, low: float = 0.0, high: float = 1.0) -> Number:
    """x, held within low..high."""
    held: Any = np.clip(x, low, high) if isinstance(x, np.ndarray) else min(max(x, low), high)
    found: Number = held
    return found


def ramp(x: Number, start: float, end: float) -> Number:
    """0 before start, 1 after end, straight between; start may be the larger.

    Args:
        x: a number or an array.
        start: where it is 0.
        end: where it is 1; it may lie below start.
    """
    share: Any = (x - start) / (end - start or 1e-9)
    found: Number = clamp(share)
    return found


def ease(x: Number) -> Number:
    """Slow, fast, slow: 3x^2 - 2x^3."""
    u = clamp(x)
    return u * u * (3.0 - 2.0 * u)


def smooth(x: Number, start: float, end: float) -> Number:
    """`ease` between start and end; start may be the larger.

    Args:
        x: a number or an array.
        start: where it is 0.
        end: where it is 1; it may lie below start.
    """
    return ease(ramp(x, start, end))


def swell(x: Number) -> Number:
    """Raised cosine: 0 to 1 with the gentlest ends; what every fade of sound uses."""
    held = clamp(x)
    risen: Any = (
        0.5 - 0.5 * np.cos(np.pi * held.astype(np.float64))
        if isinstance(held, np.ndarray)
        else 0.5 - 0.5 * math.cos(math.pi * held)
    )
    found: Number = risen
    return found
