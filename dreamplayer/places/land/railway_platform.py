"""A country station at night: a platform under a canopy on iron columns, a clock, benches, a train that waits.

The platform lies at height 0, x from -4.6 (the station's wall) to 1.4 (its edge), and runs away from the eye; two
tracks lie .9 m lower to its right and lead into mist. Groups of light: "lamp" (lamps under the canopy, clock, signal),
"window" (station and train), "moon", and "sky".
"""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from dreamplayer.drawing import place_life as life
from dreamplayer.drawing.place import Place, PlaceLight, PlaceMoment
from dreamplayer.drawing.place_light import hour_light, night_palette
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.solids import landscape as land
from dreamplayer.drawing.solids import materials as mat
from dreamplayer.drawing.solids.furniture import placed
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
from dreamplayer.kit.noise import quick_fbm
from dreamplayer.model.atmosphere import Atmosphere
from dreamplayer.model.place import Anchor, CalmSpot, Framing, Move
from dreamplayer.model.reading import Colour
from dreamplayer.model.stage import Vec3

WALL, EDGE, END = -4.6, 1.4, 44.0
"""Platform: the station's wall and the platform's edge in x, and where it ends in z."""
HOUSE = (2.2, 19.4)
"""The station's front: from and to in z."""
BED = -1.06
"""Height of the ballast below the platform."""
TRACKS = (3.05, 6.65)
"""Middle of the near and the far track."""
GAUGE = 0.7175
EAVES, RIDGE = 3.25, 3.75
"""Underside of the canopy at its edge and at the wall."""
CANOPY = 0.75
"""Edge of the canopy in x."""
COLUMNS = (3.4, 7.6, 11.8, 16.0)
LAMPS = (5.0, 9.7, 13.9)
LAMP_X, LAMP_Y = -1.45, 2.62
CLOCK = (-0.85, 2.52, 7.6)
TRAIN = (12.5, 17.2, 3)
"""Where the train begins, length of a coach, how many."""
MOON = (0.36, 0.34, 0.87)
_BENCH_SEAT = 0.46
_PAINT: Colour = (0.035, 0.055, 0.048)


def ground(x: Array, z: Array) -> Array:
    """Height of the land: the bed of the tracks, fields beside it."""
    bank = np.clip((x - 8.9) / 1.6, 0, 1) * (1.15 + 0.5 * quick_fbm(x * 0.15, z * 0.1, 3, 3))
    left = np.clip((-x - 4.4) / 0.3, 0, 1) * 1.03
    past = np.clip((z - END) / 3.0, 0, 1)
    field = left + np.clip((1.2 - x) / 1.5, 0, 1) * past * 0.9 * (1 - left)
    return np.asarray(BED + np.maximum(bank, field), F)


def height(x: float, z: float) -> float:
    """Height of the floor at one spot: the platform, or the land beside it."""
    if WALL < x < EDGE and z < END:
        return 0.0
    return land.height_at(ground, x, z)


def _land(s: Surface) -> Finish:
    x = s.p[:, 0] + 0.3 * (quick_fbm(s.p[:, 0] * 2, s.p[:, 2] * 2, 4, 2) - 0.5)
    stones = (x > 0.8) & (x < 8.9)
    ballast = mat.earth((0.085, 0.078, 0.072), 5, litter=(0.14, 0.13, 0.12))
    return mat.joint_finish(s, [(stones, ballast), (~stones, mat.turf((0.044, 0.052, 0.030), 3))])


def _paving(s: Surface) -> Finish:
    """Worn flags, wet in places; a pale line before the edge."""
    finish = mat.tiles((0.096, 0.087, 0.079), 0.50, mirror=0.16, gloss=0.5, seed=4)(s)
    x = s.p[:, 0]
    worn = quick_fbm(x * 1.1, s.p[:, 2] * 0.6, 9, 3)
    line = ((x > EDGE - 0.62) & (x < EDGE - 0.52)).astype(F) * (0.35 + 0.5 * worn)
    colours = mat.mixed(finish.albedo, (0.34, 0.32, 0.27), line.astype(F))
    return Finish(colours, finish.gloss, 0.0, finish.occlusion, normal=finish.normal, mirror=finish.mirror)


def _ways() -> list[Solid]:
    """Platform, sleepers and rails."""
    edge = mat.masonry((0.13, 0.12, 0.11), 0.30, 0.7, 2)
    parts = [
        box(mat.by_facing(_paving, edge), (WALL, BED, -5.0), (EDGE, 0.0, END), faces="XYzZ"),
        box(
            mat.plain((0.20, 0.19, 0.17), 0.2, vary=0.4, scale=2), (EDGE - 0.34, -0.10, -5.0), (EDGE + 0.06, 0.012, END)
        ),
    ]
    sleeper = mat.wood((0.055, 0.043, 0.035), 0, 0.1, seed=2)
    parts.append(
        joined(
            [
                box(sleeper, (x - 1.25, BED, z), (x + 1.25, BED + 0.07, z + 0.24), faces="xzY")
                for x in TRACKS
                for z in np.arange(-4.0, 52.0, 0.66)
            ]
        )
    )
    steel = mat.metal((0.42, 0.43, 0.46), 0.6, 0.02)
    for x in TRACKS:
        for side in (-GAUGE, GAUGE):
            parts.append(box(steel, (x + side - 0.035, BED + 0.05, -5.0), (x + side + 0.035, BED + 0.20, 230.0)))
    return parts


