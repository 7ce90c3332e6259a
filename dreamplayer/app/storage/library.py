"""The library: the five dreams that come with the app, and the person's own.

The five are read in this process; every other file is read in a child process (`app.file_reading`), and what was
found in a file of the dreams folder is cached (`shelf_memory`) until the file changes.
"""

from __future__ import annotations

import hashlib
import logging
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread

from dreamplayer import paths
from dreamplayer.app.file_reading import worker
from dreamplayer.app.file_reading.file_reader import FileContent, FileReader, UnchangedFileError, UnreadableError
from dreamplayer.app.file_reading.worker import FileRefused
from dreamplayer.app.storage import atomic, shelf_changes
from dreamplayer.app.storage.shelf_memory import LibraryEntry, ShelfMemory, entry_of
from dreamplayer.errors import DreamError, TextError
from dreamplayer.model.text import Dream
from dreamplayer.reading.ingest import formats
from dreamplayer.reading.ingest.title import name_of

_log = logging.getLogger(__name__)
STDIN_MOST = 8_000_000
"""Most bytes that are read from standard input."""
STDIN_SECONDS = worker.SECONDS
"""Timeout in seconds for standard input, unless it is a terminal."""
_NAME_BYTES = 200
"""Longest file name of a copy in bytes, so that a number still fits in what file systems allow (255)."""


def dreams_folder() -> Path:
    """The folder of the person's own dreams."""
    return paths.data() / "dreams"


def read_dream(path: Path, reader: FileReader | None = None) -> Dream:
    """The dream in a file of any supported format, read by `reader` or by a new one.

    Raises:
        TextError: says what is wrong.
    """
    return read_file(path, reader).dream


def read_file(path: Path, reader: FileReader | None = None) -> FileContent:
    """The content of a file of any supported format.

    What ships with the app is read here, all else in a child process.

    Args:
        path: of the file.
        reader: of files; None starts one for this file.

    Raises:
        TextError: says what is wrong.
    """
    if path.parent == paths.seeds():
        dream, notice = worker.dream_in(path)
        return FileContent(dream, notice)
    if reader is not None:
        return reader.read(path)
    with FileReader() as own:
        return own.read(path)


@contextmanager
def _using(reader: FileReader | None) -> Iterator[FileReader]:
    """The given reader, or a temporary one."""
    if reader is not None:
        yield reader
        return
    with FileReader() as own:
        yield own


def survey(reader: FileReader, memory: ShelfMemory | None = None) -> Iterator[LibraryEntry | DreamError]:
    """List every dream of the library and, in place of a file that cannot be read, the error.

    What is cached costs a stat and comes first, with the five; then what has to be read. The person's own dreams hide
    those of the five with the same name.

    Args:
        reader: of files.
        memory: cache of what was found before; None opens it.
    """
    memory = memory or ShelfMemory()
    own, ours = _named(dreams_folder()), _named(paths.seeds())
    told: dict[str, LibraryEntry | DreamError] = {}
    unread: list[tuple[str, Path]] = []
    try:
        for name, path in own:
            found = memory.recall(path)
            if found is None:
                unread.append((name, path))
            else:
                told[name] = _told(name, found)
                yield told[name]
        waiting = {name for name, _ in unread}
        yield from (_shipped(name, path) for name, path in ours if name not in waiting and not _is_dream(told, name))
        for name, path in unread:
            told[name] = _read_now(name, path, reader, memory)
            yield told[name]
        yield from (_shipped(name, path) for name, path in ours if name in waiting and not _is_dream(told, name))
    finally:
        memory.save()


def _is_dream(told: Mapping[str, LibraryEntry | DreamError], name: str) -> bool:
    return isinstance(told.get(name), LibraryEntry)


def _shipped(name: str, path: Path) -> LibraryEntry | DreamError:
    try:
        return entry_of(read_file(path), name=name, path=path, own=False)
    except DreamError as error:
        return error


def _told(name: str, found: LibraryEntry | FileRefused) -> LibraryEntry | DreamError:
    if isinstance(found, LibraryEntry):
        return _titled(replace(found, name=name))
    return UnreadableError(found, remembered=True)


def _read_now(name: str, path: Path, reader: FileReader, memory: ShelfMemory) -> LibraryEntry | DreamError:
    """Read a file of the dreams folder and remember what was found."""
    try:
        content = reader.read(path, memory.known_hash(path))
    except UnchangedFileError:
        return _told(name, memory.confirm(path))
    except UnreadableError as error:
        if error.refused.lasting:
            memory.keep_refusal(path, error.refused)
        return error
    except DreamError as error:
        return error
    return _titled(memory.keep(entry_of(content, name=name, path=path, own=True), content.dream))


