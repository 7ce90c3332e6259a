"""A glasshouse by moonlight: iron arches, palms and ferns on both sides of a tiled walk, a lantern, a small fountain.

Seven metres wide; x from -3.5 to 3.5, z from -3 to the glazed end at 10; the arches spring at 2.3 m and rise to 4.9 m.
Through the glass the sky is seen, and dark woods. Groups of light: "key" is the lantern on the table, "fire" the small
lanterns farther on, "moon" the night.
"""

from __future__ import annotations

import math

import numpy as np

from dreamplayer.drawing import place_life as life
from dreamplayer.drawing.place import Place, PlaceLight, PlaceMoment
from dreamplayer.drawing.place_light import hour_light, night_palette
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.solids import furniture as fit
from dreamplayer.drawing.solids import landscape as land
from dreamplayer.drawing.solids.materials import brick, chance, earth, glow, iron, leaves, metal, plain, tiles, wood
from dreamplayer.drawing.solids.shapes import ball, box, grid, joined, lathe, panel, rod, tube
from dreamplayer.drawing.solids.solid import Array, F, Finish, Lamp, Mask, Scenery, Sky, Solid, Source, Sun, Surface
from dreamplayer.kit.noise import quick_noise
from dreamplayer.model.atmosphere import Atmosphere
from dreamplayer.model.place import Anchor, CalmSpot, Framing, Move
from dreamplayer.model.reading import Colour
from dreamplayer.model.stage import Vec3

SIDE, BACK, FRONT = 3.5, 10.0, -3.0
SPRING, RISE = 2.3, 2.6
"""Height where the arches spring, and how far they rise above it."""
PLINTH = 0.75
RIBS = (-2.0, 0.0, 2.0, 4.0, 6.0, 8.0, 10.0)
BENCH = 0.82
"""Height of the staging for pots."""
TABLE = (1.02, 0.74, 2.75)
FOUNTAIN = (0.0, 0.0, 7.3)
MOON = (-0.34, 0.52, 0.78)
GREEN: Colour = (0.070, 0.135, 0.052)


def _vault(angle: Array) -> tuple[Array, Array]:
    """X and y of the arch at angles 0 (right) .. pi (left)."""
    return SIDE * np.cos(angle), SPRING + RISE * np.sin(angle)


def _frame() -> list[Solid]:
    """Iron ribs, purlins and bars, the low wall, and the glazed end with its door."""
    paint = plain((0.215, 0.235, 0.225), 0.45, vary=0.15)
    a = np.linspace(0, math.pi, 25)
    x, y = _vault(a)
    ribs, bars = [], []
    for z in RIBS:
        ribs.append(tube(paint, np.stack([x, y, 0 * a + z], -1), 0.055, sides=6))
        ribs += [rod(paint, (s * SIDE, 0, z), (s * SIDE, SPRING, z), 0.055, sides=6) for s in (-1, 1)]
    for k in range(1, 12):
        t = math.pi * k / 12
        px, py = SIDE * math.cos(t), SPRING + RISE * math.sin(t)
        bars.append(rod(paint, (px, py, FRONT), (px, py, BACK), 0.028 if k == 6 else 0.016, sides=5))
    for z in np.arange(FRONT + 0.5, BACK, 0.5):
        bars.append(tube(paint, np.stack([x, y, 0 * a + z], -1), 0.011, sides=4))
        bars += [
            rod(paint, (s * SIDE, PLINTH, float(z)), (s * SIDE, SPRING, float(z)), 0.011, sides=4) for s in (-1, 1)
        ]
    for s in (-1, 1):
        bars += [
            rod(paint, (s * SIDE, h, FRONT), (s * SIDE, h, BACK), r, sides=5)
            for h, r in ((SPRING, 0.04), (1.5, 0.014), (PLINTH, 0.03))
        ]
    # The end: bars that follow the arch, a transom, a door with glass.
    for k in range(-6, 7):
        px = k * SIDE / 6.5
        top = SPRING + RISE * math.sqrt(1 - (px / SIDE) ** 2)
        bars.append(
            rod(
                paint,
                (px, 0 if abs(px) < 0.7 else PLINTH, BACK),
                (px, top, BACK),
                0.026 if abs(k) in (1, 2) else 0.014,
                sides=5,
            )
        )
    for h in (PLINTH, 1.5, SPRING, 3.3, 4.1):
        half = SIDE if h <= SPRING else SIDE * math.sqrt(1 - ((h - SPRING) / RISE) ** 2)
        bars.append(rod(paint, (-half, h, BACK), (half, h, BACK), 0.034 if h == SPRING else 0.014, sides=5))
    stone = brick((0.20, 0.105, 0.075))
    made: list[Solid] = [joined(ribs), joined(bars)]
    made += [box(stone, (s * SIDE - 0.12, 0, FRONT), (s * SIDE + 0.12, PLINTH, BACK)) for s in (-1, 1)]
    made += [box(stone, (a0, 0, BACK - 0.1), (b0, PLINTH, BACK + 0.1)) for a0, b0 in ((-SIDE, -0.62), (0.62, SIDE))]
    return made