def _gable(local: Array) -> Mask:
    return np.asarray(local[:, 1] < 2.15 * (1 - np.abs(local[:, 0] / 2.6 - 1)))


def _house(seed: int) -> list[Solid]:
    """The station: brick with stone corners, tall lit windows, a door."""
    z0, z1 = HOUSE
    wall = mat.brick((0.205, 0.098, 0.064))
    front = land.lit_windows(
        wall, "window", [0.95], [1.7, 3.5, 8.1, 10.2, 15.2], width=1.05, height=1.55, share=0.72,
        seed=seed * 3 + 1, colour=(0.80, 0.44, 0.16), frame=(0.13, 0.115, 0.09), door=5.8,
    )  # fmt: skip
    end = land.lit_windows(wall, "window", [0.95], [2.6], width=1.0, height=1.5, share=1.0, colour=(0.6, 0.34, 0.13))
    slate = mat.plain((0.050, 0.049, 0.054), 0.25, vary=0.3)
    stone = mat.masonry((0.15, 0.138, 0.12), 0.30, 0.42, 6)
    parts = [
        panel(front, (WALL, 0, z0), (0, 0, z1 - z0), (0, 4.4, 0)),
        panel(end, (WALL - 5.2, 0, z0), (5.2, 0, 0), (0, 4.4, 0)),
        panel(wall, (WALL - 5.2, 0, z1), (5.2, 0, 0), (0, 4.4, 0)),
        panel(slate, (WALL + 0.35, 4.3, z0 - 0.3), (0, 0, z1 - z0 + 0.6), (-2.95, 2.4, 0)),
        panel(slate, (WALL - 5.55, 4.3, z0 - 0.3), (0, 0, z1 - z0 + 0.6), (2.95, 2.4, 0)),
        panel(wall, (WALL - 5.2, 4.35, z0), (5.2, 0, 0), (0, 2.2, 0), cut=_gable),
        panel(wall, (WALL - 5.2, 4.35, z1), (5.2, 0, 0), (0, 2.2, 0), cut=_gable),
        box(mat.brick((0.15, 0.08, 0.055)), (WALL - 3.2, 5.6, 9.0), (WALL - 2.3, 8.2, 10.4)),
        box(stone, (WALL - 0.02, 0, z0 - 0.03), (WALL + 0.04, 0.55, z1 + 0.02)),
    ]
    parts += [
        box(stone, (WALL - 0.1, 0.0, z - 0.25), (WALL + 0.05, 4.4, z + 0.25), casts=False)
        for z in (z0 + 0.22, z1 - 0.22)
    ]
    # Posters, and the board with the station's name, between the windows.
    for z, wide, tall, y, hue in (
        (12.2, 0.75, 1.05, 1.25, (0.16, 0.13, 0.08)),
        (13.3, 0.75, 1.05, 1.25, (0.08, 0.11, 0.13)),
    ):
        parts.append(box(mat.wood((0.10, 0.07, 0.045), 1, 0.3), (WALL, y - 0.05, z - wide / 2 - 0.05),
                         (WALL + 0.05, y + tall + 0.05, z + wide / 2 + 0.05)))  # fmt: skip
        parts.append(panel(_poster(hue), (WALL + 0.055, y, z - wide / 2), (0, 0, wide), (0, tall, 0), casts=False))
    return parts


def _poster(hue: Colour) -> Material:
    """A faded travel poster: hills under a pale sun."""

    def material(s: Surface) -> Finish:
        u, v = s.local[:, 0] / 0.75, s.local[:, 1] / 1.05
        hill = 0.42 + 0.16 * np.sin(4.2 * u + 20 * hue[0])
        near = 0.24 + 0.10 * np.sin(6.0 * u + 1)
        colours = mat.mixed(hue, (0.30, 0.25, 0.17), (v > hill).astype(F))
        colours = mat.mixed(colours, (0.05, 0.06, 0.05), (v < near).astype(F))
        colours = mat.mixed(colours, (0.38, 0.28, 0.14), (np.hypot(u - 0.66, (v - 0.72) * 1.4) < 0.13).astype(F))
        return Finish(colours, 0.15)

    return material


