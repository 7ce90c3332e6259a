"""A market by night: two rows of stalls under striped awnings, paper lanterns over the aisle, a big wheel behind.

The aisle runs away from the eye (z 0), 5.2 m wide between the counters; a roundabout stands at its end on the left, the
big wheel turns its lights on at the right. Groups of light: "lamp" (the stalls), "fair" (lanterns, strings of bulbs,
wheel and roundabout, in colours of their own), "moon".
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
from dreamplayer.drawing.solids.shapes import ball, box, joined, lathe, panel, rod, tube
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
    Surface,
)
from dreamplayer.kit.noise import quick_fbm
from dreamplayer.model.atmosphere import Atmosphere
from dreamplayer.model.place import Anchor, CalmSpot, Framing, Move
from dreamplayer.model.reading import Colour
from dreamplayer.model.stage import Vec3

AISLE = 2.6
"""Half the width between the counters."""
COUNTER = 0.92
_WIDE = 3.3
"""Length of a stall along the aisle."""
_STARTS = (-0.8, 3.0, 6.8, 10.6, 14.4)
"""Where the stalls begin."""
WHEEL: Vec3 = (7.5, 12.5, 44.0)
"""Hub of the big wheel."""
_RADIUS = 11.0
CAROUSEL: Vec3 = (-3.6, 0.0, 31.0)
CRATE: Vec3 = (1.75, 0.42, 6.3)
_CLOTHS: tuple[tuple[Colour, Colour], ...] = (
    ((0.20, 0.040, 0.034), (0.30, 0.26, 0.21)),
    ((0.045, 0.085, 0.085), (0.29, 0.26, 0.21)),
    ((0.23, 0.125, 0.035), (0.30, 0.25, 0.18)),
    ((0.13, 0.035, 0.075), (0.29, 0.24, 0.20)),
    ((0.055, 0.095, 0.050), (0.29, 0.26, 0.20)),
)
"""Colours of the awnings' stripes."""


def _striped(colours: tuple[Colour, Colour], along: int = 0) -> Material:
    def material(s: Surface) -> Finish:
        stripe = np.mod(s.local[:, along] / 0.30, 2.0) < 1.0
        base = np.where(stripe[:, None], np.asarray(colours[0], F), np.asarray(colours[1], F))
        k = 0.75 + 0.35 * quick_fbm(s.local[:, 0] * 2.5, s.local[:, 1] * 2.5, 3, 3)
        return Finish((base * k[:, None]).astype(F), 0.05, thin=0.55)

    return material


def _scallops(local: Array) -> Mask:
    return np.asarray(local[:, 1] > 0.10 - 0.10 * np.abs(np.sin(local[:, 0] * math.pi / 0.30)))


def _fruit(colour: Colour) -> Material:
    def material(s: Surface) -> Finish:
        k = 0.7 + 0.5 * quick_fbm(s.local[:, 0] * 20, s.local[:, 1] * 20 + s.p[:, 2] * 7, 3, 2)
        return Finish((np.asarray(colour, F) * k[:, None]).astype(F), 0.45)

    return material


_FRUIT: tuple[Colour, ...] = (
    (0.30, 0.12, 0.022),
    (0.24, 0.035, 0.024),
    (0.13, 0.16, 0.035),
    (0.27, 0.20, 0.035),
    (0.13, 0.035, 0.075),
)


