"""The record of one thing that can be seen: everything known of it beyond its drawing.

A record is written in `elements/<family>/<thing>.toml`, beside the drawing, and compiled with the words into the
lexicon. Staging, sound and reading ask the record; no other file lists things by name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from dreamplayer.model.reading import TimeOfDay
from dreamplayer.model.stage import GroundKind

Family = Literal[
    "people", "creature", "plant", "earth", "water", "cold", "sky", "light", "fire", "built", "home", "vehicle",
    "object", "paper", "abstract",
]  # fmt: skip
Rest = Literal[
    "stands", "lies", "hangs", "leans", "floats", "swims", "flies", "sky", "ground", "weather", "held", "worn"
]
"""A way to be supported. stands lies leans: on a surface. hangs: from something. floats swims: on and in water.
flies: in the air by itself. sky: in the heavens. ground: is the ground, or lies in it. weather: fills the air.
held worn: by somebody."""
Stay = Literal["moment", "passage", "scene"]
"""How long a thing stays that is not named again. moment: some seconds. passage: to the end of its passage, and of
the next one if that names little. scene: until another setting takes its place."""
PartTold = Literal["owned", "definite", "named"]
"""What makes a thing a part of a whole on stage: a possessive ("its windows"), the definite article ("the wall"),
or its mere name ("a carriage" of the train)."""
Enclosure = Literal["walls", "rock"]
"""What surrounds one who is in it, and hides all beyond: walls that are drawn around what stands there, or rock."""
Felt = Literal["owned", "bare"]
"""When a part of the dreamer's own body is felt and not seen: told as theirs ("my eyes"), or by its bare name too."""
Material = Literal["plain", "seen", "hidden"]
"""How a thing that others may be made of is seen where it is only that: as any noun; nevertheless; not at all."""
RoomSize = Literal["small", "middle", "wide", "vast"]
"""How large a space sounds."""


@dataclass(frozen=True, slots=True)
class Location:
    """The ground one stands on and the camera one looks through where a thing sets the scene."""

    ground: GroundKind
    eye: float = 1.25
    """Metres above the ground."""
    focal: float = 1.3
    """In half screen heights."""
    horizon: float = -0.28
    """Screen height of the horizon, -1 bottom .. 1 top."""
    ridges: float | None = None
    """Height of the hills behind, 0..1; None leaves it to the passage."""
    weight: float = 1.0
    """How strongly its words set the scene, against others of the same passage."""


@dataclass(frozen=True, slots=True)
class Top:
    """A surface other things may rest on."""

    height: float
    """Metres above the thing's foot, at its natural size."""
    largest: float
    """Metres: what is larger does not rest there."""


@dataclass(frozen=True, slots=True)
class Hover:
    """Where a part of a person is seen that appears by itself in the air."""

    height: float = 0.30
    """Screen height of its middle, -1 bottom .. 1 top."""
    tall: float = 0.40
    """Its height on the screen, in half screen heights."""


