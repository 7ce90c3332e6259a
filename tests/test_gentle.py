"""A gentle night leaves the darkest lines untold, and nothing else changes."""

from __future__ import annotations

import pytest

from dreamplayer.app.compose_night import night
from dreamplayer.app.storage.library import find
from dreamplayer.picture.captions import groups
from dreamplayer.reading.ingest.parse import parse
from dreamplayer.reading.semantics.extract_mentions import read
from dreamplayer.reading.semantics.gentle_mode import gentled, passed_over
from dreamplayer.settings import Settings

DREAMS = ("the-blue-door", "the-bridge-of-light", "the-cracked-lantern", "the-fallen-star", "the-inverted-forest")


@pytest.mark.parametrize("name", DREAMS)
def test_it_is_still_the_dream(name: str) -> None:
    """No passage is left without its first line, the last line stands, at most a quarter is passed over."""
    dream = find(name)
    reading = read(dream)
    told = gentled(dream, reading)
    for whole, part in zip(dream.passages, told.passages, strict=True):
        assert part.sentences[0] == whole.sentences[0]
    assert list(told.sentences)[-1] == list(dream.sentences)[-1]
    assert set(told.sentences) <= set(dream.sentences)
    assert sum(1 for _ in told.words) >= 0.75 * sum(1 for _ in dream.words)
    hard = {s.index for p in dream.passages if reading.moods[p.index].valence < 0 for s in p.sentences}
    assert passed_over(dream, reading) <= hard


def test_the_darkest_goes() -> None:
    """The line of guilt and fear is passed over, the consoling one beside it is told."""
    dream = parse(
        "You stand in the ruin. Guilt and grief crush you, broken, worthless, full of terror and despair. "
        "You bleed and scream in agony. Tears fall on the ash.\n\nA warm light comforts you, and you are at peace.",
        name="dark",
    )
    reading = read(dream)
    texts = {s.text for s in dream.sentences if s.index in passed_over(dream, reading)}
    assert any("Guilt" in text or "agony" in text for text in texts)
    assert not any("warm" in text for text in texts)


def test_a_gentle_night_can_be_played() -> None:
    """What is left is told, captioned and shown at its words; the rest is nowhere in the night."""
    dream = find("the-inverted-forest")
    whole = night(dream, Settings(voice="silent")).score
    gentle = night(dream, Settings(voice="silent", gentle=True)).score
    told = [word.index for word in gentle.words]
    assert 0 < len(whole.words) - len(told) < 0.25 * len(whole.words)
    assert told == sorted(set(told))
    assert [w.index for group in groups(gentle) for line in group.lines for w in line] == told
    assert {cue.word for cue in gentle.cues if cue.word is not None} <= set(told)
    assert gentle.section("story").length < whole.section("story").length
