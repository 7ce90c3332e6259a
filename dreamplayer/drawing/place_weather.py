"""What falls on open places: snow and rain, as far as the eye sees them, lit by the sky and by near lamps.

Points are spread evenly over the picture and its depth, so that none is ever close enough to be a blurred disc, and
nothing falls where a roof or a crown is above.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from dreamplayer.drawing.motion.floating import layered
from dreamplayer.drawing.primitives import Array, Dots, Form, Ribbons, f32
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform
from dreamplayer.model.atmosphere import Weather
from dreamplayer.model.reading import Colour
from dreamplayer.model.stage import Stage, Vec3

FALLS = frozenset({"snow", "rain", "storm", "wind"})
"""Weather in which something is in the air."""
_FLAKES, _DROPS, _RINGS = 1900, 1300, 260
_NEAREST, _FARTHEST = 2.4, 46.0
"""Metres from the eye between which things fall."""
_LAMP = 0.045
"""Share of a lamp's light that a flake gives back at a metre."""


@dataclass(frozen=True, eq=False)
class Falling:
    """What falls, and what it falls through."""

    weather: Weather
    t: float
    """Seconds."""
    seed: int
    stage: Stage
    """With the camera of the framing."""
    aspect: float
    sky: Colour
    """Soft light of the sky."""
    lamps: Sequence[tuple[Vec3, Colour]]
    """Lamps in the coordinates of the stage, with their light at a metre."""
    top: Callable[[Array], Array]
    """Height of the highest surface at (n, 3) points of the stage."""
    share: float = 1.0
    """0 none .. 1 as much as there is: while the weather changes."""


def falling(what: Falling) -> tuple[Form, ...]:
    """The forms of what falls.

    Args:
        what: weather, moment and place.

    Returns:
        Nothing in weather in which nothing falls.
    """
    if what.share < 0.01:
        return ()
    if what.weather == "snow":
        return _snow(what)
    if what.weather in ("rain", "storm"):
        return _rain(what, 1.0 if what.weather == "storm" else 0.62)
    if what.weather == "wind":
        return _leaves(what)
    return ()


def _spread(
    what: Falling, count: int, pace: float, wind: float, lane: int, far: float = _FARTHEST
) -> tuple[Array, Array]:
    """Points that sink through the picture without end, and how present each is, 0..1."""
    camera, seed = what.stage.camera, what.seed + 31 * lane
    z = np.asarray(layered(seed, count, _NEAREST, far), np.float64)
    a = uniform(seed, 71, 4 * count).reshape(count, 4)
    high = np.maximum(camera.eye + (1.2 - camera.horizon) * z / camera.focal, 3.0)
    life = np.mod(a[:, 0] + what.t * pace * (0.75 + 0.5 * a[:, 1]) / high, 1.0)
    half = 1.2 * what.aspect * z / camera.focal
    x = np.mod((a[:, 2] * 2 - 1) * half + wind * what.t * (0.8 + 0.4 * a[:, 3]) + half, 2 * half) - half
    there = smooth(1.0 - np.abs(x) / half, 0.0, 0.06) * smooth(life, 0.0, 0.05)
    return f32(np.stack([x + camera.x, high * (1.0 - life), z], -1)), f32(there * what.share)


def _lit(what: Falling, points: Array, sky: float) -> Array:
    """Light that white specks give back, (n, 3)."""
    light = np.broadcast_to(f32(what.sky) * sky, points.shape).copy()
    for position, colour in what.lamps:
        square = ((points - f32(position)) ** 2).sum(1) + 0.25
        light += f32(colour) * (_LAMP / square)[:, None]
    return np.minimum(light, 0.6)


