"""A desert by night: great dunes with sharp crests, a tent with a lamp and a fire before it, a caravan far away.

The eye stands in a hollow of the sand (z 0); the tent stands on the right at z 12, camels walk along a crest at z 70.
The moon is on the left, so each dune has a bright and a dark side. Groups of light: "lamp" (the tent's lamp and the
fire), "moon", and "far" (haze and the distance).
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
from dreamplayer.drawing.solids.furniture import logs, placed
from dreamplayer.drawing.solids.shapes import ball, box, grid, joined, lathe, panel, rod, terrain, tube
from dreamplayer.drawing.solids.solid import Array, F, Finish, Lamp, Scenery, Sky, Solid, Source, Sun, Surface
from dreamplayer.kit.hashing import uniform
from dreamplayer.kit.noise import quick_fbm, quick_noise
from dreamplayer.model.atmosphere import Atmosphere
from dreamplayer.model.place import Anchor, CalmSpot, Framing, Move
from dreamplayer.model.reading import Colour, TimeOfDay
from dreamplayer.model.stage import Vec3

MOON = (-0.72, 0.34, 0.42)
TENT = (4.9, 11.8)
FIRE = (1.7, 8.9)
SAND: Colour = (0.270, 0.160, 0.080)
_CREST = 74.0
"""Distance of the crest the caravan walks on."""


def _crest(x: Array, shift: float, wave: float, seed: int) -> Array:
    """Distance of a dune's crest for metres across: it winds like an S."""
    return np.asarray(shift + wave * np.sin(x * 0.035 + seed) + 0.35 * wave * np.sin(x * 0.083 + 2 * seed), F)


_DUNES = (
    (27.0, 5.0, 4.4, 26.0, 7.0, 1),
    (_CREST, 11.0, 13.0, 46.0, 16.0, 2),
    (132.0, 18.0, 21.0, 70.0, 26.0, 4),
    (215.0, 24.0, 31.0, 100.0, 40.0, 5),
)
"""Distance of the crest, its winding, height, length of the near and of the far side, and which it is."""


def ground(x: Array, z: Array) -> Array:
    """Height of the sand: a hollow round the camp, dunes with a gentle near side and a steep far one."""
    high = 0.5 * (quick_fbm(x * 0.05, z * 0.05, 3, 3) - 0.5)
    for at, wave, tall, near, far, seed in _DUNES:
        crest = _crest(x, at, wave, seed)
        own = tall * (0.45 + 0.9 * quick_fbm(x * 0.012 + seed, 0 * x + seed, seed, 3))
        q = np.where(z < crest, (crest - z) / near, (z - crest) / far)
        high = np.maximum(high, own * np.clip(1 - q, 0, 1) ** 1.25)
    left = (
        5.2
        * np.exp(-(((x + 17.0 + 0.15 * z) / 8.5) ** 2))
        * np.clip((z + 6) / 14, 0, 1)
        * np.exp(-(((z - 14) / 17.0) ** 2))
    )
    camp = np.clip((np.hypot(x - 1.6, (z - 9.5) * 0.8) - 5.0) / 7.0, 0, 1)
    return np.asarray(high * (0.12 + 0.88 * camp) + left, F)


def height(x: float, z: float) -> float:
    """Height of the sand at one point."""
    return land.height_at(ground, x, z)


def track(z: Array | float) -> Array:
    """Where footprints lead from the eye to the tent."""
    q = np.clip((np.asarray(z, float) - 1.0) / 9.5, 0, 1)
    return np.asarray(-0.5 + 2.4 * q**1.4 + 0.3 * np.sin(4 * q))


