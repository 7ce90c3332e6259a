"""A sheathed blade standing upright, wound with leaves, a light in its pommel: at rest for good."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.props import Look, larger, place_prop, sdf_prop
from dreamplayer.elements.objects._shared.brass import GLOW3, boxed, brass
from dreamplayer.kit.outline import spline
from dreamplayer.kit.sdf import Canvas, chain, disc, oval
from dreamplayer.kit.sdf import blob as filled
from dreamplayer.kit.shapes import Layer
from dreamplayer.model.moment import Moment


def _staff(c: Canvas) -> list[Layer]:
    """A sword at rest: sheathed, upright, wound with leaves, a small light in its pommel."""
    sheath = filled(c, spline([(-0.072, 0.66), (0.072, 0.66), (0.066, 0.22), (0.0, 0.02), (-0.066, 0.22)], per=6))
    guard = chain(c, [(-0.21, 0.650, 0.024), (0.0, 0.69, 0.032), (0.21, 0.650, 0.024)], 0.02)
    grip = boxed(c, (0, 0.80), (0.030, 0.105), 0.01)
    pommel = disc(c, (0, 0.935), 0.050)
    y = np.linspace(0.08, 0.86, 60)
    vine = chain(c, [(0.080 * np.sin(v * 15) * (1 if v < 0.66 else 0.5), float(v), 0.007) for v in y], 0)
    leaves = []
    for k in range(9):
        v = 0.12 + 0.064 * k
        side = 1.0 if np.sin(v * 15) > 0 else -1.0
        x = 0.080 * np.sin(v * 15)
        leaves.append(oval(c, (x + side * 0.035, v + 0.012), 0.040, 0.016, side * 0.6))
    wire = 0.5 + 0.5 * np.sin(c.y * 160)
    return [
        Layer(
            sheath,
            (0.10, 0.062, 0.050),
            round=0.06,
            glow=(0.05 + 0.20 * np.exp(-np.clip(-sheath, 0, 1) / 0.010)).astype(np.float32),
        ),
        Layer(guard, brass(c), round=0.02),
        Layer(grip, (0.10, 0.07, 0.05), round=0.02, glow=(0.08 * wire).astype(np.float32)),
        Layer(pommel, GLOW3, round=0.04, glow=0.9),
        Layer(vine, (0.06, 0.09, 0.04), round=0.01, glow=0.06),
        Layer(np.minimum.reduce(leaves), (0.08, 0.14, 0.055), round=0.02, glow=0.13),
    ]


_STAFF = sdf_prop("keepsake/staff", (-0.24, -0.04, 0.24, 1.02), _staff, edge=0.30, rows=360)


@element("prop", 1.4)
def sword(moment: Moment) -> tuple[Form, ...]:
    """A sheathed blade standing upright, wound with leaves, a light in its pommel: at rest for good."""
    return place_prop(
        larger(moment, 1.4), _STAFF, Look(glow=0.85, back=0.045, lamp=0.5, lamp_at=0.9, reach=1.8, mirror=False), n=1
    )
