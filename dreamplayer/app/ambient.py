"""A place without a story: its picture and its sound, as long as one likes.

A night whose first word never comes: the wind-in of a dream of one word, lengthened by a rest whenever its listener is
near its end. With a timer the word is passed over in silence, and the night lands as any other does.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from difflib import get_close_matches

from dreamplayer.app.compose_night import Night, prepare
from dreamplayer.app.growing_score import SpeechSource
from dreamplayer.catalogue import places
from dreamplayer.errors import TextError
from dreamplayer.model.audio import Rest, SpokenSentence
from dreamplayer.model.score import Score
from dreamplayer.model.text import Dream
from dreamplayer.narration.clips import Clips
from dreamplayer.reading.ingest.parse import parse
from dreamplayer.settings import Settings
from dreamplayer.staging.notes.notes import Notes, PassageNotes
from dreamplayer.timeline.compose import compose, grow
from dreamplayer.voices.silent import SILENT

AHEAD = 60.0
"""Seconds before the end of what is composed at which more is added."""
REST = 120.0
"""Seconds added at a time."""
_GLANCE = 0.5
_TEXT = "Here."


def title_of(place: str) -> str:
    """What a place is called: `forest_path` is Forest Path."""
    return " ".join(word.capitalize() for word in place.replace("-", "_").split("_"))


def dream_of(place: str) -> Dream:
    """The dream of a place.

    Raises:
        TextError: there is no such place; it names those that are near.
    """
    name = place.strip().lower().replace(" ", "_").replace("-", "_")
    if name not in places():
        near = get_close_matches(name, places(), n=3, cutoff=0.5) or sorted(places())
        raise TextError(f"there is no place {place[:80]}", todo=f"Is it one of: {', '.join(near)}?")
    return parse(_TEXT, name=name, title=title_of(name))


def _notes(dream: Dream) -> Notes:
    return Notes(passages=(PassageNotes(begins="here", place=dream.name),))


def _settings(settings: Settings) -> Settings:
    """The settings of a night without words."""
    return replace(settings, voice=SILENT.name, captions=False, bed_minutes=0.0, timer_minutes=0.0, gentle=False)


class AmbientSource:
    """Scores that grow as long as somebody looks and listens."""

    def __init__(self) -> None:
        self._store = Clips(None)
        self.clips: SpeechSource = self._store

    def scores(
        self, dream: Dream, settings: Settings, near: Callable[[], float | None], notice: Callable[[str], None]
    ) -> Iterator[Score]:
        """Longer and longer scores; with a timer the last one is complete. As in `growing_score.Source`."""
        night = prepare(dream, _notes(dream), _settings(settings), SILENT, self._store, notice)
        lasts = 60.0 * settings.timer_minutes if settings.timer_minutes > 0.0 else float("inf")
        score: Score | None = None

        def told() -> Iterator[SpokenSentence | Rest]:
            while score is None or score.horizon < lasts:
                yield Rest(REST)
            yield from night.told

        growing = grow(night.dream, night.reading, told(), night.options, night.paced)
        for score in growing:
            yield score
            while not score.complete and (near() is None or (near() or 0.0) > AHEAD):
                # Yielded again so that the composer can take up another order meanwhile.
                time.sleep(_GLANCE)
                yield score


def ambient_night(dream: Dream, settings: Settings, seconds: float) -> Night:
    """A place for so many seconds, for a file; it lands afterwards as any night does.

    Args:
        dream: of the place.
        settings: of the person.
        seconds: of the place, before the night lands.
    """
    clips = Clips(None)
    night = prepare(dream, _notes(dream), _settings(settings), SILENT, clips, lambda _: None)
    told: list[SpokenSentence | Rest] = [Rest(max(0.0, seconds - night.options.wind_in)), *night.told]
    return Night(night.dream, compose(night.dream, night.reading, told, night.options, night.paced), clips)
