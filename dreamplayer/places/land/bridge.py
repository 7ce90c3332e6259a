"""An old stone bridge by night: three arches over a slow river, lamps on the parapet, a gate tower at its far end.

The river flows towards the eye (z 0), its water lies at height 0; the bridge crosses from left to right between z 14
and 19, its tower stands on the right bank at x 20. Groups of light: "lamp" (lamps and windows), "moon", and "far" (mist
and the distance).
"""

from __future__ import annotations

import itertools
import math
from dataclasses import replace

import numpy as np

from dreamplayer.drawing import place_life as life
from dreamplayer.drawing.place import Place, PlaceLight, PlaceMoment
from dreamplayer.drawing.place_light import hour_light, night_palette
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.solids import landscape as land
from dreamplayer.drawing.solids import materials as mat
from dreamplayer.drawing.solids.shapes import box, grid, joined, lathe, panel, rod, terrain, turned
from dreamplayer.drawing.solids.solid import Array, F, Finish, Lamp, Mask, Scenery, Sky, Solid, Source, Sun, Surface
from dreamplayer.kit.noise import quick_fbm, quick_noise
from dreamplayer.model.atmosphere import Atmosphere
from dreamplayer.model.place import Anchor, CalmSpot, Framing, Move
from dreamplayer.model.reading import Colour
from dreamplayer.model.stage import Vec3

MIDDLE = 1.0
"""Where the crown of the bridge lies, metres across."""
NEAR, FAR = 14.0, 19.0
"""Its two faces."""
ENDS = (-13.0, 15.0)
PARAPET = 0.95
THICK = 0.38
ARCHES = ((-7.4, 2.9), (MIDDLE, 3.35), (9.4, 2.9))
"""Middle and radius of each arch."""
SPRING = 0.15
PIERS = (-3.45, 5.45)
TOWER = (18.6, 24.4)
"""From and to of the gate tower across."""
STONE: Colour = (0.215, 0.185, 0.150)
_BENCH = (-5.3, 8.4)


def deck(x: Array | float) -> Array:
    """Height of the roadway at x, in metres."""
    q = np.clip((np.asarray(x, F) - MIDDLE) / 14.0, -1, 1)
    return np.asarray(3.3 + 1.1 * (1 - q * q), F)


def ashore(x: Array, z: Array) -> Array:
    """Metres from the water's edge; negative in the river."""
    q = np.clip((z - 1.0) / 13.0, 0, 1)
    bend = 0.011 * np.clip(z - 22, 0, 60) ** 2
    left = -2.3 - 8.4 * q * q * (3 - 2 * q) - bend + 0.25 * np.sin(z * 0.9)
    right = 12.6 - bend + 0.3 * np.sin(z * 0.6 + 1)
    return np.asarray(np.maximum(left - x, x - right), F)


def ground(x: Array, z: Array) -> Array:
    """Height of the banks, with a ramp to each end of the bridge."""
    d = ashore(x, z)
    k = np.clip(d / 2.4, 0, 1)
    bank = 1.05 * k * k * (3 - 2 * k) + 0.06 * np.clip(d * 4, -4, 1)
    rough = np.clip(d, 0, 1) * 0.22 * (quick_fbm(x * 0.4, z * 0.4, 5, 3) - 0.5)
    ramp = np.exp(-(((z - 16.5) / 4.4) ** 4)) * mat.step(0.6, 2.2, d)
    level = 3.28 - 0.10 * np.clip(d - 6, 0, 12)
    inland = 1.6 * np.clip((d - 9) / 25, 0, 1)
    return np.asarray((bank + rough + inland) * (1 - ramp) + level * ramp, F)


def height(x: float, z: float) -> float:
    """Height one stands at: on the bridge where it is, else on the bank."""
    if NEAR < z < FAR and ENDS[0] < x < ENDS[1]:
        return float(deck(x))
    return land.height_at(ground, x, z)


