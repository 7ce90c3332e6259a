"""A round labyrinth of hedges seen from a little above, light in its middle."""

from __future__ import annotations

import itertools

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.mesh import Face, SurfacePoints, ViewAngle, polygon, stuff, turned
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.props import Look, mesh_prop, place_prop
from dreamplayer.kit.hashing import uniform
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import Map
from dreamplayer.model.moment import Moment

_GAP = 2
"""Random lane: where a ring of the hedge has its gap."""


def _maze(rings: int = 6, wall: float = 0.62, path: float = 0.78) -> list[Face]:
    """A round labyrinth of clipped hedges, gaps turned one against the next, and a light in its middle."""
    faces: list[Face] = []

    def hedge(s: SurfacePoints) -> tuple[Map, Map]:
        leaf = fbm(s.u * 9, s.v * 9 + s.x * 4, seed=3, octaves=3)
        d = np.hypot(s.x, s.z)
        tone = (0.25 + 1.2 * leaf) * (0.35 + 0.65 * np.clip(s.y / wall, 0, 1))
        top = s.y > wall - 1e-3
        light = np.where(top, 0.03, 0.50) * np.exp(-d / 1.7) * (0.4 + leaf)
        return (np.array([[0.055, 0.085, 0.055]], np.float32) * tone[:, None]).astype(np.float32), light.astype(
            np.float32
        )

    for ring in range(rings):
        inner = 0.72 + ring * path
        outer = inner + 0.26
        gap = 6.28 * float(uniform(19, _GAP, rings)[ring]) if ring < rings - 1 else -np.pi / 2
        opening = 0.66 / (inner + 0.2)
        pieces = max(14, int(9 * inner))
        turns = np.linspace(gap + opening / 2, gap + 2 * np.pi - opening / 2, pieces)
        block = gap + np.pi * 0.8
        for a, b in itertools.pairwise(turns):
            corners = [(r * np.cos(t), r * np.sin(t)) for r, t in ((inner, a), (inner, b), (outer, b), (outer, a))]
            faces.append(polygon([(x, wall, z) for x, z in corners], hedge))
            for (x0, z0), (x1, z1) in ((corners[0], corners[1]), (corners[2], corners[3])):
                faces.append(polygon([(x0, 0, z0), (x1, 0, z1), (x1, wall, z1), (x0, wall, z0)], hedge))
        if ring < rings - 1:
            cos, s = np.cos(block), np.sin(block)
            block_inner, block_outer = outer, inner + path
            faces.append(
                polygon(
                    [
                        (block_inner * cos, 0, block_inner * s),
                        (block_outer * cos, 0, block_outer * s),
                        (block_outer * cos, wall, block_outer * s),
                        (block_inner * cos, wall, block_inner * s),
                    ],
                    hedge,
                )
            )

    def earth(s: SurfacePoints) -> tuple[Map, Map]:
        d = np.hypot(s.x, s.z)
        n = fbm(s.x * 3, s.z * 3, seed=7, octaves=3)
        return (np.array([[0.035, 0.028, 0.026]], np.float32) * (0.4 + n)[:, None]).astype(np.float32), (
            0.80 * np.exp(-d / 0.9) * (0.6 + 0.6 * n)
        ).astype(np.float32)

    r = 0.72 + rings * path
    faces.append(polygon([(r * np.cos(a), 0.0, r * np.sin(a)) for a in np.linspace(0, 2 * np.pi, 49)[:-1]], earth))
    flame = [(0.10, 0.0), (0.16, 0.10), (0.11, 0.28), (0.03, 0.48), (0.005, 0.58)]
    faces += turned(flame, stuff((0.5, 0.4, 0.3), edge=0, glow=1.0), facets=12)
    return faces


_MAZE = mesh_prop("stone/maze", (-7.2, -4.5, 7.2, 3.2), _maze, ViewAngle(yaw=0.0, eye=6.4, away=14.0), rows=300)


@element("hero", 5.2)
def labyrinth(moment: Moment) -> tuple[Form, ...]:
    """A round labyrinth of hedges seen from a little above, light in its middle."""
    return place_prop(
        moment, _MAZE, Look(glow=0.9, back=0.02, lamp=0.8, lamp_at=0.5, reach=4.0, sparks=70, pool=0.0), n=1
    )