def _goods(kind: int, seed: int) -> list[Solid]:
    """What lies on a counter: fruit, bread, pots, or lanterns and cloth."""
    made: list[Solid] = []
    tray = mat.wood((0.14, 0.095, 0.058), 0, 0.15, plank=0.08, across=2)
    top = COUNTER
    if kind in (0, 3):
        for k in range(4):
            x = -1.2 + 0.8 * k
            made.append(box(tray, (x - 0.36, top, 0.10), (x + 0.36, top + 0.10, 0.85)))
            heap = []
            for row, count in enumerate((4, 3, 2)):
                for i in range(count):
                    for j in range(4 - row):
                        at = (
                            x + 0.155 * (i - (count - 1) / 2),
                            top + 0.15 + 0.105 * row,
                            0.24 + 0.155 * j + 0.06 * row,
                        )
                        heap.append(ball(_fruit(_FRUIT[(k + seed + 2 * kind) % 5]), at, 0.078, rings=5, sides=8))
            made.append(joined(heap))
    elif kind == 1:
        crust, size = _fruit((0.22, 0.115, 0.045)), (0.17, 0.09, 0.13)
        loaves = [
            ball(crust, (-1.3 + 0.37 * i, top + 0.10 + 0.13 * row, 0.30 + 0.30 * j), size, rings=6, sides=10)
            for row, span in ((0, 8), (1, 6)) for i in range(span) for j in range(2)
        ]  # fmt: skip
        made.append(joined(loaves))
    elif kind == 2:
        glaze = [mat.china((0.26, 0.20, 0.14), (0.08, 0.09, 0.14)), mat.plain((0.17, 0.075, 0.045), 0.4, scale=8)]
        for k in range(9):
            x, z = -1.35 + 0.33 * k, 0.30 + 0.30 * (k % 2)
            tall = 0.22 + 0.26 * float(mat.chance(k, seed))
            r = tall * (0.30 + 0.2 * float(mat.chance(k, seed + 1)))
            profile = [(r * 0.55, 0), (r, tall * 0.4), (r * 0.85, tall * 0.7), (r * 0.4, tall * 0.88), (r * 0.55, tall)]
            made.append(lathe(glaze[k % 2], (x, top, z), profile, sides=14))
    else:
        hues: tuple[Colour, ...] = ((0.95, 0.42, 0.12), (0.85, 0.20, 0.14), (0.90, 0.62, 0.26), (0.35, 0.52, 0.36))
        for k in range(6):
            x, y = -1.3 + 0.52 * k, 1.95 - 0.22 * (k % 2)
            c = hues[(k + seed) % 4]
            made.append(_paper_lantern((x, y, 0.55), 0.15, c))
        rolls = [
            rod(
                mat.cloth(_CLOTHS[k % 5][0], 0.0, 0.0),
                (-1.4 + 0.28 * k, top + 0.08, 0.15),
                (-1.4 + 0.28 * k, top + 0.08, 0.85),
                0.085,
                sides=9,
            )
            for k in range(10)
        ]
        made += rolls
    return made


def _paper_lantern(middle: Vec3, r: float, colour: Colour) -> Solid:
    """A ribbed lantern of paper that glows, brightest in its middle."""

    def paper(s: Surface) -> Finish:
        y = s.local[:, 1] / r
        facing = np.abs((s.sight * s.n).sum(1))
        k = (0.12 + 0.40 * np.exp(-((y / 0.60) ** 2)) * facing**2) * (0.82 + 0.18 * np.cos(y * 22))
        return Finish(
            np.full((len(y), 3), 0.1, F), 0.05, emission={"fair": (k[:, None] * np.asarray(colour, F)).astype(F)}
        )

    return ball(paper, middle, (r, r * 0.92, r), rings=8, sides=14, casts=False)


def _stall(kind: int, cloth: int, seed: int) -> list[Solid]:
    """A stall about the origin: its counter towards -z, 3.3 m wide, 1.9 m deep."""
    colours = _CLOTHS[cloth % 5]
    half = _WIDE / 2 - 0.1
    pole = mat.wood((0.12, 0.082, 0.052), 1, 0.15, across=0)
    posts = [
        rod(pole, (x, 0, z), (x, 2.45 if z < 1 else 2.95, z), 0.045, sides=6)
        for x in (-half, half)
        for z in (0.06, 1.8)
    ]
    posts += [rod(pole, (-half, 2.42, 0.06), (half, 2.42, 0.06), 0.035, sides=5)]
    front = mat.cloth((colours[0][0] * 0.7, colours[0][1] * 0.7, colours[0][2] * 0.7), 16.0, 0.1)
    top = mat.wood((0.15, 0.105, 0.066), 0, 0.25, plank=0.22, across=2, seed=cloth)
    edge = _striped(colours)
    made = [
        joined(posts),
        box(top, (-half, COUNTER - 0.05, 0.0), (half, COUNTER, 0.95)),
        panel(front, (-half, 0.04, 0.02), (2 * half, 0, 0), (0, COUNTER - 0.09, 0)),
        panel(mat.cloth((0.12, 0.085, 0.06), 9.0, 0.2), (-half, 0.05, 1.82), (2 * half, 0, 0), (0, 2.85, 0)),
        panel(edge, (-half - 0.12, 2.98, 1.9), (2 * half + 0.24, 0, 0), (0, -0.62, -2.35)),
        panel(edge, (-half - 0.12, 2.10, -0.45), (2 * half + 0.24, 0, 0), (0, 0.26, 0), cut=_scallops),
        *_goods(kind, seed),
    ]
    shelf = box(top, (-half, 1.55, 1.45), (half, 1.59, 1.78))
    jars = [
        lathe(
            _fruit(_FRUIT[(k + cloth) % 5]),
            (-1.3 + 0.29 * k, 1.59, 1.62),
            [(0.08, 0), (0.10, 0.10), (0.09, 0.20), (0.05, 0.24), (0.0, 0.25)],
            sides=8,
        )
        for k in range(10)
    ]
    made += [shelf, *jars]
    iron = mat.iron()
    glass = mat.glow("lamp", (1.15, 1.0, 0.8))
    x = 0.4 * (1 if cloth % 2 else -1)
    made += [
        rod(iron, (x, 2.24, 0.35), (x, 2.52, 0.35), 0.012, sides=4, casts=False),
        lathe(iron, (x, 2.18, 0.35), [(0.16, 0.0), (0.05, 0.08), (0.0, 0.10)], sides=12, casts=False),
        ball(glass, (x, 2.14, 0.35), (0.075, 0.085, 0.075), rings=6, sides=10, casts=False),
    ]
    return made


