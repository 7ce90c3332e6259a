"""In a rowing boat on calm water: seen from its stern over the thwarts to the lantern at the bow, wooded shores beyond.

The boat lies along z, its stern at z .2, its bow at z 4.4; the water lies at height 0, its floor .12 m above it. A
wooded island with a lit hut lies ahead, hills round the water. Groups of light: "lamp" (lantern and the hut's window),
"moon", and "far" (mist and the distance).
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
from dreamplayer.drawing.solids.shapes import ball, box, grid, joined, lathe, rod, terrain, tube
from dreamplayer.drawing.solids.solid import Array, F, Finish, Lamp, Mask, Scenery, Sky, Solid, Source, Sun, Surface
from dreamplayer.kit.hashing import uniform
from dreamplayer.kit.noise import quick_fbm, quick_noise
from dreamplayer.model.atmosphere import Atmosphere
from dreamplayer.model.place import Anchor, CalmSpot, Framing, Move
from dreamplayer.model.stage import Vec3

MOON = (-0.34, 0.22, 0.91)
STERN, BOW = 0.2, 4.5
FLOOR = 0.12
THWART = 0.44
THWARTS = (1.15, 2.35, 3.45)
"""Distances of the seats across the boat."""
LANTERN: Vec3 = (0.0, 1.28, 4.34)
ISLAND = (7.5, 42.0)


def breadth(z: Array | float) -> Array:
    """Half width of the boat at its gunwale."""
    q = np.clip((np.asarray(z, F) - STERN) / (BOW - STERN), 0, 1)
    return np.asarray(
        0.80
        * (1 - np.clip((q - 0.42) / 0.58, 0, 1) ** 2.3) ** 0.75
        * (1 - 0.30 * np.clip((0.42 - q) / 0.42, 0, 1) ** 2),
        F,
    )


def gunwale(z: Array | float) -> Array:
    """Height of the gunwale above the water: it rises to the bow and a little to the stern."""
    q = np.clip((np.asarray(z, F) - STERN) / (BOW - STERN), 0, 1)
    return np.asarray(0.56 + 0.34 * np.clip(q - 0.40, 0, 1) ** 2 * 2.4 + 0.20 * np.clip(0.35 - q, 0, 1), F)


def _strakes(s: Surface) -> Finish:
    """Planks that overlap: a shadow under each, wear and tar, damp in the bilge."""
    z, up = s.p[:, 2], s.local[:, 1]
    row = np.floor(up / 0.155)
    inside = up / 0.155 - row
    own = mat.chance(row * 7 + (s.p[:, 0] > 0) * 3, 4)
    grain = quick_fbm(z * 1.5 + 5 * own, up * 30 + 9 * own, 3, 4)
    fine = quick_noise(z * 6, up * 130, 5)
    k = (0.62 + 0.35 * own) * (0.45 + 0.95 * grain + 0.18 * (fine - 0.5))
    k = k * (1 - 0.75 * np.exp(-((inside / 0.09) ** 2)))
    rivet = (np.abs(np.mod(z, 0.30) - 0.15) < 0.010) & (np.abs(inside - 0.86) < 0.06)
    albedo = np.asarray((0.210, 0.122, 0.064), F) * k[:, None]
    albedo[rivet] = (0.22, 0.15, 0.07)
    damp = mat.step(0.24, 0.13, s.p[:, 1])
    return Finish(
        (albedo * (1 - 0.5 * damp)[:, None]).astype(F),
        (0.22 + 0.3 * damp).astype(F),
        0.0,
        (1 - 0.6 * np.exp(-((inside / 0.09) ** 2))).astype(F),
    )


def _hull() -> list[Solid]:
    z = np.linspace(STERN, BOW - 0.015, 40)
    q = np.linspace(0, 1, 12)
    sides: list[Solid] = []
    for s in (-1.0, 1.0):
        zz, qq = np.meshgrid(z, q)
        top, half = gunwale(zz), breadth(zz)
        keel = -0.12 + 0.55 * np.clip((zz - 3.7) / 0.8, 0, 1) ** 2
        x = s * half * (1 - (1 - qq) ** 2.4) ** 0.62
        y = keel + (top - keel) * qq**1.25
        points = np.stack([x, y, zz], -1).astype(F)
        local = np.stack([zz, 1.05 * qq, 0 * zz], -1).astype(F)
        sides.append(grid(_strakes, points, local=local))
        outer = points.copy()
        outer[..., 0] += s * 0.025 * qq
        sides.append(grid(mat.plain((0.052, 0.066, 0.050), 0.3, vary=0.3), outer, local=local))
    timber = mat.wood((0.155, 0.090, 0.050), 0, 0.35, across=1, seed=3)
    rails = []
    for s in (-1.0, 1.0):
        line = np.stack([s * (breadth(z) + 0.005), gunwale(z) + 0.012, z], -1)
        rails.append(tube(timber, line, 0.034, sides=8))
    ribs: list[Solid] = []
    for at in np.arange(0.55, 4.2, 0.36):
        qs = np.linspace(0.02, 0.98, 9)
        for s in (-1.0, 1.0):
            wide, lip = float(breadth(at)), float(gunwale(at))
            low = -0.12 + 0.55 * max((at - 3.7) / 0.8, 0) ** 2
            line = np.stack(
                [s * (wide * (1 - (1 - qs) ** 2.4) ** 0.62 - 0.014), low + (lip - low) * qs**1.25 + 0.008, 0 * qs + at],
                -1,
            )
            ribs.append(tube(timber, line, 0.017, sides=5))
    h = float(breadth(STERN))
    qs = np.linspace(0, 1, 9)
    transom = np.stack(
        [
            np.stack(
                [
                    s * h * (1 - (1 - qs) ** 2.4) ** 0.62,
                    -0.12 + (float(gunwale(STERN)) + 0.12) * qs**1.25,
                    0 * qs + STERN,
                ],
                -1,
            )
            for s in np.linspace(-1, 1, 7)
        ]
    )
    plank = mat.wood((0.165, 0.098, 0.055), 0, 0.3, plank=0.16, across=2, seed=6, worn=0.6)
    floor_z: Array = np.linspace(0.35, 3.9, 14)
    boards: list[Solid] = []
    for k in range(-2, 3):
        reach = 0.064
        zz = floor_z[np.abs(k) * 0.13 + 0.08 < breadth(floor_z) * 0.62]
        strip = np.stack(
            [
                np.stack([0 * zz + 0.14 * k + dx, FLOOR + 0.16 * np.clip((zz - 3.2) / 1.0, 0, 1) ** 2, zz], -1)
                for dx in (-reach, reach)
            ]
        )
        boards.append(grid(plank, strip.astype(F), local=strip.astype(F)))
    return [*sides, joined(rails), joined(ribs), grid(_strakes, transom.astype(F)), joined(boards)]


def _fittings() -> list[Solid]:
    """Thwarts, shipped oars, a coil of rope, a basket and a folded blanket."""
    seat = mat.wood((0.190, 0.115, 0.066), 0, 0.35, plank=0.13, across=2, seed=8, worn=0.9)
    parts: list[Solid] = []
    for z in THWARTS:
        w = float(breadth(z)) * 0.97
        parts.append(box(seat, (-w, THWART - 0.035, z - 0.13), (w, THWART, z + 0.13)))
    made: list[Solid] = [joined(parts)]
    w = float(breadth(3.95)) * 0.9
    made.append(box(seat, (-w, 0.60, 3.82), (w, 0.63, 4.02)))
    stuff = mat.wood((0.215, 0.145, 0.088), 0, 0.35, across=1, seed=5, worn=0.5)
    oars: list[Solid] = []
    for s, lift in ((-1.0, 0.0), (1.0, 0.0)):
        # Each oar rests in its rowlock, its blade just clear of the water.
        grip, lock = np.array([s * 0.30, 0.70, 1.72]), np.array([s * (float(breadth(2.05)) + 0.03), 0.66 + lift, 2.05])
        way = (lock - grip) / np.linalg.norm(lock - grip)
        blade = lock + way * 1.25
        oars.append(tube(stuff, np.stack([grip, lock, blade]), [0.022, 0.029, 0.024], sides=8))
        side = np.array([-way[2], 0.0, way[0]])
        for a, b, half in ((blade, blade + way * 0.25, 0.05), (blade + way * 0.25, blade + way * 0.72, 0.085)):
            face = np.stack(
                [
                    np.stack([a - side * half, b - side * half * 1.15]),
                    np.stack([a + side * half, b + side * half * 1.15]),
                ]
            )
            oars.append(grid(stuff, face.astype(F)))
        iron = mat.iron((0.06, 0.055, 0.05), 0.5)
        made.append(
            lathe(
                iron,
                (float(lock[0]), 0.56, float(lock[2])),
                [(0.014, 0.0), (0.014, 0.07), (0.045, 0.09), (0.05, 0.15)],
                sides=10,
                casts=False,
            )
        )
    made.append(joined(oars))
    hemp = mat.plain((0.22, 0.175, 0.110), 0.1, vary=0.4, scale=40)
    turn = np.linspace(0, math.tau * 4.5, 90)
    r = 0.17 - 0.020 * (turn / math.tau)
    made.append(
        tube(
            hemp,
            np.stack([0.30 + r * np.cos(turn), 0.145 + 0.012 * turn / math.tau, 2.88 + r * np.sin(turn)], -1),
            0.014,
            sides=5,
        )
    )
    wicker = mat.cloth((0.185, 0.125, 0.065), 60, 0.0, seed=3)
    made.append(
        lathe(
            wicker,
            (-0.30, FLOOR + 0.01, 2.86),
            [(0.0, 0.0), (0.14, 0.0), (0.18, 0.14), (0.185, 0.18), (0.16, 0.18), (0.13, 0.06)],
            sides=16,
        )
    )
    blanket = mat.cloth((0.125, 0.040, 0.036), 0, 0.1, stripe=(0.22, 0.17, 0.11), seed=2)
    made.append(box(blanket, (-0.44, THWART, THWARTS[0] - 0.12), (-0.06, THWART + 0.07, THWARTS[0] + 0.12)))
    return made


def _lantern() -> list[Solid]:
    """A lantern that hangs from an iron crook at the stem."""
    x, y, z = LANTERN
    iron = mat.iron((0.035, 0.032, 0.030), 0.45)
    stem = float(gunwale(BOW))
    return [
        tube(
            iron,
            [
                (0, stem - 0.25, BOW - 0.02),
                (0, y + 0.22, BOW + 0.03),
                (0, y + 0.42, BOW - 0.05),
                (0, y + 0.38, z),
                (0, y + 0.27, z),
            ],
            0.014,
            sides=6,
            casts=False,
        ),
        lathe(
            iron,
            (x, y, z),
            [(0.10, 0.13), (0.075, 0.18), (0.025, 0.24), (0.012, 0.28), (0.0, 0.28)],
            sides=12,
            casts=False,
        ),
        lathe(iron, (x, y, z), [(0.0, -0.17), (0.095, -0.165), (0.095, -0.13), (0.075, -0.12)], sides=12, casts=False),
        joined(
            [
                rod(
                    iron,
                    (x + 0.09 * math.cos(q), y - 0.13, z + 0.09 * math.sin(q)),
                    (x + 0.09 * math.cos(q), y + 0.14, z + 0.09 * math.sin(q)),
                    0.006,
                    sides=4,
                    casts=False,
                )
                for q in np.arange(5) * math.tau / 5
            ]
        ),
        lathe(
            mat.glow("lamp", (1.25, 1.05, 0.80)),
            (x, y, z),
            [(0.062, -0.12), (0.076, 0.0), (0.062, 0.13)],
            sides=12,
            casts=False,
        ),
    ]


def _shore(x: Array, z: Array) -> Array:
    """Height of the land round the water, and of the island."""
    ix, iz = ISLAND
    bay = np.hypot((x + 4) / 78.0, (z - 20) / 95.0) + 0.10 * (quick_fbm(x * 0.02, z * 0.02, 5, 3) - 0.5)
    land_ = 22.0 * np.clip(bay - 1.0, -0.03, 0.6)
    isle = np.hypot((x - ix) / 11.5, (z - iz) / 7.0) + 0.30 * (quick_fbm(x * 0.12, z * 0.12, 8, 3) - 0.5)
    return np.asarray(np.maximum(land_, 1.5 * np.clip(1.0 - isle, -0.3, 1) ** 1.0) + 0.05, F)


def height(x: float, z: float) -> float:
    """Height of the ground at one spot: the floor of the boat, the island, else the water."""
    if STERN < z < BOW and abs(x) < float(breadth(z)):
        return FLOOR
    return max(land.height_at(_shore, x, z), 0.0)


def _woods(seed: int) -> list[Solid]:
    ix, iz = ISLAND
    made: list[Solid] = []
    for k, (x, z, tall) in enumerate(
        ((-5.5, 1.5, 7.5), (-3.0, 3.0, 9.0), (5.0, 2.0, 8.5), (7.5, 0.5, 6.5), (1.5, 3.8, 10.0))
    ):
        made += land.fir(
            (ix + x, height(ix + x, iz + z) - 0.2, iz + z),
            tall * (0.9 + 0.2 * float(mat.chance(k, seed))),
            seed=seed % 5 + k,
            width=0.23,
            tiers=13,
            arms=8,
        )
    made += land.tree((ix - 1.8, height(ix - 1.8, iz + 1.5) - 0.1, iz + 1.5), 6.5, seed=seed % 4, masses=4, sprays=90)
    sheets: list[Solid] = []
    n = 120
    u = uniform(seed, 31, 3 * n).reshape(n, 3)
    for k in range(n):
        bearing = -0.95 + 1.9 * float(u[k, 0])
        far = 94.0 + 26.0 * float(u[k, 1])
        x, z = -4 + far * math.sin(bearing) * 0.86, 20 + far * math.cos(bearing)
        y = height(x, z)
        if y > 0.2:
            sheets += land.fir((x, y - 0.3, z), 7 + 7 * float(u[k, 2]), seed=k % 6, width=0.22, tiers=10, arms=6)[1:]
    groups = [sheets[i::6] for i in range(6)]
    return made + [joined(g) for g in groups if g]


def _lilies(seed: int) -> list[Solid]:
    """Water lilies that the boat drifts by: leaves on the water and some closed flowers."""
    n = 46
    u = uniform(seed, 33, 4 * n).reshape(n, 4)
    x, z = 1.7 + 3.4 * u[:, 0], 4.2 + 7.0 * u[:, 1] ** 1.2
    leaf, bud = mat.leaves((0.050, 0.085, 0.038), 3, 9.0, thin=0.0), mat.plain((0.42, 0.34, 0.36), 0.2, vary=0.2)
    pads, buds = [], []
    for k in range(n):
        r = 0.13 + 0.12 * float(u[k, 2])
        turn = np.linspace(0.25, math.tau - 0.05, 15) + math.tau * float(u[k, 3])
        rim = np.stack(
            [float(x[k]) + r * np.cos(turn), 0.016 + 0.012 * np.cos(3 * turn), float(z[k]) + r * np.sin(turn)], -1
        )
        hub = np.broadcast_to(np.array([float(x[k]), 0.012, float(z[k])]), rim.shape)
        pads.append(grid(leaf, np.stack([hub, rim]).astype(F), casts=False))
        if k % 6 == 0:
            buds.append(ball(bud, (float(x[k]) + 0.1, 0.055, float(z[k])), (0.055, 0.07, 0.055), rings=6, sides=9))
    return [joined(pads), joined(buds)]


def solids(seed: int) -> Scenery:
    """The lake for a seed: its woods and water lilies."""
    ground = mat.by_facing(mat.turf((0.038, 0.046, 0.026), 3), mat.earth((0.055, 0.048, 0.040), 4))
    ix, iz = ISLAND
    isle = terrain(ground, _shore, (ix - 15, ix + 15), (iz - 10, iz + 10), columns=60, rows=44, finer=1.0)
    coast = terrain(ground, _shore, (-190, 190), (-70, 210), columns=90, rows=70, finer=1.0, casts=False)
    parts: list[Solid] = [*_hull(), *_fittings(), *_lantern(), *_lilies(seed)]
    parts += [isle.replace(cut=lambda local: local[:, 1] > -0.02), coast.replace(cut=lambda local: local[:, 1] > -0.02)]
    parts += _woods(seed)
    logs = mat.wood((0.115, 0.080, 0.055), 0, 0.1, plank=0.22, across=1, seed=3)
    hx, hz = ix + 1.6, iz - 1.0
    parts += land.cottage(
        (hx, height(hx, hz) - 0.15, hz),
        0.12,
        group="lamp",
        width=5.6,
        depth=4.2,
        eaves=2.3,
        pitch=2.1,
        wall=logs,
        share=1.0,
        seed=2,
    )
    timber = mat.wood((0.110, 0.085, 0.065), 0, 0.15, plank=0.15, across=2)
    parts.append(box(timber, (hx - 1.6, 0.42, iz - 9.5), (hx - 0.4, 0.50, iz - 4.0)))
    parts.append(
        joined(
            [
                rod(timber, (hx - 1.0 + s, -0.5, iz - z), (hx - 1.0 + s, 0.75, iz - z), 0.07, sides=6)
                for s in (-0.55, 0.55)
                for z in (4.6, 6.8, 9.3)
            ]
        )
    )

    def rooted(x: Array, z: Array) -> Mask:
        h = _shore(x, z)
        return np.asarray((h > -0.30) & (h < 0.22) & (quick_noise(x * 0.5, z * 0.5, 7) > 0.45))

    rushes = land.scattered(seed + 1, 1500, (ix - 14, ix + 14), (iz - 9, iz + 3), keep=rooted)
    rushes[:, 1] = -0.15
    parts += [
        land.reeds(rushes, height=1.3, seed=seed),
        land.ridge(
            330,
            land.hills(70, 190, seed % 5 + 3, 0.35),
            colour=(0.0095, 0.0125, 0.0205),
            group="far",
            x=(-500, 500),
            foot=0.0,
            haze=1.4,
        ),
        land.ridge(
            760,
            land.hills(210, 420, seed % 5 + 7, 0.45),
            colour=(0.0180, 0.0215, 0.0360),
            group="far",
            x=(-1200, 1200),
            foot=0.0,
            haze=1.0,
        ),
    ]
    sources: tuple[Source, ...] = (
        Lamp("lamp", LANTERN, 7.0, 0.05, bounce=0.03, reach=1.5, skin=0.22, dust=0.004, dust_reach=12.0),
        Lamp(
            "lamp", (hx - 0.6, 1.9, hz - 4.2), 5.0, 0.2, shadow=0.0, bounce=0.0, skin=0.0, dust=0.004, dust_reach=60.0
        ),
        Sun("moon", MOON, 2.2, soft=0.02),
        Sky("sky", 1.0),
    )
    return Scenery(
        tuple(parts),
        sources,
        ("lamp", "moon", "sky", "far"),
        mist=0.0100,
        mist_group="far",
        mist_glow=0.060,
        mist_height=4.0,
    )


def light(atmosphere: Atmosphere) -> PlaceLight:
    """The lantern burns in the dark hours; water and mist take the colour of the sky."""
    outside = hour_light(atmosphere)
    dark = atmosphere.hour in ("night", "none", "twilight", "dusk")
    lamp = life.scaled((1.0, 0.52, 0.19), (1.0 if dark else 0.4) * (1.0 + 0.15 * atmosphere.warmth))
    low = outside.horizon
    far = (0.5 + low[0] * 26, 0.5 + low[1] * 26, 0.55 + low[2] * 20)
    palette = night_palette(outside, key=(1.0, 0.52, 0.19), rim=(0.042, 0.048, 0.068))
    if outside.moon > 0:
        palette = replace(
            palette, zenith=(0.0034, 0.0048, 0.0150), horizon=(0.0440, 0.0290, 0.0540), glow=(0.120, 0.066, 0.080)
        )
    return PlaceLight(
        {"lamp": lamp, "moon": outside.window, "sky": outside.sky, "far": far},
        palette,
        replace(outside.stage, ground="water", ridges=0.0),
    )


def flicker(group: str, t: float) -> float:
    """The lantern sways at the bow."""
    return life.fire_flicker(t, 3, 0.05) if group == "lamp" else 1.0


def small_life(moment: PlaceMoment) -> tuple[Form, ...]:
    """The moon and its path, moths at the lantern, fireflies along the island."""
    f, t = moment.framing, moment.t
    shining = hour_light(moment.atmosphere).moon
    forms: list[Form] = []
    disc = life.moon(f, MOON, shining, size=11.0)
    if disc:
        forms += [
            *disc,
            life.glitter(
                f, MOON, t, moment.seed, life.scaled((0.55, 0.54, 0.52), shining), count=420, near=8.0, far=80.0
            ),
        ]
    x, y, z = LANTERN
    ix, iz = ISLAND
    forms += [
        life.dust(
            f,
            t,
            moment.seed,
            ((x - 0.9, y - 0.7, z - 0.9), (x + 0.9, y + 0.7, z + 0.9)),
            LANTERN,
            life.scaled(moment.light.tints["lamp"], 0.6),
            count=70,
            reach=0.6,
            size=0.010,
        ),
        life.fireflies(f, t, moment.seed, ((ix - 9, 0.4, iz - 8), (ix + 9, 2.4, iz - 2)), count=30),
    ]
    return tuple(forms)


PLACE = Place(
    name="rowing_boat",
    framings=(
        Framing(
            "stern",
            (0.10, 1.32, -0.75),
            0.03,
            1.22,
            -0.02,
            Move(push=0.04),
            calm=(CalmSpot(1.25, 0.6), CalmSpot(-1.2, 0.6)),
        ),
        Framing(
            "bow",
            (-0.36, 1.02, 0.95),
            0.09,
            1.45,
            -0.12,
            Move(drift=0.04),
            calm=(CalmSpot(0.7, 0.62), CalmSpot(1.38, 0.6), CalmSpot(-0.55, 0.68, 0.26)),
        ),
        Framing(
            "beside",
            (-2.7, 0.75, 0.2),
            0.62,
            1.35,
            -0.22,
            Move(rise=0.03),
            calm=(CalmSpot(-0.9, 0.6), CalmSpot(0.65, 0.62)),
        ),
    ),
    anchors=(
        Anchor(
            "thwart_middle",
            (0.12, THWART, THWARTS[1]),
            "seat",
            1.9,
            "hero",
            ("stern",),
            facing=0.0,
            verbs=("sit", "row", "rest", "fish", "talk", "look"),
        ),
        Anchor(
            "thwart_bow",
            (0.0, THWART, THWARTS[2]),
            "seat",
            1.9,
            "hero",
            ("stern", "bow"),
            facing=3.14,
            verbs=("gaze", "read", "listen", "dream", "wait"),
        ),
        Anchor(
            "boards",
            (0.0, FLOOR, 1.75),
            "floor",
            1.3,
            "companion",
            ("stern",),
            facing=0.3,
            holds=("dog", "cat"),
            verbs=("lie", "sleep", "kneel", "curl"),
        ),
        Anchor(
            "bow_boards",
            (0.05, FLOOR + 0.0, 3.12),
            "floor",
            1.0,
            "companion",
            ("bow",),
            facing=0.3,
            holds=("dog", "cat", "bird", "box"),
        ),
        Anchor(
            "seat_things",
            (0.30, THWART, THWARTS[0] + 0.06),
            "top",
            0.4,
            "companion",
            ("stern",),
            holds=("book", "map", "cat", "lantern", "bottle"),
        ),
        Anchor(
            "bow_seat_things",
            (-0.24, THWART, THWARTS[2]),
            "top",
            0.35,
            "companion",
            ("bow",),
            holds=("book", "letter", "cat", "bottle"),
        ),
        Anchor(
            "bow_deck",
            (0.0, 0.63, 3.92),
            "top",
            0.45,
            "companion",
            ("stern", "bow", "beside"),
            holds=("bird", "owl", "compass"),
        ),
        Anchor("crook", (0.0, LANTERN[1] + 0.38, LANTERN[2] + 0.08), "hang", 0.4, "companion", ("stern", "bow")),
        Anchor(
            "water_left",
            (-3.0, 0.0, 8.2),
            "sea",
            2.2,
            "hero",
            ("stern", "bow", "beside"),
            holds=("swan", "duck", "otter"),
        ),
        Anchor(
            "lilies",
            (3.2, 0.0, 7.4),
            "sea",
            1.2,
            "companion",
            ("stern", "bow"),
            holds=("frog", "duck", "lotus", "swan"),
        ),
        Anchor(
            "water_middle", (-6.5, 0.0, 24.0), "sea", 6.0, "companion", ("stern", "bow"), smallest=0.6, holds=("boat",)
        ),
        Anchor("water_abeam", (2.4, 0.0, 15.0), "sea", 3.0, "companion", ("beside",), holds=("swan", "boat", "duck")),
        Anchor(
            "jetty",
            (ISLAND[0] + 0.6, 0.50, ISLAND[1] - 8.6),
            "floor",
            1.9,
            "companion",
            ("stern",),
            facing=0.2,
            verbs=("stand", "come", "wave", "walk", "greet"),
            smallest=0.6,
        ),
        Anchor(
            "island",
            (ISLAND[0] - 4.6, 1.0, ISLAND[1] - 2.0),
            "view",
            9.0,
            "backdrop",
            ("stern", "bow", "beside"),
            smallest=2.0,
        ),
        Anchor("air", (1.2, 1.9, 6.5), "air", 0.8, "companion", ("stern", "bow")),
        Anchor("air_high", (-3.0, 6.5, 26.0), "air", 3.0, "companion", ("stern", "beside"), smallest=0.3),
        Anchor("sky", (70.0, 130.0, 260.0), "sky", 40.0, "backdrop", ("stern", "bow")),
    ),
    solids=solids,
    light=light,
    life=small_life,
    flicker=flicker,
    ground_at=height,
)
