"""A maker's workshop: a bench under a low window, a brass lamp close above it, tools on the wall, clocks ticking.

Six metres by six and a half, 2.75 m high; x from -3 (the stove, planks) to 3 (the wall of clocks), z from -2.7 to the
bench at the back wall (3.6). Groups of light: "key" is the lamp over the bench, "fire" the stove, "moon" the night.
"""

from __future__ import annotations

import math

import numpy as np

from dreamplayer.drawing import place_life as life
from dreamplayer.drawing.place import Place, PlaceLight, PlaceMoment
from dreamplayer.drawing.place_light import hour_light, night_palette
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.solids import furniture as fit
from dreamplayer.drawing.solids.materials import chance, glow, iron, metal, plain, plaster, wood
from dreamplayer.drawing.solids.shapes import ball, box, grid, joined, lathe, panel, rod, room, tube
from dreamplayer.drawing.solids.solid import Array, F, Finish, Lamp, Mask, Pane, Scenery, Solid, Source, Sun, Surface
from dreamplayer.kit.noise import quick_fbm
from dreamplayer.model.atmosphere import Atmosphere
from dreamplayer.model.place import Anchor, CalmSpot, Framing, Move
from dreamplayer.model.reading import Colour
from dreamplayer.model.stage import Vec3

SIDE, CEILING, BACK, FRONT = 3.0, 2.75, 3.6, -2.7
BENCH, BENCH_X, BENCH_Z = 0.90, (-1.75, 1.60), (2.78, 3.52)
LEFT, RIGHT, SILL, HEAD = -1.10, 1.15, 1.22, 2.16
"""The window in the back wall."""
LAMP = (0.22, 1.70, 2.98)
STOVE = (-2.35, 0.0, 1.75)
TRESTLE, TRESTLE_Z = 0.72, 0.95
"""Height of the board on the trestles, and where it lies."""
HONEY: Colour = (0.27, 0.165, 0.080)
OAK: Colour = (0.180, 0.105, 0.055)
STEEL: Colour = (0.46, 0.46, 0.47)
CLOCKS = (
    (2.30, 0.17, 1.15),
    (1.92, 0.11, 1.62),
    (2.22, 0.13, 0.68),
    (1.78, 0.20, 0.20),
    (2.25, 0.15, -0.25),
    (1.72, 0.10, 0.72),
)
"""Height, radius and z of the clocks on the right wall."""


def _shell() -> list[Solid]:
    floor = wood((0.170, 0.112, 0.066), 2, 0.18, plank=0.19, across=0, worn=0.6, mirror=0.05)
    wall = plaster((0.315, 0.265, 0.195), stain=0.4)
    boards = wood((0.150, 0.105, 0.068), along=2, plank=0.21, across=0, gloss=0.06, grain=0.6)
    made = list(
        room(
            (-SIDE, 0, FRONT),
            (SIDE, CEILING, BACK),
            floor=floor,
            wall=wall,
            ceiling=boards,
            openings=[("Z", LEFT, RIGHT, SILL, HEAD)],
        )
    )
    beam = wood((0.120, 0.075, 0.043), 0, 0.12, across=1)
    made.append(
        joined([box(beam, (-SIDE, CEILING - 0.19, z - 0.085), (SIDE, CEILING, z + 0.085)) for z in (-1.3, 0.35, 2.0)])
    )
    # Timber lies on battens under the beams.
    planks = wood(HONEY, 2, 0.12, across=0, seed=4)
    rack = [
        box(planks, (x, CEILING - 0.235, -1.5 + 0.1 * k), (x + 0.17, CEILING - 0.20, 2.3 - 0.13 * (k % 3)))
        for k, x in enumerate((-1.9, -1.70, -1.49, 1.15, 1.36))
    ]
    made.append(joined(rack))
    # Boards of a dado along the side walls.
    panels = wood((0.105, 0.066, 0.040), 1, 0.2, plank=0.14, across=2)
    made += [
        box(panels, (-SIDE, 0, FRONT), (-SIDE + 0.02, 0.95, BACK), faces="XY"),
        box(panels, (SIDE - 0.02, 0, FRONT), (SIDE, 0.95, BACK), faces="xY"),
    ]
    return made


