"""An old schoolroom by night: moonlight through tall windows on rows of desks, a lamp on the master's desk, a stove.

Seven metres by seven and a half, 3.5 m high; x from -3.5 (three tall windows) to 3.5 (the stove), z from the back of
the class (-3.1: pegs and the door) to the wall of the blackboard (4.4), before which the floor is raised. Groups of
light: "key" is the lamp on the master's desk, "fire" the stove, "moon" the night, "hall" the lamp behind the door.
"""

from __future__ import annotations

import math

import numpy as np

from dreamplayer.drawing import place_life as life
from dreamplayer.drawing.place import Place, PlaceLight, PlaceMoment
from dreamplayer.drawing.place_light import hour_light, night_palette
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.solids import furniture as fit
from dreamplayer.drawing.solids.materials import chance, cloth, iron, metal, mixed, plain, plaster, step, wood
from dreamplayer.drawing.solids.shapes import ball, box, grid, joined, lathe, panel, rod, room, tube
from dreamplayer.drawing.solids.solid import (
    Array,
    F,
    Finish,
    Lamp,
    Mask,
    Material,
    Pane,
    Scenery,
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

SIDE, CEILING, BACK, FRONT = 3.5, 3.5, 4.4, -3.1
STEP, STAGE = 0.17, 2.95
"""Height of the raised floor, and where it begins in z."""
WINDOWS = ((-2.35, -1.15), (-0.25, 0.95), (1.75, 2.85))
"""From and to of each window in z."""
SILL, HEAD = 1.05, 2.95
BOARD = (-1.75, 1.05, 1.02, 2.36)
"""The blackboard: from and to in x, from and to in height."""
ROWS, COLUMNS = (-0.55, 0.65, 1.85), (-1.72, 1.28)
"""Desks: z of their front edges, x of their middles."""
DESK, SEAT = 0.74, 0.42
MASTER = (1.75, STEP, 3.62)
"""Foot of the master's desk."""
MASTER_TOP = STEP + 0.78
STOVE = (2.92, 0.0, 1.35)
DOOR = (1.6, 2.5)
"""The door in the back of the class, in x."""
OAK: Colour = (0.185, 0.105, 0.055)
HONEY: Colour = (0.24, 0.145, 0.072)


def _shell() -> list[Solid]:
    floor = wood((0.155, 0.098, 0.058), 2, 0.32, plank=0.14, across=0, worn=0.4, mirror=0.10)
    wall = plaster((0.30, 0.285, 0.235), low=(0.072, 0.098, 0.092), line=1.0)
    boards = wood((0.22, 0.20, 0.165), along=0, plank=0.15, across=2, gloss=0.05, grain=0.4)
    made = list(
        room(
            (-SIDE, 0, FRONT),
            (SIDE, CEILING, BACK),
            floor=floor,
            wall=wall,
            ceiling=boards,
            openings=[*(("x", a, b, SILL, HEAD) for a, b in WINDOWS), ("z", *DOOR, 1.15, 1.95)],
        )
    )
    rail = wood((0.11, 0.068, 0.040), 2, 0.25, across=1)
    made.append(
        joined(
            [
                box(rail, (-SIDE, 0.985, FRONT), (-SIDE + 0.03, 1.04, BACK)),
                box(rail, (SIDE - 0.03, 0.985, FRONT), (SIDE, 1.04, BACK)),
                box(rail, (-SIDE, 0, FRONT), (-SIDE + 0.02, 0.14, BACK)),
                box(rail, (SIDE - 0.02, 0, FRONT), (SIDE, 0.14, BACK)),
            ]
        )
    )
    beam = wood((0.115, 0.078, 0.050), 0, 0.1, across=1)
    made.append(
        joined(
            [box(beam, (-SIDE, CEILING - 0.22, z - 0.09), (SIDE, CEILING, z + 0.09)) for z in (-1.9, -0.1, 1.7, 3.5)]
        )
    )
    made += [
        box(wood(OAK, 0, 0.35, plank=0.15, across=2, worn=0.5), (-SIDE, 0.0, STAGE), (SIDE, STEP, BACK)),
        box(wood((0.10, 0.06, 0.035), 0, 0.3), (-SIDE, STEP - 0.03, STAGE - 0.03), (SIDE, STEP + 0.004, STAGE)),
    ]
    return made


_SUN = (0.92, 0.50)
"""Where the sun of the chalk drawing lies: metres from the left of the board, share of its height."""
_SUN_SIZE, _RAYS = 0.105, (0.13, 0.19)
"""Metres: its radius, and from where to where its rays reach."""
_PLANETS = ((0.30, 0.7, 0.030), (0.45, 2.6, 0.042), (0.62, 4.1, 0.038), (0.80, 5.6, 0.060))
"""Of each planet: radius of its way, angle on it, its own radius; the last one has a ring."""
_SCRIPT, _LINE = 1.92, 0.125
"""Metres: where the lines of writing begin, and from one to the next."""
_SLATE, _CHALK = (0.020, 0.028, 0.026), (0.50, 0.49, 0.44)


def _drawn_line(away: Array, width: float) -> Array:
    """A line of chalk: 1 on it, .37 at `width` metres from it."""
    return np.asarray(np.exp(-((away / width) ** 2)), F)


def _planets(u: Array, v: Array, tall: float) -> Array:
    """The sun and the ways of the planets, 0..1 chalk and more where lines cross."""
    # Drawn by hand: no circle is quite round, and all are a little flat.
    wobble = 0.012 * (quick_fbm(u * 4, v * 4, 3, 3) - 0.5)
    x, y = u - _SUN[0], (v - tall * _SUN[1]) * 1.45
    r, angle = np.hypot(x, y) + wobble, np.arctan2(y, x)
    drawn = _drawn_line(r - _SUN_SIZE, 0.010) + 0.5 * (r < _SUN_SIZE - 0.005)
    from_ray = np.abs(np.mod(angle / (math.pi / 6), 1) - 0.5) * r
    drawn = drawn + _drawn_line(from_ray, 0.010) * (r > _RAYS[0]) * (r < _RAYS[1])
    for radius, at, size in _PLANETS:
        drawn = drawn + 0.65 * _drawn_line(r - radius, 0.007)
        px, py = radius * math.cos(at), radius * math.sin(at)
        drawn = drawn + 1.2 * (np.hypot(x - px, y - py) < size)
        if (radius, at, size) == _PLANETS[-1]:
            to_ring = np.hypot((x - px) / 1.9, (y - py) * 2.2 + (x - px) * 0.5) - size
            drawn = drawn + _drawn_line(to_ring, 0.012)
    return np.asarray(drawn)


def _lines_of_writing(u: Array, v: Array, tall: float) -> Array:
    """Writing on the right of the board that one cannot quite read, 0..1 chalk."""
    right = u - _SCRIPT
    row = np.floor(v / _LINE)
    above_line = v - row * _LINE - 0.055
    stroke = 0.026 * np.sin(right * 75 + 9 * chance(row, 3)) * (0.5 + quick_noise(right * 22, row, 5))
    word = quick_noise(right * 7 + 11 * row, row, 8) > 0.34
    line_end = 0.62 - 0.22 * chance(row, 9)
    written = (right > 0.0) & (right < line_end) & (v > 0.32) & (v < tall - 0.14)
    return np.asarray(0.8 * _drawn_line(above_line - stroke, 0.008) * word * written)


def _chalk(s: Surface) -> Finish:
    """A slate board with a chalk drawing: the sun and the ways of the planets, and lines of writing."""
    u, v = s.local[:, 0], s.local[:, 1]
    tall = BOARD[3] - BOARD[2]
    drawn = _planets(u, v, tall) + _lines_of_writing(u, v, tall)
    grain = 0.45 + 0.9 * quick_fbm(u * 40, v * 40, 6, 2)
    wiped_off = 0.35 * quick_fbm(u * 1.3 + 0.5 * v, v * 3.2, 2, 4) ** 2
    chalk = np.clip(drawn * grain, 0, 1) + 0.30 * wiped_off
    return Finish(mixed(_SLATE, _CHALK, np.clip(chalk, 0, 1).astype(F)), 0.08)


def _blackboard() -> list[Solid]:
    x0, x1, low, high = BOARD
    frame = wood(HONEY, 0, 0.35)
    z = BACK - 0.04
    made = [
        panel(_chalk, (x0, low, z), (x1 - x0, 0, 0), (0, high - low, 0), casts=False),
        joined(
            [
                box(frame, (x0 - 0.07, low - 0.07, z - 0.02), (x1 + 0.07, low, BACK)),
                box(frame, (x0 - 0.07, high, z - 0.02), (x1 + 0.07, high + 0.07, BACK)),
                box(frame, (x0 - 0.07, low, z - 0.02), (x0, high, BACK)),
                box(frame, (x1, low, z - 0.02), (x1 + 0.07, high, BACK)),
                box(frame, (x0, low - 0.07, z - 0.10), (x1, low - 0.045, BACK)),
            ]
        ),
    ]
    chalks = [
        rod(
            plain((0.48, 0.46, 0.42), 0.05),
            (x, low - 0.038, z - 0.07),
            (x + 0.07, low - 0.038, z - 0.06),
            0.007,
            sides=6,
        )
        for x in (-0.9, -0.72, 0.35)
    ]
    made += [
        joined(chalks),
        box(wood(OAK, 0, 0.2), (0.55, low - 0.045, z - 0.09), (0.70, low - 0.0, z - 0.03)),
    ]
    # A clock above the board, a map beside it.
    made += fit.wall_clock((-0.35, 2.86, BACK - 0.005), 0.20)
    made += fit.picture_frame((2.35, 1.82, BACK - 0.01), 1.25, 0.95, _world, colour=(0.12, 0.075, 0.045))
    made += fit.picture_frame((-2.65, 1.85, BACK - 0.01), 0.62, 0.80, _beast, colour=(0.12, 0.075, 0.045))
    return made


def _prints(seed: int) -> list[Solid]:
    """Prints of plants and a shelf of books along the right wall."""
    made: list[Solid] = []

    def plant(number: int) -> Material:
        def paint(s: Surface) -> Finish:
            u, v = s.local[:, 0] - 0.30, s.local[:, 1]
            stem = np.abs(u - 0.03 * np.sin(v * 7 + number)) < 0.007
            # Leaves to the left and right in turn, one every nine centimetres, pointing upwards.
            k = np.floor(v / 0.09)
            side = np.where(np.mod(k, 2) > 0, 1.0, -1.0)
            along, across = (u * side - 0.085) / 0.075, (v - (k + 0.5) * 0.09 - 0.25 * np.abs(u) + 0.02) / 0.030
            leaf = (np.hypot(along, across) < 1) & (v > 0.10) & (v < 0.62)
            # Six petals at the end of the stem.
            high = v - 0.66
            from_bloom = np.hypot(u - 0.03 * math.sin(0.66 * 7 + number), high)
            petal = from_bloom < 0.055 + 0.018 * np.cos(6 * np.arctan2(high, u))
            hue = ((0.30, 0.10, 0.07), (0.30, 0.20, 0.07), (0.16, 0.12, 0.24))[number % 3]
            paper = np.asarray((0.35, 0.31, 0.23), F) * (0.8 + 0.3 * quick_fbm(u * 5, v * 5, 2, 3))[:, None]
            shown = np.where(
                ((stem & (v < 0.66) & (v > 0.06)) | leaf)[:, None], np.asarray((0.09, 0.13, 0.07), F), paper
            )
            return Finish(np.where(petal[:, None], np.asarray(hue, F), shown).astype(F), 0.15)

        return paint

    for k, z in enumerate((-1.85, -0.75, 0.30, 2.72)):
        made += fit.picture_frame(
            (SIDE - 0.01, 1.92, z), 0.60, 0.80, plant(k + seed % 3), wall="X", colour=(0.12, 0.075, 0.045)
        )
    return made


def _world(s: Surface) -> Finish:
    """A faded map of the world in two hemispheres."""
    u, v = s.local[:, 0], s.local[:, 1]
    middle = np.where(u < 0.625, 0.32, 0.93)
    # In the plane of a hemisphere, 1 at its rim.
    x, y = (u - middle) / 0.285, (v - 0.475) / 0.285
    r = np.hypot(x, y)
    land = step(0.50, 0.54, quick_fbm(u * 5.5, v * 5.5, 12, 4))
    hue = mixed((0.16, 0.20, 0.20), (0.30, 0.22, 0.11), land)
    meridian = x / np.sqrt(np.clip(1 - y * y, 0.05, 1))
    net = (np.abs(np.mod(y * 3, 1) - 0.5) > 0.47) | (np.abs(np.mod(meridian * 3, 1) - 0.5) > 0.47)
    hue = hue * np.where(net, 0.7, 1.0)[:, None]
    paper = np.asarray((0.34, 0.29, 0.20), F) * (0.8 + 0.3 * quick_fbm(u * 3, v * 3, 2, 3))[:, None]
    shown = np.where((r < 1)[:, None], hue, paper)
    shown = np.where((np.abs(r - 1.02) < 0.03)[:, None], 0.08, shown)
    return Finish(shown.astype(F), 0.08)


def _beast(s: Surface) -> Finish:
    """A print of a swan on water."""
    u, v = s.local[:, 0] - 0.31, s.local[:, 1] - 0.36
    body = np.hypot(u / 0.17, (v + 0.03 * np.sin(u * 12)) / 0.075) < 1
    neck = np.abs(u + 0.13 + 0.05 * np.sin((v - 0.02) * 14)) < 0.022
    neck = neck & (v > -0.02) & (v < 0.21)
    head = np.hypot((u + 0.165) / 0.045, (v - 0.22) / 0.026) < 1
    water = (v < -0.06) & (np.abs(np.mod(v / 0.035, 1) - 0.5) < 0.14)
    paper = np.asarray((0.32, 0.28, 0.20), F) * (0.8 + 0.3 * quick_fbm(u * 6, v * 6, 2, 3))[:, None]
    shown = np.where((body | neck | head)[:, None], np.asarray((0.46, 0.44, 0.40), F), paper * 0.62)
    shown = np.where(water[:, None], np.asarray((0.08, 0.11, 0.12), F), shown)
    return Finish(shown.astype(F), 0.2)


def _desk(x: float, z: float, seed: int) -> tuple[list[Solid], list[Solid], list[Solid]]:
    """A desk for two with its bench, facing the board: tops, frames and what lies on it."""
    half = 0.62
    top = wood(HONEY, 0, 0.45, across=2, seed=seed % 5, worn=0.5)
    stuff = wood(OAK, 1, 0.3, across=0)
    points = np.array(
        [
            [(x - half, DESK - 0.05, z), (x + half, DESK - 0.05, z)],
            [(x - half, DESK + 0.045, z + 0.40), (x + half, DESK + 0.045, z + 0.40)],
            [(x - half, DESK + 0.045, z + 0.52), (x + half, DESK + 0.045, z + 0.52)],
        ],
        F,
    )
    under = points - np.array([0, 0.035, 0], F)
    edge = np.stack([points[0], under[0]])
    tops = [grid(top, points), grid(top, under), grid(top, edge)]
    for k in (0, 1):
        tops.append(grid(top, np.stack([points[:, k], under[:, k]])))
    tops.append(box(top, (x - half, SEAT - 0.03, z - 0.42), (x + half, SEAT, z - 0.14)))
    frames = []
    for s in (-1, 1):
        a = x + s * (half - 0.09)
        frames += [
            box(stuff, (a - 0.025, 0.05, z + 0.12), (a + 0.025, DESK - 0.02, z + 0.46)),
            box(stuff, (a - 0.025, 0.0, z - 0.40), (a + 0.025, 0.06, z + 0.52)),
            box(stuff, (a - 0.025, 0.05, z - 0.36), (a + 0.025, SEAT - 0.03, z - 0.20)),
        ]
    frames.append(box(stuff, (x - half + 0.07, DESK - 0.22, z + 0.44), (x + half - 0.07, DESK - 0.02, z + 0.46)))
    clutter = []
    for s in (-1, 1):
        clutter.append(
            lathe(
                plain((0.05, 0.05, 0.07), 0.6),
                (x + s * 0.30, DESK + 0.045, z + 0.46),
                [(0.026, 0), (0.026, 0.02), (0.016, 0.022), (0.015, 0.005)],
                sides=10,
            )
        )
    return tops, frames, clutter


def _desks(seed: int) -> list[Solid]:
    tops, frames, wells, books, slates = [], [], [], [], []
    for i, z in enumerate(ROWS):
        for j, x in enumerate(COLUMNS):
            a, b, c = _desk(x, z, 3)
            tops += a
            frames += b
            wells += c
            for k, s in enumerate((-1, 1)):
                number = i * 4 + j * 2 + k
                roll = float(chance(number, seed + 4))
                bx, bz = x + s * 0.30, z + 0.22
                y = DESK + 0.004
                if roll < 0.34:
                    books.append(
                        box(
                            _book,
                            (bx - 0.10, y - 0.01, bz - 0.07),
                            (bx + 0.10, y + 0.038, bz + 0.08),
                            yaw=0.4 * (roll - 0.17),
                        )
                    )
                elif roll < 0.62:
                    tilt = np.array(
                        [
                            [(bx - 0.14, y - 0.030, bz - 0.10), (bx + 0.14, y - 0.030, bz - 0.10)],
                            [(bx - 0.14, y + 0.018, bz + 0.10), (bx + 0.14, y + 0.018, bz + 0.10)],
                        ],
                        F,
                    )
                    slates.append(grid(_slate, tilt, casts=False))
    made = [joined(tops), joined(frames), joined(wells)]
    if books:
        made.append(joined(books))
    if slates:
        made.append(joined(slates))
    return made


def _book(s: Surface) -> Finish:
    """A closed schoolbook: cloth boards and pale edges."""
    hues = np.array([(0.15, 0.05, 0.04), (0.05, 0.08, 0.12), (0.08, 0.10, 0.05), (0.17, 0.12, 0.05)], F)
    number = np.floor(s.p[:, 0] * 3) * 7 + np.floor(s.p[:, 2] * 2)
    hue = hues[(chance(number, 2) * 4).astype(int)]
    pages = (np.abs(s.n[:, 1]) < 0.5) & (s.local[:, 1] > 0.010) & (s.local[:, 1] < 0.040)
    return Finish(np.where(pages[:, None], np.asarray((0.38, 0.34, 0.26), F), hue).astype(F), 0.15)


def _slate(s: Surface) -> Finish:
    """A slate in a wooden frame, with sums on it."""
    u, v = s.local[:, 0], s.local[:, 1]
    edge = np.minimum(np.minimum(u, 0.28 - u), np.minimum(v, 0.205 - v))
    row = np.floor(v / 0.032)
    mark = (quick_noise(u * 90, row * 3, 4) > 0.62) & (np.abs(np.mod(v / 0.032, 1) - 0.5) < 0.30) & (edge > 0.035)
    hue = np.where((edge < 0.018)[:, None], np.asarray((0.20, 0.12, 0.06), F), (0.030, 0.036, 0.040))
    return Finish(np.where(mark[:, None], 0.32, hue).astype(F), 0.15)


def _master() -> tuple[list[Solid], Lamp]:
    """The master's desk with its lamp, globe and books; a chair behind it."""
    x, y, z = MASTER
    stuff = wood((0.135, 0.072, 0.042), 1, 0.38, across=0, seed=6)
    top = wood((0.165, 0.088, 0.050), 0, 0.5, seed=8)
    a, b = 0.75, 0.34
    made = [
        box(top, (x - a - 0.03, MASTER_TOP - 0.04, z - b - 0.03), (x + a + 0.03, MASTER_TOP, z + b + 0.03)),
        box(stuff, (x - a, y, z - b), (x - a + 0.42, MASTER_TOP - 0.04, z + b)),
        box(stuff, (x + a - 0.42, y, z - b), (x + a, MASTER_TOP - 0.04, z + b)),
        box(stuff, (x - a, y + 0.08, z - b + 0.01), (x + a, MASTER_TOP - 0.04, z - b + 0.03)),
    ]
    frames = []
    for k in range(3):
        p, q = x - a + 0.05 + k * 0.49, x - a + 0.05 + k * 0.49 + 0.42
        frames += [
            box(top, (p, y + 0.14, z - b - 0.012), (q, y + 0.17, z - b)),
            box(top, (p, MASTER_TOP - 0.12, z - b - 0.012), (q, MASTER_TOP - 0.09, z - b)),
            box(top, (p, y + 0.14, z - b - 0.012), (p + 0.03, MASTER_TOP - 0.09, z - b)),
            box(top, (q - 0.03, y + 0.14, z - b - 0.012), (q, MASTER_TOP - 0.09, z - b)),
        ]
    made.append(joined(frames))
    lamp_parts, lamp = fit.oil_lamp((x - 0.40, MASTER_TOP, z - 0.02))
    made += lamp_parts
    made += _globe((x + 0.48, MASTER_TOP, z + 0.06))
    hues = ((0.16, 0.05, 0.04), (0.06, 0.09, 0.13), (0.10, 0.11, 0.05))
    for k, hue in enumerate(hues):
        w = 0.13 - 0.012 * k
        made.append(
            box(
                plain(hue, 0.2),
                (x + 0.02 - w, MASTER_TOP + 0.04 * k, z - 0.10),
                (x + 0.02 + w, MASTER_TOP + 0.04 * k + 0.038, z + 0.09),
                yaw=0.15 * (k - 1),
            )
        )
    made += fit.chair((x - 0.1, STEP, z + 0.62), 0.2)
    return made, lamp


def _globe(foot: Vec3) -> list[Solid]:
    x, y, z = foot

    def world(s: Surface) -> Finish:
        d = s.local / (np.linalg.norm(s.local, axis=1, keepdims=True) + 1e-6)
        land = step(0.50, 0.55, quick_fbm(d[:, 0] * 2.6 + d[:, 2] * 1.4, d[:, 1] * 2.6 + d[:, 2], 9, 4))
        return Finish(mixed((0.07, 0.115, 0.135), (0.30, 0.215, 0.10), land), 0.55)

    brass = metal(fit.BRASS, 0.6)
    angle = np.linspace(-1.9, 1.9, 17)
    arc = np.stack([x + 0.195 * np.cos(angle), y + 0.30 + 0.195 * np.sin(angle), z + 0 * angle], -1)
    return [
        ball(world, (x, y + 0.30, z), 0.17, rings=16, sides=24),
        tube(brass, arc, 0.009, sides=6),
        lathe(
            wood((0.10, 0.055, 0.032), 1, 0.5, across=0),
            foot,
            [(0.12, 0), (0.115, 0.02), (0.03, 0.045), (0.022, 0.11), (0.0, 0.12)],
            sides=16,
        ),
    ]


def _stove() -> tuple[list[Solid], Lamp]:
    """The stove at the right wall, and its coal scuttle."""
    x, _, z = STOVE
    parts, fire = fit.stove(STOVE, math.pi / 2, ceiling=CEILING)
    parts.append(
        lathe(
            iron((0.06, 0.05, 0.045), 0.5), (x - 0.25, 0, z - 0.85), [(0.11, 0), (0.15, 0.16), (0.17, 0.26)], sides=16
        )
    )
    coal = plain((0.02, 0.02, 0.022), 0.4, vary=0.8, scale=30)
    parts.append(ball(coal, (x - 0.25, 0.22, z - 0.85), (0.14, 0.06, 0.14), rings=8, sides=12))
    return parts, fire


def _windows() -> list[Solid]:
    made: list[Solid] = []
    paint = plain((0.26, 0.26, 0.245), 0.3, vary=0.1)
    for a, b in WINDOWS:
        parts = fit.window(
            0.006,
            a,
            b,
            SILL,
            HEAD,
            depth=0.34,
            reveal=plaster((0.30, 0.285, 0.235), stain=0.0),
            frame=paint,
            columns=3,
            rows=4,
        )
        made += fit.placed(parts, (-SIDE, 0, 0), -math.pi / 2)
    made.append(panel(_yard, (-18, -3, -40), (0, 0, 80), (0, 11, 0), cut=_trees, casts=False))
    return made


def _yard(s: Surface) -> Finish:
    """Trees of the school yard in moonlit mist."""
    y = s.p[:, 1]
    mist = np.exp(-(((y + 0.5) / 1.9) ** 2)) * (0.6 + 0.8 * quick_fbm(s.p[:, 2] * 0.25, y * 0.5, 3, 3))
    shine = (0.010 + 0.026 * mist)[:, None] * np.array([0.9, 1.0, 1.0], F)
    return Finish(np.zeros((len(y), 3), F), emission={"moon": shine.astype(F)})


def _trees(local: Array) -> Mask:
    x, y = local[:, 0], local[:, 1] - 3.0
    crown = np.zeros_like(x)
    for k in range(9):
        middle, half, tall = (
            4 + 9 * k + 3 * float(chance(k, 2)),
            3.4 + 1.5 * float(chance(k, 3)),
            3.6 + 2.6 * float(chance(k, 4)),
        )
        crown = np.maximum(crown, tall * np.sqrt(np.clip(1 - ((x - middle) / half) ** 2, 0, 1)))
    ragged = 0.8 * crown - 0.5 * (quick_fbm(x * 2.4, y * 2.4, 2, 4) - 0.5)
    return np.asarray(y < 0.9 + 0.3 * quick_noise(x * 0.6, 0 * x, 4) + ragged)


def _back_of_class(seed: int) -> list[Solid]:
    """Pegs with coats, a shelf with lanterns and satchels, the door with a lit pane."""
    stuff = wood((0.12, 0.070, 0.042), 1, 0.3, across=0)
    x0, x1 = DOOR
    made = [
        joined(
            [
                box(stuff, (x0, 0, FRONT - 0.04), (x1, 1.15, FRONT + 0.02)),
                box(stuff, (x0, 1.95, FRONT - 0.04), (x1, 2.08, FRONT + 0.02)),
                box(stuff, (x0, 1.15, FRONT - 0.04), (x0 + 0.12, 1.95, FRONT + 0.02)),
                box(stuff, (x1 - 0.12, 1.15, FRONT - 0.04), (x1, 1.95, FRONT + 0.02)),
                box(stuff, ((x0 + x1) / 2 - 0.015, 1.15, FRONT - 0.03), ((x0 + x1) / 2 + 0.015, 1.95, FRONT)),
                box(stuff, (x0 - 0.1, 0, FRONT), (x0, 2.18, FRONT + 0.05)),
                box(stuff, (x1, 0, FRONT), (x1 + 0.1, 2.18, FRONT + 0.05)),
                box(stuff, (x0 - 0.1, 2.08, FRONT), (x1 + 0.1, 2.20, FRONT + 0.06)),
            ]
        ),
        panel(_passage, (x0 - 0.3, 0.9, FRONT - 0.25), (x1 - x0 + 0.6, 0, 0), (0, 1.4, 0), casts=False),
        ball(metal(fit.BRASS, 0.6), (x0 + 0.06, 1.0, FRONT + 0.06), 0.03),
        box(wood(OAK, 0, 0.3), (-3.2, 1.52, FRONT), (1.1, 1.62, FRONT + 0.025)),
        box(wood(OAK, 0, 0.3), (-3.2, 1.78, FRONT), (1.1, 1.81, FRONT + 0.24)),
    ]
    hues = (
        (0.055, 0.070, 0.105),
        (0.13, 0.055, 0.045),
        (0.075, 0.085, 0.060),
        (0.115, 0.090, 0.060),
        (0.085, 0.060, 0.075),
    )
    pegs = []
    for k in range(9):
        x = -2.95 + 0.48 * k
        pegs.append(rod(metal(fit.BRASS, 0.5), (x, 1.57, FRONT + 0.02), (x, 1.60, FRONT + 0.11), 0.010, sides=6))
        if float(chance(k, seed + 2)) < 0.62:
            u, v = np.meshgrid(np.linspace(-1, 1, 17), np.linspace(0, 1, 9))
            wide = 0.06 + 0.15 * np.sqrt(1 - v) + 0.02 * np.sin(9 * u)
            points = np.stack(
                [x + wide * u, 0.72 + 0.86 * v, FRONT + 0.10 + 0.045 * np.cos(u * 5) * (1.2 - v) - 0.06 * u**2], -1
            )
            made.append(grid(cloth(hues[k % 5], 40, thin=0.0, seed=k), points.astype(F)))
    made.append(joined(pegs))
    made.append(
        joined(
            [
                box(
                    _book,
                    (-2.9 + 0.5 * k, 1.81, FRONT + 0.03),
                    (-2.9 + 0.5 * k + 0.2, 1.81 + 0.05 + 0.06 * (k % 3), FRONT + 0.2),
                )
                for k in range(8)
            ]
        )
    )
    return made


def _passage(s: Surface) -> Finish:
    """Warm light of a passage behind frosted glass."""
    far = np.hypot(s.local[:, 0] - 0.95, s.local[:, 1] - 0.9)
    shine = 0.10 + 0.42 * np.exp(-((far / 0.35) ** 2))
    return Finish(np.full((len(far), 3), 0.05, F), emission={"hall": np.repeat(shine[:, None], 3, 1).astype(F)})


def _pendants() -> list[Solid]:
    """Two lamps of milk glass hang unlit."""
    made = []
    for z in (-1.6, 2.35):
        made += [
            rod(iron(), (0, CEILING, z), (0, 2.86, z), 0.010, casts=False),
            ball(plain((0.40, 0.40, 0.38), 0.6, vary=0.05), (0, 2.72, z), (0.16, 0.14, 0.16)),
            lathe(metal(fit.BRASS, 0.5), (0, 2.84, z), [(0.06, 0), (0.05, 0.03), (0.0, 0.05)], sides=12),
        ]
    return made


def solids(seed: int) -> Scenery:
    """The schoolroom for a seed: what lies on the desks, which pegs hold coats."""
    master, lamp = _master()
    stove, fire = _stove()
    parts = (
        _shell()
        + _blackboard()
        + _prints(seed)
        + _desks(seed)
        + master
        + stove
        + _windows()
        + _back_of_class(seed)
        + _pendants()
    )
    sources: tuple[Source, ...] = (
        Lamp("key", lamp.position, 2.5, 0.08, shade=lamp.shade, bounce=0.085, reach=3.2, skin=0.36),
        fire,
        Sun("moon", (-0.80, 0.62, -0.12), 3.0, dust=0.018, dust_reach=8.0),
        *(
            Pane("moon", (-SIDE - 0.1, SILL, a), (0, 0, b - a), (0, HEAD - SILL, 0), 0.50, shadow=0.0)
            for a, b in WINDOWS
        ),
        Lamp("hall", (2.05, 1.7, FRONT + 0.25), 0.28, 0.2, shadow=0.0, bounce=0.05, reach=1.6),
    )
    return Scenery(tuple(parts), sources, ("key", "fire", "moon", "hall"), sky_open=False)


def light(atmosphere: Atmosphere) -> PlaceLight:
    """The master's lamp and the stove burn; the windows follow the hour."""
    outside = hour_light(atmosphere)
    cosy = 1.0 + 0.15 * atmosphere.warmth
    return PlaceLight(
        {
            "key": life.scaled((1.0, 0.56, 0.23), cosy),
            "fire": life.scaled((1.1, 0.40, 0.115), cosy),
            "moon": outside.window,
            "hall": life.scaled((1.0, 0.50, 0.19), cosy),
        },
        night_palette(outside, key=(1.0, 0.54, 0.20), rim=(0.018, 0.024, 0.042)),
        outside.stage,
    )


def flicker(group: str, t: float) -> float:
    """The stove breathes, the lamp hardly does."""
    if group == "fire":
        return life.fire_flicker(t, 2, 0.15)
    return life.fire_flicker(t, 6, 0.03) if group == "key" else 1.0


def small_life(moment: PlaceMoment) -> tuple[Form, ...]:
    """Chalk dust in the moonlight and about the lamp."""
    lamp, moon = moment.light.tints["key"], moment.light.tints["moon"]
    f, t = moment.framing, moment.t
    x, _, z = MASTER
    return (
        life.dust(
            f, t, moment.seed, ((0.4, 0.9, 2.4), (2.6, 2.4, 4.2)), (x - 0.4, MASTER_TOP + 0.3, z),
            life.scaled(lamp, 0.5), count=200,
        ),
        life.dust(
            f, t, moment.seed + 1, ((-3.3, 0.5, -1.5), (0.0, 2.8, 3.0)), (-1.8, 1.6, 0.6), life.scaled(moon, 0.45),
            count=320, reach=2.2, size=0.008,
        ),
    )  # fmt: skip


PLACE = Place(
    name="classroom",
    framings=(
        Framing(
            "class",
            (0.10, 1.58, -2.75),
            -0.02,
            1.52,
            0.06,
            Move(push=0.04),
            calm=(CalmSpot(-0.85, 0.64, 0.26), CalmSpot(1.35, 0.6)),
        ),
        Framing(
            "master",
            (-0.55, 1.72, 3.95),
            2.86,
            1.30,
            0.10,
            Move(drift=0.04),
            calm=(CalmSpot(1.25, 0.6), CalmSpot(0.15, 0.5, 0.24)),
        ),
        Framing(
            "window",
            (1.15, 1.22, -1.15),
            -0.78,
            1.35,
            0.02,
            Move(drift=-0.03),
            calm=(CalmSpot(-0.04, 0.64, 0.26), CalmSpot(1.3, 0.6)),
        ),
    ),
    anchors=(
        Anchor(
            "aisle",
            (-0.22, 0.0, 1.05),
            "floor",
            1.9,
            "hero",
            ("class", "master"),
            0.5,
            ("stand", "walk", "look", "come"),
        ),
        Anchor(
            "before_board",
            (-0.30, STEP, 3.75),
            "floor",
            1.9,
            "hero",
            ("class",),
            0.4,
            ("teach", "write", "draw", "explain", "stand"),
        ),
        Anchor(
            "bench_left",
            (COLUMNS[0] + 0.30, SEAT, ROWS[1] - 0.28),
            "seat",
            1.9,
            "hero",
            ("class", "master"),
            math.pi,
            ("sit", "learn", "read", "write", "study", "listen"),
        ),
        Anchor(
            "bench_right",
            (COLUMNS[1] - 0.30, SEAT, ROWS[2] - 0.28),
            "seat",
            1.9,
            "companion",
            ("class", "master"),
            math.pi,
            ("sit", "learn", "read", "write", "listen"),
        ),
        Anchor(
            "at_window",
            (-2.75, 0.0, 1.35),
            "floor",
            1.9,
            "hero",
            ("window",),
            1.2,
            ("look", "stand", "dream", "wait", "gaze"),
            smallest=1.1,
        ),
        Anchor(
            "floor_stove",
            (2.20, 0.0, 1.15),
            "floor",
            0.9,
            "companion",
            ("class",),
            0.6,
            ("sleep", "curl", "lie", "warm"),
            ("cat", "dog"),
        ),
        Anchor(
            "desk_left",
            (COLUMNS[0] + 0.10, DESK + 0.02, ROWS[1] + 0.33),
            "top",
            0.40,
            "companion",
            ("class", "window"),
            holds=("book", "paper", "ink"),
        ),
        Anchor(
            "desk_right",
            (COLUMNS[1] - 0.18, DESK + 0.02, ROWS[1] + 0.33),
            "top",
            0.40,
            "companion",
            ("class",),
            holds=("book", "paper", "box"),
        ),
        Anchor(
            "master_desk",
            (MASTER[0] - 0.10, MASTER_TOP, MASTER[2] - 0.20),
            "top",
            0.40,
            "hero",
            ("class",),
            holds=("bell", "hourglass", "fruit", "candle"),
        ),
        Anchor(
            "sill",
            (-SIDE - 0.10, SILL, 2.30),
            "top",
            0.40,
            "companion",
            ("window", "class"),
            holds=("flower", "bird", "cactus", "jar"),
        ),
        Anchor(
            "beam",
            (-1.15, CEILING - 0.22, 1.70),
            "hang",
            0.9,
            "companion",
            ("class", "master"),
            holds=("kite", "lantern", "planet"),
        ),
        Anchor("outside", (-17.0, 1.2, 12.5), "view", 5.0, "backdrop", ("class", "window")),
        Anchor("air", (-0.85, 2.25, 2.2), "air", 0.8, "companion", ("class", "master")),
    ),
    solids=solids,
    light=light,
    life=small_life,
    flicker=flicker,
    ground_at=lambda x, z: STEP if z > STAGE else 0.0,
)
