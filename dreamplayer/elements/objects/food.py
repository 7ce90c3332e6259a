"""Bread, fruit and a warm cup on a round board by a candle; steam rises."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.materials.timber import timber
from dreamplayer.drawing.mesh import Face, SurfacePoints, ViewAngle, extruded, moved, polygon, stuff, turned
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.props import Look, larger, mesh_prop, place_prop
from dreamplayer.elements.objects._shared.rising_motes import rising
from dreamplayer.elements.objects._shared.table_candle import candle
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import Map
from dreamplayer.model.moment import Moment


def _meal() -> list[Face]:
    """A round board with bread, a bowl of fruit, cheese, a steaming cup, and one candle."""
    lamp = (0.36, 0.42, 0.22, 0.38)
    faces = turned([(0.72, 0.0), (0.75, 0.03), (0.75, 0.06)], timber(edge=0.1), facets=44, lid=timber(lamp=lamp))

    def loaf(s: SurfacePoints) -> tuple[Map, Map]:
        cut = np.exp(-((np.mod((s.x + 0.4 * s.z) / 0.13, 1) - 0.5) ** 2) / 0.012) * np.clip((s.y - 0.15) / 0.06, 0, 1)
        tone = 0.6 + 0.5 * fbm(s.x * 9, s.z * 9 + s.y * 5, seed=3, octaves=3)
        colour = np.array([[0.33, 0.165, 0.06]]) * tone[:, None] + cut[:, None] * np.array([[0.25, 0.2, 0.12]])
        return colour.astype(np.float32), (0.08 + 0.10 * cut + 0.10 * np.clip((s.y - 0.1) / 0.15, 0, 1)).astype(
            np.float32
        )

    u = np.linspace(0, np.pi, 9)
    xs = np.linspace(-0.30, 0.30, 11)
    half = 0.16 * np.sqrt(np.clip(1 - (xs / 0.315) ** 2, 0.02, 1))
    for i in range(10):
        for j in range(8):
            p = [
                (xs[a], 0.06 + 1.1 * half[a] * np.sin(u[b]), half[a] * np.cos(u[b]))
                for a, b in ((i, j), (i + 1, j), (i + 1, j + 1), (i, j + 1))
            ]
            faces += moved([polygon(p, loaf)], (-0.26, 0.0, -0.18), 0.35)
    clay = stuff((0.10, 0.13, 0.17), edge=0.30, wide=0.015)
    faces += turned([(0.08, 0.06), (0.14, 0.09), (0.235, 0.20)], clay, (0.28, -0.20), facets=24)
    for x, z, y, hue in (
        (0.20, -0.20, 0.21, (0.34, 0.06, 0.04)),
        (0.35, -0.17, 0.21, (0.34, 0.17, 0.03)),
        (0.27, -0.30, 0.20, (0.17, 0.22, 0.05)),
        (0.27, -0.14, 0.24, (0.34, 0.10, 0.03)),
        (0.27, -0.22, 0.30, (0.30, 0.05, 0.05)),
    ):
        faces += turned(
            [(0.005, y - 0.07), (0.06, y - 0.045), (0.077, y), (0.06, y + 0.05), (0.01, y + 0.066)],
            stuff(hue, edge=0.0, glow=0.15),
            (x, z),
            facets=14,
        )
    faces += turned(
        [(0.05, 0.06), (0.08, 0.09), (0.085, 0.19)],
        clay,
        (-0.10, -0.50),
        facets=18,
        lid=stuff((0.2, 0.1, 0.05), edge=0.0, glow=0.35),
    )
    faces += extruded(
        [(-0.02, 0.06), (0.22, 0.06), (0.22, 0.17)],
        0.22,
        0.42,
        stuff((0.40, 0.29, 0.09), edge=0.14, wide=0.02, glow=0.12),
    )
    faces += candle(0.40, 0.06, 0.24, 0.26)
    return faces


_MEAL = mesh_prop("home/meal", (-0.95, -0.28, 0.95, 0.72), _meal, ViewAngle(yaw=0.0, eye=1.35, away=3.4), rows=280)


@element("air", 1.1)
def food(moment: Moment) -> tuple[Form, ...]:
    """Bread, fruit and a warm cup on a round board by a candle; steam rises."""
    big = larger(moment, 1.0)
    forms = place_prop(
        big, _MEAL, Look(glow=0.85, back=0.04, lamp=0.5, lamp_at=0.6, reach=1.8, bob=0.02, mirror=False), n=1
    )
    return (*forms, rising(moment, moment.size(0.2), moment.size(0.8), 90, 0.35, side=-0.10, wide=0.06))
