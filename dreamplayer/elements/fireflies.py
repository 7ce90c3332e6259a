"""Fireflies: a swarm of warm points over grass or water, each glowing and fading in its own slow time."""

from __future__ import annotations

import numpy as np

from dreamplayer.forms.element import element
from dreamplayer.forms.form import Form
from dreamplayer.forms.motes import rgb
from dreamplayer.forms.swarm import fireflies, river
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_WARM = (0.95, 0.62, 0.16)


_ANSWERS = ("scatter", "gather", "swirl", "rise", "dim", "ignite")


@element("air", 2.5, family="creature", answers=_ANSWERS, lamp=True, several=90)
def firefly(at: Moment) -> tuple[Form, ...]:
    """Fireflies: points of warm light that drift and breathe; a few lie near enough to show their halo.

    Notes: `river` 1 lets them stream out of their place, a lantern, and across the sky.
    """
    n = 14 if at.count == 1 else int(min(max(at.count, 24), 160))
    colour = at.tint or _WARM
    dots, bright = fireflies(at, n, colour, (2.2 if at.count == 1 else 7.0) * at.place.spread, 2.4 * at.place.size)
    mean = float(np.mean(bright)) * (1.0 if n > 20 else 0.7)
    lamp = Light(
        (at.place.x, at.place.y + 0.9, at.place.z - 0.3), rgb(np.asarray(colour, np.float32) * np.float32(1.1 * mean)),
        3.0, 0.35,
    )  # fmt: skip
    if at.param("river", 0.0) > 0.0:
        return (river(at, 1500, colour, at.param("river", 0.0) * (1.0 - 0.8 * at.event("dim"))), lamp)
    return (dots, lamp)
