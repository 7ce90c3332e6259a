"""Dragonflies with clear wings that hang in the air, dart softly, and hang again."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.creatures._shared.painted_cycle import PaintedCycle, lit_edge
from dreamplayer.elements.creatures._shared.small_creatures import fluttering
from dreamplayer.kit.outline import spline, taper
from dreamplayer.kit.sdf import Canvas, blob, chain, cone, disc, join, oval
from dreamplayer.kit.shapes import Layer, Painting
from dreamplayer.model.moment import Moment


def _dragonfly(c: Canvas, u: float) -> Painting:
    """From above and beside: a thin tail in rings, two pairs of clear wings."""
    beat = 0.08 * float(np.sin(2 * np.pi * u))
    layers: list[Layer] = []
    for k, (root, turn, long) in enumerate(
        ((0.20, 2.05 + beat, 0.60), (0.14, 2.45 - beat, 0.56), (0.20, -1.75 - beat, 0.50), (0.14, -2.15 + beat, 0.48))
    ):
        tip = (root + long * np.cos(turn), 0.02 + long * np.sin(turn))
        middle = (root + 0.5 * long * np.cos(turn - 0.08), 0.02 + 0.5 * long * np.sin(turn - 0.08))
        spine = spline([(root, 0.02), middle, tip], 8, closed=False)
        wing = blob(c, taper(spine, (0.018, 0.050, 0.068, 0.066, 0.028)), 0.1)
        inside = np.clip(0.5 - wing / 0.006, 0, 1)
        net = np.abs(np.sin(c.x * 70 + c.y * 20)) * np.abs(np.sin(c.y * 60 - c.x * 30))
        glow = (0.50 * np.exp(-np.abs(wing) / 0.006) + 0.16 * np.exp(-net / 0.16) + 0.07) * inside
        layers.append(Layer(wing, (0.7, 0.8, 0.9), glow=np.asarray(glow, np.float32), alpha=0.30 if k < 2 else 0.40))
    joints = [(0.10 - 0.085 * k, 0.015 - 0.004 * k * k * 0.35, 0.024 - 0.0013 * k) for k in range(9)]
    rings = np.asarray(0.006 * np.sin(c.x * 74), np.float32)
    layers += [
        Layer(join(chain(c, joints, 0.01), cone(c, (0.10, 0.015), (0.24, 0.035), 0.055, 0.058), soft=0.02), round=0.03,
              relief=rings),
        Layer(disc(c, (0.315, 0.045), 0.050), (0.8, 0.8, 0.8), round=0.04),
        Layer(oval(c, (0.335, 0.062), 0.032, 0.036), (0.6, 0.9, 0.8), glow=0.35, round=0.03),
    ]  # fmt: skip
    return lit_edge(c, layers, 0.014)


_DRAGONFLY_CYCLE = PaintedCycle("tiny/dragonfly", (-0.72, -0.60, 0.46, 0.68), 150, _dragonfly)


@element("air", 0.7, handles=("rise", "scatter"))
def insect(moment: Moment) -> tuple[Form, ...]:
    """Dragonflies with clear wings that hang in the air, dart softly, and hang again."""
    hues = ((0.45, 0.75, 0.70), (0.80, 0.62, 0.30), (0.50, 0.60, 0.85))
    return fluttering(
        moment, _DRAGONFLY_CYCLE.shape, 0.46 * moment.place.size * _DRAGONFLY_CYCLE.height, hues, 0.50, 0.9, 0.25, 24
    )