def _stalls(seed: int) -> list[Solid]:
    made: list[Solid] = []
    for side in (-1, 1):
        for k, z in enumerate(_STARTS):
            kind = (k * 2 + (side > 0) + 3 * (side > 0)) % 5
            solids_ = _stall(kind, k + 2 * (side > 0), seed + k)
            made += placed(solids_, (side * AISLE, 0.0, z + _WIDE / 2), side * math.pi / 2)
    return made


def _strings() -> list[Solid]:
    """Cords with bulbs and paper lanterns across the aisle."""
    cord, cords, bulbs, lanterns = mat.iron(), [], [], []
    hues: tuple[Colour, ...] = (
        (1.1, 0.42, 0.09),
        (1.0, 0.15, 0.08),
        (1.1, 0.62, 0.20),
        (0.26, 0.52, 0.28),
        (0.95, 0.20, 0.24),
    )
    for n, z in enumerate((4.9, 8.7, 12.5, 16.3, 20.1)):
        q = np.linspace(0, 1, 19)
        x, y = AISLE * 1.25 * (2 * q - 1), 4.15 - 2.6 * q * (1 - q)
        cords.append(tube(cord, np.stack([x, y, z + 0 * q], -1), 0.010, sides=4, casts=False))
        for side in (-1, 1):
            cords.append(
                rod(cord, (side * AISLE * 1.25, 2.6, z), (side * AISLE * 1.25, 4.2, z), 0.03, sides=5, casts=False)
            )
        for k, at in enumerate((0.14, 0.32, 0.5, 0.68, 0.86)):
            px, py = float(np.interp(at, q, x)), float(np.interp(at, q, y))
            r = 0.20 - 0.03 * ((k + n) % 2)
            lanterns.append(_paper_lantern((px, py - 0.16 - r, z), r, hues[(k * 2 + n) % 5]))
            cords.append(rod(cord, (px, py, z), (px, py - 0.18, z), 0.008, sides=4, casts=False))
        for at in np.linspace(0.05, 0.95, 11):
            px, py = float(np.interp(at, q, x)), float(np.interp(at, q, y))
            bulbs.append(
                ball(mat.glow("fair", (0.95, 0.62, 0.26)), (px, py - 0.05, z), 0.035, rings=4, sides=6, casts=False)
            )
    return [joined(cords), joined(bulbs), *lanterns]


