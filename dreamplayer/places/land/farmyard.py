"""A farmyard by night: a red barn whose open doors throw light over the yard, a well, a hay cart, the house behind.

The barn stands on the left, its doors 11 m away; the well on the right at 8 m, the cart near on the left, the house at
27 m. Groups of light: "lantern" (barn, post and the house's windows), "moon", "far" (hills and haze).
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
from dreamplayer.drawing.solids.furniture import placed
from dreamplayer.drawing.solids.shapes import ball, box, joined, lathe, panel, rod, terrain, tube
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
from dreamplayer.kit.noise import quick_fbm, quick_noise
from dreamplayer.model.atmosphere import Atmosphere
from dreamplayer.model.place import Anchor, CalmSpot, Framing, Move
from dreamplayer.model.reading import Colour
from dreamplayer.model.stage import Vec3

MOON = (0.42, 0.42, 0.80)
BARN: Vec3 = (-4.2, 0.0, 12.4)
"""Middle of the foot of its front."""
TURN = 0.30
"""Radians the barn is turned: its front looks a little to the right."""
HALF, EAVES, DEEP = 4.7, 3.7, 11.5
_BREAK = (3.2, 6.4)
"""Where its gambrel roof changes slope: metres aside, metres up."""
RIDGE = 8.0
DOOR = (1.75, 3.5)
"""Half width and height of its doorway."""
WELL: Vec3 = (3.05, 0.0, 8.2)
CURB = 0.82
"""Height of the well's wall."""
CART: Vec3 = (-4.6, 0.0, 7.0)
BED = 0.98
"""Height of the cart's bed."""
TROUGH: Vec3 = (5.3, 0.0, 11.4)
HOUSE: Vec3 = (12.5, 0.0, 26.0)
RED: Colour = (0.155, 0.046, 0.034)
TRIM: Colour = (0.25, 0.235, 0.21)
_POST = (5.0, 6.3)
"""Where the lantern's post stands."""


def at_barn(along: float, up: float, out: float) -> Vec3:
    """A point before the barn: metres along its front from the middle, up, and out of its front."""
    c, s = math.cos(TURN), math.sin(TURN)
    return BARN[0] + c * along - s * out, BARN[1] + up, BARN[2] - s * along - c * out


def ground(x: Array, z: Array) -> Array:
    """Height of the ground: a level yard, uneven meadows beside it."""
    yard = np.clip((np.hypot((x - 0.5) / 9.0, (z - 9) / 13.0) - 1.0) * 2.2, 0, 1)
    rise = 0.9 * np.clip((z - 30) / 40, 0, 1) ** 2 * 3
    return np.asarray(yard * 0.7 * (quick_fbm(x * 0.10, z * 0.10, 4, 4) - 0.42) + rise, F)


def height(x: float, z: float) -> float:
    """Height of the ground at one spot, in metres."""
    return land.height_at(ground, x, z)


def _in_yard(x: Array, z: Array) -> Array:
    edge = np.hypot((x - 0.3) / 6.6, (z - 8.5) / 10.5) + 0.30 * (quick_fbm(x * 0.5, z * 0.5, 8, 4) - 0.5)
    lane = np.abs(x - 0.8 - 0.16 * (z - 15)) / 2.0 + 0.25 * (quick_fbm(x, z, 9, 3) - 0.5)
    return np.asarray(np.maximum(mat.step(1.06, 0.86, edge), mat.step(1.0, 0.7, lane) * (z > 12) * (z < 60)), F)


def _soil(s: Surface) -> Finish:
    """Trodden earth with wheel ruts, straw and puddles in the yard; grass around it."""
    x, z = s.p[:, 0], s.p[:, 2]
    mud = mat.earth((0.088, 0.066, 0.046), 3)(s)
    grass = mat.turf((0.046, 0.052, 0.030), 5)(s)
    yard = _in_yard(x, z)
    path = x - 0.4 - 0.10 * (z - 6) - 0.35 * np.sin(z * 0.25)
    rut = np.exp(-(((np.abs(path) - 0.72) / 0.13) ** 2)) * (0.5 + 0.5 * quick_fbm(x * 2, z * 2, 4, 2))
    # Straw lies thickest before the barn.
    near_door = np.exp(-((np.hypot(x - at_barn(0, 0, 2.2)[0], z - at_barn(0, 0, 2.2)[2]) / 3.2) ** 2))
    wisp = np.maximum(quick_noise(x * 40 + z * 9, z * 7 - x * 3, 6), quick_noise(x * 8 - z * 4, z * 38 + x * 12, 7))
    straw = mat.step(0.72 - 0.30 * 0.6, 0.95, wisp + 0.42 * near_door - 0.1) * (0.25 + 0.75 * near_door)
    albedo = mud.albedo * (1 - 0.45 * rut)[:, None]
    albedo = mat.mixed(albedo, (0.23, 0.17, 0.085), np.clip(straw, 0, 1).astype(F))
    puddle = mat.step(0.60, 0.70, quick_fbm(x * 0.55 + 4, z * 0.45, 12, 3)) * yard * (1 - near_door)
    albedo = mat.mixed(grass.albedo, albedo, yard) * (1 - 0.55 * puddle)[:, None]
    assert mud.normal is not None
    assert grass.normal is not None
    normal = mat.tilted(mat.mixed(grass.normal, mud.normal, yard.astype(F)), np.zeros((len(x), 3), F))
    normal = np.where((puddle > 0.5)[:, None], s.n, normal)
    return Finish(
        albedo.astype(F), (0.05 + 0.6 * puddle).astype(F), 0.0, grass.occlusion, normal=normal,
        mirror=(0.45 * puddle).astype(F),
    )  # fmt: skip


