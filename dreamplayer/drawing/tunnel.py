"""Rings of a vaulted tunnel, one behind the other, each a frame of rough stone lit from beyond."""

from __future__ import annotations

from functools import cache

import numpy as np

from dreamplayer.drawing.mirror import arch
from dreamplayer.drawing.painted import shape
from dreamplayer.drawing.primitives import Shape
from dreamplayer.kit.hashing import roll
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import canvas
from dreamplayer.kit.shapes import Painting

RINGS = 15
HALF, SPRING = 1.75, 1.55
BOX = (-5.4, -0.3, 5.4, 5.6)


def vault(size: float) -> float:
    """Height of a ring's frame, metres."""
    return (BOX[3] - BOX[1]) * size


def _ring(k: int) -> Painting:
    c = canvas(*BOX, 300)
    rough = 0.10 * (fbm(c.x * 1.6 + 9 * k, c.y * 1.6, 3 + k) - 0.5)
    d = arch(c, HALF, -1.0, SPRING) + rough
    a = np.clip(d / c.step + 0.5, 0, 1)
    angle = np.where(
        c.y > SPRING,
        np.arctan2(c.x, c.y - SPRING) * HALF,
        (SPRING - c.y) * np.sign(c.x) + np.sign(c.x) * HALF * np.pi / 2,
    )
    ring = np.floor(d / 0.42)
    block = np.floor(angle / 0.46 + 0.5 * np.mod(ring, 2))
    own = roll(7 + k, 3, (ring * 97 + block).astype(np.int64)).astype(np.float32)
    fu = np.abs(np.mod(angle / 0.46 + 0.5 * np.mod(ring, 2), 1.0) - 0.5)
    fv = np.abs(np.mod(d / 0.42, 1.0) - 0.5)
    joint = np.exp(-((np.minimum(0.5 - fu, 0.5 - fv) / 0.05) ** 2))
    tone = (0.5 + 0.6 * own) * (1 - 0.65 * joint) * (0.6 + 0.7 * fbm(c.x * 3, c.y * 3, 5))
    near = np.exp(-np.clip(d, 0, 9) / 0.75)
    out = np.zeros((*c.x.shape, 8), np.float32)
    out[..., :3] = (tone * (0.15 + 0.85 * near))[..., None] * np.array([0.075, 0.062, 0.062])
    out[..., 3] = a * (c.y > -0.05)
    out[..., 6] = np.clip(d / (BOX[3] - BOX[1]), 0, 0.24)
    lip = np.exp(-np.clip(d, 0, 9) / 0.10)
    out[..., 7] = np.clip((0.40 * lip + 0.16 * near) * tone, 0, 1) * out[..., 3]
    return out


@cache
def ring_shape(k: int) -> Shape:
    """One of three rings."""
    return shape(
        f"tunnel/ring{k}", lambda: _ring(k), (BOX[2] - BOX[0]) / (BOX[3] - BOX[1]), -BOX[1] / (BOX[3] - BOX[1])
    )
