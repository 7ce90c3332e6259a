"""Wheels on rails or a road, as bands of noise."""

from __future__ import annotations

from functools import cache

from dreamplayer.kit.air import Spectrum, band, slope


@cache
def rails() -> tuple[Spectrum, ...]:
    """Spectra of rolling: the ground, the wheels and what rings of them, (bins,) each."""
    return slope(55.0, 320.0, -5.0), band(170.0, 0.35), band(420.0, 0.5)
