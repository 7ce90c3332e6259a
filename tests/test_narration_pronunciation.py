"""How a person wants words to be said, in all their dreams and in one."""

from __future__ import annotations

from pathlib import Path

import pytest

from dreamplayer import paths
from dreamplayer.app.compose_night import night, pronunciations
from dreamplayer.errors import SettingsError
from dreamplayer.narration import pronunciation
from dreamplayer.narration.spoken import spoken
from dreamplayer.reading.ingest.parse import load, parse
from dreamplayer.settings import Settings
from dreamplayer.staging.notes.notes_file import beside


def test_a_dream_s_own_words_come_before_the_person_s(tmp_path: Path) -> None:
    """Both hold; where both name a word, in whatever capitals, the dream's counts."""
    path = tmp_path / "say.toml"
    path.write_text('Siobhan = "shivawn"\n"Elowen" = "elow en"\n', encoding="utf-8")
    found = pronunciation.merged(path, {"ELOWEN": "ell oh wen"})
    words = parse("Siobhan followed Elowen’s lamp to Elowen.", name="d").passages[0].sentences[0].words
    assert spoken(words, found) == ("shivawn", "followed", "ell oh wen's", "lamp", "to", "ell oh wen.")


@pytest.mark.parametrize(
    ("text", "line"),
    [('a = "b"\nthis is not\n', 2), ("Siobhan = 3\n", 1), ('a = "b"\n\n[say]\nx = "y"\n', 3), ('a = "..."\n', 1)],
)
def test_a_wrong_line_is_named(tmp_path: Path, text: str, line: int) -> None:
    """With the way it should be written."""
    path = tmp_path / "say.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=rf"(?s)line {line}\b.*shivawn"):
        pronunciation.read(path)


def test_no_file_is_no_harm(tmp_path: Path) -> None:
    """Most people have none."""
    assert pronunciation.merged(tmp_path / "none.toml", {"A": "b"}) == {"a": "b"}


def test_every_night_is_told_by_both(tmp_path: Path) -> None:
    """What lies in the folder of settings and what lies beside the dream both reach the voice."""
    (tmp_path / "lake.txt").write_text("Siobhan rows with Elowen over the lake.", encoding="utf-8")
    dream = load(tmp_path / "lake.txt")
    plain = night(dream, Settings(voice="silent")).score.lines
    (tmp_path / "lake.toml").write_text('[say]\nElowen = "ell oh wen"\n', encoding="utf-8")
    named = night(dream, Settings(voice="silent")).score.lines
    paths.config().mkdir(parents=True)
    (paths.config() / pronunciation.FILE).write_text('Siobhan = "shivawn"\n', encoding="utf-8")
    both = night(dream, Settings(voice="silent")).score.lines
    assert pronunciations(beside(dream.source)) == {"siobhan": "shivawn", "elowen": "ell oh wen"}
    assert len({plain[0].clip, named[0].clip, both[0].clip}) == 3
