"""Air among trees: the bands of trunks, crowns and twigs."""

from __future__ import annotations

from functools import cache

from dreamplayer.kit.air import Spectrum, band, slope


@cache
def woodland() -> tuple[Spectrum, Spectrum, Spectrum]:
    """Spectra of wind in trunks, in crowns and in twigs, (bins,) each."""
    return slope(low=60.0, high=420.0, decibels=-5.0), band(centre=560.0, octaves=0.6), band(centre=1300.0, octaves=0.6)
