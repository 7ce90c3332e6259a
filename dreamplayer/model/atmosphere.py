"""Hour, weather and mood that a place is lit for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dreamplayer.model.reading import TimeOfDay

Weather = Literal["clear", "rain", "snow", "fog", "wind", "storm"]
Season = Literal["spring", "summer", "autumn", "winter"]


@dataclass(frozen=True, slots=True)
class Weathering:
    """What weather and season have laid on all surfaces under the open sky."""

    snow: bool = False
    """Snow lies on what faces up."""
    wet: bool = False
    """Rain has darkened the ground, and puddles mirror."""
    season: Season = "summer"
    """Colour of leaves."""


BARE = Weathering()
"""A dry summer's night."""


@dataclass(frozen=True, slots=True)
class Atmosphere:
    """The hour and weather a place is lit for."""

    hour: TimeOfDay = "night"
    weather: Weather = "clear"
    moon: bool = True
    """Whether the moon is out, where the hour has one."""
    warmth: float = 0.0
    """-1 bleak .. 1 cosy: lamps are brighter and warmer in a comforting passage."""
    season: Season = "summer"

    @property
    def weathering(self) -> Weathering:
        """What lies on the land: snow where it snows and in winter, unless it rains; water where it rains."""
        wet = self.weather in ("rain", "storm")
        snow = self.weather == "snow" or (self.season == "winter" and not wet)
        return Weathering(snow, wet, "summer" if self.season == "winter" else self.season)
