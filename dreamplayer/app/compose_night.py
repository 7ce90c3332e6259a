"""Orchestration: from a dream and the settings to its night."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from dreamplayer import paths
from dreamplayer.app.language_notices import language_notices
from dreamplayer.app.progress import Progress
from dreamplayer.catalogue import sounds
from dreamplayer.errors import NotesError
from dreamplayer.kit.voice import VoiceCard
from dreamplayer.model.audio import SpokenSentence
from dreamplayer.model.reading import Reading
from dreamplayer.model.score import Score
from dreamplayer.model.text import Dream
from dreamplayer.narration import pronunciation
from dreamplayer.narration.clips import Clips
from dreamplayer.narration.narrate import narrate
from dreamplayer.narration.pacing import Delivery, deliveries
from dreamplayer.narration.voice_choice import choose_or_stand_in
from dreamplayer.reading.semantics.extract_mentions import read
from dreamplayer.reading.semantics.gentle_mode import gentled
from dreamplayer.reading.semantics.sentiment import NIGHT_HOURS
from dreamplayer.settings import Settings
from dreamplayer.staging.notes.notes import NONE, Notes
from dreamplayer.staging.notes.notes_check import check
from dreamplayer.staging.notes.notes_file import beside
from dreamplayer.timeline.compose import compose, grow
from dreamplayer.timeline.night_options import NightOptions

_log = logging.getLogger(__name__)
OPENINGS = (3000, 12_000)
"""Words of a long text read before its night begins; the second where the first do not tell the time of day."""


@dataclass(frozen=True)
class Night:
    """A dream ready to be played, rendered or exported: its score and the clips of its speech."""

    dream: Dream
    score: Score
    clips: Clips


def options_for(settings: Settings, voice: str, notes: Notes = NONE) -> NightOptions:
    """The options of a night, from the settings and, where these are left at their defaults, from the dream's notes.

    Args:
        settings: of the person.
        voice: name of the voice that is used.
        notes: of the dream.
    """
    bed = settings.bed_minutes
    if notes.bed_minutes is not None and bed == Settings().bed_minutes:
        bed = notes.bed_minutes
    return NightOptions(
        voice=voice,
        seed=settings.seed,
        pace=settings.pace,
        bed_minutes=bed,
        bed_sounds=(settings.bed_sound,) if settings.bed_sound in sounds() else (),
        wind_in=60.0 * settings.intro_minutes,
        timer_minutes=settings.timer_minutes,
        gentle=settings.gentle,
        calm=settings.calm,
        voice_light=settings.voice_light,
        notes=notes,
    )


def clips_for(voice: str) -> Clips:
    """The clip store of a voice: a cache on disk, or in memory for the silent voice."""
    return Clips(None if voice == "silent" else paths.cache() / "clips")


def pronunciations(notes: Notes, tell: Callable[[str], object] = _log.error) -> dict[str, str]:
    """The pronunciation lexicon: the dream's notes over the person's own entries.

    Args:
        notes: of the dream.
        tell: called with each entry that is invalid and left out.
    """
    return pronunciation.merged(paths.config() / pronunciation.FILE, notes.say, lambda problem: tell(str(problem)))


def checked_notes(dream: Dream) -> Notes:
    """The notes beside a dream, which speak of nothing that it does not have.

    Raises:
        NotesError: they are wrong; it names the line.
    """
    notes = beside(dream.source)
    check(notes, dream)
    return notes


def notes_for(dream: Dream, tell: Callable[[str], object]) -> Notes:
    """The notes beside a dream.

    Args:
        dream: whose file they lie beside.
        tell: called with the reason where they are invalid; the night then goes on without.
    """
    try:
        return checked_notes(dream)
    except NotesError as error:
        tell(str(error))
        return NONE


def as_narrated(dream: Dream, reading: Reading, settings: Settings) -> Dream:
    """The dream as it is narrated: the gentle setting leaves out its darkest lines."""
    return gentled(dream, reading) if settings.gentle else dream


@dataclass(frozen=True)
class PreparedNight:
    """A dream read and ready to be narrated; what is chosen for its night is chosen once, here."""

    dream: Dream
    """As it is narrated."""
    reading: Reading
    options: NightOptions
    paced: tuple[Delivery, ...]
    """Pace and rests of each sentence, in order."""
    told: Iterator[SpokenSentence]
    """Its sentences as they are synthesised; closing it ends the voice's process."""


