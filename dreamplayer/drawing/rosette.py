"""Stained glass that is pieced together: coloured panes drift in and find their seats in a rose window."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.painted import on
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Form, Sprites, f32
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import bell, dice
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import blob, canvas
from dreamplayer.kit.shapes import Painting, frames
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

JEWELS = f32([
    (0.85, 0.10, 0.055), (0.95, 0.42, 0.060), (0.95, 0.66, 0.18), (0.10, 0.34, 0.30), (0.10, 0.17, 0.52),
    (0.34, 0.10, 0.42), (0.70, 0.14, 0.24),
])  # fmt: skip
RINGS = ((1, 0.0, 0.26, 2), (8, 0.235, 0.26, 0), (8, 0.33, 0.19, 1), (16, 0.455, 0.21, 0), (16, 0.545, 0.13, 1))
"""Of each ring: panes, its radius, the size of a pane (shares of the whole), and the frame it uses."""


def _pane(outline: list[tuple[float, float]], seed: int) -> Painting:
    c = canvas(-0.55, -0.55, 0.55, 0.55, 96)
    d = blob(c, np.asarray(outline))
    lead = np.exp(-(((d + 0.035) / 0.030) ** 2)) + (d > -0.02)
    streak = 0.55 + 0.75 * fbm(c.x * 3.0 + seed, c.y * 9.0, seed, 4)
    out = np.zeros((*c.x.shape, 8), np.float32)
    out[..., 3] = np.clip(0.5 - d / c.step, 0, 1)
    out[..., :3] = 0.05
    out[..., 6] = np.clip(-d, 0, 1)
    out[..., 7] = np.clip(streak * np.clip(1.0 - lead, 0, 1) * np.clip(-d / 0.12, 0.25, 1.0), 0, 1) * out[..., 3]
    return out


def _round(n: int = 28) -> list[tuple[float, float]]:
    return [(0.48 * np.cos(a), 0.48 * np.sin(a)) for a in np.linspace(0, 2 * np.pi, n, endpoint=False)]


PANES = on(
    canvas(-0.55, -0.55, 0.55, 0.55, 8),
    "rosette/panes",
    lambda: frames([
        _pane([(0.0, -0.50), (0.30, 0.14), (0.17, 0.42), (0.0, 0.50), (-0.17, 0.42), (-0.30, 0.14)], 3),
        _pane([(0.0, -0.50), (0.42, 0.05), (0.0, 0.50), (-0.42, 0.05)], 8),
        _pane(_round(), 13),
    ]),
)  # fmt: skip


def rosette(
    moment: Moment, middle: tuple[float, float, float], size: float, source: tuple[float, float], *, joined: float
) -> tuple[Form, ...]:
    """A rose window `size` metres across; `joined` 0 its panes drift about `source` (x, z), low .. 1 whole."""
    count, radius, wide, frame = (np.concatenate(parts) for parts in zip(
        *[(np.arange(n) / n, np.full(n, r), np.full(n, w), np.full(n, float(k))) for n, r, w, k in RINGS], strict=True
    ))  # fmt: skip
    n = len(count)
    ring = np.concatenate([np.full(m, float(i)) for i, (m, *_) in enumerate(RINGS)])
    angle = 2 * np.pi * (count + np.where(np.mod(ring, 2) == 0, 0.0, 0.5 / np.where(ring < 3, 8, 16))) + 0.02 * moment.t
    own = dice(moment.seed, 1, n)
    # Those of the middle are seated first.
    seated = smooth(joined * 1.9 - 0.55 * ring / 4.0 - 0.35 * own, 0.0, 1.0)
    seat = np.stack([radius * np.cos(angle), radius * np.sin(angle), 0 * angle], 1) * size
    home = f32(middle) + seat
    far = np.stack(
        [
            source[0] + 1.3 * bell(moment.seed, 2, n) + 0.10 * np.sin(0.4 * moment.t + 6 * own),
            0.18 + 0.75 * dice(moment.seed, 3, n) + 0.06 * np.sin(0.5 * moment.t + 9 * own),
            source[1] + 0.9 * bell(moment.seed, 4, n),
        ],
        1,
    )
    arc = np.sin(np.pi * seated)[:, None] * np.array([0.0, 0.35, 0.0])
    where = far + (home - far) * seated[:, None] + arc
    show = float(smooth(moment.presence, 0.0, 1.0))
    here = show * smooth(moment.t - 3.5 * own, 0.0, 2.5)
    turn = (angle - np.pi / 2) * seated + (1 - seated) * (6.28 * own + 0.3 * np.sin(0.5 * moment.t + 7 * own))
    hue = JEWELS[np.mod(np.floor(ring * 2 + np.arange(n) % 2 * (1 + ring)), len(JEWELS)).astype(np.int64)]
    breath = (0.85 + 0.15 * np.sin(0.8 * moment.t - 2.0 * ring))[:, None]
    beat = 0.75 + 0.25 * float(seated.mean())
    panes = Sprites(
        PANES, np.asarray(where, np.float32), (size * wide * (0.75 + 0.25 * seated)).astype(np.float32),
        glow=(hue * np.float32(0.62 * beat) * breath).astype(np.float32), opacity=np.asarray(here, np.float32),
        lit=0.15, rim=0.4, turn=np.asarray(turn, np.float32), frame=np.asarray(frame, np.float32),
        width=(1.0 - (1 - seated) * 0.6 * np.abs(np.sin(0.4 * moment.t + 5 * own))).astype(np.float32), depth=middle[2],
    )  # fmt: skip
    warm = f32([1.0, 0.52, 0.24])
    share = float(seated.mean()) * show
    return (
        halo((middle[0], middle[1], middle[2] + 0.03), 2.6 * size, warm * np.float32(0.10 * share)),
        panes,
        Light((middle[0], middle[1], middle[2] - 0.15), rgb(warm * np.float32(0.5 * share)), 1.8 * size, 0.4),
    )
