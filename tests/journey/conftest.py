"""A screen, a desktop and an app in them, as a person would have."""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

import pytest

from dreamplayer.catalogue import voices

HERE = Path(__file__).resolve().parent
PATIENCE = 240.0
"""Seconds a busy machine may take for what is at once on a quiet one."""
CAP = 0.106
"""Most mean melanopic load of a frame: 10 lx at the eye on a bright 24-inch screen."""
LATE_CAP = 0.0107
"""The same for 1 lx, in the fade, and what eight bits round it by."""
JUMP = 0.03
"""Most change of load between two frames."""


def need(*tools: str) -> None:
    """Skip where a tool of the system is missing, naming it; in CI that is a failure."""
    for tool in tools:
        if shutil.which(tool) is None:
            if os.environ.get("CI") == "true":
                pytest.fail(f"{tool} is missing in CI")
            pytest.skip(f"{tool} is not installed")


def need_system_voice() -> None:
    """Skip where the plain voice cannot speak; in CI, which installs its library with the app, that is a failure."""
    lacking = voices()["system"].missing()
    if lacking is not None and os.environ.get("CI") == "true":
        pytest.fail(lacking)
    if lacking is not None:
        pytest.skip(lacking)


@contextlib.contextmanager
def screen() -> Iterator[str]:
    """An X server with a window manager; gives its name."""
    need("Xvfb", "openbox", "xdotool")
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "640x360x24", "-nolisten", "tcp"],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as pipe:
        name = ":" + pipe.readline().strip()
    manager = subprocess.Popen(["openbox"], env={**os.environ, "DISPLAY": name}, stderr=subprocess.DEVNULL)
    try:
        yield name
    finally:
        for child in (manager, server):
            child.terminate()
            child.wait(timeout=10)


@pytest.fixture(scope="session")
def display() -> Iterator[str]:
    """An X server with a window manager."""
    with screen() as name:
        yield name


class App:
    """The app in its own process, watched."""

    def __init__(
        self, log: Path, environment: dict[str, str], arguments: tuple[str, ...], through: tuple[str, ...] = ()
    ) -> None:
        self.log = log
        self._environment = environment
        self._read = 0
        self._seen: list[dict[str, Any]] = []
        self._said = log.with_suffix(".err")
        with self._said.open("w") as said:
            self.process = self._start(arguments, said, through)

    def _start(self, arguments: tuple[str, ...], said: IO[str], through: tuple[str, ...]) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [*through, sys.executable, str(HERE / "watched.py"), str(self.log), *arguments],
            env=self._environment,
            stdin=subprocess.PIPE,
            stderr=said,
            text=True,
        )

    def seen(self, kind: str) -> list[dict[str, Any]]:
        """All that was written down so far of a kind."""
        if self.log.exists():
            with self.log.open(encoding="utf-8") as file:
                file.seek(self._read)
                while (line := file.readline()).endswith("\n"):
                    self._seen.append(json.loads(line))
                    self._read = file.tell()
        return [entry for entry in self._seen if entry["kind"] == kind]

    @property
    def state(self) -> dict[str, Any]:
        """Where the night stands."""
        found = self.seen("state")
        return found[-1] if found else {}

    @property
    def shelf(self) -> dict[str, Any]:
        """How the picker stands."""
        found = self.seen("picker")
        return found[-1] if found else {}

    def frames(self, since: int = 0) -> list[dict[str, Any]]:
        """What was shown, from the frame of that number on."""
        return self.seen("frame")[since:]

    def until(self, true: Callable[[], bool], seconds: float = PATIENCE, what: str = "") -> None:
        """Wait for something to come true in the app."""
        end = time.monotonic() + seconds
        while not true():
            if self.process.poll() is not None and not true():
                raise AssertionError(f"the app ended: {self.errors()}")
            assert time.monotonic() < end, f"it never came: {what}; {self.state}"
            time.sleep(0.05)

    def click(self, x: int, y: int) -> None:
        """Move the pointer there and click, as a person with a mouse."""
        for step in (
            ["mousemove", str(x - 3), str(y)],
            ["mousemove", str(x), str(y)],
            ["sleep", "0.3"],
            ["click", "1"],
        ):
            subprocess.run(["xdotool", *step], env=self._environment, check=True)

    def key(self, *names: str) -> None:
        """Press keys, as a person at the keyboard."""
        subprocess.run(["xdotool", "key", "--delay", "40", *names], env=self._environment, check=True)

    def mouse(self, x: int, y: int) -> None:
        """Nudge the mouse."""
        subprocess.run(["xdotool", "mousemove", str(x), str(y)], env=self._environment, check=True)

    def send(self, line: str, *, done: bool = True) -> None:
        """Have done in the app what no X tool can do, and wait until it is."""
        assert self.process.stdin is not None
        count = len(self.seen("done"))
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        if not done:
            return
        self.until(lambda: len(self.seen("done")) > count, what=line)
        assert "error" not in self.seen("done")[-1], self.seen("done")[-1]

    def wait(self, seconds: float = PATIENCE) -> int:
        """Until it ends by itself; its exit code."""
        return self.process.wait(timeout=seconds)

    def errors(self) -> str:
        """What it said on standard error, once it has ended."""
        return self._said.read_text()[-2000:]

    def close(self) -> None:
        """End it if it still runs, and let its pipes go."""
        if self.process.poll() is None:
            self.kill()
        if self.process.stdin is not None:
            self.process.stdin.close()

    def kill(self) -> None:
        """As a flat battery would."""
        self.process.kill()
        self.process.wait(timeout=10)


