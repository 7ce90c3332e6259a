"""Leaves as painted shapes, to be scattered, carried and hung on twigs."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.painted import on
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.outline import Points, taper
from dreamplayer.kit.sdf import Canvas, blob, canvas
from dreamplayer.kit.shapes import Layer, Painting, frames, paint

_BOX = (-0.55, -0.55, 0.55, 0.55)


def _outline(width: float, belly: float, bend: float, tip: float) -> Points:
    s = np.linspace(0.0, 1.0, 13)
    spine = np.stack([bend * np.sin(np.pi * s) * 0.5, -0.46 + 0.92 * s], 1)
    half = width * np.clip(np.sin(np.pi * s**belly), 0.0, 1.0) ** tip
    return taper(spine, half)


def _leaf(c: Canvas, width: float, belly: float, bend: float, tip: float) -> Painting:
    d = blob(c, _outline(width, belly, bend, tip))
    spine = bend * 0.5 * np.sin(np.pi * np.clip(c.y + 0.46, 0, 0.92) / 0.92)
    u = c.x - spine
    vein = 0.010 * np.sin((np.abs(u) * 1.4 - c.y) * 46.0) + 0.012 * np.exp(-np.abs(u) * 60)
    fold = 0.10 * np.abs(u)
    shade = 0.72 + 0.28 * fbm(c.x * 6, c.y * 6, 5, 3) - 0.25 * np.exp(-np.abs(u) * 45.0)
    albedo = np.repeat(shade[..., None], 3, axis=2).astype(np.float32)
    light = np.clip(0.35 + 0.65 * np.exp(-np.abs(u) * 5.0), 0, 1)
    return paint(
        c,
        [
            Layer(
                d,
                albedo,
                glow=np.asarray(light, np.float32),
                round=0.10,
                relief=np.asarray(fold + vein * 0.3, np.float32),
            )
        ],
    )


def _leaves() -> Painting:
    c = canvas(*_BOX, 128)
    kinds = ((0.20, 0.8, 0.10, 0.9), (0.15, 1.0, -0.12, 1.0), (0.27, 0.7, 0.05, 0.8))
    return frames([_leaf(c, *kind) for kind in kinds])


LEAF = on(canvas(*_BOX, 8), "leaf/leaf", _leaves)
"""Three frames."""
