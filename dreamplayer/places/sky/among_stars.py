"""Among the stars: a floor of dark glass and brass that drifts in space, a ringed planet low on the right, a nebula.

The floor lies round z 6 at height 0; small rocks drift beyond it, one of them with a tree and a lamp. The sun is behind
the eye on the left. Groups of light: "lamp" (lanterns), "sun" (on rocks and floor), and "far" (planet, moon, nebula and
stars, which are painted on a sphere of 390 m).
"""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from dreamplayer.drawing import place_life as life
from dreamplayer.drawing.place import Place, PlaceLight, PlaceMoment
from dreamplayer.drawing.place_light import hour_light, night_palette
from dreamplayer.drawing.primitives import Dots, Form, f32
from dreamplayer.drawing.solids import landscape as land
from dreamplayer.drawing.solids import materials as mat
from dreamplayer.drawing.solids.furniture import placed
from dreamplayer.drawing.solids.shapes import ball, box, grid, joined, lathe, rod, tube
from dreamplayer.drawing.solids.solid import Array, F, Finish, Lamp, Mask, Scenery, Sky, Solid, Source, Sun, Surface
from dreamplayer.kit.hashing import uniform
from dreamplayer.kit.noise import quick_fbm, quick_noise
from dreamplayer.model.atmosphere import Atmosphere
from dreamplayer.model.place import Anchor, CalmSpot, Framing, Move
from dreamplayer.model.stage import Vec3

SUN = (-0.80, 0.34, -0.50)
"""Direction to the sun."""
PLANET: Vec3 = (112.0, 34.0, 245.0)
ROUND = 56.0
"""Radius of the planet in metres of the place."""
_AXIS = (0.26, 0.90, -0.34)
_RING = (1.34, 2.25)
"""Inner and outer radius of the ring in radii of the planet."""
MIDDLE = (0.4, 6.2)
RADIUS = 4.7
GLOBE = 0.98
"""Height of the lamps on the posts."""
ISLET: Vec3 = (-7.6, -0.9, 19.0)
DESK: Vec3 = (-1.55, 0.96, 8.1)
TELESCOPE = (3.1, 7.6)


def _unit(v: tuple[float, float, float]) -> Array:
    a = np.asarray(v, F)
    return np.asarray(a / np.linalg.norm(a), F)


def _heavens(s: Surface) -> Finish:
    """Stars and nebula by the direction they are seen in."""
    d = s.sight
    u, v = np.arctan2(d[:, 0], d[:, 2]), np.arcsin(np.clip(d[:, 1], -1, 1))
    bend_u, bend_v = quick_fbm(u * 1.6, v * 1.6, 3, 4) - 0.5, quick_fbm(u * 1.6 + 7, v * 1.6, 4, 4) - 0.5
    a, b = u + 0.9 * bend_u, v + 0.9 * bend_v
    band = np.exp(-(((v + 0.42 * u - 0.22) / 0.30) ** 2))
    cloud = mat.step(0.34, 0.80, quick_fbm(a * 2.3, b * 3.0, 6, 6)) * (0.25 + 0.9 * band)
    fine = quick_fbm(a * 6.5, b * 7.5, 8, 5)
    lane = mat.step(0.56, 0.44, quick_fbm(a * 3.1 + 3, b * 4.4, 12, 5)) * band
    teal, rose, gold = (np.asarray(c, F) for c in ((0.018, 0.098, 0.135), (0.165, 0.046, 0.112), (0.230, 0.135, 0.062)))
    hue = np.clip(0.5 + 0.9 * bend_u + 0.55 * np.sin(1.7 * u + 0.6), 0, 1)[:, None]
    glow = (teal * (1 - hue) + rose * hue) * (cloud * (0.35 + 1.0 * fine))[:, None]
    heart = np.exp(-(((u + 0.34) / 0.30) ** 2 + ((v - 0.36) / 0.20) ** 2)) * (0.3 + fine) * cloud
    glow = glow + gold * heart[:, None] * 1.3
    glow = glow * (1 - 0.75 * lane)[:, None] + np.asarray((0.0065, 0.0075, 0.0190), F)
    stars = np.zeros(len(u), F)
    tint = np.zeros((len(u), 3), F)
    for size, share, strength, seed in ((0.014, 0.10, 0.22, 3), (0.030, 0.07, 0.55, 5), (0.075, 0.06, 1.3, 7)):
        x, y = u / size, v / size
        i, j = np.floor(x), np.floor(y)
        cell = i * 928.0 + j * 37.0
        sx, sy = 0.25 + 0.5 * mat.chance(cell, seed), 0.25 + 0.5 * mat.chance(cell, seed + 20)
        r = np.hypot((x - i - sx) * np.cos(v), y - j - sy) * size / 0.0018
        more = share * (0.5 + 1.3 * band)
        there = mat.chance(cell, seed + 40) < more
        own = there * strength * (0.15 + 0.85 * mat.chance(cell, seed + 60) ** 3) * np.exp(-(r**2))
        warm = mat.chance(cell, seed + 80)[:, None]
        tint += own[:, None] * (np.asarray((0.75, 0.85, 1.0), F) * (1 - warm) + np.asarray((1.0, 0.80, 0.58), F) * warm)
        stars += own
    return Finish(np.zeros((len(u), 3), F), emission={"far": (glow + tint).astype(F)})


