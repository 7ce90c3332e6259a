"""Above a sea of clouds under the moon: a terrace of stone that floats, peaks that pierce the clouds, far islands.

The terrace floats by the eye (z 0), its paving at height 0; the clouds lie 16 m below. Steps that float lead off its
far side to an island with a house. Groups of light: "lamp" (lanterns and the house), "moon", and "far" (clouds, haze).
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
from dreamplayer.drawing.solids.shapes import ball, box, grid, joined, lathe, moved, rod, terrain, tube
from dreamplayer.drawing.solids.solid import Array, F, Finish, Lamp, Scenery, Sky, Solid, Source, Sun, Surface
from dreamplayer.kit.noise import quick_fbm, quick_noise
from dreamplayer.model.atmosphere import Atmosphere
from dreamplayer.model.place import Anchor, CalmSpot, Framing, Move
from dreamplayer.model.stage import Vec3

MOON = (-0.30, 0.37, 0.88)
CLOUDS = -16.0
"""Height of the sea of clouds."""
MIDDLE = (0.6, 6.6)
"""Middle of the terrace."""
WIDE, DEEP = 5.6, 5.4
LAMPS: tuple[Vec3, ...] = ((-3.3, 0.0, 9.6), (4.3, 0.0, 8.9))
"""Feet of the two lanterns at its far edge."""
HEAD = 2.15
TREE = (4.3, 7.0)
ISLES = ((10.0, 6.0, 78.0, 11.0), (-58.0, 14.0, 150.0, 17.0), (96.0, 20.0, 210.0, 20.0))
"""Across, height, distance and radius of the islands that float farther off."""
_PEAKS = (
    (-215.0, 380.0, 78.0, 120.0),
    (-120.0, 430.0, 60.0, 110.0),
    (38.0, 400.0, 66.0, 100.0),
    (112.0, 360.0, 112.0, 135.0),
    (205.0, 440.0, 84.0, 130.0),
    (330.0, 400.0, 90.0, 130.0),
    (-330.0, 420.0, 80.0, 120.0),
)
"""Across, distance, height above the clouds and radius of each peak."""


def _rim(x: Array, z: Array) -> Array:
    """Where a point lies between the middle (0) and the broken edge (1) of the terrace."""
    angle = np.arctan2(z - MIDDLE[1], x - MIDDLE[0])
    broken = 1.0 + 0.06 * np.sin(5 * angle + 1) + 0.05 * np.sin(9 * angle) + 0.04 * np.sin(17 * angle + 2)
    return np.asarray(np.hypot((x - MIDDLE[0]) / WIDE, (z - MIDDLE[1]) / DEEP) / broken, F)


def _paving(s: Surface) -> Finish:
    """Rings of worn flagstones about a compass rose, grass in the joints, moss at the edge."""
    x, z = s.p[:, 0] - MIDDLE[0], s.p[:, 2] - MIDDLE[1]
    r, a = np.hypot(x, z), np.arctan2(z, x)
    ring = np.floor(r / 0.82)
    parts = np.maximum(6, 6 * np.maximum(ring, 1))
    q = a / math.tau * parts + 0.5 * np.mod(ring, 2)
    i = np.floor(q)
    across = (np.minimum(q - i, i + 1 - q)) / parts * math.tau * np.maximum(r, 0.3)
    edge = np.minimum(np.minimum(r / 0.82 - ring, ring + 1 - r / 0.82) * 0.82, across)
    own = mat.chance(i * 57 + ring * 131, 3)
    fine = quick_fbm(s.p[:, 0] * 5, s.p[:, 2] * 5, 4, 4)
    albedo = np.asarray((0.205, 0.178, 0.148), F) * ((0.55 + 0.6 * own) * (0.5 + 0.9 * fine))[:, None]
    star = (np.abs(np.mod(a / (math.tau / 8) + 0.5, 1) - 0.5) * r * 0.9 < 0.34 * np.clip(1 - r / 2.3, 0, 1)) & (r < 2.3)
    inlay = star | (np.abs(r - 2.42) < 0.05) | (np.abs(r - 2.62) < 0.02)
    albedo[inlay] = (np.asarray((0.30, 0.205, 0.095), F) * (0.5 + 0.8 * fine)[:, None])[inlay]
    gap = mat.step(0.028, 0.008, edge + 0.012 * (fine - 0.5))
    grass = mat.step(
        0.45, 0.7, quick_fbm(s.p[:, 0] * 0.8, s.p[:, 2] * 0.8, 9, 3) + 0.25 * (_rim(s.p[:, 0], s.p[:, 2]) - 0.6)
    )
    albedo = mat.mixed(albedo, (0.030, 0.028, 0.024), gap.astype(F))
    albedo = mat.mixed(
        albedo,
        np.asarray((0.050, 0.062, 0.026), F) * (0.5 + fine)[:, None],
        np.clip(grass * (0.35 + 0.9 * gap), 0, 1).astype(F),
    )
    return Finish(albedo.astype(F), 0.10, 0.0, (1 - 0.5 * gap).astype(F), normal=mat.rough(s, 7, 0.10, 2))


def _crag(s: Surface) -> Finish:
    """The rock below the paving: torn and layered, roots and moss upon it."""
    x, y, z = s.p[:, 0], s.p[:, 1], s.p[:, 2]
    fine = quick_fbm(x * 1.6 + z, y * 1.6 + z * 0.6, 6, 5)
    bed = np.mod(y * 1.4 + 0.8 * quick_fbm(x * 0.4, z * 0.4, 3, 3), 1.0)
    k = (0.30 + 1.1 * fine) * (0.65 + 0.35 * bed)
    albedo = np.asarray((0.165, 0.140, 0.120), F) * k[:, None]
    moss = mat.step(0.50, 0.66, quick_fbm(x * 0.9, y * 1.3 + z, 8, 3) + 0.15 * s.n[:, 1])
    albedo = mat.mixed(albedo, np.asarray((0.040, 0.052, 0.022), F) * (0.5 + fine)[:, None], (0.7 * moss).astype(F))
    return Finish(albedo.astype(F), 0.06, normal=mat.rough(s, 2.2, 0.35, 4))


def _floating(x0: float, y0: float, z0: float, wide: float, deep: float, low: float, seed: int) -> Solid:
    """The underside of a floating rock: an uneven cone that hangs to a few points."""
    turn = np.linspace(0, math.tau, 61)[None]
    down = np.linspace(0, 1, 18)[:, None]
    broken = 1.0 + 0.06 * np.sin(5 * turn + 1) + 0.05 * np.sin(9 * turn) + 0.04 * np.sin(17 * turn + 2)
    hang = 0.55 + 0.9 * quick_fbm(np.cos(turn) * 1.3 + 5 + 0 * down, np.sin(turn) * 1.3 + 0 * down, seed, 3)
    r = (
        broken
        * np.clip(1 - down**1.5, 0, 1)
        * (1 + 0.22 * (quick_fbm(np.cos(turn) * 3 + down * 2, np.sin(turn) * 3 + down * 3, seed + 1, 4) - 0.5))
    )
    points = np.stack(
        [x0 + wide * r * np.cos(turn), y0 - low * down * hang * (1 + 0 * turn), z0 + deep * r * np.sin(turn)], -1
    )
    return grid(_crag, points.astype(F))


def _terrace() -> list[Solid]:
    x0, z0 = MIDDLE
    turn = np.linspace(0, math.tau, 97)[None]
    out = np.linspace(0, 1, 16)[:, None]
    broken = 1.0 + 0.06 * np.sin(5 * turn + 1) + 0.05 * np.sin(9 * turn) + 0.04 * np.sin(17 * turn + 2)
    top = np.stack(
        [x0 + WIDE * out * broken * np.cos(turn), 0 * out * turn, z0 + DEEP * out * broken * np.sin(turn)], -1
    )
    lip = np.stack(
        [
            np.stack(
                [
                    x0 + (WIDE + d) * broken[0] * np.cos(turn[0]),
                    0 * turn[0] + y,
                    z0 + (DEEP + d) * broken[0] * np.sin(turn[0]),
                ],
                -1,
            )
            for y, d in ((0.0, 0.0), (-0.10, 0.04), (-0.34, 0.0))
        ]
    )
    stone = mat.masonry((0.22, 0.195, 0.165), 0.3, 0.8, 5, moss=0.3)
    return [
        grid(_paving, top.astype(F)),
        grid(stone, lip.astype(F)),
        _floating(x0, -0.30, z0, WIDE * 0.99, DEEP * 0.99, 9.0, 3),
    ]


def _balustrade() -> list[Solid]:
    """What is left of a balustrade round the far half, with gaps, and two lanterns on pillars."""
    stone = mat.masonry((0.245, 0.215, 0.180), 0.5, 0.9, 7, moss=0.2)
    parts: list[Solid] = []

    for first, last in ((0.10, 0.62), (0.92, 1.30), (1.92, 2.42), (2.68, 3.16)):
        angles = np.arange(first, last, 0.052)
        for k, a in enumerate(angles):
            if k % 3 == 1 and 0 < k < len(angles) - 1:
                x, z = _edge(float(a))
                parts.append(
                    lathe(
                        stone,
                        (x, 0.0, z),
                        [
                            (0.085, 0.0),
                            (0.085, 0.07),
                            (0.05, 0.12),
                            (0.088, 0.32),
                            (0.04, 0.56),
                            (0.085, 0.66),
                            (0.085, 0.70),
                        ],
                        sides=8,
                    )
                )
        rail = np.array([_edge(float(a)) for a in angles])
        line = np.stack([rail[:, 0], np.full(len(rail), 0.76), rail[:, 1]], -1)
        parts.append(tube(stone, line, 0.105, sides=6))
        for a in (angles[0], angles[-1]):
            x, z = _edge(float(a))
            parts.append(box(stone, (x - 0.17, 0.0, z - 0.17), (x + 0.17, 0.95, z + 0.17), yaw=-float(a)))
            parts.append(ball(stone, (x, 1.06, z), 0.15, rings=7, sides=10))
    return [joined(parts)]


def _lamp(foot: Vec3) -> tuple[list[Solid], Solid]:
    iron = mat.iron((0.035, 0.032, 0.030), 0.4)
    x, y, z = foot
    frame = [
        lathe(
            iron,
            foot,
            [
                (0.19, 0.0),
                (0.17, 0.14),
                (0.07, 0.26),
                (0.05, 0.8),
                (0.07, 0.86),
                (0.04, 0.94),
                (0.036, 1.72),
                (0.10, 1.80),
                (0.12, 1.84),
            ],
            sides=10,
        ),
        lathe(iron, foot, [(0.24, 2.38), (0.16, 2.50), (0.06, 2.60), (0.02, 2.74), (0.0, 2.76)], sides=8, casts=False),
    ]
    frame += [
        rod(
            iron,
            (x + 0.11 * math.cos(q), y + 1.83, z + 0.11 * math.sin(q)),
            (x + 0.21 * math.cos(q), y + 2.38, z + 0.21 * math.sin(q)),
            0.012,
            sides=4,
            casts=False,
        )
        for q in (0.4, 1.97, 3.54, 5.11)
    ]
    return frame, lathe(
        mat.glow("lamp", (1.15, 0.98, 0.76)), foot, [(0.10, 1.85), (0.195, 2.36), (0.0, 2.37)], sides=10, casts=False
    )


def _steps() -> list[Solid]:
    """Steps that float away from the far edge, ever farther apart, to the next island."""
    stone = mat.by_facing(_paving, mat.masonry((0.20, 0.175, 0.148), 0.3, 0.6, 4))
    made: list[Solid] = []
    for k in range(15):
        q = k / 14
        x, z = 1.2 + 5.5 * q**1.3, 12.6 + 47.0 * q**1.2
        y = -0.30 + 0.9 * math.sin(2.2 * q) + 6.6 * q**2
        half = 1.05 - 0.25 * q
        made.append(box(stone, (x - half, y - 0.26, z - 0.42), (x + half, y, z + 0.42), yaw=0.05 - 0.15 * q))
        made.append(moved(_floating(0.0, 0.0, 0.0, half * 0.9, 0.40, 0.9, k), (x, y - 0.24, z)))
    return [joined(made[0::2]), joined(made[1::2])]


def _billow(x: Array, z: Array) -> Array:
    """Height of the clouds' upper side above their level."""
    far = np.hypot(x, z)
    broad = quick_fbm(x * 0.010 + 3, z * 0.013, 5, 3)
    puff = 1 - 2 * np.abs(quick_fbm(x * 0.030, z * 0.036, 8, 4) - 0.5)
    curl = 1 - 2 * np.abs(quick_fbm(x * 0.095, z * 0.11, 11, 3) - 0.5)
    tall = 8.0 + 9.0 * np.clip(far / 220, 0, 1)
    return np.asarray(
        tall * (broad - 0.5) * 2 + 6.5 * (puff - 0.6) + 2.0 * (curl - 0.6) * np.clip(160 / (far + 40), 0.2, 1), F
    )


