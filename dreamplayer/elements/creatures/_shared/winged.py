"""Small winged things: a butterfly, a dragonfly, and a feather that fell."""

from __future__ import annotations

import numpy as np

from dreamplayer.elements.creatures._shared.painted_cycle import lit_edge
from dreamplayer.kit.outline import spline, taper
from dreamplayer.kit.sdf import Canvas, blob, chain, cone, disc, join, oval, tube
from dreamplayer.kit.shapes import Layer, Painting


def butterfly(c: Canvas, u: float) -> Painting:
    """From above, a little turned: wings fold and open."""
    beat = float(0.5 - 0.5 * np.cos(2 * np.pi * u)) ** 1.7
    layers: list[Layer] = []
    shine = np.zeros_like(c.x)
    for side, squash in ((-1.0, 1.0 - 0.86 * beat), (1.0, 1.0 - 0.70 * beat)):
        lift = 0.18 * beat

        def w(x: float, y: float, s: float = side, k: float = squash, up: float = lift) -> tuple[float, float]:
            return s * x * k, y + x * up

        fore = spline([w(0.02, 0.10), w(0.12, 0.32), w(0.34, 0.54), w(0.58, 0.62), w(0.66, 0.54), w(0.60, 0.36),
                       w(0.50, 0.18), w(0.40, 0.06), w(0.20, 0.00), w(0.03, 0.02)], 6)  # fmt: skip
        hind = spline([w(0.03, 0.03), w(0.22, 0.01), w(0.42, -0.02), w(0.50, -0.16), w(0.43, -0.32), w(0.33, -0.38),
                       w(0.28, -0.52), w(0.24, -0.37), w(0.13, -0.28), w(0.05, -0.14)], 6)  # fmt: skip
        for outline in (hind, fore):
            d = blob(c, outline)
            inside = np.clip(0.5 - d / 0.008, 0, 1)
            reach = np.hypot(c.x / max(squash, 0.12), c.y - 0.03)
            angle = np.arctan2(c.y - 0.03, np.abs(c.x) / max(squash, 0.12) + 1e-3)
            veins = np.exp(-((np.sin(angle * 7.5) / 0.16) ** 2)) * np.clip((reach - 0.08) / 0.1, 0, 1)
            border = np.exp(np.minimum(d, 0) / 0.030)
            spots = np.exp(-((np.sin(angle * 9) ** 2 + ((d + 0.040) / 0.012) ** 2) * 1.2))
            field = 0.20 + 0.55 * np.exp(-reach * 2.2)
            pattern = field * (1 - 0.75 * veins) * (1 - 0.8 * border) + 0.75 * spots
            glow = np.asarray(np.clip(pattern, 0, 1) * inside, np.float32)
            shine = shine * (1 - inside) + glow
            layers.append(Layer(d, (1.0, 0.9, 0.8), glow=glow, round=0.02, alpha=0.9))
    body = join(cone(c, (0, 0.14), (0, -0.20), 0.026, 0.012), disc(c, (0, 0.17), 0.030), soft=0.02)
    feelers = [
        tube(c, [(s * 0.010, 0.19, 0.007), (s * 0.06, 0.32, 0.005), (s * 0.13, 0.40, 0.010)]) for s in (-1.0, 1.0)
    ]
    layers += [Layer(f, (0.6, 0.6, 0.6), glow=0.1) for f in feelers]
    layers.append(Layer(body, (0.4, 0.4, 0.45), round=0.02))
    return lit_edge(c, layers, 0.014)


