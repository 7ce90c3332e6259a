"""Rooms and fires: the tone of a room by lamplight, a fire, a cave."""

from __future__ import annotations

from functools import cache

from dreamplayer.kit.air import Spectrum, band, slope


@cache
def walls() -> tuple[Spectrum, ...]:
    return slope(70.0, 480.0, -6.0), band(140.0, 0.25), band(390.0, 0.3), band(800.0, 0.7)
