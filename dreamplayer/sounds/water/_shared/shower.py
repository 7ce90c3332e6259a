"""Falling water as bands of noise: rain and falls."""

from __future__ import annotations

from functools import cache

import numpy as np

from dreamplayer.kit.air import BINS, Spectrum, band, slope, unit


@cache
def shower() -> tuple[Spectrum, Spectrum, Spectrum]:
    """Spectra of falling water: low rush, body, and spray without hiss above 4 kHz, (bins,) each."""
    return (
        slope(low=150.0, high=900.0, decibels=-4.0),
        band(centre=1200.0, octaves=0.8),
        unit(np.asarray(band(centre=2600.0, octaves=0.7)) / (1 + (BINS / 4000.0) ** 4)),
    )
