"""The app's end of the process that composes and paints the shelf: dreams go there, what may be shown comes back."""

from __future__ import annotations

import logging

from dreamplayer.app.picker.shelf_worker import Begin, Prefer, ShelfUpdate
from dreamplayer.app.process_channel import Beside
from dreamplayer.app.storage.library import LibraryEntry
from dreamplayer.settings import Settings

_log = logging.getLogger(__name__)
LIVES = 2
"""Processes that may be lost before the shelf stays as it is."""


class Shelving:
    """A process beside the picker, so that composing and painting never hold up what is seen."""

    def __init__(self, settings: Settings, *, paint: bool = True) -> None:
        self._first = Begin(settings, paint)
        self._entries: dict[str, LibraryEntry] = {}
        self._chosen = ""
        self._lost = 0
        self._beside: Beside | None = None
        self._begin()

    def want(self, entry: LibraryEntry) -> None:
        """Compose this one too."""
        self._entries[entry.dream.name] = entry
        self._send(entry)

    def prefer(self, name: str) -> None:
        """This one before the others. Costs nothing where it is the same as before."""
        if name != self._chosen:
            self._chosen = name
            self._send(Prefer(name))

    def done(self) -> list[ShelfUpdate]:
        """What has become known since the last call."""
        came = self._beside.came() if self._beside is not None else []
        if came and came[-1] is None:
            self._replace()
        return [shown for shown in came if shown is not None]

    def close(self) -> None:
        """End it."""
        beside, self._beside = self._beside, None
        if beside is not None:
            beside.close()

    def _replace(self) -> None:
        """It was lost: what was asked is asked again, but not for ever."""
        self.close()
        self._lost += 1
        _log.warning("the process that composes the shelf was lost")
        if self._lost < LIVES:
            self._begin()

    def _begin(self) -> None:
        self._beside = Beside("dreamplayer.app.picker.shelf_worker")
        for what in (self._first, Prefer(self._chosen), *self._entries.values()):
            self._send(what)

    def _send(self, what: object) -> None:
        if self._beside is not None:
            self._beside.send(what)
