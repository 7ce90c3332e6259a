"""A gabled house at night, its windows warm; many are a village."""

from __future__ import annotations

from dreamplayer.drawing.element import element
from dreamplayer.drawing.mesh import Face, ViewAngle, box, stuff
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.props import Look, mesh_prop, place_prop
from dreamplayer.elements.buildings._shared.houses import gabled, tiles, wall
from dreamplayer.model.moment import Moment


def _cottage() -> list[Face]:
    """A small house with a chimney, two lit windows and a door."""
    front = wall(
        [
            (0.55, 0.95, 0.95, 1.15, 0.95),
            (3.0, 0.95, 0.95, 1.15, 0.75),
            (1.82, 2.9, 0.85, 0.95, 0.55),
            (1.86, 0.0, 0.80, 2.0, 0.16),
        ],
        (0.17, 0.135, 0.11),
    )
    side = wall([(0.8, 1.0, 0.9, 1.1, 0.85), (3.2, 1.0, 0.9, 1.1, 0.06)], (0.14, 0.11, 0.10), seed=4)
    faces = gabled(wide=4.5, deep=5.0, eaves=2.6, ridge=4.9, front=front, side=side, roof=tiles(), over=0.35)
    faces += box((0.9, 3.6, 0.4), (1.5, 5.7, 1.0), stuff((0.22, 0.15, 0.13), edge=0.07))
    return faces


_HOUSE = mesh_prop("house/cottage", (-4.2, -0.4, 4.2, 6.1), _cottage, ViewAngle(yaw=0.55, eye=1.7, away=14.0), rows=260)


@element("hero", 5.6)
def house(moment: Moment) -> tuple[Form, ...]:
    """A gabled house at night, its windows warm; many are a village."""
    return place_prop(moment, _HOUSE, Look(glow=0.95, back=0.03, lamp=0.7, lamp_at=0.25, reach=5.0), wide=5.2)
