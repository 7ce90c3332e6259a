"""Clothes of modelled people: bodices, sleeves, trousers, skirts, coats, shawls, shoes."""

from __future__ import annotations

import itertools

import numpy as np
from numpy.typing import ArrayLike

from dreamplayer.drawing.modelled.part import Array, Bump, Paint, Part, Radius, Vec, unit, vec
from dreamplayer.drawing.modelled.surface import both, creases, hanging_folds, mottled
from dreamplayer.drawing.people.skeleton import Limbs, Skeleton

F = np.float32


def torso(
    k: Skeleton, colour: ArrayLike, pad: float = 0.0, *, low: float = 0.06, waist: float = 1.0, seed: int = 0,
    bump: Bump | None = None, paint: Paint | None = None,
) -> Part:  # fmt: skip
    """Bodice, jumper or shirt with the upper sleeves.

    Args:
        k: whose.
        colour: albedo.
        pad: metres of cloth over the body.
        low: metres it reaches below the pelvis; below -.04 it ends under what is worn over it.
        waist: its waist over the body's.
        seed: which creases.
        bump: relief beside creases, such as `knit`.
        paint: pattern; soft patches if None.
    """
    g, s, b, top = k.girth, k.scale, k.build, k.top
    up = k.low[:, 1]
    w = b.waist * waist
    hip, chest_width = b.hip + 0.068 * g, b.shoulder
    rings: list[tuple[Vec, Radius]] = [
        (k.neck - top[:, 1] * 0.012 * s, (0.070 * g + pad, 0.060 * g + pad)),
        (k.neck - top[:, 1] * 0.075 * s, (chest_width * 0.66 + 0.036 * g + pad, 0.088 * g + pad)),
        (k.chest, (chest_width * 0.60 + 0.052 * g + pad, 0.112 * g + pad)),
        (k.waist, (0.155 * g * w + pad, 0.105 * g * (0.5 + 0.5 * w) + pad)),
    ]
    if low < -0.04:
        rings.append((k.pelvis + up * 0.07 * s, (0.120 * g * w, 0.070 * g)))
    else:
        rings.append((k.pelvis + up * 0.06 * s, (hip * 0.97 + pad, 0.108 * g + pad)))
        rings.append((k.pelvis - up * low * s, (hip + pad, 0.112 * g + pad)))
    p = Part(colour, 0.028 * s)
    p.loft([r[0] for r in rings], [r[1] for r in rings], top[:, 0], flat_end=True)
    if b.bust and low < 0.2:
        for sign in (1, -1):
            centre = k.chest + top @ vec(sign * 0.062 * g, 0.02 * s, 0.075 * g)
            p.ellipsoid(centre, vec(0.062, 0.066, 0.058) * g * b.bust, top.T)
    thick = g**0.6 * s**0.4
    for arm in k.limbs:
        p.cone(k.neck + top @ vec(0, -0.030 * s, -0.012), arm.shoulder + top @ vec(0, 0.004, 0),
               0.042 * g + pad * 0.7, 0.047 * g + pad * 0.7)  # fmt: skip
        p.cone(arm.shoulder, arm.elbow, 0.052 * thick + 0.8 * pad, 0.044 * thick + pad)
    armpits = [arm.shoulder - vec(0, 0.09, 0) for arm in k.limbs]
    elbows = [arm.elbow for arm in k.limbs]
    creased = creases([*elbows, k.waist, *armpits], 0.10 * s, 0.0085, 75, seed, 0.12)
    p.bump = both(bump, creased) if bump else creased
    p.paint = paint or mottled(seed=seed)
    return p


