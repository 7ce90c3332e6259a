"""Light of the hour and weather: what comes through windows, how the sky is seen, how strong the moon is."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dreamplayer.model.atmosphere import Atmosphere
from dreamplayer.model.reading import Colour, TimeOfDay
from dreamplayer.model.stage import Air, Palette, Stage

CLEAR_AIR = 0.006
"""Extinction of clear air per metre."""


@dataclass(frozen=True, slots=True)
class HourLight:
    """The light outside at one hour."""

    window: Colour
    """Linear light of moon or sun, for the group that comes through windows or lies over the land: it has a side."""
    zenith: Colour
    """Top of the sky."""
    horizon: Colour
    """Bottom of the sky."""
    glow: Colour
    """Band of light low over the horizon."""
    moon: float
    """0 none .. 1 a clear moon: whether its light throws shadows."""
    stage: Stage
    sky: Colour
    """Soft light of the open sky on what faces up, for groups of `Sky` sources: cool where `window` is warm."""


def _hour(
    window: Colour, sky: Colour, zenith: Colour, horizon: Colour, glow: Colour, *,
    moon: float = 0.0, stars: float = 0.0, clouds: float = 0.3, nebula: float = 0.0, mist: float = CLEAR_AIR,
) -> HourLight:  # fmt: skip
    """One clear hour; the air has the colour of the low sky.

    Args:
        window: see `HourLight`.
        sky: see `HourLight`.
        zenith: see `HourLight`.
        horizon: see `HourLight`.
        glow: see `HourLight`.
        moon: see `HourLight`.
        stars: see `Stage`.
        clouds: see `Stage`.
        nebula: see `Stage`.
        mist: extinction of the air, per metre.
    """
    air = Air((horizon[0] * 0.55, horizon[1] * 0.55, horizon[2] * 0.55), mist, 0.35)
    stage = Stage(ground="meadow", air=air, clouds=clouds, nebula=nebula, stars=stars, ridges=0.4)
    return HourLight(window, zenith, horizon, glow, moon, stage, sky)


# Linear scene light. The tone curve takes .006 to 6 of 255 and .05 to 62: nothing below .006 is told from black.
_NIGHT = _hour(
    (0.34, 0.58, 1.12), (0.37, 0.53, 0.98), (0.0062, 0.0105, 0.0310), (0.0190, 0.0275, 0.0580), (0.030, 0.036, 0.056),
    moon=1.0, stars=0.8, nebula=0.25,
)  # fmt: skip
_DEEP_NIGHT = _hour(
    (0.15, 0.23, 0.46), (0.31, 0.43, 0.78), (0.0050, 0.0075, 0.0225), (0.0140, 0.0185, 0.0400), (0.022, 0.023, 0.035),
    stars=1.0, nebula=0.6, clouds=0.15,
)  # fmt: skip
_TWILIGHT = _hour(
    (0.44, 0.50, 0.88), (0.44, 0.48, 0.84), (0.0105, 0.0165, 0.0470), (0.0420, 0.0400, 0.0780), (0.150, 0.082, 0.056),
    moon=0.35, stars=0.45, nebula=0.1,
)  # fmt: skip
_DUSK = _hour(
    (1.08, 0.50, 0.23), (0.44, 0.44, 0.74), (0.0125, 0.0175, 0.0500), (0.0580, 0.0470, 0.0720), (0.320, 0.158, 0.056),
    stars=0.2, clouds=0.35,
)  # fmt: skip
_DAWN = _hour(
    (0.92, 0.70, 0.48), (0.52, 0.58, 0.76), (0.0190, 0.0270, 0.0500), (0.0640, 0.0660, 0.0860), (0.230, 0.150, 0.082),
    stars=0.08, clouds=0.4, mist=0.010,
)  # fmt: skip
_SUNRISE = _hour(
    (1.15, 0.70, 0.36), (0.56, 0.56, 0.66), (0.0200, 0.0270, 0.0520), (0.0760, 0.0620, 0.0740), (0.340, 0.180, 0.080),
    stars=0.02, clouds=0.4,
)  # fmt: skip
_DAY = _hour(
    (1.02, 0.86, 0.62), (0.66, 0.74, 0.90), (0.0240, 0.0360, 0.0640), (0.0660, 0.0740, 0.0920), (0.130, 0.105, 0.078),
    clouds=0.45,
)  # fmt: skip
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


@dataclass(frozen=True, slots=True)
class _Overcast:
    """What a covered sky makes of a clear one."""

    tint: Colour
    """Its grey, as factors of brightness."""
    direct: float
    """Share of sun or moon that comes through, from everywhere."""
    soft: float
    """Factor of the soft light of the sky."""
    low: float
    """Factor of the sky's brightness."""
    mist: float
    """Extinction of the air per metre, which is what is seen of rain and fog far away."""


