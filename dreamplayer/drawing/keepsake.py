"""Small things one keeps: key, crown, jar, bottle, telephone, what lies covered, a sheathed blade."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.noise import fbm
from dreamplayer.kit.outline import spline
from dreamplayer.kit.sdf import Canvas, Map, chain, cone, disc, join, oval, shell
from dreamplayer.kit.sdf import blob as filled
from dreamplayer.kit.sdf import cut as without
from dreamplayer.kit.shapes import Layer, Painting, paint

BRASS = (0.24, 0.145, 0.05)
GLOW3 = (0.45, 0.33, 0.2)


def brass(c: Canvas, seed: int = 3, tone: float = 1.0) -> Map:
    """Worn brass."""
    return np.asarray((tone * (0.65 + 0.65 * fbm(c.x * 8, c.y * 8, seed)))[..., None] * np.asarray(BRASS), np.float32)


def boxed(c: Canvas, at: tuple[float, float], half: tuple[float, float], round_: float = 0.0) -> Map:
    """A rectangle with rounded corners."""
    dx, dy = np.abs(c.x - at[0]) - half[0] + round_, np.abs(c.y - at[1]) - half[1] + round_
    return np.asarray(
        np.hypot(np.maximum(dx, 0), np.maximum(dy, 0)) + np.minimum(np.maximum(dx, dy), 0) - round_, np.float32
    )


def key(c: Canvas) -> list[Layer]:
    """An old key, its bow a clover of brass."""
    bow = np.minimum.reduce([shell(disc(c, p, 0.085), 0.024) for p in ((0, 0.90), (-0.105, 0.755), (0.105, 0.755))])
    stem = cone(c, (0, 0.68), (0, 0.08), 0.028, 0.024)
    collars = join(disc(c, (0, 0.655), 0.045), disc(c, (0, 0.60), 0.036), disc(c, (0, 0.07), 0.030), soft=0.015)
    bit = boxed(c, (0.085, 0.16), (0.075, 0.075), 0.008)
    bit = without(bit, boxed(c, (0.115, 0.16), (0.03, 0.016)))
    bit = without(bit, boxed(c, (0.085, 0.225), (0.014, 0.03)))
    star = np.exp(-np.hypot(c.x, c.y - 0.80) / 0.035)
    whole = join(stem, collars, bit, soft=0.008)
    return [
        Layer(bow, brass(c), round=0.022, glow=(0.20 * star).astype(np.float32)),
        Layer(whole, brass(c), round=0.022),
        Layer(disc(c, (0, 0.80), 0.022), GLOW3, glow=0.9, round=0.02),
    ]


def crown(c: Canvas) -> list[Layer]:
    """A crown of five points with stones that hold light."""
    top = [
        (-0.44, 0.46),
        (-0.30, 0.20),
        (-0.235, 0.56),
        (-0.12, 0.24),
        (0.0, 0.66),
        (0.12, 0.24),
        (0.235, 0.56),
        (0.30, 0.20),
        (0.44, 0.46),
    ]
    body = filled(c, np.array([(-0.34, 0.0), *top, (0.34, 0.0)]), 0.12)
    lower = oval(c, (0, 0.02), 0.345, 0.065)
    band = np.maximum(np.abs(c.y - 0.085 + 0.10 * (1 - (c.x / 0.36) ** 2)) - 0.052, np.abs(c.x) - 0.355)
    stones = [
        disc(c, (x, y), r)
        for x, y, r in (
            (0, 0.00, 0.036),
            (-0.17, 0.022, 0.026),
            (0.17, 0.022, 0.026),
            (-0.29, 0.055, 0.020),
            (0.29, 0.055, 0.020),
        )
    ]
    balls = [disc(c, p, 0.032) for p in ((-0.44, 0.475), (-0.235, 0.575), (0.0, 0.68), (0.235, 0.575), (0.44, 0.475))]
    filigree = np.exp(-np.clip(-body, 0, 1) / 0.02)
    return [
        Layer(join(body, lower, soft=0.02), brass(c, 5, 1.2), round=0.05, glow=(0.10 * filigree).astype(np.float32)),
        Layer(band, brass(c, 7, 1.3), round=0.03, glow=0.06),
        *[Layer(b, brass(c, 9, 1.3), round=0.03, glow=0.35) for b in balls],
        *[Layer(s, (0.40, 0.08, 0.06), round=0.03, glow=0.75) for s in stones],
    ]


def jar(c: Canvas) -> Painting:
    """A glass jar with a cork, for lights kept in it."""
    body = boxed(c, (0, 0.38), (0.28, 0.36), 0.11)
    neck = boxed(c, (0, 0.77), (0.205, 0.045), 0.02)
    glass = join(body, neck, soft=0.06)
    cork = boxed(c, (0, 0.87), (0.17, 0.065), 0.015)
    edge = np.exp(-np.clip(-glass, 0, 1) / 0.016)
    glint = np.exp(-(((c.x + 0.20) / 0.018) ** 2)) * np.exp(-(((c.y - 0.40) / 0.2) ** 2))
    inner = np.exp(-(c.x**2 + (c.y - 0.34) ** 2) / 0.05)
    return paint(
        c,
        [
            Layer(
                glass,
                (0.05, 0.06, 0.08),
                alpha=0.22,
                glow=(0.05 + 0.34 * edge + 0.35 * glint + 0.12 * inner).astype(np.float32),
                round=0.1,
            ),
            Layer(shell(oval(c, (0, 0.815), 0.205, 0.022), 0.008), GLOW3, glow=0.35, alpha=0.8),
            Layer(
                cork,
                np.asarray(
                    (0.5 + 0.7 * fbm(c.x * 18, c.y * 18, 4))[..., None] * np.array([0.26, 0.16, 0.085]), np.float32
                ),
                round=0.05,
            ),
            Layer(shell(oval(c, (0, 0.05), 0.23, 0.022), 0.006), GLOW3, glow=0.30, alpha=0.8),
        ],
    )


def bottle(c: Canvas) -> list[Layer]:
    """A bottle with a rolled letter in it."""
    outline = filled(
        c,
        spline(
            [
                (0.0, 0.02),
                (0.15, 0.03),
                (0.165, 0.10),
                (0.165, 0.46),
                (0.12, 0.60),
                (0.062, 0.68),
                (0.060, 0.86),
                (0.075, 0.90),
                (-0.075, 0.90),
                (-0.060, 0.86),
                (-0.062, 0.68),
                (-0.12, 0.60),
                (-0.165, 0.46),
                (-0.165, 0.10),
                (-0.15, 0.03),
            ],
            6,
        ),
    )
    edge = np.exp(-np.clip(-outline, 0, 1) / 0.013)
    glint = np.exp(-(((c.x + 0.10) / 0.012) ** 2)) * (c.y < 0.55)
    scroll = cone(c, (-0.035, 0.12), (0.045, 0.48), 0.055, 0.055)
    tie = np.maximum(np.abs((c.y - 0.30) - 0.22 * (c.x - 0.005)) - 0.014, scroll)
    cork = boxed(c, (0, 0.935), (0.052, 0.05), 0.01)
    return [
        Layer(scroll, (0.42, 0.34, 0.22), glow=0.42, round=0.05),
        Layer(tie, (0.3, 0.06, 0.05), glow=0.25, round=0.01),
        Layer(
            outline,
            (0.035, 0.075, 0.065),
            alpha=0.30,
            glow=(0.05 + 0.36 * edge + 0.30 * glint).astype(np.float32),
            round=0.09,
        ),
        Layer(cork, (0.24, 0.15, 0.08), round=0.03, glow=0.05),
    ]


def telephone(c: Canvas) -> list[Layer]:
    """An old telephone with a lit dial, its receiver on the cradle."""
    body = filled(
        c,
        spline(
            [
                (-0.36, 0.02),
                (0.36, 0.02),
                (0.36, 0.08),
                (0.24, 0.26),
                (0.17, 0.44),
                (-0.17, 0.44),
                (-0.24, 0.26),
                (-0.36, 0.08),
            ],
            6,
        ),
    )
    cradle = np.minimum(
        chain(c, [(-0.17, 0.43, 0.025), (-0.20, 0.52, 0.022)], 0),
        chain(c, [(0.17, 0.43, 0.025), (0.20, 0.52, 0.022)], 0),
    )
    bar = chain(
        c,
        [
            (*p, 0.045)
            for p in spline(
                [(-0.36, 0.55), (-0.2, 0.60), (0.0, 0.615), (0.2, 0.60), (0.36, 0.55)], 4, closed=False
            ).tolist()
        ],
        0.01,
    )
    ends = np.minimum(oval(c, (-0.385, 0.50), 0.085, 0.075, 0.3), oval(c, (0.385, 0.50), 0.085, 0.075, -0.3))
    a = np.arctan2(c.x, c.y - 0.22)
    dial = disc(c, (0, 0.22), 0.150)
    k = np.floor(a / (np.pi / 6) + 0.5) * (np.pi / 6)
    holes = np.hypot(c.x - 0.105 * np.sin(k), c.y - 0.22 - 0.105 * np.cos(k)) - 0.020
    black = (0.032, 0.028, 0.032)
    return [
        Layer(cradle, brass(c), round=0.02),
        Layer(body, black, round=0.10, glow=(0.05 * np.exp(-((c.y - 0.40) ** 2) / 0.004)).astype(np.float32)),
        Layer(
            join(bar, ends, soft=0.05),
            black,
            round=0.05,
            glow=(0.07 * np.exp(-((c.y - 0.63) ** 2) / 0.0008)).astype(np.float32),
        ),
        Layer(dial, brass(c), round=0.02, glow=(0.18 + 0.1 * np.cos(a * 2)).astype(np.float32)),
        Layer(holes, GLOW3, glow=0.92, round=0.02),
        Layer(disc(c, (0, 0.22), 0.062), (0.40, 0.33, 0.22), glow=0.50, round=0.02),
        Layer(shell(disc(c, (0, 0.22), 0.152), 0.004), brass(c), glow=0.45),
    ]


def shrouded(c: Canvas) -> list[Layer]:
    """Something small and dark, lying covered by a soft cloth; only its quiet outline, and flowers laid on it."""
    mound = filled(
        c,
        spline(
            [
                (-0.62, 0.0),
                (0.62, 0.0),
                (0.52, 0.05),
                (0.36, 0.13),
                (0.14, 0.19),
                (-0.10, 0.25),
                (-0.32, 0.22),
                (-0.48, 0.10),
            ],
            7,
        ),
    )
    fold = np.sin(c.x * 17 + 5 * np.sin(c.y * 5 + c.x * 2)) * 0.5 + 0.5
    drape = 0.35 + 0.65 * fold**2
    relief = np.asarray(0.012 * np.sin(c.x * 17 + 5 * np.sin(c.y * 5 + c.x * 2)), np.float32)
    layers = [
        Layer(
            mound,
            (0.10, 0.075, 0.085),
            round=0.14,
            relief=relief,
            glow=(0.10 * drape * np.exp(-((c.x + 0.05) ** 2) / 0.1)).astype(np.float32),
        )
    ]
    for x, y, s in ((-0.16, 0.245, 1.0), (0.02, 0.225, 0.8), (-0.28, 0.215, 0.7)):
        r, a = np.hypot(c.x - x, c.y - y), np.arctan2(c.y - y, c.x - x)
        layers.append(
            Layer(
                np.asarray(r - 0.062 * s * (0.62 + 0.38 * np.abs(np.cos(2.5 * a))), np.float32),
                (0.42, 0.36, 0.30),
                glow=0.34,
                round=0.03,
            )
        )
        layers.append(Layer(disc(c, (x, y), 0.018 * s), GLOW3, glow=0.9, round=0.02))
    return layers


def staff(c: Canvas) -> list[Layer]:
    """A sword at rest: sheathed, upright, wound with leaves, a small light in its pommel."""
    sheath = filled(c, spline([(-0.072, 0.66), (0.072, 0.66), (0.066, 0.22), (0.0, 0.02), (-0.066, 0.22)], 6))
    guard = chain(c, [(-0.21, 0.650, 0.024), (0.0, 0.69, 0.032), (0.21, 0.650, 0.024)], 0.02)
    grip = boxed(c, (0, 0.80), (0.030, 0.105), 0.01)
    pommel = disc(c, (0, 0.935), 0.050)
    y = np.linspace(0.08, 0.86, 60)
    vine = chain(c, [(0.080 * np.sin(v * 15) * (1 if v < 0.66 else 0.5), float(v), 0.007) for v in y], 0)
    leaves = []
    for k in range(9):
        v = 0.12 + 0.064 * k
        side = 1.0 if np.sin(v * 15) > 0 else -1.0
        x = 0.080 * np.sin(v * 15)
        leaves.append(oval(c, (x + side * 0.035, v + 0.012), 0.040, 0.016, side * 0.6))
    wire = 0.5 + 0.5 * np.sin(c.y * 160)
    return [
        Layer(
            sheath,
            (0.10, 0.062, 0.050),
            round=0.06,
            glow=(0.05 + 0.20 * np.exp(-np.clip(-sheath, 0, 1) / 0.010)).astype(np.float32),
        ),
        Layer(guard, brass(c), round=0.02),
        Layer(grip, (0.10, 0.07, 0.05), round=0.02, glow=(0.08 * wire).astype(np.float32)),
        Layer(pommel, GLOW3, round=0.04, glow=0.9),
        Layer(vine, (0.06, 0.09, 0.04), round=0.01, glow=0.06),
        Layer(np.minimum.reduce(leaves), (0.08, 0.14, 0.055), round=0.02, glow=0.13),
    ]
