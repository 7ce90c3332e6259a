"""Where everything is in a place: each thing at an anchor that takes it, at its true size, and never off it.

One hero, at most three companions, and a few small things. What is on stage keeps its anchor; earlier things make room
for later ones; what finds no anchor is left out.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from dreamplayer.catalogue import elements
from dreamplayer.drawing.element import Element
from dreamplayer.drawing.place import Place
from dreamplayer.drawing.visions.motes import SCATTER
from dreamplayer.kit.hashing import seed_of, uniform_one
from dreamplayer.model.place import Anchor, Framing, PlaceRecord
from dreamplayer.model.reading import Mention, Reading
from dreamplayer.model.score import Cue, Scene, Support
from dreamplayer.model.stage import Placement
from dreamplayer.model.thing import Thing
from dreamplayer.reading.lexicon.vocabulary import thing
from dreamplayer.staging.anchor_fit import WANTED_PERSON, WANTED_TALL, AnchorFit, Candidate, best_anchor, is_seen
from dreamplayer.staging.layout import in_the_sky
from dreamplayer.staging.layout_floating import Patch
from dreamplayer.staging.lifetimes import WORN
from dreamplayer.staging.place_choice import is_the_house, is_the_place
from dreamplayer.staging.relations import CueRelations, holders
from dreamplayer.staging.support import drawn_size
from dreamplayer.staging.visions import overlap, patch_of, seen_at, vision_placement

MOST_LARGE, MOST = 4, 7
"""Things at anchors at once: a hero and three companions, and small things beside them."""
LARGE = 0.6
"""Metres from which on a thing counts as large; who is alive does at any size."""
CLOSE = 0.8
"""What it is worth that a framing shows the person or animal that a passage is about from near."""
CROWDED = 1.6
"""Cost of standing wholly before or behind another."""
LEAST_STAY = 6.0
"""Seconds from its last naming before which a thing makes no room for another."""
LEAVING = 3.0
"""Seconds over which it leaves then."""
QUICKEST = 0.8
"""Seconds that leaving takes at least: no light changes faster."""
TURNED = 1.1
"""Radians by which somebody turns from the anchor's facing towards what matters, at most."""
COUNTED = 12
"""Most of a kind where the words count them; of others as many as find room."""
NOTED = -1
"""Number of the cues that notes bring: the tracker has none for them."""
SWARM = 0.05
"""True size over the size of the drawing below which that is of many: fireflies over a meadow, a shower of drops."""
SPOKEN = 0.6
"""Strength up to which a thing is only spoken of: nobody brings it into the room by that."""
DISC = 15.0
"""Metres across a moon, sun or planet at the distance of the sky: five times as large as in life, as painters have
it."""
FAR_OFF = frozenset({"view", "air", "sea"})
"""Surfaces of what is seen away from where one is."""
IN_THE_AIR = 6.5
"""Metres from the eye around which weather is drawn."""
BREADTH = 0.65
"""Half the distance between two of several, over the size of one, as most drawings strew them."""

_Key = tuple[str, int, float]
"""Name, seed and beginning of a thing."""
MakeRoom = Callable[[Cue, float, float], bool]
"""Withdraws the thing of a cue by a second of the night, over so many seconds; False where it cannot."""


@dataclass(frozen=True, slots=True)
class Occupant:
    """What is at an anchor."""

    key: _Key
    anchor: str
    cue: Cue
    """The last cue of the thing."""
    number: int
    """Of that cue."""
    until: float
    """Seconds of the night at which the anchor is free again."""
    hero: bool = False
    aloft: bool = False
    """In the sky, where it takes no companion's part."""
    large: bool = True
    """Whether it counts as a companion, rather than as a small thing beside them."""


