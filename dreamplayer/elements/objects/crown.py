"""A golden crown, its stones lit."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.props import sdf_prop
from dreamplayer.elements.objects._shared.brass import brass
from dreamplayer.elements.objects._shared.held import HELD, held
from dreamplayer.kit.sdf import Canvas, disc, join, oval
from dreamplayer.kit.sdf import blob as filled
from dreamplayer.kit.shapes import Layer
from dreamplayer.model.moment import Moment


def _crown(c: Canvas) -> list[Layer]:
    """A crown of five points with stones that hold light."""
    top = [
        (-0.44, 0.46),
        (-0.30, 0.20),
        (-0.235, 0.56),
        (-0.12, 0.24),
        (0.0, 0.66),
        (0.12, 0.24),
        (0.235, 0.56),
        (0.30, 0.20),
        (0.44, 0.46),
    ]
    body = filled(c, np.array([(-0.34, 0.0), *top, (0.34, 0.0)]), 0.12)
    lower = oval(c, (0, 0.02), 0.345, 0.065)
    band = np.maximum(np.abs(c.y - 0.085 + 0.10 * (1 - (c.x / 0.36) ** 2)) - 0.052, np.abs(c.x) - 0.355)
    stones = [
        disc(c, (x, y), r)
        for x, y, r in (
            (0, 0.00, 0.036),
            (-0.17, 0.022, 0.026),
            (0.17, 0.022, 0.026),
            (-0.29, 0.055, 0.020),
            (0.29, 0.055, 0.020),
        )
    ]
    balls = [disc(c, p, 0.032) for p in ((-0.44, 0.475), (-0.235, 0.575), (0.0, 0.68), (0.235, 0.575), (0.44, 0.475))]
    filigree = np.exp(-np.clip(-body, 0, 1) / 0.02)
    return [
        Layer(join(body, lower, soft=0.02), brass(c, 5, 1.2), round=0.05, glow=(0.10 * filigree).astype(np.float32)),
        Layer(band, brass(c, 7, 1.3), round=0.03, glow=0.06),
        *[Layer(b, brass(c, 9, 1.3), round=0.03, glow=0.35) for b in balls],
        *[Layer(s, (0.40, 0.08, 0.06), round=0.03, glow=0.75) for s in stones],
    ]


_CROWN = sdf_prop("keepsake/crown", (-0.56, -0.12, 0.56, 0.80), _crown, edge=0.34)


@element("air", 1.0)
def crown(moment: Moment) -> tuple[Form, ...]:
    """A golden crown, its stones lit."""
    return held(moment, _CROWN, 1.1, replace(HELD, glow=0.9))
