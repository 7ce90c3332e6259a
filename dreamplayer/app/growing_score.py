"""The score grows while it is played: a thread tells the dream and publishes longer and longer scores."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable, Generator, Iterator
from queue import Empty, SimpleQueue
from threading import Event, Lock, Thread
from typing import Protocol

from dreamplayer.errors import DreamError
from dreamplayer.model.audio import Rest, Speech, Told
from dreamplayer.model.score import Score
from dreamplayer.model.text import Dream
from dreamplayer.settings import Settings

_log = logging.getLogger(__name__)
CLOSE = 12.0
"""Seconds before the horizon at which a late voice is waited for with a rest."""
REST = 10.0


class Clips(Protocol):
    """Where the spoken lines lie."""

    def speech(self, clip: str) -> Speech:
        """The clip under its address."""
        ...


class Source(Protocol):
    """Makes the scores of a dream: the real one tells and composes, tests give their own."""

    clips: Clips

    def scores(
        self, dream: Dream, settings: Settings, near: Callable[[], float], notice: Callable[[str], None]
    ) -> Iterator[Score]:
        """Longer and longer scores, the last one complete. `near`: seconds left before the horizon is reached."""
        ...


class ScoreSource:
    """Reads, tells and composes."""

    def __init__(self, voice: str = "auto") -> None:
        from dreamplayer.app.compose_night import clips_for
        from dreamplayer.narration.voice_choice import choose_or_stand_in

        self._store = clips_for(choose_or_stand_in(voice, _log.info).name)
        self.clips: Clips = self._store
        self._said: set[str] = set()

    def scores(
        self, dream: Dream, settings: Settings, near: Callable[[], float], notice: Callable[[str], None]
    ) -> Iterator[Score]:
        """By the voice that is wished, in a process of its own. A night composed anew says nothing twice."""
        from dreamplayer.app import compose_night
        from dreamplayer.narration.narrate import narrate
        from dreamplayer.narration.voice_choice import choose_or_stand_in
        from dreamplayer.reading.ingest.language import language_notice
        from dreamplayer.reading.semantics.extract_mentions import read
        from dreamplayer.timeline.compose import grow

        def once(text: str) -> None:
            if text not in self._said:
                self._said.add(text)
                notice(text)

        notes, reading = compose_night.notes_for(dream, once), read(dream)
        dream = compose_night.told_as(dream, reading, settings)
        foreign = language_notice(dream)
        if foreign:
            _log.warning(foreign)
        voice = choose_or_stand_in(settings.voice, once).name
        say = compose_night.said_as(notes, once)
        told = narrate(dream, voice, self._store, pace=settings.pace, seed=settings.seed, lexicon=say, notice=once)
        patient = _patiently(told, near)
        with contextlib.closing(patient):
            yield from grow(dream, reading, patient, compose_night.options_for(settings, voice, notes))


def _patiently(told: Iterator[Told], near: Callable[[], float]) -> Generator[Told | Rest, None, None]:
    """What is told, and rests wherever the voice is later than the listener."""
    found: SimpleQueue[Told | BaseException | None] = SimpleQueue()
    done = Event()

    def fetch() -> None:
        try:
            for item in told:
                found.put(item)
                if done.is_set():
                    break
            found.put(None)
        except BaseException as error:
            found.put(error)
        finally:
            if isinstance(told, Generator):
                told.close()

    thread = Thread(target=fetch, name="telling", daemon=True)
    thread.start()
    try:
        while True:
            try:
                item = found.get(timeout=0.5)
            except Empty:
                if near() < CLOSE:
                    yield Rest(REST)
                continue
            if item is None:
                return
            if isinstance(item, BaseException):
                raise item
            yield item
    finally:
        done.set()


class Composer:
    """Composes in a thread. `order` begins anew; `newest` gives what there is of the latest order."""

    def __init__(self, dream: Dream, source: Source, near: Callable[[Score], float] = lambda _: 1e9) -> None:
        self._dream, self._source, self._near = dream, source, near
        self._lock = Lock()
        self._orders: SimpleQueue[tuple[int, Settings] | None] = SimpleQueue()
        self._number = 0
        self._newest: tuple[int, Score] | None = None
        self._first = Event()
        self.notices: SimpleQueue[str] = SimpleQueue()
        """Sentences a person should hear about: a voice that failed."""
        self.failed: DreamError | None = None
        self._thread = Thread(target=self._run, name="composer", daemon=True)
        self._thread.start()

    def order(self, settings: Settings) -> int:
        """Compose by these settings from now on; gives the order's number."""
        with self._lock:
            self._number += 1
            number = self._number
        self._orders.put((number, settings))
        return number

    def newest(self) -> tuple[int, Score] | None:
        """(order, score) as far as it has grown."""
        with self._lock:
            return self._newest

    def wait(self, seconds: float) -> Score | None:
        """The first score of the first order; None if it did not come in time."""
        self._first.wait(seconds)
        newest = self.newest()
        return newest[1] if newest else None

    def close(self) -> None:
        """Stop composing."""
        with self._lock:
            self._number += 1
        self._orders.put(None)
        self._thread.join(timeout=3.0)

    def _left(self) -> float:
        newest = self.newest()
        return 1e9 if newest is None else self._near(newest[1])

    def _run(self) -> None:
        while (order := self._orders.get()) is not None:
            number, settings = order
            if number != self._number:
                continue
            try:
                self._compose(number, settings)
            except DreamError as error:
                self.failed = error
                self.notices.put(str(error))
                self._first.set()
            except Exception as error:
                _log.exception("the night could not be composed further")
                self.failed = DreamError(f"the night could not be composed: {error}", todo="Run dreamplayer doctor.")
                self._first.set()

    def _compose(self, number: int, settings: Settings) -> None:
        scores = self._source.scores(self._dream, settings, self._left, self.notices.put)
        try:
            for score in scores:
                with self._lock:
                    if number != self._number:
                        return
                    self._newest = (number, score)
                self._first.set()
        finally:
            if isinstance(scores, Generator):
                scores.close()