def _canopy() -> list[Solid]:
    """Boards on trusses, a valance of pointed boards along the edge, iron columns with scrolled brackets."""
    z0, z1 = HOUSE[0] - 0.4, HOUSE[1] + 0.2
    boards = mat.wood((0.165, 0.135, 0.10), 1, 0.2, plank=0.16, across=0, worn=0.2)
    parts = [
        panel(boards, (WALL, RIDGE, z0), (0, 0, z1 - z0), (CANOPY - WALL, EAVES - RIDGE, 0)),
        panel(
            mat.plain((0.05, 0.05, 0.055), 0.3),
            (WALL, RIDGE + 0.09, z0),
            (0, 0, z1 - z0),
            (CANOPY - WALL, EAVES - RIDGE, 0),
        ),
    ]

    def daggers(local: Array) -> Mask:
        across = np.abs(np.mod(local[:, 0] / 0.17, 1.0) - 0.5)
        hole = np.hypot(across * 0.17, local[:, 1] - 0.20) < 0.028
        return np.asarray((local[:, 1] > 0.15 * np.abs(2 * across) ** 1.5) & (across < 0.47) & ~hole)

    trim = mat.wood((0.21, 0.185, 0.14), 1, 0.25, across=0)
    parts.append(panel(trim, (CANOPY, EAVES - 0.42, z0), (0, 0, z1 - z0), (0, 0.52, 0), cut=daggers))
    parts.append(panel(trim, (WALL, EAVES - 0.30, z0), (CANOPY - WALL, 0, 0), (0, 0.52, 0), cut=daggers))
    parts.append(box(trim, (CANOPY - 0.03, EAVES + 0.02, z0), (CANOPY + 0.05, EAVES + 0.14, z1)))
    iron = mat.iron(_PAINT, 0.45)
    beams, columns = [], []
    x = CANOPY - 0.55
    for z in (*COLUMNS, HOUSE[1] - 0.2):
        top = RIDGE + (EAVES - RIDGE) * (x - WALL) / (CANOPY - WALL)
        beams.append(
            grid(
                iron, np.array([[(WALL, RIDGE - 0.16, z + k), (CANOPY, EAVES - 0.10, z + k)] for k in (-0.03, 0.03)], F)
            )
        )
        beams.append(tube(iron, [(WALL, RIDGE - 0.12, z), (CANOPY, EAVES - 0.06, z)], 0.055, sides=6))
        beams.append(tube(iron, [(WALL, RIDGE - 0.75, z), (x, top - 0.62, z)], 0.018, sides=5))
        for k in range(1, 6):
            q = k / 6
            px = WALL + (x - WALL) * q
            beams.append(
                tube(
                    iron,
                    [(px - 0.28, RIDGE - 0.75 + 0.03 * q, z), (px + 0.10, RIDGE - 0.12 - 0.45 * q, z)],
                    0.013,
                    sides=4,
                )
            )
    for z in COLUMNS:
        columns.append(
            lathe(
                iron,
                (x, 0, z),
                [
                    (0.17, 0), (0.17, 0.10), (0.12, 0.14), (0.13, 0.55), (0.085, 0.62), (0.075, 2.2), (0.11, 2.24),
                    (0.11, 2.29), (0.07, 2.33), (0.085, 2.75), (0.15, 2.86), (0.15, 2.92), (0.08, 2.95), (0.08, 3.4),
                ],
                sides=12,
            )
        )  # fmt: skip
        bend = np.linspace(0, math.pi / 2, 7)
        for dx, dz in ((-1, 0), (0, 1), (0, -1)):
            long = 0.95
            out = [
                (x + dx * long * (1 - math.cos(b)), 2.34 + 0.92 * math.sin(b), z + dz * long * (1 - math.cos(b)))
                for b in bend
            ]
            columns.append(tube(iron, out, 0.030, sides=6))
            ring = np.linspace(0, 2 * math.pi, 11)
            middle = (x + dx * 0.26, 2.98, z + dz * 0.26)
            columns.append(
                tube(
                    iron,
                    [
                        (
                            middle[0] + dx * 0.15 * math.cos(b),
                            middle[1] + 0.15 * math.sin(b),
                            middle[2] + dz * 0.15 * math.cos(b),
                        )
                        for b in ring
                    ],
                    0.016,
                    sides=5,
                )
            )
    parts += [joined(beams), joined(columns)]
    purlin = []
    for px in (-3.3, -1.9, -0.5):
        under = RIDGE + (EAVES - RIDGE) * (px - WALL) / (CANOPY - WALL)
        purlin.append(box(trim, (px, under - 0.09, z0), (px + 0.07, under, z1), casts=False))
    return parts + purlin


def _lamps() -> tuple[list[Solid], list[Lamp]]:
    enamel = mat.plain((0.05, 0.065, 0.055), 0.6, vary=0.1)
    inside = mat.glow("lamp", (0.62, 0.52, 0.38))
    bulb = mat.glow("lamp", (1.5, 1.3, 1.0))
    cones, rods, whites, bulbs = [], [], [], []
    lights = []

    def down(v: Array) -> Array:
        low = -v[:, 1] / (np.linalg.norm(v, axis=1) + 1e-6)
        return np.asarray(0.10 + 0.90 * np.clip((low + 0.05) / 0.5, 0, 1), F)

    for z in LAMPS:
        foot = (LAMP_X, LAMP_Y, z)
        cones.append(lathe(enamel, foot, [(0.24, 0.0), (0.20, 0.06), (0.07, 0.17), (0.05, 0.26)], sides=18))
        whites.append(lathe(inside, foot, [(0.225, 0.002), (0.19, 0.055), (0.05, 0.15)], sides=18, casts=False))
        bulbs.append(ball(bulb, (LAMP_X, LAMP_Y + 0.02, z), 0.062, rings=7, sides=12, casts=False))
        rods.append(rod(mat.iron(), (LAMP_X, LAMP_Y + 0.25, z), (LAMP_X, 3.5, z), 0.014, sides=6))
        lights.append(
            Lamp("lamp", (LAMP_X, LAMP_Y, z), 2.6, 0.10, shade=down, bounce=0.012, reach=4.0, skin=0.40, dust=0.0045,
                 dust_reach=34.0)
        )  # fmt: skip
    return [joined(cones), joined(rods), joined(whites), joined(bulbs)], lights


