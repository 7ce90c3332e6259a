"""The machine is suspended for a night: clocks leap, the sound device stands still, goes away, and comes back."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journey.conftest import App, Start, need

from .hearing import FLOOR, SILENT, VOICE_RISE, Recording, jumps
from .session import LOUDSPEAKER, Night, begun

pytestmark = [
    pytest.mark.slow,
    pytest.mark.heard,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="PulseAudio is Linux's"),
]
EIGHT_HOURS = 8 * 3600.0


@pytest.fixture
def night(start: Start, tmp_path: Path) -> Iterator[Night]:
    """A night that is heard."""
    need("dbus-daemon", "pulseaudio", "pactl", "parec")
    with begun(start, tmp_path) as made:
        yield made


def sleep(night: Night) -> dict[str, float]:
    """All stands still for a moment that the clocks count as eight hours; gives the state before it."""
    before = night.app.state
    night.server.stop()
    night.app.send(f"sleep {EIGHT_HOURS}")
    time.sleep(0.3)
    return before


def goes_on(app: App, before: dict[str, float]) -> None:
    """The position stays by the monotonic clock, the night plays on."""
    state = app.state
    assert state["playing"]
    assert -0.05 < state["night"] - before["night"] < state["at"] - before["at"] + 1.5


def comes_back(recording: Recording, seconds: float) -> None:
    """It is silent, then heard within so many seconds, and nothing jumps on its way up."""
    end = time.monotonic() + seconds
    while recording.measured().window(1.0, 0.1)[1].max(initial=SILENT) < FLOOR:
        assert time.monotonic() < end, "no sound came back"
        time.sleep(0.3)
    recording.wait(9.0)
    sound = recording.measured()
    assert jumps(sound, 0.0, recording.seconds, VOICE_RISE) == []
    _, level = sound.window(1.0, 0.1)
    assert level[-10:].min() > FLOOR
    # It was taken down, whatever the night itself does meanwhile.
    assert level[level > SILENT].min() < level[-1] - 8.0


def test_a_suspended_machine(night: Night) -> None:
    """Three sleeps: the device goes on; there is another sound server afterwards; the plug was pulled and put back.

    After the last the night rests until Space: whoever pulled a plug may not want to hear another loudspeaker.
    """
    app = night.app
    before = sleep(night)
    night.server.stop(go_on=True)
    night.listen()
    comes_back(night.recording, 5.0)
    goes_on(app, before)

    before = sleep(night)
    night.server.kill()
    app.until(lambda: app.state["night"] > before["night"] + 3.0, what="the night without a sound server")
    night.server.come_back()
    plug = night.server.add(LOUDSPEAKER)
    night.listen()
    comes_back(night.recording, 12.0)
    goes_on(app, before)

    before = sleep(night)
    night.server.stop(go_on=True)
    night.server.remove(plug)
    night.server.add(LOUDSPEAKER)
    night.listen()
    app.until(lambda: app.state["playing"] is False, what="rest on a pulled plug")
    assert app.state["toast"] == "device-lost"
    night.recording.wait(3.0)
    assert night.recording.measured().window(1.0, 0.1)[1].max() < SILENT
    assert -0.05 < app.state["night"] - before["night"] < 5.0
    app.key("space")
    position = app.state["night"]
    app.until(lambda: app.state["night"] > position + 2.0, what="going on")
    assert night.recording.measured().window(1.0, 0.1)[1].max() > FLOOR
