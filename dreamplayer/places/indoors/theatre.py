"""A small old theatre: rows of red velvet, a gilded arch, footlights before a painted night, boxes with little lamps.

The hall is ten metres wide, x from -5 to 5, z from the back of the stalls (-4.4) to the arch (6.0); the stage (y 1.0)
reaches to its painted cloth at 11. Groups of light: "key" is the footlights, "house" the lamps of boxes and gallery,
"moon" the blue light of the scene on the stage, which follows the hour.
"""

from __future__ import annotations

import math

import numpy as np

from dreamplayer.drawing import place_life as life
from dreamplayer.drawing.place import Place, PlaceLight, PlaceMoment
from dreamplayer.drawing.place_light import hour_light, night_palette
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.solids.materials import carpet, glow, metal, mixed, plain, plaster, step, wood
from dreamplayer.drawing.solids.shapes import ball, box, grid, joined, lathe, panel, rod, room, tube
from dreamplayer.drawing.solids.solid import (
    Array,
    Cut,
    F,
    Finish,
    Lamp,
    Mask,
    Material,
    Scenery,
    Solid,
    Source,
    Surface,
)
from dreamplayer.kit.noise import quick_fbm, quick_noise
from dreamplayer.model.atmosphere import Atmosphere
from dreamplayer.model.place import Anchor, CalmSpot, Framing, Move
from dreamplayer.model.reading import Colour
from dreamplayer.model.stage import Vec3

SIDE, CEILING, FRONT, ARCH = 5.0, 7.0, -4.4, 6.0
STAGE, CLOTH = 1.0, 11.0
"""Height of the stage, and where its painted cloth hangs."""
HALF, TOP = 3.15, 4.75
"""Half width and height of the opening of the stage."""
ROWS = tuple(-3.3 + 1.02 * k for k in range(8))
GALLERY = 2.95
CRIMSON: Colour = (0.205, 0.030, 0.030)
GOLD: Colour = (0.62, 0.41, 0.15)
CREAM: Colour = (0.30, 0.255, 0.185)
FOOTLIGHTS = tuple(-2.6 + 0.65 * k for k in range(9))


def _velvet(s: Surface) -> Finish:
    """Crimson velvet: brighter where it is seen at a slant."""
    grazing = (1 - np.abs((s.sight * s.n).sum(1))) ** 2
    pile = 0.85 + 0.3 * quick_noise(s.p[:, 0] * 50 + s.p[:, 2] * 31, s.p[:, 1] * 50, 3)
    return Finish((np.asarray(CRIMSON, F) * ((0.75 + 0.8 * grazing) * pile)[:, None]).astype(F), 0.05)


def _drape(folds: float) -> Material:
    """Velvet that hangs in folds along its first axis."""

    def material(s: Surface) -> Finish:
        u, v = s.local[:, 0], s.local[:, 1]
        wave = np.sin(u * folds + 1.2 * np.sin(v * 1.3)) * 0.6 + 0.3 * np.sin(u * folds * 2.3 + 1)
        grazing = (1 - np.abs((s.sight * s.n).sum(1))) ** 2
        k = (0.66 + 0.34 * wave) * (0.8 + 0.6 * grazing)
        hem = np.clip(1 - v / 0.16, 0, 1) > 0
        hue = np.where(hem[:, None], np.asarray(GOLD, F) * 0.55, np.asarray(CRIMSON, F)) * k[:, None]
        return Finish(hue.astype(F), 0.05, 0.0, (0.55 + 0.45 * wave).clip(0.2, 1).astype(F))

    return material


def _gilded(s: Surface) -> Finish:
    """Cream plaster with gilt ornament in high relief, repeated along a front."""
    along = np.where(np.abs(s.n[:, 0]) > 0.6, s.p[:, 2], s.p[:, 0])
    y = s.local[:, 1]
    u = np.mod(along / 0.62, 1.0) - 0.5
    v = (y - 0.42) / 0.34
    shell = np.hypot(u / 0.30, v) + 0.16 * np.cos(7 * np.arctan2(v, u))
    leaf = step(0.10, 0.0, np.abs(v - 0.55 * np.sin(u * 12.57)) - 0.10) * step(1.1, 0.9, np.abs(v))
    gilt = np.maximum(step(0.98, 0.84, shell) * step(0.40, 0.52, shell), 0.7 * leaf)
    gilt = np.maximum(gilt, ((y < 0.07) | (y > 0.77)).astype(F))
    relief = 0.90 + 0.10 * np.cos(shell * 9)
    hue = mixed(np.asarray(CREAM, F) * 0.8, np.asarray(GOLD, F) * 0.62, 0.85 * gilt.astype(F)) * relief[:, None]
    return Finish(hue.astype(F), (0.1 + 0.4 * gilt).astype(F), (0.30 * gilt).astype(F), relief.astype(F))


