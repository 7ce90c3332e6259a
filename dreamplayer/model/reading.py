"""The result of reading a dream: what it names and in what mood, before anything is staged or timed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["element", "event", "sound"]
Mode = Literal["literal", "figurative", "negated"]
TimeOfDay = Literal["night", "twilight", "dusk", "dawn", "sunrise", "morning", "day", "none"]
Colour = tuple[float, float, float]
"""Linear light, 0..1 each, red first."""


@dataclass(frozen=True, slots=True)
class Relations:
    """Relations of a mentioned thing to others, as far as the words state them.

    Names are element ids, `viewer` for the dreamer, or `figure` for a person.
    """

    noun: str = ""
    """The noun phrase that names it, in lower case: `berth` for a chair, `glove compartment` for a car."""
    definite: bool = False
    """Whether it has a definite article and no "of": "the windows", not "a window", not "the windows of a house"."""
    owner: str | None = None
    """Possessor: the antecedent of "its", "their" or "whose" (`scene` where nothing was named), `viewer` for "my",
    `figure` for "his"."""
    part_of: str | None = None
    """The animal it is a body part of: "the dragon opened one green eye"."""
    rests_on: str | None = None
    """What it rests on, by the words: "a lamp burns on the table"."""
    held_by: str | None = None
    """Who holds or carries it."""
    near: tuple[str, ...] = ()
    """The words of the noun phrase that says where it is: "table" for "at the table", "kitchen window"."""
    away: bool = False
    """Of surroundings: whether they are left, seen from elsewhere or only spoken of: "out of the window the garden"."""
    inside: bool = False
    """Of surroundings: whether the words say that one is in them: "in a small cabin"."""
    doing: tuple[str, ...] = ()
    """Of people and animals: stems of the verbs that may tell what it does, in order, every stem a form may have."""
    scale: float = 1.0
    """Size over true size where the words make it giant or tiny."""


UNRELATED = Relations()
"""Nothing is said of its relations."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention in the text: of a thing seen, an event or a sound."""

    kind: Kind
    name: str
    """An id of the vocabulary: `lantern`, `shatter`, `heartbeat`."""
    mode: Mode
    start: int
    """First code point of the words that name it, in the source."""
    end: int
    """One past their last code point (half-open)."""
    word: int
    """Index of the word at which it appears: the first one inside the span that names it."""
    passage: int
    """Index of the passage."""
    target: str | None = None
    """Events: the patient, an element id, `viewer` or `scene`; elements and sounds: None."""
    strength: float = 1.0
    """0..1, its prominence: 1 the subject of the sentence, .3 an accent one might miss."""
    count: int = 0
    """Number named by the words: 1 for "a lantern", 7 for "seven", 0 where they name none."""
    many: bool = False
    """True for a plural or a multitude."""
    colour: Colour | None = None
    """Colour named by the words, if any."""
    manner: str | None = None
    """Way of drawing it: in "a storm of petals" the petals have the manner `storm`."""
    state: tuple[str, ...] = ()
    """Events already complete when it appears: ("crack",) for "the cracked lantern"."""
    pictured: bool = True
    """Elements: False where its name calls up no picture: a dead metaphor ("the key to sleep"), a measure of something
    abstract ("a sea of calm"), a part of an animal that is there."""
    relations: Relations = UNRELATED
    """Elements: possessor, whole, support and holder, as far as the words state them."""


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """One mention of a place by its name: "in the kitchen"."""

    name: str
    """Id of the place."""
    mode: Mode
    start: int
    """First code point of the words that name it, in the source."""
    end: int
    """One past their last code point (half-open)."""
    word: int
    """Index of the first of these words."""
    passage: int
    """Index of the passage."""
    strength: float = 1.0
    """1 where a preposition says that one is there, .95 where it is named without one, .6 where it is only spoken of or
    seen from elsewhere, 2 where a direction of the script asks for it."""
    vague: bool = False
    """Whether the words only say that one is indoors or out of doors: "inside, a fire was burning", "we went out
    again". The name is that of the place that stands for its kind."""


@dataclass(frozen=True, slots=True)
class Mood:
    """Sentiment, time of day and place of one passage, smoothed over its neighbours."""

    valence: float
    """-1 grief .. 0 .. 1 comfort."""
    arousal: float
    """-1 still .. 1 stirred, already lowered by the bedtime prior."""
    time_of_day: TimeOfDay
    """Carried over from passage to passage until the text names another."""
    colours: tuple[Colour, ...] = ()
    """Colours named in the passage, in order, without repetitions."""
    place: str | None = None
    """Id of the element that sets the place (`garden`, `corridor`), carried over until another one does."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All mentions of a dream, sorted by start, and one mood per passage."""

    mentions: tuple[Mention, ...]
    moods: tuple[Mood, ...]
    places: tuple[PlaceMention, ...] = ()
    """Places by their names, sorted by start."""
    _by_passage: Mapping[int, tuple[Mention, ...]] = field(init=False, repr=False, compare=False)
    _places: Mapping[int, tuple[PlaceMention, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        found: dict[int, list[Mention]] = {}
        for mention in self.mentions:
            found.setdefault(mention.passage, []).append(mention)
        object.__setattr__(self, "_by_passage", {passage: tuple(here) for passage, here in found.items()})
        places: dict[int, list[PlaceMention]] = {}
        for place in self.places:
            places.setdefault(place.passage, []).append(place)
        object.__setattr__(self, "_places", {passage: tuple(here) for passage, here in places.items()})

    def of(self, passage: int) -> tuple[Mention, ...]:
        """The mentions of one passage, sorted by start.

        Args:
            passage: index of the passage; one without mentions, or out of range, returns none.
        """
        return self._by_passage.get(passage, ())

    def places_of(self, passage: int) -> tuple[PlaceMention, ...]:
        """The places that one passage names, sorted by start.

        Args:
            passage: index of the passage; one that names none, or out of range, returns none.
        """
        return self._places.get(passage, ())
