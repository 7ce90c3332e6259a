"""What the directions of a script name: what "waves on a beach" sounds like, where "a kitchen at night" is."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from dreamplayer.errors import TextError
from dreamplayer.model.reading import Mention, PlaceMention, Reading
from dreamplayer.model.text import Dream
from dreamplayer.reading.ingest.parse import parse
from dreamplayer.reading.lexicon.vocabulary import vocabulary
from dreamplayer.reading.semantics.extract_mentions import read

ASKED = 2.0
"""Strength of a place that a direction asks for: it goes before all that the words name."""


def sounds_named(phrase: str) -> tuple[str, ...]:
    """Names of the sounds and elements a phrase names, sounds first; read like any text.

    Args:
        phrase: words of a direction.
    """
    found = _mentions(phrase)
    heard = [mention.name for mention in found if mention.kind == "sound"]
    seen = [mention.name for mention in found if mention.kind == "element"]
    return tuple(dict.fromkeys((*heard, *seen)))


def place_named(phrase: str) -> str | None:
    """The element that sets the place a phrase names; None where it names none.

    Args:
        phrase: words of a direction.
    """
    elements = vocabulary().elements
    seen = [m.name for m in _mentions(phrase) if m.kind == "element" and elements[m.name].sets_place]
    return next((name for name in seen if not elements[name].vague_place), seen[0] if seen else None)


def scenery_named(phrase: str) -> str | None:
    """The place (`places/`) that a phrase names; None where it names none.

    Args:
        phrase: words of a direction.
    """
    return next((mention.name for mention in _reading(phrase).places if mention.mode != "negated"), None)


def with_places(reading: Reading, dream: Dream) -> Reading:
    """The reading with the places the directions of its script ask for: each until the words name another.

    Args:
        reading: of the dream, as its words alone have it.
        dream: with the directions of its script.
    """
    moods = list(reading.moods)
    asked: list[PlaceMention] = []
    for direction in dream.directions:
        if direction.kind != "place":
            continue
        first = next((p.index for p in dream.passages if p.sentences[-1].words[-1].index >= direction.word), None)
        if first is None or first >= len(moods):
            continue
        place = scenery_named(direction.name)
        if place is not None:
            span = direction.char_start, direction.char_end, direction.word
            asked.append(PlaceMention(place, "literal", *span, first, strength=ASKED))
        name = place_named(direction.name)
        if name is None:
            continue
        before = reading.moods[first].place
        for i in range(first, len(moods)):
            if i > first and reading.moods[i].place != before:
                break
            moods[i] = replace(moods[i], place=name)
    places = sorted((*reading.places, *asked), key=lambda mention: mention.start)
    return replace(reading, moods=tuple(moods), places=tuple(places))


def _mentions(phrase: str) -> tuple[Mention, ...]:
    return _reading(phrase).mentions


@lru_cache(256)
def _reading(phrase: str) -> Reading:
    try:
        return read(parse(f"There was {phrase}.", name="phrase"))
    except TextError:
        return Reading((), ())
