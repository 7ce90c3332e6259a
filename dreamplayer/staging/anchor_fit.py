"""Whether a thing may rest at an anchor of a place, and what it costs the picture there."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from dreamplayer.drawing.element import Element
from dreamplayer.drawing.people.poses import is_done_sitting
from dreamplayer.drawing.place import Place
from dreamplayer.model.place import NEAR, Anchor, Composition, Framing, PlaceRecord, Surface
from dreamplayer.model.reading import UNRELATED, Relations
from dreamplayer.model.thing import Rest, Thing
from dreamplayer.reading.lexicon.vocabulary import thing, things
from dreamplayer.staging.place_choice import homes

LYING = "sleep"
"""Pose of people that needs a bed, a seat, or an anchor that asks for it: nobody lies down in the street."""
TAKES: Mapping[Rest, Mapping[Surface, float]] = {
    "stands": {"floor": 0.0, "top": 0.0, "view": 0.3},
    "lies": {"floor": 0.3, "top": 0.0, "seat": 0.6, "bed": 0.6},
    "hangs": {"hang": 0.0, "wall": 0.0},
    "leans": {"wall": 0.0},
    "floats": {"sea": 0.0},
    "swims": {"sea": 0.0},
    "flies": {"air": 0.0},
    "sky": {"sky": 0.0},
}
"""The surfaces that serve each way to rest, with the cost of each beside the others."""
UNDER_WATER: Mapping[Surface, float] = {"air": 0.0, "sea": 0.0}
"""Where things swim in a place of water without a sky: all around."""
LARGE = 2.5
"""Metres from which on a thing may stand far away, at an anchor of the view."""
LEAST_SHOWN, MOST_SHOWN = 0.035, 2.2
"""Half screen heights: smaller nothing is made out, larger it is no longer taken in."""
LEAST_ANIMAL, LEAST_PERSON = 0.06, 0.17
"""The same of who is alive: smaller they are specks."""
WANTED_TALL: Mapping[Composition, float] = {"hero": 0.32, "companion": 0.15, "backdrop": 0.06}
"""Half screen heights under which a thing is seen too small for its part in the picture."""
WANTED_PERSON: Mapping[Composition, float] = {"hero": 0.72, "companion": 0.42, "backdrop": 0.12}
"""The same of people: under a third of the picture's height a face is none."""
BESIDE_SAID = 4.0
"""What it is worth that the words name the anchor: "at the window"."""
BELONGS = 4.0
"""What it is worth that the anchor holds such things."""
DONE_THERE = 3.0
"""What it is worth that people do there what the words say."""
ASTRAY = 0.9
"""Cost of a thing in a place it does not belong to."""
UP_THERE = 2.4
"""Cost of an animal on a table or shelf that the words do not put there."""
LARGEST_ON_TOP, LAID_BELOW, HUNG_BELOW = 0.7, 0.4, 1.0
"""Metres: larger nothing stands on a table, lies on a chair, or is expected to hang rather than stand."""
LEFT_STANDING = 1.4
"""Cost on the floor of what usually hangs: a bell, a lamp."""
ASHORE = 1.6
"""Cost of lying on land for what floats, where there is water."""
LARGEST_STONE = 0.4
"""Metres over which stone and earth lie in no room."""
SMALL_BELOW = 0.6
"""Metres under which things lie better on a table than on the floor."""
ON_THE_FLOOR = 1.8
"""Cost of lying on the floor of a room for what does not stand: a map, a key."""
DEAREST = 3.0
"""Cost above which a thing is left out: better absent than awkward."""
ASPECT = 16 / 9
LOWEST, HIGHEST = -0.55, 0.92
"""Screen heights between which the middle of a thing is: above the captions, below the upper edge."""
_MIDDLE: Mapping[Surface, float] = {"hang": -0.5, "wall": 0.0, "air": 0.0, "sky": 0.0}
"""Sizes from an anchor up to the middle of what is there, where that is not half of one."""
FEET = -1.0
"""Screen height below which feet are out of the picture: it would cut the figure in two."""


@cache
def _parts() -> frozenset[str]:
    """Ids of what is a part of something else: a roof, a window."""
    return frozenset(part for record in things().values() for part in record.has)


def is_seen(framing: Framing, anchor: Anchor, size: float) -> bool:
    """Whether a framing shows what is at an anchor: by the anchor's own word, and most of it above the captions.

    Args:
        framing: of the place.
        anchor: of the same place.
        size: metres from the foot of the thing to its top.
    """
    away = framing.view(anchor.position)[2]
    if not anchor.seen_in(framing.name) or away < 4 * NEAR:
        return False
    x, y = framing.screen(anchor.position)
    middle = y + _MIDDLE.get(anchor.surface, 0.5) * framing.focal * size / away
    return abs(x) <= ASPECT * 0.97 and y >= FEET and LOWEST <= middle <= HIGHEST


