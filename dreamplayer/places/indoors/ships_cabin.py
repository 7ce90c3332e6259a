"""The captain's cabin of a sailing ship: stern windows over a moonlit sea, charts under a hanging lantern, a bunk.

Five metres wide, 2.2 m high; x from -2.4 (the bunk) to 2.4 (desk and books), z from -2.4 to the stern windows (3.2),
which lean outwards. The sea lies 4 m below. Groups of light: "key" is the lantern over the table, "moon" the night and
the sea.
"""

from __future__ import annotations

import math

import numpy as np

from dreamplayer.drawing import place_life as life
from dreamplayer.drawing.place import Place, PlaceLight, PlaceMoment
from dreamplayer.drawing.place_light import hour_light, night_palette
from dreamplayer.drawing.primitives import Dots, Form, f32
from dreamplayer.drawing.solids import furniture as fit
from dreamplayer.drawing.solids.materials import chance, cloth, glow, iron, metal, mixed, plain, spines, step, wood
from dreamplayer.drawing.solids.shapes import ball, box, grid, joined, lathe, panel, rod, tube
from dreamplayer.drawing.solids.solid import Array, F, Finish, Lamp, Mask, Pane, Scenery, Solid, Source, Sun, Surface
from dreamplayer.kit.hashing import uniform
from dreamplayer.kit.noise import quick_fbm, quick_noise
from dreamplayer.model.atmosphere import Atmosphere
from dreamplayer.model.place import Anchor, CalmSpot, Framing, Move
from dreamplayer.model.reading import Colour

SIDE, CEILING, STERN, FRONT = 2.4, 2.2, 3.2, -2.4
SILL, HEAD = 0.98, 1.84
PANES = 5
WIDE = 2.05
"""Half width of the row of windows."""
SEAT = 0.48
TABLE = (0.10, 0.76, 1.25)
"""Middle of the table, at the height of its top."""
LANTERN = (0.18, 1.62, 1.30)
BUNK = 0.78
DESK = (2.02, 0.80, 0.95)
SEA = -4.0
MOON = (-0.30, 0.22, 1.0)
"""Direction to the moon."""
MAHOGANY: Colour = (0.175, 0.082, 0.045)
DEAL: Colour = (0.230, 0.145, 0.080)


def _shell() -> list[Solid]:
    """Planked floor, panelled sides that lean in, beams under the deck."""
    floor = wood((0.175, 0.115, 0.068), 2, 0.35, plank=0.15, across=0, worn=0.5, mirror=0.06)
    side = wood(MAHOGANY, 2, 0.42, plank=0.30, across=1, seed=4)
    deck = wood((0.140, 0.092, 0.056), 2, 0.12, plank=0.17, across=0)
    made: list[Solid] = [
        panel(floor, (-SIDE, 0, FRONT), (2 * SIDE, 0, 0), (0, 0, STERN - FRONT)),
        panel(wood(MAHOGANY, 0, 0.35, plank=0.3, across=1), (-SIDE, 0, FRONT), (2 * SIDE, 0, 0), (0, CEILING + 0.2, 0)),
    ]
    z = np.linspace(FRONT, STERN, 12)
    for s in (-1, 1):
        up = np.linspace(0, CEILING + 0.05, 9)[:, None]
        x = s * (SIDE - 0.20 * (up / CEILING) ** 2 - 0.22 * np.clip((z[None] - 1.2) / 2.0, 0, 1) ** 2)
        made.append(grid(side, np.stack([x, up + 0 * z[None], z[None] + 0 * up], -1).astype(F)))
    x = np.linspace(-SIDE, SIDE, 15)[None]
    camber = CEILING + 0.10 * (1 - (x / SIDE) ** 2)
    made.append(grid(deck, np.stack([x + 0 * z[:, None], camber + 0 * z[:, None], z[:, None] + 0 * x], -1).astype(F)))
    beam = wood((0.130, 0.072, 0.042), 0, 0.2, across=1)
    beams = []
    for at in (-1.5, -0.35, 0.80, 1.95, 2.95):
        points = np.stack([x[0], camber[0] - 0.075, 0 * x[0] + at], -1)
        beams.append(tube(beam, points, 0.085, sides=6))
    made.append(joined(beams))
    rails = []
    for s in (-1, 1):
        for y, r in ((0.08, 0.06), (0.92, 0.025)):
            line = np.stack(
                [
                    s * (SIDE - 0.02 - 0.20 * (y / CEILING) ** 2 - 0.22 * np.clip((z - 1.2) / 2.0, 0, 1) ** 2),
                    0 * z + y,
                    z,
                ],
                -1,
            )
            rails.append(tube(wood(DEAL, 0, 0.4), line, r, sides=6))
    made.append(joined(rails))
    return made


