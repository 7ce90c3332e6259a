"""Glass that comes apart: cracks run from a touch, shards let go one after another, float upwards, turn to stardust."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from dreamplayer.drawing.materials.mirror import FOOT, HALF, SPRING, TOUCH, shards, shards_shape
from dreamplayer.drawing.primitives import Array, Dots, Form, Sprites
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.model.moment import Moment

STARDUST = (1.0, 0.64, 0.27)


@lru_cache(maxsize=4)
def _grains(n: int) -> tuple[Array, Array, Array]:
    """Where dust leaves the pane, x and y in metres, and when, 0..1."""
    x = (uniform(43, 1, n) * 2 - 1) * HALF
    y = FOOT + uniform(43, 2, n) * (SPRING + np.sqrt(np.clip(HALF**2 - x**2, 0, None)) - FOOT)
    dx, dy = x - TOUCH[0], y - TOUCH[1]
    away = np.hypot(dx, np.where(dy > 0, 0.55 * dy, 1.15 * dy)) / 1.15 + 0.12 * uniform(43, 3, n)
    return x.astype(np.float32), y.astype(np.float32), np.clip(away / 1.25, 0, 1).astype(np.float32)


def breaking(
    moment: Moment,
    where: tuple[float, float, float],
    scale: float,
    yaw: float,
    crack: float,
    shatter: float,
    age: float,
    *,
    clear: bool = False,
    colour: tuple[float, float, float] = STARDUST,
    dust: int = 3600,
) -> tuple[Form, ...]:
    """What is left of the pane: `crack` 0 whole .. 1 cracked all over, `shatter` 1 all has risen, `age` in seconds.

    Args:
        moment: when, where, and whose seed.
        where: metres, where the anchor of the pane stands.
        scale: times its painted size.
        yaw: radians about the vertical.
        crack: 0 whole .. 1 cracked all over.
        shatter: 0 all in place .. 1 all has risen.
        age: seconds since it broke.
        clear: True for clear glass, False for a dark mirror.
        colour: linear light of the stardust.
        dust: how many grains of it.

    Returns:
        The pieces; from the moment it shatters the grains of stardust too.
    """
    if crack < 0.004 and shatter < 0.004:
        return ()
    middle, side, release = shards(clear)
    n = len(middle)
    u = np.clip(shatter * 2.1 - 1.1 * release, 0.0, 1.0)
    u = (u * u * (3 - 2 * u)).astype(np.float32)
    seen = smooth(np.clip(max(crack, 1.4 * shatter) * 1.6 - release * 1.1, 0, 1), 0.0, 0.5)
    own = 6.2832 * uniform(moment.seed, 91, n)
    drift = moment.t * 0.11
    lx = middle[:, 0] + u * (0.30 * normal(moment.seed, 92, n) + 0.10 * np.sin(drift + own))
    ly = middle[:, 1] + u * (0.35 + 1.15 * uniform(moment.seed, 93, n) + 0.05 * np.sin(drift * 1.4 + own))
    lz = -0.03 - u * (0.25 + 0.5 * uniform(moment.seed, 94, n))
    c, s = np.cos(yaw), np.sin(yaw)
    at3 = np.stack(
        [where[0] + scale * (c * lx - s * lz), where[1] + scale * ly, where[2] + scale * (s * lx + c * lz)], 1
    ).astype(np.float32)
    opacity = seen * (1.0 - smooth(u, 0.55, 1.0)) * np.float32(smooth(moment.presence, 0.3, 1.0))
    bright = np.float32(0.25 + 0.55 * min(1.0, 2 * shatter))
    pieces = Sprites(
        shards_shape(clear),
        at3,
        (side * scale * (1.0 - 0.30 * u)).astype(np.float32),
        glow=np.asarray(colour, np.float32) * bright,
        opacity=opacity.astype(np.float32),
        lit=0.45,
        rim=0.6,
        turn=(u * (normal(moment.seed, 95, n) * 1.1)).astype(np.float32),
        yaw=(yaw + u * 1.1 * normal(moment.seed, 96, n)).astype(np.float32),
        frame=np.arange(n, dtype=np.float32),
        depth=where[2] - 0.04,
    )
    if shatter < 0.01:
        return (pieces,)
    gx, gy, when = _grains(dust)
    freed = np.clip((shatter * 1.5 - when) / 0.5, 0.0, 1.0)
    pace = 0.035 + 0.05 * uniform(moment.seed, 97, dust)
    life = np.mod(uniform(moment.seed, 98, dust) + moment.t * pace, 1.0) * freed
    strand = np.floor(uniform(moment.seed, 99, dust) * 5)
    woven = uniform(moment.seed, 100, dust) < 0.66
    curl = 0.34 * np.sin(2.2 * life + strand * 1.9 + 0.05 * moment.t) + 0.05 * normal(moment.seed, 101, dust)
    gx = gx * (1 - 0.45 * life * woven) + life * np.where(woven, curl, 0.55 * normal(moment.seed, 102, dust))
    gy = gy + life * (0.9 + 1.7 * uniform(moment.seed, 103, dust))
    gz = -0.05 - 0.5 * life * uniform(moment.seed, 104, dust)
    glow = (
        freed * np.sin(np.pi * np.clip(0.08 + 0.92 * life, 0, 1)) * (0.25 + 0.75 * uniform(moment.seed, 105, dust) ** 2)
    )
    settle = 1.0 - 0.55 * float(smooth(age, 20.0, 60.0))
    gold = np.asarray(colour, np.float32)
    tone = gold[None, :] * (1 - 0.5 * life)[:, None] + np.array([0.55, 0.50, 0.62], np.float32) * (0.5 * life)[:, None]
    grains = Dots(
        np.stack(
            [
                where[0] + scale * (c * gx - s * gz),
                np.maximum(where[1] + scale * gy, 0.01),
                where[2] + scale * (s * gx + c * gz),
            ],
            1,
        ).astype(np.float32),
        ((0.010 + 0.012 * uniform(moment.seed, 106, dust)) * np.float32(scale)).astype(np.float32),
        (tone * (0.8 * glow * settle * moment.presence)[:, None]).astype(np.float32),
        glint=(uniform(moment.seed, 107, dust) > 0.985).astype(np.float32),
        depth=where[2] - 0.05,
    )
    return (pieces, grains)
