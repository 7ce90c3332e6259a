"""Cars, trains, carriages, planes, bicycles, rockets and sleds as solid things with their lamps lit."""

from __future__ import annotations

import itertools

import numpy as np

from dreamplayer.forms.solid import Face, Material, Spot, box, extruded, moved, polygon, rod, stuff, turned
from dreamplayer.kit.outline import spline
from dreamplayer.kit.sdf import Map

Point3 = tuple[float, float, float]


def disc(at: Point3, radius: float, spokes: int, tyre: float = 0.16, tone: float = 0.16) -> list[Face]:
    """A wheel facing along z: tyre, spokes, hub."""

    def made(s: Spot) -> tuple[Map, Map]:
        x, y = s.x - at[0], s.y - at[1]
        r = np.hypot(x, y) / radius
        a = np.arctan2(y, x)
        bar = np.abs(np.mod(a / (2 * np.pi / spokes) + 0.5, 1) - 0.5) * 2 * np.pi / spokes * r < 0.055 * (
            1 if spokes < 20 else 0.35
        )
        solid = (r > 1 - tyre) | (r < 0.16) | bar
        colour = np.where(
            (r > 1 - tyre)[:, None], np.array([[0.025, 0.023, 0.025]]), np.array([[tone, tone * 0.8, tone * 0.65]])
        )
        colour = np.where(solid[:, None], colour, np.array([[0.006, 0.006, 0.008]]))
        rim = np.exp(-((r - 1 + tyre) ** 2) / 0.0012) * 0.30 + np.exp(-((r - 0.985) ** 2) / 0.0004) * 0.16
        return colour.astype(np.float32), (rim + 0.10 * bar * (r < 1 - tyre)).astype(np.float32)

    ring = [(at[0] + radius * np.cos(t), at[1] + radius * np.sin(t), at[2]) for t in np.linspace(0, 2 * np.pi, 41)[:-1]]
    return [polygon(ring, made)]


def _curve(points: list[tuple[float, float]], per: int = 6) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in spline(points, per)]


