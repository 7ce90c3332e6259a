"""A plain in deep snow: one great bare oak with a lantern in it, sledge tracks to a farmhouse with lit windows.

The plain lies nearly level from the eye (z 0); the oak stands on the left at z 11, a fence runs beside the tracks, the
house stands 60 m off on the right before a wood. The moon is behind the oak, so its shadow reaches for the eye. Groups
of light: "lamp" (lantern and windows), "moon" (and the sky), and "far" (mist and the distance).
"""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from dreamplayer.drawing import place_life as life
from dreamplayer.drawing.place import Place, PlaceLight, PlaceMoment
from dreamplayer.drawing.place_light import hour_light, night_palette
from dreamplayer.drawing.primitives import Form, Ribbons, f32
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
from dreamplayer.kit.noise import quick_fbm, quick_noise
from dreamplayer.model.atmosphere import Atmosphere
from dreamplayer.model.place import Anchor, CalmSpot, Framing, Move
from dreamplayer.model.reading import Colour, TimeOfDay
from dreamplayer.model.stage import Vec3

MOON = (-0.16, 0.40, 0.90)
OAK = (-3.9, 11.0)
HOUSE = (19.5, 62.0)
SLEDGE = (3.1, 8.6)
SNOW: Colour = (0.50, 0.53, 0.60)
LANTERN: Vec3 = (-2.2, 2.55, 9.9)
_GAUGE = 0.42
"""Half the distance between the runners of the sledge."""


def track(z: Array | float) -> Array:
    """Where the tracks run, in metres across, at distances z."""
    z = np.asarray(z, float)
    return np.asarray(0.7 + 1.1 * np.sin(z * 0.10) + 0.0043 * z**2)


def ground(x: Array, z: Array) -> Array:
    """Height of the snow: long low drifts, a hollow along the tracks, a mound at the oak."""
    aside = np.abs(x - track(z))
    broad = 1.5 * (quick_fbm(x * 0.035, z * 0.045, 5, 3) - 0.5)
    ribs = 0.26 * (quick_fbm(x * 0.16 + 0.2 * z, z * 0.22, 8, 3) - 0.5)
    calm = np.clip((aside - 0.8) / 3.0, 0, 1)
    mound = 0.28 * np.exp(-(((x - OAK[0]) / 1.5) ** 2 + ((z - OAK[1]) / 1.5) ** 2))
    far = 0.00035 * np.clip(z - 40, 0, None) ** 2
    near = np.clip((z + 3) / 14, 0, 1)
    return np.asarray(broad * near * (0.35 + 0.65 * calm) + ribs * calm + mound + far - 0.06 * (1 - calm), F)


def height(x: float, z: float) -> float:
    """Height of the snow at one point."""
    return land.height_at(ground, x, z)


