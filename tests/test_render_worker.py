"""Keys drawn ahead by another process: what is shown between them moves evenly; no loss of theirs stops the night."""

from __future__ import annotations

import itertools
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator

import numpy as np
import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dreamplayer.app.render_worker.client import LIVES, RenderWorker
from dreamplayer.app.render_worker.key_queue import KeyQueue
from dreamplayer.app.render_worker.messages import Done, Order, Setup
from dreamplayer.app.render_worker.rehearsal import Rehearsal
from dreamplayer.model.score import Score
from dreamplayer.picture.frame import Frame, Grade
from dreamplayer.picture.key import Between, Key, between, gain
from dreamplayer.picture.light import LightAdjustment
from dreamplayer.picture.picture import outline, picture
from dreamplayer.picture.surface.between import KeyBlender
from dreamplayer.picture.surface.painter import SurfacePainter

pytestmark = pytest.mark.slow

SIZE = (320, 180)


def key(t: float, level: int = 0, size: tuple[int, int] = (16, 9)) -> Key:
    """A grey key."""
    return Key(t, *size, bytes([level, level, level, 255]) * (size[0] * size[1]))


class Slow:
    """A render worker that takes so many frames for a key."""

    def __init__(self, frames: int) -> None:
        self.setup = Setup(*SIZE, "surface")
        self.alive = True
        self.frames = frames
        self.orders: list[Order] = []
        self._due: list[tuple[int, Order]] = []
        self.now = 0

    @property
    def waiting(self) -> int:
        """Orders in the works."""
        return len(self._due)

    @property
    def ordered(self) -> int:
        """The largest number so far."""
        return max((order.number for order in self.orders), default=0)

    def ask(self, score: Score, order: Order) -> None:
        """One after the other."""
        begin = max([self.now, *(due for due, _ in self._due)])
        self._due.append((begin + self.frames, order))
        self.orders.append(order)

    def answers(self) -> list[Done]:
        """What is ready by now."""
        self.now += 1
        ready = [order for due, order in self._due if due <= self.now]
        self._due = [(due, order) for due, order in self._due if due > self.now]
        return [Done(order.number, key(order.t), self.frames / 60.0) for order in ready]


def follow(keys: KeyQueue, score: Score, times: list[float], *, room: float = 0.0, moving: bool = True) -> list[float]:
    """The second of the night that is shown at each of the times, a sixtieth apart; nan for none."""
    shown = []
    for i, t in enumerate(times):
        pair = keys.follow(score, t, room + i / 60.0, LightAdjustment(), words=True, moving=moving)
        shown.append(float("nan") if pair is None else pair.first.t + pair.share * (pair.second.t - pair.first.t))
    return shown


@given(st.lists(st.floats(0, 100), min_size=1, max_size=9, unique=True), st.floats(-5, 105))
def test_between_two_keys_lies_the_moment(times: list[float], t: float) -> None:
    """The share points at the moment, or at the nearest key where none lies beyond it."""
    keys = [key(at) for at in sorted(times)]
    pair = between(keys, t)
    assert pair is not None
    shown = pair.first.t + pair.share * (pair.second.t - pair.first.t)
    assert shown == pytest.approx(min(max(t, keys[0].t), keys[-1].t), abs=1e-6)


def test_without_keys_nothing_is_shown() -> None:
    """Black is the window's own."""
    assert between([], 3.0) is None


@pytest.mark.parametrize("frames", [1, 3, 5, 12])
def test_what_is_shown_keeps_up_and_never_jerks(frames: int, silent_nights: dict[str, Score]) -> None:
    """After a moment the shown second is the night's own, however slowly keys come, and moves on in every frame."""
    score = silent_nights["the-blue-door"]
    keys = KeyQueue(Slow(frames))  # type: ignore[arg-type]
    times = [100.0 + i / 60.0 for i in range(480)]
    shown = np.array(follow(keys, score, times))[240:]
    assert np.abs(shown - times[240:]).max() < 1e-6
    steps = np.diff(shown)
    assert steps.min() > 0.0
    assert steps.max() < 2.0 / 60.0


