"""A river of fine gold and rose dust on the air, woven of strands, a few points catching light like stars."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.particles import approach
from dreamplayer.drawing.primitives import Dots, Form, f32
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.model.moment import Moment

_STRAND, _ALONG, _PACE, _ACROSS, _CLOSE = 1, 2, 3, 4, 5
_OUT_X, _OUT_Y, _TWINKLE_PACE, _TWINKLE_PHASE = 6, 7, 8, 9
_COOL, _SIZE, _GLINT, _OFF_SPIRAL = 10, 11, 12, 13
"""Random lanes of the grains along the strands."""


_GRAINS, _STRANDS, _HAZES = 7000, 9, 12
"""Numbers of grains, of strands they are woven in, and of soft clouds behind them."""
_GOLD, _ROSE, _BLUE = (1, 0.60, 0.22), (1, 0.68, 0.55), (0.62, 0.70, 1.0)
"""Linear light where the river begins, where it ends, and of the few cool grains."""
_FEW_COOL, _FEW_GLINTS = 0.86, 0.988
"""Random numbers above which a grain is cool, and catches light like a star."""


@element("air", 3.0, handles=("rise", "swirl", "scatter", "gather", "dim", "shimmer"))
def stardust(moment: Moment) -> tuple[Form, ...]:
    """A river of fine gold and rose dust on the air, woven of strands, a few points catching light like stars."""
    count = _GRAINS
    p = moment.place
    strand = np.floor(uniform(moment.seed, _STRAND, count) * _STRANDS)
    # Shares of the river a second, .8 % on average.
    carried = moment.t * 0.008 * (0.6 + 0.8 * uniform(moment.seed, _PACE, count))
    along = np.mod(uniform(moment.seed, _ALONG, count) + carried, 1.0)
    wide = 2.3 * moment.aspect * max(p.z, 5.0) / moment.stage.camera.focal * 0.5
    own = 0.8 * strand + moment.seed % 5
    up = float(smooth(moment.event("rise"), 0.0, 1.0))
    middle = moment.stage.camera.eye + 0.25 * max(p.z, 5.0)
    size = moment.place.size
    thick = 0.10 + 0.55 * np.sin(np.pi * along) ** 1.2
    swell = 0.5 * np.sin(5.2 * along + 0.6 * own + 0.06 * moment.t)
    flow = swell + 0.28 * np.sin(11.0 * along + 1.7 * own - 0.08 * moment.t)
    # Half of the grains keep close to their strand.
    spread = np.where(uniform(moment.seed, _CLOSE, count) < 0.5, 0.05, 0.26)
    loose = normal(moment.seed, _ACROSS, count) * spread
    x = p.x + wide * (2 * along - 1)
    y = middle + size * (1.5 * (along - 0.5) + 0.55 * thick * flow * 1.6 + loose * (0.5 + thick)) + 1.6 * up * along
    z = np.maximum(p.z + 1.4 * np.cos(4.0 * along + own) + 0.6 * loose, 1.2)
    turn = float(smooth(moment.event("swirl"), 0.0, 1.0))
    if turn > 0:
        loose_way = 0.30 * normal(moment.seed, _OFF_SPIRAL, count)
        angle = 6.283 * (1.3 * along + strand / _STRANDS) + 0.15 * moment.t + 1.6 * loose_way
        radius = (0.30 + 1.5 * np.sqrt(along)) * size * (1.0 + loose_way)
        high = (0.35 + 2.9 * along + 0.5 * loose_way) * size
        x = x + (p.x + radius * np.cos(angle) - x) * turn
        y = y + (high - y) * turn
        z = z + (np.maximum(p.z + radius * np.sin(angle), 1.2) - z) * turn
    out = 1.8 * moment.event("scatter") - 0.15 * moment.event("gather")
    away = approach(moment.presence, moment.seed, count) * 2.0
    where = np.stack(
        [
            x + out * normal(moment.seed, _OUT_X, count) + away[:, 0],
            y + 0.7 * out * normal(moment.seed, _OUT_Y, count) + away[:, 1],
            np.maximum(z + away[:, 2], 1.0),
        ],
        1,
    )
    show = (
        float(smooth(moment.presence, 0.0, 0.5))
        * (1 - 0.85 * moment.event("dim"))
        * (1 + 0.35 * moment.event("shimmer"))
    )
    pace = 0.25 + 0.35 * uniform(moment.seed, _TWINKLE_PACE, count)
    phase = 6.28 * uniform(moment.seed, _TWINKLE_PHASE, count)
    twinkle = np.abs(np.sin(moment.t * pace + phase)) ** 3
    age = along[:, None]
    hue = f32(_GOLD) * (1 - age) + f32(_ROSE) * age
    cool = (uniform(moment.seed, _COOL, count) > _FEW_COOL)[:, None]
    hue = np.where(cool, f32(_BLUE), hue)
    if moment.tint:
        hue = 0.4 * hue + 0.6 * f32(moment.tint)
    big = uniform(moment.seed, _SIZE, count) ** 7
    ends = smooth(along, 0.0, 0.10) * smooth(along, 1.0, 0.90)
    thinned = 1 - 0.4 * min(1.0, out / 1.8)
    bright = (0.10 + 0.55 * big) * (0.40 + 0.60 * twinkle) * ends * show * thinned
    glint = (uniform(moment.seed, _GLINT, count) > _FEW_GLINTS).astype(np.float32)
    dust = Dots(
        where.astype(np.float32),
        (0.022 + 0.030 * big + 0.10 * glint).astype(np.float32),
        (hue * (bright * (1 + 2.2 * glint))[:, None]).astype(np.float32),
        glint=glint,
    )
    haze_along = np.linspace(0.1, 0.9, _HAZES)
    veil = np.stack(
        [p.x + wide * (2 * haze_along - 1), middle + size * 1.5 * (haze_along - 0.5), np.full(_HAZES, p.z + 0.5)], 1
    )
    haze = halo(
        veil.astype(np.float32),
        2.6 * size,
        f32([0.30, 0.16, 0.09]) * np.float32(0.10 * show * (1 - turn)),
        width=1.6,
        depth=p.z + 1.0,
    )
    return (haze, dust)
