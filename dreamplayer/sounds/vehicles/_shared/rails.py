"""Streets and travel, all from a distance: a city, a road, a train, an engine that carries one home."""

from __future__ import annotations

from functools import cache

from dreamplayer.kit.air import Spectrum, band, slope


@cache
def rails() -> tuple[Spectrum, ...]:
    return slope(55.0, 320.0, -5.0), band(170.0, 0.35), band(420.0, 0.5)