def car() -> list[Face]:
    """A rounded old car seen from the front quarter, lamps lit, someone's dashboard glowing."""
    body = _curve(
        [
            (-2.1, 0.42),
            (-2.12, 0.78),
            (-1.9, 0.98),
            (-1.25, 1.06),
            (-0.9, 1.16),
            (-0.42, 1.55),
            (0.55, 1.60),
            (1.15, 1.18),
            (1.75, 1.06),
            (2.08, 0.82),
            (2.08, 0.42),
            (1.2, 0.34),
            (-1.2, 0.34),
        ]
    )

    def side(s: Spot) -> tuple[Map, Map]:
        x, y = s.x, s.y
        roof = np.clip(1.57 - 0.22 * np.abs(x - 0.06) ** 2.4, 1.0, 1.6)
        window = (y > 1.10) & (y < roof - 0.09) & (x > -0.78) & (x < 0.95) & (np.abs(x - 0.12) > 0.04)
        slant = (x + 0.85) > (y - 1.1) * 0.85
        window &= slant & ((0.98 - x) > (y - 1.1) * 0.8)
        trim = np.exp(-(((y - 0.98) / 0.012) ** 2)) * (np.abs(x) < 1.9)
        door = np.exp(-(((x - 0.12) / 0.010) ** 2)) * (y < 1.05) * (y > 0.45) + np.exp(-(((x + 0.82) / 0.010) ** 2)) * (
            y < 1.05
        ) * (y > 0.5)
        paint = (
            np.array([[0.16, 0.035, 0.030]])
            * (0.5 + 0.7 * np.clip((y - 0.3) / 0.8, 0, 1) ** 2)[:, None]
            * (1 - 0.6 * door)[:, None]
        )
        wheel = np.minimum(np.hypot(x + 1.30, y - 0.36), np.hypot(x - 1.32, y - 0.36))
        paint = np.where((wheel < 0.44)[:, None], 0.004, paint)
        glow = np.where(
            window,
            0.26 + 0.20 * np.exp(-((x + 0.5) ** 2) / 0.2),
            0.22 * trim + 0.07 * np.exp(-np.abs(y - 0.86) / 0.03) + 0.08 * np.exp(-s.edge / 0.03),
        )
        glow = glow + 0.10 * np.exp(-np.abs(wheel - 0.45) / 0.012)
        return np.where(window[:, None], 0.02, paint).astype(np.float32), glow.astype(np.float32)

    def top(s: Spot) -> tuple[Map, Map]:
        front = s.x < -1.95
        lamp = front & (np.hypot(s.y - 0.78, np.abs(s.z) - 0.56) < 0.17)
        ring = front & (np.abs(np.hypot(s.y - 0.78, np.abs(s.z) - 0.56) - 0.19) < 0.022)
        grille = front & (np.abs(s.z) < 0.30) & (s.y > 0.50) & (s.y < 0.86) & (np.mod(s.z / 0.06, 1) > 0.5)
        tail = (s.x > 1.95) & (np.hypot(s.y - 0.80, np.abs(s.z) - 0.6) < 0.1)
        screen = (s.x > -0.95) & (s.x < -0.40) & (s.y > 1.14) & (s.y < 1.50) & (np.abs(s.z) < 0.66)
        rear = (s.x > 0.62) & (s.x < 1.1) & (s.y > 1.22) & (s.y < 1.54) & (np.abs(s.z) < 0.6)
        shine = np.exp(-((np.abs(s.z) - 0.45) ** 2) / 0.02) * 0.05
        colour = np.where((screen | rear)[:, None], np.array([[0.02, 0.02, 0.03]]), np.array([[0.15, 0.034, 0.030]]))
        glow = np.where(
            lamp, 1.0, np.where(ring | grille, 0.35, np.where(tail, 0.5, np.where(screen | rear, 0.20, shine + 0.02)))
        )
        return colour.astype(np.float32), glow.astype(np.float32)

    faces = extruded(body, -0.82, 0.82, side, top)
    for x in (-1.30, 1.32):
        for z in (-0.84, 0.84):
            faces += disc((x, 0.36, z), 0.36, 8, 0.36, 0.22)
    faces += box((-2.2, 0.40, -0.86), (-2.10, 0.50, 0.86), stuff((0.22, 0.20, 0.2), 0.3, 0.02))
    return faces


def locomotive() -> list[Face]:
    """A steam engine coming by: boiler, funnel, cab, big wheels, one lamp ahead."""
    iron = stuff((0.055, 0.05, 0.058), 0.16, 0.03)
    brass = stuff((0.24, 0.15, 0.06), 0.35, 0.02)

    def shell(s: Spot) -> tuple[Map, Map]:
        band = np.abs(np.mod(s.x / 0.8, 1) - 0.5) < 0.03
        shine = np.exp(-((s.y - 2.25) ** 2) / 0.05) * 0.14 + np.exp(-((s.y - 1.45) ** 2) / 0.02) * 0.05
        return np.where(band[:, None], np.array([[0.24, 0.15, 0.06]]), np.array([[0.05, 0.046, 0.055]])).astype(
            np.float32
        ), (shine + 0.25 * band).astype(np.float32)

    faces: list[Face] = []
    ring = np.linspace(0, 2 * np.pi, 25)
    for a, b in itertools.pairwise(ring):
        p = [(x, 1.75 + 0.62 * np.sin(t), 0.62 * np.cos(t)) for x, t in ((-2.9, a), (-2.9, b), (0.6, b), (0.6, a))]
        faces.append(polygon(p, shell))

    def front(s: Spot) -> tuple[Map, Map]:
        r = np.hypot(s.y - 1.75, s.z)
        lamp = np.hypot(s.y - 1.85, s.z) < 0.20
        return np.full((len(s.u), 3), 0.045, np.float32), np.where(
            lamp, 1.0, 0.30 * (np.abs(r - 0.56) < 0.03) + 0.12 * np.exp(-((r - 0.30) ** 2) / 0.01)
        ).astype(np.float32)

    faces.append(polygon([(-2.92, 1.75 + 0.62 * np.sin(t), 0.62 * np.cos(t)) for t in ring[:-1]], front))
    faces += turned(
        [(0.16, 2.3), (0.18, 2.75), (0.30, 3.05), (0.30, 3.12)], iron, (-2.3, 0), 18, stuff((0.02, 0.02, 0.02), 0.1)
    )
    faces += turned([(0.22, 2.3), (0.24, 2.55), (0.10, 2.75), (0.02, 2.8)], brass, (-1.0, 0), 18)

    def cab(s: Spot) -> tuple[Map, Map]:
        window = (np.abs(s.y - 2.35) < 0.36) & (np.abs(s.x - 1.3) < 0.42)
        glow = np.where(window, 0.75, 0.05 + 0.22 * np.exp(-s.edge / 0.03))
        return np.full((len(s.u), 3), 0.055, np.float32), glow.astype(np.float32)

    faces += box((0.6, 1.0, -0.85), (2.0, 3.0, 0.85), cab, iron)
    faces += box((0.4, 3.0, -0.98), (2.2, 3.12, 0.98), iron)
    faces += box((-3.0, 0.82, -0.75), (2.0, 1.05, 0.75), iron)
    faces += extruded([(-3.0, 0.85), (-3.6, 0.18), (-3.0, 0.22)], -0.6, 0.6, brass)
    for x, r in ((-2.4, 0.40), (-1.35, 0.60), (-0.05, 0.60), (1.25, 0.60)):
        faces += disc((x, r, -0.80), r, 10, 0.16, 0.14)
        faces += disc((x, r, 0.80), r, 10, 0.16, 0.14)
    faces += rod((-1.35, 0.55, -0.85), (1.25, 0.55, -0.85), 0.05, brass, 6)
    return faces


