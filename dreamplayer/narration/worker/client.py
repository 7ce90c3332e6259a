"""The app's end of a voice's process: ask for sentences, take clips, replace the process when it is lost."""

from __future__ import annotations

import contextlib
import json
import logging
import queue
import subprocess
import threading
import time
import weakref
from collections import deque
from dataclasses import dataclass
from types import TracebackType
from typing import IO

from dreamplayer.errors import VoiceError
from dreamplayer.narration.speech_request import SpeechRequest
from dreamplayer.process import end, start

WAKING = 60.0
"""Seconds a voice may take to load."""
SLOWEST = 8.0
"""Seconds of work for a second of speech, at most; more means that it runs in circles."""
LEAST = 20.0
"""Seconds without any work, or of work on the shortest sentence: more means that it hangs."""
LONGEST = 600.0
"""Seconds any sentence may take, however busy the machine."""
IDLE = 0.02
"""Seconds of work between two tellings of it that do not count as any: the request itself."""

_log = logging.getLogger(__name__)


@dataclass
class _Asked:
    """A sentence that is waited for."""

    number: int
    request: SpeechRequest
    tries: int = 0


class _LostError(Exception):
    """The process has crashed or hangs."""


class Teller:
    """A voice in its own process. Use it as a context, or close it: the process ends with it, at the latest with us.

    Sentences are answered in the order they were asked for. Each is tried twice, in two processes, before it is
    given up.
    """

    def __init__(self, voice: str, *, waking: float = WAKING, least: float = LEAST, slowest: float = SLOWEST) -> None:
        self.voice = voice
        self._waking = waking
        self._least = least
        self._slowest = slowest
        self._asked: deque[_Asked] = deque()
        self._count = 0
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: queue.Queue[tuple[dict[str, object], bytes] | None] = queue.Queue()
        self._ready = False

    def __enter__(self) -> Teller:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    @property
    def waiting(self) -> int:
        """How many sentences are asked for and not answered."""
        return len(self._asked)

    def ask(self, request: SpeechRequest) -> None:
        """Ask for a sentence; the process begins with it as soon as it is free."""
        asked = _Asked(self._count, request)
        self._count += 1
        self._asked.append(asked)
        if self._process is not None:
            self._send(asked)
            return
        # A process that cannot be started is noticed where its answer is missed.
        with contextlib.suppress(_LostError):
            self._begin()

    def answer(self) -> bytes:
        """The next encoded clip. VoiceError says why there is none; the next sentence may still be asked for."""
        asked = self._asked[0]
        while True:
            try:
                return self._wait(asked)
            except _LostError as lost:
                self.close(keep=True)
                asked.tries += 1
                _log.warning("the voice %s was lost: %s", self.voice, lost)
                if asked.tries >= 2:
                    self._asked.popleft()
                    raise VoiceError(f"the voice {self.voice} could not say a sentence: {lost}") from None

    def close(self, *, keep: bool = False) -> None:
        """End the process and wait until it is gone. `keep` keeps what was asked, for another process."""
        if not keep:
            self._asked.clear()
        process, self._process = self._process, None
        self._ready = False
        if process is not None:
            _end(process)

    def _wait(self, asked: _Asked) -> bytes:
        if self._process is None:
            self._begin()
        if not self._ready:
            message, _ = self._take(self._waking, self._waking)
            if "ready" not in message:
                self.close(keep=True)
                self._asked.popleft()
                raise VoiceError(
                    str(message.get("failed", "the voice did not wake")), todo=str(message.get("todo", ""))
                )
            self._ready = True
        words = sum(len(form.split()) for form in asked.request.spoken)
        work = max(self._least, self._slowest * 60.0 * words / asked.request.pace)
        message, data = self._take(work, self._least)
        self._asked.popleft()
        if "error" in message:
            raise VoiceError(f"the voice {self.voice} could not say a sentence: {message['error']}")
        return data

    def _take(self, seconds: float, still: float) -> tuple[dict[str, object], bytes]:
        """The next answer; `seconds` of work and `still` seconds without any are allowed for it.

        A machine that is busy otherwise is waited for.
        """
        begun = moved = time.monotonic()
        first = last = None
        while True:
            now = time.monotonic()
            left = min(moved + still, begun + LONGEST) - now
            try:
                got = self._answers.get(timeout=max(left, 0.0))
            except queue.Empty:
                raise _LostError(f"no answer in {time.monotonic() - begun:.0f} s") from None
            if got is None:
                code = self._process.wait(5.0) if self._process else 0
                raise _LostError(f"its process ended with {code}")
            if "cpu" not in got[0]:
                return got
            done = float(str(got[0]["cpu"]))
            if first is None or last is None:
                first = last = done
            if done - last > IDLE:
                moved = time.monotonic()
            last = done
            if done - first > seconds:
                raise _LostError(f"no answer in {seconds:.0f} s of work")

    def _begin(self) -> None:
        try:
            process = start("dreamplayer.narration.worker.voice_worker", self.voice)
        except OSError as error:
            raise _LostError(str(error)) from None
        self._process = process
        self._answers = queue.Queue()
        weakref.finalize(self, _end, process)
        assert process.stdout is not None
        threading.Thread(target=_listen, args=(process.stdout, self._answers), daemon=True).start()
        for asked in self._asked:
            self._send(asked)

    def _send(self, asked: _Asked) -> None:
        assert self._process is not None
        assert self._process.stdin is not None
        line = json.dumps({"id": asked.number, "request": asked.request.to_json()}).encode() + b"\n"
        # A process that has gone is noticed where its answer is missed.
        with contextlib.suppress(OSError):
            self._process.stdin.write(line)
            self._process.stdin.flush()


def _listen(stream: IO[bytes], answers: queue.Queue[tuple[dict[str, object], bytes] | None]) -> None:
    """Move answers from the pipe to the queue until the process ends; then None."""
    with contextlib.suppress(OSError, ValueError), stream:
        while line := stream.readline():
            message = json.loads(line)
            size = int(message.get("bytes", 0))
            data = stream.read(size)
            if len(data) < size:
                break
            answers.put((message, data))
    answers.put(None)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Nothing is asked of it any more."""
    end(process)
    with contextlib.suppress(OSError):
        if process.stdin is not None:
            process.stdin.close()
