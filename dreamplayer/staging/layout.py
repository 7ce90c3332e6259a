"""Where everything stands: a ground and a camera for each passage, a place for each thing, by a painter's rules.

One hero on a third, companions smaller and farther to the other side, the sky's things high and away from the
hero, nothing at the feet of the picture where words are written. What is on stage keeps its place.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from dreamplayer.catalogue import elements
from dreamplayer.drawing.element import Element
from dreamplayer.kit.hashing import one, seed_of
from dreamplayer.model.reading import Reading, Relations
from dreamplayer.model.score import Cue, Scene
from dreamplayer.model.stage import Camera, Place, Stage
from dreamplayer.model.text import Dream
from dreamplayer.staging.layout_floating import ASPECT, Patch, breadth, clear, patch
from dreamplayer.staging.layout_indoors import WALLED, between_walls, within
from dreamplayer.staging.locations import OPENING, Set, set_of
from dreamplayer.staging.notes.notes import NONE, Notes
from dreamplayer.staging.relations import Said, belongs_to, below_of, holders, settled, upon, walls_of

_PARTS = frozenset({"eye", "face", "hand", "heart", "teeth", "bones"})
"""Parts of somebody: drawn by themselves only while nobody is on stage."""
FLOOR = -0.60
"""Screen height below which words are written: no foot stands lower."""
SKY = 300.0
PERSON = 1.7
"""Metres."""
_THIRDS = (0.36, -0.40, -0.05, 0.74, -0.78, 0.18, -0.22, 0.95, -0.98)
"""Where things may stand, in shares of the half width, best first."""


@dataclass(frozen=True, slots=True)
class Spot:
    """What is taken of the picture, and until when."""

    x: float
    """Screen x, in half heights."""
    half: float
    z: float
    until: float
    of: tuple[str, int, float] = ("", 0, 0.0)
    """Name, seed and beginning of the thing."""


def stage(
    scenes: tuple[Scene, ...], cues: tuple[Cue, ...], reading: Reading, dream: Dream, seed: int, notes: Notes
) -> tuple[tuple[Scene, ...], tuple[Cue, ...]]:
    """Scenes with camera and ground, cues of elements with their places. Depends on nothing that comes later."""
    set_: Set = OPENING
    staged: list[Scene] = []
    for scene in scenes:
        set_ = set_of(scene.passage, reading, set_)
        staged.append(replace(scene, stage=_stage(scene, set_, seed)))
    return tuple(staged), _places(tuple(staged), cues, Said(reading), by_hand=notes != NONE)


def _stage(scene: Scene, set_: Set, seed: int) -> Stage:
    """The set with the passage's own air and sky, and a camera a little its own."""
    own = seed_of(seed, "camera", scene.passage)
    vary = [one(own, lane) - 0.5 for lane in range(4)]
    camera = Camera(
        eye=round(set_.eye * (1.0 + 0.16 * vary[0]), 4),
        focal=round(set_.focal * (1.0 + 0.10 * vary[1]), 4),
        horizon=round(set_.horizon + 0.08 * vary[2], 4),
    )
    ridges = scene.stage.ridges if set_.ridges is None else set_.ridges * (0.8 + 0.4 * (vary[3] + 0.5))
    return replace(scene.stage, camera=camera, ground=set_.ground, ridges=round(ridges, 4))


