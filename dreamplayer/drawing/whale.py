"""A whale: swimming where there is no water, or coming up out of it, its back and its brow above the surface."""

from __future__ import annotations

from functools import cache

import numpy as np

from dreamplayer.drawing.painted import on
from dreamplayer.drawing.primitives import Array, Shape
from dreamplayer.drawing.sea import cycle, lit_edge, swum
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.outline import Points, moved, spline, taper
from dreamplayer.kit.sdf import Canvas, blob, canvas, disc, oval
from dreamplayer.kit.shapes import Layer, Painting, frames

SWIM = 24
"""Frames of its swimming: a cycle."""
RISE = 20
"""Frames of its coming up, from the back alone to the head in the air: not a cycle."""
_FREE = (-0.76, -0.44, 0.58, 0.36)
_AFLOAT = (-0.74, -0.05, 0.66, 0.48)
BREATH = (0.20, 0.118)
"""Where it breathes out, in its lengths before and above its middle."""
Pose = tuple[float, float]
"""Radians its head is raised, and lengths its middle lies above the surface."""


def pose(u: float) -> Pose:
    """How it lies in the water: 0 its back alone is seen .. 1 head and breast are in the air."""
    return 0.05 + 0.27 * u, -0.055 + 0.105 * u


def breath(u: float) -> tuple[float, float]:
    """Where its breath rises, in lengths from the middle of its frame and above the water."""
    turn, lift = pose(u)
    x, y = moved(np.array([BREATH]), (0.0, lift), turn)[0]
    return float(x) - (_AFLOAT[0] + _AFLOAT[2]) / 2, float(y)


def _layers(c: Canvas, u: float, afloat: Pose | None = None) -> list[Layer]:
    turn, lift = afloat or (0.0, 0.0)

    def at(points: Points, bent: float = 0.0) -> Points:
        curved = swum(points, u, bent) if bent else np.array(points)
        return moved(curved, (0.0, lift), turn)

    body = spline([(0.500, -0.030), (0.470, 0.020), (0.38, 0.065), (0.22, 0.105), (0.04, 0.118), (-0.10, 0.102),
                   (-0.165, 0.118), (-0.200, 0.125), (-0.205, 0.095), (-0.32, 0.060), (-0.44, 0.022), (-0.47, 0.0),
                   (-0.44, -0.018), (-0.30, -0.010), (-0.12, -0.060), (0.06, -0.125), (0.22, -0.150), (0.36, -0.135),
                   (0.46, -0.090)], 6)  # fmt: skip
    up = 0.5 + 0.5 * np.sin(2 * np.pi * u - 2.4)
    fluke = spline([(-0.43, 0.012), (-0.50, 0.045 + 0.03 * up), (-0.585, 0.115 + 0.03 * up),
                    (-0.625, 0.105 + 0.03 * up), (-0.585, 0.035), (-0.555, 0.000), (-0.59, -0.035 - 0.02 * up),
                    (-0.615, -0.075 - 0.03 * up), (-0.575, -0.080 - 0.03 * up), (-0.49, -0.035),
                    (-0.43, -0.010)], 5)  # fmt: skip
    flap = 0.05 * np.sin(2 * np.pi * u + 0.6)
    flipper = spline([(0.235, -0.085), (0.15, -0.10), (0.06, -0.18 - flap), (0.005, -0.285 - flap * 1.6),
                      (0.035, -0.29 - flap * 1.6), (0.12, -0.22 - flap), (0.20, -0.15)], 5)  # fmt: skip
    # Its own frame again, for what is drawn on its skin.
    cos, sin = np.cos(turn), np.sin(turn)
    x, y = c.x * cos + (c.y - lift) * sin, (c.y - lift) * cos - c.x * sin
    pleats = np.sin((y + 0.25 * (x - 0.2) ** 2) * 210) * np.clip((-0.02 - y) / 0.05, 0, 1)
    pleats = pleats * np.clip((x - 0.02) / 0.1, 0, 1)
    lips = spline([(0.49, -0.045), (0.38, -0.040), (0.27, -0.062), (0.22, -0.050)], 6, closed=False)
    mouth = blob(c, at(taper(lips, (0.002, 0.004, 0.003))), 0.03)
    pale = np.clip((-0.03 - y) / 0.06, 0, 1)[..., None] * 0.9
    eye = at(np.array([[0.245, -0.020]]))[0]
    trunk = blob(c, at(body, 0.11))
    # Light that lies along the wet back and fades down the flank; folds of the throat catch a little of it.
    sheen = 0.17 * np.exp(-(((y - 0.075 + 0.5 * (x - 0.08) ** 2) / 0.024) ** 2)) * np.exp(-(((x - 0.08) / 0.30) ** 2))
    glow = np.asarray(sheen + 0.10 * np.clip(pleats, 0, 1), np.float32)
    return [
        Layer(blob(c, at(fluke, 0.11)), round=0.02),
        Layer(
            trunk, np.asarray(1.0 + pale, np.float32) * np.ones(3, np.float32), glow=glow, round=0.06,
            relief=np.asarray(0.004 * pleats, np.float32),
        ),
        Layer(blob(c, at(flipper)), round=0.02),
        Layer(mouth, (0.3, 0.3, 0.3), glow=0.12),
        Layer(oval(c, (float(eye[0]), float(eye[1]) + 0.004), 0.018, 0.012, turn), (0.8, 0.8, 0.8), round=0.02),
        Layer(disc(c, (float(eye[0]), float(eye[1])), 0.009), (0.2, 0.2, 0.2), glow=0.5),
    ]  # fmt: skip


