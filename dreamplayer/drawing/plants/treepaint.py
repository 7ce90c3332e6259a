"""Trees painted once, for woods: round limbs and crowns of small leaf dabs."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from dreamplayer.drawing.painted import on
from dreamplayer.drawing.plants.branching import skeleton
from dreamplayer.drawing.primitives import Array, Shape
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.kit.sdf import Canvas, canvas
from dreamplayer.kit.shapes import Painting, frames

_BOX = (-0.62, -0.04, 0.62, 1.06)
KINDS = 3
"""Frames of each tree shape."""


def blank(c: Canvas) -> Painting:
    """An empty painting of a canvas, (rows, columns, 8); see `Shape.paint`.

    Args:
        c: canvas of its pixels.
    """
    return np.zeros((*c.x.shape, 8), np.float32)


def _window(c: Canvas, x: float, y: float, reach: float) -> tuple[slice, slice] | None:
    columns, rows = c.x.shape[1], c.x.shape[0]
    i0, i1 = int((x - reach - c.left) / c.step), int((x + reach - c.left) / c.step) + 2
    j0, j1 = int((c.top - y - reach) / c.step), int((c.top - y + reach) / c.step) + 2
    i0, i1, j0, j1 = max(i0, 0), min(i1, columns), max(j0, 0), min(j1, rows)
    return (slice(j0, j1), slice(i0, i1)) if i0 < i1 and j0 < j1 else None


def _lay(out: Painting, part: tuple[slice, slice], cover: Array, values: list[Array | float]) -> None:
    here = out[part]
    alpha = cover + here[..., 3] * (1 - cover)
    share = np.where(alpha > 1e-4, cover / np.maximum(alpha, 1e-4), 0.0)
    for k, value in zip((0, 1, 2, 4, 5, 6, 7), values, strict=True):
        here[..., k] += (value - here[..., k]) * share
    here[..., 3] = alpha


def limbs(c: Canvas, out: Painting, points: Array, width: Array, bark: float, seed: int) -> None:
    """Paint strands as round limbs of bark, the furthest first.

    Args:
        c: the canvas.
        out: the painting; it is changed.
        points: (k, m, 3) strands in tree heights.
        width: (k, m) half-widths.
        bark: albedo of the bark: .4 dark, .5 grey.
        seed: of the tree; it chooses the tone of each limb.
    """
    order = np.argsort(-points[..., 2].mean(1))
    tone = uniform(seed, 41, len(points))
    for s in order:
        for (x0, y0, _), (x1, y1, _), w0, w1 in zip(points[s], points[s, 1:], width[s], width[s, 1:], strict=False):
            reach = 0.5 * float(np.hypot(x1 - x0, y1 - y0)) + max(w0, w1) + 2 * c.step
            part = _window(c, 0.5 * (x0 + x1), 0.5 * (y0 + y1), reach)
            if part is None:
                continue
            px, py = c.x[part] - x0, c.y[part] - y0
            dx, dy = x1 - x0, y1 - y0
            along = np.clip((px * dx + py * dy) / (dx * dx + dy * dy + 1e-9), 0, 1)
            ox, oy = px - along * dx, py - along * dy
            long = float(np.hypot(dx, dy)) + 1e-6
            side = np.clip((px * dy - py * dx) / long / max(w0, w1, c.step), -0.95, 0.95)
            r = np.maximum(w0 + (w1 - w0) * along, 0.6 * c.step)
            d = np.hypot(ox, oy)
            cover = np.clip(0.5 - (d - r) / c.step, 0, 1)
            rough = 0.80 + 0.22 * np.sin(7.0 * side + 25.0 * tone[s]) + 0.10 * np.sin(17.0 * side + 3.0 * along)
            shade = bark * rough * (0.7 + 0.5 * tone[s])
            _lay(out, part, cover, [shade, shade * 0.84, shade * 0.74, side * dy / long,
                                    -side * dx / long, np.clip(r - d, 0, 1), 0.0])  # fmt: skip


def foliage(c: Canvas, out: Painting, twigs: Array, far: Array, size: float, per: int, seed: int, flip: float) -> None:
    """Paint a crown of small leaf dabs.

    Args:
        c: the canvas.
        out: the painting; it is changed.
        twigs: (n, 3) where leaves hang, in tree heights.
        far: (n,) 0 in the middle of the crown .. 1 at its edge.
        size: of a dab, in tree heights.
        per: dabs to a twig.
        seed: of the tree.
        flip: how far a dab faces up: 1 upright, -.4 upside down.
    """
    n = len(twigs) * per
    where = np.repeat(twigs, per, axis=0) + size * 2.1 * np.stack(
        [normal(seed, 51, n), 0.8 * normal(seed, 52, n), normal(seed, 53, n)], 1
    )
    out_far = np.repeat(far, per)
    order = np.argsort(-where[:, 2])
    turn, long, tone = 6.283 * uniform(seed, 54, n), size * (0.7 + 0.6 * uniform(seed, 55, n)), uniform(seed, 56, n)
    x_mid, y_mid = float(twigs[:, 0].mean()), float(twigs[:, 1].mean())
    depth = (where[:, 2] - where[:, 2].min()) / max(float(np.ptp(where[:, 2])), 1e-3)
    for k in order:
        x, y = float(where[k, 0]), float(where[k, 1])
        part = _window(c, x, y, float(long[k]))
        if part is None:
            continue
        cos, sin = np.cos(turn[k]), np.sin(turn[k])
        u = ((c.x[part] - x) * cos + (c.y[part] - y) * sin) / long[k]
        v = (-(c.x[part] - x) * sin + (c.y[part] - y) * cos) / (long[k] * 0.42)
        cover = np.clip((1.0 - np.hypot(u, v)) * long[k] * 0.42 / c.step, 0, 1) * 0.95
        shade = (0.30 + 0.70 * tone[k]) * (0.45 + 0.55 * (1.0 - depth[k])) * (0.55 + 0.45 * out_far[k])
        nx = np.clip((x - x_mid) * 1.9 + 0.30 * v, -0.9, 0.9)
        ny = np.clip((y - y_mid) * 1.7 * flip + 0.35 + 0.25 * u, -0.9, 0.9)
        inside = 0.004 + 0.05 * (1.0 - out_far[k]) * (0.4 + depth[k])
        glow = 0.8 * tone[k] ** 4
        _lay(out, part, np.asarray(cover, np.float32), [shade, shade * 0.95, shade * 0.72, nx, ny, inside, glow])


def _tree(c: Canvas, seed: int) -> Painting:
    out = blank(c)
    s = skeleton(seed, levels=4)
    limbs(c, out, s.points, s.width * 1.25, 0.42, seed)
    foliage(c, out, s.twigs, s.far, 0.0125, 4, seed, 1.0)
    return out


def painted_kinds(key: str, paint: Callable[[Canvas, int], Painting]) -> Shape:
    """A shape with `KINDS` trees as its frames.

    Args:
        key: its name among painted shapes.
        paint: paints the tree of a seed on a canvas.
    """

    def kinds() -> Painting:
        c = canvas(*_BOX, 330)
        return frames([paint(c, 40 + 7 * k) for k in range(KINDS)])

    return on(canvas(*_BOX, 8), key, kinds)


TREE = painted_kinds("tree/broad", _tree)
