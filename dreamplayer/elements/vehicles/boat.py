"""A small wooden boat with a lantern at its prow, rocking on the water."""

from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.mesh import Face, ViewAngle, box, polygon, rod, stuff, turned
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.props import Look, mesh_prop, place_prop
from dreamplayer.elements.vehicles._shared.hulls import hull, planks
from dreamplayer.elements.vehicles._shared.outlines import open_curve
from dreamplayer.model.moment import Moment


def _rowing_boat() -> list[Face]:
    """A small wooden boat with a lantern hung on a curved staff at its prow, two oars resting."""
    wood = stuff((0.40, 0.27, 0.16), edge=0.22, wide=0.02)
    faces = [
        polygon(
            [
                (-1.45, 0.05, 0.0),
                (-0.8, 0.05, -0.45),
                (0.6, 0.05, -0.55),
                (1.75, 0.05, -0.30),
                (1.75, 0.05, 0.30),
                (0.6, 0.05, 0.55),
                (-0.8, 0.05, 0.45),
            ],
            stuff((0.16, 0.10, 0.06), edge=0.0),
        )
    ]
    faces += hull(long=3.6, wide=1.25, tall=0.50, material=planks((0.36, 0.235, 0.135)), draught=0.30)
    for x in (-0.5, 0.5):
        faces += box((x - 0.12, 0.27, -0.52), (x + 0.12, 0.32, 0.52), wood)
    staff = open_curve([(-1.75, 0.6), (-1.86, 1.1), (-1.75, 1.5), (-1.45, 1.58), (-1.30, 1.44)])
    for (x0, y0), (x1, y1) in itertools.pairwise(staff):
        faces += rod((x0, y0, 0), (x1, y1, 0), radius=0.022, material=wood, facets=5)
    faces += turned(
        [(0.07, 1.10), (0.115, 1.16), (0.115, 1.34), (0.02, 1.44)],
        stuff((0.4, 0.3, 0.2), edge=0, glow=1.0),
        (-1.30, 0),
        facets=12,
    )
    faces += rod((0.1, 0.55, -0.5), (1.3, 0.12, -1.05), radius=0.022, material=wood, facets=5) + box(
        (1.2, 0.02, -1.14), (1.62, 0.16, -1.10), wood
    )
    return faces


_BOAT = mesh_prop(
    "vehicle/boat", (-2.5, -0.45, 2.5, 1.9), _rowing_boat, ViewAngle(yaw=0.42, eye=2.3, away=9.0), rows=240
)


@element("hero", 1.9, handles=("drift",))
def boat(moment: Moment) -> tuple[Form, ...]:
    """A small wooden boat with a lantern at its prow, rocking on the water."""
    rock = 0.018 * np.sin(0.6 * moment.t) + 0.03 * moment.event("drift") * np.sin(0.4 * moment.t)
    move = 0.5 * moment.event("drift") * np.sin(0.12 * moment.t) * moment.place.size
    moment = moment.replace(place=replace(moment.place, x=moment.place.x + move))
    return place_prop(
        moment,
        _BOAT,
        Look(glow=0.95, back=0.03, lamp=0.85, lamp_at=0.55, reach=3.5, pool=0.0),
        wide=4.0,
        cap=8,
        turn=rock,
    )
