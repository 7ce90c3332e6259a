"""Old roofs close together under the sky, chimneys smoking, lights in the dormers."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.mesh import Face, View, box, polygon, stuff, turned
from dreamplayer.drawing.primitives import Dots, Form
from dreamplayer.drawing.props import Look, mesh_prop, place_prop
from dreamplayer.elements.buildings._shared.houses import tiles, wall
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.model.moment import Moment

_AGE, _STACK, _SPREAD = 1, 2, 3
"""Lanes of chance of the smoke of the chimneys."""


def _roofs() -> list[Face]:
    """Roofs of an old town close together: gables, chimneys, dormers with a light in them."""
    faces: list[Face] = []
    for k, (x, z, w, d, e, r) in enumerate(
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
                (w * 0.30, e - 1.0, 0.42, 0.62, 0.9 if k % 2 else 0.10),
                (w * 0.60, e - 1.0, 0.42, 0.62, 0.15 if k % 2 else 0.8),
                (w * 0.42, e + 0.35, 0.42, 0.52, 0.75 if k % 3 else 0.05),
            ],
            (0.14, 0.11, 0.10),
            seed=k,
        )
        roof = tiles((0.105, 0.060, 0.058), 0.12, 0.20, seed=k)
        hx, hz = w / 2, d / 2
        faces.append(
            polygon(
                [(x - hx, 0, z - hz), (x + hx, 0, z - hz), (x + hx, e, z - hz), (x, r, z - hz), (x - hx, e, z - hz)],
                front,
            )
        )
        for s in (-1.0, 1.0):
            faces.append(
                polygon(
                    [
                        (x + s * hx, 0, z - hz),
                        (x + s * hx, 0, z + hz),
                        (x + s * hx, e, z + hz),
                        (x + s * hx, e, z - hz),
                    ],
                    front,
                )
            )
            lip = s * (hx + 0.18)
            low = e - 0.18 * (r - e) / hx
            faces.append(
                polygon(
                    [
                        (x + lip, low, z - hz - 0.2),
                        (x + lip, low, z + hz + 0.2),
                        (x, r + 0.06, z + hz + 0.2),
                        (x, r + 0.06, z - hz - 0.2),
                    ],
                    roof,
                )
            )
        cx = x + (0.55 if k % 2 else -0.5) * hx
        faces += box((cx - 0.17, e, z + 0.2), (cx + 0.17, r + 0.55, z + 0.5), stuff((0.15, 0.085, 0.07), 0.14, 0.02))
        for q in (-0.07, 0.07):
            faces += turned(
                [(0.05, r + 0.55), (0.045, r + 0.75)], stuff((0.18, 0.09, 0.06), 0.2, 0.02), (cx + q, z + 0.35), 8
            )
    return faces


_ROOFS = mesh_prop("iron/roofs", (-8.0, -0.2, 8.0, 6.6), _roofs, View(0.20, 3.4, 16.0), 300)


@element("far", 7.0)
def roof(moment: Moment) -> tuple[Form, ...]:
    """Old roofs close together under the sky, chimneys smoking, lights in the dormers."""
    s = moment.place.size * max(1.0, moment.place.z / 20.0)
    at2 = moment.replace(place=replace(moment.place, size=s))
    where = np.array(
        [
            [moment.place.x, moment.place.y, moment.place.z],
            [moment.place.x - 14.5 * s, moment.place.y, moment.place.z + 5],
            [moment.place.x + 14.5 * s, moment.place.y, moment.place.z + 4],
        ],
        np.float32,
    )
    forms = place_prop(at2, _ROOFS, Look(glow=0.95, back=0.0, lamp=0.3, lamp_at=0.3, reach=6.0, sparks=30), where=where)
    n = 70
    u = np.mod(uniform(moment.seed, _AGE, n) + 0.022 * moment.t, 1.0)
    stack = np.floor(uniform(moment.seed, _STACK, n) * 3)
    x = moment.place.x + s * (
        np.array([-4.1, 0.2, 4.3])[stack.astype(int)] + 0.9 * u + 0.22 * normal(moment.seed, _SPREAD, n) * u
    )
    smoke = np.stack(
        [x, moment.place.y + s * (4.6 + 2.6 * u**0.8 + 0.2 * np.sin(5 * u + stack)), np.full(n, moment.place.z - 0.1)],
        1,
    )
    tone = np.asarray(moment.palette.glow, np.float32) * 0.35 + 0.012
    return (
        *forms,
        Dots(
            smoke.astype(np.float32),
            (s * (0.22 + 0.85 * u)).astype(np.float32),
            (tone[None] * (np.sin(np.pi * u) * moment.presence)[:, None]).astype(np.float32),
            cover=(0.15 * np.sin(np.pi * u) * moment.presence).astype(np.float32),
        ),
    )
