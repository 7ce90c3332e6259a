"""The deck of a sailing ship at night: from the helm over the planks to the bow, a lantern at the mast, a calm sea.

x to starboard, y up from the water (the deck lies 2.4 m above it), z forward from the taffrail (0) to the bow (22). The
mainmast stands at z 9.5, the foremast at 16, the wheel at 4.7. Groups of light: "key" is the lanterns, "moon", "sky".
"""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from dreamplayer.drawing import place_life as life
from dreamplayer.drawing.place import Place, PlaceLight, PlaceMoment
from dreamplayer.drawing.place_light import hour_light, night_palette
from dreamplayer.drawing.primitives import Dots, Form, f32
from dreamplayer.drawing.solids.materials import glow, iron, metal, plain, tilted, wood
from dreamplayer.drawing.solids.shapes import ball, box, grid, joined, lathe, moved, panel, rod, tube
from dreamplayer.drawing.solids.solid import Array, F, Finish, Lamp, Material, Scenery, Sky, Solid, Source, Sun, Surface
from dreamplayer.kit.hashing import uniform
from dreamplayer.kit.noise import quick_fbm, quick_noise
from dreamplayer.model.atmosphere import Atmosphere
from dreamplayer.model.place import Anchor, CalmSpot, Framing, Move
from dreamplayer.model.reading import Colour
from dreamplayer.model.stage import Vec3

DECK = 2.4
"""Height of the deck amidships above the water."""
BOW = 22.05
MAST, FORE = 9.5, 16.0
WHEEL = 4.7
LANTERN = (-0.62, 2.42, 8.70)
"""All positions within this module but those of framings, anchors and life are counted from the deck, not the water."""
BINNACLE = (0.0, 1.10, 5.45)
BOW_LANTERN = (0.0, 2.9, 21.2)
MOON = (-0.42, 0.27, 0.86)
"""Direction to the moon."""
BARREL = 0.92
HATCH = 0.345
HATCH_Z = (6.3, 7.8)
OAK: Colour = (0.235, 0.160, 0.100)
DARK: Colour = (0.105, 0.066, 0.042)
HEMP: Colour = (0.24, 0.19, 0.125)
CANVAS: Colour = (0.40, 0.36, 0.30)


def _beam(z: Array | float) -> Array:
    """Half the width of the deck."""
    s = np.clip((np.asarray(z, float) - 8.0) / 14.2, 0, 1)
    wide = 3.2 * np.sqrt(np.clip(1 - s**2.3, 0, 1))
    return np.asarray(wide * (1 - 0.06 * np.clip((8 - np.asarray(z, float)) / 8, 0, 1)) + 0.02)


def _sheer(z: Array | float) -> Array:
    """How much the deck rises towards the bow."""
    return np.asarray(1.15 * np.clip((np.asarray(z, float) - 7) / 15, 0, 2) ** 2)


def deck_height(x: float, z: float) -> float:
    """Height of the deck above the water."""
    return DECK + float(_sheer(z))


def _planks(colour: Colour, wide: float, worn: float = 0.6) -> Material:
    """Scrubbed planks with pitch between them; local coordinates are metres across and along."""
    timber = wood(colour, 1, 0.28, plank=wide, across=0, worn=worn, grain=0.9, mirror=0.06)

    def material(s: Surface) -> Finish:
        finish = timber(s)
        damp = 0.80 + 0.4 * quick_fbm(s.local[:, 0] * 0.7, s.local[:, 1] * 0.5, 6, 3)
        butt = np.floor(s.local[:, 0] / wide)
        end = np.abs(np.mod((s.local[:, 1] + 1.9 * np.mod(butt * 0.618, 1) * 3) / 4.2, 1) - 0.5) > 0.4985
        across = np.mod(s.local[:, 0] / wide, 1)
        # Pitch between the planks, in a broad soft line so that it is still seen some metres off.
        seam = 1 - 0.62 * np.exp(-((np.minimum(across, 1 - across) * wide / 0.011) ** 2))
        albedo = finish.albedo * (seam * np.where(end, 0.4, damp))[:, None]
        return replace(finish, albedo=albedo.astype(F))

    return material


