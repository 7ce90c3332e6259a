"""The open sea under the moon: long swells, a bare skerry with a beacon, a lighthouse far off, a ship under sail.

The skerry lies by the eye (z 0), its flat top .9 m above the water (height 0); the ship sails 95 m off to the right of
the moon's path; the lighthouse stands on a rock 250 m off to the left. Groups of light: "lamp" (beacon, lighthouse
and the ship's lanterns), "moon", and "far" (the distance).
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
from dreamplayer.drawing.solids.shapes import ball, grid, joined, lathe, panel, rod, terrain, tube
from dreamplayer.drawing.solids.solid import Array, F, Finish, Lamp, Scenery, Sky, Solid, Source, Sun, Surface
from dreamplayer.kit.hashing import uniform
from dreamplayer.kit.noise import quick_fbm, quick_noise
from dreamplayer.model.atmosphere import Atmosphere
from dreamplayer.model.place import Anchor, CalmSpot, Framing, Move
from dreamplayer.model.stage import Vec3

MOON = (0.10, 0.235, 0.97)
SHIP: Vec3 = (30.0, 0.0, 92.0)
LIGHT: Vec3 = (-150.0, 5.0, 232.0)
"""Foot of the lighthouse."""
TALL = 34.0
BEACON: Vec3 = (-3.1, 0.95, 6.7)
"""Foot of the beacon on the skerry."""
HEAD = 2.05
STONE_TOP = 0.70
"""Height of the bare stone before the skerry."""


def ground(x: Array, z: Array) -> Array:
    """Height of the skerry: a flat slab with a broken edge, below the water around."""
    q = np.hypot((x + 2.9) / 3.7, (z - 5.6) / 3.7) + 0.28 * (quick_fbm(x * 0.5, z * 0.5, 4, 3) - 0.5)
    slab = 1.02 * mat.step(1.10, 0.74, q)
    shelf = 0.35 * mat.step(1.32, 1.12, q + 0.2 * (quick_fbm(x * 0.9, z * 0.9, 7, 2) - 0.5))
    hump = 0.55 * np.exp(-(((x + 4.6) / 1.3) ** 2 + ((z - 7.2) / 1.2) ** 2))
    crack = 0.10 * (quick_fbm(x * 1.3, z * 1.3, 9, 4) - 0.5)
    return np.asarray(np.maximum(slab, shelf) + (hump + crack) * mat.step(1.2, 0.8, q) - 0.25, F)


def height(x: float, z: float) -> float:
    """Height of the rock at one spot, in metres; 0 on the water."""
    return max(land.height_at(ground, x, z), 0.0)


_GRANITE, _LICHEN, _WEED, _FOAM = (
    (0.118, 0.104, 0.092),
    (0.175, 0.135, 0.055),
    (0.030, 0.030, 0.024),
    (0.42, 0.44, 0.46),
)
"""Albedos of the rock."""
_BED, _JOINT = 0.62, 1.7
"""Metres between two cracks along the plates of the granite, and across them."""


def _rock(s: Surface) -> Finish:
    """Granite in plates with cracks, pools on its top, weed and wet stone at the water."""
    x, y, z = s.p[:, 0], s.p[:, 1], s.p[:, 2]
    broad, fine = quick_fbm(x * 0.7, z * 0.7, 3, 4), quick_fbm(x * 6 + y * 3, z * 6 + y * 2, 4, 4)
    k = 0.45 + 0.75 * broad + 0.55 * (fine - 0.4)
    albedo = np.asarray(_GRANITE, F) * k[:, None]
    bent = 0.30 * quick_fbm(x * 0.6, z * 0.6, 12, 3)
    across_beds = 0.42 * x + 0.95 * z + bent
    bedding = np.mod(across_beds, _BED) / _BED
    # The joints of each bed are out of line with those of its neighbours.
    joint = np.mod(0.90 * x - 0.35 * z + 0.8 * bent + 0.37 * np.floor(across_beds / _BED), _JOINT) / _JOINT
    from_crack = np.minimum(bedding, 2.4 * joint) - 0.03 * fine
    albedo *= (0.55 + 0.55 * bedding)[:, None]
    albedo *= (0.45 + 0.55 * mat.step(0.0, 0.05, from_crack))[:, None]
    lichen = mat.step(0.60, 0.72, quick_fbm(x * 2.2, z * 2.2, 15, 4)) * mat.step(0.4, 0.7, y)
    albedo = mat.mixed(albedo, _LICHEN, (0.6 * lichen).astype(F))
    wet = mat.step(0.50, 0.18, y + 0.25 * (broad - 0.5))
    albedo = mat.mixed(albedo, np.asarray(_WEED, F) * (0.6 + 0.8 * fine)[:, None], (0.85 * wet).astype(F))
    above_water = y - 0.03 - 0.05 * fine
    foam = np.exp(-((above_water / 0.035) ** 2)) * mat.step(0.38, 0.55, quick_fbm(x * 3, z * 3, 8, 3))
    albedo = mat.mixed(albedo, _FOAM, np.clip(foam, 0, 1).astype(F))
    pool = mat.step(0.66, 0.74, broad + 0.1 * (quick_noise(x * 2, z * 2, 3) - 0.5)) * mat.step(0.6, 0.75, y)
    normal = mat.rough(s, 5, 0.22, 3)
    normal = np.where((pool > 0.5)[:, None], s.n, normal).astype(F)
    return Finish(
        (albedo * (1 - 0.6 * pool)[:, None]).astype(F), (0.08 + 0.6 * np.maximum(wet, pool)).astype(F), normal=normal
    )


def _beacon() -> list[Solid]:
    """An iron lamp on a post, with a ladder of rungs and a stay."""
    x, y, z = BEACON
    iron = mat.iron((0.045, 0.032, 0.026), 0.35)
    red = mat.plain((0.060, 0.016, 0.012), 0.25, vary=0.35, scale=8)
    frame = [
        rod(iron, (x, y - 0.3, z), (x, y + 1.75, z), 0.055),
        lathe(iron, (x, y - 0.1, z), [(0.24, 0.0), (0.22, 0.14), (0.06, 0.2)], sides=12),
        rod(iron, (x, y + 1.2, z), (x + 0.9, y - 0.2, z + 0.5), 0.02, sides=5),
        rod(iron, (x, y + 1.2, z), (x - 0.7, y - 0.2, z + 0.8), 0.02, sides=5),
    ]
    frame += [
        rod(iron, (x - 0.16, y + h, z - 0.03), (x + 0.16, y + h, z - 0.03), 0.014, sides=5) for h in (0.45, 0.8, 1.15)
    ]
    frame += [
        rod(
            iron,
            (x + 0.17 * math.cos(q), y + 1.76, z + 0.17 * math.sin(q)),
            (x + 0.17 * math.cos(q), y + 2.32, z + 0.17 * math.sin(q)),
            0.012,
            sides=4,
            casts=False,
        )
        for q in np.arange(6) * math.tau / 6
    ]
    return [
        joined(frame),
        lathe(red, (x, y, z), [(0.0, 1.74), (0.22, 1.74), (0.22, 1.82), (0.10, 1.84)], sides=12, casts=False),
        lathe(
            red, (x, y, z), [(0.23, 2.30), (0.22, 2.36), (0.08, 2.52), (0.03, 2.62), (0.0, 2.63)], sides=12, casts=False
        ),
        lathe(
            mat.glow("lamp", (1.1, 0.95, 0.75)),
            (x, y, z),
            [(0.11, 1.84), (0.135, 2.05), (0.11, 2.30)],
            sides=10,
            casts=False,
        ),
    ]


def _sail(corners: tuple[Vec3, Vec3, Vec3, Vec3], belly: float) -> Solid:
    """A square sail filled by the wind: left and right head, left and right foot."""
    a, b, c, d = (np.asarray(p, float) for p in corners)
    u, v = np.meshgrid(np.linspace(0, 1, 7), np.linspace(0, 1, 6))
    u, v = u[..., None], v[..., None]
    points = (a * (1 - u) + b * u) * (1 - v) + (c * (1 - u) + d * u) * v
    points = points + np.array([0, 0, 1.0]) * belly * np.sin(math.pi * u) * np.sin(0.15 + 0.8 * math.pi * v)
    return grid(mat.cloth((0.33, 0.30, 0.25), 0, 0.55, seed=3), points.astype(F))


def _ship() -> list[Solid]:
    """A three-masted ship seen from its quarter, in its own coordinates: z forward, 34 m long."""
    n, m = 25, 9
    u, v = np.meshgrid(np.linspace(-1, 1, n), np.linspace(-1, 1, m))
    half = 4.1 * (1 - np.clip(u, 0, 1) ** 3.2) ** 0.7 * (1 - 0.35 * np.clip(-u, 0, 1) ** 3)
    sheer = 2.9 + 1.5 * u**2 + 0.9 * np.clip(-u - 0.45, 0, 1)
    down = np.abs(v)
    hull = np.stack([half * np.sign(v) * np.clip(down, 0, 1) ** 0.45, -0.8 + (sheer + 0.8) * down**1.4, 17 * u], -1)
    paint = mat.wood((0.075, 0.052, 0.038), 2, 0.2, across=1, plank=0.4)
    stern = [(-half[0, 0], -0.6), (half[0, 0], sheer[0, 0] + 0.2)]
    timber = mat.wood((0.085, 0.060, 0.042), 1, 0.15, across=0)
    parts = [grid(paint, hull.astype(F), local=hull.astype(F))]
    windows = land.lit_windows(paint, "lamp", [2.3], [1.1, 2.3, 3.5], width=0.8, height=1.0, share=1.0, seed=2)
    wide = float(stern[1][0] - stern[0][0])
    parts.append(panel(windows, (stern[0][0], -0.6, -17.0), (wide, 0, 0), (0, float(stern[1][1] - stern[0][1]), 0)))
    spars, sails = [], []
    for z, tall, scale in ((-10.0, 22.0, 0.72), (0.5, 28.0, 1.0), (10.5, 25.0, 0.9)):
        spars.append(tube(timber, [(0, 1.0, z), (0, tall, z)], [0.34, 0.12], sides=7))
        for low, high, wide_low, wide_high in ((5.5, 12.5, 7.2, 6.4), (13.2, 19.0, 6.2, 5.0), (19.6, 23.6, 4.8, 3.6)):
            if high * scale + 1 > tall:
                continue
            y0, y1, a, b = low * scale + 1, high * scale + 1, wide_low * scale, wide_high * scale
            spars.append(rod(timber, (-b - 0.4, y1, z), (b + 0.4, y1, z), 0.13, sides=6))
            sails.append(_sail(((-b, y1, z + 0.2), (b, y1, z + 0.2), (-a, y0, z + 0.2), (a, y0, z + 0.2)), 1.5 * scale))
    spars.append(tube(timber, [(0, 4.4, 16.0), (0, 7.6, 25.0)], [0.26, 0.10], sides=6))
    lines = [
        rod(timber, (s * 3.6, 4.0, z - 1.5), (0, tall - 6, z), 0.045, sides=4)
        for z, tall in ((-10, 22), (0.5, 28), (10.5, 25))
        for s in (-1, 1)
    ]
    lines += [
        rod(timber, (0, 22.0, 10.5), (0, 7.2, 24.0), 0.045, sides=4),
        rod(timber, (0, 25.0, 0.5), (0, 12.0, 10.5), 0.045, sides=4),
    ]
    jib = panel(
        mat.cloth((0.33, 0.30, 0.25), 0, 0.55),
        (0.05, 6.4, 22.6),
        (0, 13.6, -11.6),
        (0, 0.8, -10.0),
        cut=lambda local: local[:, 0] / 17.9 + local[:, 1] / 10.1 < 1,
    )
    glass = mat.glow("lamp", (1.2, 1.05, 0.8))
    lamps = [
        ball(glass, p, 0.34, rings=6, sides=8, casts=False)
        for p in ((0.0, 6.9, -17.2), (-3.7, 5.6, 0.5), (0.0, 8.3, 25.0))
    ]
    return [*parts, joined(spars), joined(sails), joined(lines), jib, joined(lamps)]


def _island() -> list[Solid]:
    x0, z0 = LIGHT[0], LIGHT[2]

    def hill(x: Array, z: Array) -> Array:
        q = np.hypot((x - x0 - 6) / 40.0, (z - z0) / 20.0) + 0.35 * (quick_fbm(x * 0.06, z * 0.06, 5, 4) - 0.5)
        return np.asarray(6.6 * np.clip(1.05 - q, 0, 1) ** 0.55 - 1.0 + 0.8 * quick_fbm(x * 0.2, z * 0.2, 8, 3), F)

    stone = mat.earth((0.060, 0.056, 0.054), 5)
    body = terrain(stone, hill, (x0 - 40, x0 + 52), (z0 - 22, z0 + 22), columns=60, rows=26, finer=1.0)
    return [
        body,
        *land.lighthouse(LIGHT, TALL, group="lamp"),
        *land.cottage((x0 + 15.0, LIGHT[1] - 0.6, z0 - 2), 0.1, group="lamp", width=11.0, depth=6.0, share=1.0),
    ]


def solids(seed: int) -> Scenery:
    """The sea for a seed: the stones of the skerry."""
    slab = terrain(_rock, ground, (-10, 5), (-1.5, 12.5), columns=110, rows=90, finer=1.2)
    parts: list[Solid] = [slab.replace(cut=lambda local: local[:, 1] > -0.02)]
    for k in range(9):
        u = uniform(seed, 20 + k, 4)
        x, z = -5.2 + 5.4 * float(u[0]), 6.6 + 3.4 * float(u[1])
        if ground(np.array([x], F), np.array([z], F))[0] > 0.3 and abs(x - BEACON[0]) > 0.7:
            parts.append(
                land.rock(
                    (x, height(x, z), z),
                    0.12 + 0.22 * float(u[2]),
                    seed=seed * 3 + k,
                    moss=0.1,
                    colour=(0.11, 0.10, 0.095),
                )
            )
    parts += [
        land.rock((3.9, -0.25, 14.0), (1.5, 0.75, 0.9), seed=3, moss=0.0, colour=(0.085, 0.080, 0.078)),
        land.rock((6.1, -0.25, 15.4), (0.8, 0.45, 0.6), seed=5, moss=0.0, colour=(0.085, 0.080, 0.078)),
        land.rock((-13.5, -0.3, 24.0), (2.2, 1.0, 1.4), seed=6, moss=0.0, colour=(0.080, 0.076, 0.074)),
    ]
    parts += _beacon() + _island() + placed(_ship(), SHIP, 1.02)
    x, y, z = BEACON
    sources: tuple[Source, ...] = (
        Lamp("lamp", (x, y + HEAD, z), 4.8, 0.10, bounce=0.0, skin=0.34, dust=0.004, dust_reach=22.0),
        Lamp("lamp", (SHIP[0] - 9.0, 9.0, SHIP[2] - 12.0), 260.0, 1.0, shadow=0.0, bounce=0.0, skin=0.0),
        Lamp("lamp", (LIGHT[0], LIGHT[1] + TALL, LIGHT[2]), 900.0, 1.0, shadow=0.0, bounce=0.0, skin=0.0),
        Sun("moon", MOON, 2.2, soft=0.02),
        Sky("sky", 0.75),
    )
    return Scenery(
        tuple(parts), sources, ("lamp", "moon", "sky", "far"), mist=0.0022, mist_group="far", mist_glow=0.020
    )


def light(atmosphere: Atmosphere) -> PlaceLight:
    """Lamps burn from dusk to dawn; sea and sky follow the hour, greener than over land."""
    outside = hour_light(atmosphere)
    by_day = atmosphere.hour in ("day", "morning", "sunrise")
    lamp = life.scaled((1.0, 0.52, 0.20), (0.3 if by_day else 1.0) * (1.0 + 0.15 * atmosphere.warmth))
    low = outside.horizon
    far = (0.5 + low[0] * 20, 0.8 + low[1] * 20, 0.9 + low[2] * 20)
    stage = replace(outside.stage, ground="water", ridges=0.0, nebula=0.5 if outside.moon else 0.0)
    palette = night_palette(outside, key=(1.0, 0.52, 0.20), rim=(0.036, 0.050, 0.062))
    if outside.moon > 0:
        palette = replace(
            palette, zenith=(0.0030, 0.0110, 0.0190), horizon=(0.0105, 0.0360, 0.0460), glow=(0.050, 0.064, 0.066)
        )
    return PlaceLight({"lamp": lamp, "moon": outside.window, "sky": outside.sky, "far": far}, palette, stage)


def flicker(group: str, t: float) -> float:
    """The beacon burns steadily."""
    return life.fire_flicker(t, 6, 0.03) if group == "lamp" else 1.0


_SWELLS, _ALONG = 26, 64
_RANGE = (7.0, 150.0)
"""Distances in metres between which swells are drawn."""


def _swells(moment: PlaceMoment) -> Ribbons:
    """Long crests that roll towards the eye, each lit by the moon behind it."""
    f, t = moment.framing, moment.t
    rough = 1.5 if moment.atmosphere.weather in ("storm", "wind") else 1.0
    a = uniform(moment.seed, 93, 4 * _SWELLS).reshape(_SWELLS, 4)
    # Evenly spread in the picture: the farther, the farther apart.
    share = np.mod((np.arange(_SWELLS) + 0.6 * a[:, 0]) / _SWELLS - t * 0.0045, 1.0)
    near, far = _RANGE
    distance = 1.0 / (1.0 / near + (1.0 / far - 1.0 / near) * share)
    bearing = math.atan2(MOON[0], MOON[2])
    q = np.linspace(-1.15, 1.15, _ALONG)[None]
    angle = bearing + q + 0 * distance[:, None]
    wave = 0.10 * np.sin(7 * q + 6 * a[:, 1:2]) + 0.05 * np.sin(17 * q + 11 * a[:, 2:3])
    d = distance[:, None] * (1 + 0.35 * wave)
    x, z = f.eye[0] + d * np.sin(angle), f.eye[2] + d * np.cos(angle)
    crest = 0.5 + 0.5 * np.sin(13 * q + 20 * a[:, 1:2] + 0.25 * t) * np.sin(5 * q + 9 * a[:, 3:4] - 0.17 * t)
    y = (0.05 + 0.10 * rough * crest) * np.clip(d / 12, 0, 1)
    path = 0.35 + 1.6 * np.exp(-((q / 0.16) ** 2))
    edge = np.clip(share * 8, 0, 1) * np.clip((1 - share) * 5, 0, 1)
    strength = crest**2 * path * edge[:, None] * (0.35 + 0.65 * np.exp(-distance / 45.0))[:, None]
    low = moment.light.palette.horizon
    colour = f32((low[0] + 0.010, low[1] + 0.010, low[2] + 0.010)) * 3.2
    view = life.seen_from(f, np.stack([x, y, z], -1).reshape(-1, 3)).reshape(_SWELLS, _ALONG, 3)
    shown = np.clip((view[..., 2] - 3.0) / 3.0, 0, 1)
    view[..., 2] = np.maximum(view[..., 2], 1.0)
    return Ribbons(
        view,
        f32(0.010 * d * (0.5 + crest)),
        f32(colour[None, None] * (strength * shown)[..., None]),
        profile="light",
        reflect=False,
        depth=_RANGE[1],
    )


def small_life(moment: PlaceMoment) -> tuple[Form, ...]:
    """The moon and its path, swells that roll in, the lighthouse's beam, salt in the beacon's light."""
    f, t = moment.framing, moment.t
    shining = hour_light(moment.atmosphere).moon
    forms: list[Form] = [_swells(moment)]
    disc = life.moon(f, MOON, shining, size=10.0)
    if disc:
        glint = life.scaled((0.58, 0.60, 0.56), shining)
        forms += [*disc, life.glitter(f, MOON, t, moment.seed, glint, count=700, near=8.0, far=260.0)]
    lamp = moment.light.tints["lamp"]
    forms += life.beam(f, t, (LIGHT[0], LIGHT[1] + TALL + 1.3, LIGHT[2]), life.scaled(lamp, 0.05))
    x, y, z = BEACON[0], BEACON[1] + HEAD, BEACON[2]
    forms.append(
        life.dust(
            f,
            t,
            moment.seed,
            ((x - 1.4, y - 1.2, z - 1.4), (x + 1.4, y + 1.0, z + 1.2)),
            (x, y, z),
            life.scaled(lamp, 0.5),
            count=90,
            reach=0.9,
            size=0.012,
        )
    )
    return tuple(forms)


_on = land.spot_on(height)


PLACE = Place(
    name="open_sea",
    framings=(
        Framing(
            "swell",
            (0.3, 2.30, -1.6),
            0.04,
            1.30,
            -0.04,
            Move(push=0.04),
            calm=(CalmSpot(-1.2, 0.62), CalmSpot(1.2, 0.6)),
        ),
        Framing(
            "low",
            (2.6, 0.85, 1.2),
            -0.40,
            1.45,
            -0.30,
            Move(rise=0.03),
            calm=(CalmSpot(-1.2, 0.6), CalmSpot(-0.35, 0.64), CalmSpot(1.3, 0.62)),
        ),
        Framing(
            "ship",
            (-3.9, 2.05, 2.4),
            0.25,
            1.70,
            -0.12,
            Move(drift=0.04),
            calm=(CalmSpot(1.2, 0.6), CalmSpot(-1.2, 0.6)),
        ),
    ),
    anchors=(
        Anchor(
            "slab",
            _on(-1.35, 4.5),
            "floor",
            1.9,
            "hero",
            ("swell",),
            verbs=("stand", "look", "gaze", "wait", "walk", "listen"),
        ),
        Anchor(
            "slab_edge",
            _on(-2.7, 4.2),
            "floor",
            1.6,
            "hero",
            ("swell",),
            facing=-0.4,
            verbs=("sit", "kneel", "sleep", "lie", "fish"),
        ),
        Anchor(
            "slab_right",
            _on(-0.85, 5.6),
            "floor",
            1.9,
            "hero",
            ("low",),
            facing=-0.6,
            verbs=("stand", "look", "wait", "sit"),
        ),
        Anchor(
            "slab_back",
            _on(-1.5, 7.2),
            "floor",
            1.9,
            "hero",
            ("ship",),
            facing=0.3,
            verbs=("stand", "look", "wave", "wait", "sing"),
        ),
        Anchor(
            "resting",
            _on(-4.3, 4.9),
            "floor",
            1.5,
            "companion",
            ("swell",),
            facing=0.4,
            holds=("seal", "otter", "dog"),
            verbs=("curl",),
        ),
        Anchor(
            "ledge",
            _on(-2.5, 6.4),
            "floor",
            0.8,
            "companion",
            ("swell", "ship"),
            holds=("bird", "crab", "cat", "bottle"),
        ),
        Anchor(
            "beacon_foot",
            _on(BEACON[0] + 0.55, BEACON[2] - 0.5),
            "floor",
            0.6,
            "companion",
            ("ship",),
            holds=("lantern", "rope", "book"),
        ),
        Anchor(
            "near_stone", (3.9, STONE_TOP, 14.0), "top", 0.9, "companion", ("swell",), holds=("bird", "seal", "heron")
        ),
        Anchor("gallery", (BEACON[0], BEACON[1] + 1.74, BEACON[2] - 0.22), "hang", 0.4, "companion", ("swell", "ship")),
        Anchor("sea_near", (3.2, 0.0, 8.6), "sea", 2.6, "hero", ("swell", "low"), holds=("boat", "bottle", "dolphin")),
        Anchor(
            "sea_middle",
            (9.0, 0.0, 30.0),
            "sea",
            8.0,
            "companion",
            ("swell",),
            smallest=0.8,
            holds=("whale", "orca"),
        ),
        Anchor("sea_left", (-24.0, 0.0, 46.0), "sea", 10.0, "companion", ("swell", "low"), smallest=1.2),
        Anchor("sea_far", (70.0, 0.0, 130.0), "sea", 40.0, "backdrop", ("swell",), smallest=6.0),
        Anchor("air", (1.2, 2.9, 8.5), "air", 1.2, "companion", ("swell",), holds=("bird",)),
        Anchor("air_high", (3.0, 8.5, 34.0), "air", 5.0, "companion", ("swell", "ship"), smallest=0.4),
        Anchor("lighthouse", (LIGHT[0] + 12, 6.0, LIGHT[2]), "view", 30.0, "backdrop", ("swell", "low"), smallest=6.0),
        Anchor("sky", (70.0, 95.0, 260.0), "sky", 40.0, "backdrop", ("swell",)),
    ),
    solids=solids,
    light=light,
    life=small_life,
    flicker=flicker,
    ground_at=height,
)