def _places(scenes: tuple[Scene, ...], cues: tuple[Cue, ...], said: Said, *, by_hand: bool) -> tuple[Cue, ...]:
    """Every staged element's place; those that go on keep the one they have."""
    known = elements()
    by_passage = {scene.passage: scene for scene in scenes}
    taken: list[Spot] = []
    where: dict[tuple[str, int, float], Place] = {}
    hero: dict[int, float] = {}
    people: list[tuple[int, float, Place]] = []
    walls = ("", 0.0)
    patches: list[Patch] = []
    standing: dict[str, tuple[Cue, Place]] = {}
    ahead: dict[int, Place] = {}
    resting: dict[tuple[str, int, float], tuple[str, int]] = {}
    beast: Cue | None = None
    doing = frozenset((cue.passage, cue.target or "") for cue in cues if cue.kind == "event")
    out: list[Cue] = []
    for i, cue in enumerate(cues):
        element = known.get(cue.name)
        scene = by_passage.get(cue.passage)
        if cue.kind != "element" or not cue.staged or element is None or scene is None:
            out.append(cue)
            continue
        key = (cue.name, cue.seed, cue.since)
        told = said.of(cue)
        mine = cue.name in _PARTS and _of_somebody(cue, told, people, beast)
        if mine or (
            key not in where
            and (within(cue.name, *walls, at=cue.span.start) or _of_a_whole(cue, told, standing, doing))
        ):
            out.append(replace(cue, staged=False))
            continue
        if key not in where:
            now = [spot for spot in taken if spot.until > cue.span.start]
            held = _held(cue, element, people) or ahead.get(i)
            below = None if held else below_of(cues, i, told, standing)
            if below is not None and below.place is None:
                # What it rests upon is named a few words later: it is given its place first.
                under = known[below.cue.name]
                ahead[below.index] = _place(below.cue, under, scene, now, hero)
                below = replace(below, place=ahead[below.index])
            if below is not None and below.place is not None:
                resting[key] = below.cue.name, below.cue.seed
                held = upon(below.place, below.cue.name, element, cue.seed)
            place = held or _place(cue, element, scene, now, hero)
            camera = scene.stage.camera
            floats = element.role == "air" and cue.count == 1 and not by_hand
            if floats and not held:
                there = [spot for spot in patches if spot.until > cue.span.start]
                place = clear(element, place, camera, there)
            if walls[1] > cue.span.start and not held:
                place = between_walls(place, element, walls[0])
            where[key] = place
            covers = patch(element, place, camera, cue.span.end)
            if covers is not None:
                patches.append(replace(covers, of=key))
            if element.role in ("prop", "hero") or cue.name == "train" or floats:
                near = camera.focal / max(place.z, 0.5)
                taken.append(Spot(place.x * near, breadth(element) * place.size * near, place.z, cue.span.end, key))
            if element.family == "people" and cue.word is not None and element.role in ("prop", "hero", "far"):
                people.append((cue.word, cue.span.end, place))
        elif not by_hand:
            # It goes on: what it takes of the picture is taken as long.
            taken = [replace(s, until=cue.span.end) if s.of == key else s for s in taken]
            patches = [replace(p, until=cue.span.end) if p.of == key else p for p in patches]
        standing[cue.name] = (cue, where[key])
        if element.family == "creature":
            beast = cue
        if cue.name in WALLED:
            walls = (cue.name, cue.span.end)
        out.append(replace(cue, place=where[key]))
    return settled(tuple(out), resting)


def _of_somebody(cue: Cue, said: Relations, people: list[tuple[int, float, Place]], beast: Cue | None) -> bool:
    """Whether a part of a body is that of who is here: a second, floating pair of hands would be uncanny."""
    here = any(until > cue.span.start and (cue.word or 0) - word >= -60 for word, until, _ in people)
    return here or (beast is not None and belongs_to(cue, said, beast))


def _of_a_whole(
    cue: Cue, said: Relations, standing: Mapping[str, tuple[Cue, Place]], doing: Collection[tuple[int, str]]
) -> bool:
    """Whether it is seen on what it is part of: the train's own windows."""
    return any(standing[n][0].span.end > cue.span.start for n in holders(cue, said) & standing.keys()) or any(
        standing[n][0].passage == cue.passage for n in walls_of(cue, said, doing) & standing.keys()
    )


def _held(cue: Cue, element: Element, people: list[tuple[int, float, Place]]) -> Place | None:
    """A single lamp named right after a person is in that person's hand."""
    if not (element.lamp and element.role == "air" and cue.count == 1 and people and cue.word is not None):
        return None
    word, until, place = people[-1]
    if not (0 <= cue.word - word <= 9 and until > cue.span.start):
        return None
    side = -1.0 if place.x > 0 else 1.0
    return Place(place.x + side * 0.42, 0.42, place.z - 0.15, size=0.36)


