"""A compartment of an old night train: two velvet seats face each other, a lamp on the little table, snow goes by.

The eye looks across the train; x along it (backs of the seats at -1.45 and 1.45), z from the corridor (-1.9) to the
window wall (2.7). The ceiling is vaulted, 2.15 to 2.53 m high. Groups of light: "key" is the lamp on the table, "roof"
the dimmed lamp in the vault, "moon" the snow outside.
"""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np

from dreamplayer.drawing import place_life as life
from dreamplayer.drawing.place import Place, PlaceLight, PlaceMoment
from dreamplayer.drawing.place_light import hour_light, night_palette
from dreamplayer.drawing.primitives import Dots, Form, f32
from dreamplayer.drawing.solids import landscape as land
from dreamplayer.drawing.solids.materials import carpet, chance, glow, metal, plain, step, tilted, wood
from dreamplayer.drawing.solids.shapes import ball, box, grid, joined, lathe, panel, rod, tube
from dreamplayer.drawing.solids.solid import (
    Array,
    F,
    Finish,
    Lamp,
    Mask,
    Pane,
    Scenery,
    Sky,
    Solid,
    Source,
    Surface,
)
from dreamplayer.kit.hashing import uniform
from dreamplayer.kit.noise import quick_fbm, quick_noise
from dreamplayer.model.atmosphere import Atmosphere
from dreamplayer.model.place import Anchor, CalmSpot, Framing, Move
from dreamplayer.model.reading import Colour

SIDE, WALL, FRONT = 1.45, 2.7, -1.9
SEATS = (0.0, 2.62)
"""From and to of the seats in z."""
SEAT = 0.45
LEFT, RIGHT, SILL, HEAD = -1.02, 1.02, 0.92, 1.98
"""The window."""
TABLE = 0.765
TABLE_X, TABLE_Z = (-0.64, 0.44), (2.08, 2.66)
LAMP = (-0.48, 1.13, 2.36)
RACK = 1.80
SPEED = 5.0
"""Metres a second by which lights far off seem to pass, as seen from a slow train."""
MAHOGANY: Colour = (0.165, 0.078, 0.044)
GREEN: Colour = (0.050, 0.118, 0.084)
CREAM: Colour = (0.36, 0.31, 0.235)
BRASS: Colour = (0.62, 0.42, 0.17)
RED: Colour = (0.17, 0.040, 0.032)
_PROFILE = np.array(
    [
        (0.56, 0.0),
        (0.57, 0.12),
        (0.61, 0.16),
        (0.625, 0.30),
        (0.61, 0.40),
        (0.55, 0.452),
        (0.40, 0.450),
        (0.24, 0.437),
        (0.18, 0.455),
        (0.165, 0.56),
        (0.20, 0.78),
        (0.205, 1.00),
        (0.185, 1.16),
        (0.17, 1.25),
        (0.12, 1.335),
        (0.04, 1.36),
        (0.0, 1.36),
    ],
    F,
)
"""Outline of a seat: metres before the wall, and height."""


def _velvet(s: Surface) -> Finish:
    """Buttoned velvet, with lace where heads lean; local coordinates are metres along the seat and up its cover."""
    u, v = s.local[:, 0], s.local[:, 1]
    a, b = u / 0.24 + v / 0.26, u / 0.24 - v / 0.26
    fa, fb = a - np.floor(a) - 0.5, b - np.floor(b) - 0.5
    pillow = np.clip(1 - 4 * fa**2, 0, 1) * np.clip(1 - 4 * fb**2, 0, 1)
    groove = np.minimum(0.5 - np.abs(fa), 0.5 - np.abs(fb))
    button = np.exp(-(((0.5 - np.abs(fa)) ** 2 + (0.5 - np.abs(fb)) ** 2) / 0.010))
    along = np.array([0, 0, 1], F)
    up = np.cross(s.n, along)
    lean = 0.75 * ((fa + fb)[:, None] * along + (fa - fb)[:, None] * up)
    fold = step(0.0, 0.10, groove)
    grazing = (1 - np.abs((s.sight * s.n).sum(1))) ** 2
    pile = 0.85 + 0.3 * quick_noise(u * 120, v * 120, 3)
    colours = np.asarray(GREEN, F) * ((0.62 + 0.5 * pillow + 0.7 * grazing) * pile)[:, None]
    lace = np.zeros(len(u), bool)
    for middle in (0.46, 1.31, 2.16):
        edge = np.maximum(np.abs(u - middle) - 0.20, 1.63 - v + 0.012 * np.abs(np.sin(u * 70)))
        lace |= (edge < 0) & (v < 2.1)
    hole = (np.mod(u / 0.025, 1) - 0.5) ** 2 + (np.mod(v / 0.025, 1) - 0.5) ** 2 < 0.05
    colours = np.where(lace[:, None], np.asarray(CREAM, F) * np.where(hole, 0.62, 1.0)[:, None], colours)
    shade = np.where(lace, 0.95, (0.45 + 0.55 * fold) * (1 - 0.5 * button))
    return Finish(
        colours.astype(F), 0.05, 0.0, shade.astype(F), normal=tilted(s.n, np.where(lace[:, None], 0, lean).astype(F))
    )


