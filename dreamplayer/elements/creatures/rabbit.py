"""Rabbits sitting in the grass, ears up, turning them to what cannot be heard."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.particles import gathered
from dreamplayer.drawing.people.standing import cloth_tint, contact, facing
from dreamplayer.drawing.primitives import Form, Sprites
from dreamplayer.elements.creatures._shared.coloured_light import coloured_light
from dreamplayer.elements.creatures._shared.painted_cycle import FRAMES, PaintedCycle, lit_edge
from dreamplayer.elements.creatures._shared.small_creatures import FAR_SIDE
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.outline import spline, taper
from dreamplayer.kit.sdf import Canvas, Map, blob, chain, cone, disc, join, oval
from dreamplayer.kit.shapes import Layer, Painting
from dreamplayer.model.moment import Moment

_LOOK, _RIGHT, _DEEP, _SIZE, _PERIOD, _PHASE = 61, 62, 63, 64, 65, 66
"""Random lanes: which way each looks, where it sits (right, deep), size, how often and when it moves its ears."""


def _rabbit(c: Canvas, u: float) -> Painting:
    """Sitting, looking right; its ears turn and its nose works."""
    s = float(np.sin(2 * np.pi * u))
    body = spline([(-0.36, 0.08), (-0.40, 0.22), (-0.33, 0.38), (-0.18, 0.49), (0.00, 0.49), (0.12, 0.42), (0.17, 0.30),
                   (0.17, 0.16), (0.20, 0.03), (0.02, 0.0), (-0.25, 0.0)], 6)  # fmt: skip
    head = join(
        oval(c, (0.185, 0.555), 0.125, 0.108, 0.15), oval(c, (0.265, 0.515 + 0.004 * s), 0.072, 0.062), soft=0.03
    )
    neck = cone(c, (0.05, 0.42), (0.15, 0.52), 0.13, 0.10)

    def ear(lean: float, base: tuple[float, float]) -> Map:
        spine = spline(
            [base, (base[0] - 0.05 - lean * 0.4, base[1] + 0.16), (base[0] - 0.09 - lean, base[1] + 0.36)],
            6,
            closed=False,
        )
        return blob(c, taper(spine, (0.030, 0.050, 0.056, 0.044, 0.008)))

    haunch = oval(c, (-0.19, 0.20), 0.19, 0.185)
    foot = cone(c, (-0.24, 0.028), (0.00, 0.024), 0.034, 0.026)
    fore = chain(c, [(0.13, 0.24, 0.062), (0.155, 0.11, 0.040), (0.17, 0.030, 0.030), (0.215, 0.024, 0.024)], 0.03)
    fur = np.asarray(0.014 * (fbm(c.x * 42, c.y * 34, 3, 3) - 0.5), np.float32)
    return lit_edge(
        c,
        [
            Layer(ear(0.06 - 0.02 * s, (0.16, 0.63)), FAR_SIDE, round=0.025),
            Layer(disc(c, (-0.41, 0.15), 0.072) + 2 * fur, (1.6, 1.5, 1.4), round=0.04),
            Layer(join(blob(c, body), neck, head, soft=0.05) + fur, round=0.05),
            Layer(ear(-0.02 + 0.015 * s, (0.12, 0.63)), round=0.025),
            Layer(join(haunch + fur, foot, soft=0.03), round=0.06),
            Layer(fore, round=0.03),
            Layer(disc(c, (0.215, 0.580), 0.015), (0.02, 0.02, 0.02), glow=0.5),
        ],
        0.022,
    )


_RABBIT_CYCLE = PaintedCycle("tiny/rabbit", (-0.54, -0.05, 0.42, 1.06), 176, _rabbit)


@element("prop", 0.8)
def rabbit(moment: Moment) -> tuple[Form, ...]:
    """Rabbits sitting in the grass, ears up, turning them to what cannot be heard."""
    n = int(min(max(moment.count, 1), 8))
    k = np.arange(n)
    unit = moment.size(0.80)
    look = facing(moment)
    looks = np.full(n, look) if n == 1 else np.where(uniform(moment.seed, _LOOK, n) < 0.5, 1.0, -1.0)
    where = np.stack(
        [
            moment.place.x
            + (1.05 * unit * (k - (n - 1) / 2) + 0.3 * unit * normal(moment.seed, _RIGHT, n) * (n > 1))
            * moment.place.spread,
            np.full(n, moment.place.y),
            np.maximum(moment.place.z + 0.9 * unit * normal(moment.seed, _DEEP, n) * (n > 1), 1.6),
        ],
        1,
    ).astype(np.float32)
    size = unit * _RABBIT_CYCLE.height * (1.3 * np.ones(n) if n == 1 else 0.62 + 0.4 * uniform(moment.seed, _SIZE, n))
    frame = (
        np.mod(moment.t / (7.0 + 4.0 * uniform(moment.seed, _PERIOD, n)) + uniform(moment.seed, _PHASE, n), 1.0)
        * FRAMES
    )
    body = Sprites(
        _RABBIT_CYCLE.shape,
        where,
        size.astype(np.float32),
        tint=cloth_tint(moment),
        glow=coloured_light(moment, moment.palette.key, 0.18),
        width=looks.astype(np.float32),
        frame=frame.astype(np.float32),
    )
    return (*contact(moment, where, 0.55 * unit), *gathered(moment, body, count=800))