def _swept(material: Material, side: int, z: Array, section: list[tuple[float, float]]) -> Solid:
    """A section (outwards, up) swept along the side of the ship; local coordinates are metres across and along."""
    q = np.asarray(section, float)
    x, y = side * _beam(z), _sheer(z)
    points = np.stack(
        [x[None] + side * q[:, :1], y[None] + q[:, 1:], np.broadcast_to(z[None], (len(q), len(z)))], -1
    ).astype(F)
    across = np.concatenate([[0], np.cumsum(np.hypot(np.diff(q[:, 0]), np.diff(q[:, 1])))])
    along = np.concatenate([[0], np.cumsum(np.hypot(np.diff(x), np.diff(z)))])
    local = np.stack(np.broadcast_arrays(across[:, None], along[None], 0.0 * along[None]), -1).astype(F)
    return grid(material, points, local=local)


def _hull() -> list[Solid]:
    """Deck, bulwarks, rails, stanchions and the hull down to the water."""
    u = np.linspace(-1, 1, 25)[None]
    z = np.concatenate([np.linspace(-0.6, 12, 50), np.linspace(12.3, 22.0, 24)])[:, None]
    x = u * (_beam(z) + 0.06)
    points = np.stack(np.broadcast_arrays(x, _sheer(z) - 0.05 * (x / 3) ** 2, z), -1).astype(F)
    local = np.stack(np.broadcast_arrays(x + 20, z + 5, 0 * x), -1).astype(F)
    made = [grid(_planks(OAK, 0.155), points, local=local)]
    line = np.concatenate([np.linspace(-0.6, 16, 60), np.linspace(16.2, BOW, 30)])
    board, dark = _planks((OAK[0] * 0.62, OAK[1] * 0.60, OAK[2] * 0.62), 0.265, 0.2), wood(DARK, 1, 0.2, across=0)
    cap = wood((DARK[0] * 1.5, DARK[1] * 1.5, DARK[2] * 1.5), 1, 0.4, across=0)
    stanchions, pins = [], []
    for s in (-1, 1):
        made += [
            _swept(board, s, line, [(0.02 + 0.15 * q, 1.06 * q) for q in np.linspace(0, 1, 5)]),
            _swept(dark, s, line, [(-0.16, 0.0), (-0.16, 0.07), (0.06, 0.10)]),
            _swept(cap, s, line, [(0.0, 1.05), (0.0, 1.13), (0.34, 1.15), (0.36, 1.05), (0.0, 1.05)]),
            _swept(dark, s, line, [(0.20, 1.06), (0.30, 0.2), (0.22, -1.2), (-0.1, -2.6)]),
            _swept(cap, s, np.linspace(8.9, 12.4, 9), [(-0.18, 0.80), (-0.18, 0.86), (0.04, 0.86)]),
        ]
        for at in np.arange(1.2, 21.0, 1.45):
            edge, y = s * float(_beam(at)), float(_sheer(at))
            stanchions.append(box(dark, (edge - 0.07 - 0.02 * s, y, at - 0.08), (edge + 0.07, y + 1.06, at + 0.08)))
        for k in range(9):
            at = 9.15 + 0.38 * k
            foot = (s * (float(_beam(at)) - 0.10), float(_sheer(at)) + 0.84, at)
            pins.append(
                lathe(cap, foot, [(0.013, -0.16), (0.014, 0.02), (0.024, 0.07), (0.022, 0.17), (0.0, 0.21)], sides=6)
            )
    return [*made, joined(stanchions), joined(pins)]


