"""A long text costs as much as it has words, and a night of many hours holds only what lies around its listener."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from dreamplayer.app import growing_score
from dreamplayer.app.compose_night import first_look
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.model.audio import SpokenSentence, WordTime
from dreamplayer.model.score import Cue, Score, SpokenWord
from dreamplayer.model.text import Dream
from dreamplayer.narration import narrate as narrating
from dreamplayer.narration.spoken import spoken
from dreamplayer.narration.voice_choice import choose
from dreamplayer.reading.ingest.parse import parse
from dreamplayer.reading.semantics.extract_mentions import read
from dreamplayer.settings import Settings
from dreamplayer.staging import cue_tracker, layout
from dreamplayer.staging.notes.notes import NONE
from dreamplayer.timeline.compose import KEPT, compose, grow
from dreamplayer.timeline.night_options import NightOptions

pytestmark = pytest.mark.slow

PARTS = (
    "A lantern floats over the dark lake while a fox walks along the shore and listens.",
    "In the kitchen a lamp burns on the table, and the cat sleeps on a chair by the window.",
    "“Come,” she says.",
    "Rain falls on the garden. The moon rises behind the tower, and an owl calls from the forest.",
    "Nothing moves.",
    "You walk down the road to the station; a train waits, its windows lit, and snow drifts around it.",
    "The stars fade. A boat comes in from the sea with seven lanterns, and the bells ring slowly.",
)


def book(words: int) -> Dream:
    """A text of at least so many words, its passages in an order of their own."""
    found: list[str] = []
    count = 0
    while count < words:
        found.append(PARTS[int(uniform_one(7, len(found)) * len(PARTS))])
        count += len(found[-1].split())
    return parse("\n\n".join(found), name="a-book")


def told(dream: Dream) -> Iterator[SpokenSentence]:
    """Every sentence at two words a second."""
    for sentence in dream.sentences:
        times = tuple(WordTime(0.5 * i, 0.5 * i + 0.4) for i in range(len(sentence.words)))
        yield SpokenSentence(sentence.index, "clip", 0.5 * len(times), times)


class Listener:
    """Somebody who hears the night as it is told, a minute behind its horizon."""

    def __init__(self) -> None:
        self._t = 0.0

    def follow(self, score: Score) -> None:
        """Hear as far as a score goes."""
        self._t = max(0.0, score.horizon - 60.0)

    def __call__(self) -> float:
        """The second of the night that is heard."""
        return self._t


def steps(dream: Dream, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many cues and places are made while a growing night is composed to its end."""
    count = 0

    def counted(kind: type, name: str) -> None:
        real = getattr(kind, name)

        def also(*arguments: object, **options: object) -> object:
            nonlocal count
            count += 1
            return real(*arguments, **options)

        monkeypatch.setattr(kind, name, also)

    with monkeypatch.context() as patched:
        monkeypatch = patched
        counted(cue_tracker.CueTracker, "_add")
        counted(cue_tracker.CueTracker, "_close")
        counted(layout.Layout, "_place")
        counted(layout.Layout, "laid_out")
        for _ in grow(dream, read(dream), told(dream)):
            pass
    return count


def test_twice_the_words_take_twice_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each passage is staged once, however often the night has grown: four times the work would be composing anew."""
    short, long = book(2500), book(5000)
    ratio = len(list(long.words)) / len(list(short.words))
    assert steps(long, monkeypatch) / steps(short, monkeypatch) < 1.15 * ratio


def test_what_lies_far_behind_is_let_go() -> None:
    """A score holds the hours around its listener; there it is all that the whole night is."""
    dream = book(24_000)
    reading = read(dream)
    whole = compose(dream, reading, told(dream))
    listener = Listener()
    last: Score | None = None
    for score in grow(dream, reading, told(dream), heard=listener):
        listener.follow(score)
        last = score
        assert score.nearest(0.0) == score.since
        assert score.since <= max(0.0, listener() - KEPT)
    assert last is not None
    assert last.complete
    assert 0.0 < last.since < last.duration - KEPT
    assert len(last.words) < 0.7 * len(whole.words)
    assert last.words == whole.words[-len(last.words) :]
    for share in (0.02, 0.3, 0.7):
        t = last.since + share * (last.duration - last.since)
        assert list(last.during(t)) == list(whole.during(t))
        assert last.scene_at(t) == whole.scene_at(t)


def test_a_book_is_told_no_further_than_some_hours_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond that it waits for its listener, and only as much of it as is told soon is prepared at all."""
    monkeypatch.setattr(growing_score, "AHEAD", 900.0)
    monkeypatch.setattr(growing_score, "_GLANCE", 0.01)
    prepared = 0

    def counted(*arguments: Any, **options: Any) -> tuple[str, ...]:
        nonlocal prepared
        prepared += 1
        return spoken(*arguments, **options)

    monkeypatch.setattr(narrating, "spoken", counted)
    source = growing_score.ScoreSource("silent")
    dream = book(12_000)
    score: Score | None = None
    listener = Listener()

    def near() -> float | None:
        return None if score is None else score.horizon - listener()

    scores = source.scores(dream, Settings(voice="silent"), near, notice=print)
    score = next(scores)
    while score.horizon <= 900.0:
        score = next(scores)
    assert [next(scores) is score for _ in range(5)] == [True] * 5
    assert score.horizon < 1500.0
    assert prepared < 0.3 * len(list(dream.sentences))
    listener.follow(score)
    assert next(scores).horizon > score.horizon
    scores.close()


def test_a_book_begins_before_it_is_read() -> None:
    """The wind-in comes from the first pages, and is the one that the whole book gives."""
    dream = book(8_000)
    settings = Settings(voice="silent")
    card = choose("silent")
    first = first_look(dream, NONE, settings, card)
    whole = next(grow(dream, read(dream), (), NightOptions(voice_light=settings.voice_light)))
    assert first is not None
    assert replace(first, expected=whole.expected) == whole
    assert first_look(book(4_000), NONE, settings, card) is None


def held() -> int:
    """How many words and cues of scores there are in memory."""
    gc.collect()
    # By type: isinstance would look through a dead weak proxy of another test.
    return sum(type(thing) in (SpokenWord, Cue) for thing in gc.get_objects())


def test_a_night_of_many_hours_takes_bounded_memory() -> None:
    """What is held while a book is told does not grow with it."""
    dream = book(40_000)
    reading = read(dream)
    listener = Listener()
    before = held()
    counts: list[int] = []
    for score in grow(dream, reading, told(dream), heard=listener):
        listener.follow(score)
        if score.horizon > (len(counts) + 1) * 1.5 * KEPT:
            counts.append(held() - before)
    assert len(counts) >= 3
    assert counts[0] > 10_000
    assert max(counts[1:]) < 1.4 * counts[0]
