"""A gallery of mirrors in a palace: gilded arches on both sides reflect each other without end, candles.

Four metres wide, 4.4 m high; x from -2 to 2, z from -3 to the tall window at 17. Mirrors face each other in every bay;
what they show is worked out by following the line of sight through the repeated gallery. Groups of light: "key" is the
chandeliers, "fire" the candles between the mirrors, "moon" the window.
"""

from __future__ import annotations

import math

import numpy as np

from dreamplayer.drawing import place_life as life
from dreamplayer.drawing.place import Place, PlaceLight, PlaceMoment
from dreamplayer.drawing.place_light import hour_light, night_palette
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.solids import materials as mat
from dreamplayer.drawing.solids.materials import glow, metal, plain
from dreamplayer.drawing.solids.shapes import ball, box, grid, joined, lathe, panel, rod, room, tube
from dreamplayer.drawing.solids.solid import Array, F, Finish, Lamp, Mask, Pane, Scenery, Solid, Source, Sun, Surface
from dreamplayer.kit.noise import quick_fbm
from dreamplayer.model.atmosphere import Atmosphere
from dreamplayer.model.place import Anchor, CalmSpot, Framing, Move
from dreamplayer.model.reading import Colour

SIDE, CEILING, BACK, FRONT = 2.0, 4.4, 17.0, -3.0
BAY, FIRST, BAYS = 2.4, -1.6, 8
"""Distance of the mirrors in z, the middle of the first, and how many on each side."""
HALF, FOOT, SPRING = 0.82, 0.55, 2.55
"""Half width of a mirror, its foot, and the height where its arch begins."""
CHANDELIERS = (1.9, 6.7, 11.5)
CHANDELIER = 3.05
"""Height of the candles of a chandelier."""
WINDOW = (0.95, 0.75, 2.75)
"""The window at the end: half width, sill, height where its arch begins."""
GOLD: Colour = (0.60, 0.40, 0.15)
DEPTH = 6
"""How many reflections of reflections are followed."""


def _arch_edge(z: Array, y: Array, half: float = HALF) -> Array:
    """Metres inside (positive) or outside the outline of the nearest mirror."""
    across = np.abs(np.mod(z - FIRST + BAY / 2, BAY) - BAY / 2)
    side = np.where(y < SPRING, half - across, half - np.hypot(across, y - SPRING))
    return np.asarray(np.minimum(side, y - FOOT), F)


