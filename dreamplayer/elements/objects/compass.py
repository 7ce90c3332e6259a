"""A compass whose needle wavers and comes to rest."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.props import sdf_prop
from dreamplayer.elements.objects._shared.brass import GLOW3, brass
from dreamplayer.elements.objects._shared.held import HELD, hands, held
from dreamplayer.kit.sdf import Canvas, Map, disc, shell
from dreamplayer.kit.sdf import blob as filled
from dreamplayer.kit.shapes import Layer
from dreamplayer.model.moment import Moment


def _compass(c: Canvas) -> list[Layer]:
    """A pocket compass: case, rose of eight points, glass light. The needle is drawn apart."""
    r, a = np.hypot(c.x, c.y), np.arctan2(c.x, c.y)

    def rose(points: int, long: float, fat: float, turn: float) -> Map:
        w = np.mod(a / (2 * np.pi / points) + 0.5 + turn, 1.0) - 0.5
        return np.asarray(r - long / (1.0 + fat * np.abs(w) * 2), np.float32)

    eight, four = rose(4, 0.27, 7.0, 0.5), rose(4, 0.37, 8.0, 0.0)
    half = np.mod(a / (np.pi / 2) + 0.5, 1.0) - 0.5
    shade = np.where(half > 0, 0.42, 0.20)
    ticks = np.maximum(
        np.abs(np.mod(a / (np.pi / 36) + 0.5, 1.0) - 0.5) * (np.pi / 36) * r - 0.003, np.abs(r - 0.405) - 0.012
    )
    return [
        Layer(shell(disc(c, (0, 0.60), 0.065), 0.016), brass(c), round=0.016),
        Layer(disc(c, (0, 0), 0.52), brass(c), round=0.07),
        Layer(shell(disc(c, (0, 0), 0.455), 0.006), brass(c), glow=0.30, round=0.01),
        Layer(
            disc(c, (0, 0), 0.44),
            (0.05, 0.055, 0.085),
            glow=(0.06 + 0.22 * np.exp(-((r / 0.22) ** 2))).astype(np.float32),
            round=0.01,
        ),
        Layer(ticks, GLOW3, glow=0.40),
        Layer(eight, GLOW3, glow=(0.6 * shade).astype(np.float32), round=0.01),
        Layer(four, GLOW3, glow=shade.astype(np.float32), round=0.01),
    ]


def _needle(c: Canvas) -> list[Layer]:
    """A compass needle, bright to the north."""
    up = filled(c, np.array([(-0.035, 0.0), (0.035, 0.0), (0.0, 0.34)]), 0.05)
    down = filled(c, np.array([(-0.035, 0.0), (0.035, 0.0), (0.0, -0.34)]), 0.05)
    return [
        Layer(down, (0.06, 0.06, 0.08), glow=0.05, round=0.02),
        Layer(up, GLOW3, glow=0.95, round=0.02),
        Layer(disc(c, (0, 0), 0.045), brass(c), round=0.04),
    ]


_COMPASS = sdf_prop("keepsake/compass", (-0.60, -0.60, 0.60, 0.74), _compass, edge=0.3)
_NEEDLE = sdf_prop("keepsake/needle", (-0.08, -0.38, 0.08, 0.38), _needle, edge=0.1, rows=180)


@element("air", 1.2, handles=("swirl", "twist"))
def compass(moment: Moment) -> tuple[Form, ...]:
    """A compass whose needle wavers and comes to rest."""
    moment = moment.replace(place=replace(moment.place, y=moment.place.y + 0.5 * moment.size(1.0)))
    seek = (
        0.5 * np.sin(0.31 * moment.t)
        + 0.2 * np.sin(0.83 * moment.t + 1)
        + 0.35 * moment.t * max(moment.event("swirl"), moment.event("twist"))
    )
    return (
        *held(moment, _COMPASS, 1.0, replace(HELD, mirror=False)),
        *hands(moment, 1.0, [(_NEEDLE, float(seek))], 0.9),
    )