class AnchorLayout:
    """Gives the things of one passage after another their anchors. Depends on nothing that comes later.

    Args:
        reading: of the whole dream.
        places: every place that has a drawing, by name.
        records: of these.
        seed: of the night.
    """

    def __init__(
        self, reading: Reading, places: Mapping[str, Place], records: Mapping[str, PlaceRecord], seed: int
    ) -> None:
        self._reading, self._relations, self._seed = reading, CueRelations(reading), seed
        self._fits = {name: AnchorFit(place, records[name]) for name, place in places.items()}
        self._at: list[Occupant] = []
        self._hero: str | None = None
        """Name of the hero of the scene."""
        self._anchors: dict[_Key, str | None] = {}
        """The anchor each thing keeps; None for one that needs none."""
        self._held: dict[_Key, str] = {}
        """The person who holds a thing."""
        self._since: dict[_Key, float] = {}
        """Second of the night at which a thing was first seen: later than named where it found no anchor at once."""
        self._placed: dict[int, Cue | None] = {}
        """By number: placement, support, manner and count of a cue; None for one that is not staged."""
        self._hovering: list[tuple[tuple[str, str], Patch]] = []
        """Visions: place and framing, and what each takes of the picture."""
        self._asked: dict[str, str] = {}
        """Anchors that notes ask for in this scene, by the name of the thing."""

    # -- the scene ----------------------------------------------------------------------------------------------

    def open(
        self,
        passage: int,
        place: str,
        last: str | None,
        *,
        framing: str | None = None,
        asked: Mapping[str, str] | None = None,
    ) -> Framing:
        """Begin a scene: choose its hero, and the framing that shows it and most of what the passage names.

        Args:
            passage: index of the passage.
            place: its id.
            last: framing of the scene before, where that played in the same place; None where the story comes here.
            framing: name of the framing that notes ask for.
            asked: anchors that notes ask for, by the name of the thing.

        Returns:
            The first framing of the place where the story comes here, else another than the last.
        """
        fit = self._fits[place]
        self._asked = dict(asked or {})
        self._at = [o for o in self._at if last is not None and o.number != NOTED]
        wanted = self._wanted(passage, fit)
        first = fit.place.framings[0]
        chosen = first
        if framing is not None:
            chosen = fit.place.framing(framing)
        elif last is not None:
            others = [one for one in fit.place.framings if one.name != last] or [first]
            own = seed_of(self._seed, "framing", passage)
            worth = [
                self._worth(fit, one, wanted or self._staying()) + 0.2 * uniform_one(own, i)
                for i, one in enumerate(others)
            ]
            chosen = others[worth.index(max(worth))]
        self._let_go(fit, chosen, {candidate.record.name for candidate in wanted})
        self._hero = next((c.record.name for c in wanted if self._anchor_in(fit, c, chosen) is not None), None)
        return chosen

    def _staying(self) -> list[Candidate]:
        """What is there already, people and animals first: what to look at where a passage names nothing new."""
        found = [o for o in self._at if not o.aloft and o.number != NOTED and o.cue.name in elements()]
        found.sort(key=lambda o: not thing(o.cue.name).alive)
        return [Candidate(thing(o.cue.name), elements()[o.cue.name], self._relations.of(o.cue)) for o in found]

    def _let_go(self, fit: AnchorFit, framing: Framing, named: Collection[str]) -> None:
        """Who is named again and is outside of a new picture is met again inside of it: people walk."""
        for occupant in self._at:
            anchor, about = fit.place.anchor(occupant.anchor), thing(occupant.key[0])
            if anchor is None or occupant.number == NOTED or not about.alive or about.name not in named:
                continue
            if not is_seen(framing, anchor, self._size(occupant.cue)):
                # Its anchor stays taken until then.
                self._anchors.pop(occupant.key, None)
                self._since.pop(occupant.key, None)

    def _wanted(self, passage: int, fit: AnchorFit) -> list[Candidate]:
        """What a passage names and anchors may hold, the weightiest first."""
        found: dict[str, tuple[float, int, Candidate]] = {}
        for i, mention in enumerate(self._reading.of(passage)):
            candidate = _candidate(mention, fit.record)
            if candidate is not None:
                weight = _weight(mention, candidate.record, candidate.element)
                before = found.get(mention.name)
                found[mention.name] = (max(weight, before[0]), *before[1:]) if before else (weight, i, candidate)
        ranked = sorted(found.values(), key=lambda one: (-one[0], one[1]))
        return [replace(one[2], part="hero" if i == 0 else "companion") for i, one in enumerate(ranked)]

    def _worth(self, fit: AnchorFit, framing: Framing, wanted: Sequence[Candidate]) -> float:
        """How much of what is wanted a framing shows, the hero counting double."""
        worth = 0.0
        for i, candidate in enumerate(wanted[:6]):
            cost = self._anchor_in(fit, candidate, framing)
            if cost is not None:
                worth += (2.0 if i == 0 else 1.0 / (1 + 0.3 * i)) * (1.0 - 0.1 * cost)
            if i == 0 and cost is not None and candidate.record.alive:
                worth += CLOSE * self._nearness(fit, candidate, framing)
        return worth

    def _nearness(self, fit: AnchorFit, person: Candidate, framing: Framing) -> float:
        """How large somebody is seen in a framing, 0..1: 1 as large as a hero should be."""
        kept = next((o for o in self._at if o.key[0] == person.record.name), None)
        anchor = fit.place.anchor(kept.anchor) if kept is not None else None
        if anchor is None or not is_seen(framing, anchor, person.size):
            best = best_anchor(fit, person, {a.name for a in fit.place.anchors}, framing)
            anchor = None if best is None else best[0]
        shown = None if anchor is None else fit.shown(person, anchor, framing)
        wanted = WANTED_PERSON if person.record.family == "people" else WANTED_TALL
        return min((shown or 0.0) / wanted["hero"], 1.0)

    def _anchor_in(self, fit: AnchorFit, candidate: Candidate, framing: Framing) -> float | None:
        """What a thing costs in a framing: where it is already, else at its best anchor; None where it is not seen."""
        kept = next((o for o in self._at if o.key[0] == candidate.record.name), None)
        anchor = fit.place.anchor(kept.anchor) if kept is not None else None
        if anchor is not None and (is_seen(framing, anchor, candidate.size) or not candidate.record.alive):
            return 0.0 if is_seen(framing, anchor, candidate.size) else None
        best = best_anchor(fit, candidate, {a.name for a in fit.place.anchors}, framing)
        return None if best is None else best[1]

    # -- its things ---------------------------------------------------------------------------------------------

    def add(
        self, scene: Scene, cues: Mapping[int, Cue], numbers: Sequence[int], make_room: MakeRoom
    ) -> tuple[int, ...]:
        """Give the things that a passage names their anchors.

        Args:
            scene: in which it plays, with its place and framing.
            cues: all cues that have not ended, by number.
            numbers: those of the passage.
            make_room: withdraws an earlier thing.

        Returns:
            Numbers of the cues that are left out: literal things without an anchor, and figurative ones.
        """
        assert scene.place_id is not None
        fit = self._fits[scene.place_id]
        framing = fit.place.framing(scene.framing)
        self._at = [
            o if o.number == NOTED else replace(o, until=cues[o.number].span.end)
            for o in self._at
            if o.number == NOTED or o.number in cues
        ]
        left: list[int] = []
        for n in numbers:
            cue = cues[n]
            if cue.kind != "element" or not cue.staged:
                continue
            placed = None if cue.mode != "literal" else self._place(fit, framing, scene, n, cue, make_room)
            self._placed[n] = placed
            if placed is None:
                left.append(n)
        return tuple(left)

    def envision(self, scene: Scene, n: int, cue: Cue) -> None:
        """Find a vision its spot, clear of what is on stage and of other visions; it is not shown where none is free.

        Args:
            scene: it is seen in, with its place and framing.
            n: number of its cue.
            cue: of the vision.
        """
        assert scene.place_id is not None
        place = self._fits[scene.place_id].place
        framing = place.framing(scene.framing)
        here = (scene.place_id, framing.name)
        # Those of the picture before hover on while it goes.
        self._hovering = [(at, patch) for at, patch in self._hovering if patch.until > cue.since]
        taken = [patch for _, patch in self._hovering]
        if not framing.calm:
            views = (a for a in place.anchors if a.surface == "view" and a.seen_in(framing.name))
            taken += filter(None, (seen_at(framing, anchor, anchor.largest, 0.0) for anchor in views))
        for occupant in self._at:
            anchor = place.anchor(occupant.anchor)
            if anchor is not None and occupant.until > cue.since:
                spread = self._spread(occupant.cue, anchor)
                patch = seen_at(framing, anchor, self._size(occupant.cue), occupant.until, spread)
                taken += [] if patch is None else [patch]
        spot = vision_placement(cue, scene, taken, framing.calm)
        self._placed[n] = None
        if spot is not None:
            self._hovering.append((here, patch_of(spot, cue.span.end - 0.5 * SCATTER)))
            self._placed[n] = replace(cue, place=spot, rests=Support("vision", place=scene.place_id))

    def _size(self, cue: Cue) -> float:
        """Metres that a thing is tall."""
        return thing(cue.name).size * self._relations.of(cue).scale

    def hold(self, scene: Scene, cue: Cue) -> Cue | None:
        """A thing that notes bring into a scene, at an anchor for as long as the scene lasts.

        Args:
            scene: in which it is, with its place and framing.
            cue: of the thing.

        Returns:
            The cue at its anchor; None where nothing takes it.
        """
        assert scene.place_id is not None
        fit = self._fits[scene.place_id]
        return self._place(fit, fit.place.framing(scene.framing), scene, NOTED, cue, lambda *_: False)

    def _place(
        self, fit: AnchorFit, framing: Framing, scene: Scene, n: int, cue: Cue, make_room: MakeRoom
    ) -> Cue | None:
        key = (cue.name, cue.seed, cue.since)
        place = fit.place.name
        element, record = elements().get(cue.name), thing(cue.name)
        there = is_the_place(cue.name, fit.record) or is_the_house(cue.name, self._relations.of(cue), fit.record)
        if there or self._names(place, cue) or self._is_shine(fit, cue):
            return replace(cue, place=Placement(), rests=Support("place", None, place=place))
        if element is None or record.body_part:
            return None
        since = self._since.setdefault(key, cue.span.start)
        cue = replace(cue, since=since if since > cue.since else cue.since)
        if element.role == "weather" or (element.role == "sky" and "weather" in record.rests and not fit.record.sky):
            # Behind windows it is the place that draws the weather.
            rests = Support("weather" if fit.record.sky else "place", None, place=place)
            return replace(cue, place=Placement(z=IN_THE_AIR), rests=rests)
        relations = self._relations.of(cue)
        on_stage = {o.key[0] for o in self._at if o.until > cue.span.start}
        if holders(cue, relations) & on_stage:
            # The beam of the lighthouse that is there.
            return replace(cue, place=Placement(), rests=Support("place", None, place=place))
        candidate = Candidate(record, element, relations, cue.count, "hero" if cue.name == self._hero else "companion")
        if key in self._anchors:
            kept = next((o for o in self._at if o.key == key), None)
            if kept is not None:
                self._at.remove(kept)
                self._at.append(replace(kept, cue=cue, number=n, until=cue.span.end))
            return self._seen(fit, cue, candidate, key, place)
        if element.role == "sky":
            return self._hung(fit, framing, scene, n, cue, candidate, key)
        holder = self._held.get(key) or self._holder(cue)
        if holder is not None and "held" in record.rests:
            self._held[key] = holder
            return replace(
                cue, place=_sized(candidate, 0.0, 1.0), rests=Support("held", holder, *_scale(candidate), place)
            )
        if cue.strength <= SPOKEN or not self._settle_at(fit, framing, scene, n, cue, candidate, key, make_room):
            self._since.pop(key)
            return None
        return self._seen(fit, cue, candidate, key, place)

    def _is_shine(self, fit: AnchorFit, cue: Cue) -> bool:
        """Whether only the shine of a lamp is named, which the place has: the light in its window."""
        noun = self._relations.of(cue).noun
        return bool(thing(cue.name).shine_words & set(noun.split()[-1:])) and fit.has_lamp

    def _names(self, place: str, cue: Cue) -> bool:
        """Whether the words that call a thing name the place: the house of "farmhouse kitchen"."""
        start, end = cue.char_start, cue.char_end
        if start is None or end is None:
            return False
        here = (m for m in self._reading.places_of(cue.passage) if m.name == place)
        return any(m.start < end and start < m.end for m in here)

    def _settle_at(
        self,
        fit: AnchorFit,
        framing: Framing,
        scene: Scene,
        n: int,
        cue: Cue,
        candidate: Candidate,
        key: _Key,
        make_room: MakeRoom,
    ) -> bool:
        """Find an anchor for a thing, if need be that of an earlier one."""
        start = cue.span.start
        here = [o for o in self._at if o.until > start]
        names = {a.name for a in fit.place.anchors if a.surface != "sky"}
        if candidate.relations.away:
            # What is out of doors, or far below, is not at hand.
            names = {a.name for a in fit.place.anchors if a.surface in FAR_OFF}
        asked = self._asked.get(cue.name)
        if asked in names:
            names = {asked}
        taken = {o.anchor for o in here}
        best = best_anchor(fit, candidate, names - taken, framing, self._crowding(fit, framing, candidate, here))
        if best is None and asked is not None and names == {asked} and asked not in taken:
            # Notes know better.
            anchor = fit.place.anchor(asked)
            best = (anchor, 0.0) if anchor is not None else None
        crowd = [o for o in here if not o.aloft]
        full = len(crowd) >= MOST or (_is_large(candidate) and sum(o.large for o in crowd) >= MOST_LARGE)
        if best is None or full:
            going = self._makes_room(fit, framing, here, candidate, start, scene, names, best, make_room)
            if going is None:
                return False
            best = best or (going[1], 0.0)
        self._at = [o for o in self._at if o.key != key]
        hero, large = candidate.part == "hero", _is_large(candidate)
        self._at.append(Occupant(key, best[0].name, cue, n, cue.span.end, hero, large=large))
        self._anchors[key] = best[0].name
        return True

    def _crowding(
        self, fit: AnchorFit, framing: Framing, candidate: Candidate, here: Sequence[Occupant]
    ) -> Callable[[Anchor], float]:
        """Cost of an anchor where a thing would be seen before or behind what is there already."""
        others: list[Patch] = []
        for occupant in here:
            anchor = fit.place.anchor(occupant.anchor)
            if anchor is not None and occupant.large:
                patch = seen_at(framing, anchor, self._size(occupant.cue), 0.0, self._spread(occupant.cue, anchor))
                others += [] if patch is None else [patch]

        def cost(anchor: Anchor) -> float:
            own = seen_at(framing, anchor, candidate.size, 0.0, anchor.room if candidate.count > 1 else 0.0)
            if own is None or not others or not _is_large(candidate):
                return 0.0
            return CROWDED * max(overlap(own, other) for other in others)

        return cost

    def _spread(self, cue: Cue, anchor: Anchor) -> float:
        """Metres to each side that several of a thing take at an anchor."""
        return anchor.room if cue.count > 1 else 0.0

    def _makes_room(
        self,
        fit: AnchorFit,
        framing: Framing,
        here: Sequence[Occupant],
        candidate: Candidate,
        start: float,
        scene: Scene,
        names: set[str],
        best: tuple[Anchor, float] | None,
        make_room: MakeRoom,
    ) -> tuple[Occupant, Anchor] | None:
        """An earlier thing that leaves for a later one, and the anchor that it leaves; None where none can."""
        leave = min(LEAVING, start - scene.span.start)
        if leave < QUICKEST:
            return None
        going = [
            o for o in here
            if not o.aloft and o.cue.span.start <= start - LEAST_STAY and (candidate.part == "hero" or not o.hero)
            and (o.large or len(here) >= MOST or best is None)
            and (best is not None or best_anchor(fit, candidate, {o.anchor} & names, framing) is not None)
        ]  # fmt: skip
        for one in sorted(going, key=lambda o: (o.hero, o.cue.span.start)):
            if make_room(one.cue, start, leave):
                self._at.remove(one)
                anchor = fit.place.anchor(one.anchor)
                assert anchor is not None
                return one, anchor
        return None

    def _hung(
        self, fit: AnchorFit, framing: Framing, scene: Scene, n: int, cue: Cue, candidate: Candidate, key: _Key
    ) -> Cue | None:
        """A thing in the sky: at an anchor for it, else where the framing shows most of it."""
        taken = {o.anchor for o in self._at if o.until > cue.span.start}
        one = candidate.record.disc and cue.count == 1
        skies = [a for a in fit.place.anchors if one and a.surface == "sky" and a.name not in taken]
        if not (fit.record.sky or any(cue.name in a.holds for a in skies)):
            self._since.pop(key)
            return None
        best = min(
            (a for a in skies if is_seen(framing, a, 0.0)),
            key=lambda a: (cue.name not in a.holds, a.part != "hero"),
            default=None,
        )
        self._anchors[key] = best.name if best is not None else None
        if best is not None:
            self._at.append(Occupant(key, best.name, cue, n, cue.span.end, aloft=True))
        spot = in_the_sky(cue, scene)
        if candidate.record.disc:
            spot = replace(spot, size=round(min(1.0, DISC / candidate.element.size), 4))
        return self._seen(fit, replace(cue, place=spot), candidate, key, fit.place.name)

    def _seen(self, fit: AnchorFit, cue: Cue, candidate: Candidate, key: _Key, place: str) -> Cue:
        """The cue of a thing that has its anchor: its size, turn and pose there."""
        name = self._anchors[key]
        if candidate.element.role == "sky":
            before = next((c for c in self._placed.values() if c is not None and (c.name, c.seed) == key[:2]), cue)
            return replace(cue, place=before.place or cue.place, rests=Support("sky", name, *_scale(candidate), place))
        anchor = fit.place.anchor(name or "")
        assert anchor is not None
        count, spread = _many(cue, candidate, anchor)
        cue = replace(
            cue,
            place=_sized(candidate, self._turn(fit, anchor, cue, candidate), spread, anchor.room),
            rests=Support("anchor", anchor.name, *_scale(candidate), place),
            count=count,
        )
        pose = fit.pose(candidate, anchor) if candidate.record.alive else None
        said = [part for part in (cue.manner, pose) if part]
        return replace(cue, manner="/".join(said) or None)

    def _turn(self, fit: AnchorFit, anchor: Anchor, cue: Cue, candidate: Candidate) -> float:
        """How far somebody turns from the anchor's facing: towards what they are said to be at, else the hero."""
        if not candidate.record.alive or anchor.surface in ("seat", "bed"):
            return 0.0
        others = [o for o in self._at if o.until > cue.span.start and o.key[0] != cue.name]
        said = [o for o in others if o.key[0] in candidate.nouns]
        facing = next((o for o in (*said, *(o for o in others if o.hero))), None)
        target = fit.place.anchor(facing.anchor) if facing is not None else None
        if target is None:
            return 0.0
        dx, dz = target.position[0] - anchor.position[0], target.position[2] - anchor.position[2]
        turn = math.remainder(math.atan2(-dx, -dz) - anchor.facing, math.tau)
        # A facing is counted to the left, a turn to the right.
        return round(-max(-TURNED, min(TURNED, turn)), 3)

    def _holder(self, cue: Cue) -> str | None:
        """The person on stage who holds a thing by the words."""
        by = self._relations.of(cue).held_by
        if by is None:
            return None
        here = [o for o in self._at if o.until > cue.span.start]
        if not any(o.key[0] == by for o in here) and thing(by).someone:
            # "She" is the last of the people there, whatever they were called.
            people = [o for o in here if thing(o.key[0]).family == "people"]
            by = max(people, key=lambda o: o.cue.span.start).key[0] if people else by
        return next((o.key[0] for o in here if o.key[0] == by), None)

    def laid_out(self, n: int, cue: Cue) -> Cue:
        """A cue at its anchor.

        Args:
            n: its number.
            cue: as the tracker wrote it.

        Returns:
            The cue with placement and support; not staged where nothing holds it, unchanged outside the places.
        """
        if n not in self._placed:
            return cue
        placed = self._placed[n]
        if placed is None:
            return replace(cue, staged=False)
        return replace(
            cue, place=placed.place, rests=placed.rests, since=placed.since, manner=placed.manner, count=placed.count
        )

    def settle(self, n: int) -> None:
        """Forget a cue that has ended and that nobody asks for again.

        Args:
            n: its number.
        """
        self._placed.pop(n, None)