def _reflected(s: Surface) -> Finish:
    """What a mirror shows: the gallery repeated, ever dimmer and bluer."""
    sign = np.sign(s.p[:, 0])
    dx = np.maximum(np.abs(s.sight[:, 0]), 1e-3)
    y0, z0 = s.p[:, 1], s.p[:, 2]
    dy, dz = s.sight[:, 1], s.sight[:, 2]
    n = len(y0)
    # The eye's side of the mirror is nearer to +x or -x; behind the glass the line goes on straight.
    alive = np.ones(n, bool)
    shown = {name: np.zeros((n, 3), F) for name in ("key", "fire", "moon")}
    gold = np.asarray(GOLD, F) / GOLD[0]
    share = np.full(n, 0.80, F)
    for k in range(DEPTH):
        t0, t1 = 2 * SIDE * k / dx, 2 * SIDE * (k + 1) / dx
        # Floor, ceiling and the ends of the gallery on the way to the next wall.
        tf = np.where(dy < -1e-4, -y0 / np.minimum(dy, -1e-4), np.inf)
        tc = np.where(dy > 1e-4, (CEILING - y0) / np.maximum(dy, 1e-4), np.inf)
        te = np.where(dz > 1e-4, (BACK - z0) / np.maximum(dz, 1e-4), (FRONT - z0) / np.minimum(dz, -1e-4))
        first = np.minimum(np.minimum(tf, tc), np.minimum(te, t1))
        # Candles of the chandeliers that hang in this copy of the gallery.
        for at in CHANDELIERS:
            tm = (t0 + t1) / 2
            high, aside = y0 + dy * tm - CHANDELIER, (z0 + dz * tm - at) * np.clip(dx, 0.25, 1)
            glint = 0.07 * np.exp(-(high**2 + aside**2) / 0.20)
            for offset in (-0.42, -0.30, 0.0, 0.30, 0.42):
                glint = glint + 0.75 * np.exp(-(high**2 / 0.0030 + (aside - offset) ** 2 / 0.0007))
            shown["key"] += (alive * (tm < first) * share * glint)[:, None].astype(F) * np.array([1, 0.92, 0.8], F)
        floor = alive & (tf <= first + 1e-6)
        if floor.any():
            x, z = dx[floor] * tf[floor] - SIDE, z0[floor] + dz[floor] * tf[floor]
            tile = np.mod(np.floor((x + z) * 1.3) + np.floor((x - z) * 1.3), 2)
            near = np.exp(-np.abs(np.mod(x / SIDE + 1, 2) - 1))
            shown["key"][floor] += (share[floor] * (0.022 + 0.050 * tile) * (0.5 + 0.7 * near))[:, None].astype(F)
        above = alive & (tc <= first + 1e-6)
        shown["key"][above] += (0.030 * share[above])[:, None]
        end = alive & (te <= first + 1e-6) & ~floor & ~above
        shown["moon"][end] += (0.020 * share[end])[:, None]
        alive = alive & ~floor & ~above & ~end
        y, z = y0 + dy * t1, z0 + dz * t1
        edge = _arch_edge(z, y)
        frame = alive & (edge > -0.075) & (edge <= 0.02)
        shine = 0.24 * (0.55 + 0.45 * np.cos(edge * 60)) * (0.5 + 0.8 * np.exp(-(((y - 2.9) / 1.2) ** 2)))
        shown["key"][frame] += (share * shine)[frame][:, None].astype(F) * gold
        wall = alive & (edge <= -0.075)
        shown["key"][wall] += (share * 0.050 * (0.5 + 0.5 * np.clip(y / 3, 0, 1)))[wall][:, None].astype(F) * gold
        # Candles between the mirrors.
        across = np.abs(np.mod(z - FIRST, BAY) - BAY / 2)
        spark = np.exp(-((across / 0.10) ** 2) - ((y - 2.12) / 0.11) ** 2)
        halo = 0.14 * np.exp(-((across / 0.42) ** 2) - ((y - 2.12) / 0.50) ** 2)
        shown["fire"] += (alive * share * (0.62 * spark + halo))[:, None].astype(F) * np.array([1, 0.9, 0.75], F)
        alive = alive & (edge > 0.02)
        share = share * 0.66
    shown["moon"][alive] += 0.012
    # Old silver: a bluish veil, mottled at the edge of the glass.
    edge = _arch_edge(z0, y0)
    veil = 0.010 + 0.050 * np.clip(1 - edge / 0.16, 0, 1) * quick_fbm(z0 * 9, y0 * 9, 4, 3)
    shown["moon"] += veil[:, None].astype(F) * np.array([0.9, 1.0, 1.1], F)
    return Finish(np.full((n, 3), 0.02, F) * np.abs(sign)[:, None], 0.75, emission=shown)