def wagon() -> list[Face]:
    """A passenger coach, every window warm."""

    def side(s: Spot) -> tuple[Map, Map]:
        k = np.mod((s.x + 3.0) / 1.0, 1.0) - 0.5
        window = (np.abs(k) < 0.34) & (np.abs(s.y - 2.15) < 0.42) & (np.abs(s.x) < 2.95)
        curtain = window & (np.abs(k) > 0.22 - 0.05 * np.cos(s.y * 5))
        head = (
            window
            & (np.hypot(k + 0.08 * np.sin(np.floor(s.x) * 9), s.y - 1.90) < 0.10)
            & (np.mod(np.floor(s.x) * 3 + 1, 4) > 1)
        )
        stripe = np.exp(-(((s.y - 1.58) / 0.02) ** 2)) + np.exp(-(((s.y - 2.68) / 0.02) ** 2))
        light = 0.62 + 0.30 * np.exp(-(k**2 + (s.y - 2.2) ** 2) / 0.06)
        glow = np.where(window, np.where(head, 0.12, np.where(curtain, 0.40, light)), 0.20 * stripe + 0.05)
        spill = (
            0.12 * np.exp(-np.hypot((np.abs(k) - 0.34).clip(0), (np.abs(s.y - 2.15) - 0.42).clip(0)) / 0.14) * ~window
        )
        return np.where(window[:, None], 0.1, np.array([[0.10, 0.030, 0.030]])).astype(np.float32), (
            glow + spill
        ).astype(np.float32)

    dark = stuff((0.05, 0.045, 0.05), 0.12, 0.03)
    faces = box((-3.0, 0.95, -0.85), (3.0, 2.8, 0.85), side, dark)
    roof = _curve([(-0.98, 2.78), (-0.7, 3.02), (0.0, 3.10), (0.7, 3.02), (0.98, 2.78)], 4)
    faces += [
        polygon([(-3.1, y0, z0), (3.1, y0, z0), (3.1, y1, z1), (-3.1, y1, z1)], dark)
        for (z0, y0), (z1, y1) in itertools.pairwise(roof)
    ]
    for x in (-2.2, -1.4, 1.4, 2.2):
        faces += disc((x, 0.42, -0.80), 0.42, 8, 0.2, 0.10)
    faces += box((-3.3, 0.85, -0.1), (3.3, 0.95, 0.1), dark)
    return faces


