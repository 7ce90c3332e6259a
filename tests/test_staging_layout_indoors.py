"""Going in and coming out in the middle of a passage."""

from __future__ import annotations

import pytest

from dreamplayer.app.compose_night import night
from dreamplayer.elements.light.lamp import POST
from dreamplayer.model.score import Cue, Score
from dreamplayer.reading.ingest.parse import parse
from dreamplayer.settings import Settings
from dreamplayer.staging.layout_indoors import BACK, SIDE

pytestmark = pytest.mark.usefixtures("bare_stage")


def score_of(text: str) -> Score:
    """The night of a text."""
    return night(parse(text, name="made-up"), Settings(voice="silent")).score


def staged(score: Score, name: str) -> list[Cue]:
    """Cues of an element that are shown, and rest somewhere: what is a vision stands nowhere."""
    shown = [cue for cue in score.cues if cue.kind == "element" and cue.name == name and cue.staged]
    return [cue for cue in shown if cue.rests is None or cue.rests.how != "vision"]


@pytest.mark.parametrize(
    ("text", "left", "to"),
    [
        ("We come to a cabin under the stars. Inside there is a parlour and a bench.", "house", "room"),
        ("You tie up the boat. Lamps burn along the passage.", "boat", "corridor"),
        ("Torches burn along a corridor. The last chamber is empty.", "corridor", "room"),
        ("I sit in the kitchen. Down in the garden hangs a swing.", "room", "garden"),
        ("The hotel has a thousand corridors and every one ends in my room.", "corridor", "room"),
        ("I was back in my school. The corridors were narrow. The school was quiet.", "school", "corridor"),
        ("The kitchen wall goes soft. Behind it lies a lake.", "room", "lake"),
        ("I wait in the lobby. The door opens on a roof. Below me the city blinks.", "room", "city"),
    ],
)
def test_what_one_has_left_is_seen_no_more(text: str, left: str, to: str) -> None:
    """Who goes in sees the house no more, who comes out the room no more, some seconds after the word."""
    score = score_of(text)
    gone, come = staged(score, left)[-1], staged(score, to)[0]
    assert come.span.start < gone.span.end < come.span.start + 8.0


def test_what_is_in_one_sentence_is_together() -> None:
    """A forest in a bedroom is a dream's own image; and snow may fall in a kitchen."""
    score = score_of("In my bedroom there is a forest.")
    assert staged(score, "room")[0].span.end > score.section("story").end
    score = score_of("I sit in the kitchen. Snow falls on the plates.")
    assert staged(score, "room")[0].span.end > score.section("story").end


def test_what_is_in_a_room_stands_before_its_walls() -> None:
    """Nothing that is named in a room is hidden by the room."""
    score = score_of("I go up to the attic. There is a horse, a tree and a broken mirror.")
    for name in ("horse", "tree", "mirror"):
        (cue,) = staged(score, name)
        assert cue.place is not None
        assert cue.place.z <= BACK
        assert abs(cue.place.x) <= SIDE


def test_no_street_lamp_stands_in_the_sea() -> None:
    """A lamp has a post in the street, and none on the water."""
    (ashore,) = staged(score_of("A lamp burns in the street."), "lamp")
    (afloat,) = staged(score_of("A lamp burns above the dark water of the lake."), "lamp")
    assert (ashore.manner, afloat.manner) == (POST, None)


def test_a_house_named_in_a_room_stands_not_in_it() -> None:
    """A doll's house in an attic is no house between its walls."""
    assert not staged(score_of("I go up to the attic. There is a dollhouse with a light."), "house")


def test_a_table_out_of_doors_makes_no_floor() -> None:
    """A carpet unrolled in the desert lies in the desert; in a kitchen it lies on wood."""
    desert = score_of("Across the desert the wind goes.\n\nCarpets are unrolled before a table.")
    assert [scene.stage.ground for scene in desert.scenes] == ["sand", "sand"]
    indoors = score_of("I wake in a kitchen.\n\nCarpets are unrolled before a table.")
    assert [scene.stage.ground for scene in indoors.scenes] == ["wood", "wood"]


def test_what_is_only_spoken_of_comes_where_it_may_stand() -> None:
    """No subway train comes over a lake because somebody speaks of one; in a street it comes."""
    afloat = score_of('We row over the lake.\n\nThe lake is still. "You left it on the subway," he says.')
    assert not staged(afloat, "train")
    assert staged(score_of('We go down a street. "You left it on the subway," he says.'), "train")