def prepare(
    dream: Dream,
    notes: Notes,
    settings: Settings,
    voice: VoiceCard,
    clips: Clips,
    notice: Callable[[str], None],
    choose: Callable[[], VoiceCard] | None = None,
    share: float = 1.0,
) -> PreparedNight:
    """Read a dream and start its narration.

    Args:
        dream: to be read.
        notes: of the dream.
        settings: of the person.
        voice: that narrates.
        clips: where the speech is stored.
        notice: called with sentences a person should be told.
        choose: called when narration starts, for the voice that narrates instead; it may take its time.
        share: of one core that the voice may use on average; 1 is no limit.
    """
    reading = read(dream)
    dream = as_narrated(dream, reading, settings)
    paced = deliveries(dream, settings.pace, settings.seed)

    def narrated() -> Iterator[SpokenSentence]:
        chosen = voice if choose is None else choose()
        lexicon = pronunciations(notes, notice)
        yield from narrate(dream, chosen, clips, paced=paced, lexicon=lexicon, notice=notice, share=share)

    told = narrated()
    return PreparedNight(dream, reading, options_for(settings, voice.name, notes), paced, told)


def first_look(dream: Dream, notes: Notes, settings: Settings, voice: VoiceCard) -> Score | None:
    """The first score of a long text, its wind-in, from its beginning alone: the night starts before a book is read.

    Args:
        dream: the text.
        notes: of the dream.
        settings: of the person.
        voice: that narrates.

    Returns:
        None for a text that is read quickly, and where its beginning does not tell the time of day.
    """
    for words in OPENINGS:
        opening = first_passages(dream, words)
        if opening is None:
            return None
        reading = read(opening)
        if any(mood.time_of_day in NIGHT_HOURS for mood in reading.moods):
            told = as_narrated(opening, reading, settings)
            return next(grow(told, reading, (), options_for(settings, voice.name, notes)))
    return None


def first_passages(dream: Dream, words: int) -> Dream | None:
    """The first passages of a dream, with at least `words` words; None where the rest is shorter than that."""
    count = 0
    for i, passage in enumerate(dream.passages):
        count += sum(len(sentence.words) for sentence in passage.sentences)
        if count >= words:
            rest = sum(len(s.words) for later in dream.passages[i + 1 :] for s in later.sentences)
            return replace(dream, passages=dream.passages[: i + 1]) if rest >= count else None
    return None


def night(dream: Dream, settings: Settings, notes: Notes | None = None) -> Night:
    """The whole night of a dream, every sentence told (from the cache where it was told before).

    A voice that has to speak first takes its time: how far it has come is told on standard error.

    Args:
        dream: the text, or the part of it, to be told.
        settings: the person's settings.
        notes: hand-written notes; None reads those beside the dream.

    Raises:
        NotesError: the notes beside the dream are wrong; it names the line. Playing goes on without them
            (`notes_for`); `score`, `render` and `check`, with which one writes notes, stop.
        VoiceError: there is no voice of the name in the settings.
    """
    for foreign in language_notices(dream):
        _log.error(foreign)
    voice = choose_or_stand_in(settings.voice, _log.error, dream.language)
    clips = clips_for(voice.name)
    ready = prepare(dream, checked_notes(dream) if notes is None else notes, settings, voice, clips, _log.error)
    title = ready.options.notes.title or dream.title
    progress = Progress(f"Telling {title}", quiet=voice.name == "silent", patience=2.0)
    try:
        told = _counted(ready.told, len(ready.paced), progress)
        score = compose(ready.dream, ready.reading, told, ready.options, ready.paced)
    finally:
        progress.done()
    return Night(ready.dream, score, clips)


def _counted(told: Iterator[SpokenSentence], count: int, progress: Progress) -> Iterator[SpokenSentence]:
    for i, one in enumerate(told):
        progress((i + 1) / count)
        yield one
