"""Grey flakes sinking slowly, here and there one still with a glowing edge."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.motion.falling import sinking
from dreamplayer.drawing.painted import on
from dreamplayer.drawing.plants.leaf import _BOX
from dreamplayer.drawing.primitives import Dots, Form, Sprites, f32
from dreamplayer.kit.hashing import uniform
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import Canvas, canvas
from dreamplayer.kit.shapes import Layer, Painting, frames, paint
from dreamplayer.model.moment import Moment

_TUMBLE_PHASE, _TUMBLE_PACE, _ALIGHT, _SIZE = 33, 34, 35, 36
_GREY, _FRAME = 37, 38
"""Random lanes of the flakes."""
_DUST = 5
"""Random lane of the fine dust among them."""


def _flake(c: Canvas, k: int) -> Painting:
    """A scrap of burnt paper: torn edge, a hole or two, one rim that may still be alight."""
    angle = np.arctan2(c.y, c.x)
    torn = (
        0.30
        + 0.16 * (fbm(c.x * 3.1 + 5 * k, c.y * 3.1 - 2 * k, 31 + k, octaves=4) - 0.5) * 2
        + 0.07 * np.sin(2 * angle + k)
    )
    d = np.asarray(np.hypot(c.x, c.y * (1.0 + 0.35 * (k % 2))) - torn, np.float32)
    hole = fbm(c.x * 5.0 + k, c.y * 5.0, 51 + k, octaves=3)
    d = np.maximum(d, np.asarray((hole - 0.66) * 0.5, np.float32))
    shade = 0.35 + 0.65 * fbm(c.x * 7, c.y * 7, 71 + k, octaves=3)
    albedo = np.repeat(shade[..., None], 3, axis=2).astype(np.float32)
    glow = np.exp(np.minimum(d, 0) / 0.035) * np.clip(0.4 + 1.4 * c.x, 0, 1)
    return paint(
        c, [Layer(d, albedo, glow=np.asarray(glow, np.float32), round=0.03, relief=np.asarray(0.05 * hole, np.float32))]
    )


def _flakes() -> Painting:
    c = canvas(*_BOX, 96)
    return frames([_flake(c, k) for k in range(4)])


_FLAKE = on(canvas(*_BOX, 8), "leaf/flake", _flakes)
"""Four frames of burnt paper."""


@element("weather", 0.1, handles=("fall", "swirl", "rise"))
def ash(moment: Moment) -> tuple[Form, ...]:
    """Grey flakes sinking slowly, here and there one still with a glowing edge."""
    n = 420
    fast = 0.15 + 0.18 * moment.event("fall")
    where, there = sinking(
        moment,
        n,
        pace=fast,
        near=1.4,
        far=17.0,
        sway=0.30,
        wind=0.06 + 0.7 * moment.event("swirl"),
        rise=moment.event("rise"),
    )
    own, pace = uniform(moment.seed, _TUMBLE_PHASE, n), 0.5 + uniform(moment.seed, _TUMBLE_PACE, n)
    lean = np.cos(0.7 * pace * moment.t + 6.28 * own)
    grey = np.asarray(moment.tint or (0.20, 0.19, 0.20), np.float32)
    alive = (uniform(moment.seed, _ALIGHT, n) > 0.90) * (0.5 + 0.5 * np.sin(0.7 * moment.t + 6.28 * own))
    flakes = Sprites(
        _FLAKE,
        where,
        (0.055 + 0.085 * uniform(moment.seed, _SIZE, n) ** 2).astype(np.float32),
        tint=(grey[None] * (0.5 + uniform(moment.seed, _GREY, n))[:, None]).astype(np.float32),
        glow=(f32([1.0, 0.30, 0.06])[None] * (0.8 * alive)[:, None] + grey[None] * 0.70).astype(np.float32),
        opacity=there,
        turn=(6.28 * own + 0.4 * pace * moment.t).astype(np.float32),
        width=(0.3 * np.sign(lean + 1e-6) + 0.7 * lean).astype(np.float32),
        frame=np.floor(uniform(moment.seed, _FRAME, n) * 4).astype(np.float32),
        depth=5.0,
    )
    m = 700
    spot, seen = sinking(moment, m, pace=0.6 * fast, near=2.0, far=26.0, sway=0.3, wind=0.05, lane=_DUST)
    dust = Dots(spot, np.float32(0.016), (grey[None] * (0.55 * seen)[:, None]).astype(np.float32))
    return (dust, flakes)
