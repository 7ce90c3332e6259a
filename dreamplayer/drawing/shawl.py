"""A shawl of silk let down from above around someone: folds that light themselves where they stand on edge."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.primitives import Array, Ribbons


def shawl(
    t: float, apex: tuple[float, float, float], foot: tuple[float, float, float], wide: float, colour: Array, *,
    opacity: float, grown: float, strands: int = 56, points: int = 34,
) -> list[Ribbons]:  # fmt: skip
    """Silk from `apex` to a ring `wide` metres across about `foot`: its back half, then its front half.

    `grown` 0..1 is how far it has come down. What stands at the foot is seen between the halves.
    """
    out = []
    v = np.linspace(0.0, 1.0, points)[None]
    for front in (False, True):
        s = np.linspace(0.0, 1.0, strands)[:, None]
        angle = np.pi * (s if not front else 1.0 + s) + 0.04 * np.sin(0.21 * t)
        # Low frequencies only, or silk turns to zebra.
        fold = 0.22 * np.sin(5.0 * angle + 0.25 * t + 1.2 * v) + 0.11 * np.sin(9.0 * angle - 0.19 * t + 2.0 * v)
        flare = 0.035 + 0.965 * v**1.9
        radius = 0.5 * wide * flare * (1.0 + fold * (0.35 + 0.65 * v))
        # In front it parts and is drawn aside, so that nobody is hidden.
        turn = angle if not front else angle + 0.52 * v * np.sin(2 * (angle - np.pi)) * -1.0
        x = apex[0] + (foot[0] - apex[0]) * v + radius * np.cos(turn)
        y = apex[1] + (foot[1] - apex[1]) * v**1.08 + 0.03 * wide * np.sin(6.0 * angle + 0.3 * t) * v**3
        z = apex[2] + (foot[2] - apex[2]) * v + 0.62 * radius * np.sin(turn)
        at3 = np.stack([x, np.maximum(y, 0.015), np.maximum(z, 0.9)], -1)
        step = np.abs(np.gradient(x, axis=0)) * strands / (np.pi * 0.5 * wide * np.maximum(flare, 0.05))
        shine = 0.13 / (step / 0.8 + 0.13) + 0.10
        hem = 0.8 * np.exp(-(((v - 0.985) / 0.016) ** 2))
        glint = 0.75 + 0.25 * np.sin(2.4 * v - 0.3 * t + 3.0 * angle)
        light = ((shine * glint + 0.4 * hem * shine) * (0.55 + 0.45 * (1 - v)))[..., None] * colour[None, None]
        half = 0.62 * wide * flare / strands * np.ones_like(s)
        show = opacity * (0.62 if front else 0.80) * np.clip(v / 0.34, 0.0, 1.0) ** 1.3 * np.ones_like(s)
        out.append(
            Ribbons(
                at3.astype(np.float32), half.astype(np.float32), light.astype(np.float32), profile="veil",
                opacity=show.astype(np.float32), grown=np.float32(1.08 * grown), reflect=False,
                depth=foot[2] + (-0.35 if front else 0.35) * wide,
            )
        )  # fmt: skip
    return out
