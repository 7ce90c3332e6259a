"""The nouns of a language other than English, by the English nouns that mean the same, from its compiled table."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast, get_args

from dreamplayer.model.reading import TimeOfDay
from dreamplayer.reading.lexicon.vocabulary import SenseKind, vocabulary

TABLES = Path(__file__).with_name("tables")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an English noun names."""

    thing: str | None
    """Id of an element or a glyph."""
    place: str | None
    """Id of a place."""
    hour: TimeOfDay | None
    """The time of day it sets."""


@dataclass(frozen=True, slots=True)
class Names:
    """What the words of one language name. Forms are in lower case (case folding), inflected ones among them."""

    nouns: Mapping[str, str]
    """Form to the English noun that means the same."""
    before: frozenset[str]
    """Words that deny the noun after them: "ohne", "sin", "без"."""
    after: frozenset[str]
    """Words that deny the noun before them: "yok", "ない"."""
    longest: int
    """Words of the longest form."""


@cache
def meaning(noun: str) -> Meaning:
    """What an English noun names, by the lexicon that English is read with.

    Args:
        noun: in lower case, singular.
    """
    lexicon = vocabulary()
    first, _, tail = noun.partition(" ")
    entry, of_place = lexicon.entry(first), lexicon.place_entry(first)
    senses = lexicon.phrase(entry, tail) if tail else entry.alone
    places = lexicon.phrase(of_place, tail) if tail else of_place.alone
    named = noun.replace(" ", "-")
    elements = [s for s in senses if s.kind is SenseKind.ELEMENT]
    # "kite" is a bird beside other words only.
    plain = next((s.name for s in elements if s.constraint in ("", "noun")), None)
    drawn = lexicon.elements[named].glyph is None if named in lexicon.elements else False
    own = named if named in lexicon.elements else lexicon.exact.get(noun)
    thing = named if drawn else plain or own or next((s.name for s in elements), None)
    hour = next((s.name for s in senses if s.kind is SenseKind.TIME and s.name in get_args(TimeOfDay)), None)
    return Meaning(
        thing,
        next((s.name for s in places), None),
        cast(TimeOfDay | None, hour),
    )


@cache
def names_of(language: str) -> Names | None:
    """The table of a language, read once; None where there is none.

    Args:
        language: ISO 639-1 code.
    """
    path = TABLES / f"{language}.json"
    if not language.isalpha() or not path.is_file():
        return None
    raw = json.loads(path.read_text(encoding="utf-8"))
    # A hyphen parts words as a space does.
    forms = {form.replace("-", " "): noun for form, noun in raw["nouns"].items()}
    longest = max((form.count(" ") + 1 for form in forms), default=1)
    return Names(forms, frozenset(raw["before"]), frozenset(raw["after"]), longest)


@cache
def languages_with_names() -> tuple[str, ...]:
    """Codes of the languages that pictures are read from, besides English, in alphabetical order."""
    return tuple(sorted(path.stem for path in TABLES.glob("*.json")))
