"""What a dream names, and in what mood: the outcome of reading, before anything is staged or timed."""

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
    """What the words say of how a thing stands to others. Names are element ids, `viewer`, `figure` for a person."""

    noun: str = ""
    """The words that name it, in lower case: `berth` of a chair, `glove compartment` of a car."""
    definite: bool = False
    """Whether it is the one of what is there: "the windows", not "a window", not "the windows of a house"."""
    owner: str | None = None
    """Whose it is: the antecedent of "its", "their" or "whose" (`scene` where nothing was named), `viewer` for "my",
    `figure` for "his"."""
    part_of: str | None = None
    """The animal whose part it is: "the dragon opened one green eye"."""
    rests_on: str | None = None
    """What the words say it rests on: "a lamp burns on the table"."""
    held_by: str | None = None
    """Who holds or carries it."""


UNRELATED = Relations()


@dataclass(frozen=True, slots=True)
class Mention:
    """One thing the words call up: something seen, something that happens, something heard."""

    kind: Kind
    name: str
    """An id of the vocabulary: `lantern`, `shatter`, `heartbeat`."""
    mode: Mode
    start: int
    """First code point of the words that say it, in the source."""
    end: int
    word: int
    """Index of the word at which it appears (the first one inside the span that carries it)."""
    passage: int
    target: str | None = None
    """Events: the element it happens to, `viewer` or `scene`; elements and sounds: None."""
    strength: float = 1.0
    """0..1: 1 is the subject of the sentence, .3 an accent one might miss."""
    count: int = 0
    """How many the words say: 1 for "a lantern", 7 for "seven", 0 when they do not say."""
    many: bool = False
    """True for a plural or a multitude."""
    colour: Colour | None = None
    """The colour the words give it, if any."""
    manner: str | None = None
    """For "a storm of petals": petals in the manner of `storm`."""
    state: tuple[str, ...] = ()
    """What it already is on arrival: ("crack",) for "the cracked lantern"."""
    relations: Relations = UNRELATED
    """Elements: whose it is, what it is part of, on what it rests, who holds it, as far as the words say."""


@dataclass(frozen=True, slots=True)
class Mood:
    """How one passage feels and when it plays, smoothed over its neighbours."""

    valence: float
    """-1 grief .. 0 .. 1 comfort."""
    arousal: float
    """-1 still .. 1 stirred; already held down by the bedtime prior."""
    time_of_day: TimeOfDay
    """Carried over from passage to passage until another is named."""
    colours: tuple[Colour, ...] = ()
    """Colours named in the passage, in order, without repeats."""
    place: str | None = None
    """The element that sets the place (`garden`, `corridor`), carried over until another does."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All mentions of a dream in order of their start, and one mood per passage."""

    mentions: tuple[Mention, ...]
    moods: tuple[Mood, ...]
    _by_passage: Mapping[int, tuple[Mention, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        found: dict[int, list[Mention]] = {}
        for mention in self.mentions:
            found.setdefault(mention.passage, []).append(mention)
        object.__setattr__(self, "_by_passage", {passage: tuple(here) for passage, here in found.items()})

    def of(self, passage: int) -> tuple[Mention, ...]:
        """The mentions of one passage, by its index, in order of their start."""
        return self._by_passage.get(passage, ())