_COVERED: dict[str, _Overcast] = {
    "rain": _Overcast((0.82, 0.98, 1.26), 0.55, 1.25, 1.00, 0.013),
    "snow": _Overcast((0.92, 0.99, 1.14), 0.50, 1.10, 1.05, 0.015),
    "fog": _Overcast((0.90, 1.00, 1.14), 0.50, 1.25, 1.20, 0.055),
    "storm": _Overcast((0.76, 0.98, 1.30), 0.40, 1.00, 0.80, 0.016),
}
"""Weather that covers the sky."""


_CLOUDED = 0.9
"""Clouds from which on no blue is seen."""


def _bright(colour: Colour) -> float:
    return 0.30 * colour[0] + 0.45 * colour[1] + 0.25 * colour[2]


def _between(a: Colour, b: Colour, share: float) -> Colour:
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share


def _times(a: Colour, k: float) -> Colour:
    return a[0] * k, a[1] * k, a[2] * k


def _overcast(clear: HourLight, cover: _Overcast) -> HourLight:
    """A covered sky: even, greyer, without stars or shadows, and light from everywhere instead of from one side."""

    def grey(colour: Colour, share: float) -> Colour:
        return _between(colour, _times(cover.tint, _bright(colour)), share)

    low = _between(clear.horizon, _times(clear.glow, 0.30), 0.25)
    horizon = _times(grey(low, 0.60), cover.low)
    zenith = _times(grey(_between(clear.zenith, low, 0.34), 0.55), cover.low)
    glow = _between(_times(horizon, 0.9), _times(clear.glow, 0.25), 0.35)
    stage = replace(
        clear.stage, clouds=0.95, stars=0.0, nebula=0.0,
        air=replace(clear.stage.air, colour=_times(horizon, 0.95), density=cover.mist),
    )  # fmt: skip
    window = _times(grey(clear.window, 0.45), cover.direct)
    sky = _times(grey(_between(clear.sky, clear.window, 0.15), 0.35), cover.soft)
    return HourLight(window, zenith, horizon, glow, 0.0, stage, sky)


def hour_light(atmosphere: Atmosphere) -> HourLight:
    """The light outside for an hour and weather.

    Args:
        atmosphere: hour, weather, moon.

    Returns:
        Colours within the melanopic budget of a whole sky; a daytime is as dim as a drawn curtain leaves it.
    """
    found = _HOURS[atmosphere.hour]
    if found is _NIGHT and not atmosphere.moon:
        found = _DEEP_NIGHT
    cover = _COVERED.get(atmosphere.weather)
    if cover is not None:
        return _overcast(found, cover)
    if not atmosphere.moon:
        found = replace(found, moon=0.0)
    if atmosphere.weather == "wind":
        return replace(found, stage=replace(found.stage, clouds=max(0.55, found.stage.clouds)))
    return found


def tinted_sky(outside: HourLight, tint: Colour) -> HourLight:
    """The light of the hour with a sky of a place's own: violet over mountains, green over the sea.

    Args:
        outside: the light of the hour.
        tint: factors of zenith, horizon and the soft light of the sky.
    """
    # A covered sky is grey wherever it is.
    keep = 1.0 if outside.stage.clouds < _CLOUDED else 0.3

    def own(colour: Colour) -> Colour:
        return colour[0] * tint[0] ** keep, colour[1] * tint[1] ** keep, colour[2] * tint[2] ** keep

    return replace(outside, zenith=own(outside.zenith), horizon=own(outside.horizon), sky=own(outside.sky))


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