def _big_wheel() -> list[Solid]:
    """A big wheel with bulbs on its rims and spokes, and covered gondolas."""
    hx, hy, hz = WHEEL
    steel = mat.iron((0.045, 0.045, 0.050), 0.35)
    turn = np.linspace(0, math.tau, 49)
    bars: list[Solid] = []
    for dz in (-0.7, 0.7):
        for r in (_RADIUS, _RADIUS * 0.82, 1.2):
            ring = np.stack([hx + r * np.cos(turn), hy + r * np.sin(turn), 0 * turn + hz + dz], -1)
            bars.append(tube(steel, ring, 0.085, sides=5, casts=False))
        for k in range(16):
            a = math.tau * k / 16
            c, s = math.cos(a), math.sin(a)
            bars.append(
                rod(
                    steel,
                    (hx + 0.6 * c, hy + 0.6 * s, hz + dz),
                    (hx + _RADIUS * c, hy + _RADIUS * s, hz + dz),
                    0.05,
                    sides=4,
                    casts=False,
                )
            )
    for x in (-5.2, 5.2):
        for dz in (-1.6, 1.6):
            bars.append(rod(steel, (hx + x, 0, hz + dz), (hx, hy, hz + dz * 0.5), 0.16, sides=6, casts=False))
    warm, rose = [], []
    for k in range(96):
        a = math.tau * k / 96
        warm.append(
            ball(
                mat.glow("fair", (0.95, 0.60, 0.22)),
                (hx + _RADIUS * math.cos(a), hy + _RADIUS * math.sin(a), hz - 0.8),
                0.15,
                rings=3,
                sides=6,
                casts=False,
            )
        )
    for k in range(16):
        a = math.tau * k / 16
        for r in (2.4, 4.0, 5.6, 7.2, 8.6):
            rose.append(
                ball(
                    mat.glow("fair", (0.80, 0.22, 0.16)),
                    (hx + r * math.cos(a), hy + r * math.sin(a), hz - 0.8),
                    0.12,
                    rings=3,
                    sides=6,
                    casts=False,
                )
            )
    cabins: list[Solid] = []
    for k in range(16):
        a = math.tau * (k + 0.5) / 16
        x, y = hx + _RADIUS * math.cos(a), hy + _RADIUS * math.sin(a)
        cabins.append(
            box(
                mat.plain((0.16, 0.045, 0.035), 0.3),
                (x - 0.65, y - 1.75, hz - 0.6),
                (x + 0.65, y - 1.1, hz + 0.6),
                casts=False,
            )
        )
        cabins.append(
            lathe(
                mat.plain((0.16, 0.045, 0.035), 0.3),
                (x, y - 0.6, hz),
                [(0.85, 0), (0.1, 0.4), (0, 0.42)],
                sides=8,
                casts=False,
            )
        )
        cabins += [
            rod(steel, (x + d, y - 1.1, hz), (x + d, y - 0.6, hz), 0.04, sides=4, casts=False) for d in (-0.6, 0.6)
        ]
    lit = [
        box(
            mat.glow("fair", (0.42, 0.26, 0.10)),
            (
                hx + _RADIUS * math.cos(math.tau * (k + 0.5) / 16) - 0.5,
                hy + _RADIUS * math.sin(math.tau * (k + 0.5) / 16) - 1.08,
                hz - 0.2,
            ),
            (
                hx + _RADIUS * math.cos(math.tau * (k + 0.5) / 16) + 0.5,
                hy + _RADIUS * math.sin(math.tau * (k + 0.5) / 16) - 0.65,
                hz + 0.2,
            ),
            casts=False,
        )
        for k in range(0, 16, 2)
    ]
    return [joined(bars), joined(warm), joined(rose), joined(cabins), joined(lit)]


