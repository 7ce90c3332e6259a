"""Composes every dream of the shelf in the background, so that each can show its own picture and its curve."""

from __future__ import annotations

import logging
from dataclasses import replace
from queue import Empty, SimpleQueue
from threading import Event, Thread

from dreamplayer.app.card import richest
from dreamplayer.app.library import Entry
from dreamplayer.errors import DreamError
from dreamplayer.model.score import Score
from dreamplayer.picture.picture import picture
from dreamplayer.picture.prepare import shapes
from dreamplayer.settings import Settings

_log = logging.getLogger(__name__)


class Shelving:
    """A thread that composes with the silent voice: quick, and the picture is the same."""

    def __init__(self, settings: Settings) -> None:
        self._settings = replace(settings, voice="silent", timer_minutes=0.0)
        self._wanted: SimpleQueue[Entry | None] = SimpleQueue()
        self._done: SimpleQueue[tuple[str, Score, bool]] = SimpleQueue()
        self._closing = Event()
        self._thread = Thread(target=self._run, name="shelving", daemon=True)
        self._thread.start()

    def want(self, entry: Entry) -> None:
        """Compose this one too."""
        self._wanted.put(entry)

    def done(self) -> list[tuple[str, Score, bool]]:
        """(name, score, painted) since the last call: first what is known of a dream, then that it can be shown."""
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
            name = entry.dream.name
            try:
                score = night(entry.dream, self._settings).score
                self._done.put((name, score, False))
                self._paint(score)
                self._done.put((name, score, True))
            except DreamError as error:
                _log.warning("%s", error)
            except Exception:
                _log.exception("%s could not be composed", name)

    def _paint(self, score: Score) -> None:
        """Paint here what the picker will show, so that its window never waits for a shape."""
        start, end = richest(score)
        for t in (start + (end - start) * i / 7 for i in range(8)):
            for shape in shapes(picture(score, t).forms):
                if self._closing.wait(0.002):
                    return
                shape.paint()
