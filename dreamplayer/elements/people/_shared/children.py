"""Children: large heads (a fifth of the height), tunics, tousled hair, bare legs; one carries a lantern."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.people.body import CLOTH, HAIR, SKIN, cloth, fold, hand, limb
from dreamplayer.kit.outline import bend, moved, spline
from dreamplayer.kit.sdf import Canvas, Map, blob, cone, join, oval
from dreamplayer.kit.shapes import Layer

CHILD_METRES = 1.12
"""A child's height."""
LANTERN = (0.285, 0.420)
"""Where the middle of the carried lantern hangs, in child heights from the feet."""
_PROFILE = (
    (0.05, 0.46), (0.26, 0.40), (0.37, 0.25), (0.385, 0.10), (0.37, 0.0), (0.415, -0.075), (0.375, -0.125),
    (0.392, -0.19), (0.372, -0.25), (0.382, -0.31), (0.32, -0.40), (0.18, -0.43), (0.0, -0.38), (-0.2, -0.32),
    (-0.40, -0.10), (-0.42, 0.18), (-0.24, 0.42),
)  # fmt: skip
"""A child's face and skull seen from the side, looking right, in heights of the head about its middle."""
_PROFILE_HAIR = (
    (0.37, 0.22), (0.36, 0.36), (0.24, 0.47), (0.04, 0.52), (-0.18, 0.50), (-0.36, 0.38), (-0.46, 0.18),
    (-0.47, -0.06), (-0.43, -0.26), (-0.30, -0.36), (-0.16, -0.32), (-0.05, -0.22), (0.0, -0.06), (0.06, 0.12),
    (0.20, 0.20),
)  # fmt: skip
"""The hair over that profile, in the same measure."""


def _tufts(c: Canvas, at: tuple[float, float], size: float, angles: tuple[float, ...]) -> Map:
    """A few locks that stand off a round head: angle from the right, counter-clockwise."""
    x, y = at

    def lock(angle: float) -> Map:
        inner, outer, lean = 0.36 * size, 0.56 * size, angle + 0.28
        return cone(
            c,
            (x + inner * float(np.cos(angle)), y + inner * float(np.sin(angle))),
            (x + outer * float(np.cos(lean)), y + outer * float(np.sin(lean))),
            0.16 * size,
            0.02 * size,
        )

    return join(*(lock(angle) for angle in angles), soft=0.02)


def _legs(c: Canvas) -> list[Layer]:
    legs = []
    for side in (-1.0, 1.0):
        shin = limb(
            c, [(side * 0.050, 0.32, 0.040), (side * 0.054, 0.16, 0.028), (side * 0.056, 0.035, 0.021)], colour=SKIN
        )
        foot = cone(c, (side * 0.058, 0.020), (side * 0.084, 0.014), 0.024, 0.017)
        legs.append(Layer(join(shin.distance, foot, soft=0.015), SKIN, round=0.014))
    return legs


def _tunic(c: Canvas) -> Layer:
    outline = [
        (0.0, 0.752), (0.050, 0.742), (0.098, 0.715), (0.110, 0.66), (0.104, 0.54), (0.118, 0.42), (0.150, 0.275),
        (0.10, 0.262), (0.04, 0.276), (-0.02, 0.264), (-0.08, 0.276), (-0.148, 0.268), (-0.120, 0.42), (-0.104, 0.54),
        (-0.110, 0.66), (-0.098, 0.715), (-0.050, 0.742),
    ]  # fmt: skip
    d = blob(c, spline(outline, 6))
    return Layer(d, CLOTH, round=0.02, relief=fold(c, (0, 0), 5.0, 0.004, 0.62, 0.3))


def back(c: Canvas, lantern: bool = False) -> list[Layer]:
    """Seen from behind; with a lantern the right arm is held out and it hangs from the hand."""
    layers = [
        *_legs(c),
        limb(c, [(0, 0.80, 0.032), (0, 0.73, 0.040)], colour=SKIN),
        hand(c, (-0.123, 0.428), -1.5, 0.062),
        limb(c, [(-0.082, 0.690, 0.032), (-0.116, 0.560, 0.029), (-0.122, 0.440, 0.022)]),
        _tunic(c),
    ]
    if lantern:
        layers += [
            *lamp(c, LANTERN, 0.105),
            hand(c, (0.266, 0.552), -0.55, 0.058),
            limb(c, [(0.082, 0.690, 0.033), (0.165, 0.590, 0.031), (0.268, 0.556, 0.022)]),
        ]
    else:
        layers += [
            hand(c, (0.123, 0.428), -1.64, 0.062),
            limb(c, [(0.082, 0.690, 0.032), (0.116, 0.560, 0.029), (0.122, 0.440, 0.022)]),
        ]
    head = join(oval(c, (0, 0.858), 0.094, 0.106), cone(c, (0, 0.85), (0, 0.785), 0.084, 0.060), soft=0.02)
    hair = join(
        oval(c, (0.004, 0.874), 0.102, 0.104),
        oval(c, (0.0, 0.830), 0.092, 0.062),
        _tufts(c, (0.0, 0.868), 0.215, (0.15, 0.95, 1.65, 2.45, 3.15)),
        soft=0.015,
    )
    return [*layers, Layer(head, SKIN, round=0.016), Layer(hair, HAIR, round=0.016)]