def _trodden(p: Array) -> Array:
    """A footpath along the left bank that climbs to the bridge, and the road at both its ends."""
    x, z = p[:, 0], p[:, 2]
    along = np.abs(ashore(x, z) - 2.5 - 0.3 * np.sin(z * 0.4)) * 1.0
    left = (x < MIDDLE) & (z < 15)
    road = mat.step(2.5, 1.9, np.abs(z - 16.5)) * (ashore(x, z) > 0.3)
    wander = 0.25 * (quick_fbm(x * 1.5, z * 1.5, 3, 3) - 0.5)
    return np.asarray(np.maximum(mat.step(0.72, 0.36, along + wander) * left, road), F)


def _bank(s: Surface) -> Finish:
    grass = mat.turf((0.046, 0.056, 0.028), 3, path=_trodden, bare=(0.115, 0.098, 0.074))
    return mat.blended(s, grass, mat.earth((0.055, 0.046, 0.036), 4, wet=0.5), mat.step(0.16, 0.03, s.p[:, 1]))


def _masonry(s: Surface) -> Finish:
    """Courses of dressed stone, a ring of long stones round each arch, a dark line of weed above the water."""
    base = mat.masonry(STONE, 0.34, 0.72, 4, moss=0.35)(s)
    x, y = s.p[:, 0], s.p[:, 1]
    albedo = np.broadcast_to(base.albedo, (len(x), 3)).copy()
    occlusion = np.broadcast_to(np.asarray(base.occlusion, F), (len(x),)).copy()
    for middle, r in ARCHES:
        away = np.hypot(x - middle, y - SPRING)
        ring = (away < r + 0.52) & (y > SPRING - 0.3)
        part = np.arctan2(y - SPRING, x - middle) * r / 0.42
        own = 0.75 + 0.5 * mat.chance(np.floor(part), 7)
        joint = np.abs(np.mod(part, 1) - 0.5) > 0.455
        fine = 0.7 + 0.6 * quick_fbm(x * 5, y * 5, 8, 3)
        k = own * fine * np.where(joint | (away > r + 0.47), 0.45, 1.12)
        albedo[ring] = (np.asarray(STONE, F) * k[:, None])[ring]
        occlusion[ring] = np.where(joint, 0.6, 1.0)[ring]
    streak = quick_fbm(x * 2.6, y * 0.35, 12, 3)
    albedo *= (0.72 + 0.5 * streak)[:, None]
    weed = mat.step(0.75, 0.15, y + 0.5 * (quick_fbm(x * 1.1, y, 9, 3) - 0.5))
    albedo = mat.mixed(albedo, (0.030, 0.036, 0.020), (0.8 * weed).astype(F))
    return replace(base, albedo=albedo.astype(F), occlusion=occlusion.astype(F))


def _face_cut(local: Array) -> Mask:
    x, y = local[:, 0] + ENDS[0], local[:, 1] - 0.6
    there = y < deck(x) + PARAPET
    for middle, r in ARCHES:
        there &= ~((np.hypot(x - middle, np.maximum(y - SPRING, 0)) < r) & (np.abs(x - middle) < r))
    return np.asarray(there)


