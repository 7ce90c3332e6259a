"""Ripe fruit with a lamp's warmth in it, hanging in the air among a few leaves."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.painted import on
from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.primitives import Array, Form, Sprites
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import canvas, chain, disc, join, oval
from dreamplayer.kit.shapes import Layer, Painting, frames, paint
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_RIGHT, _UP, _BOB, _DEEP, _SIZE, _KIND, _SWING = 1, 2, 3, 4, 5, 6, 7
"""Random lanes: where each hangs (right, up, deep), when it bobs, its size, its kind, when it swings."""


def _fruit_paint() -> Painting:
    c = canvas(-0.6, -0.6, 0.6, 0.6, 200)
    made = []
    for kind in range(3):
        if kind == 0:
            flesh = join(oval(c, (-0.12, -0.04), 0.33, 0.40), oval(c, (0.12, -0.04), 0.33, 0.40), soft=0.10)
        elif kind == 1:
            flesh = join(oval(c, (0, -0.14), 0.33, 0.32), oval(c, (0.0, 0.14), 0.18, 0.24), soft=0.25)
        else:
            flesh = disc(c, (0, -0.04), 0.38)
        stem = chain(c, [(0.0, 0.28, 0.022), (0.03, 0.42, 0.018), (0.10, 0.50, 0.022)], 0.02)
        leaf = oval(c, (0.22, 0.42), 0.16, 0.06, 0.4)
        blush = np.clip(0.55 + 0.7 * fbm(c.x * 2, c.y * 2, 4 + kind, 3) - 0.4 * c.x, 0, 1)
        albedo = (
            np.array([0.85, 0.22, 0.08]) * blush[..., None] + np.array([0.75, 0.48, 0.12]) * (1 - blush[..., None])
        ).astype(np.float32)
        shine = np.exp(-((c.x + 0.15) ** 2 + (c.y - 0.12) ** 2) * 40.0)
        made.append(
            paint(
                c,
                [
                    Layer(stem, (0.25, 0.16, 0.08), round=0.02),
                    Layer(leaf, (0.2, 0.32, 0.12), glow=0.1, round=0.05),
                    Layer(
                        flesh,
                        albedo,
                        glow=np.asarray(0.22 + 0.30 * np.clip(-flesh / 0.3, 0, 1) + 0.4 * shine, np.float32),
                        round=0.34,
                    ),
                ],
                unite=0.3,
            )
        )
    return frames(made)


_FRUIT = on(canvas(-0.6, -0.6, 0.6, 0.6, 8), "growth/fruit", _fruit_paint)


@element("prop", 0.45, handles=("grow", "fall", "ignite"))
def fruit(moment: Moment) -> tuple[Form, ...]:
    """Ripe fruit with a lamp's warmth in it, hanging in the air among a few leaves."""
    n = int(min(max(moment.count, 1), 18))
    p, size = moment.place, moment.size(0.45)
    hang = 0.9 * moment.size(1.0) if p.y < 0.2 else 0.0
    x = p.x + (np.zeros(1) if n == 1 else 0.75 * p.spread * normal(moment.seed, _RIGHT, n))
    y = (
        p.y
        + hang
        + (0.0 if n == 1 else 0.45 * normal(moment.seed, _UP, n))
        + 0.02 * np.sin(0.6 * moment.t + 6 * uniform(moment.seed, _BOB, n))
    )
    y = np.maximum(y - smooth(moment.event("fall"), 0.0, 1.0) * (y - 0.5 * size), 0.42 * size)
    z = np.maximum(p.z + (np.zeros(1) if n == 1 else 0.5 * normal(moment.seed, _DEEP, n)), 1.3)
    ripe = 0.88 + 0.24 * float(smooth(moment.event("grow"), 0.0, 1.0))
    where = np.stack([x + 0 * y, y + 0 * x, z], 1).astype(np.float32)
    hue: Array = np.asarray(moment.tint or (1.0, 0.52, 0.20), np.float32)
    glow = 0.50 * (1 + 0.8 * moment.event("ignite"))
    body = Sprites(
        _FRUIT,
        where,
        (size * ripe * (0.7 + 0.4 * uniform(moment.seed, _SIZE, n))).astype(np.float32),
        tint=(0.85, 0.85, 0.85),
        glow=rgb(hue * np.float32(glow)),
        frame=np.floor(uniform(moment.seed, _KIND, n) * 3).astype(np.float32),
        turn=(0.12 * np.sin(0.5 * moment.t + 6 * uniform(moment.seed, _SWING, n))).astype(np.float32),
    )
    show = float(smooth(moment.presence, 0.2, 1.0))
    return (
        halo(where, 1.9 * size, hue * np.float32(0.13 * show)),
        *gathered(moment, body, count=500),
        Light(
            (float(where[0, 0]), float(where[0, 1]), float(where[0, 2]) - 0.2),
            rgb(hue * np.float32(0.4 * show)),
            1.3,
            0.3,
        ),
    )
