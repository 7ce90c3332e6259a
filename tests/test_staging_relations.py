"""Parts, and what rests upon what: as the words say it."""

from __future__ import annotations

import pytest

from dreamplayer.app.compose_night import night
from dreamplayer.elements.light.lamp import POST
from dreamplayer.model.score import Cue
from dreamplayer.reading.ingest.parse import parse
from dreamplayer.settings import Settings

pytestmark = pytest.mark.usefixtures("bare_stage")


def staged(text: str, name: str) -> list[Cue]:
    """Cues of an element that are shown in the night of a text."""
    score = night(parse(text, name="made-up"), Settings(voice="silent")).score
    return [cue for cue in score.cues if cue.kind == "element" and cue.name == name and cue.staged]


def test_a_part_is_seen_on_its_whole() -> None:
    """The train's own windows are no windows that stand in the field; other windows are."""
    assert not staged("A train waits. Its windows glow.", "window")
    assert staged("A train waits. The windows of a house glow.", "window")
    assert staged("Its windows glow.", "window")


def test_what_is_on_a_table_stands_on_it() -> None:
    """A lamp said to be on the table is above its ground, in its middle, and leaves when the table leaves."""
    text = "You come into a kitchen. A lamp burns on the table.\n\nA beach lies in the dark, wide and quiet and cold."
    (lamp,), (table,) = staged(text, "lamp"), staged(text, "table")
    assert lamp.place is not None
    assert table.place is not None
    assert 0.5 < lamp.place.y / table.place.size < 1.2
    assert abs(lamp.place.x - table.place.x) < 0.6 * table.place.size
    assert lamp.span.end <= table.span.end
    assert lamp.rests is not None
    assert (lamp.rests.how, lamp.rests.anchor) == ("anchor", "table")
    assert table.rests is not None
    assert (table.rests.how, table.rests.anchor) == ("ground", None)
    (apart,) = staged("You come into a kitchen. A lamp burns beside the table.", "lamp")
    assert apart.place is not None
    assert apart.place.y == 0.0


def test_what_lives_stands_on_its_own_feet() -> None:
    """A cat goes on when the bed has gone, and must not hang in the air."""
    (cat, *_) = staged("A cat sleeps on the bed.", "cat")
    assert cat.place is not None
    assert cat.place.y == 0.0


def test_a_lamp_out_of_doors_is_a_street_lamp() -> None:
    """In the street it has a post; in the room that comes then another lamp stands, without one."""
    text = "You walk down a street. A lamp burns.\n\nYou come into a room. A lamp burns beside the bed."
    first, second = staged(text, "lamp")
    assert (first.manner, second.manner) == (POST, None)
    assert first.seed != second.seed


def test_who_rides_sees_the_train_from_within() -> None:
    """Its seats, doors and panes are no second things beside it; the doors of a house are."""
    assert not staged("A train waits. I have a seat in it.", "chair")
    assert not staged("A train waits. The train slows and the doors part.", "door")
    assert not staged("A train waits. Fish swim past the glass.", "glass")
    assert staged("A train waits. A door stands in the field.", "door")


def test_the_door_of_a_house_is_in_the_house() -> None:
    """Where a house is named in the same passage, its door is seen on it; one that opens is seen by itself."""
    assert not staged("A house stands there. I knock at the door.", "door")
    assert not staged("A lighthouse stands there, and roofs. The windows all dream.", "window")
    assert staged("A house stands there. The door opens.", "door")
    assert staged("A house stands there. A blue door stands beside it.", "door")


def test_what_is_an_animals_is_no_face_in_the_air() -> None:
    """A fox's mouth and a dragon's eye are on the fox and the dragon."""
    assert not staged("A fox came along. It had a letter in its mouth.", "face")
    assert not staged("A dragon lies there. The dragon opened one green eye.", "eye")
    assert staged("A fox came along. Then, far above, a face of light appeared.", "face")
