"""A bedroom at night: a bed with a patchwork quilt, a lamp beside it, a window with muslin curtains, moonlight.

Five metres by seven, 2.7 m high; x from -2.4 to 2.4, z from the door (-2.4) to the window wall (4.2). The bed stands
with its head at the left wall. Groups of light: "key" is the bedside lamp, "fire" a night light on the chest, "moon"
what comes through the window.
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
    chance,
    china,
    glow,
    metal,
    mixed,
    plain,
    plaster,
    step,
    tilted,
    wood,
)
from dreamplayer.drawing.solids.shapes import ball, box, grid, joined, lathe, panel, rod, room
from dreamplayer.drawing.solids.solid import (
    Array,
    F,
    Finish,
    Lamp,
    Mask,
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

SIDE, CEILING, BACK, FRONT = 2.4, 2.7, 4.2, -2.4
LEFT, RIGHT, SILL, HEAD = 0.10, 1.55, 0.55, 2.30
"""The window in the back wall."""
BED_X, BED_Z, QUILT = (-2.28, -0.12), (1.85, 3.35), 0.56
"""The bed: from head to foot, from its near to its far side, and the height of its quilt."""
LAMP = (-1.98, 1.02, 1.50)
BEDSIDE = 0.62
CHEST = 0.865
OAK: Colour = (0.19, 0.108, 0.056)
DARK: Colour = (0.10, 0.056, 0.032)
_COTTONS = np.array(
    [
        (0.24, 0.10, 0.09),
        (0.11, 0.13, 0.19),
        (0.27, 0.235, 0.19),
        (0.20, 0.15, 0.085),
        (0.13, 0.16, 0.13),
        (0.25, 0.16, 0.14),
        (0.17, 0.12, 0.17),
    ],
    F,
)


def _papered(s: Surface) -> Finish:
    """Faded wallpaper with sprigs over a white panelled dado."""
    h, y = s.p[:, 0] + s.p[:, 2], s.p[:, 1]
    fade = 0.86 + 0.22 * (quick_fbm(h, y, 2, 3) - 0.5)
    row = np.floor(y / 0.22)
    a, b = np.mod(h / 0.22 + 0.5 * np.mod(row, 2), 1) - 0.5, np.mod(y / 0.22, 1) - 0.5
    sprig = np.exp(-((np.hypot(a, b * 0.8) / 0.11) ** 2))
    sprig = sprig + 0.7 * np.exp(-((a - 0.10 * np.sin(9 * b)) ** 2) / 0.0012) * (np.abs(b) < 0.32)
    paper = np.asarray((0.165, 0.150, 0.165), F) * fade[:, None] + 0.030 * sprig[:, None] * np.array([1.0, 0.75, 0.62])
    field = np.mod(h / 0.52, 1)
    edge = np.minimum(np.minimum(field, 1 - field) * 0.52, np.minimum(np.abs(y - 0.18), np.abs(y - 0.80)))
    bead = 1 - 0.45 * np.exp(-((edge - 0.05) ** 2) / 0.0002)
    dado = np.asarray((0.235, 0.225, 0.215), F) * (fade * bead)[:, None]
    rail = np.exp(-(((y - 0.93) / 0.022) ** 2)) + np.exp(-(((y - 0.07) / 0.07) ** 2))
    colours = np.where((y < 0.92)[:, None], dado, paper) + 0.05 * rail[:, None]
    return Finish(colours.astype(F), 0.12, 0.0, (1 - 0.35 * np.exp(-((y - 0.895) ** 2) / 0.0001)).astype(F))


def _shell() -> list[Solid]:
    floor = wood((0.165, 0.098, 0.056), along=0, plank=0.17, across=2, gloss=0.4, seed=5, mirror=0.10)
    walls = room(
        (-SIDE, 0, FRONT),
        (SIDE, CEILING, BACK),
        floor=floor,
        wall=_papered,
        ceiling=plaster((0.22, 0.20, 0.19), stain=0.0),
        openings=[("Z", LEFT, RIGHT, SILL, HEAD)],
    )
    white, low = plain((0.24, 0.23, 0.22), 0.15, vary=0.08), CEILING - 0.10
    cornice = [
        box(white, (-SIDE, low, BACK - 0.07), (SIDE, CEILING, BACK)),
        box(white, (-SIDE, low, FRONT), (-SIDE + 0.07, CEILING, BACK)),
        box(white, (SIDE - 0.07, low, FRONT), (SIDE, CEILING, BACK)),
    ]
    oak = wood((0.11, 0.066, 0.040), 2, 0.12, across=0)
    beams = [box(oak, (x - 0.07, CEILING - 0.16, FRONT), (x + 0.07, CEILING, BACK)) for x in (-1.5, 0.0, 1.5)]
    return [*walls, joined(cornice), *beams]


def _garden(s: Surface) -> Finish:
    y = s.p[:, 1]
    mist = np.exp(-(((y + 1.0) / 2.2) ** 2)) * (0.6 + 0.8 * quick_fbm(s.p[:, 0] * 0.2, y * 0.4, 3, 3))
    light = (0.006 + 0.020 * mist)[:, None] * np.array([0.9, 1.0, 1.0], F)
    return Finish(np.zeros((len(y), 3), F), emission={"moon": light.astype(F)})


def _treetops(local: Array) -> Mask:
    x, y = local[:, 0] - 40, local[:, 1] - 8
    crown = np.zeros_like(x)
    for middle, half, tall in (
        (-3, 3, 3.4),
        (4.2, 2.4, 2.2),
        (9.5, 3.6, 4.6),
        (15, 3, 3),
        (21, 4, 4.5),
        (-10, 4, 4),
        (-18, 4, 3),
    ):
        crown = np.maximum(crown, tall * np.sqrt(np.clip(1 - ((x - middle) / half) ** 2, 0, 1)))
    ground = -0.6 + 0.4 * quick_noise(x * 0.4, 0 * x, 4)
    ragged = (0.72 + 0.28 * quick_fbm(x * 2, y * 2, 6, 3)) * crown * 0.5 - 0.6 * (
        quick_fbm(x * 2.6, y * 2.6, 2, 3) - 0.5
    )
    return np.asarray(y < ground + ragged)


def _muslin(s: Surface) -> Finish:
    """Thin cloth in soft folds; the light outside comes through it."""
    u, v = s.local[:, 0], s.local[:, 1]
    fold = np.sin(u * 46 + 1.6 * np.sin(v * 1.7)) + 0.45 * np.sin(u * 97 + 2 * np.sin(v * 2.3))
    slope = np.cos(u * 46 + 1.6 * np.sin(v * 1.7)) + 0.42 * np.cos(u * 97 + 2 * np.sin(v * 2.3))
    normal = tilted(s.n, np.stack([0.55 * slope, 0 * slope, 0 * slope], -1).astype(F))
    through = np.clip((0.34 + 0.14 * fold) * (0.75 + 0.25 * np.sin(v * 1.3)), 0.05, 1) * step(0.0, 0.5, v)
    return Finish(
        (np.asarray((0.34, 0.33, 0.32), F) * (0.8 + 0.2 * fold)[:, None]).astype(F),
        0.03,
        0.0,
        (0.75 + 0.2 * fold).astype(F),
        {"moon": (through[:, None] * np.asarray((0.20, 0.19, 0.17), F)).astype(F)},
        normal,
        thin=0.6,
    )


def _gathered(left: bool) -> Solid:
    """One curtain, tied back at half its height and blown a little into the room."""
    start, wide, foot, head = (
        (LEFT - 0.50, 0.78, 0.03, HEAD + 0.20) if left else (RIGHT - 0.28, 0.78, 0.03, HEAD + 0.20)
    )
    u, v = np.meshgrid(np.linspace(0, 1, 49, dtype=F), np.linspace(0, 1, 17, dtype=F))
    tie = 0.62 + 0.38 * np.clip((v - 0.15) / 0.85, 0, 1) ** 1.6 - 0.16 * np.exp(-(((v - 0.40) / 0.16) ** 2))
    tie = tie + 0.10 * np.exp(-(((v - 0.05) / 0.2) ** 2))
    x = start + wide * u * tie if left else start + wide * (1 - (1 - u) * tie)
    blown = (0.06 if left else 0.16) * (1 - v) ** 1.5
    z = BACK - 0.10 - blown + 0.022 * np.sin(u * 46 * wide) * (0.6 + 0.4 * (1 - v))
    points = np.stack([x, foot + v * (head - foot), z], -1).astype(F)
    local = np.stack([u * wide, v * (head - foot), 0 * u], -1).astype(F)
    return grid(_muslin, points, local=local)


def _window() -> list[Solid]:
    white = plain((0.27, 0.26, 0.25), 0.2, vary=0.08)
    made = fit.window(
        BACK, LEFT, RIGHT, SILL, HEAD, depth=0.30, reveal=white, frame=white, columns=4, rows=3, board=white
    )
    made.append(
        joined(
            [
                box(white, (LEFT - 0.10, SILL - 0.06, BACK - 0.03), (LEFT, HEAD + 0.10, BACK)),
                box(white, (RIGHT, SILL - 0.06, BACK - 0.03), (RIGHT + 0.10, HEAD + 0.10, BACK)),
                box(white, (LEFT - 0.10, HEAD, BACK - 0.03), (RIGHT + 0.10, HEAD + 0.10, BACK)),
            ]
        )
    )
    pole, y, z = wood(DARK, 0, 0.4), HEAD + 0.20, BACK - 0.10
    made.append(rod(pole, (LEFT - 0.55, y, z), (RIGHT + 0.55, y, z), 0.018))
    made.append(joined([ball(pole, (x, y, z), 0.035, rings=6, sides=10) for x in (LEFT - 0.56, RIGHT + 0.56)]))
    made += [_gathered(True), _gathered(False)]
    made.append(panel(_garden, (-40, -8, 34), (80, 0, 0), (0, 16, 0), cut=_treetops, casts=False))
    return made


_PATCH, _DOT_EVERY, _STRIPE_EVERY = 0.21, 0.042, 0.035
"""Metres: side of a square of the quilt, and pitch of the dots and stripes of its cottons."""
_ON_TOP = 0.72
"""Share of the quilt's half width that lies on the bed; the rest hangs down."""
_HANGS = 0.33
"""Metres that it hangs down."""
_LINEN = (0.40, 0.38, 0.355)
"""Albedo."""


