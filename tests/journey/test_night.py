"""A person plays a dream, moves about in it, drifts off and leaves, in a real window."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import LATE_CAP, App, Start

pytestmark = pytest.mark.slow


def playing(start: Start, dream: str, *flags: str, **environment: str) -> App:
    """A whole night that runs."""
    app = start("play", dream, "--voice", "silent", *flags, **environment)
    app.until(lambda: app.state.get("complete") is True, what="a whole score")
    return app


def leave(app: App) -> None:
    """Fade out, and end without a complaint."""
    app.key("q")
    assert app.wait() == 0, app.errors()


def test_pause(start: Start) -> None:
    """Space rests the night where it is, a media key goes on from there."""
    app = playing(start, "the-cracked-lantern")
    app.until(lambda: app.state["night"] > 1.0)
    app.key("space")
    app.until(lambda: app.state["playing"] is False)
    app.until(lambda: len({entry["night"] for entry in app.seen("state")[-20:]}) == 1, what="standing still")
    held = app.state["night"]
    app.key("XF86AudioPlay")
    app.until(lambda: app.state["night"] > held + 0.5, what="going on")
    assert min(entry["night"] for entry in app.seen("state")[-5:]) >= held
    leave(app)


def test_seek(start: Start) -> None:
    """Right is the next sentence, Page Down the next passage, j ten seconds back, 5 the middle; through the dark."""
    app = playing(start, "the-cracked-lantern")
    app.key("Right")
    app.until(lambda: 60.0 < app.state["night"] < 66.0, what="the first sentence")
    app.key("Next")
    app.until(lambda: app.state["night"] > 75.0, what="the next passage")
    there = app.state["night"]
    app.key("j")
    app.until(lambda: app.state["night"] < there - 3.0, what="some seconds back")
    app.key("5")
    app.until(lambda: app.state["night"] > 0.45 * app.state["duration"], what="the middle")
    seen = len(app.frames())
    app.until(lambda: len(app.frames()) > seen + 5, what="a picture there")
    leave(app)


def test_more_time_and_a_nudge(start: Start) -> None:
    """Plus gives ten minutes more; a nudged mouse and the help change nothing in the night, and light nothing up."""
    app = playing(start, "the-cracked-lantern")
    duration = app.state["duration"]
    app.key("plus")
    app.until(lambda: app.state["bed"] == 25.0, what="ten minutes more")
    app.until(lambda: app.state["duration"] > duration + 500, what="a longer night")
    before, seen = app.state, len(app.frames())
    app.mouse(300, 200)
    app.mouse(310, 220)
    app.until(lambda: len(app.frames()) > seen + 10, what="some controls")
    assert (app.state["playing"], app.state["bed"]) == (True, 25.0)
    assert app.state["night"] == pytest.approx(before["night"] + app.state["at"] - before["at"], abs=1.5)
    assert max(frame["m"] for frame in app.frames(seen)) < 0.02
    app.key("question")
    seen = len(app.frames())
    app.until(lambda: len(app.frames()) > seen + 5, what="the help")
    app.key("question")
    leave(app)


def test_extend_in_the_dark(start: Start) -> None:
    """Deep in the fade a key that means nothing gives time; no frame after it is lighter than the bed may be."""
    app = playing(start, "the-bridge-of-light", "--bed", "2")
    app.key("9")
    app.until(lambda: app.state["section"] == "fade", what="the fade")
    duration, night, seen = app.state["duration"], app.state["night"], len(app.frames())
    app.key("z")
    app.until(lambda: app.state["duration"] > duration + 500, what="a longer night")
    app.until(lambda: app.state["night"] > night + 3.0, what="going on")
    assert app.state["section"] in ("bed", "fade")
    assert app.state["playing"]
    assert max((frame["m"] for frame in app.frames(seen)), default=0.0) <= LATE_CAP
    leave(app)


def test_drift_back(start: Start) -> None:
    """After a long quiet, b leads to the sentence at which one last gave a sign."""
    app = playing(start, "the-bridge-of-light", DREAMPLAYER_QUIET="2.0")
    app.key("Next")
    app.until(lambda: app.state["sentence"] >= 0, what="a sentence")
    app.key("w")
    app.until(lambda: app.state["toast"] == "highlight-off", what="a sign of being awake")
    awake = app.state["night"]
    app.until(lambda: app.state["night"] > awake + 6.0, what="drifting off")
    app.key("b")
    app.until(lambda: app.state["toast"] == "drift", what="the word about it")
    app.until(lambda: app.state["night"] < awake + 3.0, what="where one was")
    assert app.state["night"] > awake - 3.0
    leave(app)


def test_gentle(start: Start) -> None:
    """Switched on in the middle, the night goes on at the same place and spends less time in the hard passages."""
    app = playing(start, "the-fallen-star")
    app.key("Next")
    app.until(lambda: app.state["sentence"] >= 0, what="a sentence")
    sentence, duration = app.state["sentence"], app.state["duration"]
    app.key("g")
    app.until(lambda: app.state["gentle"], what="gentle")
    assert app.state["toast"] == "gentle-on"
    app.until(lambda: app.state["duration"] < duration - 3.0, what="a shorter night")
    app.until(lambda: app.state["sentence"] >= sentence and app.state["playing"], what="the same place")
    leave(app)


def test_killed_and_come_back(start: Start, tmp_path: Path) -> None:
    """After kill -9 the next start goes on at the sentence, not at the beginning."""
    app = playing(start, "the-blue-door")
    app.key("Next", "Next", "Next")
    places = tmp_path / "home" / "state" / "places.json"

    def kept() -> int:
        return max((e["here"]["sentence"] for e in json.loads(places.read_text()).values()), default=-1)

    app.until(lambda: places.exists() and kept() > 0, what="a kept place")
    app.kill()
    sentence = kept()
    again = start("play", "the-blue-door", "--voice", "silent")
    again.until(lambda: again.state.get("sentence", -1) >= 0, what="a sentence")
    assert abs(again.seen("state")[0]["sentence"] - sentence) <= 1
    again.until(lambda: any(frame["m"] > 0 for frame in again.frames()), what="a picture")
    leave(again)


def test_remembered_and_forgotten(start: Start, tmp_path: Path) -> None:
    """Q keeps the place for the next start, q lets it go."""
    app = playing(start, "the-blue-door")
    app.key("Next", "Next")
    app.until(lambda: app.state["night"] > 70.0, what="the story")
    app.key("Q")
    assert app.wait() == 0
    again = start("play", "the-blue-door", "--voice", "silent")
    again.until(lambda: again.state.get("night", 0.0) > 65.0, what="the story again")
    leave(again)
    entry = next(iter(json.loads((tmp_path / "home" / "state" / "places.json").read_text()).values()))
    assert "here" not in entry


def test_no_screen_names_what_can_be_done(start: Start) -> None:
    """Without a display the app says so in one sentence and names render."""
    app = start("play", "the-blue-door", DISPLAY="")
    assert app.wait() == 1
    said = app.errors()
    assert "no screen" in said
    assert "dreamplayer render" in said


@pytest.mark.parametrize("driver", ["pulseaudio", "nonesuch"])
def test_no_sound_server_is_a_silent_night(start: Start, driver: str, tmp_path: Path) -> None:
    """With a sound server that is not there, or no sound at all, the night runs on a silent clock, and says so."""
    nobody = f"unix:{tmp_path}/nobody"
    app = start("play", "the-blue-door", "--voice", "silent", SDL_AUDIODRIVER=driver, PULSE_SERVER=nobody)
    app.until(lambda: app.state.get("night", 0.0) > 0.5, what="a running night")
    assert any(entry["toast"] == "silent" for entry in app.seen("state"))
    leave(app)


def test_once_more_and_softer(start: Start, tmp_path: Path) -> None:
    """`o` and `*` while it plays: told and rung out, the night goes dark and begins again; the passage is kept."""
    tale = tmp_path / "mill.txt"
    tale.write_text("A lamp burns in the mill.")
    app = playing(start, str(tale), "--bed", "1", "--intro-minutes", "0.25")
    app.key("o", "asterisk")
    app.until(lambda: app.state["toast"] == "passage-loved", what="a marked passage")
    app.key("1")
    app.until(lambda: app.state["night"] > 60.0, what="close to the bed")
    app.key("l", "l", "l")
    told = app.state["night"]
    app.until(lambda: app.state["night"] < told - 30.0 and app.state["section"] == "wind-in", what="the next one")
    app.until(lambda: app.state["complete"] is True, what="a whole score")
    assert app.state["toast"] == "notice"
    kept = json.loads((tmp_path / "home" / "data" / "favourites.json").read_text())
    assert [one["name"] for one in kept["passages"]] == [str(tale)]
    leave(app)