def _snowfield(s: Surface) -> Finish:
    """Wind-ribbed snow, with the lines of two runners and the prints of what drew them."""
    base = mat.snow(3, SNOW)(s)
    x, z = s.p[:, 0], s.p[:, 2]
    aside = x - track(z)
    line = np.maximum(np.exp(-(((aside - _GAUGE) / 0.055) ** 2)), np.exp(-(((aside + _GAUGE) / 0.055) ** 2)))
    lip = np.exp(-(((np.abs(np.abs(aside) - _GAUGE) - 0.14) / 0.05) ** 2))
    i = np.floor(z / 0.55)
    side = np.where(np.mod(i, 2) > 0.5, 0.11, -0.11)
    a = (aside - side - 0.06 * (mat.chance(i, 3) - 0.5)) / 0.085
    b = (z - (i + 0.5) * 0.55 - 0.12 * (mat.chance(i, 4) - 0.5)) / 0.13
    r = np.hypot(a, b)
    hoof = np.clip(1.25 - r, 0, 1)
    # A walker's prints from the tracks to the oak.
    w = np.clip((x - OAK[0] - 0.9) / 5.0, 0, 1)
    way = OAK[1] - 1.3 - 1.6 * w - 0.5 * np.sin(3 * w)
    j = np.floor(x / 0.34)
    c = (x - (j + 0.5) * 0.34) / 0.13
    d = (z - way - np.where(np.mod(j, 2) > 0.5, 0.13, -0.13)) / 0.075
    foot = np.clip(1.25 - np.hypot(c, d), 0, 1) * (x > OAK[0] + 0.9) * (x < track(z) - 0.5)
    deep = np.clip(np.maximum(np.maximum(line, 1.4 * hoof), 1.4 * foot), 0, 1)
    ribs = quick_fbm(x * 1.1 + 0.5 * z, z * 5.0, 14, 3) - 0.5
    lean = np.stack([a * (r < 1.25) * hoof * -0.6, 0 * a, b * (r < 1.25) * hoof * -0.6 + 0.55 * ribs], -1)
    lean[:, 0] += -0.9 * line * np.sign(np.abs(aside) - _GAUGE) * np.sign(aside)
    normal = mat.tilted(base.normal if base.normal is not None else s.n, lean.astype(F))
    sparkle = (quick_noise(x * 150, z * 150, 9) > 0.93) * 0.35
    albedo = base.albedo * (1 + 0.10 * lip - 0.30 * deep + sparkle + 0.20 * ribs)[:, None]
    return replace(base, albedo=albedo.astype(F), occlusion=(1 - 0.5 * deep).astype(F), normal=normal)


def _frosted(bark: Colour, seed: int, share: float = 1.0) -> Material:
    """Bark with rime: white where it faces up, and along one side."""
    stuff = mat.bark(bark, seed, 0.0)

    def material(s: Surface) -> Finish:
        base = stuff(s)
        n = quick_fbm(s.p[:, 0] * 3 + s.p[:, 2] * 2, s.p[:, 1] * 3, seed, 3)
        lies = np.clip((s.n[:, 1] - 0.30 + 0.7 * (n - 0.5)) * 3.2, 0, 1) * share
        return replace(base, albedo=mat.mixed(base.albedo, (0.44, 0.47, 0.54), lies.astype(F)))

    return material


def _oak(seed: int) -> list[Solid]:
    """A great bare oak: limbs that fork again and again into fine twigs."""
    x, z = OAK
    foot = np.array([x, height(x, z) - 0.15, z])
    tubes: list[list[Solid]] = [[], []]
    coarse, fine = _frosted((0.070, 0.056, 0.046), 3), _frosted((0.080, 0.068, 0.060), 5)
    count = [0]

    def chance() -> float:
        count[0] += 1
        return float(mat.chance(count[0], seed + 17))

    def limb(start: Array, way: Array, length: float, girth: float, order: int) -> None:
        bend = np.array([chance() - 0.5, 0.35 * (chance() - 0.2), chance() - 0.5]) * (0.55 if order else 0.22)
        middle = start + way * length * 0.5 + bend * length * 0.22
        end = start + way * length + bend * length * 0.25
        slim = 0.62 if order < 5 else 0.3
        tubes[order > 2].append(
            tube(
                fine if order > 2 else coarse,
                np.stack([start, middle, end]),
                [girth, girth * 0.82, girth * slim],
                sides=9 if order < 2 else 5 if order < 4 else 3,
                casts=True,
            )
        )
        if order == 6:
            return
        forks = (5, 3, 3, 3, 2, 2)[order]
        turn = math.tau * chance()
        axis = way / np.linalg.norm(way)
        side = np.cross(axis, [0.0, 0.0, 1.0] if abs(axis[2]) < 0.9 else [1.0, 0.0, 0.0])
        side = side / np.linalg.norm(side)
        other = np.cross(axis, side)
        for k in range(forks):
            a = turn + math.tau * (k + 0.5 * (chance() - 0.5)) / forks
            spread = (0.95 if order == 0 else 0.72) * (0.75 + 0.5 * chance())
            out = axis * math.cos(spread) + (side * math.cos(a) + other * math.sin(a)) * math.sin(spread)
            out = out + np.array([0.0, 0.16 - 0.03 * order, 0.0])
            out = out / np.linalg.norm(out)
            share = 1.0 if k else 0.92
            from_ = start + (end - start) * share if order else middle + (end - middle) * (0.35 + 0.65 * k / forks)
            limb(
                from_,
                out,
                length * (0.80 if order == 0 else 0.70) * (0.8 + 0.35 * chance()),
                girth * (0.56 if order else 0.52),
                order + 1,
            )

    limb(foot, np.array([0.05, 1.0, -0.04]), 3.7, 0.52, 0)
    roots = []
    for k in range(6):
        a = math.tau * k / 6 + 0.3
        out = np.array([math.cos(a), 0.0, math.sin(a)])
        roots.append(
            tube(
                coarse,
                np.stack(
                    [foot + [0, 0.75, 0] + out * 0.3, foot + [0, 0.3, 0] + out * 0.75, foot + [0, 0.02, 0] + out * 1.35]
                ),
                [0.30, 0.22, 0.08],
                sides=6,
            )
        )
    return [joined(tubes[0] + roots), joined(tubes[1])]


