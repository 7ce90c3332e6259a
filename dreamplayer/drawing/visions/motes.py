"""The motes of a vision: how each shines and flies, and where all are at a moment."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from dreamplayer.drawing.primitives import Array
from dreamplayer.drawing.visions.point_cloud import LIGHT, PointCloud
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform, uniform_one

GATHER, HOLD, SCATTER = 4.5, 7.0, 5.5
"""Seconds of the three acts."""
WHOLE = GATHER + HOLD + SCATTER
STREAMS = 4
"""Streams in which motes arrive."""
LEAKING = 0.09
"""Share of the motes that drift out of the held form and come back."""
GLINTS = 0.012
"""Share of the motes that are four-point stars."""
HALOS = 0.02
"""Share of the motes with a soft halo."""
EMBER = np.array([1.0, 0.36, 0.10], np.float32)
GOLD = np.array([1.0, 0.54, 0.19], np.float32)
MOON = np.array([1.0, 0.80, 0.55], np.float32)
"""Colours from the dim to the bright side, linear light."""
BREATH = 0.85
"""Radians per second of the breath: one in 7.4 s."""
SWELL = 0.007
"""Share by which the form swells with it."""


@dataclass(frozen=True, eq=False)
class Motes:
    """What never changes of the motes of one vision."""

    cloud: PointCloud
    home: Array
    """(n, 3) where each belongs, heights of the form."""
    brightness: Array
    """(n,) linear light of its middle."""
    size: Array
    """(n,) diameter, heights of the form."""
    colour: Array
    """(n, 3) linear light, brightest channel 1."""
    release: Array
    """(n,) share of the gathering at which it sets out."""
    flight: Array
    """(n,) share of the gathering it is under way."""
    stream: NDArray[np.int64]
    """(n,) which stream it comes in."""
    loose: Array
    """(n, 3) normal numbers: how it strays from its stream."""
    phase: Array
    """(n, 3) 0..1: its own pace and beat."""
    leak: NDArray[np.int64]
    """Indices of those that leak out and return."""
    glint: Array
    """(n,) 1 a star, 0 a dot."""
    halo: NDArray[np.int64]
    """Indices of those with a halo."""
    seed: int


@lru_cache(maxsize=16)
def motes_of(cloud: PointCloud, count: int, seed: int) -> Motes:
    """Give the first points of a cloud their light, size and way.

    Args:
        cloud: of the form; at most `count` of its points are shown.
        count: how many motes.
        seed: of the vision.
    """
    n = min(count, len(cloud.position))
    light, edge, outward = cloud.light[:n], cloud.edge[:n] > 0.5, cloud.outward[:n]
    towards = np.clip(outward @ (LIGHT[:2] / np.linalg.norm(LIGHT[:2])), -1.0, 1.0)
    on_line = (0.20 + 0.75 * light) * (0.90 + 0.45 * towards) * (0.40 + 1.5 * uniform(seed, 1, n) ** 4)
    in_body = (0.04 + 0.38 * light**1.5) * (0.30 + 2.2 * uniform(seed, 1, n) ** 5)
    brightness = np.where(edge, on_line, in_body)
    chance = uniform(seed, 2, n)
    size = (0.0042 + 0.0030 * chance + 0.013 * chance**14) * np.where(edge, 0.95, 1.08)
    warmth = np.clip(light * 0.80 + 0.34 * np.clip(towards, 0, 1) + 0.06 + 0.20 * normal(seed, 3, n), 0.0, 1.0)[:, None]
    colour = np.where(warmth < 0.5, EMBER + (GOLD - EMBER) * warmth * 2, GOLD + (MOON - GOLD) * (warmth * 2 - 1))
    stream = (uniform(seed, 4, n) * STREAMS).astype(np.int64)
    # Those of the foot come first, so that the form grows; each stream a little after the last.
    release = 0.05 * uniform(seed, 5, STREAMS)[stream] + 0.09 * np.clip(cloud.position[:n, 1], 0, 1)
    release = release + 0.31 * uniform(seed, 6, n) ** 1.25
    bright = brightness > np.median(brightness)
    return Motes(
        cloud,
        cloud.position[:n],
        brightness.astype(np.float32),
        size.astype(np.float32),
        colour.astype(np.float32),
        release.astype(np.float32),
        (0.50 + 0.05 * uniform(seed, 20, n)).astype(np.float32),
        stream,
        np.stack([normal(seed, 7 + axis, n) for axis in range(3)], 1),
        np.stack([uniform(seed, 12 + axis, n) for axis in range(3)], 1),
        np.flatnonzero(uniform(seed, 16, n) < LEAKING),
        ((uniform(seed, 18, n) < 2 * GLINTS) & bright).astype(np.float32),
        np.flatnonzero((uniform(seed, 19, n) < 2 * HALOS) & bright),
        seed,
    )


@dataclass(frozen=True, eq=False)
class Seen:
    """Where the motes are at a moment, and how bright."""

    position: Array
    """(n, 3) heights of the form, as in `PointCloud`."""
    brightness: Array
    """(n,) linear light."""
    gathered: float
    """0 the first mote sets out .. 1 all have come."""
    scattered: float
    """0 none has let go .. 1 all are gone."""


@dataclass(frozen=True)
class Origin:
    """What the motes come out of: the air all around, the stars, a lamp, or nothing."""

    kind: Literal["air", "stars", "lamp", "none"] = "air"
    """none: they light up and go out where they belong, and nothing flies."""
    lamp: tuple[float, float, float] = (0.0, 0.0, 0.0)
    """The lamp, in heights of the form from its foot's middle."""


