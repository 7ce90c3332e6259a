"""A car, a train and a carriage as solid things with their lamps lit."""

from __future__ import annotations

import itertools

import numpy as np

from dreamplayer.drawing.mesh import Face, Spot, box, extruded, moved, polygon, rod, stuff, turned
from dreamplayer.kit.outline import spline
from dreamplayer.kit.sdf import Map

Point3 = tuple[float, float, float]


def disc(at: Point3, radius: float, spokes: int, tyre: float = 0.16, tone: float = 0.16, x0: float = 0.0) -> list[Face]:
    """A wheel facing along z: tyre, spokes, hub."""

    def made(s: Spot) -> tuple[Map, Map]:
        x, y = s.x - at[0] - x0, s.y - at[1]
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


def curve(points: list[tuple[float, float]], per: int = 6) -> list[tuple[float, float]]:
    """A closed outline through a few points."""
    return [(float(x), float(y)) for x, y in spline(points, per)]


def car() -> list[Face]:
    """A rounded old car seen from the front quarter, lamps lit, someone's dashboard glowing."""
    body = curve(
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
            np.array([[0.085, 0.018, 0.016]])
            * (0.5 + 0.7 * np.clip((y - 0.3) / 0.8, 0, 1) ** 2)[:, None]
            * (1 - 0.6 * door)[:, None]
        )
        wheel = np.minimum(np.hypot(x + 1.30, y - 0.36), np.hypot(x - 1.32, y - 0.36))
        paint = np.where((wheel < 0.44)[:, None], 0.004, paint)
        glow = np.where(
            window,
            0.11 + 0.12 * np.exp(-((x + 0.5) ** 2) / 0.2),
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
        colour = np.where((screen | rear)[:, None], np.array([[0.02, 0.02, 0.03]]), np.array([[0.085, 0.018, 0.016]]))
        glow = np.where(
            lamp, 1.0, np.where(ring | grille, 0.35, np.where(tail, 0.5, np.where(screen | rear, 0.10, shine + 0.02)))
        )
        return colour.astype(np.float32), glow.astype(np.float32)

    faces = extruded(body, -0.82, 0.82, side, top)
    for x in (-1.30, 1.32):
        for z in (-0.84, 0.84):
            faces += disc((x, 0.36, z), 0.36, 8, 0.36, 0.22)
    faces += box((-2.2, 0.40, -0.86), (-2.10, 0.50, 0.86), stuff((0.22, 0.20, 0.2), 0.3, 0.02))
    return faces


def locomotive(x0: float = 0.0) -> list[Face]:
    """A steam engine coming by: boiler, funnel, cab, big wheels, one lamp ahead. `x0` is where it will be moved."""
    iron = stuff((0.055, 0.05, 0.058), 0.16, 0.03)
    brass = stuff((0.24, 0.15, 0.06), 0.35, 0.02)

    def shell(s: Spot) -> tuple[Map, Map]:
        band = np.abs(np.mod((s.x - x0) / 0.8, 1) - 0.5) < 0.03
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
        window = (np.abs(s.y - 2.35) < 0.36) & (np.abs((s.x - x0) - 1.3) < 0.42)
        glow = np.where(window, 0.75, 0.05 + 0.22 * np.exp(-s.edge / 0.03))
        return np.full((len(s.u), 3), 0.055, np.float32), glow.astype(np.float32)

    faces += box((0.6, 1.0, -0.85), (2.0, 3.0, 0.85), cab, iron)
    faces += box((0.4, 3.0, -0.98), (2.2, 3.12, 0.98), iron)
    faces += box((-3.0, 0.82, -0.75), (2.0, 1.05, 0.75), iron)
    faces += extruded([(-3.0, 0.85), (-3.6, 0.18), (-3.0, 0.22)], -0.6, 0.6, brass)
    for x, r in ((-2.4, 0.40), (-1.35, 0.60), (-0.05, 0.60), (1.25, 0.60)):
        faces += disc((x, r, -0.80), r, 10, 0.16, 0.14, x0)
        faces += disc((x, r, 0.80), r, 10, 0.16, 0.14, x0)
    faces += rod((-1.35, 0.55, -0.85), (1.25, 0.55, -0.85), 0.05, brass, 6)
    return faces


def wagon(x0: float = 0.0) -> list[Face]:
    """A passenger coach, every window warm. `x0` is where it will be moved."""

    def side(s: Spot) -> tuple[Map, Map]:
        k = np.mod(((s.x - x0) + 3.0) / 1.0, 1.0) - 0.5
        window = (np.abs(k) < 0.34) & (np.abs(s.y - 2.15) < 0.42) & (np.abs(s.x - x0) < 2.95)
        curtain = window & (np.abs(k) > 0.22 - 0.05 * np.cos(s.y * 5))
        head = (
            window
            & (np.hypot(k + 0.08 * np.sin(np.floor(s.x - x0) * 9), s.y - 1.90) < 0.10)
            & (np.mod(np.floor(s.x - x0) * 3 + 1, 4) > 1)
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
    roof = curve([(-0.98, 2.78), (-0.7, 3.02), (0.0, 3.10), (0.7, 3.02), (0.98, 2.78)], 4)
    faces += [
        polygon([(-3.1, y0, z0), (3.1, y0, z0), (3.1, y1, z1), (-3.1, y1, z1)], dark)
        for (z0, y0), (z1, y1) in itertools.pairwise(roof)
    ]
    for x in (-2.2, -1.4, 1.4, 2.2):
        faces += disc((x, 0.42, -0.80), 0.42, 8, 0.2, 0.10, x0)
    faces += box((-3.3, 0.85, -0.1), (3.3, 0.95, 0.1), dark)
    return faces


def train() -> list[Face]:
    """An engine and two coaches behind it."""
    return [*moved(locomotive(-6.3), (-6.3, 0, 0)), *moved(wagon(-1.2), (-1.2, 0, 0)), *moved(wagon(5.2), (5.2, 0, 0))]


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
    body = curve(
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


def open_curve(points: list[tuple[float, float]], per: int = 5) -> list[tuple[float, float]]:
    """A line through a few points."""
    return [(float(x), float(y)) for x, y in spline(points, per, closed=False)]