def _sand(s: Surface) -> Finish:
    """Sand in ripples that lie across the wind, with a grain, and a track of footprints."""
    x, z = s.p[:, 0], s.p[:, 2]
    away = np.hypot(x, z)
    broad = quick_fbm(x * 0.12, z * 0.12, 4, 3)
    phase = 10.5 * (z + 0.35 * x + 0.9 * quick_fbm(x * 0.30, z * 0.30, 6, 3))
    calm = np.clip(1 - away / 42, 0, 1) * (0.35 + 0.9 * mat.step(0.35, 0.65, broad))
    slope = np.cos(phase) + 0.35 * np.cos(2 * phase + 1)
    lean = np.stack([0.10 * slope * calm, 0 * x, 0.30 * slope * calm], -1)
    rough = np.stack([quick_noise(x * 7, z * 7, k) - 0.5 for k in (5, 6, 7)], -1) * F(0.10)
    rough[:, 1] = 0
    i = np.floor(z / 0.62)
    side = np.where(np.mod(i, 2) > 0.5, 0.13, -0.13)
    a = (x - track(z) - side) / 0.085
    b = (z - (i + 0.5) * 0.62) / 0.16
    r = np.hypot(a, b)
    walked = (z > 1.2) & (z < 8.2)
    print_ = np.clip(1.25 - r, 0, 1) * walked
    lean = lean * (1 - np.clip(print_ * 3, 0, 1))[:, None]
    lean[:, 0] += -0.55 * a * np.clip(print_ * 3, 0, 1) * (r < 1.25)
    lean[:, 2] += -0.55 * b * np.clip(print_ * 3, 0, 1) * (r < 1.25)
    grain = 0.9 + 0.2 * quick_noise(x * 90, z * 90, 9)
    albedo = np.asarray(SAND, F) * ((0.78 + 0.40 * broad + 0.07 * slope * calm) * grain * (1 - 0.30 * print_))[:, None]
    return Finish(
        albedo.astype(F),
        0.05,
        0.0,
        (1 - 0.5 * np.clip(print_ * 2, 0, 1)).astype(F),
        normal=mat.tilted(s.n, (lean + rough).astype(F)),
    )


