"""Beings of light: a body felt rather than drawn, woven of motes along its contours over a dim warm blur."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from dreamplayer.drawing.body import hand, head_back, limb
from dreamplayer.drawing.dressed import gown_back, gown_side
from dreamplayer.drawing.figure import kneeling
from dreamplayer.drawing.painted import on
from dreamplayer.drawing.primitives import Array, Shape
from dreamplayer.kit.hashing import dice, seed_of
from dreamplayer.kit.outline import spline, taper
from dreamplayer.kit.sdf import Canvas, Map, blob, canvas
from dreamplayer.kit.shapes import Layer, Painting, blur, frames, painting

_BOXES = {
    "reach": (-0.34, -0.05, 0.40, 1.0),
    "stand": (-0.30, -0.05, 0.30, 1.05),
    "kneel": (-0.50, -0.04, 0.36, 0.80),
    "angel": (-0.86, -0.05, 0.86, 1.22),
}
STRAND = 14
"""Motes in a strand along a contour."""


def _layers(name: str, c: Canvas) -> list[Layer]:
    match name:
        case "reach":
            return gown_side(c, "reach")
        case "kneel":
            return kneeling(c)
        case "angel":
            return [*wings(c), *_angel(c)]
        case _:
            return gown_back(c)


def _angel(c: Canvas) -> list[Layer]:
    """A robed one with hands together before the breast, hair to the shoulders."""
    body = gown_back(c, 0.0, 0.98, arms=False)[:-1]
    return [
        *body,
        limb(c, [(-0.078, 0.785, 0.026), (-0.118, 0.640, 0.025), (-0.018, 0.668, 0.016)]),
        limb(c, [(0.078, 0.785, 0.026), (0.118, 0.640, 0.025), (0.018, 0.668, 0.016)]),
        hand(c, (-0.012, 0.655), 1.65, 0.064),
        hand(c, (0.012, 0.655), 1.50, 0.064),
        *head_back(c, (0.0, 0.912), 0.130, long=False),
    ]


def wings(c: Canvas, lift: float = 0.0) -> list[Layer]:
    """Two folded-open wings, long primaries hanging down, each feather a layer; `lift` raises them."""
    layers: list[Layer] = []
    for side in (-1.0, 1.0):
        arm = spline(
            [(0.035, 0.74), (0.16, 0.90 + 0.05 * lift), (0.31, 1.06 + 0.08 * lift), (0.45, 1.10 + 0.10 * lift)],
            10,
            closed=False,
        )
        for row, (count, long, wide) in enumerate(((11, 0.60, 0.034), (10, 0.36, 0.032), (9, 0.18, 0.030))):
            for k in range(count):
                f = k / (count - 1)
                x, y = arm[round((0.10 + 0.90 * f) * (len(arm) - 1))]
                turn = -1.50 + 0.62 * f**1.3 + 0.12 * lift
                length = long * (0.62 + 0.38 * np.sin(np.pi * (0.18 + 0.62 * f)))
                bend = 0.10 * length * (1 - f)
                tip = (x + length * np.cos(turn), y + length * np.sin(turn))
                middle = (x + 0.55 * length * np.cos(turn) + bend, y + 0.55 * length * np.sin(turn))
                spine = spline([(side * x, y), (side * middle[0], middle[1]), (side * tip[0], tip[1])], 8, closed=False)
                outline = taper(spine, (wide * 0.5, wide, wide * 0.92, wide * 0.35))
                layers.append(Layer(blob(c, outline, 0.05), round=0.012 + 0.004 * row))
        layers.append(Layer(blob(c, taper(arm, (0.030, 0.036, 0.028, 0.012)), 0.05), round=0.02))
    return layers


@cache
def body_shape(name: str) -> Shape:
    """The dim body under the motes: `reach`, `stand`, `kneel` or `angel`. All glow, soft edges, little alpha."""
    box = _BOXES[name]

    def painted() -> Painting:
        c = canvas(*box, 200)
        whole = np.full(c.x.shape, 9.0, np.float32)
        inner = np.zeros(c.x.shape, np.float32)
        for layer in _layers(name, c):
            inside = np.clip(0.5 - layer.distance / c.step, 0, 1)
            edge = np.exp(np.minimum(layer.distance, 0) / 0.02)
            inner += (0.52 + 0.22 * edge - inner) * inside
            whole = np.minimum(whole, layer.distance)
        alpha = blur(np.clip(0.5 - whole / c.step, 0, 1).astype(np.float32), 2.2)
        ground = np.clip((c.y + 0.02) / 0.22, 0.12, 1.0)
        near = np.clip(whole, 0, None)
        halo = np.exp(-near / 0.03) * np.clip(1.0 - near / 0.048, 0, 1) * 0.16
        glow = blur((inner * (0.5 + 0.5 * ground)).astype(np.float32), 1.2) + halo * (1 - alpha)
        edge_fade = _frame_fade(c)
        dim = np.asarray(alpha * 0.55, np.float32)
        return painting(c, (0.5, 0.28, 0.12), dim, np.asarray(glow * edge_fade, np.float32))

    return on(canvas(*box, 8), f"light/{name}", painted)


def _frame_fade(c: Canvas) -> Map:
    """0 at the frame's border, so that a halo is never cut."""
    across = np.minimum(c.x - c.left, c.right - c.x)
    along = np.minimum(c.y - c.bottom, c.top - c.y)
    return np.asarray(np.clip(np.minimum(across, along) / 0.04, 0.0, 1.0), np.float32)


