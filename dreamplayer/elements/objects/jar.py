"""A corked jar in which small lights drift; opened, they leave."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Dots, Form
from dreamplayer.drawing.props import AMBER, painted_prop
from dreamplayer.elements.objects._shared.brass import GLOW3, boxed
from dreamplayer.elements.objects._shared.held import HELD, alone, held
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import Canvas, join, oval, shell
from dreamplayer.kit.shapes import Layer, Painting, paint
from dreamplayer.model.moment import Moment

_ANGLE, _FREE, _RADIUS, _PACE, _HEIGHT = 1, 2, 3, 4, 5
"""Random lanes of the lights in the jar."""


def _jar(c: Canvas) -> Painting:
    """A glass jar with a cork, for lights kept in it."""
    body = boxed(c, (0, 0.38), (0.28, 0.36), 0.11)
    neck = boxed(c, (0, 0.77), (0.205, 0.045), 0.02)
    glass = join(body, neck, soft=0.06)
    cork = boxed(c, (0, 0.87), (0.17, 0.065), 0.015)
    edge = np.exp(-np.clip(-glass, 0, 1) / 0.016)
    glint = np.exp(-(((c.x + 0.20) / 0.018) ** 2)) * np.exp(-(((c.y - 0.40) / 0.2) ** 2))
    inner = np.exp(-(c.x**2 + (c.y - 0.34) ** 2) / 0.05)
    return paint(
        c,
        [
            Layer(
                glass,
                (0.05, 0.06, 0.08),
                alpha=0.22,
                glow=(0.05 + 0.34 * edge + 0.35 * glint + 0.12 * inner).astype(np.float32),
                round=0.1,
            ),
            Layer(shell(oval(c, (0, 0.815), 0.205, 0.022), 0.008), GLOW3, glow=0.35, alpha=0.8),
            Layer(
                cork,
                np.asarray(
                    (0.5 + 0.7 * fbm(c.x * 18, c.y * 18, seed=4))[..., None] * np.array([0.26, 0.16, 0.085]), np.float32
                ),
                round=0.05,
            ),
            Layer(shell(oval(c, (0, 0.05), 0.23, 0.022), 0.006), GLOW3, glow=0.30, alpha=0.8),
        ],
    )


_JAR = painted_prop("keepsake/jar", (-0.40, -0.06, 0.40, 1.0), _jar)


@element("air", 1.1, handles=("open",))
def jar(moment: Moment) -> tuple[Form, ...]:
    """A corked jar in which small lights drift; opened, they leave."""
    forms = held(moment, _JAR, 1.0, replace(HELD, lamp=0.5, lamp_at=0.35), wide=1.0)
    count, size = 46, moment.size(1.0) * alone(moment)
    free = float(smooth(moment.event("open"), 0, 1))
    angle = 6.28 * uniform(moment.seed, _ANGLE, count)
    loose = free * uniform(moment.seed, _FREE, count)
    radius = size * 0.22 * np.sqrt(uniform(moment.seed, _RADIUS, count)) * (1 + 2.2 * loose)
    x = moment.place.x + radius * np.cos(angle + 0.35 * moment.t * (uniform(moment.seed, _PACE, count) - 0.3))
    y = moment.place.y + size * (
        0.12 + 0.50 * uniform(moment.seed, _HEIGHT, count) + 0.05 * np.sin(0.6 * moment.t + 3 * angle) + loose
    )
    blink = (0.15 + 0.85 * np.abs(np.sin(0.42 * moment.t + 4 * angle)) ** 3) * moment.presence
    warm = np.asarray(moment.tint or AMBER, np.float32)
    lights = Dots(
        np.stack([x, y, np.full(count, moment.place.z - 0.02)], 1).astype(np.float32),
        0.055 * size,
        (warm[None] * (0.95 * blink)[:, None]).astype(np.float32),
    )
    return (*forms, lights)
