"""Tall arched mirrors in gilt frames: dark glass that holds dim moments, breaks from a touch, and opens on light."""

from __future__ import annotations

from functools import cache, lru_cache

import numpy as np

from dreamplayer.drawing.painted import shape
from dreamplayer.drawing.people.figure import pose as _pose
from dreamplayer.drawing.primitives import Array, Shape
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.kit.noise import fbm, noise
from dreamplayer.kit.sdf import Canvas, Map, canvas, chain
from dreamplayer.kit.shapes import Painting, blur

BOX = (-0.72, -0.06, 0.72, 2.34)
"""Frame of the painting in metres; the mirror stands on 0."""
TALL = BOX[3] - BOX[1]
HALF, FOOT, SPRING = 0.50, 0.14, 1.62
"""Of the pane: half its width, its lower edge, and where its arch begins."""
TOUCH = (0.05, 1.05)
"""Where a hand meets the glass."""
GILT = (1.0, 0.58, 0.22)
"""The light of a gilt frame."""
MOMENTS = 6
PLAIN, OPEN = 6, 7
"""Frames after the moments: empty glass, and the light behind it."""


def arch(c: Canvas, half: float = HALF, foot: float = FOOT, spring: float = SPRING) -> Map:
    """An arched opening: straight sides and a half circle upon them.

    Args:
        c: where it is painted, in metres.
        half: half its width, and the radius of its arch.
        foot: height of its lower edge.
        spring: height at which the arch begins.

    Returns:
        Distance to it, (rows, columns) metres, negative within.
    """
    side = np.maximum(np.abs(c.x) - half, foot - c.y)
    d = np.where(c.y > spring, np.hypot(c.x, c.y - spring) - half, side)
    return np.asarray(d, np.float32)


def _stamp(c: Canvas, pose: str, x: float, tall: float, frame: int = 0, flip: bool = False, foot: float = 0.34) -> Map:
    """Where a figure stands in the picture, 0..1."""
    one = _pose(pose)
    image = one.shape.paint()[frame][..., 3]
    if flip:
        image = image[:, ::-1]
    rows, columns = image.shape
    v = (c.y - foot) / tall + one.shape.foot
    u = (c.x - x) / (tall * one.shape.aspect) + 0.5
    j = np.clip(((1 - v) * rows).astype(int), 0, rows - 1)
    i = np.clip((u * columns).astype(int), 0, columns - 1)
    return np.asarray(image[j, i] * ((u > 0) & (u < 1) & (v > 0) & (v < 1)), np.float32)


def _tree(c: Canvas) -> Map:
    """A bare tree, leaning."""
    d = np.full(c.x.shape, 9.0, np.float32)
    stack = [(0.28, 0.34, 1.75, 0.52, 0.045, 0)]
    k = 0
    while stack:
        x, y, turn, long, thick, level = stack.pop()
        bend = turn + 0.25 * float(normal(5, 3 + k, 1)[0]) * 0.6
        mx, my = x + 0.5 * long * np.cos(turn), y + 0.5 * long * np.sin(turn)
        ex, ey = mx + 0.5 * long * np.cos(bend), my + 0.5 * long * np.sin(bend)
        d = np.minimum(d, chain(c, [(x, y, thick), (mx, my, thick * 0.82), (ex, ey, thick * 0.66)], 0.0))
        if level < 5:
            for side in (-1.0, 1.0):
                k += 1
                spread = side * (0.34 + 0.28 * float(uniform(5, 90 + k, 1)[0]))
                stack.append((float(ex), float(ey), float(bend + spread), long * 0.70, thick * 0.62, level + 1))
    return d


