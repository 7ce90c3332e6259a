"""Solids by their shape: boxes, rooms, panels, lathes, rods and tubes, balls, terrain, cards.

All take metres of the place and give a `Solid` of few triangles with local coordinates for its material.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import ArrayLike

from dreamplayer.drawing.solids.solid import Array, Cut, F, Mask, Material, Solid
from dreamplayer.model.stage import Vec3


def _solid(
    vertices: ArrayLike,
    normals: ArrayLike,
    local: ArrayLike,
    triangles: ArrayLike,
    material: Material,
    casts: bool,
    cut: Cut | None = None,
) -> Solid:
    return Solid(
        np.ascontiguousarray(vertices, F),
        np.ascontiguousarray(normals, F),
        np.ascontiguousarray(local, F),
        np.ascontiguousarray(triangles, np.int32),
        material,
        casts,
        cut,
    )


def joined(solids: Sequence[Solid]) -> Solid:
    """Many solids of one material as one: quicker to cast, and one call of the material.

    Args:
        solids: at least one; material, cut and shadow are those of the first.
    """
    starts = np.cumsum([0, *(len(s.vertices) for s in solids[:-1])])
    first = solids[0]
    return Solid(
        np.concatenate([s.vertices for s in solids]),
        np.concatenate([s.normals for s in solids]),
        np.concatenate([s.local for s in solids]),
        np.concatenate([s.triangles + np.int32(k) for s, k in zip(solids, starts, strict=True)]),
        first.material,
        first.casts,
        first.cut,
    )


def turned(solid: Solid, yaw: float, about: Vec3 = (0.0, 0.0, 0.0)) -> Solid:
    """A solid rotated about a vertical axis.

    Args:
        solid: in its own position.
        yaw: radians, from +z towards +x.
        about: a point of the axis.
    """
    c, s = F(math.cos(yaw)), F(math.sin(yaw))
    spin = np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]], F)
    middle = np.asarray(about, F)
    return solid.replace(vertices=(solid.vertices - middle) @ spin.T + middle, normals=solid.normals @ spin.T)


def moved(solid: Solid, by: Vec3, scale: float = 1.0) -> Solid:
    """A solid scaled about the origin, then moved; its local coordinates stay.

    Args:
        solid: in its own position.
        by: metres.
        scale: factor of its size.
    """
    return solid.replace(vertices=solid.vertices * F(scale) + np.asarray(by, F))


_CUBE = np.array([[0, 0, 0], [1, 0, 0], [0, 1, 0], [1, 1, 0], [0, 0, 1], [1, 0, 1], [0, 1, 1], [1, 1, 1]], F)
_FACES = ((0, 2, 4, 6), (1, 3, 5, 7), (0, 1, 4, 5), (2, 3, 6, 7), (0, 1, 2, 3), (4, 5, 6, 7))
_OUT = np.array([[-1, 0, 0], [1, 0, 0], [0, -1, 0], [0, 1, 0], [0, 0, -1], [0, 0, 1]], F)


def box(
    material: Material,
    low: Vec3,
    high: Vec3,
    *,
    yaw: float = 0.0,
    casts: bool = True,
    faces: str = "xXyYzZ",
    cut: Cut | None = None,
) -> Solid:
    """A box.

    Args:
        material: its material; local coordinates are metres from the low corner.
        low: corner of the least coordinates.
        high: opposite corner.
        yaw: radians it is turned about its own middle.
        casts: throws shadows.
        faces: which are there: x left, X right, y bottom, Y top, z front, Z back.
        cut: which points exist.
    """
    span = np.asarray(high, F) - np.asarray(low, F)
    vertices: list[Array] = []
    normals: list[Array] = []
    triangles: list[tuple[int, int, int]] = []
    for k, (name, corners) in enumerate(zip("xXyYzZ", _FACES, strict=True)):
        if name in faces:
            start = 4 * len(vertices)
            vertices.append(_CUBE[list(corners)] * span)
            normals.append(np.repeat(_OUT[k][None], 4, 0))
            triangles += [(start, start + 1, start + 2), (start + 1, start + 3, start + 2)]
    local = np.concatenate(vertices)
    made = _solid(local + np.asarray(low, F), np.concatenate(normals), local, triangles, material, casts, cut)
    middle = (np.asarray(low, F) + np.asarray(high, F)) / 2
    return turned(made, yaw, (float(middle[0]), 0.0, float(middle[2]))) if yaw else made


Opening = tuple[str, float, float, float, float]
"""A hole in the wall of a room: the wall ("x" left, "X" right, "z" front, "Z" back), then from and to along it in x or
z, and from and to in y, in metres of the place."""


def room(
    low: Vec3,
    high: Vec3,
    *,
    floor: Material | None,
    wall: Material,
    ceiling: Material | None = None,
    openings: Sequence[Opening] = (),
) -> tuple[Solid, ...]:
    """The inside of a box: floor, walls with openings, ceiling, which cast shadows (the moon comes by the openings).

    Args:
        low: corner of the least coordinates: the floor lies at its y.
        high: opposite corner.
        floor: material of the floor; None for none. Local coordinates of all are those of the place.
        wall: material of the walls.
        ceiling: material of the ceiling; None for none.
        openings: holes for windows and doors.
    """
    made: list[Solid] = []
    parts: tuple[tuple[str, Material | None], ...] = (
        ("y", floor),
        ("Y", ceiling),
        ("x", wall),
        ("X", wall),
        ("z", wall),
        ("Z", wall),
    )
    for face, material in parts:
        if material is None:
            continue
        holes = [o[1:] for o in openings if o[0] == face]
        side = box(material, low, high, faces=face)
        side = side.replace(local=side.vertices.copy())
        if holes:
            side = side.replace(cut=_without(2 if face in "xX" else 0, holes))
        made.append(side)
    return tuple(made)


def _without(axis: int, holes: Sequence[tuple[float, float, float, float]]) -> Cut:
    def cut(local: Array) -> Mask:
        there = np.ones(len(local), bool)
        for a, b, c, d in holes:
            along, up = local[:, axis], local[:, 1]
            there &= ~((along > a) & (along < b) & (up > c) & (up < d))
        return there

    return cut


def panel(material: Material, origin: Vec3, u: Vec3, v: Vec3, *, cut: Cut | None = None, casts: bool = True) -> Solid:
    """A flat parallelogram.

    Args:
        material: its material; local coordinates are metres along u, metres along v, 0.
        origin: a corner.
        u: edge from it.
        v: the other edge from it.
        cut: which points exist, for outlines and openings.
        casts: throws shadows.
    """
    o, a, b = (np.asarray(k, F) for k in (origin, u, v))
    n = np.cross(a, b)
    n = n / (np.linalg.norm(n) + 1e-9)
    wide, tall = float(np.linalg.norm(a)), float(np.linalg.norm(b))
    local = [(0, 0, 0), (wide, 0, 0), (0, tall, 0), (wide, tall, 0)]
    return _solid([o, o + a, o + b, o + a + b], [n] * 4, local, [(0, 1, 2), (1, 3, 2)], material, casts, cut)


def grid(
    material: Material, points: Array, *, local: Array | None = None, casts: bool = True, cut: Cut | None = None
) -> Solid:
    """A surface through a grid of points, smooth: terrain, draped cloth, a hull.

    Args:
        material: its material.
        points: (rows, columns, 3) metres.
        local: (rows, columns, 3) local coordinates; metres along columns, along rows, 0 unless given.
        casts: throws shadows.
        cut: which points exist.
    """
    rows, columns = points.shape[:2]
    along = np.gradient(points, axis=1) if columns > 1 else np.zeros_like(points)
    across = np.gradient(points, axis=0) if rows > 1 else np.zeros_like(points)
    normals = np.cross(across, along)
    normals = normals / (np.linalg.norm(normals, axis=-1, keepdims=True) + 1e-9)
    if local is None:
        u = np.zeros((rows, columns), F)
        v = np.zeros((rows, columns), F)
        u[:, 1:] = np.cumsum(np.linalg.norm(np.diff(points, axis=1), axis=-1), axis=1)
        v[1:] = np.cumsum(np.linalg.norm(np.diff(points, axis=0), axis=-1), axis=0)
        local = np.stack([u, v, np.zeros_like(u)], -1)
    i = np.arange(rows * columns).reshape(rows, columns)
    a, b, c, d = i[:-1, :-1].ravel(), i[:-1, 1:].ravel(), i[1:, :-1].ravel(), i[1:, 1:].ravel()
    triangles = np.concatenate([np.stack([a, b, c], -1), np.stack([b, d, c], -1)])
    return _solid(points.reshape(-1, 3), normals.reshape(-1, 3), local.reshape(-1, 3), triangles, material, casts, cut)


def terrain(
    material: Material,
    height: Callable[[Array, Array], Array],
    x: tuple[float, float],
    z: tuple[float, float],
    *,
    columns: int = 48,
    rows: int = 64,
    finer: float = 1.6,
    casts: bool = True,
) -> Solid:
    """Ground with hills and hollows; local coordinates are those of the place.

    Args:
        material: its material.
        height: gives y in metres for arrays of x and z.
        x: from and to in metres.
        z: from (nearest) and to in metres; cells are smaller nearby.
        columns: cells across.
        rows: cells in depth.
        finer: 1 for equal cells; 2 makes those nearby much smaller.
        casts: throws shadows.
    """
    xs = np.linspace(x[0], x[1], columns + 1, dtype=F)
    zs = F(z[0]) + F(z[1] - z[0]) * np.linspace(0, 1, rows + 1, dtype=F) ** F(finer)
    gx, gz = np.meshgrid(xs, zs)
    points = np.stack([gx, np.asarray(height(gx, gz), F), gz], -1).astype(F)
    return grid(material, points, local=points, casts=casts)


def lathe(
    material: Material, foot: Vec3, profile: Sequence[tuple[float, float]], *, sides: int = 20, casts: bool = True
) -> Solid:
    """A solid of revolution about a vertical axis: pots, lampshades, columns.

    Args:
        material: its material; local coordinates are angle in radians, height, radius.
        foot: point of the axis that heights are counted from.
        profile: (radius, height) from the bottom up, metres; a point given twice makes a sharp edge.
        sides: of the polygon: 12 for small things, 32 for a tower.
        casts: throws shadows.
    """
    outline = np.asarray(profile, F)
    angle = np.linspace(0.0, 2 * math.pi, sides + 1, dtype=F)
    step = np.diff(outline, axis=0)
    slope = np.stack([step[:, 1], -step[:, 0]], -1)
    slope = slope / (np.linalg.norm(slope, axis=1, keepdims=True) + 1e-9)
    before, after = np.concatenate([slope[:1], slope]), np.concatenate([slope, slope[-1:]])
    lean = before + after
    lean = lean / (np.linalg.norm(lean, axis=1, keepdims=True) + 1e-9)
    r, y = outline[:, 0][:, None], outline[:, 1][:, None]
    c, s = np.cos(angle)[None], np.sin(angle)[None]
    points = np.stack([r * c, y + 0 * c, r * s], -1) + np.asarray(foot, F)
    normals = np.stack([lean[:, :1] * c, lean[:, 1:] + 0 * c, lean[:, :1] * s], -1)
    local = np.stack([angle[None] + 0 * r, y + 0 * c, r + 0 * c], -1)
    made = grid(material, points.astype(F), local=local.astype(F), casts=casts)
    return made.replace(normals=normals.reshape(-1, 3).astype(F))


def tube(
    material: Material, points: ArrayLike, radius: float | ArrayLike, *, sides: int = 8, casts: bool = True
) -> Solid:
    """A round bar along a line of points: ropes, branches, chair legs.

    Args:
        material: its material; local coordinates are metres along, angle in radians, radius.
        points: (n, 3) metres, two or more.
        radius: metres, one or (n,).
        sides: of its cross-section.
        casts: throws shadows.
    """
    line = np.asarray(points, F)
    r = np.broadcast_to(np.asarray(radius, F), (len(line),))
    along = np.gradient(line, axis=0)
    along = along / (np.linalg.norm(along, axis=1, keepdims=True) + 1e-9)
    up = np.where(np.abs(along[:, 1:2]) > 0.9, np.array([[1, 0, 0]], F), np.array([[0, 1, 0]], F))
    # One frame for the whole line, or the bar would twist where it turns steep.
    steady = up[len(up) // 2]
    side = np.cross(along, steady)
    side = side / (np.linalg.norm(side, axis=1, keepdims=True) + 1e-9)
    other = np.cross(side, along)
    angle = np.linspace(0.0, 2 * math.pi, sides + 1, dtype=F)
    round_ = side[:, None] * np.cos(angle)[None, :, None] + other[:, None] * np.sin(angle)[None, :, None]
    length = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))]).astype(F)
    local = np.stack(
        [length[:, None] + 0 * angle[None], angle[None] + 0 * length[:, None], r[:, None] + 0 * angle[None]], -1
    )
    made = grid(material, (line[:, None] + round_ * r[:, None, None]).astype(F), local=local.astype(F), casts=casts)
    return made.replace(normals=round_.reshape(-1, 3).astype(F))


def rod(material: Material, a: Vec3, b: Vec3, radius: float, *, sides: int = 8, casts: bool = True) -> Solid:
    """A straight round bar.

    Args:
        material: as for `tube`.
        a: one end.
        b: the other end.
        radius: metres.
        sides: of its cross-section.
        casts: throws shadows.
    """
    return tube(material, [a, b], radius, sides=sides, casts=casts)


def ball(
    material: Material, middle: Vec3, radius: float | Vec3, *, rings: int = 10, sides: int = 16, casts: bool = True,
    lump: Callable[[Array], Array] | None = None,
) -> Solid:  # fmt: skip
    """An ellipsoid: cushions, stones, crowns of trees.

    Args:
        material: its material; local coordinates are metres from the middle.
        middle: its centre.
        radius: metres, one or by axis.
        rings: from pole to pole.
        sides: around.
        casts: throws shadows.
        lump: factor of the radius from (n, 3) unit directions, to make it uneven.
    """
    up = np.linspace(-math.pi / 2, math.pi / 2, rings + 1, dtype=F)[:, None]
    around = np.linspace(0, 2 * math.pi, sides + 1, dtype=F)[None]
    unit = np.stack([np.cos(up) * np.cos(around), np.sin(up) + 0 * around, np.cos(up) * np.sin(around)], -1).astype(F)
    r = np.broadcast_to(np.asarray(radius, F), (3,))
    factor = (
        np.ones(unit.shape[:2], F) if lump is None else np.asarray(lump(unit.reshape(-1, 3)), F).reshape(unit.shape[:2])
    )
    offset = unit * r * factor[..., None]
    made = grid(material, (offset + np.asarray(middle, F)).astype(F), local=offset.astype(F), casts=casts)
    if lump is None:
        normals = unit / r
        normals = normals / np.linalg.norm(normals, axis=-1, keepdims=True)
        return made.replace(normals=normals.reshape(-1, 3).astype(F))
    return made


def cards(
    material: Material,
    feet: ArrayLike,
    width: ArrayLike,
    height: ArrayLike,
    yaw: ArrayLike,
    *,
    lean: ArrayLike = 0.0,
    cut: Cut | None = None,
    casts: bool = True,
    bend: float = 0.0,
) -> Solid:
    """Many upright quads, one for each foot: leaves, ferns, grass, distant trees, outlines given by `cut`.

    Args:
        material: its material; local coordinates are -.5..+.5 across, 0..1 up, and the number of the card.
        feet: (n, 3) metres.
        width: metres, one or (n,).
        height: metres, one or (n,).
        yaw: radians, one or (n,): 0 faces -z.
        lean: radians they lean back, one or (n,).
        cut: which points exist, from those local coordinates.
        casts: throws shadows.
        bend: 0 flat .. 1 normals as of a cylinder, for a softer light.
    """
    foot = np.asarray(feet, F)
    n = len(foot)
    w, h, a, l = (np.broadcast_to(np.asarray(k, F), (n,)) for k in (width, height, yaw, lean))
    side = np.stack([np.cos(a), 0 * a, -np.sin(a)], -1)
    back = np.stack([np.sin(a), 0 * a, np.cos(a)], -1)
    up = np.cos(l)[:, None] * np.array([0, 1, 0], F) + np.sin(l)[:, None] * back
    normal = np.sin(l)[:, None] * np.array([0, 1, 0], F) - np.cos(l)[:, None] * back
    corners = [(-0.5, 0.0), (0.5, 0.0), (-0.5, 1.0), (0.5, 1.0)]
    vertices = np.stack([foot + side * (w * x)[:, None] + up * (h * y)[:, None] for x, y in corners], 1)
    normals = np.stack([normal + side * F(2 * x * bend) for x, _ in corners], 1)
    normals = normals / np.linalg.norm(normals, axis=-1, keepdims=True)
    number = np.arange(n, dtype=F)
    local = np.stack([np.stack([0 * number + x, 0 * number + y, number], -1) for x, y in corners], 1)
    base = 4 * np.arange(n)[:, None]
    triangles = np.concatenate([base + np.array([0, 1, 2]), base + np.array([1, 3, 2])])
    return _solid(
        vertices.reshape(-1, 3), normals.reshape(-1, 3), local.reshape(-1, 3), triangles, material, casts, cut
    )


def slivers(
    material: Material,
    roots: ArrayLike,
    middles: ArrayLike,
    tips: ArrayLike,
    width: ArrayLike,
    *,
    normals: ArrayLike,
    casts: bool = False,
) -> Solid:
    """Many thin pointed strips, bent once: blades of grass, twigs, needles. Two triangles each.

    Args:
        material: its material; local coordinates are -.5..+.5 across, 0 root .. 1 tip, and the number of the strip.
        roots: (n, 3) metres.
        middles: (n, 3) metres, where a strip is widest.
        tips: (n, 3) metres.
        width: metres there, one or (n,).
        normals: (n, 3) that light them; strips this thin show no side of their own.
        casts: throws shadows.
    """
    a, b, c = (np.asarray(k, F) for k in (roots, middles, tips))
    n = len(a)
    half = np.broadcast_to(np.asarray(width, F), (n,))[:, None] / 2
    along = c - a
    # Strips are turned so that an eye which looks along +z sees their full width.
    side = np.stack([along[:, 1], -along[:, 0], 0 * along[:, 0]], -1)
    length = np.linalg.norm(side, axis=1, keepdims=True)
    side = np.where(length > 1e-5, side / np.maximum(length, 1e-9), np.array([1, 0, 0], F))
    vertices = np.stack([a, b - side * half, b + side * half, c], 1)
    number = np.arange(n, dtype=F)
    corners = ((0.0, 0.0), (-0.5, 0.5), (0.5, 0.5), (0.0, 1.0))
    local = np.stack([np.stack([0 * number + x, 0 * number + y, number], -1) for x, y in corners], 1)
    base = 4 * np.arange(n)[:, None]
    triangles = np.concatenate([base + np.array([0, 1, 2]), base + np.array([1, 3, 2])])
    facing = np.asarray(normals, F)
    facing = facing / (np.linalg.norm(facing, axis=1, keepdims=True) + 1e-9)
    return _solid(
        vertices.reshape(-1, 3), np.repeat(facing, 4, 0), local.reshape(-1, 3), triangles, material, casts, None
    )
