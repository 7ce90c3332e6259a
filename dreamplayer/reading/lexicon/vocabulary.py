"""The compiled lexicon as it is read at night: what a word or a phrase may call up."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from pathlib import Path

RATED = 0.7
"""Share that a mere rating of a word has beside a feeling written for it."""


class SenseKind(StrEnum):
    """What kind of thing a word sense names."""

    ELEMENT = "element"
    VERB = "verb"
    """A verb that tells an event."""
    SECOND_EVENT = "second-event"
    """A further event of a verb: what tumbles falls, and turns."""
    EVENT_NOUN = "event-noun"
    STATE = "state"
    """An adjective that says an event has already happened to its noun: "cracked"."""
    SOUND = "sound"
    COLOUR = "colour"
    TIME = "time"
    IDIOM = "idiom"


class Tag(StrEnum):
    """Inflected forms by their tags in the Penn Treebank."""

    VB = "VB"
    """Base form: rise."""
    VBZ = "VBZ"
    """Third person singular: rises."""
    VBG = "VBG"
    """Gerund or present participle: rising."""
    VBD = "VBD"
    """Past tense: rose."""
    VBN = "VBN"
    """Past participle: risen."""
    NNS = "NNS"
    """Plural noun: stars."""
    NONE = ""
    """Any other form."""


FINITE = frozenset({Tag.VB, Tag.VBZ, Tag.VBD})
PAST_TAGS = frozenset({Tag.VBD, Tag.VBN})
PRESENT_TAGS = frozenset({Tag.VB, Tag.VBZ})


@dataclass(frozen=True, slots=True)
class Sense:
    """One word sense: one thing a form may mean."""

    kind: SenseKind
    name: str
    """Id of an element, event, sound, colour or time; `~verb` for a verb whose event depends on its subject."""
    tag: Tag = Tag.NONE
    constraint: str = ""
    """What its surroundings must be like: `noun`, `colour`, or the name of a list of words one of which is near."""
    incidental: bool = False
    """Named in passing more often than seen ("morning")."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What is known of an element beyond its words."""

    family: str
    layer: str
    """back, mid, front or overlay."""
    persist: str
    """How long it stays if it is not named again: scene, passage or beat."""
    place: bool
    """True where it sets the place a passage plays in."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A word of the lexicon."""

    alone: tuple[Sense, ...]
    tails: Mapping[str, int]
    """Words that may follow it, to what the phrase means."""
    longest: int
    """Words of the longest phrase it begins, 1 for none."""


NOTHING = Entry((), {}, 1)


@dataclass(frozen=True)
class Vocabulary:
    """All words, and what they call up."""

    elements: Mapping[str, Kind]
    events: Mapping[str, tuple[str, str]]
    """Shape (impulse, ramp, state) and the sound it brings, "" for none."""
    sounds: frozenset[str]
    colours: Mapping[str, tuple[int, int, int]]
    """sRGB, 0..255."""
    words: Mapping[str, str]
    """First two letters to all that begins with them; see `compile`."""
    codes: Sequence[str]
    """Everything that forms may mean."""
    context: Mapping[str, Mapping[str, frozenset[str]]]
    subjects: Mapping[str, Mapping[str, str]]
    """Verbs whose event depends on their subject: element, family or `viewer` to event; `else` for all others."""
    adjectives: frozenset[str]
    mood: Mapping[str, tuple[float, float]]
    """Word to valence and arousal, -1..1."""
    cues: Mapping[str, tuple[float, float]]
    """The same for elements, events and sounds."""

    known: dict[str, Entry] = field(default_factory=dict, repr=False)
    """Entries looked up so far."""

    def entry(self, first: str) -> Entry:
        """What a word means alone and in the phrases it begins."""
        entry = self.known.get(first)
        if entry is None:
            entry = self.known[first] = self._entry(first)
        return entry

    def _entry(self, first: str) -> Entry:
        listed = self.words.get(first[:2], "")
        at = listed.find(f";{first}:")
        if at < 0:
            return NOTHING
        alone, *phrases = listed[at + len(first) + 2 : listed.index(";", at + 1)].split(",")
        tails: dict[str, int] = {}
        longest = 1
        for phrase in phrases:
            tail, _, code = phrase.partition("=")
            tails[tail] = int(code)
            longest = max(longest, tail.count(" ") + 2)
        return Entry(_senses(self.codes[int(alone)]) if alone else (), tails, longest)

    def senses(self, form: str) -> tuple[Sense, ...]:
        """Everything a form may mean; empty for a form that is not known."""
        first, _, tail = form.partition(" ")
        return self.phrase(self.entry(first), tail) if tail else self.entry(first).alone

    def phrase(self, entry: Entry, tail: str) -> tuple[Sense, ...]:
        """What a word and the words after it mean together."""
        code = entry.tails.get(tail)
        return () if code is None else _senses(self.codes[code])

    def forms(self) -> Iterator[str]:
        """Every form there is."""
        for listed in self.words.values():
            for line in listed.strip(";").split(";"):
                first = line.partition(":")[0]
                entry = self.entry(first)
                if entry.alone:
                    yield first
                yield from (f"{first} {tail}" for tail in entry.tails)


@cache
def _senses(codes: str) -> tuple[Sense, ...]:
    return tuple(_sense(code) for code in codes.split("|"))


_KINDS = {
    "e": SenseKind.ELEMENT, "v": SenseKind.VERB, "w": SenseKind.SECOND_EVENT, "n": SenseKind.EVENT_NOUN,
    "a": SenseKind.STATE, "s": SenseKind.SOUND, "c": SenseKind.COLOUR, "t": SenseKind.TIME, "x": SenseKind.IDIOM,
}  # fmt: skip
_TAGS = {
    "b": Tag.VB, "s": Tag.VBZ, "g": Tag.VBG, "d": Tag.VBD, "n": Tag.VBN, "p": Tag.NNS, "": Tag.NONE,
}  # fmt: skip
"""Letters of the compiled file."""


def _sense(code: str) -> Sense:
    kind, name, flags = code.split(":", 2)
    form, _, constraint = flags.partition("@")
    return Sense(_KINDS[kind], name, _TAGS[form.replace("~", "")], constraint, "~" in form)


@cache
def vocabulary() -> Vocabulary:
    """The lexicon, read once."""
    raw = json.loads(Path(__file__).with_name("lexicon.json").read_text(encoding="utf-8"))
    mood: dict[str, tuple[float, float]] = {}
    for feel, words in raw["ratings"].items():
        mood.update(dict.fromkeys(words.split(), (RATED * float(feel), 0.0)))
    mood.update((word, (v, a)) for word, (v, a) in raw["mood"].items())
    return Vocabulary(
        elements={name: Kind(*kind) for name, kind in raw["elements"].items()},
        events={name: (shape, sound) for name, (shape, sound) in raw["events"].items()},
        sounds=frozenset(raw["sounds"]),
        colours={name: tuple(rgb) for name, rgb in raw["colours"].items()},
        words=raw["words"],
        codes=raw["codes"],
        context={
            part: {key: frozenset(words) for key, words in table.items()} for part, table in raw["context"].items()
        },
        subjects=raw["subjects"],
        adjectives=frozenset(raw["adjectives"].split()),
        mood=mood,
        cues={name: (float(v), float(a)) for name, (v, a) in raw["cues"].items()},
    )