def _planet(s: Surface) -> Finish:
    """Bands of cream, amber and rust that curl where they meet; the ring's shadow lies across them."""
    out = (s.p - np.asarray(PLANET, F)) / F(ROUND)
    axis, sun = _unit(_AXIS), _unit(SUN)
    lat = out @ axis
    side = np.cross(axis, np.asarray((0.0, 0.0, 1.0), F))
    side = side / np.linalg.norm(side)
    lon = np.arctan2(out @ np.cross(axis, side), out @ side)
    swirl = 0.055 * (quick_fbm(lon * 2.4 + lat * 5, lat * 11, 5, 5) - 0.5) + 0.02 * np.sin(5 * lon + 14 * lat)
    q = lat + swirl
    broad = quick_fbm(q * 6.5, 0 * q + 2, 7, 4)
    thin = quick_fbm(q * 21, lon * 0.5, 9, 4)
    cream, amber, rust = (np.asarray(c, F) for c in ((0.62, 0.50, 0.36), (0.50, 0.27, 0.12), (0.26, 0.105, 0.060)))
    colour = mat.mixed(cream, amber, mat.step(0.35, 0.65, broad).astype(F))
    colour = mat.mixed(colour, rust, (mat.step(0.55, 0.78, thin) * 0.7).astype(F))
    storm = np.exp(-(((lat + 0.30) / 0.075) ** 2 + (np.angle(np.exp(1j * (lon - 1.9))) / 0.20) ** 2))
    colour = mat.mixed(colour, (0.60, 0.22, 0.10), (0.8 * storm).astype(F))
    day = np.clip((out @ sun + 0.10) / 1.0, 0, 1) ** 0.9
    facing = np.clip(-(s.sight * out).sum(1), 0, 1)
    limb = 0.35 + 0.65 * facing**0.5
    along = -(out @ axis) / float(sun @ axis)
    hit = np.linalg.norm(out + along[:, None] * sun, axis=1)
    shade = (along > 0) & (hit > _RING[0]) & (hit < _RING[1])
    light = colour * (day * limb * np.where(shade, 0.45, 1.0))[:, None] * F(0.62)
    air = np.asarray((0.16, 0.11, 0.075), F) * ((1 - facing) ** 3.5 * np.clip(out @ sun + 0.25, 0, 1))[:, None]
    night = np.asarray((0.0040, 0.0035, 0.0060), F)
    return Finish(np.zeros((len(out), 3), F), emission={"far": (light + air + night).astype(F)})


