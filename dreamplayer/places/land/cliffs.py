"""Sea cliffs under a low moon: a footpath with a rope fence climbs to a lighthouse, surf lies far below.

The path runs from the eye (z 0, 24 m above the sea at height 0) along the edge, round a bay at z 21, to the
lighthouse on a nose at z 56. The sea lies to the right, headlands follow beyond. Groups of light: "lamp" (lighthouse,
house and a storm lantern), "moon", and "far" (haze and the distance).
"""

from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np

from dreamplayer.drawing import place_life as life
from dreamplayer.drawing.place import Place, PlaceLight, PlaceMoment
from dreamplayer.drawing.place_light import hour_light, night_palette
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.solids import landscape as land
from dreamplayer.drawing.solids import materials as mat
from dreamplayer.drawing.solids.shapes import box, grid, joined, lathe, rod, terrain, tube
from dreamplayer.drawing.solids.solid import Array, F, Finish, Lamp, Mask, Scenery, Sky, Solid, Source, Sun, Surface
from dreamplayer.kit.noise import quick_fbm, quick_noise
from dreamplayer.model.atmosphere import Atmosphere
from dreamplayer.model.place import Anchor, CalmSpot, Framing, Move
from dreamplayer.model.stage import Vec3

MOON = (0.52, 0.20, 0.83)
TOP = 24.0
"""Height of the cliff above the sea at the eye."""
TOWER = (3.4, 57.0)
TALL = 18.0
BENCH = (-5.0, 7.6)
LANTERN = (-0.75, 6.3)


def edge(z: Array | float) -> Array:
    """Where the cliff breaks off, metres across, at distances z: bays and noses, the last of them with the tower."""
    z = np.asarray(z, F)
    nose = 12.0 * np.exp(-(((z - 57) / 12.0) ** 2))
    bay = -18.0 * np.exp(-(((z - 21) / 10.5) ** 2))
    jagged = 0.5 * np.sin(z * 0.9) + 0.35 * np.sin(z * 2.1 + 1)
    return np.asarray(3.3 + nose + bay + jagged - 1.6 * np.clip(z - 66, 0, 60), F)


def path(z: Array | float) -> Array:
    """Middle of the footpath."""
    z = np.asarray(z, F)
    return np.asarray(
        1.1
        + 0.40 * np.sin(z * 0.35)
        - 18.0 * np.exp(-(((z - 21) / 11.0) ** 2))
        + 2.0 * np.exp(-(((z - 56) / 12.0) ** 2)),
        F,
    )


def _turf_height(x: Array, z: Array) -> Array:
    """Height of the grass on top."""
    inland = np.clip(-x, 0, 60)
    knoll = 3.2 * np.exp(-(((x - TOWER[0]) / 13.0) ** 2 + ((z - TOWER[1]) / 12.0) ** 2))
    roll = 0.9 * (quick_fbm(x * 0.10, z * 0.10, 5, 3) - 0.5) * np.clip(np.abs(x - path(z)) / 2.5, 0, 1)
    return np.asarray(TOP + knoll + roll + 0.05 * inland, F)


def height(x: float, z: float) -> float:
    """Height of the grass at one spot, in metres above the sea."""
    return land.height_at(_turf_height, x, z)


def _trodden(p: Array) -> Array:
    wander = 0.22 * (quick_fbm(p[:, 0] * 1.6, p[:, 2] * 1.6, 3, 3) - 0.5)
    return np.asarray(mat.step(0.62, 0.34, np.abs(p[:, 0] - path(p[:, 2])) + wander) * (p[:, 2] < 54), F)


