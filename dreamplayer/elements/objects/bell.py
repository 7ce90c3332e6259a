"""A bronze bell hanging in the air, light in its mouth; it swings slowly and rings of light go out."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.props import AMBER, Look, place_prop, sdf_prop
from dreamplayer.elements.objects._shared.sounding import sounding
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.outline import spline
from dreamplayer.kit.sdf import Canvas, chain, disc, join, oval, shell
from dreamplayer.kit.sdf import blob as filled
from dreamplayer.kit.shapes import Layer
from dreamplayer.model.moment import Moment


def _bell(c: Canvas) -> list[Layer]:
    body = filled(
        c,
        spline(
            [
                (0.0, 0.86),
                (0.10, 0.84),
                (0.17, 0.74),
                (0.20, 0.52),
                (0.25, 0.32),
                (0.36, 0.17),
                (0.37, 0.12),
                (-0.37, 0.12),
                (-0.36, 0.17),
                (-0.25, 0.32),
                (-0.20, 0.52),
                (-0.17, 0.74),
                (-0.10, 0.84),
            ],
            per=6,
        ),
    )
    crown = shell(oval(c, (0, 0.90), 0.065, 0.07), 0.020)
    clapper = join(chain(c, [(0, 0.3, 0.012), (0, 0.10, 0.014)], 0), disc(c, (0, 0.06), 0.055), soft=0.02)
    rims = np.minimum.reduce([np.abs(c.y - y) for y in (0.19, 0.225, 0.70)]) - 0.006
    mouth = np.exp(-np.clip(c.y - 0.12, 0, 1) / 0.05)
    shine = np.exp(-(((c.x + 0.10 + 0.12 * (0.5 - c.y)) / 0.035) ** 2))
    return [
        Layer(crown, (0.22, 0.14, 0.05), round=0.02),
        Layer(clapper, (0.18, 0.11, 0.05), round=0.05, glow=0.30),
        Layer(body, (0.24, 0.145, 0.05), round=0.15, glow=(0.30 * mouth + 0.14 * shine).astype(np.float32)),
        Layer(np.maximum(rims, body), (0.30, 0.19, 0.07), glow=0.18, round=0.01),
    ]


_BELL = sdf_prop("instrument/bell", (-0.46, -0.06, 0.46, 1.06), _bell, edge=0.32, rows=280)


@element("air", 1.3, handles=("ring", "pulse"))
def bell(moment: Moment) -> tuple[Form, ...]:
    """A bronze bell hanging in the air, light in its mouth; it swings slowly and rings of light go out."""
    swing = (0.06 + 0.20 * moment.event("ring")) * np.sin(1.05 * moment.t)
    forms = place_prop(
        moment,
        _BELL,
        Look(glow=0.85, back=0.045, lamp=0.45, lamp_at=0.2, reach=2.0, mirror=False, bob=0.01),
        wide=1.1,
        turn=swing,
    )
    warm = np.asarray(moment.tint or AMBER, np.float32)
    here = float(smooth(moment.presence, 0.4, 1.0)) * (0.5 + 0.6 * moment.event("ring") + 0.4 * moment.event("pulse"))
    size = moment.size(1.3)
    rings = sounding(moment, (moment.place.x, moment.place.y + 0.4 * size, moment.place.z), 0.7 * size, warm, here)
    return (*forms, *rings)
