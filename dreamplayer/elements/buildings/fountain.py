"""A three-tiered fountain lit from within; its water falls as beads of light."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.mesh import Face, SurfacePoints, ViewAngle, turned
from dreamplayer.drawing.primitives import Dots, Form
from dreamplayer.drawing.props import AMBER, Look, mesh_prop, place_prop
from dreamplayer.elements.buildings._shared.masonry import masonry
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.kit.sdf import Map
from dreamplayer.model.moment import Moment

_TIER, _AGE, _JET, _SPREAD, _BRIGHTNESS, _GLINT = 1, 2, 3, 4, 5, 6
"""Random lanes of the drops."""


def _fountain() -> list[Face]:
    """A round basin, two bowls above it, lit from within the water."""
    stone = masonry((0.17, 0.155, 0.15), edge=0.16, course=0.45, seed=4, shade=0.5)

    def water(s: SurfacePoints) -> tuple[Map, Map]:
        d = np.hypot(s.x, s.z)
        ring = 0.5 + 0.5 * np.sin(d * 26)
        return np.tile(np.array([[0.03, 0.04, 0.07]], np.float32), (len(s.u), 1)), (
            0.16 + 0.36 * np.exp(-d / 0.6) + 0.10 * ring * np.exp(-d / 0.9)
        ).astype(np.float32)

    faces = turned([(1.85, 0.0), (1.85, 0.12), (1.62, 0.16), (1.60, 0.50), (1.75, 0.58)], stone, facets=40)
    faces += turned([(1.50, 0.50), (1.49, 0.51)], stone, facets=40, lid=water)
    faces += turned([(0.30, 0.5), (0.20, 0.8), (0.16, 1.15), (0.26, 1.28)], stone, facets=20)
    faces += turned([(0.20, 1.26), (0.72, 1.42), (0.84, 1.56)], stone, facets=36) + turned(
        [(0.76, 1.52), (0.755, 1.53)], stone, facets=36, lid=water
    )
    faces += turned([(0.13, 1.5), (0.10, 1.9), (0.16, 2.0)], stone, facets=16) + turned(
        [(0.12, 1.98), (0.36, 2.08), (0.43, 2.16)], stone, facets=28
    )
    faces += turned([(0.38, 2.13), (0.375, 2.14)], stone, facets=28, lid=water) + turned(
        [(0.07, 2.1), (0.09, 2.25), (0.03, 2.42)], stone, facets=12
    )
    return faces


_FOUNTAIN = mesh_prop(
    "iron/fountain", (-2.1, -0.35, 2.1, 2.6), _fountain, ViewAngle(yaw=0.0, eye=1.7, away=8.0), rows=280
)


@element("hero", 2.6, handles=("pour", "rise", "freeze"))
def fountain(moment: Moment) -> tuple[Form, ...]:
    """A three-tiered fountain lit from within; its water falls as beads of light."""
    forms = place_prop(
        moment, _FOUNTAIN, Look(glow=0.85, back=0.03, lamp=0.55, lamp_at=0.5, reach=2.6, mirror=False), n=1
    )
    size, count = moment.place.size, 2600
    more = 1 + 0.6 * max(moment.event("pour"), moment.event("rise"))
    still = 1 - 0.97 * float(smooth(moment.event("freeze"), 0, 1))
    tier = np.floor(uniform(moment.seed, _TIER, count) * 3)
    age = np.mod(uniform(moment.seed, _AGE, count) + still * moment.t * (0.26 + 0.05 * tier), 1.0)
    jet = np.floor(uniform(moment.seed, _JET, count) * np.where(tier == 0, 9, np.where(tier == 1, 13, 19)))
    around_ = 2 * np.pi * jet / np.where(tier == 0, 9, np.where(tier == 1, 13, 19)) + 0.05 * normal(
        moment.seed, _SPREAD, count
    )
    start = np.where(tier == 0, 2.40, np.where(tier == 1, 2.14, 1.54))
    start_radius = np.where(tier == 0, 0.02, np.where(tier == 1, 0.40, 0.80))
    end_radius = np.where(tier == 0, 0.32, np.where(tier == 1, 0.66, 1.32))
    end = np.where(tier == 0, 2.14, np.where(tier == 1, 1.54, 0.52))
    leap = np.where(tier == 0, 0.62 * more, 0.10)
    height = start + (end - start) * age + 4 * leap * age * (1 - age)
    radius = start_radius + (end_radius - start_radius) * age
    spot = np.stack(
        [
            moment.place.x + size * radius * np.cos(around_),
            moment.place.y + size * height,
            moment.place.z + size * (radius * np.sin(around_)),
        ],
        1,
    )
    cool = np.array([0.75, 0.72, 0.85], np.float32) * 0.45 + np.asarray(moment.tint or AMBER, np.float32) * 0.55
    show = (
        (0.25 + 0.75 * uniform(moment.seed, _BRIGHTNESS, count) ** 2)
        * (0.45 + 0.55 * np.sin(np.pi * age))
        * moment.presence
        * (1 - 0.3 * moment.calm)
    )
    drops = Dots(
        np.maximum(spot, [-1e9, 0.02, 0.7]).astype(np.float32),
        0.020 * size,
        (cool[None] * (0.55 * show)[:, None]).astype(np.float32),
        glint=(uniform(moment.seed, _GLINT, count) > 0.985).astype(np.float32),
        depth=moment.place.z - 0.1,
    )
    return (*forms, drops)
