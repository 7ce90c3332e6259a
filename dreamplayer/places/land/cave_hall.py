"""A cave: a high hall of rock with hanging stones, a shaft of light from above, a dark pool, glowing crystals.

The hall is some 16 m long (z -2 to 15) and 11 m wide; the opening lies above z 8, the pool below it to the right.
Groups of light: "shaft" (moon or sun through the opening), "crystal", and "lantern" (a lantern left on a ledge).
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
from dreamplayer.drawing.solids.shapes import ball, grid, joined, lathe, panel, terrain, tube
from dreamplayer.drawing.solids.solid import Array, F, Finish, Lamp, Mask, Scenery, Sky, Solid, Sun, Surface
from dreamplayer.kit.noise import quick_fbm
from dreamplayer.model.atmosphere import Atmosphere
from dreamplayer.model.place import Anchor, CalmSpot, Framing, Move

SUN = (0.16, 0.94, 0.20)
OPENING = (1.0, 8.2, 1.35)
"""Across and distance of the hole in the roof, and its radius."""
POOL = (2.2, 8.4, 2.1)
"""Across and distance of the pool, and its radius."""
LANTERN = (-2.45, 1.02, 6.2)
_ROCK = (0.165, 0.152, 0.136)
_CRAG = mat.crag(_ROCK, 5, 0.85, 0.45)


def ground(x: Array, z: Array) -> Array:
    """Height of the floor: uneven, rising to the walls, a basin for the pool."""
    uneven = 0.35 * (quick_fbm(x * 0.5, z * 0.5, 4, 4) - 0.5)
    walls = 0.10 * np.clip(np.abs(x) - 2.6, 0, 9) ** 2
    r = np.hypot(x - POOL[0], (z - POOL[1]) * 0.8) / POOL[2]
    basin = -0.75 * np.clip(1.15 - r, 0, 1)
    return np.asarray(uneven * np.clip(r - 0.8, 0, 1) + walls + basin + 0.04, F)


def height(x: float, z: float) -> float:
    """Height of the floor at one spot, in metres."""
    return land.height_at(ground, x, z)


def _rock(s: Surface) -> Finish:
    """Layered limestone, paler where water ran down it, wet near the floor."""
    x, y, z = s.p[:, 0], s.p[:, 1], s.p[:, 2]
    broken = _CRAG(s)
    fine = quick_fbm(x * 4 + y * 2, z * 4 - y * 3, 8, 4)
    run = mat.step(0.55, 0.72, quick_fbm(x * 1.8 + z * 1.3, y * 0.15, 11, 3))
    colours = mat.mixed(broken.albedo, (0.20, 0.175, 0.14), (0.4 * run * fine).astype(F))
    wet = mat.step(1.2, 0.2, y)
    return Finish(
        colours,
        (0.06 + 0.35 * wet * fine).astype(F),
        0.0,
        broken.occlusion,
        normal=broken.normal,
    )


def _water(s: Surface) -> Finish:
    x, z = s.p[:, 0], s.p[:, 2]
    lean = np.stack([quick_fbm(x * 2, z * 2, 3, 2) - 0.5, 0 * x, quick_fbm(x * 2, z * 2, 4, 2) - 0.5], -1) * F(0.05)
    n = len(x)
    return Finish(
        np.broadcast_to(np.array([0.006, 0.012, 0.014], F), (n, 3)),
        0.85,
        mirror=np.full(n, 0.42, F),
        normal=mat.tilted(s.n, lean.astype(F)),
    )


def _round(local: Array) -> Mask:
    return np.asarray(np.hypot(local[:, 0] - 3.2, (local[:, 1] - 3.4) * 0.8) < POOL[2] * 1.06)


def _hall(seed: int) -> list[Solid]:
    """Walls and roof: an uneven vault with a hole in it."""
    around = np.linspace(-0.10 * math.pi, 1.10 * math.pi, 46, dtype=F)
    deep = np.linspace(-3.4, 17.5, 54, dtype=F)
    a, z = np.meshgrid(around, deep)
    end = np.clip((z - 10.5) / 6.5, 0, 1)
    wide = 5.2 * np.sqrt(np.clip(1 - end**2.2, 0.0, 1)) + 0.05
    high = (4.6 + 0.9 * np.exp(-(((z - OPENING[1]) / 4) ** 2))) * np.sqrt(np.clip(1 - end**3, 0.0, 1)) + 0.05
    lumps = 0.80 + 0.42 * quick_fbm(a * 2.2 + seed % 5, z * 0.42, 6, 4)
    points = np.stack([np.cos(a) * wide * lumps, np.sin(a) * high * lumps + 0.2, z], -1).astype(F)

    def open_roof(local: Array) -> Mask:
        r = np.hypot(local[:, 0] - OPENING[0], local[:, 2] - OPENING[1])
        ragged = OPENING[2] * (0.8 + 0.5 * quick_fbm(local[:, 0] * 1.4, local[:, 2] * 1.4, 3, 3))
        return np.asarray((r > ragged) | (local[:, 1] < 2.5))

    return [grid(_rock, points, local=points, cut=open_roof)]


def _hanging(seed: int) -> list[Solid]:
    made = []
    for k in range(46):
        x = -4.2 + 8.4 * float(mat.chance(k, seed))
        z = 2.2 + 12.0 * float(mat.chance(k, seed + 1))
        if math.hypot(x - OPENING[0], z - OPENING[1]) < 2.1:
            continue
        top = 4.9 - 0.10 * x * x
        long = 0.35 + 1.5 * float(mat.chance(k, seed + 2)) ** 2
        r = 0.07 + 0.10 * long
        wobble = [
            (r * (1 - q) ** 1.1 * (1 + 0.2 * math.sin(9 * q + k)) + 0.006, -long * q) for q in np.linspace(1, 0, 7)
        ]
        made.append(lathe(_rock, (x, top, z), [*wobble, (r * 1.6, 0.35)], sides=8))
    for k in range(16):
        x = (-3.9 + 1.7 * float(mat.chance(k, seed + 5))) if k % 2 else (3.0 + 1.4 * float(mat.chance(k, seed + 5)))
        z = 3.5 + 10.0 * float(mat.chance(k, seed + 6))
        tall = 0.3 + 1.0 * float(mat.chance(k, seed + 7)) ** 1.5
        r = 0.10 + 0.16 * tall
        made.append(
            lathe(
                _rock,
                (x, height(x, z) - 0.1, z),
                [(r * 1.7, 0), (r, 0.25 * tall), (r * 0.6, 0.7 * tall), (0.02, tall)],
                sides=9,
            )
        )
    return [joined(made)]


def _crystals(seed: int) -> list[Solid]:
    """Clusters of six-sided crystals that shine faintly from within."""

    def inner(s: Surface) -> Finish:
        edge = 1 - np.abs((s.sight * s.n).sum(1))
        k = 0.10 + 0.75 * edge**1.5 + 0.25 * np.clip(s.local[:, 1] * 1.6, 0, 1)
        light = k[:, None] * np.array([0.55, 0.85, 1.0], F)
        return Finish(np.full((len(s.p), 3), 0.10, F), 0.7, emission={"crystal": light.astype(F)})

    made = []
    for cluster, (x, z) in enumerate(((-3.7, 9.6), (4.1, 11.2), (-1.4, 13.0), (3.6, 5.4))):
        y = height(x, z)
        for k in range(7):
            turn, lean = (
                6.28 * float(mat.chance(k + 9 * cluster, seed)),
                0.15 + 0.5 * float(mat.chance(k + 9 * cluster, seed + 1)),
            )
            long, r = (
                0.25 + 0.55 * float(mat.chance(k + 9 * cluster, seed + 2)),
                0.035 + 0.05 * float(mat.chance(k + 9 * cluster, seed + 3)),
            )
            way = np.array([lean * math.cos(turn), 1.0, lean * math.sin(turn)])
            way = way / np.linalg.norm(way)
            root = np.array([x + 0.22 * math.cos(turn), y - 0.05, z + 0.22 * math.sin(turn)])
            made.append(
                tube(
                    inner,
                    np.stack([root, root + way * long * 0.8, root + way * long]),
                    [r, r * 0.85, 0.004],
                    sides=6,
                    casts=False,
                )
            )
    return [joined(made)]


def solids(seed: int) -> Scenery:
    """The cave for a seed: other stones hang from its roof."""
    floor = terrain(_rock, ground, (-6.5, 6.5), (-2.2, 16.5), columns=56, rows=64, finer=1.3)
    parts: list[Solid] = [floor, *_hall(seed), *_hanging(seed), *_crystals(seed)]
    parts.append(panel(_water, (POOL[0] - 3.2, 0.0, POOL[1] - 3.4), (6.4, 0, 0), (0, 0, 6.8), cut=_round, casts=False))
    for k, (x, z, r) in enumerate(
        ((-2.45, 6.3, 0.85), (-3.1, 7.2, 0.7), (-0.6, 11.6, 0.6), (1.1, 4.4, 0.32), (0.5, 4.9, 0.20))
    ):
        parts.append(land.rock((x, height(x, z) - 0.08, z), (r, r * 0.8, r * 0.9), seed=k + 3, moss=0.15, colour=_ROCK))
    iron = mat.iron((0.03, 0.028, 0.026), 0.4)
    x, y, z = LANTERN
    parts += [
        lathe(
            mat.glow("lantern", (1.2, 1.0, 0.78)),
            (x, y - 0.08, z),
            [(0.045, 0), (0.055, 0.05), (0.05, 0.16)],
            sides=10,
            casts=False,
        ),
        lathe(iron, (x, y - 0.13, z), [(0.0, 0.0), (0.075, 0.0), (0.07, 0.05)], sides=10, casts=False),
        lathe(iron, (x, y + 0.08, z), [(0.062, 0), (0.04, 0.05), (0.0, 0.09)], sides=10, casts=False),
        ball(_rock, (0.0, 2.0, -9.0), (9.0, 6.0, 3.0), rings=6, sides=10, casts=False),
    ]
    sources = (
        Sun("shaft", SUN, 3.2, soft=0.05, dust=0.030, dust_reach=18.0),
        Lamp("lantern", LANTERN, 3.2, 0.07, bounce=0.07, reach=4.5, skin=0.30),
        Lamp("crystal", (-3.6, 0.7, 9.4), 2.0, 0.3, shadow=0.0, bounce=0.05, reach=3.0),
        Lamp("crystal", (4.0, 0.8, 11.0), 2.2, 0.3, shadow=0.0, bounce=0.04, reach=3.0),
        Sky("crystal", 0.55, below=0.9),
    )
    return Scenery(tuple(parts), sources, ("lantern", "shaft", "crystal"), sky_open=False)


def light(atmosphere: Atmosphere) -> PlaceLight:
    """Moon or sun falls through the opening; crystals and lantern stay as they are."""
    outside = hour_light(atmosphere)
    lantern = life.scaled((1.0, 0.55, 0.22), 1.0 + 0.15 * atmosphere.warmth)
    stage = replace(outside.stage, ground="void", ridges=0.0)
    palette = night_palette(outside, key=(1.0, 0.55, 0.22), rim=(0.016, 0.024, 0.034))
    return PlaceLight({"lantern": lantern, "shaft": outside.window, "crystal": (0.16, 0.42, 0.62)}, palette, stage)


def flicker(group: str, t: float) -> float:
    """Crystals swell very slowly, the lantern's flame breathes."""
    return (
        1.0 + 0.10 * math.sin(t * math.tau / 11.0)
        if group == "crystal"
        else life.fire_flicker(t, 7, 0.05)
        if group == "lantern"
        else 1.0
    )


