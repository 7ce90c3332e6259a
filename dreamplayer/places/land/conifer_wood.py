"""A wood of firs on a slope by night: tall trunks, mist between them, a path that winds to a hut with lit windows.

The path leads from the eye (z 0) to the hut, 27 m away on the left; the slope rises to the right. Groups of light:
"lamp" (the hut's windows and the lantern at its door), "moon", and "air" (the mist).
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
from dreamplayer.drawing.solids.shapes import ball, joined, lathe, rod, terrain, tube
from dreamplayer.drawing.solids.solid import Array, F, Finish, Lamp, Mask, Scenery, Sky, Solid, Source, Sun, Surface
from dreamplayer.kit.hashing import uniform
from dreamplayer.kit.noise import quick_fbm
from dreamplayer.model.atmosphere import Atmosphere
from dreamplayer.model.place import Anchor, CalmSpot, Framing, Move
from dreamplayer.model.stage import Vec3

MOON = (0.30, 0.50, 0.82)
HUT = (-5.6, 27.0)
"""Middle of the hut's ground plan, across and away."""
WIDTH = 0.80
"""Half width of the path."""
STUMP = (1.75, 6.2, 0.46)
"""Across, distance and height of the stump."""


def middle(z: Array | float) -> Array:
    """Where the path lies, in metres across, at distances z."""
    q = np.asarray(z, float)
    return np.asarray(0.2 + 1.5 * np.sin(q * 0.20 - 0.2) - 0.0062 * np.clip(q - 2, 0, 30) ** 2, F)


def ground(x: Array, z: Array) -> Array:
    """Height of the ground: it rises to the right and away, and is level about the hut and on the path."""
    slope = 0.16 * np.clip(x - middle(z) - 1.2, 0, 40) - 0.05 * np.clip(middle(z) - 1.2 - x, 0, 30)
    away = 0.022 * np.clip(z - 4, 0, 60)
    lumps = 0.35 * (quick_fbm(x * 0.30, z * 0.30, 5, 4) - 0.5) * np.clip(np.abs(x - middle(z)) / 2.0, 0.1, 1)
    level = np.exp(-(((x - HUT[0]) / 5.0) ** 2) - ((z - HUT[1]) / 5.0) ** 2)
    return np.asarray((slope + lumps) * (1 - level) + away, F)


def height(x: float, z: float) -> float:
    """Height of the ground at one spot, in metres."""
    return land.height_at(ground, x, z)


def _worn(x: Array, z: Array) -> Array:
    edge = np.abs(x - middle(z)) + 0.25 * (quick_fbm(x * 1.8, z * 1.8, 8, 3) - 0.5)
    return mat.step(WIDTH + 0.15, WIDTH - 0.25, edge) * (z < HUT[1] - 3)


def _floor(s: Surface) -> Finish:
    """Brown needles with cushions of moss; roots cross the trodden path."""
    x, z = s.p[:, 0], s.p[:, 2]
    needles = mat.earth((0.062, 0.043, 0.030), 5, litter=(0.090, 0.060, 0.036))(s)
    moss = mat.turf((0.040, 0.054, 0.028), 4)(s)
    path = mat.earth((0.098, 0.074, 0.054), 2, litter=(0.075, 0.050, 0.030))(s)
    soft = mat.step(0.46, 0.58, quick_fbm(x * 0.7, z * 0.7, 12, 4))
    albedo = mat.mixed(needles.albedo, moss.albedo, soft)
    albedo = mat.mixed(albedo, path.albedo, _worn(x, z).astype(F))
    return Finish(albedo, 0.05, 0.0, needles.occlusion, normal=moss.normal)


def _aside(x: Array, z: Array) -> Mask:
    hut = (np.abs(x - HUT[0]) < 4.0) & (np.abs(z - HUT[1]) < 3.6)
    return np.asarray((np.abs(x - middle(z)) > WIDTH + 0.2) & ~hut)


def _raised(points: Array, sink: float = 0.02) -> Array:
    return land.on_ground(points, ground, sink)


