"""A field of ripe wheat under the moon: a path through it, sheaves, a scarecrow, a windmill with lit windows.

The path runs from the eye (z 0) to the mill, 46 m away on the right; the wheat stands .95 m high on both sides. Groups
of light: "lamp" (the mill's window and a lantern left on the sheaves), "moon", and "far" (haze and hills).
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
from dreamplayer.drawing.solids.solid import Array, F, Finish, Lamp, Mask, Scenery, Sky, Solid, Source, Sun, Surface
from dreamplayer.kit.hashing import uniform
from dreamplayer.kit.noise import quick_fbm, quick_noise
from dreamplayer.model.atmosphere import Atmosphere
from dreamplayer.model.place import Anchor, CalmSpot, Framing, Move
from dreamplayer.model.stage import Vec3

MOON = (-0.34, 0.36, 0.87)
TALL = 0.95
"""Height of the wheat."""
WIDTH = 1.05
"""Half width of the path."""
MILL = (12.6, 46.0)
SHEAVES = ((2.9, 8.2), (4.3, 9.6), (5.6, 7.9), (4.6, 12.4), (6.6, 13.6), (3.6, 16.0))
"""Where sheaves lean together, on the mown strip at the right."""
LANTERN: Vec3 = (1.95, 0.0, 7.4)
SCARECROW = (-4.6, 12.5)


def middle(z: Array | float) -> Array:
    """Where the path lies, in metres across, at distances z."""
    q = np.asarray(z, float)
    return np.asarray(0.1 + 0.9 * np.sin(q * 0.11) + 0.0030 * np.clip(q, 0, 70) ** 2)


def ground(x: Array, z: Array) -> Array:
    """Height of the ground: gentle waves, rising to the mill."""
    swell = 0.9 * (quick_fbm(x * 0.035, z * 0.035, 4, 2) - 0.45) * np.clip((z - 6) / 20, 0, 1)
    rise = 3.4 * np.clip((z - 16) / 32, 0, 1) ** 1.6
    return np.asarray(swell + rise, F)


def height(x: float, z: float) -> float:
    """Height of the ground at one spot, in metres."""
    return land.height_at(ground, x, z)


def _standing(x: Array, z: Array) -> Mask:
    """Where wheat stands: not on the path, nor on the mown strip beside it."""
    wander = 0.25 * (quick_fbm(x * 0.9, z * 0.9, 7, 3) - 0.5)
    path = np.abs(x - middle(z)) < WIDTH + wander
    mown = (x > middle(z)) & (x < 8.2 + wander * 2) & (z > 6.0) & (z < 19.0)
    mill = np.hypot(x - MILL[0], z - MILL[1]) < 6.0
    return np.asarray(~(path | mown | mill))


def _soil(s: Surface) -> Finish:
    """A sandy path with wheel tracks, stubble in rows where it is mown."""
    x, z = s.p[:, 0], s.p[:, 2]
    sand = mat.earth((0.125, 0.098, 0.066), 3, litter=(0.16, 0.125, 0.07))(s)
    rut = np.exp(-(((np.abs(x - middle(z)) - 0.62) / 0.16) ** 2))
    grass = mat.turf((0.060, 0.062, 0.034), 6)(s)
    crown = np.exp(-(((x - middle(z)) / 0.28) ** 2)) * 0.8
    row = 0.5 + 0.5 * np.cos(x * math.tau / 0.24 + 0.6 * quick_fbm(z * 0.5, x, 4, 2))
    stubble = mat.step(0.55, 0.85, row * (0.6 + 0.6 * quick_noise(x * 30, z * 22, 8)))
    mown = (x > middle(z) + WIDTH) & (z > 6.0) & (z < 19.0)
    albedo = mat.mixed(sand.albedo * (1 - 0.35 * rut)[:, None], grass.albedo, crown.astype(F))
    cut = mat.mixed((0.085, 0.066, 0.042), (0.27, 0.20, 0.095), stubble)
    albedo = np.where(mown[:, None], cut, albedo)
    return Finish(albedo.astype(F), 0.05, 0.0, sand.occlusion, normal=sand.normal)


def _field(s: Surface) -> Finish:
    """The field from afar: ears in waves that the wind has combed."""
    x, z = s.p[:, 0], s.p[:, 2]
    wave = quick_fbm(x * 0.16 + 0.05 * z, z * 0.07, 6, 4)
    ears = quick_fbm(x * 9, z * 3.2, 7, 3)
    k = (0.42 + 0.85 * wave) * (0.35 + 1.15 * ears)
    lean = np.stack([quick_noise(x * 7, z * 3, 2) - 0.5, 0 * x, quick_noise(x * 7, z * 3, 3) - 0.5 - 0.4 * wave], -1)
    return Finish(
        (np.asarray((0.235, 0.165, 0.070), F) * k[:, None]).astype(F), 0.06, 0.0, (0.35 + 0.65 * ears).astype(F),
        normal=mat.tilted(s.n, lean.astype(F)), thin=0.3,
    )  # fmt: skip


def _covered(local: Array) -> Mask:
    return _standing(local[:, 0], local[:, 2])


def _ears(local: Array) -> Mask:
    """The outline of a tuft of wheat: thin stalks that bow, with ears and beards at their tips."""
    x, y, number = local[:, 0], local[:, 1], np.floor(local[:, 2] + F(0.5))
    there = np.zeros(len(x), bool)
    for k in range(7):
        own = number * 13 + k
        start = (mat.chance(own, 31) - 0.5) * 0.62
        lean = 0.10 + 0.26 * mat.chance(own, 32)
        tall = 0.72 + 0.26 * mat.chance(own, 33)
        q = y / tall
        at = start + lean * q**2.6
        ear = (q > 0.76) & (q < 1.0)
        wide = np.where(ear, 0.036 * np.abs(np.sin(np.clip((q - 0.74) / 0.27, 0, 1) * math.pi)) ** 0.6, 0.009)
        notch = np.where(ear, 0.78 + 0.22 * np.sin(q * 120), 1.0)
        there |= (np.abs(x - at) < wide * notch) & (q < 1.0)
        there |= (np.abs(x - at - 0.05 * np.abs(np.sin(own * 2.1 + q * 40))) < 0.006) & (q > 0.9) & (q < 1.12)
    return there


def _wheat(points: Array, seed: int, tall: float = TALL, wide: float = 0.55) -> Solid:
    n = len(points)
    u = uniform(seed, 76, 3 * n).reshape(n, 3)

    def straw(s: Surface) -> Finish:
        y = np.clip(s.local[:, 1], 0, 1)
        own = mat.chance(np.floor(s.local[:, 2] + F(0.5)), 9)
        k = (0.30 + 0.85 * y**1.3) * (0.7 + 0.6 * own) * (0.8 + 0.4 * quick_noise(s.p[:, 0] * 40, s.p[:, 1] * 30, 4))
        colour = mat.mixed((0.17, 0.135, 0.060), (0.36, 0.25, 0.105), mat.step(0.5, 0.85, y))
        return Finish((colour * k[:, None]).astype(F), 0.08, thin=0.45)

    size = 0.85 + 0.3 * u[:, 0]
    yaw, lean = (u[:, 1] - 0.5) * 1.3, (u[:, 2] - 0.4) * 0.25
    return cards(straw, points, wide * size, tall * size, yaw, lean=lean, cut=_ears, casts=False, bend=0.5)


def _sheaf(x: float, z: float, seed: int) -> list[Solid]:
    """Bundles of wheat that lean together, tied with straw."""

    def straw(s: Surface) -> Finish:
        turn, y = s.local[:, 0], s.local[:, 1]
        fibre = quick_noise(turn * 34 + 3 * y, y * 3, seed)
        k = (0.35 + 0.8 * fibre) * (0.75 + 0.35 * y)
        return Finish(
            (np.asarray((0.28, 0.20, 0.090), F) * k[:, None]).astype(F),
            0.05,
            0.0,
            (0.4 + 0.6 * fibre).astype(F),
            normal=mat.rough(s, 30, 0.35, seed),
        )

    y = height(x, z) - 0.03
    body = lathe(
        straw, (x, y, z), [(0.58, 0), (0.42, 0.35), (0.25, 0.78), (0.24, 0.86), (0.34, 1.10), (0.22, 1.16)], sides=22
    )
    band = lathe(mat.plain((0.20, 0.14, 0.06)), (x, y, z), [(0.26, 0.77), (0.275, 0.82), (0.26, 0.87)], sides=20)
    a = np.linspace(0, math.tau, 25)[:-1] + seed
    feet = np.stack([x + 0.20 * np.cos(a), 0 * a + y + 0.72, z + 0.20 * np.sin(a)], -1).astype(F)
    ears = _wheat(feet, seed + 3, 0.66, 0.42)
    return [body, band, ears]


def _scarecrow() -> list[Solid]:
    """A scarecrow on a cross of poles: an old coat, a straw hat."""
    x, z = SCARECROW
    y = height(x, z)
    pole = mat.wood((0.11, 0.08, 0.055), 1, 0.1, across=0)
    coat = mat.cloth((0.075, 0.062, 0.060), 26.0, 0.1)
    straw = mat.plain((0.25, 0.18, 0.085), vary=0.5, scale=24)
    return [
        joined(
            [
                rod(pole, (x, y, z), (x, y + 2.1, z), 0.035, sides=6),
                rod(pole, (x - 0.95, y + 1.62, z), (x + 0.95, y + 1.56, z), 0.03, sides=6),
            ]
        ),
        lathe(coat, (x, y, z), [(0.40, 0.72), (0.34, 1.1), (0.25, 1.45), (0.20, 1.66), (0.06, 1.72)], sides=16),
        joined(
            [
                tube(
                    coat,
                    [(x + 0.16 * d, y + 1.60, z), (x + 0.55 * d, y + 1.60, z), (x + 0.84 * d, y + 1.52, z)],
                    [0.13, 0.12, 0.15],
                    sides=9,
                )
                for d in (-1, 1)
            ]
        ),
        joined(
            [
                tube(straw, [(x + 0.82 * d, y + 1.54, z), (x + 1.02 * d, y + 1.47, z)], [0.07, 0.11], sides=7)
                for d in (-1, 1)
            ]
        ),
        ball(
            mat.plain((0.20, 0.16, 0.11), vary=0.3, scale=12), (x, y + 1.88, z), (0.14, 0.17, 0.14), rings=8, sides=12
        ),
        lathe(
            straw, (x, y + 1.98, z), [(0.40, -0.03), (0.20, 0.02), (0.17, 0.02), (0.14, 0.19), (0.0, 0.22)], sides=18
        ),
    ]


def _mill(seed: int) -> list[Solid]:
    """A tower mill with a wooden cap and four sails."""
    x, z = MILL
    y = height(x, z) - 0.1
    white = mat.plaster((0.24, 0.225, 0.20), stain=0.0)

    def wall(s: Surface) -> Finish:
        finish = white(s)
        turn, v = np.mod(s.local[:, 0], math.tau), s.local[:, 1]
        lit = np.zeros(len(v))
        for a, low, half, tall in ((4.35, 1.0, 0.42, 2.0), (4.75, 4.2, 0.34, 0.9), (4.45, 7.0, 0.30, 0.8)):
            pane = (np.abs(turn - a) * 2.6 < half) & (v > low) & (v < low + tall)
            lit = np.where(pane, 0.9 if low > 2 else 0.0, lit)
            finish.albedo[pane] = 0.03
        light = lit[:, None] * np.asarray((0.95, 0.72, 0.42))
        return replace(finish, emission={"lamp": light.astype(F)})

    dark = mat.wood((0.075, 0.055, 0.042), 1, 0.15, plank=0.3, across=0)
    made = [
        lathe(wall, (x, y, z), [(3.1, 0), (2.7, 3.5), (2.1, 9.5)], sides=28),
        lathe(dark, (x, y + 9.5, z), [(2.35, 0), (2.2, 0.5), (1.5, 1.7), (0.3, 2.5), (0, 2.55)], sides=20),
    ]
    hub = (x - 0.6, y + 10.2, z - 2.7)
    turn0 = 0.45 + 0.3 * (seed % 3)
    bars: list[Solid] = []
    for k in range(4):
        a = turn0 + k * math.pi / 2
        c, s = math.cos(a), math.sin(a)
        bars.append(rod(dark, hub, (hub[0] + 8.2 * c, hub[1] + 8.2 * s, hub[2]), 0.11, sides=5))
        for q in np.linspace(1.6, 8.1, 12):
            at = (hub[0] + q * c, hub[1] + q * s, hub[2])
            bars.append(rod(dark, at, (at[0] - 1.5 * s, at[1] + 1.5 * c, hub[2]), 0.035, sides=4))
        for w in (0.75, 1.5):
            bars.append(
                rod(
                    dark,
                    (hub[0] + 1.6 * c - w * s, hub[1] + 1.6 * s + w * c, hub[2]),
                    (hub[0] + 8.1 * c - w * s, hub[1] + 8.1 * s + w * c, hub[2]),
                    0.04,
                    sides=4,
                )
            )
    bars.append(rod(dark, (x, y + 10.2, z), hub, 0.25, sides=6))
    return [*made, joined(bars)]


def _lantern() -> list[Solid]:
    x, _, z = LANTERN
    y = height(x, z)
    iron = mat.iron()
    crate = mat.wood((0.145, 0.10, 0.062), 0, 0.1, plank=0.10, across=1, seed=4)
    return [
        box(crate, (x - 0.30, y, z - 0.24), (x + 0.30, y + 0.36, z + 0.24)),
        lathe(iron, (x, y + 0.36, z), [(0.0, 0), (0.09, 0), (0.085, 0.04), (0.05, 0.05)], sides=10, casts=False),
        lathe(
            mat.glow("lamp", (1.25, 1.05, 0.8)),
            (x, y + 0.41, z),
            [(0.055, 0), (0.075, 0.05), (0.07, 0.17), (0.045, 0.21)],
            sides=10,
            casts=False,
        ),
        lathe(iron, (x, y + 0.61, z), [(0.085, 0), (0.05, 0.05), (0.0, 0.09)], sides=10, casts=False),
    ]


def solids(seed: int) -> Scenery:
    """The field for a seed: wheat and trees stand otherwise, the mill's sails are at another turn."""
    parts: list[Solid] = [terrain(_soil, ground, (-70, 80), (-2.5, 110), columns=80, rows=80, finer=1.7)]
    canopy = terrain(
        _field, lambda x, z: ground(x, z) + 0.80 * TALL, (-70, 80), (5.0, 110), columns=110, rows=90, finer=1.6
    )
    parts.append(canopy.replace(cut=_covered, casts=False))
    near = land.on_ground(land.scattered(seed, 5000, (-11.5, 11), (0.9, 10.0), keep=_standing), ground, 0.02)
    edge = land.on_ground(land.scattered(seed + 1, 5200, (-13, 15), (9.0, 30), keep=_standing), ground, 0.02)
    parts += [_wheat(near, seed), _wheat(edge, seed + 2, TALL * 1.04)]
    for k, (x, z) in enumerate(SHEAVES):
        parts += _sheaf(x, z, k + 1)
    parts += _scarecrow() + _mill(seed) + _lantern()
    for k, (x, z, tall) in enumerate(((-13.0, 40.0, 10.0), (22.5, 58.0, 9.0), (-30.0, 70.0, 12.0))):
        parts += land.tree(
            (x, height(x, z) - 0.1, z),
            tall,
            seed=seed % 6 + k + 2,
            masses=5,
            sprays=80,
            spread=0.42,
            colour=(0.046, 0.056, 0.030),
        )
    parts += [
        land.ridge(
            190,
            land.treeline(9.0, seed % 9, width=8.0, base=3.0),
            colour=(0.0068, 0.0082, 0.0120),
            group="far",
            x=(-320, 320),
            foot=0.0,
            haze=0.9,
        ),
        land.ridge(
            640,
            land.hills(90, 340, seed % 5 + 5, 0.25),
            colour=(0.0110, 0.0132, 0.0190),
            group="far",
            x=(-1100, 1100),
            foot=0.0,
            haze=0.9,
        ),
    ]
    lx, _, lz = LANTERN
    sources: tuple[Source, ...] = (
        Lamp("lamp", (lx, height(lx, lz) + 0.55, lz), 3.4, 0.08, bounce=0.0, skin=0.25, dust=0.002, dust_reach=24.0),
        Lamp("lamp", (MILL[0] - 1.0, height(*MILL) + 4.5, MILL[1] - 5.0), 9.0, 0.5, shadow=0.0, bounce=0.0),
        Sun("moon", MOON, 1.15, soft=0.03),
        Sky("moon", 0.7),
    )
    return Scenery(
        tuple(parts), sources, ("lamp", "moon", "far"), mist=0.006, mist_group="far", mist_glow=0.034, mist_height=4.0
    )


