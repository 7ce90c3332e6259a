"""Colour and motes of features that are drawn in light."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.particles import sampled
from dreamplayer.drawing.primitives import Array, Dots, Shape
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform
from dreamplayer.model.moment import Moment

_PHASE, _SIZE, _GLINT = 71, 72, 73
"""Random lanes of the motes: when each shines, its size, which are glints."""


def tone(moment: Moment, own: tuple[float, float, float]) -> Array:
    """The colour the words give, or its own, as an array (3,)."""
    return np.asarray(moment.tint or own, np.float32)


def motes(
    moment: Moment,
    shape: Shape,
    where: Array,
    size: float,
    base: Array,
    *,
    n: int = 700,
    look: float = 1.0,
    drift: float = 0.0,
    strength: float = 0.5,
    frame: int = 0,
) -> Dots:
    """Motes that live on a painted shape, glimmering; by `drift` they stray off to the left as hair in water."""
    points = sampled(shape, n, frame, 0.8)
    own = 6.2832 * uniform(moment.seed, _PHASE, n)
    stray = drift * np.clip(0.15 - points[:, 0], 0, None) * (0.4 + 0.6 * np.sin(0.21 * moment.t + own))
    x = look * (points[:, 0] - stray) + 0.006 * np.cos(0.5 * moment.t + own)
    y = points[:, 1] + 0.006 * np.sin(0.43 * moment.t + 2 * own) + 0.25 * stray
    at3 = np.stack([where[0] + size * x, where[1] + size * y, np.full(n, where[2] - 0.02)], 1)
    shine = (
        smooth(moment.presence, 0.4, 1.0)
        * (0.35 + 0.65 * np.sin(0.6 * moment.t + own) ** 2)
        * (0.3 + 0.7 * points[:, 2])
    )
    return Dots(
        at3.astype(np.float32),
        ((0.0045 + 0.006 * uniform(moment.seed, _SIZE, n)) * np.float32(size)).astype(np.float32),
        (base[None, :] * (strength * (1 - 0.3 * moment.calm) * shine)[:, None]).astype(np.float32),
        glint=(uniform(moment.seed, _GLINT, n) > 0.985).astype(np.float32),
    )
