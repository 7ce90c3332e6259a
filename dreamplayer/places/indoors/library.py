"""A tall library: books from floor to cornice, a gallery with an iron rail, a reading lamp before an arched window.

A hall seven metres wide and thirteen long, 8.4 m high; x from -3.5 to 3.5, z from the door (-2) to the window (11).
Groups of light: "key" is the reading lamp, "fire" the sconces, "moon" what comes through the window and the roof.
"""

from __future__ import annotations

import math

import numpy as np

from dreamplayer.drawing import place_life as life
from dreamplayer.drawing.place import Place, PlaceLight, PlaceMoment
from dreamplayer.drawing.place_light import hour_light, night_palette
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.solids import furniture as fit
from dreamplayer.drawing.solids.materials import (
    carpet,
    chance,
    china,
    glow,
    iron,
    metal,
    mixed,
    plain,
    plaster,
    step,
    tiles,
    wood,
)
from dreamplayer.drawing.solids.shapes import ball, box, joined, lathe, panel, rod, tube
from dreamplayer.drawing.solids.solid import (
    Array,
    F,
    Finish,
    Lamp,
    Mask,
    Material,
    Pane,
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

SIDE, CEILING, BACK, FRONT = 3.5, 8.4, 11.0, -2.0
LOWER, UPPER, EDGE = 3.02, 3.22, 2.28
"""Distance from the middle of the fronts of the lower and upper shelves, and of the gallery's edge."""
GALLERY = 3.62
"""Height of the gallery's floor."""
HALF, SILL, SPRING = 1.30, 0.95, 5.75
"""The arched window: half its width, its foot, and where its round head begins."""
ROOF = (1.25, 1.0, 10.2)
"""The glass in the roof: half its width, and from and to in z."""
BAY = 2.2
"""Metres between two pilasters."""
SCONCES = ((1, 2.30), (2, 2.30), (3, 2.30), (4, 2.30), (1, GALLERY + 1.9), (3, GALLERY + 1.9))
"""Pilasters that carry a sconce, counted from z 0, and its height."""
TABLE = 0.775
TABLE_X, TABLE_Z = (-1.25, 1.35), (4.70, 5.90)
LAMP_FOOT = (0.18, TABLE, 5.35)
OAK: Colour = (0.20, 0.112, 0.056)
DARK: Colour = (0.125, 0.068, 0.036)
RED: Colour = (0.17, 0.045, 0.032)
_BINDINGS = np.array(
    [
        (0.185, 0.068, 0.045),
        (0.16, 0.085, 0.045),
        (0.24, 0.145, 0.075),
        (0.075, 0.095, 0.060),
        (0.060, 0.070, 0.105),
        (0.30, 0.225, 0.135),
        (0.13, 0.050, 0.040),
        (0.10, 0.065, 0.042),
        (0.30, 0.245, 0.17),
        (0.18, 0.105, 0.050),
    ],
    F,
)


_BOARD, _UPRIGHT = 0.032, 0.03
"""Thickness of a board, and half that of an upright, metres."""
_SET_BACK, _SPINE = 0.05, 0.043
"""Metres that books stand behind the boards, and mean thickness of a book."""
_GAP_SHARE, _SINGLE_SHARE, _GILT_SHARE = 0.035, 0.35, 0.6
"""Shares of places left empty, of series that are single volumes, and of bindings with gilt."""
_GOLD_LEAF, _BEHIND_BOOKS = (0.46, 0.30, 0.115), (0.035, 0.022, 0.016)
"""Albedos."""


def _shelved(axis: int, foot: float, seed: int, shelf: float = 0.385, bay: float = 1.1) -> Material:
    """Shelves full of books on a flat front: boards and uprights in its plane, books that stand back behind them.

    The line of sight is followed behind the plane, so that the boards hide the heads of the upper rows.

    Args:
        axis: 0 for a front that faces along x, 2 for one that faces along z.
        foot: height of the lowest board.
        seed: which books.
        shelf: metres between two boards.
        bay: metres between two uprights.
    """
    along = 2 - axis
    oak = wood(DARK, 1, 0.3)
    thick, depth, broad = _BOARD, _SET_BACK, _SPINE

    def material(s: Surface) -> Finish:
        base = oak(s)
        u, v = s.p[:, along] + 50 * bay, s.p[:, 1] - foot
        row, column = np.floor(v / shelf), np.floor(u / bay)
        fv, fu = v - row * shelf, u - column * bay
        frame = (fv < thick) | (fu < _UPRIGHT) | (fu > bay - _UPRIGHT)
        reach = depth / (np.abs(s.sight[:, axis]) + 1e-4)
        u2, v2 = u + s.sight[:, along] * reach, v + s.sight[:, 1] * reach
        row2, column2 = np.floor(v2 / shelf), np.floor(u2 / bay)
        gv, gu = v2 - row2 * shelf, u2 - column2 * bay
        behind = (gv < thick) | (gu < _UPRIGHT) | (gu > bay - _UPRIGHT)
        hidden = (row2 != row) | (column2 != column) | behind
        # Borders between books lie at whole numbers, shifted at random.
        key = row2 * 977 + column2 * 131 + seed * 17
        x = gu / broad
        i = np.floor(x)
        low = i + 0.62 * (chance(i + key * 37, 1) - 0.5)
        high = i + 1 + 0.62 * (chance(i + 1 + key * 37, 1) - 0.5)
        i = i + (x >= high) - (x < low)
        low = i + 0.62 * (chance(i + key * 37, 1) - 0.5)
        high = i + 1 + 0.62 * (chance(i + 1 + key * 37, 1) - 0.5)
        across = (x - low) / np.maximum(high - low, 0.1)
        series = np.floor(i / (2 + 4 * chance(key, 5))) + 7 * key
        single = chance(series, 6) < _SINGLE_SHARE
        which = np.where(single, i + key * 37, series)
        own_height = np.where(single, 0.09 * (chance(i + key * 37, 3) - 0.5), 0)
        tall = (shelf - thick) * (0.60 + 0.31 * chance(series, 2) + own_height)
        gap = chance(np.floor(i / 3) + key * 11, 8) < _GAP_SHARE
        y = (gv - thick) / tall
        book = ~frame & ~hidden & (y < 1) & ~gap
        tone = (0.36 + 0.58 * chance(i + key * 37, 9)) * (0.8 + 0.4 * quick_noise(gu * 90, gv * 40, 3))
        colours = _BINDINGS[(chance(which, 4) * 9.999).astype(int)] * tone[:, None]
        label = (np.abs(y - 0.62) < 0.05) & (chance(which, 12) < 0.5)
        bands = (np.abs(y - 0.80) < 0.018) | (np.abs(y - 0.16) < 0.014)
        gilt = (bands | label) & (chance(which, 11) < _GILT_SHARE)
        leaf = np.asarray(_GOLD_LEAF, F) * (0.6 + 0.5 * quick_noise(gu * 160, gv * 160))[:, None]
        colours = np.where(gilt[:, None], leaf, colours)
        round_ = np.clip(1.15 - np.abs(across - 0.5) ** 4 * 14, 0.15, 1)
        under = np.clip((shelf - gv) / 0.10, 0.25, 1)
        ends = np.clip(np.minimum(gu, bay - gu) / 0.10, 0.35, 1)
        albedo = np.where(book[:, None], colours, base.albedo)
        shaded = round_ * (0.45 + 0.55 * under) * (0.5 + 0.5 * ends)
        occlusion = np.where(book, shaded, base.occlusion)
        occlusion = np.where(~frame & hidden, 0.30, occlusion)
        empty = ~frame & ~hidden & ~book
        albedo = np.where(empty[:, None], np.asarray(_BEHIND_BOOKS, F), albedo)
        occlusion = np.where(empty, 0.22, occlusion)
        normal = s.n.copy()
        normal[:, along] += np.where(book, (across - 0.5) * 1.3, 0)
        normal = normal / np.linalg.norm(normal, axis=1, keepdims=True)
        gloss = np.where(book, np.where(gilt, 0.55, 0.30), np.where(empty, 0.0, 0.25))
        return Finish(
            albedo.astype(F),
            gloss.astype(F),
            np.where(book & gilt, 0.8, 0.0).astype(F),
            occlusion.astype(F),
            normal=normal.astype(F),
        )

    return material


def _arch(local: Array) -> Mask:
    """The end wall without its window; local coordinates are metres from the wall's lower left corner."""
    x, y = local[:, 0] - SIDE, local[:, 1]
    window = np.where(y > SPRING, np.hypot(x, y - SPRING) < HALF, (np.abs(x) < HALF) & (y > SILL))
    return np.asarray(~window)


def _skylight(local: Array) -> Mask:
    x, z = local[:, 0] - SIDE, local[:, 1] + FRONT
    return np.asarray(~((np.abs(x) < ROOF[0]) & (z > ROOF[1]) & (z < ROOF[2])))


def _shell() -> list[Solid]:
    marble = tiles((0.082, 0.064, 0.052), 0.62, mirror=0.75, gloss=0.6, other=(0.044, 0.035, 0.032), diagonal=True)
    wall = plaster((0.20, 0.165, 0.135), stain=0.1)
    wide, long = 2 * SIDE, BACK - FRONT
    made = [
        panel(marble, (-SIDE, 0, FRONT), (wide, 0, 0), (0, 0, long)),
        panel(
            plaster((0.17, 0.14, 0.115), stain=0), (-SIDE, CEILING, FRONT), (wide, 0, 0), (0, 0, long), cut=_skylight
        ),
        panel(wall, (-SIDE, 0, BACK), (wide, 0, 0), (0, CEILING, 0), cut=_arch),
        panel(wall, (-SIDE, 0, FRONT), (wide, 0, 0), (0, CEILING, 0)),
    ]
    made += [panel(wall, (x, 0, FRONT), (0, 0, long), (0, CEILING, 0)) for x in (-SIDE, SIDE)]
    half, z0, z1 = ROOF
    lead = iron((0.02, 0.02, 0.022), 0.3)
    ribs = [box(lead, (x - 0.05, CEILING - 0.06, z0), (x + 0.05, CEILING + 0.10, z1)) for x in (-half, 0.0, half)]
    ribs += [box(lead, (x - 0.02, CEILING, z0), (x + 0.02, CEILING + 0.05, z1)) for x in (-half / 2, half / 2)]
    ribs += [
        box(lead, (-half, CEILING - 0.04, float(z) - 0.035), (half, CEILING + 0.08, float(z) + 0.035))
        for z in np.arange(z0, z1 + 0.1, 1.15)
    ]
    made.append(joined(ribs))
    beams = [
        box(wood(DARK, 0, 0.2), (a, CEILING - 0.30, k * BAY - 0.10), (b, CEILING, k * BAY + 0.10))
        for k in range(6)
        for a, b in ((-SIDE, -half - 0.15), (half + 0.15, SIDE))
    ]
    made.append(joined(beams))
    edges = [
        box(wood(DARK, 2, 0.2), (x, CEILING - 0.34, FRONT), (x + 0.14, CEILING, BACK))
        for x in (-half - 0.22, half + 0.08)
    ]
    return [*made, joined(edges)]


def _cases(side: int, seed: int) -> list[Solid]:
    """Shelves, pilasters, gallery and its rail along one wall.

    Args:
        side: -1 left, 1 right.
        seed: which books.
    """
    along, up = wood(OAK, 2, 0.3), wood(OAK, 1, 0.3)
    front = "X" if side < 0 else "x"

    def part(
        material: Material, x: tuple[float, float], y: tuple[float, float], z: tuple[float, float] = (FRONT, BACK)
    ) -> Solid:
        a, b = sorted((side * x[0], side * x[1]))
        return box(material, (a, y[0], z[0]), (b, y[1], z[1]))

    made = [
        box(
            _shelved(0, 0.20, seed + 3 + side),
            (min(side * LOWER, side * SIDE), 0.20, FRONT),
            (max(side * LOWER, side * SIDE), 3.30, BACK),
            faces=front,
        ),
        box(
            _shelved(0, GALLERY + 0.05, seed + 9 + side, shelf=0.40),
            (min(side * UPPER, side * SIDE), GALLERY, FRONT),
            (max(side * UPPER, side * SIDE), 7.30, BACK),
            faces=front,
        ),
        joined(
            [
                part(along, (LOWER - 0.05, SIDE), (0, 0.20)),
                part(along, (LOWER - 0.06, SIDE), (3.28, GALLERY - 0.10)),
                part(along, (UPPER - 0.12, SIDE), (7.30, 7.52)),
                part(along, (UPPER - 0.22, SIDE), (7.52, 7.62)),
                part(along, (EDGE, SIDE), (GALLERY - 0.12, GALLERY)),
                part(along, (EDGE - 0.03, EDGE + 0.05), (GALLERY - 0.17, GALLERY - 0.02)),
                part(along, (EDGE - 0.01, EDGE + 0.05), (GALLERY + 0.92, GALLERY + 0.97)),
            ]
        ),
    ]
    rail = iron((0.045, 0.040, 0.038), 0.5)
    x = side * (EDGE + 0.02)
    bars = [
        rod(rail, (x, GALLERY, float(z)), (x, GALLERY + 0.93, float(z)), 0.011, sides=5, casts=False)
        for z in np.arange(-1.8, BACK, 0.235)
    ]
    bars += [rod(rail, (x, GALLERY + y, FRONT), (x, GALLERY + y, BACK), 0.011, sides=4) for y in (0.11, 0.80)]
    made.append(joined(bars))
    posts, brackets = [], []
    for k in range(6):
        z = k * BAY
        posts += [
            part(up, (LOWER - 0.09, SIDE), (0, 3.45), (z - 0.10, z + 0.10)),
            part(up, (LOWER - 0.13, SIDE), (0, 0.26), (z - 0.14, z + 0.14)),
            part(up, (LOWER - 0.13, SIDE), (3.18, 3.34), (z - 0.14, z + 0.14)),
            part(up, (UPPER - 0.08, SIDE), (GALLERY, 7.5), (z - 0.09, z + 0.09)),
        ]
        brackets += [
            part(up, (EDGE + 0.04, LOWER), (GALLERY - 0.34, GALLERY - 0.12), (z - 0.05, z + 0.05)),
            part(up, (EDGE + 0.30, LOWER), (GALLERY - 0.56, GALLERY - 0.33), (z - 0.05, z + 0.05)),
        ]
    made += [joined(posts), joined(brackets)]
    brass = metal((0.6, 0.42, 0.18))
    arms, cups, flames = [], [], []
    for k, y in SCONCES:
        x, _, z = _sconce(side, k, y)
        arms.append(rod(brass, (x + side * 0.11, y, z), (x, y + 0.06, z), 0.014, casts=False))
        cups.append(lathe(brass, (x, y + 0.06, z), [(0.02, 0), (0.05, 0.03), (0.052, 0.04)], sides=12, casts=False))
        flames.append(ball(glow("fire", (0.9, 0.9, 0.9)), (x, y + 0.155, z), (0.034, 0.055, 0.034), casts=False))
    return [*made, joined(arms), joined(cups), joined(flames)]


def _sconce(side: int, pilaster: int, y: float) -> tuple[float, float, float]:
    """Where the flame of a sconce burns."""
    front = LOWER - 0.20 if y < GALLERY else UPPER - 0.20
    return side * front, y + 0.16, pilaster * BAY


def _window(seed: int) -> list[Solid]:
    made: list[Solid] = []
    upper = []
    for a, b in ((-LOWER, -HALF - 0.42), (HALF + 0.42, LOWER)):
        made.append(box(_shelved(2, 0.20, seed + 21), (a, 0.2, BACK - 0.35), (b, 3.30, BACK)))
        made.append(box(_shelved(2, GALLERY + 0.05, seed + 25, shelf=0.40), (a, GALLERY, BACK - 0.30), (b, 7.3, BACK)))
        upper += [
            box(wood(OAK, 0, 0.3), (a, 0, BACK - 0.40), (b, 0.2, BACK)),
            box(wood(OAK, 0, 0.3), (a - 0.02, 3.28, BACK - 0.42), (b + 0.02, GALLERY, BACK)),
            box(wood(OAK, 0, 0.3), (a - 0.02, 7.3, BACK - 0.40), (b + 0.02, 7.55, BACK)),
        ]
    seat = box(wood(OAK, 0, 0.35), (-HALF - 0.42, 0, BACK - 0.55), (HALF + 0.42, 0.42, BACK))
    cushion = box(
        plain((0.12, 0.045, 0.035), vary=0.1), (-HALF - 0.30, 0.42, BACK - 0.53), (HALF + 0.30, 0.50, BACK - 0.02)
    )
    made += [joined(upper), seat, cushion]
    stone = plain((0.26, 0.24, 0.22), 0.1, vary=0.15)
    frame = [
        box(stone, (x - 0.10, SILL - 0.2, BACK - 0.06), (x + 0.10, SPRING, BACK + 0.25))
        for x in (-HALF - 0.10, HALF + 0.10)
    ]
    frame.append(box(stone, (-HALF - 0.2, SILL - 0.1, BACK - 0.10), (HALF + 0.2, SILL, BACK + 0.25)))
    made.append(joined(frame))
    turn = np.linspace(0, math.pi, 25)

    def bow(radius: float, z: float) -> Array:
        return np.stack([radius * np.cos(turn), SPRING + radius * np.sin(turn), z + 0 * turn], -1)

    made.append(tube(stone, bow(HALF + 0.08, BACK), 0.11, casts=False))
    lead, z = iron((0.02, 0.02, 0.022), 0.3), BACK + 0.12
    bars = [box(lead, (x - 0.045, SILL, z), (x + 0.045, SPRING + 0.93 * HALF, z + 0.05)) for x in (-HALF / 3, HALF / 3)]
    bars += [
        box(lead, (-HALF, float(y) - 0.02, z), (HALF, float(y) + 0.02, z + 0.03))
        for y in np.arange(SILL + 0.8, SPRING + 0.1, 0.8)
    ]
    bars += [
        box(lead, (x - 0.014, SILL, z), (x + 0.014, SPRING + HALF * (0.74 if x else 1.0), z + 0.03))
        for x in (-HALF * 0.667, 0.0, HALF * 0.667)
    ]
    bars.append(box(lead, (-HALF, SPRING - 0.04, z), (HALF, SPRING + 0.04, z + 0.05)))
    made += [joined(bars), tube(lead, bow(HALF * 0.55, z), 0.022)]
    made.append(panel(_park, (-45, -6, 45), (90, 0, 0), (0, 34, 0), cut=_treetops, casts=False))
    return made


def _park(s: Surface) -> Finish:
    """Tall trees in moonlit mist behind the window."""
    y = s.p[:, 1]
    mist = np.exp(-((y / 4.5) ** 2)) * (0.6 + 0.8 * quick_fbm(s.p[:, 0] * 0.16, y * 0.3, 3, 3))
    light = (0.006 + 0.030 * mist)[:, None] * np.array([0.9, 1.0, 1.0], F)
    return Finish(np.zeros((len(y), 3), F), emission={"moon": light.astype(F)})


def _treetops(local: Array) -> Mask:
    x, y = local[:, 0] - 45.0, local[:, 1] - 6.0
    crown = np.zeros_like(x)
    for middle, half, tall in (
        (-5.6, 3.2, 8.5),
        (-1.2, 2.6, 5.0),
        (5.8, 3.6, 10.5),
        (2.4, 2.4, 4.2),
        (11, 4, 8),
        (-12, 4, 9),
        (18, 5, 10),
        (-20, 5, 8),
    ):
        crown = np.maximum(crown, tall * np.clip(1 - ((x - middle) / half) ** 2, 0, 1) ** 0.6)
    ragged = 1.8 * (quick_fbm(x * 1.6, y * 1.6, 2, 4) - 0.5)
    return np.asarray(y < 0.2 + (0.45 + 0.2 * quick_fbm(x * 1.1, y * 1.1, 6, 3)) * crown - ragged)


def _ladder() -> list[Solid]:
    """A library ladder that leans on its brass rail on the left."""
    stuff = wood((0.235, 0.14, 0.07), 1, 0.35)
    low, high, z = (-2.08, 0.0), (-LOWER + 0.13, 3.34), 5.95
    parts = [rod(stuff, (*low, z + d), (*high, z + d), 0.026) for d in (-0.23, 0.23)]
    for k in range(1, 12):
        x, y = low[0] + (high[0] - low[0]) * k / 12, high[1] * k / 12
        parts.append(rod(stuff, (x, y, z - 0.23), (x, y, z + 0.23), 0.017, sides=6))
    rail = rod(metal((0.6, 0.42, 0.18)), (-LOWER + 0.09, 3.05, FRONT), (-LOWER + 0.09, 3.05, BACK), 0.016, casts=False)
    return [joined(parts), rail]


def _book(
    middle: tuple[float, float, float], size: tuple[float, float, float], colour: Colour, yaw: float = 0.0
) -> Solid:
    """A closed book that lies.

    Args:
        middle: of its lower cover.
        size: metres across, in depth, and thick.
        colour: of the binding.
        yaw: radians.
    """
    cover = plain(colour, 0.3, vary=0.2, scale=9)
    (x, y, z), (wide, deep, thick) = middle, size

    def material(s: Surface) -> Finish:
        v = s.local[:, 1] / thick
        block = (v > 0.12) & (v < 0.88) & (np.abs(s.n[:, 1]) < 0.5) & (s.local[:, 0] > 0.012)
        pages = np.asarray((0.42, 0.36, 0.27), F) * (0.8 + 0.2 * np.sin(v * 60))[:, None]
        return Finish(np.where(block[:, None], pages, cover(s).albedo).astype(F), 0.2)

    return box(material, (x - wide / 2, y, z - deep / 2), (x + wide / 2, y + thick, z + deep / 2), yaw=yaw)


_HUES: tuple[Colour, ...] = (RED, (0.06, 0.075, 0.11), (0.23, 0.14, 0.07), (0.08, 0.10, 0.06), (0.20, 0.12, 0.06))


def _pile(foot: tuple[float, float, float], count: int, size: float, seed: int) -> list[Solid]:
    """A pile of books.

    Args:
        foot: middle of its foot.
        count: how many.
        size: of the lowest in metres.
        seed: which.
    """
    made, y = [], foot[1]
    for k in range(count):
        r = float(chance(k, seed))
        wide, thick = size * (1 - 0.06 * k), 0.04 + 0.03 * r
        hue = _HUES[int(chance(k, seed + 1) * len(_HUES))]
        made.append(_book((foot[0], y, foot[2]), (wide, wide * 0.74, thick), hue, 0.8 * (r - 0.5)))
        y += thick
    return made


def _pages(s: Surface) -> Finish:
    """Lines of print."""
    u, v = s.local[:, 0], s.local[:, 1]
    row = np.floor(v / 0.018)
    line = (v / 0.018 - row < 0.45) & (u > 0.025) & (u < 0.19) & (quick_noise(u * 60, row * 3.3) > 0.25)
    return Finish((np.asarray((0.42, 0.37, 0.29), F) * (1 - 0.45 * line)[:, None]).astype(F), 0.05)


def _lamp() -> tuple[list[Solid], Lamp]:
    """The reading lamp with its shade of green glass."""
    x, y, z = LAMP_FOOT
    brass = metal(fit.BRASS, 0.6)

    def glass(s: Surface) -> Finish:
        facing = np.abs((s.sight * s.n).sum(1))
        light = (0.5 + 0.6 * facing) * (0.45 + 0.75 * np.exp(-np.clip(s.local[:, 1], 0, 1) / 0.05))
        shine = light[:, None] * np.asarray((0.055, 0.42, 0.50), F) * 0.85
        return Finish(
            np.broadcast_to(np.asarray((0.02, 0.10, 0.05), F), (len(s.p), 3)), 0.8, emission={"key": shine.astype(F)}
        )

    stand = [
        (0.10, 0),
        (0.095, 0.015),
        (0.03, 0.03),
        (0.014, 0.05),
        (0.014, 0.18),
        (0.022, 0.20),
        (0.012, 0.22),
        (0.012, 0.56),
    ]
    shade = [(0.225, 0.0), (0.212, 0.055), (0.16, 0.12), (0.06, 0.165), (0.035, 0.17)]
    solids = [
        lathe(brass, LAMP_FOOT, stand),
        lathe(glass, (x, y + 0.40, z), shade, sides=28, casts=False),
        ball(glow("key", (1.2, 1.2, 1.2)), (x, y + 0.415, z), (0.06, 0.035, 0.06), casts=False),
        ball(brass, (x, y + 0.585, z), 0.018, casts=False),
    ]

    def down(v: Array) -> Array:
        up = v[:, 1] / (np.linalg.norm(v, axis=1) + 1e-6)
        return 1.25 * step(-0.02, -0.30, up) + 0.22 * step(-0.3, 0.1, up) + 0.5 * step(0.90, 0.98, up)

    return solids, Lamp("key", (x, y + 0.44, z), 5.6, 0.10, shade=down, bounce=0.046, reach=3.6, skin=0.46, dust=0.0006)


def _table(seed: int) -> list[Solid]:
    oak = wood((0.20, 0.10, 0.048), 0, 0.5)
    (x0, x1), (z0, z1) = TABLE_X, TABLE_Z

    def leather(s: Surface) -> Finish:
        """A leather top with a gilt line, inside a border of wood."""
        base = oak(s)
        edge = np.minimum(np.minimum(s.p[:, 0] - x0, x1 - s.p[:, 0]), np.minimum(s.p[:, 2] - z0, z1 - s.p[:, 2]))
        top = s.n[:, 1] > 0.5
        hide = top & (edge > 0.12)
        grain = 0.8 + 0.4 * quick_fbm(s.p[:, 0] * 9, s.p[:, 2] * 9, 1, 3)
        albedo = np.where(hide[:, None], np.asarray((0.055, 0.085, 0.052), F) * grain[:, None], base.albedo)
        albedo = np.where((top & (np.abs(edge - 0.145) < 0.006))[:, None], np.asarray((0.40, 0.26, 0.10), F), albedo)
        return Finish(albedo.astype(F), np.where(hide, 0.35, base.gloss).astype(F))

    legs = [
        (0.04, 0),
        (0.05, 0.06),
        (0.03, 0.12),
        (0.06, 0.30),
        (0.05, 0.42),
        (0.034, 0.48),
        (0.06, 0.53),
        (0.06, 0.6),
    ]
    stuff = wood(OAK, 1, 0.4)
    made = [
        box(leather, (x0, TABLE - 0.05, z0), (x1, TABLE, z1)),
        box(wood(OAK, 0, 0.35), (x0 + 0.07, TABLE - 0.18, z0 + 0.07), (x1 - 0.07, TABLE - 0.05, z1 - 0.07)),
        joined([lathe(stuff, (x, 0, z), legs) for x in (x0 + 0.16, x1 - 0.16) for z in (z0 + 0.16, z1 - 0.16)]),
        box(plain(RED, 0.3), (-0.10, TABLE, 4.89), (0.34, TABLE + 0.02, 5.17)),
        panel(_pages, (-0.09, TABLE + 0.040, 4.90), (0.21, -0.018, 0.0), (0.0, 0.03, 0.27), casts=False),
        panel(_pages, (0.12, TABLE + 0.022, 4.90), (0.21, 0.018, 0.0), (0.0, 0.03, 0.27), casts=False),
        lathe(
            china((0.40, 0.37, 0.30), (0.1, 0.14, 0.2)),
            (0.62, TABLE, 5.05),
            [(0.028, 0), (0.04, 0.02), (0.044, 0.08), (0.038, 0.08)],
        ),
    ]
    made += _pile((-0.92, TABLE, 5.50), 3 + int(3 * chance(1, seed)), 0.30, seed)
    made += _pile((1.08, TABLE, 5.62), 1 + int(3 * chance(2, seed)), 0.27, seed + 4)
    made += fit.chair((-1.62, 0, 5.30), -math.pi / 2, colour=DARK, rush=(0.14, 0.05, 0.04))
    return made


def _globe() -> list[Solid]:
    x, y, z = 2.02, 0.98, 6.15

    def sphere(s: Surface) -> Finish:
        n = s.local / (np.linalg.norm(s.local, axis=1, keepdims=True) + 1e-9)
        lon, lat = np.arctan2(n[:, 2], n[:, 0]), np.arcsin(np.clip(n[:, 1], -1, 1))
        land = step(0.50, 0.54, quick_fbm(n[:, 0] * 1.9 + 4, n[:, 1] * 1.9 + n[:, 2] * 1.7, 5, 4))
        line = (np.abs(np.mod(lon / (np.pi / 8), 1) - 0.5) > 0.47) | (np.abs(np.mod(lat / (np.pi / 8), 1) - 0.5) > 0.47)
        colours = mixed((0.085, 0.105, 0.095), (0.19, 0.135, 0.075), land) * (1 - 0.3 * line)[:, None]
        return Finish(colours.astype(F), 0.6)

    angle = np.linspace(0, math.tau, 25)
    hoop = np.stack([x + 0.40 * np.cos(angle), y + 0.05 * np.cos(angle), z + 0.40 * np.sin(angle)], -1)
    foot = [(0.26, 0), (0.24, 0.04), (0.05, 0.09), (0.04, 0.30), (0.07, 0.36), (0.035, 0.44), (0.03, 0.66)]
    return [
        ball(sphere, (x, y, z), 0.34, rings=18, sides=32),
        lathe(wood(OAK, 1, 0.4), (x, 0, z), foot),
        tube(metal(fit.BRASS, 0.6), hoop, 0.017, casts=False),
    ]


def solids(seed: int) -> Scenery:
    """The library for a seed: which books stand on its shelves and lie about."""
    lamp_parts, lamp = _lamp()
    books = 101 * (seed % 89)
    rug = carpet((0.155, 0.038, 0.030), (0.20, 0.085, 0.055), (0.18, 0.12, 0.06), 3.9, 4.4)
    parts = [
        *_shell(),
        *_cases(-1, books),
        *_cases(1, books),
        *_window(books),
        *_ladder(),
        panel(rug, (-1.90, 0.006, 3.10), (3.9, 0, 0), (0, 0, 4.4), casts=False),
        *_table(seed),
        *_globe(),
        *_pile((-2.15, 0.0, 4.05), 3 + int(3 * chance(3, seed)), 0.36, seed + 8),
        *_pile((2.45, 0.0, 3.2), 2 + int(3 * chance(4, seed)), 0.34, seed + 11),
        *lamp_parts,
    ]
    half, z0, z1 = ROOF
    sources: list[Source] = [
        lamp,
        Sky("sky", 0.11, below=0.8),
        Sun("moon", (0.16, 0.50, 0.85), 2.6, soft=0.010, dust=0.0048, dust_reach=13.0),
        Pane("moon", (-HALF, SILL, BACK + 0.05), (2 * HALF, 0, 0), (0, SPRING + 0.6 * HALF - SILL, 0), 0.55),
        Pane("moon", (-half, CEILING, z0), (2 * half, 0, 0), (0, 0, z1 - z0), 0.22),
    ]
    sources += [
        Lamp("fire", _sconce(side, k, y), 0.25, 0.05, shadow=0.0, bounce=0.16, reach=1.7)
        for side in (-1, 1)
        for k, y in SCONCES
    ]
    return Scenery(tuple(parts), tuple(sources), ("key", "fire", "moon", "sky"), sky_open=False)


def light(atmosphere: Atmosphere) -> PlaceLight:
    """Lamp and sconces burn all night; window and roof follow the hour."""
    outside = hour_light(atmosphere)
    cosy = 1.0 + 0.15 * atmosphere.warmth
    return PlaceLight(
        {
            "key": life.scaled((1.0, 0.56, 0.22), cosy),
            "fire": life.scaled((1.0, 0.44, 0.13), cosy),
            "moon": outside.window,
            "sky": outside.sky,
        },
        night_palette(outside, key=(1.0, 0.54, 0.20), rim=(0.018, 0.024, 0.042)),
        outside.stage,
    )


def flicker(group: str, t: float) -> float:
    """The lamp is steady, the small flames breathe."""
    return life.fire_flicker(t, 4, 0.07) if group == "fire" else 1.0


def small_life(moment: PlaceMoment) -> tuple[Form, ...]:
    """Dust in the lamplight and in the beam of the window."""
    lamp, moon = moment.light.tints["key"], moment.light.tints["moon"]
    f, t = moment.framing, moment.t
    x, y, z = LAMP_FOOT
    return (
        life.dust(
            f, t, moment.seed, ((-1.8, 0.8, 3.4), (2.2, 2.4, 7.0)), (x, y + 0.2, z), life.scaled(lamp, 0.55), reach=1.3
        ),
        life.dust(
            f,
            t,
            moment.seed + 1,
            ((-1.4, 0.3, 6.0), (1.4, 5.5, 10.5)),
            (0.0, 3.0, 9.0),
            life.scaled(moon, 0.45),
            count=320,
            reach=3.0,
            size=0.010,
        ),
    )


PLACE = Place(
    name="library",
    framings=(
        Framing(
            "aisle",
            (-0.42, 1.42, -0.55),
            0.035,
            1.30,
            -0.26,
            Move(push=0.04),
            calm=(CalmSpot(-0.62, 0.42), CalmSpot(0.62, 0.42)),
        ),
        Framing(
            "table",
            (1.55, 1.50, 2.55),
            -0.36,
            1.45,
            0.02,
            Move(drift=0.04),
            calm=(CalmSpot(-0.35, 0.48), CalmSpot(1.25, 0.45)),
        ),
        Framing(
            "gallery",
            (-2.44, 5.26, -0.90),
            0.58,
            1.08,
            0.22,
            Move(drift=-0.04),
            calm=(CalmSpot(0.85, 0.45), CalmSpot(-0.6, 0.5)),
        ),
    ),
    anchors=(
        Anchor(
            "chair",
            (-1.62, 0.475, 5.30),
            "seat",
            1.9,
            "hero",
            ("aisle",),
            -1.57,
            ("sit", "read", "write", "study"),
        ),
        Anchor(
            "floor_right", (2.45, 0.0, 5.6), "floor", 1.9, "hero", ("aisle",), 0.4, ("stand", "look", "search", "wait")
        ),
        Anchor(
            "shelves_left", (-2.4, 0.0, 7.0), "floor", 1.9, "hero", ("table",), 0.4, ("stand", "look", "search", "walk")
        ),
        Anchor("gallery", (-2.72, GALLERY, 3.4), "floor", 1.9, "hero", ("gallery",), -0.8, ("walk", "stand", "look")),
        Anchor(
            "rug",
            (1.70, 0.006, 5.0),
            "floor",
            0.9,
            "companion",
            ("aisle",),
            holds=("cat", "dog"),
            verbs=("sleep", "curl", "lie"),
        ),
        Anchor("window_seat", (-0.85, 0.50, 10.75), "seat", 1.4, "companion", ("aisle", "table"), verbs=("dream",)),
        Anchor(
            "table_left", (-0.50, TABLE, 5.30), "top", 0.45, "hero", ("aisle", "table"), holds=("book", "paper", "ink")
        ),
        Anchor(
            "table_right",
            (0.80, TABLE, 5.45),
            "top",
            0.40,
            "companion",
            ("aisle", "table"),
            holds=("candle", "glass", "clock"),
        ),
        Anchor(
            "rail",
            (2.30, GALLERY + 0.97, 6.6),
            "top",
            0.6,
            "companion",
            ("aisle", "gallery"),
            holds=("owl", "bird", "dove"),
        ),
        Anchor("window", (0.0, 3.6, 11.3), "view", 2.4, "backdrop"),
        Anchor("roof", (0.0, 6.6, 7.2), "hang", 1.5, "companion", ("aisle",)),
        Anchor("air", (0.45, 2.9, 6.2), "air", 1.4, "companion", ("aisle",)),
        Anchor("air_table", (-0.9, 2.0, 6.4), "air", 0.8, "companion", ("aisle", "table")),
    ),
    solids=solids,
    light=light,
    life=small_life,
    flicker=flicker,
)
