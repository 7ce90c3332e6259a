"""Rabbits sitting in the grass, ears up, turning them to what cannot be heard."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.particles import gathered
from dreamplayer.drawing.primitives import Form, Sprites
from dreamplayer.drawing.standing import cloth_tint, contact, facing
from dreamplayer.elements.creatures._shared.painted_cycle import FRAMES
from dreamplayer.elements.creatures._shared.small_creatures import edge_shine
from dreamplayer.elements.creatures._shared.tiny import RABBIT_CYCLE
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.model.moment import Moment


@element("prop", 0.8, family="creature", several=5)
def rabbit(moment: Moment) -> tuple[Form, ...]:
    """Rabbits sitting in the grass, ears up, turning them to what cannot be heard."""
    n = int(min(max(moment.count, 1), 8))
    k = np.arange(n)
    unit = moment.size(0.80)
    look = facing(moment)
    looks = np.full(n, look) if n == 1 else np.where(uniform(moment.seed, 61, n) < 0.5, 1.0, -1.0)
    where = np.stack(
        [
            moment.place.x
            + (1.05 * unit * (k - (n - 1) / 2) + 0.3 * unit * normal(moment.seed, 62, n) * (n > 1))
            * moment.place.spread,
            np.full(n, moment.place.y),
            np.maximum(moment.place.z + 0.9 * unit * normal(moment.seed, 63, n) * (n > 1), 1.6),
        ],
        1,
    ).astype(np.float32)
    size = unit * RABBIT_CYCLE.height * (1.3 * np.ones(n) if n == 1 else 0.62 + 0.4 * uniform(moment.seed, 64, n))
    frame = np.mod(moment.t / (7.0 + 4.0 * uniform(moment.seed, 65, n)) + uniform(moment.seed, 66, n), 1.0) * FRAMES
    body = Sprites(
        RABBIT_CYCLE.shape,
        where,
        size.astype(np.float32),
        tint=cloth_tint(moment),
        glow=edge_shine(moment, moment.palette.key, 0.18),
        width=looks.astype(np.float32),
        frame=frame.astype(np.float32),
    )
    return (*contact(moment, where, 0.55 * unit), *gathered(moment, body, count=800))
