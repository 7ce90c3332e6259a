"""A tent glowing from within like a lantern."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.mesh import Face, SurfacePoints, ViewAngle, polygon, rod, stuff
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.props import Look, mesh_prop, place_prop
from dreamplayer.elements.buildings._shared.houses import WOOD
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import Map
from dreamplayer.model.moment import Moment


def _tent() -> list[Face]:
    """A ridge tent lit from inside, its flaps tied back."""

    def cloth(s: SurfacePoints) -> tuple[Map, Map]:
        d = np.sqrt(s.x**2 + (s.y - 0.55) ** 2 + (s.z * 0.5) ** 2)
        weave = 0.85 + 0.15 * fbm(s.x * 5, s.y * 5, seed=3, octaves=3)
        seam = np.exp(-((np.mod(s.z + 1.5, 1.0) - 0.5) ** 2) * 900)
        return (np.array([[0.34, 0.24, 0.15]]) * weave[:, None]).astype(np.float32), (
            (0.14 + 0.42 * np.exp(-d / 0.8)) * weave * (1 - 0.4 * seam)
        ).astype(np.float32)

    def inside(s: SurfacePoints) -> tuple[Map, Map]:
        return np.full((len(s.u), 3), 0.1, np.float32), (
            0.30 + 0.68 * np.exp(-((s.x / 0.35) ** 2 + ((s.y - 0.40) / 0.45) ** 2))
        ).astype(np.float32)

    def rug(s: SurfacePoints) -> tuple[Map, Map]:
        light = 0.22 + 0.45 * np.exp(-(s.x**2 + (s.z - 0.2) ** 2) / 0.8)
        return np.tile(np.array([[0.30, 0.10, 0.06]], np.float32), (len(s.u), 1)), light.astype(np.float32)

    faces = [
        polygon([(-1.5, 0, -1.6), (-1.5, 0, 1.6), (0, 1.9, 1.6), (0, 1.9, -1.6)], cloth),
        polygon([(1.5, 0, -1.6), (1.5, 0, 1.6), (0, 1.9, 1.6), (0, 1.9, -1.6)], cloth),
    ]
    faces.append(polygon([(-1.4, 0, 1.5), (1.4, 0, 1.5), (0, 1.8, 1.5)], inside))
    faces.append(polygon([(-1.4, 0.01, -1.55), (1.4, 0.01, -1.55), (1.4, 0.01, 1.5), (-1.4, 0.01, 1.5)], rug))
    faces.append(polygon([(-1.5, 0, -1.6), (-0.42, 0, -1.75), (-0.05, 1.85, -1.6)], cloth))
    faces.append(polygon([(1.5, 0, -1.6), (0.62, 0, -1.75), (0.05, 1.85, -1.6)], cloth))
    cord = stuff((0.3, 0.24, 0.18), edge=0.2)
    faces += rod((0, 1.9, -1.6), (0, 0.0, -3.0), radius=0.012, material=cord, facets=4) + rod(
        (0, 0, -1.6), (0, 2.0, -1.6), radius=0.035, material=stuff(WOOD, edge=0.2), facets=6
    )
    for s in (-1.0, 1.0):
        faces += rod((s * 1.5, 0.02, -1.2), (s * 2.1, 0.0, -1.4), radius=0.012, material=cord, facets=4)
    return faces


_TENT = mesh_prop("building/tent", (-2.8, -0.3, 2.8, 2.5), _tent, ViewAngle(yaw=0.25, eye=1.4, away=8.0), rows=230)


@element("hero", 2.0)
def tent(moment: Moment) -> tuple[Form, ...]:
    """A tent glowing from within like a lantern."""
    return place_prop(moment, _TENT, Look(glow=1.0, back=0.035, lamp=0.8, lamp_at=0.3, reach=3.0), wide=4.4, cap=6)
