"""A street of a modern city after rain: lit windows up the fronts, a café, a bus shelter, traffic lights at a crossing.

The street runs away from the eye (z 0); the carriageway is 8.4 m wide, pavements lie .12 m higher, the fronts stand at
7.4 m on both sides. A crossing at z 34 to 43 has traffic lights; towers close the view. Groups of light: "key" is the
street lamps, "window" what shines from rooms and shops, "sign" neon and traffic lights in colours of their own, "moon"
the sky.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from dreamplayer.drawing import place_life as life
from dreamplayer.drawing.place import Place, PlaceLight, PlaceMoment
from dreamplayer.drawing.place_light import hour_light, night_palette
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.solids import landscape as land
from dreamplayer.drawing.solids import materials as mat
from dreamplayer.drawing.solids.furniture import placed
from dreamplayer.drawing.solids.materials import chance, step
from dreamplayer.drawing.solids.shapes import ball, box, grid, joined, lathe, panel, rod, tube
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
from dreamplayer.kit.noise import quick_fbm
from dreamplayer.model.atmosphere import Atmosphere
from dreamplayer.model.place import Anchor, CalmSpot, Framing, Move
from dreamplayer.model.reading import Colour
from dreamplayer.model.stage import Vec3

KERB = 4.2
"""Half the width of the carriageway."""
FRONT = 7.4
"""Distance of the fronts from the middle of the street."""
PAVEMENT = 0.12
CROSSING = (34.0, 43.0)
SHELTER = (5.7, 8.6)
"""Across and distance of the middle of the bus shelter."""
SEAT = PAVEMENT + 0.46
MOON = (-0.30, 0.55, 0.80)
_SHOP = 4.0
"""Height of the ground floors."""
_WARM: Colour = (0.95, 0.82, 0.62)
_LAMPS = ((1, 4.6), (-1, 13.5), (1, 21.0), (-1, 30.0))
"""Side and distance of each street lamp."""
_LAMP_HEIGHT = 6.3


@dataclass(frozen=True)
class _Block:
    """A building at the street: what its front is made of."""

    start: float
    """Where it begins, metres along the street."""
    wide: float
    floors: int
    wall: Material
    bay: float = 2.4
    """Metres from window to window."""
    storey: float = 3.3
    pane: tuple[float, float, float] = (1.3, 0.24, 0.80)
    """Width of a window in metres; its sill and head as shares of the storey."""
    share: float = 0.42
    """Share of the windows that are lit."""
    shop: Colour = (0.05, 0.055, 0.06)
    """Colour of the shop front."""
    glow: float = 0.8
    """Light of the shop."""
    offices: bool = False
    """Continuous panes with thin bars instead of single windows."""
    balconies: bool = False

    @property
    def tall(self) -> float:
        """Height of the front in metres."""
        return _SHOP + self.floors * self.storey + 0.9


def _rooms(x: Array, y: Array, number: Array, seed: int) -> tuple[Array, Array]:
    """Light of rooms behind their panes, (n,), and their tints, (n, 3); x -1..1 across, y 0..1 up a pane."""
    own = [chance(number, seed + k) for k in range(6)]
    glow = 0.22 + 0.30 * np.exp(-(((x - 1.2 * (own[0] - 0.5)) / 0.8) ** 2 + ((y - 0.55) / 0.45) ** 2))
    lamp = 0.45 * np.exp(-(((x - 1.2 * (own[1] - 0.5)) / 0.24) ** 2 + ((y - 0.40 - 0.3 * own[2]) / 0.15) ** 2))
    blind = step(0.0, 0.02, y - 1 + 0.55 * own[3] * (own[4] > 0.45))
    slats = 0.40 + 0.12 * np.sin(y * 70)
    curtain = step(0.62, 0.74, np.abs(x)) * (own[4] <= 0.45)
    shine = (glow + lamp) * (1 - blind) + blind * slats * 0.75
    shine = shine * (1 - curtain) + curtain * (0.26 + 0.10 * np.sin(x * 40))
    # Furniture stands dark before the lower part of the room.
    shine = shine * (1 - 0.45 * step(0.30, 0.22, y + 0.12 * np.sin(9 * x + 6 * own[5])))
    kind = own[5][:, None]
    tint = np.where(kind < 0.62, np.asarray((1.0, 0.80, 0.58)), np.asarray((0.95, 1.02, 0.95)))
    tint = np.where(kind > 0.90, np.asarray((0.55, 0.85, 1.5)) * 0.55, tint)
    return np.asarray(shine, F), np.asarray(tint, F)


def _front(block: _Block, side: int, seed: int) -> Material:
    """The front of a building from the pavement to its roof."""
    width, low, high = block.pane

    def material(s: Surface) -> Finish:
        u, v = s.local[:, 0], s.local[:, 1]
        found = block.wall(s)
        albedo = np.array(np.broadcast_to(found.albedo, (len(u), 3)), F)
        albedo *= (0.75 + 0.5 * quick_fbm(u * 0.5 + seed, v * 0.25, seed, 4))[:, None]
        shade = np.array(np.broadcast_to(np.asarray(found.occlusion, F), (len(u),)), F)
        gloss = np.full(len(u), 0.12, F)
        light = np.zeros((len(u), 3), F)
        sideways = np.abs(s.n[:, 0]) > 0.5
        inward = np.maximum(np.abs(np.where(sideways, s.sight[:, 0], s.sight[:, 2])), 0.06)
        slope_u, slope_v = np.where(sideways, s.sight[:, 2], s.sight[:, 0]) / inward, s.sight[:, 1] / inward

        def cells(a: Array, b: Array) -> tuple[Array, Array, Array, Array]:
            k, j = np.floor((b - _SHOP) / block.storey), np.floor(a / block.bay)
            return j, k, (a / block.bay - j - 0.5) * block.bay, (b - _SHOP) / block.storey - k

        _, k, x, y = cells(u, v)
        above = (v > _SHOP) & (k < block.floors)
        half = block.bay / 2 - 0.03 if block.offices else width / 2
        hole = above & (np.abs(x) < half) & (y > low) & (y < high)
        rim = above & ~hole & (np.abs(x) < half + 0.12) & (y > low - 0.06) & (y < high + 0.05)
        albedo[rim] *= 1.35
        depth = 0.06 if block.offices else 0.22
        j2, k2, x2, y2 = cells(u + slope_u * depth, v + slope_v * depth)
        pane = hole & (k2 == k) & (np.abs(x2) < half) & (y2 > low) & (y2 < high)
        shade[hole & ~pane] *= 0.55
        across, up = x2 / half, np.clip((y2 - low) / (high - low), 0, 1)
        bars = (np.abs(np.abs(x2) - half) < 0.05) | (np.abs(up - 0.5) > 0.475)
        bars |= (np.abs(x2) < 0.025) if not block.offices else (np.abs(up - 0.72) < 0.012)
        albedo[pane] = np.asarray((0.012, 0.015, 0.024), F) * (0.6 + 1.2 * up)[pane, None]
        gloss[pane] = 0.6
        albedo[pane & bars] = (0.07, 0.068, 0.07)
        number = j2 * 57 + k2 * 131
        lit = chance(number, seed) < block.share
        if block.offices:
            lit = chance(np.floor(j2 / 3) * 57 + k2 * 131, seed) < block.share
        shine, tint = _rooms(across, up, number, seed + 3)
        strength = shine * (0.55 + 0.45 * chance(number, seed + 1)) * (pane & ~bars & lit)
        light += np.asarray(_WARM, F) * tint * strength[:, None]
        spill = 0.04 * (hole & ~pane) * (chance(number, seed) < block.share)
        light += np.asarray(_WARM, F) * spill[:, None]
        # Ledges between the storeys.
        line = above & (y < 0.05)
        albedo[line] *= 1.25
        _paint_shop(block, seed, (u, v), (slope_u, slope_v), albedo, light, gloss)
        return Finish(albedo, gloss, 0.0, shade, {"window": light}, found.normal)

    return material


_DOOR_FOOT, _WINDOW_FOOT, _PANE_TOP, _TRANSOM = 0.14, 0.62, 3.05, 2.45
"""Heights of a shop front, metres: lower edges of panes in a door and a window, upper edge, bar under the fanlight."""
_PIER, _FRAME = 0.16, 0.21
"""Half the width of a pier between two panes, without and with the frames, metres."""
_BEHIND = 0.9
"""Metres behind the pane at which goods and lamps stand."""
_LAMP_EVERY, _LAMP_HIGH = 1.3, 2.35
"""Metres between the hanging lamps of a shop, and their height."""
_DOOR_SHARE, _CLOSED_SHARE = 0.70, 0.72
"""Random numbers above which a bay is a door, and a shop is closed."""


def _paint_shop(
    block: _Block, seed: int, place: tuple[Array, Array], slope: tuple[Array, Array], albedo: Array, light: Array,
    gloss: Array,
) -> None:  # fmt: skip
    """Paint the ground floor: tall panes between piers, goods and hanging lamps behind them, a door now and then."""
    u, v = place
    low = v < _SHOP
    bay = block.wide / max(2, round(block.wide / 2.5))
    j = np.floor(u / bay)
    x = u - (j + 0.5) * bay
    albedo[low] = (np.asarray(block.shop, F) * (0.8 + 0.4 * quick_fbm(u * 2, v * 7, seed, 3))[:, None])[low]
    gloss[low] = 0.35
    door = chance(j, seed + 21) > _DOOR_SHARE
    foot = np.where(door, _DOOR_FOOT, _WINDOW_FOOT)
    pane = low & (np.abs(x) < bay / 2 - _PIER) & (v > foot) & (v < _PANE_TOP)
    bar = pane & (
        (np.abs(v - _TRANSOM) < 0.03) | (np.abs(x) > bay / 2 - _FRAME) | (door & (np.abs(np.abs(x) - 0.55) < 0.045))
        | (v < foot + 0.06) | (v > 3.0)
    )  # fmt: skip
    u2, v2 = u + slope[0] * _BEHIND, v + slope[1] * _BEHIND
    a, b = u2 / block.wide, v2
    # Two or three panes belong to one shop; some are closed, with one small light left on.
    shop = np.floor(j / 2)
    closed = (chance(shop, seed + 25) > _CLOSED_SHARE) & (block.glow < 1.0)
    from_pool = np.mod(u2 / (2 * bay), 1.0) - 0.35 - 0.3 * chance(shop, seed + 26)
    pool = 0.25 + 0.75 * np.exp(-((from_pool / 0.26) ** 2))
    under_ceiling = 0.10 + 0.42 * np.exp(-(((b - 2.2) / 0.75) ** 2))
    room = under_ceiling * pool * (0.8 + 0.2 * np.cos(a * math.tau * 2 + seed))
    # Hanging lamps in a row, and shelves with goods.
    p = np.mod(u2 / _LAMP_EVERY, 1.0) - 0.5
    room = room + 0.75 * np.exp(-((p / 0.085) ** 2 + ((b - _LAMP_HIGH) / 0.11) ** 2))
    room = room * (1 - 0.6 * (np.abs(p) < 0.010) * (b > 2.45))
    walls = np.array([(1.0, 0.95, 0.9), (1.0, 0.72, 0.62), (0.82, 0.95, 0.80), (1.0, 0.86, 0.70)], F)
    tint = walls[(chance(shop, seed + 27) * 3.99).astype(int)]
    for k, shelf in enumerate((0.62, 1.18, 1.68)):
        a_metre = 2.6 + 1.1 * k
        i = np.floor(u2 * a_metre)
        f = u2 * a_metre - i - 0.5
        own, kind = chance(i, seed + 31 + k), chance(i, seed + 41 + k)
        tall = (0.55 if k == 0 else 0.36) * (0.35 + 0.65 * own)
        round_ = np.sqrt(np.clip(1 - (f / 0.46) ** 2, 0, 1))
        # Half are boxes, half are round; here and there nothing stands.
        head = shelf + tall * np.where(kind > 0.5, 1.0, round_)
        there = (b > shelf) & (b < head) & (np.abs(f) < 0.42) & (kind > 0.18)
        room = np.where(there, room * (0.15 + 0.55 * own * round_), room)
        hue = np.stack([0.9 + 0.2 * own, 0.55 + 0.5 * kind, 0.30 + 0.8 * own * kind], -1)
        tint = np.where(there[:, None], hue, tint)
        room = np.where(np.abs(b - shelf) < 0.025, room * 0.35, room)
    # Somebody's plants and a counter stand before the goods here and there.
    leafy = quick_fbm(u2 * 2.2, b * 2.2, seed + 9, 4) - 0.10 * (b - 0.6)
    room = np.where((leafy > 0.60) & (b < 1.5), room * 0.25, room)
    room = np.where(closed, room * 0.25, room * 1.55)
    glass = pane & ~bar
    albedo[pane] = (0.02, 0.019, 0.018)
    gloss[pane] = 0.6
    light[glass] = (np.asarray(_WARM, F) * tint * (block.glow * np.clip(room, 0, 0.95))[:, None])[glass]
    # A lit strip over the panes, in place of a name.
    strip = low & (v > 3.30) & (v < 3.34) & (np.abs(u - block.wide / 2) < block.wide / 2 - 0.5)
    light[strip] = np.asarray(_WARM, F) * F(0.55 * block.glow)


_BRICK = mat.brick((0.19, 0.085, 0.062), 0.24, 0.08)
_RENDER = mat.plaster((0.205, 0.175, 0.150), stain=0.0)
_GREY = mat.plaster((0.135, 0.130, 0.138), stain=0.0)
_STONE = mat.masonry((0.195, 0.172, 0.150), 0.42, 0.95, 5)
_DARK = mat.plain((0.050, 0.054, 0.066), 0.4, vary=0.2, scale=0.6)

_LEFT = (
    _Block(-6.0, 13.6, 4, _BRICK, 2.27, pane=(1.25, 0.22, 0.78), share=0.45, shop=(0.045, 0.068, 0.058), glow=1.0),
    _Block(7.6, 10.4, 6, _DARK, 1.3, 3.4, (1.2, 0.16, 0.92), 0.36, (0.06, 0.06, 0.065), 0.55, offices=True),
    _Block(18.0, 15.0, 5, _STONE, 2.5, 3.5, (1.25, 0.18, 0.80), 0.45, (0.085, 0.042, 0.036), 0.75, balconies=True),
    _Block(44.0, 14.0, 9, _RENDER, 2.33, share=0.40, glow=0.6),
    _Block(58.0, 16.0, 7, _BRICK, 2.6, share=0.4, glow=0.7),
)
_RIGHT = (
    _Block(-6.0, 11.4, 5, _RENDER, 2.28, share=0.46, shop=(0.052, 0.050, 0.056), glow=0.45, balconies=True),
    _Block(5.4, 12.6, 5, _STONE, 2.52, 3.5, (1.3, 0.18, 0.80), 0.5, (0.038, 0.052, 0.072), 0.85),
    _Block(18.0, 15.0, 7, _BRICK, 2.5, share=0.42, shop=(0.05, 0.05, 0.05), glow=0.7),
    _Block(44.0, 16.0, 6, _GREY, 2.3, share=0.42, glow=0.7),
    _Block(60.0, 15.0, 8, _RENDER, 2.5, share=0.4, glow=0.7),
)


def _buildings(seed: int) -> list[Solid]:
    made: list[Solid] = []
    trim = mat.plain((0.15, 0.14, 0.135), 0.12, vary=0.3, scale=5)
    rails = mat.iron((0.03, 0.03, 0.033), 0.3)
    for side, row in ((-1, _LEFT), (1, _RIGHT)):
        x = side * FRONT
        for k, block in enumerate(row):
            z0, z1, tall = block.start, block.start + block.wide, block.tall
            own = seed * 13 + k * 7 + side + 50
            made.append(panel(_front(block, side, own), (x, 0, z0), (0, 0, block.wide), (0, tall, 0)))
            flank = _front(replace(block, wide=14.0), side, own + 3) if z0 > 40 else block.wall
            made.append(panel(flank, (x, 0, z0), (side * 14, 0, 0), (0, tall, 0)))
            made.append(panel(block.wall, (x, 0, z1), (side * 14, 0, 0), (0, tall, 0)))
            ledges = [
                box(trim, (min(x, x - side * 0.45), tall - 0.55, z0), (max(x, x - side * 0.45), tall, z1)),
                box(trim, (min(x, x - side * 0.16), _SHOP - 0.12, z0), (max(x, x - side * 0.16), _SHOP + 0.08, z1)),
            ]
            if not block.offices and z0 < 40:
                for floor in range(block.floors):
                    y = _SHOP + floor * block.storey + block.pane[1] * block.storey
                    for j in range(int(block.wide / block.bay + 0.01)):
                        z = z0 + (j + 0.5) * block.bay
                        a, b = sorted((x, x - side * 0.14))
                        ledges.append(
                            box(trim, (a, y - 0.10, z - block.pane[0] / 2 - 0.1), (b, y, z + block.pane[0] / 2 + 0.1))
                        )
            made.append(joined(ledges))
            if block.balconies:
                made += _balconies(block, side, trim, rails)
    return made


def _balconies(block: _Block, side: int, slab: Material, rails: Material) -> list[Solid]:
    slabs, bars = [], []
    x0, x1 = side * FRONT, side * (FRONT - 0.85)
    for floor in range(1, block.floors):
        y = _SHOP + floor * block.storey + 0.02
        for j in range(0, int(block.wide / block.bay), 2):
            z = block.start + (j + 0.5) * block.bay
            a, b = z - 0.95, z + 0.95
            slabs.append(box(slab, (min(x0, x1), y - 0.12, a), (max(x0, x1), y, b)))
            for h in (0.12, 0.92):
                bars.append(
                    tube(rails, [(x0, y + h, a), (x1, y + h, a), (x1, y + h, b), (x0, y + h, b)], 0.022, sides=4)
                )
            bars += [rod(rails, (x1, y, q), (x1, y + 0.92, q), 0.010, sides=4) for q in np.linspace(a, b, 10)]
    return [joined(slabs), joined(bars)]


def _towers(seed: int) -> list[Solid]:
    """Far towers beyond the crossing, with windows in rows."""

    def face(number: int, share: float) -> Material:
        def material(s: Surface) -> Finish:
            along = np.where(np.abs(s.n[:, 0]) > 0.5, s.p[:, 2], s.p[:, 0])
            i, k = np.floor(along / 1.9), np.floor(s.p[:, 1] / 3.5)
            fu, fv = along / 1.9 - i, s.p[:, 1] / 3.5 - k
            own = chance(i * 57 + k * 131, number)
            there = (fu > 0.18) & (fu < 0.82) & (fv > 0.28) & (fv < 0.78) & (own < share) & (np.abs(s.n[:, 1]) < 0.5)
            there &= chance(k, number + 4) > 0.10
            k2 = (0.16 + 0.40 * chance(i * 31 + k * 71, number + 1) ** 2) * there
            hue = np.where(
                (own < share * 0.3)[:, None], np.asarray((0.85, 0.9, 0.85), F), np.asarray((1.0, 0.78, 0.52), F)
            )
            return Finish(np.full((len(s.p), 3), 0.045, F), 0.1, emission={"window": (hue * k2[:, None]).astype(F)})

        return material

    made = []
    spec = (
        (-3.2, 118, 15, 62, 0.42), (14, 96, 16, 34, 0.40), (-20, 90, 18, 40, 0.38), (30, 130, 20, 56, 0.34),
        (-36, 140, 22, 50, 0.36), (6, 150, 14, 46, 0.36), (-14, 165, 15, 72, 0.30), (21, 175, 16, 68, 0.3),
        (3.5, 84, 8, 16, 0.5),
    )  # fmt: skip
    for k, (x, z, wide, tall, share) in enumerate(spec):
        paint = face(seed * 3 + k, share)
        made.append(box(paint, (x - wide / 2, 0, z), (x + wide / 2, tall, z + wide), casts=False, faces="xXzY"))
        if k == 0:
            made.append(box(paint, (x - 5, tall, z + 2), (x + 5, tall + 9, z + 12), casts=False, faces="xXzY"))
            made.append(box(paint, (x - 2.6, tall + 9, z + 4), (x + 2.6, tall + 15, z + 9), casts=False, faces="xXzY"))
            mast = mat.plain((0.03, 0.03, 0.035))
            made.append(rod(mast, (x, tall + 15, z + 6), (x, tall + 28, z + 6), 0.22, sides=5, casts=False))
            made.append(
                ball(mat.glow("sign", (0.85, 0.10, 0.06)), (x, tall + 28, z + 6), 0.5, rings=5, sides=8, casts=False)
            )
    return made


_TAR, _ROAD_PAINT = (0.034, 0.034, 0.038), (0.20, 0.19, 0.175)
"""Albedos of the carriageway."""
_STRIPE = 1.0
"""Metres from stripe to stripe of a crossing; half of it is painted."""


def _asphalt(s: Surface) -> Finish:
    """Wet asphalt with a film of water, worn lane marks and a pedestrian crossing."""
    x, z = s.p[:, 0], s.p[:, 2]
    grain = quick_fbm(x * 26, z * 26, 3, 2)
    patch = quick_fbm(x * 0.35, z * 0.22, 6, 4)
    puddle = step(0.47, 0.62, quick_fbm(x * 0.45 + 3, z * 0.20, 9, 4) + 0.10 * step(2.6, 4.1, np.abs(x)))
    k = (0.55 + 0.9 * grain) * (0.65 + 0.7 * patch)
    albedo = np.asarray(_TAR, F) * k[:, None]
    worn = step(0.25, 0.55, quick_fbm(x * 3, z * 3, 12, 3))
    dash = (np.abs(x) < 0.07) & (np.mod(z, 6.0) < 3.0) & (z < CROSSING[0] - 3)
    striped = (np.mod(x + 0.25, _STRIPE) < 0.5) & (np.abs(x) < KERB - 0.3)
    zebra = (np.abs(z - CROSSING[0] + 1.6) < 1.3) & striped
    near = (np.abs(z - 16.6) < 1.5) & striped
    stop = (np.abs(z - CROSSING[0] + 3.7) < 0.2) & (x > 0.2)
    paint = (dash | zebra | stop | near) * worn
    albedo = mat.mixed(albedo, _ROAD_PAINT, (0.8 * paint).astype(F))
    grazing = (1 - np.abs((s.sight * s.n).sum(1))) ** 2
    film = (0.16 + 0.60 * grazing) * (0.30 + 0.40 * grain)
    mirror = film + 0.75 * puddle * (0.25 + 0.75 * grazing)
    lean = np.stack([grain - 0.5, 0 * x, quick_fbm(x * 21, z * 21, 8, 2) - 0.5], -1) * (0.30 * (1 - puddle))[:, None]
    return Finish(
        (albedo * (1 - 0.5 * puddle)[:, None]).astype(F), (0.35 + 0.4 * puddle).astype(F), 0.0, 1.0,
        normal=mat.tilted(s.n, lean.astype(F)), mirror=np.clip(mirror, 0, 0.75).astype(F),
    )  # fmt: skip


def _slabs(s: Surface) -> Finish:
    """Pavement of wet concrete slabs."""
    x, z = s.p[:, 0], s.p[:, 2]
    i, j = np.floor(x / 0.8), np.floor(z / 0.8)
    edge = np.minimum(np.minimum(x - i * 0.8, (i + 1) * 0.8 - x), np.minimum(z - j * 0.8, (j + 1) * 0.8 - z))
    own = chance(i * 71 + j * 193, 3)
    k = (0.75 + 0.45 * own) * (0.70 + 0.6 * quick_fbm(x * 5, z * 5, 4, 3))
    face = step(0.004, 0.014, edge)
    albedo = np.asarray((0.085, 0.082, 0.082), F) * (k * (0.4 + 0.6 * face))[:, None]
    wet = step(0.45, 0.65, quick_fbm(x * 0.6, z * 0.4, 5, 3))
    lean = np.stack([own - 0.5, 0 * x, chance(i * 7 + j * 3, 2) - 0.5], -1) * F(0.03)
    return Finish(
        (albedo * (1 - 0.4 * wet)[:, None]).astype(F), (0.3 + 0.35 * wet).astype(F), 0.0, 0.6 + 0.4 * face,
        normal=mat.tilted(s.n, lean.astype(F)),
    )  # fmt: skip


def _ground() -> list[Solid]:
    kerb = mat.plain((0.15, 0.145, 0.14), 0.3, vary=0.3, scale=4)
    made = [panel(_asphalt, (-40, 0, -5), (80, 0, 0), (0, 0, 120), casts=False)]
    for side in (-1, 1):
        for z0, z1 in ((-5.0, CROSSING[0]), (CROSSING[1], 90.0)):
            a, b = sorted((side * (KERB + 0.18), side * 24.0))
            made.append(box(_slabs, (a, -0.2, z0), (b, PAVEMENT, z1), casts=False, faces="Yz"))
            a, b = sorted((side * KERB, side * (KERB + 0.2)))
            made.append(box(kerb, (a, -0.2, z0), (b, PAVEMENT + 0.01, z1), casts=False))
    return made


def _lamp_at(side: int, z: float) -> Vec3:
    return side * (KERB - 0.75), _LAMP_HEIGHT, z


def _street_lamps() -> list[Solid]:
    steel, masts, heads, glass = mat.iron((0.035, 0.036, 0.040), 0.4), [], [], []
    for side, z in _LAMPS:
        x, y, _ = _lamp_at(side, z)
        foot = side * (KERB + 0.55)
        masts.append(
            tube(
                steel, [(foot, 0, z), (foot, 3.0, z), (foot, 5.6, z), (foot - side * 0.25, 6.3, z), (x, y + 0.14, z)],
                [0.085, 0.07, 0.055, 0.05, 0.04], sides=7, casts=False,
            )
        )  # fmt: skip
        masts.append(rod(steel, (foot, 0, z), (foot, 0.95, z), 0.12, sides=8, casts=False))
        heads.append(ball(steel, (x, y + 0.14, z), (0.42, 0.085, 0.17), rings=6, sides=12, casts=False))
        glass.append(
            ball(
                mat.glow("key", (1.15, 1.1, 1.0)),
                (x - side * 0.06, y + 0.07, z),
                (0.27, 0.06, 0.12),
                rings=5,
                sides=10,
                casts=False,
            )
        )
    return [joined(masts), joined(heads), joined(glass)]


def _traffic_lights() -> list[Solid]:
    """Signals at the crossing: red towards the eye, green on the far side, and a walking light."""
    steel = mat.iron((0.03, 0.032, 0.034), 0.4)
    made: list[Solid] = []
    bodies: list[Solid] = []
    for side, z, lit, over in (
        (1, CROSSING[0] - 3.2, 0, True),
        (-1, CROSSING[0] - 3.2, 0, False),
        (-1, CROSSING[1] + 1.0, 2, True),
    ):
        foot = side * (KERB + 0.5)
        bodies.append(rod(steel, (foot, 0, z), (foot, 5.7 if over else 3.4, z), 0.075, sides=7, casts=False))
        spots = [(foot, 3.1)]
        if over:
            end = foot - side * 3.4
            bodies.append(tube(steel, [(foot, 5.6, z), (end, 5.75, z)], 0.05, sides=6, casts=False))
            spots.append((end, 5.45))
        for x, y in spots:
            bodies.append(box(steel, (x - 0.17, y - 0.5, z - 0.14), (x + 0.17, y + 0.5, z + 0.10), casts=False))
            for k, colour in enumerate(((0.95, 0.085, 0.045), (0.95, 0.45, 0.05), (0.10, 0.62, 0.30))):
                shine = colour if k == lit else (colour[0] * 0.02, colour[1] * 0.02, colour[2] * 0.02)
                made.append(
                    ball(
                        mat.glow("sign", shine),
                        (x, y + 0.32 - 0.32 * k, z - 0.15),
                        (0.115, 0.115, 0.03),
                        rings=5,
                        sides=12,
                        casts=False,
                    )
                )
    return [joined(bodies), *made]


def _neon(group_colour: Colour, shape: str) -> Material:
    """Glass tubes bent to a shape on a dark board: local axes run across and up, a metre each."""

    def material(s: Surface) -> Finish:
        u, v = s.local[:, 0] - 0.5, s.local[:, 1] - 0.5
        if shape == "cup":
            body = np.abs(np.maximum(np.abs(u + 0.05) - 0.20 - 0.12 * v, np.abs(v + 0.12) - 0.17))
            handle = np.abs(np.hypot(u - 0.22, v + 0.10) - 0.10) + 9 * (u < 0.19)
            steam = np.min(
                [np.abs(u + 0.15 - k * 0.11 - 0.03 * np.sin(v * 24)) + 9 * ((v < 0.13) | (v > 0.34)) for k in range(3)],
                0,
            )
            d = np.minimum(np.minimum(body, handle), steam)
        elif shape == "moon":
            outer, inner = np.hypot(u, v) - 0.34, np.hypot(u - 0.15, v - 0.05) - 0.27
            d = np.abs(np.maximum(outer, -inner))
        elif shape == "note":
            d = np.minimum(
                np.abs(np.hypot((u + 0.10) * 0.8, v + 0.24) - 0.10), np.abs(u - 0.02) + 9 * ((v < -0.24) | (v > 0.30))
            )
            d = np.minimum(d, np.abs(v - 0.30 + 0.9 * (u - 0.02)) + 9 * ((u < 0.02) | (u > 0.22)))
        else:
            d = np.min([np.abs(v - k * 0.16) + 9 * (np.abs(u) > 0.34 - 0.06 * abs(k)) for k in (-2, -1, 0, 1, 2)], 0)
        core = np.exp(-((d / 0.022) ** 2)) + 0.16 * np.exp(-d / 0.08)
        light = core[:, None] * np.asarray(group_colour, F)
        rim = np.maximum(np.abs(u), np.abs(v)) > 0.465
        return Finish(
            np.where(rim[:, None], F(0.08), F(0.018)) * np.ones(3, F), 0.2, emission={"sign": light.astype(F)}
        )

    return material


_SIGNS = (
    (-1, 5.6, 4.6, (0.95, 0.30, 0.12), "cup"),
    (1, 12.2, 5.0, (0.80, 0.10, 0.26), "moon"),
    (-1, 16.6, 5.4, (0.14, 0.52, 0.44), "bars"),
    (1, 20.6, 4.9, (0.95, 0.42, 0.10), "note"),
    (-1, 27.5, 5.2, (0.75, 0.12, 0.14), "moon"),
)
"""Side, distance and height of each neon sign, its colour and shape."""


def _signs() -> list[Solid]:
    made: list[Solid] = []
    arms = []
    steel = mat.iron()
    for side, z, y, colour, shape in _SIGNS:
        x0 = side * FRONT - side * 1.35 if side > 0 else -FRONT + 0.35
        made.append(panel(_neon(colour, shape), (x0, y, z), (1.0, 0, 0), (0, 1.0, 0), casts=False))
        made.append(box(mat.plain((0.02, 0.02, 0.022)), (x0, y, z + 0.01), (x0 + 1, y + 1, z + 0.14), casts=False))
        arms.append(
            rod(steel, (side * FRONT, y + 0.85, z + 0.07), (x0 + 0.5, y + 0.85, z + 0.07), 0.03, sides=5, casts=False)
        )
    return [*made, joined(arms)]


def _awning(side: int, z0: float, z1: float, colour: Colour, other: Colour) -> list[Solid]:
    """A striped awning over a shop's panes, with a scalloped edge."""
    x0, x1 = side * FRONT, side * (FRONT - 1.5)

    def striped(s: Surface) -> Finish:
        stripe = np.mod(s.p[:, 2] / 0.36, 2.0) < 1.0
        base = np.where(stripe[:, None], np.asarray(colour, F), np.asarray(other, F))
        k = 0.8 + 0.3 * quick_fbm(s.p[:, 2] * 3, s.local[:, 1] * 3, 2, 3)
        return Finish((base * k[:, None]).astype(F), 0.08, thin=0.45)

    def scallops(local: Array) -> Mask:
        return np.asarray(local[:, 1] > 0.10 - 0.10 * np.abs(np.sin(local[:, 0] * math.pi / 0.36)))

    return [
        panel(striped, (x0, 3.35, z0), (0, 0, z1 - z0), (x1 - x0, -0.75, 0)),
        panel(striped, (x1, 2.38, z0), (0, 0, z1 - z0), (0, 0.24, 0), cut=scallops),
    ]


