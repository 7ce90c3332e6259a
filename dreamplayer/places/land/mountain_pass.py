"""A mountain pass in snow: a log cabin with one lit window, firs under snow, peaks that keep the light longest.

The snow lies nearly level from the eye (z 0) to 45 m; footprints lead to the cabin's door, 15 m away on the right;
behind stand the peaks, 250 to 420 m off. Groups of light: "key" is the cabin's window and lantern, "moon" the sky,
"glow" the first or last light on the summits.
"""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from dreamplayer.drawing import place_life as life
from dreamplayer.drawing.place import Place, PlaceLight, PlaceMoment
from dreamplayer.drawing.place_light import hour_light, night_palette, tinted_sky
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.solids import landscape as land
from dreamplayer.drawing.solids import materials as mat
from dreamplayer.drawing.solids.furniture import placed
from dreamplayer.drawing.solids.shapes import ball, box, grid, joined, lathe, panel, rod, terrain
from dreamplayer.drawing.solids.solid import (
    Array,
    F,
    Finish,
    Lamp,
    Material,
    Pane,
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

CABIN = (6.2, 0.0, 15.4)
"""Middle of the front of the cabin."""
TURN = -0.50
"""Radians the cabin is turned: its front looks a little to the right."""
HALF, DEEP, EAVES, RIDGE = 2.5, 5.4, 2.50, 4.40
WINDOW = (0.28, 1.42, 0.95, 2.0)
"""The window in the front: from and to across, from and to in height."""
DOOR = -1.10
STUMP = 0.48
STUMP_AT = (1.3, 10.4)
WOODPILE = 0.92
LOG: Colour = (0.135, 0.090, 0.060)
SNOW: Colour = (0.50, 0.53, 0.60)
_PEAKS = (
    (-160.0, 330.0, 125.0, 125.0),
    (-66.0, 310.0, 178.0, 112.0),
    (16.0, 350.0, 118.0, 88.0),
    (98.0, 320.0, 168.0, 112.0),
    (200.0, 350.0, 130.0, 130.0),
    (-275.0, 380.0, 130.0, 150.0),
    (300.0, 390.0, 136.0, 150.0),
)
"""Across, distance, height and radius of each peak, in metres."""


def at_cabin(along: float, up: float, out: float) -> Vec3:
    """A point before the cabin: metres along its front from the middle, up, and out of its front."""
    c, s = math.cos(TURN), math.sin(TURN)
    return CABIN[0] + c * along - s * out, CABIN[1] + up, CABIN[2] - s * along - c * out


def ground(x: Array, z: Array) -> Array:
    """Height of the snow: level by the track and the cabin, banks on both sides."""
    left = 8.5 / (1 + np.exp((x + 19.0 + 0.12 * z) * 0.30))
    right = 6.0 / (1 + np.exp(-(x - 25.0 - 0.10 * z) * 0.26))
    drift = 0.55 * (quick_fbm(x * 0.09, z * 0.11, 5, 3) - 0.5)
    calm = np.clip((np.hypot(x - CABIN[0] - 1.0, z - CABIN[2] - 2.0) - 4.0) / 6.0, 0, 1) * np.clip(
        np.abs(x - track(z)) / 5, 0, 1
    )
    far = 0.0016 * np.clip(z - 30, 0, None) ** 2
    return np.asarray((left + right) * np.clip((z + 2) / 14, 0, 1) + drift * calm + far, F)


def track(z: Array | float) -> Array:
    """Where the footprints run, in metres across, at distances z."""
    q = np.clip((np.asarray(z, float) - 1.5) / 13.0, 0, 1)
    end = at_cabin(DOOR, 0, 0.9)[0]
    return np.asarray(-0.4 + (end + 0.4) * q**1.35 + 0.25 * np.sin(4.2 * q))


def height(x: float, z: float) -> float:
    """Height of the snow at one point."""
    return land.height_at(ground, x, z)


def _snowfield(s: Surface) -> Finish:
    """Snow with a track of footprints."""
    base = mat.snow(3, SNOW)(s)
    x, z = s.p[:, 0], s.p[:, 2]
    step = 0.62
    i = np.floor(z / step)
    side = np.where(np.mod(i, 2) > 0.5, 0.14, -0.14)
    a = (x - track(z) - side - 0.05 * (mat.chance(i, 3) - 0.5)) / 0.085
    b = (z - (i + 0.5) * step - 0.10 * (mat.chance(i, 4) - 0.5)) / 0.17
    r = np.hypot(a, b)
    walked = (z > 1.4) & (z < at_cabin(DOOR, 0, 1.2)[2])
    print_ = np.clip(1.25 - r, 0, 1) * walked
    rim = np.exp(-(((r - 1.25) / 0.25) ** 2)) * walked
    lean = np.stack([a, 0 * a, b], -1) * (-0.55 * np.clip(print_ * 3, 0, 1) * (r < 1.25))[:, None]
    normal = mat.tilted(base.normal if base.normal is not None else s.n, lean.astype(F))
    sparkle = (quick_noise(x * 160, z * 160, 9) > 0.93) * 0.25
    albedo = base.albedo * (1 + 0.10 * rim - 0.25 * print_ + sparkle)[:, None]
    return replace(
        base, albedo=albedo.astype(F), occlusion=(1 - 0.55 * np.clip(print_ * 2, 0, 1)).astype(F), normal=normal
    )


def _massif(x: Array, z: Array) -> Array:
    """Height of the mountains behind the pass."""
    warp = 30 * (quick_fbm(x * 0.012, z * 0.012, 11, 3) - 0.5)
    tall = np.zeros_like(x)
    for px, pz, high, wide in _PEAKS:
        d = np.hypot((x - px + warp) / wide, (z - pz) / (wide * 0.85))
        tall = np.maximum(tall, high * np.clip(1 - d, 0, 1) ** 1.25)
    spurs = 1 - 2 * np.abs(quick_fbm((x + warp) * 0.020, z * 0.014, 7, 4) - 0.5)
    crags = 1 - 2 * np.abs(quick_fbm(x * 0.060, z * 0.060, 9, 4) - 0.5)
    share = np.clip(tall / 80, 0, 1)
    foot = 16 * np.clip((z - 120) / 160, 0, 1) * quick_fbm(x * 0.015, z * 0.02, 3, 3)
    return np.asarray(tall * 0.80 + share * (52 * (spurs - 0.55) + 16 * (crags - 0.5)) + foot - 2.0, F)


def _rock_and_snow(s: Surface) -> Finish:
    """Steep faces are rock, the rest is snow; summits keep a light of their own."""
    x, y, z = s.p[:, 0], s.p[:, 1], s.p[:, 2]
    n = quick_fbm(x * 0.10, (y + z) * 0.10, 4, 4)
    fine = quick_fbm(x * 0.35, (y * 1.5 + z) * 0.35, 6, 3)
    steep = 1 - np.abs(s.n[:, 1])
    rock = mat.step(0.46, 0.62, steep + 0.55 * (n - 0.5) + 0.25 * (fine - 0.5)) * mat.step(6, 34, y)
    snow = np.asarray(SNOW, F) * (0.82 + 0.3 * n)[:, None]
    stone = np.asarray((0.075, 0.075, 0.088), F) * (0.5 + 1.0 * fine)[:, None]
    albedo = mat.mixed(snow, stone, rock.astype(F))
    wood = mat.step(0.50, 0.60, quick_fbm(x * 0.05, z * 0.05, 8, 3) + 0.3 * (1 - y / 30)) * mat.step(40, 16, y)
    trees = mat.step(0.42, 0.60, quick_noise(x * 0.55, (y * 2 + z) * 0.4, 2))
    albedo = mat.mixed(albedo, np.asarray((0.030, 0.036, 0.042), F), (wood * trees).astype(F))
    lean = np.stack([quick_fbm(x * 0.12, (y + z) * 0.12, k, 3) - 0.5 for k in (21, 22, 23)], -1)
    normal = mat.tilted(s.n, 0.9 * lean.astype(F))
    facing = np.clip(-0.75 * normal[:, 0] - 0.35 * normal[:, 2] + 0.25 * normal[:, 1], 0, 1)
    light = mat.step(42, 112, y + 24 * (n - 0.5)) * facing * (1 - 0.78 * rock) * 0.75
    return Finish(albedo, 0.02, 0.0, 1.0, {"glow": np.repeat(light[:, None], 3, 1).astype(F)}, normal)


def _mountains() -> list[Solid]:
    xs, zs = np.linspace(-320, 350, 118), np.concatenate([np.linspace(95, 240, 16), np.linspace(246, 425, 42)])
    x, z = np.meshgrid(xs, zs)
    points = np.stack([x, _massif(x, z), z], -1).astype(F)
    return [grid(_rock_and_snow, points, local=points, casts=False)]


def _logs(length: float, colour: Colour, seed: int) -> Material:
    def material(s: Surface) -> Finish:
        # Local coordinates of a tube: metres along, angle.
        a, turn = s.local[:, 0], s.local[:, 1]
        grain = quick_fbm(a * 1.1 + s.p[:, 1] * 9, turn * 3 + s.p[:, 1] * 31, seed, 4)
        own = mat.chance(np.floor(s.p[:, 1] / 0.24), seed)
        k = (0.55 + 0.55 * own) * (0.5 + 0.95 * grain)
        rime = np.clip((s.n[:, 1] - 0.55) * 3, 0, 1) * mat.step(
            0.44, 0.62, quick_fbm(s.p[:, 0] * 2, s.p[:, 1] * 5 + s.p[:, 2] * 2, 4, 3)
        )
        return Finish(mat.mixed(np.asarray(colour, F) * k[:, None], (0.40, 0.42, 0.48), rime.astype(F)), 0.06)

    return material


def _cabin() -> list[Solid]:
    """Logs laid crosswise, a roof deep in snow, a chimney, door, window and a small porch lantern."""
    r, parts = 0.125, []
    stuff = _logs(2 * HALF, LOG, 3)
    front, sides, gables = [], [], []
    rows = int(EAVES / 0.24)
    x0, x1, y0, y1 = WINDOW
    for k in range(rows + 1):
        y = 0.12 + 0.24 * k
        for z in (0.0, DEEP):
            cuts = [(-HALF - 0.28, HALF + 0.28)]
            if z == 0.0:
                if y < 2.1:
                    cuts = [(-HALF - 0.28, DOOR - 0.5), (DOOR + 0.5, HALF + 0.28)]
                if y0 - 0.05 < y < y1 + 0.05:
                    cuts = [*cuts[:-1], (cuts[-1][0], x0), (x1, HALF + 0.28)]
            front += [rod(stuff, (a, y, z), (b, y, z), r, sides=10) for a, b in cuts]
        sides += [rod(stuff, (x, y + 0.12, -0.28), (x, y + 0.12, DEEP + 0.28), r, sides=10) for x in (-HALF, HALF)]
    slope = (RIDGE - EAVES) / HALF
    for k in range(int((RIDGE - EAVES) / 0.24)):
        y = EAVES + 0.14 + 0.24 * k
        half = HALF - (y - EAVES) / slope
        gables += [rod(stuff, (-half, y, z), (half, y, z), r, sides=10) for z in (0.0, DEEP)]
    parts += [joined(front), joined(sides), joined(gables)]
    dark = mat.plain((0.03, 0.022, 0.016))
    parts.append(box(dark, (-HALF + 0.05, 0, 0.03), (HALF - 0.05, EAVES, DEEP - 0.05), faces="xXZ"))
    # Roof: boards below, a thick pad of snow above, with a soft lip.
    over, deep0, deep1, thick = 0.55, -0.62, DEEP + 0.45, 0.34
    boards = mat.wood((0.10, 0.068, 0.046), 1, 0.1, plank=0.2, across=0)
    for side in (-1, 1):
        low, edge = EAVES - slope * over, side * (HALF + over)
        parts.append(panel(boards, (edge, low, deep0), (0, 0, deep1 - deep0), (-edge, RIDGE - low, 0)))
        u = np.linspace(0, 1, 15)[:, None]
        v = np.linspace(deep0 - 0.02, deep1, 24)[None]
        sag = (
            thick
            * (0.85 + 0.35 * quick_fbm(u * 3 + 0 * v, v * 0.7 + 0 * u, 5 + side, 3))
            * np.clip(u / 0.06, 0, 1) ** 0.5
        )
        sag = sag * np.clip(np.minimum(v - deep0 + 0.05, deep1 - v + 0.03) / 0.16, 0.15, 1) ** 0.5
        pad = np.stack([edge * (1 - u) + 0 * v + side * 0.04, low + (RIDGE - low) * u + sag, v + 0 * u], -1)
        parts.append(grid(mat.snow(7, SNOW), pad.astype(F)))
        barge = [
            box(mat.wood((0.11, 0.072, 0.048), 0, 0.1), (-0.01, -0.10, -0.03), (1.0, 0.04, 0.03)),
        ]
        long = math.hypot(HALF + over, RIDGE - low)
        angle = math.atan2(RIDGE - low, HALF + over)
        c, s = math.cos(angle), math.sin(angle)
        for b in barge:
            vertices = b.vertices * np.array([long, 1, 1], F)
            turned_ = np.stack(
                [
                    side * (HALF + over - (vertices[:, 0] * c - vertices[:, 1] * s)),
                    low + vertices[:, 0] * s + vertices[:, 1] * c,
                    vertices[:, 2] + deep0,
                ],
                -1,
            )
            parts.append(b.replace(vertices=turned_.astype(F)))
    # The gable edge of the snow as seen from the front.
    for side in (-1, 1):
        low = EAVES - slope * over
        parts.append(
            panel(
                mat.snow(9, SNOW),
                (side * (HALF + over + 0.03), low, deep0 - 0.02),
                (-side * (HALF + over + 0.03), RIDGE - low, 0),
                (0, thick * 0.82, 0),
            )
        )
    chimney = mat.masonry((0.15, 0.145, 0.14), 0.2, 0.34, 4)
    parts += [
        box(chimney, (1.0, 3.0, 2.3), (1.65, 5.25, 2.95)),
        ball(mat.snow(2, SNOW), (1.32, 5.27, 2.62), (0.42, 0.16, 0.42), rings=8, sides=14),
    ]
    parts += _openings()
    return placed(parts, CABIN, TURN)


def _openings() -> list[Solid]:
    """Door, window, lantern and step, in the cabin's own coordinates."""
    x0, x1, y0, y1 = WINDOW
    frame = mat.wood((0.13, 0.082, 0.05), 1, 0.2, across=0)

    def room(s: Surface) -> Finish:
        """A lamp-lit room behind small panes."""
        u, v = s.local[:, 0] / (x1 - x0), s.local[:, 1] / (y1 - y0)
        light = 0.30 + 0.55 * np.exp(-(((u - 0.62) / 0.30) ** 2 + ((v - 0.55) / 0.34) ** 2))
        curtain = mat.step(0.30, 0.40, np.abs(u - 0.5))
        light = light * (1 - 0.45 * curtain * (0.7 + 0.3 * np.sin(u * 60)))
        light = light * (1 - 0.75 * (np.hypot((u - 0.30) * 1.3, v - 0.10) < 0.14))
        return Finish(
            np.full((len(u), 3), 0.02, F),
            0.4,
            emission={"key": (light[:, None] * np.array([0.95, 0.85, 0.7])).astype(F)},
        )

    made = [panel(room, (x0, y0, 0.02), (x1 - x0, 0, 0), (0, y1 - y0, 0), casts=False)]
    bars = [
        box(frame, (x0 - 0.10, y0 - 0.08, -0.16), (x0, y1 + 0.10, 0.06)),
        box(frame, (x1, y0 - 0.08, -0.16), (x1 + 0.10, y1 + 0.10, 0.06)),
        box(frame, (x0 - 0.10, y1, -0.16), (x1 + 0.10, y1 + 0.10, 0.06)),
        box(frame, (x0 - 0.16, y0 - 0.10, -0.26), (x1 + 0.16, y0, 0.06)),
        box(frame, ((x0 + x1) / 2 - 0.022, y0, -0.04), ((x0 + x1) / 2 + 0.022, y1, 0.0)),
        box(frame, (x0, (y0 + y1) / 2 - 0.018, -0.04), (x1, (y0 + y1) / 2 + 0.018, 0.0)),
    ]
    made.append(joined(bars))
    red = mat.wood((0.12, 0.040, 0.032), 1, 0.15, plank=0.12, across=0)
    made.append(
        joined(
            [
                box(red, (a, y0 - 0.04, -0.17), (b, y1 + 0.04, -0.12))
                for a, b in ((x0 - 0.62, x0 - 0.12), (x1 + 0.12, x1 + 0.62))
            ]
        )
    )
    made.append(ball(mat.snow(3, SNOW), ((x0 + x1) / 2, y0, -0.17), ((x1 - x0) * 0.55, 0.06, 0.09), rings=6, sides=14))
    door = mat.wood((0.125, 0.075, 0.045), 1, 0.2, plank=0.18, across=0)
    made += [
        box(door, (DOOR - 0.44, 0.06, -0.02), (DOOR + 0.44, 2.02, 0.04)),
        joined(
            [
                box(frame, (DOOR - 0.56, 0, -0.16), (DOOR - 0.44, 2.14, 0.06)),
                box(frame, (DOOR + 0.44, 0, -0.16), (DOOR + 0.56, 2.14, 0.06)),
                box(frame, (DOOR - 0.56, 2.02, -0.16), (DOOR + 0.56, 2.14, 0.06)),
            ]
        ),
        box(mat.plain((0.16, 0.155, 0.15)), (DOOR - 0.7, 0, -0.75), (DOOR + 0.7, 0.14, -0.1)),
        box(mat.iron(), (DOOR + 0.30, 1.0, -0.06), (DOOR + 0.34, 1.14, -0.02)),
    ]
    x, y, z = DOOR + 0.78, 1.92, -0.34
    made += [
        rod(mat.iron(), (x, y + 0.22, -0.1), (x, y + 0.22, z), 0.012, sides=5, casts=False),
        lathe(
            mat.glow("key", (0.75, 0.66, 0.5)),
            (x, y, z),
            [(0.045, -0.10), (0.07, 0.0), (0.05, 0.10)],
            sides=8,
            casts=False,
        ),
        lathe(mat.iron(), (x, y, z), [(0.085, 0.10), (0.03, 0.17), (0.0, 0.2)], sides=8, casts=False),
    ]
    return made


_FIRS = (
    (-6.6, 7.6, 6.4),
    (-9.2, 11.0, 7.4),
    (-12.5, 16.5, 8.4),
    (-8.4, 21.0, 7.2),
    (11.6, 10.2, 7.4),
    (13.4, 19.5, 9.4),
    (11.4, 25.0, 10.2),
    (2.2, 27.0, 8.4),
    (17.0, 24.0, 9.4),
    (-11.5, 25.0, 8.6),
    (-2.6, 33.0, 8.0),
)
"""Across, distance and height of the firs nearby."""


def _firs(seed: int) -> list[Solid]:
    made: list[Solid] = []
    for k, (x, z, tall) in enumerate(_FIRS):
        own = tall * (0.92 + 0.16 * float(mat.chance(k, seed)))
        y = height(x, z)
        made += land.fir(
            (x, y - 0.1, z),
            own,
            seed=seed * 5 + k,
            snow=0.95,
            width=0.25,
            tiers=16 if z < 13 else 12,
            arms=10 if z < 13 else 8,
        )
        made.append(ball(mat.snow(k, SNOW), (x, y - 0.12, z), (1.1, 0.42, 1.0), rings=8, sides=16))
    n = 60
    u = uniform(seed, 12, 4 * n).reshape(n, 4)
    sheets: list[Solid] = []
    for k in range(n):
        z = 34 + 45 * float(u[k, 0])
        x = (float(u[k, 1]) - 0.5) * (60 + 2.0 * z)
        if abs(x - 3) < 7 and z < 52:
            continue
        y = height(x, z)
        sheets += land.fir((x, y - 0.2, z), 7 + 6 * float(u[k, 2]), seed=k % 7, snow=0.7, width=0.20, tiers=11, arms=6)[
            1:
        ]
    groups = [sheets[i::7] for i in range(7)]
    made += [joined(g) for g in groups if g]
    return made


def _yard(seed: int) -> list[Solid]:
    """A stump with an axe, a woodpile at the wall, rocks and fence posts under snow."""
    x, z = STUMP_AT
    y = height(x, z)
    stump = [
        lathe(
            mat.bark((0.12, 0.092, 0.068), 3, 0.0), (x, y, z), [(0.30, -0.05), (0.25, 0.06), (0.24, STUMP)], sides=14
        ),
        lathe(
            mat.wood((0.22, 0.155, 0.095), 0, 0.05, across=2),
            (x, y, z),
            [(0.24, STUMP), (0.0, STUMP + 0.005)],
            sides=14,
        ),
    ]
    made = [*stump, ball(mat.snow(5, SNOW), (x, y - 0.02, z), (0.55, 0.16, 0.5), rings=6, sides=14)]
    logs, ends = [], []
    bark, cut = mat.bark((0.085, 0.062, 0.045), 5, 0.0), mat.wood((0.21, 0.145, 0.085), 0, 0.05, across=1)
    for k in range(24):
        row, column = divmod(k, 8)
        a = 1.62 + 0.24 * column
        up, r = 0.14 + 0.25 * row + 0.02 * float(mat.chance(k, seed)), 0.115 + 0.012 * float(mat.chance(k, seed + 1))
        front, back = at_cabin(a, up, 1.02), at_cabin(a, up, 0.36)
        if column % 8 < 4:
            logs.append(rod(bark, front, back, r, sides=9))
            ends.append(ball(cut, front, (r * 0.95, r * 0.95, 0.02), rings=4, sides=10))
    made += [joined(logs), joined(ends)]
    for k, (rx, rz, size) in enumerate(((-3.4, 9.4, 0.55), (-4.6, 10.2, 0.38), (9.6, 7.2, 0.5), (0.2, 20.0, 0.7))):
        made.append(
            land.rock((rx, height(rx, rz), rz), size, seed=k + 2, moss=0.0, snow=0.9, colour=(0.10, 0.10, 0.11))
        )
    posts = []
    for k in range(6):
        px, pz = -1.6 + 1.5 * k * 0.6 - 1.2, 13.2 + 0.9 * k
        py = height(px, pz)
        posts.append(
            box(
                mat.wood((0.075, 0.055, 0.042), 1, 0.05, across=0),
                (px - 0.06, py - 0.2, pz - 0.06),
                (px + 0.06, py + 0.85, pz + 0.06),
            )
        )
        posts.append(ball(mat.snow(1, SNOW), (px, py + 0.87, pz), (0.10, 0.07, 0.10), rings=6, sides=10))
    made += [joined(posts[0::2]), joined(posts[1::2])]
    return made


def solids(seed: int) -> Scenery:
    """The pass for a seed: its farther firs, the wood by the wall."""
    field = terrain(_snowfield, ground, (-75, 85), (-2.5, 100), columns=76, rows=64, finer=1.9)
    parts = [field, *_mountains(), *_cabin(), *_firs(seed % 83), *_yard(seed)]
    x0, x1, y0, y1 = WINDOW
    origin, end = at_cabin(x0, y0, 0.06), at_cabin(x1, y0, 0.06)
    across = (end[0] - origin[0], 0.0, end[2] - origin[2])
    sources: tuple[Source, ...] = (
        Pane("key", origin, across, (0.0, y1 - y0, 0.0), 4.2),
        Lamp("key", at_cabin(DOOR + 0.78, 1.92, 0.46), 1.6, 0.08, bounce=0.0, skin=0.3, dust=0.003, dust_reach=30.0),
        Sun("moon", (-0.66, 0.40, -0.42), 0.46, soft=0.02),
        Sky("moon", 0.20, below=0.6),
    )
    return Scenery(tuple(parts), sources, ("key", "moon", "glow"), mist=0.0028, mist_group="moon", mist_glow=0.075)


_ALPENGLOW: dict[TimeOfDay, Colour] = {
    "night": (0.50, 0.30, 0.34),
    "none": (0.50, 0.30, 0.34),
    "twilight": (0.42, 0.20, 0.20),
    "dusk": (1.00, 0.40, 0.24),
    "dawn": (0.90, 0.44, 0.34),
    "sunrise": (1.10, 0.56, 0.30),
    "morning": (0.60, 0.48, 0.36),
    "day": (0.70, 0.50, 0.34),
}
"""Light on the summits at each hour."""


_SHADE: dict[TimeOfDay, Colour] = {
    "night": (0.34, 0.33, 0.66),
    "none": (0.34, 0.33, 0.66),
    "twilight": (0.34, 0.31, 0.58),
    "dusk": (0.38, 0.33, 0.54),
    "dawn": (0.44, 0.42, 0.56),
    "sunrise": (0.52, 0.44, 0.46),
    "morning": (0.54, 0.46, 0.40),
    "day": (0.52, 0.45, 0.40),
}
"""Light of the sky on snow that lies in the shade of the mountains: bluer than the sky's low band."""


def light(atmosphere: Atmosphere) -> PlaceLight:
    """The window is warm all night; summits glow at dusk and dawn."""
    outside = tinted_sky(hour_light(atmosphere), (1.9, 1.0, 1.1))
    cosy = 1.0 + 0.15 * atmosphere.warmth
    clear = hour_light(replace(atmosphere, weather="clear", moon=True))
    share = (sum(outside.window) + sum(outside.sky)) / (sum(clear.window) + sum(clear.sky))
    covered = atmosphere.weather in ("rain", "snow", "fog", "storm")
    by_day = atmosphere.hour in ("day", "morning", "sunrise")
    stage = replace(outside.stage, ground="snow", ridges=0.0)
    palette = night_palette(outside, key=(1.0, 0.50, 0.17), rim=(0.030, 0.034, 0.052))
    return PlaceLight(
        {
            "key": life.scaled((1.0, 0.50, 0.17), cosy * (0.75 if by_day else 1.0)),
            "moon": life.scaled(_SHADE[atmosphere.hour], share),
            "glow": life.scaled(_ALPENGLOW[atmosphere.hour], 0.2 if covered else 1.0),
        },
        palette,
        stage,
    )


def flicker(group: str, t: float) -> float:
    """A fire burns behind the window."""
    return life.fire_flicker(t, 9, 0.07) if group == "key" else 1.0


def small_life(moment: PlaceMoment) -> tuple[Form, ...]:
    """Smoke from the chimney, and a few flakes that the wind lifts."""
    f, t = moment.framing, moment.t
    moon = moment.light.tints["moon"]
    pale = life.scaled((0.10 + 0.35 * moon[0], 0.10 + 0.35 * moon[1], 0.12 + 0.32 * moon[2]), 0.6)
    x, y, z = at_cabin(1.32, 5.4, -2.62)
    smoke = (0.05 + 0.30 * moon[0], 0.05 + 0.28 * moon[1], 0.05 + 0.26 * moon[2])
    return (
        life.steam(f, t, moment.seed, (x, y, z), smoke, height=5.5, width=0.55, lean=0.35, count=80),
        life.snowfall(f, t, moment.seed, ((-11, 0.0, 1.2), (13, 8.0, 22.0)), pale, count=240, wind=0.12),
    )


def _on_snow(x: float, z: float) -> Vec3:
    return x, height(x, z), z


PLACE = Place(
    name="mountain_pass",
    framings=(
        Framing(
            "pass",
            (0.0, 1.70, -1.0),
            0.05,
            1.38,
            -0.20,
            Move(push=0.05),
            calm=(CalmSpot(1.1, 0.66), CalmSpot(-1.15, 0.68), CalmSpot(0.1, 0.7, 0.26)),
        ),
        Framing(
            "window",
            (3.4, 1.50, 5.4),
            0.26,
            1.60,
            -0.14,
            Move(drift=0.04),
            calm=(CalmSpot(0.7, 0.66, 0.26), CalmSpot(-0.35, 0.74, 0.22)),
        ),
        Framing(
            "tracks",
            (-1.9, 0.95, 0.6),
            0.16,
            1.22,
            -0.32,
            Move(rise=0.04),
            calm=(CalmSpot(1.15, 0.66), CalmSpot(-0.4, 0.7, 0.26), CalmSpot(0.45, 0.7, 0.26)),
        ),
        Framing(
            "near",
            (1.1, 1.03, 3.04),
            0.24,
            1.70,
            -0.14,
            Move(push=0.03),
            calm=(
                CalmSpot(0.4, 0.7, 0.24),
                CalmSpot(-1.35, 0.68, 0.26),
            ),
        ),
    ),
    anchors=(
        Anchor(
            "track_here",
            _on_snow(1.1, 5.0),
            "floor",
            1.9,
            "hero",
            ("pass",),
            verbs=("walk", "go", "run", "follow", "leave", "stand", "come", "look", "wait"),
        ),
        Anchor(
            "track",
            _on_snow(1.3, 7.0),
            "floor",
            1.9,
            "hero",
            ("pass", "tracks", "near"),
            0.0,
            ("walk", "stand", "look", "come", "go"),
        ),
        Anchor(
            "doorstep",
            at_cabin(DOOR + 0.1, 0.14, 0.45),
            "floor",
            1.9,
            "hero",
            ("pass", "window"),
            0.5,
            ("wait", "knock", "greet", "stand"),
        ),
        Anchor(
            "open_snow",
            _on_snow(-2.6, 11.5),
            "floor",
            3.0,
            "hero",
            ("pass", "tracks"),
            0.2,
            ("kneel", "play", "dance", "run"),
        ),
        Anchor(
            "before_window",
            at_cabin(1.0, 0.0, 2.3),
            "floor",
            1.6,
            "companion",
            ("pass", "window"),
            0.4,
            holds=("dog", "wolf", "rabbit", "cat"),
            verbs=("lie", "sleep"),
        ),
        Anchor(
            "stump",
            (STUMP_AT[0], height(*STUMP_AT) + STUMP, STUMP_AT[1]),
            "top",
            0.6,
            "companion",
            ("pass", "window", "tracks"),
            holds=("lantern", "bird", "owl"),
            verbs=("sit",),
        ),
        Anchor(
            "woodpile",
            at_cabin(2.0, WOODPILE - 0.16, 0.68),
            "top",
            0.4,
            "companion",
            ("window",),
            holds=("bird", "cat"),
        ),
        Anchor(
            "firs_left",
            _on_snow(-8.0, 14.5),
            "floor",
            2.4,
            "companion",
            ("pass", "tracks"),
            -0.5,
            holds=("deer", "bear", "horse", "sled"),
            smallest=0.4,
        ),
        Anchor("far_snow", _on_snow(-1.2, 26.0), "floor", 3.5, "backdrop", ("pass", "tracks"), smallest=1.0),
        Anchor("bough", (-5.35, height(-6.6, 7.6) + 2.1, 7.1), "hang", 0.5, "companion", ("pass",)),
        Anchor("air", (-1.6, 3.4, 14.0), "air", 1.6, "companion", ("pass", "tracks"), smallest=0.2),
        Anchor("air_high", (2.5, 7.0, 24.0), "air", 2.5, "companion", ("pass",), smallest=0.4),
        Anchor("peaks", (20.0, 82.0, 240.0), "view", 40.0, "backdrop", ("pass", "tracks"), smallest=6.0),
        Anchor("sky", (-20.0, 165.0, 300.0), "sky", 50.0, "backdrop", ("pass",)),
    ),
    solids=solids,
    light=light,
    life=small_life,
    flicker=flicker,
    ground_at=height,
)
