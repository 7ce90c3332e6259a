"""A place without a story: no word, no end but by the timer, and then a landing as of any night."""

from __future__ import annotations

from itertools import islice

import pytest

from dreamplayer.app.ambient import AHEAD, REST, AmbientSource, ambient_night, dream_of, title_of
from dreamplayer.cli import main
from dreamplayer.errors import TextError
from dreamplayer.settings import Settings


def test_it_goes_on_as_long_as_somebody_is_there() -> None:
    """In its place, without a word, always some way ahead; what has been seen stays as it was."""
    grown = []
    scores = AmbientSource().scores(dream_of("kitchen"), Settings(), lambda: 0.5 * AHEAD, lambda _: None)
    for score in islice(scores, 30):
        assert (score.words, score.complete, score.scenes[0].place_id) == ((), False, "kitchen")
        grown.append(score.horizon)
    assert grown == sorted(grown)
    assert grown[-1] > 25 * REST


def test_a_timer_lands_it() -> None:
    """Soon after its minutes the score is complete: coda, no bed, fade, dark; nothing stops before."""
    settings = Settings(timer_minutes=10.0)
    scores = list(AmbientSource().scores(dream_of("beach"), settings, lambda: 0.5 * AHEAD, lambda _: None))
    assert [score.complete for score in scores] == [False] * (len(scores) - 1) + [True]
    assert 600.0 <= scores[-1].section("story").end <= 600.0 + 2 * REST
    assert scores[-1].section("bed").length == 0.0
    assert scores[-1].section("fade").length >= 480.0


def test_names_of_places(capsys: pytest.CaptureFixture[str]) -> None:
    """With spaces, dashes or capitals; a misspelt one is answered with the right one."""
    assert dream_of("Forest Path").name == dream_of("forest-path").name == "forest_path"
    assert dream_of("forest_path").title == title_of("forest_path") == "Forest Path"
    with pytest.raises(TextError, match="kitchen"):
        dream_of("kitchn")
    assert main(["ambient", "kitchn"]) == 1
    assert "Is it one of: kitchen" in capsys.readouterr().err


def test_for_a_file_it_is_as_long_as_asked() -> None:
    """The place first, for so many seconds, then the landing."""
    night = ambient_night(dream_of("kitchen"), Settings(), 300.0)
    assert night.score.complete
    assert night.score.words[0].span.start >= 300.0
    assert night.score.section("coda").start < 320.0
