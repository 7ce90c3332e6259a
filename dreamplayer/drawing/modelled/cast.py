"""Casting: parts seen from one side, as a picture of albedo, alpha, normals, depth and glow that lamps can relight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dreamplayer.drawing.modelled.part import Array, Part, Turned, Vec

F = np.float32
_STEPS = 40
"""Most steps of a ray."""
_TILE = 56
"""Pixels of a tile's side: in each only the shapes that reach into it are asked."""
_HIT = 0.0009
"""Metres from a surface at which a ray has arrived, where pixels are not finer."""
_OCCLUSION = ((0.028, 0.32), (0.08, 0.36), (0.18, 0.26))
"""Metres along the normal at which other parts are asked for, and how much each darkens a corner."""
_TETRAHEDRON = ((1, -1, -1), (-1, -1, 1), (-1, 1, -1), (1, 1, 1))
"""Directions in which the field is asked for its gradient (Quilez 2015)."""
_NORMAL_STEP, _BUMP_STEP = F(0.0024), F(0.003)
_HAIRS = 290.0
"""Radians a metre at which the hairs of a soft outline differ."""
_NOTHING = -9.0
"""Depth where there is nothing."""


def turning(yaw: float, pitch: float) -> Vec:
    """Rotation from model to eye space, (3, 3).

    Args:
        yaw: radians: 0 faces the eye, pi/2 looks to the right, pi away.
        pitch: radians the eye looks down.
    """
    c, s = np.cos(yaw), np.sin(yaw)
    spin = np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]])
    cp, sp = np.cos(pitch), np.sin(pitch)
    return np.asarray(np.array([[1, 0, 0], [0, cp, -sp], [0, sp, cp]]) @ spin)