def _boards(colour: Colour, seed: int) -> Material:
    """Upright boards with battens, weathered: paint is worn near the ground."""

    def material(s: Surface) -> Finish:
        u, v = s.local[:, 0], s.local[:, 1]
        i = np.floor(u / 0.26)
        f = u / 0.26 - i
        own = mat.chance(i, seed)
        grain = quick_fbm(u * 20 + 7 * own, v * 1.4 + 9 * own, seed, 4)
        worn = mat.step(0.46, 0.70, quick_fbm(u * 1.7 + 3 * own, v * 0.7, seed + 3, 4) + 0.30 * np.exp(-v / 0.6))
        albedo = np.asarray(colour, F) * ((0.65 + 0.55 * own) * (0.65 + 0.7 * grain))[:, None]
        albedo = mat.mixed(albedo, np.asarray((0.105, 0.088, 0.076), F) * (0.6 + 0.8 * grain)[:, None], 0.7 * worn)
        gap = 1 - 0.75 * np.exp(-((np.minimum(f, 1 - f) / 0.05) ** 2))
        lean = np.stack([0.35 * (f - 0.5), 0 * f, 0 * f], -1).astype(F)
        return Finish((albedo * gap[:, None]).astype(F), 0.06, 0.0, gap.astype(F), normal=mat.tilted(s.n, lean))

    return material


def _outline(u: Array) -> Array:
    """Height of the barn's front at u metres from its middle."""
    a = np.abs(u)
    lower = EAVES + (_BREAK[1] - EAVES) * (HALF - a) / (HALF - _BREAK[0])
    upper = _BREAK[1] + (RIDGE - _BREAK[1]) * (_BREAK[0] - a) / _BREAK[0]
    return np.asarray(np.where(a > _BREAK[0], lower, upper), F)


def _front(local: Array) -> Mask:
    u, v = local[:, 0] - HALF, local[:, 1]
    doorway = (np.abs(u) < DOOR[0]) & (v < DOOR[1])
    loft = (np.abs(u) < 0.62) & (v > 5.1) & (v < 6.5)
    return np.asarray((v < _outline(u)) & ~doorway & ~loft)


def _back(local: Array) -> Mask:
    return np.asarray(local[:, 1] < _outline(local[:, 0] - HALF))


def _hay(s: Surface) -> Finish:
    """Hay: wisps of pale and dark gold."""
    x, y, z = s.p[:, 0], s.p[:, 1], s.p[:, 2]
    wisp = quick_fbm(x * 7 + y * 16, z * 9 - y * 6, 5, 4)
    fine = quick_noise(x * 60 + y * 22, z * 30 + y * 40, 6)
    k = (0.35 + 0.9 * wisp) * (0.6 + 0.7 * fine)
    return Finish(
        (np.asarray((0.27, 0.195, 0.088), F) * k[:, None]).astype(F), 0.04, 0.0, (0.4 + 0.6 * fine).astype(F),
        normal=mat.rough(s, 16, 0.55, 4),
    )  # fmt: skip


def _heap(middle: Vec3, radius: Vec3, seed: int) -> Solid:
    def uneven(unit: Array) -> Array:
        return np.asarray(
            0.70 + 0.55 * quick_fbm(unit[:, 0] * 2.4 + seed, unit[:, 1] * 3 + unit[:, 2] * 2.2, seed, 4), F
        )

    return ball(_hay, middle, radius, rings=12, sides=20, lump=uneven)