@lru_cache(maxsize=8)
def woven(name: str, count: int) -> tuple[Array, Array, Array]:
    """Where the motes of a body lie, in random order, so that any front part of them will do.

    Places (count, 2) in adult heights from the feet, brightness (count,), and the place of each along its
    strand, 0..1, or -1 for single motes.
    """
    box = _BOXES[name]
    c = canvas(*box, 250 if name == "angel" else 420)
    layers = _layers(name, c)
    single = count - (count // (2 * STRAND)) * STRAND
    strands = (count - single) // STRAND
    x, y, shine, along = [], [], [], []
    weights = [_weight(layers, k) for k in range(len(layers))]
    totals = np.array([float(w.sum()) for w in weights])
    share = totals / totals.sum()
    for k, layer in enumerate(layers):
        out_x, out_y = _outward(c, layer.distance)
        seed = seed_of("woven", name, k)
        for lane, n, steps in ((1, round(single * share[k]), 1), (5, round(strands * share[k]), STRAND)):
            if n == 0 or totals[k] == 0.0:
                continue
            order = np.cumsum(weights[k].ravel(), dtype=np.float64)
            pick = np.searchsorted(order, dice(seed, lane, n).astype(np.float64) * order[-1])
            row, column = np.divmod(np.minimum(pick, order.size - 1), c.x.shape[1])
            px = c.x[row, column] + (dice(seed, lane + 1, n) - 0.5) * c.step
            py = c.y[row, column] + (dice(seed, lane + 2, n) - 0.5) * c.step
            for step in range(steps):
                j, i = _pixel(c, px, py)
                x.append(px)
                y.append(py)
                shine.append(
                    _shine(layers, k, j, i) * np.clip(0.75 + 0.17 * out_x[j, i] + 0.28 * out_y[j, i], 0.4, 1.2)
                )
                along.append(np.full(n, -1.0 if steps == 1 else (step + 0.5) / steps))
                px, py = px - out_y[j, i] * np.float32(0.0062), py + out_x[j, i] * np.float32(0.0062)
    points = np.stack([np.concatenate(x), np.concatenate(y)], 1)
    n = len(points)
    shuffled = np.argsort(dice(seed_of("order", name), 3, n))
    return (
        np.asarray(points[shuffled], np.float32),
        np.asarray(np.concatenate(shine)[shuffled], np.float32),
        np.asarray(np.concatenate(along)[shuffled], np.float32),
    )


def _outward(c: Canvas, distance: Map) -> tuple[Map, Map]:
    """The unit vector away from a part, everywhere."""
    down, right = np.gradient(distance, c.step)
    length = np.hypot(right, down) + 1e-6
    return np.asarray(right / length, np.float32), np.asarray(-down / length, np.float32)


def _pixel(c: Canvas, x: Array, y: Array) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Row and column of points, held within the canvas."""
    rows, columns = c.x.shape
    column = np.clip((x - c.left) / (c.right - c.left) * columns, 0, columns - 1).astype(np.int64)
    return np.clip((c.top - y) / c.height * rows, 0, rows - 1).astype(np.int64), column


def _shine(layers: Sequence[Layer], k: int, row: NDArray[np.int64], column: NDArray[np.int64]) -> Array:
    """How bright motes of one part are: most along its rim, none outside it or behind a nearer part."""
    d = layers[k].distance[row, column]
    bright = (0.62 + 0.24 * np.exp(-(((d + 0.006) / 0.009) ** 2)) + 0.20 * np.exp(d / 0.03)) * (d < 0.004)
    for other in layers[k + 1 :]:
        bright = bright * np.clip(other.distance[row, column] / 0.009, 0.0, 1.0)
    return np.asarray(bright, np.float32)


def _weight(layers: Sequence[Layer], k: int) -> Map:
    """Where motes of one part lie thick: along its rim, evenly within, none where a nearer part hides it."""
    d = layers[k].distance
    w = (d < 0) * (0.75 + 0.26 * np.exp(-(((d + 0.007) / 0.010) ** 2)) + 0.25 * np.exp(np.minimum(d, 0) / 0.03))
    for other in layers[k + 1 :]:
        w = w * np.clip(other.distance / 0.010, 0.0, 1.0)
    return np.asarray(w, np.float32)


def height(name: str) -> float:
    """Height of a body's frame, in adult heights."""
    box = _BOXES[name]
    return box[3] - box[1]


def middle(name: str) -> float:
    """How far right of the feet the middle of a body's frame lies, in adult heights."""
    box = _BOXES[name]
    return (box[0] + box[2]) / 2


VEIL_FRAMES = 6


@cache
def veil_shape() -> Shape:
    """A veiled figure that ends in mist, its cloth waving through `VEIL_FRAMES` frames."""
    box = (-0.36, -0.06, 0.36, 1.06)

    def painted() -> Array:
        c = canvas(*box, 200)
        return frames([_veil(c, k / (VEIL_FRAMES - 1)) for k in range(VEIL_FRAMES)])

    return on(canvas(*box, 8), "light/veil", painted)


def _veil(c: Canvas, wave: float) -> Painting:
    s = 2.0 * wave - 1.0
    outline = [
        (0.0, 0.985), (0.052, 0.965), (0.076, 0.915), (0.070, 0.86), (0.092, 0.815), (0.135, 0.74), (0.150, 0.60),
        (0.150 + 0.02 * s, 0.42), (0.185 + 0.03 * s, 0.22), (0.230 + 0.05 * s, 0.02), (0.15 + 0.04 * s, 0.06),
        (0.09 + 0.05 * s, -0.01), (0.02 + 0.05 * s, 0.05), (-0.06 + 0.05 * s, -0.02), (-0.13 + 0.04 * s, 0.05),
        (-0.20 + 0.05 * s, 0.0), (-0.165 + 0.03 * s, 0.22), (-0.140 + 0.02 * s, 0.42), (-0.145, 0.60),
        (-0.132, 0.74), (-0.092, 0.815), (-0.070, 0.86), (-0.076, 0.915), (-0.052, 0.965),
    ]  # fmt: skip
    d = blob(c, spline(outline, 6))
    down = np.clip((0.82 - c.y) / 0.8, 0.0, 1.0)
    across = c.x / (0.07 + 0.16 * down)
    fold = 0.5 + 0.5 * np.sin(across * 7.0 + 1.2 * s + 3.0 * down) * np.sin(across * 3.1 - 0.8 * s)
    cover = np.clip(0.5 - d / 0.010, 0, 1) * np.clip((c.y + 0.02) / 0.42, 0.0, 1.0)
    hood = blob(c, spline([(0.0, 0.955), (0.040, 0.93), (0.042, 0.875), (0.0, 0.835), (-0.042, 0.875), (-0.040, 0.93)]))
    face = np.clip(0.5 - hood / 0.03, 0, 1)
    rim = np.exp(np.minimum(d, 0) / 0.018)
    glow = (0.45 * rim + 0.32 * fold**2 * (0.3 + 0.7 * down) + 0.14) * cover * (1 - 0.55 * face)
    out = painting(c, (1.0, 1.0, 1.0), cover * (0.35 + 0.35 * rim), (blur(glow.astype(np.float32), 0.8)))
    gy, gx = np.gradient(np.asarray(fold * 0.02, np.float32), c.step)
    out[..., 4], out[..., 5] = np.clip(-gx, -0.7, 0.7), np.clip(gy, -0.7, 0.7)
    out[..., 6] = np.clip(-d, 0, None) / c.height
    return out
