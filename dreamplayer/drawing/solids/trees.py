"""Trees, bushes and firs: trunks that fork into twigs, and many small sprays of leaves with gaps of sky between them.

A crown is no ball: leaves stand in clumps about the ends of branches, lit from above, dark within. A spray is a card
whose leaves are looked up in a table that is painted once, so a thousand of them cost no more than a wall of cards.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cache
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from dreamplayer.drawing.solids import materials as mat
from dreamplayer.drawing.solids.materials import chance
from dreamplayer.drawing.solids.shapes import ball, cards, grid, joined, slivers, tube
from dreamplayer.drawing.solids.solid import Array, Cut, F, Finish, Mask, Material, Solid, Surface
from dreamplayer.kit.hashing import uniform
from dreamplayer.kit.noise import quick_fbm, quick_noise
from dreamplayer.model.reading import Colour
from dreamplayer.model.stage import Vec3

LEAF: Colour = (0.088, 0.122, 0.046)
NEEDLE: Colour = (0.024, 0.046, 0.030)
Habit = Literal["broad", "fruit", "birch", "willow"]
"""How a tree grows: oak and lime; apple and plum; birch; weeping willow."""
Leafing = Literal["oval", "small", "long", "needles"]
"""What a spray is made of: broad leaves, small ones, a willow's, a spruce's."""
_FINE = 128
"""Pixels of a side of a painted spray."""
_SPRAYS = 8
"""Different sprays of a kind."""
_GOLDEN = 2.39996323
"""The golden angle in radians: branches about a trunk never stand in rows."""


# ---------------------------------------------------------------------------------------------- sprays of leaves


@cache
def _painted(leafing: Leafing) -> Array:
    """(sprays, rows from the foot, columns, 3): tone of a leaf, 0 where none is, and how its face leans."""
    made = np.zeros((_SPRAYS, _FINE, _FINE, 3), F)
    y, x = np.mgrid[0:_FINE, 0:_FINE].astype(F)
    x, y = (x + F(0.5)) / _FINE - F(0.5), (y + F(0.5)) / _FINE
    for k in range(_SPRAYS):
        (_paint_bough if leafing == "needles" else _paint_leaves)(made[k], x, y, leafing, k)
    return made


def _paint_leaves(out: Array, x: Array, y: Array, leafing: Leafing, seed: int) -> None:
    """Leaves about a few twigs, the later ones over the earlier."""
    count, long, wide = {"oval": (52, 0.105, 0.046), "small": (96, 0.062, 0.030)}.get(leafing, (64, 0.120, 0.019))
    u = uniform(seed + 100, 66, 7 * count).reshape(count, 7)
    hanging = leafing == "long"
    for k in range(count):
        if hanging:
            # Strands that hang from the upper edge, leaves to both sides of each.
            strand = math.floor(7 * float(u[k, 0]))
            cx = (strand + 0.5) / 7 - 0.5 + 0.05 * float(u[k, 1] - 0.5) + 0.03 * math.sin(9 * float(u[k, 2]) + strand)
            cy = 0.06 + 0.90 * float(u[k, 2]) ** 0.8
            angle = -math.pi / 2 + 0.9 * float(u[k, 3] - 0.5)
        else:
            r = 0.46 * math.sqrt((k + 0.5) / count) * (0.75 + 0.5 * float(u[k, 0]))
            around = _GOLDEN * k + float(u[k, 1])
            cx, cy = r * math.cos(around), 0.5 + r * math.sin(around)
            angle = around + 1.6 * (float(u[k, 2]) - 0.5) - 0.5
        c, s = math.cos(angle), math.sin(angle)
        along, across = (x - cx) * c + (y - cy) * s, (y - cy) * c - (x - cx) * s
        q = along / (long * (0.7 + 0.6 * float(u[k, 4])))
        # Widest below the middle, pointed at the tip.
        half = wide * (0.8 + 0.4 * float(u[k, 5])) * np.clip((1 - q) * (1 + q) * (1 - 0.35 * q), 0, None) ** 0.75
        inside = (np.abs(q) < 1) & (np.abs(across) < half)
        # One half of a leaf is lit, the other not; each has its own tone.
        tone = (0.55 + 0.75 * float(u[k, 6])) * (1.0 + 0.22 * np.sign(across)) * (0.85 + 0.3 * q)
        out[..., 0][inside] = np.clip(tone, 0.25, 1.8)[inside]
        out[..., 1][inside] = float(u[k, 4] - 0.5) * 1.3
        out[..., 2][inside] = float(u[k, 5] - 0.5) * 1.3


def _paint_bough(out: Array, x: Array, y: Array, leafing: Leafing, seed: int) -> None:
    """A spruce's bough from above: twigs that leave its stem forwards, thick with needles, ragged at their ends."""
    u = uniform(seed + 200, 66, 4 * 40).reshape(40, 4)
    bristle = quick_noise(x * 70 + seed * 9, y * 70, seed)
    fray = quick_noise(x * 26 + seed * 5, y * 26, seed + 3)
    for k in range(30):
        side = -1.0 if k % 2 else 1.0
        start = 0.02 + 0.90 * (k + 0.6 * float(u[k, 0])) / 30
        reach = 0.50 * (1.0 - start) ** 0.55 * (0.62 + 0.45 * float(u[k, 1])) * min(1.0, 0.45 + 2.5 * start)
        forward = 0.55 + 0.35 * float(u[k, 2])
        # Along the twig 0..1, and off it; it bends forwards.
        t = np.clip(side * x / reach, 0, 1)
        off = y - start - forward * reach * t - 0.18 * reach * t * t
        half = 0.040 * (1.10 - t) ** 0.4 * (0.55 + 1.0 * bristle)
        inside = (side * x > -0.004) & (side * x < reach * (0.82 + 0.36 * fray)) & (np.abs(off) < half)
        tone = (0.55 + 0.55 * float(u[k, 3])) * (0.62 + 0.55 * t) * (0.55 + 0.9 * bristle)
        out[..., 0][inside] = np.clip(tone, 0.22, 1.6)[inside]
        out[..., 1][inside] = side * 0.5
        out[..., 2][inside] = (float(u[k, 2]) - 0.5) * 0.8
    stem = (np.abs(x) < 0.016 * (1.15 - y)) & (y < 0.97)
    out[..., 0][stem & (out[..., 0] == 0)] = 0.45


