"""Feathers coming down as slowly as thoughts, rocking from side to side."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.primitives import Form, Sprites
from dreamplayer.elements.creatures._shared.painted_cycle import FRAMES, PaintedCycle, lit_edge
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.kit.outline import spline, taper
from dreamplayer.kit.sdf import Canvas, blob
from dreamplayer.kit.shapes import Layer, Painting
from dreamplayer.model.moment import Moment

_PHASE, _SINK, _RIGHT, _DEEP, _SIZE = 61, 62, 63, 64, 65
"""Random lanes: where in its fall a feather is, how quickly it sinks, where it falls (right, deep) and its size."""


def _feather(c: Canvas, u: float) -> Painting:
    """A quill, its vane a little parted, curved; through the frames it rolls on its axis."""
    roll = float(np.cos(2 * np.pi * u))
    wide = 0.45 + 0.55 * abs(roll)
    spine = spline([(-0.03, -0.50), (0.0, -0.30), (0.03, 0.0), (0.02, 0.28), (-0.06, 0.50)], 10, closed=False)
    left = np.interp(
        np.linspace(0, 1, len(spine)), (0, 0.22, 0.27, 0.5, 0.8, 0.95, 1), (0, 0.0, 0.06, 0.105, 0.085, 0.04, 0.004)
    )
    right = np.interp(
        np.linspace(0, 1, len(spine)), (0, 0.2, 0.26, 0.5, 0.8, 0.95, 1), (0, 0.0, 0.09, 0.135, 0.10, 0.045, 0.004)
    )
    along = np.gradient(spine, axis=0)
    along /= np.hypot(along[:, :1], along[:, 1:])
    side = np.stack([along[:, 1], -along[:, 0]], 1)
    outline = np.vstack([spine + side * (right * wide)[:, None], (spine - side * (left * wide)[:, None])[::-1]])
    d = blob(c, outline)
    x = c.x - np.interp(c.y, spine[:, 1], spine[:, 0])
    barbs = np.sin((c.y - 1.15 * np.abs(x)) * 150) * 0.5 + 0.5
    split = np.exp(-(((c.y - 0.9 * np.abs(x) - 0.05) / 0.012) ** 2)) * (x > 0.02) + np.exp(
        -(((c.y - np.abs(x) + 0.14) / 0.010) ** 2)
    ) * (x < -0.02)
    d = np.asarray(d + 0.03 * split, np.float32)
    quill = blob(c, taper(spine, (0.008, 0.010, 0.008, 0.005, 0.002)), 0.05)
    inside = np.clip(0.5 - d / 0.008, 0, 1)
    glow = (0.28 + 0.30 * barbs) * inside * (0.6 + 0.4 * np.clip(0.5 - c.y, 0, 1))
    return lit_edge(
        c,
        [
            Layer(
                d,
                glow=np.asarray(glow, np.float32),
                round=0.02,
                alpha=0.9,
                relief=np.asarray(0.003 * barbs, np.float32),
            ),
            Layer(quill, (1.1, 1.0, 0.9), glow=0.75),
        ],
        0.02,
    )


_FEATHER_CYCLE = PaintedCycle("tiny/feather", (-0.26, -0.56, 0.26, 0.56), 176, _feather)


@element("air", 0.7, handles=("fall", "rise", "drift"))
def feather(moment: Moment) -> tuple[Form, ...]:
    """Feathers coming down as slowly as thoughts, rocking from side to side."""
    n = int(min(max(moment.count, 1), 40))
    unit = moment.size(0.55 if n > 1 else 0.85)
    base = np.asarray(moment.tint or (0.90, 0.80, 0.72), np.float32)
    phase = uniform(moment.seed, _PHASE, n)
    own = 6.2832 * phase
    tall = 0.0 if n == 1 else 3.2
    sink = 0.16 * (1 + 1.5 * moment.event("fall")) * (0.8 + 0.4 * uniform(moment.seed, _SINK, n))
    life = np.mod(phase + moment.t * sink / max(tall, 1.0), 1.0) if n > 1 else np.full(1, 0.4)
    x = moment.place.x + (0 if n == 1 else 1.7) * moment.place.spread * normal(moment.seed, _RIGHT, n)
    x = x + (0.34 + 0.3 * moment.event("drift")) * np.sin(0.62 * moment.t + own)
    y = moment.place.y + 0.35 * unit + (1 - life) * tall + 0.10 * np.cos(1.24 * moment.t + 2 * own)
    y = (
        y
        + (0.35 + 0.12 * np.sin(0.21 * moment.t)) * (n == 1)
        + 1.2 * moment.event("rise")
        - 0.3 * moment.event("fall") * (n == 1)
    )
    z = np.maximum(moment.place.z + (0 if n == 1 else 1.5) * normal(moment.seed, _DEEP, n), 1.5)
    show = smooth(life, 0.0, 0.10) * smooth(life, 1.0, 0.90) if n > 1 else np.ones(1)
    rock = 0.55 * np.sin(0.62 * moment.t + own + 0.9)
    body = Sprites(
        _FEATHER_CYCLE.shape,
        np.stack([x, np.maximum(y, 0.1), z], 1).astype(np.float32),
        (unit * (np.ones(n) if n == 1 else 0.5 + 0.5 * uniform(moment.seed, _SIZE, n)) * _FEATHER_CYCLE.height).astype(
            np.float32
        ),
        tint=rgb(base * np.float32(0.30)),
        glow=rgb(base * np.float32(0.26 * (1 - 0.3 * moment.calm))),
        opacity=show.astype(np.float32),
        turn=(0.55 + rock).astype(np.float32),
        frame=(np.mod(0.09 * moment.t + phase, 1.0) * FRAMES).astype(np.float32),
    )
    return gathered(moment, body, count=700, colour=rgb(base))
