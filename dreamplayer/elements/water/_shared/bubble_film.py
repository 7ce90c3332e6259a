"""A bubble: a thin bright rim, a film of slow colour, a window of sky in it."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.painted import on
from dreamplayer.drawing.primitives import f32
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import canvas
from dreamplayer.kit.shapes import Painting, frames


def _paint() -> Painting:
    c = canvas(-0.55, -0.55, 0.55, 0.55, 220)
    r = np.hypot(c.x, c.y) / 0.5
    made = []
    for k in range(2):
        rim = np.exp(-(((r - 0.955) / 0.035) ** 2)) * (
            0.30 + 0.70 * np.clip(0.5 - 0.9 * c.y - 0.5 * c.x * (1 - 2 * k), 0, 1)
        )
        film = 0.16 * np.clip(r, 0, 1) ** 4 * (0.4 + 0.9 * fbm(c.x * 3 + k, f32(c.y * 5 + r), 8 + k, 3)) * (r < 1)
        window = np.exp(-((c.x + 0.19) ** 2 * 160 + (c.y - 0.20) ** 2 * 90 + (c.x + 0.19) * (c.y - 0.20) * 100))
        low = 0.35 * np.exp(-((c.x - 0.20) ** 2 * 120 + (c.y + 0.25) ** 2 * 160))
        out = np.zeros((*r.shape, 8), np.float32)
        out[..., 3] = np.clip((1.0 - r) / 0.02, 0, 1) * (0.10 + 0.25 * rim)
        out[..., :3] = 0.10
        out[..., 6] = 0.1
        out[..., 7] = np.clip(rim + film + 0.75 * window + low, 0, 1) * np.clip((1.02 - r) / 0.03, 0, 1)
        made.append(out)
    return frames(made)


BUBBLE = on(canvas(-0.55, -0.55, 0.55, 0.55, 8), "running/bubble", _paint)
"""Two frames, anchored at its middle."""