def _stern() -> list[Solid]:
    """The stern: a wall with five windows in carved posts, leaning outwards, and the seat below them."""
    oak = wood(MAHOGANY, 0, 0.4, seed=7)
    lean = 0.22

    def gallery(local: Array) -> Mask:
        x, y = local[:, 0] - SIDE, local[:, 1]
        f = np.mod((x + WIDE) / (2 * WIDE / PANES), 1.0)
        arch = HEAD - 0.10 * (2 * np.abs(f - 0.5)) ** 2.4
        return np.asarray(~((np.abs(x) < WIDE) & (y > SILL) & (y < arch) & (f > 0.07) & (f < 0.93)))

    made: list[Solid] = [
        panel(oak, (-SIDE, 0, STERN), (2 * SIDE, 0, 0), (0, CEILING + 0.25, lean), cut=gallery),
    ]

    def at(y: float) -> float:
        return STERN + lean * y / (CEILING + 0.25)

    step_x = 2 * WIDE / PANES
    bars, posts = [], []
    lead = plain((0.10, 0.085, 0.065), 0.4)
    for k in range(PANES + 1):
        x = -WIDE + k * step_x
        posts.append(
            tube(
                wood(DEAL, 0, 0.5),
                [
                    (x, SILL - 0.1, at(SILL - 0.1) - 0.04),
                    (x, 1.4, at(1.4) - 0.065),
                    (x, HEAD + 0.12, at(HEAD + 0.12) - 0.04),
                ],
                [0.05, 0.036, 0.055],
                sides=8,
            )
        )
    for k in range(PANES):
        x = -WIDE + k * step_x
        for q in (0.36, 0.64):
            bars.append(
                rod(
                    lead,
                    (x + q * step_x, SILL, at(SILL) + 0.02),
                    (x + q * step_x, HEAD, at(HEAD) + 0.02),
                    0.008,
                    sides=5,
                )
            )
        for y in (1.22, 1.46, 1.68):
            bars.append(rod(lead, (x, y, at(y) + 0.02), (x + step_x, y, at(y) + 0.02), 0.008, sides=5))
    made += [joined(posts), joined(bars)]
    made += [
        box(wood(DEAL, 0, 0.5), (-WIDE - 0.1, SILL - 0.06, STERN - 0.08), (WIDE + 0.1, SILL, STERN + 0.12)),
        box(wood(DEAL, 0, 0.4), (-WIDE - 0.1, HEAD + 0.10, STERN + 0.02), (WIDE + 0.1, HEAD + 0.17, STERN + 0.20)),
        box(wood(MAHOGANY, 1, 0.35, plank=0.42, across=0), (-1.95, 0, STERN - 0.52), (1.95, SEAT - 0.10, STERN)),
    ]
    cushion = plain((0.155, 0.050, 0.042), 0.08, vary=0.25, scale=5)

    def puff(unit: Array) -> Array:
        return np.asarray((np.abs(unit) ** 6).sum(1) ** (-1 / 6), F)

    made += [
        ball(cushion, (x, SEAT - 0.05, STERN - 0.27), (0.62, 0.065, 0.25), rings=10, sides=20, lump=puff)
        for x in (-1.28, 0.0, 1.28)
    ]
    made += [
        ball(
            plain(hue, 0.06, vary=0.25, scale=6),
            (x, SEAT + 0.16, STERN - 0.14),
            (0.20, 0.18, 0.09),
            rings=10,
            sides=16,
            lump=puff,
        )
        for x, hue in ((-1.65, (0.26, 0.18, 0.08)), (1.62, (0.07, 0.10, 0.13)))
    ]
    return made