def _ring() -> Solid:
    """The planet's ring: hundreds of grooves, a wide gap, the planet's shadow over its far side."""
    axis = _unit(_AXIS)
    side = np.cross(axis, np.asarray((0.0, 0.0, 1.0), F))
    side = side / np.linalg.norm(side)
    other = np.cross(axis, side)
    turn, out = np.meshgrid(np.linspace(0, math.tau, 121), np.linspace(_RING[0], _RING[1], 5))
    points = np.asarray(PLANET) + ROUND * out[..., None] * (
        np.cos(turn)[..., None] * side + np.sin(turn)[..., None] * other
    )

    def dense(r: Array) -> Array:
        return np.asarray(
            (0.35 + 0.65 * quick_fbm(r * 26, 0 * r, 4, 4))
            * (1 - mat.step(0.05, 0.02, np.abs(r - 1.93)))
            * np.clip((r - _RING[0]) / 0.12, 0, 1) ** 0.5,
            F,
        )

    def grooved(s: Surface) -> Finish:
        rel = (s.p - np.asarray(PLANET, F)) / F(ROUND)
        r = np.linalg.norm(rel, axis=1)
        sun = _unit(SUN)
        along = rel @ sun
        shade = (along < 0) & (np.linalg.norm(rel - along[:, None] * sun, axis=1) < 1.0)
        light = np.asarray((0.42, 0.335, 0.235), F) * (dense(r) * np.where(shade, 0.04, 1.0))[:, None] * F(0.55)
        return Finish(np.zeros((len(r), 3), F), emission={"far": light.astype(F)})

    def strewn(local: Array) -> Mask:
        r = local[:, 2]
        speck = quick_noise(local[:, 0] * 160, r * 220, 6)
        return np.asarray(speck < 0.25 + 1.05 * dense(r))

    local = np.stack([turn, 0 * turn, out], -1)
    return grid(grooved, points.astype(F), local=local.astype(F), casts=False, cut=strewn)


def _moon(s: Surface) -> Finish:
    out = s.n
    sun = _unit(SUN)
    n = quick_fbm(out[:, 0] * 4 + out[:, 2] * 2, out[:, 1] * 4, 5, 5)
    day = np.clip(out @ sun, 0, 1)
    light = np.asarray((0.30, 0.31, 0.34), F) * (day * (0.45 + 0.9 * n))[:, None] * F(0.55)
    return Finish(np.zeros((len(out), 3), F), emission={"far": (light + 0.003).astype(F)})


def _glass(s: Surface) -> Finish:
    """Dark glass in brass: rings, rays and twelve inlaid figures of stars that shine; the heavens show through."""
    x, z = s.p[:, 0] - MIDDLE[0], s.p[:, 2] - MIDDLE[1]
    r, a = np.hypot(x, z), np.arctan2(z, x)
    through = _heavens(
        Surface(s.p, s.local, s.n, np.stack([s.sight[:, 0], s.sight[:, 1] * 0.9 - 0.05, s.sight[:, 2]], -1).astype(F))
    )
    behind = through.emission["far"] * F(0.60)
    rays = np.abs(np.mod(a / (math.tau / 12), 1) - 0.5) * (math.tau / 12) * r
    brass = (
        (np.abs(r - 1.15) < 0.035)
        | (np.abs(r - 2.9) < 0.035)
        | (np.abs(r - 3.05) < 0.014)
        | ((rays > (math.pi / 12) * r - 0.020) & (r > 1.15))
        | (r > RADIUS - 0.12)
    )
    dial = (r > 2.9) & (r < 3.05) & (np.abs(np.mod(a / (math.tau / 96), 1) - 0.5) < 0.10)
    brass |= dial
    albedo = np.broadcast_to(np.asarray((0.020, 0.026, 0.042), F), (len(r), 3)).copy()
    worn = quick_fbm(s.p[:, 0] * 3, s.p[:, 2] * 3, 5, 4)
    albedo[brass] = (np.asarray((0.34, 0.215, 0.085), F) * (0.5 + 0.9 * worn)[:, None])[brass]
    light = np.zeros((len(r), 3), F)
    for k in range(12):
        points = []
        for j in range(5):
            q = math.tau / 12 * (k + 0.2 + 0.6 * float(mat.chance(k * 9 + j, 3)))
            far = (1.5 if k % 2 else 3.35) + (1.15 if k % 2 else 1.0) * (
                j + 0.2 + 0.6 * float(mat.chance(k * 9 + j, 4))
            ) / 5
            points.append((far * math.cos(q), far * math.sin(q)))
        for j, (px, pz) in enumerate(points):
            away = np.hypot(x - px, z - pz)
            light += (np.exp(-((away / 0.030) ** 2)) + 0.10 * np.exp(-((away / 0.13) ** 2)))[:, None] * np.asarray(
                (0.62, 0.60, 0.56), F
            )
            if j:
                bx, bz = points[j - 1]
                long = math.hypot(bx - px, bz - pz)
                t = np.clip(((x - px) * (bx - px) + (z - pz) * (bz - pz)) / long**2, 0, 1)
                off = np.hypot(x - px - t * (bx - px), z - pz - t * (bz - pz))
                light += (0.085 * np.exp(-((off / 0.011) ** 2)))[:, None] * np.asarray((0.62, 0.60, 0.56), F)
    behind = np.where(brass[:, None], 0.0, behind)
    grazing = (1 - np.abs((s.sight * s.n).sum(1))) ** 3
    mirror = np.where(brass, 0.10, 0.12 + 0.45 * grazing)
    return Finish(
        albedo,
        np.where(brass, 0.5, 0.75).astype(F),
        np.where(brass, 0.6, 0.0).astype(F),
        1.0,
        {"far": behind.astype(F), "lamp": np.where(brass[:, None], 0.0, light).astype(F)},
        None,
        mirror.astype(F),
    )


