"""Curves through a few control points: silhouettes, feathers, petals, hems."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
"""Shape (n, 2)."""


def spline(controls: Sequence[tuple[float, float]] | Points, per: int = 6, closed: bool = True) -> Points:
    """A Catmull-Rom curve through the controls, `per` points a span. A control given twice is a corner.

    Args:
        controls: (x, y) each; one given twice is a corner.
        per: points a span.
        closed: True for an outline, False for a line.

    Returns:
        (per * n, 2) points for n controls, closed; (per * (n - 1) + 1, 2) open.
    """
    p = np.asarray(controls, np.float64)
    n = len(p)
    if closed:
        before, after, last = np.roll(p, 1, 0), np.roll(p, -1, 0), np.roll(p, -2, 0)
        spans = n
    else:
        q = np.vstack([2 * p[0] - p[1], p, 2 * p[-1] - p[-2]])
        before, p, after, last = q[:-3], q[1:-2], q[2:-1], q[3:]
        spans = n - 1
    u = np.linspace(0.0, 1.0, per, endpoint=False)[None, :, None]
    a, b, d, e = (v[:spans, None, :] for v in (before, p, after, last))
    curve = 0.5 * (2 * b + (d - a) * u + (2 * a - 5 * b + 4 * d - e) * u**2 + (3 * b - a - 3 * d + e) * u**3)
    points = curve.reshape(-1, 2)
    return points if closed else np.vstack([points, np.asarray(controls, np.float64)[-1]])


def mirrored(half: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Controls of a right half from the top down, completed by their mirror image in x = 0.

    Args:
        half: (x, y) each, in order; those on x = 0 are not doubled.

    Returns:
        Controls of the closed outline, (x, y) each in the unit of `half`, to be given to `spline`.
    """
    return [*half, *((-x, y) for x, y in reversed(half) if x != 0.0)]


def moved(points: Points, offset: tuple[float, float], turn: float = 0.0, size: float = 1.0) -> Points:
    """Scaled, turned counter-clockwise about the origin, then moved to `offset`.

    Args:
        points: (n, 2).
        offset: added last.
        turn: radians counter-clockwise, second.
        size: multiplies, first.

    Returns:
        (n, 2), as many points.
    """
    cos, sin = np.cos(turn) * size, np.sin(turn) * size
    x, y = points[:, 0], points[:, 1]
    return np.stack([offset[0] + x * cos - y * sin, offset[1] + x * sin + y * cos], axis=1)


def bend(start: tuple[float, float], end: tuple[float, float], first: float, second: float, side: float) -> Points:
    """Joints of a limb of two bones that reaches from its start towards its end (two circles intersected).

    Args:
        start: (x, y) of the shoulder or hip.
        end: (x, y) that hand or foot reach for.
        first: length of the bone at the start.
        second: length of the other.
        side: +1 bends it to the left of its direction, -1 to the right.

    Returns:
        (3, 2): start, elbow or knee, and the end; a limb too short is stretched out straight and does not reach it.
    """
    a, b = np.asarray(start, np.float64), np.asarray(end, np.float64)
    span = float(np.hypot(*(b - a)))
    reach = min(max(span, abs(first - second) + 1e-6), first + second - 1e-6)
    towards = (b - a) / max(span, 1e-9)
    foot = a + towards * reach
    along = (first**2 - second**2 + reach**2) / (2 * reach)
    out = float(np.sqrt(max(first**2 - along**2, 0.0)))
    knee = a + towards * along + np.array([-towards[1], towards[0]]) * out * side
    return np.stack([a, knee, foot])


def taper(spine: Points, widths: Sequence[float] | NDArray[np.float64]) -> Points:
    """A closed outline around an open spine: half-width at each of its points (or spread evenly along it).

    Args:
        spine: (n, 2) points in order.
        widths: half-width at each, or fewer spread evenly along it.

    Returns:
        (2 n, 2) or so, closed.
    """
    s = np.asarray(spine, np.float64)
    w = np.interp(np.linspace(0, 1, len(s)), np.linspace(0, 1, len(widths)), widths)[:, None]
    along = np.gradient(s, axis=0)
    along /= np.hypot(along[:, :1], along[:, 1:]) + 1e-12
    side = np.stack([-along[:, 1], along[:, 0]], axis=1)
    return np.vstack([s + side * w, (s - side * w)[::-1]])