def test_a_late_picture_of_the_shelf_is_not_shown_in_a_night(silent_nights: dict[str, Score]) -> None:
    """The same worker draws for the shelf and for the night: what was ordered before does not flash up in the dark."""
    render_worker, score = Slow(30), silent_nights["the-blue-door"]
    shelf = KeyQueue(render_worker)  # type: ignore[arg-type]
    follow(shelf, score, [500.0 + i / 60.0 for i in range(40)])
    assert render_worker.waiting
    night = KeyQueue(render_worker)  # type: ignore[arg-type]
    shown = np.array(follow(night, score, [i / 60.0 for i in range(150)], room=10.0))
    assert (shown[~np.isnan(shown)] < 10.0).all()
    assert not np.isnan(shown[-1])
    night.forget()
    assert np.isnan(follow(night, score, [900.0], room=13.0)[0])


def test_at_rest_nothing_more_is_drawn(silent_nights: dict[str, Score]) -> None:
    """A paused night costs nothing; another brightness is drawn once."""
    render_worker = Slow(3)
    keys, score = KeyQueue(render_worker), silent_nights["the-blue-door"]  # type: ignore[arg-type]
    follow(keys, score, [100.0 + i / 60.0 for i in range(120)])
    follow(keys, score, [102.0] * 60, room=2.0, moving=False)
    before = len(render_worker.orders)
    follow(keys, score, [102.0] * 60, room=3.0, moving=False)
    assert len(render_worker.orders) == before
    pair = None
    for i in range(60):
        pair = keys.follow(score, 102.0, 4.0 + i / 60.0, LightAdjustment(exposure=0.5), words=True, moving=False)
    assert len(render_worker.orders) == before + 1
    assert pair is not None
    assert pair.second.t == pytest.approx(102.0)


def test_elsewhere_the_old_place_is_not_shown(silent_nights: dict[str, Score]) -> None:
    """One is told when the first key of the new place is there; until then the last picture stays, never black."""
    keys, score = KeyQueue(Slow(4)), silent_nights["the-blue-door"]  # type: ignore[arg-type]
    follow(keys, score, [100.0 + i / 60.0 for i in range(120)])
    there = keys.expect()
    assert not there()
    shown = follow(keys, score, [200.0 + i / 60.0 for i in range(60)], room=2.0)
    first = next(i for i, t in enumerate(shown) if t >= 200.0)
    assert shown[:first] == [shown[0]] * first
    assert min(shown[first:]) >= 200.0
    assert there()


def test_who_stays_is_not_waited_for(silent_nights: dict[str, Score]) -> None:
    """A key that leads nowhere new must not leave the picture black for ever."""
    keys, score = KeyQueue(Slow(4)), silent_nights["the-blue-door"]  # type: ignore[arg-type]
    follow(keys, score, [100.0 + i / 60.0 for i in range(120)])
    there = keys.expect()
    answers = [there() for _ in range(30)]
    assert not answers[0]
    assert answers[-1]


def test_a_late_look_is_no_black_picture(silent_nights: dict[str, Score]) -> None:
    """After the app itself stood still for seconds, something is shown in every frame."""
    keys, score = KeyQueue(Slow(4)), silent_nights["the-blue-door"]  # type: ignore[arg-type]
    follow(keys, score, [100.0 + i / 60.0 for i in range(120)])
    shown = follow(keys, score, [107.0 + i / 60.0 for i in range(120)], room=7.0)
    assert not np.isnan(shown).any()
    assert np.abs(np.array(shown[60:]) - [107.0 + i / 60.0 for i in range(60, 120)]).max() < 1e-6


