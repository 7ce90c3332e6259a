"""Where everything stands: a ground and a camera for each passage, a place for each thing, by a painter's rules.

One hero on a third, companions smaller and farther to the other side, the sky's things high and away from the
hero, nothing at the feet of the picture where words are written. What is on stage keeps its place.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from dreamplayer.catalogue import elements
from dreamplayer.drawing.element import Element
from dreamplayer.kit.hashing import seed_of, uniform_one
from dreamplayer.model.reading import Reading, Relations
from dreamplayer.model.score import Cue, Scene, Span, Support
from dreamplayer.model.stage import Camera, Placement
from dreamplayer.model.thing import Location
from dreamplayer.reading.lexicon.vocabulary import thing
from dreamplayer.staging.layout_floating import ASPECT, Patch, breadth, clear, patch
from dreamplayer.staging.layout_indoors import between_walls, within
from dreamplayer.staging.relations import CueRelations, belongs_to, below_of, holders, resting, upon, walls_of
from dreamplayer.staging.support import support_of
from dreamplayer.staging.visions import vision_placement

FLOOR = -0.60
"""Screen height below which words are written: no foot stands lower."""
SKY = 300.0
_THIRDS = (0.36, -0.40, -0.05, 0.74, -0.78, 0.18, -0.22, 0.95, -0.98)
"""Where things may stand, in shares of the half width, best first."""


_Key = tuple[str, int, float]
"""Name, seed and beginning of a thing."""


@dataclass(frozen=True, slots=True)
class OccupiedSpan:
    """What is taken of the picture, and until when."""

    x: float
    """Screen x, in half heights."""
    half: float
    """Half its width, in half heights."""
    z: float
    """Metres from the eye."""
    until: float
    """Seconds of the night at which it is free again."""
    of: _Key = ("", 0, 0.0)
    """Name, seed and beginning of the thing."""
    cue: int = -1
    """Number of the cue it is taken by."""


class _Person(NamedTuple):
    """Somebody on stage: the word that named them, until when they stay, where, and the number of their cue."""

    word: int
    until: float
    place: Placement
    cue: int


def staged(scene: Scene, location: Location, seed: int) -> Scene:
    """The scene at its location: with the passage's own air and sky, and a camera a little its own.

    Args:
        scene: with the sky and air of its mood.
        location: the ground, and the camera to vary.
        seed: of the night.
    """
    own = seed_of(seed, "camera", scene.passage)
    vary = [uniform_one(own, lane) - 0.5 for lane in range(4)]
    camera = Camera(
        eye=round(location.eye * (1.0 + 0.16 * vary[0]), 4),
        focal=round(location.focal * (1.0 + 0.10 * vary[1]), 4),
        horizon=round(location.horizon + 0.08 * vary[2], 4),
    )
    ridges = scene.stage.ridges if location.ridges is None else location.ridges * (0.8 + 0.4 * (vary[3] + 0.5))
    there = replace(scene.stage, camera=camera, ground=location.ground, ridges=round(ridges, 4))
    return replace(scene, stage=there)


class Layout:
    """Gives the things of one passage after another their places. Depends on nothing that comes later.

    Cues are known by their numbers: where a cue ends may yet become known, so ends are looked up anew each passage.
    """

    def __init__(self, reading: Reading, *, by_hand: bool) -> None:
        """Begin a night with an empty stage.

        Args:
            reading: of the whole dream.
            by_hand: whether notes place things, which then are not moved out of each other's way.
        """
        self._said = CueRelations(reading)
        self._by_hand = by_hand
        self._taken: list[OccupiedSpan] = []
        self._patches: list[Patch] = []
        self._where: dict[_Key, tuple[int, Placement]] = {}
        """The cue that shows a thing last, and the place it keeps."""
        self._rests: dict[_Key, Support] = {}
        self._hero: dict[int, float] = {}
        self._people: list[_Person] = []
        self._walls: tuple[str, int, float] = ("", -1, 0.0)
        self._standing: dict[str, tuple[int, Cue, Placement]] = {}
        self._resting: dict[_Key, tuple[str, int]] = {}
        self._last: dict[tuple[str, int], int] = {}
        """The cue that shows the thing of a name and seed last."""
        self._ends: dict[tuple[str, int], tuple[float, float]] = {}
        """End and leave of what has ended and something rests on."""
        self._beast: Cue | None = None
        self._placed: dict[int, tuple[Placement, Support] | None] = {}

    def _refresh(self, cues: Mapping[int, Cue], scene: Scene) -> None:
        """Take over the ends that are known by now, and let go of what is gone."""
        self._taken = [replace(s, until=cues[s.cue].span.end) for s in self._taken if s.cue in cues]
        self._patches = [replace(p, until=cues[p.cue].span.end) for p in self._patches if p.cue in cues]
        people = [p._replace(until=cues[p.cue].span.end) for p in self._people[:-1] if p.cue in cues]
        people += [p._replace(until=cues[p.cue].span.end if p.cue in cues else 0.0) for p in self._people[-1:]]
        self._people = people
        name, n, _ = self._walls
        self._walls = (name, n, cues[n].span.end if n in cues else 0.0)
        self._standing = {
            name: (n, replace(cues[n], passage=old.passage) if n in cues else _over(old), place)
            for name, (n, old, place) in self._standing.items()
            if n in cues or old.passage == scene.passage
        }
        self._where = {key: kept for key, kept in self._where.items() if kept[0] in cues}
        self._rests = {key: support for key, support in self._rests.items() if key in self._where}
        self._resting = {key: below for key, below in self._resting.items() if key in self._where}
        below = set(self._resting.values())
        self._last = {key: n for key, n in self._last.items() if n in cues or key in below}
        self._ends = {key: ends for key, ends in self._ends.items() if key in below}
        self._hero = {passage: z for passage, z in self._hero.items() if passage == scene.passage}

    def add(self, scene: Scene, cues: Mapping[int, Cue], numbers: Sequence[int], doing: Collection[str]) -> None:
        """Place the things that a passage names.

        Args:
            scene: the one it plays in.
            cues: all cues that have not ended, by number.
            numbers: those of the passage.
            doing: targets of all events of that scene.
        """
        self._refresh(cues, scene)
        here = tuple(replace(cues[n], passage=scene.passage) for n in numbers)
        busy = frozenset((scene.passage, target) for target in doing)
        ahead: dict[int, Placement] = {}
        for i, n in enumerate(numbers):
            element = elements().get(here[i].name)
            if here[i].kind == "element" and here[i].staged and element is not None:
                self._place(scene, here, i, n, element, ahead, busy)

    def _place(
        self,
        scene: Scene,
        here: tuple[Cue, ...],
        i: int,
        n: int,
        element: Element,
        ahead: dict[int, Placement],
        doing: Collection[tuple[int, str]],
    ) -> None:
        """One thing's place; one that goes on keeps the one it has."""
        cue = here[i]
        key = (cue.name, cue.seed, cue.since)
        told = self._said.of(cue)
        standing = {name: (old, place) for name, (_, old, place) in self._standing.items()}
        wall, _, walls_end = self._walls
        mine = thing(cue.name).body_part and _of_somebody(cue, told, self._people, self._beast)
        if mine or (
            key not in self._where
            and (within(cue.name, wall, walls_end, start=cue.span.start) or _of_a_whole(cue, told, standing, doing))
        ):
            self._placed[n] = None
            return
        if key not in self._where:
            now = [spot for spot in self._taken if spot.until > cue.span.start]
            in_hand = _held(cue, element, self._people)
            held = in_hand or ahead.get(i)
            below = None if held else below_of(here, i, told, standing)
            if below is not None and below.place is None:
                # What it rests upon is named a few words later: it is given its place first.
                under = elements()[below.cue.name]
                ahead[below.index] = _place(below.cue, under, scene, now, self._hero)
                below = replace(below, place=ahead[below.index])
            if below is not None and below.place is not None:
                self._resting[key] = below.cue.name, below.cue.seed
                held = upon(below.place, below.top, element, cue.seed)
            place = held or _place(cue, element, scene, now, self._hero)
            camera = scene.stage.camera
            floats = element.role == "air" and cue.count == 1 and not self._by_hand
            if floats and not held:
                there = [spot for spot in self._patches if spot.until > cue.span.start]
                place = clear(element, place, camera, there)
            if walls_end > cue.span.start and not held:
                place = between_walls(place, element, wall)
            self._rests[key] = support_of(element, scene.stage.ground, place)
            if in_hand is not None:
                self._rests[key] = replace(self._rests[key], how="held")
            elif key in self._resting:
                self._rests[key] = replace(self._rests[key], how="anchor", anchor=self._resting[key][0])
            covers = patch(element, place, camera, cue.span.end)
            if covers is not None:
                self._patches.append(replace(covers, of=key, cue=n))
            if element.role in ("prop", "hero") or thing(cue.name).broadside or floats:
                near = camera.focal / max(place.z, 0.5)
                half = breadth(element) * place.size * near
                self._taken.append(OccupiedSpan(place.x * near, half, place.z, cue.span.end, key, n))
            if element.family == "people" and cue.word is not None and element.role in ("prop", "hero", "far"):
                self._people.append(_Person(cue.word, cue.span.end, place, n))
        else:
            place = self._where[key][1]
            if not self._by_hand:
                # It goes on: what it takes of the picture is taken as long.
                end = cue.span.end
                self._taken = [replace(s, until=end, cue=n) if s.of == key else s for s in self._taken]
                self._patches = [replace(p, until=end, cue=n) if p.of == key else p for p in self._patches]
        self._where[key] = n, place
        self._standing[cue.name] = n, cue, place
        self._last[cue.name, cue.seed] = n
        if element.family == "creature":
            self._beast = cue
        if thing(cue.name).enclosure == "walls":
            self._walls = (cue.name, n, cue.span.end)
        self._placed[n] = place, self._rests[key]

    def envision(self, scene: Scene, n: int, cue: Cue) -> None:
        """Find a vision its spot, clear of what is on stage.

        Args:
            scene: it is seen in.
            n: number of its cue.
            cue: of the vision.
        """
        assert cue.rests is not None
        there = [spot for spot in self._patches if spot.until > cue.since]
        spot = vision_placement(cue, scene, there)
        # Outside the places there is always room for it.
        assert spot is not None
        self._placed[n] = spot, cue.rests

    def laid_out(self, n: int, cue: Cue, cues: Mapping[int, Cue]) -> Cue:
        """A cue at its place.

        Args:
            n: its number.
            cue: as the tracker wrote it.
            cues: all cues that have not ended, by number, with their ends as far as they are known: what rests on
                a thing goes with it.

        Returns:
            The cue with place and support; not staged where there is no place for it, unchanged where it is no element.
        """
        if n not in self._placed:
            return cue
        placed = self._placed[n]
        if placed is None:
            return replace(cue, staged=False)
        place, rests = placed
        cue = replace(cue, place=place, rests=rests)
        under = self._resting.get((cue.name, cue.seed, cue.since))
        if under is not None:
            last = cues.get(self._last.get(under, -1))
            ends = (last.span.end, last.leave) if last is not None else self._ends.get(under)
            cue = cue if ends is None else resting(cue, *ends)
        return cue

    def settle(self, n: int, cue: Cue) -> None:
        """Forget a cue that has ended and that nobody asks for again.

        Args:
            n: its number.
            cue: with its end, which what rests upon the thing still needs.
        """
        self._placed.pop(n, None)
        if self._last.get((cue.name, cue.seed)) == n and (cue.name, cue.seed) in self._resting.values():
            self._ends[cue.name, cue.seed] = cue.span.end, cue.leave


