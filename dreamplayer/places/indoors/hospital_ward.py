"""A hospital ward by night: iron beds under tall moonlit windows, a lamp behind a cloth screen, the night nurse's desk.

Six and a half metres wide, 3.8 m high; x from -3.25 (the windows) to 3.25, z from -2.6 to the double door (9.6). Groups
of light: "key" is the lamp behind the screen, "desk" the nurse's lamp and the door, "moon" the windows.
"""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np

from dreamplayer.drawing import place_life as life
from dreamplayer.drawing.place import Place, PlaceLight, PlaceMoment
from dreamplayer.drawing.place_light import hour_light, night_palette
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.solids import furniture as fit
from dreamplayer.drawing.solids.materials import chance, china, glow, iron, leaves, metal, plain, plaster, tiles, wood
from dreamplayer.drawing.solids.shapes import ball, box, grid, joined, lathe, panel, rod, room
from dreamplayer.drawing.solids.solid import (
    Array,
    F,
    Finish,
    Lamp,
    Mask,
    Material,
    Pane,
    Scenery,
    Solid,
    Source,
    Sun,
    Surface,
)
from dreamplayer.kit.noise import quick_fbm, quick_noise
from dreamplayer.model.atmosphere import Atmosphere
from dreamplayer.model.place import Anchor, CalmSpot, Framing, Move
from dreamplayer.model.reading import Colour

SIDE, CEILING, BACK, FRONT = 3.25, 3.8, 9.6, -2.6
BEDS = (0.35, 2.65, 4.95, 7.25)
"""Middles of the beds in z, on both sides; their heads stand at the walls."""
MATTRESS, LONG, HALF = 0.56, 2.0, 0.46
"""Height of a made bed, its length and half its width."""
WINDOWS = ((-1.35, -0.25), (0.95, 2.05), (3.25, 4.35), (5.55, 6.65))
SILL, HEAD = 1.15, 3.15
SCREENED = 1
"""The bed at the right that the screen stands about."""
LAMP = (2.95, 1.02, 3.40)
DESK = (-0.15, 0.76, 7.75)
"""Middle of the nurse's desk, at the height of its top."""
MINT: Colour = (0.225, 0.270, 0.245)
LINEN: Colour = (0.46, 0.46, 0.45)


def _shell() -> list[Solid]:
    floor = tiles((0.125, 0.130, 0.125), 0.45, mirror=0.38, gloss=0.7, other=(0.165, 0.165, 0.150))
    wall = plaster(MINT, low=(0.085, 0.130, 0.118), line=1.08, stain=0.15)
    made = list(
        room(
            (-SIDE, 0, FRONT),
            (SIDE, CEILING, BACK),
            floor=floor,
            wall=wall,
            ceiling=plaster((0.27, 0.28, 0.265), stain=0),
            openings=[("x", a, b, SILL, HEAD) for a, b in WINDOWS],
        )
    )
    pale = plain((0.30, 0.315, 0.295), 0.3, vary=0.1)
    trims = []
    for s in (-1, 1):
        for y, h, deep in ((0.0, 0.14, 0.02), (1.07, 0.05, 0.025), (3.45, 0.07, 0.03)):
            x0, x1 = (SIDE - deep, SIDE) if s > 0 else (-SIDE, -SIDE + deep)
            trims.append(box(pale, (x0, y, FRONT), (x1, y + h, BACK)))
    for z in (-0.8, 3.8, 8.4):
        trims.append(box(pale, (-SIDE, CEILING - 0.16, z - 0.12), (SIDE, CEILING, z + 0.12)))
    made.append(joined(trims))
    return made


