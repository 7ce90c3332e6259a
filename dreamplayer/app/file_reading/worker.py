"""The process that reads files: paths and bytes in, dreams or the reason for a refusal out.

A file may be damaged or malicious: whatever it does to the libraries that parse it ends here, at limits of memory and
time. The app's end (`file_reader`) keeps the clock and replaces the process.
"""

from __future__ import annotations

import contextlib
import gc
import hashlib
import stat
import time
from dataclasses import dataclass
from pathlib import Path

from dreamplayer.app.file_reading import dream_pickle
from dreamplayer.errors import DreamError, TextError
from dreamplayer.model.text import Dream
from dreamplayer.process.channel import WorkerEnd
from dreamplayer.reading.ingest import formats
from dreamplayer.reading.ingest.limits import MOST_TEXT
from dreamplayer.reading.ingest.parse import parse, parse_draft
from dreamplayer.reading.ingest.source import decode
from dreamplayer.reading.ingest.title import name_of

SECONDS = 10.0
"""Time limit for a file, seconds."""
MEMORY = 2**30
"""Memory limit in bytes, set by the app's end."""
LARGEST = 512 * 2**20
"""Largest file in bytes: books with pictures are large, and only their text is read."""

_SHORT = 300_000
"""Characters of a text that is read in full on any machine."""
_SAMPLE = 50_000
_WORKED = 4.0
"""Seconds that parsing a long text into sentences and words may take; the rest of the limit is a reserve."""

_KINDS = ((stat.S_ISDIR, "a folder"), (stat.S_ISFIFO, "a named pipe"), (stat.S_ISSOCK, "a socket"),
          (stat.S_ISCHR, "a device"), (stat.S_ISBLK, "a device"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReadFile:
    """Request for the dream in a file. `known`: the hash of what is remembered of it."""

    path: str
    known: str = ""


@dataclass(frozen=True, slots=True)
class ReadBytes:
    """Request for the dream in bytes from elsewhere: standard input, the clipboard."""

    data: bytes
    name: str
    where: str


@dataclass(frozen=True, slots=True)
class DreamRead:
    """Answer: a dream, serialised by `dream_pickle`."""

    dream: bytes
    notice: str
    """One sentence where it was truncated, else ""."""


@dataclass(frozen=True, slots=True)
class FileUnchanged:
    """Answer: the file still has the known hash."""


@dataclass(frozen=True, slots=True)
class FileRefused:
    """Answer: why there is no dream."""

    what: str
    where: str
    todo: str
    sha256: str = ""
    lasting: bool = True
    """False where the file may become readable without changing: permissions, a missing disk."""
    spent: bool = False
    """True where the process ends after this answer, out of memory."""


Answer = DreamRead | FileUnchanged | FileRefused


def check_regular(path: Path) -> None:
    """Refuse what is not a regular file: folders, pipes, devices, sockets, missing or far too large files.

    Only calls stat: nothing is opened.

    Raises:
        TextError: says what it is.
    """
    where = str(path)
    try:
        found = path.stat()
    except FileNotFoundError:
        raise TextError("there is no such file", where=where, todo="Check the name.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise TextError(f"the file cannot be read: {reason}", where=where) from error
    for is_kind, what in _KINDS:
        if is_kind(found.st_mode):
            raise TextError(f"this is {what}, not a text", where=where, todo="Choose a file.")
    if found.st_size > LARGEST:
        raise TextError("this file is too large to be a dream", where=where, todo="Choose a shorter text.")


def dream_in(path: Path) -> tuple[Dream, str]:
    """The dream in a file of any supported format, and a notice about it ("" for none).

    Raises:
        TextError: says what is wrong.
    """
    check_regular(path)
    draft = formats.read_draft(path, _affordable)
    sha256 = _hash(path)
    return parse_draft(draft, name=name_of(path.stem), source_path=str(path), sha256=sha256), draft.notice


def _affordable(text: str) -> int:
    """Characters of a long text that can be parsed in time on this machine, measured on its beginning."""
    if len(text) <= _SHORT:
        return MOST_TEXT
    # By wall-clock time, which the limit counts: other programs may be running.
    begun = time.monotonic()
    with contextlib.suppress(DreamError):
        parse(text[:_SAMPLE], name="sample")
    took = max(1e-6, time.monotonic() - begun)
    return max(_SHORT, min(MOST_TEXT, int(_SAMPLE * _WORKED / took)))


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def answer(asked: ReadFile | ReadBytes) -> Answer:
    """The answer to a request. Raises nothing but what ends the process."""
    where = asked.path if isinstance(asked, ReadFile) else asked.where
    sha256 = ""
    try:
        if isinstance(asked, ReadFile):
            path = Path(asked.path)
            check_regular(path)
            sha256 = _hash(path)
            if sha256 == asked.known:
                return FileUnchanged()
            dream, notice = dream_in(path)
        else:
            draft = formats.plain_draft(decode(asked.data, where=where), _affordable)
            notice = draft.notice
            dream = parse_draft(draft, name=asked.name, sha256=hashlib.sha256(asked.data).hexdigest())
        return DreamRead(dream_pickle.to_bytes(dream), notice)
    except MemoryError:
        what = f"this file takes more than {MEMORY // 2**30} GB of memory to read"
        return FileRefused(what, where, "Save it as plain text.", sha256, spent=True)
    except DreamError as error:
        lasting = not isinstance(error.__cause__ or error.__context__, OSError)
        return FileRefused(error.what, error.where or where, error.todo, sha256, lasting)
    except OSError as error:
        reason = error.strerror or str(error)
        return FileRefused(f"the file cannot be read: {reason}", where, "", sha256, lasting=False)
    except Exception as error:
        what = f"this file cannot be read: {type(error).__name__} {str(error)[:200]}".rstrip()
        return FileRefused(what, where, "Save it again, or save it as plain text.", sha256)


def _write_nothing() -> None:
    """Forbid writing to files from here on, where the system has such a limit."""
    try:
        import resource
    except ImportError:
        return
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def _limit_work() -> None:
    """Limit CPU time from here on: holds even without the app's end, and while a library holds the GIL."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    with contextlib.suppress(OSError, ValueError):
        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        most = int(used.ru_utime + used.ru_stime + SECONDS) + 2
        resource.setrlimit(resource.RLIMIT_CPU, (most, hard))


def main(end: WorkerEnd) -> None:
    """The loop of the process: answer requests until the channel closes."""
    _write_nothing()
    # Objects live until the answer is sent: collect between files only.
    gc.disable()
    with contextlib.suppress(BrokenPipeError, KeyboardInterrupt):
        end.send("ready")
        while True:
            question = end.receive()
            _limit_work()
            given = answer(question)
            end.send(given)
            if isinstance(given, FileRefused) and given.spent:
                break
            gc.collect()
    end.flush()
