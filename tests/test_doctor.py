"""The doctor: what one would ask in an issue, and what can be mended without losing anything."""

from __future__ import annotations

import json
import logging
import os
import time
from pathlib import Path

import pytest

from dreamplayer.app.doctor import person_files
from dreamplayer.app.doctor.doctor import CHECKS, examine
from dreamplayer.app.storage import log
from dreamplayer.cli import main
from dreamplayer.settings import Settings, read

pytestmark = pytest.mark.slow


def test_it_looks_at_everything(capsys: pytest.CaptureFixture[str]) -> None:
    """Versions, machine, desktop, screen, graphics, sound, voices and how fast they tell: each a line with advice."""
    code = main(["doctor", "--json"])
    found = {row["name"]: row for row in json.loads(capsys.readouterr().out)}
    assert list(found) == [name for name, _ in CHECKS]
    assert code == int(any(row["state"] == "fails" for row in found.values()))
    assert all(row["todo"] for row in found.values() if row["state"] in ("less", "fails"))
    for name, fact in (
        ("program", "numpy"), ("computer", "cores"), ("telling", "as fast as one listens"), ("dreams", "5 of ours"),
    ):  # fmt: skip
        assert fact in found[name]["what"]


def test_a_doctor_who_faints_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """What goes wrong in looking at one thing is a finding about it; all others are looked at."""

    def faints() -> None:
        raise OSError("no such thing")

    monkeypatch.setattr(
        "dreamplayer.app.doctor.doctor.CHECKS", (("pulse", faints), ("leftovers", person_files.leftovers))
    )
    first, second = examine()
    assert (first.name, first.state) == ("pulse", "less")
    assert "no such thing" in first.what
    assert second.state == "ok"


def test_settings_that_are_not_understood_become_comments(home: Path) -> None:
    """Wrong lines are silenced, right ones hold, and the file as it was lies beside it."""
    path = home / "config" / "settings.toml"
    path.parent.mkdir(parents=True)
    was = "bed_minutes = 30.0\nseed = 'x'\nnonsense\nbrightness = 0.5\ncolour = 'blue'\n"
    path.write_text(was)
    found = person_files.settings()
    assert found.state == "mended"
    assert "Line 2, 3, 5" in found.todo
    mended = read(path)
    assert (mended.bed_minutes, mended.brightness, mended.seed) == (30.0, 0.5, Settings().seed)
    assert path.with_name("settings.toml.before").read_text() == was
    again = person_files.settings()
    assert again.state == "ok"
    assert "bed_minutes 30.0, brightness 0.5" in again.what


def test_settings_that_are_no_text_are_set_aside(home: Path) -> None:
    """A file of noise is renamed, and the night is as it comes."""
    path = home / "config" / "settings.toml"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"\xff\xfe\x00\x9f")
    assert person_files.settings().state == "mended"
    assert not path.exists()
    assert path.with_name("settings.toml.damaged").exists()


def test_damaged_memories_are_set_aside(home: Path) -> None:
    """Half a JSON file costs only itself."""
    state = home / "state"
    state.mkdir(parents=True)
    (state / "history.json").write_text('{"played": [{"dream"')
    (state / "places.json").write_text("{}")
    found = person_files.memory()
    assert found.state == "mended"
    assert "history.json" in found.what
    assert "places.json" not in found.what
    assert person_files.memory().state == "ok"


def test_half_written_files_go_and_nothing_else(home: Path) -> None:
    """What a power cut left behind is removed once it is old; the person's files and new ones stay."""
    for name, hours in (
        ("cache/clips/.abc.new", 5), ("state/.history.json.a1b2c3d4", 5), ("state/.history.json.newer123", 0),
        ("data/dreams/my.new.dream.txt", 5), ("data/dreams/.hidden.txt", 5),
    ):  # fmt: skip
        path = home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
        os.utime(path, (time.time() - 3600 * hours - 60,) * 2)
    found = person_files.leftovers()
    assert (found.state, found.what) == ("mended", "2 half-written files removed")
    left = sorted(path.name for path in home.rglob("*") if path.is_file())
    assert left == [".hidden.txt", ".history.json.newer123", "my.new.dream.txt"]


def test_a_dream_that_cannot_be_read_is_named(home: Path) -> None:
    """A broken file in the dreams folder hides no other, and the doctor says which it is and why."""
    folder = home / "data" / "dreams"
    folder.mkdir(parents=True)
    (folder / "empty.txt").write_text(" \n")
    (folder / "kite.txt").write_text("A kite rises over the sea. It is late.")
    assert "empty.txt" in person_files.own_dreams().what
    assert "1 of yours" in person_files.dreams().what


def test_the_last_night_is_remembered(caplog: pytest.LogCaptureFixture) -> None:
    """What a night complained of is in the doctor's last line, and standard error is told no more than before."""
    root, logger = logging.getLogger(), logging.getLogger("dreamplayer.test")
    caplog.set_level(logging.ERROR)
    with log.kept():
        logger.warning("the lamp went out")
        logger.info("a moth")
    assert root.level == logging.ERROR
    assert "the lamp went out" in person_files.last_night().what
    assert "moth" not in log.path().read_text()
    with pytest.raises(ZeroDivisionError), log.kept():
        _ = 1 / 0
    assert "ZeroDivisionError" in person_files.last_night().what
    assert "Traceback" in log.path().read_text()
    with log.kept():
        pass
    assert person_files.last_night().what == "no complaints"
