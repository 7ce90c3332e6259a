"""The colours and the air of a passage, from the colours it names, its hour and its mood.

Chosen in OKLab so that equal steps look equal, then held to a melanopic budget: cool colours colour the dark,
warm ones carry the light.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from dreamplayer.kit.colour import blend, dimmed, hue_of, lch, luminance, to_oklab
from dreamplayer.kit.hashing import seed_of, uniform_one
from dreamplayer.model.reading import Colour, Mood, TimeOfDay
from dreamplayer.model.stage import Air, Palette, Stage


@dataclass(frozen=True, slots=True)
class _Hour:
    """How the sky of an hour is before words and mood colour it: OKLab lightness, chroma, hue in turns."""

    zenith: tuple[float, float, float]
    horizon: tuple[float, float, float]
    glow: tuple[float, float, float]
    ground: tuple[float, float, float]
    stars: float
    nebula: float
    clouds: float
    density: float


_HOURS: dict[TimeOfDay, _Hour] = {
    "night": _Hour(
        (0.148, 0.042, 0.74), (0.215, 0.040, 0.80), (0.36, 0.070, 0.155), (0.20, 0.018, 0.84), 0.85, 0.65, 0.22, 0.010
    ),
    "twilight": _Hour(
        (0.160, 0.046, 0.77), (0.250, 0.046, 0.86), (0.43, 0.078, 0.135), (0.22, 0.020, 0.88), 0.50, 0.40, 0.30, 0.012
    ),
    "dusk": _Hour(
        (0.165, 0.044, 0.79), (0.265, 0.050, 0.93), (0.51, 0.092, 0.158), (0.23, 0.016, 0.90), 0.25, 0.20, 0.35, 0.012
    ),
    "dawn": _Hour(
        (0.190, 0.034, 0.75), (0.300, 0.036, 0.95), (0.53, 0.072, 0.160), (0.24, 0.014, 0.12), 0.18, 0.12, 0.40, 0.018
    ),
    "sunrise": _Hour(
        (0.200, 0.034, 0.78), (0.315, 0.048, 0.08), (0.58, 0.098, 0.168), (0.25, 0.018, 0.14), 0.05, 0.05, 0.40, 0.014
    ),
    "morning": _Hour(
        (0.230, 0.026, 0.72), (0.350, 0.036, 0.13), (0.58, 0.075, 0.18), (0.27, 0.030, 0.25), 0.0, 0.0, 0.45, 0.014
    ),
    "day": _Hour(
        (0.250, 0.030, 0.70), (0.350, 0.028, 0.15), (0.54, 0.060, 0.19), (0.28, 0.030, 0.27), 0.0, 0.0, 0.45, 0.012
    ),
    "none": _Hour(
        (0.155, 0.040, 0.75), (0.225, 0.042, 0.84), (0.40, 0.085, 0.12), (0.21, 0.022, 0.88), 0.60, 0.50, 0.28, 0.012
    ),
}

_BUDGET = {"zenith": 0.016, "horizon": 0.045, "glow": 0.16, "ground": 0.018, "rim": 0.34, "accent": 0.30}
"""Most melanopic load of each: the sky is most of the frame, the glow a band of it, an accent a petal."""
_KEY_HUES = (0.155, 0.17, 0.145, 0.18)
"""Lantern, candle, ember, late sun."""


def palette(mood: Mood, seed: int, passage: int) -> Palette:
    """The passage's own colours. Grief greys and darkens them, comfort warms them; no two passages are alike.

    Args:
        mood: of the passage, with the colours it names.
        seed: of the night.
        passage: its index.

    Returns:
        Colours in linear light, each within its melanopic budget.
    """
    hour = _HOURS[mood.time_of_day]
    grief, comfort = max(0.0, -mood.valence), max(0.0, mood.valence)
    turn = (uniform_one(seed_of(seed, "palette", passage)) - 0.5) * 0.05
    rich, light = (1.0 - 0.4 * grief + 0.15 * comfort), (1.0 - 0.10 * grief + 0.03 * comfort)

    def own(lab: tuple[float, float, float]) -> Colour:
        return lch(lab[0] * light, lab[1] * rich, lab[2] + turn)

    zenith, horizon, glow, ground = own(hour.zenith), own(hour.horizon), own(hour.glow), own(hour.ground)
    cool, warm, vivid = _sorted(mood.colours)
    if cool:
        zenith = _tinted(zenith, cool[0], 0.75)
        horizon = _tinted(horizon, cool[-1], 0.65)
        ground = _tinted(ground, cool[0], 0.3)
    if warm:
        glow = _tinted(glow, warm[0], 0.7)
    key_hue = (
        hue_of(warm[0])[1] if warm else _KEY_HUES[int(uniform_one(seed_of(seed, "key", passage)) * len(_KEY_HUES))]
    )
    key_hue = min(0.20, max(0.11, key_hue))
    key = lch(0.78 + 0.04 * comfort - 0.05 * grief, 0.155, key_hue)
    accent = _accent(vivid, zenith, seed, passage, rich)
    rim = blend(lch(0.66, 0.05, hue_of(horizon)[1]), key, 0.15 + 0.2 * comfort)
    return Palette(
        zenith=_kept(zenith, "zenith"),
        horizon=_kept(horizon, "horizon"),
        glow=_kept(glow, "glow"),
        ground=_kept(ground, "ground"),
        body=_short(blend(zenith, (0.0, 0.0, 0.0), 0.25)),
        key=_short(key),
        rim=_kept(rim, "rim"),
        accent=_kept(accent, "accent"),
    )


def stage(mood: Mood, seed: int, passage: int, colours: Palette) -> Stage:
    """Sky and air of a passage; camera and ground are left to `layout.staged`.

    Args:
        mood: of the passage.
        seed: of the night.
        passage: its index.
        colours: its palette, for the colour of the distance.
    """
    hour = _HOURS[mood.time_of_day]
    grief = max(0.0, -mood.valence)
    vary = uniform_one(seed_of(seed, "air", passage))
    return Stage(
        air=Air(mist(colours), round(hour.density * (0.8 + 0.4 * vary) * (1.0 + 0.8 * grief), 5), 0.5 + 0.2 * grief),
        glow_x=round((uniform_one(seed_of(seed, "glow", passage)) - 0.5) * 1.1, 4),
        clouds=round(min(1.0, hour.clouds * (0.7 + 0.6 * vary) + 0.25 * grief), 4),
        nebula=round(hour.nebula * (1.0 - 0.5 * grief), 4),
        stars=round(hour.stars * (1.0 - 0.45 * grief), 4),
        ridges=round(0.2 + 0.6 * uniform_one(seed_of(seed, "ridges", passage)), 4),
    )


def mist(colours: Palette) -> Colour:
    """The colour of the distance: the horizon's, a little warmed, a little darker.

    Args:
        colours: of the passage.

    Returns:
        Linear light.
    """
    return _short(blend(blend(colours.horizon, colours.glow, 0.10), (0.0, 0.0, 0.0), 0.14))


def swatches(colours: Palette) -> tuple[Colour, ...]:
    """The colours as one would lay them side by side.

    Args:
        colours: of a passage.

    Returns:
        Linear light of horizon, glow, key, accent and rim.
    """
    return colours.horizon, colours.glow, colours.key, colours.accent, colours.rim


def _sorted(named: Sequence[Colour]) -> tuple[list[Colour], list[Colour], list[Colour]]:
    """Named colours as cool (blue, violet, and all that is nearly black), warm, and vivid ones, most vivid first."""
    cool, warm, vivid = [], [], []
    for colour in named:
        chroma, hue = hue_of(colour)
        if (0.5 < hue < 0.97 and chroma > 0.02) or luminance(colour) < 0.02:
            cool.append(colour)
        elif (hue < 0.31 or hue >= 0.97) and chroma > 0.03:
            warm.append(colour)
        if chroma > 0.05:
            vivid.append(colour)
    return cool, warm, sorted(vivid, key=lambda c: -hue_of(c)[0])


def _tinted(base: Colour, towards: Colour, share: float) -> Colour:
    """The base at its own lightness, with hue and chroma drawn towards another colour."""
    lightness, a, b = to_oklab(base)
    other_lightness, x, y = to_oklab(towards)
    room = lightness / max(other_lightness, lightness, 1e-6)
    x, y = x * max(room, 0.45), y * max(room, 0.45)
    chroma, hue = _polar(a + (x - a) * share, b + (y - b) * share)
    return lch(lightness, min(chroma, 0.11), hue)


def _polar(a: float, b: float) -> tuple[float, float]:
    """Chroma and hue (turns) of OKLab's a and b."""
    return math.hypot(a, b), math.atan2(b, a) / math.tau % 1.0


def _accent(vivid: Sequence[Colour], zenith: Colour, seed: int, passage: int, rich: float) -> Colour:
    """What the words name, at a lightness fit for a petal; else a quiet colour across from the sky."""
    if vivid:
        chroma, hue = hue_of(vivid[0])
        return lch(0.62, min(0.14, max(0.07, chroma)), hue)
    across = hue_of(zenith)[1] + 0.22 + 0.2 * uniform_one(seed_of(seed, "accent", passage))
    return lch(0.60, 0.10 * rich, across)


def _kept(colour: Colour, role: str) -> Colour:
    return _short(dimmed(colour, _BUDGET[role]))


def _short(colour: Colour) -> Colour:
    r, g, b = colour
    return round(r, 5), round(g, 5), round(b, 5)
