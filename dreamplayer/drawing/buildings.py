"""Buildings of many kinds as solid things: school, barn, lighthouse, windmill."""

from __future__ import annotations

import itertools

import numpy as np

from dreamplayer.drawing.house import gabled, hipped, row, tiles, wall
from dreamplayer.drawing.mesh import Face, Material, Spot, box, moved, polygon, rod, stuff, turned
from dreamplayer.drawing.stone import masonry
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import Map

WOOD = (0.13, 0.075, 0.05)


def lit(strength: float = 0.9) -> Material:
    """Light itself."""
    return stuff((0.4, 0.3, 0.2), 0.0, glow=strength)


def school() -> list[Face]:
    """A long schoolhouse of two storeys, rows of lit windows, a gabled porch, a clock and a small bell tower."""
    windows = [
        *row(4, 0.7, 0.9, 0.8, 1.3, 1.15, 2),
        *row(4, 6.3, 0.9, 0.8, 1.3, 1.15, 3),
        *row(4, 0.7, 3.2, 0.8, 1.25, 1.15, 4),
        *row(4, 6.3, 3.2, 0.8, 1.25, 1.15, 5),
    ]
    brick = wall(windows, (0.17, 0.085, 0.065), boards=0.16, edge=0.05)
    end = wall(
        [*row(3, 0.6, 0.9, 0.8, 1.3, 1.4, 6), *row(3, 0.6, 3.2, 0.8, 1.25, 1.4, 7)], (0.13, 0.07, 0.055), boards=0.16
    )
    faces = [
        polygon([(-5.8, 0, -2.4), (5.8, 0, -2.4), (5.8, 5.0, -2.4), (-5.8, 5.0, -2.4)], brick),
        polygon([(5.8, 0, -2.4), (5.8, 0, 2.4), (5.8, 5.0, 2.4), (5.8, 5.0, -2.4)], end),
        polygon([(-5.8, 0, -2.4), (-5.8, 0, 2.4), (-5.8, 5.0, 2.4), (-5.8, 5.0, -2.4)], end),
        *hipped(11.6, 4.8, 5.0, 6.9, tiles((0.10, 0.075, 0.08))),
    ]
    porch = wall(
        [(0.80, 0.05, 1.0, 2.0, 0.9), (0.85, 3.0, 0.9, 1.2, 0.6)], (0.19, 0.10, 0.075), boards=0.16, arched=True
    )
    faces += moved(gabled(2.6, 1.4, 5.3, 6.7, porch, end, tiles((0.10, 0.075, 0.08)), 0.2), (0, 0, -2.9))
    faces += box(
        (-0.7, 6.6, -0.7), (0.7, 8.3, 0.7), wall([(0.28, 0.35, 0.84, 1.0, 0.45)], (0.17, 0.10, 0.08), arched=True)
    )
    faces += hipped(1.4, 1.4, 8.3, 9.7, tiles((0.10, 0.075, 0.08)), 0.18)

    def clock(s: Spot) -> tuple[Map, Map]:
        r = np.hypot(s.x, s.y - 5.35)
        tick = np.abs(np.mod(np.arctan2(s.x, s.y - 5.35) / (np.pi / 6) + 0.5, 1) - 0.5) < 0.08
        hands = (np.abs(s.x) < 0.025) & (s.y > 5.35) | (np.abs(s.y - 5.35) < 0.025) & (s.x > 0) & (s.x < 0.26)
        return np.full((len(s.u), 3), 0.3, np.float32), np.where(
            hands | (tick & (r > 0.32) & (r < 0.40)), 0.05, 0.75
        ).astype(np.float32)

    ring = [(0.46 * np.cos(a), 5.35 + 0.46 * np.sin(a), -3.63) for a in np.linspace(0, 2 * np.pi, 33)[:-1]]
    faces.append(polygon(ring, clock))
    faces += box((-1.0, 0.0, -4.4), (1.0, 0.16, -3.6), stuff((0.14, 0.12, 0.11), 0.2, 0.03))
    return faces


