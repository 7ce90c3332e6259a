"""What is heard: strikes at their words, beds as long as their place, and the music under all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dreamplayer.kit.hashing import seed_of, uniform_one
from dreamplayer.kit.sound import Sound
from dreamplayer.model.reading import Mention, Reading
from dreamplayer.model.score import Cue, Scene, Span, SpokenWord
from dreamplayer.reading.lexicon.vocabulary import place_records, thing, things

BEDS = 3
"""Beds that may sound at once besides the music; more is noise."""
SHORTEST = 3.0
"""Seconds of a sound nothing is known of."""
PLACE_BEDS = (1.0, 0.85, 0.6)
"""Strength of the beds of a place, in the order of its record."""
WEATHER = 0.9
"""Strength of the bed of the weather outdoors; half of it is heard through a window."""
LONELY, APART = 14.0, 50.0
"""Seconds before a place's first owl or drop, and from one to the next, about: rarer than that one forgets it, oftener
one waits for it."""
FAR = 0.4
"""Strength of such a sound: it belongs to the distance."""


Entry = tuple[int, Cue]
"""A sound cue and its place among those of its kind."""


@dataclass(frozen=True, slots=True)
class PassageSounds:
    """Sounds of one passage, and of the beds that have ended with the one before."""

    named: tuple[Entry, ...]
    """What words call."""
    ended: tuple[Entry, ...]
    """Beds that do not go on in this scene."""
    going: Mapping[str, Entry]
    """Beds that sound in this scene, by name, each as long as the scene."""


class Soundscape:
    """Sounds of one scene after another: named ones at their words, those of a place while it lasts."""

    def __init__(
        self, reading: Reading, *, seed: int, known: Mapping[str, Sound], last: tuple[int, tuple[str, ...]] = (-1, ())
    ) -> None:
        """Begin a night in which no bed sounds yet.

        Args:
            reading: of the whole dream.
            seed: of the night.
            known: all sounds by name.
            last: index of the last passage, and the beds its notes want to the end.
        """
        self._reading, self._seed, self._known, self._last = reading, seed, known, last
        self._going: Mapping[str, Entry] = {}
        self._beds = self._named = 0
        self._callers = beds_by_caller(known)

    def hear(self, scene: Scene, words: Sequence[SpokenWord], cues: Sequence[Cue]) -> PassageSounds:
        """The sounds of a passage. Nothing is kept: ask again when its end is known, then `add` what was heard.

        Args:
            scene: in which it plays, with its whole span.
            words: its words at their times.
            cues: what is on stage, at their places.

        Returns:
            What is named, at its words; and which beds end and which sound.
        """
        spoken = {word.index: word.span.start for word in words}
        named = [
            _named(m, spoken[m.word], scene, self._seed, self._known)
            for m in self._reading.of(scene.passage)
            if m.kind == "sound" and m.word in spoken
        ]
        named += _of_the_place(scene, self._seed, self._known)
        going: dict[str, Entry] = {}
        new = self._beds
        for name, strength in self._wanted(scene, cues):
            if name in self._going:
                n, old = self._going[name]
                going[name] = n, replace(old, span=Span(old.span.start, scene.span.end))
            else:
                going[name] = new, _bed(name, strength, scene, self._seed)
                new += 1
        ended = tuple(entry for name, entry in self._going.items() if name not in going)
        return PassageSounds(tuple(enumerate(named, self._named)), ended, going)

    def add(self, heard: PassageSounds) -> None:
        """Go on from what was heard of a passage.

        Args:
            heard: as `hear` gave it last.
        """
        self._named += len(heard.named)
        self._beds = max([self._beds, *(n + 1 for n, _ in heard.going.values())])
        self._going = heard.going

    def _wanted(self, scene: Scene, cues: Sequence[Cue]) -> list[tuple[str, float]]:
        """The beds a scene calls, strongest first, with their strengths."""
        wanted: dict[str, float] = {}
        if scene.place_id is not None:
            record = place_records()[scene.place_id]
            beds = [name for name in record.sounds if name in self._known and self._known[name].part == "bed"]
            wanted = dict(zip(beds, PLACE_BEDS, strict=False))
            through_window = 0.5 if record.kind == "indoors" else 1.0
            for sound in self._callers.get(scene.atmosphere.weather, ()):
                wanted[sound.name] = max(wanted.get(sound.name, 0.0), WEATHER * through_window)
        for caller, strength in _callers(scene, cues):
            for sound in self._callers.get(caller, ()):
                wanted.setdefault(sound.name, strength)
        if scene.passage == self._last[0] and self._last[1]:
            wanted = {name: 1.0 for name in self._last[1] if name in self._known}
        return sorted(wanted.items(), key=lambda item: -item[1])[:BEDS]


def beds_by_caller(known: Mapping[str, Sound]) -> dict[str, list[Sound]]:
    """The beds that each place, ground, hour or thing on stage calls by itself.

    A bed names its places, grounds and hours; a thing names its beds (`Thing.sound`).

    Args:
        known: all sounds by name.

    Returns:
        Beds by the name of what calls them.
    """
    found: dict[str, list[Sound]] = {}
    for sound in known.values():
        if sound.part == "bed":
            calling = {name for name, record in things().items() if sound.name in record.sound}
            for caller in calling.union(sound.places):
                found.setdefault(caller, []).append(sound)
    return found


def music(known: Mapping[str, Sound], passage: int, end: float, seed: int) -> tuple[Cue, ...]:
    """The music under the whole night.

    Args:
        known: all sounds by name.
        passage: index of the first one.
        end: seconds of the night.
        seed: of the night.
    """
    return tuple(
        Cue("sound", sound.name, "literal", Span(0.0, end), None, None, None, passage,
            seed=seed_of(seed, sound.name), arrive=20.0, leave=20.0)
        for sound in known.values() if sound.part == "music"
    )  # fmt: skip


def _bed(name: str, strength: float, scene: Scene, seed: int) -> Cue:
    """A bed that comes in with a scene."""
    return Cue("sound", name, "literal", scene.span, None, None, None, scene.passage,
        strength=round(0.5 + 0.5 * strength, 3), seed=seed_of(seed, name, scene.passage), since=scene.span.start,
        arrive=8.0 if scene.span.start == 0.0 else scene.crossfade, leave=scene.crossfade)  # fmt: skip


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


def _of_the_place(scene: Scene, seed: int, known: Mapping[str, Sound]) -> list[Cue]:
    """The strikes that belong to a place, far away and seldom: an owl in the wood, a drop in the cave."""
    if scene.place_id is None:
        return []
    found = []
    for name in place_records()[scene.place_id].sounds:
        sound = known.get(name)
        if sound is None or sound.part != "strike":
            continue
        own = seed_of(seed, name, scene.passage)
        n, start = 0, scene.span.start + LONELY * (0.7 + 0.6 * uniform_one(own, 1))
        # One that has begun rings on into the next scene, so that a scene that turns out longer changes none.
        while start < scene.span.end:
            span = Span(round(start, 6), round(start + sound.length, 6))
            found.append(
                Cue("sound", name, "literal", span, None, None, None, scene.passage,
                    strength=FAR, seed=seed_of(own, n), since=span.start)
            )  # fmt: skip
            n += 1
            start += APART * (0.7 + 0.6 * uniform_one(own, 2, n))
    return found


def _callers(scene: Scene, cues: Sequence[Cue]) -> list[tuple[str, float]]:
    """What in a scene may call a bed, strongest first: its place, its ground, then things on stage, its hour.

    A crowd calls none: by a lake it is no city.
    """
    found: list[tuple[str, float]] = []
    if scene.place_id is None:
        found += [(scene.place, 1.0)] if scene.place else []
        found += [(scene.stage.ground, 0.6)]
    on = [
        (cue.name, 0.5 * cue.strength)
        for cue in cues
        if cue.kind == "element"
        and cue.staged
        and cue.mode == "literal"
        and cue.passage == scene.passage
        and not thing(cue.name).pronoun
    ]
    return found + sorted(on, key=lambda pair: -pair[1]) + [(scene.time_of_day, 0.3)]
