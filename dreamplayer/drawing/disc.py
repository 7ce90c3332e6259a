"""Round things of the sky, painted once: a moon with its seas, a sun, a banded planet, the ring of an eclipse."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.painted import on, shape
from dreamplayer.drawing.primitives import Array, f32
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import dice
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import Canvas, canvas
from dreamplayer.kit.shapes import Painting

_BOX = (-1.06, -1.06, 1.06, 1.06)
SCALE = 2.12 / 2.0
"""Height of the painting over the disc's diameter."""


def _ball(c: Canvas) -> tuple[Array, Array, Array]:
    """Distance from the middle, soft alpha, and height of the sphere over it."""
    r = np.hypot(c.x, c.y)
    alpha = np.clip(0.5 - (r - 1.0) / (c.step * 2.0), 0.0, 1.0)
    return f32(r), f32(alpha), f32(np.sqrt(np.clip(1.0 - r * r, 0.0, 1.0)))


def _shining(c: Canvas, light: Array, alpha: Array) -> Painting:
    out = np.zeros((*c.x.shape, 8), np.float32)
    out[..., 3] = alpha
    out[..., 6] = 0.3
    out[..., 7] = np.clip(light, 0.0, 1.0) * alpha
    return out


def _moon() -> Painting:
    c = canvas(*_BOX, 420)
    _, alpha, z = _ball(c)
    bend = 1.0 / (0.55 + 0.45 * z)
    u, v = f32(c.x * bend), f32(c.y * bend)
    warp = f32(0.55 * (fbm(u * 1.7 + 9, v * 1.7 + 3, 5, 4) - 0.5))
    seas = fbm(u * 1.25 + warp + 4.1, v * 1.25 - warp + 2.3, 12, 5)
    seas = smooth(f32(seas + 0.16 * (v + 0.35 * u)), 0.41, 0.63)
    grain = fbm(u * 7.0, v * 7.0, 21, 4)
    light = 0.90 - 0.36 * seas * (0.75 + 0.5 * grain) + 0.10 * (grain - 0.5)
    px, py, size = dice(8, 1, 60) * 2 - 1, dice(8, 2, 60) * 2 - 1, 0.012 + 0.05 * dice(8, 3, 60) ** 3
    for x, y, s in zip(px, py, size, strict=True):
        d = np.hypot(u - x, v - y) / s
        light += 0.10 * np.exp(-((d - 1.0) ** 2) * 9.0) - 0.07 * np.exp(-(d**2) * 1.6)
    for x, y in ((-0.28, -0.62), (0.34, 0.18), (-0.55, 0.12)):
        d = np.hypot(u - x, v - y)
        angle = np.sin(9 * np.arctan2(v - y, u - x) + 4 * fbm(u * 3, v * 3, 44, 2))
        light += 0.10 * np.exp(-d * 6.0) * (0.6 + 0.4 * angle)
    limb = 0.52 + 0.48 * z**0.55
    return _shining(c, light * limb, alpha)


def _sun() -> Painting:
    c = canvas(*_BOX, 240)
    _, alpha, z = _ball(c)
    bands = 1.0 - 0.16 * smooth(fbm(c.x * 0.8, c.y * 7.0, 3, 3), 0.45, 0.75) * smooth(c.y, 0.4, -0.8)
    return _shining(c, (0.60 + 0.40 * z**0.5) * (0.80 + 0.20 * (c.y + 1) / 2) * bands, alpha)


def _eclipse() -> Painting:
    c = canvas(-2.6, -2.6, 2.6, 2.6, 420)
    r = np.hypot(c.x, c.y)
    cos, sin = f32(c.x / (r + 1e-4)), f32(c.y / (r + 1e-4))
    rays = fbm(cos * 2.1 + 5, sin * 2.1 + 3, 7, 4)
    fine = fbm(cos * 7.0 + 15, sin * 7.0 + 31, 17, 3)
    out = np.maximum(r - 1.0, 0.0)
    crown = np.exp(-out * (2.2 + 3.6 * (1 - rays))) * (0.55 + 0.7 * fine) * 0.55 + 0.8 * np.exp(-out * 26.0)
    crown *= smooth(r, 0.985, 1.01) * smooth(r, 2.55, 1.9)
    crown += 0.9 * np.exp(-((c.x - 0.69) ** 2 + (c.y - 0.74) ** 2) * 95.0) * smooth(r, 0.97, 1.0)
    image = np.zeros((*r.shape, 8), np.float32)
    image[..., 3] = np.clip(0.5 - (r - 1.0) / (c.step * 2.0), 0.0, 1.0)
    image[..., :3] = 0.0012
    image[..., 7] = np.clip(crown, 0, 1)
    return image


def _planet() -> Painting:
    """A quiet banded world with a tilted ring, lit from the lower left."""
    c = canvas(-2.3, -1.2, 2.3, 1.2, 360)
    r, alpha, z = _ball(c)
    tilt = 0.32
    x, y = c.x * np.cos(tilt) + c.y * np.sin(tilt), -c.x * np.sin(tilt) + c.y * np.cos(tilt)
    lat = np.arcsin(np.clip(y, -1, 1)) + 0.10 * z
    swirl = 0.10 * (fbm(x * 2.4 / (0.4 + z), y * 8.0, 9, 4) - 0.5)
    bands = 0.5 + 0.5 * np.sin(9.0 * (lat + swirl) + 1.6 * np.sin(3.0 * lat))
    sun = np.clip(-0.62 * c.x - 0.25 * c.y + 0.60 * z, 0.0, 1.0)
    light = (0.50 + 0.40 * bands) * sun**0.8 + 0.02
    squash = 0.26
    ring = np.hypot(x, y / squash)
    stripes = 0.55 + 0.45 * np.sin(ring * 34.0 + 2.0 * np.sin(ring * 9.0))
    gap = 1.0 - 0.85 * np.exp(-(((ring - 1.78) / 0.025) ** 2))
    band = smooth(ring, 1.26, 1.36) * smooth(ring, 2.18, 2.05) * stripes * gap
    shade = 1.0 - 0.85 * np.exp(-((np.clip(y / squash * 0.2 + c.x * 0.0, -9, 9)) ** 2) * 0.0) * (
        (np.hypot(x - 0.55, y) < 0.98) & (x > 0) & (y > 0)
    )
    front = (y < 0).astype(np.float32)
    body = alpha
    light_all = light * body
    here = band * 0.62 * shade
    hidden = np.where(front > 0, 1.0, 1.0 - body)
    cover = np.clip(band * 0.85 * hidden, 0, 1)
    image = np.zeros((*r.shape, 8), np.float32)
    image[..., 3] = np.clip(np.maximum(body, cover * 0.8), 0, 1)
    image[..., 7] = np.clip(light_all * (1 - cover * front * 0.8) + here * hidden, 0, 1)
    image[..., 6] = 0.3
    return image


MOON = on(canvas(*_BOX, 8), "disc/moon", _moon)
SUN = on(canvas(*_BOX, 8), "disc/sun", _sun)
ECLIPSE = on(canvas(-2.6, -2.6, 2.6, 2.6, 8), "disc/eclipse", _eclipse)
PLANET = shape("disc/planet", _planet, 4.6 / 2.4, 0.5)