def _vapour(s: Surface) -> Finish:
    """Cloud: soft and pale, lit through its crests, deep blue in the hollows."""
    x, y, z = s.p[:, 0], s.p[:, 1], s.p[:, 2]
    high = np.clip((y - CLOUDS + 9.0) / 20.0, 0, 1)
    fluff = quick_fbm(x * 0.10, z * 0.10 + y * 0.2, 13, 5)
    albedo = np.asarray((0.34, 0.35, 0.40), F) * (0.35 + 0.65 * high + 0.35 * (fluff - 0.5))[:, None]
    glow = (0.005 + 0.030 * high**2 * (0.4 + fluff))[:, None] * np.asarray((0.72, 0.80, 1.0), F)
    lean = np.stack([quick_fbm(x * 0.16, z * 0.16, k, 4) - 0.5 for k in (21, 22, 23)], -1) * F(1.1)
    return Finish(
        albedo.astype(F),
        0.0,
        0.0,
        (0.45 + 0.55 * high).astype(F),
        {"far": glow.astype(F)},
        mat.tilted(s.n, lean.astype(F)),
    )


def _sea_of_clouds() -> list[Solid]:
    def height_(x: Array, z: Array) -> Array:
        return np.asarray(CLOUDS + _billow(x, z) - 0.00004 * (x**2 + z**2), F)

    sheet = terrain(_vapour, height_, (-420, 440), (-12, 560), columns=120, rows=100, finer=1.8, casts=False)
    return [sheet]


