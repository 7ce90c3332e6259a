"""A large quiet moon, honey-coloured, with its seas and a wide soft halo; it can lean down towards the world."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.painted import on
from dreamplayer.drawing.primitives import Form, f32
from dreamplayer.elements.sky._shared.discs import BOX, SCALE, ball, disc, shining
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import canvas
from dreamplayer.kit.shapes import Painting
from dreamplayer.model.moment import Moment

_CRATER_X, _CRATER_Y, _CRATER_SIZE = 1, 2, 3
"""Random lanes of the craters: where (right, up) and how large. The seed is fixed: it is always the same moon."""


def _moon() -> Painting:
    c = canvas(*BOX, 420)
    _, alpha, z = ball(c)
    bend = 1.0 / (0.55 + 0.45 * z)
    across, up = f32(c.x * bend), f32(c.y * bend)
    warp = f32(0.55 * (fbm(across * 1.7 + 9, up * 1.7 + 3, 5, 4) - 0.5))
    seas = fbm(across * 1.25 + warp + 4.1, up * 1.25 - warp + 2.3, 12, 5)
    seas = smooth(f32(seas + 0.16 * (up + 0.35 * across)), 0.41, 0.63)
    grain = fbm(across * 7.0, up * 7.0, 21, 4)
    light = 0.90 - 0.36 * seas * (0.75 + 0.5 * grain) + 0.10 * (grain - 0.5)
    crater_x, crater_y, size = (
        uniform(8, _CRATER_X, 60) * 2 - 1,
        uniform(8, _CRATER_Y, 60) * 2 - 1,
        0.012 + 0.05 * uniform(8, _CRATER_SIZE, 60) ** 3,
    )
    for x, y, s in zip(crater_x, crater_y, size, strict=True):
        distance = np.hypot(across - x, up - y) / s
        light += 0.10 * np.exp(-((distance - 1.0) ** 2) * 9.0) - 0.07 * np.exp(-(distance**2) * 1.6)
    for x, y in ((-0.28, -0.62), (0.34, 0.18), (-0.55, 0.12)):
        distance = np.hypot(across - x, up - y)
        angle = np.sin(9 * np.arctan2(up - y, across - x) + 4 * fbm(across * 3, up * 3, 44, 2))
        light += 0.10 * np.exp(-distance * 6.0) * (0.6 + 0.4 * angle)
    limb = 0.52 + 0.48 * z**0.55
    return shining(c, light * limb, alpha)


_MOON = on(canvas(*BOX, 8), "disc/moon", _moon)
_MOONLIGHT = (0.62, 0.40, 0.205)
"""Colour of the moon in linear light: warm, as of a low moon."""


@element("sky", 88.0, handles=("descend", "dim", "ignite", "rise", "open"))
def moon(moment: Moment) -> tuple[Form, ...]:
    """A large quiet moon, honey-coloured, with its seas and a wide soft halo; it can lean down towards the world."""
    down = smooth(moment.event("descend"), 0.0, 1.0)
    up = smooth(moment.event("rise"), 0.0, 1.0)
    near = 0.55 * down + 0.15 * smooth(moment.event("open"), 0.0, 1.0)
    return disc(
        moment, _MOON, 88.0, _MOONLIGHT, scale=SCALE, bright=0.92, wide=1.0, light=0.55, lift=near,
        sink=0.35 * down - 0.45 * up + 0.06 - min(moment.t, 90.0) * 0.0009,
    )  # fmt: skip
