"""A road that winds to the horizon, stardust streaming along it; rings of light run out over it when it ripples."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Array, Dots, Field, Form, Ribbons
from dreamplayer.drawing.props import event_progress
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform, uniform_one
from dreamplayer.model.moment import Moment

_ALONG, _STRAND, _WOVEN, _OFF_STRAND, _LOOSE = 1, 2, 3, 4, 5
"""Random lanes of the grains: where along and across the road each lies."""
_PACE, _HOP, _BOB_PHASE, _TWINKLE_PHASE, _FALL_IN = 6, 7, 8, 9, 10
_BRIGHTNESS, _TONE, _SIZE, _GLINT = 11, 12, 13, 14
"""Random lanes of how the grains move and shine."""
_BEND_PHASE, _BEND_SIDE = 1, 2
"""Random lanes of how the road winds."""

_STRANDS = 9
"""Strands the dust is woven of; with more they close to an even band."""


def _centre(z: Array, phase: float, strength: float, x: float) -> Array:
    """Where its middle lies at a distance, metres; the same curve as in road.glsl."""
    way = (np.sin(z * 0.085 + phase) - np.sin(phase)) * 2.6 * (1 - np.exp(-z * 0.12))
    return np.asarray(x + strength * (way + 0.05 * z * np.sin(z * 0.021 + phase * 1.7)), np.float32)


def _surface(
    moment: Moment,
    tone: tuple[float, float, float],
    opacity: float,
    *,
    phase: float,
    strength: float,
    half: float,
    edge: tuple[float, float, float],
    edge_strength: float,
) -> Field:
    """The road itself, under everything that stands on it."""
    h = moment.stage.camera.horizon
    worn = Ribbons(_line(phase, strength, moment.place.x), 0.03, edge, opacity=0.4 * opacity)
    return Field(
        "road",
        {
            "tone": (*tone, opacity),
            "bend": (phase, strength, half, moment.place.x),
            "edge_light": (*edge, edge_strength),
            "opacity": opacity,
        },
        depth=248.0,
        patch=(-moment.aspect, -1.0, moment.aspect, min(1.0, h + 0.002)),
        standin=(worn,),
    )


def _line(phase: float, strength: float, x: float) -> Array:
    z = np.geomspace(2.0, 80.0, 40).astype(np.float32)
    return np.stack([_centre(z, phase, strength, x), np.full(40, 0.01, np.float32), z], -1)[None].astype(np.float32)


@lru_cache(maxsize=8)
def _grains(seed: int, n: int) -> tuple[Array, Array, Array, Array]:
    along = uniform(seed, _ALONG, n)
    strand = np.floor(uniform(seed, _STRAND, n) * _STRANDS)
    woven = uniform(seed, _WOVEN, n) < 0.6
    own = strand / (_STRANDS - 1) * 2 - 1
    across = np.where(woven, own * 0.85 + 0.035 * normal(seed, _OFF_STRAND, n), 0.55 * normal(seed, _LOOSE, n))
    return along, strand.astype(np.float32), across.astype(np.float32), woven.astype(np.float32)


def _dust(
    moment: Moment,
    n: int,
    colour: Array,
    *,
    phase: float,
    strength: float,
    half: float,
    pace: float = 0.012,
    bright: float = 1.0,
    ripple: float = 0.0,
) -> Dots:
    """Stardust that streams along the road away from the eye, most of it in nine strands that cross and part."""
    seed = moment.seed % 89
    start, strand, across, woven = _grains(seed, n)
    along = np.mod(start + moment.t * pace * (0.6 + 0.6 * uniform(seed, _PACE, n)), 1.0)
    z = 2.0 * (70.0 / 2.0) ** along
    weave = 0.16 * np.sin(0.33 * z**0.8 + strand * 2.1 + 0.12 * moment.t) + 0.10 * np.sin(0.9 * z**0.7 - strand * 1.3)
    x = _centre(z.astype(np.float32), phase, strength, moment.place.x) + half * (across + woven * weave)
    hop = uniform(seed, _HOP, n) ** 6
    y = 0.012 + 0.55 * hop * (0.6 + 0.4 * np.sin(0.4 * moment.t + 9 * uniform(seed, _BOB_PHASE, n)))
    twinkle = 0.35 + 0.65 * np.abs(np.sin(0.5 * moment.t + 6.28 * uniform(seed, _TWINKLE_PHASE, n))) ** 3
    ends = smooth(along, 0.0, 0.10) * smooth(along, 1.0, 0.85)
    gather = smooth(moment.presence * 1.6 - 0.6 * along, 0.0, 1.0)
    y = y + (1 - gather) * (0.4 + uniform(seed, _FALL_IN, n))
    show = ends * twinkle * gather * (0.18 + 0.82 * uniform(seed, _BRIGHTNESS, n) ** 3) * bright
    # Told to ripple, rings of light run outward along it, slowly.
    show = show * (1.0 + ripple * (1.6 * np.sin(2 * np.pi * (1.6 * np.log(z) - 0.16 * moment.t)) ** 8 - 0.3))
    tone = colour[None, :] * (0.75 + 0.5 * (uniform(seed, _TONE, n) - 0.5))[:, None]
    return Dots(
        np.stack([x, y, z], 1).astype(np.float32),
        (0.016 + 0.0022 * z).astype(np.float32) * (0.7 + 0.8 * uniform(seed, _SIZE, n) ** 4),
        (tone * show[:, None]).astype(np.float32),
        glint=(uniform(seed, _GLINT, n) > 0.985).astype(np.float32),
        depth=60.0,
        reflect=False,
    )


_STARDUST = (1.0, 0.80, 0.56)
"""Linear colour of the dust."""


@element(
    "ground", 1.0, handles=("ripple", "shimmer", "dissolve", "pulse", "twist", "swirl", "wrap", "shatter", "scatter")
)
def road(moment: Moment) -> tuple[Form, ...]:
    """A road that winds to the horizon, stardust streaming along it; rings of light run out over it when it ripples."""
    phase = 6.28 * uniform_one(moment.seed, _BEND_PHASE)
    strength = 0.75 * (1 if uniform_one(moment.seed, _BEND_SIDE) < 0.5 else -1)
    half = 1.55 * moment.place.size * moment.place.spread
    gone = float(smooth(max(moment.event("dissolve"), moment.event("shatter"), moment.event("scatter")), 0.0, 1.0))
    here = float(smooth(moment.presence, 0.0, 1.0)) * (1 - gone)
    warm = np.asarray(moment.tint or _STARDUST, np.float32)
    told = 1 + 0.3 * event_progress(moment, "twist", "swirl", "wrap")
    shimmer = (
        told
        + 0.3 * moment.event("shimmer") * np.sin(1.1 * moment.t)
        + 0.35 * moment.event("pulse") * np.sin(0.7 * moment.t) ** 2
    )
    bright = float(0.9 * shimmer * (1 - 0.3 * moment.calm) * (1 - 0.7 * gone))
    forms: list[Form] = [
        _surface(
            moment,
            (0.20, 0.185, 0.21),
            here,
            phase=phase,
            strength=strength,
            half=half,
            edge=rgb(warm * np.float32(0.10)),
            edge_strength=0.55 * here,
        ),
        _dust(
            moment, 7000, warm, phase=phase, strength=strength, half=half, bright=bright, ripple=moment.event("ripple")
        ),
    ]
    return tuple(forms)
