"""Dancers, giants, statues and shadows: people painted for one part each."""

from __future__ import annotations

from functools import cache

import numpy as np

from dreamplayer.drawing.body import HAIR, SKIN, cloth, hand, head_back, limb
from dreamplayer.drawing.dressed import coat_back, gown_back
from dreamplayer.drawing.figure import Pose
from dreamplayer.drawing.painted import on
from dreamplayer.drawing.primitives import Array, Shape
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.outline import mirrored, spline
from dreamplayer.kit.sdf import Canvas, blob, canvas, disc, join
from dreamplayer.kit.shapes import Layer, Painting, blur, edge_glow, frames, over, paint, painting

DANCE = 30
"""Frames of one turn of the dancer."""


def _dancer(c: Canvas, u: float) -> Painting:
    a = 2 * np.pi * u
    swing = 0.035 * np.sin(a)
    low = []
    for k in range(13):
        f = -1 + 2 * k / 12
        x = 0.335 * f * (1 - 0.06 * np.cos(a)) + 0.04 * np.sin(a)
        y = 0.125 + 0.030 * np.sin(7.0 * f + 2 * a) + 0.085 * f * f + 0.02 * f * np.sin(a)
        low.append((x, y))
    right = [
        (0.022, 0.826),
        (0.060, 0.806),
        (0.074, 0.770),
        (0.062, 0.700),
        (0.043, 0.632),
        (0.052, 0.585),
        (0.095, 0.50),
        (0.170, 0.38),
        (0.265, 0.27),
    ]
    left = [(-x, y) for x, y in reversed(right)]
    skirt = cloth(c, [*right, *reversed(low), *left], axis=(0.0, swing), folds=6.0, depth=0.007, top=0.60, seed=2 * a)
    arms = []
    for k, (psi, rise) in enumerate(((a + 0.5, 0.20), (a + np.pi + 0.5, 0.02))):
        x, deep = float(np.cos(psi)), float(np.sin(psi))
        shoulder = (0.066 * x, 0.785)
        elbow = (0.185 * x, 0.800 + 0.45 * rise + 0.012 * deep)
        wrist = (0.270 * x - 0.03 * np.sign(x) * rise * 4, 0.845 + rise * 0.9 + 0.02 * deep)
        turn = float(np.arctan2(wrist[1] - elbow[1], wrist[0] - elbow[0]))
        parts = [
            hand(c, (float(wrist[0]), float(wrist[1])), turn, 0.062, 0.2),
            limb(c, [(*shoulder, 0.022), (*elbow, 0.019), (float(wrist[0]), float(wrist[1]), 0.012)]),
        ]
        arms.append((deep, parts))
        del k
    feet = limb(
        c,
        [(0.006, 0.24, 0.034), (0.010 + 0.01 * np.cos(a), 0.10, 0.021), (0.012, 0.012, 0.011), (0.022, 0.002, 0.009)],
        colour=SKIN,
    )
    raised = limb(
        c, [(0.0, 0.24, 0.032), (0.07 * np.cos(a), 0.13, 0.021), (0.035 * np.cos(a), 0.060, 0.011)], colour=SKIN
    )
    head = [*head_back(c, (0.004 * np.cos(a), 0.914), 0.122)[-1:],
            Layer(disc(c, (-0.012 * np.cos(a), 0.985), 0.026), HAIR, round=0.016)]  # fmt: skip
    face = Layer(
        join(disc(c, (0.006 * np.cos(a), 0.905), 0.044), disc(c, (0.008 * np.cos(a), 0.880), 0.030), soft=0.02),
        SKIN,
        round=0.016,
    )
    behind = [p for deep, parts in arms if deep >= 0 for p in parts]
    before = [p for deep, parts in arms if deep < 0 for p in parts]
    layers = [
        *behind,
        raised,
        feet,
        limb(c, [(0, 0.875, 0.018), (0, 0.815, 0.024)], colour=SKIN),
        face,
        *head,
        skirt,
        *before,
    ]
    out = paint(c, layers)
    whole = np.minimum.reduce([layer.distance for layer in layers])
    out[..., 7] = edge_glow(c, whole, 0.016) * out[..., 3]
    return out


@cache
def dancer_pose() -> Pose:
    """A dancer turning once through `DANCE` frames."""
    box = (-0.40, -0.04, 0.40, 1.16)

    def painted() -> Array:
        c = canvas(*box, 200)
        return frames([_dancer(c, k / DANCE) for k in range(DANCE)])

    c = canvas(*box, 8)
    return Pose(on(c, "stately/dancer", painted), c.height)