def _lantern() -> list[Solid]:
    x, y, z = LANTERN
    iron = mat.iron((0.03, 0.028, 0.027), 0.4)
    hook = _frosted((0.075, 0.060, 0.050), 4)
    return [
        tube(
            hook,
            [
                (OAK[0] + 0.25, y + 0.62, OAK[1] - 0.25),
                (x - 0.5, y + 0.62, z + 0.2),
                (x + 0.35, y + 0.66, z - 0.15),
                (x + 1.0, y + 0.95, z - 0.4),
            ],
            [0.15, 0.10, 0.07, 0.02],
            sides=7,
        ),
        rod(iron, (x, y + 0.24, z), (x, y + 0.62, z), 0.016, sides=4, casts=False),
        lathe(iron, (x, y, z), [(0.10, 0.15), (0.07, 0.21), (0.02, 0.26), (0.0, 0.27)], sides=10, casts=False),
        lathe(iron, (x, y, z), [(0.0, -0.19), (0.10, -0.18), (0.10, -0.14), (0.075, -0.13)], sides=10, casts=False),
        lathe(
            mat.glow("lamp", (1.25, 1.05, 0.8)),
            (x, y, z),
            [(0.07, -0.13), (0.088, 0.0), (0.07, 0.15)],
            sides=10,
            casts=False,
        ),
    ]


def _sledge() -> list[Solid]:
    """A wooden sledge with a blanket, in its own coordinates: z forward."""
    timber = mat.wood((0.150, 0.090, 0.052), 2, 0.3, across=0)
    red = mat.cloth((0.150, 0.042, 0.034), 0, 0.1, stripe=(0.26, 0.20, 0.13), seed=4)
    bars: list[Solid] = []
    for s in (-_GAUGE, _GAUGE):
        bars.append(
            tube(
                timber,
                [(s, 0.03, -0.85), (s, 0.03, 0.70), (s, 0.14, 0.98), (s, 0.42, 1.10), (s, 0.52, 1.00)],
                0.026,
                sides=6,
            )
        )
        bars += [rod(timber, (s, 0.03, z), (s * 0.9, 0.34, z), 0.02, sides=5) for z in (-0.7, 0.0, 0.65)]
    bars += [rod(timber, (-_GAUGE, 0.34, z), (_GAUGE, 0.34, z), 0.022, sides=5) for z in (-0.7, 0.0, 0.65)]
    slats = [box(timber, (-0.38 + 0.16 * k, 0.355, -0.80), (-0.26 + 0.16 * k, 0.385, 0.75)) for k in range(5)]
    return [joined(bars), joined(slats), box(red, (-0.33, 0.385, -0.70), (0.33, 0.45, -0.05))]


