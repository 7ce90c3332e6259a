"""The tone of walls: four bands that an enclosed room rings in."""

from __future__ import annotations

from functools import cache

from dreamplayer.kit.air import Spectrum, band, slope


@cache
def walls() -> tuple[Spectrum, ...]:
    """Spectra of a room: its rumble and three resonances, (bins,) each."""
    return (
        slope(low=70.0, high=480.0, decibels=-6.0),
        band(centre=140.0, octaves=0.25),
        band(centre=390.0, octaves=0.3),
        band(centre=800.0, octaves=0.7),
    )
