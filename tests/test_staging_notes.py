"""Hand-written notes are applied, and what is wrong in them is reported with its line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dreamplayer.app.growing_score import ScoreSource
from dreamplayer.cli import main
from dreamplayer.errors import NotesError
from dreamplayer.model.audio import SpokenSentence, WordTime
from dreamplayer.model.reading import Mention, Mood, Reading
from dreamplayer.model.score import Score
from dreamplayer.model.text import DreamPart
from dreamplayer.reading.ingest.parse import load as read_dream
from dreamplayer.reading.ingest.parse import parse
from dreamplayer.settings import Settings
from dreamplayer.staging.notes.notes import NONE
from dreamplayer.staging.notes.notes_check import check
from dreamplayer.staging.notes.notes_file import beside, load
from dreamplayer.timeline.compose import compose
from dreamplayer.timeline.night_options import NightOptions

pytestmark = pytest.mark.usefixtures("bare_stage")

WHOLE = """\
title = "A Lamp in the Mirror"

[say]
"Elowen" = "ell oh wen"

[bed]
minutes = 20
sounds = ["wind"]

[[passage]]
begins = "A lantern, then"
title = "The lamp"
time = "dawn"
ground = "glass"
camera = { eye = 4.5, horizon = 0.1 }
sky = { stars = 0.9 }
air = { density = 0.03 }
palette = { zenith = "#101020", key = "#ffb060" }

[[passage.element]]
name = "lantern"
at = "A lantern"
x = 1.5
z = 6.0
size = 2.0
count = 3
tint = "#ff8040"
params = { sway = 0.2 }

[[passage.element]]
name = "mirror"
hide = true