def _hall() -> list[Solid]:
    """Walls, ceiling with a painted round, floor with an aisle, and the wall of the arch."""
    floor = wood((0.090, 0.052, 0.032), 2, 0.25, plank=0.14, across=0)
    wall = plaster((0.165, 0.060, 0.050), low=(0.085, 0.034, 0.028), line=1.2, stain=0.1)

    def sky(s: Surface) -> Finish:
        r = np.hypot(s.p[:, 0], s.p[:, 2] - 0.4)
        ring = (
            np.exp(-(((r - 3.4) / 0.14) ** 2))
            + np.exp(-(((r - 1.1) / 0.10) ** 2))
            + 0.6 * np.exp(-(((r - 3.75) / 0.05) ** 2))
        )
        rays = np.exp(-((np.mod(np.arctan2(s.p[:, 0], s.p[:, 2] - 0.4) / (math.pi / 8) + 0.5, 1) - 0.5) ** 2) * 220) * (
            (r > 1.1) & (r < 3.4)
        )
        cloud = quick_fbm(s.p[:, 0] * 0.9, s.p[:, 2] * 0.9, 6, 4)
        field = mixed((0.085, 0.105, 0.135), (0.25, 0.215, 0.18), step(0.45, 0.7, cloud))
        field = np.where((r < 3.4)[:, None], field, np.asarray(CREAM, F) * 0.8)
        gilt = np.clip(ring + 0.6 * rays, 0, 1)
        return Finish(mixed(field, GOLD, gilt.astype(F)), (0.05 + 0.4 * gilt).astype(F), (0.6 * gilt).astype(F))

    parts = room((-SIDE, 0, FRONT), (SIDE, CEILING, ARCH), floor=floor, wall=wall, ceiling=sky)
    made = [
        p for p in parts if not (float(np.ptp(p.vertices[:, 2])) < 0.1 and float(p.vertices[:, 2].max()) > ARCH - 0.1)
    ]

    def opening(local: Array) -> Mask:
        x, y = local[:, 0] - SIDE, local[:, 1]
        arch = TOP - 0.9 * (np.abs(x) / HALF) ** 2.6
        return np.asarray(~((np.abs(x) < HALF) & (y > STAGE) & (y < arch)))

    def front(s: Surface) -> Finish:
        x, y = s.p[:, 0], s.p[:, 1]
        arch = TOP - 0.9 * (np.abs(x) / HALF) ** 2.6
        edge = np.where(y < TOP - 0.9, np.abs(x) - HALF, np.maximum(y - arch, np.abs(x) - HALF))
        band = (edge < 0.42) & (edge > -0.1) & (y > STAGE - 0.1)
        wave = 0.62 + 0.38 * np.cos(edge * 34) * (0.75 + 0.25 * np.cos((y + np.abs(x)) * 16))
        panel_ = 0.8 + 0.3 * quick_fbm(x * 1.6, y * 1.6, 4, 3)
        crest = np.hypot(x / 0.75, (y - TOP - 0.42) / 0.42)
        shield = (crest < 1) & (crest > 0.72) | (crest < 0.45)
        gilt = band | shield
        hue = np.where(
            gilt[:, None], np.asarray(GOLD, F) * wave[:, None], np.asarray(CREAM, F) * (0.75 * panel_)[:, None]
        )
        return Finish(hue.astype(F), np.where(gilt, 0.55, 0.1).astype(F), np.where(gilt, 0.75, 0.0).astype(F))

    made.append(panel(front, (-SIDE, 0, ARCH), (2 * SIDE, 0, 0), (0, CEILING, 0), cut=opening))
    runner = carpet((0.150, 0.030, 0.030), (0.200, 0.085, 0.045), (0.200, 0.130, 0.060), 1.1, ARCH - FRONT - 1.2)
    made.append(panel(runner, (-0.55, 0.006, FRONT), (1.1, 0, 0), (0, 0, ARCH - FRONT - 1.2), casts=False))
    gilt = metal(GOLD, 0.55, dent=0.3)
    x = np.linspace(-HALF, HALF, 33)
    bow = np.stack([x, TOP - 0.9 * (np.abs(x) / HALF) ** 2.6, 0 * x + ARCH - 0.05], -1)
    whole = np.concatenate([[[-HALF, STAGE, ARCH - 0.05]], bow, [[HALF, STAGE, ARCH - 0.05]]])
    made.append(tube(gilt, whole, 0.085, sides=8))
    return made


