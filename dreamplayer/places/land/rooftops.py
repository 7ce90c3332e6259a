"""Over the roofs of an old town by night: a walk along a ridge, chimneys, lit dormers, a spire before the moon.

The walk lies at height 0, some 14 m above the streets, and runs away from the eye (z 0) to a chimney stack at z 15.
Groups of light: "lamp" (a lantern on the walk, the glow of the streets), "window" (dormers and rooms), "moon", "far".
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from dreamplayer.drawing import place_life as life
from dreamplayer.drawing.place import Place, PlaceLight, PlaceMoment
from dreamplayer.drawing.place_light import hour_light, night_palette
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.solids import landscape as land
from dreamplayer.drawing.solids import materials as mat
from dreamplayer.drawing.solids.shapes import ball, box, joined, lathe, panel, rod, tube
from dreamplayer.drawing.solids.solid import Array, Lamp, Mask, Scenery, Sky, Solid, Source, Sun
from dreamplayer.model.atmosphere import Atmosphere
from dreamplayer.model.place import Anchor, CalmSpot, Framing, Move
from dreamplayer.model.reading import Colour
from dreamplayer.model.stage import Vec3

MOON = (0.26, 0.34, 0.90)
WALK = 0.62
"""Half the width of the walk along the ridge."""
STACK = (1.75, 15.2)
"""Across and away of the chimney stack at the end of the walk."""
STREET = -14.0
LANTERN: Vec3 = (0.48, 0.0, 7.6)
HATCH: Vec3 = (-0.28, 0.30, 5.7)
"""A low skylight's lid one can sit on."""

_HOUSES: tuple[tuple[float, float, float, float, float, int, Colour], ...] = (
    (-11.0, 8.5, 9.0, 8.0, -0.6, 2, (0.105, 0.050, 0.038)),
    (10.8, 10.5, 9.0, 8.5, 0.4, 2, (0.090, 0.046, 0.036)),
    (-20.5, 12.0, 8.5, 8.0, 1.4, 2, (0.062, 0.058, 0.062)),
    (20.8, 13.0, 9.0, 9.0, 2.2, 2, (0.100, 0.052, 0.040)),
    (-6.8, 23.0, 10.5, 9.0, 0.2, 3, (0.085, 0.044, 0.036)),
    (5.2, 24.5, 9.5, 9.0, -0.8, 2, (0.066, 0.060, 0.062)),
    (16.0, 27.0, 10.0, 9.0, 2.6, 3, (0.105, 0.054, 0.040)),
    (-18.5, 26.0, 10.0, 9.0, 2.0, 2, (0.098, 0.050, 0.038)),
    (-30.0, 24.0, 10.0, 9.0, 0.4, 2, (0.07, 0.06, 0.06)),
    (29.0, 28.0, 11.0, 9.0, 0.2, 2, (0.085, 0.048, 0.038)),
    (-1.5, 40.0, 12.0, 9.0, 1.8, 3, (0.095, 0.050, 0.040)),
    (12.5, 44.0, 12.0, 9.0, 0.8, 2, (0.07, 0.06, 0.062)),
    (-15.5, 43.0, 12.0, 9.0, 3.2, 3, (0.100, 0.052, 0.040)),
    (26.5, 46.0, 13.0, 9.0, 2.4, 2, (0.09, 0.05, 0.04)),
    (-30.0, 45.0, 13.0, 9.0, 1.8, 2, (0.08, 0.05, 0.045)),
)
"""Across, away, width, depth, height of the ridge, dormers, and colour of the roof of each house."""


def _dormer(x: float, y: float, z: float, seed: int, lit: bool) -> list[Solid]:
    """A dormer whose window faces -z, with a small pitched roof.

    Args:
        x: its middle.
        y: height of its sill.
        z: where its front stands.
        seed: which room.
        lit: whether someone is up.
    """
    wide, tall = 1.25, 1.35
    wall = mat.plaster((0.20, 0.18, 0.15), stain=0.0)
    front = land.lit_windows(
        wall, "window", [0.12], [wide / 2], width=0.78, height=1.02, share=1.0 if lit else 0.0, seed=seed
    )
    slate = land.courses((0.060, 0.056, 0.058), 0.16, seed)
    a = wide / 2

    def gable(local: Array) -> Mask:
        return np.asarray(local[:, 1] < tall + 0.55 * (1 - np.abs(local[:, 0] - a) / a))

    made = [panel(front, (x - a, y, z), (wide, 0, 0), (0, tall + 0.6, 0), cut=gable)]
    made += [panel(wall, (x + s * a, y, z), (0, 0, 2.2), (0, tall, 0)) for s in (-1, 1)]
    for s in (-1, 1):
        made.append(
            panel(slate, (x + s * (a + 0.15), y + tall - 0.12, z - 0.18), (0, 0, 2.6), (-s * (a + 0.15), 0.70, 0))
        )
    return made


