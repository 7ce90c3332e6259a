"""Small creatures painted close, one painting a kind."""

from __future__ import annotations

import numpy as np

from dreamplayer.elements.creatures._shared.dragonhead import dragon_head
from dreamplayer.elements.creatures._shared.painted_cycle import PaintedCycle, lit_edge
from dreamplayer.elements.creatures._shared.winged import butterfly, dragonfly, feather
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.outline import spline, taper
from dreamplayer.kit.sdf import Canvas, Map, blob, chain, cone, disc, join, oval
from dreamplayer.kit.shapes import Layer, Painting

BAT_FRAMES = 32
"""More for wings that swing far: neighbours are blended, and far ones would show twice."""
_FAR = (0.55, 0.55, 0.62)


def _rabbit(c: Canvas, u: float) -> Painting:
    """Sitting, looking right; its ears turn and its nose works."""
    s = float(np.sin(2 * np.pi * u))
    body = spline([(-0.36, 0.08), (-0.40, 0.22), (-0.33, 0.38), (-0.18, 0.49), (0.00, 0.49), (0.12, 0.42), (0.17, 0.30),
                   (0.17, 0.16), (0.20, 0.03), (0.02, 0.0), (-0.25, 0.0)], 6)  # fmt: skip
    head = join(
        oval(c, (0.185, 0.555), 0.125, 0.108, 0.15), oval(c, (0.265, 0.515 + 0.004 * s), 0.072, 0.062), soft=0.03
    )
    neck = cone(c, (0.05, 0.42), (0.15, 0.52), 0.13, 0.10)

    def ear(lean: float, base: tuple[float, float]) -> Map:
        spine = spline(
            [base, (base[0] - 0.05 - lean * 0.4, base[1] + 0.16), (base[0] - 0.09 - lean, base[1] + 0.36)],
            6,
            closed=False,
        )
        return blob(c, taper(spine, (0.030, 0.050, 0.056, 0.044, 0.008)))

    haunch = oval(c, (-0.19, 0.20), 0.19, 0.185)
    foot = cone(c, (-0.24, 0.028), (0.00, 0.024), 0.034, 0.026)
    fore = chain(c, [(0.13, 0.24, 0.062), (0.155, 0.11, 0.040), (0.17, 0.030, 0.030), (0.215, 0.024, 0.024)], 0.03)
    fur = np.asarray(0.014 * (fbm(c.x * 42, c.y * 34, 3, 3) - 0.5), np.float32)
    return lit_edge(
        c,
        [
            Layer(ear(0.06 - 0.02 * s, (0.16, 0.63)), _FAR, round=0.025),
            Layer(disc(c, (-0.41, 0.15), 0.072) + 2 * fur, (1.6, 1.5, 1.4), round=0.04),
            Layer(join(blob(c, body), neck, head, soft=0.05) + fur, round=0.05),
            Layer(ear(-0.02 + 0.015 * s, (0.12, 0.63)), round=0.025),
            Layer(join(haunch + fur, foot, soft=0.03), round=0.06),
            Layer(fore, round=0.03),
            Layer(disc(c, (0.215, 0.580), 0.015), (0.02, 0.02, 0.02), glow=0.5),
        ],
        0.022,
    )


