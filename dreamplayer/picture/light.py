"""Exposure over the night: rising slowly from black, sinking all along, black at the end."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from dreamplayer.kit.curves import smooth, swell
from dreamplayer.model.score import Score
from dreamplayer.picture.frame import Grade
from dreamplayer.timeline.depth import depth

STORY_CAP = 0.098
"""Most mean melanopic load of a frame while the story is told: 10 lx at the eye on a bright 24-inch screen is .106."""
BED_CAP = 0.0094
"""The same in the bed: 1 lx is .0106; the difference allows for the error of a coarse meter."""

BREATH = 0.10
"""Share of the light that swells and sinks with the breath in the wind-in."""


def grade(score: Score, t: float, deep: float | None = None) -> Grade:
    """The colour grade at t: exposure, warmth, cap and black. Continuous, and never rising after the wind-in.

    Args:
        score: the night; while it is not complete its end is unknown, and only the wind-in and the depth count.
        t: seconds of the night.
        deep: depth of the night at t, 0..1, where the caller knows it.
    """
    deep = depth(score, t) if deep is None else deep
    wind_in = score.section("wind-in")
    lit = swell((t - wind_in.start - 0.5) / max(12.0, 0.75 * wind_in.length))
    exposure = lit * _breath(t - wind_in.start, wind_in.length) * (1.0 - 0.16 * smooth(deep, 0.0, 0.5))
    cap = STORY_CAP * (1.0 - 0.30 * smooth(deep, 0.0, 0.5))
    warmth = 0.10 + 0.25 * smooth(deep, 0.1, 0.5)
    black = 0.0
    if score.complete:
        coda, bed, fade = score.section("coda"), score.section("bed"), score.section("fade")
        sink = smooth(t, coda.start, coda.end + 1.0)
        low = smooth(t, coda.start, bed.end)
        exposure *= (1.0 - 0.45 * sink) * (1.0 - 0.55 * low)
        cap += (BED_CAP - cap) * sink
        cap *= 1.0 - 0.35 * low
        warmth += 0.35 * low
        out = smooth(t, fade.start, fade.end - 6.0)
        exposure *= (1.0 - out) ** 1.5
        cap *= 1.0 - out
        black = smooth(t, fade.end - 40.0, fade.end - 4.0)
    return Grade(exposure=exposure, warmth=warmth, cap=max(cap, 1e-6), black=max(black, 1.0 - smooth(lit, 0.0, 0.02)))


def _breath(t: float, length: float) -> float:
    """Factor on the light of the wind-in: the place wakes as one breathes, six times a minute, slowing to five.

    Args:
        t: seconds of the wind-in; after it 1.
        length: of the wind-in, seconds.
    """
    cycles = t / 10.0 - (1 / 10.0 - 1 / 12.0) * t * t / (2.0 * max(length, 1.0))
    depth = BREATH * (1.0 - smooth(t, 0.6 * length, 0.95 * length))
    return 1.0 + depth * math.sin(2.0 * math.pi * cycles)


@dataclass(frozen=True, slots=True)
class LightAdjustment:
    """The person's own adjustments of the night's light."""

    exposure: float = 1.0
    """Multiplies the score's own: 1 as composed, .03 hardly visible."""
    cap: float = 1.0
    """Multiplies the night's cap: below 1 on large, near or bright screens."""
    glare: float = 0.0
    """Melanopic load of the interface over the picture: subtracted from the picture's cap."""


def adjusted_grade(grade: Grade, adjustment: LightAdjustment) -> Grade:
    """The grade with the person's adjustments applied.

    Args:
        grade: of the score.
        adjustment: the adjustments.
    """
    cap = max(0.0, min(1.0, grade.cap * adjustment.cap) - adjustment.glare)
    return replace(grade, exposure=grade.exposure * adjustment.exposure, cap=cap)