def sleeves(
    k: Skeleton, colour: ArrayLike, pad: float = 0.0, wide: float = 0.0, *, seed: int = 0,
    cuff: ArrayLike | None = None, short: bool = False,
) -> list[Part]:  # fmt: skip
    """Both lower sleeves.

    Args:
        k: whose.
        colour: albedo.
        pad: metres of cloth over the arm.
        wide: more metres at the wrist.
        seed: which creases.
        cuff: albedo of a cuff; None for none.
        short: rolled up to the elbow.
    """
    g, s = k.girth**0.6 * k.scale**0.4, k.scale
    out = []
    for arm in k.limbs:
        way = unit(arm.wrist - arm.elbow)
        p = Part(colour, 0.012, bump=creases([arm.elbow, arm.wrist], 0.085 * s, 0.0085, 90, seed + 3, 0.15, way + 0.3))
        p.paint = mottled(seed=seed)
        end = arm.elbow + (arm.wrist - arm.elbow) * (0.10 if short else 1.0)
        r = 0.033 * g + pad + wide
        p.cone(arm.elbow, end, 0.045 * g + pad, r)
        if not short:
            p.cone(end, end + way * 0.012, r, r + 0.001, flat=True)
        out.append(p)
        if cuff is not None and not short:
            band = Part(cuff, 0.005)
            band.cone(arm.wrist - way * 0.018, arm.wrist + way * 0.016, r + 0.002, r + 0.003, flat=True)
            out.append(band)
    return out


def forearms(k: Skeleton, skin: ArrayLike) -> list[Part]:
    """Bare forearms, under rolled sleeves."""
    s = k.scale
    out = []
    for arm in k.limbs:
        p = Part(skin, 0.012)
        p.cone(arm.elbow, arm.elbow + (arm.wrist - arm.elbow) * 0.35, 0.038 * s, 0.040 * s)
        out.append(p.cone(arm.elbow + (arm.wrist - arm.elbow) * 0.35, arm.wrist, 0.039 * s, 0.024 * s))
    return out


def trousers(k: Skeleton, colour: ArrayLike, pad: float = 0.0, *, seed: int = 0) -> list[Part]:
    """Both trouser legs, to the ankles."""
    g, s = k.girth**0.7 * k.scale**0.3, k.scale
    out = []
    for leg in k.limbs:
        creased = [leg.knee, leg.ankle, leg.hip + (leg.knee - leg.hip) * 0.15]
        p = Part(colour, 0.02 * s, bump=creases(creased, 0.12 * s, 0.011, 70, seed + 7, 0.10))
        p.paint = mottled(seed=seed)
        p.cone(leg.hip, leg.knee, 0.092 * g + pad, 0.062 * g + pad)
        end = leg.ankle + (leg.knee - leg.ankle) * 0.02
        p.cone(leg.knee, end, 0.060 * g + pad, 0.046 * g + pad, flat=True)
        out.append(p)
    return out


def bare_legs(k: Skeleton, skin: ArrayLike) -> list[Part]:
    """Legs, or stockings: what a skirt leaves to be seen."""
    g, s = k.girth**0.7 * k.scale**0.3, k.scale
    out = []
    for leg in k.limbs:
        p = Part(skin, 0.02 * s)
        calf = leg.knee + (leg.ankle - leg.knee) * 0.35
        p.cone(leg.hip, leg.knee, 0.080 * g, 0.054 * g)
        p.cone(leg.knee, calf, 0.050 * g, 0.054 * g).cone(calf, leg.ankle, 0.054 * g, 0.034 * g)
        out.append(p)
    return out


def _sole(leg: Limbs, s: float) -> tuple[Vec, Vec]:
    """A point in the sole under the ankle, and the direction up from it."""
    up = unit(leg.knee - leg.ankle)
    up = unit(up - leg.toe * (up @ leg.toe)) if abs(up @ leg.toe) < 0.9 else vec(0, 1.0, 0)
    if leg.toe[1] > -0.25 and leg.ankle[1] < 0.13 * s:
        # A foot that is set down is flat on the ground, whatever the shin does.
        flat = vec(0, 1.0, 0)
        up = unit(flat - leg.toe * (flat @ leg.toe))
    return leg.ankle - up * 0.055 * s, up


def shoes(k: Skeleton, colour: ArrayLike, *, boot: float = 0.0, bare: bool = False) -> list[Part]:
    """Both shoes, flat soles on the ground.

    Args:
        k: whose.
        colour: albedo.
        boot: metres of its shaft.
        bare: a bare foot, narrower.
    """
    out = []
    for leg in k.limbs:
        s, toe = k.scale, leg.toe
        sole, up = _sole(leg, s)
        x = unit(np.cross(up, toe))
        wide = 0.85 if bare else 1.0
        p = Part(colour, 0.02)
        heel, ball, tip = sole - toe * 0.05 * s, sole + toe * 0.10 * s, sole + toe * 0.155 * s
        p.cone(heel, ball, (0.034 * s * wide, 0.032 * s), (0.042 * s * wide, 0.026 * s), x)
        p.cone(ball, tip, (0.042 * s * wide, 0.026 * s), (0.028 * s * wide, 0.019 * s), x)
        p.cone(leg.ankle + up * 0.01 * s, sole - toe * 0.015 * s, 0.040 * s * wide, 0.036 * s * wide)
        if boot:
            p.cone(leg.ankle, leg.ankle + unit(leg.knee - leg.ankle) * boot * s, 0.044 * s, 0.056 * s, flat=True)
        p.cut(sole - up * 0.024 * s, -up)
        out.append(p)
    return out