def _floor() -> list[Solid]:
    """The tiled walk with a round place at its end, gratings, and beds of earth."""
    walk = tiles((0.155, 0.120, 0.095), 0.32, mirror=0.30, gloss=0.6, other=(0.095, 0.085, 0.078), diagonal=True)
    soil = earth((0.060, 0.046, 0.034), 4, litter=(0.075, 0.085, 0.035))
    made: list[Solid] = [
        panel(walk, (-1.25, 0, FRONT), (2.5, 0, 0), (0, 0, BACK - FRONT)),
        panel(soil, (-SIDE, 0.06, FRONT), (SIDE - 1.25, 0, 0), (0, 0, BACK - FRONT)),
        panel(soil, (1.25, 0.06, FRONT), (SIDE - 1.25, 0, 0), (0, 0, BACK - FRONT)),
    ]
    kerb = plain((0.185, 0.18, 0.165), 0.2, vary=0.3, scale=6)
    made.append(joined([box(kerb, (s * 1.25 - 0.06, 0, FRONT), (s * 1.25 + 0.06, 0.13, BACK - 0.2)) for s in (-1, 1)]))
    return made


def _palm(foot: Vec3, height: float, seed: int, fronds: int = 13) -> list[Solid]:
    """A palm: a slender ringed trunk and long feathered leaves that arch and hang."""
    x, y, z = foot
    lean = 0.25 * (float(chance(seed, 2)) - 0.5)
    q = np.linspace(0, 1, 12)
    line = np.stack([x + lean * q**2, y + height * q, z + 0.12 * np.sin(2 * q)], -1)
    ring = plain((0.115, 0.088, 0.060), 0.05, vary=0.6, scale=16)
    made: list[Solid] = [tube(ring, line, 0.085 - 0.03 * q, sides=9)]
    top = line[-1]
    leaf: list[Solid] = []

    def feather(local: Array) -> Mask:
        u, v = local[:, 0], local[:, 1]
        edge = 1.0 - (2 * np.abs(v - 0.42)) ** 2.2
        slot = np.abs(np.mod(v * 26 - np.abs(u) * 5.0, 1.0) - 0.5) < 0.33
        return np.asarray((np.abs(u) < np.clip(edge, 0.05, 1)) & (slot | (np.abs(u) < 0.09)))

    stuff = leaves(GREEN, seed, 26.0, thin=0.5)
    for k in range(fronds):
        a = math.tau * (k + 0.4 * float(chance(k, seed))) / fronds
        long = 1.15 + 0.45 * float(chance(k, seed + 1))
        lift = 0.75 - 0.55 * (k % 3) / 2
        v = np.linspace(0, 1, 9)[:, None]
        u = np.linspace(-1, 1, 5)[None]
        out = long * (v - 0.12 * v**3)
        up = lift * long * v - (0.95 + 0.3 * float(chance(k, seed + 2))) * long * v**2.2
        width = 0.21
        px = top[0] + math.cos(a) * out - math.sin(a) * width * u
        pz = top[2] + math.sin(a) * out + math.cos(a) * width * u
        py = top[1] + up - 0.10 * np.abs(u) ** 1.5
        points = np.stack(np.broadcast_arrays(px, py, pz), -1).astype(F)
        local = np.stack(np.broadcast_arrays(u + 0 * v, v + 0 * u, 0 * u * v), -1).astype(F)
        leaf.append(grid(stuff, points, local=local, cut=feather))
    return [*made, joined(leaf)]


