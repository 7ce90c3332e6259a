"""Chair, bed and candle, of timber."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.mesh import Face, Material, Spot, box, extruded, moved, polygon, rod, stuff, turned
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
