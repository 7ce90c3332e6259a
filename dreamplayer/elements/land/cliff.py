"""Steep walls of layered rock, near ones dark, mist at their feet, a little dust falling."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.materials.rock import CRAG
from dreamplayer.drawing.motion.growing import eased_presence
from dreamplayer.drawing.primitives import Dots, Form, Sprites, f32
from dreamplayer.drawing.sky.mist import low_mist
from dreamplayer.elements.land._shared.peaks import stained
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.model.moment import Moment

_BORN, _PERIOD, _WALL, _RIGHT, _UP = 5, 6, 7, 8, 9
"""Random lanes of the dust: when and how slowly each speck falls, from which wall, where (right, up)."""

_ROCK = (0.17, 0.145, 0.165)
"""Tint of the walls in linear light where the words name none."""


@element("far", 14.0, handles=("part", "crack"))
def cliff(moment: Moment) -> tuple[Form, ...]:
    """Steep walls of layered rock, near ones dark, mist at their feet, a little dust falling."""
    p, tall = moment.place, moment.size(14.0)
    show = eased_presence(moment)
    shape = np.array([[0.62, 0.0, 1.0], [-0.72, -4.0, 1.12], [1.35, 5.0, 0.92], [-1.5, 7.0, 0.80]], np.float32)
    apart = 1.0 + 0.45 * moment.event("part")
    where = np.stack(
        [p.x + tall * shape[:, 0] * apart, np.zeros(4) - 0.15 * tall * (1 - show), np.maximum(p.z + shape[:, 1], 6.0)],
        1,
    ).astype(np.float32)
    body = Sprites(
        CRAG,
        where,
        (1.08 * tall * shape[:, 2]).astype(np.float32),
        tint=stained(moment, _ROCK),
        width=f32([1.1, -1.25, -1.1, 1.3]),
        frame=f32([0, 1, 2, 0]),
        opacity=show,
        rim=0.8,
    )
    n = 160
    life = np.mod(uniform(moment.seed, _BORN, n) + moment.t / (9.0 + 6 * uniform(moment.seed, _PERIOD, n)), 1.0)
    k = (uniform(moment.seed, _WALL, n) * 4).astype(np.int64)
    dust = np.stack(
        [
            where[k, 0] + 0.3 * tall * normal(moment.seed, _RIGHT, n) * 0.6,
            tall * (0.8 - 0.6 * life) * (0.4 + uniform(moment.seed, _UP, n)),
            where[k, 2] - 0.3,
        ],
        1,
    )
    bright = np.sin(np.pi * life) ** 2 * show * (0.12 + 0.45 * moment.event("crack"))
    motes = Dots(
        np.maximum(dust, 0.02).astype(np.float32),
        np.float32(0.004 * tall),
        (f32([0.9, 0.55, 0.3])[None] * bright[:, None]).astype(np.float32),
    )
    return (
        body,
        motes,
        low_mist(moment, float(where[:, 2].min()) - 0.5, 0.8 * show, 0.0),
        low_mist(moment, p.z + 4.0, 0.8 * show, 0.06),
    )
