"""A breath of sparks climbing and wandering, as when a log settles."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.materials.burning import EMBER, flying_sparks
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Form, f32
from dreamplayer.elements.fire._shared.fire_strength import fire_strength
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_SECOND_SWARM = 1
"""Random lane of the second, lower swarm."""


@element("air", 1.6, handles=("rise", "scatter", "dim"))
def sparks(moment: Moment) -> tuple[Form, ...]:
    """A breath of sparks climbing and wandering, as when a log settles."""
    p, tall = moment.place, moment.size(1.6)
    burn = fire_strength(moment)
    wide = 0.45 * (1.0 + 1.2 * moment.event("scatter"))
    high = 1.0 + 0.7 * moment.event("rise")
    foot = (p.x, max(p.y - 0.3 * tall, 0.02), p.z)
    colour = moment.tint or EMBER
    return (
        halo((p.x, p.y + 0.15 * tall, p.z), 2.2 * tall, f32(colour) * np.float32(0.10 * burn)),
        flying_sparks(moment, foot, 2.2 * tall * high, count=420, strength=burn, spread=wide, colour=colour),
        flying_sparks(
            moment,
            foot,
            1.4 * tall * high,
            count=160,
            strength=0.8 * burn,
            spread=1.6 * wide,
            colour=colour,
            lane=_SECOND_SWARM,
        ),
        Light((p.x, p.y + 0.3 * tall, p.z), rgb(f32(colour) * np.float32(0.45 * burn)), 2.2 * tall, haze=0.5),
    )
