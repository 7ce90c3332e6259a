"""A tortoise under its dome of plates, in no hurry at all."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.creatures._shared.painted_cycle import PaintedCycle, lit_edge
from dreamplayer.elements.creatures._shared.swimmers import crawling
from dreamplayer.kit.outline import spline
from dreamplayer.kit.sdf import Canvas, Map, blob, chain, cone, disc, join
from dreamplayer.kit.shapes import Layer, Painting
from dreamplayer.model.moment import Moment


def _turtle(c: Canvas, u: float) -> Painting:
    shell = spline([(-0.50, 0.19), (-0.47, 0.33), (-0.33, 0.48), (-0.10, 0.565), (0.12, 0.545), (0.30, 0.44),
                    (0.41, 0.29), (0.44, 0.18), (0.20, 0.135), (-0.25, 0.135)], 6)  # fmt: skip
    cycle = 2 * np.pi * u
    legs = []
    for x, far, phase in ((-0.32, True, np.pi), (0.27, True, 0.0), (-0.30, False, 0.0), (0.29, False, np.pi)):
        step = 0.055 * np.sin(cycle + phase)
        rise = 0.035 * max(0.0, float(np.cos(cycle + phase)))
        shift = 0.07 if far else 0.0
        leg = join(cone(c, (x + shift, 0.19), (x + shift + step, 0.07 + rise), 0.075, 0.058),
                   cone(c, (x + shift + step, 0.05 + rise), (x + shift + step + 0.045, 0.040 + rise),
                        0.046, 0.034), soft=0.02)  # fmt: skip
        legs.append(Layer(leg, (0.55, 0.55, 0.6) if far else (0.9, 0.9, 0.9), round=0.03))
    bob = 0.012 * float(np.sin(cycle))
    head = join(chain(c, [(0.34, 0.22, 0.075), (0.50, 0.30 + bob, 0.062), (0.58, 0.345 + bob, 0.070)], 0.04),
                cone(c, (0.58, 0.345 + bob), (0.665, 0.325 + bob), 0.062, 0.040), soft=0.02)  # fmt: skip
    tail = cone(c, (-0.44, 0.16), (-0.60, 0.11), 0.04, 0.008)
    carapace = blob(c, shell, 0.16)
    plates = _plates(c)
    shell_rim = np.exp(-(((c.y - 0.205 - 0.03 * np.cos(c.x * 3)) / 0.008) ** 2))
    lines = np.clip(np.maximum(plates, 0.8 * shell_rim), 0, 1) * (carapace < -0.01)
    relief = np.asarray(-0.010 * lines, np.float32)
    return lit_edge(
        c,
        [
            legs[0], legs[1], Layer(tail, round=0.02), Layer(head, round=0.04),
            Layer(disc(c, (0.600, 0.365 + bob), 0.012), (0.1, 0.1, 0.1), glow=0.4), legs[2], legs[3],
            Layer(carapace, (1.2, 1.2, 1.2), glow=np.asarray(0.22 * lines, np.float32), round=0.12, relief=relief),
        ],
        0.022,
    )  # fmt: skip


def _plates(c: Canvas) -> Map:
    """Seams of a shell: plates that grow towards the crown."""
    angle = np.arctan2(c.y + 0.05, c.x) / np.pi
    away = np.hypot(c.x, c.y + 0.05)
    ring = np.exp(-(((away - 0.43) / 0.007) ** 2))
    spokes = np.exp(-(((np.mod(angle * 9.0 + 0.5, 1.0) - 0.5) / 0.030) ** 2)) * (away > 0.43)
    tops = np.exp(-(((np.mod(angle * 4.0 + 0.5, 1.0) - 0.5) / 0.020) ** 2)) * (away < 0.43)
    return np.asarray(np.maximum(np.maximum(ring, spokes), tops), np.float32)


_TURTLE_CYCLE = PaintedCycle("sea/turtle", (-0.70, -0.04, 0.76, 0.62), 150, _turtle)


@element("prop", 0.9)
def turtle(moment: Moment) -> tuple[Form, ...]:
    """A tortoise under its dome of plates, in no hurry at all."""
    return crawling(moment, _TURTLE_CYCLE, 1.2, 0.13, (0.045, 0.034, 0.016), (0.85, 0.55, 0.20), creep=0.030)
