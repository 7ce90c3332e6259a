"""Client of the shelf process, which composes and paints the dreams of the picker."""

from __future__ import annotations

from collections.abc import Iterator

from dreamplayer.app.picker.shelf_worker import Begin, NotShowable, Prefer, ShelfUpdate
from dreamplayer.app.storage.shelf_memory import LibraryEntry
from dreamplayer.process.channel import ProcessChannel, ReplacedWorker
from dreamplayer.settings import Settings

LIVES = 3
"""Processes that may die before no other is started."""


class ShelfClient:
    """A process beside the picker, so that composing and painting never delay a frame."""

    def __init__(self, settings: Settings, *, paint: bool = True) -> None:
        self._first = Begin(settings, paint)
        self._entries: dict[str, LibraryEntry] = {}
        self._unanswered: set[str] = set()
        self._chosen = ""
        self.worker = ReplacedWorker(self._begin, self._greet, lives=LIVES)

    def want(self, entry: LibraryEntry) -> None:
        """Compose this dream too."""
        self._entries[entry.name] = entry
        self._unanswered.add(entry.name)
        self.worker.send(entry)

    def prefer(self, name: str) -> None:
        """Give this dream priority. Free where it had it before."""
        if name != self._chosen:
            self._chosen = name
            self.worker.send(Prefer(name))

    def done(self) -> list[ShelfUpdate]:
        """Updates since the last call."""
        found: list[ShelfUpdate | NotShowable] = self.worker.received(awaited=bool(self._unanswered))
        self._unanswered -= {update.name for update in found}
        return [update for update in found if isinstance(update, ShelfUpdate)]

    def close(self) -> None:
        """End the process."""
        self.worker.close()

    def _begin(self) -> ProcessChannel:
        # The window comes first.
        return ProcessChannel("dreamplayer.app.picker.shelf_worker", nice=8, sockets="none")

    def _greet(self) -> Iterator[object]:
        """Messages to a new process: all that was asked of the one before."""
        yield from (self._first, Prefer(self._chosen), *self._entries.values())
