"""A path through an old wood at night: great trunks on both sides, ferns, a pale clearing where it leads.

The path winds from the eye (z 0) to the clearing (z 34); x is across. Groups of light: "glow" is the warm light at the
end of the path, "moon" what falls through the leaves, "sky" above them, "air" the mist between the trees.
"""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing import place_life as life
from dreamplayer.drawing.place import Place, PlaceLight, PlaceMoment
from dreamplayer.drawing.place_light import hour_light, night_palette
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.solids import landscape as land
from dreamplayer.drawing.solids import materials as mat
from dreamplayer.drawing.solids.shapes import joined, terrain, tube
from dreamplayer.drawing.solids.solid import Array, F, Finish, Lamp, Mask, Scenery, Sky, Solid, Sun, Surface
from dreamplayer.kit.hashing import uniform
from dreamplayer.kit.noise import quick_fbm
from dreamplayer.model.atmosphere import Atmosphere
from dreamplayer.model.place import Anchor, CalmSpot, Framing, Move

CLEARING = (1.2, 0.9, 36.0)
"""Where the light comes from."""
WIDTH = 0.95
"""Half width of the path in metres."""


def middle(z: Array | float) -> Array:
    """Where the path lies, in metres across, at distances z."""
    return np.asarray(
        0.9 * np.sin(np.asarray(z) * 0.16) + 0.25 * np.sin(np.asarray(z) * 0.37 + 1.0) + 0.03 * np.asarray(z), F
    )


def ground(x: Array, z: Array) -> Array:
    """Height of the forest floor: hollow along the path, uneven beside it."""
    aside = np.abs(x - middle(z))
    bank = 0.30 * np.clip((aside - WIDTH) / 2.5, 0, 1) ** 2
    return np.asarray(bank + 0.16 * (quick_fbm(x * 0.35, z * 0.35, 3, 3) - 0.5) * np.clip(aside / 2, 0, 1), F)


def _height(x: float, z: float) -> float:
    return land.height_at(ground, x, z)


def _on_path(p: Array) -> Array:
    edge = np.abs(p[:, 0] - middle(p[:, 2])) + 0.25 * (quick_fbm(p[:, 0] * 2, p[:, 2] * 2, 8, 3) - 0.5)
    return mat.step(WIDTH + 0.15, WIDTH - 0.25, edge)


def _floor(s: Surface) -> Finish:
    """Trodden earth on the path; leaves and moss beside it."""
    path = mat.earth((0.100, 0.074, 0.052), 2, litter=(0.085, 0.050, 0.026))(s)
    side = mat.earth((0.040, 0.036, 0.022), 5, litter=(0.060, 0.044, 0.020))(s)
    moss = mat.turf((0.032, 0.046, 0.018), 4)(s)
    patch = mat.step(0.45, 0.62, quick_fbm(s.p[:, 0] * 0.5, s.p[:, 2] * 0.5, 12, 3))
    beside = mat.mixed(side.albedo, moss.albedo, patch)
    return Finish(mat.mixed(beside, path.albedo, _on_path(s.p)), 0.05, 0.0, side.occlusion, normal=side.normal)


def _beside(x: Array, z: Array) -> Mask:
    return np.asarray(np.abs(x - middle(z)) > WIDTH + 0.15)


def _raised(points: Array) -> Array:
    return land.on_ground(points, ground, 0.02)


_NEAR_TRUNKS = (
    (-2.5, 5.4, 0.46),
    (3.4, 7.2, 0.52),
    (-4.6, 9.0, 0.40),
    (2.9, 11.5, 0.34),
    (-2.9, 13.5, 0.36),
    (5.6, 13.0, 0.42),
)
"""Across, distance and girth of the great trunks by the path."""
_LIMB = ((-2.25, 2.55, 5.35), (-0.70, 2.85, 5.90))
"""Ends of a bare limb of the first of them, over the path's left edge."""


