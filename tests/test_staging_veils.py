"""What lies between two places: suggested by weather, words, places and season, in that order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dreamplayer.catalogue import elements
from dreamplayer.model.atmosphere import Atmosphere
from dreamplayer.model.reading import Mention
from dreamplayer.model.score import DARK, Scene, Span
from dreamplayer.model.stage import Palette, Stage
from dreamplayer.reading.lexicon.vocabulary import place_records, things
from dreamplayer.staging.veils import veil_between


def scene(place: str | None, **atmosphere: str) -> Scene:
    """A scene in a place, under this weather and in this season."""
    bare = Scene(0, Span(0.0, 10.0), 4.0, 0, 1, 0.0, 0.0, "night", Stage(), Palette(), place_id=place)
    return replace(bare, atmosphere=Atmosphere(**atmosphere))  # type: ignore[arg-type]


def said(*names: str) -> list[Mention]:
    """Mentions of these things."""
    return [Mention("element", name, "literal", 0, 0, i, 0, 1) for i, name in enumerate(names)]


@pytest.mark.parametrize(
    ("before", "now", "names", "veil"),
    [
        (scene("kitchen"), scene("library"), (), DARK),
        (scene("kitchen"), scene("library"), ("petals",), "petals"),
        (scene("kitchen"), scene("meadow"), ("flower", "snow"), "petals"),
        (scene("meadow", weather="snow"), scene("village_lane", weather="snow"), ("flower",), "snow"),
        (scene("meadow", weather="fog"), scene("village_lane"), ("flower",), "petals"),
        (scene("meadow", weather="fog"), scene("village_lane"), (), "fog"),
        (scene("kitchen", weather="rain"), scene("library", weather="rain"), (), DARK),
        (scene("meadow", season="autumn"), scene("village_lane", season="autumn"), (), "leaves"),
        (scene("meadow"), scene("village_lane"), (), DARK),
        (scene("meadow"), scene("among_stars"), (), "stardust"),
        (scene("meadow"), scene("meadow"), ("petals",), ""),
        (scene(None), scene("meadow"), ("petals",), ""),
        (None, scene("meadow"), ("petals",), ""),
    ],
)
def test_the_words_suggest_it(before: Scene | None, now: Scene, names: tuple[str, ...], veil: str) -> None:
    """Weather one comes into, then words, then weather one leaves, places, season; within a place there is none."""
    assert veil_between(before, now, said(*names)) == veil


def test_every_veil_is_drawn_in_the_air() -> None:
    """What records name as a veil is an element that fills the air."""
    named = {record.veil for record in (*things().values(), *place_records().values())} - {None}
    assert named
    assert all(elements()[name].role in ("air", "weather") for name in named if name is not None)
