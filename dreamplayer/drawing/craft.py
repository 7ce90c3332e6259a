"""A plane, a rocket, a sled, a bicycle, as solid things."""

from __future__ import annotations

import itertools

import numpy as np

from dreamplayer.drawing.mesh import Face, Spot, box, extruded, polygon, rod, stuff, turned
from dreamplayer.drawing.vehicle import curve, open_curve
from dreamplayer.kit.sdf import Map


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
        curve([(0.12, 0.95), (0.30, 1.0), (0.44, 0.97), (0.42, 0.93), (0.2, 0.92)]),
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
    curl = open_curve(
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
