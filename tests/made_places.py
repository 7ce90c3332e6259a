"""Places for tests of staging: cameras, anchors and words, and nothing drawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import pytest

from dreamplayer.drawing.place import Place, PlaceLight
from dreamplayer.drawing.solids.solid import Scenery
from dreamplayer.model.place import Anchor, Framing, PlaceRecord, place_record_of
from dreamplayer.model.stage import Palette
from dreamplayer.reading.lexicon.compile import place_words
from dreamplayer.reading.lexicon.vocabulary import vocabulary
from dreamplayer.staging.notes import notes_file
from dreamplayer.timeline import composition

FRAMINGS = (
    Framing("wide", (0.0, 1.5, -4.5), focal=1.1, horizon=-0.05),
    Framing("near", (-0.8, 1.2, -2.6), yaw=0.15, focal=1.5, horizon=0.1),
    Framing("low", (1.2, 0.7, -3.2), yaw=-0.2, focal=1.2, horizon=-0.25),
)
RECORDS: dict[str, dict[str, Any]] = {
    "kitchen": {
        "kind": "indoors", "words": "kitchen, scullery, farmhouse kitchen", "implied_by": {"bread": 0.4, "cheese": 0.3},
        "ground": "wood", "sounds": ["fire", "room-tone"], "room": "small", "has": ["table", "window", "lamp", "onion"],
        "still": True,
    },
    "parlour": {
        "kind": "indoors", "words": "parlour, sitting room", "ground": "wood", "sounds": ["room-tone"],
        "room": "small", "of_kind": True, "has": ["window", "wall"], "still": True,
    },
    "compartment": {
        "kind": "indoors", "words": "compartment", "ground": "wood", "sounds": ["train-far"], "room": "small",
        "moves": True, "has": ["train", "window"],
    },
    "meadow": {
        "kind": "land", "words": "meadow, hayfield", "ground": "meadow", "sounds": ["garden-night"], "room": "wide",
        "of_kind": True, "sky": True,
    },
    "forest_path": {
        "kind": "land", "words": "forest path", "implied_by": {"forest": 1.0}, "ground": "soil",
        "sounds": ["wind"], "room": "middle", "sky": True, "has": ["tree", "forest"],
    },
    "still_lake": {
        "kind": "water", "words": "still lake", "implied_by": {"lake": 1.0}, "ground": "water",
        "sounds": ["water"], "room": "wide", "of_kind": True, "sky": True, "water": True,
    },
}  # fmt: skip
INDOORS = (
    Anchor("table_middle", (0.0, 0.78, 0.0), "top", 0.7, "hero", room=0.6),
    Anchor("table_left", (-0.6, 0.78, 0.1), "top", 0.5, room=0.3),
    Anchor("window_sill", (1.6, 1.0, 1.6), "top", 0.5, room=0.3, holds=("flower",)),
    Anchor("floor_middle", (0.9, 0.0, -0.6), "floor", 2.2, "hero", ("wide", "low"), room=0.8, verbs=("stand", "walk")),
    Anchor("floor_stove", (-1.5, 0.0, 1.0), "floor", 2.0, verbs=("cook", "stir")),
    Anchor("hearth_rug", (0.4, 0.0, 0.6), "floor", 1.2, smallest=0.2, verbs=("sleep", "lie")),
    Anchor("chair", (-0.4, 0.46, 0.7), "seat", 1.9, facing=0.4, verbs=("sit", "read")),
    Anchor("beam_hook", (0.5, 2.2, 0.8), "hang", 0.8),
    Anchor("back_wall", (-0.7, 1.5, 2.4), "wall", 1.2, "backdrop"),
)
OUTDOORS = (
    Anchor("near_left", (-1.2, 0.0, 0.5), "floor", 3.5, "hero", room=1.5, verbs=("stand", "walk", "sit")),
    Anchor("near_right", (1.3, 0.0, 1.0), "floor", 3.5, room=1.5),
    Anchor("middle", (0.2, 0.0, 3.0), "floor", 6.0, room=3.0),
    Anchor("stone", (0.9, 0.5, 0.2), "top", 0.8),
    Anchor("bough", (-1.8, 2.4, 1.5), "hang", 1.2),
    Anchor("air_left", (-1.5, 1.9, 2.0), "air", 3.0),
    Anchor("air_right", (1.2, 2.2, 3.0), "air", 3.0),
    Anchor("far", (6.0, 0.0, 60.0), "view", 60.0, "backdrop", smallest=2.5, room=10.0),
    Anchor("moonrise", (-60.0, 60.0, 250.0), "sky", 400.0),
)
ON_WATER = (
    Anchor("water_near", (-0.8, 0.0, 2.0), "sea", 3.0, "hero"),
    Anchor("water_far", (2.0, 0.0, 14.0), "sea", 30.0),
)


def _place(name: str, kind: str) -> Place:
    anchors = {"indoors": INDOORS, "land": OUTDOORS, "water": (*OUTDOORS, *ON_WATER)}[kind]
    return Place(name, FRAMINGS, anchors, lambda seed: Scenery((), (), ()), lambda air: PlaceLight({}, Palette()))


def made_records() -> dict[str, PlaceRecord]:
    """The records of the made-up places, by name."""
    return {name: place_record_of(name, row) for name, row in RECORDS.items()}


def made_places() -> dict[str, Place]:
    """The made-up places, by name."""
    return {name: _place(name, str(row["kind"])) for name, row in RECORDS.items()}


@contextmanager
def in_made_places(places: Mapping[str, Place] | None = None) -> Iterator[Mapping[str, Place]]:
    """Let the made-up places be all there are, for reading and staging.

    Args:
        places: that have a drawing; None for all.
    """
    drawn = made_places() if places is None else places
    lexicon = vocabulary()
    with pytest.MonkeyPatch.context() as patch:
        for name in list(lexicon.places):
            patch.delitem(lexicon.places, name)  # type: ignore[arg-type]
        for word in list(lexicon.place_words):
            patch.delitem(lexicon.place_words, word)  # type: ignore[arg-type]
        for name, record in made_records().items():
            patch.setitem(lexicon.places, name, record)  # type: ignore[arg-type]
        for word, code in place_words(RECORDS, {}).items():
            patch.setitem(lexicon.place_words, word, code)  # type: ignore[arg-type]
        patch.setattr(composition, "places", lambda: drawn)
        patch.setattr(notes_file, "places", lambda: drawn)
        yield drawn
