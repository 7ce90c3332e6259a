"""A picket fence running off to both sides, a small lantern on one post."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.materials.timber import timber
from dreamplayer.drawing.mesh import Face, ViewAngle, box, extruded, stuff, turned
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.props import Look, mesh_prop, place_prop
from dreamplayer.model.moment import Moment


def _picket(panels: int = 11) -> list[Face]:
    """A white picket fence with a small lantern on one post."""
    wood = timber((0.17, 0.155, 0.15), edge=0.16)
    faces: list[Face] = []
    step = 0.34
    half = panels * step / 2
    for y in (0.30, 0.72):
        faces += box((-half, y, 0.02), (half, y + 0.09, 0.06), wood)
    for k in range(panels + 1):
        x = -half + k * step
        if k % 4 == 1:
            faces += box((x - 0.06, 0, -0.06), (x + 0.06, 1.12, 0.06), wood) + turned(
                [(0.09, 1.12), (0.02, 1.22)], wood, (x, 0), facets=4
            )
        else:
            y = 0.96
            faces += extruded(
                [(x - 0.06, 0.04), (x + 0.06, 0.04), (x + 0.06, y), (x, y + 0.10), (x - 0.06, y)], -0.02, 0.015, wood
            )
    x = -half + 5 * step
    faces += turned(
        [(0.055, 1.26), (0.085, 1.31), (0.085, 1.45), (0.02, 1.54)],
        stuff((0.4, 0.3, 0.2), edge=0, glow=1.0),
        (x, 0),
        facets=10,
    )
    return faces


_FENCE = mesh_prop("iron/fence", (-2.2, -0.12, 2.2, 1.7), _picket, ViewAngle(yaw=0.18, eye=1.4, away=7.0), rows=240)


@element("prop", 1.5)
def fence(moment: Moment) -> tuple[Form, ...]:
    """A picket fence running off to both sides, a small lantern on one post."""
    s = moment.place.size
    i = np.array([0, -1, 1, -2, 2])
    where = np.stack([moment.place.x + 3.62 * s * i, np.zeros(5), moment.place.z + 0.66 * s * i], 1).astype(np.float32)
    where[:, 1] = moment.place.y
    return place_prop(
        moment,
        _FENCE,
        Look(glow=0.8, back=0.0, lamp=0.5, lamp_at=0.8, reach=2.2, mirror=False, sparks=50, even=True),
        where=where,
    )
