"""Paper kites on long strings, tails rippling."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Dots, Form, Ribbons
from dreamplayer.drawing.props import AMBER, Look, place_prop, sdf_prop
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.kit.sdf import Canvas
from dreamplayer.kit.sdf import blob as filled
from dreamplayer.kit.shapes import Layer
from dreamplayer.model.moment import Moment

_SIZE, _ACROSS, _HEIGHT, _DEPTH = 10, 20, 30, 40
"""Random lanes of each of several kites; its number is added."""


def _kite(c: Canvas) -> list[Layer]:
    """A diamond kite of thin paper, light through it, two spars."""
    body = filled(c, np.array([(0.0, 1.0), (0.33, 0.62), (0.0, 0.0), (-0.33, 0.62)]))
    spar = np.minimum(np.abs(c.x) - 0.006, np.maximum(np.abs(c.y - 0.62) - 0.006, np.abs(c.x) - 0.33))
    quarter = (np.sign(c.x) * np.sign(c.y - 0.62)) > 0
    tone = np.where(quarter, 1.0, 0.55)
    colour = np.where(quarter[..., None], np.array([0.40, 0.14, 0.07]), np.array([0.36, 0.28, 0.16]))
    light = (0.20 + 0.32 * np.exp(-(c.x**2 + (c.y - 0.58) ** 2) / 0.06)) * tone
    return [
        Layer(body, colour.astype(np.float32), glow=light.astype(np.float32), round=0.3),
        Layer(np.maximum(spar, body), (0.08, 0.05, 0.03), glow=0.03),
    ]


_KITE = sdf_prop("keepsake/kite", (-0.38, -0.05, 0.38, 1.05), _kite, edge=0.4, rows=240)


@element("air", 1.6, handles=("rise", "drift", "fall"))
def kite(moment: Moment) -> tuple[Form, ...]:
    """Paper kites on long strings, tails rippling."""
    n = int(min(max(moment.count, 1), 6))
    size = moment.size(1.6)
    forms: list[Form] = []
    here = float(smooth(moment.presence, 0.2, 1.0))
    warm = np.asarray(moment.tint or AMBER, np.float32)
    for i in range(n):
        scale = size * (0.80 if i == 0 else 0.34 + 0.2 * uniform_one(moment.seed, _SIZE + i))
        x = (
            moment.place.x
            + (0.0 if i == 0 else (uniform_one(moment.seed, _ACROSS + i) * 2 - 1) * 1.9 * size * moment.place.spread)
            + (0.14 + 0.3 * moment.event("drift")) * size * np.sin(0.31 * moment.t + 2 * i)
        )
        y = moment.place.y + size * (
            0.25
            + 0.5 * (i > 0) * uniform_one(moment.seed, _HEIGHT + i)
            + 0.08 * np.sin(0.43 * moment.t + i)
            + 0.6 * moment.event("rise")
            - 0.3 * moment.event("fall")
        )
        z = moment.place.z + (0.0 if i == 0 else 0.6 * size * (0.5 + uniform_one(moment.seed, _DEPTH + i)))
        lean = 0.28 + 0.10 * np.sin(0.37 * moment.t + i)
        foot = np.array([[x, max(y, 0.1), z]], np.float32)
        forms += place_prop(
            moment.replace(place=replace(moment.place, size=scale), seed=moment.seed + i),
            _KITE,
            Look(glow=0.85, back=0.03, mirror=False, sparks=14, pool=0.0),
            where=foot,
            turn=lean,
        )
        points = 40
        along = np.linspace(0, 1, points)
        tail = np.stack(
            [
                x + scale * (0.9 * along + 0.10 * np.sin(7 * along - 1.1 * moment.t + i) * along),
                y - scale * (0.75 * along + 0.12 * along**2 - 0.06 * np.sin(9 * along - 0.9 * moment.t)),
                np.full(points, z),
            ],
            -1,
        )
        tail[:, 1] = np.maximum(tail[:, 1], 0.05)
        line = np.stack(
            [
                x - scale * (0.25 + 2.6 * along) + 0.2 * scale,
                y + scale * 0.55 - (y + 0.55 * scale) * along**1.3,
                z - 0.25 * z * along,
            ],
            -1,
        )
        forms += [
            Ribbons(tail[None].astype(np.float32), 0.012 * scale, rgb(warm * np.float32(0.5 * here))),
            Ribbons(
                line[None].astype(np.float32),
                0.0025 * scale,
                rgb(warm * np.float32(0.30 * here)),
                opacity=(0.8 * (1 - along))[None].astype(np.float32),
            ),
            Dots(tail[4::7].astype(np.float32), 0.11 * scale, warm * np.float32(0.45 * here)),
        ]
    return tuple(forms)
