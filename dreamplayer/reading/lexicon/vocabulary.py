"""The compiled lexicon as it is read at night: what a word or a phrase may call up."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, cached_property
from pathlib import Path

from dreamplayer.model.event import EventRecord
from dreamplayer.model.place import PlaceRecord, place_record_of
from dreamplayer.model.thing import Family, Thing, thing_of

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
class Entry:
    """A word of the lexicon."""

    alone: tuple[Sense, ...]
    tails: Mapping[str, str]
    """Words that may follow it, to what the phrase means."""
    longest: int
    """Words of the longest phrase it begins, 1 for none."""


NOTHING = Entry((), {}, 1)


@dataclass(frozen=True)
class Vocabulary:
    """All words, and what they call up."""

    elements: Mapping[str, Thing]
    """The record of everything that can be seen, drawn or as a vision, by name."""
    undrawn: Mapping[str, Family]
    """Things that are known by name and neither drawn nor a glyph: their families."""
    events: Mapping[str, EventRecord]
    """The record of every event, by name."""
    sounds: frozenset[str]
    colours: Mapping[str, tuple[int, int, int]]
    """sRGB, 0..255."""
    words: Mapping[str, str]
    """First word to what it means alone and in phrases: `alone;words that may follow=meaning;...`; see `compile`."""
    context: Mapping[str, Mapping[str, frozenset[str]]]
    subjects: Mapping[str, Mapping[str, str]]
    """Verbs whose event depends on their subject: element, family or `viewer` to event; `else` for all others."""
    adjectives: frozenset[str]
    mood: Mapping[str, tuple[float, float]]
    """Word to valence and arousal, -1..1."""
    cues: Mapping[str, tuple[float, float]]
    """The same for elements, events and sounds."""

    places: Mapping[str, PlaceRecord] = field(default_factory=dict)
    """The record of every place, by name."""
    place_words: Mapping[str, str] = field(default_factory=dict)
    """First word to what it means alone and in phrases as the name of a place, as `words`."""

    exact: Mapping[str, str] = field(default_factory=dict)
    """Words that mean a thing with a drawing, to the glyph that is exactly what they name."""

    loose: frozenset[str] = frozenset()
    """Words that call a thing whose drawing is not the very thing they name: no vision of it is seen for them."""

    verb_stems: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The base forms of each irregular form of a verb."""

    known: dict[str, Entry] = field(default_factory=dict, repr=False)
    """Entries looked up so far."""
    known_undrawn: dict[str, Thing] = field(default_factory=dict, repr=False)
    """Records of things without a drawing, made so far."""
    forms_of: dict[tuple[SenseKind, str], list[str]] = field(default_factory=dict, repr=False)
    """Kind and name of a meaning to its forms, filled by the first `words_of`."""

    def record(self, name: str) -> Thing:
        """The record of a thing that a word may name; a plain one of its family where it has no drawing.

        Args:
            name: its id; of one the vocabulary does not have (notes may give any) the record fits anywhere.
        """
        found = self.elements.get(name) or self.known_undrawn.get(name)
        if found is None:
            found = self.known_undrawn[name] = _plain(name, self.undrawn.get(name, "object"))
        return found

    @cached_property
    def someone(self) -> str:
        """The thing that stands for a person told by a pronoun alone."""
        return next(name for name, record in self.elements.items() if record.someone)

    @cached_property
    def weather_verbs(self) -> Mapping[str, str]:
        """Stems of the verbs of weather to what falls: "it drizzled" lets rain fall."""
        return {stem: name for name, record in self.elements.items() for stem in record.weather_verbs}

    def entry(self, first: str) -> Entry:
        """What a word means alone and in the phrases it begins.

        Args:
            first: a word in lower case.
        """
        entry = self.known.get(first)
        if entry is None:
            entry = self.known[first] = _entry(self.words.get(first))
        return entry

    def place_entry(self, first: str) -> Entry:
        """The places a word names alone and in the phrases it begins; their senses have the kind `ELEMENT`.

        Args:
            first: a word in lower case.
        """
        return _entry(self.place_words.get(first))

    def forms_of_place(self, name: str) -> tuple[str, ...]:
        """All forms that may name a place, in alphabetical order.

        Args:
            name: its id.
        """
        found = set()
        for first in self.place_words:
            entry = self.place_entry(first)
            forms = {first: entry.alone, **{f"{first} {tail}": _senses(code) for tail, code in entry.tails.items()}}
            found |= {form for form, senses in forms.items() if any(sense.name == name for sense in senses)}
        return tuple(sorted(found))

    def senses(self, form: str) -> tuple[Sense, ...]:
        """Everything a form may mean; empty for a form that is not known.

        Args:
            form: a word or phrase in lower case, words separated by single spaces.
        """
        first, _, tail = form.partition(" ")
        return self.phrase(self.entry(first), tail) if tail else self.entry(first).alone

    def phrase(self, entry: Entry, tail: str) -> tuple[Sense, ...]:
        """What a word and the words after it mean together.

        Args:
            entry: of the first word.
            tail: the words after it, separated by single spaces.
        """
        code = entry.tails.get(tail)
        return () if code is None else _senses(code)

    def forms(self) -> Iterator[str]:
        """Every form there is."""
        for first in self.words:
            entry = self.entry(first)
            if entry.alone:
                yield first
            yield from (f"{first} {tail}" for tail in entry.tails)

    def words_of(self, kind: SenseKind, name: str) -> tuple[str, ...]:
        """All forms that may name something, in alphabetical order.

        Args:
            kind: `SenseKind.ELEMENT` for a thing, `SenseKind.SOUND` for a sound.
            name: its id.
        """
        if not self.forms_of:
            for form in sorted(self.forms()):
                for sense in self.senses(form):
                    listed = self.forms_of.setdefault((sense.kind, sense.name), [])
                    if form not in listed[-1:]:
                        listed.append(form)
        return tuple(self.forms_of.get((kind, name), ()))


