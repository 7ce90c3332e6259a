"""A still lake under stars, among dark wooded hills: reeds and a jetty at the near shore, a rowing boat beside it.

The eye stands at the shore (z 0); the jetty runs out to the left of the middle, water begins at z 2.6; the far shore
lies at z 150. No lamp but a lantern on the jetty's last post ("lantern"), the moon and the sky ("moon", "sky");
"far" is the dim light of the hills. This is where a dream plays that names no place at all.
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
from dreamplayer.drawing.solids.furniture import placed
from dreamplayer.drawing.solids.shapes import box, grid, joined, lathe, rod, terrain
from dreamplayer.drawing.solids.solid import Array, F, Finish, Lamp, Mask, Scenery, Sky, Solid, Sun, Surface
from dreamplayer.kit.noise import quick_fbm
from dreamplayer.model.atmosphere import Atmosphere
from dreamplayer.model.place import Anchor, CalmSpot, Framing, Move

DECK = 0.42
"""Height of the jetty above the water."""
JETTY_X, JETTY_END = -1.05, 12.5
"""Middle of the jetty, and where it ends."""
LANTERN = (JETTY_X + 0.62, DECK + 1.28, 12.2)
MOON = (0.24, 0.30, 0.85)
"""Direction to the moon."""
_PLANK = (0.105, 0.085, 0.068)


def shore(x: Array, z: Array) -> Array:
    """Height of the near shore: a low grassy bank that runs out under the water."""
    edge = 2.7 + 0.9 * np.sin(x * 0.55 + 0.6) + 0.035 * x**2
    bank = 0.42 * np.clip((edge - z) / 2.4, -0.6, 1.0)
    return np.asarray(bank + 0.07 * (quick_fbm(x * 0.9, z * 0.9, 5, 3) - 0.5), F)


def _height(x: float, z: float) -> float:
    return land.height_at(shore, x, z)


def _bank(s: Surface) -> Finish:
    """Grass, and wet sand at the water's edge."""
    grass = mat.turf((0.042, 0.050, 0.030), 3)(s)
    sand = mat.earth((0.075, 0.064, 0.050), 4, wet=0.5)(s)
    wet = mat.step(0.16, 0.05, s.p[:, 1])
    gloss = 0.05 + 0.35 * wet
    return Finish(mat.mixed(grass.albedo, sand.albedo, wet), gloss, 0.0, grass.occlusion, normal=grass.normal)


def _ashore(x: Array, z: Array) -> Mask:
    return np.asarray((shore(x, z) > 0.03) & (np.abs(x - JETTY_X) > 0.85))


def _at_edge(x: Array, z: Array) -> Mask:
    height = shore(x, z)
    return np.asarray((height > -0.16) & (height < 0.10) & (np.abs(x - JETTY_X) > 1.0))


def _raised(points: Array, lift: float = -0.02) -> Array:
    out = points.copy()
    out[:, 1] = np.maximum(shore(out[:, 0], out[:, 2]), -0.05) + lift
    return out


def _jetty(seed: int) -> list[Solid]:
    board = mat.wood(_PLANK, 0, 0.22, plank=0.19, across=2, seed=4, worn=0.7)
    post = mat.wood((0.070, 0.056, 0.046), 1, 0.12, across=0)
    parts = [box(board, (JETTY_X - 0.68, DECK - 0.05, 1.2), (JETTY_X + 0.68, DECK, JETTY_END))]
    parts += [
        box(post, (JETTY_X + x - 0.05, DECK - 0.17, 1.4), (JETTY_X + x + 0.05, DECK - 0.05, JETTY_END - 0.1))
        for x in (-0.55, 0.55)
    ]
    posts = []
    for k, z in enumerate((2.6, 5.0, 7.4, 9.8, 12.2)):
        for side in (-0.62, 0.62):
            top = DECK + (0.30 if k < 4 else 0.55) + 0.06 * float(mat.chance(2 * k + (side > 0), seed))
            if k == 4 and side > 0:
                top = DECK + 1.15
            posts.append(rod(post, (JETTY_X + side, -0.9, z), (JETTY_X + side, top, z), 0.065, sides=9))
    parts.append(joined(posts))
    return parts


def _lantern() -> list[Solid]:
    x, y, z = LANTERN
    frame = mat.iron((0.03, 0.028, 0.026), 0.4)
    glass = mat.glow("lantern", (1.25, 1.05, 0.85))
    return [
        lathe(glass, (x, y - 0.10, z), [(0.05, 0), (0.062, 0.04), (0.062, 0.15), (0.045, 0.18)], sides=10, casts=False),
        lathe(frame, (x, y - 0.13, z), [(0.0, 0.0), (0.075, 0.0), (0.07, 0.03)], sides=10, casts=False),
        lathe(frame, (x, y + 0.08, z), [(0.075, 0), (0.05, 0.05), (0.015, 0.09), (0.0, 0.10)], sides=10, casts=False),
    ]