def _car(foot: Vec3, yaw: float, colour: Colour, lights: bool = False) -> list[Solid]:
    """A saloon car 4.3 m long that faces +z at yaw 0."""
    stations = np.array(
        [(-2.12, 0.74, 0.62, 0.62), (-2.05, 0.80, 0.84, 0.84), (-1.62, 0.86, 0.92, 0.92), (-1.12, 0.88, 0.94, 1.38),
         (-0.45, 0.88, 0.94, 1.46), (0.25, 0.88, 0.93, 1.42), (0.98, 0.88, 0.92, 0.93), (1.62, 0.84, 0.84, 0.84),
         (2.04, 0.76, 0.70, 0.70), (2.14, 0.68, 0.52, 0.52)], F,
    )  # fmt: skip
    rows = []
    for z, w, shoulder, roof in stations:
        inner = w - 0.24 * min(1.0, (roof - shoulder) / 0.4) if roof > shoulder + 0.02 else w * 0.9
        ring = [(-w * 0.96, 0.24), (-w, 0.52), (-w * 0.98, shoulder), (-inner, roof), (0.0, roof + 0.03)]
        rows.append([(x, y, z) for x, y in ring] + [(-x, y, z) for x, y in ring[-2::-1]])
    points = np.array(rows, F)

    def body(s: Surface) -> Finish:
        z, y = s.local[:, 2], s.local[:, 1]
        cabin = (z > -1.55) & (z < 0.92)
        line = np.interp(z, stations[:, 0], stations[:, 2])
        top = np.interp(z, stations[:, 0], stations[:, 3])
        glass = cabin & (y > line + 0.05) & (y < top - 0.07)
        glass &= (np.abs(z + 0.35) > 0.04) | (np.abs(s.local[:, 0]) < 0.3)
        albedo = np.where(glass[:, None], np.asarray((0.010, 0.012, 0.016), F), np.asarray(colour, F))
        seam = (np.abs(z + 0.45) < 0.012) & (y < line) | (np.abs(y - 0.36) < 0.02)
        return Finish(
            (albedo * np.where(seam, 0.4, 1.0)[:, None]).astype(F), np.where(glass, 0.8, 0.62).astype(F), normal=s.n
        )

    parts = [grid(body, points, local=points)]
    for end in (0, -1):
        middle = points[end].mean(0, keepdims=True)
        parts.append(
            grid(
                body, np.stack([points[end], np.repeat(middle, points.shape[1], 0)]), local=np.stack([points[end]] * 2)
            )
        )
    rubber = mat.plain((0.012, 0.012, 0.013), 0.2)
    hub = mat.metal((0.30, 0.30, 0.31), 0.5)
    tyres = [
        ball(rubber, (x, 0.32, z), (0.12, 0.32, 0.32), rings=10, sides=16) for x in (-0.78, 0.78) for z in (-1.32, 1.36)
    ]
    hubs = [
        ball(hub, (x, 0.32, z), (0.04, 0.18, 0.18), rings=6, sides=12) for x in (-0.88, 0.88) for z in (-1.32, 1.36)
    ]
    strength = 1.0 if lights else 0.05
    tails = [
        box(
            mat.glow("sign", (0.80 * strength, 0.05 * strength, 0.03 * strength), (0.10, 0.01, 0.01)),
            (x - 0.17, 0.62, -2.16),
            (x + 0.17, 0.76, -2.04),
            casts=False,
        )
        for x in (-0.56, 0.56)
    ]
    fronts = [
        ball(
            mat.glow("window", (0.9 * strength, 0.85 * strength, 0.7 * strength), (0.25, 0.25, 0.25)),
            (x, 0.60, 2.05),
            (0.15, 0.09, 0.10),
            rings=5,
            sides=10,
            casts=False,
        )
        for x in (-0.54, 0.54)
    ]
    return placed([*parts, joined(tyres), joined(hubs), joined(tails), joined(fronts)], foot, yaw)