def barn() -> list[Face]:
    """A gambrel barn of boards, its doors ajar on lamplight, a lit loft."""
    x, deep = 2.6, 3.2
    profile = [(-x, 0), (x, 0), (x, 2.6), (1.7, 4.1), (0, 4.9), (-1.7, 4.1), (-x, 2.6)]

    def boards(s: Spot) -> tuple[Map, Map]:
        plank = np.floor(s.x / 0.22)
        seam = np.exp(-((np.abs(np.mod(s.x / 0.22, 1) - 0.5) - 0.5) ** 2) * 400)
        n = 0.55 + 0.6 * fbm(s.x * 9 + plank * 3, s.y * 0.8, 5, 3)
        colour = (
            np.array([[0.20, 0.055, 0.04]], np.float32)
            * (n * (1 - 0.6 * seam) * (0.4 + 0.6 * np.clip(s.y / 1.5, 0, 1)))[:, None]
        )
        door = (np.abs(s.x) < 1.0) & (s.y < 2.3)
        gap = door & (np.abs(s.x + 0.15) < 0.24)
        loft = (np.abs(s.x) < 0.42) & (np.abs(s.y - 3.35) < 0.45)
        trim = door & (
            (np.abs(np.abs(s.x) - 0.97) < 0.05) | (np.abs(s.y - 2.27) < 0.05) | (np.abs(np.abs(s.x) * 2.2 - s.y) < 0.09)
        )
        glow = (
            0.06 * np.exp(-s.edge / 0.04)
            + 0.35 * np.exp(-np.hypot((np.abs(s.x + 0.15) - 0.24).clip(0), (s.y - 1.1).clip(0) * 0.5) / 0.22) * door
        )
        glow = np.where(gap, 0.55 + 0.4 * np.exp(-(((s.y - 0.9) / 0.8) ** 2)), glow)
        glow = np.where(loft, 0.42 * np.exp(-(((s.x) / 0.4) ** 2)), glow)
        colour = np.where(trim[:, None], np.array([[0.24, 0.20, 0.17]]), colour)
        slit = seam * ~door * 0.10 * np.exp(-((s.y - 1.4) ** 2))
        return colour.astype(np.float32), np.clip(glow + slit, 0, 1).astype(np.float32)

    faces = [Face(np.array([(a, b, -deep) for a, b in profile], float), boards)]
    faces += [
        polygon([(s * x, 0, -deep), (s * x, 0, deep), (s * x, 2.6, deep), (s * x, 2.6, -deep)], boards) for s in (-1, 1)
    ]
    roof = tiles((0.085, 0.075, 0.085), 0.10, 0.3)
    for s in (-1, 1):
        for (x0, y0), (x1, y1) in (((s * (x + 0.2), 2.4), (s * 1.75, 4.2)), ((s * 1.75, 4.2), (0, 5.02))):
            faces.append(
                polygon(
                    [(x0, y0, -deep - 0.3), (x0, y0, deep + 0.3), (x1, y1, deep + 0.3), (x1, y1, -deep - 0.3)], roof
                )
            )
    return faces


def lighthouse() -> list[Face]:
    """A tapering white tower with bands, a gallery, and its lamp room."""

    def tower(s: Spot) -> tuple[Map, Map]:
        band = (np.mod(s.y / 2.2, 1.0) > 0.5).astype(np.float32)[:, None]
        colour = np.array([[0.30, 0.27, 0.26]]) * (1 - band) + np.array([[0.22, 0.05, 0.04]]) * band
        n = 0.7 + 0.4 * fbm(s.u * 4, s.y * 2, 3, 3)
        near = (s.z < 0) & (np.abs(s.x) < 0.16)
        window = near & (np.abs(np.mod(s.y, 2.4) - 1.6) < 0.28)
        door = near & (np.abs(s.x) < 0.34) & (s.y < 1.2)
        glow = np.where(window | door, 0.8, 0.22 * np.exp(-(8.6 - s.y).clip(0) / 0.9))
        return (colour * n[:, None]).astype(np.float32), glow.astype(np.float32)

    iron = stuff((0.10, 0.09, 0.10), 0.25, 0.03)
    faces = turned([(2.1, 0.0), (1.9, 0.35), (1.35, 0.45)], masonry((0.13, 0.12, 0.12), 0.05))
    faces += turned([(1.25, 0.4), (0.72, 8.4)], tower, facets=36)
    faces += turned([(0.72, 8.4), (1.08, 8.6), (1.08, 8.75)], iron, lid=iron)
    faces += turned([(0.55, 8.75), (0.55, 9.85)], lit(0.95))
    faces += turned([(0.70, 9.85), (0.40, 10.35), (0.06, 10.75), (0.05, 11.1)], stuff((0.16, 0.05, 0.04), 0.2, 0.04))
    for a in np.linspace(0, 2 * np.pi, 15)[:-1]:
        c, s = float(np.cos(a)), float(np.sin(a))
        faces += rod((1.04 * c, 8.75, 1.04 * s), (1.04 * c, 9.15, 1.04 * s), 0.018, iron, 4)
        faces += rod((0.57 * c, 8.75, 0.57 * s), (0.57 * c, 9.85, 0.57 * s), 0.022, iron, 4)
    ring = [(1.04 * np.cos(a), 9.15, 1.04 * np.sin(a)) for a in np.linspace(0, 2 * np.pi, 25)]
    for a, b in itertools.pairwise(ring):
        faces += rod(a, b, 0.02, iron, 4)
    return faces