def _tent() -> list[Solid]:
    """A wide black-and-white tent on poles, open in front: carpets, cushions, a low table and a lamp inside."""
    half, deep, ridge, side = 3.1, 3.6, 2.75, 1.45
    weave = mat.cloth((0.215, 0.165, 0.115), 3.0, 0.45, stripe=(0.105, 0.052, 0.040), seed=4)
    u, v = np.meshgrid(np.linspace(-1, 1, 25), np.linspace(0, 1, 11))
    # The roof sags between its poles and comes down to the back.
    pole = 0.5 + 0.5 * np.cos(np.pi * np.clip(np.abs(u) * 2.0, 0, 2))
    peak = ridge * (0.90 + 0.10 * pole) - 0.75 * np.abs(u) ** 1.5
    front = np.stack([half * u, peak - 0.40, 0 * u - 0.9], -1)
    top = np.stack([half * u, peak, 0 * u + 1.2], -1)
    back = np.stack([half * 1.08 * u, 0.75 + 0 * u, 0 * u + deep], -1)
    w = v[..., None]
    roof = np.where(
        w < 0.4, front * (1 - w / 0.4) + top * (w / 0.4), top * (1 - (w - 0.4) / 0.6) + back * ((w - 0.4) / 0.6)
    )
    roof[..., 1] -= 0.10 * np.sin(np.pi * np.clip((v - 0.4) / 0.6, 0, 1))
    local = np.stack([roof[..., 2] * 0.9, roof[..., 0], 0 * v], -1)
    parts: list[Solid] = [grid(weave, roof.astype(F), local=local.astype(F))]
    for s in (-1.0, 1.0):
        zz, yy = np.meshgrid(np.linspace(-0.9, deep, 12), np.linspace(0, 1, 7))
        q = (zz + 0.9) / (deep + 0.9)
        eave = np.where(zz < 1.2, side + 0.15, 1.60 - 0.85 * (zz - 1.2) / (deep - 1.2))
        wall = np.stack([s * (half * (1 + 0.08 * q) + 0.35 * (1 - yy)), eave * yy, zz], -1)
        parts.append(grid(weave, wall.astype(F), local=np.stack([zz, wall[..., 1], 0 * yy], -1).astype(F)))
    parts.append(panel(weave, (-half * 1.08, 0.0, deep + 0.25), (2 * half * 1.08, 0, 0), (0, 0.78, -0.25)))
    timber = mat.wood((0.120, 0.082, 0.052), 1, 0.15, across=0)
    rope = mat.plain((0.20, 0.155, 0.095), 0.1, vary=0.3, scale=30)
    poles = [
        rod(timber, (x, -0.3, z), (x, y, z), 0.045, sides=7)
        for x, y, z in (
            (-half, 1.62, -0.9),
            (half, 1.62, -0.9),
            (-half / 2, 2.05, -0.9),
            (half / 2, 2.05, -0.9),
            (0.0, 2.72, 1.2),
            (0.0, 2.36, -0.88),
        )
    ]
    stays = [
        rod(rope, a, b, 0.014, sides=4)
        for a, b in (
            ((-half, 1.62, -0.9), (-half - 1.7, 0.0, -2.4)),
            ((half, 1.62, -0.9), (half + 1.7, 0.0, -2.4)),
            ((0.0, 2.36, -0.9), (0.25, 0.0, -3.2)),
            ((-half / 2, 2.05, -0.9), (-half / 2 - 0.7, 0.0, -3.0)),
            ((half / 2, 2.05, -0.9), (half / 2 + 0.9, 0.0, -3.0)),
        )
    ]
    rug = mat.carpet((0.150, 0.036, 0.030), (0.230, 0.150, 0.070), (0.045, 0.050, 0.085), 4.6, 3.4)
    parts += [
        joined(poles),
        joined(stays),
        panel(rug, (-2.3, 0.035, -0.6), (4.6, 0, 0), (0, 0.0, 3.4)),
    ]
    cushion = [
        mat.cloth(c, 0, 0.1, stripe=d, seed=k)
        for k, (c, d) in enumerate(
            (((0.16, 0.05, 0.035), None), ((0.05, 0.075, 0.095), (0.20, 0.15, 0.08)), ((0.185, 0.115, 0.040), None))
        )
    ]
    for k, (x, z, yaw) in enumerate(
        ((-2.1, 1.9, 0.4), (-1.3, 2.45, 0.1), (2.0, 2.1, -0.5), (1.2, 2.6, 0.0), (-2.3, 0.9, 0.8), (2.3, 1.1, -0.7))
    ):
        parts.append(ball(cushion[k % 3], (x, 0.24, z), (0.42, 0.20, 0.30), rings=9, sides=16))
        _ = yaw
    brass = mat.metal((0.55, 0.34, 0.13), 0.5)
    parts += [
        lathe(
            brass,
            (0.15, 0.0, 1.35),
            [(0.12, 0.04), (0.05, 0.12), (0.05, 0.32), (0.46, 0.37), (0.48, 0.40), (0.0, 0.39)],
            sides=24,
        ),
        lathe(
            brass,
            (0.0, 0.39, 1.45),
            [(0.05, 0.0), (0.085, 0.05), (0.07, 0.13), (0.03, 0.17), (0.035, 0.20), (0.0, 0.23)],
            sides=14,
        ),
        joined(
            [
                lathe(
                    mat.china((0.30, 0.27, 0.24)),
                    (x, 0.39, z),
                    [(0.0, 0.0), (0.022, 0.0), (0.032, 0.05), (0.026, 0.05), (0.0, 0.012)],
                    sides=10,
                )
                for x, z in ((0.32, 1.30), (0.38, 1.48), (0.20, 1.18))
            ]
        ),
    ]
    lamp = [
        rod(mat.iron(), (0.0, 1.98, 0.7), (0.0, 2.48, 0.7), 0.008, sides=4, casts=False),
        lathe(brass, (0.0, 1.78, 0.7), [(0.0, -0.20), (0.06, -0.18), (0.10, -0.14)], sides=12, casts=False),
        lathe(
            mat.glow("lamp", (1.15, 0.92, 0.62)),
            (0.0, 1.78, 0.7),
            [(0.09, -0.14), (0.135, 0.0), (0.09, 0.14)],
            sides=12,
            casts=False,
        ),
        lathe(brass, (0.0, 1.78, 0.7), [(0.10, 0.14), (0.06, 0.19), (0.02, 0.22), (0.0, 0.24)], sides=12, casts=False),
    ]
    return placed([*parts, *lamp], (TENT[0], height(*TENT), TENT[1]), TURN)


TURN = 0.55
"""Radians the tent is turned: its open front looks to the fire."""