def _clock_face(s: Surface) -> Finish:
    """A lit dial with twelve strokes and two hands at ten to nine."""
    u, v = -s.local[:, 0], s.local[:, 1]
    r, a = np.hypot(u, v), np.arctan2(u, v)
    hour = np.abs(np.mod(a / (math.pi / 6) + 0.5, 1.0) - 0.5) * math.pi / 6 * r
    marks = (r > 0.235) & (r < 0.285) & (hour < 0.011)

    def hand(angle: float, long: float, wide: float) -> Mask:
        along, off = u * math.sin(angle) + v * math.cos(angle), u * math.cos(angle) - v * math.sin(angle)
        return np.asarray((along > -0.05) & (along < long) & (np.abs(off) < wide * (1.3 - along / long)))

    dark = marks | hand(math.radians(265), 0.17, 0.016) | hand(math.radians(300), 0.25, 0.011)
    light = (0.42 + 0.40 * np.exp(-((r / 0.22) ** 2)))[:, None] * np.array([0.95, 0.90, 0.80], F)
    light = np.where(dark[:, None], F(0.02), light)
    return Finish(
        np.where(dark[:, None], F(0.02), F(0.3)) * np.ones((1, 3), F), 0.2, emission={"lamp": light.astype(F)}
    )


def _clock() -> list[Solid]:
    """It hangs from the canopy and shows both ways."""
    x, y, z = CLOCK
    iron = mat.iron(_PAINT, 0.5)
    rim = [lathe(iron, (0, 0, 0), [(0.30, -0.08), (0.345, -0.06), (0.345, 0.06), (0.30, 0.08)], sides=28)]
    turned_rim = [r.replace(vertices=r.vertices[:, [0, 2, 1]], normals=r.normals[:, [0, 2, 1]]) for r in rim]
    parts = placed(turned_rim, CLOCK)
    for side in (-0.062, 0.062):
        face = ball(_clock_face, (x, y, z + side), (0.315, 0.315, 0.006), rings=16, sides=24, casts=False)
        parts.append(face)
    parts += [
        rod(iron, (x, y + 0.33, z), (x, 3.35, z), 0.022, sides=7),
        ball(iron, (x, y + 0.38, z), 0.05, rings=6, sides=10),
        ball(iron, (x, y - 0.37, z), (0.035, 0.06, 0.035), rings=6, sides=10),
    ]
    return parts


def _bench(foot: Vec3, yaw: float) -> list[Solid]:
    """A slatted bench with scrolled iron ends; 0 faces -z."""
    slat = mat.wood((0.20, 0.125, 0.07), 0, 0.35)
    iron = mat.iron(_PAINT, 0.45)
    slats = [box(slat, (-0.85, 0.425, z), (0.85, _BENCH_SEAT, z + 0.075)) for z in (-0.24, -0.145, -0.05, 0.045, 0.14)]
    slats += [
        box(slat, (-0.85, y, 0.24 + 0.07 * k), (0.85, y + 0.085, 0.265 + 0.07 * k))
        for k, y in enumerate((0.56, 0.68, 0.80))
    ]
    ends = []
    for x in (-0.78, 0.78):
        ends += [
            tube(iron, [(x, 0, -0.26), (x, 0.20, -0.20), (x, 0.42, -0.24)], 0.022, sides=6),
            tube(iron, [(x, 0, 0.30), (x, 0.22, 0.20), (x, 0.44, 0.22), (x, 0.90, 0.42)], 0.022, sides=6),
            tube(iron, [(x, 0.42, -0.25), (x, 0.42, 0.22)], 0.020, sides=6),
            tube(iron, [(x, 0.42, -0.24), (x, 0.64, -0.26), (x, 0.66, -0.05), (x, 0.64, 0.30)], 0.018, sides=6),
        ]
    return placed([joined(slats), joined(ends)], foot, yaw)


