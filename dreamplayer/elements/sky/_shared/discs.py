"""Discs of the sky: how they are painted, hung and lit."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.painted import on
from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.primitives import Array, Form, Shape, Sprites, f32
from dreamplayer.drawing.sky.heavens import hung
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import Canvas, canvas
from dreamplayer.kit.shapes import Painting
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

BOX = (-1.06, -1.06, 1.06, 1.06)
"""Frame of a disc of radius 1: left, bottom, right, top, with room for a soft limb."""
SCALE = 2.12 / 2.0
"""Height of the painting over the disc's diameter."""


def ball(c: Canvas) -> tuple[Array, Array, Array]:
    """Distance from the middle, soft alpha, and height of the sphere over it."""
    r = np.hypot(c.x, c.y)
    alpha = np.clip(0.5 - (r - 1.0) / (c.step * 2.0), 0.0, 1.0)
    return f32(r), f32(alpha), f32(np.sqrt(np.clip(1.0 - r * r, 0.0, 1.0)))


def shining(c: Canvas, light: Array, alpha: Array) -> Painting:
    """A painting that gives off light and is not lit: `light` (rows, columns, 3) within `alpha`."""
    out = np.zeros((*c.x.shape, 8), np.float32)
    out[..., 3] = alpha
    out[..., 6] = 0.3
    out[..., 7] = np.clip(light, 0.0, 1.0) * alpha
    return out


def _sun() -> Painting:
    c = canvas(*BOX, 240)
    _, alpha, z = ball(c)
    bands = 1.0 - 0.16 * smooth(fbm(c.x * 0.8, c.y * 7.0, 3, 3), 0.45, 0.75) * smooth(c.y, 0.4, -0.8)
    return shining(c, (0.60 + 0.40 * z**0.5) * (0.80 + 0.20 * (c.y + 1) / 2) * bands, alpha)


SUN = on(canvas(*BOX, 8), "disc/sun", _sun)


def disc(
    moment: Moment,
    shape: Shape,
    natural: float,
    colour: tuple[float, float, float],
    *,
    scale: float,
    bright: float,
    wide: float,
    light: float,
    lift: float = 0.0,
    sink: float = 0.0,
) -> tuple[Form, ...]:
    """A shining disc with a wide halo, and its light on the world."""
    (x, y, z), size = hung(moment, natural * (1.0 + lift))
    y = (
        max(y - sink * size, moment.stage.camera.eye + (0.60 + 0.35 * moment.stage.ridges) * size)
        if sink > 0.3
        else y - sink * size
    )
    base = np.asarray(moment.tint or colour, np.float32)
    dim = (1.0 - 0.85 * moment.event("dim")) * (1.0 + 0.22 * moment.event("ignite")) * (1.0 - 0.25 * moment.calm)
    burn = np.float32(bright * dim * (0.97 + 0.03 * np.sin(moment.t * 0.4)))
    where = np.array([[x, y, z]], np.float32)
    show = smooth(moment.presence, 0.1, 1.0)
    body = Sprites(shape, where, np.float32(size * scale), glow=rgb(base * burn), lit=0.0, rim=0.0)
    return (
        halo(where, size * 7.0, base * np.float32(0.10 * wide * dim * show) * f32([1.0, 0.8, 0.8])),
        halo(where, size * 2.3, base * np.float32(0.20 * wide * dim * show)),
        *gathered(moment, body, count=900, colour=rgb(base)),
        Light((x, y, z), rgb(base * np.float32(light * dim * show)), 420.0, 0.0),
    )