def light(atmosphere: Atmosphere) -> PlaceLight:
    """Moon or sun over the field; the lantern and the mill's windows burn in the dark hours."""
    outside = hour_light(atmosphere)
    dark = atmosphere.hour in ("night", "none", "twilight", "dusk")
    lamp = life.scaled((1.0, 0.56, 0.22), (1.0 if dark else 0.25) * (1.0 + 0.2 * atmosphere.warmth))
    warm = outside.horizon
    far = (0.5 + warm[0] * 30, 0.5 + warm[1] * 30, 0.5 + warm[2] * 20)
    # Ripe wheat keeps its gold even under the moon.
    window = outside.window
    moon = (window[0] * 1.5, window[1] * 1.05, window[2] * 0.72) if outside.moon > 0 else window
    stage = replace(outside.stage, ridges=0.0, nebula=0.4 if dark else 0.0)
    palette = night_palette(outside, key=(1.0, 0.56, 0.22), rim=(0.046, 0.048, 0.058))
    if outside.moon > 0:
        palette = replace(
            palette, zenith=(0.0045, 0.0066, 0.0165), horizon=(0.0210, 0.0230, 0.0340), glow=(0.048, 0.044, 0.048)
        )
    return PlaceLight({"lamp": lamp, "moon": moon, "far": far}, palette, stage)


