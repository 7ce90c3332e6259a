"""A whale, modelled in shares of its length: swimming free, or at the surface of the sea."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import numpy as np

from dreamplayer.drawing.modelled.part import Array, Part, Vec, vec
from dreamplayer.drawing.modelled.shape import Modelled, modelled

F = np.float32
SWIM, RISE = 8, 9
"""Frames of its swimming, a cycle; and of its coming up, from the back alone to the head in the air."""
LONG = 14.0
"""Metres it is modelled at."""
_BACK, _BELLY = (0.175, 0.225, 0.285), (0.50, 0.52, 0.52)
_RINGS = (
    (0.500, -0.012, 0.022, 0.022),
    (0.465, -0.004, 0.052, 0.050),
    (0.390, 0.004, 0.084, 0.080),
    (0.240, 0.008, 0.108, 0.106),
    (0.060, 0.010, 0.110, 0.110),
    (-0.110, 0.012, 0.086, 0.088),
    (-0.260, 0.012, 0.050, 0.054),
    (-0.370, 0.012, 0.026, 0.032),
    (-0.440, 0.012, 0.019, 0.022),
)
"""Of the body: z, y, half breadth, half height."""


def _bend(z: float, u: float) -> float:
    """How far up its middle line lies at z: a wave that runs to the tail and grows on the way."""
    back = max(0.22 - z, 0.0)
    return float(0.085 * (0.10 + back**1.5) * np.sin(2 * np.pi * u - 2.4 * back))


def whale(place: Callable[[Vec], Vec], u: float) -> list[Part]:
    """A whale.

    Args:
        place: moves a point of it, in shares of its length, to where that is.
        u: 0..1 through the beat of its tail.
    """
    m = LONG

    def at(x: float, y: float, z: float) -> Vec:
        return place(vec(x, y + _bend(z, u), z)) * m

    lower = at(0, -1, 0) - at(0, 0, 0)
    down, middle = (lower / np.linalg.norm(lower)).astype(F), at(0, 0, 0).astype(F)
    ahead = (at(0, 0, 0.4) - at(0, 0, 0.1)).astype(F)
    ahead = ahead / np.linalg.norm(ahead)

    def paint(base: Array, p: Array, t: Array, angle: Array) -> Array:
        q = (p - middle[:, None]) / F(m)
        low, front = down @ q, ahead @ q
        ragged = 0.008 * np.sin(front * 60 + 3 * np.sin(front * 23)) - 0.10 * np.clip(-front - 0.05, 0, 1)
        share = np.clip((low - 0.030 + ragged) / 0.030 + 0.5, 0, 1)
        groove = 0.80 + 0.20 * np.sin(q[0] * 330)
        pale = np.asarray(_BELLY, F)[None] * np.where(front > 0.0, groove, 1.0)[:, None]
        mouth = np.exp(-(((low - 0.018 - 0.35 * (front - 0.44) ** 2 * (front < 0.44)) / 0.0035) ** 2)) * (front > 0.27)
        freckles = 1.0 + 0.35 * np.clip(
            np.sin(front * 140 + 2 * np.sin(low * 90)) * np.sin(low * 170 + q[0] * 120) - 0.6, 0, 1
        )
        out = base * freckles[:, None] + (pale - base * freckles[:, None]) * share[:, None]
        return np.asarray(out * (1.0 - 0.65 * mouth)[:, None], F)

    b = Part(_BACK, 0.018 * m, paint=paint, bump=_hide)
    b.loft([at(0, y, z) for z, y, _, _ in _RINGS], [(x * m, y * m) for _, _, x, y in _RINGS])
    b.cone(at(0, 0.085, -0.09), at(0, 0.135, -0.165), (0.010 * m, 0.050 * m), (0.003 * m, 0.012 * m))
    fins = Part(_BACK, 0.012 * m, bump=_hide)
    for sign in (1.0, -1.0):
        fins.loft(
            [
                at(sign * 0.085, -0.045, 0.19),
                at(sign * 0.150, -0.085, 0.13),
                at(sign * 0.205, -0.125, 0.03),
                at(sign * 0.225, -0.145, -0.04),
            ],
            [(0.012 * m, 0.040 * m), (0.009 * m, 0.040 * m), (0.006 * m, 0.026 * m), (0.003 * m, 0.006 * m)],
        )
        fins.loft(
            [
                at(0, 0.012, -0.425),
                at(sign * 0.060, 0.014, -0.460),
                at(sign * 0.120, 0.022, -0.505),
                at(sign * 0.160, 0.030, -0.555),
            ],
            [(0.036 * m, 0.013 * m), (0.044 * m, 0.010 * m), (0.032 * m, 0.007 * m), (0.006 * m, 0.003 * m)],
            at(0, 0, 1) - at(0, 0, 0),
        )
    eyes = Part((0.010, 0.010, 0.012), 0.001 * m)
    for sign in (1.0, -1.0):
        eyes.ball(at(sign * 0.098, -0.018, 0.315), 0.0075 * m)
    return [b, fins, eyes]


def _hide(p: Array, t: Array, angle: Array) -> Array:
    return np.asarray(F(0.006) * np.sin(p[2] * 3.1 + np.sin(p[1] * 2.3)) * np.sin(p[1] * 4.7 + p[0] * 3.9), F)


@lru_cache(maxsize=1)
def swimming() -> Modelled:
    """A whale that swims to the right, in a cycle of `SWIM` frames; its anchor is its middle."""
    return modelled(
        "whale/swims",
        lambda: [whale(lambda p: p, k / SWIM) for k in range(SWIM)],
        1.15,
        px=0.34 * LONG / 76,
        ground=False,
    )


@lru_cache(maxsize=1)
def surfacing(pose: Callable[[float], tuple[float, float]]) -> Modelled:
    """A whale at the surface y = 0, in `RISE` frames; what lies under water is left out.

    Args:
        pose: at 0..1 of its coming up, the radians by which its head is raised and how far its middle lies above the
            surface, in shares of its length.
    """

    def at(u: float) -> list[Part]:
        turn, lift = pose(u)
        c, s = np.cos(turn), np.sin(turn)
        turned = np.array([[1, 0, 0], [0, c, s], [0, -s, c]])
        parts = whale(lambda p: turned @ p + vec(0, lift, 0), 0.15)
        for part in parts:
            part.cut((0, 0, 0), (0, -1, 0))
        return parts

    return modelled(
        "whale/surfaces", lambda: [at(k / (RISE - 1)) for k in range(RISE)], 1.20, px=0.30 * LONG / 74, ground=False
    )