def _candidate(mention: Mention, record: PlaceRecord) -> Candidate | None:
    """What looks for an anchor by a mention; None for what needs none here."""
    element = elements().get(mention.name)
    if mention.kind != "element" or mention.mode != "literal" or mention.strength <= WORN or element is None:
        return None
    about = thing(mention.name)
    if element.role in ("sky", "weather") or about.body_part or is_the_place(mention.name, record):
        return None
    return Candidate(about, element, mention.relations, 2 if mention.many else 1)


def _is_large(candidate: Candidate) -> bool:
    return candidate.record.alive or candidate.size >= LARGE


def _weight(mention: Mention, record: Thing, element: Element) -> float:
    """How much a thing deserves to be the hero: who is alive before what is not, large before small."""
    return mention.strength + (0.6 if record.alive else 0.0) + (0.2 if element.role == "hero" else 0.0)


def _scale(candidate: Candidate) -> tuple[float, bool]:
    """The scale of a thing, and whether the words ask for it."""
    return candidate.relations.scale, candidate.relations.scale != 1.0


def _sized(candidate: Candidate, turn: float, spread: float, room: float = 1.0) -> Placement:
    """A placement without a position: true size, turn and spread; a swarm as large as the room at its anchor."""
    size = candidate.size / drawn_size(candidate.element)
    if size < SWARM:
        size = min(1.0, 2.0 * room / candidate.element.size)
    return Placement(size=round(size, 5), turn=turn, spread=spread)


def _many(cue: Cue, candidate: Candidate, anchor: Anchor) -> tuple[int, float]:
    """How many find room at an anchor, and how close together: what the words count is never fewer."""
    if cue.count <= 1:
        return cue.count, 1.0
    step = BREADTH * candidate.size
    room = 1 + int(anchor.room / max(step, 1e-3))
    counted = cue.count != candidate.record.many
    count = min(cue.count, COUNTED if counted else max(room, 3))
    return count, round(min(1.0, anchor.room / max(step * (count - 1), 1e-3)), 3)
