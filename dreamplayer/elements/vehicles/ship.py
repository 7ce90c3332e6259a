"""A three-masted ship under full sail, lanterns along her rail."""

from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.mesh import Face, SurfacePoints, ViewAngle, box, polygon, rod, stuff, turned
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.props import Look, mesh_prop, place_prop
from dreamplayer.elements.vehicles._shared.hulls import hull, planks
from dreamplayer.elements.vehicles._shared.outlines import Point3
from dreamplayer.kit.sdf import Map
from dreamplayer.model.moment import Moment


def _sailing_ship() -> list[Face]:
    """A three-masted ship, sails full and faintly lit, lanterns along her rail and in her stern windows."""

    def side(s: SurfacePoints) -> tuple[Map, Map]:
        colour, glow = planks((0.26, 0.16, 0.095))(s)
        port = (np.abs(np.mod(s.x / 0.9, 1) - 0.5) < 0.13) & (np.abs(s.y - 1.05) < 0.12) & (np.abs(s.x) < 3.6)
        rail = np.exp(-(((s.y - 1.34) / 0.03) ** 2))
        return colour, np.where(port, 0.8, glow + 0.20 * rail).astype(np.float32)

    def sail(s: SurfacePoints) -> tuple[Map, Map]:
        seam = np.exp(-((np.abs(np.mod(s.u / 0.42, 1) - 0.5) - 0.5) ** 2) * 160)
        low = np.exp(-((s.v / 1.2) ** 2))
        return (np.array([[0.56, 0.50, 0.42]]) * (0.75 - 0.25 * seam)[:, None]).astype(np.float32), (
            0.10 + 0.15 * low + 0.12 * np.exp(-s.edge / 0.04) - 0.03 * seam
        ).astype(np.float32)

    wood = stuff((0.28, 0.18, 0.11), edge=0.16, wide=0.03)
    faces = hull(long=9.0, wide=2.4, tall=1.7, material=side, steps=22, draught=0.35)
    faces += box((2.6, 1.4, -0.9), (4.6, 2.5, 0.9), stuff((0.11, 0.065, 0.045), edge=0.22, wide=0.04))
    faces += [
        polygon(
            [
                (2.8 + 0.45 * k, 1.75, -0.91),
                (3.1 + 0.45 * k, 1.75, -0.91),
                (3.1 + 0.45 * k, 2.2, -0.91),
                (2.8 + 0.45 * k, 2.2, -0.91),
            ],
            stuff((0.4, 0.3, 0.2), edge=0, glow=0.85),
        )
        for k in range(4)
    ]
    for x, tall in ((-2.6, 7.2), (0.1, 8.4), (2.7, 6.6)):
        faces += rod((x, 1.0, 0), (x, tall, 0), radius=0.075, material=wood, facets=7)
        for low, high, wide in ((2.1, 4.2, 1.75), (4.35, 5.9, 1.4), (6.0, tall - 0.3, 1.0)):
            if high - low < 0.4:
                continue
            faces += rod((x - 0.25, high, -wide), (x + 0.25, high, wide), radius=0.04, material=wood, facets=5)
            cols = 7
            q = np.linspace(-1, 1, cols)
            for a, b in itertools.pairwise(q):
                rows_ = np.linspace(0, 1, 4)
                for c, d in itertools.pairwise(rows_):

                    def at(
                        h: float, v: float, x: float = x, low: float = low, high: float = high, wide: float = wide
                    ) -> Point3:
                        belly = 0.55 * (1 - h * h) * np.sin(np.pi * (0.15 + 0.8 * (1 - v)))
                        return (x - belly - 0.1 + 0.25 * h, low + (high - low) * v, wide * h * (1.08 - 0.08 * v))

                    faces.append(polygon([at(a, c), at(b, c), at(b, d), at(a, d)], sail))
        faces.append(
            polygon([(x, tall, 0), (x + 0.8, tall - 0.15, 0), (x, tall - 0.3, 0)], stuff((0.3, 0.08, 0.05), edge=0.3))
        )
    faces += rod((-4.4, 1.9, 0), (-6.3, 3.2, 0), radius=0.06, material=wood, facets=6)
    faces.append(polygon([(-6.1, 3.05, 0), (-2.7, 6.4, 0), (-4.2, 2.3, 0)], sail))
    for x in (-3.6, -1.2, 1.4, 4.5):
        y = 2.75 if x > 4 else 1.75
        faces += turned(
            [(0.06, y), (0.11, y + 0.07), (0.11, y + 0.22), (0.02, y + 0.32)],
            stuff((0.4, 0.3, 0.2), edge=0, glow=1.0),
            (x, -0.9 if x < 4 else 0),
            facets=8,
        )
    return faces


_SHIP = mesh_prop(
    "vehicle/ship", (-7.2, -0.5, 6.4, 9.0), _sailing_ship, ViewAngle(yaw=0.35, eye=1.8, away=22.0), rows=340
)


@element("far", 9.0, handles=("drift",))
def ship(moment: Moment) -> tuple[Form, ...]:
    """A three-masted ship under full sail, lanterns along her rail."""
    rock = 0.012 * np.sin(0.4 * moment.t) * (1 + moment.event("drift"))
    p = moment.place
    moment = moment.replace(place=replace(p, size=p.size * 1.25, x=p.x + 0.8 * p.size * np.sin(0.06 * moment.t)))
    return place_prop(
        moment,
        _SHIP,
        Look(glow=0.9, back=0.02, lamp=0.5, lamp_at=0.2, reach=7.0, pool=0.0, sparks=50),
        wide=13.0,
        cap=3,
        turn=rock,
    )
