"""Slow clouds, small by the horizon, large overhead, lit along their lower edge; `lily` 1 makes them lily pads."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.painted import on
from dreamplayer.drawing.primitives import Array, Form, Sprites
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import canvas
from dreamplayer.kit.shapes import Painting, frames
from dreamplayer.model.moment import Moment

_SHIFT_ACROSS, _SHIFT_UP, _SIZE, _FRAME, _ORDER, _MIRRORED = 1, 2, 3, 4, 5, 6
"""Random lanes of the clouds; the first two only shift a sequence that spreads them evenly."""

_BOX = (-1.5, -0.62, 1.5, 0.62)
_HEAPED, _LILY = 4, 3
"""How many frames there are of each kind, heaped ones first."""


def _density(x: Array, y: Array, k: int, lily: bool) -> Array:
    """How much cloud there is, about 0 at its edge."""
    n = fbm(x * 2.3 + 7.1 * k, y * 3.6 + 3.0 * k, 11 + k, octaves=6) - 0.5
    broad = fbm(x * 0.9 + 1.7 * k, y * 1.5, 60 + k, octaves=3) - 0.5
    if lily:
        r = np.hypot(x / 1.12, y / 0.36)
        cos, sin = x / 1.12 / (r + 1e-3), y / 0.36 / (r + 1e-3)
        # The narrow cleft of a lily pad, towards the lower side: a wide one would leave a cloud with horns.
        way = -1.25 - 0.30 * k + 0.25 * (n + broad)
        towards = cos * np.cos(way) + sin * np.sin(way)
        cleft = smooth(towards, 0.90, 0.995) * smooth(r, 0.25, 0.95)
        return np.asarray(0.92 - r + 0.40 * n + 0.20 * broad - 0.42 * cleft, np.float32)
    body = 0.95 - np.hypot(x / 1.25, (y + 0.12) / np.where(y > -0.12, 0.46, 0.20))
    return np.asarray(body + 0.95 * n + 0.75 * broad, np.float32)


def _puff(k: int, lily: bool) -> Painting:
    c = canvas(*_BOX, 230)
    density = _density(c.x, c.y, k, lily)
    step = 0.05
    below = _density(c.x + 0.4 * step, c.y - step, k, lily)
    farther = _density(c.x + 1.2 * step, c.y - 3.0 * step, k, lily)
    above = _density(c.x, c.y + 1.5 * step, k, lily)
    alpha = smooth(density, -0.02, 0.42) * (0.62 + 0.38 * smooth(density, 0.1, 0.8))
    border = smooth(1.0 - np.maximum(np.abs(c.x) / 1.48, np.abs(c.y) / 0.61), 0.0, 0.14)
    alpha = np.asarray(alpha * border, np.float32)
    silver = np.clip((density - below) * 2.6, 0, 1) * 0.6 + np.clip((density - farther) * 1.3, 0, 1) * 0.5
    wisp = 0.55 + 0.9 * fbm(c.x * 5.0, c.y * 9.0, 90 + k, octaves=4)
    out = np.zeros((*density.shape, 8), np.float32)
    out[..., :3] = (0.34 + 0.30 * np.clip((density - above) * 2.0, 0, 1) * wisp)[..., None]
    out[..., 3] = np.clip(alpha, 0, 1)
    density_y, density_x = np.gradient(density, c.step)
    out[..., 4], out[..., 5] = np.clip(-density_x * 0.25, -0.7, 0.7), np.clip(density_y * 0.25, -0.7, 0.7)
    out[..., 6] = 0.05 + 0.2 * np.clip(density, 0, 1)
    out[..., 7] = np.clip((0.10 + silver) * wisp, 0, 1) * out[..., 3]
    return out


def _paint() -> Painting:
    return frames([_puff(k, False) for k in range(_HEAPED)] + [_puff(k, True) for k in range(_LILY)])


_PUFF = on(canvas(*_BOX, 8), "cloud/puffs", _paint)


def _drifting(moment: Moment, count: int, *, lily: float = 0.0, part: float = 0.0, low: float = 0.10) -> Sprites:
    """Clouds across the sky, small by the horizon, large overhead; they move aside as they part."""
    seed, camera = moment.seed, moment.stage.camera
    rows = 1.0 - camera.horizon
    start = np.mod(uniform(seed, _SHIFT_ACROSS, 1)[0] + 0.6180339887 * np.arange(count), 1.0)
    high = low + 0.80 * np.mod(uniform(seed, _SHIFT_UP, 1)[0] + 0.7548776662 * np.arange(count), 1.0) ** 1.15
    wide = 1.25 * moment.aspect
    pace = 0.0035 * (0.4 + high) * (1.0 - 0.4 * moment.calm)
    across = np.mod(start * 2 * wide + moment.t * pace, 2 * wide) - wide
    edge = smooth(1.0 - np.abs(across) / wide, 0.0, 0.10)
    across = across + np.where(across >= 0, 1.0, -1.0) * 0.9 * part * np.exp(-np.abs(across) * 0.8)
    tall = (0.14 + 0.66 * high**1.2) * (0.75 + 0.5 * uniform(seed, _SIZE, count)) * moment.place.size
    first = np.floor(uniform(seed, _FRAME, count) * (_LILY if lily > 0.5 else _HEAPED))
    frame = first + (_HEAPED if lily > 0.5 else 0)
    z = np.float32(360.0) - np.arange(count, dtype=np.float32) * 0.2
    place = np.stack(
        [
            camera.x + across * z / camera.focal,
            camera.eye + (high * rows) * z / camera.focal,
            z,
        ],
        1,
    ).astype(np.float32)
    order = smooth(moment.presence * 1.5 - 0.5 * uniform(seed, _ORDER, count), 0.0, 1.0)
    low_light = np.exp(-2.6 * high)[:, None]
    glow, rim = np.asarray(moment.palette.glow, np.float32), np.asarray(moment.palette.rim, np.float32)
    shine = glow * (0.5 + 2.4 * low_light) + 0.05 * rim + np.asarray(moment.palette.key, np.float32) * 0.015
    tint = np.asarray(moment.tint or (0.9, 0.85, 1.0), np.float32)
    if moment.tint is not None:
        shine = shine + 0.10 * tint
    flip = np.where(uniform(seed, _MIRRORED, count) < 0.5, -1.0, 1.0)
    return Sprites(
        _PUFF, place, (tall * z / camera.focal).astype(np.float32), tint=(tint * 0.55).astype(np.float32),
        glow=shine.astype(np.float32), cover=0.9, opacity=(0.9 * order * edge * (1.0 - 0.55 * part)).astype(np.float32),
        lit=0.8, rim=0.25, width=flip.astype(np.float32), frame=frame.astype(np.float32), depth=355.0,
    )  # fmt: skip


@element("sky", 60.0, handles=("part", "gather"))
def cloud(moment: Moment) -> tuple[Form, ...]:
    """Slow clouds, small by the horizon, large overhead, lit along their lower edge; `lily` 1 makes them lily pads."""
    many = 5 if moment.count == 1 else int(min(max(moment.count, 7), 16))
    part = smooth(moment.event("part"), 0.0, 1.0) - 0.3 * moment.event("gather")
    return (_drifting(moment, many, lily=moment.param("lily", 0.0), part=part),)
