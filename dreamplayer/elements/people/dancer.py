"""Someone turning slowly, arms out and up, the skirt swinging wide."""

from __future__ import annotations

from functools import cache

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.painted import on
from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.people.body import HAIR, SKIN, cloth, hand, head_back, limb
from dreamplayer.drawing.people.figure import PaintedPose
from dreamplayer.drawing.people.standing import cloth_tint, contact
from dreamplayer.drawing.primitives import Array, Dots, Form, Sprites
from dreamplayer.kit.hashing import uniform
from dreamplayer.kit.sdf import Canvas, canvas, disc, join
from dreamplayer.kit.shapes import Layer, Painting, edge_glow, frames, paint
from dreamplayer.model.moment import Moment

_PHASE, _TURN = 61, 62
"""Lanes of chance: when each dancer strays, and where in the turn each is."""
_DUST_ANGLE, _DUST_WIDE, _DUST_HIGH, _DUST_PHASE = 63, 64, 65, 66
"""Lanes of chance of the dust about the skirt: its angle, how far off it is, how high, when it shines."""

_DANCE = 30
"""Frames of one turn of the dancer."""


def _dancer(c: Canvas, u: float) -> Painting:
    cycle = 2 * np.pi * u
    swing = 0.035 * np.sin(cycle)
    low = []
    for k in range(13):
        across = -1 + 2 * k / 12
        x = 0.335 * across * (1 - 0.06 * np.cos(cycle)) + 0.04 * np.sin(cycle)
        y = 0.125 + 0.030 * np.sin(7.0 * across + 2 * cycle) + 0.085 * across * across + 0.02 * across * np.sin(cycle)
        low.append((x, y))
    right = [
        (0.022, 0.826),
        (0.060, 0.806),
        (0.074, 0.770),
        (0.062, 0.700),
        (0.043, 0.632),
        (0.052, 0.585),
        (0.095, 0.50),
        (0.170, 0.38),
        (0.265, 0.27),
    ]
    left = [(-x, y) for x, y in reversed(right)]
    skirt = cloth(
        c, [*right, *reversed(low), *left], axis=(0.0, swing), folds=6.0, depth=0.007, top=0.60, seed=2 * cycle
    )
    arms = []
    for k, (heading, rise) in enumerate(((cycle + 0.5, 0.20), (cycle + np.pi + 0.5, 0.02))):
        x, deep = float(np.cos(heading)), float(np.sin(heading))
        shoulder = (0.066 * x, 0.785)
        elbow = (0.185 * x, 0.800 + 0.45 * rise + 0.012 * deep)
        wrist = (0.270 * x - 0.03 * np.sign(x) * rise * 4, 0.845 + rise * 0.9 + 0.02 * deep)
        turn = float(np.arctan2(wrist[1] - elbow[1], wrist[0] - elbow[0]))
        parts = [
            hand(c, (float(wrist[0]), float(wrist[1])), turn, 0.062, 0.2),
            limb(c, [(*shoulder, 0.022), (*elbow, 0.019), (float(wrist[0]), float(wrist[1]), 0.012)]),
        ]
        arms.append((deep, parts))
        del k
    feet = limb(
        c,
        [
            (0.006, 0.24, 0.034),
            (0.010 + 0.01 * np.cos(cycle), 0.10, 0.021),
            (0.012, 0.012, 0.011),
            (0.022, 0.002, 0.009),
        ],
        colour=SKIN,
    )
    raised = limb(
        c, [(0.0, 0.24, 0.032), (0.07 * np.cos(cycle), 0.13, 0.021), (0.035 * np.cos(cycle), 0.060, 0.011)], colour=SKIN
    )
    head = [*head_back(c, (0.004 * np.cos(cycle), 0.914), 0.122)[-1:],
            Layer(disc(c, (-0.012 * np.cos(cycle), 0.985), 0.026), HAIR, round=0.016)]  # fmt: skip
    face = Layer(
        join(disc(c, (0.006 * np.cos(cycle), 0.905), 0.044), disc(c, (0.008 * np.cos(cycle), 0.880), 0.030), soft=0.02),
        SKIN,
        round=0.016,
    )
    behind = [p for deep, parts in arms if deep >= 0 for p in parts]
    before = [p for deep, parts in arms if deep < 0 for p in parts]
    layers = [
        *behind,
        raised,
        feet,
        limb(c, [(0, 0.875, 0.018), (0, 0.815, 0.024)], colour=SKIN),
        face,
        *head,
        skirt,
        *before,
    ]
    out = paint(c, layers)
    whole = np.minimum.reduce([layer.distance for layer in layers])
    out[..., 7] = edge_glow(c, whole, 0.016) * out[..., 3]
    return out


@cache
def _dancer_pose() -> PaintedPose:
    """A dancer turning once through `_DANCE` frames."""
    box = (-0.40, -0.04, 0.40, 1.16)

    def painted() -> Array:
        c = canvas(*box, 200)
        return frames([_dancer(c, k / _DANCE) for k in range(_DANCE)])

    c = canvas(*box, 8)
    return PaintedPose(on(c, "stately/dancer", painted), c.height)


@element("hero", 1.8, handles=("swirl",))
def dancer(moment: Moment) -> tuple[Form, ...]:
    """Someone turning slowly, arms out and up, the skirt swinging wide."""
    n = int(min(max(moment.count, 1), 5))
    pose = _dancer_pose()
    size = pose.metres * moment.place.size
    k = np.arange(n)
    own = 6.28 * uniform(moment.seed, _PHASE, n)
    where = np.stack(
        [
            moment.place.x
            + 1.5 * (k - (n - 1) / 2) * moment.place.spread * moment.place.size
            + 0.22 * np.sin(0.17 * moment.t + own),
            np.full(n, moment.place.y),
            np.maximum(moment.place.z + 0.3 * np.cos(0.17 * moment.t + own) + 0.8 * (k % 2) * (n > 1), 1.8),
        ],
        1,
    ).astype(np.float32)
    turns = moment.t * (0.085 + 0.05 * moment.event("swirl")) * (1 - 0.3 * moment.calm) + uniform(moment.seed, _TURN, n)
    body = Sprites(
        pose.shape,
        where,
        np.full(n, size, np.float32),
        tint=cloth_tint(moment),
        frame=(np.mod(turns, 1.0) * _DANCE).astype(np.float32),
        glow=rgb(np.asarray(moment.tint or moment.palette.key, np.float32) * np.float32(0.12)),
    )
    motes_count = 90
    dust_angle = 6.28 * uniform(moment.seed, _DUST_ANGLE, motes_count) + 0.55 * moment.t
    wide = (0.5 + 0.5 * uniform(moment.seed, _DUST_WIDE, motes_count)) * size * 0.42
    # Most of it low about the hem: the larger the power, the fewer reach the shoulders.
    high = size * 0.85 * uniform(moment.seed, _DUST_HIGH, motes_count) ** 1.5
    trail = np.stack(
        [
            where[0, 0] + wide * np.cos(dust_angle),
            moment.place.y + high,
            np.maximum(where[0, 2] + 0.6 * wide * np.sin(dust_angle), 1.2),
        ],
        1,
    )
    shine = 0.35 * moment.presence * np.sin(0.4 * moment.t + 6.28 * uniform(moment.seed, _DUST_PHASE, motes_count)) ** 2
    dust = Dots(
        trail.astype(np.float32), np.float32(0.012 * size),
        (np.asarray(moment.palette.key, np.float32)[None] * shine[:, None]).astype(np.float32),
    )  # fmt: skip
    return (*contact(moment, where, 0.55 * moment.place.size), *gathered(moment, body, count=900), dust)
