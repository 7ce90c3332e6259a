"""The record of every place names things, sounds and words that exist, and no word names two places."""

from __future__ import annotations

from collections import Counter

import pytest

from dreamplayer.catalogue import places, sounds
from dreamplayer.model.place import PLACE_KINDS, PlaceRecord
from dreamplayer.reading.lexicon.vocabulary import place_records, vocabulary

RECORDS = sorted(place_records().values(), key=lambda record: record.name)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.name)
def test_it_names_what_exists(record: PlaceRecord) -> None:
    """Its things are in the vocabulary, its sounds are found and one goes on, its kind is a folder's."""
    known = vocabulary().elements
    assert record.kind in PLACE_KINDS
    assert [name for name in record.implied_by if name not in known] == []
    assert [name for name in record.has if name not in known] == []
    assert all(0.0 < abs(weight) <= 1.0 for weight in record.implied_by.values())
    assert "bed" in {sounds()[name].part for name in record.sounds}


def test_every_record_has_its_drawing() -> None:
    """No record is left without a place, and none the other way round."""
    assert set(places()) == set(place_records())


def test_no_word_names_two_places() -> None:
    """A word without a gate means one place: the first would always be meant."""
    lexicon = vocabulary()
    named: Counter[str] = Counter()
    for first in lexicon.place_words:
        entry = lexicon.place_entry(first)
        forms = {first: entry.alone, **{f"{first} {tail}": lexicon.phrase(entry, tail) for tail in entry.tails}}
        for form, senses in forms.items():
            named[form] = len({sense.name for sense in senses if not sense.constraint})
    assert [form for form, count in named.items() if count > 1] == []


def test_one_place_stands_for_its_kind() -> None:
    """What is no place of its own has one to go to: a room, open land, water."""
    of_kind = Counter(record.kind for record in RECORDS if record.of_kind)
    assert max(of_kind.values()) == 1
    assert {"indoors", "land", "water"} <= set(of_kind)


CLOSE_PEOPLE = "old_town_street mountain_pass beach church railway_platform meadow forest_path undersea".split()


@pytest.mark.parametrize("name", CLOSE_PEOPLE)
def test_somebody_is_seen_from_near(name: str) -> None:
    """In one framing a person has a third to a half of the picture's height, with the feet above the captions."""
    place = places()[name]
    found = [
        (framing.screen(anchor.position)[1], 0.5 * framing.focal * 1.7 / framing.view(anchor.position)[2])
        for framing in place.framings
        for anchor in place.anchors
        if anchor.surface == "floor" and anchor.part == "hero" and anchor.largest >= 1.9
        if anchor.seen_in(framing.name) and framing.view(anchor.position)[2] > 1.0
    ]
    assert any(foot >= -0.6 and 0.35 <= tall <= 0.5 for foot, tall in found)


def test_every_framing_has_a_calm_spot() -> None:
    """Where a vision may hover before nothing that one looks at."""
    assert [f"{p.name}/{f.name}" for p in places().values() for f in p.framings if not f.calm] == []