def _barn(seed: int) -> list[Solid]:
    """Walls of red boards, a gambrel roof, white trim, open doors, hay inside."""
    red, inner = _boards(RED, 3), _boards((0.044, 0.031, 0.022), 6)
    trim = mat.wood(TRIM, 0, 0.1, grain=0.7)
    shingle = land.courses((0.070, 0.058, 0.054), 0.24, 4)
    made = [panel(red, (-HALF, 0, 0), (2 * HALF, 0, 0), (0, RIDGE, 0), cut=_front)]
    made += [panel(red, (x, 0, 0), (0, 0, DEEP), (0, EAVES, 0)) for x in (-HALF, HALF)]
    made.append(panel(inner, (-HALF, 0, DEEP), (2 * HALF, 0, 0), (0, RIDGE, 0), cut=_back))
    made.append(panel(inner, (-HALF, 0, 0.07), (2 * HALF, 0, 0), (0, RIDGE, 0), cut=_front))
    made += [panel(inner, (x, 0, 0), (0, 0, DEEP), (0, EAVES, 0)) for x in (0.06 - HALF, HALF - 0.06)]
    over = 0.45
    for side in (-1, 1):
        low = EAVES - 0.35
        edge = side * (HALF + 0.20)
        kink = side * (_BREAK[0] + 0.06)
        z0, long = -over, DEEP + 2 * over
        made.append(panel(shingle, (edge, low, z0), (0, 0, long), (kink - edge, _BREAK[1] + 0.10 - low, 0)))
        made.append(panel(shingle, (kink, _BREAK[1] + 0.10, z0), (0, 0, long), (-kink, RIDGE - _BREAK[1] + 0.05, 0)))
        line = [(edge, low, z0), (kink, _BREAK[1] + 0.06, z0), (0.0, RIDGE + 0.10, z0)]
        made.append(tube(trim, line, 0.10, sides=5))
    a, tall = DOOR
    pale = [
        box(trim, (-a - 0.18, 0, -0.05), (-a, tall + 0.18, 0.06)),
        box(trim, (a, 0, -0.05), (a + 0.18, tall + 0.18, 0.06)),
        box(trim, (-a, tall, -0.05), (a, tall + 0.18, 0.06)),
        box(trim, (-0.78, 5.0, -0.05), (0.78, 5.12, 0.05)),
        box(trim, (-0.78, 6.5, -0.05), (0.78, 6.62, 0.05)),
        box(trim, (-0.78, 5.0, -0.05), (-0.64, 6.6, 0.05)),
        box(trim, (0.64, 5.0, -0.05), (0.78, 6.6, 0.05)),
        box(trim, (-HALF, 0, -0.05), (-HALF + 0.16, EAVES, 0.05)),
        box(trim, (HALF - 0.16, 0, -0.05), (HALF, EAVES, 0.05)),
        box(trim, (-HALF, 3.86, -0.05), (HALF, 4.0, 0.04)),
    ]
    for side in (-1, 1):
        # Leaves of the door stand open against the wall, with a cross of trim.
        x0, x1 = (a + 0.22, a + 0.22 + 1.72) if side > 0 else (-a - 0.22 - 1.72, -a - 0.22)
        made.append(box(red, (x0, 0.08, -0.16), (x1, tall - 0.02, -0.08)))
        pale += [
            box(trim, (x0, 0.08, -0.20), (x1, 0.24, -0.16)),
            box(trim, (x0, tall - 0.18, -0.20), (x1, tall - 0.02, -0.16)),
            box(trim, (x0, 0.08, -0.20), (x0 + 0.14, tall, -0.16)),
            box(trim, (x1 - 0.14, 0.08, -0.20), (x1, tall, -0.16)),
            box(trim, (x0, tall / 2 - 0.06, -0.20), (x1, tall / 2 + 0.08, -0.16)),
        ]
        for y0, y1 in ((0.2, tall / 2), (tall / 2, tall - 0.1)):
            pale.append(tube(trim, [(x0 + 0.06, y0, -0.18), (x1 - 0.06, y1, -0.18)], 0.055, sides=4))
    made.append(joined(pale))
    beam = mat.wood((0.095, 0.066, 0.045), 2, 0.1, across=0)
    made.append(box(beam, (-0.11, 7.05, -1.15), (0.11, 7.28, 2.0)))
    made.append(rod(mat.plain((0.16, 0.13, 0.09)), (0, 7.05, -1.0), (0, 5.9, -1.0), 0.016, sides=4))
    made.append(box(inner, (-HALF, 4.0, 0.1), (HALF, 4.12, DEEP), faces="yY"))
    posts = [
        box(beam, (x - 0.12, 0, z - 0.12), (x + 0.12, 4.0, z + 0.12)) for x in (-2.4, 2.4) for z in (3.0, 6.5, 10.0)
    ]
    posts += [box(beam, (-HALF, 3.72, z - 0.12), (HALF, 4.0, z + 0.12)) for z in (3.0, 6.5, 10.0)]
    made.append(joined(posts))
    made.append(
        box(
            mat.earth((0.085, 0.062, 0.036), 4, litter=(0.16, 0.12, 0.06)),
            (-HALF, -0.1, 0.0),
            (HALF, 0.015, DEEP),
            faces="Y",
        )
    )
    made += [
        _heap((-2.6, 0.4, 9.0), (1.9, 1.7, 2.0), 3), _heap((2.9, 0.3, 8.0), (1.5, 1.4, 2.0), 5 + seed % 3),
        _heap((0.5, 0.2, 10.2), (2.6, 2.3, 1.4), 7), _heap((0.0, 5.0, 1.2), (0.9, 0.75, 0.9), 9),
    ]  # fmt: skip
    rails = [rod(beam, (1.5, y, 4.4), (HALF, y, 4.4), 0.06, sides=6) for y in (0.45, 0.85, 1.25)]
    rails += [rod(beam, (1.5, 0, 4.4), (1.5, 1.5, 4.4), 0.08, sides=6)]
    ladder = [rod(beam, (x, 0, 5.4), (x, 4.0, 6.2), 0.035, sides=5) for x in (-1.35, -0.90)]
    ladder += [
        rod(beam, (-1.35, 0.4 * k, 5.4 + 0.08 * k), (-0.9, 0.4 * k, 5.4 + 0.08 * k), 0.022, sides=4)
        for k in range(1, 10)
    ]
    made.append(joined(rails + ladder))
    glass = mat.glow("lantern", (1.25, 1.05, 0.8))
    made.append(
        lathe(glass, (0.2, 2.72, 1.9), [(0.06, 0), (0.085, 0.06), (0.08, 0.20), (0.05, 0.24)], sides=10, casts=False)
    )
    made.append(rod(mat.iron(), (0.2, 2.95, 1.9), (0.2, 3.98, 1.9), 0.012, sides=4, casts=False))
    made.append(lathe(mat.iron(), (0.2, 2.93, 1.9), [(0.11, 0), (0.02, 0.09)], sides=10, casts=False))
    # A weathercock on the ridge.
    iron = mat.iron((0.025, 0.024, 0.026))
    made.append(rod(iron, (0, RIDGE, 1.0), (0, RIDGE + 1.25, 1.0), 0.025, sides=5))
    made.append(rod(iron, (-0.45, RIDGE + 0.8, 1.0), (0.45, RIDGE + 0.8, 1.0), 0.016, sides=4))
    made.append(panel(iron, (-0.36, RIDGE + 1.0, 1.0), (0.72, 0, 0), (0, 0.62, 0), cut=_cock))
    return placed(made, BARN, TURN)