def _shell() -> list[Solid]:
    floor = mat.tiles((0.050, 0.050, 0.056), 0.62, mirror=0.42, gloss=0.85, other=(0.190, 0.182, 0.166), diagonal=True)

    def wall(s: Surface) -> Finish:
        """Pale panels with thin gilded lines, on a dado of grey marble."""
        y = s.p[:, 1]
        along = np.where(np.abs(s.n[:, 0]) > 0.5, s.p[:, 2], s.p[:, 0])
        vein = quick_fbm(along * 2.2 + y, y * 2.2, 5, 5)
        pale = np.asarray((0.295, 0.285, 0.250), F) * (0.85 + 0.25 * quick_fbm(along * 3, y * 3, 2, 3))[:, None]
        stone = np.asarray((0.105, 0.110, 0.118), F) * (0.55 + 0.9 * vein)[:, None]
        hue = np.where((y < 0.48)[:, None], stone, pale)
        line = (np.abs(y - 3.66) < 0.014) | (np.abs(y - 3.54) < 0.008) | (np.abs(y - 0.48) < 0.016)
        return Finish(
            np.where(line[:, None], np.asarray(GOLD, F), hue).astype(F), np.where(line, 0.6, 0.25).astype(F),
            np.where(line, 0.7, 0.0).astype(F),
        )  # fmt: skip

    def mirrored(s: Surface) -> Finish:
        inside = _arch_edge(s.p[:, 2], s.p[:, 1]) > 0
        return mat.joint_finish(s, [(inside, _reflected), (~inside, wall)])

    def window(local: Array) -> Mask:
        x, y = local[:, 0] - SIDE, local[:, 1]
        half, sill, spring = WINDOW
        return np.asarray(~((np.abs(x) < half) & (y > sill) & (y < spring + np.sqrt(np.clip(half**2 - x**2, 0, None)))))

    made = [
        part
        for part in room((-SIDE, 0, FRONT), (SIDE, CEILING, BACK), floor=floor, wall=wall)
        if float(np.ptp(part.vertices[:, 2])) > 1 and not (float(np.ptp(part.vertices[:, 0])) < 0.1)
    ]
    made += [
        panel(mirrored, (-SIDE, 0, FRONT), (0, 0, BACK - FRONT), (0, CEILING, 0)),
        panel(mirrored, (SIDE, 0, FRONT), (0, 0, BACK - FRONT), (0, CEILING, 0)),
        panel(wall, (-SIDE, 0, FRONT), (2 * SIDE, 0, 0), (0, CEILING + 0.7, 0)),
        panel(wall, (-SIDE, 0, BACK), (2 * SIDE, 0, 0), (0, CEILING + 0.7, 0), cut=window),
    ]
    made.append(grid(_painted_sky, _vault()))
    return made


def _vault() -> Array:
    a = np.linspace(0, math.pi, 19)[:, None]
    z = np.linspace(FRONT, BACK, 30)[None]
    points = np.stack([SIDE * np.cos(a) + 0 * z, 3.72 + 0.95 * np.sin(a) ** 0.8 + 0 * z, z + 0 * a], -1)
    return np.asarray(points, F)


def _painted_sky(s: Surface) -> Finish:
    """A vault painted with clouds, between gilded bands."""
    x, z = s.p[:, 0], s.p[:, 2]
    cloud = mat.step(0.42, 0.70, quick_fbm(x * 0.9 + 0.3 * z, z * 0.7, 6, 4))
    hue = mat.mixed((0.085, 0.105, 0.150), (0.300, 0.270, 0.230), cloud)
    band = np.abs(np.mod(z - FIRST, BAY) - BAY / 2)
    gilt = (band < 0.075) | (np.abs(np.abs(x) - 1.55) < 0.05)
    return Finish(
        np.where(gilt[:, None], np.asarray(GOLD, F) * (0.8 + 0.2 * np.cos(band * 120))[:, None], hue).astype(F),
        np.where(gilt, 0.5, 0.05).astype(F), np.where(gilt, 0.7, 0.0).astype(F),
    )  # fmt: skip


