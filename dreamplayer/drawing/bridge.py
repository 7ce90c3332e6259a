"""A bridge of constellations: rails and deck are lines of light between jittered stars, strewn with glitter."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np

from dreamplayer.drawing.primitives import Array
from dreamplayer.kit.hashing import bell, dice

JOINTS = 30


def span(u: Array, near: float, far: float, rise: float, start: float, end: float) -> Array:
    """The middle of the deck at 0..1 along it, (n, 3) metres: it leaves the near bank, arches, lands far off.

    Distance grows as a power, so that equal steps look equal on the screen; `start` and `end` are x over z.
    """
    z = near * (far / near) ** (u**1.12)
    side = start + (end - start) * np.clip(np.sin(0.5 * np.pi * u), 0.0, 1.0) ** 1.9
    y = rise * np.clip(np.sin(np.pi * np.clip(u, 0, 1) ** 0.92), 0, 1) ** 1.25 * (0.40 + 0.60 * z / far)
    return np.stack([side * z, y, z], -1).astype(np.float32)


@lru_cache(maxsize=8)
def skeleton(seed: int, near: float, far: float, rise: float, start: float, end: float) -> dict[str, Array]:
    """Rails, posts, braces and joints in metres around x = 0, and their place along the bridge."""
    u = np.linspace(0.0, 1.0, JOINTS).astype(np.float32)
    jitter = (dice(seed, 1, JOINTS) - 0.5) * (0.45 / JOINTS)
    jitter[[0, -1]] = 0
    middle = span(np.clip(u + jitter, 0, 1).astype(np.float32), near, far, rise, start, end)
    half = 1.0
    fine = np.linspace(0.0, 1.0, 140).astype(np.float32)
    line = span(fine, near, far, rise, start, end)
    way = np.gradient(line, axis=0)[:, [0, 2]]
    way /= np.linalg.norm(way, axis=1, keepdims=True) + 1e-6
    across = np.stack([way[:, 1], np.zeros(140), -way[:, 0]], 1)
    at_joint = np.stack([np.interp(np.clip(u + jitter, 0, 1), fine, across[:, k]) for k in range(3)], 1)
    up = np.array([0.0, 1.0, 0.0])
    left, right = middle - half * at_joint, middle + half * at_joint
    lift = 1.05 + 0.10 * bell(seed, 2, JOINTS)[:, None]
    top_l, top_r = left + lift * up, right + (1.05 + 0.10 * bell(seed, 3, JOINTS)[:, None]) * up
    strands, place = [], []

    def join(a: Any, b: Any, where: Array) -> None:
        s = np.linspace(0.0, 1.0, 6)[None, :, None]
        strands.append(a[:, None] * (1 - s) + b[:, None] * s)
        place.append(where)

    for side in (top_l, top_r, left, right):
        join(side[:-1], side[1:], u[:-1])
    join(left, top_l, u)
    join(right, top_r, u)
    join(left[:-1], top_l[1:], u[:-1])
    join(top_r[:-1], right[1:], u[:-1])
    join(left, right, u)
    join(left[:-1], right[1:], u[:-1])
    join(right[:-1], left[1:], u[:-1])
    n = 5200
    gu = np.sort(dice(seed, 5, n))
    grain = span(gu, near, far, rise, start, end)
    ga = np.stack([np.interp(gu, fine, across[:, k]) for k in range(3)], 1)
    off = (dice(seed, 6, n) * 2 - 1)[:, None] * half
    hang = np.abs(bell(seed, 7, n)) * 0.10
    grain = grain + ga * off - hang[:, None] * up
    order = np.argsort(dice(seed, 8, n))
    return {
        "strands": np.concatenate(strands).astype(np.float32),
        "place": np.concatenate(place).astype(np.float32),
        "joints": np.concatenate([top_l, top_r, left[::2], right[::2]]).astype(np.float32),
        "joint_place": np.concatenate([u, u, u[::2], u[::2]]).astype(np.float32),
        "grains": grain[order].astype(np.float32),
        "grain_place": gu[order].astype(np.float32),
    }
