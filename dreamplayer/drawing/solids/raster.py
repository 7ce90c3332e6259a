"""Scan conversion of triangles in numpy: which triangle each pixel sees, and how far away it is.

In homogeneous coordinates after Olano and Greer, "Triangle scan conversion using 2D homogeneous coordinates" (1997):
the inverse of the matrix of a triangle's corners gives edge functions that are linear in the picture and right for
triangles that reach behind the eye too, so nothing needs clipping.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dreamplayer.drawing.solids.solid import Array, F, Solid

_CHUNK = 600_000
"""Fragments at once: some 30 MB of arrays."""
_TRIANGLES = 40_000
"""Triangles at once: a wood has half a million, whose edge functions together would take 200 MB."""
_ROWS = 300_000
"""Rows of triangles at once."""
_FLAT = 1e-12
"""Determinant below which a triangle is seen edge on."""


@dataclass(frozen=True, eq=False)
class View:
    """A picture plane: a pixel (row j, column i) looks along (a, b, 1) with a = a0 + i da and b = b0 + j db."""

    axes: Array
    """(3, 3) rows: right, up and forward in metres of the place."""
    eye: Array
    """(3,) metres."""
    wide: int
    tall: int
    a0: float
    da: float
    b0: float
    db: float
    flat: bool = False
    """True for parallel rays: a and b are metres across instead of slopes."""
    nearest: float = 0.08

    def coordinates(self, p: Array) -> Array:
        """Points in the axes of the view.

        Args:
            p: (n, 3) metres of the place.

        Returns:
            (n, 3) metres: right, up and forward of the eye.
        """
        return ((p - self.eye) @ self.axes.T).astype(F)

    def directions(self) -> tuple[Array, Array]:
        """A of each column and b of each row.

        Returns:
            (wide,) and (tall,): slopes to the right and up, or metres where the view is flat.
        """
        a = (self.a0 + self.da * np.arange(self.wide)).astype(F)
        return a, (self.b0 + self.db * np.arange(self.tall)).astype(F)


@dataclass(frozen=True, eq=False)
class Geometry:
    """All triangles of some solids together: one pass over them costs far less than a pass for each."""

    solids: tuple[Solid, ...]
    vertices: Array
    """(v, 3) metres."""
    triangles: NDArray[np.int32]
    """(m, 3) numbers of vertices."""
    owner: NDArray[np.int32]
    """(m,) number of the solid each triangle belongs to, in rising order."""

    @staticmethod
    def of(solids: Sequence[Solid]) -> Geometry:
        """Gather the triangles of solids.

        Args:
            solids: any number.
        """
        starts = np.cumsum([0, *(len(s.vertices) for s in solids)])
        return Geometry(
            tuple(solids),
            np.concatenate([np.zeros((0, 3), F), *(s.vertices for s in solids)]),
            np.concatenate(
                [
                    np.zeros((0, 3), np.int32),
                    *(s.triangles + np.int32(k) for s, k in zip(solids, starts[:-1], strict=True)),
                ]
            ),
            np.repeat(np.arange(len(solids), dtype=np.int32), [len(s.triangles) for s in solids]),
        )


@dataclass(frozen=True, eq=False)
class Visible:
    """What each pixel of a view sees."""

    depth: Array
    """(rows, columns) metres along the view's forward axis; infinite where nothing is."""
    triangle: NDArray[np.int32]
    """(rows, columns) number of the triangle in the geometry; -1 where nothing is."""
    edges: Array
    """(triangles, 3, 3) edge functions: weights of the corners are edges @ (a, b, 1), to be divided by their sum."""


