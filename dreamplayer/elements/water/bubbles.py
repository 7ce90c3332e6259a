"""Bubbles climbing and trembling, thin bright rims, a window of sky in each."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.motion.floating import adrift
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Dots, Form, Sprites
from dreamplayer.elements.water._shared.bubble_film import BUBBLE
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.model.moment import Moment

_ORDER, _SIZE, _WOBBLE, _BURST = 12, 13, 14, 15
"""Random lanes of a bubble: when it appears, size, when it trembles and bursts."""
_SPRAY_OF, _SPRAY_RIGHT, _SPRAY_UP = 16, 17, 18
"""Random lanes of the spray of those that burst: from which bubble, where (right, up)."""


@element("air", 1.0, handles=("rise", "shatter", "dim"))
def bubbles(moment: Moment) -> tuple[Form, ...]:
    """Bubbles climbing and trembling, thin bright rims, a window of sky in each."""
    n = int(min(max(moment.count, 26), 90))
    where, here = adrift(
        moment.seed,
        n,
        moment.t,
        near=1.9,
        far=14.0,
        low=0.1,
        high=5.5,
        rise=0.13 + 0.3 * moment.event("rise"),
        sway=0.30,
        focal=moment.stage.camera.focal,
        aspect=moment.aspect,
        wide=0.95,
    )
    where[:, 0] += moment.place.x * 0.5
    order = smooth(moment.presence * 1.6 - 0.6 * uniform(moment.seed, _ORDER, n), 0.0, 1.0) * here
    burst = smooth(moment.event("shatter") * 1.5 - 0.5 * uniform(moment.seed, _BURST, n), 0.0, 1.0)
    size = moment.size(0.17) * (0.4 + 1.6 * uniform(moment.seed, _SIZE, n) ** 2) * (1.0 + 0.5 * burst)
    base = np.asarray(moment.tint or (0.66, 0.54, 0.56), np.float32) + np.asarray(moment.palette.glow, np.float32)
    wobble = 1.0 + 0.04 * np.sin(1.1 * moment.t + 6.28 * uniform(moment.seed, _WOBBLE, n))
    body = Sprites(
        BUBBLE,
        where,
        size.astype(np.float32),
        glow=rgb(base * np.float32(0.9 * (1 - 0.8 * moment.event("dim")))),
        cover=0.5,
        opacity=(order * (1 - burst)).astype(np.float32),
        lit=0.4,
        width=wobble.astype(np.float32),
        frame=(np.arange(n) % 2).astype(np.float32),
    )
    m = 260
    pick = (uniform(moment.seed, _SPRAY_OF, m) * n).astype(np.int64)
    spray = where[pick] + (0.4 * size[pick] * (0.6 + 2.0 * burst[pick]))[:, None] * np.stack(
        [normal(moment.seed, _SPRAY_RIGHT, m), normal(moment.seed, _SPRAY_UP, m), np.zeros(m, np.float32)], 1
    )
    lit = np.sin(np.pi * burst[pick]) * 0.6 * order[pick]
    motes = Dots(spray.astype(np.float32), np.float32(0.012), (base[None] * lit[:, None]).astype(np.float32))
    return (body, motes)
