"""Smoke and sparks, placed in the world: a field cut to the patch it fills, and motes that fly up."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.primitives import Array, Dots, Field
from dreamplayer.drawing.sky.heavens import on_screen, screen_size
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.model.moment import Moment

EMBER = (1.0, 0.40, 0.09)


def plume(
    moment: Moment, foot: tuple[float, float, float], tall: float, *, strength: float, tint: tuple[float, float, float],
    wide: float = 0.55, lean: float = 0.15, ember: float = 0.0, lane: int = 0,
) -> Field:  # fmt: skip
    """Smoke `tall` metres high, leaning with the air.

    Args:
        moment: when, where, and whose seed.
        foot: metres, where it rises from.
        tall: metres.
        strength: 0 unseen .. 1 thick.
        tint: linear light of the smoke.
        wide: its breadth in heights.
        lean: how far its top is carried, in heights, to the right.
        ember: light of the fire in its foot, 0..1.
        lane: random stream, so that several of one element differ.
    """
    u, v = on_screen(moment, *foot)
    size = screen_size(moment, tall, foot[2])
    half = size * (1.7 * wide + 1.3 * abs(lean) + 0.1)
    return Field(
        "plume",
        {
            "t": moment.t % 3600.0,
            "opacity": strength,
            "x": u,
            "y": v,
            "tall": size,
            "wide": wide,
            "lean": lean,
            "ember": ember,
            "seed": float((moment.seed + 7 * lane) % 37),
            "tint": tint,
        },
        depth=foot[2] + 0.02,
        patch=(u - half, v - 0.03 * size, u + half, v + size),
        grain=4,
        slow=True,
        standin=(halo((foot[0], foot[1] + 0.5 * tall, foot[2]), tall, tint, opacity=strength),),
    )


def flying_sparks(
    moment: Moment, foot: tuple[float, float, float], tall: float, count: int, *, strength: float, spread: float = 0.30,
    colour: tuple[float, float, float] = EMBER, lane: int = 0,
) -> Dots:  # fmt: skip
    """Embers that climb, wander and go out, each along its own path.

    Args:
        moment: when, where, and whose seed.
        foot: metres, where they rise from.
        tall: metres they rise.
        count: how many.
        strength: 0 out .. 1 bright.
        spread: how far they scatter, in shares of `tall`.
        colour: linear light of a fresh one.
        lane: random stream, so that several of one element differ.
    """
    seed = moment.seed + 57 * lane
    life = np.mod(uniform(seed, 1, count) + moment.t / (5.0 + 6.0 * uniform(seed, 2, count)), 1.0)
    own = 6.283 * uniform(seed, 3, count)
    r = tall * spread * (0.25 + 1.1 * life) * normal(seed, 4, count) * 0.5
    x = foot[0] + r + 0.10 * tall * life * np.sin(3.0 * life + own + 0.3 * moment.t)
    y = foot[1] + tall * (0.10 + (0.5 + 0.8 * uniform(seed, 5, count)) * life)
    z = foot[2] + 0.5 * tall * spread * normal(seed, 6, count) * (0.3 + life)
    glow = np.sin(np.pi * life**0.7) * (0.25 + 0.75 * uniform(seed, 7, count)) * strength
    glow = glow * (0.75 + 0.25 * np.sin(2.2 * moment.t + own))
    base: Array = np.asarray(colour, np.float32)
    cool = 1.0 - np.outer(life, [0.0, 0.45, 0.7])
    return Dots(
        np.stack([x, y, np.maximum(z, 0.6)], 1).astype(np.float32),
        (tall * (0.007 + 0.008 * uniform(seed, 8, count))).astype(np.float32),
        (base[None] * cool * (1.1 * glow)[:, None]).astype(np.float32),
        depth=foot[2] - 0.05,
    )
