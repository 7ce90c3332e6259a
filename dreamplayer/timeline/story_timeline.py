"""Timing of clips and words in the night, and of the crossfade into each passage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dreamplayer.model.audio import SpokenSentence, WordTime
from dreamplayer.model.score import Line, Span, SpokenWord
from dreamplayer.model.text import Passage
from dreamplayer.narration.pacing import BEAT, Delivery
from dreamplayer.staging.scenes import Turn
from dreamplayer.timeline.sections import WIND_IN

LEAD = 0.6
"""Seconds between the end of the wind-in and the first clip."""
SETTLE = 0.8
"""Seconds after a passage's last word before the next scene may begin to fade in: the horizon lies there."""
MARKS = " ,;:—….!?"
"""Characters a spoken form may begin or end with besides its words."""
HELD = 9.0
"""Seconds before a passage's first word at which its scene begins to fade in, at the earliest."""
CROSSFADE = 6.0
"""Seconds in which a scene fades in over the previous one."""


@dataclass(slots=True)
class ToldPassage:
    """One passage and its sentences spoken so far."""

    passage: Passage
    rest: float = 0.0
    """Seconds by which it is late, in total."""
    sentences: list[SpokenSentence] = field(default_factory=list)
    """In order."""

    @property
    def whole(self) -> bool:
        """True once its last sentence has been spoken."""
        return len(self.sentences) == len(self.passage.sentences)


def estimated(part: ToldPassage) -> ToldPassage:
    """A passage with made-up word times (half a second each), for a scene that must stand before it is spoken.

    Args:
        part: the passage and by how much it is late; its sentences are replaced.
    """
    sentences = [
        SpokenSentence(
            s.index, "", 0.5 * len(s.words), tuple(WordTime(0.5 * i, 0.5 * i + 0.4) for i in range(len(s.words)))
        )
        for s in part.passage.sentences
    ]
    return ToldPassage(part.passage, part.rest, sentences)


@dataclass(frozen=True)
class TimedPassage:
    """A timed passage: its clips and words in seconds of the night."""

    turn: Turn
    """When its scene begins to fade in, and for how long."""
    lines: tuple[Line, ...]
    words: tuple[SpokenWord, ...]
    end: float
    """Second at which its last word ends."""


class StoryTimeline:
    """Lays spoken passages one after another: clips with the rests of their sentences, rounded to the microsecond.

    Args:
        deliveries: the delivery of each sentence, by the index of the sentence.
        wind_in: second of the night at which the story begins.
    """

    def __init__(self, deliveries: Mapping[int, Delivery], wind_in: float = WIND_IN) -> None:
        self._deliveries = deliveries
        self._next = wind_in + LEAD
        """Second at which the next clip begins."""
        self._end: float | None = None
        """Second at which the last word ends; None before the first."""
        self._onset = self._next
        """Second at which the last word begins."""

    def add(self, part: ToldPassage) -> TimedPassage:
        """Time the next passage.

        Args:
            part: the passage after the last one added, with all its sentences spoken.

        Raises:
            ValueError: a sentence is missing, or a word has no time.
        """
        lines: list[Line] = []
        words: list[SpokenWord] = []
        end = self._end or 0.0
        start = 0.0 if self._end is None else round(end + part.rest + SETTLE, 6)
        late = part.rest
        begin = self._next + late
        if self._end is None:
            end = begin
        for sentence, told in zip(part.passage.sentences, part.sentences, strict=True):
            delivery = self._deliveries[sentence.index]
            begin = round(_begins(begin, end + late, self._onset + late, delivery, told, not words), 6)
            if start and not words:
                # A long pause is spent in the scene before; the next comes in towards its end.
                start = max(start, round(begin - HELD, 6))
            late = 0.0
            lines.append(
                Line(
                    told.clip,
                    Span(begin, round(begin + told.duration, 6)),
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
                        span=Span(round(begin + time.start, 6), round(begin + time.end, 6)),
                        char_start=word.start,
                        char_end=word.end,
                        sentence=sentence.index,
                        passage=part.passage.index,
                        estimated=told.estimated,
                        emphasis=word.emphasis,
                        spoken=form.strip(MARKS),
                    )
                )
            end, self._onset = words[-1].span.end, words[-1].span.start
            begin = max(end + delivery.rest, lines[-1].span.end)
        self._next, self._end = begin, end
        return TimedPassage(Turn(part.passage.index, start, CROSSFADE), tuple(lines), tuple(words), round(end, 6))


def _begins(begin: float, end: float, onset: float, delivery: Delivery, told: SpokenSentence, first: bool) -> float:
    """Second at which a clip begins that would begin at `begin`, if its script asks for a pause or a count before it.

    Args:
        begin: where it begins without that.
        end: second at which the last word ends.
        onset: second at which the last word began.
        delivery: delivery of the clip's sentence.
        told: the sentence as spoken.
        first: whether it is the first of its passage.
    """
    lead = told.words[0].start if told.words else 0.0
    if delivery.before > 0.0:
        asked = end + delivery.before - lead
        return asked if delivery.exact else max(begin, asked)
    if delivery.beat and not first:
        return max(end, onset + BEAT) - lead
    return begin
