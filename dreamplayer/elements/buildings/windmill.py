"""A windmill, its sails turning as slowly as clouds."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.mesh import Face, SurfacePoints, ViewAngle, polygon, rod, stuff, turned
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Form, Sprites
from dreamplayer.drawing.props import AMBER, Look, larger, mesh_prop, place_prop
from dreamplayer.elements.buildings._shared.houses import WOOD
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import Map
from dreamplayer.model.moment import Moment


def _mill() -> list[Face]:
    """The body of a windmill: a tapering tower, a cap, lit windows and a stage around it."""

    def body(s: SurfacePoints) -> tuple[Map, Map]:
        n = 0.6 + 0.5 * fbm(s.u * 3, s.y * 3, seed=4, octaves=3)
        near = s.z < 0
        door = near & (np.abs(s.x) < 0.42) & (s.y < 1.5)
        window = near & (np.abs(s.x) < 0.24) & ((np.abs(s.y - 2.9) < 0.34) | (np.abs(s.y - 4.6) < 0.3))
        bar = (np.abs(s.x) < 0.02) & window
        colour = np.array([[0.19, 0.15, 0.125]]) * n[:, None] * (0.5 + 0.5 * np.clip(s.y / 2, 0, 1))[:, None]
        far = np.hypot((np.abs(s.x) - 0.24).clip(0), np.minimum(np.abs(s.y - 2.9), np.abs(s.y - 4.6)).clip(0.3) - 0.3)
        return colour.astype(np.float32), np.where(
            door, 0.35, np.where(window & ~bar, 0.85, 0.20 * near * np.exp(-far / 0.25))
        ).astype(np.float32)

    faces = turned([(1.75, 0.0), (1.12, 5.6)], body, facets=12)
    faces += turned(
        [(1.30, 5.55), (1.18, 6.1), (0.70, 6.75), (0.05, 7.05)],
        stuff((0.11, 0.075, 0.06), edge=0.08, wide=0.05),
        facets=24,
    )
    faces += rod((0, 6.1, -1.0), (0, 6.1, -1.65), radius=0.12, material=stuff(WOOD, edge=0.2))
    return faces


def _sails() -> list[Face]:
    """Four lattice sails about the origin."""
    faces: list[Face] = []
    wood = stuff((0.20, 0.13, 0.09), edge=0.22, wide=0.03)

    def canvas_(s: SurfacePoints) -> tuple[Map, Map]:
        grid = np.maximum(np.abs(np.mod(s.u / 0.42, 1) - 0.5), np.abs(np.mod(s.v / 0.42, 1) - 0.5)) > 0.42
        colour = np.where(grid[:, None], np.array([[0.16, 0.10, 0.07]]), np.array([[0.26, 0.22, 0.18]]))
        return colour.astype(np.float32), (0.05 + 0.18 * np.exp(-s.edge / 0.03)).astype(np.float32)

    for k in range(4):
        a = k * np.pi / 2
        c, s = float(np.cos(a)), float(np.sin(a))

        def at(u: float, v: float, c: float = c, s: float = s) -> tuple[float, float, float]:
            return (u * c - v * s, u * s + v * c, 0.0)

        faces += rod(at(0, 0), at(3.9, 0), radius=0.06, material=wood, facets=5)
        faces.append(polygon([at(0.8, 0.06), at(3.8, 0.06), at(3.8, 0.72), at(0.8, 0.62)], canvas_))
    faces += rod((0, 0, -0.1), (0, 0, 0.1), radius=0.2, material=wood, facets=10)
    return faces


_MILL = mesh_prop("building/mill", (-2.4, -0.4, 2.4, 7.5), _mill, ViewAngle(yaw=0.0, eye=1.7, away=15.0), rows=280)
_SAILS = mesh_prop("building/sails", (-4.2, -4.2, 4.2, 4.2), _sails, ViewAngle(yaw=0.0, eye=0.0, away=30.0), rows=280)


@element("far", 11.0, handles=("twist", "swirl"))
def windmill(moment: Moment) -> tuple[Form, ...]:
    """A windmill, its sails turning as slowly as clouds."""
    moment = larger(moment, 1.6)
    n = int(min(max(moment.count, 1), 3))
    size = moment.place.size
    forms: list[Form] = []
    here = float(smooth(moment.presence, 0.3, 1.0))
    spin = 0.16 + 0.12 * max(moment.event("twist"), moment.event("swirl"))
    for i in range(n):
        x, z = (
            moment.place.x + (0.0, -9.0, 10.0)[i] * size * moment.place.spread,
            moment.place.z + (0.0, 14.0, 22.0)[i] * size,
        )
        one_ = moment.replace(
            place=moment.place.__class__(x, moment.place.y, z, size, 1.0), count=1, seed=moment.seed + i
        )
        forms += place_prop(
            one_, _MILL, Look(glow=0.9, back=0.02, lamp=0.3, lamp_at=0.25, reach=3.0, mirror=False, sparks=20), n=1
        )
        hub = np.array([[x, moment.place.y + 6.1 * size, z - 1.5 * size]], np.float32)
        forms.append(
            Sprites(
                _SAILS.shape,
                hub,
                np.float32(_SAILS.tall * size),
                glow=rgb(np.asarray(AMBER, np.float32) * 0.35),
                lit=1.0,
                rim=1.0,
                turn=np.float32(spin * moment.t + i),
                opacity=np.float32(here),
                yaw=np.float32(0.12),
                depth=z - 1.5 * size,
            )
        )
    return tuple(forms)
