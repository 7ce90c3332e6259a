"""Wind over open land, low and round; gusts take some nine seconds and never rush."""

from __future__ import annotations

from functools import cache

import numpy as np

from dreamplayer.kit.air import Spectrum, air, band, gust, slope
from dreamplayer.kit.drift import nested
from dreamplayer.kit.sound import bed
from dreamplayer.model.audio import Samples, Stretch

_AIR, _GUSTS, _LEAN = 10, 11, 12
"""Random lanes."""


@cache
def _breeze() -> tuple[Spectrum, ...]:
    return (
        slope(low=60.0, high=700.0, decibels=-5.0),
        band(centre=310.0, octaves=0.5),
        band(centre=520.0, octaves=0.45),
        band(centre=860.0, octaves=0.5),
    )


def _wind(own: Stretch, t: float) -> Spectrum:
    """A dark body and three hollows that answer each other, a little apart in the two ears."""
    body, low, middle, high = _breeze()
    ears = []
    for ear in (0.0, 0.45):
        u = t - ear
        force = gust(own, _GUSTS, u, period=9.1, decibels=7.0)
        lean = nested(own.seed, _LEAN, u, period=13.7)
        ears.append(
            force
            * (
                0.62 * body
                + low * (0.55 - 0.35 * lean)
                + middle * (0.12 + 0.42 * lean) * own.strength
                + high * 0.16 * lean * force * own.strength
            )
        )
    return np.stack(ears) * np.float32(0.0384)


@bed("sky", "mountain", "cliff", "valley", "desert", "plane", "roof", trim=-3.9)
def wind(block: Stretch) -> Samples:
    """Wind over open land, low and round; gusts take some nine seconds and never rush."""
    return air(block, _wind, lane=_AIR, width=0.6)
