"""A process of our own beside the app: things go there and come back, as lengths and pickles of our own making.

Nothing at the app's end waits for it. It ends when its input ends: nothing outlives the app.
"""

from __future__ import annotations

import contextlib
import logging
import os
import pickle
import struct
import subprocess
import sys
import weakref
from queue import Empty, SimpleQueue
from threading import Thread
from typing import IO, Any, BinaryIO, cast

from dreamplayer.process import end, start

_log = logging.getLogger(__name__)
_LENGTH = struct.Struct("<I")
_PIPE = 1 << 20
"""Bytes a pipe may hold where that can be said: a whole picture, so that who draws it need not wait for a reader."""


def take(stream: BinaryIO) -> Any:
    """The next thing sent; None at the end."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (size,) = _LENGTH.unpack(head)
    data = stream.read(size)
    return pickle.loads(data) if len(data) == size else None


def send(stream: BinaryIO, what: object) -> None:
    """Send a thing to the other end."""
    data = pickle.dumps(what, pickle.HIGHEST_PROTOCOL)
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


class Beside:
    """The app's end. `python -m` of these words is what runs there."""

    def __init__(self, *module: str) -> None:
        self._sending: SimpleQueue[object] = SimpleQueue()
        self._came: SimpleQueue[object] = SimpleQueue()
        self.process: subprocess.Popen[bytes] | None = None
        try:
            process = start(*module)
        except OSError as error:
            _log.warning("%s does not start: %s", module[0], error)
            self._came.put(None)
            return
        self.process = process
        weakref.finalize(self, end, process)
        assert process.stdin is not None
        assert process.stdout is not None
        _widen(process.stdout)
        Thread(target=_tell, args=(process.stdin, self._sending), name=f"to {module[0]}", daemon=True).start()
        Thread(target=_hear, args=(process.stdout, self._came), name=f"from {module[0]}", daemon=True).start()

    def send(self, what: object) -> None:
        """To be worked on there; what it does not get any more is lost."""
        self._sending.put(what)

    def came(self) -> list[Any]:
        """What has come since the last call; None last where the process has ended."""
        found: list[Any] = []
        with contextlib.suppress(Empty):
            while True:
                found.append(self._came.get_nowait())
        return found

    def close(self) -> None:
        """End it and wait until it is gone."""
        self._sending.put(None)
        if self.process is not None:
            end(self.process)


def ends(nice: int) -> tuple[SimpleQueue[Any], BinaryIO]:
    """The process's own end: what comes in, and where answers go. `nice`: how far it stands back (19 most)."""
    # Drivers and engines print: standard output is moved away so that only answers travel on it.
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    if hasattr(os, "nice"):
        os.nice(nice)
    asked: SimpleQueue[Any] = SimpleQueue()

    def listen() -> None:
        while (what := take(cast(BinaryIO, sys.stdin.buffer))) is not None:
            asked.put(what)
        os._exit(0)

    Thread(target=listen, daemon=True).start()
    return asked, out


def _tell(stream: IO[bytes], sending: SimpleQueue[object]) -> None:
    """Move things from the queue to the pipe: a process that has gone is noticed where its answers end."""
    with contextlib.suppress(OSError, ValueError), stream:
        while (what := sending.get()) is not None:
            send(cast(BinaryIO, stream), what)


def _hear(stream: IO[bytes], came: SimpleQueue[object]) -> None:
    """Move answers from the pipe to the queue until the process ends; then None."""
    with contextlib.suppress(OSError, ValueError, EOFError, pickle.UnpicklingError), stream:
        while (answer := take(cast(BinaryIO, stream))) is not None:
            came.put(answer)
    came.put(None)


def _widen(stream: IO[bytes]) -> None:
    if sys.platform == "linux":
        import fcntl

        with contextlib.suppress(OSError):
            fcntl.fcntl(stream.fileno(), fcntl.F_SETPIPE_SZ, _PIPE)
