"""A violin hanging in the air, strings lit."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.props import Look, place_prop, sdf_prop
from dreamplayer.elements.objects._shared.sounding import played
from dreamplayer.elements.objects._shared.strings import STRINGS, strings, wood
from dreamplayer.kit.outline import spline
from dreamplayer.kit.sdf import Canvas, chain, disc, join, shell
from dreamplayer.kit.sdf import blob as filled
from dreamplayer.kit.shapes import Layer
from dreamplayer.model.moment import Moment


def _violin(c: Canvas) -> list[Layer]:
    """Upright, scroll above: waisted body, f-holes, bridge, four lit strings."""
    right = [
        (0.0, 0.02),
        (0.13, 0.04),
        (0.185, 0.13),
        (0.16, 0.22),
        (0.105, 0.29),
        (0.10, 0.345),
        (0.135, 0.405),
        (0.145, 0.475),
        (0.105, 0.545),
        (0.0, 0.565),
    ]
    body = filled(c, spline([*right, *((-x, y) for x, y in reversed(right[1:-1]))], per=7))
    neck = np.maximum(np.abs(c.x) - 0.022 - 0.006 * (0.9 - c.y), np.abs(c.y - 0.72) - 0.20)
    scroll = join(disc(c, (0.0, 0.955), 0.036), np.maximum(np.abs(c.x) - 0.026, np.abs(c.y - 0.91) - 0.04), soft=0.02)
    pegs = join(*[chain(c, [(-0.075, y, 0.010), (0.075, y, 0.010)], 0) for y in (0.885, 0.915)], soft=0)
    finger = np.maximum(np.abs(c.x) - 0.020, np.abs(c.y - 0.62) - 0.28)
    tail = filled(c, spline([(-0.035, 0.20), (0.035, 0.20), (0.022, 0.05), (-0.022, 0.05)], per=4))
    bridge = np.maximum(np.abs(c.x) - 0.052, np.abs(c.y - 0.27) - 0.010)
    holes = join(
        *[
            np.minimum(
                chain(c, [(s * 0.078, 0.335, 0.007), (s * 0.090, 0.28, 0.008), (s * 0.105, 0.225, 0.007)], 0.01),
                disc(c, (s * 0.108, 0.222), 0.011),
            )
            for s in (-1, 1)
        ],
        soft=0,
    )
    warm = np.exp(-((c.x / 0.12) ** 2 + ((c.y - 0.27) / 0.16) ** 2))
    return [
        Layer(pegs, (0.07, 0.04, 0.03), round=0.01),
        Layer(scroll, wood(c, (0.20, 0.085, 0.03)), round=0.03),
        Layer(neck, wood(c, (0.20, 0.085, 0.03)), round=0.02),
        Layer(body, wood(c, (0.30, 0.115, 0.035)), round=0.06, glow=(0.16 * warm).astype(np.float32)),
        Layer(shell(body + 0.012, 0.0025), (0.05, 0.02, 0.01), glow=0.16, round=0.01),
        Layer(holes, (0.02, 0.01, 0.008), glow=0.55, round=0.01),
        Layer(finger, (0.025, 0.020, 0.020), round=0.012),
        Layer(tail, (0.03, 0.02, 0.02), round=0.012),
        Layer(bridge, (0.30, 0.18, 0.08), glow=0.25, round=0.01),
        Layer(strings(c, 0.19, 0.90, 0.042, 4), (0.5, 0.4, 0.3), glow=STRINGS, round=0.003),
    ]


_VIOLIN = sdf_prop("instrument/violin", (-0.26, -0.05, 0.26, 1.05), _violin, edge=0.3, rows=340)


@element("air", 1.5, handles=("pulse", "ring"))
def violin(moment: Moment) -> tuple[Form, ...]:
    """A violin hanging in the air, strings lit."""
    big = moment.replace(place=replace(moment.place, size=moment.size(1.4)))
    return (
        *place_prop(big, _VIOLIN, Look(glow=0.85, back=0.04, lamp=0.4, bob=0.02, sway=0.04), wide=0.6, turn=-0.25),
        *played(moment, moment.size(1.5)),
    )