def _bridge() -> list[Solid]:
    a, b = ENDS
    parts = [panel(_masonry, (a, -0.6, z), (b - a, 0, 0), (0, 6.4, 0), cut=_face_cut) for z in (NEAR, FAR)]
    # The undersides of the arches.
    for middle, r in ARCHES:
        turn = np.linspace(0, math.pi, 19)
        rows = []
        for z in np.linspace(NEAR, FAR, 5):
            row = [(middle + r, -0.6, z)]
            row += [(middle + r * math.cos(q), SPRING + r * math.sin(q), z) for q in turn]
            rows.append([*row, (middle - r, -0.6, z)])
        parts.append(grid(mat.masonry(STONE, 0.34, 0.72, 6, moss=0.3), np.array(rows, F)))
    xs = np.linspace(a, b, 43, dtype=F)
    ys = deck(xs)
    setts = mat.setts((0.135, 0.125, 0.115), 0.17, 0.55, 4)
    road = np.stack([np.stack([xs, ys, 0 * xs + z], -1) for z in np.linspace(NEAR, FAR, 5)])
    parts.append(grid(setts, road.astype(F)))
    coping = mat.masonry((0.24, 0.21, 0.17), 3.0, 1.05, 9, moss=0.15)
    for outer, inner in ((NEAR, NEAR + THICK), (FAR, FAR - THICK)):
        wall = np.stack([np.stack([xs, ys + dy, 0 * xs + inner], -1) for dy in (0.0, PARAPET)])
        parts.append(grid(mat.masonry(STONE, 0.32, 0.66, 5, moss=0.2), wall.astype(F)))
        out = -0.07 if outer == NEAR else 0.07
        section = ((outer + out, -0.16), (outer + out, 0.0), (inner - out, 0.0), (inner - out, -0.10))
        parts.append(
            grid(coping, np.stack([np.stack([xs, ys + PARAPET + dy, 0 * xs + z], -1) for z, dy in section]).astype(F))
        )
    # Cutwaters: wedges before the piers, with a roof of their own.
    for middle in PIERS:
        half, low, top = 1.12, -0.6, 2.1
        plan = ((middle - half, NEAR), (middle, NEAR - 1.35), (middle + half, NEAR))
        for p, q in itertools.pairwise(plan):
            run = (q[0] - p[0], 0.0, q[1] - p[1])
            parts.append(panel(mat.masonry(STONE, 0.34, 0.72, 7, moss=0.5), (p[0], low, p[1]), run, (0, top - low, 0)))
            peak = (middle, top + 0.85, NEAR)
            roof = np.array([[(p[0], top, p[1]), (q[0], top, q[1])], [peak, peak]], F)
            parts.append(grid(mat.masonry((0.17, 0.15, 0.125), 0.4, 0.7, 8, moss=0.4), roof))
    return parts


def _lamp_feet() -> list[Vec3]:
    """Feet of the lamps: over the piers and the right end of the bridge, and one on the bank by the bench."""
    spots = ((PIERS[0], NEAR + THICK / 2), (PIERS[1], FAR - THICK / 2), (12.7, NEAR + THICK / 2))
    x, z = _BENCH[0] - 1.55, _BENCH[1] + 0.5
    return [*((x, float(deck(x)) + PARAPET, z) for x, z in spots), (x, height(x, z) - 0.03, z)]


HEAD = 2.25
"""Height of a lamp's light above its foot."""


def _street_lamp(foot: Vec3) -> tuple[list[Solid], list[Solid]]:
    """Ironwork and glass of one lamp."""
    x, y, z = foot
    iron = mat.iron((0.030, 0.029, 0.028), 0.4)
    profile = [
        (0.17, 0.0),
        (0.15, 0.16),
        (0.075, 0.26),
        (0.055, 0.9),
        (0.075, 0.96),
        (0.045, 1.05),
        (0.038, 1.85),
        (0.09, 1.93),
        (0.11, 1.97),
    ]
    frame = [
        lathe(iron, foot, profile, sides=10),
        lathe(iron, foot, [(0.25, 2.50), (0.16, 2.62), (0.05, 2.74), (0.02, 2.86), (0.0, 2.88)], sides=8, casts=False),
        rod(iron, (x - 0.26, y + 1.78, z), (x + 0.26, y + 1.78, z), 0.015, sides=5, casts=False),
    ]
    for k in range(4):
        q = math.tau * k / 4 + 0.4
        c, s = math.cos(q), math.sin(q)
        frame.append(
            rod(
                iron,
                (x + 0.11 * c, y + 1.96, z + 0.11 * s),
                (x + 0.22 * c, y + 2.5, z + 0.22 * s),
                0.012,
                sides=4,
                casts=False,
            )
        )
    return frame, [
        lathe(
            mat.glow("lamp", (1.15, 0.98, 0.76)),
            foot,
            [(0.10, 1.98), (0.205, 2.48), (0.0, 2.49)],
            sides=10,
            casts=False,
        )
    ]