def train() -> list[Face]:
    """An engine and two coaches behind it."""
    return [*moved(locomotive(), (-6.3, 0, 0)), *moved(wagon(), (-1.2, 0, 0)), *moved(wagon(), (5.2, 0, 0))]


def carriage() -> list[Face]:
    """A round-bellied coach with lanterns, large spoked wheels, gilt curls."""

    def side(s: Spot) -> tuple[Map, Map]:
        window = (
            np.where(s.y > 1.75, np.hypot(s.x, (s.y - 1.75) * 1.1) - 0.42, np.maximum(np.abs(s.x) - 0.42, 1.45 - s.y))
            < 0
        )
        curtain = window & (np.abs(s.x) > 0.26 + 0.08 * np.cos((s.y - 1.4) * 5))
        panel = np.abs(np.hypot(s.x * 0.8, (s.y - 1.35) * 0.9) - 0.66) < 0.02
        glow = np.where(window, np.where(curtain, 0.35, 0.75), 0.45 * np.exp(-s.edge / 0.03) + 0.32 * panel + 0.02)
        return np.where(window[:, None], 0.1, np.array([[0.085, 0.030, 0.060]])).astype(np.float32), glow.astype(
            np.float32
        )

    gold = stuff((0.26, 0.16, 0.06), 0.30, 0.02)
    body = _curve(
        [
            (-0.55, 0.80),
            (-0.95, 1.05),
            (-1.10, 1.55),
            (-1.05, 2.15),
            (0.0, 2.38),
            (1.05, 2.15),
            (1.10, 1.55),
            (0.95, 1.05),
            (0.55, 0.80),
        ]
    )
    faces = extruded(body, -0.62, 0.62, side, stuff((0.07, 0.028, 0.05), 0.08, 0.03))
    faces += turned([(0.02, 2.62), (0.14, 2.52), (0.10, 2.42), (0.22, 2.34)], gold)
    faces += (
        rod((-1.0, 0.95, 0), (-2.1, 0.85, 0), 0.06, gold)
        + rod((-2.1, 0.85, 0), (-2.5, 1.55, 0), 0.05, gold)
        + rod((1.0, 0.95, 0), (1.9, 1.25, 0), 0.06, gold)
    )
    faces += box((-2.5, 1.30, -0.45), (-1.75, 1.42, 0.45), stuff((0.10, 0.04, 0.05), 0.3, 0.03))
    for x, r in ((-1.75, 0.52), (1.35, 0.74)):
        for z in (-0.72, 0.72):
            faces += disc((x, r, z), r, 12, 0.12, 0.24)
    for z in (-0.66, 0.66):
        faces += turned(
            [(0.08, 1.62), (0.11, 1.70), (0.11, 1.92), (0.03, 2.04)],
            stuff((0.4, 0.3, 0.2), 0, glow=1.0),
            (-1.12, z),
            10,
        )
    return faces


