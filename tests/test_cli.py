"""The command line: one JSON document or none, plain words for every error, 0, 1 and 2."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from dreamplayer.catalogue import elements, places, sounds
from dreamplayer.cli import main
from dreamplayer.model.score import SECTIONS, Holding

pytestmark = pytest.mark.slow

SEEDS = ("the-blue-door", "the-bridge-of-light", "the-cracked-lantern", "the-fallen-star", "the-inverted-forest")


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings, cache and library of nobody."""
    monkeypatch.setenv("DREAMPLAYER_HOME", str(tmp_path / "home"))


def run(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of a command."""
    try:
        code = main(argv)
    except SystemExit as stop:
        code = int(stop.code or 0)
    out, err = capsys.readouterr()
    return code, out, err


@pytest.mark.parametrize("name", SEEDS)
def test_score_of_each_dream(capsys: pytest.CaptureFixture[str], name: str) -> None:
    """`score --json` gives the whole night of each of the five dreams and nothing else."""
    code, out, err = run(capsys, "score", name, "--voice", "silent", "--json")
    document = json.loads(out)
    assert (code, err) == (0, "")
    assert document["dream"]["name"] == name
    assert [part["name"] for part in document["sections"]] == list(SECTIONS)
    starts = {word["index"]: word["start"] for word in document["words"]}
    called = [cue for cue in document["cues"] if cue["word"] is not None]
    assert len(called) > 60
    assert all(abs(cue["start"] - starts[cue["word"]]) <= 0.040 for cue in called)
    assert {cue["kind"] for cue in called} == {"element", "event", "sound"}


def test_offsets_count_code_points(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Words and cues point into the decoded file, whatever stands in it."""
    text = "# Oh \U0001f31f\n\nAn “old” *lantern* — naïve — glows.\r\n\r\nA moon rises… twice.\n"
    path = tmp_path / "odd.md"
    path.write_bytes(text.encode("utf-8"))
    _, out, _ = run(capsys, "score", str(path), "--voice", "silent", "--json")
    document = json.loads(out)
    for word in document["words"]:
        shown = text[word["char_start"] : word["char_end"]].replace("*", "")
        assert shown.split() == word["text"].split()
    lantern = next(cue for cue in document["cues"] if cue["name"] == "lantern")
    assert "lantern" in text[lantern["char_start"] : lantern["char_end"]]


def test_flags_shape_the_night(capsys: pytest.CaptureFixture[str]) -> None:
    """--bed and --timer set lengths, --seed another night, wherever the flags stand."""

    def score(*flags: str) -> dict[str, object]:
        return dict(json.loads(run(capsys, *flags)[1]))

    usual = score("score", "the-blue-door", "--voice", "silent", "--json")
    bed = score("--bed", "2", "score", "the-blue-door", "--voice", "silent", "--json")
    timer = score("score", "--timer", "20", "the-blue-door", "--voice", "silent", "--json")
    other = score("score", "the-blue-door", "--voice", "silent", "--json", "--seed", "4")
    assert bed["duration"] == pytest.approx(usual["duration"] - 780.0, abs=1e-3)
    assert timer["duration"] == pytest.approx(1200.0, abs=1e-3)
    assert other["seed"] == 4
    assert other["cues"] != usual["cues"]


def test_the_sheet_is_readable(capsys: pytest.CaptureFixture[str]) -> None:
    """Without --json the night is a cue sheet for people."""
    code, out, _ = run(capsys, "score", "the-cracked-lantern", "--voice", "silent")
    assert code == 0
    assert out.startswith("The Cracked Lantern\n")
    assert "sees  lantern  at “lanterns" in out
    assert "{" not in out


@pytest.mark.parametrize(
    "argv",
    [
        ("score",), ("sing",), ("score", "x", "--bed", "long"), ("score", "x", "--bed", "9999"), ("look", "lantern"),
        ("render", "x", "y.gif"), ("render", "x", "y.wav", "--from", "9", "--to", "3"), ("--seed", "-1"),
        ("render", "x", "y.png", "--size", "big"), ("score", "x", "--nonsense"),
    ],
)  # fmt: skip
def test_what_is_not_understood(capsys: pytest.CaptureFixture[str], argv: tuple[str, ...]) -> None:
    """A usage error is one line on standard error and exit code 2."""
    code, out, err = run(capsys, *argv)
    assert (code, out) == (2, "")
    assert err.startswith("dreamplayer")
    assert err.count("\n") == 1


def test_errors_are_one_sentence_with_advice(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """What cannot be played is said in one line that says what to do; exit code 1; never a traceback."""
    empty = tmp_path / "empty.txt"
    empty.write_text("  \n")
    binary = tmp_path / "picture.txt"
    binary.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99))
    for argv in (
        ("score", "no-such-dream"),
        ("score", str(empty)),
        ("score", str(binary)),
        ("score", str(tmp_path)),
        ("score", "the-blue-door", "--voice", "nobody"),
        ("render", "the-blue-door", str(tmp_path / "none" / "x.srt"), "--voice", "silent"),
        ("render", "the-blue-door", str(tmp_path / "x.srt"), "--voice", "silent", "--from", "99999"),
    ):
        code, out, err = run(capsys, *argv)
        assert (code, out) == (1, "")
        assert err.strip().split("\n")[-1].startswith("dreamplayer: ")
        assert "Traceback" not in err


