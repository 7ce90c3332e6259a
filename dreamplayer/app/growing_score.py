"""The score grows while it is played: a thread narrates the dream and publishes longer and longer scores."""

from __future__ import annotations

import contextlib
import logging
import time
from collections.abc import Callable, Generator, Iterator
from queue import Empty, Full, Queue, SimpleQueue
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING, Protocol

from dreamplayer.app import voice_speed
from dreamplayer.app.storage.history import PlayHistory
from dreamplayer.errors import DreamError
from dreamplayer.kit.voice import VoiceCard
from dreamplayer.model.audio import Rest, Speech, SpokenSentence
from dreamplayer.model.score import Score
from dreamplayer.model.text import Dream
from dreamplayer.narration.narrate import told_before
from dreamplayer.narration.voice_choice import choose_or_stand_in
from dreamplayer.settings import Settings
from dreamplayer.voices.silent import SILENT

if TYPE_CHECKING:
    from dreamplayer.app.compose_night import PreparedNight
    from dreamplayer.staging.notes.notes import Notes

_log = logging.getLogger(__name__)
CLOSE = 12.0
"""Seconds before the horizon from which a rest is inserted while the voice is late."""
REST = 10.0
"""Seconds of each such rest."""
AHEAD = 7200.0
"""Seconds a night is narrated and composed ahead of its listener: a whole evening, of a book no more."""
IN_HAND = 64
"""Most sentences synthesised and not yet composed."""
_GLANCE = 0.5
"""Polling interval while waiting for the listener, seconds."""


class SpeechSource(Protocol):
    """A store of spoken lines."""

    def speech(self, clip: str) -> Speech:
        """The clip of this address."""
        ...


Left = Callable[[], float | None]
"""Seconds left before the listener reaches the horizon of the newest score; None where nobody listens yet."""


class Source(Protocol):
    """Makes the scores of a dream; tests bring their own."""

    clips: SpeechSource

    def scores(self, dream: Dream, settings: Settings, near: Left, notice: Callable[[str], None]) -> Iterator[Score]:
        """Longer and longer scores, the last one complete; the same one again while there is nothing to do.

        Args:
            dream: to be narrated.
            settings: of the person.
            near: seconds left before the listener reaches the horizon.
            notice: called with sentences a person should be told.
        """
        ...


class ScoreSource:
    """Reads, narrates and composes a dream, some hours ahead of the listener."""

    def __init__(self, voice: str = "auto") -> None:
        from dreamplayer.app.compose_night import clips_for

        self._voice = voice
        self._notices: list[str] = []
        """Notices about the voice from before a night began."""
        self._history = PlayHistory()
        self._card = self._chosen()
        self._store = clips_for(self._card.name)
        self.clips: SpeechSource = self._store
        self._lighter: VoiceCard | None = None
        """The voice that tells what the best one has not told ahead, while that one tells."""
        self._said: set[str] = set()
        self.told_share = 0.0
        """How much has been told of the passage that is waited for, 0..1."""

    def _chosen(self, language: str = "en") -> VoiceCard:
        """The card of the voice of the settings for a language, as far as it is known without measuring."""
        if self._voice == "auto":
            card = voice_speed.automatic(self._history, ask=False, language=language)
            if card is not SILENT:
                return card
        return choose_or_stand_in(self._voice, self._notices.append, language)

    def _measured(self) -> VoiceCard:
        """The same once narration starts: a voice whose speed is not known is measured first."""
        language = self._card.language
        if self._voice == "auto" and not voice_speed.is_known(self._history, language):
            self._card = voice_speed.automatic(self._history, language=language)
        return self._card

    def scores(self, dream: Dream, settings: Settings, near: Left, notice: Callable[[str], None]) -> Iterator[Score]:
        """Scores with the voice of the settings, in a child process. No notice is repeated when it composes anew."""
        from dreamplayer.app.compose_night import first_look, notes_for, prepare
        from dreamplayer.app.language_notices import language_notices
        from dreamplayer.timeline.compose import grow

        def once(text: str) -> None:
            if text not in self._said:
                self._said.add(text)
                notice(text)

        for foreign in language_notices(dream):
            _log.warning(foreign)
        if settings.voice != self._voice:
            self._voice = settings.voice
            self._card = self._chosen()
        if dream.language != "en":
            self._card = self._chosen(dream.language)
        for text in self._notices:
            once(text)
        notes = notes_for(dream, once)
        first = first_look(dream, notes, settings, self._card)
        if first is not None:
            yield first
        night = self._told_ahead(dream, notes, settings, once)
        if night is None:
            night = prepare(dream, notes, settings, self._card, self._store, once, self._measured)
        horizon, begun = 0.0, False

        def heard() -> float:
            left = near()
            return 0.0 if left is None else horizon - left

        late = 0

        def waited() -> None:
            nonlocal late
            # Before its first word the voice is loaded and measured.
            late += begun
            if late == 2 and self._voice == "auto":
                voice_speed.keep(self._card, voice_speed.LATE, self._history)

        with contextlib.closing(_patiently(self._counted(night), near, waited)) as told:
            for score in grow(night.dream, night.reading, told, night.options, night.paced, heard):
                horizon, begun = score.horizon, bool(score.words)
                yield score
                while not score.complete and AHEAD < (near() or 0.0) <= horizon:
                    # Yielded again so that the composer can take up another order meanwhile.
                    time.sleep(_GLANCE)
                    yield score

    def _told_ahead(
        self, dream: Dream, notes: Notes, settings: Settings, notice: Callable[[str], None]
    ) -> PreparedNight | None:
        """The night told by the best voice, where that is too slow here and has told all of it ahead; else None."""
        from dreamplayer.app.compose_night import prepare, pronunciations

        if self._lighter is not None:
            # The settings have changed meanwhile: what was told ahead may not fit them.
            self._card, self._lighter = self._lighter, None
        if self._voice != "auto" or dream.language != "en":
            return None
        best = voice_speed.best()
        if best.name == self._card.name or best.name == "silent":
            return None
        night = prepare(dream, notes, settings, best, self._store, notice)
        if told_before(night.dream, best, self._store, paced=night.paced, lexicon=pronunciations(notes)):
            self._card, self._lighter = best, self._card
            return night
        return None

    def _counted(self, night: PreparedNight) -> Iterator[SpokenSentence]:
        """The sentences of a night, while it is counted how much of what is waited for has been told."""
        passages = night.dream.passages
        # The story begins once its first passage that sets a scene is told.
        opening = next((i for i, passage in enumerate(passages) if not passage.preamble), len(passages) - 1)
        lengths = {passages[0].sentences[0].index: sum(len(p.sentences) for p in passages[: opening + 1])}
        lengths |= {passage.sentences[0].index: len(passage.sentences) for passage in passages[opening + 1 :]}
        length, told = 1, 0
        try:
            for sentence in night.told:
                if sentence.sentence in lengths:
                    length, told = lengths[sentence.sentence], 0
                told += 1
                self.told_share = told / length
                yield sentence
        finally:
            if isinstance(night.told, Generator):
                night.told.close()


