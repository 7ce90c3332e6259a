"""The ring buffer and the time map: what is heard at each sample, and that nothing ever cuts."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dreamplayer.app.audio.ring_buffer import AHEAD, BEHIND, LEAD, SIZE, Ring
from dreamplayer.app.audio.time_map import TimeSegment, segment_at, with_segment
from dreamplayer.app.player.playback_clock import SmoothedCounter
from dreamplayer.model.audio import RATE, Samples
from dreamplayer.sound.measure import measure


def tone(n0: int, n1: int) -> Samples:
    """A quiet tone whose phase tells the moment of the night."""
    t = np.arange(n0, n1) / RATE
    return np.repeat((0.25 * np.sin(2 * np.pi * 110 * t)).astype(np.float32)[:, None], 2, axis=1)


def silence(n0: int, n1: int) -> Samples:
    """Nothing at all."""
    return np.zeros((n1 - n0, 2), np.float32)


class Deck:
    """A ring with a playhead one pushes by hand, and a tape of all it has heard."""

    def __init__(self, render=tone) -> None:
        self.ring = Ring(np.zeros((SIZE, 2), np.int16), render)
        self.playhead = 0
        self.tape: list[np.ndarray] = []

    def here(self) -> int:
        """The playhead."""
        return self.playhead

    def run(self, seconds: float) -> None:
        """Let the device play."""
        left = int(seconds * RATE)
        while left > 0:
            n = min(left, 4096)
            self.ring.tidy(self.playhead)
            while self.ring.fill(self.playhead + AHEAD):
                pass
            self.tape.append(self.ring.memory[(self.playhead + np.arange(n)) % SIZE].copy())
            self.playhead += n
            left -= n

    @property
    def heard(self) -> np.ndarray:
        """The left channel of all that was played, full scale 1."""
        return np.concatenate(self.tape)[:, 0].astype(np.float64) / 32767


def roughness(x: np.ndarray) -> float:
    """Largest bend between neighbouring samples: a click makes it large."""
    return float(np.abs(np.diff(x, 2)).max())


def test_resume_fades_in_from_silence_and_then_is_the_score() -> None:
    """A night begins by a ramp of a second, after which every sample is the score's own."""
    deck = Deck()
    deck.run(0.5)
    deck.ring.turn(deck.here, 0, moving=True, seconds=1.0)
    deck.run(4.0)
    first = deck.ring.time_map[-1].first
    heard = deck.heard
    assert np.all(heard[: RATE // 2] == 0)
    after = heard[first + RATE :]
    assert np.allclose(after, tone(RATE, RATE + len(after))[:, 0], atol=1e-4)
    assert roughness(heard) < 2 * roughness(after) + 1e-4


def test_pause_holds_the_moment() -> None:
    """Pausing ramps to silence and the night does not go on until it is resumed, at the same moment."""
    deck = Deck()
    deck.ring.turn(deck.here, 0, moving=True, seconds=1.0)
    deck.run(3.0)
    deck.ring.turn(deck.here, None, moving=False, seconds=0.4)
    deck.run(2.0)
    held = deck.ring.night(deck.playhead)
    deck.run(3.0)
    assert deck.ring.night(deck.playhead) == held
    assert np.all(deck.heard[-RATE:] == 0)
    deck.ring.turn(deck.here, held, moving=True, seconds=1.0)
    deck.run(2.0)
    assert deck.ring.night(deck.playhead) == held + 2 * RATE - LEAD


@pytest.mark.parametrize("seconds", [0.4, 1.5])
def test_seek_is_heard_as_the_place_gone_to(seconds: float) -> None:
    """A second after a seek's crossfade the samples are exactly those that waiting would have given."""
    deck = Deck()
    deck.ring.turn(deck.here, 0, moving=True, seconds=1.0)
    deck.run(2.0)
    deck.ring.turn(deck.here, 1000 * RATE, moving=True, seconds=seconds)
    segment = deck.ring.time_map[-1]
    deck.run(4.0)
    tail = deck.heard[segment.first + int(seconds * RATE) :]
    want = tone(segment.night_sample + int(seconds * RATE), segment.night_sample + int(seconds * RATE) + len(tail))[
        :, 0
    ]
    assert np.allclose(tail, want, atol=1e-4)


def test_no_order_makes_a_click() -> None:
    """Pause, resume, seek and volume in quick succession never bend the sound more than the tone itself does."""
    deck = Deck()
    deck.ring.turn(deck.here, 0, moving=True, seconds=1.0)
    deck.run(1.2)
    for step in range(12):
        if step % 4 == 0:
            deck.ring.volume(deck.playhead, 0.3, 0.3)
        elif step % 4 == 1:
            deck.ring.turn(deck.here, step * RATE, moving=True, seconds=1.5)
        elif step % 4 == 2:
            deck.ring.volume(deck.playhead, 1.0, 0.3)
        else:
            deck.ring.turn(deck.here, None, moving=step % 8 == 3, seconds=0.4)
        deck.run(0.21)
    plain = tone(0, RATE)[:, 0].astype(np.float64)
    assert roughness(deck.heard) < 1.6 * roughness(plain) + 1e-4


def test_volume_glides_and_stays() -> None:
    """Volume goes where it is told within its ramp and touches only what is still to come."""
    deck = Deck()
    deck.ring.turn(deck.here, 0, moving=True, seconds=1.0)
    deck.run(2.0)
    deck.ring.volume(deck.playhead, 0.5, 0.3)
    deck.run(3.0)
    heard = deck.heard
    assert np.abs(heard[-RATE:]).max() == pytest.approx(0.125, abs=0.002)
    deck.ring.volume(deck.playhead, 0.0, 0.3)
    deck.run(1.0)
    assert np.all(deck.heard[-RATE // 2 :] == 0)


def test_a_rise_sets_in_as_slowly_as_a_sleeper_needs() -> None:
    """From silence to full in fourteen seconds: no short-term rise over 2.5 LU per s, no onset, no click."""
    deck = Deck()
    deck.ring.rise(0, 1.0, 14.0)
    deck.ring.turn(deck.here, 0, moving=True, seconds=1.0)
    deck.run(18.0)
    heard = measure(np.repeat(deck.heard[:, None], 2, axis=1).astype(np.float32))
    assert np.abs(deck.heard[-RATE:]).max() == pytest.approx(0.25, abs=0.002)
    floor = float(heard.window(1.0, 0.1)[1][-1]) - 24.0
    assert heard.rises(3.0, 1.0, floor)[1].max() <= 2.5
    assert heard.onsets(floor)[1].max() <= 6.0
    assert roughness(deck.heard) < 1.1 * roughness(tone(0, RATE)[:, 0].astype(np.float64)) + 1e-4


def test_a_starved_writer_leaves_silence_not_the_past() -> None:
    """If nothing is written for seconds, the ring runs dry into silence and never repeats ten seconds ago."""
    deck = Deck()
    deck.ring.turn(deck.here, 0, moving=True, seconds=1.0)
    deck.run(8.0)
    dry = deck.ring.written
    behind = deck.ring.memory[(dry + np.arange(SIZE - AHEAD - BEHIND - LEAD - 8192)) % SIZE]
    assert not behind.any()


def test_a_device_that_is_held_up_finds_what_it_has_not_played() -> None:
    """The playhead runs on by the clock while a busy machine keeps the device waiting: nothing unheard is wiped out."""
    deck = Deck()
    deck.ring.turn(deck.here, 0, moving=True, seconds=1.0)
    deck.run(12.0)
    ahead = deck.playhead + int(0.9 * RATE)
    deck.ring.tidy(ahead)
    heard = deck.ring.memory[(deck.playhead + np.arange(int(0.9 * RATE))) % SIZE]
    first = deck.ring.time_map[-1].first
    assert np.allclose(heard / 32767, tone(deck.playhead - first, deck.playhead - first + len(heard)), atol=1e-4)


def test_the_score_is_never_asked_beyond_its_horizon() -> None:
    """With a limit given, nothing past it is rendered."""
    asked: list[int] = []

    def watched(n0: int, n1: int) -> Samples:
        asked.append(n1)
        return silence(n0, n1)

    ring = Ring(np.zeros((SIZE, 2), np.int16), watched)
    ring.turn(lambda: 0, 0, moving=True, seconds=0.5)
    while ring.fill(AHEAD, 2 * RATE):
        pass
    assert max(asked) == 2 * RATE


@given(st.lists(st.tuples(st.integers(0, 10**7), st.integers(0, 10**9), st.booleans()), min_size=1, max_size=8))
def test_course_keeps_what_is_playing(legs: list[tuple[int, int, bool]]) -> None:
    """However one turns, the sample being heard keeps its moment and the time map stays short."""
    time_map = (TimeSegment(0, 0, False),)
    here = 0
    for ahead, at, moving in legs:
        before = segment_at(time_map, here).night(here)
        time_map = with_segment(time_map, TimeSegment(here + 1 + ahead, at, moving), here)
        assert segment_at(time_map, here).night(here) == before
        assert segment_at(time_map, here + 1 + ahead).night(here + 1 + ahead) == at
        assert len(time_map) <= 2
        here += ahead + 2


def test_smoothed_counter_is_smooth_and_never_goes_back() -> None:
    """A counter in steps of 43 ms that once stands still for 300 ms gives a rising time within 30 ms of it."""
    counter = SmoothedCounter()
    last = 0.0
    for step in range(2000):
        wall = step / 60
        shown = np.floor(wall / 0.043) * 0.043
        if 900 < step < 918:
            shown = np.floor(900 / 60 / 0.043) * 0.043
        counter.follow(float(shown), wall)
        now = counter.seconds(wall)
        assert now >= last
        if step > 1100:
            assert abs(now - wall) < 0.05
        last = now
