"""The head of a kindly dragon: long snout, whiskers, antler horns, a mane like flames."""

from __future__ import annotations

import numpy as np

from dreamplayer.elements.creatures._shared.painted_cycle import lit_edge
from dreamplayer.kit.outline import spline, taper
from dreamplayer.kit.sdf import Canvas, blob, join, oval, tube
from dreamplayer.kit.shapes import Layer, Painting


def dragon_head(c: Canvas, u: float) -> Painting:
    """A kindly dragon in profile, looking right: long snout, whiskers, antler horns, a mane like flames."""
    s = float(np.sin(2 * np.pi * u))
    mane = []
    for k, (angle, long) in enumerate(
        ((2.2, 0.34), (2.55, 0.42), (2.9, 0.46), (3.25, 0.46), (3.6, 0.40), (3.95, 0.32))
    ):
        a = angle + 0.06 * s * (1 if k % 2 else -1)
        root = (-0.06 + 0.08 * np.cos(a), 0.02 + 0.12 * np.sin(a))
        tip = (root[0] + long * np.cos(a), root[1] + long * np.sin(a))
        mid = (root[0] + 0.55 * long * np.cos(a - 0.22), root[1] + 0.55 * long * np.sin(a - 0.22))
        mane.append(blob(c, taper(spline([root, mid, tip], 7, closed=False), (0.070, 0.062, 0.036, 0.004)), 0.1))
    skull = spline([(-0.16, 0.10), (-0.04, 0.175), (0.08, 0.165), (0.16, 0.115), (0.30, 0.095), (0.40, 0.125),
                    (0.475, 0.105), (0.50, 0.045), (0.46, 0.0), (0.30, -0.020), (0.14, -0.040), (0.02, -0.12),
                    (-0.12, -0.15), (-0.22, -0.05)], 6)  # fmt: skip
    jaw = spline([(0.10, -0.055), (0.28, -0.050), (0.43, -0.055), (0.45, -0.085), (0.34, -0.115), (0.14, -0.135),
                  (0.0, -0.14), (0.0, -0.08)], 5)  # fmt: skip
    horn = tube(c, [(-0.03, 0.15, 0.028), (-0.12, 0.30, 0.022), (-0.26, 0.40, 0.015), (-0.40, 0.43, 0.004)])
    tine = tube(c, [(-0.13, 0.31, 0.016), (-0.12, 0.40, 0.011), (-0.17, 0.47, 0.004)])
    whiskers = [
        tube(c, [(0.45, 0.05, 0.010), (0.54, -0.06 + 0.03 * s, 0.008), (0.46, -0.22 + 0.04 * s, 0.006),
                 (0.54, -0.36 - 0.03 * s, 0.003)]),
        tube(c, [(0.40, 0.01, 0.008), (0.42, -0.12 - 0.02 * s, 0.007), (0.30, -0.26 + 0.03 * s, 0.005),
                 (0.33, -0.38, 0.003)]),
    ]  # fmt: skip
    ear = blob(c, spline([(-0.10, 0.12), (-0.20, 0.20), (-0.33, 0.21), (-0.33, 0.21), (-0.24, 0.11), (-0.14, 0.06)], 5))
    scales = np.asarray(0.006 * np.sin(c.x * 80) * np.sin(c.y * 80 + c.x * 30), np.float32)
    beard = blob(c, taper(spline([(0.10, -0.12), (0.08, -0.24), (0.02 * s, -0.36)], 7, closed=False),
                          (0.045, 0.036, 0.004)), 0.1)  # fmt: skip
    return lit_edge(
        c,
        [
            *[
                Layer(
                    d, (0.9, 0.7, 0.5), glow=np.asarray(0.18 * np.exp(np.minimum(d, 0) / 0.02), np.float32), round=0.02
                )
                for d in mane
            ],
            Layer(beard, (0.9, 0.7, 0.5), glow=0.10, round=0.02),
            Layer(blob(c, jaw), (0.8, 0.8, 0.8), round=0.03),
            Layer(blob(c, skull), glow=0.05, round=0.06, relief=scales),
            Layer(join(horn, tine, soft=0.01), (1.0, 0.85, 0.6), glow=0.22, round=0.02),
            Layer(ear, round=0.02),
            *[Layer(d, (1.0, 0.85, 0.6), glow=0.55) for d in whiskers],
            Layer(oval(c, (0.105, 0.095), 0.034, 0.020, 0.25), (0.8, 0.5, 0.1), glow=0.9),
            Layer(oval(c, (0.112, 0.094), 0.008, 0.018, 0.1), (0.02, 0.02, 0.02)),
            Layer(oval(c, (0.445, 0.078), 0.014, 0.010, 0.4), (0.1, 0.1, 0.1), glow=0.25),
        ],
        0.02,
    )