def _windows() -> list[Solid]:
    made: list[Solid] = []
    paint = plain((0.33, 0.34, 0.33), 0.3, vary=0.1)
    for a, b in WINDOWS:
        parts = fit.window(
            0.006, a, b, SILL, HEAD, depth=0.30, reveal=plaster(MINT, stain=0.0), frame=paint, columns=2, rows=4,
            board=paint,
        )  # fmt: skip
        made += fit.placed(parts, (-SIDE, 0, 0), -math.pi / 2)
        for at, seed in ((a - 0.02, 1), (b + 0.02, 2)):
            u, v = np.meshgrid(np.linspace(-1, 1, 17), np.linspace(0, 1, 7))
            points = np.stack(
                [-SIDE + 0.09 + 0.03 * np.sin(u * 9 + seed), SILL - 0.18 + v * (HEAD - SILL + 0.35), at + 0.17 * u], -1
            )
            made.append(grid(_curtain, points.astype(F)))

    def park(s: Surface) -> Finish:
        y = s.p[:, 1]
        k = 0.010 + 0.022 * np.exp(-(((y + 0.5) / 2.0) ** 2)) * (0.6 + 0.8 * quick_fbm(s.p[:, 2] * 0.2, y * 0.4, 3, 3))
        return Finish(np.zeros((len(y), 3), F), emission={"moon": (k[:, None] * np.array([0.9, 1, 1])).astype(F)})

    def crowns(local: Array) -> Mask:
        x, y = local[:, 0], local[:, 1]
        return np.asarray(
            y < 3.2 + 3.2 * quick_fbm(x * 0.16, 0 * x, 5, 2) - 1.2 * (quick_fbm(x * 1.6, y * 1.6, 2, 4) - 0.4)
        )

    made.append(panel(park, (-20, -3, -45), (0, 0, 100), (0, 11, 0), cut=crowns, casts=False))
    return made


def _curtain(s: Surface) -> Finish:
    """White cotton in folds that lets the moon through."""
    fold = 0.70 + 0.30 * np.sin(s.local[:, 0] * 55)
    return Finish((np.asarray((0.36, 0.38, 0.38), F) * fold[:, None]).astype(F), 0.03, 0.0, fold.astype(F), thin=0.6)


def _blanket(hue: Colour) -> Material:
    """A woven blanket with a stripe near its edge, and a band of sheet folded over it."""

    def material(s: Surface) -> Finish:
        u, v = s.local[:, 0], s.local[:, 1]
        weave = 0.85 + 0.30 * quick_noise(u * 70, v * 70, 3)
        fold = 0.8 + 0.4 * quick_fbm(u * 2.4, v * 2.4, 4, 3)
        sheet = u > 1.23
        stripe = (np.abs(u - 0.18) < 0.035) | (np.abs(u - 0.28) < 0.012)
        colours = np.asarray(hue, F) * (weave * fold)[:, None]
        colours = np.where(stripe[:, None], np.asarray((0.32, 0.30, 0.26), F) * weave[:, None], colours)
        colours = np.where(sheet[:, None], np.asarray(LINEN, F) * (0.85 + 0.2 * fold)[:, None], colours)
        return Finish(colours.astype(F), 0.03)

    return material