def _boat() -> list[Solid]:
    """A rowing boat made fast beside the jetty: clinker hull, three thwarts, oars laid in."""
    length, half, rows, columns = 3.6, 0.66, 13, 25
    along = np.linspace(-1, 1, columns, dtype=F)
    around = np.linspace(-1, 1, rows, dtype=F)
    u, v = np.meshgrid(along, around)
    breadth = half * np.clip(1 - np.abs(u) ** 2.6, 0.0, 1) ** 0.75 * np.where(u > 0, 1.0, 0.55 + 0.45 * (1 + u))
    angle = v * np.pi / 2
    x = breadth * np.sin(angle) ** 1 * (0.72 + 0.28 * np.abs(v))
    keel = 0.16 * np.abs(u) ** 3
    y = keel + (0.50 + 0.16 * u**2) * (1 - np.cos(angle)) * (0.98 - 0.3 * keel)
    hull = np.stack([x, y - 0.16, u * length / 2], -1).astype(F)
    stuff = mat.wood((0.16, 0.085, 0.050), 2, 0.3, across=1, plank=0.11)
    inner = mat.wood((0.20, 0.125, 0.075), 0, 0.25)
    parts = [grid(stuff, hull, local=hull - hull.reshape(-1, 3).min(0))]
    parts += [
        box(inner, (-half * w, 0.20, z - 0.12), (half * w, 0.235, z + 0.12))
        for z, w in ((-0.95, 0.80), (0.05, 0.92), (1.0, 0.78))
    ]
    oar = mat.wood((0.24, 0.17, 0.10), 2, 0.3, across=0)
    parts += [rod(oar, (s * 0.20, 0.30, -1.35), (s * 0.34, 0.36, 1.45), 0.022, sides=6) for s in (-1, 1)]
    return placed(parts, (0.55, 0.0, 6.4), 0.10)


def solids(seed: int) -> Scenery:
    """The lake for a seed: other reeds, other hills."""
    parts: list[Solid] = [terrain(_bank, shore, (-14, 14), (-1.5, 5.2), columns=60, rows=40, finer=1.2)]
    grass = _raised(land.scattered(seed, 1500, (-8, 8), (-1.0, 3.8), keep=_ashore))
    rushes = _raised(land.scattered(seed + 1, 420, (-9, 9), (1.2, 5.6), keep=_at_edge), -0.25)
    parts += [
        land.tufts(grass, height=0.30, width=0.36, colour=(0.050, 0.060, 0.036), seed=seed),
        land.reeds(rushes, height=1.45, seed=seed),
        land.rock((3.3, -0.05, 4.4), (0.55, 0.34, 0.45), seed=1, moss=0.5),
        land.rock((4.3, -0.08, 5.0), 0.32, seed=3, moss=0.4),
        land.rock((2.5, -0.10, 4.9), 0.20, seed=6, moss=0.3),
    ]
    parts += _jetty(seed) + _lantern() + _boat()
    parts += [
        land.ridge(
            950,
            land.hills(210, 620, seed % 5 + 2, 0.55),
            colour=(0.0150, 0.0175, 0.0270),
            group="far",
            x=(-1700, 1700),
            foot=0.0,
            haze=0.7,
        ),
        land.ridge(
            520,
            land.hills(88, 330, seed % 5 + 7, 0.30),
            colour=(0.0085, 0.0105, 0.0165),
            group="far",
            x=(-900, 900),
            foot=0.0,
            haze=0.9,
        ),
        land.ridge(
            170,
            land.treeline(13.0, seed % 9, pointed=True, width=6.0),
            colour=(0.0036, 0.0048, 0.0072),
            group="far",
            x=(-300, 300),
            foot=0.0,
            haze=0.7,
        ),
    ]
    sources = (
        Lamp("lantern", LANTERN, 2.2, 0.08, bounce=0.0, skin=0.13),
        Sun("moon", MOON, 2.4, soft=0.03),
        Sky("sky", 0.85),
    )
    return Scenery(tuple(parts), sources, ("lantern", "moon", "sky", "far"))


