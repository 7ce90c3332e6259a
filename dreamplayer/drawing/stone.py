"""Temples, stairs, labyrinths, walls: stone with light inside it."""

from __future__ import annotations

import itertools

import numpy as np

from dreamplayer.drawing.mesh import Face, Material, Spot, box, extruded, polygon, stuff, turned
from dreamplayer.kit.hashing import dice, roll
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import Map

Colour = tuple[float, float, float]
PALE = (0.16, 0.145, 0.145)


def masonry(
    albedo: Colour = PALE,
    edge: float = 0.08,
    course: float = 0.3,
    *,
    seed: int = 0,
    shade: float = 1.2,
    lamp: tuple[float, float, float, float] | None = None,
) -> Material:
    """Coursed stone, darker at the foot. `lamp` (x, y, z, reach) is a light painted into it, such as a fire within."""

    def made(s: Spot) -> tuple[Map, Map]:
        row = np.floor(s.v / course)
        col = np.floor(s.u / (course * 2.1) + 0.5 * np.mod(row, 2))
        own = roll(seed, 3, (row * 157 + col).astype(np.int64)).astype(np.float32)
        fu = np.abs(np.mod(s.u / (course * 2.1) + 0.5 * np.mod(row, 2), 1.0) - 0.5) * course * 2.1
        fv = np.abs(np.mod(s.v / course, 1.0) - 0.5) * course
        joint = np.exp(-((np.minimum(course * 1.05 - fu, course * 0.5 - fv) / 0.018).clip(0) ** 2))
        tone = (0.6 + 0.45 * own + 0.4 * (fbm(s.u * 3, s.v * 3, seed, 3) - 0.5)) * (1 - 0.55 * joint)
        tone = tone * (0.40 + 0.60 * np.clip(s.y / shade, 0, 1))
        colour = np.asarray(albedo, np.float32)[None, :] * tone[:, None]
        shine = edge * np.exp(-s.edge / 0.022)
        if lamp is not None:
            d = np.sqrt((s.x - lamp[0]) ** 2 + (s.y - lamp[1]) ** 2 + (s.z - lamp[2]) ** 2)
            shine = shine + 0.55 * np.exp(-d / lamp[3]) * tone
        return colour.astype(np.float32), shine.astype(np.float32)

    return made


def temple() -> list[Face]:
    """Six columns under a pediment on three steps, a light burning deep inside."""
    faces: list[Face] = []
    for k in range(3):
        grow = 0.35 * (3 - k)
        faces += box(
            (-4.2 - grow, 0.22 * k, -2.6 - grow),
            (4.2 + grow, 0.22 * (k + 1), 2.6 + grow),
            stuff((0.20, 0.18, 0.19), 0.16, 0.03),
        )
    base = 0.66

    def inner(s: Spot) -> tuple[Map, Map]:
        d = np.hypot(s.x, (s.y - 2.0) * 0.8)
        door = (np.abs(s.x) < 0.95) & (s.y < 3.4)
        flame = 0.95 * np.exp(-(((s.x / 0.7) ** 2) + ((s.y - 1.75) / 1.1) ** 2))
        light = np.where(door, 0.30 + flame, 0.30 * np.exp(-d / 1.6))
        return np.tile(np.array([[0.10, 0.08, 0.08]], np.float32), (len(s.u), 1)), light.astype(np.float32)

    faces.append(polygon([(-3.4, base, 1.2), (3.4, base, 1.2), (3.4, 4.6, 1.2), (-3.4, 4.6, 1.2)], inner))

    def column(s: Spot) -> tuple[Map, Map]:
        flute = 0.72 + 0.28 * np.abs(np.sin(np.mod(s.u, 0.16) / 0.16 * np.pi))
        angle = np.abs(s.x) < 9
        back = np.clip((s.z + 2.3) / 0.5, 0, 1) * angle
        tone = flute * (0.45 + 0.55 * np.clip((s.y - base) / 2.0, 0, 1))
        d = np.sqrt(s.x**2 + (s.y - 1.8) ** 2 + (s.z - 0.8) ** 2)
        return (np.array([[0.23, 0.205, 0.20]], np.float32) * tone[:, None]).astype(np.float32), (
            0.9 * back * np.exp(-d / 1.9)
        ).astype(np.float32)

    for x in (-3.7, -2.22, -0.95, 0.95, 2.22, 3.7):
        profile = [(0.36, base), (0.36, base + 0.12), (0.28, base + 0.2), (0.235, 4.35), (0.33, 4.5), (0.38, 4.62)]
        faces += turned(profile, column, (x, -2.2), 18)
    faces += box((-4.25, 4.62, -2.7), (4.25, 5.15, 2.4), masonry(course=0.53, edge=0.14, lamp=(0, 3.2, -1.0, 1.1)))

    def gable(s: Spot) -> tuple[Map, Map]:
        tympanum = np.maximum(np.abs(s.x) * (1.6 / 4.5) + (s.y - 5.15) - 1.6, 5.15 - s.y)
        inner = tympanum < -0.24
        rise = np.exp(-np.abs(tympanum + 0.24) / 0.05)
        sun = np.abs(np.hypot(s.x, s.y - 5.62) - 0.26) < 0.05
        tone = np.where(inner, 0.45, 1.0) * (0.75 + 0.4 * fbm(s.x * 3, s.y * 3, 8, 3))
        light = 0.16 * np.exp(-((s.y - 5.15) / 0.5)) + 0.16 * rise + 0.55 * sun * inner + 0.16 * np.exp(-s.edge / 0.05)
        return (np.array([[0.17, 0.155, 0.15]]) * tone[:, None]).astype(np.float32), light.astype(np.float32)

    faces += extruded([(-4.5, 5.15), (4.5, 5.15), (0.0, 6.75)], -2.8, 2.4, gable, stuff((0.15, 0.13, 0.14), 0.1, 0.04))
    return faces