def _cock(local: Array) -> Mask:
    """The outline of a weathercock."""
    u, v = local[:, 0] - 0.36, local[:, 1]
    body = np.hypot(u / 0.24, (v - 0.28) / 0.14) < 1
    neck = np.hypot((u - 0.20) / 0.08, (v - 0.42) / 0.14) < 1
    tail = (np.hypot((u + 0.22) / 0.16, (v - 0.40) / 0.20) < 1) & (np.hypot((u + 0.12) / 0.13, (v - 0.46) / 0.16) > 1)
    return np.asarray(body | neck | tail | ((np.abs(u) < 0.02) & (v < 0.3)))


def _well() -> list[Solid]:
    """A round wall of field stones, two posts with a small shingled roof, a windlass with a bucket."""
    stone = mat.masonry((0.19, 0.178, 0.160), 0.20, 0.36, 8, moss=0.35)
    oak = mat.wood((0.105, 0.074, 0.050), 1, 0.15, across=0)
    ring = [
        (0.92, -0.1),
        (0.88, CURB),
        (0.92, CURB),
        (0.92, CURB + 0.09),
        (0.62, CURB + 0.09),
        (0.60, CURB),
        (0.60, -0.1),
    ]
    water = mat.plain((0.006, 0.007, 0.009), 0.9, vary=0.1)
    made = [lathe(stone, (0, 0, 0), ring, sides=26), lathe(water, (0, 0.10, 0), [(0.62, 0), (0.0, 0.001)], sides=16)]
    bars = [box(oak, (x - 0.07, 0, -0.07), (x + 0.07, 2.25, 0.07)) for x in (-0.84, 0.84)]
    bars += [box(oak, (-0.98, 2.14, -0.06), (0.98, 2.27, 0.06))]
    made.append(joined(bars))
    shingle = land.courses((0.085, 0.066, 0.050), 0.17, 6)
    for side in (-1, 1):
        made.append(panel(shingle, (-1.18, 1.98, side * 0.92), (2.36, 0, 0), (0, 0.80, -side * 0.92)))
        bars.append(rod(oak, (-1.1, 2.0, side * 0.85), (1.1, 2.0, side * 0.85), 0.035, sides=5))
    gable = [panel(oak, (x, 2.05, -0.85), (0, 0, 1.7), (0, 0.72, 0), cut=_well_gable) for x in (-1.08, 1.08)]
    made += gable
    made.append(rod(oak, (-0.95, 1.45, 0), (0.95, 1.45, 0), 0.09, sides=9))
    iron = mat.iron()
    made.append(tube(iron, [(0.95, 1.45, 0), (1.12, 1.45, 0), (1.12, 1.16, -0.05), (1.28, 1.16, -0.05)], 0.02, sides=5))
    rope = mat.plain((0.19, 0.15, 0.10))
    made.append(rod(rope, (0.05, 1.40, -0.09), (0.05, 1.12, -0.09), 0.014, sides=5))
    made.append(lathe(rope, (0, 0, 0), [(0.0, 0.0)] * 2, sides=4))
    made += [
        lathe(oak, (0.05, 0.74, -0.09), [(0.12, 0), (0.155, 0.28), (0.14, 0.28), (0.11, 0.03), (0.0, 0.03)], sides=14),
        tube(iron, [(-0.10, 1.0, -0.09), (0.05, 1.14, -0.09), (0.20, 1.0, -0.09)], 0.008, sides=4),
        lathe(oak, (-0.95, 0, -0.75), [(0.13, 0), (0.165, 0.30), (0.15, 0.30), (0.12, 0.03), (0.0, 0.03)], sides=14),
    ]
    return placed(made, WELL, 0.25)