def edge_functions(view: View, corners: Array) -> tuple[Array, NDArray[np.bool_]]:
    """Linear functions of the picture that give the corners' weights.

    Args:
        view: picture plane.
        corners: (m, 3, 3) corners of m triangles in the view's axes.

    Returns:
        (m, 3, 3) functions, and (m,) which triangles can be seen at all.
    """
    if len(corners) > _TRIANGLES:
        parts = [edge_functions(view, corners[k : k + _TRIANGLES]) for k in range(0, len(corners), _TRIANGLES)]
        return np.concatenate([part[0] for part in parts]), np.concatenate([part[1] for part in parts])
    c = corners.astype(np.float64)
    if view.flat:
        c = c.copy()
        c[..., 2] = 1.0
    v0, v1, v2 = c[:, 0], c[:, 1], c[:, 2]
    rows = np.stack([np.cross(v1, v2), np.cross(v2, v0), np.cross(v0, v1)], 1)
    det = np.einsum("mk,mk->m", v0, rows[:, 0])
    seen = np.abs(det) > _FLAT
    if not view.flat:
        seen &= (corners[..., 2] > view.nearest).any(1)
    return (rows / np.where(seen, det, 1.0)[:, None, None]).astype(F), seen


def rasterize(view: View, geometry: Geometry, which: NDArray[np.bool_] | None = None) -> Visible:
    """The nearest triangle of each pixel.

    Args:
        view: picture plane.
        geometry: what may be seen.
        which: (solids,) those that count; None for all.
    """
    depth = np.full(view.tall * view.wide, np.inf, F)
    found = np.full(view.tall * view.wide, -1, np.int32)
    corners = view.coordinates(geometry.vertices)[geometry.triangles]
    functions, seen = edge_functions(view, corners)
    if which is not None:
        seen &= which[geometry.owner]
    cut = np.array([s.cut is not None for s in geometry.solids], bool)
    whole = seen & ~cut[geometry.owner] if len(cut) else seen
    _fill(view, None, geometry, corners, functions, np.flatnonzero(whole), depth, found)
    for number in np.flatnonzero(cut):
        first, end = np.searchsorted(geometry.owner, (number, number + 1))
        own = first + np.flatnonzero(seen[first:end])
        _fill(view, geometry.solids[number], geometry, corners, functions, own, depth, found)
    shape = (view.tall, view.wide)
    return Visible(depth.reshape(shape), found.reshape(shape), functions)


@dataclass(frozen=True, eq=False)
class _Spans:
    """Runs of pixels in a row that lie inside a triangle."""

    triangle: NDArray[np.int64]
    row: NDArray[np.int64]
    start: NDArray[np.int64]
    length: NDArray[np.int64]
    slope: Array
    """(spans, 3) growth of each edge function from column to column."""
    rest: Array
    """(spans, 3) edge functions at column 0."""

    def part(self, which: slice) -> _Spans:
        return _Spans(
            self.triangle[which],
            self.row[which],
            self.start[which],
            self.length[which],
            self.slope[which],
            self.rest[which],
        )


def _fill(
    view: View, solid: Solid | None, geometry: Geometry, corners: Array, functions: Array, seen: NDArray[np.int64],
    depth: Array, found: NDArray[np.int32],
) -> None:  # fmt: skip
    """Write what is nearer of some triangles; `solid` is theirs where it has a cut."""
    if not len(seen):
        return
    low, high = _rows(view, corners[seen])
    ok = high > low
    seen, low, high = seen[ok], low[ok], high[ok]
    reached, begin = np.cumsum(high - low), 0
    while begin < len(seen):
        done = reached[begin - 1] if begin else 0
        end = max(begin + 1, int(np.searchsorted(reached, done + _ROWS, "right")))
        part = slice(begin, end)
        _fill_rows(view, solid, geometry, corners, functions, seen[part], low[part], high[part], depth, found)
        begin = end


