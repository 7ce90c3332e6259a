"""Signed distances on a small canvas: negative inside, in the canvas's own units. What shapes are cut from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Map = NDArray[np.float32]
"""One number for each pixel, shape (rows, columns), rows from the top."""
Point = tuple[float, float]
Joint = tuple[float, float, float]
"""x, y and radius."""

FAR = np.float32(9.0)
"""A distance beyond anything drawn."""


@dataclass(frozen=True, eq=False)
class Canvas:
    """A rectangle of the plane and the pixels it is painted on: x to the right, y up."""

    left: float
    bottom: float
    right: float
    top: float
    """The sides, in the units of the painting: metres, or heights of an adult."""
    x: Map
    y: Map
    """(rows, columns) the middle of each pixel, rows from the top."""
    step: float
    """Width of a pixel, in units."""

    @property
    def height(self) -> float:
        """Height in units."""
        return self.top - self.bottom

    @property
    def aspect(self) -> float:
        """Ratio of its width to its height."""
        return (self.right - self.left) / self.height

    @property
    def foot(self) -> float:
        """Where y = 0 lies, in share of the height: a shape that stands on 0 has its anchor there."""
        return -self.bottom / self.height


def canvas(left: float, bottom: float, right: float, top: float, rows: int = 320) -> Canvas:
    """Lay out pixels. Leave a margin of a twentieth: an outline that touches the border is cut there.

    Args:
        left: least x.
        bottom: least y.
        right: greatest x.
        top: greatest y.
        rows: pixels of its height; columns follow.
    """
    step = (top - bottom) / rows
    columns = max(2, round((right - left) / step))
    x = left + (np.arange(columns, dtype=np.float32) + 0.5) * ((right - left) / columns)
    y = top - (np.arange(rows, dtype=np.float32) + 0.5) * step
    xs, ys = np.meshgrid(x.astype(np.float32), y.astype(np.float32))
    return Canvas(left, bottom, right, top, xs, ys, step)


def cone(c: Canvas, a: Point, b: Point, ra: float, rb: float) -> Map:
    """A round cone from a to b: a limb, a finger, a drop. Equal ends make a capsule, equal points a disc.

    Beyond a fifth of the canvas from it the distance is `FAR`.

    Args:
        c: where it is measured.
        a: one end.
        b: the other.
        ra: radius at a.
        rb: radius at b.

    Returns:
        (rows, columns) float32: signed distance in units of the canvas, negative within.
    """
    ax, ay = float(a[0]), float(a[1])
    dx, dy = float(b[0]) - ax, float(b[1]) - ay
    part = _around(c, (ax, ax + dx), (ay, ay + dy), max(ra, rb) + 0.2 * c.height)
    out = np.full(c.x.shape, FAR, np.float32)
    px, py = c.x[part] - np.float32(ax), c.y[part] - np.float32(ay)
    along = np.clip((px * np.float32(dx) + py * np.float32(dy)) / np.float32(dx * dx + dy * dy + 1e-12), 0.0, 1.0)
    away = np.hypot(px - along * np.float32(dx), py - along * np.float32(dy))
    out[part] = away - (np.float32(ra) + np.float32(rb - ra) * along)
    return out


def _around(c: Canvas, xs: tuple[float, float], ys: tuple[float, float], reach: float) -> tuple[slice, slice]:
    """The rows and columns within `reach` of a box."""
    rows, columns = c.x.shape
    i0 = max(0, int((min(xs) - reach - c.left) / (c.right - c.left) * columns))
    i1 = min(columns, int((max(xs) + reach - c.left) / (c.right - c.left) * columns) + 2)
    j0 = max(0, int((c.top - max(ys) - reach) / c.step))
    j1 = min(rows, int((c.top - min(ys) + reach) / c.step) + 2)
    return slice(j0, max(j0, j1)), slice(i0, max(i0, i1))


def disc(c: Canvas, centre: Point, radius: float) -> Map:
    """A disc.

    Args:
        c: where it is measured.
        centre: its middle.
        radius: in units of the canvas.

    Returns:
        (rows, columns) float32: signed distance in units of the canvas, negative within.
    """
    return np.asarray(np.hypot(c.x - centre[0], c.y - centre[1]) - radius, np.float32)


def oval(c: Canvas, centre: Point, rx: float, ry: float, turn: float = 0.0) -> Map:
    """An ellipse turned counter-clockwise by `turn` radians; the distance is right near its edge.

    Args:
        c: where it is measured.
        centre: its middle.
        rx: half axis along x.
        ry: half axis along y.
        turn: radians, counter-clockwise.

    Returns:
        (rows, columns) float32: signed distance in units of the canvas, negative within.
    """
    cos, sin = np.cos(turn), np.sin(turn)
    u = ((c.x - centre[0]) * cos + (c.y - centre[1]) * sin) / rx
    v = (-(c.x - centre[0]) * sin + (c.y - centre[1]) * cos) / ry
    length = np.hypot(u, v)
    slope = np.hypot(u / rx, v / ry) + 1e-9
    return np.asarray(np.where(length < 1e-4, -min(rx, ry), length * (length - 1.0) / slope), np.float32)


def chain(c: Canvas, joints: Sequence[Joint], soft: float = 0.01) -> Map:
    """Round cones from joint to joint, melted together: a bent arm, a neck, a tail.

    Args:
        c: where it is measured.
        joints: (x, y, radius) each.
        soft: over how much they melt, in units of the canvas.

    Returns:
        (rows, columns) float32: signed distance in units of the canvas, negative within.
    """
    d = np.full(c.x.shape, FAR, np.float32)
    for (ax, ay, ra), (bx, by, rb) in pairwise(joints):
        d = melt(d, cone(c, (ax, ay), (bx, by), ra, rb), soft)
    return d


def tube(c: Canvas, joints: Sequence[Joint], per: int = 4) -> Map:
    """A smooth bent tube through the joints, its radius changing evenly: a swan's neck, a tendril.

    Args:
        c: where it is measured.
        joints: (x, y, radius) each.
        per: cones a span.

    Returns:
        (rows, columns) float32: signed distance in units of the canvas, negative within.
    """
    line = np.asarray(joints, np.float64)
    q = np.vstack([2 * line[0] - line[1], line, 2 * line[-1] - line[-2]])
    u = np.linspace(0.0, 1.0, per, endpoint=False)[None, :, None]
    a, b, d, e = (v[:, None, :] for v in (q[:-3], q[1:-2], q[2:-1], q[3:]))
    curve = 0.5 * (2 * b + (d - a) * u + (2 * a - 5 * b + 4 * d - e) * u**2 + (3 * b - a - 3 * d + e) * u**3)
    points = np.vstack([curve.reshape(-1, 3), line[-1]])
    return chain(c, [(float(x), float(y), max(float(r), 1e-4)) for x, y, r in points], 0.0)


def blob(c: Canvas, outline: NDArray[np.float64], reach: float = 0.12) -> Map:
    """A closed outline of points, shape (n, 2), filled. Beyond `reach` from its edge the distance stays there.

    Args:
        c: where it is measured.
        outline: (n, 2) points in order, closed.
        reach: distance from its edge up to which it is measured.

    Returns:
        (rows, columns) float32: signed distance in units of the canvas, negative within.
    """
    points = _spaced(np.asarray(outline, np.float64), 1.2 * c.step)
    rows, columns = c.x.shape
    square = np.full((rows, columns), reach * reach, np.float32)
    x0, y0 = c.left, c.top
    sx = (c.right - c.left) / columns
    ends = np.roll(points, -1, axis=0)
    for (ax, ay), (bx, by) in zip(points, ends, strict=True):
        i0 = max(0, int((min(ax, bx) - reach - x0) / sx))
        i1 = min(columns, int((max(ax, bx) + reach - x0) / sx) + 2)
        j0 = max(0, int((y0 - max(ay, by) - reach) / c.step))
        j1 = min(rows, int((y0 - min(ay, by) + reach) / c.step) + 2)
        if i0 >= i1 or j0 >= j1:
            continue
        px = c.x[j0, i0:i1][None, :] - np.float32(ax)
        py = c.y[j0:j1, i0][:, None] - np.float32(ay)
        dx, dy = np.float32(bx - ax), np.float32(by - ay)
        along = np.clip((px * dx + py * dy) / (dx * dx + dy * dy + np.float32(1e-12)), 0.0, 1.0)
        near = (px - along * dx) ** 2 + (py - along * dy) ** 2
        part = square[j0:j1, i0:i1]
        np.minimum(part, near, out=part)
    return np.asarray(np.where(_winding(c, points, ends), -np.sqrt(square), np.sqrt(square)), np.float32)


def _spaced(points: NDArray[np.float64], least: float) -> NDArray[np.float64]:
    """The outline without points that lie closer than `least` along it: detail no pixel would show."""
    lengths = np.hypot(*np.diff(points, axis=0, append=points[:1]).T)
    along = np.concatenate([[0.0], np.cumsum(lengths)[:-1]])
    keep = np.diff(np.floor(along / least), prepend=-1.0) > 0
    return points[keep] if np.count_nonzero(keep) >= 3 else points


def _winding(c: Canvas, points: NDArray[np.float64], ends: NDArray[np.float64]) -> NDArray[np.bool_]:
    """True inside: crossings are marked where the outline passes a row, then summed from the left."""
    rows, columns = c.x.shape
    sx = (c.right - c.left) / columns
    marks = np.zeros((rows, columns + 1), np.int32)
    ys = c.y[:, 0].astype(np.float64)
    for (ax, ay), (bx, by) in zip(points, ends, strict=True):
        if ay == by:
            continue
        low, high = min(ay, by), max(ay, by)
        hit = np.flatnonzero((ys >= low) & (ys < high))
        if hit.size:
            x = ax + (ys[hit] - ay) / (by - ay) * (bx - ax)
            column = np.clip(np.ceil((x - c.left) / sx - 0.5), 0, columns).astype(np.int64)
            np.add.at(marks, (hit, column), 1 if by > ay else -1)
    return np.asarray(np.cumsum(marks[:, :-1], axis=1) != 0)


def melt(a: Map, b: Map, soft: float) -> Map:
    """Both, flowing into each other over `soft` units (0: a plain union).

    Args:
        a: one field.
        b: the other.
        soft: over how much they flow together, in units of the canvas; 0 a plain union.

    Returns:
        (rows, columns) float32: signed distance in units of the canvas, negative within.
    """
    if soft <= 0.0:
        return np.minimum(a, b)
    h = np.maximum(soft - np.abs(a - b), 0.0) / soft
    return np.asarray(np.minimum(a, b) - h * h * (soft * 0.25), np.float32)


def join(*maps: Map, soft: float = 0.01) -> Map:
    """All of several fields, melted together one after another by `melt`.

    Args:
        maps: one or more signed distances, (rows, columns), negative within.
        soft: over how much they flow together, in units of the canvas: .005 a seam, .05 one soft body.

    Returns:
        Signed distance, (rows, columns).
    """
    d = maps[0]
    for other in maps[1:]:
        d = melt(d, other, soft)
    return d


def cut(a: Map, b: Map) -> Map:
    """What of one field is not within another.

    Args:
        a: signed distance, (rows, columns), negative within.
        b: what is taken away from it.

    Returns:
        Signed distance, (rows, columns); near the cut a lower bound of it.
    """
    return np.maximum(a, -b)


def both(a: Map, b: Map) -> Map:
    """Where two fields overlap.

    Args:
        a: signed distance, (rows, columns), negative within.
        b: the other.

    Returns:
        Signed distance, (rows, columns); near the corners a lower bound of it.
    """
    return np.maximum(a, b)


def shell(a: Map, half: float) -> Map:
    """The outline of a field as a line.

    Args:
        a: signed distance, (rows, columns).
        half: half of the line's width, in units of the canvas: .003 a thread, .03 a frame.

    Returns:
        Signed distance to the line, (rows, columns), negative within it.
    """
    return np.asarray(np.abs(a) - half, np.float32)
