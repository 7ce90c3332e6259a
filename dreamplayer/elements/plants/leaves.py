"""Autumn leaves rocking down through the air, some already on the ground."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.motion.falling import sinking
from dreamplayer.drawing.plants.leaf import LEAF
from dreamplayer.drawing.primitives import Form, Sprites, f32
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform
from dreamplayer.model.moment import Moment

_PHASE, _PACE, _HUE, _SIZE, _KIND = 33, 34, 35, 36, 37
"""Random lanes of the falling leaves: phase and pace of the rocking, colour, size, kind."""
_LYING_DEEP, _LYING_RIGHT, _LYING_TURN, _LYING_YAW, _LYING_KIND = 41, 42, 43, 44, 45
"""Random lanes of the leaves on the ground: where (deep, right), how each is turned and tilted, its kind."""


@element("weather", 0.1, handles=("fall", "swirl", "rise"))
def leaves(moment: Moment) -> tuple[Form, ...]:
    """Autumn leaves rocking down through the air, some already on the ground."""
    n = 230
    where, here = sinking(moment, n, pace=0.34 + 0.3 * moment.event("fall"), near=1.7, far=18.0, sway=0.45,
                          wind=0.15 + 1.2 * moment.event("swirl"), rise=moment.event("rise"))  # fmt: skip
    own, pace = uniform(moment.seed, _PHASE, n), 0.5 + uniform(moment.seed, _PACE, n)
    hues = np.array([(0.50, 0.16, 0.035), (0.58, 0.27, 0.05), (0.36, 0.08, 0.035), (0.30, 0.19, 0.06)], np.float32)
    hue = (
        hues[(uniform(moment.seed, _HUE, n) * 4).astype(np.int64)]
        if moment.tint is None
        else np.tile(f32(moment.tint), (n, 1))
    )
    lean = np.cos(0.9 * pace * moment.t + 6.28 * own)
    body = Sprites(
        LEAF,
        where,
        (0.11 + 0.10 * uniform(moment.seed, _SIZE, n)).astype(np.float32),
        tint=hue * np.float32(0.9),
        glow=(hue * 0.10).astype(np.float32),
        opacity=here,
        turn=(6.28 * own + 0.4 * pace * moment.t + 0.7 * lean).astype(np.float32),
        width=(0.25 * np.sign(lean + 1e-6) + 0.75 * lean).astype(np.float32),
        frame=np.floor(uniform(moment.seed, _KIND, n) * 3).astype(np.float32),
        rim=0.9,
        depth=5.0,
    )
    lying_count = 260
    z = 1.9 * (16.0 / 1.9) ** uniform(moment.seed, _LYING_DEEP, lying_count)
    x = (uniform(moment.seed, _LYING_RIGHT, lying_count) * 2 - 1) * 1.1 * moment.aspect * z / moment.stage.camera.focal
    lying = Sprites(
        LEAF,
        np.stack([x + moment.stage.camera.x, np.full(lying_count, 0.012), z], 1).astype(np.float32),
        np.float32(0.15),
        tint=np.tile(hue, (2, 1))[:lying_count] * np.float32(0.6),
        opacity=np.float32(smooth(moment.presence, 0.3, 1.0)),
        lie=1.0,
        turn=(6.28 * uniform(moment.seed, _LYING_TURN, lying_count)).astype(np.float32),
        yaw=(6.28 * uniform(moment.seed, _LYING_YAW, lying_count)).astype(np.float32),
        frame=np.floor(uniform(moment.seed, _LYING_KIND, lying_count) * 3).astype(np.float32),
        depth=20.0,
    )
    return (lying, body)
