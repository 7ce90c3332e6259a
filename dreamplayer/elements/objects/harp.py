"""A golden harp whose strings are light."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.props import Look, place_prop, sdf_prop
from dreamplayer.elements.objects._shared.sounding import played
from dreamplayer.elements.objects._shared.strings import wood
from dreamplayer.kit.outline import spline
from dreamplayer.kit.sdf import Canvas, chain, disc, join, shell
from dreamplayer.kit.sdf import blob as filled
from dreamplayer.kit.shapes import Layer
from dreamplayer.model.moment import Moment


def _harp(c: Canvas) -> list[Layer]:
    """A concert harp: curved neck, fluted pillar, slanting soundboard, strings of light."""
    pillar = chain(c, [(-0.24, 0.06, 0.026), (-0.235, 0.55, 0.022), (-0.25, 0.93, 0.028)], 0.01)
    neck = join(
        *[
            chain(
                c,
                [
                    (*p, 0.026)
                    for p in spline(
                        [(-0.25, 0.95), (-0.12, 0.93), (0.0, 0.80), (0.14, 0.74), (0.27, 0.80), (0.30, 0.74)],
                        per=5,
                        closed=False,
                    ).tolist()
                ],
                0.01,
            )
        ],
        soft=0,
    )
    board = filled(
        c, spline([(-0.25, 0.03), (-0.17, 0.03), (0.31, 0.70), (0.33, 0.79), (0.25, 0.72), (-0.20, 0.10)], per=5)
    )
    base = filled(c, spline([(-0.33, 0.0), (-0.05, 0.0), (-0.08, 0.055), (-0.29, 0.07)], per=4))
    crown = disc(c, (-0.255, 0.985), 0.036)
    curl = shell(disc(c, (0.275, 0.785), 0.028), 0.011)
    lines = np.full(c.x.shape, 9.0, np.float32)
    bright = np.zeros_like(lines)
    for k in range(26):
        u = k / 25
        low = (-0.20 + 0.50 * u, 0.09 + 0.62 * u)
        top_x = low[0] - 0.015
        top_y = float(np.interp(top_x, [-0.25, -0.12, 0.0, 0.14, 0.27, 0.31], [0.94, 0.91, 0.785, 0.725, 0.775, 0.76]))
        d = chain(c, [(low[0], low[1], 0.0016), (top_x, top_y, 0.0016)], 0)
        lines = np.minimum(lines, d)
    bright = (0.55 + 0.4 * np.sin(c.y * 9 + c.x * 4)).astype(np.float32)
    gold = wood(c, (0.26, 0.16, 0.06), 5, 9)
    return [
        Layer(lines, (0.5, 0.4, 0.3), glow=bright, round=0.003),
        Layer(board, gold, round=0.03),
        Layer(pillar, gold, round=0.03, glow=(0.05 + 0.08 * np.abs(np.sin(c.x * 180))).astype(np.float32)),
        Layer(neck, gold, round=0.025),
        Layer(base, gold, round=0.03),
        Layer(crown, gold, round=0.03, glow=0.15),
        Layer(curl, gold, round=0.012, glow=0.12),
    ]


_HARP = sdf_prop("instrument/harp", (-0.42, -0.05, 0.42, 1.08), _harp, edge=0.35, rows=380)


@element("hero", 1.9, handles=("pulse", "ring"))
def harp(moment: Moment) -> tuple[Form, ...]:
    """A golden harp whose strings are light."""
    big = moment.replace(place=replace(moment.place, size=moment.size(1.8)))
    return (
        *place_prop(big, _HARP, Look(glow=0.85, back=0.03, lamp=0.5), wide=1.0, cap=3),
        *played(moment, moment.size(1.9)),
    )
