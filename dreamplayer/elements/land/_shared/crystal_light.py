"""The light that stands in crystal: how it beats, what cracks and mending do to it, the dust that leaves it."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.primitives import Array, Dots
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.model.moment import Moment

_BORN, _PERIOD, _RIGHT, _UP, _THROWN, _DEEP, _BRIGHT, _GLINT = 41, 42, 43, 44, 45, 46, 47, 48
"""Random lanes of the specks: when and how slowly each rises, where (right, up), how far it is thrown up and where
it is in depth, how bright, which are glints.
"""

AMETHYST = (0.20, 0.12, 0.26)
"""Colour of the glass in linear light where the words name none."""
HEART = (1.0, 0.52, 0.22)
"""Colour of the light that stands within, linear."""


def state(moment: Moment) -> tuple[float, float, float, float]:
    """How cracked, mended, shattered it is, and how bright its light."""
    mend = float(smooth(moment.event("mend"), 0.0, 1.0))
    crack = max(float(smooth(moment.event("crack"), 0.0, 1.0)), float(smooth(moment.event("shatter"), 0.0, 0.35))) * (
        1.0 - mend
    )
    shatter = float(smooth(moment.event("shatter"), 0.2, 1.0)) * (1.0 - mend)
    beat = 0.5 + 0.5 * float(np.sin(2 * np.pi * moment.t / 4.6))
    light = (
        (0.80 + (0.10 + 0.45 * moment.event("pulse")) * beat)
        * (1.0 - 0.80 * moment.event("dim"))
        * (1.0 + 0.35 * max(mend, moment.event("ignite")))
    )
    return crack, mend, shatter, light


def dust(
    moment: Moment,
    middle: tuple[float, float, float],
    size: float,
    colour: Array,
    crack: float,
    apart: float,
    show: float,
) -> Dots:
    """Specks that rise from the cluster; thousands where it comes apart."""
    n = 900
    life = np.mod(uniform(moment.seed, _BORN, n) + moment.t / (9.0 + 8.0 * uniform(moment.seed, _PERIOD, n)), 1.0)
    wide = 0.30 + 0.25 * life + 1.3 * apart
    where = np.stack(
        [
            middle[0] + size * wide * normal(moment.seed, _RIGHT, n) * 0.7,
            np.maximum(
                middle[1]
                + size
                * (
                    -0.28
                    + (0.55 + 0.8 * uniform(moment.seed, _UP, n)) * life
                    + 0.35 * apart * normal(moment.seed, _THROWN, n)
                ),
                0.02,
            ),
            np.maximum(middle[2] + 0.5 * size * wide * normal(moment.seed, _DEEP, n), 0.8),
        ],
        1,
    )
    some = np.where(np.arange(n) < 140, 1.0, np.maximum(0.6 * crack, apart))
    bright = np.sin(np.pi * life) ** 1.5 * some * show * (0.2 + 0.8 * uniform(moment.seed, _BRIGHT, n) ** 2) * 0.65
    return Dots(where.astype(np.float32), np.float32(0.014 * size), (colour[None] * bright[:, None]).astype(np.float32),
                glint=(uniform(moment.seed, _GLINT, n) > 0.975).astype(np.float32))  # fmt: skip
