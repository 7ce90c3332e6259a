"""Applies hand-written notes: what they say of a passage takes the place of what was chosen for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dreamplayer.catalogue import elements
from dreamplayer.kit.hashing import seed_of
from dreamplayer.model.reading import Reading
from dreamplayer.model.score import Cue, EventResponse, Scene, Span, SpokenWord, Support
from dreamplayer.model.stage import GroundKind, Placement
from dreamplayer.model.text import Dream, Passage
from dreamplayer.staging.event_timing import respond
from dreamplayer.staging.notes.notes import ElementNotes, Notes, PassageNotes, plain
from dreamplayer.staging.palette import mist
from dreamplayer.staging.support import scale_of, support_of


def reading_with(reading: Reading, dream: Dream, notes: Notes) -> Reading:
    """A reading with the hours and places that the notes give; its mentions are never touched.

    Args:
        reading: of the dream.
        dream: whose passages the notes speak of.
        notes: of a person.
    """
    if not notes.passages:
        return reading
    moods = list(reading.moods)
    for passage in dream.passages:
        said = _of(passage, notes)
        if said is not None:
            mood = moods[passage.index]
            moods[passage.index] = replace(
                mood, time_of_day=said.time or mood.time_of_day, place=said.place or mood.place
            )
    return replace(reading, moods=tuple(moods))


@dataclass(frozen=True, slots=True)
class _Change:
    """What notes make of one thing."""

    since: float
    """Second of the night from which on it is so."""
    said: ElementNotes
    ground: GroundKind
    """Ground of its scene."""
    happens: tuple[EventResponse, ...]
    """Its responses to the events of the notes."""


class NotesApplied:
    """What hand-written notes make of one passage after another."""

    def __init__(self, notes: Notes, dream: Dream, seed: int) -> None:
        """Begin with the first passage.

        Args:
            notes: of a person.
            dream: whose passages they speak of.
            seed: of the night, for things that the notes add.
        """
        self._notes, self._dream, self._seed = notes, dream, seed
        self._changes: dict[tuple[str, int], list[_Change]] = {}
        """By name and seed of a thing."""

    def of(self, passage: int) -> PassageNotes | None:
        """The notes on a passage.

        Args:
            passage: its index.

        Returns:
            None where there are none.
        """
        return _of(self._dream.passages[passage], self._notes) if self._notes.passages else None

    def scene(self, scene: Scene) -> Scene:
        """A scene as the notes on its passage want it.

        Args:
            scene: as staging made it.

        Returns:
            The same where there are none.
        """
        said = self.of(scene.passage)
        return scene if said is None else _scene(scene, said)

    def add(self, scene: Scene, cues: Sequence[Cue], words: Sequence[SpokenWord]) -> tuple[Cue, ...]:
        """Take in a passage that has a scene of its own.

        Args:
            scene: its scene.
            cues: of the passage.
            words: its words at their times, for notes that speak of a word.

        Returns:
            Cues of the things that the notes add; they stay as long as the scene, whose end is not known yet: infinity.
        """
        said = self.of(scene.passage)
        added: list[Cue] = []
        for i, element in enumerate(() if said is None else said.elements):
            named = _range(element.phrase, scene, words)
            met = [cue for cue in (*cues, *added) if _means(element, cue, named, scene.passage)]
            if not met and not element.hide and (named is not None or not element.phrase):
                added.append(_added(element, named, scene, words, seed_of(self._seed, "notes", scene.passage, i)))
            for key in dict.fromkeys((cue.name, cue.seed) for cue in met):
                first = min(cue.span.start for cue in met if (cue.name, cue.seed) == key)
                happens = tuple(_responses(element, scene, words, key[1]))
                self._changes.setdefault(key, []).append(_Change(first, element, scene.stage.ground, happens))
        return tuple(added)

    def on(self, cue: Cue) -> Cue:
        """A cue as the notes want it.

        Args:
            cue: of a passage that has been added; what goes on from a thing the notes speak of is as they say, too.

        Returns:
            The same where they do not speak of it.
        """
        for change in self._changes.get((cue.name, cue.seed), ()) if cue.kind == "element" else ():
            if cue.span.start >= change.since:
                cue = _placed(cue, change.said, change.ground)
                happens = tuple(one for one in change.happens if one.span.start < cue.span.end)
                cue = replace(cue, responses=(*cue.responses, *happens))
        return cue


def _of(passage: Passage, notes: Notes) -> PassageNotes | None:
    return notes.of(" ".join(sentence.text for sentence in passage.sentences))


def _scene(scene: Scene, said: PassageNotes) -> Scene:
    stage = scene.stage
    changes: dict[str, Any] = dict(said.sky)
    air: dict[str, Any] = dict(said.air)
    if said.ground:
        changes["ground"] = said.ground
    colours = replace(scene.palette, **said.palette)
    if said.palette:
        air["colour"] = mist(colours)
    stage = replace(stage, camera=replace(stage.camera, **said.camera), air=replace(stage.air, **air), **changes)
    return replace(scene, title=said.title or scene.title, stage=stage, palette=colours)


def _means(said: ElementNotes, cue: Cue, named: tuple[int, int] | None, passage: int) -> bool:
    """Whether notes speak of a cue; `named`: the words they name, half-open, where they name any."""
    return (
        cue.kind == "element"
        and cue.name == said.name
        and cue.passage == passage
        and (cue.mode == "literal" or said.hide)
        and (not said.phrase or (named is not None and cue.word is not None and named[0] <= cue.word < named[1]))
    )


def _placed(cue: Cue, said: ElementNotes, ground: GroundKind) -> Cue:
    place = replace(cue.place or Placement(), **said.where)
    staged = cue.staged and not said.hide
    return replace(
        cue,
        place=place,
        rests=_rests(cue, said, place, ground) if staged else None,
        count=said.count or cue.count,
        tint=said.tint or cue.tint,
        strength=cue.strength if said.strength is None else said.strength,
        staged=staged,
        params=tuple(said.params.items()) or cue.params,
    )


def _rests(cue: Cue, said: ElementNotes, place: Placement, ground: GroundKind) -> Support | None:
    """How it rests where the notes put it; what is only made larger or smaller stays where it is."""
    element = elements().get(cue.name)
    if element is None:
        return None
    if cue.rests is not None and (cue.rests.place or not {"x", "y", "z"} & set(said.where)):
        asked = cue.rests.said or (cue.rests.place is not None and "size" in said.where)
        return replace(cue.rests, scale=scale_of(element, place), said=asked)
    return support_of(element, ground, place)


def _added(
    said: ElementNotes, named: tuple[int, int] | None, scene: Scene, words: Sequence[SpokenWord], seed: int
) -> Cue:
    start = scene.span.start + 0.5
    if named is not None:
        start = next((w.span.start for w in words if w.index == named[0]), scene.span.start)
    element, place = elements().get(said.name), Placement(**said.where)
    return Cue(
        "element", said.name, "literal", Span(start, float("inf")), None, None, None,
        scene.passage, strength=0.8 if said.strength is None else said.strength, seed=seed, since=start, arrive=4.0,
        leave=scene.crossfade, place=place,
        rests=support_of(element, scene.stage.ground, place) if element is not None else None,
        count=said.count or 1, tint=said.tint,
        params=tuple(said.params.items()),
        responses=tuple(_responses(said, scene, words, seed)),
    )  # fmt: skip


def _responses(said: ElementNotes, scene: Scene, words: Sequence[SpokenWord], seed: int) -> Iterator[EventResponse]:
    """How a thing responds to the events that notes give it, each from its word on."""
    for event in said.events:
        named = _range(event.phrase, scene, words)
        start = None if named is None else next((w.span.start for w in words if w.index == named[0]), None)
        if start is not None:
            usual = respond(event.name, start, seed=seed, strength=event.strength)
            seconds = usual.span.length if event.seconds is None else event.seconds
            yield replace(usual, span=Span(start, round(start + seconds, 6)))


def _range(phrase: str, scene: Scene, words: Sequence[SpokenWord]) -> tuple[int, int] | None:
    """Indices of the words of a phrase within a passage, half-open."""
    wanted = plain(phrase).split()
    here = [(word.index, part) for word in words if word.passage == scene.passage for part in plain(word.text).split()]
    for i in range(len(here) - len(wanted) + 1):
        if wanted and [part for _, part in here[i : i + len(wanted)]] == wanted:
            return here[i][0], here[i + len(wanted) - 1][0] + 1
    return None
