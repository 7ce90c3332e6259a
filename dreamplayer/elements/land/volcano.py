"""A quiet ember mountain: a broad dark cone, a glow breathing at its mouth, threads of fire, slow smoke."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.materials.burning import flying_sparks, plume
from dreamplayer.drawing.motion.growing import eased_presence
from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.primitives import Form, Ribbons, Sprites, f32
from dreamplayer.drawing.sky.mist import low_mist
from dreamplayer.elements.land._shared.peaks import PEAK
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_LAVA_WAY, _LAVA_WINDING, _LAVA_LONG, _LAVA_START, _LAVA_FLOW = 1, 2, 3, 4, 5
"""Random lanes of the threads of lava: heading, when it winds, length, where it begins, when it glows."""


@element("far", 20.0, handles=("ignite", "dim", "pulse", "explode"))
def volcano(moment: Moment) -> tuple[Form, ...]:
    """A quiet ember mountain: a broad dark cone, a glow breathing at its mouth, threads of fire, slow smoke."""
    p, tall = moment.place, moment.size(20.0)
    show = eased_presence(moment)
    beat = 0.75 + 0.25 * float(np.sin(0.45 * moment.t)) * (1 + moment.event("pulse"))
    burn = (
        show
        * beat
        * (1 - 0.85 * moment.event("dim"))
        * (1 + 0.5 * max(moment.event("ignite"), moment.event("explode")))
    )
    top = (p.x, 0.93 * tall, p.z - 0.2)
    warm = np.asarray(moment.tint or (1.0, 0.30, 0.06), np.float32)
    body = Sprites(
        PEAK,
        f32([[p.x, 0.0, p.z]]),
        np.float32(1.06 * tall),
        tint=(0.13, 0.10, 0.105),
        glow=(0.004, 0.003, 0.003),
        frame=1.0,
        opacity=show,
        rim=0.8,
        width=1.15,
    )
    threads, points = 9, 26
    along = np.linspace(0, 1, points, dtype=np.float32)[None]
    heading = normal(moment.seed, _LAVA_WAY, threads)[:, None] * 0.55
    wander = 0.05 * np.sin(9 * along + 6 * uniform(moment.seed, _LAVA_WINDING, threads)[:, None]) * along
    long = (0.25 + 0.45 * uniform(moment.seed, _LAVA_LONG, threads))[:, None]
    y = tall * (0.95 - long * along)
    x = p.x + tall * (
        (heading * along * long * 1.05 + wander) + 0.02 * normal(moment.seed, _LAVA_START, threads)[:, None]
    )
    flow = 0.55 + 0.45 * np.sin(8 * along - 0.35 * moment.t + 6 * uniform(moment.seed, _LAVA_FLOW, threads)[:, None])
    bright = (0.34 * burn) * flow * (1 - along) ** 0.8
    line = np.stack([x, y, np.full_like(x, p.z - 0.25)], -1).astype(np.float32)
    lava = Ribbons(
        line, np.float32(0.006 * tall), (warm[None, None] * bright[..., None]).astype(np.float32), depth=p.z - 0.25
    )
    return (
        plume(
            moment,
            (p.x, 0.92 * tall, p.z + 0.3),
            tall,
            strength=0.8 * show,
            tint=(0.045, 0.036, 0.042),
            ember=0.35 * burn,
            lean=0.35,
            wide=0.45,
        ),
        halo((top[0], top[1], p.z + 0.5), 1.1 * tall, warm * np.float32(0.30 * burn)),
        *gathered(moment, body, count=700),
        lava,
        halo(top, 0.34 * tall, warm * np.float32(0.50 * burn), width=1.5),
        flying_sparks(moment, top, 0.55 * tall, 170, strength=0.9 * burn, spread=0.4, colour=rgb(warm)),
        low_mist(moment, p.z - 2.0, 0.6 * show, 0.02),
        Light(top, rgb(warm * np.float32(0.7 * burn)), 1.2 * tall, 0.4),
    )
