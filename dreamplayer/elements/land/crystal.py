"""A cluster of tall crystals, light standing in them; it cracks along bright seams, comes apart, is made whole."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.materials.crystal import cluster
from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.land._shared.crystal_light import AMETHYST, HEART, dust, state
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_DEEP, _TALL = 31, 32
"""Random lanes of several clusters: how deep in the picture each stands, and its height."""


@element("prop", 1.5, handles=("crack", "shatter", "mend", "pulse", "dim", "ignite", "grow"))
def crystal(moment: Moment) -> tuple[Form, ...]:
    """A cluster of tall crystals, light standing in them; it cracks along bright seams, comes apart, is made whole."""
    crack, _, shatter, light = state(moment)
    p, size = moment.place, moment.size(1.5)
    show = float(smooth(moment.presence, 0.25, 1.0))
    glass = np.asarray(moment.tint or AMETHYST, np.float32)
    heart = np.asarray(HEART, np.float32) * 0.75 + glass * 0.5
    inner = (heart * np.float32(0.30) + glass * np.float32(1.15)) * np.float32(light)
    grown = 0.86 + 0.24 * float(smooth(moment.event("grow"), 0, 1))
    n = int(min(max(moment.count, 1), 9))
    forms: list[Form] = []
    for k in range(n):
        x = p.x + (0.0 if k == 0 else 1.5 * size * p.spread * (1 if k % 2 else -1) * (0.35 + 0.32 * k))
        z = max(p.z + (0.0 if k == 0 else size * float(normal(moment.seed, _DEEP, n)[k])), 1.2)
        tall = size * (1.0 if k == 0 else 0.45 + 0.4 * float(uniform(moment.seed, _TALL, n)[k]))
        body = cluster(
            (x, p.y, z),
            tall,
            9,
            moment.seed + 5 * k,
            colour=glass * np.float32(0.9),
            inner=inner,
            crack=crack,
            opacity=1.0 - shatter,
            apart=shatter,
            grown=grown,
        )
        forms += gathered(moment.replace(seed=moment.seed + k), body, count=700 // n, colour=rgb(heart))
    middle = (p.x, p.y + 0.30 * size, p.z - 0.05)
    forms += [
        halo(middle, 2.8 * size, heart * np.float32(0.14 * light * show)),
        dust(moment, middle, size, heart, crack, shatter, show),
        Light(middle, rgb(heart * np.float32(0.75 * light * show * (1 - 0.6 * shatter))), 2.0 * size, 0.5),
    ]
    return tuple(forms)
