"""A clearing in a wood under the moon: a fallen trunk, a ring of mushrooms, a lantern left on the bough of an old oak.

The glade is some 16 m wide about (0, 10); the oak stands on the right at 12 m, the trunk lies before it. Groups of
light: "lantern", "moon", and "air" (mist and the depth of the wood).
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
from dreamplayer.drawing.solids.shapes import ball, cards, joined, lathe, rod, terrain, tube
from dreamplayer.drawing.solids.solid import Array, F, Finish, Lamp, Mask, Scenery, Sky, Solid, Source, Sun, Surface
from dreamplayer.kit.hashing import uniform
from dreamplayer.kit.noise import quick_fbm
from dreamplayer.model.atmosphere import Atmosphere
from dreamplayer.model.place import Anchor, CalmSpot, Framing, Move
from dreamplayer.model.stage import Vec3

MOON = (-0.075, 0.63, 0.86)
"""Where the moon is seen, between the crowns."""
BEAM = (-0.16, 0.90, 0.36)
"""Where its light falls in from: steeper, or the trees would keep it out."""
MIDDLE = (-0.2, 10.5)
"""Middle of the glade, across and away."""
RADIUS = (7.2, 8.0)
OAK = (5.4, 13.2)
TRUNK = np.array([(0.3, 0.44, 8.9), (1.6, 0.50, 9.2), (3.2, 0.56, 9.6), (4.7, 0.66, 10.0)], F)
"""Axis of the fallen trunk, from its broken top to its roots."""
THICK = np.array([0.34, 0.40, 0.46, 0.52], F)
RING = (-2.3, 7.6, 1.25)
"""Across, distance and radius of the ring of mushrooms."""


def _out(x: Array, z: Array) -> Array:
    """1 on the edge of the glade, less inside."""
    return np.asarray(np.hypot((x - MIDDLE[0]) / RADIUS[0], (z - MIDDLE[1]) / RADIUS[1]), F)


def ground(x: Array, z: Array) -> Array:
    """Height of the ground: a shallow hollow, uneven under the trees."""
    bank = 0.55 * np.clip(_out(x, z) - 0.85, 0, 1.2) ** 1.3
    rough = 0.30 * (quick_fbm(x * 0.32, z * 0.32, 6, 4) - 0.5) * np.clip(_out(x, z) - 0.3, 0.12, 1)
    return np.asarray(bank + rough + 0.05, F)


def height(x: float, z: float) -> float:
    """Height of the ground at one spot, in metres."""
    return land.height_at(ground, x, z)


def _floor(s: Surface) -> Finish:
    """Short grass and moss in the glade, leaves under the trees."""
    x, z = s.p[:, 0], s.p[:, 2]
    grass = mat.turf((0.054, 0.058, 0.040), 4)(s)
    litter = mat.earth((0.046, 0.038, 0.026), 5, litter=(0.070, 0.048, 0.026))(s)
    moss = mat.turf((0.042, 0.050, 0.030), 8)(s)
    under = mat.step(0.85, 1.12, _out(x, z) + 0.35 * (quick_fbm(x * 0.5, z * 0.5, 3, 4) - 0.5))
    soft = mat.mixed(grass.albedo, moss.albedo, mat.step(0.5, 0.65, quick_fbm(x * 0.6, z * 0.6, 12, 3)))
    return Finish(mat.mixed(soft, litter.albedo, under), 0.05, 0.0, grass.occlusion, normal=grass.normal)


def _open(x: Array, z: Array) -> Mask:
    return np.asarray(_out(x, z) < 1.0)


def _wooded(x: Array, z: Array) -> Mask:
    return np.asarray((_out(x, z) > 0.95) & (z > 1.8))


def _raised(points: Array, sink: float = 0.03) -> Array:
    return land.on_ground(points, ground, sink)


def _fallen(seed: int) -> list[Solid]:
    """The trunk with moss on it, its torn roots upright at one end, stumps of branches, bracket fungi."""
    bark = mat.bark((0.070, 0.056, 0.044), 5, 0.75)
    made = [tube(bark, TRUNK, THICK, sides=16)]
    broken = mat.plain((0.17, 0.125, 0.08), vary=0.4, scale=12)
    x, y, z = (float(v) for v in TRUNK[0])
    splinters = []
    for k in range(9):
        a = math.tau * k / 9
        r = 0.22
        at = (x, y + r * math.sin(a), z + r * math.cos(a))
        long = 0.15 + 0.28 * float(mat.chance(k, 3))
        splinters.append(tube(broken, [at, (x - long, at[1] + 0.02, at[2])], [0.11, 0.01], sides=5))
    made.append(joined([*splinters, ball(broken, (x, y, z), (0.06, 0.31, 0.31), rings=6, sides=12)]))
    rx, ry, rz = (float(v) for v in TRUNK[-1])
    roots = []
    u = uniform(9, 3, 60).reshape(20, 3)
    for k in range(20):
        a = math.tau * (k + 0.5 * float(u[k, 0])) / 20
        long = 0.75 + 0.75 * float(u[k, 1])
        c, s = math.cos(a), math.sin(a)
        if ry + s * long < 0.0:
            long = min(long, 0.7)
        lean = 0.25 + 0.5 * float(u[k, 2])
        roots.append(
            tube(
                bark,
                [
                    (rx - 0.1, ry, rz),
                    (rx + 0.25 * lean, ry + s * long * 0.55, rz + c * long * 0.55),
                    (rx + 0.2 + lean * 0.5, ry + s * long * 0.95 + 0.1 * c, rz + c * long),
                ],
                [0.24, 0.10, 0.015],
                sides=6,
            )
        )
    soil = mat.earth((0.058, 0.044, 0.032), 4)
    made += [joined(roots), ball(soil, (rx + 0.12, ry, rz), (0.26, 0.78, 0.82), rings=9, sides=16)]
    limbs = []
    for k, (q, a, long) in enumerate(((0.25, 1.9, 0.9), (0.52, 2.5, 0.5), (0.62, 1.2, 1.25), (0.15, 0.7, 0.6))):
        at = TRUNK[0] + (TRUNK[-1] - TRUNK[0]) * q
        end = at + np.array([-0.3 * long, math.sin(a) * long, -math.cos(a) * long * 0.8])
        bend = at + (end - at) * 0.6 + np.array([0.0, 0.12, 0.0])
        limbs.append(tube(bark, np.stack([at, bend, end]), [0.13, 0.07 + 0.01 * k, 0.02], sides=7))
    made.append(joined(limbs))
    shelves = []
    for k in range(9):
        q = 0.12 + 0.62 * float(mat.chance(k, seed + 4))
        at = TRUNK[0] + (TRUNK[-1] - TRUNK[0]) * q
        r = float(np.interp(q, [0, 1], [THICK[0], THICK[-1]]))
        up = 0.25 * (float(mat.chance(k, seed + 5)) - 0.3)
        shelves.append(
            ball(
                mat.plain((0.22, 0.155, 0.09), vary=0.35, scale=14),
                (float(at[0]), float(at[1]) + up, float(at[2]) - r + 0.02),
                (0.13, 0.03, 0.10),
                rings=5,
                sides=10,
            )
        )
    made.append(joined(shelves))
    return made


def _mushrooms(seed: int) -> list[Solid]:
    """A ring of pale mushrooms, and a few red ones by the trunk."""
    stalk = mat.plain((0.34, 0.31, 0.25), vary=0.2, scale=20)
    x0, z0, r = RING

    def pale(s: Surface) -> Finish:
        gills = (s.n[:, 1] < -0.1)[:, None]
        k = 0.75 + 0.4 * quick_fbm(s.p[:, 0] * 30, s.p[:, 2] * 30, 4, 3)
        colour = np.where(gills, np.asarray((0.25, 0.19, 0.14), F), np.asarray((0.40, 0.33, 0.245), F))
        return Finish((colour * k[:, None]).astype(F), 0.18, thin=0.3)

    def spotted(s: Surface) -> Finish:
        spots = quick_fbm(s.local[:, 0] * 3.1, s.local[:, 1] * 55, 6, 2) > 0.60
        under = s.n[:, 1] < -0.2
        colour = np.where(
            (spots | under)[:, None], np.asarray((0.36, 0.32, 0.26), F), np.asarray((0.24, 0.035, 0.02), F)
        )
        return Finish(colour.astype(F), 0.35)

    stalks: list[Solid] = []
    caps: list[Solid] = []
    reds: list[Solid] = []
    spots = [(x0 + r * math.cos(a), z0 + r * math.sin(a), 0) for a in np.linspace(0, math.tau, 20)[:-1]]
    spots += [(-0.35, 8.2, 1), (-0.15, 8.05, 1), (-0.5, 8.0, 1), (2.3, 8.5, 1), (2.55, 8.42, 1)]
    for k, (x, z, red) in enumerate(spots):
        own = float(mat.chance(k, seed))
        x, z = x + 0.12 * (own - 0.5), z + 0.16 * (float(mat.chance(k, seed + 1)) - 0.5)
        tall = (0.10 + 0.10 * own) * (1.15 if red else 1.0)
        wide = tall * (0.55 + 0.3 * float(mat.chance(k, seed + 2)))
        foot = (x, height(x, z) - 0.02, z)
        stalks.append(lathe(stalk, foot, [(0.024, 0), (0.016, tall * 0.6), (0.016, tall)], sides=8))
        cap = [
            (0.0, tall * 0.96),
            (wide, tall * 0.86),
            (wide * 0.96, tall),
            (wide * 0.6, tall * 1.28),
            (0, tall * 1.38),
        ]
        (reds if red else caps).append(lathe(spotted if red else pale, foot, cap, sides=12))
    return [joined(stalks), joined(caps), joined(reds)]


def _flowers(points: Array, seed: int) -> Solid:
    """Small pale flowers on thin stalks."""

    def star(local: Array) -> Mask:
        x, y = local[:, 0] * 0.5, local[:, 1]
        petals = np.hypot(x, (y - 0.86) * 0.6) < 0.075 + 0.03 * np.cos(5 * np.arctan2(y - 0.86, x))
        return np.asarray(petals | ((np.abs(x) < 0.008) & (y < 0.86)))

    def petal(s: Surface) -> Finish:
        head = s.local[:, 1] > 0.70
        eye = np.hypot(s.local[:, 0] * 0.5, (s.local[:, 1] - 0.86) * 0.6) < 0.025
        colour = np.where(head[:, None], np.asarray((0.42, 0.40, 0.40), F), np.asarray((0.05, 0.075, 0.03), F))
        colour = np.where(eye[:, None], np.asarray((0.36, 0.25, 0.06), F), colour)
        return Finish(colour.astype(F), 0.05, thin=0.4)

    n = len(points)
    u = uniform(seed, 74, 2 * n).reshape(n, 2)
    tall = 0.13 + 0.10 * u[:, 0]
    sheet = cards(petal, points, 0.13, tall, (u[:, 1] - 0.5) * 1.5, cut=star, casts=False)
    return sheet.replace(sheds=True)


LANTERN: Vec3 = (3.05, 2.62, 11.0)
"""The lantern on the oak's lowest bough."""


