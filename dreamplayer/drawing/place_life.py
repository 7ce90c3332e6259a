"""The small life of places: dust in lamplight, steam, flames, fireflies, snow, rain, bubbles, drifting leaves.

Positions are metres of the place; forms come out in the coordinates of the stage. Each is a function of t alone.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.primitives import Array, Dots, Form, Ribbons, Sprites, f32
from dreamplayer.kit.hashing import uniform
from dreamplayer.model.place import Framing
from dreamplayer.model.reading import Colour
from dreamplayer.model.stage import Vec3

Region = tuple[Vec3, Vec3]
"""Low and high corner of a part of the place, metres."""


def seen_from(framing: Framing, points: ArrayLike) -> Array:
    """Points of the place in the coordinates of the stage.

    Args:
        framing: the camera.
        points: (n, 3) metres of the place.

    Returns:
        (n, 3) metres of the stage: to the right, up from the ground, away from the eye.
    """
    p = np.asarray(points, np.float32)
    dx, dz = p[:, 0] - framing.eye[0], p[:, 2] - framing.eye[2]
    c, s = math.cos(framing.yaw), math.sin(framing.yaw)
    return f32(np.stack([c * dx - s * dz, p[:, 1], s * dx + c * dz], -1))


def fire_flicker(t: float, seed: int = 0, depth: float = 0.12) -> float:
    """Factor of a fire's strength: a slow breath, under half a beat a second.

    Args:
        t: seconds.
        seed: which fire.
        depth: .03 a lamp behind glass, .16 an open fire.

    Returns:
        Factor within `depth` of 1.
    """
    breath = 0.5 * math.sin(0.9 * t + seed) + 0.3 * math.sin(1.7 * t + 2.1 * seed) + 0.2 * math.sin(2.6 * t + 1)
    return 1.0 + depth * breath


def _dots(
    framing: Framing, points: Array, size: NDArray[Any], colour: NDArray[Any], *, cover: float = 0.0, glint: float = 0.0
) -> Dots:
    view = seen_from(framing, points)
    near = view[:, 2] > 0.35
    return Dots(view[near], f32(size[near]), f32(colour[near]), cover=cover, glint=glint, reflect=False)


def _box(region: Region) -> tuple[Array, Array]:
    low, high = f32(region[0]), f32(region[1])
    return low, high - low


def dust(
    framing: Framing,
    t: float,
    seed: int,
    region: Region,
    lamp: Vec3,
    colour: Colour,
    *,
    count: int = 300,
    reach: float = 1.5,
    size: float = 0.006,
) -> Dots:
    """Motes in the air, seen where a lamp reaches them.

    Args:
        framing: the camera.
        t: seconds.
        seed: which motes.
        region: where they drift.
        lamp: what lights them, metres of the place.
        colour: linear light of a mote close to the lamp.
        count: how many.
        reach: metres from the lamp at which they fade.
        size: diameter in metres.
    """
    a = uniform(seed, 41, 6 * count).reshape(count, 6)
    low, span = _box(region)
    speed = 0.02 * (a[:, 3:6] - np.array([0.5, 0.35, 0.5])) * np.array([1.0, 0.5, 1.0])
    place = np.mod(a[:, :3] + t * speed / span, 1.0)
    p = low + place * span
    p[:, 0] += 0.05 * np.sin(0.3 * t + 6 * a[:, 4])
    edge = np.prod(np.clip(np.minimum(place, 1 - place) / 0.12, 0, 1), axis=1)
    far = np.linalg.norm(p - f32(lamp), axis=1)
    breath = 0.6 + 0.4 * np.sin(0.5 * t + 9 * a[:, 5])
    strength = np.exp(-((far / reach) ** 2)) * edge * (0.25 + 0.75 * a[:, 3] ** 3) * breath
    return _dots(framing, f32(p), size * (0.6 + 0.8 * a[:, 4]), f32(colour)[None] * strength[:, None])


def steam(
    framing: Framing,
    t: float,
    seed: int,
    foot: Vec3,
    colour: Colour,
    *,
    height: float = 0.6,
    width: float = 0.10,
    lean: float = 0.1,
    count: int = 60,
) -> Sprites:
    """Steam or smoke: soft puffs that widen as they climb.

    Args:
        framing: the camera.
        t: seconds.
        seed: which steam.
        foot: where it rises.
        colour: linear light of it; .4 by a lamp.
        height: metres it climbs.
        width: metres it spreads.
        lean: share of its height it is carried to the right.
        count: puffs: 26 a cup, 70 a pot.
    """
    a = uniform(seed, 42, 5 * count).reshape(count, 5)
    life = np.mod(a[:, 0] + t / (6 + 4 * a[:, 1]), 1)
    p = np.empty((count, 3))
    sway = np.sin(6.6 * life + 0.35 * t + math.tau * (a[:, 2] > 0.5))
    p[:, 0] = foot[0] + lean * height * life**1.3 + width * life**0.8 * (0.7 * sway + 1.2 * (a[:, 3] - 0.5))
    p[:, 1] = foot[1] + height * life
    p[:, 2] = foot[2] - 0.05 * life + width * life * (a[:, 4] - 0.5)
    strength = np.sin(np.pi * life**0.6) * (0.4 + 0.6 * a[:, 1])
    view = seen_from(framing, p)
    near = view[:, 2] > 0.3
    size = 0.05 + 0.34 * life * height * 0.6
    tint = f32(colour)[None] * (0.055 * strength)[:, None]
    return halo(view[near], f32(size[near]), f32(tint[near]), reflect=False)


def flame(
    framing: Framing, t: float, seed: int, foot: Vec3, colour: Colour, *, height: float = 0.05
) -> tuple[Sprites, Sprites]:
    """A candle's flame and its glow.

    Args:
        framing: the camera.
        t: seconds.
        seed: which flame.
        foot: top of the wick.
        colour: linear light of the glow.
        height: metres.
    """
    lean = 0.10 * height * math.sin(1.1 * t + seed) + 0.06 * height * math.sin(2.3 * t + 2 * seed)
    tall = height * fire_flicker(t, seed, 0.10)
    view = seen_from(framing, [(foot[0] + lean, foot[1] + tall * 0.5, foot[2] - 0.01)])
    if view[0, 2] < 0.3:
        view = f32([[0.0, -90.0, 90.0]])
    core = halo(view, tall * 1.5, (1.9, 1.25, 0.55), reflect=False, width=0.42)
    return core, halo(view, tall * 14, scaled(colour, 0.10), reflect=False)


def scaled(colour: Colour, k: float) -> Colour:
    """A colour times a number.

    Args:
        colour: linear light.
        k: factor.

    Returns:
        Linear light.
    """
    return colour[0] * k, colour[1] * k, colour[2] * k


def fireflies(
    framing: Framing, t: float, seed: int, region: Region, *, count: int = 40, colour: Colour = (0.75, 0.62, 0.18)
) -> Dots:
    """Fireflies that wander and glow up slowly, each in its own time.

    Args:
        framing: the camera.
        t: seconds.
        seed: which.
        region: where they fly.
        count: how many; a third is lit at a time.
        colour: linear light.
    """
    a = uniform(seed, 43, 8 * count).reshape(count, 8)
    low, span = _box(region)
    wander = 0.35 * np.stack([np.sin(t * (0.11 + 0.1 * a[:, k]) + 6.3 * a[:, k + 3]) for k in (3, 4, 4)], -1)
    p = low + a[:, :3] * span + wander * np.minimum(span, 1.2)
    glow = np.clip(np.sin(t * math.tau / (7 + 6 * a[:, 6]) + math.tau * a[:, 7]), 0, 1) ** 2
    return _dots(framing, f32(p), 0.035 + 0.03 * a[:, 5], f32(colour)[None] * (1.4 * glow)[:, None])


def snowfall(
    framing: Framing,
    t: float,
    seed: int,
    region: Region,
    colour: Colour,
    *,
    count: int = 700,
    speed: float = 0.5,
    wind: float = 0.15,
) -> Dots:
    """Falling snow; the region should reach beyond the picture.

    Args:
        framing: the camera.
        t: seconds.
        seed: which flakes.
        region: where it falls.
        colour: linear light of a flake.
        count: how many.
        speed: metres a second: .4 slow flakes.
        wind: metres a second to the right.
    """
    a = uniform(seed, 44, 5 * count).reshape(count, 5)
    low, span = _box(region)
    fall = np.mod(a[:, 1] - t * speed * (0.7 + 0.6 * a[:, 3]) / span[1], 1.0)
    p = np.empty((count, 3))
    p[:, 0] = low[0] + np.mod(a[:, 0] + t * wind / span[0], 1.0) * span[0] + 0.18 * np.sin(0.8 * t + 9 * a[:, 4])
    p[:, 1] = low[1] + fall * span[1]
    p[:, 2] = low[2] + a[:, 2] * span[2]
    edge = np.clip(fall * 12, 0, 1) * np.clip((1 - fall) * 8, 0, 1)
    return _dots(framing, f32(p), 0.014 + 0.016 * a[:, 3], f32(colour)[None] * (edge * (0.4 + 0.6 * a[:, 4]))[:, None])


def bubbles(
    framing: Framing, t: float, seed: int, foot: Vec3, colour: Colour, *, count: int = 24, height: float = 3.0
) -> Dots:
    """A string of bubbles that rises and sways.

    Args:
        framing: the camera.
        t: seconds.
        seed: which.
        foot: where they come from.
        colour: linear light.
        count: how many.
        height: metres they rise.
    """
    a = uniform(seed, 45, 4 * count).reshape(count, 4)
    life = np.mod(a[:, 0] + t / (9 + 3 * a[:, 1]), 1)
    p = np.empty((count, 3))
    p[:, 0] = foot[0] + 0.10 * np.sin(3 * life * math.tau + 6 * a[:, 2]) + 0.2 * (a[:, 2] - 0.5) * life
    p[:, 1] = foot[1] + height * life
    p[:, 2] = foot[2] + 0.2 * (a[:, 3] - 0.5)
    strength = np.clip(life * 8, 0, 1) * np.clip((1 - life) * 4, 0, 1)
    return _dots(framing, f32(p), 0.015 + 0.03 * a[:, 1] * (0.5 + life), f32(colour)[None] * strength[:, None])


_HEAVENS = 290.0
"""Metres at which moon and sun are drawn: before the stars, behind everything else."""


def moon(framing: Framing, toward: Vec3, strength: float, *, size: float = 9.0) -> tuple[Form, ...]:
    """The moon with its glow in the air, where its light comes from.

    Args:
        framing: the camera.
        toward: direction to it, in the place.
        strength: 0 none .. 1 a clear moon.
        size: metres across at its distance: 9 is three times as large as in life, as painters have it.
    """
    length = math.sqrt(sum(v * v for v in toward))
    x, y, z = (framing.eye[k] + toward[k] / length * _HEAVENS for k in range(3))
    view = seen_from(framing, [(x, y, z)])
    if strength < 0.02 or view[0, 2] < 30.0:
        return ()
    disc = Dots(view, f32([size * 1.15]), f32([[1.25, 1.16, 0.98]]) * f32(strength), reflect=True, depth=_HEAVENS)
    return (
        halo(view, 26.0 * size, scaled((0.030, 0.036, 0.055), strength), depth=_HEAVENS + 2.0),
        halo(view, 5.5 * size, scaled((0.15, 0.155, 0.17), strength), depth=_HEAVENS + 1.0),
        disc,
    )


def low_sun(framing: Framing, toward: Vec3, strength: float, *, size: float = 15.0) -> tuple[Form, ...]:
    """The sun a little above the horizon, red and dim enough to look at, with its glow.

    Args:
        framing: the camera.
        toward: direction to it along the ground; its height is ignored.
        strength: 0 none .. 1 as at a clear sunrise.
        size: metres across at its distance, see `moon`.
    """
    length = math.hypot(toward[0], toward[2])
    x, z = (framing.eye[k] + toward[k] / length * _HEAVENS for k in (0, 2))
    view = seen_from(framing, [(x, framing.eye[1] + 0.75 * size, z)])
    if strength < 0.02 or view[0, 2] < 30.0:
        return ()
    return (
        halo(view, 26.0 * size, scaled((0.10, 0.042, 0.014), strength), depth=_HEAVENS + 2.0),
        halo(view, 5.5 * size, scaled((0.42, 0.20, 0.06), strength), depth=_HEAVENS + 1.0),
        Dots(view, f32([size * 1.15]), f32([[1.50, 0.86, 0.36]]) * f32(strength), reflect=True, depth=_HEAVENS),
    )


def glitter(
    framing: Framing,
    toward: Vec3,
    t: float,
    seed: int,
    colour: Colour,
    *,
    count: int = 420,
    far: float = 150.0,
    near: float = 5.0,
) -> Sprites:
    """The path of moon or sun on open water at height 0: sparks that come and go along the line to it.

    Args:
        framing: the camera.
        toward: direction to the light, in the place.
        t: seconds.
        seed: which sparks.
        colour: linear light of a spark.
        count: how many; a third is seen at a time.
        far: metres to the farthest.
        near: metres to the nearest.
    """
    a = uniform(seed, 46, 5 * count).reshape(count, 5)
    long = math.hypot(toward[0], toward[2])
    ahead, side = (toward[0] / long, toward[2] / long), (toward[2] / long, -toward[0] / long)
    # Evenly spread in the picture, so closer together nearby.
    distance = 1.0 / (1.0 / far + (1.0 / near - 1.0 / far) * a[:, 0])
    spread = (0.35 + 0.050 * distance) * (a[:, 1] + a[:, 2] - 1.0)
    p = np.empty((count, 3))
    p[:, 0] = framing.eye[0] + ahead[0] * distance + side[0] * spread
    p[:, 1] = 0.02
    p[:, 2] = framing.eye[2] + ahead[1] * distance + side[1] * spread
    wink = np.clip(np.sin(t * math.tau / (2.4 + 2.4 * a[:, 3]) + math.tau * a[:, 4]), 0, 1) ** 3
    middle = 1.0 - 0.6 * np.abs(a[:, 1] + a[:, 2] - 1.0)
    view = seen_from(framing, p)
    shown = (view[:, 2] > 1.0) & (wink > 0.02)
    size = 0.030 * distance**0.62 * (0.6 + 0.8 * a[:, 3])
    tint = f32(colour)[None] * (wink * middle)[:, None]
    return halo(view[shown], f32(size[shown]), f32(tint[shown]), width=4.2, reflect=False)


def beam(
    framing: Framing, t: float, lamp: Vec3, colour: Colour, *, period: float = 26.0, length: float = 170.0
) -> tuple[Ribbons, Sprites]:
    """A lighthouse's two beams that sweep slowly round in hazy air, and the glow of its lantern.

    Args:
        framing: the camera.
        t: seconds.
        lamp: the lantern, metres of the place.
        colour: linear light of a beam close to it.
        period: seconds of a turn.
        length: metres after which a beam is lost.
    """
    out = np.linspace(0.0, 1.0, 14)[None] ** 1.4
    turn = math.tau * t / period + np.array([[0.0], [math.pi]])
    x, z = lamp[0] + length * out * np.sin(turn), lamp[2] + length * out * np.cos(turn)
    y = lamp[1] + 0 * x - 0.02 * length * out
    view = seen_from(framing, np.stack([x, y, z], -1).reshape(-1, 3)).reshape(2, -1, 3)
    # What comes close to the eye fades: a beam that points at it would fill the picture.
    shown = np.clip((view[..., 2] - 40.0) / 60.0, 0, 1) * (1 - out) ** 1.6
    view[..., 2] = np.maximum(view[..., 2], 20.0)
    middle = seen_from(framing, [lamp])
    toward = 0.6 + 0.4 * math.cos(
        2 * (math.tau * t / period - math.atan2(framing.eye[0] - lamp[0], framing.eye[2] - lamp[2]))
    )
    ribbon = Ribbons(view, f32(0.8 + 6.0 * out), f32(f32(colour)[None, None] * shown[..., None]), reflect=False)
    return ribbon, halo(middle, 26.0, scaled(colour, 2.2 * toward), reflect=True)
