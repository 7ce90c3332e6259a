"""The record of one visible thing: everything known about it besides its drawing.

A record is written in `elements/<family>/<thing>.toml`, beside the drawing, and compiled with the words into the
lexicon. Staging, sound and reading query the record; no other file lists things by name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from dreamplayer.model.atmosphere import Season
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
"""Lifetime of a thing that is not named again. moment: some seconds. passage: to the end of its passage, and of
the next one if that names little. scene: until the setting changes."""
PartTold = Literal["owned", "definite", "named"]
"""What makes a thing a part of a whole on stage: a possessive ("its windows"), the definite article ("the wall"),
or its bare name ("a carriage" of the train)."""
Enclosure = Literal["walls", "rock"]
"""What encloses a person inside it and hides everything beyond: walls drawn around what stands there, or rock."""
Felt = Literal["owned", "bare"]
"""When a part of the dreamer's body is felt and not seen. owned: with a possessive ("my eyes"). bare: without too."""
Material = Literal["plain", "seen", "hidden"]
"""How a material is shown where it only says what another thing is made of: plain, as any noun; seen, always;
hidden, never."""
_NONE: Mapping[str, str] = MappingProxyType({})
RoomSize = Literal["small", "middle", "wide", "vast"]
"""Size of the acoustic space."""


@dataclass(frozen=True, slots=True)
class Location:
    """Ground and camera of a scene set by a thing."""

    ground: GroundKind
    eye: float = 1.25
    """Eye height in metres."""
    focal: float = 1.3
    """Focal length in half screen heights."""
    horizon: float = -0.28
    """Screen height of the horizon, -1 bottom .. 1 top."""
    ridges: float | None = None
    """Height of the hills behind, 0..1; None leaves it to the passage."""
    weight: float = 1.0
    """How strongly its words set the scene, relative to others of the same passage."""


@dataclass(frozen=True, slots=True)
class Top:
    """A surface other things may rest on."""

    height: float
    """Height above the foot in metres, at its natural size."""
    largest: float
    """Largest size in metres that rests there."""


@dataclass(frozen=True, slots=True)
class Hover:
    """Position of a part of a person that appears by itself in the air."""

    height: float = 0.30
    """Screen height of its middle, -1 bottom .. 1 top."""
    tall: float = 0.40
    """Its height on the screen, in half screen heights."""


@dataclass(frozen=True, slots=True)
class Manners:
    """Ways of drawing a thing (`Cue.manner`) that its surroundings choose."""

    outdoors: str | None = None
    """Under the sky, except on water: a lamp stands on its post."""
    usual: str | None = None
    """Everywhere, unless the passage names one of `not_with`."""
    not_with: frozenset[str] = frozenset()
    """Ids of things that rule `usual` out."""