def _oak(seed: int) -> list[Solid]:
    """The old oak, with one long bough over the trunk, and the lantern on it."""
    x, z = OAK
    y = height(x, z) - 0.15
    made = land.tree((x, y, z), 15.5, seed=4, girth=0.72, clear=0.26, masses=7, sprays=120, spread=0.34)
    bark = mat.bark((0.060, 0.048, 0.038), 4, 0.5)
    line = [
        (x, 3.6, z),
        (x - 1.2, 3.9, z - 1.0),
        (LANTERN[0], 3.75, LANTERN[2]),
        (LANTERN[0] - 1.5, 4.2, LANTERN[2] - 1.0),
    ]
    made.append(tube(bark, line, [0.30, 0.19, 0.12, 0.03], sides=8))
    made += land.crown((LANTERN[0] - 1.3, 4.5, LANTERN[2] - 0.9), (1.7, 0.5, 1.3), seed=7, sprays=110, airy=0.50)
    iron = mat.iron((0.03, 0.028, 0.026), 0.4)
    lx, ly, lz = LANTERN
    made += [
        rod(iron, (lx, ly + 0.2, lz), (lx, 3.72, lz), 0.010, sides=4, casts=False),
        lathe(
            mat.glow("lantern", (1.25, 1.05, 0.8)),
            (lx, ly - 0.10, lz),
            [(0.06, 0), (0.085, 0.05), (0.08, 0.19), (0.05, 0.23)],
            sides=10,
            casts=False,
        ),
        lathe(iron, (lx, ly - 0.13, lz), [(0.0, 0), (0.10, 0), (0.09, 0.03)], sides=10, casts=False),
        lathe(iron, (lx, ly + 0.13, lz), [(0.10, 0), (0.06, 0.05), (0.0, 0.10)], sides=10, casts=False),
    ]
    return made