def _trees(seed: int) -> list[Solid]:
    """A few bare trees and bushes far out, and two by the house."""
    made: list[Solid] = []
    rows = ((12.5, 68.0, 9.0), (27.5, 66.0, 11.0), (33.0, 58.0, 8.0), (-26.0, 74.0, 9.0))
    for k, (x, z, tall) in enumerate(rows):
        wooden = land.tree((x, height(x, z) - 0.1, z), tall, seed=seed % 5 + k, bare=True, spread=0.36)
        made += [part.replace(material=_frosted((0.060, 0.050, 0.042), k)) for part in wooden]
    for k in range(14):
        u = uniform(seed, 50 + k, 4)
        z = 34.0 + 70.0 * float(u[0])
        x = (float(u[1]) - 0.62) * (26 + 1.1 * z)
        if abs(x - float(track(z))) < 6:
            continue
        made += land.fir(
            (x, height(x, z) - 0.2, z), 3.5 + 5.0 * float(u[2]), seed=k, snow=0.95, width=0.24, tiers=10, arms=7
        )
    return made


def _post(k: int) -> Vec3:
    """Foot of a post of the fence, in the snow."""
    z = 4.6 + 2.5 * k
    x = float(track(z)) + 2.5 + 0.02 * z
    return x, height(x, z) - 0.12, z


def solids(seed: int) -> Scenery:
    """The plain for a seed: the oak's limbs, the trees far out, the grass that pierces the snow."""
    field = terrain(_snowfield, ground, (-70, 90), (-2.5, 120), columns=100, rows=80, finer=2.0)
    parts: list[Solid] = [field]
    for span in ((-420, -70), (90, 480)):
        parts.append(terrain(mat.snow(4, SNOW), ground, span, (-2.5, 120), columns=16, rows=14, casts=False))
    parts.append(terrain(mat.snow(4, SNOW), ground, (-420, 480), (119, 190), columns=40, rows=6, casts=False))
    parts += _oak(seed) + _lantern() + _trees(seed)
    hx, hz = HOUSE
    logs = mat.wood((0.120, 0.082, 0.054), 0, 0.1, plank=0.24, across=1, seed=3)
    parts += land.cottage(
        (hx, height(hx, hz) - 0.2, hz),
        0.32,
        group="lamp",
        width=10.5,
        depth=6.5,
        eaves=2.9,
        pitch=3.6,
        wall=logs,
        seed=seed % 3 + 1,
        share=1.0,
        snow=True,
    )
    parts += land.cottage(
        (hx + 11.5, height(hx + 11.5, hz + 6) - 0.2, hz + 6),
        0.9,
        group="lamp",
        width=8.0,
        depth=6.0,
        eaves=3.2,
        pitch=3.8,
        wall=logs,
        seed=7,
        share=0.0,
        snow=True,
    )
    posts = [_post(k) for k in range(15)]
    parts += land.fence(posts, height=0.92, colour=(0.085, 0.066, 0.052))
    caps = [ball(mat.snow(1, SNOW), (x, y + 0.95, z), (0.085, 0.06, 0.085), rings=5, sides=9) for x, y, z in posts]
    drift = [ball(mat.snow(1, SNOW), (x, y + 0.10, z), (0.42, 0.16, 0.36), rings=6, sides=12) for x, y, z in posts]
    parts += [joined(caps), joined(drift)]
    sx, sz = SLEDGE
    parts += placed(_sledge(), (sx, height(sx, sz), sz), -0.55)

    def wild(x: Array, z: Array) -> Mask:
        return np.asarray((np.abs(x - track(z)) > 2.7) & (quick_noise(x * 0.30, z * 0.30, 6) > 0.60))

    straw = land.on_ground(land.scattered(seed, 900, (-14, 14), (2.4, 26), keep=wild), ground, 0.05)
    parts += [
        land.tufts(straw, height=0.42, width=0.30, colour=(0.130, 0.105, 0.062), seed=seed, count=6),
        land.ridge(
            185,
            land.treeline(11.0, seed % 9, pointed=True, width=5.0, base=6.5),
            colour=(0.0100, 0.0150, 0.0230),
            group="far",
            x=(-420, 480),
            foot=-3.0,
            haze=1.2,
        ),
        land.ridge(
            640,
            land.hills(110, 420, seed % 5 + 3, 0.25),
            colour=(0.0165, 0.0225, 0.0340),
            group="far",
            x=(-1300, 1400),
            foot=0.0,
            haze=0.9,
        ),
    ]
    x, y, z = LANTERN
    sources: tuple[Source, ...] = (
        Lamp("lamp", (x, y, z), 5.2, 0.07, bounce=0.0, skin=0.24, dust=0.003, dust_reach=20.0),
        Lamp(
            "lamp", (hx - 4.0, 2.8, hz - 7.0), 20.0, 0.4, shadow=0.0, bounce=0.0, skin=0.0, dust=0.0012, dust_reach=80.0
        ),
        Sun("moon", MOON, 1.05, soft=0.018),
        Sky("moon", 0.26, below=0.6),
    )
    return Scenery(
        tuple(parts), sources, ("lamp", "moon", "far"), mist=0.0050, mist_group="far", mist_glow=0.050, mist_height=7.0
    )