def at_tent(along: float, up: float, back: float) -> Vec3:
    """A point of the tent: metres to the right in its front, above the sand, and behind its front poles."""
    c, s = math.cos(TURN), math.sin(TURN)
    return TENT[0] + c * along + s * back, height(*TENT) + up, TENT[1] - s * along + c * back


def _camp() -> list[Solid]:
    """Stones round a fire with a kettle, water jars, a saddle over a log, palms."""
    fx, fz = FIRE
    fy = height(fx, fz)
    made: list[Solid] = []
    for k in range(9):
        a = math.tau * k / 9
        made.append(
            land.rock(
                (fx + 0.46 * math.cos(a), fy - 0.02, fz + 0.46 * math.sin(a)),
                0.11 + 0.03 * float(mat.chance(k, 3)),
                seed=k,
                moss=0.0,
                colour=(0.11, 0.09, 0.075),
            )
        )
    made += placed(logs((0.0, 0.0, 0.0), 6, length=0.44, seed=2), (fx, fy + 0.02, fz), 0.5)
    ember = ball(
        mat.glow("lamp", (1.0, 0.42, 0.10)), (fx, fy + 0.03, fz), (0.24, 0.07, 0.24), rings=6, sides=14, casts=False
    )
    iron = mat.iron((0.035, 0.030, 0.028), 0.35)
    tripod = [
        rod(iron, (fx + 0.55 * math.cos(a), fy, fz + 0.55 * math.sin(a)), (fx, fy + 1.05, fz), 0.016, sides=5)
        for a in (0.4, 2.5, 4.6)
    ]
    tripod += [rod(iron, (fx, fy + 0.62, fz), (fx, fy + 1.05, fz), 0.006, sides=4)]
    kettle = lathe(
        iron,
        (fx, fy + 0.36, fz),
        [(0.0, 0.0), (0.13, 0.0), (0.165, 0.08), (0.14, 0.17), (0.06, 0.22), (0.0, 0.25)],
        sides=14,
    )
    made += [ember, joined(tripod), kettle]
    clay = mat.plain((0.200, 0.105, 0.062), 0.08, vary=0.35, scale=8)
    for x, z, r in ((6.2, 8.7, 0.25), (6.75, 9.1, 0.20), (1.2, 11.6, 0.22)):
        y = height(x, z)
        made.append(
            lathe(
                clay,
                (x, y - 0.03, z),
                [
                    (0.5 * r, 0.0),
                    (r, 0.9 * r),
                    (1.02 * r, 1.6 * r),
                    (0.55 * r, 2.4 * r),
                    (0.42 * r, 2.7 * r),
                    (0.55 * r, 2.95 * r),
                    (0.44 * r, 2.95 * r),
                    (0.3 * r, 2.6 * r),
                ],
                sides=18,
            )
        )
    x, z = CHEST[0], CHEST[2]
    wood = mat.wood((0.235, 0.135, 0.072), 0, 0.25, plank=0.12, across=1)
    made.append(box(wood, (x - 0.45, CHEST[1] - 0.46, z - 0.26), (x + 0.45, CHEST[1], z + 0.26), yaw=0.25))
    return made


CHEST: Vec3 = (-0.45, 0.42, 9.6)
"""Middle of the top of a travelling chest by the fire."""