def _titled(entry: LibraryEntry) -> LibraryEntry:
    """The entry under the title that the notes beside it give."""
    title = shelf_changes.given_title(entry.path)
    return entry if title is None else replace(entry, title=title)


def shelf(reader: FileReader | None = None, tell: Callable[[DreamError], object] | None = None) -> list[LibraryEntry]:
    """Every dream that can be read, the person's own first, then the five.

    Args:
        reader: of files; None starts one.
        tell: called with each error; None logs it.
    """
    entries: list[LibraryEntry] = []
    with _using(reader) as using:
        for found in survey(using):
            if isinstance(found, LibraryEntry):
                entries.append(found)
            elif tell is not None:
                tell(found)
            else:
                _log.warning("%s", found)
    return in_order(entries)


def in_order(entries: Iterable[LibraryEntry]) -> list[LibraryEntry]:
    """The person's own first, then by file name."""
    return sorted(entries, key=lambda entry: (not entry.own, entry.path))


def unreadable() -> list[DreamError]:
    """The error of each file of the dreams folder that cannot be offered."""
    with FileReader() as reader:
        return [found for found in survey(reader) if isinstance(found, DreamError)]


def entry_named(name: str) -> LibraryEntry:
    """The entry of a dream by its name in the library.

    Raises:
        TextError: there is none; it names those that are near.
    """
    entries = {entry.name: entry for entry in shelf()}
    found = entries.get(name_of(name))
    if found is None:
        near = get_close_matches(name_of(name), entries, n=3, cutoff=0.5) or sorted(entries)
        raise TextError(f"there is no dream {name[:80]}", todo=f"Is it one of: {', '.join(near)}?")
    return found


def load(entry: LibraryEntry, reader: FileReader | None = None) -> FileContent:
    """The dream of a library entry, from the cache or read again.

    Args:
        entry: of the library.
        reader: of files; None starts one where needed.

    Raises:
        TextError: it can no longer be read.
    """
    dream = ShelfMemory().dream(entry) if entry.own else None
    content = read_file(entry.path, reader) if dream is None else FileContent(dream, entry.notice)
    return replace(content, dream=replace(content.dream, name=entry.name))


def _named(folder: Path) -> list[tuple[str, Path]]:
    """The files of a folder that may be dreams, each with its name; of two with the same, the second has a number."""
    try:
        found = sorted(path for path in folder.iterdir() if path.suffix.lower() in formats.SUFFIXES)
    except OSError:
        return []
    named: dict[str, Path] = {}
    for path in found:
        if path.name.startswith(".") or _is_folder(path):
            continue
        name, count = name_of(path.stem), 2
        while name in named:
            name, count = f"{name_of(path.stem)}-{count}", count + 1
        named[name] = path
    return list(named.items())


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def find(name: str) -> Dream:
    """A dream by its name in the library, its path, or `-` for standard input.

    Raises:
        TextError: says why there is none.
    """
    content = find_content(name)
    if content.notice:
        _log.error("%s: %s.", content.dream.title, content.notice)
    return content.dream


def find_content(name: str) -> FileContent:
    """Like `find`, with the notice about the file.

    Raises:
        TextError: says why there is none.
    """
    if name == "-":
        with FileReader() as reader:
            return reader.read_bytes(standard_input(), name="from-standard-input", where="standard input")
    path = _path(name) if name.strip() else None
    if path is not None and not _is_folder(path):
        return read_file(path)
    wanted = name_of(name)
    known: list[str] = []
    for folder in (dreams_folder(), paths.seeds()):
        for called, candidate in _named(folder):
            if called == wanted:
                content = read_file(candidate)
                return replace(content, dream=replace(content.dream, name=called))
            known.append(called)
    if path is not None:
        return read_file(path)
    shown = name if len(name) <= 80 else name[:80] + "…"
    near = get_close_matches(wanted, known, n=1, cutoff=0.6) if name.strip() else []
    meant = f"Did you mean {near[0]}? " if near else ""
    what = f"there is no dream {shown}" if name.strip() else "no dream is named"
    raise TextError(what, todo=f"{meant}Give a path, or one of: {', '.join(dict.fromkeys(known))}.")


def _path(name: str) -> Path | None:
    """The path, where something of any kind exists there, else None."""
    try:
        path = Path(name).expanduser()
        return path if path.exists() or path.is_symlink() else None
    except (OSError, ValueError, RuntimeError):
        # Too long, a zero byte, the home of nobody: such a name is no file's.
        return None