def _shelter() -> list[Solid]:
    """A bus shelter on the right pavement: a roof on posts, panes, a bench, a lit picture at its far end."""
    x, z = SHELTER
    a, b = z - 2.0, z + 2.0
    steel = mat.iron((0.045, 0.046, 0.050), 0.4)
    posts = [rod(steel, (x + dx, PAVEMENT, q), (x + dx, 2.55, q), 0.045, sides=6) for dx in (0.75,) for q in (a, z, b)]
    posts += [rod(steel, (x + 0.75, h, a), (x + 0.75, h, b), 0.025, sides=5) for h in (0.35, 2.3)]
    bench = mat.wood((0.16, 0.105, 0.06), 2, 0.3, plank=0.11, across=0)
    made = [
        joined(posts),
        box(mat.plain((0.06, 0.062, 0.066), 0.3), (x - 0.85, 2.55, a - 0.15), (x + 0.95, 2.66, b + 0.15)),
        box(mat.glow("window", (0.85, 0.80, 0.66)), (x - 0.1, 2.52, a + 0.2), (x + 0.1, 2.55, b - 0.2), casts=False),
        box(bench, (x + 0.18, SEAT - 0.05, a + 0.3), (x + 0.62, SEAT, b - 1.2)),
        joined(
            [rod(steel, (x + 0.4, PAVEMENT, q), (x + 0.4, SEAT - 0.05, q), 0.035, sides=5) for q in (a + 0.7, b - 1.6)]
        ),
    ]

    def picture(s: Surface) -> Finish:
        """A poster without words: hills under a great moon."""
        u, v = s.local[:, 0] - 0.6, s.local[:, 1] / 1.75
        sky = np.asarray((0.42, 0.24, 0.15), F) * (0.45 + 0.75 * (1 - v))[:, None]
        disc = np.hypot(u + 0.1, (v - 0.68) * 1.75) < 0.27
        hill = v < 0.34 + 0.10 * np.sin(u * 5 + 1)
        near = v < 0.20 + 0.07 * np.sin(u * 7 + 3)
        c = np.where(disc[:, None], np.asarray((0.75, 0.62, 0.42), F), sky)
        c = np.where(hill[:, None], np.asarray((0.20, 0.11, 0.10), F), c)
        c = np.where(near[:, None], np.asarray((0.09, 0.065, 0.075), F), c)
        edge = np.maximum(np.abs(u) - 0.55, np.abs(v - 0.5) - 0.47) > 0
        return Finish(np.full((len(u), 3), 0.04, F), 0.3, emission={"window": (c * ~edge[:, None]).astype(F)})

    made.append(panel(picture, (x - 0.45, 0.45, b + 0.02), (1.2, 0, 0), (0, 1.75, 0), casts=False))
    made.append(box(steel, (x - 0.50, 0.38, b + 0.03), (x + 0.80, 2.28, b + 0.16)))
    return made