def _window(seed: int) -> list[Solid]:
    made = fit.window(
        BACK + 0.006, LEFT, RIGHT, SILL, HEAD, reveal=plaster((0.33, 0.28, 0.21), stain=0.0), columns=5, rows=3
    )

    def town(s: Surface) -> Finish:
        u, v = s.local[:, 0], s.local[:, 1]
        i, j = np.floor(u / 1.35), np.floor(v / 1.5)
        a, b = np.abs(u - (i + 0.5) * 1.35), np.abs(v - (j + 0.45) * 1.5)
        lit = (a < 0.24) & (b < 0.36) & (chance(i * 13 + j * 57, seed + 6) < 0.17) & (a > 0.025)
        grey = 0.008 + 0.012 * quick_fbm(u * 0.9, v * 0.9, 3, 3)
        return Finish(
            np.zeros((len(u), 3), F),
            emission={
                "moon": (grey[:, None] * np.array([0.9, 1.0, 1.0])).astype(F),
                "key": (lit[:, None] * np.asarray((0.42, 0.36, 0.26))).astype(F),
            },
        )

    def roofs(local: Array) -> Mask:
        x, y = local[:, 0], local[:, 1]
        house = np.floor(x / 4.2)
        f = np.mod(x / 4.2, 1.0)
        eave = 3.0 + 1.6 * chance(house, 5)
        gable = 2.0 * (0.5 - np.abs(f - 0.5)) * (1.2 + chance(house, 6))
        chimney = ((f > 0.64) & (f < 0.75)) * (0.9 + 0.8 * chance(house, 7)) * (chance(house, 8) > 0.35)
        spire = np.where(np.abs(x - 27.0) < 0.8, 2.6 + np.clip(2.6 - 3.4 * np.abs(x - 27.0), 0, 9), 0)
        return np.asarray(y < np.maximum(eave + np.maximum(gable, chimney), 3.2 + spire))

    made.append(panel(town, (-26, -3.2, 24), (52, 0, 0), (0, 14, 0), cut=roofs, casts=False))
    return made


def _bench() -> list[Solid]:
    (x0, x1), (z0, z1) = BENCH_X, BENCH_Z
    top = wood((0.285, 0.180, 0.092), 0, 0.35, plank=0.19, across=2, seed=2, worn=0.8)
    stuff = wood(OAK, 1, 0.25, across=0)
    rail = wood(OAK, 0, 0.25)
    made = [
        box(top, (x0, BENCH - 0.09, z0), (x1, BENCH, z1)),
        box(rail, (x0 + 0.05, BENCH - 0.26, z0 + 0.06), (x1 - 0.05, BENCH - 0.09, z0 + 0.09)),
        joined(
            [
                box(stuff, (x, 0, z), (x + 0.11, BENCH - 0.09, z + 0.11))
                for x in (x0 + 0.08, x1 - 0.19)
                for z in (z0 + 0.05, z1 - 0.16)
            ]
        ),
        box(rail, (x0 + 0.1, 0.20, z0 + 0.10), (x1 - 0.1, 0.24, z1 - 0.05)),
    ]
    # Vice, and a drawer with a knob.
    jaw = wood((0.22, 0.13, 0.068), 1, 0.3, across=0)
    made += [
        box(jaw, (x0 + 0.22, 0.42, z0 - 0.085), (x0 + 0.40, BENCH, z0 - 0.02)),
        rod(metal(STEEL, 0.5), (x0 + 0.31, 0.70, z0 - 0.22), (x0 + 0.31, 0.70, z0), 0.017),
        rod(jaw, (x0 + 0.17, 0.70, z0 - 0.21), (x0 + 0.45, 0.70, z0 - 0.21), 0.012),
        box(wood(HONEY, 0, 0.35), (0.15, BENCH - 0.245, z0 + 0.045), (0.75, BENCH - 0.10, z0 + 0.06)),
        ball(metal(fit.BRASS, 0.6), (0.45, BENCH - 0.17, z0 + 0.03), 0.02, rings=6, sides=8),
    ]
    # On the shelf below: boxes, a basket of offcuts.
    made.append(
        joined(
            [
                box(wood(OAK, 0, 0.2, plank=0.12, across=1), (x, 0.24, z0 + 0.16), (x + w, 0.24 + h, z1 - 0.12))
                for x, w, h in ((-1.1, 0.42, 0.26), (-0.60, 0.34, 0.18), (0.62, 0.50, 0.30))
            ]
        )
    )
    made += _on_bench()
    return made


