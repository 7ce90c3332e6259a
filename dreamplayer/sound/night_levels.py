"""Level automation of the night: how loud world and voice are at a time, and how the night fades in and out."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dreamplayer.kit.curves import swell
from dreamplayer.model.score import Score, Span

Times = NDArray[np.float64]
"""Seconds of the night, (n,), rising."""
Curve = NDArray[np.float64]
"""One value per time, (n,)."""
FADE_IN = 12.0
"""Seconds of raised cosine at the start of the night."""
DRIFT = 2.5
"""dB by which world and voice fall during a long story."""
SINK = 5.0
"""dB by which the world falls during the bed."""
SINKING = 3.0
"""Fastest fall in dB per minute: a timer may leave half a minute of bed."""
STEEPEST = 5.4
"""Fastest fall of the fade in dB per minute: the limit is 6, modulations need the rest."""
FOLLOW = 1.6
"""dB by which the world is lowered for the softest line, which itself is 2.6 dB softer (see `sound.voice_line`)."""
LANDING = 20.0
"""Seconds of raised cosine to silence at the end of the fade."""
DEPTH = 32.0
"""dB below the bed at which the final raised cosine begins, where the fade is long enough."""


def _section(score: Score, name: str) -> Span | None:
    return next((part.span for part in score.sections if part.name == name), None)


def decibels(db: Curve) -> Curve:
    """Amplitude factor of a gain in dB.

    Args:
        db: dB, (n,).
    """
    return np.asarray(10.0 ** (db / 20.0))


def settling(score: Score, t: Times) -> Curve:
    """Gain of world and voice over the story: it falls fast at first, by 2.5 dB in the end.

    Args:
        score: any score, complete or not.
        t: seconds of the night, (n,), rising.

    Returns:
        (n,) dB, -2.5 .. 0.
    """
    story = _section(score, "story")
    start = story.start if story else 0.0
    return np.asarray(-DRIFT * (1.0 - np.exp(-np.maximum(t - start, 0.0) / 800.0)))


def following(score: Score, t: Times) -> Curve:
    """Gain of the world under soft lines, which must stay intelligible: it follows their softness over five seconds.

    Args:
        score: any score, complete or not.
        t: seconds of the night, (n,), rising.

    Returns:
        (n,) dB, -1.6 .. 0.
    """
    out = np.zeros_like(t)
    before = 0.0
    for line in score.lines:
        if line.span.start - 0.4 > t[-1]:
            break
        out += -FOLLOW * (line.softness - before) * swell((t - line.span.start + 0.4) / 5.0)
        before = line.softness
    return out


def sinking(score: Score, t: Times) -> Curve:
    """Gain of the world over the wordless bed: it falls linearly in dB from beginning to end.

    Args:
        score: any score, complete or not.
        t: seconds of the night, (n,), rising.

    Returns:
        (n,) dB, -5 .. 0.
    """
    bed = _section(score, "bed")
    if bed is None or bed.length <= 0.0:
        return np.zeros_like(t)
    deep = min(SINK, SINKING * bed.length / 60.0)
    return np.asarray(-deep * np.clip((t - bed.start) / bed.length, 0.0, 1.0))


def fading(score: Score, t: Times) -> Curve:
    """Fade of the whole night: a raised cosine in; out linear in dB, then a raised cosine to exactly 0.

    Args:
        score: any score, complete or not.
        t: seconds of the night, (n,), rising.

    Returns:
        (n,) factor, 0..1.
    """
    out = np.asarray(swell(t / FADE_IN))
    fade = _section(score, "fade")
    if fade is None:
        return out
    land = min(LANDING, fade.length / 2)
    fall = min(STEEPEST / 60.0 * (fade.length - land), DEPTH)
    down = -fall * np.clip((t - fade.start) / max(fade.length - land, 1e-6), 0.0, 1.0)
    out = out * decibels(down) * (1.0 - np.asarray(swell((t - fade.end + land) / land)))
    return np.where(t >= fade.end, 0.0, out)
