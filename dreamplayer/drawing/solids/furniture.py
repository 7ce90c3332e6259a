"""Parts that many rooms share: windows, curtains, doors, chairs, tables, beds, shelves, lamps, crockery, clutter.

Each function gives a list of solids at true size, standing on its own floor; those that stand free take a foot and a
yaw: 0 has its front (where one sits down or opens it) towards -z, the side of a camera of yaw 0.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from dreamplayer.drawing.solids.materials import (
    chance,
    china,
    cloth,
    glow,
    iron,
    leaves,
    metal,
    plain,
    spines,
    wood,
)  # fmt: skip
from dreamplayer.drawing.solids.shapes import ball, box, grid, joined, lathe, moved, panel, rod, tube, turned
from dreamplayer.drawing.solids.solid import Array, F, Finish, Lamp, Mask, Material, Solid, Surface
from dreamplayer.kit.noise import quick_fbm
from dreamplayer.model.reading import Colour
from dreamplayer.model.stage import Vec3

OAK: Colour = (0.205, 0.115, 0.058)
DARK_OAK: Colour = (0.085, 0.048, 0.028)
PINE: Colour = (0.25, 0.155, 0.085)
BRASS: Colour = (0.66, 0.46, 0.20)
COPPER: Colour = (0.78, 0.36, 0.20)
PAINT: Colour = (0.20, 0.20, 0.20)
PATCHWORK: tuple[Colour, ...] = ((0.22, 0.09, 0.06), (0.10, 0.13, 0.17), (0.26, 0.20, 0.11))
"""Brick red, slate blue, ochre."""


def placed(solids: Sequence[Solid], foot: Vec3, yaw: float = 0.0) -> list[Solid]:
    """Solids made about the origin, turned and moved to where they stand.

    Args:
        solids: about the origin.
        foot: metres of the place.
        yaw: radians, from +z towards +x.
    """
    return [moved(turned(s, yaw) if yaw else s, foot) for s in solids]


def window(
    wall_z: float, left: float, right: float, sill: float, head: float, *, depth: float = 0.34, reveal: Material,
    frame: Material | None = None, columns: int = 3, rows: int = 2, board: Material | None = None,
) -> list[Solid]:  # fmt: skip
    """A window in the back wall of a room: reveal, sill board, frame and glazing bars; the opening is the room's.

    Args:
        wall_z: inner face of the wall.
        left: of the opening.
        right: of the opening.
        sill: height of its foot.
        head: height of its top.
        depth: of the wall.
        reveal: material of the sides.
        frame: of frame and bars; grey paint unless given.
        columns: panes across.
        rows: panes down.
        board: of the sill board; pine unless given.
    """
    bar = frame or plain(PAINT, 0.3, vary=0.1)
    back, z = wall_z + depth, wall_z + depth - 0.10
    made = [
        box(reveal, (left - 0.2, sill - 0.4, wall_z), (left, head + 0.2, back), casts=False),
        box(reveal, (right, sill - 0.4, wall_z), (right + 0.2, head + 0.2, back), casts=False),
        box(reveal, (left - 0.2, head, wall_z), (right + 0.2, head + 0.2, back), casts=False),
        box(
            board or wood(PINE, 0, 0.4),
            (left - 0.12, sill - 0.05, wall_z - 0.06),
            (right + 0.12, sill, back),
            casts=False,
        ),
    ]
    for x in (left + 0.025, right - 0.025):
        made.append(box(bar, (x - 0.03, sill, z), (x + 0.03, head, z + 0.05)))
    for k in range(1, columns):
        x = left + (right - left) * k / columns
        made.append(box(bar, (x - 0.013, sill, z), (x + 0.013, head, z + 0.035)))
    heights = [(sill + 0.025, 0.03), (head - 0.025, 0.03)]
    heights += [(sill + (head - sill) * k / rows, 0.013) for k in range(1, rows)]
    for y, half in heights:
        made.append(box(bar, (left, y - half, z), (right, y + half, z + 0.04)))
    return made


def curtains(
    wall_z: float,
    left: float,
    right: float,
    foot: float,
    head: float,
    colour: Colour,
    *,
    drawn: float = 0.25,
    folds: float = 34.0,
) -> list[Solid]:
    """A pair of curtains on a rod before the back wall.

    Args:
        wall_z: inner face of the wall.
        left: of the window.
        right: of the window.
        foot: height of their lower edge.
        head: height of the rod.
        colour: albedo of the cloth.
        drawn: share of the window each covers: .15 gathered at the sides, .5 closed.
        folds: see `materials.cloth`.
    """
    z = wall_z - 0.08
    wide = (right - left) * drawn + 0.25
    made = [rod(iron(), (left - 0.32, head, z), (right + 0.32, head, z), 0.012)]
    for start, seed in ((left - 0.25, 1), (right + 0.25 - wide, 2)):
        across = np.linspace(0, 1, 33, dtype=F)
        up = np.linspace(0, 1, 9, dtype=F)
        u, v = np.meshgrid(across, up)
        # Gathered a little at two thirds of the height, as curtains hang.
        middle = start + wide / 2
        x = middle + (u - 0.5) * wide * (0.90 + 0.10 * np.abs(v - 0.35) / 0.65)
        depth = z + 0.028 * np.sin(u * folds * wide / 2.2 + 1.7 * seed) * (0.6 + 0.4 * (1 - v))
        points = np.stack([x, foot + v * (head - foot), depth], -1).astype(F)
        made.append(grid(cloth(colour, folds, seed=seed), points, casts=True))
    return made


def door(
    foot: Vec3, yaw: float, *, wide: float = 0.9, tall: float = 2.05, leaf: Material | None = None, open_by: float = 0.0
) -> list[Solid]:
    """A panelled door in its frame.

    Args:
        foot: middle of the threshold.
        yaw: radians; 0 lies in a back wall and faces the room.
        wide: of the leaf.
        tall: of the leaf.
        leaf: material; dark oak unless given.
        open_by: radians it stands open into the room.
    """
    stuff = leaf or wood(DARK_OAK, 1, 0.3, across=0)
    half = wide / 2
    parts = [box(stuff, (-half, 0.0, -0.02), (half, tall, 0.02))]
    for low, high in ((0.12, 0.85), (1.0, tall - 0.14)):
        for a, b in ((-half + 0.11, -0.05), (0.05, half - 0.11)):
            parts.append(box(stuff, (a, low, -0.032), (b, high, -0.02)))
    parts.append(ball(metal(BRASS, 0.6), (half - 0.07, 1.0, -0.05), 0.028))
    if open_by:
        parts = [moved(turned(moved(p, (half, 0, 0)), open_by), (-half, 0, 0)) for p in parts]
    frame = [
        box(stuff, (-half - 0.1, 0, -0.04), (-half, tall + 0.1, 0.06)),
        box(stuff, (half, 0, -0.04), (half + 0.1, tall + 0.1, 0.06)),
        box(stuff, (-half - 0.1, tall, -0.04), (half + 0.1, tall + 0.1, 0.06)),
    ]
    return placed(parts + frame, foot, yaw)


def chair(
    foot: Vec3, yaw: float = 0.0, *, colour: Colour = DARK_OAK, rush: Colour = (0.21, 0.155, 0.075)
) -> list[Solid]:
    """A ladder-back chair, .45 m to the seat, 1.0 m high.

    Args:
        foot: on the floor below the middle of the seat.
        yaw: radians; 0 has the sitter look towards -z.
        colour: of the wood.
        rush: of the seat.
    """
    stuff = wood(colour, along=1, gloss=0.35, across=0)
    bars = []
    for x in (-0.2, 0.2):
        bars += [
            rod(stuff, (x, 0, 0.19), (x * 0.98, 1.02, 0.25), 0.019),
            rod(stuff, (x, 0, -0.2), (x, 0.46, -0.2), 0.019),
            rod(stuff, (x, 0.2, 0.19), (x, 0.2, -0.2), 0.010),
        ]
    for y in (0.58, 0.73, 0.88):
        bars.append(box(stuff, (-0.2, y, 0.205 + 0.07 * (y - 0.5)), (0.2, y + 0.055, 0.225 + 0.07 * (y - 0.5))))
    bars.append(rod(stuff, (-0.2, 0.25, -0.2), (0.2, 0.25, -0.2), 0.010))
    seat = box(plain(rush, 0.05, vary=0.35, scale=16), (-0.215, 0.44, -0.21), (0.215, 0.475, 0.21))
    return placed([joined(bars), seat], foot, yaw)


def armchair(
    foot: Vec3, yaw: float = 0.0, *, colour: Colour = (0.16, 0.055, 0.045), legs: Colour = DARK_OAK
) -> list[Solid]:
    """A stuffed armchair, 1.05 m high, .85 wide.

    Args:
        foot: on the floor below the middle of the seat.
        yaw: radians; 0 has the sitter look towards -z.
        colour: of the cover.
        legs: of the wood.
    """
    cover = plain(colour, 0.10, vary=0.22, scale=5)

    def cushion(low: Vec3, high: Vec3, puff: float = 0.28) -> Solid:
        """A box with round edges: a superellipsoid."""
        middle = tuple((a + b) / 2 for a, b in zip(low, high, strict=True))
        half = np.array([(b - a) / 2 for a, b in zip(low, high, strict=True)], F)

        def lump(unit: Array) -> Array:
            power = 2.0 / puff
            return np.asarray((np.abs(unit) ** power).sum(1) ** (-1.0 / power), F)

        return ball(cover, middle, (float(half[0]), float(half[1]), float(half[2])), rings=14, sides=24, lump=lump)  # type: ignore[arg-type]

    parts = [
        cushion((-0.30, 0.28, -0.36), (0.30, 0.47, 0.26)),
        cushion((-0.36, 0.30, 0.16), (0.36, 1.05, 0.40)),
        cushion((-0.43, 0.14, -0.36), (-0.27, 0.64, 0.34)),
        cushion((0.27, 0.14, -0.36), (0.43, 0.64, 0.34)),
        box(cover, (-0.40, 0.12, -0.33), (0.40, 0.34, 0.34)),
    ]
    stuff = wood(legs, 1, 0.3, across=0)
    parts += [lathe(stuff, (x, 0, z), [(0.02, 0), (0.03, 0.12)], sides=8) for x in (-0.34, 0.34) for z in (-0.28, 0.3)]
    return placed(parts, foot, yaw)


def table(
    foot: Vec3, yaw: float = 0.0, *, length: float = 1.6, width: float = 0.85, height: float = 0.765,
    top: Material | None = None,
    legs: Material | None = None,
) -> list[Solid]:  # fmt: skip
    """A table with turned legs.

    Args:
        foot: on the floor below its middle.
        yaw: radians; 0 has its length along x.
        length: metres.
        width: metres.
        height: metres.
        top: material of the top; worn oak planks unless given.
        legs: of legs and apron; oak unless given.
    """
    a, b = length / 2, width / 2
    board = top or wood((0.265, 0.155, 0.08), 0, 0.42, plank=0.18, across=2, worn=0.5)
    stuff = legs or wood(OAK, 1, 0.35, across=0)
    low = height - 0.05
    scale = low / 0.715
    profile = [(0.03, 0), (0.045, 0.05), (0.034, 0.10), (0.05, 0.30), (0.036, 0.40), (0.055, 0.44), (0.055, 0.715)]
    parts = [
        box(board, (-a, low, -b), (a, height, b)),
        box(
            wood(OAK, 0, 0.3) if legs is None else legs, (-a + 0.08, low - 0.115, -b + 0.06), (a - 0.08, low, b - 0.06)
        ),
    ]
    spots = [(x, z) for x in (-a + 0.12, a - 0.12) for z in (-b + 0.11, b - 0.11)]
    parts.append(joined([lathe(stuff, (x, 0, z), [(r, y * scale) for r, y in profile], sides=12) for x, z in spots]))
    return placed(parts, foot, yaw)


def bookcase(
    foot: Vec3, yaw: float = 0.0, *, width: float = 1.2, height: float = 2.1, depth: float = 0.32, shelves: int = 5,
    colour: Colour = DARK_OAK, seed: int = 0,
) -> list[Solid]:  # fmt: skip
    """A bookcase full of books.

    Args:
        foot: on the floor below the middle of its back.
        yaw: radians; 0 shows the spines towards -z.
        width: metres.
        height: metres.
        depth: metres.
        shelves: how many rows of books.
        colour: of the wood.
        seed: which books.
    """
    side = wood(colour, 1, 0.3, across=2, seed=seed)
    board = wood(colour, 0, 0.3, seed=seed + 1)
    a = width / 2
    parts = [
        box(side, (-a, 0, -depth), (-a + 0.03, height, 0)),
        box(side, (a - 0.03, 0, -depth), (a, height, 0)),
        box(board, (-a - 0.02, height, -depth - 0.03), (a + 0.02, height + 0.05, 0)),
        box(board, (-a, 0, -depth), (a, 0.09, 0)),
        panel(plain((0.012, 0.010, 0.009)), (-a, 0, -0.01), (width, 0, 0), (0, height, 0), casts=False),
    ]
    step_up = (height - 0.09) / shelves
    for k in range(shelves):
        y = 0.09 + k * step_up
        if k:
            parts.append(box(board, (-a + 0.03, y - 0.025, -depth), (a - 0.03, y, -0.01)))
        books = spines(step_up - 0.05, seed * 31 + k)
        parts.append(panel(books, (-a + 0.035, y, -depth + 0.05), (width - 0.07, 0, 0), (0, step_up - 0.03, 0)))
    return placed(parts, foot, yaw)


def bed(
    foot: Vec3, yaw: float = 0.0, *, width: float = 1.5, length: float = 2.05, quilt: Sequence[Colour] = PATCHWORK,
    colour: Colour = (0.13, 0.072, 0.042), pillow: Colour = (0.42, 0.40, 0.38),
) -> list[Solid]:  # fmt: skip
    """A made bed: head at the back (+z), foot towards -z; .55 m to the quilt.

    Args:
        foot: on the floor below its middle.
        yaw: radians.
        width: metres.
        length: metres.
        quilt: colours of its patches.
        colour: of the frame.
        pillow: of pillows and sheet.
    """
    a, b = width / 2, length / 2
    stuff = wood(colour, 1, 0.35, across=0)
    hues = np.asarray(quilt, F)

    def patches(s: Surface) -> Finish:
        u, v = s.local[:, 0] / 0.19, s.local[:, 1] / 0.19
        i, j = np.floor(u), np.floor(v)
        edge = np.minimum(np.minimum(u - i, i + 1 - u), np.minimum(v - j, j + 1 - v))
        hue = hues[(chance(i * 57 + j * 131, 3) * len(hues)).astype(int)]
        own = 0.75 + 0.5 * chance(i * 17 + j * 29, 4)
        stitch = 0.55 + 0.45 * np.clip(edge / 0.08, 0, 1)
        return Finish((hue * (own * stitch)[:, None]).astype(F), 0.03, 0.0, stitch.astype(F))

    across = np.linspace(-1, 1, 29, dtype=F)
    along = np.linspace(0, 1, 24, dtype=F)
    u, v = np.meshgrid(across, along)
    edge = np.clip((np.abs(u) - 0.80) / 0.20, 0, 1)
    x = np.sign(u) * np.minimum(np.abs(u) / 0.80, 1.0) * a + np.sign(u) * edge * 0.05
    y = 0.56 - 0.34 * edge**1.3 + 0.018 * np.sin(7 * v + 3 * u) * (1 - edge) + 0.012 * np.sin(19 * u + 5 * v)
    z = -b + v * (length * 0.72)
    # It falls over the foot of the bed too.
    y = y - 0.25 * np.clip((0.06 - v) / 0.06, 0, 1)
    sheet = plain(pillow, 0.05, vary=0.12, scale=6)
    parts = [
        grid(patches, np.stack([x, y, z], -1).astype(F)),
        box(sheet, (-a, 0.30, -b + 0.05), (a, 0.52, b - 0.06)),
        box(stuff, (-a - 0.03, 0.18, -b), (a + 0.03, 0.32, b)),
    ]
    for middle in (-width * 0.24, width * 0.24):

        def plump(unit: Array) -> Array:
            return np.asarray((np.abs(unit) ** 5).sum(1) ** -0.2 * (1 - 0.12 * np.abs(unit[:, 0])), F)

        parts.append(ball(sheet, (middle, 0.62, b - 0.30), (width * 0.21, 0.10, 0.20), rings=12, sides=20, lump=plump))
    for z0, tall in ((b - 0.03, 1.15), (-b + 0.03, 0.72)):
        posts = [
            lathe(
                stuff,
                (x0, 0, z0),
                [(0.035, 0), (0.045, 0.2), (0.035, tall), (0.05, tall + 0.03), (0.03, tall + 0.09), (0, tall + 0.11)],
                sides=10,
            )
            for x0 in (-a, a)
        ]
        parts.append(joined(posts))
        parts.append(
            box(
                wood(colour, 0, 0.35), (-a, tall - 0.42 if tall > 1 else 0.35, z0 - 0.025), (a, tall - 0.04, z0 + 0.025)
            )
        )
    return placed(parts, foot, yaw)


def chest(
    foot: Vec3,
    yaw: float = 0.0,
    *,
    width: float = 1.0,
    height: float = 0.9,
    depth: float = 0.48,
    drawers: int = 3,
    colour: Colour = OAK,
    seed: int = 7,
) -> list[Solid]:
    """A chest of drawers.

    Args:
        foot: on the floor below the middle of its back.
        yaw: radians; 0 shows its front towards -z.
        width: metres.
        height: metres.
        depth: metres.
        drawers: rows of them.
        colour: of the wood.
        seed: which wood.
    """
    a = width / 2
    stuff = wood(colour, 0, 0.38, seed=seed)
    parts = [
        box(wood(colour, 1, 0.35, across=2, seed=seed + 1), (-a, 0.06, -depth), (a, height - 0.03, 0)),
        box(stuff, (-a - 0.02, height - 0.03, -depth - 0.02), (a + 0.02, height, 0)),
    ]
    step_up = (height - 0.12) / drawers
    knobs = []
    for k in range(drawers):
        y = 0.09 + k * step_up
        parts.append(box(stuff, (-a + 0.04, y, -depth - 0.014), (a - 0.04, y + step_up - 0.03, -depth)))
        knobs += [
            ball(metal(BRASS, 0.6), (x, y + step_up / 2 - 0.015, -depth - 0.03), 0.018, rings=6, sides=8)
            for x in (-a * 0.5, a * 0.5)
        ]
    parts.append(joined(knobs))
    return placed(parts, foot, yaw)


def oil_lamp(foot: Vec3, group: str = "key") -> tuple[list[Solid], Lamp]:
    """A brass oil lamp with a globe of milk glass, .45 m high, and its light.

    Args:
        foot: where it stands.
        group: of its light.

    Returns:
        Its solids, and a lamp of power 1.9: the light of a room.
    """

    def globe(s: Surface) -> Finish:
        facing = np.abs((s.sight * s.n).sum(1))
        hot = np.exp(-((s.local[:, 1] + 0.01) ** 2) / 0.004)
        light = (0.55 + 0.75 * facing**1.5) * (0.45 + 0.55 * hot)
        return Finish(np.full((len(s.p), 3), 0.5, F), 0.5, emission={group: np.repeat(light[:, None], 3, 1).astype(F)})

    x, y, z = foot
    profile = [
        (0.075, 0),
        (0.07, 0.015),
        (0.025, 0.035),
        (0.02, 0.09),
        (0.062, 0.12),
        (0.07, 0.155),
        (0.045, 0.19),
        (0.02, 0.205),
        (0.03, 0.225),
    ]
    solids = [
        lathe(metal(BRASS, 0.6), foot, profile),
        ball(globe, (x, y + 0.295, z), (0.095, 0.085, 0.095), casts=False),
        lathe(globe, (x, y + 0.375, z), [(0.034, 0), (0.028, 0.05), (0.03, 0.17)], casts=False),
    ]

    def shade(v: Array) -> Array:
        # The globe lets light out on all sides, its foot none below.
        up = v[:, 1] / (np.linalg.norm(v, axis=1) + 1e-6)
        return np.asarray(0.80 + 0.25 * np.clip((up + 0.2) / 1.1, 0, 1) - 0.55 * np.clip((-0.86 - up) / 0.12, 0, 1), F)

    return solids, Lamp(group, (x, y + 0.295, z), 1.9, 0.07, shade=shade, bounce=0.075, reach=2.6, skin=0.36)


def shade_lamp(
    foot: Vec3, group: str = "key", *, height: float = 0.5, shade: Colour = (0.9, 0.72, 0.48), power: float = 1.2
) -> tuple[list[Solid], Lamp]:
    """A bedside or standing lamp with a cloth shade, and its light, which leaves it upwards and downwards.

    Args:
        foot: where it stands.
        group: of its light.
        height: .5 beside a bed, 1.6 beside an armchair.
        shade: light of the shade.
        power: see `Lamp`.
    """
    x, y, z = foot
    r = 0.11 if height < 1 else 0.20
    top = height
    low = height - 1.45 * r

    def cloth_shade(s: Surface) -> Finish:
        up = (s.local[:, 1] - low) / (top - low)
        light = 0.35 + 0.65 * np.exp(-(((up - 0.45) / 0.4) ** 2))
        return Finish(
            np.full((len(s.p), 3), 0.4, F),
            0.02,
            emission={group: (light[:, None] * np.asarray(shade, F) * 0.9).astype(F)},
        )

    base = [
        (0.08, 0),
        (0.075, 0.02),
        (0.02, 0.04),
        (0.03 if height < 1 else 0.015, height * 0.3),
        (0.012, height * 0.5),
        (0.012, low + r * 0.5),
    ]
    if height >= 1:
        base = [(0.16, 0), (0.15, 0.025), (0.016, 0.04), (0.016, low + r * 0.5)]
    solids = [
        lathe(
            metal(BRASS, 0.5) if height >= 1 else china((0.30, 0.28, 0.26), (0.10, 0.08, 0.07)), foot, base, sides=16
        ),
        lathe(cloth_shade, foot, [(r, low), (r * 0.62, top)], casts=False),
    ]

    def out(v: Array) -> Array:
        up = np.abs(v[:, 1]) / (np.linalg.norm(v, axis=1) + 1e-6)
        return np.asarray(0.30 + 0.70 * np.clip((up - 0.35) / 0.4, 0, 1), F)

    return solids, Lamp(
        group,
        (x, y + (low + top) / 2, z),
        power,
        0.08,
        shade=out,
        bounce=0.12,
        reach=2.4,
        skin=height + 0.05 if height < 1 else 0.5,
    )


def candle(foot: Vec3, group: str = "key", *, height: float = 0.16, power: float = 0.35) -> tuple[list[Solid], Lamp]:
    """A candle on a small dish, and its light; the flame itself belongs to the life of the place.

    Args:
        foot: where it stands.
        group: of its light.
        height: of the candle in metres.
        power: see `Lamp`.
    """
    x, y, z = foot

    def wax(s: Surface) -> Finish:
        near = np.exp(-(height - s.local[:, 1]) / 0.05)
        return Finish(
            np.full((len(s.p), 3), 0.42, F),
            0.2,
            emission={group: (near[:, None] * np.asarray((0.45, 0.40, 0.34), F)).astype(F)},
        )

    flame = glow(group, (1.6, 1.5, 1.3))
    solids = [
        lathe(metal(BRASS, 0.5), foot, [(0.0, 0.0), (0.055, 0.0), (0.062, 0.012), (0.0, 0.010)], sides=14),
        lathe(wax, foot, [(0.014, 0.01), (0.013, height), (0.0, height)], sides=12),
        ball(flame, (x, y + height + 0.02, z), (0.006, 0.017, 0.006), rings=6, sides=8, casts=False),
    ]
    return solids, Lamp(group, (x, y + height + 0.03, z), power, 0.03, bounce=0.10, reach=1.6, skin=height + 0.06)


def stove(foot: Vec3, yaw: float = 0.0, *, ceiling: float, group: str = "fire") -> tuple[list[Solid], Lamp]:
    """A round iron stove on a stone slab with embers behind its bars and a pipe to the ceiling, and its light.

    Args:
        foot: on the floor below its middle.
        yaw: radians; 0 has its door towards -z.
        ceiling: height at which the pipe ends.
        group: of its light.
    """

    def embers(s: Surface) -> Finish:
        u, v = s.local[:, 0], s.local[:, 1]
        bars = np.abs(np.mod(u / 0.045, 1) - 0.5) < 0.27
        heat = np.clip(1.2 - v / 0.20, 0, 1) * np.clip(0.35 + 1.6 * (quick_fbm(u * 26, v * 26, 2, 3) - 0.35), 0, 1.2)
        shine = np.stack([heat * 2.0, heat**1.7 * 0.60, heat**2.6 * 0.10], -1) * bars[:, None]
        return Finish(np.full((len(u), 3), 0.02, F), 0.2, emission={group: shine.astype(F)})

    black = iron((0.040, 0.038, 0.040), 0.55)
    body = [(0.25, 0.16), (0.28, 0.20), (0.26, 0.50), (0.29, 0.56), (0.25, 0.62), (0.24, 0.98), (0.28, 1.02)]
    top = ceiling - foot[1]
    legs = [(0.2 * math.cos(a), 0.2 * math.sin(a)) for a in (0.8, 2.4, 3.9, 5.5)]
    parts = [
        box(plain((0.20, 0.19, 0.175), 0.2, vary=0.3, scale=5), (-0.50, 0, -0.55), (0.50, 0.04, 0.45)),
        lathe(black, (0, 0, 0), [*body, (0.26, 1.06), (0.0, 1.09)], sides=22),
        joined([rod(black, (x, 0.04, z), (x, 0.2, z), 0.025) for x, z in legs]),
        rod(black, (0, 1.04, 0.05), (0, top, 0.05), 0.075, sides=14),
        joined([lathe(black, (0, y, 0.05), [(0.085, 0), (0.085, 0.03)], sides=14) for y in (1.6, 2.2)]),
        box(black, (-0.15, 0.64, -0.30), (0.15, 0.92, -0.20)),
        panel(embers, (-0.12, 0.68, -0.303), (0.24, 0, 0), (0, 0.20, 0), casts=False),
    ]
    ahead = np.array([-math.sin(yaw), 0.0, -math.cos(yaw)], F)

    def out_of_door(v: Array) -> Array:
        return np.asarray(np.clip(0.15 + 0.9 * (v @ ahead) / (np.linalg.norm(v, axis=1) + 1e-6), 0.02, 1), F)

    x, y, z = foot
    at = (x + 0.40 * float(ahead[0]), y + 0.78, z + 0.40 * float(ahead[2]))
    return placed(parts, foot, yaw), Lamp(group, at, 0.95, 0.10, shade=out_of_door, bounce=0.10, reach=1.7, skin=0.20)


def wall_clock(
    middle: Vec3, radius: float, *, wall: str = "Z", time: tuple[float, float] = (10.2, 10.0), colour: Colour = OAK
) -> list[Solid]:
    """A round clock on a wall.

    Args:
        middle: on the wall.
        radius: of its face in metres.
        wall: Z back, x left, X right, z front.
        time: hours and minutes its hands show.
        colour: of its rim.
    """

    def face(s: Surface) -> Finish:
        a, b = s.local[:, 0] - radius, s.local[:, 1] - radius
        r, angle = np.hypot(a, b), np.arctan2(a, b)
        tick = (np.abs(np.mod(angle / (math.pi / 6) + 0.5, 1) - 0.5) < 0.08) & (r > radius * 0.72) & (r < radius * 0.90)
        shown = np.where(tick[:, None], 0.02, np.asarray((0.42, 0.39, 0.31), F))
        for turn, long, half in ((time[0] / 12, 0.50, 0.045), (time[1] / 60, 0.76, 0.03)):
            c, k = math.cos(math.tau * turn), math.sin(math.tau * turn)
            along, across = a * k + b * c, a * c - b * k
            hand = (along > -0.08 * radius) & (along < long * radius) & (np.abs(across) < half * radius)
            shown = np.where(hand[:, None], 0.015, shown)
        return Finish(shown.astype(F), 0.3)

    def disc(local: Array) -> Mask:
        return np.asarray(np.hypot(local[:, 0] - radius, local[:, 1] - radius) < radius)

    angle = np.linspace(0, math.tau, 33)
    ring = np.stack([radius * np.cos(angle), radius * np.sin(angle), 0 * angle - 0.02], -1)
    parts = [
        panel(face, (-radius, -radius, -0.015), (2 * radius, 0, 0), (0, 2 * radius, 0), cut=disc, casts=False),
        tube(wood(colour, 0, 0.5), ring, 0.13 * radius, sides=8),
    ]
    return placed(parts, middle, {"Z": 0.0, "x": -math.pi / 2, "X": math.pi / 2, "z": math.pi}[wall])


def herbs(hook: Vec3, *, colour: Colour = (0.085, 0.095, 0.045), radius: float = 0.085, seed: int = 0) -> list[Solid]:
    """A bunch of dried herbs that hangs from a beam.

    Args:
        hook: where it is tied.
        colour: albedo.
        radius: of the bunch in metres.
        seed: which bunch.
    """
    x, y, z = hook
    stuff = leaves(colour, seed, 55.0)
    stems = []
    for k in range(22):
        angle, out = 2 * math.pi * float(chance(k, 3 + seed)), float(chance(k, 40 + seed)) ** 0.6
        dx, dz = math.cos(angle) * out * radius * 1.45, math.sin(angle) * out * radius * 1.45
        long = 0.30 + 0.10 * float(chance(k, 70 + seed))
        stems.append(
            rod(stuff, (x + 0.2 * dx, y - 0.10, z + 0.2 * dz), (x + dx, y - 0.10 - long, z + dz), 0.013, sides=5)
        )
        stems.append(ball(stuff, (x + dx, y - 0.12 - long, z + dz), (0.021, 0.045, 0.021), rings=4, sides=6))
    body = ball(stuff, (x, y - 0.28, z), (radius * 0.62, 0.15, radius * 0.62))
    return [joined(stems), body, rod(plain((0.12, 0.10, 0.07)), (x, y - 0.15, z), hook, 0.006, sides=5)]


def logs(foot: Vec3, count: int = 6, *, length: float = 0.32, seed: int = 0) -> list[Solid]:
    """A small stack of firewood.

    Args:
        foot: below its middle.
        count: how many logs.
        length: metres.
        seed: which logs.
    """
    x, y, z = foot
    made = []
    row, placed_in_row, across = 0, 0, max(2, int(math.sqrt(2 * count)))
    for k in range(count):
        if placed_in_row >= across - row:
            row, placed_in_row = row + 1, 0
        r = 0.045 + 0.012 * float(chance(k, seed))
        cx = x + (placed_in_row - (across - row - 1) / 2) * 0.105
        cy = y + 0.05 + row * 0.088
        dz = 0.03 * (float(chance(k, seed + 1)) - 0.5)
        made.append(
            rod(
                wood((0.13, 0.085, 0.055), 0, 0.05, across=1),
                (cx, cy, z - length / 2 + dz),
                (cx, cy, z + length / 2 + dz),
                r,
            )
        )
        made.append(
            ball(
                wood((0.22, 0.15, 0.09), 0, 0.05, across=1),
                (cx, cy, z - length / 2 + dz),
                (r * 0.98, r * 0.98, 0.012),
                rings=4,
                sides=10,
            )
        )
        placed_in_row += 1
    return [joined(made[0::2]), joined(made[1::2])]


def picture_frame(
    middle: Vec3, width: float, height: float, paint: Material, *, wall: str = "Z", colour: Colour = (0.22, 0.15, 0.07)
) -> list[Solid]:
    """A framed picture on a wall.

    Args:
        middle: on the wall.
        width: metres.
        height: metres.
        paint: what it shows, on a panel of that size.
        wall: Z back, x left, X right.
        colour: of the frame.
    """
    a, b = width / 2, height / 2
    stuff = wood(colour, 0, 0.4)
    rim = 0.035
    parts = [
        panel(paint, (-a, -b, -0.012), (width, 0, 0), (0, height, 0), casts=False),
        box(stuff, (-a - rim, -b - rim, -0.03), (a + rim, -b, 0)),
        box(stuff, (-a - rim, b, -0.03), (a + rim, b + rim, 0)),
        box(stuff, (-a - rim, -b, -0.03), (-a, b, 0)),
        box(stuff, (a, -b, -0.03), (a + rim, b, 0)),
    ]
    return placed(parts, middle, {"Z": 0.0, "x": -math.pi / 2, "X": math.pi / 2, "z": math.pi}[wall])
