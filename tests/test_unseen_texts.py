"""Kinds of faults that texts nobody had tuned for showed: the wrong place, somebody who is not there, dull visions."""

from __future__ import annotations

import pytest

from dreamplayer.model.reading import Mention
from dreamplayer.model.score import Cue, Score
from dreamplayer.reading.ingest.parse import parse
from dreamplayer.reading.semantics.extract_mentions import read
from dreamplayer.timeline.compose import compose
from tests.test_places_from_tales import places_in
from tests.test_staging_cues import told


def night(text: str) -> Score:
    """The night of a text in the places of the catalogue, at two words a second."""
    dream = parse(text, name="x")
    return compose(dream, read(dream), told(dream))


def shown(score: Score, name: str) -> list[Cue]:
    """Element cues of a name that are on stage."""
    return [cue for cue in score.cues if cue.kind == "element" and cue.name == name and cue.staged]


def named(text: str, name: str) -> list[Mention]:
    """The literal mentions of an element."""
    return [m for m in read(parse(text, name="x")).mentions if m.name == name and m.mode == "literal"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The loft was cold, and an old sledge hung in the attic.\n\nShe recalled the whistle. She had dropped it "
            "in the orchard when she was five, and nobody ever found it.",
            ["attic", "attic"],
        ),
        (
            "We sat in the library until the lamps were lit.\n\nNow and then I think of the ferries, and the market "
            "under the bridge, and you running with your hat in your hand.",
            ["library", "library"],
        ),
        (
            "The brig lay still, and her sails hung down over the sea.\n\nAt night the water shone, and jellyfish went "
            "by under the ship, and every man aboard was silent.",
            ["ship_deck", "ship_deck"],
        ),
        (
            "You walk down to the shore of a lake. A rowing boat is tied there, and its oars are wet.",
            ["still_lake"],
        ),
        (
            "We walked across the meadow.\n\nAt the top of it the whole country lies below: the river, the church, and "
            "the old bridge with a cart on it.",
            ["meadow", "meadow"],
        ),
        ("She lived in the attic.\n\nShe sang, and no child in that street was afraid.", ["attic", "attic"]),
        (
            "You rest in the orchard.\n\nIn the farmhouse below somebody lights the lamps.",
            ["orchard", "orchard"],
        ),
        ("Dear Ruth,\n\nWe sat in the kitchen, and the bread was in the oven.", ["kitchen", "kitchen"]),
        (
            "You stand on the beach and look out.\n\nIn a while you will go back inside, and somebody will close the "
            "door. But now the waves come in.",
            ["beach", "beach"],
        ),
        ("The clock on the town hall struck five, and the baker closed his shutters.", ["old_town_street"]),
    ],
)
def test_the_place_is_where_the_words_are(text: str, expected: list[str]) -> None:
    """A memory, a view from above, what swims past and what is only going to happen take nobody away."""
    found = places_in(text)
    # A salutation is said in the scene that follows.
    assert found[-1] == expected[-1]
    assert [scene.place_id for scene in night(text).scenes][-1] == expected[-1]


def test_a_salutation_has_no_picture_of_its_own() -> None:
    """The first picture of a letter is the one its first sentence tells of."""
    scenes = night("Dear Ruth,\n\nWe sat in the kitchen and ate bread.").scenes
    assert {scene.place_id for scene in scenes} == {"kitchen"}


@pytest.mark.parametrize(
    "text",
    [
        "We sat in the kitchen. I wanted to ring my sister, and the line was dead.",
        "In the attic stood the cot my uncle had slept in.",
        "In the kitchen hung a coat that was my grandfather's.",
        "When her husband died she moved into the kitchen.",
        "In the kitchen we waited for somebody all evening.",
    ],
)
def test_who_is_only_spoken_of_is_not_there(text: str) -> None:
    """Whoever is telephoned, dead, waited for, or named as an owner or a user of old stands in no room."""
    assert not shown(night(text), "figure")


def test_a_name_and_its_trade_are_one_person() -> None:
    """An apposition says who somebody is."""
    assert len(named("Mr. Pell, the tailor, closed the door.", "figure")) == 1
    assert len(named("The tailor, the baker and the smith closed their doors.", "figure")) == 3


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Mrs. Hale opened the door of the kitchen.", "woman"),
        ("Solveig opened the door. She was tired.", "woman"),
        ("Jonas took the lamp, and he went to bed.", "man"),
    ],
)
def test_a_name_has_the_kind_of_its_title_or_pronoun(text: str, kind: str) -> None:
    """Nobody called "Mrs." is drawn as a man."""
    assert named(text, "figure")[0].manner == kind


def test_a_name_keeps_its_kind_in_later_passages() -> None:
    """Somebody looks the same each time, whichever passage has the pronoun."""
    text = "Solveig opened the door. She was tired.\n\nBy the window Solveig sat down."
    assert {m.manner for m in named(text, "figure")} == {"woman"}


@pytest.mark.parametrize("thing", ["chair", "ladder", "bucket", "basket", "gate"])
def test_furniture_and_tools_are_no_wonder_where_there_are_houses(thing: str) -> None:
    """What a place may well have unseen hovers nowhere."""
    score = night(f"We walked down the cobbled alley. There was a {thing}, I think, and the rain had stopped.")
    assert all(cue.rests is None or cue.rests.how != "vision" for cue in shown(score, thing))


