"""An old bicycle standing by itself with a basket and a small lamp."""

from __future__ import annotations

import itertools

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.mesh import Face, ViewAngle, box, extruded, rod, stuff, turned
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.props import Look, mesh_prop, place_prop
from dreamplayer.elements.vehicles._shared.outlines import curve
from dreamplayer.model.moment import Moment


def _bicycle() -> list[Face]:
    """An old bicycle with a basket and a lamp, leaning a little."""
    frame = stuff((0.10, 0.20, 0.20), edge=0.35, wide=0.03)
    steel = stuff((0.24, 0.22, 0.2), edge=0.3, wide=0.02)

    def wheel(x: float) -> list[Face]:
        faces: list[Face] = []
        ring = np.linspace(0, 2 * np.pi, 37)
        for a, b in itertools.pairwise(ring):
            faces += rod(
                (x + 0.34 * np.cos(a), 0.36 + 0.34 * np.sin(a), 0),
                (x + 0.34 * np.cos(b), 0.36 + 0.34 * np.sin(b), 0),
                radius=0.022,
                material=stuff((0.05, 0.045, 0.05), edge=0.22, wide=0.02),
                facets=5,
            )
        for a in np.linspace(0, 2 * np.pi, 17)[:-1]:
            faces += rod(
                (x, 0.36, 0), (x + 0.33 * np.cos(a), 0.36 + 0.33 * np.sin(a), 0), radius=0.004, material=steel, facets=3
            )
        return faces

    faces = [*wheel(-0.56), *wheel(0.56)]
    for a, b, r in (
        ((-0.56, 0.36), (-0.44, 0.92), 0.020),
        ((-0.47, 0.80), (0.08, 0.34), 0.022),
        ((-0.46, 0.86), (0.22, 0.80), 0.020),
        ((0.08, 0.34), (0.26, 0.94), 0.020),
        ((0.56, 0.36), (0.22, 0.80), 0.014),
        ((0.56, 0.36), (0.08, 0.34), 0.014),
    ):
        faces += rod((a[0], a[1], 0), (b[0], b[1], 0), r, frame, facets=7)
    faces += (
        rod((-0.44, 0.92, 0), (-0.42, 1.02, 0), radius=0.018, material=steel)
        + rod((-0.42, 1.02, -0.28), (-0.42, 1.02, 0.28), radius=0.016, material=steel)
        + rod((-0.42, 1.02, -0.28), (-0.24, 1.0, -0.30), radius=0.018, material=stuff((0.12, 0.06, 0.03), edge=0.2))
        + rod((-0.42, 1.02, 0.28), (-0.24, 1.0, 0.30), radius=0.018, material=stuff((0.12, 0.06, 0.03), edge=0.2))
    )
    faces += extruded(
        curve([(0.12, 0.95), (0.30, 1.0), (0.44, 0.97), (0.42, 0.93), (0.2, 0.92)]),
        -0.07,
        0.07,
        stuff((0.14, 0.07, 0.035), edge=0.25, wide=0.02),
    )
    weave = stuff((0.22, 0.14, 0.07), edge=0.20, wide=0.02)
    faces += box((-0.80, 0.74, -0.18), (-0.52, 0.98, 0.18), weave)
    faces += turned(
        [(0.03, 0.62), (0.06, 0.66), (0.06, 0.72), (0.02, 0.74)],
        stuff((0.4, 0.3, 0.2), edge=0, glow=1.0),
        (-0.62, -0.02),
        facets=10,
    )
    return faces


_BICYCLE = mesh_prop(
    "vehicle/bicycle", (-1.15, -0.1, 1.15, 1.2), _bicycle, ViewAngle(yaw=0.28, eye=0.9, away=5.0), rows=300
)


@element("prop", 1.2)
def bicycle(moment: Moment) -> tuple[Form, ...]:
    """An old bicycle standing by itself with a basket and a small lamp."""
    return place_prop(moment, _BICYCLE, Look(glow=0.8, back=0.045, lamp=0.4, lamp_at=0.5, reach=1.8), wide=1.7, cap=5)