def plane() -> list[Face]:
    """An airliner in the night, cabin windows lit, seen from beside and a little below."""

    def hull(s: Spot) -> tuple[Map, Map]:
        window = (
            (np.abs(np.mod(s.x / 0.42, 1) - 0.5) < 0.24)
            & (np.abs(s.y - 0.14) < 0.085)
            & (s.x > -3.5)
            & (s.x < 3.2)
            & (s.z < 0)
        )
        cockpit = (s.x < -4.15) & (s.x > -4.62) & (s.y > 0.12) & (s.y < 0.34)
        shine = 0.10 * np.exp(-((s.y - 0.42) ** 2) / 0.02) + 0.07 * np.exp(-((s.y + 0.55) ** 2) / 0.02)
        return np.full((len(s.u), 3), 0.16, np.float32) * np.array([0.9, 0.92, 1.1], np.float32), np.where(
            window | cockpit, 0.85, shine
        ).astype(np.float32)

    prof = [
        (-5.0, 0.03, -0.08),
        (-4.75, 0.30, -0.05),
        (-4.2, 0.54, 0.0),
        (-3.4, 0.66, 0.0),
        (2.6, 0.66, 0.0),
        (3.8, 0.46, 0.12),
        (5.0, 0.12, 0.34),
    ]
    faces: list[Face] = []
    ring = np.linspace(0, 2 * np.pi, 21)
    for (x0, r0, y0), (x1, r1, y1) in itertools.pairwise(prof):
        for a, b in itertools.pairwise(ring):
            faces.append(
                polygon(
                    [
                        (x0, y0 + r0 * np.sin(a), r0 * np.cos(a)),
                        (x0, y0 + r0 * np.sin(b), r0 * np.cos(b)),
                        (x1, y1 + r1 * np.sin(b), r1 * np.cos(b)),
                        (x1, y1 + r1 * np.sin(a), r1 * np.cos(a)),
                    ],
                    hull,
                )
            )
    wing = stuff((0.13, 0.13, 0.16), 0.22, 0.05)
    lamp = stuff((0.4, 0.3, 0.2), 0, glow=1.0)
    for side in (-1.0, 1.0):
        faces.append(
            polygon(
                [(-1.0, -0.25, side * 0.5), (1.1, -0.25, side * 0.5), (2.7, 0.25, side * 5.2), (2.0, 0.25, side * 5.2)],
                wing,
            )
        )
        faces.append(
            polygon(
                [(3.7, 0.35, side * 0.25), (4.7, 0.35, side * 0.25), (5.2, 0.5, side * 1.9), (4.8, 0.5, side * 1.9)],
                wing,
            )
        )
        engine = np.linspace(0, 2 * np.pi, 15)
        for a, b in itertools.pairwise(engine):
            faces.append(
                polygon(
                    [
                        (x, -0.55 + 0.28 * np.sin(t), side * 1.9 + 0.28 * np.cos(t))
                        for x, t in ((-0.7, a), (-0.7, b), (0.8, b), (0.8, a))
                    ],
                    hull,
                )
            )
        faces += box((2.2, 0.2, side * 5.2 - 0.08), (2.4, 0.32, side * 5.2 + 0.08), lamp)
    faces.append(polygon([(3.5, 0.45, 0), (4.9, 0.45, 0), (5.4, 2.2, 0), (4.75, 2.2, 0)], wing))
    return faces


def bicycle() -> list[Face]:
    """An old bicycle with a basket and a lamp, leaning a little."""
    frame = stuff((0.10, 0.20, 0.20), 0.35, 0.03)
    steel = stuff((0.24, 0.22, 0.2), 0.3, 0.02)

    def wheel(x: float) -> list[Face]:
        faces: list[Face] = []
        ring = np.linspace(0, 2 * np.pi, 37)
        for a, b in itertools.pairwise(ring):
            faces += rod(
                (x + 0.34 * np.cos(a), 0.36 + 0.34 * np.sin(a), 0),
                (x + 0.34 * np.cos(b), 0.36 + 0.34 * np.sin(b), 0),
                0.022,
                stuff((0.05, 0.045, 0.05), 0.22, 0.02),
                5,
            )
        for a in np.linspace(0, 2 * np.pi, 17)[:-1]:
            faces += rod((x, 0.36, 0), (x + 0.33 * np.cos(a), 0.36 + 0.33 * np.sin(a), 0), 0.004, steel, 3)
        return faces

    faces = [*wheel(-0.56), *wheel(0.56)]
    for a, b, r in (
        ((-0.56, 0.36), (-0.44, 0.92), 0.020),
        ((-0.47, 0.80), (0.08, 0.34), 0.022),
        ((-0.46, 0.86), (0.22, 0.80), 0.020),
        ((0.08, 0.34), (0.26, 0.94), 0.020),
        ((0.56, 0.36), (0.22, 0.80), 0.014),
        ((0.56, 0.36), (0.08, 0.34), 0.014),
    ):
        faces += rod((a[0], a[1], 0), (b[0], b[1], 0), r, frame, 7)
    faces += (
        rod((-0.44, 0.92, 0), (-0.42, 1.02, 0), 0.018, steel)
        + rod((-0.42, 1.02, -0.28), (-0.42, 1.02, 0.28), 0.016, steel)
        + rod((-0.42, 1.02, -0.28), (-0.24, 1.0, -0.30), 0.018, stuff((0.12, 0.06, 0.03), 0.2))
        + rod((-0.42, 1.02, 0.28), (-0.24, 1.0, 0.30), 0.018, stuff((0.12, 0.06, 0.03), 0.2))
    )
    faces += extruded(
        _curve([(0.12, 0.95), (0.30, 1.0), (0.44, 0.97), (0.42, 0.93), (0.2, 0.92)]),
        -0.07,
        0.07,
        stuff((0.14, 0.07, 0.035), 0.25, 0.02),
    )
    weave = stuff((0.22, 0.14, 0.07), 0.20, 0.02)
    faces += box((-0.80, 0.74, -0.18), (-0.52, 0.98, 0.18), weave)
    faces += turned(
        [(0.03, 0.62), (0.06, 0.66), (0.06, 0.72), (0.02, 0.74)],
        stuff((0.4, 0.3, 0.2), 0, glow=1.0),
        (-0.62, -0.02),
        10,
    )
    return faces