def _rim(angle: float, share: float = 0.965) -> tuple[float, float]:
    return MIDDLE[0] + RADIUS * share * math.cos(angle), MIDDLE[1] + RADIUS * share * math.sin(angle)


_POSTS = (0.18, 0.66, 1.14, 1.62, 2.10, 2.58, 3.06)
"""Directions of the posts round the far half of the floor."""


def _deck() -> list[Solid]:
    x0, z0 = MIDDLE
    turn, out = np.meshgrid(np.linspace(0, math.tau, 81), np.linspace(0, RADIUS, 10))
    floor = np.stack([x0 + out * np.cos(turn), 0 * out, z0 + out * np.sin(turn)], -1).astype(F)
    brass = mat.metal((0.50, 0.31, 0.12), 0.45, 0.12)
    bowl = [
        (0.0, -1.9),
        (0.5, -1.75),
        (1.1, -1.25),
        (2.6, -0.75),
        (4.2, -0.34),
        (RADIUS + 0.05, -0.16),
        (RADIUS + 0.09, -0.06),
        (RADIUS + 0.05, 0.03),
        (RADIUS - 0.06, 0.03),
    ]
    parts = [grid(_glass, floor, local=floor), lathe(brass, (x0, 0.0, z0), bowl, sides=64)]
    posts: list[Solid] = []
    globes: list[Solid] = []
    for a in _POSTS:
        x, z = _rim(a)
        posts.append(
            lathe(
                brass,
                (x, 0.0, z),
                [
                    (0.09, 0.0),
                    (0.075, 0.06),
                    (0.028, 0.12),
                    (0.024, 0.74),
                    (0.05, 0.79),
                    (0.035, 0.84),
                    (0.075, 0.89),
                    (0.04, 0.91),
                ],
                sides=10,
            )
        )
        globes.append(ball(mat.glow("lamp", (1.0, 0.86, 0.66)), (x, GLOBE, z), 0.085, rings=8, sides=12, casts=False))
    for first, last in ((0, 2), (2, 4), (4, 6)):
        for h in (0.42, 0.76):
            arc = np.linspace(_POSTS[first], _POSTS[last], 25)
            line = np.array([(_rim(float(q))[0], h, _rim(float(q))[1]) for q in arc])
            posts.append(tube(brass, line, 0.017 if h < 0.5 else 0.026, sides=6))
    return [*parts, joined(posts), joined(globes)]


