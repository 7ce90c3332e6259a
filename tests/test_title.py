"""The title in the wind-in: written in motes, gone before the first word; and how long the wind-in is."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from dreamplayer.app.compose_night import night
from dreamplayer.drawing.visions.title_points import LONGEST, lines_of, title_cloud
from dreamplayer.model.score import Score
from dreamplayer.model.stage import Camera
from dreamplayer.picture.light import grade
from dreamplayer.picture.title import DARKEST, FROM, WITHIN, title_forms
from dreamplayer.reading.ingest.parse import parse
from dreamplayer.settings import Settings

TEXT = "Night Boat\n\nYou lie in a boat on a still lake. Stars drift over you."


def told(minutes: float = 1.0, **changes: object) -> Score:
    """A short night with an intro of so many minutes."""
    settings = replace(Settings(voice="silent", intro_minutes=minutes), **changes)
    return night(parse(TEXT, name="boat"), settings).score


@pytest.mark.parametrize("minutes", [0.25, 1.0, 3.0])
def test_the_intro_is_as_long_as_it_is_set(minutes: float) -> None:
    """The story begins when it ends, with its first word; the title has come and gone by then."""
    score = told(minutes)
    story = score.section("story")
    assert story.start == pytest.approx(60.0 * minutes)
    assert story.start <= score.words[0].span.start < story.start + 3.0
    times = np.arange(0.0, story.start, 0.25)
    seen = [bool(title_forms(score, t, Camera(), grade(score, t).exposure)) for t in times]
    shown = times[seen]
    assert shown[0] >= FROM
    assert shown[-1] <= WITHIN * story.start
    assert seen == [shown[0] <= t <= shown[-1] for t in times]
    assert shown[-1] - shown[0] > 6.0


@pytest.mark.parametrize("calm", [False, True])
def test_its_light_does_not_hang_on_the_dark_behind_it(calm: bool) -> None:
    """Held, its motes shine the same whether the place behind is dark or lit; in a calm night none of them flies."""
    score, t = told(calm=calm), 11.0

    def light(exposure: float) -> float:
        return exposure * float(np.sum(title_forms(score, t, Camera(), exposure)[0].colour))  # type: ignore[union-attr]

    assert light(0.5) == pytest.approx(light(DARKEST), rel=1e-3)
    early, late = (title_forms(score, x, Camera(), 0.1)[0].position for x in (4.5, 6.5))  # type: ignore[union-attr]
    assert (np.abs(early - late).max() < 0.1) == calm


def test_any_title() -> None:
    """Long ones take two lines or end in an ellipsis; what cannot be written leaves the wind-in without a title."""
    assert lines_of("The Inverted Forest of Whispering Glass") == ["The Inverted Forest", "of Whispering Glass"]
    assert len("".join(lines_of("word " * 40))) <= LONGEST + 1
    for title in ("Ein Märchen", "L’été, déjà", "Łódź 1905", "x" * 60):
        cloud = title_cloud(title)
        assert cloud is not None
        assert len(cloud.position) > 1000
    for title in ("", "狐の話", "🦊"):
        assert title_cloud(title) is None


def test_the_place_wakes_with_the_breath() -> None:
    """In the wind-in light swells and sinks slowly while it grows; after it, it never rises."""
    score = told()
    light = np.array([grade(score, t).exposure for t in np.arange(0.0, 61.0, 0.25)])
    assert light[4] > 0.0
    assert np.abs(np.diff(light)).max() < 0.02
    late = np.array([grade(score, t).exposure for t in np.arange(58.0, score.section("coda").start, 0.5)])
    assert (np.diff(late) < 1e-4).all()
