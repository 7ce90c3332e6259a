"""An octopus with drowsy eyes, its arms curling and uncurling."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.particles import gathered
from dreamplayer.drawing.primitives import Form, Sprites
from dreamplayer.elements.creatures._shared.painted_cycle import FRAMES
from dreamplayer.elements.creatures._shared.swimmers import OCTOPUS_CYCLE, tone
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.model.moment import Moment


@element("air", 1.6, family="creature", several=2)
def octopus(moment: Moment) -> tuple[Form, ...]:
    """An octopus with drowsy eyes, its arms curling and uncurling."""
    n = int(min(max(moment.count, 1), 3))
    out: list[Form] = []
    for k in range(n):
        size = moment.size(2.5) * (1 - 0.25 * k)
        where = np.array(
            [
                [
                    moment.place.x
                    + 1.3 * size * (k - (n - 1) / 2) * moment.place.spread
                    + 0.06 * np.sin(0.2 * moment.t + k),
                    moment.place.y + 0.30 * size + 0.05 * size * np.sin(0.37 * moment.t + k),
                    moment.place.z + 0.5 * k,
                ]
            ],
            np.float32,
        )
        made = np.mod(0.10 * moment.t + uniform_one(moment.seed, 61 + k), 1.0)
        body = Sprites(
            OCTOPUS_CYCLE.shape,
            where,
            np.float32(size),
            tint=tone(moment, (0.12, 0.032, 0.030), 1.0),
            glow=tone(moment, (1.0, 0.46, 0.22), 0.42),
            frame=made * FRAMES,
            turn=0.04 * float(np.sin(0.31 * moment.t)),
        )
        out += gathered(moment.replace(seed=moment.seed + k), body, count=900)
    return tuple(out)