def _seat(side: int) -> list[Solid]:
    """A seat for three, with wings between the places."""
    fine = np.linspace(0, len(_PROFILE) - 1, 41)
    d = np.interp(fine, np.arange(len(_PROFILE)), _PROFILE[:, 0])
    y = np.interp(fine, np.arange(len(_PROFILE)), _PROFILE[:, 1])
    z = np.linspace(*SEATS, 84)
    wing = np.exp(-(((z - SEATS[0] - 0.06) / 0.075) ** 2)) + np.exp(-(((z - SEATS[1] + 0.05) / 0.075) ** 2))
    deep = d[:, None] + 0.085 * wing[None] * np.clip((y[:, None] - 0.62) / 0.3, 0, 1) * np.clip(
        (1.40 - y[:, None]) / 0.12, 0, 1
    )
    soft = 0.012 * np.sin(np.pi * (z[None] / 0.87 % 1.0)) * ((d > 0.2) & (y > 0.4))[:, None]
    points = np.stack([side * (SIDE - deep), y[:, None] + soft, np.broadcast_to(z[None], deep.shape)], -1).astype(F)
    length = np.concatenate([[0], np.cumsum(np.hypot(np.diff(d), np.diff(y)))])
    local = np.stack(
        [np.broadcast_to(z[None], deep.shape), np.broadcast_to(length[:, None], deep.shape), 0 * deep], -1
    ).astype(F)
    made = [grid(_velvet, points, local=local)]
    # The end towards the corridor is closed by a panel in the outline of the seat.
    z0 = SEATS[0]
    base = np.stack([side * (SIDE - d), 0 * d, 0 * d + z0], -1)
    end = np.stack([base, np.stack([side * (SIDE - d), y, 0 * y + z0], -1)]).astype(F)
    made.append(grid(wood(MAHOGANY, 1, 0.35, across=0), end))
    arms = []
    for at in (z0 + 0.02, SEATS[1] - 0.03):
        k = np.linspace(0, 1, 9)
        arm = np.stack([side * (SIDE - 0.16 - 0.44 * k), 0.665 + 0.02 * np.sin(np.pi * k), 0 * k + at], -1)
        arms.append(tube(wood(MAHOGANY, 0, 0.45), arm, 0.034))
        arms.append(
            rod(wood(MAHOGANY, 0, 0.45), (side * (SIDE - 0.57), 0.66, at), (side * (SIDE - 0.57), 0.38, at), 0.022)
        )
    return [*made, joined(arms)]


