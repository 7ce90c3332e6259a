"""The sound server is killed, hangs and comes back; the app is stopped, and the machine sleeps."""

from __future__ import annotations

import itertools
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from tests.journey.conftest import App, Start, need
from tests.journey.sound_server import SoundServer

from .watch import Children, loudness

pytestmark = [
    pytest.mark.slow,
    pytest.mark.heard,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="PulseAudio is Linux's"),
]
AUDIBLE = 1e-4


@pytest.fixture
def server(tmp_path: Path) -> Iterator[SoundServer]:
    """A sound server with a loudspeaker."""
    need("pulseaudio", "pactl", "parec")
    made = SoundServer(tmp_path)
    made.add("room")
    yield made
    made.close()


@pytest.fixture
def app(start: Start, server: SoundServer) -> App:
    """A night that is heard, in its story."""
    made = start(
        "play", "the-bridge-of-light", "--voice", "silent", SDL_AUDIODRIVER="pulseaudio", PULSE_SERVER=server.address
    )
    made.until(lambda: made.state.get("complete") is True, what="a whole score")
    made.key("Next")
    made.until(lambda: made.state["night"] > 62.0, what="the story")
    return made


def heard_again(server: SoundServer, name: str, seconds: float) -> np.ndarray:
    """The loudness of a new ear from now on, once something is heard; it is waited for so many seconds."""
    path = server.listen(name)
    end = time.monotonic() + seconds
    while (level := loudness(path)).max(initial=0.0) < AUDIBLE:
        assert time.monotonic() < end, "no sound came back"
        time.sleep(0.1)
    time.sleep(3.0)
    level = loudness(path)
    return level[int(np.argmax(level > 1e-6)) :]


def goes_on(app: App, since: int) -> None:
    """The position never goes back, never jumps, and the night plays."""
    states = app.seen("state")[since:]
    assert all(state["playing"] for state in states)
    for before, after in itertools.pairwise(states):
        assert -0.05 < after["night"] - before["night"] < 1.5 + (after["at"] - before["at"]), (before, after)


def test_a_killed_server_that_comes_back(app: App, server: SoundServer) -> None:
    """Killed: the night goes on by the clock of the machine. Back: it is heard within five seconds, softly at first."""
    since = len(app.seen("state"))
    server.kill()
    night = app.state["night"]
    app.until(lambda: app.state["night"] > night + 6.0, what="the picture going on without sound")
    server.come_back()
    server.add("room")
    level = heard_again(server, "room", 5.0)
    # A ramp of two seconds: what is heard first is softer than what follows.
    assert level[0] < 0.5 * level[10:].max()
    goes_on(app, since)
    children = Children(app.process.pid)
    app.process.send_signal(signal.SIGTERM)
    assert app.wait(20) == 0, app.errors()
    assert children.left() == set()


def test_a_server_that_hangs_and_goes_on(app: App, server: SoundServer) -> None:
    """Stopped: the night goes on, and the app can be left. Going on: it is heard within five seconds."""
    since = len(app.seen("state"))
    server.stop()
    night = app.state["night"]
    app.until(lambda: app.state["night"] > night + 8.0, what="the picture going on without sound")
    server.stop(go_on=True)
    heard_again(server, "room", 5.0)
    goes_on(app, since)
    server.stop()
    time.sleep(3.0)
    app.process.send_signal(signal.SIGTERM)
    assert app.wait(20) == 0, app.errors()
    server.stop(go_on=True)


def test_the_app_is_stopped(app: App, server: SoundServer) -> None:
    """Six seconds of SIGSTOP: the position goes on from what was heard last, and does not stand still."""
    app.process.send_signal(signal.SIGSTOP)
    time.sleep(6.0)
    before = app.state
    app.process.send_signal(signal.SIGCONT)
    app.until(lambda: app.state["at"] > before["at"] + 9.0, what="three seconds after it")
    after = [state for state in app.seen("state") if state["at"] > before["at"] + 6.0]
    assert after[0]["night"] - before["night"] < 1.5
    assert 1.0 < after[-1]["night"] - before["night"] < 5.0
    heard_again(server, "room", 5.0)
