"""A broad flight of worn steps that rises to a doorway of light."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.mesh import Face, SurfacePoints, ViewAngle, extruded, polygon, stuff
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.props import Look, around, mesh_prop, place_prop
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import Map
from dreamplayer.model.moment import Moment

_MOTES = 20
"""Random lane of the motes about the stairs."""


def _steps(count: int = 15, wide: float = 3.0, rise: float = 0.24, run: float = 0.34) -> list[Face]:
    """A broad flight going up into light."""
    faces: list[Face] = []
    top = count * rise

    def tread(s: SurfacePoints) -> tuple[Map, Map]:
        worn = 0.55 + 0.5 * fbm(s.u * 2, s.v * 9 + s.y * 3, seed=4, octaves=3) - 0.15 * np.exp(-((s.x / 0.8) ** 2))
        up = np.clip(s.y / top, 0, 1)
        light = 0.02 + 0.34 * up**1.5 * np.exp(-((s.x / (wide * 0.42)) ** 2))
        return (np.array([[0.24, 0.21, 0.20]], np.float32) * worn[:, None]).astype(np.float32), (light * worn).astype(
            np.float32
        )

    def riser(s: SurfacePoints) -> tuple[Map, Map]:
        lip = np.exp(-((rise - s.v).clip(0) / 0.03))
        tone = 0.35 + 0.4 * fbm(s.u * 3, s.v * 3 + s.y, seed=8, octaves=3)
        up = np.clip(s.y / top, 0, 1)
        return (np.array([[0.13, 0.115, 0.12]], np.float32) * tone[:, None]).astype(np.float32), (
            lip * (0.08 + 0.40 * up)
        ).astype(np.float32)

    for k in range(count):
        w = wide / 2 * (1.0 - 0.012 * k)
        y0, y1, z0, z1 = k * rise, (k + 1) * rise, k * run, (k + 1) * run
        faces.append(polygon([(-w, y0, z0), (w, y0, z0), (w, y1, z0), (-w, y1, z0)], riser))
        faces.append(polygon([(-w, y1, z0), (w, y1, z0), (w, y1, z1), (-w, y1, z1)], tread))
        for x in (-w, w):
            faces.append(
                polygon([(x, 0, z0), (x, 0, z1), (x, y1, z1), (x, y1, z0)], stuff((0.10, 0.09, 0.10), edge=0.02))
            )
    return faces


def _doorway_above(y: float, z: float) -> list[Face]:
    """A tall arched doorway full of light at the head of a stair."""

    def light(s: SurfacePoints) -> tuple[Map, Map]:
        core = np.exp(-((s.x / 0.55) ** 2 + (s.y - y - 0.9) ** 2))
        return np.zeros((len(s.u), 3), np.float32) + 0.05, (0.40 + 0.58 * core).astype(np.float32)

    half = 0.72
    curve = [(half * np.cos(a), y + 1.45 + half * np.sin(a)) for a in np.linspace(0, np.pi, 17)]
    inner = [(-half, y), (half, y), *curve]
    outer_curve = [((half + 0.22) * np.cos(a), y + 1.45 + (half + 0.22) * np.sin(a)) for a in np.linspace(0, np.pi, 17)]
    outer = [(-half - 0.22, y), (half + 0.22, y), *outer_curve]
    faces = extruded(outer, z + 0.05, z + 0.3, stuff((0.16, 0.14, 0.14), edge=0.35, wide=0.05))
    faces.append(polygon([(px, py, z) for px, py in inner], light))
    return faces


_STAIRS = mesh_prop(
    "stone/stairs",
    (-2.6, -0.3, 2.6, 6.6),
    lambda: [*_steps(), *_doorway_above(15 * 0.24, 15 * 0.34 + 0.4)],
    ViewAngle(yaw=0.0, eye=1.8, away=8.0),
    rows=300,
)
_LIGHT = np.array([1.0, 0.58, 0.24], np.float32)


@element("hero", 5.6, handles=("grow", "rise"))
def stairs(moment: Moment) -> tuple[Form, ...]:
    """A broad flight of worn steps that rises to a doorway of light."""
    lift = moment.event("rise") + moment.event("grow")
    forms = place_prop(
        moment, _STAIRS, Look(glow=0.85 + 0.25 * lift, back=0.03, lamp=0.9, lamp_at=0.72, reach=5.0, mirror=False), n=1
    )
    p = moment.place
    fall = around(
        moment, (p.x, p.y + 3.4 * p.size, p.z), 2.0 * p.size, _LIGHT * np.float32(moment.presence), n=120, lane=_MOTES
    )
    return (*forms, fall)
