"""People small and far: who stands in a crowd, and in what clumps."""

from __future__ import annotations

from functools import cache

import numpy as np

from dreamplayer.drawing.painted import on
from dreamplayer.drawing.people.dressed import coat_back, coat_side, gown_back, gown_side
from dreamplayer.drawing.people.figure import METRES, kneeling
from dreamplayer.drawing.primitives import Array, Shape
from dreamplayer.elements.people._shared.children import CHILD_METRES, back, side
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform
from dreamplayer.kit.sdf import canvas
from dreamplayer.kit.shapes import frames, paint

_WHO, _ADULT, _CHILD, _POINTS, _MIRROR, _TALL = 31, 32, 33, 34, 35, 36
"""Random lanes of who stands there: adult or child, which of the adults, which child, whether the third points or
not, which way each looks and how tall each is.
"""
_JUMP, _GAP, _DEPTH = 41, 50, 90
"""Random lanes of where they stand: how far a group is shifted; from 50 on the gaps within each group, from 90 on
their depth.
"""

_BOX = (-0.46, -0.05, 0.40, 1.05)
"""Frame of one of a crowd: left, bottom, right, top in adult heights."""
_YOUNG = CHILD_METRES / METRES
"""Height of a child, in adult heights."""
HEIGHT = (_BOX[3] - _BOX[1]) * METRES
"""Metres of a frame."""
ADULTS = (0, 1, 2, 3, 4, 5, 6)
"""Frames of the standing adults."""
KNEELING = 11
"""Frame of the one on its knees."""


@cache
def people() -> Shape:
    """Twelve people as frames of one shape: seven calm adults, one pointing, two children, one pointing, one kneeling.

    Their clothes, and nothing else of them, take the instance's glow: folds lit from above, fading to the hem.
    """

    def painted() -> Array:
        c = canvas(*_BOX, 176)
        left, bottom, right, top = _BOX
        young = canvas(left / _YOUNG, bottom / _YOUNG, right / _YOUNG, top / _YOUNG, 176)
        drawn = frames(
            [
                paint(c, coat_back(c, 0.0)),
                paint(c, gown_back(c, 0.0)),
                paint(c, coat_side(c, None)),
                paint(c, gown_side(c)),
                paint(c, coat_side(c, None, "rest", 0.38)),
                paint(c, gown_side(c, "chest", 0.30)),
                paint(c, gown_back(c, 0.0, 0.90)),
                paint(c, coat_side(c, None, "point", 0.30)),
                paint(young, back(young)),
                paint(young, side(young)),
                paint(young, side(young, None, True)),
                paint(c, kneeling(c)),
            ]
        )
        cloth = smooth(drawn[..., :3].mean(-1), 0.72, 0.96) * drawn[..., 3]
        lit = np.clip(0.55 - 0.55 * drawn[..., 4] + 0.55 * drawn[..., 5], 0.12, 1.2)
        down = 0.42 + 0.58 * smooth(c.y, 0.0, 0.75)
        drawn[..., 7] = np.clip(cloth * lit * down, 0.0, 1.0)
        return drawn

    return on(canvas(*_BOX, 8), "crowd/people in clothes", painted)


def cast(seed: int, count: int) -> tuple[Array, Array, Array]:
    """Frames, mirroring (+1 looks right) and heights (1 usual): about one in five a child, one points."""
    who = uniform(seed, _WHO, count)
    frame = np.floor(uniform(seed, _ADULT, count) * len(ADULTS)).astype(np.float32)
    young = who < 0.2
    frame[young] = 8 + (uniform(seed, _CHILD, count)[young] > 0.5)
    if count >= 3:
        frame[min(count - 1, 2)] = 7 if uniform(seed, _POINTS, 1)[0] > 0.4 else 10
    mirror = np.where(uniform(seed, _MIRROR, count) < 0.5, -1.0, 1.0).astype(np.float32)
    height = (0.93 + 0.14 * uniform(seed, _TALL, count)).astype(np.float32)
    return frame, mirror, height


def clumps(seed: int, count: int, wide: float, aisle: float = 0.0) -> Array:
    """Where each stands, (count, 2) metres across and in depth: groups of three to six with air between them.

    `aisle` metres to both sides of the middle stay free.
    Neighbours in a group stand .55 to .9 m apart; groups lie along a shallow arc `wide` metres across.
    """
    sizes = [3, 6, 3, 4, 2, 5, 3, 6, 4, 2]
    out = np.zeros((count, 2), np.float32)
    groups: list[int] = []
    while sum(groups) < count:
        groups.append(sizes[len(groups) % len(sizes)])
    spans = np.array([0.62 * size + 1.5 for size in groups])
    ends = np.cumsum(spans)
    left = (ends - spans - ends[-1] / 2) * max(wide / ends[-1], 0.6)
    first = 0
    jump = uniform(seed, _JUMP, len(groups) + 1)
    for k, size in enumerate(groups):
        n = min(size, count - first)
        gap = 0.55 + 0.35 * uniform(seed, _GAP + k, n)
        x = np.cumsum(gap) - gap[0]
        out[first : first + n, 0] = left[k] + x + 0.8 * jump[k]
        out[first : first + n, 1] = 1.1 * uniform(seed, _DEPTH + k, n) + 2.2 * (jump[k + 1] - 0.5)
        first += n
    if aisle > 0.0:
        out[:, 0] += np.where(out[:, 0] < 0, -aisle, aisle)
    return out
