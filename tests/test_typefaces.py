"""Captions in other scripts: a typeface that has the letters, or none and a sentence; never boxes."""

from __future__ import annotations

import pytest

from dreamplayer.app.language_notices import language_notices
from dreamplayer.picture import typefaces
from dreamplayer.picture.frame import CaptionWord
from dreamplayer.picture.gl.lettering import paint_line
from dreamplayer.picture.typefaces import missing_script, script_of, typeface
from dreamplayer.reading.ingest.parse import parse

JAPANESE = "森の中に古い教会があります。"


@pytest.mark.parametrize(
    ("text", "script"),
    [("Night", "LATIN"), ("œuvre é", "LATIN"), ("Ночь", "CYRILLIC"), ("νύχτα", "GREEK"), ("रात", "DEVANAGARI")],
)
def test_a_script_is_told_by_its_letters_and_shipped(text: str, script: str) -> None:
    """Latin, Cyrillic, Greek and Devanagari letters are shipped with the app."""
    assert script_of(text) == script
    assert typeface(script) is not None
    assert missing_script(text) is None


def test_letters_that_nothing_has_are_left_out_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a typeface for them a caption is empty, and a sentence says what to install."""
    monkeypatch.setattr(typefaces, "_of_the_system", lambda script: None)
    typeface.cache_clear()
    try:
        assert paint_line((CaptionWord(JAPANESE, 0.0, False),), 20, easy=False)[..., 0].max() == 0
        assert any("fonts-noto" in said for said in language_notices(parse(JAPANESE, name="x")))
    finally:
        typeface.cache_clear()


def test_japanese_is_told_in_phrases() -> None:
    """A text without spaces has words to be lit one by one, and sentences."""
    dream = parse("森の中に古い教会があります。猫は眠っています。", name="x")
    assert [len(sentence.words) for sentence in dream.sentences] == [4, 2]


def test_one_word_in_another_script_leaves_the_line_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """The word that no typeface has is left out; those around it are set."""
    monkeypatch.setattr(typefaces, "_of_the_system", lambda script: None)
    typeface.cache_clear()
    try:
        line = (CaptionWord("She", 0), CaptionWord("wrote", 1), CaptionWord("森", 2), CaptionWord("there", 3))
        letters, numbers = (paint_line(line, 20, easy=False)[..., k] for k in (0, 2))
        assert [int(letters[numbers == n].max()) > 0 for n in range(4)] == [True, True, False, True]
    finally:
        typeface.cache_clear()