def _massif(x: Array, z: Array) -> Array:
    warp = 60 * (quick_fbm(x * 0.011, z * 0.011, 11, 4) - 0.5)
    tall = np.full_like(x, -30.0)
    for px, pz, high, wide in _PEAKS:
        d = np.hypot((x - px + warp) / wide, (z - pz + 0.6 * warp) / (wide * 0.7))
        tall = np.maximum(tall, (high + 40) * np.clip(1 - d, 0, 1) ** 1.35 - 40)
    spurs = 1 - 2 * np.abs(quick_fbm((x + warp) * 0.018, z * 0.014, 7, 4) - 0.5)
    crags = 1 - 2 * np.abs(quick_fbm(x * 0.055, z * 0.055, 9, 4) - 0.5)
    share = np.clip((tall + 40) / 80, 0, 1.2)
    return np.asarray(CLOUDS + tall + share * (70 * (spurs - 0.58) + 24 * (crags - 0.5)), F)


def _snowy(s: Surface) -> Finish:
    """Steep faces are rock, the rest snow; the moonlit side keeps a light of its own, feet drown in the clouds."""
    x, y, z = s.p[:, 0], s.p[:, 1], s.p[:, 2]
    n, fine = quick_fbm(x * 0.10, (y + z) * 0.10, 4, 4), quick_fbm(x * 0.35, (y * 1.5 + z) * 0.35, 6, 3)
    rock = mat.step(0.46, 0.62, 1 - np.abs(s.n[:, 1]) + 0.55 * (n - 0.5) + 0.25 * (fine - 0.5))
    albedo = mat.mixed(
        np.asarray((0.50, 0.52, 0.58), F) * (0.8 + 0.3 * n)[:, None],
        np.asarray((0.080, 0.080, 0.095), F) * (0.5 + fine)[:, None],
        rock.astype(F),
    )
    lean = np.stack([quick_fbm(x * 0.12, (y + z) * 0.12, k, 3) - 0.5 for k in (21, 22, 23)], -1)
    normal = mat.tilted(s.n, 0.9 * lean.astype(F))
    facing = np.clip(-0.85 * normal[:, 0] + 0.30 * normal[:, 1] - 0.2 * normal[:, 2], 0, 1)
    drown = np.clip((CLOUDS + 34.0 - y) / 40.0, 0, 1)
    light = facing * (1 - 0.75 * rock) * 0.21 * (1 - drown) + 0.030 * drown
    return Finish(
        albedo, 0.02, emission={"far": (light[:, None] * np.asarray((0.85, 0.90, 1.0), F)).astype(F)}, normal=normal
    )


