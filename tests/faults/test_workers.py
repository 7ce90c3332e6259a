"""The processes of voice, shelf and file reader are killed and stopped while the app is in its window."""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from pathlib import Path

import pytest

from tests.journey.conftest import App, Start, need_system_voice

from .watch import Children, child

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks the kernel's process table"),
]
VOICE = "dreamplayer.narration.worker.voice_worker"
SHELF = "dreamplayer.app.picker.shelf_worker"
READER = "dreamplayer.app.file_reading.worker"
RIVER = "".join(f"Lantern {i} floats by on the river. Star {i} is over the {i + 2} old trees.\n\n" for i in range(400))
"""A text of which sentence after sentence is still to be told."""


def there(app: App, module: str, but: int = 0) -> int:
    """The process of the app that runs a module, once there is one that is not `but`."""
    app.until(lambda: child(app.process.pid, module) not in (0, but), what=f"a process of {module}")
    return child(app.process.pid, module)


def goes_on(app: App, since: int, after: str) -> None:
    """The night plays two seconds on, frames are shown, and nothing jumped since that state."""
    night, shown = app.state["night"], len(app.frames())
    app.until(lambda: app.state["night"] > night + 2.0, what=f"the night after: {after}")
    app.until(lambda: len(app.frames()) > shown + 2, what=f"a picture after: {after}")
    states = app.seen("state")[since:]
    assert all(state["playing"] for state in states), after
    passed = states[-1]["at"] - states[0]["at"]
    assert states[-1]["night"] - states[0]["night"] < passed + 1.5, after


def test_voice_and_file_reader_in_a_night(start: Start, tmp_path: Path) -> None:
    """The voice killed and its successor stopped, the reader killed over a dropped file: the night goes on."""
    need_system_voice()
    text = tmp_path / "river.txt"
    text.write_text(RIVER)
    app = start("play", str(text), "--voice", "system")
    app.until(lambda: app.state.get("night", 0.0) > 0.5, what="a night")
    since = len(app.seen("state"))
    killed = there(app, VOICE)
    os.kill(killed, signal.SIGKILL)
    goes_on(app, since, "voice killed")
    since = len(app.seen("state"))
    os.kill(there(app, VOICE, but=killed), signal.SIGSTOP)
    goes_on(app, since, "voice stopped")
    since = len(app.seen("state"))
    damaged = tmp_path / "damaged.epub"
    damaged.write_bytes(b"PK\x03\x04" + b"\xff" * 400)
    app.send(f"drop {damaged}")
    app.until(lambda: app.state["toast"] == "not-a-dream", what="what is wrong with the damaged file")
    long = tmp_path / "long.txt"
    long.write_text("A slow river goes by the old house, and the light on it is kind.\n\n" * 20_000)
    app.send(f"drop {long}")
    time.sleep(0.2)
    lost = there(app, READER)
    os.kill(lost, signal.SIGKILL)
    logs = tmp_path / "home" / "state"
    app.until(
        lambda: any("lost over" in path.read_text(errors="replace") for path in logs.glob("*.log")),
        what="the reader, lost over the file",
    )
    goes_on(app, since, "file reader killed")
    good = tmp_path / "harbour.txt"
    good.write_text("A boat comes home to the harbour, and the lamps are lit one by one.\n")
    there(app, READER, but=lost)
    app.send(f"drop {good}")
    app.until(
        lambda: app.state["toast"] == "tomorrow" and any((tmp_path / "home").rglob("harbour.txt")),
        what="the next file, read by another process",
    )
    children = Children(app.process.pid)
    app.process.send_signal(signal.SIGTERM)
    assert app.wait(20) == 0, app.errors()
    places = json.loads((tmp_path / "home" / "state" / "places.json").read_text())
    assert any(place["here"]["t"] == pytest.approx(app.state["night"], abs=1.0) for place in places.values())
    assert children.left() == set()


def test_a_voice_that_dies_again_and_again(start: Start, tmp_path: Path) -> None:
    """Each process of the voice is killed: after three there is no other, and the sentences go on as captions."""
    need_system_voice()
    text = tmp_path / "river.txt"
    text.write_text(RIVER)
    app = start("play", str(text), "--voice", "system")
    app.until(lambda: app.state.get("night", 0.0) > 0.5, what="a night")
    since = len(app.seen("state"))
    killed: set[int] = set()
    for _ in range(3):
        app.until(lambda: child(app.process.pid, VOICE) not in (0, *killed), what="a process of the voice")
        killed.add(found := child(app.process.pid, VOICE))
        os.kill(found, signal.SIGKILL)
    app.until(lambda: app.state["toast"] == "notice", what="a sentence about the voice")
    goes_on(app, since, "three voices killed")
    horizon = app.state["duration"]
    app.until(lambda: app.state["duration"] > horizon or app.state["complete"], what="the night composed further")
    assert child(app.process.pid, VOICE) in (0, *killed)
    app.key("Next")
    app.until(lambda: app.state["sentence"] >= 0, what="a sentence")
    first = app.state["sentence"]
    app.until(lambda: app.state["sentence"] > first, what="the next sentence")
    assert child(app.process.pid, VOICE) in (0, *killed)


def test_the_shelf(start: Start) -> None:
    """What draws the shelf is killed, and its successor stopped: the shelf is there, can be gone through and left."""
    app = start("--voice", "silent")
    killed = there(app, SHELF)
    os.kill(killed, signal.SIGKILL)
    app.until(lambda: app.shelf.get("shown") == 5, what="the shelf without its process")
    os.kill(there(app, SHELF, but=killed), signal.SIGSTOP)
    for key in ("Right", "Left"):
        name, shown = app.shelf["name"], len(app.frames())
        app.key(key)
        app.until(lambda: app.shelf["name"] != name, what="another card")  # noqa: B023
        app.until(lambda: len(app.frames()) > shown + 2, what="a picture of it")  # noqa: B023
    assert app.shelf["shown"] == 5
    children = Children(app.process.pid)
    app.key("Escape")
    assert app.wait(20) == 0, app.errors()
    assert children.left() == set()