def _quilt(seed: int) -> list[Solid]:
    """Quilt, linen, pillows and the frame of the bed."""

    def patches(s: Surface) -> Finish:
        """Squares of worn cottons, seams drawn in, each square a soft cushion."""
        u, v = s.local[:, 0], s.local[:, 1]
        wide = _PATCH
        i, j = np.floor(u / wide), np.floor(v / wide)
        a, b = u / wide - i - 0.5, v / wide - j - 0.5
        colours = _COTTONS[(chance(i * 31 + j * 57, seed + 4) * 6.999).astype(int)]
        kind = chance(i * 13 + j * 29, seed + 6)
        second = _COTTONS[(chance(i * 3 + j * 7, seed + 8) * 6.999).astype(int)]
        colours = np.where(((a + b > 0) & (kind < 0.35))[:, None], second, colours)
        from_dot = np.hypot(np.mod(u / _DOT_EVERY, 1) - 0.5, np.mod(v / _DOT_EVERY, 1) - 0.5)
        dot = (from_dot < 0.22) & (kind > 0.55) & (kind < 0.8)
        stripe = (np.mod(u / _STRIPE_EVERY, 1) < 0.35) & (kind > 0.8)
        colours = colours * np.where(dot | stripe, 1.35, 1.0)[:, None]
        edge = 0.5 - np.maximum(np.abs(a), np.abs(b))
        seam = np.exp(-((edge / 0.05) ** 2))
        puff = np.stack([1.5 * a * np.abs(a) ** 0.5, 0 * a, 1.5 * b * np.abs(b) ** 0.5], -1)
        crease = np.stack([quick_fbm(u * 3, v * 3, q, 3) - 0.5 for q in (1, 2, 3)], -1)
        normal = tilted(s.n, (0.75 * puff + 0.6 * crease).astype(F))
        worn = 0.9 + 0.2 * quick_noise(u * 60, v * 60)
        return Finish((colours * worn[:, None]).astype(F), 0.03, 0.0, (1 - 0.55 * seam).astype(F), normal=normal)

    def linen(s: Surface) -> Finish:
        crease = [quick_fbm(s.p[:, 0] * 7 + s.p[:, 1] * 3, s.p[:, 2] * 7, q, 3) - 0.5 for q in (1, 2, 3)]
        normal = tilted(s.n, 0.55 * np.stack(crease, -1).astype(F))
        return Finish(np.broadcast_to(np.asarray(_LINEN, F), (len(s.p), 3)), 0.03, normal=normal)

    (x0, x1), (z0, z1) = BED_X, BED_Z
    # The quilt runs from the fold to the foot and hangs down on both sides; u across the bed, v along it.
    u, v = np.meshgrid(np.linspace(-1, 1, 57, dtype=F), np.linspace(0, 1, 41, dtype=F))
    half, start, end = (z1 - z0) / 2 + 0.03, x0 + 0.54, x1 + 0.03
    over = np.clip((np.abs(u) - _ON_TOP) / 0.28, 0, 1)
    flat = np.clip(np.abs(u) / _ON_TOP, 0, 1)
    ends = np.sin(math.pi * np.clip(v * 0.9 + 0.1, 0, 1))
    bulge = 0.10 * np.clip(np.cos(flat * math.pi / 2), 0, 1) ** 0.7 * ends
    y = QUILT - 0.02 + bulge - 0.04 * flat**4 - _HANGS * over**0.9
    y = y + 0.010 * np.sin(9 * v + 4 * u) + 0.006 * np.sin(23 * u + 7 * v)
    # What hangs down swings out and falls in folds.
    hanging = 0.03 * np.sin(over * math.pi) + 0.012 * over * np.sin(31 * v)
    z = (z0 + z1) / 2 + np.sign(u) * half * flat + np.sign(u) * hanging
    x = start + v * (end - start) + 0.012 * np.sin(17 * u) * over
    down = half * flat + 0.36 * over
    local = np.stack([v * (end - start), np.sign(u) * down, 0 * u], -1).astype(F)
    fold = np.stack([0 * v[0] + start + 0.03, 0 * u[0], 0 * u[0]], -1)
    fold[:, 1], fold[:, 2] = y[0] + 0.015, z[0]
    made = [
        grid(patches, np.stack([x, y, z], -1).astype(F), local=local),
        grid(linen, np.stack([_roll(fold, a) for a in np.linspace(-1.3, 3.6, 9)]).astype(F)),
        box(linen, (x0 + 0.02, 0.28, z0), (x1 - 0.02, QUILT - 0.13, z1)),
    ]
    for middle in (z0 + 0.38, z1 - 0.38):

        def plump(unit: Array) -> Array:
            return np.asarray((np.abs(unit) ** 4).sum(1) ** -0.25 * (1 - 0.10 * np.abs(unit[:, 2])), F)

        made.append(ball(linen, (x0 + 0.27, QUILT + 0.06, middle), (0.25, 0.11, 0.33), rings=14, sides=24, lump=plump))
        made.append(ball(linen, (x0 + 0.13, QUILT + 0.17, middle), (0.12, 0.19, 0.31), rings=14, sides=24, lump=plump))
    along, up = wood(OAK, 2, 0.35), wood(OAK, 1, 0.4)
    tall = [(0.045, 0), (0.045, 1.25), (0.03, 1.28), (0.055, 1.33), (0.0, 1.39)]
    low = [(0.03, 0), (0.045, 0.1), (0.045, 0.72), (0.03, 0.74), (0.052, 0.79), (0.0, 0.85)]
    posts = [lathe(up, (-SIDE + 0.07, 0, z), tall, sides=14) for z in (z0 - 0.04, z1 + 0.04)]
    posts += [lathe(up, (x1 + 0.10, 0, z), low, sides=14) for z in (z0 - 0.04, z1 + 0.04)]
    made += [
        box(wood(OAK, 2, 0.35, plank=0.12, across=1), (-SIDE + 0.02, 0.25, z0 - 0.04), (-SIDE + 0.08, 1.18, z1 + 0.04)),
        box(along, (-SIDE + 0.01, 1.18, z0 - 0.08), (-SIDE + 0.11, 1.25, z1 + 0.08)),
        box(along, (x1 + 0.075, 0.26, z0 - 0.04), (x1 + 0.125, 0.66, z1 + 0.04)),
        box(wood(OAK, 0, 0.3), (x0, 0.20, z0 + 0.01), (x1 + 0.10, 0.30, z0 + 0.05)),
        joined(posts),
    ]
    return made


