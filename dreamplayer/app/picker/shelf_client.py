"""The app's end of the process that composes and paints the shelf: dreams go there, what may be shown comes back."""

from __future__ import annotations

from collections.abc import Iterator

from dreamplayer.app.picker.shelf_worker import Begin, NotShowable, Prefer, ShelfUpdate
from dreamplayer.app.storage.shelf_memory import LibraryEntry
from dreamplayer.process.channel import ProcessChannel, ReplacedWorker
from dreamplayer.settings import Settings

LIVES = 3
"""Processes that may be lost before the shelf stays as it is."""


class ShelfClient:
    """A process beside the picker, so that composing and painting never hold up what is seen."""

    def __init__(self, settings: Settings, *, paint: bool = True) -> None:
        self._first = Begin(settings, paint)
        self._entries: dict[str, LibraryEntry] = {}
        self._unanswered: set[str] = set()
        self._chosen = ""
        self.worker = ReplacedWorker(self._begin, self._greet, lives=LIVES)

    def want(self, entry: LibraryEntry) -> None:
        """Compose this one too."""
        self._entries[entry.name] = entry
        self._unanswered.add(entry.name)
        self.worker.send(entry)

    def prefer(self, name: str) -> None:
        """This one before the others. Costs nothing where it is the same as before."""
        if name != self._chosen:
            self._chosen = name
            self.worker.send(Prefer(name))

    def done(self) -> list[ShelfUpdate]:
        """What has become known since the last call."""
        found: list[ShelfUpdate | NotShowable] = self.worker.received(awaited=bool(self._unanswered))
        self._unanswered -= {update.name for update in found}
        return [update for update in found if isinstance(update, ShelfUpdate)]

    def close(self) -> None:
        """End it."""
        self.worker.close()

    def _begin(self) -> ProcessChannel:
        # The window comes first.
        return ProcessChannel("dreamplayer.app.picker.shelf_worker", nice=8, sockets="none")

    def _greet(self) -> Iterator[object]:
        """To each new process: all that was asked of the one before."""
        yield from (self._first, Prefer(self._chosen), *self._entries.values())