def _seat(x: float, z: float) -> tuple[list[Solid], list[Solid]]:
    """One tip-up seat that faces the stage: its velvet, and its frame."""
    u, v = np.meshgrid(np.linspace(-1, 1, 9), np.linspace(0, 1, 7))
    top = 0.40 + 0.58 * v - 0.10 * (np.abs(u) ** 3) * v
    back = np.stack([x + 0.235 * u, top, z - 0.04 - 0.10 * v + 0.03 * np.cos(u * 1.5)], -1)
    rear = back + np.array([0, 0, -0.07], F)
    cap = np.stack([back[-1], (back[-1] + rear[-1]) / 2 + np.array([0, 0.02, 0]), rear[-1]])
    cushion = [
        grid(_velvet, back.astype(F)),
        grid(_velvet, rear.astype(F)),
        grid(_velvet, cap.astype(F)),
        box(_velvet, (x - 0.225, 0.38, z - 0.02), (x + 0.225, 0.47, z + 0.38)),
    ]
    frame = [box(wood((0.10, 0.055, 0.032), 1, 0.4, across=0), (x - 0.27, 0, z - 0.06), (x - 0.235, 0.63, z + 0.30))]
    return cushion, frame


def _stalls() -> list[Solid]:
    velvet, frames = [], []
    for z in ROWS:
        for side in (-1, 1):
            for k in range(6):
                a, b = _seat(side * (0.92 + 0.54 * k), z)
                velvet += a
                frames += b
    return [joined(velvet), joined(frames)]