def mill() -> list[Face]:
    """The body of a windmill: a tapering tower, a cap, lit windows and a stage around it."""

    def body(s: Spot) -> tuple[Map, Map]:
        n = 0.6 + 0.5 * fbm(s.u * 3, s.y * 3, 4, 3)
        near = s.z < 0
        door = near & (np.abs(s.x) < 0.42) & (s.y < 1.5)
        window = near & (np.abs(s.x) < 0.24) & ((np.abs(s.y - 2.9) < 0.34) | (np.abs(s.y - 4.6) < 0.3))
        bar = (np.abs(s.x) < 0.02) & window
        colour = np.array([[0.19, 0.15, 0.125]]) * n[:, None] * (0.5 + 0.5 * np.clip(s.y / 2, 0, 1))[:, None]
        far = np.hypot((np.abs(s.x) - 0.24).clip(0), np.minimum(np.abs(s.y - 2.9), np.abs(s.y - 4.6)).clip(0.3) - 0.3)
        return colour.astype(np.float32), np.where(
            door, 0.35, np.where(window & ~bar, 0.85, 0.20 * near * np.exp(-far / 0.25))
        ).astype(np.float32)

    faces = turned([(1.75, 0.0), (1.12, 5.6)], body, facets=12)
    faces += turned(
        [(1.30, 5.55), (1.18, 6.1), (0.70, 6.75), (0.05, 7.05)], stuff((0.11, 0.075, 0.06), 0.08, 0.05), facets=24
    )
    faces += rod((0, 6.1, -1.0), (0, 6.1, -1.65), 0.12, stuff(WOOD, 0.2))
    return faces


def sails() -> list[Face]:
    """Four lattice sails about the origin."""
    faces: list[Face] = []
    wood = stuff((0.20, 0.13, 0.09), 0.22, 0.03)

    def canvas_(s: Spot) -> tuple[Map, Map]:
        grid = np.maximum(np.abs(np.mod(s.u / 0.42, 1) - 0.5), np.abs(np.mod(s.v / 0.42, 1) - 0.5)) > 0.42
        colour = np.where(grid[:, None], np.array([[0.16, 0.10, 0.07]]), np.array([[0.26, 0.22, 0.18]]))
        return colour.astype(np.float32), (0.05 + 0.18 * np.exp(-s.edge / 0.03)).astype(np.float32)

    for k in range(4):
        a = k * np.pi / 2
        c, s = float(np.cos(a)), float(np.sin(a))

        def at(u: float, v: float, c: float = c, s: float = s) -> tuple[float, float, float]:
            return (u * c - v * s, u * s + v * c, 0.0)

        faces += rod(at(0, 0), at(3.9, 0), 0.06, wood, 5)
        faces.append(polygon([at(0.8, 0.06), at(3.8, 0.06), at(3.8, 0.72), at(0.8, 0.62)], canvas_))
    faces += rod((0, 0, -0.1), (0, 0, 0.1), 0.2, wood, 10)
    return faces