def _walls() -> list[Solid]:
    """Window wall with its opening, panelled side walls, floor and vault."""
    oak = wood(MAHOGANY, 0, 0.42, seed=3)
    side = wood(MAHOGANY, 2, 0.42, across=1, seed=5)

    def opening(local: Array) -> Mask:
        x, y = local[:, 0] - SIDE, local[:, 1]
        return np.asarray(~((x > LEFT) & (x < RIGHT) & (y > SILL) & (y < HEAD)))

    red = carpet((0.15, 0.034, 0.027), (0.20, 0.085, 0.04), (0.20, 0.13, 0.06), 2 * SIDE, WALL - FRONT)
    made = [
        panel(red, (-SIDE, 0, FRONT), (2 * SIDE, 0, 0), (0, 0, WALL - FRONT)),
        panel(oak, (-SIDE, 0, WALL), (2 * SIDE, 0, 0), (0, 2.6, 0), cut=opening),
        panel(oak, (-SIDE, 0, FRONT), (2 * SIDE, 0, 0), (0, 2.6, 0)),
    ]
    made += [
        panel(wood(MAHOGANY, 0, 0.40, seed=7), (x, 0, FRONT), (0, 0, WALL - FRONT), (0, 2.16, 0)) for x in (-SIDE, SIDE)
    ]
    bars, light_wood = [], wood((0.20, 0.10, 0.055), 0, 0.5)
    for s in (-1, 1):
        x = s * (SIDE - 0.008)
        bars += [rod(light_wood, (x, y, FRONT), (x, y, WALL), 0.017, sides=6) for y in (1.40, 1.98, 2.14)]
        for z0, z1 in ((0.12, 0.80), (0.95, 1.65), (1.80, 2.52)):
            corners = [(x, 1.47, z0), (x, 1.47, z1), (x, 1.71, z1), (x, 1.71, z0), (x, 1.47, z0)]
            bars += [rod(light_wood, a, b, 0.011, sides=5) for a, b in pairwise(corners)]
    made.append(joined(bars))
    frame = [
        box(oak, (LEFT - 0.09, SILL - 0.05, WALL - 0.05), (LEFT, HEAD + 0.09, WALL + 0.10)),
        box(oak, (RIGHT, SILL - 0.05, WALL - 0.05), (RIGHT + 0.09, HEAD + 0.09, WALL + 0.10)),
        box(oak, (LEFT - 0.09, HEAD, WALL - 0.05), (RIGHT + 0.09, HEAD + 0.09, WALL + 0.10)),
        box(oak, (LEFT - 0.12, SILL - 0.06, WALL - 0.11), (RIGHT + 0.12, SILL, WALL + 0.10)),
        box(oak, (LEFT, HEAD - 0.26, WALL - 0.015), (RIGHT, HEAD - 0.235, WALL + 0.05)),
    ]
    for x0, x1 in ((-1.38, -0.74), (-0.06, 0.06), (0.74, 1.38)):
        frame.append(box(side, (x0, 0.20, WALL - 0.02), (x1, 0.66, WALL)))
    made.append(joined(frame))
    a = np.linspace(0, np.pi, 27)[:, None]
    z = np.linspace(FRONT, WALL, 12)[None]
    vault = np.stack([SIDE * np.cos(a) + 0 * z, 2.15 + 0.38 * np.sin(a) ** 0.8 + 0 * z, z + 0 * a], -1).astype(F)
    made.append(grid(plain((0.24, 0.20, 0.15), 0.06, vary=0.10, scale=2), vault))
    ribs = []
    for at in (0.0, 1.33, WALL - 0.06):
        rib = np.stack([1.44 * np.cos(a[:, 0]), 2.14 + 0.38 * np.sin(a[:, 0]) ** 0.8, 0 * a[:, 0] + at], -1)
        ribs.append(tube(wood(MAHOGANY, 0, 0.4), rib, 0.030, sides=7))
    for x in (-0.75, 0.0, 0.75):
        y = 2.145 + 0.38 * math.sqrt(1 - (x / SIDE) ** 2) ** 0.8
        ribs.append(rod(wood(MAHOGANY, 0, 0.4), (x, y, FRONT), (x, y, WALL), 0.012, sides=5))
    return [*made, joined(ribs)]


