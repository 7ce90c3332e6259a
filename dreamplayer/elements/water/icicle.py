"""Icicles hanging into the picture from above, light running down inside them, a drop at a tip now and then."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dreamplayer.drawing.element import element
from dreamplayer.drawing.painted import on
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Dots, Form, Sprites, f32
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import Map, canvas
from dreamplayer.kit.shapes import Painting, frames
from dreamplayer.model.moment import Moment

_ROW = 1
"""Random lane of a painted row: where each icicle hangs, how long it is, which are long, how wide."""
_DROP_PERIOD, _DROP_START, _DROP_RIGHT, _DROP_HIGH = 1, 2, 3, 4
"""Random lanes of the drops: how often and when one falls, where (right), from how high."""

_EAVE = (-2.1, -0.9, 2.1, 0.3)
"""Frame of a row of icicles: left, bottom, right, top."""
_ICICLES = 34
"""Icicles of a row."""
_EDGE = 0.20
"""Height of the edge of snow they hang from, in the frame."""
_NEAR = 2.2
"""Metres from the eye at which the row hangs."""
_DROPS = 14
"""Places at which a drop may fall."""


def _icicle(i: int, x: Map, y: Map, step: float, chance: NDArray[np.float32]) -> tuple[Map, Map, Map]:
    """One icicle of a row: how much of each pixel it covers, 0..1, its light, and its normal to the right.

    `chance` are its four numbers: where it hangs, how long it is, whether it is one of the long ones, how wide.
    """
    middle = -2.0 + 4.0 * (i + 0.6 * chance[0]) / _ICICLES
    # Most are short, a few long; those at the sides are longer, as a frame for the picture.
    longer = 0.55 + 0.45 * abs(middle) / 2.0 + 0.25 * (chance[2] > 0.8)
    long = (0.14 + 0.52 * chance[1] ** 2.2) * longer
    wide = 0.030 + 0.040 * chance[3] + 0.03 * long
    down = np.clip((_EDGE - y) / (long + _EDGE), 0, 1.1)
    rings = 1 + 0.10 * np.sin(22 * down + i)
    half_width = wide * np.clip(1 - down, 0, 1) ** 0.75 * rings
    bent = 0.01 * np.sin(5 * down + i)
    across = np.clip((x - middle - bent) / np.maximum(half_width, 1e-3), -3.0, 3.0)
    coverage = np.clip((1 - np.abs(across)) * half_width / step, 0, 1) * (down < 1.0)
    rim = np.exp(-((1 - np.abs(across)) / 0.22)) * 0.5
    # Light that runs down inside, a little left of the middle, in beads.
    core = 0.75 * np.exp(-(((across + 0.25) / 0.22) ** 2)) * (0.5 + 0.5 * np.sin(9 * down + 3 * i) ** 2)
    tip = np.exp(-(((down - 0.95) / 0.05) ** 2))
    return coverage, (0.10 + rim + core * (0.3 + 0.7 * down) + tip) * coverage, across * 0.8


def _eave(k: int) -> Painting:
    """A row of icicles: ribs of light down their length, a bright drop at the tip."""
    c = canvas(*_EAVE, 330)
    x, y = c.x, c.y
    out = np.zeros((*x.shape, 8), np.float32)
    chances = uniform(61 + k, _ROW, _ICICLES * 4).reshape(_ICICLES, 4)
    light, alpha = np.zeros_like(x), np.zeros_like(x)
    normal_x = np.zeros_like(x)
    for i in range(_ICICLES):
        coverage, shine, normal = _icicle(i, x, y, c.step, chances[i])
        here = coverage > alpha * 0.6
        light = np.where(here, shine, light)
        normal_x = np.where(here, normal, normal_x)
        alpha = np.maximum(alpha, coverage)
    ragged = 0.05 * (fbm(x * 3 + k, np.zeros_like(y), 7, 3) - 0.5)
    cap = smooth(y - 0.12 - ragged, -0.02, 0.03)
    alpha = np.maximum(alpha * 0.80, cap)
    out[..., :3] = (0.35 + 0.3 * cap)[..., None]
    out[..., 3] = alpha
    out[..., 4], out[..., 5] = np.clip(normal_x, -0.9, 0.9), 0.1
    out[..., 6] = 0.02
    out[..., 7] = np.clip(light * (1 - cap) + 0.10 * cap * fbm(x * 8, y * 8, 3, 3), 0, 1)
    return out


_EAVE_SHAPE = on(canvas(*_EAVE, 8), "caveframe/eave", lambda: frames([_eave(k) for k in range(2)]))


@element("near", 1.0, handles=("melt", "shimmer", "grow"))
def icicle(moment: Moment) -> tuple[Form, ...]:
    """Icicles hanging into the picture from above, light running down inside them, a drop at a tip now and then."""
    camera = moment.stage.camera
    show = float(smooth(moment.presence, 0.0, 1.0))
    melt = float(smooth(moment.event("melt"), 0, 1))
    z = _NEAR
    # Metres of half the picture's height at that distance.
    unit = z / camera.focal
    grown = 1 - 0.55 * melt + 0.3 * float(smooth(moment.event("grow"), 0, 1))
    long = 1.2 * unit * grown * (0.5 + 0.5 * show) * moment.place.size**0.5
    top = camera.eye + (1.0 - camera.horizon) * unit
    foot = top - 0.16 * unit + 0.25 * unit * melt
    warm = np.asarray(moment.palette.glow, np.float32) * 1.6 + np.asarray(moment.tint or (0.20, 0.21, 0.27), np.float32)
    gleam = 1 + 0.5 * moment.event("shimmer") + 0.06 * float(np.sin(0.6 * moment.t))
    row = Sprites(
        _EAVE_SHAPE,
        f32([[camera.x, foot, z]]),
        np.float32(long),
        tint=(0.20, 0.21, 0.25),
        glow=rgb(warm * np.float32(0.75 * gleam)),
        cover=0.85,
        opacity=show,
        # As wide as the picture, whatever its length: 1.15 of its half width, and its frame has margins of a fifth.
        width=np.float32(1.15 * unit * max(moment.aspect, 1.0) / _EAVE[2] / max(long, 1e-3) * 1.2),
        frame=float(moment.seed % 2),
        rim=0.8,
        reflect=False,
        depth=z,
    )
    n = _DROPS
    period = 6.0 + 5 * uniform(moment.seed, _DROP_PERIOD, n)
    age = np.mod(moment.t / period + uniform(moment.seed, _DROP_START, n), 1.0)
    # A drop gathers for most of its time, then falls.
    hang = smooth(age, 0.0, 0.6)
    fall = np.clip(age - 0.7, 0, 1) / 0.3
    x = camera.x + (uniform(moment.seed, _DROP_RIGHT, n) * 2 - 1) * 0.95 * moment.aspect * unit
    y = foot - (0.12 + 0.30 * uniform(moment.seed, _DROP_HIGH, n)) * long - 2.2 * fall**2
    lit = hang * (1 - smooth(fall, 0.5, 1.0)) * (0.25 + 0.75 * melt) * show
    drops = Dots(
        np.stack([x, np.maximum(y, 0.02), np.full(n, z - 0.02)], 1).astype(np.float32),
        np.float32(0.022),
        ((warm + 0.2)[None] * (0.9 * lit)[:, None]).astype(np.float32),
        reflect=False,
    )
    return (row, drops)
