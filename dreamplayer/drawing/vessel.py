"""Boats: a shell of planks, a rowing boat with its lantern, a ship under sail."""

from __future__ import annotations

import itertools

import numpy as np

from dreamplayer.drawing.mesh import Face, Material, Spot, box, polygon, rod, stuff, turned
from dreamplayer.drawing.vehicle import Point3, open_curve
from dreamplayer.kit.sdf import Map


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
    staff = open_curve([(-1.75, 0.6), (-1.86, 1.1), (-1.75, 1.5), (-1.45, 1.58), (-1.30, 1.44)])
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