def _trunk(foot: Vec3, size: Vec3, colour: Colour, yaw: float = 0.0) -> list[Solid]:
    """A suitcase or trunk with a strap and corners; stands on its foot."""
    a, h, b = size[0] / 2, size[1], size[2] / 2
    hide = mat.plain(colour, 0.25, vary=0.3, scale=7)
    strap = mat.plain((0.06, 0.04, 0.025), 0.3)
    parts = [box(hide, (-a, 0, -b), (a, h, b))]
    parts += [
        box(strap, (x - 0.022, -0.001, -b - 0.006), (x + 0.022, h + 0.006, b + 0.006)) for x in (-a * 0.55, a * 0.55)
    ]
    parts.append(
        tube(strap, [(-0.08, h, 0), (-0.06, h + 0.045, 0), (0.06, h + 0.045, 0), (0.08, h, 0)], 0.012, sides=6)
    )
    return placed(parts, foot, yaw)


TROLLEY: Vec3 = (-3.35, 0.0, 4.1)
_LOAD = 0.46


def _trolley() -> list[Solid]:
    """A luggage trolley with trunks on it."""
    x, _, z = TROLLEY
    wood = mat.wood((0.14, 0.09, 0.055), 2, 0.25, plank=0.14, across=0)
    iron = mat.iron((0.03, 0.03, 0.032), 0.4)
    parts = [box(wood, (x - 0.42, 0.39, z - 0.8), (x + 0.42, _LOAD, z + 0.8))]
    wheels = []
    for wx in (-0.40, 0.40):
        for wz in (-0.55, 0.55):
            ring = np.linspace(0, 2 * math.pi, 15)
            middle = (x + wx, 0.20, z + wz)
            wheels.append(
                tube(
                    iron,
                    [(middle[0], 0.20 + 0.18 * math.sin(b), middle[2] + 0.18 * math.cos(b)) for b in ring],
                    0.022,
                    sides=5,
                )
            )
            wheels += [
                rod(
                    iron, middle, (middle[0], 0.20 + 0.18 * math.sin(b), middle[2] + 0.18 * math.cos(b)), 0.012, sides=4
                )
                for b in ring[::2]
            ]
    wheels += [rod(iron, (x - 0.44, 0.2, z + wz), (x + 0.44, 0.2, z + wz), 0.018, sides=5) for wz in (-0.55, 0.55)]
    parts.append(joined(wheels))
    parts.append(
        joined(
            [rod(iron, (x + s * 0.36, _LOAD, z + 0.8), (x + s * 0.36, 1.05, z + 0.92), 0.018, sides=6) for s in (-1, 1)]
            + [rod(iron, (x - 0.36, 1.05, z + 0.92), (x + 0.36, 1.05, z + 0.92), 0.018, sides=6)]
        )
    )
    parts += _trunk((x, _LOAD, z + 0.30), (0.72, 0.42, 0.55), (0.10, 0.060, 0.036), 0.06)
    parts += _trunk((x + 0.04, _LOAD + 0.425, z + 0.32), (0.52, 0.20, 0.40), (0.15, 0.105, 0.065), -0.2)
    parts += _trunk((x - 0.05, _LOAD, z - 0.38), (0.66, 0.26, 0.44), (0.062, 0.070, 0.066), -0.08)
    return parts


def _coach(seed: int) -> Material:
    """The side of a coach: dark red below, cream above, a row of lit windows with blinds and seat backs."""
    pitch = 1.62

    def material(s: Surface) -> Finish:
        u, v = s.local[:, 0], s.local[:, 1]
        number = np.floor(u / pitch)
        x, y = u - (number + 0.5) * pitch, v - 1.62
        # A superellipse has the round corners of a coach window.
        inside = (np.abs(x / 0.52) ** 5 + np.abs(y / 0.42) ** 5) < 1.0
        frame = (np.abs(x / 0.58) ** 5 + np.abs(y / 0.48) ** 5) < 1.0
        upper = (v > 1.02) & (v < 2.24)
        k = 0.8 + 0.4 * quick_fbm(u * 0.8, v * 2.0, seed, 3)
        colours = mat.mixed((0.085, 0.022, 0.020), (0.21, 0.175, 0.125), upper.astype(F)) * k[:, None]
        gold = (np.abs(v - 1.02) < 0.018) | (np.abs(v - 2.24) < 0.018)
        seam = (np.abs(np.mod(u / pitch + 0.0, 1.0) - 0.0) < 0.012) & (np.mod(number, 3) == 0)
        colours = np.where(gold[:, None], np.array((0.30, 0.20, 0.08), F), colours)
        colours = np.where(seam[:, None], F(0.02), colours)
        colours = np.where((frame & ~inside)[:, None], np.array((0.06, 0.035, 0.02), F), colours)
        colours = np.where(inside[:, None], np.array((0.012, 0.012, 0.016), F), colours)
        lit = mat.chance(number, seed) < 0.86
        blind = y > 0.42 - 0.84 * 0.55 * mat.chance(number, seed + 1) ** 2
        seat = (y < -0.42 + 0.30) & (np.abs(np.abs(x) - 0.34) < 0.14)
        lamp = 0.40 + 0.60 * np.exp(
            -(((x - 0.25 * (mat.chance(number, seed + 2) - 0.5)) / 0.30) ** 2 + ((y - 0.10) / 0.34) ** 2)
        )
        warm = (
            lamp * np.where(blind, 0.55, 1.0) * np.where(seat, 0.30, 1.0) * np.where(np.abs(y - 0.24) < 0.012, 0.3, 1.0)
        )
        light = (
            np.array((0.92, 0.52, 0.20), F)
            * (warm * (inside & lit) * (0.75 + 0.4 * mat.chance(number, seed + 3)))[:, None]
        )
        return Finish(colours.astype(F), 0.45, emission={"window": light.astype(F)})

    return material


