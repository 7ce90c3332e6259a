"""A beach at low tide: wet sand and a long curve of surf, dunes, an upturned boat, a headland with a lit house.

The eye stands on dry sand (z 0); the sea lies to the right and ahead, its edge runs from near right to far left. Groups
of light: "house" (the window on the headland and a storm lantern at the boat), "moon", and "sky".
"""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from dreamplayer.drawing import place_life as life
from dreamplayer.drawing.place import Place, PlaceLight, PlaceMoment
from dreamplayer.drawing.place_light import hour_light, night_palette, tinted_sky
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.solids import landscape as land
from dreamplayer.drawing.solids import materials as mat
from dreamplayer.drawing.solids.cells import cells
from dreamplayer.drawing.solids.furniture import placed
from dreamplayer.drawing.solids.shapes import grid, joined, lathe, rod, terrain, tube
from dreamplayer.drawing.solids.solid import Array, F, Finish, Lamp, Mask, Scenery, Sky, Solid, Sun, Surface
from dreamplayer.kit.noise import quick_fbm, quick_noise
from dreamplayer.model.atmosphere import Atmosphere
from dreamplayer.model.place import Anchor, CalmSpot, Framing, Move

MOON = (0.30, 0.27, 0.88)
BOAT = (-2.35, 8.2)
"""Across and distance of the upturned boat."""
HEADLAND = (-34.0, 112.0)
LANTERN = (BOAT[0] + 1.35, 0.62, BOAT[1] - 0.85)


def edge(z: Array) -> Array:
    """Where the sea begins, metres across, at distances z: the beach curves away to the left."""
    return np.asarray(3.6 - 0.115 * z + 0.0007 * z**2 + 0.55 * np.sin(z * 0.21) + 0.25 * np.sin(z * 0.63 + 1), F)


def ground(x: Array, z: Array) -> Array:
    """Height of the sand: flat and wet by the sea, dunes to the left."""
    inland = edge(z) - x
    slope = 0.055 * inland - 0.03
    ripple = 0.018 * np.sin(6.0 * (inland + 0.5 * quick_fbm(x * 0.6, z * 0.6, 3, 2))) * np.clip(inland / 3, 0, 1)
    dune = 2.4 * np.clip((inland - 7.5) / 8.0, 0, 1) ** 1.5 * (0.55 + 0.9 * quick_fbm(x * 0.11, z * 0.11, 6, 3))
    return np.asarray(np.maximum(slope, -0.5) + ripple + dune, F)


def height(x: float, z: float) -> float:
    """Height of the sand at one spot, in metres."""
    return land.height_at(ground, x, z)


def _sand(s: Surface) -> Finish:
    """Dry sand above, wet and mirroring below, a line of weed and shells between, foam at the edge."""
    x, z = s.p[:, 0], s.p[:, 2]
    inland = edge(z) - x
    dry = mat.sand((0.190, 0.158, 0.120), 5, wind=1.15, ripple=0.15)(s)
    wet = mat.step(2.6, 0.5, inland + 0.6 * (quick_fbm(x * 0.8, z * 0.8, 9, 3) - 0.5))
    colours = mat.mixed(dry.albedo, (0.062, 0.054, 0.045), wet)
    # Lines that earlier tides have left: fine gravel and bits of shell.
    shells = cells(x * 15, z * 15, 8)
    tides = np.abs(np.mod(inland + 0.7 * quick_fbm(x * 0.7, z * 0.7, 12, 4), 1.3) - 0.65)
    strewn = (shells.own > 0.55 + 3.0 * tides) & (shells.away < 0.12 + 0.22 * shells.other) & (inland < 6.0)
    tone = np.array([0.20, 0.18, 0.155], F) * (0.35 + 0.9 * shells.other)[:, None]
    colours = mat.mixed(colours, tone, (0.8 * strewn * s.detail(0.05)).astype(F))
    weed = mat.step(0.10, 0.02, np.abs(inland - 3.1 - 0.5 * quick_fbm(x * 0.5, z * 0.5, 2, 3))) * mat.step(
        0.45, 0.60, quick_noise(x * 4, z * 4, 7)
    )
    colours = mat.mixed(colours, (0.035, 0.034, 0.020), (0.8 * weed).astype(F))
    lace = quick_fbm(x * 3.2, z * 3.2, 11, 4)
    foam = np.exp(-(((inland - 0.06) / 0.16) ** 2)) * mat.step(0.34, 0.52, lace) + 0.7 * np.exp(
        -(((inland - 0.62 - 0.2 * lace) / 0.06) ** 2)
    )
    colours = mat.mixed(colours, (0.46, 0.47, 0.48), np.clip(foam, 0, 1).astype(F))
    gloss = 0.05 + 0.55 * wet
    assert dry.normal is not None
    normal = mat.mixed(dry.normal, s.n, (0.85 * wet).astype(F))
    return Finish(colours, gloss.astype(F), 0.0, dry.occlusion, normal=mat.tilted(normal, 0 * normal))