def _sea(s: Surface) -> Finish:
    """The sea with the path of the moon on it."""
    x, z = s.p[:, 0], s.p[:, 2]
    far = np.clip((z - 4) / 240, 0, 1)
    side = (x - MOON[0] / MOON[2] * z) / (1.2 + 0.055 * z)
    wave = quick_fbm(x * 0.35 / (0.3 + 2 * far), z * 0.9 / (0.3 + 4 * far), 4, 4)
    path = np.exp(-(side**2)) * (0.10 + 0.75 * step(0.50, 0.72, wave)) * (0.35 + 0.65 * far)
    shine = (0.010 + 0.034 * far * (0.7 + 0.6 * wave) + 0.26 * path)[:, None] * np.array([0.92, 1.0, 1.02])
    return Finish(np.zeros((len(x), 3), F), emission={"moon": shine.astype(F)})


def _bunk() -> list[Solid]:
    """A bunk built into the side, with drawers below, a blanket, and a curtain tied back."""
    x0, x1, z0, z1 = -SIDE + 0.02, -1.42, -0.05, 2.05
    oak = wood(MAHOGANY, 2, 0.4, across=1, seed=9)
    made: list[Solid] = [
        box(oak, (x0, 0, z0), (x1, BUNK - 0.14, z1)),
        box(wood(DEAL, 2, 0.45, across=1), (x1 - 0.03, BUNK - 0.16, z0), (x1 + 0.02, BUNK + 0.05, z1)),
        box(oak, (x0, 0, z0 - 0.05), (x1, 2.12, z0)),
        box(oak, (x0, 0, z1), (x1 - 0.35, 2.12, z1 + 0.05)),
    ]
    for k in range(2):
        a = z0 + 0.08 + k * 1.02
        made.append(box(wood(MAHOGANY, 2, 0.45, across=1, seed=12 + k), (x1, 0.16, a), (x1 + 0.014, 0.52, a + 0.92)))
        made.append(rod(metal(fit.BRASS, 0.6), (x1 + 0.03, 0.36, a + 0.38), (x1 + 0.03, 0.36, a + 0.54), 0.010))
    u, v = np.meshgrid(np.linspace(0, 1, 15), np.linspace(0, 1, 25))
    y = BUNK + 0.085 + 0.02 * np.sin(9 * v + 3 * u) + 0.012 * np.sin(21 * u + 4 * v) - 0.04 * u**4
    blanket = np.stack([x0 + 0.05 + (x1 - x0 - 0.08) * u, y, z0 + 0.03 + 1.42 * v], -1)

    def wool(s: Surface) -> Finish:
        stripe = np.abs(np.mod(s.p[:, 2] / 0.42, 1) - 0.5) < 0.10
        weave = 0.8 + 0.4 * quick_noise(s.p[:, 0] * 60, s.p[:, 2] * 60, 3)
        hue = np.where(stripe[:, None], np.asarray((0.30, 0.22, 0.11), F), np.asarray((0.060, 0.105, 0.125), F))
        return Finish((hue * weave[:, None]).astype(F), 0.03)

    def plump(unit: Array) -> Array:
        return np.asarray((np.abs(unit) ** 5).sum(1) ** -0.2, F)

    sheet = plain((0.44, 0.42, 0.38), 0.05, vary=0.14, scale=6)
    made += [
        grid(wool, blanket.astype(F)),
        box(sheet, (x0 + 0.03, BUNK - 0.10, z0 + 0.02), (x1 - 0.04, BUNK + 0.03, z1 - 0.02)),
        ball(sheet, ((x0 + x1) / 2, BUNK + 0.10, z1 - 0.28), (0.33, 0.085, 0.19), rings=10, sides=18, lump=plump),
        rod(metal(fit.BRASS, 0.6), (x1, 2.02, z0), (x1, 2.02, z1), 0.012),
    ]
    u, v = np.meshgrid(np.linspace(-1, 1, 25), np.linspace(0, 1, 13))
    y = 0.66 + 1.34 * v
    tie = np.exp(-(((y - 1.12) / 0.22) ** 2))
    fall = np.stack([x1 + 0.025 * np.cos(u * 13) + 0.02, y, z0 + 0.17 + 0.17 * (1 - 0.55 * tie) * u], -1)
    made.append(grid(cloth((0.200, 0.060, 0.045), 0, seed=2), fall.astype(F)))
    return made


