"""Jellyfish like lampshades of light: the bell opens and closes, threads trail below."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.primitives import Form, Ribbons, Sprites
from dreamplayer.elements.creatures._shared.painted_cycle import FRAMES, PaintedCycle
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.kit.sdf import Canvas
from dreamplayer.kit.shapes import Painting, painting
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_PHASE, _HIGH, _DEEP, _SIZE = 61, 62, 63, 64
"""Random lanes of the bells: where in its beat each is, its height, how deep it is in the picture and its size."""
_THREAD_PHASE, _THREAD_LONG = 65, 66
"""Random lanes of the threads: when each sways and how long it is."""


def _bell(c: Canvas, u: float) -> Painting:
    """The swimming bell: wide and flat as it opens, tall and narrow as it closes."""
    k = 0.5 - 0.5 * np.cos(2 * np.pi * u)
    wide, tall = 0.46 - 0.09 * k, 0.46 + 0.06 * k
    x, y = c.x / wide, c.y / tall
    edge = 0.07 * np.cos(np.arctan2(c.x, 0.4) * 16)
    d = np.where(c.y > -0.02, np.hypot(x, y) - 1.0, np.maximum(np.abs(x) - 1.0 - 0.5 * c.y, -(c.y + 0.10 + edge * 0.4)))
    d = np.asarray(d * 0.42, np.float32)
    inside = np.clip(0.5 - d / 0.008, 0, 1)
    rim = np.exp(np.minimum(d, 0) / 0.022)
    low = np.exp(-(((c.y + 0.06) / 0.05) ** 2))
    turn = np.arcsin(np.clip(x / np.sqrt(np.clip(1.02 - y * y, 0.05, 2)), -1, 1))
    ribs = np.exp(-((np.mod(turn * 2.9 + 0.5, 1) - 0.5) ** 2) * 90)
    heart = np.exp(-((x / 0.42) ** 2 + ((y - 0.28) / 0.30) ** 2) * 1.6)
    away = np.hypot(x, (y - 0.28) * 1.3)
    petals = 0.5 + 0.5 * np.cos(away * 26)
    glow = (0.55 * rim + 0.20 * ribs * (0.4 + 0.6 * low) + 0.42 * heart * petals + 0.30 * low + 0.10) * inside
    halo = np.exp(-np.clip(d, 0, None) / 0.05) * (1 - inside) * 0.10 * np.clip((0.62 - np.abs(c.x)) / 0.1, 0, 1)
    halo = halo * np.clip((c.y + 0.24) / 0.1, 0, 1) * np.clip((0.66 - c.y) / 0.1, 0, 1)
    return painting(
        c, (1, 1, 1), np.asarray(inside * 0.35, np.float32), np.asarray(np.clip(glow + halo, 0, 1), np.float32)
    )


_JELLYFISH_CYCLE = PaintedCycle("sea/jellyfish", (-0.68, -0.24, 0.68, 0.66), 176, _bell)


@element("air", 1.5, handles=("rise", "pulse"))
def jellyfish(moment: Moment) -> tuple[Form, ...]:
    """Jellyfish like lampshades of light: the bell opens and closes, threads trail below."""
    n = int(min(max(moment.count, 1), 14))
    base = np.asarray(moment.tint or (0.40, 0.62, 0.80), np.float32)
    unit = moment.size(0.85)
    k = np.arange(n)
    phase = uniform(moment.seed, _PHASE, n)
    made = moment.t * 0.16 * (1 - 0.3 * moment.calm) + phase
    push = 0.10 * np.sin(2 * np.pi * made - 0.9)
    wide = 0.0 if n == 1 else 1.7 * unit * moment.place.spread
    x = moment.place.x + wide * (k - (n - 1) / 2) * (0.75 + 0.2 * np.sin(k * 2.4))
    x = x + 0.2 * np.sin(0.13 * moment.t + 6.28 * phase)
    y = moment.place.y + unit * (
        0.75 + (0 if n == 1 else 1.0) * normal(moment.seed, _HIGH, n) * 0.45 + (0.8 if n > 1 else 0.0)
    )
    y = y + unit * (push + 0.12 * np.sin(0.21 * moment.t + 6.28 * phase) + moment.event("rise"))
    y = np.maximum(y, 0.3 * unit)
    z = np.maximum(moment.place.z + (0 if n == 1 else 1.4) * unit * normal(moment.seed, _DEEP, n), 1.6)
    size = unit * (np.ones(n) if n == 1 else 0.55 + 0.45 * uniform(moment.seed, _SIZE, n))
    where = np.stack([x, y, z], 1).astype(np.float32)
    beat = 1.0 + 0.35 * moment.event("pulse") * np.sin(2 * np.pi * made) ** 2
    shine = (1 - 0.3 * moment.calm) * (0.78 + 0.22 * np.sin(2 * np.pi * made)) * beat
    bells = Sprites(
        _JELLYFISH_CYCLE.shape, where, (size * _JELLYFISH_CYCLE.height).astype(np.float32),
        glow=(base[None, :] * (0.62 * shine)[:, None]).astype(np.float32), tint=rgb(np.float32(0.05) * base),
        cover=0.25, lit=0.2, rim=0.1, frame=np.mod(made, 1.0).astype(np.float32) * np.float32(FRAMES),
        turn=(0.08 * np.sin(0.19 * moment.t + 6.28 * phase)).astype(np.float32),
    )  # fmt: skip
    strands, points = 9, 22
    s = np.linspace(0, 1, points)[None, None, :]
    lane = (np.arange(strands) - (strands - 1) / 2)[None, :, None] / strands
    own = 6.28 * uniform(moment.seed, _THREAD_PHASE, n * strands).reshape(n, strands, 1)
    long = (0.8 + 0.9 * uniform(moment.seed, _THREAD_LONG, n * strands)).reshape(n, strands, 1) * size[:, None, None]
    sway = 0.10 * s * np.sin(5.0 * s - 0.55 * moment.t + own) + 0.05 * s * np.sin(9 * s - 0.9 * moment.t + 2 * own)
    at3 = np.stack(
        [
            x[:, None, None] + size[:, None, None] * (0.72 * lane * (1 - 0.35 * s) + sway),
            y[:, None, None] - 0.03 * size[:, None, None] - long * s,
            np.broadcast_to(z[:, None, None] + 0.05 * lane, (n, strands, points)),
        ],
        -1,
    ).reshape(n * strands, points, 3)
    fade = (np.repeat(shine, strands) * smooth(moment.presence, 0.4, 1.0) * 0.22)[:, None]
    fade = fade * (1 - np.linspace(0, 1, points)) ** 0.8
    threads = Ribbons(
        at3.astype(np.float32), (0.006 * np.repeat(size, strands))[:, None].astype(np.float32), rgb(base),
        opacity=fade.astype(np.float32),
    )  # fmt: skip
    lamp = Light(
        (float(x[0]), float(y[0]), float(z[0])), rgb(base * np.float32(0.35 * moment.presence * shine[0])), 2.2, 0.4
    )
    return (threads, *gathered(moment, bells, count=900, colour=rgb(base)), lamp)