[[passage.element]]
name = "moon"
y = 40.0
"""
TEXT = "A lantern, then a mirror. A lantern again.\n\nThe river goes on through the night, past all of it."


def note(tmp_path: Path, text: str) -> Path:
    """A file of notes."""
    path = tmp_path / "dream.toml"
    path.write_text(text, encoding="utf-8")
    return path


def score_with(path: Path | None) -> Score:
    """The night of TEXT with these notes."""
    dream = parse(TEXT, name="dream")
    words = [word for word in dream.words if word.text.strip(".,").lower() in ("lantern", "mirror", "river")]
    passage = [0, 0, 0, 1]
    mentions = tuple(
        Mention("element", word.text.strip(".,").lower(), "literal", word.start, word.end, word.index, at)
        for word, at in zip(words, passage, strict=True)
    )
    told = [
        SpokenSentence(
            s.index, "", 0.5 * len(s.words), tuple(WordTime(i / 2, i / 2 + 0.4) for i in range(len(s.words)))
        )
        for s in dream.sentences
    ]
    moods = (Mood(0.0, 0.0, "night"), Mood(0.0, 0.0, "night"))
    return compose(dream, Reading(mentions, moods), told, NightOptions(notes=load(path) if path else NONE))


def test_everything_in_them_is_heeded(tmp_path: Path) -> None:
    """Title, hour, ground, camera, air, colours and places are as the notes say; other passages are untouched."""
    plain, noted = score_with(None), score_with(note(tmp_path, WHOLE))
    assert noted.dream.title == "A Lamp in the Mirror"
    first, second = noted.scenes
    assert (first.title, first.time_of_day, first.stage.ground) == ("The lamp", "dawn", "glass")
    assert (first.stage.camera.eye, first.stage.camera.horizon) == (4.5, 0.1)
    assert (first.stage.stars, first.stage.air.density) == (0.9, 0.03)
    assert first.palette.key[0] == 1.0
    assert second.palette == plain.scenes[1].palette
    lanterns = [cue for cue in noted.cues if cue.name == "lantern"]
    assert len(lanterns) == 2
    for cue in lanterns:
        assert cue.place is not None
        assert (cue.place.x, cue.place.z, cue.place.size, cue.count) == (1.5, 6.0, 2.0, 3)
        assert cue.params == (("sway", 0.2),)
        assert cue.tint is not None
    assert not any(cue.staged for cue in noted.cues if cue.name == "mirror")
    assert [(cue.word, cue.char_start) for cue in noted.cues if cue.name == "moon"] == [(None, None)]


HAPPENS = """
[[passage.element.event]]
name = "rise"
at = "lantern again"
seconds = 5
strength = 0.5
"""


def test_an_event_begins_at_its_word(tmp_path: Path) -> None:
    """What notes let happen begins as its words are said, and happens to that thing alone."""
    noted = score_with(note(tmp_path, WHOLE + HAPPENS))
    second = [word for word in noted.words if word.text.strip(".,") == "lantern"][1]
    moon = next(cue for cue in noted.cues if cue.name == "moon")
    assert [(one.event, one.span.start, one.strength) for one in moon.responses] == [("rise", second.span.start, 0.5)]
    assert moon.responses[0].span.length == pytest.approx(5.0)
    assert not any(one.event == "rise" for cue in noted.cues if cue.name != "moon" for one in cue.responses)


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ('name = "rise"', 'name = "rose"', "rise"),
        ('name = "rise"\n', "", "needs its name"),
        ('at = "lantern again"\n', "", "needs the words"),
        ("seconds = 5", "seconds = 0.1", "from 0.8 to 120"),
        ("seconds = 5", "after = 5", "after"),
    ],
)
def test_an_event_that_is_not_understood_names_its_line(tmp_path: Path, old: str, new: str, what: str) -> None:
    """Every mistake in an event is one of its own lines."""
    assert HAPPENS.count(old) == 1
    with pytest.raises(NotesError, match=what) as caught:
        load(note(tmp_path, WHOLE + HAPPENS.replace(old, new)))
    assert int(caught.value.where.rsplit(" ", 1)[1]) > WHOLE.count("\n")


def test_an_event_at_words_that_are_not_said_is_a_mistake(tmp_path: Path) -> None:
    """It names the line of those words."""
    (tmp_path / "dream.txt").write_text(TEXT)
    note(tmp_path, WHOLE + HAPPENS.replace("lantern again", "lantern for ever"))
    dream = read_dream(tmp_path / "dream.txt")
    with pytest.raises(NotesError, match="does not say") as caught:
        check(beside(dream.source), dream)
    assert int(caught.value.where.rsplit(" ", 1)[1]) == WHOLE.count("\n") + 4


def test_they_never_patch_the_reading(tmp_path: Path) -> None:
    """Notes place and hide; what the words named stays in the score, at its word."""
    plain, noted = score_with(None), score_with(note(tmp_path, WHOLE))

    def read(score: Score) -> list[tuple[object, ...]]:
        return [
            (cue.kind, cue.name, cue.mode, cue.word, cue.span.start, cue.char_start)
            for cue in score.cues
            if cue.kind != "sound" and cue.word is not None
        ]

    assert read(noted) == read(plain)


def test_none_beside_a_dream(tmp_path: Path) -> None:
    """A dream without notes has none; one with them finds them by its name."""
    (tmp_path / "dream.txt").write_text(TEXT)
    assert beside(str(tmp_path / "dream.txt")) is NONE
    assert beside("-") is NONE
    note(tmp_path, WHOLE)
    assert beside(str(tmp_path / "dream.txt")).bed_minutes == 20.0
    assert dict(beside(str(tmp_path / "dream.txt")).say) == {"Elowen": "ell oh wen"}


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        ("minutes = 20", "minutes = 'long'", 7, "minutes"),
        ("minutes = 20", "minutes = 9000", 7, "480"),
        ('time = "dawn"', 'time = "noonish"', 13, "noonish"),
        ('ground = "glass"', 'ground = "lava"', 14, "lava"),
        ("eye = 4.5", "ey = 4.5", 15, "ey "),
        ('key = "#ffb060"', 'key = "amber"', 18, "colour"),
        ("x = 1.5", 'x = "left"', 23, "number"),
        ("hide = true", "hidden = true", 32, "hidden"),
        ('name = "moon"', 'nam = "moon"', 35, "nam"),
        ('begins = "A lantern, then"', 'begins = "…"', 10, "first words"),
        ('name = "mirror"', 'name = "mirorr"', 31, "Is it mirror"),
        ('sounds = ["wind"]', 'sounds = ["wnd"]', 8, "there is no sound 'wnd'"),
        ('ground = "glass"', 'place = "kitchn"', 14, "Is it kitchen"),
        ("[bed]", "[bed", 6, "TOML"),
        ('title = "A Lamp', "colour = 1\ntitle = \"A Lamp", 1, "colour"),
    ],
)  # fmt: skip
def test_mistakes_name_their_line(tmp_path: Path, old: str, new: str, line: int, what: str) -> None:
    """Whatever is not understood is an error with its file and line."""
    assert WHOLE.count(old) == 1
    with pytest.raises(NotesError) as caught:
        load(note(tmp_path, WHOLE.replace(old, new)))
    assert caught.value.where.startswith(str(tmp_path))
    assert abs(int(caught.value.where.rsplit(" ", 1)[1]) - line) <= 1
    assert what in str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        ('begins = "A lantern, then"', 'begins = "A lanthorn, then"', 11, "Passages begin: “A lantern"),
        ('at = "A lantern"', 'at = "the third lantern"', 22, "does not say"),
    ],
)
def test_notes_on_what_the_dream_does_not_say_are_a_mistake(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, line: int, what: str
) -> None:
    """They name their line too; notes on what is there, on the title and on a part of a book pass."""
    (tmp_path / "dream.txt").write_text(TEXT)
    dream = read_dream(tmp_path / "dream.txt")
    note(tmp_path, WHOLE)
    check(beside(dream.source), dream)
    note(tmp_path, WHOLE.replace(old, new))
    with pytest.raises(NotesError, match=what) as caught:
        check(beside(dream.source), dream)
    assert abs(int(caught.value.where.rsplit(" ", 1)[1]) - line) <= 1
    assert main(["score", str(tmp_path / "dream.txt"), "--voice", "silent"]) == 1
    assert f"dream.toml, line {caught.value.where.rsplit(' ', 1)[1]}" in capsys.readouterr().err
    check(beside(dream.source), replace(dream, part=DreamPart(1, 2, "", 0, 1, 0, 9)))


@pytest.mark.parametrize("command", [("score",), ("check", "--quick"), ("render",)])
def test_a_command_one_writes_notes_with_stops_at_a_mistake(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    """It names the file and the line, and writes nothing."""
    monkeypatch.setenv("DREAMPLAYER_HOME", str(tmp_path / "home"))
    (tmp_path / "dream.txt").write_text(TEXT)
    note(tmp_path, WHOLE.replace("eye = 4.5", "ey = 4.5"))
    out = tmp_path / "night.srt"
    end = (str(out),) if command == ("render",) else command[1:]
    assert main([command[0], str(tmp_path / "dream.txt"), *end, "--voice", "silent"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "dream.toml, line 15" in said.err
    assert not out.exists()


def test_a_night_is_played_without_notes_that_are_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says so once, with the line; its scenes are those of the text alone."""
    monkeypatch.setenv("DREAMPLAYER_HOME", str(tmp_path / "home"))
    (tmp_path / "dream.txt").write_text(TEXT)
    dream = read_dream(tmp_path / "dream.txt")
    settings = Settings(voice="silent")
    plain = list(ScoreSource("silent").scores(dream, settings, lambda: None, lambda _: None))[-1]
    note(tmp_path, WHOLE.replace("eye = 4.5", "ey = 4.5"))
    said: list[str] = []
    noted = list(ScoreSource("silent").scores(dream, settings, lambda: None, said.append))[-1]
    assert noted == plain
    assert len([text for text in said if "dream.toml, line 15" in text]) == 1
