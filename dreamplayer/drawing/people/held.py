"""What modelled people hold, and what they sit on or lie in."""

from __future__ import annotations

import itertools

import numpy as np
from numpy.typing import ArrayLike

from dreamplayer.drawing.modelled.part import Array, Part, rotation, unit, vec
from dreamplayer.drawing.modelled.surface import creases
from dreamplayer.drawing.people.skeleton import Held, Limbs, Skeleton

F = np.float32
_BRASS, _WOOD, _CHINA = (0.30, 0.19, 0.06), (0.17, 0.095, 0.045), (0.58, 0.55, 0.50)


def _grip(k: Skeleton, arm: Limbs, far: float = 0.075) -> np.ndarray:
    """The middle of a closed hand."""
    return np.asarray(arm.wrist + unit(arm.wrist - arm.elbow) * far * k.scale)


def lit_lamp(k: Skeleton) -> Held:
    """A lamp of glass and brass that hangs from the right hand.

    Args:
        k: whose hand holds it.
    """
    w = _grip(k, k.limbs[1]) + vec(0, -0.02, 0)
    c = w + vec(0, -0.19, 0)
    frame = Part(_BRASS, 0.004)
    frame.cone(c + vec(0, 0.085, 0), c + vec(0, 0.125, 0), 0.056, 0.016)
    frame.cone(c - vec(0, 0.085, 0), c - vec(0, 0.070, 0), 0.060, 0.056, flat=True)
    for i in range(4):
        a = i * np.pi / 2 + 0.7
        q = vec(np.cos(a) * 0.050, 0, np.sin(a) * 0.050)
        frame.cone(c + q - vec(0, 0.075, 0), c + q + vec(0, 0.085, 0), 0.0045, 0.0045)
    ring = [c + vec(0, 0.160 + 0.036 * np.cos(a), 0.036 * np.sin(a)) for a in np.linspace(0, 2 * np.pi, 9)]
    for one, other in itertools.pairwise(ring):
        frame.cone(one, other, 0.004, 0.004)
    flame = Part((0.9, 0.75, 0.5), 0.01, glow=1.0)
    flame.cone(c - vec(0, 0.060, 0), c + vec(0, 0.072, 0), 0.042, 0.040, flat=True)
    return Held([frame, flame], (False, True), c)


def warm_drink(k: Skeleton) -> Held:
    """A cup between both hands.

    Args:
        k: whose hands hold it.
    """
    left, right = k.limbs
    c = (left.wrist + right.wrist) / 2 + vec(0, 0.035, 0.060) * k.scale
    p = Part(_CHINA, 0.004)
    p.cone(c + vec(0, 0.045, 0), c - vec(0, 0.045, 0), 0.040, 0.032, flat=True)
    return Held([p], (False, False))


def open_pages(k: Skeleton) -> Held:
    """An open book before the eyes.

    Args:
        k: whose hands hold it.
    """
    left, right = k.limbs
    c = (left.wrist + right.wrist) / 2 + vec(0, 0.06, 0.075) * k.scale
    tilt = rotation((1, 0, 0), -0.75)
    parts = []
    for sign in (1, -1):
        axes = tilt @ rotation((0, 0, 1), sign * 0.22)
        middle = c + tilt @ vec(sign * 0.082, 0.010, 0)
        z = axes[:, 2]
        cover = Part((0.20, 0.05, 0.035), 0.002)
        cover.cone(middle - z * 0.105, middle + z * 0.105, (0.085, 0.006), (0.085, 0.006), axes[:, 0], flat=True)
        middle = middle + axes[:, 1] * 0.010
        page = Part((0.70, 0.64, 0.52), 0.002)
        page.cone(middle - z * 0.098, middle + z * 0.098, (0.078, 0.009), (0.078, 0.009), axes[:, 0], flat=True)
        parts += [cover, page]
    return Held(parts, (False, False))


def walking_stick(k: Skeleton) -> Held:
    """A stick under the right hand, its tip on the ground.

    Args:
        k: whose hand holds it.
    """
    w = _grip(k, k.limbs[1], 0.07)
    top = w + vec(0.0, 0.045, -0.01)
    p = Part((0.14, 0.075, 0.035), 0.01)
    p.cone(top, vec(w[0] - 0.02, 0.01, w[2] + 0.07), 0.014, 0.010)
    p.cone(top, top + vec(0, 0.015, -0.065), 0.015, 0.013)
    return Held([p], (False, True))


