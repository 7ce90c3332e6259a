"""A columned temple on its steps, a fire burning quietly deep inside."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.mesh import Face, SurfacePoints, ViewAngle, box, extruded, polygon, stuff, turned
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.props import Look, mesh_prop, place_prop
from dreamplayer.elements.buildings._shared.masonry import masonry
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import Map
from dreamplayer.model.moment import Moment

_STEP = 0.22
"""Height of each of the three steps."""
_HALF_WIDE, _HALF_DEEP = 4.2, 2.6
"""Half width and half depth of the floor."""
_ENTABLATURE, _PEDIMENT = 4.62, 5.15
"""Heights at which the beam on the columns and the gable on the beam begin."""
_GABLE_HALF, _GABLE_HIGH = 4.5, 1.6
"""Half width and height of the gable."""


def _temple() -> list[Face]:
    """Six columns under a pediment on three steps, a light burning deep inside."""
    faces: list[Face] = []
    for k in range(3):
        grow = 0.35 * (3 - k)
        faces += box(
            (-_HALF_WIDE - grow, _STEP * k, -_HALF_DEEP - grow),
            (_HALF_WIDE + grow, _STEP * (k + 1), _HALF_DEEP + grow),
            stuff((0.20, 0.18, 0.19), edge=0.16, wide=0.03),
        )
    base = 0.66

    def inner(s: SurfacePoints) -> tuple[Map, Map]:
        # A door in the back wall with a flame in it, and its light on the wall around.
        d = np.hypot(s.x, (s.y - 2.0) * 0.8)
        door = (np.abs(s.x) < 0.95) & (s.y < 3.4)
        flame = 0.95 * np.exp(-(((s.x / 0.7) ** 2) + ((s.y - 1.75) / 1.1) ** 2))
        light = np.where(door, 0.30 + flame, 0.30 * np.exp(-d / 1.6))
        return np.tile(np.array([[0.10, 0.08, 0.08]], np.float32), (len(s.u), 1)), light.astype(np.float32)

    faces.append(polygon([(-3.4, base, 1.2), (3.4, base, 1.2), (3.4, 4.6, 1.2), (-3.4, 4.6, 1.2)], inner))

    def column(s: SurfacePoints) -> tuple[Map, Map]:
        # Flutes by the way around it; darker at the foot; lit from within on the side that faces the fire.
        flute = 0.72 + 0.28 * np.abs(np.sin(np.mod(s.u, 0.16) / 0.16 * np.pi))
        back = np.clip((s.z + 2.3) / 0.5, 0, 1)
        tone = flute * (0.45 + 0.55 * np.clip((s.y - base) / 2.0, 0, 1))
        d = np.sqrt(s.x**2 + (s.y - 1.8) ** 2 + (s.z - 0.8) ** 2)
        return (np.array([[0.23, 0.205, 0.20]], np.float32) * tone[:, None]).astype(np.float32), (
            0.9 * back * np.exp(-d / 1.9)
        ).astype(np.float32)

    for x in (-3.7, -2.22, -0.95, 0.95, 2.22, 3.7):
        profile = [(0.36, base), (0.36, base + 0.12), (0.28, base + 0.2), (0.235, 4.35), (0.33, 4.5), (0.38, 4.62)]
        faces += turned(profile, column, (x, -2.2), facets=18)
    faces += box(
        (-4.25, _ENTABLATURE, -2.7), (4.25, _PEDIMENT, 2.4), masonry(course=0.53, edge=0.14, lamp=(0, 3.2, -1.0, 1.1))
    )

    def gable(s: SurfacePoints) -> tuple[Map, Map]:
        # Metres outside the triangle of the gable, negative within: a moulding .24 deep, then the field with its sun.
        slope = np.abs(s.x) * (_GABLE_HIGH / _GABLE_HALF) + (s.y - _PEDIMENT) - _GABLE_HIGH
        tympanum = np.maximum(slope, _PEDIMENT - s.y)
        inner = tympanum < -0.24
        rise = np.exp(-np.abs(tympanum + 0.24) / 0.05)
        sun = np.abs(np.hypot(s.x, s.y - 5.62) - 0.26) < 0.05
        tone = np.where(inner, 0.45, 1.0) * (0.75 + 0.4 * fbm(s.x * 3, s.y * 3, seed=8, octaves=3))
        light = (
            0.16 * np.exp(-((s.y - _PEDIMENT) / 0.5)) + 0.16 * rise + 0.55 * sun * inner + 0.16 * np.exp(-s.edge / 0.05)
        )
        return (np.array([[0.17, 0.155, 0.15]]) * tone[:, None]).astype(np.float32), light.astype(np.float32)

    faces += extruded(
        [(-_GABLE_HALF, _PEDIMENT), (_GABLE_HALF, _PEDIMENT), (0.0, 6.75)],
        -2.8,
        2.4,
        gable,
        stuff((0.15, 0.13, 0.14), edge=0.1, wide=0.04),
    )
    return faces


_TEMPLE = mesh_prop("stone/temple", (-6.4, -0.5, 6.4, 7.4), _temple, ViewAngle(yaw=0.0, eye=1.9, away=17.0), rows=300)


@element("hero", 7.0)
def temple(moment: Moment) -> tuple[Form, ...]:
    """A columned temple on its steps, a fire burning quietly deep inside."""
    return place_prop(
        moment,
        _TEMPLE,
        Look(glow=0.9, back=0.025, lamp=0.8, lamp_at=0.28, reach=6.0, mirror=False, sparks=60),
        wide=12.0,
        cap=3,
    )
