"""What is a thing and what is a doing, where a word may be either."""

from __future__ import annotations

import pytest

from dreamplayer.text.imagery import read
from dreamplayer.text.parse import parse


def named(text: str, kind: str) -> set[str]:
    """Names of a kind that a sentence calls up."""
    return {m.name for m in read(parse(text, name="d")).mentions if m.kind == kind and m.mode == "literal"}


@pytest.mark.parametrize(
    ("text", "there", "not_there"),
    [
        ("A giant steps over the hedges.", "giant", "stairs"),
        ("A few steps lead down to the water.", "stairs", "giant"),
        ("An old clock hangs above a hundred steps.", "stairs", "giant"),
        ("The giant stairs lead up.", "stairs", "giant"),
        ("An owl in spectacles hands you a lantern.", "lantern", "hand"),
        ("His hands you would know anywhere.", "hand", "lantern"),
    ],
)
def test_what_is_done_is_no_thing(text: str, there: str, not_there: str) -> None:
    """Where "a giant steps" a giant walks and no stairs stand, who "hands you a key" shows none; counted steps do."""
    seen = named(text, "element")
    assert there in seen
    assert not_there not in seen


def test_what_one_thing_does_happens_to_it() -> None:
    """A word that may tell what the next is like is the one that rises, behind "a"."""
    found = [m for m in read(parse("A giant rises.", name="d")).mentions if m.kind == "event"]
    assert [(m.name, m.target) for m in found] == [("rise", "giant")]


@pytest.mark.parametrize(
    ("text", "sounds"),
    [
        ("A dark star falls.", set()),
        ("Rain falls on the roof.", {"rain"}),
        ("Far off you hear the falls.", {"waterfall"}),
    ],
)
def test_what_falls_is_no_waterfall(text: str, sounds: set[str]) -> None:
    """Only falls that are a thing roar."""
    assert named(text, "sound") == sounds