def _racks(seed: int) -> list[Solid]:
    """Luggage racks of brass and net, and the luggage on them."""
    brass, cord = metal(BRASS, 0.6), plain((0.16, 0.12, 0.07), 0.05)
    bars, made = [], []
    for s in (-1, 1):
        for y, d, r in ((RACK, 0.40, 0.014), (RACK + 0.06, 0.42, 0.011), (RACK, 0.03, 0.010)):
            bars.append(rod(brass, (s * (SIDE - d), y, 0.05), (s * (SIDE - d), y, 2.58), r, sides=7))
        for z in (0.1, 0.93, 1.75, 2.5):
            q = np.linspace(0, 1, 9)
            hook = np.stack([s * (SIDE - 0.42 * q), RACK - 0.16 * (1 - q) ** 2, 0 * q + z], -1)
            bars.append(tube(brass, hook, 0.013, sides=6))

        def mesh(local: Array) -> Mask:
            a, b = np.mod(local[:, 0] / 0.055, 1), np.mod(local[:, 1] / 0.055, 1)
            return np.asarray((np.abs(a + b - 1) < 0.07) | (np.abs(a - b) < 0.07))

        across, z2 = np.meshgrid(np.linspace(0, 1, 7), np.linspace(0.05, 2.58, 13))
        sag = np.stack([s * (SIDE - 0.02 - 0.38 * across), RACK - 0.05 * np.sin(np.pi * across), z2], -1).astype(F)
        made.append(grid(cord, sag, cut=mesh))
    made.append(joined(bars))
    cases = (
        (-1.24, 0.62, 0.18, 0.24, 0.30, (0.17, 0.095, 0.05)),
        (-1.23, 1.72, 0.17, 0.19, 0.24, (0.10, 0.068, 0.05)),
        (1.25, 1.98, 0.18, 0.21, 0.32, (0.13, 0.06, 0.038)),
        (1.25, 0.80, 0.16, 0.16, 0.22, (0.075, 0.085, 0.075)),
        (-1.24, 2.25, 0.15, 0.15, 0.20, (0.16, 0.12, 0.075)),
    )
    for number, (x, z, w, h, d, hue) in enumerate(cases):
        if number < 3 or float(chance(number, seed)) < 0.6:
            y = RACK + 0.005
            made.append(box(plain(hue, 0.2, vary=0.25, scale=9), (x - w, y, z - d), (x + w, y + h, z + d)))
            dark = plain((hue[0] * 0.5, hue[1] * 0.5, hue[2] * 0.5), 0.25)
            straps = [
                box(dark, (x - w - 0.006, y, z + q * d - 0.02), (x + w + 0.006, y + h + 0.006, z + q * d + 0.02))
                for q in (-0.55, 0.55)
            ]
            made.append(joined(straps))
    return made


def _curtain(side: int) -> list[Solid]:
    """A red curtain tied back beside the window."""
    u, v = np.meshgrid(np.linspace(-1, 1, 55), np.linspace(0, 1, 27))
    y = 0.82 + 1.25 * v
    tie = np.exp(-(((y - 1.22) / 0.20) ** 2))
    wide = 0.19 * (1 - 0.62 * tie) * (0.85 + 0.35 * np.clip(1 - v, 0, 1))
    x = side * (1.19 + 0.055 * tie) + wide * u
    z = 2.585 - 0.030 * (1 + np.cos(u * 17 + 2.0 * v)) * (1 - 0.4 * tie) - 0.012 * np.sin(u * 41)

    def velvet(s: Surface) -> Finish:
        fold = 0.62 - 0.38 * np.cos(s.local[:, 0] * 17 + 2 * s.local[:, 1])
        grazing = (1 - np.abs((s.sight * s.n).sum(1))) ** 2
        return Finish(
            (np.asarray(RED, F) * (0.8 + 0.5 * grazing)[:, None]).astype(F), 0.04, 0.0, fold.astype(F), thin=0.1
        )

    local = np.stack([u, v, 0 * u], -1).astype(F)
    cord = np.linspace(0, math.tau, 20)
    ring = np.stack([side * 1.245 + 0.078 * np.cos(cord), 0 * cord + 1.22, 2.55 + 0.06 * np.sin(cord)], -1)
    return [
        grid(velvet, np.stack([x, y, z], -1).astype(F), local=local),
        tube(metal((0.5, 0.34, 0.14), 0.3), ring, 0.012, sides=6),
    ]


