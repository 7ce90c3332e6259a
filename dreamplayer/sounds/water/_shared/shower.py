"""Falling water as bands of noise: rain and falls."""

from __future__ import annotations

from functools import cache

import numpy as np

from dreamplayer.kit.air import BINS, Spectrum, band, slope, unit


@cache
def shower() -> tuple[Spectrum, Spectrum, Spectrum]:
    """Spectra of falling water: low rush, body, and spray without hiss above 4 kHz, (bins,) each."""
    return (
        slope(150.0, 900.0, -4.0),
        band(1200.0, 0.8),
        unit(np.asarray(band(2600.0, 0.7)) / (1 + (BINS / 4000.0) ** 4)),
    )