def test_the_house_one_is_in_is_the_room() -> None:
    """Nobody sitting in a hut sees it hover before them."""
    score = night("You are sitting in a little wooden hut. The fire is low, and the dog is asleep.")
    assert all(cue.rests is not None and cue.rests.how == "place" for cue in shown(score, "house"))


def test_what_is_outside_of_a_window_takes_no_seat_inside() -> None:
    """A man in the rain does not sit down in the compartment."""
    score = night("We sat in the compartment of the night train. Outside, a man was waiting in the rain.")
    assert not shown(score, "figure")


def test_whoever_is_named_after_the_verb_does_it() -> None:
    """In an inverted sentence the girl sits, and a room holds no candle."""
    sat = named("In the corner by the window sat a girl.", "child")
    assert "sit" in sat[0].relations.doing
    held = named("The girl came into the hall with a candle.", "candle")
    assert held[0].relations.held_by == "child"
    held = named("The girl stood at the foot of the stairs in her nightgown, holding a candle.", "candle")
    assert held[0].relations.held_by == "child"


def test_smells_and_sounds_show_nothing() -> None:
    """An iron sound is no iron, and dust that is smelled is no vision."""
    assert not named("A long iron sound came over the hill.", "metal")
    smelled = [
        m for m in read(parse("The room smelled of apples and pears.", name="x")).mentions if m.kind == "element"
    ]
    assert not any(m.pictured for m in smelled if m.name in ("fruit", "apple", "pear"))


def test_a_name_that_is_a_word_means_who_was_called_so() -> None:
    """A girl called Marigold is no flower in the sentences after."""
    text = "There was a girl called Marigold. One evening Marigold went down to the lake."
    assert len(named(text, "child")) == 2
    assert not named(text, "daisy")
    assert not named(text, "flower")


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("On the table lay a letter from Konrad.", "figure"),
        ("We carried a parcel for the children up the lane.", "child"),
        ("Since my grandfather's funeral the kitchen had been empty.", "figure"),
        ("On the wall hung a painting of a ship.", "ship"),
        ("The walls were cool stone, and the lamp was lit.", "stone"),
        ("She thought of the dances there had been, the torches in the garden, the swans on the lake.", "swan"),
        ("There was nothing to do but watch.", "wristwatch"),
    ],
)
def test_what_is_sent_for_depicted_or_a_material_is_not_there(text: str, absent: str) -> None:
    """Correspondents, owners of a funeral, paintings, materials and all that is thought of."""
    assert not named(text, absent)


def test_what_only_sounds_is_no_vision() -> None:
    """A bell that strikes the hour is heard."""
    score = night("We sat on the meadow. When the bell rang we got up and went on.")
    assert not shown(score, "bell")


def test_a_vision_moves_aside_for_somebody() -> None:
    """Where a figure stands before every calm spot, the vision hovers beside it rather than not at all."""
    score = night("We came into the forest.\n\nA policeman stood before us. In my pocket I found a snail.")
    assert [cue.rests.how for cue in shown(score, "snail") if cue.rests is not None] == ["vision"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There was a giant who came to the city.\n\nHe walked down the avenue and bowed.", "old_town_street"),
        ("The taxi came down the avenue, and a giant got out.", "city_street"),
        ("The youngest son went forth on the great highway, and it was a fine morning.", "meadow"),
        ("We were driving on the highway, and the radio was on.", "night_car"),
        ("She wastes no words, the old people say, and will not ruin an evening in the kitchen.", "kitchen"),
    ],
)
def test_places_are_of_the_time_of_the_tale(text: str, expected: str) -> None:
    """No asphalt where giants go, no headlights on the road of a youngest son, no desert that is a verb."""
    assert places_in(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I was in an airport, and my flight had no number.", "railway_platform"),
        ("We took the elevator up, and it did not stop.", "corridor_of_doors"),
        ("I was on a plane, and everyone was asleep.", "above_clouds"),
        ("I sat in the cellar with a candle.", "workshop"),
        ("We had parked in the parking lot.", "city_street"),
        ("We slept in a tent.", "clearing"),
        ("I was back in my old office.", "library"),
        ("We were on the bus to the coast.", "train_compartment"),
        ("The king sat in the castle with his crown on.", "corridor_of_mirrors"),
    ],
)
def test_places_of_dreams_without_a_drawing_have_one_by_kind(text: str, expected: str) -> None:
    """What people dream of most and nobody has painted plays in the place nearest to it."""
    assert places_in(text) == [expected]


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("Soften the apples of your cheeks.", "fruit"),
        ("Let this be an anchor for you, a bridge between day and night.", "anchor"),
        ("May it be a bridge between waking and sleep.", "bridge"),
    ],
)
def test_bodies_and_blessings_show_nothing(text: str, absent: str) -> None:
    """Apples of the cheeks are none, and what the breath is to be for somebody is a figure of speech."""
    assert not named(text, absent)


def test_no_boulder_lies_in_a_hall() -> None:
    """Stone that a room is not made of stays out of it."""
    score = night("We stood at the foot of the stairs. He had seen a rock, he said, and the lamp was lit.")
    assert all(cue.rests is None or cue.rests.how != "anchor" for cue in shown(score, "stone"))


def test_who_sleeps_below_the_rafters_is_at_hand() -> None:
    """Only what lies below those who look is far away."""
    assert not named("The girl slept beneath the rafters.", "child")[0].relations.away
    assert named("The whole village lay below us.", "city")[0].relations.away