def _place(cue: Cue, element: Element, scene: Scene, taken: list[Spot], hero: dict[int, float]) -> Place:
    """Where a thing that arrives now should stand."""
    camera = scene.stage.camera
    chance = [one(cue.seed, lane + 61) for lane in range(4)]
    if element.role == "sky":
        return _high(cue, scene, chance)
    if element.role == "far":
        # As far as it can be and still be told what it is; people before their setting, between walls in their midst.
        people = element.family == "people"
        beyond = 11.0 + 3.0 * chance[2] if people else min(46.0 + 30.0 * chance[2], camera.focal * element.size / 0.34)
        z = max(_nearest(camera) * 1.3, beyond)
        side = _side(taken, chance[0])
        aside = (0.06 + 0.10 * chance[1]) if people and scene.stage.ridges == 0.0 else (0.25 + 0.35 * chance[1])
        if people:
            aside = min(aside, 0.36)
        return Place(x=round(side * aside * ASPECT * z / camera.focal, 3), z=round(z, 3))
    if element.role in ("ground", "weather"):
        return Place(x=0.0, z=max(6.5, _nearest(camera)), turn=0.0)
    if element.role == "near":
        # Just above the words, a little to one side.
        z, at = 2.6, (0.16 + 0.16 * chance[0]) * _side(taken, chance[1]) * ASPECT
        low = camera.eye + (FLOOR + 0.10 - camera.horizon) * z / camera.focal
        return Place(x=round(at * z / camera.focal, 4), y=round(max(0.02, low), 4), z=z)
    if element.role == "air" and element.family == "people":
        # A hand low, a face or an eye high, both small enough to be an apparition and no presence.
        z, low = 6.0, cue.name == "hand"
        at = _free(taken, 0.25, chance[0])
        sy = (-0.30 if low else 0.30) + 0.10 * (chance[1] - 0.5)
        y = camera.eye + (sy - camera.horizon) * z / camera.focal
        scale = (0.24 if low else 0.40) * z / camera.focal / element.size
        return Place(x=round(at * z / camera.focal, 4), y=round(y, 4), z=z, size=round(scale, 4))
    if element.role == "air":
        z = 5.2 + 2.6 * chance[0]
        side = _side(taken, chance[1])
        x = side * (0.30 + 0.25 * chance[2]) * ASPECT * z / camera.focal if cue.count == 1 else 0.0
        lift = (0.10 + 0.30 * chance[3]) * z / camera.focal
        return Place(x=x, y=max(0.35, camera.eye + (camera.horizon * -0.2) + lift - 0.3 * element.size), z=z)
    return _standing(cue, element, scene, taken, hero, chance)


def _standing(
    cue: Cue, element: Element, scene: Scene, taken: list[Spot], hero: dict[int, float], chance: list[float]
) -> Place:
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
    height = PERSON if cue.name == "crowd" else element.size
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
    return Place(x=round(x * z / camera.focal, 4), z=round(z, 4), size=round(scale, 4), spread=1.0)


def _nearest(camera: Camera) -> float:
    """Metres nearer than which a foot would stand among the words."""
    return camera.focal * camera.eye / max(camera.horizon - FLOOR, 0.12)


def _high(cue: Cue, scene: Scene, chance: list[float]) -> Place:
    """A direction in the heavens: low things where the light is, others high on the other side."""
    camera = scene.stage.camera
    top = 1.0 - camera.horizon
    if cue.name in ("sunrise", "sunset", "sun"):
        sx, up = scene.stage.glow_x * 0.8, 0.03 if cue.name != "sun" else 0.22
    else:
        side = -1.0 if scene.stage.glow_x > 0 else 1.0
        sx, up = side * (0.35 + 0.45 * chance[0]), (0.42 + 0.22 * chance[1]) * top
    return Place(x=sx * SKY / camera.focal, y=camera.eye + up * SKY / camera.focal, z=SKY)


def _side(taken: list[Spot], chance: float) -> float:
    """-1 or 1: away from what stands already."""
    weight = sum(spot.x for spot in taken)
    if abs(weight) < 0.05:
        return -1.0 if chance < 0.5 else 1.0
    return -1.0 if weight > 0 else 1.0


def _free(taken: list[Spot], half: float, chance: float) -> float:
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