def _trunks(seed: int) -> list[Solid]:
    made: list[Solid] = []
    for k, (x, z, girth) in enumerate(_NEAR_TRUNKS):
        foot = (x + float(middle(z)) * 0.4, _height(x, z) - 0.1, z)
        made += land.tree(
            foot,
            17 + 3 * float(mat.chance(k, seed)),
            seed=seed * 7 + k,
            girth=girth,
            clear=0.34,
            masses=4,
            sprays=70,
            spread=0.30,
        )
    made.append(land.bare_limb(mat.bark((0.060, 0.048, 0.038), 2), *_LIMB, 0.16, seed % 7))
    u = uniform(seed, 3, 4 * 170).reshape(170, 4)
    far: list[Solid] = []
    tops: list[tuple[float, float, float]] = []
    for k in range(170):
        z = 13.0 + 36.0 * float(u[k, 0]) ** 0.8
        aside = 1.9 + 26.0 * float(u[k, 1]) ** 1.2
        x = float(middle(z)) + aside * (1 if u[k, 2] > 0.5 else -1)
        r = 0.13 + 0.20 * float(u[k, 3])
        lean = 0.6 * (float(u[k, 1]) - 0.5)
        y = _height(x, z) - 0.1
        tops.append((x + 0.3 * lean, y + 7.0, z))
        far.append(
            tube(
                mat.bark((0.055, 0.046, 0.038), k % 5),
                [(x, y, z), (x + lean * 0.2, y + 0.5, z), (x + lean, y + 24, z)],
                [r * 1.6, r, r * 0.6],
                sides=8,
            )
        )
    made += [joined(far[i::5]) for i in range(5)]
    # Bare wood above, which is all there is in winter.
    below = np.asarray(tops, F)
    made.append(land.twigs(below, below + np.array([0, 9.0, 0], F), 8, 3.0, 0.05, seed))
    return made


def _canopy(seed: int) -> list[Solid]:
    """Leaves overhead, near and far."""
    n = 760
    u = uniform(seed, 4, 5 * n).reshape(n, 5)
    z = 4.0 + 40.0 * u[:, 0]
    x = middle(z) + (u[:, 1] - 0.5) * (12 + 1.7 * z)
    y = 4.8 + (4.5 + 0.28 * z) * u[:, 2]
    size = 1.3 + 1.5 * u[:, 3]
    sheet = land.leafy_cards(np.stack([x, y, z], -1), size, _any_yaw(u[:, 4]), seed=seed, thin=0.55, sheds=True)
    wall = land.ridge(
        52.0, land.treeline(27.0, 3, width=5.0), colour=(0.022, 0.022, 0.022), group="air", x=(-160, 200), haze=0.6
    )
    return [sheet, wall]


def _any_yaw(u: Array) -> Array:
    """Yaws in radians, either side of facing the eye."""
    return np.asarray((u - 0.5) * 2.2, F)


def solids(seed: int) -> Scenery:
    """The wood for a seed: other trunks farther off, other ferns and leaves."""
    rows = [terrain(_floor, ground, (-60, 70), (-1.5, 53), columns=90, rows=90)]
    near = _raised(land.scattered(seed, 170, (-7, 8), (2.2, 15), keep=_beside))
    far = _raised(land.scattered(seed + 1, 220, (-15, 17), (14, 36), keep=_beside))
    grass = _raised(land.scattered(seed + 2, 500, (-7, 8), (1.6, 17), keep=_beside))
    stone = (1.75 + float(middle(8.6)), _height(2.4, 8.6), 8.6)
    rows += [
        land.ferns(near, height=0.72, seed=seed),
        land.ferns(far, height=0.85, seed=seed + 3, arms=5),
        land.tufts(grass, height=0.28, width=0.34, seed=seed),
        land.rock(stone, (0.62, 0.40, 0.50), seed=2, moss=0.8),
        land.rock((stone[0] + 0.75, stone[1], stone[2] + 0.5), 0.30, seed=4, moss=0.6),
    ]
    rows += land.bush((-3.6, 0.15, 10.6), 0.9, seed=seed + 5) + land.bush((4.3, 0.2, 9.6), 0.8, seed=seed + 6)
    parts = tuple(rows + _trunks(seed) + _canopy(seed))
    sources = (
        Lamp("glow", CLEARING, 150.0, 0.8, bounce=0.0, skin=0.0, dust=0.0050, dust_reach=48.0),
        Sun("moon", (-0.45, 0.85, 0.50), 2.2, soft=0.05, dust=0.0035, dust_reach=26.0),
        Sky("sky", 1.7),
        Sky("air", 0.9, below=0.9),
    )
    return Scenery(
        parts, sources, ("glow", "moon", "sky", "air"), mist=0.020, mist_group="air", mist_glow=0.055, mist_height=7.0
    )


