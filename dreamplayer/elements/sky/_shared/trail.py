"""The trail of motes behind what crosses the sky."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.primitives import Array, Dots, Form, Ribbons
from dreamplayer.drawing.sky.heavens import BEYOND, from_screen
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.model.moment import Moment

_ALONG, _SIDE, _LAG, _SAG, _BRIGHT, _FLICKER_PACE, _FLICKER_PHASE, _SIZE, _GLINT = 51, 52, 53, 54, 55, 56, 57, 58, 59
"""Random lanes of the sparks: where along the train, how far to the side, how quickly each falls behind, how far it
sags, how bright, how quickly and when it flickers, size, which are glints.
"""


def train(
    moment: Moment, start: tuple[float, float], head: tuple[float, float], colour: Array, strength: float, n: int = 3200
) -> tuple[Form, ...]:
    """A train of light from `start` to `head`, screen units: a soft ribbon and sparks that lag and spread."""
    points = 28
    along = np.linspace(0, 1, points, dtype=np.float32)
    tail = 1.0 - along
    a, b = np.asarray(from_screen(moment, *start)), np.asarray(from_screen(moment, *head))
    line = (b[None] + (a - b)[None] * along[:, None]).astype(np.float32)[None]
    unit = BEYOND / moment.stage.camera.focal
    wide = (unit * (0.004 + 0.010 * along) * (1.0 - 0.6 * along))[None].astype(np.float32)
    fade = tail**1.8
    hue = (
        np.stack([np.ones(points), 0.85 - 0.30 * along, 0.80 - 0.55 * along], 1)
        * colour
        / max(float(colour.max()), 1e-3)
    )
    ribbon = Ribbons(line, wide, (hue * (0.42 * strength * fade)[:, None])[None].astype(np.float32), depth=381.0)
    laid = uniform(moment.seed, _ALONG, n) ** 1.7
    side = normal(moment.seed, _SIDE, n) * (0.004 + 0.050 * laid)
    flow = np.mod(laid + moment.t * 0.012 * (0.4 + uniform(moment.seed, _LAG, n)), 1.0)
    direction = (b - a) / (np.linalg.norm(b - a) + 1e-6)
    across = np.array([-direction[1], direction[0], 0.0])
    sag = -0.03 * flow**2 * uniform(moment.seed, _SAG, n)
    place = b[None] + (a - b)[None] * flow[:, None] + across[None] * (unit * side)[:, None]
    place[:, 1] += unit * sag
    bright = (
        (1.0 - flow) ** 1.6 * smooth(flow, 0.0, 0.03) * (0.2 + 0.8 * uniform(moment.seed, _BRIGHT, n) ** 2) * strength
    )
    twinkle = 0.7 + 0.3 * np.sin(
        moment.t * (0.8 + uniform(moment.seed, _FLICKER_PACE, n)) + 6.28 * uniform(moment.seed, _FLICKER_PHASE, n)
    )
    mix = flow[:, None] * np.array([0.0, -0.28, -0.45]) + np.array([1.0, 0.86, 0.75])
    tinted = mix * np.asarray(colour / max(float(colour.max()), 1e-3)) ** 0.5
    sparks = Dots(
        place.astype(np.float32),
        (unit * (0.0028 + 0.004 * uniform(moment.seed, _SIZE, n))).astype(np.float32),
        (tinted * (0.85 * bright * twinkle)[:, None]).astype(np.float32),
        glint=(uniform(moment.seed, _GLINT, n) > 0.985).astype(np.float32),
    )
    return (ribbon, sparks)
