"""A laid table, a meal on a board, a chest with light in it."""

from __future__ import annotations

import itertools

import numpy as np

from dreamplayer.drawing.furniture import candle, timber
from dreamplayer.drawing.mesh import Face, Spot, box, extruded, moved, polygon, stuff, turned
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import Map


def table() -> list[Face]:
    """A wooden table laid with a cloth runner, a candle, a bowl, two cups and a book."""
    lamp = (0.0, 1.05, 0.0, 0.42)
    wood = timber(lamp=lamp)
    faces = box((-0.95, 0.72, -0.48), (0.95, 0.78, 0.48), wood)
    faces += box((-0.85, 0.60, -0.40), (0.85, 0.72, -0.38), timber())
    for x in (-0.85, 0.85):
        for z in (-0.40, 0.40):
            faces += turned(
                [(0.030, 0.0), (0.045, 0.12), (0.036, 0.30), (0.055, 0.48), (0.045, 0.72)],
                timber(edge=0.10),
                (x, z),
                10,
            )

    def cloth(s: Spot) -> tuple[Map, Map]:
        d = np.hypot(s.x, s.z)
        return np.tile(np.array([[0.26, 0.06, 0.045]], np.float32), (len(s.u), 1)), (
            0.50 * np.exp(-d / 0.32) + 0.2 * np.exp(-s.edge / 0.012)
        ).astype(np.float32)

    faces.append(
        polygon([(-0.22, 0.783, -0.48), (0.22, 0.783, -0.48), (0.22, 0.783, 0.48), (-0.22, 0.783, 0.48)], cloth)
    )
    faces.append(
        polygon([(-0.22, 0.52, -0.485), (0.22, 0.52, -0.485), (0.22, 0.783, -0.485), (-0.22, 0.783, -0.485)], cloth)
    )
    faces += candle(0.0, 0.79, 0.0, 0.20)
    clay = stuff((0.28, 0.22, 0.18), 0.28, 0.012)
    faces += turned([(0.06, 0.78), (0.10, 0.80), (0.17, 0.89)], clay, (-0.48, 0.0), 20)
    for k, (x, z) in enumerate(((-0.54, 0.0), (-0.43, 0.03), (-0.48, -0.06))):
        faces += turned(
            [(0.01, 0.83), (0.06, 0.86), (0.065, 0.90), (0.01, 0.95)],
            stuff(((0.34, 0.10, 0.03), (0.30, 0.05, 0.04), (0.32, 0.18, 0.04))[k], 0.05, glow=0.18),
            (x, z),
            12,
        )
    for x in (0.42, -0.20):
        faces += turned([(0.035, 0.78), (0.05, 0.82), (0.05, 0.88)], clay, (x, -0.28), 14)
    faces += moved(
        box((-0.12, 0.0, -0.09), (0.12, 0.05, 0.09), stuff((0.05, 0.09, 0.10), 0.35, 0.012)), (0.55, 0.78, 0.05), 0.4
    )
    return faces


def chest() -> list[Face]:
    """A box with iron bands, its lid a little open, light coming out."""
    wood = timber((0.16, 0.085, 0.045), 0.12)

    def front(s: Spot) -> tuple[Map, Map]:
        colour, glow = wood(s)
        band = (np.abs(np.abs(s.x) - 0.42) < 0.045) | (s.y < 0.05)
        lock = np.hypot(s.x, (s.y - 0.43) * 0.8) < 0.07
        spill = 0.45 * np.exp(-(0.52 - s.y).clip(0) / 0.07)
        stud = band & (np.hypot(np.mod(s.y, 0.12) - 0.06, np.abs(s.x) - 0.42) < 0.018)
        colour = np.where((band | lock)[:, None], np.array([[0.12, 0.10, 0.09]]), colour)
        return colour.astype(np.float32), np.where(stud | lock, 0.35, glow + spill).clip(0, 1).astype(np.float32)

    def light(s: Spot) -> tuple[Map, Map]:
        return np.full((len(s.u), 3), 0.2, np.float32), (0.70 + 0.28 * np.exp(-((s.x / 0.4) ** 2))).astype(np.float32)

    faces = box((-0.65, 0.0, -0.40), (0.65, 0.52, 0.40), front, light)
    arc = [(0.40 - 0.40 + 0.42 * np.cos(a), 0.40 * np.sin(a)) for a in np.linspace(0, np.pi, 11)]
    tilt = 0.72
    c, s_ = float(np.cos(tilt)), float(np.sin(tilt))

    def lid(z: float, y: float) -> tuple[float, float]:
        """About the hinge at the back edge."""
        dz, dy = z - 0.40, y
        return 0.40 + c * dz + s_ * dy, 0.53 - s_ * dz * 1.0 + c * dy

    rim = [lid(z, y) for z, y in arc]
    under = stuff((0.14, 0.075, 0.04), 0.0, glow=0.42)
    for (z0, y0), (z1, y1) in itertools.pairwise(rim):
        faces.append(
            polygon(
                [(-0.66, y0, z0), (0.66, y0, z0), (0.66, y1, z1), (-0.66, y1, z1)], timber((0.15, 0.08, 0.045), 0.22)
            )
        )
    faces.append(
        polygon(
            [
                (-0.66, rim[0][1], rim[0][0]),
                (0.66, rim[0][1], rim[0][0]),
                (0.66, rim[-1][1], rim[-1][0]),
                (-0.66, rim[-1][1], rim[-1][0]),
            ],
            under,
        )
    )
    for x in (-0.66, 0.66):
        faces.append(polygon([(x, y, z) for z, y in rim], timber((0.15, 0.08, 0.045), 0.22)))
    for x in (-0.42, 0.42):
        for (z0, y0), (z1, y1) in itertools.pairwise(rim):
            faces.append(
                polygon(
                    [
                        (x - 0.045, y0 + 0.006, z0 - 0.006),
                        (x + 0.045, y0 + 0.006, z0 - 0.006),
                        (x + 0.045, y1 + 0.006, z1 - 0.006),
                        (x - 0.045, y1 + 0.006, z1 - 0.006),
                    ],
                    stuff((0.12, 0.10, 0.09), 0.25, 0.012),
                )
            )
    return faces