def _owl(c: Canvas, u: float) -> Painting:
    """Sitting on a branch, face to us; once a cycle it closes its eyes."""
    shut = float(np.exp(-(((u - 0.5) / 0.13) ** 2)))
    body = spline(
        [
            (0.0, 0.905),
            (0.10, 0.90),
            (0.205, 0.965),
            (0.225, 0.86),
            (0.265, 0.75),
            (0.250, 0.62),
            (0.285, 0.46),
            (0.270, 0.28),
            (0.17, 0.12),
            (0.06, 0.04),
            (0.0, 0.03),
            (-0.06, 0.04),
            (-0.17, 0.12),
            (-0.270, 0.28),
            (-0.285, 0.46),
            (-0.250, 0.62),
            (-0.265, 0.75),
            (-0.225, 0.86),
            (-0.205, 0.965),
            (-0.10, 0.90),
        ],
        6,
    )
    wing = [
        blob(
            c,
            spline(
                [
                    (s * 0.245, 0.60),
                    (s * 0.305, 0.48),
                    (s * 0.305, 0.30),
                    (s * 0.235, 0.10),
                    (s * 0.195, 0.22),
                    (s * 0.185, 0.42),
                ],
                6,
            ),
        )
        for s in (-1.0, 1.0)
    ]
    rows = (0.5 + 0.5 * np.sin(c.x * 62 + 3.14 * np.floor(c.y * 26))) * (np.mod(c.y * 26, 1.0))
    plumage = np.asarray(0.010 * rows * (c.y < 0.60), np.float32)
    discs = join(oval(c, (-0.105, 0.745), 0.128, 0.135, -0.2), oval(c, (0.105, 0.745), 0.128, 0.135, 0.2), soft=0.01)
    rays = np.asarray(0.15 + 0.10 * np.sin(np.arctan2(c.y - 0.745, np.abs(c.x) - 0.105) * 26), np.float32)
    tail = blob(c, spline([(-0.10, 0.10), (0.10, 0.10), (0.085, -0.16), (0.0, -0.19), (-0.085, -0.16)], 6))
    branch = chain(c, [(-0.62, 0.010, 0.032), (-0.2, 0.030, 0.038), (0.25, 0.015, 0.040), (0.62, 0.055, 0.026)], 0.02)
    twig = chain(c, [(0.40, 0.035, 0.022), (0.52, 0.13, 0.014), (0.58, 0.24, 0.006)], 0.01)
    layers = [
        Layer(tail, _FAR, round=0.03),
        Layer(blob(c, body), round=0.09, relief=plumage, glow=np.asarray(0.13 * rows * (c.y < 0.62), np.float32)),
        *[Layer(d, (0.75, 0.75, 0.8), round=0.04, relief=plumage) for d in wing],
        Layer(discs, (1.5, 1.4, 1.3), glow=rays * 0.5, round=0.05),
    ]
    for side in (-1.0, 1.0):
        x = 0.098 * side
        eye = disc(c, (x, 0.755), 0.062)
        away = np.hypot(c.x - x, c.y - 0.755)
        iris = 0.55 + 0.45 * np.exp(-(((away - 0.045) / 0.012) ** 2))
        layers.append(Layer(eye, (0.8, 0.5, 0.1), glow=np.asarray(iris, np.float32)))
        layers.append(Layer(disc(c, (x, 0.755), 0.034), (0.01, 0.01, 0.01)))
        layers.append(Layer(disc(c, (x + 0.012, 0.770), 0.009), (1, 1, 1), glow=0.6))
        lid = np.maximum(eye - 0.006, (c.y - 0.755) * -1.0 + 0.068 - 0.045 - 0.105 * shut)
        layers.append(Layer(np.asarray(lid, np.float32), (1.2, 1.1, 1.0), glow=0.20, round=0.02))
    layers.append(
        Layer(
            blob(c, spline([(-0.028, 0.715), (0.028, 0.715), (0.010, 0.655), (0.0, 0.635), (-0.010, 0.655)], 4)),
            (0.9, 0.6, 0.3),
            glow=0.15,
            round=0.02,
        )
    )
    # Its branch comes out of the dark and goes back into it.
    seen = np.asarray(smooth(np.abs(c.x), 0.62, 0.28), np.float32)
    layers.append(Layer(join(branch, twig, soft=0.02), (0.8, 0.7, 0.6), alpha=seen, round=0.03))
    for x in (-0.11, -0.075, 0.075, 0.11):
        layers.append(Layer(cone(c, (x, 0.075), (x, 0.010), 0.018, 0.014), (0.9, 0.7, 0.5), round=0.015))
    return lit_edge(c, layers, 0.020)


