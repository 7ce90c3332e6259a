"""Lines of faint writing on a page."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.hashing import uniform_at
from dreamplayer.kit.sdf import Map

_WORD, _LINE_END = 3, 4
"""Random lanes of the words of a line, and of where a line ends."""


def writing(u: Map, v: Map, seed: int, lines: int = 13) -> Map:
    """Handwriting one cannot quite read, 0..1 ink, on a page u 0..1 across and v 0..1 up."""
    row = np.floor(v * lines)
    y = np.mod(v * lines, 1.0) - 0.42
    wobble = 0.20 * np.sin(u * 95 + row * 7.1) * np.sin(u * 37 + row * 3.3) + 0.10 * np.sin(u * 160 + row)
    word = uniform_at(seed, _WORD, (np.floor(u * 8.5 + 0.4 * np.sin(row * 5)) + row * 31).astype(np.int64)) > 0.16
    gap = np.abs(np.mod(u * 8.5 + 0.4 * np.sin(row * 5), 1.0) - 0.5) < 0.42
    stop = u < 0.62 + 0.30 * uniform_at(seed, _LINE_END, row.astype(np.int64))
    margin = (u > 0.12) & (v > 0.10) & (v < 0.90)
    return np.asarray(np.exp(-(((y - wobble) / 0.11) ** 2)) * word * gap * stop * margin, np.float32)