def _furniture() -> list[Solid]:
    """A brass telescope on three legs, a reading desk on a pillar, a long cushioned seat."""
    brass, dark = mat.metal((0.56, 0.36, 0.14), 0.55, 0.06), mat.wood((0.105, 0.058, 0.034), 1, 0.3, across=0)
    tx, tz = TELESCOPE
    legs = [
        rod(
            dark,
            (tx + 0.52 * math.cos(q), 0.0, tz + 0.52 * math.sin(q)),
            (tx + 0.04 * math.cos(q), 1.18, tz + 0.04 * math.sin(q)),
            0.026,
            sides=6,
        )
        for q in (0.5, 2.6, 4.7)
    ]
    way = _unit((0.42, 0.34, 0.84))
    at = np.array([tx, 1.30, tz])
    barrel = [
        tube(brass, np.stack([at - way * 0.62, at + way * 0.25]), 0.052, sides=14),
        tube(brass, np.stack([at + way * 0.25, at + way * 0.86]), 0.070, sides=14),
        tube(brass, np.stack([at + way * 0.82, at + way * 0.90]), 0.082, sides=14),
        tube(brass, np.stack([at - way * 0.78, at - way * 0.62]), 0.034, sides=12),
        lathe(brass, (tx, 1.12, tz), [(0.05, 0.0), (0.075, 0.05), (0.04, 0.14)], sides=12),
    ]
    dx, dy, dz = DESK
    desk = [
        lathe(
            dark,
            (dx, 0.0, dz),
            [(0.24, 0.0), (0.22, 0.06), (0.07, 0.14), (0.055, 0.5), (0.10, 0.78), (0.07, 0.88)],
            sides=14,
        ),
        box(dark, (dx - 0.36, dy - 0.06, dz - 0.26), (dx + 0.36, dy, dz + 0.26), yaw=0.3),
    ]
    velvet = mat.cloth((0.085, 0.022, 0.048), 0, 0.1, seed=3)
    seat = [box(dark, (-0.95, 0.0, -0.30), (0.95, 0.30, 0.30)), box(dark, (-0.95, 0.0, 0.26), (0.95, 0.86, 0.34))]
    cushions = [box(velvet, (-0.92 + 0.62 * k, 0.30, -0.30), (-0.34 + 0.62 * k, 0.45, 0.26)) for k in range(3)] + [
        ball(velvet, (-0.62, 0.58, 0.16), (0.22, 0.17, 0.09), rings=8, sides=12)
    ]
    return [joined(legs), joined(barrel), joined(desk), *placed([joined(seat), joined(cushions)], SEAT, -0.62)]


SEAT: Vec3 = (-2.55, 0.0, 6.2)
"""Middle of the long seat."""


def _islet(seed: int) -> list[Solid]:
    """A tiny world: rock with grass on top, a crooked tree and a lamp."""
    x, y, z = ISLET

    def uneven(unit: Array) -> Array:
        n = quick_fbm(unit[:, 0] * 1.7 + 3, unit[:, 1] * 1.7 + unit[:, 2] * 2.0, 4, 4)
        return np.asarray((0.80 + 0.40 * n) * (1 + 0.25 * np.clip(-unit[:, 1], 0, 1)), F)

    def crust(s: Surface) -> Finish:
        fine = quick_fbm(s.p[:, 0] * 2 + s.p[:, 2], s.p[:, 1] * 2, 6, 5)
        rock = np.asarray((0.150, 0.130, 0.125), F) * (0.3 + 1.1 * fine)[:, None]
        grass = mat.step(0.50, 0.75, s.n[:, 1] + 0.4 * (fine - 0.5))
        return Finish(
            mat.mixed(rock, np.asarray((0.060, 0.078, 0.034), F) * (0.5 + fine)[:, None], grass.astype(F)),
            0.05,
            normal=mat.rough(s, 3, 0.3, 4),
        )

    made = [ball(crust, (x, y - 2.4, z), (2.9, 2.4, 2.6), rings=22, sides=32, lump=uneven)]
    made += land.tree(
        (x - 0.8, y - 0.15, z + 0.1), 3.3, seed=seed % 5 + 4, masses=4, sprays=90, girth=0.13, spread=0.44
    )
    iron = mat.iron((0.035, 0.032, 0.030), 0.4)
    made += [
        rod(iron, (x + 0.9, y - 0.3, z - 0.6), (x + 0.9, y + 1.75, z - 0.6), 0.035, sides=7),
        lathe(
            mat.glow("lamp", (1.2, 1.0, 0.76)),
            (x + 0.9, y + 1.75, z - 0.6),
            [(0.07, 0.0), (0.13, 0.28), (0.0, 0.29)],
            sides=9,
            casts=False,
        ),
        lathe(iron, (x + 0.9, y + 2.03, z - 0.6), [(0.16, 0.0), (0.05, 0.12), (0.0, 0.2)], sides=9, casts=False),
    ]
    return made


