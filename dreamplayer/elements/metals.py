"""Drops of molten metal."""

from __future__ import annotations

import numpy as np

from dreamplayer.forms.element import element
from dreamplayer.forms.form import Dots, Form, Sprites
from dreamplayer.forms.motes import gathered, rgb
from dreamplayer.forms.thing import around, drawn
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.dice import dice
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import Canvas
from dreamplayer.kit.shapes import Painting
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light


def _drop(c: Canvas) -> Painting:
    """A ball of liquid silver: the horizon bent around it, sky above, dark ground below, a warm streak between."""
    r = np.hypot(c.x, c.y - 0.5) / 0.46
    z = np.sqrt(np.clip(1 - r * r, 0, 1))
    nx, ny = c.x / 0.46, (c.y - 0.5) / 0.46
    up = 2 * z * ny
    side = 2 * z * nx
    warp = 0.25 * (fbm(side * 1.4, up * 1.4, 3) - 0.5)
    h = up + warp
    sky = np.clip(0.08 + 0.22 * np.exp(-(((h - 0.62) / 0.30) ** 2)) + 0.10 * np.clip(h, 0, 1), 0, 1)
    ground = 0.03 + 0.05 * np.exp(-(((h + 0.5) / 0.2) ** 2))
    band = np.exp(-(((h - 0.03) / 0.07) ** 2))
    tone = np.where(h > 0, sky, ground)
    inside = np.clip((1 - r) * 0.46 / c.step + 0.5, 0, 1)
    out = np.zeros((*c.x.shape, 8), np.float32)
    out[..., :3] = tone[..., None] * np.array([0.85, 0.88, 1.0])
    out[..., 3] = inside
    out[..., 4], out[..., 5] = np.clip(nx, -1, 1), np.clip(ny, -1, 1)
    out[..., 6] = np.clip((1 - r) * 0.46, 0, 0.24)
    glint = np.exp(-(((nx + 0.38) / 0.13) ** 2 + ((ny - 0.42) / 0.10) ** 2))
    out[..., 7] = np.clip(
        (0.42 * band * (0.4 + 0.6 * z) + 0.75 * glint + 0.20 * np.exp(-((1 - r).clip(0) / 0.03))) * inside, 0, 1
    )
    return out


_DROP = drawn("object/silver", (-0.5, 0.0, 0.5, 1.0), _drop, 200)


@element("air", 1.4, family="object", answers=("melt", "gather", "scatter", "ripple"), several=7)
def metal(at: Moment) -> tuple[Form, ...]:
    """Drops of molten silver that hang in the air, swell, and draw together or part."""
    n = int(min(max(at.count, 7), 16))
    size = at.size(1.4)
    together = float(smooth(at.event("gather"), 0, 1))
    apart = 0.85 + 0.7 * at.event("scatter") - 0.75 * together
    i = np.arange(n)
    turn = 2.39996 * i + 0.05 * at.t
    r = 0.30 * np.sqrt(i) * apart * at.place.spread
    wob = 0.04 * np.sin(0.5 * at.t + 6.28 * dice(at.seed, 1, n))
    melt = float(smooth(at.event("melt"), 0, 1))
    spot = np.stack(
        [
            at.place.x + size * r * np.cos(turn) * 1.25,
            at.place.y + size * (0.45 + 0.62 * r * np.sin(turn) + wob - 0.3 * melt),
            at.place.z + 0.4 * size * r * np.sin(turn * 1.7),
        ],
        1,
    ).astype(np.float32)
    spot[:, 1] = np.maximum(spot[:, 1], 0.05)
    each = size * np.where(i == 0, 0.46 + 0.12 * together, 0.12 + 0.22 * dice(at.seed, 2, n) ** 2)
    spot[:, 1] -= each / 2
    warm = np.asarray(at.tint or (1.0, 0.72, 0.50), np.float32)
    ripple = 1 + 0.08 * at.event("ripple") * np.sin(1.3 * at.t + i)
    body = Sprites(
        _DROP.shape,
        np.maximum(spot, [-1e9, 0.02, 0.6]).astype(np.float32),
        each.astype(np.float32),
        glow=warm * np.float32(0.75),
        lit=0.35,
        rim=0.9,
        width=((1 + 0.06 * np.sin(0.8 * at.t + i) + 0.5 * melt) * ripple).astype(np.float32),
    )
    here = float(smooth(at.presence, 0, 1))
    middle = (at.place.x, at.place.y + 0.45 * size, at.place.z)
    return (
        Dots(
            np.array([middle], np.float32),
            2.6 * size,
            warm * np.float32(0.045 * here),
            depth=at.place.z + 0.6,
            reflect=False,
        ),
        *gathered(at, body, count=700, colour=rgb(warm)),
        around(at, middle, 0.9 * size, warm * np.float32(0.7 * here), 50),
        Light(middle, rgb(warm * np.float32(0.15 * here)), 2.0, 0.2),
    )