def flicker(group: str, t: float) -> float:
    """The lantern breathes."""
    return life.fire_flicker(t, 3, 0.05) if group == "lamp" else 1.0


def small_life(moment: PlaceMoment) -> tuple[Form, ...]:
    """Chaff that drifts in the light, fireflies over the ears, the moon."""
    f, t = moment.framing, moment.t
    lamp = moment.light.tints["lamp"]
    x, _, z = LANTERN
    return (
        life.dust(
            f,
            t,
            moment.seed,
            ((x - 1.6, 0.2, z - 1.6), (x + 1.6, 2.2, z + 1.6)),
            (x, 0.7, z),
            life.scaled(lamp, 0.45),
            count=80,
            reach=1.3,
            size=0.014,
        ),
        life.fireflies(f, t, moment.seed, ((-9.0, 0.8, 5.0), (9.0, 2.2, 26.0)), count=26),
        *life.moon(f, MOON, hour_light(moment.atmosphere).moon, size=13.0),
    )


_on = land.spot_on(height)


def _path(z: float, aside: float = 0.0) -> Vec3:
    return _on(float(middle(z)) + aside, z)


PLACE = Place(
    name="wheat_field",
    framings=(
        Framing(
            "path",
            (-0.1, 1.75, -0.8),
            0.05,
            1.28,
            -0.12,
            Move(push=0.05),
            calm=(
                CalmSpot(-1.35, 0.66, 0.27),
                CalmSpot(-0.60, 0.66, 0.27),
            ),
        ),
        Framing(
            "sheaves",
            (0.6, 1.20, 3.2),
            0.50,
            1.45,
            -0.16,
            Move(drift=-0.04),
            calm=(
                CalmSpot(1.35, 0.66, 0.27),
                CalmSpot(0.60, 0.66, 0.27),
            ),
        ),
        Framing(
            "scarecrow",
            (-0.2, 1.55, 5.6),
            -0.50,
            1.55,
            -0.20,
            Move(drift=0.04),
            calm=(
                CalmSpot(-1.35, 0.66, 0.27),
                CalmSpot(-0.60, 0.66, 0.27),
            ),
        ),
        Framing(
            "ears",
            (0.25, 0.85, 1.0),
            0.12,
            1.30,
            -0.34,
            Move(rise=0.03),
            calm=(
                CalmSpot(-1.35, 0.66, 0.27),
                CalmSpot(1.35, 0.66, 0.27),
            ),
        ),
    ),
    anchors=(
        Anchor(
            "path_near",
            _path(5.4, -0.1),
            "floor",
            2.0,
            "hero",
            ("path",),
            verbs=("walk", "stand", "come", "look", "wait", "run"),
        ),
        Anchor(
            "path_middle",
            _path(11.0),
            "floor",
            2.2,
            "hero",
            ("path", "sheaves"),
            verbs=("walk", "go", "run", "dance"),
            smallest=0.3,
        ),
        Anchor(
            "path_far",
            _path(24.0),
            "floor",
            3.0,
            "companion",
            ("path",),
            verbs=("come", "ride"),
            smallest=0.8,
            holds=("horse", "carriage", "bicycle"),
        ),
        Anchor(
            "stubble",
            _on(2.2, 9.4),
            "floor",
            1.9,
            "hero",
            ("path", "sheaves"),
            facing=0.3,
            verbs=("sit", "sleep", "rest", "read", "lie", "work", "reap"),
        ),
        Anchor(
            "stubble_near",
            _on(1.15, 6.9),
            "floor",
            0.9,
            "companion",
            ("path",),
            holds=("dog", "cat", "hen", "rabbit"),
            verbs=("lie", "curl"),
        ),
        Anchor(
            "stubble_right",
            _on(2.6, 13.4),
            "floor",
            1.4,
            "companion",
            ("sheaves",),
            holds=("rabbit", "deer", "dog", "goose"),
        ),
        Anchor(
            "sheaf_top",
            (SHEAVES[1][0], height(*SHEAVES[1]) + 1.13, SHEAVES[1][1]),
            "top",
            0.4,
            "companion",
            ("sheaves", "path"),
            holds=("bird", "owl", "cat"),
        ),
        Anchor(
            "crate",
            (LANTERN[0] - 0.2, height(LANTERN[0], LANTERN[2]) + 0.36, LANTERN[2] - 0.1),
            "top",
            0.3,
            "companion",
            ("path", "sheaves"),
            holds=("bottle", "book", "fruit"),
        ),
        Anchor(
            "scarecrow_arm",
            (SCARECROW[0] + 0.72, height(*SCARECROW) + 1.72, SCARECROW[1]),
            "top",
            0.5,
            "companion",
            ("scarecrow", "path"),
            holds=("bird", "owl"),
        ),
        Anchor(
            "scarecrow_hand",
            (SCARECROW[0] - 0.85, height(*SCARECROW) + 1.42, SCARECROW[1]),
            "hang",
            0.5,
            "companion",
            ("scarecrow",),
            holds=("lantern", "bell"),
        ),
        Anchor("by_mill", _on(9.2, 40.0), "floor", 4.0, "backdrop", ("path",), smallest=1.0),
        Anchor("air_near", (-0.9, 2.3, 7.5), "air", 0.8, "companion", ("path", "ears", "scarecrow")),
        Anchor("air_far", (-6.0, 8.0, 30.0), "air", 3.0, "companion", ("path", "scarecrow", "ears"), smallest=0.4),
        Anchor("sky", (60.0, 130.0, 230.0), "sky", 40.0, "backdrop", ("path",)),
        Anchor("hill", (-52.0, 3.0, 180.0), "view", 26.0, "backdrop", ("path",), smallest=6.0),
    ),
    solids=solids,
    light=light,
    life=small_life,
    flicker=flicker,
    ground_at=height,
)