def _rocks(seed: int) -> list[Solid]:
    made: list[Solid] = []
    u = uniform(seed, 71, 5 * 34).reshape(34, 5)
    for k in range(34):
        q = float(u[k, 0])
        z = 16.0 + 110.0 * q**1.3
        x = -0.75 * z + 1.6 * z * float(u[k, 1])
        y = -0.16 * z + 0.10 * x + 0.13 * z * float(u[k, 2]) - 1.0
        if abs(x - ISLET[0]) < 6 and abs(z - ISLET[2]) < 8:
            continue
        size = 0.25 + 1.6 * float(u[k, 3]) ** 3 * (1 + z / 60)
        made.append(
            land.rock(
                (x, y, z), (size * 1.2, size * 0.8, size), seed=seed % 9 + k, moss=0.0, colour=(0.135, 0.118, 0.112)
            )
        )
    return made


def solids(seed: int) -> Scenery:
    """The floor for a seed: the rocks that drift beyond it."""
    parts: list[Solid] = [
        ball(_heavens, (0.0, 0.0, 0.0), 390.0, rings=24, sides=40, casts=False),
        ball(_planet, PLANET, ROUND, rings=40, sides=64, casts=False),
        _ring(),
        ball(_moon, (-88.0, 92.0, 250.0), 9.5, rings=16, sides=24, casts=False),
        *_deck(),
        *_furniture(),
        *_islet(seed),
        *_rocks(seed),
    ]
    x, y, z = ISLET
    lights = [
        Lamp("lamp", (*_at(a),), 1.9, 0.07, bounce=0.0, skin=0.14, shadow=0.8)
        for a in (_POSTS[1], _POSTS[3], _POSTS[5])
    ]
    sources: tuple[Source, ...] = (
        *lights,
        Lamp("lamp", (x + 0.9, y + 1.9, z - 0.6), 5.5, 0.08, bounce=0.0, skin=0.25),
        Sun("sun", SUN, 0.95, soft=0.02),
        # What planet and nebula give back.
        Sun("sun", (PLANET[0], PLANET[1] + 30, PLANET[2]), 0.42, soft=0.2),
        Sky("sun", 0.22, below=0.7),
    )
    return Scenery(tuple(parts), sources, ("lamp", "sun", "far"))


def _at(angle: float) -> Vec3:
    x, z = _rim(angle, 0.955)
    return x, GLOBE, z


