"""A balcony above a valley town by night: roofs and lit windows step down to a river with a bridge of lamps.

The balcony lies by the eye (z 0), its tiles at height 0; behind it on the left stands the house with an open door. The
town lies 10 to 31 m below, from z 26 to z 240, hills beyond. Groups of light: "lamp" (the balcony's lamp and the room),
"town" (windows and street lamps), "moon", and "far" (mist and the distance).
"""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from dreamplayer.drawing import place_life as life
from dreamplayer.drawing.place import Place, PlaceLight, PlaceMoment
from dreamplayer.drawing.place_light import hour_light, night_palette
from dreamplayer.drawing.primitives import Dots, Form, f32
from dreamplayer.drawing.solids import landscape as land
from dreamplayer.drawing.solids import materials as mat
from dreamplayer.drawing.solids.furniture import chair
from dreamplayer.drawing.solids.shapes import ball, box, grid, joined, lathe, panel, rod, terrain, tube
from dreamplayer.drawing.solids.solid import (
    Array,
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
from dreamplayer.kit.hashing import uniform
from dreamplayer.kit.noise import quick_fbm, quick_noise
from dreamplayer.model.atmosphere import Atmosphere
from dreamplayer.model.place import Anchor, CalmSpot, Framing, Move
from dreamplayer.model.stage import Vec3

MOON = (0.36, 0.33, 0.87)
FRONT = 6.2
"""Distance of the balustrade."""
WALL = -2.9
"""The house's wall on the left, metres across."""
RIGHT = 4.3
RAIL = 0.98
LAMP: Vec3 = (-2.45, 2.55, 4.6)
TABLE: Vec3 = (1.9, 0.74, 5.0)
DEEP = -31.0
"""Height of the valley's floor."""
_RIVER = 150.0


def valley(x: Array, z: Array) -> Array:
    """Height of the town's ground: a slope that steps down to the river, and up again behind it."""
    down = np.clip((z - 14.0) / 120.0, 0, 1)
    near = -9.0 + (DEEP + 9.0) * (1 - (1 - down) ** 1.35)
    far = 0.30 * np.clip(z - 175.0, 0, None) * (0.7 + 0.7 * quick_fbm(x * 0.008, z * 0.008, 5, 3))
    sides = 0.0008 * np.clip(np.abs(x) - 60.0, 0, None) ** 2
    bed = -1.6 * np.exp(-(((z - stream(x)) / 9.0) ** 4))
    return np.asarray(near + far + sides + bed, F)


def stream(x: Array) -> Array:
    """Where the river runs, as distance for metres across."""
    x = np.asarray(x, F)
    return np.asarray(_RIVER + 16.0 * np.sin(x * 0.016 + 0.4), F)


def _ground(s: Surface) -> Finish:
    """Gardens and lanes between the houses; lit streets; the river's dark band that mirrors the sky a little."""
    x, z = s.p[:, 0], s.p[:, 2]
    turf = mat.turf((0.036, 0.042, 0.026), 3)(s)
    off = np.abs(z - stream(x))
    water = mat.step(9.5, 8.0, off) * mat.step(130, 100, np.abs(x))
    ripple = quick_fbm(x * 0.10, z * 0.55, 8, 3)
    lamps = np.exp(-(((np.mod(x + 5.0, 13.0) - 6.5) / 1.3) ** 2)) * np.exp(-(((off - 5.5) / 3.2) ** 2))
    glow = (0.50 * lamps * water * (0.3 + ripple))[:, None] * np.asarray((0.85, 0.45, 0.17), F)
    sheen = (water * (0.012 + 0.020 * ripple))[:, None] * np.asarray((0.7, 0.85, 1.2), F)
    wood = mat.step(0.46, 0.60, quick_fbm(x * 0.045, z * 0.045, 12, 4)) * (0.6 + 0.4 * quick_noise(x * 0.5, z * 0.5, 4))
    green = mat.mixed(turf.albedo, (0.012, 0.018, 0.014), wood.astype(F))
    albedo = mat.mixed(green, (0.010, 0.012, 0.016), water.astype(F))
    return Finish(albedo, 0.05, emission={"town": glow.astype(F), "far": sheen.astype(F)}, normal=turf.normal)


def _house_fronts(seed: int) -> Material:
    """Fronts of the town's houses, from local coordinates: metres along, metres up, number of the house."""

    def material(s: Surface) -> Finish:
        u, v, number = s.local[:, 0], s.local[:, 1], np.floor(s.local[:, 2] + 0.5)
        own = mat.chance(number, 3)
        hues = np.asarray(((0.21, 0.17, 0.12), (0.19, 0.155, 0.135), (0.22, 0.145, 0.10), (0.16, 0.15, 0.14)), F)
        base = hues[(own * 4).astype(int) % 4]
        k = 0.6 + 0.7 * quick_fbm(u * 0.6 + 9 * own, v * 0.6, 4, 3)
        column, row = np.floor(u / 2.1), np.floor(v / 2.9)
        fu, fv = np.mod(u, 2.1) / 2.1 - 0.5, np.mod(v, 2.9) / 2.9
        pane = (np.abs(fu) < 0.19) & (fv > 0.34) & (fv < 0.76)
        bars = (np.abs(fu) < 0.016) | (np.abs(fv - 0.56) < 0.012)
        lit = mat.chance(number * 71 + column * 13 + row * 5, seed) < 0.42
        warm = mat.chance(number * 31 + column * 17 + row * 3, seed + 4)
        strength = 0.75 + 0.85 * mat.chance(number * 11 + column * 5 + row, seed + 2)
        light = np.where(pane & ~bars & lit, strength, 0.0)[:, None] * (
            np.asarray((0.95, 0.55, 0.22), F) * (1 - 0.5 * warm[:, None])
            + np.asarray((0.80, 0.34, 0.11), F) * (0.5 * warm[:, None])
        )
        albedo = base * k[:, None]
        albedo[pane] = (0.012, 0.014, 0.020)
        return Finish(albedo.astype(F), 0.05, emission={"town": light.astype(F)})

    return material


def _town(seed: int) -> list[Solid]:
    """Some two hundred houses in rows that follow the slope, with gables and chimneys; a church with a tall spire."""
    front, slate = _house_fronts(seed), mat.masonry((0.080, 0.052, 0.042), 0.5, 0.45, 5)
    walls: list[Array] = []
    wall_local: list[Array] = []
    roofs: list[Array] = []
    chimneys: list[Solid] = []
    number = 0
    rows = [26 + 10.5 * k + 0.055 * k**2 * 10 for k in range(11)] + [174.0, 186.0, 199.0, 214.0, 231.0]
    for j, z0 in enumerate(rows):
        x = -0.85 * z0 - 14 + 7 * float(mat.chance(j, seed))
        while x < 0.85 * z0 + 14:
            number += 1
            c = [float(mat.chance(number, seed + k)) for k in range(30, 38)]
            wide, deep = 6.0 + 5.0 * c[0], 6.5 + 2.0 * c[1]
            gap = 0.5 + (5.0 * c[2] if c[3] > 0.55 else 0.0)
            z = z0 + 3.4 * (c[4] - 0.5)
            off = abs(z + deep / 2 - float(stream(np.array([x]))[0]))
            if off < 14 or (abs(x - _CHURCH[0]) < 15 and abs(z - _CHURCH[2]) < 14):
                x += wide + gap
                continue
            y = float(valley(np.array([x + wide / 2], F), np.array([z], F))[0])
            tall, rise = 4.6 + 3.4 * c[5], 2.6 + 1.6 * c[6]
            a, b = x, x + wide
            low, top = y - 4.0, y + tall
            along = c[7] > 0.4
            for corners, start in (
                (((a, z), (b, z)), 0.0),
                (((a, z + deep), (a, z)), 1.0),
                (((b, z), (b, z + deep)), 2.0),
            ):
                (px, pz), (qx, qz) = corners
                length = math.hypot(qx - px, qz - pz)
                walls.append(np.array([[(px, low, pz), (qx, low, qz)], [(px, top, pz), (qx, top, qz)]]))
                wall_local.append(
                    np.array(
                        [
                            [(40 * start, 0, number), (40 * start + length, 0, number)],
                            [(40 * start, tall + 4, number), (40 * start + length, tall + 4, number)],
                        ]
                    )
                )
            if along:
                ridge = ((a - 0.3, top + rise, z + deep / 2), (b + 0.3, top + rise, z + deep / 2))
                eaves = [
                    ((a - 0.3, top - 0.2, z - 0.4), (b + 0.3, top - 0.2, z - 0.4)),
                    ((a - 0.3, top - 0.2, z + deep + 0.4), (b + 0.3, top - 0.2, z + deep + 0.4)),
                ]
            else:
                ridge = ((x + wide / 2, top + rise, z - 0.3), (x + wide / 2, top + rise, z + deep + 0.3))
                eaves = [
                    ((a - 0.4, top - 0.2, z - 0.3), (a - 0.4, top - 0.2, z + deep + 0.3)),
                    ((b + 0.4, top - 0.2, z - 0.3), (b + 0.4, top - 0.2, z + deep + 0.3)),
                ]
                middle = (x + wide / 2, top + rise - 0.1, z)
                walls.append(np.array([[(a, top, z), (b, top, z)], [middle, middle]]))
                wall_local.append(
                    np.array(
                        [[(0, tall + 4, number), (wide, tall + 4, number)], [(wide / 2, tall + 4 + rise, number)] * 2]
                    )
                )
            roofs += [np.array([edge, ridge]) for edge in eaves]
            if c[2] > 0.3 and z < 120:
                cx = x + wide * (0.25 + 0.5 * c[0])
                chimneys.append(
                    box(
                        mat.brick((0.13, 0.075, 0.055)),
                        (cx, top + 0.2, z + deep * 0.55),
                        (cx + 0.7, top + rise + 0.9, z + deep * 0.55 + 0.7),
                    )
                )
            x += wide + gap
    return [
        joined([grid(front, w.astype(F), local=q.astype(F)) for w, q in zip(walls, wall_local, strict=True)]),
        joined([grid(slate, r.astype(F)) for r in roofs]),
        joined(chimneys),
    ]


_CHURCH: Vec3 = (-24.0, 0.0, 92.0)


def _church() -> list[Solid]:
    x, _, z = _CHURCH
    y = float(valley(np.array([x], F), np.array([z], F))[0])
    stone = mat.masonry((0.21, 0.185, 0.155), 0.6, 1.2, 3)
    lit = land.lit_windows(
        stone,
        "town",
        [4.0],
        [3.0, 6.8, 10.6, 14.4],
        width=1.3,
        height=4.6,
        share=1.0,
        seed=3,
        colour=(0.75, 0.42, 0.18),
    )
    clock = mat.glow("town", (0.75, 0.62, 0.42))
    copper = mat.plain((0.060, 0.105, 0.092), 0.2, vary=0.35, scale=0.8)
    nave = [
        panel(lit, (x + 4.0, y - 3, z), (17.5, 0, 0), (0, 12.5, 0)),
        grid(
            mat.masonry((0.080, 0.056, 0.046), 0.5, 0.45, 7),
            np.array(
                [
                    [(x + 3.6, y + 9.2, z - 0.6), (x + 22.0, y + 9.2, z - 0.6)],
                    [(x + 3.6, y + 16.0, z + 5.0), (x + 22.0, y + 16.0, z + 5.0)],
                ],
                F,
            ),
        ),
    ]
    return [
        *nave,
        box(stone, (x - 3.2, y - 4, z - 1.0), (x + 4.0, y + 24.0, z + 6.2)),
        lathe(
            copper,
            (x + 0.4, y + 24.0, z + 2.6),
            [(5.2, -0.4), (3.4, 2.4), (1.6, 4.2), (1.9, 5.6), (1.7, 7.0), (0.8, 8.8), (0.30, 15.0), (0.0, 21.0)],
            sides=8,
        ),
        ball(clock, (x + 0.4, y + 20.0, z - 1.02), (1.35, 1.35, 0.06), rings=8, sides=20, casts=False),
    ]


def _stone_bridge() -> list[Solid]:
    """The bridge over the river, with lamps."""
    x = 26.0
    z = float(stream(np.array([x]))[0])
    stone = mat.masonry((0.19, 0.165, 0.135), 0.5, 1.1, 5)
    low, deck = DEEP - 2.0, DEEP + 4.6

    def arches(local: Array) -> Mask:
        u, v = local[:, 0], local[:, 1]
        q = np.mod(u, 8.6) - 4.3
        return np.asarray(~((np.hypot(q, np.maximum(v - 1.6, 0) * 1.05) < 3.4) & (u > 2) & (u < 32)))

    made = [
        panel(stone, (x, low, z - 17.0), (4.0, 0, 34.0), (0, deck + 0.9 - low, 0), cut=arches),
        panel(stone, (x + 5.0, low, z - 17.0), (4.0, 0, 34.0), (0, deck + 0.9 - low, 0), cut=arches),
        grid(
            stone,
            np.array(
                [
                    [(x, deck, z - 17.0), (x + 5.0, deck, z - 17.0)],
                    [(x + 4.0, deck, z + 17.0), (x + 9.0, deck, z + 17.0)],
                ],
                F,
            ),
        ),
    ]
    globes = [
        ball(
            mat.glow("town", (1.2, 0.85, 0.45)),
            (x + 4.0 * q + s, deck + 4.2, z - 17.0 + 34.0 * q),
            0.42,
            rings=5,
            sides=8,
            casts=False,
        )
        for q in np.linspace(0.05, 0.95, 6)
        for s in (0.2, 4.8)
    ]
    return [*made, joined(globes)]


def _lamps_of_streets(seed: int) -> Solid:
    """Street lamps of the town, as small lights at true height."""
    n = 150
    u = uniform(seed, 55, 2 * n).reshape(n, 2)
    z = 24.0 + 200.0 * u[:, 0]
    x = (u[:, 1] - 0.5) * 1.7 * (z + 18)
    y = valley(x.astype(F), z.astype(F)) + 3.4
    size = 0.16 + 0.0012 * z
    glow = mat.glow("town", (1.15, 0.72, 0.33))
    return joined(
        [
            ball(glow, (float(x[k]), float(y[k]), float(z[k])), float(size[k]), rings=4, sides=6, casts=False)
            for k in range(n)
        ]
    )


def _balustrade() -> list[Solid]:
    stone = mat.masonry((0.245, 0.215, 0.175), 0.6, 1.3, 7, moss=0.1)
    iron = mat.iron((0.040, 0.042, 0.044), 0.4)
    bars: list[Solid] = []
    for x in np.arange(WALL + 0.42, RIGHT - 0.2, 0.135):
        bars.append(rod(iron, (float(x), 0.05, FRONT), (float(x), RAIL - 0.03, FRONT), 0.011, sides=5))
    for z in np.arange(-0.9, FRONT - 0.2, 0.135):
        bars.append(rod(iron, (RIGHT, 0.05, float(z)), (RIGHT, RAIL - 0.03, float(z)), 0.011, sides=5))
    for h in (0.12, 0.80):
        bars.append(rod(iron, (WALL, h, FRONT), (RIGHT, h, FRONT), 0.016, sides=6))
        bars.append(rod(iron, (RIGHT, h, -1.5), (RIGHT, h, FRONT), 0.016, sides=6))
    ring = np.linspace(0, math.tau, 15)
    for x in np.arange(WALL + 0.62, RIGHT - 0.2, 0.405):
        loop = np.stack([float(x) + 0.061 * np.cos(ring), 0.875 + 0.061 * np.sin(ring), 0 * ring + FRONT], -1)
        bars.append(tube(iron, loop, 0.008, sides=4))
    timber = mat.wood((0.120, 0.072, 0.042), 0, 0.3, across=2)
    solid = [
        box(stone, (WALL - 1, -3.0, -3.0), (RIGHT + 0.25, -0.22, FRONT + 0.22)),
        box(stone, (WALL - 1, -0.22, FRONT - 0.20), (RIGHT + 0.25, 0.035, FRONT + 0.22)),
        box(stone, (RIGHT - 0.20, -0.22, -3.0), (RIGHT + 0.25, 0.035, FRONT)),
        box(stone, (RIGHT - 0.17, 0.0, FRONT - 0.17), (RIGHT + 0.17, 1.10, FRONT + 0.17)),
        box(stone, (WALL, 0.0, FRONT - 0.17), (WALL + 0.30, 1.10, FRONT + 0.17)),
    ]
    rails = [
        box(timber, (WALL, RAIL - 0.045, FRONT - 0.045), (RIGHT, RAIL, FRONT + 0.045)),
        box(timber, (RIGHT - 0.045, RAIL - 0.045, -1.5), (RIGHT + 0.045, RAIL, FRONT)),
    ]
    return [joined(bars), joined(solid), joined(rails), ball(stone, (RIGHT, 1.27, FRONT), 0.19, rings=9, sides=14)]


def _wall() -> list[Solid]:
    """The house's wall with an open glazed door, a lamp on a bracket, and a vine."""
    plaster = mat.plaster((0.27, 0.215, 0.150), stain=0.35)
    frame = mat.wood((0.085, 0.105, 0.090), 1, 0.25, across=2)

    def opening(local: Array) -> Mask:
        # Local coordinates: metres along z from -3, metres up.
        z, y = local[:, 0] - 3.0, local[:, 1] - 0.0
        return np.asarray(~((z > 2.1) & (z < 3.5) & (y < 2.45)))

    room = mat.plain((0.20, 0.15, 0.10), vary=0.2)

    def curtain_light(s: Surface) -> Finish:
        u, v = s.local[:, 0], s.local[:, 1]
        glow = 0.30 + 0.55 * np.exp(-(((u - 0.8) / 0.6) ** 2 + ((v - 1.5) / 0.8) ** 2))
        fold = 0.8 + 0.2 * np.sin(u * 34 + 2 * np.sin(v))
        return Finish(
            np.full((len(u), 3), 0.2, F),
            0.0,
            emission={"lamp": ((glow * fold)[:, None] * np.asarray((0.44, 0.36, 0.27), F)).astype(F)},
        )

    parts = [
        panel(plaster, (WALL, 0.0, -3.0), (0, 0, FRONT + 3.3), (0, 5.2, 0), cut=opening),
        box(room, (WALL - 1.6, 0.0, 1.7), (WALL - 0.02, 2.7, 3.9), faces="xyYzZ"),
        panel(curtain_light, (WALL - 0.8, 0.02, 2.0), (0, 0, 1.6), (0, 2.5, 0), casts=False),
        joined(
            [
                box(frame, (WALL - 0.06, 0.0, 2.02), (WALL + 0.07, 2.53, 2.12)),
                box(frame, (WALL - 0.06, 0.0, 3.48), (WALL + 0.07, 2.53, 3.58)),
                box(frame, (WALL - 0.06, 2.43, 2.02), (WALL + 0.07, 2.53, 3.58)),
            ]
        ),
    ]
    leaf = [
        box(frame, (WALL + a, b, 3.56), (WALL + c, d, 3.62))
        for a, b, c, d in (
            (0.02, 0.0, 0.10, 2.43),
            (0.62, 0.0, 0.70, 2.43),
            (0.02, 0.0, 0.70, 0.5),
            (0.02, 2.33, 0.70, 2.43),
            (0.02, 1.40, 0.70, 1.46),
            (0.34, 0.5, 0.38, 2.4),
        )
    ]
    parts += [joined(leaf)]
    x, y, z = LAMP
    iron = mat.iron((0.03, 0.028, 0.027), 0.4)
    parts += [
        tube(
            iron,
            [(WALL, y + 0.30, z), (x - 0.1, y + 0.42, z), (x, y + 0.36, z), (x, y + 0.22, z)],
            0.018,
            sides=6,
            casts=False,
        ),
        lathe(iron, LAMP, [(0.17, 0.12), (0.12, 0.20), (0.03, 0.26), (0.0, 0.27)], sides=10, casts=False),
        lathe(
            mat.glow("lamp", (1.2, 1.0, 0.75)), LAMP, [(0.07, -0.22), (0.14, 0.11), (0.0, 0.12)], sides=10, casts=False
        ),
    ]
    return parts


def _furniture(seed: int) -> list[Solid]:
    """A small round table with a chair, a long chair, pots with a lemon tree and herbs."""
    iron = mat.iron((0.045, 0.050, 0.048), 0.35)
    tx, ty, tz = TABLE
    made = [
        lathe(
            mat.tiles((0.20, 0.185, 0.16), 0.12, 0.05, 0.5),
            (tx, 0.0, tz),
            [(0.0, ty), (0.42, ty), (0.42, ty - 0.035), (0.0, ty - 0.04)],
            sides=28,
        ),
        lathe(
            iron,
            (tx, 0.0, tz),
            [(0.26, 0.0), (0.24, 0.03), (0.035, 0.10), (0.03, ty - 0.06), (0.20, ty - 0.035)],
            sides=14,
        ),
    ]
    made += chair((tx - 0.85, 0.0, tz - 0.10), -1.25)
    clay = mat.plain((0.215, 0.105, 0.062), 0.08, vary=0.3, scale=9)
    pots = ((3.75, 5.65, 0.26, 0.46), (3.85, 4.3, 0.20, 0.34), (-2.5, 5.65, 0.24, 0.42), (3.9, 3.2, 0.24, 0.40))
    for k, (x, z, r, h) in enumerate(pots):
        made.append(
            lathe(
                clay,
                (x, 0.0, z),
                [
                    (r * 0.62, 0.0),
                    (r, h),
                    (r * 1.12, h),
                    (r * 1.12, h * 0.86),
                    (r * 0.9, h * 0.84),
                    (r * 0.9, h * 0.92),
                    (0.0, h * 0.92),
                ],
                sides=18,
            )
        )
        if k == 0:
            made += land.tree(
                (x, h * 0.8, z), 1.75, seed=seed % 5 + 3, masses=4, sprays=80, spread=0.40, girth=0.035, clear=0.42
            )
            made.append(
                joined(
                    [
                        ball(
                            mat.plain((0.36, 0.27, 0.05), 0.3),
                            (x + 0.42 * math.cos(2.4 * j), 1.35 + 0.22 * math.sin(5 * j), z + 0.42 * math.sin(2.4 * j)),
                            0.05,
                            rings=6,
                            sides=8,
                        )
                        for j in range(9)
                    ]
                )
            )
        else:
            made += land.bush((x, h * 0.75, z), r * 1.45, seed=seed % 7 + k, height=0.5, colour=(0.060, 0.080, 0.040))
    vine = []
    n = 90
    u = uniform(seed, 57, 3 * n).reshape(n, 3)
    zs, ys = -0.5 + 6.6 * u[:, 0], 2.85 + 1.9 * u[:, 1] - 0.5 * np.abs(u[:, 0] - 0.5)
    vine.append(
        land.leafy_cards(
            np.stack([0 * zs + WALL + 0.12, ys, zs], -1),
            0.5,
            1.57 + (u[:, 2] - 0.5),
            colour=(0.060, 0.084, 0.036),
            seed=4,
            thin=0.4,
            casts=False,
        )
    )
    return [*made, *vine]


def solids(seed: int) -> Scenery:
    """The balcony for a seed: other houses, other windows lit, other plants."""
    ground = terrain(_ground, valley, (-330, 330), (12, 420), columns=110, rows=100, finer=1.3, casts=False)
    tiles = mat.tiles((0.135, 0.072, 0.044), 0.34, 0.10, 0.45, 3, other=(0.125, 0.098, 0.070), diagonal=True)
    floor = np.array([[(WALL, 0.0, -3.0), (RIGHT, 0.0, -3.0)], [(WALL, 0.0, FRONT), (RIGHT, 0.0, FRONT)]], F)
    parts: list[Solid] = [
        grid(tiles, floor),
        ground,
        *_balustrade(),
        *_wall(),
        *_furniture(seed),
        *_town(seed),
        *_church(),
        *_stone_bridge(),
        _lamps_of_streets(seed),
    ]
    parts += [
        land.ridge(
            400,
            land.hills(95, 240, seed % 5 + 3, 0.35),
            colour=(0.0095, 0.0105, 0.0190),
            group="far",
            x=(-700, 700),
            foot=-30.0,
            haze=1.6,
        ),
        land.ridge(
            760,
            land.hills(190, 420, seed % 5 + 7, 0.45),
            colour=(0.0170, 0.0165, 0.0290),
            group="far",
            x=(-1300, 1300),
            foot=-30.0,
            haze=1.2,
        ),
    ]
    sources: tuple[Source, ...] = (
        Lamp("lamp", LAMP, 4.2, 0.08, bounce=0.02, skin=0.26),
        Pane("lamp", (WALL + 0.03, 0.0, 2.15), (0, 0, 1.3), (0, 2.4, 0), 1.0),
        Lamp("town", (0.0, DEEP + 26.0, 110.0), 5200.0, 6.0, shadow=0.0, bounce=0.0, skin=0.0),
        Lamp("town", (30.0, -12.0, 60.0), 900.0, 4.0, shadow=0.0, bounce=0.0, skin=0.0),
        Sun("moon", MOON, 1.25, soft=0.02),
        Sky("moon", 0.55),
    )
    return Scenery(
        tuple(parts), sources, ("lamp", "town", "moon", "far"), mist=0.0030, mist_group="far", mist_glow=0.050
    )


def light(atmosphere: Atmosphere) -> PlaceLight:
    """Lamp and town shine in the dark hours and fade by day."""
    outside = hour_light(atmosphere)
    by_day = atmosphere.hour in ("day", "morning", "sunrise")
    lamp = life.scaled((1.0, 0.54, 0.21), (0.25 if by_day else 1.0) * (1.0 + 0.15 * atmosphere.warmth))
    town = life.scaled((1.0, 0.92, 0.82), 0.20 if by_day else 0.75 if atmosphere.hour in ("dusk", "dawn") else 1.0)
    low = outside.horizon
    far = (0.5 + 22 * low[0], 0.5 + 22 * low[1], 0.55 + 18 * low[2])
    palette = night_palette(outside, key=(1.0, 0.54, 0.21), rim=(0.045, 0.045, 0.066))
    if outside.moon > 0:
        palette = replace(
            palette, zenith=(0.0040, 0.0046, 0.0150), horizon=(0.0400, 0.0290, 0.0480), glow=(0.100, 0.062, 0.070)
        )
    return PlaceLight(
        {"lamp": lamp, "town": town, "moon": outside.window, "far": far}, palette, replace(outside.stage, ridges=0.0)
    )


def flicker(group: str, t: float) -> float:
    """The lamp burns almost steadily; the town as a whole does not waver."""
    return life.fire_flicker(t, 4, 0.03) if group == "lamp" else 1.0


def small_life(moment: PlaceMoment) -> tuple[Form, ...]:
    """The moon, far lights that shimmer, smoke from the chimneys, moths at the lamp."""
    f, t = moment.framing, moment.t
    lamp, town = moment.light.tints["lamp"], moment.light.tints["town"]
    n = 160
    a = uniform(moment.seed, 96, 5 * n).reshape(n, 5)
    z = 190.0 + 130.0 * a[:, 0]
    x = (a[:, 1] - 0.5) * 1.7 * z
    y = valley(x.astype(F), z.astype(F)) + 2.5
    shimmer = 0.7 + 0.3 * np.sin(t * (0.4 + 0.5 * a[:, 2]) + 6.3 * a[:, 3])
    view = life.seen_from(f, np.stack([x, y, z], -1))
    seen = view[:, 2] > 60
    colour = f32((0.75, 0.42, 0.16)) * f32(town)
    far = Dots(
        view[seen],
        f32(0.9 + 0.9 * a[:, 4])[seen],
        f32(colour[None] * (0.55 * shimmer * (0.3 + 0.7 * a[:, 3]))[:, None])[seen],
        reflect=False,
    )
    px, py, pz = LAMP
    grey = life.scaled(moment.light.tints["far"], 0.30)
    return (
        *life.moon(f, MOON, hour_light(moment.atmosphere).moon, size=11.0),
        far,
        life.steam(f, t, moment.seed, (9.0, -12.0, 40.0), grey, height=7.0, width=0.9, lean=0.4, count=46),
        life.steam(f, t, moment.seed + 1, (-16.0, -17.0, 58.0), grey, height=8.0, width=1.0, lean=0.4, count=46),
        life.dust(
            f,
            t,
            moment.seed,
            ((px - 0.9, py - 0.9, pz - 0.9), (px + 1.2, py + 0.6, pz + 0.9)),
            LAMP,
            life.scaled(lamp, 0.6),
            count=60,
            reach=0.7,
            size=0.012,
        ),
    )


PLACE = Place(
    name="balcony",
    framings=(
        Framing(
            "balcony",
            (0.5, 2.05, -0.6),
            0.03,
            1.25,
            0.16,
            Move(push=0.04),
            calm=(CalmSpot(1.38, 0.66, 0.27), CalmSpot(-0.3, 0.66, 0.27)),
        ),
        Framing(
            "rail",
            (2.9, 1.75, 2.6),
            -0.34,
            1.40,
            0.22,
            Move(drift=-0.04),
            calm=(CalmSpot(-0.66, 0.66, 0.27), CalmSpot(0.08, 0.66, 0.27)),
        ),
        Framing(
            "table",
            (-0.9, 1.45, 2.4),
            0.44,
            1.62,
            0.10,
            Move(drift=0.04),
            calm=(CalmSpot(1.38, 0.66, 0.27), CalmSpot(-1.3, 0.66, 0.27)),
        ),
    ),
    anchors=(
        Anchor(
            "at_rail",
            (0.1, 0.0, 5.2),
            "floor",
            1.9,
            "hero",
            ("balcony",),
            verbs=("look", "lean", "gaze", "listen", "wonder"),
        ),
        Anchor(
            "middle",
            (0.9, 0.0, 3.9),
            "floor",
            1.9,
            "hero",
            ("balcony",),
            verbs=("stand", "wait", "walk", "dance", "come", "talk"),
        ),
        Anchor(
            "doorway",
            (-2.0, 0.0, 2.7),
            "floor",
            1.9,
            "companion",
            ("balcony",),
            facing=-1.2,
            verbs=("enter", "leave", "call", "greet"),
        ),
        Anchor(
            "rail_left",
            (-0.6, 0.0, 5.5),
            "floor",
            1.9,
            "hero",
            ("rail",),
            facing=0.3,
            verbs=("stand", "look", "lean", "gaze", "listen"),
        ),
        Anchor(
            "by_table",
            (2.9, 0.0, 5.3),
            "floor",
            1.9,
            "hero",
            ("table",),
            facing=0.3,
            verbs=("stand", "wait", "drink", "look"),
        ),
        Anchor(
            "chair",
            (TABLE[0] - 0.85, 0.475, TABLE[2] - 0.10),
            "seat",
            1.9,
            "hero",
            ("balcony", "rail", "table"),
            facing=-1.25,
            verbs=("sit", "read", "rest", "eat", "write", "dream"),
        ),
        Anchor(
            "table",
            TABLE,
            "top",
            0.5,
            "companion",
            ("balcony", "rail", "table"),
            holds=("candle", "book", "teapot", "teacup", "wine-glass", "letter"),
        ),
        Anchor(
            "table_edge",
            (TABLE[0] + 0.22, TABLE[1], TABLE[2] - 0.18),
            "top",
            0.3,
            "companion",
            ("rail", "table"),
            holds=("teacup", "fruit", "key", "candle"),
        ),
        Anchor(
            "tiles_cat",
            (-0.7, 0.0, 4.3),
            "floor",
            0.9,
            "companion",
            ("balcony", "rail"),
            facing=0.3,
            holds=("cat", "dog"),
            verbs=("lie", "curl"),
        ),
        Anchor(
            "tiles_table", (2.75, 0.0, 4.55), "floor", 0.7, "companion", ("table",), facing=0.3, holds=("cat", "dog")
        ),
        Anchor(
            "handrail",
            (0.95, RAIL, FRONT),
            "top",
            0.45,
            "companion",
            ("balcony", "rail", "table"),
            holds=("bird", "cat", "owl", "dove"),
        ),
        Anchor(
            "bracket",
            (LAMP[0] - 0.12, LAMP[1] + 0.40, LAMP[2]),
            "hang",
            0.5,
            "companion",
            ("balcony",),
            holds=("lantern", "chimes", "cage"),
        ),
        Anchor("house_wall", (WALL + 0.04, 1.55, 5.1), "wall", 0.6, "companion", ("balcony",), facing=-1.57),
        Anchor("air", (1.4, 2.5, 5.6), "air", 0.9, "companion", ("balcony", "rail", "table")),
        Anchor(
            "air_town",
            (6.0, 2.0, 44.0),
            "air",
            7.0,
            "companion",
            ("balcony", "rail"),
            smallest=0.4,
            holds=("balloon", "bird", "kite", "dragon"),
        ),
        Anchor(
            "town",
            (14.0, -24.0, 178.0),
            "view",
            26.0,
            "backdrop",
            ("balcony", "rail"),
            smallest=6.0,
            holds=("castle", "tower", "temple"),
        ),
        Anchor("sky", (-30.0, 120.0, 260.0), "sky", 40.0, "backdrop", ("balcony", "rail")),
    ),
    solids=solids,
    light=light,
    life=small_life,
    flicker=flicker,
)
