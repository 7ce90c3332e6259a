"""Small round grains of ice, falling straight and leaping softly where they land."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.motion.falling import sinking
from dreamplayer.drawing.primitives import Dots, Form
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.model.moment import Moment

_SIZE, _BRIGHTNESS = 41, 42
"""Random lanes of the falling grains."""
_LEAP_TIME, _LEAP_PHASE, _LEAP_DISTANCE, _LEAP_HEIGHT, _LEAP_ASIDE = 43, 44, 45, 46, 47
"""Random lanes of the grains that leap from the ground."""


@element("weather", 2.0, handles=("hush",))
def hail(moment: Moment) -> tuple[Form, ...]:
    """Small round grains of ice, falling straight and leaping softly where they land."""
    n = 700
    where, here = sinking(moment, n, pace=3.4, near=2.4, far=24.0, sway=0.02)
    here = here * (1.0 - 0.9 * moment.event("hush"))
    ice = np.asarray(moment.tint or (0.55, 0.54, 0.62), np.float32)
    shine = np.asarray(moment.palette.glow, np.float32) * 2.0 + ice * 0.55
    size = (0.024 + 0.022 * uniform(moment.seed, _SIZE, n)).astype(np.float32)
    colour = (shine[None, :] * (0.8 * here * (0.35 + 0.65 * uniform(moment.seed, _BRIGHTNESS, n)))[:, None]).astype(
        np.float32
    )
    falling = Dots(where, size, colour, cover=(0.5 * here).astype(np.float32), reflect=False)
    m = 420
    turn = moment.t / (1.4 + uniform(moment.seed, _LEAP_TIME, m)) + uniform(moment.seed, _LEAP_PHASE, m)
    life, number = np.mod(turn, 1.0), np.floor(turn)
    z = 2.4 * (18.0 / 2.4) ** uniform(moment.seed, _LEAP_DISTANCE, m)
    jump = np.mod(np.sin(number * 12.9898 + np.arange(m) * 78.233) * 43758.5453, 1.0)
    x = (jump * 2 - 1) * moment.aspect * 1.1 * z / moment.stage.camera.focal + moment.stage.camera.x
    y = 0.32 * 4 * life * (1 - life) * (0.4 + 0.6 * uniform(moment.seed, _LEAP_HEIGHT, m)) + 0.01
    hop = (smooth(moment.presence, 0.3, 1.0) * (1.0 - 0.9 * moment.event("hush")) * np.sin(np.pi * life)) * 0.6
    x = x + 0.12 * life * normal(moment.seed, _LEAP_ASIDE, m)
    leaping = Dots(
        np.stack([x, y, z], 1).astype(np.float32), np.float32(0.026),
        (shine[None, :] * hop[:, None]).astype(np.float32), cover=(0.4 * hop).astype(np.float32), reflect=False,
    )  # fmt: skip
    return (falling, leaping)
