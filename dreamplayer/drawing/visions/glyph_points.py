"""The points of a glyph: its outline filled small, its strokes and the body they enclose."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from dreamplayer.drawing.visions.glyph_outlines import glyph_contours
from dreamplayer.drawing.visions.point_cloud import PointCloud, Relief, cloud_of
from dreamplayer.kit.hashing import seed_of
from dreamplayer.kit.outline import Points
from dreamplayer.kit.sdf import Map
from dreamplayer.kit.shapes import blur

ROWS = 200
"""Height of the small picture, pixels."""
WIDEST = 350
"""Its greatest width, pixels: a wide glyph is drawn lower."""
LINES = 3
"""Scan lines a row of pixels."""
MARGIN = 3
"""Empty pixels around the glyph."""
BY_VOLUME = 0.75
"""Share of the body's light that comes of its volume: more, and strokes drown in it."""
STROKE = 0.02
"""Depth below the outline to which a stroke is the contour itself, in multiples of the height."""
INNER = 0.55
"""Density of points on an inner line, against 1 on the contour."""
DARK = 0.62
"""Share of its light that a patch of solid ink loses."""
INK_WITHIN = 0.16
"""Density of points inside a broad patch of ink, against 1 on a stroke."""


def filled(contours: Sequence[Points], rows: int, columns: int) -> Map:
    """Coverage of closed polylines by the nonzero winding rule (scan-line conversion, antialiased).

    Args:
        contours: (n, 2) each, pixels: x from the left, y from the top.
        rows: of the picture.
        columns: of the picture.

    Returns:
        (rows, columns) 0..1.
    """
    start = np.concatenate([np.asarray(c) for c in contours])
    end = np.concatenate([np.roll(np.asarray(c), -1, 0) for c in contours])
    scan = (np.arange(rows * LINES) + 0.5) / LINES
    upper, lower = np.minimum(start[:, 1], end[:, 1]), np.maximum(start[:, 1], end[:, 1])
    line, segment = np.nonzero((scan[:, None] >= upper) & (scan[:, None] < lower))
    a, b = start[segment], end[segment]
    x = a[:, 0] + (scan[line] - a[:, 1]) / (b[:, 1] - a[:, 1]) * (b[:, 0] - a[:, 0])
    x = np.clip(x, 0.0, columns - 1e-3)
    turn = np.where(b[:, 1] > a[:, 1], 1.0, -1.0)
    pixel = x.astype(np.int64)
    part = x - pixel
    winding = np.zeros((rows * LINES, columns + 1))
    np.add.at(winding, (line, pixel), turn * (1.0 - part))
    np.add.at(winding, (line, pixel + 1), turn * part)
    inside = np.clip(np.abs(np.cumsum(winding, 1)[:, :columns]), 0.0, 1.0)
    return np.asarray(inside.reshape(rows, LINES, columns).mean(1), np.float32)


def silhouette(ink: Map) -> Map:
    """The drawing with everything it encloses filled: what cannot be reached from the border without crossing ink.

    Args:
        ink: (rows, columns) 0..1, empty along its border.

    Returns:
        (rows, columns) 0..1.
    """
    free = ink < 0.35
    outside = np.zeros_like(free)
    outside[[0, -1]] = outside[:, [0, -1]] = True
    before = -1
    while (reached := int(outside.sum())) != before:
        before = reached
        # Sweeps down, up, to the right and to the left, until nothing more is reached.
        for view, open_ in (
            (outside, free),
            (outside[::-1], free[::-1]),
            (outside.T, free.T),
            (outside.T[::-1], free.T[::-1]),
        ):
            for k in range(1, len(view)):
                view[k] |= view[k - 1] & open_[k]
    return np.asarray(np.maximum(ink, ~outside), np.float32)


def glyph_relief(glyph: str) -> Relief:
    """The small picture of a glyph.

    Args:
        glyph: its code point, hexadecimal.

    Raises:
        CatalogueError: there is no such outline.
    """
    contours = glyph_contours(glyph)
    every = np.concatenate(contours)
    low, high = every.min(0), every.max(0)
    inner = ROWS - 2 * MARGIN
    scale = min(inner / (high[1] - low[1]), (WIDEST - 2 * MARGIN) / (high[0] - low[0]))
    rows = int(np.ceil((high[1] - low[1]) * scale)) + 2 * MARGIN
    columns = int(np.ceil((high[0] - low[0]) * scale)) + 2 * MARGIN
    placed = [
        np.stack([(c[:, 0] - low[0]) * scale + MARGIN, (high[1] - c[:, 1]) * scale + MARGIN], 1) for c in contours
    ]
    ink = filled(placed, rows, columns)
    whole = silhouette(ink)
    patch = np.clip((blur(ink, 0.014 * rows) - 0.72) * 5.0, 0.0, 1.0)
    contour = 1.0 - np.clip((blur(whole, STROKE * rows) - 0.80) * 8.0, 0.0, 1.0)
    inner = ink * (1.0 - contour)
    lines = ink * (1.0 - (1.0 - INK_WITHIN) * patch) * (contour + INNER * (1.0 - contour))
    # What is inked solid is the dark part of the thing, unless the whole of it is drawn as one patch.
    solid = patch * np.clip(3.0 - 4.0 * float((patch * whole).sum() / whole.sum()), 0.0, 1.0)
    light = np.clip(1.0 - DARK * blur(solid, 0.006 * rows), 0.0, 1.0)
    return Relief(whole, np.asarray(light, np.float32), np.asarray(lines, np.float32), BY_VOLUME, inner * (1.0 - patch))


@lru_cache(maxsize=64)
def glyph_cloud(glyph: str) -> PointCloud:
    """The points of a glyph, sampled once and kept.

    Args:
        glyph: its code point, hexadecimal.

    Raises:
        CatalogueError: there is no such outline.
    """
    return cloud_of(glyph_relief(glyph), seed_of("glyph", glyph))
