"""One tall round tower with a pointed roof, a few slits lit."""

from __future__ import annotations

from dreamplayer.drawing.element import element
from dreamplayer.drawing.mesh import Face, ViewAngle, turned
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.props import Look, mesh_prop, place_prop
from dreamplayer.elements.buildings._shared.masonry import masonry
from dreamplayer.elements.buildings._shared.round_tower import round_tower
from dreamplayer.model.moment import Moment


def _keep() -> list[Face]:
    """One tall round tower on a rock, with a lit room under its roof."""
    return [
        *turned([(2.6, -0.1), (2.2, 0.4), (1.7, 0.9), (1.4, 1.0)], masonry((0.11, 0.10, 0.105), edge=0.03)),
        *round_tower(x=0, z=0, radius=1.15, tall=8.2, seed=5, cone=1.15),
    ]


_TOWER = mesh_prop("building/tower", (-3.0, -0.3, 3.0, 14.6), _keep, ViewAngle(yaw=0.0, eye=1.7, away=20.0), rows=340)


@element("hero", 13.0)
def tower(moment: Moment) -> tuple[Form, ...]:
    """One tall round tower with a pointed roof, a few slits lit."""
    return place_prop(
        moment, _TOWER, Look(glow=0.9, back=0.022, lamp=0.4, lamp_at=0.2, reach=5.0, mirror=False), wide=10.0, cap=3
    )