def _stage(seed: int) -> list[Solid]:
    """Boards, the front of the stage, curtains, wings and the painted cloth."""
    boards = wood((0.200, 0.128, 0.072), 2, 0.35, plank=0.17, across=0, worn=0.5)
    made: list[Solid] = [
        box(boards, (-SIDE, 0.0, ARCH - 0.55), (SIDE, STAGE, CLOTH + 0.2)),
        box(_gilded, (-HALF - 0.6, 0.06, ARCH - 0.60), (HALF + 0.6, STAGE - 0.06, ARCH - 0.55), faces="zY"),
        box(wood((0.12, 0.07, 0.04), 0, 0.4), (-SIDE, STAGE - 0.06, ARCH - 0.64), (SIDE, STAGE + 0.004, ARCH - 0.50)),
        panel(plain((0.02, 0.02, 0.024)), (-SIDE, STAGE, CLOTH + 0.1), (2 * SIDE, 0, 0), (0, 6, 0)),
        panel(plain((0.016, 0.016, 0.02)), (-SIDE, 6.4, ARCH), (2 * SIDE, 0, 0), (0, 0, 6)),
    ]
    made += [panel(plain((0.02, 0.018, 0.02)), (s * 4.6, STAGE, ARCH), (0, 0, 5.2), (0, 6, 0)) for s in (-1, 1)]
    # The main curtain, drawn to the sides and tied, and the swags above.
    for s in (-1, 1):
        u, v = np.meshgrid(np.linspace(-1, 1, 61), np.linspace(0, 1, 25))
        y = STAGE + 0.02 + 3.9 * v
        tie = np.exp(-(((y - 2.15) / 0.75) ** 2))
        wide = 0.92 * (1 - 0.50 * tie) * (0.9 + 0.25 * v)
        x = s * (2.72 + 0.36 * tie) + wide * u
        depth = ARCH + 0.32 - 0.09 * np.cos(u * 19 + 1.5 * v) * (1 - 0.3 * tie)
        local = np.stack([u * 0.95, v * 3.9, 0 * u], -1).astype(F)
        made.append(grid(_drape(20.0), np.stack([x, y, depth], -1).astype(F), local=local))
        angle = np.linspace(0, math.tau, 19)
        made.append(
            tube(
                metal(GOLD, 0.4),
                np.stack(
                    [
                        s * 3.10 + 0.50 * np.cos(angle),
                        2.13 + 0.03 * np.sin(2 * angle),
                        ARCH + 0.30 + 0.15 * np.sin(angle),
                    ],
                    -1,
                ),
                0.030,
                sides=6,
            )
        )
        made.append(
            lathe(
                metal(GOLD, 0.4),
                (s * 2.72, 1.70, ARCH + 0.16),
                [(0.0, 0), (0.055, 0.02), (0.035, 0.26), (0.05, 0.33), (0.02, 0.40)],
                sides=10,
            )
        )
    for k in range(5):
        middle = -2.6 + 1.3 * k
        u, v = np.meshgrid(np.linspace(-1, 1, 25), np.linspace(0, 1, 11))
        sag = (1 - u**2) * 0.42
        y = 4.86 - v * (0.46 + sag)
        depth = ARCH + 0.16 - 0.10 * np.sin(v * 9.0) * (1 - 0.5 * u**2) + 0.02 * k % 2
        made.append(
            grid(
                _drape(3.0),
                np.stack([middle + 0.70 * u, y, depth], -1).astype(F),
                local=np.stack([v * 2.2, 1.0 - 0.93 * v, 0 * u], -1).astype(F),
            )
        )
    made += _scene(seed)
    return made


_NIGHT_LOW, _NIGHT_HIGH = (0.155, 0.215, 0.300), (0.045, 0.070, 0.145)
_MOON, _CASTLE, _HILLS, _MEADOW = (
    (0.52, 0.50, 0.42),
    (0.040, 0.052, 0.080),
    (0.060, 0.085, 0.105),
    (0.045, 0.060, 0.040),
)
"""Albedos of the painted cloth, the sky from its foot to its head."""
_MOON_HIGH, _MOON_EDGE = 2.75, (0.36, 0.33)
"""Metres: height of the painted moon above the stage, and the radii between which its edge is soft."""
_KEEP, _HALL, _TURRET = (-1.35, 0.16, 2.25), (-0.95, 0.24, 1.85), (-1.72, 0.13, 1.95)
"""Towers of the castle: middle, half width and height, metres."""


