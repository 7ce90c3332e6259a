"""Things that fly: one alone that hangs on the air near its place, or flocks that cross the sky slowly."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.particles import gathered
from dreamplayer.drawing.primitives import Array, Form, Shape, Sprites
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform, uniform_one
from dreamplayer.model.moment import Moment

_PHASE = 61
"""Random lanes of one that flies alone."""
_FAR, _WAY, _AIM, _BEAT, _BEHIND, _ABOVE, _ASIDE, _ORDER, _START, _SIZE = 62, 63, 73, 66, 67, 68, 69, 70, 71, 72
"""Random lanes of flocks that cross the picture: of a group its distance, direction and height; of a bird its
wingbeat's phase, the gaps to the others, when it appears and its size.
"""
_OWN, _TOP = 81, 82
"""Random lanes of those that rise one after another."""

Colour = tuple[float, float, float]


def beats(t: float, pace: float, phase: Array, count: int) -> Array:
    """How many wing beats each has made, (count,): now quicker, now almost gliding, never backwards."""
    own = 6.2832 * phase
    made = t * pace + 0.30 * np.sin(0.55 * t + own) + 0.14 * np.sin(0.31 * t + 2 * own) + phase * 7.0
    return np.asarray(np.broadcast_to(made, (count,)), np.float32)


def alone(
    moment: Moment, shape: Shape, size: float, count: int, *, tint: Colour, glow: Colour, pace: float = 0.75,
    high: float = 0.45, roam: float = 0.7, lit: float = 1.0,
) -> tuple[Form, ...]:  # fmt: skip
    """One, flying to the right (or left, by its place) as if the picture went with it.

    `size` is the frame's height in metres, `high` metres above its place, `roam` how far it wanders.
    """
    size = moment.size(size)
    look = -1.0 if moment.place.x > 0.6 else 1.0
    phase = uniform(moment.seed, _PHASE, 1)
    own = 6.28 * float(phase[0])
    where = np.array(
        [
            [
                moment.place.x + roam * (np.sin(0.19 * moment.t + own) + 0.3 * np.sin(0.43 * moment.t)),
                moment.place.y + high + 0.35 * roam * np.sin(0.27 * moment.t + 1.0) + 1.5 * moment.event("rise"),
                moment.place.z + 0.4 * roam * np.sin(0.13 * moment.t + 2.0),
            ]
        ],
        np.float32,
    )
    made = beats(moment.t, pace * (1 - 0.3 * moment.calm), phase, 1)
    body = Sprites(
        shape, where, np.float32(size), tint=tint, glow=glow, width=look, lit=lit,
        frame=np.mod(made, 1.0) * np.float32(count),
        turn=look * 0.06 * float(np.sin(0.27 * moment.t + 1.6)),
    )  # fmt: skip
    return gathered(moment, body, count=600)


def crossing(
    moment: Moment, shape: Shape, size: float, count: int, n: int, *, tint: Colour, glow: Colour, pace: float = 0.85,
    high: float = 0.30, speed: float = 1.3, lit: float = 1.0,
) -> tuple[Form, ...]:  # fmt: skip
    """`n` of them in loose flocks, each crossing the whole picture at `speed` m/s and coming again later.

    `high` is where they fly between horizon (0) and the top of the picture (1). Groups keep their way; within
    a group each weaves a little. They fade in and out beyond the edges.
    """
    size = moment.size(size)
    groups = max(2, 1 + (n - 1) // 8)
    of = np.arange(n) % groups
    depth = max(moment.place.z, 7.0 * moment.place.size) * (0.85 + 0.75 * uniform(moment.seed, _FAR, groups))
    half = 1.22 * moment.aspect * depth / moment.stage.camera.focal
    way = np.where(uniform(moment.seed, _WAY, groups) < 0.6, 1.0, -1.0) * (1.0 if moment.place.x <= 0.6 else -1.0)
    # One period for all, evenly staggered: while one group fades beyond the edge another is in the middle.
    start = np.mod(0.36 + np.arange(groups) / groups, 1.0)
    drift = speed * (1.0 - 0.3 * moment.calm) / (2 * float(np.mean(half)))
    u = np.mod(start + moment.t * drift, 1.0)[of]
    lag = 0.9 * size * (1 + np.arange(n) // groups)
    side = np.where((np.arange(n) // groups) % 2 == 0, 1.0, -1.0)
    phase = uniform(moment.seed, _BEAT, n)
    own = 6.2832 * phase
    scatter = 1.0 + 2.2 * moment.event("scatter")
    x = way[of] * ((2 * u - 1) * half[of] - lag * scatter * (0.6 + 0.3 * normal(moment.seed, _BEHIND, n)))
    x = x + 0.18 * size * np.sin(0.37 * moment.t + own)
    camera = moment.stage.camera
    aim = camera.horizon + (high - 0.17 + 0.34 * uniform(moment.seed, _AIM, groups)) * (0.92 - camera.horizon)
    y = (camera.eye + depth * (aim - camera.horizon) / camera.focal)[of] + 0.4 * np.sin(3.1 * u + of)
    y = (
        y
        + side * lag * 0.28 * scatter
        + 0.35 * size * normal(moment.seed, _ABOVE, n)
        + 0.12 * size * np.sin(0.51 * moment.t + 2 * own)
    )
    y = y + 2.5 * moment.event("rise")
    z = depth[of] + 0.5 * size * normal(moment.seed, _ASIDE, n) * scatter
    show = smooth(u, 0.0, 0.16) * smooth(u, 1.0, 0.84)
    show = show * smooth(moment.presence * 1.4 - 0.4 * uniform(moment.seed, _ORDER, n), 0.0, 1.0)
    made = beats(moment.t, pace * (1 - 0.3 * moment.calm), phase, n) + 0.1 * uniform_one(moment.seed, _START)
    bodies = Sprites(
        shape, np.stack([x, np.maximum(y, 0.3), np.maximum(z, 2.0)], 1).astype(np.float32),
        (size * (0.88 + 0.24 * uniform(moment.seed, _SIZE, n))).astype(np.float32), tint=tint, glow=glow,
        lit=lit, opacity=show.astype(np.float32), width=way[of].astype(np.float32),
        turn=(0.05 * np.sin(0.51 * moment.t + 2 * own)).astype(np.float32), frame=np.mod(made, 1.0) * np.float32(count),
    )  # fmt: skip
    return gathered(moment, bodies, count=900)


def rising(
    moment: Moment, shape: Shape, size: float, count: int, n: int, *, tint: Colour, glow: Colour, pace: float = 0.8,
    lit: float = 1.0, seconds: float = 26.0,
) -> tuple[Form, ...]:  # fmt: skip
    """`n` of them that leave their place one after another, small at first, and fly up and across the sky.

    Each takes `seconds` for its way to the far upper corner and then comes again.
    """
    p, camera = moment.place, moment.stage.camera
    size = moment.size(size)
    k = np.arange(n)
    age = moment.t * (1.0 - 0.3 * moment.calm) - 1.5 * k
    u = np.mod(age, seconds) / seconds
    side = 1.0 if p.x > 0 else -1.0
    own = uniform(moment.seed, _OWN, n)
    half = 0.9 * moment.aspect * p.z / camera.focal
    top = camera.eye + (1.0 - camera.horizon) * p.z / camera.focal
    # Up first, out a little, then home over the whole picture.
    x = p.x + side * half * 0.30 * np.sin(np.pi * np.clip(1.6 * u, 0, 1)) * (0.4 + 0.9 * own)
    x = x - side * (p.x * side + half) * smooth(u, 0.22, 1.0) * (0.75 + 0.4 * own)
    low = p.y + 0.6
    y = (
        low
        + (top * (0.62 + 0.30 * uniform(moment.seed, _TOP, n)) - low) * smooth(u, 0.0, 0.62)
        + 0.12 * np.sin(0.6 * moment.t + 6 * own)
    )
    z = p.z + (0.6 * own - 0.3) * p.z * smooth(u, 0.1, 0.8)
    show = np.where(age > 0.0, smooth(u, 0.0, 0.10) * smooth(u, 1.0, 0.86), 0.0) * smooth(moment.presence, 0.0, 0.7)
    made = beats(moment.t, pace * (1 - 0.3 * moment.calm), own, n)
    heading = np.where(smooth(u, 0.20, 0.24) > 0.5, -side, side)
    bodies = Sprites(
        shape, np.stack([x, np.maximum(y, 0.3), np.maximum(z, 1.6)], 1).astype(np.float32),
        (size * (0.35 + 0.65 * smooth(u, 0.0, 0.35)) * (0.8 + 0.4 * own)).astype(np.float32), tint=tint, glow=glow,
        lit=lit, opacity=np.asarray(show, np.float32), width=heading.astype(np.float32),
        turn=(side * 0.35 * (1.0 - smooth(u, 0.2, 0.6)) + 0.06 * np.sin(0.5 * moment.t + 6 * own)).astype(np.float32),
        frame=np.mod(made, 1.0) * np.float32(count),
    )  # fmt: skip
    return (bodies,)
