"""Features drawn in light: an eye that opens and closes, a serene profile, a heart, a carnival mask. Never uncanny."""

from __future__ import annotations

from functools import cache

import numpy as np

from dreamplayer.drawing.painted import on
from dreamplayer.drawing.primitives import Array, Shape
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.outline import mirrored, spline, taper
from dreamplayer.kit.sdf import Canvas, Map, blob, canvas, disc
from dreamplayer.kit.shapes import Layer, Painting, blur, frames, paint, painting

EYE_FRAMES = 7
"""From closed (0) to open (6)."""


def _line(c: Canvas, points: list[tuple[float, float]], width: float, soft: float = 0.006) -> Map:
    """A drawn stroke, 0..1: tapered at both ends, its edge soft."""
    d = blob(c, taper(spline(points, 8, closed=False), (0.2 * width, width, width, 0.15 * width)), 0.08)
    return np.asarray(np.exp(-np.clip(d, 0, None) / soft) * (0.75 + 0.25 * (d < 0)), np.float32)


def _eye(c: Canvas, open_: float) -> Painting:
    """An almond of light; the lid rests on the iris even when it is open."""
    x = c.x / 0.60
    across = np.clip(1 - x * x, 0, 1)
    low = -0.165 * across**0.9 - 0.02 * x
    high = low + (0.355 * across**0.75) * open_
    inside = np.clip(0.5 + (high - c.y) / 0.012, 0, 1) * np.clip(0.5 + (c.y - low) / 0.012, 0, 1) * (np.abs(x) < 1)
    centre = 0.022
    away = np.hypot(c.x, c.y - centre)
    angle = np.arctan2(c.y - centre, c.x)
    fibres = fbm(np.cos(angle) * 7.0 + 20, np.sin(angle) * 7.0 + away * 5, 4, 4)
    iris = np.clip((0.222 - away) / 0.012, 0, 1)
    ring = np.exp(-(((away - 0.212) / 0.014) ** 2))
    pupil = np.clip((0.074 - away) / 0.02, 0, 1)
    light = 0.045 + 0.05 * across
    glow = light * (1 - iris) + iris * (0.25 + 0.75 * fibres**1.3 * np.clip(1.25 - away / 0.20, 0.3, 1.2)) * (
        1 - 0.5 * ring
    )
    glow = glow * (1 - 0.94 * pupil) + 0.85 * np.exp(-((np.hypot(c.x + 0.055, c.y - centre - 0.070) / 0.024) ** 2))
    shade = 1.0 - 0.55 * np.exp(-np.clip(high - c.y, 0, None) / 0.05) * open_
    glow = glow * shade * inside
    lid = np.exp(-np.abs(c.y - high) / (0.004 + 0.007 * across)) * (np.abs(x) < 1.02) * (0.25 + 0.75 * across**0.5)
    under = np.exp(-np.abs(c.y - low) / 0.009) * (np.abs(x) < 1.0) * across**0.6 * 0.45
    crease = _line(
        c,
        [
            (-0.56, 0.10 + 0.05 * open_),
            (-0.25, 0.29 * (0.55 + 0.45 * open_) + 0.02),
            (0.10, 0.31 * (0.55 + 0.45 * open_) + 0.02),
            (0.50, 0.16 * (0.5 + 0.5 * open_)),
        ],
        0.004,
        0.010,
    )
    lashes = np.zeros_like(c.x)
    for k in range(13):
        f = -0.86 + 1.72 * k / 12
        root_low = -0.165 * (1 - f * f) ** 0.9 - 0.02 * f
        root = (0.60 * f, root_low + 0.355 * (1 - f * f) ** 0.75 * open_)
        up = 2 * open_ - 1
        long = 0.10 + 0.05 * (f + 0.9) / 1.8
        tip = (root[0] + 0.085 * f + 0.02, root[1] + long * (up if abs(up) > 0.35 else 0.35 * (1 if up >= 0 else -1)))
        mid = (root[0] + 0.025 * f, root[1] + 0.45 * (tip[1] - root[1]))
        lashes = np.maximum(lashes, _line(c, [root, mid, tip], 0.0030, 0.0035))
    brow = _line(c, [(-0.60, 0.36), (-0.20, 0.50), (0.22, 0.49), (0.62, 0.34)], 0.010, 0.022) * 0.5
    total = np.clip(glow + 0.60 * lid + 0.6 * under + 0.16 * crease + 0.30 * lashes + 0.14 * brow, 0, 1)
    halo = np.exp(-((c.x / 0.62) ** 2 + (c.y / 0.34) ** 2) * 1.6) * 0.05
    fade = np.clip((0.80 - np.abs(c.x)) / 0.1, 0, 1) * np.clip((0.64 - np.abs(c.y)) / 0.08, 0, 1)
    shown = np.asarray(np.minimum(total + halo, 1.0) * fade, np.float32)
    return painting(c, (0.02, 0.02, 0.02), np.asarray(0.85 * inside, np.float32), shown)


@cache
def eye_shape() -> Shape:
    """An eye of light, `EYE_FRAMES` frames from closed to open."""
    box = (-0.80, -0.62, 0.80, 0.64)

    def painted() -> Array:
        c = canvas(*box, 224)
        return frames([_eye(c, k / (EYE_FRAMES - 1)) for k in range(EYE_FRAMES)])

    return on(canvas(*box, 8), "features/eye", painted)


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


HEART = mirrored(
    [(0.0, 0.235), (0.10, 0.355), (0.245, 0.395), (0.380, 0.315), (0.420, 0.165), (0.360, 0.0), (0.240, -0.155),
     (0.100, -0.300), (0.0, -0.405)]
)  # fmt: skip


