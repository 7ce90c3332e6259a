"""Heeds hand-written notes: what they say of a passage takes the place of what was chosen for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dreamplayer.kit.hashing import seed_of
from dreamplayer.model.reading import Reading
from dreamplayer.model.score import Cue, Scene, Span, SpokenWord
from dreamplayer.model.stage import Place
from dreamplayer.model.text import Dream, Passage
from dreamplayer.staging.notes.notes import ElementNotes, Notes, PassageNotes, plain
from dreamplayer.staging.palette import mist


def reading_with(reading: Reading, dream: Dream, notes: Notes) -> Reading:
    """The reading with the hours and places the notes give; its mentions are never touched."""
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


def heeded(
    scenes: tuple[Scene, ...],
    cues: tuple[Cue, ...],
    words: Sequence[SpokenWord],
    dream: Dream,
    notes: Notes,
    seed: int,
) -> tuple[tuple[Scene, ...], tuple[Cue, ...]]:
    """Scenes and cues as the notes want them, after staging."""
    if not notes.passages:
        return scenes, cues
    made, found = [], list(cues)
    for scene in scenes:
        passage = dream.passages[scene.passage]
        said = _of(passage, notes)
        if said is None:
            made.append(scene)
            continue
        made.append(_scene(scene, said))
        for i, element in enumerate(said.elements):
            _element(found, element, scene, words, seed_of(seed, "notes", scene.passage, i))
    return tuple(made), tuple(found)


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


def _element(cues: list[Cue], said: ElementNotes, scene: Scene, words: Sequence[SpokenWord], seed: int) -> None:
    """Place the cues it speaks of, with all that go on from them; add one where the words named none."""
    at = _range(said.at, scene, words)
    met = [
        i
        for i, cue in enumerate(cues)
        if cue.kind == "element"
        and cue.name == said.name
        and cue.passage == scene.passage
        and (cue.mode == "literal" or said.hide)
        and (not said.at or (at is not None and cue.word is not None and at[0] <= cue.word < at[1]))
    ]
    if not met:
        if not said.hide and (at is not None or not said.at):
            cues.append(_added(said, at, scene, words, seed))
        return
    for i in met:
        first = cues[i]
        for k, cue in enumerate(cues):
            same = k == i or (
                cue.kind == "element" and cue.name == first.name and cue.seed == first.seed
                and cue.span.start >= first.span.start
            )  # fmt: skip
            if same:
                cues[k] = _placed(cue, said)


def _placed(cue: Cue, said: ElementNotes) -> Cue:
    return replace(
        cue,
        place=replace(cue.place or Place(), **said.where),
        count=said.count or cue.count,
        tint=said.tint or cue.tint,
        strength=cue.strength if said.strength is None else said.strength,
        staged=cue.staged and not said.hide,
        params=tuple(said.params.items()) or cue.params,
    )


def _added(said: ElementNotes, at: tuple[int, int] | None, scene: Scene, words: Sequence[SpokenWord], seed: int) -> Cue:
    start = next((w.span.start for w in words if w.index == at[0]), scene.span.start) if at else scene.span.start + 0.5
    return Cue(
        "element", said.name, "literal", Span(start, max(start + 1.0, scene.span.end)), None, None, None,
        scene.passage, strength=0.8 if said.strength is None else said.strength, seed=seed, since=start, arrive=4.0,
        leave=scene.crossfade, place=Place(**said.where), count=said.count or 1, tint=said.tint,
        params=tuple(said.params.items()),
    )  # fmt: skip


def _range(phrase: str, scene: Scene, words: Sequence[SpokenWord]) -> tuple[int, int] | None:
    """Indices of the words of a phrase within a passage, half-open."""
    wanted = plain(phrase).split()
    here = [(word.index, part) for word in words if word.passage == scene.passage for part in plain(word.text).split()]
    for i in range(len(here) - len(wanted) + 1):
        if wanted and [part for _, part in here[i : i + len(wanted)]] == wanted:
            return here[i][0], here[i + len(wanted) - 1][0] + 1
    return None
