"""From a dream and the person's settings to its night."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dreamplayer import paths
from dreamplayer.app.progress import Progress
from dreamplayer.errors import NotesError
from dreamplayer.model.audio import Told
from dreamplayer.model.reading import Reading
from dreamplayer.model.score import Score
from dreamplayer.model.text import Dream
from dreamplayer.narration import pronunciation
from dreamplayer.narration.clips import Clips
from dreamplayer.narration.narrate import narrate
from dreamplayer.narration.voice_choice import choose_or_stand_in
from dreamplayer.reading.ingest.language import language_notice
from dreamplayer.reading.semantics.extract_mentions import read
from dreamplayer.reading.semantics.gentle_mode import gentled
from dreamplayer.settings import Settings
from dreamplayer.staging.notes.notes import NONE, Notes
from dreamplayer.staging.notes.notes_file import beside
from dreamplayer.timeline.compose import compose
from dreamplayer.timeline.night_options import NightOptions

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Night:
    """A dream ready to be played, drawn or written down."""

    dream: Dream
    score: Score
    clips: Clips


def options_for(settings: Settings, voice: str, notes: Notes = NONE) -> NightOptions:
    """What the settings, and the dream's notes where the settings leave it open, say of a night."""
    bed = settings.bed_minutes
    if notes.bed_minutes is not None and bed == Settings().bed_minutes:
        bed = notes.bed_minutes
    return NightOptions(
        voice=voice,
        seed=settings.seed,
        pace=settings.pace,
        bed_minutes=bed,
        timer_minutes=settings.timer_minutes,
        gentle=settings.gentle,
        calm=settings.calm,
        notes=notes,
    )


def clips_for(voice: str) -> Clips:
    """Where the clips of a voice are kept; silence needs no disk."""
    return Clips(None if voice == "silent" else paths.cache() / "clips")


def said_as(notes: Notes, tell: Callable[[str], object] = _log.error) -> dict[str, str]:
    """How words are said: the dream's notes over the person's own words. A line that is wrong is told and left out."""
    return pronunciation.merged(paths.config() / pronunciation.FILE, notes.say, lambda problem: tell(str(problem)))


def notes_for(dream: Dream, tell: Callable[[str], object]) -> Notes:
    """The notes beside a dream; notes that are wrong are told and left out, so that the night goes on without."""
    try:
        return beside(dream.source)
    except NotesError as error:
        tell(str(error))
        return NONE


def told_as(dream: Dream, reading: Reading, settings: Settings) -> Dream:
    """The dream as it is told: a gentle night passes over its darkest lines."""
    return gentled(dream, reading) if settings.gentle else dream


def night(dream: Dream, settings: Settings) -> Night:
    """The whole night of a dream, every sentence told (from the cache where it was told before).

    A voice that has to speak first takes its time: how far it has come is told on standard error.
    """
    notes, reading = beside(dream.source), read(dream)
    foreign = language_notice(dream)
    if foreign:
        _log.error(foreign)
    dream = told_as(dream, reading, settings)
    voice = choose_or_stand_in(settings.voice, _log.error).name
    clips = clips_for(voice)
    say = said_as(notes)
    told = narrate(dream, voice, clips, pace=settings.pace, seed=settings.seed, lexicon=say, notice=_log.error)
    progress = Progress(f"Telling {notes.title or dream.title}", quiet=voice == "silent", patience=2.0)
    try:
        score = compose(dream, reading, _counted(told, dream, progress), options_for(settings, voice, notes))
    finally:
        progress.done()
    return Night(dream, score, clips)


def _counted(told: Iterator[Told], dream: Dream, progress: Progress) -> Iterator[Told]:
    count = sum(1 for _ in dream.sentences)
    for i, one in enumerate(told):
        progress((i + 1) / count)
        yield one
