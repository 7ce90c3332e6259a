"""A long red thread that winds through the air, and dark red petals coming down from it."""

from __future__ import annotations

from functools import cache

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.painted import on
from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.primitives import Form, Ribbons, Shape, Sprites
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform, uniform_one
from dreamplayer.kit.outline import spline
from dreamplayer.kit.sdf import blob, canvas
from dreamplayer.kit.shapes import Layer, Painting, paint
from dreamplayer.model.moment import Moment

_WINDING, _BORN, _PACE, _ALONG, _PHASE, _DEEP, _SIZE = 61, 62, 63, 64, 65, 66, 67
"""Random lanes: how the thread winds; of a petal when and how quickly it falls, where it leaves the thread, when it
turns, how deep it is in the picture and its size.
"""


@cache
def _petal_shape() -> Shape:
    """One curled petal."""

    def painted() -> Painting:
        c = canvas(-0.5, -0.56, 0.5, 0.56, 80)
        d = blob(
            c,
            spline(
                [
                    (0.0, 0.48),
                    (0.20, 0.40),
                    (0.34, 0.16),
                    (0.30, -0.14),
                    (0.12, -0.40),
                    (0.0, -0.50),
                    (-0.12, -0.40),
                    (-0.28, -0.14),
                    (-0.30, 0.16),
                    (-0.15, 0.40),
                ],
                6,
            ),
            0.4,
        )
        veins = 0.5 + 0.5 * np.cos(np.arctan2(c.x, c.y + 0.75) * 42)
        glow = 0.22 + 0.25 * np.clip(0.5 - c.y, 0, 1) + 0.30 * np.exp(np.minimum(d, 0) / 0.03) + 0.08 * veins
        return paint(
            c, [Layer(d, glow=np.asarray(glow, np.float32), round=0.2, relief=np.asarray(0.004 * veins, np.float32))]
        )

    return on(canvas(-0.5, -0.56, 0.5, 0.56, 8), "features/petal", painted)


@element("air", 1.6)
def blood(moment: Moment) -> tuple[Form, ...]:
    """A long red thread that winds through the air, and dark red petals coming down from it."""
    unit = moment.size(1.0)
    here = smooth(moment.presence, 0.05, 1.0)
    base = np.asarray(moment.tint or (0.46, 0.030, 0.022), np.float32)
    points = 110
    along = np.linspace(0, 1, points)
    own = 6.28 * uniform_one(moment.seed, _WINDING)
    thread = np.stack(
        [
            moment.place.x + unit * (3.0 * (along - 0.5) + 0.22 * np.sin(7 * along + own + 0.21 * moment.t)),
            moment.place.y
            + unit
            * (
                1.05 + 0.34 * np.sin(4.1 * along + own - 0.26 * moment.t) + 0.16 * np.sin(9.5 * along + 0.33 * moment.t)
            ),
            np.maximum(moment.place.z + unit * 0.45 * np.sin(5.2 * along - 0.2 * moment.t), 1.4),
        ],
        1,
    )
    loops = np.stack(
        [
            thread + unit * 0.010 * np.stack([np.sin(60 * along + k), np.cos(60 * along + k), np.zeros_like(along)], 1)
            for k in range(3)
        ]
    )
    fade = here * np.clip(np.sin(np.pi * along) * 2.2, 0, 1)
    lines = Ribbons(
        loops.astype(np.float32), np.float32(0.0060 * unit), rgb(base * np.float32(0.9)),
        opacity=(fade[None] * np.array([[0.40], [0.26], [0.26]])).astype(np.float32),
        grown=np.full((3, 1), min(1.0, 1.15 * here), np.float32),
    )  # fmt: skip
    n = 26
    life = np.mod(uniform(moment.seed, _BORN, n) + moment.t * (0.030 + 0.018 * uniform(moment.seed, _PACE, n)), 1.0)
    spot = thread[np.floor(uniform(moment.seed, _ALONG, n) * (points - 1)).astype(int)]
    phase = 6.28 * uniform(moment.seed, _PHASE, n)
    where = spot + unit * np.stack(
        [0.30 * np.sin(2.6 * life + phase) + 0.25 * life, 0.15 - 1.35 * life, 0.25 * normal(moment.seed, _DEEP, n)], 1
    )
    where[:, 1] = np.maximum(where[:, 1], 0.03)
    show = smooth(life, 0.0, 0.12) * smooth(life, 1.0, 0.85)
    petals = Sprites(
        _petal_shape(),
        where.astype(np.float32),
        (unit * (0.07 + 0.06 * uniform(moment.seed, _SIZE, n))).astype(np.float32),
        tint=rgb(base * np.float32(0.35)),
        glow=rgb(base * np.float32(0.40)),
        opacity=show.astype(np.float32),
        turn=(phase + 0.5 * np.sin(0.7 * moment.t + phase)).astype(np.float32),
        width=(0.25 + 0.75 * np.abs(np.sin(0.35 * moment.t + 2 * phase))).astype(np.float32),
    )
    return (lines, *gathered(moment, petals, count=400, colour=rgb(base)))