def _table(seed: int) -> list[Solid]:
    """The table with its charts: a map that curls at the edge, dividers, a compass in its box; a chair on each side."""
    x, y, z = TABLE
    made = fit.table(
        (x, 0, z), length=1.55, width=0.95, height=y, top=wood((0.205, 0.105, 0.055), 0, 0.5, seed=3, worn=0.4)
    )

    def chart(s: Surface) -> Finish:
        u, v = s.local[:, 0], s.local[:, 1]
        land = step(0.505, 0.525, quick_fbm(u * 3.6 + 0.37 * (seed % 11), v * 3.6, 14, 4))
        hue = mixed((0.34, 0.325, 0.255), (0.30, 0.215, 0.115), land)
        shore = np.exp(-(((quick_fbm(u * 3.6 + 0.37 * (seed % 11), v * 3.6, 14, 4) - 0.515) / 0.010) ** 2))
        hue = hue * (1 - 0.55 * shore)[:, None]
        a, b = u - 0.62, v - 0.20
        rose = np.abs(np.mod(np.arctan2(b, a) / (math.pi / 8) + 0.5, 1) - 0.5) * np.hypot(a, b) < 0.004
        hue = np.where(rose[:, None], hue * 0.72, hue)
        ring = np.abs(np.hypot(a, b) - 0.075) < 0.006
        return Finish(np.where(ring[:, None], np.asarray((0.20, 0.07, 0.04), F), hue).astype(F), 0.06)

    u, v = np.meshgrid(np.linspace(0, 1, 21), np.linspace(0, 1, 9))
    curl = 0.05 * np.clip((u - 0.88) / 0.12, 0, 1) ** 2 + 0.035 * np.clip((0.10 - u) / 0.10, 0, 1) ** 2
    sheet = np.stack([x - 0.44 + 0.84 * u, y + 0.004 + curl, z - 0.30 + 0.56 * v], -1)
    made.append(grid(chart, sheet.astype(F), local=np.stack([0.84 * u, 0.56 * v, 0 * u], -1).astype(F)))
    brass = metal(fit.BRASS, 0.7)
    made += [
        rod(
            plain((0.30, 0.27, 0.20), 0.05),
            (x - 0.68, y + 0.03, z - 0.24),
            (x - 0.55, y + 0.03, z + 0.32),
            0.028,
            sides=12,
        ),
        rod(brass, (x + 0.06, y + 0.012, z - 0.12), (x + 0.16, y + 0.016, z + 0.02), 0.005, sides=5),
        rod(brass, (x + 0.06, y + 0.012, z - 0.12), (x + 0.20, y + 0.016, z - 0.06), 0.005, sides=5),
        box(wood(MAHOGANY, 0, 0.5), (x + 0.47, y, z - 0.20), (x + 0.65, y + 0.075, z - 0.02)),
        lathe(
            brass,
            (x + 0.56, y + 0.075, z - 0.11),
            [(0.0, 0), (0.065, 0.0), (0.068, 0.012), (0.058, 0.014), (0.0, 0.008)],
            sides=20,
        ),
        lathe(
            metal((0.50, 0.48, 0.44), 0.6),
            (x + 0.50, y, z + 0.26),
            [(0.05, 0), (0.055, 0.06), (0.04, 0.12), (0.03, 0.16), (0.036, 0.17)],
            sides=16,
        ),
    ]
    made += fit.chair((x - 0.35, 0, z + 0.82), 0.1) + fit.chair(
        (x + 0.72, 0, z - 0.78), math.pi - 0.55 + 0.4 * float(chance(4, seed))
    )
    return made


