"""The outlines of glyphs (Noto Emoji) and letters (Literata), from files that `packaging/make_glyphs.py` compiles."""

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
    widths: NDArray[np.uint16] | None
    """(g,) advance width of each letter; None where it is not known."""

    def index(self, code: int) -> int | None:
        """Where a code point stands in the file; None for one that it does not hold."""
        n = int(np.searchsorted(self.codes, code))
        return n if n < len(self.codes) and self.codes[n] == code else None

    def contours(self, n: int) -> tuple[Points, ...]:
        """The closed contours of a glyph as polylines, in ems.

        Args:
            n: where it stands in the file.
        """
        first = int(self.glyph_ends[n - 1]) if n else 0
        found = []
        for c in range(first, int(self.glyph_ends[n])):
            run = slice(int(self.contour_ends[c - 1]) if c else 0, int(self.contour_ends[c]))
            points = np.cumsum(self.steps[run], axis=0, dtype=np.int32) / EM
            found.append(_flattened(points, self.on[run]))
        return tuple(found)


@cache
def _file(name: str = "outlines") -> _File:
    with np.load(assets() / "glyphs" / f"{name}.npz") as raw:
        steps = np.stack([raw["dx"], raw["dy"]], 1)
        on = np.unpackbits(raw["on"], count=len(steps)).astype(bool)
        widths = raw.get("widths", None)
        return _File(raw["codes"], raw["glyph_ends"], raw["contour_ends"], steps, on, widths)


SPACE = 0.27
"""Width of a space, ems."""


def letter(character: str) -> tuple[tuple[Points, ...], float] | None:
    """A letter's closed contours as polylines, and how far the next one stands from it, in ems.

    Args:
        character: one; a space has no contours.

    Returns:
        Contours of (n, 2) points and the advance, both in ems; None for a character that titles cannot be written with.
    """
    if character.isspace():
        return (), SPACE
    file = _file("letters")
    n = file.index(ord(character))
    return None if n is None or file.widths is None else (file.contours(n), float(file.widths[n]) / EM)


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
    file = _file()
    n = file.index(int(glyph, 16))
    if n is None:
        raise CatalogueError(
            f"there is no outline of glyph {glyph}", todo="Run packaging/make_glyphs.py with the font Noto Emoji."
        )
    return file.contours(n)


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
