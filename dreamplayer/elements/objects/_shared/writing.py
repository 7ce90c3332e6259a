"""Lines of faint writing on a page."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.hashing import uniform_at
from dreamplayer.kit.sdf import Map

_WORD, _LINE_END = 3, 4
"""Random lanes of the words of a line, and of where a line ends."""
_WORDS = 8.5
"""Words that a line has room for."""
_MISSING = 0.16
"""Share of the words that are left out, so that gaps differ."""
_SHORTEST, _LONGER = 0.62, 0.30
"""Where the shortest line ends, and how much farther the longest, in shares of the page."""
_STROKE = 0.11
"""Half width of a stroke, in lines."""


def writing(u: Map, v: Map, seed: int, lines: int = 13) -> Map:
    """Handwriting one cannot quite read, 0..1 ink, on a page u 0..1 across and v 0..1 up."""
    row = np.floor(v * lines)
    y = np.mod(v * lines, 1.0) - 0.42
    # Letters: two waves that beat, so that tall and low ones alternate, and a finer one on them.
    letters = 0.20 * np.sin(u * 95 + row * 7.1) * np.sin(u * 37 + row * 3.3) + 0.10 * np.sin(u * 160 + row)
    along = u * _WORDS + 0.4 * np.sin(row * 5)
    word = uniform_at(seed, _WORD, (np.floor(along) + row * 31).astype(np.int64)) > _MISSING
    between = np.abs(np.mod(along, 1.0) - 0.5) < 0.42
    line_end = u < _SHORTEST + _LONGER * uniform_at(seed, _LINE_END, row.astype(np.int64))
    margin = (u > 0.12) & (v > 0.10) & (v < 0.90)
    return np.asarray(np.exp(-(((y - letters) / _STROKE) ** 2)) * word * between * line_end * margin, np.float32)
