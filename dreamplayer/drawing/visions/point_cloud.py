"""A form as a cloud of weighted points, sampled once from a small picture of it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dreamplayer.drawing.painted import shape
from dreamplayer.drawing.primitives import Array, Shape
from dreamplayer.drawing.visions.sampling import drawn_by_weight
from dreamplayer.kit.hashing import uniform
from dreamplayer.kit.sdf import Map
from dreamplayer.kit.shapes import blur

MOST = 4200
"""Points of a cloud; a vision shows the first of them."""
EDGE_SHARE = 0.46
"""Share of the points that lie on lines."""
LIGHT = np.array([-0.54, 0.66, 0.52], np.float32)
"""Direction towards the light of every vision: from the upper left, before it (x right, y up, z towards the eye)."""
VOLUME = 0.45
"""Depth of a form, in multiples of how thick its outline is."""
BEHIND = 0.22
"""Share of the body's points that lie on its far side."""
PILLOW = 0.8
"""How far parts between inner lines swell, beside the whole form."""
HOLLOW = 0.5
"""Share of light that the grooves between such parts lose."""
FALL = 1.0
"""How much light fades from the near to the far side of a form."""
GRAIN = 0.45
"""How coarse the dust of the body is: 0 smooth as mist, 1 single grains."""
HIDES = 0.18
"""Share of what is behind the body that its dust hides: over a bright evening sky it would turn pale else."""
EDGE = 0.012
"""How wide the outline of the body crumbles, in multiples of its height."""
PAD = 0.06
"""Air around the painted body, in multiples of its height: its glow fades out within it."""


@dataclass(frozen=True, eq=False)
class Relief:
    """A small picture of a form, from which points are drawn. All are (rows, columns), rows from the top."""

    cover: Map
    """0..1: where the form is; its silhouette."""
    light: Map
    """0..1: how brightly its surface shows under its own light and colours."""
    lines: Map
    """Density of points along contours and inner lines, any scale."""
    flat: float = 0.0
    """0 the surface is shaded by `light` .. 1 only by its volume."""
    inner: Map | None = None
    """0..1: lines within the silhouette, between which each part is round; None where there are none."""


@dataclass(frozen=True, eq=False)
class PointCloud:
    """Points of a form in multiples of the height of its box; any first n of them are the whole form."""

    position: Array
    """(n, 3): x from the middle, y from the foot, z away from the eye."""
    light: Array
    """(n,) 0..1."""
    edge: Array
    """(n,) 1 on a line, 0 within the body."""
    outward: Array
    """(n, 2) unit vector out of the form on its contour, 0 elsewhere."""
    width: float
    """Width of the box over its height."""
    fill: float
    """Share of the box that the form covers, 0..1."""
    body: Shape | None = None
    """Its body as dust too fine to be told apart: albedo all over it, inner glow where light falls on it.
    Higher than the box by `PAD` at each end."""


def cloud_of(relief: Relief, seed: int) -> PointCloud:
    """Draw the points of a form: most along its lines, the others over its body where light falls on it.

    Args:
        relief: its picture, cropped to the form.
        seed: of the sampling.

    Returns:
        At most `MOST` points; none where the picture is empty.
    """
    cover = relief.cover
    rows, columns = cover.shape
    thickness = _thickness(cover)
    shade = _shade(relief, thickness)
    body = cover * (0.25 + 0.75 * shade)

    count = int(MOST * EDGE_SHARE)
    line = drawn_by_weight(relief.lines, count, seed, 31)
    inner = drawn_by_weight(body, MOST - count, seed, 33)
    soft_down, soft_right = np.gradient(blur(cover, 1.0))
    outward = np.stack([-soft_right, soft_down], -1)
    length = np.linalg.norm(outward, axis=-1)
    outward = np.where((length > 0.04)[..., None], outward / np.maximum(length, 1e-5)[..., None], 0.0)
    behind = uniform(seed, 40, len(inner.row)) < BEHIND
    inner_depth = np.where(behind, 0.8, -1.0) * VOLUME * thickness[inner.row, inner.column] / rows
    contour = np.linalg.norm(outward[line.row, line.column], axis=-1) > 0.5
    line_depth = np.where(contour, 0.0, -VOLUME * thickness[line.row, line.column] / rows)

    x = (np.concatenate([line.x, inner.x]) - columns / 2) / rows
    y = 1.0 - np.concatenate([line.y, inner.y]) / rows
    z = np.concatenate([line_depth, inner_depth])
    light = np.concatenate([shade[line.row, line.column], shade[inner.row, inner.column] * np.where(behind, 0.5, 1.0)])
    edge = np.concatenate([np.ones(len(line.row)), np.zeros(len(inner.row))])
    out = np.concatenate([outward[line.row, line.column], np.zeros((len(inner.row), 2))])
    # Both kinds are dealt out together, so that the first points hold as many lines as all.
    rank = np.concatenate([(np.arange(len(part.row)) + 0.5) / max(len(part.row), 1) for part in (line, inner)])
    order = np.argsort(rank, kind="stable")
    return PointCloud(
        position=np.stack([x, y, z], 1).astype(np.float32)[order],
        light=light.astype(np.float32)[order],
        edge=edge.astype(np.float32)[order],
        outward=out.astype(np.float32)[order],
        width=columns / rows,
        fill=float((cover > 0.35).mean()),
        body=_body(relief, shade, seed),
    )


