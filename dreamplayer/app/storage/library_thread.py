"""The library in a thread: lists, adds and loads dreams, so that no file ever delays a frame."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Thread

from dreamplayer.app.file_reading.file_reader import FileReader, UnreadableError
from dreamplayer.app.storage import library, shelf_changes
from dreamplayer.app.storage.shelf_memory import LibraryEntry
from dreamplayer.errors import DreamError
from dreamplayer.model.text import Dream

_log = logging.getLogger(__name__)
_PART = 0.25
"""Seconds between partial listings."""


@dataclass(frozen=True, slots=True)
class ShelfListing:
    """Result of `survey`: the dreams of the library, as far as they are known."""

    entries: tuple[LibraryEntry, ...]
    problems: tuple[DreamError, ...]
    """What was found wrong with files that were read now; what is remembered of others is told by the doctor."""
    complete: bool
    choose: str = ""
    """The name of a dream that was just added, to be selected."""


@dataclass(frozen=True, slots=True)
class DreamAdded:
    """Result of `add`."""

    name: str
    title: str
    source: str
    notice: str = ""


@dataclass(frozen=True, slots=True)
class ShelfChanged:
    """Result of `rename` or `remove`."""

    message: str
    """Key of the message about it."""
    value: str
    """What it was done to."""
    choose: str
    """The dream to be selected now."""


@dataclass(frozen=True, slots=True)
class DreamLoaded:
    """Result of `load`."""

    dream: Dream


@dataclass(frozen=True, slots=True)
class LibraryFailure:
    """A request failed."""

    error: DreamError
    source: str
    """The path or name it was about; "" for a pasted text."""

    @property
    def sentence(self) -> str:
        """Which file, and why, in one line."""
        name = Path(self.source).name
        return f"{name}: {self.error.what}" if name else self.error.what


LibraryResult = ShelfListing | DreamAdded | ShelfChanged | DreamLoaded | LibraryFailure


class LibraryThread:
    """Runs requests one after the other; `results` returns what is done. Closing it ends the process that reads."""

    def __init__(self) -> None:
        self._reader = FileReader()
        self._asked: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._results: SimpleQueue[LibraryResult] = SimpleQueue()
        self._first = Event()
        self._thread = Thread(target=self._run, name="library", daemon=True)
        self._thread.start()

    def survey(self, choose: str = "") -> None:
        """List the library: a first ShelfListing soon, another when more is known. `choose` is passed on."""
        self._asked.put(lambda: self._list(choose))

    def add(self, source: str, text: str | None = None) -> None:
        """Add a file, or a text: DreamAdded or LibraryFailure."""
        self._asked.put(lambda: self._add(source, text))

    def load(self, entry: LibraryEntry) -> None:
        """Load the text of a dream: DreamLoaded or LibraryFailure."""
        self._asked.put(lambda: self._load(entry))

    def rename(self, entry: LibraryEntry, title: str) -> None:
        """Give a dream another title: ShelfChanged or LibraryFailure."""

        def task() -> None:
            self._give(ShelfChanged("renamed", shelf_changes.rename(entry, title), entry.name))

        self._asked.put(lambda: self._attempt(entry.name, task))

    def remove(self, entry: LibraryEntry, choose: str) -> None:
        """Move a dream to the trash: ShelfChanged, which selects `choose`, or LibraryFailure."""

        def task() -> None:
            shelf_changes.remove(entry)
            self._give(ShelfChanged("removed", entry.title, choose))

        self._asked.put(lambda: self._attempt(entry.name, task))

    def results(self) -> list[LibraryResult]:
        """Results since the last call."""
        found: list[LibraryResult] = []
        try:
            while True:
                found.append(self._results.get_nowait())
        except Empty:
            return found

    def wait_first(self, seconds: float) -> None:
        """Wait for the first result, at most so many seconds."""
        self._first.wait(seconds)

    def close(self) -> None:
        """End the process that reads, and the thread unless it waits for a disk."""
        self._asked.put(None)
        self._reader.close()
        self._thread.join(timeout=1.0)

    def _run(self) -> None:
        while (task := self._asked.get()) is not None:
            try:
                task()
            except Exception:
                _log.exception("the library could not do what it was asked")

    def _give(self, result: LibraryResult) -> None:
        self._results.put(result)
        self._first.set()

    def _attempt(self, source: str, task: Callable[[], None]) -> None:
        try:
            task()
        except DreamError as error:
            _log.warning("%s", error)
            self._give(LibraryFailure(error, source))
        except Exception as error:
            _log.exception("%s could not be read", source)
            self._give(LibraryFailure(DreamError(f"it could not be read: {type(error).__name__}"), source))

    def _list(self, choose: str) -> None:
        entries: list[LibraryEntry] = []
        problems: list[DreamError] = []
        told = time.monotonic()
        for found in library.survey(self._reader):
            if isinstance(found, LibraryEntry):
                entries.append(found)
            elif not (isinstance(found, UnreadableError) and found.remembered):
                _log.warning("%s", found)
                problems.append(found)
            if entries and time.monotonic() - told > _PART:
                told = time.monotonic()
                self._give(ShelfListing(tuple(library.in_order(entries)), (), complete=False, choose=choose))
        self._give(ShelfListing(tuple(library.in_order(entries)), tuple(problems), complete=True, choose=choose))

    def _add(self, source: str, text: str | None) -> None:
        shown = source if text is None else ""

        def task() -> None:
            kept, content = library.keep(source, text=text, reader=self._reader)
            self._give(DreamAdded(library.name_on_shelf(kept), content.dream.title, shown, content.notice))

        self._attempt(shown, task)

    def _load(self, entry: LibraryEntry) -> None:
        self._attempt(entry.name, lambda: self._give(DreamLoaded(library.load(entry, self._reader).dream)))


def problems_in_a_line(problems: tuple[DreamError, ...]) -> str:
    """One line about files that cannot be read: the first one's name and fault, and how many more; "" for none."""
    if not problems:
        return ""
    first = LibraryFailure(problems[0], problems[0].where).sentence
    more = f" (and {len(problems) - 1} more; dreamplayer doctor names them)" if len(problems) > 1 else ""
    return first + more
