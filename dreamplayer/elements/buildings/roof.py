"""Old roofs close together under the sky, chimneys smoking, lights in the dormers."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.mesh import Face, ViewAngle, box, polygon, stuff, turned
from dreamplayer.drawing.primitives import Dots, Form
from dreamplayer.drawing.props import Look, mesh_prop, place_prop
from dreamplayer.elements.buildings._shared.houses import tiles, wall
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.model.moment import Moment

_AGE, _STACK, _SPREAD = 1, 2, 3
"""Random lanes of the smoke of the chimneys."""


def _roofs() -> list[Face]:
    """Roofs of an old town close together: gables, chimneys, dormers with a light in them."""
    faces: list[Face] = []
    for k, (x, z, width, depth, eaves, ridge) in enumerate(
        (
            (-3.6, 1.2, 2.6, 3.0, 2.0, 3.9),
            (-0.6, 0.0, 3.2, 3.4, 1.7, 3.9),
            (2.9, 0.8, 2.6, 3.0, 2.2, 4.1),
            (-1.9, 4.2, 3.0, 3.0, 3.0, 5.4),
            (1.6, 4.6, 3.2, 3.0, 2.7, 5.0),
            (5.2, 3.4, 2.8, 3.0, 2.4, 4.6),
            (-6.0, 3.6, 2.8, 3.0, 2.6, 4.8),
        )
    ):
        front = wall(
            [
                (width * 0.30, eaves - 1.0, 0.42, 0.62, 0.9 if k % 2 else 0.10),
                (width * 0.60, eaves - 1.0, 0.42, 0.62, 0.15 if k % 2 else 0.8),
                (width * 0.42, eaves + 0.35, 0.42, 0.52, 0.75 if k % 3 else 0.05),
            ],
            (0.14, 0.11, 0.10),
            seed=k,
        )
        roof = tiles((0.105, 0.060, 0.058), edge=0.12, course=0.20, seed=k)
        half_width, half_depth = width / 2, depth / 2
        faces.append(
            polygon(
                [
                    (x - half_width, 0, z - half_depth),
                    (x + half_width, 0, z - half_depth),
                    (x + half_width, eaves, z - half_depth),
                    (x, ridge, z - half_depth),
                    (x - half_width, eaves, z - half_depth),
                ],
                front,
            )
        )
        for side in (-1.0, 1.0):
            faces.append(
                polygon(
                    [
                        (x + side * half_width, 0, z - half_depth),
                        (x + side * half_width, 0, z + half_depth),
                        (x + side * half_width, eaves, z + half_depth),
                        (x + side * half_width, eaves, z - half_depth),
                    ],
                    front,
                )
            )
            lip = side * (half_width + 0.18)
            low = eaves - 0.18 * (ridge - eaves) / half_width
            faces.append(
                polygon(
                    [
                        (x + lip, low, z - half_depth - 0.2),
                        (x + lip, low, z + half_depth + 0.2),
                        (x, ridge + 0.06, z + half_depth + 0.2),
                        (x, ridge + 0.06, z - half_depth - 0.2),
                    ],
                    roof,
                )
            )
        chimney_x = x + (0.55 if k % 2 else -0.5) * half_width
        faces += box(
            (chimney_x - 0.17, eaves, z + 0.2),
            (chimney_x + 0.17, ridge + 0.55, z + 0.5),
            stuff((0.15, 0.085, 0.07), edge=0.14, wide=0.02),
        )
        for pot_x in (-0.07, 0.07):
            faces += turned(
                [(0.05, ridge + 0.55), (0.045, ridge + 0.75)],
                stuff((0.18, 0.09, 0.06), edge=0.2, wide=0.02),
                (chimney_x + pot_x, z + 0.35),
                facets=8,
            )
    return faces


_ROOFS = mesh_prop("iron/roofs", (-8.0, -0.2, 8.0, 6.6), _roofs, ViewAngle(yaw=0.20, eye=3.4, away=16.0), rows=300)


@element("far", 7.0)
def roof(moment: Moment) -> tuple[Form, ...]:
    """Old roofs close together under the sky, chimneys smoking, lights in the dormers."""
    size = moment.place.size * max(1.0, moment.place.z / 20.0)
    at2 = moment.replace(place=replace(moment.place, size=size))
    where = np.array(
        [
            [moment.place.x, moment.place.y, moment.place.z],
            [moment.place.x - 14.5 * size, moment.place.y, moment.place.z + 5],
            [moment.place.x + 14.5 * size, moment.place.y, moment.place.z + 4],
        ],
        np.float32,
    )
    forms = place_prop(at2, _ROOFS, Look(glow=0.95, back=0.0, lamp=0.3, lamp_at=0.3, reach=6.0, sparks=30), where=where)
    puffs = 70
    age = np.mod(uniform(moment.seed, _AGE, puffs) + 0.022 * moment.t, 1.0)
    stack = np.floor(uniform(moment.seed, _STACK, puffs) * 3)
    x = moment.place.x + size * (
        np.array([-4.1, 0.2, 4.3])[stack.astype(int)] + 0.9 * age + 0.22 * normal(moment.seed, _SPREAD, puffs) * age
    )
    smoke = np.stack(
        [
            x,
            moment.place.y + size * (4.6 + 2.6 * age**0.8 + 0.2 * np.sin(5 * age + stack)),
            np.full(puffs, moment.place.z - 0.1),
        ],
        1,
    )
    tone = np.asarray(moment.palette.glow, np.float32) * 0.35 + 0.012
    return (
        *forms,
        Dots(
            smoke.astype(np.float32),
            (size * (0.22 + 0.85 * age)).astype(np.float32),
            (tone[None] * (np.sin(np.pi * age) * moment.presence)[:, None]).astype(np.float32),
            cover=(0.15 * np.sin(np.pi * age) * moment.presence).astype(np.float32),
        ),
    )