def steps(count: int = 15, wide: float = 3.0, rise: float = 0.24, run: float = 0.34) -> list[Face]:
    """A broad flight going up into light."""
    faces: list[Face] = []
    top = count * rise

    def tread(s: Spot) -> tuple[Map, Map]:
        worn = 0.55 + 0.5 * fbm(s.u * 2, s.v * 9 + s.y * 3, 4, 3) - 0.15 * np.exp(-((s.x / 0.8) ** 2))
        up = np.clip(s.y / top, 0, 1)
        light = 0.02 + 0.34 * up**1.5 * np.exp(-((s.x / (wide * 0.42)) ** 2))
        return (np.array([[0.24, 0.21, 0.20]], np.float32) * worn[:, None]).astype(np.float32), (light * worn).astype(
            np.float32
        )

    def riser(s: Spot) -> tuple[Map, Map]:
        lip = np.exp(-((rise - s.v).clip(0) / 0.03))
        tone = 0.35 + 0.4 * fbm(s.u * 3, s.v * 3 + s.y, 8, 3)
        up = np.clip(s.y / top, 0, 1)
        return (np.array([[0.13, 0.115, 0.12]], np.float32) * tone[:, None]).astype(np.float32), (
            lip * (0.08 + 0.40 * up)
        ).astype(np.float32)

    for k in range(count):
        w = wide / 2 * (1.0 - 0.012 * k)
        y0, y1, z0, z1 = k * rise, (k + 1) * rise, k * run, (k + 1) * run
        faces.append(polygon([(-w, y0, z0), (w, y0, z0), (w, y1, z0), (-w, y1, z0)], riser))
        faces.append(polygon([(-w, y1, z0), (w, y1, z0), (w, y1, z1), (-w, y1, z1)], tread))
        for x in (-w, w):
            faces.append(polygon([(x, 0, z0), (x, 0, z1), (x, y1, z1), (x, y1, z0)], stuff((0.10, 0.09, 0.10), 0.02)))
    return faces


def doorway_above(y: float, z: float) -> list[Face]:
    """A tall arched doorway full of light at the head of a stair."""

    def light(s: Spot) -> tuple[Map, Map]:
        core = np.exp(-((s.x / 0.55) ** 2 + ((s.y - y - 0.9) / 1.0) ** 2))
        return np.zeros((len(s.u), 3), np.float32) + 0.05, (0.40 + 0.58 * core).astype(np.float32)

    half = 0.72
    curve = [(half * np.cos(a), y + 1.45 + half * np.sin(a)) for a in np.linspace(0, np.pi, 17)]
    inner = [(-half, y), (half, y), *curve]
    outer_curve = [((half + 0.22) * np.cos(a), y + 1.45 + (half + 0.22) * np.sin(a)) for a in np.linspace(0, np.pi, 17)]
    outer = [(-half - 0.22, y), (half + 0.22, y), *outer_curve]
    faces = extruded(outer, z + 0.05, z + 0.3, stuff((0.16, 0.14, 0.14), 0.35, 0.05))
    faces.append(polygon([(px, py, z) for px, py in inner], light))
    return faces


