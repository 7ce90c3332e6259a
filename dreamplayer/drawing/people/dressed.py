"""Four people to begin with: a coat and a gown, each seen from behind and from the side. Adult height is 1."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.people.body import SKIN, cloth, hand, head_back, head_side, hem, leg, limb
from dreamplayer.kit.outline import bend, mirrored
from dreamplayer.kit.sdf import Canvas
from dreamplayer.kit.shapes import Layer


def coat_back(c: Canvas, x: float = 0.0, arms: bool = True, scale: float = 1.0) -> list[Layer]:
    """Someone in a long coat, seen from behind (or in the dark from the front).

    Args:
        c: where it is painted, in adult heights, feet on 0.
        x: the middle of the figure.
        arms: False leaves them out, for a pose that draws its own.
        scale: height of the figure: 1 an adult, .6 a child.

    Returns:
        Its layers, back to front.
    """

    def p(u: float, v: float) -> tuple[float, float]:
        return (x + u * scale, v * scale)

    def j(u: float, v: float, r: float) -> tuple[float, float, float]:
        return (x + u * scale, v * scale, r * scale)

    right = [
        (0.024, 0.846), (0.058, 0.832), (0.094, 0.812), (0.107, 0.776), (0.101, 0.70), (0.078, 0.615), (0.079, 0.555),
        (0.096, 0.42), (0.117, 0.29), (0.134, 0.175), (0.07, 0.150), (0.0, 0.155),
    ]  # fmt: skip
    coat = cloth(c, [p(u, v) for u, v in mirrored(right)], axis=(x, x), folds=4.6, seed=0.7)
    layers = [
        leg(c, j(-0.038, 0.26, 0.036), j(-0.042, 0.13, 0.027), j(-0.045, 0.030, 0.018), -0.030 * scale),
        leg(c, j(0.040, 0.26, 0.036), j(0.045, 0.13, 0.027), j(0.050, 0.030, 0.018), 0.030 * scale),
        limb(c, [j(0, 0.90, 0.024), j(0, 0.835, 0.030)], colour=SKIN),
    ]
    if arms:
        layers += [
            hand(c, p(-0.120, 0.490), -1.50, 0.07 * scale),
            hand(c, p(0.121, 0.490), -1.64, 0.07 * scale),
        ]
    layers.append(hem(c, coat, 0.178 * scale, 0.02))
    if arms:
        layers += [
            limb(c, [j(-0.088, 0.790, 0.030), j(-0.122, 0.640, 0.026), j(-0.120, 0.490, 0.019)]),
            limb(c, [j(0.088, 0.790, 0.030), j(0.122, 0.640, 0.026), j(0.121, 0.490, 0.019)]),
        ]
    return layers + head_back(c, p(0, 0.930), 0.136 * scale)


def gown_back(c: Canvas, x: float = 0.0, scale: float = 0.95, arms: bool = True, spread: bool = False) -> list[Layer]:
    """Someone in a gown to the ground with long hair, seen from behind.

    Args:
        c: where it is painted, in adult heights, feet on 0.
        x: the middle of the figure.
        scale: height of the figure: 1 an adult, .6 a child.
        arms: False leaves them out, for a pose that draws its own.
        spread: holds both arms out, low; it counts even where `arms` is False.

    Returns:
        Its layers, back to front.
    """

    def p(u: float, v: float) -> tuple[float, float]:
        return (x + u * scale, v * scale)

    def j(u: float, v: float, r: float) -> tuple[float, float, float]:
        return (x + u * scale, v * scale, r * scale)

    outline = [
        (0.020, 0.848), (0.050, 0.830), (0.082, 0.812), (0.088, 0.775), (0.074, 0.70), (0.052, 0.630), (0.060, 0.565),
        (0.079, 0.47), (0.096, 0.32), (0.125, 0.15), (0.172, 0.020), (0.205, 0.004), (0.11, -0.006), (0.0, 0.006),
        (-0.08, -0.004), (-0.150, 0.006), (-0.128, 0.12), (-0.094, 0.32), (-0.078, 0.47), (-0.060, 0.565),
        (-0.052, 0.630), (-0.074, 0.70), (-0.088, 0.775), (-0.082, 0.812), (-0.050, 0.830), (-0.020, 0.848),
    ]  # fmt: skip
    layers = [limb(c, [j(0, 0.90, 0.019), j(0, 0.835, 0.024)], colour=SKIN)]
    sides = (-1.0, 1.0) if spread else ()
    for side in sides:
        turn = -0.62 if side > 0 else np.pi + 0.62
        layers.append(hand(c, p(side * 0.272, 0.598), turn, 0.066 * scale, 0.6))
    if arms and not spread:
        layers += [hand(c, p(-0.107, 0.475), -1.45, 0.066 * scale), hand(c, p(0.109, 0.478), -1.70, 0.066 * scale)]
    layers.append(cloth(c, [p(u, v) for u, v in outline], axis=(x, x + 0.02), folds=5.2, depth=0.0026, seed=1.9))
    for side in sides:
        layers.append(
            limb(c, [j(side * 0.074, 0.795, 0.026), j(side * 0.172, 0.690, 0.022), j(side * 0.270, 0.602, 0.013)])
        )
    if arms and not spread:
        layers += [
            limb(c, [j(-0.074, 0.795, 0.024), j(-0.108, 0.640, 0.021), j(-0.107, 0.478, 0.014)]),
            limb(c, [j(0.074, 0.795, 0.024), j(0.108, 0.640, 0.021), j(0.109, 0.480, 0.014)]),
        ]
    return layers + head_back(c, p(0, 0.930), 0.132 * scale, long=True)


def coat_side(
    c: Canvas, stride: float | None = None, arm: str = "rest", tilt: float = 0.0, long: bool = False, gait: float = 1.0
) -> list[Layer]:
    """Someone in a long coat looking right, who stands or walks.

    Args:
        c: where it is painted, in adult heights, feet on 0.
        stride: 0..1, the place in a cycle of two steps; None stands still.
        arm: of the arm in front: `rest`; `reach`, a hand held out; `point`, up and away; `up`, to the brow; `none`, not
            drawn. Anything else rests.
        tilt: radians the head looks up; negative down.
        long: hair to the shoulder blades.
        gait: how far the feet go: 1 a full step, below 1 they come together as one stops.

    Returns:
        Its layers, back to front.
    """
    phase = 0.0 if stride is None else stride * 2 * np.pi
    walk = 0.0 if stride is None else gait
    bob = walk * 0.008 * np.cos(2 * phase)
    hip = (-0.012, 0.52 + bob)
    legs = []
    knee = 0.0
    for side in (0, 1):
        u = ((0.0 if stride is None else stride) + 0.5 * side) % 1.0
        if stride is None:
            foot, lift, heel = (-0.022 + 0.045 * side, 0.032), 0.0, 0.0
        elif u < 0.58:
            s = u / 0.58
            foot, heel = (0.125 - 0.26 * s, 0.032), max(0.0, s - 0.72) * 2.6
            lift = heel
            foot = (foot[0], foot[1] + 0.055 * np.sin(heel))
        else:
            s = (u - 0.58) / 0.42
            ease = s * s * (3 - 2 * s)
            foot = (-0.135 + 0.26 * ease, 0.032 + 0.055 * np.sin(np.pi * s) ** 0.9 + 0.036 * (1 - s) ** 2)
            lift = 0.73 * (1 - s) ** 1.3 - 0.22 * np.sin(np.pi * s * 0.9) * s
        foot = (foot[0] * walk + (1 - walk) * (-0.022 + 0.045 * side), foot[1] * walk + (1 - walk) * 0.032)
        lift *= walk
        k = bend((hip[0], hip[1] - 0.006 - 0.014 * walk), foot, 0.245, 0.238, 1.0)
        knee = max(knee, float(k[1, 0]))
        legs.append(
            leg(
                c,
                (hip[0], 0.46, 0.040),
                (float(k[1, 0]), float(k[1, 1]), 0.030),
                (float(k[2, 0]), float(k[2, 1]), 0.018),
                0.062,
                lift,
            )
        )
    sway = walk * 0.014 * np.sin(phase * 2 + 0.6)
    swing = walk * 0.45 * np.cos(phase)
    front = 0.045 * walk
    push = max(0.0, knee + 0.034 - 0.088)
    outline = [
        (0.004, 0.848 + bob), (0.030, 0.826 + bob), (0.052, 0.775 + bob), (0.060, 0.70), (0.052, 0.62), (0.054, 0.55),
        (0.070 + front * 0.3, 0.44), (0.088 + push, 0.30), (0.098 + max(front, push), 0.165), (0.02, 0.15),
        (-0.105 - front + sway, 0.13), (-0.094 - front * 0.5 + sway, 0.28), (-0.074, 0.43), (-0.062, 0.55),
        (-0.060, 0.62), (-0.068, 0.70), (-0.062, 0.79 + bob), (-0.044, 0.838 + bob),
    ]  # fmt: skip
    coat = cloth(c, outline, axis=(-0.01, -0.01 + sway), folds=4.2, seed=0.4 + phase * 0.2)
    shoulder = (-0.008, 0.785 + bob)

    def arm_at(angle: float, bent: float) -> list[Layer]:
        ex, ey = shoulder[0] + 0.155 * np.sin(angle), shoulder[1] - 0.155 * np.cos(angle)
        wx, wy = ex + 0.145 * np.sin(angle + bent), ey - 0.145 * np.cos(angle + bent)
        joints = [(*shoulder, 0.031), (float(ex), float(ey), 0.026), (float(wx), float(wy), 0.018)]
        return [
            hand(c, (float(wx), float(wy)), angle + bent - np.pi / 2, 0.072, 0.4 if bent > 1 else 0.0),
            limb(c, joints),
        ]

    layers: list[Layer] = [*arm_at(-swing * 0.9 + 0.03, 0.18)] if walk else []
    layers += [legs[1], legs[0], limb(c, [(-0.010, 0.895 + bob, 0.025), (-0.020, 0.83 + bob, 0.033)], colour=SKIN)]
    head = head_side(c, (0.012, 0.932 + bob), 0.136, tilt, long)
    layers += head
    layers.append(hem(c, coat, 0.172, -0.10 - 0.05 * walk))
    match arm:
        case "reach":
            layers += arm_at(0.85, 0.62)
        case "point":
            layers += arm_at(2.05, 0.12)
        case "up":
            layers += arm_at(1.15, 1.75)
        case "none":
            pass
        case _:
            layers += arm_at(swing + 0.04, 0.20 + 0.10 * walk)
    return layers


def gown_side(c: Canvas, arm: str = "rest", tilt: float = 0.0) -> list[Layer]:
    """Someone in a gown with long hair, looking right.

    Args:
        c: where it is painted, in adult heights, feet on 0.
        arm: `rest`; `reach`, held out; `chest`, a hand to the heart. Anything else rests.
        tilt: radians the head looks up; negative down.

    Returns:
        Its layers, back to front.
    """
    outline = [
        (0.002, 0.806), (0.022, 0.788), (0.048, 0.742), (0.052, 0.700), (0.032, 0.640), (0.030, 0.585), (0.046, 0.52),
        (0.060, 0.40), (0.078, 0.20), (0.100, 0.02), (0.106, -0.002), (0.02, -0.006), (-0.10, 0.0), (-0.205, -0.006),
        (-0.225, 0.010), (-0.165, 0.10), (-0.112, 0.26), (-0.082, 0.42), (-0.072, 0.51), (-0.048, 0.60),
        (-0.046, 0.68), (-0.054, 0.745), (-0.038, 0.794),
    ]  # fmt: skip
    gown = cloth(c, outline, axis=(-0.01, -0.06), folds=5.0, depth=0.0026, seed=1.1)
    shoulder = (-0.004, 0.748)
    bones = {
        "rest": ((-0.010, 0.605), (0.024, 0.475), -1.25),
        "reach": ((0.090, 0.645), (0.205, 0.690), 0.30),
        "chest": ((0.030, 0.615), (0.062, 0.700), 1.3),
    }
    elbow, wrist, turn = bones.get(arm, bones["rest"])
    return [
        limb(c, [(-0.004, 0.852, 0.019), (-0.012, 0.79, 0.026)], colour=SKIN),
        *head_side(c, (0.014, 0.886), 0.128, tilt, long=True),
        gown,
        hand(c, wrist, turn, 0.068, 0.5 if arm == "reach" else 0.0),
        limb(c, [(*shoulder, 0.025), (*elbow, 0.021), (*wrist, 0.014)]),
    ]