def _fittings() -> list[Solid]:
    """Hatch, masts, yards, bowsprit, wheel, binnacle, barrels."""
    oak, dark = wood(OAK, 1, 0.3, across=0), wood(DARK, 0, 0.25)
    flat = wood((OAK[0] * 0.9, OAK[1] * 0.9, OAK[2] * 0.9), 2, 0.25, across=0)
    z0, z1 = HATCH_Z
    coaming = [
        box(flat, (-0.82, 0, z0), (-0.70, 0.34, z1)),
        box(flat, (0.70, 0, z0), (0.82, 0.34, z1)),
        box(flat, (-0.82, 0, z0), (0.82, 0.34, z0 + 0.12)),
        box(flat, (-0.82, 0, z1 - 0.12), (0.82, 0.34, z1)),
    ]
    bars = [box(flat, (x - 0.035, 0.27, z0 + 0.12), (x + 0.035, HATCH, z1 - 0.12)) for x in np.linspace(-0.62, 0.62, 9)]
    bars += [box(flat, (-0.70, 0.26, z - 0.035), (0.70, 0.335, z + 0.035)) for z in np.linspace(z0 + 0.2, z1 - 0.2, 8)]
    made = [
        joined(coaming),
        joined(bars),
        panel(plain((0.008, 0.007, 0.006)), (-0.7, 0.10, z0), (1.4, 0, 0), (0, 0, z1 - z0)),
    ]
    rise = float(_sheer(FORE))
    masts = [
        lathe(
            oak,
            (0, 0, MAST),
            [(0.30, -0.1), (0.30, 0.10), (0.225, 0.16), (0.225, 1.0), (0.215, 5), (0.17, 11), (0.12, 17)],
        ),
        lathe(
            oak, (0, rise, FORE), [(0.25, 0.0), (0.25, 0.25), (0.19, 0.3), (0.185, 5), (0.14, 10), (0.10, 15)], sides=16
        ),
        tube(
            oak,
            np.stack([np.zeros(9), np.linspace(2.1, 4.75, 9), np.linspace(19.6, 27.4, 9)], -1),
            np.linspace(0.19, 0.09, 9),
            sides=10,
        ),
    ]
    made.append(joined(masts))
    bands = [
        lathe(iron(), (0, 0, MAST), [(0.235, y), (0.245, y + 0.02), (0.245, y + 0.10), (0.235, y + 0.12)])
        for y in (1.5, 2.9, 4.6, 6.4)
    ]
    made.append(joined(bands))
    yards = []
    k = np.linspace(-1, 1, 13)
    for y, z, half, r in (
        (7.35, 9.22, 5.2, 0.125),
        (12.2, 9.28, 3.6, 0.09),
        (6.9 + rise, 15.75, 4.5, 0.11),
        (11.4 + rise, 15.8, 3.2, 0.085),
    ):
        yards.append(
            tube(dark, np.stack([k * half, y + 0.10 * k, z + 0.25 * k], -1), r * (1 - 0.55 * np.abs(k) ** 1.5), sides=8)
        )
    made.append(joined(yards))
    made.append(lathe(dark, (0, 0, MAST), [(0.25, 8.15), (0.80, 8.45), (0.84, 8.53), (0.2, 8.55)], sides=18))
    # The wheel: two rims, spokes with handles, its stand.
    a = np.linspace(0, math.tau, 33)
    hub = 1.08
    wheel = [
        tube(oak, np.stack([r * np.cos(a), hub + r * np.sin(a), 0 * a + WHEEL], -1), w, sides=7)
        for r, w in ((0.56, 0.045), (0.20, 0.05))
    ]
    reach = np.array([0.08, 0.2, 0.5, 0.6, 0.66, 0.72, 0.80, 0.83])
    thick = np.array([0.03, 0.026, 0.022, 0.03, 0.018, 0.028, 0.024, 0.008])
    for q in np.arange(8) * math.pi / 4 + 0.2:
        wheel.append(
            tube(oak, np.stack([reach * math.cos(q), hub + reach * math.sin(q), 0 * reach + WHEEL], -1), thick, sides=6)
        )
    wheel.append(rod(oak, (0, hub, WHEEL - 0.12), (0, hub, WHEEL + 0.38), 0.09, sides=12))
    made.append(joined(wheel))
    stand = []
    for d in (0.05, 0.36):
        stand += [
            box(dark, (-0.07, 0.0, WHEEL + d), (0.07, 1.18, WHEEL + d + 0.08)),
            box(dark, (-0.34, 0.0, WHEEL + d), (0.34, 0.10, WHEEL + d + 0.08)),
        ]
    made.append(joined(stand))
    x, _, z = BINNACLE
    made.append(
        lathe(
            wood(DARK, 1, 0.4, across=0),
            (x, 0, z),
            [(0.24, 0.0), (0.24, 0.06), (0.16, 0.12), (0.15, 0.75), (0.21, 0.84), (0.21, 0.92)],
            sides=14,
        )
    )
    made.append(
        lathe(
            metal((0.55, 0.36, 0.12), 0.6), (x, 0.92, z), [(0.21, 0), (0.20, 0.10), (0.13, 0.20), (0.0, 0.24)], sides=14
        )
    )
    made.append(box(glow("key", (0.40, 0.36, 0.28)), (-0.07, 0.955, z - 0.215), (0.07, 0.985, z - 0.205), casts=False))
    staves, hoops = [], []
    for bx, bz, size in ((2.35, 6.6, 1.0), (2.58, 7.38, 0.78), (-2.62, 8.2, 0.85)):
        h = np.linspace(0, BARREL * size, 9)
        belly = [(float(size * (0.26 + 0.075 * math.sin(math.pi * y / (BARREL * size)))), float(y)) for y in h]
        belly += [(size * 0.24, BARREL * size), (0.0, BARREL * size - 0.01)]
        staves.append(lathe(wood(OAK, 1, 0.2, across=0), (bx, 0, bz), belly))
        for q in (0.10, 0.24, 0.68, 0.82):
            r = size * (0.270 + 0.075 * math.sin(math.pi * q / BARREL))
            hoops.append(
                lathe(iron(), (bx, 0, bz), [(r, (q - 0.025) * size), (r + 0.006, q * size), (r, (q + 0.025) * size)])
            )
    made += [joined(staves), joined(hoops)]
    rail = [box(dark, (x - 0.08, 0.2, 13.1), (x + 0.08, 1.3, 13.28)) for x in (-0.7, 0.7)]
    rail.append(box(dark, (-0.85, 1.22, 13.08), (0.85, 1.32, 13.3)))
    made.append(joined(rail))
    bell = [(0.15, 0.0), (0.13, 0.03), (0.09, 0.10), (0.075, 0.18), (0.0, 0.22)]
    made.append(lathe(metal((0.55, 0.36, 0.12), 0.6), (0.0, 0.98, 13.2), bell, sides=14))
    return made