def test_after_a_gap_the_picture_dissolves(silent_nights: dict[str, Score]) -> None:
    """A painter that died and came back seconds later is no flash: the last picture gives way softly, then is gone."""
    painter, score = Slow(4), silent_nights["the-blue-door"]
    keys = KeyQueue(painter)  # type: ignore[arg-type]
    follow(keys, score, [100.0 + i / 60.0 for i in range(120)])
    ask, painter.ask = painter.ask, lambda *_: None  # type: ignore[method-assign]
    follow(keys, score, [102.0 + i / 60.0 for i in range(300)], room=2.0)
    painter.ask = ask  # type: ignore[method-assign]
    pairs = []
    for i in range(120):
        pairs.append(keys.follow(score, 107.0 + i / 60.0, 7.0 + i / 60.0, LightAdjustment(), words=True, moving=True))
    old = [0.0 if pair is None or pair.first.t > 104.0 else 1.0 - pair.share for pair in pairs]
    old = [1.0 if pair is not None and pair.second.t < 104.0 else part for pair, part in zip(pairs, old, strict=True)]
    assert old[0] == 1.0
    assert old[-1] == 0.0
    assert all(0.0 <= before - after < 0.06 for before, after in itertools.pairwise(old))


def test_brighter_is_seen_at_once() -> None:
    """What a key lacks to the exposure wanted now is made up for on the way to the screen."""
    assert gain(key(0.0), 1.0) == pytest.approx(1.0)
    assert gain(key(0.0), 2.0) ** 2.2 == pytest.approx(2.0)
    assert gain(Key(0.0, 1, 1, b"", light=0.0), 1.0) == 0.0


def bare(black: float = 0.0) -> Frame:
    """A frame of which only the darkness counts."""
    from dreamplayer.model.stage import Palette, Stage

    return Frame(0.0, Stage(), (), Palette(), (), (), 0.0, None, Grade(black=black))


@settings(deadline=None, max_examples=25)
@given(st.integers(0, 120), st.integers(0, 120), st.floats(0, 1))
def test_a_blend_lies_between_its_keys(low: int, high: int, share: float) -> None:
    """No blend is brighter or darker than both keys: nothing flickers between them."""
    surface = pygame.Surface((32, 18))
    KeyBlender().show(Between(key(0.0, low), key(1.0, high), share), bare(), 1.0, surface)
    shown = pygame.surfarray.array3d(surface)
    assert min(low, high) - 1 <= shown.min() <= shown.max() <= max(low, high) + 1


def test_black_is_black_over_keys() -> None:
    """A complete fade lets nothing through, and no key is black."""
    surface = pygame.Surface((32, 18))
    between_ = KeyBlender()
    between_.show(Between(key(0.0, 90), key(1.0, 90), 0.5), bare(black=1.0), 1.0, surface)
    assert pygame.surfarray.array3d(surface).max() == 0
    between_.show(None, bare(), 1.0, surface)
    assert pygame.surfarray.array3d(surface).max() == 0


def test_colours_arrive_as_drawn() -> None:
    """Red stays red on its way through keys."""
    surface = pygame.Surface((32, 18))
    red = Key(0.0, 16, 9, bytes([90, 20, 5, 255]) * (16 * 9))
    KeyBlender().show(Between(red, red, 0.0), bare(), 1.0, surface)
    assert tuple(surface.get_at((16, 9)))[:3] == (90, 20, 5)


@pytest.fixture
def render_worker() -> Iterator[RenderWorker]:
    """A process that draws by surfaces: everywhere there is one."""
    made = RenderWorker(Setup(*SIZE, "surface"), patience=30.0)
    yield made
    made.close()


def drawn(render_worker: RenderWorker, score: Score, t: float, number: int = 1) -> Key:
    """The key of an order, waited for."""
    render_worker.ask(score, Order(number, t, LightAdjustment(), words=False))
    end = time.monotonic() + 180.0
    while time.monotonic() < end:
        for done in render_worker.answers():
            if done.number == number:
                return done.key
        if not render_worker.waiting:
            render_worker.ask(score, Order(number, t, LightAdjustment(), words=False))
        time.sleep(0.01)
    raise AssertionError("no key came")


