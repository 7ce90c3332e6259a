"""Tall ribbed cactuses with lifted arms, a single red flower of light on each."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.motion.growing import grown_by
from dreamplayer.drawing.painted import on
from dreamplayer.drawing.particles import gathered, scaled
from dreamplayer.drawing.primitives import Form, Sprites
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.kit.sdf import canvas, chain, disc, join
from dreamplayer.kit.shapes import Layer, Painting, frames, paint
from dreamplayer.model.moment import Moment

_RIGHT, _DEEP, _HEIGHT, _KIND = 1, 2, 3, 4
"""Random lanes: where each stands (right, deep), its height and its kind."""


def _cactus_paint() -> Painting:
    c = canvas(-0.5, -0.02, 0.5, 1.04, 300)
    made = []
    for flip in (1.0, -1.0):
        trunk = chain(c, [(0, 0, 0.095), (0.0, 0.5, 0.105), (0, 0.92, 0.085)], 0.02)
        left = chain(
            c,
            [(0, 0.38, 0.06), (-0.22 * flip, 0.40, 0.062), (-0.27 * flip, 0.50, 0.062), (-0.27 * flip, 0.72, 0.055)],
            0.05,
        )
        right = chain(
            c,
            [(0, 0.52, 0.055), (0.18 * flip, 0.54, 0.055), (0.23 * flip, 0.62, 0.055), (0.23 * flip, 0.83, 0.048)],
            0.05,
        )
        d = join(trunk, left, right, soft=0.03)
        near = np.minimum(np.abs(c.x), np.minimum(np.abs(c.x + 0.27 * flip), np.abs(c.x - 0.23 * flip)))
        rib = np.asarray(0.008 * np.cos(near * 190.0), np.float32)
        spines = 0.55 + 0.45 * np.cos(near * 190.0)
        prick = smooth(np.sin(c.y * 130.0) * np.cos(near * 190.0), 0.75, 1.0) * 0.5
        albedo = (np.array([0.30, 0.42, 0.24]) * spines[..., None] + prick[..., None]).astype(np.float32)
        bud = np.minimum(disc(c, (0.0, 1.0), 0.030), disc(c, (-0.27 * flip, 0.785), 0.024))
        made.append(paint(c, [Layer(d, albedo, glow=np.asarray(0.10 * prick, np.float32), round=0.09, relief=rib),
                              Layer(bud, (0.9, 0.3, 0.25), glow=0.9, round=0.03)]))  # fmt: skip
    return frames(made)


_CACTUS = on(canvas(-0.5, -0.02, 0.5, 1.04, 8), "growth/cactus", _cactus_paint)


@element("prop", 2.4, handles=("bloom", "grow"))
def cactus(moment: Moment) -> tuple[Form, ...]:
    """Tall ribbed cactuses with lifted arms, a single red flower of light on each."""
    n = int(min(max(moment.count, 1), 14))
    p = moment.place
    x = p.x + (np.zeros(1) if n == 1 else 2.4 * p.spread * normal(moment.seed, _RIGHT, n) * moment.aspect)
    z = np.array([p.z]) if n == 1 else np.maximum(p.z * (0.8 + 2.4 * uniform(moment.seed, _DEEP, n)), 3.0)
    grown = 0.7 + 0.3 * grown_by(moment, 4.0, "grow")
    bloom = 0.35 + 0.65 * float(smooth(moment.event("bloom"), 0.0, 1.0))
    body = Sprites(
        _CACTUS,
        np.stack([x, np.full(n, p.y), z], 1).astype(np.float32),
        (moment.size(2.4) * grown * (0.7 + 0.5 * uniform(moment.seed, _HEIGHT, n))).astype(np.float32),
        tint=(0.32, 0.34, 0.26),
        glow=scaled(moment.tint or (0.85, 0.22, 0.16), bloom),
        frame=np.floor(uniform(moment.seed, _KIND, n) * 2).astype(np.float32),
    )
    return gathered(moment, body, count=700)
