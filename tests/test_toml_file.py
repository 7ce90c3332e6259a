"""TOML that people wrote: whatever stands in it, what is wrong is a DreamError with its line, and the rest holds."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from dreamplayer import toml_file
from dreamplayer.app.compose_night import notes_for
from dreamplayer.errors import DreamError, NotesError, SettingsError
from dreamplayer.narration import pronunciation
from dreamplayer.reading.ingest.parse import parse
from dreamplayer.settings import Settings, examine, load, updated
from dreamplayer.staging.notes import notes_file
from dreamplayer.staging.notes.notes import NONE

LONG = "9" * 5000
WRONG_VALUES = [
    "nan", "inf", "-inf", "1e999", LONG, f"-{LONG}", f"1.{LONG}", "[" * 60 + "]" * 60, "{a = 1}", "[3]", "1979-05-27",
    "[nan]", '"' + "x" * 100_000 + '"', "9" * 300,
]  # fmt: skip


@pytest.mark.parametrize("value", WRONG_VALUES)
@pytest.mark.parametrize("name", ["bed_minutes", "seed", "voice", "gentle", "at_the_end"])
def test_any_wrong_setting_is_said_with_its_line_and_left_out(tmp_path: Path, name: str, value: str) -> None:
    """The lines before and after it hold."""
    path = tmp_path / "settings.toml"
    path.write_text(f"volume = 0.5\n{name} = {value}\ncalm = true\n")
    found = examine(path)
    assert found.settings == Settings(volume=0.5, calm=True)
    assert found.lines == (2,)
    assert str(found.problems[0]).count("line 2") == 1
    assert len(str(found.problems[0])) < 800


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("volume = 0.5\nthis is not\nneither is this\ncalm = true", [2, 3]),
        ("volume = 0.5\nvolume = 0.6\ncalm = true", [2]),
        ('volume = 0.5\ncalm = true\nvoice = """open', [3]),
        ("volume = 0.5\ncalm = true\n[table]\nx = 1", [3]),
        ("\ufeffvolume = 0.5\ncalm = true\nx = 1979-02-31", [3]),
        ("volume = 0.5\ncalm = true\na" + ".a" * 4000 + " = 1", [3]),
    ],
)
def test_lines_that_are_no_toml_are_left_out_one_by_one(tmp_path: Path, text: str, lines: list[int]) -> None:
    """Also what is opened and never closed, said twice, or a day that does not exist."""
    path = tmp_path / "settings.toml"
    path.write_text(text, encoding="utf-8")
    found = examine(path)
    assert found.settings == Settings(volume=0.5, calm=True)
    assert list(found.lines) == lines


def test_told_or_raised(tmp_path: Path) -> None:
    """A command tells it and goes on; flags are held to the letter."""
    path = tmp_path / "settings.toml"
    path.write_text("volume = 9\n")
    told: list[SettingsError] = []
    assert load(path, told.append, seed=3) == Settings(seed=3)
    assert len(told) == 1
    with pytest.raises(SettingsError):
        load(path, told.append, seed=-3)


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")
def test_a_file_without_an_end_is_not_begun(tmp_path: Path) -> None:
    """Pipes, devices, folders and what is far too large: for each kind of file."""
    os.mkfifo(tmp_path / "pipe.toml")
    (tmp_path / "zero.toml").symlink_to("/dev/zero")
    (tmp_path / "folder.toml").mkdir()
    (tmp_path / "large.toml").write_bytes(b"# \n" * 10**6)
    (tmp_path / "noise.toml").write_bytes(b"\xff\xfe\x00\x9f")
    for path in tmp_path.iterdir():
        assert examine(path).problems
        with pytest.raises(NotesError):
            notes_file.load(path)
        with pytest.raises(SettingsError):
            pronunciation.read(path)


PASSAGE = 'title = "t"\n[[passage]]\nbegins = "A lantern"\n'


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("passage = [3]", 1),
        ('passage = ["x", {}]', 1),
        ('[[passage]]\nbegins = "x"\nelement = [3]', 3),
        (PASSAGE + "camera = { focal = nan }", 4),
        (PASSAGE + "camera = { focal = 0 }", 4),
        (PASSAGE + "sky = { stars = inf }", 4),
        (PASSAGE + f"air = {{ density = {LONG} }}", 4),
        (PASSAGE + f"air = {{ density = {'9' * 400} }}", 4),
        (PASSAGE + '[[passage.element]]\nname = "moon"\nsize = 0\nz = 4', 6),
        (PASSAGE + '[[passage.element]]\nname = "moon"\nz = 0.0', 6),
        (PASSAGE + '[[passage.element]]\nname = "moon"\ncount = nan', 6),
        (PASSAGE + '[[passage.element]]\nname = "moon"\nparams = { sway = nan }', 6),
        ('[say]\n"Elowen" = "' + "ell oh wen " * 10_000 + '"', 2),
        ("[bed]\nminutes = nan", 2),
        ("x = " + "[" * 100_000 + "]" * 100_000, 1),
        ("x = " + "{a=" * 3000 + "1" + "}" * 3000, 1),
        ('title = "' + "x" * 100_000 + '"', 1),
    ],
)  # fmt: skip
def test_notes_name_the_line_of_whatever_cannot_be_drawn(tmp_path: Path, text: str, line: int) -> None:
    """And the night of that dream goes on without them."""
    path = tmp_path / "dream.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(NotesError) as caught:
        notes_file.load(path)
    assert caught.value.where == f"{path}, line {line}"
    assert len(str(caught.value)) < 800
    told: list[str] = []
    dream = parse("A lantern.", name="dream", source_path=str(tmp_path / "dream.txt"))
    assert notes_for(dream, told.append) is NONE
    assert told == [str(caught.value)]


def test_words_that_cannot_be_said_are_left_out(tmp_path: Path) -> None:
    """Each line of say.toml stands for itself."""
    path = tmp_path / "say.toml"
    path.write_text(f'Siobhan = "shivawn"\nnoise\nx = 3\ny = "{"a " * 50_000}"\nz = "!"\n"Elowen" = "ell oh wen"\n')
    told: list[DreamError] = []
    assert pronunciation.merged(path, {}, told.append) == {"siobhan": "shivawn", "elowen": "ell oh wen"}
    assert [error.where.split(", line ")[1] for error in told] == ["2", "3", "4", "5"]


def test_what_is_changed_in_the_app_keeps_all_else() -> None:
    """Comments, blank lines, tables and the way values are written stay; a wrong line becomes a comment."""
    mine = "# my nights\nvolume = 0.50  # quiet\nnonsense\n\n[mine]\nx = 1\n"
    text = updated(mine, Settings(), Settings(gentle=True, volume=0.7))
    assert "volume = 0.7  # quiet" in text
    assert "# not understood: nonsense" in text
    assert text.index("gentle = true") < text.index("[mine]")
    assert updated(text, Settings(), Settings(gentle=True)).count("gentle = true") == 1
    assert updated(text, Settings(volume=0.7), Settings(volume=0.5)).count("volume = 0.5") == 1


def test_numbers_are_finite_and_in_range() -> None:
    """Booleans are no numbers."""
    assert toml_file.number_in(3, 0.0, 5.0) == 3.0
    for wrong in (True, float("nan"), float("inf"), 10**5000, "3", None, [3]):
        assert toml_file.number_in(wrong, 0.0, 1e300) is None
    assert len(toml_file.shown(10**5000)) < 100