def _frames() -> list[Solid]:
    """Gilded frames with a crest over each, ledges below them, and the cornice."""
    gilt = metal(GOLD, 0.6, dent=0.25)
    a = np.linspace(0, math.pi, 15)
    bars, crests, ledges = [], [], []
    for k in range(BAYS):
        z = FIRST + BAY * k
        for s in (-1, 1):
            x = s * (SIDE - 0.015)
            bow = np.stack([0 * a + x, SPRING + HALF * np.sin(a), z + HALF * np.cos(a)], -1)
            whole = np.concatenate([[[x, FOOT, z + HALF]], bow, [[x, FOOT, z - HALF]]])
            bars.append(tube(gilt, whole, 0.045, sides=6))
            bars.append(rod(gilt, (x, FOOT, z - HALF - 0.03), (x, FOOT, z + HALF + 0.03), 0.045, sides=6))
            crests += [
                ball(gilt, (x, SPRING + HALF + 0.07, z), (0.05, 0.085, 0.13), rings=6, sides=10),
                ball(gilt, (x, SPRING + HALF + 0.02, z - 0.19), (0.035, 0.04, 0.10), rings=5, sides=8),
                ball(gilt, (x, SPRING + HALF + 0.02, z + 0.19), (0.035, 0.04, 0.10), rings=5, sides=8),
            ]
            x0, x1 = (SIDE - 0.13, SIDE) if s > 0 else (-SIDE, -SIDE + 0.13)
            ledges.append(
                box(
                    plain((0.20, 0.19, 0.17), 0.5, vary=0.3),
                    (x0, FOOT - 0.10, z - HALF - 0.10),
                    (x1, FOOT - 0.045, z + HALF + 0.10),
                )
            )
    for s in (-1, 1):
        for y, r in ((3.74, 0.060), (3.88, 0.035)):
            bars.append(rod(gilt, (s * (SIDE - 0.03), y, FRONT), (s * (SIDE - 0.03), y, BACK), r, sides=6))
    return [joined(bars), joined(crests), joined(ledges)]


def _candles() -> tuple[list[Solid], list[Lamp]]:
    """Branches with candles between the mirrors."""
    gilt = metal(GOLD, 0.6)
    arms, wax, flames, lamps = [], [], [], []
    for k in range(BAYS - 1):
        z = FIRST + BAY * (k + 0.5)
        for s in (-1, 1):
            wall = s * SIDE
            arms.append(ball(gilt, (wall - s * 0.02, 1.90, z), (0.03, 0.16, 0.07), rings=8, sides=10))
            for q in (-0.11, 0.11):
                x = wall - s * 0.17
                arms.append(
                    tube(
                        gilt,
                        [(wall, 1.86, z), (wall - s * 0.10, 1.80, z + 0.6 * q), (x, 1.88, z + q), (x, 1.95, z + q)],
                        0.010,
                        sides=5,
                    )
                )
                wax.append(rod(plain((0.44, 0.41, 0.34), 0.2), (x, 1.95, z + q), (x, 2.09, z + q), 0.013, sides=8))
                flames.append(
                    ball(
                        glow("fire", (1.35, 1.2, 0.9)),
                        (x, 2.125, z + q),
                        (0.012, 0.032, 0.012),
                        rings=6,
                        sides=8,
                        casts=False,
                    )
                )
        if k in (0, 1, 2, 4):
            lamps += [
                Lamp("fire", (s * (SIDE - 0.24), 2.14, z), 0.34, 0.06, shadow=0.0, bounce=0.05, reach=1.6)
                for s in (-1, 1)
            ]
    return [joined(arms), joined(wax), joined(flames)], lamps