def _over(cue: Cue) -> Cue:
    """The cue of something that has left."""
    return replace(cue, span=Span(cue.span.start, cue.span.start))


def _of_somebody(cue: Cue, said: Relations, people: Sequence[_Person], beast: Cue | None) -> bool:
    """Whether a part of a body is that of who is here: a second, floating pair of hands would be uncanny."""
    here = any(until > cue.span.start and (cue.word or 0) - word >= -60 for word, until, _, _ in people)
    return here or (beast is not None and belongs_to(cue, said, beast))


def _of_a_whole(
    cue: Cue, said: Relations, standing: Mapping[str, tuple[Cue, Placement]], doing: Collection[tuple[int, str]]
) -> bool:
    """Whether it is seen on what it is part of: the train's own windows."""
    return any(standing[n][0].span.end > cue.span.start for n in holders(cue, said) & standing.keys()) or any(
        standing[n][0].passage == cue.passage for n in walls_of(cue, said, doing) & standing.keys()
    )


def _held(cue: Cue, element: Element, people: Sequence[_Person]) -> Placement | None:
    """A single lamp named right after a person is in that person's hand."""
    if not (element.lamp and element.role == "air" and cue.count == 1 and people and cue.word is not None):
        return None
    word, until, place, _ = people[-1]
    if not (0 <= cue.word - word <= 9 and until > cue.span.start):
        return None
    side = -1.0 if place.x > 0 else 1.0
    return Placement(place.x + side * 0.42, 0.42, place.z - 0.15, size=0.36)


