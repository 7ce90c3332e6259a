"""The process that reads people's files: paths and texts in, dreams or the reason why not out.

A file may be damaged or made to harm: whatever it does to the libraries that read it ends here, at limits of memory and
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
"""A file takes at most."""
MEMORY = 2**30
"""Bytes of memory, set by the app's end."""
LARGEST = 512 * 2**20
"""Bytes of a file: books with pictures are large, and only their text is read."""

_SHORT = 300_000
"""Characters of a text that is read whole on any machine."""
_SAMPLE = 50_000
_WORKED = 4.0
"""Seconds that a long text may take to be divided into sentences and words: the rest of the time is reserve."""

_KINDS = ((stat.S_ISDIR, "a folder"), (stat.S_ISFIFO, "a named pipe"), (stat.S_ISSOCK, "a socket"),
          (stat.S_ISCHR, "a device"), (stat.S_ISBLK, "a device"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReadFile:
    """Asks for the dream in a file. `known`: the hash under which what it held is remembered."""

    path: str
    known: str = ""


@dataclass(frozen=True, slots=True)
class ReadBytes:
    """Asks for the dream in bytes that came from elsewhere: standard input, the clipboard."""

    data: bytes
    name: str
    where: str


@dataclass(frozen=True, slots=True)
class DreamRead:
    """A dream, packed by `dream_pickle`."""

    dream: bytes
    notice: str
    """One sentence where not all of it was taken, else ""."""


@dataclass(frozen=True, slots=True)
class FileUnchanged:
    """The file still has the hash that was known."""


@dataclass(frozen=True, slots=True)
class FileRefused:
    """Why there is no dream."""

    what: str
    where: str
    todo: str
    sha256: str = ""
    lasting: bool = True
    """False where the file may be read later though it does not change: rights, a disk that is away."""
    spent: bool = False
    """True where the process ends after this answer, short of memory."""


Answer = DreamRead | FileUnchanged | FileRefused


def check_regular(path: Path) -> None:
    """TextError for what is not a file with an end: folders, pipes, devices, sockets, what is missing or far too large.

    Only asks about it: nothing is opened.
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
    """(the dream in a file of any kind that is understood, what to say of it). TextError says what is wrong."""
    check_regular(path)
    draft = formats.read_draft(path, _affordable)
    sha256 = _hash(path)
    return parse_draft(draft, name=name_of(path.stem), source_path=str(path), sha256=sha256), draft.notice


def _affordable(text: str) -> int:
    """Characters of a long text that can be read in good time on this machine, by how long its beginning takes."""
    if len(text) <= _SHORT:
        return MOST_TEXT
    # By the clock on the wall, which ends the reading: other programs may be at work.
    begun = time.monotonic()
    with contextlib.suppress(DreamError):
        parse(text[:_SAMPLE], name="sample")
    took = max(1e-6, time.monotonic() - begun)
    return max(_SHORT, min(MOST_TEXT, int(_SAMPLE * _WORKED / took)))


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def answer(asked: ReadFile | ReadBytes) -> Answer:
    """What becomes of a question. Nothing is raised but what ends the process."""
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
    """No file can be filled from here on, where the system knows such a limit."""
    try:
        import resource
    except ImportError:
        return
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def _limit_work() -> None:
    """Seconds of work from here: holds even where the app's end is gone, and while a library keeps every thread out."""
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
    """Serve the app."""
    _write_nothing()
    # One file, one answer: what is built lives until the answer is sent.
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
