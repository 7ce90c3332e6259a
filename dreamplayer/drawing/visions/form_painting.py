"""The forms of a thing painted small by numpy, to draw the points of its vision from: no lamp, no sky, no painter.

Plainer than the painters: each sprite by its own perspective, ribbons as discs along their line, dots as light. What
lies flat on the ground (shadows, pools of light) and round glows are left out: they are not the form.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from dreamplayer.drawing.primitives import Array, Dots, Field, Form, Instances, Ribbons, Scalar, Shape, Sprites, Text
from dreamplayer.drawing.visions.point_cloud import LIGHT, Relief
from dreamplayer.kit.sdf import Map
from dreamplayer.kit.shapes import blur
from dreamplayer.model.stage import Camera, Light

ROWS = 240
"""Height of the picture, pixels; a wide form gets fewer rows."""
WIDEST = 420
"""Its greatest width, pixels."""
NEAREST = 0.3
"""Metres from the eye from which on a thing is seen."""
MOST_SPRITES, MOST_STRANDS, MOST_DOTS = 260, 500, 4000
"""The largest of one form; the others would be specks."""
_LUMA = np.array([0.30, 0.56, 0.14], np.float32)
Box = tuple[float, float, float, float]
"""Left, bottom, right, top, metres on the plane of the form."""


@dataclass(frozen=True)
class _View:
    """Projection onto the upright plane at the distance of the form, in metres from the camera's axis."""

    camera: Camera
    distance: float

    def plane(self, at: NDArray[np.float64]) -> NDArray[np.float64]:
        """Points (..., 3) in metres, projected: (..., 2)."""
        scale = self.distance / np.maximum(at[..., 2], NEAREST)
        return np.stack([(at[..., 0] - self.camera.x) * scale, (at[..., 1] - self.camera.eye) * scale], -1)

    def limits(self) -> Box:
        """What the picture shows of the plane."""
        scale, horizon = self.distance / self.camera.focal, self.camera.horizon
        return (-1.78 * scale, (-1.0 - horizon) * scale, 1.78 * scale, (1.0 - horizon) * scale)


