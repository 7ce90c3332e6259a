"""Frames of rock around the view: the mouth of a cave, icicles under an eave."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.massif import ridged, rock
from dreamplayer.drawing.painted import on
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import dice
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import canvas
from dreamplayer.kit.shapes import Painting, frames

_MOUTH = (-2.1, -0.9, 2.1, 1.3)
_EAVE = (-2.1, -0.9, 2.1, 0.3)


def _mouth() -> Painting:
    c = canvas(*_MOUTH, 330)
    x, y = c.x, c.y
    angle = np.arctan2(y + 0.25, x)
    cos, sin = np.cos(angle), np.sin(angle)
    ragged = 0.20 * (fbm(cos * 2.2 + 4, sin * 2.2 + 9, 5, 5) - 0.5) * 2 + 0.10 * (
        ridged(cos * 3.0 + 2, sin * 3.0, 15, 4) - 0.5
    )
    r = np.hypot(x / 1.12, (y + 0.30) / 0.92)
    d = r - (0.92 + ragged)
    inside = np.where(y < -0.52, np.minimum(d, 0.4), d)
    away = np.clip(d, 0, 1.2)
    grain = fbm(x * 6, y * 9, 31, 4)
    relief = 0.22 * ridged(x * 2.3 + 3, y * 2.6, 44) + 0.05 * grain + 0.10 * np.exp(-away * 3)
    tone = (0.30 + 0.5 * grain) * np.exp(-away * 1.5) + 0.02
    out = rock(
        c, np.asarray(inside, np.float32), np.asarray(relief, np.float32), steep=1.8, tone=np.asarray(tone, np.float32)
    )
    out[..., 7] = np.exp(-away / 0.05) * (0.35 + 0.5 * grain) + 0.20 * np.exp(-away / 0.25) * ridged(
        x * 2.3 + 3, y * 2.6, 44
    )
    out[..., 7] *= out[..., 3]
    return out


def _eave(k: int) -> Painting:
    """A row of icicles: ribs of light down their length, a bright drop at the tip."""
    c = canvas(*_EAVE, 330)
    x, y = c.x, c.y
    out = np.zeros((*x.shape, 8), np.float32)
    n = 34
    r = dice(61 + k, 1, n * 4).reshape(n, 4)
    light, alpha = np.zeros_like(x), np.zeros_like(x)
    nx = np.zeros_like(x)
    for i in range(n):
        at = -2.0 + 4.0 * (i + 0.6 * r[i, 0]) / n
        long = (0.14 + 0.52 * r[i, 1] ** 2.2) * (0.55 + 0.45 * abs(at) / 2.0 + 0.25 * (r[i, 2] > 0.8))
        wide = 0.030 + 0.040 * r[i, 3] + 0.03 * long
        v = np.clip((0.20 - y) / (long + 0.20), 0, 1.1)
        half = wide * np.clip(1 - v, 0, 1) ** 0.75 * (1 + 0.10 * np.sin(22 * v + i))
        u = np.clip((x - at - 0.01 * np.sin(5 * v + i)) / np.maximum(half, 1e-3), -3.0, 3.0)
        a = np.clip((1 - np.abs(u)) * half / c.step, 0, 1) * (v < 1.0)
        rim = np.exp(-((1 - np.abs(u)) / 0.22)) * 0.5
        core = 0.75 * np.exp(-(((u + 0.25) / 0.22) ** 2)) * (0.5 + 0.5 * np.sin(9 * v + 3 * i) ** 2)
        tip = 1.0 * np.exp(-(((v - 0.95) / 0.05) ** 2))
        here = a > alpha * 0.6
        light = np.where(here, (0.10 + rim + core * (0.3 + 0.7 * v) + tip) * a, light)
        nx = np.where(here, u * 0.8, nx)
        alpha = np.maximum(alpha, a)
    cap = smooth(y - 0.12 - 0.05 * (fbm(x * 3 + k, 0 * y, 7, 3) - 0.5), -0.02, 0.03)
    alpha = np.maximum(alpha * 0.80, cap)
    out[..., :3] = (0.35 + 0.3 * cap)[..., None]
    out[..., 3] = alpha
    out[..., 4], out[..., 5] = np.clip(nx, -0.9, 0.9), 0.1
    out[..., 6] = 0.02
    out[..., 7] = np.clip(light * (1 - cap) + 0.10 * cap * fbm(x * 8, y * 8, 3, 3), 0, 1)
    return out


MOUTH = on(canvas(*_MOUTH, 8), "caveframe/mouth", _mouth)
EAVE = on(canvas(*_EAVE, 8), "caveframe/eave", lambda: frames([_eave(k) for k in range(2)]))
