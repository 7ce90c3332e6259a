"""The audio sink and its port on Linux, so that headphones pulled out never mean that loudspeakers play on.

Asked through `pactl`, which PulseAudio and PipeWire bring; without it the platform decides, as elsewhere.
"""

from __future__ import annotations

import logging
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import Event, Thread
from typing import Literal

from dreamplayer.process.launch import end, run_tool, start_tool

_log = logging.getLogger(__name__)
_HEADPHONES = re.compile(r"headphone|headset|earpiece|hands-?free", re.IGNORECASE)
_PATIENCE = 2.0
"""Seconds a sound server may take to answer."""
RETRY = 5.0
"""Seconds after which a sound server that went away is asked again."""


@dataclass(frozen=True, slots=True)
class AudioSink:
    """An audio sink and the port it uses."""

    name: str
    description: str
    port: str = ""

    @property
    def is_headphones(self) -> bool:
        """Whether the port in use is headphones, a headset or the like."""
        return bool(_HEADPHONES.search(self.port))


def _ask(*words: str) -> str:
    return run_tool(["pactl", *words], _PATIENCE, LC_ALL="C") or ""


def parse(sinks: str) -> list[AudioSink]:
    """Sinks from what `pactl list sinks` prints."""
    found = []
    for block in re.split(r"(?m)^Sink #\d+", sinks)[1:]:
        fields = dict(re.findall(r"(?m)^\t(Name|Description|Active Port): (.*)$", block))
        if "Name" in fields:
            found.append(AudioSink(fields["Name"], fields.get("Description", ""), fields.get("Active Port", "")))
    return found


def _uses_pulseaudio() -> bool:
    if not sys.platform.startswith("linux") or shutil.which("pactl") is None:
        return False
    return os.environ.get("SDL_AUDIODRIVER", "pulseaudio") == "pulseaudio"


def current() -> AudioSink | None:
    """The sink in use by default; None where the system does not say."""
    if not _uses_pulseaudio():
        return None
    name = _ask("get-default-sink").strip()
    return next((outlet for outlet in parse(_ask("list", "sinks")) if outlet.name == name), None)


ServerState = Literal["answers", "refuses", "hangs", "unknown"]


def server_state() -> ServerState:
    """Whether a sound server answers. Waits at most two seconds; "unknown" where there is no way to ask."""
    if not _uses_pulseaudio():
        return "unknown"
    begun = time.monotonic()
    if _ask("get-default-sink"):
        return "answers"
    return "hangs" if time.monotonic() - begun > 0.9 * _PATIENCE else "refuses"


def unplugged(before: AudioSink | None, after: AudioSink | None) -> bool:
    """Whether headphones were in use and are not any more: unplugged, or another sink has become the default."""
    return (
        before is not None
        and before.is_headphones
        and (after is None or after.name != before.name or not after.is_headphones)
    )


class OutputPortWatch:
    """Calls `lost` when headphones are pulled out of the jack of a card that goes on with its loudspeaker.

    A thread follows `pactl subscribe`, which ends with the app. A server that goes away is listened to again when it
    is back. A device that was removed is told by `removed`: `lost` is called where it was pulled out, `gone` where the
    sound server is gone with it. Both are called on threads of the watch.
    """

    def __init__(self, lost: Callable[[], None], gone: Callable[[], None] = lambda: None) -> None:
        self._lost, self._gone = lost, gone
        self._closed, self._ended = Event(), Event()
        self._child: subprocess.Popen[str] | None = None
        if sys.platform.startswith("linux") and shutil.which("pactl") is not None:
            Thread(target=self._run, name="output port", daemon=True).start()

    def removed(self) -> None:
        """The device that was played on is no longer there. Returns at once."""
        if _uses_pulseaudio():
            Thread(target=self._judge, name="removed device", daemon=True).start()
        else:
            self._lost()

    def _judge(self) -> None:
        # A server that was killed may be back at once; then what listens to it has ended nevertheless.
        if not self._ended.wait(1.0) and server_state() == "answers":
            self._lost()
        else:
            self._gone()

    def _run(self) -> None:
        before = current()
        while before is not None:
            before = self._follow(before)
            if self._closed.wait(RETRY):
                return
            # Where the server comes back with another plug, headphones may be out too.
            before = self._compare(before, current() or before)

    def _compare(self, before: AudioSink, after: AudioSink | None) -> AudioSink:
        if unplugged(before, after) and not self._closed.is_set():
            _log.info("headphones are out")
            self._lost()
        return after or before

    def _follow(self, before: AudioSink) -> AudioSink:
        """Listen until the server or this watch ends; the outlet known last."""
        try:
            child = self._child = start_tool(
                ["pactl", "subscribe"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                env={**os.environ, "LC_ALL": "C"},
            )  # fmt: skip
        except OSError:
            return before
        self._ended.clear()
        assert child.stdout is not None
        if self._closed.is_set():
            end(child)
        with child.stdout:
            for line in child.stdout:
                if " on sink #" in line or " on card #" in line or " on server" in line:
                    before = self._compare(before, current())
        self._ended.set()
        end(child)
        return before

    def close(self) -> None:
        """Stop listening."""
        self._closed.set()
        if self._child is not None:
            end(self._child)
