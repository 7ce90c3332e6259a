"""Composes every dream of the shelf in the background, so that each can show its own picture and its curve."""

from __future__ import annotations

import logging
from dataclasses import replace
from queue import Empty, SimpleQueue
from threading import Event, Thread

from dreamplayer.app.library import Entry
from dreamplayer.errors import DreamError
from dreamplayer.model.score import Score
from dreamplayer.settings import Settings

_log = logging.getLogger(__name__)


class Shelving:
    """A thread that composes with the silent voice: quick, and the picture is the same."""

    def __init__(self, settings: Settings) -> None:
        self._settings = replace(settings, voice="silent", timer_minutes=0.0)
        self._wanted: SimpleQueue[Entry | None] = SimpleQueue()
        self._done: SimpleQueue[tuple[str, Score]] = SimpleQueue()
        self._closing = Event()
        self._thread = Thread(target=self._run, name="shelving", daemon=True)
        self._thread.start()

    def want(self, entry: Entry) -> None:
        """Compose this one too."""
        self._wanted.put(entry)

    def done(self) -> list[tuple[str, Score]]:
        """(name, score) of those finished since the last call."""
        found = []
        while True:
            try:
                found.append(self._done.get_nowait())
            except Empty:
                return found

    def close(self) -> None:
        """Stop after the one at hand."""
        self._closing.set()
        self._wanted.put(None)
        self._thread.join(timeout=2.0)

    def _run(self) -> None:
        from dreamplayer.app.opening import night

        while (entry := self._wanted.get()) is not None and not self._closing.is_set():
            try:
                self._done.put((entry.dream.name, night(entry.dream, self._settings).score))
            except DreamError as error:
                _log.warning("%s", error)
            except Exception:
                _log.exception("%s could not be composed", entry.dream.name)