def _rope_and_canvas(seed: int) -> list[Solid]:
    """Coils of rope, furled sails, a set topsail and a jib."""
    hemp = plain(HEMP, 0.06, vary=0.35, scale=30)
    a = np.linspace(0, math.tau * 4, 72)
    r = 0.15 + 0.036 * a / math.tau
    coil_x = -2.3 if seed % 2 else 1.9
    coil_z = 5.6 if seed % 2 else 5.2
    made = [
        joined(
            [
                tube(
                    hemp,
                    np.stack([coil_x + r * np.cos(a + k), 0.04 + 0.055 * k + 0 * a, coil_z + r * np.sin(a + k)], -1),
                    0.027,
                    sides=5,
                )
                for k in range(3)
            ]
        )
    ]
    hanks = []
    for s in (-1, 1):
        for k in range(9):
            z = 9.15 + 0.38 * k
            x, y = s * (float(_beam(z)) - 0.20), float(_sheer(z)) + 0.88
            b = np.linspace(0, math.tau * 2, 17)
            u = uniform(k + 20 * (s + 1), 7, 2)
            w, h = 0.07 + 0.02 * float(u[0]), 0.20 + 0.10 * float(u[1])
            hanks.append(
                tube(
                    hemp,
                    np.stack([x - s * 0.03 * np.sin(b * 0.5), y - h + h * np.cos(b), z + w * np.sin(b)], -1),
                    0.016,
                    sides=4,
                    casts=False,
                )
            )
    made.append(joined(hanks))

    def canvas(s: Surface) -> Finish:
        u, v = s.local[:, 0], s.local[:, 1]
        seam = np.abs(np.mod(u / 0.6, 1) - 0.5) > 0.475
        k = (
            (0.8 + 0.4 * quick_fbm(u * 1.2, v * 1.2, 3, 4))
            * np.where(seam, 0.75, 1.0)
            * (0.94 + 0.12 * quick_noise(u * 40, v * 40))
        )
        return Finish((np.asarray(CANVAS, F) * k[:, None]).astype(F), 0.03, normal=_rumpled(s), thin=0.35)

    q = np.linspace(-1, 1, 60)
    furled = []
    rise = float(_sheer(FORE))
    for y, z, half, radius in ((7.35, 9.22, 4.7, 0.27), (12.2, 9.28, 3.2, 0.22), (6.9 + rise, 15.75, 4.0, 0.25)):
        lump = 1 + 0.16 * np.sin(q * 21) ** 2 + 0.10 * np.sin(q * 47 + 1)
        tie = 1 - 0.42 * np.exp(-(((np.mod(q * 5.5 + 0.5, 1) - 0.5) / 0.05) ** 2))
        line = np.stack([q * half, y + 0.10 * q + 0.22 - 0.05 * np.cos(q * 21), z + 0.25 * q - 0.14], -1)
        furled.append(tube(canvas, line, radius * lump * tie * (1 - 0.35 * q**4), sides=10))
    made.append(joined(furled))
    u, v = np.meshgrid(np.linspace(-1, 1, 23), np.linspace(0, 1, 17))
    wide = 3.9 * (1 - v) + 3.0 * v
    belly = 1.15 * (1 - u**2) * np.sin(np.pi * np.clip(v * 0.92 + 0.04, 0, 1)) ** 0.8
    topsail = np.stack(
        [u * wide, rise + 7.25 + 4.1 * v + 0.35 * (1 - u**2) * (1 - v) ** 2, 15.95 + 0.25 * u + belly], -1
    )
    made.append(grid(canvas, topsail.astype(F), local=np.stack([u * wide + 9, 4.1 * v, 0 * u], -1).astype(F)))
    tack, head, clew = np.array([0, 4.55, 26.4]), np.array([0, 11.3, 17.2]), np.array([1.5, 3.15, 18.6])
    out, high = np.meshgrid(np.linspace(0, 1, 14), np.linspace(0, 1, 18))
    luff, leech = tack + (head - tack) * high[..., None], clew + (head - clew) * high[..., None]
    jib = luff + (leech - luff) * out[..., None]
    jib[..., 0] += 1.25 * np.sin(np.pi * out) * (1 - high) ** 0.8
    made.append(grid(canvas, jib.astype(F), local=np.stack([out * 6 * (1 - high), 9 * high, 0 * high], -1).astype(F)))
    return made