def _bed(side: int, z: float, number: int, seed: int) -> tuple[list[Solid], list[Solid], list[Solid]]:
    """A bed with its head at a wall: its cloth, its bars, and its linen."""
    foot_x, head_x = side * (SIDE - 0.10 - LONG), side * (SIDE - 0.10)
    hue = ((0.085, 0.125, 0.165), (0.150, 0.075, 0.070), (0.095, 0.130, 0.095))[(number + seed) % 3]
    across, along = np.meshgrid(np.linspace(-1, 1, 21), np.linspace(0, 1, 22))
    edge = np.clip((np.abs(across) - 0.78) / 0.22, 0, 1)
    half = np.minimum(np.abs(across) / 0.78, 1.0) * HALF
    y = MATTRESS - 0.27 * edge**1.3 + 0.020 * np.sin(6 * along + 2.5 * across + number) * (1 - edge)
    y = y + 0.012 * np.sin(17 * across + 5 * along + number) - 0.20 * np.clip((0.05 - along) / 0.05, 0, 1)
    x = foot_x + side * 0.03 + side * along * (LONG * 0.74)
    cover = np.stack([x, y, z + np.sign(across) * (half + 0.04 * edge)], -1).astype(F)
    local = np.stack([along * LONG * 0.74, across * HALF, 0 * along], -1).astype(F)
    cloth_parts = [grid(_blanket(hue), cover, local=local)]

    def plump(unit: Array) -> Array:
        return np.asarray((np.abs(unit) ** 5).sum(1) ** -0.2 * (1 - 0.12 * np.abs(unit[:, 2])), F)

    sheet = plain(LINEN, 0.05, vary=0.14, scale=6)
    low, high = sorted((foot_x, head_x))
    linen = [
        box(sheet, (low + 0.04, 0.36, z - HALF), (high - 0.04, MATTRESS - 0.03, z + HALF)),
        ball(sheet, (head_x - side * 0.26, MATTRESS + 0.05, z), (0.19, 0.085, 0.34), rings=10, sides=18, lump=plump),
    ]
    black = iron((0.11, 0.115, 0.115), 0.5)
    bars = []
    for at, tall in ((head_x, 1.12), (foot_x, 0.86)):
        bars += [
            rod(black, (at, 0, z + s * (HALF + 0.02)), (at, tall, z + s * (HALF + 0.02)), 0.019, sides=7)
            for s in (-1, 1)
        ]
        bars += [rod(black, (at, q, z - HALF), (at, q, z + HALF), 0.014, sides=6) for q in (tall - 0.03, 0.42)]
        bars += [
            rod(black, (at, 0.42, z + q * HALF), (at, tall - 0.03, z + q * HALF), 0.008, sides=5)
            for q in (-0.6, -0.2, 0.2, 0.6)
        ]
        bars += [ball(black, (at, tall + 0.015, z + s * (HALF + 0.02)), 0.030, rings=6, sides=8) for s in (-1, 1)]
    bars += [rod(black, (foot_x, 0.36, z + s * HALF), (head_x, 0.36, z + s * HALF), 0.018, sides=6) for s in (-1, 1)]
    return cloth_parts, bars, linen


def _beds(seed: int) -> list[Solid]:
    made, bars, linen, lockers, small, charts = [], [], [], [], [], []
    pale = wood((0.30, 0.29, 0.25), 1, 0.25, across=0, grain=0.4)
    for side in (-1, 1):
        for k, z in enumerate(BEDS):
            number = k + (4 if side > 0 else 0)
            a, b, c = _bed(side, z, number, seed)
            made += a
            bars += b
            linen += c
            foot = side * (SIDE - 0.10 - LONG)
            charts.append(
                box(_chart, (foot - side * 0.03 - 0.005, 0.50, z - 0.14), (foot - side * 0.03 + 0.005, 0.83, z + 0.11))
            )
            x, at = side * (SIDE - 0.24), z + 0.76
            lockers += [
                box(pale, (x - 0.20, 0.08, at - 0.19), (x + 0.20, 0.72, at + 0.19)),
                box(pale, (x - 0.22, 0.72, at - 0.21), (x + 0.22, 0.75, at + 0.21)),
                box(pale, (x - side * 0.21 - 0.006, 0.46, at - 0.15), (x - side * 0.21 + 0.006, 0.68, at + 0.15)),
            ]
            lockers += [
                rod(pale, (x + p, 0, at + q), (x + p, 0.1, at + q), 0.015, sides=6)
                for p in (-0.17, 0.17)
                for q in (-0.16, 0.16)
            ]
            if number not in (4 + SCREENED, SCREENED) and float(chance(number, seed + 3)) < 0.75:
                small.append(
                    lathe(
                        china((0.38, 0.39, 0.38)),
                        (x - side * 0.04, 0.75, at),
                        [(0.032, 0), (0.042, 0.02), (0.045, 0.10)],
                        sides=12,
                    )
                )
    made += [joined(bars), joined(linen), joined(lockers), joined(charts)]
    if small:
        made.append(joined(small))
    # A jar of flowers on the locker of the second bed at the left.
    x, at = -(SIDE - 0.24), BEDS[1] + 0.76
    made.append(
        lathe(
            plain((0.13, 0.16, 0.16), 0.8),
            (x, 0.75, at),
            [(0.04, 0), (0.05, 0.03), (0.035, 0.13), (0.045, 0.16)],
            sides=14,
        )
    )
    stems, blooms = [], []
    for k in range(7):
        turn, out = 0.9 * k, 0.05 + 0.05 * float(chance(k, 5))
        top = (x + out * math.cos(turn), 1.08 + 0.06 * float(chance(k, 6)), at + out * math.sin(turn))
        stems.append(rod(leaves((0.06, 0.09, 0.04)), (x, 0.85, at), top, 0.006, sides=4))
        blooms.append(
            ball(plain((0.40, 0.28, 0.30), 0.1, vary=0.4, scale=30), top, (0.038, 0.030, 0.038), rings=6, sides=9)
        )
    made += [joined(stems), joined(blooms)]
    return made


