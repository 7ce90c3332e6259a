"""Half-masks of porcelain and gold, turning slowly on the air, their ribbons following."""

from __future__ import annotations

from functools import cache

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.painted import on
from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.people.features import _line
from dreamplayer.drawing.primitives import Form, Ribbons, Shape, Sprites
from dreamplayer.elements.people._shared.features_in_light import tone
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform_one
from dreamplayer.kit.outline import mirrored, spline, taper
from dreamplayer.kit.sdf import blob, canvas, disc
from dreamplayer.kit.shapes import Layer, Painting, paint
from dreamplayer.model.moment import Moment

_PHASE, _HIGH = 61, 81
"""First random lanes, one for each mask: when it sways and how high it hangs."""


@cache
def _mask_shape() -> Shape:
    """A carnival half-mask of porcelain and gold thread; light, not darkness, lies behind its eyes."""
    box = (-0.82, -0.50, 0.82, 0.80)
    half = [
        (0.0, 0.20),
        (0.14, 0.245),
        (0.34, 0.285),
        (0.56, 0.33),
        (0.76, 0.44),
        (0.76, 0.44),
        (0.745, 0.20),
        (0.66, -0.02),
        (0.52, -0.17),
        (0.34, -0.215),
        (0.19, -0.165),
        (0.115, -0.13),
        (0.085, -0.24),
        (0.0, -0.315),
    ]

    def painted() -> Painting:
        c = canvas(*box, 240)
        outer = blob(c, spline(mirrored(half), 6), 0.3)
        holes = []
        for side in (-1.0, 1.0):
            outline = [
                (side * 0.155, -0.005),
                (side * 0.25, 0.085),
                (side * 0.385, 0.105),
                (side * 0.52, 0.085),
                (side * 0.52, 0.085),
                (side * 0.43, -0.015),
                (side * 0.31, -0.065),
                (side * 0.21, -0.055),
            ]
            holes.append(blob(c, spline(outline, 6), 0.2))
        hole = np.minimum(holes[0], holes[1])
        edge = np.exp(-np.abs(outer + 0.012) / 0.008) + np.exp(-np.abs(hole - 0.018) / 0.008)
        gold = np.zeros_like(c.x)
        for side in (-1.0, 1.0):
            for path in (
                [
                    (side * 0.06, 0.16),
                    (side * 0.20, 0.19),
                    (side * 0.36, 0.20),
                    (side * 0.50, 0.24),
                    (side * 0.58, 0.19),
                    (side * 0.53, 0.145),
                ],
                [(side * 0.60, 0.08), (side * 0.66, 0.17), (side * 0.70, 0.29), (side * 0.64, 0.33)],
                [
                    (side * 0.14, -0.10),
                    (side * 0.26, -0.145),
                    (side * 0.40, -0.145),
                    (side * 0.53, -0.07),
                    (side * 0.60, 0.02),
                ],
                [(0.0, -0.27), (side * 0.05, -0.16), (side * 0.035, -0.03), (side * 0.075, 0.09)],
            ):
                gold = np.maximum(gold, _line(c, path, 0.006, 0.005))
        gem = disc(c, (0.0, 0.245), 0.045)
        plumes = []
        for k in range(7):
            angle = np.pi / 2 + (k - 3) * 0.27
            long = 0.50 - 0.035 * abs(k - 3)
            tip = (0.02 * (k - 3) + long * np.cos(angle), 0.22 + long * np.sin(angle))
            mid = (0.55 * long * np.cos(angle) * 0.75, 0.22 + 0.58 * long * np.sin(angle))
            spine = spline([(0.012 * (k - 3), 0.20), mid, tip], 8, closed=False)
            plumes.append(blob(c, taper(spine, (0.012, 0.040, 0.058, 0.024)), 0.1))
        barbs = np.asarray(0.10 + 0.03 * np.sin(np.hypot(c.x, c.y - 0.2) * 160), np.float32)
        layers = [
            Layer(plume, (0.9, 0.6, 0.5), glow=barbs, round=0.03) for plume in (*plumes[:3], *plumes[:3:-1], plumes[3])
        ]
        face = np.asarray(np.maximum(outer, -hole), np.float32)
        shine = np.clip(0.62 * edge + 0.60 * gold, 0, 1) * (outer < 0.004)
        layers += [
            Layer(np.asarray(hole + 0.004, np.float32), (0.05, 0.03, 0.02),
                  glow=np.asarray(0.16 + 0.14 * np.clip(-hole / 0.06, 0, 1), np.float32), alpha=0.8),
            Layer(face, (3.0, 2.7, 2.4), glow=np.asarray(shine, np.float32), round=0.14,
                  relief=np.asarray(0.010 * gold, np.float32)),
            Layer(gem, (0.8, 0.2, 0.2), glow=0.65, round=0.04),
        ]  # fmt: skip
        return paint(c, layers, 0.5)

    return on(canvas(*box, 8), "features/mask", painted)


@element("air", 1.2)
def mask(moment: Moment) -> tuple[Form, ...]:
    """Half-masks of porcelain and gold, turning slowly on the air, their ribbons following."""
    n = int(min(max(moment.count, 1), 5))
    base = tone(moment, (1.0, 0.62, 0.28))
    out: list[Form] = []
    for k in range(n):
        size = moment.size(1.05) * (1.0 if n == 1 else 0.72)
        phase = 6.28 * uniform_one(moment.seed, _PHASE + k)
        where = np.array(
            [
                moment.place.x + (k - (n - 1) / 2) * 1.45 * size * moment.place.spread,
                moment.place.y
                + size * (0.62 + (0.35 * normal(moment.seed, _HIGH + k, 1)[0] if n > 1 else 0.0))
                + 0.05 * np.sin(0.4 * moment.t + phase),
                moment.place.z + 0.3 * k,
            ],
            np.float32,
        )
        sway = 0.5 * float(np.sin(0.23 * moment.t + phase))
        body = Sprites(
            _mask_shape(),
            where[None],
            np.float32(size),
            tint=(0.10, 0.085, 0.075),
            glow=rgb(base * np.float32(0.50 * (1 - 0.3 * moment.calm))),
            yaw=sway,
            turn=0.05 * float(np.sin(0.31 * moment.t + phase)),
        )
        s = np.linspace(0, 1, 26)
        strands = []
        for side in (-1.0, 1.0):
            for lane in (0.0, 0.12):
                x = where[0] + side * size * (
                    0.47 * np.cos(sway) + (0.30 + lane) * s + 0.07 * np.sin(5 * s - 0.7 * moment.t + lane * 9)
                )
                y = where[1] + size * (0.12 - 0.9 * s * s - lane * s + 0.05 * np.sin(6 * s - 0.6 * moment.t + side))
                strands.append(np.stack([x, y, np.full(26, where[2] + 0.05)], 1))
        ribbons = Ribbons(
            np.stack(strands).astype(np.float32), (0.020 * size * (1 - 0.6 * s))[None].repeat(4, 0).astype(np.float32),
            rgb(base * np.float32(0.20)), "veil",
            opacity=(0.55 * smooth(moment.presence, 0.3, 1.0) * (1 - s**2))[None].repeat(4, 0).astype(np.float32),
        )  # fmt: skip
        out += [ribbons, *gathered(moment.replace(seed=moment.seed + k), body, count=600, colour=rgb(base))]
    return tuple(out)