def _tower(seed: int) -> list[Solid]:
    """A gate tower over the road at the far end: an arched gate, lit windows, a steep roof with a knob."""
    a, b = TOWER
    z0, z1, foot, top = 13.3, 19.7, 1.0, 14.2
    road = 3.25
    stone = mat.masonry((0.20, 0.172, 0.14), 0.42, 0.85, 11, moss=0.15)

    def gate(local: Array) -> Mask:
        # Local coordinates: metres along z from z0, metres up from the foot.
        u, v = local[:, 0] - (z1 - z0) / 2, local[:, 1] + foot - road
        return np.asarray(~((np.abs(u) < 1.7) & (v < 2.3 + np.sqrt(np.clip(1.7**2 - u**2, 0, None)))))

    front = land.lit_windows(
        stone,
        "lamp",
        [road + 5.2 - foot, road + 8.2 - foot],
        [2.1, 4.3],
        width=0.75,
        height=1.35,
        share=0.75,
        seed=seed + 3,
    )
    side = land.lit_windows(
        stone,
        "lamp",
        [road + 2.6 - foot, road + 5.2 - foot, road + 8.2 - foot],
        [1.7, 4.1],
        width=0.75,
        height=1.35,
        share=0.6,
        seed=seed,
    )
    high, deep, wide = top - foot, z1 - z0, b - a
    parts = [
        panel(front, (a, foot, z0), (0, 0, deep), (0, high, 0), cut=gate),
        panel(stone, (b, foot, z0), (0, 0, deep), (0, high, 0), cut=gate),
        panel(side, (a, foot, z0), (wide, 0, 0), (0, high, 0)),
        panel(stone, (a, foot, z1), (wide, 0, 0), (0, high, 0)),
    ]
    # The vault of the gate.
    turn = np.linspace(0, math.pi, 13)
    section = [(1.7, 0.0), *[(1.7 * math.cos(q), 2.3 + 1.7 * math.sin(q)) for q in turn], (-1.7, 0.0)]
    vault = np.array([[(x, road + v, (z0 + z1) / 2 + u) for u, v in section] for x in np.linspace(a, b, 5)], F)
    parts.append(grid(stone, vault))
    cornice = mat.masonry((0.23, 0.20, 0.165), 0.5, 1.2, 3)
    parts += [
        box(cornice, (a - 0.2, top - 0.35, z0 - 0.2), (b + 0.2, top + 0.05, z1 + 0.2)),
        box(cornice, (a - 0.1, road + 4.5, z0 - 0.1), (b + 0.1, road + 4.72, z1 + 0.1)),
    ]
    slate = mat.masonry((0.062, 0.060, 0.066), 0.30, 0.34, 5)
    x, z = (a + b) / 2, (z0 + z1) / 2
    eaves = [(a - 0.45, z0 - 0.45), (b + 0.45, z0 - 0.45), (b + 0.45, z1 + 0.45), (a - 0.45, z1 + 0.45)]
    for k in range(4):
        p, q = eaves[k], eaves[(k + 1) % 4]
        foot_row = [(p[0], top, p[1]), (q[0], top, q[1])]
        bent = [(x + 0.42 * (c[0] - x), top + 3.0, z + 0.42 * (c[1] - z)) for c in (p, q)]
        parts.append(grid(slate, np.array([foot_row, bent, [(x, top + 7.4, z)] * 2], F)))
    parts.append(
        lathe(
            mat.metal((0.5, 0.33, 0.12), 0.5),
            (x, top + 7.2, z),
            [(0.05, 0), (0.2, 0.25), (0.05, 0.5), (0.02, 1.2), (0.0, 1.25)],
            sides=8,
        )
    )
    return parts