def _furniture(seed: int) -> list[Solid]:
    """Tables before the café, a litter bin, a hydrant, planters, street trees."""
    steel = mat.iron((0.035, 0.036, 0.04), 0.35)
    made: list[Solid] = []
    tops = []
    for z in (6.9, 8.9):
        x = -6.0
        tops += [
            lathe(
                steel,
                (x, PAVEMENT, z),
                [(0.24, 0), (0.24, 0.02), (0.03, 0.05), (0.03, 0.70), (0.33, 0.71), (0.33, 0.735), (0.0, 0.735)],
                sides=16,
            ),
        ]
        for dz in (-0.62, 0.62):
            y = PAVEMENT + 0.45
            tops.append(lathe(steel, (x, PAVEMENT, z + dz), [(0.19, 0.43), (0.20, 0.45), (0.0, 0.455)], sides=12))
            tops += [
                rod(
                    steel,
                    (x + 0.14 * c, PAVEMENT, z + dz + 0.14 * s),
                    (x + 0.12 * c, y, z + dz + 0.12 * s),
                    0.014,
                    sides=4,
                )
                for c, s in ((-1, -1), (1, -1), (-1, 1), (1, 1))
            ]
            back = z + dz + (0.19 if dz > 0 else -0.19)
            tops.append(
                tube(
                    steel,
                    [(x - 0.18, y, back), (x - 0.17, y + 0.40, back), (x + 0.17, y + 0.40, back), (x + 0.18, y, back)],
                    0.014,
                    sides=4,
                )
            )
    made.append(joined(tops))
    red = mat.plain((0.17, 0.03, 0.022), 0.4)
    made.append(
        lathe(
            red,
            (4.75, PAVEMENT, 12.6),
            [
                (0.15, 0),
                (0.15, 0.06),
                (0.11, 0.08),
                (0.11, 0.50),
                (0.14, 0.52),
                (0.13, 0.58),
                (0.07, 0.68),
                (0.0, 0.70),
            ],
            sides=14,
        )
    )
    made.append(
        lathe(
            mat.iron((0.03, 0.04, 0.036)),
            (-4.8, PAVEMENT, 11.4),
            [(0.22, 0), (0.26, 0.85), (0.28, 0.87), (0.20, 0.87)],
            sides=14,
        )
    )
    for k, (x, z) in enumerate(((-4.9, 20.5), (4.95, 15.6), (4.95, 26.5))):
        made += land.tree(
            (x, PAVEMENT, z), 6.4 + float(chance(k, seed)), seed=seed % 7 + k + 2, spread=0.22, girth=0.10, clear=0.42,
            masses=4, sprays=70, colour=(0.055, 0.062, 0.028),
        )  # fmt: skip
    for k, z in enumerate((2.9, 10.2)):
        made.append(
            box(mat.plain((0.055, 0.05, 0.048), 0.2), (-7.25, PAVEMENT, z - 0.5), (-6.8, PAVEMENT + 0.5, z + 0.5))
        )
        made += land.crown((-7.02, 0.92, z), (0.30, 0.36, 0.55), seed=k + seed % 5, sprays=70, leaf=30.0)
    wires = []
    for z, left, right in ((12.0, 8.4, 8.2), (24.0, 8.0, 8.4)):
        q = np.linspace(0, 1, 15)
        wires.append(
            tube(
                steel,
                np.stack([FRONT * (2 * q - 1), left + (right - left) * q - 2.0 * q * (1 - q), z + 0 * q], -1),
                0.010,
                sides=4,
                casts=False,
            )
        )
    made.append(joined(wires))
    return made


