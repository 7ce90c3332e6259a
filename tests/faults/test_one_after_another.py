"""Faults one after another in one night of the app: it plays on and is heard after each, and keeps the place."""

from __future__ import annotations

import json
import signal
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.journey.conftest import Start, need

from .hearing import SILENT, gaps, jumps
from .session import QUICK, Night, begun, in_order, suffer
from .watch import Children

pytestmark = [
    pytest.mark.slow,
    pytest.mark.heard,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks the kernel's process table"),
]


@pytest.fixture
def night(start: Start, tmp_path: Path) -> Iterator[Night]:
    """A text of one's own that plays, on a session bus and a sound server."""
    need("dbus-daemon", "pulseaudio", "pactl", "parec")
    with begun(start, tmp_path) as made:
        yield made


def test_the_night_plays_on_after_each(night: Night) -> None:
    """After every fault picture and sound go on without a jump or a gap; at the end the place is kept."""
    outcomes = [suffer(night, fault) for fault in in_order(QUICK)]
    # What is written ahead lasts five seconds: a writer that stands is heard after those.
    night.recording.wait(4.5)
    app = night.app
    children = Children(app.process.pid)
    app.process.send_signal(signal.SIGTERM)
    sound = night.recording.measured()
    outcomes[-1] = replace(outcomes[-1], end=outcomes[-1].end + 4.5)
    for outcome in outcomes:
        ends, level = sound.window(1.0, 0.1)
        inside = (ends > outcome.start) & (ends <= outcome.end)
        assert level[inside].min() > SILENT, f"no sound after: {outcome.fault.name}"
        assert jumps(sound, outcome.start, outcome.end) == [], outcome.fault.name
        assert gaps(sound, outcome.start, outcome.end) == [], outcome.fault.name
    assert app.wait(20) == 0, app.errors()
    (place,) = json.loads((night.home / "state" / "places.json").read_text()).values()
    assert place["here"]["t"] == pytest.approx(app.state["night"], abs=1.0)
    assert children.left() == set()
