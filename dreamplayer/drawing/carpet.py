"""A carpet that flies: a woven ground with border and medallion, rippling along its length."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Array, Ribbons

RED, BLUE, GOLD = np.array([0.34, 0.045, 0.035]), np.array([0.045, 0.055, 0.17]), np.array([0.80, 0.42, 0.13])


def _weave(u: Array, v: Array) -> Array:
    """Its colours at u across and v along, 0..1, (..., 3)."""
    x, y = np.abs(u - 0.5) * 2, np.abs(v - 0.5) * 2
    border = np.maximum(x, 1 - (1 - y) * 1.7)
    medal = np.hypot(x * 1.0, y * 1.55)
    petals = medal * (1 + 0.16 * np.cos(8 * np.arctan2(y * 1.55, x + 1e-6)))
    colour = np.broadcast_to(RED, (*u.shape, 3)).copy()
    colour[border > 0.74] = BLUE
    colour[(border > 0.70) & (border < 0.75)] = GOLD
    colour[(border > 0.90) & (border < 0.94)] = GOLD
    colour[(border > 0.79) & (border < 0.88) & (np.sin(u * 50) * np.sin(v * 80) > 0.3)] = GOLD * 0.7
    colour[petals < 0.50] = BLUE
    colour[(petals > 0.46) & (petals < 0.53)] = GOLD
    colour[petals < 0.18] = GOLD
    return np.asarray(colour, np.float32)


def flying(
    t: float, where: tuple[float, float, float], long: float, wide: float, opacity: float, grown: float, light: float
) -> list[Ribbons]:
    """Strands along its length, seen from a little below its level; waves run from its front to its back."""
    k, m = 54, 64
    s, v = np.linspace(0, 1, k)[:, None], np.linspace(0, 1, m)[None, :]
    wave = np.sin(7.0 * v - 0.9 * t) * (0.25 + 0.75 * v) + 0.35 * np.sin(12 * v - 1.3 * t + 3 * s)
    x = long * (v - 0.5) + 0 * s
    y = 0.085 * long * wave + 0.07 * long * (v - 0.5) + 0.10 * wide * (s - 0.5) ** 2
    z = wide * (s - 0.5) + 0 * v
    # Tilted towards the eye, so that its pattern is seen.
    tilt = 0.62
    at3 = np.stack([where[0] + x, where[1] + y + np.sin(tilt) * z, where[2] + np.cos(tilt) * z], -1)
    slope = np.cos(7.0 * v - 0.9 * t) * (0.25 + 0.75 * v)
    shade = 0.55 + 0.45 * np.clip(0.4 - 0.8 * slope, -0.6, 1.2) + 0 * s
    u2, v2 = np.broadcast_to(s, (k, m)), np.broadcast_to(v, (k, m))
    colour = _weave(u2.astype(np.float32), v2.astype(np.float32)) * (light * shade)[..., None]
    body = Ribbons(
        at3.astype(np.float32),
        np.float32(0.78 * wide / k),
        colour.astype(np.float32),
        profile="veil",
        opacity=opacity,
        grown=grown,
        depth=where[2],
    )
    fringe = []
    for j, side in ((0, -1.0), (m - 1, 1.0)):
        root = at3[::2, j]
        q = np.linspace(0, 1, 6)[None, :, None]
        sway = 0.015 * long * np.sin(1.3 * t + np.arange(len(root)))[:, None, None]
        fringe.append(
            root[:, None]
            + q * np.array([side * 0.055 * long, -0.012 * long, 0.0])
            + q**2 * sway * np.array([0.0, 1.0, 0.0])
        )
    tassels = Ribbons(
        np.concatenate(fringe).astype(np.float32),
        0.003 * long,
        rgb((GOLD * 0.5 * light).astype(np.float32)),
        opacity=opacity,
        depth=where[2],
    )
    return [body, tassels]
