"""Tents: one to sleep in, one for a fair."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.buildings import WOOD
from dreamplayer.drawing.mesh import Face, Spot, polygon, rod, stuff, turned
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import Map


def tent() -> list[Face]:
    """A ridge tent lit from inside, its flaps tied back."""

    def cloth(s: Spot) -> tuple[Map, Map]:
        d = np.sqrt(s.x**2 + (s.y - 0.55) ** 2 + (s.z * 0.5) ** 2)
        weave = 0.85 + 0.15 * fbm(s.x * 5, s.y * 5, 3, 3)
        seam = np.exp(-((np.mod(s.z + 1.5, 1.0) - 0.5) ** 2) * 900)
        return (np.array([[0.34, 0.24, 0.15]]) * weave[:, None]).astype(np.float32), (
            (0.14 + 0.42 * np.exp(-d / 0.8)) * weave * (1 - 0.4 * seam)
        ).astype(np.float32)

    def inside(s: Spot) -> tuple[Map, Map]:
        return np.full((len(s.u), 3), 0.1, np.float32), (
            0.30 + 0.68 * np.exp(-((s.x / 0.35) ** 2 + ((s.y - 0.40) / 0.45) ** 2))
        ).astype(np.float32)

    def rug(s: Spot) -> tuple[Map, Map]:
        light = 0.22 + 0.45 * np.exp(-(s.x**2 + (s.z - 0.2) ** 2) / 0.8)
        return np.tile(np.array([[0.30, 0.10, 0.06]], np.float32), (len(s.u), 1)), light.astype(np.float32)

    faces = [
        polygon([(-1.5, 0, -1.6), (-1.5, 0, 1.6), (0, 1.9, 1.6), (0, 1.9, -1.6)], cloth),
        polygon([(1.5, 0, -1.6), (1.5, 0, 1.6), (0, 1.9, 1.6), (0, 1.9, -1.6)], cloth),
    ]
    faces.append(polygon([(-1.4, 0, 1.5), (1.4, 0, 1.5), (0, 1.8, 1.5)], inside))
    faces.append(polygon([(-1.4, 0.01, -1.55), (1.4, 0.01, -1.55), (1.4, 0.01, 1.5), (-1.4, 0.01, 1.5)], rug))
    faces.append(polygon([(-1.5, 0, -1.6), (-0.42, 0, -1.75), (-0.05, 1.85, -1.6)], cloth))
    faces.append(polygon([(1.5, 0, -1.6), (0.62, 0, -1.75), (0.05, 1.85, -1.6)], cloth))
    cord = stuff((0.3, 0.24, 0.18), 0.2)
    faces += rod((0, 1.9, -1.6), (0, 0.0, -3.0), 0.012, cord, 4) + rod(
        (0, 0, -1.6), (0, 2.0, -1.6), 0.035, stuff(WOOD, 0.2), 6
    )
    for s in (-1.0, 1.0):
        faces += rod((s * 1.5, 0.02, -1.2), (s * 2.1, 0.0, -1.4), 0.012, cord, 4)
    return faces


def big_top() -> list[Face]:
    """A striped round tent with bulbs along its eaves and a lit entrance."""

    def stripes(s: Spot) -> tuple[Map, Map]:
        a = np.arctan2(s.z, s.x)
        red = (np.mod(a / (np.pi / 9), 1.0) > 0.5)[:, None]
        colour = np.where(red, np.array([[0.28, 0.05, 0.04]]), np.array([[0.36, 0.30, 0.22]]))
        door = (s.y < 1.5) & (np.abs(s.x) < 0.55) & (s.z < 0)
        bulb = np.exp(-((s.y - 2.05) ** 2) / 0.004) * (0.5 + 0.5 * np.cos(a * 44)) ** 3
        glow = 0.10 + 0.22 * np.exp(-((s.y - 0.6) ** 2) / 1.2) + 0.8 * bulb
        return colour.astype(np.float32), np.where(door, 0.85, glow).clip(0, 1).astype(np.float32)

    faces = turned([(2.5, 0.0), (2.6, 2.1)], stripes, facets=36)
    faces += turned([(2.8, 2.0), (1.7, 2.9), (0.75, 3.9), (0.08, 5.0)], stripes, facets=36)
    faces += rod((0, 4.9, 0), (0, 5.8, 0), 0.03, stuff((0.3, 0.2, 0.1), 0.2), 4)
    faces.append(polygon([(0, 5.8, 0), (0.9, 5.6, 0), (0, 5.4, 0)], stuff((0.35, 0.10, 0.06), 0.3)))
    return faces
