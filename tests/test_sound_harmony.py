"""Keys, chords and the pace of the music under the night."""

from __future__ import annotations

from itertools import pairwise, product
from math import gcd

import numpy as np
import pytest

from dreamplayer.kit.drift import drift, drifts, nested
from dreamplayer.kit.harmony import cell_at, chord, edge, harmony_for, nearest, tones
from dreamplayer.kit.hashing import uniform_at, uniform_one
from dreamplayer.model.audio import Harmony, Stretch
from dreamplayer.sounds.music.harmony import PERIODS, _event

MOODS = tuple(product((-0.9, -0.4, 0.0, 0.4, 0.9), (-0.6, 0.0, 0.6), ("night", "dusk", "dawn", "sunrise", "morning")))


def _classes(harmony: Harmony) -> frozenset[int]:
    """Pitch classes, 0..11 from A."""
    root = round(12 * np.log2(harmony.root / 55.0))
    return frozenset((root + step) % 12 for step in harmony.steps)


@pytest.mark.parametrize("seed", range(12))
def test_keys_of_a_night_share_tones(seed: int) -> None:
    """Any two moods of one night have three tones in common, and one pedal lies in all of them."""
    keys = [_classes(harmony_for(v, a, t, seed)) for v, a, t in MOODS]  # type: ignore[arg-type]
    assert min(len(a & b) for a in keys for b in keys) >= 3
    assert frozenset.intersection(*keys)


@pytest.mark.parametrize("seed", range(6))
def test_roots_lie_low(seed: int) -> None:
    """Roots lie between 55 and 110 Hz, and grief and comfort are not the same key."""
    for valence, arousal, time in MOODS:
        assert 54.9 <= harmony_for(valence, arousal, time, seed).root <= 110.1  # type: ignore[arg-type]
    assert harmony_for(-0.8, 0.0, "night", seed) != harmony_for(0.8, 0.0, "morning", seed)


@pytest.mark.parametrize("steps", [(0, 2, 4, 7, 9), (0, 3, 5, 7, 10), (0, 2, 4, 6, 7, 9)])
def test_chords_share_three_tones(steps: tuple[int, ...]) -> None:
    """Each chord keeps the root and at least three tones of the one before."""
    key = Harmony(73.4, steps)
    chords = [set(chord(key, 5, k)) for k in range(60)]
    assert all(len(a & b) >= 3 and 0 in a for a, b in pairwise(chords))
    assert len({frozenset(c) for c in chords}) >= 3


def test_chords_last_half_a_minute() -> None:
    """Chords last between 24 and 60 s, and every moment has one."""
    edges = [edge(3, k) for k in range(80)]
    lengths = np.diff(edges)
    assert lengths.min() >= 24.0
    assert lengths.max() <= 60.0
    for k in range(1, 79):
        assert cell_at(3, edges[k] + 0.01) == k
        assert cell_at(3, edges[k] - 0.01) == k - 1


def test_periods_never_meet() -> None:
    """Eight to twelve voices on periods from 17 to 61 s with no common divisor."""
    assert 8 <= len(PERIODS) <= 12
    assert all(17 <= p <= 61 for p in PERIODS)
    assert all(gcd(a, b) == 1 for i, a in enumerate(PERIODS) for b in PERIODS[i + 1 :])


def test_notes_thin_out() -> None:
    """Deep in the night the upper voices sound about a third as often as at its beginning."""

    def count(calm: float) -> int:
        own = Stretch(0, 0, 4, Harmony(), calm=calm)
        return sum(_event(own, voice, k) is not None for voice in range(3, 11) for k in range(60))

    assert 0.25 <= count(1.0) / count(0.0) <= 0.4


def test_nearest_is_in_the_key() -> None:
    """A tone made to fit lies in the key and within a minor third of what was asked."""
    key = Harmony(82.4, (0, 3, 5, 7, 10))
    for hertz in (100.0, 220.0, 523.0, 880.0):
        assert abs(12 * np.log2(nearest(key, hertz) / hertz)) <= 1.5
        assert nearest(key, hertz) in tones(key, 40.0, 2400.0)


def test_one_random_number_equals_the_array_of_one() -> None:
    """The quick single number is the same as the array's."""
    for seed, lane, index in ((0, 0, 0), (7, 12, -5), (2**31 - 1, 99, 123456)):
        assert uniform_one(seed, lane, index) == float(uniform_at(seed, lane, index))


def test_drift_is_smooth_and_bounded() -> None:
    """Slow noise stays in 0..1 and nowhere jumps, and the array form gives many independent ones."""
    t = np.arange(0.0, 60.0, 0.01)
    for f in (drift, nested):
        y = np.array([f(3, 4, float(u), 5.0) for u in t])
        assert 0.0 <= y.min() < 0.35
        assert 0.65 < y.max() <= 1.0
        assert np.abs(np.diff(y)).max() < 0.02
    many = np.stack([drifts(3, 4, float(u), np.full(4, 5.0)) for u in t[::20]])
    assert np.abs(np.corrcoef(many.T) - np.eye(4)).max() < 0.9