@dataclass(frozen=True, slots=True)
class Manners:
    """Ways of drawing a thing (`Cue.manner`) that its surroundings choose."""

    outdoors: str | None = None
    """Under the sky, though not on water: a lamp stands on its post."""
    usual: str | None = None
    """Everywhere, unless its passage names one of `not_with`."""
    not_with: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing that can be seen. Lengths are metres; every flag is False where the record does not say."""

    name: str
    """Its id in the vocabulary: `boat`."""
    family: Family
    size: float
    """True height, or longest side of what lies, hangs or flies; of one where it is drawn as many."""
    rests: frozenset[Rest]
    """All the ways it may be supported."""
    stays: Stay
    at_home: frozenset[str] = frozenset()
    """Places it belongs to, where no words are needed to explain it; empty for what may be anywhere."""
    has: frozenset[str] = frozenset()
    """Parts drawn with it: told as its own ("its windows"), they are seen on it already."""
    part_told: PartTold = "owned"
    """What makes this thing a part of a whole that `has` it."""
    tops: Top | None = None
    alive: bool = False
    """A person or an animal: it does not rest on furniture, and goes where it likes."""
    lamp: bool = False
    """Gives light."""
    many: int = 5
    """How many appear for a plural the words do not count."""
    mass: bool = False
    """One and many are the same thing: "the leaves" are "a leaf"; but "the lanterns" are not "the lantern"."""
    sound: frozenset[str] = frozenset()
    """Sound beds it calls while it is on stage."""
    mood: tuple[float, float] | None = None
    """Valence -1..1 and arousal -1..1 it gives the passage that names it."""

    sets_place: bool = False
    """Naming it sets the place the passage plays in."""
    surrounds: bool = False
    """One can be in it: it stays behind when the story goes on to another place."""
    stands_on: frozenset[GroundKind] | None = None
    """Grounds it may stand on; None for any."""
    hours: frozenset[TimeOfDay] | None = None
    """Times of day at which it is seen; None for any."""
    view: Location | None = None
    """How a scene is set up that it names most strongly; None where it says nothing of the scene."""
    movable: bool = False
    """Its `view` gives way to a place out of doors: a table stands in a meadow as well."""

    enclosure: Enclosure | None = None
    narrow: bool = False
    """An enclosure so narrow that people stand near its middle."""
    facade: bool = False
    """Seen from outside: it is not seen from within walls."""
    settlement: bool = False
    """Lies around buildings: one who names it has come out to see it."""
    land: bool = False
    """Land or water one stands in or by: left behind by going indoors."""
    looked_through: bool = False
    """Looked at or through from within: left behind by going out."""

    rides: bool = False
    """A vehicle one sits in: "the doors", "the window" are its own to a passenger."""
    aboard: bool = False
    """What a passenger sees of such a vehicle."""
    aboard_words: frozenset[str] = frozenset()
    """Those of its words that mean a part of such a vehicle wherever one is on stage: the seat of a train."""
    has_openings: bool = False
    """A building: "the door" and "the windows" told in its passage are its own."""
    opening: bool = False
    """A door or window: part of a building of its passage."""
    body_part: bool = False
    """Part of somebody: drawn by itself only while nobody is on stage."""
    pronoun: bool = False
    """He, she, it or they may go on about it: it stays while they do."""

    someone: bool = False
    """Stands for a person who is told by a pronoun alone."""
    agent: bool = False
    """Does things to others: in "someone painted the walls" the walls are what it happens to."""
    plural: bool = False
    """A singular word for many: "they" may stand for it."""
    felt: Felt | None = None
    shine_words: frozenset[str] = frozenset()
    """Words that mean only the shine of what they belong to where they have an owner: "the lantern's light"."""
    wearable: bool = False
    """Not shown by itself where somebody wears it."""
    drawn_for: frozenset[str] | None = None
    """Those of its words its drawing stands for, and what ends with its name; others are read and not shown."""
    weather_verbs: frozenset[str] = frozenset()
    """Stems of the verbs by which the weather lets it fall: "it rained"."""
    lit: bool = False
    """"Star-lit" shows it."""
    shows_modifier: bool = False
    """The noun before it is seen as well: the ice of an ice planet."""
    literal_of: bool = False
    """Seen even where it is "of" an abstract thing: an orb of hope."""
    material: Material | None = None
    vague_place: bool = False
    """Sets the place of a passage only where nothing else does."""

    half_width: float = 0.42
    """Half of its drawing's width, in its natural size."""
    skyline: bool = False
    """Lies behind everything: to float before it is to float in the open."""
    disc: bool = False
    """A body in the sky that covers what is behind it."""
    broadside: bool = False
    """Takes up room beside what stands, however far away it is."""
    glow_height: float | None = None
    """Screen heights above the horizon at which it hangs over the glow of the sky; None for the rest of the sky."""
    figure_height: float | None = None
    """Metres of the single figures it is made of, by which its distance is chosen; None for its own size."""
    hover: Hover = Hover()
    manners: Manners = Manners()
    room: RoomSize | None = None
    """How large the place sounds; None where its ground decides."""

    def seen_at(self, hour: TimeOfDay) -> bool:
        """Whether it can be seen at a time of day: no stars in the morning, no sunset at night."""
        return self.hours is None or hour in self.hours

    def may_stand_on(self, ground: GroundKind) -> bool:
        """Whether it may stand on a ground: a car does not follow into a corridor."""
        return self.stands_on is None or ground in self.stands_on


def things_of(rows: Mapping[str, Mapping[str, object]]) -> dict[str, Thing]:
    """Records from their tables, by name; see `thing_of`."""
    return {name: thing_of(name, row) for name, row in rows.items()}


def thing_of(name: str, row: Mapping[str, object]) -> Thing:
    """One record from its table as TOML or JSON give it.

    Raises:
        TypeError: a key that no record has, or a required key that is missing.
    """
    values: dict[str, object] = {}
    for key, value in row.items():
        if isinstance(value, list):
            values[key] = tuple(value) if key == "mood" else frozenset(value)
        elif isinstance(value, Mapping):
            kind = _TABLES[key]
            inner = {k: frozenset(v) if isinstance(v, list) else v for k, v in value.items()}
            values[key] = kind(**inner)
        else:
            values[key] = value
    return Thing(name=name, **values)  # type: ignore[arg-type]


_TABLES: dict[str, type] = {"tops": Top, "view": Location, "hover": Hover, "manners": Manners}
