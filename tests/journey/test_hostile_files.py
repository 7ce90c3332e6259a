"""Files that are damaged, endless or slow, dropped on a real window: the night plays on, one is told which and why."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from .conftest import Start

pytestmark = pytest.mark.slow


def hostile(folder: Path) -> list[Path]:
    """A pipe, an endless device, damaged books and a kind that is not understood."""
    os.mkfifo(folder / "pipe.txt")
    (folder / "endless.txt").symlink_to("/dev/zero")
    with zipfile.ZipFile(folder / "whole.docx", "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", "<w:document>" + "words " * 500)
    data = (folder / "whole.docx").read_bytes()
    (folder / "damaged.docx").write_bytes(data[:60] + b"\xff" * 9 + data[69:])
    (folder / "notes.log").write_text("Nothing to dream of here.")
    return [folder / name for name in ("pipe.txt", "endless.txt", "damaged.docx", "notes.log")]


def test_the_night_plays_on(start: Start, tmp_path: Path) -> None:
    """Each file is refused by name; a long one is read beside the night, which goes on meanwhile."""
    app = start("play", "the-blue-door", "--voice", "silent")
    app.until(lambda: app.state.get("night", 0.0) > 1.0, what="the night")
    for path in hostile(tmp_path):
        before = len([state for state in app.seen("state") if state["toast"] == "not-a-dream"])
        app.send(f"drop {path}")
        app.until(
            lambda before=before: len([s for s in app.seen("state") if s["toast"] == "not-a-dream"]) > before,
            what=f"what is wrong with {path.name}",
        )
    long = tmp_path / "long.txt"
    long.write_text("A slow river goes by the old house, and the light on it is kind.\n\n" * 28_000)
    dropped = app.state["night"]
    app.send(f"drop {long}")
    app.until(lambda: app.state["toast"] == "tomorrow" or app.state["night"] > dropped + 25.0, what="the long text")
    states = app.seen("state")
    nights = [state["night"] for state in states]
    assert nights == sorted(nights)
    # As much of the night has passed as by the clock on the wall: nothing stood still.
    assert nights[-1] - nights[0] > 0.8 * (states[-1]["at"] - states[0]["at"])
    app.key("q")
    assert app.wait() == 0


def test_the_shelf_says_what_is_wrong(start: Start, tmp_path: Path) -> None:
    """A wrong line of the settings, a damaged file on the shelf, files dropped: the app is there for all of them."""
    config, dreams = tmp_path / "home" / "config", tmp_path / "home" / "data" / "dreams"
    config.mkdir(parents=True, exist_ok=True)
    (config / "settings.toml").write_text("bed_minutes = nan\n")
    app = start("--voice", "silent")
    app.until(lambda: app.shelf.get("shown") == 5, what="the shelf")
    assert "settings.toml, line 1" in app.seen("picker")[0]["notice"]
    for path in hostile(tmp_path):
        app.send(f"drop {path}")
        app.until(lambda path=path: path.name in app.shelf["notice"], what=f"what is wrong with {path.name}")
    assert app.shelf["shown"] == 5
    app.key("Escape")
    assert app.wait() == 0
    dreams.mkdir(parents=True, exist_ok=True)
    (dreams / "damaged.docx").write_bytes((tmp_path / "damaged.docx").read_bytes())
    (dreams / "good.txt").write_text("You lie in a small boat on a quiet lake. Stars drift over you.")
    (config / "settings.toml").unlink()
    again = start("--voice", "silent")
    again.until(lambda: again.shelf.get("shown") == 6, what="the rest of the shelf")
    again.until(lambda: "damaged.docx" in again.shelf["notice"], what="which file, and why")
    again.key("Escape")
    assert again.wait() == 0