@cache
def heart_shape() -> Shape:
    """A heart of warm light: bright within, veined, soft at its edge, with a wide halo."""
    box = (-0.80, -0.78, 0.80, 0.78)

    def painted() -> Painting:
        c = canvas(*box, 240)
        corner = [*HEART[:1], *HEART]
        d = blob(c, spline(corner, 8), 0.5)
        inside = np.clip(0.5 - d / 0.012, 0, 1)
        core = np.exp(-((c.x / 0.24) ** 2 + ((c.y - 0.06) / 0.24) ** 2))
        rim = np.exp(np.minimum(d, 0) / 0.030)
        veins = np.abs(fbm(c.x * 4.5, c.y * 4.5, 8, 4) - 0.5)
        glow = (0.14 + 0.55 * core + 0.20 * rim + 0.10 * np.exp(-veins / 0.03)) * inside
        gloss = 0.25 * np.exp(-(((c.x + 0.20) / 0.09) ** 2 + ((c.y - 0.245) / 0.05) ** 2))
        fade = np.clip((0.78 - np.hypot(c.x, c.y)) / 0.3, 0, 1)
        halo = np.exp(-np.clip(d, 0, None) / 0.11) * (1 - inside) * 0.24 * fade
        return painting(c, (0.3, 0.05, 0.03), np.asarray(inside * 0.7, np.float32),
                        np.asarray(np.clip(glow + gloss * inside + halo, 0, 1), np.float32))  # fmt: skip

    return on(canvas(*box, 8), "features/heart", painted)


@cache
def mask_shape() -> Shape:
    """A carnival half-mask of porcelain and gold thread; light, not darkness, lies behind its eyes."""
    box = (-0.82, -0.50, 0.82, 0.80)
    half = [
        (0.0, 0.20),
        (0.14, 0.245),
        (0.34, 0.285),
        (0.56, 0.33),
        (0.76, 0.44),
        (0.76, 0.44),
        (0.745, 0.20),
        (0.66, -0.02),
        (0.52, -0.17),
        (0.34, -0.215),
        (0.19, -0.165),
        (0.115, -0.13),
        (0.085, -0.24),
        (0.0, -0.315),
    ]

    def painted() -> Painting:
        c = canvas(*box, 240)
        d = blob(c, spline(mirrored(half), 6), 0.3)
        holes = []
        for s in (-1.0, 1.0):
            outline = [(s * 0.155, -0.005), (s * 0.25, 0.085), (s * 0.385, 0.105), (s * 0.52, 0.085), (s * 0.52, 0.085),
                       (s * 0.43, -0.015), (s * 0.31, -0.065), (s * 0.21, -0.055)]  # fmt: skip
            holes.append(blob(c, spline(outline, 6), 0.2))
        hole = np.minimum(holes[0], holes[1])
        edge = np.exp(-np.abs(d + 0.012) / 0.008) + np.exp(-np.abs(hole - 0.018) / 0.008)
        gold = np.zeros_like(c.x)
        for s in (-1.0, 1.0):
            for path in (
                [
                    (s * 0.06, 0.16),
                    (s * 0.20, 0.19),
                    (s * 0.36, 0.20),
                    (s * 0.50, 0.24),
                    (s * 0.58, 0.19),
                    (s * 0.53, 0.145),
                ],
                [(s * 0.60, 0.08), (s * 0.66, 0.17), (s * 0.70, 0.29), (s * 0.64, 0.33)],
                [(s * 0.14, -0.10), (s * 0.26, -0.145), (s * 0.40, -0.145), (s * 0.53, -0.07), (s * 0.60, 0.02)],
                [(0.0, -0.27), (s * 0.05, -0.16), (s * 0.035, -0.03), (s * 0.075, 0.09)],
            ):
                gold = np.maximum(gold, _line(c, path, 0.006, 0.005))
        gem = disc(c, (0.0, 0.245), 0.045)
        plumes = []
        for k in range(7):
            a = np.pi / 2 + (k - 3) * 0.27
            long = 0.50 - 0.035 * abs(k - 3)
            tip = (0.02 * (k - 3) + long * np.cos(a), 0.22 + long * np.sin(a))
            mid = (0.55 * long * np.cos(a) * 0.75, 0.22 + 0.58 * long * np.sin(a))
            spine = spline([(0.012 * (k - 3), 0.20), mid, tip], 8, closed=False)
            plumes.append(blob(c, taper(spine, (0.012, 0.040, 0.058, 0.024)), 0.1))
        barbs = np.asarray(0.10 + 0.03 * np.sin(np.hypot(c.x, c.y - 0.2) * 160), np.float32)
        layers = [Layer(p, (0.9, 0.6, 0.5), glow=barbs, round=0.03) for p in (*plumes[:3], *plumes[:3:-1], plumes[3])]
        face = np.asarray(np.maximum(d, -hole), np.float32)
        shine = np.clip(0.62 * edge + 0.60 * gold, 0, 1) * (d < 0.004)
        layers += [
            Layer(np.asarray(hole + 0.004, np.float32), (0.05, 0.03, 0.02),
                  glow=np.asarray(0.16 + 0.14 * np.clip(-hole / 0.06, 0, 1), np.float32), alpha=0.8),
            Layer(face, (3.0, 2.7, 2.4), glow=np.asarray(shine, np.float32), round=0.14,
                  relief=np.asarray(0.010 * gold, np.float32)),
            Layer(gem, (0.8, 0.2, 0.2), glow=0.65, round=0.04),
        ]  # fmt: skip
        return paint(c, layers, 0.5)

    return on(canvas(*box, 8), "features/mask", painted)