def _fill_rows(
    view: View, solid: Solid | None, geometry: Geometry, corners: Array, functions: Array, seen: NDArray[np.int64],
    low: NDArray[np.int64], high: NDArray[np.int64], depth: Array, found: NDArray[np.int32],
) -> None:  # fmt: skip
    """Write what is nearer of triangles that reach from row `low` to row `high` (half-open) each."""
    heights = high - low
    which = np.repeat(np.arange(len(seen)), heights)
    row = np.arange(len(which)) - np.repeat(np.cumsum(heights) - heights, heights) + np.repeat(low, heights)
    triangle = seen[which]
    e = functions[triangle]
    b = F(view.b0) + F(view.db) * row.astype(F)
    # Each edge function is slope * column + rest along a row: it bounds the columns from one side.
    slope = e[:, :, 0] * F(view.da)
    rest = e[:, :, 0] * F(view.a0) + e[:, :, 1] * b[:, None] + e[:, :, 2]
    left, right = np.full(len(row), -1e9, F), np.full(len(row), 1e9, F)
    none = np.zeros(len(row), bool)
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        for k in range(3):
            zero = -rest[:, k] / slope[:, k]
            np.maximum(left, zero, out=left, where=slope[:, k] > 0)
            np.minimum(right, zero, out=right, where=slope[:, k] < 0)
            none |= (slope[:, k] == 0) & (rest[:, k] < 0)
    start = np.ceil(np.clip(left, 0, view.wide)).astype(np.int64)
    stop = np.floor(np.clip(right, -1, view.wide - 1)).astype(np.int64) + 1
    there = np.flatnonzero(~none & (stop > start))
    length = stop[there] - start[there]
    spans = _Spans(triangle[there], row[there], start[there], length, slope[there], rest[there])
    edge = np.cumsum(length)
    begin = 0
    while begin < len(length):
        done = edge[begin - 1] if begin else 0
        end = max(begin + 1, int(np.searchsorted(edge, done + _CHUNK, "right")))
        _write(view, solid, geometry, corners, spans.part(slice(begin, end)), depth, found)
        begin = end


def _write(
    view: View,
    solid: Solid | None,
    geometry: Geometry,
    corners: Array,
    spans: _Spans,
    depth: Array,
    found: NDArray[np.int32],
) -> None:
    """Resolve some spans against what is there."""
    length = spans.length
    # Depth (or, in perspective, its inverse) is linear along a row too.
    z_of = corners[spans.triangle, :, 2] if view.flat else np.ones((len(length), 3), F)
    slope, rest = (spans.slope * z_of).sum(1), (spans.rest * z_of).sum(1)
    first_pixel = spans.row * view.wide + spans.start
    begins = np.cumsum(length) - length
    step = np.arange(int(length.sum()), dtype=np.int64)
    pixel = step + np.repeat(first_pixel - begins, length)
    column = (step + np.repeat(spans.start - begins, length)).astype(F)
    z = np.repeat(slope.astype(F), length) * column + np.repeat(rest.astype(F), length)
    if not view.flat:
        with np.errstate(divide="ignore", invalid="ignore"):
            z = F(1.0) / z
    keep = np.flatnonzero((z > view.nearest) & (z < depth[pixel]))
    if not len(keep):
        return
    pixel, z = pixel[keep], z[keep]
    span = np.repeat(np.arange(len(length)), length)[keep]
    triangle = spans.triangle[span]
    if solid is not None and solid.cut is not None:
        weights = spans.slope[span] * column[keep][:, None] + spans.rest[span]
        weights = weights / weights.sum(1, keepdims=True)
        first = int(np.searchsorted(geometry.owner, geometry.owner[triangle[0]]))
        local = np.einsum("nk,nkc->nc", weights, solid.local[solid.triangles[triangle - first]])
        there = solid.cut(local.astype(F))
        pixel, z, triangle = pixel[there], z[there], triangle[there]
    np.minimum.at(depth, pixel, z)
    nearest = z == depth[pixel]
    found[pixel[nearest]] = triangle[nearest]


def _rows(view: View, corners: Array) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """From and to (half-open) which rows each triangle reaches; all rows where it reaches behind the eye."""
    z = corners[..., 2]
    if view.flat:
        b = corners[..., 1]
        behind: NDArray[np.bool_] = np.zeros(len(corners), bool)
    else:
        behind = np.asarray((z <= view.nearest).any(1))
        b = corners[..., 1] / np.where(z > view.nearest, z, 1.0)
    rows = (b - F(view.b0)) / F(view.db)
    low = np.where(behind, 0, np.clip(np.ceil(rows.min(1)), 0, view.tall)).astype(np.int64)
    high = np.where(behind, view.tall, np.clip(np.floor(rows.max(1)) + 1, 0, view.tall)).astype(np.int64)
    return low, high
