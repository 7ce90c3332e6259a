"""An old telephone whose dial glows; it rings as rings of light."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Dots, Form
from dreamplayer.drawing.props import AMBER, sdf_prop
from dreamplayer.elements.objects._shared.brass import GLOW3, brass
from dreamplayer.elements.objects._shared.held import HELD, alone, held
from dreamplayer.kit.hashing import uniform
from dreamplayer.kit.outline import spline
from dreamplayer.kit.sdf import Canvas, chain, disc, join, oval, shell
from dreamplayer.kit.sdf import blob as filled
from dreamplayer.kit.shapes import Layer
from dreamplayer.model.moment import Moment

_RING, _ANGLE, _BRIGHTNESS = 1, 2, 3
"""Random lanes of the motes of its ringing."""


def _telephone(c: Canvas) -> list[Layer]:
    """An old telephone with a lit dial, its receiver on the cradle."""
    body = filled(
        c,
        spline(
            [
                (-0.36, 0.02),
                (0.36, 0.02),
                (0.36, 0.08),
                (0.24, 0.26),
                (0.17, 0.44),
                (-0.17, 0.44),
                (-0.24, 0.26),
                (-0.36, 0.08),
            ],
            per=6,
        ),
    )
    cradle = np.minimum(
        chain(c, [(-0.17, 0.43, 0.025), (-0.20, 0.52, 0.022)], 0),
        chain(c, [(0.17, 0.43, 0.025), (0.20, 0.52, 0.022)], 0),
    )
    bar = chain(
        c,
        [
            (*p, 0.045)
            for p in spline(
                [(-0.36, 0.55), (-0.2, 0.60), (0.0, 0.615), (0.2, 0.60), (0.36, 0.55)], per=4, closed=False
            ).tolist()
        ],
        0.01,
    )
    ends = np.minimum(oval(c, (-0.385, 0.50), 0.085, 0.075, 0.3), oval(c, (0.385, 0.50), 0.085, 0.075, -0.3))
    a = np.arctan2(c.x, c.y - 0.22)
    dial = disc(c, (0, 0.22), 0.150)
    k = np.floor(a / (np.pi / 6) + 0.5) * (np.pi / 6)
    holes = np.hypot(c.x - 0.105 * np.sin(k), c.y - 0.22 - 0.105 * np.cos(k)) - 0.020
    black = (0.032, 0.028, 0.032)
    return [
        Layer(cradle, brass(c), round=0.02),
        Layer(body, black, round=0.10, glow=(0.05 * np.exp(-((c.y - 0.40) ** 2) / 0.004)).astype(np.float32)),
        Layer(
            join(bar, ends, soft=0.05),
            black,
            round=0.05,
            glow=(0.07 * np.exp(-((c.y - 0.63) ** 2) / 0.0008)).astype(np.float32),
        ),
        Layer(dial, brass(c), round=0.02, glow=(0.18 + 0.1 * np.cos(a * 2)).astype(np.float32)),
        Layer(holes, GLOW3, glow=0.92, round=0.02),
        Layer(disc(c, (0, 0.22), 0.062), (0.40, 0.33, 0.22), glow=0.50, round=0.02),
        Layer(shell(disc(c, (0, 0.22), 0.152), 0.004), brass(c), glow=0.45),
    ]


_PHONE = sdf_prop("keepsake/phone", (-0.54, -0.06, 0.54, 0.74), _telephone, edge=0.30)


@element("air", 0.9, handles=("ring",))
def phone(moment: Moment) -> tuple[Form, ...]:
    """An old telephone whose dial glows; it rings as rings of light."""
    forms = held(
        moment, _PHONE, 1.1, replace(HELD, mirror=False), turn=0.02 * moment.event("ring") * np.sin(2.2 * moment.t)
    )
    ring = moment.event("ring")
    if ring < 0.01:
        return forms
    motes, size = 200, moment.size(1.0) * alone(moment)
    age = np.mod(0.12 * moment.t + np.floor(3 * uniform(moment.seed, _RING, motes)) / 3, 1.0)
    angle = 6.28 * uniform(moment.seed, _ANGLE, motes)
    spot = np.stack(
        [
            moment.place.x + size * (0.4 + 0.7 * age) * np.cos(angle),
            moment.place.y + size * (0.45 + (0.3 + 0.5 * age) * np.sin(angle)),
            np.full(motes, moment.place.z - 0.02),
        ],
        1,
    )
    show = np.sin(np.pi * age) * ring * moment.presence * (0.3 + 0.7 * uniform(moment.seed, _BRIGHTNESS, motes) ** 2)
    return (
        *forms,
        Dots(
            spot.astype(np.float32),
            0.018 * size,
            (np.asarray(AMBER, np.float32)[None] * (0.6 * show)[:, None]).astype(np.float32),
        ),
    )
