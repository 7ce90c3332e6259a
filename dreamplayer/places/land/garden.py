"""A walled garden: a gravel path between flower beds, an arch of roses, a round fountain, a house with lit windows.

The path runs from the eye (z 0) through the rose arch (z 7) to the fountain (z 13) and the house (z 25). Groups of
light: "lamp" (lanterns by the path and the windows), "moon", and "sky".
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
from dreamplayer.drawing.solids.shapes import ball, box, cards, joined, lathe, rod, terrain, tube
from dreamplayer.drawing.solids.solid import Array, F, Finish, Lamp, Mask, Scenery, Sky, Solid, Sun, Surface
from dreamplayer.kit.hashing import uniform
from dreamplayer.kit.noise import quick_fbm
from dreamplayer.model.atmosphere import Atmosphere
from dreamplayer.model.place import Anchor, CalmSpot, Framing, Move
from dreamplayer.model.reading import Colour

MOON = (-0.38, 0.46, 0.80)
ARCH_Z, FOUNTAIN_Z, HOUSE_Z = 7.0, 13.2, 26.0
HALF = 1.05
"""Half width of the path."""
RING = 3.0
"""Radius of the gravel round the fountain."""
LANTERNS = ((-1.35, 4.4), (1.35, 9.6), (-1.35, 18.0))
"""Across and distance of the lanterns by the path."""
BENCH = (3.35, 12.4)


def _flat(x: Array, z: Array) -> Array:
    beds = np.clip((np.abs(x) - HALF) / 0.3, 0, 1) * np.clip((np.hypot(x, z - FOUNTAIN_Z) - RING) / 0.3, 0, 1)
    return np.asarray(0.06 * beds + 0.05 * beds * (quick_fbm(x * 0.9, z * 0.9, 3, 3) - 0.5), F)


def _gravel(p: Array) -> Array:
    along = mat.step(
        HALF + 0.04, HALF - 0.04, np.abs(p[:, 0]) + 0.05 * (quick_fbm(p[:, 0] * 9, p[:, 2] * 9, 4, 2) - 0.5)
    )
    around = mat.step(RING + 0.05, RING - 0.05, np.hypot(p[:, 0], p[:, 2] - FOUNTAIN_Z))
    return np.maximum(along, around)


def _ground(s: Surface) -> Finish:
    return mat.blended(s, mat.turf((0.050, 0.062, 0.030), 3), mat.gravel((0.170, 0.150, 0.122), 0.05, 7), _gravel(s.p))


def _on_lawn(x: Array, z: Array) -> Mask:
    return np.asarray((np.abs(x) > HALF + 0.05) & (np.hypot(x, z - FOUNTAIN_Z) > RING + 0.1))


def _in_bed(x: Array, z: Array) -> Mask:
    side = np.abs(x)
    return np.asarray((side > HALF + 0.15) & (side < HALF + 1.45) & (np.hypot(x, z - FOUNTAIN_Z) > RING + 0.25))


def _blossoms(points: Array, hue: Colour, seed: int, tall: float, size: float) -> list[Solid]:
    """Flowers in a bed: a head on a stalk at each point."""
    n = len(points)
    u = uniform(seed, 6, 3 * n).reshape(n, 3)
    high = tall * (0.65 + 0.5 * u[:, 0])
    top = points + np.stack([0 * high, high - size * 0.5, 0 * high], -1).astype(F)

    def petals(local: Array) -> Mask:
        x, y = local[:, 0], local[:, 1] - F(0.5)
        return np.asarray(np.hypot(x, y) < 0.34 + 0.12 * np.cos(6 * np.arctan2(y, x) + local[:, 2]))

    heads = cards(
        mat.plain(hue, 0.05, vary=0.4, scale=25, thin=0.5),
        top,
        size,
        size * 0.95,
        (u[:, 1] - 0.5),
        lean=0.45,
        cut=petals,
        casts=False,
    )
    stalks = cards(mat.plain((0.04, 0.058, 0.024)), points, 0.014, high, 0.0, casts=False)
    # No flower stands in the snow.
    return [heads.replace(sheds=True), stalks.replace(sheds=True)]


def _rose_arch(seed: int) -> list[Solid]:
    iron = mat.iron((0.035, 0.040, 0.036), 0.25)
    angle = np.linspace(0, math.pi, 13)
    parts, leaves_at = [], []
    for z in (ARCH_Z - 0.35, ARCH_Z + 0.35):
        line = [(-1.3, 0.0, z), *[(-1.3 * math.cos(a), 1.75 + 0.85 * math.sin(a), z) for a in angle], (1.3, 0.0, z)]
        parts.append(tube(iron, line, 0.022, sides=6))
    for k in range(260):
        q = float(mat.chance(k, seed + 2))
        if q < 0.36:
            x, y = (-1.3 if k % 2 else 1.3), 2.0 * float(mat.chance(k, seed + 3))
        else:
            a = math.pi * float(mat.chance(k, seed + 4))
            x, y = -1.3 * math.cos(a), 1.75 + 0.85 * math.sin(a)
        jitter = [0.20 * (float(mat.chance(k, seed + j)) - 0.5) for j in (5, 6)]
        leaves_at.append((x + jitter[0], y - 0.14 + jitter[1], ARCH_Z + 0.9 * (float(mat.chance(k, seed + 7)) - 0.5)))
    at = np.asarray(leaves_at, F)
    yaw = 2.4 * (uniform(seed, 9, len(at)) - 0.5)
    parts.append(land.leafy_cards(at, 0.34, yaw, colour=(0.052, 0.076, 0.032), seed=seed, thin=0.5, sheds=True))
    roses = at[::4] + np.array([0, 0.10, -0.08], F)
    parts.append(
        joined(
            [
                ball(
                    mat.plain((0.34, 0.075, 0.085), 0.1, vary=0.4, scale=40),
                    (float(r[0]), float(r[1]), float(r[2])),
                    0.052,
                    rings=6,
                    sides=8,
                )
                for r in roses
            ]
        ).replace(sheds=True)
    )
    return [joined(parts[:2]), *parts[2:]]


def _fountain() -> list[Solid]:
    stone = mat.plain((0.19, 0.18, 0.165), 0.15, vary=0.35, scale=6)
    water = mat.plain((0.012, 0.016, 0.020), 0.9, vary=0.1)
    foot = (0.0, 0.0, FOUNTAIN_Z)
    return [
        lathe(
            stone,
            foot,
            [
                (1.50, 0),
                (1.55, 0.08),
                (1.45, 0.12),
                (1.45, 0.40),
                (1.56, 0.46),
                (1.50, 0.50),
                (1.32, 0.48),
                (1.30, 0.34),
            ],
            sides=40,
        ),
        lathe(water, foot, [(0.0, 0.385), (1.31, 0.385)], sides=40, casts=False),
        lathe(
            stone,
            foot,
            [
                (0.30, 0.36),
                (0.20, 0.55),
                (0.13, 0.80),
                (0.18, 1.02),
                (0.62, 1.15),
                (0.68, 1.22),
                (0.60, 1.21),
                (0.08, 1.14),
                (0.07, 1.40),
                (0.0, 1.46),
            ],
            sides=28,
        ),
        lathe(water, foot, [(0.0, 1.195), (0.60, 1.195)], sides=28, casts=False),
    ]


def _lantern(x: float, z: float) -> list[Solid]:
    iron = mat.iron((0.028, 0.028, 0.026), 0.3)
    return [
        rod(iron, (x, 0, z), (x, 0.62, z), 0.018, sides=6),
        lathe(mat.glow("lamp", (1.15, 0.95, 0.72)), (x, 0.64, z), [(0.055, 0), (0.075, 0.17)], sides=6, casts=False),
        lathe(iron, (x, 0.81, z), [(0.10, 0), (0.03, 0.09), (0.0, 0.12)], sides=6, casts=False),
    ]


def solids(seed: int) -> Scenery:
    """The garden for a seed: other flowers in its beds."""
    parts: list[Solid] = [terrain(_ground, _flat, (-34, 34), (-1.5, 46), columns=110, rows=110, finer=1.6)]
    hues: tuple[tuple[Colour, float, float], ...] = (
        ((0.42, 0.40, 0.36), 0.50, 0.10),
        ((0.33, 0.11, 0.14), 0.58, 0.10),
        ((0.20, 0.15, 0.34), 0.66, 0.075),
        ((0.40, 0.27, 0.10), 0.42, 0.085),
    )
    parts.append(
        land.lawn(_flat, (-8.0, 8.0), (1.0, 16.0), seed=seed, count=1100, colour=(0.060, 0.074, 0.036), keep=_on_lawn)
    )
    green = land.scattered(seed, 620, (-2.6, 2.6), (1.2, 22), keep=_in_bed)
    green[:, 1] = 0.04
    parts.append(land.tufts(green, height=0.48, width=0.42, colour=(0.050, 0.070, 0.030), seed=seed, count=8))
    for k, (hue, tall, size) in enumerate(hues):
        spots = land.scattered(seed + 30 + k, 150, (-2.5, 2.5), (1.6, 21), keep=_in_bed)
        spots[:, 1] = 0.04
        parts += _blossoms(spots, hue, seed + k, tall, size)
    for x, z in ((-2.55, 2.9), (2.55, 5.2), (-2.6, 9.3), (2.6, 17.4), (-2.6, 17.0)):
        parts += land.bush((x, 0.03, z), 0.52, seed=seed % 7 + int(z), height=0.95, colour=(0.036, 0.052, 0.026))
    parts += _rose_arch(seed) + _fountain()
    for x, z in LANTERNS:
        parts += _lantern(x, z)
    wood = mat.wood((0.125, 0.095, 0.070), 0, 0.2)
    bx, bz = BENCH
    parts.append(
        joined(
            [
                box(wood, (bx - 0.75, 0.40, bz - 0.22), (bx + 0.75, 0.45, bz + 0.20), yaw=0.9),
                box(wood, (bx - 0.75, 0.52, bz + 0.16), (bx + 0.75, 0.88, bz + 0.20), yaw=0.9),
            ]
        )
    )
    parts.append(
        joined(
            [box(wood, (bx + s - 0.04, 0, bz - 0.18), (bx + s + 0.04, 0.42, bz + 0.18), yaw=0.9) for s in (-0.45, 0.45)]
        )
    )
    wall = mat.brick((0.150, 0.080, 0.058))
    for side in (-1, 1):
        parts.append(box(wall, (side * 9.0 - 0.2, 0, -1.0), (side * 9.0 + 0.2, 2.3, 30.0)))
        parts.append(
            box(mat.plain((0.16, 0.15, 0.14)), (side * 9.0 - 0.28, 2.3, -1.0), (side * 9.0 + 0.28, 2.42, 30.0))
        )
    parts += land.cottage(
        (1.2, 0.0, HOUSE_Z + 3.0),
        0.0,
        group="lamp",
        width=13.0,
        depth=7.0,
        eaves=5.2,
        pitch=3.4,
        seed=seed % 5 + 2,
        share=0.8,
    )
    parts += land.tree((-6.2, 0, 11.5), 7.5, seed=4, girth=0.24, masses=5, sprays=120, colour=(0.050, 0.060, 0.028))
    parts += land.tree((6.8, 0, 18.5), 8.5, seed=6, girth=0.26, masses=5, sprays=100, colour=(0.044, 0.058, 0.026))
    parts += land.tree((-10.5, 0, 31.0), 13.0, seed=8, masses=5, sprays=80) + land.tree(
        (13.5, 0, 33.0), 14.0, seed=9, masses=5, sprays=80
    )
    parts.append(
        land.ridge(
            120,
            land.treeline(14.0, seed % 9, width=8.0),
            colour=(0.0050, 0.0060, 0.0080),
            group="sky",
            x=(-220, 220),
            foot=0.0,
            haze=0.8,
        )
    )
    lamps = [
        Lamp("lamp", (x, 0.74, z), p, 0.06, bounce=0.004, skin=0.16)
        for (x, z), p in zip(LANTERNS, (1.3, 1.5, 1.6), strict=True)
    ]
    return Scenery(
        tuple(parts),
        (*lamps, Sun("moon", MOON, 2.1, soft=0.02), Sky("sky", 0.85)),
        ("lamp", "moon", "sky"),
        mist=0.004,
        mist_group="sky",
        mist_glow=0.03,
    )


def light(atmosphere: Atmosphere) -> PlaceLight:
    """Lanterns and windows are lit from dusk to dawn."""
    outside = hour_light(atmosphere)
    by_day = atmosphere.hour in ("day", "morning", "sunrise")
    lamp = life.scaled((1.0, 0.56, 0.23), (0.10 if by_day else 1.0) * (1.0 + 0.2 * atmosphere.warmth))
    palette = night_palette(outside, key=(1.0, 0.56, 0.23), rim=(0.050, 0.056, 0.074))
    return PlaceLight(
        {"lamp": lamp, "moon": outside.window, "sky": outside.sky}, palette, replace(outside.stage, ridges=0.0)
    )


def flicker(group: str, t: float) -> float:
    """The lanterns' flames breathe a little."""
    return life.fire_flicker(t, 6, 0.05) if group == "lamp" else 1.0


