"""Keep-awake, a sleep inhibitor: holds off screensaver and system sleep while a dream plays, in two stages.

What happens to the machine at the end of the night is done here too.

The inhibition belongs to this process alone (a name on a bus, a flag of a thread, a child): a crash releases it.
"""

from __future__ import annotations

import contextlib
import ctypes
import importlib.util
import os
import subprocess
import sys
from concurrent.futures import Future
from typing import Any, Literal, Protocol

from dreamplayer.app.desktop.message_bus import Bus
from dreamplayer.process.launch import run_tool

KeepAwakeStage = Literal["display", "system", "none"]
"""display: a picture is shown, the screen stays on. system: only sound, the screen may sleep. none: no inhibition."""

EndAction = Literal["stay", "quit", "screen", "suspend"]
_APP = "Dreamplayer"
_REASON = "A dream is playing"


class SleepInhibitor(Protocol):
    """A platform's sleep inhibitor."""

    def hold(self, stage: KeepAwakeStage) -> None:
        """Hold this stage and no other. Returns at once."""
        ...

    def close(self) -> None:
        """Release everything."""
        ...


class NoInhibitor:
    """Inhibits nothing: for platforms without a way, and for tests."""

    def hold(self, stage: KeepAwakeStage) -> None:
        """Does nothing."""

    def close(self) -> None:
        """Does nothing."""


class LinuxInhibitor:
    """Inhibits by the screensaver's D-Bus interface and by the desktop portal: some desktops obey one of them only."""

    _SAVER = ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver")
    _PORTAL = (
        "org.freedesktop.portal.Desktop",
        "/org/freedesktop/portal/desktop",
        "org.freedesktop.portal.Inhibit",
    )
    NAMES = (_SAVER[0], _PORTAL[0])
    """Bus names of which one must exist for the screen to stay on."""
    _SUSPEND, _IDLE = 4, 8

    def __init__(self, bus: Bus) -> None:
        self._bus = bus
        self._stage: KeepAwakeStage = "none"
        self._cookie: Future[list[Any] | None] | None = None
        self._request: Future[list[Any] | None] | None = None

    def hold(self, stage: KeepAwakeStage) -> None:
        """Take the new inhibition before the old one is released, so that there is no gap."""
        if stage == self._stage:
            return
        self._stage = stage
        cookie, request = self._cookie, self._request
        self._cookie = self._request = None
        if stage == "display":
            self._cookie = self._bus.call(*self._SAVER, "Inhibit", "ss", [_APP, _REASON])
        if stage != "none":
            self._request = self._portal(self._SUSPEND | (self._IDLE if stage == "display" else 0))
        if cookie is not None:
            cookie.add_done_callback(self._uninhibit)
        if request is not None:
            request.add_done_callback(self._close_request)

    def _portal(self, flags: int) -> Future[list[Any] | None]:
        from dbus_fast import Variant

        return self._bus.call(*self._PORTAL, "Inhibit", "sua{sv}", ["", flags, {"reason": Variant("s", _REASON)}])

    def _uninhibit(self, cookie: Future[list[Any] | None]) -> None:
        given = None if cookie.exception() else cookie.result()
        if given:
            self._bus.call(*self._SAVER, "UnInhibit", "u", [given[0]])

    def _close_request(self, request: Future[list[Any] | None]) -> None:
        given = None if request.exception() else request.result()
        if given:
            self._bus.call(self._PORTAL[0], given[0], "org.freedesktop.portal.Request", "Close")

    def close(self) -> None:
        """Release; leaving the bus would too."""
        self.hold("none")


class WindowsInhibitor:
    """Inhibits by SetThreadExecutionState, which belongs to the calling thread and ends with it."""

    _CONTINUOUS, _SYSTEM, _DISPLAY = 0x80000000, 0x1, 0x2

    def hold(self, stage: KeepAwakeStage) -> None:
        """Set the flags of this stage; none clears them."""
        flags = {"display": self._SYSTEM | self._DISPLAY, "system": self._SYSTEM, "none": 0}[stage]
        kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - there is no windll where types are checked
        kernel.SetThreadExecutionState(self._CONTINUOUS | flags)

    def close(self) -> None:
        """Release."""
        self.hold("none")


class MacInhibitor:
    """Inhibits by a child `caffeinate` that ends when this process does."""

    def __init__(self) -> None:
        self._child: subprocess.Popen[bytes] | None = None
        self._stage: KeepAwakeStage = "none"

    def hold(self, stage: KeepAwakeStage) -> None:
        """Replace the child by one for this stage."""
        if stage == self._stage:
            return
        old, self._child, self._stage = self._child, None, stage
        if stage != "none":
            flag = "-di" if stage == "display" else "-i"
            with contextlib.suppress(OSError):
                self._child = subprocess.Popen(["/usr/bin/caffeinate", flag, "-w", str(os.getpid())])
        if old is not None:
            old.terminate()
            old.wait(timeout=2.0)

    def close(self) -> None:
        """Release."""
        self.hold("none")


def inhibitor(bus: Bus | None) -> SleepInhibitor:
    """The sleep inhibitor of this platform. `bus`: the session bus on Linux."""
    if sys.platform == "win32":
        return WindowsInhibitor()
    if sys.platform == "darwin":
        return MacInhibitor()
    if bus is None or importlib.util.find_spec("dbus_fast") is None:
        return NoInhibitor()
    return LinuxInhibitor(bus)


def stage_for(section: str, *, playing: bool, black: bool) -> KeepAwakeStage:
    """What has to be kept awake in each section of the night.

    The screen while there is a picture to see; the machine alone once it is black or in the fade; nothing while paused,
    and nothing in the dark.

    Args:
        section: name of the section.
        playing: False while paused.
        black: whether the person has switched the picture off.
    """
    if section == "dark" or not playing:
        return "none"
    return "system" if black or section in ("bed", "fade") else "display"


_END_COMMANDS: dict[str, dict[str, list[str]]] = {
    "linux": {"screen": ["xset", "dpms", "force", "off"], "suspend": ["systemctl", "suspend"]},
    "darwin": {"screen": ["pmset", "displaysleepnow"], "suspend": ["pmset", "sleepnow"]},
    "win32": {"suspend": ["rundll32.exe", "powrprof.dll,SetSuspendState", "0,1,0"]},
}


def end_command(action: EndAction, platform: str = sys.platform) -> list[str] | None:
    """The command to run at the end of the night; None where there is none to run, or none on this platform."""
    return _END_COMMANDS.get("linux" if platform.startswith("linux") else platform, {}).get(action)


def end(action: EndAction) -> bool:
    """Carry out the end action. False where it failed; the screen is black either way."""
    command = end_command(action)
    if command is None:
        return action in ("stay", "quit")
    return run_tool(command, 10.0) is not None
