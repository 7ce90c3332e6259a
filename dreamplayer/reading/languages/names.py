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


WORD_LISTS = (
    "before", "after", "like_before", "like_next", "like_after", "there_before", "there_after", "away_before",
    "away_after", "nothing", "guarded", "articles", "parts",
)  # fmt: skip
"""Lists of a table besides its nouns, named as the fields of `Names`."""


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
    like_before: frozenset[str]
    """Words and phrases that only liken something to a noun after them: "wie ein", "comme un"."""
    like_next: frozenset[str]
    """The same of the very next word alone, since they mean other things too: "blanco como nieve"."""
    like_after: frozenset[str]
    """The same of the noun before them: "gibi", "のように"."""
    there_before: frozenset[str]
    """Words and phrases by which one is in the place after them: "in", "au bord de"."""
    there_after: frozenset[str]
    """The same of the place before them; endings of its noun begin with a hyphen: "-da"."""
    away_before: frozenset[str]
    """Words by which the place after them is only spoken of: "von", "de"."""
    away_after: frozenset[str]
    """The same of the place before them."""
    nothing: frozenset[str]
    """Forms that show nothing, whatever they end with or are part of: "Wasserhahn" is no rooster."""
    guarded: frozenset[str]
    """Nouns that are other words as well, unless an article precedes: "porte" is a door and "carries"."""
    articles: frozenset[str]
    """Articles and what else precedes nouns alone."""
    parts: frozenset[str]
    """Nouns without a picture that compounds begin with."""
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
    lists = {key: frozenset(raw.get(key, ())) for key in WORD_LISTS}
    return Names(nouns=forms, longest=max(longest, *(form.count(" ") + 1 for form in lists["nothing"] | {""})), **lists)


@cache
def languages_with_names() -> tuple[str, ...]:
    """Codes of the languages that pictures are read from, besides English, in alphabetical order."""
    return tuple(sorted(path.stem for path in TABLES.glob("*.json")))
