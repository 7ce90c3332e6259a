"""Living nights: a forest with its insects, a garden, a meadow."""

from __future__ import annotations

from functools import cache

from dreamplayer.kit.air import Spectrum, band, slope


@cache
def woodland() -> tuple[Spectrum, Spectrum, Spectrum]:
    return slope(60.0, 420.0, -5.0), band(560.0, 0.6), band(1300.0, 0.6)
