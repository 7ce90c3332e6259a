"""Where a thing is by what the words say of it (see `model.reading.Relations`): part of another, or resting on one."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import cache

from dreamplayer.catalogue import elements
from dreamplayer.drawing.element import Element
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.model.reading import UNRELATED, Reading, Relations
from dreamplayer.model.score import Cue, Span
from dreamplayer.model.stage import Placement
from dreamplayer.model.thing import Top
from dreamplayer.reading.lexicon.vocabulary import thing, things, vocabulary

_NEAR = 160
"""Code points within which a part of a body is that of the animal named before it."""


@cache
def _wholes(part: str) -> frozenset[str]:
    """Names of the things that have such a part."""
    return frozenset(name for name, whole in things().items() if part in whole.has)


@cache
def _ridden() -> frozenset[str]:
    """Names of the vehicles one sits in."""
    return frozenset(name for name, whole in things().items() if whole.rides)


@cache
def _with_openings() -> frozenset[str]:
    """Names of the buildings whose doors and windows need no owner named."""
    return frozenset(name for name, whole in things().items() if whole.has_openings)


class CueRelations:
    """The relations the reading gives to the thing of each cue.

    Args:
        reading: of the whole dream.
    """

    def __init__(self, reading: Reading) -> None:
        self._of = {(m.name, m.start): m.relations for m in reading.mentions if m.kind == "element"}

    def of(self, cue: Cue) -> Relations:
        """What the words say of the thing of one cue.

        Args:
            cue: of an element.

        Returns:
            `UNRELATED` for what notes or the place bring.
        """
        return UNRELATED if cue.char_start is None else self._of.get((cue.name, cue.char_start), UNRELATED)


def holders(cue: Cue, said: Relations) -> frozenset[str]:
    """The things a part is seen on already, if the words say that it is theirs: "with its windows".

    Args:
        cue: of the part.
        said: what the reading says of its relations.

    Returns:
        Names of all things it may be a part of, on stage or not; empty where it is no part.
    """
    if cue.char_start is None:
        return frozenset()
    part, wholes = thing(cue.name), _wholes(cue.name)
    if part.part_told == "named" and wholes:
        return wholes
    if said.noun in part.aboard_words:
        return _ridden()
    told = said.definite if part.part_told == "definite" else _is_owned(said)
    return (wholes if told else frozenset()) | (_ridden() if part.aboard and said.definite else frozenset())


def walls_of(cue: Cue, said: Relations, doing: Collection[tuple[int, str]]) -> frozenset[str]:
    """The buildings that have "the door" or "the windows" in them, where the same passage names one.

    Args:
        cue: of the door or window.
        said: what the reading says of its relations.
        doing: passages and targets of all events: what opens by itself is worth being seen by itself.

    Returns:
        Names of all such buildings; empty for anything but a door or window of one.
    """
    if not thing(cue.name).opening or (cue.passage, cue.name) in doing or not said.definite:
        return frozenset()
    return _with_openings()


def _is_owned(said: Relations) -> bool:
    """Whether it belongs to something named before it, not to a person or the dreamer."""
    return said.owner not in (None, "viewer", vocabulary().someone)


def belongs_to(part: Cue, said: Relations, beast: Cue) -> bool:
    """Whether a part of a body is the animal's named before it: "its mouth", "the dragon opened one green eye".

    Args:
        part: cue of the part.
        said: what the reading says of its relations.
        beast: cue of the last animal named.

    Returns:
        False where no animal is named within 160 code points before it.
    """
    if part.char_start is None or beast.char_end is None or not 0 <= part.char_start - beast.char_end < _NEAR:
        return False
    return _is_owned(said) or said.part_of == beast.name


@dataclass(frozen=True, slots=True)
class Below:
    """What something rests upon."""

    index: int
    """Of the cue below among those of the passage, or of what rests where that is on stage already."""
    cue: Cue
    """Of the thing below."""
    top: Top
    """Its surface."""
    place: Placement | None
    """None if it is still to come."""


def below_of(
    cues: tuple[Cue, ...], i: int, said: Relations, standing: Mapping[str, tuple[Cue, Placement]]
) -> Below | None:
    """What the words say a thing rests upon, if that is on stage or is named within the next words.

    Args:
        cues: of the passage, in order.
        i: index of the thing's own among them.
        said: what the reading says of its relations.
        standing: what is on stage, by name, with its place.

    Returns:
        None where the words say nothing, the surface is too small, or the thing is alive.
    """
    cue = cues[i]
    element = elements().get(cue.name)
    if cue.char_end is None or element is None or element.role not in ("prop", "air", "near"):
        return None
    if thing(cue.name).alive:
        # What lives goes on when the chair has gone.
        return None
    name = said.rests_on
    top = thing(name).tops if name is not None else None
    if name is None or top is None or element.size > top.largest or name not in elements():
        return None
    if name in standing and standing[name][0].span.end > cue.span.start:
        return Below(i, standing[name][0], top, standing[name][1])
    for j in range(i + 1, min(i + 8, len(cues))):
        later = cues[j]
        if later.kind == "element" and later.staged and later.name == name and later.passage == cue.passage:
            near = later.char_start is not None and later.char_start - cue.char_end < 60
            return Below(j, later, top, None) if near else None
    return None


def upon(below: Placement, top: Top, element: Element, seed: int) -> Placement:
    """A place on top of something, to one side of its middle, as large as such a thing would be there.

    Args:
        below: place of what it rests on.
        top: the surface.
        element: drawing of what rests.
        seed: of what rests; it chooses the side.
    """
    side = -1.0 if uniform_one(seed, 64) < 0.5 else 1.0
    return Placement(
        x=round(below.x + side * 0.34 * below.size, 4),
        y=round(below.y + top.height * below.size, 4),
        z=round(below.z - 0.05, 4),
        size=round(0.62 * below.size / max(element.size, 0.6), 4),
        spread=0.3,
    )


def resting(cue: Cue, end: float, leave: float) -> Cue:
    """The cue of what rests upon a thing, ended with it: nothing hangs in the air where a table was.

    Args:
        cue: of what rests.
        end: seconds of the night at which the thing below is gone.
        leave: seconds over which it withdraws before that.
    """
    if cue.span.start >= end:
        return replace(cue, staged=False, rests=None)
    if cue.span.end > end:
        return replace(cue, span=Span(cue.span.start, end), leave=leave)
    return cue