def light(atmosphere: Atmosphere) -> PlaceLight:
    """There is no hour in space, but a warmer sun by day and dusk, and a brighter nebula by night."""
    outside = hour_light(atmosphere)
    lamp = life.scaled((1.0, 0.56, 0.23), 1.0 + 0.15 * atmosphere.warmth)
    night = outside.moon > 0 or atmosphere.hour in ("night", "none")
    warm = {"dusk": (0.95, 0.50, 0.34), "dawn": (0.80, 0.56, 0.50), "twilight": (0.55, 0.50, 0.74)}
    sun = warm.get(atmosphere.hour, (0.60, 0.62, 0.80) if night else (0.92, 0.74, 0.52))
    deep = {"dusk": (1.15, 0.80, 0.72), "dawn": (1.05, 0.86, 0.80), "twilight": (0.92, 0.84, 1.08)}
    far = deep.get(atmosphere.hour, (0.92, 0.92, 1.0) if night else (1.10, 0.95, 0.82))
    palette = replace(
        night_palette(outside, key=(1.0, 0.56, 0.23), rim=(0.042, 0.042, 0.066)),
        zenith=(0.003, 0.004, 0.010),
        horizon=(0.012, 0.012, 0.024),
        glow=(0.030, 0.024, 0.034),
    )
    return PlaceLight(
        {"lamp": lamp, "sun": sun, "far": far}, palette, replace(outside.stage, ground="void", ridges=0.0, clouds=0.0)
    )


def flicker(group: str, t: float) -> float:
    """The lamps breathe a little."""
    return life.fire_flicker(t, 4, 0.03) if group == "lamp" else 1.0


def small_life(moment: PlaceMoment) -> tuple[Form, ...]:
    """Bright stars that twinkle slowly, and specks of stardust that drift by."""
    f, t = moment.framing, moment.t
    n = 150
    a = uniform(moment.seed, 95, 5 * n).reshape(n, 5)
    bearing, rise = f.yaw + 1.9 * (a[:, 0] - 0.5), -0.12 + 0.95 * a[:, 1] ** 1.2
    p = np.stack(
        [
            f.eye[0] + 288 * np.sin(bearing) * np.cos(rise),
            f.eye[1] + 288 * np.sin(rise),
            f.eye[2] + 288 * np.cos(bearing) * np.cos(rise),
        ],
        -1,
    )
    off = np.linalg.norm(
        p
        - (
            np.asarray(f.eye)
            + 288 * np.asarray(_unit((PLANET[0] - f.eye[0], PLANET[1] - f.eye[1], PLANET[2] - f.eye[2])))
        ),
        axis=1,
    )
    away = off > 1.15 * ROUND * 288 / 270
    twinkle = 0.55 + 0.45 * np.sin(t * (0.25 + 0.35 * a[:, 2]) + 6.3 * a[:, 3])
    warm = a[:, 4:5]
    colour = f32((0.70, 0.82, 1.0)) * (1 - warm) + f32((1.0, 0.78, 0.55)) * warm
    stars = Dots(
        life.seen_from(f, p)[away],
        f32(1.0 + 1.2 * a[:, 2] ** 3)[away],
        f32(colour * (0.75 * twinkle * (0.2 + 0.8 * a[:, 3] ** 2))[:, None])[away],
        glint=0.6,
        reflect=False,
        depth=288.0,
    )
    dust = life.dust(
        f,
        t,
        moment.seed,
        ((-6, -1.0, 3), (7, 4.5, 18)),
        (MIDDLE[0], 1.2, 9.0),
        (0.55, 0.45, 0.40),
        count=150,
        reach=8.0,
        size=0.014,
    )
    return stars, dust


_RAIL = _rim(1.38)

