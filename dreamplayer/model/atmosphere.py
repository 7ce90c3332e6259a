"""Hour, weather and mood that a place is lit for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dreamplayer.model.reading import TimeOfDay

Weather = Literal["clear", "rain", "snow", "fog", "wind", "storm"]


@dataclass(frozen=True, slots=True)
class Atmosphere:
    """The hour and weather a place is lit for."""

    hour: TimeOfDay = "night"
    weather: Weather = "clear"
    moon: bool = True
    """Whether the moon is out, where the hour has one."""
    warmth: float = 0.0
    """-1 bleak .. 1 cosy: lamps are brighter and warmer in a comforting passage."""
