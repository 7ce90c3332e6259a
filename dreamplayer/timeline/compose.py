"""From told sentences to a score: everything the night holds, in seconds. It only grows to the right.

A score agrees with every longer one below its horizon: whatever is on stage, sounds or is written at a time t
before it is the same. Ends that lie beyond the horizon may yet move.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dreamplayer.catalogue import elements, sounds
from dreamplayer.kit.hashing import seed_of
from dreamplayer.model.audio import Rest, Told
from dreamplayer.model.reading import Reading
from dreamplayer.model.score import Cue, DreamRef, Scene, Score, Section, Span, SpokenWord
from dreamplayer.model.text import Dream, Passage
from dreamplayer.narration.pacing import deliveries, expected
from dreamplayer.staging.cue_builder import cast
from dreamplayer.staging.layout import stage
from dreamplayer.staging.lifetimes import is_place
from dreamplayer.staging.notes.apply_notes import heeded, reading_with
from dreamplayer.staging.notes.notes import NONE, Notes
from dreamplayer.staging.scenes import Turn, scenes
from dreamplayer.staging.soundscape import soundscape
from dreamplayer.timeline.sections import BED_MINUTES, WIND_IN, growing, lengths, tile
from dreamplayer.timeline.story_timeline import SETTLE, StoryTimeline, ToldPassage, guessed, telling

BEYOND = 90.0
"""Seconds beyond the horizon at which the ends of what goes on are put while they are not known."""
FEW_WORDS = 8
"""A passage this short that names nothing has no scene of its own: it is said in the one before."""
TALK_WORDS = 30
"""Talk as short as this goes on in the scene before, unless it tells of another place."""
SAID = 0.9
"""Strength under which a place is only spoken of."""

OFTEN = 30
"""Passages that are each worth a score of their own; of a very long text, told hours ahead, only some are."""


@dataclass(frozen=True, slots=True)
class NightOptions:
    """What is chosen for one night: the settings that change its score, and the notes beside its text."""

    voice: str = "silent"
    seed: int = 0
    pace: float = 1.0
    bed_minutes: float = BED_MINUTES
    timer_minutes: float = 0.0
    gentle: bool = False
    calm: bool = False
    notes: Notes = NONE


def compose(dream: Dream, reading: Reading, told: Iterable[Told | Rest], options: NightOptions | None = None) -> Score:
    """The whole night of a dream whose every sentence is told, in order: the last that `grow` gives."""
    night = _Night(dream, reading, options or NightOptions())
    parts = [ToldPassage(passage) for passage in dream.passages]
    for _ in _told(parts, told):
        pass
    if not parts[-1].whole:
        raise ValueError(f"{dream.name}: told sentences end before the dream does")
    return night.whole(parts)


def grow(
    dream: Dream, reading: Reading, told: Iterable[Told | Rest], options: NightOptions | None = None
) -> Iterator[Score]:
    """The night as it becomes known: at once with its wind-in, then longer by each passage, complete at last.

    `told` gives one Told per sentence, in order, and may wait for the voice. A Rest among them puts off the passage
    that is being told, and all after it; a score with the longer wait follows at once.
    """
    night = _Night(dream, reading, options or NightOptions())
    parts = [ToldPassage(passage) for passage in dream.passages]
    first = _first(parts)
    yield night.wind_in(parts[:first])
    before = 0
    for done in _told(parts, told):
        rested, before = done == before, done
        if done == len(parts):
            yield night.whole(parts)
        elif done >= first and (rested or done % max(1, done // OFTEN) == 0):
            yield night.so_far(parts[:done], parts[done].rest)
        elif done == 0:
            yield night.wind_in(parts[:first])


def _told(parts: list[ToldPassage], told: Iterable[Told | Rest]) -> Iterator[int]:
    """Fill the parts in; gives how many are whole, each time that changes or a rest is put in."""
    first, done = _first(parts), 0
    for item in told:
        if isinstance(item, Rest):
            late = parts[done if done >= first else 0]
            late.rest = round(late.rest + item.seconds, 6)
            yield done if done >= first else 0
            continue
        parts[done].sentences.append(item)
        if parts[done].whole:
            done += 1
            yield done
            if done == len(parts):
                return


def _first(parts: list[ToldPassage]) -> int:
    """How many passages the first scene needs: the opening, if there is one, and what follows it."""
    return next((i for i, part in enumerate(parts) if not part.passage.preamble), len(parts) - 1) + 1


class _Night:
    """What does not change while a night grows, and the three forms a score has on the way."""

    def __init__(self, dream: Dream, reading: Reading, options: NightOptions) -> None:
        self.dream, self.options = dream, options
        self.reading = reading_with(reading, dream, options.notes)
        paced = deliveries(dream, options.pace, options.seed)
        self.deliveries = {s.index: delivery for s, delivery in zip(dream.sentences, paced, strict=True)}
        self.expected = round(expected(dream, options.pace, options.seed), 3)
        self.seed = seed_of(dream.sha256, options.seed)

    def wind_in(self, parts: list[ToldPassage]) -> Score:
        """No word yet: the first scene, and as long a wait as is sure."""
        made = telling([guessed(part) for part in parts], self.deliveries)
        horizon = round(WIND_IN + parts[0].rest, 6)
        return self._score(replace(made, lines=(), end=horizon), growing(WIND_IN, horizon), horizon, words=())

    def so_far(self, parts: list[ToldPassage], waiting: float = 0.0) -> Score:
        """Some passages; `waiting` seconds of rest are already sure before the next one."""
        made = telling(parts, self.deliveries)
        horizon = round(made.end + waiting + SETTLE, 6)
        return self._score(made, growing(WIND_IN, horizon), horizon)

    def whole(self, parts: list[ToldPassage]) -> Score:
        """Every passage, and what follows the last word."""
        made = telling(parts, self.deliveries)
        after = lengths(made.end, bed_minutes=self.options.bed_minutes, timer_minutes=self.options.timer_minutes)
        return self._score(made, tile(WIND_IN, made.end, after))

    def _score(
        self,
        made: StoryTimeline,
        sections: tuple[Section, ...],
        horizon: float | None = None,
        words: tuple[SpokenWord, ...] | None = None,
    ) -> Score:
        complete = horizon is None
        if horizon is None:
            land, end = sections[2].span.end, sections[-1].span.end
            horizon = end
        else:
            land = end = horizon + BEYOND
        dream, reading, seed, notes = self.dream, self.reading, self.seed, self.options.notes
        own = [t for t in made.turns if _sets_scene(dream.passages[t.passage], reading)] or list(made.turns[-1:])
        sets = scenes(dream, reading, own, end, seed)
        cues = cast(
            reading,
            _everywhere(sets, made.turns, dream, reading, end),
            made.words,
            seed=seed,
            land=land,
            end=end,
            drawn=elements(),
            gentle=self.options.gentle,
        )
        sets, cues = _staged(sets, cues, made.turns, reading, dream, seed, notes)
        sets, cues = heeded(sets, cues, made.words, dream, notes, seed)
        everywhere = _everywhere(sets, made.turns, dream, reading, end)
        last = (dream.passages[-1].index, notes.bed_sounds)
        heard = soundscape(reading, everywhere, made.words, cues, seed=seed, end=end, known=sounds(), last=last)
        both = sorted((*cues, *heard), key=lambda cue: (cue.span.start, cue.char_start or -1))
        return Score(
            dream=DreamRef(dream.name, notes.title or dream.title, dream.source, dream.sha256),
            voice=self.options.voice,
            seed=self.options.seed,
            sections=sections,
            scenes=everywhere,
            words=made.words if words is None else words,
            lines=made.lines,
            cues=tuple(cue for cue in both if cue.span.start < horizon),
            omissions=dream.omissions,
            complete=complete,
            horizon=horizon,
            gentle=self.options.gentle,
            calm=self.options.calm,
            expected=self.expected,
        )


def _sets_scene(passage: Passage, reading: Reading) -> bool:
    """Whether a passage has a scene of its own; talk that names no place goes on in the one before."""
    if passage.preamble:
        return False
    words = sum(1 for _ in passage.words)
    named = [m for m in reading.mentions if m.passage == passage.index and m.kind == "element" and m.mode == "literal"]
    if passage.index and words <= TALK_WORDS and any(mark in s.text for s in passage.sentences for mark in '“”"«»'):
        return any(is_place(m.name) and m.strength >= SAID for m in named)
    return passage.index == 0 or words > FEW_WORDS or bool(named)


def _staged(
    sets: tuple[Scene, ...],
    cues: tuple[Cue, ...],
    turns: Sequence[Turn],
    reading: Reading,
    dream: Dream,
    seed: int,
    notes: Notes,
) -> tuple[tuple[Scene, ...], tuple[Cue, ...]]:
    """Camera, ground and places; what a passage without a scene names is placed in the one it is said in."""
    own = [scene.passage for scene in sets]
    at = {t.passage: max((p for p in own if p <= t.passage), default=own[0]) for t in turns}
    moved = tuple(cue if cue.passage in own else replace(cue, passage=at[cue.passage]) for cue in cues)
    sets, placed = stage(sets, moved, reading, dream, seed, notes)
    return sets, tuple(replace(new, passage=old.passage) for new, old in zip(placed, cues, strict=True))


def _everywhere(
    sets: tuple[Scene, ...], turns: Sequence[Turn], dream: Dream, reading: Reading, end: float
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
