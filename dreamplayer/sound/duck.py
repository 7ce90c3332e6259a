"""Ducking: how far the world is lowered under the voice, and for a silence named by the words."""

from __future__ import annotations

from bisect import bisect_left

import numpy as np

from dreamplayer.kit.curves import ease
from dreamplayer.model.score import Cue, Line
from dreamplayer.sound.night_levels import Curve, Times

DEPTH = 4.6
"""Depth of the duck in dB: shallow and late, so that the entry of a line is no jump in level."""
BEFORE = 0.4
"""Seconds before a line at which the world begins to fall."""
ATTACK = 0.9
"""Seconds of the fall: a shorter one is heard as pumping."""
RELEASE = 2.6
"""Seconds of the rise after a line: a shorter one is heard as pumping, a longer one never lets the world return."""
HUSH = 2.5
"""dB by which the world is lowered where the words name a silence."""
_REACH = 40.0
"""Upper bound of a line's seconds, release included."""


def duck_amount(lines: tuple[Line, ...], t: Times) -> Curve:
    """Envelope of the duck: 0 the world alone .. 1 wholly under the voice.

    Args:
        lines: the lines of the score, in order.
        t: seconds of the night, (n,), rising.

    Returns:
        (n,), 0..1.
    """
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


def hush_amount(silences: tuple[Cue, ...], t: Times) -> Curve:
    """Envelope of named silences: 0 .. 1 within one; it rises over two seconds and falls over four.

    Args:
        silences: cues of the sound `silence`.
        t: seconds of the night, (n,), rising.

    Returns:
        (n,), 0..1.
    """
    out = np.zeros_like(t)
    for cue in silences:
        end = max(cue.span.end, cue.span.start + 5.0)
        if cue.span.start < t[-1] and t[0] < end + 4.0:
            out = np.maximum(out, ease((t - cue.span.start) / 2.0) * (1.0 - ease((t - end) / 4.0)))
    return out


def ducked(lines: tuple[Line, ...], silences: tuple[Cue, ...], t: Times) -> Curve:
    """Gain of the world under voice and named silences, in dB.

    Args:
        lines: the lines of the score, in order.
        silences: cues of the sound `silence`.
        t: seconds of the night, (n,), rising.

    Returns:
        (n,), -5 fully ducked .. 0.
    """
    return np.asarray(-np.minimum(DEPTH * duck_amount(lines, t) + HUSH * hush_amount(silences, t), 5.0))