def _bench() -> list[Solid]:
    x, z = _BENCH
    y = height(x, z)
    board = mat.wood((0.135, 0.085, 0.050), 0, 0.25, plank=0.11, across=1)
    iron = mat.iron()
    parts: list[Solid] = []
    slats = [
        box(board, (x - 0.85, y + 0.42, z - 0.06 + 0.13 * k), (x + 0.85, y + 0.46, z + 0.04 + 0.13 * k))
        for k in range(3)
    ]
    slats += [
        box(
            board,
            (x - 0.85, y + 0.58 + 0.16 * k, z + 0.36 + 0.02 * k),
            (x + 0.85, y + 0.69 + 0.16 * k, z + 0.39 + 0.02 * k),
        )
        for k in range(2)
    ]
    legs: list[Solid] = []
    for s in (-0.7, 0.7):
        legs += [
            rod(iron, (x + s, y - 0.05, z), (x + s, y + 0.44, z), 0.03),
            rod(iron, (x + s, y - 0.05, z + 0.3), (x + s, y + 0.9, z + 0.42), 0.03),
        ]
    parts += [joined(slats), joined(legs)]
    return parts


def _town(seed: int) -> list[Solid]:
    """Houses along the far bank upstream, with a church."""
    made: list[Solid] = []
    rows = (
        (16.5, 36.0, 0.35),
        (11.0, 48.0, 0.55),
        (25.5, 33.5, 0.15),
        (1.0, 58.0, 0.50),
        (20.0, 47.0, 0.30),
        (30.0, 44.0, 0.1),
    )
    for k, (x, z, yaw) in enumerate(rows):
        made += land.cottage(
            (x, height(x, z) - 0.2, z),
            yaw,
            group="lamp",
            width=7.0 + 2.4 * float(mat.chance(k, 3)),
            depth=5.5,
            eaves=2.7 + 0.5 * float(mat.chance(k, 4)),
            pitch=3.3,
            seed=seed * 3 + k,
            share=0.85,
            wall=mat.plaster(((0.135, 0.105, 0.075), (0.105, 0.098, 0.092), (0.14, 0.098, 0.066))[k % 3], stain=0.4),
            roof=mat.masonry((0.085, 0.052, 0.040), 0.24, 0.22, k),
        )
    x, z = -6.5, 66.0
    made += land.cottage(
        (x, height(x, z) - 0.2, z),
        0.9,
        group="lamp",
        width=13.0,
        depth=8.0,
        eaves=6.0,
        pitch=6.0,
        seed=seed,
        share=1.0,
        wall=mat.masonry((0.12, 0.11, 0.10), 0.4, 0.8, 2),
    )
    spire = mat.masonry((0.055, 0.055, 0.062), 0.4, 0.5, 3)
    made += [
        box(mat.masonry((0.12, 0.11, 0.10), 0.4, 0.8, 3), (x + 4.5, 0.5, z - 9.0), (x + 8.7, 17.0, z - 4.8)),
        lathe(spire, (x + 6.6, 17.0, z - 6.9), [(3.2, -0.2), (1.6, 4.0), (0.5, 10.0), (0.0, 12.5)], sides=8),
    ]
    return made


