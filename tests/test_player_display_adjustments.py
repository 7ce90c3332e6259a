"""Adjustments after the score: darker is possible at any moment, brighter than the night never."""

from __future__ import annotations

import itertools
import sys
from concurrent.futures import Future
from dataclasses import replace

import numpy as np
import pytest

from dreamplayer.app.desktop.reduced_motion import reduced
from dreamplayer.app.player.display_adjustments import FadeThroughBlack, adjusted_frame, breath, leaving
from dreamplayer.app.player.help_pages import page_count
from dreamplayer.app.player.hud import Hud, help_page, load, toast_opacity
from dreamplayer.app.player.playback_clock import ClockSample
from dreamplayer.app.player.player_state import PlayerState, Toast
from dreamplayer.app.player.seek_transition import SeekTransition
from dreamplayer.app.window.typeset import AMBER, DUSK, EMBER, SAND, Sheet, contrast, face, shorten, wrap
from dreamplayer.model.score import DreamRef, Score, Section, Span
from dreamplayer.model.stage import Palette, Stage
from dreamplayer.picture.frame import Caption, CaptionWord, Frame, Grade
from dreamplayer.settings import Settings

SCORE = Score(
    DreamRef("d", "D", "-", "0"), "silent", 0, (Section("wind-in", Span(0, 60)),), (), (), (), (), horizon=60.0
)


def frame(**grade: float) -> Frame:
    """A picture with a caption."""
    caption = Caption(((CaptionWord("softly", 0),),), 0.5, 1.0)
    return Frame(10.0, Stage(), (("water", 1.0),), Palette(), (), (), 10.0, caption, Grade(**grade))


def state(**changes: object) -> PlayerState:
    """A night ten seconds in."""
    settings = {k: v for k, v in changes.items() if k in Settings.__slots__}
    rest = {k: v for k, v in changes.items() if k not in settings}
    return replace(PlayerState(SCORE, replace(Settings(), **settings), t=10.0, room=10.0), **rest)


def test_as_meant_nothing_changes() -> None:
    """With nothing turned, the frame's own grade is what is drawn."""
    plain = frame(cap=0.08, exposure=0.7)
    assert adjusted_frame(plain, state(), (), None).grade == replace(plain.grade, cap=pytest.approx(0.08, rel=1e-3))


@pytest.mark.parametrize("brightness", [0.05, 0.3, 0.9])
def test_the_dimmer_only_darkens(brightness: float) -> None:
    """Every step down lowers exposure and cap alike."""
    dimmed = adjusted_frame(frame(), state(brightness=brightness), (), None).grade
    assert dimmed.exposure < 1.0
    assert dimmed.cap < 0.106


def test_a_brighter_screen_gets_a_lower_cap() -> None:
    """The same dose of light at the eye, whatever the panel: 500 nit carry half of what 250 may."""
    usual = adjusted_frame(frame(), state(), (), None).grade.cap
    assert adjusted_frame(frame(), state(screen_nits=500.0), (), None).grade.cap == pytest.approx(usual / 2)


def test_what_is_written_counts_into_the_light() -> None:
    """The picture gives up what the writing over it takes."""
    assert adjusted_frame(frame(), state(), (), None, light=0.02).grade.cap == pytest.approx(0.106 - 0.02, abs=2e-4)


def test_eyes_shut_is_black_without_captions() -> None:
    """Sound with a black screen means black."""
    shut = adjusted_frame(frame(), state(eyes_shut=True), (), None)
    assert shut.grade.black == 1.0
    assert shut.caption is None


def test_eyes_shut_and_open_again_slowly() -> None:
    """The key takes the picture and brings it back as slowly as a lid falls, never in one frame."""
    seconds = [10.0 + k / 60 for k in range(180)]
    shut, open_ = (
        [
            adjusted_frame(frame(), state(eyes_shut=e, eyes_shut_changed=10.0, room=s), (), None).grade.black
            for s in seconds
        ]
        for e in (True, False)
    )
    assert (shut[0], shut[-1], open_[0], open_[-1]) == (0.0, 1.0, 1.0, 0.0)
    assert max(abs(b - a) for blacks in (shut, open_) for a, b in itertools.pairwise(blacks)) < 0.04


def test_captions_go_off_and_grow() -> None:
    """Off is off; size and face are the person's."""
    assert adjusted_frame(frame(), state(captions=False), (), None).caption is None
    grown = adjusted_frame(frame(), state(caption_size=2.0, easy_reading=True), (), None).caption
    assert grown is not None
    assert (grown.size, grown.easy) == (2.0, True)


def test_the_highlight_can_be_switched_off() -> None:
    """Without it the line lights as a whole, as where word times are a guess."""
    by_line = adjusted_frame(frame(), state(highlight=False), (), None).caption
    assert by_line is not None
    assert by_line.by_phrase


class Variant:
    """A value as the bus wraps it."""

    def __init__(self, _: str, value: object) -> None:
        self.value = value


class Portal:
    """A bus whose portal answers one thing."""

    def __init__(self, answer: object) -> None:
        self._answer = answer

    def connected(self, _: float) -> bool:
        """It is there."""
        return True

    def call(self, *_: object) -> Future[object]:
        """The answer at once."""
        done: Future[object] = Future()
        done.set_result(self._answer)
        return done


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="asks the portal on Linux")
@pytest.mark.parametrize(
    ("answer", "want"),
    [([Variant("v", Variant("b", False))], True), ([Variant("b", True)], False), (None, False), ([3], False)],
)
def test_a_system_that_asks_for_less_motion_is_heeded(answer: object, want: bool) -> None:
    """Only a plain "no animations" counts; no answer and nonsense do not."""
    assert reduced(Portal(answer)) is want  # type: ignore[arg-type]
    assert reduced(None) is False