_SHADE: dict[TimeOfDay, Colour] = {
    "night": (0.155, 0.245, 0.42),
    "none": (0.155, 0.245, 0.42),
    "twilight": (0.30, 0.31, 0.52),
    "dusk": (0.46, 0.31, 0.38),
    "dawn": (0.36, 0.33, 0.40),
    "sunrise": (0.48, 0.36, 0.33),
    "morning": (0.40, 0.37, 0.36),
    "day": (0.38, 0.37, 0.37),
}
"""Light of moon, sky or low sun on the snow at each hour."""


def light(atmosphere: Atmosphere) -> PlaceLight:
    """Lantern and windows burn in the dark hours; snow takes the light of the sky."""
    outside = hour_light(atmosphere)
    clear = hour_light(replace(atmosphere, weather="clear", moon=True))
    share = (sum(outside.window) + sum(outside.sky)) / (sum(clear.window) + sum(clear.sky))
    by_day = atmosphere.hour in ("day", "morning", "sunrise")
    lamp = life.scaled((1.0, 0.50, 0.18), (0.5 if by_day else 1.0) * (1.0 + 0.15 * atmosphere.warmth))
    low = outside.horizon
    far = ((0.4 + 24 * low[0]) * share, (0.5 + 24 * low[1]) * share, (0.55 + 22 * low[2]) * share)
    palette = night_palette(outside, key=(1.0, 0.50, 0.18), rim=(0.030, 0.036, 0.054))
    if outside.moon > 0:
        palette = replace(
            palette, zenith=(0.0030, 0.0058, 0.0150), horizon=(0.0220, 0.0360, 0.0560), glow=(0.050, 0.062, 0.074)
        )
    return PlaceLight(
        {"lamp": lamp, "moon": life.scaled(_SHADE[atmosphere.hour], share), "far": far},
        palette,
        replace(outside.stage, ground="snow", ridges=0.0),
    )


def flicker(group: str, t: float) -> float:
    """The lantern swings a little in the wind."""
    return life.fire_flicker(t, 5, 0.05) if group == "lamp" else 1.0


_CURTAINS, _RAYS = 3, 70


