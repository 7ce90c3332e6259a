"""The storyboard: a picture for each passage, at the moment when most of it is on stage."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pygame
import pytest

from dreamplayer.app import storyboard as module
from dreamplayer.app.compose_night import Night, night
from dreamplayer.app.storyboard import best_moment, cell, page, panels, storyboard
from dreamplayer.errors import ExportError
from dreamplayer.model.score import Span
from dreamplayer.reading.ingest.parse import parse
from dreamplayer.settings import Settings
from tests.made_places import in_made_places

SETTINGS = Settings(voice="silent", bed_minutes=1.0)
TEXT = (
    "A lantern stood by the water, and an owl called. Later a boat came by, with a candle in it, and it was late."
    "\n\nNothing was to be seen here, and nobody spoke a word.\n\nThen the moon rose over the trees and the boat."
)


@pytest.fixture(scope="module")
def told() -> Night:
    """A short night of three passages, on bare stages: no place need be cast."""
    with in_made_places({}):
        return night(parse(TEXT, name="short"), SETTINGS)


def test_every_passage_has_its_moment(told: Night) -> None:
    """Each picture lies in its own passage, after the one before has gone, with its first words."""
    score = told.score
    found = panels(score)
    assert [panel.passage for panel in found] == [0, 1, 2]
    assert found[0].words.startswith("A lantern stood by the water")
    for panel, scene in zip(found, score.scenes, strict=True):
        assert scene.span.start <= panel.t < scene.span.end
    for before, now in zip(score.scenes, found[1:], strict=False):
        assert now.t >= before.span.end - 1e-6


def test_the_best_moment_shows_most(told: Night) -> None:
    """At no other moment of the passage are more of its things wholly there."""
    score = told.score
    cues = [c for c in score.cues if c.kind == "element" and c.staged and c.passage == 0 and c.mode == "literal"]
    span = Span(score.section("story").start, score.scenes[1].span.start)

    def there(t: float) -> int:
        return sum(c.since + c.arrive <= t < c.span.end - c.leave and c.span.start <= t for c in cues)

    best = best_moment(score, 0, span)
    assert there(best) == max(there(t) for t in np.arange(span.start, span.end, 0.25))


@pytest.mark.slow
def test_a_page_and_a_folder(told: Night, tmp_path: Path) -> None:
    """A page holds all pictures, a folder one a passage; with words beneath unless they are not wanted."""
    plain = Settings(voice="silent", captions=False)
    (only,) = storyboard(told, tmp_path / "page.jpg", (64, 36), SETTINGS, "surface")
    page_size = pygame.image.load(only).get_size()
    assert page_size[0] > 3 * 64
    files = storyboard(told, tmp_path / "folder", (64, 36), plain, "surface")
    assert [path.name for path in files] == ["01.jpg", "02.jpg", "03.jpg"]
    assert {pygame.image.load(path).get_size() for path in files} == {(64, 36)}
    assert list(tmp_path.glob("**/.dreamplayer-*")) == []


def test_words_stand_beneath() -> None:
    """The picture itself is untouched; words lie under it, and a long text fills several rows."""
    image = np.full((36, 64, 3), 40, np.uint8)
    with_words = cell(image, "Once there was a lamp", captions=True)
    assert np.array_equal(with_words[:36], image)
    assert with_words.shape[0] > 36
    assert with_words[36:].max() > 60
    assert np.array_equal(cell(image, "Once", captions=False), image)
    assert page([image] * 7).shape[0] > 3 * 36


def test_what_cannot_be_written_is_said(told: Night, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that is not there, or a full disk, is an error in a sentence."""
    monkeypatch.setattr(module, "draw", lambda *_: iter([(panels(told.score)[0], np.zeros((36, 64, 3), np.uint8))]))
    with pytest.raises(ExportError, match="could not be written"):
        storyboard(told, tmp_path / "absent" / "page.jpg", (64, 36), SETTINGS)
