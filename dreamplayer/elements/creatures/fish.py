"""Fish that swim through the air as through water: one like an ember, or a school drifting past."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.creatures._shared.coloured_light import coloured_light
from dreamplayer.elements.creatures._shared.flock import alone, crossing
from dreamplayer.elements.creatures._shared.painted_cycle import FRAMES, PaintedCycle, lit_edge
from dreamplayer.elements.creatures._shared.swimmers import swum
from dreamplayer.kit.outline import spline
from dreamplayer.kit.sdf import Canvas, blob, disc
from dreamplayer.kit.shapes import Layer, Painting
from dreamplayer.model.moment import Moment


def _fish(c: Canvas, u: float) -> Painting:
    body = spline([(0.50, 0.005), (0.40, 0.075), (0.24, 0.135), (0.05, 0.160), (-0.14, 0.115), (-0.30, 0.045),
                   (-0.38, 0.030), (-0.38, -0.030), (-0.30, -0.045), (-0.14, -0.110), (0.05, -0.150), (0.24, -0.130),
                   (0.40, -0.075), (0.49, -0.020)], 6)  # fmt: skip
    swing = 1.0 - 0.30 * (0.5 + 0.5 * np.sin(2 * np.pi * u - 2.2))
    tail = np.array([(-0.34, 0.03), (-0.48, 0.13), (-0.66, 0.21), (-0.60, 0.10), (-0.55, 0.0), (-0.60, -0.11),
                     (-0.66, -0.22), (-0.48, -0.13), (-0.34, -0.03)])  # fmt: skip
    tail[:, 0] = -0.34 + (tail[:, 0] + 0.34) * swing
    back = spline([(0.20, 0.13), (0.14, 0.22), (0.02, 0.265), (-0.12, 0.235), (-0.20, 0.17), (-0.16, 0.10)], 5)
    belly = spline([(0.02, -0.13), (-0.06, -0.22), (-0.14, -0.23), (-0.16, -0.10)], 5)
    side = spline([(0.17, -0.03), (0.08, -0.09), (-0.02, -0.15), (0.0, -0.06)], 5)
    trunk = blob(c, swum(body, u, 0.10))
    scales = np.asarray(0.004 * np.sin(c.x * 95 + 30 * np.abs(c.y)) * np.sin(c.y * 95), np.float32)
    rays = np.asarray(0.004 * np.sin(c.y * 120), np.float32)
    fins = [blob(c, swum(outline, u, 0.10)) for outline in (back, belly)]
    eye = disc(c, (0.375, 0.030), 0.018)
    return lit_edge(
        c,
        [
            Layer(blob(c, swum(spline(tail, 5), u, 0.12)), (0.9, 0.75, 0.6), alpha=0.85, round=0.02, relief=rays),
            *[Layer(fin, (0.9, 0.75, 0.6), alpha=0.8, round=0.02) for fin in fins],
            Layer(trunk, round=0.06, relief=scales),
            Layer(blob(c, side), (0.9, 0.8, 0.7), round=0.02),
            Layer(eye, (0.05, 0.04, 0.05), glow=0.1),
        ],
        0.022,
    )


_FISH_CYCLE = PaintedCycle("sea/fish", (-0.76, -0.38, 0.60, 0.42), 128, _fish)


@element("air", 0.7, handles=("scatter", "rise"))
def fish(moment: Moment) -> tuple[Form, ...]:
    """Fish that swim through the air as through water: one like an ember, or a school drifting past."""
    tint, glow = coloured_light(moment, (0.60, 0.24, 0.07), 0.40), coloured_light(moment, (1.0, 0.50, 0.18), 0.78)
    if moment.count <= 1:
        return alone(
            moment, _FISH_CYCLE.shape, 1.6 * _FISH_CYCLE.height, FRAMES, tint=tint, glow=glow, pace=0.42, high=0.35
        )
    n = min(max(moment.count, 7), 48)
    return crossing(
        moment,
        _FISH_CYCLE.shape,
        0.92 * _FISH_CYCLE.height,
        FRAMES,
        n,
        tint=tint,
        glow=glow,
        pace=0.45,
        high=0.30,
        speed=0.55,
    )
