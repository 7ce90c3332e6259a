"""A string of pearls come undone: an arc of them, and a few that drift down, shining."""

from __future__ import annotations

from functools import cache

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.painted import on
from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.primitives import Dots, Form, Ribbons, Shape, Sprites
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.kit.sdf import canvas, oval
from dreamplayer.kit.shapes import Layer, Painting, paint
from dreamplayer.model.moment import Moment

_BORN, _RIGHT, _DEEP, _SIZE = 61, 62, 63, 64
"""Random lanes of the loose pearls: where in its fall each is, where it falls (right, deep), its size."""


@cache
def _pearl_shape() -> Shape:
    """A pearl: a soft ball with one window of light."""

    def painted() -> Painting:
        c = canvas(-0.56, -0.56, 0.56, 0.56, 64)
        d = oval(c, (0, 0), 0.48, 0.48)
        r = np.hypot(c.x, c.y)
        glow = (
            0.20
            + 0.30 * np.exp(-(((c.x + 0.15) / 0.2) ** 2 + ((c.y - 0.18) / 0.2) ** 2))
            + 0.22 * np.exp(-(((r - 0.40) / 0.06) ** 2))
        )
        spot = 0.6 * np.exp(-(((c.x + 0.17) / 0.07) ** 2 + ((c.y - 0.20) / 0.07) ** 2))
        return paint(
            c, [Layer(d, (0.9, 0.85, 0.8), glow=np.asarray(np.clip(glow + spot, 0, 1), np.float32), round=0.48)]
        )

    return on(canvas(-0.56, -0.56, 0.56, 0.56, 8), "features/pearl", painted)


@element("air", 0.9)
def teeth(moment: Moment) -> tuple[Form, ...]:
    """A string of pearls come undone: an arc of them, and a few that drift down, shining."""
    unit = moment.size(1.0)
    strung, loose = 25, 9
    base = np.asarray(moment.tint or (1.0, 0.84, 0.70), np.float32)
    along = np.linspace(-1, 1, strung)
    sway = 0.04 * np.sin(0.45 * moment.t)
    arc = np.stack(
        [
            moment.place.x + unit * (0.62 * along + 0.20 * np.sin(3.4 * along + 0.4) + sway * (1 - along * along)),
            moment.place.y
            + unit
            * (0.72 - 0.42 * along + 0.17 * np.sin(3.9 * along + 1.2) + 0.01 * np.sin(0.6 * moment.t + 3 * along)),
            np.full(strung, moment.place.z),
        ],
        1,
    )
    size = 0.105 * (1 - 0.35 * np.abs(along))
    life = np.mod(uniform(moment.seed, _BORN, loose) + moment.t * 0.035, 1.0)
    fall = np.stack(
        [
            moment.place.x
            + unit * (0.55 + 0.30 * normal(moment.seed, _RIGHT, loose) + 0.06 * np.sin(0.5 * moment.t + 6 * life)),
            np.maximum(moment.place.y + unit * (0.55 - 0.75 * life), 0.05),
            moment.place.z + unit * 0.3 * normal(moment.seed, _DEEP, loose),
        ],
        1,
    )
    show = np.concatenate([np.ones(strung), smooth(life, 0.0, 0.15) * smooth(life, 1.0, 0.8)])
    where = np.concatenate([arc, fall]).astype(np.float32)
    size = np.concatenate([size, 0.06 + 0.03 * uniform(moment.seed, _SIZE, loose)]) * unit
    shine = 0.85 + 0.15 * np.sin(0.7 * moment.t + np.arange(strung + loose) * 0.9)
    pearls = Sprites(
        _pearl_shape(),
        where,
        (size * 1.12).astype(np.float32),
        tint=(0.22, 0.19, 0.17),
        opacity=show.astype(np.float32),
        glow=(base[None] * (0.42 * shine * (1 - 0.3 * moment.calm))[:, None]).astype(np.float32),
    )
    thread = Ribbons(
        arc[None].astype(np.float32), np.float32(0.004 * unit), rgb(base),
        opacity=np.full((1, strung), 0.16 * smooth(moment.presence, 0.3, 1.0), np.float32),
    )  # fmt: skip
    glints = Dots(
        where + np.array([-0.015, 0.02, -0.05], np.float32) * np.float32(unit), (0.06 * size / 0.1).astype(np.float32),
        (base[None] * (0.22 * show * shine * smooth(moment.presence, 0.5, 1.0))[:, None]).astype(np.float32), glint=0.8,
    )  # fmt: skip
    return (thread, *gathered(moment, pearls, count=500, colour=rgb(base)), glints)
