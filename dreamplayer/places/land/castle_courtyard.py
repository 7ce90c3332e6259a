"""The courtyard of a castle that people live in: a keep, a hall with lit windows, a well, a gatehouse, a fire basket.

The eye stands inside the south wall (z 0). The hall lies across the yard at z 22, the keep to its left, a round stair
tower to its right; curtain walls stand at x -11 and 11, the gatehouse in the right one at z 12. Groups of light:
"window" (candles behind the windows), "fire" (the basket and the lantern of the gate), "moon", and "sky".
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
from dreamplayer.drawing.solids.shapes import ball, box, grid, joined, lathe, panel, rod, terrain, tube
from dreamplayer.drawing.solids.solid import (
    Array,
    Cut,
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
from dreamplayer.kit.noise import quick_fbm
from dreamplayer.model.atmosphere import Atmosphere
from dreamplayer.model.place import Anchor, CalmSpot, Framing, Move
from dreamplayer.model.stage import Vec3

MOON = (0.40, 0.40, 0.82)
"""Direction to the moon: over the roof of the hall."""
SIDE = 11.0
"""Distance of the curtain walls from the middle."""
HALL_Z = 22.0
HALL = (-3.4, 8.4, 8.2, 14.2)
"""Left and right end of the hall, height of its eaves and of its ridge."""
KEEP = (-7.2, 24.0, 3.5, 19.0)
"""Middle of the keep, half its width, its height."""
WELL = (-3.7, 9.4)
BASKET: Vec3 = (3.1, 1.05, 12.2)
"""The bowl of the fire basket."""
GATE_Z = 12.0
LANDING = (0.4, 1.8, 20.7)
"""Middle of the landing before the door of the hall: across, height, away."""
BENCH: Vec3 = (6.7, 0.46, 18.6)
BARRELS = ((7.2, 8.2, 0.42, 1.05), (8.15, 8.5, 0.42, 1.05), (7.5, 7.3, 0.36, 0.85))
"""Across, distance, radius and height of three barrels."""
_STONE = (0.170, 0.160, 0.146)
_WALL = mat.masonry(_STONE, 0.30, 0.62, 4, moss=0.30)
_DRESSED = mat.masonry((0.190, 0.178, 0.160), 0.34, 0.70, 8, moss=0.12)
_OAK = mat.wood((0.105, 0.070, 0.044), 1, 0.15, plank=0.22, across=0)
_IRON = mat.iron((0.030, 0.028, 0.028), 0.35)
_SLATE = land.courses((0.066, 0.064, 0.074), 0.34, 3)


def ground(x: Array, z: Array) -> Array:
    """Height of the yard: paved, a little hollow along its middle, earth heaped at the foot of the walls."""
    heap = 0.22 * np.clip((np.abs(x) - 9.2) / 1.6, 0, 1)
    return np.asarray(0.03 * (quick_fbm(x * 0.5, z * 0.5, 4, 3) - 0.5) + heap * (z < HALL_Z), F)


def height(x: float, z: float) -> float:
    """Height of the yard at one spot, in metres."""
    return land.height_at(ground, x, z)


def _grassy(x: Array, z: Array) -> Array:
    """Where grass has come up between the stones: along the walls and around the tree."""
    wall = mat.step(7.9, 9.6, np.abs(x) + 1.6 * (quick_fbm(x * 0.5, z * 0.5, 6, 3) - 0.5))
    tree = mat.step(2.4, 1.2, np.hypot(x + 7.6, z - 14.0) + 0.8 * (quick_fbm(x, z, 7, 3) - 0.5))
    gate = mat.step(1.7, 2.6, np.abs(z - GATE_Z)) * (x > 0) + 1.0 * (x <= 0)
    return np.asarray(np.maximum(wall * gate, tree), F)


def _yard(s: Surface) -> Finish:
    return mat.blended(
        s, mat.setts((0.118, 0.108, 0.098), 0.24, 0.30, 5), mat.turf((0.050, 0.060, 0.032), 4),
        _grassy(s.p[:, 0], s.p[:, 2]),
    )  # fmt: skip


def _crenels(tall: float, over: float = 1.1, merlon: float = 0.95, gap: float = 0.70) -> Cut:
    """The outline of a wall with merlons, from metres along and up."""

    def cut(local: Array) -> Mask:
        return np.asarray(
            (local[:, 1] < tall) | (np.mod(local[:, 0], merlon + gap) < merlon) & (local[:, 1] < tall + over)
        )

    return cut


def _battlement(a: Vec3, along: Vec3, tall: float, deep: Vec3, material: Material, over: float = 1.1) -> list[Solid]:
    """Both faces of a wall with merlons, and its walk between them."""
    edge, back = np.asarray(along), np.asarray(deep)
    far = tuple(float(v) for v in np.asarray(a) + back)
    up = (0.0, tall + over, 0.0)
    walk = (a[0], a[1] + tall, a[2])
    made = [
        panel(material, a, along, up, cut=_crenels(tall, over)),
        panel(material, (far[0], far[1], far[2]), along, up, cut=_crenels(tall, over)),
        panel(material, walk, along, deep),
    ]
    # The sides of the merlons.
    length = float(np.linalg.norm(edge))
    sides = []
    for k in range(int(length / 1.65) + 1):
        for q in (1.65 * k, min(length, 1.65 * k + 0.95)):
            foot = np.asarray(walk) + edge * (q / length)
            sides.append(panel(material, (float(foot[0]), float(foot[1]), float(foot[2])), deep, (0, over, 0)))
    return [*made, joined(sides)]


def _curtain(seed: int) -> list[Solid]:
    """The walls to both sides, a wooden gallery along the left one, ivy."""
    made: list[Solid] = []
    for x, deep in ((-SIDE, -1.4), (SIDE, 1.4)):
        made += _battlement((x, 0, -3), (0, 0, 34.0), 5.6, (deep, 0, 0), _WALL)
    roof = land.courses((0.085, 0.060, 0.048), 0.26, 5)
    low, high = 2.9, 3.9
    made.append(panel(roof, (-SIDE + 2.2, low, 14.5), (0, 0, 6.3), (-2.2, high - low, 0)))
    posts = [
        box(_OAK, (-SIDE + 2.02, 0, z - 0.09), (-SIDE + 2.2, low + 0.05, z + 0.09)) for z in (14.7, 16.7, 18.7, 20.6)
    ]
    posts += [box(_OAK, (-SIDE + 2.0, low - 0.14, 14.4), (-SIDE + 2.22, low + 0.04, 20.9))]
    made.append(joined(posts))
    made.append(land.ivy((-SIDE + 0.05, 0.0, 11.5), (0, 0, -8.5), 4.6, seed=seed, count=260))
    return made


def _keep(seed: int) -> list[Solid]:
    """The keep: four walls with small lit windows, merlons, a turret with a pointed roof on one corner."""
    x, z, half, tall = KEEP
    front = land.lit_windows(
        _DRESSED, "window", [4.6, 9.4, 14.2], [half - 1.35, half + 1.35], width=0.62, height=1.45, share=0.62,
        seed=seed + 2, frame=(0.12, 0.112, 0.10),
    )  # fmt: skip
    side = land.lit_windows(
        _DRESSED, "window", [6.8, 12.0], [half], width=0.60, height=1.4, share=0.6, seed=seed + 7,
        frame=(0.12, 0.112, 0.10),
    )  # fmt: skip
    made: list[Solid] = []
    made += _battlement((x - half, 0, z - half), (2 * half, 0, 0), tall, (0, 0, 0.5), front, 1.3)
    made += _battlement((x + half, 0, z - half), (0, 0, 2 * half), tall, (-0.5, 0, 0), side, 1.3)
    made += _battlement((x - half, 0, z - half), (0, 0, 2 * half), tall, (0.5, 0, 0), _DRESSED, 1.3)
    made.append(panel(_DRESSED, (x - half, 0, z + half), (2 * half, 0, 0), (0, tall + 1.3, 0), cut=_crenels(tall, 1.3)))
    # A string course and corbels below the merlons.
    corbels = [
        box(_DRESSED, (x - half - 0.12, h, z - half - 0.12), (x + half + 0.12, h + 0.16, z + half + 0.12))
        for h in (8.3, 13.1, tall - 0.35)
    ]
    made.append(joined(corbels))
    tx, tz = x + half - 0.8, z - half + 0.9
    made += [
        lathe(
            _DRESSED, (tx, tall - 1.2, tz), [(0.5, -1.6), (1.25, 0.0), (1.25, 4.4), (1.4, 4.5), (1.4, 4.8)], sides=20
        ),
        lathe(_SLATE, (tx, tall + 3.6, tz), [(1.65, 0.0), (0.85, 2.1), (0.05, 4.6), (0.0, 4.7)], sides=20),
        rod(_IRON, (tx, tall + 8.2, tz), (tx, tall + 9.6, tz), 0.03, sides=4),
    ]
    flag = np.stack(
        [
            np.stack([tx + 0.03 + 1.1 * q, tall + 9.5 + v + 0.10 * np.sin(5 * q), tz + 0.16 * np.sin(6 * q)], -1)
            for q in np.linspace(0, 1, 9)
            for v in (0.0, -0.55)
        ]
    ).reshape(9, 2, 3)
    made.append(grid(mat.cloth((0.20, 0.05, 0.045), 0.0), flag.astype(F)))
    return made


def _hall(seed: int) -> list[Solid]:
    """The hall: tall windows over the yard, dormers, chimneys, a round tower at its right end."""
    x0, x1, eaves, ridge = HALL
    wide = x1 - x0
    door = LANDING[0] - x0
    columns = [2.2 + 1.95 * k for k in range(5) if abs(2.2 + 1.95 * k - door) > 1.3]
    upper = land.lit_windows(
        _WALL, "window", [4.3], columns, width=0.95, height=2.3, share=1.0, seed=seed, frame=(0.17, 0.155, 0.135)
    )
    front = land.lit_windows(
        upper, "window", [1.1], [wide - 4.6, wide - 2.5], width=0.70, height=0.95, share=0.7, seed=seed + 4,
        frame=(0.17, 0.155, 0.135),
    )  # fmt: skip
    made: list[Solid] = [
        panel(front, (x0, 0, HALL_Z), (wide, 0, 0), (0, eaves, 0)),
        panel(_WALL, (x0, 0, HALL_Z + 8), (wide, 0, 0), (0, eaves, 0)),
        panel(_SLATE, (x0 - 0.3, eaves - 0.35, HALL_Z - 0.35), (wide + 0.6, 0, 0), (0, ridge - eaves, 4.3)),
        panel(_SLATE, (x0 - 0.3, eaves - 0.35, HALL_Z + 8.35), (wide + 0.6, 0, 0), (0, ridge - eaves, -4.3)),
    ]
    for x in (x0, x1):
        made.append(
            panel(
                _WALL,
                (x, 0, HALL_Z),
                (0, 0, 8.0),
                (0, ridge, 0),
                cut=lambda q: np.asarray(q[:, 1] < eaves + (ridge - eaves) * (1 - np.abs(q[:, 0] - 4.0) / 4.0)),
            )
        )
    beams = [rod(_OAK, (x0 - 0.3, eaves - 0.33, HALL_Z - 0.34), (x1 + 0.3, eaves - 0.33, HALL_Z - 0.34), 0.08, sides=5)]
    pale = mat.plain((0.20, 0.187, 0.165), 0.1, vary=0.35, scale=6)
    for c in columns:
        # Heads and sills of dressed stone.
        beams.append(box(pale, (x0 + c - 0.68, 6.66, HALL_Z - 0.10), (x0 + c + 0.68, 6.86, HALL_Z + 0.05)))
        beams.append(box(pale, (x0 + c - 0.66, 4.12, HALL_Z - 0.14), (x0 + c + 0.66, 4.26, HALL_Z + 0.05)))
    made.append(joined(beams))
    # Two dormers and two chimneys.
    for k, x in enumerate((x0 + 3.6, x0 + 8.0)):
        face = land.lit_windows(
            mat.plaster((0.24, 0.21, 0.17)), "window", [0.35], [0.75], width=0.62, height=0.85, share=0.6,
            seed=seed + 9 + k,
        )  # fmt: skip
        z = HALL_Z + 0.55
        made.append(
            panel(
                face,
                (x - 0.75, eaves + 0.2, z),
                (1.5, 0, 0),
                (0, 2.3, 0),
                cut=lambda q: np.asarray(q[:, 1] < 1.45 + 0.85 * (1 - np.abs(q[:, 0] - 0.75) / 0.75)),
            )
        )
        for s in (-1, 1):
            made.append(panel(_SLATE, (x + s * 0.95, eaves + 1.45, z - 0.15), (0, 0, 2.6), (-s * 0.95, 1.12, 0)))
            made.append(panel(_SLATE, (x + s * 0.75, eaves + 0.0, z), (0, 0, 1.9), (0, 1.6, 0)))
    for x in (x0 + 1.4, x1 - 2.2):
        made.append(
            box(mat.brick((0.15, 0.080, 0.058)), (x, ridge - 1.6, HALL_Z + 3.2), (x + 0.9, ridge + 1.9, HALL_Z + 4.1))
        )
        made.append(box(_DRESSED, (x - 0.08, ridge + 1.7, HALL_Z + 3.1), (x + 0.98, ridge + 1.86, HALL_Z + 4.2)))
    # The round stair tower.
    tx, tz, r, top = x1 + 0.7, HALL_Z + 0.3, 1.75, 12.6

    def spiral(s: Surface) -> Finish:
        finish = _DRESSED(s)
        turn, y = np.mod(s.local[:, 0], math.tau), s.p[:, 1]
        light = np.zeros((len(y), 3), F)
        for k in range(4):
            middle = 4.15 + 0.42 * math.sin(1.9 * k)
            slit = (np.abs(turn - middle) * r < 0.22) & (np.abs(y - 2.6 - 2.7 * k) < 0.62)
            around = (np.abs(turn - middle) * r < 0.32) & (np.abs(y - 2.6 - 2.7 * k) < 0.74)
            finish.albedo[around & ~slit] *= F(1.4)
            finish.albedo[slit] = 0.02
            if k != 1:
                light[slit] = (0.72, 0.38, 0.13)
        return replace(finish, emission={"window": light})

    made += [
        lathe(spiral, (tx, 0, tz), [(r, 0.0), (r, top), (r + 0.22, top + 0.15), (r + 0.22, top + 0.5)], sides=28),
        lathe(_SLATE, (tx, top + 0.4, tz), [(r + 0.55, 0.0), (1.15, 2.4), (0.05, 5.6), (0.0, 5.7)], sides=24),
        rod(_IRON, (tx, top + 6.0, tz), (tx, top + 7.0, tz), 0.03, sides=4),
    ]
    return made


def _stair() -> list[Solid]:
    """The outer stair of the hall, its landing and the door under a pointed arch."""
    x, y, z = LANDING
    made: list[Solid] = [box(_DRESSED, (x - 1.3, 0, z - 1.0), (x + 1.3, y, HALL_Z))]
    count = 9
    for k in range(count):
        a = x + 1.3 + 0.36 * k
        made.append(box(_DRESSED, (a, 0, z - 0.75), (a + 0.37, y - y * (k + 1) / (count + 0.0) + 0.02, HALL_Z)))
    rail = [box(_DRESSED, (x - 1.3, y, z - 1.0), (x - 0.30, y + 0.75, z - 0.78))]
    rail += [box(_DRESSED, (x - 1.3, y, z - 1.0), (x - 1.08, y + 0.75, HALL_Z))]

    def arched(local: Array) -> Mask:
        u, v = local[:, 0] - 0.75, local[:, 1]
        return np.asarray((v < 1.7) | (np.hypot(np.abs(u) + 0.45, v - 1.7) < 1.2))

    leaf = panel(
        mat.wood((0.12, 0.062, 0.036), 1, 0.25, plank=0.19, across=0),
        (x - 0.75, y, HALL_Z - 0.04),
        (1.5, 0, 0),
        (0, 2.9, 0),
        cut=arched,
    )
    turn = np.linspace(-0.98, 0.98, 13)
    arch = np.stack([x + 0.98 * np.sin(turn), y + 1.75 + 1.35 * np.cos(turn) - 0.35, 0 * turn + HALL_Z - 0.06], -1)
    jambs = np.concatenate([[[arch[0, 0], y, HALL_Z - 0.06]], arch, [[arch[-1, 0], y, HALL_Z - 0.06]]])
    return [joined(made), joined(rail), leaf, tube(_DRESSED, jambs.astype(F), 0.15, sides=6)]


def _gatehouse() -> list[Solid]:
    """The gatehouse in the right wall: two half round towers, a vaulted way, a raised portcullis, a lit room above."""
    x, half = SIDE - 1.6, 3.1
    face = land.lit_windows(
        _DRESSED, "window", [5.6], [half - 1.2, half + 1.2], width=0.62, height=1.2, share=1.0, seed=3,
        frame=(0.16, 0.148, 0.13),
    )  # fmt: skip

    def way(local: Array) -> Mask:
        u, v = local[:, 0] - half, local[:, 1]
        arch = (np.abs(u) < 1.55) & ((v < 2.3) | (np.hypot(u, v - 2.3) < 1.55))
        crown = (v < 8.2) | ((np.mod(local[:, 0], 1.4) < 0.8) & (v < 9.2))
        return np.asarray(~arch & crown)

    made: list[Solid] = [panel(face, (x, 0, GATE_Z - half), (0, 0, 2 * half), (0, 9.2, 0), cut=way)]
    for z in (GATE_Z - half, GATE_Z + half):
        made.append(panel(_DRESSED, (x, 0, z), (4.2, 0, 0), (0, 9.2, 0), cut=_crenels(8.2, 1.0)))
        made.append(
            lathe(_DRESSED, (x + 0.4, 0, z), [(1.05, 0), (0.95, 0.6), (0.95, 9.0), (1.1, 9.2), (1.1, 9.9)], sides=20)
        )
        made.append(lathe(_SLATE, (x + 0.4, 9.8, z), [(1.3, 0.0), (0.62, 1.5), (0.04, 3.4), (0.0, 3.5)], sides=18))
    # The vault, and night at its far end.
    turn = np.linspace(0, math.pi, 13)
    line = np.stack([1.55 * np.cos(turn), 2.3 + 1.55 * np.sin(turn)], -1)
    line = np.concatenate([[(1.55, 0.0)], line, [(-1.55, 0.0)]])
    vault = np.stack([np.stack([0 * line[:, 0] + x + d, line[:, 1], GATE_Z + line[:, 0]], -1) for d in (0.0, 4.6)])
    made.append(grid(_WALL, vault.astype(F)))
    bars = [
        rod(_IRON, (x + 3.4, 2.5, GATE_Z + 0.31 * k), (x + 3.4, 4.2, GATE_Z + 0.31 * k), 0.035, sides=4)
        for k in range(-4, 5)
    ]
    bars += [rod(_IRON, (x + 3.4, h, GATE_Z - 1.5), (x + 3.4, h, GATE_Z + 1.5), 0.03, sides=4) for h in (2.8, 3.3)]
    # One leaf of the gate stands open.
    bars.append(box(_OAK, (x + 0.35, 0.05, GATE_Z + 1.42), (x + 1.85, 3.0, GATE_Z + 1.53)))
    made.append(joined(bars))
    ring = np.stack([0 * turn + x - 0.05, 2.3 + 1.62 * np.sin(turn), GATE_Z + 1.62 * np.cos(turn)], -1)
    made.append(tube(_DRESSED, ring.astype(F), 0.17, sides=6))
    return made


def _lantern(at: Vec3, hook: float) -> list[Solid]:
    x, y, z = at
    return [
        rod(_IRON, (x, y + 0.24, z), (x, hook, z), 0.012, sides=4, casts=False),
        lathe(
            mat.glow("fire", (1.2, 1.0, 0.72)),
            (x, y - 0.12, z),
            [(0.07, 0), (0.11, 0.08), (0.10, 0.24), (0.06, 0.3)],
            sides=10,
            casts=False,
        ),
        lathe(_IRON, (x, y + 0.17, z), [(0.13, 0), (0.08, 0.06), (0.0, 0.14)], sides=10, casts=False),
        lathe(_IRON, (x, y - 0.16, z), [(0.0, 0), (0.12, 0), (0.10, 0.04)], sides=10, casts=False),
    ]


def _well() -> list[Solid]:
    """The well: a stone ring, two posts with a small roof, a windlass and its bucket."""
    x, z = WELL
    y = height(x, z)
    made: list[Solid] = [
        lathe(
            _WALL,
            (x, y - 0.05, z),
            [(1.02, 0), (1.0, 0.80), (1.08, 0.82), (1.08, 0.95), (0.74, 0.95), (0.74, 0.1)],
            sides=24,
        ),
        lathe(mat.plain((0.006, 0.007, 0.010), 0.6), (x, y + 0.25, z), [(0.74, 0.0), (0.0, 0.0)], sides=20),
    ]
    wooden = [box(_OAK, (x + s * 0.98 - 0.08, y, z - 0.08), (x + s * 0.98 + 0.08, y + 2.25, z + 0.08)) for s in (-1, 1)]
    wooden += [rod(_OAK, (x - 1.2, y + 1.55, z), (x + 1.05, y + 1.55, z), 0.075, sides=7)]
    wooden += [
        tube(
            _IRON,
            [(x - 1.2, y + 1.55, z), (x - 1.28, y + 1.55, z), (x - 1.28, y + 1.25, z), (x - 1.45, y + 1.25, z)],
            0.022,
            sides=5,
        )
    ]
    wooden += [box(_OAK, (x - 1.15, y + 2.18, z - 0.06), (x + 1.15, y + 2.30, z + 0.06))]
    made.append(joined(wooden))
    shingle = land.courses((0.090, 0.066, 0.050), 0.20, 8)
    for s in (-1, 1):
        made.append(panel(shingle, (x - 1.35, y + 2.05, z + s * 0.95), (2.7, 0, 0), (0, 0.85, -s * 0.95)))
    rope = mat.plain((0.16, 0.13, 0.085), 0.05)
    made += [
        rod(rope, (x + 0.1, y + 1.5, z), (x + 0.1, y + 1.26, z), 0.014, sides=4),
        lathe(_OAK, (x + 0.1, y + 0.98, z), [(0.0, 0), (0.12, 0), (0.155, 0.26), (0.13, 0.26), (0.10, 0.03)], sides=12),
    ]
    return made


def _basket(seed: int) -> list[Solid]:
    """An iron fire basket on three legs, with glowing wood."""
    x, y, z = BASKET
    legs = [
        rod(
            _IRON,
            (x + 0.42 * math.cos(a), 0.0, z + 0.42 * math.sin(a)),
            (x + 0.22 * math.cos(a), y, z + 0.22 * math.sin(a)),
            0.025,
            sides=5,
        )
        for a in (0.4, 2.5, 4.6)
    ]
    bars = [
        tube(
            _IRON,
            [
                (x + 0.18 * math.cos(a), y - 0.12, z + 0.18 * math.sin(a)),
                (x + 0.36 * math.cos(a), y + 0.28, z + 0.36 * math.sin(a)),
            ],
            0.016,
            sides=4,
            casts=False,
        )
        for a in np.linspace(0, math.tau, 13)[:-1]
    ]
    ring = np.linspace(0, math.tau, 19)
    bars += [
        tube(
            _IRON, np.stack([x + r * np.cos(ring), 0 * ring + h, z + r * np.sin(ring)], -1), 0.018, sides=4, casts=False
        )
        for r, h in ((0.19, y - 0.12), (0.36, y + 0.28))
    ]
    coals = [
        ball(
            mat.glow("fire", (0.9, 0.30, 0.06)),
            (x + 0.16 * math.cos(2.4 * k), y + 0.02 + 0.03 * (k % 3), z + 0.16 * math.sin(2.4 * k)),
            0.085,
            rings=5,
            sides=7,
            casts=False,
        )
        for k in range(7)
    ]
    return [joined(legs), joined(bars), joined(coals)]


def _clutter(seed: int) -> list[Solid]:
    """Barrels, a bench before the hall, a hand cart with hay, a tub with a small tree."""
    stave = mat.wood((0.125, 0.082, 0.050), 1, 0.2, plank=0.10, across=0)
    made: list[Solid] = []
    hoops = []
    for x, z, r, tall in BARRELS:
        y = height(x, z)
        made.append(
            lathe(
                stave,
                (x, y, z),
                [(r * 0.82, 0), (r, tall * 0.5), (r * 0.82, tall), (r * 0.78, tall - 0.04), (0, tall - 0.04)],
                sides=18,
            )
        )
        hoops += [
            lathe(_IRON, (x, y + h * tall, z), [(r * 0.93, -0.025), (r * 0.95, 0.025)], sides=18, casts=False)
            for h in (0.2, 0.8)
        ]
    made.append(joined(hoops))
    bx, by, bz = BENCH
    made.append(
        joined(
            [
                box(_DRESSED, (bx - 1.0, by - 0.09, bz - 0.24), (bx + 1.0, by, bz + 0.24)),
                *(
                    box(_DRESSED, (bx + s * 0.75 - 0.12, 0, bz - 0.2), (bx + s * 0.75 + 0.12, by - 0.08, bz + 0.2))
                    for s in (-1, 1)
                ),
            ]
        )
    )
    return made


def solids(seed: int) -> Scenery:
    """The castle for a seed: other windows are lit, the tree and the ivy grow otherwise."""
    parts: list[Solid] = [terrain(_yard, ground, (-SIDE - 6, SIDE + 14), (-3, 40), columns=60, rows=60, finer=1.4)]
    parts += _curtain(seed) + _keep(seed) + _hall(seed) + _stair() + _gatehouse() + _well() + _basket(seed)
    parts += _clutter(seed)
    parts += _lantern((SIDE - 1.45, 3.05, GATE_Z), 3.8)
    lamp_x, lamp_y = LANDING[0] - 1.15, LANDING[1] + 2.1
    parts += _lantern((lamp_x, lamp_y, HALL_Z - 0.35), lamp_y + 0.35)
    parts.append(rod(_IRON, (lamp_x, lamp_y + 0.35, HALL_Z - 0.38), (lamp_x, lamp_y + 0.35, HALL_Z), 0.014, sides=4))
    parts += land.tree(
        (-7.6, height(-7.6, 14.0) - 0.05, 14.0), 6.6, seed=seed % 7 + 3, girth=0.20, masses=5, sprays=90, spread=0.34
    )
    for k, (x, z, r) in enumerate(((-9.9, 8.6, 0.6), (-9.7, 10.6, 0.5), (9.7, 17.4, 0.6), (9.9, 6.0, 0.5))):
        parts += land.bush((x, height(x, z), z), r, seed=seed % 9 + k)

    def grown(x: Array, z: Array) -> Mask:
        return np.asarray((_grassy(x, z) > 0.6) & (np.abs(x) < SIDE - 0.1) & (z < HALL_Z - 0.2))

    grass = land.scattered(seed, 1500, (-SIDE, SIDE), (2.0, 21.5), keep=grown)
    parts.append(
        land.tufts(
            land.on_ground(grass, ground, 0.02), height=0.24, width=0.30, colour=(0.060, 0.068, 0.038), seed=seed
        )
    )
    sources: tuple[Source, ...] = (
        Lamp(
            "fire",
            (BASKET[0], BASKET[1] + 0.45, BASKET[2]),
            6.5,
            0.16,
            bounce=0.05,
            skin=0.5,
            dust=0.003,
            dust_reach=24.0,
        ),
        Lamp("fire", (SIDE - 1.75, 3.0, GATE_Z), 3.4, 0.10, bounce=0.0, skin=0.5, dust=0.003, dust_reach=20.0),
        Lamp("window", (LANDING[0] + 3.2, 4.6, HALL_Z - 3.4), 16.0, 0.9, bounce=0.0, skin=0.0),
        Sun("moon", MOON, 2.4, soft=0.014),
        Sky("sky", 1.15),
    )
    return Scenery(
        tuple(parts), sources, ("window", "fire", "moon", "sky"), mist=0.006, mist_group="sky", mist_glow=0.030,
        mist_height=5.0,
    )  # fmt: skip


def light(atmosphere: Atmosphere) -> PlaceLight:
    """Candles and fire in the dark hours, the moon over the roofs; by day the walls are grey and gold."""
    outside = hour_light(atmosphere)
    by_day = atmosphere.hour in ("day", "morning", "sunrise")
    k = (0.30 if by_day else 1.0) * (1.0 + 0.2 * atmosphere.warmth)
    window = life.scaled((1.0, 0.58, 0.24), k)
    fire = life.scaled((1.0, 0.50, 0.17), k)
    palette = night_palette(outside, key=(1.0, 0.55, 0.20), rim=(0.044, 0.048, 0.066))
    tints = {"window": window, "fire": fire, "moon": outside.window, "sky": outside.sky}
    return PlaceLight(tints, palette, replace(outside.stage, ridges=0.0))


def flicker(group: str, t: float) -> float:
    """The fire breathes; candles hardly do."""
    return {"fire": life.fire_flicker(t, 4, 0.10), "window": life.fire_flicker(t, 5, 0.02)}.get(group, 1.0)


def small_life(moment: PlaceMoment) -> tuple[Form, ...]:
    """Flames in the basket, the moon over the roof."""
    f, t = moment.framing, moment.t
    x, y, z = BASKET
    fire = life.scaled(moment.light.tints["fire"], 0.5)
    flames = [
        sprite
        for k, (dx, dz, high) in enumerate(((-0.12, 0.02, 0.46), (0.10, -0.05, 0.40), (0.01, 0.08, 0.60)))
        for sprite in life.flame(f, 0.6 * t, moment.seed + k, (x + dx, y + 0.10, z + dz), fire, height=high)[:1]
    ]
    return (*life.moon(f, MOON, hour_light(moment.atmosphere).moon), *flames)


_on = land.spot_on(height)


PLACE = Place(
    name="castle_courtyard",
    framings=(
        Framing(
            "yard",
            (1.5, 1.65, -0.6),
            -0.05,
            1.34,
            -0.40,
            Move(push=0.05),
            calm=(CalmSpot(0.55, 0.78, 0.2), CalmSpot(-1.5, 0.5)),
        ),
        Framing(
            "well",
            (-6.6, 1.25, 3.2),
            0.52,
            1.34,
            -0.16,
            Move(drift=0.04),
            calm=(CalmSpot(0.2, 0.74, 0.24), CalmSpot(1.2, 0.6)),
        ),
        Framing(
            "gate",
            (-1.6, 1.55, 5.6),
            1.02,
            1.30,
            -0.14,
            Move(push=0.04),
            calm=(CalmSpot(-0.9, 0.72, 0.26), CalmSpot(1.2, 0.66, 0.26)),
        ),
        Framing(
            "keep",
            (3.6, 1.0, 7.4),
            -0.60,
            1.26,
            -0.46,
            Move(rise=0.04),
            calm=(CalmSpot(0.9, 0.72, 0.26), CalmSpot(-1.3, 0.7, 0.26)),
        ),
    ),
    anchors=(
        Anchor(
            "yard_near", _on(0.9, 6.3), "floor", 2.0, "hero", ("yard",), verbs=("walk", "stand", "come", "look", "wait")
        ),
        Anchor(
            "yard_middle",
            _on(1.2, 9.6),
            "floor",
            2.6,
            "hero",
            ("yard", "well"),
            verbs=("walk", "dance", "ride", "stand", "fight"),
        ),
        Anchor(
            "by_well",
            _on(-2.2, 8.3),
            "floor",
            2.0,
            "hero",
            ("yard", "well", "keep"),
            verbs=("draw", "drink", "stand", "lean", "wash", "look"),
        ),
        Anchor(
            "by_fire",
            _on(4.3, 12.0),
            "floor",
            2.0,
            "hero",
            ("yard", "gate"),
            verbs=("warm", "stand", "sing", "talk", "guard", "watch"),
        ),
        Anchor(
            "landing",
            (LANDING[0] + 0.5, LANDING[1], LANDING[2]),
            "floor",
            2.0,
            "companion",
            ("yard", "well"),
            verbs=("stand", "wait", "call", "look", "greet"),
        ),
        Anchor(
            "bench", BENCH, "seat", 1.9, "companion", ("yard", "gate"), verbs=("sit", "rest", "sleep", "read", "talk")
        ),
        Anchor(
            "gateway",
            _on(8.6, GATE_Z),
            "floor",
            2.6,
            "companion",
            ("yard", "gate"),
            facing=1.57,
            verbs=("come", "ride", "leave", "guard", "stand"),
            holds=("horse", "carriage"),
        ),
        Anchor(
            "well_rim",
            (WELL[0] + 0.65, height(*WELL) + 0.90, WELL[1] - 0.62),
            "top",
            0.5,
            "companion",
            ("yard", "well"),
            holds=("cat", "bird", "frog", "crown"),
        ),
        Anchor(
            "barrel",
            (BARRELS[0][0], height(*BARRELS[0][:2]) + 1.01, BARRELS[0][1]),
            "top",
            0.6,
            "companion",
            ("yard", "gate"),
            holds=("cat", "candle", "lantern", "bottle", "owl"),
        ),
        Anchor(
            "animal",
            _on(-0.9, 11.6),
            "floor",
            1.9,
            "companion",
            ("yard", "well", "keep"),
            verbs=("graze", "sleep", "lie"),
            holds=("horse", "dog", "goat", "hen"),
        ),
        Anchor("far_yard", _on(-1.6, 16.6), "floor", 2.6, "companion", ("yard", "well"), smallest=0.5),
        Anchor(
            "under_tree",
            _on(-6.3, 12.7),
            "floor",
            1.9,
            "hero",
            ("keep",),
            verbs=("sit", "sleep", "rest", "read", "lean"),
        ),
        Anchor("air_yard", (2.4, 5.6, 15.0), "air", 1.6, "companion", ("yard", "well"), smallest=0.25),
        Anchor(
            "air_keep",
            (-2.4, 9.5, 17.0),
            "air",
            3.0,
            "companion",
            ("yard", "keep"),
            smallest=0.3,
            holds=("bat", "bird", "owl", "dragon"),
        ),
        Anchor("sky", (120.0, 190.0, 330.0), "sky", 34.0, "backdrop", ("yard",)),
    ),
    solids=solids,
    light=light,
    flicker=flicker,
    life=small_life,
    ground_at=height,
)