@dataclass(frozen=True, slots=True)
class Thing:
    """One visible thing. Lengths are metres; a flag the record doesn't set is False."""

    name: str
    """Its id in the vocabulary: `boat`."""
    family: Family
    size: float
    """True height, or longest side of what lies, hangs or flies; of a single one where many are drawn."""
    rests: frozenset[Rest]
    """Every way it may be supported."""
    stays: Stay
    """Its lifetime."""
    at_home: frozenset[str] = frozenset()
    """Places it belongs to, without the words explaining it; empty for what may be anywhere."""
    has: frozenset[str] = frozenset()
    """Parts drawn with it: named with a possessive ("its windows"), they are already in the picture."""
    part_told: PartTold = "owned"
    """What makes this thing a part of a whole that `has` it."""
    tops: Top | None = None
    """Surface for other things; None where it has none."""
    alive: bool = False
    """A person or an animal: it does not rest on furniture, and goes where it likes."""
    lamp: bool = False
    """Emits light."""
    many: int = 5
    """How many appear for a plural without a number."""
    mass: bool = False
    """One and many are the same thing: "the leaves" are "a leaf"; but "the lanterns" are not "the lantern"."""
    sound: frozenset[str] = frozenset()
    """Sound beds that play while it is on stage."""
    mood: tuple[float, float] | None = None
    """Valence -1..1 and arousal -1..1 of a passage that names it."""

    sets_place: bool = False
    """Naming it sets the place the passage plays in."""
    surrounds: bool = False
    """A place one can be inside: it is left when the story moves to another place."""
    stands_on: frozenset[GroundKind] | None = None
    """Grounds it may stand on; None for any."""
    hours: frozenset[TimeOfDay] | None = None
    """Times of day at which it is seen; None for any."""
    view: Location | None = None
    """Set-up of a scene whose strongest word it is; None where it says nothing about the scene."""
    movable: bool = False
    """Its `view` gives way to a place out of doors: a table stands in a meadow as well."""

    enclosure: Enclosure | None = None
    """What encloses a person inside it; None where nothing does."""
    narrow: bool = False
    """An enclosure so narrow that people stand near its middle."""
    facade: bool = False
    """Seen from outside, and not from within walls."""
    settlement: bool = False
    """Lies around buildings: one who names it has come out to see it."""
    land: bool = False
    """Land or water one stands in or by: left behind by going indoors."""
    looked_through: bool = False
    """Looked at or through from within: left behind by going out."""

    rides: bool = False
    """A vehicle one sits in: to a passenger "the doors" and "the window" are parts of it."""
    aboard: bool = False
    """What a passenger sees of such a vehicle: its inside."""
    aboard_words: frozenset[str] = frozenset()
    """Words of it that mean a part of such a vehicle wherever one is on stage: the seat of a train."""
    has_openings: bool = False
    """A building: "the door" and "the windows" of its passage are parts of it."""
    opening: bool = False
    """A door or window: part of a building in the same passage."""
    body_part: bool = False
    """A body part: drawn by itself only while nobody is on stage."""
    pronoun: bool = False
    """Possible antecedent of he, she, it or they: it stays while they refer to it."""

    someone: bool = False
    """Stands for a person named only by a pronoun."""
    agent: bool = False
    """Possible agent: in "someone painted the walls" the walls are the patient."""
    plural: bool = False
    """A singular word for many: "they" may stand for it."""
    felt: Felt | None = None
    """When it is felt and not seen; None for what is always seen."""
    shine_words: frozenset[str] = frozenset()
    """Words that, with a possessor, mean only its shine: "the lantern's light"."""
    wearable: bool = False
    """Not shown by itself where somebody wears it."""
    weather_verbs: frozenset[str] = frozenset()
    """Stems of the weather verbs that name it: "it rained"."""
    lit: bool = False
    """"Star-lit" shows it."""
    shows_modifier: bool = False
    """The noun that modifies it is seen as well: the ice of an ice planet."""
    literal_of: bool = False
    """Seen even where it is "of" an abstract thing: an orb of hope."""
    material: Material | None = None
    """How it is shown as the material of another thing; None for what others aren't made of."""
    vague_place: bool = False
    """Sets the place of a passage only if nothing else does."""

    glyph: str | None = None
    """Code point (hexadecimal) of the outline it is shown by, as a vision; None for what has a drawing of its own."""
    vision: str = "drawing"
    """What its vision is made of: `drawing` its own, the code point of a glyph that is told better, or `none`: weather,
    ground and what shows no form in motes is never a vision."""
    plain: bool = False
    """Furniture, a tool or a garment that is taken for granted: where there are houses it is at an anchor or unseen,
    never a vision."""
    veil: str | None = None
    """Id of what fills the air while one place gives way to another in a passage that names this; None for nothing."""
    veil_season: Season | None = None
    """The season in which it does so of itself, between places under the open sky."""
    modern: bool = False
    """Of a time in which no old tale is set: a traffic light, a laptop."""
    tale: bool = False
    """Typical of fairy tales: a castle, a magic wand."""

    half_width: float = 0.42
    """Half of its drawing's width, in multiples of its natural size."""
    skyline: bool = False
    """Lies behind everything: floating in front of it counts as floating in the open."""
    of_sky: bool = False
    """The sky of its hours shows it by itself: the stars, a sunset."""
    disc: bool = False
    """A body in the sky that covers what is behind it."""
    broadside: bool = False
    """Takes up room beside what stands, however far away it is."""
    glow_height: float | None = None
    """Screen heights above the horizon at which it hangs over the glow of the sky; None for the rest of the sky."""
    figure_height: float | None = None
    """Height of the single figures it is made of, by which its distance is chosen; None takes `size`."""
    hover: Hover = Hover()
    """Its position where it appears in the air by itself."""
    manners: Manners = Manners()
    """Ways of drawing it that its surroundings choose."""
    poses: Mapping[str, str] = field(default_factory=lambda: _NONE, hash=False)
    """Pose of a person or animal by the stem of the verb it is the subject of: sit -> sit, doze -> sleep. Drawings take
    it as `Moment.manner`."""
    kinds: Mapping[str, str] = field(default_factory=lambda: _NONE, hash=False)
    """Kind of person or animal by the word that names it: grandmother -> old woman. Part of `Moment.manner`, put
    before the pose: "old woman/sit"."""
    room: RoomSize | None = None
    """Size of its acoustic space; None where the ground decides."""

    def seen_at(self, hour: TimeOfDay) -> bool:
        """Whether it is visible at a time of day: no stars in the morning, no sunset at night.

        Args:
            hour: time of day of the passage.
        """
        return self.hours is None or hour in self.hours

    def may_stand_on(self, ground: GroundKind) -> bool:
        """Whether it may stand on a ground: a car does not follow into a corridor.

        Args:
            ground: kind of ground of the scene.
        """
        return self.stands_on is None or ground in self.stands_on


def things_of(rows: Mapping[str, Mapping[str, object]]) -> dict[str, Thing]:
    """Parse the records of many things.

    Args:
        rows: the table of each thing by its name, as TOML or JSON parse to.

    Returns:
        The records by name.

    Raises:
        TypeError: see `thing_of`.
    """
    return {name: thing_of(name, row) for name, row in rows.items()}


def thing_of(name: str, row: Mapping[str, object]) -> Thing:
    """Parse the record of one thing.

    Args:
        name: its id in the vocabulary.
        row: its table as TOML or JSON parse to: keys are fields of `Thing`, lists become sets (`mood` a pair), inner
            tables become `Top`, `Location`, `Hover` or `Manners`; `poses` and `kinds` list, for each pose or kind, the
            words that call for it.

    Raises:
        TypeError: an unknown key, or a required one is missing.
    """
    values: dict[str, object] = {}
    for key, value in row.items():
        if isinstance(value, list):
            values[key] = tuple(value) if key == "mood" else frozenset(value)
        elif isinstance(value, Mapping):
            if key in _WORD_TABLES:
                values[key] = _by_word(value)
                continue
            kind = _TABLES[key]
            inner = {k: frozenset(v) if isinstance(v, list) else v for k, v in value.items()}
            values[key] = kind(**inner)
        else:
            values[key] = value
    return Thing(name=name, **values)  # type: ignore[arg-type]


def _by_word(table: Mapping[str, object]) -> Mapping[str, str]:
    """Invert a table of comma-separated words by what they call for: {sit = "sit, perch"} to {sit: sit, perch: sit}."""
    return MappingProxyType(
        {word.strip(): name for name, words in table.items() for word in str(words).split(",") if word.strip()}
    )


_WORD_TABLES = frozenset({"poses", "kinds"})
_TABLES: dict[str, type] = {"tops": Top, "view": Location, "hover": Hover, "manners": Manners}
