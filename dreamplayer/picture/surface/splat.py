"""Thousands of small dots at once: their light is added up pixel by pixel, then shown in one blit."""

from __future__ import annotations

import numpy as np
import pygame
from numpy.typing import NDArray

from dreamplayer.picture.tone import encoded, toned

FEW = 400
"""Dots up to which stamping one by one is as quick."""
SMALL = 2.6
"""Diameter in pixels up to which a dot is spread over four pixels."""
SOFT = 40.0
"""Diameter in pixels up to which many larger dots of one size are added up on a coarser grid."""
FLUX = np.pi / 12.0
"""Light of a dot of diameter 1 and brightness 1: the integral of (1 - r^2)^2 over its disc."""


def splat(
    onto: pygame.Surface,
    x: NDArray[np.float32],
    y: NDArray[np.float32],
    diameter: NDArray[np.float32],
    colour: NDArray[np.float32],
    exposure: float,
    warmth: float,
) -> None:
    """Add the light of small dots to a surface (bilinear splatting).

    Args:
        onto: the surface.
        x: (n,) pixels of their middles.
        y: (n,) pixels of their middles.
        diameter: (n,) pixels, at most `SMALL`.
        colour: (n, 3) linear light at their middles.
        exposure: of the frame's grade.
        warmth: of the frame's grade.
    """
    light = colour * (FLUX * diameter**2)[:, None]
    _added(onto, x, y, light, exposure, warmth, step=1)


def splat_soft(
    onto: pygame.Surface,
    x: NDArray[np.float32],
    y: NDArray[np.float32],
    diameter: float,
    colour: NDArray[np.float32],
    exposure: float,
    warmth: float,
) -> None:
    """Add the light of many soft dots of one size to a surface: on cells of a third of their diameter, softened.

    Args:
        onto: the surface.
        x: (n,) pixels of their middles.
        y: (n,) pixels of their middles.
        diameter: pixels, `SMALL` to `SOFT`.
        colour: (n, 3) linear light at their middles.
        exposure: of the frame's grade.
        warmth: of the frame's grade.
    """
    step = max(1, int(diameter / 3.0))
    light = colour * np.float32(FLUX * (diameter / step) ** 2)
    _added(onto, x, y, light, exposure, warmth, step=step)


def _added(
    onto: pygame.Surface,
    x: NDArray[np.float32],
    y: NDArray[np.float32],
    light: NDArray[np.float32],
    exposure: float,
    warmth: float,
    *,
    step: int,
) -> None:
    """Add light to cells of `step` pixels a side; coarse cells are softened over their neighbours."""
    width, height = onto.get_size()
    inside = (x > 1) & (x < width - 2) & (y > 1) & (y < height - 2)
    if not inside.any():
        return
    size = np.float32(step)
    x, y, light = x[inside] / size - 0.5, y[inside] / size - 0.5, light[inside]
    column, row = np.floor(x).astype(np.int64), np.floor(y).astype(np.int64)
    edge = 0 if step == 1 else 1
    left, top = int(column.min()) - edge, int(row.min()) - edge
    columns, rows = int(column.max()) - left + 2 + edge, int(row.max()) - top + 2 + edge
    right, down = x - column, y - row
    cell = (row - top) * columns + column - left
    cells = np.concatenate([cell, cell + 1, cell + columns, cell + columns + 1])
    share = np.concatenate([(1 - right) * (1 - down), right * (1 - down), (1 - right) * down, right * down])
    sums = [np.bincount(cells, share * np.tile(light[:, k], 4), rows * columns) for k in range(3)]
    total: NDArray[np.float64] = np.stack(sums, 1).astype(np.float64)
    if step > 1:
        total = _softened(total.reshape(rows, columns, 3)).reshape(-1, 3)
    lit = np.flatnonzero(total.max(1) > 1e-4)
    shown = np.zeros((rows * columns, 3), np.uint8)
    values = encoded(toned(total[lit].astype(np.float32), exposure, warmth)) * 255.0
    shown[lit] = np.clip(values, 0, 255).astype(np.uint8)
    piece = pygame.image.frombuffer(shown.tobytes(), (columns, rows), "RGB")
    if step > 1:
        piece = pygame.transform.smoothscale(piece, (columns * step, rows * step))
    onto.blit(piece, (left * step, top * step), special_flags=pygame.BLEND_RGB_ADD)


def _softened(grid: NDArray[np.float64]) -> NDArray[np.float64]:
    """Each cell averaged with its neighbours, 1 2 1 along both axes."""
    for axis in (0, 1):
        before, after = np.roll(grid, 1, axis), np.roll(grid, -1, axis)
        grid = 0.25 * before + 0.5 * grid + 0.25 * after
    return grid