def _place(cue: Cue, element: Element, scene: Scene, taken: list[OccupiedSpan], hero: dict[int, float]) -> Placement:
    """Where a thing that arrives now should stand."""
    camera = scene.stage.camera
    chance = [uniform_one(cue.seed, lane + 61) for lane in range(4)]
    if element.role == "sky":
        return in_the_sky(cue, scene)
    if element.role == "far":
        # As far as it can be and still be told what it is; people before their setting, between walls in their midst.
        people = element.family == "people"
        beyond = 11.0 + 3.0 * chance[2] if people else min(46.0 + 30.0 * chance[2], camera.focal * element.size / 0.34)
        z = max(_nearest(camera) * 1.3, beyond)
        side = _side(taken, chance[0])
        aside = (0.06 + 0.10 * chance[1]) if people and scene.stage.ridges == 0.0 else (0.25 + 0.35 * chance[1])
        if people:
            aside = min(aside, 0.36)
        return Placement(x=round(side * aside * ASPECT * z / camera.focal, 3), z=round(z, 3))
    if element.role in ("ground", "weather"):
        return Placement(x=0.0, z=max(6.5, _nearest(camera)), turn=0.0)
    if element.role == "near":
        # Just above the words, a little to one side.
        z, at = 2.6, (0.16 + 0.16 * chance[0]) * _side(taken, chance[1]) * ASPECT
        low = camera.eye + (FLOOR + 0.10 - camera.horizon) * z / camera.focal
        return Placement(x=round(at * z / camera.focal, 4), y=round(max(0.02, low), 4), z=z)
    if element.role == "air" and element.family == "people":
        # A hand low, a face or an eye high, both small enough to be an apparition and no presence.
        z, hover = 6.0, thing(cue.name).hover
        at = _free(taken, 0.25, chance[0])
        sy = hover.height + 0.10 * (chance[1] - 0.5)
        y = camera.eye + (sy - camera.horizon) * z / camera.focal
        scale = hover.tall * z / camera.focal / element.size
        return Placement(x=round(at * z / camera.focal, 4), y=round(y, 4), z=z, size=round(scale, 4))
    if element.role == "air":
        z = 5.2 + 2.6 * chance[0]
        side = _side(taken, chance[1])
        x = side * (0.30 + 0.25 * chance[2]) * ASPECT * z / camera.focal if cue.count == 1 else 0.0
        lift = (0.10 + 0.30 * chance[3]) * z / camera.focal
        return Placement(x=x, y=max(0.35, camera.eye + (camera.horizon * -0.2) + lift - 0.3 * element.size), z=z)
    return _standing(cue, element, scene, taken, hero, chance)


