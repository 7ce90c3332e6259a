"""A curved balustrade of dark glass: turned balusters, a broad rail, a step at its foot."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.primitives import Array
from dreamplayer.drawing.props import drawn
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import Canvas
from dreamplayer.kit.shapes import Painting

HEIGHT = 1.02
_PROFILE = (
    (0.00, 0.085),
    (0.05, 0.085),
    (0.06, 0.060),
    (0.10, 0.050),
    (0.13, 0.066),
    (0.15, 0.042),
    (0.22, 0.046),
    (0.34, 0.070),
    (0.46, 0.066),
    (0.62, 0.040),
    (0.74, 0.030),
    (0.78, 0.048),
    (0.81, 0.034),
    (0.88, 0.040),
    (0.93, 0.072),
    (1.02, 0.076),
)


def _baluster(c: Canvas) -> Painting:
    ys, rs = np.array([p[0] for p in _PROFILE]), np.array([p[1] for p in _PROFILE])
    half = np.interp(c.y, ys, rs).astype(np.float32)
    x = c.x / half
    inside = np.clip((1 - np.abs(x)) * half / c.step + 0.5, 0, 1) * (c.y > 0) * (c.y < HEIGHT)
    edge = np.exp(-(1 - np.abs(x)).clip(0) * half / 0.0055)
    inner = np.exp(-((np.abs(x) - 0.62) ** 2) / 0.018)
    glint = np.exp(-(((x + 0.38) / 0.10) ** 2)) * (0.5 + 0.5 * fbm(c.x * 3, c.y * 7, 2))
    out = np.zeros((*c.x.shape, 8), np.float32)
    body = 0.030 + 0.035 * inner + 0.05 * glint
    out[..., :3] = body[..., None] * np.array([0.55, 0.62, 1.25])
    out[..., 3] = inside * (0.62 + 0.30 * np.abs(x) ** 2)
    out[..., 4] = np.clip(x, -1, 1) * 0.95
    slope = np.gradient(half, c.step, axis=0)
    out[..., 5] = np.clip(slope * 1.2, -0.6, 0.6)
    out[..., 6] = np.clip((1 - np.abs(x)).clip(0) * half, 0, 0.2)
    ring = np.exp(-((np.mod(c.y * 0.98 + 0.004, 0.155) / 0.010) ** 2)) * 0.0
    out[..., 7] = np.clip((0.50 * edge + 0.10 * glint + 0.06 * inner + ring) * inside * (0.45 + 0.55 * c.y), 0, 1)
    return out


def _floor(c: Canvas) -> Painting:
    """A disc of dark glass with inlaid rings, seen from above."""
    r = np.hypot(c.x, c.y)
    a = np.clip(0.5 - (r - 1.0) / 0.008, 0, 1)
    rings = sum(
        np.exp(-(((r - k) / 0.0035) ** 2)) * w for k, w in ((0.985, 1.0), (0.955, 0.6), (0.72, 0.35), (0.45, 0.28))
    )
    vein = np.exp(-np.abs(fbm(c.x * 3, c.y * 3, 6) - 0.5) * 60) * 0.10
    out = np.zeros((*c.x.shape, 8), np.float32)
    out[..., :3] = np.array([0.008, 0.008, 0.020])
    out[..., 3] = a * (0.50 - 0.16 * smooth(r, 0.2, 1.0))
    out[..., 6] = 0.3
    out[..., 7] = np.clip(np.asarray(rings) * 0.20 + vein * 0.3, 0, 1) * a
    return out


BALUSTER = drawn("balustrade/baluster", (-0.11, -0.01, 0.11, 1.04), _baluster, 260)
FLOOR = drawn("balustrade/floor", (-1.0, -1.0, 1.0, 1.0), _floor, 360)


def arc(n: int, radius: float, z: float, x: float, open_: float) -> Array:
    """Points of the rail on the ground, (n, 3), from the near left around the far side to the near right."""
    turn = np.linspace(-open_, open_, n)
    return np.stack([x + radius * np.sin(turn), np.zeros(n), z + 0.78 * radius * np.cos(turn)], 1).astype(np.float32)
