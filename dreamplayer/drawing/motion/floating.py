"""Lights that float: many small lamps at all distances, rising or drifting on the air, seen again in still water."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.primitives import Array
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform

GOLDEN = 0.6180339887498949


def layered(seed: int, count: int, near: float, far: float) -> Array:
    """Distances for `count` things, metres: most far away, a few near, the first ones spread over all depths.

    Each index keeps its distance whatever the count, so that thinning from the end reshuffles nothing.

    Args:
        seed: whose random numbers.
        count: how many.
        near: metres to the nearest.
        far: metres to the furthest.

    Returns:
        (count,) metres.
    """
    u = np.mod(uniform(seed, 1, 1)[0] + GOLDEN * np.arange(count), 1.0)
    return np.asarray(near * (far / near) ** (u**0.72), np.float32)


def adrift(
    seed: int,
    count: int,
    t: float,
    *,
    near: float = 4.0,
    far: float = 60.0,
    low: float = 0.2,
    high: float = 9.0,
    wide: float = 1.35,
    rise: float = 0.10,
    sway: float = 0.35,
    focal: float = 1.3,
    aspect: float = 16 / 9,
) -> tuple[Array, Array]:
    """Where they are at t, (count, 3) metres, and how present each is, (count,) 0..1.

    They climb at `rise` metres a second from `low` to `high` (per ten metres of distance, so that the
    near ones do not race) and begin again below, faded out at both ends. `wide` is the half width of the
    field in screens: 1 just fills the picture.

    Args:
        seed: whose random numbers.
        count: how many.
        t: seconds.
        near: metres to the nearest.
        far: metres to the furthest.
        low: metres, where they begin.
        high: metres, where they end.
        wide: half width of the field in screens: 1 just fills the picture.
        rise: metres a second.
        sway: metres they swing.
        focal: focal length of the camera, in half screens.
        aspect: width over height of the picture.
    """
    z = layered(seed, count, near, far)
    x = (uniform(seed, 2, count) * 2 - 1) * wide * aspect * z / focal
    climb = (high - low) * (0.35 + 0.65 * z / far)
    phase, pace = uniform(seed, 3, count), 0.7 + 0.6 * uniform(seed, 4, count)
    life = np.mod(phase + t * rise * pace / np.maximum(climb, 0.5), 1.0)
    own = 6.2832 * uniform(seed, 5, count)
    x = x + sway * np.sin(t * 0.11 * pace + own) + 0.4 * sway * np.sin(t * 0.23 * pace + own * 2)
    y = low + climb * life + 0.12 * sway * np.sin(t * 0.31 * pace + own)
    here = smooth(life, 0.0, 0.08) * smooth(life, 1.0, 0.90) if rise > 0 else np.ones(count, np.float32)
    return np.stack([x, y, z], -1).astype(np.float32), np.asarray(here, np.float32)
