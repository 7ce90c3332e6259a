"""A seed with a warm point of light in it, lying on dark earth; it opens and a curled shoot comes up."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.motion.growing import grown_by
from dreamplayer.drawing.painted import on
from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.primitives import Form, Ribbons, Shape, Sprites, f32
from dreamplayer.elements.plants._shared.tones import GOLD
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.kit.sdf import canvas, cone, oval
from dreamplayer.kit.shapes import Layer, Painting, frames, paint
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_RIGHT, _DEEP, _GLOW, _TURN = 1, 2, 3, 4
"""Random lanes: where each lies (right, deep), when it glows, how it is turned."""


@element("prop", 0.9, handles=("grow", "open", "crack", "bloom"))
def seed(moment: Moment) -> tuple[Form, ...]:
    """A seed with a warm point of light in it, lying on dark earth; it opens and a curled shoot comes up."""
    p, size = moment.place, moment.size(0.9)
    grown = grown_by(moment, 26.0, "grow", "open", "crack", "bloom") * float(smooth(moment.presence, 0.2, 1.0))
    show = float(smooth(moment.presence, 0.0, 1.0))
    n = int(min(max(moment.count, 1), 16))
    x = p.x + (1.6 * size * moment.place.spread * normal(moment.seed, _RIGHT, n) if n > 1 else np.zeros(1))
    z = np.maximum(p.z + (1.2 * size * normal(moment.seed, _DEEP, n) if n > 1 else np.zeros(1)), 1.2)
    where = np.stack([x, np.full(n, p.y), z], 1).astype(np.float32)
    warm = np.asarray(moment.tint or GOLD, np.float32)
    beat = 0.8 + 0.2 * np.sin(0.9 * moment.t + 6.28 * uniform(moment.seed, _GLOW, n))
    body = Sprites(
        _seed_shape(),
        where,
        np.float32(0.55 * size),
        tint=(0.36, 0.20, 0.10),
        glow=(warm[None] * (0.7 * beat)[:, None]).astype(np.float32),
        frame=np.float32(min(1.99, 2.0 * grown)),
        turn=(0.5 * normal(moment.seed, _TURN, n)).astype(np.float32),
    )
    along = np.linspace(0, 1, 26, dtype=np.float32)[None]
    curl = 2.6 * along**2.2 * (1.0 - 0.4 * grown)
    lift = size * (0.15 + 0.95 * grown)
    shoot_x = where[:, :1] + lift * 0.16 * np.sin(curl + 2.2 * along) * along
    shoot_y = where[:, 1:2] + 0.10 * size + lift * (along - 0.28 * np.clip(curl - 1.3, 0, 2) * along**3)
    shoot = Ribbons(
        np.stack([shoot_x, shoot_y, where[:, 2:3] - 0.02 + 0 * shoot_x], -1).astype(np.float32),
        (size * 0.022 * (1.1 - along) + 0 * shoot_x).astype(np.float32),
        (0.16, 0.26, 0.10),
        profile="body",
        grown=np.float32(grown),
        opacity=np.float32(show * smooth(grown, 0.25, 0.5)),
        glow=(0.035, 0.045, 0.012),
        depth=p.z - 0.03,
    )
    return (
        *gathered(moment, body, count=400),
        shoot,
        halo(where + f32([0, 0.25 * size, -0.05]), 1.7 * size, warm * np.float32(0.16 * show)),
        Light(
            (float(where[0, 0]), float(where[0, 1]) + 0.3 * size, float(where[0, 2]) - 0.1),
            rgb(warm * np.float32(0.5 * show)),
            1.4,
            0.4,
        ),
    )


def _seed_shape() -> Shape:
    return _SEED


def _seed_paint() -> Painting:
    c = canvas(-0.5, -0.05, 0.5, 0.95, 200)
    made = []
    for k in range(2):
        body = oval(c, (0.0, 0.40), 0.27, 0.40)
        slit = cone(c, (-0.01, 0.12), (0.03, 0.72), 0.012 + 0.045 * k, 0.004)
        light = np.exp(-np.maximum(slit, 0) / (0.035 + 0.05 * k)) * (0.55 + 0.45 * k)
        ridge = np.asarray(0.010 * np.cos(c.x * 34), np.float32)
        made.append(
            paint(
                c, [Layer(body, (1, 1, 1), glow=np.asarray(np.clip(light, 0, 1), np.float32), round=0.22, relief=ridge)]
            )
        )
    return frames(made)


_SEED = on(canvas(-0.5, -0.05, 0.5, 0.95, 8), "growth/seed", _seed_paint)