def _carousel() -> list[Solid]:
    """A roundabout: a striped cone on gilded poles, horses between them, bulbs along its rim."""
    x, _, z = CAROUSEL
    gilt = mat.metal((0.50, 0.33, 0.12), 0.4)

    def cone(s: Surface) -> Finish:
        stripe = np.mod(s.local[:, 0] * 20 / math.tau, 2.0) < 1.0
        base = np.where(stripe[:, None], np.asarray((0.20, 0.040, 0.034), F), np.asarray((0.30, 0.26, 0.20), F))
        return Finish(base.astype(F), 0.1, emission={"fair": (base * np.asarray((0.55, 0.38, 0.2), F)).astype(F)})

    made = [
        lathe(cone, (x, 3.5, z), [(4.4, 0), (4.1, 0.25), (0.3, 2.6), (0.0, 2.9)], sides=40),
        lathe(mat.glow("fair", (0.62, 0.40, 0.18)), (x, 3.44, z), [(4.2, 0.0), (0.0, 0.01)], sides=30, casts=False),
        lathe(mat.wood((0.14, 0.09, 0.05), 0, 0.2), (x, 0, z), [(4.3, 0), (4.3, 0.35), (0.0, 0.36)], sides=36),
        lathe(gilt, (x, 0.35, z), [(0.9, 0), (0.8, 0.5), (0.8, 3.1)], sides=16),
        ball(mat.glow("fair", (0.95, 0.6, 0.22)), (x, 6.6, z), 0.14, rings=4, sides=8, casts=False),
    ]
    poles, horses, bulbs = [], [], []
    for k in range(12):
        a = math.tau * k / 12
        c, s = math.cos(a), math.sin(a)
        px, pz = x + 3.3 * c, z + 3.3 * s
        poles.append(rod(gilt, (px, 0.35, pz), (px, 3.5, pz), 0.05, sides=6))
        up = 1.25 + 0.28 * math.sin(2.3 * k)
        dx, dz = -s, c
        paint = mat.plain((0.32, 0.29, 0.25), 0.35)
        horses.append(
            ball(paint, (px, up, pz), (0.24 + 0.32 * abs(dx), 0.25, 0.24 + 0.32 * abs(dz)), rings=6, sides=10)
        )
        horses.append(
            tube(
                paint,
                [
                    (px + 0.45 * dx, up + 0.1, pz + 0.45 * dz),
                    (px + 0.66 * dx, up + 0.58, pz + 0.66 * dz),
                    (px + 0.92 * dx, up + 0.48, pz + 0.92 * dz),
                ],
                [0.16, 0.12, 0.07],
                sides=7,
            )
        )
        for f in (-0.4, 0.4):
            horses.append(
                tube(
                    paint,
                    [
                        (px + f * dx, up - 0.1, pz + f * dz),
                        (px + f * 1.5 * dx, up - 0.45, pz + f * 1.5 * dz),
                        (px + f * 1.2 * dx, up - 0.75, pz + f * 1.2 * dz),
                    ],
                    [0.08, 0.05, 0.04],
                    sides=5,
                )
            )
    for k in range(44):
        a = math.tau * k / 44
        bulbs.append(
            ball(
                mat.glow("fair", (0.95, 0.62, 0.25)),
                (x + 4.42 * math.cos(a), 3.46, z + 4.42 * math.sin(a)),
                0.075,
                rings=3,
                sides=6,
                casts=False,
            )
        )
    return [*made, joined(poles), joined(horses), joined(bulbs)]


def solids(seed: int) -> Scenery:
    """The market for a seed: other goods lie on the counters, other windows behind are lit."""
    ground = panel(mat.setts((0.115, 0.106, 0.098), 0.15, 0.65, 6), (-30, 0, -4), (60, 0, 0), (0, 0, 80), casts=False)
    parts: list[Solid] = [ground, *_stalls(seed), *_strings(), *_big_wheel(), *_carousel()]
    wall = mat.plaster((0.085, 0.075, 0.070), stain=0.2)
    for k, (x, z, wide, tall) in enumerate(
        ((-26, 46, 14, 11), (-12, 52, 10, 13), (-2, 56, 9, 10), (16, 56, 12, 12), (22, 38, 9, 10), (-20, 30, 8, 10))
    ):
        front = land.lit_windows(
            wall,
            "lamp",
            [3.4 + 3.0 * j for j in range(int(tall / 3) - 1)],
            [1.4 + 2.2 * i for i in range(int(wide / 2.2))],
            share=0.4,
            seed=seed * 3 + k,
        )
        roof = mat.plain((0.030, 0.028, 0.030), 0.1, vary=0.4, scale=1.5)
        parts += [
            panel(front, (x, 0, z), (wide, 0, 0), (0, tall, 0), casts=False),
            panel(roof, (x - 0.3, tall, z - 0.3), (wide + 0.6, 0, 0), (0, 3.4, 3.5), casts=False),
        ]
    plank = mat.wood((0.145, 0.10, 0.062), 0, 0.1, plank=0.10, across=1, seed=4)
    cx, top, cz = CRATE
    parts += placed([box(plank, (-0.36, 0, -0.30), (0.36, top, 0.30))], (cx, 0, cz), 0.3)
    parts += placed([box(plank, (-0.33, 0, -0.28), (0.33, 0.36, 0.28))], (-1.85, 0, 9.9), -0.4)
    stave = mat.wood((0.125, 0.082, 0.052), 1, 0.2, plank=0.15, across=0)
    cask = [(0.25, 0), (0.30, 0.2), (0.315, 0.42), (0.30, 0.64), (0.25, 0.84), (0.235, 0.81), (0, 0.81)]
    parts += [lathe(stave, (px, 0, pz), cask, sides=16) for px, pz in ((-2.15, 6.55), (2.1, 14.1), (-2.1, 17.9))]
    apples = [
        ball(
            _fruit((0.24, 0.035, 0.024)),
            (-2.15 + 0.15 * math.cos(2.4 * k), 0.86 + 0.05 * (k % 2), 6.55 + 0.15 * math.sin(2.4 * k)),
            0.07,
            rings=5,
            sides=8,
        )
        for k in range(7)
    ]
    parts.append(joined(apples))
    sources: list[Source] = []
    for k, z0 in enumerate(_STARTS):
        for side in (-1, 1):
            if k < 5:
                spot = (side * (AISLE + 0.35), 2.05, z0 + _WIDE / 2)
                shadow = 1.0 if k == 1 else 0.0
                sources.append(
                    Lamp(
                        "lamp",
                        spot,
                        3.3,
                        0.12,
                        shadow=shadow,
                        bounce=0.02,
                        reach=2.5,
                        skin=0.35,
                        dust=0.002 * shadow,
                        dust_reach=26.0,
                    )
                )
    sources += [
        Lamp("fair", (0.0, 3.2, 8.0), 1.5, 0.8, shadow=0.0, bounce=0.0),
        Lamp("fair", (0.0, 3.2, 15.0), 1.8, 0.8, shadow=0.0, bounce=0.0),
        Lamp("fair", (CAROUSEL[0], 2.6, CAROUSEL[2] - 1.5), 9.0, 0.8, shadow=0.0, bounce=0.0),
        Lamp("fair", (WHEEL[0], 7.0, WHEEL[2] - 4.0), 16.0, 1.0, shadow=0.0, bounce=0.0),
        Sky("moon", 0.75),
    ]
    return Scenery(
        tuple(parts), tuple(sources), ("lamp", "fair", "moon"), mist=0.005, mist_group="moon", mist_glow=0.022
    )