def meal() -> list[Face]:
    """A round board with bread, a bowl of fruit, cheese, a steaming cup, and one candle."""
    lamp = (0.36, 0.42, 0.22, 0.38)
    faces = turned([(0.72, 0.0), (0.75, 0.03), (0.75, 0.06)], timber(edge=0.1), facets=44, lid=timber(lamp=lamp))

    def loaf(s: Spot) -> tuple[Map, Map]:
        cut = np.exp(-((np.mod((s.x + 0.4 * s.z) / 0.13, 1) - 0.5) ** 2) / 0.012) * np.clip((s.y - 0.15) / 0.06, 0, 1)
        tone = 0.6 + 0.5 * fbm(s.x * 9, s.z * 9 + s.y * 5, 3, 3)
        colour = np.array([[0.33, 0.165, 0.06]]) * tone[:, None] + cut[:, None] * np.array([[0.25, 0.2, 0.12]])
        return colour.astype(np.float32), (0.08 + 0.10 * cut + 0.10 * np.clip((s.y - 0.1) / 0.15, 0, 1)).astype(
            np.float32
        )

    u = np.linspace(0, np.pi, 9)
    xs = np.linspace(-0.30, 0.30, 11)
    half = 0.16 * np.sqrt(np.clip(1 - (xs / 0.315) ** 2, 0.02, 1))
    for i in range(10):
        for j in range(8):
            p = [
                (xs[a], 0.06 + 1.1 * half[a] * np.sin(u[b]), half[a] * np.cos(u[b]))
                for a, b in ((i, j), (i + 1, j), (i + 1, j + 1), (i, j + 1))
            ]
            faces += moved([polygon(p, loaf)], (-0.26, 0.0, -0.18), 0.35)
    clay = stuff((0.10, 0.13, 0.17), 0.30, 0.015)
    faces += turned([(0.08, 0.06), (0.14, 0.09), (0.235, 0.20)], clay, (0.28, -0.20), 24)
    for x, z, y, hue in (
        (0.20, -0.20, 0.21, (0.34, 0.06, 0.04)),
        (0.35, -0.17, 0.21, (0.34, 0.17, 0.03)),
        (0.27, -0.30, 0.20, (0.17, 0.22, 0.05)),
        (0.27, -0.14, 0.24, (0.34, 0.10, 0.03)),
        (0.27, -0.22, 0.30, (0.30, 0.05, 0.05)),
    ):
        faces += turned(
            [(0.005, y - 0.07), (0.06, y - 0.045), (0.077, y), (0.06, y + 0.05), (0.01, y + 0.066)],
            stuff(hue, 0.0, glow=0.15),
            (x, z),
            14,
        )
    faces += turned(
        [(0.05, 0.06), (0.08, 0.09), (0.085, 0.19)], clay, (-0.10, -0.50), 18, stuff((0.2, 0.1, 0.05), 0.0, glow=0.35)
    )
    faces += extruded(
        [(-0.02, 0.06), (0.22, 0.06), (0.22, 0.17)], 0.22, 0.42, stuff((0.40, 0.29, 0.09), 0.14, 0.02, glow=0.12)
    )
    faces += candle(0.40, 0.06, 0.24, 0.26)
    return faces