def _train(seed: int) -> list[Solid]:
    """Coaches on the far track; a red lamp at their end."""
    start, long, count = TRAIN
    middle, half, low, top = TRACKS[1], 1.38, -0.22, 2.55
    parts: list[Solid] = []
    dark = mat.plain((0.018, 0.017, 0.018), 0.3)
    wheels: list[Solid] = []
    roof_line = np.linspace(math.pi, 0, 9)
    for k in range(count):
        z0, z1 = start + k * (long + 0.7), start + k * (long + 0.7) + long
        side = _coach(seed * 5 + k)
        parts.append(panel(side, (middle - half, low, z0), (0, 0, long), (0, top - low, 0)))
        roof = np.array(
            [
                [(middle + half * 1.03 * math.cos(b), top + 0.55 * math.sin(b), z) for b in roof_line]
                for z in (z0 - 0.08, z1 + 0.08)
            ],
            F,
        )
        parts.append(grid(mat.plain((0.055, 0.055, 0.060), 0.35, vary=0.3), roof))
        wheels += [
            box(dark, (middle - 1.15, BED + 0.28, z), (middle + 1.15, BED + 0.85, z + 2.6))
            for z in (z0 + 1.4, z1 - 4.0)
        ]
        wheels.append(box(dark, (middle - 0.9, BED + 0.55, z0 + 5.0), (middle + 0.9, low + 0.02, z1 - 5.0)))
        wheels += [
            tube(dark, [(middle - 0.80, BED + 0.56, z), (middle - 0.66, BED + 0.56, z)], 0.40, sides=14)
            for c in (z0 + 1.7, z0 + 3.7, z1 - 3.7, z1 - 1.7)
            for z in (c,)
        ]

        def rear(s: Surface) -> Finish:
            u, v = s.local[:, 0] - half, s.local[:, 1]
            gangway = (np.abs(u) < 0.48) & (v < 2.35)
            pane = (np.abs(np.abs(u) - 0.93) < 0.24) & (v > 1.25) & (v < 2.05)
            colours = mat.mixed((0.085, 0.022, 0.020), (0.030, 0.028, 0.028), gangway.astype(F))
            colours = np.where(pane[:, None], np.array((0.012, 0.013, 0.018), F), colours)
            glow = np.array((0.34, 0.19, 0.07), F) * pane[:, None]
            return Finish(colours.astype(F), 0.4, emission={"window": glow.astype(F)})

        def arched(local: Array) -> Mask:
            lift = 0.55 * np.sqrt(np.clip(1 - ((local[:, 0] - half) / half) ** 2, 0, 1))
            return np.asarray(local[:, 1] < top - low + lift)

        parts.append(panel(rear, (middle - half, low, z0), (2 * half, 0, 0), (0, top - low + 0.56, 0), cut=arched))
    parts.append(joined(wheels))
    for x in (-0.95, 0.95):
        parts.append(
            ball(
                mat.glow("lamp", (1.25, 0.10, 0.04)),
                (middle + x, low + 0.34, start - 0.06),
                0.065,
                rings=7,
                sides=12,
                casts=False,
            )
        )
        parts.append(
            tube(dark, [(middle + x * 0.9, 0.0, start - 0.5), (middle + x * 0.9, 0.0, start)], [0.20, 0.07], sides=12)
        )
    return parts


def _signal() -> list[Solid]:
    """A semaphore at the platform's end, with a red lamp."""
    x, z = 1.15, 33.0
    stuff = mat.plain((0.28, 0.27, 0.25), 0.2)
    arm = mat.plain((0.30, 0.05, 0.03), 0.3, vary=0.1)
    iron = mat.iron()
    parts = [
        rod(stuff, (x, 0, z), (x, 6.6, z), 0.085, sides=9),
        lathe(iron, (x, 6.6, z), [(0.11, 0), (0.06, 0.12), (0.0, 0.34)], sides=8),
        box(arm, (x - 1.45, 5.95, z - 0.10), (x + 0.1, 6.28, z - 0.07)),
        ball(mat.glow("lamp", (1.7, 0.12, 0.05)), (x + 0.24, 6.02, z - 0.10), 0.12, rings=8, sides=12, casts=False),
        box(iron, (x + 0.12, 5.80, z - 0.08), (x + 0.36, 6.3, z + 0.10)),
    ]
    rungs = [box(iron, (x + 0.2, 0.3 + 0.32 * k, z + 0.3), (x + 0.5, 0.33 + 0.32 * k, z + 0.32)) for k in range(17)]
    rungs += [rod(iron, (x + q, 0, z + 0.31), (x + q, 5.7, z + 0.31), 0.018, sides=5) for q in (0.2, 0.5)]
    return [*parts, joined(rungs)]