_RIM = (
    (-5.0, 4.3, 0.50, 17.0), (-7.4, 8.6, 0.38, 16.0), (-8.2, 13.2, 0.42, 18.0), (-5.6, 18.2, 0.34, 15.0),
    (-1.2, 21.5, 0.30, 14.0), (2.6, 20.6, 0.34, 15.5), (8.6, 8.8, 0.44, 17.0), (10.2, 14.0, 0.36, 16.0),
    (6.9, 18.8, 0.36, 17.0),
)  # fmt: skip
"""Across, distance, girth and height of the trees on the edge of the glade."""


def _wood(seed: int) -> list[Solid]:
    made: list[Solid] = []
    for k, (x, z, girth, tall) in enumerate(_RIM):
        made += land.tree(
            (x, height(x, z) - 0.1, z),
            tall,
            seed=seed % 11 * 3 + k,
            girth=girth,
            clear=0.26 if k % 3 else 0.34,
            masses=5,
            sprays=60,
            spread=0.20 if k < 2 else 0.26,
            colour=(0.046, 0.062, 0.030),
        )
    far: list[Solid] = []
    u = uniform(seed, 5, 4 * 150).reshape(150, 4)
    for k in range(150):
        a = -2.3 + 4.6 * float(u[k, 0])
        r = 1.35 + 2.6 * float(u[k, 1]) ** 1.3
        x, z = MIDDLE[0] + RADIUS[0] * r * math.sin(a), MIDDLE[1] + RADIUS[1] * r * math.cos(a)
        if z < 2.5:
            continue
        thick = 0.12 + 0.18 * float(u[k, 2])
        lean = 0.9 * (float(u[k, 3]) - 0.5)
        y = height(x, z) - 0.1
        line = [(x, y, z), (x + 0.1 * lean, y + 0.6, z), (x + lean, y + 12, z)]
        far.append(tube(mat.bark((0.052, 0.044, 0.036), k % 4, 0.2), line, [thick * 1.6, thick, thick * 0.5], sides=7))
    made += [joined(far[i::4]) for i in range(4)]
    n = 420
    v = uniform(seed, 6, 5 * n).reshape(n, 5)
    turn, aside = -2.2 + 4.4 * v[:, 0], 1.15 + 2.2 * v[:, 1]
    across, away = MIDDLE[0] + RADIUS[0] * aside * np.sin(turn), MIDDLE[1] + RADIUS[1] * aside * np.cos(turn)
    size = 1.6 + 1.8 * v[:, 2]
    # The wood leaves a gap to the sky, by which the moon comes in.
    shut = np.abs(across / away + 0.10) > 0.17
    sheet = land.leafy_cards(
        np.stack([across, 4.4 + 9.0 * v[:, 3], away], -1)[shut],
        size[shut],
        ((v[:, 4] - 0.5) * 2.2)[shut],
        colour=(0.050, 0.068, 0.032),
        seed=seed,
        thin=0.55,
        sheds=True,
    )
    made.append(sheet)
    made.append(
        land.ridge(
            58.0, land.treeline(15.0, 3, width=5.0), colour=(0.010, 0.012, 0.016), group="air", x=(-130, 130), haze=0.8
        )
    )
    return made


