"""An old grocer's shop at night: jars of sweets behind a mahogany counter, a green lamp over the scales, a shop window.

Six and a half metres by seven, 3 m high; x from -3.3 (the wall to the street, with shop window and door) to 3.3, z from
-3 to the wall of shelves (4.2). A doorway at the right leads to the back room. Groups of light: "key" is the lamp over
the counter, "back" the lamp of the back room, "moon" the night in the street.
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
    chance,
    cloth,
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
from dreamplayer.drawing.solids.shapes import ball, box, grid, joined, lathe, panel, rod, room, tube
from dreamplayer.drawing.solids.solid import (
    Array,
    F,
    Finish,
    Lamp,
    Material,
    Pane,
    Scenery,
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

SIDE, CEILING, BACK, FRONT = 3.3, 3.0, 4.2, -3.0
UNIT = 1.95
"""Right end of the shelves in x."""
DRAWERS = 0.98
"""Height of the board over the drawers."""
SHELF_FRONT = 3.88
COUNTER, COUNTER_X, COUNTER_Z = 0.96, (-1.55, 1.35), (2.05, 2.62)
PANE = (-0.9, 1.75, 0.62, 2.45)
"""The shop window: from and to in z, from and to in height."""
ENTRY = (2.35, 3.25)
"""The street door in z."""
BACK_DOOR = (2.15, 2.98, 2.12)
"""The doorway to the back room: from and to in x, height."""
LAMP = (0.15, 1.99, 2.30)
GREEN: Colour = (0.052, 0.088, 0.068)
MAHOGANY: Colour = (0.150, 0.068, 0.040)
SWEETS: tuple[Colour, ...] = (
    (0.40, 0.060, 0.045), (0.44, 0.25, 0.055), (0.11, 0.24, 0.085), (0.36, 0.155, 0.185), (0.40, 0.36, 0.27),
    (0.19, 0.095, 0.045), (0.085, 0.125, 0.25), (0.42, 0.135, 0.040),
)  # fmt: skip


def _sweets(colour: Colour, seed: int) -> Material:
    """A glass jar full of small round things; local coordinates are angle, height and radius of a lathe."""

    def material(s: Surface) -> Finish:
        a, v, r = s.local[:, 0] * 2.6, s.local[:, 1], s.local[:, 2]
        full = 0.155 + 0.03 * float(chance(seed, 2))
        cell = np.floor(v / 0.026)
        u = a / 0.42 + 0.5 * np.mod(cell, 2)
        i = np.floor(u)
        bead = np.clip(1.3 - 1.7 * np.hypot(u - i - 0.5, v / 0.026 - cell - 0.5), 0.4, 1)
        own = 0.6 + 0.7 * chance(i * 37 + cell * 101, seed)
        facing = np.abs((s.sight * s.n).sum(1))
        filled = v < full
        hue = np.asarray(colour, F) * (1.3 * bead * own)[:, None]
        glass = np.asarray((0.055, 0.065, 0.060), F) * (0.5 + 0.9 * (1 - facing))[:, None]
        lid = (v > 0.238) | (r < 0.028)
        colours = np.where(filled[:, None], 0.82 * hue + 0.18 * glass, glass)
        colours = np.where(lid[:, None], np.asarray((0.30, 0.24, 0.17), F), colours)
        return Finish(colours.astype(F), np.where(lid, 0.2, 0.85).astype(F))

    return material


_JAR = ((0.055, 0.0), (0.078, 0.008), (0.080, 0.10), (0.080, 0.19), (0.062, 0.222), (0.060, 0.240), (0.066, 0.244),
        (0.066, 0.262), (0.03, 0.272), (0.016, 0.285), (0.0, 0.295))  # fmt: skip


def _jar(foot: Vec3, scale: float = 1.0) -> Solid:
    """The outline of one sweet jar; its material is given when many are joined."""
    made = lathe(plain((0.1, 0.1, 0.1)), (0, 0, 0), _JAR, sides=14)
    return made.replace(vertices=made.vertices * F(scale) + np.asarray(foot, F))


def _labelled(seed: int, height: float) -> Material:
    """Tins and bottles with a paper label round their middle; local coordinates of a lathe or box."""
    tins = np.array(
        [(0.17, 0.045, 0.035), (0.055, 0.085, 0.115), (0.18, 0.125, 0.045), (0.075, 0.10, 0.06), (0.12, 0.075, 0.06)], F
    )

    def material(s: Surface) -> Finish:
        number = np.floor(s.p[:, 0] / 0.19)
        hue = tins[(chance(number, seed) * len(tins)).astype(int)]
        v = s.local[:, 1] / height
        label = (v > 0.30) & (v < 0.72)
        line = np.abs(np.mod(v * 11, 1) - 0.5) < 0.14
        paper = np.where(
            (line & (v > 0.40) & (v < 0.63))[:, None], np.asarray((0.16, 0.10, 0.07), F), (0.36, 0.31, 0.22)
        )
        colours = np.where(label[:, None], paper, hue)
        return Finish(colours.astype(F), np.where(label, 0.08, 0.5).astype(F))

    return material


def _drawer_fronts(s: Surface) -> Finish:
    """A bank of small drawers, each with a card and a brass knob."""
    x, y = s.local[:, 0], s.local[:, 1]
    wide, tall = 0.245, 0.215
    i, j = np.floor(x / wide), np.floor(y / tall)
    u, v = x - i * wide, y - j * tall
    edge = np.minimum(np.minimum(u, wide - u), np.minimum(v, tall - v))
    grain = 0.7 + 0.6 * quick_fbm(x * 3 + 9 * chance(i * 7 + j, 1), y * 42, 4, 3)
    own = 0.75 + 0.5 * chance(i * 13 + j * 57, 2)
    joint = step(0.003, 0.014, edge)
    colours = np.asarray(MAHOGANY, F) * (1.25 * grain * own * (0.25 + 0.75 * joint))[:, None]
    card = (np.abs(u - wide / 2) < 0.045) & (np.abs(v - 0.145) < 0.022)
    ink = np.abs(np.mod(v / 0.012, 1) - 0.5) < 0.18
    colours = np.where(card[:, None], np.where(ink[:, None], 0.14, 0.36) * np.asarray((1.0, 0.9, 0.72), F), colours)
    knob = np.hypot(u - wide / 2, v - 0.075) < 0.017
    colours = np.where(knob[:, None], np.asarray((0.62, 0.43, 0.18), F), colours)
    lift = np.where(knob, 0.6, 0.25)
    return Finish(colours.astype(F), lift.astype(F), np.where(knob, 0.8, 0.0).astype(F), (0.4 + 0.6 * joint).astype(F))


def _shell() -> list[Solid]:
    floor = tiles((0.085, 0.050, 0.042), 0.34, mirror=0.28, gloss=0.5, other=(0.165, 0.142, 0.112), diagonal=True)
    wall = plaster((0.27, 0.235, 0.165), low=GREEN, line=1.05)
    boards = wood((0.20, 0.165, 0.12), along=2, plank=0.16, across=0, gloss=0.08, grain=0.4)
    z0, z1, low, high = PANE
    x0, x1, head = BACK_DOOR
    made = list(
        room(
            (-SIDE, 0, FRONT),
            (SIDE, CEILING, BACK),
            floor=floor,
            wall=wall,
            ceiling=boards,
            openings=[
                ("x", z0, z1, low, high),
                ("x", *ENTRY, 1.0, 2.0),
                ("x", *ENTRY, 2.1, 2.45),
                ("Z", x0, x1, 0, head),
            ],
        )
    )
    beam = wood((0.105, 0.070, 0.045), along=0, gloss=0.1, across=1)
    made.append(
        joined([box(beam, (-SIDE, CEILING - 0.2, z - 0.08), (SIDE, CEILING, z + 0.08)) for z in (-1.6, 0.4, 2.4)])
    )
    return made


def _unit(seed: int) -> list[Solid]:
    """The wall of drawers and shelves."""
    paint = wood(GREEN, 0, 0.35, across=1, grain=0.5, seed=3)
    upright = wood(GREEN, 1, 0.35, across=0, grain=0.5, seed=5)
    left = -SIDE
    made = [
        panel(_drawer_fronts, (left, 0.10, SHELF_FRONT - 0.12), (UNIT - left, 0, 0), (0, DRAWERS - 0.13, 0)),
        box(paint, (left, 0, SHELF_FRONT - 0.08), (UNIT, 0.10, BACK)),
        box(wood(MAHOGANY, 0, 0.5), (left, DRAWERS - 0.035, SHELF_FRONT - 0.18), (UNIT + 0.03, DRAWERS, BACK)),
        box(paint, (UNIT - 0.02, 0, SHELF_FRONT - 0.10), (UNIT, DRAWERS - 0.03, BACK), faces="xXzZ"),
        panel(
            wood((0.030, 0.045, 0.036), 1, 0.1, plank=0.17, across=0),
            (left, DRAWERS, BACK - 0.02),
            (UNIT - left, 0, 0),
            (0, 1.80, 0),
            casts=False,
        ),
        box(paint, (left, 2.66, SHELF_FRONT - 0.05), (UNIT + 0.05, 2.80, BACK)),
        box(wood((0.40, 0.27, 0.10), 0, 0.6), (left, 2.635, SHELF_FRONT - 0.065), (UNIT + 0.065, 2.665, SHELF_FRONT)),
    ]
    shelves = (1.42, 1.83, 2.22)
    made.append(joined([box(paint, (left, y - 0.028, SHELF_FRONT), (UNIT, y, BACK)) for y in shelves]))
    posts = [left + 0.02, -2.0, -0.70, 0.60, UNIT - 0.03]
    made.append(
        joined([box(upright, (x - 0.025, DRAWERS, SHELF_FRONT - 0.02), (x + 0.025, 2.66, BACK)) for x in posts])
    )
    bosses = [ball(metal(fit.BRASS, 0.6), (x, 2.73, SHELF_FRONT - 0.06), 0.03, rings=6, sides=8) for x in posts[1:]]
    made.append(joined(bosses))
    jars: dict[int, list[Solid]] = {}
    tins, bottles, cones = [], [], []
    for row, y in enumerate((DRAWERS, *shelves)):
        tall = (shelves[0] - DRAWERS, 0.38, 0.36, 0.40)[row]
        for bay in range(4):
            what = (row * 2 + bay + (0 if row < 2 else 1)) % 3 if row else 0
            a, b = posts[bay] + 0.06, posts[bay + 1] - 0.06
            across = {0: 0.195, 1: 0.17, 2: 0.12}[what]
            count = int((b - a) / across)
            for k in range(count):
                number = row * 97 + bay * 31 + k
                if float(chance(number, seed)) < 0.07:
                    continue
                x = a + (k + 0.5) * (b - a) / count + 0.012 * (float(chance(number, 3)) - 0.5)
                z = SHELF_FRONT + 0.13 + 0.03 * float(chance(number, 4))
                if what == 0:
                    scale = 1.05 if row == 0 else 0.98
                    jars.setdefault(int(8 * float(chance(number, 7 + seed % 5))), []).append(_jar((x, y, z), scale))
                elif what == 1:
                    high = tall * (0.42 + 0.25 * float(chance(number // 2, 5)))
                    tins.append(
                        lathe(
                            _labelled(seed % 9, 0.2),
                            (x, y, z),
                            [(0.0, 0), (0.068, 0), (0.068, high), (0, high)],
                            sides=14,
                        )
                    )
                    if high < tall * 0.5:
                        tins.append(
                            lathe(
                                _labelled(3, 0.2),
                                (x, y + high, z),
                                [(0.0, 0), (0.06, 0), (0.06, 0.09), (0, 0.09)],
                                sides=12,
                            )
                        )
                else:
                    high = tall * (0.62 + 0.22 * float(chance(number, 6)))
                    outline = [
                        (0.036, 0),
                        (0.042, 0.01),
                        (0.042, high * 0.6),
                        (0.016, high * 0.76),
                        (0.015, high),
                        (0, high),
                    ]
                    bottles.append(lathe(_labelled(5, 0.26), (x, y, z), outline, sides=12))
    made += [joined(group).replace(material=_sweets(SWEETS[k], k)) for k, group in sorted(jars.items())]
    made += [joined(tins), joined(bottles).replace(material=_bottle_glass)]
    # Sugar loaves in blue paper stand on the top.
    for k, x in enumerate((-2.75, -2.45, -1.4, 0.1, 0.36, 1.3)):
        high = 0.15 + 0.05 * float(chance(k, 9))
        cones.append(
            lathe(
                plain((0.075, 0.095, 0.17), 0.1, vary=0.3),
                (x, 2.80, 4.02),
                [(0.085, 0), (0.06, high * 0.7), (0.0, high)],
                sides=12,
            )
        )
    made.append(joined(cones))
    return made


def _bottle_glass(s: Surface) -> Finish:
    """Brown and green glass with a pale label."""
    v = s.local[:, 1]
    number = np.floor(s.p[:, 0] / 0.24)
    hue = np.where((chance(number, 4) > 0.5)[:, None], np.asarray((0.075, 0.095, 0.045), F), (0.115, 0.060, 0.025))
    label = (v > 0.05) & (v < 0.14)
    colours = np.where(label[:, None], np.asarray((0.34, 0.29, 0.20), F), hue)
    return Finish(colours.astype(F), np.where(label, 0.1, 0.85).astype(F))


def _counter() -> list[Solid]:
    (x0, x1), (z0, z1) = COUNTER_X, COUNTER_Z
    top = wood((0.185, 0.090, 0.050), 0, 0.6, seed=6)
    front = wood(GREEN, 0, 0.3, across=1, grain=0.6, seed=9)
    made = [
        box(top, (x0 - 0.05, COUNTER - 0.045, z0 - 0.06), (x1 + 0.05, COUNTER, z1 + 0.03)),
        box(front, (x0, 0.08, z0), (x1, COUNTER - 0.045, z1)),
        box(wood(MAHOGANY, 0, 0.3), (x0 - 0.02, 0, z0 - 0.02), (x1 + 0.02, 0.10, z1)),
    ]
    frames = []
    wide = (x1 - x0) / 4
    rail = wood((0.075, 0.120, 0.092), 0, 0.35, across=1, grain=0.5)
    for k in range(4):
        a, b = x0 + k * wide + 0.05, x0 + (k + 1) * wide - 0.05
        frames += [
            box(rail, (a, 0.18, z0 - 0.018), (b, 0.22, z0)),
            box(rail, (a, 0.80, z0 - 0.018), (b, 0.84, z0)),
            box(rail, (a, 0.22, z0 - 0.018), (a + 0.04, 0.80, z0)),
            box(rail, (b - 0.04, 0.22, z0 - 0.018), (b, 0.80, z0)),
        ]
    made.append(joined(frames))
    made += _scales((0.52, COUNTER, 2.34)) + _till((-0.98, COUNTER, 2.36))
    # Jars at the end, a roll of brown paper, sweets in a scoop.
    for k, (x, z) in enumerate(((1.12, 2.24), (1.20, 2.45))):
        made.append(_jar((x, COUNTER, z), 1.12).replace(material=_sweets(SWEETS[(5 * k) % 8], k + 11)))
    paper = plain((0.24, 0.17, 0.10), 0.08, vary=0.2, scale=8)
    made += [
        rod(paper, (-0.42, COUNTER + 0.085, 2.48), (0.06, COUNTER + 0.085, 2.48), 0.055, sides=14),
        rod(iron(), (-0.52, COUNTER + 0.085, 2.48), (0.16, COUNTER + 0.085, 2.48), 0.012),
        box(iron(), (-0.53, COUNTER, 2.42), (-0.50, COUNTER + 0.12, 2.54)),
        box(iron(), (0.14, COUNTER, 2.42), (0.17, COUNTER + 0.12, 2.54)),
        box(
            plain((0.30, 0.22, 0.13), 0.06, vary=0.2, scale=9),
            (-0.40, COUNTER, 2.14),
            (-0.12, COUNTER + 0.004, 2.34),
            yaw=0.2,
            casts=False,
        ),
    ]
    return made


def _scales(foot: Vec3) -> list[Solid]:
    """Brass beam scales."""
    x, y, z = foot
    brass = metal(fit.BRASS, 0.7)
    pan = [(0.0, 0.0), (0.05, 0.004), (0.09, 0.022), (0.105, 0.045)]
    made = [
        box(wood(MAHOGANY, 0, 0.4), (x - 0.20, y, z - 0.09), (x + 0.20, y + 0.05, z + 0.09)),
        lathe(
            brass,
            (x, y + 0.05, z),
            [
                (0.05, 0),
                (0.03, 0.02),
                (0.014, 0.06),
                (0.02, 0.20),
                (0.012, 0.24),
                (0.012, 0.40),
                (0.03, 0.43),
                (0.0, 0.47),
            ],
        ),
        tube(
            brass,
            [
                (x - 0.25, y + 0.405, z),
                (x - 0.12, y + 0.435, z),
                (x, y + 0.425, z),
                (x + 0.12, y + 0.455, z),
                (x + 0.25, y + 0.445, z),
            ],
            0.009,
        ),
    ]
    for side, high in ((-1, 0.405), (1, 0.445)):
        px = x + side * 0.25
        bowl_y = y + high - 0.30
        made.append(lathe(brass, (px, bowl_y, z), pan, sides=20))
        strings = [
            rod(
                brass,
                (px, y + high, z),
                (px + 0.1 * math.cos(a), bowl_y + 0.045, z + 0.1 * math.sin(a)),
                0.003,
                sides=4,
                casts=False,
            )
            for a in (0.5, 2.6, 4.7)
        ]
        made.append(joined(strings))
    weights = [
        lathe(
            brass,
            (x + 0.34 + 0.075 * k, y, z - 0.05),
            [
                (0.026 - 0.005 * k, 0),
                (0.026 - 0.005 * k, 0.05 - 0.01 * k),
                (0.008, 0.055 - 0.01 * k),
                (0.012, 0.075 - 0.01 * k),
                (0, 0.08 - 0.01 * k),
            ],
            sides=10,
        )
        for k in range(3)
    ]
    made.append(joined(weights))
    heap = ball(
        plain((0.42, 0.25, 0.06), 0.3, vary=0.6, scale=40),
        (x - 0.25, y + 0.145, z),
        (0.07, 0.035, 0.07),
        rings=8,
        sides=12,
    )
    return [*made, heap]


def _till(foot: Vec3) -> list[Solid]:
    """A cash register of brass with round keys."""
    x, y, z = foot
    brass = metal((0.55, 0.37, 0.16), 0.6, dent=0.35)
    keys = [
        ball(
            plain((0.36, 0.33, 0.27), 0.6),
            (x - 0.13 + 0.052 * k, y + 0.17 + 0.052 * r, z - 0.195 + 0.055 * r),
            0.016,
            rings=5,
            sides=8,
        )
        for k in range(6)
        for r in range(3)
    ]
    profile = np.array(
        [(-0.20, 0.12), (-0.20, 0.15), (-0.06, 0.30), (0.0, 0.32), (0.10, 0.34), (0.17, 0.30), (0.19, 0.12)], F
    )
    body = np.stack(
        [np.stack([np.full(len(profile), x + s, F), profile[:, 1] + y, profile[:, 0] + z], -1) for s in (-0.22, 0.22)]
    )
    sides = []
    for s in (-0.22, 0.22):
        foot_line = profile.copy()
        foot_line[:, 1] = 0.12
        end = np.stack(
            [np.stack([np.full(len(profile), x + s, F), q[:, 1] + y, q[:, 0] + z], -1) for q in (foot_line, profile)]
        )
        sides.append(grid(brass, end))
    return [
        box(wood(MAHOGANY, 0, 0.5), (x - 0.25, y, z - 0.22), (x + 0.25, y + 0.12, z + 0.22)),
        grid(brass, body),
        *sides,
        joined(keys),
        box(brass, (x - 0.20, y + 0.33, z + 0.04), (x + 0.20, y + 0.47, z + 0.10)),
        box(plain((0.34, 0.31, 0.24), 0.3), (x - 0.15, y + 0.37, z + 0.032), (x + 0.15, y + 0.43, z + 0.04)),
    ]


def _hanging_lamp() -> tuple[list[Solid], Lamp]:
    """A lamp with a green enamelled shade over the counter."""
    x, y, z = LAMP

    def shade(s: Surface) -> Finish:
        inner = (s.n * s.sight).sum(1) > 2  # the outside is seen from above only
        return Finish(np.where(inner[:, None], 0.3, np.asarray((0.045, 0.115, 0.075), F)).astype(F), 0.6)

    def lit(s: Surface) -> Finish:
        light = 0.85 - 0.35 * np.clip(s.local[:, 1] / 0.14, 0, 1)
        return Finish(np.full((len(s.p), 3), 0.4, F), 0.2, emission={"key": np.repeat(light[:, None], 3, 1).astype(F)})

    outline = [(0.235, 0.0), (0.20, 0.055), (0.11, 0.115), (0.05, 0.15), (0.045, 0.20), (0.02, 0.22)]
    solids = [
        lathe(shade, (x, y, z), outline, sides=28, casts=False),
        lathe(lit, (x, y - 0.006, z), [(0.225, 0.004), (0.19, 0.05), (0.10, 0.11)], sides=28, casts=False),
        ball(glow("key", (1.5, 1.35, 1.1)), (x, y + 0.005, z), (0.042, 0.055, 0.042), casts=False),
        rod(metal(fit.BRASS, 0.5), (x, y + 0.2, z), (x, CEILING, z), 0.010, casts=False),
    ]

    def down(v: Array) -> Array:
        fall = -v[:, 1] / (np.linalg.norm(v, axis=1) + 1e-6)
        return np.asarray(0.22 + 0.78 * np.clip((fall + 0.38) / 0.45, 0, 1), F)

    return solids, Lamp("key", (x, y - 0.01, z), 2.7, 0.09, shade=down, bounce=0.13, reach=2.8, skin=0.26)


def _street_front(seed: int) -> list[Solid]:
    """Shop window with what is shown in it, the door with its bell, and the street behind them."""
    z0, z1, low, high = PANE
    paint = plain(GREEN, 0.35, vary=0.15)
    panes = fit.window(
        0.006,
        z0,
        z1,
        low,
        high,
        depth=0.36,
        reveal=plaster((0.27, 0.235, 0.165), stain=0.0),
        frame=paint,
        columns=4,
        rows=3,
        board=wood(MAHOGANY, 0, 0.45),
    )
    made = fit.placed(panes, (-SIDE, 0, 0), -math.pi / 2)
    a, b = ENTRY
    architrave = [
        box(paint, (-SIDE - 0.02, low - 0.05, z - 0.06), (-SIDE + 0.05, high + 0.12, z + 0.06))
        for z in (z0 - 0.05, z1 + 0.05)
    ]
    architrave.append(box(paint, (-SIDE - 0.02, high, z0 - 0.12), (-SIDE + 0.08, high + 0.16, z1 + 0.12)))
    made.append(joined(architrave))
    bars = [
        box(paint, (-SIDE - 0.05, 0, a), (-SIDE + 0.02, 1.0, b)),
        box(paint, (-SIDE - 0.05, 2.0, a), (-SIDE + 0.02, 2.1, b)),
        box(paint, (-SIDE - 0.05, 1.0, a), (-SIDE + 0.02, 2.0, a + 0.10)),
        box(paint, (-SIDE - 0.05, 1.0, b - 0.10), (-SIDE + 0.02, 2.0, b)),
        box(paint, (-SIDE - 0.03, 1.48, a), (-SIDE, 1.51, b)),
        box(paint, (-SIDE - 0.02, 0, a - 0.09), (-SIDE + 0.05, 2.52, a)),
        box(paint, (-SIDE - 0.02, 0, b), (-SIDE + 0.05, 2.52, b + 0.09)),
        box(paint, (-SIDE - 0.02, 2.45, a - 0.09), (-SIDE + 0.05, 2.54, b + 0.09)),
    ]
    made.append(joined(bars))
    made.append(ball(metal(fit.BRASS, 0.6), (-SIDE + 0.07, 1.0, a + 0.06), 0.03))
    bell = [(0.055, 0.0), (0.042, 0.02), (0.03, 0.06), (0.012, 0.085), (0.0, 0.09)]
    made += [
        lathe(metal(fit.BRASS, 0.7), (-SIDE + 0.16, 2.12, a + 0.14), bell, sides=14),
        tube(
            iron(),
            [
                (-SIDE, 2.28, a + 0.14),
                (-SIDE + 0.10, 2.30, a + 0.14),
                (-SIDE + 0.16, 2.25, a + 0.14),
                (-SIDE + 0.16, 2.20, a + 0.14),
            ],
            0.006,
        ),
    ]
    # In the window: jars, a doll's house, a tall bottle of coloured water.
    board = box(wood(MAHOGANY, 0, 0.4), (-SIDE, low - 0.06, z0 - 0.1), (-SIDE + 0.42, low, z1 + 0.1))
    support = box(wood(GREEN, 0, 0.3, across=1), (-SIDE, 0, z0 - 0.05), (-SIDE + 0.36, low - 0.06, z1 + 0.05))
    made += [board, support]
    x = -SIDE + 0.20
    for k, z in enumerate((-0.55, -0.25, 1.48)):
        made.append(_jar((x, low, z), 1.25).replace(material=_sweets(SWEETS[(3 * k + seed) % 8], k + 21)))
    house = wood((0.21, 0.13, 0.075), 1, 0.2, across=2)
    roof = plain((0.16, 0.055, 0.04), 0.15)
    made += [
        box(house, (x - 0.11, low, 0.30), (x + 0.11, low + 0.30, 0.72)),
        grid(
            roof,
            np.array(
                [
                    [(x - 0.15, low + 0.28, 0.26), (x - 0.15, low + 0.28, 0.76)],
                    [(x, low + 0.46, 0.26), (x, low + 0.46, 0.76)],
                    [(x + 0.15, low + 0.28, 0.26), (x + 0.15, low + 0.28, 0.76)],
                ],
                F,
            ),
        ),
    ]
    flask = [
        (0.07, 0),
        (0.10, 0.03),
        (0.105, 0.14),
        (0.05, 0.24),
        (0.028, 0.34),
        (0.04, 0.36),
        (0.03, 0.38),
        (0.05, 0.44),
        (0.0, 0.52),
    ]
    made.append(lathe(plain((0.30, 0.045, 0.06), 0.9), (x, low, 1.05), flask, sides=18))
    made.append(panel(_street(seed), (-9.5, -0.5, -16.0), (0, 0, 40.0), (0, 8.5, 0), casts=False))
    return made


def _street(seed: int) -> Material:
    """Houses across the street, some of their windows lit."""

    def material(s: Surface) -> Finish:
        u, v = s.local[:, 0], s.local[:, 1]
        house = np.floor(u / 5.0)
        eave = 6.2 + 1.6 * chance(house, seed + 3)
        wide, tall = 1.65, 2.3
        i, j = np.floor(u / wide), np.floor(v / tall)
        a, b = np.abs(u - (i + 0.5) * wide), np.abs(v - (j + 0.55) * tall)
        opening = (a < 0.42) & (b < 0.62)
        bars = (np.abs(a) < 0.03) | (np.abs(b - 0.1) < 0.03)
        lit = opening & ~bars & (chance(i * 31 + j * 7, seed) < 0.20) & (j < 3)
        stone = 0.6 + 0.7 * quick_fbm(u * 1.4, v * 1.4, 6, 3)
        wall = np.where(opening, 0.010, 0.030 * stone) * (v < eave)
        sky = (v >= eave) * 0.036
        moon = (wall + sky)[:, None] * np.ones(3)
        warm = (lit & (v < eave))[:, None] * np.asarray((0.50, 0.42, 0.30))
        return Finish(np.zeros((len(u), 3), F), emission={"moon": moon.astype(F), "back": warm.astype(F)})

    return material


def _back_room() -> list[Solid]:
    """A passage with a lamp behind the doorway, half hidden by a curtain."""
    x0, x1, head = BACK_DOOR
    paint = wood(GREEN, 1, 0.35, across=0, grain=0.5)
    frame = [
        box(paint, (x0 - 0.10, 0, BACK - 0.04), (x0, head + 0.1, BACK + 0.12)),
        box(paint, (x1, 0, BACK - 0.04), (x1 + 0.10, head + 0.1, BACK + 0.12)),
        box(paint, (x0 - 0.10, head, BACK - 0.04), (x1 + 0.10, head + 0.12, BACK + 0.12)),
    ]
    wall = plaster((0.30, 0.24, 0.16), stain=0.3)
    made: list[Solid] = [joined(frame)]
    made += list(
        room(
            (1.2, 0, BACK + 0.1),
            (3.3, 2.4, BACK + 2.6),
            floor=wood(fit.DARK_OAK, 2, 0.3, plank=0.16, across=0),
            wall=wall,
            ceiling=wall,
            openings=[("z", x0, x1, 0, head)],
        )
    )
    u, v = np.meshgrid(np.linspace(0, 1, 25), np.linspace(0, 1, 9))
    drape = np.stack(
        [x1 - 0.02 - (0.34 + 0.10 * v) * u, 0.05 + v * (head - 0.10), BACK + 0.05 + 0.03 * np.sin(u * 19)], -1
    )
    made.append(grid(cloth((0.22, 0.065, 0.05), 60, seed=2), drape.astype(F)))
    made += [rod(metal(fit.BRASS, 0.5), (x0, head - 0.05, BACK + 0.05), (x1, head - 0.05, BACK + 0.05), 0.012)]
    made += fit.table((2.35, 0, BACK + 2.1), length=0.9, width=0.6)
    return made


def _sacks(seed: int) -> list[Solid]:
    """Open sacks and a barrel before the counter, a ladder at the shelves, baskets under the beams."""
    made: list[Solid] = []
    jute = plain((0.19, 0.145, 0.085), 0.05, vary=0.3, scale=14)
    for k, (x, z, r, hue) in enumerate(
        (
            (-2.55, 2.0, 0.27, (0.30, 0.25, 0.17)),
            (-2.05, 2.28, 0.24, (0.17, 0.085, 0.045)),
            (-2.70, 2.52, 0.22, (0.33, 0.22, 0.07)),
        )
    ):
        body = [
            (r * 0.72, 0.0),
            (r, 0.10),
            (r * 1.02, 0.30),
            (r * 0.86, 0.48),
            (r * 0.92, 0.54),
            (r * 0.80, 0.555),
            (r * 0.76, 0.52),
        ]
        made.append(lathe(jute, (x, 0, z), body, sides=20))
        grain = ball(plain(hue, 0.1, vary=0.7, scale=55), (x, 0.50, z), (r * 0.78, 0.085, r * 0.78), rings=8, sides=16)
        made.append(grain)
        if k == 0:
            made.append(
                rod(metal((0.5, 0.5, 0.48), 0.5), (x + 0.02, 0.57, z - 0.02), (x + 0.18, 0.74, z - 0.10), 0.014)
            )
    stave = wood((0.18, 0.10, 0.055), 1, 0.25, plank=0.28, across=0)
    barrel = [
        (0.26, 0),
        (0.31, 0.2),
        (0.325, 0.40),
        (0.31, 0.60),
        (0.265, 0.80),
        (0.235, 0.80),
        (0.235, 0.76),
        (0, 0.76),
    ]
    made.append(lathe(stave, (2.15, 0, 2.2), barrel, sides=26))
    made.append(
        joined(
            [
                lathe(iron(gloss=0.5), (2.15, y, 2.2), [(r, 0), (r, 0.035)], sides=26)
                for y, r in ((0.08, 0.286), (0.22, 0.315), (0.56, 0.316), (0.70, 0.29))
            ]
        )
    )
    apples = []
    for k in range(19):
        a, out = 2.4 * k, 0.05 + 0.04 * math.sqrt(k)
        apples.append(
            ball(
                plain((0.36, 0.07, 0.04), 0.5, vary=0.4, scale=14),
                (2.15 + out * math.cos(a), 0.80 + 0.03 * float(chance(k, 1)), 2.2 + out * math.sin(a)),
                0.043,
                rings=6,
                sides=9,
            )
        )
    made.append(joined(apples))
    rungs = wood((0.22, 0.14, 0.075), 1, 0.3, across=0)
    lx = 1.42
    steps = [rod(rungs, (lx + s * 0.19, 0, 3.25), (lx + s * 0.17, 2.62, 3.83), 0.022) for s in (-1, 1)]
    steps += [
        rod(
            rungs,
            (lx - 0.185, 0.28 * k, 3.25 + 0.58 * 0.28 * k / 2.62),
            (lx + 0.185, 0.28 * k, 3.25 + 0.58 * 0.28 * k / 2.62),
            0.014,
        )
        for k in range(1, 9)
    ]
    made.append(joined(steps))
    wicker = plain((0.23, 0.155, 0.075), 0.1, vary=0.55, scale=30)
    for k, (x, z) in enumerate(((-1.35, 0.40), (1.75, 0.40), (-2.4, 2.4))):
        if k == 0 or float(chance(k, seed)) < 0.7:
            low = 2.28
            made += [
                lathe(wicker, (x, low, z), [(0.10, 0), (0.15, 0.04), (0.175, 0.14), (0.185, 0.16)], sides=16),
                tube(
                    wicker,
                    [
                        (x - 0.175, low + 0.15, z),
                        (x - 0.12, low + 0.34, z),
                        (x, low + 0.40, z),
                        (x + 0.12, low + 0.34, z),
                        (x + 0.175, low + 0.15, z),
                    ],
                    0.011,
                    sides=6,
                ),
                rod(iron(), (x, low + 0.40, z), (x, CEILING - 0.2, z), 0.006, sides=5),
            ]
    made += fit.chair((2.55, 0, 0.75), 1.9)
    return made


def _bread() -> list[Solid]:
    """A rack of loaves along the right wall, a clock over it."""
    z0, z1 = 1.95, 3.70
    stuff = wood((0.16, 0.095, 0.055), 2, 0.3, across=0, seed=2)
    made: list[Solid] = [
        joined([box(stuff, (SIDE - 0.40, 0, z), (SIDE, 2.05, z + 0.05)) for z in (z0, z1 - 0.05)]),
        box(wood((0.075, 0.048, 0.032), 1, 0.1, plank=0.18, across=2), (SIDE - 0.03, 0, z0), (SIDE, 2.05, z1)),
        box(stuff, (SIDE - 0.45, 2.05, z0 - 0.05), (SIDE, 2.12, z1 + 0.05)),
    ]
    boards, loaves = [], []
    for row, y in enumerate((0.28, 0.78, 1.22, 1.62)):
        boards.append(box(stuff, (SIDE - 0.42, y - 0.03, z0 + 0.05), (SIDE, y, z1 - 0.05)))
        count = (5, 6, 7, 8)[row]
        for k in range(count):
            z = z0 + 0.12 + (k + 0.5) * (z1 - z0 - 0.24) / count
            high = 0.075 + 0.02 * float(chance(k + 9 * row, 2))
            half = (z1 - z0 - 0.3) / count / 2
            loaves.append(
                ball(
                    _crust,
                    (SIDE - 0.22, y + high * 0.85, z),
                    (0.165 if row % 2 else 0.13, high, half),
                    rings=8,
                    sides=12,
                )
            )
    return [*made, joined(boards), joined(loaves)]


def _crust(s: Surface) -> Finish:
    """Bread: floury on top, with cuts."""
    up = np.clip(s.n[:, 1], 0, 1)
    fleck = quick_fbm(s.p[:, 2] * 22, s.p[:, 0] * 22, 3, 3)
    cut = step(0.62, 0.75, np.abs(np.mod(s.p[:, 0] / 0.085 + 0.5 * s.p[:, 2], 1) - 0.5) * 2) * up
    hue = mixed((0.25, 0.125, 0.045), (0.40, 0.31, 0.20), np.clip(0.25 * up + 0.6 * cut, 0, 1).astype(F))
    return Finish((hue * (0.6 + 0.8 * fleck)[:, None]).astype(F), 0.15)


def _gas_globes() -> tuple[list[Solid], list[Lamp]]:
    """Two small globes on brackets before the shelves."""
    made: list[Solid] = []
    lamps = []
    for x in (-2.0, 0.60):
        y, z = 2.46, SHELF_FRONT - 0.30
        made += [
            tube(
                metal(fit.BRASS, 0.6),
                [(x, 2.30, SHELF_FRONT), (x, 2.28, SHELF_FRONT - 0.14), (x, 2.32, z), (x, y - 0.06, z)],
                0.011,
            ),
            ball(glow("key", (0.80, 0.70, 0.55)), (x, y, z), 0.068, casts=False),
            lathe(
                metal(fit.BRASS, 0.6),
                (x, y - 0.085, z),
                [(0.012, 0), (0.04, 0.02), (0.045, 0.03)],
                sides=12,
                casts=False,
            ),
        ]
        lamps.append(Lamp("key", (x, y, z - 0.02), 0.62, 0.07, shadow=0.75, bounce=0.05, reach=1.4, skin=0.13))
    return made, lamps


def solids(seed: int) -> Scenery:
    """The shop for a seed: what stands on its shelves, which windows across the street are lit."""
    lamp_parts, lamp = _hanging_lamp()
    table_parts, table_lamp = fit.oil_lamp((2.30, 0.765, BACK + 2.05), "back")
    globe_parts, globes = _gas_globes()
    parts = (
        _shell()
        + _bread()
        + globe_parts
        + _unit(seed)
        + _counter()
        + _street_front(seed)
        + _back_room()
        + _sacks(seed)
        + lamp_parts
        + table_parts
    )
    z0, z1, low, high = PANE
    sources: tuple[Source, ...] = (
        lamp,
        *globes,
        Lamp("back", table_lamp.position, 1.1, 0.08, shade=table_lamp.shade, bounce=0.05, reach=1.2, skin=0.36),
        Sun("moon", (-0.80, 0.52, -0.22), 1.7, dust=0.010, dust_reach=6.5),
        Pane("moon", (-SIDE - 0.1, low, z0), (0, 0, z1 - z0), (0, high - low, 0), 0.55),
    )
    return Scenery(tuple(parts), sources, ("key", "back", "moon"), sky_open=False)


def light(atmosphere: Atmosphere) -> PlaceLight:
    """Both lamps burn all night; the street follows the hour."""
    outside = hour_light(atmosphere)
    cosy = 1.0 + 0.15 * atmosphere.warmth
    return PlaceLight(
        {
            "key": life.scaled((1.0, 0.58, 0.26), cosy),
            "back": life.scaled((1.0, 0.44, 0.15), cosy),
            "moon": outside.window,
        },
        night_palette(outside, key=(1.0, 0.54, 0.20), rim=(0.018, 0.024, 0.042)),
        outside.stage,
    )


def flicker(group: str, t: float) -> float:
    """The lamp over the counter is steady, the one in the back room breathes."""
    return life.fire_flicker(t, 5, 0.05) if group == "back" else 1.0


def small_life(moment: PlaceMoment) -> tuple[Form, ...]:
    """Dust under the lamp and in the moonlight from the shop window."""
    lamp, moon = moment.light.tints["key"], moment.light.tints["moon"]
    f, t = moment.framing, moment.t
    return (
        life.dust(
            f, t, moment.seed, ((-1.6, 0.9, 1.2), (1.9, 2.4, 3.6)), (LAMP[0], 1.7, LAMP[2]), life.scaled(lamp, 0.5)
        ),
        life.dust(
            f,
            t,
            moment.seed + 1,
            ((-3.2, 0.3, -0.9), (-1.2, 2.4, 2.0)),
            (-2.6, 1.4, 0.4),
            life.scaled(moon, 0.4),
            count=160,
        ),
    )


PLACE = Place(
    name="shop",
    framings=(
        Framing(
            "counter",
            (0.42, 1.46, -1.75),
            -0.07,
            1.56,
            0.05,
            Move(push=0.04),
            calm=(CalmSpot(1.35, 0.62, 0.24), CalmSpot(-1.35, 0.65, 0.24)),
        ),
        Framing(
            "scales", (1.72, 1.42, 0.85), -0.62, 1.45, 0.10, Move(drift=-0.04), calm=(CalmSpot(-1.35, 0.64, 0.24),)
        ),
        Framing("street", (1.22, 1.62, 3.32), -1.88, 1.28, 0.05, Move(drift=0.04), calm=(CalmSpot(-1.38, 0.47, 0.26),)),
    ),
    anchors=(
        Anchor(
            "before_counter",
            (0.72, 0.0, 1.80),
            "floor",
            1.9,
            "hero",
            ("counter",),
            2.6,
            ("stand", "buy", "ask", "wait", "look", "choose"),
        ),
        Anchor(
            "behind_counter",
            (-0.40, 0.0, 3.10),
            "floor",
            1.9,
            "hero",
            ("counter", "scales"),
            0.0,
            ("sell", "serve", "weigh", "wrap", "pay"),
            smallest=1.25,
        ),
        Anchor(
            "before_door",
            (-2.45, 0.0, 2.98),
            "floor",
            1.9,
            "companion",
            ("street",),
            -0.6,
            ("come", "enter", "leave", "walk"),
        ),
        Anchor(
            "floor_left",
            (-1.50, 0.0, 1.30),
            "floor",
            1.9,
            "companion",
            ("counter",),
            0.4,
            ("walk", "stand", "come"),
        ),
        Anchor(
            "floor_cat",
            (-0.75, 0.0, 1.72),
            "floor",
            0.9,
            "companion",
            ("counter",),
            0.3,
            ("sleep", "curl", "lie"),
            ("cat", "dog"),
        ),
        Anchor(
            "counter_left",
            (-0.28, COUNTER, 2.26),
            "top",
            0.40,
            "hero",
            ("counter", "scales"),
            holds=("bread", "box", "paper", "book", "cloth"),
        ),
        Anchor(
            "counter_right",
            (0.92, COUNTER, 2.36),
            "top",
            0.35,
            "companion",
            ("counter", "scales", "street"),
            holds=("jar", "bottle", "candle"),
        ),
        Anchor(
            "window_board",
            (-SIDE + 0.22, PANE[2], 1.26),
            "top",
            0.45,
            "companion",
            ("street", "counter"),
            holds=("cat", "clock", "violin", "box"),
        ),
        Anchor("barrel", (2.15, 0.80, 2.20), "top", 0.45, "companion", ("counter",), holds=("fruit", "food")),
        Anchor(
            "rack_top",
            (SIDE - 0.22, 2.12, 2.90),
            "top",
            0.50,
            "companion",
            ("counter",),
            holds=("clock", "lantern", "owl"),
        ),
        Anchor(
            "beam",
            (-0.55, CEILING - 0.2, 2.4),
            "hang",
            0.6,
            "companion",
            ("counter",),
            holds=("lantern", "cage", "bell"),
        ),
        Anchor("window", (-9.0, 1.6, -1.0), "view", 4.0, "backdrop", ("street",)),
        Anchor("air", (-1.05, 2.0, 1.6), "air", 0.6, "companion", ("counter", "street")),
    ),
    solids=solids,
    light=light,
    life=small_life,
    flicker=flicker,
)