def wicker(k: Skeleton) -> Held:
    """A basket of apples on the left forearm.

    Args:
        k: whose arm carries it.
    """

    def weave(base: Array, p: Array, t: Array, angle: Array) -> Array:
        square = np.sign(np.sin(p[1] * 190) * np.sin((p[0] + p[2]) * 130))
        return np.asarray(base * (0.72 + 0.34 * square)[:, None], F)

    c = k.limbs[0].wrist + vec(0.02, -0.17, 0.03) * k.scale
    p = Part((0.34, 0.21, 0.09), 0.01, paint=weave)
    p.cone(c + vec(0, 0.075, 0), c - vec(0, 0.075, 0), (0.11, 0.155), (0.085, 0.120), flat=True)
    bow = [c + vec(0, 0.07 + 0.15 * np.sin(a), 0.135 * np.cos(a)) for a in np.linspace(0, np.pi, 9)]
    for one, other in itertools.pairwise(bow):
        p.cone(one, other, 0.010, 0.010)
    fruit = Part((0.42, 0.13, 0.05), 0.004)
    for x, z in ((0.03, 0.07), (-0.04, -0.02), (0.045, -0.06), (-0.02, 0.09)):
        fruit.ball(c + vec(x, 0.085, z), 0.042)
    return Held([p, fruit], (True, False))


def long_staff(k: Skeleton) -> Held:
    """A staff taller than its bearer's shoulder, in the right hand.

    Args:
        k: whose hand holds it.
    """
    w = _grip(k, k.limbs[1], 0.06)
    foot, top = vec(w[0] + 0.02, 0.01, w[2] + 0.05), w + vec(-0.012, 0.42 * k.scale, -0.02)
    p = Part((0.13, 0.075, 0.040), 0.012, bump=creases([top, w], 0.2, 0.005, 60, 4, 0.4), shade=24.0)
    p.loft([foot, (foot + w) / 2 + vec(0.008, 0, 0.006), w, top], [0.011, 0.013, 0.015, 0.018])
    p.ball(top, 0.024)
    return Held([p], (False, True))


def bundle(k: Skeleton) -> Held:
    """A bundle of linen knotted in a cloth, carried before the body in both arms.

    Args:
        k: whose arms carry it.
    """
    left, right = k.limbs
    c = (left.wrist + right.wrist) / 2 + vec(0, 0.045, 0.005) * k.scale
    crumpled = creases([c], 0.25, 0.014, 42, 5, 0.5)
    p = Part((0.26, 0.19, 0.125), 0.03, bump=crumpled, shade=26.0, fuzz=0.003)
    p.ellipsoid(c, vec(0.165, 0.085, 0.105) * k.scale).ellipsoid(
        c + vec(0.05, 0.035, 0) * k.scale, vec(0.085, 0.065, 0.08)
    )
    knot = c + vec(0.01, 0.105, 0.0) * k.scale
    p.ball(knot, 0.026 * k.scale)
    for sign in (1, -1):
        p.cone(knot, knot + vec(0.085 * sign, 0.035, 0.02) * k.scale, (0.014, 0.008), (0.030, 0.006), (0, 1, 0.3))
    return Held([p], (True, True))


def needlework(k: Skeleton) -> Held:
    """Knitting on two needles, the finished piece hanging down into the lap.

    Args:
        k: whose hands hold it.
    """
    left, right = k.limbs
    c = (left.wrist + right.wrist) / 2 + vec(0, 0.03, 0.06) * k.scale
    needles = Part((0.42, 0.40, 0.38), 0.002)
    needles.cone(c + vec(0.15, 0.07, -0.01), c + vec(-0.05, -0.02, 0.02), 0.0045, 0.003)
    needles.cone(c + vec(-0.15, 0.07, -0.01), c + vec(0.05, -0.02, 0.02), 0.0045, 0.003)

    def stitches(base: Array, p: Array, t: Array, angle: Array) -> Array:
        return np.asarray(base * (0.85 + 0.2 * np.sin(p[1] * 260) * np.sin(p[0] * 300))[:, None], F)

    piece = Part((0.32, 0.07, 0.06), 0.02, paint=stitches)
    points = [c + vec(0, 0.0, 0.01), c + vec(0, -0.08, 0.02), c + vec(0.01, -0.17, -0.02)]
    piece.loft(points, [(0.075, 0.010), (0.085, 0.012), (0.080, 0.014)], flat_end=True)
    return Held([needles, piece], (False, False))


def pen(k: Skeleton) -> Held:
    """A quill in the right hand.

    Args:
        k: whose hands hold it.
    """
    w = _grip(k, k.limbs[1], 0.085)
    quill = Part((0.55, 0.52, 0.46), 0.002)
    quill.cone(w + vec(0.0, -0.035, 0.02), w + vec(-0.03, 0.12, -0.05), 0.003, (0.010, 0.003), (0, 0, 1))
    return Held([quill], (False, True))


