"""Depth of the night at a time: what brightness, density and pace fall with."""

from __future__ import annotations

from dreamplayer.model.score import Score

STORY = 0.5
"""Depth at which the story ends if it takes as long as expected."""
BED = 0.9
"""Depth at the end of the bed; the fade goes from there to 1."""


def depth(score: Score, t: float) -> float:
    """Depth of the night: 0 at the first word, about .5 at the last, .9 when the fade begins, 1 at its end.

    It never falls and never jumps, and for t below the horizon it doesn't depend on what isn't composed yet: the story
    is paced by its expected duration, the rest by the sections, which are known once the story is.

    Args:
        score: any score, complete or not.
        t: seconds of the night.
    """
    story = score.section("story")
    if t <= story.start:
        return 0.0
    if t < story.end or not score.complete:
        return _told(t - story.start, score.expected)
    bed, fade = score.section("bed"), score.section("fade")
    landed = _told(story.length, score.expected)
    if t < bed.end:
        return landed + (BED - landed) * (t - story.end) / max(1e-9, bed.end - story.end)
    return BED + (1.0 - BED) * min(1.0, (t - fade.start) / max(1e-9, fade.length))


def _told(seconds: float, expected: float) -> float:
    """Linear up to STORY at the expected end, then a hyperbola towards .8 for a story that takes longer."""
    share = seconds / max(1.0, expected)
    if share <= 1.0:
        return STORY * share
    slack = 0.8 - STORY
    return STORY + slack * (1.0 - 1.0 / (1.0 + (share - 1.0) * STORY / slack))
