"""Where every clip and word lies in the night, and when each passage begins to come in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dreamplayer.model.audio import Told, WordTime
from dreamplayer.model.score import Line, Span, SpokenWord
from dreamplayer.model.text import Passage
from dreamplayer.narration.pacing import Delivery
from dreamplayer.staging.scenes import Turn
from dreamplayer.timeline.sections import WIND_IN

LEAD = 0.6
"""Seconds between the end of the wind-in and the first clip."""
SETTLE = 0.8
"""Seconds after a passage's last word before the next scene may begin to come in: here lies the horizon."""
MARKS = " ,;:—….!?"
"""What a spoken form may end with besides its words."""
CROSSFADE = 6.0
"""Seconds in which a scene comes in over the one before."""


@dataclass(slots=True)
class ToldPassage:
    """What has been told of one passage."""

    passage: Passage
    rest: float = 0.0
    """Seconds it is late, all in all."""
    sentences: list[Told] = field(default_factory=list)

    @property
    def whole(self) -> bool:
        """True once its last sentence is told."""
        return len(self.sentences) == len(self.passage.sentences)


def guessed(part: ToldPassage) -> ToldPassage:
    """A passage with times made up, for a scene that must stand before it is told."""
    sentences = [
        Told(s.index, "", 0.5 * len(s.words), tuple(WordTime(0.5 * i, 0.5 * i + 0.4) for i in range(len(s.words))))
        for s in part.passage.sentences
    ]
    return ToldPassage(part.passage, part.rest, sentences)


@dataclass(frozen=True)
class StoryTimeline:
    """A story as far as it is told: its clips, words and the turns of its passages, in seconds of the night."""

    lines: tuple[Line, ...]
    words: tuple[SpokenWord, ...]
    turns: tuple[Turn, ...]
    end: float
    """Seconds of the night at which its last word ends."""


def telling(known: Sequence[ToldPassage], deliveries: Mapping[int, Delivery]) -> StoryTimeline:
    """Clips one after another with the rests their sentences ask for (by their index), to the microsecond."""
    lines: list[Line] = []
    words: list[SpokenWord] = []
    turns: list[Turn] = []
    at = WIND_IN + LEAD
    end = 0.0
    for part in known:
        at += part.rest
        turns.append(Turn(part.passage.index, round(end + part.rest + SETTLE, 6) if lines else 0.0, CROSSFADE))
        for sentence, told in zip(part.passage.sentences, part.sentences, strict=True):
            at = round(at, 6)
            delivery = deliveries[sentence.index]
            lines.append(
                Line(
                    told.clip,
                    Span(at, round(at + told.duration, 6)),
                    sentence.index,
                    part.passage.index,
                    round(delivery.softness, 4),
                )
            )
            forms = told.spoken or ("",) * len(sentence.words)
            for word, time, form in zip(sentence.words, told.words, forms, strict=True):
                words.append(
                    SpokenWord(
                        index=word.index,
                        text=word.text,
                        span=Span(round(at + time.start, 6), round(at + time.end, 6)),
                        char_start=word.start,
                        char_end=word.end,
                        sentence=sentence.index,
                        passage=part.passage.index,
                        estimated=told.estimated,
                        emphasis=word.emphasis,
                        spoken=form.strip(MARKS),
                    )
                )
            end = words[-1].span.end
            at = max(end + delivery.rest, lines[-1].span.end)
    return StoryTimeline(tuple(lines), tuple(words), tuple(turns), round(end, 6))
