"""Which scene each passage plays in, and that scene's light, air and key. Camera and ground come from the layout."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dreamplayer.kit.harmony import harmony_for
from dreamplayer.kit.hashing import seed_of
from dreamplayer.model.atmosphere import Atmosphere
from dreamplayer.model.place import Framing, PlaceRecord
from dreamplayer.model.reading import Reading
from dreamplayer.model.score import Scene, Span
from dreamplayer.model.text import Dream, Passage
from dreamplayer.reading.lexicon.vocabulary import thing
from dreamplayer.staging.palette import palette, stage

FEW_WORDS = 8
"""A passage this short that names nothing has no scene of its own: it is said in the one before."""
TALK_WORDS = 30
"""Talk as short as this goes on in the scene before, unless it tells of another place."""
SAID = 0.9
"""Strength under which a place is only spoken of."""


@dataclass(frozen=True, slots=True)
class Turn:
    """When a passage takes the stage."""

    passage: int
    """Its index."""
    start: float
    """Seconds of the night at which it begins to come in."""
    crossfade: float
    """Seconds over which it replaces the scene before."""


def scene_passages(dream: Dream, reading: Reading, *, framed: bool = False) -> tuple[int, ...]:
    """Which scene each passage plays in; known from the text alone.

    An opening plays in the scene that follows it, a very short passage and talk in the one before.

    Args:
        dream: its passages.
        reading: of the whole dream.
        framed: whether it plays in places, where talk that is not very short is seen in a framing of its own.

    Returns:
        For each passage the index of the passage whose scene it plays in.
    """
    own = [_sets_scene(passage, reading, framed) for passage in dream.passages]
    current = next((i for i, sets in enumerate(own) if sets), len(own) - 1)
    found: list[int] = []
    for i, sets in enumerate(own):
        current = i if sets else current
        found.append(current)
    return tuple(found)


def _sets_scene(passage: Passage, reading: Reading, framed: bool) -> bool:
    """Whether a passage has a scene of its own; talk that names no place goes on in the one before."""
    if passage.preamble:
        return False
    words = sum(1 for _ in passage.words)
    named = [m for m in reading.of(passage.index) if m.kind == "element" and m.mode == "literal"]
    if framed and (words > FEW_WORDS or any(m.strength >= SAID for m in reading.places_of(passage.index))):
        return True
    if passage.index and words <= TALK_WORDS and any(mark in s.text for s in passage.sentences for mark in '“”"«»'):
        return any(thing(m.name).surrounds and m.strength >= SAID for m in named)
    # A salutation ("Dear Hannah,") is said in the scene that follows it.
    return (passage.index == 0 and not framed) or words > FEW_WORDS or bool(named)


def scene_of(dream: Dream, reading: Reading, turn: Turn, seed: int) -> Scene:
    """The scene of a passage. Its end is not known before the next one begins: its span is empty.

    Args:
        dream: its passages.
        reading: of the whole dream.
        turn: which passage, and when it comes in.
        seed: of the night.
    """
    passage, mood = dream.passages[turn.passage], reading.moods[turn.passage]
    colours = palette(mood, seed, turn.passage)
    return Scene(
        passage=turn.passage,
        span=Span(turn.start, turn.start),
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


def in_place(scene: Scene, record: PlaceRecord, framing: Framing, atmosphere: Atmosphere) -> Scene:
    """A scene as it plays in a place.

    Args:
        scene: with the air and colours of its mood.
        record: of the place.
        framing: in which the place is seen, from the start of the scene on.
        atmosphere: the hour and weather it is lit for.
    """
    return replace(
        scene,
        stage=replace(scene.stage, camera=framing.camera, ground=record.ground),
        place_id=record.name,
        framing=framing.name,
        framed_since=scene.span.start,
        atmosphere=atmosphere,
    )
