"""The night's levels: how loud the world and the voice are at t, how deep in the night it is, and how it ends."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dreamplayer.kit.curves import swell
from dreamplayer.model.score import Score, Span

Times = NDArray[np.float64]
Curve = NDArray[np.float64]
FADE_IN = 12.0
"""Seconds of raised cosine at the start of the night."""
DRIFT = 2.5
"""dB by which world and voice sink during a long story."""
SINK = 5.0
"""dB by which the world sinks during the bed."""
SINKING = 3.0
"""dB a minute it may sink by: a timer may leave half a minute of bed."""
STEEPEST = 5.4
"""dB a minute the fade may fall at most: the rule is 6, modulations need the rest."""
FOLLOW = 1.6
"""dB by which the world yields to the softest line, which itself is 2.6 dB softer (see `sound.voice`)."""
LANDING = 20.0
"""Seconds of raised cosine to nothing, at the end of the fade."""
DEPTH = 32.0
"""dB below the bed at which the landing begins, where the fade is long enough for it."""


def _section(score: Score, name: str) -> Span | None:
    return next((part.span for part in score.sections if part.name == name), None)


def decibels(db: Curve) -> Curve:
    """As a factor."""
    return np.asarray(10.0 ** (db / 20.0))


def settling(score: Score, t: Times) -> Curve:
    """DB by which everything has sunk since the story began: fast at first, 2.5 in the end."""
    story = _section(score, "story")
    start = story.start if story else 0.0
    return np.asarray(-DRIFT * (1.0 - np.exp(-np.maximum(t - start, 0.0) / 800.0)))


def following(score: Score, t: Times) -> Curve:
    """DB by which the world follows lines that are said more softly, so that they are still understood."""
    out = np.zeros_like(t)
    before = 0.0
    for line in score.lines:
        if line.span.start - 0.4 > t[-1]:
            break
        out += -FOLLOW * (line.softness - before) * swell((t - line.span.start + 0.4) / 5.0)
        before = line.softness
    return out


def sinking(score: Score, t: Times) -> Curve:
    """DB by which the wordless bed sinks from its beginning to its end."""
    bed = _section(score, "bed")
    if bed is None or bed.length <= 0.0:
        return np.zeros_like(t)
    deep = min(SINK, SINKING * bed.length / 60.0)
    return np.asarray(-deep * np.clip((t - bed.start) / bed.length, 0.0, 1.0))


def fading(score: Score, t: Times) -> Curve:
    """A factor: raised cosine into the night; out of it straight in dB, then a raised cosine to exactly 0."""
    out = np.asarray(swell(t / FADE_IN))
    fade = _section(score, "fade")
    if fade is None:
        return out
    land = min(LANDING, fade.length / 2)
    fall = min(STEEPEST / 60.0 * (fade.length - land), DEPTH)
    down = -fall * np.clip((t - fade.start) / max(fade.length - land, 1e-6), 0.0, 1.0)
    out = out * decibels(down) * (1.0 - np.asarray(swell((t - fade.end + land) / land)))
    return np.where(t >= fade.end, 0.0, out)
