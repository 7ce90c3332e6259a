"""The app is ended from outside: the place is kept, the inhibitor let go, nothing is left."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.journey.conftest import Start, need
from tests.journey.test_desktop import Desktop

from .watch import Children

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks the kernel's process table"),
]


def released_within_a_second(room: Desktop, since: float) -> None:
    """Both inhibitors are given back by a call, not only by the end of the app's connection."""
    end = since + 10.0
    while room.held != (0, 0) and time.monotonic() < end:
        time.sleep(0.02)
    assert room.held == (0, 0)
    assert max(at for at, what, _ in room.asked if what.startswith("let")) - since < 1.0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_keeps_the_place(
    start: Start, tmp_path: Path, desktop: tuple[Desktop, str], number: signal.Signals
) -> None:
    """A night picked on the shelf ends with the app: the place heard last is kept, the inhibitors go in a second."""
    room, address = desktop
    app = start("--voice", "silent", DBUS_SESSION_BUS_ADDRESS=address)
    app.until(lambda: app.shelf.get("shown") == 5, what="the shelf")
    app.key("Return")
    app.until(lambda: app.state.get("complete") is True, what="a night")
    app.key("Right")
    app.until(lambda: app.state["sentence"] >= 0, what="a sentence")
    app.until(lambda: room.held == (1, 1), what="both inhibitors")
    children = Children(app.process.pid)
    sent = time.monotonic()
    app.process.send_signal(number)
    released_within_a_second(room, sent)
    assert app.wait(20) == (130 if number == signal.SIGINT else 0), app.errors()
    places = json.loads((tmp_path / "home" / "state" / "places.json").read_text())
    (place,) = places.values()
    assert place["here"]["t"] == pytest.approx(app.state["night"], abs=1.0)
    assert children.left() == set()


def gone_within_a_second(room: Desktop, since: float) -> None:
    """What the app held ends with its connection to the bus, at the latest."""
    while not room.released and time.monotonic() < since + 10.0:
        time.sleep(0.02)
    assert time.monotonic() - since < 1.0


@pytest.mark.parametrize("how", ["SIGKILL", "SIGSEGV", "frame raises", "frame hangs"])
def test_a_crash_holds_nothing(start: Start, desktop: tuple[Desktop, str], how: str) -> None:
    """Killed, crashed, ended by an error, or by its deadline while it hangs: nothing is held a second later."""
    room, address = desktop
    app = start("play", "the-bridge-of-light", "--voice", "silent", DBUS_SESSION_BUS_ADDRESS=address)
    app.until(lambda: room.held == (1, 1) and app.state.get("night", 0.0) > 0.5, what="a night with both inhibitors")
    children = Children(app.process.pid)
    since = time.monotonic()
    if how.startswith("SIG"):
        app.process.send_signal(signal.Signals[how])
    else:
        app.send(how)
    if how == "frame hangs":
        app.process.send_signal(signal.SIGTERM)
        app.wait(20)
        since = time.monotonic()
    gone_within_a_second(room, since)
    app.wait(20)
    assert children.left() == set()


@pytest.mark.parametrize("key", ["q", "alt+F4"])
def test_leaving_by_a_key_or_the_window(start: Start, desktop: tuple[Desktop, str], key: str) -> None:
    """Left by its own key, or its window closed by the window manager: nothing is held, no process is left."""
    room, address = desktop
    app = start("play", "the-bridge-of-light", "--voice", "silent", DBUS_SESSION_BUS_ADDRESS=address)
    app.until(lambda: room.held == (1, 1) and app.state.get("complete") is True, what="a night with both inhibitors")
    children = Children(app.process.pid)
    app.key(key)
    assert app.wait(20) == 0, app.errors()
    assert room.held == (0, 0)
    assert children.left() == set()


def test_a_signal_on_the_shelf(start: Start) -> None:
    """The picker ends too."""
    app = start("--voice", "silent")
    app.until(lambda: app.shelf.get("shown") == 5, what="the shelf")
    children = Children(app.process.pid)
    app.process.send_signal(signal.SIGTERM)
    assert app.wait(20) == 0, app.errors()
    assert children.left() == set()


def test_a_lost_display(start: Start, tmp_path: Path, desktop: tuple[Desktop, str]) -> None:
    """The display goes away under a night: the app ends, the place is at most some seconds old, nothing is left."""
    need("Xvfb")
    room, address = desktop
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "640x360x24", "-nolisten", "tcp"],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as pipe:
        name = ":" + pipe.readline().strip()
    app = start("play", "the-bridge-of-light", "--voice", "silent", DISPLAY=name, DBUS_SESSION_BUS_ADDRESS=address)
    app.until(lambda: app.state.get("night", 0.0) > 7.0 and room.held == (1, 1), what="a night with both inhibitors")
    children = Children(app.process.pid)
    server.kill()
    gone_within_a_second(room, time.monotonic())
    server.wait(timeout=10)
    app.wait(20)
    (place,) = json.loads((tmp_path / "home" / "state" / "places.json").read_text()).values()
    assert place["here"]["t"] == pytest.approx(app.state["night"], abs=8.0)
    assert children.left() == set()
