"""A face as one line of light: a serene profile, and the shape its motes gather into."""

from __future__ import annotations

from functools import cache

import numpy as np

from dreamplayer.drawing.painted import on
from dreamplayer.drawing.primitives import Shape
from dreamplayer.kit.outline import spline, taper
from dreamplayer.kit.sdf import Canvas, Map, blob, canvas
from dreamplayer.kit.shapes import Painting, blur, painting


def _line(c: Canvas, points: list[tuple[float, float]], width: float, soft: float = 0.006) -> Map:
    """A drawn stroke, 0..1: tapered at both ends, its edge soft."""
    d = blob(c, taper(spline(points, 8, closed=False), (0.2 * width, width, width, 0.15 * width)), 0.08)
    return np.asarray(np.exp(-np.clip(d, 0, None) / soft) * (0.75 + 0.25 * (d < 0)), np.float32)


PROFILE = (
    (0.06, 0.60), (0.17, 0.53), (0.245, 0.42), (0.272, 0.30), (0.268, 0.20), (0.262, 0.150), (0.272, 0.110),
    (0.318, 0.030), (0.362, -0.045), (0.372, -0.075), (0.350, -0.102), (0.302, -0.116), (0.296, -0.140),
    (0.312, -0.172), (0.326, -0.196), (0.310, -0.220), (0.288, -0.232), (0.306, -0.252), (0.310, -0.276),
    (0.286, -0.304), (0.270, -0.330), (0.282, -0.372), (0.276, -0.418), (0.238, -0.456), (0.168, -0.462),
    (0.070, -0.428), (-0.020, -0.388), (-0.055, -0.440), (-0.070, -0.540), (-0.060, -0.66), (-0.30, -0.66),
    (-0.30, -0.40), (-0.36, -0.10), (-0.36, 0.20), (-0.27, 0.45), (-0.10, 0.60),
)  # fmt: skip


@cache
def face_shape() -> Shape:
    """A serene profile looking right, eye closed, lit along its edge; neck and hair fade into the dark."""
    box = (-0.62, -0.66, 0.50, 0.74)

    def painted() -> Painting:
        c = canvas(*box, 320)
        d = blob(c, spline(PROFILE, 6), 0.3)
        inside = np.clip(0.5 - d / c.step, 0, 1)
        back = np.clip((c.x + 0.40) / 0.45, 0, 1) ** 1.5 * np.clip((c.y + 0.66) / 0.30, 0, 1)
        depth = np.clip(-d, 0, None)
        gy, gx = np.gradient(blur(d, 2.0), c.step)
        facing = np.clip((gx * 0.85 - gy * 0.30) / (np.hypot(gx, gy) + 1e-6), 0, 1)
        rim = np.exp(-depth / 0.020) * (0.25 + 0.75 * facing)
        soft = np.exp(-depth / 0.085) * (0.35 + 0.65 * facing)
        cheek = np.exp(-((c.x - 0.135) ** 2 / 0.012 + (c.y + 0.10) ** 2 / 0.020))
        socket = np.exp(-((c.x - 0.185) ** 2 / 0.004 + (c.y - 0.105) ** 2 / 0.0022))
        lid = _line(c, [(0.118, 0.062), (0.160, 0.036), (0.205, 0.040), (0.236, 0.066)], 0.0045, 0.005)
        lashes = np.zeros_like(c.x)
        for k in range(6):
            root = (0.142 + 0.018 * k, 0.043 + 0.0025 * (k - 2) ** 2)
            tip = (root[0] + 0.018 + 0.006 * k, root[1] - 0.040)
            lashes = np.maximum(lashes, _line(c, [root, (root[0] + 0.005, root[1] - 0.022), tip], 0.0025, 0.003))
        brow = _line(c, [(0.085, 0.150), (0.150, 0.186), (0.210, 0.186), (0.250, 0.160)], 0.008, 0.008)
        lips = _line(c, [(0.296, -0.232), (0.258, -0.228), (0.222, -0.240)], 0.003, 0.004)
        nostril = _line(c, [(0.300, -0.095), (0.286, -0.076), (0.296, -0.060)], 0.003, 0.004)
        strands = np.zeros_like(c.x)
        for k in range(38):
            f = k / 37
            # From the parting over the crown and from the temple backwards, falling behind the neck.
            x = 0.235 - 0.19 * f - 0.06 * np.sin(np.pi * f)
            y = 0.47 - 0.50 * f**1.2
            path = [
                (x, y),
                (x - 0.12, y + 0.09 * (1 - f) + 0.03),
                (-0.17 - 0.14 * (1 - f), 0.40 - 0.42 * f),
                (-0.30 - 0.11 * (1 - f), 0.06 - 0.34 * f),
                (-0.36 - 0.15 * np.sin(5.0 * f + 0.5) ** 2, -0.28 - 0.26 * f),
            ]
            strands = np.maximum(strands, _line(c, path, 0.0032, 0.004) * (0.35 + 0.65 * np.sin(k * 2.4) ** 2))
        fade = np.clip((c.x + 0.60) / 0.22, 0, 1) * np.clip((c.y + 0.62) / 0.25, 0, 1)
        skin = (0.75 * rim + 0.24 * soft + 0.10 * cheek) * (1 - 0.4 * socket) * inside * (0.25 + 0.75 * back)
        drawn = (0.75 * lid + 0.45 * lashes + 0.28 * brow + 0.40 * lips + 0.25 * nostril) * inside
        glow = np.clip(skin + drawn, 0, 1) + 0.40 * strands * fade * (1 - 0.7 * skin)
        halo = np.exp(-np.clip(d, 0, None) / 0.05) * (1 - inside) * 0.10 * np.clip((0.50 - c.x) / 0.08, 0, 1) * fade
        body = inside * back * 0.80
        return painting(
            c, (0.02, 0.015, 0.015), np.asarray(body, np.float32), np.asarray(np.clip(glow + halo, 0, 1), np.float32)
        )

    return on(canvas(*box, 8), "features/face", painted)
