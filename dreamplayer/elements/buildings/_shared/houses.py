"""Walls with openings, tiled roofs and gables, of which houses are built."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from dreamplayer.drawing.mesh import Face, Material, SurfacePoints, extruded, polygon, stuff
from dreamplayer.kit.hashing import uniform, uniform_at
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import Map

_TILE_TONE = 3
"""Random lane of the tone of a tile."""
_WINDOW_LIT = 5
"""Random lane: which windows are lit, and how strongly."""

Colour = tuple[float, float, float]
WOOD = (0.13, 0.075, 0.05)
"""Albedo of dark boards."""
Opening = tuple[float, float, float, float, float]
"""Left, bottom, width, height in metres on a wall, and how brightly it is lit."""


def wall(
    openings: Sequence[Opening] = (),
    albedo: Colour = (0.20, 0.17, 0.16),
    *,
    edge: float = 0.05,
    bars: bool = True,
    arched: bool = False,
    boards: float = 0.0,
    seed: int = 0,
) -> Material:
    """A wall with windows: warm panes brighter below, dark glazing bars, light spilling on the wall around."""

    def made(s: SurfacePoints) -> tuple[Map, Map]:
        n = 0.62 + 0.55 * fbm(s.u * 1.7 + 3, s.v * 1.7, seed + 5, octaves=3)
        if boards:
            line = np.abs(np.mod(s.v / boards, 1.0) - 0.5)
            n = n * (1.0 - 0.45 * np.exp(-((line - 0.5) ** 2) * 500))
        colour = np.asarray(albedo, np.float32)[None, :] * (n * (0.35 + 0.65 * np.clip(s.v / 1.2, 0, 1)))[:, None]
        glow = edge * np.exp(-s.edge / 0.03)
        for left, low, wide, tall, lit in openings:
            a, b = (s.u - left) / wide, (s.v - low) / tall
            dx = np.maximum(np.abs(s.u - left - wide / 2) - wide / 2, 0)
            if arched:
                top = low + tall - wide / 2
                d = np.where(
                    s.v > top,
                    np.hypot(s.u - left - wide / 2, s.v - top) - wide / 2,
                    np.maximum(np.abs(s.u - left - wide / 2) - wide / 2, low - s.v),
                )
                inside = d < 0
            else:
                d = np.maximum(np.abs(a - 0.5) - 0.5, np.abs(b - 0.5) - 0.5) * min(wide, tall)
                inside = (a > 0) & (a < 1) & (b > 0) & (b < 1)
            far = np.hypot(dx, np.maximum(np.abs(s.v - low - tall / 2) - tall / 2, 0))
            glow = glow + 0.16 * lit * np.exp(-far / (0.30 * tall)) * ~inside
            curtain = 1.0 - 0.45 * np.exp(-((np.minimum(a, 1 - a) / 0.20) ** 2)) * (0.7 + 0.3 * np.sin(a * 60))
            pane = lit * (0.42 + 0.58 * np.exp(-(((a - 0.5) / 0.5) ** 2 + ((b - 0.42) / 0.5) ** 2))) * curtain
            if bars:
                bar = np.minimum(np.abs(a - 0.5) * wide, np.abs(b - 0.55) * tall)
                pane = pane * (1.0 - 0.85 * np.exp(-((bar / 0.030) ** 2)))
            pane = pane * np.clip(-d / 0.03, 0, 1)
            glow = np.where(inside, pane, glow)
            colour = np.where(inside[:, None], colour * 0.25, colour)
        return colour.astype(np.float32), glow.astype(np.float32)

    return made


def tiles(albedo: Colour = (0.13, 0.085, 0.085), edge: float = 0.10, course: float = 0.22, seed: int = 0) -> Material:
    """A roof of worn tiles in courses, its ridge and eaves catching a little light."""

    def made(s: SurfacePoints) -> tuple[Map, Map]:
        row = np.floor(s.v / course)
        tile = np.floor(s.u / (course * 1.3) + 0.5 * np.mod(row, 2))
        own = uniform_at(seed, _TILE_TONE, (row * 131 + tile).astype(np.int64)).astype(np.float32)
        lip = np.exp(-((np.mod(s.v / course, 1.0)) ** 2) * 30)
        tone = (0.55 + 0.7 * own) * (1 - 0.5 * lip)
        colour = np.asarray(albedo, np.float32)[None, :] * tone[:, None]
        return colour.astype(np.float32), (edge * np.exp(-s.edge / 0.035)).astype(np.float32)

    return made


def gabled(
    wide: float,
    deep: float,
    eaves: float,
    ridge: float,
    front: Material,
    side: Material,
    roof: Material,
    over: float = 0.25,
) -> list[Face]:
    """A house with its gable to the front: walls, and a roof that stands over by `over` metres."""
    x, z = wide / 2, deep / 2
    faces = [
        polygon([(-x, 0, -z), (x, 0, -z), (x, eaves, -z), (0, ridge, -z), (-x, eaves, -z)], front),
        polygon([(-x, 0, z), (x, 0, z), (x, eaves, z), (0, ridge, z), (-x, eaves, z)], stuff((0.1, 0.1, 0.1), edge=0)),
        polygon([(-x, 0, -z), (-x, 0, z), (-x, eaves, z), (-x, eaves, -z)], side),
        polygon([(x, 0, -z), (x, 0, z), (x, eaves, z), (x, eaves, -z)], side),
    ]
    slope = (ridge - eaves) / x
    lip = x + over
    low = eaves - over * slope
    t = 0.14
    for sign in (-1.0, 1.0):
        profile = [(0.0, ridge + t), (sign * lip, low + t), (sign * lip, low), (0.0, ridge)]
        faces += extruded(profile, -z - over, z + over, stuff((0.10, 0.07, 0.06), edge=0.16, wide=0.03), roof)
    return faces


def row(
    count: int, left: float, low: float, wide: float, tall: float, step: float, seed: int = 0, share: float = 0.6
) -> list[Opening]:
    """A row of windows, some of them dark, the lit ones each in its own strength."""
    lit = uniform(seed, _WINDOW_LIT, count)
    return [
        (left + i * step, low, wide, tall, float(0.03 if u > share else 0.45 + 0.55 * u / share))
        for i, u in enumerate(lit)
    ]