def rocket() -> list[Face]:
    """A rocket of riveted plates with round windows and three fins, of the kind in old picture books."""

    def hull(s: Spot) -> tuple[Map, Map]:
        near = s.z < 0
        port = near & (np.minimum(np.hypot(s.x, s.y - 3.6), np.hypot(s.x, s.y - 2.55)) < 0.24)
        ring = near & (np.abs(np.minimum(np.hypot(s.x, s.y - 3.6), np.hypot(s.x, s.y - 2.55)) - 0.28) < 0.045)
        seam = np.abs(np.mod(s.y, 0.85) - 0.42) < 0.02
        tip = (s.y > 4.55)[:, None]
        colour = np.where(tip, np.array([[0.26, 0.05, 0.04]]), np.array([[0.20, 0.19, 0.20]]))
        return colour.astype(np.float32), np.where(
            port, 0.85, np.where(ring, 0.35, 0.08 * seam + 0.16 * np.exp(-((s.y - 0.9) ** 2) / 0.1))
        ).astype(np.float32)

    faces = turned(
        [(0.45, 0.75), (0.72, 1.35), (0.86, 2.4), (0.80, 3.5), (0.55, 4.55), (0.22, 5.3), (0.02, 5.7)], hull, facets=32
    )
    fin = stuff((0.24, 0.05, 0.04), 0.30, 0.04)
    for a in (0.5, 0.5 + 2.094, 0.5 + 4.189):
        c, s = float(np.cos(a)), float(np.sin(a))
        faces.append(
            polygon(
                [
                    (0.6 * c, 1.0, 0.6 * s),
                    (0.80 * c, 2.2, 0.80 * s),
                    (1.45 * c, 0.9, 1.45 * s),
                    (1.42 * c, 0.0, 1.42 * s),
                ],
                fin,
            )
        )
    faces += turned([(0.38, 0.45), (0.45, 0.78)], stuff((0.1, 0.09, 0.1), 0.2))
    return faces


def sled() -> list[Face]:
    """A wooden sled with curled runners and a lantern on its prow."""
    wood = stuff((0.20, 0.11, 0.055), 0.24, 0.02)
    iron = stuff((0.10, 0.09, 0.09), 0.32, 0.02)
    faces: list[Face] = []
    curl = _curve_open(
        [(1.2, 0.02), (0.0, 0.02), (-0.9, 0.04), (-1.35, 0.25), (-1.45, 0.62), (-1.20, 0.74), (-1.10, 0.55)]
    )
    for z in (-0.34, 0.34):
        for (x0, y0), (x1, y1) in itertools.pairwise(curl):
            faces += rod((x0, y0, z), (x1, y1, z), 0.03, iron, 6)
        for x in (-0.7, 0.1, 0.9):
            faces += rod((x, 0.03, z), (x, 0.36, z), 0.028, wood, 6)
    for k in range(5):
        z = -0.36 + 0.18 * k
        faces += box((-1.0, 0.36, z - 0.075), (1.15, 0.41, z + 0.075), wood)
    faces += extruded([(0.95, 0.41), (1.15, 0.41), (1.35, 1.15), (1.22, 1.18)], -0.42, 0.42, wood)
    faces += box((0.25, 0.41, -0.36), (0.95, 0.58, 0.36), stuff((0.22, 0.05, 0.04), 0.12, 0.03))
    faces += turned(
        [(0.07, 0.78), (0.10, 0.84), (0.10, 1.02), (0.02, 1.14)], stuff((0.4, 0.3, 0.2), 0, glow=1.0), (-1.25, 0), 12
    )
    return faces


