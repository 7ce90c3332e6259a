"""Both painters draw the same frames: deterministic, dark enough, black at the end, words below."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from dreamplayer.app.window.offscreen import by_processor
from dreamplayer.model.score import Score
from dreamplayer.picture.frame import Frame, Grade
from dreamplayer.picture.picture import picture
from dreamplayer.picture.surface.painter import SurfacePainter
from dreamplayer.picture.tone import melanopic

from .conftest import missing

pytestmark = pytest.mark.slow

SIZE = (480, 270)


@pytest.fixture(params=["gl", "surface"])
def painter(request: pytest.FixtureRequest) -> Any:
    """Each painter in turn."""
    if request.param == "gl":
        gl = request.getfixturevalue("gl_painter")
        gl.resize(*SIZE)
        return gl
    return SurfacePainter(*SIZE)


def drawn(painter: Any, frame: Frame) -> NDArray[np.uint8]:
    """The frame's pixels, (h, w, 3)."""
    painter.paint(frame)
    return np.frombuffer(painter.pixels(), np.uint8).reshape(SIZE[1], SIZE[0], 3)


def a_frame(nights: dict[str, Score], share: float = 0.6) -> Frame:
    """A moment of the lanterns."""
    score = nights["the-cracked-lantern"]
    story = score.section("story")
    return picture(score, story.start + share * story.length, strict=True)


def test_one_frame_is_painted_the_same_twice(painter: Any, silent_nights: dict[str, Score]) -> None:
    """Painting others in between changes nothing."""
    frame = a_frame(silent_nights)
    first = drawn(painter, frame)
    drawn(painter, a_frame(silent_nights, 0.2))
    assert np.array_equal(first, drawn(painter, frame))


def test_a_picture_has_light_and_stays_under_the_cap(painter: Any, silent_nights: dict[str, Score]) -> None:
    """Something is seen; even an overexposed frame keeps to its melanopic cap."""
    frame = a_frame(silent_nights)
    assert drawn(painter, frame).max() > 60
    blown = replace(frame, caption=None, grade=Grade(exposure=60.0, cap=0.05))
    assert melanopic(drawn(painter, blown)) <= 0.05


def test_black_is_true_black(painter: Any, silent_nights: dict[str, Score]) -> None:
    """At the end no pixel is lit, dither included."""
    frame = replace(a_frame(silent_nights), caption=None, grade=Grade(black=1.0))
    assert drawn(painter, frame).max() == 0


def test_captions_are_written_below(painter: Any, silent_nights: dict[str, Score]) -> None:
    """A caption adds letters in the lowest quarter and nothing in the upper half."""
    score = silent_nights["the-blue-door"]
    word = score.words[40]
    frame = picture(score, word.span.start + 0.1)
    frame = replace(frame, grade=replace(frame.grade, exposure=0.05))
    assert frame.caption is not None
    with_words, without = drawn(painter, frame), drawn(painter, replace(frame, caption=None))
    change = np.abs(with_words.astype(int) - without.astype(int)).max(-1)
    assert change[: SIZE[1] // 2].max() < 30
    assert (change[SIZE[1] * 3 // 4 :] > 60).sum() > 60


def test_both_painters_agree_on_where_the_light_is(gl_painter: Any, silent_nights: dict[str, Score]) -> None:
    """The same frame in both: light lies in the same parts of the picture."""
    frame = replace(a_frame(silent_nights, 0.45), caption=None)
    gl_painter.resize(*SIZE)
    cells = []
    for painter in (gl_painter, SurfacePainter(*SIZE)):
        seen = drawn(painter, frame).astype(float).mean(-1)
        cells.append(seen.reshape(9, 30, 16, 30).mean((1, 3)).ravel())
    assert np.corrcoef(cells[0], cells[1])[0, 1] > 0.6


@pytest.mark.parametrize("before", [1, 2])
def test_new_targets_have_a_sky_at_once(silent_nights: dict[str, Score], before: int) -> None:
    """On a slow machine the sky is drawn in every second picture; after a change of size or tier in the first too."""
    painter = by_processor(240, 135)
    if painter is None:
        missing("OpenGL 3.3 through EGL (Mesa)")
    assert painter is not None
    frame = a_frame(silent_nights)

    def light() -> float:
        key = painter.key(frame)
        return float(np.frombuffer(key.rgba, np.uint8).reshape(-1, 4)[:, :3].mean())

    usual = [light() for _ in range(2 + before)][-1]
    painter.resize(240, 136)
    assert light() == pytest.approx(usual, rel=0.05)
    painter.close()
