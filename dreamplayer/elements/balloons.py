"""What is let up into the air: balloons, a kite."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from dreamplayer.drawing import aloft
from dreamplayer.drawing.element import element
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Dots, Form, Ribbons
from dreamplayer.drawing.props import AMBER, cut, larger, put
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import dice, one
from dreamplayer.model.moment import Moment

_BALLOON = cut("keepsake/balloon", (-0.42, -0.04, 0.42, 1.05), aloft.balloon, edge=0.12, rows=320)
_KITE = cut("keepsake/kite", (-0.38, -0.05, 0.38, 1.05), aloft.kite, edge=0.4, rows=240)


@element("air", 3.2, family="object", answers=("rise", "drift"), lamp=True, several=7)
def balloon(moment: Moment) -> tuple[Form, ...]:
    """Hot-air balloons glowing like lamps, drifting at different heights."""
    n = int(min(max(moment.count, 1), 12))
    i = np.arange(n)
    size = moment.place.size
    up = 1.5 * moment.event("rise")
    z = moment.place.z + np.where(i == 0, 0.0, 3.0 + 22.0 * np.mod(0.37 + 0.618 * i, 1.0))
    x = (
        moment.place.x
        + np.where(i == 0, 0.0, (dice(moment.seed, 2, n) * 2 - 1) * 0.75 * z * moment.place.spread)
        + (0.3 + 1.2 * moment.event("drift")) * np.sin(0.07 * moment.t + i)
    )
    y = (
        moment.place.y
        + np.where(i == 0, 0.0, 0.22 * z * (dice(moment.seed, 3, n) - 0.15))
        + 0.15 * np.sin(0.19 * moment.t + 2 * i)
        + up * size
    )
    where = np.stack([x, np.maximum(y, 0.2), z], 1).astype(np.float32)
    burn = 1 + 0.12 * np.sin(0.8 * moment.t)
    return put(
        larger(moment, 3.0),
        _BALLOON,
        where=where,
        glow=0.95 * burn,
        back=0.022,
        lamp=0.6,
        lamp_at=0.3,
        reach=2.0,
        sway=0.02,
        pool=0.0,
    )


@element("air", 1.6, family="object", answers=("rise", "drift", "fall"), several=4)
def kite(moment: Moment) -> tuple[Form, ...]:
    """Paper kites on long strings, tails rippling."""
    n = int(min(max(moment.count, 1), 6))
    size = moment.size(1.6)
    forms: list[Form] = []
    here = float(smooth(moment.presence, 0.2, 1.0))
    warm = np.asarray(moment.tint or AMBER, np.float32)
    for i in range(n):
        scale = size * (0.80 if i == 0 else 0.34 + 0.2 * one(moment.seed, 10 + i))
        x = (
            moment.place.x
            + (0.0 if i == 0 else (one(moment.seed, 20 + i) * 2 - 1) * 1.9 * size * moment.place.spread)
            + (0.14 + 0.3 * moment.event("drift")) * size * np.sin(0.31 * moment.t + 2 * i)
        )
        y = moment.place.y + size * (
            0.25
            + 0.5 * (i > 0) * one(moment.seed, 30 + i)
            + 0.08 * np.sin(0.43 * moment.t + i)
            + 0.6 * moment.event("rise")
            - 0.3 * moment.event("fall")
        )
        z = moment.place.z + (0.0 if i == 0 else 0.6 * size * (0.5 + one(moment.seed, 40 + i)))
        lean = 0.28 + 0.10 * np.sin(0.37 * moment.t + i)
        foot = np.array([[x, max(y, 0.1), z]], np.float32)
        forms += put(
            moment.replace(place=replace(moment.place, size=scale), seed=moment.seed + i),
            _KITE,
            where=foot,
            glow=0.85,
            back=0.03,
            turn=lean,
            mirror=False,
            sparks=14,
            pool=0.0,
        )
        m = 40
        v = np.linspace(0, 1, m)
        tail = np.stack(
            [
                x + scale * (0.9 * v + 0.10 * np.sin(7 * v - 1.1 * moment.t + i) * v),
                y - scale * (0.75 * v + 0.12 * v**2 - 0.06 * np.sin(9 * v - 0.9 * moment.t)),
                np.full(m, z),
            ],
            -1,
        )
        tail[:, 1] = np.maximum(tail[:, 1], 0.05)
        line = np.stack(
            [
                x - scale * (0.25 - 0.0 * v + 2.6 * v) + 0.2 * scale,
                y + scale * 0.55 - (y + 0.55 * scale) * v**1.3,
                z - 0.25 * z * v,
            ],
            -1,
        )
        forms += [
            Ribbons(tail[None].astype(np.float32), 0.012 * scale, rgb(warm * np.float32(0.5 * here))),
            Ribbons(
                line[None].astype(np.float32),
                0.0025 * scale,
                rgb(warm * np.float32(0.30 * here)),
                opacity=(0.8 * (1 - v))[None].astype(np.float32),
            ),
            Dots(tail[4::7].astype(np.float32), 0.11 * scale, warm * np.float32(0.45 * here)),
        ]
    return tuple(forms)
