"""A great stone arch that stands alone, light gathered in it."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.mesh import Face, SurfacePoints, ViewAngle, box, extruded, polygon, stuff
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.props import Look, mesh_prop, place_prop
from dreamplayer.elements.buildings._shared.masonry import masonry
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import Map
from dreamplayer.model.moment import Moment


def _archway() -> list[Face]:
    """A great stone arch standing alone in a field, light in it."""
    stone = masonry((0.165, 0.15, 0.14), edge=0.14, course=0.42, seed=12, lamp=(0, 1.6, 0.6, 0.9))
    half, spring, thick = 1.35, 2.4, 0.85
    inner = [(half * np.cos(a), spring + half * np.sin(a)) for a in np.linspace(np.pi, 0, 22)]
    profile = [
        (-half - thick, 0.0),
        (-half, 0.0),
        *inner,
        (half, 0.0),
        (half + thick, 0.0),
        (half + thick, spring + half + 0.55),
        (-half - thick, spring + half + 0.55),
    ]
    faces = extruded(profile, -0.5, 0.6, stone)
    faces += box(
        (-half - thick - 0.2, spring + half + 0.55, -0.62), (half + thick + 0.2, spring + half + 0.85, 0.72), stone
    )
    keystone = [
        (-0.20, spring + half - 0.08),
        (0.20, spring + half - 0.08),
        (0.28, spring + half + 0.55),
        (-0.28, spring + half + 0.55),
    ]
    faces += extruded(keystone, -0.58, -0.5, stuff((0.18, 0.165, 0.15), edge=0.3, wide=0.03))

    def light(s: SurfacePoints) -> tuple[Map, Map]:
        core = np.exp(-((s.x / 0.75) ** 2 + ((s.y - 1.5) / 1.1) ** 2))
        return np.full((len(s.u), 3), 0.05, np.float32), (
            0.10 + 0.62 * core * (0.55 + 0.8 * fbm(s.x * 1.5, s.y * 1.2, seed=3))
        ).astype(np.float32)

    faces.append(polygon([(-half, 0, 0.55), (half, 0, 0.55), *[(x, y, 0.55) for x, y in reversed(inner)]], light))
    return faces


_ARCH = mesh_prop("iron/arch", (-2.7, -0.25, 2.7, 5.0), _archway, ViewAngle(yaw=0.22, eye=1.7, away=12.0), rows=280)


@element("hero", 4.8)
def arch(moment: Moment) -> tuple[Form, ...]:
    """A great stone arch that stands alone, light gathered in it."""
    return place_prop(moment, _ARCH, Look(glow=0.85, back=0.03, lamp=0.6, lamp_at=0.3, reach=3.5), wide=6.5, cap=4)