def skirt(
    k: Skeleton, colour: ArrayLike, hem: float = 0.85, flare: float = 0.10, pad: float = 0.012, *, folds: int = 9,
    depth: float = 0.016, seed: int = 0, start: float = 0.2, paint: Paint | None = None,
) -> Part:  # fmt: skip
    """A skirt, the lower half of a coat, a nightshirt: from the waist over hips and knees.

    Args:
        k: whose.
        colour: albedo.
        hem: share of the leg it covers: .5 to the knee, 1 to the ankle.
        flare: metres by which the hem is wider.
        pad: metres of cloth over the body.
        folds: how many.
        depth: metres of a fold at the hem.
        seed: which folds.
        start: share of its length at which folds begin.
        paint: pattern; soft patches if None.
    """
    g, b, low = k.girth, k.build, k.low
    left, right = k.limbs
    pelvis, x = k.pelvis, low[:, 0]
    knees, ankles = (left.knee + right.knee) / 2, (left.ankle + right.ankle) / 2
    hip = b.hip + 0.068 * g

    def apart(one: Vec, other: Vec, way: Vec) -> float:
        return abs(float((one - other) @ way)) / 2

    out = 0.0
    if not k.pose.sits:
        knees = pelvis + (ankles - pelvis) * 0.5
        forward = unit(np.cross(x, ankles - pelvis))
        out = max(abs(float((leg.knee - knees) @ forward)) for leg in k.limbs)
    forward_knee, forward_ankle = unit(np.cross(x, knees - pelvis)), unit(np.cross(x, ankles - knees))
    deep_knee = max(0.70 * out, apart(left.knee, right.knee, forward_knee))
    deep_ankle = apart(left.ankle, right.ankle, forward_ankle)
    wide_knee, wide_ankle = apart(left.knee, right.knee, x), apart(left.ankle, right.ankle, x)
    if k.pose.sits:
        flare = 0.6 * flare
    reach = 1 if hem > 0.5 else hem / 0.5
    rings: list[tuple[Vec, Radius]] = [
        (k.waist, (0.150 * g * b.waist + pad, 0.105 * g * (0.5 + 0.5 * b.waist) + pad)),
        (pelvis, (hip + pad + 0.006, 0.122 * g + pad)),
        (pelvis + (knees - pelvis) * 0.55 * reach,
         (hip + flare * 0.30 + pad, max(0.112 * g, deep_knee * 0.6 + 0.085 * g) + flare * 0.25 + pad)),
        (pelvis + (knees - pelvis) * reach,
         (max(hip * 0.92, wide_knee + 0.075 * g) + flare * 0.6 + pad,
          max(0.095 * g, deep_knee + 0.070 * g) + flare * 0.55 + pad)),
    ]  # fmt: skip
    if hem > 0.5:
        u = (hem - 0.5) / 0.5
        wide = max(hip * 0.85, wide_knee + (wide_ankle - wide_knee) * u + 0.07 * g)
        deep = max(0.10 * g, deep_knee + (max(deep_ankle, deep_knee) - deep_knee) * u + 0.075 * g)
        rings.append((knees + (ankles - knees) * u, (wide + flare + pad, deep + flare * 0.95 + pad)))
    p = Part(colour, 0.03 * k.scale, fold=hanging_folds(seed, folds, depth, 1.3, start))
    p.loft([r[0] for r in rings], [r[1] for r in rings], x, flat_end=True)
    p.paint = paint or mottled(seed=seed)
    if k.pose.sits:
        p.cut((0, 0.004, 0), (0, -1, 0))
    return p


