"""A drum with its skin lit from within; it beats as slowly as a sleeping heart."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.mesh import Face, SurfacePoints, ViewAngle, rod, stuff, turned
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.props import Look, mesh_prop, place_prop
from dreamplayer.elements.objects._shared.sounding import played
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import Map
from dreamplayer.model.moment import Moment


def _drum() -> list[Face]:
    """A wide drum with rope lacing, its skin lit as from within."""

    def skin(s: SurfacePoints) -> tuple[Map, Map]:
        r = np.hypot(s.x, s.z)
        return np.tile(np.array([[0.40, 0.31, 0.21]], np.float32), (len(s.u), 1)), (
            0.28 + 0.36 * np.exp(-((r / 0.28) ** 2)) - 0.1 * fbm(s.x * 4, s.z * 4, seed=3)
        ).astype(np.float32)

    def side(s: SurfacePoints) -> tuple[Map, Map]:
        a = np.arctan2(s.z, s.x) * 8 / np.pi
        v = (s.y - 0.1) / 0.62
        lace = np.minimum(np.abs(np.mod(a + v, 2) - 1), np.abs(np.mod(a - v, 2) - 1)) > 0.93
        colour = np.where(lace[:, None], np.array([[0.40, 0.32, 0.22]]), np.array([[0.22, 0.05, 0.035]]))
        return colour.astype(np.float32), np.where(lace, 0.28, 0.03).astype(np.float32)

    hoop = stuff((0.22, 0.14, 0.06), edge=0.35, wide=0.015)
    faces = turned([(0.50, 0.10), (0.50, 0.72)], side, facets=40)
    faces += turned([(0.53, 0.04), (0.53, 0.12)], hoop, facets=40) + turned(
        [(0.53, 0.70), (0.53, 0.79)], hoop, facets=40
    )
    faces += turned([(0.52, 0.775), (0.51, 0.78)], hoop, facets=40, lid=skin)
    for a, b in (((-0.45, 0.80, -0.25), (0.32, 0.86, -0.05)), ((-0.30, 0.80, 0.20), (0.42, 0.86, 0.10))):
        faces += rod(a, b, radius=0.016, material=stuff((0.22, 0.12, 0.06), edge=0.3), facets=6) + turned(
            [(0.0, b[1] - 0.045), (0.045, b[1]), (0.0, b[1] + 0.045)],
            stuff((0.35, 0.28, 0.2), edge=0.2),
            (b[0], b[2]),
            facets=10,
        )
    return faces


_DRUM = mesh_prop("instrument/drum", (-0.75, -0.15, 0.75, 1.0), _drum, ViewAngle(yaw=0.2, eye=1.5, away=4.0), rows=240)


@element("prop", 0.9, handles=("pulse", "ring"))
def drum(moment: Moment) -> tuple[Form, ...]:
    """A drum with its skin lit from within; it beats as slowly as a sleeping heart."""
    beat = 1 + 0.25 * (0.5 - 0.5 * np.cos(2 * np.pi * moment.t / 3.4)) * (0.5 + moment.event("pulse"))
    return (
        *place_prop(
            moment, _DRUM, Look(glow=0.85 * beat, back=0.05, lamp=0.4, lamp_at=0.8, reach=1.6), wide=1.3, cap=4
        ),
        *played(moment, moment.size(1.0)),
    )
