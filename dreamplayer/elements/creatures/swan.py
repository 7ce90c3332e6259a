"""White swans gliding on still water, necks like question marks answered."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.particles import gathered
from dreamplayer.drawing.people.standing import facing
from dreamplayer.drawing.primitives import Form, Sprites
from dreamplayer.elements.creatures._shared.coloured_light import coloured_light
from dreamplayer.elements.creatures._shared.painted_cycle import FRAMES, PaintedCycle, lit_edge
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.kit.outline import spline
from dreamplayer.kit.sdf import Canvas, blob, cone, disc, join, tube
from dreamplayer.kit.shapes import Layer, Painting
from dreamplayer.model.moment import Moment

_DEEP, _SIZE, _PHASE = 61, 62, 63
"""Random lanes: how deep in the picture each swims, its size and its phase."""


def _swan(c: Canvas, u: float) -> Painting:
    s = np.sin(2 * np.pi * u)
    nod = 0.012 * s
    body = spline([(-0.60, 0.17), (-0.50, 0.10), (-0.38, 0.0), (-0.10, -0.045), (0.18, -0.04), (0.34, 0.03),
                   (0.385, 0.12), (0.34, 0.20), (0.20, 0.235), (-0.05, 0.23), (-0.30, 0.19),
                   (-0.48, 0.195)], 6)  # fmt: skip
    puff = 0.012 * s
    wing = spline([(0.22, 0.17), (0.12, 0.31 + puff), (-0.06, 0.385 + puff), (-0.24, 0.37 + puff),
                   (-0.40, 0.315 + puff),
                   (-0.55, 0.245), (-0.46, 0.225), (-0.52, 0.18), (-0.38, 0.165), (-0.42, 0.11), (-0.22, 0.085),
                   (0.06, 0.08)], 6)  # fmt: skip
    neck = [(0.27, 0.13, 0.095), (0.365, 0.24, 0.070), (0.345, 0.37, 0.050), (0.275, 0.47, 0.044),
            (0.245, 0.58 + nod, 0.042), (0.285, 0.675 + nod, 0.042), (0.365, 0.705 + nod, 0.046)]  # fmt: skip
    head = join(tube(c, neck), cone(c, (0.365, 0.700 + nod), (0.43, 0.680 + nod), 0.048, 0.030), soft=0.02)
    beak = cone(c, (0.435, 0.680 + nod), (0.525, 0.650 + nod), 0.026, 0.011)
    rows = np.asarray(0.007 * np.sin(c.x * 46 + 60 * (c.y - 0.2)) * np.clip((0.20 - c.x) / 0.3, 0, 1), np.float32)
    return lit_edge(
        c,
        [
            Layer(blob(c, body), (0.8, 0.8, 0.85), round=0.08),
            Layer(beak, (0.9, 0.32, 0.06), glow=0.20),
            Layer(head, round=0.04),
            Layer(disc(c, (0.392, 0.712 + nod), 0.010), (0.02, 0.02, 0.02)),
            Layer(cone(c, (0.405, 0.700 + nod), (0.432, 0.690 + nod), 0.014, 0.012), (0.03, 0.03, 0.03)),
            Layer(blob(c, wing), round=0.06, relief=rows),
        ],
        0.022,
    )


_SWAN_CYCLE = PaintedCycle("sea/swan", (-0.70, -0.10, 0.62, 0.80), 176, _swan)


@element("prop", 1.1)
def swan(moment: Moment) -> tuple[Form, ...]:
    """White swans gliding on still water, necks like question marks answered."""
    n = int(min(max(moment.count, 1), 7))
    unit = moment.size(1.35)
    k = np.arange(n)
    look = facing(moment)
    glide = 0.9 * (1 - np.exp(-moment.t / 22.0)) * look
    where = np.stack(
        [
            moment.place.x
            + glide
            - 0.9 * look
            + 1.25 * unit * (k - (n - 1) / 2) * moment.place.spread
            + 0.06 * np.sin(0.2 * moment.t + k),
            moment.place.y + 0.012 * np.sin(0.8 * moment.t + k) - 0.01 * np.ones(n),
            np.maximum(moment.place.z + 0.9 * unit * (n > 1) * normal(moment.seed, _DEEP, n), 2.0),
        ],
        1,
    ).astype(np.float32)
    size = unit * _SWAN_CYCLE.height * (np.ones(n) if n == 1 else 0.85 + 0.2 * uniform(moment.seed, _SIZE, n))
    frame = np.mod(0.12 * moment.t + uniform(moment.seed, _PHASE, n), 1.0) * FRAMES
    body = Sprites(
        _SWAN_CYCLE.shape, where, size.astype(np.float32), tint=coloured_light(moment, (0.55, 0.50, 0.48), 1.0),
        glow=coloured_light(moment, (1.0, 0.82, 0.66), 0.20),
        width=np.full(n, look, np.float32), frame=frame.astype(np.float32),
    )  # fmt: skip
    return gathered(moment, body, count=900, colour=(1.0, 0.75, 0.5))