def _shade(relief: Relief, thickness: Map) -> Map:
    """How brightly each pixel of a form shows, 0..1: the light of all visions on its volume, and its own tones."""
    cover = relief.cover
    height = thickness
    if relief.inner is not None:
        parts = _thickness(cover * (1.0 - relief.inner), (0.012, 0.025, 0.05))
        height = 0.8 * height + PILLOW * parts
    down, right = np.gradient(blur(height, 1.6))
    edge_down, edge_right = np.gradient(blur(cover, 2.2))
    # The volume is coarse: near the outline the surface turns away by the cover itself.
    slope_x, slope_y = right + 3.0 * edge_right, -(down + 3.0 * edge_down)
    normal = np.stack([-slope_x, -slope_y, np.ones_like(slope_x)], -1)
    normal /= np.linalg.norm(normal, axis=-1, keepdims=True)
    lambert = np.clip(normal @ LIGHT, 0.0, 1.0)
    own = relief.light * (0.40 + 0.85 * lambert)
    by_volume = 0.02 + 1.10 * lambert**2.4
    if relief.inner is not None:
        # A drawing in ink has no tones but its black patches.
        by_volume = by_volume * relief.light
    shade = own + (by_volume - own) * relief.flat
    rows, columns = cover.shape
    # The light fades across the form, so that it has a bright side and one that sinks into the night.
    x = (np.arange(columns)[None] + 0.5 - 0.5 * columns) / max(rows, columns)
    y = 0.5 - (np.arange(rows)[:, None] + 0.5) / rows
    shade = shade * np.clip(0.95 + FALL * (LIGHT[0] * x + LIGHT[1] * y), 0.25, 1.5)
    if relief.inner is not None:
        shade = shade * (1.0 - HOLLOW * blur(relief.inner, 0.006 * len(cover)))
    return np.asarray(np.clip(shade, 0.0, 1.0), np.float32)


def _body(relief: Relief, shade: Map, seed: int) -> Shape:
    """The fine dust of a form as a painting, see `PointCloud.body`."""
    rows, columns = relief.cover.shape

    def paint() -> Array:
        pad = round(PAD * rows)
        cover = np.pad(relief.cover, pad)
        soft = blur(cover, EDGE * rows)
        crumbs = blur(uniform(seed, 43, cover.size).reshape(cover.shape), 1.0) - 0.5
        # The outline is made of crumbs, and no cut edge.
        solid = np.clip((soft - 0.30 + 1.4 * crumbs * (1.0 - soft)) / 0.55, 0.0, 1.0)
        lit = blur(np.pad(shade, pad) * cover, 0.004 * rows) * solid
        grain = -np.log(np.maximum(1.0 - uniform(seed, 41, lit.size).reshape(lit.shape), 1e-3))
        grain = 1.0 + GRAIN * (np.minimum(grain, 4.0) - 0.96)
        drift = blur(uniform(seed, 42, lit.size).reshape(lit.shape), 0.03 * rows)
        drift = np.clip(1.0 + 0.10 * (drift - drift.mean()) / (drift.std() + 1e-6), 0.75, 1.25)
        image = np.zeros((*lit.shape, 8), np.float32)
        # The deepest shade is thin: the night shows through.
        haze = solid * (0.14 + 1.1 * lit) * np.clip(1.25 - lit, 0.25, 1.0) + 0.03 * blur(cover, 0.02 * rows)
        hides = np.clip(HIDES * solid * (0.60 + 0.8 * lit) + 0.2 * blur(cover, 0.03 * rows), 0.02, 0.62)
        image[..., :3] = np.clip(haze * grain * drift * 0.5 / hides, 0.0, 1.0)[..., None]
        image[..., 3] = np.where(hides > 0.021, hides, 0.0)
        image[..., 6] = 0.25
        image[..., 7] = np.clip(lit**2.0 * grain * drift * 0.6, 0.0, 1.0)
        return image

    wide = (columns + 2 * round(PAD * rows)) / (rows + 2 * round(PAD * rows))
    return shape(f"vision/body/{seed}", paint, wide, PAD / (1.0 + 2.0 * PAD))


def _thickness(cover: Map, scales: tuple[float, ...] = (0.015, 0.03, 0.06, 0.12, 0.22)) -> Map:
    """How thick a form is at each pixel, as if inflated: pixels, 0 outside (a multi-scale blur of its silhouette)."""
    rows, columns = cover.shape
    solid = (cover > 0.4).astype(np.float32)
    # It is smooth: half the pixels each way are enough.
    half = np.pad(solid, ((0, rows % 2), (0, columns % 2)))
    half = half.reshape(half.shape[0] // 2, 2, half.shape[1] // 2, 2).mean((1, 3))
    height = np.zeros_like(half)
    for share in scales:
        inside = np.clip(2.0 * blur(half, 0.5 * share * rows) - 1.0, 0.0, 1.0)
        height += np.float32(share * rows * 1.1) * np.sqrt(inside)
    full = np.repeat(np.repeat(height, 2, 0), 2, 1)[:rows, :columns]
    return np.asarray(np.minimum(full, 0.45 * rows) * solid, np.float32)
