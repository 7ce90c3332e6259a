"""Air among trees: the bands of trunks, crowns and twigs."""

from __future__ import annotations

from functools import cache

from dreamplayer.kit.air import Spectrum, band, slope


@cache
def woodland() -> tuple[Spectrum, Spectrum, Spectrum]:
    """Spectra of wind in trunks, in crowns and in twigs, (bins,) each."""
    return slope(60.0, 420.0, -5.0), band(560.0, 0.6), band(1300.0, 0.6)
