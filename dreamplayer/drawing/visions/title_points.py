"""The points of a title: its letters, set in one or two lines."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from dreamplayer.drawing.visions.glyph_outlines import letter
from dreamplayer.drawing.visions.glyph_points import MARGIN, filled
from dreamplayer.drawing.visions.point_cloud import PointCloud, Relief, cloud_of
from dreamplayer.kit.hashing import seed_of
from dreamplayer.kit.outline import Points
from dreamplayer.kit.shapes import blur

LINE = 20
"""Characters from which a title takes two lines."""
LONGEST = 44
"""Characters of the longest title that is still read in motes; a longer one ends in an ellipsis."""
LEADING = 1.35
"""From one line to the next, ems."""
PIXELS = 64
"""Pixels an em of the small picture."""


def lines_of(title: str) -> list[str]:
    """A title in one or two lines of about the same length.

    Args:
        title: any; one longer than `LONGEST` characters is cut after a word.
    """
    words = title.split()
    while len(" ".join(words)) > LONGEST and len(words) > 1:
        words = [*words[:-2], words[-2].rstrip(",;:—–-…") + "…"]
    whole = " ".join(words)
    if len(whole) <= LINE or len(words) < 2:
        return [whole]
    return min(
        ([" ".join(words[:k]), " ".join(words[k:])] for k in range(1, len(words))),
        key=lambda pair: max(len(pair[0]), len(pair[1])),
    )


@lru_cache(maxsize=4)
def title_cloud(title: str) -> PointCloud | None:
    """The points of a title, sampled once and kept.

    Args:
        title: any.

    Returns:
        None where it holds a character that there is no letter for, or none at all.
    """
    placed: list[Points] = []
    lines = lines_of(title)
    for row, line in enumerate(lines):
        found = [letter(character) for character in line]
        if not line or any(one is None for one in found):
            return None
        letters = [one for one in found if one is not None]
        x = -0.5 * sum(width for _, width in letters)
        for contours, width in letters:
            placed += [np.asarray(c + np.array([x, -LEADING * row])) for c in contours]
            x += width
    if not placed:
        return None
    every = np.concatenate(placed)
    low, high = every.min(0), every.max(0)
    # The title stays in the middle of its box, whatever its letters.
    half = max(-low[0], high[0])
    rows = int(np.ceil((high[1] - low[1]) * PIXELS)) + 2 * MARGIN
    columns = int(np.ceil(2 * half * PIXELS)) + 2 * MARGIN
    pixels = [np.stack([(c[:, 0] + half) * PIXELS + MARGIN, (high[1] - c[:, 1]) * PIXELS + MARGIN], 1) for c in placed]
    ink = filled(pixels, rows, columns)
    body = np.clip(0.5 * ink + 0.5 * blur(ink, 1.0), 0.0, 1.0)
    return cloud_of(Relief(ink, np.asarray(body, np.float32), ink, 0.3), seed_of("title", title))
