"""Sheets of paper with faint writing, turning slowly as they drift down; one alone hangs before the eye."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.primitives import Array, Dots, Form, Sprites
from dreamplayer.drawing.props import around, event_progress, painted_prop
from dreamplayer.elements.objects._shared.writing import writing
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import Canvas
from dreamplayer.kit.shapes import Painting
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_AGE, _PACE, _ASIDE, _SWING_PHASE, _BOB_PHASE = 1, 2, 3, 4, 5
_DEPTH, _SIZE, _TURN, _YAW_PHASE, _FRAME = 6, 7, 8, 9, 10
"""Random lanes of each sheet."""


def _sheet(c: Canvas, bend: float, seed: int) -> Painting:
    """One sheet of paper, curled by `bend`."""
    y = c.y - bend * 0.10 * np.cos(c.x * 4.2) - 0.04 * bend * np.sin(c.x * 9)
    u, v = c.x / 0.70 + 0.5, y / 0.98 + 0.5
    d = np.maximum(np.abs(c.x) - 0.35, np.abs(y) - 0.49)
    inside = np.clip(0.5 - d / c.step, 0, 1)
    fold = np.exp(-(((v - 0.5) / 0.02) ** 2)) * 0.3
    fibre = 0.85 + 0.3 * (fbm(c.x * 20, c.y * 20, seed, octaves=3) - 0.5)
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


def _sheets(c: Canvas) -> Array:
    """Four sheets, each curled otherwise."""
    return np.stack([_sheet(c, b, 5 + k) for k, b in enumerate((0.25, -0.7, 0.8, -0.2))])


_SHEETS = painted_prop("page/sheets", (-0.42, -0.62, 0.42, 0.62), _sheets, rows=240)
_PAPER = (1.0, 0.74, 0.46)
"""Linear colour of the light on the sheets."""


@element("air", 1.3, handles=("fall", "scatter", "swirl", "rise", "drift"))
def paper(moment: Moment) -> tuple[Form, ...]:
    """Sheets of paper with faint writing, turning slowly as they drift down; one alone hangs before the eye."""
    n = int(min(max(moment.count, 1), 26))
    size = moment.size(1.3)
    wild = moment.event("scatter") + moment.event("swirl")
    up = moment.event("rise")
    age = np.mod(uniform(moment.seed, _AGE, n) + moment.t * (0.012 + 0.010 * uniform(moment.seed, _PACE, n)), 1.0)
    age[0] = 0.5
    side = normal(moment.seed, _ASIDE, n) * (1.0 + 0.6 * wild)
    side[0] = 0.0
    swing = 0.22 * np.sin(0.45 * moment.t + 6.28 * uniform(moment.seed, _SWING_PHASE, n))
    x = moment.place.x + size * moment.place.spread * (1.25 * side + swing)
    y = moment.place.y + size * (
        0.5
        + (0.0 if n == 1 else 1.4) * (0.55 - age) * (1 - 2 * up)
        + 0.08 * np.sin(0.6 * moment.t + 5 * uniform(moment.seed, _BOB_PHASE, n))
    )
    y = y + size * (0.6 * up - 0.35 * event_progress(moment, "fall"))
    x = x + 0.5 * size * event_progress(moment, "drift") * np.sin(0.15 * moment.t + side)
    z = np.maximum(moment.place.z + size * (0.9 * normal(moment.seed, _DEPTH, n) * (np.arange(n) > 0)), 1.2)
    fade = np.where(np.arange(n) == 0, 1.0, smooth(age, 0.0, 0.12) * smooth(age, 1.0, 0.88))
    warm = np.asarray(moment.tint or _PAPER, np.float32)
    share = np.where(np.arange(n) == 0, 0.80 if n == 1 else 0.55, 0.28 + 0.26 * uniform(moment.seed, _SIZE, n))
    body = Sprites(
        _SHEETS.shape,
        np.stack([x, np.maximum(y, 0.1), z], 1).astype(np.float32),
        (_SHEETS.tall * size * share).astype(np.float32),
        glow=warm * np.float32(0.62 * (1 - 0.3 * moment.calm)),
        lit=1.0,
        rim=0.6,
        opacity=np.asarray(fade, np.float32),
        turn=(0.5 * swing + 0.5 * (uniform(moment.seed, _TURN, n) - 0.5)).astype(np.float32),
        yaw=(0.9 * np.sin(0.33 * moment.t * (1 + wild) + 6.28 * uniform(moment.seed, _YAW_PHASE, n))).astype(
            np.float32
        ),
        frame=np.floor(4 * uniform(moment.seed, _FRAME, n)).astype(np.float32),
    )
    middle = (moment.place.x, moment.place.y + 0.5 * size, moment.place.z)
    here = float(smooth(moment.presence, 0, 1))
    return (
        Dots(
            np.array([middle], np.float32),
            2.6 * size,
            warm * np.float32(0.03 * here),
            depth=moment.place.z + 0.4,
            reflect=False,
        ),
        *gathered(moment, body, count=600, colour=rgb(warm)),
        around(moment, middle, size, warm * np.float32(0.7 * here), n=50),
        Light(middle, rgb(warm * np.float32(0.20 * here)), 2.0 * size, haze=0.2),
    )