def acts(t: float) -> tuple[float, float]:
    """How far gathered and how far scattered, 0..1 each.

    Args:
        t: seconds since the first mote set out.
    """
    return min(max(t / GATHER, 0.0), 1.0), min(max((t - GATHER - HOLD) / SCATTER, 0.0), 1.0)


def seen(
    motes: Motes, t: float, origin: Origin = Origin(), foreshortening: tuple[float, float, float] | None = None
) -> Seen:
    """The motes at a moment.

    Args:
        motes: of the vision.
        t: seconds since the first mote set out, 0 .. `WHOLE`.
        origin: where they come from.
        foreshortening: x and y of the eye, and one over its distance, all in heights of the form: points nearer to the
            eye draw in towards its axis, so that depth does not widen the form. None where it is far away.
    """
    gathered, scattered = acts(t)
    home = motes.home.copy()
    if foreshortening is not None:
        eye_x, eye_y, near = foreshortening
        closer = 1.0 + home[:, 2] * np.float32(near)
        home[:, 0] = eye_x + (home[:, 0] - eye_x) * closer
        home[:, 1] = eye_y + (home[:, 1] - eye_y) * closer
    brightness = _held(motes, home, t, float(smooth(gathered, 0.8, 1.0)))
    position = home
    if gathered < 1.0:
        position, brightness = _gathering(motes, home, brightness, gathered, origin)
    if scattered > 0.0:
        rising, brightness = _scattering(motes, home, position, brightness, scattered)
        position = position if origin.kind == "none" else rising
    return Seen(position.astype(np.float32), brightness.astype(np.float32), gathered, scattered)


def sway(t: float, seed: int) -> float:
    """Radians by which the held form is turned about its upright axis.

    Args:
        t: seconds since the first mote set out.
        seed: of the vision.
    """
    return float(0.14 * np.sin(2 * np.pi * (t / 17.0 + uniform_one(seed, 50))))


def _held(motes: Motes, home: Array, t: float, here: float) -> Array:
    """Move `home` in place: breath, sway, wandering, leaking. Returns the brightness: shimmer and a passing wave."""
    phase = motes.phase
    breath = np.float32(SWELL)
    home[:, 1] = 0.5 + (home[:, 1] - 0.5) * (1 + breath * np.float32(np.sin(BREATH * t)))
    home[:, 0] *= 1 + breath * np.float32(np.sin(BREATH * t + 0.6))
    wander = 0.0024 + 0.0036 * phase[:, 2] ** 4
    turns = np.float32(2 * np.pi) * phase
    home[:, 0] += wander * np.sin(np.float32(0.9 * t) * (0.6 + 0.8 * phase[:, 1]) + turns[:, 0])
    home[:, 1] += wander * np.sin(np.float32(0.8 * t) * (0.6 + 0.8 * phase[:, 0]) + turns[:, 1])
    angle = sway(t, motes.seed)
    cos, sin = np.float32(np.cos(angle)), np.float32(np.sin(angle))
    x, z = home[:, 0].copy(), home[:, 2].copy()
    home[:, 0], home[:, 2] = cos * x + sin * z, cos * z - sin * x
    # A shimmer below half a hertz, and every eight seconds a wave of light that passes over.
    bright = motes.brightness * (0.86 + 0.14 * np.sin(np.float32(t) * (0.8 + 1.1 * phase[:, 2]) + turns[:, 2]))
    wave = np.float32((t / 8.0 % 1.0) * 3.4 - 0.9)
    bright = bright * (1 + 0.35 * np.exp(-(((home[:, 0] * 0.55 + home[:, 1] - wave) / 0.16) ** 2)))
    k = motes.leak
    if here > 0.0 and k.size:
        own = phase[k]
        out = np.sin(np.pi * np.mod(t / (8.0 + 6.0 * own[:, 0]) + own[:, 1], 1.0)) ** 2 * here
        way = np.where(
            np.abs(motes.cloud.outward[k]).sum(1, keepdims=True) > 0.1, motes.cloud.outward[k], own[:, :2] - 0.5
        )
        home[k, :2] += ((way * (0.05 + 0.15 * own[:, 2:3]) + (0.03, 0.07)) * out[:, None]).astype(np.float32)
        bright[k] *= (1 - 0.55 * out).astype(np.float32)
    return np.asarray(bright, np.float32)