def _on_bench() -> list[Solid]:
    """A plane, a mallet, a glue pot, a clock's open movement, and a small boat half made."""
    y = BENCH
    made: list[Solid] = []
    # A plane with its blade, and curls before it.
    body = wood((0.22, 0.12, 0.06), 0, 0.5)
    made += [
        box(body, (-1.02, y, 2.90), (-0.74, y + 0.065, 2.97), yaw=0.3),
        box(metal(STEEL, 0.7), (-0.895, y + 0.05, 2.905), (-0.875, y + 0.13, 2.965), yaw=0.3),
        ball(body, (-0.97, y + 0.085, 2.93), 0.026, rings=6, sides=8),
    ]
    # The movement of a clock: plates, wheels, a pendulum.
    brass = metal((0.70, 0.48, 0.20), 0.75)
    cx, cz = 0.18, 3.02
    made.append(box(wood((0.12, 0.065, 0.035), 0, 0.5), (cx - 0.16, y, cz - 0.10), (cx + 0.16, y + 0.03, cz + 0.10)))
    for px in (-0.11, 0.11):
        made.append(rod(brass, (cx + px, y + 0.03, cz), (cx + px, y + 0.31, cz), 0.009))
    for wx, wy, r, teeth in ((-0.035, 0.13, 0.085, 24), (0.055, 0.215, 0.055, 16), (-0.055, 0.265, 0.035, 12)):
        made.append(_gear(brass, (cx + wx, y + wy, cz - 0.012 + 0.01 * teeth / 12), r, teeth))
    made += [
        box(brass, (cx - 0.13, y + 0.305, cz - 0.02), (cx + 0.13, y + 0.325, cz + 0.02)),
        rod(brass, (cx, y + 0.31, cz + 0.035), (cx + 0.02, y + 0.075, cz + 0.035), 0.004, sides=5),
        ball(brass, (cx + 0.022, y + 0.07, cz + 0.035), (0.028, 0.028, 0.010), rings=8, sides=14),
    ]
    # A mallet, chisels, a pot of glue with its brush.
    handle = wood((0.26, 0.16, 0.08), 0, 0.4)
    made += [
        rod(handle, (-0.55, y + 0.03, 2.86), (-0.30, y + 0.03, 2.93), 0.014),
        box(handle, (-0.36, y, 2.86), (-0.25, y + 0.085, 3.0), yaw=-0.26),
    ]
    for k in range(3):
        x = 0.62 + 0.085 * k
        made += [
            rod(handle, (x, y + 0.018, 2.86), (x + 0.03, y + 0.018, 2.97), 0.015),
            box(metal(STEEL, 0.7), (x + 0.02, y + 0.008, 2.97), (x + 0.042, y + 0.022, 3.11)),
        ]
    copper = metal(fit.COPPER, 0.6)
    made += [
        lathe(copper, (1.20, y, 3.10), [(0.055, 0), (0.07, 0.02), (0.068, 0.10), (0.075, 0.11)], sides=16),
        rod(handle, (1.20, y + 0.05, 3.10), (1.27, y + 0.24, 3.12), 0.008),
    ]
    made += _toy_boat((-0.62, y, 3.22), 0.42)
    return made


def _gear(material: object, middle: Vec3, radius: float, teeth: int) -> Solid:
    """A toothed wheel that faces the room."""
    hub, rim = radius * 0.16, radius * 0.74

    def cut(local: Array) -> Mask:
        a, b = local[:, 0] - radius, local[:, 1] - radius
        r, angle = np.hypot(a, b), np.arctan2(b, a)
        edge = radius * (0.92 + 0.08 * np.sign(np.sin(angle * teeth)))
        spokes = np.abs(np.mod(angle / (math.pi / 2) + 0.5, 1) - 0.5) * r < 0.014
        return np.asarray((r < edge) & ((r > rim) | (r < 2 * hub) | spokes))

    x, y, z = middle
    return panel(material, (x - radius, y - radius, z), (2 * radius, 0, 0), (0, 2 * radius, 0), cut=cut)  # type: ignore[arg-type]