def _table() -> tuple[list[Solid], Lamp]:
    top = wood((0.15, 0.070, 0.040), 0, 0.55, seed=9)
    brass = metal(BRASS, 0.65)
    (x0, x1), (z0, z1) = TABLE_X, TABLE_Z
    x, y, z = LAMP

    def shade(s: Surface) -> Finish:
        h = s.local[:, 1]
        facing = np.abs((s.sight * s.n).sum(1))
        light = (0.34 + 0.66 * np.exp(-(((h - 0.06) / 0.09) ** 2))) * (0.55 + 0.45 * facing)
        light = light * (0.94 + 0.06 * np.cos(s.local[:, 0] * 20)) * 0.78
        return Finish(np.full((len(h), 3), 0.3, F), 0.05, emission={"key": np.repeat(light[:, None], 3, 1).astype(F)})

    foot = [
        (0.075, 0),
        (0.078, 0.015),
        (0.03, 0.035),
        (0.014, 0.065),
        (0.012, 0.13),
        (0.022, 0.16),
        (0.012, 0.19),
        (0.010, 0.30),
    ]
    made = [
        box(top, (x0, TABLE - 0.035, z0), (x1, TABLE, z1)),
        rod(brass, (x0, TABLE - 0.017, z0), (x1, TABLE - 0.017, z0), 0.012, casts=False),
        box(wood(MAHOGANY, 1, 0.3, across=0), (-0.15, 0, 2.54), (-0.05, TABLE - 0.035, 2.64)),
        lathe(brass, (x, TABLE, z), foot, casts=False),
        lathe(
            shade,
            (x, y - 0.10, z),
            [(0.145, 0.0), (0.125, 0.07), (0.095, 0.145), (0.062, 0.185)],
            sides=28,
            casts=False,
        ),
        rod(metal(BRASS, 0.6), (LEFT - 0.34, 2.075, 2.60), (RIGHT + 0.34, 2.075, 2.60), 0.013, casts=False),
    ]

    def out(v: Array) -> Array:
        up = v[:, 1] / (np.linalg.norm(v, axis=1) + 1e-6)
        return np.asarray(0.55 + 0.55 * step(0.55, 0.85, up) + 0.75 * step(-0.40, -0.75, up), F)

    return made, Lamp("key", (x, y - 0.02, z), 1.45, 0.08, shade=out, bounce=0.12, reach=2.0, skin=0.37)


def _roof_lamp() -> list[Solid]:
    """A small lamp in the vault, turned down for the night."""
    return [
        lathe(metal(BRASS, 0.5), (0, 2.44, 0.75), [(0.10, 0.09), (0.105, 0.06), (0.085, 0.05)], casts=False),
        ball(glow("roof", (0.40, 0.36, 0.30)), (0, 2.475, 0.75), (0.08, 0.055, 0.08), casts=False),
    ]


def _frosted(local: Array) -> Mask:
    """Crystals of ice at the edges of the pane."""
    x, y = local[:, 0], local[:, 1]
    edge = np.minimum(np.minimum(x, RIGHT - LEFT - x), np.minimum(y, 3.5 * (HEAD - SILL - y)))
    fern = quick_fbm(x * 9 + 2 * quick_noise(x * 3, y * 3, 4), y * 9, 7, 4)
    fine = quick_noise(x * 55, y * 55, 3)
    return np.asarray(0.75 * fern + 0.25 * fine > 0.44 + 2.4 * edge)


def _frost(s: Surface) -> Finish:
    shine = 0.035 + 0.06 * quick_noise(s.local[:, 0] * 70, s.local[:, 1] * 70, 5)
    return Finish(
        np.full((len(s.p), 3), 0.14, F), 0.3, emission={"moon": (shine[:, None] * np.ones(3)).astype(F)}, thin=0.6
    )


def _snowfield(s: Surface) -> Finish:
    """Moonlit snow that fades into mist."""
    far = np.clip((s.p[:, 2] - 4) / 160, 0, 1)
    drift = quick_fbm(s.p[:, 0] * 0.05, s.p[:, 2] * 0.10, 4, 4)
    light = (0.050 + 0.060 * far) * (0.55 + 0.9 * drift)
    return Finish(
        np.zeros((len(s.p), 3), F), emission={"moon": (light[:, None] * np.array([0.95, 1.0, 1.0])).astype(F)}
    )