def _old_fir(x: float, z: float, tall: float, seed: int, *, bare: float = 0.30, width: float = 0.20) -> list[Solid]:
    """An old fir: a bare trunk with dead twigs, boughs above."""
    y = height(x, z) - 0.1
    girth = tall / 46
    stuff = mat.bark((0.066, 0.050, 0.040), seed % 7, 0.25)
    lean = 0.25 * (float(mat.chance(seed, 3)) - 0.5)
    wooden = [
        tube(
            stuff,
            [(x, y, z), (x, y + 0.35, z), (x + lean * 0.3, y + tall * 0.4, z), (x + lean, y + tall * 0.9, z)],
            [girth * 1.7, girth * 1.05, girth * 0.8, girth * 0.2],
            sides=10,
        )
    ]
    for k in range(5):
        a = math.tau * (k / 5 + 0.1 * float(mat.chance(k, seed)))
        c, s = math.cos(a) * girth, math.sin(a) * girth
        wooden.append(
            tube(stuff, [(x + c, y + 0.22, z + s), (x + 3.2 * c, y - 0.02, z + 3.2 * s)], [girth * 0.6, 0.02], sides=6)
        )
    for k in range(10):
        a = 2.4 * k + seed
        up = tall * bare * (0.30 + 0.08 * k)
        long = 0.5 + 0.9 * float(mat.chance(k, seed + 1))
        tip = (x + math.cos(a) * (girth + long), y + up - 0.12 * long, z + math.sin(a) * (girth + long))
        wooden.append(
            tube(
                stuff,
                [(x + math.cos(a) * girth * 0.7, y + up, z + math.sin(a) * girth * 0.7), tip],
                [0.026, 0.006],
                sides=4,
            )
        )
    boughs = land.fir((x + lean * 0.6, y + tall * bare, z), tall * (1 - bare), seed=seed, width=width, tiers=13, arms=8)
    return [joined(wooden), *boughs]


_NEAR = (
    (-2.7, 4.4, 19.0),
    (4.6, 6.6, 21.0),
    (-4.6, 8.8, 18.0),
    (3.5, 11.6, 19.0),
    (-5.4, 14.6, 20.0),
    (6.6, 13.4, 18.0),
)
"""Across, distance and height of the great firs by the path."""
_LIMB = ((-2.45, 2.20, 4.45), (-0.60, 2.42, 5.00))
"""Ends of a dead limb of the first of them, over the path's left edge: an owl sits there."""


def _firs(seed: int) -> list[Solid]:
    made: list[Solid] = []
    for k, (x, z, tall) in enumerate(_NEAR):
        made += _old_fir(x, z, tall + 2 * float(mat.chance(k, seed)), seed % 9 * 5 + k, bare=0.24 if z > 8 else 0.30)
    made.append(land.bare_limb(mat.bark((0.150, 0.118, 0.094), 3, 0.25), *_LIMB, 0.17, seed % 9))
    u = uniform(seed, 3, 4 * 90).reshape(90, 4)
    for k in range(90):
        z = 15.0 + 33.0 * float(u[k, 0]) ** 0.9
        x = float(middle(z)) + (3.0 + 26.0 * float(u[k, 1]) ** 1.1) * (1 if u[k, 2] > 0.42 else -1)
        # The view to the hut and to the sky above it stays open.
        if abs(x - HUT[0] * z / HUT[1]) < 3.4 or (abs(x - HUT[0]) < 5.5 and abs(z - HUT[1]) < 5.0):
            continue
        tall = 9.0 + 11.0 * float(u[k, 3])
        if k % 3 == 0:
            made += _old_fir(x, z, tall + 5, seed % 9 + k, bare=0.22)
        else:
            made += land.fir((x, height(x, z) - 0.1, z), tall, seed=seed % 9 + k, tiers=11, arms=7, width=0.21)
    for k, (x, z, tall) in enumerate(
        ((2.9, 4.9, 1.5), (-3.5, 6.4, 2.2), (4.0, 8.8, 2.7), (-3.0, 11.4, 1.7), (2.4, 15.2, 3.2))
    ):
        made += land.fir((x, height(x, z) - 0.05, z), tall, seed=k + 40 + seed % 5, tiers=9, arms=8, width=0.30)
    made += [
        land.ridge(
            62.0, land.treeline(15.0, 5, pointed=True, width=5.2, base=3.0), colour=(0.0030, 0.0040, 0.0055),
            group="air", x=(-120, 120), foot=-2.0, haze=1.0,
        ),
        land.ridge(
            110.0, land.treeline(26.0, 9, pointed=True, width=6.0, base=8.0), colour=(0.0110, 0.0140, 0.0185),
            group="air", x=(-200, 200), foot=-2.0, haze=1.0,
        ),
    ]  # fmt: skip
    return made


