"""A ladder that leads up into the dark, lit from above by what one cannot see."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.materials.timber import timber
from dreamplayer.drawing.mesh import Face, ViewAngle, rod
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Dots, Form
from dreamplayer.drawing.props import AMBER, Look, event_progress, mesh_prop, place_prop
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_AGE, _PACE, _ASIDE, _DEPTH, _BRIGHTNESS = 1, 2, 3, 4, 5
"""Random lanes of the motes that sink along it."""


def _ladder() -> list[Face]:
    """A wooden ladder leaning back into the height."""
    wood = timber((0.20, 0.12, 0.06), edge=0.30)
    faces: list[Face] = []
    tall, lean = 6.4, 1.5
    for x in (-0.30, 0.30):
        faces += rod((x * 1.12, 0, 0), (x * 0.9, tall, lean), radius=0.040, material=wood, facets=8)
    for k in range(17):
        u = (k + 0.7) / 17.4
        w = 0.30 * (1.12 - 0.22 * u)
        faces += rod((-w, tall * u, lean * u), (w, tall * u, lean * u), radius=0.027, material=wood, facets=7)
    return faces


_LADDER = mesh_prop("iron/ladder", (-0.55, -0.1, 0.55, 5.9), _ladder, ViewAngle(yaw=0.22, eye=1.6, away=8.0), rows=360)


@element("hero", 5.8, handles=("rise", "grow"))
def ladder(moment: Moment) -> tuple[Form, ...]:
    """A ladder that leads up into the dark, lit from above by what one cannot see."""
    forms = place_prop(
        moment, _LADDER, Look(glow=0.8, back=0.0, lamp=0.3, lamp_at=0.1, reach=2.0, mirror=False, sparks=20), n=1
    )
    size, count = moment.place.size, 260
    warm = np.asarray(moment.tint or AMBER, np.float32)
    top = np.array([moment.place.x, moment.place.y + 5.7 * size, moment.place.z + 0.2], np.float32)
    here = (
        float(smooth(moment.presence, 0.2, 1.0))
        * (1 - 0.3 * moment.calm)
        * (1 + 0.4 * event_progress(moment, "rise", "grow"))
    )
    height = np.mod(
        uniform(moment.seed, _AGE, count) - moment.t * 0.02 * (0.5 + uniform(moment.seed, _PACE, count)), 1.0
    )
    fall = np.stack(
        [
            top[0] + size * normal(moment.seed, _ASIDE, count) * (0.18 + 0.5 * (1 - height)),
            moment.place.y + 5.6 * size * height,
            np.full(count, moment.place.z) + 0.3 * normal(moment.seed, _DEPTH, count),
        ],
        1,
    )
    show = height**1.3 * np.sin(np.pi * height) * (0.3 + 0.7 * uniform(moment.seed, _BRIGHTNESS, count) ** 2) * here
    return (
        *forms,
        Dots(fall.astype(np.float32), 0.028 * size, (warm[None] * (0.8 * show)[:, None]).astype(np.float32)),
        Dots(
            np.array([top, top], np.float32),
            np.array([4.2, 1.5], np.float32) * np.float32(size),
            warm[None] * np.array([[0.10], [0.35]], np.float32) * np.float32(here),
        ),
        Light(rgb(top), rgb(warm * np.float32(0.9 * here)), 4.0 * size, haze=0.7),
    )