def _desk() -> list[Solid]:
    """At the right: a desk with a globe, shelves of books behind rails, a sea chest, a coil of rope, a telescope."""
    x, y, z = DESK
    oak, along = wood(MAHOGANY, 1, 0.4, across=2, seed=6), wood(MAHOGANY, 2, 0.5, across=0, seed=8)
    made: list[Solid] = [
        box(along, (x - 0.32, y - 0.04, z - 0.75), (SIDE - 0.04, y, z + 0.75)),
        box(oak, (x - 0.28, 0, z - 0.72), (SIDE - 0.06, y - 0.04, z - 0.28)),
        box(oak, (x - 0.28, 0, z + 0.28), (SIDE - 0.06, y - 0.04, z + 0.72)),
    ]
    for at in (z - 0.69, z + 0.31):
        for low in (0.10, 0.33, 0.55):
            made.append(box(along, (x - 0.295, low, at), (x - 0.28, low + 0.18, at + 0.38)))
    knobs = [
        ball(metal(fit.BRASS, 0.6), (x - 0.31, low + 0.09, at + 0.19), 0.016, rings=5, sides=8)
        for at in (z - 0.69, z + 0.31)
        for low in (0.10, 0.33, 0.55)
    ]
    made.append(joined(knobs))
    for k, low in enumerate((1.18, 1.52)):
        made.append(box(along, (1.98, low - 0.025, z - 0.78), (2.30, low, z + 0.78)))
        made.append(panel(spines(0.30, 3 + k), (2.10, low, z + 0.76), (0, 0, -1.52), (0, 0.30, 0)))
        made.append(rod(metal(fit.BRASS, 0.6), (2.0, low + 0.09, z - 0.78), (2.0, low + 0.09, z + 0.78), 0.008))
    made += [box(oak, (1.98, 1.15, at - 0.015), (2.30, 1.92, at + 0.015)) for at in (z - 0.78, z + 0.78)]

    def world(s: Surface) -> Finish:
        d = s.local / (np.linalg.norm(s.local, axis=1, keepdims=True) + 1e-6)
        land = step(0.50, 0.55, quick_fbm(d[:, 0] * 2.6 + d[:, 2] * 1.4, d[:, 1] * 2.6 + d[:, 2], 9, 4))
        return Finish(mixed((0.07, 0.115, 0.135), (0.30, 0.215, 0.10), land), 0.55)

    brass = metal(fit.BRASS, 0.65)
    angle = np.linspace(-1.9, 1.9, 17)
    gx, gz = x - 0.12, z - 0.42
    made += [
        ball(world, (gx, y + 0.23, gz), 0.135, rings=14, sides=22),
        tube(
            brass,
            np.stack([gx + 0.155 * np.cos(angle), y + 0.23 + 0.155 * np.sin(angle), gz + 0 * angle], -1),
            0.008,
            sides=6,
        ),
        lathe(
            wood((0.10, 0.055, 0.032), 1, 0.5, across=0),
            (gx, y, gz),
            [(0.09, 0), (0.085, 0.02), (0.02, 0.04), (0.018, 0.08)],
            sides=14,
        ),
    ]
    # A telescope on the window sill, a chest with straps, rope.
    made += [
        rod(brass, (0.75, SILL + 0.035, STERN - 0.01), (1.05, SILL + 0.035, STERN + 0.01), 0.026, sides=12),
        rod(
            wood(MAHOGANY, 0, 0.5),
            (1.05, SILL + 0.035, STERN + 0.01),
            (1.32, SILL + 0.035, STERN + 0.03),
            0.032,
            sides=12,
        ),
    ]
    cx, cz = 1.72, -0.35
    chest = wood((0.155, 0.090, 0.050), 0, 0.2, plank=0.12, across=1)
    a = np.linspace(0, math.pi, 11)[:, None]
    b = np.linspace(-0.42, 0.42, 5)[None]
    lid = np.stack([cx + b + 0 * a, 0.36 + 0.15 * np.sin(a) + 0 * b, cz + 0.25 * np.cos(a) + 0 * b], -1)
    made += [box(chest, (cx - 0.42, 0, cz - 0.25), (cx + 0.42, 0.36, cz + 0.25)), grid(chest, lid.astype(F))]
    for shift in (-0.42, 0.42):
        end = np.stack(
            [
                np.stack([cx + shift + 0 * a[:, 0], 0.36 + 0 * a[:, 0], cz + 0.25 * np.cos(a[:, 0])], -1),
                np.stack([cx + shift + 0 * a[:, 0], 0.36 + 0.15 * np.sin(a[:, 0]), cz + 0.25 * np.cos(a[:, 0])], -1),
            ]
        )
        made.append(grid(chest, end.astype(F)))
    straps = []
    for shift in (-0.28, 0.28):
        line = np.stack([0 * a[:, 0] + cx + shift, 0.365 + 0.155 * np.sin(a[:, 0]), cz + 0.256 * np.cos(a[:, 0])], -1)
        straps.append(
            tube(
                iron(),
                np.concatenate([[[cx + shift, 0.0, cz + 0.256]], line, [[cx + shift, 0.0, cz - 0.256]]]),
                0.016,
                sides=5,
            )
        )
    made += [joined(straps), box(metal(fit.BRASS, 0.5), (cx - 0.05, 0.28, cz - 0.27), (cx + 0.05, 0.40, cz - 0.25))]
    t = np.linspace(0, 5 * math.tau, 110)
    r = 0.20 + 0.02 * np.sin(t * 0.37)
    coil = np.stack([-1.05 + r * np.cos(t), 0.025 + 0.19 * t / t[-1], -0.10 + r * np.sin(t)], -1)
    made.append(tube(plain((0.24, 0.185, 0.11), 0.05, vary=0.5, scale=60), coil, 0.022, sides=6))
    return made