def _scene(seed: int) -> list[Solid]:
    """The painted night: a moon over a castle and hills, trees of canvas in the wings."""

    def cloth(s: Surface) -> Finish:
        x, y = s.p[:, 0], s.p[:, 1] - STAGE
        brush = 0.85 + 0.3 * quick_fbm(x * 1.3, y * 3.0, 8, 4)
        high = np.clip(y / 4.2, 0, 1)
        sky = mixed(_NIGHT_LOW, _NIGHT_HIGH, high.astype(F)) * brush[:, None]
        moon_x = 0.9 - 0.35 * (seed % 4)
        far = np.hypot(x - moon_x, y - _MOON_HIGH)
        halo = 0.40 * np.exp(-((far / 0.75) ** 2)) + 0.10 * np.exp(-((far / 1.8) ** 2))
        disc = step(*_MOON_EDGE, far)
        sky = sky + halo[:, None] * np.array([0.30, 0.32, 0.34], F)
        sky = mixed(sky, _MOON, disc)
        stars = (quick_noise(x * 9, y * 9, 5) > 0.93) & (y > 1.8) & (far > 0.6)
        sky = np.where(stars[:, None], 0.36, sky)
        hills = 1.15 + 0.35 * np.sin(x * 0.8 + 1) + 0.12 * np.sin(x * 2.3)
        near = 0.62 + 0.22 * np.sin(x * 0.9 - 0.5) + 0.06 * np.sin(x * 5)
        tower = np.zeros(len(x), bool)
        for middle, half, top in (_KEEP, _HALL, _TURRET):
            tower |= (np.abs(x - middle) < half) & (y < top)
        spire = (np.abs(x - _KEEP[0]) < 0.22 * (2.75 - y) / 0.5) & (y >= _KEEP[2]) & (y < 2.75)
        spire |= (np.abs(x - _TURRET[0]) < 0.17 * (2.30 - y) / 0.35) & (y >= _TURRET[2]) & (y < 2.30)
        window = (np.abs(np.mod(x / 0.15, 1) - 0.5) < 0.17) & (np.abs(np.mod(y / 0.26, 1) - 0.5) < 0.20)
        lit = window & tower & (y > 1.35)
        hue = np.where((y < hills)[:, None], np.asarray(_HILLS, F) * brush[:, None], sky)
        hue = np.where((tower | spire)[:, None], np.asarray(_CASTLE, F), hue)
        hue = np.where((y < near)[:, None], np.asarray(_MEADOW, F) * brush[:, None], hue)
        shine = (0.10 * disc + 0.08 * halo)[:, None] * np.array([1.0, 0.98, 0.9], F)
        return Finish(
            hue.astype(F),
            0.02,
            emission={"moon": shine.astype(F), "key": (0.22 * lit[:, None] * np.array([1, 0.85, 0.6])).astype(F)},
        )

    made: list[Solid] = [panel(cloth, (-4.4, STAGE, CLOTH), (8.8, 0, 0), (0, 4.6, 0))]

    def tree(number: int) -> Cut:
        def cut(local: Array) -> Mask:
            x, y = local[:, 0] - 1.1, local[:, 1]
            trunk = np.abs(x - 0.10 * np.sin(y * 1.6 + number)) < 0.15 + 0.10 * np.exp(-y * 2.5) + 0.05 * np.sin(y * 7)
            crown = np.hypot(x / 1.05, (y - 3.05) / 1.15) + 0.35 * (quick_fbm(x * 2.2 + number, y * 2.2, 4, 4) - 0.5)
            return np.asarray((trunk & (y < 3.0)) | (crown < 0.92))

        return cut

    def canvas(s: Surface) -> Finish:
        x, y = s.local[:, 0] - 1.1, s.local[:, 1]
        leaf = quick_fbm(x * 7, y * 7, 5, 3)
        green = np.asarray((0.085, 0.125, 0.070), F) * (0.35 + 1.3 * leaf)[:, None]
        brown = np.asarray((0.125, 0.085, 0.055), F) * (0.6 + 0.8 * quick_fbm(x * 14, y * 2.2, 6, 3))[:, None]
        return Finish(np.where((y > 2.0 + 0.4 * np.sin(9 * x))[:, None], green, brown).astype(F), 0.02)

    for k, (x, z) in enumerate(((-3.75, 7.9), (1.45, 7.9), (-3.25, 9.3), (1.15, 9.3))):
        made.append(panel(canvas, (x, STAGE, z), (2.2, 0, 0), (0, 4.4, 0), cut=tree(k + seed % 5)))

    def bank(local: Array) -> Mask:
        x, y = local[:, 0], local[:, 1]
        return np.asarray(y < 0.34 + 0.14 * np.sin(x * 1.9 + 1) + 0.10 * quick_fbm(x * 5, y * 5, 3, 3))

    made.append(
        panel(
            plain((0.060, 0.085, 0.045), 0.02, vary=0.6, scale=7),
            (-4.2, STAGE, 10.2),
            (8.4, 0, 0),
            (0, 0.7, 0),
            cut=bank,
        )
    )
    return made


