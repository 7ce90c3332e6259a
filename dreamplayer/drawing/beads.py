"""Small single things that lie about or come down: a pearl, a petal."""

from __future__ import annotations

from functools import cache

import numpy as np

from dreamplayer.drawing.painted import on
from dreamplayer.drawing.primitives import Shape
from dreamplayer.kit.outline import spline
from dreamplayer.kit.sdf import blob, canvas, oval
from dreamplayer.kit.shapes import Layer, Painting, paint


@cache
def pearl_shape() -> Shape:
    """A pearl: a soft ball with one window of light."""

    def painted() -> Painting:
        c = canvas(-0.56, -0.56, 0.56, 0.56, 64)
        d = oval(c, (0, 0), 0.48, 0.48)
        r = np.hypot(c.x, c.y)
        glow = (
            0.20
            + 0.30 * np.exp(-(((c.x + 0.15) / 0.2) ** 2 + ((c.y - 0.18) / 0.2) ** 2))
            + 0.22 * np.exp(-(((r - 0.40) / 0.06) ** 2))
        )
        spot = 0.6 * np.exp(-(((c.x + 0.17) / 0.07) ** 2 + ((c.y - 0.20) / 0.07) ** 2))
        return paint(
            c, [Layer(d, (0.9, 0.85, 0.8), glow=np.asarray(np.clip(glow + spot, 0, 1), np.float32), round=0.48)]
        )

    return on(canvas(-0.56, -0.56, 0.56, 0.56, 8), "features/pearl", painted)


@cache
def petal_shape() -> Shape:
    """One curled petal."""

    def painted() -> Painting:
        c = canvas(-0.5, -0.56, 0.5, 0.56, 80)
        d = blob(
            c,
            spline(
                [
                    (0.0, 0.48),
                    (0.20, 0.40),
                    (0.34, 0.16),
                    (0.30, -0.14),
                    (0.12, -0.40),
                    (0.0, -0.50),
                    (-0.12, -0.40),
                    (-0.28, -0.14),
                    (-0.30, 0.16),
                    (-0.15, 0.40),
                ],
                6,
            ),
            0.4,
        )
        veins = 0.5 + 0.5 * np.cos(np.arctan2(c.x, c.y + 0.75) * 42)
        glow = 0.22 + 0.25 * np.clip(0.5 - c.y, 0, 1) + 0.30 * np.exp(np.minimum(d, 0) / 0.03) + 0.08 * veins
        return paint(
            c, [Layer(d, glow=np.asarray(glow, np.float32), round=0.2, relief=np.asarray(0.004 * veins, np.float32))]
        )

    return on(canvas(-0.5, -0.56, 0.5, 0.56, 8), "features/petal", painted)
