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
    width, height = onto.get_size()
    inside = (x > 1) & (x < width - 2) & (y > 1) & (y < height - 2)
    if not inside.any():
        return
    x, y, light = x[inside] - 0.5, y[inside] - 0.5, colour[inside] * (FLUX * diameter[inside] ** 2)[:, None]
    column, row = np.floor(x).astype(np.int64), np.floor(y).astype(np.int64)
    left, top = int(column.min()), int(row.min())
    columns, rows = int(column.max()) - left + 2, int(row.max()) - top + 2
    right, down = x - column, y - row
    cell = (row - top) * columns + column - left
    cells = np.concatenate([cell, cell + 1, cell + columns, cell + columns + 1])
    share = np.concatenate([(1 - right) * (1 - down), right * (1 - down), (1 - right) * down, right * down])
    total = np.stack([np.bincount(cells, share * np.tile(light[:, k], 4), rows * columns) for k in range(3)], 1)
    lit = np.flatnonzero(total.max(1) > 1e-4)
    shown = np.zeros((rows * columns, 3), np.uint8)
    values = encoded(toned(total[lit].astype(np.float32), exposure, warmth)) * 255.0
    shown[lit] = np.clip(values, 0, 255).astype(np.uint8)
    piece = pygame.image.frombuffer(shown.tobytes(), (columns, rows), "RGB")
    onto.blit(piece, (left, top), special_flags=pygame.BLEND_RGB_ADD)
