"""The flash analyser finds what would harm, and lets slow light be."""

from __future__ import annotations

import numpy as np

from dreamplayer.picture.flashes import ACROSS, DOWN, cells, flashes, linear, most_within

T = np.arange(0.0, 12.0, 0.1)


def run(light: np.ndarray, share: float = 1.0, colour: tuple[float, float, float] = (1.0, 1.0, 1.0)) -> np.ndarray:
    """Pictures in which the first `share` of the cells follow `light` and the rest stay dark."""
    seen = np.zeros((len(light), DOWN * ACROSS, 3))
    seen[:, : round(share * DOWN * ACROSS)] = light[:, None, None] * np.array(colour)
    return seen.reshape(len(light), DOWN, ACROSS, 3)


def test_a_strobe_is_found() -> None:
    """Three flashes a second over a tenth of the screen are counted, each once."""
    strobe = 0.1 + 0.4 * (np.sin(2 * np.pi * 3.0 * T + 0.3) > 0)
    count, _ = most_within(flashes(T, run(strobe, 0.1)), 1.0)
    assert count >= 2
    assert len(flashes(T, run(strobe, 0.1))) > 15


def test_one_flash_is_one() -> None:
    """A single bright moment is one flash, at its own second."""
    once = np.where((T > 5.0) & (T < 5.35), 0.6, 0.05)
    found = flashes(T, run(once))
    assert len(found) == 1
    assert abs(found[0].t - 5.4) < 0.3
    assert not found[0].red


def test_slow_light_is_no_flash() -> None:
    """A swell of several seconds, a small flicker and a flash of a small area are none."""
    swell = 0.3 + 0.3 * np.sin(2 * np.pi * T / 6.0)
    flicker = 0.3 + 0.04 * np.sign(np.sin(2 * np.pi * 3.0 * T))
    strobe = 0.5 * (np.sin(2 * np.pi * 2.0 * T) > 0)
    assert flashes(T, run(swell)) == []
    assert flashes(T, run(flicker)) == []
    assert flashes(T, run(strobe, 0.04)) == []


def test_red_counts_at_any_brightness() -> None:
    """Saturated red against dark grey is a red flash, though its luminance hardly changes; amber is none."""
    beat = np.sin(2 * np.pi * 1.0 * T) > 0
    red = np.where(beat[:, None], np.array([0.30, 0.0, 0.0]), np.array([0.06, 0.06, 0.06]))
    amber = np.where(beat[:, None], np.array([0.09, 0.04, 0.01]), np.array([0.06, 0.04, 0.02]))
    shape = (len(T), DOWN, ACROSS, 3)
    assert any(flash.red for flash in flashes(T, np.broadcast_to(red[:, None, None], shape)))
    assert flashes(T, np.broadcast_to(amber[:, None, None], shape)) == []


def test_cells_are_means() -> None:
    """A cell is the mean linear light of its pixels."""
    shown = np.zeros((90, 160, 3), np.uint8)
    shown[:10, :10] = 255
    found = cells(linear(shown))
    assert found.shape == (DOWN, ACROSS, 3)
    assert found[0, 0].tolist() == [1.0, 1.0, 1.0]
    assert found.sum() == 3.0
