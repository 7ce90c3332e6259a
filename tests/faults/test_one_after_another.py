"""Faults one after another in one night of the app: it plays on after each, and keeps the place at the end."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.journey.conftest import App, Start, need

from .watch import Children, child, descendants

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks the kernel's process table"),
]
PAINTER = "dreamplayer.app.render_worker.worker"
TEXT = "You stand by a river under the moon. A lantern floats on the water. An owl calls from a dark tree.\n\n" * 40


@dataclass
class Night:
    """What faults are done to."""

    app: App
    home: Path
    text: Path
    bus: subprocess.Popen[str]

    def signal(self, module: str, *numbers: signal.Signals) -> None:
        """To the process of the app that runs a module, where there is one at the moment."""
        pid = child(self.app.process.pid, module)
        for number in numbers:
            if pid:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, number)


def _damage(folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_file():
            path.write_bytes(b"\xff" * 64)


def _in_its_place(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.write_text("a file where the folder was")


def _put_back(folder: Path) -> None:
    folder.unlink()
    folder.mkdir(parents=True)


def _drop(night: Night, name: str, data: bytes) -> None:
    path = night.home.parent / name
    path.write_bytes(data)
    night.app.send(f"drop {path}")


def _drop_pipe(night: Night) -> None:
    path = night.home.parent / "pipe.txt"
    os.mkfifo(path)
    night.app.send(f"drop {path}")


def _kill_all(night: Night) -> None:
    for pid in descendants(night.app.process.pid):
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


FAULTS: list[tuple[str, Callable[[Night], object]]] = [
    ("painter killed", lambda night: night.signal(PAINTER, signal.SIGKILL)),
    ("painter stopped", lambda night: night.signal(PAINTER, signal.SIGSTOP)),
    ("stopped painter killed", lambda night: night.signal(PAINTER, signal.SIGKILL)),
    ("text removed", lambda night: night.text.unlink()),
    ("text is another", lambda night: night.text.write_text("Another text.")),
    ("notes damaged", lambda night: night.text.with_suffix(".toml").write_bytes(b"\xff[[[")),
    ("settings damaged", lambda night: (night.home / "config" / "settings.toml").write_bytes(b"voice = \xff")),
    ("cache damaged", lambda night: _damage(night.home / "cache")),
    ("cache removed", lambda night: shutil.rmtree(night.home / "cache", ignore_errors=True)),
    ("a file in place of the cache", lambda night: _in_its_place(night.home / "cache")),
    ("cache back", lambda night: _put_back(night.home / "cache")),
    ("history damaged", lambda night: _damage(night.home / "state")),
    ("a file in place of the history", lambda night: _in_its_place(night.home / "state")),
    ("history back", lambda night: _put_back(night.home / "state")),
    ("damaged book dropped", lambda night: _drop(night, "book.epub", b"PK\x03\x04" + b"\xff" * 400)),
    ("damaged letters dropped", lambda night: _drop(night, "page.html", b"<p>" + b"&#9" * 5000)),
    ("pipe dropped", _drop_pipe),
    ("session bus killed", lambda night: night.bus.kill()),
    ("every child killed", _kill_all),
]


@pytest.fixture
def night(start: Start, tmp_path: Path) -> Iterator[Night]:
    """A text of one's own that plays, on a session bus."""
    need("dbus-daemon")
    home = tmp_path / "home"
    for name in ("config", "cache"):
        (home / name).mkdir(parents=True, exist_ok=True)
    text = tmp_path / "river.txt"
    text.write_text(TEXT)
    address = f"unix:path={tmp_path}/bus"
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--nopidfile", f"--address={address}", "--print-address"],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert bus.stdout is not None
    bus.stdout.readline()
    app = start("play", str(text), "--voice", "silent", DBUS_SESSION_BUS_ADDRESS=address)
    app.until(lambda: app.state.get("complete") is True, what="a night")
    yield Night(app, home, text, bus)
    bus.kill()
    bus.wait(timeout=10)
    bus.stdout.close()


def test_the_night_plays_on_after_each(night: Night) -> None:
    """After every fault the position goes on without a jump, a picture is shown; at the end the place is kept."""
    app = night.app
    for name, fault in FAULTS:
        before, shown, seen = app.state["night"], len(app.frames()), len(app.seen("state"))
        fault(night)
        app.until(lambda: app.state["night"] > before + 0.7, what=f"the night after: {name}")  # noqa: B023
        app.until(lambda: len(app.frames()) > shown + 2, what=f"a picture after: {name}")  # noqa: B023
        after = app.seen("state")[seen:]
        assert all(state["playing"] for state in after), name
        passed = after[-1]["at"] - after[0]["at"]
        assert after[-1]["night"] - after[0]["night"] < passed + 1.5, name
    children = Children(app.process.pid)
    app.process.send_signal(signal.SIGTERM)
    assert app.wait(20) == 0, app.errors()
    (place,) = json.loads((night.home / "state" / "places.json").read_text()).values()
    assert place["here"]["t"] == pytest.approx(app.state["night"], abs=1.0)
    assert children.left() == set()
