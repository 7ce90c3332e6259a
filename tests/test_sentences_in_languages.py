"""Thirty sentences in each of eleven languages: what their plain nouns name is shown, and hardly anything else.

`other_languages/sentences.txt` has each sentence with its nouns translated back into English: what these name is what
the sentence may show. Further nouns than those that have a glyph or a drawing are not counted.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from dreamplayer.model.reading import Reading
from dreamplayer.reading.ingest.parse import parse
from dreamplayer.reading.languages.names import meaning
from dreamplayer.reading.lexicon.vocabulary import vocabulary
from dreamplayer.reading.semantics.extract_mentions import read

HERE = Path(__file__).parent / "other_languages"
LANGUAGES = ("de", "fr", "es", "it", "pt", "nl", "pl", "ru", "tr", "ja", "hi")
LEAST_SHOWN = 0.8
"""Share of the plain nouns that have a glyph or a drawing."""
MOST_WRONG = 0.05
"""Share of all that is shown."""
PLACES = {
    "de": "kitchen garden", "fr": "beach", "es": "meadow", "it": "bridge beach", "pt": "open_sea beach",
    "nl": "meadow bridge", "pl": "forest_path", "ru": "railway_platform forest_path", "tr": "garden",
    "ja": "forest_path village_lane", "hi": "riverbank",
}  # fmt: skip
"""Places that each tale names as where it plays."""
HOURS = {
    "de": "dusk night", "fr": "dusk night morning", "es": "night", "it": "dawn", "pt": "night", "nl": "",
    "pl": "dusk night morning", "ru": "dusk night morning", "tr": "night", "ja": "night", "hi": "night",
}  # fmt: skip
"""Times of day that each tale names."""


@cache
def _rows() -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {language: [] for language in LANGUAGES}
    for row in (HERE / "sentences.txt").read_text(encoding="utf-8").splitlines():
        if not row.startswith("#"):
            language, sentence, nouns = row.split("|")
            found[language].append((sentence, nouns))
    return found


def _named(noun: str) -> set[str]:
    """Ids of what an English noun shows: a thing that is drawn, a place, an hour."""
    means = meaning(noun)
    drawn = means.thing if means.thing in vocabulary().elements else None
    return {name for name in (drawn, means.place, means.hour) if name is not None}


def _shown(reading: Reading) -> set[str]:
    things = {m.name for m in reading.mentions if m.mode == "literal" and m.name in vocabulary().elements}
    hours = {mood.time_of_day for mood in reading.moods} - {"none"}
    return things | {place.name for place in reading.places} | set(hours)


@pytest.mark.parametrize("language", LANGUAGES)
def test_plain_nouns_are_shown_and_hardly_anything_else(language: str) -> None:
    """Four in five at least, one in twenty of what is shown wrong at most, and each sentence is of its language."""
    wanted = hit = shown = wrong = 0
    for sentence, nouns in _rows()[language]:
        dream = parse(sentence, name="x")
        assert dream.language == language, sentence
        seen = _shown(read(dream))
        allowed: set[str] = set()
        for noun in nouns.split(", "):
            names = set().union(*(_named(one) for one in noun.lstrip("~").split("/")))
            allowed |= names
            if names and not noun.startswith("~"):
                wanted, hit = wanted + 1, hit + bool(names & seen)
        shown, wrong = shown + len(seen), wrong + len(seen - allowed)
    assert len(_rows()[language]) == 30
    assert hit >= LEAST_SHOWN * wanted > 0
    assert wrong <= MOST_WRONG * shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_tale_plays_where_its_words_say(language: str) -> None:
    """The language, the places and the hours come from the words."""
    dream = parse((HERE / "tales" / f"{language}.md").read_text(encoding="utf-8"), name=language)
    reading = read(dream)
    assert {passage.language for passage in dream.passages} == {language}
    assert set(PLACES[language].split()) <= {place.name for place in reading.places if place.strength > 0.6}
    assert {mood.time_of_day for mood in reading.moods} - {"none"} == set(HOURS[language].split())
    assert len({m.name for m in reading.mentions if m.mode == "literal"}) > 12
