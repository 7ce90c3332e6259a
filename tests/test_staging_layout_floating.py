"""What floats hangs in the open."""

from __future__ import annotations

import pytest

from dreamplayer.app.compose_night import night
from dreamplayer.catalogue import elements
from dreamplayer.model.score import Cue, Score
from dreamplayer.model.stage import Camera, Placement
from dreamplayer.reading.ingest.parse import parse
from dreamplayer.settings import Settings
from dreamplayer.staging.layout_floating import clear, covered, patch

pytestmark = pytest.mark.usefixtures("bare_stage")

CAMERA = Camera(eye=1.5, focal=1.25, horizon=-0.2)


def test_what_hangs_free_keeps_its_place() -> None:
    """Nothing moves that need not."""
    place = Placement(x=-2.0, y=2.5, z=6.0)
    assert clear(elements()["key"], place, CAMERA, ()) == place


def test_what_would_hang_before_a_tower_hangs_beside_it() -> None:
    """Neither a tower nor another thing that floats is covered, and it stays in the picture."""
    tower = patch(elements()["tower"], Placement(x=-8.0, z=24.0), CAMERA, 99.0)
    crown = patch(elements()["crown"], Placement(x=3.0, y=2.5, z=6.0), CAMERA, 99.0)
    assert tower is not None
    assert crown is not None
    found = clear(elements()["key"], Placement(x=-2.0, y=2.0, z=6.0), CAMERA, (tower, crown))
    own = patch(elements()["key"], found, CAMERA, 0.0)
    assert own is not None
    assert covered(own, (tower, crown)) == 0.0
    assert -1.7 < own.left < own.right < 1.7
    assert own.high < 1.0


def staged(score: Score, name: str) -> Cue:
    """The last cue of an element that is shown."""
    return [cue for cue in score.cues if cue.kind == "element" and cue.name == name and cue.staged][-1]


def test_in_a_night_a_compass_hangs_clear_of_the_windmill() -> None:
    """By the words alone, whatever their seed."""
    for number in range(6):
        score = night(
            parse("A windmill turns on the plain. A compass glows. A key glows.", name=f"made-up {number}"),
            Settings(voice="silent", seed=number),
        ).score
        camera = score.scenes[0].stage.camera
        seen = []
        for name in ("windmill", "compass", "key"):
            cue = staged(score, name)
            assert cue.place is not None
            found = patch(elements()[name], cue.place, camera, cue.span.end)
            assert found is not None
            seen.append(found)
        assert covered(seen[1], seen[:1]) < 0.1
        assert covered(seen[2], seen[:2]) < 0.1


def test_what_goes_on_keeps_its_room() -> None:
    """A house that comes while a crow still flies there stands beside the crow."""
    for number in range(4):
        score = night(
            parse("The crow flies. The crow calls. The crow sleeps. A hut stands there.", name=f"made-up {number}"),
            Settings(voice="silent", seed=number),
        ).score
        crow, hut = staged(score, "bird").place, staged(score, "house").place
        assert crow is not None
        assert hut is not None
        assert abs(crow.x / crow.z - hut.x / hut.z) > 0.2