def _roll(line: Array, angle: float) -> Array:
    """A line of the turned-down sheet, moved about it by an angle in radians."""
    return np.asarray(line + np.array([-0.075 * math.cos(angle), 0.05 * math.sin(angle), 0.0]), F)


def _bedside() -> tuple[list[Solid], Lamp]:
    x, z = -1.96, 1.46
    oak, side = wood(OAK, 2, 0.35), wood(OAK, 0, 0.3)
    legs = [
        rod(wood(OAK, 0, 0.3), (a, 0, b), (a, 0.58, b), 0.018)
        for a in (x - 0.19, x + 0.19)
        for b in (z - 0.17, z + 0.17)
    ]

    def shade(s: Surface) -> Finish:
        facing = np.abs((s.sight * s.n).sum(1))
        h = s.local[:, 1]
        light = (0.42 + 0.55 * facing) * (0.62 + 0.5 * np.exp(-(((h - 0.07) / 0.09) ** 2)))
        light = light * (0.93 + 0.07 * np.cos(s.local[:, 0] * 24)) * 0.72
        return Finish(np.full((len(h), 3), 0.3, F), 0.05, emission={"key": np.repeat(light[:, None], 3, 1).astype(F)})

    lx, ly, lz = LAMP
    foot = [
        (0.07, 0),
        (0.065, 0.02),
        (0.03, 0.04),
        (0.085, 0.12),
        (0.09, 0.17),
        (0.05, 0.24),
        (0.018, 0.27),
        (0.016, 0.34),
    ]
    made = [
        box(oak, (x - 0.24, 0.58, z - 0.22), (x + 0.24, BEDSIDE, z + 0.22)),
        box(side, (x - 0.20, 0.42, z - 0.18), (x + 0.20, 0.58, z + 0.18)),
        box(side, (x - 0.20, 0.16, z - 0.18), (x + 0.20, 0.185, z + 0.18)),
        ball(metal((0.6, 0.45, 0.24), 0.6), (x, 0.50, z - 0.19), 0.017, rings=6, sides=8),
        joined(legs),
        lathe(china((0.16, 0.20, 0.24), (0.30, 0.28, 0.24)), (lx, BEDSIDE, lz), foot, casts=False),
        lathe(shade, (lx, ly - 0.10, lz), [(0.175, 0.0), (0.145, 0.11), (0.105, 0.22)], sides=28, casts=False),
        box(plain((0.17, 0.06, 0.045), 0.2), (-1.84, BEDSIDE, 1.27), (-1.74, BEDSIDE + 0.03, 1.42), yaw=0.3),
        lathe(
            plain((0.20, 0.22, 0.23), 0.8, vary=0.05), (-2.12, BEDSIDE, 1.34), [(0.028, 0), (0.033, 0.10)], casts=False
        ),
    ]

    def out(v: Array) -> Array:
        up = v[:, 1] / (np.linalg.norm(v, axis=1) + 1e-6)
        return np.asarray(0.50 + 0.65 * step(0.55, 0.85, up) + 0.75 * step(-0.45, -0.75, up), F)

    return made, Lamp("key", LAMP, 1.30, 0.08, shade=out, bounce=0.085, reach=2.4, skin=0.42)