def _footlights() -> tuple[list[Solid], list[Lamp]]:
    """Shells with lamps along the edge of the stage, which shine on it and hardly into the hall."""
    shell = metal((0.50, 0.36, 0.16), 0.5)
    z = ARCH - 0.42
    shells, lights = [], []
    for x in FOOTLIGHTS:
        a, b = np.meshgrid(np.linspace(0, math.pi, 9), np.linspace(0, math.pi / 2, 5))
        hood = np.stack(
            [x + 0.13 * np.cos(a), STAGE + 0.15 * np.sin(a) * np.cos(b), z - 0.10 * np.sin(b) * np.sin(a)], -1
        )
        shells.append(grid(shell, hood.astype(F), casts=False))
        lights.append(
            ball(
                glow("key", (1.15, 1.0, 0.75)),
                (x, STAGE + 0.055, z + 0.03),
                (0.040, 0.045, 0.040),
                rings=6,
                sides=10,
                casts=False,
            )
        )

    def onto_stage(v: Array) -> Array:
        ahead = v[:, 2] / (np.linalg.norm(v, axis=1) + 1e-6)
        return np.asarray(np.clip(0.10 + 1.1 * ahead, 0.05, 1), F)

    lamps = [
        Lamp(
            "key",
            (x, STAGE + 0.12, z + 0.04),
            1.9,
            0.16,
            shade=onto_stage,
            shadow=0.9,
            bounce=0.06,
            reach=4.0,
            skin=0.18,
        )
        for x in (-1.9, 0.1, 2.1)
    ]
    return [joined(shells), joined(lights)], lamps


def _boxes() -> tuple[list[Solid], list[Lamp]]:
    """Boxes at both sides in two tiers, the gallery at the back, and the chandelier turned low."""
    made: list[Solid] = []
    fronts, floors, drapes, posts, globes, lamps = [], [], [], [], [], []
    red = plain((0.125, 0.026, 0.026), 0.05, vary=0.25, scale=3)
    for s in (-1, 1):
        for tier in (1.75, 4.05):
            for k in range(3):
                z0 = 0.35 + 1.75 * k
                v, u = np.meshgrid(np.linspace(0, 1, 7), np.linspace(0, 1, 13))
                bulge = 0.85 + 0.22 * np.sin(math.pi * u)
                x = s * (SIDE - bulge - 0.06 * np.sin(math.pi * v))
                points = np.stack([x, tier + 0.84 * v, z0 + 1.6 * u], -1).astype(F)
                local = np.stack([1.6 * u, 0.84 * v, 0 * u], -1).astype(F)
                fronts.append(grid(_gilded, points, local=local))
                x0, x1 = (SIDE - 1.02, SIDE) if s > 0 else (-SIDE, -SIDE + 1.02)
                floors.append(box(red, (x0, tier - 0.04, z0), (x1, tier + 0.02, z0 + 1.6)))
                for at in (z0 + 0.02, z0 + 1.58):
                    posts.append(
                        rod(
                            metal(GOLD, 0.5),
                            (s * (SIDE - 0.86), tier, at),
                            (s * (SIDE - 0.86), tier + 2.25, at),
                            0.045,
                            sides=8,
                        )
                    )
                    u2, v2 = np.meshgrid(np.linspace(-1, 1, 13), np.linspace(0, 1, 7))
                    lean = 0.16 * (1 if at < z0 + 0.5 else -1)
                    fall = np.stack(
                        [
                            s * (SIDE - 0.80) + 0.0 * u2 + 0.03 * np.cos(u2 * 9),
                            tier + 0.84 + 1.40 * v2,
                            at + lean + (0.10 + 0.12 * v2) * u2,
                        ],
                        -1,
                    )
                    drapes.append(grid(_velvet, fall.astype(F)))
                globe = (s * (SIDE - 1.12), tier + 0.62, z0 + 0.02)
                globes.append(ball(glow("house", (0.80, 0.68, 0.48)), globe, 0.055, rings=7, sides=10, casts=False))
            lamps.append(
                Lamp("house", (s * (SIDE - 1.2), tier + 0.9, 2.6), 0.80, 0.4, shadow=0.0, bounce=0.08, reach=2.6)
            )
    a = np.linspace(-1, 1, 41)
    u2, v2 = np.meshgrid(a, np.linspace(0, 1, 7))
    front = np.stack([SIDE * u2, GALLERY - 0.12 + 0.84 * v2, -2.35 + 1.75 * u2**2 + 0.05 * np.sin(math.pi * v2)], -1)
    local = np.stack([SIDE * u2, 0.84 * v2, 0 * u2], -1).astype(F)
    made.append(grid(_gilded, front.astype(F), local=local))
    slab = np.stack(
        [
            np.stack([SIDE * a, 0 * a + GALLERY - 0.10, -2.33 + 1.75 * a**2], -1),
            np.stack([SIDE * a, 0 * a + GALLERY + 0.25, 0 * a + FRONT], -1),
        ]
    )
    made.append(grid(red, slab.astype(F)))
    under = slab - np.array([0, 0.10, 0])
    made.append(grid(plaster(CREAM, stain=0.0), under.astype(F)))
    heads = []
    for row in range(2):
        for k in range(15):
            across = -4.2 + 0.6 * k
            depth = -2.95 - 0.75 * row + 1.2 * (across / SIDE) ** 2
            heads.append(
                box(
                    _velvet,
                    (across - 0.24, GALLERY + 0.1 + 0.2 * row, depth - 0.1),
                    (across + 0.24, GALLERY + 0.98 + 0.2 * row, depth),
                )
            )
    made.append(joined(heads))
    for k in range(7):
        across = -4.2 + 1.4 * k
        depth = -2.35 + 1.75 * (across / SIDE) ** 2 + 0.16
        globes.append(
            ball(
                glow("house", (0.80, 0.68, 0.48)),
                (across, GALLERY + 0.52, depth),
                0.055,
                rings=7,
                sides=10,
                casts=False,
            )
        )
    lamps.append(Lamp("house", (0, GALLERY + 0.9, -1.9), 1.1, 0.5, shadow=0.0, bounce=0.10, reach=3.0))
    made += [joined(fronts), joined(floors), joined(drapes), joined(posts), joined(globes)]
    ring, drops = [], []
    for k in range(16):
        t = math.tau * k / 16
        for r, y in ((0.62, 5.45), (0.36, 5.80)):
            p = (r * math.cos(t), y, 0.4 + r * math.sin(t))
            ring.append(ball(glow("house", (0.46, 0.40, 0.30)), p, 0.030, rings=5, sides=8, casts=False))
            drops.append(
                ball(
                    plain((0.42, 0.42, 0.40), 0.9),
                    (p[0], y - 0.10, p[2]),
                    (0.022, 0.05, 0.022),
                    rings=5,
                    sides=6,
                    casts=False,
                )
            )
    made += [joined(ring), joined(drops), rod(metal(GOLD, 0.5), (0, 5.3, 0.4), (0, CEILING, 0.4), 0.02)]
    for r, y in ((0.62, 5.42), (0.36, 5.77)):
        turn = np.linspace(0, math.tau, 33)
        made.append(
            tube(
                metal(GOLD, 0.6), np.stack([r * np.cos(turn), 0 * turn + y, 0.4 + r * np.sin(turn)], -1), 0.018, sides=6
            )
        )
    lamps.append(Lamp("house", (0, 5.5, 0.4), 1.5, 0.6, shadow=0.0, bounce=0.12, reach=4.0))
    return made, lamps


