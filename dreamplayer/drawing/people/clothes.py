"""Clothes of modelled people: bodices, sleeves, trousers, skirts, coats, shawls, shoes."""

from __future__ import annotations

import itertools

import numpy as np
from numpy.typing import ArrayLike

from dreamplayer.drawing.modelled.part import Array, Bump, Paint, Part, Radius, Vec, unit, vec
from dreamplayer.drawing.modelled.surface import (
    both,
    chained,
    creases,
    drape,
    gathers,
    striped,
    uneven_hem,
    valleys,
    worn,
)
from dreamplayer.drawing.people.skeleton import Limbs, Skeleton

F = np.float32


def torso(
    k: Skeleton, colour: ArrayLike, pad: float = 0.0, *, low: float = 0.06, waist: float = 1.0, seed: int = 0,
    bump: Bump | None = None, paint: Paint | None = None,
) -> Part:  # fmt: skip
    """Bodice, jumper or shirt, to the shoulders.

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
    hip, chest_width = b.hip + 0.062 * g, b.shoulder
    rings: list[tuple[Vec, Radius]] = [
        (k.neck - top[:, 1] * 0.006 * s, (0.062 * g + pad, 0.056 * g + pad)),
        (k.neck - top[:, 1] * 0.072 * s, (chest_width * 0.70 + 0.030 * g + pad, 0.086 * g + pad)),
        (k.chest - top[:, 2] * 0.006 * s, (chest_width * 0.62 + 0.046 * g + pad, 0.112 * g + pad)),
        (k.waist, (0.148 * g * w + pad, 0.100 * g * (0.5 + 0.5 * w) + pad)),
    ]
    if low < -0.04:
        rings.append((k.pelvis + up * 0.07 * s, (0.120 * g * w, 0.070 * g)))
    else:
        rings.append((k.pelvis + up * 0.06 * s, (hip * 0.96 + pad, 0.108 * g + pad)))
        rings.append((k.pelvis - up * low * s, (hip + pad, 0.114 * g + pad)))
    p = Part(colour, 0.030 * s)
    p.loft([r[0] for r in rings], [r[1] for r in rings], top[:, 0], flat_end=True)
    if b.bust and low < 0.2:
        for sign in (1, -1):
            centre = k.chest + top @ vec(sign * 0.058 * g, 0.012 * s, 0.070 * g)
            p.ellipsoid(centre, vec(0.062, 0.062, 0.056) * g * b.bust, top.T)
    if b.stoop > 0.1:
        # The rounded back of the old.
        p.ellipsoid(k.chest + top @ vec(0, 0.09 * s, -0.055 * g), vec(0.13, 0.12, 0.085) * g, top.T)
    thick = g**0.6 * s**0.4
    for arm in k.limbs:
        p.cone(k.neck + top @ vec(0, -0.022 * s, -0.012), arm.shoulder + top @ vec(0, -0.004, 0),
               0.040 * g + pad * 0.7, 0.044 * g + pad * 0.7)  # fmt: skip
        p.cone(arm.shoulder, arm.shoulder + (arm.elbow - arm.shoulder) * 0.22, 0.048 * thick + 0.7 * pad,
               0.042 * thick + 0.7 * pad)  # fmt: skip
    armpits = [arm.shoulder - vec(0, 0.10, 0) for arm in k.limbs]
    creased = creases([k.waist, *armpits, k.waist + k.low[:, 2] * 0.1], 0.13 * s, 0.0095, 62, seed, 0.22)
    p.bump = both(bump, creased) if bump else creased
    p.shade = 26.0
    p.paint = paint or worn(seed)
    return p


def sleeves(
    k: Skeleton, colour: ArrayLike, pad: float = 0.0, wide: float = 0.0, *, seed: int = 0,
    cuff: ArrayLike | None = None, short: bool = False, bump: Bump | None = None,
) -> list[Part]:  # fmt: skip
    """Both sleeves, from the shoulder to the wrist.

    Args:
        k: whose.
        colour: albedo.
        pad: metres of cloth over the arm.
        wide: more metres at the wrist.
        seed: which folds.
        cuff: albedo of a cuff; None for none.
        short: rolled up to the elbow.
        bump: fine relief, such as `knit`.
    """
    g = k.girth**0.6 * k.scale**0.4
    out = []
    for side, arm in enumerate(k.limbs):
        way, upper = unit(arm.wrist - arm.elbow), arm.elbow - arm.shoulder
        inward = unit(k.neck - arm.shoulder)
        start = arm.shoulder + inward * 0.012 * k.scale
        r = 0.032 * g + pad + wide
        # A pouch behind the elbow, where cloth collects.
        outer = unit(arm.elbow - (arm.shoulder + arm.wrist) / 2) * 0.007
        points = [start, arm.shoulder + upper * 0.45, arm.elbow + outer]
        radii: list[Radius] = [0.053 * g + 0.8 * pad, 0.047 * g + pad, 0.044 * g + pad]
        if short:
            points = [start, arm.shoulder + upper * 0.5, arm.shoulder + upper * 0.98 + outer]
            radii = [0.053 * g + 0.8 * pad, 0.049 * g + pad, 0.049 * g + pad]
            fold = gathers((0.95,), 0.010, 4, seed + side, 0.35)
        else:
            points += [arm.elbow + (arm.wrist - arm.elbow) * 0.5, arm.wrist + way * 0.004]
            radii += [0.041 * g + pad + 0.4 * wide, r]
            fold = gathers((0.50, 0.88, 0.12), 0.011, 4.2, seed + side, 0.17)
        p = Part(colour, 0.012, fold=fold, bump=bump, paint=chained(worn(seed), valleys(fold, 0.009, 0.45)))
        p.loft(points, radii, unit(np.cross(upper, way + vec(0.01, 0.02, 0.0))), flat_end=True)
        out.append(p)
        if cuff is not None and not short:
            band = Part(cuff, 0.005)
            band.cone(arm.wrist - way * 0.016, arm.wrist + way * 0.014, r + 0.002, r + 0.002, flat=True)
            out.append(band)
    return out


def forearms(k: Skeleton, skin: ArrayLike) -> list[Part]:
    """Bare forearms, under rolled sleeves.

    Args:
        k: whose.
        skin: albedo.
    """
    s = k.scale
    out = []
    for arm in k.limbs:
        p = Part(skin, 0.012)
        p.cone(arm.elbow, arm.elbow + (arm.wrist - arm.elbow) * 0.35, 0.038 * s, 0.040 * s)
        out.append(p.cone(arm.elbow + (arm.wrist - arm.elbow) * 0.35, arm.wrist, 0.039 * s, 0.024 * s))
    return out


def trousers(
    k: Skeleton, colour: ArrayLike, pad: float = 0.0, *, seed: int = 0, tucked: bool = False, under: bool = False
) -> list[Part]:
    """Trousers: the seat, and both legs to the ankles or into boots.

    Args:
        k: whose.
        colour: albedo.
        pad: metres of cloth over the body.
        seed: which folds.
        tucked: the legs end in boots, above which they pouch.
        under: a coat hides them above the knee.
    """
    g, s = k.girth**0.7 * k.scale**0.3, k.scale
    seat = Part(colour, 0.035 * s, paint=worn(seed))
    seat.ellipsoid(k.pelvis + k.low @ vec(0, 0.015 * s, 0), vec(k.build.hip + 0.056 * k.girth, 0.115 * s,
        0.104 * k.girth) + pad,
                   k.low.T)  # fmt: skip
    out = [] if under else [seat]
    for side, leg in enumerate(k.limbs):
        shin, thigh = leg.ankle - leg.knee, leg.knee - leg.hip
        seat.cone(leg.hip, leg.hip + thigh * 0.30, 0.084 * g + pad, 0.076 * g + pad)
        fold = gathers((0.50, 0.97, 0.08), 0.013, 5, seed + 7 + side, 0.15)
        p = Part(colour, 0.02 * s, fold=fold, paint=chained(worn(seed), valleys(fold, 0.011, 0.45)))
        end = 0.62 if tucked else 1.04
        top = leg.hip + thigh * (0.86 if under else 0.0)
        points = [top, (top + leg.knee) / 2, leg.knee, leg.knee + shin * 0.45 * end, leg.knee + shin * end]
        low = 0.058 if tucked else 0.050
        high = 0.060 if under else 0.086
        radii: list[Radius] = [
            high * g + pad,
            (0.64 * high + 0.020) * g + pad,
            0.057 * g + pad,
            0.056 * g + pad,
            low * g + pad,
        ]
        p.loft(points, radii, k.low[:, 0], flat_end=True)
        out.append(p)
    return out


def bare_legs(k: Skeleton, skin: ArrayLike) -> list[Part]:
    """Legs, or stockings: what a skirt leaves to be seen.

    Args:
        k: whose.
        skin: albedo, of the stockings where they are worn.
    """
    g, s = k.girth**0.7 * k.scale**0.3, k.scale
    out = []
    for leg in k.limbs:
        p = Part(skin, 0.02 * s)
        calf = leg.knee + (leg.ankle - leg.knee) * 0.35
        p.cone(leg.hip + (leg.knee - leg.hip) * 0.45, leg.knee, 0.060 * g, 0.050 * g)
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
        heel, ball, tip = sole - toe * 0.045 * s, sole + toe * 0.095 * s, sole + toe * 0.140 * s
        p.cone(heel, ball, (0.030 * s * wide, 0.030 * s), (0.037 * s * wide, 0.024 * s), x)
        p.cone(ball, tip, (0.037 * s * wide, 0.024 * s), (0.026 * s * wide, 0.017 * s), x)
        p.cone(leg.ankle + up * 0.01 * s, sole - toe * 0.012 * s, 0.035 * s * wide, 0.032 * s * wide)
        if boot:
            shin = unit(leg.knee - leg.ankle)
            p.cone(leg.ankle, leg.ankle + shin * boot * s, 0.043 * s, 0.058 * s, flat=True)
            p.bump, p.shade = creases([leg.ankle + shin * 0.05], 0.07, 0.007, 60, 3, 0.2), 30.0
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
    hip = b.hip + 0.062 * g

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
    lap = 0.0
    if k.pose.sits:
        # Cloth lies on the thighs: at the knees it is hardly wider than they are.
        flare, lap = 0.45 * flare, 0.016 * g
    reach = 1 if hem > 0.5 else hem / 0.5
    rings: list[tuple[Vec, Radius]] = [
        (k.waist, (0.146 * g * b.waist + pad, 0.100 * g * (0.5 + 0.5 * b.waist) + pad)),
        (pelvis, (hip + pad + 0.004, 0.120 * g + pad)),
        (pelvis + (knees - pelvis) * 0.55 * reach,
         (hip + flare * 0.30 + pad, max(0.112 * g, deep_knee * 0.6 + 0.085 * g) + flare * 0.25 + pad)),
        (pelvis + (knees - pelvis) * reach,
         (max(hip * 0.92, wide_knee + 0.075 * g) + flare * 0.58 + pad,
          max(0.095 * g - 1.5 * lap, deep_knee + 0.070 * g - lap) + flare * 0.55 + pad)),
    ]  # fmt: skip
    if hem > 0.5:
        u = (hem - 0.5) / 0.5
        wide = max(hip * 0.85, wide_knee + (wide_ankle - wide_knee) * u + 0.07 * g)
        deep = max(0.10 * g, deep_knee + (max(deep_ankle, deep_knee) - deep_knee) * u + 0.075 * g)
        rings.append((knees + (ankles - knees) * u, (wide + flare + pad, deep + flare * 0.95 + pad)))
    fold = drape(seed, folds, depth, 1.1, start)
    if k.pose.sits and hem < 0.7:
        # A short one ends on the thighs, before the knees.
        rings = rings[:4]
        rings[3] = pelvis + (knees - pelvis) * 0.86, (wide_knee + 0.085 * g, 0.088 * g)
    p = Part(colour, 0.03 * k.scale, fold=fold, hem=uneven_hem(seed, 0.972, 0.018))
    p.loft([r[0] for r in rings], [r[1] for r in rings], x, flat_end=True)
    p.paint = chained(paint or worn(seed), valleys(fold, depth, 0.46))
    if k.pose.sits:
        p.cut((0, 0.004, 0), (0, -1, 0))
    return p


def collar(k: Skeleton, colour: ArrayLike, r: float = 0.0, tall: float = 0.035) -> Part:
    """A collar, `tall` metres.

    Args:
        k: whose.
        colour: albedo.
        r: metres added to its radius, for what it is worn over.
        tall: height, metres.
    """
    g, t = k.girth, k.top
    a = k.neck - t[:, 1] * 0.03 + t[:, 2] * 0.004
    b = k.neck + t[:, 1] * tall - t[:, 2] * 0.006
    end = 0.066 * k.head_scale + r
    return Part(colour, 0.015).cone(a, b, (0.080 * g + r, 0.074 * g + r), (end, end), t[:, 0], flat=True)


def scarf(k: Skeleton, colour: ArrayLike, *, seed: int = 0) -> Part:
    """Wound once round the neck, one end down the back.

    Args:
        k: whose.
        colour: albedo.
        seed: which creases and wear.
    """
    t, hs = k.top, k.head_scale
    stripes = striped(np.minimum(np.asarray(colour) * 1.9, 0.6), 0.052, (0.1, 1, 0.1), 0.3, 0.55)
    p = Part(
        colour, 0.015, bump=creases([k.neck], 0.2, 0.008, 80, seed, 0.4), paint=chained(worn(seed), stripes), shade=24.0
    )
    p.fuzz = 0.005
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


def shawl(k: Skeleton, colour: ArrayLike, *, seed: int = 0) -> list[Part]:
    """A shawl of wool: a triangle that hangs to a point down the back, its ends knotted before the breast.

    Args:
        k: whose.
        colour: albedo.
        seed: which creases and wear.
    """
    g, s, wide = k.girth, k.scale, k.build.shoulder
    t = k.top
    lower = k.chest + (k.waist - k.chest) * 0.85
    rings: list[tuple[Vec, Radius]] = [
        (k.neck + t[:, 1] * 0.024 * s, (0.062 * g, 0.060 * g)),
        (k.neck - t[:, 1] * 0.040 * s, (wide * 0.74 + 0.02, 0.096 * g)),
        (k.neck - t[:, 1] * 0.10 * s, (wide + 0.046 * g, 0.124 * g)),
        (k.chest, (wide + 0.060 * g, 0.138 * g)),
        (lower - t[:, 2] * 0.02, (wide + 0.052 * g, 0.158 * g)),
        (lower - t[:, 1] * 0.12 * s - t[:, 2] * 0.03, (wide + 0.02 * g, 0.158 * g)),
    ]
    fold = drape(seed, 6, 0.017, 0.9, 0.22)

    def hem(angle: Array) -> Array:
        # Longest behind (-pi/2), short over the arms, open in front.
        back = F(0.5) - F(0.5) * np.sin(angle)
        return np.asarray(F(0.60) + F(0.38) * back**2 + F(0.012) * np.sin(9 * angle + seed), F)

    p = Part(colour, 0.05, fold=fold, hem=hem, fuzz=0.007)
    p.loft([r[0] for r in rings], [r[1] for r in rings], t[:, 0], flat_end=True)
    for arm in k.limbs:
        p.cone(arm.shoulder, arm.shoulder + (arm.elbow - arm.shoulder) * 0.62, 0.064 * g, 0.070 * g)
    edge = np.minimum(np.asarray(colour, F) * F(1.6), F(0.5))

    def fringe(base: Array, q: Array, along: Array, angle: Array) -> Array:
        low = hem(angle)
        band = (along > low - F(0.10)) & (along < low - F(0.07))
        out = np.where(((along > low - F(0.045)) & (np.sin(angle * 52) > -0.3))[:, None], edge, base)
        return np.where(band[:, None], edge, out)

    soft = chained(worn(seed), valleys(fold, 0.017, 0.42))
    p.paint = lambda base, q, along, angle: fringe(soft(base, q, along, angle), q, along, angle)
    knot = Part(colour, 0.02, paint=worn(seed), bump=creases([k.chest], 0.2, 0.007, 90, seed, 0.4), shade=24.0)
    front = k.chest + t @ vec(0, 0.055 * s, 0.132 * g)
    knot.ellipsoid(front, vec(0.034, 0.026, 0.024) * s, t.T)
    for sign in (1, -1):
        knot.cone(front, front - t[:, 1] * 0.15 * s + t[:, 0] * sign * 0.035 + t[:, 2] * 0.005, (0.016, 0.012),
            (0.034, 0.012), t[:, 0],
                  flat=True)  # fmt: skip
    return [p, knot]


def cloak(k: Skeleton, colour: ArrayLike, *, seed: int = 0, hem: float = 0.84, hood: bool = False) -> list[Part]:
    """A cloak from the shoulders, open in front, with a hood.

    Args:
        k: whose.
        colour: albedo.
        seed: which folds.
        hem: share of the leg it covers.
        hood: the hood is up; else it lies on the back.
    """
    g, s, wide, t = k.girth, k.scale, k.build.shoulder, k.top
    left, right = k.limbs
    ankles = (left.ankle + right.ankle) / 2
    end = k.pelvis + (ankles - k.pelvis) * hem
    back = t[:, 2] * 0.03
    rings: list[tuple[Vec, Radius]] = [
        (k.neck + t[:, 1] * 0.016 * s, (0.066 * g, 0.064 * g)),
        (k.neck - t[:, 1] * 0.06 * s, (wide + 0.026 * g, 0.108 * g)),
        (k.chest - back, (wide + 0.070 * g, 0.155 * g)),
        (k.waist - back, (wide + 0.068 * g, 0.172 * g)),
        (k.pelvis - back, (wide + 0.095 * g, 0.205 * g)),
        (end - back * 2, (wide + 0.165 * g, 0.285 * g)),
    ]
    fold = drape(seed, 5, 0.030, 0.9, 0.14, 0.5)
    paint = chained(worn(seed), valleys(fold, 0.030, 0.55))
    p = Part(colour, 0.04, fold=fold, hem=uneven_hem(seed, 0.965, 0.018), paint=paint)
    p.loft([r[0] for r in rings], [r[1] for r in rings], t[:, 0], flat_end=True)
    p.cut(k.chest + t[:, 2] * 0.050 * g, unit(t[:, 2] + t[:, 0] * 0.12))
    creased = creases([k.neck, k.head], 0.2, 0.010, 55, seed, 0.4)
    if not hood:
        h = Part(colour, 0.03, paint=worn(seed), bump=creased, shade=26.0)
        h.ellipsoid(k.neck - t[:, 2] * 0.080 * g - t[:, 1] * 0.020, vec(0.100, 0.050, 0.056) * s, t.T)
        h.ellipsoid(k.neck - t[:, 2] * 0.105 * g - t[:, 1] * 0.085, vec(0.062, 0.075, 0.034) * s, t.T)
        return [p, h]
    hs, axes = k.head_scale, k.head_axes
    h = Part(colour, 0.03, paint=worn(seed), bump=creased, shade=26.0)
    h.ellipsoid(k.on_head(0, 0.020, -0.028), vec(0.108, 0.126, 0.120) * hs, axes.T)
    h.cone(k.on_head(0, 0.085, -0.070), k.on_head(0, 0.060, -0.150), 0.060 * hs, 0.022 * hs)
    h.cone(k.on_head(0, -0.06, -0.045), k.neck - t[:, 1] * 0.045 * s, 0.094 * hs, 0.108 * s)
    h.cut(k.on_head(0, 0.0, 0.058), axes @ unit((0, -0.18, 1.0)))
    return [p, h]


def cowl(k: Skeleton, colour: ArrayLike, *, seed: int = 0, up: bool = False) -> list[Part]:
    """A monk's cowl: a short cape over the shoulders, its hood down or up.

    Args:
        k: whose.
        colour: albedo.
        seed: which folds.
        up: the hood is over the head.
    """
    g, s, wide, t = k.girth, k.scale, k.build.shoulder, k.top
    fold = drape(seed, 6, 0.014, 0.9, 0.2, 0.5)
    rings: list[tuple[Vec, Radius]] = [
        (k.neck + t[:, 1] * 0.022 * s, (0.070 * g, 0.068 * g)),
        (k.neck - t[:, 1] * 0.05 * s, (wide + 0.010 * g, 0.108 * g)),
        (k.neck - t[:, 1] * 0.12 * s, (wide + 0.050 * g, 0.140 * g)),
        (k.chest - t[:, 1] * 0.02 * s, (wide + 0.062 * g, 0.155 * g)),
    ]
    p = Part(
        colour, 0.03, fold=fold, hem=uneven_hem(seed, 0.95, 0.03), paint=chained(worn(seed), valleys(fold, 0.014, 0.4))
    )
    p.loft([r[0] for r in rings], [r[1] for r in rings], t[:, 0], flat_end=True)
    return [p, *cloak(k, colour, seed=seed, hood=up)[1:]]


def open_front(
    colour: ArrayLike, k: Skeleton, *, wide: float = 0.030, deep: float = 0.20, lapel: float = 0.55
) -> Paint:
    """Painted on a bodice: open before the chest, what is worn under it is seen between two lapels.

    Args:
        colour: albedo of what is under it.
        k: whose.
        wide: metres at the neck to each side.
        deep: metres below the neck at which it closes; large values leave it open.
        lapel: how dark the edge of the lapels is, 0 none.
    """
    neck, axes, under = k.neck.astype(F)[:, None], k.top.T.astype(F), np.asarray(colour, F)

    def paint(base: Array, p: Array, t: Array, angle: Array) -> Array:
        q = axes @ (p - neck)
        half = F(wide) * (F(1) + q[1] / F(deep) * F(1.0 if deep < 0.4 else 0.25)) + F(0.012)
        gap = (np.abs(q[0]) - half) * (q[2] > 0) + F(9) * (q[2] <= 0)
        inside, edge = gap < 0, np.abs(gap - F(0.004)) < 0.007
        out = np.where(inside[:, None], under, base)
        return np.where((edge & (q[1] < 0.0))[:, None], out * F(1 - lapel), out)

    return paint


def belly(k: Skeleton, colour: ArrayLike, pad: float, seed: int, under: ArrayLike, *, buttons: bool = True) -> Part:
    """A waistcoat over a shirt, without sleeves.

    Args:
        k: whose.
        colour: albedo.
        pad: metres over the body; more than the shirt's.
        seed: which creases.
        under: albedo of the shirt at its neck.
        buttons: a row of them.
    """
    g, s, b, top, up = k.girth, k.scale, k.build, k.top, k.low[:, 1]
    hip, wide = b.hip + 0.060 * g, b.shoulder
    rings: list[tuple[Vec, Radius]] = [
        (k.neck - top[:, 1] * 0.020 * s, (0.078 * g + pad, 0.062 * g + pad)),
        (k.neck - top[:, 1] * 0.080 * s, (wide * 0.62 + 0.020 * g + pad, 0.088 * g + pad)),
        (k.chest, (wide * 0.60 + 0.040 * g + pad, 0.114 * g + pad)),
        (k.waist, (0.150 * g * b.waist + pad, 0.102 * g * (0.5 + 0.5 * b.waist) + pad)),
        (k.pelvis + up * 0.02 * s, (hip + pad, 0.112 * g + pad)),
    ]
    p = Part(colour, 0.02, bump=creases([k.waist], 0.14, 0.008, 60, seed, 0.2), shade=26.0)
    p.hem = lambda angle: np.asarray(F(0.955) + F(0.035) * np.sin(angle), F)
    p.loft([r[0] for r in rings], [r[1] for r in rings], top[:, 0], flat_end=True)
    opened = open_front(under, k, wide=0.032, deep=0.19)
    chest, axes = k.chest.astype(F)[:, None], top.T.astype(F)

    def buttoned(base: Array, q: Array, along: Array, angle: Array) -> Array:
        r = axes @ (q - chest)
        there = (np.abs(r[0]) < 0.008) & (r[2] > 0) & (np.mod(r[1], 0.052) < 0.014) & (r[1] < 0.03)
        return np.where(there[:, None], np.array([0.30, 0.20, 0.09], F), base)

    p.paint = chained(worn(seed), opened, buttoned) if buttons else chained(worn(seed), opened)
    return p


def overlap(base: Array, p: Array, t: Array, angle: Array) -> Array:
    """Painted on the skirts of a coat: its front edge, one side over the other, and the slit at the back.

    Args:
        base: (n, 3) albedo before.
        p: (3, n) metres; not used.
        t: (n,) share of the length, 0..1.
        angle: (n,) radians round it, pi/2 in front.

    Returns:
        (n, 3) albedo.
    """
    front = np.abs(angle - np.pi / 2)
    line = (front < 0.030) | ((np.abs(angle + np.pi / 2) < 0.022) & (t > 0.45))
    return np.where(line[:, None], base * F(0.42), base)


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
    """The bow of an apron at the back.

    Args:
        k: whose.
        colour: albedo.
    """
    x, y, z = k.low[:, 0], k.low[:, 1], k.low[:, 2]
    c = k.waist - z * (0.112 * k.girth) - y * 0.015
    p = Part(colour, 0.006)
    for sign in (1, -1):
        p.cone(c, c + x * sign * 0.062 + y * 0.018, 0.010, (0.028, 0.012), y)
        p.cone(c, c + x * sign * 0.035 - y * 0.17 - z * 0.03, (0.012, 0.006), (0.022, 0.005), x, flat=True)
    return p.ball(c, 0.014)


def braces(k: Skeleton) -> Paint:
    """Painted on a shirt: two leather bands over the back.

    Args:
        k: whose.
    """
    chest, axes, s = k.chest.astype(F)[:, None], k.top.T.astype(F), F(k.scale)

    def paint(base: Array, p: Array, t: Array, angle: Array) -> Array:
        q = axes @ (p - chest)
        m = (np.abs(np.abs(q[0]) - (0.052 + 0.14 * q[1])) < 0.010) & (q[1] < 0.20 * s)
        return np.where(m[:, None], np.array([0.11, 0.055, 0.03], F), base)

    return paint


def seam(base: Array, p: Array, t: Array, angle: Array) -> Array:
    """Painted on a coat: the seam down the back.

    Args:
        base: (n, 3) albedo before.
        p: (3, n) metres; not used.
        t: (n,) share of the length, 0..1.
        angle: (n,) radians round it, pi/2 in front.

    Returns:
        (n, 3) albedo.
    """
    m = (np.abs(angle + np.pi / 2) < 0.016) & (t < 0.98)
    return np.where(m[:, None], base * F(0.62), base)


def half_belt(k: Skeleton, colour: ArrayLike, pad: float) -> Part:
    """The half belt at the waist of a coat; `pad` as the coat's.

    Args:
        k: whose.
        colour: albedo of the coat; the belt is a little darker.
        pad: thickness of the coat, metres.
    """
    b, g, low = k.build, k.girth, k.low
    w, d = 0.150 * g * b.waist * 1.04 + pad + 0.007, 0.105 * g * (0.5 + 0.5 * b.waist) + pad + 0.012
    c = k.waist - low[:, 1] * 0.02
    half = low[:, 1] * 0.022
    return Part(np.asarray(colour) * 0.82, 0.004).cone(c + half, c - half, (w, d), (w, d), low[:, 0], flat=True)
