"""Captions in other scripts: a typeface that has the letters, or none and a sentence; never boxes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from dreamplayer.app.language_notices import language_notices
from dreamplayer.app.window.typeset import drawable, face, shorten, wrap
from dreamplayer.model.score import Span, SpokenWord
from dreamplayer.model.text import shown_line
from dreamplayer.picture import typefaces
from dreamplayer.picture.captions import WIDTH, broken
from dreamplayer.picture.frame import CaptionWord
from dreamplayer.picture.gl.lettering import font, paint_line
from dreamplayer.picture.typefaces import missing_script, script_of, typeface
from dreamplayer.reading.ingest.parse import parse

JAPANESE = "森の中に古い教会があります。"


@pytest.fixture
def _no_typefaces(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(typefaces, "_of_the_system", lambda script: None)
    typeface.cache_clear()
    yield
    typeface.cache_clear()


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


def test_japanese_lines_have_no_spaces_and_fit() -> None:
    """Phrases are set without spaces between them, and a line holds half as many signs as letters."""
    phrases = ["月の", "光が", "静かな", "池の", "上で", "ゆっくり", "揺れていました。"] * 3
    words = tuple(
        SpokenWord(n, text, Span(n * 0.4, n * 0.4 + 0.4), n, n + len(text), 0, 0) for n, text in enumerate(phrases)
    )
    lines = [shown_line(word.text for word in line) for part in broken(words) for line in part]
    assert "".join(lines) == "".join(phrases)
    assert max(map(len, lines)) <= WIDTH // 2
    assert parse("# 月のお寺\n\n山の奥に、小さなお寺がありました。", name="x").title == "月のお寺"
    assert shown_line(["Tokyo", "と", "月", "and", "moon"]) == "Tokyo と月 and moon"


@pytest.mark.parametrize("height", [360, 1080])
def test_captions_in_other_scripts_fit_the_window(height: int) -> None:
    """The widest line of every tale of ours is narrower than the window, at two sizes of it."""
    for path in sorted((Path(__file__).parent / "other_languages" / "tales").glob("*.md")):
        dream = parse(path.read_text(encoding="utf-8"), name=path.stem)
        for sentence in dream.sentences:
            spoken = tuple(
                SpokenWord(w.index, w.text, Span(n * 0.4, n * 0.4 + 0.4), w.start, w.end, 0, 0)
                for n, w in enumerate(sentence.words)
            )
            for line in (line for part in broken(spoken) for line in part):
                if missing_script("".join(word.text for word in line)) is None:
                    face = font(max(12, height // 25), script=script_of(line[0].text))
                    assert face.size(shown_line(word.text for word in line))[0] < 0.9 * height * 16 / 9


def test_a_line_of_hebrew_begins_at_the_right() -> None:
    """Its first word stands right of its second; where no typeface has its letters, a sentence says so."""
    text = "הירח מאיר על הים השקט."
    if missing_script(text) is not None:
        assert any("Hebrew" in said for said in language_notices(parse(text, name="x")))
        return
    words = tuple(CaptionWord(word, n) for n, word in enumerate(text.split()))
    line = paint_line(words, 30, easy=False)
    centres = [np.flatnonzero(((line[..., 2] == n) & (line[..., 0] > 60)).any(0)).mean() for n in range(len(words))]
    assert centres == sorted(centres, reverse=True)


def test_hindi_consonants_join() -> None:
    """A conjunct is one form, narrower than its letters one after the other."""
    for letters in (font(40, script="DEVANAGARI"), face(40, script="DEVANAGARI")):
        assert letters.size("क्ष")[0] < 0.8 * (letters.size("क")[0] + letters.size("ष")[0])


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


@pytest.mark.usefixtures("_no_typefaces")
def test_the_interface_draws_no_boxes() -> None:
    """Letters that no typeface has are left out of cards, storyboards and pages too."""
    assert drawable("Moon 月の光") == "Moon "
    assert drawable("Ночь é") == "Ночь é"


def test_text_of_the_interface_breaks_where_its_script_may() -> None:
    """Words stay whole; Japanese breaks between any two signs and begins no line with a mark."""
    latin = face(20)
    assert " ".join(wrap("the moon is over the sea", latin, 90)) == "the moon is over the sea"
    text = "月が海の上に出ています。窓にろうそくがあります。"
    lines = wrap(text, latin, latin.size("月月月月月")[0])
    assert "".join(lines) == text
    assert len(lines) > 2
    assert not any(line[0] in "。、" for line in lines)
    assert shorten(text, latin, latin.size("月月月月月")[0]).endswith("…")
