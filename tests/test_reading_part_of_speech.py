"""What is a thing and what is a doing, where a word may be either."""

from __future__ import annotations

import pytest

from dreamplayer.reading.ingest.parse import parse
from dreamplayer.reading.semantics.extract_mentions import read


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
        ("Bats fly over the roof.", "bat", "bird"),
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


@pytest.mark.parametrize(
    ("text", "there", "not_there"),
    [
        ("In the attic stands the trunk with the brass lock.", "box", "tree"),
        ("The trunk of the tree is hollow.", "tree", "box"),
        ("The night train leaves the station under a full moon.", "train", "rocket"),
        ("The astronauts come home to the mothership.", "rocket", "train"),
        ("Rain starts to drum on the tiles.", "roof", "room"),
        ("I lie on the white tiles of the kitchen.", "room", "roof"),
        ("Across the desert a caravan of camels walks.", "crowd", "car"),
        ("Palm trees grow there.", "palm-tree", "hand"),
        ("The lighthouse turns its patient beam.", "lightbeam", "figure"),
        ("Its breath is warm as bread, and the dragon sleeps.", "dragon", "food"),
        ("Dark as night fell, the owl sang on.", "owl", "food"),
    ],
)
def test_words_are_taken_as_their_neighbours_mean_them(text: str, there: str, not_there: str) -> None:
    """A trunk with a lock is luggage, a station with trains no spaceship; what is only likened is not seen."""
    seen = named(text, "element")
    assert there in seen
    assert not_there not in seen


@pytest.mark.parametrize("text", ["A monkey in a red shawl waits.", "He wears a cape.", "I feel my shawl."])
def test_what_is_worn_needs_no_cloth_in_the_air(text: str) -> None:
    """Garments somebody wears are read and not staged."""
    found = [m for m in read(parse(text, name="d")).mentions if m.name == "cloth"]
    assert found
    assert all(m.strength < 0.4 for m in found)


def test_a_ring_that_is_lost_rings_no_bell() -> None:
    """A ring sounds where it is a doing."""
    assert "bell" not in named("Inside the egg is your ring.", "sound")
    assert "bell" in named("Far away they ring in the tower.", "sound")


def test_falls_that_are_heard_do_not_fall() -> None:
    """The falls are a thing: nothing happens."""
    assert not named("You hear the falls.", "event")
    assert "fall" in named("An apple falls.", "event")


@pytest.mark.parametrize(
    ("text", "sounds"),
    [
        ("A sleeping dog lies there.", set()),
        ("A dog lies there.", {"dog"}),
        ("An owl carved above the gate looks down.", set()),
        ("Somewhere there is a drum.", {"drum"}),
    ],
)
def test_what_sleeps_gives_no_sound(text: str, sounds: set[str]) -> None:
    """A sleeping dog does not bark, a carved owl does not call."""
    assert named(text, "sound") - {"breath"} == sounds


def test_rain_that_drums_is_no_drum() -> None:
    """The drum sounds where it is a thing."""
    assert "drum" not in named("Rain starts to drum on the roof.", "sound")


def test_what_is_only_called_an_eye_is_none() -> None:
    """A peak that is a tooth is a peak; a spirit may be an eye."""
    assert named("The peak is a black tooth.", "element") == {"mountain"}
    assert "eye" in named("An eye is above the lake.", "element")


@pytest.mark.parametrize(
    ("text", "shown"), [("scissors", False), ("television", False), ("crates", True), ("cartons", True)]
)
def test_only_what_looks_like_a_chest_is_shown_as_one(text: str, shown: bool) -> None:
    """A crate looks like a chest; scissors do not, and no cue says they are one."""
    found = [m for m in read(parse(f"She finds the {text}.", name="d")).mentions if m.name == "box"]
    assert [m.strength > 0.4 for m in found] == [True] * shown


def test_when_it_rains_nothing_else_rains() -> None:
    """The weather happens to the scene, not to the horses named before it."""
    found = read(parse("Our horses were folded, and when it rained we ran.", name="d")).mentions
    assert {m.target for m in found if m.kind == "event" and m.name in ("pour", "fall")} == {"scene"}


def test_whom_one_went_to_school_with_is_no_school() -> None:
    """A school is seen where somebody is in it."""
    assert "school" not in named("The church is full of people I went to school with.", "element")
    assert "school" in named("I went to my old school.", "element")


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("It began to rain.", {"rain"}),
        ("It was snowing again.", {"snow"}),
        ("It rains petals.", {"petals"}),
        ("It did not rain.", set()),
        ("I start to rain.", set()),
    ],
)
def test_weather_told_by_a_verb_is_seen(text: str, seen: set[str]) -> None:
    """Where it rains there is rain, unless something else rains, and it sounds only where it does."""
    assert named(text, "element") == seen
    assert ("rain" in named(text, "sound")) == (text in ("It began to rain.", "It rains petals.", "I start to rain."))


@pytest.mark.parametrize("marks", ['""', "“”"])
def test_what_is_said_is_less_than_what_is_told(marks: str) -> None:
    """A subway train of which somebody speaks is weaker than one that comes, whichever marks are typed."""
    text = f"A boat waits. {marks[0]}You left it on the subway,{marks[1]} he says, and a train comes."
    found = read(parse(text, name="d")).mentions
    assert [(m.name, m.strength) for m in found if m.kind == "element"] == [
        ("boat", 1.0),
        ("train", 0.6),
        ("train", 1.0),
    ]


def test_one_mark_alone_opens_no_speech() -> None:
    """An inch mark, or a mark forgotten, leaves the rest of a passage told."""
    found = read(parse('A 12" record turns. A train comes.', name="d")).mentions
    assert [m.strength for m in found if m.name == "train" and m.kind == "element"] == [1.0]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Solveig slept in the barn.", {"figure", "barn"}),
        ("The Victoria lay at anchor by the quay.", set()),
        ("We crossed Elizabeth Bridge.", {"bridge"}),
        ("She laid the rose upon the table.", {"flower", "table"}),
    ],
)
def test_given_names_are_people(text: str, shown: set[str]) -> None:
    """A given name shows a person, unless it names a ship or a bridge; a rose that is a word is a flower."""
    seen = named(text, "element")
    assert shown <= seen
    assert ("figure" in seen) == ("figure" in shown)
