"""An hourglass of glowing sand that runs from the upper glass to the lower."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Array, Form
from dreamplayer.drawing.props import event_progress, painted_prop
from dreamplayer.elements.objects._shared.brass import boxed, brass
from dreamplayer.elements.objects._shared.held import HELD, held
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import Canvas
from dreamplayer.kit.shapes import Layer, Painting, paint
from dreamplayer.model.moment import Moment


def _hourglass(c: Canvas, level: float) -> Painting:
    """Sand of light between two bulbs; `level` 1 all above .. 0 all below."""
    y = c.y - 0.5
    half = np.interp(np.abs(y), [0.0, 0.03, 0.12, 0.28, 0.36, 0.385], [0.013, 0.022, 0.12, 0.205, 0.19, 0.15]).astype(
        np.float32
    )
    glass = np.maximum(np.abs(c.x) - half, np.abs(y) - 0.385)
    inside = np.maximum(np.abs(c.x) - half + 0.016, np.abs(y) - 0.375)
    top = 0.04 + 0.27 * level**0.6 - 0.05 * np.exp(-((c.x / 0.05) ** 2)) * level
    upper = np.maximum(inside, np.maximum(-y, y - top))
    pile = -0.375 + 0.26 * (1 - level) ** 0.7 - 0.75 * np.abs(c.x) * (1 - level) ** 0.5
    lower = np.maximum(inside, np.maximum(y, y - pile))
    stream = np.maximum(np.abs(c.x) - 0.006, np.maximum(y - 0.05, -0.375 - y))
    sand = fbm(c.x * 40, c.y * 40, seed=5, octaves=2)
    caps = np.minimum(boxed(c, (0, 0.925), (0.27, 0.035), 0.02), boxed(c, (0, 0.075), (0.27, 0.035), 0.02))
    posts = np.minimum(np.abs(np.abs(c.x) - 0.235) - 0.016 - 0.006 * np.cos(y * 30), 9)
    posts = np.maximum(posts, np.abs(y) - 0.40)
    edge = np.exp(-np.clip(-glass, 0, 1) / 0.012)
    glint = np.exp(-(((c.x + 0.55 * half) / (0.10 * half + 0.004)) ** 2))
    rear = Layer(
        glass, (0.04, 0.045, 0.06), alpha=0.30, glow=(0.04 + 0.30 * edge + 0.16 * glint).astype(np.float32), round=0.08
    )
    return paint(
        c,
        [
            Layer(posts, brass(c, tone=0.6), round=0.016),
            rear,
            Layer(
                np.minimum(upper, lower), (0.5, 0.32, 0.13), glow=(0.42 + 0.40 * sand).astype(np.float32), round=0.03
            ),
            Layer(
                stream,
                (0.5, 0.32, 0.13),
                glow=0.85 if 0.02 < level < 0.99 else 0.0,
                alpha=1.0 if 0.02 < level < 0.99 else 0.0,
            ),
            Layer(caps, brass(c), round=0.03, glow=0.03),
        ],
    )


def _hourglasses(c: Canvas) -> Array:
    """Six states from full to run out."""
    return np.stack([_hourglass(c, k) for k in (1.0, 0.8, 0.6, 0.4, 0.2, 0.0)])


_GLASS = painted_prop("keepsake/hourglass", (-0.36, -0.02, 0.36, 1.02), _hourglasses, rows=240)


@element("air", 1.3, handles=("pour", "fall", "freeze"))
def hourglass(moment: Moment) -> tuple[Form, ...]:
    """An hourglass of glowing sand that runs from the upper glass to the lower."""
    still = moment.t - moment.ages.get("freeze", 0.0) * moment.event("freeze")
    run = min(0.12 + 0.006 * still + 0.6 * event_progress(moment, "pour", "fall"), 1.0)
    return held(moment, _GLASS, 1.2, replace(HELD, mirror=False), frame=4.98 * run)
