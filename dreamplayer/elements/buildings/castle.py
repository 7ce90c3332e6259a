"""A castle of round towers with pointed roofs, its gate open on warm light."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.mesh import Face, Material, SurfacePoints, ViewAngle, box, polygon
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.props import Look, larger, mesh_prop, place_prop
from dreamplayer.elements.buildings._shared.houses import row, wall
from dreamplayer.elements.buildings._shared.masonry import masonry
from dreamplayer.elements.buildings._shared.round_tower import round_tower
from dreamplayer.kit.sdf import Map
from dreamplayer.model.moment import Moment


def _battlement(
    x0: float, x1: float, y: float, z: float, stone: Material, deep: float = 0.35, step: float = 0.7
) -> list[Face]:
    """Merlons along a wall top."""
    faces: list[Face] = []
    count = max(1, int((x1 - x0) / step))
    for k in range(count):
        a = x0 + (k + 0.15) * (x1 - x0) / count
        b = x0 + (k + 0.70) * (x1 - x0) / count
        faces += box((a, y, z), (b, y + 0.45, z + deep), stone)
    return faces


def _castle() -> list[Face]:
    """A castle of five round towers, a gatehouse with an open lit arch, battlements."""
    stone = masonry((0.14, 0.125, 0.13), edge=0.10, course=0.42, seed=3, shade=2.0)

    def gate(s: SurfacePoints) -> tuple[Map, Map]:
        colour, glow = masonry((0.15, 0.135, 0.14), edge=0.0, course=0.42, seed=3, shade=2.0)(s)
        d = np.where(s.y > 1.5, np.hypot(s.x, s.y - 1.5) - 0.95, np.abs(s.x) - 0.95)
        arch_ = d < 0
        bars = (np.abs(np.mod(s.x / 0.30, 1) - 0.5) > 0.42) & (s.y > 1.6)
        windows = (np.abs(np.abs(s.x) - 1.2) < 0.17) & (np.abs(s.y - 3.5) < 0.42)
        light = 0.55 + 0.4 * np.exp(-((s.x / 0.6) ** 2 + ((s.y - 1.0) / 0.8) ** 2))
        return colour, np.where(
            arch_, np.where(bars, 0.06, light), np.where(windows, 0.85, glow + 0.28 * np.exp(-d.clip(0) / 0.4))
        ).astype(np.float32)

    faces = box((-6.2, 0, 0.6), (6.2, 3.4, 1.2), stone)
    faces += _battlement(-6.2, 6.2, 3.4, 0.6, stone)
    faces += [polygon([(-1.9, 0, -0.4), (1.9, 0, -0.4), (1.9, 4.6, -0.4), (-1.9, 4.6, -0.4)], gate)]
    faces += box((-1.9, 0, -0.38), (1.9, 4.6, 1.2), stone) + _battlement(-1.9, 1.9, 4.6, -0.4, stone)
    for x, z, r, tall, cone in (
        (-6.0, 0.6, 1.05, 5.2, 1.0),
        (6.0, 0.6, 1.05, 5.6, 1.0),
        (-2.3, -0.2, 0.80, 6.0, 0.8),
        (2.3, -0.2, 0.80, 6.0, 0.8),
    ):
        faces += round_tower(x, z, r, tall, int(10 + x), cone)
    faces += box(
        (-2.8, 0, 3.0),
        (2.8, 7.2, 6.0),
        wall(
            [*row(4, 0.7, 4.6, 0.42, 0.9, 1.25, 9, 0.8), *row(4, 0.7, 6.0, 0.42, 0.7, 1.25, 5, 0.5)],
            (0.12, 0.105, 0.11),
            arched=True,
            bars=False,
        ),
    )
    faces += _battlement(-2.8, 2.8, 7.2, 3.0, stone)
    faces += round_tower(x=3.3, z=4.4, radius=1.15, tall=9.4, seed=21, cone=1.25)
    faces += round_tower(x=-3.6, z=4.8, radius=0.95, tall=7.6, seed=24, cone=1.1)
    return faces


_CASTLE = mesh_prop(
    "building/castle", (-9.2, -0.5, 9.2, 16.2), _castle, ViewAngle(yaw=0.18, eye=1.9, away=26.0), rows=360
)


@element("far", 24.0, handles=("open",))
def castle(moment: Moment) -> tuple[Form, ...]:
    """A castle of round towers with pointed roofs, its gate open on warm light."""
    moment = larger(moment, 1.6)
    return place_prop(
        moment,
        _CASTLE,
        Look(
            glow=0.9 + 0.3 * moment.event("open"),
            back=0.028,
            lamp=0.7,
            lamp_at=0.10,
            reach=8.0,
            mirror=False,
            sparks=60,
        ),
        n=1,
    )