def _chimney(x: float, y: float, z: float, wide: float, tall: float, pots: int) -> list[Solid]:
    brick = mat.brick((0.165, 0.080, 0.058), 0.23, 0.075)
    clay = mat.plain((0.165, 0.075, 0.045), 0.15, vary=0.35, scale=7)
    made = [
        box(brick, (x - wide / 2, y - 2.5, z - 0.35), (x + wide / 2, y + tall, z + 0.35)),
        box(brick, (x - wide / 2 - 0.07, y + tall - 0.22, z - 0.42), (x + wide / 2 + 0.07, y + tall - 0.06, z + 0.42)),
    ]
    for k in range(pots):
        px = x + wide * ((k + 0.5) / pots - 0.5)
        made.append(
            lathe(clay, (px, y + tall, z), [(0.15, 0), (0.13, 0.38), (0.17, 0.44), (0.17, 0.5), (0.11, 0.5)], sides=10)
        )
    return made


def _house(spec: tuple[float, float, float, float, float, int, Colour], seed: int) -> list[Solid]:
    """A house of the row: walls with windows, a tiled roof with dormers, a chimney."""
    x, z, wide, deep, ridge, dormers, colour = spec
    rise = 0.62 * deep / 2 * 1.45
    eaves, a, b = ridge - rise, wide / 2, deep / 2
    gutter = z - b - 0.36
    tiles = land.courses(colour, 0.22, seed)
    shade = 0.10 + 0.10 * float(mat.chance(seed, 7))
    wall = mat.plaster((shade * 1.25, shade * 1.05, shade * 0.85), stain=0.0)
    drop = eaves - STREET
    rows = [drop - 2.4 - 2.9 * k for k in range(3)]
    front = land.lit_windows(wall, "window", rows, [wide * (k + 0.5) / 4 for k in range(4)], share=0.5, seed=seed)
    side = land.lit_windows(wall, "window", [*rows, drop + 0.6], [deep * 0.32, deep * 0.68], share=0.4, seed=seed + 5)

    def gable(local: Array) -> Mask:
        return np.asarray(local[:, 1] < drop + rise * (1 - np.abs(local[:, 0] - b) / b))

    made = [
        panel(front, (x - a, STREET, z - b), (wide, 0, 0), (0, drop, 0)),
        panel(side, (x - a, STREET, z - b), (0, 0, deep), (0, drop + rise, 0), cut=gable),
        panel(side, (x + a, STREET, z - b), (0, 0, deep), (0, drop + rise, 0), cut=gable),
        panel(tiles, (x - a - 0.25, eaves - 0.25, z - b - 0.3), (wide + 0.5, 0, 0), (0, rise + 0.25, b + 0.3)),
        panel(tiles, (x - a - 0.25, eaves - 0.25, z + b + 0.3), (wide + 0.5, 0, 0), (0, rise + 0.25, -b - 0.3)),
        rod(mat.plain(colour), (x - a - 0.25, ridge, z), (x + a + 0.25, ridge, z), 0.11, sides=6),
        rod(mat.iron((0.05, 0.05, 0.052)), (x - a, eaves - 0.28, gutter), (x + a, eaves - 0.28, gutter), 0.08, sides=5),
    ]
    slope = rise / b
    for k in range(dormers):
        dx = x + wide * ((k + 0.5) / dormers - 0.5)
        foot = z - b + 0.85
        made += _dormer(dx, eaves + slope * 0.85 - 0.05, foot, seed + k, float(mat.chance(k, seed)) < 0.8)
    made += _chimney(x + a * (0.55 if seed % 2 else -0.5), ridge, z + 0.4, 1.0 + 0.35 * (seed % 2), 1.25, 2 + seed % 2)
    return made


