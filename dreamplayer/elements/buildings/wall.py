"""An old garden wall grown with ivy, a small flame in its niche."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.mesh import Face, SurfacePoints, ViewAngle, extruded, stuff
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.props import Look, mesh_prop, place_prop
from dreamplayer.elements.buildings._shared.masonry import masonry
from dreamplayer.kit.hashing import uniform
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import Map
from dreamplayer.model.moment import Moment

_BROKEN_TOP = 4
"""Random lane of the broken top."""


def _old_wall(wide: float = 10.4, tall: float = 2.4) -> list[Face]:
    """A long garden wall with a coping, crumbled at its top, ivy and one small lit niche."""
    lamp = (0.9, 1.25, -0.4, 0.55)

    def face(s: SurfacePoints) -> tuple[Map, Map]:
        colour, shine = masonry((0.11, 0.095, 0.09), edge=0.0, course=0.20, seed=8, lamp=lamp, shade=1.6)(s)
        half = 0.20
        d = np.where(
            s.y > 1.25, np.hypot(s.x - 0.9, s.y - 1.25) - half, np.maximum(np.abs(s.x - 0.9) - half, 0.95 - s.y)
        )
        inside = d < 0
        flame = np.exp(-(((s.x - 0.9) / 0.06) ** 2 + ((s.y - 1.10) / 0.11) ** 2))
        shine = np.where(inside, 0.45 + 0.55 * flame, shine * 0.8 + 0.10 * np.exp(-d.clip(0) / 0.03))
        ivy = np.clip((fbm(s.x * 1.1 + 4, s.y * 0.8, seed=5) - 0.52 + 0.10 * (s.y - 1.2)) * 9, 0, 1) * ~inside
        leaf = fbm(s.x * 16, s.y * 16, seed=6, octaves=2)
        green = np.array([[0.045, 0.075, 0.042]], np.float32) * (0.3 + 1.4 * leaf)[:, None]
        colour = colour * (1 - ivy)[:, None] + green * ivy[:, None]
        return colour.astype(np.float32), (shine * (1 - 0.6 * ivy)).astype(np.float32)

    # It crumbles away towards both ends in steps of whole stones.
    x = np.linspace(-wide / 2, wide / 2, 49)
    left = np.clip((wide / 2 - np.abs(x)) / 0.9, 0.0, 1.0) ** 0.5
    broken = tall * left + 0.35 * (uniform(3, _BROKEN_TOP, 49) - 0.5) * (left < 0.98) + 0.05 * np.sin(1.7 * x)
    top = [
        (float(px), float(max(0.1, round(py / 0.2) * 0.2 if q < 0.98 else py)))
        for px, py, q in zip(x, broken, left, strict=True)
    ]
    profile = [(-wide / 2, 0.0), (wide / 2, 0.0), *reversed(top)]
    return extruded(profile, 0.0, 0.4, face, stuff((0.15, 0.13, 0.12), edge=0.10, wide=0.04))


_WALL = mesh_prop("stone/wall", (-5.9, -0.4, 5.9, 3.2), _old_wall, ViewAngle(yaw=0.22, eye=1.6, away=10.0), rows=220)


@element("prop", 2.6)
def wall(moment: Moment) -> tuple[Form, ...]:
    """An old garden wall grown with ivy, a small flame in its niche."""
    return place_prop(moment, _WALL, Look(glow=0.8, back=0.02, lamp=0.45, lamp_at=0.42, reach=2.2), wide=10.5, cap=3)
