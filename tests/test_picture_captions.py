"""Captions hold every word once, in order, on lines short enough to read, and stand while they are heard."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dreamplayer.model.score import Score, Span, SpokenWord
from dreamplayer.picture.captions import LINES, WIDTH, broken, caption, groups

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