def assert_dark(app: App) -> None:
    """The first frame is black, none is lighter than its part of the night allows, none jumps."""
    frames = app.seen("frame")
    if not frames:
        return
    assert frames[0]["m"] < 0.001, "the first frame is not black"
    assert max(frame["m"] for frame in frames) <= CAP
    for before, after in itertools.pairwise(frames):
        if after["at"] - before["at"] < 0.2:
            assert abs(after["m"] - before["m"]) < JUMP, (before, after)
    late = [entry["at"] for entry in app.seen("state") if entry["section"] in ("fade", "dark")]
    dim = [frame for frame in frames if late and late[0] + 2.0 < frame["at"] <= late[-1]]
    assert max((frame["m"] for frame in dim), default=0.0) <= LATE_CAP


Start = Callable[..., App]


@contextlib.contextmanager
def starter(display: str, folder: Path) -> Iterator[Start]:
    """Starts the app in a home of its own in a folder; at the end every app is ended, and its frames' light checked.

    `through`: a command that becomes the app, such as one that takes rights away.
    """
    apps: list[App] = []
    home = folder / "home"
    (home / "state").mkdir(parents=True)
    (home / "state" / "app.json").write_text('{"welcomed": true}')

    def begin(*arguments: str, through: tuple[str, ...] = (), **environment: str) -> App:
        plain = {name: value for name, value in os.environ.items() if name not in ("WAYLAND_DISPLAY", "PULSE_SERVER")}
        full = {
            **plain,
            "DISPLAY": display,
            "DREAMPLAYER_HOME": str(home),
            "SDL_AUDIODRIVER": "dummy",
            "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent",
            "LANG": "C.UTF-8",
            **environment,
        }
        app = App(folder / f"log{len(apps)}.jsonl", full, arguments, through)
        apps.append(app)
        return app

    try:
        yield begin
    finally:
        for app in apps:
            app.close()
    for app in apps:
        assert_dark(app)


@pytest.fixture
def start(display: str, tmp_path: Path) -> Iterator[Start]:
    """Start the app in a home of its own; every app is ended with the test, and the light of its frames looked at."""
    with starter(display, tmp_path) as begin:
        yield begin