def solids(seed: int) -> Scenery:
    """The street for a seed: other windows are lit, other cars stand at the kerb."""
    paints: tuple[Colour, ...] = (
        (0.16, 0.035, 0.030),
        (0.045, 0.060, 0.085),
        (0.17, 0.16, 0.145),
        (0.03, 0.055, 0.045),
    )
    cars: list[Solid] = []
    for k, (x, z, yaw, lit) in enumerate(
        (
            (-3.15, 12.6, 0.0, False),
            (-3.15, 24.6, 0.0, False),
            (1.9, 27.2, 0.0, True),
            (-1.9, 52.0, math.pi, True),
            (-1.9, 70.0, math.pi, True),
        )
    ):
        cars += _car((x, 0.0, z), yaw, paints[(k + seed) % 4], lit)
    parts = [
        *_ground(),
        *_buildings(seed),
        *_towers(seed),
        *_street_lamps(),
        *_traffic_lights(),
        *_signs(),
        *_shelter(),
    ]
    parts += _awning(-1, -3.0, 7.4, (0.17, 0.040, 0.034), (0.26, 0.23, 0.19)) + _furniture(seed) + cars
    lamps = [
        Lamp(
            "key",
            _lamp_at(side, z),
            7.0,
            0.15,
            shadow=1.0 if k < 2 else 0.0,
            bounce=0.02,
            reach=6.0,
            skin=0.5,
            dust=0.0016,
            dust_reach=40.0,
        )
        for k, (side, z) in enumerate(_LAMPS)
    ]
    sources: tuple[Source, ...] = (
        *lamps,
        Lamp("window", (-6.1, 2.0, 4.6), 3.4, 0.8, shadow=0.0, bounce=0.0, skin=0.3),
        Lamp("window", (-6.2, 1.8, 11.5), 1.6, 0.8, shadow=0.0, bounce=0.0, skin=0.3),
        Lamp("window", (SHELTER[0], 2.3, SHELTER[1]), 1.7, 0.5, shadow=0.0, bounce=0.0, skin=0.3),
        Lamp("window", (6.2, 1.9, 13.0), 2.4, 0.8, shadow=0.0, bounce=0.0, skin=0.3),
        Lamp("window", (0.0, 3.0, 48.0), 9.0, 0.8, shadow=0.0, bounce=0.0, dust=0.004, dust_reach=70.0),
        Sun("moon", MOON, 0.6, soft=0.05),
        Sky("moon", 0.36),
    )
    return Scenery(
        tuple(parts), sources, ("key", "window", "sign", "moon"), mist=0.006, mist_group="moon", mist_glow=0.024
    )


