"""A grand piano, gold under its raised lid."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.mesh import Face, SurfacePoints, ViewAngle, box, extruded, polygon, rod, stuff, turned
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.props import Look, mesh_prop, place_prop
from dreamplayer.elements.objects._shared.sounding import played
from dreamplayer.kit.outline import spline
from dreamplayer.kit.sdf import Map
from dreamplayer.model.moment import Moment


def _piano() -> list[Face]:
    """A grand piano, lid raised, gold inside, a line of keys."""
    black = stuff((0.020, 0.018, 0.022), edge=0.22, wide=0.02)
    curve = [
        (float(x), float(z))
        for x, z in spline(
            [
                (-0.75, -0.55),
                (-0.75, 0.9),
                (-0.55, 1.30),
                (-0.15, 1.30),
                (0.20, 0.75),
                (0.62, 0.45),
                (0.75, 0.0),
                (0.75, -0.55),
            ],
            per=5,
        )
    ]

    def gold(s: SurfacePoints) -> tuple[Map, Map]:
        strings = np.abs(np.mod(s.x / 0.045, 1) - 0.5) < 0.2
        glow = 0.26 + 0.42 * np.exp(-((s.x / 0.5) ** 2 + ((s.z - 0.2) / 0.6) ** 2)) + 0.15 * strings
        return np.full((len(s.u), 3), 0.2, np.float32), glow.astype(np.float32)

    faces: list[Face] = []
    for (x0, z0), (x1, z1) in zip(curve, curve[1:] + curve[:1], strict=False):
        faces.append(polygon([(x0, 0.66, z0), (x1, 0.66, z1), (x1, 1.0, z1), (x0, 1.0, z0)], black))
    faces.append(polygon([(x, 0.94, z) for x, z in curve], gold))

    def lid(s: SurfacePoints) -> tuple[Map, Map]:
        low = np.exp(-((s.y - 1.0) / 0.35).clip(0))
        return np.full((len(s.u), 3), 0.025, np.float32), (0.10 * low + 0.32 * np.exp(-s.edge / 0.018)).astype(
            np.float32
        )

    faces.append(polygon([(-0.75 + (x + 0.75) * 0.62, 1.0 + (x + 0.75) * 0.72, z) for x, z in curve], lid))
    faces += rod(
        (0.55, 1.0, 0.1), (0.12, 1.62, 0.1), radius=0.012, material=stuff((0.2, 0.14, 0.07), edge=0.3), facets=5
    )

    def keys(s: SurfacePoints) -> tuple[Map, Map]:
        k = (s.x + 0.70) / 0.0385
        gap = np.abs(np.mod(k, 1) - 0.5) > 0.45
        sharp = (
            (np.abs(np.mod(k + 0.5, 1) - 0.5) < 0.28)
            & np.isin(np.mod(np.floor(k + 0.5), 7), (1, 2, 4, 5, 6))
            & (s.z > -0.66)
        )
        tone = np.where(sharp, 0.01, np.where(gap, 0.1, 0.55))
        return np.tile(tone[:, None], (1, 3)).astype(np.float32) * np.array([1, 0.92, 0.8], np.float32), np.where(
            sharp | gap, 0.02, 0.34
        ).astype(np.float32)

    faces += box((-0.75, 0.60, -0.78), (0.75, 0.72, -0.54), black)
    faces.append(
        polygon([(-0.70, 0.735, -0.78), (0.70, 0.735, -0.78), (0.70, 0.735, -0.56), (-0.70, 0.735, -0.56)], keys)
    )
    faces += box((-0.75, 0.60, -0.80), (-0.70, 0.84, -0.50), black) + box(
        (0.70, 0.60, -0.80), (0.75, 0.84, -0.50), black
    )
    faces += extruded(
        [(-0.42, 1.0), (0.42, 1.0), (0.42, 1.28), (-0.42, 1.28)],
        -0.48,
        -0.45,
        stuff((0.03, 0.025, 0.03), edge=0.35, wide=0.015),
    )
    for x, z in ((-0.62, -0.45), (0.62, -0.45), (-0.3, 1.0)):
        faces += turned([(0.03, 0.0), (0.035, 0.1), (0.075, 0.66)], black, (x, z), facets=10)
    faces += box((-0.35, 0.44, -1.38), (0.35, 0.52, -1.08), stuff((0.10, 0.03, 0.03), edge=0.25, wide=0.02))
    for x in (-0.3, 0.3):
        for z in (-1.33, -1.13):
            faces += rod((x, 0, z), (x, 0.44, z), radius=0.025, material=black, facets=5)
    return faces


_PIANO = mesh_prop(
    "instrument/piano", (-1.35, -0.25, 1.35, 2.25), _piano, ViewAngle(yaw=0.45, eye=1.5, away=5.5), rows=300
)


@element("hero", 1.8, handles=("pulse", "ring"))
def piano(moment: Moment) -> tuple[Form, ...]:
    """A grand piano, gold under its raised lid."""
    return (
        *place_prop(moment, _PIANO, Look(glow=0.9, back=0.04, lamp=0.6, lamp_at=0.5, reach=2.6), n=1),
        *played(moment, moment.size(1.8)),
    )