def _rumpled(s: Surface) -> Array:
    u, v = s.local[:, 0], s.local[:, 1]
    return tilted(s.n, np.stack([quick_fbm(u * 1.6, v * 1.6, 5 + k, 3) - 0.5 for k in range(3)], -1).astype(F) * F(0.5))


def _rigging() -> list[Solid]:
    """Shrouds with ratlines, stays and braces."""
    tarred = plain((0.055, 0.044, 0.034), 0.1)
    heavy: list[Solid] = []
    thin: list[Solid] = []

    def line(a: Vec3, b: Vec3, sag: float = 0.0, radius: float = 0.016) -> Solid:
        q = np.linspace(0, 1, 7 if sag else 2)[:, None]
        p = np.asarray(a, float) * (1 - q) + np.asarray(b, float) * q
        p[:, 1] -= sag * 4 * (q * (1 - q))[:, 0]
        return tube(tarred, p, radius, sides=4, casts=False)

    rise = float(_sheer(FORE))
    for mast, top, count, z0, gap in ((MAST, 8.4, 5, 9.0, 0.72), (FORE, 7.9 + rise, 4, 15.6, 0.62)):
        for s in (-1, 1):
            feet = [
                (s * (float(_beam(z)) + 0.12), float(_sheer(z)) + 1.12, float(z)) for z in z0 + gap * np.arange(count)
            ]
            heads = [(s * 0.28, top, mast + 0.05 * (k - 2)) for k in range(count)]
            heavy += [line(f, h, 0.0, 0.022) for f, h in zip(feet, heads, strict=True)]
            for q in np.arange(0.06, 0.93, 0.052):
                a = tuple(float(x * (1 - q) + y * q) for x, y in zip(feet[0], heads[0], strict=True))
                b = tuple(float(x * (1 - q) + y * q) for x, y in zip(feet[-1], heads[-1], strict=True))
                thin.append(line((a[0], a[1], a[2]), (b[0], b[1], b[2]), 0.0, 0.011))
            heavy.append(line((s * 0.85, top, mast), (s * 0.12, 14.0, mast), 0.0, 0.015))
    stays: tuple[tuple[Vec3, Vec3, float, float], ...] = (
        ((0, 11.6, 9.4), (0, 1.2, 15.9), 0.15, 0.024),
        ((0, 14.6, 9.4), (0, 9.0, 16.0), 0.15, 0.018),
        ((0, 11.6, 16.0), (0, 4.7, 27.2), 0.10, 0.020),
        ((0, 8.4, 16.0), (0, 3.4, 23.5), 0.10, 0.022),
        ((0, 14.5, 16.0), (0, 4.8, 27.4), 0.10, 0.016),
    )
    heavy += [line(*stay) for stay in stays]
    for s in (-1, 1):
        thin += [
            line((s * 5.15, 7.4, 9.3 + s * 0.25), (s * 2.9, 1.1, 2.2), 0.25, 0.013),
            line((s * 5.15, 7.4, 9.3 + s * 0.25), (s * 0.2, 11.6, 9.4), 0.0, 0.013),
            line((s * 4.4, 6.95 + rise, 15.8), (s * 0.25, 8.2, 9.6), 0.2, 0.013),
            line((s * 0.22, 7.2, 9.35), (s * 3.08, 0.95, 10.2), 0.0, 0.013),
            line((s * 2.3, 7.2, 9.3), (s * 3.05, 0.95, 9.5), 0.05, 0.012),
            line((s * 0.20, 9.0, 9.4), (s * 2.95, 1.0, 11.0), 0.0, 0.013),
        ]
    return [joined(heavy), joined(thin)]


