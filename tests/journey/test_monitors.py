"""A desk with two monitors, looked at from outside."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator

import numpy as np
import pytest

from .conftest import Start, need
from .monitors import Monitors

pytestmark = pytest.mark.slow

_BLUE = (64, 96, 160)


@pytest.fixture
def desk() -> Iterator[Monitors]:
    """Two monitors with a lit desktop on them."""
    need("Xvnc", "openbox", "xdotool", "xsetroot")
    made = Monitors()
    environment = {**os.environ, "DISPLAY": made.display}
    manager = subprocess.Popen(["openbox"], env=environment, stderr=subprocess.DEVNULL)
    subprocess.run(["xsetroot", "-solid", "#{:02x}{:02x}{:02x}".format(*_BLUE)], env=environment, check=True)
    yield made
    manager.terminate()
    manager.wait(timeout=10)
    made.close()


def lit(picture: np.ndarray) -> float:
    """Share of a monitor that shows the desktop."""
    return float((np.abs(picture.astype(int) - _BLUE).max(-1) < 8).mean())


def test_the_other_monitor_goes_black(start: Start, desk: Monitors) -> None:
    """While a dream fills one monitor the other is true black; both are given back when it is left."""
    assert [lit(picture) > 0.9 for picture in desk.look()] == [True, True]
    app = start("play", "the-blue-door", "--voice", "silent", DISPLAY=desk.display)
    app.until(lambda: app.state.get("complete") is True, what="a night")
    app.key("Right")
    app.until(lambda: app.state["night"] > 61.0 and app.frames()[-1]["m"] > 0.003, what="a picture")
    left, right = desk.look()
    shown, black = (left, right) if left.max() > 0 else (right, left)
    assert shown.max() > 10
    assert lit(shown) < 0.01
    assert black.max() == 0
    app.key("q")
    assert app.wait() == 0
    assert [lit(picture) > 0.9 for picture in desk.look()] == [True, True]