def _far_isle(k: int, seed: int) -> list[Solid]:
    """An island that floats: grass and trees above, rock below; the nearest bears a house with lit windows."""
    x0, y0, z0, r = ISLES[k]

    def hill(x: Array, z: Array) -> Array:
        q = np.clip(1 - np.hypot(x - x0, z - z0) / r, 0.0, 1)
        return np.asarray(y0 - 0.5 + 0.16 * r * q**0.8 + 0.5 * (quick_fbm(x * 0.3, z * 0.3, k, 3) - 0.5), F)

    top = terrain(
        mat.turf((0.052, 0.062, 0.034), 3), hill, (x0 - r, x0 + r), (z0 - r, z0 + r), columns=26, rows=26, finer=1.0
    )
    parts: list[Solid] = [
        top.replace(cut=lambda local: np.hypot(local[:, 0] - x0, local[:, 2] - z0) < r * 0.97),
        _floating(x0, y0 - 0.1, z0, r, r, 1.35 * r, 4 + k),
    ]
    if k == 0:
        parts += land.cottage(
            (x0 - 1.0, y0 + 0.9, z0 - 2.0),
            -0.2,
            group="lamp",
            width=7.0,
            depth=4.8,
            eaves=2.6,
            pitch=2.7,
            share=1.0,
            seed=1,
        )
        parts += land.tree((x0 + 5.2, y0 + 0.3, z0 - 1.0), 8.0, seed=seed % 5, masses=4, sprays=80)
    else:
        for j in range(3):
            a = 2.1 * j + k
            parts += land.fir(
                (x0 + 0.4 * r * math.cos(a), y0 + 0.4, z0 + 0.4 * r * math.sin(a)),
                6.5 + 2 * j,
                seed=seed % 5 + j,
                tiers=9,
                arms=7,
            )
    return parts


