"""A vaulted tunnel of old stone that leads to a far round light."""

from __future__ import annotations

from functools import cache

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.materials.mirror import arch
from dreamplayer.drawing.painted import shape
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Dots, Form, Shape, Sprites
from dreamplayer.drawing.props import AMBER, around, event_progress
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform_at
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import canvas
from dreamplayer.kit.shapes import Painting
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_BLOCK_TONE = 3
"""Random lane of the tone of a block."""

_RINGS = 15
_HALF, _SPRING = 1.75, 1.55
_BOX = (-5.4, -0.3, 5.4, 5.6)


def _vault(size: float) -> float:
    """Height of a ring's frame, metres."""
    return (_BOX[3] - _BOX[1]) * size


def _ring(k: int) -> Painting:
    c = canvas(*_BOX, 300)
    rough = 0.10 * (fbm(c.x * 1.6 + 9 * k, c.y * 1.6, 3 + k) - 0.5)
    depth = arch(c, _HALF, -1.0, _SPRING) + rough
    a = np.clip(depth / c.step + 0.5, 0, 1)
    angle = np.where(
        c.y > _SPRING,
        np.arctan2(c.x, c.y - _SPRING) * _HALF,
        (_SPRING - c.y) * np.sign(c.x) + np.sign(c.x) * _HALF * np.pi / 2,
    )
    ring = np.floor(depth / 0.42)
    block = np.floor(angle / 0.46 + 0.5 * np.mod(ring, 2))
    own = uniform_at(7 + k, _BLOCK_TONE, (ring * 97 + block).astype(np.int64)).astype(np.float32)
    block_u = np.abs(np.mod(angle / 0.46 + 0.5 * np.mod(ring, 2), 1.0) - 0.5)
    block_v = np.abs(np.mod(depth / 0.42, 1.0) - 0.5)
    joint = np.exp(-((np.minimum(0.5 - block_u, 0.5 - block_v) / 0.05) ** 2))
    tone = (0.5 + 0.6 * own) * (1 - 0.65 * joint) * (0.6 + 0.7 * fbm(c.x * 3, c.y * 3, seed=5))
    near = np.exp(-np.clip(depth, 0, 9) / 0.75)
    out = np.zeros((*c.x.shape, 8), np.float32)
    out[..., :3] = (tone * (0.15 + 0.85 * near))[..., None] * np.array([0.075, 0.062, 0.062])
    out[..., 3] = a * (c.y > -0.05)
    out[..., 6] = np.clip(depth / (_BOX[3] - _BOX[1]), 0, 0.24)
    lip = np.exp(-np.clip(depth, 0, 9) / 0.10)
    out[..., 7] = np.clip((0.40 * lip + 0.16 * near) * tone, 0, 1) * out[..., 3]
    return out


@cache
def _ring_shape(k: int) -> Shape:
    """One of three rings."""
    return shape(
        f"tunnel/ring{k}", lambda: _ring(k), (_BOX[2] - _BOX[0]) / (_BOX[3] - _BOX[1]), -_BOX[1] / (_BOX[3] - _BOX[1])
    )


@element("ground", 3.6, handles=("twist", "swirl", "wrap", "grow", "open", "spread", "shrink", "close"))
def tunnel(moment: Moment) -> tuple[Form, ...]:
    """A vaulted tunnel of old stone that leads to a far round light."""
    size = moment.place.size
    forms: list[Form] = []
    here = float(smooth(moment.presence, 0.0, 1.0))
    warm = np.asarray(moment.tint or AMBER, np.float32)
    stirred = event_progress(moment, "wrap", "grow", "open", "spread") - event_progress(moment, "shrink", "close")
    breath = (1 + 0.06 * np.sin(0.4 * moment.t)) * (1 - 0.3 * moment.calm) * (1 + 0.25 * stirred)
    z = 2.4 * 1.23 ** np.arange(_RINGS)
    bend = 0.012 * z * np.sin(0.05 * moment.t + 0.4) * (1 + 2 * max(moment.event("twist"), moment.event("swirl")))
    order = smooth(moment.presence * 1.6 - 0.6 * np.linspace(1, 0, _RINGS), 0.0, 1.0)
    depth = np.linspace(0, 1, _RINGS)
    light = (0.16 + 0.95 * depth**1.6) * breath
    turn = 0.10 * np.sin(0.11 * moment.t) * max(moment.event("twist"), moment.event("swirl"))
    spot = np.stack([moment.place.x + bend, np.zeros(_RINGS), z], 1).astype(np.float32)
    for k in range(_RINGS - 1, -1, -1):
        forms.append(
            Sprites(
                _ring_shape(k % 3),
                spot[k : k + 1],
                np.float32(_vault(size)),
                tint=rgb(np.full(3, 0.25 + 0.75 * depth[k], np.float32)),
                glow=rgb(warm * np.float32(light[k])),
                opacity=np.float32(order[k]),
                lit=0.35,
                rim=0.3,
                turn=np.float32(turn * depth[k]),
            )
        )
    end = (moment.place.x + float(bend[-1]), 1.35 * size, float(z[-1]) + 2.0)
    forms += [
        Dots(
            np.array([end] * 3, np.float32),
            np.array([17.0, 8.0, 3.6], np.float32) * np.float32(size),
            warm[None] * np.array([[0.10], [0.22], [0.75]], np.float32) * np.float32(here * breath),
            depth=end[2] + 1,
        ),
        Light((end[0], 1.5, float(z[-4])), rgb(warm * np.float32(0.9 * here)), reach=7.0, haze=0.3),
        around(moment, (moment.place.x, 1.5 * size, 6.0), 2.2 * size, warm * np.float32(0.6 * here), n=120),
    ]
    return tuple(forms)