def small_life(moment: PlaceMoment) -> tuple[Form, ...]:
    """Fireflies over the beds; the moon."""
    f = moment.framing
    moon = life.moon(f, MOON, hour_light(moment.atmosphere).moon)
    if moment.atmosphere.hour in ("day", "morning", "sunrise"):
        return moon
    return (life.fireflies(f, moment.t, moment.seed, ((-4.5, 0.4, 3), (4.5, 2.2, 15)), count=26), *moon)


PLACE = Place(
    name="garden",
    framings=(
        Framing(
            "path",
            (0.12, 1.60, -1.5),
            0.0,
            1.36,
            -0.08,
            Move(push=0.05),
            calm=(CalmSpot(0.1, 0.64), CalmSpot(1.2, 0.6), CalmSpot(-1.25, 0.62)),
        ),
        Framing(
            "fountain",
            (-1.6, 1.20, 7.6),
            0.26,
            1.40,
            -0.16,
            Move(drift=0.04),
            calm=(CalmSpot(-1.08, 0.52), CalmSpot(0.75, 0.52), CalmSpot(-0.16, 0.7, 0.24)),
        ),
        Framing(
            "roses",
            (0.75, 0.85, 2.0),
            -0.16,
            1.30,
            -0.30,
            Move(rise=0.04),
            calm=(CalmSpot(0.14, 0.68, 0.26), CalmSpot(1.25, 0.6), CalmSpot(-1.3, 0.62)),
        ),
    ),
    anchors=(
        Anchor(
            "path_here",
            (0.5, 0.0, 2.9),
            "floor",
            2.0,
            "hero",
            ("path",),
            verbs=("walk", "go", "run", "follow", "leave", "stand", "come", "look", "wait"),
        ),
        Anchor(
            "path_near",
            (0.25, 0.0, 5.4),
            "floor",
            2.1,
            "hero",
            ("path", "roses"),
            verbs=("walk", "stand", "come", "look", "wait"),
        ),
        Anchor(
            "path_middle",
            (-0.35, 0.0, 9.2),
            "floor",
            2.6,
            "hero",
            ("path", "fountain"),
            verbs=("walk", "go", "run", "dance"),
        ),
        Anchor(
            "fountain_rim",
            (-0.95, 0.50, 12.15),
            "top",
            1.3,
            "companion",
            ("path", "fountain"),
            holds=("bird", "cat", "frog"),
            verbs=("sit",),
        ),
        Anchor(
            "bench",
            (BENCH[0] - 0.05, 0.45, BENCH[1] - 0.05),
            "seat",
            1.9,
            "hero",
            ("fountain", "path"),
            facing=0.9,
            verbs=("sit", "read", "rest", "talk"),
        ),
        Anchor(
            "lawn_left",
            (-3.9, 0.06, 9.0),
            "floor",
            2.0,
            "companion",
            ("path", "roses"),
            verbs=("lie", "kneel", "sleep", "graze"),
        ),
        Anchor("lawn_right", (4.3, 0.06, 9.5), "floor", 2.4, "companion", ("path",), verbs=("play",)),
        Anchor(
            "arch_hook",
            (0.0, 2.50, ARCH_Z),
            "hang",
            0.6,
            "companion",
            ("path", "roses"),
            holds=("lantern", "chimes", "cage"),
        ),
        Anchor(
            "bed_left", (-1.75, 0.05, 6.2), "floor", 0.9, "companion", ("path", "roses"), holds=("flower", "mushroom")
        ),
        Anchor("air_near", (1.2, 1.75, 6.6), "air", 0.6, "companion", ("path", "roses"), holds=("butterfly",)),
        Anchor("air_far", (-2.6, 4.6, 14.0), "air", 2.5, "companion", ("path", "fountain"), smallest=0.25),
        Anchor("under_tree", (-5.4, 0.06, 11.0), "floor", 2.2, "companion", ("path",), verbs=("sit", "sleep", "lean")),
        Anchor("house_step", (1.0, 0.0, 21.5), "floor", 3.0, "backdrop", ("path", "fountain"), smallest=0.8),
    ),
    solids=solids,
    light=light,
    life=small_life,
    flicker=flicker,
)
