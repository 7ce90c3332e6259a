"""The app's end of the process that reads people's files: a path in, a dream or a TextError out, within ten seconds."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from dreamplayer.app.file_reading import dream_pickle
from dreamplayer.app.file_reading.worker import (
    MEMORY,
    SECONDS,
    Answer,
    DreamRead,
    FileRefused,
    FileUnchanged,
    ReadBytes,
    ReadFile,
)
from dreamplayer.errors import TextError
from dreamplayer.model.text import Dream
from dreamplayer.process.channel import ProcessChannel, ProcessLostError
from dreamplayer.process.limits import ResourceLimits

_log = logging.getLogger(__name__)
WAKING = 30.0
"""Timeout for the start of the process, seconds."""
LIVES = 3
"""Processes that may die in a row, without an answer between, before no other is started."""
_OUT_OF_TIME = "SIGXCPU"
_TOO_LONG = "this file takes longer than {:g} s to read"
_TAKE_LESS = "Save it as plain text, or take a part of it."
_MODULE = "dreamplayer.app.file_reading.worker"


@dataclass(frozen=True, slots=True)
class FileContent:
    """The content of a file."""

    dream: Dream
    notice: str = ""
    """One sentence where it was truncated, else ""."""


class UnreadableError(TextError):
    """A file that cannot be read, and what the library may remember of it."""

    def __init__(self, refused: FileRefused, *, remembered: bool = False) -> None:
        super().__init__(refused.what, where=refused.where, todo=refused.todo)
        self.refused, self.remembered = refused, remembered


class UnchangedFileError(Exception):
    """The file still has the hash that was given."""


class FileReader:
    """A process that reads files, started with the first one. Thread-safe; one file is read at a time.

    Use it as a context manager, or close it from any thread: a waiting caller then gets a TextError.
    """

    def __init__(self, seconds: float = SECONDS, module: str = _MODULE) -> None:
        self._seconds, self._module = seconds, module
        self._lock = Lock()
        self._channel: ProcessChannel | None = None
        self._lost = 0
        self._closed = False

    def __enter__(self) -> FileReader:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def read(self, path: Path, known: str = "") -> FileContent:
        """The dream in a file.

        Args:
            path: of the file.
            known: SHA-256 of what is remembered of it, or "".

        Raises:
            UnreadableError: it cannot be read; says why.
            UnchangedFileError: it still has the hash `known`.
        """
        return self._content(ReadFile(str(path), known), str(path))

    def read_bytes(self, data: bytes, *, name: str, where: str) -> FileContent:
        """The dream in bytes that are in no file.

        Args:
            data: the text.
            name: for the dream.
            where: what error messages call it.

        Raises:
            UnreadableError: it cannot be read; says why.
        """
        return self._content(ReadBytes(data, name, where), where)

    def close(self) -> None:
        """End the process. A closed reader reads nothing more."""
        self._closed = True
        self._end()

    def _content(self, question: ReadFile | ReadBytes, where: str) -> FileContent:
        with self._lock:
            given = self._answer(question, where)
        if isinstance(given, FileUnchanged):
            raise UnchangedFileError(where)
        if isinstance(given, FileRefused):
            raise UnreadableError(given)
        try:
            return FileContent(dream_pickle.from_bytes(given.dream), given.notice)
        except ValueError as error:
            raise UnreadableError(FileRefused(f"this file was not understood: {error}", where, "")) from error

    def _answer(self, question: ReadFile | ReadBytes, where: str) -> Answer:
        """The process's answer, or what its death means for the file.

        A process killed from outside is not the file's fault: it is tried once more.
        """
        for trial in range(2):
            try:
                return self._ask(question)
            except TimeoutError:
                self._end()
                return FileRefused(_TOO_LONG.format(self._seconds), where, _TAKE_LESS)
            except ProcessLostError as lost:
                self._end()
                if self._closed:
                    break
                _log.warning("the process that reads files was lost over %s: %s", where, lost)
                if _OUT_OF_TIME in str(lost):
                    return FileRefused(_TOO_LONG.format(self._seconds), where, _TAKE_LESS)
                if trial:
                    return FileRefused(f"this file ends what reads it: {lost}", where, "Save it as plain text.")
        return FileRefused("this file was not read: the app is closing", where, "", lasting=False)

    def _ask(self, question: ReadFile | ReadBytes) -> Answer:
        channel = self._begun()
        channel.send(question)
        given = channel.receive(self._seconds)
        self._lost = 0
        if isinstance(given, FileRefused) and given.spent:
            self._end()
        assert isinstance(given, DreamRead | FileUnchanged | FileRefused)
        return given

    def _begun(self) -> ProcessChannel:
        """The process, ready for requests; a new one where the last was lost."""
        if self._channel is not None:
            return self._channel
        if self._closed:
            raise ProcessLostError("closed")
        if self._lost >= LIVES:
            what = "files cannot be read now: the process that reads them ends again and again"
            raise TextError(what, todo="Run dreamplayer doctor.")
        self._channel = channel = ProcessChannel(
            self._module, may_write=False, limits=ResourceLimits(memory_bytes=MEMORY)
        )
        try:
            channel.receive(WAKING)
        except (TimeoutError, ProcessLostError) as error:
            self._lost += 1
            raise ProcessLostError(f"it does not begin: {error}") from None
        return channel

    def _end(self) -> None:
        channel, self._channel = self._channel, None
        if channel is not None:
            channel.close()