def _outside(seed: int) -> list[Solid]:
    made = [panel(_snowfield, (-330, -1.9, 5), (660, 0, 0), (0, 0, 200), casts=False)]
    rows = (
        (205.0, land.hills(26, 90, seed + 5, 0.3), (0.070, 0.072, 0.080), 0.5),
        (150.0, land.hills(11, 60, seed + 9, 0.2), (0.060, 0.062, 0.068), 0.3),
        (110.0, land.treeline(9.0, seed + 2, pointed=True, width=4.2, base=-2.0), (0.020, 0.022, 0.026), 0.7),
    )
    for z, profile, colour, haze in rows:
        made.append(land.ridge(z, profile, colour=colour, group="moon", x=(-330, 330), foot=-2.0, haze=haze))
    return made


def solids(seed: int) -> Scenery:
    """The compartment for a seed: its luggage, and the land outside."""
    table, lamp = _table()
    parts = [*_walls(), *_seat(-1), *_seat(1), *_racks(seed), *_curtain(-1), *_curtain(1), *table, *_roof_lamp()]
    parts.append(
        panel(_frost, (LEFT, SILL, WALL + 0.06), (RIGHT - LEFT, 0, 0), (0, HEAD - SILL, 0), cut=_frosted, casts=False)
    )
    parts += _outside(seed % 61)
    if float(chance(8, seed)) < 0.6:
        hue = ((0.16, 0.05, 0.04), (0.06, 0.08, 0.12))[int(2 * chance(9, seed))]
        parts.append(box(plain(hue, 0.25), (0.22, TABLE, 2.40), (0.36, TABLE + 0.028, 2.60), yaw=0.4))
    sources: tuple[Source, ...] = (
        lamp,
        Lamp("roof", (0, 2.40, 0.75), 0.62, 0.10, shadow=1.0, bounce=0.16, reach=2.0, skin=0.2),
        Sky("sky", 0.10, below=0.8),
        Pane("moon", (LEFT, SILL, WALL + 0.08), (RIGHT - LEFT, 0, 0), (0, HEAD - SILL, 0), 0.55),
    )
    return Scenery(tuple(parts), sources, ("key", "roof", "moon", "sky"), sky_open=False)


def light(atmosphere: Atmosphere) -> PlaceLight:
    """Both lamps burn all night; the land outside follows the hour."""
    outside = hour_light(atmosphere)
    cosy = 1.0 + 0.15 * atmosphere.warmth
    return PlaceLight(
        {
            "key": life.scaled((1.0, 0.50, 0.18), cosy),
            "roof": life.scaled((1.0, 0.46, 0.15), cosy),
            "moon": outside.window,
            "sky": outside.sky,
        },
        night_palette(outside, key=(1.0, 0.50, 0.18), rim=(0.018, 0.022, 0.036)),
        outside.stage,
    )


def flicker(group: str, t: float) -> float:
    """Lamps tremble a little with the train."""
    return 1.0 if group == "moon" else life.fire_flicker(t, 6 if group == "key" else 7, 0.02)


def _passing_lights(moment: PlaceMoment) -> Dots:
    """Lit windows of farms far off, which wander past the window."""
    count, span = 26, 520.0
    a = uniform(moment.seed, 91, 5 * count).reshape(count, 5)
    z = 60.0 + 75.0 * a[:, 1]
    # What is nearer passes more quickly by itself: all share one speed.
    x = np.mod(a[:, 0] * span - SPEED * moment.t, span) - span / 2
    points = np.stack([x, -1.3 + 1.6 * a[:, 2] ** 2, z], -1)
    fade = np.clip((span / 2 - np.abs(x)) / 40, 0, 1)
    size = f32(0.35 + 0.35 * a[:, 3])
    warm = f32((1.0, 0.55, 0.20))[None] * f32(0.55 * fade * (0.4 + 0.6 * a[:, 4]))[:, None]
    view = life.seen_from(moment.framing, points)
    near = view[:, 2] > 1.0
    return Dots(view[near], size[near], f32(warm[near]), reflect=False)