def solids(seed: int) -> Scenery:
    """The glade for a seed: other trees stand around it, other ferns and flowers grow there."""
    parts: list[Solid] = [terrain(_floor, ground, (-46, 46), (-2.5, 60), columns=90, rows=90, finer=1.5)]
    parts += _fallen(seed) + _mushrooms(seed) + _oak(seed) + _wood(seed)
    grass = _raised(land.scattered(seed, 2000, (-8, 8), (1.2, 18), keep=_open))
    ferns = _raised(land.scattered(seed + 1, 330, (-11, 11), (2.0, 21), keep=_wooded))
    flowers = _raised(land.scattered(seed + 2, 620, (-6, 6), (4.6, 15), keep=_open), 0.0)
    parts += [
        land.tufts(grass, height=0.24, width=0.34, colour=(0.115, 0.120, 0.085), seed=seed),
        land.ferns(ferns, height=0.75, seed=seed, arms=5),
        _flowers(flowers, seed),
        land.rock((-3.9, height(-3.9, 11.6), 11.6), (0.85, 0.55, 0.7), seed=2, moss=0.7),
        land.rock((-3.0, height(-3.0, 12.4), 12.4), 0.38, seed=6, moss=0.6),
    ]
    parts += land.bush((-6.4, 0.2, 11.4), 1.1, seed=seed + 5) + land.bush((7.4, 0.2, 11.0), 1.0, seed=seed + 6)
    sources: tuple[Source, ...] = (
        Lamp("lantern", LANTERN, 15.0, 0.10, bounce=0.0, skin=0.18, dust=0.0030, dust_reach=24.0),
        Sun("moon", BEAM, 2.5, soft=0.05, dust=0.0040, dust_reach=30.0),
        Sky("sky", 1.35),
        Sky("air", 0.45, below=0.8),
    )
    return Scenery(
        tuple(parts),
        sources,
        ("lantern", "moon", "sky", "air"),
        mist=0.028,
        mist_group="air",
        mist_glow=0.045,
        mist_height=1.6,
    )