def _chest() -> list[Solid]:
    """A chest of drawers at the right wall, with jug, bowl, night light and looking glass."""
    x, z0, z1 = 1.98, 2.05, 3.15
    front = wood((0.15, 0.085, 0.047), 2, 0.4, seed=3)
    made = [
        box(front, (x - 0.02, 0.06, z0), (SIDE, 0.83, z1)),
        box(front, (x - 0.06, 0.83, z0 - 0.04), (SIDE, CHEST, z1 + 0.04)),
    ]
    knobs = []
    for k in range(3):
        y = 0.13 + 0.235 * k
        drawer = wood((0.17, 0.095, 0.05), 2, 0.4, seed=5 + k)
        made.append(box(drawer, (x - 0.035, y, z0 + 0.05), (x - 0.02, y + 0.20, z1 - 0.05)))
        knobs += [ball(metal((0.6, 0.45, 0.24)), (x - 0.05, y + 0.10, z), 0.02, rings=6, sides=8) for z in (2.35, 2.85)]
    glaze = china((0.36, 0.35, 0.33), (0.10, 0.14, 0.24))

    def glass(s: Surface) -> Finish:
        """It gives back the pale window."""
        reach = s.p[:, 2] + s.sight[:, 2] / (np.abs(s.sight[:, 0]) + 1e-3) * 1.6
        pale = 0.05 * np.exp(-(((reach - BACK + 0.2) / 0.35) ** 2)) * (0.4 + 0.6 * (np.mod(s.p[:, 1] / 0.25, 1) > 0.07))
        light = (0.012 + pale + 0.010 * (s.p[:, 1] - 1.1))[:, None] * np.array([0.9, 1.0, 1.0], F)
        return Finish(np.full((len(s.p), 3), 0.03, F), 0.9, emission={"moon": light.astype(F)})

    made += [
        joined(knobs),
        lathe(glaze, (2.16, CHEST, 2.30), [(0.06, 0), (0.10, 0.06), (0.10, 0.14), (0.055, 0.22), (0.07, 0.27)]),
        lathe(glaze, (2.20, CHEST, 2.56), [(0.07, 0), (0.10, 0.02), (0.15, 0.08), (0.16, 0.09)]),
        box(metal((0.5, 0.38, 0.2), 0.5), (SIDE - 0.05, 1.05, 2.30), (SIDE - 0.005, 1.95, 2.95)),
        box(glass, (SIDE - 0.055, 1.10, 2.35), (SIDE - 0.01, 1.90, 2.90), casts=False),
        lathe(
            metal(fit.BRASS, 0.6),
            (2.14, CHEST, 2.99),
            [(0.055, 0), (0.06, 0.012), (0.02, 0.014), (0.02, 0.03)],
            sides=14,
        ),
        lathe(glow("fire", (0.55, 0.5, 0.42)), (2.14, CHEST + 0.03, 2.99), [(0.022, 0), (0.028, 0.05)], casts=False),
    ]
    return made