def _shrubs(points: Array, seed: int) -> Solid:
    """Bilberry: low shrubs of small leaves."""
    n = len(points)
    u = uniform(seed, 75, 2 * n).reshape(n, 2)
    tall = 0.26 + 0.20 * u[:, 0]
    return land.leafy_cards(
        points, tall * 1.3, (u[:, 1] - 0.5) * 2.6, colour=(0.060, 0.078, 0.040), seed=seed, leafing="small", thin=0.4,
        casts=False, bend=0.5,
    )  # fmt: skip


def _hut(seed: int) -> list[Solid]:
    x, z = HUT
    y = height(x, z)
    logs = mat.wood((0.125, 0.084, 0.055), 0, 0.1, plank=0.24, across=1, seed=4)
    made = land.cottage(
        (x, y, z), 0.28, group="lamp", width=6.4, depth=5.0, eaves=2.3, pitch=2.7, wall=logs, seed=seed * 3 + 1,
        share=1.0, roof=land.courses((0.070, 0.062, 0.050), 0.24, 5),
    )  # fmt: skip
    bark = mat.bark((0.060, 0.048, 0.038), 4, 0.2)
    stack = []
    for k in range(24):
        row, col = divmod(k, 8)
        at = (x + 2.1 + 0.20 * col, y + 0.12 + 0.18 * row, z - 3.2)
        stack.append(rod(bark, at, (at[0], at[1], at[2] - 0.5), 0.085, sides=7))
    made.append(joined(stack))
    return made


def _lantern() -> tuple[list[Solid], Vec3]:
    """A lantern on a post where the path ends."""
    x, z = HUT[0] + 2.3, HUT[1] - 5.2
    y = height(x, z)
    iron = mat.iron()
    made = [
        rod(mat.wood((0.10, 0.07, 0.05), 1, 0.1, across=0), (x, y, z), (x, y + 1.9, z), 0.05, sides=6, casts=False),
        lathe(
            mat.glow("lamp", (1.2, 1.05, 0.8)), (x, y + 1.92, z), [(0.06, 0), (0.09, 0.05), (0.08, 0.2), (0.05, 0.24)],
            sides=8, casts=False,
        ),
        lathe(iron, (x, y + 2.15, z), [(0.10, 0), (0.05, 0.05), (0.0, 0.10)], sides=8, casts=False),
    ]  # fmt: skip
    return made, (x, y + 2.05, z)


