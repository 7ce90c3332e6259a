"""Weathered boulders lying together, light along their shoulders; told to rise, they hover."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.particles import gathered, scaled
from dreamplayer.drawing.primitives import Form, Sprites
from dreamplayer.elements.land._shared.peaks import STONE
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform
from dreamplayer.model.moment import Moment

_TURN, _SIZE, _HOVER, _BOB, _KIND, _FLIP, _WIDTH = 1, 2, 3, 4, 5, 6, 7
"""Random lanes: how the group is turned; of each its size, how high it hovers, when it bobs, its kind, whether
mirrored, its width.
"""


@element("prop", 0.9, handles=("rise", "crack"))
def stone(moment: Moment) -> tuple[Form, ...]:
    """Weathered boulders lying together, light along their shoulders; told to rise, they hover."""
    n = int(min(max(moment.count, 3), 24))
    p, size = moment.place, moment.size(0.95)
    radius = size * (0.9 if moment.count == 1 else 2.1 * p.spread) * np.sqrt(np.arange(n) / max(n - 1, 1))
    angle = 2.4 * np.arange(n) + 6 * uniform(moment.seed, _TURN, 1)[0]
    own = np.where(
        np.arange(n) == 0, 1.0, (0.20 + 0.50 * uniform(moment.seed, _SIZE, n)) * (1.0 if moment.count > 1 else 0.7)
    )
    up = smooth(moment.event("rise"), 0, 1) * (0.3 + 0.9 * uniform(moment.seed, _HOVER, n)) * size
    bob = 0.03 * np.sin(0.5 * moment.t + 6 * uniform(moment.seed, _BOB, n)) * moment.event("rise")
    where = np.stack(
        [p.x + 1.3 * radius * np.cos(angle), p.y + up + bob, np.maximum(p.z + 0.6 * radius * np.sin(angle), 1.1)], 1
    ).astype(np.float32)
    grey = scaled(moment.tint, 0.3, 0.05) if moment.tint else (0.21, 0.185, 0.185)
    glow = scaled((1.0, 0.42, 0.12), 0.25 * moment.event("crack"))
    body = Sprites(
        STONE,
        where,
        (size * own * 1.15).astype(np.float32),
        tint=grey,
        glow=glow,
        frame=np.floor(uniform(moment.seed, _KIND, n) * 3).astype(np.float32),
        width=(
            np.where(uniform(moment.seed, _FLIP, n) < 0.5, 1.0, -1.0) * (0.9 + 0.4 * uniform(moment.seed, _WIDTH, n))
        ).astype(np.float32),
        rim=0.9,
    )
    return gathered(moment, body, count=700)
