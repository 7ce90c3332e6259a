"""A green bottle with a letter rolled up in it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.props import sdf_prop
from dreamplayer.elements.objects._shared.brass import boxed
from dreamplayer.elements.objects._shared.held import HELD, held
from dreamplayer.kit.outline import spline
from dreamplayer.kit.sdf import Canvas, cone
from dreamplayer.kit.sdf import blob as filled
from dreamplayer.kit.shapes import Layer
from dreamplayer.model.moment import Moment


def _bottle(c: Canvas) -> list[Layer]:
    """A bottle with a rolled letter in it."""
    outline = filled(
        c,
        spline(
            [
                (0.0, 0.02),
                (0.15, 0.03),
                (0.165, 0.10),
                (0.165, 0.46),
                (0.12, 0.60),
                (0.062, 0.68),
                (0.060, 0.86),
                (0.075, 0.90),
                (-0.075, 0.90),
                (-0.060, 0.86),
                (-0.062, 0.68),
                (-0.12, 0.60),
                (-0.165, 0.46),
                (-0.165, 0.10),
                (-0.15, 0.03),
            ],
            per=6,
        ),
    )
    edge = np.exp(-np.clip(-outline, 0, 1) / 0.013)
    glint = np.exp(-(((c.x + 0.10) / 0.012) ** 2)) * (c.y < 0.55)
    scroll = cone(c, (-0.035, 0.12), (0.045, 0.48), 0.055, 0.055)
    tie = np.maximum(np.abs((c.y - 0.30) - 0.22 * (c.x - 0.005)) - 0.014, scroll)
    cork = boxed(c, (0, 0.935), (0.052, 0.05), 0.01)
    return [
        Layer(scroll, (0.42, 0.34, 0.22), glow=0.42, round=0.05),
        Layer(tie, (0.3, 0.06, 0.05), glow=0.25, round=0.01),
        Layer(
            outline,
            (0.035, 0.075, 0.065),
            alpha=0.30,
            glow=(0.05 + 0.36 * edge + 0.30 * glint).astype(np.float32),
            round=0.09,
        ),
        Layer(cork, (0.24, 0.15, 0.08), round=0.03, glow=0.05),
    ]


_BOTTLE = sdf_prop("keepsake/bottle", (-0.26, -0.05, 0.26, 1.05), _bottle, edge=0.0)


@element("air", 1.1)
def bottle(moment: Moment) -> tuple[Form, ...]:
    """A green bottle with a letter rolled up in it."""
    return held(moment, _BOTTLE, 1.1, replace(HELD, glow=0.9, sway=0.06), turn=0.30)
