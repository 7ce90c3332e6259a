"""The app is ended from outside: the place is kept, the inhibitor let go, nothing is left."""

from __future__ import annotations

import json
import signal
import sys
from pathlib import Path

import pytest

from tests.journey.conftest import Start

from .watch import Children

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks the kernel's process table"),
]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_keeps_the_place(start: Start, tmp_path: Path, number: signal.Signals) -> None:
    """A night that was picked on the shelf ends with the app, and its place is the one that was heard last."""
    app = start("--voice", "silent")
    app.until(lambda: app.shelf.get("shown") == 5, what="the shelf")
    app.key("Return")
    app.until(lambda: app.state.get("complete") is True, what="a night")
    app.key("Right")
    app.until(lambda: app.state["sentence"] >= 0, what="a sentence")
    children = Children(app.process.pid)
    app.process.send_signal(number)
    assert app.wait(20) == (130 if number == signal.SIGINT else 0), app.errors()
    places = json.loads((tmp_path / "home" / "state" / "places.json").read_text())
    (place,) = places.values()
    assert place["here"]["t"] == pytest.approx(app.state["night"], abs=1.0)
    assert children.left() == set()


def test_a_signal_on_the_shelf(start: Start) -> None:
    """The picker ends too."""
    app = start("--voice", "silent")
    app.until(lambda: app.shelf.get("shown") == 5, what="the shelf")
    children = Children(app.process.pid)
    app.process.send_signal(signal.SIGTERM)
    assert app.wait(20) == 0, app.errors()
    assert children.left() == set()