def _dunes(x: Array, z: Array) -> Mask:
    return np.asarray(edge(z) - x > 8.6)


def _raised(points: Array) -> Array:
    return land.on_ground(points, ground, 0.03)


def _upturned_boat() -> list[Solid]:
    """A clinker dinghy, keel up, on two baulks."""
    length, half, rows, columns = 3.7, 0.70, 13, 27
    u, v = np.meshgrid(np.linspace(-1, 1, columns, dtype=F), np.linspace(-1, 1, rows, dtype=F))
    breadth = half * np.clip(1 - np.abs(u) ** 2.6, 0.0, 1) ** 0.75 * np.where(u > 0, 1.0, 0.60 + 0.40 * (1 + u))
    angle = v * math.pi / 2
    x = breadth * np.sin(angle)
    y = 0.62 * np.cos(angle) * (1 - 0.35 * np.abs(u) ** 3) + 0.06
    hull = np.stack([x, y, u * length / 2], -1).astype(F)
    paint = mat.wood((0.115, 0.140, 0.150), 2, 0.28, across=1, plank=0.10, worn=0.6)
    bar = mat.wood((0.10, 0.075, 0.055), 1, 0.1, across=0)
    keel = np.stack([0 * u[0], 0.68 * (1 - 0.35 * np.abs(u[0]) ** 3) + 0.05, u[0] * length / 2], -1)
    parts = [grid(paint, hull, local=hull - hull.reshape(-1, 3).min(0)), tube(bar, keel, 0.028, sides=6)]
    parts += [rod(bar, (-0.75, 0.05, z), (0.75, 0.05, z), 0.06, sides=7) for z in (-0.9, 0.9)]
    return placed(parts, (BOAT[0], height(*BOAT) - 0.02, BOAT[1]), 1.12)


def _lantern() -> list[Solid]:
    x, _, z = LANTERN
    foot = height(x, z)
    frame = mat.iron((0.03, 0.028, 0.026), 0.4)
    return [
        lathe(
            mat.glow("house", (1.2, 1.0, 0.8)),
            (x, foot + 0.06, z),
            [(0.045, 0), (0.055, 0.05), (0.05, 0.16)],
            sides=10,
            casts=False,
        ),
        lathe(frame, (x, foot, z), [(0.0, 0.0), (0.08, 0.0), (0.075, 0.05), (0.05, 0.06)], sides=10, casts=False),
        lathe(frame, (x, foot + 0.22, z), [(0.065, 0), (0.04, 0.05), (0.0, 0.08)], sides=10, casts=False),
    ]


def _headland(seed: int) -> list[Solid]:
    """A grassy headland with cliffs to the sea and a house on it."""
    x0, z0 = HEADLAND

    def hill(x: Array, z: Array) -> Array:
        q = np.clip(1 - ((x - x0) / 36.0) ** 2, 0, 1) * np.clip(1 - ((z - z0) / 26.0) ** 2, 0, 1)
        broken = 0.75 + 0.4 * quick_fbm(x * 0.12, z * 0.12, 5, 4)
        return np.asarray(13.0 * np.minimum(1.0, (2.6 * q) ** 0.8) * broken * np.clip(3 * q, 0, 1) - 0.4, F)

    cliff = mat.masonry((0.075, 0.070, 0.066), 1.1, 2.6, seed=4)
    body = terrain(
        mat.by_facing(mat.turf((0.040, 0.050, 0.026), 2), cliff),
        hill,
        (x0 - 38, x0 + 38),
        (z0 - 28, z0 + 28),
        columns=70,
        rows=40,
        finer=1.0,
    )
    top = float(hill(np.array([x0 + 8], F), np.array([z0 - 2.0], F))[0])
    house = land.cottage(
        (x0 + 8.0, top - 0.4, z0 - 2.0),
        0.15,
        group="house",
        share=1.0,
        width=9.5,
        depth=6.0,
        eaves=3.2,
        pitch=3.0,
        seed=seed % 3,
    )
    return [body, *house]