def _palm(foot: Vec3, tall: float, lean: float, seed: int) -> list[Solid]:
    """A date palm: a ringed trunk that bends, fronds that arch and hang."""
    x, y, z = foot
    q = np.linspace(0, 1, 9)
    line = np.stack([x + lean * q**1.7, y - 0.2 + tall * q, z + 0.3 * lean * q**2], -1)
    trunk = tube(mat.bark((0.105, 0.078, 0.054), seed, 0.0), line, 0.21 - 0.07 * q, sides=10)
    head = line[-1]
    blades: list[Solid] = []
    leaf = mat.leaves((0.062, 0.078, 0.038), seed, 14.0, thin=0.4)
    for k in range(17):
        a = math.tau * (k * 0.381966 + 0.03 * float(mat.chance(k, seed)))
        rise = 0.95 - 1.25 * (k / 17)
        long = 2.5 + 0.5 * float(mat.chance(k, seed + 1))
        t = np.linspace(0, 1, 11)
        out = (
            np.stack(
                [
                    np.cos(a) * long * t * (1 - 0.18 * t),
                    rise * long * t - 1.25 * long * 0.62 * t**2.1,
                    np.sin(a) * long * t * (1 - 0.18 * t),
                ],
                -1,
            )
            + head
        )
        side = np.array([-math.sin(a), 0.0, math.cos(a)])
        half = 0.36 * np.sin(np.pi * np.clip(t * 0.93 + 0.07, 0, 1)) ** 0.7
        sheet = np.stack(
            [
                out + side * (s * half)[:, None] - np.array([0, 1, 0]) * (abs(s) * 0.45 * half)[:, None]
                for s in (-1.0, 0.0, 1.0)
            ]
        )
        local = np.stack([np.stack([t, 0 * t + s, 0 * t + k], -1) for s in (-1.0, 0.0, 1.0)])
        blades.append(
            grid(
                leaf,
                sheet.astype(F),
                local=local.astype(F),
                cut=lambda p: (np.mod(p[:, 0] * 26 - 1.6 * np.abs(p[:, 1]), 1.0) < 0.62) | (np.abs(p[:, 1]) < 0.06),
            )
        )
    dates = [
        ball(
            mat.plain((0.12, 0.055, 0.022), 0.2),
            (float(head[0]) + 0.28 * math.cos(b), float(head[1]) - 0.42, float(head[2]) + 0.28 * math.sin(b)),
            (0.13, 0.24, 0.13),
            rings=6,
            sides=9,
        )
        for b in (0.3, 2.4, 4.4)
    ]
    return [trunk, joined(blades), joined(dates)]


def _caravan() -> list[Solid]:
    """Seven camels and their drivers on the crest, as dark shapes with a lantern in front."""
    dark = mat.plain((0.035, 0.026, 0.020), vary=0.2)
    made: list[Solid] = []
    lights: list[Solid] = []
    for k in range(7):
        x = -27.0 + 5.4 * k + 0.9 * float(mat.chance(k, 4))
        z = float(_crest(np.array([x]), _CREST, 11.0, 2)[0]) - 0.4
        y = height(x, z) - 0.05
        step = 0.35 * math.sin(2.1 * k)
        body = [
            ball(dark, (x, y + 1.62, z), (1.05, 0.46, 0.42), rings=8, sides=12),
            ball(dark, (x - 0.02, y + 2.12, z), (0.46, 0.42, 0.34), rings=7, sides=10),
            tube(
                dark,
                [(x + 0.8, y + 1.68, z), (x + 1.28, y + 1.50, z), (x + 1.62, y + 1.85, z), (x + 1.72, y + 2.35, z)],
                [0.26, 0.18, 0.14, 0.12],
                sides=7,
            ),
            ball(dark, (x + 1.92, y + 2.42, z), (0.30, 0.15, 0.14), rings=6, sides=8),
            rod(dark, (x - 1.02, y + 1.7, z), (x - 1.25, y + 1.15, z), 0.04, sides=4),
        ]
        for j, dx in enumerate((-0.72, -0.52, 0.58, 0.74)):
            swing = step * (1 if j % 2 else -1)
            body.append(
                tube(
                    dark,
                    [(x + dx, y + 1.45, z), (x + dx + 0.4 * swing, y + 0.75, z), (x + dx + swing, y, z)],
                    [0.17, 0.10, 0.07],
                    sides=5,
                )
            )
        if k % 2 == 0:
            body += [
                ball(dark, (x - 0.1, y + 2.75, z), (0.24, 0.42, 0.22), rings=7, sides=9),
                ball(dark, (x - 0.08, y + 3.26, z), 0.17, rings=6, sides=8),
            ]
        else:
            body.append(ball(dark, (x - 0.05, y + 1.95, z), (0.62, 0.50, 0.58), rings=7, sides=10))
        made += body
    x = -27.0 + 5.4 * 6 + 4.6
    z = float(_crest(np.array([x]), _CREST, 11.0, 2)[0]) - 0.4
    y = height(x, z)
    made += [
        lathe(dark, (x, y, z), [(0.34, 0.0), (0.26, 0.7), (0.22, 1.3), (0.10, 1.5), (0.0, 1.52)], sides=9),
        ball(dark, (x, y + 1.66, z), 0.16, rings=6, sides=8),
        rod(dark, (x, y + 1.25, z), (x + 0.55, y + 1.35, z), 0.05, sides=4),
    ]
    lights.append(
        ball(mat.glow("lamp", (1.3, 0.95, 0.5)), (x + 0.6, y + 1.05, z - 0.1), 0.20, rings=6, sides=8, casts=False)
    )
    return [joined(made), *lights]


