"""The measures themselves, against known signals and an independent meter."""

from __future__ import annotations

import numpy as np
import pyloudnorm
import pytest

from dreamplayer.kit.hashing import normal
from dreamplayer.kit.loudness import at_level, loudest, loudness
from dreamplayer.model.audio import RATE, Samples
from dreamplayer.sound.measure import Meter, measure


def _tone(seconds: float, hertz: float = 997.0, db: float = -20.0, phase: float = 0.0) -> Samples:
    t = np.arange(round(seconds * RATE)) / RATE
    x = 10 ** (db / 20) * np.sin(2 * np.pi * hertz * t + phase)
    return np.stack((x, x), axis=1).astype(np.float32)


def _noise(seconds: float, seed: int = 1) -> Samples:
    n = round(seconds * RATE)
    return np.stack((normal(seed, 1, n), normal(seed, 2, n)), axis=1) * np.float32(0.03)


def test_a_known_tone_has_its_loudness() -> None:
    """997 Hz at -20 dBFS in both ears is -20 LUFS (ITU-R BS.1770: 0 dBFS in one ear is -3.01)."""
    assert measure(_tone(10.0)).integrated() == pytest.approx(-20.0, abs=0.05)


@pytest.mark.parametrize("kind", ["noise", "swell", "tones"])
def test_integrated_loudness_agrees_with_an_independent_meter(kind: str) -> None:
    """Within a tenth of a LU of pyloudnorm, gating included."""
    x = {
        "noise": _noise(12.0),
        "swell": _noise(20.0) * np.linspace(0.001, 1.0, 20 * RATE, dtype=np.float32)[:, None],
        "tones": np.concatenate((_tone(6.0, 120.0), _tone(6.0, 3000.0, -45.0), _noise(3.0))),
    }[kind]
    assert measure(x).integrated() == pytest.approx(
        pyloudnorm.Meter(RATE).integrated_loudness(x.astype(float)), abs=0.1
    )
    assert loudness(x) == pytest.approx(measure(x).integrated(), abs=0.1)


def test_blocks_do_not_matter() -> None:
    """Fed in odd pieces, a sound measures the same as whole."""
    x = _noise(7.3)
    meter = Meter()
    for n in range(0, len(x), 7777):
        meter.feed(x[n : n + 7777])
    pieces, whole = meter.done(), measure(x)
    assert np.allclose(pieces.power, whole.power, rtol=1e-5)
    assert len(whole.power) == round(7.3 * 100)
    assert pieces.mean == pytest.approx(whole.mean, abs=1e-7)


def test_true_peak_sees_between_samples() -> None:
    """A tone at a quarter of the rate, sampled beside its crests, peaks 3 dB above its samples (EBU Tech 3341)."""
    x = _tone(3.0, RATE / 4, -6.0, np.pi / 4)
    ramp = np.minimum(1.0, np.arange(len(x)) / 4800.0).astype(np.float32)[:, None]
    x = x * ramp * ramp[::-1]
    heard = measure(x)
    assert 20 * np.log10(heard.peak.max()) == pytest.approx(-9.01, abs=0.1)
    assert 20 * np.log10(heard.true_peak.max()) == pytest.approx(-6.0, abs=0.3)


def test_loudness_range_of_two_levels() -> None:
    """20 s at -20 and 20 s at -30 LUFS have a range of 10 LU (EBU Tech 3342, test 1)."""
    x = np.concatenate((_tone(20.0, db=-20.0), _tone(20.0, db=-30.0)))
    assert measure(x).range() == pytest.approx(10.0, abs=1.0)


def test_a_knock_is_an_onset() -> None:
    """A burst 20 dB over the noise is seen where it is, in the onsets and in the rises."""
    x = _noise(10.0)
    x[6 * RATE : 6 * RATE + RATE // 10] *= 10
    heard = measure(x)
    at, onset = heard.onsets()
    assert onset.max() > 15.0
    assert abs(at[np.argmax(onset)] - 6.05) < 0.1
    assert heard.rises(0.4, 0.4)[1].max() > 10.0
    assert measure(_noise(10.0)).onsets()[1].max() < 2.0


def test_colour_and_width() -> None:
    """Centre, shares, slope and correlation of signals one can work out by hand."""
    low, high = measure(_tone(4.0, 500.0)), measure(_tone(4.0, 3000.0))
    assert low.centroid() == pytest.approx(500.0, abs=5.0)
    assert low.share_above(2000.0) < 1e-3
    assert high.share_above(2000.0) > 0.999
    assert float(low.correlation()[0]) == pytest.approx(1.0, abs=1e-6)
    assert abs(float(measure(_noise(4.0)).correlation()[0])) < 0.05
    assert measure(_noise(6.0)).slope() == pytest.approx(0.0, abs=0.3)


def test_level_is_set_by_the_loudest_moment() -> None:
    """A sound set to a level has it at its loudest 400 ms; silence stays silence."""
    x = _noise(3.0)
    x[RATE : 2 * RATE] *= 4
    assert loudest(at_level(x, -31.0)) == pytest.approx(-31.0, abs=0.05)
    assert not at_level(np.zeros((1000, 2), np.float32), -31.0).any()


def test_a_click_is_rough() -> None:
    """A step of one hundredth stands out of a dark tone by more than ten times."""
    x = _tone(3.0, 200.0, -30.0)
    smooth = measure(x).rough.max()
    x[RATE:] += 0.01
    assert measure(x).rough.max() > 10 * smooth


def test_twins_measure_what_each_would_alone() -> None:
    """A meter that may take over what its twin found gives the same numbers, where both hear the same and where not."""
    x = _noise(9.0)
    y = x.copy()
    y[2 * RATE : 4 * RATE] *= 0.5
    first = Meter()
    second = Meter(twin=first)
    for n in range(0, len(x), 4096):
        first.feed(x[n : n + 4096])
        second.feed(y[n : n + 4096])
    found, alone = second.done(), measure(y)
    for name in ("power", "peak", "rough", "left", "right", "both", "spectra", "true_peak", "mean"):
        assert np.array_equal(getattr(found, name), getattr(alone, name)), name


def test_silence_measures_as_silence() -> None:
    """Where nothing sounds nothing is found, and what comes after it is measured as ever."""
    x = np.concatenate((np.zeros((8 * RATE, 2), np.float32), _noise(6.0)))
    heard, sounding = measure(x), measure(_noise(6.0))
    assert not heard.power[: 7 * 100].any()
    assert heard.power.sum() == pytest.approx(sounding.power.sum(), rel=1e-3)
