"""From told sentences to a score: everything the night holds, in seconds. It only grows to the right.

A score agrees with every longer one below its horizon: whatever is on stage, sounds or is written at a time t
before it is the same. Ends that lie beyond the horizon may yet move.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from dreamplayer.catalogue import elements, sounds
from dreamplayer.kit.dice import one, seed_of
from dreamplayer.model.audio import Rest, Told, WordTime
from dreamplayer.model.reading import Reading
from dreamplayer.model.score import DreamRef, Line, Scene, Score, Section, Span, SpokenWord
from dreamplayer.model.text import Dream, Passage
from dreamplayer.scene.casting import cast
from dreamplayer.scene.noted import heeded, reading_with
from dreamplayer.scene.notes import NONE, Notes
from dreamplayer.scene.setting import Turn, scenes
from dreamplayer.scene.soundscape import bed_of, soundscape
from dreamplayer.scene.staged import stage
from dreamplayer.timeline.sections import BED_MINUTES, WIND_IN, growing, lengths, tile

LEAD = 0.6
"""Seconds between the end of the wind-in and the first clip."""
SETTLE = 0.8
"""Seconds after a passage's last word before the next scene may begin to come in: here lies the horizon."""
CROSSFADE = 6.0
"""Seconds in which a scene comes in over the one before."""
BEYOND = 90.0
"""Seconds beyond the horizon at which the ends of what goes on are put while they are not known."""
FEW_WORDS = 8
"""A passage this short that names nothing has no scene of its own: it is said in the one before."""
WORDS_A_MINUTE = 112.0
"""Overall pace assumed before a word is spoken, rests within passages included."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the person wants of this night."""

    voice: str = "silent"
    seed: int = 0
    bed_minutes: float = BED_MINUTES
    timer_minutes: float = 0.0
    gentle: bool = False
    calm: bool = False
    notes: Notes = NONE


@dataclass(slots=True)
class _Told:
    """What has been told of one passage."""

    passage: Passage
    rest: float = 0.0
    """Seconds it is late, all in all."""
    sentences: list[Told] = field(default_factory=list)

    @property
    def whole(self) -> bool:
        return len(self.sentences) == len(self.passage.sentences)


def compose(dream: Dream, reading: Reading, told: Iterable[Told | Rest], wishes: Wishes | None = None) -> Score:
    """The whole night of a dream whose every sentence is told, in order."""
    *_, score = grow(dream, reading, told, wishes)
    if not score.complete:
        raise ValueError(f"{dream.name}: told sentences end before the dream does")
    return score


def grow(dream: Dream, reading: Reading, told: Iterable[Told | Rest], wishes: Wishes | None = None) -> Iterator[Score]:
    """The night as it becomes known: at once with its wind-in, then longer by each passage, complete at last.

    `told` gives one Told per sentence, in order, and may wait for the voice. A Rest among them puts off the passage
    that is being told, and all after it; a score with the longer wait follows at once.
    """
    wishes = wishes or Wishes()
    reading = reading_with(reading, dream, wishes.notes)
    known: list[_Told] = []
    coming = [_Told(passage) for passage in dream.passages]
    yield _score(dream, reading, wishes, [_guessed(part) for part in _first(coming)], start_only=True)
    for item in told:
        current = coming[0]
        if isinstance(item, Rest):
            current.rest = round(current.rest + item.seconds, 6)
            if known:
                yield _score(dream, reading, wishes, known, waiting=current.rest)
            else:
                first = [_guessed(part) for part in _first(coming)]
                yield _score(dream, reading, wishes, first, start_only=True)
            continue
        current.sentences.append(item)
        if current.whole:
            known.append(coming.pop(0))
            if not current.passage.preamble or not coming:
                yield _score(dream, reading, wishes, known)
        if not coming:
            return


def _first(coming: list[_Told]) -> list[_Told]:
    """The opening, if there is one, and the first passage that sets a scene."""
    for i, part in enumerate(coming):
        if not part.passage.preamble:
            return coming[: i + 1]
    return coming


def _guessed(part: _Told) -> _Told:
    """A passage with times made up, for a scene that must stand before it is told."""
    sentences = [
        Told(s.index, "", 0.5 * len(s.words), tuple(WordTime(0.5 * i, 0.5 * i + 0.4) for i in range(len(s.words))))
        for s in part.passage.sentences
    ]
    return _Told(part.passage, part.rest, sentences)


