"""The app's end of the process that draws: send orders, take keys, replace the process when it is lost."""

from __future__ import annotations

import contextlib
import logging
import os
import queue
import subprocess
import sys
import threading
import time
import weakref
from typing import IO, BinaryIO, cast

from dreamplayer.app.studio.child import send, take
from dreamplayer.app.studio.order import Content, Done, Order, Ready, Setup
from dreamplayer.model.score import Score

_log = logging.getLogger(__name__)
LIVES = 3
"""Processes that may be lost in a night before the window draws by itself."""
PATIENCE = 30.0
"""Seconds without an answer after which the process counts as hung: shaders may compile for a few."""


class Studio:
    """A process that draws. Nothing here waits for it.

    `way` is draw; cards, at a lower priority; or rehearse, at the lowest and without sending a picture back.
    """

    def __init__(self, setup: Setup, *, patience: float = PATIENCE, way: str = "draw") -> None:
        self.setup = setup
        self._way = way
        self.renderer = ""
        """What draws there, once it has said so."""
        self._patience = patience
        self._lost = 0
        self._score: Score | None = None
        self._waiting: dict[int, float] = {}
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: queue.SimpleQueue[object] = queue.SimpleQueue()
        self._sending: queue.SimpleQueue[object] = queue.SimpleQueue()
        self._begin()

    @property
    def alive(self) -> bool:
        """False once so many processes were lost that there will be no other."""
        return self._process is not None

    @property
    def waiting(self) -> int:
        """Orders not yet answered."""
        return len(self._waiting)

    def resize(self, width: int, height: int) -> None:
        """The window has another size."""
        if (width, height) != (self.setup.width, self.setup.height):
            self.setup = Setup(width, height, self.setup.painter)
            self._sending.put(self.setup)

    def ask(self, score: Score, order: Order) -> None:
        """Draw that moment of that night."""
        if score is not self._score:
            self._score = score
            self._sending.put(Content(score))
        self._waiting[order.number] = time.monotonic()
        self._sending.put(order)

    def answers(self) -> list[Done]:
        """Keys that have come since the last call."""
        found: list[Done] = []
        while not self._answers.empty():
            answer = self._answers.get()
            if isinstance(answer, Done):
                self._waiting.pop(answer.number, None)
                found.append(answer)
            elif isinstance(answer, Ready):
                self.renderer = answer.renderer
            elif answer is None and self.alive:
                self._replace("it ended")
                return found
        if self._waiting and time.monotonic() - min(self._waiting.values()) > self._patience and not found:
            self._replace("no answer")
        return found

    def close(self) -> None:
        """End the process and wait until it is gone."""
        process, self._process = self._process, None
        if process is not None:
            _end(process)

    def _replace(self, why: str) -> None:
        self.close()
        self._lost += 1
        self._waiting.clear()
        _log.warning("the process that draws was lost: %s", why)
        if self._lost < LIVES:
            self._begin()

    def _begin(self) -> None:
        paths = [path or os.getcwd() for path in sys.path]  # noqa: PTH109
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONUTF8": "1"}
        flags = 0
        if sys.platform == "win32":
            flags = subprocess.CREATE_NO_WINDOW
        try:
            process = subprocess.Popen(
                [sys.executable, "-m", "dreamplayer.app.studio.child", self._way],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=None if os.environ.get("DREAMPLAYER_DEBUG") else subprocess.DEVNULL,
                env=environment,
                creationflags=flags,
            )
        except OSError as error:
            _log.warning("the process that draws does not start: %s", error)
            return
        self._process, self._score = process, None
        self._answers, self._sending = queue.SimpleQueue(), queue.SimpleQueue()
        self._sending.put(self.setup)
        weakref.finalize(self, _end, process)
        assert process.stdout is not None
        assert process.stdin is not None
        _widen(process.stdout)
        threading.Thread(target=_hear, args=(process.stdout, self._answers), daemon=True).start()
        threading.Thread(target=_tell, args=(process.stdin, self._sending), daemon=True).start()


def _hear(stream: IO[bytes], answers: queue.SimpleQueue[object]) -> None:
    """Move answers from the pipe to the queue until the process ends; then None."""
    with contextlib.suppress(OSError, ValueError, EOFError), stream:
        while (answer := take(cast(BinaryIO, stream))) is not None:
            answers.put(answer)
    answers.put(None)


def _tell(stream: IO[bytes], sending: queue.SimpleQueue[object]) -> None:
    """Move orders from the queue to the pipe: a process that has gone is noticed where its answers end."""
    with contextlib.suppress(OSError, ValueError), stream:
        while (what := sending.get()) is not None:
            send(cast(BinaryIO, stream), what)


def _widen(stream: IO[bytes]) -> None:
    """A pipe that holds a whole picture, so that the drawing process need not wait for us to read it."""
    if sys.platform == "linux":
        import fcntl

        with contextlib.suppress(OSError):
            fcntl.fcntl(stream.fileno(), fcntl.F_SETPIPE_SZ, 1 << 20)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Kill it and wait for it, so that nothing of it stays in the process table."""
    if process.poll() is None:
        process.kill()
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(5.0)
