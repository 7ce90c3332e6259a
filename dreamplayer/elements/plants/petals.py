"""Petals sinking and turning through the air, near ones large and soft; in a storm they stream and whirl."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.motion.falling import sinking
from dreamplayer.drawing.painted import on
from dreamplayer.drawing.plants.flower import HUES
from dreamplayer.drawing.plants.leaf import _BOX
from dreamplayer.drawing.primitives import Dots, Form, Sprites, f32
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform
from dreamplayer.kit.outline import taper
from dreamplayer.kit.sdf import Canvas, blob, canvas
from dreamplayer.kit.shapes import Layer, Painting, frames, paint
from dreamplayer.model.moment import Moment

_WHIRL_ANGLE, _WHIRL_RADIUS = 31, 32
"""Random lanes of the whirl: angle and radius."""
_PHASE, _PACE, _TONE, _SIZE, _KIND = 33, 34, 35, 36, 37
"""Random lanes of a petal: phase and pace of the turning, tone, size, kind."""
_DUST = 7
"""Random lane of the dust that sinks among them."""


def _petal(c: Canvas, k: int) -> Painting:
    """A cupped petal: narrow foot, broad soft lip, light gathering along its folds."""
    wide = (0.40, 0.35, 0.31, 0.27)[k]
    s = np.linspace(0.0, 1.0, 15)
    half = wide * np.clip(s, 0.02, 1) ** 0.7 * np.clip(1.0 - s**5.0, 0.02, 1) ** 0.5
    spine = np.stack([(0.10, -0.08, 0.14, 0.05)[k] * np.sin(np.pi * s), -0.46 + 0.92 * s], 1)
    d = blob(c, taper(spine, half))
    v = (c.y + 0.46) / 0.92
    line = 0.5 + 0.5 * np.cos(c.x / (0.2 + 0.6 * np.clip(v, 0, 1)) * 26.0)
    shade = 0.62 + 0.30 * v + 0.12 * line
    glow = np.clip(0.20 + 0.65 * v * v + 0.25 * np.exp(d * 22.0) * v, 0, 1)
    albedo = np.repeat(np.clip(shade, 0.2, 1.0)[..., None], 3, axis=2).astype(np.float32)
    cup = np.asarray(0.35 * c.x * c.x + 0.05 * np.sin(6 * c.y), np.float32)
    return paint(c, [Layer(d, albedo, glow=np.asarray(glow, np.float32), round=0.14, relief=cup)])


def _petals() -> Painting:
    c = canvas(*_BOX, 128)
    return frames([_petal(c, k) for k in range(4)])


_PETAL = on(canvas(*_BOX, 8), "leaf/petal", _petals)
"""Four frames."""


@element("weather", 0.1, handles=("fall", "swirl", "rise"))
def petals(moment: Moment) -> tuple[Form, ...]:
    """Petals sinking and turning through the air, near ones large and soft; in a storm they stream and whirl."""
    stormy = 1.0 if moment.manner in ("storm", "wind", "tornado", "whirlwind") else 0.0
    whirl = max(0.8 * stormy, float(smooth(moment.event("swirl"), 0.0, 1.0)))
    n = 340 if moment.strength > 0.5 else 150
    told = 0.25 * moment.event("fall")
    where, here = sinking(
        moment, n, pace=0.20 + told, near=1.5, far=16.0, sway=0.35, wind=0.10 + 0.9 * stormy, rise=moment.event("rise")
    )
    if whirl > 0.0:
        whirl_z = max(moment.place.z, 4.0)
        whirl_angle = 0.35 * moment.t + 6.283 * uniform(moment.seed, _WHIRL_ANGLE, n)
        whirl_radius = (0.6 + 2.6 * uniform(moment.seed, _WHIRL_RADIUS, n)) * (0.35 + 0.65 * where[:, 1] / 4.0)
        ring = np.stack(
            [
                moment.place.x + whirl_radius * np.cos(whirl_angle),
                where[:, 1],
                whirl_z + 0.7 * whirl_radius * np.sin(whirl_angle),
            ],
            1,
        )
        where = (where + (ring - where) * np.float32(0.75 * whirl)).astype(np.float32)
        where[:, 2] = np.maximum(where[:, 2], 1.6)
    own = uniform(moment.seed, _PHASE, n)
    pace = 0.5 + uniform(moment.seed, _PACE, n)
    hue = HUES[(0, 4, 0, 1)[moment.seed % 4]] if moment.tint is None else f32(moment.tint)
    if moment.tint is not None and max(moment.tint) - min(moment.tint) < 0.05:
        hue = hue * 0.6 + 0.05
    tone = (0.5 + 0.8 * uniform(moment.seed, _TONE, n))[:, None]
    lean = np.cos(0.9 * pace * moment.t + 6.28 * own)
    body = Sprites(
        _PETAL,
        where,
        (0.10 + 0.11 * uniform(moment.seed, _SIZE, n)).astype(np.float32) * np.float32(moment.place.size),
        tint=(hue[None] * tone).astype(np.float32), glow=(hue[None] * tone * 0.20).astype(np.float32),
        opacity=here, turn=(6.28 * own + 0.5 * pace * moment.t + 0.6 * lean).astype(np.float32),
        width=(0.30 * np.sign(lean + 1e-6) + 0.70 * lean).astype(np.float32),
        frame=np.floor(uniform(moment.seed, _KIND, n) * 4).astype(np.float32), rim=0.9, depth=5.0,
    )  # fmt: skip
    specks = 240
    spot, there = sinking(moment, specks, pace=0.10, near=2.0, far=24.0, sway=0.4, wind=0.05 + 0.6 * stormy, lane=_DUST)
    dust = Dots(
        spot,
        np.float32(0.018),
        ((0.5 * hue + f32([0.30, 0.17, 0.07]))[None] * (0.45 * there)[:, None]).astype(np.float32),
    )
    return (body, dust)
