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
"""Lanes of chance of the motes in the lamplight."""


def beam(moment: Moment, start: tuple[float, float, float], way: float, long: float, strength: float) -> list[Form]:
    """Lamplight ahead in the dust: a soft cone of motes and its glow."""
    warm = np.asarray(moment.tint or AMBER, np.float32)
    here = float(smooth(moment.presence, 0.3, 1.0)) * strength * (1 - 0.3 * moment.calm)
    n = 240
    u = np.mod(uniform(moment.seed, _ALONG, n) + 0.02 * moment.t, 1.0)
    x = start[0] + way * long * u
    y = start[1] + long * u * 0.10 * normal(moment.seed, _SPREAD_Y, n) - 0.12 * long * u
    z = start[2] + long * u * 0.12 * normal(moment.seed, _SPREAD_Z, n) - 0.18 * long * u
    bright = np.sin(np.pi * u) ** 0.7 * (1 - u) * (0.3 + 0.7 * uniform(moment.seed, _BRIGHTNESS, n)) * here
    k = 7
    v = (np.arange(k) + 0.5) / k
    cone = np.stack([start[0] + way * long * v, start[1] - 0.10 * long * v, start[2] - 0.18 * long * v], 1)
    return [
        Dots(
            np.stack([x, np.maximum(y, 0.02), np.maximum(z, 0.7)], 1).astype(np.float32),
            0.020,
            (warm[None] * (0.8 * bright)[:, None]).astype(np.float32),
        ),
        Dots(
            np.maximum(cone, [-1e9, 0.02, 0.8]).astype(np.float32),
            (long * (0.12 + 0.42 * v)).astype(np.float32),
            (warm[None] * (0.11 * (1 - v) ** 1.5 * here)[:, None]).astype(np.float32),
            reflect=False,
        ),
        Dots(np.array([start], np.float32), np.float32(0.45 * long * 0.4), warm * np.float32(0.42 * here)),
        Light(
            (start[0] + way * 0.35 * long, max(start[1] - 0.1, 0.3), max(start[2] - 0.2 * long, 0.8)),
            rgb(warm * np.float32(0.4 * here)),
            0.6 * long,
            0.35,
        ),
    ]


def facing(moment: Moment) -> float:
    """Which way it faces: towards the middle of the picture."""
    return -1.0 if moment.place.x >= 0 else 1.0