def _moment(c: Canvas, k: int) -> Array:
    """A dim picture behind the glass, (rows, columns, 3)."""
    up = np.clip((c.y - FOOT) / 1.9, 0.0, 1.0)
    night = np.stack([0.020 + 0.02 * up, 0.022 + 0.022 * up, 0.045 + 0.045 * up], -1)
    mist = np.exp(-((c.x**2) / 0.10 + (c.y - 0.95) ** 2 / 0.35))
    warm = (0.16, 0.065, 0.045) if k % 3 == 1 else (0.055, 0.050, 0.095)
    picture = night + mist[..., None] * np.asarray(warm)
    floor = smooth(c.y, 0.42, 0.30)
    picture = picture * (1 - 0.45 * floor)[..., None]
    dark: Map = np.zeros_like(c.x)
    if k == 0:
        for x0, y0 in ((-0.44, 0.86), (-0.16, 0.86), (-0.44, 1.20), (-0.16, 1.20)):
            pane = (c.x > x0) & (c.x < x0 + 0.25) & (c.y > y0) & (c.y < y0 + 0.31)
            picture = np.where(pane[..., None], picture + np.array([0.10, 0.11, 0.17]), picture)
        dark = _stamp(c, "coat", -0.05, 0.95)
    elif k == 1:
        dark = np.maximum(_stamp(c, "gown-side", -0.22, 0.74), _stamp(c, "coat-side", 0.22, 0.80, 0, True))
    elif k == 2:
        dark = np.maximum(np.clip(0.5 - _tree(c) / 0.006, 0, 1), _stamp(c, "sit", -0.16, 0.74))
    elif k == 3:
        moon = np.hypot(c.x - 0.14, c.y - 1.52)
        picture = picture + (np.clip(0.5 - (moon - 0.10) / 0.01, 0, 1) * 0.22 + 0.10 * np.exp(-moon * 6))[
            ..., None
        ] * np.array([1.0, 0.85, 0.62])
        sea = c.y < 0.86
        glint = np.exp(-(((c.x - 0.14) / (0.05 + 0.20 * np.clip(0.86 - c.y, 0, 1))) ** 2))
        band = np.clip(noise(c.x * 5, c.y * 60, 3) * 1.8 - 0.7, 0, 1)
        picture = np.where(
            sea[..., None], picture * 0.55 + (glint * band * 0.16)[..., None] * np.array([1.0, 0.8, 0.6]), picture
        )
        dark = _stamp(c, "look-up", -0.20, 0.62)
    elif k == 4:
        dark = _stamp(c, "pair", 0.0, 0.74)
        picture = picture + (0.12 * np.exp(-(((c.y - 0.46) / 0.05) ** 2)))[..., None] * np.array([1.0, 0.45, 0.2])
    else:
        lamp = np.hypot(c.x - 0.12, c.y - 0.72)
        picture = picture + (0.5 * np.exp(-lamp * 14) + 0.10 * np.exp(-lamp * 4))[..., None] * np.array(
            [1.0, 0.5, 0.18]
        )
        dark = _stamp(c, "gown", -0.12, 0.86)
    return np.asarray(
        picture * (1 - 0.93 * dark)[..., None] + dark[..., None] * np.array([0.004, 0.004, 0.008]), np.float32
    )


