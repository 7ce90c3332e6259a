"""A quiet house at night: the air of its rooms, and a tall clock in the hall."""

from __future__ import annotations

from functools import cache

import numpy as np

from dreamplayer.kit.air import Spectrum, air, band, gust
from dreamplayer.kit.drift import drift, nested
from dreamplayer.kit.sound import bed
from dreamplayer.model.audio import Samples, Stretch
from dreamplayer.sounds._shared.walls import walls

_AIR, _GUSTS, _NEAR, _SETTLE = 720, 721, 722, 724
"""Random lanes."""
BEAT = 1.0
"""Seconds from tick to tock: a pendulum of a metre."""


def _house(own: Stretch, t: float) -> Spectrum:
    """The rooms' own tone; a clock whose doors stand more or less open."""
    still, mode, panel, high = walls()
    beat = (t / BEAT) % 1.0
    tick, tock = _case()
    struck = float(np.exp(-(((beat - 0.45) / 0.05) ** 2))) * (0.3 + 0.7 * drift(own.seed, _NEAR, t, period=41.0))
    stroke = tick if int(t / BEAT) % 2 else tock
    settling = nested(own.seed, _SETTLE, t, period=17.0) ** 3
    return np.asarray(
        (still + 0.5 * mode + (0.30 + 0.2 * settling) * panel + 0.08 * high + (0.34 - 0.2 * own.calm) * struck * stroke)
        * np.float32(0.043 * gust(own, _GUSTS, t, period=33.0, decibels=2.0)),
        dtype=np.float32,
    )


@cache
def _case() -> tuple[Spectrum, Spectrum]:
    return band(centre=470.0, octaves=0.13), band(centre=395.0, octaves=0.13)


@bed(trim=-6.1)
def hall_clock(block: Stretch) -> Samples:
    """A quiet house at night: the air of its rooms, and a tall clock in the hall."""
    return air(block, _house, lane=_AIR, width=0.5)