def _rug(s: Surface) -> Finish:
    """A braided rug: rings of old cloth."""
    a, b = s.local[:, 0] / 1.9 - 0.5, s.local[:, 1] / 1.25 - 0.5
    r = np.hypot(a, b) * 2
    colours = _COTTONS[(chance(np.floor(r * 9), 3) * 6.999).astype(int)] * 0.75
    braid = 0.72 + 0.28 * np.abs(np.sin(np.arctan2(b, a) * 46 * np.maximum(r, 0.2)))
    groove = 1 - 0.35 * np.exp(-(((np.mod(r * 9, 1) - 0.5) / 0.5) ** 2 - 1) * -6)
    return Finish((colours * braid[:, None]).astype(F), 0.02, 0.0, np.clip(groove, 0.3, 1).astype(F))


def _oval(local: Array) -> Mask:
    return np.asarray((local[:, 0] / 1.9 - 0.5) ** 2 + (local[:, 1] / 1.25 - 0.5) ** 2 < 0.25)


def _landscape(s: Surface) -> Finish:
    """A small painting: hills at dusk."""
    u, v = s.local[:, 0], s.local[:, 1]
    hill = 0.16 + 0.10 * quick_fbm(u * 5, 0 * u, 3, 3)
    colours = mixed((0.06, 0.075, 0.06), (0.20, 0.17, 0.14), step(-0.01, 0.01, v - hill))
    return Finish((colours * (0.8 + 0.4 * quick_fbm(u * 14, v * 22, 5, 3))[:, None]).astype(F), 0.3)


