"""Mushrooms whose gills hold a warm light, a family of them leaning together."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.motion.growing import grown_by
from dreamplayer.drawing.painted import on
from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.primitives import Form, Sprites, f32
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.kit.outline import spline
from dreamplayer.kit.sdf import blob, canvas, chain, oval
from dreamplayer.kit.shapes import Layer, Painting, frames, paint
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_TURN, _SIZE, _SHINE, _KIND, _LEAN, _FLIP = 1, 2, 3, 4, 5, 6
"""Random lanes: how the family is turned; of each its size, when it shines, its kind, its lean, whether it is
mirrored.
"""


def _mushroom_paint() -> Painting:
    c = canvas(-0.55, -0.03, 0.55, 1.0, 240)
    made = []
    for tall, wide, lean in ((0.62, 0.40, 0.05), (0.72, 0.27, -0.06), (0.50, 0.46, 0.0)):
        stem = chain(c, [(0.0, 0.0, 0.065), (lean * 0.6, tall * 0.5, 0.05), (lean, tall, 0.055)], 0.03)
        dome = spline(
            [
                (lean - wide, tall - 0.03),
                (lean - wide * 0.72, tall + 0.20),
                (lean, tall + 0.31),
                (lean + wide * 0.72, tall + 0.20),
                (lean + wide, tall - 0.03),
                (lean + wide * 0.5, tall + 0.02),
                (lean, tall + 0.045),
                (lean - wide * 0.5, tall + 0.02),
            ],
            7,
        )
        cap = blob(c, dome)
        gills = oval(c, (lean, tall), wide * 0.93, 0.055)
        ray = 0.55 + 0.45 * np.cos((c.x - lean) / wide * 60)
        spots = np.minimum.reduce(
            [
                oval(c, (lean + wide * right, tall + above), 0.05 * large, 0.032 * large)
                for right, above, large in (
                    (-0.45, 0.13, 1),
                    (0.1, 0.22, 1.2),
                    (0.5, 0.10, 0.9),
                    (-0.1, 0.10, 0.8),
                    (0.30, 0.17, 0.6),
                )
            ]
        )
        under = np.clip((tall + 0.06 - c.y) / 0.10, 0, 1)
        made.append(
            paint(
                c,
                [
                    Layer(
                        stem,
                        (0.80, 0.70, 0.58),
                        glow=np.asarray(0.55 * np.clip((c.y - tall + 0.35) / 0.35, 0, 1), np.float32),
                        round=0.05,
                    ),
                    Layer(gills, (0.8, 0.62, 0.42), glow=np.asarray(0.55 + 0.35 * ray, np.float32), round=0.06),
                    Layer(cap, (0.62, 0.20, 0.10), glow=np.asarray(0.07 + 0.55 * under, np.float32), round=0.20),
                    Layer(np.maximum(spots, cap + 0.012), (0.9, 0.8, 0.66), glow=0.16, round=0.03),
                ],
                unite=0.4,
            )
        )
    return frames(made)


_MUSHROOM = on(canvas(-0.55, -0.03, 0.55, 1.0, 8), "growth/mushroom", _mushroom_paint)


@element("prop", 0.8, handles=("grow", "dim", "shimmer"))
def mushroom(moment: Moment) -> tuple[Form, ...]:
    """Mushrooms whose gills hold a warm light, a family of them leaning together."""
    n = int(min(max(moment.count, 5), 40))
    p, size = moment.place, moment.size(0.8)
    radius = (
        size * 1.15 * moment.place.spread * np.sqrt(np.arange(n) / max(n - 1, 1)) * (1.0 if moment.count == 1 else 2.2)
    )
    angle = 2.4 * np.arange(n) + uniform(moment.seed, _TURN, 1)[0] * 6
    z = np.maximum(p.z + 0.6 * radius * np.sin(angle), 1.0)
    where = np.stack([p.x + 1.25 * radius * np.cos(angle), np.full(n, p.y), z], 1).astype(np.float32)
    grown = float(smooth(grown_by(moment, 8.0, "grow"), 0.0, 1.0))
    own = 1.0 - 0.62 * np.minimum(1.0, np.arange(n) / 6.0) * (0.6 + 0.6 * uniform(moment.seed, _SIZE, n))
    dim = (
        (1.0 - 0.85 * moment.event("dim"))
        * (0.85 + 0.15 * np.sin(0.5 * moment.t + 6.28 * uniform(moment.seed, _SHINE, n)))
        * (1 + 0.25 * moment.event("shimmer"))
    )
    warm = np.asarray(moment.tint or (1.0, 0.50, 0.18), np.float32)
    body = Sprites(
        _MUSHROOM,
        where,
        (size * own * (0.45 + 0.55 * grown)).astype(np.float32),
        tint=(0.55, 0.50, 0.50),
        glow=(warm[None] * (0.55 * dim)[:, None]).astype(np.float32),
        frame=np.floor(uniform(moment.seed, _KIND, n) * 3).astype(np.float32),
        turn=(0.10 * normal(moment.seed, _LEAN, n)).astype(np.float32),
        width=np.where(uniform(moment.seed, _FLIP, n) < 0.5, 1.0, -1.0).astype(np.float32),
    )
    show = float(smooth(moment.presence, 0.2, 1.0)) * (1.0 - 0.8 * moment.event("dim"))
    return (
        *gathered(moment, body, count=600),
        halo(where[:1] + f32([0, 0.55 * size, -0.05]), 2.6 * size, warm * np.float32(0.14 * show)),
        Light((p.x, p.y + 0.4 * size, p.z - 0.2), rgb(warm * np.float32(0.6 * show)), 1.5, 0.4),
    )