def _lantern() -> tuple[list[Solid], Lamp]:
    """A brass lantern that hangs over the table."""
    x, y, z = LANTERN
    brass = metal(fit.BRASS, 0.65)
    bars = [
        rod(
            brass,
            (x + 0.075 * math.cos(a), y - 0.11, z + 0.075 * math.sin(a)),
            (x + 0.075 * math.cos(a), y + 0.11, z + 0.075 * math.sin(a)),
            0.006,
            sides=5,
            casts=False,
        )
        for a in (0.4, 1.97, 3.54, 5.11)
    ]

    def glass(s: Surface) -> Finish:
        hot = np.exp(-((s.local[:, 1] / 0.07) ** 2))
        k = 0.30 + 0.75 * hot
        return Finish(np.full((len(k), 3), 0.2, F), 0.7, emission={"key": np.repeat(k[:, None], 3, 1).astype(F)})

    solids = [
        lathe(glass, (x, y, z), [(0.066, -0.11), (0.072, 0.0), (0.066, 0.11)], sides=18, casts=False),
        ball(glow("key", (1.5, 1.35, 1.05)), (x, y - 0.02, z), (0.018, 0.042, 0.018), casts=False),
        lathe(brass, (x, y, z), [(0.0, -0.145), (0.085, -0.14), (0.088, -0.11), (0.06, -0.11)], sides=18, casts=False),
        lathe(
            brass,
            (x, y, z),
            [(0.088, 0.11), (0.09, 0.125), (0.05, 0.175), (0.03, 0.21), (0.0, 0.215)],
            sides=18,
            casts=False,
        ),
        joined(bars),
        rod(iron(), (x, y + 0.21, z), (x, CEILING + 0.02, z), 0.006, casts=False),
    ]

    def out(v: Array) -> Array:
        up = v[:, 1] / (np.linalg.norm(v, axis=1) + 1e-6)
        return np.asarray(1.0 - 0.75 * step(0.72, 0.92, np.abs(up)), F)

    return solids, Lamp("key", (x, y - 0.01, z), 1.75, 0.07, shade=out, bounce=0.10, reach=2.2, skin=0.24)


