"""Captions hold every word once, in order, on lines short enough to read, and stand while they are heard."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dreamplayer.app.compose_night import night
from dreamplayer.app.storage.library import find
from dreamplayer.model.score import Score, Span, SpokenWord
from dreamplayer.picture.captions import LINES, WIDTH, broken, caption, groups
from dreamplayer.picture.frame import Frame
from dreamplayer.picture.picture import picture
from dreamplayer.picture.surface.painter import SurfacePainter
from dreamplayer.reading.ingest.parse import parse
from dreamplayer.settings import Settings

WORDS = st.lists(
    st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=18).filter(str.strip),
    min_size=1,
    max_size=70,
)


def spoken(texts: list[str]) -> tuple[SpokenWord, ...]:
    """Words a third of a second apart."""
    return tuple(
        SpokenWord(i, text, Span(i / 3, i / 3 + 0.3), i * 20, i * 20 + len(text), 0, 0) for i, text in enumerate(texts)
    )


@given(WORDS)
def test_no_word_is_lost_and_no_line_is_too_long(texts: list[str]) -> None:
    """Any words: each once, in order; at most two lines of 42 characters, a longer single word alone."""
    words = spoken(texts)
    parts = broken(words)
    assert tuple(word for part in parts for line in part for word in line) == words
    for part in parts:
        assert 1 <= len(part) <= LINES
        for line in part:
            assert len(" ".join(word.text for word in line)) <= WIDTH or len(line) == 1


def test_lines_break_by_sense() -> None:
    """A break falls after a comma rather than between an article and its noun."""
    words = spoken("Above the quiet lake the lanterns rose, one by one, and the night leaned down to listen.".split())
    lines = [" ".join(word.text for word in line) for part in broken(words) for line in part]
    assert all(not line.endswith((" the", " and", " to", " a")) for line in lines)
    assert lines[0].endswith((",", "."))


@pytest.mark.parametrize("name", ["the-fallen-star", "the-inverted-forest"])
def test_captions_follow_the_voice(silent_nights: dict[str, Score], name: str) -> None:
    """While a word is said its caption stands, and says it is this word's turn; no two captions overlap."""
    score = silent_nights[name]
    found = groups(score)
    assert all(a.span.end <= b.span.start + 1e-9 for a, b in pairwise(found))
    assert [w.index for g in found for line in g.lines for w in line] == [w.index for w in score.words]
    for word in score.words[:: max(1, len(score.words) // 60)]:
        middle = (word.span.start + word.span.end) / 2
        shown = caption(found, score, middle)
        assert shown is not None
        assert word.index <= shown.spoken < word.index + 1


def test_captions_keep_to_the_clip_s_own_times() -> None:
    """Each word's turn comes within 40 ms of the time that the clip tells for it."""
    told = night(find("the-bridge-of-light"), Settings(voice="silent"))
    found = groups(told.score)
    words = iter(told.score.words)
    for line in told.score.lines:
        for time in told.clips.speech(line.clip).words:
            word, begins = next(words), line.span.start + time.start
            after, before = (caption(found, told.score, begins + by) for by in (0.04, -0.04))
            assert after is not None
            assert after.spoken >= word.index
            assert before is None or before.spoken < word.index
    assert next(words, None) is None


@pytest.mark.parametrize(
    "name", ["the-blue-door", "the-bridge-of-light", "the-cracked-lantern", "the-fallen-star", "the-inverted-forest"]
)
def test_captions_are_read_in_one_look(silent_nights: dict[str, Score], name: str) -> None:
    """No caption holds more than 7 s of speech; a line never ends with a joining word."""
    for group in groups(silent_nights[name]):
        assert group.lines[-1][-1].span.end - group.lines[0][0].span.start <= 7.0, group.text
        for line in group.lines:
            assert line[-1].text.lower() not in ("and", "or", "but", "the", "a", "of", "to"), group.text


def test_short_paragraphs_each_have_their_time() -> None:
    """A single word stands alone for a second at least, and none is left out."""
    score = night(parse("Go.\n\nNow.\n\nRun. Stop. Breathe.", name="d"), Settings(voice="silent")).score
    found = groups(score)
    assert [group.text for group in found] == ["Go.", "Now.", "Run.", "Stop.", "Breathe."]
    assert all(group.span.length >= 1.0 for group in found)


def test_captions_dim_as_the_night_goes_on(silent_nights: dict[str, Score]) -> None:
    """Never stronger than before, an eighth weaker at the end of the story, and not too weak to read."""
    score = silent_nights["the-fallen-star"]
    found = groups(score)
    shown = [caption(found, score, (g.span.start + g.span.end) / 2) for g in found]
    strength = [one.opacity for one in shown if one is not None]
    assert len(strength) == len(found)
    assert strength[0] > 0.98
    assert 0.85 < strength[-1] < 0.9
    assert all(b <= a + 1e-9 for a, b in pairwise(strength))


@pytest.fixture(params=["gl", "surface"])
def painter(request: pytest.FixtureRequest) -> Any:
    """Each painter in turn."""
    if request.param == "surface":
        return SurfacePainter(960, 540)
    gl = request.getfixturevalue("gl_painter")
    gl.resize(960, 540)
    return gl


def test_past_spoken_and_coming_words_differ_in_light(painter: Any, silent_nights: dict[str, Score]) -> None:
    """The same line before, while and after its words are said: coming is dimmest, the spoken word brightest."""
    score = silent_nights["the-blue-door"]
    frame = picture(score, score.words[40].span.start + 0.1)
    assert frame.caption is not None
    line = frame.caption.lines[0][:1]

    def light(spoken: float) -> float:
        """Of the brightest hundred pixels below, where only one word is written."""
        assert frame.caption is not None
        said = replace(frame.caption, lines=(line,), spoken=line[0].index + spoken, opacity=1.0)
        return _brightest(painter, replace(frame, caption=said, forms=(), grade=replace(frame.grade, exposure=0.02)))

    coming, now, past = light(-1.0), light(0.5), light(2.0)
    assert coming * 1.1 < past
    assert past * 1.1 < now


def _brightest(painter: Any, frame: Frame) -> float:
    painter.paint(frame)
    pixels = np.frombuffer(painter.pixels(), np.uint8).reshape(540, 960, 3)[405:].mean(-1)
    return float(np.sort(pixels.ravel())[-100:].mean())
