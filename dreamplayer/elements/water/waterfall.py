"""A tall veil of water between dark rocks, threads of light sliding down it, mist and rings at its foot."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.materials.rock import CRAG
from dreamplayer.drawing.particles import scaled
from dreamplayer.drawing.primitives import Dots, Field, Form, Sprites, f32
from dreamplayer.drawing.sky.heavens import on_screen, screen_size
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_BORN, _PERIOD, _RIGHT, _UP, _DEEP = 1, 2, 3, 4, 5
"""Random lanes of the spray: when and how slowly it rises, where (right, up, deep)."""


@element("far", 17.0, handles=("pour", "hush", "part"))
def waterfall(moment: Moment) -> tuple[Form, ...]:
    """A tall veil of water between dark rocks, threads of light sliding down it, mist and rings at its foot."""
    p, tall = moment.place, moment.size(17.0)
    show = float(smooth(moment.presence, 0.0, 1.0))
    strong = (1.0 + 0.25 * moment.event("pour")) * (1.0 - 0.7 * moment.event("hush"))
    u, top = on_screen(moment, p.x, p.y + tall * 0.93, p.z)
    foot = on_screen(moment, p.x, p.y, p.z)[1]
    wide = screen_size(moment, 0.13 * tall * (1.0 + 0.5 * moment.event("part")), p.z)
    tint = scaled(moment.tint, 0.35) if moment.tint else (0.155, 0.140, 0.165)
    veil = Field(
        "waterfall",
        {
            "t": moment.t % 3600.0,
            "opacity": show * min(1.0, strong),
            "x": u,
            "top": top,
            "foot": foot,
            "wide": wide,
            "seed": float(moment.seed % 19),
            "tint": tint,
        },
        depth=p.z - 0.1,
        patch=(u - 2.4 * wide, foot - 0.25 * (top - foot), u + 2.4 * wide, top + 0.02),
        grain=1,
        reflect=True,
        standin=(halo((p.x, p.y + 0.5 * tall, p.z), tall, tint, width=0.4, opacity=show),),
    )
    rock = Sprites(
        CRAG,
        np.array(
            [[p.x - 0.60 * tall, p.y, p.z], [p.x + 0.62 * tall, p.y, p.z + 0.4], [p.x, p.y, p.z + 1.5]], np.float32
        ),
        f32([1.06 * tall, 1.12 * tall, 0.98 * tall]),
        tint=(0.16, 0.13, 0.14),
        width=f32([1.0, -1.0, 1.3]),
        frame=f32([0.0, 1.0, 2.0]),
        opacity=show,
        rim=0.7,
    )
    n = 700
    life = np.mod(uniform(moment.seed, _BORN, n) + moment.t / (5.0 + 4.0 * uniform(moment.seed, _PERIOD, n)), 1.0)
    x = p.x + 0.16 * tall * normal(moment.seed, _RIGHT, n) * (0.5 + life)
    y = p.y + tall * (0.02 + 0.20 * life * uniform(moment.seed, _UP, n))
    z = p.z - 0.4 - 0.5 * uniform(moment.seed, _DEEP, n)
    shine = 0.5 * np.sin(np.pi * life) ** 2 * show * strong
    spray = Dots(
        np.stack([x, y, z], 1).astype(np.float32),
        np.float32(0.006 * tall),
        (f32([0.42, 0.36, 0.36])[None] * shine[:, None]).astype(np.float32),
    )
    mist = halo(
        (p.x, p.y + 0.05 * tall, p.z - 0.5), 0.75 * tall, f32([0.10, 0.075, 0.08]) * np.float32(show), width=2.0
    )
    return (
        rock,
        veil,
        spray,
        mist,
        Light((p.x, p.y + 0.3 * tall, p.z - 0.6), (0.10 * show, 0.08 * show, 0.08 * show), 0.6 * tall, 0.0),
    )
