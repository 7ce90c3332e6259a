"""Drops of molten silver that hang in the air, swell, and draw together or part."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.primitives import Dots, Form, Sprites
from dreamplayer.drawing.props import around, painted_prop
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import Canvas
from dreamplayer.kit.shapes import Painting
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_WOBBLE_PHASE, _DROP_SIZE = 1, 2
"""Random lanes of the drops."""


def _drop(c: Canvas) -> Painting:
    """A ball of liquid silver: the horizon bent around it, sky above, dark ground below, a warm streak between."""
    radius = np.hypot(c.x, c.y - 0.5) / 0.46
    facing = np.sqrt(np.clip(1 - radius * radius, 0, 1))
    normal_x, normal_y = c.x / 0.46, (c.y - 0.5) / 0.46
    mirrored_y = 2 * facing * normal_y
    mirrored_x = 2 * facing * normal_x
    warp = 0.25 * (fbm(mirrored_x * 1.4, mirrored_y * 1.4, seed=3) - 0.5)
    bent_height = mirrored_y + warp
    sky = np.clip(0.08 + 0.22 * np.exp(-(((bent_height - 0.62) / 0.30) ** 2)) + 0.10 * np.clip(bent_height, 0, 1), 0, 1)
    ground = 0.03 + 0.05 * np.exp(-(((bent_height + 0.5) / 0.2) ** 2))
    band = np.exp(-(((bent_height - 0.03) / 0.07) ** 2))
    tone = np.where(bent_height > 0, sky, ground)
    inside = np.clip((1 - radius) * 0.46 / c.step + 0.5, 0, 1)
    out = np.zeros((*c.x.shape, 8), np.float32)
    out[..., :3] = tone[..., None] * np.array([0.85, 0.88, 1.0])
    out[..., 3] = inside
    out[..., 4], out[..., 5] = np.clip(normal_x, -1, 1), np.clip(normal_y, -1, 1)
    out[..., 6] = np.clip((1 - radius) * 0.46, 0, 0.24)
    glint = np.exp(-(((normal_x + 0.38) / 0.13) ** 2 + ((normal_y - 0.42) / 0.10) ** 2))
    out[..., 7] = np.clip(
        (0.42 * band * (0.4 + 0.6 * facing) + 0.75 * glint + 0.20 * np.exp(-((1 - radius).clip(0) / 0.03))) * inside,
        0,
        1,
    )
    return out


_DROP = painted_prop("object/silver", (-0.5, 0.0, 0.5, 1.0), _drop, rows=200)


@element("air", 1.4, handles=("melt", "gather", "scatter", "ripple"))
def metal(moment: Moment) -> tuple[Form, ...]:
    """Drops of molten silver that hang in the air, swell, and draw together or part."""
    n = int(min(max(moment.count, 7), 16))
    size = moment.size(1.4)
    together = float(smooth(moment.event("gather"), 0, 1))
    apart = 0.85 + 0.7 * moment.event("scatter") - 0.75 * together
    i = np.arange(n)
    turn = 2.39996 * i + 0.05 * moment.t
    radius = 0.30 * np.sqrt(i) * apart * moment.place.spread
    wobble = 0.04 * np.sin(0.5 * moment.t + 6.28 * uniform(moment.seed, _WOBBLE_PHASE, n))
    melt = float(smooth(moment.event("melt"), 0, 1))
    spot = np.stack(
        [
            moment.place.x + size * radius * np.cos(turn) * 1.25,
            moment.place.y + size * (0.45 + 0.62 * radius * np.sin(turn) + wobble - 0.3 * melt),
            moment.place.z + 0.4 * size * radius * np.sin(turn * 1.7),
        ],
        1,
    ).astype(np.float32)
    spot[:, 1] = np.maximum(spot[:, 1], 0.05)
    each = size * np.where(i == 0, 0.46 + 0.12 * together, 0.12 + 0.22 * uniform(moment.seed, _DROP_SIZE, n) ** 2)
    spot[:, 1] -= each / 2
    warm = np.asarray(moment.tint or (1.0, 0.72, 0.50), np.float32)
    ripple = 1 + 0.08 * moment.event("ripple") * np.sin(1.3 * moment.t + i)
    body = Sprites(
        _DROP.shape,
        np.maximum(spot, [-1e9, 0.02, 0.6]).astype(np.float32),
        each.astype(np.float32),
        glow=warm * np.float32(0.75),
        lit=0.35,
        rim=0.9,
        width=((1 + 0.06 * np.sin(0.8 * moment.t + i) + 0.5 * melt) * ripple).astype(np.float32),
    )
    here = float(smooth(moment.presence, 0, 1))
    middle = (moment.place.x, moment.place.y + 0.45 * size, moment.place.z)
    return (
        Dots(
            np.array([middle], np.float32),
            2.6 * size,
            warm * np.float32(0.045 * here),
            depth=moment.place.z + 0.6,
            reflect=False,
        ),
        *gathered(moment, body, count=700, colour=rgb(warm)),
        around(moment, middle, 0.9 * size, warm * np.float32(0.7 * here), n=50),
        Light(middle, rgb(warm * np.float32(0.15 * here)), reach=2.0, haze=0.2),
    )
