"""A script's directions in a score: pauses, counts, sounds and whispers at their times, and the sounds they start."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from dreamplayer.kit.hashing import seed_of
from dreamplayer.kit.sound import Sound
from dreamplayer.model.score import Cue, Score, Span, SpokenWord, TimedDirection
from dreamplayer.model.text import Direction, Dream
from dreamplayer.narration.pacing import BEAT, SentenceLookup
from dreamplayer.reading.semantics.asked import sounds_named

LONGEST = 180.0
"""Seconds a sound bed requested by a script lasts, unless another one follows earlier."""
AFTER = 0.4
"""Seconds from the last word to a requested sound."""
STRENGTH = 0.8
"""Prominence of a requested sound, 0..1: a little behind one that is the subject of its sentence."""


def with_directions(score: Score, dream: Dream, known: Mapping[str, Sound]) -> Score:
    """The score with the directions of its script, and with what is left out of the text.

    Each direction is timed by the words before it, so that a score agrees with every longer one below its horizon.

    Args:
        score: the score of the words.
        dream: the text it is the night of.
        known: all sounds by name.
    """
    if dream.part is not None:
        part = dream.part
        score = replace(score, dream=replace(score.dream, part=part.number, parts=part.count, chapter=part.title))
    if dream.omissions:
        score = replace(score, omissions=dream.omissions)
    if not dream.directions or not score.words:
        return score
    words = {word.index: word for word in score.words}
    timed = tuple(_timed(dream, score, words, known))
    sounds = _sounds(timed, score, known)
    cues = tuple(sorted((*score.cues, *sounds), key=lambda cue: cue.span.start)) if sounds else score.cues
    return replace(score, directions=timed, cues=cues)


def _timed(
    dream: Dream, score: Score, words: Mapping[int, SpokenWord], known: Mapping[str, Sound]
) -> Iterator[TimedDirection]:
    first = score.words[0].index
    last = score.words[-1].index
    taken: dict[int, float] = {}
    lookup = SentenceLookup(dream)
    for direction in dream.directions:
        if not first <= direction.word <= last + 1 or (direction.word > last and not score.complete):
            continue
        before = words.get(direction.word - 1)
        start = before.span.end if before is not None else score.words[0].span.start - (direction.seconds or 0.0)
        if direction.kind == "pause":
            start = taken.get(direction.word, start)
            taken[direction.word] = end = start + (direction.seconds or 0.0)
        elif direction.kind == "count":
            start = words[direction.word].span.start
            end = start + BEAT * (direction.seconds or 0.0)
        elif direction.kind == "soften":
            start, end = _softened(lookup, direction, words, start)
        else:
            end = start
        name = _sound(direction, known) if direction.kind == "sound" else direction.name
        yield TimedDirection(
            direction.kind, Span(round(start, 6), round(end, 6)), direction.seconds, direction.char_start,
            direction.char_end, direction.text, name,
        )  # fmt: skip


def _softened(
    lookup: SentenceLookup, direction: Direction, words: Mapping[int, SpokenWord], start: float
) -> tuple[float, float]:
    index = lookup.sentence_at(direction.word)
    home = None if index is None else lookup.passage_of(index)
    told = [words[word.index].span for word in home.words if word.index in words] if home else []
    return (max(start, told[0].start), told[-1].end) if told else (start, start)


def _sound(direction: Direction, known: Mapping[str, Sound]) -> str:
    """Id of the sound that best matches the words of a direction: of that name, or of the thing named; "" for none."""
    for name in sounds_named(direction.name):
        if name in known:
            return name
        called = next((sound.name for sound in known.values() if name in sound.places), None)
        if called is not None:
            return called
    return ""


def _sounds(timed: tuple[TimedDirection, ...], score: Score, known: Mapping[str, Sound]) -> list[Cue]:
    asked = [one for one in timed if one.kind == "sound"]
    changes = [one.span.start for one in timed if one.kind == "sound"]
    found: list[Cue] = []
    for one in asked:
        sound = known.get(one.name)
        if sound is None:
            continue
        start = round(one.span.start + AFTER, 6)
        bed = sound.part == "bed"
        following = next((t for t in changes if t > one.span.start), start + LONGEST)
        end = min(start + LONGEST, following + AFTER + 6.0) if bed else start + sound.length
        passage = next((w.passage for w in score.words if w.span.end >= start), score.words[-1].passage)
        found.append(
            Cue("sound", one.name, "literal", Span(start, round(end, 6)), None, None, None, passage,
                strength=STRENGTH, seed=seed_of(score.seed, "asked", one.char_start), since=start,
                arrive=5.0 if bed else 0.0, leave=8.0 if bed else 0.0)
        )  # fmt: skip
    return found
