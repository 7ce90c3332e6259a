"""Six sections tile a night, and a timer shortens it without ever cutting."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dreamplayer.model.score import SECTIONS
from dreamplayer.timeline.sections import CODA, DARK, FADE, SHORTEST_BED, SHORTEST_FADE, WIND_IN, lengths, tile

seconds = st.floats(WIND_IN + 1.0, 1e5).map(lambda t: round(t, 6))
minutes = st.floats(0.0, 480.0)


@given(seconds, minutes, st.floats(0.0, 720.0))
def test_they_tile_the_night(told: float, bed: float, timer: float) -> None:
    """Each section begins where the one before ends; ramps keep their lengths whatever the timer."""
    parts = tile(WIND_IN, told, lengths(told, bed_minutes=bed, timer_minutes=timer))
    assert tuple(part.name for part in parts) == SECTIONS
    assert parts[0].span.start == 0.0
    assert all(a.span.end == b.span.start for a, b in pairwise(parts))
    assert all(part.span.length >= 0.0 for part in parts)
    assert parts[2].span.length == pytest.approx(CODA, abs=1e-5)
    assert parts[5].span.length == pytest.approx(DARK, abs=1e-5)


@given(seconds, st.floats(0.1, 720.0))
def test_the_timer_sets_the_whole(told: float, timer: float) -> None:
    """With a timer the night is that long, or the shortest that lands gently."""
    after = lengths(told, timer_minutes=timer)
    whole = told + after.coda + after.bed + after.fade + after.dark
    shortest = told + CODA + SHORTEST_BED + SHORTEST_FADE + DARK
    assert whole == pytest.approx(max(timer * 60.0, shortest), abs=1e-5)
    assert after.fade == FADE or after.bed == SHORTEST_BED


def test_without_a_timer() -> None:
    """Fifteen minutes of bed unless told otherwise, nine of fade, a coda of 30 to 60 seconds."""
    usual, none = lengths(300.0), lengths(300.0, bed_minutes=0.0)
    assert (usual.bed, usual.fade) == (900.0, 540.0)
    assert none.bed == 0.0
    assert 30.0 <= CODA <= 60.0
    assert 480.0 <= FADE <= 600.0