@cache
def statue_pose() -> Pose:
    """A robed statue on a plinth; frames 1 and 2 show fine glowing cracks."""
    base = 0.34
    box = (-0.30, -0.04, 0.30, 1.36)

    def painted() -> Array:
        c = canvas(*box, 320)
        up = canvas(box[0], box[1] - base, box[2], box[3] - base, 320)
        plinth = [
            Layer(
                blob(c, spline([(-0.20, 0.0)] * 2 + [(0.20, 0.0)] * 2 + [(0.20, 0.055)] * 2 + [(-0.20, 0.055)] * 2, 2)),
                round=0.012,
            ),
            Layer(
                blob(
                    c,
                    spline([(-0.165, 0.05)] * 2 + [(0.165, 0.05)] * 2 + [(0.155, 0.29)] * 2 + [(-0.155, 0.29)] * 2, 2),
                ),
                round=0.012,
            ),
            Layer(
                blob(
                    c,
                    spline(
                        [(-0.195, 0.285)] * 2 + [(0.195, 0.285)] * 2 + [(0.195, 0.338)] * 2 + [(-0.195, 0.338)] * 2, 2
                    ),
                ),
                round=0.012,
            ),
        ]
        robe = gown_back(up, 0.0, 0.98, arms=False)[:-1]
        arms = [
            limb(up, [(-0.078, 0.785, 0.030), (-0.112, 0.640, 0.030), (-0.010, 0.600, 0.020)]),
            limb(up, [(0.078, 0.785, 0.030), (0.112, 0.640, 0.030), (0.010, 0.612, 0.020)]),
            hand(up, (-0.014, 0.600), 0.15, 0.058),
            hand(up, (0.014, 0.612), 2.95, 0.058),
        ]
        hood = spline(
            mirrored([(0.0, 0.992), (0.040, 0.980), (0.066, 0.935), (0.071, 0.880), (0.080, 0.840), (0.104, 0.795),
                      (0.100, 0.735), (0.060, 0.720), (0.0, 0.735)]), 6,
        )  # fmt: skip
        face = join(disc(up, (0.0, 0.912), 0.043), disc(up, (0.0, 0.880), 0.032), soft=0.03)
        person = [*robe, *arms, Layer(blob(up, hood), round=0.03), Layer(face, round=0.03)]
        pale = [Layer(p.distance, (1.0, 0.97, 0.93), p.glow, p.alpha, p.round, p.relief, p.soft) for p in (*person,)]
        image = over(paint(c, plinth, 0.5), paint(up, pale, 0.6))
        grain = 0.80 + 0.35 * fbm(c.x * 22, c.y * 22, 6, 4)
        image[..., :3] *= grain[..., None]
        seam = np.abs(fbm(c.x * 6.5 + 0.3 * fbm(c.x * 9, c.y * 9, 2, 3), c.y * 5.0, 12, 3) - 0.5)
        crack = np.exp(-seam * 130.0) * image[..., 3]
        out = []
        for much in (0.0, 0.5, 1.0):
            shown = image.copy()
            shown[..., :3] *= (1 - 0.8 * np.clip(crack * 2 * much, 0, 1))[..., None]
            shown[..., 7] = crack * much * np.clip(0.35 + much * 1.2 - np.hypot(c.x, c.y - 0.98) * 0.9, 0, 1)
            out.append(shown)
        return frames(out)

    c = canvas(*box, 8)
    return Pose(on(c, "stately/statue", painted), c.height)


@cache
def shade_shape() -> Shape:
    """A soft dark figure whose outline wavers like smoke through six frames."""
    box = (-0.34, -0.06, 0.34, 1.10)

    def painted() -> Array:
        c = canvas(*box, 176)
        out = []
        for k in range(6):
            a = 2 * np.pi * k / 6
            d = np.minimum.reduce([layer.distance for layer in coat_back(c)])
            smoke = fbm(c.x * 7 + 1.2 * np.cos(a) + 9, c.y * 6 + 1.2 * np.sin(a), 4, 3) - 0.5
            soft = 0.012 + 0.05 * np.clip(1.0 - c.y / 0.55, 0, 1)
            alpha = np.clip(0.5 - (d + 0.07 * smoke * np.clip(1.15 - c.y, 0.3, 1)) / soft, 0, 1)
            alpha = blur((alpha * np.clip((c.y + 0.05) / 0.12, 0, 1)).astype(np.float32), 1.5)
            out.append(painting(c, (0, 0, 0), alpha))
        return frames(out)

    return on(canvas(*box, 8), "stately/shade", painted)