def light(atmosphere: Atmosphere) -> PlaceLight:
    """Lamps and lanterns shine in the dark hours and weakly by day."""
    outside = hour_light(atmosphere)
    by_day = atmosphere.hour in ("day", "morning", "sunrise")
    cosy = 1.0 + 0.12 * atmosphere.warmth
    lamps, fair = (0.30, 0.35) if by_day else (1.0, 1.0)
    stage = replace(outside.stage, ground="street", ridges=0.0)
    palette = night_palette(outside, key=(1.0, 0.56, 0.22), rim=(0.034, 0.030, 0.040))
    if atmosphere.hour in ("night", "none"):
        palette = replace(
            palette, zenith=(0.0055, 0.0060, 0.0150), horizon=(0.030, 0.020, 0.028), glow=(0.060, 0.030, 0.024)
        )
    return PlaceLight(
        {
            "lamp": life.scaled((1.0, 0.57, 0.24), cosy * lamps),
            "fair": life.scaled((1.0, 0.92, 0.85), fair),
            "moon": life.scaled(outside.window, 4.0 if by_day else 1.4),
        },
        palette,
        stage,
    )


def flicker(group: str, t: float) -> float:
    """The stalls' lamps breathe; the fair's lights swell very slowly."""
    if group == "lamp":
        return life.fire_flicker(t, 5, 0.04)
    return 1.0 + 0.05 * math.sin(t * math.tau / 9.0) if group == "fair" else 1.0


def small_life(moment: PlaceMoment) -> tuple[Form, ...]:
    """Steam over a stall, motes under the lamps."""
    f, t = moment.framing, moment.t
    lamp = moment.light.tints["lamp"]
    return (
        life.steam(
            f, t, moment.seed, (-3.0, 1.1, 8.6), life.scaled(lamp, 0.5), height=1.5, width=0.22, lean=0.2, count=40
        ),
        life.steam(
            f, t, moment.seed + 1, (3.1, 1.1, 12.4), life.scaled(lamp, 0.5), height=1.5, width=0.22, lean=-0.2, count=40
        ),
        life.dust(
            f,
            t,
            moment.seed,
            ((-2.4, 0.8, 4), (2.4, 3.6, 14)),
            (0.0, 2.4, 8.0),
            life.scaled(lamp, 0.4),
            count=150,
            reach=4,
            size=0.014,
        ),
    )


