"""People carved of one stuff: statues, and bodies of pale light; what is worn goes, its folds stay."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike

from dreamplayer.drawing.modelled.part import Array, Paint, Part, vec
from dreamplayer.kit.hashing import uniform

F = np.float32


def weathered(seed: int) -> Paint:
    """Stone out of doors: pale where rain runs, darker in stains and towards the ground, with lichen.

    Args:
        seed: which stains.
    """
    one, two, three = uniform(seed, 9, 3) * F(2 * np.pi)

    def paint(base: Array, p: Array, t: Array, angle: Array) -> Array:
        stain = np.sin(p[0] * 19 + one + 2 * np.sin(p[1] * 3.1)) * np.sin(p[2] * 17 + two)
        grain = np.sin(p[0] * 71 + p[1] * 83 + one) * np.sin(p[2] * 77 - p[1] * 59 + two)
        lichen = np.clip(np.sin(p[0] * 13 + three) * np.sin(p[1] * 11 + one) * np.sin(p[2] * 12 + two) - 0.45, 0, 1)
        out = base * (1 + 0.16 * stain + 0.07 * grain)[:, None]
        return np.asarray(out + lichen[:, None] * np.array([0.02, 0.03, -0.02], F), F)

    return paint


def carved(parts: Sequence[Part], albedo: ArrayLike, seed: int = 0, paint: Paint | None = None) -> list[Part]:
    """The same body in one stuff.

    Args:
        parts: of a dressed person; not changed.
        albedo: linear light, (3,).
        seed: which stains.
        paint: pattern; weathered stone if None.
    """
    return [replace(part, albedo=albedo, paint=paint or weathered(seed), fuzz=0.0, glow=0.0) for part in parts]


def block(low: ArrayLike, high: ArrayLike, albedo: ArrayLike, seed: int = 0) -> Part:
    """A block of stone between two corners.

    Args:
        low: corner, metres.
        high: the opposite one.
        albedo: linear light, (3,).
        seed: which stains.
    """
    a, b = np.asarray(low, float), np.asarray(high, float)
    middle, half = (a + b) / 2, (b - a) / 2
    r = 1.5 * float(max(half[0], half[2]))
    p = Part(albedo, 0.004, paint=weathered(seed))
    p.cone(middle - vec(0, half[1], 0), middle + vec(0, half[1], 0), r, r, flat=True)
    for axis in (0, 2):
        for sign in (1.0, -1.0):
            way = vec(0, 0, 0)
            way[axis] = sign
            p.cut(middle + way * half[axis], way)
    return p
