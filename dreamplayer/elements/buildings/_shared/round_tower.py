"""A round tower with battlements and a lit window."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.mesh import Face, SurfacePoints, polygon, rod, stuff, turned
from dreamplayer.elements.buildings._shared.masonry import masonry
from dreamplayer.kit.sdf import Map


def round_tower(x: float, z: float, radius: float, tall: float, seed: int, cone: float = 1.0) -> list[Face]:
    """A round tower with slit windows, some lit, a corbelled top and a pointed roof."""

    def body(s: SurfacePoints) -> tuple[Map, Map]:
        colour, glow = masonry((0.15, 0.135, 0.14), edge=0.0, course=0.42, seed=seed, shade=2.0)(s)
        dx = np.abs(s.x - x)
        slit = (s.z < z) & (dx < 0.13) & (np.abs(np.mod(s.y + seed * 0.9, 2.6) - 1.3) < 0.38) & (s.y > 1.2)
        near = (s.z < z) * np.exp(
            -np.hypot((dx - 0.13).clip(0), (np.abs(np.mod(s.y + seed * 0.9, 2.6) - 1.3) - 0.38).clip(0)) / 0.22
        )
        return colour, np.where(slit, 0.9, glow + 0.22 * near * (s.y > 1.0)).astype(np.float32)

    stone = masonry((0.15, 0.135, 0.14), edge=0.14, course=0.42, seed=seed)
    faces = turned(
        [(radius, 0), (radius * 0.94, tall), (radius * 1.14, tall + 0.3), (radius * 1.14, tall + 0.7)],
        body,
        (x, z),
        facets=26,
    )
    roof = stuff((0.085, 0.055, 0.075), edge=0.10, wide=0.05)
    faces += turned(
        [(radius * 1.25, tall + 0.65), (radius * 0.5, tall + 0.65 + cone * 1.6), (0.03, tall + 0.7 + cone * 3.2)],
        roof,
        (x, z),
        facets=26,
    )
    faces += rod(
        (x, tall + 0.7 + cone * 3.1, z), (x, tall + 1.5 + cone * 3.2, z), radius=0.03, material=stone, facets=4
    )
    faces.append(
        polygon(
            [
                (x, tall + 1.45 + cone * 3.2, z),
                (x + 0.7, tall + 1.28 + cone * 3.2, z),
                (x, tall + 1.05 + cone * 3.2, z),
            ],
            stuff((0.35, 0.10, 0.06), edge=0.25),
        )
    )
    return faces
