"""Leaves, petals and flakes as painted shapes, to be strewn, carried and hung on twigs."""

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


def _petal(c: Canvas, k: int) -> Painting:
    """A cupped petal: narrow foot, broad soft lip, light gathering along its folds."""
    wide = (0.40, 0.35, 0.31, 0.27)[k]
    s = np.linspace(0.0, 1.0, 15)
    half = wide * np.clip(s, 0.02, 1) ** 0.7 * np.clip(1.0 - s**5.0, 0.02, 1) ** 0.5
    spine = np.stack([(0.10, -0.08, 0.14, 0.05)[k] * np.sin(np.pi * s), -0.46 + 0.92 * s], 1)
    d = blob(c, taper(spine, half))
    v = (c.y + 0.46) / 0.92
    line = 0.5 + 0.5 * np.cos(c.x / (0.2 + 0.6 * np.clip(v, 0, 1)) * 26.0)
    shade = 0.62 + 0.30 * v + 0.12 * line
    glow = np.clip(0.20 + 0.65 * v * v + 0.25 * np.exp(d * 22.0) * v, 0, 1)
    albedo = np.repeat(np.clip(shade, 0.2, 1.0)[..., None], 3, axis=2).astype(np.float32)
    cup = np.asarray(0.35 * c.x * c.x + 0.05 * np.sin(6 * c.y), np.float32)
    return paint(c, [Layer(d, albedo, glow=np.asarray(glow, np.float32), round=0.14, relief=cup)])


def _flake(c: Canvas, k: int) -> Painting:
    """A scrap of burnt paper: torn edge, a hole or two, one rim that may still be alight."""
    angle = np.arctan2(c.y, c.x)
    torn = 0.30 + 0.16 * (fbm(c.x * 3.1 + 5 * k, c.y * 3.1 - 2 * k, 31 + k, 4) - 0.5) * 2 + 0.07 * np.sin(2 * angle + k)
    d = np.asarray(np.hypot(c.x, c.y * (1.0 + 0.35 * (k % 2))) - torn, np.float32)
    hole = fbm(c.x * 5.0 + k, c.y * 5.0, 51 + k, 3)
    d = np.maximum(d, np.asarray((hole - 0.66) * 0.5, np.float32))
    shade = 0.35 + 0.65 * fbm(c.x * 7, c.y * 7, 71 + k, 3)
    albedo = np.repeat(shade[..., None], 3, axis=2).astype(np.float32)
    glow = np.exp(np.minimum(d, 0) / 0.035) * np.clip(0.4 + 1.4 * c.x, 0, 1)
    return paint(
        c, [Layer(d, albedo, glow=np.asarray(glow, np.float32), round=0.03, relief=np.asarray(0.05 * hole, np.float32))]
    )


def _flakes() -> Painting:
    c = canvas(*_BOX, 96)
    return frames([_flake(c, k) for k in range(4)])


def _leaves() -> Painting:
    c = canvas(*_BOX, 128)
    kinds = ((0.20, 0.8, 0.10, 0.9), (0.15, 1.0, -0.12, 1.0), (0.27, 0.7, 0.05, 0.8))
    return frames([_leaf(c, *kind) for kind in kinds])


def _petals() -> Painting:
    c = canvas(*_BOX, 128)
    return frames([_petal(c, k) for k in range(4)])


LEAF = on(canvas(*_BOX, 8), "leaf/leaf", _leaves)
"""Three frames."""
PETAL = on(canvas(*_BOX, 8), "leaf/petal", _petals)
"""Four frames."""
FLAKE = on(canvas(*_BOX, 8), "leaf/flake", _flakes)
"""Four frames of burnt paper."""
