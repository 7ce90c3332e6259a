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
    albedo: Colour | Map = (1.0, 1.0, 1.0)
    """Linear, (3,) or (rows, columns, 3). Figures are painted near 1 and darkened by their tint."""
    glow: float | Map = 0.0
    """0..1: how much it shines by itself."""
    alpha: float | Map = 1.0
    round: float = 0.05
    """How far from its edge the surface still turns away, in units: small is flat cloth, large a ball."""
    relief: Map | None = None
    """Height in units added to the surface: folds, feathers, bark."""
    soft: float = 0.0
    """Units over which the edge fades: 0 is crisp, .02 a veil."""


def paint(c: Canvas, layers: Sequence[Layer], unite: float = 0.85) -> Painting:
    """Lay one over the other. Colour bleeds beyond the outline, so that edges stay clean when scaled.

    `unite` 0 gives each part a rim of its own (a puppet), 1 rims the whole silhouette only.
    """
    rows, columns = c.x.shape
    out = np.zeros((rows, columns, 8), np.float32)
    nearest = np.full((rows, columns), np.inf, np.float32)
    whole = np.full((rows, columns), np.inf, np.float32)
    for layer in layers:
        d = layer.distance
        cover = np.clip(0.5 - d / np.float32(max(layer.soft, c.step)), 0.0, 1.0)
        if layer.soft:
            cover = cover * cover * (3 - 2 * cover)
        cover = cover * layer.alpha
        channels = _channels(c, layer)
        alpha = cover + out[..., 3] * (1 - cover)
        bleed = (alpha < 1 / 512) & (d < nearest)
        share = np.where(bleed, 1.0, cover / np.maximum(alpha, 1e-4))[..., None].astype(np.float32)
        np.minimum(nearest, d, out=nearest)
        np.minimum(whole, d, out=whole)
        out[..., :3] += (channels[..., :3] - out[..., :3]) * share
        out[..., 4:7] += (channels[..., 4:7] - out[..., 4:7]) * share
        out[..., 7] += (channels[..., 7] - out[..., 7]) * cover
        out[..., 3] = alpha
    out[..., 6] += unite * (np.clip(-whole, 0.0, None) / np.float32(c.height) - out[..., 6])
    return out


def over(back: Painting, front: Painting) -> Painting:
    """One painting laid over another of the same size."""
    a = front[..., 3:4]
    alpha = a + back[..., 3:4] * (1 - a)
    share = np.where(alpha < 1 / 512, 0.5, a / np.maximum(alpha, 1e-4))
    out = back + (front - back) * share
    out[..., 3:4] = alpha
    out[..., 7] = back[..., 7] * (1 - a[..., 0]) + front[..., 7]
    return np.asarray(out, np.float32)


def flipped(image: Painting) -> Painting:
    """Its mirror image."""
    out = np.ascontiguousarray(image[..., ::-1, :])
    out[..., 4] *= -1
    return out


def shifted(image: Painting, columns: int) -> Painting:
    """Moved to the right by whole pixels; what leaves the frame is lost."""
    out = np.zeros_like(image)
    if columns >= 0:
        out[..., columns:, :] = image[..., : image.shape[-2] - columns, :]
    else:
        out[..., :columns, :] = image[..., -columns:, :]
    return out


def _channels(c: Canvas, layer: Layer) -> Painting:
    """What a layer would be everywhere, had it no edge."""
    d = layer.distance
    out = np.empty((*d.shape, 8), np.float32)
    out[..., :3] = layer.albedo
    gy, gx = np.gradient(d, c.step)
    gy = -gy
    length = np.hypot(gx, gy) + 1e-6
    lean = np.clip(1.0 + d / np.float32(layer.round), 0.0, 1.0)
    nx, ny = gx / length * lean, gy / length * lean
    if layer.relief is not None:
        ry, rx = np.gradient(layer.relief, c.step)
        nx, ny = nx - rx, ny + ry
    over = np.maximum(np.hypot(nx, ny), 1.0)
    out[..., 3] = 1.0
    out[..., 4], out[..., 5] = nx / over, ny / over
    out[..., 6] = np.clip(-d, 0.0, None) / c.height
    out[..., 7] = layer.glow
    return out


def painting(c: Canvas, albedo: Colour | Map, alpha: Map, glow: float | Map = 0.0) -> Painting:
    """Something without a surface: a halo, a cloud, a flame. Its depth inside is its alpha's own height."""
    out = np.zeros((*alpha.shape, 8), np.float32)
    out[..., :3] = albedo
    out[..., 3] = np.clip(alpha, 0.0, 1.0)
    out[..., 6] = 1.0
    out[..., 7] = glow
    return out


def frames(paintings: Sequence[Painting]) -> NDArray[np.float32]:
    """Several of one size, as a shape's frames."""
    return np.stack(paintings).astype(np.float32)


def blur(image: Map, radius: float) -> Map:
    """Softened: three box blurs, close to a Gaussian of deviation `radius` pixels."""
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
    """0..1: a thin shine along the outline, strongest where it faces `light`; so a form reads in the dark."""
    gy, gx = np.gradient(distance, c.step)
    length = np.hypot(gx, gy) + 1e-6
    norm = float(np.hypot(*light))
    facing = np.clip((gx * light[0] - gy * light[1]) / (length * norm), 0.0, 1.0)
    return np.asarray(np.exp(np.minimum(distance, 0.0) / width) * (0.12 + 0.88 * facing**1.5), np.float32)
