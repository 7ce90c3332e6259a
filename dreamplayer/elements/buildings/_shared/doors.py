"""An arched door leaf, the stone about it, and the light behind it."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.materials.mirror import arch
from dreamplayer.drawing.primitives import Array
from dreamplayer.drawing.props import painted_prop
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import Canvas, Map
from dreamplayer.kit.shapes import Painting, blur

HALF, SPRING, RIM = 0.55, 1.72, 0.15
"""Half the width of the doorway, the height where its arch springs, and the width of its frame, metres."""


def leaf_arch(c: Canvas, grow: float = 0.0) -> Map:
    """Distance to the doorway."""
    return arch(c, HALF + grow, 0.0, SPRING)


def _leaf(c: Canvas) -> Painting:
    d = leaf_arch(c)
    inside = np.clip(0.5 - d / c.step, 0, 1)
    board = np.floor((c.x + HALF) / 0.157)
    seam = np.abs(np.mod((c.x + HALF) / 0.157, 1.0) - 0.5) * 2
    grain = fbm(c.x * 14 + board * 7, c.y * 1.6, seed=4)
    tone = (0.45 + 0.75 * grain) * (1 - 0.7 * smooth(seam, 0.90, 1.0))
    out = np.zeros((*c.x.shape, 8), np.float32)
    out[..., :3] = np.array([0.20, 0.13, 0.095]) * tone[..., None]
    out[..., 3] = inside
    frame = np.abs(d + 0.13) - 0.018
    panel = np.exp(-np.maximum(frame, 0) / 0.010) * (c.y > 0.12)
    mid = np.exp(-(((c.y - 1.0) / 0.022) ** 2)) * (d < -0.13)
    iron = np.maximum(np.exp(-(((c.y - 0.38) / 0.028) ** 2)), np.exp(-(((c.y - 1.58) / 0.028) ** 2))) * (c.x < 0.22)
    out[..., :3] *= (1 - 0.7 * iron)[..., None]
    ring = np.hypot(c.x - 0.40, c.y - 1.02)
    knob = np.clip(1 - ring / 0.045, 0, 1)
    core = np.exp(-((c.x / 0.36) ** 2 + ((c.y - 1.25) / 0.75) ** 2))
    glow = 0.09 * core * tone + 0.16 * panel + 0.13 * mid + 0.85 * np.exp(-np.maximum(-d, 0) / 0.010) * inside
    out[..., 7] = np.clip((glow + 0.8 * knob**0.5 * (knob > 0)) * inside, 0, 1)
    out[..., 6] = np.clip(-d, 0, None) / 2.4
    out[..., 4] = (seam - 0.5) * 0.25 * np.sign(np.mod((c.x + HALF) / 0.157, 1.0) - 0.5)
    return out


def _surround(c: Canvas) -> Painting:
    d = leaf_arch(c)
    wide = leaf_arch(c, RIM + 0.05)
    ring = np.maximum(wide, -d)
    out = np.zeros((*c.x.shape, 8), np.float32)
    angle = np.where(
        c.y > SPRING, np.arctan2(c.x, c.y - SPRING) * (HALF + 0.1), (c.y - SPRING) * -np.sign(c.x) + np.sign(c.x) * 1.02
    )
    joint = np.abs(np.mod(angle / 0.26 + 0.5, 1.0) - 0.5)
    stone = (0.55 + 0.6 * fbm(c.x * 7, c.y * 7, seed=6)) * (1 - 0.6 * np.exp(-((joint / 0.035) ** 2)))
    step = np.maximum(np.abs(c.x) - HALF - 0.30, np.abs(c.y + 0.05) - 0.05)
    ring = np.minimum(ring, step)
    out[..., :3] = np.array([0.16, 0.145, 0.15]) * stone[..., None]
    out[..., 3] = np.clip(0.5 - ring / c.step, 0, 1)
    lip = np.exp(-np.maximum(d, 0) / 0.035) * (d > -0.01)
    out[..., 7] = np.clip((0.42 * lip * stone + 0.05 * np.exp(-np.maximum(-wide, 0) / 0.02)) * out[..., 3], 0, 1)
    tread = np.exp(-np.maximum(-0.004 - c.y, 0) / 0.012) * (step < 0) * np.exp(-((c.x / 0.5) ** 2))
    out[..., 7] = np.clip(out[..., 7] + 0.4 * tread, 0, 1)
    out[..., 6] = np.clip(-ring, 0, None) / 2.6
    gy, gx = np.gradient(blur(ring.astype(np.float32), 2), c.step)
    out[..., 4], out[..., 5] = np.clip(gx * 0.6, -1, 1), np.clip(-gy * 0.6, -1, 1)
    return out


def _beyond(c: Canvas) -> Array:
    """The light on the other side: a soft room of gold, brightest low in the middle."""
    d = leaf_arch(c)
    inside = np.clip(0.5 - d / 0.02, 0, 1)
    core = np.exp(-((c.x / 0.30) ** 2 + ((c.y - 0.95) / 0.65) ** 2))
    fog = 0.55 + 0.75 * fbm(c.x * 2.0, c.y * 1.6, seed=12)
    light = (0.16 + 0.62 * core) * fog * inside
    out = np.zeros((*c.x.shape, 8), np.float32)
    out[..., 3] = inside
    fade = np.clip(np.minimum(np.minimum(c.x - c.left, c.right - c.x), c.top - c.y) / 0.12, 0, 1)
    out[..., 7] = np.clip(light + 0.35 * blur(light.astype(np.float32), 14) * (1 - inside) * fade, 0, 1)
    out[..., 6] = 0.3
    return out


LEAF = painted_prop("door/leaf", (-0.60, 0.0, 0.60, 2.32), _leaf, rows=300)
SURROUND = painted_prop("door/surround", (-0.95, -0.12, 0.95, 2.56), _surround, rows=300)
BEYOND = painted_prop("door/beyond", (-1.0, -0.05, 1.0, 2.75), _beyond, rows=200)
