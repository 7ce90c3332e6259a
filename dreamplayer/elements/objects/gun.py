"""Its gentle kin: something small laid to rest under a soft dark cloth, flowers on it. Never a menace."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.props import Look, larger, place_prop, sdf_prop
from dreamplayer.elements.objects._shared.brass import GLOW3
from dreamplayer.kit.outline import spline
from dreamplayer.kit.sdf import Canvas, disc
from dreamplayer.kit.sdf import blob as filled
from dreamplayer.kit.shapes import Layer
from dreamplayer.model.moment import Moment


def _shrouded(c: Canvas) -> list[Layer]:
    """Something small and dark, lying covered by a soft cloth; only its quiet outline, and flowers laid on it."""
    mound = filled(
        c,
        spline(
            [
                (-0.62, 0.0),
                (0.62, 0.0),
                (0.52, 0.05),
                (0.36, 0.13),
                (0.14, 0.19),
                (-0.10, 0.25),
                (-0.32, 0.22),
                (-0.48, 0.10),
            ],
            per=7,
        ),
    )
    fold = np.sin(c.x * 17 + 5 * np.sin(c.y * 5 + c.x * 2)) * 0.5 + 0.5
    drape = 0.35 + 0.65 * fold**2
    relief = np.asarray(0.012 * np.sin(c.x * 17 + 5 * np.sin(c.y * 5 + c.x * 2)), np.float32)
    layers = [
        Layer(
            mound,
            (0.10, 0.075, 0.085),
            round=0.14,
            relief=relief,
            glow=(0.10 * drape * np.exp(-((c.x + 0.05) ** 2) / 0.1)).astype(np.float32),
        )
    ]
    for x, y, size in ((-0.16, 0.245, 1.0), (0.02, 0.225, 0.8), (-0.28, 0.215, 0.7)):
        radius, angle = np.hypot(c.x - x, c.y - y), np.arctan2(c.y - y, c.x - x)
        layers.append(
            Layer(
                np.asarray(radius - 0.062 * size * (0.62 + 0.38 * np.abs(np.cos(2.5 * angle))), np.float32),
                (0.42, 0.36, 0.30),
                glow=0.34,
                round=0.03,
            )
        )
        layers.append(Layer(disc(c, (x, y), 0.018 * size), GLOW3, glow=0.9, round=0.02))
    return layers


_COVERED = sdf_prop("keepsake/covered", (-0.70, -0.06, 0.70, 0.38), _shrouded, edge=0.22, rows=220)


@element("prop", 0.5)
def gun(moment: Moment) -> tuple[Form, ...]:
    """Its gentle kin: something small laid to rest under a soft dark cloth, flowers on it. Never a menace."""
    return place_prop(larger(moment, 1.7), _COVERED, Look(glow=1.0, back=0.07, lamp=0.35, reach=1.8), n=1)
