"""The app's end of the process that composes and paints the shelf: dreams go there, what may be shown comes back."""

from __future__ import annotations

import contextlib
import logging
import os
import subprocess
import sys
import weakref
from queue import Empty, SimpleQueue
from threading import Thread
from typing import IO, BinaryIO, cast

from dreamplayer.app.library import Entry
from dreamplayer.app.shelver import Begin, Prefer, Shown
from dreamplayer.app.studio.child import send, take
from dreamplayer.settings import Settings

_log = logging.getLogger(__name__)
LIVES = 2
"""Processes that may be lost before the shelf stays as it is."""


class Shelving:
    """A process beside the picker, so that composing and painting never hold up what is seen."""

    def __init__(self, settings: Settings, *, paint: bool = True) -> None:
        self._begin = Begin(settings, paint)
        self._entries: dict[str, Entry] = {}
        self._chosen = ""
        self._lost = 0
        self._process: subprocess.Popen[bytes] | None = None
        self._telling: SimpleQueue[object] = SimpleQueue()
        self._done: SimpleQueue[Shown | None] = SimpleQueue()
        self._start()

    def want(self, entry: Entry) -> None:
        """Compose this one too."""
        self._entries[entry.dream.name] = entry
        self._telling.put(entry)

    def prefer(self, name: str) -> None:
        """This one before the others. Costs nothing where it is the same as before."""
        if name != self._chosen:
            self._chosen = name
            self._telling.put(Prefer(name))

    def done(self) -> list[Shown]:
        """What has become known since the last call."""
        found: list[Shown] = []
        while True:
            try:
                shown = self._done.get_nowait()
            except Empty:
                return found
            if shown is not None:
                found.append(shown)
            elif self._process is not None:
                self._replace()

    def close(self) -> None:
        """End it."""
        process, self._process = self._process, None
        self._telling.put(None)
        if process is not None:
            _end(process)

    def _replace(self) -> None:
        """It was lost: what was asked is asked again, but not for ever."""
        self.close()
        self._lost += 1
        _log.warning("the process that composes the shelf was lost")
        if self._lost < LIVES:
            self._start()

    def _start(self) -> None:
        paths = [path or os.getcwd() for path in sys.path]  # noqa: PTH109
        flags = 0
        if sys.platform == "win32":
            flags = subprocess.CREATE_NO_WINDOW
        try:
            process = subprocess.Popen(
                [sys.executable, "-m", "dreamplayer.app.shelver"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=None if os.environ.get("DREAMPLAYER_DEBUG") else subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONUTF8": "1"},
                creationflags=flags,
            )
        except OSError as error:
            _log.warning("the process that composes the shelf does not start: %s", error)
            return
        self._process = process
        self._telling, self._done = SimpleQueue(), SimpleQueue()
        for what in (self._begin, Prefer(self._chosen), *self._entries.values()):
            self._telling.put(what)
        weakref.finalize(self, _end, process)
        assert process.stdin is not None
        assert process.stdout is not None
        Thread(target=_tell, args=(process.stdin, self._telling), name="shelf out", daemon=True).start()
        Thread(target=_hear, args=(process.stdout, self._done), name="shelf in", daemon=True).start()


def _tell(stream: IO[bytes], telling: SimpleQueue[object]) -> None:
    with contextlib.suppress(OSError, ValueError), stream:
        while (what := telling.get()) is not None:
            send(cast(BinaryIO, stream), what)


def _hear(stream: IO[bytes], done: SimpleQueue[Shown | None]) -> None:
    """Move what comes to the queue until the process ends; then None."""
    with contextlib.suppress(OSError, ValueError, EOFError), stream:
        while (shown := take(cast(BinaryIO, stream))) is not None:
            done.put(shown)
    done.put(None)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Kill it and wait for it, so that nothing of it stays in the process table."""
    if process.poll() is None:
        process.kill()
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(5.0)