def lamp(c: Canvas, at: tuple[float, float], size: float) -> list[Layer]:
    """A small lantern: ring, cap, glass that shines, base; `size` is its height."""
    x, y = at
    u, v = (c.x - x) / size, (c.y - y) / size
    light = np.exp(-((u * 2.2) ** 2 + ((v + 0.10) * 1.7) ** 2) * 2.2)
    metal = (0.9, 0.5, 0.25)
    glass = join(cone(c, (x, y - 0.26 * size), (x, y + 0.20 * size), 0.24 * size, 0.20 * size), soft=0)
    ring = np.abs(np.hypot(c.x - x, c.y - y - 0.62 * size) - 0.11 * size) - 0.022 * size
    cap = cone(c, (x, y + 0.34 * size), (x, y + 0.50 * size), 0.20 * size, 0.03 * size)
    base = cone(c, (x - 0.20 * size, y - 0.46 * size), (x + 0.20 * size, y - 0.46 * size), 0.05 * size, 0.05 * size)
    bars = [
        Layer(
            cone(c, (x + s * size, y - 0.44 * size), (x + 0.8 * s * size, y + 0.36 * size), 0.013 * size, 0.013 * size)
        )
        for s in (-0.22, 0.0, 0.22)
    ]
    return [
        Layer(np.asarray(ring, np.float32), metal, glow=0.05),
        Layer(glass, (1.0, 0.6, 0.2), glow=np.asarray(0.25 + 0.75 * light, np.float32)),
        *bars,
        Layer(cap, metal, glow=0.03),
        Layer(base, metal, glow=0.05),
    ]


def side(c: Canvas, stride: float | None = None, pointing: bool = False, gait: float = 1.0) -> list[Layer]:
    """In profile, looking right; `stride` 0..1 walks."""
    walk = 0.0 if stride is None else gait
    legs = []
    for which in (0, 1):
        step = ((stride or 0.0) + 0.5 * which) % 1.0
        if stride is None:
            foot = (-0.018 + 0.034 * which, 0.038)
        elif step < 0.58:
            foot = (0.105 - 0.21 * step / 0.58, 0.038)
        else:
            swung = (step - 0.58) / 0.42
            foot = (-0.105 + 0.21 * swung * swung * (3 - 2 * swung), 0.038 + 0.055 * float(np.sin(np.pi * swung)))
        foot = (foot[0] * walk + (1 - walk) * (-0.018 + 0.034 * which), foot[1] * walk + (1 - walk) * 0.038)
        joints = bend((0.0, 0.345), foot, 0.160, 0.155, 1.0)
        shin = limb(
            c,
            [
                (0.0, 0.345, 0.046),
                (float(joints[1, 0]), float(joints[1, 1]), 0.032),
                (float(joints[2, 0]), float(joints[2, 1]), 0.023),
            ],
            colour=SKIN,
        )
        shoe = cone(c, (foot[0] - 0.008, foot[1] - 0.016), (foot[0] + 0.052, foot[1] - 0.022), 0.021, 0.015)
        legs.append(Layer(join(shin.distance, shoe, soft=0.015), SKIN, round=0.014))
    swing = walk * 0.5 * float(np.cos((stride or 0.0) * 2 * np.pi))
    outline = [
        (0.0, 0.745), (0.040, 0.725), (0.062, 0.66), (0.066, 0.55), (0.074, 0.43), (0.105, 0.285), (0.05, 0.268),
        (0.0, 0.282), (-0.06, 0.262), (-0.118, 0.268), (-0.084, 0.42), (-0.068, 0.55), (-0.070, 0.66), (-0.048, 0.728),
    ]  # fmt: skip

    def arm(angle: float, bent: float) -> list[Layer]:
        shoulder_x, shoulder_y = -0.004, 0.680
        elbow_x, elbow_y = shoulder_x + 0.135 * float(np.sin(angle)), shoulder_y - 0.135 * float(np.cos(angle))
        wrist_x, wrist_y = elbow_x + 0.125 * float(np.sin(angle + bent)), elbow_y - 0.125 * float(np.cos(angle + bent))
        return [
            hand(c, (wrist_x, wrist_y), angle + bent - np.pi / 2, 0.060),
            limb(c, [(shoulder_x, shoulder_y, 0.032), (elbow_x, elbow_y, 0.029), (wrist_x, wrist_y, 0.022)]),
        ]

    return [
        *(arm(-swing, 0.2) if walk else []),
        legs[1],
        legs[0],
        limb(c, [(0.0, 0.80, 0.032), (-0.006, 0.73, 0.038)], colour=SKIN),
        cloth(c, outline, depth=0.003, folds=4.0, top=0.6),
        Layer(blob(c, moved(spline(_PROFILE, 5), (0.012, 0.868), 0.06, 0.226)), SKIN, round=0.016),
        Layer(
            join(
                blob(c, moved(spline(_PROFILE_HAIR, 5), (0.012, 0.870), 0.06, 0.228)),
                _tufts(c, (0.004, 0.876), 0.205, (1.2, 1.9, 2.6, 3.4)),
                soft=0.015,
            ),
            HAIR,
            round=0.016,
        ),
        *(arm(2.0, 0.1) if pointing else arm(swing + 0.05, 0.25)),
    ]