def solids(seed: int) -> Scenery:
    """The theatre for a seed: where the painted moon stands, the trees of canvas."""
    foot, footlamps = _footlights()
    boxes, house = _boxes()
    parts = _hall() + _stalls() + _stage(seed) + foot + boxes
    sources: tuple[Source, ...] = (
        *footlamps,
        *house,
        Lamp("moon", (0.6, 5.6, 9.4), 7.0, 0.3, shadow=0.8, bounce=0.05, reach=4.0),
    )
    return Scenery(tuple(parts), sources, ("key", "house", "moon"), sky_open=False)


def light(atmosphere: Atmosphere) -> PlaceLight:
    """Footlights and small lamps; the light of the scene follows the hour, as the play does."""
    outside = hour_light(atmosphere)
    cosy = 1.0 + 0.15 * atmosphere.warmth
    return PlaceLight(
        {
            "key": life.scaled((1.0, 0.62, 0.28), cosy),
            "house": life.scaled((1.0, 0.50, 0.20), 0.8 * cosy),
            "moon": outside.window,
        },
        night_palette(outside, key=(1.0, 0.58, 0.25), rim=(0.020, 0.024, 0.040)),
        outside.stage,
    )


def flicker(group: str, t: float) -> float:
    """Footlights are flames behind glass."""
    return life.fire_flicker(t, 4, 0.03) if group == "key" else 1.0


