"""The outlines of glyphs (Noto Emoji), read from the file that `packaging/make_glyphs.py` compiles."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from dreamplayer.errors import CatalogueError
from dreamplayer.kit.outline import Points
from dreamplayer.paths import assets

EM = 1024.0
"""Units of the em square in the file."""
STEPS = 6
"""Straight pieces a curve is flattened into."""


@dataclass(frozen=True, eq=False)
class _File:
    """The compiled file. Contours are runs of points, glyphs runs of contours."""

    codes: NDArray[np.uint32]
    """(g,) code points, ascending."""
    glyph_ends: NDArray[np.uint32]
    """(g,) one past the last contour of each glyph."""
    contour_ends: NDArray[np.uint32]
    """(c,) one past the last point of each contour."""
    steps: NDArray[np.int16]
    """(n, 2) from point to point; the first of a contour from the origin."""
    on: NDArray[np.bool_]
    """(n,) whether the point lies on the curve (TrueType)."""


@cache
def _file() -> _File:
    with np.load(assets() / "glyphs" / "outlines.npz") as raw:
        steps = np.stack([raw["dx"], raw["dy"]], 1)
        on = np.unpackbits(raw["on"], count=len(steps)).astype(bool)
        return _File(raw["codes"], raw["glyph_ends"], raw["contour_ends"], steps, on)


def outlined() -> frozenset[str]:
    """Code points (hexadecimal, upper case) of every glyph in the file."""
    return frozenset(f"{code:04X}" for code in _file().codes)


def glyph_contours(glyph: str) -> tuple[Points, ...]:
    """The closed contours of a glyph as polylines, filled by the nonzero winding rule.

    Args:
        glyph: its code point, hexadecimal.

    Returns:
        (n, 2) each, in ems: x to the right, y up from the baseline.

    Raises:
        CatalogueError: the file has no such glyph.
    """
    file, code = _file(), int(glyph, 16)
    n = int(np.searchsorted(file.codes, code))
    if n == len(file.codes) or file.codes[n] != code:
        raise CatalogueError(
            f"there is no outline of glyph {glyph}", todo="Run packaging/make_glyphs.py with the font Noto Emoji."
        )
    first = int(file.glyph_ends[n - 1]) if n else 0
    found = []
    for c in range(first, int(file.glyph_ends[n])):
        run = slice(int(file.contour_ends[c - 1]) if c else 0, int(file.contour_ends[c]))
        points = np.cumsum(file.steps[run], axis=0, dtype=np.int32) / EM
        found.append(_flattened(points, file.on[run]))
    return tuple(found)


def _flattened(points: Points, on: NDArray[np.bool_]) -> Points:
    """A closed quadratic outline as a polyline. Between two points off the curve lies one on it (TrueType)."""
    full: list[tuple[Points, bool]] = []
    for i in range(len(points)):
        before = i - 1
        if not on[i] and not on[before]:
            full.append((0.5 * (points[before] + points[i]), True))
        full.append((points[i], bool(on[i])))
    start = next(i for i, (_, curve) in enumerate(full) if curve)
    full = [*full[start:], *full[: start + 1]]
    u = np.linspace(0.0, 1.0, STEPS + 1)[1:, None]
    line = [full[0][0][None]]
    i = 1
    while i < len(full):
        at, curve = full[i]
        if curve:
            line.append(at[None])
            i += 1
        else:
            begin, end = line[-1][-1], full[i + 1][0]
            line.append((1 - u) ** 2 * begin + 2 * u * (1 - u) * at + u**2 * end)
            i += 2
    return np.concatenate(line)
