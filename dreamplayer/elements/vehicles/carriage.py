"""A round-bellied coach with lanterns and gilt curls, its window warm."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.mesh import Face, SurfacePoints, ViewAngle, box, extruded, rod, stuff, turned
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.props import Look, mesh_prop, place_prop
from dreamplayer.elements.vehicles._shared.outlines import curve, disc
from dreamplayer.kit.sdf import Map
from dreamplayer.model.moment import Moment


def _carriage() -> list[Face]:
    """A round-bellied coach with lanterns, large spoked wheels, gilt curls."""

    def side(s: SurfacePoints) -> tuple[Map, Map]:
        window = (
            np.where(s.y > 1.75, np.hypot(s.x, (s.y - 1.75) * 1.1) - 0.42, np.maximum(np.abs(s.x) - 0.42, 1.45 - s.y))
            < 0
        )
        curtain = window & (np.abs(s.x) > 0.26 + 0.08 * np.cos((s.y - 1.4) * 5))
        panel = np.abs(np.hypot(s.x * 0.8, (s.y - 1.35) * 0.9) - 0.66) < 0.02
        glow = np.where(window, np.where(curtain, 0.35, 0.75), 0.45 * np.exp(-s.edge / 0.03) + 0.32 * panel + 0.02)
        return np.where(window[:, None], 0.1, np.array([[0.085, 0.030, 0.060]])).astype(np.float32), glow.astype(
            np.float32
        )

    gold = stuff((0.26, 0.16, 0.06), edge=0.30, wide=0.02)
    body = curve(
        [
            (-0.55, 0.80),
            (-0.95, 1.05),
            (-1.10, 1.55),
            (-1.05, 2.15),
            (0.0, 2.38),
            (1.05, 2.15),
            (1.10, 1.55),
            (0.95, 1.05),
            (0.55, 0.80),
        ]
    )
    faces = extruded(body, -0.62, 0.62, side, stuff((0.07, 0.028, 0.05), edge=0.08, wide=0.03))
    faces += turned([(0.02, 2.62), (0.14, 2.52), (0.10, 2.42), (0.22, 2.34)], gold)
    faces += (
        rod((-1.0, 0.95, 0), (-2.1, 0.85, 0), radius=0.06, material=gold)
        + rod((-2.1, 0.85, 0), (-2.5, 1.55, 0), radius=0.05, material=gold)
        + rod((1.0, 0.95, 0), (1.9, 1.25, 0), radius=0.06, material=gold)
    )
    faces += box((-2.5, 1.30, -0.45), (-1.75, 1.42, 0.45), stuff((0.10, 0.04, 0.05), edge=0.3, wide=0.03))
    for x, r in ((-1.75, 0.52), (1.35, 0.74)):
        for z in (-0.72, 0.72):
            faces += disc((x, r, z), r, 12, 0.12, 0.24)
    for z in (-0.66, 0.66):
        faces += turned(
            [(0.08, 1.62), (0.11, 1.70), (0.11, 1.92), (0.03, 2.04)],
            stuff((0.4, 0.3, 0.2), edge=0, glow=1.0),
            (-1.12, z),
            facets=10,
        )
    return faces


_CARRIAGE = mesh_prop(
    "vehicle/carriage", (-3.0, -0.3, 2.6, 2.9), _carriage, ViewAngle(yaw=0.35, eye=1.4, away=9.0), rows=280
)


@element("hero", 2.7)
def carriage(moment: Moment) -> tuple[Form, ...]:
    """A round-bellied coach with lanterns and gilt curls, its window warm."""
    return place_prop(moment, _CARRIAGE, Look(glow=0.9, back=0.035, lamp=0.7, lamp_at=0.5, reach=3.0), wide=5.0, cap=3)