def test_a_broken_setting_names_its_line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A mistake in the settings file is told with its line and left out, and --no-config passes it by."""
    folder = tmp_path / "home" / "config"
    folder.mkdir(parents=True)
    (folder / "settings.toml").write_text("# mine\nbed_minutes = 'long'\nseed = 3\n")
    code, out, err = run(capsys, "score", "the-blue-door", "--voice", "silent", "--json")
    assert code == 0
    assert json.loads(out)["seed"] == 3
    assert "line 2" in err
    code, _, err = run(capsys, "score", "the-blue-door", "--voice", "silent", "--no-config")
    assert (code, err) == (0, "")


def test_the_unforeseen_is_said_kindly(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """An error nobody thought of is one sentence too, unless --verbose asks for all of it."""

    def fails(*_: object) -> int:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr("dreamplayer.app.commands.run", fails)
    code, out, err = run(capsys, "list")
    assert (code, out) == (1, "")
    assert "should not have" in err
    assert "Traceback" not in err
    with pytest.raises(ZeroDivisionError):
        main(["list", "--verbose"])


def test_list_and_voices(capsys: pytest.CaptureFixture[str]) -> None:
    """The library and the voices, as a table or as JSON; the silent voice can always tell."""
    code, out, _ = run(capsys, "list", "--json")
    assert code == 0
    assert set(SEEDS) <= {row["name"] for row in json.loads(out)}
    voices = json.loads(run(capsys, "voices", "--json")[1])
    assert next(row for row in voices if row["name"] == "silent")["available"] is True
    assert all(row["available"] or row["reason"] for row in voices)
    assert "The Blue Door" in run(capsys, "list")[1]
    assert "silent" in run(capsys, "voices")[1]


def test_add_keeps_a_copy(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A dream that is added is in the library, its original as it was."""
    path = tmp_path / "the-kite.txt"
    path.write_text("A kite rises over the sea. It is late.")
    assert run(capsys, "add", str(path))[0] == 0
    assert "the-kite" in {row["name"] for row in json.loads(run(capsys, "list", "--json")[1])}
    assert run(capsys, "score", "the-kite", "--voice", "silent")[0] == 0
    assert path.read_text() == "A kite rises over the sea. It is late."


def test_help_is_short_and_kind(capsys: pytest.CaptureFixture[str]) -> None:
    """--help fits on a screen, names every command and what a DREAM is."""
    code, out, _ = run(capsys, "--help")
    assert code == 0
    assert len(out.splitlines()) < 50
    for word in ("play", "tonight", "list", "voices", "score", "render", "check", "look", "listen", "doctor", "DREAM"):
        assert word in out


