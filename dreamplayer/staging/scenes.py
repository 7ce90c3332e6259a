"""A scene for every passage: when it begins, its light, its air and its key. Camera and ground come from staging."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dreamplayer.kit.harmony import harmony_for
from dreamplayer.kit.hashing import seed_of
from dreamplayer.model.reading import Reading
from dreamplayer.model.score import Scene, Span
from dreamplayer.model.text import Dream
from dreamplayer.staging.palette import palette, stage


@dataclass(frozen=True, slots=True)
class Turn:
    """When a passage takes the stage."""

    passage: int
    start: float
    """Seconds of the night at which it begins to come in."""
    crossfade: float


def scenes(dream: Dream, reading: Reading, turns: Sequence[Turn], end: float, seed: int) -> tuple[Scene, ...]:
    """One scene per turn, each lasting until the next has wholly come in; the last one to `end`."""
    found = []
    for i, turn in enumerate(turns):
        following = turns[i + 1] if i + 1 < len(turns) else None
        over = end if following is None else round(following.start + following.crossfade, 6)
        passage, mood = dream.passages[turn.passage], reading.moods[turn.passage]
        colours = palette(mood, seed, turn.passage)
        found.append(
            Scene(
                passage=turn.passage,
                span=Span(turn.start, over),
                crossfade=turn.crossfade,
                char_start=passage.start,
                char_end=passage.end,
                valence=mood.valence,
                arousal=mood.arousal,
                time_of_day=mood.time_of_day,
                stage=stage(mood, seed, turn.passage, colours),
                palette=colours,
                harmony=harmony_for(mood.valence, mood.arousal, mood.time_of_day, seed_of(seed, "key")),
                place=mood.place,
            )
        )
    return tuple(found)