def _chandeliers() -> tuple[list[Solid], list[Lamp]]:
    """Rings of candles with drops of glass."""
    gilt = metal(GOLD, 0.65)
    brass, wax, flames, drops, lamps = [], [], [], [], []
    for z in CHANDELIERS:
        y = CHANDELIER - 0.16
        brass += [
            lathe(
                gilt,
                (0, y - 0.24, z),
                [
                    (0.0, -0.10),
                    (0.05, -0.06),
                    (0.03, 0.0),
                    (0.09, 0.08),
                    (0.04, 0.18),
                    (0.03, 0.42),
                    (0.06, 0.48),
                    (0.02, 0.56),
                ],
                sides=14,
            ),
            rod(gilt, (0, y + 0.3, z), (0, 4.66, z), 0.012, sides=6),
        ]
        for k in range(8):
            a = math.tau * (k + 0.5) / 8
            c, s = math.cos(a), math.sin(a)
            brass.append(
                tube(
                    gilt,
                    [
                        (0.04 * c, y - 0.10, z + 0.04 * s),
                        (0.24 * c, y - 0.20, z + 0.24 * s),
                        (0.42 * c, y - 0.08, z + 0.42 * s),
                        (0.44 * c, y, z + 0.44 * s),
                    ],
                    0.012,
                    sides=5,
                )
            )
            brass.append(lathe(gilt, (0.44 * c, y, z + 0.44 * s), [(0.0, 0), (0.045, 0.015)], sides=9))
            wax.append(
                rod(
                    plain((0.44, 0.41, 0.34), 0.2),
                    (0.44 * c, y + 0.01, z + 0.44 * s),
                    (0.44 * c, y + 0.13, z + 0.44 * s),
                    0.013,
                    sides=7,
                )
            )
            flames.append(
                ball(
                    glow("key", (1.4, 1.25, 0.95)),
                    (0.44 * c, y + 0.165, z + 0.44 * s),
                    (0.013, 0.036, 0.013),
                    rings=6,
                    sides=8,
                    casts=False,
                )
            )
            for q in range(4):
                f = (q + 0.5) / 4
                px, pz = (0.05 + 0.39 * f) * c, (0.05 + 0.39 * f) * s
                drops.append(
                    ball(
                        plain((0.40, 0.42, 0.44), 0.9, vary=0.1),
                        (px, y + 0.16 - 0.36 * math.sin(math.pi * f) * 0.75 - 0.02, z + pz),
                        (0.014, 0.028, 0.014),
                        rings=4,
                        sides=6,
                        casts=False,
                    )
                )
        lamps.append(
            Lamp(
                "key",
                (0, CHANDELIER + 0.02, z),
                2.6 if z < 8 else 2.0,
                0.35,
                shadow=0.55,
                bounce=0.11,
                reach=3.0,
                skin=0.75,
            )
        )
    return [joined(brass), joined(wax), joined(flames), joined(drops)], lamps


