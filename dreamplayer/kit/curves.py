"""Shapes of change, 0..1 to 0..1, clamped at both ends. No jump, no corner that an eye would catch."""

from __future__ import annotations

import math
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

Number = TypeVar("Number", float, NDArray[np.float32], NDArray[np.float64])


def clamp(x: Number, low: float = 0.0, high: float = 1.0) -> Number:
    """x, held within low..high.

    Args:
        x: a number or an array of any shape.
        low: the least it may be.
        high: the most it may be; not below `low`.

    Returns:
        As `x` in kind and shape.
    """
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
    """Smoothstep, 3x^2 - 2x^3: slow, fast, slow.

    Args:
        x: a number or an array; held within 0..1 first.

    Returns:
        0..1, as `x` in kind and shape. Its slope is 0 at both ends and 1.5 in the middle; at .1 it has reached .03.
    """
    u = clamp(x)
    return u * u * (3.0 - 2.0 * u)


def smooth(x: Number, start: float, end: float) -> Number:
    """`ease` between start and end; start may be the larger.

    Args:
        x: a number or an array.
        start: where it is 0.
        end: where it is 1; it may lie below start.

    Returns:
        0..1, as `x` in kind and shape.
    """
    return ease(ramp(x, start, end))


def swell(x: Number) -> Number:
    """Raised cosine, (1 - cos(pi x)) / 2: 0 to 1 with the gentlest ends; what every fade of sound uses.

    Args:
        x: a number or an array; held within 0..1 first.

    Returns:
        0..1; an array comes back as float64 of the same shape.
    """
    held = clamp(x)
    risen: Any = (
        0.5 - 0.5 * np.cos(np.pi * held.astype(np.float64))
        if isinstance(held, np.ndarray)
        else 0.5 - 0.5 * math.cos(math.pi * held)
    )
    found: Number = risen
    return found
