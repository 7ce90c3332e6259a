"""White swans gliding on still water, necks like question marks answered."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.particles import gathered
from dreamplayer.drawing.primitives import Form, Sprites
from dreamplayer.drawing.standing import facing
from dreamplayer.elements.creatures._shared.painted_cycle import FRAMES
from dreamplayer.elements.creatures._shared.swimmers import SWAN_CYCLE, tone
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.model.moment import Moment


@element("prop", 1.1, family="creature", several=4)
def swan(moment: Moment) -> tuple[Form, ...]:
    """White swans gliding on still water, necks like question marks answered."""
    n = int(min(max(moment.count, 1), 7))
    unit = moment.size(1.35)
    k = np.arange(n)
    look = facing(moment)
    glide = 0.9 * (1 - np.exp(-moment.t / 22.0)) * look
    where = np.stack(
        [
            moment.place.x
            + glide
            - 0.9 * look
            + 1.25 * unit * (k - (n - 1) / 2) * moment.place.spread
            + 0.06 * np.sin(0.2 * moment.t + k),
            moment.place.y + 0.012 * np.sin(0.8 * moment.t + k) - 0.01 * np.ones(n),
            np.maximum(moment.place.z + 0.9 * unit * (n > 1) * normal(moment.seed, 61, n), 2.0),
        ],
        1,
    ).astype(np.float32)
    size = unit * SWAN_CYCLE.height * (np.ones(n) if n == 1 else 0.85 + 0.2 * uniform(moment.seed, 62, n))
    frame = np.mod(0.12 * moment.t + uniform(moment.seed, 63, n), 1.0) * FRAMES
    body = Sprites(
        SWAN_CYCLE.shape, where, size.astype(np.float32), tint=tone(moment, (0.55, 0.50, 0.48), 1.0),
        glow=tone(moment, (1.0, 0.82, 0.66), 0.20), width=np.full(n, look, np.float32), frame=frame.astype(np.float32),
    )  # fmt: skip
    return gathered(moment, body, count=900, colour=(1.0, 0.75, 0.5))