def solids(seed: int) -> Scenery:
    """The bedroom for a seed: its quilt, and what lies about."""
    lamp_parts, lamp = _bedside()
    parts = _shell() + _window() + _quilt(11 * (seed % 97)) + _chest() + lamp_parts
    parts += fit.picture_frame((-1.15, 1.75, BACK - 0.005), 0.72, 0.48, _landscape, colour=DARK)
    parts.append(panel(_rug, (-0.10, 0.006, 1.55), (1.9, 0, 0), (0, 0, 1.25), cut=_oval, casts=False))
    slipper = plain((0.16, 0.07, 0.055), 0.1)
    parts.append(joined([ball(slipper, (x, 0.035, 1.50), (0.045, 0.035, 0.12)) for x in (-0.95, -0.80)]))
    parts += fit.chair((-0.62, 0, 3.85), 0.35, colour=OAK)
    if float(chance(1, seed)) < 0.6:
        spine = plain((0.07, 0.09, 0.13), 0.25)
        parts.append(box(spine, (-0.72, 0.475, 3.74), (-0.52, 0.505, 3.90), yaw=0.5))
    if float(chance(2, seed)) < 0.6:
        parts += fit.placed([_basket()], (2.05, 0.0, 3.72))
    sources: tuple[Source, ...] = (
        lamp,
        Lamp("fire", (2.14, CHEST + 0.11, 2.99), 0.13, 0.03, shadow=0.0, bounce=0.06, reach=0.8, skin=0.2),
        Sky("sky", 0.10, below=0.8),
        Sun("moon", (0.30, 0.60, 0.74), 2.5, soft=0.010, dust=0.008, dust_reach=5.6),
        Pane("moon", (LEFT, SILL, BACK + 0.15), (RIGHT - LEFT, 0, 0), (0, HEAD - SILL, 0), 1.3),
    )
    return Scenery(tuple(parts), sources, ("key", "fire", "moon", "sky"), sky_open=False)


