"""An orchard by night in late summer: old apple trees in rows, a ladder, baskets, a lantern, a hut behind.

A grassy ride runs from the eye (z 0) between two rows of trees at x -3.6 and 3.6; a hut with a lit window stands at its
end. Groups of light: "lamp" (a lantern in the first tree, another on a crate, the hut), "moon", and "far" (haze).
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
from dreamplayer.drawing.solids.shapes import ball, box, joined, lathe, rod, terrain, tube
from dreamplayer.drawing.solids.solid import (
    Array,
    F,
    Finish,
    Lamp,
    Mask,
    Material,
    Scenery,
    Sky,
    Solid,
    Source,
    Sun,
    Surface,
)
from dreamplayer.kit.hashing import uniform
from dreamplayer.kit.noise import quick_fbm
from dreamplayer.model.atmosphere import Atmosphere
from dreamplayer.model.place import Anchor, CalmSpot, Framing, Move
from dreamplayer.model.reading import Colour
from dreamplayer.model.stage import Vec3

MOON = (-0.30, 0.52, 0.82)
_TREES = (
    (-3.7, 7.4, 5.0), (3.9, 6.6, 5.2), (-3.5, 13.0, 5.4), (3.6, 12.6, 5.0), (-3.8, 18.8, 5.2), (3.7, 18.6, 5.5),
    (-3.6, 25.0, 5.0), (3.8, 25.0, 5.3), (-9.6, 10.5, 5.2), (9.8, 11.0, 5.3), (-9.8, 17.0, 5.4), (9.6, 18.0, 5.0),
    (-9.4, 24.0, 5.2), (9.9, 25.0, 5.4), (-16.0, 15.0, 5.4), (16.0, 16.0, 5.2), (-16.0, 24.0, 5.3), (16.5, 25.0, 5.1),
)  # fmt: skip
"""Across, distance and height of each apple tree."""
HUT: Vec3 = (1.4, 0.0, 34.0)
CRATE: Vec3 = (1.55, 0.40, 5.6)
BASKET: Vec3 = (-1.85, 0.34, 6.0)
LANTERN: Vec3 = (-1.55, 1.72, 6.5)
BENCH: Vec3 = (2.35, 0.45, 8.9)
APPLE: Colour = (0.26, 0.040, 0.026)
YELLOW: Colour = (0.27, 0.19, 0.045)


def ground(x: Array, z: Array) -> Array:
    """Height of the ground: soft, almost level, rising a little on both sides."""
    lumps = 0.18 * (quick_fbm(x * 0.4, z * 0.4, 5, 3) - 0.5) * np.clip(np.abs(x) / 3, 0.15, 1)
    return np.asarray(lumps + 0.05 * np.clip(np.abs(x) - 9, 0, 30), F)


def height(x: float, z: float) -> float:
    """Height of the ground at one spot, in metres."""
    return land.height_at(ground, x, z)


def _sward(s: Surface) -> Finish:
    """Grass, shorter in the ride, with fallen leaves and apples under the trees."""
    x, z = s.p[:, 0], s.p[:, 2]
    grass = mat.turf((0.056, 0.062, 0.034), 4)
    worn = mat.earth((0.082, 0.066, 0.046), 3, litter=(0.11, 0.075, 0.035))
    track = np.exp(-(((np.abs(x - 0.25 * np.sin(z * 0.3)) - 0.62) / 0.26) ** 2)) * quick_fbm(x * 2, z * 2, 6, 3) * 1.3
    return mat.blended(s, grass, worn, np.clip(track, 0, 0.9).astype(F))


def _fruit(colour: Colour) -> Material:
    def material(s: Surface) -> Finish:
        k = 0.7 + 0.5 * quick_fbm(s.local[:, 0] * 18, s.local[:, 1] * 18 + s.p[:, 2] * 5, 3, 2)
        blush = np.clip(s.n[:, 1] * 0.5 + 0.6, 0, 1)
        return Finish(mat.mixed(np.asarray(YELLOW, F) * k[:, None], np.asarray(colour, F) * k[:, None], blush), 0.4)

    return material


def _trees(seed: int) -> list[Solid]:
    made: list[Solid] = []
    red: list[Solid] = []
    hanging: list[Solid] = []
    for k, (x, z, tall) in enumerate(_TREES):
        near = k < 4
        foot = (x, height(x, z) - 0.1, z)
        grown = land.tree(
            foot, tall + 0.4 * float(mat.chance(k, seed)), seed=seed % 7 * 3 + k, spread=0.44, girth=0.19, clear=0.27,
            masses=6 if near else 5, sprays=100 if near else 60, colour=(0.056, 0.068, 0.034),
            bark=(0.072, 0.060, 0.050), habit="fruit",
        )  # fmt: skip
        made += grown
        if k < 8:
            # Apples hang from the leaves: the middles of sprays on the lower half of the crown.
            sprays = grown[-1].vertices.reshape(-1, 4, 3).mean(1)
            low = sprays[sprays[:, 1] < foot[1] + 0.72 * tall]
            order = np.argsort(uniform(seed + k, 77, len(low)))[: 46 if near else 18]
            for ax, ay, az in low[order]:
                size = 0.052 if near else 0.065
                at = (float(ax), float(ay) - 0.08, float(az) - 0.10)
                hanging.append(ball(_fruit(APPLE), at, size, rings=4, sides=6, casts=False))
    for k in range(70):
        a, b = float(mat.chance(k, seed + 3)), float(mat.chance(k, seed + 4))
        tx, tz, _ = _TREES[k % 6]
        x, z = tx + 3.6 * (a - 0.5), tz + 3.4 * (b - 0.5)
        red.append(ball(_fruit(APPLE), (x, height(x, z) + 0.035, z), 0.042, rings=4, sides=6, casts=False))
    return [*made, joined(red), joined(hanging).replace(sheds=True)]


def _lantern(at: Vec3, hung: bool) -> list[Solid]:
    x, y, z = at
    iron = mat.iron((0.03, 0.028, 0.026), 0.4)
    glass = mat.glow("lamp", (1.25, 1.05, 0.8))
    made = [
        lathe(iron, (x, y, z), [(0.0, 0), (0.09, 0), (0.085, 0.04), (0.05, 0.05)], sides=10, casts=False),
        lathe(glass, (x, y + 0.05, z), [(0.055, 0), (0.08, 0.05), (0.075, 0.18), (0.05, 0.22)], sides=10, casts=False),
        lathe(iron, (x, y + 0.26, z), [(0.09, 0), (0.05, 0.05), (0.0, 0.10)], sides=10, casts=False),
    ]
    if hung:
        made.append(rod(iron, (x, y + 0.35, z), (x, y + 1.0, z), 0.010, sides=4, casts=False))
    return made


def _tools(seed: int) -> list[Solid]:
    """A ladder in the first tree, baskets and crates of apples, a bench."""
    oak = mat.wood((0.15, 0.11, 0.072), 1, 0.12, across=0)
    aside = np.array([0.0, 0.0, 1.0])
    foot, head = np.array([2.15, height(2.15, 5.9), 5.9]), np.array([3.35, 3.25, 6.5])
    bars = [tube(oak, np.stack([foot + aside * d, head + aside * 0.6 * d]), 0.032, sides=6) for d in (-0.26, 0.26)]
    for q in np.linspace(0.08, 0.94, 10):
        at = foot + (head - foot) * q
        d = 0.26 * (1 - 0.4 * q)
        bars.append(rod(oak, (at[0], at[1], at[2] - d), (at[0], at[1], at[2] + d), 0.018, sides=5))
    made = [joined(bars)]
    plank = mat.wood((0.155, 0.112, 0.070), 0, 0.1, plank=0.10, across=1, seed=4)
    x, tall, z = CRATE
    y = height(x, z)
    made += placed([box(plank, (-0.42, 0, -0.3), (0.42, tall - y, 0.3))], (x, y, z), 0.25)
    withy = mat.plain((0.14, 0.10, 0.058), vary=0.4, scale=26)
    heap = []
    for k, (bx, bz) in enumerate(((BASKET[0], BASKET[2]), (-2.35, 6.35), (1.2, 9.4))):
        by = height(bx, bz)
        made.append(
            lathe(
                withy,
                (bx, by - 0.02, bz),
                [(0.20, 0), (0.29, 0.24), (0.31, 0.34), (0.28, 0.34), (0.25, 0.22), (0.0, 0.20)],
                sides=18,
            )
        )
        for j in range(16):
            r, a = 0.21 * math.sqrt((j + 0.5) / 16), 2.4 * j + seed
            heap.append(
                ball(
                    _fruit(APPLE),
                    (bx + r * math.cos(a), by + 0.31 + 0.05 * (1 - r / 0.21), bz + r * math.sin(a)),
                    0.05,
                    rings=5,
                    sides=8,
                )
            )
        made.append(
            tube(
                withy,
                [
                    (bx + 0.29 * math.cos(a), by + 0.34 + 0.24 * math.sin(a), bz + 0.02 * k)
                    for a in np.linspace(0, math.pi, 11)
                ],
                0.015,
                sides=5,
            )
        )
    made.append(joined(heap))
    bx, top, bz = BENCH
    bench = mat.wood((0.135, 0.10, 0.066), 2, 0.15, plank=0.14, across=0)
    made.append(box(bench, (bx - 0.22, top - 0.06, bz - 0.75), (bx + 0.22, top, bz + 0.75)))
    made.append(
        joined(
            [
                box(bench, (bx - 0.17, -0.1, bz + d - 0.05), (bx + 0.17, top - 0.06, bz + d + 0.05))
                for d in (-0.55, 0.55)
            ]
        )
    )
    return made


def solids(seed: int) -> Scenery:
    """The orchard for a seed: trees grow otherwise, other apples have fallen."""
    parts: list[Solid] = [terrain(_sward, ground, (-44, 44), (-2.5, 70), columns=80, rows=80, finer=1.5)]
    parts += (
        _trees(seed) + _tools(seed) + _lantern(LANTERN, True) + _lantern((CRATE[0] + 0.2, CRATE[1], CRATE[2]), False)
    )
    boards = mat.wood((0.12, 0.086, 0.058), 0, 0.1, plank=0.2, across=1, seed=4)
    foot = (HUT[0], height(HUT[0], HUT[2]), HUT[2])
    parts += land.cottage(
        foot, 0.12, group="lamp", width=6.0, depth=4.6, eaves=2.4, pitch=2.3, seed=seed * 3 + 1, share=1.0, wall=boards
    )

    def outside(x: Array, z: Array) -> Mask:
        return np.asarray((np.abs(x) > 1.25) & (np.abs(z - HUT[2]) > 3.2))

    grass = land.on_ground(land.scattered(seed, 3200, (-9, 9), (1.0, 20), keep=outside), ground, 0.03)
    parts += [
        land.tufts(grass, height=0.30, width=0.36, colour=(0.082, 0.088, 0.052), seed=seed),
        land.ridge(
            80,
            land.treeline(9.0, seed % 9, width=7.0),
            colour=(0.0056, 0.0072, 0.0108),
            group="far",
            x=(-190, 190),
            foot=0.0,
            haze=0.8,
        ),
        land.ridge(
            540,
            land.hills(85, 300, seed % 5 + 4, 0.25),
            colour=(0.0105, 0.0128, 0.0185),
            group="far",
            x=(-1000, 1000),
            foot=0.0,
            haze=0.9,
        ),
    ]
    sources: tuple[Source, ...] = (
        Lamp(
            "lamp",
            (LANTERN[0], LANTERN[1] + 0.14, LANTERN[2]),
            4.2,
            0.10,
            bounce=0.0,
            skin=0.3,
            dust=0.0024,
            dust_reach=26.0,
        ),
        Lamp("lamp", (CRATE[0] + 0.2, CRATE[1] + 0.18, CRATE[2]), 2.2, 0.08, bounce=0.0, skin=0.3),
        Lamp("lamp", (HUT[0], 1.6, HUT[2] - 3.6), 9.0, 0.4, shadow=0.0, bounce=0.0, dust=0.004, dust_reach=50.0),
        Sun("moon", MOON, 2.0, soft=0.04, dust=0.0008, dust_reach=30.0),
        Sky("moon", 1.15),
    )
    return Scenery(
        tuple(parts), sources, ("lamp", "moon", "far"), mist=0.012, mist_group="far", mist_glow=0.030, mist_height=1.8
    )


def light(atmosphere: Atmosphere) -> PlaceLight:
    """Lanterns burn in the dark hours; grass and haze take the light of the sky."""
    outside = hour_light(atmosphere)
    dark = atmosphere.hour in ("night", "none", "twilight", "dusk")
    lamp = life.scaled((1.0, 0.56, 0.22), (1.0 if dark else 0.25) * (1.0 + 0.2 * atmosphere.warmth))
    warm = outside.horizon
    far = (0.5 + warm[0] * 30, 0.5 + warm[1] * 30, 0.5 + warm[2] * 20)
    stage = replace(outside.stage, ridges=0.0)
    palette = night_palette(outside, key=(1.0, 0.56, 0.22), rim=(0.040, 0.048, 0.062))
    if outside.moon > 0:
        palette = replace(palette, zenith=(0.0055, 0.0080, 0.0165), horizon=(0.0200, 0.0250, 0.0350))
    return PlaceLight({"lamp": lamp, "moon": outside.window, "far": far}, palette, stage)


def flicker(group: str, t: float) -> float:
    """The flames breathe."""
    return life.fire_flicker(t, 4, 0.05) if group == "lamp" else 1.0


def small_life(moment: PlaceMoment) -> tuple[Form, ...]:
    """Fireflies in the grass, moths by the lantern, the moon over the trees."""
    f, t = moment.framing, moment.t
    lamp = moment.light.tints["lamp"]
    x, y, z = LANTERN
    around = ((x - 1.2, y - 1, z - 1.2), (x + 1.2, y + 1, z + 1.2))
    return (
        life.fireflies(f, t, moment.seed, ((-8.0, 0.3, 4.0), (8.0, 1.8, 20.0)), count=40),
        life.dust(f, t, moment.seed, around, LANTERN, life.scaled(lamp, 0.5), count=70, reach=1.0, size=0.016),
        *life.moon(f, MOON, hour_light(moment.atmosphere).moon, size=12.0),
    )  # fmt: skip


_on = land.spot_on(height)


PLACE = Place(
    name="orchard",
    framings=(
        Framing(
            "ride",
            (0.15, 1.60, 1.0),
            0.0,
            1.22,
            -0.26,
            Move(push=0.05),
            calm=(
                CalmSpot(0.15, 0.66, 0.27),
                CalmSpot(-1.35, 0.66, 0.27),
            ),
        ),
        Framing(
            "ladder",
            (-0.9, 1.35, 2.2),
            0.52,
            1.35,
            -0.18,
            Move(drift=-0.04),
            calm=(
                CalmSpot(1.35, 0.66, 0.27),
                CalmSpot(-0.30, 0.66, 0.27),
            ),
        ),
        Framing(
            "lantern",
            (0.5, 1.15, 2.6),
            -0.50,
            1.35,
            -0.20,
            Move(drift=0.04),
            calm=(
                CalmSpot(-1.20, 0.66, 0.27),
                CalmSpot(0.75, 0.66, 0.27),
            ),
        ),
        Framing(
            "hut",
            (-0.4, 1.9, 15.2),
            0.06,
            1.55,
            -0.08,
            Move(push=0.04),
            calm=(
                CalmSpot(1.35, 0.4),
                CalmSpot(-1.35, 0.4),
            ),
        ),
    ),
    anchors=(
        Anchor(
            "ride_near",
            _on(0.1, 7.0),
            "floor",
            2.0,
            "hero",
            ("ride",),
            verbs=("walk", "stand", "come", "look", "wait", "dance"),
        ),
        Anchor(
            "ride_middle", _on(-0.3, 12.0), "floor", 2.2, "hero", ("ride",), verbs=("walk", "go", "run"), smallest=0.3
        ),
        Anchor(
            "ride_far",
            _on(0.3, 19.5),
            "floor",
            2.4,
            "companion",
            ("ride", "hut"),
            verbs=("come", "play", "walk"),
            smallest=0.6,
        ),
        Anchor(
            "under_tree",
            _on(-2.3, 8.3),
            "floor",
            1.9,
            "hero",
            ("ride", "lantern"),
            facing=-0.4,
            verbs=("sit", "sleep", "rest", "read", "lie", "lean"),
        ),
        Anchor(
            "ladder_foot",
            _on(1.75, 6.6),
            "floor",
            1.9,
            "companion",
            ("ladder",),
            verbs=("pick", "climb", "reach", "gather"),
        ),
        Anchor(
            "bench", BENCH, "seat", 1.9, "hero", ("ride", "ladder"), facing=0.8, verbs=("sit", "talk", "rest", "eat")
        ),
        Anchor(
            "grass",
            _on(-0.95, 7.4),
            "floor",
            0.9,
            "companion",
            ("ride", "lantern"),
            holds=("cat", "dog", "hen", "rabbit"),
            verbs=("lie", "curl"),
        ),
        Anchor(
            "grass_right",
            _on(0.95, 7.8),
            "floor",
            1.3,
            "companion",
            ("ride", "ladder"),
            holds=("sheep", "dog", "deer", "goose"),
        ),
        Anchor(
            "meadow",
            _on(-1.2, 23.5),
            "floor",
            2.4,
            "companion",
            ("ride", "hut"),
            holds=("deer", "horse", "sheep"),
            smallest=0.6,
        ),
        Anchor(
            "crate",
            (CRATE[0] - 0.18, CRATE[1], CRATE[2] - 0.05),
            "top",
            0.4,
            "companion",
            ("ride", "ladder"),
            holds=("cat", "bottle", "book", "fruit"),
        ),
        Anchor(
            "bough",
            (-1.25, 2.1, 6.9),
            "hang",
            1.0,
            "companion",
            ("ride", "lantern"),
            holds=("lantern", "swing", "chimes"),
        ),
        Anchor("air_near", (0.3, 2.5, 7.0), "air", 0.8, "companion", ("ride", "ladder", "lantern")),
        Anchor("air_far", (0.3, 6.5, 24.0), "air", 2.4, "companion", ("ride", "hut"), smallest=0.3),
        Anchor("sky", (0.0, 110.0, 230.0), "sky", 36.0, "backdrop", ("ride", "hut")),
    ),
    solids=solids,
    light=light,
    life=small_life,
    flicker=flicker,
    ground_at=height,
)
