"""A lute hanging in the air, its rose and strings lit, its music leaving as rings of motes."""

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


def _lute(c: Canvas) -> list[Layer]:
    """A round-bellied lute whose rose glows, neck bent back at the pegs."""
    belly = filled(
        c,
        spline(
            [
                (0.0, 0.02),
                (0.17, 0.06),
                (0.245, 0.19),
                (0.21, 0.34),
                (0.10, 0.47),
                (0.035, 0.55),
                (-0.035, 0.55),
                (-0.10, 0.47),
                (-0.21, 0.34),
                (-0.245, 0.19),
                (-0.17, 0.06),
            ],
            per=7,
        ),
    )
    neck = np.maximum(np.abs(c.x) - 0.034, np.abs(c.y - 0.70) - 0.20)
    head = filled(c, spline([(-0.036, 0.87), (0.036, 0.87), (0.075, 1.0), (0.02, 1.02), (-0.02, 0.96)], per=4))
    pegs = join(
        *[
            chain(c, [(-0.055 + 0.02 * k, 0.90 + 0.028 * k, 0.008), (0.11, 0.90 + 0.028 * k, 0.009)], 0)
            for k in range(4)
        ],
        soft=0,
    )
    rose = disc(c, (0, 0.30), 0.062)
    a, r = np.arctan2(c.y - 0.30, c.x), np.hypot(c.x, c.y - 0.30)
    lace = np.clip(np.abs(np.sin(4 * a)) * 0.6 + 0.5 * np.sin(r * 210), 0, 1)
    bridge = np.maximum(np.abs(c.x) - 0.085, np.abs(c.y - 0.12) - 0.012)
    frets = np.maximum(
        np.minimum.reduce([np.abs(c.y - y) for y in (0.56, 0.61, 0.665, 0.725, 0.79)]) - 0.002, np.abs(c.x) - 0.034
    )
    warm = np.exp(-(r**2) / 0.02)
    return [
        Layer(pegs, (0.08, 0.05, 0.03), round=0.01),
        Layer(head, wood(c, (0.16, 0.08, 0.035)), round=0.02),
        Layer(neck, wood(c, (0.09, 0.045, 0.025)), round=0.02),
        Layer(belly, wood(c, (0.34, 0.20, 0.085), along=40), round=0.05, glow=(0.22 * warm).astype(np.float32)),
        Layer(shell(belly + 0.012, 0.003), (0.06, 0.03, 0.015), glow=0.20, round=0.01),
        Layer(rose, (0.3, 0.2, 0.1), glow=(0.35 + 0.6 * lace).astype(np.float32), round=0.02),
        Layer(bridge, (0.08, 0.045, 0.025), round=0.012, glow=0.08),
        Layer(frets, (0.4, 0.3, 0.2), glow=0.25),
        Layer(strings(c, 0.12, 0.90, 0.075, 6, 0.62), (0.5, 0.4, 0.3), glow=STRINGS * 0.8, round=0.003),
    ]


_LUTE = sdf_prop("instrument/lute", (-0.32, -0.05, 0.32, 1.09), _lute, edge=0.3, rows=340)


@element("air", 1.5, handles=("pulse", "ring"))
def instrument(moment: Moment) -> tuple[Form, ...]:
    """A lute hanging in the air, its rose and strings lit, its music leaving as rings of motes."""
    big = moment.replace(place=replace(moment.place, size=moment.size(1.4)))
    forms = place_prop(big, _LUTE, Look(glow=0.85, back=0.04, lamp=0.4, bob=0.02, sway=0.04), wide=0.7, turn=0.22)
    return (*forms, *played(moment, moment.size(1.5)))
