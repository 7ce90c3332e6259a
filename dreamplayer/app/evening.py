"""Which part of a text is narrated tonight: all of it, or of a book the part one has reached."""

from __future__ import annotations

from dreamplayer.app.play_queue import QueuedDream
from dreamplayer.app.storage.history import BookPlace
from dreamplayer.model.text import Dream, DreamPart
from dreamplayer.narration import recording
from dreamplayer.settings import Settings
from dreamplayer.timeline.parts import excerpt, numbered_part, part_of, parts


def parts_tonight(dream: Dream, settings: Settings) -> tuple[DreamPart, ...]:
    """The parts a text is split into by the settings. A person's own recording is not split."""
    if settings.voice != "silent" and recording.beside(dream.source) is not None:
        return parts(dream, timer_minutes=0.0, pace=settings.pace, whole=True)
    wind_in = 60.0 * settings.intro_minutes
    return parts(dream, timer_minutes=settings.timer_minutes, pace=settings.pace, wind_in=wind_in)


def evening(dream: Dream, settings: Settings, *, number: int | None = None, place: BookPlace | None = None) -> Dream:
    """The dream as it is narrated tonight.

    Args:
        dream: the whole text.
        settings: the timer decides how long a part is.
        number: the part that is asked for, from 1.
        place: without a number, the part that holds this place; without either, the first.

    Raises:
        TextError: it has no part of that number.
    """
    found = parts_tonight(dream, settings)
    if number is not None:
        return part_of(dream, numbered_part(dream, found, number))
    char = 0 if place is None else place.char
    return part_of(dream, next((part for part in found if part.char_end > char), found[0]))


def dream_of(queued: QueuedDream, whole: Dream, settings: Settings) -> Dream:
    """What is narrated of a text, as it stands in a queue.

    Args:
        queued: the part of it, or the passages.
        whole: its text.
        settings: the timer decides how long a part is.

    Raises:
        TextError: it has no such part or passage any more.
    """
    if queued.passages:
        return excerpt(whole, queued.passages)
    return evening(whole, settings, number=queued.part if queued.parts > 1 else None)


def next_evening(part: DreamPart) -> BookPlace:
    """Where the next evening begins; after the last part, at the first."""
    if part.number == part.count:
        return BookPlace(0, 1, part.count)
    return BookPlace(part.char_end, part.number + 1, part.count, part.next_title)


def beginning_of(part: DreamPart) -> BookPlace:
    """Where this part begins."""
    return BookPlace(part.char_start, part.number, part.count, part.title)
