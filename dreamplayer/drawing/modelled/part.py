"""Parts of a modelled body: elliptic rings, cones and ellipsoids that melt into each other, as a distance field.

Model space: x to the model's left, y up, z the way it faces, metres, the ground at y = 0.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import ArrayLike, NDArray

Vec = NDArray[np.float64]
"""A point or direction (3,), or a rotation (3, 3) whose columns are the axes."""
Array = NDArray[np.float32]
Fold = Callable[[Array, Array], Array]
"""Metres by which a surface is displaced, from (share of the length 0..1, angle round it)."""
Hem = Callable[[Array], Array]
"""Share of its length, 0..1, at which the first loft ends, from the angle round it."""
Bump = Callable[[Array, Array, Array], Array]
"""Metres of fine relief that only tilts normals, from (points (3, n), share of the length, angle round it)."""
Paint = Callable[[Array, Array, Array, Array], Array]
"""Albedo (n, 3), from (albedo before, points (3, n), share of the length, angle round it)."""

_TABLE_ROWS = 48
"""Rows of the table of rings for each stretch of a loft."""
_DEEPEST_FOLD = 0.05
"""Metres by which folds may leave the rings."""
_EPS, _HALF = np.float32(1e-5), np.float32(0.5)


def vec(*values: float) -> Vec:
    """A point or direction.

    Args:
        values: coordinates, metres for a point; three in space.

    Returns:
        (n,) floats.
    """
    return np.array(values, float)


def unit(v: ArrayLike) -> Vec:
    """A direction of length 1.

    Args:
        v: (3,), any length above 0.

    Returns:
        (3,), of the same direction.
    """
    a = np.asarray(v, float)
    return np.asarray(a / (np.linalg.norm(a) + 1e-9))


def rotation(axis: ArrayLike, angle: float) -> Vec:
    """Rotation by an angle about an axis (Rodrigues), (3, 3).

    Args:
        axis: direction.
        angle: radians, counter-clockwise seen from the tip of the axis.
    """
    x, y, z = unit(axis)
    cos, sin = np.cos(angle), np.sin(angle)
    cross = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
    return np.asarray(np.eye(3) + sin * cross + (1 - cos) * cross @ cross)


Radius = float | tuple[float, float]
"""Of a ring: round, or (along the given x axis, across it)."""


def _pair(r: Radius) -> tuple[float, float]:
    return (r, r) if isinstance(r, int | float) else r


@dataclass(frozen=True, eq=False)
class _Cone:
    a: Vec
    b: Vec
    ra: tuple[float, float]
    rb: tuple[float, float]
    x: Vec
    flat: float
    """0 rounds both ends; else both ends are flat."""


@dataclass(frozen=True, eq=False)
class _Loft:
    centres: Vec
    radii: Vec
    x: Vec
    flat_start: bool
    flat_end: bool


@dataclass(frozen=True, eq=False)
class _Ellipsoid:
    centre: Vec
    axes: Vec
    """Rows are the axes."""
    radii: Vec


@dataclass(eq=False)
class Part:
    """One material: shapes that melt into each other. Built up by its methods, each gives the part itself."""

    albedo: ArrayLike
    """Linear light, (3,)."""
    blend: float = 0.015
    """Metres over which its shapes melt into each other."""
    fold: Fold | None = None
    """Displaces the first loft."""
    bump: Bump | None = None
    paint: Paint | None = None
    glow: float = 0.0
    """0..1, its inner light."""
    hem: Hem | None = None
    """Where the first loft ends, unevenly, as cloth does."""
    shade: float = 0.0
    """Darkening of the valleys of the relief: share of the albedo a metre of depth."""
    fuzz: float = 0.0
    """Metres over which the outline dissolves in single hairs: .008 wool, .014 hair."""
    cones: list[_Cone] = field(default_factory=list)
    lofts: list[_Loft] = field(default_factory=list)
    ellipsoids: list[_Ellipsoid] = field(default_factory=list)
    cuts: list[tuple[Vec, Vec]] = field(default_factory=list)

    def cone(
        self, a: ArrayLike, b: ArrayLike, ra: Radius, rb: Radius, x: ArrayLike = (1, 0, 0), *, flat: bool = False
    ) -> Part:
        """Add a cone with elliptic ends.

        Args:
            a: one end.
            b: the other.
            ra: radius there.
            rb: radius at the other end.
            x: direction of the first radius.
            flat: ends flat instead of round.
        """
        row = _Cone(np.asarray(a, float), np.asarray(b, float), _pair(ra), _pair(rb), np.asarray(x, float), float(flat))
        self.cones.append(row)
        return self

    def loft(
        self,
        points: Sequence[ArrayLike],
        radii: Sequence[Radius],
        x: ArrayLike = (1, 0, 0),
        *,
        flat_start: bool = False,
        flat_end: bool = False,
    ) -> Part:
        """Add a smooth tube of elliptic rings (Catmull-Rom through centres and radii); three rings or more.

        Args:
            points: centres of the rings.
            radii: their radii.
            x: direction of the first radius.
            flat_start: cut flat at the first ring, otherwise round.
            flat_end: cut flat at the last ring.
        """
        rings = np.array([_pair(r) for r in radii], float)
        self.lofts.append(_Loft(np.asarray(points, float), rings, np.asarray(x, float), flat_start, flat_end))
        return self

    def ellipsoid(self, centre: ArrayLike, radii: ArrayLike, axes: ArrayLike | None = None) -> Part:
        """Add an ellipsoid.

        Args:
            centre: its middle.
            radii: (3,) metres along its axes.
            axes: (3, 3), rows are the axes; those of the model if None.
        """
        frame = np.eye(3) if axes is None else np.asarray(axes, float)
        self.ellipsoids.append(_Ellipsoid(np.asarray(centre, float), frame, np.asarray(radii, float)))
        return self

    def ball(self, centre: ArrayLike, r: float) -> Part:
        """Add a ball.

        Args:
            centre: (3,) metres.
            r: radius, metres.

        Returns:
            The part itself, for chaining.
        """
        return self.ellipsoid(centre, (r, r, r))

    def cut(self, point: ArrayLike, normal: ArrayLike) -> Part:
        """Take away what lies beyond a plane, on the side its normal points to.

        Args:
            point: (3,) metres, on the plane.
            normal: (3,) direction, any length above 0.

        Returns:
            The part itself, for chaining.
        """
        self.cuts.append((np.asarray(point, float), unit(normal)))
        return self

    def melt(self, other: Part) -> Part:
        """Take over another part's shapes, so that no seam is seen between them.

        Args:
            other: part in the same axes.

        Returns:
            The part itself, for chaining.
        """
        self.cones += other.cones
        self.lofts += other.lofts
        self.ellipsoids += other.ellipsoids
        return self

    def seen(self, turn: Vec) -> Turned:
        """The part in eye space.

        Args:
            turn: rotation (3, 3) from model to eye space.
        """
        return _turn(self, turn)


def placed(parts: Sequence[Part], by: ArrayLike = (0.0, 0.0, 0.0), yaw: float = 0.0) -> list[Part]:
    """The parts turned about the vertical and moved.

    Args:
        parts: what is moved; not changed.
        by: metres.
        yaw: radians about the vertical.
    """
    r, off = rotation((0, 1, 0), yaw), np.asarray(by, float)
    back, off32 = r.T.astype(np.float32), off.astype(np.float32)[:, None]

    def local(p: Array) -> Array:
        return np.asarray(back @ (p - off32), np.float32)

    def bumped(f: Bump) -> Bump:
        return lambda p, t, angle: f(local(p), t, angle)

    def painted(f: Paint) -> Paint:
        return lambda base, p, t, angle: f(base, local(p), t, angle)

    out = []
    for part in parts:
        new = Part(part.albedo, part.blend, part.fold, glow=part.glow)
        new.hem, new.shade, new.fuzz = part.hem, part.shade, part.fuzz
        new.bump = bumped(part.bump) if part.bump else None
        new.paint = painted(part.paint) if part.paint else None
        new.lofts = [_Loft(q.centres @ r.T + off, q.radii, r @ q.x, q.flat_start, q.flat_end) for q in part.lofts]
        new.cones = [_Cone(r @ q.a + off, r @ q.b + off, q.ra, q.rb, r @ q.x, q.flat) for q in part.cones]
        new.ellipsoids = [_Ellipsoid(r @ q.centre + off, q.axes @ r.T, q.radii) for q in part.ellipsoids]
        new.cuts = [(r @ point + off, r @ normal) for point, normal in part.cuts]
        out.append(new)
    return out


def _smooth_min(one: Array, other: Array, k: np.float32) -> Array:
    """Polynomial smooth minimum (Quilez 2008): the two melt over `k`."""
    share = np.clip(0.5 + 0.5 * (other - one) / k, 0, 1)
    return np.asarray(other + (one - other) * share - k * share * (1 - share), np.float32)


def _ellipse_distance(u: Array, w: Array, v: Array, a: Array, b: Array, c: Array) -> Array:
    """Distance to an ellipsoid, first order: u, w, v are already divided by the radii a, b, c (Quilez 2008)."""
    k0 = np.sqrt(u * u + w * w + v * v) + _EPS
    k1 = np.sqrt((u / a) ** 2 + (w / b) ** 2 + (v / c) ** 2) + _EPS
    return np.asarray(k0 * (k0 - 1) / k1, np.float32)


@dataclass(frozen=True, eq=False)
class _Shapes:
    """The shapes of a part in eye space, as arrays."""

    frames: Array
    """(cones, 3, 3): rows are the axes of each, the last along it."""
    offsets: Array
    """(cones, 3): the first end of each in its own axes."""
    lengths: Array
    radii_a: Array
    """(cones, 2)."""
    radii_b: Array
    flat: NDArray[np.bool_]
    lofts: tuple[_TurnedLoft, ...]
    ellipsoids: tuple[tuple[Array, Array, Array], ...]
    """Axes, centre in these axes, radii."""
    low: Array
    """(shapes, 3), lower corner of each: cones, then lofts, then ellipsoids."""
    high: Array
    first: bool
    """Whether the first loft of the part, which is folded and hemmed, is the first of these."""


_TurnedLoft = tuple[_Loft, Array, Array, Array, Array, Array, Array]
"""A loft, the starts, directions and lengths of its stretches, its rings, their axes and how far apart they are."""


def _turned_cones(part: Part, turn: Vec) -> tuple[list[Vec], list[Vec], list[float], list[Vec], list[Vec]]:
    frames, offsets, lengths, low, high = [], [], [], [], []
    for q in part.cones:
        a, b, x = turn @ q.a, turn @ q.b, turn @ q.x
        axis = b - a
        length = float(np.linalg.norm(axis)) + 1e-6
        axis = axis / length
        x = x - axis * (x @ axis)
        if np.linalg.norm(x) < 0.05:
            x = np.cross(axis, (0.3, 0.2, 1.0))
        x = unit(x)
        frames.append(np.stack([x, np.cross(x, axis), axis]))
        offsets.append(frames[-1] @ a)
        lengths.append(length)
        low.append(np.minimum(a - max(q.ra), b - max(q.rb)))
        high.append(np.maximum(a + max(q.ra), b + max(q.rb)))
    return frames, offsets, lengths, low, high


def _turned_loft(q: _Loft, turn: Vec) -> tuple[_TurnedLoft, Vec, Vec]:
    """A loft in eye space as a table of rings, and its bounds."""
    centres, x = q.centres @ turn.T, turn @ q.x
    stretches = len(centres) - 1
    axis = np.diff(centres, axis=0)
    length = np.linalg.norm(axis, axis=1) + 1e-6
    axis = axis / length[:, None]
    at = np.linspace(0, stretches, stretches * _TABLE_ROWS + 1)
    i = np.minimum(at.astype(int), stretches - 1)
    f = (at - i)[:, None]
    full = np.concatenate([centres, q.radii], 1)
    ends = np.concatenate([2 * full[:1] - full[1:2], full, 2 * full[-1:] - full[-2:-1]])
    p0, p1, p2, p3 = ends[i], ends[i + 1], ends[i + 2], ends[i + 3]
    quadratic, cubic = 2 * p0 - 5 * p1 + 4 * p2 - p3, 3 * p1 - p0 - 3 * p2 + p3
    rings = 0.5 * (2 * p1 + (p2 - p0) * f + quadratic * f**2 + cubic * f**3)
    rings[:, 3:] = np.maximum(rings[:, 3:], 0.004)
    tangent = np.gradient(rings[:, :3], axis=0)
    tangent /= np.linalg.norm(tangent, axis=1, keepdims=True) + 1e-9
    xs = x[None] - tangent * (tangent @ x)[:, None]
    xs /= np.linalg.norm(xs, axis=1, keepdims=True) + 1e-9
    axes = np.concatenate([xs, np.cross(xs, tangent), tangent], 1)
    low = (rings[:, :3] - rings[:, 3:].max(1, keepdims=True)).min(0)
    high = (rings[:, :3] + rings[:, 3:].max(1, keepdims=True)).max(0)
    f32 = np.float32
    lengths = length.astype(f32)[:, None]
    apart = np.linalg.norm(np.diff(rings[:, :3], axis=0), axis=1) + 1e-5
    table = rings.astype(f32).T.copy(), axes.astype(f32).T.copy(), apart.astype(f32)
    return (q, centres[:-1].astype(f32), axis.astype(f32), lengths, *table), low, high


def _turn(part: Part, turn: Vec) -> Turned:
    f32 = np.float32
    frames, offsets, lengths, low, high = _turned_cones(part, turn)
    lofts = []
    for q in part.lofts:
        loft, below, above = _turned_loft(q, turn)
        lofts.append(loft)
        low.append(below)
        high.append(above)
    ellipsoids = []
    for e in part.ellipsoids:
        centre, axes = turn @ e.centre, e.axes @ turn.T
        ellipsoids.append((axes.astype(f32), (axes @ centre).astype(f32)[:, None], e.radii.astype(f32)[:, None]))
        reach = np.sqrt(((axes * e.radii[:, None]) ** 2).sum(0))
        low.append(centre - reach)
        high.append(centre + reach)
    shapes = _Shapes(
        np.asarray(frames, f32).reshape(-1, 3, 3), np.asarray(offsets, f32).reshape(-1, 3), np.asarray(lengths, f32),
        np.asarray([q.ra for q in part.cones], f32).reshape(-1, 2),
        np.asarray([q.rb for q in part.cones], f32).reshape(-1, 2),
        np.asarray([q.flat > 0 for q in part.cones], bool), tuple(lofts), tuple(ellipsoids), np.asarray(low, f32),
        np.asarray(high, f32), bool(part.lofts),
    )  # fmt: skip
    planes = tuple(((turn @ normal).astype(f32), f32((turn @ normal) @ (turn @ point))) for point, normal in part.cuts)
    pad = part.blend * 0.5 + (_DEEPEST_FOLD if part.fold else 0.004) + part.fuzz
    return Turned(part, shapes, planes, np.min(low, 0) - pad, np.max(high, 0) + pad)


class Turned:
    """A part in eye space (x right, y up, z towards the eye): its distance field and its bounds."""

    def __init__(
        self, part: Part, shapes: _Shapes, planes: tuple[tuple[Array, np.float32], ...], low: Vec, high: Vec
    ) -> None:
        self.part = part
        self.low = low
        """Lower corner of its bounds, (3,)."""
        self.high = high
        """Upper corner of its bounds, (3,)."""
        self._shapes, self._planes = shapes, planes
        self._count = len(shapes.frames)

    def _cone_distances(self, p: Array) -> tuple[Array, Array, Array, Array]:
        """Of each cone: distance, share of its length, and where across it, each (cones, points)."""
        s = self._shapes
        q = s.frames @ p - s.offsets[:, :, None]
        u, w, v = q[:, 0], q[:, 1], q[:, 2]
        lengths, flat = s.lengths[:, None], s.flat[:, None]
        along = np.clip(v / lengths, 0, 1)
        r = s.radii_a[:, :, None] + (s.radii_b - s.radii_a)[:, :, None] * along[:, None]
        a, b = r[:, 0], r[:, 1]
        beyond = v - along * lengths
        over = np.where(flat, np.abs(beyond), np.float32(-1))
        ua, wb = u / a, w / b
        cap = np.minimum(a, b)
        d = _ellipse_distance(ua, wb, np.where(flat, 0, beyond) / cap, a, b, cap)
        if flat.any():
            d = np.maximum(d, over - np.float32(0.004))
        return d, along, ua, wb

    def _loft_distance(self, p: Array, row: _TurnedLoft) -> tuple[Array, Array, Array, Array, Array]:
        """Distance, how far beyond a flat end (-1 elsewhere), share of the length, and where across it."""
        loft, start, axis, length, rings, frames, apart = row
        v = axis @ p - (axis * start).sum(1, keepdims=True)
        h = np.clip(v, 0, length)
        far = (start * start).sum(1, keepdims=True) - 2 * (start @ p) + h * (h - 2 * v)
        nearest = far.argmin(0)[None]
        i = nearest[0]
        t = (i + np.take_along_axis(h, nearest, 0)[0] / length[i, 0]) * np.float32(_TABLE_ROWS)
        j = np.minimum(t.astype(np.int32), rings.shape[1] - 2)
        # A few steps along the spline: the nearest point of the chords is not that of the curve, and a jump from one
        # chord to the next would be seen as a crease. Half steps, because outside a bend whole ones overshoot.
        middles, tangents = rings[:3], frames[6:]
        for _ in range(3):
            ring = middles[:, j] + (middles[:, j + 1] - middles[:, j]) * (t - j)
            step = (tangents[:, j] * (p - ring)).sum(0)
            t = np.clip(t + np.clip(_HALF * step / apart[j], -16, 16), 0, np.float32(rings.shape[1] - 1))
            j = np.minimum(t.astype(np.int32), rings.shape[1] - 2)
        ring = rings[:, j] + (rings[:, j + 1] - rings[:, j]) * (t - j)
        frame = frames[:, j]
        q = p - ring[:3]
        u, w, beyond = (frame[:3] * q).sum(0), (frame[3:6] * q).sum(0), (frame[6:] * q).sum(0)
        a, b = ring[3], ring[4]
        last = np.float32(rings.shape[1] - 1)
        end = np.zeros(len(t), bool)
        if loft.flat_end:
            end |= t >= last - 1e-3
        if loft.flat_start:
            end |= t <= 1e-3
        over = np.where(end, np.abs(beyond) - np.float32(0.003), np.float32(-1))
        # Between its ends only the ellipse counts; what is left along the axis is error of the search.
        tip = (t >= last - 1e-3) | (t <= 1e-3)
        beyond = np.where(end | ~tip, 0, beyond)
        ua, wb, cap = u / a, w / b, np.minimum(a, b)
        return _ellipse_distance(ua, wb, beyond / cap, a, b, cap), over, t / last, ua, wb

    def within(self, low: Sequence[float], high: Sequence[float]) -> Turned | None:
        """Only what reaches into a rectangle of the picture; None where nothing does.

        There it has the same surface as the whole. Points outside the rectangle must not be asked for.

        Args:
            low: left and bottom, metres.
            high: right and top.
        """
        s = self._shapes
        pad = np.float32(self.part.blend + (_DEEPEST_FOLD if self.part.fold else 0.004) + self.part.fuzz)
        reaches = (s.low[:, 0] < high[0] + pad) & (s.high[:, 0] > low[0] - pad)
        reaches &= (s.low[:, 1] < high[1] + pad) & (s.high[:, 1] > low[1] - pad)
        if not reaches.any():
            return None
        end = self._count + len(s.lofts)
        cones, lofts, ellipsoids = reaches[: self._count], reaches[self._count : end], reaches[end:]
        some = _Shapes(
            s.frames[cones], s.offsets[cones], s.lengths[cones], s.radii_a[cones], s.radii_b[cones], s.flat[cones],
            tuple(row for row, keep in zip(s.lofts, lofts, strict=True) if keep),
            tuple(row for row, keep in zip(s.ellipsoids, ellipsoids, strict=True) if keep),
            s.low[reaches], s.high[reaches], s.first and bool(lofts[:1].any()),
        )  # fmt: skip
        return Turned(self.part, some, self._planes, self.low, self.high)

    def local(self, p: Array) -> tuple[Array, Array]:
        """Of points (3, n): share along the first loft (else the nearest cone) 0..1, and angle round it.

        The angle is 0 at the model's left and pi/2 in front.

        Args:
            p: (3, n) metres.

        Returns:
            Share along and angle in radians, (n,) each.
        """
        if self._shapes.lofts:
            _, _, t, ua, wb = self._loft_distance(p, self._shapes.lofts[0])
            return t, np.arctan2(-wb, ua)
        if not self._count:
            zero = np.zeros(p.shape[1], np.float32)
            return zero, zero
        d, along, ua, wb = self._cone_distances(p)
        i = d.argmin(0)[None]
        t = (i[0] + np.take_along_axis(along, i, 0)[0]) / np.float32(self._count)
        return t, np.arctan2(-np.take_along_axis(wb, i, 0)[0], np.take_along_axis(ua, i, 0)[0])

    def distance(self, p: Array) -> Array:
        """Metres to its surface, negative inside; about right near it. `p` is (3, n).

        Args:
            p: (3, n) metres.

        Returns:
            (n,) metres.
        """
        found: list[Array] = []
        for k, row in enumerate(self._shapes.lofts):
            d, over, t, ua, wb = self._loft_distance(p, row)
            if self._shapes.first and k == 0:
                angle = np.arctan2(-wb, ua)
                if self.part.fold:
                    # Folds make the field steeper: it is slowed down so that rays do not overshoot.
                    d = (d - self.part.fold(t, angle)) * np.float32(0.85)
                if self.part.hem:
                    over = np.maximum(over, (t - self.part.hem(angle)) * np.float32(row[3].sum()))
            found.append(np.maximum(d, over))
        if self._count:
            found += list(self._cone_distances(p)[0])
        for axes, offset, radii in self._shapes.ellipsoids:
            q = (axes @ p - offset) / radii
            found.append(_ellipse_distance(q[0], q[1], q[2], radii[0], radii[1], radii[2]))
        d = found[0]
        for other in found[1:]:
            d = _smooth_min(d, other, np.float32(self.part.blend))
        for normal, offset_along in self._planes:
            d = np.maximum(d, normal @ p - offset_along)
        return np.asarray(d, np.float32)
