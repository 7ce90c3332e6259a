"""Dunes and drifts as painted relief: one long crest, a lit flank and a shadowed one, ripples on the windward side."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.materials.rock import rock
from dreamplayer.drawing.painted import on
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import canvas
from dreamplayer.kit.shapes import Painting, frames

_BOX = (-2.4, -0.03, 2.4, 1.05)
"""Frame of a dune: left, bottom, right, top in its heights; wide, since it runs out flat."""


_LEE_SLOPE, _WINDWARD_SLOPE = -0.55, 0.42
"""Tilt of the steep side away from the wind and of the gentle one."""
_RIPPLE = 0.012
"""Depth of the wind's ripples, in heights of the dune."""


def _dune(k: int) -> Painting:
    """One of three dunes: a crest winds down between a lit side with ripples and a steep dark one.

    Args:
        k: 0..2: highest at the left, at the right, in the middle.
    """
    c = canvas(*_BOX, 210)
    x, y = c.x, c.y
    peak = (-0.5, 0.4, 0.0)[k]
    bell = np.exp(-(np.abs((x - peak) / np.where(x < peak, 1.25, 1.10)) ** 1.9))
    top = 0.92 * bell + 0.07 * np.sin(2.1 * x + k) * np.exp(-(x * x) / 3)
    fade = smooth(2.35 - np.abs(x), 0.0, 0.6)
    height = np.asarray(top * fade + 0.03 * (fbm(x * 1.3 + 4 * k, np.zeros_like(y), 5 + k, 3) - 0.5), np.float32)
    inside = np.minimum(height - y, y + 0.02)
    down = np.clip(height - y, 0, 1)
    winding = 0.55 * down**0.8 * (0.6 + 0.8 * np.sin(2.2 * down + k))
    crest = peak + winding + 0.10 * (fbm(y * 3, x * 0.5, 8 + k, 3) - 0.5)
    lee = smooth(x - crest, -0.05, 0.05)
    waves = np.sin(70 * (y + 0.25 * x) + 6 * fbm(x * 2, y * 3, 12 + k, 3))
    ripple = _RIPPLE * waves * (1 - lee) * smooth(down, 0.02, 0.2)
    slope = np.where(lee > 0.5, _LEE_SLOPE, _WINDWARD_SLOPE) * (1 - 0.3 * down)
    relief = np.asarray(ripple, np.float32)
    tone = (0.72 - 0.44 * lee) * (0.85 + 0.25 * fbm(x * 7, y * 16, 19 + k, 3))
    out = rock(c, np.asarray(inside, np.float32), relief, steep=1.0, tone=np.asarray(tone, np.float32), soft=2.2)
    out[..., 4] = np.clip(out[..., 4] - slope * 0.9, -0.9, 0.9)
    out[..., 5] = np.clip(0.45 - 0.25 * lee, -0.9, 0.9)
    # Foot and ends run out into the ground.
    base = smooth(y, -0.02, 0.30 * (0.6 + 0.8 * fbm(x * 2.2, np.zeros_like(y), 91 + k, 3)).mean())
    out[..., 3] *= base * smooth(2.38 - np.abs(x), 0.0, 0.5)
    on_crest = 0.55 * np.exp(-(((x - crest) / 0.05) ** 2))
    out[..., 7] = on_crest * (1 - down * 0.7) + 0.16 * (1 - lee)
    out[..., 7] *= out[..., 3]
    return out


DUNE = on(canvas(*_BOX, 8), "dune/dune", lambda: frames([_dune(k) for k in range(3)]))