def solids(seed: int) -> Scenery:
    """The bridge for a seed: which windows are lit, the trees, reeds and grass."""
    banks = terrain(_bank, ground, (-26, 30), (-3, 46), columns=112, rows=96, finer=1.4)
    parts: list[Solid] = [banks.replace(cut=lambda local: local[:, 1] > -0.03)]
    beyond = terrain(_bank, ground, (-70, 60), (46, 130), columns=60, rows=30, finer=1.2, casts=False)
    parts.append(beyond.replace(cut=lambda local: local[:, 1] > -0.03))
    for span in ((-90, -26), (30, 110)):
        parts.append(terrain(_bank, lambda x, z: ground(x, z) - 0.03, span, (-3, 46), columns=14, rows=16, casts=False))
    parts += _bridge() + _tower(seed) + _bench() + _town(seed)
    frames, panes = [], []
    for foot in _lamp_feet():
        frame, glass = _street_lamp(foot)
        frames += frame
        panes += glass
    parts += [joined(frames), joined(panes)]
    for k, (x, z, tall) in enumerate(
        ((-10.8, 9.6, 8.8), (-17.0, 13.0, 10.5), (17.0, 8.0, 8.5), (-19.0, 27.0, 11.0), (29.0, 26.0, 11.0))
    ):
        parts += land.tree((x, height(x, z) - 0.1, z), tall, seed=seed % 7 + k, masses=5, sprays=85)

    def rooted(x: Array, z: Array) -> Mask:
        d = ashore(x, z)
        return np.asarray((d > -0.5) & (d < 0.1) & (quick_noise(x * 0.5, z * 0.5, 7) > 0.5) & (x < MIDDLE))

    def grassy(x: Array, z: Array) -> Mask:
        p = np.stack([x, 0 * x, z], -1)
        return np.asarray((ashore(x, z) > 0.15) & (_trodden(p) < 0.3) & (np.abs(z - 16.5) > 4))

    rushes = land.scattered(seed + 1, 1500, (-11, -1), (2.5, 13), keep=rooted)
    rushes[:, 1] = np.maximum(ground(rushes[:, 0], rushes[:, 2]), 0.0) - 0.2
    grass = land.on_ground(land.scattered(seed, 1900, (-13, -1), (-1.5, 13), keep=grassy), ground, 0.03)
    parts += [
        land.reeds(rushes, height=1.15, seed=seed),
        land.tufts(grass, height=0.26, width=0.34, colour=(0.052, 0.064, 0.032), seed=seed),
        land.rock((-4.6, 0.0, 9.6), (0.42, 0.28, 0.36), seed=1, moss=0.4),
        land.ridge(
            150,
            land.treeline(9.0, seed % 9, width=7.0, base=2.0),
            colour=(0.0095, 0.0110, 0.0165),
            group="far",
            x=(-300, 300),
            foot=0.0,
            haze=0.9,
        ),
        land.ridge(
            640,
            land.hills(120, 330, seed % 5 + 2, 0.28),
            colour=(0.0150, 0.0170, 0.0270),
            group="far",
            x=(-1100, 1100),
            foot=0.0,
            haze=0.9,
        ),
        turned(
            land.ridge(
                105,
                land.treeline(10.0, seed % 9 + 2, width=8.0, base=2.0),
                colour=(0.0085, 0.0100, 0.0150),
                group="far",
                x=(-160, 160),
                foot=0.0,
                haze=0.9,
            ),
            math.pi / 2,
        ),
    ]
    lights = [
        Lamp("lamp", (x, y + HEAD, z), power, 0.10, bounce=0.0, skin=0.34, dust=0.0035, dust_reach=28.0)
        for (x, y, z), power in zip(_lamp_feet(), (9.0, 9.0, 9.0, 11.0), strict=True)
    ]
    sources: tuple[Source, ...] = (
        *lights,
        # The lamps' light as the water throws it up under the arches.
        Lamp("lamp", (MIDDLE - 0.4, 0.9, 15.6), 6.0, 0.4, shadow=0.0, bounce=0.0, skin=0.0),
        Lamp("lamp", (9.4, 0.9, 16.5), 2.6, 0.4, shadow=0.0, bounce=0.0, skin=0.0),
        Lamp("lamp", (21.0, 6.4, 16.5), 4.0, 0.2, shadow=0.0, bounce=0.0, skin=0.0),
        Sun("moon", (-0.62, 0.52, -0.58), 1.35, soft=0.03),
        Sky("sky", 0.62),
    )
    return Scenery(
        tuple(parts),
        sources,
        ("lamp", "moon", "sky", "far"),
        mist=0.0075,
        mist_group="far",
        mist_glow=0.045,
        mist_height=4.0,
    )


