"""Hot-air balloons glowing like lamps, drifting at different heights."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.props import Look, larger, place_prop, sdf_prop
from dreamplayer.elements.objects._shared.brass import GLOW3, boxed
from dreamplayer.kit.hashing import uniform
from dreamplayer.kit.outline import spline
from dreamplayer.kit.sdf import Canvas, chain, disc
from dreamplayer.kit.sdf import blob as filled
from dreamplayer.kit.shapes import Layer
from dreamplayer.model.moment import Moment

_ACROSS, _HEIGHT = 2, 3
"""Random lanes: where the further balloons hang."""


def _balloon(c: Canvas) -> list[Layer]:
    """A hot-air balloon: a striped envelope lit by its flame, ropes, a small basket."""
    body = filled(
        c,
        spline(
            [
                (0.0, 1.0),
                (0.22, 0.965),
                (0.345, 0.82),
                (0.34, 0.64),
                (0.22, 0.44),
                (0.075, 0.28),
                (-0.075, 0.28),
                (-0.22, 0.44),
                (-0.34, 0.64),
                (-0.345, 0.82),
                (-0.22, 0.965),
            ],
            per=7,
        ),
    )
    half = np.interp(c.y, [0.28, 0.44, 0.64, 0.82, 0.965, 1.0], [0.075, 0.22, 0.34, 0.345, 0.22, 0.02])
    u = np.clip(c.x / np.maximum(half, 0.02), -0.999, 0.999)
    a = np.arcsin(u) / (np.pi / 2)
    gore = np.mod(a * 4.0 + 0.5, 1.0)
    seam = np.exp(-((np.minimum(gore, 1 - gore) / 0.045) ** 2))
    stripe = np.mod(np.floor(a * 4.0 + 0.5), 2)
    band = np.abs(c.y - 0.70 + 0.03 * np.sqrt(1 - u * u)) < 0.055
    light = 0.14 + 0.72 * np.exp(-((c.y - 0.30) / 0.30).clip(0) - (c.x / 0.28) ** 2 * 0.5)
    round_ = 0.45 + 0.55 * np.sqrt(np.clip(1 - u * u, 0, 1))
    tone = np.where(band, 1.10, np.where(stripe > 0.5, 0.95, 0.62))
    colour = (
        np.where((stripe > 0.5)[..., None], np.array([0.34, 0.20, 0.08]), np.array([0.24, 0.06, 0.05]))
        * round_[..., None]
    )
    ropes = np.minimum.reduce(
        [chain(c, [(s * 0.072, 0.285, 0.003), (s * 0.052, 0.125, 0.003)], 0) for s in (-1, -0.35, 0.35, 1)]
    )
    basket = boxed(c, (0, 0.065), (0.060, 0.058), 0.015)
    weave = np.abs(np.sin(c.y * 190)) * 0.5 + np.abs(np.sin(c.x * 150)) * 0.5
    return [
        Layer(ropes, (0.2, 0.14, 0.08), glow=0.20),
        Layer(
            basket,
            np.asarray((0.4 + 0.8 * weave)[..., None] * np.array([0.22, 0.13, 0.06]), np.float32),
            round=0.04,
            glow=(0.18 * np.exp(-((0.12 - c.y) / 0.03).clip(0))).astype(np.float32),
        ),
        Layer(disc(c, (0, 0.205), 0.020), GLOW3, glow=1.0),
        Layer(
            body,
            colour.astype(np.float32),
            round=0.25,
            glow=(light * tone * round_ * (1 - 0.4 * seam)).astype(np.float32),
        ),
    ]


_BALLOON = sdf_prop("keepsake/balloon", (-0.42, -0.04, 0.42, 1.05), _balloon, edge=0.12, rows=320)


@element("air", 3.2, handles=("rise", "drift"))
def balloon(moment: Moment) -> tuple[Form, ...]:
    """Hot-air balloons glowing like lamps, drifting at different heights."""
    n = int(min(max(moment.count, 1), 12))
    i = np.arange(n)
    size = moment.place.size
    up = 1.5 * moment.event("rise")
    z = moment.place.z + np.where(i == 0, 0.0, 3.0 + 22.0 * np.mod(0.37 + 0.618 * i, 1.0))
    x = (
        moment.place.x
        + np.where(i == 0, 0.0, (uniform(moment.seed, _ACROSS, n) * 2 - 1) * 0.75 * z * moment.place.spread)
        + (0.3 + 1.2 * moment.event("drift")) * np.sin(0.07 * moment.t + i)
    )
    y = (
        moment.place.y
        + np.where(i == 0, 0.0, 0.22 * z * (uniform(moment.seed, _HEIGHT, n) - 0.15))
        + 0.15 * np.sin(0.19 * moment.t + 2 * i)
        + up * size
    )
    where = np.stack([x, np.maximum(y, 0.2), z], 1).astype(np.float32)
    burn = 1 + 0.12 * np.sin(0.8 * moment.t)
    return place_prop(
        larger(moment, 3.0),
        _BALLOON,
        Look(glow=0.95 * burn, back=0.022, lamp=0.6, lamp_at=0.3, reach=2.0, sway=0.02, pool=0.0),
        where=where,
    )
