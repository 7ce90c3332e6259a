"""How the world makes room: for a line that is said, and for a silence that is named."""

from __future__ import annotations

from bisect import bisect_left

import numpy as np

from dreamplayer.kit.curves import ease
from dreamplayer.model.score import Cue, Line
from dreamplayer.sound.night_levels import Curve, Times

DEPTH = 4.6
"""dB the world yields to the voice: shallow and late, so that the entry of a line is no jump."""
BEFORE = 0.4
"""Seconds before a line at which it begins to yield."""
ATTACK = 0.9
RELEASE = 2.6
HUSH = 2.5
"""dB the world holds its breath by, where the words name a silence."""
_REACH = 40.0
"""Seconds no line is longer than, release included."""


def yielding(lines: tuple[Line, ...], t: Times) -> Curve:
    """0 the world alone .. 1 wholly under the voice."""
    out = np.zeros_like(t)
    first = max(0, bisect_left(lines, t[0] - _REACH, key=lambda line: line.span.start) - 1)
    for line in lines[first:]:
        start = line.span.start - BEFORE
        if start >= t[-1]:
            break
        down = ease((t - start) / ATTACK)
        up = ease((t - (line.span.end - 0.2)) / RELEASE)
        out = np.maximum(out, down * (1.0 - up))
    return out


def hushing(silences: tuple[Cue, ...], t: Times) -> Curve:
    """0 .. 1 within a named silence, which comes in two seconds and goes in four."""
    out = np.zeros_like(t)
    for cue in silences:
        end = max(cue.span.end, cue.span.start + 5.0)
        if cue.span.start < t[-1] and t[0] < end + 4.0:
            out = np.maximum(out, ease((t - cue.span.start) / 2.0) * (1.0 - ease((t - end) / 4.0)))
    return out


def ducked(lines: tuple[Line, ...], silences: tuple[Cue, ...], t: Times) -> Curve:
    """DB the world is lowered by at t, at most five."""
    return np.asarray(-np.minimum(DEPTH * yielding(lines, t) + HUSH * hushing(silences, t), 5.0))
