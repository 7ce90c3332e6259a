"""A person chooses, plays, moves about and leaves, in a real window; the light of every frame is measured."""

from __future__ import annotations

import itertools
import json
from pathlib import Path

import pytest

from .conftest import App, Start

CAP = 0.106
"""Most mean melanopic load of a frame: 10 lx at the eye on a bright 24-inch screen."""


def assert_dark(app: App) -> None:
    """The first frame is black, none is lighter than the night allows, none jumps."""
    frames = app.seen("frame")
    assert frames, "nothing was shown"
    assert frames[0]["m"] < 0.001
    assert max(frame["m"] for frame in frames) <= CAP
    jumps = [abs(b["m"] - a["m"]) for a, b in itertools.pairwise(frames) if b["at"] - a["at"] < 0.2]
    assert max(jumps, default=0.0) < 0.03


def test_choose_by_key_play_and_leave(start: Start) -> None:
    """Arrow, Enter, a dream begins in the dark; q fades out and brings the picker back; Esc leaves."""
    app = start("--voice", "silent")
    app.until(lambda: len(app.seen("frame")) > 10, what="the picker")
    app.key("Right", "Return")
    app.until(lambda: app.state.get("section") == "wind-in" and app.state["night"] > 0.3, what="the wind-in")
    app.key("q")
    count = len(app.seen("state"))
    app.until(lambda: app.seen("state")[-1]["ended"] is False, what="the way out")
    frames = len(app.seen("frame"))
    app.until(lambda: len(app.seen("frame")) > frames + 10, what="the picker again")
    app.key("Escape")
    assert app.wait() == 0
    assert count > 0
    assert_dark(app)


def test_first_start_asks_once(start: Start, tmp_path: Path) -> None:
    """The first page stands before the first shelf, takes what is set, and is not there the second time."""
    (tmp_path / "home" / "state" / "app.json").unlink()
    app = start("--voice", "silent")
    app.until(lambda: len(app.seen("frame")) > 5)
    app.key("Right", "Return")
    app.until(lambda: (tmp_path / "home" / "config" / "settings.toml").exists(), what="the settings")
    app.key("Escape")
    assert app.wait() == 0
    assert "\nscreen_inches = 27.0\n" in (tmp_path / "home" / "config" / "settings.toml").read_text()
    assert json.loads((tmp_path / "home" / "state" / "app.json").read_text())["welcomed"] is True
    assert_dark(app)


def test_move_about_in_a_dream(start: Start) -> None:
    """Sentence, passage, pause, going on, more time: each does what it says, through the dark."""
    app = start("play", "the-cracked-lantern", "--voice", "silent")
    app.until(lambda: app.state.get("complete") is True, what="a whole score")
    app.key("Right")
    app.until(lambda: 60.0 < app.state["night"] < 64.0, what="the first sentence")
    app.key("Next")
    app.until(lambda: app.state["night"] > 75.0, what="the next passage")
    app.key("space")
    app.until(lambda: app.state["playing"] is False)
    held = app.state["night"]
    app.until(lambda: len(app.seen("state")) > 40)
    assert app.state["night"] == pytest.approx(held, abs=0.6)
    app.key("space", "plus")
    app.until(lambda: app.state["bed"] == 25.0, what="ten minutes more")
    duration = app.state["duration"]
    app.until(lambda: app.state["duration"] > duration + 500, what="a longer night")
    app.until(lambda: app.state["night"] > held + 0.5, what="going on")
    app.mouse(300, 200)
    app.mouse(310, 220)
    app.key("question")
    app.until(lambda: len(app.seen("frame")) > 0)
    app.key("question", "q")
    assert app.wait() == 0
    assert_dark(app)


def test_a_pad_is_enough(start: Start) -> None:
    """A plays, X asks for more, B leaves, all from the pillow."""
    app = start("--voice", "silent")
    app.until(lambda: len(app.seen("frame")) > 5)
    app.send("button A")
    app.until(lambda: app.state.get("complete") is True, what="a night")
    app.send("button X")
    app.until(lambda: app.state["bed"] == 25.0)
    app.send("button B")
    app.until(lambda: app.state["ended"] is False, what="the way out")
    app.key("Escape")
    assert app.wait() == 0


def test_killed_and_come_back(start: Start, tmp_path: Path) -> None:
    """After kill -9 the next start goes on at the sentence, not at the beginning."""
    app = start("play", "the-blue-door", "--voice", "silent")
    app.until(lambda: app.state.get("complete") is True)
    app.key("Next", "Next", "Next")
    places = tmp_path / "home" / "state" / "places.json"
    app.until(
        lambda: places.exists() and any(e["here"]["sentence"] > 0 for e in json.loads(places.read_text()).values()),
        what="a kept place",
    )
    sentence = next(iter(json.loads(places.read_text()).values()))["here"]["sentence"]
    app.kill()
    again = start("play", "the-blue-door", "--voice", "silent")
    again.until(lambda: again.state.get("night", 0.0) > 0.0)
    assert again.seen("state")[0]["night"] > 60.0
    again.until(lambda: any(frame["m"] > 0 for frame in again.seen("frame")), what="a picture")
    again.key("q")
    assert again.wait() == 0
    assert sentence > 0
    assert_dark(again)


def test_a_dropped_text_waits_for_tomorrow(start: Start, tmp_path: Path) -> None:
    """A file dropped while a dream plays is kept and said softly; the dream goes on."""
    text = tmp_path / "boat.txt"
    text.write_text("You lie in a small boat on a quiet lake. Stars drift over you.\n\nThe boat knows the way.\n")
    app = start("play", "the-blue-door", "--voice", "silent")
    app.until(lambda: app.state.get("complete") is True)
    app.send(f"drop {text}")
    app.until(lambda: app.state["toast"] == "tomorrow", what="the word about it")
    assert app.state["playing"]
    app.key("q")
    assert app.wait() == 0
    assert (tmp_path / "home" / "data" / "dreams" / "boat.txt").read_text() == text.read_text()


def test_no_screen_names_what_can_be_done(start: Start) -> None:
    """Without a display the app says so in one sentence and names render."""
    app = start("play", "the-blue-door", DISPLAY="")
    assert app.wait(30) == 1
    said = app.errors()
    assert "no screen" in said
    assert "dreamplayer render" in said


def test_no_sound_device_is_a_silent_night(start: Start) -> None:
    """With no sound at all the night runs on a silent clock, and says so."""
    app = start("play", "the-blue-door", "--voice", "silent", SDL_AUDIODRIVER="nonesuch")
    app.until(lambda: app.state.get("night", 0.0) > 0.5, what="a running night")
    assert app.state["toast"] == "silent"
    app.key("q")
    assert app.wait() == 0
