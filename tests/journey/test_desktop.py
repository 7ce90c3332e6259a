"""The app among others: on a real session bus with a screensaver and a portal, on a real sound server."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from dbus_fast import Message, Variant

from dreamplayer.app.desktop.message_bus import Bus
from dreamplayer.app.desktop.mpris import NAME, PATH, PLAYER, PROPERTIES, TRACK

from .conftest import Start, need
from .sound_server import SoundServer

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the desktop's bus is Linux's"),
]


class Desktop:
    """A screensaver and a portal that write down who asked them for what."""

    def __init__(self) -> None:
        self.bus = Bus()
        self.asked: list[tuple[float, str, object]] = []
        self.holder = ""
        """Connection of the app that asked for the last inhibitor."""
        assert self.bus.connected()
        assert self.bus.serve("org.freedesktop.ScreenSaver", self.answer).result(5)
        assert self.bus.serve("org.freedesktop.portal.Desktop", lambda _: None).result(5)

    def answer(self, message: Message) -> Message | None:
        """Inhibit gives a cookie or a request, the rest is noted."""
        if message.member not in ("Inhibit", "UnInhibit", "Close"):
            return None
        portal = message.path == "/org/freedesktop/portal/desktop"
        what = {"Inhibit": "portal" if portal else "saver", "UnInhibit": "let saver go", "Close": "let portal go"}
        self.asked.append((time.monotonic(), what[message.member], message.body))
        if message.member == "Inhibit":
            self.holder = message.sender or ""
            if portal:
                return Message.new_method_return(message, "o", [f"/request/{len(self.asked)}"])
            return Message.new_method_return(message, "u", [len(self.asked)])
        return Message.new_method_return(message)

    def count(self, what: str) -> int:
        """How often that was asked."""
        return sum(entry[1] == what for entry in self.asked)

    @property
    def held(self) -> tuple[int, int]:
        """(screensaver inhibitors, portal inhibitors) held now."""
        return self.count("saver") - self.count("let saver go"), self.count("portal") - self.count("let portal go")

    @property
    def released(self) -> bool:
        """Whether nothing is held: given back by calls, or the holder has left the bus, which ends it."""
        bus = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
        return self.held == (0, 0) or self.bus.call(*bus, "NameHasOwner", "s", [self.holder]).result(5) == [False]


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Desktop, str]]:
    """A session bus of its own, and what answers on it."""
    need("dbus-daemon")
    address = f"unix:path={tmp_path}/bus"
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--nopidfile", f"--address={address}", "--print-address"],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert daemon.stdout is not None
    daemon.stdout.readline()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    made = Desktop()
    yield made, address
    made.bus.close()
    daemon.terminate()
    daemon.wait(timeout=5)
    daemon.stdout.close()


def test_awake_while_it_plays_and_let_go_at_the_end(start: Start, desktop: tuple[Desktop, str]) -> None:
    """The screen is kept while there is a picture, the machine in the bed, nothing at the end; media keys work."""
    room, address = desktop
    app = start("play", "the-bridge-of-light", "--voice", "silent", "--bed", "2", DBUS_SESSION_BUS_ADDRESS=address)
    app.until(lambda: app.state.get("complete") is True)
    app.until(lambda: room.held == (1, 1), what="both inhibitors")
    properties = room.bus.call(NAME, PATH, PROPERTIES, "GetAll", "s", [PLAYER]).result(5)
    assert properties is not None
    assert properties[0]["PlaybackStatus"] == Variant("s", "Playing")
    assert properties[0]["Metadata"].value["xesam:title"] == Variant("s", "The Bridge of Light")
    room.bus.call(NAME, PATH, PLAYER, "PlayPause").result(5)
    app.until(lambda: app.state["playing"] is False, what="resting by a media key")
    room.bus.call(NAME, PATH, PLAYER, "Play").result(5)
    app.until(lambda: app.state["playing"] is True, what="going on by a media key")
    end = float(app.state["duration"])
    room.bus.call(NAME, PATH, PLAYER, "SetPosition", "ox", [TRACK, round((end - 600) * 1e6)]).result(5)
    app.until(lambda: app.state["section"] == "bed", what="the bed")
    app.until(lambda: room.held == (0, 1), what="only the machine")
    room.bus.call(NAME, PATH, PLAYER, "SetPosition", "ox", [TRACK, round((end - 7.5) * 1e6)]).result(5)
    app.until(lambda: app.state["section"] == "dark", what="the dark")
    dark = time.monotonic()
    app.until(lambda: room.held == (0, 0), what="nothing held")
    assert time.monotonic() - dark < 1.0
    assert app.wait(30) == 0
    assert app.seen("state")[-1]["ended"] is True


def test_a_crash_lets_go(start: Start, desktop: tuple[Desktop, str]) -> None:
    """What keeps the machine awake hangs on the app's own connection: killed, it is gone from the bus."""
    room, address = desktop
    app = start("play", "the-bridge-of-light", "--voice", "silent", DBUS_SESSION_BUS_ADDRESS=address)
    app.until(lambda: room.held == (1, 1), what="both inhibitors")
    bus = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
    assert room.bus.call(*bus, "NameHasOwner", "s", [NAME]).result(5) == [True]
    app.kill()
    app_is_there = [True]
    end = time.monotonic() + 2.0
    while app_is_there == [True] and time.monotonic() < end:
        app_is_there = room.bus.call(*bus, "NameHasOwner", "s", [NAME]).result(5) or []
    assert app_is_there == [False]


