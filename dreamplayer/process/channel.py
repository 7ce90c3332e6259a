"""The protocol between the app and its child processes (IPC): pickled messages over two pipes.

Framing and pickling are those of `multiprocessing.connection`. The app's end never blocks without a timeout; the
child ends as soon as its pipe does, even in the middle of its work. While it works, the child sends a heartbeat each
second with the processor time it has used, which distinguishes waiting for a busy machine from hanging.
"""

from __future__ import annotations

import contextlib
import logging
import os
import signal
import subprocess
import sys
import time
import weakref
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from queue import Empty, SimpleQueue
from threading import Event, Lock, Thread
from typing import Any

from dreamplayer.process.launch import end, start
from dreamplayer.process.limits import UNLIMITED, ResourceLimits
from dreamplayer.process.network import Sockets

_log = logging.getLogger(__name__)
_PIPE_BYTES = 1 << 20
"""Size of a pipe's buffer where it can be set: a whole picture, so that the sender needn't wait for the reader."""
BEAT = 1.0
"""Interval of the heartbeats in seconds."""
IDLE = 0.02
"""Seconds of processor time between two heartbeats that do not count as work: the heartbeat itself."""


@dataclass(frozen=True, slots=True)
class Heartbeat:
    """Sign of life of a child, sent automatically."""

    cpu_seconds: float
    """Processor time it has used since it started."""


class ProcessLostError(Exception):
    """The child process has ended or could not be started; the text says how."""


class ProcessChannel:
    """The app's end of a child process that runs `main(end, *arguments)` of one of our modules.

    Args:
        module: full name of the module.
        arguments: passed to its `main`.
        nice: steps by which its priority is lowered, 0 to 19.
        sockets: which sockets it may make; by default none.
        may_write: False for one that only computes: where Linux can, it is kept from writing files.
        limits: memory and processor time it may use; at the limit it is lost like one that crashed.

    Close it or drop it: the process ends with it, and at the latest with the app.
    """

    def __init__(
        self,
        module: str,
        *arguments: str,
        nice: int = 0,
        sockets: Sockets = "none",
        may_write: bool = True,
        limits: ResourceLimits = UNLIMITED,
    ) -> None:
        self.process: subprocess.Popen[bytes] | None = None
        self.cpu_seconds = 0.0
        """Processor time of the child, by its last heartbeat."""
        self._name = module.rpartition(".")[2]
        self._problem = ""
        self._sign = time.monotonic()
        self._outgoing: SimpleQueue[object] = SimpleQueue()
        self._incoming: SimpleQueue[object] = SimpleQueue()
        theirs_in, ours_out = _pipe()
        ours_in, theirs_out = _pipe()
        try:
            self.process = start(
                module, *arguments, sockets=sockets, may_write=may_write, nice=nice, limits=limits,
                pipes=(theirs_in.fileno(), theirs_out.fileno()),
            )  # fmt: skip
        except OSError as error:
            self._problem = f"it does not start: {error}"
            _log.warning("%s does not start: %s", module, error)
            ours_in.close()
            ours_out.close()
            self._incoming.put(None)
            return
        finally:
            theirs_in.close()
            theirs_out.close()
        weakref.finalize(self, end, self.process)
        weak = weakref.ref(self)
        Thread(target=_write, args=(ours_out, self._outgoing), name=f"to {self._name}", daemon=True).start()
        Thread(target=_read, args=(ours_in, self._incoming, weak), name=f"from {self._name}", daemon=True).start()

    def send(self, message: object) -> None:
        """Send a message; returns at once.

        Args:
            message: any picklable object but None. What a lost process doesn't receive is lost.
        """
        self._outgoing.put(message)

    def received(self) -> list[Any]:
        """All messages since the last call, without blocking; the last is None if the process has ended."""
        found: list[Any] = []
        with contextlib.suppress(Empty):
            while True:
                found.append(self._incoming.get_nowait())
        return found

    def receive(self, timeout: float) -> Any:
        """Wait for the next message. Only for threads that may block.

        Args:
            timeout: seconds to wait at most.

        Raises:
            TimeoutError: there was no message in time.
            ProcessLostError: the process has ended.
        """
        try:
            message = self._incoming.get(timeout=max(timeout, 0.0))
        except Empty:
            raise TimeoutError(f"no answer in {timeout:.0f} s") from None
        if message is None:
            self._incoming.put(None)
            raise ProcessLostError(self.how_it_ended())
        return message

    @property
    def seconds_without_work(self) -> float:
        """Seconds since the child last sent something or was seen to use the processor."""
        return time.monotonic() - self._sign

    def how_it_ended(self) -> str:
        """Exit code or signal of a process that has ended, in words for the log."""
        if self.process is None:
            return self._problem
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(5.0)
        code = self.process.returncode
        if code is None:
            return "it closed its pipe"
        if code < 0:
            with contextlib.suppress(ValueError):
                return f"it was ended by {signal.Signals(-code).name}"
        return f"it ended with {code}"

    def close(self) -> None:
        """End the process and wait until it has ended."""
        self._outgoing.put(None)
        if self.process is not None:
            end(self.process)

    def _signed(self, message: object) -> bool:
        """Note a sign of life. Returns whether it was a mere heartbeat and no message."""
        if isinstance(message, Heartbeat):
            if message.cpu_seconds - self.cpu_seconds > IDLE:
                self._sign = time.monotonic()
            self.cpu_seconds = message.cpu_seconds
            return True
        self._sign = time.monotonic()
        return False