def _toy_boat(foot: Vec3, length: float) -> list[Solid]:
    """A small sailing boat on a cradle."""
    x, y, z = foot
    u, v = np.meshgrid(np.linspace(-1, 1, 15), np.linspace(-1, 1, 9))
    beam = 0.28 * length * np.clip(1 - np.abs(u) ** 2.2, 0, 1) ** 0.6
    hull = np.stack([x + u * length / 2, y + 0.05 + 0.11 * v**2 + 0.03 * u**2, z + v * beam * 0.5], -1).astype(F)
    mast = y + 0.16 + length * 0.95
    sail = np.array(
        [
            [(x + 0.02, y + 0.22, z), (x + 0.02, mast - 0.03, z)],
            [(x + length * 0.42, y + 0.22, z - 0.02), (x + 0.025, mast - 0.04, z)],
        ],
        F,
    )
    return [
        grid(wood((0.24, 0.135, 0.065), 0, 0.45, plank=0.022, across=1), hull),
        box(wood(HONEY, 0, 0.3), (x - length * 0.36, y + 0.125, z - 0.03), (x + length * 0.36, y + 0.135, z + 0.03)),
        rod(wood(HONEY, 0, 0.4), (x, y + 0.10, z), (x, mast, z), 0.007, sides=6),
        grid(plain((0.44, 0.41, 0.34), 0.05, thin=0.5), sail),
        box(wood(OAK, 0, 0.2), (x - 0.10, y, z - 0.06), (x - 0.08, y + 0.09, z + 0.06)),
        box(wood(OAK, 0, 0.2), (x + 0.08, y, z - 0.06), (x + 0.10, y + 0.09, z + 0.06)),
    ]


def _tools() -> list[Solid]:
    """A board of tools at the left of the window: saws, squares, hammers, a row of chisels."""
    x0, x1, z = -2.85, -1.35, BACK
    made: list[Solid] = [
        box(wood((0.135, 0.086, 0.052), 1, 0.2, plank=0.15, across=0), (x0, 1.12, z - 0.03), (x1, 2.30, z)),
        box(wood(OAK, 0, 0.3), (x0, 1.42, z - 0.11), (x1, 1.445, z - 0.02)),
    ]
    steel, grip = metal(STEEL, 0.65), wood((0.24, 0.135, 0.068), 1, 0.4, across=0)
    blades, grips = [], []
    for k in range(8):
        x = x0 + 0.13 + 0.088 * k
        long = 0.13 + 0.05 * float(chance(k, 4))
        blades.append(
            box(steel, (x - 0.010 - 0.001 * k, 1.44 - long, z - 0.075), (x + 0.010 + 0.001 * k, 1.425, z - 0.069))
        )
        grips.append(
            lathe(
                grip,
                (x, 1.445, z - 0.072),
                [(0.010, 0), (0.018, 0.03), (0.014, 0.07), (0.019, 0.11), (0.0, 0.125)],
                sides=9,
            )
        )

    def saw(long: float) -> object:
        def cut(local: Array) -> Mask:
            u, v = local[:, 0], local[:, 1]
            tooth = 0.006 * np.abs(np.mod(u / 0.014, 1) - 0.5)
            low = 0.05 * u / long + tooth
            return np.asarray((v > low) & (v < 0.155))

        return cut

    for k, (x, y, long) in enumerate(((x0 + 0.20, 2.02, 0.56), (x0 + 0.22, 1.76, 0.44))):
        blades.append(panel(steel, (x, y, z - 0.045), (long, 0, 0), (0, 0.155, 0), cut=saw(long)))  # type: ignore[arg-type]
        grips.append(ball(grip, (x - 0.03, y + 0.07 - 0.01 * k, z - 0.05), (0.055, 0.075, 0.015), rings=8, sides=10))
    for k, x in enumerate((-1.78, -1.63, -1.48)):
        grips.append(rod(grip, (x, 1.60, z - 0.06), (x, 1.92, z - 0.06), 0.013))
        blades.append(box(steel, (x - 0.055, 1.90, z - 0.08), (x + 0.05 + 0.01 * k, 1.945, z - 0.045)))
    blades += [
        box(steel, (-1.92, 1.62, z - 0.045), (-1.895, 2.02, z - 0.04)),
        box(steel, (-2.06, 2.0, z - 0.045), (-1.895, 2.025, z - 0.04)),
    ]
    # The blades keep their own cuts, so they are not joined.
    return [*made, *blades, joined(grips)]


