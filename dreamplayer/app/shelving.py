"""Composes and paints every dream of the shelf in the background, so that each can show its own picture and curve."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import TypeVar

from dreamplayer.app.card import richest
from dreamplayer.app.library import Entry
from dreamplayer.errors import DreamError
from dreamplayer.model.score import Score
from dreamplayer.picture.picture import picture
from dreamplayer.picture.prepare import shapes
from dreamplayer.settings import Settings

_log = logging.getLogger(__name__)
Thing = TypeVar("Thing")
STEPS = 8
"""Moments of the passage shown that are painted one after the other."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What may be shown of a dream: `start <= t <= until` seconds of its score. Without a span: its facts only."""

    name: str
    score: Score
    start: float = 0.0
    until: float | None = None


@dataclass(slots=True)
class _Work:
    """A dream whose passage is being painted."""

    name: str
    score: Score
    start: float
    end: float
    step: int = 0
    seen: set[str] = field(default_factory=set)


class Shelving:
    """A thread that composes with the silent voice (quick, and the picture is the same), then paints.

    All dreams are composed first; then each gets its first picture, the chosen one before the others; then the
    rest of its passage. `paint` False leaves the painting to the process that draws.
    """

    def __init__(self, settings: Settings, *, paint: bool = True) -> None:
        self._paints = paint
        self._settings = replace(settings, voice="silent", timer_minutes=0.0)
        self._wanted: SimpleQueue[Entry] = SimpleQueue()
        self._done: SimpleQueue[Shown] = SimpleQueue()
        self._closing = Event()
        self._chosen = ""
        self._work: list[_Work] = []
        self._thread = Thread(target=self._run, name="shelving", daemon=True)
        self._thread.start()

    def want(self, entry: Entry) -> None:
        """Compose this one too."""
        self._wanted.put(entry)

    def prefer(self, name: str) -> None:
        """Paint this one before the others."""
        self._chosen = name

    def done(self) -> list[Shown]:
        """What has become known since the last call."""
        return list(_drained(self._done))

    def close(self) -> None:
        """Stop after the shape at hand."""
        self._closing.set()
        self._thread.join(timeout=0.5)

    def _run(self) -> None:
        while not self._closing.is_set():
            for entry in _drained(self._wanted):
                self._compose(entry)
            if not self._work:
                self._closing.wait(0.05)
                continue
            work = min(self._work, key=lambda w: (w.step > 0, w.name != self._chosen, w.step))
            try:
                self._paint(work)
            except Exception:
                _log.exception("%s could not be painted", work.name)
                work.step = STEPS
            self._work = [w for w in self._work if w.step < STEPS]

    def _compose(self, entry: Entry) -> None:
        from dreamplayer.app.opening import night

        name = entry.dream.name
        try:
            score = night(entry.dream, self._settings).score
        except DreamError as error:
            _log.warning("%s", error)
        except Exception:
            _log.exception("%s could not be composed", name)
        else:
            self._done.put(Shown(name, score))
            if not self._paints:
                self._done.put(Shown(name, score, *richest(score)))
                return
            self._work = [w for w in self._work if w.name != name] + [_Work(name, score, *richest(score))]

    def _paint(self, work: _Work) -> None:
        """One moment more of a passage: every shape in it, so that the window never waits for one."""
        t = work.start + (work.end - work.start) * work.step / (STEPS - 1)
        for shape in shapes(picture(work.score, t).forms):
            if shape.key not in work.seen:
                work.seen.add(shape.key)
                shape.paint()
                # Gives the window its turn.
                if self._closing.wait(0.001):
                    return
        work.step += 1
        self._done.put(Shown(work.name, work.score, work.start, t))


def _drained(queue: SimpleQueue[Thing]) -> Iterator[Thing]:
    while True:
        try:
            yield queue.get_nowait()
        except Empty:
            return