def solids(seed: int) -> Scenery:
    """The cabin for a seed: what its chart shows, what hangs on the pegs."""
    lantern, lamp = _lantern()
    parts = _shell() + _stern() + _bunk() + _table(seed) + _desk() + lantern
    parts.append(panel(_sea, (-320, SEA, STERN + 1.5), (640, 0, 0), (0, 0, 300), casts=False))
    # A coat and a hat on pegs beside the door of the bunk.
    hue = ((0.055, 0.070, 0.115), (0.125, 0.050, 0.042), (0.075, 0.080, 0.055))[int(3 * chance(2, seed))]
    u, v = np.meshgrid(np.linspace(-1, 1, 17), np.linspace(0, 1, 9))
    wide = 0.05 + 0.16 * np.sqrt(1 - v) + 0.02 * np.sin(9 * u)
    coat = np.stack(
        [
            2.31 - 0.05 * np.cos(u * 5) * (1.2 - v) - 0.20 * ((0.75 + 0.95 * v) / CEILING) ** 2,
            0.75 + 0.95 * v,
            -0.95 + wide * u,
        ],
        -1,
    )
    parts.append(grid(cloth(hue, 40, thin=0.0, seed=3), coat.astype(F)))
    sources: tuple[Source, ...] = (
        lamp,
        Lamp("key", (0.3, 1.75, -1.2), 1.0, 0.5, shadow=0.0, bounce=0.10, reach=2.0),
        Sun("moon", (MOON[0], 0.50, MOON[2]), 2.2, dust=0.012, dust_reach=5.5),
        Pane("moon", (-WIDE, SILL, STERN + 0.2), (2 * WIDE, 0, 0), (0, HEAD - SILL, 0), 0.62),
    )
    return Scenery(tuple(parts), sources, ("key", "moon"), sky_open=False)


def light(atmosphere: Atmosphere) -> PlaceLight:
    """The lantern burns all night; sea and sky follow the hour."""
    outside = hour_light(atmosphere)
    cosy = 1.0 + 0.15 * atmosphere.warmth
    return PlaceLight(
        {"key": life.scaled((1.0, 0.54, 0.21), cosy), "moon": outside.window},
        night_palette(outside, key=(1.0, 0.52, 0.20), rim=(0.018, 0.024, 0.042)),
        outside.stage,
    )


def flicker(group: str, t: float) -> float:
    """The lantern breathes as it swings."""
    return life.fire_flicker(t, 5, 0.05) if group == "key" else 1.0


def _sparks(moment: PlaceMoment) -> Dots:
    """Sparks that come and go on the path of the moon."""
    count = 170
    a = uniform(moment.seed, 94, 5 * count).reshape(count, 5)
    far = 1.0 / (1.0 / 220.0 + (1.0 / 9.0 - 1.0 / 220.0) * a[:, 0])
    x = MOON[0] / MOON[2] * far + (0.5 + 0.045 * far) * (a[:, 1] + a[:, 2] - 1.0) * 1.6
    wink = np.clip(np.sin(moment.t * math.tau / (3.0 + 3.0 * a[:, 3]) + math.tau * a[:, 4]), 0, 1) ** 3
    points = np.stack([x, 0 * x + SEA + 0.05, STERN + far], -1)
    view = life.seen_from(moment.framing, points)
    near = view[:, 2] > 2.0
    moon = moment.light.tints["moon"]
    tint = f32(life.scaled(moon, 0.75))[None] * f32(wink)[:, None]
    return Dots(view[near], f32(0.035 * far**0.65)[near], f32(tint)[near], reflect=False)


