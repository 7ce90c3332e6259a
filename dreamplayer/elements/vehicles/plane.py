"""An airliner high in the night, cabin windows lit, drawing a thin trail."""

from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.mesh import Face, SurfacePoints, ViewAngle, box, polygon, stuff
from dreamplayer.drawing.primitives import Dots, Form
from dreamplayer.drawing.props import Look, mesh_prop, place_prop
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.kit.sdf import Map
from dreamplayer.model.moment import Moment

_ALONG, _SPREAD = 1, 2
"""Random lanes of the trail."""


def _plane() -> list[Face]:
    """An airliner in the night, cabin windows lit, seen from beside and a little below."""

    def hull(s: SurfacePoints) -> tuple[Map, Map]:
        window = (
            (np.abs(np.mod(s.x / 0.42, 1) - 0.5) < 0.24)
            & (np.abs(s.y - 0.14) < 0.085)
            & (s.x > -3.5)
            & (s.x < 3.2)
            & (s.z < 0)
        )
        cockpit = (s.x < -4.15) & (s.x > -4.62) & (s.y > 0.12) & (s.y < 0.34)
        shine = 0.10 * np.exp(-((s.y - 0.42) ** 2) / 0.02) + 0.07 * np.exp(-((s.y + 0.55) ** 2) / 0.02)
        return np.full((len(s.u), 3), 0.16, np.float32) * np.array([0.9, 0.92, 1.1], np.float32), np.where(
            window | cockpit, 0.85, shine
        ).astype(np.float32)

    prof = [
        (-5.0, 0.03, -0.08),
        (-4.75, 0.30, -0.05),
        (-4.2, 0.54, 0.0),
        (-3.4, 0.66, 0.0),
        (2.6, 0.66, 0.0),
        (3.8, 0.46, 0.12),
        (5.0, 0.12, 0.34),
    ]
    faces: list[Face] = []
    ring = np.linspace(0, 2 * np.pi, 21)
    for (x0, r0, y0), (x1, r1, y1) in itertools.pairwise(prof):
        for a, b in itertools.pairwise(ring):
            faces.append(
                polygon(
                    [
                        (x0, y0 + r0 * np.sin(a), r0 * np.cos(a)),
                        (x0, y0 + r0 * np.sin(b), r0 * np.cos(b)),
                        (x1, y1 + r1 * np.sin(b), r1 * np.cos(b)),
                        (x1, y1 + r1 * np.sin(a), r1 * np.cos(a)),
                    ],
                    hull,
                )
            )
    wing = stuff((0.13, 0.13, 0.16), edge=0.22, wide=0.05)
    lamp = stuff((0.4, 0.3, 0.2), edge=0, glow=1.0)
    for side in (-1.0, 1.0):
        faces.append(
            polygon(
                [(-1.0, -0.25, side * 0.5), (1.1, -0.25, side * 0.5), (2.7, 0.25, side * 5.2), (2.0, 0.25, side * 5.2)],
                wing,
            )
        )
        faces.append(
            polygon(
                [(3.7, 0.35, side * 0.25), (4.7, 0.35, side * 0.25), (5.2, 0.5, side * 1.9), (4.8, 0.5, side * 1.9)],
                wing,
            )
        )
        engine = np.linspace(0, 2 * np.pi, 15)
        for a, b in itertools.pairwise(engine):
            faces.append(
                polygon(
                    [
                        (x, -0.55 + 0.28 * np.sin(t), side * 1.9 + 0.28 * np.cos(t))
                        for x, t in ((-0.7, a), (-0.7, b), (0.8, b), (0.8, a))
                    ],
                    hull,
                )
            )
        faces += box((2.2, 0.2, side * 5.2 - 0.08), (2.4, 0.32, side * 5.2 + 0.08), lamp)
    faces.append(polygon([(3.5, 0.45, 0), (4.9, 0.45, 0), (5.4, 2.2, 0), (4.75, 2.2, 0)], wing))
    return faces


_PLANE = mesh_prop("vehicle/plane", (-5.8, -2.8, 5.8, 3.4), _plane, ViewAngle(yaw=0.35, eye=-3.0, away=16.0), rows=280)


@element("sky", 60.0, handles=("rise", "descend", "fall"))
def plane(moment: Moment) -> tuple[Form, ...]:
    """An airliner high in the night, cabin windows lit, drawing a thin trail."""
    # Beyond the air, where the heavens hang.
    p = moment.place if moment.place.z < 150.0 else replace(moment.place, z=max(moment.place.z, 302.0))
    scale = p.size * p.z / 300.0 * 11.0
    lift = 18.0 * scale * (moment.event("rise") - 0.7 * max(moment.event("descend"), moment.event("fall")))
    x = p.x + scale * (6.0 - 0.18 * moment.t % 14.0)
    where = np.array([[x, p.y + lift * 0.2, p.z]], np.float32)
    forms = place_prop(
        moment.replace(place=replace(p, size=scale)),
        _PLANE,
        Look(glow=0.9, back=0.012, mirror=False, pool=0.0, sparks=0),
        where=where,
        turn=-0.05,
    )
    puffs = 260
    along = uniform(moment.seed, _ALONG, puffs)
    trail = np.stack(
        [
            x + scale * (4.5 + 34.0 * along),
            where[0, 1] + scale * (0.2 + 0.8 * along + 0.20 * normal(moment.seed, _SPREAD, puffs) * (0.2 + along)),
            np.full(puffs, p.z + 1),
        ],
        1,
    )
    tone = np.asarray(moment.palette.glow, np.float32) * 0.6 + 0.02
    white = Dots(
        trail.astype(np.float32),
        (scale * (0.35 + 1.1 * along)).astype(np.float32),
        (tone[None] * ((1 - along) ** 1.5 * 0.9 * moment.presence)[:, None]).astype(np.float32),
    )
    blink = 0.5 + 0.5 * np.sin(1.1 * moment.t) ** 8
    lamp = Dots(
        np.array([[x + 0.4 * scale, where[0, 1] - 0.3 * scale, p.z - 1]], np.float32),
        np.float32(scale),
        np.array([1.0, 0.30, 0.12], np.float32) * np.float32(0.5 * blink * moment.presence),
        glint=0.5,
    )
    return (*forms, white, lamp)
