"""Before a dream plays: the first page, choosing by keyboard and by pad, a file dropped in, a text pasted."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from dreamplayer.app.picker.dream_card import Card
from dreamplayer.app.picker.picker_page import buttons, row
from dreamplayer.app.picker.picker_state import PickerState
from dreamplayer.app.player import pointer_bar
from dreamplayer.app.window import button_bar
from dreamplayer.app.window.typeset import Sheet

from .conftest import Start

pytestmark = pytest.mark.slow

BOAT = "The Boat\n\nYou lie in a small boat on a quiet lake. Stars drift over you.\n\nThe boat knows the way.\n"


def test_first_start_asks_once(start: Start, tmp_path: Path) -> None:
    """The first page stands before the first shelf, takes what is set, and is not there the second time."""
    (tmp_path / "home" / "state" / "app.json").unlink()
    app = start("--voice", "silent")
    app.until(lambda: len(app.seen("frame")) > 5)
    app.key("Right", "Return")
    settings = tmp_path / "home" / "config" / "settings.toml"
    app.until(settings.exists, what="the settings")
    app.key("Escape")
    assert app.wait() == 0
    assert "\nscreen_inches = 27.0\n" in settings.read_text()
    assert json.loads((tmp_path / "home" / "state" / "app.json").read_text())["welcomed"] is True
    again = start("--voice", "silent")
    again.until(lambda: again.shelf != {}, what="the shelf")
    again.key("Right")
    again.until(lambda: again.shelf["name"] != again.seen("picker")[0]["name"], what="another dream, at once")
    again.key("Escape")
    assert again.wait() == 0


def test_choose_by_key(start: Start) -> None:
    """A word typed finds the dream with it, Enter begins it in the dark, q brings the shelf back, Esc leaves."""
    app = start("--voice", "silent")
    app.until(lambda: app.shelf.get("shown") == 5, what="the shelf")
    app.key("f", "o", "r", "e", "s", "t")
    app.until(lambda: app.shelf["shown"] == 1, what="the one that was searched for")
    app.key("Return")
    app.until(lambda: app.state.get("night", 0.0) > 0.3, what="the wind-in")
    chosen = app.seen("picker")[-1]["at"]
    dark = next(frame["at"] for frame in app.frames() if frame["at"] > chosen and frame["m"] == 0.0)
    app.until(lambda: any(frame["at"] > dark and frame["m"] > 0.0 for frame in app.frames()), what="the first light")
    light = next(frame["at"] for frame in app.frames() if frame["at"] > dark and frame["m"] > 0.0)
    # Nothing that takes long is waited for: a voice or a place would be 40 times the app's own start.
    assert light - chosen < 4.0 * (app.seen("picker")[0]["at"] - app.seen("start")[0]["at"])
    assert app.state["dream"] == "the-inverted-forest"
    assert app.state["section"] == "wind-in"
    app.key("q")
    app.until(lambda: app.state["ended"] is False, what="the way out")
    count = len(app.seen("picker"))
    app.until(lambda: len(app.seen("picker")) > count + 3, what="the shelf again")
    app.key("Escape")
    assert app.wait() == 0


def test_space_chooses_for_you(start: Start) -> None:
    """One key, nothing to read: a dream begins."""
    app = start("--voice", "silent")
    app.until(lambda: app.shelf.get("shown") == 5, what="the shelf")
    app.key("space")
    app.until(lambda: app.state.get("night", 0.0) > 0.3, what="a dream")
    app.key("q")
    app.until(lambda: app.state["ended"] is False, what="the way out")
    app.key("Escape")
    assert app.wait() == 0


def test_by_mouse_alone(start: Start) -> None:
    """One click on a picture plays it; words under the pointer skip the intro, pause and leave; the last one quits."""
    app = start("--voice", "silent")
    app.until(lambda: app.shelf.get("shown") == 5, what="the shelf")
    size = (640, 360)
    panes = row(PickerState(tuple(Card(n, n, n, "", 1, own=False) for n in "abcde"), name="a"), size, 1.0).panes
    app.click(*panes[1][1].center)
    app.until(lambda: app.state.get("complete") is True, what="the night of the second")

    def press(name: str, section: str) -> None:
        told = SimpleNamespace(section_at=lambda _: section)
        shown = pointer_bar.buttons(SimpleNamespace(playing=True, fullscreen=True, t=0.0, score=told))
        at = next(i for i, button in enumerate(shown) if button.name == name)
        app.click(*button_bar.layout(Sheet(*size), shown)[at].center)

    press("on", "wind-in")
    app.until(lambda: app.state["section"] == "story", what="the first word")
    press("pause", "story")
    app.until(lambda: app.state["playing"] is False, what="rest")
    press("leave", "story")
    app.until(lambda: app.state["ended"] is False, what="the way out")
    count = len(app.seen("picker"))
    app.until(lambda: len(app.seen("picker")) > count + 3, what="the shelf again")
    words = buttons(PickerState())
    leave = next(i for i, button in enumerate(words) if button.name == "leave")
    app.click(*button_bar.layout(Sheet(*size), words, align=1.0)[leave].center)
    assert app.wait() == 0


def test_choose_by_pad(start: Start) -> None:
    """A pad plugged in while one chooses: its cross walks, A plays and rests, X asks for more, B leaves, B quits."""
    app = start("--voice", "silent")
    app.until(lambda: app.shelf.get("shown") == 5, what="the shelf")
    first = app.shelf["name"]
    app.send("pad plug")
    app.send("pad DPAD_RIGHT")
    app.until(lambda: app.shelf["name"] != first, what="another dream")
    chosen = app.shelf["name"]
    app.send("pad A")
    app.until(lambda: app.state.get("complete") is True, what="a night")
    assert app.state["dream"] == chosen
    app.send("pad X")
    app.until(lambda: app.state["bed"] == 25.0, what="ten minutes more")
    app.send("pad A")
    app.until(lambda: app.state["playing"] is False, what="rest")
    app.send("pad B")
    app.until(lambda: app.state["ended"] is False, what="the way out")
    count = len(app.seen("picker"))
    app.until(lambda: len(app.seen("picker")) > count + 3, what="the shelf again")
    app.send("pad B", done=False)
    assert app.wait() == 0


def test_a_dropped_file_plays(start: Start, tmp_path: Path) -> None:
    """A text dropped on the shelf is kept and begins within seconds; the file stays as it was."""
    text = tmp_path / "boat.txt"
    text.write_text(BOAT)
    app = start("--voice", "silent")
    app.until(lambda: app.shelf.get("shown") == 5, what="the shelf")
    dropped = app.shelf["at"]
    app.send(f"drop {text}")
    app.until(lambda: app.state.get("night", 0.0) > 0.3, what="the dream that was dropped")
    assert app.state["dream"] == "boat"
    assert app.state["at"] - dropped < 20.0
    app.key("q")
    app.until(lambda: app.state["ended"] is False, what="the way out")
    app.until(lambda: app.shelf["shown"] == 6, what="one more on the shelf")
    app.key("Escape")
    assert app.wait() == 0
    assert (tmp_path / "home" / "data" / "dreams" / "boat.txt").read_text() == text.read_text() == BOAT


def test_a_dropped_text_waits_for_tomorrow(start: Start, tmp_path: Path) -> None:
    """A file dropped while a dream plays is kept and said softly; the dream goes on."""
    text = tmp_path / "boat.txt"
    text.write_text(BOAT)
    app = start("play", "the-blue-door", "--voice", "silent")
    app.until(lambda: app.state.get("complete") is True)
    app.send(f"drop {text}")
    app.until(lambda: app.state["toast"] == "tomorrow", what="the word about it")
    assert app.state["playing"]
    assert app.state["dream"] == "the-blue-door"
    app.key("q")
    assert app.wait() == 0
    assert (tmp_path / "home" / "data" / "dreams" / "boat.txt").read_text() == BOAT


def test_a_pasted_text_is_a_dream(start: Start, tmp_path: Path) -> None:
    """Ctrl V puts what was copied on the shelf, chosen, and Enter plays it."""
    app = start("--voice", "silent")
    app.until(lambda: app.shelf.get("shown") == 5, what="the shelf")
    app.send("clip A kite rises over the sea. It is late and the wind is warm.")
    app.key("ctrl+v")
    app.until(lambda: app.shelf["shown"] == 6, what="one more on the shelf")
    assert app.shelf["name"].startswith("a-kite-rises")
    app.key("Return")
    app.until(lambda: app.state.get("night", 0.0) > 0.3, what="the dream that was pasted")
    assert app.state["dream"].startswith("a-kite-rises")
    app.key("q")
    app.until(lambda: app.state["ended"] is False, what="the way out")
    app.key("Escape")
    assert app.wait() == 0
