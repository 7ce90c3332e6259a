"""A night market: two rows of lit stalls under awnings, strings of small lamps above the lane between."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.mesh import Face, SurfacePoints, ViewAngle, box, polygon, rod, stuff, turned
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.props import AMBER, Look, mesh_prop, place_prop
from dreamplayer.elements.buildings._shared.lamp_strings import strings
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.sdf import Map
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light


def _stall(kind: int = 0) -> list[Face]:
    """A market stall: striped awning, crates of fruit, jars on a shelf, a hanging lamp."""
    wood = stuff((0.15, 0.09, 0.055), edge=0.12, wide=0.02)

    def awning(s: SurfacePoints) -> tuple[Map, Map]:
        stripe = (np.mod(s.u / 0.42, 1.0) > 0.5)[:, None]
        colour = np.where(
            stripe, np.array([[(0.26, 0.07)[kind], 0.055, (0.045, 0.11)[kind]]]), np.array([[0.30, 0.25, 0.18]])
        )
        return colour.astype(np.float32), (0.10 + 0.30 * np.exp(-((s.x) ** 2 + (s.y - 1.9) ** 2) / 0.7)).astype(
            np.float32
        )

    def back(s: SurfacePoints) -> tuple[Map, Map]:
        shelf = np.abs(np.mod(s.y - 0.1, 0.55) - 0.5) < 0.03
        jar = (
            (np.abs(np.mod(s.u / 0.24, 1) - 0.5) < 0.33)
            & (np.mod(s.y - 0.13, 0.55) < 0.30 + 0.1 * np.sin(np.floor(s.u / 0.24) * 5))
            & (s.y > 0.9)
            & (s.y < 1.9)
        )
        tone = 0.4 + 0.6 * np.abs(np.sin(np.floor(s.u / 0.24) * 2.4 + np.floor(s.y / 0.55)))
        light = np.exp(-np.hypot(s.x, s.y - 1.85) / 0.75)
        colour = np.where(jar[:, None], np.array([[0.30, 0.12, 0.05]]) * tone[:, None], np.array([[0.10, 0.06, 0.04]]))
        return colour.astype(np.float32), (light * np.where(shelf, 0.3, np.where(jar, 0.75 * tone, 0.32))).astype(
            np.float32
        )

    def goods(s: SurfacePoints) -> tuple[Map, Map]:
        bump = np.abs(np.sin(s.u * 19 + 2 * np.floor(s.v * 9)) * np.sin(s.v * 28))
        hue = np.array([[0.42, 0.16, 0.04], [0.30, 0.05, 0.05], [0.16, 0.22, 0.05]])[
            np.mod(np.floor(s.u / 0.62), 3).astype(int)
        ]
        return (hue * (0.3 + 0.9 * bump)[:, None]).astype(np.float32), (0.30 * bump * np.exp(-(s.x**2) / 1.2)).astype(
            np.float32
        )

    faces = [polygon([(-1.4, 0.0, 0.7), (1.4, 0.0, 0.7), (1.4, 2.2, 0.7), (-1.4, 2.2, 0.7)], back)]
    faces += box((-1.35, 0, -0.55), (1.35, 0.72, 0.05), wood)
    faces.append(polygon([(-1.35, 0.70, -0.60), (1.35, 0.70, -0.60), (1.35, 0.98, 0.10), (-1.35, 0.98, 0.10)], goods))
    faces.append(polygon([(-1.6, 2.05, -0.95), (1.6, 2.05, -0.95), (1.6, 2.65, 0.75), (-1.6, 2.65, 0.75)], awning))
    faces.append(polygon([(-1.6, 1.86, -0.96), (1.6, 1.86, -0.96), (1.6, 2.06, -0.95), (-1.6, 2.06, -0.95)], awning))
    for x in (-1.45, 1.45):
        faces += rod((x, 0, -0.7), (x, 2.15, -0.7), radius=0.035, material=wood, facets=5)
    faces += turned(
        [(0.02, 1.62), (0.11, 1.66), (0.12, 1.80), (0.05, 1.90)],
        stuff((0.5, 0.4, 0.3), edge=0, glow=1.0),
        (0.0, -0.35),
        facets=12,
    )
    return faces


_STALL = mesh_prop("building/stall", (-1.9, -0.2, 1.9, 3.1), _stall, ViewAngle(yaw=0.30, eye=1.6, away=9.0), rows=230)
_STALL_2 = mesh_prop(
    "building/stall-2", (-1.9, -0.2, 1.9, 3.1), lambda: _stall(1), ViewAngle(yaw=-0.30, eye=1.6, away=9.0), rows=230
)


@element("far", 3.0, handles=("dim",))
def market(moment: Moment) -> tuple[Form, ...]:
    """A night market: two rows of lit stalls under awnings, strings of small lamps above the lane between."""
    light = (1 - 0.8 * moment.event("dim")) * (1 - 0.3 * moment.calm)
    size = moment.place.size
    forms: list[Form] = []
    where: list[tuple[float, float, float]] = []
    for k in range(7):
        for side in (-1.0, 1.0):
            where.append(
                (
                    moment.place.x + side * (3.1 + 0.25 * (k % 2)) * moment.place.spread,
                    0.0,
                    6.0 + 3.4 * k + (0.9 if side > 0 else 0.0),
                )
            )
    spots = np.array(where, np.float32)
    for side, piece in ((-1.0, _STALL), (1.0, _STALL_2)):
        mine = spots[np.sign(spots[:, 0] - moment.place.x) == side]
        for low, high in ((14.0, 99.0), (0.0, 14.0)):
            some = mine[(mine[:, 2] >= low) & (mine[:, 2] < high)]
            forms += place_prop(
                moment, piece, Look(glow=0.95 * light, back=0.02, mirror=False, sparks=0, even=True), where=some, cap=9
            )
    forms += strings(moment, [(-2.6, 2.9, 5.0 + 3.4 * k, 2.6, 3.0, 6.4 + 3.4 * k) for k in range(7)], light)
    warm = np.asarray(AMBER, np.float32)
    here = np.float32(smooth(moment.presence, 0, 1) * light)
    forms += [
        Light((moment.place.x + s, 1.9 * size, z), rgb(warm * np.float32(0.55) * here), reach=3.6, haze=0.3)
        for s, z in ((-2.2, 7.0), (2.2, 9.0), (-2.0, 14.0), (2.0, 18.0))
    ]
    return tuple(forms)