def solids(seed: int) -> Scenery:
    """The station for a seed: other windows of house and train are lit, other trees stand behind."""
    parts: list[Solid] = [
        terrain(_land, ground, x, (-5, 240), columns=columns, rows=56, finer=1.9)
        for x, columns in (((-260, -12), 24), ((-12, 14), 64), ((14, 260), 24))
    ]
    parts += _ways() + _house(seed) + _canopy() + _clock() + _trolley() + _train(seed) + _signal()
    shades, lights = _lamps()
    parts += shades
    parts += _bench((WALL + 0.62, 0.0, 7.0), math.pi / 2 + math.pi)
    parts += _bench((WALL + 0.62, 0.0, 15.6), math.pi / 2 + math.pi)
    parts += _bench((-1.55, 0.0, 10.9), math.pi / 2 + math.pi)
    parts += _trunk((-1.15, 0.0, 9.55), (0.52, 0.40, 0.20), (0.16, 0.085, 0.045), 0.5)
    line = [(WALL - 0.1, 0.0, z) for z in np.arange(HOUSE[1] + 0.4, END, 1.5)]
    parts += land.fence(np.array(line), height=1.15, colour=(0.16, 0.15, 0.13), rails=3)
    for k, (x, z, tall) in enumerate(((-9.5, 24.0, 9.0), (-12.0, 35.0, 11.0), (13.5, 17.0, 8.5), (-8.0, 48.0, 9.0))):
        parts += land.tree((x, height(x, z) - 0.1, z), tall, seed=seed % 5 + k, masses=4, sprays=60)
    for k, (x, z) in enumerate(((10.8, 6.0), (11.5, 11.0), (-6.0, 23.0))):
        parts += land.bush((x, height(x, z), z), 0.9, seed=seed + k)
    tufts = land.scattered(seed, 380, (8.8, 13.5), (0.5, 26), keep=lambda x, z: np.asarray(x > 8.9))
    tufts[:, 1] = ground(tufts[:, 0], tufts[:, 2]) - 0.02
    parts.append(land.tufts(tufts, height=0.45, width=0.4, colour=(0.056, 0.064, 0.034), seed=seed))
    poles = mat.wood((0.06, 0.048, 0.04), 1, 0.1, across=0)
    parts.append(
        joined(
            [rod(poles, (10.8, -0.2, z), (10.8, 6.6, z), 0.09, sides=7) for z in (9.0, 31.0, 53.0, 75.0)]
            + [rod(poles, (10.1, 6.2, z), (11.5, 6.2, z), 0.05, sides=5) for z in (9.0, 31.0, 53.0, 75.0)]
        )
    )
    parts += [
        land.ridge(
            235, land.treeline(9.0, seed % 9, width=8.0), colour=(0.0058, 0.0070, 0.0098), group="sky", x=(-330, 330),
            foot=-1.0, haze=0.9,
        ),
        land.ridge(
            620, land.hills(70, 360, seed % 5 + 4, 0.25), colour=(0.0105, 0.0125, 0.0185), group="sky", x=(-1000, 1000),
            foot=-1.0, haze=0.9,
        ),
    ]  # fmt: skip
    sources: tuple[Source, ...] = (
        *lights,
        Pane("window", (TRACKS[1] - 1.40, 0.95, TRAIN[0]), (0, 0, 30.0), (0, 0.85, 0), 0.16, shadow=0.0),
        Sun("moon", MOON, 1.3, soft=0.02),
        Sky("sky", 0.62),
    )
    return Scenery(
        tuple(parts), sources, ("lamp", "window", "moon", "sky"), mist=0.011, mist_group="sky", mist_glow=0.040,
        mist_height=6.0,
    )  # fmt: skip


def light(atmosphere: Atmosphere) -> PlaceLight:
    """Lamps burn from dusk to dawn."""
    outside = hour_light(atmosphere)
    by_day = atmosphere.hour in ("day", "morning", "sunrise")
    cosy = 1.0 + 0.15 * atmosphere.warmth
    lamp = life.scaled((1.0, 0.60, 0.27), (0.18 if by_day else 1.0) * cosy)
    window = life.scaled((1.0, 0.62, 0.30), (0.25 if by_day else 1.0) * cosy)
    palette = night_palette(outside, key=(1.0, 0.58, 0.25), rim=(0.046, 0.050, 0.070))
    return PlaceLight(
        {"lamp": lamp, "window": window, "moon": outside.window, "sky": outside.sky},
        palette,
        replace(outside.stage, ridges=0.0),
    )