def dragonfly(c: Canvas, u: float) -> Painting:
    """From above and beside: a thin tail in rings, two pairs of clear wings."""
    beat = 0.08 * float(np.sin(2 * np.pi * u))
    layers: list[Layer] = []
    for k, (root, turn, long) in enumerate(
        ((0.20, 2.05 + beat, 0.60), (0.14, 2.45 - beat, 0.56), (0.20, -1.75 - beat, 0.50), (0.14, -2.15 + beat, 0.48))
    ):
        tip = (root + long * np.cos(turn), 0.02 + long * np.sin(turn))
        middle = (root + 0.5 * long * np.cos(turn - 0.08), 0.02 + 0.5 * long * np.sin(turn - 0.08))
        spine = spline([(root, 0.02), middle, tip], 8, closed=False)
        d = blob(c, taper(spine, (0.018, 0.050, 0.068, 0.066, 0.028)), 0.1)
        inside = np.clip(0.5 - d / 0.006, 0, 1)
        net = np.abs(np.sin(c.x * 70 + c.y * 20)) * np.abs(np.sin(c.y * 60 - c.x * 30))
        glow = (0.50 * np.exp(-np.abs(d) / 0.006) + 0.16 * np.exp(-net / 0.16) + 0.07) * inside
        layers.append(Layer(d, (0.7, 0.8, 0.9), glow=np.asarray(glow, np.float32), alpha=0.30 if k < 2 else 0.40))
    joints = [(0.10 - 0.085 * k, 0.015 - 0.004 * k * k * 0.35, 0.024 - 0.0013 * k) for k in range(9)]
    rings = np.asarray(0.006 * np.sin(c.x * 74), np.float32)
    layers += [
        Layer(join(chain(c, joints, 0.01), cone(c, (0.10, 0.015), (0.24, 0.035), 0.055, 0.058), soft=0.02), round=0.03,
              relief=rings),
        Layer(disc(c, (0.315, 0.045), 0.050), (0.8, 0.8, 0.8), round=0.04),
        Layer(oval(c, (0.335, 0.062), 0.032, 0.036), (0.6, 0.9, 0.8), glow=0.35, round=0.03),
    ]  # fmt: skip
    return lit_edge(c, layers, 0.014)


def feather(c: Canvas, u: float) -> Painting:
    """A quill, its vane a little parted, curved; through the frames it rolls on its axis."""
    roll = float(np.cos(2 * np.pi * u))
    wide = 0.45 + 0.55 * abs(roll)
    spine = spline([(-0.03, -0.50), (0.0, -0.30), (0.03, 0.0), (0.02, 0.28), (-0.06, 0.50)], 10, closed=False)
    left = np.interp(
        np.linspace(0, 1, len(spine)), (0, 0.22, 0.27, 0.5, 0.8, 0.95, 1), (0, 0.0, 0.06, 0.105, 0.085, 0.04, 0.004)
    )
    right = np.interp(
        np.linspace(0, 1, len(spine)), (0, 0.2, 0.26, 0.5, 0.8, 0.95, 1), (0, 0.0, 0.09, 0.135, 0.10, 0.045, 0.004)
    )
    along = np.gradient(spine, axis=0)
    along /= np.hypot(along[:, :1], along[:, 1:])
    side = np.stack([along[:, 1], -along[:, 0]], 1)
    outline = np.vstack([spine + side * (right * wide)[:, None], (spine - side * (left * wide)[:, None])[::-1]])
    d = blob(c, outline)
    x = c.x - np.interp(c.y, spine[:, 1], spine[:, 0])
    barbs = np.sin((c.y - 1.15 * np.abs(x)) * 150) * 0.5 + 0.5
    split = np.exp(-(((c.y - 0.9 * np.abs(x) - 0.05) / 0.012) ** 2)) * (x > 0.02) + np.exp(
        -(((c.y - np.abs(x) + 0.14) / 0.010) ** 2)
    ) * (x < -0.02)
    d = np.asarray(d + 0.03 * split, np.float32)
    quill = blob(c, taper(spine, (0.008, 0.010, 0.008, 0.005, 0.002)), 0.05)
    inside = np.clip(0.5 - d / 0.008, 0, 1)
    glow = (0.28 + 0.30 * barbs) * inside * (0.6 + 0.4 * np.clip(0.5 - c.y, 0, 1))
    return lit_edge(
        c,
        [
            Layer(
                d,
                glow=np.asarray(glow, np.float32),
                round=0.02,
                alpha=0.9,
                relief=np.asarray(0.003 * barbs, np.float32),
            ),
            Layer(quill, (1.1, 1.0, 0.9), glow=0.75),
        ],
        0.02,
    )