def _own_roof() -> list[Solid]:
    """The roof one walks on: two slopes of tiles, a leaded walk with an iron rail on its left, a skylight, a stack."""
    tiles = land.courses((0.112, 0.055, 0.041), 0.20, 4)
    lead = mat.plain((0.040, 0.040, 0.043), 0.25, 0.0, vary=0.45, scale=2.2)
    z0, z1 = -3.0, 17.0
    made = [
        box(lead, (-WALK, -0.16, z0), (WALK, 0.0, z1)),
        panel(tiles, (WALK + 5.2, -4.9, z0), (0, 0, z1 - z0), (-5.2, 4.82, 0)),
        panel(tiles, (-WALK - 5.2, -4.9, z0), (0, 0, z1 - z0), (5.2, 4.82, 0)),
    ]
    seams = [
        box(lead, (-WALK - 0.01, 0.0, z - 0.02), (WALK + 0.01, 0.022, z + 0.02)) for z in np.arange(-2.0, 17.0, 1.6)
    ]
    made.append(joined(seams))
    iron = mat.iron((0.035, 0.034, 0.038), 0.35)
    rail = [
        rod(iron, (-WALK + 0.04, 0, z), (-WALK + 0.04, 0.92, z), 0.016, sides=5) for z in np.arange(3.4, 15.1, 1.95)
    ]
    rail += [rod(iron, (-WALK + 0.04, y, 3.4), (-WALK + 0.04, y, 15.1), 0.018, sides=5) for y in (0.48, 0.92)]
    made.append(joined(rail))
    x, y, z = HATCH
    oak = mat.wood((0.12, 0.085, 0.058), 2, 0.15, plank=0.13, across=0)
    made.append(box(oak, (x - 0.28, 0.0, z - 0.45), (x + 0.28, y, z + 0.45)))
    made += _chimney(STACK[0], 0.0, STACK[1], 2.3, 2.1, 4)
    made += _chimney(-2.6, -1.6, 9.6, 1.1, 2.3, 2)
    lx, _, lz = LANTERN
    made += [
        lathe(iron, (lx, 0.0, lz), [(0.0, 0), (0.09, 0), (0.085, 0.04), (0.05, 0.05)], sides=10, casts=False),
        lathe(
            mat.glow("lamp", (1.25, 1.05, 0.8)),
            (lx, 0.05, lz),
            [(0.055, 0), (0.08, 0.05), (0.075, 0.18), (0.05, 0.22)],
            sides=10,
            casts=False,
        ),
        lathe(iron, (lx, 0.26, lz), [(0.09, 0), (0.05, 0.05), (0.0, 0.10)], sides=10, casts=False),
        tube(iron, [(lx - 0.06, 0.3, lz), (lx, 0.42, lz), (lx + 0.06, 0.3, lz)], 0.008, sides=4, casts=False),
    ]
    return made


def _spire() -> list[Solid]:
    """The church of the town: a tower with a lit belfry, a tall slated spire."""
    x, z = -3.5, 72.0
    stone = mat.masonry((0.16, 0.15, 0.135), 0.6, 1.2, 4)
    tower = land.lit_windows(stone, "window", [17.0, 24.0], [2.2, 4.8], width=1.0, height=2.6, share=1.0, seed=3)
    slate = land.courses((0.050, 0.056, 0.060), 0.5, 6)
    made = [
        panel(tower, (x - 3.5, STREET, z - 3.5), (7.0, 0, 0), (0, 31.0, 0), casts=False),
        box(stone, (x - 3.5, STREET, z - 3.4), (x + 3.5, STREET + 31.0, z + 3.5), casts=False, faces="xXZ"),
        lathe(slate, (x, STREET + 31.0, z), [(4.6, 0), (2.6, 3.0), (1.5, 9.0), (0.05, 22.0)], sides=8, casts=False),
        ball(mat.metal((0.5, 0.34, 0.12), 0.5), (x, STREET + 53.2, z), 0.4, rings=5, sides=8, casts=False),
    ]
    for k in range(4):
        cx, cz = x + (3.3 if k % 2 else -3.3), z + (3.3 if k > 1 else -3.3)
        made.append(lathe(slate, (cx, STREET + 31.0, cz), [(0.6, 0), (0.6, 1.2), (0.0, 5.0)], sides=6, casts=False))
    return made