def _curve_open(points: list[tuple[float, float]], per: int = 5) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in spline(points, per, closed=False)]


def hull(long: float, wide: float, tall: float, material: Material, steps: int = 18, stern: float = 0.55) -> list[Face]:
    """A boat's shell along x, prow to the left: ribs that narrow to the prow, planks between."""
    faces: list[Face] = []
    u = np.linspace(0, 1, steps)
    half = wide / 2 * np.clip(np.sin(np.pi * (0.02 + 0.98 * u) ** 0.75 * 0.98 + 0.0), 0.02, 1) ** 0.8
    half = np.where(u > 0.5, np.maximum(half, wide / 2 * stern), half)
    sheer = tall * (0.72 + 0.42 * (1 - u) ** 2.4 + 0.18 * u**3)
    x = long * (u - 0.5) - 0.12 * long * (1 - u) ** 6
    ribs = []
    for k in range(steps):
        v = np.linspace(0, 1, 7)
        ribs.append(
            [
                (
                    float(x[k] + 0.10 * long * (1 - u[k]) ** 3 * (1 - q)),
                    float(sheer[k] * q),
                    float(half[k] * np.sin(0.5 * np.pi * q**0.7)),
                )
                for q in v
            ]
        )
    for a, b in itertools.pairwise(ribs):
        for j in range(6):
            for side in (-1.0, 1.0):
                p = [a[j], b[j], b[j + 1], a[j + 1]]
                faces.append(polygon([(px, py, side * pz) for px, py, pz in p], material))
    end = ribs[-1]
    faces.append(
        polygon([*[(px, py, pz) for px, py, pz in end], *[(px, py, -pz) for px, py, pz in reversed(end)]], material)
    )
    return faces


def planks(albedo: tuple[float, float, float] = (0.15, 0.085, 0.05), light: float = 0.0) -> Material:
    """Clinker boards that follow the height; `light` warms the upper strake."""

    def made(s: Spot) -> tuple[Map, Map]:
        line = np.exp(-((np.abs(np.mod(s.y / 0.16, 1) - 0.5) - 0.5) ** 2) * 120)
        tone = (0.5 + 0.5 * np.clip(s.y / 0.7, 0, 1)) * (1 - 0.5 * line)
        return (np.asarray(albedo, np.float32)[None] * tone[:, None]).astype(np.float32), (
            0.05 * line + light * np.clip(s.y - 0.2, 0, 1)
        ).astype(np.float32)

    return made


def rowing_boat() -> list[Face]:
    """A small wooden boat with a lantern hung on a curved staff at its prow, two oars resting."""
    wood = stuff((0.18, 0.10, 0.055), 0.22, 0.02)
    faces = hull(3.6, 1.15, 0.62, planks())
    for x in (-0.5, 0.5):
        faces += box((x - 0.12, 0.36, -0.50), (x + 0.12, 0.41, 0.50), wood)
    staff = _curve_open([(-1.75, 0.6), (-1.86, 1.1), (-1.75, 1.5), (-1.45, 1.58), (-1.30, 1.44)])
    for (x0, y0), (x1, y1) in itertools.pairwise(staff):
        faces += rod((x0, y0, 0), (x1, y1, 0), 0.022, wood, 5)
    faces += turned(
        [(0.07, 1.10), (0.115, 1.16), (0.115, 1.34), (0.02, 1.44)], stuff((0.4, 0.3, 0.2), 0, glow=1.0), (-1.30, 0), 12
    )
    faces += rod((0.1, 0.55, -0.5), (1.3, 0.12, -1.05), 0.022, wood, 5) + box(
        (1.2, 0.02, -1.14), (1.62, 0.16, -1.10), wood
    )
    return faces


