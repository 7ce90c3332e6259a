"""Painting a thing once, as light channels: layers cut from distances, back to front.

A painted thing has no light of its own making: it knows its colour, how its surface turns, how deep inside
its outline each pixel lies, and what glows. The stage's lamps and sky light it wherever it is placed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dreamplayer.kit.sdf import Canvas, Map

Colour = tuple[float, float, float]
Painting = NDArray[np.float32]
"""(rows, columns, 8): albedo r g b, alpha, normal x, normal y, depth inside, glow."""


@dataclass(frozen=True, eq=False)
class Layer:
    """One part: the sleeve over the coat, the wing behind the body."""

    distance: Map
    """Signed distance to its outline, (rows, columns), in units of the canvas, negative within."""
    albedo: Colour | Map = (1.0, 1.0, 1.0)
    """Linear, (3,) or (rows, columns, 3). Figures are painted near 1 and darkened by their tint."""
    glow: float | Map = 0.0
    """0..1: how much it shines by itself."""
    alpha: float | Map = 1.0
    """0 unseen .. 1 hides what is behind."""
    round: float = 0.05
    """How far from its edge the surface still turns away, in units: small is flat cloth, large a ball."""
    relief: Map | None = None
    """Height in units added to the surface: folds, feathers, bark."""
    soft: float = 0.0
    """Units over which the edge fades: 0 is crisp, .02 a veil."""


def paint(c: Canvas, layers: Sequence[Layer], unite: float = 0.85) -> Painting:
    """Lay one over the other. Colour bleeds beyond the outline, so that edges stay clean when scaled.

    `unite` 0 gives each part a rim of its own (a puppet), 1 rims the whole silhouette only.

    Args:
        c: where it is painted.
        layers: from back to front.
        unite: 0 each part has a rim of its own (a puppet) .. 1 the whole silhouette only.

    Returns:
        (rows, columns, 8) light channels, see `drawing.primitives.Shape`.
    """
    rows, columns = c.x.shape
    out = np.zeros((8, rows, columns), np.float32)
    nearest = np.full((rows, columns), np.inf, np.float32)
    for layer in layers:
        part = _extent(layer.distance, 5 * c.step + layer.soft)
        if part is not None:
            _lay(out[(slice(None), *part)], nearest[part], c, layer, part)
        np.minimum(nearest, layer.distance, out=nearest)
    out[6] += unite * (np.clip(-nearest, 0.0, None) / np.float32(c.height) - out[6])
    return np.ascontiguousarray(np.moveaxis(out, 0, -1))


def _extent(distance: Map, margin: float) -> tuple[slice, slice] | None:
    """Rows and columns in which a layer shows or bleeds; None if nowhere."""
    near = distance < margin
    rows, columns = np.flatnonzero(near.any(axis=1)), np.flatnonzero(near.any(axis=0))
    if rows.size == 0:
        return None
    return (
        slice(max(0, int(rows[0]) - 1), int(rows[-1]) + 2),
        slice(max(0, int(columns[0]) - 1), int(columns[-1]) + 2),
    )


def _lay(out: Map, nearest: Map, c: Canvas, layer: Layer, part: tuple[slice, slice]) -> None:
    """Lay one part over what is there: `out` (8, rows, columns) and `nearest` are the piece it touches."""

    def piece(value: float | Map) -> float | Map:
        return value[part] if isinstance(value, np.ndarray) and value.ndim >= 2 else value

    d = layer.distance[part]
    cover = np.clip(0.5 - d / np.float32(max(layer.soft, c.step)), 0.0, 1.0)
    if layer.soft:
        cover = cover * cover * (3 - 2 * cover)
    cover = np.asarray(cover * piece(layer.alpha), np.float32)
    alpha = cover + out[3] * (1 - cover)
    bleed = (alpha < 1 / 512) & (d < nearest)
    share = np.where(bleed, np.float32(1.0), cover / np.maximum(alpha, 1e-4)).astype(np.float32)
    nx, ny = _normal(c, d, layer.round, None if layer.relief is None else layer.relief[part])
    inside = np.clip(-d, 0.0, None) / np.float32(c.height)
    albedo = piece(np.asarray(layer.albedo, np.float32))
    colours = np.moveaxis(albedo, -1, 0) if isinstance(albedo, np.ndarray) and albedo.ndim == 3 else albedo
    for channel, value in zip((0, 1, 2, 4, 5, 6), (*colours, nx, ny, inside), strict=True):  # type: ignore[misc]
        out[channel] += (value - out[channel]) * share
    out[7] += (piece(layer.glow) - out[7]) * cover
    out[3] = alpha


def _normal(c: Canvas, d: Map, bend: float, relief: Map | None) -> tuple[Map, Map]:
    """How a surface faces, x and y: outwards at its edge, at us beyond `bend` inside, tilted by its relief."""
    down, right = np.gradient(d, np.float32(c.step))
    lean = np.clip(1.0 + d / np.float32(bend), 0.0, 1.0) / (np.hypot(right, down) + np.float32(1e-6))
    nx, ny = right * lean, -down * lean
    if relief is not None:
        fall, slope = np.gradient(relief, np.float32(c.step))
        nx, ny = nx - slope, ny + fall
    over_ = np.maximum(np.hypot(nx, ny), np.float32(1.0))
    return np.asarray(nx / over_, np.float32), np.asarray(ny / over_, np.float32)


def over(back: Painting, front: Painting) -> Painting:
    """One painting laid over another; what the front does not cover shines through, and light of its own is added.

    Args:
        back: (..., rows, columns, 8) light channels.
        front: of the same shape.

    Returns:
        The same shape.
    """
    a = front[..., 3:4]
    alpha = a + back[..., 3:4] * (1 - a)
    share = np.where(alpha < 1 / 512, 0.5, a / np.maximum(alpha, 1e-4))
    out = back + (front - back) * share
    out[..., 3:4] = alpha
    out[..., 7] = back[..., 7] * (1 - a[..., 0]) + front[..., 7]
    return np.asarray(out, np.float32)


def flipped(image: Painting) -> Painting:
    """Its mirror image, left for right; the normals are turned with it.

    Args:
        image: (..., rows, columns, 8) light channels.

    Returns:
        The same shape.
    """
    out = np.ascontiguousarray(image[..., ::-1, :])
    out[..., 4] *= -1
    return out


def shifted(image: Painting, columns: int) -> Painting:
    """Moved sideways by whole pixels; what leaves the frame is lost, what is new is empty.

    Args:
        image: (..., rows, columns, 8) light channels.
        columns: pixels to the right; negative to the left.

    Returns:
        The same shape.
    """
    out = np.zeros_like(image)
    if columns >= 0:
        out[..., columns:, :] = image[..., : image.shape[-2] - columns, :]
    else:
        out[..., :columns, :] = image[..., -columns:, :]
    return out


def painting(c: Canvas, albedo: Colour | Map, alpha: Map, glow: float | Map = 0.0) -> Painting:
    """Something without a surface: a halo, a cloud, a flame. Its depth inside is its alpha's own height.

    Args:
        c: where it is painted.
        albedo: share of light it gives back, (3,) or (rows, columns, 3).
        alpha: (rows, columns) 0..1.
        glow: light of its own, 0..1, one or (rows, columns).

    Returns:
        (rows, columns, 8) float32, see `Shape.paint`.
    """
    out = np.zeros((*alpha.shape, 8), np.float32)
    out[..., :3] = albedo
    out[..., 3] = np.clip(alpha, 0.0, 1.0)
    out[..., 6] = 1.0
    out[..., 7] = glow
    return out


def frames(paintings: Sequence[Painting]) -> NDArray[np.float32]:
    """Several paintings as the frames of one shape.

    Args:
        paintings: one or more, (rows, columns, 8), all of one size.

    Returns:
        (frames, rows, columns, 8) float32.
    """
    return np.stack(paintings).astype(np.float32)


def blur(image: Map, radius: float) -> Map:
    """Softened: three box blurs, close to a Gaussian of deviation `radius` pixels.

    Args:
        image: (rows, columns).
        radius: pixels.

    Returns:
        (rows, columns) float32.
    """
    out = np.asarray(image, np.float32)
    box = max(1, round(radius * 1.02))
    for _ in range(3):
        for axis in (0, 1):
            pad = [(0, 0)] * out.ndim
            pad[axis] = (box + 1, box)
            total = np.cumsum(np.pad(out, pad, mode="edge"), axis=axis, dtype=np.float64)
            n = total.shape[axis]
            high = np.take(total, np.arange(2 * box + 1, n), axis=axis)
            low = np.take(total, np.arange(0, n - 2 * box - 1), axis=axis)
            out = ((high - low) / (2 * box + 1)).astype(np.float32)
    return out


def edge_glow(c: Canvas, distance: Map, width: float, light: tuple[float, float] = (-0.5, 0.85)) -> Map:
    """0..1: a thin shine along the outline, strongest where it faces `light`; so a form reads in the dark.

    Args:
        c: where it is painted.
        distance: signed distance, (rows, columns), negative within.
        width: how deep the shine is, in units of the canvas.
        light: direction the light comes from, (x, y).

    Returns:
        (rows, columns) float32, 0..1.
    """
    gy, gx = np.gradient(distance, c.step)
    length = np.hypot(gx, gy) + 1e-6
    norm = float(np.hypot(*light))
    facing = np.clip((gx * light[0] - gy * light[1]) / (length * norm), 0.0, 1.0)
    return np.asarray(np.exp(np.minimum(distance, 0.0) / width) * (0.12 + 0.88 * facing**1.5), np.float32)
