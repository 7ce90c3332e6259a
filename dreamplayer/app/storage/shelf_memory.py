"""Cache of what was found in each file of the dreams folder, so that none is read again until it changes.

A record is valid for the file's path, size and modification time, and the hash of its bytes: a file that was only
touched is hashed again, not read. Everything is in the cache folder and may be deleted at any time.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

from dreamplayer import __version__, paths
from dreamplayer.app.file_reading import dream_pickle
from dreamplayer.app.file_reading.file_reader import FileContent
from dreamplayer.app.file_reading.worker import FileRefused
from dreamplayer.app.storage.atomic import read_json, write_bytes, write_json
from dreamplayer.model import text as model
from dreamplayer.model.text import Dream, Omission
from dreamplayer.reading import ingest
from dreamplayer.timeline.parts import parts

MOST_WORDS = 4000
"""Different words of a text that are kept for the search."""
_MARKS = " .,;:!?…—–-*_()[]\"'“”‘’"
_SAME = {"footnote mark": "footnote", "caption": "picture", "time mark": "time stamp"}


@dataclass(frozen=True, slots=True)
class LibraryEntry:
    """A dream in the library, without its text."""

    name: str
    title: str
    sha256: str
    path: Path
    own: bool
    """True for what the person added."""
    first_line: str
    """The first sentence that says more than "I am dreaming."."""
    words: int
    """How many are narrated."""
    passages: int
    notice: str = ""
    """One sentence where the file was truncated, else ""."""
    contents: str = ""
    """Of a text that is told in parts a line for each: the code point it begins at, a tab, its heading. Else ""."""
    vocabulary: str = ""
    """Its words, each once, for the search; of a book the first `MOST_WORDS`."""
    without: str = ""
    """What the narration leaves out, a line for each kind: its name, a tab, its count."""
    language: str = "en"
    """ISO 639 code of the language most of it is in."""


def entry_of(content: FileContent, *, name: str, path: Path, own: bool) -> LibraryEntry:
    """The library entry of a dream.

    Args:
        content: of its file.
        name: in the library.
        path: of the file.
        own: whether the person added it.
    """
    dream = content.dream
    told = [s for passage in dream.passages if not passage.preamble for s in passage.sentences] or list(dream.sentences)
    first = next((sentence for sentence in told if len(sentence.words) > 4), told[0])
    words = sum(len(sentence.words) for sentence in dream.sentences)
    found = parts(dream)
    contents = "\n".join(f"{part.char_start}\t{part.title}" for part in found) if len(found) > 1 else ""
    return LibraryEntry(
        name, dream.title, dream.sha256, path, own, first.text, words, len(dream.passages), content.notice, contents,
        vocabulary_of(dream), omission_counts(dream.omissions), dream.language,
    )  # fmt: skip


def vocabulary_of(dream: Dream) -> str:
    """The words of a dream in small letters, each once, in the order in which they come."""
    words = dict.fromkeys(word.text.casefold().strip(_MARKS) for word in dream.words)
    return " ".join(list(words)[:MOST_WORDS])


def omission_counts(omissions: Iterable[Omission]) -> str:
    """How many omissions of each kind there are: a line for each kind, its name, a tab, its count.

    The mark of a footnote and its body are one thing to a listener: the larger count is said.
    """
    found: dict[str, int] = {}
    for kind, count in Counter(omission.kind for omission in omissions if not omission.told).items():
        if kind == "title":
            # It stands above.
            continue
        kind = _SAME.get(kind, kind)
        found[kind] = max(count, found.get(kind, 0))
    return "\n".join(f"{kind}\t{count}" for kind, count in found.items())


@cache
def _reader_version() -> str:
    """Version of the code that reads files: records of another version are invalid."""
    sources = [*Path(ingest.__file__).parent.glob("*.py"), Path(model.__file__)]
    seen = [__version__]
    for path in sorted(sources):
        try:
            found = path.stat()
        except OSError:
            continue
        seen.append(f"{path.name} {found.st_size} {found.st_mtime_ns}")
    return hashlib.sha256("\n".join(seen).encode()).hexdigest()[:16]


class ShelfMemory:
    """The records: loaded once, written by `save`. A damaged cache counts as empty."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or paths.cache() / "shelf"
        self._index = self._folder / "index.json"
        found = read_json(self._index)
        files = found.get("files") if found.get("reader") == _reader_version() else None
        self._files: dict[str, dict[str, Any]] = files if isinstance(files, dict) else {}
        self._changed = False

    def recall(self, path: Path) -> LibraryEntry | FileRefused | None:
        """The record of this file, if its size and modification time are unchanged; else None."""
        record = self._files.get(str(path))
        stamp = _stamp(path)
        if not isinstance(record, dict) or stamp is None or record.get("stamp") != stamp:
            return None
        return _found(record, path)

    def known_hash(self, path: Path) -> str:
        """SHA-256 of the bytes that were read; "" for none."""
        record = self._files.get(str(path))
        return str(record.get("sha256", "")) if isinstance(record, dict) and _found(record, path) else ""

    def confirm(self, path: Path) -> LibraryEntry | FileRefused:
        """Renew the record of a file that was touched and has the same content."""
        record = self._files[str(path)]
        record["stamp"] = _stamp(path)
        self._changed = True
        found = _found(record, path)
        assert found is not None
        return found

    def keep(self, entry: LibraryEntry, dream: Dream) -> LibraryEntry:
        """Store an entry and its dream."""
        shown = {key: value for key, value in asdict(entry).items() if key not in ("path", "own")}
        self._keep(entry.path, entry.sha256, {"entry": shown})
        write_bytes(self._packed(entry.path), dream_pickle.to_bytes(dream))
        return entry

    def keep_refusal(self, path: Path, refused: FileRefused) -> None:
        """Store why a file cannot be read."""
        said = {"what": refused.what, "where": refused.where, "todo": refused.todo}
        self._keep(path, refused.sha256, {"refused": said})

    def dream(self, entry: LibraryEntry) -> Dream | None:
        """The stored dream of an entry; None where there is none, or the file has changed."""
        found = self.recall(entry.path)
        if not isinstance(found, LibraryEntry) or found.sha256 != entry.sha256:
            return None
        try:
            dream = dream_pickle.from_bytes(self._packed(entry.path).read_bytes())
        except (OSError, ValueError):
            return None
        return dream if dream.sha256 == entry.sha256 else None

    def save(self) -> None:
        """Write what has changed, and drop records of files that are gone."""
        for path in [path for path in self._files if _stamp(Path(path)) is None]:
            del self._files[path]
            self._packed(Path(path)).unlink(missing_ok=True)
            self._changed = True
        if self._changed:
            write_json(self._index, {"reader": _reader_version(), "files": self._files})
            self._changed = False

    def _keep(self, path: Path, sha256: str, found: dict[str, Any]) -> None:
        stamp = _stamp(path)
        if stamp is not None:
            self._files[str(path)] = {"stamp": stamp, "sha256": sha256, **found}
            self._changed = True

    def _packed(self, path: Path) -> Path:
        return self._folder / f"{hashlib.sha256(str(path).encode('utf-8', 'surrogateescape')).hexdigest()[:24]}.dream"


def _stamp(path: Path) -> list[int] | None:
    """Size and time of change; None where there is no file."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return [found.st_size, found.st_mtime_ns]


def _found(record: dict[str, Any], path: Path) -> LibraryEntry | FileRefused | None:
    """What a record says; None where it is not one of ours."""
    try:
        if "entry" in record:
            shown = record["entry"]
            entry = LibraryEntry(path=path, own=True, **shown)
            kinds = {field.name: type(getattr(entry, field.name)).__name__ for field in fields(entry)}
            return entry if all(kinds[f.name] == f.type for f in fields(entry) if f.name != "path") else None
        said = record["refused"]
        return FileRefused(str(said["what"]), str(said["where"]), str(said["todo"]), str(record.get("sha256", "")))
    except (KeyError, TypeError):
        return None