def _lanterns() -> list[Solid]:
    brass, bars = metal((0.55, 0.36, 0.12), 0.5), []
    x, y, z = LANTERN
    k = 1.75
    bars.append(
        tube(
            iron(),
            [(0, y + 1.05, 9.3), (-0.30, y + 1.0, 9.0), (x, y + 0.80, z), (x, y + 0.55, z)],
            0.022,
            sides=6,
            casts=False,
        )
    )
    for q in np.arange(6) * math.pi / 3 + 0.3:
        c, s = 0.122 * k * math.cos(q), 0.122 * k * math.sin(q)
        bars.append(
            rod(iron(), (x + c, y - 0.15 * k, z + s), (x + c, y + 0.15 * k, z + s), 0.010, sides=5, casts=False)
        )
    caps = [
        lathe(
            brass,
            LANTERN,
            [(0.0, -0.22 * k), (0.125 * k, -0.21 * k), (0.135 * k, -0.17 * k), (0.12 * k, -0.14 * k)],
            sides=14,
            casts=False,
        ),
        lathe(
            brass,
            LANTERN,
            [(0.13 * k, 0.14 * k), (0.145 * k, 0.165 * k), (0.06 * k, 0.25 * k), (0.05 * k, 0.30 * k), (0.0, 0.33 * k)],
            sides=14,
            casts=False,
        ),
    ]

    def glass(s: Surface) -> Finish:
        facing = np.abs((s.sight * s.n).sum(1))
        light = 0.25 + 0.75 * np.exp(-((s.local[:, 1] / 0.13) ** 2)) * facing**2
        return Finish(np.full((len(s.p), 3), 0.3, F), 0.4, emission={"key": np.repeat(light[:, None], 3, 1).astype(F)})

    return [
        joined(bars),
        joined(caps),
        lathe(
            glass,
            LANTERN,
            [(0.03, -0.24), (0.185, -0.22), (0.195, 0.0), (0.185, 0.22), (0.03, 0.25)],
            sides=14,
            casts=False,
        ),
        ball(glow("key", (0.55, 0.5, 0.42)), BOW_LANTERN, (0.08, 0.11, 0.08), casts=False),
        box(iron(), (-0.05, 1.2, 21.15), (0.05, 2.78, 21.25)),
    ]