def test_veils_fall_and_lift_without_a_step() -> None:
    """Through a whole seek the black changes by less than a twelfth a frame, reaches 1, and comes back to 0."""
    fade = FadeThroughBlack(0.0)
    rooms = np.arange(0.0, 2.2, 1 / 60)
    values = [(replace(fade, return_at=0.5) if r >= 0.5 else fade).opacity_at(float(r)) for r in rooms]
    assert max(abs(np.diff(values))) < 1 / 12
    assert max(values) == pytest.approx(1.0, abs=1e-3)
    assert values[-1] == 0.0
    assert replace(fade, return_at=0.5).is_over(1.5)


def test_leaving_ends_in_black() -> None:
    """The last fade reaches true black and never turns back."""
    steps = [leaving(state(room=10.0 + x, leaving=10.0)) for x in np.linspace(0, 4, 100)]
    assert steps == sorted(steps)
    assert steps[-1] == 1.0


def test_the_breath_is_slow_and_shallow() -> None:
    """About six swells a minute, five after twenty, at most a twentieth of the light, never a jump."""
    t = np.arange(0, 1800, 0.1)
    swell = np.array([breath(float(x), True) for x in t])
    assert swell.min() >= 0.95
    assert swell.max() <= 1.05
    assert np.abs(np.diff(swell)).max() < 0.005
    peaks = t[1:-1][(swell[1:-1] > swell[:-2]) & (swell[1:-1] >= swell[2:])]
    assert np.diff(peaks)[0] == pytest.approx(10.0, abs=0.3)
    assert np.diff(peaks)[-1] == pytest.approx(12.0, abs=0.3)
    assert breath(3.0, False) == 1.0


@pytest.mark.parametrize("ink", [AMBER, SAND, DUSK, EMBER])
def test_every_ink_can_be_read(ink: tuple[int, int, int]) -> None:
    """WCAG AA on black, and on the darkest shade a page may stand on."""
    assert contrast(ink) >= 4.5


@pytest.mark.parametrize("part", ["help", "picker-help"])
@pytest.mark.parametrize(("size", "page"), [(size, n) for size in (1.0, 1.5, 2.0) for n in range(page_count(size))])
def test_help_fits_its_pages(part: str, size: float, page: int) -> None:
    """All of the help can be seen at every text size, nearly as large as was asked for, and it adds little light."""
    sheet = Sheet(1280, 720, size=size)
    help_page(sheet, part, page)
    assert sheet.u(1000) > 0.9 * size * 720
    ink = np.frombuffer(sheet.overlay().rgba, np.uint8).reshape(720, 1280, 4)[..., 0] > 60
    ys, xs = np.nonzero(ink)
    assert xs.min() > 2
    assert xs.max() < 1277
    assert ys.min() > 2
    assert ys.max() < 717
    assert load(sheet.overlay()) < 0.02


def test_a_passing_word_passes() -> None:
    """It comes softly, stays readable for two seconds, and is gone."""
    hud = Hud()
    assert hud.overlay(state(), (640, 360), {}) is None
    shown = hud.overlay(state(room=10.8, toast=Toast("muted", "", 10.0)), (640, 360), {})
    assert shown is not None
    assert shown.opacity == 1.0
    assert hud.overlay(state(room=14.0, toast=Toast("muted", "", 10.0)), (640, 360), {}) is None
    steps = [toast_opacity(float(x)) for x in np.arange(0, 4, 1 / 60)]
    assert max(abs(np.diff(steps))) < 0.12


def test_the_same_words_are_set_once() -> None:
    """As long as nothing changes, painters are given the same object and upload nothing."""
    hud = Hud()
    first = hud.overlay(state(room=10.5, toast=Toast("muted", "", 10.0)), (640, 360), {})
    second = hud.overlay(state(room=10.6, toast=Toast("muted", "", 10.0)), (640, 360), {})
    assert first is not None
    assert second is not None
    assert first.rgba is second.rgba


def test_lines_break_where_they_must() -> None:
    """No line is wider than asked but a single word; what is cut ends in an ellipsis."""
    font = face(20)
    lines = wrap("You are falling very slowly through a sky of lanterns and nothing hurts", font, 200, 3)
    assert len(lines) == 3
    assert all(font.size(line)[0] <= 200 for line in lines)
    assert lines[-1].endswith("…")
    assert shorten("word", font, 5) == "word…"


def test_a_seek_is_noticed_however_long_nobody_looked() -> None:
    """On the way one stands where one goes; there, or past it after a stall, the clock counts again. Back and forth."""
    for start, goal in ((100.0, 900.0), (900.0, 100.0), (100.0, 101.5)):
        transition = SeekTransition()
        transition.fade_out(ClockSample(start, 50.0), goal)
        assert transition.settle(ClockSample(start + 0.2, 50.2)).night == goal
        assert transition.settle(ClockSample(goal + 7.0, 58.0)).night == goal + 7.0
        assert transition.settle(ClockSample(goal + 8.0, 59.0)).night == goal + 8.0


def test_a_change_behind_a_fade_is_made_in_the_dark() -> None:
    """During the fade out one sees where one was; once it is black the change is made, then it fades back."""
    transition = SeekTransition()
    made: list[float] = []
    now = ClockSample(100.0, 10.0)
    transition.fade_out(now, when_black=lambda: made.append(1.0))
    assert transition.shown(ClockSample(500.0, 10.2), playing=True) == pytest.approx(100.2)
    transition.fade_back(10.2)
    assert not made
    transition.fade_back(10.5)
    assert made
    assert transition.shown(ClockSample(500.0, 10.5), playing=True) == 500.0
    transition.fade_back(12.0)
    assert transition.fades == ()