def _standing(
    cue: Cue, element: Element, scene: Scene, taken: list[OccupiedSpan], hero: dict[int, float], chance: list[float]
) -> Placement:
    """On the ground: tall enough to be read, its feet above the words, beside what is there already."""
    camera = scene.stage.camera
    first = scene.passage not in hero and cue.strength >= 0.5
    tall = 0.86 if element.role == "hero" else 0.46
    if not first:
        tall *= 0.62
    if element.family == "people":
        tall = min(tall, 0.52 if first else 0.40)
    elif element.family == "creature":
        tall = min(tall, 0.42)
    # A crowd is wide; its people are no taller than others, and would be lost as far away as it is wide.
    height = thing(cue.name).figure_height or element.size
    z = max(camera.focal * height / tall, _nearest(camera))
    if element.size < 0.8 and first:
        z = max(_nearest(camera), 2.6)
    scale = 1.0
    shown = camera.focal * height / z
    if shown < tall * 0.55:
        # Small things seen small would not be named: a dream shows them larger.
        scale = min(3.2, tall * 0.55 / max(shown, 1e-3))
    if first:
        hero[scene.passage] = z
    half = 0.42 * element.size * scale * camera.focal / z * (1.6 if cue.count > 1 else 1.0)
    x = _free(taken, half, chance[0])
    # A little farther for each that is there already: overlap reads as depth.
    z *= 1.0 + 0.10 * min(len(taken), 5) * (0 if first else 1)
    return Placement(x=round(x * z / camera.focal, 4), z=round(z, 4), size=round(scale, 4), spread=1.0)