def light(atmosphere: Atmosphere) -> PlaceLight:
    """Lamps and windows burn in the dark hours; the distance takes the colour of the sky."""
    outside = hour_light(atmosphere)
    dark = atmosphere.hour in ("night", "none", "twilight", "dusk")
    lamp = life.scaled((1.0, 0.53, 0.20), (1.0 if dark else 0.25) * (1.0 + 0.15 * atmosphere.warmth))
    low = outside.horizon
    far = (0.5 + low[0] * 30, 0.5 + low[1] * 30, 0.5 + low[2] * 20)
    stage = replace(outside.stage, ground="water", nebula=0.55 if dark else 0.0, ridges=0.0)
    palette = night_palette(outside, key=(1.0, 0.53, 0.20), rim=(0.045, 0.048, 0.070))
    if outside.moon > 0:
        palette = replace(palette, horizon=(0.0330, 0.0235, 0.0400), glow=(0.060, 0.036, 0.042))
    return PlaceLight({"lamp": lamp, "moon": outside.window, "sky": outside.sky, "far": far}, palette, stage)


def flicker(group: str, t: float) -> float:
    """Gas light: almost steady."""
    return life.fire_flicker(t, 4, 0.03) if group == "lamp" else 1.0


def small_life(moment: PlaceMoment) -> tuple[Form, ...]:
    """Moths round the lamps, smoke over the town."""
    f, t = moment.framing, moment.t
    key = moment.light.tints["lamp"]
    forms: list[Form] = []
    for k, (x, y, z) in enumerate(_lamp_feet()[:2]):
        at = (x, y + HEAD, z)
        forms.append(
            life.dust(
                f,
                t,
                moment.seed + k,
                ((x - 1.3, y + 1.2, z - 1.3), (x + 1.3, y + 3.2, z + 1.3)),
                at,
                life.scaled(key, 0.6),
                count=60,
                reach=0.9,
                size=0.02,
            )
        )
    pale = life.scaled(moment.light.tints["far"], 0.4)
    forms.append(life.steam(f, t, moment.seed, (4.0, 10.0, 48.0), pale, height=5.0, width=0.9, lean=0.4, count=40))
    return tuple(forms)


_on = land.spot_on(height)


