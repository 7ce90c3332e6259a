"""What the words say of how a thing stands to others: owner, whole, support, holder."""

from __future__ import annotations

import pytest

from dreamplayer.model.reading import Relations
from dreamplayer.reading.ingest.parse import parse
from dreamplayer.reading.semantics.extract_mentions import read


def said(text: str, name: str) -> Relations:
    """The relations of the first element of that name."""
    found = read(parse(text, name="x")).mentions
    return next(m.relations for m in found if m.kind == "element" and m.name == name)


@pytest.mark.parametrize(
    ("text", "name", "owner"),
    [
        ("A tower stood there, its narrow windows dark.", "window", "tower"),
        ("My old boat lay in the reeds.", "boat", "viewer"),
        ("Her lantern burned.", "lantern", "figure"),
        ("The window was dark.", "window", None),
        ("A tower. In the wall the window was dark.", "window", None),
    ],
)
def test_possessives_name_an_owner(text: str, name: str, owner: str | None) -> None:
    """Possessives ("its", "whose") stand for the thing named before, "my" for the dreamer, "her" for a person."""
    assert said(text, name).owner == owner


@pytest.mark.parametrize(
    ("text", "name", "below"),
    [
        ("A lamp burned low on the table.", "lamp", "table"),
        ("A candle, upon the piano.", "candle", "piano"),
        ("A lamp burned. On the table lay dust.", "lamp", None),
        ("A lamp burned beside the table.", "lamp", None),
    ],
)
def test_what_a_thing_rests_on(text: str, name: str, below: str | None) -> None:
    """A support follows "on" in the same clause."""
    assert said(text, name).rests_on == below


def test_a_body_part_is_the_animals_named_in_its_clause() -> None:
    """The eye belongs to the dragon unless another sentence lies between."""
    assert said("The dragon opened one green eye.", "eye").part_of == "dragon"
    assert said("The dragon slept. There was a green eye above.", "eye").part_of is None


def test_definite_nouns_are_told_from_those_an_of_goes_on() -> None:
    """Definite nouns ("the windows") are those of what is there, "the windows of a house" are not."""
    assert said("The windows shone.", "window").definite
    assert not said("The windows of a house shone.", "window").definite
    assert not said("A window shone.", "window").definite


@pytest.mark.parametrize(
    ("text", "name", "holder"),
    [
        ("I carried a lantern.", "lantern", "viewer"),
        ("A child held the lantern.", "lantern", "child"),
        ("There was a candle in my hand.", "candle", "viewer"),
        ("A lantern stood there.", "lantern", None),
    ],
)
def test_who_holds_it(text: str, name: str, holder: str | None) -> None:
    """The subject of a verb of holding, or whose hand it is in."""
    assert said(text, name).held_by == holder


def test_somebody_with_a_thing_holds_it() -> None:
    """Right after somebody, and only what can be held."""
    text = "A boy was walking with a lantern. A man stood with a horse."
    assert said(text, "lantern").held_by == "child"
    assert said(text, "horse").held_by is None


@pytest.mark.parametrize(
    ("text", "thing", "holder"),
    [
        ("A woman in a scarf walked along the wall with a lantern.", "lantern", "figure"),
        ("The miller sat on a sack, playing a violin.", "violin", "figure"),
    ],
)
def test_who_is_with_a_thing_holds_it(text: str, thing: str, holder: str) -> None:
    """The last who is alive, whatever stands between; an instrument that is played is in somebody's hands."""
    found = [m for m in read(parse(text, name="made-up")).mentions if m.kind == "element" and m.name == thing]
    assert [m.relations.held_by for m in found] == [holder]
