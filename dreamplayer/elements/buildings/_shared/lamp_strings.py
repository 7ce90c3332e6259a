"""Strings of small lamps hung between two points."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.primitives import Dots, Form, Ribbons
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform
from dreamplayer.model.moment import Moment

_WAVER_PHASE = 81
"""Random lane of the phase at which a lamp wavers."""

WARM = (1.0, 0.56, 0.22)
"""Linear colour of the lamps."""


def strings(
    moment: Moment, spans: list[tuple[float, float, float, float, float, float]], light: float, scale: float = 1.0
) -> list[Form]:
    """Cords with small lamps hanging in catenaries from (x, y, z) to (x, y, z), metres beside the element."""
    cords, points = len(spans), 24
    ends = np.asarray(spans, np.float32)
    along = np.linspace(0, 1, points, dtype=np.float32)[None, :, None]
    line = ends[:, None, :3] * (1 - along) + ends[:, None, 3:] * along
    line[..., 0] += moment.place.x
    sag = (
        0.22
        * scale
        * 4
        * along[..., 0]
        * (1 - along[..., 0])
        * (1 + 0.10 * np.sin(0.5 * moment.t + np.arange(cords))[:, None])
    )
    line[..., 1] -= sag
    here = np.float32(smooth(moment.presence, 0.3, 1.0))
    warm = np.asarray(WARM, np.float32)
    lamps = 12
    lamp_along = np.linspace(0.04, 0.96, lamps)
    spots = np.stack(
        [np.stack([np.interp(lamp_along, along[0, :, 0], line[j, :, a]) for a in range(3)], -1) for j in range(cords)]
    ).reshape(-1, 3)
    spots[:, 1] -= 0.05 * scale
    own = 6.28 * uniform(moment.seed, _WAVER_PHASE, len(spots))
    glow = light * here * (0.8 + 0.2 * np.sin(0.7 * moment.t + own))
    return [
        Ribbons(line.astype(np.float32), 0.008 * scale, (0.02, 0.015, 0.012), profile="ink", opacity=here),
        Dots(
            spots.astype(np.float32), np.float32(0.13 * scale), (warm[None] * (1.15 * glow)[:, None]).astype(np.float32)
        ),
        Dots(
            spots.astype(np.float32), np.float32(0.75 * scale), (warm[None] * (0.05 * glow)[:, None]).astype(np.float32)
        ),
    ]