PLACE = Place(
    name="bridge",
    framings=(
        Framing(
            "river",
            (-4.2, 2.25, -1.6),
            0.20,
            1.28,
            -0.16,
            Move(push=0.04),
            calm=(CalmSpot(0.05, 0.68, 0.26), CalmSpot(-1.25, 0.5)),
        ),
        Framing(
            "crossing",
            (-12.6, 5.25, 16.9),
            1.53,
            1.35,
            -0.08,
            Move(drift=0.04),
            calm=(CalmSpot(-0.9, 0.55), CalmSpot(1.25, 0.6)),
        ),
        Framing(
            "arch",
            (-1.4, 0.75, 4.6),
            0.16,
            1.25,
            -0.34,
            Move(rise=0.03),
            calm=(CalmSpot(0.75, 0.7, 0.25), CalmSpot(-1.1, 0.62)),
        ),
    ),
    anchors=(
        Anchor(
            "bank_near",
            _on(-3.75, 3.1),
            "floor",
            1.9,
            "hero",
            ("river",),
            verbs=("stand", "look", "wait", "kneel", "listen", "fish"),
        ),
        Anchor(
            "bench",
            (_BENCH[0], height(*_BENCH) + 0.46, _BENCH[1] + 0.14),
            "seat",
            1.9,
            "hero",
            ("river",),
            facing=-0.3,
            verbs=("sit", "rest", "read", "talk", "dream", "sleep"),
        ),
        Anchor(
            "path", _on(-6.9, 6.9), "floor", 1.9, "companion", ("river",), verbs=("walk", "go", "come", "run", "wander")
        ),
        Anchor(
            "grass",
            _on(-3.3, 4.6),
            "floor",
            0.9,
            "companion",
            ("river",),
            holds=("cat", "dog", "duck", "frog"),
            verbs=("lie", "curl"),
        ),
        Anchor(
            "crown",
            _on(0.2, 16.2),
            "floor",
            1.9,
            "hero",
            ("crossing",),
            facing=1.57,
            verbs=("stand", "look", "cross", "meet", "walk"),
        ),
        Anchor(
            "crossing_near",
            _on(-6.3, 17.6),
            "floor",
            1.9,
            "hero",
            ("crossing",),
            facing=1.4,
            verbs=("walk", "come", "go", "cross", "run", "wait", "stand"),
        ),
        Anchor(
            "parapet_lean",
            _on(-4.6, 15.2),
            "floor",
            1.9,
            "companion",
            ("crossing",),
            facing=0.4,
            verbs=("lean", "gaze", "look"),
        ),
        Anchor(
            "road_animal",
            _on(-5.2, 16.1),
            "floor",
            1.2,
            "companion",
            ("crossing",),
            facing=1.2,
            holds=("cat", "dog"),
            verbs=("sit", "sleep"),
        ),
        Anchor(
            "parapet_top",
            (-1.2, float(deck(-1.2)) + PARAPET, NEAR + 0.2),
            "top",
            0.6,
            "companion",
            ("crossing", "river"),
            holds=("bird", "dove", "owl", "cat"),
        ),
        Anchor(
            "parapet_near",
            (-7.6, float(deck(-7.6)) + PARAPET, NEAR + 0.2),
            "top",
            0.5,
            "companion",
            ("crossing",),
            holds=("lantern", "book", "cat"),
        ),
        Anchor(
            "bank_right",
            _on(13.9, 12.2),
            "floor",
            2.4,
            "companion",
            ("river", "arch"),
            holds=("horse", "deer"),
            smallest=0.5,
        ),
        Anchor(
            "lamp_bracket",
            (PIERS[1] - 0.26, float(deck(PIERS[1])) + PARAPET + 1.76, FAR - THICK / 2),
            "hang",
            0.5,
            "companion",
            ("crossing",),
        ),
        Anchor("river_near", (1.4, 0.0, 9.4), "sea", 2.6, "hero", ("river", "arch"), holds=("swan", "boat", "duck")),
        Anchor("river_middle", (5.6, 0.0, 11.6), "sea", 3.5, "companion", ("river", "arch"), holds=("boat",)),
        Anchor("under_arch", (MIDDLE + 0.3, 0.0, 17.5), "sea", 2.4, "companion", ("arch",), holds=("boat", "swan")),
        Anchor("air", (2.6, 3.4, 9.0), "air", 1.0, "companion", ("river", "arch")),
        Anchor("air_high", (6.0, 8.6, 22.0), "air", 2.5, "companion", ("river", "arch"), smallest=0.3),
        Anchor("gate", _on(17.5, 16.5), "floor", 2.2, "backdrop", ("crossing",), facing=1.57, smallest=0.9),
        Anchor(
            "tower_top",
            ((TOWER[0] + TOWER[1]) / 2, 14.0, 16.5),
            "view",
            12.0,
            "backdrop",
            ("river", "crossing"),
            smallest=3.0,
        ),
        Anchor("sky", (-60.0, 110.0, 260.0), "sky", 40.0, "backdrop", ("river",)),
    ),
    solids=solids,
    light=light,
    life=small_life,
    flicker=flicker,
    ground_at=height,
)