def _basket() -> Solid:
    return lathe(plain((0.19, 0.13, 0.075), 0.08, vary=0.5, scale=30), (0, 0, 0), [(0.16, 0), (0.2, 0.15), (0.21, 0.3)])


def light(atmosphere: Atmosphere) -> PlaceLight:
    """The bedside lamp and the night light; the window follows the hour."""
    outside = hour_light(atmosphere)
    cosy = 1.0 + 0.15 * atmosphere.warmth
    return PlaceLight(
        {
            "key": life.scaled((1.0, 0.52, 0.21), cosy),
            "fire": life.scaled((1.0, 0.46, 0.15), cosy),
            "moon": outside.window,
            "sky": outside.sky,
        },
        night_palette(outside, key=(1.0, 0.52, 0.20), rim=(0.020, 0.026, 0.045)),
        outside.stage,
    )


def flicker(group: str, t: float) -> float:
    """The lamp is steady, the night light breathes."""
    return life.fire_flicker(t, 2, 0.10) if group == "fire" else 1.0


def small_life(moment: PlaceMoment) -> tuple[Form, ...]:
    """Dust by the lamp and in the moonlight, a small flame on the chest."""
    lamp, fire, moon = (moment.light.tints[k] for k in ("key", "fire", "moon"))
    f, t = moment.framing, moment.t
    return (
        life.dust(
            f, t, moment.seed, ((-2.3, 0.7, 0.6), (-0.2, 2.3, 2.6)), LAMP, life.scaled(lamp, 0.5), reach=1.1, size=0.005
        ),
        life.dust(
            f,
            t,
            moment.seed + 1,
            ((-0.6, 0.2, 1.4), (1.6, 2.2, 4.0)),
            (0.6, 1.2, 3.0),
            life.scaled(moon, 0.40),
            count=320,
            reach=1.5,
        ),
        *life.flame(f, t, moment.seed, (2.14, CHEST + 0.06, 2.99), life.scaled(fire, 0.5), height=0.03),
    )