class WorkerEnd:
    """The child's end of a channel. The process ends when the app's end is closed.

    Args:
        read: inherited handle of the pipe to read from.
        write: inherited handle of the pipe to write to.
    """

    def __init__(self, read: int, write: int) -> None:
        # Engines and drivers print: standard output is moved to standard error, messages travel on pipes of their own.
        os.dup2(2, 1)
        self._reading, self._writing = _connection(read, readable=True), _connection(write, readable=False)
        self._incoming: SimpleQueue[Any] = SimpleQueue()
        self._sending = Lock()
        self._ended = Event()
        Thread(target=self._listen, name="messages", daemon=True).start()
        Thread(target=self._beat, name="heartbeat", daemon=True).start()

    def receive(self) -> Any:
        """Wait for the next message."""
        return self._incoming.get()

    @property
    def empty(self) -> bool:
        """Whether no message is waiting."""
        return self._incoming.empty()

    def send(self, message: object) -> None:
        """Send a message to the app.

        Args:
            message: any picklable object but None.

        Raises:
            BrokenPipeError: the app has gone.
        """
        with self._sending:
            self._writing.send(message)

    def flush(self) -> None:
        """Wait until what is being sent has been sent; no heartbeat after it."""
        self._ended.set()
        with self._sending:
            pass

    def _listen(self) -> None:
        with contextlib.suppress(OSError, EOFError):
            while True:
                self._incoming.put(self._reading.recv())
        # The app has gone, or dropped the channel: nobody waits for the result.
        os._exit(0)

    def _beat(self) -> None:
        said = 0.0
        with contextlib.suppress(OSError, ValueError):
            while not self._ended.wait(BEAT):
                # An idle child sends nothing and wakes nobody.
                if (used := time.process_time()) - said > IDLE:
                    said = used
                    self.send(Heartbeat(used))


