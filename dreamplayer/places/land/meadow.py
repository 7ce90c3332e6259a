"""A meadow in the evening: tall grass and flowers, a great oak on a rise, a field wall, a lit cottage afar.

A worn path runs from the eye (z 0) past the oak (z 16) to the cottage (z 62). Groups of light: "window" is the cottage,
"moon" the moon or the low sun, "sky" the soft light from above and the far hills.
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
from dreamplayer.drawing.solids.shapes import box, cards, joined, rod, terrain
from dreamplayer.drawing.solids.solid import Array, F, Finish, Lamp, Mask, Scenery, Sky, Solid, Sun, Surface
from dreamplayer.kit.hashing import uniform
from dreamplayer.kit.noise import quick_fbm
from dreamplayer.model.atmosphere import Atmosphere
from dreamplayer.model.place import Anchor, CalmSpot, Framing, Move

OAK = (4.6, 16.5)
"""Across and distance of the oak."""
COTTAGE = (-15.0, 62.0)
MOON = (-0.30, 0.26, 0.90)
"""Direction to the moon, or to the low sun."""
_WAY = 0.55
"""Half width of the path in metres."""


def way(z: Array | float) -> Array:
    """Where the path lies, in metres across, at distances z."""
    z = np.asarray(z)
    return np.asarray(0.3 + 1.5 * np.sin(z * 0.075) - 0.0042 * z**2, F)


def ground(x: Array, z: Array) -> Array:
    """Height of the meadow: a rise under the oak, a dip before the cottage."""
    rise = 1.5 * np.exp(-(((x - OAK[0]) / 9.0) ** 2) - ((z - OAK[1] - 1.0) / 8.0) ** 2)
    roll = 0.9 * np.sin(x * 0.05 + 0.6) * np.sin(z * 0.045) + 0.22 * (quick_fbm(x * 0.12, z * 0.12, 4, 3) - 0.5)
    return np.asarray((rise + roll) * np.clip(z / 9.0, 0.0, 1.0) + 0.02 * np.maximum(z - 45, 0), F)


def height(x: float, z: float) -> float:
    """Height of the meadow at one spot, in metres."""
    return land.height_at(ground, x, z)


def _worn(p: Array) -> Array:
    edge = np.abs(p[:, 0] - way(p[:, 2])) + 0.18 * (quick_fbm(p[:, 0] * 3, p[:, 2] * 3, 8, 3) - 0.5)
    return mat.step(_WAY + 0.10, _WAY - 0.18, edge)


def _off_path(x: Array, z: Array) -> Mask:
    return np.asarray(np.abs(x - way(z)) > _WAY)


def _raised(points: Array) -> Array:
    return land.on_ground(points, ground, 0.03)


def _flowers(points: Array, hue: tuple[float, float, float], seed: int, tall: float) -> list[Solid]:
    """Flower heads on thin stalks, one for each point."""
    n = len(points)
    u = uniform(seed, 5, 3 * n).reshape(n, 3)
    high = tall * (0.7 + 0.5 * u[:, 0])
    lifted = points + np.stack([0 * high, high - 0.05, 0 * high], -1).astype(F)

    def petals(local: Array) -> Mask:
        x, y = local[:, 0], local[:, 1] - F(0.5)
        r, a = np.hypot(x, y), np.arctan2(y, x)
        return np.asarray(r < 0.30 + 0.16 * np.cos(5 * a + local[:, 2]))

    heads = cards(
        mat.plain(hue, 0.05, vary=0.3, scale=20, thin=0.5),
        lifted,
        0.10,
        0.09,
        (u[:, 1] - 0.5),
        lean=0.5,
        cut=petals,
        casts=False,
    )
    stalks = cards(mat.plain((0.05, 0.065, 0.03)), points, 0.012, high, 0.0, casts=False)
    return [heads.replace(sheds=True), stalks.replace(sheds=True)]


def _gate(z: float, x: float) -> list[Solid]:
    stuff = mat.wood((0.12, 0.095, 0.075), 0, 0.1)
    y = height(x, z)
    bars = [box(stuff, (x - 1.3, y + h, z - 0.03), (x + 1.3, y + h + 0.09, z + 0.03)) for h in (0.25, 0.52, 0.79, 1.06)]
    bars += [rod(stuff, (x - 1.25, y + 0.28, z), (x + 1.25, y + 1.08, z), 0.035, sides=5)]
    bars += [box(stuff, (x + s - 0.09, y - 0.1, z - 0.09), (x + s + 0.09, y + 1.35, z + 0.09)) for s in (-1.42, 1.42)]
    return [joined(bars)]


def solids(seed: int) -> Scenery:
    """The meadow for a seed: other grass and flowers, other trees afar."""

    def soil(s: Surface) -> Finish:
        return mat.turf((0.062, 0.070, 0.034), 3, path=_worn, bare=(0.120, 0.095, 0.066))(s)

    parts: list[Solid] = [terrain(soil, ground, (-160, 160), (-1.6, 100), columns=128, rows=96, finer=1.9)]
    near = _raised(land.scattered(seed, 1500, (-5.5, 6), (0.4, 9), keep=_off_path))
    middle = _raised(land.scattered(seed + 1, 1300, (-16, 17), (8, 30), keep=_off_path))
    parts += [
        land.tufts(near, height=0.42, width=0.40, colour=(0.072, 0.080, 0.040), seed=seed, count=7),
        land.tufts(middle, height=0.55, width=0.75, colour=(0.070, 0.078, 0.040), seed=seed + 2, count=7),
    ]
    for k, (hue, tall) in enumerate(
        (((0.42, 0.40, 0.36), 0.42), ((0.34, 0.10, 0.12), 0.46), ((0.26, 0.20, 0.38), 0.36))
    ):
        spots = _raised(land.scattered(seed + 20 + k, 70, (-5, 6), (1.6, 11), keep=_off_path))
        parts += _flowers(spots, hue, seed + k, tall)
    foot = (OAK[0], height(*OAK) - 0.15, OAK[1])
    parts += land.tree(
        foot, 11.5, seed=5, girth=0.62, clear=0.26, spread=0.50, masses=7, sprays=170, colour=(0.048, 0.062, 0.026)
    )
    for k, (x, z, tall) in enumerate(((-9.0, 48.0, 8.5), (-24.5, 60.0, 10.0), (-6.5, 66.0, 9.0), (26.0, 58.0, 9.0))):
        parts += land.tree((x, height(x, z) - 0.2, z), tall, seed=seed % 9 + k + 20, masses=4, sprays=60)
    line = np.array(
        [(x, height(x, 33 + 0.1 * x), 33 + 0.1 * x) for x in np.linspace(-34, 40, 38) if abs(x + 4.2) > 1.6]
    )
    left, right = line[line[:, 0] < -4.2], line[line[:, 0] > -4.2]
    parts += [land.dry_wall(left, height=1.0, seed=2), land.dry_wall(right, height=1.0, seed=3)]
    parts += _gate(33 - 0.42, -4.2)
    parts += land.cottage(
        (COTTAGE[0], height(*COTTAGE) - 0.1, COTTAGE[1]), 0.30, seed=1, share=1.0, width=9.5, eaves=2.7, pitch=3.0
    )
    parts += [
        land.ridge(
            900,
            land.hills(120, 700, seed % 5 + 3, 0.25),
            colour=(0.0150, 0.0165, 0.0230),
            group="sky",
            x=(-1500, 1500),
            foot=0.0,
            haze=0.9,
        ),
        land.ridge(
            420,
            land.hills(46, 300, seed % 5 + 8, 0.20),
            colour=(0.0085, 0.0098, 0.0130),
            group="sky",
            x=(-760, 760),
            foot=0.0,
            haze=0.9,
        ),
        land.ridge(
            130,
            land.treeline(9.0, seed % 9, width=7.0, base=2.0),
            colour=(0.0040, 0.0050, 0.0062),
            group="sky",
            x=(-240, 240),
            foot=0.0,
            haze=0.9,
        ),
    ]
    sources = (
        Lamp("window", (COTTAGE[0] + 2.0, height(*COTTAGE) + 1.6, COTTAGE[1] - 5.0), 14.0, 0.8, bounce=0.0, skin=0.0),
        Sun("moon", MOON, 2.6, soft=0.02),
        Sky("sky", 0.95),
    )
    return Scenery(
        tuple(parts),
        sources,
        ("window", "moon", "sky"),
        mist=0.0035,
        mist_group="sky",
        mist_glow=0.045,
        mist_height=5.0,
    )


def light(atmosphere: Atmosphere) -> PlaceLight:
    """By night the moon stands behind the meadow, at dusk and dawn the low sun."""
    outside = hour_light(atmosphere)
    by_day = atmosphere.hour in ("day", "morning")
    window = life.scaled((1.0, 0.60, 0.28), (0.25 if by_day else 1.0) * (1.0 + 0.2 * atmosphere.warmth))
    palette = night_palette(outside, key=(1.0, 0.60, 0.28), rim=(0.060, 0.066, 0.086))
    return PlaceLight(
        {"window": window, "moon": outside.window, "sky": outside.sky}, palette, replace(outside.stage, ridges=0.0)
    )


def small_life(moment: PlaceMoment) -> tuple[Form, ...]:
    """Fireflies over the grass; the moon."""
    f = moment.framing
    moon = life.moon(f, MOON, hour_light(moment.atmosphere).moon)
    if moment.atmosphere.hour in ("day", "morning", "sunrise"):
        return moon
    return (life.fireflies(f, moment.t, moment.seed, ((-5, 0.2, 3), (6, 1.5, 15)), count=34), *moon)


PLACE = Place(
    name="meadow",
    framings=(
        Framing(
            "path",
            (0.35, 1.60, -1.0),
            0.02,
            1.32,
            -0.16,
            Move(push=0.05),
            calm=(CalmSpot(-1.15, 0.55, 0.3), CalmSpot(1.3, 0.55, 0.3), CalmSpot(-0.2, 0.68, 0.26)),
        ),
        Framing(
            "oak",
            (0.9, 1.15, 4.2),
            0.26,
            1.42,
            -0.34,
            Move(rise=0.03),
            calm=(CalmSpot(1.25, 0.5), CalmSpot(-1.3, 0.62), CalmSpot(0.0, 0.5)),
        ),
        Framing(
            "grass",
            (-1.35, 0.62, 0.9),
            -0.10,
            1.30,
            -0.36,
            Move(drift=0.05),
            calm=(CalmSpot(-1.05, 0.5, 0.3), CalmSpot(0.1, 0.6)),
        ),
        Framing(
            "near",
            (0.65, 1.33, 3.04),
            0.24,
            1.70,
            -0.14,
            Move(push=0.03),
            calm=(
                CalmSpot(-1.1, 0.6),
                CalmSpot(1.2, 0.6),
            ),
        ),
    ),
    anchors=(
        Anchor(
            "path_here",
            (float(way(3.9)) + 0.35, height(float(way(3.9)) + 0.35, 3.9), 3.9),
            "floor",
            2.0,
            "hero",
            ("path",),
            verbs=("walk", "go", "run", "follow", "leave", "stand", "come", "look", "wait"),
        ),
        Anchor(
            "path_near",
            (float(way(7.0)), height(float(way(7.0)), 7.0), 7.0),
            "floor",
            2.4,
            "hero",
            ("path", "grass", "near"),
            verbs=("walk", "stand", "come", "look", "wait"),
        ),
        Anchor(
            "path_middle",
            (float(way(13.0)), height(float(way(13.0)), 13.0), 13.0),
            "floor",
            3.0,
            "hero",
            ("path", "oak", "grass"),
            verbs=("walk", "go", "run", "ride"),
        ),
        Anchor(
            "path_far",
            (float(way(24.0)), height(float(way(24.0)), 24.0), 24.0),
            "floor",
            5.0,
            "companion",
            ("path",),
            smallest=0.9,
        ),
        Anchor(
            "under_oak",
            (3.2, height(3.2, 14.6), 14.6),
            "floor",
            2.2,
            "hero",
            ("path", "oak"),
            facing=0.3,
            verbs=("sit", "sleep", "rest", "read", "lean", "kneel"),
        ),
        Anchor(
            "grass_left",
            (-2.5, height(-2.5, 7.6), 7.6),
            "floor",
            2.4,
            "companion",
            ("path", "grass"),
            verbs=("lie", "kneel", "graze"),
        ),
        Anchor("grass_right", (2.9, height(2.9, 8.2), 8.2), "floor", 1.8, "companion", ("path", "oak")),
        Anchor(
            "pasture",
            (-7.5, height(-7.5, 24.0), 24.0),
            "floor",
            4.0,
            "companion",
            ("path", "grass"),
            smallest=0.9,
            holds=("horse", "deer"),
            verbs=("graze",),
        ),
        Anchor(
            "bough",
            (2.6, height(2.6, 15.2) + 4.1, 15.2),
            "hang",
            1.8,
            "companion",
            ("path", "oak"),
            holds=("swing", "lantern", "chimes"),
        ),
        Anchor(
            "wall_top",
            (-9.2, height(-9.2, 32.1) + 1.0, 32.1),
            "top",
            1.0,
            "companion",
            ("path",),
            holds=("bird", "owl"),
            smallest=0.3,
        ),
        Anchor("air_near", (-1.5, 2.2, 8.0), "air", 0.9, "companion", ("path", "grass")),
        Anchor("air_far", (-6.5, 8.5, 30.0), "air", 6.0, "companion", ("path", "grass"), smallest=0.4),
        Anchor("hill", (24.0, height(24.0, 92.0), 92.0), "view", 22.0, "backdrop", ("path", "grass"), smallest=5.0),
    ),
    solids=solids,
    light=light,
    life=small_life,
    ground_at=height,
)