@dataclass
class _Sheet:
    """The small picture: colour and cover of what hides, and light that is added."""

    box: Box
    rows: int
    columns: int
    colour: Array = field(init=False)
    cover: Map = field(init=False)
    added: Array = field(init=False)

    def __post_init__(self) -> None:
        self.colour = np.zeros((self.rows, self.columns, 3), np.float32)
        self.cover = np.zeros((self.rows, self.columns), np.float32)
        self.added = np.zeros((self.rows, self.columns, 3), np.float32)

    @property
    def scale(self) -> float:
        """Pixels a metre."""
        return self.rows / (self.box[3] - self.box[1])

    def pixels(self, at: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Points of the plane as columns and rows."""
        return (at[..., 0] - self.box[0]) * self.scale, (self.box[3] - at[..., 1]) * self.scale


def relief_of(forms: Sequence[Form], camera: Camera, distance: float) -> Relief | None:
    """The small picture of forms, cropped to them.

    Args:
        forms: of one thing at one moment.
        camera: that sees them.
        distance: metres from the eye at which the thing stands.

    Returns:
        None where nothing of a form can be made out.
    """
    view = _View(camera, max(distance, 1.0))
    plain = sorted(_plain(forms), key=_distance, reverse=True)
    upright = [form for form in plain if not (isinstance(form, Sprites) and float(np.mean(form.lie)) > 0.5)]
    box = _box(upright, view)
    if box is None:
        return None
    draft = _painted(upright, view, box, rows=96)
    mass = _mass(draft)
    if float(mass.sum()) < 4.0:
        return None
    sheet = _painted(upright, view, _cropped(draft, mass), rows=ROWS)
    return _relief(sheet)


def _plain(forms: Iterable[Form]) -> Iterator[Sprites | Ribbons | Dots]:
    """Forms as sprites, ribbons and dots: fields by their stand-ins, instances by their largest."""
    for form in forms:
        if isinstance(form, Field):
            yield from _plain(form.standin)
        elif isinstance(form, Instances):
            if len(form.position):
                yield _largest(form)
        elif not isinstance(form, Light | Text) and len(form.position):
            yield form


def _largest(form: Instances) -> Sprites:
    stand = np.clip((form.grown - form.born) * 4, 0, 1)
    shown = form.size * stand / np.maximum(form.position[:, 2], NEAREST)
    most = np.argsort(-shown, kind="stable")[:MOST_SPRITES]
    tint = form.tint[most] * np.asarray(form.tone, np.float32)
    glow = form.glow[most] * np.asarray(form.shine, np.float32)
    return Sprites(
        form.shape, form.position[most], (form.size * stand)[most], tint=tint, glow=glow, cover=form.cover,
        opacity=form.opacity, lit=form.lit, frame=form.frame[most],
    )  # fmt: skip


def _distance(form: Sprites | Ribbons | Dots) -> float:
    return float(form.depth) if form.depth is not None else float(np.median(np.asarray(form.position)[..., 2]))


def _each(values: Scalar, n: int) -> Array:
    return np.broadcast_to(np.asarray(values, np.float32), (n,))


def _order(form: Sprites) -> NDArray[np.int64]:
    """The largest sprites of a form, far to near."""
    n = len(form.position)
    shown = _each(form.size, n) * _each(form.opacity, n) / np.maximum(form.position[:, 2], NEAREST)
    keep = np.argsort(-shown, kind="stable")[:MOST_SPRITES]
    return keep[np.argsort(-form.position[keep, 2], kind="stable")]


def _corners(form: Sprites, i: int) -> NDArray[np.float64]:
    """The four corners of one sprite in metres: lower left, lower right, upper right, upper left."""
    n = len(form.position)
    turn, yaw, lie, width, tall = (
        float(_each(v, n)[i]) for v in (form.turn, form.yaw, form.lie, form.width, form.size)
    )
    wide = tall * form.shape.aspect * width
    unit = np.array([[0, 0], [1, 0], [1, 1], [0, 1]], np.float64)
    x, y = (unit[:, 0] - 0.5) * wide, (unit[:, 1] - form.shape.foot) * tall
    x, y = np.cos(turn) * x - np.sin(turn) * y, np.sin(turn) * x + np.cos(turn) * y
    right = np.array([np.cos(yaw), 0.0, np.sin(yaw)])
    up = (1 - lie) * np.array([0.0, 1.0, 0.0]) + lie * np.array([-np.sin(yaw), 0.0, np.cos(yaw)])
    world: NDArray[np.float64] = np.asarray(form.position[i], np.float64) + x[:, None] * right + y[:, None] * up
    return world


def _box(forms: Sequence[Sprites | Ribbons | Dots], view: _View) -> Box | None:
    """What the forms span on the plane; dots only where there is nothing firmer."""
    found: list[NDArray[np.float64]] = []
    for form in forms:
        if isinstance(form, Sprites) and not form.shape.radial:
            opacity = _each(form.opacity, len(form.position))
            found += [
                view.plane(_corners(form, int(i)))
                for i in _order(form)
                if opacity[i] > 0.05 and form.position[i, 2] > 0.5
            ]
        elif isinstance(form, Ribbons):
            found.append(view.plane(np.asarray(form.position[:MOST_STRANDS], np.float64)).reshape(-1, 2))
    if not found:
        found = [view.plane(np.asarray(f.position, np.float64)) for f in forms if not isinstance(f, Ribbons)]
    if not found:
        return None
    points = np.concatenate(found)
    points = points[np.isfinite(points).all(1)]
    left, bottom, right, top = view.limits()
    low, high = np.maximum(points.min(0), (left, bottom)), np.minimum(points.max(0), (right, top))
    if float((high - low).min()) < 1e-3:
        return None
    pad = 0.02 * float((high - low).max())
    return (low[0] - pad, low[1] - pad, high[0] + pad, high[1] + pad)


def _cropped(sheet: _Sheet, mass: Map) -> Box:
    """The box without what hardly shows."""
    across, down = np.cumsum(mass.sum(0)), np.cumsum(mass.sum(1))
    first, last = np.searchsorted(across, (0.002 * across[-1], 0.998 * across[-1]))
    top, bottom = np.searchsorted(down, (0.002 * down[-1], 0.998 * down[-1]))
    pad = 0.03 * max(last - first, bottom - top) + 2
    left, _, _, upper = sheet.box
    return (
        left + max(0.0, first - pad) / sheet.scale,
        upper - min(float(sheet.rows), bottom + pad) / sheet.scale,
        left + min(float(sheet.columns), last + pad) / sheet.scale,
        upper - max(0.0, top - pad) / sheet.scale,
    )


def _painted(forms: Sequence[Sprites | Ribbons | Dots], view: _View, box: Box, rows: int) -> _Sheet:
    wide, tall = box[2] - box[0], box[3] - box[1]
    rows = max(16, min(rows, int(rows * (WIDEST / ROWS) * tall / wide)))
    sheet = _Sheet(box, rows, max(8, round(rows * wide / tall)))
    for form in forms:
        if isinstance(form, Sprites):
            if not form.shape.radial:
                _sprites(sheet, view, form)
        elif isinstance(form, Ribbons):
            _ribbons(sheet, view, form)
        else:
            _dots(sheet, view, form)
    return sheet


@lru_cache(maxsize=24)
def _reduced(shape: Shape, frame: int, step: int) -> Array:
    """A frame averaged down by `step`, premultiplied by its alpha."""
    image = np.array(shape.paint()[frame], np.float32)
    image[..., :3] *= image[..., 3:4]
    image[..., 4:7] *= image[..., 3:4]
    if step > 1:
        rows, columns = image.shape[0] // step * step, image.shape[1] // step * step
        if rows and columns:
            image = image[:rows, :columns].reshape(rows // step, step, columns // step, step, 8).mean((1, 3))
    return np.asarray(image, np.float32)


def _homography(x: NDArray[np.float64], y: NDArray[np.float64], rows: int, columns: int) -> NDArray[np.float64] | None:
    """The projective map from four corners on the sheet to those of a frame, 3 x 3; None for a sprite seen edge on."""
    to = np.array([[0, rows], [columns, rows], [columns, 0], [0, 0]], np.float64)
    equations = []
    for i in range(4):
        u, v = to[i]
        equations.append([x[i], y[i], 1, 0, 0, 0, -u * x[i], -u * y[i]])
        equations.append([0, 0, 0, x[i], y[i], 1, -v * x[i], -v * y[i]])
    try:
        found = np.linalg.solve(np.array(equations), to.reshape(-1))
    except np.linalg.LinAlgError:
        return None
    return np.append(found, 1.0).reshape(3, 3)


def _sprites(sheet: _Sheet, view: _View, form: Sprites) -> None:
    n = len(form.position)
    opacity, cover, frame = _each(form.opacity, n), _each(form.cover, n), _each(form.frame, n)
    tint = np.broadcast_to(np.asarray(form.tint, np.float32), (n, 3))
    glow = np.broadcast_to(np.asarray(form.glow, np.float32), (n, 3))
    size = _each(form.size, n)
    frames = len(form.shape.paint())
    for i in _order(form):
        if opacity[i] < 0.02:
            continue
        world = _corners(form, int(i))
        if world[:, 2].min() < NEAREST:
            continue
        x, y = sheet.pixels(view.plane(world))
        left, right = max(0, int(x.min())), min(sheet.columns, int(x.max()) + 2)
        top, bottom = max(0, int(y.min())), min(sheet.rows, int(y.max()) + 2)
        if left >= right or top >= bottom or x.max() - x.min() < 0.3:
            continue
        shown = max(4.0, float(size[i]) * view.distance / float(form.position[i, 2]) * sheet.scale)
        step = min(16, max(1, int(form.shape.paint().shape[1] / shown)))
        image = _reduced(form.shape, int(frame[i]) % frames, step)
        map_ = _homography(x, y, *image.shape[:2])
        if map_ is None:
            continue
        column, row = np.meshgrid(np.arange(left, right) + 0.5, np.arange(top, bottom) + 0.5)
        u, v, w = (map_[k, 0] * column + map_[k, 1] * row + map_[k, 2] for k in range(3))
        texels, inside = _looked_up(image, u / w - 0.5, v / w - 0.5)
        if not inside.any():
            continue
        alpha = texels[:, 3] * opacity[i]
        normal = texels[:, 4:6] / np.maximum(texels[:, 3], 1e-3)[:, None]
        towards = np.sqrt(np.clip(1 - (normal**2).sum(1), 0, 1))
        lambert = np.clip(normal @ LIGHT[:2] + towards * LIGHT[2], 0, 1)
        lit = 1 + float(np.clip(form.lit, 0, 1)) * (0.30 + 0.95 * lambert - 1)
        light = (texels[:, :3] * tint[i] * lit[:, None] + texels[:, 7:8] * glow[i]) * opacity[i]
        block = (slice(top, bottom), slice(left, right))
        if cover[i] < 0.15:
            sheet.added[block][inside] += light
            continue
        keep = 1 - alpha * cover[i]
        sheet.colour[block][inside] = sheet.colour[block][inside] * keep[:, None] + light
        sheet.added[block][inside] *= keep[:, None]
        sheet.cover[block][inside] = sheet.cover[block][inside] * keep + alpha


def _looked_up(image: Array, u: NDArray[np.float64], v: NDArray[np.float64]) -> tuple[Array, NDArray[np.bool_]]:
    """Bilinear samples of a frame where (u, v) lies in it: (k, 8), and which those are."""
    rows, columns = image.shape[:2]
    inside = (u > -0.9) & (u < columns - 0.1) & (v > -0.9) & (v < rows - 0.1)
    u, v = np.clip(u[inside], 0, columns - 1.001), np.clip(v[inside], 0, rows - 1.001)
    j, i = v.astype(np.int64), u.astype(np.int64)
    fy, fx = (v - j).astype(np.float32)[:, None], (u - i).astype(np.float32)[:, None]
    j1, i1 = np.minimum(j + 1, rows - 1), np.minimum(i + 1, columns - 1)
    upper = image[j, i] * (1 - fx) + image[j, i1] * fx
    lower = image[j1, i] * (1 - fx) + image[j1, i1] * fx
    return np.asarray(upper * (1 - fy) + lower * fy, np.float32), inside


def _ribbons(sheet: _Sheet, view: _View, form: Ribbons) -> None:
    position = np.asarray(form.position[:MOST_STRANDS], np.float64)
    strands, points = position.shape[:2]
    if points < 2:
        return
    shape = np.asarray(form.position).shape[:2]
    near = view.distance / np.maximum(position[..., 2], NEAREST)
    radius = np.broadcast_to(np.asarray(form.width, np.float32), shape)[:strands] * near * sheet.scale
    opacity = np.broadcast_to(np.asarray(form.opacity, np.float32), shape)[:strands]
    colour = np.broadcast_to(np.asarray(form.colour, np.float32), (*shape, 3)) + np.asarray(form.glow, np.float32)
    grown = np.broadcast_to(np.asarray(form.grown, np.float32), (shape[0], 1))
    x, y = sheet.pixels(view.plane(position))
    length = np.hypot(np.diff(x, axis=1), np.diff(y, axis=1))
    rows: list[NDArray[np.float64]] = []
    for s in range(strands):
        total = float(length[s].sum())
        if not np.isfinite(total) or total < 0.5:
            continue
        step = max(0.6, 0.35 * float(np.median(radius[s])))
        along = np.concatenate([[0.0], np.cumsum(length[s])])
        at = np.linspace(0.0, total, int(min(3000, total / step + 2)))
        at = at[at <= total * min(1.0, float(grown[s, 0]))]
        columns = (x[s], y[s], radius[s], opacity[s], *(colour[s, :, k] for k in range(3)))
        rows.append(np.stack([np.interp(at, along, column) for column in columns], 1))
    if not rows:
        return
    found = np.concatenate(rows)
    found[:, 3] *= np.clip(found[:, 2] / 0.6, 0.15, 1.0)
    found[:, 2] = np.clip(found[:, 2], 0.6, 30)
    height, mean = _discs(sheet, found)
    if form.profile == "light":
        sheet.added += mean * height[..., None]
        return
    keep = 1 - height[..., None] * (0.3 if form.profile == "veil" else 1.0)
    sheet.colour = sheet.colour * keep + mean * height[..., None]
    sheet.added = sheet.added * keep
    sheet.cover = np.maximum(sheet.cover, height * np.float32(0.6 if form.profile == "veil" else 1.0))


def _discs(sheet: _Sheet, found: NDArray[np.float64]) -> tuple[Map, Array]:
    """Discs (x, y, radius, opacity, colour) laid over one another: their cover, and their mean colour."""
    on = (found[:, 0] > -40) & (found[:, 0] < sheet.columns + 40) & (found[:, 3] > 0.01)
    on &= (found[:, 1] > -40) & (found[:, 1] < sheet.rows + 40)
    found = found[on]
    cells = sheet.rows * sheet.columns
    cover, weight, colour = np.zeros(cells), np.zeros(cells), np.zeros((cells, 3))
    band = np.ceil(found[:, 2]).astype(np.int64)
    for b in np.unique(band):
        some = found[band == b]
        reach = np.arange(-b, b + 1)
        down, right = np.meshgrid(reach, reach, indexing="ij")
        within = right**2 + down**2 <= (b + 0.5) ** 2
        for dy, dx in zip(down[within], right[within], strict=True):
            column, row = np.floor(some[:, 0]).astype(np.int64) + dx, np.floor(some[:, 1]).astype(np.int64) + dy
            apart = np.hypot(column + 0.5 - some[:, 0], row + 0.5 - some[:, 1])
            value = np.clip(some[:, 2] + 0.5 - apart, 0, 1) * some[:, 3]
            good = (value > 0.02) & (column >= 0) & (column < sheet.columns) & (row >= 0) & (row < sheet.rows)
            cell = row[good] * sheet.columns + column[good]
            np.maximum.at(cover, cell, value[good])
            weight += np.bincount(cell, value[good], cells)
            for k in range(3):
                colour[:, k] += np.bincount(cell, value[good] * some[good, 4 + k], cells)
    mean = colour / np.maximum(weight, 1e-4)[:, None]
    size = (sheet.rows, sheet.columns)
    return cover.reshape(size).astype(np.float32), mean.reshape(*size, 3).astype(np.float32)


def _dots(sheet: _Sheet, view: _View, form: Dots) -> None:
    """Small dots as light; large soft ones are haze, not form."""
    n = min(len(form.position), MOST_DOTS)
    position = np.asarray(form.position[:n], np.float64)
    x, y = sheet.pixels(view.plane(position))
    near = view.distance / np.maximum(position[:, 2], NEAREST)
    radius = _each(form.size, len(form.position))[:n] * near * sheet.scale * 0.5
    colour = np.broadcast_to(np.asarray(form.colour, np.float32), (len(form.position), 3))[:n]
    on = (position[:, 2] > NEAREST) & (radius < 0.05 * sheet.rows) & (x >= 0) & (x < sheet.columns)
    on &= (y >= 0) & (y < sheet.rows)
    if on.any():
        cell = (y[on].astype(np.int64), x[on].astype(np.int64))
        np.add.at(sheet.added, cell, colour[on] * np.minimum(radius[on], 2.0).astype(np.float32)[:, None] ** 2)


def _mass(sheet: _Sheet) -> Map:
    """Where something is seen, 0..1."""
    return np.asarray(np.maximum(sheet.cover, 1 - np.exp(-3.0 * (sheet.added @ _LUMA))), np.float32)


def _scaled(values: Map, most: float = 97.0) -> Map:
    """0..1 by a percentile of what is not 0."""
    some = values[values > 1e-5]
    return np.asarray(np.clip(values / np.percentile(some, most), 0, 1), np.float32) if some.size else values


def _relief(sheet: _Sheet) -> Relief | None:
    """Cover, light and lines of a painted form."""
    rows = sheet.rows
    added = sheet.added @ _LUMA
    bright = added[added > 0.02]
    reference = max(float(np.percentile(bright, 90)), 0.05) if bright.size else 1.0
    cover = np.clip(np.maximum(sheet.cover, np.clip(added / reference, 0, 1) ** 0.7), 0, 1)
    solid = cover > 0.3
    if solid.sum() < 20:
        return None
    luminance = (sheet.colour + sheet.added) @ _LUMA / np.maximum(cover, 0.25)
    high, low = np.percentile(luminance[solid], (95, 8))
    own = np.clip((luminance - 0.6 * low) / max(high - 0.6 * low, 1e-3), 0, 1.15) ** 0.75
    # Local contrast: what is drawn on a surface matters more than how bright the surface is.
    around = blur(own * cover, 0.09 * rows) / np.maximum(blur(cover, 0.09 * rows), 0.05)
    own = np.clip(own * (0.42 + 0.29 / np.maximum(around, 0.12)), 0, 1.2)
    near = blur(own * cover, 0.022 * rows) / np.maximum(blur(cover, 0.022 * rows), 0.05)
    within = np.clip((blur(cover, 0.012 * rows) - 0.70) * 4, 0, 1)
    own = np.clip(own + (0.25 + 1.25 * within) * (own - near), 0, 1.2)
    flat = 1.0 - float(np.clip((high - low) / max(high, 1e-4), 0, 1))
    down, right = np.gradient(blur(cover, 0.8))
    contour = _scaled(np.hypot(right, down))
    down, right = np.gradient(blur(own * (cover > 0.5), 0.7))
    core = np.clip((blur(cover, 2.0) - 0.75) * 4, 0, 1)
    inner = np.clip(_scaled(np.hypot(right, down) * core) - 0.22, 0, 1) / 0.78
    share = min(1.0, 1.1 * float(contour.sum()) / max(float(inner.sum()), 1e-3))
    lines = contour + inner * np.float32(share)
    return Relief(np.asarray(cover, np.float32), np.asarray(own, np.float32), np.asarray(lines, np.float32), flat)