def test_stay_dark_until_a_key(start: Start, desktop: tuple[Desktop, str]) -> None:
    """Told to stay, the night ends in true black and silence with nothing held, and waits there for a key."""
    room, address = desktop
    app = start(
        "play", "the-bridge-of-light", "--voice", "silent", "--bed", "2", "--at-the-end", "stay",
        DBUS_SESSION_BUS_ADDRESS=address,
    )  # fmt: skip
    app.until(lambda: app.state.get("complete") is True)
    app.until(lambda: room.held == (1, 1), what="both inhibitors")
    there = round((float(app.state["duration"]) - 7.5) * 1e6)
    room.bus.call(NAME, PATH, PLAYER, "SetPosition", "ox", [TRACK, there]).result(5)
    app.until(lambda: app.state["section"] == "dark", what="the dark")
    app.until(lambda: app.state["night"] > app.state["duration"] - 0.3, what="the end")
    app.until(lambda: room.held == (0, 0), what="nothing held")
    # A key before the very end would prolong the night: at the end no state is written down any more.
    before = -1
    while before != len(app.seen("state")):
        before = len(app.seen("state"))
        time.sleep(1.0)
    assert app.frames()[-1]["top"] == 0
    assert app.process.poll() is None
    app.mouse(300, 100)
    app.mouse(320, 140)
    assert app.process.poll() is None
    app.key("space")
    assert app.wait() == 0
    assert app.frames()[-1]["top"] == 0


@pytest.fixture
def server(tmp_path: Path) -> Iterator[SoundServer]:
    """A sound server."""
    need("pulseaudio", "pactl", "parec")
    made = SoundServer(tmp_path)
    yield made
    made.close()