def solids(seed: int) -> Scenery:
    """The ship for a seed: where its rope lies."""
    parts = _hull() + _fittings() + _rope_and_canvas(seed) + _rigging() + _lanterns()
    raised = tuple(moved(p, (0.0, DECK, 0.0)) for p in parts)

    def up(p: Vec3) -> Vec3:
        return p[0], p[1] + DECK, p[2]

    sources: tuple[Source, ...] = (
        Lamp("key", up(LANTERN), 8.5, 0.12, bounce=0.03, reach=4.0, skin=0.55, dust=0.004, dust_reach=20.0),
        Lamp("key", up((0.0, 1.15, 5.15)), 0.22, 0.1, shadow=0.0, bounce=0.0, skin=0.3),
        Lamp("key", up((0.0, 2.9, 20.8)), 1.6, 0.1, shadow=0.0, bounce=0.0, skin=0.3),
        Sun("moon", MOON, 0.75, soft=0.02),
        Sky("sky", 0.18),
    )
    return Scenery(raised, sources, ("key", "moon", "sky"), mist=0.004, mist_group="sky", mist_glow=0.02)


def light(atmosphere: Atmosphere) -> PlaceLight:
    """Lanterns burn from dusk to dawn; sea and sky follow the hour."""
    outside = hour_light(atmosphere)
    cosy = 1.0 + 0.15 * atmosphere.warmth
    by_day = atmosphere.hour in ("day", "morning", "sunrise")
    dark = atmosphere.hour in ("night", "none") and outside.stage.stars > 0.0
    palette = night_palette(outside, key=(1.0, 0.48, 0.15), rim=(0.024, 0.028, 0.046))
    stage = replace(
        outside.stage,
        ground="water",
        ridges=0.0,
        nebula=0.9 if dark else outside.stage.nebula,
    )
    return PlaceLight(
        {
            "key": life.scaled((1.0, 0.47, 0.15), cosy * (0.45 if by_day else 1.0)),
            "moon": life.scaled(outside.window, 2.2 if by_day else 1.3),
            "sky": life.scaled(outside.sky, 2.0 if by_day else 1.2),
        },
        palette,
        stage,
    )


def flicker(group: str, t: float) -> float:
    """The lanterns sway and breathe."""
    return life.fire_flicker(t, 8, 0.06) if group == "key" else 1.0


def _spray(moment: PlaceMoment) -> Dots:
    """What the bow throws up now and then, and lets fall."""
    n = 240
    a = uniform(moment.seed, 92, 6 * n).reshape(n, 6)
    u = np.mod(a[:, 0] + moment.t * 0.13, 1.0)
    wave = 0.5 + 0.5 * math.sin(math.tau * moment.t / 9.1)
    side = np.where(a[:, 1] < 0.5, 1.0, -1.0)
    lively = 1.0 if moment.atmosphere.weather in ("storm", "wind", "rain") else 0.35
    x = side * (2.2 + 2.6 * u + 0.5 * a[:, 2])
    y = DECK - 1.2 + (1.6 + 2.0 * a[:, 3] * lively) * 4 * u * (1 - u) * (0.5 + 0.5 * a[:, 4])
    z = 21.5 - 3.0 * u + 1.2 * a[:, 5]
    bright = (1 - u) * (0.25 + 0.75 * wave) * np.clip(u * 8, 0, 1) * (0.25 + 0.55 * lively)
    moon = f32(moment.light.tints["moon"]) * f32(0.12) + f32((0.03, 0.03, 0.04))
    view = life.seen_from(moment.framing, np.stack([x, y, z], -1))
    near = view[:, 2] > 1.0
    return Dots(
        view[near], f32(0.03 + 0.05 * a[:, 2] ** 3)[near], (moon[None] * f32(bright)[:, None])[near], reflect=False
    )


def small_life(moment: PlaceMoment) -> tuple[Form, ...]:
    """Moon and its path on the sea, salt and moths in the lantern's light, spray at the bow."""
    x, y, z = LANTERN[0], LANTERN[1] + DECK, LANTERN[2]
    key = moment.light.tints["key"]
    shining = hour_light(moment.atmosphere).moon
    moon = life.moon(moment.framing, MOON, shining, size=11.0)
    if moon:
        spark = life.scaled((0.50, 0.49, 0.46), shining)
        moon += (life.glitter(moment.framing, MOON, moment.t, moment.seed, spark, near=9.0),)
    return (
        *moon,
        life.dust(
            moment.framing,
            moment.t,
            moment.seed,
            ((x - 1.6, y - 1.2, z - 1.4), (x + 1.6, y + 1.0, z + 1.2)),
            (x, y, z),
            life.scaled(key, 0.6),
            count=140,
            reach=0.9,
            size=0.012,
        ),
        _spray(moment),
    )


