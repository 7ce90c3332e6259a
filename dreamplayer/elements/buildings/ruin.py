"""Broken arches and columns of a hall that has no roof but the sky."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.mesh import Face, ViewAngle, box, extruded, moved, turned
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.props import Look, mesh_prop, place_prop
from dreamplayer.elements.buildings._shared.masonry import masonry
from dreamplayer.model.moment import Moment


def _ruin() -> list[Face]:
    """Broken arches and columns of a lost hall, grass on their tops."""
    stone = masonry((0.165, 0.15, 0.145), edge=0.12, course=0.4, seed=6, shade=1.0)
    faces: list[Face] = []

    def arched(x0: float, broken: float, z: float) -> None:
        half, spring, thick = 1.05, 2.3, 0.55
        outer = np.linspace(np.pi, np.pi * broken, 16)
        profile = [(x0 - half - thick, 0.0), (x0 - half, 0.0), (x0 - half, spring)]
        inner = [(x0 + half * np.cos(a), spring + half * np.sin(a)) for a in outer]
        out = [(x0 + (half + thick) * np.cos(a), spring + (half + thick) * np.sin(a)) for a in outer[::-1]]
        profile += [*inner, *out, (x0 - half - thick, spring)]
        faces.extend(extruded(profile, z - 0.35, z + 0.35, stone))
        if broken <= 0.01:
            faces.extend(box((x0 + half, 0, z - 0.35), (x0 + half + thick, spring + 0.02, z + 0.35), stone))
        elif broken < 0.5:
            faces.extend(box((x0 + half, 0, z - 0.35), (x0 + half + thick, 1.1, z + 0.35), stone))

    arched(-1.6, 0.0, 0.0)
    arched(1.55, 0.38, 0.0)
    for x, tall, z in ((-4.2, 3.3, 0.3), (4.1, 1.7, -0.5), (3.2, 0.9, -2.0), (-3.6, 0.5, -2.2)):
        faces.extend(turned([(0.40, 0), (0.40, 0.15), (0.29, 0.25), (0.26, tall)], stone, (x, z), facets=16, lid=stone))
    faces.extend(moved(turned([(0.27, 0), (0.27, 1.5)], stone, facets=14), (0.0, 0.27, -2.4)))
    for x, z, s in ((-0.4, -1.9, 0.35), (0.9, -1.6, 0.28), (2.2, -2.6, 0.4), (-2.4, -2.8, 0.3)):
        faces.extend(moved(box((-s, 0, -s), (s, s * 1.1, s), stone), (x, 0, z), 0.6 * x))
    return faces


_RUIN = mesh_prop("building/ruin", (-5.6, -0.4, 5.6, 4.6), _ruin, ViewAngle(yaw=0.12, eye=1.7, away=13.0), rows=260)


@element("hero", 4.0)
def ruin(moment: Moment) -> tuple[Form, ...]:
    """Broken arches and columns of a hall that has no roof but the sky."""
    return place_prop(moment, _RUIN, Look(glow=0.5, back=0.04, lamp=0.25, lamp_at=0.3, reach=3.5, sparks=70), n=1)
