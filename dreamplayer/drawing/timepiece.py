"""What measures: a clock, an hourglass, a compass, a telescope."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.keepsake import GLOW3, boxed, brass
from dreamplayer.drawing.primitives import Array
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.outline import spline
from dreamplayer.kit.sdf import Canvas, Map, cone, disc, join, shell
from dreamplayer.kit.sdf import blob as filled
from dreamplayer.kit.shapes import Layer, Painting, paint


def clock_face(c: Canvas) -> list[Layer]:
    """A round clock in a brass case, face lit from behind, numerals of shade; its hands are drawn apart."""
    r, a = np.hypot(c.x, c.y), np.arctan2(c.x, c.y)
    hour = np.abs(np.mod(a / (np.pi / 6) + 0.5, 1.0) - 0.5) * (np.pi / 6) * r
    marks = np.maximum(
        hour - 0.010 - 0.008 * (np.abs(np.mod(a / (np.pi / 2) + 0.5, 1) - 0.5) < 0.1), np.abs(r - 0.335) - 0.035
    )
    minute = np.maximum(
        np.abs(np.mod(a / (np.pi / 30) + 0.5, 1.0) - 0.5) * (np.pi / 30) * r - 0.0035, np.abs(r - 0.393) - 0.010
    )
    face = disc(c, (0, 0), 0.42)
    light = 0.30 + 0.34 * np.exp(-((r / 0.26) ** 2)) + 0.05 * (fbm(c.x * 4, c.y * 4, 3) - 0.5)
    gear = shell(disc(c, (0, 0), 0.17 + 0.012 * np.sign(np.sin(22 * a))), 0.007)
    ring = join(disc(c, (0, 0.555), 0.05), disc(c, (0, 0.50), 0.04), soft=0.02)
    bow = shell(disc(c, (0, 0.625), 0.060), 0.014)
    return [
        Layer(bow, brass(c), round=0.014),
        Layer(ring, brass(c), round=0.03),
        Layer(disc(c, (0, 0), 0.50), brass(c), round=0.07),
        Layer(shell(disc(c, (0, 0), 0.445), 0.006), brass(c), glow=0.30, round=0.01),
        Layer(face, (0.32, 0.25, 0.17), glow=light.astype(np.float32), round=0.01),
        Layer(gear, (0.2, 0.13, 0.06), glow=0.16, alpha=0.5),
        Layer(np.minimum(marks, minute), (0.03, 0.02, 0.015), glow=0.02, round=0.01),
    ]


def clock_hand(c: Canvas, long: float, wide: float) -> list[Layer]:
    """One hand, pointing up from the origin."""
    body = filled(
        c,
        spline(
            [
                (-wide * 0.5, -0.06),
                (wide * 0.5, -0.06),
                (wide * 0.4, long * 0.55),
                (wide * 1.3, long * 0.72),
                (0.0, long),
                (-wide * 1.3, long * 0.72),
                (-wide * 0.4, long * 0.55),
            ],
            5,
        ),
        0.06,
    )
    return [Layer(join(body, disc(c, (0, 0), wide * 1.2), soft=0.01), (0.035, 0.022, 0.015), round=0.01, glow=0.03)]


def hourglass(c: Canvas, level: float) -> Painting:
    """Sand of light between two bulbs; `level` 1 all above .. 0 all below."""
    y = c.y - 0.5
    half = np.interp(np.abs(y), [0.0, 0.03, 0.12, 0.28, 0.36, 0.385], [0.013, 0.022, 0.12, 0.205, 0.19, 0.15]).astype(
        np.float32
    )
    glass = np.maximum(np.abs(c.x) - half, np.abs(y) - 0.385)
    inside = np.maximum(np.abs(c.x) - half + 0.016, np.abs(y) - 0.375)
    top = 0.04 + 0.27 * level**0.6 - 0.05 * np.exp(-((c.x / 0.05) ** 2)) * level
    upper = np.maximum(inside, np.maximum(-y, y - top))
    pile = -0.375 + 0.26 * (1 - level) ** 0.7 - 0.75 * np.abs(c.x) * (1 - level) ** 0.5
    lower = np.maximum(inside, np.maximum(y, y - pile))
    stream = np.maximum(np.abs(c.x) - 0.006, np.maximum(y - 0.05, -0.375 - y))
    sand = fbm(c.x * 40, c.y * 40, 5, 2)
    caps = np.minimum(boxed(c, (0, 0.925), (0.27, 0.035), 0.02), boxed(c, (0, 0.075), (0.27, 0.035), 0.02))
    posts = np.minimum(np.abs(np.abs(c.x) - 0.235) - 0.016 - 0.006 * np.cos(y * 30), 9)
    posts = np.maximum(posts, np.abs(y) - 0.40)
    edge = np.exp(-np.clip(-glass, 0, 1) / 0.012)
    glint = np.exp(-(((c.x + 0.55 * half) / (0.10 * half + 0.004)) ** 2))
    rear = Layer(
        glass, (0.04, 0.045, 0.06), alpha=0.30, glow=(0.04 + 0.30 * edge + 0.16 * glint).astype(np.float32), round=0.08
    )
    return paint(
        c,
        [
            Layer(posts, brass(c, tone=0.6), round=0.016),
            rear,
            Layer(
                np.minimum(upper, lower), (0.5, 0.32, 0.13), glow=(0.42 + 0.40 * sand).astype(np.float32), round=0.03
            ),
            Layer(
                stream,
                (0.5, 0.32, 0.13),
                glow=0.85 if 0.02 < level < 0.99 else 0.0,
                alpha=1.0 if 0.02 < level < 0.99 else 0.0,
            ),
            Layer(caps, brass(c), round=0.03, glow=0.03),
        ],
    )


def hourglasses(c: Canvas) -> Array:
    """Six states from full to run out."""
    return np.stack([hourglass(c, k) for k in (1.0, 0.8, 0.6, 0.4, 0.2, 0.0)])


def compass(c: Canvas) -> list[Layer]:
    """A pocket compass: case, rose of eight points, glass light. The needle is drawn apart."""
    r, a = np.hypot(c.x, c.y), np.arctan2(c.x, c.y)

    def rose(points: int, long: float, fat: float, turn: float) -> Map:
        w = np.mod(a / (2 * np.pi / points) + 0.5 + turn, 1.0) - 0.5
        return np.asarray(r - long / (1.0 + fat * np.abs(w) * 2), np.float32)

    eight, four = rose(4, 0.27, 7.0, 0.5), rose(4, 0.37, 8.0, 0.0)
    half = np.mod(a / (np.pi / 2) + 0.5, 1.0) - 0.5
    shade = np.where(half > 0, 0.42, 0.20)
    ticks = np.maximum(
        np.abs(np.mod(a / (np.pi / 36) + 0.5, 1.0) - 0.5) * (np.pi / 36) * r - 0.003, np.abs(r - 0.405) - 0.012
    )
    return [
        Layer(shell(disc(c, (0, 0.60), 0.065), 0.016), brass(c), round=0.016),
        Layer(disc(c, (0, 0), 0.52), brass(c), round=0.07),
        Layer(shell(disc(c, (0, 0), 0.455), 0.006), brass(c), glow=0.30, round=0.01),
        Layer(
            disc(c, (0, 0), 0.44),
            (0.05, 0.055, 0.085),
            glow=(0.06 + 0.22 * np.exp(-((r / 0.22) ** 2))).astype(np.float32),
            round=0.01,
        ),
        Layer(ticks, GLOW3, glow=0.40),
        Layer(eight, GLOW3, glow=(0.6 * shade).astype(np.float32), round=0.01),
        Layer(four, GLOW3, glow=shade.astype(np.float32), round=0.01),
    ]


def needle(c: Canvas) -> list[Layer]:
    """A compass needle, bright to the north."""
    up = filled(c, np.array([(-0.035, 0.0), (0.035, 0.0), (0.0, 0.34)]), 0.05)
    down = filled(c, np.array([(-0.035, 0.0), (0.035, 0.0), (0.0, -0.34)]), 0.05)
    return [
        Layer(down, (0.06, 0.06, 0.08), glow=0.05, round=0.02),
        Layer(up, GLOW3, glow=0.95, round=0.02),
        Layer(disc(c, (0, 0), 0.045), brass(c), round=0.04),
    ]


def telescope(c: Canvas) -> list[Layer]:
    """A brass telescope on a wooden tripod, looking up."""
    legs = np.minimum.reduce([cone(c, (0, 0.52), p, 0.020, 0.013) for p in ((-0.27, 0.0), (0.30, 0.0), (0.03, 0.03))])
    cos, sin = np.cos(0.62), np.sin(0.62)
    u, v = c.x * cos + (c.y - 0.58) * sin, -c.x * sin + (c.y - 0.58) * cos
    half = np.where(u < -0.18, 0.038, np.where(u < 0.10, 0.050, 0.064))
    tube = np.maximum(np.abs(v) - half, np.abs(u - 0.03) - 0.44)
    rings = np.maximum(
        np.minimum.reduce([np.abs(u - k) - 0.014 for k in (-0.40, -0.18, 0.10, 0.455)]), np.abs(v) - half - 0.012
    )
    lens = np.maximum(np.abs(u - 0.472) - 0.006, np.abs(v) - 0.058)
    shine = np.exp(-(((v - 0.4 * half) / 0.010) ** 2))
    return [
        Layer(legs, (0.14, 0.08, 0.04), round=0.02),
        Layer(disc(c, (0, 0.53), 0.045), brass(c), round=0.03),
        Layer(tube.astype(np.float32), brass(c, 3, 0.85), round=0.05, glow=(0.20 * shine).astype(np.float32)),
        Layer(rings.astype(np.float32), brass(c, 5, 1.3), round=0.02, glow=0.12),
        Layer(lens.astype(np.float32), GLOW3, glow=0.95),
    ]