PLACE = Place(
    name="ship_deck",
    framings=(
        Framing(
            "helm",
            (-1.15, DECK + 2.00, 0.6),
            0.03,
            1.25,
            0.02,
            Move(push=0.04),
            calm=(CalmSpot(1.15, 0.52), CalmSpot(-0.62, 0.42, 0.25)),
        ),
        Framing(
            "rail",
            (-2.15, DECK + 1.55, 2.9),
            0.42,
            1.35,
            -0.06,
            Move(drift=0.04),
            calm=(CalmSpot(-1.05, 0.62), CalmSpot(1.2, 0.62)),
        ),
        Framing(
            "aloft",
            (-1.55, DECK + 0.85, 1.3),
            0.10,
            1.20,
            -0.35,
            Move(rise=0.04),
            calm=(CalmSpot(1.2, 0.5), CalmSpot(-0.75, 0.2, 0.25)),
        ),
    ),
    anchors=(
        Anchor(
            "deck_left",
            (-1.45, DECK, 6.4),
            "floor",
            1.9,
            "hero",
            ("helm", "aloft"),
            0.0,
            ("stand", "look", "wait", "walk"),
        ),
        Anchor(
            "deck_right", (1.95, DECK, 5.4), "floor", 1.9, "hero", ("helm",), 0.5, ("stand", "look", "work", "sing")
        ),
        Anchor("deck_mast", (1.30, DECK, 9.2), "floor", 1.9, "companion", ("rail",), 0.3, ("stand", "walk", "look")),
        Anchor("helmsman", (0.62, DECK, 5.0), "floor", 1.9, "companion", ("helm",), 0.4, ("steer", "sail")),
        Anchor("hatch", (0.0, DECK + HATCH, 7.1), "seat", 1.9, "hero", ("rail",), 0.3, ("sit", "read", "rest", "play")),
        Anchor(
            "planks",
            (-0.95, DECK, 7.6),
            "floor",
            0.9,
            "companion",
            ("helm", "rail"),
            holds=("cat", "dog"),
            verbs=("sleep", "curl", "lie"),
        ),
        Anchor(
            "barrel",
            (2.35, DECK + BARREL, 6.6),
            "top",
            0.5,
            "companion",
            ("helm",),
            holds=("bird", "map", "bottle", "compass"),
        ),
        Anchor(
            "cask",
            (-2.62, DECK + BARREL * 0.85, 8.2),
            "top",
            0.5,
            "companion",
            ("helm", "rail"),
            holds=("lantern", "telescope"),
        ),
        Anchor(
            "rail_left",
            (-float(_beam(8.9)) - 0.17, DECK + 1.15 + float(_sheer(8.9)), 8.9),
            "top",
            0.6,
            "companion",
            ("helm",),
            holds=("bird", "dove"),
        ),
        Anchor(
            "bow",
            (-1.30, deck_height(0, 17.5), 17.5),
            "floor",
            1.9,
            "companion",
            ("helm",),
            3.14,
            ("gaze",),
            smallest=0.6,
        ),
        Anchor("yard", (1.9, DECK + 7.0, 9.1), "hang", 0.8, "companion", ("helm",)),
        Anchor("air", (1.6, DECK + 3.4, 9.0), "air", 1.0, "companion", ("helm", "rail")),
        Anchor("air_left", (-2.6, DECK + 3.0, 11.0), "air", 1.2, "companion", ("helm", "aloft")),
        Anchor("sea_right", (60.0, 0.0, 72.0), "sea", 14.0, "hero", ("helm",), smallest=1.5),
        Anchor("sea_left", (-32.0, 0.0, 62.0), "sea", 12.0, "companion", ("helm",), smallest=1.5),
        Anchor("sea_abeam", (180.0, 0.0, 85.0), "sea", 40.0, "backdrop", ("rail",), smallest=5.0),
        Anchor("horizon", (-150.0, 0.0, 230.0), "sea", 45.0, "backdrop", ("helm",), smallest=6.0),
        Anchor("sky", (120.0, 100.0, 230.0), "sky", 50.0, "backdrop", ("helm", "aloft")),
    ),
    solids=solids,
    light=light,
    life=small_life,
    flicker=flicker,
    ground_at=deck_height,
)
