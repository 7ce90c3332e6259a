"""A shy veil of pale light in the shape of someone, floating; one sees the night through it."""

from __future__ import annotations

from functools import cache

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.painted import on
from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.people.standing import facing
from dreamplayer.drawing.primitives import Array, Form, Shape, Sprites
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.kit.outline import spline
from dreamplayer.kit.sdf import Canvas, blob, canvas
from dreamplayer.kit.shapes import Painting, blur, frames, painting
from dreamplayer.model.moment import Moment

_PHASE = 51
"""Lane of chance of when the first floats; the others take the lanes after it."""

_VEIL_FRAMES = 6
"""Frames of the veil's waving."""


@cache
def _veil_shape() -> Shape:
    """A veiled figure that ends in mist, its cloth waving through `_VEIL_FRAMES` frames."""
    box = (-0.36, -0.06, 0.36, 1.06)

    def painted() -> Array:
        c = canvas(*box, 200)
        return frames([_veil(c, k / (_VEIL_FRAMES - 1)) for k in range(_VEIL_FRAMES)])

    return on(canvas(*box, 8), "light/veil", painted)


def _veil(c: Canvas, wave: float) -> Painting:
    swing = 2.0 * wave - 1.0
    outline = [
        (0.0, 0.985),
        (0.052, 0.965),
        (0.076, 0.915),
        (0.070, 0.86),
        (0.092, 0.815),
        (0.135, 0.74),
        (0.150, 0.60),
        (0.150 + 0.02 * swing, 0.42),
        (0.185 + 0.03 * swing, 0.22),
        (0.230 + 0.05 * swing, 0.02),
        (0.15 + 0.04 * swing, 0.06),
        (0.09 + 0.05 * swing, -0.01),
        (0.02 + 0.05 * swing, 0.05),
        (-0.06 + 0.05 * swing, -0.02),
        (-0.13 + 0.04 * swing, 0.05),
        (-0.20 + 0.05 * swing, 0.0),
        (-0.165 + 0.03 * swing, 0.22),
        (-0.140 + 0.02 * swing, 0.42),
        (-0.145, 0.60),
        (-0.132, 0.74),
        (-0.092, 0.815),
        (-0.070, 0.86),
        (-0.076, 0.915),
        (-0.052, 0.965),
    ]
    outer = blob(c, spline(outline, 6))
    down = np.clip((0.82 - c.y) / 0.8, 0.0, 1.0)
    across = c.x / (0.07 + 0.16 * down)
    fold = 0.5 + 0.5 * np.sin(across * 7.0 + 1.2 * swing + 3.0 * down) * np.sin(across * 3.1 - 0.8 * swing)
    cover = np.clip(0.5 - outer / 0.010, 0, 1) * np.clip((c.y + 0.02) / 0.42, 0.0, 1.0)
    hood = blob(c, spline([(0.0, 0.955), (0.040, 0.93), (0.042, 0.875), (0.0, 0.835), (-0.042, 0.875), (-0.040, 0.93)]))
    face = np.clip(0.5 - hood / 0.03, 0, 1)
    rim = np.exp(np.minimum(outer, 0) / 0.018)
    glow = (0.45 * rim + 0.32 * fold**2 * (0.3 + 0.7 * down) + 0.14) * cover * (1 - 0.55 * face)
    out = painting(c, (1.0, 1.0, 1.0), cover * (0.35 + 0.35 * rim), (blur(glow.astype(np.float32), 0.8)))
    slope_y, slope_x = np.gradient(np.asarray(fold * 0.02, np.float32), c.step)
    out[..., 4], out[..., 5] = np.clip(-slope_x, -0.7, 0.7), np.clip(slope_y, -0.7, 0.7)
    out[..., 6] = np.clip(-outer, 0, None) / c.height
    return out


@element("hero", 1.8)
def ghost(moment: Moment) -> tuple[Form, ...]:
    """A shy veil of pale light in the shape of someone, floating; one sees the night through it."""
    n = int(min(max(moment.count, 1), 4))
    out: list[Form] = []
    base = np.asarray(moment.tint or (0.50, 0.55, 0.78), np.float32)
    for k in range(n):
        phase = 6.28 * uniform_one(moment.seed, _PHASE + k)
        size = moment.size(1.8) * (1.0 - 0.12 * k)
        where = np.array(
            [
                [
                    moment.place.x
                    + (k - (n - 1) / 2) * 1.1 * moment.place.spread
                    + 0.12 * np.sin(0.31 * moment.t + phase),
                    moment.place.y + 0.14 + 0.07 * np.sin(0.55 * moment.t + phase),
                    moment.place.z + 0.4 * k,
                ]
            ],
            np.float32,
        )
        frame = 2.5 + 2.5 * float(np.sin(0.35 * moment.t + phase))
        body = Sprites(
            _veil_shape(), where, np.float32(size), tint=rgb(base * np.float32(0.05)),
            glow=rgb(base * np.float32(0.20 * (1 - 0.3 * moment.calm))), cover=0.5, lit=0.5, rim=0.3,
            turn=0.03 * float(np.sin(0.4 * moment.t + phase)), width=facing(moment, k), frame=min(max(frame, 0.0), 5.0),
        )  # fmt: skip
        out += gathered(moment.replace(seed=moment.seed + k), body, count=700, colour=(0.45, 0.48, 0.66))
    return tuple(out)
