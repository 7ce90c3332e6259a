"""Peaks and boulders as painted relief, stained by the colour of the words."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.materials.rock import ridged, rock
from dreamplayer.drawing.painted import on
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import canvas
from dreamplayer.kit.shapes import Painting, frames
from dreamplayer.model.moment import Moment

_PLANES = 1
"""Random lane of the planes of a boulder: heading, slope and tone of each."""

Colour = tuple[float, float, float]
_PEAK = (-1.5, -0.02, 1.5, 1.04)
"""Frame of a mountain: left, bottom, right, top in its heights."""
_STONE = (-0.75, -0.05, 0.75, 0.85)
"""Frame of a boulder: left, bottom, right, top."""


_SNOW_LINE = (0.50, 0.72)
"""Heights, as shares of the mountain's, between which rock turns to snow."""


def _peak(k: int) -> Painting:
    """A mountain: ridges run down from its summit, snow lies on the high slopes."""
    c = canvas(*_PEAK, 330)
    x, y = c.x, c.y
    lean = 0.16 * (k - 1)
    shape = 1.0 - np.abs(x - lean) ** 0.92 * (0.86 + 0.10 * np.sign(x - lean) * (k - 1))
    uneven = 0.10 * (fbm(x * 2.6 + 5 * k, np.zeros_like(y), 3 + k, 5) - 0.5) * 2
    notches = 0.10 * (1 - ridged(x * 1.7 + k, np.zeros_like(y), 12 + k, 4))
    summit = shape - uneven - notches + 0.04
    flank = 0.60 - np.abs(x - 0.72 + 0.5 * k) * 0.75
    second = flank + 0.10 * (fbm(x * 3.1 + 2 * k, np.zeros_like(y), 44 + k, 4) - 0.5) * 2
    height = np.maximum(summit, second)
    inside = np.minimum(height - y, y + 0.01)
    warp = 0.5 * (fbm(x * 1.6, y * 1.6, 71 + k, 3) - 0.5)
    # Gullies fan out downwards from the summit.
    fanning = 0.45 + 1.1 * np.clip(1.0 - y, 0, 1)
    gully = ridged((x - lean) * 2.6 / fanning + warp, y * 1.1 + warp, 81 + 3 * k)
    fine = ridged(x * 5.0 + warp, y * 4.0, 97 + k, 4)
    relief = 0.20 * gully + 0.05 * fine + 0.15 * np.clip(height - y, 0, 0.5)
    snow = smooth(y + 0.25 * (gully - 0.5) + 0.12 * (fine - 0.5), *_SNOW_LINE)
    tone = 0.14 + 0.22 * gully + snow * (0.35 + 0.40 * fine)
    return rock(c, inside, relief, steep=1.9, tone=tone, glow=np.asarray(0.22 * snow * gully, np.float32))


def _stone(k: int) -> Painting:
    """A boulder broken into planes and worn by weather: each face has its own tone, edges are rounded."""
    c = canvas(*_STONE, 220)
    wide, tall = (0.56, 0.58, 0.42)[k], (0.50, 0.36, 0.62)[k]
    n = 19
    chances = uniform(301 + k, _PLANES, 3 * n).reshape(3, n)
    heading, slant = 2.4 * np.arange(n) + 1.6 * chances[0], 0.10 + 0.88 * chances[1] ** 0.8
    flat = np.sqrt(1.0 - slant * slant)
    across, up = c.x / wide, (c.y - 0.30 * tall) / (0.74 * tall)
    faces = np.stack(
        [
            (0.80 + 0.22 * chances[2][m] - flat[m] * (np.cos(heading[m]) * across + np.sin(heading[m]) * up)) / slant[m]
            for m in range(n)
        ]
    )
    worn = 0.055 * (fbm(c.x * 5.5 + 3 * k, c.y * 5.5, 44 + k, 4) - 0.5)
    sharp = 26.0
    nearest = faces.min(0)
    weight = np.exp(-np.clip((faces - nearest) * sharp, 0.0, 30.0))
    weight /= weight.sum(0)
    height = nearest - np.log(np.exp(-np.clip((faces - nearest) * sharp, 0.0, 30.0)).sum(0)) / sharp + 3.0 * worn
    grain = fbm(c.x * 10, c.y * 10, 33 + k, 4)
    inside = np.asarray(np.minimum(np.clip(height, -1.0, 1.0) * 0.25, c.y + 0.03), np.float32)
    tone = np.tensordot(0.55 + 0.9 * chances[2], weight, axes=1) * (0.16 + 0.42 * grain)
    out = rock(c, inside, np.asarray(worn + 0.010 * grain, np.float32), steep=2.2, tone=np.asarray(tone, np.float32))
    normal_x, normal_y = (
        np.tensordot(flat * np.cos(heading), weight, axes=1),
        np.tensordot(flat * np.sin(heading), weight, axes=1),
    )
    out[..., 4] = np.clip(0.85 * normal_x + 0.5 * out[..., 4], -0.95, 0.95)
    out[..., 5] = np.clip(0.85 * normal_y + 0.5 * out[..., 5], -0.95, 0.95)
    return out


PEAK = on(canvas(*_PEAK, 8), "massif/peak", lambda: frames([_peak(k) for k in range(3)]))
STONE = on(canvas(*_STONE, 8), "massif/stone", lambda: frames([_stone(k) for k in range(3)]))


def stained(moment: Moment, own: Colour) -> Colour:
    """Its own colour, or a rock's answer to the one the words give."""
    if moment.tint is None:
        return own
    return (
        0.35 * moment.tint[0] + 0.5 * own[0],
        0.35 * moment.tint[1] + 0.5 * own[1],
        0.35 * moment.tint[2] + 0.5 * own[2],
    )