def _aurora(moment: PlaceMoment) -> Ribbons:
    """Curtains of faint green light that wander over the far wood; none under clouds or by day."""
    f, t = moment.framing, moment.t
    calm = 1.0 - 0.4 * moment.calm
    q = np.linspace(-1.0, 1.0, _RAYS)[None]
    k = np.arange(_CURTAINS)[:, None]
    own = 1.7 * k + 0.9 * (moment.seed % 7)
    slow = 0.021 * t
    bearing = 0.42 - 0.40 * k + 0.55 * q * (1 - 0.15 * k) + 0.05 * np.sin(5 * q + own + slow)
    fold = 0.5 + 0.5 * np.sin(9 * q + own + 1.6 * np.sin(3 * q - slow + own) + 2.2 * slow)
    strength = (0.25 + 0.75 * fold) * np.clip(1 - q**2, 0, 1) * (1.0 - 0.22 * k)
    foot = 52.0 + 16.0 * k + 12.0 * np.sin(3.2 * q + own + slow) + 0 * q
    tall = 46.0 + 34.0 * fold
    far = 280.0
    up = np.linspace(0.0, 1.0, 7)
    fade = np.sin(np.pi * up**0.62) * (1 - up)
    x = f.eye[0] + far * np.sin(bearing)[..., None] + 0 * up
    z = f.eye[2] + far * np.cos(bearing)[..., None] + 0 * up
    y = foot[..., None] + tall[..., None] * up
    view = life.seen_from(f, np.stack([x, y, z], -1).reshape(-1, 3)).reshape(_CURTAINS * _RAYS, 7, 3)
    shown = np.clip((view[..., 2] - 60.0) / 40.0, 0, 1)
    view[..., 2] = np.maximum(view[..., 2], 40.0)
    green, violet = f32((0.018, 0.105, 0.062)), f32((0.050, 0.026, 0.085))
    tint = green * (1 - up[:, None]) + violet * up[:, None]
    light = tint[None] * (strength.reshape(-1)[:, None] * fade[None] * shown * calm)[..., None]
    return Ribbons(view, 6.5, f32(light), reflect=False, depth=_SKY)


_SKY = 295.0
"""Metres at which what hangs in the sky is drawn."""


def small_life(moment: PlaceMoment) -> tuple[Form, ...]:
    """The moon, smoke over the house, single flakes; many where it snows."""
    f, t = moment.framing, moment.t
    moon = moment.light.tints["moon"]
    falling = moment.atmosphere.weather in ("snow", "storm")
    pale = life.scaled((0.10 + 0.35 * moon[0], 0.10 + 0.35 * moon[1], 0.12 + 0.32 * moon[2]), 1.0 if falling else 0.5)
    smoke = (0.06 + 0.30 * moon[0], 0.06 + 0.28 * moon[1], 0.06 + 0.26 * moon[2])
    hx, hz = HOUSE
    clear = hour_light(moment.atmosphere).moon > 0.5
    return (
        *((_aurora(moment),) if clear else ()),
        *life.moon(f, MOON, hour_light(moment.atmosphere).moon, size=11.0),
        life.steam(
            f, t, moment.seed, (hx + 3.0, height(hx, hz) + 7.2, hz), smoke, height=9.0, width=1.0, lean=0.5, count=70
        ),
        life.snowfall(
            f, t, moment.seed, ((-12, 0.0, 1.2), (14, 8.0, 22.0)), pale, count=900 if falling else 130, wind=0.14
        ),
    )


_on = land.spot_on(height)


_POST = (_post(2)[0], _post(2)[1] + 0.98, _post(2)[2])

