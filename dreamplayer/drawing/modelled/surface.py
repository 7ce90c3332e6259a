"""Surfaces of modelled parts: folds that displace, creases that tilt normals, and patterns of colour."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from dreamplayer.drawing.modelled.part import Array, Bump, Fold, Hem, Paint, unit
from dreamplayer.kit.hashing import uniform

_TAU = np.float32(2 * np.pi)
F = np.float32


def hanging_folds(seed: int, count: int = 9, depth: float = 0.012, growth: float = 1.4, start: float = 0.15) -> Fold:
    """Folds of a skirt: deeper towards the hem, some of them merging on the way.

    Args:
        seed: which folds.
        count: folds round it: 5 heavy felt, 9 a skirt.
        depth: metres at the hem.
        growth: exponent with which they deepen.
        start: share of the length at which they begin.
    """
    first, second, third = uniform(seed, 1, 3) * _TAU
    more = count + 4

    def fold(t: Array, angle: Array) -> Array:
        deep = np.clip((t - F(start)) / F(1 - start), 0, 1) ** F(growth)
        wave = np.sin(count * angle + first + F(0.9) * np.sin(F(2.2) * t + second)) * F(0.6)
        wave = wave + np.sin(more * angle + third - F(0.7) * t) * F(0.4)
        return np.asarray(F(depth) * deep * (np.abs(wave + F(0.15)) * F(1.5) - F(0.55)), F)

    return fold


def drape(
    seed: int, count: int = 7, depth: float = 0.016, growth: float = 1.1, start: float = 0.15, sway: float = 0.45,
) -> Fold:  # fmt: skip
    """Cloth that hangs: a few round folds of unlike width and depth with narrow valleys, some of which end on the way.

    Args:
        seed: which folds.
        count: folds round it: 4 a heavy coat, 7 a skirt, 9 thin linen.
        depth: metres at the hem.
        growth: exponent with which they deepen.
        start: share of the length at which they begin.
        sway: how unlike their widths are: 0 pleats of one width .. .6.
    """
    one, two, three, four, five = uniform(seed, 5, 5) * _TAU

    def fold(t: Array, angle: Array) -> Array:
        deep = np.clip((t - F(start)) / F(1 - start), 0, 1) ** F(growth)
        bent = angle + F(sway) * np.sin(angle + one) + F(0.5 * sway) * np.sin(2 * angle + two + F(0.8) * t)
        ridge = F(0.5) + F(0.5) * np.cos(count * bent + three)
        ridge = F(1) - (F(1) - ridge) ** F(2.2)
        late = np.clip((t - F(0.45)) / F(0.55), 0, 1)
        second = np.cos((2 * count - 3) * bent + four) * late * F(0.30)
        uneven = F(0.62) + F(0.38) * np.sin(2 * angle + five)
        return np.asarray(F(depth) * deep * uneven * (ridge * F(1.5) - F(0.85) + second), F)

    return fold


def uneven_hem(seed: int, end: float = 0.962, drop: float = 0.022) -> Hem:
    """A hem that dips here and rises there.

    Args:
        seed: where it dips.
        end: share of the length at which it ends on average.
        drop: how much more or less, in shares of the length.
    """
    one, two = uniform(seed, 6, 2) * _TAU

    def hem(angle: Array) -> Array:
        return np.asarray(F(end) + F(drop) * (F(0.6) * np.sin(angle + one) + F(0.4) * np.sin(3 * angle + two)), F)

    return hem


def valleys(fold: Fold, depth: float, dark: float = 0.5) -> Paint:
    """Folds seen by their shade: darker in the valleys, a little lighter on the ridges.

    Args:
        fold: the folds.
        depth: their depth, metres.
        dark: share of the albedo taken away in the deepest.
    """

    def paint(base: Array, p: Array, t: Array, angle: Array) -> Array:
        height = fold(t, angle) / F(depth)
        shade = 1 + F(0.30 * dark) * np.clip(height, 0, 1) - F(dark) * np.clip(-height, 0, 1)
        return np.asarray(base * shade[:, None], F)

    return paint


def gathers(
    points: Sequence[float], depth: float = 0.006, turns: float = 4.0, seed: int = 0, wide: float = 0.15
) -> Fold:
    """Folds of a sleeve or trouser leg: slanting pouches where it bends and where it is gathered.

    Args:
        points: shares of the length at which they lie, as elbow and cuff.
        depth: metres.
        turns: how many over the length.
        seed: which folds.
        wide: share of the length over which they fade.
    """
    one, two = uniform(seed, 7, 2) * _TAU

    def fold(t: Array, angle: Array) -> Array:
        near = np.zeros_like(t)
        for point in points:
            near = np.maximum(near, np.exp(-(((t - F(point)) / F(wide)) ** 2)))
        pace = F(2 * np.pi * turns) * t
        right = np.maximum(np.sin(pace + angle + one + F(0.5) * np.sin(2 * angle)), 0)
        left = np.maximum(np.sin(F(0.72) * pace - angle + two), 0)
        broken = F(0.5) + F(0.5) * np.sin(angle + F(7) * t + two)
        return np.asarray(F(depth) * near * (right * broken + F(0.8) * left * (1 - broken) - F(0.25)), F)

    return fold


def worn(seed: int = 0, high: float = 1.7, low: float = 0.0, dark: float = 0.30) -> Paint:
    """Cloth that is worn: soft patches, a shade darker and browner towards the ground, as painters do.

    Args:
        seed: which patches.
        high: metres above the ground where it is as dyed.
        low: metres where it is darkest.
        dark: share of the albedo taken away there.
    """
    one, two, three = uniform(seed, 8, 3) * _TAU

    def paint(base: Array, p: Array, t: Array, angle: Array) -> Array:
        broad = np.sin(p[0] * 8 + one + np.sin(p[1] * 5 + two)) * np.sin(p[1] * 9 + 1.4 * p[2] + three)
        fine = np.sin(p[0] * 23 + p[1] * 17 + two) * np.sin(p[2] * 21 - p[1] * 25 + one)
        down = np.clip((F(high) - p[1]) / F(high - low), 0, 1)
        value = 1 + F(0.10) * broad + F(0.07) * fine - F(dark) * down * down
        warm = np.array([0.03, 0.0, -0.05], F) * broad[:, None]
        return np.asarray(base * np.clip(value[:, None] + warm, 0.3, 1.4), F)

    return paint


def striped(
    colour: ArrayLike, width: float, axis: ArrayLike = (0, 1, 0), share: float = 0.25, soft: float = 0.8
) -> Paint:
    """Stripes of another colour across an axis of the model.

    Args:
        colour: albedo.
        width: metres from stripe to stripe.
        axis: direction in which they follow each other.
        share: of the width that each takes.
        soft: 0..1, how much of the colour there is.
    """
    across, other = unit(axis).astype(F), np.asarray(colour, F)

    def paint(base: Array, p: Array, t: Array, angle: Array) -> Array:
        there = (np.mod(across @ p / F(width), 1) < share)[:, None] * F(soft)
        return np.asarray(base + (other - base) * there, F)

    return paint


def creases(
    points: Sequence[ArrayLike], radius: float, depth: float = 0.007, density: float = 95.0, seed: int = 0,
    everywhere: float = 0.10, axis: ArrayLike = (0.35, 1.0, 0.25),
) -> Bump:  # fmt: skip
    """Creases near elbows, knees and cuffs: slanting, pinched, almost gone elsewhere.

    Args:
        points: where cloth is creased.
        radius: metres about each.
        depth: metres.
        density: radians a metre.
        seed: which creases.
        everywhere: share of their depth away from the points.
        axis: direction across them.
    """
    centres = np.asarray(points, float).astype(F)
    across = unit(axis).astype(F)
    other = across[[1, 0, 2]]
    phase = uniform(seed, 2, 4) * _TAU
    pace = F(density * 0.62)

    def bump(p: Array, t: Array, angle: Array) -> Array:
        near = np.full(p.shape[1], everywhere, F)
        for centre in centres:
            near = np.maximum(near, np.exp(-((p - centre[:, None]) ** 2).sum(0) / F(radius * radius)))
        wander = np.sin(p[0] * 13 + phase[0] + 2 * np.sin(p[1] * 7)) + np.sin(p[2] * 15 + phase[1])
        wander = wander + np.sin(p[1] * 9 + phase[2])
        fine = np.sin((across @ p) * pace + wander * F(2.2) + phase[3])
        broad = np.sin((other @ p) * pace * F(0.55) - wander * F(1.7) + phase[0])
        patch = np.sin(p[0] * 21 + p[1] * 16 + phase[1]) * np.sin(p[2] * 18 - p[1] * 12 + phase[2])
        patch = F(0.5) + F(0.5) * patch
        return np.asarray(F(depth) * near * (np.abs(fine) * patch + F(0.6) * broad * (1 - patch)), F)

    return bump


def both(*bumps: Bump) -> Bump:
    """The sum of several reliefs.

    Args:
        bumps: any number of reliefs.
    """

    def bump(p: Array, t: Array, angle: Array) -> Array:
        out = bumps[0](p, t, angle)
        for other in bumps[1:]:
            out = out + other(p, t, angle)
        return np.asarray(out, F)

    return bump


def knit(p: Array, t: Array, angle: Array) -> Array:
    """Stitches of a jumper.

    Args:
        p: (3, n) metres.
        t: (n,) share of the length, 0..1.
        angle: (n,) radians round it.

    Returns:
        (n,) metres of relief.
    """
    return np.asarray(F(0.0012) * np.sin(angle * 46) * np.sin(p[1] * 300), F)


def fur(density: float = 260.0, depth: float = 0.0007) -> Bump:
    """Short hair: a fine unrest that breaks up highlights.

    Args:
        density: radians a metre of the finest waves.
        depth: metres: .0007 a cat, .002 a sheepdog.
    """

    def bump(p: Array, t: Array, angle: Array) -> Array:
        one = np.sin(p[0] * density + 3 * np.sin(p[1] * 61))
        two = np.sin(p[1] * density * 0.7 + 3 * np.sin(p[2] * 53))
        three = np.sin(p[2] * density * 0.5 + 2 * np.sin(p[0] * 47))
        return np.asarray(F(depth) * one * two * three, F)

    return bump


def wool(size: float = 0.045, depth: float = 0.010) -> Bump:
    """Curls of a fleece.

    Args:
        size: metres of a curl.
        depth: metres.
    """
    pace = F(2 * np.pi / size)

    def bump(p: Array, t: Array, angle: Array) -> Array:
        one = np.sin(p[0] * pace + 1.3 * np.sin(p[1] * pace * 0.6))
        two = np.sin(p[1] * pace + 1.3 * np.sin(p[2] * pace * 0.6))
        three = np.sin(p[2] * pace + 1.3 * np.sin(p[0] * pace * 0.6))
        return np.asarray(F(depth) * np.abs(one + two + three) * F(0.5), F)

    return bump


def feathers(rows: float = 46.0, depth: float = 0.0016) -> Bump:
    """Overlapping feathers, in rows along the body.

    Args:
        rows: rows from end to end of the loft.
        depth: metres.
    """

    def bump(p: Array, t: Array, angle: Array) -> Array:
        row = t * F(rows)
        offset = np.where(np.floor(row) % 2 < 1, F(0), F(np.pi))
        scallop = np.sin(angle * 22 + offset)
        return np.asarray(F(depth) * (np.mod(row, 1.0) * F(0.7) + F(0.3) * scallop), F)

    return bump


def strands(axes: ArrayLike, centre: ArrayLike, seed: int = 0, count: float = 30.0, depth: float = 0.0024) -> Bump:
    """Locks of hair that fall from the crown.

    Args:
        axes: rotation of the head (3, 3).
        centre: its middle.
        seed: which locks.
        count: about as many round the head.
        depth: metres.
    """
    back, middle = np.asarray(axes).T.astype(F), np.asarray(centre, F)[:, None]

    def bump(p: Array, t: Array, angle: Array) -> Array:
        q = back @ (p - middle)
        round_ = np.arctan2(q[0], q[2] + F(0.03))
        wave = np.sin(q[1] * 31 + seed) + np.sin(round_ * 5 + 3 * seed)
        locks = np.sin(round_ * F(0.62 * count) + wave * F(1.6) + 12 * q[1])
        hairs = np.sin(round_ * F(1.7 * count) + F(2.4) * wave + seed)
        return np.asarray(F(depth) * (locks * F(0.5) + hairs * F(0.3)), F)

    return bump


def mottled(low: float = 0.86, high: float = 1.10, density: float = 9.0, seed: int = 0) -> Paint:
    """Cloth is never one colour: soft patches between `low` and `high` of its own.

    Args:
        low: least factor on the albedo.
        high: greatest factor on the albedo.
        density: radians of the pattern a metre.
        seed: which pattern.
    """

    def paint(base: Array, p: Array, t: Array, angle: Array) -> Array:
        patch = np.sin(p[0] * density + seed) * np.sin(p[1] * density * 1.3 + 2 * seed)
        patch = patch * np.sin(p[2] * density + 1 + seed)
        return np.asarray(base * (F(low) + F(high - low) * (F(0.5) + F(0.5) * patch))[:, None], F)

    return paint


def hemmed(colour: ArrayLike, start: float = 0.93, end: float = 0.965) -> Paint:
    """A band of another colour near the hem, between two shares of the length.

    Args:
        colour: albedo of the band.
        start: share of the length, 0..1, at which the band begins.
        end: share at which it ends.
    """
    band = np.asarray(colour, F)

    def paint(base: Array, p: Array, t: Array, angle: Array) -> Array:
        return np.where(((t > start) & (t < end))[:, None], band, base)

    return paint


def chained(*paints: Paint) -> Paint:
    """Several patterns, one after the other.

    Args:
        paints: patterns; each gets the albedo the one before it returned.
    """

    def paint(base: Array, p: Array, t: Array, angle: Array) -> Array:
        for other in paints:
            base = other(base, p, t, angle)
        return base

    return paint


def shaded(below: ArrayLike, height: float, soft: float = 0.05) -> Paint:
    """Another colour below a height of the model, as the belly of many animals is.

    Args:
        below: albedo there.
        height: metres.
        soft: metres over which the two mix.
    """
    other = np.asarray(below, F)

    def paint(base: Array, p: Array, t: Array, angle: Array) -> Array:
        ragged = F(0.25 * soft) * np.sin(p[2] * 70 + 2 * np.sin(p[0] * 50))
        share = np.clip((F(height) - p[1] + ragged) / F(soft) + F(0.5), 0, 1)[:, None]
        return np.asarray(base + (other - base) * share, F)

    return paint