def _well_gable(local: Array) -> Mask:
    return np.asarray(local[:, 1] < 0.72 * (1 - np.abs(local[:, 0] - 0.85) / 0.85))


def _wheel(x: float, y: float, z: float, r: float) -> list[Solid]:
    """A spoked wheel in the plane of y and z."""
    oak, iron = mat.wood((0.13, 0.088, 0.055), 0, 0.15), mat.iron((0.045, 0.042, 0.042), 0.4)
    ring = np.linspace(0, math.tau, 25)
    spokes = [
        rod(
            oak,
            (x, y + 0.09 * math.sin(b), z + 0.09 * math.cos(b)),
            (x, y + r * math.sin(b), z + r * math.cos(b)),
            0.026,
            sides=5,
        )
        for b in ring[:-1:2]
    ]
    rim = tube(oak, [(x, y + (r - 0.04) * math.sin(b), z + (r - 0.04) * math.cos(b)) for b in ring], 0.045, sides=6)
    tyre = tube(iron, [(x, y + r * math.sin(b), z + r * math.cos(b)) for b in ring], 0.022, sides=5)
    hub = ball(oak, (x, y, z), (0.17, 0.12, 0.12), rings=6, sides=10)
    return [joined([*spokes, rim, hub]), tyre]


def _cart(seed: int) -> list[Solid]:
    """A two-wheeled hay cart, its shafts on the ground, half loaded."""
    oak = mat.wood((0.125, 0.086, 0.056), 2, 0.12, plank=0.2, across=0)
    rail = mat.wood((0.115, 0.080, 0.052), 0, 0.12)
    made: list[Solid] = [box(oak, (-0.85, BED - 0.09, -1.5), (0.85, BED, 1.5))]
    bars = [box(oak, (x - 0.03, BED + 0.02, -1.5), (x + 0.03, BED + 0.30, 1.5)) for x in (-0.86, 0.86)]
    bars += [box(oak, (-0.86, BED + 0.02, z - 0.03), (0.86, BED + 0.30, z + 0.03)) for z in (1.5,)]
    made.append(joined(bars))
    sticks = [
        rod(rail, (side * 0.88, BED - 0.05, z), (side * 1.12, BED + 0.92, z), 0.03, sides=5)
        for side in (-1, 1)
        for z in np.linspace(-1.4, 1.4, 6)
    ]
    sticks += [
        rod(
            rail,
            (side * (0.88 + 0.24 * q), BED + 0.97 * q, -1.55),
            (side * (0.88 + 0.24 * q), BED + 0.97 * q, 1.55),
            0.03,
            sides=5,
        )
        for side in (-1, 1)
        for q in (0.55, 0.95)
    ]
    sticks += [
        tube(
            rail, [(side * 0.62, BED - 0.08, -1.2), (side * 0.55, 0.62, -2.6), (side * 0.5, 0.10, -4.0)], 0.045, sides=6
        )
        for side in (-1, 1)
    ]
    sticks.append(rod(rail, (-1.15, 0.68, 0.25), (1.15, 0.68, 0.25), 0.06, sides=6))
    made.append(joined(sticks))
    for x in (-1.06, 1.06):
        made += _wheel(x, 0.68, 0.25, 0.66)
    loads = (
        (0.0, 0.10, 0.55, 0.92, 0.80, 0.85),
        (0.15, 0.10, -0.35, 0.88, 0.62, 0.85),
        (-0.2, 0.0, -1.0, 0.75, 0.36, 0.62),
    )
    for k, (x, y, z, a, b, c) in enumerate(loads):
        made.append(_heap((x, BED + y, z), (a, b, c), 11 + 3 * k + seed % 5))
    return placed(made, CART, -1.15)


