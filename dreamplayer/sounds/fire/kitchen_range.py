"""A kitchen at night: the range breathes, a kettle simmers, a clock on the wall."""

from __future__ import annotations

from functools import cache

import numpy as np

from dreamplayer.kit.air import Spectrum, air, band, gust, slope
from dreamplayer.kit.drift import drift, nested
from dreamplayer.kit.sound import bed
from dreamplayer.model.audio import Samples, Stretch

_AIR, _GUSTS, _DRAUGHT, _STEAM, _TICK = 650, 651, 652, 654, 656
"""Random lanes."""


@cache
def _kitchen() -> tuple[Spectrum, ...]:
    return (
        slope(low=60.0, high=360.0, decibels=-5.5),
        band(centre=330.0, octaves=0.6),
        band(centre=1050.0, octaves=0.28),
        band(centre=520.0, octaves=0.14),
        band(centre=430.0, octaves=0.14),
    )


def _range(own: Stretch, t: float) -> Spectrum:
    """Draught in the flue, steam that comes and goes, and a tick each second, every other one lower."""
    embers, draught, steam, tick, tock = _kitchen()
    beat = t % 1.0
    struck = float(np.exp(-(((beat - 0.5) / 0.045) ** 2))) * (0.35 + 0.65 * drift(own.seed, _TICK, t, period=37.0))
    stroke = tick if int(t) % 2 else tock
    breath = nested(own.seed, _DRAUGHT, t, period=7.0)
    simmer = nested(own.seed, _STEAM, t, period=19.0) ** 2 * (1.0 - 0.6 * own.calm)
    return np.asarray(
        (embers + (0.25 + 0.30 * breath) * draught + 0.13 * simmer * steam + (0.30 - 0.18 * own.calm) * struck * stroke)
        * np.float32(0.045 * gust(own, _GUSTS, t, period=29.0, decibels=2.0)),
        dtype=np.float32,
    )


@bed(trim=-5.3)
def kitchen_range(block: Stretch) -> Samples:
    """A kitchen at night: the range breathes, a kettle simmers, a clock on the wall."""
    return air(block, _range, lane=_AIR, width=0.5)
