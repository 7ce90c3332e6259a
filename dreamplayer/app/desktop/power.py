"""Whether the machine runs on its battery: then a tier less is drawn, and nothing is spoken ahead."""

from __future__ import annotations

import contextlib
import ctypes
import logging
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from threading import Thread

POWER = Path("/sys/class/power_supply")
EVERY = 30.0
"""Seconds between two looks."""
_log = logging.getLogger(__name__)


def on_battery(folder: Path = POWER) -> bool:
    """Whether the machine runs on a battery, where the system says so; else it is taken to be plugged in."""
    try:
        if sys.platform == "win32":
            return _windows()
        if sys.platform == "darwin":
            return _mac()
        return _linux(folder)
    except Exception as error:  # what cannot be read counts as plugged in
        _log.info("battery: %s", error)
        return False


def _linux(folder: Path) -> bool:
    """A battery of the machine that is discharging; those of a mouse or keyboard (scope Device) do not count."""
    for status in folder.glob("*/status"):
        if _said(status.with_name("type")) != "Battery" or _said(status.with_name("scope")) == "Device":
            continue
        if _said(status) == "Discharging":
            return True
    return False


def _said(path: Path) -> str:
    with contextlib.suppress(OSError):
        return path.read_text(encoding="ascii", errors="replace").strip()
    return ""


class _PowerStatus(ctypes.Structure):
    """SYSTEM_POWER_STATUS."""

    _fields_ = (
        ("ac_line", ctypes.c_ubyte),
        ("battery_flag", ctypes.c_ubyte),
        ("battery_percent", ctypes.c_ubyte),
        ("system_status", ctypes.c_ubyte),
        ("battery_seconds", ctypes.c_uint32),
        ("battery_full_seconds", ctypes.c_uint32),
    )


def _windows() -> bool:
    """GetSystemPowerStatus: 0 is on battery, 1 plugged in, 255 unknown."""
    status = _PowerStatus()
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - there is no windll where types are checked
    return bool(kernel.GetSystemPowerStatus(ctypes.byref(status))) and status.ac_line == 0


def _mac() -> bool:
    """The first line of `pmset -g batt`: Now drawing from 'Battery Power'."""
    command = ["/usr/bin/pmset", "-g", "batt"]
    answer = subprocess.run(command, capture_output=True, text=True, timeout=5, check=False)
    return "'Battery Power'" in answer.stdout.partition("\n")[0]


class PowerWatch:
    """The answer of `on_battery`, half a minute old at most and never waited for: call it as often as you like."""

    def __init__(
        self, look: Callable[[], bool] = on_battery, clock: Callable[[], float] = time.monotonic, every: float = EVERY
    ) -> None:
        self._look, self._clock, self._every = look, clock, every
        self._found = False
        self._looked = float("-inf")
        self._thread: Thread | None = None

    def __call__(self) -> bool:
        """Whether the machine runs on its battery; at first it is taken to be plugged in."""
        busy = self._thread is not None and self._thread.is_alive()
        if not busy and self._clock() - self._looked >= self._every:
            self._looked = self._clock()
            self._thread = Thread(target=self._find, name="power", daemon=True)
            self._thread.start()
        return self._found

    def _find(self) -> None:
        self._found = self._look()