def _looked_up(leafing: Leafing, local: Array) -> Array:
    """(n, 3) what is painted at points of cards, from their local coordinates."""
    number = np.rint(local[:, 2]).astype(np.int32)
    i = np.clip((local[:, 0] + F(0.5)) * _FINE, 0, _FINE - 1).astype(np.int32)
    j = np.clip(local[:, 1] * _FINE, 0, _FINE - 1).astype(np.int32)
    i = np.where((number // _SPRAYS) % 2 == 1, _FINE - 1 - i, i)
    return np.asarray(_painted(leafing)[number % _SPRAYS, j, i], F)


def spray(leafing: Leafing = "oval") -> Cut:
    """The outline of a spray of leaves, leaf by leaf. For `cards` with up to some thousands of them.

    Args:
        leafing: of which plant.
    """

    def cut(local: Array) -> Mask:
        return np.asarray(_looked_up(leafing, local)[:, 0] > 0)

    return cut


def foliage(
    colour: Colour, tones: Array, leafing: Leafing = "oval", *, thin: float = 0.45, seed: int = 0, gloss: float = 0.07
) -> Material:
    """Leaves on the cards of `spray`: each leaf its own tone and tilt, each card the tone it is given.

    Args:
        colour: albedo.
        tones: (cards,) factor of a card: dark within the crown, bright on top.
        leafing: as of their outline.
        thin: light that comes through.
        seed: which plant.
        gloss: see `Finish`.
    """
    count = len(tones)

    def material(s: Surface) -> Finish:
        number = np.clip(np.rint(s.local[:, 2]).astype(np.int64), 0, count - 1)
        leaf = _looked_up(leafing, s.local)
        # Where the smoothing of samples meets the edge of a leaf, nothing is painted: half a tone is taken.
        tone = np.where(leaf[:, 0] > 0, leaf[:, 0], F(0.5)) * tones[number]
        warm = 0.25 * (chance(number, seed) - 0.4)[:, None] * np.array([1.0, 0.35, -0.4], F)
        albedo = np.asarray(colour, F) * (1 + warm) * tone[:, None]
        lean = np.stack([leaf[:, 1], 0 * leaf[:, 1] + F(0.1), leaf[:, 2]], -1)
        return Finish(
            albedo.astype(F), gloss, 0.0, np.clip(0.35 + 0.65 * tones[number], 0, 1).astype(F),
            normal=mat.tilted(s.n, lean * F(0.55)), thin=thin,
        )  # fmt: skip

    return material


def clumps(
    middles: Array,
    radius: ArrayLike,
    *,
    colour: Colour = LEAF,
    seed: int = 0,
    sprays: int = 30,
    size: float = 0.6,
    flat: float = 0.62,
    leafing: Leafing = "oval",
    sheds: bool = False,
    thin: float = 0.45,
    about: Vec3 | None = None,
) -> Solid:
    """Clumps of foliage, one about each point: cards on a flattened ball, lit above, dark below and within.

    Args:
        middles: (n, 3) metres.
        radius: of a clump in metres, one or (n,).
        colour: albedo.
        seed: which.
        sprays: cards of a clump.
        size: of a card in metres.
        flat: height of a clump in its widths.
        leafing: what the sprays are of.
        sheds: leaves that fall in autumn.
        thin: light that comes through.
        about: middle of the whole crown: what lies nearer to it is darker, and light falls as on one mass.
    """
    n = len(middles)
    which = np.repeat(np.arange(n), sprays)
    total = n * sprays
    u = uniform(seed, 65, 6 * total).reshape(total, 6)
    # Even over a ball by the golden angle, with some chance; the lower side is thinner.
    up = 1 - 2 * (np.tile(np.arange(sprays), n) + 0.5) / sprays + 0.25 * (u[:, 0] - 0.5)
    up = np.clip(np.where(up < 0, up * 0.75, up), -1, 1)
    around = _GOLDEN * np.tile(np.arange(sprays), n) + 2.1 * which + 1.1 * u[:, 1]
    level = np.sqrt(1 - up**2)
    out = np.stack([level * np.cos(around), up, level * np.sin(around)], -1).astype(F)
    r = np.broadcast_to(np.asarray(radius, F), (n,))[which]
    reach = r * (0.55 + 0.50 * u[:, 2])
    at = middles[which] + out * reach[:, None] * np.array([1, flat, 1], F)
    own = size * (0.75 + 0.5 * u[:, 3])
    normals = out + np.array([0, 0.25, 0], F)
    inside = np.ones(total, F)
    if about is not None:
        centre = np.asarray(about, F)
        outer = at - centre
        far = np.linalg.norm(outer, axis=1)
        inside = np.clip(0.35 + 0.75 * far / (np.percentile(far, 85) + 1e-6), 0.35, 1.05).astype(F)
        normals = normals + 0.8 * outer / (far[:, None] + 1e-6)
    tones = inside * (1.02 + 0.50 * up) * (0.78 + 0.44 * u[:, 4]) * (0.86 + 0.28 * chance(which, seed + 3))
    sheet = cards(
        foliage(colour, tones.astype(F), leafing, thin=thin, seed=seed),
        at - np.stack([0 * own, own / 2, 0 * own], -1),
        own,
        own,
        2.6 * (u[:, 5] - 0.5),
        lean=0.7 * (u[:, 0] - 0.35),
        cut=spray(leafing),
    )
    normals = normals / np.linalg.norm(normals, axis=1, keepdims=True)
    return sheet.replace(normals=np.repeat(normals, 4, 0).astype(F), sheds=sheds)


def leafy_cards(
    feet: Array,
    size: ArrayLike,
    yaw: ArrayLike,
    *,
    colour: Colour = LEAF,
    seed: int = 0,
    leafing: Leafing = "oval",
    lean: ArrayLike = 0.0,
    thin: float = 0.45,
    sheds: bool = False,
    casts: bool = True,
    bend: float = 0.0,
) -> Solid:
    """Sprays of leaves, one on each foot: a wood's canopy, ivy, low shrubs.

    Args:
        feet: (n, 3) metres.
        size: of a spray in metres, one or (n,).
        yaw: radians, one or (n,).
        colour: albedo.
        seed: which.
        leafing: what the sprays are of.
        lean: radians they lean back.
        thin: light that comes through.
        sheds: leaves that fall in autumn.
        casts: throws shadows.
        bend: see `cards`.
    """
    tones = 0.62 + 0.70 * uniform(seed, 76, len(feet))
    material = foliage(colour, tones, leafing, thin=thin, seed=seed)
    made = cards(material, feet, size, size, yaw, lean=lean, cut=spray(leafing), casts=casts, bend=bend)
    return made.replace(sheds=sheds)


# ---------------------------------------------------------------------------------------------- bushes and crowns


def bush(
    foot: Vec3, radius: float, *, colour: Colour = LEAF, seed: int = 0, height: float | None = None
) -> list[Solid]:
    """A round bush: canes from its foot and clumps of leaves, which it loses in winter.

    Args:
        foot: metres.
        radius: metres.
        colour: albedo.
        seed: which.
        height: metres; 1.5 radii unless given.
    """
    tall = height or radius * 1.5
    count = 9
    u = uniform(seed, 70, 3 * count).reshape(count, 3)
    around = _GOLDEN * np.arange(count)
    reach = radius * 0.66 * np.sqrt((np.arange(count) + 0.5) / count)
    middles = np.stack(
        [
            foot[0] + reach * np.cos(around),
            foot[1] + tall * (0.30 + 0.42 * u[:, 0] * (1.25 - reach / radius)),
            foot[2] + reach * np.sin(around),
        ],
        -1,
    ).astype(F)
    middles[0, 1] = foot[1] + tall * 0.74
    leaves = clumps(
        middles,
        0.46 * radius * (0.85 + 0.3 * u[:, 1]),
        colour=colour,
        seed=seed,
        sprays=int(14 + 8 * min(radius, 1.5)),
        size=0.42 * radius + 0.08,
        flat=0.8,
        about=(foot[0], foot[1] + 0.3 * tall, foot[2]),
        sheds=True,
    )
    feet = np.repeat(np.asarray(foot, F)[None], count, 0) + np.stack(
        [0.12 * reach * np.cos(around), 0 * reach - 0.03, 0.12 * reach * np.sin(around)], -1
    )
    canes = twigs(feet.astype(F), middles, 7, 0.75 * tall, 0.016, seed)
    return [canes, leaves]


def crown(
    middle: Vec3,
    radius: Vec3,
    *,
    colour: Colour = LEAF,
    seed: int = 0,
    sprays: int = 160,
    airy: float = 0.40,
    leaf: float = 14.0,
) -> list[Solid]:
    """Foliage that fills an ellipsoid: clipped box trees, ivy masses, crowns of far trees. It keeps its leaves.

    Args:
        middle: metres.
        radius: metres by axis.
        colour: albedo.
        seed: which.
        sprays: cards: 60 a far bush, 250 a tree nearby.
        airy: .3 dense .. .6 with gaps.
        leaf: leaves a metre.
    """
    r = np.asarray(radius, F)
    count = max(6, round(sprays / 14))
    k = np.arange(count)
    up = 1 - 2 * (k + 0.5) / count
    level = np.sqrt(1 - up**2)
    out = np.stack([level * np.cos(_GOLDEN * k + seed), up, level * np.sin(_GOLDEN * k + seed)], -1)
    mean = float(np.mean(r))
    middles = np.asarray(middle, F) + out * r * (0.60 + 0.22 * uniform(seed, 71, count)[:, None])
    # Cards of a handful of leaves each, as large as their leaves say.
    size = float(np.clip(8.0 / leaf, 0.26 * mean, 0.62 * mean))
    leaves = clumps(
        middles.astype(F), 0.44 * mean, colour=colour, seed=seed, sprays=max(8, round(sprays / count)), size=size,
        flat=0.8, about=middle, leafing="small" if leaf > 20 else "oval",
    )  # fmt: skip
    made = [leaves]
    if airy < 0.48:
        # What one does not see through: a dark heart, well within the leaves.
        dark = (colour[0] * 0.30, colour[1] * 0.32, colour[2] * 0.34)

        def uneven(unit: Array) -> Array:
            bumps = quick_fbm(unit[:, 0] * 2 + seed, unit[:, 1] * 2 + unit[:, 2] * 1.7, seed, 3)
            return np.asarray(0.30 + 0.62 * bumps, F)

        made.insert(0, ball(mat.leaves(dark, seed + 1, leaf, thin=0.3), middle, radius, rings=8, sides=12, lump=uneven))
    return made


def twigs(
    starts: Array, ends: Array, count: int, length: float, thickness: float, seed: int, droop: float = 0.0
) -> Solid:
    """Bare twigs about the outer ends of branches: seen between the leaves, and all there is in winter.

    Args:
        starts: (n, 3) metres where the branches begin.
        ends: (n, 3) metres where they end.
        count: twigs of a branch.
        length: of a twig in metres.
        thickness: metres.
        seed: which.
        droop: metres their tips hang for each metre of length.
    """
    n = len(starts)
    which = np.repeat(np.arange(n), count)
    u = uniform(seed, 72, 5 * n * count).reshape(-1, 5)
    along = ends[which] - starts[which]
    at = 0.35 + 0.65 * (np.tile(np.arange(count), n) + u[:, 0]) / count
    roots = starts[which] + along * at[:, None]
    ahead = along / (np.linalg.norm(along, axis=1, keepdims=True) + 1e-6)
    angle, rise = math.tau * u[:, 1], u[:, 2] * 1.3 - 0.35
    aside = np.stack([np.cos(angle), rise, np.sin(angle)], -1)
    long = length * (0.45 + 0.55 * u[:, 3])[:, None]
    way = ahead * 0.7 + aside
    way = way / np.linalg.norm(way, axis=1, keepdims=True)
    middles = roots + way * long * 0.5 + np.array([0, 0.10 - 0.25 * droop, 0], F) * long
    tips = roots + way * long + np.array([0, 0.22 - droop, 0], F) * long
    # Each forks once.
    forks = middles + (way + 0.9 * (u[:, 2:5] - 0.5)) * long * 0.55 + np.array([0, 0.1 - 0.8 * droop, 0], F) * long
    roots2, middles2, tips2 = middles, (middles + forks) / 2, forks
    thick = thickness * (0.7 + 0.6 * u[:, 4])
    return slivers(
        mat.plain((0.050, 0.041, 0.034), 0.06, vary=0.3),
        np.concatenate([roots, roots2]).astype(F),
        np.concatenate([middles, middles2]).astype(F),
        np.concatenate([tips, tips2]).astype(F),
        np.concatenate([thick, 0.7 * thick]),
        normals=np.tile(aside + np.array([0, 0.6, -0.4]), (2, 1)),
    )


# ---------------------------------------------------------------------------------------------- trees


def _birch_bark(s: Surface) -> Finish:
    """White, with dark bars across, black and cracked at the foot."""
    around, y = np.mod(s.local[:, 1], 6.2831853), s.p[:, 1]
    bars = quick_noise(around * 1.6, y * 9.0, 3) + 0.5 * quick_noise(around * 4, y * 22, 4)
    mark = mat.step(0.92, 1.04, bars)
    rough = mat.step(1.5, 0.2, y + 0.8 * quick_noise(around * 3, y * 2, 5))
    k = 0.75 + 0.35 * (quick_fbm(around * 2, y * 1.4, 6, 3) - 0.5)
    albedo = mat.mixed(
        np.array([0.30, 0.29, 0.27], F) * k[:, None], (0.030, 0.027, 0.026), np.maximum(mark, 0.75 * rough)
    )
    return Finish(albedo, 0.08, 0.0, (1 - 0.3 * mark).astype(F), normal=mat.rough(s, 18, 0.12, 2))


def _curved(a: Array, b: Array, rise: float, points: int) -> Array:
    """A branch from a to b that leaves outwards and bends up (or, with a negative rise, arches over)."""
    q = np.linspace(0, 1, points)[:, None]
    return np.asarray(a * (1 - q) + b * q + np.array([0.0, rise, 0.0]) * (q * q - q), F)


def tree(
    foot: Vec3,
    height: float,
    *,
    seed: int = 0,
    spread: float = 0.42,
    colour: Colour = LEAF,
    bark: Colour = (0.060, 0.048, 0.038),
    girth: float | None = None,
    clear: float = 0.35,
    masses: int = 5,
    sprays: int = 150,
    bare: bool = False,
    habit: Habit = "broad",
) -> list[Solid]:
    """A broad-leaved tree: trunk with roots, limbs that fork, twigs, clumps of leaves that fall in autumn.

    Args:
        foot: metres.
        height: metres.
        seed: which.
        spread: half width of the crown in heights.
        colour: of leaves.
        bark: of the bark.
        girth: radius of the trunk at breast height; a thirtieth of the height unless given.
        clear: share of the height without limbs.
        masses: limbs: 3 far, 7 nearby.
        sprays: cards of leaves for each limb.
        bare: without leaves in every season.
        habit: how it grows.
    """
    x, y, z = foot
    slim = habit == "birch"
    r = (girth or height / 30) * (0.75 if slim else 1.0)
    u = uniform(seed, 66, 160)
    ys = np.array([0.0, 0.03, 0.10, clear, clear + 0.5 * (0.88 - clear), 0.88])
    crooked = {"fruit": 2.4, "willow": 1.5, "birch": 0.8}.get(habit, 1.0)
    lean = (float(u[0]) - 0.5) * 0.12 * height * crooked
    wave = 0.016 * crooked * height * np.sin(ys * 8 + 6 * float(u[1]))
    other = 0.016 * crooked * height * np.cos(ys * 6 + 9 * float(u[2]))
    line = np.stack([x + lean * ys**1.5 + wave - wave[0], y + ys * height, z + other - other[0]], -1)
    thick = r * np.array([1.75, 1.25, 1.0, 0.80, 0.45, 0.06])
    stuff = _birch_bark if slim else mat.bark(bark, seed)
    wooden = [tube(stuff, line, thick, sides=10 if masses > 4 else 7)]
    for k in range(0 if slim else 5):
        a = math.tau * (k / 5 + 0.12 * float(u[3 + k]))
        c, s = math.cos(a), math.sin(a)
        path = [
            (x, y + 0.05 * height, z),
            (x + 1.3 * r * c, y + r * 0.7, z + 1.3 * r * s),
            (x + 3.4 * r * c, y - 0.05, z + 3.4 * r * s),
        ]
        wooden.append(tube(stuff, path, [r * 0.7, r * 0.45, r * 0.1], sides=6))
    limbs = masses + (3 if masses > 4 else 2)
    forks = 4 if masses > 4 else 3
    starts, ends = [], []
    for k in range(limbs):
        # Lower limbs are long and level, upper ones short and steep: together they fill a rounded crown.
        q = (k + 0.5) / limbs
        a = _GOLDEN * k + 0.7 * float(u[10 + k]) + seed
        low = clear + (0.78 - clear) * q
        base = np.array([np.interp(low, ys, line[:, i]) for i in range(3)])
        reach = spread * height * (0.62 + 0.30 * float(u[30 + k])) * math.sqrt(max(0.05, 1 - (1.10 * q - 0.12) ** 2))
        out = np.array([math.cos(a), 0.0, math.sin(a)])
        climb = height * (0.08 + 0.07 * float(u[50 + k]) + 0.05 * q) * (1.2 if slim else 1.0)
        end = base + out * reach + [0, climb, 0]
        own = float(np.interp(low, ys, thick)) * (0.40 if slim else 0.58)
        arm = _curved(base, end, (-0.9 if habit == "willow" else 0.55) * climb, 5)
        wooden.append(tube(stuff, arm, own * np.array([1.0, 0.72, 0.52, 0.34, 0.12]), sides=6 if masses > 4 else 4))
        for j in range(forks):
            # A fork is as long as the rest of the limb, and leaves it to alternate sides and upwards.
            at = 0.34 + 0.60 * j / max(1, forks - 1)
            start = np.array([np.interp(at, np.linspace(0, 1, 5), arm[:, i]) for i in range(3)])
            b = a + (0.95 if j % 2 else -0.95) * (1.15 - at) + 0.4 * (float(u[70 + (k * 5 + j) % 80]) - 0.5)
            long = reach * (0.62 - 0.34 * at) + 0.05 * height
            tip = start + long * np.array([math.cos(b), 0.22 + 0.40 * float(u[(k * 7 + j) % 160]), math.sin(b)])
            wooden.append(tube(stuff, _curved(start, tip, 0.3 * long, 3), own * np.array([0.42, 0.26, 0.06]), sides=4))
            starts.append(start)
            ends.append(tip)
        starts.append(arm[2])
        ends.append(end)
    top = np.array([line[-1, 0], y + 0.88 * height, line[-1, 2]])
    starts.append(line[-2])
    ends.append(top)
    begun, ended = np.asarray(starts, F), np.asarray(ends, F)
    fine = max(0.010, 0.0016 * abs(z))
    fine_wood = twigs(
        begun, ended, (9 if masses > 4 else 5) * (2 if bare else 1), 0.13 * height, max(fine, height / 600), seed,
        0.7 if habit in ("birch", "willow") else 0.0,
    )  # fmt: skip
    made = [joined(wooden), fine_wood]
    if bare:
        return made
    middle = (float(line[-2, 0]), y + height * (0.45 * clear + 0.42), float(line[-2, 2]))
    cards_each = max(6, round(sprays * (masses + 1) / len(ended)))
    if habit == "willow":
        return [*made, _weeping(begun, ended, y, colour, seed, cards_each)]
    size = spread * height * {"birch": 0.24, "fruit": 0.21}.get(habit, 0.22) * (1.25 if masses < 5 else 1.0)
    leaves = clumps(
        ended,
        spread * height * (0.25 + 0.08 * uniform(seed, 73, len(ended))) * (0.85 if slim else 1.0),
        colour=colour,
        seed=seed * 17 + 3,
        sprays=cards_each,
        size=size,
        flat=0.95 if slim else 0.66,
        leafing="small" if slim or masses < 5 else "oval",
        sheds=True,
        about=middle,
    )
    return [*made, leaves]


def _weeping(starts: Array, ends: Array, ground: float, colour: Colour, seed: int, count: int) -> Solid:
    """Curtains of hanging strands along branches, as a willow's."""
    which = np.repeat(np.arange(len(ends)), count)
    u = uniform(seed, 74, 5 * len(which)).reshape(-1, 5)
    at = starts[which] + (ends[which] - starts[which]) * (0.25 + 0.85 * u[:, :1])
    at = at + 0.5 * (u[:, 1:4] - 0.5)
    drop = (at[:, 1] - ground) * (0.35 + 0.50 * u[:, 4])
    feet = at - np.stack([0 * drop, drop, 0 * drop], -1)
    tones = (0.55 + 0.6 * u[:, 2]) * (0.8 + 0.4 * u[:, 1])
    sheet = cards(
        foliage(colour, tones.astype(F), "long", thin=0.5, seed=seed), feet, 0.30 * drop + 0.25, drop,
        2.4 * (u[:, 3] - 0.5), cut=spray("long"), bend=0.7,
    )  # fmt: skip
    return sheet.replace(sheds=True)


# ---------------------------------------------------------------------------------------------- firs


def fir(
    foot: Vec3,
    height: float,
    *,
    seed: int = 0,
    colour: Colour = NEEDLE,
    snow: float = 0.0,
    width: float = 0.24,
    tiers: int = 14,
    arms: int = 9,
) -> list[Solid]:
    """A fir or spruce: boughs that hang in layers, sag in the middle and lift their tips; no two are alike.

    Args:
        foot: metres.
        height: metres.
        seed: which.
        colour: of needles.
        snow: 0..1 how much of its upper sides is white.
        width: half width at the foot in heights.
        tiers: rings of boughs.
        arms: boughs of a ring.
    """
    x, y, z = foot
    number = np.arange(tiers * arms)
    u = uniform(seed, 67, 6 * len(number)).reshape(-1, 6)
    kept = u[:, 0] > 0.07
    number, u = number[kept], u[kept]
    # Not in rings: each bough a little above the last, around by the golden angle.
    q = np.clip((number + 1.4 * (u[:, 1] - 0.5) * arms) / (tiers * arms), 0, 0.985)
    yaw = _GOLDEN * number + 0.6 * u[:, 2] + seed
    # A lopsided outline: longer on some sides and at some heights.
    side = 1 + 0.22 * (quick_noise(np.cos(yaw) * 1.3 + seed * 3.1, np.sin(yaw) * 1.3 + q * 3, seed) - 0.5)
    long = (width * height * (1 - q) ** 0.80 * (0.80 + 0.36 * u[:, 3]) * side + 0.022 * height).astype(F)
    at = y + height * (0.09 + 0.885 * q)
    # Four points along each bough: it falls, the more the lower it is, and lifts its tip; three across, as a tent.
    t = np.array([0.0, 0.42, 0.78, 1.0] if arms > 8 else [0.0, 0.55, 1.0], F)
    rows = len(t)
    fall = (0.62 - 0.72 * q + 0.25 * (u[:, 4] - 0.5))[:, None] * long[:, None]
    drop = fall * (t * (1.45 - 0.62 * t))[None] - 0.10 * long[:, None] * (t**4)[None]
    out = np.stack([np.sin(yaw), 0 * yaw, np.cos(yaw)], -1)
    aside = np.stack([np.cos(yaw), 0 * yaw, -np.sin(yaw)], -1)
    half = 0.40 * long * max(1.0, (9.0 / arms) ** 0.6)
    spine = (
        np.stack([x + 0 * drop, at[:, None] - drop, z + 0 * drop], -1) + out[:, None] * (long[:, None] * t)[..., None]
    )
    tent = 0.42 * half
    points = np.stack(
        [
            spine + aside[:, None] * (k * half)[:, None, None] - np.array([0, 1, 0], F) * (abs(k) * tent)[:, None, None]
            for k in (-1, 0, 1)
        ],
        2,
    )
    made = len(number)
    local = np.zeros((made, rows, 3, 3), F)
    local[..., 0] = np.array([-0.5, 0.0, 0.5], F)
    local[..., 1] = t[None, :, None]
    local[..., 2] = np.arange(made, dtype=F)[:, None, None]
    sheets = grid(
        _needles(colour, seed, snow, 0.55 + 0.75 * u[:, 5]),
        points.reshape(made * rows, 3, 3).astype(F),
        local=local.reshape(made * rows, 3, 3),
        cut=spray("needles"),
    )
    # `grid` made one sheet of all: the strips between two boughs go.
    row = sheets.triangles.min(1) // 3
    normals = np.repeat((out * 0.55 + np.array([0, 0.75, 0], F))[:, None], 3 * rows, 1).reshape(-1, 3)
    normals = normals + np.tile(np.array([-1, 0, 1], F), made * rows)[:, None] * np.repeat(aside, 3 * rows, 0) * 0.5
    normals = normals / np.linalg.norm(normals, axis=1, keepdims=True)
    sheets = sheets.replace(triangles=sheets.triangles[row % rows != rows - 1], normals=normals.astype(F))
    trunk = tube(
        mat.bark((0.050, 0.038, 0.030), seed, 0.1),
        [(x, y, z), (x, y + height * 0.97, z)],
        [height / 42, height / 300],
        sides=7,
    )
    return [trunk, sheets]


def _needles(colour: Colour, seed: int, snow: float, tones: Array) -> Callable[[Surface], Finish]:
    """Needles of boughs that are numbered in their local coordinates: darker near the trunk, paler at their tips."""

    def material(s: Surface) -> Finish:
        number = np.clip(np.rint(s.local[:, 2]).astype(np.int64), 0, len(tones) - 1)
        leaf = _looked_up("needles", s.local)
        tone = np.where(leaf[:, 0] > 0, leaf[:, 0], F(0.5)) * tones[number]
        deep = np.clip(s.local[:, 1], 0, 1)
        albedo = np.asarray(colour, F) * (tone * (0.30 + 1.15 * deep))[:, None]
        if snow:
            lies = quick_fbm(s.p[:, 0] * 2.4, s.p[:, 2] * 2.4 + s.p[:, 1] * 2, seed, 3) + 0.45 * (leaf[:, 0] - 0.6)
            share = snow * np.clip((lies - 0.30) * 4.5, 0, 1) * np.clip(0.35 + deep, 0, 1)
            albedo = mat.mixed(albedo, (0.50, 0.52, 0.58), share.astype(F))
        lean = np.stack([leaf[:, 1], 0 * deep, leaf[:, 2]], -1) * F(0.35)
        return Finish(
            albedo.astype(F), 0.04, 0.0, np.clip(0.30 + 0.75 * deep, 0, 1).astype(F), normal=mat.tilted(s.n, lean),
            thin=0.15,
        )  # fmt: skip

    return material