def _clock_wall(seed: int) -> list[Solid]:
    """Clocks along the right wall, a long-case clock in the corner, and shelves of toys."""
    made: list[Solid] = []
    for k, (y, r, z) in enumerate(CLOCKS):
        shown = (1 + (7 * k + seed) % 12 + 0.4, (13 * k + 11 * seed) % 60)
        hue = ((0.19, 0.10, 0.05), (0.11, 0.06, 0.035), (0.24, 0.15, 0.07))[k % 3]
        made += fit.wall_clock((SIDE - 0.005, y, z), r, wall="X", time=(float(shown[0]), float(shown[1])), colour=hue)
    for k, (x, y, r) in enumerate(((1.66, 2.02, 0.14), (1.92, 1.62, 0.10), (1.55, 1.56, 0.085))):
        shown = (1 + (5 * k + seed) % 12 + 0.4, (17 * k + 7 * seed) % 60)
        made += fit.wall_clock((x, y, BACK - 0.005), r, time=(float(shown[0]), float(shown[1])), colour=OAK)
    made += _long_case((2.42, 0.0, BACK - 0.02))
    shelf = wood(OAK, 2, 0.3, across=0)
    made += [
        box(shelf, (SIDE - 0.26, 1.34, -0.55), (SIDE, 1.37, 1.95)),
        box(shelf, (SIDE - 0.03, 1.25, -0.5), (SIDE, 1.34, 1.9)),
    ]
    made += _toy_boat((SIDE - 0.14, 1.37, 0.05), 0.24)
    tops, blocks = [], []
    for k in range(7):
        z = 0.38 + 0.21 * k
        if k % 3 == 1:
            r = 0.055
            tops.append(
                lathe(
                    _painted,
                    (SIDE - 0.14, 1.37, z),
                    [(0.004, 0), (r, 0.075), (r * 0.9, 0.095), (0.012, 0.11), (0.009, 0.16), (0, 0.165)],
                    sides=14,
                )
            )
        elif k % 3 == 0:
            h = 0.10 + 0.05 * float(chance(k, 2))
            blocks.append(box(_painted, (SIDE - 0.20, 1.37, z - 0.05), (SIDE - 0.08, 1.37 + h, z + 0.05)))
            roof = np.array(
                [
                    [(SIDE - 0.215, 1.36 + h, z - 0.065), (SIDE - 0.065, 1.36 + h, z - 0.065)],
                    [(SIDE - 0.215, 1.46 + h, z), (SIDE - 0.065, 1.46 + h, z)],
                    [(SIDE - 0.215, 1.36 + h, z + 0.065), (SIDE - 0.065, 1.36 + h, z + 0.065)],
                ],
                F,
            )
            blocks.append(grid(_painted, roof))
        else:
            tops.append(ball(_painted, (SIDE - 0.14, 1.43, z), 0.06, rings=8, sides=12))
    made += [joined(tops), joined(blocks)]
    return made


def _painted(s: Surface) -> Finish:
    """Toys in bands of worn paint."""
    hues = np.array([(0.24, 0.055, 0.04), (0.07, 0.115, 0.17), (0.28, 0.19, 0.06), (0.075, 0.12, 0.065)], F)
    band = np.floor(s.p[:, 1] / 0.045) + 3 * np.floor(s.p[:, 2] / 0.21)
    worn = 0.7 + 0.6 * quick_fbm(s.p[:, 2] * 30, s.p[:, 1] * 30, 4, 3)
    return Finish((hues[(chance(band, 3) * 4).astype(int)] * worn[:, None]).astype(F), 0.35)


