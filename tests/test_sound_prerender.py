"""When a line counts as the first after a quiet: what was too short to be heard at its loudness breaks no quiet."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dreamplayer.model.score import Line, Score, Span
from dreamplayer.sound.prerender import rest_before


def lines(score: Score, *spans: tuple[float, float]) -> tuple[Line, ...]:
    """Lines at these seconds."""
    return tuple(replace(score.lines[0], span=Span(*span)) for span in spans)


def test_a_short_line_after_a_rest_breaks_no_quiet(silent_nights: dict[str, Score]) -> None:
    """It had no time to grow: the next line is eased in as after the whole quiet. A long one did, and counts."""
    score = silent_nights["the-blue-door"]
    assert rest_before(lines(score, (60.0, 62.0), (62.8, 70.0)), 1) == pytest.approx(2.8)
    assert rest_before(lines(score, (60.0, 67.0), (67.8, 70.0)), 1) == pytest.approx(0.8)
    brisk = lines(score, (60.0, 70.0), (70.5, 72.0), (72.5, 79.0))
    assert rest_before(brisk, 2) == pytest.approx(0.5)
