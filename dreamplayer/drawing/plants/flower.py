"""Flowers painted petal by petal, seen from a little above: five kinds on stems, each from bud to full bloom."""

from __future__ import annotations

from functools import cache

import numpy as np

from dreamplayer.drawing.painted import on
from dreamplayer.drawing.primitives import Array, Shape
from dreamplayer.kit.hashing import uniform
from dreamplayer.kit.outline import taper
from dreamplayer.kit.sdf import Canvas, blob, canvas, disc
from dreamplayer.kit.shapes import Layer, Painting, frames, paint

KINDS = ("daisy", "tulip", "peony", "bell", "spike", "lotus")
HUES = np.array(
    [
        (0.62, 0.21, 0.24),
        (0.25, 0.14, 0.34),
        (0.70, 0.255, 0.045),
        (0.66, 0.13, 0.03),
        (0.58, 0.40, 0.32),
        (0.55, 0.10, 0.16),
    ],
    np.float32,
)
"""Rose, lavender, gold, saffron, milk white, wine: linear light."""
_BOX = (-0.46, -0.03, 0.46, 1.03)
LOTUS_FRAME = (-1.05, -0.22, 1.05, 1.03)
GREEN = (0.16, 0.20, 0.09)


def _petal(
    c: Canvas,
    foot: tuple[float, float],
    tip: tuple[float, float],
    wide: float,
    bend: float,
    point: float,
    tone: float = 1.0,
) -> Layer:
    """One petal from foot to tip: veins, a bright foot, a lit rim. `point` 0 round .. 1 sharp."""
    (x0, y0), (x1, y1) = foot, tip
    long = float(np.hypot(x1 - x0, y1 - y0)) + 1e-6
    dx, dy = (x1 - x0) / long, (y1 - y0) / long
    s = np.linspace(0.0, 1.0, 12)
    off = bend * long * np.sin(np.pi * s)
    spine = np.stack([x0 + dx * long * s - dy * off, y0 + dy * long * s + dx * off], 1)
    round_ = np.clip(s, 0.015, 1) ** 0.62 * np.clip(1 - s ** (5.0 - 3.4 * point), 0.004, 1) ** (0.55 + 0.25 * point)
    d = blob(c, taper(spine, wide * round_), 0.09)
    u = ((c.x - x0) * -dy + (c.y - y0) * dx) / max(wide, 1e-3)
    v = np.clip(((c.x - x0) * dx + (c.y - y0) * dy) / long, 0, 1)
    veins = 0.5 + 0.5 * np.cos(u / (0.35 + 0.65 * v) * 11.0)
    shade = tone * (0.20 + 0.62 * v + 0.13 * veins - 0.20 * np.clip(np.abs(u), 0, 1) ** 2)
    albedo = np.repeat(np.clip(shade, 0.05, 1.0)[..., None], 3, axis=2).astype(np.float32)
    glow = tone * np.clip(0.16 * np.exp(-v * 3.0) + 0.05 + 0.24 * v + 0.55 * np.exp(np.minimum(d, 0) / 0.012) * v, 0, 1)
    cup = np.asarray(0.5 * wide * np.clip(np.abs(u), 0, 1.4) ** 2 + 0.15 * long * v * v, np.float32)
    return Layer(d, albedo, glow=np.asarray(glow, np.float32), round=0.05, relief=cup)


def _stem(c: Canvas, top: float, lean: float, leaves: int, seed: int) -> list[Layer]:
    s = np.linspace(0, 1, 10)
    spine = np.stack([lean * s**2, top * s], 1)
    out = [Layer(blob(c, taper(spine, [0.012, 0.009, 0.009])), GREEN, round=0.01)]
    for k in range(leaves):
        v = 0.14 + 0.22 * k + 0.05 * float(uniform(seed, 3, leaves)[k])
        side = 1.0 if k % 2 else -1.0
        foot = (lean * v * v, top * v)
        tip = (foot[0] + side * 0.20, foot[1] + 0.20 + 0.05 * float(uniform(seed, 4, leaves)[k]))
        layer = _petal(c, foot, tip, 0.032, -0.16 * side, 0.9)
        green = np.asarray(layer.albedo, np.float32) * np.asarray(GREEN, np.float32) * 0.8
        out.append(Layer(layer.distance, green, 0.0, round=0.03, relief=layer.relief))
    return out


