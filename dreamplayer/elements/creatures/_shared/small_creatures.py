"""How small creatures flutter about, and how they are lit."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.primitives import Array, Form, Shape, Sprites
from dreamplayer.elements.creatures._shared.painted_cycle import FRAMES
from dreamplayer.elements.creatures._shared.wander import wander
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.model.moment import Moment
from dreamplayer.model.reading import Colour

_SIZE, _HOME_X, _HOME_Y, _HOME_Z, _PHASE, _HUE = 61, 62, 63, 64, 65, 66
"""Random lanes: size, home (three coordinates), phase of the wingbeat and colour."""


def fluttering(
    moment: Moment,
    shape: Shape,
    unit: float,
    hues: tuple[Colour, ...],
    shine: float,
    pace: float,
    lean: float,
    most: int,
) -> tuple[Form, ...]:
    """Some that wander about their place, each at its own height and pace."""
    n = int(min(max(moment.count, 1), most))
    size = unit * (1.7 * np.ones(n) if n == 1 else 0.55 + 0.45 * uniform(moment.seed, _SIZE, n))
    home = np.stack(
        [
            normal(moment.seed, _HOME_X, n),
            0.45 * normal(moment.seed, _HOME_Y, n),
            0.8 * normal(moment.seed, _HOME_Z, n),
        ],
        1,
    )
    home = (
        home
        * np.float32(0.0 if n == 1 else 1.1 * moment.place.spread * moment.place.size)
        * (1 + 1.2 * moment.event("scatter"))
    )
    roam = wander(moment.seed, n, 1.9 * moment.t * (1 - 0.35 * moment.calm), 0.55 * moment.place.size)
    where = (
        home
        + roam
        + np.array(
            [moment.place.x, moment.place.y + (0.4 if n == 1 else 0.9) * moment.place.size, moment.place.z], np.float32
        )
    )
    where[:, 1] = np.maximum(where[:, 1] + 1.2 * moment.event("rise"), 0.15)
    where[:, 2] = np.maximum(where[:, 2], 1.4)
    later = wander(moment.seed, n, 1.9 * (moment.t + 0.4) * (1 - 0.35 * moment.calm), 0.55 * moment.place.size)
    heading = np.tanh(4.0 * (later - roam)[:, 0] / np.maximum(size, 1e-3))
    phase = uniform(moment.seed, _PHASE, n)
    own = 6.2832 * phase
    made = moment.t * pace * (0.8 + 0.4 * phase) + 0.35 * np.sin(0.7 * moment.t + own) + phase
    colours = np.asarray(hues, np.float32)[np.floor(uniform(moment.seed, _HUE, n) * len(hues)).astype(int)]
    if moment.tint is not None:
        colours = np.broadcast_to(np.asarray(moment.tint, np.float32), (n, 3))
    shown: Array = (colours * np.float32(shine * (1 - 0.3 * moment.calm))).astype(np.float32)
    body = Sprites(
        shape, where.astype(np.float32), size.astype(np.float32), tint=rgb(np.mean(colours, 0) * np.float32(0.03)),
        glow=shown, turn=(-lean * heading + 0.10 * np.sin(0.9 * moment.t + own)).astype(np.float32),
        frame=(np.mod(made, 1.0) * FRAMES).astype(np.float32), lit=0.8, cover=0.9,
    )  # fmt: skip
    return gathered(moment, body, count=700, colour=hues[0])


FAR_SIDE = (0.55, 0.55, 0.62)
"""How a coat is tinted on the far side: darker and a little bluer than the near one."""