def _entry(listed: str | None) -> Entry:
    """A word of the compiled file; `NOTHING` for one that is not listed."""
    if listed is None:
        return NOTHING
    alone, *phrases = listed.split(";")
    tails: dict[str, str] = {}
    longest = 1
    for phrase in phrases:
        tail, _, code = phrase.partition("=")
        tails[tail] = code
        longest = max(longest, tail.count(" ") + 2)
    return Entry(_senses(alone) if alone else (), tails, longest)


def _plain(name: str, family: Family) -> Thing:
    alive = family in ("people", "creature")
    return Thing(name, family, 1.0, frozenset({"stands"}), "passage", alive=alive, agent=family == "people")


@cache
def _senses(codes: str) -> tuple[Sense, ...]:
    return tuple(_sense(code) for code in codes.split("|"))


_KINDS = {str(kind): kind for kind in SenseKind}
_TAGS = {str(tag): tag for tag in Tag}


def _sense(code: str) -> Sense:
    """A sense as it is compiled: `kind:name:tag~@gate`."""
    kind, name, flags = code.split(":", 2)
    tag, _, constraint = flags.partition("@")
    return Sense(_KINDS[kind], name, _TAGS[tag.replace("~", "")], constraint, "~" in tag)


@cache
def vocabulary() -> Vocabulary:
    """The lexicon, read once."""
    raw = json.loads(Path(__file__).with_name("lexicon.json").read_text(encoding="utf-8"))
    return Vocabulary(
        elements={name: thing_of(name, record) for name, record in raw["things"].items()},
        undrawn=raw["undrawn"],
        exact=raw["exact"],
        loose=frozenset(raw["loose"]),
        events={name: EventRecord(name, **record) for name, record in raw["events"].items()},
        sounds=frozenset(raw["sounds"]),
        colours={name: tuple(rgb) for name, rgb in raw["colours"].items()},
        words=raw["words"],
        context={
            part.removeprefix("context."): {key: frozenset(words) for key, words in table.items()}
            for part, table in raw.items()
            if part.startswith("context.")
        },
        subjects=raw["subjects"],
        adjectives=frozenset(raw["adjectives"]),
        mood={word: (v, a) for word, (v, a) in raw["mood"].items()},
        cues={name: (v, a) for name, (v, a) in raw["cues"].items()},
        places={name: place_record_of(name, record) for name, record in raw["places"].items()},
        place_words=raw["place_words"],
        verb_stems={form: tuple(bases) for form, bases in raw["verb_stems"].items()},
    )


def place_records() -> Mapping[str, PlaceRecord]:
    """The record of every place, by name.

    Returns:
        Records by the id of the place.
    """
    return vocabulary().places


@cache
def things() -> Mapping[str, Thing]:
    """The record of everything that has a drawing, by name.

    Returns:
        Records by the id of the thing.
    """
    return {name: record for name, record in vocabulary().elements.items() if record.glyph is None}


@cache
def glyphs() -> Mapping[str, Thing]:
    """The record of everything that is shown as a vision by the outline of a glyph, by name.

    Returns:
        Records by the id of the thing.
    """
    return {name: record for name, record in vocabulary().elements.items() if record.glyph is not None}


def thing(name: str) -> Thing:
    """The record of a name; of one the vocabulary does not have (notes may give any) a plain one that fits anywhere.

    Args:
        name: id in the vocabulary, or any name from notes.
    """
    return vocabulary().record(name)


def event_record(name: str) -> EventRecord:
    """The record of an event; of one the vocabulary does not have (notes may give any) a plain one.

    Args:
        name: id in the vocabulary, or any name from notes.
    """
    return vocabulary().events.get(name) or EventRecord(name)
