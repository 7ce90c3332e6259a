"""Dressed stone: courses of blocks as a material."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.mesh import Material, SurfacePoints
from dreamplayer.kit.hashing import uniform_at
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import Map

_STONE_TONE = 3
"""Random lane of the tone of a stone."""

Colour = tuple[float, float, float]
PALE = (0.16, 0.145, 0.145)
"""Linear colour of pale stone."""


def masonry(
    albedo: Colour = PALE,
    edge: float = 0.08,
    course: float = 0.3,
    *,
    seed: int = 0,
    shade: float = 1.2,
    lamp: tuple[float, float, float, float] | None = None,
) -> Material:
    """Coursed stone, darker at the foot. `lamp` (x, y, z, reach) is a light painted into it, such as a fire within."""

    def made(s: SurfacePoints) -> tuple[Map, Map]:
        row = np.floor(s.v / course)
        col = np.floor(s.u / (course * 2.1) + 0.5 * np.mod(row, 2))
        own = uniform_at(seed, _STONE_TONE, (row * 157 + col).astype(np.int64)).astype(np.float32)
        stone_u = np.abs(np.mod(s.u / (course * 2.1) + 0.5 * np.mod(row, 2), 1.0) - 0.5) * course * 2.1
        stone_v = np.abs(np.mod(s.v / course, 1.0) - 0.5) * course
        joint = np.exp(-((np.minimum(course * 1.05 - stone_u, course * 0.5 - stone_v) / 0.018).clip(0) ** 2))
        tone = (0.6 + 0.45 * own + 0.4 * (fbm(s.u * 3, s.v * 3, seed, octaves=3) - 0.5)) * (1 - 0.55 * joint)
        tone = tone * (0.40 + 0.60 * np.clip(s.y / shade, 0, 1))
        colour = np.asarray(albedo, np.float32)[None, :] * tone[:, None]
        shine = edge * np.exp(-s.edge / 0.022)
        if lamp is not None:
            d = np.sqrt((s.x - lamp[0]) ** 2 + (s.y - lamp[1]) ** 2 + (s.z - lamp[2]) ** 2)
            shine = shine + 0.55 * np.exp(-d / lamp[3]) * tone
        return colour.astype(np.float32), shine.astype(np.float32)

    return made
