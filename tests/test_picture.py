"""The picture is a function of the score and t; it is dark, it never jumps, and it ends in true black."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Dots, Form
from dreamplayer.errors import CatalogueError
from dreamplayer.model.moment import Moment
from dreamplayer.model.score import Score
from dreamplayer.picture.light import BED_CAP, STORY_CAP, grade
from dreamplayer.picture.picture import _drawn, picture
from dreamplayer.picture.quality import CALM, TIERS, WINDOW, Pace, first_tier, step, tier

NAMES = ("the-blue-door", "the-bridge-of-light", "the-cracked-lantern", "the-fallen-star", "the-inverted-forest")


def same(a: object, b: object) -> bool:
    """Equal in content, arrays included."""
    if isinstance(a, np.ndarray):
        return isinstance(b, np.ndarray) and np.array_equal(a, b)
    if is_dataclass(a) and not isinstance(a, type):
        return type(a) is type(b) and all(same(getattr(a, f.name), getattr(b, f.name)) for f in fields(a))
    if isinstance(a, tuple):
        return isinstance(b, tuple) and len(a) == len(b) and all(map(same, a, b))
    return a == b


@pytest.mark.parametrize("name", NAMES)
def test_seeking_gives_what_waiting_would_have_given(silent_nights: dict[str, Score], name: str) -> None:
    """A frame asked for first equals the same frame asked for after others."""
    score = silent_nights[name]
    t = score.section("story").start + 0.61 * score.section("story").length
    first = picture(score, t, strict=True)
    for other in (t + 30.0, 3.0, t - 12.5):
        picture(score, other, strict=True)
    assert same(first, picture(score, t, strict=True))


@pytest.mark.parametrize("name", NAMES)
def test_every_passage_has_a_picture_of_its_own(silent_nights: dict[str, Score], name: str) -> None:
    """Late in each passage that names something, something stands on the stage, and no two passages look alike."""
    score = silent_nights[name]
    seen = []
    for scene, following in zip(score.scenes, (*score.scenes[1:], None), strict=True):
        named = [c for c in score.cues if c.kind == "element" and c.staged and c.passage == scene.passage]
        if not [c for c in named if c.mode == "literal"]:
            continue
        end = following.span.start if following else score.section("story").end
        frame = picture(score, end - 0.5, strict=True)
        assert len(frame.forms) > 1, f"passage {scene.passage} is bare"
        seen.append((frame.stage, frame.palette, tuple(sorted(c.name for c in named))))
    assert len(set(map(repr, seen))) == len(seen)


@pytest.mark.parametrize("name", NAMES)
def test_light_sinks_from_the_story_to_true_black(silent_nights: dict[str, Score], name: str) -> None:
    """The cap keeps to the budget of each part, never rises after the wind-in, and ends at nothing."""
    score = silent_nights[name]
    story, coda, bed, fade = (score.section(part) for part in ("story", "coda", "bed", "fade"))  # type: ignore[arg-type]
    caps = [grade(score, t).cap for t in np.linspace(story.start, score.duration - 0.05, 400)]
    assert max(caps) <= STORY_CAP <= 0.106
    assert all(b <= a + 1e-9 for a, b in pairwise(caps))
    assert grade(score, bed.start + 1.0).cap <= BED_CAP * 1.02 <= 0.0106
    assert grade(score, fade.end - 1.0).black == pytest.approx(1.0)
    assert grade(score, score.duration - 0.01).black == pytest.approx(1.0)
    assert grade(score, 0.0).black == pytest.approx(1.0)
    assert coda.end <= bed.start + 1e-6


def test_the_first_frames_are_black(silent_nights: dict[str, Score]) -> None:
    """Nothing is seen at once: the first light comes out of black over seconds."""
    score = silent_nights["the-blue-door"]
    exposures = [grade(score, t).exposure for t in np.arange(0.0, 40.0, 0.5)]
    assert exposures[0] == pytest.approx(0.0)
    assert max(np.diff(exposures)) < 0.06


@given(costs=st.lists(st.floats(1.0, 120.0), min_size=1, max_size=700))
def test_quality_changes_one_step_at_a_time_and_keeps_its_bounds(costs: list[float]) -> None:
    """Whatever pictures cost, the tier moves to a neighbour or stays."""
    now, pace = tier("mid"), Pace()
    for cost in costs:
        after, pace = step(now, pace, cost)
        assert abs(TIERS.index(after) - TIERS.index(now)) <= 1
        now = after


def test_quality_has_hysteresis() -> None:
    """Slow pictures lower it within a second, quick ones raise it after five, middling ones leave it alone."""
    slow = quick = middling = tier("mid")
    slow_pace = quick_pace = middling_pace = Pace()
    for _ in range(WINDOW):
        slow, slow_pace = step(slow, slow_pace, 40.0)
    assert slow.name == "lite"
    for _ in range(CALM - 1):
        quick, quick_pace = step(quick, quick_pace, 5.0)
    assert quick.name == "mid"
    quick, quick_pace = step(quick, quick_pace, 5.0)
    assert quick.name == "high"
    for _ in range(2000):
        middling, middling_pace = step(middling, middling_pace, 18.0)
    assert middling.name == "mid"


@pytest.mark.parametrize(("renderer", "expected"), [("llvmpipe (LLVM 15)", "lite"), ("NVIDIA H100", "high")])
def test_software_gl_starts_plainer(renderer: str, expected: str) -> None:
    """A machine without a graphics card begins with a tier it can hold."""
    assert first_tier(renderer).name == expected


def test_thinning_reshuffles_nothing() -> None:
    """A plainer tier draws the first of the same dots where they were."""
    from dreamplayer.picture.gl.pack import dots

    at = np.random.RandomState(3).rand(4000, 3).astype(np.float32)
    form = Dots(at, 0.1, np.ones((4000, 3), np.float32))
    fine, plain = dots(form, 1.0), dots(form, 0.4)
    assert len(plain) < len(fine) == 4000
    assert np.array_equal(plain[:, :3], fine[: len(plain), :3])


def test_a_failing_element_is_left_out_and_logged_once(caplog: pytest.LogCaptureFixture) -> None:
    """The night goes on without it, and the log holds one line however many pictures are drawn; in tests it raises."""

    @element("air", 1.0, name="a-broken-lamp")
    def broken(moment: Moment) -> tuple[Form, ...]:
        """Fails."""
        raise ZeroDivisionError

    for t in (1.0, 2.0, 3.0):
        assert _drawn(broken, Moment(t=t), strict=False) == ()
    assert [record.getMessage().count("a-broken-lamp") for record in caplog.records] == [1]
    with pytest.raises(CatalogueError, match="a-broken-lamp"):
        _drawn(broken, Moment(t=1.0), strict=True)
