"""Forms packed as vertex data: the rows each primitive sends to its shader."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from dreamplayer.drawing.primitives import Dots, Form, Instances, Ribbons, Sprites, Text
from dreamplayer.model.stage import Light

Rows = NDArray[np.float32]


def depth_of(form: Form) -> float:
    """Sort key of a form: metres, drawn far to near.

    Args:
        form: any.
    """
    if isinstance(form, Light):
        return float(form.position[2])
    if form.depth is not None:
        return float(form.depth)
    if isinstance(form, Text):
        return float(form.position[2])
    z = np.asarray(form.position)[..., 2]
    return float(np.median(z)) if z.size else 0.0


def _put(rows: Rows, column: int, values: ArrayLike, parts: int = 1) -> None:
    block = np.asarray(values, np.float32)
    if parts == 1:
        rows[:, column] = block
    else:
        rows[:, column : column + parts] = block


def _cut(values: ArrayLike, n: int, keep: int) -> Rows:
    """The first of one value each; a single value stands for all."""
    block = np.asarray(values, np.float32)
    return block[:keep] if block.ndim and len(block) == n else block


def dots(form: Dots, detail: float) -> Rows:
    """Vertices of particles: position 3, size, colour and cover 4, glint.

    Args:
        form: the particles.
        detail: 0..1; above 400 that share is drawn, from the start of the array, each a little brighter.

    Returns:
        (n, 9).
    """
    n = len(form.position)
    keep = n if n < 400 or np.any(np.asarray(form.cover) > 0) else max(400, int(n * detail))
    rows = np.zeros((keep, 9), np.float32)
    _put(rows, 0, form.position[:keep], 3)
    _put(rows, 3, _cut(form.size, n, keep))
    colour = np.asarray(form.colour, np.float32)
    _put(rows, 4, (colour[:keep] if colour.ndim == 2 else colour) * np.float32((n / max(keep, 1)) ** 0.5), 3)
    _put(rows, 7, _cut(form.cover, n, keep))
    _put(rows, 8, _cut(form.glint, n, keep))
    return rows


def sprites(form: Sprites) -> Rows:
    """Vertices of sprites, far to near: position 3, size, tint 3, glow 3, turn, yaw, lie, width, cover, opacity, frame.

    Args:
        form: n sprites.

    Returns:
        (n, 17).
    """
    rows = np.zeros((len(form.position), 17), np.float32)
    _put(rows, 0, form.position, 3)
    _put(rows, 3, form.size)
    _put(rows, 4, form.tint, 3)
    _put(rows, 7, form.glow, 3)
    for column, values in enumerate((form.turn, form.yaw, form.lie, form.width, form.cover, form.opacity, form.frame)):
        _put(rows, 10 + column, values)
    if len(rows) > 1:
        rows = rows[np.argsort(-rows[:, 2], kind="stable")]
    return rows


def instances(form: Instances, detail: float = 1.0) -> Rows:
    """(n, 19): as sprites, then phase and birth; ordered far to near once.

    Thinned by `detail` from the end of the form's own order; those that stay are a little larger, so that a
    meadow stays closed.

    Args:
        form: its instances.
        detail: 0..1; of up to 240 all are kept.
    """
    n = len(form.position)
    keep = n if n <= 240 else max(240, min(int(n * detail**1.5), int(9000 * detail * detail)))
    form = _thinned(form, keep, min((n / max(keep, 1)) ** 0.3, 1.5)) if keep < n else form
    n = keep
    rows = np.zeros((n, 19), np.float32)
    _put(rows, 0, form.position, 3)
    _put(rows, 3, form.size)
    _put(rows, 4, form.tint, 3)
    _put(rows, 7, form.glow, 3)
    _put(rows, 13, 1.0)
    _put(rows, 14, form.cover)
    _put(rows, 15, 1.0)
    _put(rows, 16, form.frame)
    _put(rows, 17, form.phase)
    _put(rows, 18, form.born)
    return rows[np.argsort(-rows[:, 2], kind="stable")]


def _thinned(form: Instances, keep: int, larger: float) -> Instances:
    return replace(
        form,
        position=form.position[:keep],
        size=form.size[:keep] * np.float32(larger),
        **{name: getattr(form, name)[:keep] for name in ("tint", "glow", "phase", "born", "frame")},
    )


def ribbons(form: Ribbons, keep: int | None = None) -> tuple[Rows, NDArray[np.int32]]:
    """(k m 2, 17) and triangle indices: at 3, direction 3, line 4, tint and grown 4, glow 3.

    Of more than `keep` strands only the first are shown.

    Args:
        form: k strands of m points.
        keep: strands that are kept at most; None keeps all.
    """
    at = np.asarray(form.position, np.float32)
    strands, points = at.shape[:2]
    along = np.gradient(at, axis=1) if points > 1 else np.zeros_like(at)
    along /= np.linalg.norm(along, axis=-1, keepdims=True) + 1e-6
    rows = np.zeros((strands, points, 2, 17), np.float32)
    rows[..., 0:3] = at[:, :, None]
    rows[..., 3:6] = along[:, :, None]
    rows[..., 0, 6] = -1.0
    rows[..., 1, 6] = 1.0
    rows[..., 7] = np.linspace(0, 1, points, dtype=np.float32)[None, :, None]
    rows[..., 8] = np.broadcast_to(np.asarray(form.width, np.float32), (strands, points))[:, :, None]
    rows[..., 9] = np.broadcast_to(np.asarray(form.opacity, np.float32), (strands, points))[:, :, None]
    rows[..., 10:13] = np.broadcast_to(np.asarray(form.colour, np.float32), (strands, points, 3))[:, :, None]
    rows[..., 13] = np.broadcast_to(np.asarray(form.grown, np.float32), (strands, 1))[:, :, None]
    rows[..., 14:17] = np.broadcast_to(np.asarray(form.glow, np.float32), (strands, points, 3))[:, :, None]
    order = np.argsort(-at[..., 2].mean(1), kind="stable")
    i = (np.arange(strands)[:, None] * points + np.arange(points - 1)[None, :]) * 2
    strips = np.stack([i, i + 1, i + 2, i + 2, i + 1, i + 3], -1)[order[order < (keep or strands)]]
    return rows.reshape(-1, 17), strips.astype(np.int32).reshape(-1)