def _banana(foot: Vec3, height: float, seed: int) -> list[Solid]:
    """A plant of broad leaves that stand up and bend over."""
    x, y, z = foot
    stuff = leaves((0.075, 0.130, 0.048), seed, 9.0, thin=0.35)
    blades: list[Solid] = []

    def outline(local: Array) -> Mask:
        u, v = local[:, 0], local[:, 1]
        torn = np.abs(np.mod(v * 9 + 0.3 * np.sign(u), 1) - 0.5) < 0.47
        return np.asarray((np.abs(u) < np.sin(np.pi * np.clip(v, 0.02, 0.98)) ** 0.55) & (torn | (np.abs(u) < 0.5)))

    for k in range(8):
        a = math.tau * (k + 0.5 * float(chance(k, seed))) / 8
        v = np.linspace(0, 1, 9)[:, None]
        u = np.linspace(-1, 1, 5)[None]
        out = 0.08 + (0.35 + 0.4 * float(chance(k, seed + 3))) * v**1.7
        up = height * (0.35 + 0.75 * v - 0.38 * v**2.6) * (0.75 + 0.35 * float(chance(k, seed + 4)))
        width = 0.17
        px = x + math.cos(a) * out - math.sin(a) * width * u
        pz = z + math.sin(a) * out + math.cos(a) * width * u
        py = y + up - 0.05 * np.abs(u)
        local = np.stack(np.broadcast_arrays(u + 0 * v, v + 0 * u, 0 * u * v), -1).astype(F)
        blades.append(grid(stuff, np.stack(np.broadcast_arrays(px, py, pz), -1).astype(F), local=local, cut=outline))
    return [rod(leaves((0.09, 0.12, 0.05), seed, 20), (x, y, z), (x, y + height * 0.45, z), 0.06), joined(blades)]


_POT = (
    (0.085, 0.0),
    (0.095, 0.02),
    (0.128, 0.20),
    (0.142, 0.205),
    (0.142, 0.24),
    (0.125, 0.24),
    (0.115, 0.20),
    (0.0, 0.20),
)
"""Outline of a clay pot: radius and height."""