def solids(seed: int) -> Scenery:
    """The desert for a seed: its palms' fronds, tufts and stones."""
    near = terrain(_sand, ground, (-46, 50), (-2.5, 46), columns=120, rows=110, finer=1.6)
    far = terrain(_sand, ground, (-330, 340), (45.5, 330), columns=130, rows=84, finer=1.25)
    parts: list[Solid] = [near, far]
    for span in ((-140, -46), (50, 150)):
        parts.append(terrain(_sand, lambda x, z: ground(x, z) - 0.02, span, (-2.5, 46), columns=30, rows=24))
    parts += _tent() + _camp() + _caravan()
    for k, (x, z, tall, lean) in enumerate(((9.6, 14.6, 6.2, 0.9), (10.9, 16.2, 7.6, -0.5), (8.3, 17.6, 5.2, -1.0))):
        parts += _palm((x, height(x, z), z), tall * (0.94 + 0.12 * float(mat.chance(k, seed))), lean, seed % 6 + k)
    dry = land.on_ground(
        land.scattered(
            seed,
            46,
            (-9, 12),
            (3.5, 22),
            keep=lambda x, z: (np.abs(x - track(z)) > 1.2) & (np.hypot(x - 2.5, z - 11) > 4.0),
        ),
        ground,
        0.03,
    )
    parts.append(land.tufts(dry, height=0.42, width=0.5, colour=(0.105, 0.088, 0.048), seed=seed, count=9))
    u = uniform(seed, 33, 4 * 16).reshape(16, 4)
    for k in range(16):
        x, z = -8 + 19 * float(u[k, 0]), 3.2 + 17 * float(u[k, 1])
        if abs(x - float(track(z))) > 1.0 and math.hypot(x - TENT[0], z - TENT[1]) > 5.0:
            parts.append(
                land.rock(
                    (x, height(x, z) - 0.02, z),
                    0.06 + 0.16 * float(u[k, 2]),
                    seed=k,
                    moss=0.0,
                    colour=(0.13, 0.095, 0.066),
                )
            )
    parts.append(
        land.ridge(
            620,
            land.hills(60, 300, seed % 5 + 3, 0.55),
            colour=(0.0180, 0.0145, 0.0210),
            group="far",
            x=(-1000, 1000),
            foot=-4.0,
            haze=1.2,
        )
    )
    fx, fz = FIRE
    sources: tuple[Source, ...] = (
        Lamp("lamp", (fx, height(fx, fz) + 0.42, fz), 2.5, 0.16, bounce=0.0, skin=0.55, dust=0.002, dust_reach=18.0),
        Lamp("lamp", at_tent(0.0, 1.78, 0.7), 4.4, 0.10, bounce=0.05, reach=2.5, skin=0.24),
        Sun("moon", MOON, 1.75, soft=0.02),
        Sky("moon", 0.40, below=0.5),
    )
    return Scenery(tuple(parts), sources, ("lamp", "moon", "far"), mist=0.0022, mist_group="far", mist_glow=0.045)


_SANDLIGHT: dict[TimeOfDay, Colour] = {
    "night": (0.30, 0.40, 0.62),
    "none": (0.30, 0.40, 0.62),
    "twilight": (0.42, 0.36, 0.56),
    "dusk": (0.86, 0.42, 0.26),
    "dawn": (0.70, 0.46, 0.44),
    "sunrise": (0.95, 0.58, 0.32),
    "morning": (0.82, 0.64, 0.42),
    "day": (0.80, 0.64, 0.44),
}
"""Light of moon or sun on the sand at each hour."""


