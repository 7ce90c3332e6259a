"""Table, chair, bed, and what stands in houses: solid, by candlelight."""

from __future__ import annotations

import itertools

import numpy as np

from dreamplayer.forms.solid import Face, Material, Spot, box, extruded, moved, polygon, rod, stuff, turned
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import Map

WOOD = (0.17, 0.095, 0.052)


def timber(
    albedo: tuple[float, float, float] = WOOD, edge: float = 0.14, lamp: tuple[float, float, float, float] | None = None
) -> Material:
    """Grained wood; `lamp` (x, y, z, reach) warms it."""

    def made(s: Spot) -> tuple[Map, Map]:
        grain = 0.6 + 0.6 * fbm(s.u * 2.2, s.v * 17, 5, 3)
        light = edge * np.exp(-s.edge / 0.014)
        if lamp is not None:
            d = np.sqrt((s.x - lamp[0]) ** 2 + (s.y - lamp[1]) ** 2 + (s.z - lamp[2]) ** 2)
            light = light + 0.50 * np.exp(-d / lamp[3]) * grain
        return (np.asarray(albedo, np.float32)[None] * grain[:, None]).astype(np.float32), np.clip(light, 0, 1).astype(
            np.float32
        )

    return made


def flame(x: float, y: float, z: float, tall: float = 0.10) -> list[Face]:
    """A candle's flame on its wick."""
    w = 0.17 * tall
    return turned(
        [(0.002, y), (w, y + 0.25 * tall), (0.8 * w, y + 0.5 * tall), (0.002, y + tall)],
        stuff((0.5, 0.4, 0.3), 0, glow=1.0),
        (x, z),
        10,
    )


def candle(x: float, y: float, z: float, tall: float) -> list[Face]:
    """A candle, its upper end lit through."""

    def wax(s: Spot) -> tuple[Map, Map]:
        return np.tile(np.array([[0.42, 0.36, 0.27]], np.float32), (len(s.u), 1)), (
            0.12 + 0.55 * np.exp(-((y + tall - s.y) / 0.07))
        ).astype(np.float32)

    return [
        *turned([(0.032, y), (0.030, y + tall)], wax, (x, z), 12, stuff((0.4, 0.3, 0.2), 0, glow=0.9)),
        *flame(x, y + tall, z),
    ]


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


def chair() -> list[Face]:
    """A ladder-back chair with a woven seat."""
    wood = timber(edge=0.20)

    def rush(s: Spot) -> tuple[Map, Map]:
        a, b = np.abs(s.u - 0.22) - 0.0, np.abs(s.v - 0.21)
        weave = np.abs(np.sin(np.maximum(a, b) * 130))
        return (np.array([[0.34, 0.25, 0.13]]) * (0.5 + 0.6 * weave)[:, None]).astype(np.float32), (
            0.08 + 0.14 * np.exp(-s.edge / 0.02)
        ).astype(np.float32)

    faces = [polygon([(-0.22, 0.46, -0.21), (0.22, 0.46, -0.21), (0.22, 0.46, 0.21), (-0.22, 0.46, 0.21)], rush)]
    faces += box((-0.22, 0.425, -0.22), (0.22, 0.455, 0.21), wood)
    for x in (-0.20, 0.20):
        faces += rod((x, 0, -0.19), (x, 0.45, -0.19), 0.022, wood, 8)
        faces += rod((x, 0, 0.20), (x * 1.04, 1.08, 0.27), 0.022, wood, 8)
        faces += turned([(0.0, 1.07), (0.028, 1.09), (0.0, 1.13)], wood, (x * 1.04, 0.27), 8)
    for y, dz in ((0.62, 0.225), (0.78, 0.235), (0.94, 0.25)):
        faces += extruded(
            [
                (-0.20, y),
                (-0.1, y + 0.02),
                (0.1, y + 0.02),
                (0.20, y),
                (0.20, y + 0.07),
                (0.1, y + 0.10),
                (-0.1, y + 0.10),
                (-0.20, y + 0.07),
            ],
            dz,
            dz + 0.02,
            wood,
        )
    for y in (0.16, 0.28):
        faces += rod((-0.20, y, -0.19), (0.20, y, -0.19), 0.012, wood, 5)
        faces += rod((0.20, y, -0.19), (0.20, y, 0.21), 0.012, wood, 5)
        faces += rod((-0.20, y, -0.19), (-0.20, y, 0.21), 0.012, wood, 5)
    return faces


