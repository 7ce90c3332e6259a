"""A table laid by candlelight."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.materials.timber import timber
from dreamplayer.drawing.mesh import Face, SurfacePoints, ViewAngle, box, moved, polygon, stuff, turned
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.props import Look, larger, mesh_prop, place_prop
from dreamplayer.elements.objects._shared.table_candle import candle
from dreamplayer.kit.sdf import Map
from dreamplayer.model.moment import Moment


def _table() -> list[Face]:
    """A wooden table laid with a cloth runner, a candle, a bowl, two cups and a book."""
    lamp = (0.0, 1.05, 0.0, 0.42)
    wood = timber(lamp=lamp)
    faces = box((-0.95, 0.72, -0.48), (0.95, 0.78, 0.48), wood)
    faces += box((-0.85, 0.60, -0.40), (0.85, 0.72, -0.38), timber())
    for x in (-0.85, 0.85):
        for z in (-0.40, 0.40):
            faces += turned(
                [(0.030, 0.0), (0.045, 0.12), (0.036, 0.30), (0.055, 0.48), (0.045, 0.72)],
                timber(edge=0.10),
                (x, z),
                facets=10,
            )

    def cloth(s: SurfacePoints) -> tuple[Map, Map]:
        d = np.hypot(s.x, s.z)
        return np.tile(np.array([[0.26, 0.06, 0.045]], np.float32), (len(s.u), 1)), (
            0.50 * np.exp(-d / 0.32) + 0.2 * np.exp(-s.edge / 0.012)
        ).astype(np.float32)

    faces.append(
        polygon([(-0.22, 0.783, -0.48), (0.22, 0.783, -0.48), (0.22, 0.783, 0.48), (-0.22, 0.783, 0.48)], cloth)
    )
    faces.append(
        polygon([(-0.22, 0.52, -0.485), (0.22, 0.52, -0.485), (0.22, 0.783, -0.485), (-0.22, 0.783, -0.485)], cloth)
    )
    faces += candle(0.0, 0.79, 0.0, 0.20)
    clay = stuff((0.28, 0.22, 0.18), edge=0.28, wide=0.012)
    faces += turned([(0.06, 0.78), (0.10, 0.80), (0.17, 0.89)], clay, (-0.48, 0.0), facets=20)
    for k, (x, z) in enumerate(((-0.54, 0.0), (-0.43, 0.03), (-0.48, -0.06))):
        faces += turned(
            [(0.01, 0.83), (0.06, 0.86), (0.065, 0.90), (0.01, 0.95)],
            stuff(((0.34, 0.10, 0.03), (0.30, 0.05, 0.04), (0.32, 0.18, 0.04))[k], edge=0.05, glow=0.18),
            (x, z),
            facets=12,
        )
    for x in (0.42, -0.20):
        faces += turned([(0.035, 0.78), (0.05, 0.82), (0.05, 0.88)], clay, (x, -0.28), facets=14)
    faces += moved(
        box((-0.12, 0.0, -0.09), (0.12, 0.05, 0.09), stuff((0.05, 0.09, 0.10), edge=0.35, wide=0.012)),
        (0.55, 0.78, 0.05),
        0.4,
    )
    return faces


_TABLE = mesh_prop("home/table", (-1.25, -0.15, 1.25, 1.35), _table, ViewAngle(yaw=0.30, eye=1.5, away=5.0), rows=280)


@element("hero", 1.3)
def table(moment: Moment) -> tuple[Form, ...]:
    """A table laid by candlelight."""
    return place_prop(
        larger(moment, 1.1), _TABLE, Look(glow=0.9, back=0.04, lamp=0.7, lamp_at=0.75, reach=2.0), wide=2.2, cap=5
    )
