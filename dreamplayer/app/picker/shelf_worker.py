"""The shelf process: composes and paints the dreams of the picker; dreams in, what may be shown of them out."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from dreamplayer.app.best_moment import richest, still_time
from dreamplayer.app.evening import evening
from dreamplayer.app.storage import library
from dreamplayer.app.storage.history import PlayHistory
from dreamplayer.app.storage.shelf_memory import LibraryEntry
from dreamplayer.errors import DreamError
from dreamplayer.model.score import Score
from dreamplayer.picture.picture import picture
from dreamplayer.picture.place_layers import layers_of
from dreamplayer.picture.prepare import shapes
from dreamplayer.process.channel import WorkerEnd
from dreamplayer.settings import Settings

_log = logging.getLogger(__name__)
_CARD = (640, 360)
"""Size in which places are cast for the stills."""
STEPS = 8
"""Moments of the previewed passage, painted one after the other."""


@dataclass(frozen=True, slots=True)
class Begin:
    """Sent first. `paint` False leaves the painting to the process that renders."""

    settings: Settings
    paint: bool


@dataclass(frozen=True, slots=True)
class Prefer:
    """The selected dream: it has priority."""

    name: str


@dataclass(frozen=True, slots=True)
class ShelfUpdate:
    """What may be shown of a dream: `start <= t <= until` seconds of its score; without `until` its facts only."""

    name: str
    score: Score
    start: float = 0.0
    until: float | None = None
    still: float | None = None
    """The second that its still shows, where that may be drawn."""


@dataclass(frozen=True, slots=True)
class NotShowable:
    """The dream of this name cannot be composed or painted: nothing more will come."""

    name: str


@dataclass(slots=True)
class Work:
    """A dream and its progress."""

    entry: LibraryEntry
    score: Score | None = None
    start: float = 0.0
    end: float = 0.0
    step: int = 0
    seen: set[str] = field(default_factory=set)

    @property
    def name(self) -> str:
        """Name of the dream."""
        return self.entry.name


class ShelfComposer:
    """Scheduler: the selected dream is composed and gets its first picture, then each other one; then the rest.

    Composed with the silent voice: that is fast, and the picture is the same.
    """

    def __init__(self, begin: Begin, tell: Callable[[ShelfUpdate | NotShowable], None]) -> None:
        self._settings = replace(begin.settings, voice="silent", timer_minutes=0.0)
        self._paints, self._tell = begin.paint, tell
        self._work: list[Work] = []
        self.chosen = ""

    @property
    def idle(self) -> bool:
        """Whether nothing is left to do."""
        return not self._work

    def handle(self, what: object) -> None:
        """Handle a message: another dream, a changed dream, or another selection."""
        if isinstance(what, Prefer):
            self.chosen = what.name
        elif isinstance(what, LibraryEntry):
            self._work = [work for work in self._work if work.name != what.name] + [Work(what)]

    def step(self) -> None:
        """Do the next piece of work."""
        work = min(self._work, key=lambda w: (w.step > 0, w.name != self.chosen, w.step))
        try:
            if work.score is None:
                self._compose(work)
            else:
                self._paint(work, work.score)
        except DreamError as error:
            _log.warning("%s", error)
            self._give_up(work)
        except Exception:
            _log.exception("%s could not be shown", work.name)
            self._give_up(work)
        self._work = [w for w in self._work if w.step < STEPS]

    def _give_up(self, work: Work) -> None:
        work.step = STEPS
        self._tell(NotShowable(work.name))

    def _compose(self, work: Work) -> None:
        from dreamplayer.app.compose_night import night, notes_for

        dream = library.load(work.entry).dream
        tonight = evening(dream, self._settings, place=PlayHistory().bookmark(dream.sha256))
        work.score = score = night(tonight, self._settings, notes_for(tonight, _log.warning)).score
        work.start, work.end = richest(score)
        if self._paints:
            self._tell(ShelfUpdate(work.name, score))
        else:
            self._tell(ShelfUpdate(work.name, score, work.start, work.end, still_time(score)))
            work.step = STEPS

    def _paint(self, work: Work, score: Score) -> None:
        """Paint one more moment: its shapes are then in the disk cache, so that the window never waits."""
        t = work.start + (work.end - work.start) * work.step / (STEPS - 1)
        still = still_time(score)
        if work.step == 0:
            self._paint_at(work, score, still)
        self._paint_at(work, score, t)
        work.step += 1
        self._tell(ShelfUpdate(work.name, score, work.start, t, still))

    def _paint_at(self, work: Work, score: Score, t: float) -> None:
        frame = picture(score, t)
        if frame.backdrop is not None:
            layers_of(frame.backdrop, *_CARD, frame.aspect)
        for shape in shapes(frame.forms):
            if shape.key not in work.seen:
                work.seen.add(shape.key)
                shape.paint()


def main(end: WorkerEnd) -> None:
    """The loop of the process: compose and paint, the selected dream first."""
    from dreamplayer.app.render_worker import layer_cache, sprite_cache

    sprite_cache.use()
    layer_cache.use(casts=True)
    composer = ShelfComposer(end.receive(), end.send)
    while True:
        while composer.idle or not end.empty:
            composer.handle(end.receive())
        composer.step()
