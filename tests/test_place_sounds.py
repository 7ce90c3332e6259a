"""A place has its own sound: beds, far strikes, and the weather before it or behind its windows."""

from __future__ import annotations

from itertools import pairwise

from dreamplayer.catalogue import sounds
from dreamplayer.model.atmosphere import Atmosphere
from dreamplayer.model.reading import Reading
from dreamplayer.model.score import Cue, Scene, Span
from dreamplayer.model.stage import Palette, Stage
from dreamplayer.staging.soundscape import Soundscape

EMPTY = Reading((), (), ())


def _heard(place: str, weather: str = "clear", seconds: float = 200.0) -> tuple[list[Cue], dict[str, Cue]]:
    scene = Scene(
        passage=0, span=Span(20.0, 20.0 + seconds), crossfade=4.0, char_start=0, char_end=1, valence=0.0, arousal=0.0,
        time_of_day="night", stage=Stage(), palette=Palette(), place_id=place, framing="x",
        atmosphere=Atmosphere(weather=weather),  # type: ignore[arg-type]
    )  # fmt: skip
    found = Soundscape(EMPTY, seed=3, known=sounds()).hear(scene, (), ())
    return [cue for _, cue in found.named], {name: cue for name, (_, cue) in found.going.items()}


def test_a_kitchen_sounds_of_its_range_and_a_deck_of_its_rigging() -> None:
    """Each place calls the beds of its record."""
    assert "kitchen-range" in _heard("kitchen")[1]
    assert "rigging" in _heard("ship_deck")[1]
    assert "undersea" in _heard("undersea")[1]


def test_rain_is_louder_outdoors_than_through_a_window() -> None:
    """The weather has a bed of its own, half as strong behind glass."""
    outdoors, indoors = (_heard(place, "rain")[1]["rain"].strength for place in ("village_lane", "bedroom"))
    assert outdoors > indoors > 0.5


def test_far_strikes_are_seldom_and_never_change() -> None:
    """An owl in the wood: not at once, never two within half a minute; a longer scene changes none."""
    strikes, _ = _heard("forest_path")
    starts = [cue.span.start for cue in strikes if cue.name == "owl"]
    assert len(starts) >= 2
    assert starts[0] >= 25.0
    assert all(b - a >= 30.0 for a, b in pairwise(starts))
    assert all(cue.span.start < 220.0 for cue in strikes)
    longer, _ = _heard("forest_path", seconds=400.0)
    assert longer[: len(strikes)] == strikes