def _planting(seed: int) -> list[Solid]:
    """Palms and broad leaves in the beds, ferns below them, pots on staging, baskets that hang."""
    made: list[Solid] = []
    for k, (x, z, tall) in enumerate(((-2.45, 3.3, 2.5), (2.55, 5.4, 2.9), (-2.3, 7.4, 2.7), (2.7, 0.9, 2.3))):
        made += _palm((x, 0.05, z), tall, seed % 50 + 3 * k)
    for k, (x, z, tall) in enumerate(
        ((-2.75, 1.5, 1.9), (2.35, 3.9, 1.7), (-1.95, 5.3, 1.6), (2.2, 7.6, 1.8), (-2.6, 9.0, 2.0))
    ):
        made += _banana((x, 0.05, z), tall, seed % 40 + 5 * k)
    points = []
    for k in range(46):
        s = -1 if k % 2 else 1
        points.append((s * (1.55 + 1.75 * float(chance(k, seed + 2))), 0.05, -0.6 + 10.0 * float(chance(k, seed + 3))))
    made.append(land.ferns(np.asarray(points, F), height=0.62, colour=(0.070, 0.120, 0.045), seed=seed % 23))
    # Staging at the left with pots in bloom, at the right behind the table too.
    slats = wood((0.185, 0.150, 0.110), 2, 0.1, across=0)
    clay = plain((0.255, 0.120, 0.070), 0.08, vary=0.3, scale=9)
    staging, pots, greens, blooms = [], [], [], []
    hues = ((0.42, 0.075, 0.10), (0.44, 0.30, 0.30), (0.40, 0.23, 0.05), (0.27, 0.14, 0.36))
    for s, z0, z1 in ((-1, -0.6, 1.0), (1, 1.7, 3.4)):
        x0 = s * 1.72
        for q in range(4):
            staging.append(box(slats, (x0 - 0.30 + 0.155 * q, BENCH - 0.03, z0), (x0 - 0.17 + 0.155 * q, BENCH, z1)))
        staging += [
            rod(slats, (x0 + p, 0.05, z), (x0 + p, BENCH, z), 0.025, sides=6)
            for p in (-0.26, 0.26)
            for z in (z0 + 0.1, z1 - 0.1)
        ]
        count = int((z1 - z0) / 0.33)
        for k in range(2 * count):
            x = x0 - 0.15 + 0.30 * (k % 2)
            z = z0 + 0.18 + (z1 - z0 - 0.3) * (k // 2) / max(count - 1, 1)
            number = k + (40 if s > 0 else 0)
            size = 0.72 + 0.35 * float(chance(number, seed + 7))
            pot = lathe(clay, (0, 0, 0), _POT, sides=14)
            pots.append(pot.replace(vertices=pot.vertices * F(size) + np.array([x, BENCH, z], F)))
            r = 0.13 + 0.07 * float(chance(number, 8))
            greens.append(
                ball(
                    leaves((0.075, 0.125, 0.048), 3, 42.0),
                    (x, BENCH + 0.24 * size + 0.7 * r, z),
                    (r, r * 0.95, r),
                    rings=8,
                    sides=12,
                    lump=_lumpy,
                )
            )
            for q in range(7):
                t = 0.9 * q + number
                bloom = (
                    x + 0.85 * r * math.cos(t),
                    BENCH + 0.24 * size + (0.7 + 0.5 * math.sin(2.3 * q)) * r + 0.05,
                    z + 0.85 * r * math.sin(t),
                )
                blooms.append(
                    (number % 4, ball(plain(hues[number % 4], 0.1, vary=0.3, scale=30), bloom, 0.030, rings=4, sides=7))
                )
    made += [joined(staging), joined(pots), joined(greens)]
    for colour in range(4):
        same = [b for c, b in blooms if c == colour]
        if same:
            made.append(joined(same))
    vines = []
    for k, (x, z) in enumerate(((-1.0, 2.0), (1.25, 4.0), (-0.9, 6.0))):
        y = 2.55
        top = SPRING + RISE * math.sqrt(1 - (x / SIDE) ** 2)
        made.append(rod(iron(), (x, y + 0.1, z), (x, top, z), 0.006, sides=5))
        made.append(
            lathe(
                plain((0.16, 0.11, 0.065), 0.05, vary=0.6, scale=30),
                (x, y - 0.12, z),
                [(0.0, 0), (0.12, 0.05), (0.19, 0.17), (0.20, 0.2)],
                sides=16,
            )
        )
        vines.append(
            ball(
                leaves((0.085, 0.135, 0.052), 5, 40.0),
                (x, y + 0.13, z),
                (0.25, 0.15, 0.25),
                rings=8,
                sides=14,
                lump=_lumpy,
            )
        )
        for q in range(9):
            a = math.tau * q / 9
            v = np.linspace(0, 1, 6)
            drop = 0.35 + 0.45 * float(chance(q + 9 * k, seed))
            vines.append(
                tube(
                    leaves((0.085, 0.135, 0.052), 6, 40.0),
                    np.stack(
                        [
                            x + (0.18 + 0.07 * np.sin(3 * v)) * math.cos(a),
                            y + 0.08 - drop * v,
                            z + (0.18 + 0.07 * np.sin(3 * v)) * math.sin(a),
                        ],
                        -1,
                    ),
                    0.028 * (1 - 0.7 * v),
                    sides=5,
                )
            )
    made.append(joined(vines))
    return made


def _lumpy(d: Array) -> Array:
    """An uneven ball."""
    return np.asarray(0.82 + 0.36 * quick_noise(d[:, 0] * 3 + 7, d[:, 1] * 3 + d[:, 2] * 2.1 + 7, 4), F)


def _furniture() -> tuple[list[Solid], list[Lamp]]:
    """A small iron table with a lantern, two chairs, the fountain, and lanterns farther on."""
    x, y, z = TABLE
    white = plain((0.24, 0.25, 0.24), 0.4, vary=0.15)
    made: list[Solid] = [
        lathe(
            white,
            (x, 0, z),
            [(0.20, 0), (0.19, 0.02), (0.03, 0.05), (0.028, y - 0.03), (0.36, y - 0.025), (0.37, y), (0.0, y)],
            sides=24,
        ),
    ]
    made += fit.chair((x - 0.10, 0, z + 0.78), 0.1, colour=(0.19, 0.20, 0.19), rush=(0.17, 0.18, 0.17))
    lamps: list[Lamp] = []
    brass = metal(fit.BRASS, 0.6)
    for k, (lx, ly, lz, size, group, power) in enumerate(
        ((x + 0.10, y, z, 1.0, "key", 1.7), (-1.25, 0.13, 5.2, 0.9, "fire", 0.55), (1.25, 0.13, 6.5, 0.9, "fire", 0.55))
    ):

        def glass(s: Surface, group: str = group, size: float = size) -> Finish:
            v = s.local[:, 1] / size
            hot = 0.25 + 0.75 * np.exp(-(((v - 0.12) / 0.06) ** 2))
            return Finish(
                np.full((len(v), 3), 0.2, F), 0.7, emission={group: np.repeat(0.85 * hot[:, None], 3, 1).astype(F)}
            )

        def scaled(points: list[tuple[float, float]], size: float = size) -> list[tuple[float, float]]:
            return [(r * size, h * size) for r, h in points]

        made += [
            lathe(
                brass,
                (lx, ly, lz),
                scaled([(0.0, 0.0), (0.095, 0.0), (0.09, 0.03), (0.07, 0.035)]),
                sides=14,
                casts=False,
            ),
            lathe(glass, (lx, ly, lz), scaled([(0.066, 0.035), (0.072, 0.13), (0.066, 0.235)]), sides=16, casts=False),
            lathe(
                brass,
                (lx, ly, lz),
                scaled([(0.085, 0.235), (0.09, 0.25), (0.05, 0.30), (0.02, 0.34), (0.0, 0.345)]),
                sides=14,
                casts=False,
            ),
            ball(
                glow(group, (1.5, 1.3, 1.0)),
                (lx, ly + 0.12 * size, lz),
                (0.016, 0.036, 0.016),
                rings=6,
                sides=8,
                casts=False,
            ),
        ]
        lamps.append(
            Lamp(
                group,
                (lx, ly + 0.13 * size, lz),
                power,
                0.06,
                shadow=1.0 if k < 2 else 0.6,
                bounce=0.05,
                reach=2.2,
                skin=0.24,
            )
        )
    fx, _, fz = FOUNTAIN
    stone = plain((0.225, 0.22, 0.205), 0.25, vary=0.35, scale=7)

    def water(s: Surface) -> Finish:
        r = np.hypot(s.p[:, 0] - fx, s.p[:, 2] - fz)
        ripple = np.sin(r * 34) * np.exp(-r * 1.6)
        tilt = np.stack([ripple * 0.10, 0 * r + 1, ripple * 0.10], -1)
        tilt = tilt / np.linalg.norm(tilt, axis=1, keepdims=True)
        return Finish(np.full((len(r), 3), 0.012, F), 0.95, normal=tilt.astype(F), mirror=0.75)

    made += [
        lathe(
            stone,
            (fx, 0, fz),
            [
                (0.95, 0),
                (0.97, 0.06),
                (0.90, 0.10),
                (0.90, 0.36),
                (0.98, 0.40),
                (0.98, 0.46),
                (0.84, 0.46),
                (0.82, 0.30),
            ],
            sides=32,
        ),
        lathe(
            stone,
            (fx, 0, fz),
            [
                (0.16, 0.25),
                (0.12, 0.45),
                (0.07, 0.60),
                (0.08, 0.85),
                (0.40, 1.02),
                (0.44, 1.08),
                (0.40, 1.08),
                (0.10, 1.02),
                (0.06, 1.25),
                (0.09, 1.32),
                (0.0, 1.40),
            ],
            sides=24,
        ),
        lathe(water, (fx, 0.36, fz), [(0.0, 0), (0.83, 0.0)], sides=28, casts=False),
    ]
    return made, lamps


def solids(seed: int) -> Scenery:
    """The glasshouse for a seed: its plants."""
    furniture, lamps = _furniture()
    parts = _frame() + _floor() + _planting(seed) + furniture
    parts.append(
        land.ridge(
            120.0,
            land.treeline(15.0, seed % 43, width=7.0),
            colour=(0.010, 0.012, 0.015),
            group="moon",
            x=(-190, 190),
            foot=-2.0,
            haze=0.6,
        )
    )
    parts.append(
        land.ridge(
            46.0,
            land.treeline(7.5, seed % 31 + 3, width=5.0),
            colour=(0.004, 0.005, 0.006),
            group="moon",
            x=(-90, 90),
            foot=-2.0,
            haze=0.5,
        )
    )
    lawn = plain((0.055, 0.070, 0.035), 0.02, vary=0.5, scale=1.5)
    parts.append(panel(lawn, (-80, -0.05, FRONT), (160, 0, 0), (0, 0, 150), casts=False))
    sources: tuple[Source, ...] = (
        *lamps,
        Sun("moon", MOON, 1.5, dust=0.0035, dust_reach=12.0),
        Sky("moon", 0.16),
    )
    return Scenery(tuple(parts), sources, ("key", "fire", "moon"), sky_open=True)


def light(atmosphere: Atmosphere) -> PlaceLight:
    """Lanterns burn all night; sky and moon follow the hour."""
    outside = hour_light(atmosphere)
    cosy = 1.0 + 0.15 * atmosphere.warmth
    return PlaceLight(
        {
            "key": life.scaled((1.0, 0.56, 0.22), cosy),
            "fire": life.scaled((1.0, 0.48, 0.16), cosy),
            "moon": outside.window,
        },
        night_palette(outside, key=(1.0, 0.54, 0.21), rim=(0.020, 0.028, 0.040)),
        outside.stage,
    )


def flicker(group: str, t: float) -> float:
    """The lanterns breathe."""
    if group == "moon":
        return 1.0
    return life.fire_flicker(t, 4, 0.04) if group == "key" else life.fire_flicker(t, 9, 0.08)


def small_life(moment: PlaceMoment) -> tuple[Form, ...]:
    """The moon over the glass, motes about the lantern, drops that fall in the fountain, a few fireflies."""
    lamp = moment.light.tints["key"]
    f, t = moment.framing, moment.t
    return (
        *life.moon(f, MOON, hour_light(moment.atmosphere).moon, size=9.0),
        life.dust(
            f, t, moment.seed, ((-1.2, 0.7, 1.2), (2.6, 2.4, 4.4)), (TABLE[0], 0.95, TABLE[2]), life.scaled(lamp, 0.5)
        ),
        life.fireflies(f, t, moment.seed, ((-2.8, 0.4, 2.0), (2.8, 2.4, 9.0)), count=16),
    )


PLACE = Place(
    name="greenhouse",
    framings=(
        Framing(
            "walk",
            (-0.30, 1.52, -1.55),
            0.06,
            1.30,
            -0.12,
            Move(push=0.045),
            calm=(
                CalmSpot(-1.05, 0.66, 0.27),
                CalmSpot(0.45, 0.66, 0.27),
            ),
        ),
        Framing(
            "table",
            (-0.85, 1.32, 0.55),
            0.55,
            1.35,
            0.00,
            Move(drift=-0.035),
            calm=(
                CalmSpot(-1.35, 0.5),
                CalmSpot(-0.15, 0.66, 0.27),
            ),
        ),
        Framing(
            "fountain",
            (0.65, 1.20, 3.9),
            -0.14,
            1.30,
            -0.14,
            Move(rise=0.04),
            calm=(
                CalmSpot(0.45, 0.4),
                CalmSpot(-0.30, 0.66, 0.27),
            ),
        ),
    ),
    anchors=(
        Anchor(
            "walk_near",
            (-0.35, 0.0, 2.55),
            "floor",
            1.9,
            "hero",
            ("walk",),
            0.3,
            ("stand", "walk", "look", "water", "gather", "smell"),
        ),
        Anchor("walk_far", (-0.75, 0.0, 5.6), "floor", 1.9, "companion", ("walk",), 0.2, ("come", "wait", "wander")),
        Anchor(
            "at_fountain",
            (-0.95, 0.0, 7.0),
            "floor",
            1.9,
            "hero",
            ("fountain",),
            0.4,
            ("bend", "kneel", "listen", "stand", "drink"),
        ),
        Anchor(
            "chair",
            (TABLE[0] - 0.10, 0.475, TABLE[2] + 0.78),
            "seat",
            1.9,
            "hero",
            ("walk", "table"),
            0.1,
            ("sit", "read", "rest", "write", "dream"),
        ),
        Anchor(
            "floor_cat",
            (0.30, 0.0, 2.15),
            "floor",
            0.9,
            "companion",
            ("walk",),
            0.5,
            ("sleep", "curl", "lie"),
            ("cat", "dog", "rabbit", "turtle", "frog"),
        ),
        Anchor(
            "table_top",
            (TABLE[0] - 0.17, TABLE[1], TABLE[2] - 0.12),
            "top",
            0.30,
            "hero",
            ("walk", "table"),
            holds=("book", "bottle", "glass", "fruit", "candle"),
        ),
        Anchor(
            "staging",
            (-1.57, BENCH, 1.0),
            "top",
            0.40,
            "companion",
            ("walk",),
            holds=("flower", "cactus", "seed", "jar"),
        ),
        Anchor(
            "rim", (-0.55, 0.46, 6.6), "top", 0.45, "companion", ("fountain",), holds=("bird", "dove", "frog", "cat")
        ),
        Anchor("basin", (0.0, 1.08, 6.92), "top", 0.30, "companion", ("fountain", "walk"), holds=("bird", "dove")),
        Anchor("rib", (0.45, 4.55, 4.0), "hang", 1.2, "companion", ("walk",), holds=("lantern", "cage", "chimes")),
        Anchor("woods", (8.0, 0.0, 44.0), "view", 14.0, "backdrop", ("walk", "fountain")),
        Anchor("air", (0.20, 2.25, 4.2), "air", 0.7, "companion", ("walk",), holds=("butterfly", "bird", "bat")),
        Anchor(
            "air_far", (-0.5, 2.2, 6.6), "air", 0.8, "companion", ("walk", "fountain"), holds=("butterfly", "firefly")
        ),
    ),
    solids=solids,
    light=light,
    life=small_life,
    flicker=flicker,
)
