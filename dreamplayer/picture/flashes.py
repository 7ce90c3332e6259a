"""Photosensitive flash detection: WCAG 2.3.1 and ITU-R BT.1702 on a grid of cells, stricter than either.

A general flash is a pair of opposing changes of relative luminance of 10 % of the maximum or more, the darker
state under 0.80; a red flash a pair of opposing changes of which one state is saturated red. Either counts
where it happens in cells that together cover 1/16 of the screen, less than the 25 % of a 10 degree field that
WCAG allows, within the same half second.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

ACROSS, DOWN = 16, 9
"""Cells of the grid."""
STEP = 0.10
"""Change of relative luminance that counts, white 1."""
DARKER = 0.80
"""Relative luminance under which the darker state must lie."""
AREA = 1.0 / 16.0
"""Share of the screen that makes it count."""
TOGETHER = 0.5
"""Seconds within which cells change together."""
WITHIN = 2.0
"""Seconds in which a change and its opposite are a pair."""
SUDDEN = 0.5
"""Longest duration in seconds of a change of one STEP that counts as sudden; a slower one is no flash."""
RED = 0.80
"""Share of red in linear light from which a colour is saturated red."""
RED_STEP = 0.20
"""Distance in CIE 1976 chromaticity (u', v') that counts as a change of colour."""


@dataclass(frozen=True, slots=True)
class Flash:
    """One pair of opposing changes over enough of the screen."""

    t: float
    """Second at which its second change ends."""
    red: bool


def linear(shown: NDArray[np.uint8]) -> Array:
    """Linear light, 0..1, of 8-bit sRGB values of any shape.

    Args:
        shown: 8-bit sRGB values, any shape.
    """
    return _DECODED[shown]


def cells(light: Array) -> Array:
    """Mean colour of each cell of the grid.

    Args:
        light: a picture in linear light, (height, width, 3).

    Returns:
        (DOWN, ACROSS, 3).
    """
    height, width = light.shape[:2]
    cut = light[: height // DOWN * DOWN, : width // ACROSS * ACROSS]
    return np.asarray(cut.reshape(DOWN, height // DOWN, ACROSS, width // ACROSS, 3).mean(axis=(1, 3)))


def flashes(times: Array, seen: Array) -> list[Flash]:
    """All flashes of a sequence of pictures, in order of time.

    Args:
        times: (n,) seconds.
        seen: (n, DOWN, ACROSS, 3) linear light, from `cells`.
    """
    flat = seen.reshape(len(seen), -1, 3)
    luminance = flat @ np.array([0.2126, 0.7152, 0.0722])
    found = [Flash(t, False) for t in _over_area(times, [_pairs(times, luminance[:, i]) for i in range(flat.shape[1])])]
    red = [_red_pairs(times, flat[:, i]) for i in range(flat.shape[1])]
    return sorted(found + [Flash(t, True) for t in _over_area(times, red)], key=lambda flash: flash.t)


def most_within(found: list[Flash], seconds: float) -> tuple[int, float]:
    """The largest number of flashes in any window of time.

    Args:
        found: from `flashes`.
        seconds: length of the window. WCAG allows 3 in any 1 s; this project 1 in 5 s.

    Returns:
        (count, second at which that window ends).
    """
    times = [flash.t for flash in found]
    best, when = 0, 0.0
    for i, t in enumerate(times):
        count = sum(1 for other in times[: i + 1] if t - other < seconds)
        if count > best:
            best, when = count, t
    return best, when


def _turns(x: Array) -> list[int]:
    """Indices of the local extrema of a signal, its ends included; ripples smaller than half a STEP are ignored."""
    kept = [0]
    way = 0
    for i in range(1, len(x)):
        step = x[i] - x[kept[-1]]
        if (way >= 0 and step > 0) or (way <= 0 and step < 0):
            if way == 0 and abs(step) < STEP / 2:
                continue
            if way == 0 or len(kept) == 1:
                kept.append(i)
            else:
                kept[-1] = i
            way = 1 if step > 0 else -1
        elif abs(step) >= STEP / 2:
            kept.append(i)
            way = -way
    return kept


def _pairs(times: Array, x: Array) -> list[float]:
    """Seconds at which pairs of opposing changes end."""
    if x.max() - x.min() < STEP:
        return []
    found = []
    for b in _turns(x)[1:-1]:
        away = np.abs(x - x[b]) >= STEP
        before, after = np.flatnonzero(away[:b]), np.flatnonzero(away[b:]) + b
        if not len(before) or not len(after):
            continue
        a, c = before[-1], after[0]
        near = np.flatnonzero(np.abs(x[a : c + 1] - x[b]) <= STEP / 5) + a
        sudden = max(times[near[0]] - times[a], times[c] - times[near[-1]]) <= SUDDEN
        same_way = (x[a] < x[b]) == (x[c] < x[b])
        if sudden and same_way and min(x[a], x[b], x[c]) < DARKER and times[c] - times[a] <= WITHIN:
            found.append(float(times[c]))
    return found


def _red_pairs(times: Array, colour: Array) -> list[float]:
    """Seconds at which pairs of opposing changes to or from saturated red end."""
    total = colour.sum(axis=1)
    red = (colour[:, 0] >= RED * np.maximum(total, 1e-9)) & (total > 0.02)
    if not red.any():
        return []
    x = colour @ np.array([[0.4124, 0.2126, 0.0193], [0.3576, 0.7152, 0.1192], [0.1805, 0.0722, 0.9505]])
    scale = np.maximum(x @ np.array([1.0, 15.0, 3.0]), 1e-6)
    u, v = 4.0 * x[:, 0] / scale, 9.0 * x[:, 1] / scale
    found = []
    state: list[int] = [0]
    for i in range(1, len(times)):
        last = state[-1]
        far = np.hypot(u[i] - u[last], v[i] - v[last]) > RED_STEP and (red[i] or red[last])
        if far and max(total[i], total[last]) > 0.05:
            state.append(i)
            if len(state) > 2 and times[i] - times[state[-3]] <= WITHIN:
                found.append(float(times[i]))
    return found


def _over_area(times: Array, ends: list[list[float]]) -> list[float]:
    """Moments at which enough cells flash together, each counted once."""
    marks = sorted((t, i) for i, found in enumerate(ends) for t in found)
    need = AREA * len(ends)
    found: list[float] = []
    for k, (t, _) in enumerate(marks):
        if found and t - found[-1] < TOGETHER:
            continue
        here = {i for other, i in marks[k:] if other - t < TOGETHER}
        if len(here) >= need:
            found.append(t)
    return found


_DECODED: Array = np.array(
    [x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in (i / 255.0 for i in range(256))]
)