def _patiently(
    told: Iterator[SpokenSentence], near: Left, waited: Callable[[], None] = lambda: None
) -> Generator[SpokenSentence | Rest, None, None]:
    """The sentences as they are synthesised, with rests wherever the voice is later than the listener.

    `waited` is called for each rest.
    """
    found: Queue[SpokenSentence | BaseException | None] = Queue(IN_HAND)
    done = Event()

    def put(item: SpokenSentence | BaseException | None) -> None:
        while not done.is_set():
            try:
                found.put(item, timeout=_GLANCE)
            except Full:
                continue
            return

    def fetch() -> None:
        try:
            for item in told:
                put(item)
                if done.is_set():
                    break
            put(None)
        except BaseException as error:
            put(error)
        finally:
            if isinstance(told, Generator):
                told.close()

    thread = Thread(target=fetch, name="telling", daemon=True)
    thread.start()
    try:
        while True:
            try:
                item = found.get(timeout=_GLANCE)
            except Empty:
                left = near()
                if left is not None and left < CLOSE:
                    waited()
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
    """Composes in a thread: `order` starts anew, `newest` returns the latest score of the latest order."""

    def __init__(self, dream: Dream, source: Source, near: Callable[[Score], float | None] = lambda _: None) -> None:
        self._dream, self._source, self._near = dream, source, near
        self._lock = Lock()
        self._orders: SimpleQueue[tuple[int, Settings] | None] = SimpleQueue()
        self._number = 0
        self._newest: tuple[int, Score] | None = None
        self._first = Event()
        self.notices: SimpleQueue[str] = SimpleQueue()
        """Sentences a person should be told: a voice that failed."""
        self.failed: DreamError | None = None
        self._thread = Thread(target=self._run, name="composer", daemon=True)
        self._thread.start()

    def order(self, settings: Settings) -> int:
        """Compose with these settings from now on; returns the number of the order."""
        with self._lock:
            self._number += 1
            number = self._number
        self._orders.put((number, settings))
        return number

    def newest(self) -> tuple[int, Score] | None:
        """(number of the order, score) as far as it has grown; None before the first."""
        with self._lock:
            return self._newest

    @property
    def told_share(self) -> float:
        """How much has been told of the passage that is waited for, 0..1; 0 where the source does not say."""
        return float(getattr(self._source, "told_share", 0.0))

    def wait(self, seconds: float) -> Score | None:
        """The first score of the first order; None if it was not ready within `seconds`."""
        self._first.wait(seconds)
        newest = self.newest()
        return newest[1] if newest else None

    def close(self) -> None:
        """Stop composing, and join the thread."""
        with self._lock:
            self._number += 1
        self._orders.put(None)
        self._thread.join(timeout=3.0)

    def _left(self) -> float | None:
        newest = self.newest()
        return None if newest is None else self._near(newest[1])

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
