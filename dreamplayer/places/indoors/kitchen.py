"""A farmhouse kitchen: an inglenook with an iron range, copper on a rail, a stone sink under the window, a long table.

Six metres by seven, 2.75 m high; x from -3 to 3, z from the door (-2.6) to the back wall (4.4). Groups of light: "key"
is the oil lamp on the table, "fire" the range, "moon" the night that comes through the window.
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
    brick,
    chance,
    china,
    cloth,
    iron,
    metal,
    mixed,
    plain,
    plaster,
    tiles,
    wood,
)
from dreamplayer.drawing.solids.shapes import ball, box, joined, lathe, panel, rod, room, tube
from dreamplayer.drawing.solids.solid import Array, F, Finish, Lamp, Mask, Pane, Scenery, Sky, Solid, Sun, Surface
from dreamplayer.kit.noise import quick_fbm, quick_noise
from dreamplayer.model.atmosphere import Atmosphere
from dreamplayer.model.place import Anchor, CalmSpot, Framing, Move

SIDE, CEILING, BACK, FRONT = 3.0, 2.75, 4.4, -2.6
LEFT, RIGHT, SILL, HEAD = 0.35, 1.95, 1.00, 2.24
"""The window in the back wall."""
TABLE = 0.765
"""Height of the table."""
LAMP_FOOT = (0.42, TABLE, 2.62)
EMBERS = (-1.87, 0.56, 3.66)
MANTEL = 1.64
_BRICK = (0.19, 0.10, 0.07)


def _shell() -> list[Solid]:
    floor = tiles((0.150, 0.098, 0.074), 0.36, mirror=0.30, gloss=0.5)
    wall = plaster((0.34, 0.29, 0.225), low=(0.115, 0.105, 0.095), line=0.92)
    boards = wood((0.115, 0.085, 0.064), along=0, plank=0.19, across=2, gloss=0.1, grain=0.45)
    opening = ("Z", LEFT, RIGHT, SILL, HEAD)
    made = list(
        room((-SIDE, 0, FRONT), (SIDE, CEILING, BACK), floor=floor, wall=wall, ceiling=boards, openings=[opening])
    )
    beam = wood((0.10, 0.062, 0.038), along=2, gloss=0.12, across=0)
    made += [
        box(beam, (x - 0.075, CEILING - 0.20, FRONT), (x + 0.075, CEILING, BACK)) for x in (-2.45, -1.2, 0.05, 1.3, 2.5)
    ]
    return made


def _garden(s: Surface) -> Finish:
    """Trees in moonlit mist behind the window."""
    y = s.p[:, 1]
    mist = np.exp(-(((y + 0.5) / 1.5) ** 2)) * (0.6 + 0.8 * quick_fbm(s.p[:, 0] * 0.25, y * 0.5, 3, 3))
    light = (0.010 + 0.050 * mist)[:, None] * np.array([0.9, 1.0, 1.0], F)
    return Finish(np.zeros((len(y), 3), F), emission={"moon": light.astype(F)})


def _treetops(local: Array) -> Mask:
    x, y = local[:, 0] - 30.0, local[:, 1] - 3.0
    crown = np.zeros_like(x)
    for middle, half, tall in (
        (-6, 3.2, 3.6),
        (0.6, 2.4, 2.7),
        (6.2, 3.4, 4.3),
        (11.5, 2.6, 3.0),
        (17, 3.5, 4.0),
        (-13, 3, 3.4),
    ):
        crown = np.maximum(crown, tall * np.sqrt(np.clip(1 - ((x - middle) / half) ** 2, 0, 1)))
    ragged = (0.80 + 0.20 * quick_fbm(x * 1.4, y * 1.4, 6, 2)) * crown * 0.82 - 0.34 * (
        quick_fbm(x * 3, y * 3, 2, 4) - 0.5
    )
    return np.asarray(y < 0.95 + 0.35 * quick_noise(x * 0.6, 0 * x, 4) + ragged)


def _window() -> list[Solid]:
    made = fit.window(BACK, LEFT, RIGHT, SILL, HEAD, reveal=plaster((0.36, 0.32, 0.26), stain=0.0))
    made += fit.curtains(BACK, LEFT, RIGHT, SILL - 0.12, HEAD + 0.09, (0.26, 0.105, 0.075), drawn=0.06)
    made.append(panel(_garden, (-30, -3, 30), (60, 0, 0), (0, 9, 0), cut=_treetops, casts=False))
    return made


def _sink() -> list[Solid]:
    stone = plain((0.26, 0.25, 0.235), 0.35, vary=0.2, scale=9)
    tap = metal((0.55, 0.40, 0.2))
    jug = [(0.05, 0), (0.10, 0.04), (0.115, 0.12), (0.075, 0.20), (0.062, 0.26), (0.075, 0.29)]
    return [
        box(stone, (0.62, 0.66, 3.86), (1.62, 0.90, BACK)),
        box(plain((0.05, 0.05, 0.05)), (0.70, 0.895, 3.93), (1.54, 0.902, BACK - 0.08), casts=False),
        box(brick(_BRICK), (0.68, 0, 3.95), (0.86, 0.66, BACK)),
        box(brick(_BRICK), (1.38, 0, 3.95), (1.56, 0.66, BACK)),
        box(wood(fit.PINE, 0, 0.3), (1.62, 0.83, 3.88), (2.42, 0.88, BACK)),
        box(wood((0.12, 0.13, 0.115), 1, 0.25, plank=0.2, across=0), (1.68, 0.06, 3.93), (2.40, 0.83, BACK)),
        rod(tap, (1.12, 0.9, 4.34), (1.12, 1.16, 4.34), 0.016),
        rod(tap, (1.12, 1.15, 4.35), (1.12, 1.12, 4.17), 0.014),
        panel(cloth((0.30, 0.29, 0.26), seed=3), (0.74, 0.52, 3.852), (0.26, 0, 0), (0, 0.40, 0), casts=False),
        lathe(china((0.38, 0.37, 0.34)), (2.0, 0.88, 4.14), jug),
    ]


def _embers(s: Surface) -> Finish:
    """Bars before embers; local coordinates are metres over the fire door."""
    u, v = s.local[:, 0], s.local[:, 1]
    bars = np.abs(np.mod(u / 0.042, 1) - 0.5) < 0.23
    heat = np.clip(1.25 - v / 0.17, 0, 1) * np.clip(0.35 + 1.6 * (quick_fbm(u * 26, v * 26, 2, 3) - 0.35), 0, 1.2)
    light = np.stack([heat * 2.1, heat**1.7 * 0.62, heat**2.6 * 0.10], -1) * bars[:, None]
    return Finish(np.full((len(u), 3), 0.02, F), 0.2, emission={"fire": light.astype(F)})


def _hearth() -> list[Solid]:
    """The inglenook, the range in it, and what stands on range and mantel."""
    left, right, inner, outer, tall, front = -2.62, -0.62, -2.30, -0.94, 1.42, 3.98
    lime = plaster((0.33, 0.285, 0.225), stain=0.15)
    sooty = brick((0.20, 0.095, 0.06), soot=lambda p: np.clip(0.25 + 0.6 * (p[:, 1] - 0.6), 0.1, 0.85))
    made = [
        box(lime, (left, 0, front), (inner, CEILING, BACK)),
        box(lime, (outer, 0, front), (right, CEILING, BACK)),
        box(lime, (inner, tall, front + 0.02), (outer, CEILING, BACK)),
        box(
            wood((0.115, 0.066, 0.038), 0, 0.25, seed=4),
            (left - 0.06, tall, front - 0.10),
            (right + 0.06, MANTEL, front + 0.1),
        ),
        box(sooty, (inner, 0, BACK - 0.02), (outer, tall, BACK), casts=False),
        box(brick((0.18, 0.09, 0.06)), (inner - 0.02, 0, front + 0.001), (inner + 0.004, tall, BACK), casts=False),
        box(brick((0.18, 0.09, 0.06)), (outer - 0.004, 0, front + 0.001), (outer + 0.02, tall, BACK), casts=False),
        box(plain((0.22, 0.20, 0.185), 0.3, vary=0.3, scale=5), (left, 0, 3.42), (right, 0.035, front)),
    ]
    a, b, z = -2.12, -1.12, 3.86
    brass = metal((0.6, 0.45, 0.24), 0.6)
    made += [
        box(iron(), (a, 0.10, z), (b, 0.80, BACK - 0.04)),
        box(iron((0.045, 0.042, 0.044), 0.6), (a - 0.03, 0.80, z - 0.05), (b + 0.03, 0.835, BACK - 0.03)),
        box(iron(gloss=0.5), (a + 0.04, 0.40, z - 0.018), (a + 0.46, 0.74, z)),
        box(iron(gloss=0.5), (b - 0.40, 0.16, z - 0.018), (b - 0.04, 0.74, z)),
        box(iron(), (a + 0.04, 0.14, z - 0.018), (a + 0.46, 0.33, z)),
        panel(_embers, (a + 0.09, 0.47, z - 0.0195), (0.31, 0, 0), (0, 0.19, 0), casts=False),
        rod(brass, (a - 0.02, 0.77, z - 0.085), (b + 0.02, 0.77, z - 0.085), 0.013),
        ball(brass, (b - 0.36, 0.46, z - 0.04), 0.02, rings=6, sides=8),
        lathe(iron(), (-1.88, 0, 4.22), [(0.085, 0.83), (0.085, 1.5)], casts=False),
    ]
    made += [box(iron(), (x - 0.03, 0, z + 0.02), (x + 0.03, 0.1, z + 0.08)) for x in (a + 0.05, b - 0.05)]
    made += _kettle((-1.42, 0.835, 4.08))
    pot = [(0.10, 0), (0.115, 0.02), (0.12, 0.13), (0.128, 0.14), (0.10, 0.15), (0.0, 0.165)]
    made.append(lathe(iron((0.05, 0.05, 0.055), 0.4), (-1.87, 0.835, 3.99), pot))
    stick = [(0.06, 0), (0.055, 0.012), (0.012, 0.03), (0.012, 0.14), (0.022, 0.15), (0.022, 0.17)]
    jar = [(0.05, 0), (0.062, 0.05), (0.05, 0.13), (0.036, 0.16), (0.045, 0.175)]
    made += [
        lathe(metal(fit.BRASS, 0.6), (-1.30, MANTEL, 3.96), stick),
        lathe(plain((0.42, 0.39, 0.32), 0.2), (-1.30, MANTEL + 0.17, 3.96), [(0.013, 0), (0.012, 0.10), (0.0, 0.11)]),
        lathe(china((0.33, 0.24, 0.15), (0.10, 0.06, 0.04)), (-0.98, MANTEL, 3.96), jar),
    ]
    return made


def _kettle(foot: tuple[float, float, float]) -> list[Solid]:
    x, y, z = foot
    copper = metal((0.66, 0.30, 0.17), 0.6)
    body = [
        (0.13, 0),
        (0.145, 0.03),
        (0.135, 0.11),
        (0.085, 0.165),
        (0.035, 0.18),
        (0.03, 0.19),
        (0.012, 0.205),
        (0.0, 0.215),
    ]
    angle = np.linspace(0, math.pi, 9)
    handle = np.stack([x + 0.12 * np.cos(angle), y + 0.14 + 0.13 * np.sin(angle), z + 0 * angle], -1)
    return [
        lathe(copper, foot, body),
        rod(copper, (x + 0.11, y + 0.07, z), (x + 0.22, y + 0.17, z), 0.02),
        tube(iron(), handle, 0.009, casts=False),
    ]


def _copper() -> list[Solid]:
    """Pans and pots on a rail that hangs before the chimney breast."""
    y, z = 2.22, 3.72
    copper, back = metal(fit.COPPER, 0.62), metal((0.42, 0.19, 0.11), 0.5)
    made = [rod(iron(), (-2.5, y, z), (-0.55, y, z), 0.014)]
    made += [rod(iron(), (x, y, z), (x, CEILING, z), 0.008, casts=False) for x in (-2.42, -0.63)]
    for x, r in ((-2.27, 0.165), (-1.92, 0.135), (-1.62, 0.105)):
        low = y - 0.27 - r * 0.85
        made += [
            rod(iron((0.05, 0.045, 0.04)), (x, y, z), (x, y - 0.27, z), 0.010, casts=False),
            ball(back, (x, low, z + 0.035), (r, r, 0.012)),
            ball(copper, (x, low, z + 0.02), (r * 0.90, r * 0.90, r * 0.50), casts=False),
        ]
    for x, r in ((-1.24, 0.16), (-0.84, 0.125)):
        low = y - 0.33
        pot = [(0.0, 0.0), (r * 0.8, 0.0), (r, 0.05), (r * 0.95, 0.16), (r * 1.05, 0.17), (r * 1.05, 0.18)]
        bow = [
            (x - r, low + 0.17, z),
            (x - r * 0.3, low + 0.31, z),
            (x + r * 0.3, low + 0.31, z),
            (x + r, low + 0.17, z),
        ]
        made += [lathe(copper, (x, low, z), pot), tube(copper, bow, 0.008, casts=False)]
    return made


def _dresser() -> list[Solid]:
    x, z0, z1 = 2.48, 2.35, 3.95
    along, up = wood((0.15, 0.085, 0.05), 2, 0.35, seed=7, across=0), wood((0.15, 0.085, 0.05), 1, 0.35, seed=8)
    made = [
        box(up, (x, 0.06, z0), (SIDE, 0.88, z1)),
        box(along, (x - 0.03, 0.88, z0 - 0.03), (SIDE, 0.92, z1 + 0.03)),
        box(wood((0.09, 0.055, 0.036), 1, 0.1, plank=0.16), (SIDE - 0.03, 0.92, z0), (SIDE, 2.2, z1), casts=False),
        box(up, (2.68, 0.92, z0), (SIDE, 2.25, z0 + 0.04)),
        box(up, (2.68, 0.92, z1 - 0.04), (SIDE, 2.25, z1)),
        box(along, (2.60, 2.22, z0 - 0.05), (SIDE, 2.30, z1 + 0.05)),
    ]
    knobs = []
    for z in (z0 + 0.06, (z0 + z1) / 2 + 0.02):
        wide = (z1 - z0) / 2 - 0.1
        made.append(box(up, (x - 0.014, 0.12, z), (x, 0.60, z + wide)))
        made.append(box(along, (x - 0.014, 0.66, z), (x, 0.83, z + wide)))
        knobs += [(x - 0.03, 0.745, z + wide / 2), (x - 0.03, 0.38, z + 0.05)]
    made.append(joined([ball(metal((0.5, 0.38, 0.2), 0.6), k, 0.019, rings=6, sides=8) for k in knobs]))
    for y, r, gap in ((1.32, 0.125, 0.27), (1.76, 0.11, 0.24)):
        made.append(box(along, (2.70, y, z0), (SIDE, y + 0.025, z1)))
        made += [_plate((2.90, y + 0.03 + r, z), r) for z in np.arange(z0 + 0.19, z1 - 0.1, gap)]
    cup = [(0.03, 0), (0.042, 0.02), (0.045, 0.085)]
    made.append(
        joined(
            [
                lathe(china((0.36, 0.37, 0.38)), (2.74, 1.195, float(z)), cup, sides=12)
                for z in np.arange(z0 + 0.16, z1 - 0.1, 0.30)
            ]
        )
    )
    jug = [(0.06, 0), (0.09, 0.05), (0.085, 0.13), (0.05, 0.2), (0.06, 0.24)]
    bowl = [(0.10, 0), (0.15, 0.06), (0.17, 0.11), (0.165, 0.12)]
    made.append(lathe(china((0.40, 0.36, 0.28), (0.20, 0.10, 0.05)), (2.72, 0.92, 2.72), jug))
    made.append(lathe(plain((0.33, 0.25, 0.15), 0.2), (2.70, 0.92, 3.35), bowl))
    return made


def _plate(middle: tuple[float, float, float], radius: float) -> Solid:
    """A plate that stands upright against the back of the dresser."""

    def glaze(s: Surface) -> Finish:
        q = np.hypot(s.local[:, 1], s.local[:, 2]) / radius
        band = np.clip(np.exp(-(((q - 0.80) / 0.07) ** 2)) + 0.5 * np.exp(-(((q - 0.30) / 0.10) ** 2)), 0, 1)
        rim = 0.82 + 0.25 * np.clip((q - 0.55) / 0.07, 0, 1)
        return Finish(mixed((0.42, 0.42, 0.40), (0.05, 0.09, 0.22), (0.85 * band).astype(F)) * rim[:, None], 0.72)

    return ball(glaze, middle, (0.028, radius, radius), rings=10, sides=20)


def _laid_table() -> list[Solid]:
    made = fit.table((0.25, 0, 2.6), length=2.2, width=0.9)
    made += [
        box(wood(fit.PINE, 0, 0.15, seed=3), (-0.28, TABLE, 2.42), (0.10, TABLE + 0.02, 2.66), yaw=0.25),
        ball(plain((0.30, 0.165, 0.07), 0.12, vary=0.45, scale=22), (-0.09, 0.835, 2.54), (0.14, 0.065, 0.085)),
        lathe(
            china((0.30, 0.30, 0.29), (0.06, 0.09, 0.18)),
            (0.93, TABLE, 2.68),
            [(0.06, 0), (0.07, 0.01), (0.13, 0.06), (0.155, 0.095), (0.15, 0.10)],
        ),
        lathe(
            china((0.40, 0.36, 0.30), (0.22, 0.08, 0.05)),
            (0.14, TABLE, 2.36),
            [(0.026, 0), (0.038, 0.02), (0.042, 0.08), (0.037, 0.08)],
        ),
    ]
    hues = ((0.36, 0.06, 0.035), (0.30, 0.19, 0.05), (0.33, 0.11, 0.04))
    for k in range(6):
        spot = (
            (0.93, 0.905, 2.68)
            if k == 0
            else (0.93 + 0.07 * math.cos(1.05 * k), 0.86, 2.68 + 0.07 * math.sin(1.05 * k))
        )
        made.append(ball(plain(hues[k % 3], 0.5, vary=0.3, scale=20), spot, 0.043, rings=8, sides=12))
    made += fit.chair((-0.35, 0, 3.38)) + fit.chair((0.85, 0, 3.42), 0.15) + fit.chair((0.78, 0, 1.90), math.pi + 0.42)
    return made


def _rug(s: Surface) -> Finish:
    """A rag rug: rings of old cloth."""
    ring = np.hypot(s.local[:, 0] / 1.3 - 0.5, s.local[:, 1] / 0.75 - 0.5)
    k = np.floor(ring * 15)
    hue = np.stack([0.07 + 0.17 * chance(k, 1), 0.07 + 0.085 * chance(k, 1), 0.065 + 0.035 * chance(k, 3)], -1)
    return Finish((hue * (0.7 + 0.5 * quick_noise(s.p[:, 0] * 60, s.p[:, 2] * 60))[:, None]).astype(F), 0.02)


def _oval(local: Array) -> Mask:
    return np.asarray((local[:, 0] / 1.3 - 0.5) ** 2 + (local[:, 1] / 0.75 - 0.5) ** 2 < 0.25)


def _clutter(seed: int) -> list[Solid]:
    made: list[Solid] = []
    hooks = (
        (0.05, 3.3, 2.55, (0.085, 0.095, 0.045)),
        (0.06, 2.98, 2.53, (0.11, 0.08, 0.07)),
        (1.30, 3.5, 2.53, (0.10, 0.085, 0.04)),
        (1.31, 2.75, 2.52, (0.09, 0.10, 0.05)),
        (-1.2, 2.9, 2.53, (0.10, 0.085, 0.045)),
        (2.5, 2.2, 2.53, (0.09, 0.085, 0.05)),
    )
    for k, (x, z, y, hue) in enumerate(hooks):
        # Which bunches hang there is the seed's; the beams are never bare.
        if k < 2 or float(chance(k, seed)) < 0.8:
            made += fit.herbs(
                (x, y, z), colour=hue, radius=0.075 + 0.02 * float(chance(k, seed + 9)), seed=k + seed % 7
            )
    onions = [(-0.40 + 0.035 * ((k % 3) - 1), 2.33 - 0.062 * k, 3.92 - 0.03 * (k % 2)) for k in range(9)]
    made.append(
        joined(
            [
                ball(plain((0.30, 0.155, 0.06), 0.45, vary=0.3, scale=18), o, (0.042, 0.036, 0.042), rings=6, sides=10)
                for o in onions
            ]
        )
    )
    made.append(panel(_rug, (-2.25, 0.006, 2.55), (1.3, 0, 0), (0, 0, 0.75), cut=_oval, casts=False))
    made.append(
        lathe(wood((0.20, 0.13, 0.07), 1, 0.1), (-2.66, 0, 3.25), [(0.20, 0), (0.24, 0.1), (0.26, 0.32), (0.245, 0.34)])
    )
    made += fit.logs((-2.66, 0.22, 3.25), 5)
    shelf = wood((0.15, 0.088, 0.05), 2, 0.3, seed=11, across=0)
    made += [
        box(shelf, (-SIDE, 1.62, 1.55), (-SIDE + 0.20, 1.65, 3.05)),
        box(shelf, (-SIDE, 1.50, 1.55), (-SIDE + 0.03, 1.57, 3.05)),
    ]
    jars = (
        (1.72, 0.07, 0.20),
        (1.92, 0.055, 0.15),
        (2.10, 0.08, 0.24),
        (2.36, 0.06, 0.13),
        (2.55, 0.065, 0.22),
        (2.80, 0.075, 0.17),
    )
    for k, (z, r, h) in enumerate(jars):
        hue = ((0.20, 0.13, 0.075), (0.26, 0.24, 0.20), (0.10, 0.12, 0.13))[k % 3]
        made.append(
            lathe(
                plain(hue, 0.5),
                (-SIDE + 0.11, 1.65, z),
                [(r * 0.8, 0), (r, 0.03), (r, h * 0.8), (r * 0.7, h * 0.92), (r * 0.72, h), (0.0, h + 0.01)],
            )
        )
    return made


def solids(seed: int) -> Scenery:
    """The kitchen for a seed: which bunches of herbs hang from its beams."""
    lamp_parts, lamp = fit.oil_lamp(LAMP_FOOT)

    def into_room(v: Array) -> Array:
        return np.asarray(np.clip(0.15 - 0.95 * v[:, 2] / (np.linalg.norm(v, axis=1) + 1e-6), 0.02, 1), F)

    parts = (
        _shell()
        + _window()
        + _sink()
        + _hearth()
        + _copper()
        + _dresser()
        + _laid_table()
        + _clutter(seed)
        + lamp_parts
    )
    sources = (
        lamp,
        Lamp("fire", EMBERS, 1.5, 0.12, shade=into_room, bounce=0.10, reach=1.6, skin=0.35),
        Lamp("fire", (-1.62, 0.98, 4.12), 0.14, 0.10, shadow=0.6, bounce=0.05, reach=0.8, skin=0.3),
        Sky("sky", 0.075, below=0.8),
        Sun("moon", (0.72, 0.56, 0.66), 2.6, dust=0.012, dust_reach=4.9),
        Pane("moon", (LEFT, SILL, BACK + 0.2), (RIGHT - LEFT, 0, 0), (0, HEAD - SILL, 0), 0.9),
    )
    return Scenery(tuple(parts), sources, ("key", "fire", "moon", "sky"), sky_open=False)


def light(atmosphere: Atmosphere) -> PlaceLight:
    """Lamp and embers all night; what comes through the window follows the hour."""
    outside = hour_light(atmosphere)
    cosy = 1.0 + 0.15 * atmosphere.warmth
    return PlaceLight(
        {
            "key": life.scaled((1.0, 0.52, 0.20), cosy),
            "fire": life.scaled((1.15, 0.41, 0.115), cosy),
            "moon": outside.window,
            "sky": outside.sky,
        },
        night_palette(outside, key=(1.0, 0.50, 0.18), rim=(0.020, 0.026, 0.045)),
        outside.stage,
    )


def flicker(group: str, t: float) -> float:
    """The lamp is steady, the fire breathes."""
    if group == "moon":
        return 1.0
    return life.fire_flicker(t, 3, 0.035) if group == "key" else life.fire_flicker(t, 1, 0.16)


def small_life(moment: PlaceMoment) -> tuple[Form, ...]:
    """Steam from the kettle and a cup, dust by the lamp."""
    lamp, fire = moment.light.tints["key"], moment.light.tints["fire"]
    f, t = moment.framing, moment.t
    steamy = (0.35 * lamp[0] + 0.34 * fire[0], 0.35 * lamp[1] + 0.34 * fire[1], 0.35 * lamp[2] + 0.34 * fire[2])
    return (
        life.steam(f, t, moment.seed, (-1.20, 1.02, 4.06), steamy, height=1.0),
        life.steam(
            f, t, moment.seed + 5, (0.14, 0.86, 2.36), life.scaled(lamp, 0.9), height=0.34, width=0.04, count=26
        ),
        life.dust(f, t, moment.seed, ((-2.2, 0.7, 1.0), (2.4, 2.6, 4.2)), (0.42, 1.06, 2.62), life.scaled(lamp, 0.55)),
    )


PLACE = Place(
    name="kitchen",
    framings=(
        Framing(
            "door",
            (0.12, 1.50, -0.72),
            -0.035,
            1.80,
            0.05,
            Move(push=0.04),
            calm=(CalmSpot(-0.12, 0.5), CalmSpot(-1.3, 0.55), CalmSpot(0.98, 0.64, 0.26)),
        ),
        Framing(
            "table",
            (0.95, 1.28, 0.85),
            -0.30,
            1.45,
            0.10,
            Move(drift=0.04),
            calm=(CalmSpot(-0.2, 0.58), CalmSpot(-1.3, 0.45)),
        ),
        Framing(
            "hearth",
            (-0.92, 0.92, 1.55),
            -0.33,
            1.25,
            -0.22,
            Move(rise=0.04),
            calm=(CalmSpot(-0.9, 0.45), CalmSpot(0.16, 0.68, 0.22)),
        ),
    ),
    anchors=(
        Anchor(
            "table_middle", (0.05, TABLE, 2.85), "top", 0.55, "hero", ("door", "table"), verbs=("cook", "knead", "cut")
        ),
        Anchor("table_left", (-0.55, TABLE, 2.62), "top", 0.40, framings=("door", "table")),
        Anchor("table_right", (1.12, TABLE, 2.45), "top", 0.40, framings=("door",)),
        Anchor(
            "floor_left",
            (-1.28, 0.0, 2.95),
            "floor",
            1.9,
            "hero",
            ("door",),
            facing=-1.9,
            verbs=("stand", "look", "wait", "walk", "come", "knead", "chop"),
        ),
        Anchor(
            "floor_hearth",
            (-1.28, 0.04, 3.30),
            "floor",
            1.2,
            "hero",
            ("door", "hearth"),
            holds=("cat", "dog"),
            verbs=("sleep", "curl", "lie", "kneel", "warm"),
        ),
        Anchor(
            "chair_left",
            (-0.35, 0.475, 3.34),
            "seat",
            1.9,
            "hero",
            ("door", "table"),
            verbs=("sit", "eat", "drink", "read", "sew"),
        ),
        Anchor(
            "floor_right",
            (1.80, 0.0, 2.60),
            "floor",
            1.9,
            framings=("door",),
            facing=2.2,
            verbs=("stand", "cook", "wash"),
        ),
        Anchor(
            "range_top", (-1.62, 0.835, 4.02), "top", 0.35, holds=("kettle", "pot", "pan"), framings=("door", "hearth")
        ),
        Anchor("mantel", (-1.75, MANTEL, 3.98), "top", 0.34, holds=("clock", "candle")),
        Anchor(
            "sill",
            (1.30, SILL, 4.46),
            "top",
            0.35,
            framings=("door", "table"),
            holds=("vase", "flower", "plant", "bird"),
        ),
        Anchor("window", (1.15, 1.60, 9.0), "view", 6.0, "backdrop", ("door", "table")),
        Anchor("dresser_board", (2.62, 0.92, 3.05), "top", 0.35, framings=("door",), holds=("bread", "cup", "plate")),
        Anchor("beam", (0.60, 2.48, 3.0), "hang", 0.6, framings=("door", "table")),
        Anchor(
            "wall", (-0.22, 1.70, 4.37), "wall", 0.45, framings=("door", "table"), holds=("clock", "picture", "mirror")
        ),
        Anchor("air", (0.75, 1.85, 2.2), "air", 0.5, framings=("door", "table")),
    ),
    solids=solids,
    light=light,
    life=small_life,
    flicker=flicker,
)
