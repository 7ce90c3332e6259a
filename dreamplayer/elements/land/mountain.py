"""A high mountain with snow on its shoulders, lower ones around it, mist lying between them."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.motion.growing import eased_presence
from dreamplayer.drawing.primitives import Form, Sprites
from dreamplayer.drawing.sky.mist import low_mist
from dreamplayer.elements.land._shared.peaks import PEAK, stained
from dreamplayer.kit.hashing import uniform
from dreamplayer.model.moment import Moment

_SIDE, _BEHIND, _HIGH, _FLIP = 1, 2, 3, 4
"""Random lanes of the lower mountains: how far to the side, how far behind, how high, whether mirrored."""


@element("far", 26.0, handles=("rise", "part"))
def mountain(moment: Moment) -> tuple[Form, ...]:
    """A high mountain with snow on its shoulders, lower ones around it, mist lying between them."""
    p, tall = moment.place, moment.size(26.0)
    show = eased_presence(moment)
    n = 3 if moment.count == 1 else int(min(max(moment.count, 3), 7))
    k = np.arange(n)
    side = np.where(
        k == 0, 0.0, np.where(k % 2, 1.0, -1.0) * (0.55 + 0.45 * uniform(moment.seed, _SIDE, n)) * (1 + 0.4 * k)
    )
    apart = 1.0 + 0.6 * moment.event("part")
    x = p.x + tall * 0.85 * side * p.spread * apart
    z = p.z + np.where(k == 0, 0.0, 6.0 + 10.0 * uniform(moment.seed, _BEHIND, n))
    high = tall * np.where(k == 0, 1.0, 0.50 + 0.30 * uniform(moment.seed, _HIGH, n))
    sink = (1.0 - show) * 0.25
    high = high * (1.0 + 0.25 * moment.event("rise"))
    where = np.stack([x, -high * sink, z], 1).astype(np.float32)
    body = Sprites(
        PEAK,
        where,
        (1.06 * high).astype(np.float32),
        tint=stained(moment, (0.19, 0.17, 0.20)),
        glow=(0.030, 0.024, 0.030),
        opacity=show,
        frame=(k % 3).astype(np.float32),
        width=np.where(uniform(moment.seed, _FLIP, n) < 0.5, 1.0, -1.0).astype(np.float32),
        rim=0.8,
    )
    return (
        body,
        low_mist(moment, p.z - 1.0, 0.9 * show, 0.03),
        low_mist(moment, p.z - 8.0 if p.z > 20 else p.z * 0.8, 0.5 * show, 0.0),
    )
