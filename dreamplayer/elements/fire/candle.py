"""A candle, its wax lit from within, a still flame; several stand at different heights."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.painted import on
from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.primitives import Form, Sprites, f32
from dreamplayer.elements.fire._shared.fire_strength import fire_strength
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.kit.outline import spline
from dreamplayer.kit.sdf import blob, canvas, chain
from dreamplayer.kit.shapes import Layer, Painting, paint
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_ASIDE, _DEPTH, _BURNT, _WAVER_PACE, _WAVER_PHASE, _LEAN_PHASE = 1, 2, 3, 4, 5, 6
"""Random lanes of each of several candles."""


def _candle_paint() -> Painting:
    c = canvas(-0.30, -0.03, 0.30, 1.0, 260)
    wax = blob(
        c,
        spline(
            [
                (-0.13, 0.0),
                (-0.125, 0.3),
                (-0.12, 0.50),
                (-0.06, 0.485),
                (0.0, 0.475),
                (0.06, 0.487),
                (0.12, 0.505),
                (0.125, 0.3),
                (0.13, 0.0),
                (0.0, -0.01),
            ],
            per=6,
        ),
    )
    drip = np.minimum(
        chain(c, [(-0.125, 0.49, 0.022), (-0.130, 0.34, 0.018)], 0.01),
        chain(c, [(0.10, 0.49, 0.02), (0.118, 0.24, 0.020)], 0.01),
    )
    wick = chain(c, [(0.0, 0.48, 0.008), (0.008, 0.54, 0.007)], 0.01)
    depth = np.exp(-np.clip(0.50 - c.y, 0, 1) / 0.16) * np.exp(-((c.x / 0.14) ** 2) * 0.9)
    return paint(
        c,
        [
            Layer(wick, (0.05, 0.03, 0.02), round=0.01),
            Layer(
                np.minimum(wax, drip),
                (0.80, 0.66, 0.50),
                glow=np.asarray(np.clip(0.04 + 0.85 * depth, 0, 1), np.float32),
                round=0.10,
            ),
        ],
    )


_CANDLE = on(canvas(-0.30, -0.03, 0.30, 1.0, 8), "fires/candle", _candle_paint)


@element("prop", 0.55, handles=("ignite", "dim", "flicker", "melt"))
def candle(moment: Moment) -> tuple[Form, ...]:
    """A candle, its wax lit from within, a still flame; several stand at different heights."""
    n = int(min(max(moment.count, 1), 16))
    p, size = moment.place, moment.size(0.55)
    burn = fire_strength(moment)
    k = np.arange(n)
    x = p.x + (k - (n - 1) / 2) * 0.34 * size * p.spread * 1.3 + 0.12 * size * normal(moment.seed, _ASIDE, n) * (n > 1)
    z = np.maximum(p.z + 0.5 * size * normal(moment.seed, _DEPTH, n) * (n > 1), 0.9)
    own = (1.0 - 0.45 * uniform(moment.seed, _BURNT, n) * (n > 1)) * (1.0 - 0.35 * moment.event("melt"))
    where = np.stack([x, np.full(n, p.y), z], 1).astype(np.float32)
    wave = 1.0 - (0.04 + 0.12 * moment.event("flicker")) * (
        0.5
        + 0.5
        * np.sin(
            1.1 * moment.t * (0.8 + 0.4 * uniform(moment.seed, _WAVER_PACE, n))
            + 6.28 * uniform(moment.seed, _WAVER_PHASE, n)
        )
    )
    warm = f32([1.0, 0.47, 0.15])
    body = Sprites(
        _CANDLE,
        where,
        (size * own).astype(np.float32),
        tint=(0.42, 0.36, 0.32),
        glow=(warm[None] * (0.62 * burn * wave)[:, None]).astype(np.float32),
    )
    tip = where + np.stack([np.zeros_like(own), size * own * 0.53, np.full_like(own, -0.02)], 1).astype(np.float32)
    lean = 0.06 * np.sin(0.7 * moment.t + 6.28 * uniform(moment.seed, _LEAN_PHASE, n))
    fires = Sprites(
        _FLAME,
        tip,
        (size * 0.40 * (0.5 + 0.5 * burn) * (0.9 + 0.1 * wave)).astype(np.float32),
        glow=(f32([1.0, 0.56, 0.20])[None] * (1.5 * burn * wave)[:, None]).astype(np.float32),
        cover=0.0,
        opacity=np.float32(min(1.0, 3 * burn)),
        lit=0.0,
        rim=0.0,
        turn=lean.astype(np.float32),
        depth=p.z - 0.05,
    )
    middle = tip + f32([0, 0.10 * size, 0])
    return (
        halo(middle, 3.4 * size, warm * np.float32(0.13 * burn)),
        *gathered(moment, body, count=400),
        fires,
        halo(middle, 0.9 * size, warm * np.float32(0.22 * burn)),
        Light(
            (p.x, p.y + 0.66 * size, p.z - 0.1),
            rgb(warm * np.float32(0.85 * burn * min(1.4, 0.7 + 0.1 * n))),
            3.2 * size + 0.6,
            haze=0.8,
        ),
    )


def _flame_paint() -> Painting:
    c = canvas(-0.34, -0.06, 0.34, 1.02, 220)
    y = np.clip(c.y, 0.0, 1.0)
    half = 0.17 * np.clip(y / 0.22, 0, 1) ** 0.6 * np.clip((1.0 - y) / 0.72, 0, 1) ** 0.85 + 1e-3
    u = np.abs(c.x) / half
    soft = np.exp(-(u**2.2) * 1.1) * smooth(c.y, -0.03, 0.10) * smooth(c.y, 1.0, 0.55)
    hollow = 1.0 - 0.55 * np.exp(-((c.x / 0.06) ** 2) - ((c.y - 0.10) / 0.10) ** 2)
    core = 0.45 + 0.55 * np.exp(-(((c.y - 0.36) / 0.26) ** 2))
    out = np.zeros((*c.x.shape, 8), np.float32)
    out[..., 7] = (
        np.clip(soft * core * hollow + 0.10 * np.exp(-(c.x**2) * 30 - ((c.y - 0.4) ** 2) * 9), 0, 1)
        * smooth(0.34 - np.abs(c.x), 0.0, 0.12)
        * smooth(c.y, 1.02, 0.9)
    )
    return out


_FLAME = on(canvas(-0.34, -0.06, 0.34, 1.02, 8), "fires/flame", _flame_paint)
