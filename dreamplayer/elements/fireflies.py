"""Fireflies: a swarm of warm points over grass or water, each glowing and fading in its own slow time."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.swarm import fireflies, river
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_WARM = (0.95, 0.62, 0.16)


_ANSWERS = ("scatter", "gather", "swirl", "rise", "dim", "ignite")


@element("air", 2.5, family="creature", answers=_ANSWERS, lamp=True, several=90)
def firefly(moment: Moment) -> tuple[Form, ...]:
    """Fireflies: points of warm light that drift and breathe; a few lie near enough to show their halo.

    Notes: `river` 1 lets them stream out of their place, a lantern, and across the sky.
    """
    n = 14 if moment.count == 1 else int(min(max(moment.count, 24), 160))
    colour = moment.tint or _WARM
    dots, bright = fireflies(
        moment, n, colour, (2.2 if moment.count == 1 else 7.0) * moment.place.spread, 2.4 * moment.place.size
    )
    mean = float(np.mean(bright)) * (1.0 if n > 20 else 0.7)
    lamp = Light(
        (moment.place.x, moment.place.y + 0.9, moment.place.z - 0.3),
        rgb(np.asarray(colour, np.float32) * np.float32(1.1 * mean)),
        3.0,
        0.35,
    )
    if moment.param("river", 0.0) > 0.0:
        return (river(moment, 1500, colour, moment.param("river", 0.0) * (1.0 - 0.8 * moment.event("dim"))), lamp)
    return (dots, lamp)
