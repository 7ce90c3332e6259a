"""A village lane after dark: cottages with lit windows behind low walls, a street lamp, a church tower at its end.

The lane runs from the eye (z 0) uphill and bends to the left before the church (z 68). Groups of light: "window" (lit
windows and the lamp), "moon", and "sky".
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
from dreamplayer.drawing.solids.shapes import box, lathe, panel, terrain
from dreamplayer.drawing.solids.solid import Array, F, Finish, Lamp, Mask, Scenery, Sky, Solid, Sun, Surface
from dreamplayer.kit.noise import quick_fbm
from dreamplayer.model.atmosphere import Atmosphere
from dreamplayer.model.place import Anchor, CalmSpot, Framing, Move

MOON = (0.42, 0.40, 0.82)
LAMP_FOOT = (-2.75, 13.6)
"""Across and distance of the street lamp."""
LAMP_HIGH = 3.1
HALF = 2.05
"""Half width of the lane in metres."""
CHURCH = (-9.5, 70.0)


def lane(z: Array | float) -> Array:
    """Where the lane lies, metres across, at distances z."""
    z = np.asarray(z)
    return np.asarray(0.2 + 0.9 * np.sin(z * 0.07) - 0.0026 * z**2, F)


def ground(x: Array, z: Array) -> Array:
    """Height of the ground: the lane climbs gently, verges stand a little higher."""
    aside = np.abs(x - lane(z))
    verge = 0.16 * np.clip((aside - HALF) / 0.6, 0, 1) + 0.10 * (quick_fbm(x * 0.3, z * 0.3, 3, 3) - 0.5) * np.clip(
        (aside - HALF) / 2, 0, 1
    )
    return np.asarray(0.00052 * np.maximum(z, 0) ** 2 + verge, F)


def height(x: float, z: float) -> float:
    """Height of the ground at one spot, in metres."""
    return land.height_at(ground, x, z)


def _surface(s: Surface) -> Finish:
    """Setts on the lane, grass on the verges."""
    aside = np.abs(s.p[:, 0] - lane(s.p[:, 2])) + 0.12 * (quick_fbm(s.p[:, 0] * 3, s.p[:, 2] * 3, 4, 2) - 0.5)
    paved = aside < HALF
    return mat.joint_finish(
        s, [(paved, mat.setts((0.105, 0.096, 0.090), 0.17, 0.35, 2)), (~paved, mat.turf((0.046, 0.054, 0.030), 3))]
    )


def _lamp() -> list[Solid]:
    x, z = LAMP_FOOT
    y = height(x, z)
    stuff = mat.iron((0.028, 0.030, 0.028), 0.4)
    return [
        lathe(
            stuff,
            (x, y, z),
            [(0.13, 0), (0.12, 0.12), (0.06, 0.2), (0.045, 1.0), (0.04, LAMP_HIGH - 0.2), (0.07, LAMP_HIGH - 0.18)],
            sides=12,
        ),
        lathe(
            mat.glow("window", (1.25, 1.05, 0.80)),
            (x, y + LAMP_HIGH - 0.16, z),
            [(0.09, 0), (0.16, 0.34)],
            sides=4,
            casts=False,
        ),
        lathe(
            stuff,
            (x, y + LAMP_HIGH + 0.18, z),
            [(0.20, 0), (0.12, 0.10), (0.03, 0.20), (0.0, 0.28)],
            sides=8,
            casts=False,
        ),
    ]


def _church(seed: int) -> list[Solid]:
    x, z = CHURCH
    y = height(x, z) - 0.5
    stone = mat.masonry((0.125, 0.118, 0.108), 0.45, 0.8, 5)
    tower = land.lit_windows(stone, "window", [6.5], [2.6], width=0.9, height=2.2, share=1.0, colour=(0.5, 0.30, 0.12))
    slate = mat.plain((0.050, 0.050, 0.056), 0.2, vary=0.3)
    parts = [
        panel(tower, (x - 2.6, y, z - 2.6), (5.2, 0, 0), (0, 15.0, 0)),
        box(stone, (x - 2.6, y, z - 2.59), (x + 2.6, y + 15.0, z + 2.6)),
        lathe(slate, (x, y + 15.0, z), [(3.5, 0), (0.06, 10.5), (0.0, 10.8)], sides=4),
    ]
    nave = land.cottage(
        (x + 9.5, y, z + 3.0),
        0.0,
        group="window",
        width=14.0,
        depth=8.0,
        eaves=5.5,
        pitch=4.6,
        wall=stone,
        seed=seed,
        share=0.8,
    )
    return parts + nave


_HOUSES = (
    (-7.3, 9.5, math.pi / 2, 8.0, 1),
    (7.2, 14.5, -math.pi / 2, 9.0, 2),
    (-7.4, 22.5, math.pi / 2, 8.6, 3),
    (6.7, 27.5, -math.pi / 2, 8.0, 4),
    (-7.9, 36.0, math.pi / 2, 8.0, 5),
    (5.2, 42.0, -math.pi / 2 - 0.12, 8.4, 6),
    (-11.2, 50.0, math.pi / 2 - 0.2, 8.0, 7),
)
"""Across, distance, yaw (fronts to the lane), width and number of the cottages."""


def solids(seed: int) -> Scenery:
    """The lane for a seed: other windows are lit."""
    parts: list[Solid] = [terrain(_surface, ground, (-60, 60), (-2, 110), columns=110, rows=110, finer=1.8)]
    walls = (
        mat.plaster((0.30, 0.27, 0.215), stain=0.5),
        mat.masonry((0.17, 0.155, 0.135), 0.24, 0.42, 3),
        mat.plaster((0.26, 0.21, 0.16), stain=0.5),
    )
    for x, z, yaw, wide, number in _HOUSES:
        foot = (x + float(lane(z)), height(x + float(lane(z)), z) - 0.15, z)
        # Fronts lie along the lane: the long side, turned towards it.
        parts += land.cottage(
            foot,
            -yaw,
            group="window",
            width=wide,
            depth=5.4,
            eaves=2.9 + 0.2 * (number % 3),
            pitch=2.8,
            wall=walls[number % 3],
            seed=seed * 7 + number,
            share=0.72,
        )
    for side, start, stop in ((-1, 3.0, 6.0), (-1, 14.6, 18.0), (1, 4.0, 9.6), (1, 19.8, 23.0), (-1, 27.5, 31.5)):
        line = np.array([(float(lane(z)) + side * (HALF + 0.75), 0.0, z) for z in np.linspace(start, stop, 9)])
        line[:, 1] = ground(line[:, 0], line[:, 2]) - 0.05
        parts.append(land.dry_wall(line, height=0.95, seed=int(start)))
    parts += land.tree(
        (5.2, height(5.2, 6.5) - 0.1, 6.7), 7.0, seed=seed % 5 + 3, girth=0.26, masses=5, sprays=110, spread=0.42
    )
    parts += land.tree((-9.8, height(-9.8, 16.0), 16.2), 9.0, seed=seed % 5 + 4, masses=4, sprays=80)
    parts += land.tree((8.6, height(8.6, 36.0), 35.5), 9.5, seed=seed % 5 + 5, masses=4, sprays=70)
    parts += land.tree((-19.0, height(-19, 60.0), 60.0), 11.0, seed=seed % 5 + 6, masses=4, sprays=60)

    def verge(x: Array, z: Array) -> Mask:
        return np.asarray(np.abs(x - lane(z)) > HALF + 0.04)

    parts.append(
        land.lawn(ground, (-11, 12), (1.2, 24), seed=seed, count=1300, colour=(0.060, 0.070, 0.038), keep=verge)
    )
    tufts = land.scattered(seed, 420, (-5.2, 5.4), (1.5, 24), keep=verge)
    parts.append(
        land.tufts(
            land.on_ground(tufts, ground, 0.02), height=0.30, width=0.36, colour=(0.056, 0.064, 0.034), seed=seed
        )
    )
    for k, (x, z) in enumerate(((-3.15, 7.6), (3.2, 11.4), (-3.2, 20.0))):
        parts += land.bush((x + float(lane(z)) * 0.3, height(x, z), z), 0.45, seed=seed + k, height=0.8)
    bench = mat.wood((0.12, 0.085, 0.06), 2, 0.2, across=0)
    bx, bz = 2.72, 8.0
    by = height(bx, bz)
    parts += [
        box(bench, (bx - 0.20, by + 0.41, bz - 0.75), (bx + 0.22, by + 0.46, bz + 0.75)),
        box(bench, (bx + 0.20, by + 0.52, bz - 0.75), (bx + 0.24, by + 0.86, bz + 0.75)),
    ]
    parts += [box(bench, (bx - 0.18, by, bz + s - 0.03), (bx + 0.22, by + 0.42, bz + s + 0.03)) for s in (-0.62, 0.62)]
    gable_x, gable_z = -7.3 + float(lane(np.array(9.5))), 9.5 - 4.0 - 0.03
    parts.append(land.ivy((gable_x - 2.6, height(gable_x, gable_z), gable_z), (2.5, 0.0, 0.0), 3.3, seed=seed))
    parts += _lamp() + _church(seed)
    parts.append(
        land.ridge(
            520,
            land.hills(64, 330, seed % 5 + 8, 0.25),
            colour=(0.0105, 0.0120, 0.0170),
            group="sky",
            x=(-900, 900),
            foot=0.0,
            haze=0.9,
        )
    )
    parts.append(
        land.ridge(
            150,
            land.treeline(9.0, seed % 9, width=7.0, base=8.0),
            colour=(0.0046, 0.0056, 0.0075),
            group="sky",
            x=(-280, 280),
            foot=0.0,
            haze=0.9,
        )
    )
    x, z = LAMP_FOOT
    sources = (
        Lamp(
            "window",
            (x, height(x, z) + LAMP_HIGH, z),
            11.0,
            0.12,
            bounce=0.004,
            reach=8.0,
            skin=0.42,
            dust=0.009,
            dust_reach=30.0,
        ),
        # What the windows of the near houses throw on the lane.
        Lamp("window", (-4.0 + float(lane(11.0)), 1.4, 11.2), 1.5, 0.5, shadow=0.0, bounce=0.0),
        Lamp("window", (3.9 + float(lane(16.0)), 1.5, 16.0), 1.5, 0.5, shadow=0.0, bounce=0.0),
        Sun("moon", MOON, 2.0, soft=0.02),
        Sky("sky", 0.90),
    )
    return Scenery(
        tuple(parts), sources, ("window", "moon", "sky"), mist=0.006, mist_group="sky", mist_glow=0.035, mist_height=9.0
    )


def light(atmosphere: Atmosphere) -> PlaceLight:
    """Windows and lamp are lit from dusk to dawn."""
    outside = hour_light(atmosphere)
    by_day = atmosphere.hour in ("day", "morning", "sunrise")
    window = life.scaled((1.0, 0.56, 0.23), (0.12 if by_day else 1.0) * (1.0 + 0.2 * atmosphere.warmth))
    palette = night_palette(outside, key=(1.0, 0.56, 0.23), rim=(0.046, 0.052, 0.072))
    return PlaceLight(
        {"window": window, "moon": outside.window, "sky": outside.sky}, palette, replace(outside.stage, ridges=0.0)
    )


def small_life(moment: PlaceMoment) -> tuple[Form, ...]:
    """Smoke from two chimneys; the moon."""
    f, t = moment.framing, moment.t
    pale = life.scaled(moment.light.tints["sky"], 0.5)
    smoke = [
        life.steam(f, t, moment.seed + k, foot, pale, height=4.0, width=0.7, lean=0.4, count=40)
        for k, foot in enumerate(((-7.0, 7.2, 12.2), (6.9, 7.6, 17.4)))
    ]
    return (*smoke, *life.moon(f, MOON, hour_light(moment.atmosphere).moon))


def _on_lane(z: float, aside: float = 0.0) -> tuple[float, float, float]:
    x = float(lane(z)) + aside
    return x, height(x, z), z


PLACE = Place(
    name="village_lane",
    framings=(
        Framing(
            "lane",
            (0.3, 1.62, -1.2),
            0.0,
            1.32,
            -0.06,
            Move(push=0.05),
            calm=(CalmSpot(0.12, 0.62), CalmSpot(0.95, 0.5)),
        ),
        Framing(
            "lamp",
            (1.1, 1.15, 6.2),
            -0.26,
            1.42,
            -0.24,
            Move(rise=0.03),
            calm=(CalmSpot(0.6, 0.55), CalmSpot(0.02, 0.74, 0.22)),
        ),
        Framing(
            "church",
            (-0.7, 2.3, 15.5),
            -0.10,
            1.70,
            -0.10,
            Move(drift=0.04),
            calm=(CalmSpot(-0.45, 0.68, 0.27), CalmSpot(0.55, 0.6)),
        ),
    ),
    anchors=(
        Anchor(
            "lane_here",
            _on_lane(3.1, 0.55),
            "floor",
            2.0,
            "hero",
            ("lane",),
            verbs=("walk", "go", "run", "follow", "leave", "stand", "come", "look", "wait"),
        ),
        Anchor(
            "lane_near",
            _on_lane(7.2, 0.1),
            "floor",
            2.2,
            "hero",
            ("lane",),
            verbs=("walk", "stand", "come", "look", "wait"),
        ),
        Anchor(
            "lane_middle",
            _on_lane(12.5, 0.4),
            "floor",
            2.6,
            "hero",
            ("lane", "lamp"),
            verbs=("walk", "go", "run", "ride"),
        ),
        Anchor("lane_far", _on_lane(24.0), "floor", 3.6, "companion", ("lane", "lamp", "church"), smallest=0.8),
        Anchor(
            "bench",
            (2.70, height(2.72, 8.0) + 0.46, 8.0),
            "seat",
            1.9,
            "hero",
            ("lane",),
            facing=1.4,
            verbs=("sit", "rest", "talk", "sleep"),
        ),
        Anchor(
            "under_lamp",
            (-2.0, height(-2.0, 13.2), 13.2),
            "floor",
            2.0,
            "hero",
            ("lane", "lamp"),
            facing=-0.4,
            verbs=("stand", "wait", "read", "lean"),
        ),
        Anchor("verge", (-2.6, height(-2.6, 7.0), 7.0), "floor", 1.2, "companion", ("lane",), verbs=("lie",)),
        Anchor(
            "wall_top",
            (float(lane(5.0)) - HALF - 0.75, height(-2.6, 5.0) + 0.86, 5.0),
            "top",
            0.7,
            "companion",
            ("lane",),
            holds=("cat", "owl", "bird"),
        ),
        Anchor(
            "door_step",
            (-3.9, height(-3.9, 22.5), 22.0),
            "floor",
            1.9,
            "companion",
            ("lane", "lamp", "church"),
            smallest=0.4,
        ),
        Anchor("air_near", (1.2, 2.9, 9.0), "air", 0.9, "companion", ("lane", "lamp")),
        Anchor("over_roofs", (1.5, 12.0, 40.0), "air", 6.0, "companion", ("lane", "church"), smallest=0.5),
        Anchor("field", (20.0, 3.0, 96.0), "view", 14.0, "backdrop", ("church",), smallest=4.0),
    ),
    solids=solids,
    light=light,
    life=small_life,
    ground_at=height,
)
