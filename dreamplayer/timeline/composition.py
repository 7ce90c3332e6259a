"""Incremental composition of a score, passage by passage: each is staged once, and what has ended is settled."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter

from dreamplayer.catalogue import elements, places, sounds
from dreamplayer.kit.hashing import seed_of
from dreamplayer.model.reading import Reading
from dreamplayer.model.score import Cue, DreamRef, Scene, Score, Section, Span
from dreamplayer.model.text import Dream
from dreamplayer.model.thing import Location
from dreamplayer.narration.pacing import Delivery, expected
from dreamplayer.reading.lexicon.vocabulary import place_records
from dreamplayer.reading.semantics.script_requests import with_places
from dreamplayer.staging.anchor_layout import AnchorLayout
from dreamplayer.staging.atmosphere import AtmosphereChoice
from dreamplayer.staging.cue_builder import CueBuilder
from dreamplayer.staging.cue_tracker import ended
from dreamplayer.staging.layout import Layout, staged
from dreamplayer.staging.locations import OPENING, location_of
from dreamplayer.staging.notes.apply_notes import NotesApplied, reading_with
from dreamplayer.staging.notes.notes import NONE
from dreamplayer.staging.place_choice import PlaceChoice
from dreamplayer.staging.scenes import Turn, in_place, scene_of, scene_passages
from dreamplayer.staging.soundscape import PassageSounds, Soundscape, music
from dreamplayer.staging.veils import veil_between
from dreamplayer.timeline.night_options import NightOptions
from dreamplayer.timeline.sections import growing, lengths, tile
from dreamplayer.timeline.story_timeline import SETTLE, StoryTimeline, TimedPassage, ToldPassage

BEYOND = 90.0
"""Seconds beyond the horizon at which unknown ends are placed."""

_Order = tuple[float, int, int, int]
"""Sort key of cues: start, code point, origin (see below), and number among those of that origin."""
_NAMED, _NOTED, _CALLED, _BED, _MUSIC = range(5)
_order = itemgetter(0)


class NightPlan:
    """Everything known about a night before a word of it is spoken.

    Args:
        dream: the text as it is narrated.
        reading: its mentions and moods, before notes change them.
        options: what is chosen for the night.
        paced: the delivery of each sentence, in order.
    """

    def __init__(self, dream: Dream, reading: Reading, options: NightOptions, paced: Sequence[Delivery]) -> None:
        self.dream, self.options = dream, options
        self.ref = DreamRef(dream.name, options.notes.title or dream.title, dream.source, dream.sha256, dream.language)
        self.reading = reading_with(with_places(reading, dream), dream, options.notes)
        self.deliveries = {s.index: delivery for s, delivery in zip(dream.sentences, paced, strict=True)}
        self.expected = round(expected(dream, paced), 3)
        self.seed = seed_of(dream.sha256, options.seed)
        self.scenes = scene_passages(dream, self.reading, framed=bool(places()) and not options.notes.by_hand)
        """For each passage the index of the passage whose scene it plays in."""

    def events(self, first: int) -> frozenset[str]:
        """Targets of all events in the rest of a scene.

        Args:
            first: index of the first passage not composed yet.
        """
        targets: set[str] = set()
        for passage in self.dream.passages[first:]:
            if self.scenes[passage.index] != self.scenes[first]:
                break
            told = {word.index for word in passage.words}
            here = self.reading.of(passage.index)
            targets |= {m.target or "" for m in here if m.kind == "event" and m.word in told}
        return frozenset(targets)


@dataclass
class _Staged:
    """A staged passage."""

    timed: TimedPassage
    scene: Scene
    """It ends where it starts as long as the next passage is unknown."""
    shown: tuple[Cue, ...]
    """Its elements and events; their ends are unknown."""


class Composition:
    """The passages of a night composed so far: `add` the next one, and ask for the score at any time in between.

    Args:
        plan: what is known about the night.
    """

    def __init__(self, plan: NightPlan) -> None:
        self._plan = plan
        notes = plan.options.notes
        self.count = 0
        """Number of passages composed."""
        self._passages: list[_Staged] = []
        self._cues: list[tuple[_Order, Cue]] = []
        """Cues that have ended and can't change any more."""
        self._timeline = StoryTimeline(plan.deliveries, plan.options.wind_in)
        self._builder = CueBuilder(
            plan.reading, seed=plan.seed, drawn=elements(), gentle=plan.options.gentle, by_hand=notes.by_hand
        )
        self._layout = Layout(plan.reading, by_hand=notes != NONE)
        self._places, records = places(), place_records()
        self._choice = PlaceChoice(records, self._places)
        self._atmosphere = AtmosphereChoice(plan.reading, plan.dream.passages)
        self._anchors = AnchorLayout(plan.reading, self._places, records, plan.seed)
        self._notes = NotesApplied(notes, plan.dream, plan.seed)
        last = (plan.dream.passages[-1].index, plan.options.bed_sounds or notes.bed_sounds)
        self._sound = Soundscape(plan.reading, seed=plan.seed, known=sounds(), last=last)
        self._location = self._stands = OPENING
        """By the things that the passages name; and where the scene plays, which in a place is the ground of that."""
        self._laid: Scene | None = None
        """The current scene, before notes change it."""
        self._scene: Scene | None = None
        """The current scene with the notes applied."""
        self._events: frozenset[str] = frozenset()
        self._noted: list[tuple[_Order, Cue]] = []
        """Things added by notes, for the current scene."""
        self._since = 0.0
        """Second of the night before which everything has been dropped."""

    @property
    def held(self) -> int:
        """Number of passages a score would hold."""
        return len(self._passages)

    def add(self, part: ToldPassage) -> None:
        """Compose the next passage.

        Args:
            part: the passage after the last one added, with all its sentences spoken.
        """
        timed = self._timeline.add(part)
        turn, passage = timed.turn, part.passage
        home = self._plan.scenes[passage.index]
        turns = self._laid is None or self._laid.passage != home
        if self._passages:
            self._close(round(turn.start + turn.crossfade, 6), scene=turns)
        if turns:
            self._open(home, turn)
        assert self._laid is not None
        assert self._scene is not None
        mood = self._plan.reading.moods[passage.index]
        scene = replace(
            self._scene, passage=passage.index, span=Span(turn.start, turn.start), crossfade=turn.crossfade,
            char_start=passage.start, char_end=passage.end, valence=mood.valence, arousal=mood.arousal,
            time_of_day=mood.time_of_day,
        )  # fmt: skip
        cues = self._builder.tracker.cues
        numbers = self._builder.add(scene, timed.words, self._stands, turns=turns)
        left: tuple[int, ...] = ()
        if scene.place_id is None:
            self._layout.add(self._laid, cues, numbers, self._events)
        else:
            left = self._anchors.add(scene, cues, numbers, self._builder.tracker.make_room)
        for n, planned in self._builder.visions(scene, timed.words, left):
            self._builder.tracker.envision(n, planned)
            hovering = self._layout if scene.place_id is None else self._anchors
            hovering.envision(scene, n, cues[n])
        added: tuple[Cue, ...] = ()
        if passage.index == home:
            here = replace(self._laid, span=scene.span, crossfade=scene.crossfade)
            added = self._notes.add(here, [cues[n] for n in numbers], timed.words)
            if scene.place_id is not None:
                added = tuple(filter(None, (self._anchors.hold(scene, cue) for cue in added)))
            self._noted += [(_key(cue, _NOTED, len(self._noted)), cue) for cue in added]
        shown = (*(self._seen(n, cues[n], cues) for n in numbers), *map(self._notes.on, added))
        self._passages.append(_Staged(timed, scene, shown))
        self._settle(round(timed.end + SETTLE, 6))
        self.count += 1

    def _open(self, home: int, turn: Turn) -> None:
        """Begin the scene of a passage."""
        plan = self._plan
        self._location = location_of(home, plan.reading, self._location)
        bare = scene_of(plan.dream, plan.reading, Turn(home, turn.start, turn.crossfade), plan.seed)
        place = self._place_of(home)
        if place is None:
            self._stands = self._location
            self._laid = staged(bare, self._location, plan.seed)
        else:
            before = self._scene if self._scene is not None and self._scene.place_id == place else None
            said = self._notes.of(home)
            framing = self._anchors.open(
                home, place, None if before is None else before.framing, framing=said.framing if said else None,
                asked={e.name: e.anchor for e in said.elements if e.anchor} if said else {},
            )  # fmt: skip
            record = place_records()[place]
            self._stands = Location(record.ground)
            self._laid = in_place(bare, record, framing, self._atmosphere.of(home, record.kind))
            veil = veil_between(self._scene, self._laid, plan.reading.of(home))
            self._laid = replace(self._laid, veil=veil)
        self._scene = self._notes.scene(self._laid)
        self._events = plan.events(turn.passage)

    def _place_of(self, home: int) -> str | None:
        """The place of a passage with a scene of its own: by its notes, else by its words."""
        plan, said = self._plan, self._notes.of(home)
        if said is not None and said.place in self._places and not said.by_hand:
            return said.place
        if plan.options.notes.by_hand:
            return None
        before = self._scene.place_id if self._scene is not None else None
        return self._choice.choose(home, plan.reading, self._location, before)

    def _close(self, end: float, *, scene: bool) -> None:
        """End the last passage at a second of the night, and its scene too if the next passage has another one."""
        last = self._passages[-1]
        last.scene = replace(last.scene, span=Span(last.scene.span.start, end))
        heard = self._sound.hear(last.scene, last.timed.words, last.shown)
        self._cues += _sounding(heard.named, _CALLED)
        self._cues += _sounding(heard.ended, _BED)
        self._sound.add(heard)
        if scene:
            self._cues += [(order, self._noted_until(cue, end)) for order, cue in self._noted]
            self._noted = []

    def _settle(self, horizon: float) -> None:
        """Move cues that ended before the horizon to the settled ones: they can't change any more."""
        tracker = self._builder.tracker
        tracker.settle(horizon)
        for n in [n for n, cue in tracker.cues.items() if cue.span.end <= horizon]:
            cue = tracker.cues[n]
            self._cues.append((_key(cue, _NAMED, n), self._seen(n, cue, tracker.cues)))
        for n in [n for n, cue in tracker.cues.items() if cue.span.end <= horizon]:
            self._anchors.settle(n)
            self._layout.settle(n, tracker.cues.pop(n))

    def _seen(self, n: int, cue: Cue, cues: Mapping[int, Cue]) -> Cue:
        """A cue in its position, with the notes applied."""
        return self._notes.on(self._anchors.laid_out(n, self._layout.laid_out(n, cue, cues)))

    def _noted_until(self, cue: Cue, end: float) -> Cue:
        """A thing added by notes, up to the end of its scene."""
        return self._notes.on(replace(cue, span=Span(cue.span.start, max(cue.span.start + 1.0, end))))

    def forget(self, before: float) -> None:
        """Drop passages and cues that have ended, once they are a quarter of what is held.

        Args:
            before: second of the night; what ended earlier is dropped.
        """
        gone = bisect_left(self._passages, before, hi=max(0, self.held - 1), key=lambda one: one.scene.span.end)
        if gone <= self.held // 4:
            return
        del self._passages[:gone]
        self._since = self._passages[0].scene.span.start
        self._cues = [entry for entry in self._cues if entry[1].span.end > self._since]

    # -- scores -------------------------------------------------------------------------------------------------

    def wind_in(self, rest: float) -> Score:
        """A score without words: the scene of what was added, up to the end of the wind-in.

        Args:
            rest: seconds by which the first passage is late.
        """
        wind_in = self._plan.options.wind_in
        horizon = round(wind_in + rest, 6)
        score = self._score(growing(wind_in, horizon), horizon)
        return replace(score, words=(), lines=())

    def so_far(self, waiting: float = 0.0) -> Score:
        """The score of the passages added.

        Args:
            waiting: seconds of rest that are already certain before the next passage.
        """
        horizon = round(self._passages[-1].timed.end + waiting + SETTLE, 6)
        return self._score(growing(self._plan.options.wind_in, horizon), horizon)

    def whole(self) -> Score:
        """The complete score: every passage, and what follows the last word."""
        options, end = self._plan.options, self._passages[-1].timed.end
        after = lengths(end, bed_minutes=options.bed_minutes, timer_minutes=options.timer_minutes)
        return self._score(tile(options.wind_in, end, after))

    def _score(self, sections: tuple[Section, ...], horizon: float | None = None) -> Score:
        """The score with these sections. `horizon`: second up to which it is composed, None for the whole night."""
        complete = horizon is None
        if horizon is None:
            land, end = sections[2].span.end, sections[-1].span.end
            horizon = end
        else:
            land = end = horizon + BEYOND
        plan, options = self._plan, self._plan.options
        last = self._passages[-1]
        scene = replace(last.scene, span=Span(last.scene.span.start, end))
        scenes = (*(one.scene for one in self._passages[:-1]), scene)
        found = [*self._cues, *self._open_cues(land, end), *self._sounds(last, scene, end)]
        found = [entry for entry in found if entry[1].span.start < horizon]
        return Score(
            dream=DreamRef(
                plan.dream.name,
                options.notes.title or plan.dream.title,
                plan.dream.source,
                plan.dream.sha256,
                plan.dream.language,
            ),
            voice=options.voice,
            seed=options.seed,
            sections=sections,
            scenes=scenes,
            words=tuple(word for one in self._passages for word in one.timed.words),
            lines=tuple(line for one in self._passages for line in one.timed.lines),
            cues=tuple(cue for _, cue in sorted(found, key=_order)),
            complete=complete,
            horizon=horizon,
            since=self._since,
            gentle=options.gentle,
            calm=options.calm,
            voice_light=options.voice_light,
            expected=plan.expected,
        )

    def _open_cues(self, land: float, end: float) -> list[tuple[_Order, Cue]]:
        """Cues that haven't ended, with the ends they have if the story ends here."""
        tracker = self._builder.tracker
        cues = {n: ended(cue, end) for n, cue in tracker.cues.items()} | tracker.as_told(land, end)
        found = [(_key(cue, _NAMED, n), self._seen(n, cue, cues)) for n, cue in cues.items()]
        return found + [(order, self._noted_until(cue, end)) for order, cue in self._noted]

    def _sounds(self, last: _Staged, scene: Scene, end: float) -> list[tuple[_Order, Cue]]:
        """Sounds of the last passage, if its scene lasts to the end, and the music."""
        heard: PassageSounds = self._sound.hear(scene, last.timed.words, last.shown)
        # A far strike of the place would ring beyond the end of the night.
        found = _sounding([(n, cue) for n, cue in heard.named if cue.word is not None or cue.span.end <= end], _CALLED)
        found += _sounding((*heard.ended, *heard.going.values()), _BED)
        under = music(sounds(), self._plan.dream.passages[0].index, end, self._plan.seed)
        return found + _sounding(tuple(enumerate(under)), _MUSIC)


def _key(cue: Cue, brought: int, n: int) -> _Order:
    return cue.span.start, cue.char_start or -1, brought, n


def _sounding(found: Sequence[tuple[int, Cue]], brought: int) -> list[tuple[_Order, Cue]]:
    return [(_key(cue, brought, n), cue) for n, cue in found]
