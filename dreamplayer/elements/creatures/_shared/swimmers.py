"""How creatures of the water are bent, lit and get on."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.particles import gathered
from dreamplayer.drawing.people.standing import contact, facing
from dreamplayer.drawing.primitives import Form, Sprites
from dreamplayer.elements.creatures._shared.coloured_light import coloured_light
from dreamplayer.elements.creatures._shared.painted_cycle import FRAMES, PaintedCycle
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.kit.outline import Points
from dreamplayer.model.moment import Moment
from dreamplayer.model.reading import Colour

_SIZE, _LOOK, _RIGHT, _DEEP, _PHASE = 61, 62, 63, 64, 65
"""Random lanes: size, which way each looks, where it is (right, deep) and its phase."""


def swum(points: Points, u: float, amount: float, head: float = 0.5) -> Points:
    """Bent by a wave that runs to the tail and grows on the way."""
    back = np.clip(head - points[:, 0], 0.0, None)
    wave = amount * (0.06 + back**1.7) * np.sin(2 * np.pi * u - 2.6 * back)
    return np.stack([points[:, 0], points[:, 1] + wave], 1)


def crawling(
    moment: Moment, kind: PaintedCycle, long: float, pace: float, own: Colour, shine: Colour, creep: float
) -> tuple[Form, ...]:
    """One near or a few around, slowly getting on."""
    n = int(min(max(moment.count, 1), 6))
    k = np.arange(n)
    unit = moment.size(long)
    size = unit * kind.height * (1.25 * np.ones(n) if n == 1 else 0.7 + 0.35 * uniform(moment.seed, _SIZE, n))
    first = facing(moment)
    look = np.where(uniform(moment.seed, _LOOK, n) < 0.5, first, -first) if n > 1 else np.array([first])
    go = creep * unit / 0.8 * 12.0 * (1 - np.exp(-moment.t / 40.0)) * look
    where = np.stack(
        [
            moment.place.x
            + 1.5 * unit * (k - (n - 1) / 2) * moment.place.spread
            + 0.2 * unit * normal(moment.seed, _RIGHT, n) * (n > 1)
            + go,
            np.full(n, moment.place.y),
            np.maximum(moment.place.z + 0.9 * unit * (n > 1) * normal(moment.seed, _DEEP, n), 1.4),
        ],
        1,
    ).astype(np.float32)
    slow = pace * (12.0 * (1 - np.exp(-moment.t / 40.0)) * 3.3 if creep else moment.t)
    frame = np.mod(slow + uniform(moment.seed, _PHASE, n), 1.0) * FRAMES
    body = Sprites(
        kind.shape, where, size.astype(np.float32), tint=coloured_light(moment, own, 1.0),
        glow=coloured_light(moment, shine, 0.42),
        width=look.astype(np.float32), frame=frame.astype(np.float32),
    )  # fmt: skip
    return (*contact(moment, where, 0.8 * unit), *gathered(moment, body, count=800))
