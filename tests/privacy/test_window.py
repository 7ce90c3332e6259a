"""The picker and a night in a real window, on a sound server and a session bus: nothing but the desktop's sockets."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from .trace import Home, app, traced, violations

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform != "linux", reason="strace is Linux's")]
PATIENCE = 240.0
"""Seconds a busy machine may take."""
TOOLS = ("strace", "Xvfb", "openbox", "xdotool", "pulseaudio", "pactl", "dbus-daemon")


@contextmanager
def desktop(home: Home) -> Iterator[dict[str, str]]:
    """A screen, a sound server and a session bus; gives where they are."""
    for tool in TOOLS:
        if shutil.which(tool) is None:
            if os.environ.get("CI") == "true":
                pytest.fail(f"{tool} is missing in CI")
            pytest.skip(f"{tool} is not installed")
    read, write = os.pipe()
    sound = f"unix:{home.root}/pulse.sock"
    running = [
        subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", "640x360x24", "-nolisten", "tcp"],
            pass_fds=(write,), stderr=subprocess.DEVNULL,
        ),
        subprocess.Popen(
            ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "-L",
             f"module-native-protocol-unix auth-anonymous=1 socket={sound.removeprefix('unix:')}",
             "-L", "module-null-sink"],
            env=home.environment | {"HOME": str(home.root / "server")}, stderr=subprocess.DEVNULL,
        ),
        subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", f"--address=unix:path={home.root}/bus"], stderr=subprocess.DEVNULL
        ),
    ]  # fmt: skip
    os.close(write)
    with os.fdopen(read) as pipe:
        display = ":" + pipe.readline().strip()
    manager = subprocess.Popen(["openbox"], env={**os.environ, "DISPLAY": display}, stderr=subprocess.DEVNULL)
    try:
        yield {
            "DISPLAY": display,
            "PULSE_SERVER": sound,
            "SDL_AUDIODRIVER": "pulseaudio",
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={home.root}/bus",
        }
    finally:
        for process in (manager, *running):
            process.terminate()
            process.wait(timeout=10)


def until(true: Callable[[], bool], what: str, process: subprocess.Popen[bytes]) -> None:
    """Wait for it while the app runs."""
    end = time.monotonic() + PATIENCE
    while not true():
        assert process.poll() is None, f"the app ended before {what}"
        assert time.monotonic() < end, f"it never came: {what}"
        time.sleep(0.2)


def test_picking_and_playing_stays_on_the_machine(tmp_path: Path) -> None:
    """From the first start over the shelf into a night that is heard and seen, and out again."""
    home = Home(tmp_path)
    history = tmp_path / "state" / "dreamplayer" / "history.json"
    with desktop(home) as where:
        environment = home.environment | where
        line, folder = traced(home, *app("--voice", "system"))
        with subprocess.Popen(line, env=environment, cwd=tmp_path / "home", stderr=subprocess.PIPE) as night:

            def press(key: str) -> None:
                subprocess.run(["xdotool", "key", key], env=environment, check=False)

            def begun() -> bool:
                press("Return")
                time.sleep(1.0)
                return history.exists()

            until(begun, "a night", night)
            heard = time.monotonic() + 8.0
            until(lambda: time.monotonic() > heard, "some seconds of it", night)
            press("q")
            gone = time.monotonic() + PATIENCE
            while night.poll() is None and time.monotonic() < gone:
                time.sleep(1.0)
                press("Escape")
            assert night.poll() == 0, night.stderr.read() if night.stderr else b""
    assert violations(folder, home, may_write=(Path(where["PULSE_SERVER"].removeprefix("unix:")),)) == []
