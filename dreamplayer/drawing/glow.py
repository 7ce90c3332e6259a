"""The soft light around a lamp, a moon, an ember: wider than any dot, and without an edge."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from dreamplayer.drawing.painted import on
from dreamplayer.drawing.primitives import Array, Sprites
from dreamplayer.kit.sdf import canvas
from dreamplayer.kit.shapes import Painting


def _halo() -> Painting:
    c = canvas(-1, -1, 1, 1, 160)
    r = np.hypot(c.x, c.y)
    out = np.zeros((*r.shape, 8), np.float32)
    edge = np.clip(1.0 - r, 0.0, 1.0)
    out[..., 7] = np.clip(0.45 * np.exp(-r * r * 9.0) + 0.40 * np.exp(-r * 4.2) + 0.15 * edge, 0, 1) * edge**1.2
    return out


def _beam() -> Painting:
    """Light that falls from above and widens: bright at the top, lost below."""
    c = canvas(-0.6, 0.0, 0.6, 1.0, 256)
    half = 0.10 + 0.36 * (1.0 - c.y)
    u = c.x / half
    out = np.zeros((*u.shape, 8), np.float32)
    soft = np.exp(-(u**2) * 2.6) * np.clip(1.0 - np.abs(u) * 0.45, 0, 1)
    edge = np.clip((0.6 - np.abs(c.x)) * 6.0, 0.0, 1.0) * np.clip((1.0 - c.y) * 9.0, 0, 1)
    out[..., 7] = np.clip(soft * edge * (0.30 + 0.70 * c.y**1.3) * np.clip(c.y * 5.0, 0, 1) ** 0.7, 0, 1)
    return out


HALO = replace(on(canvas(-1, -1, 1, 1, 8), "glow/halo", _halo), radial=True)
"""A round glow, anchored at its middle."""
BEAM = on(canvas(-0.6, 0.0, 0.6, 1.0, 8), "glow/beam", _beam)


def halo(
    where: Array | tuple[float, float, float],
    size: Array | float,
    colour: Array | tuple[float, float, float],
    *,
    opacity: Array | float = 1.0,
    depth: float | None = None,
    width: float = 1.0,
    reflect: bool = True,
) -> Sprites:
    """Light of `colour` at its middle, gone at half of `size` metres. `where` is one point or (n, 3).

    Args:
        where: one point or (n, 3), metres.
        size: metres across, one for all or (n,).
        colour: linear light at its middle, (3,) or (n, 3).
        opacity: 0 unseen .. 1 whole, one for all or (n,).
        depth: metres used to order it; its own distance if None.
        width: multiplies its breadth: 2 lies like a low cloud.
        reflect: seen in still water too.
    """
    at = np.atleast_2d(np.asarray(where, np.float32))
    return Sprites(
        HALO, at, np.asarray(size, np.float32), glow=np.asarray(colour, np.float32), cover=0.0,
        opacity=np.asarray(opacity, np.float32), lit=0.0, rim=0.0, width=width, depth=depth, reflect=reflect,
    )  # fmt: skip