def maze(rings: int = 6, wall: float = 0.62, path: float = 0.78) -> list[Face]:
    """A round labyrinth of clipped hedges, gaps turned one against the next, and a light in its middle."""
    faces: list[Face] = []

    def hedge(s: Spot) -> tuple[Map, Map]:
        leaf = fbm(s.u * 9, s.v * 9 + s.x * 4, 3, 3)
        d = np.hypot(s.x, s.z)
        tone = (0.25 + 1.2 * leaf) * (0.35 + 0.65 * np.clip(s.y / wall, 0, 1))
        top = s.y > wall - 1e-3
        light = np.where(top, 0.03, 0.50) * np.exp(-d / 1.7) * (0.4 + leaf)
        return (np.array([[0.055, 0.085, 0.055]], np.float32) * tone[:, None]).astype(np.float32), light.astype(
            np.float32
        )

    for k in range(rings):
        inner = 0.72 + k * path
        outer = inner + 0.26
        gap = 6.28 * float(dice(19, 2, rings)[k]) if k < rings - 1 else -np.pi / 2
        opening = 0.66 / (inner + 0.2)
        pieces = max(14, int(9 * inner))
        turns = np.linspace(gap + opening / 2, gap + 2 * np.pi - opening / 2, pieces)
        block = gap + np.pi * 0.8
        for a, b in itertools.pairwise(turns):
            p = [(r * np.cos(t), r * np.sin(t)) for r, t in ((inner, a), (inner, b), (outer, b), (outer, a))]
            faces.append(polygon([(x, wall, z) for x, z in p], hedge))
            for (x0, z0), (x1, z1) in ((p[0], p[1]), (p[2], p[3])):
                faces.append(polygon([(x0, 0, z0), (x1, 0, z1), (x1, wall, z1), (x0, wall, z0)], hedge))
        if k < rings - 1:
            c, s = np.cos(block), np.sin(block)
            r0, r1 = outer, inner + path
            faces.append(
                polygon(
                    [(r0 * c, 0, r0 * s), (r1 * c, 0, r1 * s), (r1 * c, wall, r1 * s), (r0 * c, wall, r0 * s)], hedge
                )
            )

    def earth(s: Spot) -> tuple[Map, Map]:
        d = np.hypot(s.x, s.z)
        n = fbm(s.x * 3, s.z * 3, 7, 3)
        return (np.array([[0.035, 0.028, 0.026]], np.float32) * (0.4 + n)[:, None]).astype(np.float32), (
            0.80 * np.exp(-d / 0.9) * (0.6 + 0.6 * n)
        ).astype(np.float32)

    r = 0.72 + rings * path
    faces.append(polygon([(r * np.cos(a), 0.0, r * np.sin(a)) for a in np.linspace(0, 2 * np.pi, 49)[:-1]], earth))
    flame = [(0.10, 0.0), (0.16, 0.10), (0.11, 0.28), (0.03, 0.48), (0.005, 0.58)]
    faces += turned(flame, stuff((0.5, 0.4, 0.3), 0, glow=1.0), facets=12)
    return faces


def old_wall(wide: float = 10.4, tall: float = 2.4) -> list[Face]:
    """A long garden wall with a coping, crumbled at its top, ivy and one small lit niche."""
    lamp = (0.9, 1.25, -0.4, 0.55)

    def face(s: Spot) -> tuple[Map, Map]:
        colour, shine = masonry((0.11, 0.095, 0.09), 0.0, 0.20, seed=8, lamp=lamp, shade=1.6)(s)
        half = 0.20
        d = np.where(
            s.y > 1.25, np.hypot(s.x - 0.9, s.y - 1.25) - half, np.maximum(np.abs(s.x - 0.9) - half, 0.95 - s.y)
        )
        inside = d < 0
        flame = np.exp(-(((s.x - 0.9) / 0.06) ** 2 + ((s.y - 1.10) / 0.11) ** 2))
        shine = np.where(inside, 0.45 + 0.55 * flame, shine * 0.8 + 0.10 * np.exp(-d.clip(0) / 0.03))
        ivy = np.clip((fbm(s.x * 1.1 + 4, s.y * 0.8, 5) - 0.52 + 0.10 * (s.y - 1.2)) * 9, 0, 1) * ~inside
        leaf = fbm(s.x * 16, s.y * 16, 6, 2)
        green = np.array([[0.045, 0.075, 0.042]], np.float32) * (0.3 + 1.4 * leaf)[:, None]
        colour = colour * (1 - ivy)[:, None] + green * ivy[:, None]
        return colour.astype(np.float32), (shine * (1 - 0.6 * ivy)).astype(np.float32)

    # It crumbles away towards both ends in steps of whole stones.
    x = np.linspace(-wide / 2, wide / 2, 49)
    left = np.clip((wide / 2 - np.abs(x)) / 0.9, 0.0, 1.0) ** 0.5
    broken = tall * left + 0.35 * (dice(3, 4, 49) - 0.5) * (left < 0.98) + 0.05 * np.sin(1.7 * x)
    top = [
        (float(px), float(max(0.1, round(py / 0.2) * 0.2 if q < 0.98 else py)))
        for px, py, q in zip(x, broken, left, strict=True)
    ]
    profile = [(-wide / 2, 0.0), (wide / 2, 0.0), *reversed(top)]
    return extruded(profile, 0.0, 0.4, face, stuff((0.15, 0.13, 0.12), 0.10, 0.04))
