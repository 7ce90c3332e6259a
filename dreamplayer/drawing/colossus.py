"""A gentle giant as a silhouette: sloping shoulders, a bowed head, a long cloak whose hem is lost in mist."""

from __future__ import annotations

from functools import cache

import numpy as np

from dreamplayer.drawing.painted import on
from dreamplayer.drawing.primitives import Shape
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.outline import moved, spline
from dreamplayer.kit.sdf import Canvas, Map, blob, canvas, chain, join
from dreamplayer.kit.shapes import Layer, Painting, edge_glow, paint

_BOX = (-0.36, -0.05, 0.36, 1.07)


def _outline(c: Canvas) -> Map:
    """A cloak without joints, and an old bearded head in profile, bowed to the right."""
    cloak = spline(
        [(0.020, 0.862), (0.066, 0.838), (0.108, 0.790), (0.134, 0.710), (0.146, 0.600), (0.156, 0.460), (0.178, 0.290),
         (0.206, 0.110), (0.220, -0.04), (-0.235, -0.04), (-0.216, 0.110), (-0.186, 0.290), (-0.164, 0.460),
         (-0.154, 0.600), (-0.144, 0.710), (-0.116, 0.795), (-0.066, 0.846), (-0.020, 0.872)], 6,
    )  # fmt: skip
    profile = spline(
        [(0.000, 0.076), (0.034, 0.069), (0.055, 0.044), (0.060, 0.024), (0.058, 0.013), (0.079, -0.008),
         (0.063, -0.021), (0.070, -0.034), (0.066, -0.062), (0.058, -0.110), (0.034, -0.165), (0.004, -0.130),
         (-0.024, -0.080), (-0.060, -0.082), (-0.080, -0.040), (-0.081, 0.015), (-0.062, 0.056), (-0.030, 0.074)], 5,
    )  # fmt: skip
    head = blob(c, moved(profile, (0.026, 0.915), -0.20, 1.06))
    sleeve = chain(c, [(0.095, 0.745, 0.045), (0.140, 0.600, 0.050), (0.105, 0.505, 0.046)], 0.04)
    wool = np.asarray(0.007 * (fbm(c.x * 30, c.y * 24, 8, 3) - 0.5), np.float32)
    return np.asarray(join(join(blob(c, cloak), sleeve, soft=0.05), head, soft=0.006) + wool, np.float32)


def _painting() -> Painting:
    c = canvas(*_BOX, 320)
    d = _outline(c)
    folds = np.sin(c.x * 46 / (0.55 + 0.9 * np.clip(0.85 - c.y, 0, 1)) + 1.2 * np.sin(c.y * 6))
    relief = np.asarray(0.003 * folds * np.clip((0.75 - c.y) / 0.3, 0, 1), np.float32)
    out = paint(c, [Layer(d, round=0.05, relief=relief, soft=0.008)])
    # The light comes from low behind: it runs along both sides and fades down the cloak.
    edge = np.maximum(edge_glow(c, d, 0.007, (-0.7, 0.7)), 0.75 * edge_glow(c, d, 0.007, (0.9, 0.45)))
    out[..., 7] = edge * (0.35 + 0.65 * smooth(c.y, 0.2, 0.8))
    out[..., 3] *= smooth(c.y, 0.02, 0.34)
    out[..., 7] *= out[..., 3]
    return out


@cache
def giant_shape() -> Shape:
    """Looking right; it stands on 0 and is 1 high, its size is its frame's height (1.12)."""
    return on(canvas(*_BOX, 8), "colossus", _painting)