def _swimming(c: Canvas, u: float) -> Painting:
    return lit_edge(c, _layers(c, u), 0.016)


def _tail(c: Canvas, u: float) -> Layer:
    """Its fluke above the water behind it, seen from the back: lower the higher its head is."""
    x, y = -0.545, -0.015 - 0.055 * u
    half = [(0.016, -0.04), (0.018, 0.05), (0.034, 0.085), (0.075, 0.115), (0.128, 0.165), (0.132, 0.178),
            (0.085, 0.168), (0.040, 0.150), (0.010, 0.138)]  # fmt: skip
    left = [(-a, b + 0.012) for a, b in reversed(half)]
    outline = spline([(x + a, y + b) for a, b in [*half, (0.0, 0.128), *left]], 5)
    return Layer(blob(c, outline), round=0.03)


def _rising(c: Canvas, k: int) -> Painting:
    """Cut off where the water stands, in a line that rocks a little."""
    u = k / (RISE - 1)
    out = lit_edge(c, [_tail(c, u), *_layers(c, 0.15, pose(u))], 0.016)
    wave = 0.004 * np.sin(c.x * 34 + 2.2 * u) + 0.003 * np.sin(c.x * 71 - 3.0 * u)
    dry = smooth(c.y - wave, -0.004, 0.022)
    out[..., 3] *= dry
    out[..., 7] *= dry
    return out


@cache
def swimming() -> Shape:
    """`SWIM` frames, looking right, anchored at its middle; a frame is `swim_height()` lengths high."""
    return cycle("whale/swimming", _FREE, 160, _swimming, SWIM)


@cache
def rising() -> Shape:
    """`RISE` frames, looking right, standing on the water; a frame is `rise_height()` lengths high."""

    def painted() -> Array:
        c = canvas(*_AFLOAT, 176)
        return frames([_rising(c, k) for k in range(RISE)])

    return on(canvas(*_AFLOAT, 8), "whale/rising", painted)


def swim_height() -> float:
    """Height of a frame of its swimming, in its lengths."""
    return _FREE[3] - _FREE[1]


def rise_height() -> float:
    """Height of a frame of its coming up, in its lengths."""
    return _AFLOAT[3] - _AFLOAT[1]