def _strata(s: Surface) -> Finish:
    """Chalk and sandstone in tilted beds, with ledges of grass above and dark wet rock below."""
    x, y, z = s.p[:, 0], s.p[:, 1], s.p[:, 2]
    along = x * 0.6 + z
    warp = 1.6 * (quick_fbm(along * 0.07, y * 0.07, 4, 3) - 0.5)
    bed = (y + 0.10 * along + warp + 0.7 * np.sin(y * 0.9)) / 0.85
    i = np.floor(bed)
    inside = bed - i
    own = mat.chance(i, 6)
    fine = quick_fbm(along * 1.2, y * 2.2, 7, 4)
    chalk = np.asarray((0.270, 0.228, 0.178), F)
    rust = np.asarray((0.190, 0.120, 0.078), F)
    albedo = mat.mixed(chalk, rust, 0.8 * np.clip(1.6 * own - 0.5, 0, 1)) * (0.45 + 0.9 * fine)[:, None]
    crack = quick_fbm(along * 0.55, y * 0.10 + 0.4 * own, 9, 4)
    dark = 0.5 * mat.step(0.14, 0.0, inside) * own + 0.6 * mat.step(0.05, 0.0, np.abs(crack - 0.5))
    albedo *= ((1 - 0.6 * np.clip(dark, 0, 1)) * (0.55 + 0.9 * quick_fbm(along * 0.30, y * 0.06, 15, 3)))[:, None]
    ledge = mat.step(0.45, 0.75, s.n[:, 1] + 0.5 * (fine - 0.5)) * mat.step(6, 12, y)
    albedo = mat.mixed(albedo, np.asarray((0.040, 0.052, 0.024), F) * (0.5 + fine)[:, None], ledge.astype(F))
    wet = mat.step(3.6, 1.2, y + 2.0 * (fine - 0.5))
    albedo = mat.mixed(albedo, (0.030, 0.030, 0.028), (0.85 * wet).astype(F))
    foam = mat.step(0.9, 0.2, y) * mat.step(0.35, 0.55, quick_fbm(x * 0.8, z * 0.8, 8, 3))
    albedo = mat.mixed(albedo, (0.40, 0.42, 0.44), foam.astype(F))
    return Finish(albedo, (0.06 + 0.5 * wet).astype(F), normal=mat.rough(s, 1.6, 0.32, 5))


def _face(start: float, end: float, steps: int, brink: land.Ground | None = None) -> Solid:
    """The cliff's face from z to z: it juts and recedes in buttresses, and stands in the sea."""
    z = np.linspace(start, end, steps)
    down = np.concatenate([np.linspace(0, 0.12, 5), np.linspace(0.17, 1.0, 22)])
    zz, dd = np.meshgrid(z, down)
    brow = edge(zz)
    top = _turf_height(brow, zz) + 0.02
    rough = 3.0 * (quick_fbm(zz * 0.16, dd * 2.2, 11, 4) - 0.5) * np.clip(dd * 6, 0, 1)
    ribs = 6.5 * np.abs(quick_fbm(zz * 0.22, dd * 0.6 + 3, 14, 4) - 0.5) * np.clip(dd * 4, 0, 1)
    out = 0.25 * np.sqrt(np.clip(dd * 12, 0, 1)) + 4.2 * dd**1.6 + rough - ribs
    step = 0.9 * np.floor(dd * 5) / 5
    y = top * (1 - dd) - 1.2 * dd
    return grid(_strata, np.stack([brow + out + step, y, zz], -1).astype(F))


def _turf(s: Surface) -> Finish:
    grass = mat.turf((0.058, 0.066, 0.030), 3, path=_trodden, bare=(0.150, 0.126, 0.092))(s)
    brink = mat.step(0.9, 0.1, edge(s.p[:, 2]) - s.p[:, 0] + 0.5 * (quick_fbm(s.p[:, 0], s.p[:, 2], 4, 3) - 0.5))
    return replace(grass, albedo=mat.mixed(grass.albedo, (0.150, 0.125, 0.092), (0.7 * brink).astype(F)))


def _headland(seed: int, x0: float, z0: float, wide: float, deep: float, tall: float) -> Solid:
    """A headland farther along the coast: steep to the sea on the right, grass on top."""

    def hill(x: Array, z: Array) -> Array:
        nose = x0 + 7.0 * (quick_fbm(z * 0.07, 0 * z, seed, 3) - 0.5) - 0.020 * (z - z0) ** 2 / max(deep / 30, 1)
        q = np.clip((nose - x) / 7.0, -0.3, 1)
        rough = 1 + 0.12 * (quick_fbm(x * 0.08, z * 0.08, seed + 3, 4) - 0.5)
        ends = np.clip((deep - np.abs(z - z0)) / (0.3 * deep), 0, 1)
        return np.asarray(
            (tall * np.sign(q) * np.abs(q) ** 0.45 * rough + 0.06 * np.clip(nose - x, 0, 80)) * ends - 0.8, F
        )

    def cover(s: Surface) -> Finish:
        rock, grass = _strata(s), mat.turf((0.050, 0.058, 0.028), 4)(s)
        level = mat.step(0.72, 0.90, s.n[:, 1]) * mat.step(tall * 0.6, tall * 0.8, s.p[:, 1])
        normal = rock.normal if rock.normal is not None else s.n
        return Finish(mat.mixed(rock.albedo, grass.albedo, level.astype(F)), 0.05, normal=normal)

    return terrain(cover, hill, (x0 - wide, x0 + 8), (z0 - deep, z0 + deep), columns=64, rows=44, finer=1.0)


