"""A castle, a lone keep of it, and what is left of one."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.house import row, wall
from dreamplayer.drawing.mesh import Face, Material, Spot, box, extruded, moved, polygon, rod, stuff, turned
from dreamplayer.drawing.stone import masonry
from dreamplayer.kit.sdf import Map


def battlement(
    x0: float, x1: float, y: float, z: float, stone: Material, deep: float = 0.35, step: float = 0.7
) -> list[Face]:
    """Merlons along a wall top."""
    faces: list[Face] = []
    count = max(1, int((x1 - x0) / step))
    for k in range(count):
        a = x0 + (k + 0.15) * (x1 - x0) / count
        b = x0 + (k + 0.70) * (x1 - x0) / count
        faces += box((a, y, z), (b, y + 0.45, z + deep), stone)
    return faces


def round_tower(x: float, z: float, radius: float, tall: float, seed: int, cone: float = 1.0) -> list[Face]:
    """A round tower with slit windows, some lit, a corbelled top and a pointed roof."""

    def body(s: Spot) -> tuple[Map, Map]:
        colour, glow = masonry((0.15, 0.135, 0.14), 0.0, 0.42, seed=seed, shade=2.0)(s)
        dx = np.abs(s.x - x)
        slit = (s.z < z) & (dx < 0.13) & (np.abs(np.mod(s.y + seed * 0.9, 2.6) - 1.3) < 0.38) & (s.y > 1.2)
        near = (s.z < z) * np.exp(
            -np.hypot((dx - 0.13).clip(0), (np.abs(np.mod(s.y + seed * 0.9, 2.6) - 1.3) - 0.38).clip(0)) / 0.22
        )
        return colour, np.where(slit, 0.9, glow + 0.22 * near * (s.y > 1.0)).astype(np.float32)

    stone = masonry((0.15, 0.135, 0.14), 0.14, 0.42, seed=seed)
    faces = turned(
        [(radius, 0), (radius * 0.94, tall), (radius * 1.14, tall + 0.3), (radius * 1.14, tall + 0.7)], body, (x, z), 26
    )
    roof = stuff((0.085, 0.055, 0.075), 0.10, 0.05)
    faces += turned(
        [(radius * 1.25, tall + 0.65), (radius * 0.5, tall + 0.65 + cone * 1.6), (0.03, tall + 0.7 + cone * 3.2)],
        roof,
        (x, z),
        26,
    )
    faces += rod((x, tall + 0.7 + cone * 3.1, z), (x, tall + 1.5 + cone * 3.2, z), 0.03, stone, 4)
    faces.append(
        polygon(
            [
                (x, tall + 1.45 + cone * 3.2, z),
                (x + 0.7, tall + 1.28 + cone * 3.2, z),
                (x, tall + 1.05 + cone * 3.2, z),
            ],
            stuff((0.35, 0.10, 0.06), 0.25),
        )
    )
    return faces


def castle() -> list[Face]:
    """A castle of five round towers, a gatehouse with an open lit arch, battlements."""
    stone = masonry((0.14, 0.125, 0.13), 0.10, 0.42, seed=3, shade=2.0)

    def gate(s: Spot) -> tuple[Map, Map]:
        colour, glow = masonry((0.15, 0.135, 0.14), 0.0, 0.42, seed=3, shade=2.0)(s)
        d = np.where(s.y > 1.5, np.hypot(s.x, s.y - 1.5) - 0.95, np.abs(s.x) - 0.95)
        arch_ = d < 0
        bars = (np.abs(np.mod(s.x / 0.30, 1) - 0.5) > 0.42) & (s.y > 1.6)
        windows = (np.abs(np.abs(s.x) - 1.2) < 0.17) & (np.abs(s.y - 3.5) < 0.42)
        light = 0.55 + 0.4 * np.exp(-((s.x / 0.6) ** 2 + ((s.y - 1.0) / 0.8) ** 2))
        return colour, np.where(
            arch_, np.where(bars, 0.06, light), np.where(windows, 0.85, glow + 0.28 * np.exp(-d.clip(0) / 0.4))
        ).astype(np.float32)

    faces = box((-6.2, 0, 0.6), (6.2, 3.4, 1.2), stone)
    faces += battlement(-6.2, 6.2, 3.4, 0.6, stone)
    faces += [polygon([(-1.9, 0, -0.4), (1.9, 0, -0.4), (1.9, 4.6, -0.4), (-1.9, 4.6, -0.4)], gate)]
    faces += box((-1.9, 0, -0.38), (1.9, 4.6, 1.2), stone) + battlement(-1.9, 1.9, 4.6, -0.4, stone)
    for x, z, r, tall, cone in (
        (-6.0, 0.6, 1.05, 5.2, 1.0),
        (6.0, 0.6, 1.05, 5.6, 1.0),
        (-2.3, -0.2, 0.80, 6.0, 0.8),
        (2.3, -0.2, 0.80, 6.0, 0.8),
    ):
        faces += round_tower(x, z, r, tall, int(10 + x), cone)
    faces += box(
        (-2.8, 0, 3.0),
        (2.8, 7.2, 6.0),
        wall(
            [*row(4, 0.7, 4.6, 0.42, 0.9, 1.25, 9, 0.8), *row(4, 0.7, 6.0, 0.42, 0.7, 1.25, 5, 0.5)],
            (0.12, 0.105, 0.11),
            arched=True,
            bars=False,
        ),
    )
    faces += battlement(-2.8, 2.8, 7.2, 3.0, stone)
    faces += round_tower(3.3, 4.4, 1.15, 9.4, 21, 1.25)
    faces += round_tower(-3.6, 4.8, 0.95, 7.6, 24, 1.1)
    return faces


def keep() -> list[Face]:
    """One tall round tower on a rock, with a lit room under its roof."""
    return [
        *turned([(2.6, -0.1), (2.2, 0.4), (1.7, 0.9), (1.4, 1.0)], masonry((0.11, 0.10, 0.105), 0.03)),
        *round_tower(0, 0, 1.15, 8.2, 5, 1.15),
    ]


def ruin() -> list[Face]:
    """Broken arches and columns of a lost hall, grass on their tops."""
    stone = masonry((0.165, 0.15, 0.145), 0.12, 0.4, seed=6, shade=1.0)
    faces: list[Face] = []

    def arched(x0: float, broken: float, z: float) -> None:
        half, spring, thick = 1.05, 2.3, 0.55
        outer = np.linspace(np.pi, np.pi * broken, 16)
        profile = [(x0 - half - thick, 0.0), (x0 - half, 0.0), (x0 - half, spring)]
        inner = [(x0 + half * np.cos(a), spring + half * np.sin(a)) for a in outer]
        out = [(x0 + (half + thick) * np.cos(a), spring + (half + thick) * np.sin(a)) for a in outer[::-1]]
        profile += [*inner, *out, (x0 - half - thick, spring)]
        faces.extend(extruded(profile, z - 0.35, z + 0.35, stone))
        if broken <= 0.01:
            faces.extend(box((x0 + half, 0, z - 0.35), (x0 + half + thick, spring + 0.02, z + 0.35), stone))
        elif broken < 0.5:
            faces.extend(box((x0 + half, 0, z - 0.35), (x0 + half + thick, 1.1, z + 0.35), stone))

    arched(-1.6, 0.0, 0.0)
    arched(1.55, 0.38, 0.0)
    for x, tall, z in ((-4.2, 3.3, 0.3), (4.1, 1.7, -0.5), (3.2, 0.9, -2.0), (-3.6, 0.5, -2.2)):
        faces.extend(turned([(0.40, 0), (0.40, 0.15), (0.29, 0.25), (0.26, tall)], stone, (x, z), 16, stone))
    faces.extend(moved(turned([(0.27, 0), (0.27, 1.5)], stone, facets=14), (0.0, 0.27, -2.4)))
    for x, z, s in ((-0.4, -1.9, 0.35), (0.9, -1.6, 0.28), (2.2, -2.6, 0.4), (-2.4, -2.8, 0.3)):
        faces.extend(moved(box((-s, 0, -s), (s, s * 1.1, s), stone), (x, 0, z), 0.6 * x))
    return faces