def small_life(moment: PlaceMoment) -> tuple[Form, ...]:
    """The moon and its path on the sea, dust by the lantern."""
    lamp = moment.light.tints["key"]
    f, t = moment.framing, moment.t
    return (
        *life.moon(f, MOON, hour_light(moment.atmosphere).moon, size=10.0),
        _sparks(moment),
        life.dust(f, t, moment.seed, ((-1.3, 0.7, 0.3), (1.7, 2.0, 2.6)), LANTERN, life.scaled(lamp, 0.55), reach=1.1),
    )


PLACE = Place(
    name="ships_cabin",
    framings=(
        Framing(
            "stern",
            (0.28, 1.42, -1.45),
            -0.03,
            1.42,
            0.08,
            Move(push=0.04),
            calm=(
                CalmSpot(1.35, 0.66, 0.27),
                CalmSpot(0.60, 0.4),
            ),
        ),
        Framing(
            "chart",
            (1.15, 1.38, -0.15),
            -0.52,
            1.35,
            0.08,
            Move(drift=-0.035),
            calm=(
                CalmSpot(1.35, 0.66, 0.27),
                CalmSpot(0.60, 0.4),
            ),
        ),
        Framing(
            "bunk",
            (1.25, 1.18, 0.60),
            -1.05,
            1.32,
            0.02,
            Move(drift=0.035),
            calm=(
                CalmSpot(-1.35, 0.6),
                CalmSpot(1.20, 0.66, 0.27),
            ),
        ),
    ),
    anchors=(
        Anchor(
            "floor_left",
            (-0.66, 0.0, 2.0),
            "floor",
            1.8,
            "hero",
            ("stern",),
            -0.4,
            ("stand", "look", "wait", "walk", "steer"),
            smallest=1.2,
        ),
        Anchor(
            "floor_right", (1.22, 0.0, 1.85), "floor", 1.8, "companion", ("stern",), 0.5, ("come", "stand", "search")
        ),
        Anchor(
            "stern_seat",
            (-1.15, SEAT + 0.02, STERN - 0.30),
            "seat",
            1.8,
            "hero",
            ("stern", "chart"),
            0.3,
            ("sit", "gaze", "dream", "read", "watch"),
        ),
        Anchor(
            "bunk",
            (-1.88, BUNK + 0.06, 0.95),
            "bed",
            1.8,
            "hero",
            ("bunk", "chart"),
            1.57,
            ("sleep", "lie", "rest", "wake"),
        ),
        Anchor(
            "floor_cat",
            (-1.02, 0.0, 1.42),
            "floor",
            0.8,
            "companion",
            ("stern",),
            0.5,
            ("sleep", "curl", "lie"),
            ("cat", "dog"),
        ),
        Anchor(
            "table_left",
            (TABLE[0] - 0.40, TABLE[1], TABLE[2] + 0.28),
            "top",
            0.35,
            "companion",
            ("stern", "chart"),
            holds=("candle", "bottle", "hourglass"),
        ),
        Anchor(
            "table_right",
            (TABLE[0] + 0.30, TABLE[1], TABLE[2] - 0.34),
            "top",
            0.35,
            "hero",
            ("stern", "chart"),
            holds=("compass", "map", "book", "telescope", "key"),
        ),
        Anchor(
            "desk",
            (DESK[0] - 0.12, DESK[1], DESK[2] + 0.30),
            "top",
            0.40,
            "companion",
            ("stern",),
            holds=("book", "ink", "clock", "paper"),
        ),
        Anchor(
            "sill",
            (-0.45, SILL, STERN - 0.02),
            "top",
            0.35,
            "companion",
            ("stern", "chart"),
            holds=("bird", "bottle", "flower"),
        ),
        Anchor(
            "beam",
            (-0.95, CEILING - 0.05, 1.95),
            "hang",
            0.5,
            "companion",
            ("stern",),
            holds=("lantern", "cage", "bell"),
        ),
        Anchor("sea", (9.0, SEA + 0.4, 60.0), "view", 12.0, "backdrop", ("stern", "chart")),
        Anchor("air", (-0.75, 1.75, 1.5), "air", 0.4, "companion", ("stern", "chart")),
    ),
    solids=solids,
    light=light,
    life=small_life,
    flicker=flicker,
)