def _long_case(foot: Vec3) -> list[Solid]:
    """A long-case clock whose pendulum hangs behind glass."""
    x, y, z = foot
    stuff, plank = wood((0.13, 0.068, 0.038), 1, 0.45, across=0, seed=5), wood((0.15, 0.08, 0.045), 0, 0.45, seed=6)
    brass = metal(fit.BRASS, 0.7)
    made = [
        box(stuff, (x - 0.25, y, z - 0.26), (x + 0.25, y + 0.52, z)),
        box(plank, (x - 0.28, y + 0.50, z - 0.29), (x + 0.28, y + 0.55, z)),
        box(stuff, (x - 0.19, y + 0.55, z - 0.22), (x - 0.13, y + 1.55, z)),
        box(stuff, (x + 0.13, y + 0.55, z - 0.22), (x + 0.19, y + 1.55, z)),
        box(plain((0.016, 0.011, 0.009)), (x - 0.15, y + 0.55, z - 0.05), (x + 0.15, y + 1.55, z)),
        box(plank, (x - 0.27, y + 1.53, z - 0.28), (x + 0.27, y + 1.58, z)),
        box(stuff, (x - 0.24, y + 1.58, z - 0.25), (x + 0.24, y + 2.06, z)),
        box(plank, (x - 0.28, y + 2.06, z - 0.29), (x + 0.28, y + 2.12, z)),
        rod(brass, (x, y + 1.5, z - 0.14), (x + 0.03, y + 0.80, z - 0.14), 0.007),
        ball(brass, (x + 0.033, y + 0.78, z - 0.14), (0.075, 0.075, 0.018), rings=10, sides=18),
        *(
            lathe(
                brass,
                (x + s, y + 0.95 - 1.4 * s, z - 0.13),
                [(0.0, 0), (0.028, 0.0), (0.028, 0.20), (0, 0.20)],
                sides=12,
            )
            for s in (-0.08, 0.09)
        ),
        ball(brass, (x, y + 2.17, z - 0.14), 0.04, rings=6, sides=10),
    ]
    return made + fit.wall_clock((x, y + 1.81, z - 0.25), 0.19, time=(9.8, 47.0), colour=(0.45, 0.32, 0.14))


