"""Bats on wide soft wings that beat slowly, out for the evening."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.people.standing import cloth_tint
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.creatures._shared.coloured_light import coloured_light
from dreamplayer.elements.creatures._shared.flock import alone, crossing
from dreamplayer.elements.creatures._shared.painted_cycle import PaintedCycle, lit_edge
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.outline import spline
from dreamplayer.kit.sdf import Canvas, blob, cone, disc, join, oval
from dreamplayer.kit.shapes import Layer, Painting
from dreamplayer.model.moment import Moment

_BAT_FRAMES = 32
"""More for wings that swing far: neighbours are blended, and far ones would show twice."""


def _bat(c: Canvas, u: float) -> Painting:
    """From before: ears, a small furry body, two scalloped wings that beat."""
    lift = float(np.cos(2 * np.pi * u))
    tip = float(np.cos(2 * np.pi * u - 0.8))
    layers: list[Layer] = []
    for side in (-1.0, 1.0):

        def flapped(x: float, y: float, up: float, s: float = side) -> tuple[float, float]:
            reach = 1.0 - 0.12 * abs(lift)
            return s * x * reach, y + up * (0.50 * lift * (x / 0.9) + 0.20 * tip * (x / 0.9) ** 2)

        wrist, end = flapped(0.42, 0.20, 1.0), flapped(0.98, 0.05, 1.0)
        outer_finger, inner_finger = flapped(0.72, -0.24, 0.85), flapped(0.42, -0.30, 0.7)
        outline = [
            flapped(0.05, 0.10, 0.2),
            flapped(0.22, 0.13, 0.6),
            wrist,
            wrist,
            flapped(0.72, 0.16, 1.05),
            end,
            end,
            flapped(0.80, -0.06, 0.95),
            outer_finger,
            outer_finger,
            flapped(0.58, -0.17, 0.8),
            inner_finger,
            inner_finger,
            flapped(0.26, -0.17, 0.5),
            flapped(0.08, -0.24, 0.3),
            flapped(0.08, -0.24, 0.3),
            flapped(0.04, -0.05, 0.1),
        ]
        bones = [cone(c, wrist, finger, 0.010, 0.004) for finger in (end, outer_finger, inner_finger)]
        bone = join(cone(c, flapped(0.05, 0.08, 0.2), wrist, 0.018, 0.013), *bones, soft=0.0)
        skin = np.asarray(0.02 * np.exp(-np.abs(bone) / 0.012), np.float32)
        panel = blob(c, spline(outline, 5))
        # Light behind it comes through the thin skin towards the hem.
        through = np.asarray(0.10 * np.exp(np.minimum(panel, 0) / 0.05) * (c.y < wrist[1]), np.float32)
        layers.append(Layer(panel, (0.9, 0.85, 0.9), glow=through, round=0.03, relief=skin, alpha=0.92))
        layers.append(Layer(bone, glow=0.30, round=0.012))
    y = 0.03 * lift
    body = join(oval(c, (0, -0.06 + y), 0.080, 0.150), disc(c, (0, 0.13 + y), 0.078), soft=0.03)
    ears = [
        blob(
            c,
            spline(
                [
                    (s * 0.015, 0.17 + y),
                    (s * 0.020, 0.235 + y),
                    (s * 0.060, 0.315 + y),
                    (s * 0.060, 0.315 + y),
                    (s * 0.090, 0.22 + y),
                    (s * 0.075, 0.14 + y),
                ],
                4,
            ),
        )
        for s in (-1.0, 1.0)
    ]
    fur = np.asarray(0.010 * (fbm(c.x * 40, c.y * 40, 5, 3) - 0.5), np.float32)
    layers += [Layer(ear, round=0.02) for ear in ears]
    layers.append(Layer(body + fur, round=0.05))
    layers += [Layer(disc(c, (s * 0.028, 0.145 + y), 0.011), (0.1, 0.1, 0.1), glow=0.55) for s in (-1.0, 1.0)]
    return lit_edge(c, layers, 0.02)


_BAT_CYCLE = PaintedCycle("tiny/bat", (-1.06, -0.86, 1.06, 0.92), 140, _bat, _BAT_FRAMES)


@element("air", 0.9, handles=("rise", "scatter"))
def bat(moment: Moment) -> tuple[Form, ...]:
    """Bats on wide soft wings that beat slowly, out for the evening."""
    tint, glow = cloth_tint(moment), coloured_light(moment, moment.palette.key, 0.62)
    if moment.count <= 1:
        return alone(
            moment, _BAT_CYCLE.shape, 1.45 * _BAT_CYCLE.height, _BAT_FRAMES, tint=tint, glow=glow, pace=0.36, roam=0.9
        )
    n = min(max(moment.count, 3), 30)
    return crossing(
        moment, _BAT_CYCLE.shape, 0.80 * _BAT_CYCLE.height, _BAT_FRAMES, n, tint=tint, glow=glow, pace=0.42, speed=0.9
    )
