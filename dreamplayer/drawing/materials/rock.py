"""Rock as painted relief: ridges and gullies that catch the light of the stage; a crag."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.painted import on
from dreamplayer.drawing.primitives import Array
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import Canvas, canvas
from dreamplayer.kit.shapes import Painting, frames

_CRAG = (-0.55, -0.03, 0.55, 1.05)


def ridged(x: Array, y: Array, seed: int, octaves: int = 5) -> Array:
    """Sharp crests, 0..1: folds of layered noise, each octave strongest where the one before is high.

    Args:
        x: across, one hill a unit.
        y: up, of the same shape.
        seed: whose random numbers.
        octaves: layers, each half as wide.

    Returns:
        float32 of the shape of the coordinates, 0..1.
    """
    total = np.zeros_like(x, np.float32)
    weight = np.ones_like(x, np.float32)
    scale, size = 1.0, 0.5
    for k in range(octaves):
        n = fbm(x * scale + 3.1 * k, y * scale - 7.7 * k, seed + 13 * k, 2)
        fold = (1.0 - np.abs(2.0 * n - 1.0)) ** 2
        total += (size * fold * weight).astype(np.float32)
        weight = np.clip(fold * 1.6, 0.0, 1.0).astype(np.float32)
        scale, size = scale * 2.07, size * 0.55
    return np.asarray(np.clip(total, 0.0, 1.0), np.float32)


def rock(
    c: Canvas, inside: Array, relief: Array, *, steep: float, tone: Array, glow: Array | float = 0.0, soft: float = 1.6
) -> Painting:
    """A painting from a silhouette (`inside` > 0) and heights that turn its surface.

    Args:
        c: where it is painted.
        inside: distance inside its outline, positive within, in units of the canvas.
        relief: height of its surface, in units of the canvas.
        steep: how strongly heights turn the surface: 1 a dune, 2 a crag.
        tone: albedo, grey.
        glow: light of its own, 0..1.
        soft: pixels over which its outline fades.

    Returns:
        (rows, columns, 8) float32, see `Shape.paint`.
    """
    gy, gx = np.gradient(relief, c.step)
    nx, ny = -gx * steep, gy * steep
    length = np.sqrt(nx * nx + ny * ny + 1.0)
    out = np.zeros((*relief.shape, 8), np.float32)
    out[..., :3] = tone[..., None]
    foot = 0.10 * fbm(c.x * 5.0, np.zeros_like(c.y), 3, 3)
    out[..., 3] = np.clip(inside / (c.step * soft) + 0.5, 0, 1) * smooth(c.y - foot, -0.06, 0.05)
    out[..., 4], out[..., 5] = nx / length, ny / length
    out[..., 6] = np.clip(inside, 0.0, 0.3) * 0.7
    out[..., 7] = glow * out[..., 3]
    return out


def _crag(k: int) -> Painting:
    """A cliff: steep walls, ledges, a broken top."""
    c = canvas(*_CRAG, 330)
    x, y = c.x, c.y
    wobble = 0.10 * (fbm(np.full_like(x, 3 * k), y * 3.2 + k, 5 + k, 4) - 0.5) * 2
    top = (
        0.84
        + 0.22 * (fbm(x * 3.0 + 9 * k, np.zeros_like(x), 21 + k, 4) - 0.5) * 2
        - 0.35 * np.clip(np.abs(x) - 0.22, 0, 1) ** 1.3
    )
    side = 0.36 + 0.16 * np.clip(1 - y, 0, 2) ** 1.5 + wobble - np.abs(x + 0.05 * np.sin(5 * y + k))
    inside = np.minimum(np.minimum(top - y, side), y + 0.02)
    strata = fbm(x * 1.2 + 0.3 * y, y * 11.0 + 1.5 * fbm(x * 2, y * 2, 7, 3), 31 + k, 4)
    cracks = ridged(x * 4.2, y * 1.5, 60 + 5 * k)
    relief = 0.10 * cracks + 0.035 * strata + 0.16 * np.clip(side, 0, 0.3)
    tone = 0.22 + 0.62 * strata * (0.4 + 0.6 * cracks)
    return rock(c, inside, relief, steep=2.6, tone=np.asarray(tone, np.float32))


CRAG = on(canvas(*_CRAG, 8), "massif/crag", lambda: frames([_crag(k) for k in range(3)]))
