"""A bright head crossing the sky slowly, its train of gold dust spreading behind it; several in turn."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.sky.heavens import from_screen
from dreamplayer.drawing.sky.starlight import flare
from dreamplayer.elements.sky._shared.trail import train
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_SIDE, _FROM_RIGHT, _FROM_UP, _TO_RIGHT, _TO_UP = 1, 2, 3, 4, 5
"""Random lanes of the path: from which side, where it begins (right, up), where it ends (right, up)."""


@element("sky", 50.0, handles=("fall", "dim", "ignite"))
def comet(moment: Moment) -> tuple[Form, ...]:
    """A bright head crossing the sky slowly, its train of gold dust spreading behind it; several in turn."""
    n = int(min(max(moment.count, 1), 7))
    forms: list[Form] = []
    for k in range(n):
        seed = moment.seed + 101 * k
        side = 1.0 if uniform_one(seed, _SIDE) < 0.5 else -1.0
        gone = smooth(moment.t / 26.0 - 0.16 * k, 0.0, 1.0) * 0.62 + 0.38 * smooth(moment.event("fall"), 0.0, 1.0)
        u0, v0 = (
            side * (0.85 + 0.5 * uniform_one(seed, _FROM_RIGHT)),
            0.95 + 0.25 * uniform_one(seed, _FROM_UP) - 0.1 * k,
        )
        u1, v1 = (
            -side * (0.35 + 0.3 * uniform_one(seed, _TO_RIGHT)),
            moment.stage.camera.horizon + 0.42 + 0.2 * uniform_one(seed, _TO_UP),
        )
        share = 0.25 + 0.75 * gone
        head = (u0 + (u1 - u0) * share, v0 + (v1 - v0) * share - 0.06 * share * (1 - share))
        far = 1.0 if n == 1 else 0.55
        behind = (head[0] + (u0 - u1) * 0.62 * far, head[1] + (v0 - v1) * 0.62 * far + 0.03)
        base = np.asarray(moment.tint or (1.0, 0.66, 0.36), np.float32)
        show = smooth(moment.presence * 1.3 - 0.1 * k, 0.0, 1.0)
        burn = show * (1.0 - 0.85 * moment.event("dim")) * (1.0 + 0.35 * moment.event("ignite")) * far**0.5
        where = from_screen(moment, *head)
        size = 42.0 * moment.place.size * far
        own = moment.replace(seed=seed)
        forms += train(own, behind, head, base, 1.15 * burn, 4200 if n == 1 else 1100)
        forms += [
            halo(where, size * 3.4, base * np.float32(0.15 * burn)),
            flare(where, size * 1.7, base * np.float32(1.5 * burn)),
        ]
        if k == 0:
            forms.append(Light(where, rgb(base * np.float32(0.45 * burn)), 420.0, 0.0))
    return tuple(forms)