@dataclass(frozen=True)
class Candidate:
    """A thing that looks for an anchor."""

    record: Thing
    element: Element
    relations: Relations = UNRELATED
    count: int = 1
    part: Composition = "companion"

    @property
    def size(self) -> float:
        """Metres: its true size, times what the words make of it."""
        return self.record.size * self.relations.scale

    @cached_property
    def nouns(self) -> frozenset[str]:
        """Words that say where it is."""
        on = self.relations.rests_on
        return frozenset((*self.relations.near, *((on,) if on else ())))


class AnchorFit:
    """What each thing costs at each anchor of one place.

    Args:
        place: with its anchors and framings.
        record: of it.
    """

    def __init__(self, place: Place, record: PlaceRecord) -> None:
        self.place, self.record = place, record
        self._homes = homes(record)
        self._seated = frozenset(v for a in place.anchors if a.surface in ("seat", "bed") for v in a.verbs)
        """What people do sitting or lying down."""
        self._is_furnished = record.kind == "indoors"
        self.has_lamp = any(thing(name).lamp for name in record.has)
        """Whether a lamp, a fire or a lit window is a part of the place."""

    def cost(self, thing: Candidate, anchor: Anchor, framing: Framing | None) -> float | None:
        """What a thing costs the picture at an anchor.

        Args:
            thing: that looks for an anchor.
            anchor: of this place.
            framing: of the scene; None counts only whether it fits.

        Returns:
            A cost without a unit, the lower the better; None where it does not fit or is not seen.
        """
        surface = self._surface(thing, anchor)
        if surface is None or not anchor.smallest <= thing.size <= anchor.largest or not self._belongs(thing, anchor):
            return None
        if thing.record.alive and self.pose(thing, anchor) is None and anchor.surface in ("seat", "bed"):
            return None
        cost = surface + self._composes(thing, anchor)
        if self._is_named(thing, anchor):
            cost -= BESIDE_SAID
        if thing.record.name in anchor.holds:
            cost -= BELONGS
        perched = "flies" in thing.record.rests and anchor.surface != "air"
        if thing.record.alive and not perched and set(thing.relations.doing) & set(anchor.verbs):
            cost -= DONE_THERE
        if (
            thing.size < SMALL_BELOW
            and not thing.record.alive
            and anchor.surface == "floor"
            and (self._is_furnished or not self.is_home(thing.record))
        ):
            cost += 1.2
        if self._is_furnished and anchor.surface == "floor" and not {"stands", "flies"} & thing.record.rests:
            cost += ON_THE_FLOOR
        if not self.is_home(thing.record):
            cost += ASTRAY
        # A seat taken by what is small looks empty.
        cost += 0.25 * math.sqrt(max(0.0, anchor.largest / max(thing.size, 1e-3) - 4.0))
        if framing is None:
            return cost
        shown = self.shown(thing, anchor, framing)
        if shown is None:
            return None
        wanted = (WANTED_PERSON if thing.record.family == "people" else WANTED_TALL)[thing.part]
        return cost + 1.5 * max(0.0, wanted - shown) / wanted + max(0.0, shown - 1.2)

    def shown(self, thing: Candidate, anchor: Anchor, framing: Framing) -> float | None:
        """How tall a thing is seen at an anchor.

        Args:
            thing: that looks for an anchor.
            anchor: of this place.
            framing: the camera.

        Returns:
            Half screen heights; None where it is not seen, too small to be made out, or too large to be taken in.
        """
        if not is_seen(framing, anchor, thing.size):
            return None
        tall = framing.focal * thing.size / framing.view(anchor.position)[2]
        least = LEAST_SHOWN
        if thing.record.lamp or thing.count > 1:
            least /= 3
        elif thing.record.alive:
            least = LEAST_PERSON if thing.record.family == "people" else LEAST_ANIMAL
        return tall if least <= tall <= MOST_SHOWN else None

    def pose(self, thing: Candidate, anchor: Anchor) -> str | None:
        """The pose a person or animal takes at an anchor.

        Args:
            thing: alive.
            anchor: of this place.

        Returns:
            A pose it can be drawn in: of what the words say it does, where that can be done there, else of what one
            does there; None where it has none of these.
        """
        seat = anchor.surface in ("seat", "bed")
        poses = thing.record.poses
        done = [verb for verb in thing.relations.doing if verb in poses]
        there = [verb for verb in done if verb in anchor.verbs]
        if not seat:
            lying = thing.record.family == "people"
            there += [v for v in done if v not in self._seated and not (lying and poses[v] == LYING)]
        elif thing.record.family == "people" and anchor.surface == "seat":
            there += [verb for verb in done if is_done_sitting(poses[verb])]
        there += [verb for verb in anchor.verbs if verb in poses and (seat or verb not in self._seated)]
        return poses[there[0]] if there else None

    @staticmethod
    def _is_named(thing: Candidate, anchor: Anchor) -> bool:
        """Whether the words say that the thing is there: "by the window"."""
        return not thing.nouns.isdisjoint(anchor.name.split("_"))

    def is_home(self, record: Thing) -> bool:
        """Whether a thing belongs here; what is at home nowhere may be anywhere.

        Args:
            record: of the thing.
        """
        return not record.at_home or bool(record.at_home & self._homes)

    def _belongs(self, thing: Candidate, anchor: Anchor) -> bool:
        """Whether it may be here at all: no car in a kitchen, no fountain in a library."""
        record = thing.record
        if record.name in anchor.holds:
            return True
        if anchor.surface in ("floor", "seat", "bed") and not record.may_stand_on(self.record.ground):
            return False
        if not self._is_furnished and not record.alive and not self.is_home(record) and anchor.surface != "view":
            # A room's clock is not seen on a wall in the lane; a chair is in the grass where the words put it there.
            return anchor.surface == "floor" and bool(thing.nouns) and not record.mass
        boulder = record.family == "earth" and self._is_furnished and record.size > LARGEST_STONE
        anywhere = record.alive or (record.size < 1.0 and record.family != "fire" and not boulder)
        return anywhere or self.is_home(record) or anchor.surface == "view"

    def _surface(self, thing: Candidate, anchor: Anchor) -> float | None:
        """Cost of the surface for how the thing rests; None where it does not rest on such."""
        record, on = thing.record, anchor.surface
        if record.name in anchor.holds:
            return 0.0
        if not self._bears(thing, on):
            return None
        found: list[float] = []
        for rest in record.rests:
            taken = TAKES.get(rest, {})
            if self.record.kind == "water" and not self.record.sky:
                # Below the surface things swim all around, and no boat floats.
                taken = UNDER_WATER if rest == "swims" else {} if rest == "floats" else taken
            if on in taken and not (on == "view" and thing.size < LARGE):
                found.append(taken[on])
        if record.alive and on in ("seat", "bed"):
            found.append(0.4)
        if record.alive and on == "top":
            # Nobody stands on a table; an animal does if need be.
            if record.family == "people":
                return None
            found = [cost + (0.0 if self._is_named(thing, anchor) else UP_THERE) for cost in found]
        if self.record.water and on != "sea" and {"floats", "swims"} & record.rests:
            found = [cost + ASHORE for cost in found]
        if "ground" in record.rests and thing.element.role == "far" and on == "view":
            found.append(0.0)
        if "flies" in record.rests and (on == "air") == ("hangs" in record.rests and not record.alive):
            # A bird is most itself in the air, a lantern on its hook.
            found = [cost + 0.8 for cost in found]
        if record.alive and "flies" in record.rests and on == "floor":
            found = [cost + UP_THERE for cost in found]
        if "hangs" in record.rests and on == "floor" and thing.size < HUNG_BELOW:
            found = [cost + LEFT_STANDING for cost in found]
        return min(found, default=None)

    @staticmethod
    def _bears(thing: Candidate, on: Surface) -> bool:
        """Whether such a thing is ever seen on such a surface: no chair on a wall's top, no stairs far away."""
        record, role = thing.record, thing.element.role
        if record.surrounds and record.family == "plant":
            # One is in a forest or sees its edge; it stands nowhere as a thing.
            return False
        if role == "near" or record.family == "abstract" or (role == "ground" and "ground" in record.rests):
            return False
        if on == "view":
            whole = record.facade or record.name not in _parts()
            return whole and (role == "far" or record.facade or record.family in ("plant", "creature", "vehicle"))
        if on == "top" and not record.alive:
            return thing.size <= LARGEST_ON_TOP
        if on in ("seat", "bed") and not record.alive:
            return "worn" in record.rests or ("held" in record.rests and thing.size <= LAID_BELOW)
        return True

    @staticmethod
    def _composes(thing: Candidate, anchor: Anchor) -> float:
        steps: dict[Composition, int] = {"hero": 0, "companion": 1, "backdrop": 2}
        return 0.8 * abs(steps[thing.part] - steps[anchor.part])


def best_anchor(
    fit: AnchorFit,
    thing: Candidate,
    free: Collection[str],
    framing: Framing | None,
    crowded: Callable[[Anchor], float] | None = None,
) -> tuple[Anchor, float] | None:
    """The anchor at which a thing costs least.

    Args:
        fit: of the place.
        thing: that looks for an anchor.
        free: names of the anchors that may be taken.
        framing: of the scene; None for any.
        crowded: what else an anchor costs for what is seen before or behind it.

    Returns:
        The anchor and its cost (no unit); None where none takes it for `DEAREST` or less.
    """
    costs = [(fit.cost(thing, anchor, framing), i) for i, anchor in enumerate(fit.place.anchors) if anchor.name in free]
    extra = (lambda anchor: 0.0) if crowded is None else crowded
    found = min(((cost + extra(fit.place.anchors[i]), i) for cost, i in costs if cost is not None), default=None)
    if found is None or found[0] > DEAREST:
        return None
    return fit.place.anchors[found[1]], found[0]