def solids(seed: int) -> Scenery:
    """The terrace for a seed: its tree, plants and the far islands' trees."""
    parts: list[Solid] = [*_sea_of_clouds(), *_terrace(), *_balustrade(), *_steps()]
    xs, zs = np.linspace(-420, 400, 110), np.linspace(230, 520, 44)
    x, z = np.meshgrid(xs, zs)
    points = np.stack([x, _massif(x, z), z], -1).astype(F)
    parts.append(grid(_snowy, points, local=points, casts=False))
    frames, panes = [], []
    for foot in LAMPS:
        frame, pane = _lamp(foot)
        frames += frame
        panes.append(pane)
    parts += [joined(frames), joined(panes)]
    for k in range(len(ISLES)):
        parts += _far_isle(k, seed)
    tx, tz = TREE
    parts += land.tree(
        (tx, -0.05, tz),
        5.6,
        seed=seed % 5 + 2,
        masses=5,
        sprays=130,
        spread=0.46,
        girth=0.24,
        clear=0.30,
        colour=(0.115, 0.062, 0.070),
    )
    bench = mat.masonry((0.25, 0.22, 0.185), 0.6, 1.2, 6)
    parts += [
        box(bench, (-3.1, 0.40, 6.3), (-1.5, 0.50, 6.8)),
        joined([box(bench, (x, 0.0, 6.35), (x + 0.2, 0.42, 6.75)) for x in (-2.95, -1.85)]),
    ]
    herbs = land.scattered(
        seed,
        420,
        (-5, 6.5),
        (1.5, 12),
        keep=lambda x, z: (_rim(x, z) > 0.80) & (_rim(x, z) < 0.98) & (quick_noise(x, z, 3) > 0.4),
    )
    parts.append(land.tufts(herbs, height=0.34, width=0.30, colour=(0.070, 0.078, 0.036), seed=seed))
    lights = [
        Lamp("lamp", (x, y + HEAD, z), 5.2, 0.10, bounce=0.0, skin=0.32, dust=0.003, dust_reach=20.0)
        for x, y, z in LAMPS
    ]
    ix, iy, iz, _ = ISLES[0]
    sources: tuple[Source, ...] = (
        *lights,
        Lamp("lamp", (ix - 2.0, iy + 2.6, iz - 7.0), 18.0, 0.3, shadow=0.0, bounce=0.0, skin=0.0),
        Sun("moon", MOON, 1.15, soft=0.03),
        Sky("moon", 0.36, below=0.6),
    )
    return Scenery(tuple(parts), sources, ("lamp", "moon", "far"), mist=0.0030, mist_group="far", mist_glow=0.028)


