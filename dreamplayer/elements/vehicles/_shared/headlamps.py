"""Which way a vehicle faces, and its lamplight ahead in the dust."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Dots, Form
from dreamplayer.drawing.props import AMBER
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_ALONG, _SPREAD_Y, _SPREAD_Z, _BRIGHTNESS = 71, 72, 73, 74
"""Random lanes of the motes in the lamplight."""


def beam(moment: Moment, start: tuple[float, float, float], way: float, long: float, strength: float) -> list[Form]:
    """Lamplight ahead in the dust: a soft cone of motes and its glow."""
    warm = np.asarray(moment.tint or AMBER, np.float32)
    here = float(smooth(moment.presence, 0.3, 1.0)) * strength * (1 - 0.3 * moment.calm)
    motes = 240
    along = np.mod(uniform(moment.seed, _ALONG, motes) + 0.02 * moment.t, 1.0)
    x = start[0] + way * long * along
    y = start[1] + long * along * 0.10 * normal(moment.seed, _SPREAD_Y, motes) - 0.12 * long * along
    z = start[2] + long * along * 0.12 * normal(moment.seed, _SPREAD_Z, motes) - 0.18 * long * along
    bright = np.sin(np.pi * along) ** 0.7 * (1 - along) * (0.3 + 0.7 * uniform(moment.seed, _BRIGHTNESS, motes)) * here
    cone_dots = 7
    cone_along = (np.arange(cone_dots) + 0.5) / cone_dots
    cone = np.stack(
        [start[0] + way * long * cone_along, start[1] - 0.10 * long * cone_along, start[2] - 0.18 * long * cone_along],
        1,
    )
    return [
        Dots(
            np.stack([x, np.maximum(y, 0.02), np.maximum(z, 0.7)], 1).astype(np.float32),
            0.020,
            (warm[None] * (0.8 * bright)[:, None]).astype(np.float32),
        ),
        Dots(
            np.maximum(cone, [-1e9, 0.02, 0.8]).astype(np.float32),
            (long * (0.12 + 0.42 * cone_along)).astype(np.float32),
            (warm[None] * (0.11 * (1 - cone_along) ** 1.5 * here)[:, None]).astype(np.float32),
            reflect=False,
        ),
        Dots(np.array([start], np.float32), np.float32(0.45 * long * 0.4), warm * np.float32(0.42 * here)),
        Light(
            (start[0] + way * 0.35 * long, max(start[1] - 0.1, 0.3), max(start[2] - 0.2 * long, 0.8)),
            rgb(warm * np.float32(0.4 * here)),
            0.6 * long,
            haze=0.35,
        ),
    ]


def facing(moment: Moment) -> float:
    """Which way it faces: towards the middle of the picture."""
    return -1.0 if moment.place.x >= 0 else 1.0