class ReplacedWorker:
    """A channel whose process is replaced when it is lost or wedged, until `lives` of them are used up.

    Args:
        begin: makes a channel; called for each process.
        greet: the messages each new process gets first: its set-up, and what was asked of the one before it.
        lives: processes that may be lost before there is no other.
        patience: seconds without any work, while an answer is awaited, after which a process counts as wedged.
        longest: seconds without an answer after which it does so even if it works.
    """

    def __init__(
        self,
        begin: Callable[[], ProcessChannel],
        greet: Callable[[], Iterable[object]],
        *,
        lives: int = 3,
        patience: float = 30.0,
        longest: float = 300.0,
    ) -> None:
        self.patience, self.longest = patience, longest
        self.lost = 0
        """Processes lost so far."""
        self._make, self._greet, self._lives = begin, greet, lives
        self._awaited_since: float | None = None
        self._looked = time.monotonic()
        self.channel: ProcessChannel | None = None
        self._begin()

    @property
    def alive(self) -> bool:
        """False once so many processes were lost that there will be no other, or it was closed."""
        return self.channel is not None

    def send(self, message: object) -> None:
        """Send a message to the current process; without one it is dropped.

        Args:
            message: any picklable object but None.
        """
        if self.channel is not None:
            self.channel.send(message)

    def received(self, *, awaited: bool) -> list[Any]:
        """All messages since the last call, without blocking. A process that was lost or hangs is replaced here.

        Args:
            awaited: whether an answer is due: only then a process that hangs is noticed.
        """
        if self.channel is None:
            return []
        found = self.channel.received()
        now = time.monotonic()
        if found and found[-1] is None:
            self._replace(self.channel.how_it_ended())
            return found[:-1]
        # If the app itself was suspended, its children may have been too: their timeouts start again.
        stood_still = now - self._looked > self.patience / 2.0
        self._looked = now
        if found or not awaited or stood_still:
            self._awaited_since = None
        if awaited:
            since = self._awaited_since = now if self._awaited_since is None else self._awaited_since
            waited = now - since
            if waited > self.longest or min(waited, self.channel.seconds_without_work) > self.patience:
                self._replace("it hangs")
        return found

    def close(self) -> None:
        """End the process and wait until it has ended."""
        channel, self.channel = self.channel, None
        if channel is not None:
            channel.close()

    def _replace(self, why: str) -> None:
        name = self.channel._name if self.channel is not None else ""  # noqa: SLF001 - same module
        self.close()
        self.lost += 1
        _log.warning("the process %s was lost: %s", name, why)
        if self.lost < self._lives:
            self._begin()

    def _begin(self) -> None:
        self._awaited_since = None
        self.channel = self._make()
        for message in self._greet():
            self.channel.send(message)


def _pipe() -> tuple[Connection, Connection]:
    """A one-way pipe: the end to read from, the end to write to."""
    from multiprocessing import Pipe

    reading, writing = Pipe(duplex=False)
    if sys.platform == "linux":
        import fcntl

        with contextlib.suppress(OSError):
            fcntl.fcntl(writing.fileno(), fcntl.F_SETPIPE_SZ, _PIPE_BYTES)
    return reading, writing


def _connection(handle: int, *, readable: bool) -> Connection:
    """A connection on a handle that was inherited."""
    if sys.platform == "win32":
        from multiprocessing.connection import PipeConnection as Kind
    else:
        from multiprocessing.connection import Connection as Kind
    return Kind(handle, readable=readable, writable=not readable)


def _write(connection: Connection, outgoing: SimpleQueue[object]) -> None:
    """Move messages from the queue to the pipe; that a process has gone is noticed on the other pipe."""
    with contextlib.suppress(OSError, ValueError), connection:
        while (message := outgoing.get()) is not None:
            connection.send(message)


def _read(connection: Connection, incoming: SimpleQueue[object], channel: weakref.ref[ProcessChannel]) -> None:
    """Move messages from the pipe to the queue until the process ends; then None."""
    with contextlib.suppress(OSError, ValueError), connection:
        try:
            while True:
                message = connection.recv()
                owner = channel()
                if owner is None:
                    break
                if not owner._signed(message):  # noqa: SLF001 - same module
                    incoming.put(message)
                owner = None
        except EOFError:
            pass
        except Exception as error:  # a damaged message: whatever unpickling raises
            _log.warning("an answer could not be understood: %s: %s", type(error).__name__, error)
    incoming.put(None)
