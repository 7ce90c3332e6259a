"""The tone of walls: four bands that an enclosed room rings in."""

from __future__ import annotations

from functools import cache

from dreamplayer.kit.air import Spectrum, band, slope


@cache
def walls() -> tuple[Spectrum, ...]:
    """Spectra of a room: its rumble and three resonances, (bins,) each."""
    return slope(70.0, 480.0, -6.0), band(140.0, 0.25), band(390.0, 0.3), band(800.0, 0.7)