def solids(seed: int) -> Scenery:
    """The roofs for a seed: other windows are lit."""
    parts: list[Solid] = [*_own_roof(), *_spire()]
    for k, spec in enumerate(_HOUSES):
        parts += _house(spec, seed * 17 + k)
    parts.append(
        box(
            mat.plain((0.05, 0.045, 0.042), vary=0.4, scale=0.3),
            (-120, STREET - 1, -6),
            (120, STREET, 150),
            casts=False,
            faces="Y",
        )
    )
    parts += [
        land.ridge(
            105,
            land.hills(9.0, 22, 5, 0.65),
            colour=(0.0085, 0.0085, 0.0120),
            group="far",
            x=(-170, 170),
            foot=STREET,
            haze=0.5,
        ),
        land.ridge(
            480,
            land.hills(58, 230, seed % 5 + 3, 0.3),
            colour=(0.0120, 0.0135, 0.0195),
            group="far",
            x=(-900, 900),
            foot=STREET,
            haze=0.7,
        ),
    ]
    lx, _, lz = LANTERN
    sources: tuple[Source, ...] = (
        Lamp("lamp", (lx, 0.36, lz), 3.0, 0.08, bounce=0.0, skin=0.4, dust=0.0016, dust_reach=24.0),
        Lamp("lamp", (0.0, -9.0, 17.6), 22.0, 1.0, shadow=0.0, bounce=0.0, dust=0.002, dust_reach=60.0),
        Lamp("lamp", (-14.0, -9.0, 17.6), 16.0, 1.0, shadow=0.0, bounce=0.0, dust=0.0015, dust_reach=60.0),
        Lamp("lamp", (14.0, -9.0, 18.5), 16.0, 1.0, shadow=0.0, bounce=0.0, dust=0.0015, dust_reach=60.0),
        Lamp("lamp", (0.0, -8.0, 34.0), 26.0, 1.0, shadow=0.0, bounce=0.0, dust=0.002, dust_reach=80.0),
        Sun("moon", MOON, 2.0, soft=0.03),
        Sky("moon", 1.15),
    )
    return Scenery(
        tuple(parts), sources, ("lamp", "window", "moon", "far"), mist=0.006, mist_group="far", mist_glow=0.032
    )


def light(atmosphere: Atmosphere) -> PlaceLight:
    """Windows shine in the dark hours; roofs and haze take the light of the sky."""
    outside = hour_light(atmosphere)
    dark = atmosphere.hour in ("night", "none", "twilight", "dusk")
    on = (1.0 if dark else 0.3) * (1.0 + 0.15 * atmosphere.warmth)
    warm = outside.horizon
    far = (0.5 + warm[0] * 30, 0.5 + warm[1] * 30, 0.5 + warm[2] * 20)
    stage = replace(outside.stage, ridges=0.0)
    palette = night_palette(outside, key=(1.0, 0.56, 0.24), rim=(0.040, 0.046, 0.068))
    if outside.moon > 0:
        palette = replace(
            palette, zenith=(0.0050, 0.0066, 0.0170), horizon=(0.0230, 0.0220, 0.0350), glow=(0.046, 0.036, 0.042)
        )
    return PlaceLight(
        {
            "lamp": life.scaled((1.0, 0.56, 0.24), on),
            "window": life.scaled((1.0, 0.72, 0.44), on),
            "moon": outside.window,
            "far": far,
        },
        palette,
        stage,
    )


def flicker(group: str, t: float) -> float:
    """The lantern breathes a little."""
    return life.fire_flicker(t, 5, 0.03) if group == "lamp" else 1.0


def small_life(moment: PlaceMoment) -> tuple[Form, ...]:
    """Smoke from the chimneys, the moon over the town."""
    f, t = moment.framing, moment.t
    pale = life.scaled(moment.light.tints["far"], 0.45)
    pots = ((STACK[0] - 0.8, 2.7, STACK[1]), (-8.8, 2.0, 23.4), (19.0, 4.4, 27.4), (7.5, 1.0, 24.9))
    smoke = (
        life.steam(f, t, moment.seed + k, at, pale, height=4.0 + k, width=0.6, lean=0.5, count=40)
        for k, at in enumerate(pots)
    )
    return (*life.moon(f, MOON, hour_light(moment.atmosphere).moon, size=13.0), *smoke)