def _heart(c: Canvas, centre: tuple[float, float], r: float) -> Layer:
    """The golden middle, grained."""
    grain = 0.6 + 0.4 * np.sin(c.x * 300.0) * np.sin(c.y * 340.0)
    albedo = np.stack([0.95 * grain, 0.62 * grain, 0.18 * grain], -1).astype(np.float32)
    return Layer(disc(c, centre, r), albedo, glow=np.asarray(0.65 * grain + 0.1, np.float32), round=r)


def _ring(
    c: Canvas, centre: tuple[float, float], count: int, long: float, wide: float, tilt: float, open_: float, *,
    seed: int, point: float = 0.25, turn: float = 0.0, front: bool | None = None, tone: float = 1.0,
) -> list[Layer]:  # fmt: skip
    """Petals around `position`: tilt 0 seen edge on .. 1 from above; open 0 shut upwards .. 1 spread."""
    out: list[tuple[float, Layer]] = []
    own = uniform(seed, 7, count)
    for k in range(count):
        a = turn + 6.2832 * (k + 0.25 * (own[k] - 0.5)) / count
        reach = long * (0.9 + 0.2 * own[k])
        flat_x, flat_y = np.cos(a) * reach * (0.03 + 0.97 * open_), np.sin(a) * reach * tilt * (0.03 + 0.97 * open_)
        up = reach * (1.0 - 0.82 * open_)
        tip = (centre[0] + flat_x, centre[1] + flat_y + up)
        if front is not None and (np.sin(a) < 0.0) != front:
            continue
        squeeze = 0.62 + 0.38 * abs(np.sin(a)) if tilt < 0.8 else 1.0
        foot = (centre[0] + 0.10 * flat_x, centre[1] + 0.10 * flat_y)
        out.append(
            (
                float(np.sin(a)),
                _petal(
                    c,
                    foot,
                    tip,
                    wide * (squeeze if open_ > 0.5 else 1.0),
                    -0.24 * np.cos(a) * max(0.0, 1 - 1.15 * open_),
                    point,
                    tone * (0.86 + 0.14 * float(own[k])),
                ),
            )
        )
    return [layer for _, layer in sorted(out, key=lambda item: -item[0])]


def _daisy(c: Canvas, u: float, seed: int) -> list[Layer]:
    centre = (0.03, 0.74)
    out = _stem(c, 0.74, 0.03, 3, seed)
    out += _ring(c, centre, 13, 0.30 + 0.05 * u, 0.058, 0.62, u, seed=seed)
    out += _ring(c, centre, 11, 0.24 + 0.04 * u, 0.052, 0.62, 0.85 * u, seed=seed + 1, turn=0.2)
    return [*out, _heart(c, (centre[0], centre[1] + 0.02), 0.062 * (0.3 + 0.7 * u))] if u > 0.25 else out


def _tulip(c: Canvas, u: float, seed: int) -> list[Layer]:
    centre, spread = (-0.03, 0.58), 0.20 + 0.42 * u
    out = _stem(c, 0.59, -0.03, 2, seed)
    out += _ring(c, centre, 5, 0.42, 0.135, 0.35, spread * 0.8, seed=seed, point=0.35, front=False, tone=0.65)
    out += _ring(c, centre, 6, 0.39, 0.130, 0.30, spread * 0.65, seed=seed + 2, point=0.35, turn=0.5, front=True)
    return out


def _peony(c: Canvas, u: float, seed: int) -> list[Layer]:
    centre = (0.02, 0.70)
    out = _stem(c, 0.70, 0.02, 3, seed)
    for k, (n, long, wide, open_) in enumerate(
        ((10, 0.36, 0.110, 1.0), (9, 0.30, 0.105, 0.82), (8, 0.24, 0.092, 0.62), (7, 0.17, 0.075, 0.40))
    ):
        out += _ring(
            c,
            (centre[0], centre[1] + 0.018 * k),
            n,
            long * (0.75 + 0.25 * u),
            wide,
            0.60,
            open_ * u,
            seed=seed + k,
            turn=0.4 * k,
            point=0.05,
            tone=0.62 + 0.13 * k,
        )
    return [*out, _heart(c, (centre[0], centre[1] + 0.12), 0.026 * u)] if u > 0.6 else out