def _end(seed: int) -> list[Solid]:
    """The tall window at the end, long curtains beside it, trees of a park; two urns and a bench by the mirrors."""
    half, sill, spring = WINDOW
    bar = plain((0.26, 0.255, 0.24), 0.3, vary=0.1)
    z = BACK + 0.10
    a = np.linspace(0, math.pi, 17)
    bars = [tube(bar, np.stack([half * np.cos(a), spring + half * np.sin(a), 0 * a + z], -1), 0.035, sides=6)]
    for x in (-half, -half / 3, half / 3, half):
        bars.append(rod(bar, (x, sill, z), (x, spring + math.sqrt(max(half**2 - x**2, 0.0)), z), 0.018, sides=6))
    bars += [rod(bar, (-half, y, z), (half, y, z), 0.015, sides=6) for y in (sill, 1.42, 2.08, spring)]

    def park(s: Surface) -> Finish:
        y = s.p[:, 1]
        k = 0.014 + 0.020 * np.exp(-(((y + 1) / 2.5) ** 2))
        return Finish(np.zeros((len(y), 3), F), emission={"moon": (k[:, None] * np.array([0.9, 1, 1])).astype(F)})

    def crowns(local: Array) -> Mask:
        x, y = local[:, 0], local[:, 1]
        return np.asarray(
            y < 3.9 + 2.2 * quick_fbm(x * 0.28, 0 * x, 5, 2) - 1.0 * (quick_fbm(x * 2, y * 2, 2, 4) - 0.4)
        )

    made = [
        joined(bars),
        panel(park, (-14, -3, BACK + 24), (28, 0, 0), (0, 10, 0), cut=crowns, casts=False),
    ]
    for s in (-1, 1):
        u, v = np.meshgrid(np.linspace(-1, 1, 33), np.linspace(0, 1, 13))
        y = 0.03 + 3.75 * v
        tie = np.exp(-(((y - 1.35) / 0.45) ** 2))
        wide = 0.36 * (1 - 0.55 * tie)
        points = np.stack(
            [s * (1.38 + 0.14 * tie) + wide * u, y, BACK - 0.10 - 0.05 * np.cos(u * 14) * (1 - 0.4 * tie)], -1
        )
        made.append(grid(mat.cloth((0.185, 0.040, 0.050), 0, thin=0.2, seed=3), points.astype(F)))
    stone = plain((0.24, 0.235, 0.225), 0.4, vary=0.25, scale=6)
    urn = [(0.15, 0), (0.15, 0.05), (0.07, 0.10), (0.06, 0.18), (0.17, 0.36), (0.19, 0.50), (0.14, 0.56), (0.18, 0.62)]
    for k, (x, at) in enumerate(((-1.66, 4.4), (1.66, 6.8), (-1.66, 9.2))):
        made += [
            box(
                mat.plain((0.115, 0.12, 0.125), 0.5, vary=0.5, scale=5),
                (x - 0.19, 0, at - 0.19),
                (x + 0.19, 0.78, at + 0.19),
            ),
            lathe(stone, (x, 0.78, at), urn, sides=20),
            ball(
                mat.leaves((0.075, 0.095, 0.045), k + seed, 30),
                (x, 1.52, at),
                (full := 0.18 + 0.07 * float(mat.chance(k, seed)), 0.20, full),
                rings=9,
                sides=14,
                lump=lambda d: 0.8 + 0.4 * np.sin(7 * d[:, 0] + 5 * d[:, 1]) * np.cos(6 * d[:, 2]),
            ),
        ]
    velvet = plain((0.185, 0.040, 0.050), 0.1, vary=0.2, scale=6)
    gilt = metal(GOLD, 0.5)
    bx, bz = 1.52, 3.2
    made += [
        ball(
            velvet,
            (bx, 0.47, bz),
            (0.26, 0.075, 0.62),
            rings=10,
            sides=18,
            lump=lambda d: (np.abs(d) ** 6).sum(1) ** (-1 / 6),
        ),
        box(gilt, (bx - 0.24, 0.36, bz - 0.60), (bx + 0.24, 0.42, bz + 0.60)),
        joined(
            [
                lathe(gilt, (bx + p, 0, bz + q), [(0.018, 0), (0.035, 0.08), (0.022, 0.30), (0.035, 0.36)], sides=9)
                for p in (-0.2, 0.2)
                for q in (-0.55, 0.55)
            ]
        ),
    ]
    return made


def solids(seed: int) -> Scenery:
    """The gallery for a seed: the plants in its urns."""
    candles, small = _candles()
    chandeliers, large = _chandeliers()
    parts = _shell() + _frames() + candles + chandeliers + _end(seed)
    half, sill, spring = WINDOW
    sources: tuple[Source, ...] = (
        *large,
        *small,
        Sun("moon", (-0.13, 0.42, 0.90), 2.6, dust=0.010, dust_reach=20.0),
        Pane("moon", (-half, sill, BACK + 0.05), (2 * half, 0, 0), (0, spring + half - sill, 0), 1.4, shadow=0.0),
    )
    return Scenery(tuple(parts), sources, ("key", "fire", "moon"), sky_open=False)


def light(atmosphere: Atmosphere) -> PlaceLight:
    """Candles all night; the window follows the hour."""
    outside = hour_light(atmosphere)
    cosy = 1.0 + 0.15 * atmosphere.warmth
    return PlaceLight(
        {
            "key": life.scaled((1.0, 0.66, 0.34), 0.50 * cosy),
            "fire": life.scaled((1.0, 0.52, 0.20), 0.58 * cosy),
            "moon": outside.window,
        },
        night_palette(outside, key=(1.0, 0.62, 0.30), rim=(0.020, 0.026, 0.044)),
        outside.stage,
    )


