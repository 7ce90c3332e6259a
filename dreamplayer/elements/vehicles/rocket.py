"""A picture-book rocket with round windows; it rises on a quiet column of sparks."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.mesh import Face, SurfacePoints, ViewAngle, polygon, stuff, turned
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Dots, Form
from dreamplayer.drawing.props import AMBER, Look, mesh_prop, place_prop
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.kit.sdf import Map
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_AGE, _PACE, _FAN_X, _FAN_Z, _HEAT = 1, 2, 3, 4, 5
"""Random lanes of the sparks of its fire."""


def _rocket() -> list[Face]:
    """A rocket of riveted plates with round windows and three fins, of the kind in old picture books."""

    def hull(s: SurfacePoints) -> tuple[Map, Map]:
        near = s.z < 0
        port = near & (np.minimum(np.hypot(s.x, s.y - 3.6), np.hypot(s.x, s.y - 2.55)) < 0.24)
        ring = near & (np.abs(np.minimum(np.hypot(s.x, s.y - 3.6), np.hypot(s.x, s.y - 2.55)) - 0.28) < 0.045)
        seam = np.abs(np.mod(s.y, 0.85) - 0.42) < 0.02
        tip = (s.y > 4.55)[:, None]
        colour = np.where(tip, np.array([[0.26, 0.05, 0.04]]), np.array([[0.20, 0.19, 0.20]]))
        return colour.astype(np.float32), np.where(
            port, 0.85, np.where(ring, 0.35, 0.08 * seam + 0.16 * np.exp(-((s.y - 0.9) ** 2) / 0.1))
        ).astype(np.float32)

    faces = turned(
        [(0.45, 0.75), (0.72, 1.35), (0.86, 2.4), (0.80, 3.5), (0.55, 4.55), (0.22, 5.3), (0.02, 5.7)], hull, facets=32
    )
    fin = stuff((0.24, 0.05, 0.04), edge=0.30, wide=0.04)
    for a in (0.5, 0.5 + 2.094, 0.5 + 4.189):
        c, s = float(np.cos(a)), float(np.sin(a))
        faces.append(
            polygon(
                [
                    (0.6 * c, 1.0, 0.6 * s),
                    (0.80 * c, 2.2, 0.80 * s),
                    (1.45 * c, 0.9, 1.45 * s),
                    (1.42 * c, 0.0, 1.42 * s),
                ],
                fin,
            )
        )
    faces += turned([(0.38, 0.45), (0.45, 0.78)], stuff((0.1, 0.09, 0.1), edge=0.2))
    return faces


_ROCKET = mesh_prop("vehicle/rocket", (-1.7, -0.1, 1.7, 5.9), _rocket, ViewAngle(yaw=0.0, eye=1.6, away=14.0), rows=320)


@element("hero", 5.8, handles=("rise", "ignite"))
def rocket(moment: Moment) -> tuple[Form, ...]:
    """A picture-book rocket with round windows; it rises on a quiet column of sparks."""
    up = float(smooth(moment.event("rise"), 0, 1))
    burn = max(up, float(smooth(moment.event("ignite"), 0, 1)))
    p, size = moment.place, moment.place.size
    lift = size * (6.0 * up * up)
    where = np.array([[p.x, p.y + lift, p.z]], np.float32)
    forms = place_prop(
        moment,
        _ROCKET,
        Look(glow=0.85, back=0.03, lamp=0.4, lamp_at=0.5, reach=3.0, mirror=False, pool=0.9 if lift < 0.2 else 0.0),
        where=where,
    )
    count = 900
    age = np.mod(uniform(moment.seed, _AGE, count) + moment.t * (0.12 + 0.10 * uniform(moment.seed, _PACE, count)), 1.0)
    fan = normal(moment.seed, _FAN_X, count) * (0.10 + 0.55 * age**1.4)
    fire = np.stack(
        [
            p.x + size * fan,
            np.maximum(p.y + lift + size * (0.5 - (1.2 + 3.2 * burn) * age), 0.03),
            p.z + 0.3 * size * normal(moment.seed, _FAN_Z, count) * age,
        ],
        1,
    )
    warm = np.asarray(AMBER, np.float32)
    hot = (
        (np.sin(np.pi * np.clip(0.15 + 0.85 * age, 0, 1)) * (0.3 + 0.7 * uniform(moment.seed, _HEAT, count)))
        * burn
        * moment.presence
    )
    flame = Dots(
        fire.astype(np.float32),
        ((0.05 + 0.10 * age) * size).astype(np.float32),
        (warm[None] * (0.6 * hot)[:, None]).astype(np.float32),
    )
    glow = Dots(
        np.array([[p.x, max(p.y + lift, 0.3), p.z - 0.05]], np.float32),
        np.float32(3.2 * size),
        warm * np.float32(0.20 * burn * moment.presence),
    )
    return (
        *forms,
        flame,
        glow,
        Light(
            (p.x, max(p.y + lift, 0.4), p.z - 0.2),
            rgb(warm * np.float32(0.9 * burn * moment.presence)),
            4.0 * size,
            haze=0.6,
        ),
    )
