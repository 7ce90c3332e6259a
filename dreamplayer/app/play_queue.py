"""What is played after a dream: others, the same once more, the next part of a book; each a step softer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dreamplayer.model.text import Dream
from dreamplayer.settings import Settings

SOFTEST = 3
"""Steps after which a dream gets no softer: fainter than that nobody can follow it."""
PACE = 0.94
"""Factor of the speaking rate for each step."""
VOLUME = 10 ** (-2.5 / 20)
"""Factor of the loudness for each step: 2.5 LU."""
LIGHT = 0.85
"""Factor of the brightness for each step."""
INTRO = 0.5
"""Minutes of intro of what follows, at most: one lies in the dark already."""


@dataclass(frozen=True, slots=True)
class QueuedDream:
    """A dream of tonight, and how it is played."""

    name: str
    """In the library, or its path."""
    title: str
    softer: int = 0
    """How many steps softer than as usual: slower, fainter, dimmer."""
    part: int = 1
    """Of a book: which part, from 1."""
    parts: int = 1
    passages: tuple[int, ...] = ()
    """Code points at which the passages begin that are played alone; empty for all of it."""

    def then(self, name: str, title: str, *, part: int = 1, parts: int = 1) -> QueuedDream:
        """Another dream after this one, a step softer."""
        return QueuedDream(name, title, min(SOFTEST, self.softer + 1), part, parts)

    def once_more(self) -> QueuedDream | None:
        """The same again, a step softer; of a book its next part, None after the last."""
        softer = min(SOFTEST, self.softer + 1)
        if self.parts == 1 or self.passages:
            return replace(self, softer=softer)
        return replace(self, softer=softer, part=self.part + 1) if self.part < self.parts else None


def queued(dream: Dream, softer: int = 0) -> QueuedDream:
    """A dream as it is told tonight, as the first of a queue."""
    part = dream.part
    if part is None or part.excerpt:
        starts = () if part is None else tuple(passage.start for passage in dream.passages)
        return QueuedDream(dream.name, dream.title, softer, passages=starts)
    return QueuedDream(dream.name, dream.title, softer, part.number, part.count)


def stepped(first: QueuedDream, after: Sequence[QueuedDream]) -> tuple[QueuedDream, ...]:
    """What follows a dream, each a step softer than the one before."""
    return tuple(replace(one, softer=min(SOFTEST, first.softer + n)) for n, one in enumerate(after, 1))


def softened(settings: Settings, steps: int) -> Settings:
    """Settings for a night that is so many steps softer: slower, fainter and dimmer."""
    if steps <= 0:
        return settings
    return replace(
        settings,
        pace=max(0.6, round(settings.pace * PACE**steps, 3)),
        volume=round(settings.volume * VOLUME**steps, 3),
        brightness=max(0.05, round(settings.brightness * LIGHT**steps, 3)),
    )


def next_settings(settings: Settings, now: QueuedDream, after: QueuedDream, t: float) -> Settings:
    """Settings of the dream that follows, from those one had at last.

    Args:
        settings: at the end of the dream before; what one has set while it played stays.
        now: that dream.
        after: the one that follows.
        t: second of the night at which it ended: a timer runs on.
    """
    left = max(1.0, round(settings.timer_minutes - t / 60.0, 3)) if settings.timer_minutes > 0.0 else 0.0
    soft = softened(settings, after.softer - now.softer)
    return replace(soft, timer_minutes=left, intro_minutes=min(INTRO, settings.intro_minutes))
