"""Pages, open books and old maps: faintly written on, lit from within."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.primitives import Array
from dreamplayer.drawing.props import drawn
from dreamplayer.kit.hashing import roll
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import Canvas, Map
from dreamplayer.kit.shapes import Layer, Painting, blur


def writing(u: Map, v: Map, seed: int, lines: int = 13) -> Map:
    """Handwriting one cannot quite read, 0..1 ink, on a page u 0..1 across and v 0..1 up."""
    row = np.floor(v * lines)
    y = np.mod(v * lines, 1.0) - 0.42
    wobble = 0.20 * np.sin(u * 95 + row * 7.1) * np.sin(u * 37 + row * 3.3) + 0.10 * np.sin(u * 160 + row)
    word = roll(seed, 3, (np.floor(u * 8.5 + 0.4 * np.sin(row * 5)) + row * 31).astype(np.int64)) > 0.16
    gap = np.abs(np.mod(u * 8.5 + 0.4 * np.sin(row * 5), 1.0) - 0.5) < 0.42
    stop = u < 0.62 + 0.30 * roll(seed, 4, row.astype(np.int64))
    margin = (u > 0.12) & (v > 0.10) & (v < 0.90)
    return np.asarray(np.exp(-(((y - wobble) / 0.11) ** 2)) * word * gap * stop * margin, np.float32)


def sheet(c: Canvas, bend: float, seed: int) -> Painting:
    """One sheet of paper, curled by `bend`."""
    y = c.y - bend * 0.10 * np.cos(c.x * 4.2) - 0.04 * bend * np.sin(c.x * 9)
    u, v = c.x / 0.70 + 0.5, y / 0.98 + 0.5
    d = np.maximum(np.abs(c.x) - 0.35, np.abs(y) - 0.49)
    inside = np.clip(0.5 - d / c.step, 0, 1)
    fold = np.exp(-(((v - 0.5) / 0.02) ** 2)) * 0.3
    fibre = 0.85 + 0.3 * (fbm(c.x * 20, c.y * 20, seed, 3) - 0.5)
    shade = 0.75 + 0.25 * np.sin(c.x * 4.2 * bend + 0.6)
    ink = writing(u.astype(np.float32), v.astype(np.float32), seed)
    out = np.zeros((*c.x.shape, 8), np.float32)
    out[..., :3] = (shade * fibre * (1 - 0.85 * ink) * (1 - fold))[..., None] * np.array([0.42, 0.34, 0.25])
    out[..., 3] = inside * 0.97
    out[..., 4] = np.clip(-bend * 0.5 * np.sin(c.x * 4.2), -0.8, 0.8)
    out[..., 6] = np.clip(-d, 0, 0.24)
    lit = np.exp(-((u - 0.5) ** 2 + (v - 0.45) ** 2) / 0.18)
    edge = np.exp(-np.clip(-d, 0, 1) / 0.008)
    out[..., 7] = np.clip((0.16 * shade * lit * fibre * (1 - 0.9 * ink) + 0.26 * edge * shade), 0, 1) * inside
    return out


def sheets(c: Canvas) -> Array:
    """Four sheets, each curled otherwise."""
    return np.stack([sheet(c, b, 5 + k) for k, b in enumerate((0.25, -0.7, 0.8, -0.2))])


def open_book(c: Canvas, lift: float = 0.0) -> Painting:
    """An open book seen from a little above: two pages that curve to the spine, light rising from between them.

    `lift` 0 lies open .. 1 closed upright to a narrow wedge.
    """
    s = np.abs(c.x)
    sign = np.sign(c.x)
    half = 0.62 * (1 - 0.62 * lift)
    w = np.clip(s / half, 0, 1.2)
    # The far edge of the pages, the near edge, and how they belly.
    belly = 0.10 * np.clip(np.sin(np.pi * np.clip(w, 0, 1)), 0, 1) ** 0.8 * (1 - 0.5 * w) + 0.16 * lift * w
    top = 0.44 + belly + 0.02 * w
    low = 0.10 + belly * 0.9 - 0.05 * w
    v = (c.y - low) / (top - low)
    d = np.maximum(np.maximum(s - half, low - c.y), c.y - top)
    page = np.clip(0.5 - d / c.step, 0, 1)
    thick = np.clip(0.5 - np.maximum(np.maximum(s - half * 1.015, low - 0.055 - c.y), c.y - top) / c.step, 0, 1)
    cover = np.clip(0.5 - np.maximum(np.maximum(s - half * 1.06, low - 0.085 - c.y), c.y - top - 0.01) / c.step, 0, 1)
    leaves = 0.6 + 0.4 * np.sin((c.y - low) * 700)
    ink = writing(
        (0.5 + 0.5 * (w - 0.02) * 0.98).astype(np.float32) * (sign > 0) + (1 - w).astype(np.float32) * (sign <= 0),
        v.astype(np.float32),
        9,
        11,
    )
    tilt = np.gradient(belly, c.step, axis=1)
    gutter = np.exp(-((s / 0.035) ** 2))
    out = np.zeros((*c.x.shape, 8), np.float32)
    leather = np.array([0.20, 0.075, 0.045])
    paper = np.array([0.46, 0.37, 0.26])
    tone = (0.55 + 0.45 * np.clip(0.6 - tilt * sign * 0.3, 0, 1)) * (1 - 0.8 * ink) * (1 - 0.5 * gutter)
    out[..., :3] = leather
    out[..., :3] += (paper * 0.55 * leaves[..., None] - out[..., :3]) * thick[..., None]
    out[..., :3] += (paper * tone[..., None] - out[..., :3]) * page[..., None]
    out[..., 3] = np.maximum(np.maximum(cover, thick), page)
    out[..., 4] = np.clip(-tilt * 0.8, -0.8, 0.8) * page
    out[..., 5] = 0.5 * page
    out[..., 6] = np.clip(-np.maximum(np.maximum(s - half * 1.06, low - 0.085 - c.y), c.y - top - 0.01), 0, 0.2)
    core = np.exp(-((c.x / 0.26) ** 2)) * np.clip(1 - 0.3 * v, 0.2, 1)
    glow = (0.10 + 0.55 * core) * page * (1 - 0.75 * ink) + 0.22 * np.exp(-np.clip(top - c.y, 0, 1) / 0.008) * page
    beam = (
        np.exp(-((c.x / (0.16 + 0.5 * np.clip(c.y - 0.42, 0, 1))) ** 2)) * np.clip(1 - (c.y - 0.40) / 0.52, 0, 1) ** 1.6
    )
    beam = beam * (c.y > top - 0.02) * 0.30 * (0.7 + 0.5 * fbm(c.x * 5, c.y * 3, 4))
    edge = np.exp(-np.abs(c.y - low + 0.085) / 0.006) * cover * 0.25
    out[..., 7] = np.clip(glow + beam * (1 - 0.6 * lift) + edge, 0, 1)
    out[..., 7] = np.maximum(out[..., 7], 0.12 * blur(out[..., 7], 6))
    return out


def books(c: Canvas) -> Array:
    """Four states from open to nearly closed."""
    return np.stack([open_book(c, k) for k in (0.0, 0.33, 0.66, 1.0)])


SHEETS = drawn("page/sheets", (-0.42, -0.62, 0.42, 0.62), sheets, 240)
BOOK = drawn("page/book", (-0.76, -0.04, 0.76, 0.98), books, 280)


def old_map(c: Canvas) -> list[Layer]:
    """An unrolled chart: coasts, a winding dotted way, a rose, a lit place at its end."""
    y: Map = np.asarray(c.y - 0.012 * np.sin(c.x * 11), np.float32)
    sheet = np.maximum(np.abs(c.x) - 0.66 - 0.008 * np.sin(y * 37), np.abs(y) - 0.42 - 0.008 * np.sin(c.x * 29))
    rolls = np.minimum(
        np.maximum(np.abs(c.x + 0.68) - 0.045, np.abs(c.y) - 0.47),
        np.maximum(np.abs(c.x - 0.68) - 0.045, np.abs(c.y) - 0.47),
    )
    land = fbm(c.x * 2.6 + 5, y * 2.6, 12)
    coast = np.exp(-((np.abs(land - 0.52) / 0.008) ** 2)) + 0.5 * np.exp(-((np.abs(land - 0.49) / 0.005) ** 2))
    hills = np.exp(-((np.abs(np.mod(c.x * 13, 1) - 0.5) * 0.10 + np.mod(y * 9, 1) * 0.10 - 0.05) ** 2) / 0.00012) * (
        land > 0.60
    )
    t = np.linspace(0, 1, 34)
    way = np.stack([-0.46 + 0.86 * t, -0.22 + 0.42 * t + 0.13 * np.sin(7.5 * t)], 1)
    path = np.minimum.reduce([np.hypot(c.x - px, y - py) - 0.0085 for px, py in way])
    goal = np.hypot(c.x - way[-1, 0], y - way[-1, 1])
    rx, ry = c.x + 0.42, y - 0.22
    rr, ra = np.hypot(rx, ry), np.arctan2(rx, ry)
    rose = np.clip(
        0.5 - (rr - 0.11 / (1 + 9 * np.abs(np.mod(ra / (np.pi / 2) + 0.5, 1) - 0.5))) / 0.005, 0, 1
    ) + np.exp(-((rr - 0.09) ** 2) / 0.00002)
    ink = np.clip(coast + 0.7 * hills + 0.8 * rose, 0, 1)
    paper = (
        (0.75 + 0.4 * fbm(c.x * 6, y * 6, 3))[..., None] * np.array([0.40, 0.29, 0.16]) * (1 - 0.72 * ink)[..., None]
    )
    light = (0.18 + 0.16 * np.exp(-((c.x / 0.4) ** 2 + (y / 0.3) ** 2))) * (1 - 0.8 * ink) + 0.6 * np.exp(-goal / 0.07)
    shade = 1 - 0.6 * np.exp(-np.clip(0.64 - np.abs(c.x), 0, 1) / 0.05)
    return [
        Layer(sheet, paper.astype(np.float32), glow=(light * shade).astype(np.float32), round=0.01),
        Layer(path, (0.5, 0.3, 0.15), glow=0.85),
        Layer(np.asarray(goal - 0.020, np.float32), (0.5, 0.3, 0.15), glow=1.0),
        Layer(rolls, (0.36, 0.26, 0.15), glow=0.12, round=0.045),
    ]