def _fence() -> list[Solid]:
    """Posts along the edge with a slack rope."""
    timber = mat.wood((0.120, 0.095, 0.072), 1, 0.1, across=0)
    posts: list[Solid] = []
    ropes: list[Solid] = []
    tops: list[Vec3] = []
    for k in range(14):
        z = 3.4 + 2.3 * k
        x = min(float(edge(z)) - 0.75, float(path(z)) + 2.2)
        y = height(x, z)
        lean = 0.10 * (float(mat.chance(k, 5)) - 0.5)
        posts.append(rod(timber, (x, y - 0.2, z), (x + lean, y + 0.98, z), 0.052, sides=7))
        tops.append((x + lean, y + 0.90, z))
    hemp = mat.plain((0.20, 0.165, 0.11), 0.1, vary=0.3, scale=30)
    for a, b in itertools.pairwise(tops):
        for drop in (0.0, 0.42):
            q = np.linspace(0, 1, 7)[:, None]
            line = np.asarray(a) * (1 - q) + np.asarray(b) * q
            line[:, 1] -= drop + 0.16 * np.sin(np.pi * q[:, 0])
            ropes.append(tube(hemp, line, 0.016, sides=5))
    return [joined(posts), joined(ropes)]


def _bench() -> list[Solid]:
    x, z = BENCH
    y = height(x, z)
    board = mat.wood((0.125, 0.098, 0.074), 2, 0.2, plank=0.14, across=0, worn=0.5)
    legs = [box(board, (x - 0.22, y - 0.2, z + s), (x + 0.22, y + 0.42, z + s + 0.09)) for s in (-0.7, 0.62)]
    return [joined(legs), box(board, (x - 0.24, y + 0.42, z - 0.9), (x + 0.24, y + 0.475, z + 0.9))]


def _storm_lantern() -> list[Solid]:
    """A lantern on a hook at a post beside the path."""
    x, z = LANTERN
    y = height(x, z)
    iron = mat.iron((0.03, 0.028, 0.027), 0.4)
    timber = mat.wood((0.105, 0.082, 0.062), 1, 0.1, across=0)
    at = (x - 0.34, y + 1.42, z)
    return [
        rod(timber, (x, y - 0.2, z), (x, y + 1.95, z), 0.06, sides=8),
        tube(iron, [(x, y + 1.82, z), (x - 0.26, y + 1.88, z), (x - 0.34, y + 1.74, z)], 0.014, sides=5, casts=False),
        lathe(iron, at, [(0.10, 0.15), (0.07, 0.21), (0.02, 0.27), (0.0, 0.33)], sides=10, casts=False),
        lathe(iron, at, [(0.0, -0.19), (0.10, -0.18), (0.10, -0.14), (0.075, -0.13)], sides=10, casts=False),
        lathe(
            mat.glow("lamp", (1.25, 1.05, 0.8)), at, [(0.07, -0.13), (0.088, 0.0), (0.07, 0.15)], sides=10, casts=False
        ),
    ]


def _surf() -> Solid:
    """Foam at the foot of the cliffs."""
    z = np.linspace(-3.0, 82.0, 150)
    zz, oo = np.meshgrid(z, np.linspace(2.0, 12.5, 9))
    points = np.stack([edge(zz) + oo, 0.05 + 0 * zz, zz], -1).astype(F)

    def lace(local: Array) -> Mask:
        x, z, out = local[:, 0], local[:, 1], local[:, 2]
        broken = quick_fbm(x * 0.45, z * 0.45, 6, 4) + 0.25 * quick_noise(x * 1.7, z * 1.7, 8)
        return np.asarray(broken > 0.42 + 0.035 * np.clip(out - 4.5, -3, 9))

    local = np.stack([points[..., 0], points[..., 2], oo], -1).astype(F)
    return grid(mat.plain((0.34, 0.36, 0.38), 0.2, vary=0.4, scale=0.8), points, local=local, casts=False, cut=lace)


