"""Parts that many open places share: trees, bushes, grass, reeds, rocks, walls, fences, far hills, lit houses.

Each function gives solids at true size. Foliage is few lumpy solids for the mass, and cards with ragged outlines for
the edge: a crown of thirty triangles reads as a green ball, one with two hundred cards as a tree.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import ArrayLike

from dreamplayer.drawing.solids import materials as mat
from dreamplayer.drawing.solids.materials import chance
from dreamplayer.drawing.solids.shapes import (
    ball,
    box,
    cards,
    grid,
    joined,
    lathe,
    moved,
    panel,
    rod,
    slivers,
    tube,
    turned,
)
from dreamplayer.drawing.solids.solid import Array, Cut, F, Finish, Mask, Material, Solid, Surface
from dreamplayer.drawing.solids.trees import LEAF as LEAF
from dreamplayer.drawing.solids.trees import NEEDLE as NEEDLE
from dreamplayer.drawing.solids.trees import bush as bush
from dreamplayer.drawing.solids.trees import crown as crown
from dreamplayer.drawing.solids.trees import fir as fir
from dreamplayer.drawing.solids.trees import leafy_cards as leafy_cards
from dreamplayer.drawing.solids.trees import tree as tree
from dreamplayer.drawing.solids.trees import twigs as twigs
from dreamplayer.kit.hashing import uniform
from dreamplayer.kit.noise import quick_fbm, quick_noise
from dreamplayer.model.reading import Colour
from dreamplayer.model.stage import Vec3

GRASS: Colour = (0.060, 0.085, 0.030)
Ground = Callable[[Array, Array], Array]
"""Height of the ground in metres from arrays of x and z."""


def height_at(ground: Ground, x: float, z: float) -> float:
    """Height of the ground at one spot.

    Args:
        ground: of the place.
        x: metres across.
        z: metres away.

    Returns:
        Metres above the level of the place.
    """
    return float(ground(np.array([x], F), np.array([z], F))[0])


def spot_on(height: Callable[[float, float], float]) -> Callable[[float, float], Vec3]:
    """Where something stands, from where it stands on the map.

    Args:
        height: of the ground in metres, from x and z.

    Returns:
        A function from x and z to the point on the ground there, (x, y, z) metres.
    """

    def spot(x: float, z: float) -> Vec3:
        return x, height(x, z), z

    return spot


def on_ground(points: Array, ground: Ground, sink: float = 0.0) -> Array:
    """Points moved to the height of the ground, for what grows there.

    Args:
        points: (n, 3) metres; their y is ignored.
        ground: of the place.
        sink: metres they lie below it, so that no foot hovers.

    Returns:
        (n, 3) metres, a copy.
    """
    out = points.copy()
    out[:, 1] = ground(out[:, 0], out[:, 2]) - sink
    return out


def scattered(
    seed: int,
    count: int,
    x: tuple[float, float],
    z: tuple[float, float],
    *,
    keep: Callable[[Array, Array], Mask] | None = None,
) -> Array:
    """Points strewn over a rectangle of ground, at height 0.

    Args:
        seed: which points.
        count: how many are thrown; those that fall out of `keep` are lost.
        x: from and to in metres.
        z: from and to in metres.
        keep: where they may lie, from arrays of x and z: not on the path.

    Returns:
        (n, 3) metres.
    """
    u = uniform(seed, 61, 2 * count).reshape(count, 2)
    px, pz = x[0] + u[:, 0] * (x[1] - x[0]), z[0] + u[:, 1] * (z[1] - z[0])
    points = np.stack([px, 0 * px, pz], -1).astype(F)
    return points if keep is None else points[keep(points[:, 0], points[:, 2])]


# ---------------------------------------------------------------------------------------------- outlines of cards


def blades(count: int = 9, width: float = 0.035, bend: float = 0.45) -> Cut:
    """The outline of a tuft: blades that bend outwards. For `cards`.

    Args:
        count: blades of a tuft.
        width: half width of a blade at its foot, in share of the card's width.
        bend: how far tips lean, in share of the card's width.
    """

    def cut(local: Array) -> Mask:
        x, y, number = local[:, 0], local[:, 1], np.floor(local[:, 2] + F(0.5))
        there = np.zeros(len(x), bool)
        for k in range(count):
            start = (chance(number * 31 + k, 11) - 0.5) * 0.55
            lean = (start * 1.1 + (chance(number * 31 + k, 12) - 0.5) * 0.5) * bend * 2
            tall = 0.45 + 0.55 * chance(number * 31 + k, 13)
            q = y / tall
            there |= (np.abs(x - start - lean * q * q) < width * np.clip(1 - q, 0, 1) ** 0.7 + 0.004) & (q < 1)
        return there

    return cut


def fronds(pairs: int = 9) -> Cut:
    """The outline of a fern frond. For `cards`.

    Args:
        pairs: leaflets on each side.
    """

    def cut(local: Array) -> Mask:
        x, y = np.abs(local[:, 0]), local[:, 1]
        reach = 0.48 * np.clip(np.sin(np.pi * np.clip(y, 0, 1) ** 0.75), 0, 1) ** 0.8
        leaflet = (
            np.abs(np.mod((y - 0.35 * x) * pairs, 1.0) - 0.5) < 0.34 * np.clip(1.15 - x / (reach + 1e-3), 0, 1) + 0.02
        )
        return np.asarray(((x < reach) & leaflet) | (x < 0.012))

    return cut


# ---------------------------------------------------------------------------------------------- plants


def tufts(
    points: Array, *, height: float = 0.35, width: float = 0.45, colour: Colour = GRASS, seed: int = 0, count: int = 9
) -> Solid:
    """Tufts of grass, one for each point: bent blades, pale at their tips, and a seed head here and there.

    Args:
        points: (n, 3) metres.
        height: of the tallest in metres.
        width: of a tuft.
        colour: albedo.
        seed: which.
        count: blades of a tuft.
    """
    # Far tufts have fewer blades, drawn wider: a blade is a centimetre, and would break up into dots.
    share = np.interp(np.abs(points[:, 2]), (4.0, 16.0), (1.5, 0.5))
    tuft = np.repeat(np.arange(len(points)), np.maximum(2, np.rint(share * count)).astype(np.int64))
    n = len(tuft)
    u = uniform(seed, 62, 7 * n).reshape(n, 7)
    own = uniform(seed, 68, 4 * len(points)).reshape(-1, 4)[tuft]
    head = u[:, 0] < 0.05
    size = height * (0.50 + 0.50 * own[:, 0])
    tall = size * np.where(head, 1.25, 0.45 + 0.55 * u[:, 1])
    angle = math.tau * u[:, 2]
    out = np.stack([np.cos(angle), 0 * angle, np.sin(angle)], -1)
    # All lean a little with the wind, the outer blades outwards.
    lean = np.where(head, 0.18, 0.20 + 0.65 * u[:, 3] ** 1.5) * tall
    wind = np.array([0.16, 0.0, 0.05], F) * (0.4 + quick_noise(points[:, 0] * 0.3, points[:, 2] * 0.3, 7))[tuft, None]
    roots = points[tuft] + out * (0.5 * width * (0.15 + 0.55 * u[:, 4]))[:, None]
    up = np.array([0, 1, 0], F)
    middles = roots + up * (0.56 * tall)[:, None] + out * (0.26 * lean)[:, None] + wind * (0.3 * tall)[:, None]
    tips = roots + up * (tall - 0.22 * lean)[:, None] + out * lean[:, None] + wind * tall[:, None]
    tips = np.where(
        head[:, None], roots + up * tall[:, None] + (out * lean[:, None] + wind * tall[:, None]) * 0.5, tips
    )
    far = np.abs(points[tuft, 2])
    wide = (0.55 + 0.6 * u[:, 5]) * np.maximum(0.012 * (height / 0.35) ** 0.5, 0.0028 * far)
    facing = up * 0.40 + out * 0.55 + np.array([0, 0, -0.65], F)
    tone = (0.62 + 0.55 * own[:, 1]) * (0.75 + 0.5 * u[:, 6])
    straw = np.where(head, 0.9, np.clip(1.6 * own[:, 2] - 0.9 + 0.5 * (u[:, 5] - 0.5), 0, 0.8))
    pale = np.asarray(colour, F) * np.array([1.9, 1.42, 1.15], F)

    def blade(s: Surface) -> Finish:
        number = np.clip(np.rint(s.local[:, 2]).astype(np.int64), 0, n - 1)
        up_it = np.clip(s.local[:, 1], 0, 1)
        shade = 0.22 + 1.55 * up_it**1.2
        albedo = mat.mixed(np.asarray(colour, F), pale, (straw[number] * (0.5 + 0.5 * up_it)).astype(F))
        return Finish((albedo * (shade * tone[number])[:, None]).astype(F), 0.06, 0.0, (0.35 + 0.65 * up_it), thin=0.5)

    return slivers(blade, roots, middles, tips, np.where(head, 0.6, 1.0) * wide, normals=facing)


def lawn(
    ground: Ground,
    x: tuple[float, float],
    z: tuple[float, float],
    *,
    seed: int = 0,
    count: int = 700,
    height: float = 0.15,
    colour: Colour = GRASS,
    keep: Callable[[Array, Array], Mask] | None = None,
) -> Solid:
    """Short grass before the eye, thick at hand and thinning into `materials.turf`, which is enough farther off.

    Args:
        ground: of the place.
        x: from and to in metres at the far end; it narrows towards the eye as the picture does.
        z: from (nearest) and to in metres.
        seed: which.
        count: tufts that are thrown.
        height: of the tallest in metres.
        colour: albedo.
        keep: where it grows, from arrays of x and z.
    """
    u = uniform(seed, 75, 2 * count).reshape(count, 2)
    # As many to each metre of the picture's width: their number on the ground falls with the distance.
    away = z[0] * (z[1] / z[0]) ** u[:, 0]
    middle, half = (x[0] + x[1]) / 2, (x[1] - x[0]) / 2
    across = middle + (2 * u[:, 1] - 1) * half * np.minimum(1.0, 0.25 + away / z[1])
    points = np.stack([across, 0 * across, away], -1).astype(F)
    if keep is not None:
        points = points[keep(points[:, 0], points[:, 2])]
    return tufts(
        on_ground(points, ground, 0.02), height=height, width=2.4 * height, colour=colour, seed=seed + 1, count=5
    )


def _lightened_upwards(material: Material, foot: float) -> Material:
    """Cards are darker near their foot, where others stand before them."""

    def made(s: Surface) -> Finish:
        finish = material(s)
        shade = foot + (1 - foot) * np.clip(s.local[:, 1] * 1.4, 0, 1)
        return Finish(
            finish.albedo * shade[:, None],
            finish.gloss,
            finish.metal,
            finish.occlusion,
            finish.emission,
            finish.normal,
            finish.mirror,
            finish.thin,
        )

    return made


def ferns(
    points: Array, *, height: float = 0.7, colour: Colour = (0.045, 0.080, 0.028), seed: int = 0, arms: int = 7
) -> Solid:
    """Ferns, one for each point: fronds that arch outwards.

    Args:
        points: (n, 3) metres.
        height: length of a frond in metres.
        colour: albedo.
        seed: which.
        arms: fronds of a fern.
    """
    n = len(points)
    feet = np.repeat(points, arms, 0)
    u = uniform(seed, 63, 3 * n * arms).reshape(n * arms, 3)
    yaw = math.tau * (np.tile(np.arange(arms), n) / arms + 0.1 * u[:, 0])
    long = height * (0.65 + 0.35 * u[:, 1])
    return cards(
        _lightened_upwards(mat.leaves(colour, seed, 30.0, thin=0.5), 0.5),
        feet,
        long * 0.34,
        long,
        yaw,
        lean=0.55 + 0.45 * u[:, 2],
        cut=fronds(),
        casts=False,
    )


def reeds(points: Array, *, height: float = 1.6, colour: Colour = (0.085, 0.085, 0.040), seed: int = 0) -> Solid:
    """Reeds and rushes at the water, a few stalks for each point.

    Args:
        points: (n, 3) metres.
        height: metres.
        colour: albedo.
        seed: which.
    """
    n = len(points)
    u = uniform(seed, 64, 2 * n).reshape(n, 2)
    size = 0.6 + 0.4 * u[:, 0]
    return cards(
        _lightened_upwards(mat.plain(colour, 0.1, vary=0.4, scale=9, thin=0.4), 0.4),
        points,
        0.5 * size,
        height * size,
        (u[:, 1] - 0.5) * 2,
        cut=blades(6, 0.022, 0.30),
        casts=False,
    )


# ---------------------------------------------------------------------------------------------- ground and far away


def bare_limb(stuff: Material, foot: Vec3, tip: Vec3, thick: float, seed: int) -> Solid:
    """A dead limb that stands out from a trunk: what a bird sits on, or a lantern hangs from.

    Args:
        stuff: bark.
        foot: where it leaves the trunk, metres.
        tip: its end.
        thick: metres across at the trunk; it is a third of that at its end.
        seed: which twigs.
    """
    a, b = np.asarray(foot, np.float64), np.asarray(tip, np.float64)

    def at(share: float) -> tuple[float, float, float]:
        # It sags a little, and rises again to its end.
        x, y, z = a + (b - a) * share
        return float(x), float(y - 0.10 * math.sin(math.pi * share) * (1 - share)), float(z)

    shares = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
    parts = [tube(stuff, [at(s) for s in shares], [thick * (0.5 - 0.33 * s) for s in shares], sides=8)]
    for k, s in enumerate((0.45, 0.62, 0.74, 0.86, 0.94)):
        x, y, z = at(s)
        turn = 2.4 * k + seed
        long = 0.22 + 0.20 * float(chance(k, seed))
        end = x + long * math.cos(turn), y - 0.10 + 0.16 * math.sin(1.7 * turn), z + long * math.sin(turn)
        parts.append(tube(stuff, [(x, y, z), end], [0.12 * thick, 0.004], sides=4))
    return joined(parts)


def rock(
    foot: Vec3,
    size: float | Vec3,
    *,
    colour: Colour = (0.13, 0.125, 0.12),
    seed: int = 0,
    moss: float = 0.3,
    snow: float = 0.0,
) -> Solid:
    """A boulder, a third of it in the ground.

    Args:
        foot: where its lower third meets the ground.
        size: half extents in metres, one or by axis.
        colour: albedo.
        seed: which.
        moss: 0..1 on its upper side.
        snow: 0..1 on its upper side.
    """

    def uneven(unit: Array) -> Array:
        n = quick_fbm(unit[:, 0] * 1.6 + seed * 3, unit[:, 1] * 1.6 + unit[:, 2] * 2.1, seed, 3)
        return np.asarray(0.72 + 0.5 * n, F)

    half = (size, size * 0.75, size) if isinstance(size, float | int) else size
    crag = mat.crag(colour, seed, 0.7 * max(half), 0.2)

    def stone(s: Surface) -> Finish:
        fine = quick_fbm(s.p[:, 0] * 5 + s.p[:, 2] * 3, s.p[:, 1] * 5 - s.p[:, 2] * 2, seed, 4)
        broken = crag(s)
        albedo = broken.albedo * (0.75 + 0.5 * fine)[:, None]
        up = np.clip(s.n[:, 1] * 1.6 - 0.5 + 0.9 * (fine - 0.5), 0, 1)
        if moss:
            albedo = mat.mixed(
                albedo, np.asarray((0.045, 0.062, 0.022), F) * (0.6 + fine)[:, None], (moss * up).astype(F)
            )
        if snow:
            albedo = mat.mixed(albedo, (0.50, 0.52, 0.58), (snow * np.clip(2 * up, 0, 1)).astype(F))
        return Finish(albedo, 0.06, 0.0, broken.occlusion, normal=broken.normal)

    return ball(stone, (foot[0], foot[1] + half[1] * 0.34, foot[2]), half, rings=10, sides=16, lump=uneven)


def ridge(
    z: float,
    profile: Callable[[Array], Array],
    *,
    colour: Colour,
    group: str,
    x: tuple[float, float] = (-400.0, 400.0),
    foot: float = -6.0,
    haze: float = 0.5,
) -> Solid:
    """A far range of hills, a wood's edge, a skyline: a flat outline with its own faint light, paler below.

    Args:
        z: its distance in metres of the place.
        profile: height in metres for an array of x.
        colour: linear light it has with its group at strength 1: the farther, the closer to the sky's.
        group: of that light.
        x: from and to in metres.
        foot: height of its lower edge.
        haze: 0..1 how much paler its foot is, in mist.
    """
    top = float(profile(np.linspace(x[0], x[1], 200).astype(F)).max()) + 1.0

    def outline(local: Array) -> Mask:
        return np.asarray(local[:, 1] + foot < profile(local[:, 0] + x[0]))

    def pale(s: Surface) -> Finish:
        high = np.clip((s.p[:, 1] - foot) / (top - foot), 0, 1)
        light = np.asarray(colour, F) * (1 + haze * (1 - high) ** 2 * 2)[:, None]
        light = light * (0.85 + 0.3 * quick_fbm(s.p[:, 0] * 0.06, s.p[:, 1] * 0.12, 3, 4))[:, None]
        return Finish(np.zeros((len(s.p), 3), F), emission={group: light.astype(F)})

    return panel(pale, (x[0], foot, z), (x[1] - x[0], 0, 0), (0, top - foot, 0), cut=outline, casts=False)


def hills(height: float, length: float, seed: int = 0, rough: float = 0.35) -> Callable[[Array], Array]:
    """A profile for `ridge`: rolling hills, or mountains where `rough` is high.

    Args:
        height: of the highest in metres.
        length: metres between two hills.
        seed: which.
        rough: .2 rolling .. .7 jagged.

    Returns:
        A function from x in metres, (n,), to the height of the ridge in metres, (n,).
    """

    def profile(x: Array) -> Array:
        broad = quick_fbm(x / length, 0 * x, seed, 2)
        sharp = 1 - 2 * np.abs(quick_fbm(x / length * 2.6, 0 * x + 9, seed + 1, 4) - 0.5)
        return np.asarray(height * np.clip((1 - rough) * broad + rough * sharp * broad * 1.6, 0, 1.1), F)

    return profile


def treeline(
    height: float, seed: int = 0, *, pointed: bool = False, width: float = 5.0, base: float = 0.0
) -> Callable[[Array], Array]:
    """A profile for `ridge`: the edge of a wood.

    Args:
        height: of the trees in metres.
        seed: which.
        pointed: firs; else round crowns.
        width: of a tree in metres.
        base: height of the ground there.

    Returns:
        A function from x in metres, (n,), to the height of the edge in metres, (n,).
    """

    def profile(x: Array) -> Array:
        tall = np.zeros_like(x)
        for k in range(3):
            q = x / width + 0.37 * k
            i = np.floor(q)
            f = q - i - 0.5 - 0.25 * (chance(i, seed + k) - 0.5)
            own = height * (0.55 + 0.45 * chance(i, seed + 7 + k))
            shape = np.clip(1 - 2.1 * np.abs(f), 0, 1) if pointed else np.sqrt(np.clip(1 - (1.9 * f) ** 2, 0, 1))
            tall = np.maximum(tall, own * shape)
        # Boughs and sprays, down to a hand's breadth: no crown ends in a smooth arc.
        boughs = 0.24 * height * (quick_fbm(x * 4.5 / width, 0 * x, seed, 3) - 0.5)
        sprays = 0.10 * height * (quick_fbm(x * 22 / width, 0 * x, seed + 5, 3) - 0.5)
        lowest = 0.35 * height * (0.7 + 0.6 * quick_fbm(x * 1.1 / width, 0 * x, seed + 6, 2))
        return np.asarray(base + np.maximum(tall, lowest) + boughs + sprays, F)

    return profile


# ---------------------------------------------------------------------------------------------- built


def dry_wall(
    points: ArrayLike,
    *,
    height: float = 0.9,
    thickness: float = 0.45,
    colour: Colour = (0.16, 0.15, 0.14),
    seed: int = 0,
) -> Solid:
    """A wall of field stones along a line.

    Args:
        points: (n, 3) metres along its foot.
        height: metres.
        thickness: metres.
        colour: albedo.
        seed: which.
    """
    line = np.asarray(points, F)
    along = np.gradient(line, axis=0)
    side = np.stack([-along[:, 2], 0 * along[:, 0], along[:, 0]], -1)
    side = side / (np.linalg.norm(side, axis=1, keepdims=True) + 1e-9) * thickness / 2
    top = (
        height
        * (0.92 + 0.16 * quick_fbm(np.arange(len(line), dtype=F) * 0.7, np.zeros(len(line), F), seed, 2))[:, None]
        * np.array([0, 1, 0], F)
    )
    section = np.stack([line - side, line - side * 0.8 + top, line + side * 0.8 + top, line + side])
    return grid(mat.masonry(colour, 0.17, 0.32, seed, moss=0.4), section.astype(F))


def ivy(
    corner: Vec3, along: Vec3, height: float, *, seed: int = 0, count: int = 130, colour: Colour = (0.050, 0.078, 0.034)
) -> Solid:
    """Ivy that has climbed a wall: thick at its foot, in tongues further up.

    Args:
        corner: lower corner of the wall it grows on, metres.
        along: edge of the wall's foot from there.
        height: how far it climbs.
        seed: which.
        count: sprays that are thrown; those outside its tongues are lost.
        colour: albedo.
    """
    u = uniform(seed, 69, 4 * count).reshape(count, 4)
    across, up = u[:, 0], u[:, 1] ** 1.3
    reach = 0.25 + 0.75 * quick_fbm(across * 3.1 + seed, 0 * across, seed, 3) * (1.15 - 0.5 * np.abs(across - 0.4))
    kept = up < reach * 1.25
    across, up, u = across[kept], up[kept], u[kept]
    edge = np.asarray(along, F)
    long = float(np.linalg.norm(edge))
    out = np.array([-edge[2], 0.0, edge[0]], F) / long
    size = (0.34 + 0.30 * u[:, 2]).astype(F)
    feet = np.asarray(corner, F) + across[:, None] * edge + np.array([0, height, 0], F) * up[:, None]
    # Sprays lie on the wall, turned a little and lifted off it.
    yaw = math.atan2(-float(edge[2]), float(edge[0])) + 0.5 * (u[:, 3] - 0.5)
    feet = feet - out * (0.05 + 0.05 * u[:, 3])[:, None].astype(F) - np.stack([0 * size, size / 2, 0 * size], -1)
    return leafy_cards(feet.astype(F), size, yaw.astype(F), colour=colour, seed=seed, thin=0.3, casts=False)


def fence(
    points: ArrayLike, *, height: float = 1.1, colour: Colour = (0.11, 0.085, 0.065), rails: int = 2
) -> list[Solid]:
    """Posts and rails along a line.

    Args:
        points: (n, 3) metres: a post at each.
        height: metres.
        colour: albedo.
        rails: how many.
    """
    line = np.asarray(points, F)
    stuff = mat.wood(colour, 1, 0.1, across=0)
    posts = joined(
        [
            box(
                stuff,
                (float(p[0]) - 0.05, float(p[1]) - 0.1, float(p[2]) - 0.05),
                (float(p[0]) + 0.05, float(p[1]) + height, float(p[2]) + 0.05),
            )
            for p in line
        ]
    )
    up = np.array([0, 1, 0], F)
    bars = [tube(stuff, line + up * height * (0.88 - 0.40 * k), 0.032, sides=5) for k in range(rails)]
    return [posts, joined(bars)]


def lit_windows(
    wall: Material,
    group: str,
    rows: Sequence[float],
    columns: Sequence[float],
    *,
    width: float = 0.8,
    height: float = 1.1,
    share: float = 0.6,
    seed: int = 0,
    colour: Colour = (0.85, 0.46, 0.16),
    frame: Colour = (0.10, 0.085, 0.07),
    door: float | None = None,
) -> Material:
    """A house front on a panel or the z face of a box: windows, some of them lit, in a wall.

    Args:
        wall: material of the wall.
        group: of the light behind the windows.
        rows: heights of the windows' sills on the panel, metres.
        columns: their middles along the panel, metres.
        width: of a window.
        height: of a window.
        share: of them that are lit.
        seed: which are.
        colour: linear light behind them.
        frame: of frames and bars.
        door: middle of a door along the panel; None for none.
    """

    def material(s: Surface) -> Finish:
        finish = wall(s)
        u, v = s.local[:, 0], s.local[:, 1]
        albedo = np.broadcast_to(finish.albedo, (len(u), 3)).copy()
        light = np.zeros((len(u), 3), F)
        occlusion = np.broadcast_to(np.asarray(finish.occlusion, F), (len(u),)).copy()
        for j, sill in enumerate(rows):
            for i, middle in enumerate(columns):
                x, y = (u - middle) / width, (v - sill) / height
                around = (np.abs(x) < 0.5 + 0.09 / width) & (y > -0.12 / height) & (y < 1 + 0.10 / height)
                pane = (np.abs(x) < 0.5) & (y > 0) & (y < 1)
                bars = (
                    (np.abs(x) < 0.03)
                    | (np.abs(np.mod(y * 3, 1) - 0.5) > 0.46)
                    | (np.abs(x) > 0.46)
                    | (y < 0.04)
                    | (y > 0.96)
                )
                albedo[around] = np.asarray(frame, F) * 1.6
                albedo[pane] = (0.012, 0.014, 0.020)
                albedo[pane & bars] = frame
                if float(chance(j * 17 + i, seed)) < share:
                    lamp_x, curtain = (
                        float(chance(j * 17 + i, seed + 1)) - 0.5,
                        0.16 + 0.16 * float(chance(j * 17 + i, seed + 2)),
                    )
                    room = 0.30 + 0.70 * np.exp(-(((x - 0.6 * lamp_x) / 0.35) ** 2 + ((y - 0.55) / 0.40) ** 2))
                    fold = np.where(np.abs(x) > 0.5 - curtain, 0.55 + 0.25 * np.sin(x * 60), 1.0)
                    own = (0.55 + 0.45 * float(chance(j * 17 + i, seed + 3))) * room * fold * (pane & ~bars)
                    spill = (
                        0.05 * np.exp(-np.maximum(np.maximum(np.abs(x) - 0.5, np.maximum(-y, y - 1)), 0) * 5) * ~pane
                    )
                    light += np.asarray(colour, F) * (own + spill)[:, None]
                occlusion[around & ~pane] = np.minimum(occlusion[around & ~pane], 0.9)
        if door is not None:
            leaf = (np.abs(u - door) < 0.48) & (v < 2.05)
            case = (np.abs(u - door) < 0.60) & (v < 2.17)
            albedo[case] = np.asarray(frame, F) * 1.8
            albedo[leaf] = (
                np.asarray((0.09, 0.05, 0.04), F)
                * (0.7 + 0.5 * (np.abs(np.mod(u[leaf] / 0.16, 1) - 0.5) < 0.44))[:, None]
            )
        return Finish(
            albedo,
            finish.gloss,
            finish.metal,
            occlusion,
            {**finish.emission, group: finish.emission.get(group, F(0.0)) + light},
            finish.normal,
            finish.mirror,
            finish.thin,
        )

    return material


def cottage(
    foot: Vec3,
    yaw: float = 0.0,
    *,
    group: str = "window",
    width: float = 8.0,
    depth: float = 5.5,
    eaves: float = 2.6,
    pitch: float = 2.6,
    wall: Material | None = None,
    roof: Material | None = None,
    seed: int = 0,
    share: float = 0.7,
    snow: bool = False,
) -> list[Solid]:
    """A small house with a pitched roof, a chimney and lit windows; its long side with the door faces -z at yaw 0.

    Args:
        foot: middle of its ground plan.
        yaw: radians.
        group: of the light behind its windows.
        width: metres.
        depth: metres.
        eaves: height of the walls.
        pitch: height of the roof above them.
        wall: material of the walls; limewash unless given.
        roof: material of the roof; slate unless given.
        seed: which windows are lit.
        share: of the windows that are lit.
        snow: on the roof.
    """
    a, b = width / 2, depth / 2
    stone = wall or mat.plaster((0.30, 0.27, 0.22), stain=0.5)
    columns = [width * k for k in (0.18, 0.38, 0.80)] if width < 9 else [width * k for k in (0.13, 0.30, 0.66, 0.85)]
    front = lit_windows(
        stone, group, [0.9], columns, seed=seed, share=share, door=width * 0.58 if width < 9 else width * 0.48
    )
    # A window below and a smaller one under the roof.
    low_side = lit_windows(stone, group, [0.9], [depth * 0.5], seed=seed + 5, share=share)
    side = lit_windows(
        low_side, group, [eaves + 0.18 * pitch], [depth * 0.5], width=0.55, height=min(0.75, 0.34 * pitch),
        seed=seed + 8, share=share,
    )  # fmt: skip
    slate = roof or courses((0.060, 0.058, 0.062), 0.26, seed)
    if snow:
        slate = mat.snow(seed)
    over = 0.35
    rise = pitch + eaves
    low = eaves - over * pitch / b

    def gable(local: Array) -> Mask:
        return np.asarray(local[:, 1] < eaves + pitch * (1 - np.abs(local[:, 0] - b) / b))

    parts = [
        panel(front, (-a, 0, -b), (width, 0, 0), (0, eaves, 0)),
        panel(stone, (-a, 0, b), (width, 0, 0), (0, eaves, 0)),
        panel(side, (-a, 0, b), (0, 0, -depth), (0, rise, 0), cut=gable),
        panel(side, (a, 0, -b), (0, 0, depth), (0, rise, 0), cut=gable),
        panel(slate, (-a - over, low, -b - over), (width + 2 * over, 0, 0), (0, rise - low, b + over)),
        panel(slate, (-a - over, low, b + over), (width + 2 * over, 0, 0), (0, rise - low, -b - over)),
        box(
            mat.brick((0.13, 0.075, 0.055)), (a * 0.55, eaves + pitch * 0.4, -0.35), (a * 0.55 + 0.7, rise + 0.8, 0.35)
        ),
    ]
    beam = mat.wood((0.08, 0.055, 0.04), 0, 0.1)
    parts.append(rod(beam, (-a - over, low, -b - over), (a + over, low, -b - over), 0.05, sides=5))
    return [moved(turned(p, yaw), foot) for p in parts]


def lighthouse(foot: Vec3, tall: float, *, group: str = "window", seed: int = 0, bands: int = 5) -> list[Solid]:
    """A lighthouse: a tapering tower with painted bands, small windows, a gallery and a lantern that shines.

    Args:
        foot: middle of its foot.
        tall: height of the gallery in metres; the light is a twenty-fifth above it.
        group: of its light.
        seed: which tower, as its stains have it.
        bands: painted rings, the lowest of them white.
    """
    x, y, z = foot
    low, high = tall * 0.125, tall * 0.075
    unit = tall / 25

    def paint(s: Surface) -> Finish:
        h = s.p[:, 1] - y
        band = np.floor(np.clip(h / tall, 0, 0.999) * bands)
        k = (
            0.70
            + 0.45 * quick_fbm(s.local[:, 0] * 3, h * 0.5, seed, 4)
            - 0.15 * (quick_fbm(h * 0.1, s.local[:, 0] * 9, seed, 3))
        )
        white = np.asarray((0.36, 0.34, 0.31), F)
        colours = np.where((np.mod(band, 2) > 0.5)[:, None], np.asarray((0.20, 0.045, 0.032), F), white) * k[:, None]
        turn = np.mod(s.local[:, 0], 6.2831853)
        window = (
            (np.abs(np.mod(h / (4.6 * unit), 1) - 0.5) < 0.13)
            & (np.abs(turn - 4.45) * low < 0.42 * unit)
            & (h < tall * 0.9)
        )
        colours[window] = (0.010, 0.010, 0.012)
        light = np.where(window & (np.mod(np.floor(h / (4.6 * unit)), 2) < 0.5), 0.6, 0.0)
        light = light[:, None] * np.array([0.85, 0.46, 0.16])
        return Finish(colours.astype(F), 0.12, emission={group: light.astype(F)})

    slope = [(low * 1.12, 0.0), (low, 0.03 * tall), ((low + high) * 0.46, 0.5 * tall), (high, 0.97 * tall)]
    iron = mat.iron((0.035, 0.033, 0.035), 0.3)
    gallery = high * 1.75
    parts = [
        lathe(paint, foot, [*slope, (high * 1.2, 0.985 * tall)], sides=28),
        lathe(iron, foot, [(high, 0.96 * tall), (gallery, 0.985 * tall), (gallery, tall), (0.0, tall)], sides=24),
        lathe(
            mat.glow(group, (1.25, 1.1, 0.85)),
            (x, y + tall, z),
            [(0.6 * high, 0.0), (0.62 * high, 2.2 * unit)],
            sides=16,
            casts=False,
        ),
        lathe(
            iron,
            (x, y + tall, z),
            [
                (0.8 * high, 2.15 * unit),
                (0.7 * high, 2.4 * unit),
                (0.25 * high, 3.4 * unit),
                (0.06 * high, 3.6 * unit),
                (0.0, 4.4 * unit),
            ],
            sides=16,
        ),
    ]
    bars: list[Solid] = []
    for k in range(16):
        a = math.tau * k / 16
        px, pz = x + gallery * 0.97 * math.cos(a), z + gallery * 0.97 * math.sin(a)
        bars.append(rod(iron, (px, y + tall, pz), (px, y + tall + 0.95 * unit, pz), 0.035 * unit, sides=4))
    for h in (0.5, 0.95):
        ring = [
            (x + gallery * 0.97 * math.cos(a), y + tall + h * unit, z + gallery * 0.97 * math.sin(a))
            for a in np.linspace(0, math.tau, 25)
        ]
        bars.append(tube(iron, ring, 0.035 * unit, sides=4))
    for k in range(8):
        a = math.tau * k / 8 + 0.2
        px, pz = x + 0.63 * high * math.cos(a), z + 0.63 * high * math.sin(a)
        bars.append(rod(iron, (px, y + tall, pz), (px, y + tall + 2.2 * unit, pz), 0.05 * unit, sides=4, casts=False))
    return [*parts, joined(bars)]


def courses(colour: Colour, course: float, seed: int) -> Material:
    """Slates, shingles or thatch in courses, on a panel along and up the roof.

    Args:
        colour: albedo.
        course: height of a course in metres.
        seed: which roof.
    """

    def material(s: Surface) -> Finish:
        u, v = s.local[:, 0], s.local[:, 1]
        row = np.floor(v / course)
        i = np.floor(u / (course * 0.8) + 0.5 * np.mod(row, 2))
        own = chance(i * 57 + row * 131, seed)
        lower = np.clip((v / course - row) * 3.0, 0.35, 1)
        k = (0.6 + 0.7 * own) * lower * (0.7 + 0.6 * quick_fbm(u * 0.8, v * 0.8, seed, 3))
        return Finish((np.asarray(colour, F) * k[:, None]).astype(F), 0.22, 0.0, lower.astype(F))

    return material
