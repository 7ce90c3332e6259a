"""Every passage has colours of its own, dark where they are cool and warm where they are light."""

from __future__ import annotations

from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from dreamplayer.kit.colour import (
    blend,
    decoded,
    dimmed,
    encoded,
    from_hex,
    from_oklab,
    hue_of,
    lch,
    luminance,
    melanopic,
    to_hex,
    to_oklab,
)
from dreamplayer.model.reading import Mood, TimeOfDay
from dreamplayer.model.stage import Stage
from dreamplayer.staging.palette import palette, stage

unit = st.floats(0.0, 1.0)
colours = st.tuples(unit, unit, unit)
moods = st.builds(
    Mood,
    st.floats(-1.0, 1.0),
    st.floats(-1.0, 1.0),
    st.sampled_from(get_args(TimeOfDay)),
    st.lists(colours, max_size=4).map(tuple),
)


@given(colours)
def test_oklab_both_ways(colour: tuple[float, float, float]) -> None:
    """Colours survive OKLab and the sRGB curve; black is black and white is white."""
    back = from_oklab(to_oklab(colour))
    assert all(abs(a - b) < 2e-4 for a, b in zip(back, colour, strict=True))
    assert all(abs(decoded(encoded(x)) - x) < 1e-9 for x in colour)
    again = from_hex(to_hex(colour))
    assert all(abs(encoded(a) - encoded(b)) < 0.0021 for a, b in zip(again, colour, strict=True))


def test_known_colours() -> None:
    """Reference values of Ottosson's paper: white is (1, 0, 0), sRGB red (0.628, 0.225, 0.126)."""
    assert all(abs(a - b) < 1e-3 for a, b in zip(to_oklab((1.0, 1.0, 1.0)), (1.0, 0.0, 0.0), strict=True))
    assert all(abs(a - b) < 1e-3 for a, b in zip(to_oklab((1.0, 0.0, 0.0)), (0.628, 0.225, 0.126), strict=True))
    violet, amber = from_hex("#8a5cff"), from_hex("#ffb060")
    assert melanopic(violet) / luminance(violet) > 2.5 > 0.8 > melanopic(amber) / luminance(amber)
    assert blend(violet, amber, 0.0)[0] - violet[0] < 1e-4
    assert abs(hue_of(lch(0.6, 0.1, 0.3))[1] - 0.3) < 1e-6
    assert abs(melanopic(dimmed(violet, 0.01)) - 0.01) < 1e-9


@given(moods, st.integers(0, 99), st.integers(0, 9))
def test_cool_is_dark_and_warm_is_light(mood: Mood, seed: int, passage: int) -> None:
    """Whatever a passage names, its sky stays within the night's budget and its one light is warm."""
    own = palette(mood, seed, passage)
    assert melanopic(own.zenith) <= 0.017
    assert melanopic(own.horizon) <= 0.046
    assert melanopic(own.glow) <= 0.17
    assert own.key[0] > own.key[1] > own.key[2]
    assert luminance(own.body) < luminance(own.horizon) + 0.01
    made = stage(mood, seed, passage, own)
    assert isinstance(made, Stage)
    assert 0.0 <= made.stars <= 1.0
    assert 0.0 <= made.clouds <= 1.0
    assert 0.002 < made.air.density < 0.1


def test_passages_differ() -> None:
    """The same mood in two passages gives two palettes; the same passage twice gives one."""
    mood = Mood(0.2, 0.0, "night", ((0.12, 0.03, 0.40),))
    made = [palette(mood, 7, passage) for passage in range(8)]
    assert len(set(made)) == 8
    assert made[3] == palette(mood, 7, 3)


def test_words_colour_the_passage() -> None:
    """A colour that is named is found again: green in the accent, violet in the sky, gold in the glow."""
    green, violet, gold = from_hex("#3a9a5a"), from_hex("#7030c0"), from_hex("#ffc040")
    own = palette(Mood(0.0, 0.0, "twilight", (green, violet, gold)), 1, 1)
    assert abs(hue_of(own.zenith)[1] - hue_of(violet)[1]) < 0.06
    assert abs(hue_of(own.glow)[1] - hue_of(gold)[1]) < 0.06
    only_green = palette(Mood(0.0, 0.0, "twilight", (green,)), 1, 1)
    assert abs(hue_of(only_green.accent)[1] - hue_of(green)[1]) < 0.03


def test_grief_is_greyer_than_comfort() -> None:
    """Grief takes colour and light from the sky, comfort gives them."""
    sad, kind = (palette(Mood(valence, 0.0, "night"), 3, 2) for valence in (-0.9, 0.9))
    assert hue_of(sad.horizon)[0] < hue_of(kind.horizon)[0]
    assert luminance(sad.key) < luminance(kind.key)
