"""Light of the hour and weather: what comes through windows, how the sky is seen, how strong the moon is."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dreamplayer.model.atmosphere import Atmosphere
from dreamplayer.model.reading import Colour, TimeOfDay
from dreamplayer.model.stage import Air, Palette, Stage


@dataclass(frozen=True, slots=True)
class HourLight:
    """The light outside at one hour."""

    window: Colour
    """Linear light of moon or sky, for the group that comes through windows or lies over the land."""
    zenith: Colour
    """Top of the sky."""
    horizon: Colour
    """Bottom of the sky."""
    glow: Colour
    """Band of light low over the horizon."""
    moon: float
    """0 none .. 1 a clear moon: whether its light throws shadows."""
    stage: Stage


def _sky(stars: float, clouds: float, nebula: float) -> Stage:
    return Stage(
        ground="meadow",
        air=Air((0.010, 0.012, 0.024), 0.006, 0.35),
        clouds=clouds,
        nebula=nebula,
        stars=stars,
        ridges=0.4,
    )


_NIGHT = HourLight(
    (0.26, 0.48, 0.95), (0.0040, 0.0055, 0.0130), (0.010, 0.013, 0.026), (0.014, 0.016, 0.026), 1.0, _sky(0.8, 0.3, 0.2)
)
_TWILIGHT = HourLight(
    (0.34, 0.38, 0.66),
    (0.0060, 0.0070, 0.0160),
    (0.030, 0.022, 0.034),
    (0.075, 0.035, 0.030),
    0.35,
    _sky(0.45, 0.3, 0.1),
)
_DUSK = HourLight(
    (0.82, 0.36, 0.20),
    (0.0090, 0.0080, 0.0170),
    (0.075, 0.034, 0.030),
    (0.200, 0.075, 0.030),
    0.0,
    _sky(0.2, 0.35, 0.0),
)
_DAWN = HourLight(
    (0.62, 0.46, 0.50),
    (0.0100, 0.0105, 0.0190),
    (0.062, 0.040, 0.042),
    (0.160, 0.082, 0.052),
    0.0,
    _sky(0.12, 0.4, 0.0),
)
_SUNRISE = HourLight(
    (0.95, 0.56, 0.30),
    (0.0130, 0.0130, 0.0220),
    (0.085, 0.050, 0.042),
    (0.230, 0.110, 0.048),
    0.0,
    _sky(0.03, 0.4, 0.0),
)
_DAY = HourLight(
    (0.86, 0.72, 0.52),
    (0.0170, 0.0190, 0.0300),
    (0.060, 0.056, 0.056),
    (0.130, 0.095, 0.060),
    0.0,
    _sky(0.0, 0.45, 0.0),
)
_HOURS: dict[TimeOfDay, HourLight] = {
    "night": _NIGHT,
    "none": _NIGHT,
    "twilight": _TWILIGHT,
    "dusk": _DUSK,
    "dawn": _DAWN,
    "sunrise": _SUNRISE,
    "morning": _DAY,
    "day": _DAY,
}
_DULL = {"clear": 1.0, "wind": 0.9, "snow": 0.75, "fog": 0.6, "rain": 0.55, "storm": 0.4}
"""Share of the light outside that each weather leaves."""


def hour_light(atmosphere: Atmosphere) -> HourLight:
    """The light outside for an hour and weather.

    Args:
        atmosphere: hour, weather, moon.

    Returns:
        Colours within the melanopic budget of a whole sky; a daytime is as dim as a drawn curtain leaves it.
    """
    found = _HOURS[atmosphere.hour]
    share = _DULL[atmosphere.weather] * (1.0 if atmosphere.moon or found.moon == 0.0 else 0.35)
    covered = atmosphere.weather in ("rain", "snow", "fog", "storm")
    stage = replace(found.stage, clouds=0.95, stars=0.0, nebula=0.0) if covered else found.stage
    moon = 0.0 if covered or not atmosphere.moon else found.moon

    def dull(colour: Colour) -> Colour:
        return colour[0] * share, colour[1] * share, colour[2] * share

    return HourLight(dull(found.window), dull(found.zenith), dull(found.horizon), dull(found.glow), moon, stage)


def night_palette(outside: HourLight, *, key: Colour, rim: Colour, accent: Colour = (0.42, 0.16, 0.10)) -> Palette:
    """The palette of a place: the sky of the hour, and the place's own ambient light for what stands in it.

    Args:
        outside: the light of the hour.
        key: colour of its lamps.
        rim: ambient light on edges: weak indoors.
        accent: of what the words name.
    """
    return Palette(
        zenith=outside.zenith,
        horizon=outside.horizon,
        glow=outside.glow,
        ground=(0.008, 0.012, 0.016),
        body=(0.0045, 0.0035, 0.0045),
        key=key,
        rim=rim,
        accent=accent,
    )