def _chart(s: Surface) -> Finish:
    """A paper with a curve and lines on a board."""
    u, v = s.p[:, 2], s.local[:, 1]
    row = np.abs(np.mod(v / 0.032, 1) - 0.5) < 0.10
    shown = np.where(row[:, None], 0.20, np.asarray((0.40, 0.39, 0.35), F))
    edge = (v < 0.02) | (v > 0.31) | (quick_noise(u * 3, v * 2, 3) > 0.98)
    return Finish(np.where(edge[:, None], np.asarray((0.10, 0.07, 0.05), F), shown).astype(F), 0.1)


def _screen() -> tuple[list[Solid], Lamp]:
    """A folding screen about a bed, and the lamp behind it that shines through its cloth."""
    lx, _, lz = LAMP
    z = BEDS[SCREENED]
    plan = ((3.05, z - 0.98), (2.25, z - 0.90), (1.45, z - 1.02), (0.72, z - 0.86))
    lamp = np.asarray(LAMP, F)

    def cloth(s: Surface) -> Finish:
        u, v = s.local[:, 0], s.local[:, 1]
        fold = 0.80 + 0.20 * np.sin(u * 64 + 0.6 * np.sin(v * 4))
        away = s.p - lamp
        far = np.linalg.norm(away, axis=1)
        shine = fold * (0.20 + 0.80 * np.abs((away * s.n).sum(1)) / (far + 1e-6)) / (0.75 + far**2) * 0.60
        # The shadow of the bed's head and pillow on the cloth.
        low = np.clip((v - 0.36) / 0.25, 0.25, 1)
        return Finish(
            (np.asarray((0.34, 0.33, 0.30), F) * fold[:, None]).astype(F), 0.03,
            emission={"key": ((shine * low)[:, None] * np.asarray((1.0, 0.92, 0.80), F)).astype(F)}, thin=0.3,
        )  # fmt: skip

    frame, cloths = [], []
    steel = metal((0.50, 0.50, 0.48), 0.5)
    for (x0, z0), (x1, z1) in pairwise(plan):
        cloths.append(panel(cloth, (x0, 0.28, z0), (x1 - x0, 0, z1 - z0), (0, 1.36, 0)))
        for x, at in ((x0, z0), (x1, z1)):
            frame += [
                rod(steel, (x, 0.03, at), (x, 1.70, at), 0.013, sides=7),
                ball(steel, (x, 0.03, at), 0.03, rings=5, sides=8),
            ]
        frame += [rod(steel, (x0, y, z0), (x1, y, z1), 0.011, sides=6) for y in (0.27, 1.66)]
    x, y = lx, 0.75
    made = [
        joined(cloths),
        joined(frame),
        lathe(
            metal(fit.BRASS, 0.5),
            (x, y, lz),
            [(0.07, 0), (0.065, 0.015), (0.012, 0.03), (0.012, 0.22)],
            sides=14,
            casts=False,
        ),
        lathe(glow("key", (0.72, 0.64, 0.50)), (x, y + 0.18, lz), [(0.125, 0.0), (0.075, 0.16)], sides=20, casts=False),
    ]
    return made, Lamp("key", LAMP, 1.5, 0.10, bounce=0.11, reach=2.2, skin=0.22)


