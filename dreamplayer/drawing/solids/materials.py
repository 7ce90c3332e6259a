"""Materials of solids: wood, plaster, stone, brick, tiles, metal, cloth, leaves, earth, snow, light.

Each function gives a material (see `solid.Material`) with the parameters that make one wood another. Colours are
albedo, linear light: .03 soot, .1 dark oak, .25 pine, .35 limewash, .6 snow; nothing here is brighter.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike, NDArray

from dreamplayer.drawing.solids.cells import cells
from dreamplayer.drawing.solids.solid import Array, F, Finish, Mask, Material, Surface
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import bits
from dreamplayer.kit.noise import quick_fbm, quick_noise
from dreamplayer.model.reading import Colour


def chance(index: ArrayLike, seed: int = 0) -> Array:
    """A uniform number for each integer: which plank is the darker one.

    Args:
        index: integers (floats are cut), any shape.
        seed: which numbers.

    Returns:
        float32 in [0, 1), of the shape of `index`.
    """
    return (bits(seed, 5, np.asarray(index)) >> np.uint32(8)).astype(F) * F(2.0**-24)


def step(low: float, high: float, x: Array) -> Array:
    """Smooth step: 0 at `low`, 1 at `high`, level at both ends; falls where low > high.

    Args:
        low: where it is 0.
        high: where it is 1.
        x: any shape.

    Returns:
        0..1, of the shape of `x`.
    """
    return np.asarray(smooth(x, low, high), F)


def mixed(a: Array | Colour, b: Array | Colour, share: Array) -> Array:
    """Colours between two, point by point.

    Args:
        a: colour at share 0, (3,) or (n, 3).
        b: colour at share 1.
        share: (n,).

    Returns:
        (n, 3).
    """
    k = share[:, None]
    return np.asarray(np.asarray(a, F) * (1 - k) + np.asarray(b, F) * k, F)


def tilted(n: Array, by: Array) -> Array:
    """Normals with small offsets added, of unit length again.

    Args:
        n: (n, 3) unit normals.
        by: (n, 3) offsets: .03 worn tiles, .5 foliage.

    Returns:
        (n, 3).
    """
    out = n + by
    return np.asarray(out / (np.linalg.norm(out, axis=1, keepdims=True) + 1e-9), F)


def rough(s: Surface, scale: float, amount: float, seed: int = 0) -> Array:
    """Normals made uneven by noise of the place.

    Args:
        s: points of a solid.
        scale: hills a metre.
        amount: .05 hammered metal, .3 bark, .9 foliage.
        seed: which noise.

    Returns:
        (n, 3) unit normals.
    """
    x, y = s.p[:, 0] * scale + s.p[:, 2] * scale * 0.37, s.p[:, 1] * scale + s.p[:, 2] * scale * 0.71
    offsets = [quick_noise(x, y, seed + k) - 0.5 for k in (1, 2, 3)]
    return tilted(s.n, np.stack(offsets, -1) * F(2 * amount))


def plain(
    colour: Colour, gloss: float = 0.1, metal: float = 0.0, vary: float = 0.25, scale: float = 3.0, thin: float = 0.0
) -> Material:
    """One colour, unevenly.

    Args:
        colour: albedo.
        gloss: 0 dull .. 1 sharp highlights.
        metal: 0 or 1.
        vary: how much lighter and darker it is in places.
        scale: such places a metre.
        thin: light that comes through.
    """

    def material(s: Surface) -> Finish:
        k = 1 - vary + 2 * vary * quick_fbm(s.p[:, 0] * scale + s.p[:, 2] * scale * 0.7, s.p[:, 1] * scale, 5, 3)
        return Finish(np.asarray(colour, F) * k[:, None], gloss, metal, thin=thin)

    return material


def wood(
    colour: Colour = (0.20, 0.105, 0.05), along: int = 0, gloss: float = 0.3, plank: float = 0.0, across: int = 2,
    seed: int = 0, worn: float = 0.0, grain: float = 1.0, mirror: float = 0.0,
) -> Material:  # fmt: skip
    """Wood with grain along an axis of the solid, in planks with dark joints.

    Args:
        colour: albedo.
        along: local axis the grain runs along.
        gloss: .1 rough boards, .4 a waxed table.
        plank: width of planks in metres; 0 for one piece.
        across: local axis across the planks.
        seed: which piece of wood.
        worn: 0..1 pale where it is used.
        grain: 0 none .. 1 clear.
        mirror: share it reflects of the place, for waxed floors.
    """

    def material(s: Surface) -> Finish:
        a, x = s.local[:, along], s.local[:, across]
        other = s.local[:, 3 - along - across]
        i = np.floor(x / F(plank)) if plank else np.zeros_like(x)
        r = chance(i, seed + 3)
        warp = 0.05 * quick_fbm(a * 1.3 + 9 * r, x * 5 + other * 5, seed, 2)
        rings = quick_fbm(a * 1.6 + 31 * r, (x + other + warp) * 24 + 13 * r, seed + 1, 3)
        fine = quick_noise(a * 5 + 5 * r, (x + other * 0.7 + warp) * 95, seed + 2)
        k = (0.70 + 0.30 * r if plank else 0.88) * (0.93 + grain * (0.62 * (rings - 0.5) + 0.14 * (fine - 0.5)))
        gap: Array | float = 1.0
        if plank:
            edge = np.minimum(x - i * plank, (i + 1) * plank - x)
            gap = (1 - 0.72 * np.exp(-((edge / 0.004) ** 2))).astype(F)
        colours = np.asarray(colour, F) * k[:, None] + worn * 0.05 * (quick_fbm(a * 2, x * 2, 8, 3) ** 2)[:, None]
        shown = mirror * (0.4 + 0.6 * rings) if mirror else 0.0
        return Finish(colours.astype(F), (gloss * (0.6 + 0.6 * rings)).astype(F), 0.0, gap, mirror=shown)

    return material


def plaster(
    colour: Colour = (0.30, 0.27, 0.23), low: Colour | None = None, line: float = 0.9, stain: float = 0.3
) -> Material:
    """Limewashed walls, uneven, darker near the floor.

    Args:
        colour: albedo.
        low: colour below `line`: a dado.
        line: its height in metres.
        stain: darkening at the floor.
    """

    def material(s: Surface) -> Finish:
        h, y = s.p[:, 0] + s.p[:, 2], s.p[:, 1]
        k = 0.80 + 0.30 * (quick_fbm(h * 1.1, y * 1.1, 2, 4) - 0.5) + 0.12 * (quick_fbm(h * 7, y * 7, 3, 2) - 0.5)
        k = k * (1 - stain * np.exp(-np.maximum(y, 0) / 0.25))
        colours = np.asarray(colour, F) * k[:, None]
        if low is not None:
            below = step(line + 0.01, line - 0.01, y + 0.012 * (quick_fbm(h * 2, h, 4, 2) - 0.5))
            colours = mixed(colours, np.asarray(low, F) * k[:, None], below)
        return Finish(colours.astype(F), 0.05)

    return material


def paper(colour: Colour, figure: Colour, size: float = 0.22, gloss: float = 0.04) -> Material:
    """Wallpaper: a small figure in rows, faded.

    Args:
        colour: albedo of the ground.
        figure: of the figure.
        size: metres between two figures.
        gloss: see `Finish`.
    """

    def material(s: Surface) -> Finish:
        h, y = (s.p[:, 0] + s.p[:, 2]) / size, s.p[:, 1] / size
        row = np.floor(y)
        u, v = h + 0.5 * np.mod(row, 2), y - row - 0.5
        u = u - np.floor(u) - 0.5
        r, a = np.hypot(u, v), np.arctan2(v, u)
        petal = step(0.03, -0.03, r - 0.16 - 0.10 * np.cos(5 * a))
        stem = step(0.02, 0.0, np.abs(u - 0.12 * np.sin(v * 7))) * (v < 0.1) * 0.6
        fade = 0.85 + 0.3 * (quick_fbm(h * 0.2, y * 0.2, 3, 3) - 0.5)
        colours = mixed(colour, figure, np.maximum(petal, stem).astype(F)) * fade[:, None]
        return Finish(colours.astype(F), gloss)

    return material


def brick(
    colour: Colour = (0.22, 0.10, 0.065),
    width: float = 0.23,
    height: float = 0.075,
    joint: Colour = (0.085, 0.075, 0.065),
    soot: Callable[[Array], Array] | None = None,
) -> Material:
    """Courses of brick.

    Args:
        colour: albedo.
        width: of a brick in metres.
        height: of a course.
        joint: colour of the mortar.
        soot: blackness 0..1 from (n, 3) metres of the place.
    """

    def material(s: Surface) -> Finish:
        u, v = s.p[:, 0] + s.p[:, 2], s.p[:, 1]
        row = np.floor(v / height)
        a = u / width + 0.5 * np.mod(row, 2) + 0.04 * chance(row, 5)
        i = np.floor(a)
        edge = np.minimum(np.minimum(a - i, i + 1 - a) * width, np.minimum(v - row * height, (row + 1) * height - v))
        edge = edge + 0.004 * (quick_fbm(u * 30, v * 30, 3, 2) - 0.5)
        k = 0.55 + 0.6 * chance(i * 57 + row * 131, 2) + 0.4 * (quick_fbm(u * 14, v * 14, 1, 3) - 0.5)
        face = step(0.003, 0.010, edge)
        colours = mixed(joint, np.asarray(colour, F) * k[:, None], face)
        if soot is not None:
            colours = colours * (1 - 0.9 * soot(s.p))[:, None]
        return Finish(colours.astype(F), 0.08, 0.0, 0.55 + 0.45 * face)

    return material


def masonry(
    colour: Colour = (0.20, 0.19, 0.18),
    course: float = 0.28,
    long: float = 0.55,
    seed: int = 0,
    moss: float = 0.0,
    gloss: float = 0.06,
) -> Material:
    """Walls of dressed or rough stone, each a little different, on any upright wall.

    Args:
        colour: albedo.
        course: height of a course in metres.
        long: length of a stone.
        seed: which wall.
        moss: 0..1 green near the ground and in the joints.
        gloss: .06 dry, .4 wet.
    """

    def material(s: Surface) -> Finish:
        u = np.where(np.abs(s.n[:, 0]) > np.abs(s.n[:, 2]), s.p[:, 2], s.p[:, 0])
        v = s.p[:, 1]
        wobble = 0.03 * (quick_fbm(u * 2, v * 2, seed, 2) - 0.5)
        row = np.floor((v + wobble) / course)
        a = (u + wobble) / long + 0.5 * np.mod(row, 2) + 0.3 * chance(row, seed)
        i = np.floor(a)
        fu, fv = (a - i) * long, (v + wobble) - row * course
        edge = np.minimum(np.minimum(fu, long - fu), np.minimum(fv, course - fv))
        own = chance(i * 57 + row * 131, seed + 2)
        fine = quick_fbm(u * 6, v * 6, seed + 1, 4)
        dome = np.clip(edge / 0.035, 0, 1)
        k = (0.65 + 0.6 * own) * (0.65 + 0.7 * fine) * (0.40 + 0.60 * dome)
        colours = np.asarray(colour, F) * k[:, None]
        if moss:
            green = step(
                0.45,
                0.75,
                quick_fbm(u * 1.3, v * 1.3, seed + 7, 4) + 0.25 * np.exp(-np.maximum(v, 0) / 0.6) + 0.12 * (1 - dome),
            )
            colours = mixed(
                colours, np.asarray((0.045, 0.060, 0.022), F) * (0.5 + fine)[:, None], (moss * green).astype(F)
            )
        return Finish(
            colours.astype(F), gloss * (0.5 + own), 0.0, (0.45 + 0.55 * dome).astype(F), normal=rough(s, 22, 0.12, seed)
        )

    return material


def tiles(
    colour: Colour = (0.155, 0.075, 0.045), size: float = 0.30, mirror: float = 0.10, gloss: float = 0.55,
    seed: int = 0, other: Colour | None = None, diagonal: bool = False,
) -> Material:  # fmt: skip
    """A tiled floor, worn where one walks, that reflects a little.

    Args:
        colour: albedo.
        size: of a tile in metres.
        mirror: see `Finish.mirror`.
        gloss: see `Finish.gloss`.
        seed: which floor.
        other: of every other tile, for a chequered floor.
        diagonal: turned by 45 degrees.
    """

    def material(s: Surface) -> Finish:
        x, z = s.p[:, 0], s.p[:, 2]
        if diagonal:
            x, z = (x + z) * F(0.70710678), (x - z) * F(0.70710678)
        i, j = np.floor(x / size), np.floor(z / size)
        edge = np.minimum(np.minimum(x - i * size, (i + 1) * size - x), np.minimum(z - j * size, (j + 1) * size - z))
        r = chance(i * 71 + j * 193, seed)
        wear = quick_fbm(s.p[:, 0] * 0.8, s.p[:, 2] * 0.8, 6, 3)
        k = 0.62 + 0.55 * r + 0.35 * (quick_fbm(x * 9, z * 9, 4, 3) - 0.5)
        base = np.broadcast_to(np.asarray(colour, F), (len(x), 3))
        if other is not None:
            base = mixed(base, other, np.mod(i + j, 2).astype(F))
        joint = step(0.002, 0.008, edge)
        colours = base * k[:, None] * (0.30 + 0.70 * joint[:, None])
        lean = np.stack([chance(i * 5 + j * 11, 1) - 0.5, 0 * r, chance(i * 7 + j * 3, 2) - 0.5], -1) * F(0.028)
        grazing = (1 - np.abs((s.sight * s.n).sum(1))) ** 4
        shown = mirror * (0.10 + 0.90 * grazing) * joint * (0.35 + 0.9 * wear) * (0.7 + 0.6 * r) * 2.2
        return Finish(
            colours.astype(F), (gloss * joint * (0.5 + 0.6 * wear)).astype(F), 0.0, 0.55 + 0.45 * joint,
            normal=tilted(s.n, lean), mirror=shown.astype(F),
        )  # fmt: skip

    return material


def setts(colour: Colour = (0.12, 0.115, 0.115), size: float = 0.16, wet: float = 0.5, seed: int = 0) -> Material:
    """Cobbled ground of rounded stones in rows, wet after rain.

    Args:
        colour: albedo.
        size: of a stone in metres.
        wet: 0 dry .. 1 with water standing in the joints.
        seed: which street.
    """

    def material(s: Surface) -> Finish:
        x, z = s.p[:, 0], s.p[:, 2]
        row = np.floor(z / size)
        a = x / size + 0.5 * np.mod(row, 2) + 0.25 * chance(row, seed)
        i = np.floor(a)
        fu, fv = (a - i) - 0.5, z / size - row - 0.5
        own = chance(i * 57 + row * 131, seed + 2)
        # Rounded squares of uneven size, with dark joints between them.
        out = (fu**4 + fv**4) ** 0.25 + 0.05 * (own - 0.5) + 0.05 * (quick_noise(x * 40, z * 40, seed + 8) - 0.5)
        dome = step(0.50, 0.34, out)
        puddle = step(0.52, 0.66, quick_fbm(x * 0.5, z * 0.35, seed + 5, 4)) * wet
        k = (0.6 + 0.7 * own) * (0.25 + 0.75 * dome) * (1 - 0.45 * wet)
        tip = chance(np.stack([i * 57 + row * 131, i * 31 + row * 71], -1), seed + 6) - 0.5
        lean = np.stack(
            [fu * np.abs(fu) * 1.6 + 0.22 * tip[:, 0], 0 * fu, fv * np.abs(fv) * 1.6 + 0.22 * tip[:, 1]], -1
        )
        lean = lean * F(0.9) * (1 - puddle)[:, None]
        grazing = (1 - np.abs((s.sight * s.n).sum(1))) ** 3
        shown = wet * (0.12 + 0.88 * grazing) * (0.60 * dome * (0.4 + own) + 0.9 * puddle)
        return Finish(
            (np.asarray(colour, F) * k[:, None]).astype(F), (0.25 + 0.5 * wet * (0.4 + 0.6 * dome)).astype(F), 0.0,
            (0.45 + 0.55 * dome).astype(F), normal=tilted(s.n, lean.astype(F)), mirror=shown.astype(F),
        )  # fmt: skip

    return material


def metal(colour: Colour = (0.70, 0.32, 0.17), gloss: float = 0.55, dent: float = 0.10) -> Material:
    """Copper, brass, steel: bright where it faces a lamp.

    Args:
        colour: of its highlights: copper unless given; (.66, .46, .20) brass.
        gloss: .3 hammered .. .8 polished.
        dent: unevenness.
    """

    def material(s: Surface) -> Finish:
        k = 0.72 + 0.5 * (quick_fbm(s.local[:, 0] * 3, s.local[:, 1] * 9, 3, 3) - 0.3)
        return Finish((np.asarray(colour, F) * k[:, None]).astype(F), gloss, 0.85, normal=rough(s, 40, dent / 2))

    return material


def iron(colour: Colour = (0.030, 0.028, 0.030), gloss: float = 0.42) -> Material:
    """Cast iron, soot, dark paint.

    Args:
        colour: albedo.
        gloss: see `Finish`.
    """

    def material(s: Surface) -> Finish:
        k = 0.7 + 0.6 * quick_fbm(s.p[:, 0] * 12 + s.p[:, 2] * 7, s.p[:, 1] * 12, 3, 3)
        return Finish((np.asarray(colour, F) * k[:, None]).astype(F), gloss, 0.2)

    return material


def china(colour: Colour = (0.42, 0.42, 0.40), band: Colour = (0.05, 0.09, 0.22)) -> Material:
    """Glazed ware turned on a lathe, with painted bands.

    Args:
        colour: albedo of the glaze.
        band: of the painted bands.
    """

    def material(s: Surface) -> Finish:
        r = s.local[:, 2]
        q = r / (r.max() + 1e-6)
        edge = np.exp(-(((q - 0.80) / 0.07) ** 2))
        inner = 0.6 * np.exp(-(((q - 0.30) / 0.10) ** 2)) * (quick_noise(s.local[:, 0] * 5, q * 9) > 0.5)
        colours = mixed(colour, band, np.clip(0.85 * (edge + inner), 0, 1).astype(F))
        return Finish(colours * (0.82 + 0.25 * step(0.55, 0.62, q))[:, None], 0.72)

    return material


def cloth(
    colour: Colour, folds: float = 34.0, thin: float = 0.5, stripe: Colour | None = None, seed: int = 1
) -> Material:
    """Hanging cloth with folds down its local second axis: curtains, sails, washing.

    Args:
        colour: albedo.
        folds: waves a metre times 2 pi; 0 for cloth that lies flat.
        thin: light that comes through.
        stripe: of stripes along the folds.
        seed: which cloth.
    """

    def material(s: Surface) -> Finish:
        u, v = s.local[:, 0], s.local[:, 1]
        wave = (
            np.sin(u * folds + 2 * np.sin(v * 3 + seed)) * 0.55 + 0.3 * np.sin(u * folds * 2.1 + seed)
            if folds
            else 0 * u
        )
        weave = 0.9 + 0.2 * quick_noise(u * 160, v * 160, seed)
        base = np.broadcast_to(np.asarray(colour, F), (len(u), 3))
        if stripe is not None:
            base = mixed(base, stripe, step(0.45, 0.55, np.mod(u * 7, 1.0)))
        along = np.cross(s.n, np.array([0, 1, 0], F))
        normal = tilted(s.n, along * (0.6 * wave)[:, None])
        return Finish(
            (base * ((0.75 + 0.25 * wave) * weave)[:, None]).astype(F),
            0.04,
            0.0,
            (0.7 + 0.3 * wave).astype(F),
            normal=normal,
            thin=thin,
        )

    return material


def leaves(colour: Colour, seed: int = 0, scale: float = 40.0, thin: float = 0.35) -> Material:
    """Foliage on a lumpy solid or on cards: specks of light and dark.

    Args:
        colour: albedo.
        seed: which plant.
        scale: leaves a metre: 12 a far crown, 60 herbs at hand.
        thin: light that comes through.
    """

    def material(s: Surface) -> Finish:
        x, y = s.p[:, 0] + 0.6 * s.p[:, 2], s.p[:, 1] + 0.3 * s.p[:, 2]
        fleck = quick_noise(x * scale, y * scale * 0.7, seed)
        broad = quick_fbm(x * 1.7, y * 1.7, seed + 4, 3)
        k = (0.40 + 1.0 * fleck) * (0.6 + 0.8 * broad)
        return Finish(
            (np.asarray(colour, F) * k[:, None]).astype(F),
            0.06,
            0.0,
            np.clip(0.48 + 0.60 * k, 0, 1).astype(F),
            normal=rough(s, scale, 0.45, seed),
            thin=thin,
        )

    return material


def bark(colour: Colour = (0.060, 0.048, 0.038), seed: int = 0, moss: float = 0.3) -> Material:
    """Bark of a trunk made by `tube` or `lathe`: ridges along it, moss on one side and low down.

    Args:
        colour: albedo.
        seed: which tree.
        moss: 0..1.
    """

    def material(s: Surface) -> Finish:
        angle = (
            s.local[:, 0]
            if float(np.ptp(s.local[:, 0])) < 6.4 and float(s.local[:, 1].max(initial=0)) > 6.4
            else s.local[:, 1]
        )
        y = s.p[:, 1]
        around = np.mod(angle, 6.2831853) * 3.2
        ridge = quick_fbm(around * 2.2 + 0.4 * quick_noise(y * 2, around, seed), y * 1.1, seed, 4)
        crack = step(0.30, 0.52, ridge)
        k = 0.55 + 0.75 * crack + 0.4 * (quick_fbm(around * 8, y * 8, seed + 3, 2) - 0.5)
        colours = np.asarray(colour, F) * k[:, None]
        if moss:
            green = step(
                0.50,
                0.72,
                quick_fbm(around, y * 1.2, seed + 9, 3)
                + 0.35 * np.exp(-np.maximum(y, 0) / 0.7)
                + 0.12 * np.clip(-s.n[:, 0], 0, 1),
            )
            colours = mixed(colours, np.asarray((0.050, 0.070, 0.024), F) * k[:, None], (moss * green).astype(F))
        return Finish(colours.astype(F), 0.04, 0.0, (0.35 + 0.65 * crack).astype(F), normal=rough(s, 14, 0.25, seed))

    return material


def earth(
    colour: Colour = (0.070, 0.052, 0.036), seed: int = 0, litter: Colour | None = None, wet: float = 0.0
) -> Material:
    """Bare ground with small stones in it: paths, ploughed soil, a wood's floor with fallen leaves.

    Args:
        colour: albedo.
        seed: which ground.
        litter: colour of leaves strewn on it.
        wet: 0..1 sheen.
    """

    def material(s: Surface) -> Finish:
        albedo, dent, lean = _soil(s, colour, seed)
        if litter is not None:
            albedo, dent, lean = _strewn(s, albedo, dent, lean, litter, seed)
        return Finish(albedo, 0.05 + 0.5 * wet, 0.0, dent, normal=tilted(s.n, lean))

    return material


def _soil(s: Surface, colour: Colour, seed: int) -> tuple[Array, Array, Array]:
    """Trodden earth: (n, 3) albedo, (n,) occlusion and (n, 3) tilt of its normals."""
    x, z = s.p[:, 0], s.p[:, 2]
    broad = quick_fbm(x * 0.7, z * 0.7, seed, 3)
    clod = quick_fbm(x * 7, z * 7, seed + 1, 3)
    near, close = s.detail(0.09), s.detail(0.03)
    # Stones of a fist, some of them bedded in the earth, and gravel that gathers in hollows.
    stones, gravel = cells(x * 7.5, z * 7.5, seed + 2), cells(x * 26, z * 26, seed + 3)
    r = stones.away + 0.12 * (quick_noise(x * 30, z * 30, seed) - 0.5)
    wide = 0.16 + 0.26 * stones.other
    here = (stones.own > 0.62 - 0.30 * (broad - 0.5)) * step(0.05, -0.03, r - wide) * near
    rim = (stones.own > 0.62) * np.exp(-(((r - wide - 0.05) / 0.07) ** 2)) * near * (1 - here)
    grit = step(0.10, 0.26, gravel.edge) * (gravel.own > 0.30 + 0.5 * broad) * close * (1 - here)
    k = (0.58 + 0.42 * broad + 0.30 * (clod - 0.5)) * (1 - 0.45 * rim)
    base = np.asarray(colour, F) * k[:, None]
    stone = np.asarray(colour, F) * 0.55 + F(0.42 * sum(colour) / 3)
    albedo = mixed(base, stone * (0.70 + 0.85 * stones.other)[:, None], here)
    albedo = albedo * (1 + grit * (0.75 * gravel.other - 0.30))[:, None]
    ax = 1.5 * here * stones.x / wide + 1.3 * grit * gravel.x + 0.5 * (quick_noise(x * 9, z * 9, seed + 2) - 0.5)
    az = 1.5 * here * stones.y / wide + 1.3 * grit * gravel.y + 0.5 * (quick_noise(x * 9, z * 9, seed + 3) - 0.5)
    dent = np.clip(0.72 + 0.5 * (clod - 0.5) - 0.4 * rim + 0.2 * here, 0.2, 1.0)
    return albedo.astype(F), dent.astype(F), np.stack([0.6 * ax, 0 * ax, 0.6 * az], -1).astype(F)


def gravel(colour: Colour = (0.185, 0.165, 0.135), size: float = 0.045, seed: int = 0) -> Material:
    """Loose pebbles: garden paths, drives, track beds, a stony beach.

    Args:
        colour: albedo.
        size: of a pebble in metres.
        seed: which.
    """

    def material(s: Surface) -> Finish:
        x, z = s.p[:, 0], s.p[:, 2]
        broad = quick_fbm(x * 0.8, z * 0.8, seed, 3)
        pebble, grit = cells(x / size, z / size, seed + 1), cells(x / size * 0.42, z / size * 0.42, seed + 2)
        near, fair = s.detail(size), s.detail(2.4 * size)
        # A few larger ones lie on top; between the small ones it is dark.
        large = (grit.own > 0.80) * step(0.34, 0.24, grit.away + 0.08 * grit.other) * fair
        dome = 1 - near + near * step(0.02, 0.22, pebble.edge)
        k = (0.62 + 0.45 * broad) * (1 + near * (0.95 * pebble.own - 0.45)) * (0.40 + 0.60 * dome)
        k = k * (1 - large) + large * (0.60 + 0.85 * grit.other)
        tint = 1 + 0.18 * (np.where(large > 0.5, grit.own, pebble.other) - 0.5)[:, None] * np.array([1.0, 0.2, -0.8], F)
        ax = (1 - large) * near * pebble.x * 1.1 + large * grit.x * 2.0
        az = (1 - large) * near * pebble.y * 1.1 + large * grit.y * 2.0
        return Finish(
            (np.asarray(colour, F) * tint * k[:, None]).astype(F), 0.08, 0.0, (0.45 + 0.55 * dome).astype(F),
            normal=tilted(s.n, np.stack([ax, 0 * ax, az], -1).astype(F)),
        )  # fmt: skip

    return material


def crag(colour: Colour = (0.150, 0.140, 0.128), seed: int = 0, size: float = 0.55, layers: float = 0.35) -> Material:
    """Broken rock: facets that face all ways, cracks between them, beds that lie level. For caves, cliffs, boulders.

    Args:
        colour: albedo.
        seed: which.
        size: of a facet in metres.
        layers: 0 massive .. 1 clearly bedded.
    """

    def material(s: Surface) -> Finish:
        steep = np.abs(s.n)
        level, sideways = steep[:, 1] > 0.62, steep[:, 0] > steep[:, 2]
        u = np.where(~level & sideways, s.p[:, 2], s.p[:, 0])
        v = np.where(level, s.p[:, 2], s.p[:, 1])
        u, v = (
            u + 0.9 * size * quick_fbm(1.4 * v / size, 1.4 * u / size, seed, 4),
            v + 0.7 * size * quick_fbm(1.4 * u / size, 1.4 * v / size, seed + 1, 4),
        )
        tall = np.where(level, 0.9, 1.0 - 0.45 * layers).astype(F)
        big, small = cells(u / size, v / size / tall, seed + 2), cells(u / size * 3.3, v / size * 3.3 / tall, seed + 3)
        near, close = s.detail(0.5 * size), s.detail(0.14 * size)
        split = step(0.44, 0.66, quick_fbm(u / size * 0.8, v / size * 0.8, seed + 6, 3))
        crack = 1 - near * (1 - step(0.0, 0.08, big.edge)) * (0.12 + 0.50 * split)
        chip = 1 - close * (1 - step(0.0, 0.14, small.edge)) * 0.22
        bed = quick_fbm(0.3 * u + seed, v / size * 2.6, seed + 4, 3)
        grain = quick_noise(u * 38, v * 38, seed + 5) - 0.5
        k = (0.66 + 0.36 * big.own * near + 0.26 * (small.own - 0.5) * close) * (1 + 1.6 * layers * (bed - 0.5))
        k = k * crack * chip * (1 + 0.35 * grain * s.detail(0.03))
        lean = np.stack([big.own - 0.5, 0.7 * (big.other - 0.5), big.x * 0.8], -1) * (0.95 * near)[:, None]
        lean = lean + np.stack([small.own - 0.5, small.other - 0.5, small.y], -1) * (0.45 * close)[:, None]
        return Finish(
            (np.asarray(colour, F) * k[:, None]).astype(F), 0.07, 0.0, (crack * chip).astype(F),
            normal=tilted(s.n, lean.astype(F)),
        )  # fmt: skip

    return material


def blended(s: Surface, first: Material, second: Material, share: Array) -> Finish:
    """One material that goes over into another: grass into a path, dry sand into wet.

    Args:
        s: the points.
        first: where the share is 0.
        second: where it is 1.
        share: (n,) 0..1.
    """
    only_second = share > 0.999
    only_first = share < 0.001
    both = ~only_first & ~only_second
    made = joint_finish(s, [(only_first | both, first), (only_second, second)])
    if not both.any():
        return made
    other, k = second(s.only(both)), share[both].astype(F)
    made.albedo[both] = mixed(made.albedo[both], np.broadcast_to(other.albedo, (int(both.sum()), 3)), k)
    for name in ("gloss", "metal", "occlusion", "mirror"):
        values = getattr(made, name)
        values[both] = values[both] * (1 - k) + getattr(other, name) * k
    if made.normal is not None and other.normal is not None:
        bent = mixed(made.normal[both], other.normal, k)
        made.normal[both] = bent / (np.linalg.norm(bent, axis=1, keepdims=True) + F(1e-9))
    return made


def _strewn(
    s: Surface, albedo: Array, dent: Array, lean: Array, litter: Colour, seed: int
) -> tuple[Array, Array, Array]:
    """Fallen leaves laid over a ground: what is given, with them."""
    x, z = s.p[:, 0], s.p[:, 2]
    heap = quick_fbm(x * 0.8, z * 0.8, seed + 5, 3)
    near = s.detail(0.08)
    # Far off a leaf is finer than a pixel: there only their share of the colour is left.
    mean = (0.55 * step(0.30, 0.62, heap) * (1 - near)).astype(F)
    albedo = mixed(albedo, litter, mean)
    for layer in range(3):
        leaf = cells(x * 8.5 + layer * 3.3, z * 8.5 + layer * 1.7, seed + 6 + layer)
        along, across = leaf.turned()
        half = 0.21 * np.clip(1 - (along / 0.42) ** 2, 0, 1) * (0.8 + 0.4 * quick_noise(along * 19, across * 5, seed))
        inside = (np.abs(across) < half) & (leaf.own < 0.25 + 0.95 * (heap - 0.25))
        shade = (np.abs(across) < half + 0.07) & (np.abs(along) < 0.46) & (leaf.own < 0.25 + 0.95 * (heap - 0.25))
        share = (inside * near).astype(F)
        hue = np.asarray(litter, F) * (0.35 + 1.25 * leaf.other)[:, None]
        hue = hue * np.where(np.abs(across) < 0.018, 0.7, 1.0)[:, None]
        dark = (1 - 0.5 * near * (shade & ~inside)).astype(F)
        albedo, dent = mixed(albedo * dark[:, None], hue, share), np.maximum(dent * dark, 0.85 * share)
        curl = np.stack([leaf.own - 0.5, 0 * x, leaf.other - 0.5], -1) * F(0.9)
        lean = mixed(lean, curl.astype(F), share)
    return albedo.astype(F), dent.astype(F), lean.astype(F)


def turf(
    colour: Colour = (0.055, 0.075, 0.028),
    seed: int = 0,
    path: Callable[[Array], Array] | None = None,
    bare: Colour = (0.095, 0.075, 0.052),
) -> Material:
    """Grassy ground: tussocks of blades with dark between them; taller blades nearby are `landscape.tufts`.

    Args:
        colour: albedo.
        seed: which meadow.
        path: 0..1 from (n, 3) metres of the place: where it is worn bare. Grass frays its edge.
        bare: colour of the bare ground.
    """

    def material(s: Surface) -> Finish:
        x, z = s.p[:, 0], s.p[:, 2]
        broad = quick_fbm(x * 0.22, z * 0.22, seed, 4)
        patch = quick_fbm(x * 1.1, z * 1.1, seed + 6, 3)
        tussock = cells(x * 6.5, z * 5.0, seed + 1)
        near, close = s.detail(0.16), s.detail(0.035)
        along, across = tussock.turned()
        blade = quick_noise(across * 13 + 9 * tussock.own, along * 2.4, seed + 2)
        fine = quick_noise(x * 60, z * 13, seed + 3)
        heap = 1 - 1.25 * tussock.away
        k = (1 - near) * 0.80 + near * (0.62 + 0.30 * heap + 0.26 * (tussock.own - 0.5))
        k = k * (1 + close * (0.95 * (blade - 0.5) + 0.7 * (fine - 0.5))) * (0.70 + 0.60 * patch)
        # Dry straw on the rises, deep green in the hollows.
        dry = np.asarray(colour, F) * np.array([1.65, 1.30, 0.95], F)
        albedo = mixed(np.asarray(colour, F) * 0.72, dry, np.clip(1.6 * broad - 0.3 + 0.3 * tussock.other, 0, 1))
        albedo = albedo * np.clip(k, 0.10, 2.0)[:, None]
        slope = 0.45 * near
        lean = np.stack(
            [slope * tussock.x + 0.5 * close * (blade - 0.5), 0 * x, slope * tussock.y + 0.5 * close * (fine - 0.5)], -1
        )
        dent = np.clip(1 - near * 0.55 * (1 - heap), 0.3, 1)
        if path is not None:
            # Tussocks stand out into the path: its edge is as ragged as they are.
            worn = path(s.p).astype(F)
            frayed = np.clip(worn + near * worn * (1 - worn) * 3.2 * (tussock.away - 0.42 + 0.3 * (fine - 0.5)), 0, 1)
            soil, hollow, tilt = _soil(s, bare, seed + 4)
            soil = soil * (0.70 + 0.30 * step(0.35, 0.95, worn))[:, None]
            albedo, lean = mixed(albedo, soil, frayed), mixed(lean.astype(F), tilt, frayed)
            dent = dent * (1 - frayed) + hollow * frayed
        return Finish(albedo.astype(F), 0.05, 0.0, dent.astype(F), normal=tilted(s.n, lean.astype(F)))

    return material


def sand(colour: Colour = (0.22, 0.18, 0.12), seed: int = 0, wind: float = 0.5, ripple: float = 0.16) -> Material:
    """Sand in ripples that wind or tide has drawn, with a few pebbles and shells.

    Args:
        colour: albedo.
        seed: which.
        wind: radians from +x towards +z across the ripples.
        ripple: metres between two of them.
    """
    c, q = float(np.cos(wind)), float(np.sin(wind))

    def material(s: Surface) -> Finish:
        x, z = s.p[:, 0], s.p[:, 2]
        broad = quick_fbm(x * 0.35, z * 0.35, seed, 4)
        bent = 0.9 * quick_fbm(x * 0.55, z * 0.55, seed + 1, 3) + 0.10 * quick_noise(x * 3.1, z * 3.1, seed + 2)
        phase = (x * c + z * q + bent) / ripple
        near, fine = s.detail(0.6 * ripple), s.detail(0.02)
        # Ripples lie to windward and drop on the other side; they come and go over the ground.
        f = phase - np.floor(phase)
        strong = near * step(0.38, 0.66, quick_fbm(x * 0.5 + 7, z * 0.5, seed + 3, 3))
        high = np.where(f < 0.72, f / 0.72, (1 - f) / 0.28)
        slope = np.where(f < 0.72, 0.10, -0.26 * np.sin(np.pi * np.clip((f - 0.72) / 0.28, 0, 1))) * strong
        shell = cells(x * 5.0, z * 5.0, seed + 4)
        small = (shell.own > 0.90) * step(0.20, 0.10, shell.away + 0.05 * shell.other) * s.detail(0.08)
        grain = quick_noise(x * 90, z * 90, seed + 5) - 0.5
        k = 0.72 + 0.42 * (broad - 0.5) + 0.22 * strong * (high - 0.55) + 0.45 * fine * grain
        albedo = mixed(
            np.asarray(colour, F) * k[:, None], np.asarray(colour, F) * (0.4 + 1.3 * shell.other)[:, None], small
        )
        lean = np.stack([-c * slope + 2.0 * small * shell.x, 0 * x, -q * slope + 2.0 * small * shell.y], -1)
        lean = lean + np.stack(
            [quick_noise(x * 2.3, z * 2.3, seed + 6) - 0.5, 0 * x, quick_noise(x * 2.3, z * 2.3, seed + 7) - 0.5], -1
        ) * F(0.22)
        return Finish(
            albedo.astype(F), 0.08, 0.0, (1 - 0.35 * strong * (1 - high)).astype(F), normal=tilted(s.n, lean.astype(F))
        )

    return material


def snow(seed: int = 0, colour: Colour = (0.52, 0.54, 0.60)) -> Material:
    """Snow: drifts that the wind has cut into ledges, a crust with a grain, single glints.

    Args:
        seed: which drifts.
        colour: albedo.
    """

    def material(s: Surface) -> Finish:
        x, z = s.p[:, 0], s.p[:, 2]
        drift = quick_fbm(x * 0.6, z * 0.35, seed, 4)
        # Ledges as in wind-packed snow: a ramp and a short steep side, drawn out along the wind.
        u = x * 0.80 + z * 0.35 + 1.6 * quick_fbm(x * 0.35, z * 0.35, seed + 4, 3)
        v = quick_fbm(x * 0.22 + 3, z * 0.5, seed + 5, 3)
        near = s.detail(0.30)
        f = u * 0.9 - np.floor(u * 0.9)
        strong = step(0.50, 0.74, v) * near * step(0.30, 0.60, quick_fbm(x * 0.5, z * 0.8, seed + 6, 2))
        ledge = np.where(f < 0.75, f / 0.75, (1 - f) / 0.25) * strong
        steep = np.where(f < 0.75, 0.05, -0.22 * np.sin(np.pi * np.clip((f - 0.75) / 0.25, 0, 1))) * strong
        grain = (quick_noise(x * 60, z * 60, seed) - 0.5) * s.detail(0.03)
        glint = cells(x * 16, z * 16, seed + 8)
        k = 0.84 + 0.30 * (drift - 0.5) + 0.10 * (ledge - 0.4) + 0.14 * grain
        k = k + 0.45 * (glint.own > 0.94) * step(0.16, 0.06, glint.away) * s.detail(0.05)
        lean = np.stack(
            [quick_fbm(x * 1.5, z * 0.9, seed + 2, 3) - 0.5, 0 * x, quick_fbm(x * 1.5, z * 0.9, seed + 3, 3) - 0.5], -1
        ) * F(0.6)
        lean = lean + np.stack([-steep, 0 * x, -0.4 * steep], -1)
        return Finish((np.asarray(colour, F) * k[:, None]).astype(F), 0.12, normal=tilted(s.n, lean.astype(F)))

    return material


def carpet(ground: Colour, figure: Colour, border: Colour, length: float, width: float) -> Material:
    """A rug on a panel: a bordered field of small figures.

    Args:
        ground: albedo of the field.
        figure: of its figures.
        border: of the border.
        length: metres along the panel's first edge.
        width: metres along its second.
    """

    def material(s: Surface) -> Finish:
        u, v = s.local[:, 0], s.local[:, 1]
        edge = np.minimum(np.minimum(u, length - u), np.minimum(v, width - v))
        a, b = np.mod(u / 0.24, 1) - 0.5, np.mod(v / 0.24, 1) - 0.5
        lozenge = step(0.02, -0.02, np.abs(a) + np.abs(b) - 0.30) - step(0.02, -0.02, np.abs(a) + np.abs(b) - 0.14)
        medal = step(
            0.03,
            -0.03,
            np.hypot((u - length / 2) / length, (v - width / 2) / width)
            - 0.26
            - 0.02 * np.cos(8 * np.arctan2(v - width / 2, u - length / 2)),
        )
        colours = mixed(ground, figure, np.maximum(lozenge, 0.7 * medal).astype(F))
        rim = step(0.17, 0.155, edge) * step(0.03, 0.045, edge)
        teeth = rim * (0.55 + 0.45 * (np.mod((u + v) / 0.07, 1) > 0.5))
        colours = mixed(colours, border, teeth.astype(F))
        pile = 0.75 + 0.5 * quick_noise(u * 90, v * 90, 3)
        return Finish((colours * pile[:, None]).astype(F), 0.02)

    return material


def spines(height: float, seed: int = 0, gap: float = 0.06) -> Material:
    """Books on a shelf, as one panel of their spines: local axes along the shelf and up.

    Args:
        height: of the shelf's opening in metres.
        seed: which books.
        gap: share of places without a book.
    """
    hues = np.array(
        [
            (0.16, 0.05, 0.035),
            (0.06, 0.09, 0.07),
            (0.05, 0.06, 0.12),
            (0.17, 0.11, 0.05),
            (0.09, 0.06, 0.05),
            (0.22, 0.19, 0.14),
        ],
        F,
    )

    def material(s: Surface) -> Finish:
        u, v = s.local[:, 0], s.local[:, 1]
        # Widths from .02 to .06: cells of .08 are split in two or three.
        cell = np.floor(u / 0.08)
        parts = 2 + (chance(cell, seed) > 0.5)
        inside = np.mod(u, 0.08) / 0.08 * parts
        book = cell * 3 + np.floor(inside)
        f = inside - np.floor(inside)
        tall = height * (0.62 + 0.30 * chance(book, seed + 1))
        there = (v < tall) & (chance(book, seed + 2) > gap)
        hue = hues[(chance(book, seed + 3) * len(hues)).astype(int)]
        round_ = np.sqrt(np.clip(1 - (2 * f - 1) ** 2, 0, 1))
        band = (np.abs(np.mod(v / tall * 5 + chance(book, seed + 4), 1) - 0.5) < 0.05) & (chance(book, seed + 5) > 0.4)
        colours = hue * (0.35 + 0.65 * round_)[:, None] * (0.7 + 0.6 * chance(book, seed + 6))[:, None]
        colours = np.where(band[:, None], np.asarray((0.30, 0.20, 0.08), F), colours)
        colours = np.where(there[:, None], colours, F(0.012))
        along = np.cross(s.n, np.array([0, 1, 0], F))
        return Finish(
            colours.astype(F),
            np.where(there, 0.25, 0.0).astype(F),
            0.0,
            np.where(there, 0.4 + 0.6 * round_, 0.2).astype(F),
            normal=tilted(s.n, along * ((f - 0.5) * 1.2 * there)[:, None].astype(F)),
        )

    return material


def glow(group: str, colour: Colour, albedo: Colour = (0.1, 0.1, 0.1)) -> Material:
    """What shines by itself with a group: lampshades, lit windows, embers.

    Args:
        group: of its lamp.
        colour: light at the group's strength 1: 1 a bright shade, .1 a window far off.
        albedo: besides.
    """

    def material(s: Surface) -> Finish:
        n = len(s.p)
        return Finish(
            np.broadcast_to(np.asarray(albedo, F), (n, 3)),
            0.1,
            emission={group: np.broadcast_to(np.asarray(colour, F), (n, 3))},
        )

    return material


def by_facing(top: Material, side: Material, bottom: Material | None = None) -> Material:
    """Other materials above, at the sides and below: snow on a roof, boards on a stone wall.

    Args:
        top: of what faces up.
        side: of what is upright.
        bottom: of what faces down; `side` unless given.
    """

    def material(s: Surface) -> Finish:
        up = s.n[:, 1] > 0.55
        down = s.n[:, 1] < -0.55
        return joint_finish(s, [(up, top), (down, bottom or side), (~up & ~down, side)])

    return material


def joint_finish(s: Surface, parts: list[tuple[Mask, Material]]) -> Finish:
    """One finish from several materials, each for some of the points.

    Args:
        s: the points.
        parts: masks that cover every point once, and their materials.
    """
    n = len(s.p)
    albedo, normal = np.zeros((n, 3), F), s.n.copy()
    numbers: dict[str, NDArray[np.float32]] = {k: np.zeros(n, F) for k in ("gloss", "metal", "occlusion", "mirror")}
    emission: dict[str, Array] = {}
    thin = 0.0
    for mask, material in parts:
        if mask.any():
            finish = material(s.only(mask))
            albedo[mask] = finish.albedo
            for name, values in numbers.items():
                values[mask] = getattr(finish, name)
            if finish.normal is not None:
                normal[mask] = finish.normal
            for group, light in finish.emission.items():
                emission.setdefault(group, np.zeros((n, 3), F))[mask] = light
            thin = max(thin, finish.thin)
    return Finish(
        albedo, numbers["gloss"], numbers["metal"], numbers["occlusion"], emission, normal, numbers["mirror"], thin
    )