PLACE = Place(
    name="rooftops",
    framings=(
        Framing(
            "ridge",
            (0.05, 1.70, -0.9),
            -0.02,
            1.24,
            -0.10,
            Move(push=0.05),
            calm=(
                CalmSpot(-1.35, 0.66, 0.27),
                CalmSpot(1.35, 0.66, 0.27),
            ),
        ),
        Framing(
            "dormers",
            (0.35, 1.45, 3.0),
            -0.52,
            1.40,
            -0.06,
            Move(drift=0.04),
            calm=(
                CalmSpot(-1.35, 0.66, 0.27),
                CalmSpot(-0.60, 0.66, 0.27),
            ),
        ),
        Framing(
            "stack",
            (-0.25, 0.95, 6.9),
            0.22,
            1.40,
            -0.30,
            Move(rise=0.04),
            calm=(
                CalmSpot(-1.35, 0.66, 0.27),
                CalmSpot(0.15, 0.66, 0.27),
            ),
        ),
        Framing(
            "town",
            (0.3, 2.4, 11.2),
            0.10,
            1.35,
            0.10,
            Move(drift=-0.04),
            calm=(
                CalmSpot(-1.20, 0.66, 0.27),
                CalmSpot(0.45, 0.66, 0.27),
            ),
        ),
    ),
    anchors=(
        Anchor(
            "walk_near",
            (0.1, 0.0, 5.2),
            "floor",
            1.9,
            "hero",
            ("ridge",),
            verbs=("walk", "stand", "look", "climb", "dance", "come"),
        ),
        Anchor(
            "hatch",
            HATCH,
            "seat",
            1.9,
            "hero",
            ("ridge", "dormers"),
            facing=0.4,
            verbs=("sit", "rest", "read", "dream", "play", "talk"),
        ),
        Anchor(
            "walk_middle",
            (0.05, 0.0, 10.4),
            "floor",
            2.0,
            "hero",
            ("ridge", "stack"),
            verbs=("walk", "go", "run", "balance", "stand"),
        ),
        Anchor(
            "walk_end",
            (-0.1, 0.0, 15.6),
            "floor",
            2.0,
            "companion",
            ("ridge", "stack", "town"),
            verbs=("look", "wait", "sing"),
            smallest=0.25,
        ),
        Anchor(
            "by_lantern",
            (0.1, 0.0, 8.2),
            "floor",
            0.9,
            "companion",
            ("ridge",),
            holds=("cat", "dove", "bird"),
            verbs=("lie", "curl", "sit"),
        ),
        Anchor("walk_cat", (0.25, 0.0, 6.3), "floor", 0.7, "companion", ("ridge",), holds=("cat", "dog")),
        Anchor(
            "rail",
            (-WALK + 0.04, 0.93, 9.25),
            "top",
            0.5,
            "companion",
            ("ridge", "stack"),
            holds=("bird", "owl", "cat", "dove"),
        ),
        Anchor(
            "stack_top",
            (STACK[0] - 0.35, 2.1, STACK[1]),
            "top",
            0.9,
            "companion",
            ("ridge", "stack"),
            holds=("owl", "bird", "cat", "heron"),
            smallest=0.2,
        ),
        Anchor(
            "chimney", (-2.6, 0.7, 9.6), "top", 0.6, "companion", ("ridge", "dormers"), holds=("cat", "bird", "owl")
        ),
        Anchor(
            "far_ridge",
            (5.6, -0.7, 24.5),
            "top",
            1.8,
            "companion",
            ("ridge",),
            holds=("cat", "owl"),
            smallest=0.4,
        ),
        Anchor("air_near", (-0.6, 2.6, 8.0), "air", 0.8, "companion", ("ridge", "stack")),
        Anchor("air_left", (-4.4, 1.8, 9.4), "air", 1.2, "companion", ("dormers",)),
        Anchor("air_far", (5.5, 8.0, 34.0), "air", 4.0, "companion", ("ridge", "town", "stack"), smallest=0.5),
        Anchor("sky", (-70.0, 110.0, 230.0), "sky", 40.0, "backdrop", ("ridge", "town")),
    ),
    solids=solids,
    light=light,
    life=small_life,
    flicker=flicker,
)