def small_life(moment: PlaceMoment) -> tuple[Form, ...]:
    """Steam under the coaches and far ahead, moths about a lamp, the moon."""
    f, t = moment.framing, moment.t
    pale = life.scaled(moment.light.tints["sky"], 0.55)
    warm = life.scaled(moment.light.tints["window"], 0.22)
    return (
        life.steam(
            f, t, moment.seed, (TRACKS[1] - 1.3, BED + 0.2, 14.0), warm, height=1.7, width=0.8, lean=-0.3, count=30
        ),
        life.steam(f, t, moment.seed + 1, (TRACKS[1], 2.6, 66.0), pale, height=14.0, width=4.0, lean=0.3, count=50),
        life.dust(
            f, t, moment.seed, ((-2.4, 1.6, 4.1), (-0.5, 2.7, 5.9)), (LAMP_X, LAMP_Y, LAMPS[0]),
            life.scaled(moment.light.tints["lamp"], 0.5), count=90, reach=0.8, size=0.008,
        ),
        *life.moon(f, MOON, hour_light(moment.atmosphere).moon),
    )  # fmt: skip


PLACE = Place(
    name="railway_platform",
    framings=(
        Framing(
            "platform",
            (-0.35, 1.62, -2.0),
            0.03,
            1.28,
            -0.08,
            Move(push=0.04),
            calm=(CalmSpot(1.2, 0.62), CalmSpot(0.62, 0.74, 0.22)),
        ),
        Framing(
            "bench",
            (0.15, 1.20, 4.3),
            -0.50,
            1.35,
            -0.12,
            Move(drift=0.04),
            calm=(CalmSpot(-0.45, 0.5), CalmSpot(1.2, 0.45, 0.26)),
        ),
        Framing(
            "across",
            (9.6, 1.15, 0.6),
            -0.90,
            1.55,
            -0.16,
            Move(drift=-0.04),
            calm=(CalmSpot(-1.25, 0.6), CalmSpot(1.2, 0.62), CalmSpot(0.55, 0.72, 0.24)),
        ),
        Framing(
            "rails",
            (0.5, 1.55, 20.6),
            0.12,
            1.55,
            -0.20,
            Move(push=0.05),
            calm=(CalmSpot(1.2, 0.6), CalmSpot(-0.65, 0.66)),
        ),
        Framing(
            "near",
            (0.0, 1.0, -1.06),
            0.11,
            1.70,
            -0.14,
            Move(push=0.03),
            calm=(
                CalmSpot(1.3, 0.62),
                CalmSpot(0.5, 0.66, 0.26),
            ),
        ),
    ),
    anchors=(
        Anchor(
            "platform_near",
            (-0.30, 0.0, 2.9),
            "floor",
            2.1,
            "hero",
            ("platform", "near"),
            verbs=("stand", "wait", "walk", "come", "look", "arrive", "leave", "say"),
        ),
        Anchor(
            "platform_middle",
            (-0.05, 0.0, 6.6),
            "floor",
            2.1,
            "hero",
            ("platform", "across"),
            verbs=("walk", "go", "run", "wait"),
        ),
        Anchor(
            "bench_near",
            (WALL + 0.60, _BENCH_SEAT, 7.3),
            "seat",
            1.9,
            "hero",
            ("platform", "bench", "across"),
            facing=-math.pi / 2,
            verbs=("sit", "rest", "wait", "sleep", "read"),
        ),
        Anchor(
            "bench_middle",
            (-1.55, _BENCH_SEAT, 11.1),
            "seat",
            1.9,
            "hero",
            ("bench",),
            facing=-math.pi / 2,
            verbs=("sit", "read", "wait", "talk", "doze"),
        ),
        Anchor(
            "under_lamp",
            (-2.35, 0.0, 8.6),
            "floor",
            1.9,
            "hero",
            ("bench", "platform"),
            facing=-0.4,
            verbs=("stand", "read", "wait", "meet", "kiss", "hug", "wave"),
        ),
        Anchor("flags", (-2.75, 0.0, 7.6), "floor", 1.2, "companion", ("platform", "bench"), holds=("dog", "cat")),
        Anchor(
            "trunks",
            (TROLLEY[0] - 0.05, _LOAD + 0.26, TROLLEY[2] - 0.40),
            "top",
            0.6,
            "companion",
            ("platform",),
            holds=("cat", "cage", "box", "bird"),
        ),
        Anchor("suitcase", (-1.15, 0.41, 9.55), "top", 0.4, "companion", ("bench",), holds=("book", "cat", "umbrella")),
        Anchor("canopy", (-1.86, 3.40, 7.2), "hang", 0.6, "companion", ("bench",), holds=("lantern", "chimes", "bell")),
        Anchor("wall", (WALL + 0.06, 1.75, 11.25), "wall", 0.55, "backdrop", ("bench",)),
        Anchor("air", (-2.6, 1.9, 7.9), "air", 0.6, "companion", ("bench",)),
        Anchor("over_rails", (3.0, 3.0, 13.0), "air", 1.6, "companion", ("platform", "across")),
        Anchor(
            "platform_end",
            (0.15, 0.0, 26.6),
            "floor",
            2.1,
            "hero",
            ("rails",),
            facing=-0.6,
            verbs=("look", "stand", "wave", "wait"),
        ),
        Anchor("far_away", (9.0, -0.5, 120.0), "view", 14.0, "backdrop", ("platform", "rails"), smallest=3.0),
    ),
    solids=solids,
    light=light,
    life=small_life,
    ground_at=height,
)
