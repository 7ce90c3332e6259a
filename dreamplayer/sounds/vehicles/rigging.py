"""A sailing ship at night: wind in the ropes, timber that gives, water along the planks."""

from __future__ import annotations

from functools import cache

import numpy as np

from dreamplayer.kit.air import Spectrum, air, band, gust, slope
from dreamplayer.kit.drift import drift, nested
from dreamplayer.kit.sound import bed
from dreamplayer.model.audio import Samples, Stretch

_AIR, _GUSTS, _ROPES, _SWELL, _TIMBER = 640, 641, 642, 644, 646
"""Random lanes; ropes and timber take two each."""
ROLL = 8.6
"""Seconds in which the ship rolls once to each side: a small ship with sails set."""


@cache
def _ship() -> tuple[Spectrum, ...]:
    return (
        slope(low=70.0, high=300.0, decibels=-5.0),
        band(centre=640.0, octaves=0.55),
        band(centre=410.0, octaves=0.16),
        band(centre=178.0, octaves=0.12),
        band(centre=265.0, octaves=0.12),
    )


def _rigging(own: Stretch, t: float) -> Spectrum:
    """Water rises and falls with the roll; ropes hum with the wind; timber creaks at some ends of a roll."""
    hull, wash, ropes, low_creak, high_creak = _ship()
    phase = 2.0 * np.pi * (t / ROLL + 0.35 * drift(own.seed, _SWELL, t, period=31.0))
    roll = float(np.sin(phase))
    turning = max(0.0, abs(roll) - 0.7) / 0.3
    ears = []
    for ear in (0, 1):
        side = 0.5 + 0.5 * (roll if ear else -roll)
        hum = nested(own.seed, _ROPES + ear, t, period=9.0)
        strain = turning * nested(own.seed, _TIMBER + ear, t, period=5.0) ** 2 * (1.0 - 0.75 * own.calm)
        ears.append(
            hull + (0.18 + 0.34 * side) * wash + 0.22 * hum * ropes + 0.42 * strain * (low_creak if ear else high_creak)
        )
    return np.stack(ears) * np.float32(0.044 * gust(own, _GUSTS, t, period=23.0, decibels=3.0))


@bed(trim=-4.0)
def rigging(block: Stretch) -> Samples:
    """A sailing ship at night: wind in the ropes, timber that gives, water along the planks."""
    return air(block, _rigging, lane=_AIR, width=0.6)