PLACE = Place(
    name="among_stars",
    framings=(
        Framing(
            "deck",
            (-0.5, 1.90, -0.6),
            0.10,
            1.25,
            -0.08,
            Move(push=0.04),
            calm=(CalmSpot(0.02, 0.66, 0.27), CalmSpot(-1.35, 0.2), CalmSpot(1.38, 0.2)),
        ),
        Framing(
            "planet",
            (0.2, 1.35, 3.6),
            0.42,
            1.45,
            -0.24,
            Move(drift=0.04),
            calm=(CalmSpot(1.39, 0.4), CalmSpot(-1.1, 0.1)),
        ),
        Framing(
            "islet",
            (1.5, 1.50, 4.4),
            -0.34,
            1.40,
            -0.12,
            Move(drift=-0.04),
            calm=(CalmSpot(-1.06, 0.66), CalmSpot(0.66, 0.66)),
        ),
    ),
    anchors=(
        Anchor(
            "middle",
            (0.15, 0.0, 4.7),
            "floor",
            1.9,
            "hero",
            ("deck",),
            verbs=("stand", "look", "dance", "wait", "walk", "float", "come"),
        ),
        Anchor(
            "at_telescope",
            (2.55, 0.0, 6.9),
            "floor",
            1.9,
            "hero",
            ("deck", "planet"),
            facing=3.6,
            verbs=("observe", "gaze", "study", "work"),
        ),
        Anchor(
            "seat",
            (SEAT[0], 0.45, SEAT[2]),
            "seat",
            1.9,
            "hero",
            ("deck", "islet"),
            facing=-0.6,
            verbs=("sit", "rest", "read", "sleep", "talk", "dream"),
        ),
        Anchor(
            "before_planet",
            (1.5, 0.0, 8.6),
            "floor",
            1.9,
            "hero",
            ("planet", "deck"),
            facing=3.5,
            verbs=("lean", "listen", "wonder", "stand", "look"),
        ),
        Anchor(
            "before_islet",
            (0.3, 0.0, 8.6),
            "floor",
            1.9,
            "hero",
            ("islet",),
            facing=0.4,
            verbs=("stand", "wave", "look", "wait"),
        ),
        Anchor(
            "floor_animal",
            (-0.9, 0.0, 6.6),
            "floor",
            1.2,
            "companion",
            ("deck",),
            facing=0.3,
            holds=("cat", "dog", "fox-head", "rabbit", "robot"),
        ),
        Anchor(
            "floor_right",
            (1.6, 0.0, 7.3),
            "floor",
            1.3,
            "companion",
            ("planet",),
            facing=0.3,
            holds=("cat", "dog", "globe-with-stand", "robot"),
        ),
        Anchor(
            "islet_animal",
            (-0.6, 0.0, 8.2),
            "floor",
            1.0,
            "companion",
            ("islet",),
            facing=0.2,
            holds=("cat", "dog", "rabbit"),
        ),
        Anchor(
            "desk",
            DESK,
            "top",
            0.6,
            "companion",
            ("deck", "islet"),
            holds=("book", "map", "compass", "hourglass", "crystal-ball"),
        ),
        Anchor(
            "cushion", (SEAT[0] + 0.62, 0.45, SEAT[2] + 0.40), "top", 0.5, "companion", ("deck",), holds=("cat", "book")
        ),
        Anchor(
            "rail",
            (_RAIL[0], 0.786, _RAIL[1]),
            "top",
            0.5,
            "companion",
            ("deck", "planet"),
            holds=("bird", "owl", "cat"),
        ),
        Anchor(
            "islet_top",
            (ISLET[0] + 0.1, ISLET[1] + 0.1, ISLET[2] - 0.9),
            "view",
            2.2,
            "companion",
            ("deck", "islet"),
            holds=("rose", "sheep", "fox-head", "child"),
            smallest=0.25,
        ),
        Anchor(
            "lamp_hook",
            (ISLET[0] + 0.9, ISLET[1] + 1.75, ISLET[2] - 0.75),
            "hang",
            0.6,
            "backdrop",
            ("deck", "islet"),
            smallest=0.1,
        ),
        Anchor("air", (-0.3, 2.5, 8.5), "air", 1.3, "companion", ("deck", "islet")),
        Anchor(
            "air_far",
            (-4.0, 6.0, 30.0),
            "air",
            6.0,
            "companion",
            ("deck", "islet"),
            smallest=0.5,
            holds=("whale", "rocket", "dragon", "balloon", "swan"),
        ),
        Anchor(
            "air_planet",
            (12.0, 7.0, 38.0),
            "air",
            6.0,
            "companion",
            ("planet",),
            smallest=0.5,
            holds=("rocket", "ship", "satellite"),
        ),
        Anchor("sky", (-120.0, 130.0, 220.0), "sky", 40.0, "backdrop", ("deck",), holds=("comet", "moon", "galaxy")),
    ),
    solids=solids,
    light=light,
    life=small_life,
    flicker=flicker,
)