def violin(k: Skeleton) -> Held:
    """A violin between chin and left hand, its bow in the right.

    Args:
        k: who plays it.
    """
    s = k.scale
    hand = _grip(k, k.limbs[0], 0.05)
    chin = k.neck + k.top @ vec(0.085, 0.035, 0.055) * s
    way = unit(hand - chin)
    flat = unit(np.cross(way, np.cross(vec(0, 1.0, 0), way)))
    wood = Part((0.27, 0.105, 0.032), 0.006)
    axes = np.stack([unit(np.cross(flat, way)), flat, way])
    for along, wide, long in ((0.08, 0.092, 0.075), (0.16, 0.062, 0.06), (0.235, 0.076, 0.062)):
        wood.ellipsoid(chin + way * along * s, vec(wide, 0.022, long) * s, axes)
    neck = Part((0.045, 0.028, 0.02), 0.003)
    neck.cone(
        chin + way * 0.10 * s + flat * 0.026, hand + way * 0.05 + flat * 0.01, (0.014, 0.006), (0.011, 0.008), axes[0]
    )
    strings = chin + way * 0.19 * s + flat * 0.045
    grip = _grip(k, k.limbs[1])
    line = unit(strings - grip)
    bow = Part((0.16, 0.07, 0.03), 0.002)
    bow.cone(grip - line * 0.04, grip + line * 0.66 * s, 0.0055, 0.0035)
    return Held([wood, neck, bow], (True, True))


def broom(k: Skeleton) -> Held:
    """A broom of twigs in both hands, on the floor before the feet.

    Args:
        k: who sweeps.
    """
    low, high = _grip(k, k.limbs[0], 0.06), _grip(k, k.limbs[1], 0.06)
    way = unit(low - high)
    reach = (low[1] - 0.17) / max(-way[1], 0.2)
    neck = low + way * reach
    handle = Part(_WOOD, 0.004)
    handle.cone(high - way * 0.20, neck, 0.014, 0.013)
    twigs = Part((0.24, 0.155, 0.06), 0.01, bump=creases([neck], 0.3, 0.010, 120, 3, 0.5), shade=26.0, fuzz=0.006)
    end = neck + unit(way + vec(0, -0.6, 0)) * 0.20
    twigs.cone(neck - way * 0.03, end, (0.028, 0.022), (0.13, 0.045), (1, 0, 0.25), flat=True)
    twigs.cut((0, 0.004, 0), (0, -1, 0))
    return Held([handle, twigs], (True, True))


def oars(k: Skeleton) -> Held:
    """Two oars, their blades over the water to both sides.

    Args:
        k: who rows.
    """
    wood = Part((0.21, 0.125, 0.06), 0.004)
    for arm in k.limbs:
        grip = _grip(k, arm, 0.06)
        blade = grip + vec(arm.sign * 1.05, -0.30, 0.10) * k.scale
        way = unit(blade - grip)
        wood.cone(grip - way * 0.07, blade, 0.017, 0.015)
        wood.cone(blade, blade + way * 0.34, (0.020, 0.010), (0.062, 0.008), (0, 0.3, 1), flat=True)
    return Held([wood], (True, True))


def rod(k: Skeleton) -> Held:
    """A fishing rod held out and a little up.

    Args:
        k: whose hands hold it.
    """
    front, back = _grip(k, k.limbs[0], 0.06), _grip(k, k.limbs[1], 0.06)
    way = unit(unit(front - back) + vec(0, 0.25, 0.35))
    tip = front + way * 1.45 * k.scale
    stick = Part((0.20, 0.125, 0.055), 0.002)
    stick.loft([back - way * 0.10, front, (front + tip) / 2, tip - vec(0, 0.05, 0)], [0.012, 0.011, 0.008, 0.005])
    return Held([stick], (True, True))


def stool(height: float = 0.44, z: float = -0.03) -> Part:
    """Something to sit on, where the place has no chair.

    Args:
        height: metres of its seat.
        z: metres, where it stands.
    """
    p = Part(_WOOD, 0.004)
    p.cone((0, height, z), (0, height - 0.035, z), (0.175, 0.165), (0.17, 0.16), flat=True)
    for x, deep in ((0.12, 0.11), (-0.12, 0.11), (0.12, -0.11), (-0.12, -0.11)):
        p.cone((x, height - 0.03, z + deep), (x * 1.2, 0.0, z + deep * 1.25), 0.019, 0.015)
    for x in (0.13, -0.13):
        p.cone((x, 0.45 * height, z + 0.12), (x, 0.45 * height, z - 0.12), 0.011, 0.011)
    return p


def pillow(centre: ArrayLike, s: float = 1.0) -> Part:
    """A pillow under a head, `centre` under its nape.

    Args:
        centre: (3,) metres.
        s: factor on its length along the body; 1 is 42 cm.
    """
    c = np.asarray(centre, float)
    p = Part((0.44, 0.41, 0.36), 0.06)
    p.ellipsoid(c, vec(0.21 * s, 0.085, 0.33), rotation((0, 0, 1), 0.10).T)
    return p.ellipsoid(c + vec(0.13 * s, 0.05, -0.02), (0.12, 0.085, 0.31))