def small_life(moment: PlaceMoment) -> tuple[Form, ...]:
    """Moon and lights far off, snow that streams past the window, dust by the lamp."""
    lamp, moon = moment.light.tints["key"], moment.light.tints["moon"]
    f, t = moment.framing, moment.t
    falling = moment.atmosphere.weather == "snow"
    pale = life.scaled((0.35 + 0.4 * moon[0], 0.36 + 0.4 * moon[1], 0.42 + 0.3 * moon[2]), 0.65 if falling else 0.34)
    return (
        *life.moon(f, (0.16, 0.115, 1.0), hour_light(moment.atmosphere).moon, size=9.0),
        _passing_lights(moment),
        life.snowfall(
            f, t, moment.seed, ((-9.0, -1.8, 3.6), (9.0, 4.0, 15.0)), pale, count=900 if falling else 420, wind=-2.2
        ),
        life.dust(
            f,
            t,
            moment.seed,
            ((-1.3, 0.7, 1.3), (0.6, 2.0, 2.6)),
            LAMP,
            life.scaled(lamp, 0.5),
            count=140,
            reach=0.7,
            size=0.005,
        ),
    )


PLACE = Place(
    name="train_compartment",
    framings=(
        Framing(
            "door",
            (0.12, 1.38, -1.55),
            -0.03,
            1.55,
            0.10,
            Move(push=0.04),
            calm=(CalmSpot(-1.15, 0.5), CalmSpot(1.15, 0.5)),
        ),
        Framing(
            "window",
            (0.12, 1.32, 0.70),
            -0.02,
            1.28,
            0.05,
            Move(drift=0.04),
            calm=(CalmSpot(0.0, 0.28, 0.22), CalmSpot(1.35, 0.35)),
        ),
        Framing(
            "corner",
            (0.80, 1.16, -0.35),
            -0.50,
            1.35,
            0.05,
            Move(drift=-0.04),
            calm=(CalmSpot(-0.95, 0.12, 0.25), CalmSpot(1.3, 0.45)),
        ),
    ),
    anchors=(
        Anchor(
            "seat_left",
            (-0.98, SEAT, 1.75),
            "seat",
            1.9,
            "hero",
            ("door", "corner"),
            -1.57,
            ("sit", "read", "look", "travel", "dream"),
        ),
        Anchor(
            "seat_right", (0.98, SEAT, 1.75), "seat", 1.9, "hero", ("door",), 1.57, ("sit", "sleep", "talk", "write")
        ),
        Anchor("floor", (0.10, 0.0, 1.70), "floor", 1.9, "hero", ("door",), 0.0, ("stand", "look", "wait")),
        Anchor(
            "cushion",
            (-0.98, SEAT, 2.40),
            "seat",
            0.6,
            "companion",
            ("door", "corner"),
            -1.57,
            holds=("cat", "dog"),
            verbs=("sleep", "curl"),
        ),
        Anchor("cushion_right", (0.98, SEAT, 2.42), "seat", 0.5, "companion", ("door",), 1.57, holds=("box", "violin")),
        Anchor(
            "table_middle", (0.02, TABLE, 2.36), "top", 0.40, "hero", holds=("book", "glass", "map", "paper", "flower")
        ),
        Anchor("table_right", (0.30, TABLE, 2.30), "top", 0.30, "companion", holds=("candle", "clock", "bottle")),
        Anchor("sill", (0.70, SILL, 2.65), "top", 0.24, "companion", ("door", "window")),
        Anchor("ceiling", (0.0, 2.40, 1.6), "hang", 0.5, "companion", ("door",)),
        Anchor("air", (0.35, 1.50, 1.9), "air", 0.4, "companion", ("door", "window")),
        Anchor("window", (0.30, 1.42, 3.4), "view", 0.9, "backdrop"),
        Anchor("window_land", (2.0, -0.4, 45.0), "view", 12.0, "backdrop", ("door", "window"), smallest=2.0),
    ),
    solids=solids,
    light=light,
    life=small_life,
    flicker=flicker,
)