def solids(seed: int) -> Scenery:
    """The beach for a seed: other dune grass and driftwood."""
    shore = terrain(_sand, ground, (-70, 12), (-2.0, 150), columns=110, rows=120, finer=2.3)
    parts: list[Solid] = [shore.replace(cut=lambda local: local[:, 1] > -0.012)]
    grass = _raised(land.scattered(seed, 620, (-13, -4), (2.0, 26), keep=_dunes))
    parts.append(land.tufts(grass, height=0.75, width=0.62, colour=(0.110, 0.105, 0.060), seed=seed, count=8))
    wood = mat.bark((0.17, 0.15, 0.13), 3, moss=0.0)
    logs = []
    for k in range(4):
        z = 3.6 + 3.4 * k + float(mat.chance(k, seed))
        x = float(edge(np.array([z], F))[0]) - 3.4 - 0.8 * float(mat.chance(k, seed + 1))
        turn = 0.5 + 1.6 * float(mat.chance(k, seed + 2))
        half = 0.35 + 0.5 * float(mat.chance(k, seed + 3))
        a = (x - half * math.cos(turn), height(x, z) + 0.05, z - half * math.sin(turn))
        b = (x + half * math.cos(turn), height(x, z) + 0.10, z + half * math.sin(turn))
        logs.append(tube(wood, [a, b], [0.075, 0.045], sides=7))
    parts.append(joined(logs))
    stones = ((1.35, 5.4, 0.20), (0.9, 5.9, 0.13), (1.75, 6.3, 0.28), (-7.0, 30.0, 1.1), (-5.6, 31.5, 0.7))
    parts += [
        land.rock((x, height(x, z) - 0.04, z), r, seed=k, moss=0.1, colour=(0.10, 0.096, 0.092))
        for k, (x, z, r) in enumerate(stones)
    ]
    parts += _upturned_boat() + _lantern() + _headland(seed)
    parts.append(
        land.ridge(
            900,
            land.hills(52, 700, seed % 5 + 4, 0.3),
            colour=(0.0110, 0.0130, 0.0195),
            group="sky",
            x=(-1500, -120),
            foot=0.0,
            haze=0.8,
        )
    )
    sources = (
        Lamp("house", LANTERN, 3.0, 0.07, bounce=0.0, skin=0.30),
        Sun("moon", MOON, 1.5, soft=0.02),
        Sky("sky", 0.50),
    )
    return Scenery(tuple(parts), sources, ("house", "moon", "sky"), mist=0.0022, mist_group="sky", mist_glow=0.035)


def light(atmosphere: Atmosphere) -> PlaceLight:
    """Moonlight by night, a low sun over the sea at dusk and dawn."""
    outside = tinted_sky(hour_light(atmosphere), (0.62, 1.12, 0.92))
    by_day = atmosphere.hour in ("day", "morning")
    house = life.scaled((1.0, 0.56, 0.24), (0.2 if by_day else 1.0) * (1.0 + 0.2 * atmosphere.warmth))
    palette = night_palette(outside, key=(1.0, 0.56, 0.24), rim=(0.055, 0.062, 0.086))
    return PlaceLight(
        {"house": house, "moon": outside.window, "sky": outside.sky},
        palette,
        replace(outside.stage, ground="water", ridges=0.0),
    )


def small_life(moment: PlaceMoment) -> tuple[Form, ...]:
    """The moon, and its path on the sea."""
    shining = hour_light(moment.atmosphere).moon
    disc = life.moon(moment.framing, MOON, shining)
    if not disc:
        return ()
    path = life.glitter(
        moment.framing,
        MOON,
        moment.t,
        moment.seed,
        life.scaled((0.55, 0.54, 0.50), shining),
        count=520,
        far=300.0,
        near=9.0,
    )
    return (*disc, path)


