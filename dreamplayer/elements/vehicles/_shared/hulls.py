"""Hulls of planks."""

from __future__ import annotations

import itertools

import numpy as np

from dreamplayer.drawing.mesh import Face, Material, SurfacePoints, polygon
from dreamplayer.kit.sdf import Map


def hull(
    long: float,
    wide: float,
    tall: float,
    material: Material,
    steps: int = 18,
    stern: float = 0.55,
    draught: float = 0.0,
) -> list[Face]:
    """A boat's shell along x, prow to the left: ribs that narrow to the prow, planks between.

    `draught` is the share of its height below the waterline y = 0, left out: it lies in the water.
    """
    faces: list[Face] = []
    along = np.linspace(0, 1, steps)
    half = wide / 2 * np.clip(np.sin(np.pi * (0.02 + 0.98 * along) ** 0.75 * 0.98), 0.02, 1) ** 0.8
    half = np.where(along > 0.5, np.maximum(half, wide / 2 * stern), half)
    sheer = tall * (0.72 + 0.42 * (1 - along) ** 2.4 + 0.18 * along**3)
    x = long * (along - 0.5) - 0.12 * long * (1 - along) ** 6
    ribs = []
    for k in range(steps):
        heights = np.linspace(draught, 1, 7)
        ribs.append(
            [
                (
                    float(x[k] + 0.10 * long * (1 - along[k]) ** 3 * (1 - up)),
                    float(sheer[k] * (up - draught) / (1.0 - draught)),
                    float(half[k] * np.sin(0.5 * np.pi * up**0.7)),
                )
                for up in heights
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

    def made(s: SurfacePoints) -> tuple[Map, Map]:
        line = np.exp(-((np.abs(np.mod(s.y / 0.16, 1) - 0.5) - 0.5) ** 2) * 120)
        tone = (0.5 + 0.5 * np.clip(s.y / 0.7, 0, 1)) * (1 - 0.5 * line)
        return (np.asarray(albedo, np.float32)[None] * tone[:, None]).astype(np.float32), (
            0.05 * line + light * np.clip(s.y - 0.2, 0, 1)
        ).astype(np.float32)

    return made
