"""A village church at night: candles at the altar, arcades of stone, pews, moonlight through stained glass.

x from -5.2 to 5.2 with aisles beyond the arcades at -2.9 and 2.9, z from the door (-3.2) through the chancel arch (11)
to the end wall (14.6); the vault rises to 8.6 m. Groups of light: "key" is the candles of the altar, "fire" the other
candles, "moon" what comes through the windows.
"""

from __future__ import annotations

import math

import numpy as np

from dreamplayer.drawing import place_life as life
from dreamplayer.drawing.place import Place, PlaceLight, PlaceMoment
from dreamplayer.drawing.place_light import hour_light, night_palette
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.solids import furniture as fit
from dreamplayer.drawing.solids.materials import (
    carpet,
    chance,
    cloth,
    glow,
    iron,
    joint_finish,
    masonry,
    metal,
    plain,
    plaster,
    step,
    tiles,
    wood,
)
from dreamplayer.drawing.solids.shapes import ball, box, grid, joined, lathe, panel, rod, tube
from dreamplayer.drawing.solids.solid import (
    Array,
    Cut,
    F,
    Finish,
    Lamp,
    Mask,
    Material,
    Pane,
    Scenery,
    Sky,
    Solid,
    Source,
    Sun,
    Surface,
)
from dreamplayer.kit.noise import quick_fbm, quick_noise
from dreamplayer.model.atmosphere import Atmosphere
from dreamplayer.model.place import Anchor, CalmSpot, Framing, Move
from dreamplayer.model.reading import Colour
from dreamplayer.model.stage import Vec3

NAVE, AISLE = 2.9, 5.2
"""Distance of the arcades and of the outer walls from the middle."""
FRONT, CHANCEL, BACK = -3.2, 11.0, 14.6
SPRING, CORNICE, CROWN = 2.85, 6.3, 8.6
"""Heights where the arches of the arcade begin, where the vault does, and of its ridge."""
BAY, FIRST = 2.8, -3.0
"""Metres between two columns, and where the first stands."""
STEP = 0.16
PLATFORM = 2 * STEP
"""Height of the chancel's floor."""
ALTAR = PLATFORM + 0.98
ALTAR_Z = 13.0
LANCETS = ((-1.30, 0.36, 2.35, 4.35), (0.0, 0.50, 2.15, 4.95), (1.30, 0.36, 2.35, 4.35))
"""Windows of the end wall: middle, half width, sill, and where their points begin."""
STANDS = ((-4.0, 4.5), (1.95, 10.0))
"""Iron stands with candles: across and distance."""
CHANDELIER = (0.0, 3.85, 6.0)
OAK: Colour = (0.115, 0.064, 0.036)
STONE: Colour = (0.265, 0.240, 0.205)
_GLASS = np.array(
    [
        (0.030, 0.075, 0.300),
        (0.070, 0.150, 0.330),
        (0.260, 0.030, 0.030),
        (0.330, 0.190, 0.045),
        (0.040, 0.150, 0.085),
        (0.160, 0.060, 0.210),
        (0.240, 0.230, 0.200),
    ],
    F,
)


def _pointed(u: Array, v: Array, half: float, spring: float) -> Array:
    """Signed distance to a pointed arch from the floor, negative inside: two arcs about the opposite springings."""
    arc = np.hypot(np.abs(u) + half, np.maximum(v - spring, 0)) - 2 * half
    return np.where(v > spring, arc, np.abs(u) - half)