def process(*argv: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """The command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "dreamplayer.cli", *argv],
        input=stdin, capture_output=True, text=True, timeout=60, check=False, env=dict(os.environ), encoding="utf-8",
    )  # fmt: skip


def test_standard_input_is_a_dream() -> None:
    """`-` reads the dream from standard input; a cue sheet wakes neither window nor graphics."""
    told = process("score", "-", "--voice", "silent", "--json", stdin="A lantern rises. You wake.")
    assert told.returncode == 0
    assert [word["text"] for word in json.loads(told.stdout)["words"]] == ["A", "lantern", "rises.", "You", "wake."]
    code = (
        "import sys; from dreamplayer.cli import main; main(['score', 'the-blue-door', '--voice', 'silent']);"
        "sys.exit(bool({'pygame', 'moderngl', 'scipy', 'onnxruntime'} & set(sys.modules)))"
    )
    looked = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, env=dict(os.environ))
    assert looked.returncode == 0


def test_a_reader_who_leaves(tmp_path: Path) -> None:
    """Output that nobody reads to its end is no error."""
    if sys.platform == "win32":
        pytest.skip("no head on Windows")
    command = f"'{sys.executable}' -m dreamplayer.cli score the-fallen-star --voice silent --json | head -c 10"
    told = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False, env=dict(os.environ))
    assert told.stderr == ""


def test_look_and_listen(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """One element is a contact sheet, one sound is twenty seconds; an unknown name is told with what is near it."""
    import wave

    from dreamplayer.picture.look import CELL

    assert run(capsys, "look", "moon", str(tmp_path / "moon.png"), "--painter", "surface")[0] == 0
    import pygame

    sheet = pygame.image.load(str(tmp_path / "moon.png"))
    assert sheet.get_width() == 3 * CELL[0]
    assert pygame.surfarray.array3d(sheet).max() > 40
    assert run(capsys, "listen", "wind", str(tmp_path / "wind.wav"))[0] == 0
    with wave.open(str(tmp_path / "wind.wav")) as file:
        assert file.getnframes() == 20 * file.getframerate()
    for argv in (("look", "mooon", "x.png"), ("listen", "wiind", "x.wav")):
        code, _, err = run(capsys, argv[0], argv[1], str(tmp_path / argv[2]))
        assert code == 1
        assert argv[1] in err


def test_things_lists_what_can_be_seen_and_heard(capsys: pytest.CaptureFixture[str]) -> None:
    """`things` has a row for every element and sound, as a table or as JSON, with its size, rests and words."""
    code, out, err = run(capsys, "things", "--json")
    rows = json.loads(out)
    assert (code, err) == (0, "")
    assert set(rows[0]) == {"id", "kind", "family", "size", "rests", "at_home", "words", "modern"}
    kitchen = next(row for row in rows if row["kind"] == "place" and row["id"] == "kitchen")
    assert {"wide", "table"} & set(kitchen["framings"] + kitchen["anchors"])
    kinds = {kind: {row["id"] for row in rows if row["kind"] == kind} for kind in ("element", "place", "sound")}
    assert kinds == {"element": set(elements()), "place": set(places()), "sound": set(sounds())}
    kite = next(row for row in rows if row["id"] == "kite")
    assert kite["words"][:1] == ["kite"]
    assert all(row["size"] and row["rests"] and row["words"] for row in rows if row["kind"] == "element")
    assert "kite" in run(capsys, "things")[1]


def test_score_says_how_each_staged_thing_rests(capsys: pytest.CaptureFixture[str]) -> None:
    """Every staged element of a score has its support and scale; nothing else has."""
    for name in SEEDS:
        document = json.loads(run(capsys, "score", name, "--voice", "silent", "--json")[1])
        for cue in document["cues"]:
            staged = cue["kind"] == "element" and cue["staged"]
            assert (cue["rests"] is not None) == staged, cue
            if staged:
                assert cue["rests"]["how"] in get_args(Holding)
                assert cue["rests"]["scale"] > 0.0