def _bat(c: Canvas, u: float) -> Painting:
    """From before: ears, a small furry body, two scalloped wings that beat."""
    lift = float(np.cos(2 * np.pi * u))
    tip = float(np.cos(2 * np.pi * u - 0.8))
    layers: list[Layer] = []
    for side in (-1.0, 1.0):

        def p(x: float, y: float, up: float, s: float = side) -> tuple[float, float]:
            reach = 1.0 - 0.12 * abs(lift)
            return s * x * reach, y + up * (0.50 * lift * (x / 0.9) + 0.20 * tip * (x / 0.9) ** 2)

        wrist, end = p(0.42, 0.20, 1.0), p(0.98, 0.05, 1.0)
        a, b = p(0.72, -0.24, 0.85), p(0.42, -0.30, 0.7)
        outline = [
            p(0.05, 0.10, 0.2),
            p(0.22, 0.13, 0.6),
            wrist,
            wrist,
            p(0.72, 0.16, 1.05),
            end,
            end,
            p(0.80, -0.06, 0.95),
            a,
            a,
            p(0.58, -0.17, 0.8),
            b,
            b,
            p(0.26, -0.17, 0.5),
            p(0.08, -0.24, 0.3),
            p(0.08, -0.24, 0.3),
            p(0.04, -0.05, 0.1),
        ]
        bones = [cone(c, wrist, q, 0.010, 0.004) for q in (end, a, b)]
        bone = join(cone(c, p(0.05, 0.08, 0.2), wrist, 0.018, 0.013), *bones, soft=0.0)
        skin = np.asarray(0.02 * np.exp(-np.abs(bone) / 0.012), np.float32)
        panel = blob(c, spline(outline, 5))
        # Light behind it comes through the thin skin towards the hem.
        through = np.asarray(0.10 * np.exp(np.minimum(panel, 0) / 0.05) * (c.y < wrist[1]), np.float32)
        layers.append(Layer(panel, (0.9, 0.85, 0.9), glow=through, round=0.03, relief=skin, alpha=0.92))
        layers.append(Layer(bone, glow=0.30, round=0.012))
    y = 0.03 * lift
    body = join(oval(c, (0, -0.06 + y), 0.080, 0.150), disc(c, (0, 0.13 + y), 0.078), soft=0.03)
    ears = [
        blob(
            c,
            spline(
                [
                    (s * 0.015, 0.17 + y),
                    (s * 0.020, 0.235 + y),
                    (s * 0.060, 0.315 + y),
                    (s * 0.060, 0.315 + y),
                    (s * 0.090, 0.22 + y),
                    (s * 0.075, 0.14 + y),
                ],
                4,
            ),
        )
        for s in (-1.0, 1.0)
    ]
    fur = np.asarray(0.010 * (fbm(c.x * 40, c.y * 40, 5, 3) - 0.5), np.float32)
    layers += [Layer(e, round=0.02) for e in ears]
    layers.append(Layer(body + fur, round=0.05))
    layers += [Layer(disc(c, (s * 0.028, 0.145 + y), 0.011), (0.1, 0.1, 0.1), glow=0.55) for s in (-1.0, 1.0)]
    return lit_edge(c, layers, 0.02)


RABBIT_CYCLE = PaintedCycle("tiny/rabbit", (-0.54, -0.05, 0.42, 1.06), 176, _rabbit)
OWL_CYCLE = PaintedCycle("tiny/owl", (-0.66, -0.24, 0.66, 1.04), 224, _owl)
BAT_CYCLE = PaintedCycle("tiny/bat", (-1.06, -0.86, 1.06, 0.92), 140, _bat, BAT_FRAMES)
BUTTERFLY_CYCLE = PaintedCycle("tiny/butterfly", (-0.76, -0.60, 0.76, 0.84), 150, butterfly)
DRAGONFLY_CYCLE = PaintedCycle("tiny/dragonfly", (-0.72, -0.60, 0.46, 0.68), 150, dragonfly)
FEATHER_CYCLE = PaintedCycle("tiny/feather", (-0.26, -0.56, 0.26, 0.56), 176, feather)
DRAGON_HEAD_CYCLE = PaintedCycle("tiny/dragon-head", (-0.66, -0.46, 0.62, 0.54), 208, dragon_head)