def light(atmosphere: Atmosphere) -> PlaceLight:
    """Fire and lamp burn in the dark hours; the dunes take the colour of moon or low sun."""
    outside = hour_light(atmosphere)
    clear = hour_light(replace(atmosphere, weather="clear", moon=True))
    share = sum(outside.window) / sum(clear.window)
    by_day = atmosphere.hour in ("day", "morning", "sunrise")
    lamp = life.scaled((1.0, 0.50, 0.18), (0.4 if by_day else 1.0) * (1.0 + 0.15 * atmosphere.warmth))
    low = outside.horizon
    far = (0.5 + 24 * low[0], 0.5 + 24 * low[1], 0.5 + 20 * low[2])
    palette = night_palette(outside, key=(1.0, 0.50, 0.18), rim=(0.040, 0.038, 0.056))
    if outside.moon > 0:
        palette = replace(
            palette, zenith=(0.0034, 0.0050, 0.0150), horizon=(0.0400, 0.0280, 0.0330), glow=(0.100, 0.062, 0.046)
        )
    stage = replace(
        outside.stage,
        ground="sand",
        ridges=0.0,
        stars=min(1.0, 1.25 * outside.stage.stars),
        nebula=1.0 if outside.moon > 0 else 0.0,
    )
    return PlaceLight(
        {"lamp": lamp, "moon": life.scaled(_SANDLIGHT[atmosphere.hour], share), "far": far}, palette, stage
    )


def flicker(group: str, t: float) -> float:
    """The fire breathes slowly."""
    return life.fire_flicker(t, 2, 0.10) if group == "lamp" else 1.0


def _sparks(moment: PlaceMoment) -> Dots:
    """Sparks that rise from the fire and go out."""
    n = 46
    a = uniform(moment.seed, 97, 5 * n).reshape(n, 5)
    q = np.mod(a[:, 0] + moment.t / (4.0 + 3.0 * a[:, 1]), 1.0)
    fx, fz = FIRE
    p = np.stack(
        [
            fx + 0.22 * (a[:, 2] - 0.5) + 0.35 * q * np.sin(4 * q + 6 * a[:, 3]),
            height(fx, fz) + 0.15 + 2.1 * q,
            fz + 0.22 * (a[:, 4] - 0.5),
        ],
        -1,
    )
    key = f32(moment.light.tints["lamp"])
    bright = np.clip(q * 8, 0, 1) * (1 - q) ** 1.5 * (0.3 + 0.7 * a[:, 2])
    view = life.seen_from(moment.framing, p)
    near = view[:, 2] > 0.4
    return Dots(
        view[near], f32(0.018 + 0.012 * a[:, 1])[near], (key[None] * f32(bright)[:, None] * 1.3)[near], reflect=False
    )


def small_life(moment: PlaceMoment) -> tuple[Form, ...]:
    """The fire's flames and sparks, a thread of smoke, sand that the wind lifts off the crests."""
    f, t = moment.framing, moment.t
    fx, fz = FIRE
    fy = height(fx, fz)
    lamp = moment.light.tints["lamp"]
    flames: list[Form] = []
    for k in range(3):
        flames += life.flame(
            f,
            t,
            3 + k,
            (fx + 0.13 * (k - 1), fy + 0.05, fz + 0.05 * (k % 2)),
            life.scaled(lamp, 0.5),
            height=0.26 - 0.05 * abs(k - 1),
        )
    return (
        *life.moon(f, MOON, hour_light(moment.atmosphere).moon, size=10.0),
        *flames,
        _sparks(moment),
        life.steam(
            f, t, moment.seed, (fx, fy + 0.9, fz), (0.10, 0.085, 0.075), height=4.2, width=0.35, lean=0.25, count=50
        ),
    )


_on = land.spot_on(height)


