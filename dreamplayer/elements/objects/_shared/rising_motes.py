"""Sparks or steam that rise from a thing."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.primitives import Dots
from dreamplayer.drawing.props import AMBER
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.model.moment import Moment

_AGE, _PACE, _ASIDE, _SWAY_PHASE = 81, 82, 83, 84
_BRIGHTNESS, _SIZE, _GLINT = 85, 86, 87
"""Random lanes of the motes."""


def rising(
    moment: Moment, low: float, tall: float, n: int, strength: float, side: float = 0.0, wide: float = 0.28
) -> Dots:
    """Sparks or steam that rise from a thing, swaying."""
    age = np.mod(uniform(moment.seed, _AGE, n) + moment.t * (0.035 + 0.03 * uniform(moment.seed, _PACE, n)), 1.0)
    size = moment.place.size
    x = moment.place.x + size * (
        side
        + wide * normal(moment.seed, _ASIDE, n) * (0.5 + 0.8 * age)
        + 0.06 * np.sin(4 * age + 0.4 * moment.t + 6.28 * uniform(moment.seed, _SWAY_PHASE, n))
    )
    y = moment.place.y + low + tall * age
    show = (
        np.sin(np.pi * age) ** 1.2
        * (0.2 + 0.8 * uniform(moment.seed, _BRIGHTNESS, n) ** 2)
        * strength
        * moment.presence
    )
    return Dots(
        np.stack([x, y, np.full(n, moment.place.z - 0.03)], 1).astype(np.float32),
        (0.010 + 0.014 * uniform(moment.seed, _SIZE, n)).astype(np.float32) * np.float32(size),
        (np.asarray(moment.tint or AMBER, np.float32)[None] * (0.85 * show)[:, None]).astype(np.float32),
        glint=(uniform(moment.seed, _GLINT, n) > 0.92).astype(np.float32),
    )