PLACE = Place(
    name="bedroom",
    framings=(
        Framing(
            "foot",
            (0.66, 1.45, -1.40),
            -0.17,
            1.66,
            0.13,
            Move(push=0.04),
            calm=(CalmSpot(-0.9, 0.6), CalmSpot(1.3, 0.6)),
        ),
        Framing(
            "pillow",
            (-0.20, 1.12, 0.10),
            -0.42,
            1.30,
            -0.02,
            Move(drift=0.04),
            calm=(CalmSpot(-0.1, 0.55), CalmSpot(-1.2, 0.55)),
        ),
        Framing(
            "window",
            (-0.75, 1.30, 0.55),
            0.40,
            1.45,
            -0.02,
            Move(drift=-0.04),
            calm=(CalmSpot(-1.2, 0.55), CalmSpot(1.3, 0.62)),
        ),
    ),
    anchors=(
        Anchor(
            "bed", (-1.55, 0.60, 2.60), "bed", 1.9, "hero", ("foot", "pillow"), 1.57, ("sleep", "lie", "dream", "rest")
        ),
        Anchor(
            "floor_window",
            (0.85, 0.0, 3.2),
            "floor",
            1.9,
            "hero",
            ("foot",),
            0.0,
            ("stand", "look", "wait", "walk"),
        ),
        Anchor(
            "by_window", (1.35, 0.0, 3.6), "floor", 1.9, "hero", ("window",), 0.5, ("stand", "look", "wait", "dream")
        ),
        Anchor(
            "bed_edge",
            (-0.62, 0.55, 2.02),
            "seat",
            1.9,
            "hero",
            ("foot", "pillow"),
            0.0,
            ("sit", "read", "tell", "sing"),
        ),
        Anchor(
            "rug",
            (0.85, 0.006, 2.25),
            "floor",
            0.9,
            "companion",
            ("foot",),
            holds=("cat", "dog"),
            verbs=("curl", "kneel", "play"),
        ),
        Anchor("bed_foot", (-0.45, 0.60, 2.75), "bed", 0.7, "companion", ("foot", "pillow"), holds=("cat",)),
        Anchor(
            "bedside",
            (-1.82, BEDSIDE, 1.60),
            "top",
            0.22,
            "companion",
            ("foot", "pillow"),
            holds=("candle", "glass", "clock"),
        ),
        Anchor(
            "chest_top",
            (2.12, CHEST, 2.82),
            "top",
            0.34,
            "companion",
            ("foot", "window"),
            holds=("clock", "box", "bottle"),
            room=0.15,
        ),
        Anchor("sill", (0.85, SILL, 4.24), "top", 0.6, "companion", holds=("bird", "flower", "owl")),
        Anchor("wall", (-2.0, 1.75, 4.17), "wall", 0.40, "companion", ("foot",), holds=("clock", "mask")),
        Anchor("beam", (0.0, 2.52, 2.9), "hang", 0.5, "companion", ("foot", "window")),
        Anchor("air", (0.55, 1.60, 2.5), "air", 0.5, "companion", ("foot", "pillow", "window")),
        Anchor("air_bed", (-1.10, 1.45, 2.6), "air", 0.6, "companion", ("foot", "pillow")),
        Anchor("window", (0.82, 1.45, 4.7), "view", 1.0, "backdrop"),
    ),
    solids=solids,
    light=light,
    life=small_life,
    flicker=flicker,
)