def _snow(what: Falling) -> tuple[Form, ...]:
    points, there = _spread(what, _FLAKES, 0.42, 0.10, 1)
    a = uniform(what.seed, 72, 3 * _FLAKES).reshape(_FLAKES, 3)
    sway = 0.22 * np.sin(0.7 * what.t * (0.6 + 0.8 * a[:, 0]) + math.tau * a[:, 1])
    points[:, 0] += f32(sway)
    shown = there * (points[:, 1] > what.top(points) + 0.02)
    light = _lit(what, points, 0.30) * (shown * (0.45 + 0.55 * a[:, 2]))[:, None]
    some = shown > 0.01
    size = 0.018 + 0.016 * a[:, 0] + 0.0006 * points[:, 2]
    return (
        Dots(points[some], f32(size[some]), f32(light[some]), cover=f32(0.25 * shown[some]), reflect=False),
    )  # fmt: skip


def _rain(what: Falling, strength: float) -> tuple[Form, ...]:
    count = int(_DROPS * (0.6 + 0.4 * strength))
    # A storm drives it aslant.
    lean = 0.05 + 0.85 * max(0.0, strength - 0.7)
    made: list[Form] = []
    # Three groups by distance, so that what stands between them hides them in order.
    points, there = _spread(what, count, 6.6, lean * 2.6, 2)
    a = uniform(what.seed, 73, 2 * count).reshape(count, 2)
    long = f32(0.24 + 0.26 * a[:, 0])
    tail = points + np.stack([-f32(lean) * long, long, 0 * long], -1)
    shown = there * (points[:, 1] > what.top(points))
    colour = _lit(what, points, 0.24) * (shown * strength * (0.35 + 0.65 * a[:, 1]))[:, None]
    for near, far in ((16.0, 1e9), (6.0, 16.0), (0.0, 6.0)):
        some = (points[:, 2] >= near) & (points[:, 2] < far) & (shown > 0.01)
        if some.any():
            line = np.stack([points[some], 0.5 * (points[some] + tail[some]), tail[some]], 1)
            fade = f32([0.9, 0.6, 0.0])[None, :, None]
            width = f32(0.0026 + 0.00016 * points[some, 2:3])
            made.append(Ribbons(line, width, f32(colour[some][:, None, :] * fade), reflect=False))
    return (*made, _rings(what, strength))


def _rings(what: Falling, strength: float) -> Dots:
    """Where drops meet what they fall on: points that come and go, each at a new spot."""
    camera = what.stage.camera
    z = np.asarray(layered(what.seed + 5, _RINGS, _NEAREST, 20.0), np.float64)
    a = uniform(what.seed, 74, 2 * _RINGS).reshape(_RINGS, 2)
    turn = what.t / (0.8 + 0.5 * a[:, 0]) + a[:, 1]
    number, life = np.floor(turn), np.mod(turn, 1.0)
    jump = np.mod(np.sin(number * 12.9898 + np.arange(_RINGS) * 78.233) * 43758.5453, 1.0)
    x = (jump * 2 - 1) * 1.1 * what.aspect * z / camera.focal + camera.x
    points = f32(np.stack([x, 0 * x, z], -1))
    points[:, 1] = np.maximum(what.top(points), 0.0) + 0.012
    bright = np.sin(np.pi * life) ** 2 * 0.55 * strength * what.share * (points[:, 1] < camera.eye)
    light = _lit(what, points, 0.20) * bright[:, None]
    return Dots(points, f32(0.016 + 0.03 * life), f32(light), reflect=False)


def _leaves(what: Falling) -> tuple[Form, ...]:
    """A few specks that the wind carries along."""
    count = 120
    points, there = _spread(what, count, 0.30, 1.1, 3, far=26.0)
    a = uniform(what.seed, 75, 3 * count).reshape(count, 3)
    points[:, 1] += f32(0.35 * np.sin(0.9 * what.t * (0.6 + 0.8 * a[:, 0]) + math.tau * a[:, 1]))
    shown = there * (points[:, 1] > what.top(points) + 0.02)
    hue = f32([[0.9, 0.55, 0.25]]) * (0.4 + 0.6 * a[:, 2:3])
    light = _lit(what, points, 0.18) * hue * shown[:, None]
    return (Dots(points, f32(0.030 + 0.02 * a[:, 0]), f32(light), cover=f32(0.6 * shown), reflect=False),)