def flicker(group: str, t: float) -> float:
    """Candles breathe."""
    if group == "moon":
        return 1.0
    return life.fire_flicker(t, 5, 0.05) if group == "fire" else life.fire_flicker(t, 2, 0.03)


def small_life(moment: PlaceMoment) -> tuple[Form, ...]:
    """Dust in the candlelight."""
    lamp = moment.light.tints["key"]
    f, t = moment.framing, moment.t
    return (
        life.dust(
            f, t, moment.seed, ((-1.8, 1.0, 0.5), (1.8, 3.8, 6.0)), (0, CHANDELIER, CHANDELIERS[0]),
            life.scaled(lamp, 0.5), reach=1.6,
        ),
    )  # fmt: skip


PLACE = Place(
    name="corridor_of_mirrors",
    framings=(
        Framing(
            "length", (0.42, 1.55, -1.9), -0.05, 1.30, -0.06, Move(push=0.045), calm=(CalmSpot(-1.15, 0.05, 0.24),)
        ),
        Framing("mirror", (-1.30, 1.50, 0.55), 0.86, 1.25, 0.00, Move(drift=0.04), calm=(CalmSpot(1.1, 0.55, 0.24),)),
        Framing("vault", (-0.75, 1.10, 3.9), 0.10, 1.25, -0.36, Move(rise=0.04), calm=(CalmSpot(-1.15, 0.45, 0.26),)),
    ),
    anchors=(
        Anchor(
            "floor_near",
            (0.30, 0.0, 2.30),
            "floor",
            1.9,
            "hero",
            ("length",),
            0.3,
            ("stand", "walk", "look", "wait", "dance", "turn"),
        ),
        Anchor(
            "before_mirror",
            (1.10, 0.0, 3.55),
            "floor",
            1.9,
            "hero",
            ("mirror", "length"),
            -1.2,
            ("look", "see", "gaze", "stare", "touch"),
        ),
        Anchor(
            "floor_far",
            (-0.55, 0.0, 7.6),
            "floor",
            1.9,
            "hero",
            ("length", "vault", "mirror"),
            0.1,
            ("walk", "run", "come", "leave", "dance"),
        ),
        Anchor(
            "bench", (1.50, 0.54, 3.2), "seat", 1.9, "companion", ("length", "mirror"), 1.57, ("sit", "rest", "wait")
        ),
        Anchor(
            "floor_cat",
            (-0.65, 0.0, 2.2),
            "floor",
            0.9,
            "companion",
            ("length",),
            0.5,
            ("sleep", "curl", "lie"),
            ("cat", "dog", "swan"),
        ),
        Anchor(
            "ledge_left",
            (-SIDE + 0.08, FOOT - 0.045, 3.9),
            "top",
            0.45,
            "companion",
            ("length",),
            holds=("candle", "mask", "crown", "glass"),
        ),
        Anchor(
            "ledge_right",
            (SIDE - 0.08, FOOT - 0.045, 5.6),
            "top",
            0.45,
            "companion",
            ("length", "mirror"),
            holds=("candle", "mask", "hourglass"),
        ),
        Anchor("urn", (-1.66, 1.66, 4.4), "top", 0.4, "companion", ("length",), holds=("bird", "dove", "butterfly")),
        Anchor("ceiling", (0.0, 3.95, 9.1), "hang", 1.2, "companion", ("length", "vault")),
        Anchor("end_window", (0.0, 2.2, BACK + 12.0), "view", 5.0, "backdrop", ("length", "vault")),
        Anchor("air", (-0.60, 2.25, 4.6), "air", 0.8, "companion", ("length",)),
        Anchor("air_far", (0.45, 2.4, 8.2), "air", 0.9, "companion", ("length", "vault")),
    ),
    solids=solids,
    light=light,
    life=small_life,
    flicker=flicker,
)
