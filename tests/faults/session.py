"""Faults of the machine and its services, done one after another to one night that is played in a window and heard."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.journey.conftest import App, Start
from tests.journey.sound_server import SoundServer

from .hearing import Recording
from .watch import child, descendants

PAINTER = "dreamplayer.app.render_worker.worker"
TEXT = "You stand by a river under the moon. A lantern floats on the water. An owl calls from a dark tree.\n\n" * 40
LOUDSPEAKER = "room"
SETTLED = 4.5
"""Seconds after which nothing of a seek is in the short-term loudness."""
JUMP = 1.5
"""Seconds by which the position may run ahead of the clock on the wall."""


@dataclass
class Night:
    """What faults are done to."""

    app: App
    home: Path
    text: Path
    bus: subprocess.Popen[str]
    server: SoundServer
    recording: Recording

    def signal(self, module: str, *numbers: signal.Signals) -> None:
        """To the process of the app that runs a module, where there is one at the moment."""
        pid = child(self.app.process.pid, module)
        for number in numbers:
            if pid:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, number)

    def listen(self) -> None:
        """Record the loudspeaker anew; what was recorded so far is kept in another file."""
        before = self.recording.path
        self.recording.path = before.rename(before.with_suffix(f".{time.monotonic_ns()}.raw"))
        self.recording = Recording(self.server.listen(LOUDSPEAKER))


@dataclass(frozen=True)
class Fault:
    """One thing that goes wrong."""

    name: str
    do: Callable[[Night], object]
    silences: bool = False
    """Whether the sound goes away with it, and must come back slowly. It is then recorded anew."""
    frozen: bool = False
    """Whether the app itself does not run meanwhile, and shows no frame."""


def _damage(folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_file():
            path.write_bytes(b"\xff" * 64)


def _in_its_place(folder: Path) -> None:
    # The app writes there every few seconds and may make its folder anew in between.
    while not folder.is_file():
        shutil.rmtree(folder, ignore_errors=True)
        with contextlib.suppress(IsADirectoryError):
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


def _server_killed(night: Night) -> None:
    night.server.kill()
    position = night.app.state["night"]
    night.app.until(lambda: night.app.state["night"] > position + 4.0, what="the night without a sound server")
    night.server.come_back()
    night.server.add(LOUDSPEAKER)


def _server_hangs(night: Night) -> None:
    night.server.stop()
    position = night.app.state["night"]
    night.app.until(lambda: night.app.state["night"] > position + 8.0, what="the night while the server hangs")
    night.server.stop(go_on=True)


def _app_stopped(night: Night) -> None:
    night.app.process.send_signal(signal.SIGSTOP)
    time.sleep(6.0)
    night.app.process.send_signal(signal.SIGCONT)


QUICK: tuple[tuple[Fault, ...], ...] = (
    (
        Fault("painter killed", lambda night: night.signal(PAINTER, signal.SIGKILL)),
        Fault("painter stopped", lambda night: night.signal(PAINTER, signal.SIGSTOP)),
        Fault("stopped painter killed", lambda night: night.signal(PAINTER, signal.SIGKILL)),
    ),
    (
        Fault("text removed", lambda night: night.text.unlink(missing_ok=True)),
        Fault("text is another", lambda night: night.text.write_text("Another text.")),
    ),
    (Fault("notes damaged", lambda night: night.text.with_suffix(".toml").write_bytes(b"\xff[[[")),),
    (Fault("settings damaged", lambda night: (night.home / "config" / "settings.toml").write_bytes(b"voice = \xff")),),
    (
        Fault("cache damaged", lambda night: _damage(night.home / "cache")),
        Fault("cache removed", lambda night: shutil.rmtree(night.home / "cache", ignore_errors=True)),
        Fault("a file in place of the cache", lambda night: _in_its_place(night.home / "cache")),
        Fault("cache back", lambda night: _put_back(night.home / "cache")),
    ),
    (
        Fault("history damaged", lambda night: _damage(night.home / "state")),
        Fault("a file in place of the history", lambda night: _in_its_place(night.home / "state")),
        Fault("history back", lambda night: _put_back(night.home / "state")),
    ),
    (Fault("damaged book dropped", lambda night: _drop(night, "book.epub", b"PK\x03\x04" + b"\xff" * 400)),),
    (Fault("damaged letters dropped", lambda night: _drop(night, "page.html", b"<p>" + b"&#9" * 5000)),),
    (Fault("pipe dropped", _drop_pipe),),
    (Fault("session bus killed", lambda night: night.bus.kill()),),
    (Fault("every child killed", _kill_all),),
)
"""Faults in groups whose order holds; each takes a moment, and the sound goes on through it."""
SLOW: tuple[tuple[Fault, ...], ...] = (
    (Fault("sound server killed, and back", _server_killed, silences=True),),
    (Fault("sound server hangs, and goes on", _server_hangs, silences=True),),
    (Fault("app stopped for six seconds", _app_stopped, silences=True, frozen=True),),
)
"""Faults that take the sound away for seconds."""


def in_order(groups: Sequence[tuple[Fault, ...]], seed: int | None = None) -> list[Fault]:
    """The faults of all groups; with a seed the groups are shuffled."""
    shuffled = list(groups)
    if seed is not None:
        random.Random(seed).shuffle(shuffled)
    return [fault for group in shuffled for fault in group]


@dataclass(frozen=True)
class Outcome:
    """What followed a fault."""

    fault: Fault
    start: float
    """Second of the recording at which it was done; of a new recording where it silences."""
    end: float
    """Second of the recording at which the next one was."""
    recording: Recording
    ahead: float
    """Most seconds by which the position ran ahead of the clock on the wall."""
    light: float
    """Largest melanopic load of a frame."""


@contextlib.contextmanager
def begun(start: Start, folder: Path) -> Iterator[Night]:
    """A text of one's own in its story, heard through a sound server and recorded, on a session bus."""
    home = folder / "home"
    for name in ("config", "cache"):
        (home / name).mkdir(parents=True, exist_ok=True)
    text = folder / "river.txt"
    text.write_text(TEXT)
    address = f"unix:path={folder}/bus"
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--nopidfile", f"--address={address}", "--print-address"],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert bus.stdout is not None
    bus.stdout.readline()
    server = SoundServer(folder)
    try:
        server.add(LOUDSPEAKER)
        app = start(
            "play", str(text), "--voice", "silent", DBUS_SESSION_BUS_ADDRESS=address,
            SDL_AUDIODRIVER="pulseaudio", PULSE_SERVER=server.address,
        )  # fmt: skip
        app.until(lambda: app.state.get("complete") is True, what="a night")
        app.key("Next")
        app.until(lambda: app.state["night"] > 62.0, what="the story")
        night = Night(app, home, text, bus, server, Recording(server.listen(LOUDSPEAKER)))
        night.recording.wait(SETTLED)
        yield night
    finally:
        server.close()
        bus.kill()
        bus.wait(timeout=10)
        bus.stdout.close()


def suffer(night: Night, fault: Fault, seconds: float = 1.0) -> Outcome:
    """Do it, and let the night play so many seconds on: with pictures, never at rest, without a jump."""
    app = night.app
    shown, seen, start = len(app.frames()), len(app.seen("state")) - 1, night.recording.seconds
    fault.do(night)
    if fault.silences:
        night.listen()
        start = 0.0
    position, frames = app.state["night"], len(app.frames())
    app.until(lambda: app.state["night"] > position + seconds, what=f"the night after: {fault.name}")
    app.until(lambda: len(app.frames()) > frames + 2, what=f"a picture after: {fault.name}")
    after = app.seen("state")[seen:]
    assert all(state["playing"] for state in after), fault.name
    passed = [state["at"] - after[0]["at"] for state in after]
    ahead = max(state["night"] - after[0]["night"] - at for state, at in zip(after, passed, strict=True))
    assert ahead < JUMP, fault.name
    light = max(frame["m"] for frame in app.frames()[shown:])
    return Outcome(fault, start, night.recording.seconds, night.recording, ahead, light)
