"""Wheels on rails or a road, as bands of noise."""

from __future__ import annotations

from functools import cache

from dreamplayer.kit.air import Spectrum, band, slope


@cache
def rails() -> tuple[Spectrum, ...]:
    """Spectra of rolling: the ground, the wheels and what rings of them, (bins,) each."""
    return slope(low=55.0, high=320.0, decibels=-5.0), band(centre=170.0, octaves=0.35), band(centre=420.0, octaves=0.5)
