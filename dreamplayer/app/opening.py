"""From a dream and the person's settings to its night."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dreamplayer.model.audio import Rest, Told
from dreamplayer.model.score import Score
from dreamplayer.model.text import Dream
from dreamplayer.settings import Settings
from dreamplayer.timeline.compose import Wishes, compose


@dataclass(frozen=True)
class Night:
    """A dream ready to be played, drawn or written down."""

    dream: Dream
    score: Score


def wishes(settings: Settings, voice: str) -> Wishes:
    """What the settings say of a night."""
    return Wishes(
        voice=voice,
        seed=settings.seed,
        bed_minutes=settings.bed_minutes,
        timer_minutes=settings.timer_minutes,
        gentle=settings.gentle,
        calm=settings.calm,
    )


def night(dream: Dream, settings: Settings) -> Night:
    """The whole night of a dream, every sentence told (from the cache where it was told before)."""
    from dreamplayer.text.imagery import read

    return Night(dream, compose(dream, read(dream), _told(dream), wishes(settings, "silent")))


def _told(dream: Dream) -> Iterator[Told | Rest]:
    from dreamplayer.voices.silent import SILENT

    voice = SILENT.wake()
    for sentence in dream.sentences:
        speech = voice.say(tuple(word.text for word in sentence.words), 125.0)
        yield Told(sentence.index, "", speech.duration, speech.words)