def _pointed_line(half: float, spring: float, count: int = 17) -> Array:
    """Points (across, up) along a pointed arch from left to right."""
    a = np.linspace(math.pi, math.pi * 2 / 3, count // 2 + 1)
    left = np.stack([half + 2 * half * np.cos(a), spring + 2 * half * np.sin(a)], -1)
    return np.asarray(np.concatenate([left, left[-2::-1] * [-1, 1]]))


_STONE: Material = plain((0.27, 0.245, 0.21), 0.10, vary=0.22, scale=4)
_ASHLAR = masonry(STONE, 0.34, 0.62, 3)
_LIME = plaster((0.235, 0.205, 0.165), stain=0.1)


def _washed(s: Surface) -> Finish:
    """Limewash above a dado of dressed stone."""
    low = s.p[:, 1] < 1.5
    return joint_finish(s, [(low, _ASHLAR), (~low, _LIME)])


def _floor() -> list[Solid]:
    flags = tiles((0.120, 0.104, 0.086), 0.52, mirror=0.45, gloss=0.45, other=(0.060, 0.050, 0.044), diagonal=True)
    runner = carpet((0.105, 0.022, 0.022), (0.15, 0.055, 0.035), (0.17, 0.11, 0.05), 1.1, CHANCEL - FRONT)
    stone = plain((0.20, 0.18, 0.155), 0.15, vary=0.25, scale=3)
    return [
        panel(flags, (-AISLE, 0, FRONT), (2 * AISLE, 0, 0), (0, 0, BACK - FRONT)),
        panel(runner, (-0.55, 0.006, FRONT), (1.1, 0, 0), (0, 0, CHANCEL - FRONT), casts=False),
        box(stone, (-2.6, 0, CHANCEL + 0.1), (2.6, STEP, BACK)),
        box(stone, (-2.6, STEP, CHANCEL + 0.55), (2.6, PLATFORM, BACK)),
        panel(
            carpet((0.105, 0.022, 0.022), (0.15, 0.055, 0.035), (0.17, 0.11, 0.05), 1.8, 2.2),
            (-0.9, PLATFORM + 0.005, CHANCEL + 0.6),
            (1.8, 0, 0),
            (0, 0, 2.2),
            casts=False,
        ),
    ]


def _arcade(side: int) -> list[Solid]:
    """Columns, pointed arches, the wall above with small windows, and the aisle behind.

    Args:
        side: -1 left, 1 right.
    """
    half = BAY / 2 - 0.30
    long = CHANCEL - FRONT

    def opening(local: Array) -> Mask:
        z, y = local[:, 0] + FRONT, local[:, 1]
        u = np.mod(z - FIRST, BAY) - BAY / 2
        arch = _pointed(u, y, half, SPRING) < 0
        high = _pointed(u, y - 4.95, 0.30, 0.70) < 0
        return np.asarray(~((y < SPRING) | arch | (high & (y > 4.95))))

    made = []
    for x in (NAVE, NAVE + 0.45):
        made.append(
            panel(
                _LIME if x == NAVE else plain((0.16, 0.14, 0.12)),
                (side * x, 0, FRONT),
                (0, 0, long),
                (0, CORNICE + 0.3, 0),
                cut=opening,
            )
        )
    columns, mouldings, soffits = [], [], []
    shaft = [
        (0.36, 0), (0.36, 0.12), (0.30, 0.16), (0.31, 0.26), (0.25, 0.32), (0.24, 2.30), (0.27, 2.36), (0.25, 2.42),
        (0.30, 2.60), (0.40, 2.72), (0.42, SPRING), (0.20, SPRING + 0.02),
    ]  # fmt: skip
    for k in range(6):
        z = FIRST + k * BAY
        if z < CHANCEL + 0.1:
            columns.append(lathe(_STONE, (side * (NAVE + 0.22), 0, z), shaft, sides=16))
        line = _pointed_line(half, SPRING)
        middle = z + BAY / 2
        if middle < CHANCEL:
            for x, r in ((NAVE - 0.02, 0.075), (NAVE + 0.10, 0.05)):
                arch = np.stack([0 * line[:, 0] + side * x, line[:, 1], middle + line[:, 0]], -1)
                mouldings.append(tube(_STONE, arch, r, sides=6, casts=False))
            inner = np.stack([0 * line[:, 0] + side * NAVE, line[:, 1], middle + line[:, 0]], -1)
            outer = inner + np.array([side * 0.45, 0, 0])
            soffits.append(grid(_STONE, np.stack([inner, outer]).astype(F)))
        mouldings.append(
            rod(
                _STONE,
                (side * (NAVE - 0.02), SPRING, z),
                (side * (NAVE - 0.02), CORNICE, z),
                0.075,
                sides=8,
                casts=False,
            )
        )
    for y in (4.75, CORNICE):
        mouldings.append(
            box(
                _STONE,
                (min(side * NAVE, side * (NAVE - 0.10)), y, FRONT),
                (max(side * NAVE, side * (NAVE - 0.10)), y + 0.12, CHANCEL),
            )
        )
    made += [joined(columns), joined(mouldings), joined(soffits)]
    # The aisle: outer wall with lancets, sloping roof.
    made.append(panel(_washed, (side * AISLE, 0, FRONT), (0, 0, long + 0.5), (0, 4.6, 0)))
    made.append(
        panel(
            wood(OAK, 0, 0.1, plank=0.25, across=1),
            (side * AISLE, 4.1, FRONT),
            (0, 0, long + 0.5),
            (-side * (AISLE - NAVE - 0.3), 0.75, 0),
        )
    )
    panes = []
    for k in range(5):
        z = FIRST + (k + 0.5) * BAY
        panes.append(_stained(side, z, k))
    made += panes
    return made


def _glazing(seed: int, half: float, spring: float, power: float) -> Material:
    """Stained glass on a panel whose lower middle is at local (half, 0): medallions, lozenges, a border, lead lines."""

    def material(s: Surface) -> Finish:
        u, v = s.local[:, 0] - half, s.local[:, 1]
        edge = -_pointed(u, v, half, spring)
        border = edge < 0.085
        a, b = u / 0.17 + v / 0.24, u / 0.17 - v / 0.24
        i, j = np.floor(a), np.floor(b)
        lead = np.minimum(np.minimum(a - i, i + 1 - a), np.minimum(b - j, j + 1 - b)) < 0.07
        kind = (chance(i * 31 + j * 57, seed) * 2.999).astype(int)
        colours = _GLASS[np.array([0, 1, 6])[kind]] * (0.55 + 0.6 * chance(i * 13 + j * 7, seed + 1))[:, None]
        # Round medallions one above the other, with a ring and a flower.
        gap = 2.5 * half
        row = np.floor(v / gap)
        w = v - (row + 0.5) * gap
        r, angle = np.hypot(u, w) / (half * 0.74), np.arctan2(w, u)
        disc = r < 1
        petal = r < 0.42 + 0.20 * np.cos(6 * angle + row)
        inner = np.where(petal[:, None], _GLASS[3], np.where((r < 0.80)[:, None], _GLASS[2], _GLASS[3] * 0.7))
        inner = np.where((r < 0.16)[:, None], _GLASS[6], inner)
        inner = np.where((np.mod(row, 2) > 0.5)[:, None] & (r < 0.80)[:, None] & ~petal[:, None], _GLASS[4], inner)
        colours = np.where(disc[:, None], inner, colours)
        ring = (
            (np.abs(r - 1) < 0.05)
            | (np.abs(r - 0.80) < 0.035)
            | (disc & (np.abs(np.mod(angle / (math.pi / 3), 1) - 0.5) > 0.46) & (r > 0.42))
        )
        cell = np.floor(v / 0.16)
        colours = np.where(
            border[:, None], np.where((np.mod(cell, 2) < 0.5)[:, None], _GLASS[2], _GLASS[3]) * 0.8, colours
        )
        dark = (
            (lead & ~disc & ~border)
            | ring
            | (np.abs(edge - 0.085) < 0.012)
            | (edge < 0.018)
            | (np.abs(np.mod(v / 0.62, 1) - 0.5) > 0.485)
        )
        uneven = 0.55 + 0.7 * quick_fbm(u * 7, v * 7, seed + 2, 3) + 0.2 * (quick_noise(u * 45, v * 45, 6) - 0.5)
        light = colours * (uneven * power * (0.55 + 0.45 * step(0.0, 2.4, v)))[:, None]
        light = np.where(dark[:, None], 0.0, light)
        return Finish(np.full((len(u), 3), 0.02, F), 0.3, emission={"moon": light.astype(F)})

    return material


def _shape_of(half: float, spring: float) -> Cut:
    def cut(local: Array) -> Mask:
        return np.asarray(_pointed(local[:, 0] - half, local[:, 1], half, spring) < 0)

    return cut


def _stained(side: int, z: float, seed: int) -> Solid:
    """A lancet in the wall of an aisle."""
    half, spring = 0.34, 1.35
    glass, foot = _glazing(seed, half, spring, 1.25), (side * (AISLE - 0.01), 1.35, z - half)
    return panel(glass, foot, (0, 0, 2 * half), (0, spring + 1.8 * half, 0), cut=_shape_of(half, spring), casts=False)


def _vault() -> list[Solid]:
    """A pointed barrel vault with ribs at the columns, and a ridge rib."""
    rise = CROWN - CORNICE
    u = np.linspace(-1, 1, 25)
    x = NAVE * u
    y = CORNICE + rise * np.sqrt(np.clip(1 - np.abs(u) ** 1.7, 0, 1))
    z = np.linspace(FRONT, CHANCEL + 0.2, 18)
    points = np.stack(np.broadcast_arrays(x[None], y[None], z[:, None]), -1).astype(F)
    made = [grid(plaster((0.19, 0.165, 0.135), stain=0.0), points)]
    ribs = []
    for k in range(6):
        at = FIRST + k * BAY
        ribs.append(tube(_STONE, np.stack([x * 0.985, y - 0.03, 0 * x + at], -1), 0.105, sides=8))
        if k < 5:
            # Diagonal ribs from column to column.
            for turn in (-1, 1):
                q = (u * turn + 1) / 2
                ribs.append(tube(_STONE, np.stack([x * 0.985, y - 0.01, at + BAY * q], -1), 0.06, sides=6, casts=False))
    ribs.append(rod(_STONE, (0, CROWN - 0.02, FRONT), (0, CROWN - 0.02, CHANCEL), 0.07, sides=6, casts=False))
    return [*made, joined(ribs)]


def _chancel() -> list[Solid]:
    """The chancel arch, the room behind it, and the windows of the end wall."""
    half, spring = 2.05, 3.0
    wide = NAVE + 0.45

    def arch(local: Array) -> Mask:
        return np.asarray(_pointed(local[:, 0] - wide, local[:, 1], half, spring) > 0)

    line = _pointed_line(half, spring, 25)
    frame = np.concatenate([[(-half, 0.0)], line, [(half, 0.0)]])
    made = [
        panel(_washed, (-wide, 0, z), (2 * wide, 0, 0), (0, CROWN + 0.4, 0), cut=arch)
        for z in (CHANCEL, CHANCEL + 0.55)
    ]
    near = np.stack([frame[:, 0], frame[:, 1], 0 * frame[:, 0] + CHANCEL], -1)
    made.append(grid(_STONE, np.stack([near, near + np.array([0, 0, 0.55])]).astype(F)))
    made.append(tube(_STONE, near + np.array([0, 0, -0.03]), 0.12, sides=10, casts=False))
    for x in (-AISLE, wide):
        made.append(panel(_washed, (x, 0, CHANCEL), (AISLE - wide, 0, 0), (0, 5.2, 0)))
    deep = BACK - CHANCEL - 0.5
    for side in (-1, 1):
        made.append(panel(_washed, (side * 2.6, 0, CHANCEL + 0.5), (0, 0, deep), (0, 6.0, 0)))

    def windows(local: Array) -> Mask:
        x, y = local[:, 0] - 2.6, local[:, 1]
        solid = np.ones(len(x), bool)
        for middle, half_, sill, point in LANCETS:
            solid &= ~((_pointed(x - middle, y, half_, point) < 0) & (y > sill))
        return solid

    made.append(panel(_washed, (-2.6, 0, BACK), (5.2, 0, 0), (0, 7.2, 0), cut=windows))
    u = np.linspace(-1, 1, 21)
    across, up = 2.6 * u, 5.2 + 1.5 * np.sqrt(np.clip(1 - np.abs(u) ** 1.7, 0, 1))
    z = np.linspace(CHANCEL + 0.4, BACK, 6)
    made.append(
        grid(
            plaster((0.10, 0.105, 0.135), stain=0.0),
            np.stack(np.broadcast_arrays(across[None], up[None], z[:, None]), -1).astype(F),
        )
    )
    ribs = [
        tube(_STONE, np.stack([across, up - 0.02, 0 * across + at], -1), 0.08, sides=7, casts=False)
        for at in (12.2, BACK - 0.1)
    ]
    for middle, half_, sill, point in LANCETS:
        edge = _pointed_line(half_ + 0.05, point, 17)
        edge = np.concatenate([[(-half_ - 0.05, sill)], edge, [(half_ + 0.05, sill)]])
        ribs.append(
            tube(
                _STONE,
                np.stack([middle + edge[:, 0], edge[:, 1], 0 * edge[:, 0] + BACK - 0.02], -1),
                0.065,
                sides=6,
                casts=False,
            )
        )
        ribs.append(
            box(_STONE, (middle - half_ - 0.12, sill - 0.10, BACK - 0.14), (middle + half_ + 0.12, sill, BACK + 0.1))
        )
        made.append(
            panel(
                _glazing(7 + int(middle * 3), half_, point - sill, 1.7),
                (middle - half_, sill, BACK + 0.06),
                (2 * half_, 0, 0),
                (0, point - sill + 1.8 * half_, 0),
                cut=_shape_of(half_, point - sill),
                casts=False,
            )
        )
    made.append(joined(ribs))
    return made


def _candles(spots: list[Vec3], group: str, tall: float, radius: float = 0.016) -> list[Solid]:
    """Candles with their flames.

    Args:
        spots: where they stand.
        group: of their light.
        tall: metres.
        radius: metres.
    """

    def wax(s: Surface) -> Finish:
        near = np.exp(-(tall - s.local[:, 1]) / 0.06)
        return Finish(
            np.full((len(s.p), 3), 0.40, F),
            0.2,
            emission={group: (near[:, None] * np.array([0.40, 0.35, 0.28])).astype(F)},
        )

    sticks = [lathe(wax, p, [(radius, 0), (radius * 0.95, tall), (0, tall)], sides=8, casts=False) for p in spots]
    flames = [
        ball(
            glow(group, (1.35, 1.22, 1.0)),
            (x, y + tall + 0.032, z),
            (0.010, 0.030, 0.010),
            rings=6,
            sides=8,
            casts=False,
        )
        for x, y, z in spots
    ]
    return [joined(sticks), joined(flames)]


_ALTAR_CANDLES: list[Vec3] = [(x, ALTAR, ALTAR_Z + 0.12) for x in (-0.82, -0.62, -0.42, 0.42, 0.62, 0.82)]


def _altar() -> list[Solid]:
    z0, z1 = ALTAR_Z - 0.40, ALTAR_Z + 0.35
    linen = cloth((0.36, 0.335, 0.29), folds=26.0, thin=0.1)
    brass = metal(fit.BRASS, 0.6)
    holders = [
        lathe(
            brass,
            (x, y, z),
            [(0.055, 0), (0.05, 0.015), (0.015, 0.03), (0.02, 0.10), (0.012, 0.12), (0.028, 0.17), (0.028, 0.18)],
            sides=12,
            casts=False,
        )
        for x, y, z in _ALTAR_CANDLES
    ]
    cross = [
        box(brass, (-0.016, ALTAR, ALTAR_Z + 0.14), (0.016, ALTAR + 0.58, ALTAR_Z + 0.17)),
        box(brass, (-0.15, ALTAR + 0.38, ALTAR_Z + 0.14), (0.15, ALTAR + 0.412, ALTAR_Z + 0.17)),
        box(brass, (-0.10, ALTAR, ALTAR_Z + 0.09), (0.10, ALTAR + 0.03, ALTAR_Z + 0.22)),
    ]
    return [
        box(_ASHLAR, (-1.10, PLATFORM, z0 + 0.05), (1.10, ALTAR - 0.03, z1)),
        box(plain((0.40, 0.37, 0.32), 0.06), (-1.15, ALTAR - 0.03, z0), (1.15, ALTAR, z1 + 0.03)),
        panel(linen, (-1.15, ALTAR - 0.42, z0 - 0.004), (2.3, 0, 0), (0, 0.40, 0), casts=False),
        joined(holders),
        joined(cross),
        *_candles([(x, y + 0.18, z) for x, y, z in _ALTAR_CANDLES], "key", 0.26),
    ]


def _pews() -> list[Solid]:
    oak, side = wood(OAK, 0, 0.32), wood((OAK[0] * 1.15, OAK[1] * 1.15, OAK[2] * 1.15), 1, 0.3, across=2)
    boards, ends = [], []
    for s in (-1, 1):
        for k in range(8):
            z = 0.4 + 1.02 * k
            a, b = sorted((s * 0.80, s * 2.50))
            boards += [
                box(oak, (a, 0.42, z), (b, 0.455, z + 0.40)),
                box(oak, (a, 0.455, z + 0.34), (b, 0.88, z + 0.375)),
                box(oak, (a, 0.86, z + 0.30), (b, 0.90, z + 0.41)),
            ]
            for x in (a, b):
                ends.append(box(side, (x - 0.028, 0, z - 0.02), (x + 0.028, 0.62, z + 0.43)))
                ends.append(box(side, (x - 0.028, 0.62, z + 0.25), (x + 0.028, 0.98, z + 0.43)))
    knobs = [
        ball(side, (s * 0.80, 1.02, 0.4 + 1.02 * k + 0.34), 0.05, rings=6, sides=10) for s in (-1, 1) for k in range(8)
    ]
    return [joined(boards), joined(ends), joined(knobs)]


def _furnishing(seed: int) -> list[Solid]:
    """Pulpit, a chair, stands of candles, a chandelier."""
    made = [
        lathe(
            wood(OAK, 1, 0.3, across=0),
            (-2.20, 0, 10.15),
            [(0.16, 0), (0.13, 0.75), (0.55, 1.05), (0.60, 1.10), (0.60, 1.95), (0.66, 2.0), (0.66, 2.06), (0.0, 2.06)],
            sides=8,
        ),
    ]
    made += fit.chair((1.55, PLATFORM, 12.25), 0.5, colour=OAK, rush=(0.13, 0.035, 0.035))
    metal_, bars, spots = iron((0.035, 0.032, 0.032), 0.45), [], []
    for x, z in STANDS:
        bars += [rod(metal_, (x, 0.25, z), (x, 1.10, z), 0.018, sides=6)]
        bars += [
            rod(metal_, (x, 0.28, z), (x + 0.24 * math.cos(a), 0, z + 0.24 * math.sin(a)), 0.014, sides=5)
            for a in (0.5, 2.6, 4.7)
        ]
        for level, r, count in ((1.02, 0.30, 9), (1.16, 0.16, 5)):
            bars.append(
                lathe(metal_, (x, level, z), [(0.0, 0), (r, 0.0), (r + 0.01, 0.03), (r, 0.03)], sides=18, casts=False)
            )
            spots += [
                (x + (r - 0.04) * math.cos(a), level + 0.01, z + (r - 0.04) * math.sin(a))
                for k, a in enumerate(np.arange(count) * math.tau / count)
                if float(chance(k + 10 * count, seed)) < 0.75
            ]
    x, y, z = CHANDELIER
    turn = np.linspace(0, math.tau, 25)
    bars.append(
        tube(
            metal_,
            np.stack([x + 0.62 * np.cos(turn), 0 * turn + y, z + 0.62 * np.sin(turn)], -1),
            0.020,
            sides=6,
            casts=False,
        )
    )
    ring: list[Vec3] = []
    for a in np.arange(8) * math.tau / 8:
        p = (x + 0.62 * math.cos(a), y, z + 0.62 * math.sin(a))
        ring.append((p[0], y + 0.02, p[2]))
        if round(a / (math.tau / 8)) % 2 == 0:
            bars.append(rod(metal_, p, (x, y + 0.95, z), 0.008, sides=4, casts=False))
    bars.append(rod(metal_, (x, y + 0.95, z), (x, CROWN, z), 0.010, sides=4, casts=False))
    made.append(joined(bars))
    made += _candles([(float(a), float(b), float(c)) for a, b, c in spots], "fire", 0.15, 0.011)
    made += _candles([(float(a), float(b), float(c)) for a, b, c in ring], "fire", 0.17, 0.014)
    return made


def solids(seed: int) -> Scenery:
    """The church for a seed: which candles burn."""
    parts = [*_floor(), *_arcade(-1), *_arcade(1), *_vault(), *_chancel(), *_altar(), *_pews(), *_furnishing(seed)]
    parts.append(panel(_washed, (-AISLE, 0, FRONT), (2 * AISLE, 0, 0), (0, CROWN, 0)))
    sources: list[Source] = [
        Lamp(
            "key",
            (0.0, ALTAR + 0.50, ALTAR_Z - 0.05),
            3.4,
            0.35,
            bounce=0.05,
            reach=4.0,
            skin=0.95,
            dust=0.0020,
            dust_reach=18.0,
        ),
        Lamp("fire", (CHANDELIER[0], CHANDELIER[1] + 0.22, CHANDELIER[2]), 5.0, 0.4, bounce=0.05, reach=4.0, skin=0.8),
        Sky("sky", 0.075, below=0.8),
        Sun("moon", (0.10, 0.46, 0.88), 2.6, soft=0.012, dust=0.0060, dust_reach=17.0),
        Pane("moon", (-1.7, 2.3, BACK), (3.4, 0, 0), (0, 2.6, 0), 0.42),
    ]
    sources += [Lamp("fire", (x, 1.42, z), 1.6, 0.2, shadow=0.0, bounce=0.04, reach=2.4, skin=0.5) for x, z in STANDS]
    return Scenery(tuple(parts), tuple(sources), ("key", "fire", "moon", "sky"), sky_open=False)


def light(atmosphere: Atmosphere) -> PlaceLight:
    """Candles burn all night; what comes through the glass follows the hour."""
    outside = hour_light(atmosphere)
    cosy = 1.0 + 0.15 * atmosphere.warmth
    # Stained glass keeps its own colours: the light behind it is mixed with white.
    level = sum(outside.window) / 3
    pale = (
        0.5 * outside.window[0] + 0.5 * level,
        0.5 * outside.window[1] + 0.5 * level,
        0.5 * outside.window[2] + 0.5 * level,
    )
    return PlaceLight(
        {
            "key": life.scaled((1.0, 0.52, 0.19), cosy),
            "fire": life.scaled((1.0, 0.45, 0.14), cosy),
            "moon": pale,
            "sky": outside.sky,
        },
        night_palette(outside, key=(1.0, 0.52, 0.19), rim=(0.018, 0.022, 0.036)),
        outside.stage,
    )


def flicker(group: str, t: float) -> float:
    """Candles breathe, those of the altar least."""
    return (
        1.0
        if group == "moon"
        else life.fire_flicker(t, 11 if group == "key" else 12, 0.035 if group == "key" else 0.06)
    )


def small_life(moment: PlaceMoment) -> tuple[Form, ...]:
    """Flames on the altar, dust in the light of the windows."""
    f, t = moment.framing, moment.t
    key, moon = moment.light.tints["key"], moment.light.tints["moon"]
    forms: list[Form] = []
    for k, (x, y, z) in enumerate(_ALTAR_CANDLES):
        forms += life.flame(f, t, moment.seed + k, (x, y + 0.44, z), life.scaled(key, 0.35), height=0.05)
    forms.append(
        life.dust(
            f,
            t,
            moment.seed,
            ((-1.6, 0.4, 6.0), (1.6, 4.6, 13.0)),
            (0.0, 2.6, 10.0),
            life.scaled(moon, 0.40),
            count=340,
            reach=3.2,
            size=0.010,
        )
    )
    return tuple(forms)


PLACE = Place(
    name="church",
    framings=(
        Framing(
            "nave",
            (-0.25, 1.62, -1.9),
            0.02,
            1.45,
            -0.24,
            Move(push=0.05),
            calm=(CalmSpot(0.0, 0.56, 0.26), CalmSpot(-1.25, 0.6), CalmSpot(1.25, 0.6)),
        ),
        Framing(
            "pew",
            (1.75, 1.45, 0.9),
            -0.36,
            1.30,
            -0.16,
            Move(drift=0.04),
            calm=(CalmSpot(-1.2, 0.6), CalmSpot(1.25, 0.55)),
        ),
        Framing(
            "altar",
            (0.45, 1.55, 5.9),
            -0.06,
            1.65,
            -0.10,
            Move(drift=-0.04),
            calm=(CalmSpot(-1.2, 0.45), CalmSpot(1.2, 0.45)),
        ),
        Framing(
            "near",
            (-0.08, 1.01, 1.24),
            -0.14,
            1.70,
            -0.14,
            Move(push=0.03),
            calm=(
                CalmSpot(-1.3, 0.6),
                CalmSpot(1.3, 0.6),
            ),
        ),
    ),
    anchors=(
        Anchor(
            "nave_middle",
            (0.12, 0.006, 5.2),
            "floor",
            1.9,
            "hero",
            ("nave", "near"),
            0.0,
            ("walk", "stand", "come", "look"),
        ),
        Anchor(
            "altar_step",
            (-0.35, PLATFORM, 11.75),
            "floor",
            1.9,
            "hero",
            ("nave", "altar"),
            3.14,
            ("kneel", "pray", "sing", "marry"),
        ),
        Anchor("pew", (-1.25, 0.455, 3.66), "seat", 1.9, "hero", ("pew",), 3.14, ("sit", "listen", "wait", "weep")),
        Anchor(
            "chancel", (0.62, PLATFORM, 12.2), "floor", 1.9, "companion", ("altar",), 0.2, ("stand", "preach", "bless")
        ),
        Anchor("chair", (1.55, PLATFORM + 0.475, 12.22), "seat", 1.9, "companion", ("altar",), 0.5, ("rest",)),
        Anchor(
            "step",
            (0.95, STEP, 11.32),
            "floor",
            0.9,
            "companion",
            ("altar",),
            holds=("cat", "dog", "dove"),
            verbs=("lie", "sleep"),
        ),
        Anchor(
            "altar_top",
            (0.0, ALTAR, ALTAR_Z - 0.20),
            "top",
            0.45,
            "hero",
            ("nave", "altar"),
            holds=("book", "flower", "glass", "candle"),
        ),
        Anchor("altar_left", (-0.98, ALTAR, ALTAR_Z - 0.15), "top", 0.35, "companion", ("altar",), holds=("bottle",)),
        Anchor(
            "pulpit", (-2.20, 2.06, 10.15), "top", 0.5, "companion", ("nave", "altar", "pew"), holds=("owl", "bird")
        ),
        Anchor("chandelier", (0.0, 3.75, 6.0), "hang", 0.8, "companion", ("nave", "pew")),
        Anchor("air", (0.75, 2.9, 8.4), "air", 1.0, "companion", ("nave", "pew")),
        Anchor("vault", (-0.6, 5.6, 8.0), "air", 1.4, "companion", ("nave",)),
        Anchor("wall", (-1.95, 2.6, BACK - 0.03), "wall", 0.5, "companion", ("altar",)),
        Anchor("window", (0.0, 4.0, BACK), "view", 1.6, "backdrop"),
    ),
    solids=solids,
    light=light,
    life=small_life,
    flicker=flicker,
)