def collar(k: Skeleton, colour: ArrayLike, r: float = 0.0, tall: float = 0.035) -> Part:
    """A collar, `tall` metres."""
    g, t = k.girth, k.top
    a = k.neck - t[:, 1] * 0.03 + t[:, 2] * 0.004
    b = k.neck + t[:, 1] * tall - t[:, 2] * 0.006
    end = 0.066 * k.head_scale + r
    return Part(colour, 0.015).cone(a, b, (0.080 * g + r, 0.074 * g + r), (end, end), t[:, 0], flat=True)


def scarf(k: Skeleton, colour: ArrayLike, *, seed: int = 0) -> Part:
    """Wound once round the neck, one end down the back."""
    t, hs = k.top, k.head_scale
    p = Part(colour, 0.015, bump=creases([k.neck], 0.2, 0.006, 120, seed, 0.3), paint=mottled(0.7, 1.1, 60, seed))
    middle = k.neck + t[:, 1] * 0.022
    ring = [
        middle + t @ vec(0.070 * hs * np.cos(a), 0.008 * np.sin(2 * a), 0.070 * hs * np.sin(a))
        for a in np.linspace(0, 2 * np.pi, 11)
    ]
    for a, b in itertools.pairwise(ring):
        p.cone(a, b, (0.026, 0.032), (0.026, 0.032), t[:, 1])
    top = k.neck + t @ vec(0.055, 0.0, -0.075)
    middle = k.chest + t @ vec(0.075, 0.06, -0.145 * k.girth)
    end = middle - vec(0.0, 0.20 * k.scale, 0.0) - t[:, 2] * 0.02
    p.loft([top, middle, end], [(0.035, 0.016), (0.042, 0.013), (0.046, 0.011)], t[:, 0], flat_end=True)
    return p


def shawl(k: Skeleton, colour: ArrayLike, *, seed: int = 0) -> Part:
    """Round the shoulders and down to the waist, with a fringe; it lies on the back as the back bends."""
    g, s, wide = k.girth, k.scale, k.build.shoulder
    t = k.top
    lower = k.chest + (k.waist - k.chest) * 0.75
    rings: list[tuple[Vec, Radius]] = [
        (k.neck + t[:, 1] * 0.030 * s, (0.066 * g, 0.062 * g)),
        (k.neck - t[:, 1] * 0.040 * s, (wide * 0.74 + 0.02, 0.098 * g)),
        (k.neck - t[:, 1] * 0.10 * s, (wide + 0.052 * g, 0.126 * g)),
        (k.chest, (wide + 0.068 * g, 0.142 * g)),
        (lower, (wide + 0.060 * g, 0.150 * g)),
    ]
    p = Part(colour, 0.05, fold=hanging_folds(seed, 7, 0.015, 1.0, 0.25))
    p.loft([r[0] for r in rings], [r[1] for r in rings], t[:, 0], flat_end=True)
    for arm in k.limbs:
        p.cone(arm.shoulder, arm.shoulder + (arm.elbow - arm.shoulder) * 0.72, 0.070 * g, 0.076 * g)
    edge = np.minimum(np.asarray(colour, F) * F(1.7), F(0.7))

    def fringe(base: Array, q: Array, along: Array, angle: Array) -> Array:
        return np.where(((along > 0.945) & (np.sin(angle * 60) > -0.2))[:, None], edge, base)

    soft = mottled(seed=seed)
    p.paint = lambda base, q, along, angle: fringe(soft(base, q, along, angle), q, along, angle)
    return p


