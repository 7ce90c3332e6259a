"""What is heard: strikes at their words, beds as long as their place, and the music under all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dreamplayer.kit.hashing import seed_of
from dreamplayer.kit.sound import Sound
from dreamplayer.model.reading import Mention, Reading
from dreamplayer.model.score import Cue, Scene, Span, SpokenWord
from dreamplayer.staging.lifetimes import is_person

BEDS = 3
"""Beds that may sound at once besides the music; more is noise."""
SHORTEST = 3.0
"""Seconds of a sound nothing is known of."""


def soundscape(
    reading: Reading,
    scenes: Sequence[Scene],
    words: Sequence[SpokenWord],
    cues: Sequence[Cue],
    *,
    seed: int,
    end: float,
    known: Mapping[str, Sound],
    last: tuple[int, tuple[str, ...]] = (-1, ()),
) -> tuple[Cue, ...]:
    """Cues of sounds: named ones at their words, those of a place while it lasts, music from first to last.

    `last`: the index of the dream's last passage, and the beds its notes want from there to the end.
    """
    spoken = {word.index: word for word in words}
    by_passage = {scene.passage: scene for scene in scenes}
    named = [
        _named(m, spoken[m.word].span.start, by_passage[m.passage], seed, known)
        for m in reading.mentions
        if m.kind == "sound" and m.word in spoken
    ]
    music = [
        Cue("sound", sound.name, "literal", Span(0.0, end), None, None, None, scenes[0].passage,
            seed=seed_of(seed, sound.name), arrive=20.0, leave=20.0)
        for sound in known.values() if sound.part == "music"
    ]  # fmt: skip
    return (*named, *_beds(scenes, cues, seed, known, last), *music)


def _named(mention: Mention, start: float, scene: Scene, seed: int, known: Mapping[str, Sound]) -> Cue:
    sound = known.get(mention.name)
    goes_on = sound is not None and sound.part == "bed"
    seconds = sound.length if sound and not goes_on else SHORTEST
    over = max(start + 6.0, scene.span.end) if goes_on and mention.mode == "literal" else start + max(seconds, 0.5)
    strength = {"literal": mention.strength, "figurative": min(0.4, mention.strength), "negated": 0.0}[mention.mode]
    return Cue(
        "sound", mention.name, mention.mode, Span(start, round(over, 6)), mention.word, mention.start, mention.end,
        mention.passage, mention.target, strength, seed_of(seed, mention.name, mention.start), start,
        arrive=3.0 if goes_on else 0.0, leave=5.0 if goes_on else 0.0, staged=mention.mode != "negated",
    )  # fmt: skip


def _beds(
    scenes: Sequence[Scene],
    cues: Sequence[Cue],
    seed: int,
    known: Mapping[str, Sound],
    last: tuple[int, tuple[str, ...]],
) -> list[Cue]:
    """Beds that places call by themselves. One that the next scene wants too goes on without a second entry."""
    callers: dict[str, list[Sound]] = {}
    for sound in known.values():
        if sound.part == "bed":
            for place in sound.places:
                callers.setdefault(place, []).append(sound)
    found: list[Cue] = []
    going: dict[str, int] = {}
    for scene in scenes:
        wanted: dict[str, float] = {}
        for caller, strength in _callers(scene, cues):
            for sound in callers.get(caller, ()):
                wanted.setdefault(sound.name, strength)
        if scene.passage == last[0] and last[1]:
            wanted = {name: 1.0 for name in last[1] if name in known}
        chosen = sorted(wanted, key=lambda name: -wanted[name])[:BEDS]
        now: dict[str, int] = {}
        for name in chosen:
            if name in going:
                old = found[going[name]]
                found[going[name]] = _lasting(old, scene.span.end)
                now[name] = going[name]
                continue
            now[name] = len(found)
            found.append(
                Cue("sound", name, "literal", scene.span, None, None, None, scene.passage,
                    strength=round(0.5 + 0.5 * wanted[name], 3), seed=seed_of(seed, name, scene.passage),
                    since=scene.span.start, arrive=8.0 if scene.span.start == 0.0 else scene.crossfade,
                    leave=scene.crossfade)
            )  # fmt: skip
        going = now
    return found


def _lasting(cue: Cue, end: float) -> Cue:
    return replace(cue, span=Span(cue.span.start, end))


def _callers(scene: Scene, cues: Sequence[Cue]) -> list[tuple[str, float]]:
    """What in a scene may call a bed, strongest first: its place, its ground, then things on stage, its hour.

    A crowd calls none: by a lake it is no city.
    """
    found = [(scene.place, 1.0)] if scene.place else []
    found += [(scene.stage.ground, 0.6)]
    on = [
        (cue.name, 0.5 * cue.strength)
        for cue in cues
        if cue.kind == "element"
        and cue.staged
        and cue.mode == "literal"
        and cue.passage == scene.passage
        and not is_person(cue.name)
    ]
    return found + sorted(on, key=lambda pair: -pair[1]) + [(scene.time_of_day, 0.3)]
