"""An octopus with drowsy eyes, its arms curling and uncurling."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.particles import gathered
from dreamplayer.drawing.primitives import Form, Sprites
from dreamplayer.elements.creatures._shared.coloured_light import coloured_light
from dreamplayer.elements.creatures._shared.painted_cycle import FRAMES, PaintedCycle, lit_edge
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.outline import spline
from dreamplayer.kit.sdf import Canvas, Map, blob, chain, disc, oval
from dreamplayer.kit.shapes import Layer, Painting
from dreamplayer.model.moment import Moment

_PHASE = 61
"""Random lane of where in its motion the first is; the others take the lanes after it."""


def _octopus(c: Canvas, u: float) -> Painting:
    layers: list[Layer] = []
    cups: list[Map] = []
    cycle = 2 * np.pi * u
    order = (0, 7, 1, 6, 2, 5, 3, 4)
    for k in order:
        aside = (k - 3.5) / 3.5
        side = 1.0 if aside > 0 else -1.0
        along = np.linspace(0, 1, 15)
        # Each arm leaves outwards and turns back in a slow spiral: its heading is summed up along the way.
        out = -1.45 + side * (0.25 + 1.05 * abs(aside))
        bend = side * (1.5 + 1.2 * abs(aside)) * along**2.2 + 0.35 * np.sin(2.4 * along - cycle + 1.7 * k) * along
        heading = out + bend
        length = 0.70 - 0.10 * abs(aside)
        x = 0.13 * aside + np.concatenate([[0.0], np.cumsum(np.cos(heading[:-1]))]) * length / 14
        y = -0.02 + np.concatenate([[0.0], np.cumsum(np.sin(heading[:-1]))]) * length / 14
        radius = 0.068 * (1 - along) ** 0.8 + 0.008
        arm = chain(c, [(float(a), float(b), float(r)) for a, b, r in zip(x, y, radius, strict=True)], 0.0)
        layers.append(Layer(arm, (0.75, 0.75, 0.8) if abs(aside) < 0.6 else (1.0, 1.0, 1.0), round=0.03))
        # A row of cups along the inner side of each arm, each a small light.
        inward = heading + side * np.pi / 2
        cup_x, cup_y = x + 0.45 * radius * np.cos(inward), y + 0.45 * radius * np.sin(inward)
        cups += [disc(c, (float(cup_x[i]), float(cup_y[i])), 0.20 * float(radius[i]) + 0.002) for i in range(4, 14, 2)]
    layers.append(Layer(np.minimum.reduce(cups), (1.2, 1.0, 0.9), glow=0.45, round=0.01))
    lift = 0.010 * np.sin(cycle)
    mantle = spline([(0.0, 0.60 + lift), (0.13, 0.57 + lift), (0.215, 0.45), (0.225, 0.30), (0.185, 0.16),
                     (0.195, 0.06), (0.17, -0.06), (0.0, -0.10), (-0.17, -0.06), (-0.195, 0.06), (-0.185, 0.16),
                     (-0.225, 0.30), (-0.215, 0.45), (-0.13, 0.57 + lift)], 6)  # fmt: skip
    spots = np.asarray(0.006 * fbm(c.x * 20, c.y * 20, 9, 2), np.float32)
    flecks = np.asarray(0.40 * smooth(fbm(c.x * 16, c.y * 16, 12, 2), 0.60, 0.78), np.float32)
    layers.append(Layer(blob(c, mantle), glow=flecks, round=0.10, relief=spots))
    for side in (-1.0, 1.0):
        layers.append(Layer(oval(c, (0.098 * side, 0.075), 0.050, 0.046), (1.2, 1.1, 1.0), round=0.03))
        layers.append(Layer(oval(c, (0.098 * side, 0.070), 0.028, 0.011), (0.1, 0.1, 0.1), glow=0.7))
    return lit_edge(c, layers, 0.022)


_OCTOPUS_CYCLE = PaintedCycle("sea/octopus", (-0.78, -0.62, 0.78, 0.68), 208, _octopus)


@element("air", 1.6)
def octopus(moment: Moment) -> tuple[Form, ...]:
    """An octopus with drowsy eyes, its arms curling and uncurling."""
    n = int(min(max(moment.count, 1), 3))
    out: list[Form] = []
    for k in range(n):
        size = moment.size(2.5) * (1 - 0.25 * k)
        where = np.array(
            [
                [
                    moment.place.x
                    + 1.3 * size * (k - (n - 1) / 2) * moment.place.spread
                    + 0.06 * np.sin(0.2 * moment.t + k),
                    moment.place.y + 0.30 * size + 0.05 * size * np.sin(0.37 * moment.t + k),
                    moment.place.z + 0.5 * k,
                ]
            ],
            np.float32,
        )
        made = np.mod(0.10 * moment.t + uniform_one(moment.seed, _PHASE + k), 1.0)
        body = Sprites(
            _OCTOPUS_CYCLE.shape,
            where,
            np.float32(size),
            tint=coloured_light(moment, (0.12, 0.032, 0.030), 1.0),
            glow=coloured_light(moment, (1.0, 0.46, 0.22), 0.42),
            frame=made * FRAMES,
            turn=0.04 * float(np.sin(0.31 * moment.t)),
        )
        out += gathered(moment.replace(seed=moment.seed + k), body, count=900)
    return tuple(out)