def _gathering(motes: Motes, home: Array, bright: Array, gathered: float, origin: Origin) -> tuple[Array, Array]:
    """Motes on their way: cubic curves in a few streams that open near the form."""
    flight = np.clip((gathered - motes.release) / motes.flight, 0.0, 1.0)
    along = (0.45 * (1 - (1 - flight) ** 2) + 0.55 * flight * flight * (3 - 2 * flight))[:, None].astype(np.float32)
    set_out = smooth(flight, 0.0, 0.16)
    if origin.kind == "none":
        return home, np.asarray(smooth(flight, 0.0, 1.0) * bright, np.float32)
    k = np.arange(STREAMS)
    angle = 2 * np.pi * (k / STREAMS + 0.13 * uniform(motes.seed, 51, STREAMS)) + 0.5
    wide = max(motes.cloud.width, 0.7)
    far = 0.85 + 0.45 * uniform(motes.seed, 52, STREAMS)
    if origin.kind == "lamp":
        start = np.broadcast_to(np.asarray(origin.lamp, np.float32), (STREAMS, 3))
        # A lamp's motes leave in one rope of strands.
        bend = np.stack([0.10 * np.cos(angle), 0.34 + 0.10 * np.sin(angle), 0.10 * np.sin(2 * angle)], 1)
        spread = (0.018, 0.016, 0.018)
    else:
        stars = origin.kind == "stars"
        x = np.cos(angle) * far * (0.55 if stars else 0.80) * wide
        y = 1.55 + 0.25 * np.sin(angle) if stars else 0.62 + 0.55 * np.sin(angle) * far
        start = np.stack([x, y, 0.5 * np.cos(2 * angle)], 1)
        bend = np.stack([-np.sin(angle), 0.75 * np.cos(angle), 0.5 * np.cos(angle + 1.0)], 1)
        spread = (0.05, 0.04, 0.05)
    start, bend = np.asarray(start, np.float32), np.asarray(bend, np.float32)
    first = start[motes.stream] + motes.loose * np.asarray(spread, np.float32)
    lane = bend[motes.stream]
    middle = np.array([0.0, 0.5, 0.0], np.float32)
    gap = np.linalg.norm(middle - start, axis=1).astype(np.float32)[motes.stream][:, None]
    second = (
        first + (middle - first) * np.float32(0.30) + (lane * np.float32(0.62) + motes.loose * np.float32(0.02)) * gap
    )
    third = (
        np.float32(0.55) * home
        + np.float32(0.45) * middle
        + lane * (np.float32(0.42) * gap)
        + motes.loose * np.float32(0.035)
    )
    rest = 1 - along
    position = rest**3 * first + 3 * rest * along * (rest * second + along * third) + along**3 * home
    flying = 1.0 - smooth(flight, 0.75, 1.0)
    return position, np.asarray(set_out * (bright + flying * (0.03 + 0.12 * motes.phase[:, 1] ** 2)), np.float32)


def _scattering(motes: Motes, home: Array, position: Array, bright: Array, scattered: float) -> tuple[Array, Array]:
    """From the top downwards motes let go, rise on a slow curl, and fade."""
    high, phase = home[:, 1], motes.phase
    turn = np.clip(0.55 * (1 - high) + 0.45 * phase[:, 0] + 0.10 * np.sin(5 * home[:, 0] + 3 * high), 0.0, 1.0)
    gone = np.clip((scattered - 0.52 * turn) / 0.48, 0.0, 1.0)
    rise = (0.22 + 0.75 * phase[:, 1] ** 1.5) * gone**1.5
    swing = 2 * np.pi * uniform_one(motes.seed, 53)
    curl = 0.17 * gone * np.sin(4.2 * (high + rise) + 2.0 * home[:, 0] + swing + 0.8 * motes.loose[:, 0])
    away = np.stack(
        [curl + 0.16 * gone**1.4 + 0.07 * gone * motes.loose[:, 1], rise, 0.2 * gone * motes.loose[:, 2]], 1
    )
    bright = (bright + 0.10 * smooth(gone, 0.0, 0.3)) * (1 - smooth(gone, 0.30, 1.0))
    return position + away.astype(np.float32), np.asarray(bright, np.float32)
