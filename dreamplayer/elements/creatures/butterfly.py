"""Butterflies whose wings hold a little light, opening and closing as they wander."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.creatures._shared.painted_cycle import PaintedCycle, lit_edge
from dreamplayer.elements.creatures._shared.small_creatures import fluttering
from dreamplayer.kit.outline import spline
from dreamplayer.kit.sdf import Canvas, blob, cone, disc, join, tube
from dreamplayer.kit.shapes import Layer, Painting
from dreamplayer.model.moment import Moment
from dreamplayer.model.reading import Colour


def _butterfly(c: Canvas, u: float) -> Painting:
    """From above, a little turned: wings fold and open."""
    beat = float(0.5 - 0.5 * np.cos(2 * np.pi * u)) ** 1.7
    layers: list[Layer] = []
    shine = np.zeros_like(c.x)
    for side, squash in ((-1.0, 1.0 - 0.86 * beat), (1.0, 1.0 - 0.70 * beat)):
        lift = 0.18 * beat

        def at(x: float, y: float, s: float = side, k: float = squash, up: float = lift) -> tuple[float, float]:
            return s * x * k, y + x * up

        fore = spline([at(0.02, 0.10), at(0.12, 0.32), at(0.34, 0.54), at(0.58, 0.62), at(0.66, 0.54), at(0.60, 0.36),
                       at(0.50, 0.18), at(0.40, 0.06), at(0.20, 0.00), at(0.03, 0.02)], 6)  # fmt: skip
        hind = spline([at(0.03, 0.03), at(0.22, 0.01), at(0.42, -0.02), at(0.50, -0.16), at(0.43, -0.32),
                       at(0.33, -0.38), at(0.28, -0.52), at(0.24, -0.37), at(0.13, -0.28),
                       at(0.05, -0.14)], 6)  # fmt: skip
        for outline in (hind, fore):
            wing = blob(c, outline)
            inside = np.clip(0.5 - wing / 0.008, 0, 1)
            reach = np.hypot(c.x / max(squash, 0.12), c.y - 0.03)
            angle = np.arctan2(c.y - 0.03, np.abs(c.x) / max(squash, 0.12) + 1e-3)
            veins = np.exp(-((np.sin(angle * 7.5) / 0.16) ** 2)) * np.clip((reach - 0.08) / 0.1, 0, 1)
            border = np.exp(np.minimum(wing, 0) / 0.030)
            spots = np.exp(-((np.sin(angle * 9) ** 2 + ((wing + 0.040) / 0.012) ** 2) * 1.2))
            field = 0.20 + 0.55 * np.exp(-reach * 2.2)
            pattern = field * (1 - 0.75 * veins) * (1 - 0.8 * border) + 0.75 * spots
            glow = np.asarray(np.clip(pattern, 0, 1) * inside, np.float32)
            shine = shine * (1 - inside) + glow
            layers.append(Layer(wing, (1.0, 0.9, 0.8), glow=glow, round=0.02, alpha=0.9))
    body = join(cone(c, (0, 0.14), (0, -0.20), 0.026, 0.012), disc(c, (0, 0.17), 0.030), soft=0.02)
    feelers = [
        tube(c, [(s * 0.010, 0.19, 0.007), (s * 0.06, 0.32, 0.005), (s * 0.13, 0.40, 0.010)]) for s in (-1.0, 1.0)
    ]
    layers += [Layer(f, (0.6, 0.6, 0.6), glow=0.1) for f in feelers]
    layers.append(Layer(body, (0.4, 0.4, 0.45), round=0.02))
    return lit_edge(c, layers, 0.014)


_BUTTERFLY_CYCLE = PaintedCycle("tiny/butterfly", (-0.76, -0.60, 0.76, 0.84), 150, _butterfly)
_HUES: tuple[Colour, ...] = ((1.0, 0.46, 0.14), (0.95, 0.60, 0.30), (0.42, 0.50, 0.85), (0.85, 0.34, 0.36))
"""Colours of the wings in linear light, when none is told: two warm ones, a blue and a rose."""


@element("air", 0.6, handles=("rise", "scatter"))
def butterfly(moment: Moment) -> tuple[Form, ...]:
    """Butterflies whose wings hold a little light, opening and closing as they wander."""
    return fluttering(
        moment,
        _BUTTERFLY_CYCLE.shape,
        0.42 * moment.place.size * _BUTTERFLY_CYCLE.height / 1.2,
        _HUES,
        0.55,
        0.62,
        0.45,
        40,
    )