def bed() -> list[Face]:
    """A bed turned down for the night: carved head, two pillows, a quilt, moonlight and a bedside candle on it."""
    wood = timber((0.14, 0.075, 0.042), 0.22)
    curve = [
        (-0.95, 0.0),
        (0.95, 0.0),
        (0.95, 0.95),
        (0.70, 1.08),
        (0.35, 1.13),
        (0.0, 1.28),
        (-0.35, 1.13),
        (-0.70, 1.08),
        (-0.95, 0.95),
    ]
    faces = extruded(curve, 1.0, 1.08, timber((0.14, 0.075, 0.042), 0.22, (1.3, 0.9, 0.8, 0.5)))
    foot = [(-0.95, 0.0), (0.95, 0.0), (0.95, 0.55), (0.0, 0.68), (-0.95, 0.55)]
    faces += extruded(foot, -1.10, -1.04, wood)
    for x in (-0.97, 0.97):
        faces += turned([(0.05, 0), (0.05, 0.70), (0.075, 0.76), (0.02, 0.84)], wood, (x, -1.07), 10)
        faces += turned([(0.05, 0), (0.05, 1.08), (0.075, 1.15), (0.02, 1.24)], wood, (x, 1.04), 10)

    def quilt(s: Spot) -> tuple[Map, Map]:
        a, b = np.mod((s.x + s.z) / 0.34, 1) - 0.5, np.mod((s.x - s.z) / 0.34, 1) - 0.5
        stitch = np.exp(-((np.minimum(0.5 - np.abs(a), 0.5 - np.abs(b)) / 0.05) ** 2))
        puff = 1 - 0.6 * stitch
        patch = np.mod(np.floor((s.x + s.z) / 0.34) + 2 * np.floor((s.x - s.z) / 0.34), 3).astype(int)
        hue = np.array([[0.15, 0.055, 0.075], [0.19, 0.10, 0.07], [0.075, 0.065, 0.13]])[patch]
        fold = 0.7 + 0.6 * (fbm(s.x * 2.2, s.z * 2.2 + s.y * 3, 4, 3))
        light = 0.34 * np.exp(-np.sqrt((s.x - 1.3) ** 2 + (s.z - 0.8) ** 2 + (s.y - 0.9) ** 2) / 0.6)
        return (hue * (puff * fold)[:, None] * 1.4).astype(np.float32), (light * puff + 0.03 * puff * fold).astype(
            np.float32
        )

    def linen(s: Spot) -> tuple[Map, Map]:
        fold = 0.75 + 0.4 * fbm(s.x * 3 + s.y * 2, s.z * 3, 6, 3)
        light = 0.45 * np.exp(-np.sqrt((s.x - 1.3) ** 2 + (s.z - 0.8) ** 2 + (s.y - 0.9) ** 2) / 0.75)
        return (np.array([[0.46, 0.43, 0.42]]) * fold[:, None]).astype(np.float32), (light * fold + 0.07).astype(
            np.float32
        )

    for z0, z1, y, m in ((-1.04, 0.34, 0.62, quilt), (0.30, 0.55, 0.64, linen), (0.55, 1.0, 0.56, linen)):
        prof = [
            (-0.96, 0.16),
            (0.96, 0.16),
            (0.97, y - 0.12),
            (0.86, y),
            (0.3, y + 0.035),
            (-0.3, y + 0.035),
            (-0.86, y),
            (-0.97, y - 0.12),
        ]
        faces += extruded(prof, z0, z1, m)
    for x in (-0.45, 0.45):
        pillow = [
            (-0.38, 0.02),
            (-0.30, -0.02),
            (0.30, -0.02),
            (0.38, 0.02),
            (0.36, 0.14),
            (0.15, 0.20),
            (-0.15, 0.20),
            (-0.36, 0.14),
        ]
        faces += moved(extruded(pillow, -0.17, 0.19, linen), (x, 0.60, 0.76))
    faces += box((1.12, 0.0, 0.55), (1.55, 0.56, 0.98), wood)
    faces += candle(1.33, 0.56, 0.76, 0.16)
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