def _near_things(seed: int) -> list[Solid]:
    """A fence, a trough, a lantern on its post, a chopping block, a stack of firewood, bales."""
    made: list[Solid] = []
    line = np.array([(4.6, 0, 4.0), (5.7, 0, 6.1), (6.7, 0, 8.3), (7.5, 0, 10.6), (8.1, 0, 13.0), (8.5, 0, 15.4)], F)
    line[:, 1] = ground(line[:, 0], line[:, 2])
    made += land.fence(line, height=1.15, rails=3)
    beyond = np.array([(10.8 + 3.4 * k, 0, 20.5 + 0.3 * k) for k in range(6)], F)
    beyond[:, 1] = ground(beyond[:, 0], beyond[:, 2])
    made += land.fence(beyond, height=1.1)
    stone = mat.plain((0.15, 0.143, 0.13), 0.1, vary=0.4, scale=5)
    x, _, z = TROUGH
    trough = [
        box(stone, (x - 0.75, 0, z - 0.32), (x + 0.75, 0.50, z - 0.22)),
        box(stone, (x - 0.75, 0, z + 0.22), (x + 0.75, 0.50, z + 0.32)),
        box(stone, (x - 0.75, 0, z - 0.3), (x - 0.62, 0.50, z + 0.3)),
        box(stone, (x + 0.62, 0, z - 0.3), (x + 0.75, 0.50, z + 0.3)),
    ]  # fmt: skip
    made.append(joined(trough))
    made.append(
        panel(mat.plain((0.012, 0.016, 0.02), 0.9, vary=0.1), (x - 0.65, 0.42, z - 0.25), (1.3, 0, 0), (0, 0, 0.5))
    )
    oak = mat.wood((0.12, 0.085, 0.058), 1, 0.1, across=0)
    px, pz = _POST
    iron = mat.iron()
    made += [
        rod(oak, (px, 0, pz), (px, 2.25, pz), 0.065, sides=7),
        tube(iron, [(px, 2.15, pz), (px - 0.2, 2.24, pz), (px - 0.30, 2.14, pz)], 0.014, sides=5),
        lathe(
            mat.glow("lantern", (1.15, 0.98, 0.75)),
            (px - 0.30, 1.83, pz),
            [(0.05, 0), (0.07, 0.05), (0.065, 0.17), (0.04, 0.21)],
            sides=10,
            casts=False,
        ),
        lathe(iron, (px - 0.30, 1.80, pz), [(0.0, 0), (0.085, 0), (0.075, 0.03)], sides=10, casts=False),
        lathe(iron, (px - 0.30, 2.04, pz), [(0.085, 0), (0.05, 0.05), (0.0, 0.09)], sides=10, casts=False),
    ]
    bark = mat.bark((0.052, 0.042, 0.033), 4, 0.2)
    cut = mat.plain((0.15, 0.11, 0.072), vary=0.25, scale=14)
    bx, _, bz = BLOCK
    made += [
        rod(bark, (bx, -0.05, bz), (bx, BLOCK[1], bz), 0.24, sides=14),
        lathe(cut, (bx, BLOCK[1], bz), [(0.245, -0.01), (0.0, 0.001)], sides=14),
    ]
    logs, ends = [], []
    for k in range(30):
        row, col = divmod(k, 10)
        a = at_barn(2.35 + 0.21 * col + 0.1 * (row % 2), 0.12 + 0.18 * row, 0.62)
        b = at_barn(2.35 + 0.21 * col + 0.1 * (row % 2), 0.12 + 0.18 * row, 0.20)
        r = 0.085 + 0.02 * float(mat.chance(k, seed))
        logs.append(rod(bark, a, b, r, sides=8))
        ends.append(ball(cut, a, (r * 0.96, r * 0.96, 0.025), rings=4, sides=8))
    made += [joined(logs), joined(ends)]
    for k, (x, z, yaw) in enumerate(((-1.75, 8.9, 0.3), (-2.05, 9.75, 0.1))):
        y = height(x, z)
        made.append(
            placed([box(_hay, (-0.48, 0, -0.3), (0.48, 0.44, 0.3))], (x, y, z), yaw + 0.3 * float(mat.chance(k, seed)))[
                0
            ]
        )
    return made


BLOCK = (1.15, 0.46, 5.9)
"""The chopping block: across, height, distance."""