def _score(
    dream: Dream,
    reading: Reading,
    wishes: Wishes,
    known: list[_Told],
    *,
    waiting: float = 0.0,
    start_only: bool = False,
) -> Score:
    """The score of the passages known; `waiting` seconds of rest are already sure before the next one."""
    lines, words, turns, told = _lines(dream, wishes, known)
    complete = not start_only and len(known) == len(dream.passages)
    expected = expected_seconds(dream)
    if start_only:
        horizon = round(WIND_IN + known[0].rest, 6)
        sections: tuple[Section, ...] = growing(WIND_IN, horizon)
        land = end = horizon + BEYOND
    elif complete:
        sections = tile(
            WIND_IN,
            told,
            lengths(told, bed_minutes=wishes.bed_minutes, timer_minutes=wishes.timer_minutes),
        )
        land, end = sections[2].span.end, sections[-1].span.end
        horizon = end
    else:
        horizon = round(told + waiting + SETTLE, 6)
        sections = growing(WIND_IN, horizon)
        land = end = horizon + BEYOND
    own = [turn for turn in turns if _sets_scene(dream.passages[turn.passage], reading)] or turns[-1:]
    seed = seed_of(dream.sha256, wishes.seed)
    sets = scenes(dream, reading, own, end, seed)
    everywhere = _everywhere(sets, turns, dream, reading, end)
    cues = cast(reading, everywhere, words, seed=seed, land=land, end=end, drawn=elements(), gentle=wishes.gentle)
    sets, cues = stage(sets, cues, reading, dream, seed, wishes.notes)
    sets, cues = heeded(sets, cues, words, dream, wishes.notes, seed)
    everywhere = _everywhere(sets, turns, dream, reading, end)
    heard = soundscape(reading, everywhere, words, cues, seed=seed, end=end, known=sounds())
    if complete and wishes.notes.bed_sounds:
        heard = (*heard, *bed_of(wishes.notes.bed_sounds, land, end, dream.passages[-1].index, seed))
    if start_only:
        words, lines = [], []
    both = sorted((*cues, *heard), key=lambda cue: (cue.span.start, cue.char_start or -1))
    return Score(
        dream=DreamRef(dream.name, wishes.notes.title or dream.title, dream.source, dream.sha256),
        voice=wishes.voice,
        seed=wishes.seed,
        sections=sections,
        scenes=everywhere,
        words=tuple(words),
        lines=tuple(lines),
        cues=tuple(cue for cue in both if cue.span.start < horizon),
        complete=complete,
        horizon=horizon,
        gentle=wishes.gentle,
        calm=wishes.calm,
        expected=expected,
    )


def expected_seconds(dream: Dream) -> float:
    """How long the story is likely to take, before a word of it is spoken."""
    count = sum(1 for _ in dream.words)
    return round(count * 60.0 / WORDS_A_MINUTE + 4.0 * (len(dream.passages) - 1), 3)


def _sets_scene(passage: Passage, reading: Reading) -> bool:
    if passage.preamble:
        return False
    if passage.index == 0 or sum(1 for _ in passage.words) > FEW_WORDS:
        return True
    return any(m.passage == passage.index and m.kind == "element" and m.mode == "literal" for m in reading.mentions)


def _lines(dream: Dream, wishes: Wishes, known: list[_Told]) -> tuple[list[Line], list[SpokenWord], list[Turn], float]:
    """Clips and words at their times, when each passage begins to come in, and when the last word ends."""
    lines: list[Line] = []
    words: list[SpokenWord] = []
    turns: list[Turn] = []
    total = sum(1 for _ in dream.words)
    at = WIND_IN + LEAD
    ended = 0.0
    for part in known:
        progress = part.passage.sentences[0].words[0].index / total
        first = not lines
        if not first:
            at = ended + between_passages(wishes.seed, part.passage.index, progress)
        at += part.rest
        turns.append(Turn(part.passage.index, 0.0 if first else round(ended + part.rest + SETTLE, 6), CROSSFADE))
        for i, (sentence, told) in enumerate(zip(part.passage.sentences, part.sentences, strict=True)):
            if i:
                at = ended + between_sentences(wishes.seed, sentence.index, sentence.words[0].index / total)
            at = round(at, 6)
            lines.append(
                Line(
                    told.clip,
                    Span(at, round(at + told.duration, 6)),
                    sentence.index,
                    part.passage.index,
                    softness=_softness(dream, sentence.index, sentence.dialogue, sentence.words[0].index / total),
                )
            )
            for word, time in zip(sentence.words, told.words, strict=True):
                span = Span(round(at + time.start, 6), round(at + time.end, 6))
                words.append(
                    SpokenWord(
                        word.index, word.text, span, word.start, word.end, sentence.index, part.passage.index,
                        told.estimated, word.emphasis,
                    )
                )  # fmt: skip
            ended = max(words[-1].span.end, at) if words else at
    return lines, words, turns, round(ended, 6)


def _softness(dream: Dream, sentence: int, dialogue: bool, progress: float) -> float:
    """Softer as the story goes on, a shade more for what is said in quotes, softest at its last line."""
    if sentence == dream.passages[-1].sentences[-1].index:
        return 1.0
    return round(min(0.9, 0.5 * progress + (0.2 if dialogue else 0.0)), 4)


def between_sentences(seed: int, sentence: int, progress: float) -> float:
    """Seconds of rest before a sentence: 0.8 early in the story to 1.2 late, with a little variation."""
    return 0.8 + 0.3 * progress + 0.1 * one(seed_of(seed, "rest", sentence))


def between_passages(seed: int, passage: int, progress: float) -> float:
    """Seconds of rest before a passage: 3 early to 5 late, with a little variation."""
    return 3.0 + 1.5 * progress + 0.5 * one(seed_of(seed, "turn", passage))


def _everywhere(
    sets: tuple[Scene, ...], turns: list[Turn], dream: Dream, reading: Reading, end: float
) -> tuple[Scene, ...]:
    """One scene per passage: an opening stands in the scene that follows it, a very short one in that before."""
    own = {scene.passage: scene for scene in sets}
    found: list[Scene] = []
    for i, turn in enumerate(turns):
        scene = own.get(turn.passage)
        if scene is None:
            after = next((own[t.passage] for t in turns[i:] if t.passage in own), None)
            source = found[-1] if found else after or sets[-1]
            passage, mood = dream.passages[turn.passage], reading.moods[turn.passage]
            scene = replace(
                source, passage=turn.passage, char_start=passage.start, char_end=passage.end,
                valence=mood.valence, arousal=mood.arousal, time_of_day=mood.time_of_day,
            )  # fmt: skip
        over = end if i + 1 == len(turns) else round(turns[i + 1].start + turns[i + 1].crossfade, 6)
        found.append(replace(scene, span=Span(turn.start, over), crossfade=turn.crossfade))
    return tuple(found)