def _nearest(camera: Camera) -> float:
    """Metres nearer than which a foot would stand among the words."""
    return camera.focal * camera.eye / max(camera.horizon - FLOOR, 0.12)


def in_the_sky(cue: Cue, scene: Scene) -> Placement:
    """A direction in the heavens: low things where the light is, others high on the other side.

    Args:
        cue: of what hangs there.
        scene: with its camera and the glow of its sky.
    """
    camera = scene.stage.camera
    top = 1.0 - camera.horizon
    low = thing(cue.name).glow_height
    if low is not None:
        sx, up = scene.stage.glow_x * 0.8, low
    else:
        aside, lift = uniform_one(cue.seed, 61), uniform_one(cue.seed, 62)
        side = -1.0 if scene.stage.glow_x > 0 else 1.0
        sx, up = side * (0.35 + 0.45 * aside), (0.42 + 0.22 * lift) * top
    return Placement(x=sx * SKY / camera.focal, y=camera.eye + up * SKY / camera.focal, z=SKY)


def _side(taken: list[OccupiedSpan], chance: float) -> float:
    """-1 or 1: away from what stands already."""
    weight = sum(spot.x for spot in taken)
    if abs(weight) < 0.05:
        return -1.0 if chance < 0.5 else 1.0
    return -1.0 if weight > 0 else 1.0


def _free(taken: list[OccupiedSpan], half: float, chance: float) -> float:
    """Screen x of the best free spot, in half heights; the least crowded one when none is."""
    flip = -1.0 if chance < 0.5 else 1.0
    best, cost = 0.0, float("inf")
    for rank, share in enumerate(_THIRDS):
        x = share * ASPECT * flip * 0.92
        crowd = sum(max(0.0, half + spot.half + 0.05 - abs(spot.x - x)) / (half + spot.half) for spot in taken)
        price = crowd * 4.0 + rank * 0.30
        if price < cost:
            best, cost = x, price
    return best + (chance - 0.5) * 0.08