def _frame(c: Canvas, k: int) -> Painting:
    """One mirror as it hangs: its picture, the sheen of the glass, the gilt frame around."""
    inner, d = arch(c), arch(c, HALF + 0.135, 0.0, SPRING)
    rows, columns = c.x.shape
    out = np.zeros((rows, columns, 8), np.float32)
    pane = np.clip(0.5 - inner / c.step, 0, 1)
    sheen = np.exp(-(((c.x * 0.55 + c.y - 1.55) / 0.10) ** 2)) + 0.6 * np.exp(
        -(((c.x * 0.55 + c.y - 1.20) / 0.045) ** 2)
    )
    glass = _moment(c, k) if k < MOMENTS else np.zeros((rows, columns, 3), np.float32)
    if k >= PLAIN:
        up = np.clip(c.y / 2.1, 0, 1)
        fog = fbm(c.x * 1.6, c.y * 1.1, 9)
        glass = np.stack([0.014 + 0.03 * up * fog, 0.016 + 0.034 * up * fog, 0.036 + 0.085 * up * fog], -1)
        low = np.exp(-(((c.y - 0.62) / 0.16) ** 2)) * (0.6 + 0.8 * fog)
        glass = glass + low[..., None] * np.array([0.075, 0.032, 0.022])
    if k != OPEN:
        glass = glass + (0.035 * sheen)[..., None] * np.array([0.8, 0.85, 1.2])
        glass = glass * (0.45 + 0.55 * smooth(-inner, 0.0, 0.10))[..., None]
    # The frame: two mouldings with beads between, lit from the middle of the corridor.
    s = np.clip(inner / 0.135, 0.0, 1.0)
    roll = np.sin(np.pi * np.clip(s / 0.38, 0, 1)) * (s < 0.38) + np.sin(np.pi * np.clip((s - 0.62) / 0.38, 0, 1)) * (
        s > 0.62
    )
    along = np.where(c.y > SPRING, np.arctan2(c.x, c.y - SPRING) * 0.57, c.y * np.sign(c.x))
    bead = (0.5 + 0.5 * np.cos(along * 78.0)) * ((s > 0.40) & (s < 0.60))
    leaf = 0.65 + 0.7 * fbm(c.x * 9, c.y * 9, 3)
    gold = (0.10 + 0.62 * roll**2 + 0.42 * bead) * leaf
    gilt = gold[..., None] * np.array([0.40, 0.205, 0.060])
    out[..., :3] = glass * pane[..., None] + gilt * (1 - pane)[..., None]
    out[..., 3] = np.clip(0.5 - d / c.step, 0, 1)
    gy, gx = np.gradient(d, c.step)
    out[..., 4], out[..., 5] = gx * roll * 0.8 * (1 - pane), -gy * roll * 0.8 * (1 - pane)
    out[..., 6] = np.clip(-d, 0, None) / TALL
    out[..., 7] = (0.10 * roll**3 + 0.10 * bead**2) * leaf * (1 - pane) * out[..., 3]
    if k == OPEN:
        core = np.exp(-((c.x / 0.34) ** 2 + ((c.y - 1.05) / 0.62) ** 2))
        haze = 0.22 + 0.5 * fbm(c.x * 2.2, c.y * 1.6, 21)
        # Someone made of light stands there and holds out a hand.
        being = blur(_stamp(c, "gown-side", 0.04, 1.06, flip=True), 1.6)
        light = ((0.07 + 0.42 * core) * (0.4 + haze) + 0.62 * being) * pane
        out[..., 7] = np.maximum(out[..., 7] * 2.2, np.clip(light, 0, 0.9))
        spill = blur(light.astype(np.float32), 10) * 0.30
        fade = np.clip(np.minimum(np.minimum(c.x - c.left, c.right - c.x), c.top - c.y) / 0.06, 0, 1)
        out[..., 7] = np.clip(out[..., 7] + spill * (1 - pane) * fade, 0, 0.95)
    return out


@cache
def _painted() -> Array:
    c = canvas(*BOX, 300)
    image = np.stack([_frame(c, k) for k in range(MOMENTS + 2)]).astype(np.float32)
    image.setflags(write=False)
    return image


def mirror_shape() -> Shape:
    """Six moments, the plain glass, the opened light."""
    return Shape("arched mirror", _painted, (BOX[2] - BOX[0]) / TALL, -BOX[1] / TALL)


CELLS = 64
_TILE = 44


