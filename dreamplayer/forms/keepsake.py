"""Small things one keeps: clock, key, hourglass, compass, crown, jar, umbrella, telephone and more."""

from __future__ import annotations

import numpy as np

from dreamplayer.forms.form import Array
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.outline import spline
from dreamplayer.kit.sdf import Canvas, Map, both, chain, cone, disc, join, oval, shell
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
    filigree = 0.5 + 0.5 * np.sin(c.x * 46) * np.sin(c.y * 40)
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


def umbrella(c: Canvas) -> list[Layer]:
    """An open umbrella, lit from beneath, its ribs thin."""
    dome = np.maximum(oval(c, (0, 0.50), 0.50, 0.46), 0.52 - c.y + 0.045 * np.abs(np.sin(c.x * 12.6)))
    u = c.x / np.sqrt(np.clip(1 - ((c.y - 0.50) / 0.46) ** 2, 0.02, 1)) / 0.5
    ribs = np.exp(-((np.minimum.reduce([np.abs(u - k) for k in (-0.98, -0.66, -0.26, 0.26, 0.66, 0.98)]) / 0.02) ** 2))
    panel = 0.75 + 0.25 * np.cos(u * 9.4)
    glow = (0.10 + 0.38 * np.exp(-((c.y - 0.50) / 0.20).clip(0))) * panel * (1 - 0.5 * ribs)
    stick = chain(c, [(0, 0.98, 0.010), (0, 0.08, 0.012)], 0)
    hook = both(shell(disc(c, (-0.055, 0.08), 0.055), 0.014), c.y - 0.08)
    return [
        Layer(stick, (0.12, 0.07, 0.04), round=0.012),
        Layer(hook, (0.18, 0.10, 0.05), round=0.014, glow=0.08),
        Layer(dome, (0.26, 0.05, 0.05), round=0.2, glow=glow.astype(np.float32)),
        Layer(chain(c, [(0, 0.95, 0.012), (0, 1.01, 0.006)], 0), brass(c), round=0.01, glow=0.2),
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
    sheath = filled(c, spline([(-0.045, 0.66), (0.045, 0.66), (0.040, 0.20), (0.0, 0.02), (-0.040, 0.20)], 6))
    guard = chain(c, [(-0.17, 0.665, 0.016), (0.0, 0.69, 0.026), (0.17, 0.665, 0.016)], 0.02)
    grip = boxed(c, (0, 0.80), (0.022, 0.105), 0.01)
    pommel = disc(c, (0, 0.935), 0.042)
    y = np.linspace(0.08, 0.86, 60)
    vine = chain(c, [(0.060 * np.sin(v * 21) * (1 if v < 0.7 else 0.6), float(v), 0.007) for v in y], 0)
    leaves = []
    for k in range(15):
        v = 0.10 + 0.052 * k
        side = 1.0 if np.sin(v * 21) > 0 else -1.0
        x = 0.060 * np.sin(v * 21)
        leaves.append(oval(c, (x + side * 0.035, v + 0.012), 0.040, 0.016, side * 0.6))
    wire = 0.5 + 0.5 * np.sin(c.y * 160)
    return [
        Layer(
            sheath,
            (0.075, 0.055, 0.045),
            round=0.04,
            glow=(0.10 * np.exp(-((c.x + 0.015) ** 2) / 0.0001)).astype(np.float32),
        ),
        Layer(guard, brass(c), round=0.02),
        Layer(grip, (0.10, 0.07, 0.05), round=0.02, glow=(0.08 * wire).astype(np.float32)),
        Layer(pommel, GLOW3, round=0.04, glow=0.9),
        Layer(vine, (0.06, 0.09, 0.04), round=0.01, glow=0.06),
        Layer(np.minimum.reduce(leaves), (0.08, 0.14, 0.055), round=0.02, glow=0.13),
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


def balloon(c: Canvas) -> list[Layer]:
    """A hot-air balloon: a striped envelope lit by its flame, ropes, a small basket."""
    body = filled(
        c,
        spline(
            [
                (0.0, 1.0),
                (0.22, 0.965),
                (0.345, 0.82),
                (0.34, 0.64),
                (0.22, 0.44),
                (0.075, 0.28),
                (-0.075, 0.28),
                (-0.22, 0.44),
                (-0.34, 0.64),
                (-0.345, 0.82),
                (-0.22, 0.965),
            ],
            7,
        ),
    )
    half = np.interp(c.y, [0.28, 0.44, 0.64, 0.82, 0.965, 1.0], [0.075, 0.22, 0.34, 0.345, 0.22, 0.02])
    u = np.clip(c.x / np.maximum(half, 0.02), -0.999, 0.999)
    a = np.arcsin(u) / (np.pi / 2)
    gore = np.mod(a * 4.0 + 0.5, 1.0)
    seam = np.exp(-((np.minimum(gore, 1 - gore) / 0.045) ** 2))
    stripe = np.mod(np.floor(a * 4.0 + 0.5), 2)
    band = np.abs(c.y - 0.70 + 0.03 * np.sqrt(1 - u * u)) < 0.055
    light = 0.14 + 0.72 * np.exp(-((c.y - 0.30) / 0.30).clip(0) - (c.x / 0.28) ** 2 * 0.5)
    round_ = 0.45 + 0.55 * np.sqrt(np.clip(1 - u * u, 0, 1))
    tone = np.where(band, 1.10, np.where(stripe > 0.5, 0.95, 0.62))
    colour = (
        np.where((stripe > 0.5)[..., None], np.array([0.34, 0.20, 0.08]), np.array([0.24, 0.06, 0.05]))
        * round_[..., None]
    )
    ropes = np.minimum.reduce(
        [chain(c, [(s * 0.072, 0.285, 0.003), (s * 0.052, 0.125, 0.003)], 0) for s in (-1, -0.35, 0.35, 1)]
    )
    basket = boxed(c, (0, 0.065), (0.060, 0.058), 0.015)
    weave = np.abs(np.sin(c.y * 190)) * 0.5 + np.abs(np.sin(c.x * 150)) * 0.5
    return [
        Layer(ropes, (0.2, 0.14, 0.08), glow=0.20),
        Layer(
            basket,
            np.asarray((0.4 + 0.8 * weave)[..., None] * np.array([0.22, 0.13, 0.06]), np.float32),
            round=0.04,
            glow=(0.18 * np.exp(-((0.12 - c.y) / 0.03).clip(0))).astype(np.float32),
        ),
        Layer(disc(c, (0, 0.205), 0.020), GLOW3, glow=1.0),
        Layer(
            body,
            colour.astype(np.float32),
            round=0.25,
            glow=(light * tone * round_ * (1 - 0.4 * seam)).astype(np.float32),
        ),
    ]


def kite(c: Canvas) -> list[Layer]:
    """A diamond kite of thin paper, light through it, two spars."""
    body = filled(c, np.array([(0.0, 1.0), (0.33, 0.62), (0.0, 0.0), (-0.33, 0.62)]))
    spar = np.minimum(np.abs(c.x) - 0.006, np.maximum(np.abs(c.y - 0.62) - 0.006, np.abs(c.x) - 0.33))
    quarter = (np.sign(c.x) * np.sign(c.y - 0.62)) > 0
    tone = np.where(quarter, 1.0, 0.55)
    colour = np.where(quarter[..., None], np.array([0.40, 0.14, 0.07]), np.array([0.36, 0.28, 0.16]))
    light = (0.20 + 0.32 * np.exp(-(c.x**2 + (c.y - 0.58) ** 2) / 0.06)) * tone
    return [
        Layer(body, colour.astype(np.float32), glow=light.astype(np.float32), round=0.3),
        Layer(np.maximum(spar, body), (0.08, 0.05, 0.03), glow=0.03),
    ]
