"""The ruin of an abbey under the moon: a nave without a roof, arcades, and a great empty window that throws its light.

The nave runs away from the eye (z 0) between two arcades at x -4.2 and 4.2; the wall with the window stands at z 24, an
altar before it. The right arcade has fallen but for its first arch. Groups of light: "lantern" (one on the altar, one
on a fallen drum), "moon", and "far" (mist and hills).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import numpy as np

from dreamplayer.drawing import place_life as life
from dreamplayer.drawing.place import Place, PlaceLight, PlaceMoment
from dreamplayer.drawing.place_light import hour_light, night_palette
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.solids import landscape as land
from dreamplayer.drawing.solids import materials as mat
from dreamplayer.drawing.solids.shapes import box, grid, joined, lathe, panel, rod, terrain, tube
from dreamplayer.drawing.solids.solid import Array, F, Finish, Lamp, Mask, Scenery, Sky, Solid, Source, Sun, Surface
from dreamplayer.kit.hashing import uniform
from dreamplayer.kit.noise import quick_fbm
from dreamplayer.model.atmosphere import Atmosphere
from dreamplayer.model.place import Anchor, CalmSpot, Framing, Move
from dreamplayer.model.stage import Vec3

MOON = (0.045, 0.315, 0.95)
END = 24.0
"""Where the wall with the window stands."""
SIDE = 4.2
"""Distance of the arcades from the middle of the nave."""
BAYS = (4.6, 9.2, 13.8, 18.4, 23.0)
"""Where the pillars stand."""
_SPRING = 4.3
"""Height from which the arches rise."""
_WINDOW = (2.7, 2.9, 7.4)
"""Half width, sill and springing of the great window."""
ALTAR: Vec3 = (0.0, 1.32, 21.4)
DRUM: Vec3 = (2.35, 0.78, 7.7)
"""Top of the fallen drum of a pillar."""
BLOCK: Vec3 = (-2.2, 0.52, 6.6)
STONE = (0.190, 0.178, 0.160)


def ground(x: Array, z: Array) -> Array:
    """Height of the ground: level in the nave, grassy heaps where walls fell."""
    heaps = 0.75 * np.exp(-(((x - 5.4) / 1.9) ** 2) - ((z - 15.5) / 4.5) ** 2)
    heaps = heaps + 0.5 * np.exp(-(((x + 6.6) / 1.6) ** 2) - ((z - 8.0) / 3.0) ** 2)
    outside = np.clip((np.abs(x) - 9) / 10, 0, 1)
    uneven = 0.22 * (quick_fbm(x * 0.4, z * 0.4, 6, 4) - 0.5) * np.clip(np.abs(x) / 4, 0.15, 1)
    return np.asarray(heaps + uneven + outside * 1.2 * (quick_fbm(x * 0.08, z * 0.08, 3, 3) - 0.4), F)


def height(x: float, z: float) -> float:
    """Height of the ground at one spot, in metres."""
    return land.height_at(ground, x, z)


def _bare(x: Array, z: Array) -> Array:
    """Where old slabs show through the grass."""
    worn = quick_fbm(x * 0.45, z * 0.35, 9, 4) + 0.16 * np.exp(-((x / 1.6) ** 2))
    return mat.step(0.46, 0.60, worn) * (np.abs(x) < 3.7) * (z < END)


def _floor(s: Surface) -> Finish:
    x, z = s.p[:, 0], s.p[:, 2]
    grass = mat.turf((0.050, 0.058, 0.036), 4)(s)
    row = np.floor(z / 0.85)
    shift = x / 0.95 + 0.5 * np.mod(row, 2)
    i = np.floor(shift)
    edge = np.minimum(np.minimum(shift - i, i + 1 - shift) * 0.95, np.minimum(z - row * 0.85, (row + 1) * 0.85 - z))
    own = mat.chance(i * 57 + row * 131, 4)
    fine = quick_fbm(x * 5, z * 5, 3, 4)
    face = mat.step(0.01, 0.06, edge + 0.03 * (fine - 0.5))
    slab = np.asarray(STONE, F) * ((0.45 + 0.4 * own) * (0.55 + 0.8 * fine) * (0.3 + 0.7 * face))[:, None]
    bare = _bare(x, z) * face
    lean = np.stack([own - 0.5, 0 * x, mat.chance(i * 7 + row * 3, 2) - 0.5], -1) * F(0.09)
    normal = np.where(
        (bare > 0.5)[:, None], mat.tilted(s.n, lean.astype(F)), s.n if grass.normal is None else grass.normal
    )
    return Finish(
        mat.mixed(grass.albedo, slab.astype(F), bare.astype(F)),
        (0.05 + 0.25 * bare).astype(F),
        0.0,
        grass.occlusion,
        normal=normal,
    )


_WALL = mat.masonry(STONE, 0.25, 0.48, 6, moss=0.35)
_ASHLAR = mat.masonry((0.200, 0.186, 0.166), 0.33, 0.62, 8, moss=0.15)


def _pointed(u: Array, half: float) -> Array:
    """Height of a pointed arch above its springing, at u from its middle."""
    r = 1.62 * half
    return np.asarray(np.sqrt(np.clip(r**2 - (np.abs(u) + r - half) ** 2, 0, None)), F)


def _arch_line(half: float, count: int = 15) -> Array:
    """Points (across, up) of a pointed arch from its left to its right springing."""
    u = half * np.sin(np.linspace(-math.pi / 2, math.pi / 2, count))
    return np.stack([u, _pointed(u, half)], -1)


def _torn(along: Array, seed: int) -> Array:
    """Unevenness of a broken edge in metres, in steps of courses."""
    rough = 2.4 * (quick_fbm(along * 0.55, 0 * along, seed, 4) - 0.5)
    return np.asarray(np.round(rough / 0.34) * 0.34 + 0.10 * (quick_fbm(along * 3.1, 0 * along, seed + 1, 2) - 0.5), F)


def _end_wall() -> list[Solid]:
    """The wall with the great window, its tracery half gone."""
    wide = 9.6
    half, sill, spring = _WINDOW

    def standing(local: Array) -> Mask:
        u, v = local[:, 0] - wide / 2, local[:, 1]
        top = 14.6 - 0.95 * np.abs(u + 0.3) + 0.55 * _torn(u, 4)
        hole = (np.abs(u) < half) & (v > sill) & (v < spring + _pointed(u, half))
        slit = (np.abs(np.abs(u) - 3.9) < 0.28) & (v > 4.4) & (v < 6.6 + 0.5 * _pointed(np.abs(u) - 3.9, 0.28))
        return np.asarray((v < top) & ~hole & ~slit)

    made = [panel(_ASHLAR, (-wide / 2, 0, z), (wide, 0, 0), (0, 15.5, 0), cut=standing) for z in (END, END + 0.95)]
    arch = _arch_line(half)
    edge = np.concatenate([[(-half, sill - spring)], arch, [(half, sill - spring)]]) + np.array([0.0, spring])
    strip = np.stack([np.stack([edge[:, 0], edge[:, 1], 0 * edge[:, 0] + z], -1) for z in (END, END + 0.95)])
    made.append(grid(_ASHLAR, strip.astype(F)))
    made.append(panel(_ASHLAR, (-half, sill, END), (2 * half, 0, 0), (0, 0, 0.95)))
    pale = mat.plain((0.21, 0.197, 0.178), 0.1, vary=0.35, scale=6)
    z = END + 0.45
    bars: list[Solid] = []
    for x in (-half / 3, half / 3):
        bars.append(rod(pale, (x, sill, z), (x, spring + 1.0, z), 0.11, sides=7))
    third = half / 3
    for k, x in enumerate((-2 * third, 0.0, 2 * third)):
        line = _arch_line(third, 11)
        if k == 2:
            # The right light has lost its head.
            line = line[:6]
        bars.append(
            tube(pale, np.stack([x + line[:, 0], spring - 0.2 + line[:, 1], z + 0 * line[:, 0]], -1), 0.09, sides=6)
        )
    ring = np.linspace(0, math.tau, 25)
    for cx, cy, r, cut in (
        (0.0, spring + 2.35, 0.88, 25),
        (-1.25, spring + 1.35, 0.42, 25),
        (1.25, spring + 1.35, 0.42, 13),
    ):
        turn = ring[:cut]
        bars.append(
            tube(pale, np.stack([cx + r * np.cos(turn), cy + r * np.sin(turn), z + 0 * turn], -1), 0.085, sides=6)
        )
    for k in range(6):
        a = math.tau * k / 6 + 0.3
        spot = (0.44 * math.cos(a), spring + 2.35 + 0.44 * math.sin(a))
        c = np.linspace(0, math.tau, 11)
        bars.append(
            tube(pale, np.stack([spot[0] + 0.36 * np.cos(c), spot[1] + 0.36 * np.sin(c), z + 0 * c], -1), 0.05, sides=5)
        )
    made.append(joined(bars))
    frame = np.stack([edge[:, 0] * 1.05, edge[:, 1] + 0.08, 0 * edge[:, 0] + END - 0.04], -1)
    made.append(tube(pale, frame, 0.14, sides=7))
    return made


def _arcade(side: int, top: Callable[[Array], Array], arches: int, seed: int) -> list[Solid]:
    """Pillars with pointed arches between them, up to a broken edge.

    Args:
        side: -1 left, 1 right.
        top: height of the broken edge at metres along the nave.
        arches: how many still stand, from the near end.
        seed: which stones.
    """
    z0, z1 = BAYS[0] - 1.0, END
    thick = 0.42

    def standing(local: Array) -> Mask:
        z, v = local[:, 0] + z0, local[:, 1]
        open_ = np.zeros(len(z), bool)
        for a, b in pairwise(BAYS):
            half = (b - a) / 2 - 0.52
            u = z - (a + b) / 2
            open_ |= (np.abs(u) < half) & (v < _SPRING + _pointed(u, half))
        pillar = np.min([np.abs(z - p) for p in BAYS], axis=0) < 0.36
        return np.asarray(~open_ & (v < top(z)) & ~(pillar & (v < _SPRING)))

    made = [
        panel(_WALL, (side * SIDE + dx, 0, z0), (0, 0, z1 - z0), (0, 12.0, 0), cut=standing) for dx in (-thick, thick)
    ]
    pale = mat.plain((0.205, 0.192, 0.172), 0.1, vary=0.4, scale=5)
    soffits: list[Solid] = []
    for k, (a, b) in enumerate(pairwise(BAYS)):
        if k < arches:
            line = _arch_line((b - a) / 2 - 0.52)
            middle = (a + b) / 2
            strip = np.stack(
                [
                    np.stack([0 * line[:, 0] + side * SIDE + dx, _SPRING + line[:, 1], middle + line[:, 0]], -1)
                    for dx in (-thick, thick)
                ]
            )
            soffits.append(grid(pale, strip.astype(F)))
            inner = side * (SIDE - thick - 0.03)
            soffits.append(
                tube(
                    pale,
                    np.stack(
                        [0 * line[:, 0] + inner, _SPRING + line[:, 1] * 1.04 + 0.05, middle + line[:, 0] * 1.04], -1
                    ),
                    0.10,
                    sides=6,
                )
            )
    if soffits:
        made += [joined(soffits[::2]), joined(soffits[1::2])]
    drums: list[Solid] = []
    for k, z in enumerate(BAYS):
        whole = k <= arches
        tall = _SPRING if whole else 0.8 + 1.6 * float(mat.chance(k, seed))
        x = side * SIDE
        profile = [(0.80, -0.1), (0.80, 0.30), (0.66, 0.45), (0.52, 0.55), (0.50, tall - 0.5), (0.50, tall - 0.42)]
        profile += (
            [(0.56, tall - 0.40), (0.56, tall - 0.34), (0.72, tall - 0.08), (0.74, tall)]
            if whole
            else [(0.46, tall), (0.0, tall + 0.05)]
        )
        drums.append(lathe(_WALL, (x, height(x, z), z), profile, sides=18))
        for a in np.arange(4) * math.pi / 2 + math.pi / 4:
            c, s = 0.50 * math.cos(a), 0.50 * math.sin(a)
            drums.append(rod(_WALL, (x + c, 0.4, z + s), (x + c, tall - 0.3, z + s), 0.13, sides=7))
    made.append(joined(drums))
    return made


def _aisle_wall(seed: int) -> list[Solid]:
    """The outer wall on the left, with small windows, broken off unevenly."""

    def standing(local: Array) -> Mask:
        z, v = local[:, 0], local[:, 1]
        f = np.mod(z, 4.6) - 2.3
        hole = (np.abs(f) < 0.55) & (v > 1.9) & (v < 3.6 + _pointed(f, 0.55))
        return np.asarray((v < 4.6 + 1.5 * _torn(z, 12) + 0.8 * np.sin(z * 0.5)) & ~hole)

    return [panel(_WALL, (x, 0, 1.0), (0, 0, 24.0), (0, 8.0, 0), cut=standing) for x in (-8.2, -8.9)]


def _fallen(seed: int) -> list[Solid]:
    """Fallen blocks and drums in the grass; the altar with its steps."""
    made: list[Solid] = []
    blocks: list[Solid] = []
    u = uniform(seed, 8, 5 * 26).reshape(26, 5)
    for k in range(26):
        x = 2.7 + 5.2 * float(u[k, 0])
        z = 8.6 + 13.0 * float(u[k, 1])
        size = 0.22 + 0.34 * float(u[k, 2])
        y = height(x, z) - 0.12
        blocks.append(
            box(
                _WALL,
                (x - size, y, z - size * 0.7),
                (x + size, y + size * (0.8 + 0.7 * float(u[k, 3])), z + size * 0.7),
                yaw=3 * float(u[k, 4]),
            )
        )
    bx, by, bz = BLOCK
    blocks.append(box(_ASHLAR, (bx - 0.75, -0.1, bz - 0.42), (bx + 0.75, by, bz + 0.42), yaw=0.35))
    blocks.append(box(_ASHLAR, (bx - 1.6, -0.1, bz + 0.5), (bx - 0.75, 0.34, bz + 1.1), yaw=-0.5))
    made.append(joined(blocks))
    x, y, z = DRUM
    made.append(lathe(_WALL, (x, -0.1, z), [(0.52, 0), (0.54, y * 0.5), (0.52, y + 0.1), (0.0, y + 0.1)], sides=20))
    # A second drum lies on its side.
    ring = tube(_WALL, [(0.6, 0.42, 9.3), (1.7, 0.44, 9.75)], 0.48, sides=18)
    face = [(0.6 + 0.01, 0.42, 9.3), (0.58, 0.42, 9.29)]
    made += [ring, tube(_WALL, face, [0.48, 0.01], sides=18)]
    ax, ay, az = ALTAR
    made += [
        box(_ASHLAR, (ax - 2.6, -0.1, az - 1.7), (ax + 2.6, 0.18, az + 1.6)),
        box(_ASHLAR, (ax - 2.0, 0.1, az - 1.1), (ax + 2.0, 0.36, az + 1.4)),
        box(_ASHLAR, (ax - 0.95, 0.3, az - 0.40), (ax + 0.95, ay - 0.16, az + 0.40)),
        box(_ASHLAR, (ax - 1.2, ay - 0.16, az - 0.55), (ax + 1.2, ay, az + 0.55)),
    ]
    return made


def _lantern(foot: Vec3) -> tuple[list[Solid], Vec3]:
    x, y, z = foot
    iron = mat.iron((0.03, 0.028, 0.026), 0.4)
    glass = mat.glow("lantern", (1.25, 1.05, 0.8))
    made = [
        lathe(iron, (x, y, z), [(0.0, 0), (0.09, 0), (0.085, 0.04), (0.05, 0.05)], sides=10, casts=False),
        lathe(glass, (x, y + 0.05, z), [(0.055, 0), (0.075, 0.05), (0.07, 0.17), (0.045, 0.21)], sides=10, casts=False),
        lathe(iron, (x, y + 0.25, z), [(0.085, 0), (0.05, 0.05), (0.0, 0.09)], sides=10, casts=False),
    ]
    return made, (x, y + 0.16, z)


def _ivy(seed: int) -> list[Solid]:
    """Ivy on pillars and walls: sprays that lie close to the stone."""
    u = uniform(seed, 9, 4 * 420).reshape(420, 4)
    spots, sizes, yaws = [], [], []
    columns = ((-SIDE, 9.2, 5.5), (-SIDE, 4.6, 3.4), (SIDE, 4.6, 4.4), (SIDE, 9.2, 3.2), (-SIDE, 18.4, 4.0))
    for k in range(420):
        a, b, c, d = (float(v) for v in u[k])
        if k < 300:
            x, z, tall = columns[k % 5]
            turn = math.tau * a
            y = tall * b**1.4
            r = 0.60 + 0.06 * c
            spots.append((x + r * math.cos(turn), y - 0.1, z + r * math.sin(turn)))
            yaws.append(math.atan2(-math.cos(turn), -math.sin(turn)))
        else:
            y = 6.0 * (0.15 + 0.85 * b)
            spots.append((-4.3 + 1.25 * (a - 0.2) + 0.25 * y * (c - 0.5), y, END - 0.06 - 0.05 * d))
            yaws.append(0.4 * (c - 0.5))
        sizes.append(0.36 + 0.34 * d)
    size = np.asarray(sizes, F)
    return [
        land.leafy_cards(
            np.asarray(spots, F),
            size,
            np.asarray(yaws, F),
            colour=(0.052, 0.070, 0.034),
            seed=seed,
            lean=0.12,
            thin=0.4,
        )
    ]


def solids(seed: int) -> Scenery:
    """The ruin for a seed: other blocks lie in the grass, ivy and trees grow otherwise."""
    parts: list[Solid] = [terrain(_floor, ground, (-40, 40), (-3, 70), columns=80, rows=90, finer=1.5)]
    parts += _end_wall()
    parts += _arcade(-1, lambda z: np.asarray(9.3 + 0.9 * _torn(z, 3) - 0.10 * np.abs(z - 14), F), 4, 5)
    parts += _arcade(
        1,
        lambda z: np.asarray(
            np.where(z < 9.6, 8.4 - 0.12 * (z - 4) ** 2, -1.0)
            + 0.8 * _torn(z, 9) * (z < 9.6)
            + np.where(z > 22.4, 10.5 - 5.0 * (23.4 - z), 0),
            F,
        ),
        1,
        8,
    )
    parts += _aisle_wall(seed) + _fallen(seed) + _ivy(seed)
    near, near_light = _lantern(DRUM)
    far, far_light = _lantern((ALTAR[0] + 0.55, ALTAR[1], ALTAR[2]))
    parts += near + far

    def grassy(x: Array, z: Array) -> Mask:
        altar = (np.abs(x - ALTAR[0]) < 2.8) & (np.abs(z - ALTAR[2]) < 1.9)
        return np.asarray((_bare(x, z) < 0.4) & ~altar)

    grass = land.on_ground(land.scattered(seed, 2600, (-8, 9), (1.2, 23), keep=grassy), ground, 0.03)
    parts.append(land.tufts(grass, height=0.34, width=0.36, colour=(0.080, 0.085, 0.055), seed=seed))
    for k, (x, z, tall) in enumerate(((10.5, 15.0, 9.0), (-12.5, 17.0, 10.0), (13.5, 27.0, 12.0), (-9.5, 33.0, 12.0))):
        parts += land.tree(
            (x, height(x, z) - 0.1, z),
            tall,
            seed=seed % 7 + k + 3,
            masses=5,
            sprays=70,
            spread=0.36,
            colour=(0.046, 0.058, 0.030),
        )
    parts += [
        land.ridge(
            130, land.treeline(11.0, seed % 9, width=7.0), colour=(0.0065, 0.0082, 0.0120), group="far", x=(-240, 240),
            foot=0.0, haze=0.9,
        ),
        land.ridge(
            560, land.hills(80, 290, seed % 5 + 2, 0.3), colour=(0.0105, 0.0130, 0.0190), group="far", x=(-1000, 1000),
            foot=0.0, haze=0.9,
        ),
    ]  # fmt: skip
    sources: tuple[Source, ...] = (
        Lamp(
            "lantern",
            (near_light[0], near_light[1] + 0.08, near_light[2]),
            6.5,
            0.08,
            bounce=0.0,
            skin=0.22,
            dust=0.002,
            dust_reach=24.0,
        ),
        Lamp(
            "lantern",
            (far_light[0], far_light[1] + 0.15, far_light[2] - 0.2),
            15.0,
            0.10,
            bounce=0.0,
            skin=0.3,
            dust=0.003,
            dust_reach=30.0,
        ),
        Sun("moon", MOON, 2.3, soft=0.012, dust=0.0019, dust_reach=30.0),
        Sky("moon", 0.46),
    )
    return Scenery(
        tuple(parts),
        sources,
        ("lantern", "moon", "far"),
        mist=0.010,
        mist_group="far",
        mist_glow=0.015,
        mist_height=2.0,
    )


def light(atmosphere: Atmosphere) -> PlaceLight:
    """The moon stands behind the great window; lanterns burn in the dark hours."""
    outside = hour_light(atmosphere)
    dark = atmosphere.hour in ("night", "none", "twilight", "dusk")
    lamp = life.scaled((1.0, 0.55, 0.21), (1.0 if dark else 0.25) * (1.0 + 0.2 * atmosphere.warmth))
    warm = outside.horizon
    far = (0.5 + warm[0] * 30, 0.5 + warm[1] * 30, 0.5 + warm[2] * 20)
    stage = replace(outside.stage, ridges=0.0, nebula=0.35 if dark else 0.0)
    palette = night_palette(outside, key=(1.0, 0.55, 0.21), rim=(0.040, 0.048, 0.070))
    if outside.moon > 0:
        palette = replace(palette, zenith=(0.0050, 0.0068, 0.0160), horizon=(0.0185, 0.0235, 0.0400))
    return PlaceLight({"lantern": lamp, "moon": outside.window, "far": far}, palette, stage)


def flicker(group: str, t: float) -> float:
    """The flames breathe."""
    return life.fire_flicker(t, 2, 0.06) if group == "lantern" else 1.0


def small_life(moment: PlaceMoment) -> tuple[Form, ...]:
    """The moon in the window, motes in its light, a few fireflies in the grass."""
    f, t = moment.framing, moment.t
    moon = life.scaled(moment.light.tints["moon"], 0.5)
    return (
        *life.moon(f, MOON, hour_light(moment.atmosphere).moon, size=13.0),
        life.dust(
            f, t, moment.seed, ((-3.4, 0.3, 5), (3.4, 6.0, 22)), (0.2, 3.0, 14.0), moon, count=190, reach=7, size=0.02
        ),
        life.fireflies(f, t, moment.seed, ((-7.0, 0.3, 5.0), (8.0, 1.6, 18.0)), count=20),
    )


_on = land.spot_on(height)


PLACE = Place(
    name="ruins",
    framings=(
        Framing(
            "nave",
            (-0.6, 1.65, 0.0),
            0.025,
            1.30,
            -0.32,
            Move(push=0.05),
            calm=(
                CalmSpot(-1.20, 0.4),
                CalmSpot(0.0, 0.66, 0.27),
            ),
        ),
        Framing(
            "arcade",
            (2.6, 1.45, 2.2),
            -0.46,
            1.32,
            -0.20,
            Move(drift=0.04),
            calm=(
                CalmSpot(-0.90, 0.5),
                CalmSpot(0.30, 0.66, 0.27),
            ),
        ),
        Framing(
            "window",
            (0.9, 0.9, 11.2),
            -0.05,
            1.30,
            -0.44,
            Move(rise=0.04),
            calm=(
                CalmSpot(-1.20, 0.4),
                CalmSpot(0.75, 0.66, 0.27),
            ),
        ),
        Framing(
            "drum",
            (-1.4, 1.30, 3.0),
            0.58,
            1.50,
            -0.12,
            Move(drift=-0.04),
            calm=(
                CalmSpot(0.75, 0.4),
                CalmSpot(-0.15, 0.66, 0.27),
            ),
        ),
    ),
    anchors=(
        Anchor(
            "nave_near",
            _on(0.15, 6.2),
            "floor",
            2.0,
            "hero",
            ("nave",),
            verbs=("walk", "stand", "come", "look", "wait"),
        ),
        Anchor(
            "nave_middle",
            _on(-0.6, 11.4),
            "floor",
            2.4,
            "hero",
            ("nave", "arcade"),
            verbs=("walk", "kneel", "go", "dance"),
        ),
        Anchor(
            "altar_steps",
            (-0.9, 0.18, 19.9),
            "floor",
            2.2,
            "hero",
            ("nave", "window"),
            verbs=("kneel", "pray", "stand", "look", "sing"),
        ),
        Anchor(
            "altar",
            (-0.4, ALTAR[1], ALTAR[2]),
            "top",
            0.7,
            "companion",
            ("nave", "window"),
            holds=("candle", "crown", "book", "sword"),
        ),
        Anchor(
            "block",
            BLOCK,
            "seat",
            1.9,
            "hero",
            ("nave", "arcade"),
            facing=-0.4,
            verbs=("sit", "rest", "read", "sleep", "talk"),
        ),
        Anchor(
            "drum",
            (DRUM[0] - 0.25, DRUM[1], DRUM[2] - 0.1),
            "top",
            0.45,
            "companion",
            ("nave", "drum"),
            holds=("owl", "cat", "bird", "book"),
        ),
        Anchor(
            "by_drum",
            _on(1.35, 7.2),
            "floor",
            1.9,
            "hero",
            ("drum", "nave"),
            facing=-0.5,
            verbs=("stand", "lean", "read", "sit"),
        ),
        Anchor(
            "grass_left",
            _on(-2.2, 9.2),
            "floor",
            1.3,
            "companion",
            ("nave", "arcade"),
            holds=("dog", "wolf", "rabbit", "sheep"),
            verbs=("lie", "curl"),
        ),
        Anchor("grass_right", _on(3.4, 10.4), "floor", 1.6, "companion", ("drum",), holds=("deer", "sheep", "goat")),
        Anchor(
            "under_arch",
            _on(-4.2, 11.5),
            "floor",
            2.4,
            "companion",
            ("arcade", "nave"),
            verbs=("come", "hide", "stand", "wait"),
            smallest=0.4,
        ),
        Anchor(
            "window_sill",
            (0.2, _WINDOW[1], END + 0.3),
            "top",
            1.6,
            "companion",
            ("nave", "window"),
            holds=("bird", "owl", "angel", "dove"),
            smallest=0.3,
        ),
        Anchor(
            "arch_hang",
            (-4.2, 6.2, 6.9),
            "hang",
            0.9,
            "companion",
            ("nave", "arcade"),
            holds=("lantern", "bell", "bat"),
        ),
        Anchor("air_near", (-0.9, 2.7, 7.5), "air", 0.8, "companion", ("nave", "arcade")),
        Anchor(
            "air_window",
            (0.0, 7.6, 19.0),
            "air",
            2.4,
            "hero",
            ("nave", "window"),
            verbs=("fly", "float", "hover"),
            smallest=0.3,
        ),
        Anchor("sky", (12.0, 182.0, 220.0), "sky", 30.0, "backdrop", ("nave",)),
    ),
    solids=solids,
    light=light,
    life=small_life,
    flicker=flicker,
    ground_at=height,
)