def light(atmosphere: Atmosphere) -> PlaceLight:
    """Lanterns burn in the dark hours; clouds and peaks take the colour of the sky."""
    outside = hour_light(atmosphere)
    dark = atmosphere.hour in ("night", "none", "twilight", "dusk")
    lamp = life.scaled((1.0, 0.53, 0.20), (1.0 if dark else 0.35) * (1.0 + 0.15 * atmosphere.warmth))
    low = outside.horizon
    far = (0.5 + 20 * low[0], 0.55 + 20 * low[1], 0.6 + 20 * low[2])
    palette = night_palette(outside, key=(1.0, 0.53, 0.20), rim=(0.046, 0.050, 0.072))
    if outside.moon > 0:
        palette = replace(
            palette, zenith=(0.0030, 0.0042, 0.0150), horizon=(0.0280, 0.0300, 0.0580), glow=(0.070, 0.068, 0.095)
        )
    return PlaceLight(
        {"lamp": lamp, "moon": life.scaled(outside.window, 0.80), "far": life.scaled(far, 0.8)},
        palette,
        replace(outside.stage, ground="cloud", ridges=0.0, clouds=0.1, nebula=0.9 if dark else 0.0),
    )


def flicker(group: str, t: float) -> float:
    """The lanterns burn almost steadily."""
    return life.fire_flicker(t, 4, 0.03) if group == "lamp" else 1.0


def _edge(angle: float, share: float = 0.93) -> tuple[float, float]:
    """A point of the terrace in a direction from its middle, at a share of the way to its broken edge."""
    broken = 1.0 + 0.06 * math.sin(5 * angle + 1) + 0.05 * math.sin(9 * angle) + 0.04 * math.sin(17 * angle + 2)
    return MIDDLE[0] + WIDE * share * broken * math.cos(angle), MIDDLE[1] + DEEP * share * broken * math.sin(angle)


def small_life(moment: PlaceMoment) -> tuple[Form, ...]:
    """The moon, wisps that drift by below, petals from the tree, moths at the lanterns."""
    f, t = moment.framing, moment.t
    lamp = moment.light.tints["lamp"]
    forms: list[Form] = [*life.moon(f, MOON, hour_light(moment.atmosphere).moon, size=13.0)]
    for k, (x, y, z) in enumerate(LAMPS):
        forms.append(
            life.dust(
                f,
                t,
                moment.seed + k,
                ((x - 1.2, y + 1.2, z - 1.2), (x + 1.2, y + 3.1, z + 1.2)),
                (x, y + HEAD, z),
                life.scaled(lamp, 0.6),
                count=60,
                reach=0.8,
                size=0.014,
            )
        )
    moon = moment.light.tints["moon"]
    petal = (0.10 + 0.20 * moon[0], 0.06 + 0.10 * moon[1], 0.07 + 0.12 * moon[2])
    tx, tz = TREE
    forms.append(
        life.snowfall(
            f,
            t,
            moment.seed,
            ((tx - 4.5, 0.0, tz - 3.0), (tx + 2.5, 5.0, tz + 3.0)),
            petal,
            count=46,
            speed=0.22,
            wind=-0.16,
        )
    )
    return tuple(forms)


RAIL = (_edge(2.18)[0], 0.865, _edge(2.18)[1])
"""On the rail by the left lantern."""