def light(atmosphere: Atmosphere) -> PlaceLight:
    """Lamps and signs shine in the dark hours; by day the grey sky lights the street."""
    outside = hour_light(atmosphere)
    by_day = atmosphere.hour in ("day", "morning", "sunrise")
    cosy = 1.0 + 0.12 * atmosphere.warmth
    lamps, rooms, signs = (0.12, 0.40, 0.35) if by_day else (1.0, 1.0, 1.0)
    open_sky = 3.4 if by_day else 1.6
    stage = replace(
        outside.stage,
        ground="street",
        ridges=0.0,
        stars=0.25 * outside.stage.stars,
        clouds=max(outside.stage.clouds, 0.6),
    )
    palette = night_palette(outside, key=(1.0, 0.58, 0.26), rim=(0.030, 0.030, 0.044))
    if atmosphere.hour in ("night", "none"):
        # A city's own light under its clouds.
        palette = replace(
            palette, zenith=(0.0060, 0.0062, 0.0130), horizon=(0.034, 0.022, 0.026), glow=(0.060, 0.034, 0.026)
        )
    return PlaceLight(
        {
            "key": life.scaled((1.0, 0.60, 0.27), cosy * lamps),
            "window": life.scaled((1.0, 0.60, 0.28), cosy * rooms),
            "sign": (signs, signs, signs),
            "moon": life.scaled(outside.window, open_sky),
        },
        palette,
        stage,
    )