def heard(path: Path) -> np.ndarray:
    """What an ear has heard so far, mono, full scale 1."""
    data = np.fromfile(path, np.int16)
    return data[: len(data) // 2 * 2].reshape(-1, 2)[:, 0].astype(np.float64) / 32768


def loudness(x: np.ndarray, seconds: float = 0.1) -> np.ndarray:
    """RMS of each tenth of a second."""
    n = int(48000 * seconds)
    return np.sqrt((x[: len(x) // n * n].reshape(-1, n) ** 2).mean(1))


@pytest.mark.heard
def test_it_is_heard_and_leaves_softly(start: Start, server: SoundServer) -> None:
    """Through a real sound server a dream is heard, and leaving it is a fade of seconds that ends in nothing."""
    server.add("phones")
    ear = server.listen("phones")
    app = start(
        "play", "the-bridge-of-light", "--voice", "silent", SDL_AUDIODRIVER="pulseaudio", PULSE_SERVER=server.address
    )
    app.until(lambda: app.state.get("complete") is True)
    app.key("Next")
    app.until(lambda: app.state["night"] > 64.0, what="some seconds of story")
    app.key("q")
    assert app.wait() == 0
    time.sleep(0.3)
    level = loudness(heard(ear))
    loud = np.flatnonzero(level > 1e-4)
    assert len(loud) > 20, "nothing was heard"
    last = loud[-1]
    assert level[max(0, last - 25) : last].max() == pytest.approx(level[max(0, last - 40) : last - 20].max(), rel=2.0)
    falling = level[last - 12 : last + 1]
    assert falling[-1] < 0.3 * falling[0] + 1e-3
    assert np.abs(heard(ear)[(last + 3) * 4800 :]).max(initial=0.0) < 1e-3
    assert not heard(ear)[-2400:].any()


@pytest.mark.heard
def test_headphones_out_is_silence(start: Start, server: SoundServer) -> None:
    """The device in use is pulled out: the night rests and nothing comes out of the loudspeakers, until Space."""
    phones = server.add("phones")
    server.add("speakers")
    server.choose("phones")
    ear = server.listen("speakers")
    app = start(
        "play", "the-bridge-of-light", "--voice", "silent", SDL_AUDIODRIVER="pulseaudio", PULSE_SERVER=server.address
    )
    app.until(lambda: app.state.get("complete") is True)
    app.key("Next")
    app.until(lambda: app.state["night"] > 63.0, what="some seconds of story")
    server.remove(phones)
    app.until(lambda: app.state["playing"] is False, what="rest")
    assert app.state["toast"] == "device-lost"
    time.sleep(1.5)
    assert loudness(heard(ear)).max(initial=0.0) < 1e-3
    night = app.state["night"]
    app.key("space")
    app.until(lambda: app.state["playing"] and app.state["night"] > night + 1.0, what="going on")
    time.sleep(0.5)
    assert loudness(heard(ear)).max() > 1e-4
    app.key("q")
    assert app.wait() == 0


def descendants(pid: int) -> set[int]:
    """Processes it has started, and those they have."""
    found: set[int] = set()
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in map(int, path.read_text().split()):
            found |= {child, *descendants(child)}
    return found


def runs(pid: int) -> bool:
    """Whether it is more than an entry in the process table."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


def test_nothing_outlives_a_killed_app(start: Start, server: SoundServer, tmp_path: Path) -> None:
    """Killed while a night plays: voices, painters and `pactl subscribe` end, and no file is left behind."""
    server.add("phones")
    (tmp_path / "temporary").mkdir()
    app = start(
        "play", "the-bridge-of-light", "--voice", "system", SDL_AUDIODRIVER="pulseaudio", PULSE_SERVER=server.address,
        TMPDIR=str(tmp_path / "temporary"),
    )  # fmt: skip
    app.until(lambda: app.state.get("night", 0.0) > 1.0, what="a night")

    def names() -> set[str]:
        return {Path(f"/proc/{pid}/comm").read_text().strip() for pid in descendants(app.process.pid) if runs(pid)}

    app.until(lambda: "pactl" in names() and len(names()) > 1, what="children")
    children = descendants(app.process.pid)
    app.kill()
    end = time.monotonic() + 10.0
    while any(map(runs, children)) and time.monotonic() < end:
        time.sleep(0.05)
    assert {pid for pid in children if runs(pid)} == set()
    assert list((tmp_path / "temporary").iterdir()) == []