def _nurse() -> tuple[list[Solid], Lamp]:
    """The night nurse's desk in the aisle: a shaded lamp, a ledger, a chair; and the door with lit panes behind it."""
    x, y, z = DESK
    made = fit.table((x, 0, z), length=1.25, width=0.65, height=y)
    lx = x - 0.32
    made += [
        lathe(
            metal(fit.BRASS, 0.6),
            (lx, y, z),
            [(0.08, 0), (0.07, 0.02), (0.012, 0.04), (0.012, 0.30)],
            sides=14,
            casts=False,
        ),
        lathe(
            _green_shade,
            (lx, y + 0.26, z),
            [(0.16, 0.0), (0.13, 0.06), (0.05, 0.11), (0.0, 0.12)],
            sides=22,
            casts=False,
        ),
        lathe(
            glow("desk", (1.1, 0.95, 0.7)), (lx, y + 0.255, z), [(0.145, 0.004), (0.11, 0.05)], sides=22, casts=False
        ),
        box(
            plain((0.42, 0.40, 0.34), 0.05, vary=0.15),
            (x - 0.12, y, z - 0.16),
            (x + 0.22, y + 0.025, z + 0.10),
            yaw=0.1,
        ),
        box(plain((0.07, 0.09, 0.12), 0.2), (x + 0.32, y, z - 0.10), (x + 0.52, y + 0.10, z + 0.12), yaw=-0.2),
    ]
    made += fit.chair((x + 0.05, 0, z + 0.55), 0.15)
    pale = wood((0.245, 0.235, 0.20), 1, 0.35, across=0, grain=0.4)
    door = []
    for s in (-1, 1):
        a, b = (0.0, 0.85) if s > 0 else (-0.85, 0.0)
        door += [
            box(pale, (a, 0, BACK - 0.05), (b, 1.05, BACK)),
            box(pale, (a, 1.95, BACK - 0.05), (b, 2.25, BACK)),
            box(pale, (a, 1.05, BACK - 0.05), (a + 0.13, 1.95, BACK)),
            box(pale, (b - 0.13, 1.05, BACK - 0.05), (b, 1.95, BACK)),
        ]
    door += [
        box(pale, (-0.98, 0, BACK - 0.08), (-0.85, 2.95, BACK)),
        box(pale, (0.85, 0, BACK - 0.08), (0.98, 2.95, BACK)),
        box(pale, (-0.98, 2.25, BACK - 0.07), (0.98, 2.36, BACK)),
        box(pale, (-0.98, 2.86, BACK - 0.08), (0.98, 2.98, BACK)),
    ]
    made.append(joined(door))

    def frosted(s: Surface) -> Finish:
        far = np.hypot(s.local[:, 0] - 1.15, s.local[:, 1] - 0.9)
        k = 0.07 + 0.20 * np.exp(-((far / 0.55) ** 2))
        return Finish(np.full((len(far), 3), 0.05, F), emission={"desk": np.repeat(k[:, None], 3, 1).astype(F)})

    made.append(panel(frosted, (-0.85, 1.0, BACK - 0.02), (1.7, 0, 0), (0, 1.9, 0), casts=False))
    made += fit.wall_clock((1.75, 2.75, BACK - 0.005), 0.22, time=(2.6, 36.0), colour=(0.06, 0.05, 0.045))

    def down(v: Array) -> Array:
        fall = -v[:, 1] / (np.linalg.norm(v, axis=1) + 1e-6)
        return np.asarray(0.10 + 0.90 * np.clip((fall + 0.15) / 0.35, 0, 1), F)

    return made, Lamp("desk", (lx, y + 0.27, z), 1.3, 0.07, shade=down, bounce=0.16, reach=2.2, skin=0.2)


def _green_shade(s: Surface) -> Finish:
    """Green glass over a lamp, lit from within."""
    k = 0.16 + 0.10 * np.clip(1 - s.local[:, 1] / 0.12, 0, 1)
    return Finish(
        np.full((len(k), 3), 0.06, F), 0.7, emission={"desk": (k[:, None] * np.asarray((0.35, 1.0, 0.75), F)).astype(F)}
    )


