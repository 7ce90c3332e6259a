"""What is missing for a language is said with the command that brings it: never a box, never silence without a word."""

from __future__ import annotations

import platform
from pathlib import Path

import pytest

from dreamplayer.app.doctor import system
from dreamplayer.app.language_notices import card_phrase, language_notices, typeface_command
from dreamplayer.app.picker.dream_card import card_of
from dreamplayer.app.storage.shelf_memory import LibraryEntry
from dreamplayer.narration.voice_choice import choose, choose_or_stand_in, more_voices
from dreamplayer.picture import typefaces
from dreamplayer.picture.frame import CaptionWord
from dreamplayer.picture.gl.lettering import paint_line
from dreamplayer.picture.typefaces import typeface
from dreamplayer.reading.ingest.parse import parse
from dreamplayer.reading.semantics.extract_mentions import read

CHEROKEE = "ᎠᏂᏣᎳᎩ ᎤᏃᎯᏳᎯ ᎨᏒᎢ. ᎡᎶᎯ ᎤᎵᏍᏔᏅᎯ."
TIBETAN = "ཁྱི་ནགས་ཚལ་ནང་ཉལ་འདུག།"
RUNES = "ᚠᚢᚦᚨᚱᚲ ᚷᚹᚺᚾᛁᛃ ᛈᛇᛉᛊᛏᛒ ᛖᛗᛚᛜᛟᛞ."


@pytest.fixture
def _no_typefaces(monkeypatch: pytest.MonkeyPatch) -> object:
    monkeypatch.setattr(typefaces, "_of_the_system", lambda script: None)
    typeface.cache_clear()
    yield None
    typeface.cache_clear()


@pytest.mark.usefixtures("_no_typefaces")
@pytest.mark.parametrize(("text", "language"), [(CHEROKEE, "chr"), (TIBETAN, "bo"), (RUNES, "und")])
def test_an_unsupported_script_is_a_sentence(text: str, language: str) -> None:
    """It is not read as English, no voice spells it, no box is drawn, and sentences say all three."""
    dream = parse(text, name="x")
    assert dream.language == language
    assert read(dream).mentions == ()
    said: list[str] = []
    assert choose_or_stand_in("auto", said.append, dream.language).name == "silent"
    assert "captions alone" in said[0]
    assert any("letters" in sentence and "nstall" in sentence for sentence in language_notices(dream))
    word = next(iter(dream.words)).text
    assert paint_line((CaptionWord(word, 0),), 20, easy=False)[..., 0].max() == 0


@pytest.mark.parametrize(
    ("on", "brings"), [("Linux", "apt install fonts-noto-cjk"), ("Darwin", "brew install"), ("Windows", "Fonts.Jpan")]
)
def test_each_system_has_its_command_for_letters(on: str, brings: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A typeface is one command away."""
    monkeypatch.setattr(platform, "system", lambda: on)
    assert brings in typeface_command("Japanese")


@pytest.mark.parametrize(
    ("on", "brings"), [("Linux", "espeak"), ("Darwin", "TextToSpeech"), ("Windows", "Install-Language ja-JP")]
)
def test_each_system_has_its_command_for_a_voice(on: str, brings: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """So is a voice, or the sentence says that there is none."""
    monkeypatch.setattr(platform, "system", lambda: on)
    assert brings in more_voices("ja")


def test_a_card_names_the_language_and_what_is_missing() -> None:
    """The shelf says it before the night."""
    assert card_phrase("en", "moon") == ""
    assert card_phrase("de", "mond wald").startswith("in German")
    without = choose("auto", "th").name == "silent"
    assert ("no voice" in card_phrase("th", "ป่า")) == without
    entry = LibraryEntry("a", "A", "0", Path("a.txt"), True, "Der Mond.", 2, 1, vocabulary="mond", language="de")
    assert card_of(entry).language.startswith("in German")


def test_the_doctor_names_languages_without_a_voice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Japanese has none on plain Linux: the doctor says so, and what to do."""
    monkeypatch.setattr("dreamplayer.app.language_notices.languages_without_voice", lambda: ("ja",))
    monkeypatch.setattr("dreamplayer.app.language_notices.scripts_without_typeface", lambda: ("Thai",))
    found = system.languages()
    assert "Japanese" in found.what
    assert "Thai" in found.what
    assert found.todo