@dataclass(frozen=True)
class Bounds:
    """The frame of a casting, metres about the model's ground point."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """Metres from left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Metres from bottom to top."""
        return self.top - self.bottom


def bounds(bodies: Sequence[Sequence[Turned]], margin: float) -> Bounds:
    """The frame that holds all of several bodies.

    Args:
        bodies: parts in eye space.
        margin: metres left free on every side.

    Returns:
        Metres in eye space.
    """
    low = np.min([part.low for body in bodies for part in body], 0) - margin
    high = np.max([part.high for body in bodies for part in body], 0) + margin
    return Bounds(float(low[0]), float(low[1]), float(high[0]), float(high[1]))


@dataclass(eq=False)
class _Picture:
    """What has been cast so far, flat over the pixels."""

    xs: Array
    ys: Array
    image: Array
    """(pixels, 8): albedo, alpha, normal (3), glow."""
    depth: Array
    """Towards the eye, metres."""


def _march(part: Turned, p: Array, hit: float) -> tuple[Array, Array]:
    """Sphere tracing (Hart 1996) away from the eye: the nearest it came to the surface, and the depth there."""
    best, depth = np.full(p.shape[1], 9, F), p[2].copy()
    live, q = np.arange(p.shape[1]), p
    for _ in range(_STEPS):
        d = part.distance(q)
        closer = d < best[live]
        best[live[closer]], depth[live[closer]] = d[closer], q[2][closer]
        onward = q[2] - np.maximum(d * F(0.88), F(1.3 * hit))
        keep = (d > hit) & (onward > part.low[2])
        if not keep.any():
            break
        live = live[keep]
        q = np.stack([q[0][keep], q[1][keep], onward[keep]])
    return best, depth


def _normals(part: Turned, q: Array) -> Array:
    n = np.zeros_like(q)
    for corner in _TETRAHEDRON:
        v = np.array(corner, F)[:, None]
        n += v * part.distance(q + v * _NORMAL_STEP)
    return np.asarray(n / (np.linalg.norm(n, axis=0) + 1e-9), F)


def _cast_part(part: Turned, picture: _Picture, turn: Vec, px: float) -> None:
    """Cast one part over its own rectangle and lay it by depth."""
    xs, ys = picture.xs, picture.ys
    c0, c1 = np.searchsorted(xs, (part.low[0], part.high[0]))
    r0, r1 = np.searchsorted(-ys, (-part.high[1], -part.low[1]))
    if c1 <= c0 or r1 <= r0:
        return
    for top in range(int(r0), int(r1), _TILE):
        for left in range(int(c0), int(c1), _TILE):
            rows, columns = slice(top, min(top + _TILE, int(r1))), slice(left, min(left + _TILE, int(c1)))
            corner, other = (xs[columns][0], ys[rows][-1]), (xs[columns][-1], ys[rows][0])
            reaching = part.within(corner, other)
            if reaching is not None:
                _cast_tile(part, reaching, (rows, columns), picture, turn, px)


def _cast_tile(
    part: Turned, reaching: Turned, where: tuple[slice, slice], picture: _Picture, turn: Vec, px: float
) -> None:
    """Cast what of a part reaches into a tile of the picture."""
    xs, ys, cols = picture.xs, picture.ys, len(picture.xs)
    rows, columns = np.meshgrid(
        np.arange(where[0].start, where[0].stop), np.arange(where[1].start, where[1].stop), indexing="ij"
    )
    at = (rows * cols + columns).ravel()
    p = np.empty((3, len(at)), F)
    p[0], p[1], p[2] = xs[columns.ravel()], ys[rows.ravel()], part.high[2]
    best, depth = _march(reaching, p, min(_HIT, 0.35 * px))
    # Whole where the ray arrived, fading over a pixel beside the surface.
    edge = F(px)
    if part.part.fuzz:
        # Hairs stand off by different lengths.
        hair = np.abs(np.sin(p[0] * F(_HAIRS) + F(2.1) * np.sin(p[1] * F(0.63 * _HAIRS))))
        edge = F(px) + F(part.part.fuzz) * (F(0.25) + F(0.75) * hair)
    alpha = np.clip((edge - best) / (edge - F(min(0.0016, 0.6 * px))), 0, 1)
    seen = np.flatnonzero((alpha > 0.01) & ((alpha < 0.99) | (depth > picture.depth[at] - 1e-4)))
    if not len(seen):
        return
    q = p[:, seen].copy()
    q[2] = depth[seen]
    at, alpha = at[seen], alpha[seen]
    n = _normals(reaching, q)
    model = np.asarray(turn.T.astype(F) @ q, F)
    t, angle = part.local(q)
    what = part.part
    if what.bump:
        height = what.bump(model, t, angle)
        axes = np.eye(3, dtype=F)
        slope = np.stack([what.bump(model + axes[:, k : k + 1] * _BUMP_STEP, t, angle) - height for k in range(3)])
        slope = turn.astype(F) @ (slope / _BUMP_STEP)
        n = n - (slope - n * (slope * n).sum(0))
        n /= np.linalg.norm(n, axis=0) + 1e-9
    base = np.broadcast_to(np.asarray(what.albedo, F), (len(seen), 3)).copy()
    if what.paint:
        base = what.paint(base, model, t, angle)
    if what.shade and what.bump:
        base = base * np.clip(1 + F(what.shade) * height, 0.35, 1.4)[:, None]
    new = np.concatenate([base, alpha[:, None], n.T, np.full((len(seen), 1), what.glow, F)], 1).astype(F)
    old, before = picture.image[at], picture.depth[at]
    front = q[2] > before
    total = np.where(front, alpha + old[:, 3] * (1 - alpha), old[:, 3] + alpha * (1 - old[:, 3]))
    share = np.where(front, alpha, alpha * (1 - old[:, 3])) / np.maximum(total, 1e-4)
    mixed = old + (new - old) * share[:, None]
    mixed[:, 3] = total
    picture.image[at] = mixed
    take = (front & (alpha > 0.5)) | (before < -8)
    picture.depth[at[take]] = q[2][take]


def _occlusion(parts: Sequence[Turned], q: Array, n: Array, up: Array, ground: bool) -> Array:
    """How open each point lies to the light from everywhere: .1 in a corner .. 1."""
    out = np.ones(q.shape[1], F)
    for far, weight in _OCCLUSION:
        r = q + n * F(far)
        d = np.full(q.shape[1], far, F)
        if ground:
            d = np.minimum(d, up @ r + F(0.002))
        for part in parts:
            low, high = (part.low - far).astype(F)[:, None], (part.high + far).astype(F)[:, None]
            near = np.flatnonzero(((r > low) & (r < high)).all(0))
            if len(near):
                d[near] = np.minimum(d[near], part.distance(r[:, near]))
        out -= F(weight) * np.clip(1 - d / F(far), 0, 1)
    return np.asarray(np.clip(out, 0.10, 1), F)


def _spread(image: Array, filled: NDArray[np.bool_]) -> None:
    """Carry normals and depth a little beyond the outline, for clean edges when the picture is made smaller."""
    for _ in range(5):
        total, count = np.zeros_like(image), np.zeros(filled.shape, F)
        for shift in ((0, 1), (0, -1), (1, 0), (-1, 0)):
            there = np.roll(filled, shift, (0, 1))
            total += np.roll(image, shift, (0, 1)) * there[..., None]
            count += there
        new = ~filled & (count > 0)
        image[new] = total[new] / count[new][:, None]
        filled = filled | new


def cast(body: Sequence[Part], turn: Vec, frame: Bounds, px: float, *, ground: bool = True) -> Array:
    """The picture of a body seen from one side.

    Each part is cast alone over its own rectangle and laid by depth; the shade in corners asks all of them.

    Args:
        body: its parts.
        turn: rotation from model to eye space, see `turning`.
        frame: what is shown, see `bounds`.
        px: metres a pixel.
        ground: the ground at y = 0 darkens what is near it.

    Returns:
        (rows, columns, 8) float32, rows from the top, as `Shape.paint` of a modelled shape: albedo times occlusion,
        alpha, normal x and y, depth (.5 in the plane of the anchor, more is nearer, in shares of the height), glow.
    """
    parts = [part.seen(turn) for part in body]
    cols, rows = int(np.ceil(frame.width / px)), int(np.ceil(frame.height / px))
    xs = (frame.left + (np.arange(cols) + 0.5) * px).astype(F)
    ys = (frame.top - (np.arange(rows) + 0.5) * px).astype(F)
    picture = _Picture(xs, ys, np.zeros((rows * cols, 8), F), np.full(rows * cols, _NOTHING, F))
    for part in parts:
        _cast_part(part, picture, turn, px)
    image, depth = picture.image, picture.depth
    got = np.flatnonzero(image[:, 3] > 0.004)
    points = np.stack([xs[got % cols], ys[got // cols], depth[got]])
    n = image[got, 4:7].T
    n = n / (np.linalg.norm(n, axis=0) + 1e-6)
    open_ = _occlusion(parts, points, n, turn[:, 1].astype(F), ground)
    open_ = np.where(image[got, 7] > 0, 1, open_)
    image[got, :3] *= (0.20 + 0.80 * open_)[:, None]
    out = np.zeros((rows * cols, 8), F)
    out[:, :4], out[:, 7] = np.clip(image[:, :4], 0, 1), image[:, 7]
    out[got, 4:6] = n[:2].T
    tall = frame.height
    out[:, 6] = np.where(depth > -8, np.clip(0.5 + depth / tall, 0, 1), 0.5)
    shown = out.reshape(rows, cols, 8)
    _spread(shown[..., 4:7], shown[..., 3] > 0.004)
    return shown