def solids(seed: int) -> Scenery:
    """The farm for a seed: other trees, other windows are lit, hay lies otherwise."""
    parts: list[Solid] = [terrain(_soil, ground, (-36, 40), (-3, 70), columns=90, rows=80, finer=1.5)]
    parts += _barn(seed) + _well() + _cart(seed) + _near_things(seed)
    parts += land.cottage(
        HOUSE, -0.28, group="lantern", width=10.5, depth=6.5, eaves=3.0, pitch=3.0, seed=seed * 5 + 3, share=0.9,
        wall=mat.plaster((0.20, 0.18, 0.15), stain=0.5), roof=land.courses((0.080, 0.050, 0.042), 0.26, 3),
    )  # fmt: skip
    for k, (x, z, tall, wide) in enumerate(
        (
            (6.6, 30.5, 11.0, 0.40),
            (21.5, 25.0, 11.0, 0.42),
            (-14.0, 30.0, 12.0, 0.42),
            (2.5, 38.0, 10.0, 0.4),
            (26.0, 34.0, 12.0, 0.4),
        )
    ):
        parts += land.tree(
            (x, height(x, z) - 0.1, z),
            tall,
            seed=seed % 6 + k + 1,
            spread=wide,
            masses=5,
            sprays=80,
            colour=(0.050, 0.060, 0.030),
        )

    def grassy(x: Array, z: Array) -> Mask:
        c, d = math.cos(TURN), math.sin(TURN)
        along, deep = c * (x - BARN[0]) - d * (z - BARN[2]), d * (x - BARN[0]) + c * (z - BARN[2])
        barn = (np.abs(along) < HALF) & (deep > -0.2) & (deep < DEEP)
        return np.asarray((_in_yard(x, z) < 0.35) & ~barn)

    grass = land.scattered(seed, 2400, (-11, 13), (1.0, 22), keep=grassy)
    grass[:, 1] = ground(grass[:, 0], grass[:, 2]) - 0.03
    parts += [
        land.tufts(grass, height=0.34, width=0.42, colour=(0.060, 0.062, 0.038), seed=seed),
        land.ridge(
            150, land.treeline(9.0, seed % 9, width=7.0), colour=(0.0060, 0.0076, 0.0112), group="far", x=(-260, 260),
            foot=0.0, haze=0.9,
        ),
        land.ridge(
            600, land.hills(95, 300, seed % 5 + 3, 0.25), colour=(0.0100, 0.0122, 0.0180), group="far", x=(-1000, 1000),
            foot=0.0, haze=0.9,
        ),
    ]  # fmt: skip
    inside = placed([rod(_hay, (0.2, 2.8, 1.9), (0.2, 2.9, 1.9), 0.01)], BARN, TURN)[0].vertices[0]
    lx, lz = _POST
    house = (HOUSE[0] - 2.0, 1.6, HOUSE[2] - 5.0)
    sources: tuple[Source, ...] = (
        Lamp(
            "lantern",
            (float(inside[0]), 2.75, float(inside[2])),
            30.0,
            0.12,
            bounce=0.03,
            reach=6.0,
            skin=0.2,
            dust=0.0022,
            dust_reach=26.0,
        ),
        Lamp("lantern", (lx - 0.30, 1.93, lz), 2.3, 0.08, bounce=0.0, skin=0.16, dust=0.0016, dust_reach=24.0),
        Lamp("lantern", house, 3.0, 0.4, shadow=0.0, bounce=0.0),
        Sun("moon", MOON, 1.4, soft=0.03),
        Sky("sky", 1.25),
    )
    return Scenery(
        tuple(parts),
        sources,
        ("lantern", "moon", "sky", "far"),
        mist=0.006,
        mist_group="far",
        mist_glow=0.030,
        mist_height=5.0,
    )


def light(atmosphere: Atmosphere) -> PlaceLight:
    """Lanterns burn in the dark hours; meadows and hills take the light of the sky."""
    outside = hour_light(atmosphere)
    dark = atmosphere.hour in ("night", "none", "twilight", "dusk", "dawn")
    lamp = life.scaled((1.0, 0.55, 0.22), (1.0 if dark else 0.35) * (1.0 + 0.15 * atmosphere.warmth))
    warm = outside.horizon
    far = (0.5 + warm[0] * 30, 0.5 + warm[1] * 30, 0.5 + warm[2] * 20)
    stage = replace(outside.stage, ridges=0.0)
    palette = night_palette(outside, key=(1.0, 0.55, 0.22), rim=(0.036, 0.044, 0.064))
    if outside.moon > 0:
        palette = replace(palette, horizon=(0.0150, 0.0190, 0.0340), glow=(0.034, 0.038, 0.052))
    return PlaceLight({"lantern": lamp, "moon": outside.window, "sky": outside.sky, "far": far}, palette, stage)


def flicker(group: str, t: float) -> float:
    """Lanterns breathe a little."""
    return life.fire_flicker(t, 4, 0.04) if group == "lantern" else 1.0


def small_life(moment: PlaceMoment) -> tuple[Form, ...]:
    """Motes of hay in the light of the doorway, the moon, smoke over the house, fireflies by the fence."""
    f, t = moment.framing, moment.t
    lantern = moment.light.tints["lantern"]
    x, _, z = at_barn(0.0, 0.0, 0.6)
    pale = life.scaled(moment.light.tints["far"], 0.35)
    doorway, chimney = ((x - 2.4, 0.2, z - 3.0), (x + 2.4, 3.4, z + 2.0)), (HOUSE[0] + 3.4, 7.0, HOUSE[2] - 0.5)
    return (
        life.dust(f, t, moment.seed, doorway, (x, 1.9, z), life.scaled(lantern, 0.4), count=110, reach=2.2, size=0.02),
        life.fireflies(f, t, moment.seed, ((4.0, 0.3, 6.0), (10.0, 1.6, 16.0)), count=14),
        life.steam(f, t, moment.seed, chimney, pale, height=4.5, width=0.7, lean=0.5, count=40),
        *life.moon(f, MOON, hour_light(moment.atmosphere).moon),
    )  # fmt: skip


_on = land.spot_on(height)


_DOORSTEP = at_barn(0.3, 0.0, 1.3)
_INSIDE = at_barn(0.4, 0.015, -1.6)