def light(atmosphere: Atmosphere) -> PlaceLight:
    """The lantern burns at night and in the twilight; the far shore takes the colour of the sky."""
    outside = hour_light(atmosphere)
    dark = atmosphere.hour in ("night", "none", "twilight", "dusk")
    lamp = life.scaled((1.0, 0.52, 0.20), (1.0 if dark else 0.35) * (1.0 + 0.15 * atmosphere.warmth))
    warm = outside.horizon
    far = (0.5 + warm[0] * 34, 0.5 + warm[1] * 34, 0.5 + warm[2] * 22)
    clear = outside.stage.stars > 0.0
    stage = replace(
        outside.stage,
        ground="water",
        nebula=0.55 if clear and atmosphere.hour in ("night", "none") else 0.0,
        ridges=0.0,
    )
    palette = night_palette(outside, key=(1.0, 0.52, 0.20), rim=(0.050, 0.058, 0.085))
    return PlaceLight({"lantern": lamp, "moon": outside.window, "sky": outside.sky, "far": far}, palette, stage)


def flicker(group: str, t: float) -> float:
    """The lantern's flame is almost steady."""
    return life.fire_flicker(t, 2, 0.05) if group == "lantern" else 1.0


def small_life(moment: PlaceMoment) -> tuple[Form, ...]:
    """Fireflies in the reeds; the moon."""
    f = moment.framing
    shining = hour_light(moment.atmosphere).moon
    moon = life.moon(f, MOON, shining)
    if moon:
        moon += (life.glitter(f, MOON, moment.t, moment.seed, life.scaled((0.55, 0.54, 0.50), shining)),)
    return (life.fireflies(f, moment.t, moment.seed, ((-4.5, 0.3, 2.5), (4.5, 1.5, 7.0)), count=26), *moon)


PLACE = Place(
    name="still_lake",
    framings=(
        Framing(
            "shore",
            (0.35, 1.55, -2.6),
            0.0,
            1.30,
            -0.30,
            Move(push=0.04),
            calm=(CalmSpot(-0.7, 0.48, 0.3), CalmSpot(1.3, 0.6), CalmSpot(0.0, 0.62)),
        ),
        Framing(
            "reeds",
            (2.3, 0.72, 0.2),
            -0.22,
            1.30,
            -0.42,
            Move(drift=-0.04),
            calm=(CalmSpot(-0.75, 0.48, 0.3), CalmSpot(1.25, 0.6), CalmSpot(0.05, 0.62)),
        ),
        Framing(
            "jetty",
            (JETTY_X, DECK + 1.35, 3.4),
            0.02,
            1.45,
            -0.20,
            Move(push=0.03),
            calm=(CalmSpot(-0.8, 0.5, 0.3), CalmSpot(1.2, 0.55, 0.3)),
        ),
    ),
    anchors=(
        Anchor(
            "jetty_end",
            (JETTY_X, DECK, 11.4),
            "floor",
            2.2,
            "hero",
            ("shore", "jetty"),
            verbs=("stand", "look", "sit", "wait"),
        ),
        Anchor(
            "jetty_middle",
            (JETTY_X, DECK, 7.6),
            "floor",
            2.2,
            "hero",
            ("shore", "jetty"),
            verbs=("walk", "go", "come", "sit"),
        ),
        Anchor(
            "bank_right",
            (2.15, 0.33, 2.0),
            "floor",
            1.9,
            "hero",
            ("shore",),
            verbs=("sit", "stand", "kneel", "sleep", "rest"),
        ),
        Anchor(
            "boat",
            (0.55, 0.235, 6.45),
            "seat",
            1.6,
            "hero",
            ("shore", "reeds"),
            verbs=("row", "sail", "drift", "float", "lie"),
        ),
        Anchor("water_near", (3.4, 0.0, 9.5), "sea", 1.6, "companion", ("shore", "reeds")),
        Anchor("water_middle", (4.0, 0.0, 24.0), "sea", 6.0, "hero", ("shore", "reeds", "jetty"), smallest=0.6),
        Anchor("water_far", (-14.0, 0.0, 70.0), "sea", 20.0, "companion", ("shore", "reeds", "jetty"), smallest=3.0),
        Anchor("far_shore", (45.0, 2.0, 165.0), "view", 34.0, "backdrop", ("shore", "reeds", "jetty"), smallest=6.0),
        Anchor("stone", (3.3, 0.39, 4.4), "top", 0.9, "companion", ("shore",), holds=("bird", "frog")),
        Anchor(
            "post",
            (JETTY_X - 0.62, DECK + 0.56, 12.2),
            "top",
            0.5,
            "companion",
            ("shore", "jetty"),
            holds=("bird", "owl"),
        ),
        Anchor("air_low", (1.9, 2.1, 9.0), "air", 1.2, "companion", ("shore", "reeds")),
        Anchor("air_high", (-4.5, 7.5, 26.0), "air", 4.0, "companion", ("shore", "reeds", "jetty"), smallest=0.4),
    ),
    solids=solids,
    light=light,
    life=small_life,
    flicker=flicker,
)