def _floor_things(seed: int) -> list[Solid]:
    """Trestles with a board, a stool, planks in the corner, a basket of offcuts, curls of shavings."""
    stuff = wood(OAK, 1, 0.2, across=0)
    made: list[Solid] = []
    legs = []
    for x in (-2.25, -1.10):
        for dx, dz in ((0, -0.28), (0, 0.28)):
            legs.append(
                rod(stuff, (x + dx, 0, TRESTLE_Z + dz), (x, TRESTLE - 0.10, TRESTLE_Z + 0.25 * dz), 0.028, sides=7)
            )
        legs.append(
            box(stuff, (x - 0.05, TRESTLE - 0.12, TRESTLE_Z - 0.34), (x + 0.05, TRESTLE - 0.03, TRESTLE_Z + 0.34))
        )
    made += [
        joined(legs),
        box(
            wood(HONEY, 0, 0.3, seed=9, worn=0.6),
            (-2.65, TRESTLE - 0.03, TRESTLE_Z - 0.19),
            (-0.75, TRESTLE, TRESTLE_Z + 0.16),
        ),
    ]
    stool = wood((0.21, 0.125, 0.065), 1, 0.35, across=0)
    sx, sz = 0.62, 2.32
    made += [
        lathe(stool, (sx, 0.56, sz), [(0.0, 0), (0.17, 0.0), (0.18, 0.02), (0.17, 0.045), (0.0, 0.045)], sides=20),
        joined(
            [
                rod(
                    stool,
                    (sx + 0.19 * math.cos(a), 0, sz + 0.19 * math.sin(a)),
                    (sx + 0.11 * math.cos(a), 0.57, sz + 0.11 * math.sin(a)),
                    0.017,
                )
                for a in (0.6, 2.1, 3.7, 5.2)
            ]
        ),
    ]
    for k in range(6):
        x = -2.92 + 0.035 * k
        z = 2.62 + 0.13 * k
        lean = 0.28 - 0.03 * k
        tall = 2.15 + 0.25 * float(chance(k, seed))
        hue = tuple(c * (0.7 + 0.6 * float(chance(k, 3))) for c in HONEY)
        board = np.array([[(x + lean, 0, z), (x + lean, 0, z + 0.16)], [(x, tall, z), (x, tall, z + 0.16)]], F)
        made.append(grid(wood(hue, 1, 0.15, across=0, seed=k), board))  # type: ignore[arg-type]
    wicker = plain((0.22, 0.15, 0.075), 0.1, vary=0.55, scale=30)
    made.append(lathe(wicker, (1.95, 0, 2.15), [(0.20, 0), (0.24, 0.1), (0.27, 0.34), (0.28, 0.36)], sides=18))
    made.append(
        joined(
            [
                box(
                    wood(HONEY, 0, 0.15),
                    (1.80 + 0.11 * (k % 3), 0.10, 2.04 + 0.08 * (k // 3)),
                    (1.84 + 0.11 * (k % 3), 0.46 + 0.1 * float(chance(k, 6)), 2.09 + 0.08 * (k // 3)),
                    yaw=0.6 * k,
                )
                for k in range(7)
            ]
        )
    )
    curls = []
    for k in range(30):
        a, b = float(chance(k, seed + 21)), float(chance(k, 22))
        x, z = (-1.9 + 2.3 * a, TRESTLE_Z - 0.5 + 1.0 * b) if k % 3 else (-1.2 + 1.6 * a, 2.35 + 0.4 * b)
        turn, r = 6.3 * float(chance(k, 23)), 0.026 + 0.018 * float(chance(k, 24))
        q = np.linspace(0, 4.6, 8)
        arc = np.stack(
            [
                x + r * np.cos(q) * math.cos(turn) + 0.004 * q,
                0.008 + r + r * np.sin(q),
                z + r * np.cos(q) * math.sin(turn) + 0.008 * q,
            ],
            -1,
        )
        curls.append(tube(plain((0.34, 0.24, 0.13), 0.15, vary=0.3, thin=0.3), arc, 0.013, sides=4))
    made.append(joined(curls).replace(casts=False))
    return made


def _lamp() -> tuple[list[Solid], Lamp]:
    """A lamp with a brass shade low over the bench."""
    x, y, z = LAMP

    def lit(s: Surface) -> Finish:
        shine = 0.80 - 0.35 * np.clip(s.local[:, 1] / 0.13, 0, 1)
        return Finish(np.full((len(s.p), 3), 0.4, F), 0.2, emission={"key": np.repeat(shine[:, None], 3, 1).astype(F)})

    solids = [
        lathe(
            metal((0.52, 0.36, 0.15), 0.55),
            (x, y, z),
            [(0.20, 0.0), (0.16, 0.06), (0.07, 0.13), (0.04, 0.17), (0.02, 0.20)],
            sides=26,
            casts=False,
        ),
        lathe(lit, (x, y - 0.005, z), [(0.19, 0.004), (0.15, 0.055), (0.065, 0.12)], sides=26, casts=False),
        ball(glow("key", (1.5, 1.35, 1.1)), (x, y + 0.01, z), (0.036, 0.05, 0.036), casts=False),
        rod(iron(), (x, y + 0.19, z), (x, CEILING, z), 0.007, casts=False),
    ]

    def down(v: Array) -> Array:
        fall = -v[:, 1] / (np.linalg.norm(v, axis=1) + 1e-6)
        return np.asarray(0.24 + 0.76 * np.clip((fall + 0.34) / 0.42, 0, 1), F)

    return solids, Lamp("key", (x, y - 0.01, z), 1.75, 0.08, shade=down, bounce=0.12, reach=2.4, skin=0.23)


def solids(seed: int) -> Scenery:
    """The workshop for a seed: what the clocks show, planks and shavings, which windows of the town are lit."""
    stove, fire = fit.stove(STOVE, -1.25, ceiling=CEILING)
    lamp_parts, lamp = _lamp()
    parts = (
        _shell() + _window(seed) + _bench() + _tools() + _clock_wall(seed) + _floor_things(seed) + stove + lamp_parts
    )
    sources: tuple[Source, ...] = (
        lamp,
        fire,
        Lamp("key", (0.4, 2.35, 0.6), 0.22, 0.5, shadow=0.0, bounce=0.05, reach=2.0),
        Sun("moon", (0.45, 0.50, 0.74), 2.2, dust=0.010, dust_reach=5.5),
        Pane("moon", (LEFT, SILL, BACK + 0.2), (RIGHT - LEFT, 0, 0), (0, HEAD - SILL, 0), 0.8),
    )
    return Scenery(tuple(parts), sources, ("key", "fire", "moon"), sky_open=False)


def light(atmosphere: Atmosphere) -> PlaceLight:
    """Lamp and stove burn all night; the window follows the hour."""
    outside = hour_light(atmosphere)
    cosy = 1.0 + 0.15 * atmosphere.warmth
    return PlaceLight(
        {
            "key": life.scaled((1.0, 0.60, 0.27), cosy),
            "fire": life.scaled((1.1, 0.40, 0.115), cosy),
            "moon": outside.window,
        },
        night_palette(outside, key=(1.0, 0.54, 0.20), rim=(0.018, 0.024, 0.042)),
        outside.stage,
    )


def flicker(group: str, t: float) -> float:
    """The lamp is steady, the stove breathes."""
    return life.fire_flicker(t, 3, 0.15) if group == "fire" else 1.0


def small_life(moment: PlaceMoment) -> tuple[Form, ...]:
    """Sawdust under the lamp, steam from the glue pot."""
    lamp = moment.light.tints["key"]
    f, t = moment.framing, moment.t
    return (
        life.dust(f, t, moment.seed, ((-1.5, 0.9, 1.6), (1.9, 2.3, 3.4)), LAMP, life.scaled(lamp, 0.6), reach=1.2),
        life.steam(
            f, t, moment.seed + 3, (1.20, 1.02, 3.10), life.scaled(lamp, 0.5), height=0.34, width=0.04, count=24
        ),
    )


PLACE = Place(
    name="workshop",
    framings=(
        Framing("bench", (0.20, 1.50, -1.25), 0.03, 1.50, 0.07, Move(push=0.04), calm=(CalmSpot(1.12, 0.64, 0.25),)),
        Framing("clocks", (-0.75, 1.42, 0.55), 0.78, 1.30, 0.02, Move(drift=0.04), calm=(CalmSpot(0.5, 0.7, 0.22),)),
        Framing("tools", (1.30, 1.30, 1.35), -0.62, 1.38, 0.00, Move(drift=-0.04), calm=(CalmSpot(-0.75, 0.6, 0.26),)),
    ),
    anchors=(
        Anchor(
            "at_bench",
            (-0.28, 0.0, 2.42),
            "floor",
            1.9,
            "hero",
            ("bench",),
            2.8,
            ("work", "make", "build", "carve", "mend", "repair", "stand", "hammer", "saw"),
        ),
        Anchor(
            "stool",
            (0.62, 0.605, 2.32),
            "seat",
            1.9,
            "hero",
            ("bench", "clocks"),
            3.6,
            ("sit", "listen", "watch", "wait"),
        ),
        Anchor(
            "floor_right",
            (1.45, 0.0, 1.95),
            "floor",
            1.9,
            "companion",
            ("bench", "clocks"),
            0.5,
            ("look", "come", "walk", "stand"),
        ),
        Anchor(
            "before_stove",
            (-0.80, 0.0, 1.95),
            "floor",
            0.9,
            "companion",
            ("bench",),
            0.3,
            ("sleep", "curl", "lie", "warm"),
            ("cat", "dog"),
        ),
        Anchor(
            "bench_middle",
            (0.42, BENCH, 2.92),
            "top",
            0.40,
            "hero",
            ("bench", "clocks", "tools"),
            holds=("clock", "compass", "key", "lock", "mask", "violin"),
        ),
        Anchor(
            "bench_right",
            (1.02, BENCH, 2.94),
            "top",
            0.35,
            "companion",
            ("bench", "clocks"),
            holds=("bottle", "jar", "box", "candle"),
        ),
        Anchor(
            "bench_left",
            (-1.18, BENCH, 3.12),
            "top",
            0.35,
            "companion",
            ("bench", "tools"),
            holds=("box", "bell", "crown"),
        ),
        Anchor(
            "trestle",
            (-1.25, TRESTLE, TRESTLE_Z),
            "top",
            0.55,
            "companion",
            ("bench",),
            holds=("violin", "boat", "wheel", "harp"),
        ),
        Anchor(
            "shelf",
            (SIDE - 0.14, 1.37, 1.83),
            "top",
            0.40,
            "companion",
            ("clocks",),
            holds=("book", "hourglass", "bird"),
        ),
        Anchor(
            "sill",
            (0.82, SILL, BACK + 0.10),
            "top",
            0.35,
            "companion",
            ("bench", "tools", "clocks"),
            holds=("plant", "bird", "flower", "candle"),
        ),
        Anchor(
            "beam",
            (-0.75, CEILING - 0.19, 2.0),
            "hang",
            0.7,
            "companion",
            ("bench",),
            holds=("lantern", "kite", "swing", "cage"),
        ),
        Anchor("window", (-0.5, 2.4, 23.0), "view", 3.0, "backdrop", ("bench",)),
        Anchor("air", (1.05, 1.95, 2.1), "air", 0.5, "companion", ("bench", "clocks")),
    ),
    solids=solids,
    light=light,
    life=small_life,
    flicker=flicker,
)
