"""A hallway: doors on either hand, lamp after lamp along the ceiling, to a point of warm light."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.door import BEYOND, LEAF, SURROUND
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Dots, Form, Sprites
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import dice
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

PAIRS = 14
SPACING = 3.1
"""Metres from one pair of doors to the next."""
HALF = 2.05
"""Half the width between the walls."""
YAW = 0.62
"""Radians the doors are turned towards the eye from facing each other: seen edge on they would not be doors."""
DOORS = "doors"
"""The manner of a corridor whose text names no mirror."""
AMBER = (1.0, 0.60, 0.28)


def hallway(moment: Moment) -> tuple[Form, ...]:
    """Doors left and right, one of them standing ajar on a lit room; lamps overhead; the far end glows.

    They come one after another, from far away to near.
    """
    k = np.arange(PAIRS)
    z = np.concatenate([k, k]) * SPACING + 3.0
    side = np.repeat([-1.0, 1.0], PAIRS)
    x = side * HALF * moment.place.spread + moment.place.x
    yaw = (-side * (np.pi / 2 - YAW)).astype(np.float32)
    spot = np.stack([x, np.zeros(2 * PAIRS), z], 1).astype(np.float32)
    far = np.concatenate([k, k]) / PAIRS
    here = smooth(moment.presence * 1.7 - 0.7 * (1 - far), 0.0, 1.0).astype(np.float32)
    dim = (1 - 0.7 * moment.event("dim")) * (1 + 0.4 * moment.event("ignite")) * (1 - 0.25 * moment.calm)
    warm = np.asarray(moment.tint or AMBER, np.float32)
    lamp = 0.9 + 0.1 * np.sin(0.4 * moment.t + 1.7 * far * PAIRS)
    glow = warm[None, :] * (dim * lamp * (0.12 + 0.30 * far))[:, None]
    tint = np.repeat((0.50 + 0.35 * far)[:, None], 3, 1).astype(np.float32)
    ajar = np.zeros(2 * PAIRS, bool)
    ajar[PAIRS + 1] = True
    forms: list[Form] = []
    for low, high in ((14.0, 1e9), (7.0, 14.0), (0.0, 7.0)):
        pick = (z >= low) & (z < high)
        for drawing, which in ((SURROUND, pick), (LEAF, pick & ~ajar), (BEYOND, pick & ajar)):
            if not which.any():
                continue
            lit = drawing is BEYOND
            forms.append(
                Sprites(
                    drawing.shape,
                    spot[which] + np.array([0.0, 0.0, 0.02 if lit else 0.0], np.float32),
                    np.float32(drawing.tall),
                    tint=tint[which],
                    glow=(glow[which] * np.float32(2.4 if lit else 1.0)).astype(np.float32),
                    opacity=here[which],
                    lit=0.0 if lit else 0.55,
                    rim=0.0 if lit else 0.5,
                    yaw=yaw[which],
                )
            )
    return (*forms, *_lights(moment, warm, float(np.float32(dim)), k))


def _lights(moment: Moment, warm: np.ndarray, dim: float, k: np.ndarray) -> tuple[Form, ...]:
    """Lamps along the ceiling, the glow of the far end, and dust between them."""
    come = float(smooth(moment.presence, 0.0, 0.7))
    z = k * SPACING + 4.5
    sway = 0.02 * np.sin(0.3 * moment.t + k)
    lamps = np.stack([moment.place.x + sway, np.full(len(k), 2.95), z], 1).astype(np.float32)
    n = 320
    dz = 2.5 + 30.0 * dice(moment.seed, 51, n) ** 1.6
    dx = (
        moment.place.x
        + HALF * (dice(moment.seed, 52, n) * 2 - 1) * 0.9
        + 0.1 * np.sin(0.2 * moment.t + 9 * dice(moment.seed, 53, n))
    )
    dy = np.mod(3.0 * dice(moment.seed, 54, n) + moment.t * 0.02 * (0.4 + dice(moment.seed, 55, n)), 3.0)
    dust = np.sin(np.pi * dy / 3.0) * (0.3 + 0.7 * dice(moment.seed, 56, n) ** 3) * come
    end = (moment.place.x, 1.7, 62.0)
    return (
        Dots(lamps, 0.16, (warm[None] * np.full((len(k), 1), 0.55 * come * dim)).astype(np.float32), reflect=True),
        Dots(lamps, 1.1, (warm[None] * np.full((len(k), 1), 0.05 * come * dim)).astype(np.float32), reflect=False),
        Dots(
            np.array([end] * 2, np.float32),
            np.array([34.0, 9.0], np.float32),
            (warm[None] * np.array([[0.08], [0.42]]) * come * dim).astype(np.float32),
            depth=63.0,
        ),
        Dots(
            np.stack([dx, dy, dz], 1).astype(np.float32),
            0.014,
            (warm[None] * (0.30 * dust * dim)[:, None]).astype(np.float32),
            reflect=False,
        ),
        Light((moment.place.x, 2.6, 6.0), rgb(warm * np.float32(0.55 * come * dim)), 5.0, 0.4),
        Light((moment.place.x, 1.6, 24.0), rgb(warm * np.float32(0.6 * come * dim)), 11.0, 0.5),
    )