def test_the_process_draws_what_the_window_would(render_worker: RenderWorker, silent_nights: dict[str, Score]) -> None:
    """A key is the same frame as painted here, without its words."""
    score = silent_nights["the-bridge-of-light"]
    t = score.scenes[2].span.end - 1.0
    found = drawn(render_worker, score, t)
    here = SurfacePainter(found.width, found.height).key(picture(score, t, aspect=SIZE[0] / SIZE[1]))
    ours, theirs = (np.frombuffer(one.rgba, np.uint8).reshape(-1, 4)[:, :3].astype(int) for one in (here, found))
    assert theirs.max() > 40
    assert np.abs(ours - theirs).mean() < 1.0


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals on Windows")
@pytest.mark.parametrize("how", ["crash", "hang"])
def test_a_lost_process_is_replaced(how: str, silent_nights: dict[str, Score]) -> None:
    """After a crash, and after a hang, another one draws; the lost one is gone from the process table."""
    score = silent_nights["the-bridge-of-light"]
    made = RenderWorker(Setup(*SIZE, "surface"))
    try:
        drawn(made, score, 100.0)
        assert made.worker.channel is not None
        process = made.worker.channel.process
        assert process is not None
        os.kill(process.pid, signal.SIGKILL if how == "crash" else signal.SIGSTOP)
        made.worker.patience = made.worker.longest = 0.5 if how == "hang" else 30.0
        made.ask(score, Order(2, 101.0, LightAdjustment(), words=False))
        end = time.monotonic() + 120.0
        while made.worker.channel is not None and made.worker.channel.process is process and time.monotonic() < end:
            made.answers()
            time.sleep(0.01)
        made.worker.patience = made.worker.longest = 30.0
        assert process.poll() is not None
        assert drawn(made, score, 102.0, 3).rgba
    finally:
        made.close()


def test_after_some_losses_the_window_draws_by_itself(silent_nights: dict[str, Score]) -> None:
    """A machine where the process cannot live is not kept busy with starting it all night."""
    made = RenderWorker(Setup(*SIZE, "surface"))
    for lost in range(LIVES):
        channel = made.worker.channel
        assert channel is not None
        assert channel.process is not None
        channel.process.kill()
        end = time.monotonic() + 60.0
        while made.worker.lost == lost and time.monotonic() < end:
            made.answers()
            time.sleep(0.01)
    assert not made.alive
    assert not KeyQueue(made).works
    assert KeyQueue(made).expect()()


def test_closing_leaves_no_process(render_worker: RenderWorker) -> None:
    """Nothing outlives the app."""
    assert render_worker.worker.channel is not None
    process = render_worker.worker.channel.process
    assert process is not None
    render_worker.close()
    assert process.poll() is not None


def test_everything_that_comes_is_rehearsed_once(silent_nights: dict[str, Score]) -> None:
    """Each arrival within reach is drawn beforehand, and no more than once."""
    score = silent_nights["the-blue-door"]
    render_worker = Slow(1)
    rehearsal = Rehearsal(render_worker)  # type: ignore[arg-type]
    for i in range(4000):
        rehearsal.follow(score, i * 0.1, float(i))
    times = [order.t for order in render_worker.orders]
    coming = [cue for cue in score.cues if cue.kind == "element" and cue.staged and cue.span.start < 400.0]
    assert len(times) >= len({cue.name for cue in coming})
    numbers: Callable[[Order], tuple[float, int]] = lambda order: (order.t, order.number)  # noqa: E731
    assert len({numbers(order) for order in render_worker.orders}) == len(render_worker.orders)
    for i in range(50):
        rehearsal.follow(score, 400.0, 5000.0 + i)
    before = len(render_worker.orders)
    rehearsal.follow(score, 400.0, 6000.0)
    assert len(render_worker.orders) == before


def test_the_outline_is_the_picture_without_what_stands_in_it(silent_nights: dict[str, Score]) -> None:
    """The window's share of a frame agrees with the whole one."""
    score = silent_nights["the-cracked-lantern"]
    t = score.section("story").start + 40.0
    whole, bare_ = picture(score, t), outline(score, t)
    assert (bare_.grade, bare_.caption, bare_.stage) == (whole.grade, whole.caption, whole.stage)
    assert bare_.forms == ()
