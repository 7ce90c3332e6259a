"""Timber as a material of meshes."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.mesh import Material, SurfacePoints
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import Map

WOOD = (0.17, 0.095, 0.052)


def timber(
    albedo: tuple[float, float, float] = WOOD, edge: float = 0.14, lamp: tuple[float, float, float, float] | None = None
) -> Material:
    """Grained wood as a material of meshes.

    Args:
        albedo: linear light it gives back: .02 blackened oak, .2 pine.
        edge: how bright its edges are, 0..1: 0 shapes melt into the dark, .14 a thin line, .5 drawn with chalk.
        lamp: (x, y, z, reach) in metres: a light that warms what is within about `reach` of it; None for none.

    Returns:
        A material: for each spot of a surface its albedo, (n, 3), and its own light, (n,) 0..1.
    """

    def made(s: SurfacePoints) -> tuple[Map, Map]:
        grain = 0.6 + 0.6 * fbm(s.u * 2.2, s.v * 17, 5, 3)
        light = edge * np.exp(-s.edge / 0.014)
        if lamp is not None:
            d = np.sqrt((s.x - lamp[0]) ** 2 + (s.y - lamp[1]) ** 2 + (s.z - lamp[2]) ** 2)
            light = light + 0.50 * np.exp(-d / lamp[3]) * grain
        return (np.asarray(albedo, np.float32)[None] * grain[:, None]).astype(np.float32), np.clip(light, 0, 1).astype(
            np.float32
        )

    return made