def small_life(moment: PlaceMoment) -> tuple[Form, ...]:
    """Dust over the footlights."""
    lamp = moment.light.tints["key"]
    f, t = moment.framing, moment.t
    return (
        life.dust(
            f, t, moment.seed, ((-2.8, 1.1, 5.5), (2.8, 3.2, 8.2)), (0.1, 1.4, 6.2), life.scaled(lamp, 0.5), reach=1.8
        ),
    )


_ON: Vec3 = (0.45, STAGE, 7.1)

PLACE = Place(
    name="theatre",
    framings=(
        Framing(
            "stalls",
            (0.30, 1.75, -0.75),
            0.0,
            1.55,
            -0.12,
            Move(push=0.045),
            calm=(
                CalmSpot(-0.90, 0.66, 0.27),
                CalmSpot(0.75, 0.66, 0.27),
            ),
        ),
        Framing(
            "front_row",
            (-1.35, 1.62, 3.15),
            0.34,
            1.28,
            -0.06,
            Move(drift=0.035),
            calm=(
                CalmSpot(-1.20, 0.66, 0.27),
                CalmSpot(0.45, 0.66, 0.27),
            ),
        ),
        Framing(
            "from_stage",
            (-1.10, 2.75, 8.9),
            2.90,
            1.22,
            0.08,
            Move(drift=-0.03),
            calm=(
                CalmSpot(1.35, 0.4),
                CalmSpot(-1.35, 0.4),
            ),
        ),
    ),
    anchors=(
        Anchor(
            "stage_middle",
            _ON,
            "floor",
            2.0,
            "hero",
            ("stalls", "front_row"),
            0.0,
            ("sing", "dance", "act", "bow", "stand", "perform", "speak"),
        ),
        Anchor(
            "stage_left",
            (-1.05, STAGE, 7.5),
            "floor",
            2.0,
            "companion",
            ("stalls", "front_row"),
            -0.4,
            ("wait", "play", "listen", "stand"),
        ),
        Anchor(
            "stage_back",
            (0.2, STAGE, 9.0),
            "floor",
            2.6,
            "companion",
            ("stalls", "front_row"),
            0.0,
            ("come", "walk"),
            ("piano", "harp", "horse", "throne"),
        ),
        Anchor(
            "stage_floor",
            (1.35, STAGE, 6.6),
            "floor",
            0.9,
            "companion",
            ("stalls", "front_row"),
            0.4,
            ("sit", "curl", "sleep"),
            ("cat", "dog", "mask"),
        ),
        Anchor(
            "aisle",
            (-0.05, 0.006, 2.3),
            "floor",
            1.9,
            "hero",
            ("from_stage",),
            3.0,
            ("walk", "watch", "come", "stand"),
        ),
        Anchor(
            "seat_front",
            (-0.92, 0.47, ROWS[5] + 0.10),
            "seat",
            1.9,
            "companion",
            ("from_stage",),
            math.pi,
            ("sit", "watch", "listen", "applaud"),
        ),
        Anchor(
            "stage_edge",
            (-2.30, STAGE + 0.004, ARCH - 0.35),
            "top",
            0.40,
            "companion",
            ("front_row",),
            holds=("flower", "mask", "crown", "violin"),
        ),
        Anchor(
            "box_rail",
            (-SIDE + 1.05, 1.75 + 0.84, 4.4),
            "top",
            0.45,
            "companion",
            ("stalls",),
            holds=("bird", "owl", "dove"),
        ),
        Anchor(
            "flies",
            (-0.4, 4.1, 8.4),
            "hang",
            1.4,
            "companion",
            ("stalls", "front_row"),
            holds=("moon", "swing", "lantern", "star"),
        ),
        Anchor("cloth", (0.6, STAGE + 0.9, CLOTH - 0.05), "view", 2.5, "backdrop", ("stalls", "front_row")),
        Anchor("air", (-0.3, 3.3, 7.4), "air", 0.9, "companion", ("stalls", "front_row")),
        Anchor("air_hall", (0.9, 3.9, 2.2), "air", 0.9, "companion", ("from_stage",)),
    ),
    solids=solids,
    light=light,
    life=small_life,
    flicker=flicker,
    ground_at=lambda x, z: STAGE if z > ARCH - 0.55 else 0.0,
)