def light(atmosphere: Atmosphere) -> PlaceLight:
    """The clearing glows by night; by day it is the sky that does."""
    outside = hour_light(atmosphere)
    glow = life.scaled((1.0, 0.62, 0.28), 1.0 + 0.2 * atmosphere.warmth)
    moon = outside.window
    mist = (0.36 * glow[0] + 0.22 * moon[0], 0.33 * glow[1] + 0.22 * moon[1], 0.24 * glow[2] + 0.22 * moon[2])
    palette = night_palette(outside, key=(1.0, 0.62, 0.28), rim=(0.030, 0.036, 0.050))
    return PlaceLight({"glow": glow, "moon": moon, "sky": outside.sky, "air": mist}, palette, outside.stage)


def small_life(moment: PlaceMoment) -> tuple[Form, ...]:
    """Fireflies over the ferns, dust in the light of the clearing."""
    f, t = moment.framing, moment.t
    glow = moment.light.tints["glow"]
    return (
        life.fireflies(f, t, moment.seed, ((-4, 0.3, 4), (4.5, 1.8, 14)), count=36),
        life.dust(
            f,
            t,
            moment.seed,
            ((-2, 0.3, 14), (4, 3.5, 30)),
            CLEARING,
            life.scaled(glow, 0.5),
            count=160,
            reach=14,
            size=0.03,
        ),
    )


PLACE = Place(
    name="forest_path",
    framings=(
        Framing(
            "path",
            (0.15, 1.55, -0.6),
            0.03,
            1.30,
            -0.06,
            Move(push=0.05),
            calm=(CalmSpot(-0.6, 0.5), CalmSpot(0.65, 0.5), CalmSpot(1.35, 0.45)),
        ),
        Framing(
            "ferns",
            (-1.55, 0.62, 2.6),
            0.16,
            1.25,
            -0.34,
            Move(drift=0.04),
            calm=(CalmSpot(-0.48, 0.5), CalmSpot(0.48, 0.5), CalmSpot(1.18, 0.5)),
        ),
        Framing(
            "stone",
            (-0.3, 1.30, 3.2),
            0.34,
            1.70,
            -0.02,
            Move(drift=-0.04),
            calm=(CalmSpot(0.8, 0.52), CalmSpot(-0.75, 0.5)),
        ),
        Framing(
            "near",
            (0.42, 1.0, 2.44),
            0.24,
            1.70,
            -0.14,
            Move(push=0.03),
            calm=(
                CalmSpot(-0.8, 0.55),
                CalmSpot(1.2, 0.5),
            ),
        ),
    ),
    anchors=(
        Anchor(
            "path_here",
            (0.6, 0.0, 3.4),
            "floor",
            2.0,
            "hero",
            ("path",),
            verbs=("walk", "go", "run", "follow", "leave", "stand", "come", "look", "wait"),
        ),
        Anchor(
            "path_near",
            (0.62, 0.0, 6.4),
            "floor",
            2.4,
            "hero",
            ("path", "ferns", "near"),
            verbs=("walk", "stand", "come", "look", "wait"),
        ),
        Anchor(
            "path_middle",
            (1.15, 0.0, 11.5),
            "floor",
            2.6,
            "hero",
            ("path", "ferns", "stone"),
            verbs=("walk", "go", "run"),
        ),
        Anchor("path_far", (0.55, 0.0, 19.0), "floor", 3.5, "companion", ("path", "ferns"), smallest=0.8),
        Anchor("stone_top", (2.30, 0.46, 8.55), "top", 0.5, "companion", ("path", "stone"), verbs=("sit",)),
        Anchor(
            "roots", (-1.55, 0.05, 5.2), "floor", 1.3, "companion", ("path", "ferns"), verbs=("sit", "sleep", "kneel")
        ),
        Anchor("ferns_right", (1.9, 0.01, 6.1), "floor", 1.6, "companion", ("path", "stone")),
        Anchor("bough", (-0.85, 2.77, 5.85), "hang", 0.5, "companion", ("path",)),
        Anchor("limb", (-1.32, 2.74, 5.68), "top", 0.5, "companion", ("path",), holds=("owl", "bird", "squirrel")),
        Anchor("air_near", (-0.4, 1.7, 6.0), "air", 0.6, "companion", ("path", "stone")),
        Anchor("air_far", (1.0, 2.7, 13.0), "air", 1.5, "companion", ("path", "ferns"), smallest=0.15),
        Anchor("clearing", (1.3, 0.0, 31.0), "view", 7.0, "backdrop", ("path", "ferns"), smallest=1.2),
    ),
    solids=solids,
    light=light,
    life=small_life,
    ground_at=_height,
)