def light(atmosphere: Atmosphere) -> PlaceLight:
    """The moon or the sky lights the glade; the lantern burns in the dark hours."""
    outside = hour_light(atmosphere)
    dark = atmosphere.hour in ("night", "none", "twilight", "dusk")
    lamp = life.scaled((1.0, 0.56, 0.22), (1.0 if dark else 0.25) * (1.0 + 0.2 * atmosphere.warmth))
    sky = outside.window
    mist = (0.10 + 0.55 * sky[0], 0.10 + 0.52 * sky[1], 0.10 + 0.50 * sky[2])
    stage = replace(outside.stage, ridges=0.0)
    palette = night_palette(outside, key=(1.0, 0.56, 0.22), rim=(0.042, 0.052, 0.074))
    if outside.moon > 0:
        palette = replace(palette, zenith=(0.0055, 0.0080, 0.0180), horizon=(0.0160, 0.0210, 0.0350))
    return PlaceLight({"lantern": lamp, "moon": sky, "sky": outside.sky, "air": mist}, palette, stage)


def flicker(group: str, t: float) -> float:
    """The lantern's flame breathes."""
    return life.fire_flicker(t, 6, 0.05) if group == "lantern" else 1.0


def small_life(moment: PlaceMoment) -> tuple[Form, ...]:
    """Fireflies over the grass, motes in the moonlight, the moon between the crowns."""
    f, t = moment.framing, moment.t
    moon = life.scaled(moment.light.tints["moon"], 0.5)
    return (
        life.fireflies(f, t, moment.seed, ((-6.0, 0.3, 5.0), (5.0, 2.0, 17.0)), count=40),
        life.dust(
            f, t, moment.seed, ((-4, 0.3, 6), (3, 4.5, 15)), (-0.5, 2.0, 10.0), moon, count=150, reach=5, size=0.018
        ),
        *life.moon(f, MOON, hour_light(moment.atmosphere).moon, size=11.0),
    )


_on = land.spot_on(height)