def sailing_ship() -> list[Face]:
    """A three-masted ship, sails full and faintly lit, lanterns along her rail and in her stern windows."""

    def side(s: Spot) -> tuple[Map, Map]:
        colour, glow = planks((0.11, 0.065, 0.045))(s)
        port = (np.abs(np.mod(s.x / 0.9, 1) - 0.5) < 0.13) & (np.abs(s.y - 1.05) < 0.12) & (np.abs(s.x) < 3.6)
        rail = np.exp(-(((s.y - 1.34) / 0.03) ** 2))
        return colour, np.where(port, 0.8, glow + 0.20 * rail).astype(np.float32)

    def sail(s: Spot) -> tuple[Map, Map]:
        seam = np.exp(-((np.abs(np.mod(s.u / 0.42, 1) - 0.5) - 0.5) ** 2) * 160)
        low = np.exp(-((s.v / 1.2) ** 2))
        return (np.array([[0.36, 0.31, 0.26]]) * (0.75 - 0.25 * seam)[:, None]).astype(np.float32), (
            0.10 + 0.15 * low + 0.12 * np.exp(-s.edge / 0.04) - 0.03 * seam
        ).astype(np.float32)

    wood = stuff((0.12, 0.07, 0.045), 0.16, 0.03)
    faces = hull(9.0, 2.4, 1.7, side, 22)
    faces += box((2.6, 1.4, -0.9), (4.6, 2.5, 0.9), stuff((0.11, 0.065, 0.045), 0.22, 0.04))
    faces += [
        polygon(
            [
                (2.8 + 0.45 * k, 1.75, -0.91),
                (3.1 + 0.45 * k, 1.75, -0.91),
                (3.1 + 0.45 * k, 2.2, -0.91),
                (2.8 + 0.45 * k, 2.2, -0.91),
            ],
            stuff((0.4, 0.3, 0.2), 0, glow=0.85),
        )
        for k in range(4)
    ]
    for x, tall in ((-2.6, 7.2), (0.1, 8.4), (2.7, 6.6)):
        faces += rod((x, 1.0, 0), (x, tall, 0), 0.075, wood, 7)
        for low, high, wide in ((2.1, 4.2, 1.75), (4.35, 5.9, 1.4), (6.0, tall - 0.3, 1.0)):
            if high - low < 0.4:
                continue
            faces += rod((x - 0.25, high, -wide), (x + 0.25, high, wide), 0.04, wood, 5)
            cols = 7
            q = np.linspace(-1, 1, cols)
            for a, b in itertools.pairwise(q):
                rows_ = np.linspace(0, 1, 4)
                for c, d in itertools.pairwise(rows_):

                    def at(
                        h: float, v: float, x: float = x, low: float = low, high: float = high, wide: float = wide
                    ) -> Point3:
                        belly = 0.55 * (1 - h * h) * np.sin(np.pi * (0.15 + 0.8 * (1 - v)))
                        return (x - belly - 0.1 + 0.25 * h, low + (high - low) * v, wide * h * (1.08 - 0.08 * v))

                    faces.append(polygon([at(a, c), at(b, c), at(b, d), at(a, d)], sail))
        faces.append(
            polygon([(x, tall, 0), (x + 0.8, tall - 0.15, 0), (x, tall - 0.3, 0)], stuff((0.3, 0.08, 0.05), 0.3))
        )
    faces += rod((-4.4, 1.9, 0), (-6.3, 3.2, 0), 0.06, wood, 6)
    faces.append(polygon([(-6.1, 3.05, 0), (-2.7, 6.4, 0), (-4.2, 2.3, 0)], sail))
    for x in (-3.6, -1.2, 1.4, 4.5):
        y = 2.75 if x > 4 else 1.75
        faces += turned(
            [(0.06, y), (0.11, y + 0.07), (0.11, y + 0.22), (0.02, y + 0.32)],
            stuff((0.4, 0.3, 0.2), 0, glow=1.0),
            (x, -0.9 if x < 4 else 0),
            8,
        )
    return faces