def small_life(moment: PlaceMoment) -> tuple[Form, ...]:
    """Dust that drifts in the shaft."""
    shaft = moment.light.tints["shaft"]
    box = ((OPENING[0] - 1.6, 0.3, OPENING[1] - 1.6), (OPENING[0] + 1.6, 4.6, OPENING[1] + 1.6))
    return (
        life.dust(
            moment.framing,
            moment.t,
            moment.seed,
            box,
            (OPENING[0], 2.6, OPENING[1]),
            life.scaled(shaft, 0.55),
            count=220,
            reach=2.4,
            size=0.014,
        ),
    )


def _foot(x: float, z: float, lift: float = 0.0) -> tuple[float, float, float]:
    return x, height(x, z) + lift, z


PLACE = Place(
    name="cave_hall",
    framings=(
        Framing(
            "hall",
            (-0.3, 1.65, -1.3),
            0.03,
            1.28,
            -0.12,
            Move(push=0.05),
            calm=(CalmSpot(-0.8, 0.35), CalmSpot(1.1, 0.35)),
        ),
        Framing(
            "pool",
            (-1.3, 1.05, 3.0),
            0.46,
            1.35,
            -0.16,
            Move(drift=0.04),
            calm=(CalmSpot(0.95, 0.35), CalmSpot(-1.15, 0.5)),
        ),
        Framing(
            "above",
            (-3.0, 2.55, 3.4),
            0.40,
            1.40,
            0.16,
            Move(drift=-0.04),
            calm=(CalmSpot(-0.5, 0.45), CalmSpot(1.25, 0.3), CalmSpot(-1.25, 0.4)),
        ),
    ),
    anchors=(
        Anchor(
            "floor_near",
            _foot(-0.35, 5.4),
            "floor",
            2.0,
            "hero",
            ("hall", "above"),
            verbs=("stand", "walk", "look", "come", "wait"),
        ),
        Anchor(
            "floor_middle",
            _foot(-0.7, 8.4),
            "floor",
            2.6,
            "hero",
            ("hall", "pool", "above"),
            verbs=("walk", "go", "kneel", "dance"),
        ),
        Anchor(
            "pool_edge",
            _foot(0.15, 7.2),
            "floor",
            1.9,
            "hero",
            ("hall", "pool", "above"),
            facing=-1.0,
            verbs=("sit", "drink", "kneel", "sleep"),
        ),
        Anchor("pool", (2.2, 0.0, 8.4), "sea", 1.6, "companion", ("hall", "pool", "above")),
        Anchor("ledge", (-2.75, 0.80, 6.55), "top", 0.5, "companion", ("hall",)),
        Anchor("stone", (1.1, height(1.1, 4.4) + 0.22, 4.4), "top", 0.45, "companion", ("hall", "pool")),
        Anchor(
            "floor_far",
            _foot(-0.2, 12.0),
            "floor",
            3.2,
            "companion",
            ("hall", "above"),
            smallest=0.6,
            holds=("dragon", "bear"),
        ),
        Anchor("roof", (-1.2, 4.4, 6.5), "hang", 0.8, "companion", ("hall",), holds=("bat",)),
        Anchor(
            "in_shaft", (1.0, 2.5, 8.2), "air", 1.2, "hero", ("hall", "pool", "above"), verbs=("float", "fly", "hover")
        ),
        Anchor("air_left", (-1.9, 2.3, 6.0), "air", 0.7, "companion", ("hall", "above")),
    ),
    solids=solids,
    light=light,
    life=small_life,
    flicker=flicker,
)
