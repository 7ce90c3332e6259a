"""Which going is an event: of what cannot walk, or where the words paint the way of going."""

from __future__ import annotations

import pytest

from dreamplayer.reading.ingest.parse import parse
from dreamplayer.reading.semantics.extract_mentions import read


def told(text: str) -> list[tuple[str, str | None]]:
    """What happens in a text, and to what."""
    return [
        (m.name, m.target) for m in read(parse(text, name="x")).mentions if m.kind == "event" and m.mode == "literal"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "My aunt walked to the well.",
        "I walked over the bridge.",
        "A fox ran along the wall.",
        "The children hurried past the barn.",
        "Soldiers marched through the valley.",
        "He crossed the garden.",
        "We moved on through the corridor.",
        "Let your mind wander.",
    ],
)
def test_walkers_that_walk_tell_no_event(text: str) -> None:
    """People, animals and the dreamer simply get somewhere."""
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("The lanterns walked over the hill.", "lantern"),
        ("A piano strode across the meadow.", "piano"),
        ("The candles marched up the stairs.", "candle"),
        ("A wardrobe limped through the garden.", "wardrobe"),
    ],
)
def test_what_cannot_walk_drifts_when_it_does(text: str, target: str) -> None:
    """A dream is made of such things."""
    assert ("drift", target) in told(text)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Two monks ambled along the river.", "crowd"),
        ("I roamed between the towers.", "viewer"),
        ("A mare trotted down the lane.", "horse"),
        ("She crept across the balcony.", "figure"),
        ("The cat prowled around the fountain.", "cat"),
    ],
)
def test_a_painted_way_of_going_is_seen(text: str, target: str) -> None:
    """The verb says how one goes: slowly, on soft feet, hither and thither."""
    assert ("drift", target) in told(text)


def test_roads_and_walls_that_wander_stay_where_they_are() -> None:
    """What goes along a landscape in words only does not move."""
    assert told("A wall wandered over the hills.") == []
    assert told("The road strolled on between two fields.") == []
