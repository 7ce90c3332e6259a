"""How a line enters: softly at its start and after pauses, however hard the voice sets in."""

from __future__ import annotations

import numpy as np
import pytest

from dreamplayer.kit.loudness import k_power, loudness_of, lufs
from dreamplayer.model.audio import RATE, Speech
from dreamplayer.sound.line_entry import AGAIN, JUMP, ONSET, QUIET, SOFT, Cells, after_pauses, entry_gain
from dreamplayer.sound.measure import Measured, measure
from dreamplayer.sound.voice_line import LEVEL, spoken, spoken_steps


def _syllables(pauses: tuple[float, ...], loud: float = 1.0) -> Cells:
    """Power of phrases of two seconds, each syllable a tenth of a second of sound and as much of quiet."""
    beat = np.tile(np.concatenate((np.ones(10), np.full(10, 0.003))), 10)
    parts = [beat]
    for i, pause in enumerate(pauses):
        parts += [np.full(round(100 * pause), 1e-7), beat * (loud if i == 0 else 1.0)]
    power = np.concatenate(parts)
    return np.asarray(power * 10 ** ((LEVEL - loudness_of(power, 100)) / 10))


def _over_a_quiet_world(power: Cells, rest: float = 3.0) -> Measured:
    """The line in a world as quiet as it gets, with three seconds before it."""
    world = 10 ** ((LEVEL - QUIET + 0.691) / 10)
    row = np.concatenate((np.full(300, world), power + world))
    heard = measure(np.zeros((480, 2), np.float32))
    return Measured(row, row, row, row, row, row, heard.spectra, heard.true_peak, 0.0)


@pytest.mark.parametrize("pauses", [(), (0.5,), (0.9, 0.2, 1.4), (2.0, 2.0)])
@pytest.mark.parametrize("loud", [1.0, 6.0])
def test_no_line_makes_one_start(pauses: tuple[float, ...], loud: float) -> None:
    """Neither 50 ms over the second before, nor 400 ms over those before, go beyond what is asked, commas included."""
    power = _syllables(pauses, loud)
    gain = after_pauses(power)
    gain = gain * entry_gain(power * gain**2, LEVEL, 3.0)
    heard = _over_a_quiet_world(power * gain**2)
    plain = _over_a_quiet_world(power)
    assert plain.onsets()[1].max() > ONSET
    assert heard.onsets()[1].max() <= ONSET + 0.4
    assert heard.rises(0.4, 0.4)[1].max() <= JUMP + 0.4
    assert gain.max() <= 1.0 + 1e-9
    assert gain.min() > 10 ** (-20 / 20)


def test_a_line_grows_into_its_loudness() -> None:
    """The short-term loudness rises no faster than asked, and after some seconds the line is at its full level."""
    power = np.tile(_syllables(()), 5)
    gain = entry_gain(power, LEVEL, 3.0)
    at, rise = _over_a_quiet_world(power * gain**2).rises(3.0, 1.0)
    assert rise[at < 9.0].max() <= SOFT + 0.2
    assert gain[800:].min() > 0.99
    assert gain[0] < 0.5


def test_a_line_that_follows_closely_is_eased_in_no_more() -> None:
    """Where another line has just ended, the easing takes no longer than after a long rest."""
    power = _syllables((0.3, 0.3))
    near, far = entry_gain(power, LEVEL, 0.4), entry_gain(power, LEVEL, 3.0)
    assert near.sum() >= far.sum()


def test_after_a_pause_the_voice_begins_softer() -> None:
    """A long pause is followed by `AGAIN` dB less that are back in .6 s; the gap between syllables by nothing."""
    gain = after_pauses(_syllables((0.6,)))
    again = 200 + 60
    assert 20 * np.log10(gain[again]) == pytest.approx(-AGAIN, abs=0.1)
    assert gain[again + 60 :].min() == pytest.approx(1.0)
    assert (after_pauses(_syllables(())) == 1.0).all()


def test_a_line_in_steps_is_the_line() -> None:
    """Made ready a step at a time, a line is the same to the bit, and no step but the last gives anything."""
    t = np.arange(6 * 22_050) / 22_050
    x = np.sin(2 * np.pi * 140.0 * t) * np.clip(np.sin(2 * np.pi * 2.3 * t), 0.0, 1.0)
    speech = Speech(x.astype(np.float32) * np.float32(0.3), (), 22_050)
    *steps, last = spoken_steps(speech, 0.5, 2.0)
    assert last is not None
    assert len(steps) >= 5
    assert all(step is None for step in steps)
    assert np.array_equal(last, spoken(speech, 0.5, 2.0))
    assert abs(float(lufs(k_power(last[: 6 * RATE]).mean())) - LEVEL) < 4.0


def test_a_heavy_voice_is_relieved_of_its_boom() -> None:
    """A voice that is all chest loses up to nine decibels there; a balanced one keeps what it has, and its warmth."""
    from dreamplayer.sound.voice_line import _tone

    t = np.arange(2 * RATE) / RATE
    low, middle = (np.sin(2 * np.pi * f * t).astype(np.float32) * np.float32(0.1) for f in (125.0, 500.0))

    def left(x: np.ndarray[tuple[int], np.dtype[np.float32]], hertz: float) -> float:
        turn = np.exp(-2j * np.pi * hertz * t)
        return 20 * float(np.log10(abs(np.mean(_tone(x) * turn)) * 2 / 0.1))

    balanced, heavy = low * np.float32(0.5) + middle, low + middle * np.float32(0.2)
    assert left(balanced, 125.0) - 20 * np.log10(0.5) > 0.0
    assert -8.5 < left(heavy, 125.0) < -6.0
    assert left(heavy, 500.0) - 20 * np.log10(0.2) > -1.0