def _print(number: int) -> Material:
    """A print of hills and water in washed colours."""

    def paint(s: Surface) -> Finish:
        u, v = s.local[:, 0] / 0.75, s.local[:, 1] / 0.55
        hill = 0.46 + 0.14 * np.sin(4.4 * u + 2 * number) + 0.03 * np.sin(19 * u)
        water = (v < 0.30)[:, None]
        sky = np.asarray((0.30, 0.31, 0.30), F) * (0.75 + 0.3 * v)[:, None]
        shown = np.where((v < hill)[:, None], np.asarray((0.12, 0.16, 0.13), F), sky)
        wave = np.asarray((0.17, 0.21, 0.23), F) * (0.8 + 0.3 * quick_noise(u * 8, v * 60, 3))[:, None]
        mount = (np.minimum(np.minimum(u, 1 - u) * 0.75, np.minimum(v, 1 - v) * 0.55) < 0.05)[:, None]
        return Finish(np.where(mount, 0.36, np.where(water, wave, shown)).astype(F), 0.2)

    return paint


def _ceiling_lamps() -> list[Solid]:
    """Globes of milk glass, unlit."""
    made = []
    for z in (-0.1, 3.0, 6.1):
        made += [
            rod(iron(), (0, CEILING, z), (0, 3.12, z), 0.010, casts=False),
            ball(plain((0.36, 0.37, 0.36), 0.6, vary=0.05), (0, 2.98, z), (0.17, 0.15, 0.17)),
        ]
    return made


def solids(seed: int) -> Scenery:
    """The ward for a seed: colours of the blankets, what stands on the lockers."""
    screen, lamp = _screen()
    nurse, desk_lamp = _nurse()
    parts = _shell() + _windows() + _beds(seed) + screen + nurse + _ceiling_lamps()
    parts += fit.chair((-1.62, 0, BEDS[1] + 0.88), 2.7, colour=(0.20, 0.19, 0.17), rush=(0.20, 0.19, 0.16))
    for k, z in enumerate((1.5, 3.8, 6.1)):
        parts += fit.picture_frame(
            (SIDE - 0.005, 2.05, z), 0.75, 0.55, _print(k + seed % 3), wall="X", colour=(0.10, 0.10, 0.095)
        )
    sources: tuple[Source, ...] = (
        lamp,
        desk_lamp,
        Lamp("key", (1.4, 2.7, 0.8), 0.40, 0.5, shadow=0.0, bounce=0.06, reach=2.4),
        Lamp("desk", (0, 1.9, BACK - 0.3), 0.35, 0.3, shadow=0.0, bounce=0.05, reach=1.8),
        Sun("moon", (-0.80, 0.64, -0.10), 3.0, dust=0.014, dust_reach=11.0),
        *(
            Pane("moon", (-SIDE - 0.1, SILL, a), (0, 0, b - a), (0, HEAD - SILL, 0), 0.62, shadow=0.0)
            for a, b in WINDOWS
        ),
    )
    return Scenery(tuple(parts), sources, ("key", "desk", "moon"), sky_open=False)


def light(atmosphere: Atmosphere) -> PlaceLight:
    """Two small lamps burn all night; the windows follow the hour."""
    outside = hour_light(atmosphere)
    cosy = 1.0 + 0.15 * atmosphere.warmth
    return PlaceLight(
        {
            "key": life.scaled((1.0, 0.60, 0.28), cosy),
            "desk": life.scaled((1.0, 0.62, 0.30), cosy),
            "moon": outside.window,
        },
        night_palette(outside, key=(1.0, 0.58, 0.26), rim=(0.020, 0.028, 0.044)),
        outside.stage,
    )


def flicker(group: str, t: float) -> float:
    """Lamps of a ward are steady; the one behind the screen breathes hardly at all."""
    return life.fire_flicker(t, 4, 0.02) if group == "key" else 1.0


def small_life(moment: PlaceMoment) -> tuple[Form, ...]:
    """Dust in the moonlight."""
    moon = moment.light.tints["moon"]
    f, t = moment.framing, moment.t
    return (
        life.dust(
            f, t, moment.seed, ((-3.1, 0.5, -0.5), (0.5, 3.0, 5.0)), (-1.8, 1.7, 2.2), life.scaled(moon, 0.4),
            count=260, reach=2.4, size=0.007,
        ),
    )  # fmt: skip