def solids(seed: int) -> Scenery:
    """The wood for a seed: other firs stand there, other shrubs grow."""
    parts: list[Solid] = [terrain(_floor, ground, (-42, 46), (-2.5, 64), columns=90, rows=90, finer=1.5)]
    lantern, flame = _lantern()
    parts += _firs(seed) + _hut(seed) + lantern
    near = _raised(land.scattered(seed, 520, (-8, 9), (1.6, 16), keep=_aside))
    ferns = _raised(land.scattered(seed + 1, 90, (-8, 9), (2.5, 22), keep=_aside))
    parts += [_shrubs(near, seed), land.ferns(ferns, height=0.6, seed=seed, arms=6)]
    x, z, tall = STUMP
    y = height(x, z)
    bark = mat.bark((0.070, 0.054, 0.042), 6, 0.7)
    rings = mat.plain((0.17, 0.125, 0.08), vary=0.35, scale=16)
    parts += [
        lathe(bark, (x, y - 0.05, z), [(0.52, 0), (0.40, 0.14), (0.36, tall + 0.05)], sides=18),
        lathe(rings, (x, y + tall, z), [(0.365, -0.01), (0.0, 0.001)], sides=18),
        land.rock((-1.9, height(-1.9, 7.2), 7.2), (0.62, 0.44, 0.50), seed=2, moss=0.9, colour=(0.075, 0.072, 0.068)),
        land.rock((-2.6, height(-2.6, 8.0), 8.0), 0.34, seed=5, moss=0.9, colour=(0.075, 0.072, 0.068)),
        land.rock((3.4, height(3.4, 7.6), 7.6), (0.7, 0.6, 0.6), seed=8, moss=0.8, colour=(0.075, 0.072, 0.068)),
    ]
    for k in range(3):
        a = 0.9 + 2.0 * k
        c, s = math.cos(a), math.sin(a)
        parts.append(
            tube(
                bark,
                [(x + 0.3 * c, y + 0.16, z + 0.3 * s), (x + 0.95 * c, y - 0.03, z + 0.95 * s)],
                [0.15, 0.03],
                sides=7,
            )
        )
    parts.append(
        ball(
            mat.leaves((0.045, 0.060, 0.026), 4, 30.0),
            (x - 0.2, y + tall * 0.5, z - 0.26),
            (0.22, 0.24, 0.16),
            rings=6,
            sides=10,
        )
    )
    door = (HUT[0] + 0.4, height(*HUT) + 1.5, HUT[1] - 3.6)
    sources: tuple[Source, ...] = (
        Lamp("lamp", flame, 20.0, 0.12, bounce=0.0, skin=0.3, dust=0.0034, dust_reach=40.0),
        Lamp("lamp", door, 9.0, 0.4, shadow=0.0, bounce=0.0, dust=0.004, dust_reach=40.0),
        Sun("moon", MOON, 2.7, soft=0.05, dust=0.0030, dust_reach=34.0),
        Sky("sky", 2.4),
        Sky("air", 0.35, below=0.8),
    )
    return Scenery(
        tuple(parts),
        sources,
        ("lamp", "moon", "sky", "air"),
        mist=0.024,
        mist_group="air",
        mist_glow=0.028,
        mist_height=3.2,
    )


def light(atmosphere: Atmosphere) -> PlaceLight:
    """The hut's windows shine in the dark hours; the mist takes the colour of the sky."""
    outside = hour_light(atmosphere)
    dark = atmosphere.hour in ("night", "none", "twilight", "dusk")
    lamp = life.scaled((1.0, 0.56, 0.22), (1.0 if dark else 0.35) * (1.0 + 0.2 * atmosphere.warmth))
    sky = outside.window
    mist = (0.08 + 0.50 * sky[0], 0.09 + 0.56 * sky[1], 0.09 + 0.52 * sky[2])
    stage = replace(outside.stage, ridges=0.0)
    palette = night_palette(outside, key=(1.0, 0.56, 0.22), rim=(0.036, 0.048, 0.064))
    if outside.moon > 0:
        palette = replace(palette, zenith=(0.0045, 0.0072, 0.0155), horizon=(0.0150, 0.0215, 0.0330))
    return PlaceLight({"lamp": lamp, "moon": sky, "sky": outside.sky, "air": mist}, palette, stage)


def flicker(group: str, t: float) -> float:
    """The lantern breathes a little."""
    return life.fire_flicker(t, 9, 0.04) if group == "lamp" else 1.0


def small_life(moment: PlaceMoment) -> tuple[Form, ...]:
    """Smoke over the hut, motes between the trunks, the moon over the firs."""
    f, t = moment.framing, moment.t
    moon = life.scaled(moment.light.tints["moon"], 0.4)
    smoke = life.scaled(moment.light.tints["air"], 0.9)
    chimney = (HUT[0] + 1.9, height(*HUT) + 6.0, HUT[1])
    return (
        life.steam(f, t, moment.seed, chimney, smoke, height=5.0, width=0.7, lean=0.4, count=44),
        life.dust(
            f, t, moment.seed, ((-4, 0.3, 4), (5, 5.0, 18)), (0.5, 2.0, 10.0), moon, count=140, reach=7, size=0.018
        ),
        *life.moon(f, MOON, hour_light(moment.atmosphere).moon),
    )


_on = land.spot_on(height)


def _path(z: float, aside: float = 0.0) -> Vec3:
    return _on(float(middle(z)) + aside, z)