def flicker(group: str, t: float) -> float:
    """The lantern's flame is almost steady."""
    return life.fire_flicker(t, 5, 0.05) if group == "house" else 1.0


def _foot(x: float, z: float) -> tuple[float, float, float]:
    return x, height(x, z), z


PLACE = Place(
    name="beach",
    framings=(
        Framing(
            "shore",
            (-0.1, 1.75, -1.6),
            0.0,
            1.30,
            -0.10,
            Move(push=0.04),
            calm=(CalmSpot(-0.8, 0.6), CalmSpot(1.15, 0.55), CalmSpot(-0.15, 0.68, 0.26)),
        ),
        Framing(
            "boat",
            (1.0, 0.95, 2.9),
            -0.30,
            1.35,
            -0.18,
            Move(drift=-0.04),
            calm=(CalmSpot(-0.9, 0.6), CalmSpot(0.0, 0.62), CalmSpot(1.4, 0.6)),
        ),
        Framing(
            "dunes",
            (-6.3, 2.75, 2.0),
            0.40,
            1.45,
            0.02,
            Move(drift=0.04),
            calm=(CalmSpot(-0.7, 0.62), CalmSpot(0.1, 0.6)),
        ),
        Framing(
            "near",
            (0.35, 1.1, 2.24),
            0.24,
            1.70,
            -0.14,
            Move(push=0.03),
            calm=(
                CalmSpot(-1.1, 0.6),
                CalmSpot(1.0, 0.55),
            ),
        ),
    ),
    anchors=(
        Anchor(
            "sand_here",
            _foot(0.7, 3.3),
            "floor",
            2.0,
            "hero",
            ("shore",),
            verbs=("walk", "go", "run", "follow", "leave", "stand", "come", "look", "wait", "sit", "kneel"),
        ),
        Anchor(
            "sand_near",
            _foot(0.55, 6.2),
            "floor",
            2.2,
            "hero",
            ("shore", "near"),
            verbs=("walk", "stand", "come", "look", "wait", "sit", "kneel"),
        ),
        Anchor(
            "sand_middle",
            _foot(-0.55, 11.5),
            "floor",
            3.0,
            "hero",
            ("shore", "boat", "dunes"),
            verbs=("walk", "run", "go", "ride"),
        ),
        Anchor("sand_far", _foot(-2.9, 24.0), "floor", 5.0, "companion", ("shore", "dunes"), smallest=0.9),
        Anchor(
            "boat_top",
            (BOAT[0], height(*BOAT) + 0.72, BOAT[1]),
            "top",
            0.8,
            "companion",
            ("shore", "boat"),
            holds=("bird", "lantern"),
            verbs=("sit",),
        ),
        Anchor(
            "by_boat",
            _foot(-1.05, 7.9),
            "floor",
            1.9,
            "hero",
            ("shore", "boat"),
            facing=0.3,
            verbs=("sit", "lean", "rest", "sleep", "mend"),
        ),
        Anchor(
            "weed_line",
            _foot(0.0, 4.6),
            "floor",
            0.6,
            "companion",
            ("shore", "boat"),
            holds=("shell", "starfish", "bottle"),
        ),
        Anchor("surf", (3.9, 0.0, 12.0), "sea", 2.0, "companion", ("shore", "boat")),
        Anchor("sea_middle", (9.0, 0.0, 42.0), "sea", 12.0, "hero", ("shore", "boat", "dunes"), smallest=1.2),
        Anchor("sea_far", (24.0, 0.0, 150.0), "sea", 40.0, "companion", ("shore", "boat", "dunes"), smallest=7.0),
        Anchor(
            "headland",
            (-21.0, 11.0, 103.0),
            "view",
            30.0,
            "backdrop",
            ("shore", "dunes"),
            smallest=6.0,
            holds=("lighthouse", "tower", "castle"),
        ),
        Anchor("air_near", (1.5, 2.3, 9.0), "air", 1.2, "companion", ("shore", "boat")),
        Anchor("air_far", (7.0, 9.0, 40.0), "air", 6.0, "companion", ("shore", "boat", "dunes"), smallest=0.4),
    ),
    solids=solids,
    light=light,
    life=small_life,
    flicker=flicker,
)