def solids(seed: int) -> Scenery:
    """The cliffs for a seed: grass and flowers of the edge, the rocks in the surf."""
    top = terrain(_turf, _turf_height, (-75, 19), (-3, 82), columns=120, rows=104, finer=1.7)
    parts: list[Solid] = [top.replace(cut=lambda local: local[:, 0] < edge(local[:, 2]) + 0.30)]
    parts.append(_face(-3.0, 82.0, 150))
    parts.append(_surf())
    parts += _fence() + _bench() + _storm_lantern()
    tx, tz = TOWER
    ty = height(tx, tz)
    parts += land.lighthouse((tx, ty - 0.3, tz), TALL, group="lamp", seed=seed % 5, bands=5)
    parts += land.cottage(
        (tx - 8.0, height(tx - 8, tz + 1.5) - 0.3, tz + 1.5),
        0.12,
        group="lamp",
        width=8.6,
        depth=5.5,
        share=1.0,
        seed=seed % 3,
    )
    wall = [
        (x, height(x, 49.0 + 0.05 * (x + 4) ** 2) - 0.05, 49.0 + 0.05 * (x + 4) ** 2) for x in np.linspace(-15, 0.5, 16)
    ]
    parts.append(land.dry_wall(wall, height=0.9, seed=3))
    parts += [
        _headland(3, 8.0, 190.0, 90.0, 70.0, 36.0),
        _headland(7, 62.0, 360.0, 160.0, 110.0, 52.0),
    ]
    for k, (x, z, size) in enumerate(
        ((-1.0, 27.0, 2.4), (11.5, 40.0, 3.4), (21.5, 47.0, 2.0), (27.0, 58.0, 4.2), (31.0, 66.0, 2.4))
    ):
        own = size * (0.85 + 0.3 * float(mat.chance(k, seed)))
        parts.append(
            land.rock(
                (x, -0.8, z),
                (own * 1.1, own * 0.95, own * 0.8),
                seed=seed % 7 + k,
                moss=0.0,
                colour=(0.085, 0.075, 0.066),
            )
        )

    def grassy(x: Array, z: Array) -> Mask:
        p = np.stack([x, 0 * x, z], -1)
        return np.asarray((x < edge(z) - 0.05) & (_trodden(p) < 0.3))

    near = land.on_ground(land.scattered(seed, 2300, (-8, 4), (1.4, 20), keep=grassy), _turf_height, 0.03)
    beyond = land.on_ground(land.scattered(seed + 5, 900, (-14, 3), (34.6, 47), keep=grassy), _turf_height, 0.03)
    clump = land.on_ground(
        land.scattered(
            seed + 3,
            420,
            (-9, 4),
            (2.0, 24),
            keep=lambda x, z: grassy(x, z) & (quick_noise(x * 0.5, z * 0.5, 3) > 0.55),
        ),
        _turf_height,
        0.03,
    )
    parts += [
        land.tufts(beyond, height=0.32, width=0.36, colour=(0.080, 0.084, 0.040), seed=seed + 2),
        land.tufts(near, height=0.34, width=0.34, colour=(0.072, 0.078, 0.036), seed=seed),
        land.tufts(clump, height=0.30, width=0.30, colour=(0.200, 0.110, 0.130), seed=seed + 1, count=7),
        land.ridge(
            900,
            land.hills(95, 700, seed % 5 + 4, 0.3),
            colour=(0.0200, 0.0220, 0.0330),
            group="far",
            x=(-1500, 60),
            foot=0.0,
            haze=0.8,
        ),
    ]
    lx, lz = LANTERN
    sources: tuple[Source, ...] = (
        Lamp(
            "lamp",
            (lx - 0.34, height(lx, lz) + 1.42, lz),
            3.4,
            0.07,
            bounce=0.0,
            skin=0.24,
            dust=0.004,
            dust_reach=20.0,
        ),
        Lamp(
            "lamp",
            (tx, ty + TALL + 1.0, tz),
            130.0,
            0.6,
            shadow=0.0,
            bounce=0.0,
            skin=0.0,
            dust=0.0006,
            dust_reach=70.0,
        ),
        Lamp("lamp", (tx - 7.0, ty + 1.6, tz - 3.4), 5.0, 0.2, shadow=0.0, bounce=0.0, skin=0.0),
        Sun("moon", MOON, 2.2, soft=0.03),
        # The bright low sky over the sea, which the cliffs face.
        Sun("moon", (0.85, 0.22, -0.45), 1.0, soft=0.10),
        Sky("sky", 0.85),
    )
    return Scenery(
        tuple(parts), sources, ("lamp", "moon", "sky", "far"), mist=0.0030, mist_group="far", mist_glow=0.045
    )