def standard_input(seconds: float = STDIN_SECONDS, most: int = STDIN_MOST) -> bytes:
    """Read standard input to its end. There is no timeout on a terminal.

    Args:
        seconds: timeout.
        most: bytes.

    Raises:
        TextError: there is none, it is too large, or it takes too long.
    """
    stream = sys.stdin
    if stream is None:
        raise TextError("there is no standard input", todo="Give a path.")
    parts: SimpleQueue[bytes | OSError] = SimpleQueue()

    def fetch() -> None:
        left = most + 1
        try:
            while left > 0 and (part := os.read(stream.fileno(), min(left, 65536))):
                left -= len(part)
                parts.put(part)
            parts.put(b"")
        except (OSError, ValueError) as error:
            parts.put(OSError(str(error)))

    Thread(target=fetch, name="standard input", daemon=True).start()
    deadline = None if stream.isatty() else time.monotonic() + seconds
    found: list[bytes] = []
    while True:
        try:
            part = parts.get(timeout=None if deadline is None else max(0.0, deadline - time.monotonic()))
        except Empty:
            what = f"standard input did not end within {seconds:g} s"
            raise TextError(what, todo="Save the text to a file and give its path.") from None
        if isinstance(part, OSError):
            raise TextError(f"standard input cannot be read: {part}", todo="Give a path.")
        if not part:
            break
        found.append(part)
    data = b"".join(found)
    if len(data) > most:
        raise TextError("what comes in on standard input is too large to be a dream", todo="Give a shorter text.")
    return data


def add(source: str, *, text: bytes | str | None = None, reader: FileReader | None = None) -> Path:
    """Add a dream to the library. The original is copied, never changed.

    Args:
        source: a path, or `-` with `text`.
        text: what to add instead of a file.
        reader: of files; None starts one.

    Returns:
        The copy.

    Raises:
        TextError: it cannot be read, or its format is not supported.
    """
    return keep(source, text=text, reader=reader)[0]


def keep(source: str, *, text: bytes | str | None = None, reader: FileReader | None = None) -> tuple[Path, FileContent]:
    """Like `add`; returns the copy and its content."""
    with _using(reader) as using:
        if text is not None:
            data = text.encode("utf-8", "replace") if isinstance(text, str) else text
            content = using.read_bytes(data, name="pasted", where="this text")
            dream = content.dream
            first = " ".join(dream.text[:400].strip().partition("\n")[0].split()[:6])
            wanted = name_of(first if dream.title in ("pasted", "Pasted") else dream.title) + ".txt"
            return _kept(wanted, None, data), content
        path = _path(source)
        if path is None:
            raise TextError("there is no such file", where=source[:200], todo="Check the name.")
        wanted = _kept_name(path)
        content = read_file(path, using)
        target = _kept(wanted, path, b"")
        notice = shelf_changes.adopt_notes(path, target)
        return target, replace(content, notice=". ".join(filter(None, (content.notice, notice))))


def _kept_name(path: Path) -> str:
    """The name under which a file is offered: one without an ending is plain text. TextError for other kinds."""
    stem, suffix = path.stem.lstrip("."), path.suffix
    if path.name.startswith(".") and suffix == "":
        stem = path.name.lstrip(".")
    if suffix and suffix.lower() not in formats.SUFFIXES and not _is_folder(path):
        known = " ".join(formats.SUFFIXES)
        raise TextError(
            f"files ending in {suffix[:20]} are not understood", where=str(path), todo=f"Known are {known}."
        )
    return f"{stem or 'dream'}{suffix or '.txt'}"


def _kept(wanted: str, source: Path | None, data: bytes) -> Path:
    """Write the copy under a free name, or find an identical one."""
    folder = dreams_folder()
    suffix = Path(wanted).suffix
    stem = os.fsdecode(os.fsencode(Path(wanted).stem)[:_NAME_BYTES])
    stem = stem if stem == Path(wanted).stem else stem.encode("utf-8", "ignore").decode("utf-8")
    try:
        sha256 = hashlib.sha256(data).digest() if source is None else _sha256(source)
        target, count = folder / f"{stem}{suffix}", 2
        while target.is_symlink() or target.exists():
            if target.is_file() and _sha256(target) == sha256:
                return target
            target, count = folder / f"{stem}-{count}{suffix}", count + 1
        kept = atomic.write_bytes(target, data) if source is None else atomic.copy(source, target)
        if not kept:
            raise OSError("the disk does not take it")
    except (OSError, ValueError) as error:
        raise TextError(f"the dream could not be kept: {error}", where=str(folder), todo="Make room there.") from error
    return target


def _sha256(path: Path) -> bytes:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()


def name_on_shelf(path: Path) -> str:
    """The name in the library of a file of the dreams folder."""
    return next((name for name, other in _named(path.parent) if other == path), name_of(path.stem))
