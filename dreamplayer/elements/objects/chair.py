"""A ladder-back chair standing by itself in a pool of light."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.materials.timber import timber
from dreamplayer.drawing.mesh import Face, SurfacePoints, ViewAngle, box, extruded, polygon, rod, turned
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.props import Look, larger, mesh_prop, place_prop
from dreamplayer.kit.sdf import Map
from dreamplayer.model.moment import Moment


def _chair() -> list[Face]:
    """A ladder-back chair with a woven seat."""
    wood = timber(edge=0.20)

    def rush(s: SurfacePoints) -> tuple[Map, Map]:
        a, b = np.abs(s.u - 0.22), np.abs(s.v - 0.21)
        weave = np.abs(np.sin(np.maximum(a, b) * 130))
        return (np.array([[0.34, 0.25, 0.13]]) * (0.5 + 0.6 * weave)[:, None]).astype(np.float32), (
            0.08 + 0.14 * np.exp(-s.edge / 0.02)
        ).astype(np.float32)

    faces = [polygon([(-0.22, 0.46, -0.21), (0.22, 0.46, -0.21), (0.22, 0.46, 0.21), (-0.22, 0.46, 0.21)], rush)]
    faces += box((-0.22, 0.425, -0.22), (0.22, 0.455, 0.21), wood)
    for x in (-0.20, 0.20):
        faces += rod((x, 0, -0.19), (x, 0.45, -0.19), radius=0.022, material=wood, facets=8)
        faces += rod((x, 0, 0.20), (x * 1.04, 1.08, 0.27), radius=0.022, material=wood, facets=8)
        faces += turned([(0.0, 1.07), (0.028, 1.09), (0.0, 1.13)], wood, (x * 1.04, 0.27), facets=8)
    for y, dz in ((0.62, 0.225), (0.78, 0.235), (0.94, 0.25)):
        faces += extruded(
            [
                (-0.20, y),
                (-0.1, y + 0.02),
                (0.1, y + 0.02),
                (0.20, y),
                (0.20, y + 0.07),
                (0.1, y + 0.10),
                (-0.1, y + 0.10),
                (-0.20, y + 0.07),
            ],
            dz,
            dz + 0.02,
            wood,
        )
    for y in (0.16, 0.28):
        faces += rod((-0.20, y, -0.19), (0.20, y, -0.19), radius=0.012, material=wood, facets=5)
        faces += rod((0.20, y, -0.19), (0.20, y, 0.21), radius=0.012, material=wood, facets=5)
        faces += rod((-0.20, y, -0.19), (-0.20, y, 0.21), radius=0.012, material=wood, facets=5)
    return faces


_CHAIR = mesh_prop("home/chair", (-0.45, -0.10, 0.45, 1.25), _chair, ViewAngle(yaw=0.55, eye=1.35, away=4.0), rows=280)


@element("prop", 1.15)
def chair(moment: Moment) -> tuple[Form, ...]:
    """A ladder-back chair standing by itself in a pool of light."""
    return place_prop(
        larger(moment, 1.05), _CHAIR, Look(glow=0.8, back=0.05, lamp=0.35, lamp_at=0.9, reach=1.8), wide=0.95, cap=9
    )
