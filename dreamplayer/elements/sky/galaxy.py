"""A leaning spiral of stars with a honey heart and dusty arms, turning too slowly to see."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.primitives import Dots, Form
from dreamplayer.drawing.sky.heavens import from_screen, hung
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.model.moment import Moment

_RADIUS, _LOOSE, _ARM, _OFF_ARM, _THICK, _PINK, _BRIGHT, _SIZE, _GLINT = 1, 2, 3, 4, 5, 6, 7, 8, 9
"""Random lanes of the stars: distance from the middle, which stray from the arms, arm, how far off it, thickness of
the disc, which are pink, brightness, size, which are glints.
"""


@element("sky", 210.0, handles=("swirl", "dim", "spread"))
def galaxy(moment: Moment) -> tuple[Form, ...]:
    """A leaning spiral of stars with a honey heart and dusty arms, turning too slowly to see."""
    n = 9000
    (x, y, z), size = hung(moment, 210.0)
    y = max(y, from_screen(moment, 0.0, moment.stage.camera.horizon + 0.75)[1])
    radius = np.clip(np.abs(normal(moment.seed, _RADIUS, n)) * 0.42, 0.0, 1.3) + 0.02
    loose = uniform(moment.seed, _LOOSE, n)
    arm = np.floor(uniform(moment.seed, _ARM, n) * 2) * np.pi
    spread = (0.42 + 0.9 * (loose > 0.62)) * normal(moment.seed, _OFF_ARM, n) * (0.35 + 0.5 * radius)
    turn = 0.010 * moment.t + 1.4 * moment.event("swirl")
    angle = arm + 3.3 * np.log(radius + 0.12) + spread / (radius + 0.15) * 0.55 + turn
    scale = 0.5 * size * (1.0 + 0.25 * moment.event("spread")) * (1.0 + 0.6 * (1.0 - smooth(moment.presence, 0.0, 1.0)))
    arm_x, arm_y = (
        radius * np.cos(angle),
        radius * np.sin(angle) * 0.40 + 0.03 * normal(moment.seed, _THICK, n) * np.exp(-2.5 * radius),
    )
    lean = 0.42
    place = np.stack(
        [
            x + scale * (arm_x * np.cos(lean) - arm_y * np.sin(lean)),
            y + scale * (arm_x * np.sin(lean) + arm_y * np.cos(lean)),
            np.full(n, z),
        ],
        1,
    ).astype(np.float32)
    show = smooth(moment.presence, 0.0, 1.0) * (1.0 - 0.8 * moment.event("dim"))
    warm = np.exp(-3.2 * radius)[:, None]
    colour = warm * np.array([1.0, 0.62, 0.33]) + (1 - warm) * np.array([0.42, 0.40, 0.66])
    pink = (uniform(moment.seed, _PINK, n) > 0.93)[:, None]
    colour = np.where(pink, np.array([0.9, 0.34, 0.42]), colour)
    if moment.tint is not None:
        colour = 0.5 * colour + 0.5 * np.asarray(moment.tint)
    bright = (0.05 + 0.55 * uniform(moment.seed, _BRIGHT, n) ** 6) * show * (0.55 + 0.35 * warm[:, 0])
    base = np.asarray(moment.tint or (0.9, 0.52, 0.26), np.float32)
    return (
        halo((x, y, z), size * 0.85, base * np.float32(0.20 * show), width=1.5),
        halo((x, y, z), size * 0.22, base * np.float32(0.34 * show), width=1.4),
        Dots(
            place,
            (size * (0.006 + 0.008 * uniform(moment.seed, _SIZE, n))).astype(np.float32),
            (colour * bright[:, None]).astype(np.float32),
            glint=(uniform(moment.seed, _GLINT, n) > 0.996).astype(np.float32),
        ),
    )