PLACE = Place(
    name="clearing",
    framings=(
        Framing(
            "glade",
            (-0.5, 1.65, -0.6),
            0.03,
            1.24,
            -0.24,
            Move(push=0.05),
            calm=(CalmSpot(-1.1, 0.6), CalmSpot(1.2, 0.55)),
        ),
        Framing(
            "trunk",
            (0.3, 1.25, 3.2),
            0.34,
            1.45,
            -0.14,
            Move(drift=-0.04),
            calm=(CalmSpot(1.1, 0.6), CalmSpot(-1.0, 0.6)),
        ),
        Framing(
            "ring",
            (-2.9, 0.62, 3.4),
            0.17,
            1.30,
            -0.34,
            Move(drift=0.04),
            calm=(CalmSpot(-1.2, 0.6), CalmSpot(1.35, 0.6)),
        ),
        Framing(
            "oak",
            (-3.6, 2.1, 6.6),
            0.86,
            1.30,
            -0.06,
            Move(rise=0.03),
            calm=(CalmSpot(-1.35, 0.6), CalmSpot(0.8, 0.62)),
        ),
    ),
    anchors=(
        Anchor(
            "glade_near",
            _on(-0.5, 5.3),
            "floor",
            2.0,
            "hero",
            ("glade",),
            verbs=("stand", "walk", "look", "dance", "wait"),
        ),
        Anchor(
            "glade_middle",
            _on(-0.9, 10.4),
            "floor",
            2.4,
            "hero",
            ("glade", "trunk", "ring"),
            verbs=("dance", "walk", "come", "kneel", "play"),
        ),
        Anchor(
            "trunk_seat",
            (1.55, 0.88, 9.18),
            "seat",
            1.9,
            "hero",
            ("glade", "trunk", "oak"),
            verbs=("sit", "rest", "read", "talk", "listen", "lean"),
        ),
        Anchor(
            "trunk_top",
            (2.9, 0.98, 9.52),
            "top",
            0.6,
            "companion",
            ("glade", "trunk", "oak"),
            holds=("owl", "squirrel", "cat", "bird", "book"),
        ),
        Anchor(
            "before_trunk",
            _on(1.4, 7.6),
            "floor",
            1.3,
            "companion",
            ("glade", "trunk"),
            holds=("dog", "rabbit", "wolf"),
            verbs=("lie", "sleep", "curl"),
        ),
        Anchor(
            "ring",
            _on(RING[0], RING[1]),
            "floor",
            1.3,
            "hero",
            ("glade", "ring"),
            verbs=("sit", "dance", "sleep", "lie"),
            holds=("rabbit", "frog"),
        ),
        Anchor(
            "under_oak", _on(2.9, 12.4), "floor", 2.0, "companion", ("oak", "glade"), verbs=("stand", "lean", "sleep")
        ),
        Anchor(
            "edge_left",
            _on(-4.6, 14.2),
            "floor",
            2.6,
            "companion",
            ("glade", "ring"),
            holds=("deer", "wolf", "horse"),
            smallest=0.6,
        ),
        Anchor(
            "edge_far",
            _on(0.2, 17.4),
            "floor",
            2.8,
            "companion",
            ("glade", "trunk", "ring"),
            holds=("deer", "bear", "horse"),
            smallest=0.8,
            verbs=("come", "go", "walk"),
        ),
        Anchor(
            "stone",
            (-3.9, height(-3.9, 11.6) + 0.74, 11.6),
            "top",
            0.6,
            "companion",
            ("glade", "ring"),
            holds=("owl", "bird", "frog"),
        ),
        Anchor(
            "bough",
            (2.3, 3.85, 10.5),
            "hang",
            1.1,
            "companion",
            ("glade", "trunk"),
            holds=("lantern", "swing", "chimes"),
        ),
        Anchor("air_near", (-1.4, 2.2, 7.2), "air", 0.8, "companion", ("glade", "ring")),
        Anchor("air_middle", (0.2, 3.4, 11.5), "air", 1.4, "companion", ("glade", "trunk", "oak")),
        Anchor("air_high", (-0.6, 7.2, 12.5), "air", 2.4, "companion", ("glade", "ring"), smallest=0.4),
        Anchor("sky", (-21.0, 170.0, 236.0), "sky", 34.0, "backdrop", ("glade",)),
    ),
    solids=solids,
    light=light,
    life=small_life,
    flicker=flicker,
    ground_at=height,
)
