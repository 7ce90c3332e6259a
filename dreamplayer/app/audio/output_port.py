"""Where the sound comes out on Linux: which sink, which plug; so that headphones pulled out never mean speakers on.

Asked through `pactl`, which PulseAudio and PipeWire bring; without it the platform decides, as elsewhere.
"""

from __future__ import annotations

import contextlib
import logging
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from threading import Thread

_log = logging.getLogger(__name__)
_WORN = re.compile(r"headphone|headset|earpiece|hands-?free", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Outlet:
    """A sink and the plug it uses."""

    name: str
    description: str
    port: str = ""

    @property
    def worn(self) -> bool:
        """Whether this plug ends at an ear."""
        return bool(_WORN.search(self.port))


def _ask(*words: str) -> str:
    try:
        answer = subprocess.run(
            ["pactl", *words], capture_output=True, text=True, timeout=2, check=False,
            env={**os.environ, "LC_ALL": "C"},
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return answer.stdout if answer.returncode == 0 else ""


def parse(sinks: str) -> list[Outlet]:
    """Sinks from what `pactl list sinks` prints."""
    found = []
    for block in re.split(r"(?m)^Sink #\d+", sinks)[1:]:
        fields = dict(re.findall(r"(?m)^\t(Name|Description|Active Port): (.*)$", block))
        if "Name" in fields:
            found.append(Outlet(fields["Name"], fields.get("Description", ""), fields.get("Active Port", "")))
    return found


def current() -> Outlet | None:
    """The sink in use by default; None where nobody can tell."""
    if not sys.platform.startswith("linux") or shutil.which("pactl") is None:
        return None
    if os.environ.get("SDL_AUDIODRIVER", "pulseaudio") != "pulseaudio":
        return None
    name = _ask("get-default-sink").strip()
    return next((outlet for outlet in parse(_ask("list", "sinks")) if outlet.name == name), None)


def unplugged(before: Outlet | None, after: Outlet | None) -> bool:
    """Whether what was worn is worn no longer."""
    return before is not None and before.worn and (after is None or after.name != before.name or not after.worn)


class Watch:
    """Calls `lost` when headphones are pulled out of the jack of a card that goes on with its loudspeaker."""

    def __init__(self, lost: Callable[[], None]) -> None:
        self._lost = lost
        self._child: subprocess.Popen[str] | None = None
        self._before = current()
        if self._before is not None:
            with contextlib.suppress(OSError):
                self._child = subprocess.Popen(
                    ["pactl", "subscribe"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                    env={**os.environ, "LC_ALL": "C"},
                )  # fmt: skip
                Thread(target=self._run, name="outlet", daemon=True).start()

    def _run(self) -> None:
        assert self._child is not None
        assert self._child.stdout is not None
        for line in self._child.stdout:
            if " on sink #" in line or " on card #" in line or " on server" in line:
                after = current()
                if unplugged(self._before, after):
                    _log.info("headphones are out")
                    self._lost()
                self._before = after
        self._child.stdout.close()

    def close(self) -> None:
        """Stop listening."""
        if self._child is not None:
            self._child.terminate()
            self._child.wait(timeout=2)
