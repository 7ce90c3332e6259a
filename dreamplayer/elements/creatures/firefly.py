"""Fireflies: points of warm light that drift and breathe; a few lie near enough to show their halo."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dreamplayer.drawing.element import element
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Array, Dots, Form
from dreamplayer.elements.creatures._shared.wander import wander
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_SWELL_PERIOD, _SWELL_START = 251, 252
"""Random lanes of the glow: how often each swells, and when."""
_HOME_X, _HOME_Y, _HOME_Z, _SWIRL, _ARRIVAL, _KINDLING, _BRIGHT, _CORE = 261, 262, 263, 264, 265, 266, 267, 268
"""Random lanes of the swarm: home (three coordinates), how much each follows a swirl, when it arrives and lights
up, how bright and large it is.
"""
_FLOW_START, _FLOW_PACE, _STRAND, _WOVEN, _LOOSE, _DEEP, _LARGE, _GLIM = 271, 272, 273, 274, 275, 276, 277, 278
_SHINE, _GRAIN = 279, 280
"""Random lanes of the stream: where along it each is and how quickly it flows; its strand, whether it keeps to
that, how far off it is otherwise (across, deep); which are large, when and how brightly each shines, its size.
"""


def _glows(seed: int, n: int, t: float, ember: float = 0.12) -> Array:
    """How bright each is, (n,): a swell of three seconds every six to twelve, an ember between."""
    period = 6.0 + 6.0 * uniform(seed, _SWELL_PERIOD, n)
    part = np.mod(t / period + uniform(seed, _SWELL_START, n), 1.0)
    return np.asarray(ember + (1 - ember) * np.sin(np.pi * part) ** 4, np.float32)


def _river(moment: Moment, n: int, colour: tuple[float, float, float], strength: float) -> Dots:
    """A stream of them that leaves its place, swings out and climbs across the sky: a way of lights with soft edges.

    It runs out from its place within ten seconds and then flows on slowly.
    """
    p, camera = moment.place, moment.stage.camera
    seed, t = moment.seed, moment.t * (1 - 0.35 * moment.calm)
    along = np.mod(uniform(seed, _FLOW_START, n) + t * 0.016 * (0.6 + 0.8 * uniform(seed, _FLOW_PACE, n)), 1.0)
    front = 1.15 * float(smooth(moment.t, 1.0, 14.0))
    side = -1.0 if p.x > 1.5 else 1.0
    half = moment.aspect * p.z / camera.focal
    top = camera.eye + (0.95 - camera.horizon) * p.z / camera.focal
    # Knots of the way, from the place outwards, up and back over the picture.
    knots = np.array([0.0, 0.16, 0.32, 0.50, 0.75, 1.0])
    knot_x = np.array([0.0, 0.22, 0.40, 0.26, -0.42, -1.25]) * side * half + p.x
    knot_y = p.y + np.array([0.0, 0.05, 0.24, 0.48, 0.66, 0.98]) * (top - p.y)
    wide = 0.03 + 0.13 * along + 0.05 * np.sin(5.0 * along + 0.2 * t)
    # Two thirds in five woven strands, the rest about them.
    strand = np.floor(uniform(seed, _STRAND, n) * 5)
    woven = np.where(
        uniform(seed, _WOVEN, n) < 0.6, np.sin(7.0 * along + 1.9 * strand + 0.15 * t), 0.8 * normal(seed, _LOOSE, n)
    )
    x = _soft(along, knots, knot_x) + 0.4 * wide * half * 0.3 * woven
    y = _soft(along, knots, knot_y) + wide * (top - p.y) * 0.42 * woven * (0.3 + 0.5 * along)
    z = p.z + 0.25 * p.z * normal(seed, _DEEP, n) * along
    large = uniform(seed, _LARGE, n) > 0.93
    glim = 0.35 + 0.65 * np.clip(np.sin(0.8 * t + 6.28 * uniform(seed, _GLIM, n)), 0, 1) ** 2
    seen = smooth(front - along, 0.0, 0.15) * np.clip(np.sin(np.pi * np.clip(along + 0.02, 0, 1)), 0, 1) ** 0.5
    bright = (
        seen
        * glim
        * (0.18 + 0.6 * uniform(seed, _SHINE, n) ** 3 + 0.35 * large)
        * strength
        * smooth(moment.presence, 0, 1)
    )
    unit = p.z / 5.0
    return Dots(
        np.stack([x, np.maximum(y, 0.03), np.maximum(z, 1.6)], 1).astype(np.float32),
        (unit * np.where(large, 0.085, 0.016 + 0.018 * uniform(seed, _GRAIN, n))).astype(np.float32),
        (np.asarray(colour, np.float32)[None] * bright[:, None]).astype(np.float32),
    )


def _soft(u: Array, knots: NDArray[np.float64], values: NDArray[np.float64]) -> Array:
    """A curve through knots without corners: three neighbouring places of the broken line, averaged."""
    return np.asarray(sum(np.interp(np.clip(u + d, 0, 1), knots, values) for d in (-0.09, -0.03, 0.03, 0.09)) / 4.0)


def _fireflies(
    moment: Moment, n: int, colour: tuple[float, float, float], wide: float, high: float
) -> tuple[Dots, Array]:
    """The swarm around the element's place and the brightness of each, halos included (twice n dots).

    It gathers from far as presence rises; answers scatter, gather, swirl, rise, dim and ignite.
    """
    seed = moment.seed
    home_x, home_y = normal(seed, _HOME_X, n), uniform(seed, _HOME_Y, n)
    home = np.stack(
        [0.42 * wide * home_x, high * (0.12 + 0.88 * home_y**1.3), 0.42 * wide * normal(seed, _HOME_Z, n)], 1
    )
    spread = (1.0 - 0.62 * moment.event("gather")) * (1.0 + 1.6 * moment.event("scatter"))
    swirl = moment.event("swirl") * (0.35 * moment.ages.get("swirl", moment.t) * (0.5 + 0.5 * uniform(seed, _SWIRL, n)))
    cos, sin = np.cos(swirl), np.sin(swirl)
    home = np.stack([home[:, 0] * cos - home[:, 2] * sin, home[:, 1], home[:, 0] * sin + home[:, 2] * cos], 1) * spread
    arrive = smooth((moment.presence - 0.4 * uniform(seed, _ARRIVAL, n)) / 0.6, 0.0, 1.0)
    home = home * (1.0 + 1.2 * (1 - arrive))[:, None]
    here = home + wander(seed, n, moment.t * (1 - 0.35 * moment.calm), 0.55 + 0.12 * wide)
    place = np.empty((n, 3), np.float32)
    place[:, 0] = moment.place.x + here[:, 0]
    place[:, 1] = np.maximum(moment.place.y + here[:, 1] + 1.8 * moment.event("rise"), 0.06)
    place[:, 2] = np.maximum(moment.place.z + here[:, 2], 1.6)
    kindled = smooth(moment.event("ignite") * 1.5 - 0.5 * uniform(seed, _KINDLING, n), 0.0, 1.0)
    dim = 0.9 * moment.event("dim") * (1.0 - kindled)
    shining = _glows(seed, n, moment.t) * arrive * (0.9 + 0.5 * kindled) * (1 - dim) * (1 - 0.3 * moment.calm)
    bright: Array = np.asarray(shining * (0.45 + 0.55 * uniform(seed, _BRIGHT, n)), np.float32)
    base = np.asarray(colour, np.float32)
    scale = np.float32(moment.place.size)
    cores = (0.030 + 0.020 * uniform(seed, _CORE, n)) * scale
    size = np.stack([cores, np.full(n, 0.34 * scale, np.float32)], 1).reshape(-1)
    shine = np.stack([0.95 * bright, 0.045 * bright], 1).reshape(-1)
    return (
        Dots(
            np.repeat(place, 2, axis=0),
            size.astype(np.float32),
            (base[None, :] * shine[:, None]).astype(np.float32),
        ),
        bright,
    )


_WARM = (0.95, 0.62, 0.16)
"""Colour of their light in linear light where the words name none."""
_ANSWERS = ("scatter", "gather", "swirl", "rise", "dim", "ignite")
"""Events they answer, alone or as a swarm."""


@element("air", 2.5, handles=_ANSWERS)
def firefly(moment: Moment) -> tuple[Form, ...]:
    """Fireflies: points of warm light that drift and breathe; a few lie near enough to show their halo.

    Notes: `river` 1 lets them stream out of their place, a lantern, and across the sky.
    """
    n = 14 if moment.count == 1 else int(min(max(moment.count, 24), 160))
    colour = moment.tint or _WARM
    dots, bright = _fireflies(
        moment, n, colour, (2.2 if moment.count == 1 else 7.0) * moment.place.spread, 2.4 * moment.place.size
    )
    mean = float(np.mean(bright)) * (1.0 if n > 20 else 0.7)
    lamp = Light(
        (moment.place.x, moment.place.y + 0.9, moment.place.z - 0.3),
        rgb(np.asarray(colour, np.float32) * np.float32(1.1 * mean)),
        3.0,
        0.35,
    )
    if moment.param("river", 0.0) > 0.0:
        return (_river(moment, 1500, colour, moment.param("river", 0.0) * (1.0 - 0.8 * moment.event("dim"))), lamp)
    return (dots, lamp)