@lru_cache(maxsize=2)
def _broken(clear: bool) -> tuple[Array, Array, Array]:
    """Shards of the pane as small frames, their middles (n, 2), sides (n,)."""
    c = canvas(*BOX, 240)
    picture = _frame(c, PLAIN)
    inner = arch(c)
    far = 0.06 + 1.1 * uniform(41, 1, CELLS) ** 1.25
    turn = 6.2832 * uniform(41, 2, CELLS)
    px, py = TOUCH[0] + 0.62 * far * np.cos(turn), TOUCH[1] + 0.98 * far * np.sin(turn)
    px, py = np.clip(px, -HALF + 0.02, HALF - 0.02), np.clip(py, FOOT + 0.03, SPRING + HALF - 0.10)
    warp = 0.05 * (fbm(c.x * 4, c.y * 4, 8) - 0.5)
    near = np.full(c.x.shape, 9.0, np.float32)
    second = near.copy()
    label = np.zeros(c.x.shape, np.int32)
    for k in range(CELLS):
        d = np.hypot(c.x + warp - px[k], c.y - warp - py[k]).astype(np.float32)
        closer = d < near
        second = np.where(closer, near, np.minimum(second, d))
        label = np.where(closer, k, label)
        near = np.minimum(near, d)
    edge = np.minimum((second - near) * 0.5, np.maximum(-inner, 0.0))
    tiles = np.zeros((CELLS, _TILE, _TILE, 8), np.float32)
    middle, side = np.zeros((CELLS, 2), np.float32), np.full(CELLS, 0.02, np.float32)
    for k in range(CELLS):
        inside = (label == k) & (inner < 0)
        if inside.sum() < 4:
            continue
        xs, ys = c.x[inside], c.y[inside]
        cx, cy = (xs.min() + xs.max()) / 2, (ys.min() + ys.max()) / 2
        s = max(xs.max() - xs.min(), ys.max() - ys.min()) * 1.12 + 2 * c.step
        gx = cx + ((np.arange(_TILE) + 0.5) / _TILE - 0.5) * s
        gy = cy - ((np.arange(_TILE) + 0.5) / _TILE - 0.5) * s
        i = np.clip(((gx - c.left) / (c.right - c.left) * c.x.shape[1]).astype(int), 0, c.x.shape[1] - 1)
        j = np.clip(((c.top - gy) / c.height * c.x.shape[0]).astype(int), 0, c.x.shape[0] - 1)
        jj, ii = np.meshgrid(j, i, indexing="ij")
        a = blur(inside[jj, ii].astype(np.float32), 0.6)
        tone = 0.6 + 0.8 * float(uniform(41, 3, CELLS)[k])
        tiles[k, ..., :3] = picture[jj, ii, :3] * tone + np.array([0.012, 0.012, 0.022])
        tiles[k, ..., 3] = a * (0.35 if clear else 0.95)
        tiles[k, ..., 4] = float(normal(41, 4, CELLS)[k]) * 0.35
        tiles[k, ..., 5] = float(normal(41, 5, CELLS)[k]) * 0.35
        tiles[k, ..., 6] = np.clip(edge[jj, ii], 0, 1) / max(s, 0.05)
        tiles[k, ..., 7] = np.exp(-edge[jj, ii] / 0.006) * a * 0.75
        middle[k], side[k] = (cx, cy), s
    tiles.setflags(write=False)
    return tiles, middle, side


@cache
def shards_shape(clear: bool) -> Shape:
    """The pieces of a broken mirror as a shape, a frame for each.

    Args:
        clear: True for empty glass, seen through; False with the picture they showed.

    Returns:
        A square shape of `CELLS` frames, its anchor in their middle.
    """
    return shape("mirror/shards/clear" if clear else "mirror/shards", lambda: _broken(clear)[0], 1.0, 0.5)


def shards(clear: bool = False) -> tuple[Array, Array, Array]:
    """Where the pieces of a broken mirror lie while it is whole, and the order in which they let go.

    Args:
        clear: as `shards_shape` takes it.

    Returns:
        Middles (n, 2) and sides (n,) of their frames in metres, and when each lets go, (n,) 0..1: those near the touch
        and above it first.
    """
    _, middle, side = _broken(clear)
    dx, dy = middle[:, 0] - TOUCH[0], middle[:, 1] - TOUCH[1]
    away = np.hypot(dx, np.where(dy > 0, 0.55 * dy, 1.15 * dy)) / 1.15 + 0.10 * uniform(41, 6, CELLS)
    return middle, side, np.clip(away / away.max(), 0.0, 1.0).astype(np.float32)