def _bell(c: Canvas, u: float, seed: int) -> list[Layer]:
    out = _stem(c, 0.92, 0.08, 3, seed)
    for k in range(4):
        v = 0.92 - 0.12 * k
        side = 1.0 if k % 2 else -1.0
        foot = (0.08 * v * v + 0.03 * side, v)
        centre = (foot[0] + side * 0.085, foot[1] - 0.02)
        down = 0.18 + 0.02 * k
        arc = np.array(
            [[foot[0], foot[1]], [0.5 * (foot[0] + centre[0]), foot[1] + 0.025], [centre[0], centre[1] + 0.005]]
        )
        out.append(Layer(blob(c, taper(arc, [0.006, 0.005])), GREEN, round=0.01))
        for spread in (-0.7, 0.7, 0.0):
            tip = (centre[0] + spread * (0.035 + 0.045 * u), centre[1] - down + 0.02 * abs(spread))
            out.append(_petal(c, centre, tip, 0.056 + 0.020 * u, 0.10 * spread, 0.3))
    return out


def _spike(c: Canvas, u: float, seed: int) -> list[Layer]:
    out = _stem(c, 0.96, 0.0, 2, seed)
    n = 34
    own = uniform(seed, 9, n)
    for k in range(n):
        v = 0.36 + 0.60 * k / n
        side = (-1.0, 0.35, 1.0, -0.35)[k % 4]
        reach = (0.060 + 0.02 * own[k]) * (1.05 - 0.75 * (k / n) ** 2) * (0.45 + 0.55 * u)
        out.append(
            _petal(
                c,
                (0.010 * side, v),
                (side * 1.5 * reach, v + 0.055 + 0.02 * own[k]),
                0.026 + 0.008 * u,
                0.1 * side,
                0.3,
            )
        )
    return out


def _lotus(c: Canvas, u: float, seed: int) -> list[Layer]:
    """Rings of broad pointed petals, the outer ones lying low, a heart of light between the inner."""
    centre = (0.0, 0.06)
    out: list[Layer] = []
    rings = (
        (13, 0.98, 0.155, 1.00, 0.0),
        (11, 0.90, 0.160, 0.80, 0.28),
        (10, 0.80, 0.155, 0.60, 0.1),
        (8, 0.68, 0.145, 0.42, 0.4),
        (6, 0.55, 0.125, 0.24, 0.0),
    )
    for back in (True, False):
        for k, (n, long, wide, open_, turn) in enumerate(rings if back else rings[::-1]):
            out += _ring(
                c,
                centre,
                n,
                long * (0.56 + 0.36 * u),
                wide * (0.60 + 0.40 * u),
                0.20,
                open_ * (0.05 + 0.95 * u),
                seed=seed + k,
                turn=turn,
                point=0.62,
                front=not back,
                tone=0.55 + 0.11 * (k if back else 4 - k),
            )
        if back:
            core = np.exp(-((c.x**2) / 0.030 + (c.y - 0.30) ** 2 / 0.035)) * (0.15 + 0.85 * u)
            out.append(
                Layer(
                    disc(c, (0.0, 0.28), 0.30),
                    (0.9, 0.6, 0.3),
                    glow=np.asarray(core, np.float32),
                    alpha=np.asarray(core, np.float32),
                    soft=0.1,
                    round=0.3,
                )
            )
    return out


_DRAW = {"daisy": _daisy, "tulip": _tulip, "peony": _peony, "bell": _bell, "spike": _spike, "lotus": _lotus}


def _grown(name: str, rows: int) -> Painting:
    box = LOTUS_FRAME if name == "lotus" else _BOX
    c = canvas(*box, rows)
    return frames([paint(c, _DRAW[name](c, u, 17 + len(name)), unite=0.55) for u in (0.04, 0.38, 0.75, 1.0)])


@cache
def meadow_flowers() -> Shape:
    """The five stemmed kinds small, for fields of them: frame = 4 x kind + stage."""

    def painted() -> Array:
        return np.concatenate([_grown(name, 120) for name in KINDS[:5]])

    return on(canvas(*_BOX, 8), "flower/meadow", painted)
