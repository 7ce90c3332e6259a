"""One star close to: a small hot core, four long thin rays, a breath of halo."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.painted import on
from dreamplayer.drawing.primitives import Array, Sprites
from dreamplayer.kit.sdf import canvas
from dreamplayer.kit.shapes import Painting


def _flare() -> Painting:
    c = canvas(-1, -1, 1, 1, 360)
    x, y = np.abs(c.x), np.abs(c.y)
    r = np.hypot(c.x, c.y)
    fade = np.clip(1.0 - r, 0, 1) ** 2

    def ray(a: Array, b: Array, thin: float, long: float) -> Array:
        return np.asarray(np.exp(-a / (thin * (0.35 + 0.65 * np.exp(-b * 3.0)))) * np.exp(-b / long), np.float32)

    u, v = np.abs(c.x + c.y) * 0.7071, np.abs(c.x - c.y) * 0.7071
    light = 0.95 * np.exp(-((r / 0.050) ** 2)) + 0.30 * np.exp(-r / 0.085) + 0.055 * np.exp(-r / 0.30)
    light += 0.55 * ray(x, y, 0.012, 0.22) + 0.48 * ray(y, x, 0.012, 0.19)
    light += 0.10 * ray(u, v, 0.012, 0.09) + 0.10 * ray(v, u, 0.012, 0.09)
    out = np.zeros((*r.shape, 8), np.float32)
    out[..., 7] = np.clip(light * fade, 0, 1)
    return out


FLARE = on(canvas(-1, -1, 1, 1, 8), "starlight/flare", _flare)


def flare(
    where: Array | tuple[float, float, float], size: Array | float, colour: Array | tuple[float, float, float],
    *, opacity: Array | float = 1.0, turn: Array | float = 0.0, depth: float | None = None,
) -> Sprites:  # fmt: skip
    """A star of `size` metres from ray to ray; `where` is one point or (n, 3).

    Args:
        where: one point or (n, 3), metres.
        size: metres from ray to ray, one for all or (n,).
        colour: linear light at its core, (3,) or (n, 3).
        opacity: 0 unseen .. 1 whole, one for all or (n,).
        turn: radians in its own plane.
        depth: metres used to order it; its own distance if None.
    """
    at = np.atleast_2d(np.asarray(where, np.float32))
    return Sprites(
        FLARE, at, np.asarray(size, np.float32), glow=np.asarray(colour, np.float32), cover=0.0,
        opacity=np.asarray(opacity, np.float32), lit=0.0, rim=0.0, turn=np.asarray(turn, np.float32), depth=depth,
    )  # fmt: skip
