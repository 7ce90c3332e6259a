"""A script's directions in a score: pauses, counts, sounds and whispers at their times, and the sounds they start."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from dreamplayer.kit.hashing import seed_of
from dreamplayer.kit.sound import Sound
from dreamplayer.model.score import Cue, Score, Span, SpokenWord, TimedDirection
from dreamplayer.model.text import Direction, Dream
from dreamplayer.narration.pacing import BEAT, SentenceLookup
from dreamplayer.reading.semantics.script_requests import sounds_named

LONGEST_BED = 180.0
"""Seconds a sound bed requested by a script lasts, unless another one follows earlier."""
SOUND_DELAY = 0.4
"""Seconds from the last word to a requested sound."""
STRENGTH = 0.8
"""Prominence of a requested sound, 0..1: a little behind one that is the subject of its sentence."""
_OVERLAP = 6.0
"""Seconds a requested bed goes on after the next one begins."""


def with_directions(score: Score, dream: Dream, sounds: Mapping[str, Sound]) -> Score:
    """The score with the directions of its script, and with what is left out of the text.

    Each direction is timed by the words before it, so that a score agrees with every longer one below its horizon.

    Args:
        score: the score of the words.
        dream: the text it is the night of.
        sounds: all sounds by name.
    """
    if dream.part is not None:
        part = dream.part
        score = replace(score, dream=replace(score.dream, part=part.number, parts=part.count, chapter=part.title))
    if dream.omissions:
        score = replace(score, omissions=dream.omissions)
    if not dream.directions or not score.words:
        return score
    words = {word.index: word for word in score.words}
    timed = tuple(_timed(dream, score, words, sounds))
    added = _sound_cues(timed, score, sounds)
    cues = tuple(sorted((*score.cues, *added), key=lambda cue: cue.span.start)) if added else score.cues
    return replace(score, directions=timed, cues=cues)


def _timed(
    dream: Dream, score: Score, words: Mapping[int, SpokenWord], sounds: Mapping[str, Sound]
) -> Iterator[TimedDirection]:
    first = score.words[0].index
    last = score.words[-1].index
    pause_ends: dict[int, float] = {}
    """End of the last pause before each word: several in one place follow each other."""
    lookup = SentenceLookup(dream)
    for direction in dream.directions:
        if not first <= direction.word <= last + 1 or (direction.word > last and not score.complete):
            continue
        before = words.get(direction.word - 1)
        start = before.span.end if before is not None else score.words[0].span.start - (direction.seconds or 0.0)
        if direction.kind == "pause":
            start = pause_ends.get(direction.word, start)
            pause_ends[direction.word] = end = start + (direction.seconds or 0.0)
        elif direction.kind == "count":
            start = words[direction.word].span.start
            end = start + BEAT * (direction.seconds or 0.0)
        elif direction.kind == "soften":
            start, end = _softened(lookup, direction, words, start)
        else:
            end = start
        name = _sound_name(direction, sounds) if direction.kind == "sound" else direction.name
        yield TimedDirection(
            direction.kind, Span(round(start, 6), round(end, 6)), direction.seconds, direction.char_start,
            direction.char_end, direction.text, name,
        )  # fmt: skip


def _softened(
    lookup: SentenceLookup, direction: Direction, words: Mapping[int, SpokenWord], start: float
) -> tuple[float, float]:
    """From a direction to speak softly to the end of its passage, seconds of the night."""
    index = lookup.sentence_at(direction.word)
    passage = None if index is None else lookup.passage_of(index)
    spans = [words[word.index].span for word in passage.words if word.index in words] if passage else []
    return (max(start, spans[0].start), spans[-1].end) if spans else (start, start)


def _sound_name(direction: Direction, sounds: Mapping[str, Sound]) -> str:
    """The sound that best matches the words of a direction: of that name, or of the thing named; "" for none."""
    for name in sounds_named(direction.name):
        if name in sounds:
            return name
        of_place = next((sound.name for sound in sounds.values() if name in sound.places), None)
        if of_place is not None:
            return of_place
    return ""


def _sound_cues(timed: tuple[TimedDirection, ...], score: Score, sounds: Mapping[str, Sound]) -> list[Cue]:
    requests = [direction for direction in timed if direction.kind == "sound"]
    changes = [request.span.start for request in requests]
    cues: list[Cue] = []
    for request in requests:
        sound = sounds.get(request.name)
        if sound is None:
            continue
        start = round(request.span.start + SOUND_DELAY, 6)
        bed = sound.part == "bed"
        following = next((t for t in changes if t > request.span.start), start + LONGEST_BED)
        end = min(start + LONGEST_BED, following + SOUND_DELAY + _OVERLAP) if bed else start + sound.length
        passage = next((w.passage for w in score.words if w.span.end >= start), score.words[-1].passage)
        cues.append(
            Cue("sound", request.name, "literal", Span(start, round(end, 6)), None, None, None, passage,
                strength=STRENGTH, seed=seed_of(score.seed, "asked", request.char_start), since=start,
                arrive=5.0 if bed else 0.0, leave=8.0 if bed else 0.0)
        )  # fmt: skip
    return cues
