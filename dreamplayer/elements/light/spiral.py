"""Two strands of light winding about each other upward, sparks between them, widening as they climb."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Array, Dots, Form, Ribbons
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_ALONG, _ARM, _OFF_ARM, _LOOSE_X, _LOOSE_Y = 1, 2, 3, 4, 5
_LOOSE_Z, _BRIGHTNESS, _TWINKLE_PHASE, _GLINT = 6, 7, 8, 9
"""Random lanes of the motes along the two arms."""


@element("air", 2.2, handles=("swirl", "spread", "rise", "dim"))
def spiral(moment: Moment) -> tuple[Form, ...]:
    """Two strands of light winding about each other upward, sparks between them, widening as they climb."""
    p, tall = moment.place, moment.size(2.4)
    points, count = 90, 1700
    base = np.asarray(moment.tint or (1.0, 0.60, 0.28), np.float32)
    show = float(smooth(moment.presence, 0.0, 0.8)) * (1.0 - 0.85 * moment.event("dim"))
    turns = 2.6
    pace = 0.10 + 0.10 * moment.event("swirl")

    def winding(along: Array, phase: Array | float) -> tuple[Array, Array, Array]:
        angle = 6.2832 * turns * along + phase + pace * moment.t
        radius = tall * (0.06 + 0.17 * along**0.8) * (1.0 + 0.8 * moment.event("spread"))
        y = p.y * 0.4 + 0.05 * tall + tall * along * (1.0 + 0.35 * moment.event("rise"))
        return (
            np.asarray(p.x + radius * np.cos(angle)),
            np.asarray(y + 0 * angle),
            np.asarray(np.maximum(p.z + radius * np.sin(angle), 0.9)),
        )

    along = np.linspace(0, 1, points, dtype=np.float32)[None] * np.ones((2, 1), np.float32)
    x, y, z = winding(along, np.array([[0.0], [np.pi]]))
    grown = float(smooth(moment.presence, 0.1, 1.0))
    depth = 0.45 + 0.55 * (p.z - z) / (0.25 * tall + 1e-3)
    fade = np.clip(np.sin(np.pi * np.clip(along * 0.92 + 0.06, 0, 1)), 0, 1) ** 0.7
    wave = 0.75 + 0.25 * np.sin(7.0 * along - 0.9 * moment.t)
    line = Ribbons(
        np.stack([x, y, z], -1).astype(np.float32),
        np.float32(0.0075 * tall),
        (base[None, None] * (0.42 * show * fade * wave * (0.6 + 0.4 * np.clip(depth, 0, 1)))[..., None]).astype(
            np.float32
        ),
        grown=np.float32(grown),
        depth=p.z,
    )
    share = np.mod(uniform(moment.seed, _ALONG, count) + moment.t * 0.014, 1.0)
    mote_x, mote_y, mote_z = winding(
        share,
        np.where(uniform(moment.seed, _ARM, count) < 0.5, 0.0, np.pi) + 0.22 * normal(moment.seed, _OFF_ARM, count),
    )
    loose = 0.018 * tall * (1 + 3 * (1 - grown))
    where = np.stack(
        [
            mote_x + loose * normal(moment.seed, _LOOSE_X, count),
            mote_y + loose * normal(moment.seed, _LOOSE_Y, count),
            np.maximum(mote_z + loose * normal(moment.seed, _LOOSE_Z, count), 0.9),
        ],
        1,
    )
    bright = (
        np.sin(np.pi * share) ** 0.8
        * (0.15 + 0.85 * uniform(moment.seed, _BRIGHTNESS, count) ** 4)
        * show
        * (0.7 + 0.3 * np.sin(0.9 * moment.t + 6.28 * uniform(moment.seed, _TWINKLE_PHASE, count)))
    )
    dots = Dots(
        where.astype(np.float32),
        np.float32(0.0095 * tall),
        (base[None] * (0.8 * bright)[:, None]).astype(np.float32),
        glint=(uniform(moment.seed, _GLINT, count) > 0.985).astype(np.float32),
        depth=p.z - 0.02,
    )
    middle = (p.x, p.y * 0.4 + 0.5 * tall, p.z)
    return (
        halo(middle, 1.6 * tall, base * np.float32(0.09 * show), width=0.8),
        line,
        dots,
        Light(middle, rgb(base * np.float32(0.5 * show)), 1.2 * tall, haze=0.35),
    )