PLACE = Place(
    name="conifer_wood",
    framings=(
        Framing(
            "path",
            (0.3, 1.65, -0.8),
            -0.03,
            1.25,
            -0.20,
            Move(push=0.05),
            calm=(CalmSpot(0.5, 0.5), CalmSpot(-0.62, 0.62)),
        ),
        Framing(
            "hut",
            (-0.9, 1.75, 8.2),
            -0.24,
            1.55,
            -0.16,
            Move(push=0.04),
            calm=(CalmSpot(0.85, 0.6), CalmSpot(-1.3, 0.4)),
        ),
        Framing(
            "stump",
            (-0.4, 0.85, 1.8),
            0.32,
            1.30,
            -0.30,
            Move(drift=-0.04),
            calm=(CalmSpot(0.1, 0.5), CalmSpot(-1.3, 0.6)),
        ),
        Framing(
            "slope",
            (2.6, 2.9, 9.6),
            -0.52,
            1.30,
            -0.02,
            Move(drift=0.04),
            calm=(CalmSpot(1.3, 0.5), CalmSpot(-0.75, 0.6)),
        ),
    ),
    anchors=(
        Anchor(
            "path_near", _path(5.2), "floor", 2.0, "hero", ("path",), verbs=("walk", "stand", "come", "look", "wait")
        ),
        Anchor(
            "path_middle",
            _path(12.5),
            "floor",
            2.2,
            "hero",
            ("path", "hut", "slope"),
            verbs=("walk", "go", "run", "follow"),
        ),
        Anchor(
            "path_far",
            _path(19.5),
            "floor",
            2.6,
            "companion",
            ("path", "hut", "slope"),
            verbs=("come", "return"),
            smallest=0.6,
        ),
        Anchor(
            "stump",
            (STUMP[0], height(STUMP[0], STUMP[1]) + STUMP[2], STUMP[1]),
            "seat",
            1.9,
            "hero",
            ("path", "stump"),
            facing=0.5,
            verbs=("sit", "rest", "read", "listen", "eat"),
        ),
        Anchor(
            "stump_foot",
            _on(1.0, 5.9),
            "floor",
            0.9,
            "companion",
            ("path", "stump"),
            holds=("dog", "rabbit", "mushroom", "cat"),
            verbs=("lie", "sleep"),
        ),
        Anchor(
            "moss",
            _on(-1.1, 8.2),
            "floor",
            1.6,
            "companion",
            ("path",),
            verbs=("kneel", "sleep", "lie"),
            holds=("wolf", "deer"),
        ),
        Anchor(
            "stone",
            (-1.9, height(-1.9, 7.2) + 0.60, 7.2),
            "top",
            0.5,
            "companion",
            ("path",),
            holds=("owl", "bird", "frog", "lantern"),
        ),
        Anchor(
            "door",
            _on(HUT[0] + 1.0, HUT[1] - 3.9),
            "floor",
            1.9,
            "companion",
            ("path", "hut", "slope"),
            verbs=("knock", "open", "enter"),
            smallest=0.5,
        ),
        Anchor(
            "wood_right",
            _on(3.3, 13.6),
            "floor",
            2.6,
            "companion",
            ("path", "stump"),
            holds=("deer", "wolf", "bear"),
            smallest=0.6,
        ),
        Anchor(
            "wood_left",
            _on(-2.7, 15.8),
            "floor",
            2.6,
            "companion",
            ("hut", "path"),
            holds=("deer", "wolf", "horse"),
            smallest=0.6,
        ),
        Anchor("bough", (-0.80, 2.35, 4.94), "hang", 0.5, "companion", ("path",), holds=("lantern", "chimes")),
        Anchor("limb", (-1.36, 2.345, 4.775), "top", 0.5, "companion", ("path",), holds=("owl", "bird", "squirrel")),
        Anchor("air_near", (0.6, 2.4, 7.0), "air", 0.8, "companion", ("path", "stump")),
        Anchor("air_far", (-1.0, 3.6, 14.5), "air", 1.4, "companion", ("path", "hut", "slope"), smallest=0.2),
        Anchor("sky", (-11.0, 165.0, 236.0), "sky", 36.0, "backdrop", ("path",)),
    ),
    solids=solids,
    light=light,
    life=small_life,
    flicker=flicker,
    ground_at=height,
)