def cloak(k: Skeleton, colour: ArrayLike, *, seed: int = 0, hem: float = 0.80) -> list[Part]:
    """A cloak from the shoulders, open in front, with its hood down.

    Args:
        k: whose.
        colour: albedo.
        seed: which folds.
        hem: share of the leg it covers.
    """
    g, s, wide, t = k.girth, k.scale, k.build.shoulder, k.top
    left, right = k.limbs
    ankles = (left.ankle + right.ankle) / 2
    end = k.pelvis + (ankles - k.pelvis) * hem
    back = t[:, 2] * 0.03
    rings: list[tuple[Vec, Radius]] = [
        (k.neck + t[:, 1] * 0.020 * s, (0.072 * g, 0.068 * g)),
        (k.neck - t[:, 1] * 0.06 * s, (wide + 0.030 * g, 0.112 * g)),
        (k.chest - back, (wide + 0.080 * g, 0.165 * g)),
        (k.waist - back, (wide + 0.085 * g, 0.185 * g)),
        (k.pelvis - back, (wide + 0.130 * g, 0.235 * g)),
        (end - back, (wide + 0.230 * g, 0.340 * g)),
    ]
    p = Part(colour, 0.04, fold=hanging_folds(seed, 6, 0.024, 1.1, 0.15), paint=mottled(seed=seed))
    p.loft([r[0] for r in rings], [r[1] for r in rings], t[:, 0], flat_end=True)
    p.cut(k.chest + t[:, 2] * 0.105 * g, unit(t[:, 2] + vec(0, 0.0, 0.0)))
    hood = Part(colour, 0.03, paint=mottled(seed=seed), bump=creases([k.neck], 0.2, 0.008, 60, seed, 0.4))
    hood.ellipsoid(k.neck - t[:, 2] * 0.075 * g - t[:, 1] * 0.010, vec(0.095, 0.050, 0.060) * s, t.T)
    return [p, hood]


def apron(colour: ArrayLike, wide: float = 1.0) -> Paint:
    """Painted on a skirt: an apron in front and its band round the waist.

    Args:
        colour: albedo.
        wide: radians to both sides of the front.
    """
    cloth = np.asarray(colour, F)

    def paint(base: Array, p: Array, t: Array, angle: Array) -> Array:
        front = np.abs(np.mod(angle - np.pi / 2 + np.pi, 2 * np.pi) - np.pi) < wide
        shade = 0.92 + 0.08 * np.sin(p[0] * 60 + p[2] * 40)
        return np.where(((front & (t < 0.90)) | (t < 0.055))[:, None], cloth * shade[:, None].astype(F), base)

    return paint


def bow(k: Skeleton, colour: ArrayLike) -> Part:
    """The bow of an apron at the back."""
    x, y, z = k.low[:, 0], k.low[:, 1], k.low[:, 2]
    c = k.waist - z * (0.112 * k.girth) - y * 0.015
    p = Part(colour, 0.006)
    for sign in (1, -1):
        p.cone(c, c + x * sign * 0.062 + y * 0.018, 0.010, (0.028, 0.012), y)
        p.cone(c, c + x * sign * 0.035 - y * 0.17 - z * 0.03, (0.012, 0.006), (0.022, 0.005), x, flat=True)
    return p.ball(c, 0.014)


def braces(k: Skeleton) -> Paint:
    """Painted on a shirt: two leather bands over the back."""
    chest, axes, s = k.chest.astype(F)[:, None], k.top.T.astype(F), F(k.scale)

    def paint(base: Array, p: Array, t: Array, angle: Array) -> Array:
        q = axes @ (p - chest)
        m = (np.abs(np.abs(q[0]) - (0.052 + 0.14 * q[1])) < 0.010) & (q[1] < 0.20 * s)
        return np.where(m[:, None], np.array([0.11, 0.055, 0.03], F), base)

    return paint


def seam(base: Array, p: Array, t: Array, angle: Array) -> Array:
    """Painted on a coat: the seam down the back."""
    m = (np.abs(angle + np.pi / 2) < 0.016) & (t < 0.98)
    return np.where(m[:, None], base * F(0.62), base)


def vent(base: Array, p: Array, t: Array, angle: Array) -> Array:
    """Painted on the skirts of a coat: the slit at the back."""
    m = (np.abs(angle + np.pi / 2) < 0.022) & (t > 0.45)
    return np.where(m[:, None], base * F(0.35), base)


def half_belt(k: Skeleton, colour: ArrayLike, pad: float) -> Part:
    """The half belt at the waist of a coat; `pad` as the coat's."""
    b, g, low = k.build, k.girth, k.low
    w, d = 0.150 * g * b.waist * 1.04 + pad + 0.007, 0.105 * g * (0.5 + 0.5 * b.waist) + pad + 0.012
    c = k.waist - low[:, 1] * 0.02
    half = low[:, 1] * 0.022
    return Part(np.asarray(colour) * 0.82, 0.004).cone(c + half, c - half, (w, d), (w, d), low[:, 0], flat=True)
