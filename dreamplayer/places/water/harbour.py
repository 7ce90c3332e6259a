"""A small harbour by night: a quay with lamps, gabled houses, a fishing boat and sailing boats moored in still water.

The water lies at height 0, the quay 1.3 m above it. The near quay runs away from the eye on the left, its edge at x
-1.2; the far quay crosses at z 27 with a row of houses; to the right lies the open sea with a lighthouse on the mole.
Groups of light: "lamp" (street lamps and the boat's lamp), "window", "moon", and "far" (haze and hills).
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
from dreamplayer.drawing.solids.shapes import ball, box, grid, joined, lathe, panel, rod, tube
from dreamplayer.drawing.solids.solid import (
    Array,
    F,
    Finish,
    Lamp,
    Mask,
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

MOON = (0.78, 0.38, 0.80)
QUAY = 1.3
EDGE = -1.2
"""Where the near quay ends, metres across."""
FAR = 27.0
"""Where the far quay begins, metres away."""
_LAMPS = ((-1.75, 5.6), (-1.75, 14.6), (-1.75, 24.0), (6.6, FAR + 0.8), (14.6, FAR + 0.8), (21.4, FAR + 0.8))
"""Across and away of each lamp post."""
_LAMP_HEIGHT = QUAY + 3.35
CRATE = (-4.15, QUAY + 0.52, 6.9)
BOLLARD = (-1.62, QUAY + 0.52, 8.6)
TRAWLER: Vec3 = (1.45, 0.0, 13.2)
"""Middle of the fishing boat, at the water."""
_DECK = 0.78
ROWBOAT: Vec3 = (2.1, 0.0, 7.2)


@dataclass(frozen=True)
class _Hull:
    """The shape of a boat: half of its length, half of its beam, and heights in metres."""

    long: float
    beam: float
    side: float
    """Height of the gunwale amidships above the water."""
    rise: float
    """How much higher it is at the bow."""
    transom: float = 0.62
    """Width of the stern as a share of the beam."""
    paint: Colour = (0.05, 0.09, 0.13)
    bottom: Colour = (0.13, 0.035, 0.028)
    band: Colour = (0.30, 0.28, 0.25)

    def half(self, q: Array) -> Array:
        """Half width at q from -1 (stern) to 1 (bow)."""
        bow = np.clip(1 - np.clip(q, 0, 1) ** 2.3, 0, 1) ** 0.8
        return np.asarray(self.beam * np.where(q > 0, bow, 1 - (1 - self.transom) * np.abs(q) ** 2.2), F)

    def sheer(self, q: Array) -> Array:
        """Height of the gunwale."""
        return np.asarray(self.side + self.rise * np.where(q > 0, q**2, 0.35 * q**2), F)


def _shell(h: _Hull) -> list[Solid]:
    """The hull with its rails and transom, about the origin, bow towards +z."""
    q = np.linspace(-1, 1, 23, dtype=F)
    k = np.linspace(0, 1, 9, dtype=F)
    keel = -0.45 * np.clip(1 - np.clip(q - 0.55, 0, 1) * 2.2, 0, 1) + 0.10 * np.clip(q - 0.75, 0, 1)
    top, half = h.sheer(q), h.half(q)
    stem = h.long * (q[:, None] + 0.09 * np.clip(q[:, None], 0, 1) ** 6 * (k[None] - 0.4))

    def paint(s: Surface) -> Finish:
        y = s.p[:, 1]
        sheer = np.interp(s.local[:, 2] / h.long, q, top)
        streak = 0.72 + 0.5 * quick_fbm(s.local[:, 2] * 1.3, y * 0.7, 3, 4) - 0.15 * np.exp(-np.abs(y) / 0.15)
        colours = np.where((y < 0.10)[:, None], np.asarray(h.bottom, F), np.asarray(h.paint, F))
        colours = np.where((np.abs(y - 0.13) < 0.03)[:, None], np.asarray(h.band, F), colours)
        colours = np.where((sheer - y < 0.13)[:, None], np.asarray(h.band, F), colours)
        seam = 1 - 0.25 * (np.abs(np.mod((sheer - y) / 0.17, 1) - 0.5) > 0.46)
        return Finish((colours * (streak * seam)[:, None]).astype(F), 0.30)

    made = []
    for side in (-1, 1):
        x = side * half[:, None] * np.clip(k[None], 1e-3, 1) ** 0.42
        y = keel[:, None] + (top - keel)[:, None] * k[None] ** 1.25
        points = np.stack([x, y, stem + 0 * x], -1).astype(F)
        made.append(grid(paint, points, local=points))
    stern = np.stack([made[0].vertices.reshape(23, 9, 3)[0], made[1].vertices.reshape(23, 9, 3)[0]])
    made.append(grid(paint, stern, local=stern))
    rail = mat.wood((0.15, 0.095, 0.055), 0, 0.3)
    for side in (-1, 1):
        line = np.stack([side * half, top + 0.02, stem[:, -1]], -1)
        made.append(tube(rail, line, 0.05, sides=6))
        made.append(tube(rail, line - np.array([-side * 0.01, 0.26 * h.side, 0], F), 0.035, sides=5))
    made.append(rod(rail, (-float(half[0]), float(top[0]), -h.long), (float(half[0]), float(top[0]), -h.long), 0.06))
    return made


def _planks(h: _Hull, level: float, start: float, end: float) -> Solid:
    """A level deck or floor inside a hull, from q start to end."""
    q = np.linspace(start, end, 15, dtype=F)
    share = np.clip((level + 0.45) / (h.sheer(q) + 0.45), 0, 1) ** 0.34
    half = h.half(q) * share * 0.98
    points = np.stack([np.stack([s * half, level + 0 * q, h.long * q], -1) for s in (-1, -0.5, 0, 0.5, 1)], 1).astype(F)
    return grid(mat.wood((0.145, 0.105, 0.070), 2, 0.2, plank=0.14, across=0, seed=3), points, local=points)


def _trawler() -> list[Solid]:
    """A fishing boat 9 m long with a lit wheelhouse, a mast with a lamp, a boom and nets on deck."""
    h = _Hull(4.6, 1.55, 1.05, 0.85, paint=(0.045, 0.085, 0.110))
    made = _shell(h)
    made.append(_planks(h, _DECK, -0.98, 0.80))
    white = mat.wood((0.30, 0.285, 0.255), 1, 0.25, plank=0.16, across=0, grain=0.5)
    trim = mat.wood((0.135, 0.075, 0.042), 0, 0.35)
    low, high = _DECK, _DECK + 2.05
    z0, z1 = 0.35, 1.95

    def glazed(s: Surface) -> Finish:
        """Painted boards with a row of lit windows."""
        finish = white(s)
        along = np.where(np.abs(s.n[:, 0]) > np.abs(s.n[:, 2]), s.local[:, 2], s.local[:, 0])
        y = s.local[:, 1] - 1.02
        f = np.mod(along / 0.53, 1.0) - 0.5
        pane = (np.abs(f) < 0.39) & (np.abs(y - 0.33) < 0.30)
        rim = (np.abs(f) < 0.45) & (np.abs(y - 0.33) < 0.35) & ~pane
        albedo = np.where(rim[:, None], np.asarray((0.10, 0.055, 0.03), F), finish.albedo)
        albedo = np.where(pane[:, None], F(0.02), albedo)
        glow = (0.35 + 0.5 * np.exp(-(((y - 0.45) / 0.22) ** 2))) * pane
        light = glow[:, None] * np.asarray((0.95, 0.82, 0.60), F)
        return Finish(albedo.astype(F), 0.25, emission={"window": light.astype(F)})

    made.append(box(glazed, (-0.80, low, z0), (0.80, high, z1)))
    made.append(box(trim, (-0.92, high, z0 - 0.14), (0.92, high + 0.09, z1 + 0.16)))
    made.append(box(trim, (-0.82, low, z0 - 0.02), (0.82, low + 0.10, z1 + 0.02)))
    mast = mat.wood((0.175, 0.115, 0.065), 0, 0.3)
    spars = [
        tube(mast, [(0, _DECK, -0.55), (0, 6.6, -0.55)], [0.085, 0.05], sides=8),
        tube(mast, [(0, 1.75, -0.65), (0, 2.75, -3.9)], [0.06, 0.045], sides=7),
        tube(mast, [(0, _DECK, 3.3), (0, 3.1, 3.45)], [0.06, 0.04], sides=7),
        rod(mast, (-0.75, 5.4, -0.55), (0.75, 5.4, -0.55), 0.03, sides=5),
    ]
    made.append(joined(spars))
    line = mat.plain((0.14, 0.12, 0.09))
    ropes = [
        ((0, 6.5, -0.55), (0, 2.0, 4.65)),
        ((0, 6.4, -0.55), (1.50, 1.15, -1.2)), ((0, 6.4, -0.55), (-1.50, 1.15, -1.2)),
        ((0, 6.4, -0.55), (1.50, 1.12, 0.2)),
        ((0, 6.4, -0.55), (-1.50, 1.12, 0.2)), ((0, 6.5, -0.55), (0, 1.35, -4.5)),
        ((0, 5.9, -0.55), (0, 2.75, -3.9)),
    ]  # fmt: skip
    made.append(joined([rod(line, a, b, 0.013, sides=4, casts=False) for a, b in ropes]))
    made.append(
        ball(mat.glow("lamp", (1.2, 1.05, 0.8)), (0, 4.35, -0.68), (0.07, 0.10, 0.07), rings=6, sides=8, casts=False)
    )
    made.append(rod(mat.iron(), (0, 4.46, -0.68), (0, 4.5, -0.5), 0.02, sides=4, casts=False))
    net = mat.cloth((0.10, 0.085, 0.05), 22.0, 0.1)
    made.append(ball(net, (0.35, _DECK + 0.12, -2.6), (0.75, 0.36, 0.7), rings=8, sides=14))
    corks = [
        ball(
            mat.plain((0.26, 0.12, 0.04), vary=0.3),
            (0.35 + 0.6 * math.cos(2.1 * k), _DECK + 0.32, -2.6 + 0.5 * math.sin(2.1 * k)),
            0.07,
            rings=4,
            sides=7,
        )
        for k in range(7)
    ]
    made.append(joined(corks))
    rubber = mat.plain((0.02, 0.02, 0.022), 0.2)
    fenders = [ball(rubber, (-1.66, 0.55, z), (0.11, 0.34, 0.20), rings=6, sides=10) for z in (-2.4, 0.2, 2.2)]
    made.append(joined(fenders))
    return placed(made, TRAWLER, 0.02)


def _rowboat() -> list[Solid]:
    """A rowing boat 4 m long with thwarts, oars laid in it, and a coil of rope."""
    h = _Hull(2.0, 0.72, 0.40, 0.26, 0.66, (0.20, 0.175, 0.13), (0.06, 0.085, 0.075), (0.055, 0.095, 0.085))
    made = [*_shell(h), _planks(h, 0.06, -0.95, 0.85)]
    seat = mat.wood((0.165, 0.115, 0.07), 0, 0.2)
    made.append(
        joined(
            [
                box(seat, (-w, 0.27, z - 0.12), (w, 0.31, z + 0.12))
                for w, z in ((0.60, -1.35), (0.70, -0.2), (0.60, 0.9))
            ]
        )
    )
    oar = mat.wood((0.19, 0.14, 0.09), 0, 0.2)
    oars = [tube(oar, [(x, 0.36, -1.6), (x * 0.8, 0.40, 1.3)], 0.024, sides=5) for x in (-0.34, 0.36)]
    oars += [ball(oar, (x * 0.99, 0.36, -1.66), (0.075, 0.015, 0.28), rings=4, sides=8) for x in (-0.34, 0.36)]
    made.append(joined(oars))
    return placed(made, ROWBOAT, -0.25)


def _sailing_boat(foot: Vec3, yaw: float, paint: Colour, tall: float, seed: int) -> list[Solid]:
    """A small yacht with its sail furled along the boom, and a cabin with a lit porthole."""
    h = _Hull(3.6, 1.15, 0.72, 0.38, 0.55, paint)
    made = [*_shell(h), _planks(h, 0.62, -0.95, 0.86)]
    cabin = mat.plain((0.26, 0.245, 0.22), 0.3)
    made.append(box(cabin, (-0.62, 0.62, -0.7), (0.62, 1.12, 1.5)))
    lit = 0.8 if float(mat.chance(seed, 4)) > 0.4 else 0.02
    made.append(
        joined(
            [
                ball(
                    mat.glow("window", (0.9 * lit, 0.78 * lit, 0.55 * lit)),
                    (x, 0.92, z),
                    (0.03, 0.10, 0.14),
                    rings=5,
                    sides=8,
                    casts=False,
                )
                for x in (-0.62, 0.62)
                for z in (-0.2, 0.5, 1.1)
            ]
        )
    )
    spar = mat.plain((0.17, 0.14, 0.11), 0.35)
    made.append(
        joined(
            [
                tube(spar, [(0, 0.6, 0.6), (0, tall, 0.55)], [0.065, 0.04], sides=6),
                rod(spar, (0, 1.55, 0.5), (0, 1.65, -3.2), 0.045, sides=6),
                rod(spar, (-0.6, tall * 0.62, 0.57), (0.6, tall * 0.62, 0.57), 0.02, sides=4),
            ]
        )
    )
    made.append(
        tube(
            mat.cloth((0.28, 0.26, 0.225), 0.0, 0.2),
            [(0, 1.66, 0.35), (0, 1.80, -1.2), (0, 1.74, -3.0)],
            [0.06, 0.17, 0.08],
            sides=9,
        )
    )
    wire = mat.plain((0.12, 0.12, 0.125))
    ends = ((0, 1.0, 3.7), (0, 0.8, -3.5), (1.1, 0.7, 0.4), (-1.1, 0.7, 0.4))
    made.append(joined([rod(wire, (0, tall * 0.98, 0.55), e, 0.012, sides=4, casts=False) for e in ends]))
    return placed(made, foot, yaw)


def _house(
    foot: Vec3, yaw: float, wide: float, eaves: float, top: float, wall: Colour, seed: int, door: float | None
) -> list[Solid]:
    """A gabled house at the quay, its front towards -z at yaw 0: three rows of windows, a hoist under the ridge."""
    deep = 8.0
    plaster = mat.plaster(wall, (wall[0] * 0.6, wall[1] * 0.6, wall[2] * 0.6), QUAY + 0.9, stain=0.0)
    columns = [wide * (0.5 + k) / 3 for k in range(3)]
    if door is not None:
        columns = [c for c in columns if abs(c - door) > 0.9]
    paint = land.lit_windows(
        plaster, "window", [0.95], columns, width=0.95, height=1.35, share=0.75, seed=seed, door=door
    )
    upper = [wide * (0.5 + k) / 3 for k in range(3)]
    more = land.lit_windows(
        paint,
        "window",
        [3.7 + 2.7 * k for k in range(int((eaves - 4.6) / 2.7) + 1)],
        upper,
        width=0.9,
        height=1.4,
        share=0.42,
        seed=seed + 3,
    )
    attic = land.lit_windows(more, "window", [eaves + 0.5], [wide / 2], width=0.8, height=1.1, share=0.5, seed=seed + 9)

    def gable(local: Array) -> Mask:
        line = eaves + (top - eaves) * np.clip(1 - np.abs(local[:, 0] - wide / 2) / (wide / 2), 0, 1)
        return np.asarray(local[:, 1] < line)

    roof = land.courses((0.090, 0.046, 0.036), 0.24, seed)
    side = mat.plaster((wall[0] * 0.7, wall[1] * 0.7, wall[2] * 0.7), stain=0.0)
    made = [
        panel(attic, (0, 0, 0), (wide, 0, 0), (0, top, 0), cut=gable),
        panel(side, (0, 0, 0), (0, 0, deep), (0, eaves, 0)),
        panel(side, (wide, 0, 0), (0, 0, deep), (0, eaves, 0)),
    ]
    for s in (0.0, wide):
        a = -0.22 if s == 0.0 else wide + 0.22
        made.append(panel(roof, (a, eaves - 0.2, -0.28), (0, 0, deep), (wide / 2 - a, top - eaves + 0.28, 0)))
    pale = mat.wood((0.24, 0.22, 0.19), 0, 0.15, grain=0.5)
    made.append(
        joined(
            [
                tube(pale, [(a, eaves - 0.22, -0.26), (wide / 2, top + 0.06, -0.26)], 0.07, sides=4)
                for a in (-0.2, wide + 0.2)
            ]
        )
    )
    ledges = [box(pale, (0, y, -0.07), (wide, y + 0.10, 0.0)) for y in (3.2, eaves)]
    ledges += [box(pale, (c - 0.58, y - 0.12, -0.12), (c + 0.58, y - 0.04, 0.0)) for c in upper for y in (3.7, 0.95)]
    made.append(joined(ledges))
    made.append(
        box(mat.brick((0.15, 0.075, 0.055)), (wide * 0.68, top - 1.5, 2.0), (wide * 0.68 + 0.7, top + 0.9, 2.7))
    )
    made.append(
        box(
            mat.wood((0.07, 0.048, 0.034), 2, 0.1, across=0),
            (wide / 2 - 0.07, top - 1.0, -0.9),
            (wide / 2 + 0.07, top - 0.85, 0.4),
        )
    )
    return placed(made, foot, yaw)


_ROW: tuple[tuple[float, float, float, Colour], ...] = (
    (5.6, 7.0, 10.2, (0.20, 0.115, 0.060)),
    (5.0, 8.2, 11.0, (0.165, 0.060, 0.045)),
    (6.2, 6.4, 9.6, (0.23, 0.215, 0.19)),
    (4.8, 8.0, 11.4, (0.085, 0.110, 0.120)),
    (5.6, 6.8, 10.0, (0.22, 0.155, 0.085)),
    (5.2, 7.4, 10.4, (0.15, 0.085, 0.065)),
)
"""Width, eaves, ridge and colour of the houses on the far quay, left to right."""


def _houses(seed: int) -> list[Solid]:
    made: list[Solid] = []
    x = -7.4
    for k, (wide, eaves, top, wall) in enumerate(_ROW):
        made += _house((x, QUAY, FAR + 4.4), 0.0, wide, eaves, top, wall, seed * 7 + k, 1.0 if k % 2 else wide - 1.1)
        x += wide
    z = 2.2
    for k, (wide, eaves, top, wall) in enumerate((_ROW[3], _ROW[0], _ROW[2], _ROW[1])):
        made += _house(
            (-7.6, QUAY, z), -math.pi / 2, wide, eaves, top, wall, seed * 7 + k + 20, wide - 1.2 if k % 2 else 1.2
        )
        z += wide
    return made


def _paving(s: Surface) -> Finish:
    """Worn granite slabs, darker where they are damp."""
    x, z = s.p[:, 0], s.p[:, 2]
    row = np.floor(z / 0.7)
    i = np.floor(x / 1.1 + 0.37 * np.mod(row, 3))
    fx, fz = np.mod(x / 1.1 + 0.37 * np.mod(row, 3), 1.0), np.mod(z / 0.7, 1.0)
    edge = np.minimum(np.minimum(fx, 1 - fx) * 1.1, np.minimum(fz, 1 - fz) * 0.7)
    own = mat.chance(i * 57 + row * 131, 4)
    fine = quick_fbm(x * 6, z * 6, 4, 4)
    damp = mat.step(0.45, 0.65, quick_fbm(x * 0.5, z * 0.4, 9, 4))
    face = mat.step(0.004, 0.03, edge)
    k = (0.65 + 0.55 * own) * (0.6 + 0.75 * fine) * (0.35 + 0.65 * face) * (1 - 0.45 * damp)
    lean = np.stack([own - 0.5, 0 * x, mat.chance(i * 7 + row * 3, 2) - 0.5], -1) * F(0.05)
    return Finish(
        (np.asarray((0.115, 0.108, 0.100), F) * k[:, None]).astype(F), (0.15 + 0.45 * damp).astype(F), 0.0,
        (0.5 + 0.5 * face).astype(F), normal=mat.tilted(s.n, lean.astype(F)),
    )  # fmt: skip


def _wall_of_quay(s: Surface) -> Finish:
    """Big blocks, with weed and wet below the line of high water."""
    base = mat.masonry((0.145, 0.135, 0.122), 0.42, 0.95, 6)(s)
    y = s.p[:, 1] + 0.10 * (quick_fbm(s.p[:, 2] * 1.5 + s.p[:, 0] * 1.5, s.p[:, 1], 3, 3) - 0.5)
    weed = mat.step(0.62, 0.30, y)
    albedo = mat.mixed(base.albedo, np.asarray((0.026, 0.034, 0.020), F), (0.85 * weed).astype(F))
    return replace(base, albedo=albedo, gloss=(0.10 + 0.35 * weed).astype(F))


def _quay() -> list[Solid]:
    stone = mat.by_facing(_paving, _wall_of_quay)
    made = [
        box(stone, (-40, -0.8, -4), (EDGE, QUAY, FAR), casts=False, faces="XYZ"),
        box(stone, (-40, -0.8, FAR), (23.5, QUAY, 48), casts=False, faces="XYz"),
        box(stone, (23.5, -0.8, 43), (67.0, QUAY + 0.4, 46), casts=False, faces="xXYz"),
    ]
    coping = mat.plain((0.150, 0.142, 0.130), 0.15, vary=0.35, scale=3)
    made.append(box(coping, (EDGE - 0.45, QUAY - 0.22, -4), (EDGE + 0.05, QUAY + 0.05, FAR)))
    made.append(box(coping, (EDGE - 0.45, QUAY - 0.22, FAR - 0.05), (23.55, QUAY + 0.05, FAR + 0.45)))
    iron = mat.iron((0.035, 0.030, 0.028), 0.35)
    bars = [rod(iron, (EDGE + 0.16, -0.4, z), (EDGE + 0.16, QUAY + 0.1, z), 0.025, sides=5) for z in (10.35, 10.75)]
    bars += [
        rod(iron, (EDGE + 0.16, 0.1 + 0.27 * k, 10.35), (EDGE + 0.16, 0.1 + 0.27 * k, 10.75), 0.02, sides=5)
        for k in range(5)
    ]
    made.append(joined(bars))
    bollard = [(0.20, 0), (0.16, 0.06), (0.13, 0.30), (0.19, 0.40), (0.19, 0.47), (0.0, 0.52)]
    spots = [
        (BOLLARD[0], BOLLARD[2]),
        (-1.62, 16.6),
        (-1.62, 3.4),
        (3.0, FAR + 0.4),
        (10.0, FAR + 0.4),
        (17.0, FAR + 0.4),
    ]
    made.append(joined([lathe(iron, (x, QUAY, z), bollard, sides=14) for x, z in spots]))
    rope = mat.plain((0.17, 0.14, 0.095), vary=0.3, scale=20)

    def slack(a: Vec3, b: Vec3, sag: float) -> Solid:
        q = np.linspace(0, 1, 12)
        line = [
            tuple(a[i] + (b[i] - a[i]) * t - (sag * 4 * t * (1 - t) if i == 1 else 0.0) for i in range(3)) for t in q
        ]
        return tube(rope, line, 0.022, sides=5, casts=False)

    made += [
        slack((BOLLARD[0], QUAY + 0.34, BOLLARD[2]), (TRAWLER[0] - 1.0, 1.25, TRAWLER[2] - 4.3), 0.25),
        slack((-1.62, QUAY + 0.34, 16.6), (TRAWLER[0] - 0.5, 1.75, TRAWLER[2] + 4.2), 0.3),
        slack((BOLLARD[0], QUAY + 0.30, BOLLARD[2]), (ROWBOAT[0] - 0.6, 0.62, ROWBOAT[2] + 1.9), 0.35),
    ]
    turns = np.linspace(0, 6 * math.tau, 120)
    coil = [
        (-2.35 + (0.36 - 0.008 * a) * math.cos(a), QUAY + 0.03 + 0.012 * a / 2, 7.6 + (0.36 - 0.008 * a) * math.sin(a))
        for a in turns
    ]
    made.append(tube(rope, coil, 0.024, sides=5))
    return made


def _lamp_posts() -> list[Solid]:
    iron = mat.iron((0.032, 0.036, 0.036), 0.4)
    posts, glass = [], []
    for x, z in _LAMPS:
        profile = [
            (0.17, 0),
            (0.17, 0.12),
            (0.09, 0.25),
            (0.065, 0.6),
            (0.055, 2.9),
            (0.08, 2.95),
            (0.04, 3.05),
            (0.10, 3.1),
            (0.11, 3.13),
        ]
        posts.append(lathe(iron, (x, QUAY, z), profile, sides=10, casts=False))
        posts.append(
            lathe(
                iron,
                (x, QUAY + 3.58, z),
                [(0.20, 0.0), (0.17, 0.05), (0.06, 0.16), (0.02, 0.20), (0, 0.28)],
                sides=8,
                casts=False,
            )
        )
        for a in np.arange(4) * math.tau / 4 + 0.4:
            c, s = math.cos(a), math.sin(a)
            posts.append(
                rod(
                    iron,
                    (x + 0.10 * c, QUAY + 3.12, z + 0.10 * s),
                    (x + 0.17 * c, QUAY + 3.59, z + 0.17 * s),
                    0.010,
                    sides=4,
                    casts=False,
                )
            )
        glass.append(
            lathe(
                mat.glow("lamp", (1.10, 1.0, 0.85)),
                (x, QUAY + 3.13, z),
                [(0.085, 0), (0.15, 0.45)],
                sides=8,
                casts=False,
            )
        )
    return [joined(posts), joined(glass)]


def _gear(seed: int) -> list[Solid]:
    """Crates, barrels, lobster pots, nets hung up to dry, a hand cart of fish boxes."""
    plank = mat.wood((0.155, 0.110, 0.070), 0, 0.1, plank=0.13, across=1, seed=4)
    made: list[Solid] = []
    cx, _, cz = CRATE
    crates = [
        ((cx, cz), 0.0, 0.52, 0.45),
        ((cx - 0.85, cz + 0.25), 0.3, 0.52, 0.42),
        ((cx - 0.5, cz + 1.1), -0.2, 0.60, 0.48),
    ]
    for k, ((x, z), yaw, tall, half) in enumerate(crates):
        turn = yaw + 0.2 * (float(mat.chance(k, seed)) - 0.5) * (k > 0)
        made += placed([box(plank, (-half, 0, -half), (half, tall, half))], (x, QUAY, z), turn)
    made += placed([box(plank, (-0.34, 0, -0.34), (0.34, 0.45, 0.34))], (cx - 0.75, QUAY + 0.52, cz + 0.35), 0.5)
    stave = mat.wood((0.125, 0.082, 0.052), 1, 0.2, plank=0.15, across=0)
    cask = [(0.25, 0), (0.30, 0.2), (0.315, 0.42), (0.30, 0.64), (0.25, 0.84), (0.235, 0.81), (0, 0.81)]
    made += [lathe(stave, (x, QUAY, z), cask, sides=16) for x, z in ((-5.9, 9.3), (-5.3, 9.8), (-6.4, 4.6))]
    withy = mat.plain((0.12, 0.088, 0.055), vary=0.3, scale=12)
    pots: list[Solid] = []
    for k, (x, y, z) in enumerate(((-2.5, 0, 11.4), (-2.45, 0, 12.3), (-2.5, 0.44, 11.85))):
        for q in (-0.34, -0.11, 0.11, 0.34):
            ring = np.linspace(0, math.pi, 9)
            pots.append(
                tube(
                    withy,
                    [(x + 0.30 * math.cos(a), QUAY + y + 0.42 * math.sin(a), z + q) for a in ring],
                    0.016,
                    sides=4,
                )
            )
        for a in np.linspace(0, math.pi, 9):
            pots.append(
                rod(
                    withy,
                    (x + 0.30 * math.cos(a), QUAY + y + 0.42 * math.sin(a), z - 0.36),
                    (x + 0.30 * math.cos(a), QUAY + y + 0.42 * math.sin(a), z + 0.36),
                    0.009,
                    sides=4,
                )
            )
        pots.append(box(withy, (x - 0.31, QUAY + y, z - 0.37 + 0.001 * k), (x + 0.31, QUAY + y + 0.03, z + 0.37)))
    made.append(joined(pots))

    def mesh(local: Array) -> Mask:
        a, b = local[:, 0] + local[:, 1], local[:, 0] - local[:, 1]
        return np.asarray((np.mod(a / 0.11, 1) < 0.22) | (np.mod(b / 0.11, 1) < 0.22))

    poles = [rod(stave, (-3.3, QUAY, z), (-3.3, QUAY + 2.3, z), 0.045, sides=6) for z in (18.0, 21.4)]
    poles.append(rod(stave, (-3.3, QUAY + 2.25, 17.8), (-3.3, QUAY + 2.25, 21.6), 0.035, sides=6))
    made.append(joined(poles))
    along, down = np.meshgrid(np.linspace(0, 1, 15), np.linspace(0, 1, 7))
    drape = np.stack(
        [
            -3.3 + 0.12 * np.sin(9 * along) * down,
            QUAY + 2.25 - (1.55 + 0.35 * np.sin(5 * along)) * down,
            18.1 + 3.2 * along,
        ],
        -1,
    )
    made.append(grid(mat.plain((0.11, 0.085, 0.05), vary=0.3), drape.astype(F), cut=mesh))
    bench = mat.wood((0.14, 0.10, 0.065), 2, 0.2, plank=0.12, across=0)
    made.append(box(bench, (-6.6, QUAY + 0.40, 12.0), (-6.15, QUAY + 0.46, 14.0)))
    made.append(joined([box(bench, (-6.5, QUAY, z - 0.05), (-6.2, QUAY + 0.40, z + 0.05)) for z in (12.3, 13.7)]))
    return made


def solids(seed: int) -> Scenery:
    """The harbour for a seed: other windows are lit, other boats lie at the far quay."""
    parts = [*_quay(), *_houses(seed), *_lamp_posts(), *_trawler(), *_rowboat(), *_gear(seed)]
    yachts: tuple[tuple[float, float, float, Colour, float], ...] = (
        (6.8, 23.6, 1.57, (0.23, 0.22, 0.20), 8.6), (12.8, 24.4, -1.5, (0.12, 0.035, 0.03), 9.6),
        (17.4, 22.0, 1.2, (0.05, 0.075, 0.10), 9.0), (8.6, 17.0, 0.5, (0.05, 0.085, 0.07), 9.2),
    )  # fmt: skip
    for k, (x, z, yaw, paint, tall) in enumerate(yachts):
        wobble = 0.5 * (float(mat.chance(k, seed)) - 0.5)
        parts += _sailing_boat((x + wobble, 0.0, z), yaw + 0.1 * wobble, paint, tall + wobble, seed + k)
    parts += land.lighthouse((64.0, QUAY + 0.3, 44.5), 11.5, group="lamp", seed=seed)
    parts += [
        land.ridge(
            120, land.treeline(16.0, 4, width=8.0, base=3.0), colour=(0.0075, 0.0088, 0.0125), group="far",
            x=(-170, 24), foot=0.0, haze=0.7,
        ),
        land.ridge(
            480, land.hills(60, 210, seed % 5 + 4, 0.3), colour=(0.0105, 0.0128, 0.0185), group="far", x=(-900, 330),
            foot=0.0, haze=0.9,
        ),
    ]  # fmt: skip
    lamps = [
        Lamp(
            "lamp",
            (x, _LAMP_HEIGHT, z),
            3.6,
            0.12,
            shadow=1.0 if k < 2 else 0.0,
            bounce=0.0,
            skin=0.4,
            dust=0.0018,
            dust_reach=40.0,
        )
        for k, (x, z) in enumerate(_LAMPS)
    ]
    tx, _, tz = TRAWLER
    sources: tuple[Source, ...] = (
        *lamps,
        Lamp("lamp", (tx, 4.35, tz - 0.8), 3.0, 0.10, bounce=0.0, skin=0.3, dust=0.002, dust_reach=30.0),
        Lamp("window", (-6.6, QUAY + 1.6, 9.5), 1.6, 0.6, shadow=0.0, bounce=0.0),
        Lamp("window", (2.0, QUAY + 1.6, FAR + 3.2), 2.2, 0.6, shadow=0.0, bounce=0.0),
        Sun("moon", MOON, 0.8, soft=0.03),
        Sky("moon", 0.75),
    )
    return Scenery(
        tuple(parts), sources, ("lamp", "window", "moon", "far"), mist=0.006, mist_group="far", mist_glow=0.030,
        mist_height=6.0,
    )  # fmt: skip


def light(atmosphere: Atmosphere) -> PlaceLight:
    """Lamps and windows shine in the dark hours; the distance takes the colour of the sky."""
    outside = hour_light(atmosphere)
    dark = atmosphere.hour in ("night", "none", "twilight", "dusk", "dawn")
    cosy = 1.0 + 0.15 * atmosphere.warmth
    warm = outside.horizon
    far = (0.5 + warm[0] * 30, 0.5 + warm[1] * 30, 0.5 + warm[2] * 20)
    stage = replace(outside.stage, ground="water", ridges=0.0)
    palette = night_palette(outside, key=(1.0, 0.56, 0.22), rim=(0.034, 0.040, 0.060))
    if outside.moon > 0:
        palette = replace(palette, horizon=(0.0170, 0.0200, 0.0340), glow=(0.036, 0.036, 0.048))
    return PlaceLight(
        {
            "lamp": life.scaled((1.0, 0.56, 0.22), (1.0 if dark else 0.25) * cosy),
            "window": life.scaled((1.0, 0.70, 0.42), (0.9 if dark else 0.35) * cosy),
            "moon": life.scaled(outside.window, 1.0 if dark else 2.0),
            "far": far,
        },
        palette,
        stage,
    )


def flicker(group: str, t: float) -> float:
    """The lamps breathe a little."""
    return life.fire_flicker(t, 8, 0.03) if group == "lamp" else 1.0


def small_life(moment: PlaceMoment) -> tuple[Form, ...]:
    """The moon and its path on the open water, motes by the lamps, smoke over the roofs."""
    f, t = moment.framing, moment.t
    shining = hour_light(moment.atmosphere).moon
    forms: list[Form] = [*life.moon(f, MOON, shining)]
    if forms:
        glint = life.scaled((0.42, 0.42, 0.40), shining)
        forms.append(life.glitter(f, MOON, t, moment.seed, glint, near=9.0, far=120.0, count=260))
    lamp = moment.light.tints["lamp"]
    for k, (x, z) in enumerate(_LAMPS[:2]):
        region = ((x - 0.9, _LAMP_HEIGHT - 1.2, z - 0.9), (x + 0.9, _LAMP_HEIGHT + 0.6, z + 0.9))
        forms.append(
            life.dust(
                f,
                t,
                moment.seed + k,
                region,
                (x, _LAMP_HEIGHT, z),
                life.scaled(lamp, 0.5),
                count=50,
                reach=0.8,
                size=0.014,
            )
        )
    pale = life.scaled(moment.light.tints["far"], 0.35)
    for x, y, z in ((-3.0, 12.6, FAR + 7), (14.5, 13.4, FAR + 7)):
        forms.append(life.steam(f, t, moment.seed + int(x), (x, y, z), pale, height=5.0, width=0.7, lean=0.5, count=40))
    return tuple(forms)


PLACE = Place(
    name="harbour",
    framings=(
        Framing(
            "quay",
            (-2.9, QUAY + 1.65, -0.8),
            0.17,
            1.24,
            -0.12,
            Move(push=0.04),
            calm=(CalmSpot(0.72, 0.64), CalmSpot(1.38, 0.6)),
        ),
        Framing(
            "boats",
            (-2.3, QUAY + 1.45, 6.3),
            0.56,
            1.30,
            -0.14,
            Move(drift=-0.04),
            calm=(CalmSpot(1.35, 0.62), CalmSpot(-0.35, 0.68, 0.24)),
        ),
        Framing(
            "houses", (-3.4, QUAY + 1.2, 8.8), 0.20, 1.45, -0.20, Move(drift=0.04), calm=(CalmSpot(0.45, 0.68, 0.25),)
        ),
        Framing(
            "water",
            (5.6, 0.95, 5.2),
            -0.14,
            1.35,
            -0.26,
            Move(rise=0.03),
            calm=(CalmSpot(1.13, 0.6), CalmSpot(-0.1, 0.58, 0.26)),
        ),
    ),
    anchors=(
        Anchor(
            "quay_near",
            (-2.7, QUAY, 5.0),
            "floor",
            1.9,
            "hero",
            ("quay",),
            verbs=("stand", "walk", "look", "wait", "come", "wave"),
        ),
        Anchor(
            "quay_edge",
            (-1.9, QUAY, 9.8),
            "floor",
            1.9,
            "hero",
            ("quay", "boats"),
            facing=-0.8,
            verbs=("look", "stand", "wait", "fish", "call"),
        ),
        Anchor(
            "crate", CRATE, "seat", 1.9, "hero", ("quay",), facing=-0.4, verbs=("sit", "rest", "mend", "eat", "talk")
        ),
        Anchor(
            "bench",
            (-6.38, QUAY + 0.46, 13.0),
            "seat",
            1.9,
            "companion",
            ("quay", "houses"),
            facing=-1.3,
            verbs=("sit", "rest", "read", "sleep"),
        ),
        Anchor(
            "quay_middle",
            (-3.6, QUAY, 14.6),
            "floor",
            1.9,
            "hero",
            ("houses", "quay"),
            verbs=("walk", "go", "stand", "meet"),
        ),
        Anchor(
            "far_quay",
            (4.6, QUAY, FAR + 2.2),
            "floor",
            2.2,
            "companion",
            ("quay", "houses", "water"),
            verbs=("walk", "go"),
            smallest=0.8,
        ),
        Anchor(
            "deck",
            (TRAWLER[0] + 0.2, _DECK, TRAWLER[2] - 1.5),
            "floor",
            1.9,
            "hero",
            ("quay", "boats"),
            verbs=("work", "stand", "sail", "steer", "fish"),
        ),
        Anchor(
            "stones",
            (-2.75, QUAY, 7.4),
            "floor",
            0.9,
            "companion",
            ("quay",),
            holds=("cat", "dog"),
            verbs=("lie", "curl"),
        ),
        Anchor("bollard", BOLLARD, "top", 0.45, "companion", ("quay",), holds=("bird", "cat", "dove")),
        Anchor(
            "thwart",
            (ROWBOAT[0] + 0.05, 0.31, ROWBOAT[2] - 0.2),
            "seat",
            1.7,
            "companion",
            ("quay", "water"),
            verbs=("row", "sit", "fish"),
        ),
        Anchor(
            "water_near",
            (3.9, 0.0, 9.5),
            "sea",
            2.5,
            "companion",
            ("quay", "boats", "water"),
            holds=("boat", "swan", "fish", "seal"),
        ),
        Anchor(
            "water_far",
            (15.0, 0.0, 17.5),
            "sea",
            5.0,
            "companion",
            ("quay", "boats"),
            smallest=0.5,
            holds=("boat", "ship", "whale"),
        ),
        Anchor(
            "open_sea",
            (95.0, 0.0, 90.0),
            "sea",
            20.0,
            "backdrop",
            ("quay", "boats"),
            smallest=3.0,
            holds=("ship", "whale", "island"),
        ),
        Anchor("hoist", (-6.75, QUAY + 8.6, 8.9), "hang", 1.0, "companion", ("quay",)),
        Anchor("air_near", (0.4, 3.9, 9.0), "air", 0.9, "companion", ("quay", "boats", "water")),
        Anchor("air_far", (10.0, 9.0, 26.0), "air", 3.0, "companion", ("quay", "boats", "houses"), smallest=0.4),
    ),
    solids=solids,
    light=light,
    life=small_life,
    flicker=flicker,
    ground_at=lambda x, z: QUAY if x < EDGE or z > FAR else 0.0,
)
