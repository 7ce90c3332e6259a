"""A lake that laps at a shore in the dark."""

from __future__ import annotations

from functools import cache

import numpy as np

from dreamplayer.kit.air import Spectrum, air, band, slope
from dreamplayer.kit.drift import drift, nested
from dreamplayer.kit.sound import bed
from dreamplayer.model.audio import Samples, Stretch

_LAPPING, _NEARNESS = 40, 49
"""Random lanes; the lapping has five an ear."""
_AIR = 40
"""Random lane of the air."""


@cache
def _shore() -> tuple[Spectrum, ...]:
    return (
        slope(low=60.0, high=380.0, decibels=-5.0),
        band(centre=420.0, octaves=0.4),
        band(centre=650.0, octaves=0.35),
        band(centre=1050.0, octaves=0.4),
    )


def _water(own: Stretch, t: float) -> Spectrum:
    """Each ear has three small waves on clocks of their own; a lap is a swell of a narrow band that slides up."""
    body, low, middle, high = _shore()
    ears = []
    for ear in (0, 1):
        laps = [drift(own.seed, _LAPPING + 5 * ear + i, t, p) ** 2.2 for i, p in enumerate((2.3, 1.7, 1.1))]
        near = 0.55 + 0.45 * nested(own.seed, _NEARNESS, t, period=21.0)
        move = 1.0 - 0.6 * own.calm
        ears.append(
            0.62 * body
            + near * (low * (0.12 + 0.62 * move * laps[0]) + middle * (0.08 + 0.42 * move * laps[1]))
            + near * high * (0.04 + 0.18 * move * laps[2]) * own.strength
        )
    return np.stack(ears) * np.float32(0.0398)


@bed("water", "lake", "boat", "island", trim=-1.3)
def water(block: Stretch) -> Samples:
    """A lake that laps at a shore in the dark."""
    return air(block, _water, lane=_AIR, width=0.75)