PLACE = Place(
    name="above_clouds",
    framings=(
        Framing(
            "terrace",
            (-0.4, 1.95, -1.5),
            0.02,
            1.22,
            0.02,
            Move(push=0.04),
            calm=(CalmSpot(-1.25, 0.6), CalmSpot(1.3, 0.62)),
        ),
        Framing(
            "rail",
            (-3.7, 1.55, 3.2),
            -0.12,
            1.40,
            -0.10,
            Move(drift=-0.04),
            calm=(CalmSpot(-1.2, 0.62), CalmSpot(1.25, 0.62)),
        ),
        Framing(
            "steps",
            (0.2, 1.65, 5.4),
            0.20,
            1.45,
            0.10,
            Move(rise=0.03),
            calm=(CalmSpot(-1.15, 0.62), CalmSpot(-0.35, 0.66, 0.27)),
        ),
    ),
    anchors=(
        Anchor(
            "rose",
            (0.2, 0.0, 4.3),
            "floor",
            1.9,
            "hero",
            ("terrace",),
            verbs=("stand", "look", "dance", "wait", "walk", "fly", "come"),
        ),
        Anchor(
            "bench",
            (-2.3, 0.50, 6.52),
            "seat",
            1.9,
            "hero",
            ("terrace", "rail"),
            facing=0.1,
            verbs=("sit", "rest", "read", "talk", "dream", "sleep"),
        ),
        Anchor(
            "rail_left",
            (-1.9, 0.0, 8.9),
            "floor",
            1.9,
            "hero",
            ("terrace", "rail"),
            facing=0.2,
            verbs=("gaze", "lean", "listen", "sing"),
        ),
        Anchor(
            "under_tree",
            (3.0, 0.0, 6.2),
            "floor",
            1.9,
            "companion",
            ("terrace",),
            facing=-0.4,
            verbs=("kneel", "lie", "play"),
        ),
        Anchor(
            "steps_head",
            (0.4, 0.0, 10.2),
            "floor",
            1.9,
            "hero",
            ("steps",),
            facing=0.3,
            verbs=("go", "leave", "climb", "stand", "look"),
        ),
        Anchor("far_step", (1.7, 0.1, 18.0), "view", 3.0, "backdrop", ("steps",), smallest=0.8),
        Anchor(
            "paving_animal",
            (-0.9, 0.0, 4.9),
            "floor",
            1.2,
            "companion",
            ("terrace",),
            facing=0.4,
            holds=("cat", "dog", "bird", "peacock"),
        ),
        Anchor(
            "by_rail",
            (2.3, 0.0, 9.9),
            "floor",
            1.4,
            "companion",
            ("steps", "rail"),
            facing=0.4,
            holds=("cat", "dog", "horse", "unicorn"),
        ),
        Anchor(
            "bench_end",
            (-1.75, 0.50, 6.55),
            "top",
            0.4,
            "companion",
            ("terrace", "rail"),
            holds=("book", "lantern", "cat", "telescope"),
        ),
        Anchor(
            "paving_thing", (-1.6, 0.0, 8.0), "floor", 1.6, "companion", ("rail",), holds=("telescope", "harp", "box")
        ),
        Anchor("rail_top", RAIL, "top", 0.5, "companion", ("terrace", "rail"), holds=("bird", "owl", "dove", "cat")),
        Anchor("lamp_arm", (LAMPS[0][0], 1.80, LAMPS[0][2] - 0.1), "hang", 0.4, "companion", ("terrace", "rail")),
        Anchor("air", (0.9, 2.4, 7.5), "air", 1.2, "companion", ("terrace", "steps")),
        Anchor(
            "air_clouds",
            (-9.0, -2.0, 30.0),
            "air",
            6.0,
            "companion",
            ("terrace", "rail"),
            smallest=0.5,
            holds=("balloon", "whale", "dragon", "swan"),
        ),
        Anchor(
            "air_high",
            (-6.0, 11.0, 42.0),
            "air",
            8.0,
            "companion",
            ("terrace", "steps"),
            smallest=0.6,
            holds=("dragon", "balloon"),
        ),
        Anchor(
            "isle",
            (ISLES[0][0] + 2.0, ISLES[0][1] + 1.0, ISLES[0][2] - 3.0),
            "view",
            10.0,
            "backdrop",
            ("steps", "terrace"),
            smallest=2.0,
        ),
        Anchor("sky", (90.0, 130.0, 260.0), "sky", 45.0, "backdrop", ("terrace",)),
    ),
    solids=solids,
    light=light,
    life=small_life,
    flicker=flicker,
)
