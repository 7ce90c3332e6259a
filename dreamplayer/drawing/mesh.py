"""Solid things in perspective, painted once: flat faces with materials, seen by a small camera, kept as light channels.

The camera looks along z at a thing that stands on y = 0 around the origin; lengths are metres. Faces know how
they are turned, so the stage's lamps relight them like any painted shape.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from dreamplayer.kit.sdf import Canvas, Map, canvas
from dreamplayer.kit.shapes import Painting, blur

Point3 = tuple[float, float, float]
Points = NDArray[np.float64]
Colour = tuple[float, float, float]


@dataclass(frozen=True, eq=False)
class SurfacePoints:
    """Where on a face: metres along its first edge (u), across it (v), from its nearest edge, and in the world."""

    u: Map
    """(n,) metres along its first edge, as all here are (n,) metres."""
    v: Map
    """Across that edge."""
    edge: Map
    """From its nearest edge, 0 on it."""
    x: Map
    y: Map
    z: Map
    """In the world: right, up, away."""


Material = Callable[[SurfacePoints], tuple[Map, Map]]
"""Gives albedo (n, 3) and glow (n,) at n spots."""


@dataclass(frozen=True, eq=False)
class Face:
    """A flat polygon of at least three points, any winding, and what it is made of."""

    points: Points
    """(n, 3) metres."""
    material: Material
    """What it is made of."""
    axis: tuple[float, float] | None = None
    """x and z of a vertical axis it is rounded about (a facet of a tower), or None for flat."""


@dataclass(frozen=True)
class ViewAngle:
    """How the thing is turned and from where it is seen."""

    yaw: float = 0.0
    """Radians by which it is turned about the vertical; 0 is frontal, .6 shows a side as well."""
    eye: float = 1.6
    """Metres above the ground from which it is seen: .5 it towers, 1.6 as one stands, 4 from above."""
    away: float = 12.0
    """Metres to the eye: near it is drawn in steep perspective, 4 times its height away hardly in any."""


def stuff(
    albedo: Colour = (0.30, 0.26, 0.24), edge: float = 0.10, wide: float = 0.02, glow: float = 0.0, foot: float = 0.0
) -> Material:
    """A plain material: its colour, and a thin shine of strength `edge` along its edges, `wide` metres deep.

    `foot` metres above the ground it has left the shade below.

    Args:
        albedo: share of light it gives back, per colour.
        edge: strength of the shine along its edges, 0..1.
        wide: metres that shine is deep.
        glow: light of its own, 0..1.
        foot: metres above the ground at which it has left the shade below; 0 for none.
    """

    def made(s: SurfacePoints) -> tuple[Map, Map]:
        shade = 1.0 if foot <= 0.0 else 0.35 + 0.65 * np.clip(s.y / foot, 0.0, 1.0)
        colour = (
            np.asarray(albedo, np.float32)[None, :] * np.broadcast_to(np.asarray(shade, np.float32), s.u.shape)[:, None]
        )
        shine = glow + edge * np.exp(-s.edge / wide)
        return colour.astype(np.float32), shine.astype(np.float32)

    return made


def polygon(points: Sequence[Point3] | Points, material: Material, axis: tuple[float, float] | None = None) -> Face:
    """One face.

    Args:
        points: corners in order, (n, 3) metres, flat.
        material: what covers it.
        axis: x and z of a vertical axis it is rounded about (a facet of a tower); None for flat.
    """
    return Face(np.asarray(points, np.float64), material, axis)


def box(low: Point3, high: Point3, material: Material, top: Material | None = None) -> list[Face]:
    """A box from its lowest to its highest corner; u runs along the ground, v up.

    Args:
        low: least x, y, z in metres.
        high: greatest x, y, z in metres.
        material: of its sides.
        top: of its lid; the same if None.
    """
    (x0, y0, z0), (x1, y1, z1) = low, high
    side = top or material
    return [
        polygon([(x0, y0, z0), (x1, y0, z0), (x1, y1, z0), (x0, y1, z0)], material),
        polygon([(x0, y0, z1), (x1, y0, z1), (x1, y1, z1), (x0, y1, z1)], material),
        polygon([(x0, y0, z0), (x0, y0, z1), (x0, y1, z1), (x0, y1, z0)], material),
        polygon([(x1, y0, z0), (x1, y0, z1), (x1, y1, z1), (x1, y1, z0)], material),
        polygon([(x0, y1, z0), (x1, y1, z0), (x1, y1, z1), (x0, y1, z1)], side),
        polygon([(x0, y0, z0), (x1, y0, z0), (x1, y0, z1), (x0, y0, z1)], side),
    ]


def extruded(
    profile: Sequence[tuple[float, float]] | Points,
    z0: float,
    z1: float,
    material: Material,
    rim: Material | None = None,
) -> list[Face]:
    """A side view (x, y), given depth from z0 to z1: a car, a stair, a gable. `rim` covers its thickness.

    Args:
        profile: corners (x, y) of its side in order, metres.
        z0: metres, the near side.
        z1: metres, the far side.
        material: of its sides.
        rim: of its thickness; the same if None.
    """
    p = np.asarray(profile, np.float64)
    front = np.column_stack([p, np.full(len(p), z0)])
    back = np.column_stack([p, np.full(len(p), z1)])
    faces = [Face(front, material), Face(back, material)]
    for i in range(len(p)):
        j = (i + 1) % len(p)
        faces.append(Face(np.stack([front[i], front[j], back[j], back[i]]), rim or material))
    return faces


def turned(
    profile: Sequence[tuple[float, float]],
    material: Material,
    axis: tuple[float, float] = (0.0, 0.0),
    facets: int = 28,
    lid: Material | None = None,
) -> list[Face]:
    """A body turned on a lathe: (radius, y) from the bottom up, about a vertical axis at (x, z).

    Args:
        profile: (radius, y) from the bottom up, metres.
        material: of its mantle.
        axis: metres, (x, z) it stands at.
        facets: faces about the axis: 28 look round.
        lid: of its upper end; open if None.
    """
    x, z = axis
    around = np.linspace(0.0, 2 * np.pi, facets + 1)
    faces: list[Face] = []
    for (r0, y0), (r1, y1) in pairwise(profile):
        for a, b in pairwise(around):
            ca, sa, cb, sb = np.cos(a), np.sin(a), np.cos(b), np.sin(b)
            ring = [(x + r0 * ca, y0, z + r0 * sa), (x + r0 * cb, y0, z + r0 * sb)]
            ring += [(x + r1 * cb, y1, z + r1 * sb), (x + r1 * ca, y1, z + r1 * sa)]
            faces.append(polygon(ring, material, axis))
    if lid is not None:
        r, y = profile[-1]
        faces.append(polygon([(x + r * np.cos(a), y, z + r * np.sin(a)) for a in around[:-1]], lid))
    return faces


def rod(a: Point3, b: Point3, radius: float, material: Material, facets: int = 6) -> list[Face]:
    """A round bar between two points.

    Args:
        a: metres, one end.
        b: metres, the other.
        radius: metres.
        material: what covers it.
        facets: faces about its axis.
    """
    p, q = np.asarray(a, np.float64), np.asarray(b, np.float64)
    along = (q - p) / (np.linalg.norm(q - p) + 1e-9)
    side = np.cross(along, (0.0, 0.0, 1.0) if abs(along[2]) < 0.9 else (0.0, 1.0, 0.0))
    side /= np.linalg.norm(side)
    up = np.cross(along, side)
    turns = np.linspace(0, 2 * np.pi, facets + 1)
    ring = [radius * (np.cos(t) * side + np.sin(t) * up) for t in turns]
    return [Face(np.stack([p + m, p + n, q + n, q + m]), material) for m, n in pairwise(ring)]


def moved(faces: Sequence[Face], by: Point3 = (0.0, 0.0, 0.0), yaw: float = 0.0, scale: float = 1.0) -> list[Face]:
    """The same faces, scaled, turned about the vertical, then moved.

    Args:
        faces: what is moved.
        by: metres, added last.
        yaw: radians about the vertical, second.
        scale: multiplies all lengths, first.
    """
    c, s = np.cos(yaw) * scale, np.sin(yaw) * scale

    def place(p: Points) -> Points:
        return np.column_stack(
            [c * p[:, 0] - s * p[:, 2] + by[0], scale * p[:, 1] + by[1], s * p[:, 0] + c * p[:, 2] + by[2]]
        )

    out = []
    for face in faces:
        axis = face.axis
        if axis is not None:
            axis = (c * axis[0] - s * axis[1] + by[0], s * axis[0] + c * axis[1] + by[2])
        out.append(replace(face, points=place(face.points), axis=axis))
    return out


def render(
    box_: tuple[float, float, float, float], faces: Sequence[Face], view: ViewAngle, rows: int = 240
) -> Painting:
    """Paint them in a frame of left, bottom, right, top (metres in the plane z = 0), nearest in front.

    Args:
        box_: left, bottom, right, top in metres in the plane z = 0.
        faces: what is seen.
        view: from where.
        rows: pixels of its height.

    Returns:
        (rows, columns, 8) float32, see `Shape.paint`.
    """
    c = canvas(*box_, rows * 2)
    tall, wide = c.x.shape
    if wide % 2:
        c = _even(c)
        wide -= 1
    near = np.full((tall, wide), np.inf, np.float32)
    out = np.zeros((tall, wide, 8), np.float32)
    cos, sin = np.cos(view.yaw), np.sin(view.yaw)
    for face in faces:
        _lay(c, near, out, face, view, float(cos), float(sin))
    return _finished(c, out)


def _even(c: Canvas) -> Canvas:
    return replace(c, x=c.x[:, :-1], y=c.y[:, :-1])


def _lay(c: Canvas, near: Map, out: Painting, face: Face, view: ViewAngle, cos: float, sin: float) -> None:
    p = face.points
    q = np.column_stack([cos * p[:, 0] - sin * p[:, 2], p[:, 1], sin * p[:, 0] + cos * p[:, 2]])
    depth = np.maximum(view.away + q[:, 2], 0.2)
    flat = np.column_stack([q[:, 0] * view.away / depth, view.eye + (q[:, 1] - view.eye) * view.away / depth])
    tall, wide = near.shape
    sx = (c.right - c.left) / wide
    i0, i1 = max(0, int((flat[:, 0].min() - c.left) / sx) - 1), min(wide, int((flat[:, 0].max() - c.left) / sx) + 2)
    j0, j1 = (
        max(0, int((c.top - flat[:, 1].max()) / c.step) - 1),
        min(tall, int((c.top - flat[:, 1].min()) / c.step) + 2),
    )
    if i0 >= i1 or j0 >= j1:
        return
    normal = np.zeros(3)
    for a, b in zip(q, np.roll(q, -1, 0), strict=True):
        normal += np.cross(a, b)
    length = float(np.linalg.norm(normal))
    if length < 1e-9:
        return
    normal /= length
    px, py = c.x[j0:j1, i0:i1], c.y[j0:j1, i0:i1]
    inside = np.zeros(px.shape, bool)
    for (ax, ay), (bx, by) in zip(flat, np.roll(flat, -1, 0), strict=True):
        if ay != by:
            inside ^= ((ay > py) != (by > py)) & (px < (bx - ax) * (py - ay) / (by - ay) + ax)
    # The sight line through each pixel meets the plane of the face.
    eye = np.array([0.0, view.eye, -view.away])
    dx, dy, dz = px, py - view.eye, view.away
    down = normal[0] * dx + normal[1] * dy + normal[2] * dz
    ok = inside & (np.abs(down) > 1e-6)
    t = np.where(ok, (normal @ (q[0] - eye)) / np.where(ok, down, 1.0), np.inf).astype(np.float32)
    ok &= (t > 0.0) & (t < near[j0:j1, i0:i1])
    if not ok.any():
        return
    tt = t[ok]
    x, y, z = dx[ok] * tt, view.eye + dy[ok] * tt, -view.away + dz * tt
    along = (q[1] - q[0]) / (np.linalg.norm(q[1] - q[0]) + 1e-12)
    across = np.cross(normal, along)
    if across @ (q.mean(0) - q[0]) < 0:
        across = -across
    spot = np.stack([x, y, z], 1) - q[0]
    u, v = spot @ along, spot @ across
    outline = np.stack([(q - q[0]) @ along, (q - q[0]) @ across], 1)
    edge = np.minimum(v, outline[:, 1].max() - v) if face.axis is not None else _nearest_edge(u, v, outline)
    ox, oz = cos * x + sin * z, -sin * x + cos * z
    f = np.float32
    albedo, glow = face.material(
        SurfacePoints(u.astype(f), v.astype(f), edge.astype(f), ox.astype(f), np.asarray(y, f), oz.astype(f))
    )
    toward = normal if normal[2] < 0 else -normal
    nx, ny = np.full(u.shape, toward[0]), np.full(u.shape, toward[1])
    if face.axis is not None:
        ax_, az_ = cos * face.axis[0] - sin * face.axis[1], sin * face.axis[0] + cos * face.axis[1]
        r = np.hypot(x - ax_, z - az_) + 1e-6
        level = np.sqrt(max(0.0, 1.0 - toward[1] ** 2))
        nx = (x - ax_) / r * level
    block = out[j0:j1, i0:i1]
    block[ok, :3] = albedo
    block[ok, 3] = 1.0
    block[ok, 4] = nx
    block[ok, 5] = ny
    block[ok, 7] = glow
    near[j0:j1, i0:i1][ok] = tt


def _nearest_edge(u: Points, v: Points, outline: Points) -> Points:
    """Distance in its plane to the outline of a face."""
    edge = np.full(u.shape, 1e3)
    for (ax, ay), (bx, by) in zip(outline, np.roll(outline, -1, 0), strict=True):
        ex, ey = bx - ax, by - ay
        k = np.clip(((u - ax) * ex + (v - ay) * ey) / (ex * ex + ey * ey + 1e-12), 0.0, 1.0)
        edge = np.minimum(edge, np.hypot(u - ax - k * ex, v - ay - k * ey))
    return edge


def _finished(c: Canvas, image: Painting) -> Painting:
    """Half the size, smooth edges, depth inside the silhouette, and a little of the glow around what glows."""
    premultiplied = image.copy()
    premultiplied[..., :3] *= image[..., 3:4]
    tall, wide = image.shape[:2]
    small = premultiplied.reshape(tall // 2, 2, wide // 2, 2, 8).mean((1, 3))
    alpha = small[..., 3]
    bled = blur(small[..., :4], 2.0)
    colour = np.where(
        alpha[..., None] > 0.02,
        small[..., :3] / np.maximum(alpha[..., None], 0.02),
        bled[..., :3] / np.maximum(bled[..., 3:4], 1e-3),
    )
    out = np.empty_like(small)
    out[..., :3] = np.clip(colour, 0.0, 1.0)
    out[..., 3] = alpha
    full = np.maximum(alpha, 1e-3)
    out[..., 4], out[..., 5] = np.clip(small[..., 4] / full, -1, 1), np.clip(small[..., 5] / full, -1, 1)
    reach = 5.0
    soft = blur(alpha, reach)
    out[..., 6] = np.clip((soft - 0.5) * 2.0, 0.0, 1.0) * reach * 2.6 / (tall / 2) * np.clip(alpha, 0, 1)
    glow = small[..., 7]
    strong = np.clip(glow - 0.25, 0.0, 1.0)
    out[..., 7] = np.clip(glow + _fade(c, 0.30 * blur(strong, 3.0) + 0.22 * blur(strong, 11.0)), 0.0, 1.0)
    return np.asarray(out, np.float32)


def _fade(c: Canvas, light: Map) -> Map:
    """Nothing at the border of the frame, so that a halo is never cut."""
    rows, columns = light.shape
    i = np.minimum(np.arange(columns), np.arange(columns)[::-1])[None, :]
    j = np.minimum(np.arange(rows), np.arange(rows)[::-1])[:, None]
    return np.asarray(light * np.clip(np.minimum(i, j) / (0.05 * rows), 0.0, 1.0), np.float32)