PLACE = Place(
    name="hospital_ward",
    framings=(
        Framing(
            "ward",
            (0.10, 1.58, -2.05),
            0.01,
            1.42,
            0.04,
            Move(push=0.04),
            calm=(CalmSpot(-0.05, 0.52), CalmSpot(1.3, 0.55)),
        ),
        Framing(
            "bed",
            (0.35, 1.38, 0.55),
            -0.72,
            1.36,
            0.05,
            Move(drift=0.035),
            calm=(CalmSpot(0.75, 0.52), CalmSpot(-0.25, 0.68, 0.24)),
        ),
        Framing(
            "screen",
            (-1.05, 1.42, -0.55),
            0.56,
            1.45,
            0.02,
            Move(drift=-0.035),
            calm=(CalmSpot(-0.4, 0.47, 0.26), CalmSpot(0.85, 0.64, 0.24)),
        ),
    ),
    anchors=(
        Anchor(
            "aisle",
            (-0.05, 0.0, 2.15),
            "floor",
            1.9,
            "hero",
            ("ward", "screen"),
            0.2,
            ("stand", "walk", "come", "look", "wait"),
        ),
        Anchor(
            "bed_left",
            (-(SIDE - 1.10), MATTRESS, BEDS[1]),
            "bed",
            1.9,
            "hero",
            ("bed", "ward"),
            1.57,
            ("sleep", "lie", "rest", "dream", "wake"),
        ),
        Anchor(
            "bed_right",
            (SIDE - 1.10, MATTRESS, BEDS[0]),
            "bed",
            1.9,
            "companion",
            ("screen", "ward"),
            -1.57,
            ("sleep", "lie", "rest"),
        ),
        Anchor(
            "chair",
            (-1.62, 0.475, BEDS[1] + 0.88),
            "seat",
            1.9,
            "hero",
            ("bed", "ward"),
            2.7,
            ("sit", "visit", "watch", "read", "wait"),
        ),
        Anchor(
            "bedside",
            (-1.05, 0.0, 3.85),
            "floor",
            1.9,
            "companion",
            ("bed", "ward"),
            0.9,
            ("bend", "care", "kneel", "nurse", "stand"),
        ),
        Anchor(
            "at_desk", (0.55, 0.0, 6.9), "floor", 1.9, "companion", ("ward", "screen"), 0.3, ("write", "watch", "stand")
        ),
        Anchor(
            "floor_cat",
            (0.48, 0.0, 1.75),
            "floor",
            0.9,
            "companion",
            ("ward", "screen"),
            0.4,
            ("curl", "sleep", "sit"),
            ("cat", "dog"),
        ),
        Anchor(
            "locker",
            (-(SIDE - 0.16), 0.75, BEDS[1] + 0.62),
            "top",
            0.25,
            "companion",
            ("bed",),
            holds=("glass", "book", "clock", "bottle"),
        ),
        Anchor(
            "desk",
            (DESK[0] + 0.05, DESK[1], DESK[2] - 0.18),
            "top",
            0.35,
            "companion",
            ("ward",),
            holds=("book", "paper", "candle", "phone"),
            smallest=0.15,
        ),
        Anchor(
            "quilt",
            (-(SIDE - 1.75), MATTRESS, BEDS[1] - 0.05),
            "top",
            0.5,
            "companion",
            ("bed", "ward"),
            holds=("cat", "book", "feather"),
        ),
        Anchor(
            "sill",
            (-SIDE - 0.10, SILL, 3.70),
            "top",
            0.4,
            "companion",
            ("bed",),
            holds=("flower", "bird", "dove", "owl"),
        ),
        Anchor("ceiling", (0.0, 3.62, 4.6), "hang", 0.7, "companion", ("ward",)),
        Anchor("outside", (-18.0, 1.5, 16.0), "view", 4.0, "backdrop", ("bed",)),
        Anchor("air", (0.55, 2.15, 3.6), "air", 0.7, "companion", ("ward", "screen")),
    ),
    solids=solids,
    light=light,
    life=small_life,
    flicker=flicker,
)
