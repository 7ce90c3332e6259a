"""A wooden sled with curled runners and a lantern on its prow."""

from __future__ import annotations

import itertools

from dreamplayer.drawing.element import element
from dreamplayer.drawing.mesh import Face, ViewAngle, box, extruded, rod, stuff, turned
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.props import Look, mesh_prop, place_prop
from dreamplayer.elements.vehicles._shared.outlines import open_curve
from dreamplayer.model.moment import Moment


def _sled() -> list[Face]:
    """A wooden sled with curled runners and a lantern on its prow."""
    wood = stuff((0.20, 0.11, 0.055), edge=0.24, wide=0.02)
    iron = stuff((0.10, 0.09, 0.09), edge=0.32, wide=0.02)
    faces: list[Face] = []
    curl = open_curve(
        [(1.2, 0.02), (0.0, 0.02), (-0.9, 0.04), (-1.35, 0.25), (-1.45, 0.62), (-1.20, 0.74), (-1.10, 0.55)]
    )
    for z in (-0.34, 0.34):
        for (x0, y0), (x1, y1) in itertools.pairwise(curl):
            faces += rod((x0, y0, z), (x1, y1, z), radius=0.03, material=iron, facets=6)
        for x in (-0.7, 0.1, 0.9):
            faces += rod((x, 0.03, z), (x, 0.36, z), radius=0.028, material=wood, facets=6)
    for k in range(5):
        z = -0.36 + 0.18 * k
        faces += box((-1.0, 0.36, z - 0.075), (1.15, 0.41, z + 0.075), wood)
    faces += extruded([(0.95, 0.41), (1.15, 0.41), (1.35, 1.15), (1.22, 1.18)], -0.42, 0.42, wood)
    faces += box((0.25, 0.41, -0.36), (0.95, 0.58, 0.36), stuff((0.22, 0.05, 0.04), edge=0.12, wide=0.03))
    faces += turned(
        [(0.07, 0.78), (0.10, 0.84), (0.10, 1.02), (0.02, 1.14)],
        stuff((0.4, 0.3, 0.2), edge=0, glow=1.0),
        (-1.25, 0),
        facets=12,
    )
    return faces


_SLED = mesh_prop("vehicle/sled", (-1.75, -0.15, 1.75, 1.5), _sled, ViewAngle(yaw=0.40, eye=1.1, away=6.0), rows=250)


@element("prop", 1.4)
def sled(moment: Moment) -> tuple[Form, ...]:
    """A wooden sled with curled runners and a lantern on its prow."""
    return place_prop(moment, _SLED, Look(glow=0.85, back=0.04, lamp=0.6, lamp_at=0.6, reach=2.2), wide=2.6, cap=4)