PLACE = Place(
    name="night_market",
    framings=(
        Framing(
            "aisle",
            (-0.25, 1.65, -0.4),
            0.05,
            1.22,
            -0.20,
            Move(push=0.05),
            calm=(CalmSpot(1.38, 0.62), CalmSpot(-1.23, 0.66, 0.27)),
        ),
        Framing("stall", (1.35, 1.45, 3.4), -0.72, 1.30, -0.10, Move(drift=0.04), calm=(CalmSpot(-1.1, 0.66, 0.27),)),
        Framing(
            "fair",
            (-0.9, 1.35, 16.2),
            0.10,
            1.30,
            -0.42,
            Move(rise=0.04),
            calm=(
                CalmSpot(1.05, 0.66, 0.27),
                CalmSpot(-0.90, 0.66, 0.27),
            ),
        ),
        Framing(
            "lanterns",
            (1.5, 2.3, 5.6),
            -0.22,
            1.55,
            -0.12,
            Move(drift=-0.04),
            calm=(
                CalmSpot(-0.45, 0.66, 0.27),
                CalmSpot(-1.35, 0.66, 0.27),
            ),
        ),
    ),
    anchors=(
        Anchor(
            "aisle_near",
            (0.45, 0.0, 5.4),
            "floor",
            1.9,
            "hero",
            ("aisle",),
            verbs=("walk", "stand", "look", "come", "wander"),
        ),
        Anchor(
            "stall_left",
            (-1.75, 0.0, 7.9),
            "floor",
            1.9,
            "hero",
            ("aisle", "stall"),
            facing=1.2,
            verbs=("buy", "look", "taste", "talk", "choose", "stand"),
        ),
        Anchor(
            "stall_right",
            (1.7, 0.0, 9.3),
            "floor",
            1.9,
            "companion",
            ("aisle",),
            facing=-1.2,
            verbs=("buy", "sell", "talk"),
        ),
        Anchor(
            "aisle_middle",
            (-0.3, 0.0, 12.6),
            "floor",
            2.2,
            "hero",
            ("aisle", "lanterns"),
            verbs=("walk", "dance", "play", "go"),
            smallest=0.3,
        ),
        Anchor("crate", CRATE, "seat", 1.9, "hero", ("aisle",), facing=0.6, verbs=("sit", "rest", "eat", "play")),
        Anchor(
            "counter",
            (-2.9, COUNTER, 6.95),
            "top",
            0.5,
            "companion",
            ("stall",),
            holds=("lantern", "bottle", "jar", "book", "fruit", "food"),
        ),
        Anchor(
            "barrel",
            (2.1, 0.81, 14.1),
            "top",
            0.6,
            "companion",
            ("aisle",),
            holds=("cat", "bird", "lantern"),
            smallest=0.2,
        ),
        Anchor(
            "setts",
            (-0.75, 0.0, 6.6),
            "floor",
            0.9,
            "companion",
            ("aisle", "stall"),
            holds=("cat", "dog", "dove"),
            verbs=("lie", "curl"),
        ),
        Anchor(
            "square",
            (1.4, 0.0, 24.0),
            "floor",
            2.6,
            "hero",
            ("fair", "aisle"),
            verbs=("dance", "walk", "stand", "ride", "look"),
            smallest=0.5,
        ),
        Anchor(
            "square_left",
            (-1.9, 0.0, 22.6),
            "floor",
            2.2,
            "companion",
            ("fair", "lanterns"),
            holds=("horse", "dog", "crowd"),
            smallest=0.4,
        ),
        Anchor(
            "cord",
            (0.15, 3.45, 8.7),
            "hang",
            0.7,
            "companion",
            ("aisle", "lanterns"),
            holds=("lantern", "chimes", "kite"),
        ),
        Anchor("air_near", (0.3, 2.5, 7.5), "air", 0.8, "companion", ("aisle", "lanterns")),
        Anchor(
            "air_far",
            (-2.5, 9.5, 30.0),
            "air",
            3.0,
            "companion",
            ("fair", "aisle"),
            smallest=0.4,
            holds=("balloon", "kite"),
        ),
        Anchor("sky", (-60.0, 120.0, 230.0), "sky", 36.0, "backdrop", ("aisle", "fair")),
    ),
    solids=solids,
    light=light,
    life=small_life,
    flicker=flicker,
)