def small_life(moment: PlaceMoment) -> tuple[Form, ...]:
    """Steam over a grating, motes of drizzle by the lamps, the moon over the roofs."""
    f, t = moment.framing, moment.t
    key = moment.light.tints["key"]
    forms: list[Form] = []
    for k, (side, z) in enumerate(_LAMPS[:3]):
        x, y, _ = _lamp_at(side, z)
        box_ = ((x - 1.4, y - 3.0, z - 1.2), (x + 1.4, y + 0.3, z + 1.2))
        forms.append(
            life.dust(
                f, t, moment.seed + k, box_, (x, y - 0.3, z), life.scaled(key, 0.35), count=70, reach=1.5, size=0.014
            )
        )
    steam = life.scaled(moment.light.tints["window"], 0.35)
    forms.append(life.steam(f, t, moment.seed, (-1.2, 0.0, 19.5), steam, height=3.2, width=0.7, lean=0.3, count=46))
    return tuple(forms)


PLACE = Place(
    name="city_street",
    framings=(
        Framing(
            "street",
            (1.5, 1.70, -0.9),
            -0.06,
            1.22,
            -0.24,
            Move(push=0.05),
            calm=(CalmSpot(-1.33, 0.66, 0.26), CalmSpot(-0.37, 0.68, 0.24)),
        ),
        Framing("cafe", (0.6, 1.45, 1.2), -0.74, 1.35, -0.16, Move(drift=0.04), calm=(CalmSpot(-1.35, 0.62, 0.26),)),
        Framing("shelter", (0.2, 1.30, 4.0), 0.62, 1.40, -0.18, Move(drift=-0.04), calm=(CalmSpot(-0.7, 0.66, 0.26),)),
        Framing("crossing", (-0.8, 0.85, 17.5), 0.04, 1.70, -0.34, Move(rise=0.04), calm=(CalmSpot(1.15, 0.5, 0.26),)),
    ),
    anchors=(
        Anchor(
            "road",
            (0.7, 0.0, 5.3),
            "floor",
            1.9,
            "hero",
            ("street",),
            verbs=("walk", "stand", "cross", "look", "wait", "run"),
        ),
        Anchor(
            "shelter_seat",
            (SHELTER[0] + 0.38, SEAT, 7.6),
            "seat",
            1.9,
            "hero",
            ("street", "shelter"),
            facing=1.3,
            verbs=("sit", "wait", "rest", "read", "sleep"),
        ),
        Anchor(
            "pavement_left",
            (-4.9, PAVEMENT, 8.4),
            "floor",
            1.9,
            "hero",
            ("street", "cafe"),
            facing=0.5,
            verbs=("walk", "stand", "meet", "talk", "look", "buy"),
        ),
        Anchor(
            "kerb",
            (4.7, PAVEMENT, 10.6),
            "floor",
            1.9,
            "hero",
            ("shelter",),
            facing=0.6,
            verbs=("stand", "wait", "look", "come"),
        ),
        Anchor("cafe_table", (-6.0, PAVEMENT + 0.735, 6.9), "top", 0.4, "companion", ("cafe",)),
        Anchor(
            "cafe_seat",
            (-6.0, PAVEMENT + 0.455, 8.28),
            "seat",
            1.9,
            "companion",
            ("cafe",),
            facing=1.0,
            verbs=("sit", "drink", "eat", "read"),
        ),
        Anchor(
            "zebra",
            (0.4, 0.0, 16.6),
            "floor",
            2.2,
            "companion",
            ("street", "shelter"),
            verbs=("cross", "walk", "go"),
            smallest=0.4,
        ),
        Anchor(
            "crossing", (-0.2, 0.0, 24.0), "floor", 2.4, "hero", ("crossing",), verbs=("walk", "stand", "cross", "go")
        ),
        Anchor(
            "road_far",
            (-1.7, 0.0, 30.5),
            "floor",
            3.0,
            "companion",
            ("street", "crossing"),
            smallest=0.8,
            holds=("car", "bicycle", "train"),
        ),
        Anchor(
            "animal",
            (2.3, 0.0, 7.6),
            "floor",
            0.9,
            "companion",
            ("street",),
            holds=("cat", "dog", "dove"),
            verbs=("lie", "curl"),
        ),
        Anchor("animal_pavement", (-5.0, PAVEMENT, 9.6), "floor", 0.9, "companion", ("cafe",), holds=("cat", "dog")),
        Anchor("bench_end", (SHELTER[0] + 0.38, SEAT, 8.5), "top", 0.5, "companion", ("shelter",)),
        Anchor("wire", (0.2, 7.7, 12.0), "hang", 0.8, "companion", ("street",), holds=("lantern", "bird")),
        Anchor("air", (-0.8, 3.0, 9.0), "air", 1.0, "companion", ("street", "cafe")),
        Anchor("air_far", (-1.2, 4.0, 26.0), "air", 1.6, "companion", ("crossing",), smallest=0.2),
        Anchor("roofs", (-1.5, 15.0, 36.0), "air", 3.0, "companion", ("street", "crossing"), smallest=0.5),
        Anchor("sky", (4.0, 120.0, 240.0), "sky", 40.0, "backdrop", ("street",)),
    ),
    solids=solids,
    light=light,
    life=small_life,
)