PLACE = Place(
    name="snowfield",
    framings=(
        Framing(
            "plain",
            (0.3, 1.75, -1.2),
            0.04,
            1.26,
            -0.22,
            Move(push=0.05),
            calm=(CalmSpot(1.15, 0.6), CalmSpot(0.45, 0.64)),
        ),
        Framing(
            "oak",
            (-0.6, 0.95, 3.4),
            -0.14,
            1.20,
            -0.36,
            Move(rise=0.04),
            calm=(CalmSpot(1.2, 0.6), CalmSpot(-1.3, 0.62)),
        ),
        Framing(
            "house",
            (-0.3, 1.55, 12.5),
            0.30,
            1.85,
            -0.10,
            Move(drift=0.04),
            calm=(CalmSpot(0.65, 0.62), CalmSpot(1.3, 0.6)),
        ),
    ),
    anchors=(
        Anchor(
            "track",
            _on(float(track(4.9)), 4.9),
            "floor",
            1.9,
            "hero",
            ("plain",),
            verbs=("walk", "stand", "come", "go", "look", "run"),
        ),
        Anchor(
            "under_oak",
            _on(-2.3, 9.0),
            "floor",
            1.9,
            "hero",
            ("plain", "oak"),
            facing=0.2,
            verbs=("wait", "stand", "look", "kneel", "lean", "sleep", "lie"),
        ),
        Anchor(
            "sledge",
            (SLEDGE[0], height(*SLEDGE) + 0.40, SLEDGE[1]),
            "seat",
            1.6,
            "companion",
            ("plain", "oak"),
            facing=-0.5,
            verbs=("sit", "ride", "rest"),
        ),
        Anchor(
            "by_sledge",
            _on(1.9, 8.2),
            "floor",
            1.9,
            "hero",
            ("plain", "oak"),
            facing=0.4,
            verbs=("pull", "push", "carry", "play"),
        ),
        Anchor(
            "open_snow",
            _on(4.6, 7.0),
            "floor",
            2.2,
            "companion",
            ("plain",),
            facing=0.5,
            holds=("snowman", "dog", "wolf", "horse"),
            smallest=0.3,
        ),
        Anchor(
            "at_roots",
            _on(-2.9, 8.4),
            "floor",
            1.0,
            "companion",
            ("plain", "oak"),
            holds=("rabbit", "dog", "cat", "fox-head", "squirrel"),
        ),
        Anchor(
            "left_snow",
            _on(-8.2, 14.5),
            "floor",
            2.4,
            "companion",
            ("plain",),
            holds=("deer", "wolf", "horse", "moose"),
            smallest=0.4,
        ),
        Anchor(
            "track_far",
            _on(float(track(21.0)), 21.0),
            "floor",
            2.6,
            "companion",
            ("plain", "house", "oak"),
            verbs=("leave", "return", "drive"),
            holds=("carriage", "horse"),
            smallest=0.8,
        ),
        Anchor(
            "house_near",
            _on(float(track(18.0)) - 0.3, 18.0),
            "floor",
            1.9,
            "hero",
            ("house",),
            verbs=("walk", "come", "go", "stand", "look"),
        ),
        Anchor(
            "house_animal",
            _on(2.5, 20.5),
            "floor",
            1.6,
            "companion",
            ("house",),
            holds=("dog", "deer", "rabbit", "wolf"),
        ),
        Anchor("fence_post", _POST, "top", 0.5, "companion", ("plain", "oak"), holds=("bird", "owl")),
        Anchor(
            "bough",
            (LANTERN[0] + 0.55, LANTERN[1] + 0.62, LANTERN[2] - 0.22),
            "hang",
            0.5,
            "companion",
            ("plain", "oak"),
            holds=("lantern", "swing", "bell"),
        ),
        Anchor(
            "limb",
            (-1.75, LANTERN[1] + 0.74, LANTERN[2] - 0.18),
            "top",
            0.45,
            "companion",
            ("plain", "oak"),
            holds=("owl", "bird"),
        ),
        Anchor("air", (1.0, 3.0, 9.0), "air", 1.2, "companion", ("plain", "oak"), smallest=0.15),
        Anchor("air_high", (6.0, 7.5, 26.0), "air", 2.5, "companion", ("plain", "house"), smallest=0.4),
        Anchor("yard", (14.5, height(14.5, 55.0), 55.0), "view", 9.0, "backdrop", ("plain", "house"), smallest=2.0),
        Anchor("sky", (110.0, 120.0, 250.0), "sky", 40.0, "backdrop", ("plain", "oak")),
    ),
    solids=solids,
    light=light,
    life=small_life,
    flicker=flicker,
    ground_at=height,
)
