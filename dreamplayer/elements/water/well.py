"""An old stone well, a glow of water deep in it, motes climbing out."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.painted import on
from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.primitives import Dots, Form, Sprites
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import canvas, join
from dreamplayer.kit.shapes import Layer, Painting, paint
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_BORN, _PERIOD, _ANGLE, _RADIUS = 1, 2, 3, 4
"""Random lanes of the motes: when and how slowly each climbs, where on the water (angle, radius)."""


def _well_paint() -> Painting:
    """A low round wall of stones seen from a little above, warm light inside its mouth."""
    c = canvas(-0.85, -0.06, 0.85, 0.95, 300)
    outer = np.maximum(np.abs(c.x) - 0.62 - 0.02 * np.sin(c.y * 17), np.abs(c.y - 0.30) - 0.30)
    lip_out = np.hypot(c.x / 0.70, (c.y - 0.60) / 0.22) - 1.0
    lip_in = np.hypot(c.x / 0.54, (c.y - 0.60) / 0.145) - 1.0
    foot = np.hypot(c.x / 0.66, (c.y - 0.04) / 0.16) - 1.0
    wall = join(np.asarray(outer, np.float32), np.asarray(foot * 0.2, np.float32), soft=0.02)
    ang = np.arcsin(np.clip(c.x / 0.66, -1, 1))
    row = np.floor((c.y + 0.10 * np.cos(ang)) * 8.5)
    col = (ang * 4.3 + 0.5 * np.mod(row, 2)) % 1.0
    seam = np.minimum(np.minimum(col, 1 - col) * 0.5, np.abs(((c.y + 0.10 * np.cos(ang)) * 8.5) % 1.0 - 0.5) * -1 + 0.5)
    stone = smooth(seam, 0.02, 0.10) * (0.6 + 0.6 * fbm(c.x * 9, c.y * 9, 3, 3))
    albedo = np.repeat((0.10 + 0.62 * stone)[..., None], 3, axis=2).astype(np.float32)
    back = np.clip((c.y - 0.56) / 0.10, 0, 1)
    shaft = np.clip(0.9 * back + 0.12, 0, 1) * np.clip(-lip_in * 6, 0, 1)
    lip_tone = np.repeat((0.35 + 0.5 * fbm(c.x * 8, c.y * 14, 9, 3))[..., None], 3, axis=2).astype(np.float32)
    return paint(
        c,
        [
            Layer(wall, albedo, round=0.10, relief=np.asarray(0.02 * stone, np.float32)),
            Layer(
                np.asarray(lip_out * 0.2, np.float32),
                lip_tone,
                round=0.05,
                glow=np.asarray(0.18 * np.exp(-np.abs(lip_in) * 9), np.float32),
            ),
            Layer(
                np.asarray(lip_in * 0.14, np.float32),
                (0.06, 0.05, 0.05),
                glow=np.asarray(shaft, np.float32),
                round=0.02,
            ),
        ],
        unite=0.5,
    )


_WELL = on(canvas(-0.85, -0.06, 0.85, 0.95, 8), "running/well", _well_paint)


@element("prop", 1.3, handles=("ignite", "rise", "dim"))
def well(moment: Moment) -> tuple[Form, ...]:
    """An old stone well, a glow of water deep in it, motes climbing out."""
    p, size = moment.place, moment.size(1.3)
    show = (
        float(smooth(moment.presence, 0.1, 1.0))
        * (1.0 - 0.85 * moment.event("dim"))
        * (1.0 + 0.4 * moment.event("ignite"))
    )
    warm = np.asarray(moment.tint or (0.95, 0.52, 0.22), np.float32)
    body = Sprites(
        _WELL,
        np.array([[p.x, p.y, p.z]], np.float32),
        np.float32(size),
        tint=(0.20, 0.17, 0.17),
        glow=rgb(warm * np.float32(0.55 * show * (0.92 + 0.08 * np.sin(0.6 * moment.t)))),
        rim=0.6,
    )
    n = 150
    life = np.mod(uniform(moment.seed, _BORN, n) + moment.t / (8.0 + 7.0 * uniform(moment.seed, _PERIOD, n)), 1.0)
    angle = 6.283 * uniform(moment.seed, _ANGLE, n) + life
    radius = size * 0.34 * np.sqrt(uniform(moment.seed, _RADIUS, n))
    y = p.y + size * (0.60 + (0.9 + 0.8 * moment.event("rise")) * life)
    motes = Dots(
        np.stack([p.x + radius * np.cos(angle), y, p.z - 0.02 + 0.2 * radius * np.sin(angle)], 1).astype(np.float32),
        np.float32(0.016 * size),
        (warm[None] * (0.6 * np.sin(np.pi * life) ** 1.5 * show)[:, None]).astype(np.float32),
    )
    return (
        *gathered(moment, body, count=700),
        halo((p.x, p.y + 0.75 * size, p.z - 0.03), 1.5 * size, warm * np.float32(0.15 * show)),
        motes,
        Light((p.x, p.y + 0.85 * size, p.z - 0.1), rgb(warm * np.float32(0.45 * show)), 1.6 * size, 0.4),
    )