PLACE = Place(
    name="desert",
    framings=(
        Framing(
            "camp",
            (-0.6, 1.75, -1.2),
            0.10,
            1.26,
            -0.18,
            Move(push=0.04),
            calm=(CalmSpot(-1.28, 0.6), CalmSpot(1.38, 0.6), CalmSpot(-0.09, 0.5, 0.26)),
        ),
        Framing(
            "fire",
            (-1.6, 1.05, 4.4),
            0.46,
            1.30,
            -0.24,
            Move(drift=0.04),
            calm=(CalmSpot(-0.6, 0.52), CalmSpot(1.38, 0.66, 0.27), CalmSpot(-1.3, 0.66, 0.27)),
        ),
        Framing(
            "dunes",
            (-4.6, 1.60, 2.2),
            -0.22,
            1.40,
            -0.34,
            Move(rise=0.04),
            calm=(CalmSpot(-0.9, 0.66, 0.27), CalmSpot(1.38, 0.66, 0.27), CalmSpot(0.62, 0.66, 0.27)),
        ),
    ),
    anchors=(
        Anchor("track", _on(-0.1, 4.2), "floor", 1.9, "hero", ("camp",), verbs=("walk", "stand", "come", "go", "look")),
        Anchor(
            "by_fire",
            _on(0.75, 8.3),
            "floor",
            1.9,
            "hero",
            ("camp", "fire"),
            facing=-0.6,
            verbs=("sit", "kneel", "rest", "talk", "sing", "warm", "cook", "tell"),
        ),
        Anchor(
            "fire_right",
            _on(3.0, 8.2),
            "floor",
            1.9,
            "companion",
            ("camp", "fire"),
            facing=0.9,
            verbs=("wait", "listen", "dance", "stand"),
        ),
        Anchor(
            "rug",
            at_tent(-1.0, 0.04, 0.3),
            "bed",
            1.9,
            "companion",
            ("camp", "fire"),
            facing=0.3,
            verbs=("sleep", "lie", "dream", "read", "drink"),
        ),
        Anchor(
            "low_table",
            at_tent(-0.08, 0.395, 1.22),
            "top",
            0.3,
            "companion",
            ("fire",),
            holds=("teapot", "oil-lamp", "fruit", "map", "book"),
        ),
        Anchor(
            "chest",
            (CHEST[0], CHEST[1], CHEST[2]),
            "top",
            0.6,
            "companion",
            ("camp", "fire", "dunes"),
            holds=("lantern", "book", "map", "bird", "hourglass"),
        ),
        Anchor(
            "fire_animal",
            _on(0.3, 7.4),
            "floor",
            1.2,
            "companion",
            ("camp", "fire"),
            facing=0.5,
            holds=("cat", "dog", "fox-head", "goat"),
        ),
        Anchor(
            "resting_beast",
            _on(-3.4, 12.6),
            "floor",
            2.6,
            "companion",
            ("camp", "dunes", "fire"),
            facing=0.6,
            holds=("camel", "dromedary", "horse", "lion"),
            smallest=0.5,
        ),
        Anchor(
            "dune_walk",
            _on(-6.4, 9.4),
            "floor",
            1.9,
            "hero",
            ("dunes",),
            facing=0.4,
            verbs=("climb", "wander", "walk", "stand", "look"),
        ),
        Anchor(
            "dune_animal",
            _on(-4.6, 8.4),
            "floor",
            1.2,
            "companion",
            ("dunes",),
            facing=-0.3,
            holds=("snake", "lizard", "scorpion", "fox-head", "dog"),
        ),
        Anchor(
            "tent_pole",
            at_tent(0.0, 2.30, -0.9),
            "hang",
            0.5,
            "companion",
            ("camp", "fire"),
            holds=("lantern", "bell", "chimes"),
        ),
        Anchor("air", (1.0, 2.8, 9.0), "air", 1.0, "companion", ("camp", "fire")),
        Anchor(
            "air_far",
            (-8.0, 15.0, 60.0),
            "air",
            7.0,
            "companion",
            ("camp", "dunes"),
            smallest=0.5,
            holds=("carpet", "bird", "eagle", "dragon"),
        ),
        Anchor(
            "far_dune",
            _on(26.0, 66.0),
            "view",
            22.0,
            "backdrop",
            ("camp", "fire"),
            smallest=4.0,
            holds=("castle", "tower", "temple", "ruin"),
        ),
        Anchor("sky", (-80.0, 140.0, 260.0), "sky", 40.0, "backdrop", ("camp",)),
    ),
    solids=solids,
    light=light,
    life=small_life,
    flicker=flicker,
    ground_at=height,
)
