"""The dreams one can choose from: the five that come with the app, and the person's own."""

from __future__ import annotations

import hashlib
import logging
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dreamplayer import paths
from dreamplayer.app.storage.atomic import write
from dreamplayer.errors import DreamError, TextError
from dreamplayer.model.text import Dream
from dreamplayer.reading.ingest import formats
from dreamplayer.reading.ingest.parse import load, parse
from dreamplayer.reading.ingest.source import decode
from dreamplayer.reading.ingest.title import name_of

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class LibraryEntry:
    """A dream on the shelf."""

    dream: Dream
    path: Path
    own: bool
    """True for what the person added."""

    @property
    def first_line(self) -> str:
        """The first sentence that says more than "I am dreaming."."""
        told = [s for passage in self.dream.passages if not passage.preamble for s in passage.sentences]
        told = told or list(self.dream.sentences)
        return next((s.text for s in told if len(s.words) > 4), told[0].text)

    @property
    def words(self) -> int:
        """How many are told."""
        return sum(1 for _ in self.dream.words)


def dreams_folder() -> Path:
    """Where one puts own dreams."""
    return paths.data() / "dreams"


def read_dream(path: Path) -> Dream:
    """The dream in a file of any kind that is understood; TextError says what is wrong."""
    return load(path, read=formats.read_text)


def shelf() -> Iterator[LibraryEntry]:
    """Every dream that can be read, own ones first, then the five; what cannot be read is logged and passed over."""
    seen: set[str] = set()
    for folder, own in ((dreams_folder(), True), (paths.seeds(), False)):
        for path in _files(folder):
            try:
                dream = read_dream(path)
            except DreamError as error:
                _log.warning("%s", error)
                continue
            if dream.name not in seen:
                seen.add(dream.name)
                yield LibraryEntry(dream, path, own)


def unreadable() -> list[DreamError]:
    """What is wrong with each file of the dreams folder that cannot be offered."""
    found: list[DreamError] = []
    for path in _files(dreams_folder()):
        try:
            read_dream(path)
        except DreamError as error:
            found.append(error)
    return found


def _files(folder: Path) -> list[Path]:
    try:
        found = sorted(path for path in folder.iterdir() if path.suffix.lower() in formats.SUFFIXES)
    except OSError:
        return []
    return [path for path in found if path.is_file() and not path.name.startswith(".")]


def find(name: str) -> Dream:
    """A dream by its name in the library, its path, or `-` for standard input."""
    if name == "-":
        return parse(decode(sys.stdin.buffer.read(), where="standard input"), name="from-standard-input")
    path = Path(name).expanduser()
    if path.is_file():
        return read_dream(path)
    for folder in (dreams_folder(), paths.seeds()):
        for candidate in _files(folder):
            if name_of(candidate.stem) == name_of(name):
                return read_dream(candidate)
    known = ", ".join(entry.dream.name for entry in shelf())
    raise TextError(f"there is no dream {name}", todo=f"Give a path, or one of: {known}.")


def add(source: str, *, text: str | None = None) -> Path:
    """Put a dream into the library: a path, or `-` with its text. The original is copied, never changed."""
    if text is None:
        path = Path(source).expanduser()
        read_dream(path)
        wanted, data = path.name, path.read_bytes()
    else:
        title = parse(text, name="pasted").title
        first = " ".join(text.split()[:6])
        wanted = (name_of(first if title in ("pasted", "Pasted") else title) or "dream") + ".txt"
        data = text.encode("utf-8")
    folder = dreams_folder()
    target = folder / wanted
    count = 2
    while target.exists() and hashlib.sha256(target.read_bytes()).digest() != hashlib.sha256(data).digest():
        target = folder / f"{Path(wanted).stem}-{count}{Path(wanted).suffix}"
        count += 1
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if text is not None:
            if not write(target, text):
                raise OSError("the disk does not take it")
        else:
            target.write_bytes(data)
    except OSError as error:
        raise TextError(f"the dream could not be kept: {error}", where=str(folder), todo="Make room there.") from error
    return target