def light(atmosphere: Atmosphere) -> PlaceLight:
    """The lamp burns from dusk to dawn; rock and sea take the light of the sky."""
    outside = hour_light(atmosphere)
    by_day = atmosphere.hour in ("day", "morning", "sunrise")
    lamp = life.scaled((1.0, 0.54, 0.21), (0.3 if by_day else 1.0) * (1.0 + 0.15 * atmosphere.warmth))
    low = outside.horizon
    far = (0.45 + 22 * low[0], 0.5 + 22 * low[1], 0.5 + 18 * low[2])
    palette = night_palette(outside, key=(1.0, 0.54, 0.21), rim=(0.046, 0.050, 0.070))
    if outside.moon > 0:
        palette = replace(
            palette, zenith=(0.0075, 0.0095, 0.0330), horizon=(0.0230, 0.0250, 0.0620), glow=(0.036, 0.034, 0.060)
        )
    stage = replace(outside.stage, ground="water", ridges=0.0, glow_x=0.5)
    return PlaceLight({"lamp": lamp, "moon": outside.window, "sky": outside.sky, "far": far}, palette, stage)


def flicker(group: str, t: float) -> float:
    """The lamp burns steadily."""
    return life.fire_flicker(t, 7, 0.04) if group == "lamp" else 1.0


def small_life(moment: PlaceMoment) -> tuple[Form, ...]:
    """The moon and its path on the sea, the beam, seeds that the wind carries over the edge."""
    f, t = moment.framing, moment.t
    shining = hour_light(moment.atmosphere).moon
    forms: list[Form] = []
    disc = life.moon(f, MOON, shining, size=11.0)
    if disc:
        glint = life.scaled((0.60, 0.56, 0.48), shining)
        forms += [*disc, life.glitter(f, MOON, t, moment.seed, glint, count=800, near=55.0, far=900.0)]
    lamp = moment.light.tints["lamp"]
    tx, tz = TOWER
    forms += life.beam(f, t, (tx, height(tx, tz) + TALL + 0.3, tz), life.scaled(lamp, 0.05))
    x, z = LANTERN
    at = (x - 0.34, height(x, z) + 1.42, z)
    forms.append(
        life.dust(
            f,
            t,
            moment.seed,
            ((x - 2.4, at[1] - 1.2, z - 2.0), (x + 1.8, at[1] + 1.2, z + 2.0)),
            at,
            life.scaled(lamp, 0.55),
            count=110,
            reach=1.3,
            size=0.014,
        )
    )
    return tuple(forms)


_on = land.spot_on(height)


