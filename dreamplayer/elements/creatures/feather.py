"""Feathers coming down as slowly as thoughts, rocking from side to side."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.primitives import Form, Sprites
from dreamplayer.elements.creatures._shared.painted_cycle import FRAMES
from dreamplayer.elements.creatures._shared.tiny import FEATHER_CYCLE
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.model.moment import Moment


@element("air", 0.7, family="creature", answers=("fall", "rise", "drift"), several=12)
def feather(moment: Moment) -> tuple[Form, ...]:
    """Feathers coming down as slowly as thoughts, rocking from side to side."""
    n = int(min(max(moment.count, 1), 40))
    unit = moment.size(0.55 if n > 1 else 0.85)
    base = np.asarray(moment.tint or (0.90, 0.80, 0.72), np.float32)
    phase = uniform(moment.seed, 61, n)
    own = 6.2832 * phase
    tall = 0.0 if n == 1 else 3.2
    sink = 0.16 * (1 + 1.5 * moment.event("fall")) * (0.8 + 0.4 * uniform(moment.seed, 62, n))
    life = np.mod(phase + moment.t * sink / max(tall, 1.0), 1.0) if n > 1 else np.full(1, 0.4)
    x = moment.place.x + (0 if n == 1 else 1.7) * moment.place.spread * normal(moment.seed, 63, n)
    x = x + (0.34 + 0.3 * moment.event("drift")) * np.sin(0.62 * moment.t + own)
    y = moment.place.y + 0.35 * unit + (1 - life) * tall + 0.10 * np.cos(1.24 * moment.t + 2 * own)
    y = (
        y
        + (0.35 + 0.12 * np.sin(0.21 * moment.t)) * (n == 1)
        + 1.2 * moment.event("rise")
        - 0.3 * moment.event("fall") * (n == 1)
    )
    z = np.maximum(moment.place.z + (0 if n == 1 else 1.5) * normal(moment.seed, 64, n), 1.5)
    show = smooth(life, 0.0, 0.10) * smooth(life, 1.0, 0.90) if n > 1 else np.ones(1)
    rock = 0.55 * np.sin(0.62 * moment.t + own + 0.9)
    body = Sprites(
        FEATHER_CYCLE.shape,
        np.stack([x, np.maximum(y, 0.1), z], 1).astype(np.float32),
        (unit * (np.ones(n) if n == 1 else 0.5 + 0.5 * uniform(moment.seed, 65, n)) * FEATHER_CYCLE.height).astype(
            np.float32
        ),
        tint=rgb(base * np.float32(0.30)),
        glow=rgb(base * np.float32(0.26 * (1 - 0.3 * moment.calm))),
        opacity=show.astype(np.float32),
        turn=(0.55 + rock).astype(np.float32),
        frame=(np.mod(0.09 * moment.t + phase, 1.0) * FRAMES).astype(np.float32),
    )
    return gathered(moment, body, count=700, colour=rgb(base))
