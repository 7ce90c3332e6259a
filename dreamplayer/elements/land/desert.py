"""Dunes beyond dunes, one flank in low light and one in shadow, sand smoking off their crests."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.motion.growing import eased_presence
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Dots, Form, Sprites, f32
from dreamplayer.drawing.sky.mist import low_mist
from dreamplayer.elements.land._shared.dune import DUNE
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.model.moment import Moment

_RIGHT, _HIGH = 1, 2
"""Random lanes of the dunes: where (right), how high."""
_BLOWN_DUNE, _BLOWN_BORN, _BLOWN_PERIOD, _BLOWN_CREST, _BLOWN_LIFT = 3, 4, 5, 6, 7
"""Random lanes of the blown sand: from which dune, when and how slowly it blows, where on the crest it leaves, how
far it lifts.
"""


@element("ground", 8.0, handles=("drift",))
def desert(moment: Moment) -> tuple[Form, ...]:
    """Dunes beyond dunes, one flank in low light and one in shadow, sand smoking off their crests."""
    show = eased_presence(moment)
    n = 13
    k = np.arange(n)
    z = 9.0 * (70.0 / 9.0) ** (k / (n - 1))
    x = (
        moment.stage.camera.x
        + (uniform(moment.seed, _RIGHT, n) * 2 - 1) * 0.85 * moment.aspect * z / moment.stage.camera.focal
    )
    high = moment.size(1.0) * (0.9 + 0.105 * z) * (0.7 + 0.6 * uniform(moment.seed, _HIGH, n))
    sand = np.asarray(moment.tint or (0.40, 0.235, 0.13), np.float32)
    where = np.stack([x, -0.12 * high - 0.3 * high * (1 - show), z], 1).astype(np.float32)
    side = 1.0 if moment.stage.glow_x <= 0.05 else -1.0
    glow = f32(moment.palette.glow) * 0.35 + sand * 0.05
    bands = [
        Sprites(
            DUNE,
            where[i : i + 4],
            high[i : i + 4].astype(np.float32),
            tint=sand * np.float32(0.62),
            glow=rgb(glow),
            opacity=show,
            rim=0.5,
            width=np.float32(side * 1.35),
            frame=f32((k[i : i + 4] + moment.seed) % 3),
        )
        for i in range(0, n, 4)
    ]
    m = 900
    pick = (uniform(moment.seed, _BLOWN_DUNE, m) * n).astype(np.int64)
    life = np.mod(
        uniform(moment.seed, _BLOWN_BORN, m) + moment.t / (6 + 5 * uniform(moment.seed, _BLOWN_PERIOD, m)), 1.0
    )
    top = f32([-0.5, 0.4, 0.0])[(pick + moment.seed) % 3] * side * 1.35
    wide = 0.75 + 0.5 * moment.event("drift")
    dx = high[pick] * (top + normal(moment.seed, _BLOWN_CREST, m) * 0.35 + wide * life)
    dy = high[pick] * (
        0.84
        - 0.30 * np.abs(normal(moment.seed, _BLOWN_CREST, m) * 0.35)
        + 0.12 * life * uniform(moment.seed, _BLOWN_LIFT, m)
    )
    bright = np.sin(np.pi * life) ** 1.5 * 0.28 * show * (1 + 0.5 * moment.event("drift"))
    veil = Dots(
        np.stack([where[pick, 0] + dx, dy, z[pick] - 0.1], 1).astype(np.float32),
        (0.012 + 0.0016 * z[pick]).astype(np.float32),
        ((sand + f32(moment.palette.glow))[None] * bright[:, None]).astype(np.float32),
        reflect=False,
    )
    return (*bands, veil, low_mist(moment, 45.0, 0.5 * show, 0.02))