PLACE = Place(
    name="cliffs",
    framings=(
        Framing(
            "path",
            (0.9, TOP + 2.5, -1.8),
            0.05,
            1.22,
            0.12,
            Move(push=0.04),
            calm=(CalmSpot(1.2, 0.58), CalmSpot(-1.25, 0.6), CalmSpot(0.55, 0.68, 0.25)),
        ),
        Framing(
            "brink",
            (-4.5, TOP + 2.1, 3.6),
            0.20,
            1.40,
            0.24,
            Move(drift=0.04),
            calm=(CalmSpot(-1.1, 0.6), CalmSpot(0.8, 0.66, 0.26)),
        ),
        Framing(
            "tower",
            (-9.6, TOP + 1.2, 33.0),
            0.44,
            1.40,
            -0.34,
            Move(rise=0.04),
            calm=(CalmSpot(1.2, 0.55), CalmSpot(-1.4, 0.66, 0.26)),
        ),
    ),
    anchors=(
        Anchor(
            "path_near",
            _on(float(path(3.4)) - 0.1, 3.4),
            "floor",
            1.9,
            "hero",
            ("path",),
            verbs=("walk", "stand", "come", "go", "look", "run"),
        ),
        Anchor(
            "bench",
            (BENCH[0], height(*BENCH) + 0.475, BENCH[1]),
            "seat",
            1.9,
            "hero",
            ("path", "brink"),
            facing=-0.9,
            verbs=("sit", "rest", "read", "talk", "dream", "sleep"),
        ),
        Anchor(
            "brink",
            _on(-1.35, 7.4),
            "floor",
            1.9,
            "hero",
            ("brink", "path"),
            facing=-0.8,
            verbs=("gaze", "wait", "kneel", "lean", "listen"),
        ),
        Anchor(
            "path_bay",
            _on(float(path(9.0)), 9.0),
            "floor",
            1.9,
            "hero",
            ("brink",),
            verbs=("walk", "stand", "look", "come"),
        ),
        Anchor(
            "grass_animal",
            _on(-3.3, 5.6),
            "floor",
            1.4,
            "companion",
            ("path",),
            facing=0.3,
            holds=("dog", "sheep", "goat", "cat", "rabbit"),
        ),
        Anchor(
            "pasture",
            _on(-9.5, 12.5),
            "floor",
            2.4,
            "companion",
            ("path", "brink"),
            facing=0.5,
            holds=("sheep", "cow", "horse"),
            smallest=0.4,
        ),
        Anchor(
            "lamp_post",
            (LANTERN[0], height(*LANTERN) + 1.95, LANTERN[1]),
            "top",
            0.5,
            "companion",
            ("path",),
            holds=("bird", "owl"),
        ),
        Anchor("hook", (LANTERN[0] - 0.26, height(*LANTERN) + 1.84, LANTERN[1]), "hang", 0.5, "companion", ("path",)),
        Anchor(
            "tower_path",
            _on(float(path(45.0)), 45.0),
            "floor",
            1.9,
            "companion",
            ("tower",),
            verbs=("walk", "go", "return"),
            smallest=0.5,
        ),
        Anchor(
            "tower_grass",
            _on(-7.0, 39.5),
            "floor",
            1.9,
            "hero",
            ("tower",),
            facing=-0.4,
            verbs=("stand", "look", "wait", "walk", "sit"),
        ),
        Anchor(
            "tower_sheep",
            _on(-5.0, 41.0),
            "floor",
            1.5,
            "companion",
            ("tower",),
            facing=0.6,
            holds=("sheep", "dog", "goat"),
        ),
        Anchor(
            "wall",
            (-4.0, height(-4.0, 49.0) + 0.84, 49.0),
            "top",
            0.8,
            "companion",
            ("tower",),
            smallest=0.2,
            holds=("bird", "cat"),
        ),
        Anchor("sea_near", (40.0, 0.0, 84.0), "sea", 8.0, "companion", ("path",), smallest=2.0, holds=("boat", "ship")),
        Anchor("sea_far", (95.0, 0.0, 210.0), "sea", 40.0, "hero", ("path", "brink"), smallest=8.0, holds=("ship",)),
        Anchor("air", (1.6, TOP + 2.6, 8.5), "air", 1.2, "companion", ("path",), holds=("bird",)),
        Anchor("air_bay", (3.0, TOP + 1.0, 22.0), "air", 2.0, "companion", ("brink",), smallest=0.3, holds=("bird",)),
        Anchor("air_tower", (-2.0, TOP + 11.0, 50.0), "air", 3.0, "companion", ("tower",), smallest=0.4),
        Anchor("headland", (-2.0, TOP + 12.0, 190.0), "view", 30.0, "backdrop", ("path", "brink"), smallest=6.0),
        Anchor("sky", (-60.0, 130.0, 260.0), "sky", 40.0, "backdrop", ("path", "tower")),
    ),
    solids=solids,
    light=light,
    life=small_life,
    flicker=flicker,
    ground_at=height,
)
