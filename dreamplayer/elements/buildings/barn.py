"""A red barn, lamplight through the gap of its doors and between its boards."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.mesh import Face, SurfacePoints, ViewAngle, polygon
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.props import Look, mesh_prop, place_prop
from dreamplayer.elements.buildings._shared.houses import tiles
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import Map
from dreamplayer.model.moment import Moment


def _barn() -> list[Face]:
    """A gambrel barn of boards, its doors ajar on lamplight, a lit loft."""
    x, deep = 2.6, 3.2
    profile = [(-x, 0), (x, 0), (x, 2.6), (1.7, 4.1), (0, 4.9), (-1.7, 4.1), (-x, 2.6)]

    def boards(s: SurfacePoints) -> tuple[Map, Map]:
        plank = np.floor(s.x / 0.22)
        seam = np.exp(-((np.abs(np.mod(s.x / 0.22, 1) - 0.5) - 0.5) ** 2) * 400)
        n = 0.55 + 0.6 * fbm(s.x * 9 + plank * 3, s.y * 0.8, seed=5, octaves=3)
        colour = (
            np.array([[0.20, 0.055, 0.04]], np.float32)
            * (n * (1 - 0.6 * seam) * (0.4 + 0.6 * np.clip(s.y / 1.5, 0, 1)))[:, None]
        )
        door = (np.abs(s.x) < 1.0) & (s.y < 2.3)
        gap = door & (np.abs(s.x + 0.15) < 0.24)
        loft = (np.abs(s.x) < 0.42) & (np.abs(s.y - 3.35) < 0.45)
        trim = door & (
            (np.abs(np.abs(s.x) - 0.97) < 0.05) | (np.abs(s.y - 2.27) < 0.05) | (np.abs(np.abs(s.x) * 2.2 - s.y) < 0.09)
        )
        glow = (
            0.06 * np.exp(-s.edge / 0.04)
            + 0.35 * np.exp(-np.hypot((np.abs(s.x + 0.15) - 0.24).clip(0), (s.y - 1.1).clip(0) * 0.5) / 0.22) * door
        )
        glow = np.where(gap, 0.55 + 0.4 * np.exp(-(((s.y - 0.9) / 0.8) ** 2)), glow)
        glow = np.where(loft, 0.42 * np.exp(-(((s.x) / 0.4) ** 2)), glow)
        colour = np.where(trim[:, None], np.array([[0.24, 0.20, 0.17]]), colour)
        slit = seam * ~door * 0.10 * np.exp(-((s.y - 1.4) ** 2))
        return colour.astype(np.float32), np.clip(glow + slit, 0, 1).astype(np.float32)

    faces = [Face(np.array([(a, b, -deep) for a, b in profile], float), boards)]
    faces += [
        polygon([(s * x, 0, -deep), (s * x, 0, deep), (s * x, 2.6, deep), (s * x, 2.6, -deep)], boards) for s in (-1, 1)
    ]
    roof = tiles((0.085, 0.075, 0.085), edge=0.10, course=0.3)
    for s in (-1, 1):
        for (x0, y0), (x1, y1) in (((s * (x + 0.2), 2.4), (s * 1.75, 4.2)), ((s * 1.75, 4.2), (0, 5.02))):
            faces.append(
                polygon(
                    [(x0, y0, -deep - 0.3), (x0, y0, deep + 0.3), (x1, y1, deep + 0.3), (x1, y1, -deep - 0.3)], roof
                )
            )
    return faces


_BARN = mesh_prop("building/barn", (-4.4, -0.4, 4.4, 5.8), _barn, ViewAngle(yaw=0.45, eye=1.7, away=14.0), rows=260)


@element("hero", 4.9, handles=("open",))
def barn(moment: Moment) -> tuple[Form, ...]:
    """A red barn, lamplight through the gap of its doors and between its boards."""
    return place_prop(
        moment,
        _BARN,
        Look(glow=0.85 + 0.3 * moment.event("open"), back=0.025, lamp=0.6, lamp_at=0.25, reach=4.0),
        wide=7.0,
        cap=4,
    )