PLACE = Place(
    name="farmyard",
    framings=(
        Framing(
            "yard",
            (0.7, 1.75, -0.3),
            -0.07,
            1.36,
            -0.20,
            Move(push=0.04),
            calm=(CalmSpot(-1.3, 0.6), CalmSpot(1.3, 0.45)),
        ),
        Framing(
            "barn",
            (1.3, 1.15, 3.6),
            -0.46,
            1.30,
            -0.26,
            Move(push=0.05),
            calm=(CalmSpot(1.2, 0.62), CalmSpot(-1.35, 0.6)),
        ),
        Framing(
            "well",
            (-0.6, 1.35, 3.6),
            0.52,
            1.50,
            -0.08,
            Move(drift=-0.04),
            calm=(CalmSpot(0.72, 0.66, 0.26), CalmSpot(1.38, 0.62)),
        ),
        Framing(
            "inside",
            at_barn(-0.5, 1.62, -7.2),
            math.pi + TURN + 0.10,
            1.20,
            -0.10,
            Move(push=0.04),
            calm=(CalmSpot(1.35, 0.5, 0.26),),
        ),
    ),
    anchors=(
        Anchor(
            "yard_middle",
            _on(0.5, 5.0),
            "floor",
            1.9,
            "hero",
            ("yard",),
            verbs=("stand", "walk", "look", "come", "wait", "feed"),
        ),
        Anchor(
            "doorstep",
            _on(_DOORSTEP[0], _DOORSTEP[2]),
            "floor",
            2.2,
            "hero",
            ("yard", "barn", "inside"),
            facing=-0.3,
            verbs=("stand", "open", "carry", "work", "enter", "look"),
        ),
        Anchor("in_barn", _INSIDE, "floor", 2.4, "companion", ("yard", "barn"), holds=("horse", "cow"), smallest=0.6),
        Anchor(
            "barn_floor",
            at_barn(0.15, 0.015, -3.4),
            "floor",
            1.9,
            "hero",
            ("inside",),
            facing=math.pi + 0.4,
            verbs=("sit", "sleep", "lie", "stand", "feed", "milk"),
        ),
        Anchor("barn_beam", at_barn(1.0, 3.7, -3.0), "hang", 0.7, "companion", ("inside",), holds=("lantern", "rope")),
        Anchor(
            "barn_rail",
            at_barn(1.5, 1.5, -4.4),
            "top",
            0.4,
            "companion",
            ("inside",),
            holds=("owl", "cat", "hen", "bird"),
        ),
        Anchor(
            "by_well",
            _on(1.65, 7.9),
            "floor",
            1.9,
            "hero",
            ("yard", "well"),
            facing=-0.9,
            verbs=("draw", "drink", "lean", "talk", "wash"),
        ),
        Anchor(
            "bale",
            (-1.75, height(-1.75, 8.9) + 0.44, 8.9),
            "seat",
            1.9,
            "hero",
            ("yard", "barn"),
            verbs=("sit", "rest", "sleep", "read", "eat"),
        ),
        Anchor(
            "straw",
            _on(-0.9, 6.6),
            "floor",
            0.9,
            "companion",
            ("yard", "barn"),
            holds=("hen", "cat", "dog", "goose"),
            verbs=("lie", "peck"),
        ),
        Anchor(
            "yard_right", _on(2.2, 5.9), "floor", 1.4, "companion", ("yard", "well"), holds=("dog", "sheep", "goose")
        ),
        Anchor(
            "by_fence",
            _on(7.3, 13.4),
            "floor",
            2.2,
            "companion",
            ("yard", "well"),
            holds=("horse", "cow", "sheep"),
            verbs=("graze",),
            smallest=0.5,
        ),
        Anchor(
            "lane",
            _on(1.25, 12.0),
            "floor",
            2.2,
            "companion",
            ("yard",),
            verbs=("walk", "go", "run"),
            smallest=0.5,
            holds=("carriage", "horse"),
        ),
        Anchor(
            "curb",
            (WELL[0] - 0.72, CURB + 0.09, WELL[2] - 0.25),
            "top",
            0.4,
            "companion",
            ("yard", "well"),
            holds=("cat", "bird", "bottle"),
        ),
        Anchor("block", BLOCK, "top", 0.5, "companion", ("yard",), holds=("lantern", "hen", "cat", "fruit")),
        Anchor("pulley", at_barn(0.0, 5.85, 1.0), "hang", 0.9, "companion", ("yard", "barn")),
        Anchor(
            "loft",
            at_barn(0.0, 5.12, 0.0),
            "top",
            0.8,
            "companion",
            ("yard", "barn"),
            holds=("owl", "cat", "dove"),
            smallest=0.2,
        ),
        Anchor("house_door", _on(8.6, 22.2), "floor", 1.9, "backdrop", ("yard", "well"), smallest=0.6),
        Anchor("air_near", (0.6, 2.5, 7.5), "air", 0.8, "companion", ("yard", "well")),
        Anchor("air_far", (4.5, 9.0, 28.0), "air", 3.0, "companion", ("yard", "well"), smallest=0.4),
        Anchor("far_away", (-112.0, 3.0, 150.0), "view", 26.0, "backdrop", ("yard",), smallest=6.0),
    ),
    solids=solids,
    light=light,
    life=small_life,
    flicker=flicker,
    ground_at=height,
)
