"""A web hung with dew, spun thread by thread; its small owner sits like an amber bead beside the middle."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Dots, Form, Ribbons
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform
from dreamplayer.model.moment import Moment

_ANGLE, _REACH, _SPUN = 61, 62, 63
"""Random lanes of the spokes: their angles, how far each reaches, when it is spun."""
_RING, _ALONG, _DROP_PHASE, _DROP_SHINE, _WARM, _DROP_SIZE, _GLINT = 64, 65, 66, 67, 68, 69, 70
"""Random lanes of the dew: on which ring and where on it, when and how brightly a drop shines, which are warm,
their sizes, which are glints.
"""


@element("air", 1.6)
def spider(moment: Moment) -> tuple[Form, ...]:
    """A web hung with dew, spun thread by thread; its small owner sits like an amber bead beside the middle."""
    unit = moment.size(0.85)
    x0, y0, z0 = moment.place.x, moment.place.y + 1.05 * unit, moment.place.z
    base = np.asarray(moment.tint or (0.62, 0.66, 0.80), np.float32)
    here = smooth(moment.presence, 0.05, 1.0)
    spokes, rings, per = 15, 13, 6
    angle = 2 * np.pi * (np.arange(spokes) + 0.35 * (uniform(moment.seed, _ANGLE, spokes) - 0.5)) / spokes + 0.2
    sway = 0.012 * np.sin(0.7 * moment.t)
    reach = 1.02 + 0.40 * uniform(moment.seed, _REACH, spokes)

    def point(turn: np.ndarray, r: np.ndarray, sag: np.ndarray | float = 0.0) -> np.ndarray:
        x = x0 + unit * r * np.cos(turn)
        y = np.maximum(y0 + unit * (r * np.sin(turn) * 0.95 - sag), 0.03)
        return np.stack([x, y, z0 + unit * sway * (1.2 - r) + 0 * x], -1)

    r = np.linspace(0.015, 1, 12)
    radial = point(np.broadcast_to(angle[:, None], (spokes, 12)), r[None, :] * reach[:, None])
    threads = Ribbons(
        radial.astype(np.float32), np.float32(0.0024 * unit), rgb(base),
        opacity=np.full((spokes, 12), 0.24 * here, np.float32),
        grown=np.clip(here * 2.0 - 0.6 * uniform(moment.seed, _SPUN, spokes), 0, 1)[:, None].astype(np.float32),
    )  # fmt: skip
    step = np.arange(spokes * per + 1) / per
    low, part = np.floor(step).astype(int), step - np.floor(step)
    ends = np.concatenate([angle, [angle[0] + 2 * np.pi]])
    turn = ends[np.minimum(low, spokes)] * (1 - part) + ends[np.minimum(low + 1, spokes)] * part
    where = 0.13 + 0.80 * (np.arange(rings) / (rings - 1)) ** 0.9
    slack = (part * (1 - part) * 4.0)[None, :] * 0.035 * (0.3 + where[:, None])
    radius = where[:, None] * (1 + 0.010 * np.arange(len(step))[None, :] / per / spokes) - 0.55 * slack
    spiral = point(np.broadcast_to(turn, (rings, len(turn))), radius, 0.35 * slack)
    loops = Ribbons(
        spiral.astype(np.float32), np.float32(0.0018 * unit), rgb(base),
        opacity=np.full(spiral.shape[:2], 0.17 * here, np.float32),
        grown=np.clip(here * 2.6 - 0.6 - 0.9 * np.linspace(1, 0, rings), 0, 1)[:, None].astype(np.float32),
    )  # fmt: skip
    n = 340
    row = np.floor(uniform(moment.seed, _RING, n) * rings).astype(int)
    column = np.floor(uniform(moment.seed, _ALONG, n) * len(turn)).astype(int)
    drops = spiral[row, column] + np.array([0.0, -0.006 * unit, -0.01])
    own = 6.28 * uniform(moment.seed, _DROP_PHASE, n)
    shine = (
        here**2
        * (0.25 + 0.75 * np.sin(0.35 * moment.t + own) ** 4)
        * (0.3 + 0.7 * uniform(moment.seed, _DROP_SHINE, n))
    )
    warm = np.where(
        uniform(moment.seed, _WARM, n)[:, None] < 0.35, np.asarray(moment.palette.key, np.float32)[None], base[None]
    )
    dew = Dots(
        drops.astype(np.float32),
        (unit * (0.010 + 0.012 * uniform(moment.seed, _DROP_SIZE, n))).astype(np.float32),
        (warm * (0.75 * shine)[:, None]).astype(np.float32),
        glint=(uniform(moment.seed, _GLINT, n) > 0.93).astype(np.float32),
    )
    home = point(np.array([2.2]), np.array([0.16]))[0] + np.array([0.0, 0.0, -0.03])
    legs = np.array([0.5, 0.95, 2.2, 2.65, 3.65, 4.05, 5.35, 5.8])
    out = np.linspace(0, 1, 5)[None, :]
    knee = 0.055 * unit * out
    limbs = np.stack(
        [
            home[0] + knee * np.cos(legs)[:, None],
            home[1] + knee * np.sin(legs)[:, None] + 0.014 * unit * np.sin(np.pi * out),
            np.full((8, 5), home[2]),
        ],
        -1,
    )
    amber = np.asarray(moment.palette.key, np.float32)
    owner = (
        Ribbons(limbs.astype(np.float32), np.float32(0.0022 * unit), rgb(amber * np.float32(0.4)),
                opacity=np.full((8, 5), 0.5 * here, np.float32)),
        Dots(np.stack([home, home + np.array([0.0, 0.024 * unit, 0.0])]).astype(np.float32),
             np.array([0.050, 0.030], np.float32) * np.float32(unit), amber * np.float32(0.5 * here)),
    )  # fmt: skip
    return (threads, loops, dew, *owner)
