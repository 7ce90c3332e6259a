"""Light that shows where the sound of an instrument goes."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.primitives import Dots, Form
from dreamplayer.drawing.props import AMBER
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal as bells
from dreamplayer.kit.hashing import uniform
from dreamplayer.model.moment import Moment

_RING, _ANGLE, _BRIGHTNESS, _GLINT = 91, 92, 94, 95
"""Random lanes of the motes of a ring of sound."""


def sounding(
    moment: Moment, middle: tuple[float, float, float], reach: float, colour: np.ndarray, strength: float
) -> list[Form]:
    """Sound as light: rings of motes that leave slowly and rise, fading."""
    motes = 340
    ring = np.floor(uniform(moment.seed, _RING, motes) * 4)
    age = np.mod(0.045 * moment.t + ring / 4, 1.0)
    angle = 6.2832 * uniform(moment.seed, _ANGLE, motes)
    r = reach * (0.25 + 1.5 * age) * (1 + 0.04 * bells(moment.seed, 93, motes))
    spot = np.stack(
        [
            middle[0] + r * np.cos(angle),
            middle[1] + 0.42 * r * np.sin(angle) + 0.35 * reach * age,
            middle[2] + 0.25 * r * np.sin(angle),
        ],
        1,
    )
    spot[:, 1], spot[:, 2] = np.maximum(spot[:, 1], 0.02), np.maximum(spot[:, 2], 0.8)
    show = np.sin(np.pi * age) ** 1.3 * (0.25 + 0.75 * uniform(moment.seed, _BRIGHTNESS, motes) ** 2) * strength
    return [
        Dots(
            spot.astype(np.float32),
            np.float32(0.018 * reach + 0.004),
            (colour[None] * (0.62 * show)[:, None]).astype(np.float32),
            glint=(uniform(moment.seed, _GLINT, motes) > 0.95).astype(np.float32),
        )
    ]


def played(moment: Moment, size: float) -> list[Form]:
    """The light and the motes about an instrument that is being played."""
    warm = np.asarray(moment.tint or AMBER, np.float32)
    here = float(smooth(moment.presence, 0.4, 1.0)) * (0.6 + 0.4 * moment.event("pulse") + 0.4 * moment.event("ring"))
    return sounding(
        moment,
        (moment.place.x, moment.place.y + 0.5 * size, moment.place.z),
        0.55 * size,
        warm,
        here * (1 - 0.4 * moment.calm),
    )
